"""The functions of `numerics.bessel` on torch tensors, differentiable in x (to any order, by closed forms).

The same names, domains, limits and accuracy; arguments may be float32 or float64 tensors on any device that has
float64.  Values are always computed in float64 and rounded once, so float32 results are right to half a float32 ulp
and a rounding.  On the CPU the compiled kernels of `numerics.bessel` do the work, elsewhere torch operations.

Derivatives, with A = I_{ν+1}/I_ν:

    d log M_h/dx = A,   d log I_ν/dx = A + ν/x,   dA/dx = A' = 1 − A² − (2ν+1) A/x   (Riccati, without cancellation),
    dA'/dx = A [(2ν+1)/x (A_ν − A_{ν+1}) − 2A'],   dx/dr = 1/A'(x) for the inverse.

The order (or dim) is not differentiable: a tensor that requires a gradient there is refused.
"""

from __future__ import annotations

import warnings
from typing import Any

import torch
from torch import Tensor

from modgap.numerics.bessel import functions as bessel

__all__ = [
    "inverse_iv_ratio",
    "iv_ratio",
    "iv_ratio_complement",
    "iv_ratio_derivative",
    "log_iv",
    "log_sphere_mgf",
    "log_sphere_mgf_scaled",
]

Order = Tensor | float | int


def _warn(bad: int, domain: str) -> None:
    if bad:
        warnings.warn(f"{bad} points outside {domain}: NaN", bessel.BesselDomainWarning, stacklevel=2)


def _values(kind: int, order: Tensor, x: Tensor) -> Tensor:
    """Values in the dtype of ``x``, without a graph."""
    if x.device.type == "cpu":
        out, bad = bessel._evaluate(kind, order.detach().double().numpy(), x.detach().double().numpy())
        result = torch.from_numpy(out)
    else:
        from modgap.numerics.bessel import _differentiable_kernels as _torch_bessel_kernels

        wide = order.detach().to(x.device, torch.float64).expand(x.shape)
        result, bad = _torch_bessel_kernels.evaluate(kind, wide, x.detach().double())
    _warn(bad, "dim >= 1, x >= 0" if kind in (bessel._MGF, bessel._SCALED) else "order >= -1/2, x >= 0")
    return result.to(x.dtype)


def _check_order(order: Order, name: str) -> None:
    if isinstance(order, Tensor):
        if order.requires_grad:
            raise ValueError(f"{name} is not differentiable; pass {name}.detach()")
        if order.dtype not in (torch.float32, torch.float64) and (order.dtype.is_complex or order.dtype == torch.bool):
            raise TypeError(f"{name} must be real, got dtype {order.dtype}")
    elif isinstance(order, bool) or not isinstance(order, int | float):
        raise TypeError(f"{name} must be a real number or tensor, got {type(order).__name__}")


def _arguments(order: Order, x: Tensor, names: tuple[str, str] = ("order", "x")) -> tuple[Tensor, Tensor]:
    """``order`` as a float64 tensor and ``x`` expanded to the broadcast shape."""
    _check_order(order, names[0])
    if not isinstance(x, Tensor) or x.dtype not in (torch.float32, torch.float64):
        got = x.dtype if isinstance(x, Tensor) else type(x).__name__
        raise TypeError(f"{names[1]} must be a float32 or float64 tensor, got {got}")
    if isinstance(order, Tensor):
        if order.dim() and order.dtype == torch.float64:
            x = x.double()
        wide = order.to(x.device, torch.float64)
    else:
        wide = torch.tensor(float(order), dtype=torch.float64, device=x.device)
    return wide, x.expand(torch.broadcast_shapes(wide.shape, x.shape))


class _IvRatio(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, order: Tensor, x: Tensor) -> Tensor:
        ctx.save_for_backward(order, x)
        return _values(bessel._RATIO, order, x)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor]:
        order, x = ctx.saved_tensors
        return None, grads[0] * _IvRatioDerivative.apply(order, x)


class _IvRatioComplement(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, order: Tensor, x: Tensor) -> Tensor:
        ctx.save_for_backward(order, x)
        return _values(bessel._COMPLEMENT, order, x)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor]:
        order, x = ctx.saved_tensors
        return None, -grads[0] * _IvRatioDerivative.apply(order, x)


class _IvRatioDerivative(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, order: Tensor, x: Tensor) -> Tensor:
        ctx.save_for_backward(order, x)
        return _values(bessel._DERIVATIVE, order, x)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor]:
        order, x = ctx.saved_tensors
        return None, grads[0] * _second_derivative(order, x)


class _LogIv(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, order: Tensor, x: Tensor) -> Tensor:
        ctx.save_for_backward(order, x)
        return _values(bessel._LOG, order, x)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor]:
        order, x = ctx.saved_tensors
        narrow = order.to(x.dtype)
        power = narrow / torch.where(narrow == 0.0, torch.ones_like(x), x)
        return None, grads[0] * (_IvRatio.apply(order, x) + power)


class _LogSphereMgf(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, dim: Tensor, x: Tensor) -> Tensor:
        ctx.save_for_backward(dim, x)
        return _values(bessel._MGF, dim, x)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor]:
        dim, x = ctx.saved_tensors
        return None, grads[0] * _IvRatio.apply(0.5 * dim - 1.0, x)


class _LogSphereMgfScaled(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, dim: Tensor, x: Tensor) -> Tensor:
        ctx.save_for_backward(dim, x)
        return _values(bessel._SCALED, dim, x)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor]:
        dim, x = ctx.saved_tensors
        return None, -grads[0] * _IvRatioComplement.apply(0.5 * dim - 1.0, x)


class _InverseIvRatio(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, order: Tensor, r: Tensor) -> Tensor:
        wide, target = order.detach().cpu().double().numpy(), r.detach().cpu().double().numpy()
        x = torch.as_tensor(bessel.inverse_iv_ratio(wide, target)).to(r.device, r.dtype)
        ctx.save_for_backward(order, x)
        return x

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor]:
        order, x = ctx.saved_tensors
        return None, grads[0] / _IvRatioDerivative.apply(order, x)


def _second_derivative(order: Tensor, x: Tensor) -> Tensor:
    """A'' = A [(2ν+1)/x (A_ν − A_{ν+1}) − 2A'], the difference from whichever of A, 1 − A is the smaller."""
    ratio, above = _IvRatio.apply(order, x), _IvRatio.apply(order + 1.0, x)
    rest, rest_above = _IvRatioComplement.apply(order, x), _IvRatioComplement.apply(order + 1.0, x)
    difference = torch.where(ratio < 0.5, ratio - above, rest_above - rest)
    positive = torch.where(x > 0.0, x, torch.ones_like(x))
    weight = (2.0 * order + 1.0).to(x.dtype) / positive
    return ratio * (weight * difference - 2.0 * _IvRatioDerivative.apply(order, x))


def iv_ratio(order: Order, x: Tensor) -> Tensor:
    """A_ν(x) = I_{ν+1}(x)/I_ν(x); see `numerics.bessel.iv_ratio`.

    Parameters
    ----------
    order : float, int or Tensor
        ν ≥ −1/2, broadcast against ``x``; not differentiable.
    x : Tensor
        float32 or float64, x ≥ 0.

    Returns
    -------
    Tensor
        Of the dtype of ``x`` (float64 if ``order`` is a float64 tensor with dimensions) and on its device.

    Raises
    ------
    TypeError
        If ``x`` is not a float32 or float64 tensor or ``order`` is not real.
    ValueError
        If ``order`` requires a gradient.
    """
    return _IvRatio.apply(*_arguments(order, x))


def iv_ratio_complement(order: Order, x: Tensor) -> Tensor:
    """1 − A_ν(x) without cancellation; arguments and errors as in `iv_ratio`."""
    return _IvRatioComplement.apply(*_arguments(order, x))


def iv_ratio_derivative(order: Order, x: Tensor) -> Tensor:
    """dA_ν/dx without cancellation; arguments and errors as in `iv_ratio`."""
    return _IvRatioDerivative.apply(*_arguments(order, x))


def log_iv(order: Order, x: Tensor) -> Tensor:
    """log I_ν(x); arguments and errors as in `iv_ratio`."""
    return _LogIv.apply(*_arguments(order, x))


def log_sphere_mgf(dim: Order, x: Tensor) -> Tensor:
    """log E e^{x u_1}, u uniform on the unit sphere of R^dim, dim ≥ 1; arguments and errors as in `iv_ratio`."""
    return _LogSphereMgf.apply(*_arguments(dim, x, ("dim", "x")))


def log_sphere_mgf_scaled(dim: Order, x: Tensor) -> Tensor:
    """log M_dim(x) − x without cancellation, dim ≥ 1; arguments and errors as in `iv_ratio`."""
    return _LogSphereMgfScaled.apply(*_arguments(dim, x, ("dim", "x")))


def inverse_iv_ratio(order: Order, r: Tensor) -> Tensor:
    """The x with A_ν(x) = r, 0 ≤ r ≤ 1, solved on the host; arguments and errors as in `iv_ratio`."""
    return _InverseIvRatio.apply(*_arguments(order, r, ("order", "r")))
