"""Theorem 4 and its corollaries: how pairs on two hyperplanes are aligned.

Promised: claims with derivations. May use: `sphere`, `bessel` and what stands below them.
"""
