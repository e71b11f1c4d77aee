"""Scalar code for the second to fourth derivative of the ratio A_ν = I_{ν+1}/I_ν in x.

*x² ≤ 0.16 (ν+1)(ν+5), s < 100*: A = Σ_k 2x/(x² + j_k²) over the zeros j_k of J_ν (DLMF 10.21, Rayleigh's expansion)
as a power series, whose coefficients 2(−1)^{n−1} σ_n come from (ν + n) σ_n = Σ σ_k σ_{n−k}, σ_1 = 1/(4ν + 4): all
positive.  As j_1² > (ν+1)(ν+5), its terms fall as 0.16ⁿ.

*s < 100 beyond it*: the Riccati equation A' = 1 − A² − (2ν+1) B, B = A/x, differentiated: each of its sums loses a few
bits, of which A as a double-double by backward recurrence has enough.

*s ≥ 100*: the expansion of A' in 1/s, differentiated term by term.  With θ = t d/dt, t = ν/s, a term f(t)/s^j of A'
becomes −x s^{−j−2} (j + θ) f, so that, H_n = Σ_j s^{1−j} (2n + j − 4 + θ) ... (j + θ) f_j,

    A″ = −(x/s) s^{−2} H_2,   A‴ = s^{−3} ((x/s)² H_3 − H_2),   A⁗ = (x/s) s^{−4} (3 H_3 − (x/s)² H_4).

Errors: a few ulp of A″, which is never 0 for x > 0; A‴ and A⁗ change sign, and their errors are a few ulp of the
larger of the two terms above.
"""

from __future__ import annotations

import math

import numpy as np

from modgap.numerics.bessel import _low_order as low
from modgap.numerics.bessel import _tables as tables
from modgap.numerics.bessel._double_double import add, divide, multiply, two_product, two_sum
from modgap.numerics.bessel._jit import kernel

_FAR = 100.0
_VANISHING = 1e165  # above it even A″ is below the smallest double
_POWERS = 28
_SHARE = 0.16
_BITS = 2.0**-100
_MINUS_HALF = -0.5


def _differentiated(n: int) -> np.ndarray:
    """Coefficients in u = t² of (2n + j − 4 + θ) ... (j + θ) f_j, rows j = 2, 3, ...; θ u^i = 2i u^i."""
    rows = [(0.5, -1.0), *tables.DERIVATIVE]
    table = np.zeros((len(rows), max(map(len, rows))))
    for k, row in enumerate(rows):
        for i, coefficient in enumerate(row):
            for shift in range(0, 2 * n - 2, 2):
                coefficient *= k + 2 + shift + 2 * i
            table[k, i] = coefficient
    return table


_SECOND, _THIRD, _FOURTH = _differentiated(2), _differentiated(3), _differentiated(4)


@kernel
def _expansion(table, first, terms, u, r):
    """first + Σ_k table_k(u) r^k."""
    total = 0.0
    for k in range(terms - 1, -1, -1):
        value = 0.0
        for i in range(k + 2, -1, -1):
            if i < table.shape[1]:
                value = value * u + table[k, i]
        total = (total + value) * r
    return first + total


@kernel
def _far(n, order, x):
    s = math.hypot(order, x)
    r = 1.0 / s
    t, slope = order * r, x * r
    u = t * t
    terms = 17 if s < 250.0 else 12 if s < 1000.0 else 9 if s < 8000.0 else 7
    c = 1.0 / (1.0 + t)
    # (j + θ) ... f_1 for f_1 = t/(1 + t).
    once = t * (2.0 + t) * c * c
    second = _expansion(_SECOND, once, terms, u, r)
    if n == 2:
        return -slope * r * r * second
    twice = 3.0 * once + 2.0 * t * c * c * c
    third = _expansion(_THIRD, twice, terms, u, r)
    if n == 3:
        return (slope * slope * third - second) * r * r * r
    thrice = 15.0 * once + 18.0 * t * c * c * c - 6.0 * u * c * c * c * c
    fourth = _expansion(_FOURTH, thrice, terms, u, r)
    return slope * (3.0 * third - slope * slope * fourth) * r * r * r * r


@kernel
def _power_series(n, order, x):
    sums = np.empty(_POWERS + 1)
    sums[1] = 0.25 / (order + 1.0)
    for m in range(2, _POWERS + 1):
        convolved = 0.0
        for k in range(1, m):
            convolved += sums[k] * sums[m - k]
        sums[m] = convolved / (order + m)
    square, total = x * x, 0.0
    least = n // 2 + 1
    for m in range(_POWERS, least - 1, -1):
        factor = 1.0
        for i in range(n):
            factor *= 2 * m - 1 - i
        total = factor * sums[m] - square * total
    total = 2.0 * total if least % 2 == 1 else -2.0 * total
    return total if n == 3 else x * total


@kernel
def _over_x(order, x):
    """A/x as a double-double, ν ≥ 0: backward recurrence of I_k/x^k from Amos's bound (see `numerics.bessel`)."""
    steps, damping = 0, 1.0
    above = x / (order + 0.5 + math.hypot(order + 0.5, x))
    while True:
        steps += 1
        a = order + steps + 0.5
        upper = x / (a + math.hypot(a, x))
        lower = x / (a + math.hypot(a + 1.0, x))
        damping *= above * upper
        above = upper
        if damping * (upper - lower) <= lower * _BITS:
            break
    square, square_tail = two_product(x, x)
    top = order + steps
    high, high_tail = 1.0, 0.0
    now, now_tail = top + 0.5 + math.hypot(top + 1.5, x), 0.0
    for j in range(steps, 0, -1):
        k, k_tail = two_sum(order, float(j))
        first, first_tail = multiply(2.0 * k, 2.0 * k_tail, now, now_tail)
        second, second_tail = multiply(square, square_tail, high, high_tail)
        high, high_tail = now, now_tail
        now, now_tail = add(first, first_tail, second, second_tail)
    return divide(high, high_tail, now, now_tail)


@kernel
def _low_start(order, x):
    """A, A/x and A' as double-doubles for −1/2 < ν < 0."""
    c, c_tail = low.complement(order, x)
    a, a_tail = add(1.0, 0.0, -c, -c_tail)
    b, b_tail = divide(a, a_tail, x, 0.0)
    rest, rest_tail = add(1.0, 0.0, a, a_tail)
    rest, rest_tail = multiply(c, c_tail, rest, rest_tail)
    return a, a_tail, b, b_tail, rest, rest_tail


@kernel
def _high_start(order, x):
    """The same, with 1 − A² in place of A', for ν ≥ 0."""
    b, b_tail = _over_x(order, x)
    a, a_tail = multiply(x, 0.0, b, b_tail)
    square, square_tail = multiply(a, a_tail, a, a_tail)
    rest, rest_tail = add(1.0, 0.0, -square, -square_tail)
    return a, a_tail, b, b_tail, rest, rest_tail


@kernel
def _next_over_x(m, d, d_tail, b, b_tail, x):
    """B^{(m)} = (A^{(m)} − m B^{(m−1)})/x."""
    p, p_tail = multiply(float(m), 0.0, b, b_tail)
    p, p_tail = add(d, d_tail, -p, -p_tail)
    return divide(p, p_tail, x, 0.0)


@kernel
def _minus(left, left_tail, w, w_tail, b, b_tail):
    """left − w b."""
    p, p_tail = multiply(w, w_tail, b, b_tail)
    return add(left, left_tail, -p, -p_tail)


@kernel
def _riccati(n, order, x):
    if order < 0.0:
        a, at, b, bt, d, dt = _low_start(order, x)
    else:
        a, at, b, bt, d, dt = _high_start(order, x)
    w, wt = two_sum(2.0 * order, 1.0)
    d1, d1t = _minus(d, dt, w, wt, b, bt)
    b, bt = _next_over_x(1, d1, d1t, b, bt, x)
    p, pt = multiply(-2.0 * a, -2.0 * at, d1, d1t)
    d2, d2t = _minus(p, pt, w, wt, b, bt)
    if n == 2:
        return d2 + d2t
    b, bt = _next_over_x(2, d2, d2t, b, bt, x)
    p, pt = multiply(d1, d1t, d1, d1t)
    q, qt = multiply(a, at, d2, d2t)
    p, pt = add(p, pt, q, qt)
    d3, d3t = _minus(-2.0 * p, -2.0 * pt, w, wt, b, bt)
    if n == 3:
        return d3 + d3t
    b, bt = _next_over_x(3, d3, d3t, b, bt, x)
    p, pt = multiply(d1, d1t, d2, d2t)
    p, pt = multiply(3.0, 0.0, p, pt)  # 3 A' itself would be rounded
    q, qt = multiply(a, at, d3, d3t)
    p, pt = add(p, pt, q, qt)
    d4, d4t = _minus(-2.0 * p, -2.0 * pt, w, wt, b, bt)
    return d4 + d4t


@kernel
def higher(n, order, x):
    """A^{(n)}(x) for n = 2, 3, 4, order ≥ −1/2 finite and 0 ≤ x < ∞."""
    if max(order, x) > _VANISHING:
        return 0.0
    if order == _MINUS_HALF and x > 0.5:
        return low.hyperbolic(n, x)
    if x * x <= _SHARE * (order + 1.0) * (order + 5.0) and math.hypot(order, x) < _FAR:
        return _power_series(n, order, x)
    if order < 0.0 and x >= 40.0:
        return low.large_argument(n, order, x)
    return _far(n, order, x) if math.hypot(order, x) >= _FAR else _riccati(n, order, x)
