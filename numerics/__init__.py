"""Floating point, fast: special functions, the loss, and the geometry of embeddings. Knows nothing of claims."""
