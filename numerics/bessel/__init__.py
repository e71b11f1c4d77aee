"""Modified Bessel functions of the first kind, in logarithms and ratios that neither overflow nor cancel.

`functions` computes on NumPy arrays, `differentiable` on torch tensors; what starts with an underscore is theirs alone.
Promised: the accuracy that the docstring of `functions` states, and no torch unless a tensor is asked for.
May use: NumPy, Numba; `differentiable` torch.
"""

from modgap.numerics.bessel.functions import (
    BesselDomainWarning,
    inverse_iv_ratio,
    inverse_iv_ratio_complement,
    iv_ratio,
    iv_ratio_complement,
    iv_ratio_derivative,
    log_iv,
    log_sphere_mgf,
    log_sphere_mgf_scaled,
)

__all__ = [
    "BesselDomainWarning",
    "inverse_iv_ratio",
    "inverse_iv_ratio_complement",
    "iv_ratio",
    "iv_ratio_complement",
    "iv_ratio_derivative",
    "log_iv",
    "log_sphere_mgf",
    "log_sphere_mgf_scaled",
]
