"""The sphere, its generating function and the von Mises–Fisher distribution.

Promised: claims with derivations. May use: `bessel` and what stands below it.
"""
