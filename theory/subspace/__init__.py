"""Theorem 3: the contrastive loss of laws on two hyperplanes.

Promised: claims with derivations. May use: the chapters on Theorems 1, 2 and 4 and what stands below them.
"""
