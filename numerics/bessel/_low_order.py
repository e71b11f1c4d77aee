"""Scalar code for −1/2 ≤ ν < 0, where 1 − A and the derivatives of A are small as 2ν + 1 is."""

from __future__ import annotations

import math

import numpy as np

from modgap.numerics.bessel._double_double import add, divide, multiply, two_sum
from modgap.numerics.bessel._jit import kernel

_LOG_TWO = math.log(2.0)
_HALF_LOG_TWO_PI = 0.5 * math.log(2.0 * math.pi)
_SERIES = 40


@kernel
def hyperbolic(n, x):
    """1 − tanh x for n = 0, else the nth derivative of tanh, n ≤ 4: order −1/2 (DLMF 10.39.1).  q = sech² x."""
    e = math.exp(-2.0 * x)
    if n == 0:
        return 2.0 * e / (1.0 + e)
    q = 4.0 * e / ((1.0 + e) * (1.0 + e))
    if n == 1:
        return q
    a = math.tanh(x)
    if n == 2:
        return -2.0 * a * q
    if n == 3:
        return q * (4.0 - 6.0 * q)
    return 8.0 * a * q * (3.0 * q - 1.0)


@kernel
def log_cosh_scaled(x):
    """log(e^{−x} cosh x)."""
    if x >= 0.5:
        return math.log1p(math.exp(-2.0 * x)) - _LOG_TWO
    half = math.sinh(0.5 * x)
    return math.log1p(2.0 * half * half) - x


@kernel
def large_argument(n, order, x):
    """1 − A for n = 0, else its nth derivative A^{(n)}, n ≤ 4: x ≥ 40, −1/2 < ν < 0.

    With μ = ν + ½ the Riccati equation for C = 1 − A gives C = μ Σ d_k/x^k, d_1 = 1,
    2 d_k = (k − 1 − 2μ) d_{k−1} + μ Σ_{0<i<k} d_i d_{k−i}: all terms positive, of C and of its derivatives up to sign.
    Near ν = −½ they are small, and the subdominant 2e^{−2x} of 1 − tanh x counts beside them.
    """
    mu = order + 0.5
    d = np.empty(_SERIES + 1)
    d[1] = 1.0
    power = 1.0 / x
    weight = 1.0
    for i in range(1, n + 1):
        weight *= i
    total = weight * power
    for k in range(2, _SERIES + 1):
        convolved = 0.0
        for i in range(1, k):
            convolved += d[i] * d[k - i]
        d[k] = 0.5 * ((k - 1 - 2.0 * mu) * d[k - 1] + mu * convolved)
        power /= x
        weight *= (k + n - 1.0) / (k - 1.0)
        term = weight * d[k] * power
        total += term
        if term < 1e-19 * total:
            break
    size = mu * total
    for _ in range(n):
        size /= x
    size += 2.0 ** (n + 1) * math.exp(-2.0 * x)
    return size if n in (0, 1, 3) else -size


@kernel
def large_argument_scaled(order, x):
    """log M − x for x ≥ 40, −1/2 < ν < 0, from DLMF 10.40.1, whose terms are then all positive."""
    b = h = 1.0
    for k in range(1, _SERIES):
        b *= (2 * k - 1 - 2.0 * order) * (2 * k - 1 + 2.0 * order) / (8.0 * k * x)
        h += b
        if b < 1e-18:
            break
    constant = math.lgamma(order + 1.0) + order * _LOG_TWO - _HALF_LOG_TWO_PI
    return (constant + math.log(h)) - (order + 0.5) * math.log(x)


@kernel
def _hypergeometric(a, a_tail, b, b_tail, z, z_tail, confluent):
    """₁F₁(a; b; z) or, not confluent, ₀F₁(; b; z) as a double-double, a, b, z positive (DLMF 13.2.2, 16.2.1)."""
    total, total_tail = 1.0, 0.0
    term, term_tail = 1.0, 0.0
    for k in range(1000):
        bottom, bottom_tail = add(b, b_tail, float(k), 0.0)
        top, top_tail = z, z_tail
        if confluent:
            top, top_tail = add(a, a_tail, float(k), 0.0)
            top, top_tail = multiply(top, top_tail, z, z_tail)
        bottom, bottom_tail = multiply(bottom, bottom_tail, k + 1.0, 0.0)
        quotient, quotient_tail = divide(top, top_tail, bottom, bottom_tail)
        term, term_tail = multiply(term, term_tail, quotient, quotient_tail)
        total, total_tail = add(total, total_tail, term, term_tail)
        if quotient < 0.5 and term < 1e-34 * total:
            break
    return total, total_tail


@kernel
def complement(order, x):
    """1 − A = ₁F₁(ν+½; 2ν+2; 2x)/₁F₁(ν+½; 2ν+1; 2x), −1/2 < ν < 0 (from DLMF 10.39.5): positive terms only."""
    a, a_tail = two_sum(order, 0.5)
    b, b_tail = two_sum(2.0 * order, 2.0)
    z = 2.0 * x
    top, top_tail = _hypergeometric(a, a_tail, b, b_tail, z, 0.0, True)
    bottom, bottom_tail = _hypergeometric(a, a_tail, 2.0 * a, 2.0 * a_tail, z, 0.0, True)
    return divide(top, top_tail, bottom, bottom_tail)


@kernel
def small_argument_scaled(order, x):
    """log M − x for 1 ≤ x < 40, −1/2 < ν < 0: rounded once from M as a double-double."""
    b, b_tail = two_sum(order, 1.0)
    square, square_tail = multiply(x, 0.0, x, 0.0)
    high, low = _hypergeometric(0.0, 0.0, b, b_tail, 0.25 * square, 0.25 * square_tail, False)
    return math.log(high * math.exp(-x)) + low / high
