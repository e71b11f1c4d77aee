"""Floating point, fast: special functions, the loss, and the geometry of embeddings. Knows nothing of claims.

May use: NumPy, SciPy and Numba; torch in the rooms that say so. It imports neither of the other packages.
"""
