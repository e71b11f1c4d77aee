"""Balls for the zeros of J_ν and for sums over them: against mpmath, closed forms, and each other."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from flint import arb, ctx, fmpq

from modgap.theory.balls import enclosure
from modgap.theory.balls import zeros as bessel_zeros
from modgap.theory.balls.evaluator import Unsupported
from modgap.theory.bessel.entire import N, partial_fractions
from modgap.theory.bessel.functions import nu, z
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import BesselZero
from modgap.theory.outcome import Outcome, Undecided


def order_of(text: str) -> arb:
    value = Fraction(text)
    with ctx.workprec(200):
        return arb(fmpq(value.numerator, value.denominator))


@pytest.mark.parametrize("order", [0.0, 0.25, 0.5, 3.5, 40.0])
def test_zeros_agree_with_mpmath(order):
    found = bessel_zeros.zeros(arb(order), 12)
    for k, ball in enumerate(found, start=1):
        with mpmath.workdps(20):
            assert abs(float(ball) - float(mpmath.besseljzero(order, k))) < 1e-10 * float(ball)
        assert ball.rad() <= arb(2) ** -59


@pytest.mark.parametrize("order", ["-0.999", "-0.9", "-0.7", "-0.3"])
def test_zeros_of_negative_orders_are_those_of_mpmath(order):
    """mpmath has no list of zeros there; its J_ν vanishes at each ball, and has as many changes of sign."""
    found = bessel_zeros.zeros(order_of(order), 10)
    with mpmath.workdps(25):
        for ball in found:
            assert abs(mpmath.besselj(mpmath.mpf(order), mpmath.mpf(float(ball)))) < 1e-13
        last, steps = float(found[-1]) + 1, 400
        grid = [mpmath.mpf(last) * n / steps for n in range(1, steps + 1)]
        signs = [mpmath.sign(mpmath.besselj(mpmath.mpf(order), x)) for x in grid]
    # The first zero of the smallest order lies below the first point of the grid, where J starts positive.
    changes = sum(a != b for a, b in zip([1, *signs], signs, strict=False))
    assert changes == len(found)


def test_a_blurred_order_widens_the_ball():
    sharp, blurred = (bessel_zeros.zeros(order, 5)[-1] for order in (order_of("1/3"), arb(1) / 3))
    assert blurred.contains(sharp.mid())
    assert blurred.rad() > sharp.rad()


def test_half_integer_order_has_multiples_of_pi():
    with ctx.workprec(100):
        for k, ball in enumerate(bessel_zeros.zeros(arb(0.5), 30), start=1):
            assert ball.contains(k * arb.pi().mid()) or ball.overlaps(k * arb.pi())


@pytest.mark.parametrize("bits", [64, 128, 256])
@pytest.mark.parametrize("order", ["-0.99", "-0.5", "0", "0.3", "0.5", "7", "30"])
def test_rayleigh_sum(order, bits):
    """Σ 1/j² = 1/(4(ν+1)), a closed form that the enclosure does not use."""
    with ctx.workprec(bits):
        total = bessel_zeros.inverse_square_sum(order_of(order), arb(0))
        exact = 1 / (4 * (order_of(order) + 1))
        assert total.overlaps(exact)
        assert total.rad() < arb(10) ** -5
        assert not total.overlaps(exact * (1 + arb(10) ** -4))


def test_sums_at_higher_precision_are_sharper_and_agree():
    widths, balls = [], []
    for bits in (64, 128, 256):
        with ctx.workprec(bits):
            ball = bessel_zeros.inverse_square_sum(arb(2.25), arb(9))
        widths.append(float(ball.rad()))
        balls.append(ball)
    assert widths == sorted(widths, reverse=True)
    assert widths[2] < 1e-13
    assert all(a.overlaps(b) for a in balls for b in balls)


@pytest.mark.parametrize(
    "call",
    [
        lambda: bessel_zeros.zeros(arb(-1), 3),
        lambda: bessel_zeros.zeros(arb(-1, 0.5), 3),
        lambda: bessel_zeros.zeros(arb(3000), 3),
        lambda: bessel_zeros.inverse_square_sum(arb(1), arb(-1)),
        lambda: bessel_zeros.inverse_square_sum(arb(1), arb(0, 1)),
    ],
)
def test_outside_of_what_is_enclosed(call):
    with pytest.raises(Undecided):
        call()


def test_the_comparison_of_phases_can_fail():
    """With the constant c too small one of the two comparison functions does not compare."""
    lam = arb(400)
    with pytest.raises(Undecided, match="too few"):
        bessel_zeros._check_phases(lam, arb(1), arb(0).union(arb(1) / 10_000))


@pytest.mark.parametrize(
    "term",
    [1 / (BesselZero(nu, N) + z), 1 / BesselZero(nu, N) ** 4, N / (BesselZero(nu, N) ** 2 + z), BesselZero(nu, N)],
    ids=str,
)
def test_other_sums_over_zeros_are_not_guessed(term):
    with pytest.raises((Unsupported, Undecided)):
        enclosure.value(sp.Sum(term, (N, 1, sp.oo)), {nu: 1, z: 2}, Domain(nu, z))


def test_a_sum_that_leaves_out_the_first_zero_is_refuted():
    left, right = partial_fractions.statement.args
    first = right.function.subs(N, 1)
    wrong = sp.Eq(left, right - first, evaluate=False)
    assert enclosure.decide(wrong, {nu: 1.5, z: 2.0}, partial_fractions.domain)[0] is Outcome.REFUTED
