"""The von Mises–Fisher distribution on spheres of any dimension: density, samples, entropy, divergence, fit.

May use: `bessel`, `checks`; torch only where tensors are handed in.
"""

from modgap.numerics.vmf.law import (
    VonMisesFisher,
)

__all__ = [
    "VonMisesFisher",
]
