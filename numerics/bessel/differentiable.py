"""The functions of `numerics.bessel` on torch tensors, differentiable in x.

The same names, domains, limits and accuracy; arguments may be float32 or float64 tensors on any device that has
float64.  Values and derivatives are always computed in float64 and rounded once, so float32 results are right to half a
float32 ulp and a rounding.  On the CPU the compiled kernels of `numerics.bessel` do the work, elsewhere torch
operations, and for A″ and higher derivatives the host.

Derivatives, with A = I_{ν+1}/I_ν, each a function of its own that is evaluated without cancellation:

    d log M_h/dx = A,   d log I_ν/dx = A + ν/x,   dA/dx = A' = 1 − A² − (2ν+1) A/x (Riccati),   dx/dr = 1/A'(x)

for the inverse, and A″, A‴, A⁗ (`numerics.bessel._higher`).  So log M has five derivatives, A has four and
`iv_ratio_derivative` three; a further one raises NotImplementedError.  Errors over all orders and x, measured against
Arb, in ulp of float64: A″ below 6 of itself; A‴, which changes sign, below 8 of |A‴| + A'/s²; A⁗ below 32 of
|A⁗| + |A″|/s², where s = 1 + √(ν² + x²); derivatives of log I below 32 of the sum of the sizes of both terms.

The order (or dim) is not differentiable: a tensor that requires a gradient there is refused.  `torch.func.grad`, `jvp`
and `vmap` work, as does forward mode; on meta tensors the result has shape and dtype.

Examples
--------
>>> x = torch.zeros((), dtype=torch.float64, requires_grad=True)
>>> (slope,) = torch.autograd.grad(log_sphere_mgf(3, x), x, create_graph=True)
>>> torch.autograd.grad(slope, x)[0].item()  # 1/h
0.3333333333333333
"""

from __future__ import annotations

import math
import numbers
import warnings
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor

from modgap.numerics.bessel import functions as bessel

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

Order = Tensor | float | int


def _warn(bad: int, domain: str) -> None:
    if bad:
        warnings.warn(f"{bad} points outside {domain}: NaN", bessel.BesselDomainWarning, stacklevel=2)


def _values(kind: int, order: Tensor, x: Tensor) -> Tensor:
    """Values in the dtype of ``x``, computed in float64 and rounded once, without a graph."""
    if x.device.type == "meta":
        return torch.empty_like(x)
    order, wide = order.detach().to(x.device, torch.float64), x.detach().double()
    if kind in _LOG_DERIVATIVES:
        n = kind - _LOG_DERIVATIVES[0]
        result, bad = _evaluated(_RATIO_DERIVATIVES[n], order, wide)
        power, below = (-1) ** n * math.factorial(n) * order, torch.where(order == 0.0, 1.0, wide)
        for _ in range(n + 1):
            power = power / below
        result = result + power
    else:
        result, bad = _evaluated(kind, order, wide)
    _warn(bad, "dim >= 1, x >= 0" if kind in (bessel._MGF, bessel._SCALED) else "order >= -1/2, x >= 0")
    return result.to(x.dtype)


def _evaluated(kind: int, order: Tensor, x: Tensor) -> tuple[Tensor, int]:
    """Values of float64 arguments, and the number of domain errors; on the host what has no kernel on the device."""
    if x.device.type == "cpu" or kind in _RATIO_DERIVATIVES[2:]:
        out, bad = bessel._evaluate(kind, order.cpu().numpy(), x.cpu().numpy())
        return torch.from_numpy(out).to(x.device), bad
    from modgap.numerics.bessel import _differentiable_kernels as _torch_bessel_kernels

    return _torch_bessel_kernels.evaluate(kind, order.expand(x.shape), x)


def _check_order(order: Order, name: str) -> None:
    if isinstance(order, Tensor):
        if order.requires_grad:
            raise ValueError(f"{name} is not differentiable; pass {name}.detach()")
        if order.dtype not in (torch.float32, torch.float64) and (order.dtype.is_complex or order.dtype == torch.bool):
            raise TypeError(f"{name} must be real, got dtype {order.dtype}")
    elif isinstance(order, bool) or not isinstance(order, numbers.Real):
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


# Derivatives of log I_ν of order 1 to 5: A^{(n−1)} + ν (−1)^{n−1} (n−1)!/x^n.
_LOG_DERIVATIVES = range(bessel._FOURTH + 1, bessel._FOURTH + 6)
_RATIO_DERIVATIVES = (bessel._RATIO, bessel._DERIVATIVE, bessel._SECOND, bessel._THIRD, bessel._FOURTH)
# The derivative of each kind of function: its kind, and its sign.
_DERIVATIVE_OF = {
    bessel._MGF: (bessel._RATIO, 1),
    bessel._SCALED: (bessel._COMPLEMENT, -1),
    bessel._COMPLEMENT: (bessel._DERIVATIVE, -1),
    bessel._LOG: (_LOG_DERIVATIVES[0], 1),
    **{low: (high, 1) for low, high in pairwise(_RATIO_DERIVATIVES)},
    **{low: (high, 1) for low, high in pairwise(_LOG_DERIVATIVES)},
}


class _Elementwise(torch.autograd.Function):
    """One of the functions at given order (or dim) and x, and by `_DERIVATIVE_OF` its derivatives in x."""

    @staticmethod
    def forward(order: Tensor, x: Tensor, kind: int) -> Tensor:
        return _values(kind, order, x)

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Tensor, Tensor, int], output: Tensor) -> None:
        order, x, ctx.kind = inputs
        ctx.save_for_backward(order, x)
        ctx.save_for_forward(order, x)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor, None]:
        return None, grads[0] * _slope(ctx.kind, *ctx.saved_tensors), None

    @staticmethod
    def jvp(ctx: Any, *tangents: Tensor) -> Tensor:
        return tangents[1] * _slope(ctx.kind, *ctx.saved_tensors)

    @staticmethod
    def vmap(info: Any, in_dims: tuple[int | None, int | None, None], order: Tensor, x: Tensor, kind: int) -> Any:
        order, x = _batched(info.batch_size, in_dims[:2], order, x)
        return _Elementwise.apply(order, x, kind), 0


def _slope(kind: int, order: Tensor, x: Tensor) -> Tensor:
    if kind not in _DERIVATIVE_OF:
        raise NotImplementedError(
            "numerics.torch_bessel has derivatives of the ratio I_{v+1}/I_v up to the fourth, and of what leads to it "
            "accordingly; a further one was asked for"
        )
    slope, sign = _DERIVATIVE_OF[kind]
    if kind in (bessel._MGF, bessel._SCALED):
        order = 0.5 * order - 1.0
    return sign * _Elementwise.apply(order, x, slope)


def _batched(size: int, dims: tuple[int | None, int | None], order: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
    """Return both with the axis of `torch.vmap` in front, ``x`` expanded to it."""
    x = x.unsqueeze(0) if dims[1] is None else x.movedim(dims[1], 0)
    x = x.expand(size, *x.shape[1:])
    if dims[0] is not None:
        order = order.movedim(dims[0], 0)
        order = order.reshape(size, *[1] * (x.dim() - order.dim()), *order.shape[1:])
    return order, x


class _Inverse(torch.autograd.Function):
    """The x with A = given, or, for the complement, with 1 − A = given; solved on the host."""

    @staticmethod
    def forward(order: Tensor, given: Tensor, complement: bool) -> Tensor:
        if given.device.type == "meta":
            return torch.empty_like(given)
        function = bessel.inverse_iv_ratio_complement if complement else bessel.inverse_iv_ratio
        x = function(order.detach().cpu().double().numpy(), given.detach().cpu().double().numpy())
        return torch.as_tensor(x).to(given.device, given.dtype)

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Tensor, Tensor, bool], output: Tensor) -> None:
        order, _, complement = inputs
        ctx.sign = -1 if complement else 1
        ctx.save_for_backward(order, output)
        ctx.save_for_forward(order, output)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor, None]:
        return None, ctx.sign * grads[0] / _Elementwise.apply(*ctx.saved_tensors, bessel._DERIVATIVE), None

    @staticmethod
    def jvp(ctx: Any, *tangents: Tensor) -> Tensor:
        return ctx.sign * tangents[1] / _Elementwise.apply(*ctx.saved_tensors, bessel._DERIVATIVE)

    @staticmethod
    def vmap(
        info: Any, in_dims: tuple[int | None, int | None, None], order: Tensor, given: Tensor, complement: bool
    ) -> Any:
        return _Inverse.apply(*_batched(info.batch_size, in_dims[:2], order, given), complement), 0


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

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> x = torch.tensor(100.0, dtype=torch.float64, requires_grad=True)
    >>> round(torch_bessel.iv_ratio(255, x).item(), 6)
    0.188405
    >>> round(torch.autograd.grad(torch_bessel.iv_ratio(255, x), x)[0].item(), 6)
    0.001755
    """
    return _Elementwise.apply(*_arguments(order, x), bessel._RATIO)


def iv_ratio_complement(order: Order, x: Tensor) -> Tensor:
    """1 − A_ν(x) without cancellation; arguments and errors as in `iv_ratio`.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> x = torch.tensor(100.0, dtype=torch.float64, requires_grad=True)
    >>> round(torch_bessel.iv_ratio_complement(255, x).item(), 6)
    0.811595
    """
    return _Elementwise.apply(*_arguments(order, x), bessel._COMPLEMENT)


def iv_ratio_derivative(order: Order, x: Tensor) -> Tensor:
    """dA_ν/dx without cancellation; arguments and errors as in `iv_ratio`.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> x = torch.tensor(100.0, dtype=torch.float64, requires_grad=True)
    >>> round(torch_bessel.iv_ratio_derivative(255, x).item(), 6)
    0.001755
    """
    return _Elementwise.apply(*_arguments(order, x), bessel._DERIVATIVE)


def log_iv(order: Order, x: Tensor) -> Tensor:
    """log I_ν(x); arguments and errors as in `iv_ratio`.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> x = torch.tensor(100.0, dtype=torch.float64, requires_grad=True)
    >>> round(torch_bessel.log_iv(255, x).item(), 6)
    -154.557397
    >>> round(torch.autograd.grad(torch_bessel.log_iv(255, x), x)[0].item(), 6)
    2.738405
    """
    return _Elementwise.apply(*_arguments(order, x), bessel._LOG)


def log_sphere_mgf(dim: Order, x: Tensor) -> Tensor:
    """log E e^{x u_1}, u uniform on the unit sphere of R^dim, dim ≥ 1; arguments and errors as in `iv_ratio`.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> x = torch.tensor(100.0, dtype=torch.float64, requires_grad=True)
    >>> round(torch_bessel.log_sphere_mgf(512, x).item(), 6)
    9.588838
    """
    return _Elementwise.apply(*_arguments(dim, x, ("dim", "x")), bessel._MGF)


def log_sphere_mgf_scaled(dim: Order, x: Tensor) -> Tensor:
    """log M_dim(x) − x without cancellation, dim ≥ 1; arguments and errors as in `iv_ratio`.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> x = torch.tensor(100.0, dtype=torch.float64, requires_grad=True)
    >>> round(torch_bessel.log_sphere_mgf_scaled(512, x).item(), 6)
    -90.411162
    """
    return _Elementwise.apply(*_arguments(dim, x, ("dim", "x")), bessel._SCALED)


def inverse_iv_ratio(order: Order, r: Tensor) -> Tensor:
    """The x with A_ν(x) = r, 0 ≤ r ≤ 1, solved on the host; arguments and errors as in `iv_ratio`.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> round(torch_bessel.inverse_iv_ratio(255, torch.tensor(0.9, dtype=torch.float64)).item(), 6)
    2421.023654
    """
    return _Inverse.apply(*_arguments(order, r, ("order", "r")), False)


def inverse_iv_ratio_complement(order: Order, c: Tensor) -> Tensor:
    """The x with 1 − A_ν(x) = c, 0 ≤ c ≤ 1, solved on the host; arguments and errors as in `iv_ratio`.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics import torch_bessel
    >>> round(torch_bessel.inverse_iv_ratio_complement(255, torch.tensor(0.1, dtype=torch.float64)).item(), 6)
    2421.023654
    """
    return _Inverse.apply(*_arguments(order, c, ("order", "c")), True)
