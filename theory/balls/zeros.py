"""Balls for the positive zeros j_{ν,k} of J_ν, ν > −1, and for sums Σ_k 1/(j_{ν,k}² + w) over all of them.

Everything rests on u = √x J_ν(x), which solves u'' + q u = 0 with q = 1 − λ/x², λ = ν² − ¼, and on two theorems of
Sturm: where q ≤ Q, zeros of u are no closer than those of a solution of Y'' + Q Y = 0, and where q ≥ Q no further
apart. So a grid that is finer than the least distance of two zeros shows every one of them as a change of sign.

Beyond the last zero X that was isolated, Y = φ'^{−½} sin φ solves Y'' + Q Y = 0 with Q = φ'² + φ'''/(2φ') −
¾(φ''/φ')². For φ± = p(x) ∓ c/(3x³), p(x) = x + λ/(2x), balls show Q₋ < q < Q₊ on [X, ∞), hence the m-th zero x
after X has |p(x) − p(X) − mπ| ≤ c/(3X³). As p(x)² = x² + λ + λ²/(4x²), the rest of the sum lies between two sums of
the form Σ_m 1/((P + mπ)² + w), which the digamma function gives.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from flint import acb, arb, ctx, fmpz
from scipy.special import jv

from modgap.theory.outcome import Undecided

#: Bits with which zeros are computed, and the radii 2^−r of their balls, tried in turn: an inexact order blurs J_ν.
BITS, RADII = 160, (60, 40, 25)


def zeros(order: arb, count: int) -> list[arb]:
    """Return balls of the first `count` positive zeros of J_ν, in increasing order.

    Parameters
    ----------
    order : arb
        ν > −1.
    count : int
        How many zeros.

    Raises
    ------
    Undecided
        If ν > −1 is not certain, or a sign of J_ν is not.
    """
    if not order > -1:
        raise Undecided(f"the zeros of J_ν are real only for ν > −1, not certain of {order}")
    if not order < 2000:
        raise Undecided(f"zeros are found by a grid, which is not meant for the order {order}")
    return list(_zeros(_exact(order.mid()), _exact(order.rad()), count))


def _exact(number: arb) -> tuple[int, int]:
    """Return (m, e) with number = m·2^e, which can be hashed."""
    mantissa, exponent = number.man_exp()
    return int(mantissa), int(exponent)


@lru_cache(maxsize=256)
def _zeros(middle: tuple[int, int], radius: tuple[int, int], count: int) -> tuple[arb, ...]:
    with ctx.workprec(BITS):
        centre, spread = (arb(fmpz(m)) * arb(2) ** e for m, e in (middle, radius))
        order = centre if spread == 0 else arb(centre, spread)
        least = _below_the_first(order)
        step = _least_distance(order, least) * arb(0.9)
        found: list[arb] = []
        left, sign = least, 1
        while len(found) < count:
            right = (left + step).mid()
            following = _sign(order, right)
            if following != sign:
                found.append(_refine(order, left, right, sign))
            left, sign = right, following
        return tuple(found)


def _below_the_first(order: arb) -> arb:
    """Return a point at and below which J_ν is positive.

    The series of J_ν alternates with decreasing terms up to 2√(ν+1), and for ν > ½ the function u, which starts
    convex and increasing, stays so up to √λ.
    """
    least = (2 * (order + 1).sqrt()).lower()
    if order > arb(0.5):
        least = max(least, (order * order - arb(0.25)).sqrt().lower(), key=float)
    return least


def _least_distance(order: arb, least: arb) -> arb:
    """Return a lower bound on the distance of two zeros: q ≤ 1 if λ ≥ 0, and q ≤ 1 − λ/x² beyond any point x."""
    excess = arb(0).max(arb(0.25) - order * order) / (least * least)
    return (arb.pi() / (1 + excess).sqrt()).lower()


def _sign(order: arb, x: arb) -> int:
    value = x.bessel_j(order)
    if value > 0:
        return 1
    if value < 0:
        return -1
    raise Undecided(f"the sign of J at {x} is not certain")


def _refine(order: arb, left: arb, right: arb, sign: int) -> arb:
    """Return a small ball about the one zero in an interval: floating point proposes it, two signs confirm it."""
    x = arb(_guess(float(order), float(left), float(right)))
    for _ in range(3):
        value = x.bessel_j(order)
        x = (x - value / (order / x * value - x.bessel_j(order + 1))).mid()
    for exponent in RADII:
        radius = arb(2) ** (-exponent)
        ends = (x - radius).mid(), (x + radius).mid()
        try:
            signs = (_sign(order, ends[0]), _sign(order, ends[1]))
        except Undecided:
            continue
        if left < ends[0] and ends[1] < right and signs == (sign, -sign):
            return arb(x, radius)
    raise Undecided(f"the zero near {x} is not confirmed")


def _guess(order: float, left: float, right: float) -> float:
    for _ in range(40):
        grid = np.linspace(left, right, 9)
        signs = np.sign(jv(order, grid))
        change = int(np.argmax(signs[1:] != signs[:-1]))
        left, right = float(grid[change]), float(grid[change + 1])
        if right - left < 1e-9 * max(1.0, right):
            break
    return (left + right) / 2


def inverse_square_sum(order: arb, shift: arb) -> arb:
    """Return a ball of Σ_k 1/(j_{ν,k}² + w) over all positive zeros, of which more are isolated at higher precision.

    Parameters
    ----------
    order : arb
        ν > −1.
    shift : arb
        w ≥ 0.

    Raises
    ------
    Undecided
        If ν > −1 or w ≥ 0 is not certain, or not enough zeros are isolated for so large an order.
    """
    if not shift >= 0:
        raise Undecided(f"the sum over zeros is enclosed for a shift ≥ 0, not certain of {shift}")
    count = (60 if ctx.prec <= 64 else 150 if ctx.prec <= 128 else 500) + math.ceil(float(abs(order)))
    found = zeros(order, count)
    with ctx.workprec(max(BITS, ctx.prec)):
        start = sum((1 / (j * j + shift) for j in found), arb(0))
        return start + _tail(order, shift, found[-1])


def _tail(order: arb, shift: arb, last: arb) -> arb:
    lam = order * order - arb(0.25)
    c = lam * lam / 4 + 3 * abs(lam) / 2 + 1
    _check_phases(lam, c, arb(0).union(1 / (last * last)))
    phase, width = last + lam / (2 * last), c / (3 * last**3)
    deviation = lam * lam / (4 * last * last)
    least = _digamma_sum((phase + width).upper(), (shift - lam).upper())
    most = _digamma_sum((phase - width).lower(), (shift - lam - deviation).lower())
    return least.union(most)


def _check_phases(lam: arb, c: arb, t: arb) -> None:
    """Check Q₋ < q < Q₊ for every t = 1/x² of a ball: x⁴ φ'² (Q − q), φ' = 1 − λt/2 ± ct², is a polynomial in t."""
    for side in (1, -1):
        slope = 1 - lam * t / 2 + side * c * t * t
        curved = lam / 2 - side * c * t
        bend = slope * (-3 * lam + side * 20 * c * t) / 2 - 3 * t * (lam - side * 4 * c * t) ** 2 / 4
        difference = slope * slope * (side * 2 * c + curved * curved) + bend
        if not (slope > 0 and side * difference > 0):
            raise Undecided("too few zeros are isolated to compare those that follow")


def _digamma_sum(phase: arb, shift: arb) -> arb:
    """Return Σ_{m≥1} 1/((P + mπ)² + w) = Im ψ(1 + P/π + ib)/(π² b), b = √w/π, also for a small negative w, and 0."""
    pi = arb.pi()
    a = 1 + phase / pi
    if shift == 0:
        return arb(2).zeta(a) / (pi * pi)
    if shift > 0:
        b = shift.sqrt() / pi
        return acb(a, b).digamma().imag / (pi * pi * b)
    b = (-shift).sqrt() / pi
    if not (shift < 0 and b < a):
        raise Undecided(f"the sum at w = {shift} is not settled")
    return ((a + b).digamma() - (a - b).digamma()) / (2 * pi * pi * b)
