"""Theorem 2: the contrastive loss under the cone constraint.

Promised: claims with derivations. May use: `sphere`, `bessel` and what stands below them.
"""
