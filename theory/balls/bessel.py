"""Rigorous Arb balls for log I_ν, A_ν = I_{ν+1}/I_ν and log M_h, at points and over boxes of (order, x).

At exact arguments I_ν comes from Arb's `bessel_i` (Johansson, "Computing hypergeometric functions rigorously", 2019),
at a working precision that is doubled until the answer is as sharp as the caller's precision, whatever cancellation
stood in between.  Where x²/4 is small against ν + 1 the form M − 1 = t/(ν+1) ₁F₂(1; 2, ν+2; t), t = x²/4, keeps the
relative accuracy of log M down to x = 0.

Over a box the enclosure is the hull of two corners, by the monotonicity of the functions:

* A_ν(x) increases in x (ν ≥ −1/2) and decreases in ν (claims ``bessel.ratio.increasing`` and
  ``bessel.ratio.decreasing_in_order``; Amos 1974, section 2);
* M_h(x) = Σ t^k/(k! (ν+1)_k) increases in x and decreases in ν, term by term;
* log I_ν = log M + ν log(x/2) − log Γ(ν+1) takes the first term so and the others by ball arithmetic.

Every function takes `flint.arb`, int, float or Fraction (all taken as exact) and works at the precision of
`flint.ctx`.  Domain: ν ≥ −1/2, h ≥ 1, x ≥ 0 for the whole ball.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import arb, ctx, fmpq

Real = arb | int | float | Fraction

GUARD_BITS = 10
_MAX_DOUBLINGS = 8


def _ball(value: Real, name: str) -> arb:
    if isinstance(value, Fraction):
        return arb(fmpq(value.numerator, value.denominator))
    if isinstance(value, arb | int | float) and not isinstance(value, bool):
        ball = arb(value)
        if ball.is_finite():
            return ball
        raise ValueError(f"{name} must be finite, got {value!r}")
    raise TypeError(f"{name} must be arb, int, float or Fraction, got {type(value).__name__}")


def _domain(order: arb, x: arb) -> None:
    if not order >= arb(-0.5):
        raise ValueError(f"order must be at least -1/2 (dim at least 1), got {order}")
    if not x >= 0:
        raise ValueError(f"x must be non-negative, got {x}")


def _sharp(evaluate: Callable[[], arb], cancelled: int = 0) -> arb:
    """Evaluate at growing precision, from an estimate of the bits to be lost, until the caller's precision is met."""
    goal, bits = ctx.prec, ctx.prec + 2 * GUARD_BITS + cancelled
    for _ in range(_MAX_DOUBLINGS):
        with ctx.workprec(bits):
            value = evaluate()
        if value.rel_accuracy_bits() >= goal - GUARD_BITS:
            break
        bits *= 2
    return value


def _endpoints(ball: arb) -> tuple[arb, arb]:
    return (ball, ball) if ball.is_exact() else (ball.lower(), ball.upper())


def _hull(evaluate: Callable[[arb, arb], arb], order: arb, x: arb) -> arb:
    """Enclose a function that increases in x and decreases in the order, over the box order × x."""
    (order_low, order_high), (x_low, x_high) = _endpoints(order), _endpoints(x)
    least = evaluate(order_high, x_low)
    if order.is_exact() and x.is_exact():
        return least
    return least.union(evaluate(order_low, x_high))


def _bits_in(value: arb) -> int:
    return int(float(value.upper())).bit_length() + 1


def _at_low_end(order: arb) -> bool:
    return bool(order == arb(-0.5))


def _ratio_at(order: arb, x: arb) -> arb:
    if x == 0:
        return arb(0)
    if _at_low_end(order):
        return _sharp(x.tanh)
    return _sharp(lambda: x.bessel_i(order + 1, scaled=True) / x.bessel_i(order, scaled=True))


def _complement_at(order: arb, x: arb) -> arb:
    if _at_low_end(order):
        return _sharp(lambda: 2 / ((2 * x).exp() + 1))
    if x == 0:
        return arb(1)

    def evaluate() -> arb:
        bottom = x.bessel_i(order, scaled=True)
        return (bottom - x.bessel_i(order + 1, scaled=True)) / bottom

    return _sharp(evaluate, _bits_in(x))


def _derivative_at(order: arb, x: arb) -> arb:
    if x == 0:
        return 1 / (2 * order + 2)
    if _at_low_end(order):
        return _sharp(lambda: x.sech() ** 2)

    def evaluate() -> arb:
        a = x.bessel_i(order + 1, scaled=True) / x.bessel_i(order, scaled=True)
        return 1 - a * a - (2 * order + 1) * a / x

    return _sharp(evaluate, 2 * _bits_in(x) + _bits_in(order))


def _log_mgf_at(order: arb, x: arb) -> arb:
    if x == 0:
        return arb(0)
    t = x * x / 4
    if t < order + 1:
        return _sharp(lambda: (x * x / (4 * order + 4) * (x * x / 4).hypgeom([arb(1)], [arb(2), order + 2])).log1p())
    return _sharp(lambda: _log_iv_at(order, x) - order * (x / 2).log() + (order + 1).lgamma())


def _log_iv_at(order: arb, x: arb) -> arb:
    if _at_low_end(order):
        return ((-2 * x).exp().log1p() + x) - (2 * arb.pi() * x).log() / 2
    return x.bessel_i(order, scaled=True).log() + x


def iv_ratio(order: Real, x: Real) -> arb:
    """Enclosure of A_ν(x) = I_{ν+1}(x)/I_ν(x) over the balls ``order`` and ``x``.

    Parameters
    ----------
    order, x : arb, int, float or Fraction
        ν ≥ −1/2 and x ≥ 0.

    Returns
    -------
    arb
        Encloses every A_ν(x) of the box.

    Raises
    ------
    ValueError
        If part of the box lies outside the domain, or an argument is not finite.
    TypeError
        If an argument is not a real number of the types above.
    """
    nu, z = _ball(order, "order"), _ball(x, "x")
    _domain(nu, z)
    return _hull(_ratio_at, nu, z)


def iv_ratio_complement(order: Real, x: Real) -> arb:
    """Enclosure of 1 − A_ν(x), sharp where A is near 1; arguments and errors as in `iv_ratio`."""
    nu, z = _ball(order, "order"), _ball(x, "x")
    _domain(nu, z)
    return -_hull(lambda order, x: -_complement_at(order, x), nu, z)


def iv_ratio_derivative(order: Real, x: Real) -> arb:
    """Enclosure of A'_ν(x) = (1 − A)(1 + A) − (2ν + 1) A/x; over boxes by ball arithmetic, as in `iv_ratio`."""
    nu, z = _ball(order, "order"), _ball(x, "x")
    _domain(nu, z)
    if nu.is_exact() and z.is_exact():
        return _derivative_at(nu, z)
    if not z > 0:
        raise ValueError(f"a box for the derivative must have x > 0, got {z}")
    return iv_ratio_complement(nu, z) * (1 + iv_ratio(nu, z)) - (2 * nu + 1) * iv_ratio(nu, z) / z


def log_sphere_mgf(dim: Real, x: Real) -> arb:
    """Enclosure of log M_h(x) = log ₀F₁(; h/2; x²/4), h ≥ 1; arguments and errors as in `iv_ratio`."""
    nu, z = _ball(dim, "dim") / 2 - 1, _ball(x, "x")
    _domain(nu, z)
    return _hull(_log_mgf_at, nu, z)


def log_sphere_mgf_scaled(dim: Real, x: Real) -> arb:
    """Enclosure of log M_h(x) − x; over boxes by ball arithmetic; arguments and errors as in `iv_ratio`."""
    nu, z = _ball(dim, "dim") / 2 - 1, _ball(x, "x")
    _domain(nu, z)
    if nu.is_exact() and z.is_exact():
        return arb(0) if z == 0 else _sharp(lambda: _log_mgf_at(nu, z) - z)
    return log_sphere_mgf(dim, x) - z


def log_iv(order: Real, x: Real) -> arb:
    """Enclosure of log I_ν(x), x > 0; arguments and errors as in `iv_ratio`."""
    nu, z = _ball(order, "order"), _ball(x, "x")
    _domain(nu, z)
    if not z > 0:
        raise ValueError(f"x must be positive, got {z}")
    if nu.is_exact() and z.is_exact():
        return _sharp(lambda: _log_iv_at(nu, z))
    return _hull(_log_mgf_at, nu, z) + nu * (z / 2).log() - (nu + 1).lgamma()
