"""The functions of `numerics.bessel` on torch tensors, by the name that users know: `bessel.differentiable`."""

from modgap.extras import require

require("modgap.numerics.torch_bessel", "torch")

from modgap.numerics.bessel import differentiable as _here
from modgap.numerics.bessel.differentiable import *  # noqa: F403

__all__ = _here.__all__
