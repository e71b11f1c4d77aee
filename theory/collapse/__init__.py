"""Theorem 3 without the von Mises–Fisher constraint: pairs that collapse onto the intersection.

Promised: claims with derivations. May use: `subspace` and what stands below it.
"""
