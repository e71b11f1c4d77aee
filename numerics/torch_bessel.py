"""The functions of `numerics.bessel` on torch tensors, by the name that users know: `bessel.differentiable`."""

from modgap.extras import require

require("modgap.numerics.torch_bessel", "torch")

from modgap.numerics.bessel.differentiable import (
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
    "inverse_iv_ratio",
    "inverse_iv_ratio_complement",
    "iv_ratio",
    "iv_ratio_complement",
    "iv_ratio_derivative",
    "log_iv",
    "log_sphere_mgf",
    "log_sphere_mgf_scaled",
]
