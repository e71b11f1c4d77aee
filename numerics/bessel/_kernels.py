"""Compiled kernels behind `numerics.bessel`, one method of evaluation each, on contiguous blocks of points.

A block's points are sorted by method (`_classify`), unless one method has them all; each method then runs over its
points with loops that the compiler turns into vector instructions.  What is rare (ends of the domain, scaling against
overflow) is scalar code in `numerics.bessel._corners`.  Importing this module imports Numba; compilation happens at the
first call.
"""

from __future__ import annotations

import math

import numpy as np

from modgap.numerics.bessel import _regions as regions
from modgap.numerics.bessel import _tables as tables
from modgap.numerics.bessel._corners import COMPLEMENT, DERIVATIVE, LOG, MGF, RATIO, SCALED, SECOND, corner
from modgap.numerics.bessel._double_double import add, divide, fma, multiply, two_product, two_sum
from modgap.numerics.bessel._jit import inlined, kernel

BLOCK = 1024
_NEAR, _FAR, _FAR_FAR, _CORNER = range(4)
_LOW_ORDER = 4  # added to _FAR and _FAR_FAR where log M is summed from log Γ
_METHODS = _LOW_ORDER + _CORNER
_SCRATCH = 8


def _dense(rows: tuple[tuple[float, ...], ...]) -> np.ndarray:
    """Rows as one array whose width is even: a zero of highest degree lets Horner's rule take two steps at a time."""
    table = np.zeros((len(rows), len(rows) + 4))
    for k, row in enumerate(rows):
        table[k, : len(row)] = row
    return table


_LOG_TABLE = _dense(tables.LOG)
_RATIO_TABLE = _dense(tables.RATIO)
_DERIVATIVE_TABLE = _dense(tables.DERIVATIVE)
_MGF_TABLE = _dense(tables.MGF)
_STIRLING = np.array(tables.STIRLING[: regions.STIRLING_TERMS])
_LOG_TERMS = np.array(regions.LOG_TERMS)
_RATIO_TERMS = np.array(regions.RATIO_TERMS)
_DERIVATIVE_TERMS = np.array(regions.DERIVATIVE_TERMS)
_MGF_TERMS = np.array(regions.MGF_TERMS)
_NEAR_SQUARED = regions.S_BORDERS[0] ** 2
_FAR_SQUARED = regions.FAR_BORDER**2
_SMALLEST = 5e-324
_LOG_SERIES = np.array([2.0 / (2 * j + 1) for j in range(11, 0, -1)])
_LOG_TWO = math.log(2.0)
_BORDER_BITS = (np.array(regions.S_BORDERS) ** 2).view(np.int64)
_CELL_STEPS = regions.CELL_STEPS
_CELL_TERMS = regions.CELL_TERMS
_ORDER_CELL = regions.ORDER_CELL
_X_CELL = regions.X_CELL
_HUGE = regions.HUGE
_TINY = regions.TINY
_DIRECT_ORDER = regions.MGF_DIRECT_ORDER
_STIRLING_ORDER = regions.STIRLING_ORDER
_LOG_TWO_HIGH = float.fromhex("0x1.62e42feep-1")
_LOG_TWO_LOW = float.fromhex("0x1.a39ef35793c76p-33")
_SQRT_HALF_BITS = int(np.float64(0.7071067811865476).view(np.int64))
_HALF_LOG_TWO_PI = 0.5 * math.log(2.0 * math.pi)


@kernel
def _classify(kind, v, x, n, method):
    """Method of every point; the number of domain errors.  Free of branches, so that it runs in vectors."""
    least_order = 0.0 if kind in (COMPLEMENT, DERIVATIVE, SCALED) else -0.5
    if kind >= SECOND:
        least_order = math.inf
    least_x = _TINY if kind == LOG else _SMALLEST
    direct_below = _DIRECT_ORDER if kind in (MGF, SCALED) else -math.inf
    bad = 0
    for i in range(n):
        order, z = v[i], x[i]
        square = order * order + z * z
        far = int(square >= _NEAR_SQUARED) + int(square >= _FAR_SQUARED)
        far += _LOW_ORDER * (int(square >= _NEAR_SQUARED) & int(order < direct_below))
        usual = (order >= least_order) & (z >= least_x) & (z <= _HUGE) & (order <= _HUGE)
        method[i] = far if usual else _CORNER
        bad += int((order < -0.5) | (z < 0.0) | (order == math.inf))
    return bad


@kernel
def _tier(v, x, n, square):
    """The tier of the least s: its number of terms serves all points.  Bits of positive doubles are ordered as they."""
    bits = square.view(np.int64)
    for i in range(n):
        square[i] = v[i] * v[i] + x[i] * x[i]
    least = bits[0]
    for i in range(n):
        least = min(least, bits[i])
    tier = -1
    for border in _BORDER_BITS:
        tier += least >= border
    return tier


@kernel
def _expansion(table, excess, terms, u, r, n, total, row):
    """total = Σ_{k=1}^{terms} table_k(u) r^k, deg table_k = k + excess: nested Horner rules over the block."""
    for i in range(n):
        total[i] = 0.0
    for k in range(terms - 1, -1, -1):
        degree = k + 1 + excess
        degree += degree & 1
        top = table[k, degree]
        for i in range(n):
            row[i] = top
        for j in range(degree - 2, -1, -2):
            high, low = table[k, j + 1], table[k, j]
            for i in range(n):
                row[i] = (row[i] * u[i] + high) * u[i] + low
        for i in range(n):
            total[i] = (total[i] + row[i]) * r[i]


@kernel
def _polar(v, x, n, s, r, u):
    for i in range(n):
        s[i] = math.sqrt(v[i] * v[i] + x[i] * x[i])
        r[i] = 1.0 / s[i]
        t = v[i] * r[i]
        u[i] = t * t


@kernel
def _far_ratios(kind, tier, v, x, n, out, work):
    """Ratio, complement or derivative by the expansion in 1/s; every form is a sum without cancellation."""
    s, r, u, total, row = work[0], work[1], work[2], work[3], work[4]
    _polar(v, x, n, s, r, u)
    if kind == DERIVATIVE:
        _expansion(_DERIVATIVE_TABLE, 1, _DERIVATIVE_TERMS[tier], u, r, n, total, row)
        for i in range(n):
            out[i] = v[i] / (s[i] * (s[i] + v[i])) + (0.5 - u[i] + total[i]) * (r[i] * r[i])
        return
    _expansion(_RATIO_TABLE, 0, _RATIO_TERMS[tier], u, r, n, total, row)
    if kind == RATIO:
        for i in range(n):
            a = x[i] * (1.0 / (s[i] + v[i]) + (total[i] - 0.5) * (r[i] * r[i]))
            out[i] = a if a < 1.0 else 1.0
    else:
        for i in range(n):
            leading = v[i] * (1.0 + v[i] / (s[i] + x[i])) / (s[i] + v[i])
            out[i] = leading + x[i] * (r[i] * r[i]) * (0.5 - total[i])


@kernel
def _split_logarithm(w, n, exponent):
    """Replace normal w > 0 by log of its significand in [0.707, 1.415) and keep the binary exponent.

    log(1+f) = f − (f²/2 − t (f²/2 + R)), t = f/(2+f), R = Σ_{j≥1} 2 t^{2j}/(2j+1): t² < 0.0295, so 11 terms leave less
    than 2^−64 (the arrangement is that of FDLIBM's log, error below 1 ulp).
    """
    bits = w.view(np.int64)
    for i in range(n):
        e = (bits[i] - _SQRT_HALF_BITS) >> 52
        bits[i] -= e << 52
        exponent[i] = float(e)
    for i in range(n):
        f = w[i] - 1.0
        t = f / (2.0 + f)
        square = t * t
        series = 0.0
        for coefficient in _LOG_SERIES:
            series = (series + coefficient) * square
        half = 0.5 * f * f
        w[i] = f - (half - t * (half + series))


@kernel
def _logarithm(w, n, exponent):
    """Replace normal w > 0 by log w."""
    _split_logarithm(w, n, exponent)
    for i in range(n):
        w[i] = exponent[i] * _LOG_TWO_HIGH + (w[i] + exponent[i] * _LOG_TWO_LOW)


@kernel
def _far_log(tier, v, x, n, out, work):
    """s + ν log(x/(ν+s)) − ½ log 2πs + Σ P_k/s^k; the first two terms, which may nearly cancel, in compensated form."""
    s, r, u, total, row = work[0], work[1], work[2], work[3], work[4]
    exponent, tail = work[5], work[6]
    _polar(v, x, n, s, r, u)
    _expansion(_LOG_TABLE, 0, _LOG_TERMS[tier], u, r, n, total, row)
    for i in range(n):
        below, below_tail = two_sum(s[i], v[i])
        w = x[i] / below
        tail[i] = fma(-w, below, x[i]) / x[i] - below_tail / below
        row[i] = w
        r[i] = s[i]
    _logarithm(r, n, exponent)
    _split_logarithm(row, n, exponent)
    for i in range(n):
        power, power_tail = two_product(v[i], exponent[i] * _LOG_TWO_HIGH)
        main, main_tail = two_sum(s[i], power)
        rest = v[i] * (row[i] + (exponent[i] * _LOG_TWO_LOW + tail[i]))
        out[i] = main + (rest + (main_tail + power_tail) + (total[i] - (0.5 * r[i] + _HALF_LOG_TWO_PI)))


@kernel
def _binet(order):
    """log Γ(ν+1) − (ν+½) log ν + ν − ½ log 2π for ν > 0: shifted up to where Stirling's series serves."""
    total = 0.0
    while order < _STIRLING_ORDER:
        total += (order + 0.5) * math.log1p(1.0 / order) - 1.0
        order += 1.0
    square = 1.0 / (order * order)
    series = 0.0
    for coefficient in _STIRLING[::-1]:
        series = series * square + coefficient
    return total + series / order


@kernel
def _stirling_differences(v, s, r, n, out, a, b):
    """[B(ν) − B(s)]/(s − ν) for Binet's B, as Σ c_m Σ_{i<m} ν^{−i} s^{i−m+1} / (νs), m = 1, 3, ...: all smooth."""
    for i in range(n):
        a[i] = 1.0 / v[i]
        b[i] = 1.0
        out[i] = _STIRLING[0]
    # b holds h_m = Σ_{i<m} a^i r^{m−1−i}, of which h_{m+1} = a^m + r h_m: two steps for each coefficient.
    for k in range(1, _STIRLING.size):
        coefficient = _STIRLING[k]
        exponent = 2 * k - 1
        for i in range(n):
            power = a[i] ** exponent
            b[i] = power * a[i] + r[i] * (power + r[i] * b[i])
            out[i] += coefficient * b[i]
    for i in range(n):
        if v[i] >= _STIRLING_ORDER:
            out[i] *= a[i] * r[i]
        else:
            out[i] = (_binet(v[i]) - _binet(s[i])) / (s[i] - v[i])


@kernel
def _far_mgf(kind, tier, v, x, n, out, work):
    """log M = d [1 − ½ g(q) − g(p)/(2ν) + Stirling + (s+ν)/s² Σ G_k/s^k], d = s − ν, g(y) = log(1+y)/y.

    For log M − x the difference d − x is −2νx/(s + ν + x), and all leading terms are negative.
    """
    s, r, u, total, row = work[0], work[1], work[2], work[3], work[4]
    stirling, a, b, stretch = work[5], work[6], work[7], out
    _polar(v, x, n, s, r, u)
    _expansion(_MGF_TABLE, -1, _MGF_TERMS[tier], u, r, n, total, row)
    _stirling_differences(v, s, r, n, stirling, a, b)
    for i in range(n):
        p = x[i] * (x[i] / (s[i] + v[i])) / v[i]
        a[i] = 1.0 + 0.5 * p
        b[i] = 1.0 + p
        u[i] = a[i]
        row[i] = b[i]
    _logarithm(u, n, stretch)
    _logarithm(row, n, stretch)
    for i in range(n):
        q, p = a[i] - 1.0, b[i] - 1.0
        g = u[i] / q if q > 0.0 else 1.0
        h = row[i] / p if p > 0.0 else 1.0
        inner = (stirling[i] - 0.5 * h / v[i]) + (s[i] + v[i]) * (r[i] * r[i]) * total[i]
        slope = x[i] / (s[i] + v[i])
        if kind == MGF:
            out[i] = x[i] * (slope * ((1.0 - 0.5 * g) + inner))
        else:
            out[i] = x[i] * (slope * (inner - 0.5 * g) - 2.0 * v[i] / (s[i] + v[i] + x[i]))


@kernel
def _far_mgf_direct(kind, tier, v, x, n, out, work):
    """log M or log M − x from log Γ for small orders, where x ≥ 39 keeps the sum far from zero."""
    s, r, u, total, row = work[0], work[1], work[2], work[3], work[4]
    _polar(v, x, n, s, r, u)
    _expansion(_LOG_TABLE, 0, _LOG_TERMS[tier], u, r, n, total, row)
    last, constant = math.nan, 0.0
    for i in range(n):
        if v[i] != last:
            last = v[i]
            constant = math.lgamma(last + 1.0) + last * math.log(2.0) - _HALF_LOG_TWO_PI
        row[i] = constant
        u[i] = s[i]
    _logarithm(u, n, out)
    for i in range(n):
        first = s[i] if kind == MGF else v[i] * (v[i] / (s[i] + x[i]))
        falling = v[i] * math.log1p(v[i] * r[i]) + (v[i] + 0.5) * u[i]
        out[i] = first + ((row[i] + total[i]) - falling)


@kernel
def _largest_count(counts, v, x, n):
    most = 0
    for i in range(n):
        cell = counts[int(v[i] / _ORDER_CELL), int(x[i] / _X_CELL)]
        most = max(most, cell)
    return most


@kernel
def _near_recurrence(v, x, n, work):
    """Leaves n_ν, n_{ν+1} of n_k = I_k/x^k (up to a factor) as double-doubles in work[0:4].

    n_{k−1} = 2k n_k + x² n_{k+1} has positive terms only; the seed is Amos's lower bound.
    """
    steps = _largest_count(_CELL_STEPS, v, x, n)
    low, low_tail, high, high_tail, square, square_tail = work[0], work[1], work[2], work[3], work[4], work[5]
    for i in range(n):
        top = v[i] + steps
        high[i] = 1.0
        high_tail[i] = 0.0
        low[i] = top + 0.5 + math.sqrt((top + 1.5) * (top + 1.5) + x[i] * x[i])
        low_tail[i] = 0.0
        square[i], square_tail[i] = two_product(x[i], x[i])
    for j in range(steps, 0, -1):
        shift = float(j)
        for i in range(n):
            k, k_tail = two_sum(v[i], shift)
            first, first_tail = multiply(2.0 * k, 2.0 * k_tail, low[i], low_tail[i])
            second, second_tail = multiply(square[i], square_tail[i], high[i], high_tail[i])
            high[i], high_tail[i] = low[i], low_tail[i]
            low[i], low_tail[i] = add(first, first_tail, second, second_tail)


@kernel
def _near_ratios(kind, v, x, n, out, work):
    """Ratio, complement or Riccati derivative from a double-double ratio: cancellation costs none of the 53 bits."""
    _near_recurrence(v, x, n, work)
    low, low_tail, high, high_tail = work[0], work[1], work[2], work[3]
    for i in range(n):
        b, b_tail = divide(high[i], high_tail[i], low[i], low_tail[i])
        if kind == RATIO:
            out[i] = x[i] * b + x[i] * b_tail
            continue
        a, a_tail = multiply(x[i], 0.0, b, b_tail)
        if kind == COMPLEMENT:
            c, c_tail = add(1.0, 0.0, -a, -a_tail)
            out[i] = c + c_tail
            continue
        square, square_tail = multiply(a, a_tail, a, a_tail)
        w, w_tail = two_sum(2.0 * v[i], 1.0)
        slope, slope_tail = multiply(w, w_tail, b, b_tail)
        d, d_tail = add(1.0, 0.0, -square, -square_tail)
        d, d_tail = add(d, d_tail, -slope, -slope_tail)
        out[i] = d + d_tail


@kernel
def _near_excess(v, x, n, out, work):
    """M − 1 = Σ_{j≥1} t^j/(j! (ν+1)_j), t = x²/4: numerator and denominator of the nested sum, without division."""
    terms = _largest_count(_CELL_TERMS, v, x, n)
    t, numerator, denominator = work[0], work[1], work[2]
    for i in range(n):
        t[i] = 0.25 * x[i] * x[i]
        numerator[i] = 1.0
        denominator[i] = 1.0
    for j in range(terms, 1, -1):
        shift = float(j)
        for i in range(n):
            denominator[i] *= shift * (v[i] + shift)
            numerator[i] = denominator[i] + t[i] * numerator[i]
    for i in range(n):
        out[i] = x[i] * (0.25 * x[i] / (v[i] + 1.0) * (numerator[i] / denominator[i]))


@kernel
def _near_logs(kind, v, x, n, out, work):
    """log M, log M − x, or log I = log M + ν log(x/2) − log Γ(ν+1)."""
    _near_excess(v, x, n, out, work)
    last, constant = math.nan, 0.0
    for i in range(n):
        if kind == SCALED and x[i] >= 1.0:
            out[i] = math.log((1.0 + out[i]) * math.exp(-x[i]))
            continue
        out[i] = math.log1p(out[i])
        if kind == SCALED:
            out[i] -= x[i]
        elif kind == LOG:
            if v[i] != last:
                last = v[i]
                constant = math.lgamma(last + 1.0)
            out[i] += v[i] * math.log(0.5 * x[i]) - constant


@inlined
def _run(kind, method, v, x, n, out, work):
    if method == _CORNER:
        for i in range(n):
            out[i] = corner(kind, v[i], x[i])
    elif method == _NEAR:
        if kind in (LOG, MGF, SCALED):
            _near_logs(kind, v, x, n, out, work)
        else:
            _near_ratios(kind, v, x, n, out, work)
    else:
        tier = _tier(v, x, n, work[0])
        if kind == LOG:
            _far_log(tier, v, x, n, out, work)
        elif method > _LOW_ORDER:
            _far_mgf_direct(kind, tier, v, x, n, out, work)
        elif kind in (MGF, SCALED):
            _far_mgf(kind, tier, v, x, n, out, work)
        else:
            _far_ratios(kind, tier, v, x, n, out, work)


@kernel
def _sort(method, v, x, n, first, place, sorted_v, sorted_x):
    """Bring points of one method together: method m has the places first[m] to first[m + 1]."""
    first[:] = 0
    for i in range(n):
        first[method[i] + 1] += 1
    for m in range(_METHODS):
        first[m + 1] += first[m]
    fill = first.copy()
    for i in range(n):
        k = fill[method[i]]
        fill[method[i]] = k + 1
        place[i] = k
        sorted_v[k] = v[i]
        sorted_x[k] = x[i]


@kernel
def _load(kind, order, x, start, n, v, z):
    """A block of arguments; an argument of length one stands for all points.  M_h is a function of ν = h/2 − 1."""
    for i in range(n):
        v[i] = order[start + i] if order.size > 1 else order[0]
        z[i] = x[start + i] if x.size > 1 else x[0]
    if kind in (MGF, SCALED):
        for i in range(n):
            v[i] = 0.5 * v[i] - 1.0


@kernel
def evaluate(kind, order, x, out):
    """Fill ``out``; ``order`` and ``x`` have its length or length one.  Returns the number of domain errors."""
    desk = np.empty((5, BLOCK))
    work = np.empty((_SCRATCH, BLOCK))
    method, place = np.empty(BLOCK, np.int64), np.empty(BLOCK, np.int64)
    first = np.zeros(_METHODS + 1, np.int64)
    v, z, result = desk[0], desk[1], desk[2]
    bad = 0
    for start in range(0, out.size, BLOCK):
        n = min(BLOCK, out.size - start)
        _load(kind, order, x, start, n, v, z)
        bad += _classify(kind, v, z, n, method)
        differing = 0
        for i in range(n):
            differing |= method[i] ^ method[0]
        if differing == 0:
            sorted_v, sorted_z = v, z
            first[: method[0] + 1] = 0
            first[method[0] + 1 :] = n
        else:
            sorted_v, sorted_z = desk[3], desk[4]
            _sort(method, v, z, n, first, place, sorted_v, sorted_z)
        for m in range(_METHODS):
            a, b = first[m], first[m + 1]
            if b > a:
                _run(kind, m, sorted_v[a:b], sorted_z[a:b], b - a, result[a:b], work)
        for i in range(n):
            out[start + i] = result[i] if differing == 0 else result[place[i]]
    return bad
