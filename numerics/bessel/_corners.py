"""Scalar code for the ends of the domain: 0, infinity, orders below 0, arguments beyond 1e150, higher derivatives."""

from __future__ import annotations

import math

from modgap.numerics.bessel import _low_order as low
from modgap.numerics.bessel import _regions as regions
from modgap.numerics.bessel._double_double import add, divide, multiply, two_sum
from modgap.numerics.bessel._higher import higher
from modgap.numerics.bessel._jit import kernel

RATIO, COMPLEMENT, DERIVATIVE, LOG, MGF, SCALED, SECOND, THIRD, FOURTH = range(9)

_HUGE = regions.HUGE
_S_MIN = regions.S_BORDERS[0]
_DOWN = 2.0**-600
_LOG_TWO = math.log(2.0)
_HALF_LOG_TWO_PI = 0.5 * math.log(2.0 * math.pi)


@kernel
def _at_zero(kind, order):
    if kind == COMPLEMENT:
        return 1.0
    if kind == DERIVATIVE:
        return 0.5 / (order + 1.0)
    if kind == LOG and order != 0.0:
        return -math.inf if order > 0.0 else math.inf
    return 0.0


@kernel
def _at_infinity(kind, order):
    if kind == RATIO:
        return 1.0
    if kind == SCALED:
        return -math.inf if order > -0.5 else -_LOG_TWO
    if kind in (LOG, MGF):
        return math.inf
    return 0.0


@kernel
def _low_order(kind, order, x):
    """Complement, derivative and log M − x for −1/2 ≤ ν < 0."""
    if kind == SCALED:
        if order == -0.5:
            return low.log_cosh_scaled(x)
        if x >= _S_MIN:
            return low.large_argument_scaled(order, x)
        if x >= 1.0:
            return low.small_argument_scaled(order, x)
        return math.log1p(_excess(order, x)) - x
    n = 0 if kind == COMPLEMENT else 1
    if order == -0.5:
        return low.hyperbolic(n, x)
    if x >= _S_MIN:
        return low.large_argument(n, order, x)
    if x < 1e-8:
        slope = 0.5 / (order + 1.0)
        return 1.0 - x * slope if kind == COMPLEMENT else slope
    c, c_tail = low.complement(order, x)
    if kind == COMPLEMENT:
        return c
    a, a_tail = add(1.0, 0.0, -c, -c_tail)
    first, first_tail = add(1.0, 0.0, a, a_tail)
    first, first_tail = multiply(c, c_tail, first, first_tail)
    second, second_tail = divide(a, a_tail, x, 0.0)
    w, w_tail = two_sum(2.0 * order, 1.0)
    second, second_tail = multiply(w, w_tail, second, second_tail)
    d, d_tail = add(first, first_tail, -second, -second_tail)
    return d + d_tail


@kernel
def _excess(order, x):
    """M − 1 for x < 1 by its series."""
    t, total, term = 0.25 * x * x, 0.0, 1.0
    for j in range(1, 20):
        term *= t / (j * (order + j))
        total += term
    return total


@kernel
def _tiny_log(order, x):
    return order * (math.log(x) - _LOG_TWO) - math.lgamma(order + 1.0)


@kernel
def _beyond(kind, order, x):
    """Order or x above 1e150: leading terms, with everything scaled by 2^−600."""
    v, z = order * _DOWN, x * _DOWN
    s = math.sqrt(v * v + z * z)
    ratio = z / (s + v) if x > 1.0 else x * (_DOWN / (s + v))
    if kind == RATIO:
        return ratio
    if kind == COMPLEMENT:
        return v * (1.0 + v / (s + z)) / (s + v) + 0.5 * (z / s) / s * _DOWN
    if kind == DERIVATIVE:
        return v / s / (s + v) * _DOWN + (0.5 - (v / s) * (v / s)) / s * _DOWN / s * _DOWN
    if kind == LOG:
        log_ratio = math.log(ratio) if x > 1.0 else math.log(x) - math.log(s + v) - 600.0 * _LOG_TWO
        # Scaled up at the end: s alone may overflow where the sum does not.
        log_s = math.log(s) + 600.0 * _LOG_TWO
        return (s + v * log_ratio) / _DOWN - 0.5 * log_s - _HALF_LOG_TWO_PI
    if kind == MGF and order < 1.0:
        return x
    d = x * ratio
    q = 0.5 * d / order if order > 0.0 else math.inf
    if kind == MGF:
        return d * (1.0 - 0.5 * (math.log1p(q) / q if q > 0.0 else 1.0))
    if order < 1e6:
        return math.lgamma(order + 1.0) + order * _LOG_TWO - _HALF_LOG_TWO_PI - (order + 0.5) * math.log(x)
    return -x * (2.0 * v / (s + v + z)) - order * math.log1p(q) - 0.5 * math.log1p(2.0 * q)


@kernel
def corner(kind, order, x):
    """Value at one point that the block kernels do not take; NaN outside the domain."""
    if not (order >= -0.5 and x >= 0.0) or order == math.inf:
        return math.nan
    if x == math.inf:
        return _at_infinity(kind, order)
    if kind >= SECOND:
        return higher(kind - SECOND + 2, order, x)
    if x == 0.0:
        return _at_zero(kind, order)
    if order < 0.0 and kind in (COMPLEMENT, DERIVATIVE, SCALED):
        return _low_order(kind, order, x)
    if order > _HUGE or x > _HUGE:
        return _beyond(kind, order, x)
    return _tiny_log(order, x)
