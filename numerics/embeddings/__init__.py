"""Geometry of paired embeddings in one pass over blocks: gap, alignment, retrieval, resampling.

May use: `bessel`, `vmf`, `checks`; needs no torch.
"""
