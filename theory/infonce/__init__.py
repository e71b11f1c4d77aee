"""Theorem 1: the contrastive loss without a constraint.

Promised: claims with derivations. May use: `sphere`, `bessel` and what stands below them; not `cone`, not `alignment`.
"""
