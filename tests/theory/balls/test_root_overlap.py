"""The convolution root of the von Mises law and its overlap: balls against NumPy, the claim, false variants."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from flint import acb, arb
from scipy.special import ive
from sympy import Ge, exp

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import precision
from modgap.theory.balls.root_overlap import RootDensity
from modgap.theory.evidence import sampling
from modgap.theory.infonce.overlap import beta, root_overlap, theta
from modgap.theory.kernel.status import Status
from modgap.theory.outcome import Outcome, Refuted

OVERLAP, BOUND = root_overlap.statement.args
DOMAIN = root_overlap.domain


def density(inverse_temperature, angles):
    orders = np.arange(1, 120)
    roots = np.sqrt(ive(orders, inverse_temperature) / ive(0, inverse_temperature))
    return 1 + 2 * np.cos(np.multiply.outer(angles, orders)) @ roots


@pytest.mark.parametrize("inverse_temperature", [0.25, 1.0, 5.0])
def test_expansion_contains_the_series_on_wide_balls(inverse_temperature):
    with precision(64):
        found = RootDensity(arb(inverse_temperature))
        for centre in (0.0, 1.0, 3.0):
            ball = found(acb(arb(centre, 0.05), arb(0, 0.05)))
            for angle in (centre - 0.04, centre, centre + 0.04):
                value = density(inverse_temperature, np.array([angle]))[0]
                assert ball.real.contains(arb(value, 1e-12)) or ball.real.overlaps(arb(value, 1e-12))
            assert ball.real.rad() < 0.4 * max(1.0, float(ball.real.mid()))


def test_root_is_a_convolution_root():
    """∫ T(u − θ/2) T(u + θ/2) du/2π = e^{β(cos θ − 1)} · e^β/I_0(β)."""
    turns = 2 * np.pi * np.arange(400) / 400
    for angle in (0.0, 0.7, 2.5):
        product = density(2.0, turns - angle / 2) * density(2.0, turns + angle / 2)
        assert product.mean() == pytest.approx(np.exp(2 * np.cos(angle) - 2) / ive(0, 2.0), rel=1e-12)


def test_overlap_is_the_mean_of_the_root_of_the_product():
    turns = 2 * np.pi * np.arange(2000) / 2000
    expected = np.sqrt(density(3.0, turns - 0.6) * density(3.0, turns + 0.6)).mean()
    value = enclosure.value(OVERLAP, {beta: 3, theta: Fraction(6, 5)}, DOMAIN, bits=128)
    assert value.rad() < 1e-8
    assert float(value) == pytest.approx(expected, rel=1e-8)


def test_status_is_tested():
    assert root_overlap.verdict.status is Status.TESTED, root_overlap.verdict.reason


FALSE = {
    "turned around": Ge(BOUND, OVERLAP, evaluate=False),
    "half the exponent": Ge(OVERLAP, exp(-beta * (1 - sp.cos(theta)) / 4), evaluate=False),
    "a little more": Ge(OVERLAP, BOUND + sp.Rational(1, 4), evaluate=False),
    "one": Ge(OVERLAP, 1, evaluate=False),
}


@pytest.mark.parametrize("name", FALSE)
def test_false_variant_dies(name):
    with pytest.raises(Refuted, match="is false at"):
        sampling.tested(FALSE[name], DOMAIN)


@pytest.mark.slow
@pytest.mark.parametrize("inverse_temperature", [7, 10])
@pytest.mark.parametrize("angle", [Fraction(1, 10), Fraction(1, 2), Fraction(3, 2), Fraction(3)])
def test_beyond_the_box_of_the_claim(inverse_temperature, angle):
    point = {beta: inverse_temperature, theta: angle}
    assert enclosure.decide(root_overlap.statement, point)[0] is Outcome.SHOWN
