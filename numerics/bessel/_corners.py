"""Scalar code for the ends of the domain: 0, infinity, order −1/2 and its neighbourhood, arguments beyond 1e150."""

from __future__ import annotations

import math

from modgap.numerics.bessel import _regions as regions
from modgap.numerics.bessel._double_double import add, divide, multiply, two_sum
from modgap.numerics.bessel._jit import kernel

RATIO, COMPLEMENT, DERIVATIVE, LOG, MGF, SCALED = range(6)

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
def _hyperbolic(kind, x):
    """1 − tanh x, its derivative's negative sech² x, log(e^{−x} cosh x): order −1/2 (DLMF 10.39.1)."""
    e = math.exp(-2.0 * x)
    if kind == SCALED:
        half = math.sinh(0.5 * x) if x < 0.5 else 0.0
        return math.log1p(e) - _LOG_TWO if x >= 0.5 else math.log1p(2.0 * half * half) - x
    if kind == COMPLEMENT:
        return 2.0 * e / (1.0 + e)
    return 4.0 * e / ((1.0 + e) * (1.0 + e))


@kernel
def _hankel(kind, order, x):
    """Large-argument expansion (DLMF 10.40.1) for −1/2 < ν < 0, the factor 2ν + 1 taken out; all terms positive.

    With b_k = (−1)^k a_k(ν)/x^k, H = Σ b_k and 1 − A = Σ_{k≥1} 4k b_k/(2k − 1 − 2ν)/H = c_1 (1 + δ).
    """
    b = n = 1.0
    h = 1.0
    excess = 0.0
    for k in range(1, 40):
        n *= (2 * k + 1 + 2.0 * order) * (2 * k - 1 - 2.0 * order) / (8.0 * k * x)
        b *= (2 * k - 1 - 2.0 * order) * (2 * k - 1 + 2.0 * order) / (8.0 * k * x)
        h += b
        excess += n - b
        if n < 1e-18:
            break
    delta = excess / h
    leading = (order + 0.5) / x
    c = leading + leading * delta
    return c if kind == COMPLEMENT else leading * (c + delta * (2.0 - c))


@kernel
def _kummer(a, a_tail, b, b_tail, z):
    """₁F₁(a; b; z) as a double-double, all of a, b, z positive (DLMF 13.2.2)."""
    total, total_tail = 1.0, 0.0
    term, term_tail = 1.0, 0.0
    for k in range(1000):
        top, top_tail = add(a, a_tail, float(k), 0.0)
        bottom, bottom_tail = add(b, b_tail, float(k), 0.0)
        top, top_tail = multiply(top, top_tail, z, 0.0)
        bottom, bottom_tail = multiply(bottom, bottom_tail, k + 1.0, 0.0)
        quotient, quotient_tail = divide(top, top_tail, bottom, bottom_tail)
        term, term_tail = multiply(term, term_tail, quotient, quotient_tail)
        total, total_tail = add(total, total_tail, term, term_tail)
        if k > z and term < 1e-34 * total:
            break
    return total, total_tail


@kernel
def _confluent(kind, order, x):
    """1 − A = ₁F₁(ν+½; 2ν+2; 2x)/₁F₁(ν+½; 2ν+1; 2x) for −1/2 < ν < 0 (from DLMF 10.39.5): positive terms only."""
    a, a_tail = two_sum(order, 0.5)
    b, b_tail = two_sum(2.0 * order, 2.0)
    z = 2.0 * x
    top, top_tail = _kummer(a, a_tail, b, b_tail, z)
    bottom, bottom_tail = _kummer(a, a_tail, 2.0 * a, 2.0 * a_tail, z)
    c, c_tail = divide(top, top_tail, bottom, bottom_tail)
    if kind == COMPLEMENT:
        return c
    ratio, ratio_tail = add(1.0, 0.0, -c, -c_tail)
    sum_, sum_tail = add(1.0, 0.0, ratio, ratio_tail)
    first, first_tail = multiply(c, c_tail, sum_, sum_tail)
    over, over_tail = divide(ratio, ratio_tail, x, 0.0)
    second, second_tail = multiply(2.0 * a, 2.0 * a_tail, over, over_tail)
    d, d_tail = add(first, first_tail, -second, -second_tail)
    return d + d_tail


@kernel
def _low_order(kind, order, x):
    """Complement and derivative for −1/2 ≤ ν < 0."""
    if order == -0.5:
        return _hyperbolic(kind, x)
    if x >= _S_MIN:
        return _hankel(kind, order, x)
    if x < 1e-8:
        slope = 0.5 / (order + 1.0)
        return 1.0 - x * slope if kind == COMPLEMENT else slope
    return _confluent(kind, order, x)


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
        log_s = math.log(s) + 600.0 * _LOG_TWO
        return math.hypot(order, x) + order * log_ratio - 0.5 * log_s - _HALF_LOG_TWO_PI
    if kind == MGF and order < 1.0:
        return x
    d = x * ratio
    q = 0.5 * d / order if order > 0.0 else math.inf
    if kind == MGF:
        return d * (1.0 - 0.5 * (math.log1p(q) / q if q > 0.0 else 1.0))
    if order < 1e6:
        return math.lgamma(order + 1.0) + order * _LOG_TWO - _HALF_LOG_TWO_PI - (order + 0.5) * math.log(x)
    return -2.0 * order * (z / (s + v + z)) - order * math.log1p(q) - 0.5 * math.log1p(2.0 * q)


@kernel
def corner(kind, order, x):
    """Value at one point that the block kernels do not take; NaN outside the domain."""
    if not (order >= -0.5 and x >= 0.0) or order == math.inf:
        return math.nan
    if x == math.inf:
        return _at_infinity(kind, order)
    if x == 0.0:
        return _at_zero(kind, order)
    if kind == SCALED and order == -0.5:
        return _hyperbolic(kind, x)
    if order < 0.0 and (kind in (COMPLEMENT, DERIVATIVE)):
        return _low_order(kind, order, x)
    if order > _HUGE or x > _HUGE:
        return _beyond(kind, order, x)
    return _tiny_log(order, x)
