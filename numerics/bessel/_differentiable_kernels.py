"""The methods of `numerics.bessel._kernels` in float64 torch operations, for tensors that live on an accelerator.

The few points at the ends of the domain take the way over the host.  Products are split by Dekker's method, so that
nothing depends on a fused multiply-add.
"""

from __future__ import annotations

import math
from functools import cache

import torch
from torch import Tensor

from modgap.numerics.bessel import _regions as regions
from modgap.numerics.bessel import _tables as tables
from modgap.numerics.bessel.functions import _COMPLEMENT, _DERIVATIVE, _LOG, _MGF, _RATIO, _SCALED, _evaluate

CHUNK = 1 << 22
_HALF_LOG_TWO_PI = 0.5 * math.log(2.0 * math.pi)
_LOG_TWO_HIGH = float.fromhex("0x1.62e42feep-1")
_LOG_TWO_LOW = float.fromhex("0x1.a39ef35793c76p-33")
_SPLITTER = 134217729.0
_NEAR, _CORNER = 0, len(regions.S_BORDERS) + 1

Pair = tuple[Tensor, Tensor]


@cache
def _count_table(name: str, device: torch.device) -> Tensor:
    return torch.from_numpy(getattr(regions, name)).to(device)


def _classify(kind: int, v: Tensor, x: Tensor) -> Tensor:
    borders = torch.tensor(regions.S_BORDERS, dtype=torch.float64, device=x.device) ** 2
    method = torch.bucketize(v * v + x * x, borders, right=True)
    usual = (v >= -0.5) & (x > 0.0) & (x <= regions.HUGE) & (v <= regions.HUGE)
    if kind in (_COMPLEMENT, _DERIVATIVE, _SCALED):
        usual &= v >= 0.0
    elif kind == _LOG:
        usual &= x >= regions.TINY
    return torch.where(usual, method, _CORNER)


def _two_sum(a: Tensor, b: Tensor) -> Pair:
    total = a + b
    shadow = total - a
    return total, (a - (total - shadow)) + (b - shadow)


def _quick(a: Tensor, b: Tensor) -> Pair:
    total = a + b
    return total, b - (total - a)


def _split(a: Tensor) -> Pair:
    t = _SPLITTER * a
    high = t - (t - a)
    return high, a - high


def _two_product(a: Tensor, b: Tensor) -> Pair:
    product = a * b
    a_high, a_low = _split(a)
    b_high, b_low = _split(b)
    return product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low


def _add(a: Pair, b: Pair) -> Pair:
    high, low = _two_sum(a[0], b[0])
    return _quick(high, low + (a[1] + b[1]))


def _multiply(a: Pair, b: Pair) -> Pair:
    high, low = _two_product(a[0], b[0])
    return _quick(high, low + (a[0] * b[1] + a[1] * b[0]))


def _divide(a: Pair, b: Pair) -> Pair:
    quotient = a[0] / b[0]
    product, tail = _two_product(quotient, b[0])
    return _quick(quotient, (((a[0] - product) - tail) + (a[1] - quotient * b[1])) / b[0])


def _negative(a: Pair) -> Pair:
    return -a[0], -a[1]


def _largest_count(name: str, v: Tensor, x: Tensor) -> int:
    table = _count_table(name, x.device)
    return int(table[(v / regions.ORDER_CELL).long(), (x / regions.X_CELL).long()].max())


def _near_ratios(kind: int, v: Tensor, x: Tensor) -> Tensor:
    """Backward recurrence of I_k/x^k in double-double, and what follows from the ratio."""
    steps = _largest_count("CELL_STEPS", v, x)
    zero, one = torch.zeros_like(x), torch.ones_like(x)
    square = _two_product(x, x)
    top = v + steps
    high: Pair = (one, zero)
    low: Pair = (top + 0.5 + torch.sqrt((top + 1.5) ** 2 + square[0]), zero)
    for j in range(steps, 0, -1):
        k, tail = _two_sum(v, torch.full_like(v, float(j)))
        low, high = _add(_multiply((2.0 * k, 2.0 * tail), low), _multiply(square, high)), low
    b = _divide(high, low)
    if kind == _RATIO:
        return x * b[0] + x * b[1]
    a = _multiply((x, zero), b)
    if kind == _COMPLEMENT:
        return sum(_add((one, zero), _negative(a)), start=zero)
    slope = _multiply(_two_sum(2.0 * v, one), b)
    rest = _add((one, zero), _negative(_multiply(a, a)))
    return sum(_add(rest, _negative(slope)), start=zero)


def _near_mgf(kind: int, v: Tensor, x: Tensor) -> Tensor:
    t = 0.25 * x * x
    numerator, denominator = torch.ones_like(x), torch.ones_like(x)
    for j in range(_largest_count("CELL_TERMS", v, x), 1, -1):
        denominator = denominator * (j * (v + j))
        numerator = denominator + t * numerator
    excess = x * (0.25 * x / (v + 1.0) * (numerator / denominator))
    if kind == _MGF:
        return torch.log1p(excess)
    return torch.where(x < 1.0, torch.log1p(excess) - x, torch.log((1.0 + excess) * torch.exp(-x)))


def _near_log(v: Tensor, x: Tensor) -> Tensor:
    return _near_mgf(_MGF, v, x) + (v * torch.log(0.5 * x) - torch.lgamma(v + 1.0))


def _expansion(table: tuple[tuple[float, ...], ...], terms: int, u: Tensor, r: Tensor) -> Tensor:
    total = torch.zeros_like(u)
    for row in reversed(table[:terms]):
        value = torch.full_like(u, row[-1])
        for coefficient in row[-2::-1]:
            value = value * u + coefficient
        total = (total + value) * r
    return total


def _polar(v: Tensor, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    s = torch.sqrt(v * v + x * x)
    r = 1.0 / s
    return s, r, (v * r) ** 2


def _far_ratios(kind: int, tier: int, v: Tensor, x: Tensor) -> Tensor:
    s, r, u = _polar(v, x)
    if kind == _DERIVATIVE:
        total = _expansion(tables.DERIVATIVE, regions.DERIVATIVE_TERMS[tier], u, r)
        return v / (s * (s + v)) + (0.5 - u + total) * (r * r)
    total = _expansion(tables.RATIO, regions.RATIO_TERMS[tier], u, r)
    if kind == _RATIO:
        return (x * (1.0 / (s + v) + (total - 0.5) * (r * r))).clamp(max=1.0)
    return v * (1.0 + v / (s + x)) / (s + v) + x * (r * r) * (0.5 - total)


def _far_log(tier: int, v: Tensor, x: Tensor) -> Tensor:
    s, r, u = _polar(v, x)
    total = _expansion(tables.LOG, regions.LOG_TERMS[tier], u, r)
    below, below_tail = _two_sum(s, v)
    w = x / below
    product, product_tail = _two_product(w, below)
    tail = ((x - product) - product_tail) / x - below_tail / below
    significand, exponent = torch.frexp(w)
    low = significand < math.sqrt(0.5)
    significand = torch.where(low, 2.0 * significand, significand)
    scale = exponent.double() - low.double()
    power, power_tail = _two_product(v, scale * _LOG_TWO_HIGH)
    main, main_tail = _two_sum(s, power)
    rest = v * (torch.log(significand) + (scale * _LOG_TWO_LOW + tail))
    return main + (rest + (main_tail + power_tail) + (total - (0.5 * torch.log(s) + _HALF_LOG_TWO_PI)))


def _stirling(order: Tensor) -> Tensor:
    square = 1.0 / (order * order)
    series = torch.zeros_like(order)
    for coefficient in reversed(tables.STIRLING[: regions.STIRLING_TERMS]):
        series = series * square + coefficient
    return series / order


def _binet_shifted(order: Tensor) -> Tensor:
    total = torch.zeros_like(order)
    for _ in range(int(regions.STIRLING_ORDER - regions.MGF_DIRECT_ORDER)):
        low = order < regions.STIRLING_ORDER
        total = torch.where(low, total + ((order + 0.5) * torch.log1p(1.0 / order) - 1.0), total)
        order = torch.where(low, order + 1.0, order)
    return total + _stirling(order)


def _stirling_difference(v: Tensor, s: Tensor, r: Tensor) -> Tensor:
    a, total, h = 1.0 / v, torch.full_like(v, tables.STIRLING[0]), torch.ones_like(v)
    power = a
    for coefficient in tables.STIRLING[1 : regions.STIRLING_TERMS]:
        h = power * a + r * (power + r * h)
        total = total + coefficient * h
        power = power * a * a
    return torch.where(v >= regions.STIRLING_ORDER, total * (a * r), (_binet_shifted(v) - _stirling(s)) / (s - v))


def _log1p_quotient(y: Tensor) -> Tensor:
    return torch.where(y > 0.0, torch.log1p(y) / torch.where(y > 0.0, y, 1.0), 1.0)


def _far_mgf(kind: int, tier: int, v: Tensor, x: Tensor) -> Tensor:
    direct = v < regions.MGF_DIRECT_ORDER
    order = torch.where(direct, regions.MGF_DIRECT_ORDER, v)
    s, r, u = _polar(order, x)
    total = _expansion(tables.MGF, regions.MGF_TERMS[tier], u, r)
    p = x * (x / (s + order)) / order
    inner = _stirling_difference(order, s, r) - 0.5 * _log1p_quotient(p) / order + (s + order) * (r * r) * total
    slope, g = x / (s + order), 0.5 * _log1p_quotient(0.5 * p)
    if kind == _MGF:
        smooth = x * (slope * ((1.0 - g) + inner))
    else:
        smooth = x * (slope * (inner - g) - 2.0 * order / (s + order + x))
    if not bool(direct.any()):
        return smooth
    s, r, u = _polar(v, x)
    total = _expansion(tables.LOG, regions.LOG_TERMS[tier], u, r)
    constant = torch.lgamma(v + 1.0) + v * math.log(2.0) - _HALF_LOG_TWO_PI
    falling = v * torch.log1p(v * r) + (v + 0.5) * torch.log(s)
    summed = (s if kind == _MGF else v * (v / (s + x))) + ((constant + total) - falling)
    return torch.where(direct, summed, smooth)


def _run(kind: int, method: int, v: Tensor, x: Tensor) -> Tensor:
    if method == _NEAR:
        if kind == _LOG:
            return _near_log(v, x)
        return _near_mgf(kind, v, x) if kind in (_MGF, _SCALED) else _near_ratios(kind, v, x)
    if kind == _LOG:
        return _far_log(method - 1, v, x)
    return _far_mgf(kind, method - 1, v, x) if kind in (_MGF, _SCALED) else _far_ratios(kind, method - 1, v, x)


def _corner(kind: int, order: Tensor, x: Tensor) -> tuple[Tensor, int]:
    out, bad = _evaluate(kind, order.cpu().numpy(), x.cpu().numpy())
    return torch.from_numpy(out).to(x.device), bad


def evaluate(kind: int, order: Tensor, x: Tensor) -> tuple[Tensor, int]:
    """Values for float64 ``order`` and ``x`` of one shape on one device, and the number of domain errors."""
    first, second = order.reshape(-1), x.reshape(-1)
    out = torch.empty_like(second)
    bad = 0
    for start in range(0, out.numel(), CHUNK):
        part = slice(start, start + CHUNK)
        given, z, values = first[part], second[part], out[part]
        v = 0.5 * given - 1.0 if kind in (_MGF, _SCALED) else given
        method = _classify(kind, v, z)
        for m in torch.unique(method).tolist():
            index = torch.nonzero(method == m).squeeze(1)
            if m == _CORNER:
                values[index], errors = _corner(kind, given[index], z[index])
                bad += errors
            else:
                values[index] = _run(kind, m, v[index], z[index])
    return out.reshape(x.shape), bad
