"""The rigorous balls: against mpmath, against each other at higher precision, and as enclosures of boxes."""

import math
from fractions import Fraction

import flint
import mpmath
import numpy
import pytest
from flint import arb, ctx

from modgap.theory.balls import bessel as balls

NAMES = ["iv_ratio", "iv_ratio_complement", "iv_ratio_derivative", "log_iv", "log_sphere_mgf", "log_sphere_mgf_scaled"]


@pytest.fixture(autouse=True)
def _precision():
    with ctx.workprec(200):
        yield


def call(name, order, x):
    first = 2 * order + 2 if "sphere" in name else order
    return getattr(balls, name)(first, x)


def reference(name, order, x):
    """By mpmath's own Bessel functions, an independent implementation."""
    v, z = mpmath.mpf(order), mpmath.mpf(x)
    bottom, top = mpmath.besseli(v, z), mpmath.besseli(v + 1, z)
    a = top / bottom
    log_m = mpmath.log(bottom) + mpmath.loggamma(v + 1) - v * mpmath.log(z / 2)
    return {
        "iv_ratio": a,
        "iv_ratio_complement": 1 - a,
        "iv_ratio_derivative": 1 - a * a - (2 * v + 1) * a / z,
        "log_iv": mpmath.log(bottom),
        "log_sphere_mgf": log_m,
        "log_sphere_mgf_scaled": log_m - z,
    }[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("order", "x"), [(0.0, 0.5), (0.5, 30.0), (-0.25, 2.0), (31.0, 3.0), (383.0, 100.0), (2047.5, 8.0)]
)
def test_agrees_with_mpmath(name, order, x):
    ball = call(name, order, x)
    with mpmath.workdps(90):
        expected = arb(mpmath.nstr(reference(name, order, x), 75))
    assert abs(ball - expected) < abs(expected) * arb(10) ** -55


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("order", [-0.5, 0.0, 0.5, 255.0, 1e4, 1e6])
@pytest.mark.parametrize("x", [1e-300, 1e-8, 1.0, 1e3, 1e6, 1e8])
def test_radius_is_far_below_1e_30_and_higher_precision_agrees(name, order, x):
    ball = call(name, order, x)
    assert ball.rad() < abs(ball.mid()) * arb(10) ** -30
    with ctx.workprec(300):
        sharper = call(name, order, x)
    assert ball.overlaps(sharper)


@pytest.mark.parametrize("name", NAMES)
def test_a_box_contains_its_points_and_is_not_vacuous(name):
    rng = numpy.random.default_rng(5)
    for centre, width, x, spread in [(10.0, 0.5, 5.0, 0.25), (383.0, 1.0, 100.0, 1.0), (0.0, 0.25, 1.0, 0.125)]:
        box = call(name, arb(centre, width), arb(x, spread))
        assert box.is_finite()
        for _ in range(20):
            order = centre + width * rng.uniform(-1, 1)
            point = x + spread * rng.uniform(-1, 1)
            assert box.contains(call(name, order, point))
    tight = call(name, arb(10.0, 1e-20), arb(5.0, 1e-20))
    assert tight.rad() < 1e-16


def test_exact_types_agree():
    assert balls.iv_ratio(3, 2).overlaps(balls.iv_ratio(Fraction(3), 2.0))
    assert balls.iv_ratio(Fraction(1, 3), 1).contains(balls.iv_ratio(Fraction(1, 3), Fraction(1)))


def test_ends():
    assert balls.iv_ratio(3, 0) == 0
    assert balls.iv_ratio_complement(3, 0) == 1
    assert balls.iv_ratio_derivative(3, 0) == arb(1) / 8
    assert balls.log_sphere_mgf(5, 0) == 0
    assert balls.log_sphere_mgf_scaled(5, 0) == 0
    assert balls.iv_ratio(-0.5, 2).overlaps(arb(2).tanh())
    assert balls.iv_ratio_complement(-0.5, 1e300) >= 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((-1, 2), "order must be at least"),
        ((arb(-0.5, 0.1), 2), "order must be at least"),
        ((1, -2), "x must be non-negative"),
        ((1, math.inf), "x must be finite"),
        ((math.nan, 1), "order must be finite"),
    ],
)
def test_outside_the_domain_is_an_error(arguments, message):
    with pytest.raises(ValueError, match=message):
        balls.iv_ratio(*arguments)


def test_log_iv_needs_positive_x():
    with pytest.raises(ValueError, match="x must be positive"):
        balls.log_iv(1, 0)


@pytest.mark.parametrize("bad", ["1", 1j, None, True, flint.acb(1, 1)])
def test_wrong_types_are_refused(bad):
    with pytest.raises(TypeError, match="order must be"):
        balls.iv_ratio(bad, 1)
