"""log ₀F₁ on wide complex balls: what is enclosed, and that ends of the ball are among it."""

from __future__ import annotations

import itertools

import pytest
from flint import acb, arb

from modgap.theory.balls.evaluator import precision
from modgap.theory.balls.tape import _log_about_the_axis, _sharp


@pytest.mark.parametrize(
    ("below", "middle", "radius"), [(255.5, 2e5, 5e3), (0.5, 4.0, 3.9), (1.5, 100.0, 90.0), (31.5, 10, 9)]
)
def test_a_wide_ball_holds_the_values_at_its_points(below, middle, radius):
    with precision(128):
        ball = acb(arb(middle, radius), arb(0, radius))
        found = _log_about_the_axis(arb(below), ball)
        assert found.is_finite()
        for s, t in itertools.product((-1, -0.5, 0, 0.5, 1), repeat=2):
            point = acb(middle + s * radius, t * radius)
            with precision(1024):
                value = point.hypgeom_0f1(arb(below))
            # The logarithm that is continued from the real axis: its real part is that of log |₀F₁|.
            assert found.real.overlaps(abs(value).log())
            assert (found - acb(found.imag * 0)).real.contains(abs(value).log().mid())


def test_the_enclosure_is_not_the_plane():
    with precision(128):
        found = _log_about_the_axis(arb(255.5), acb(arb(2e5, 1e3), arb(0, 1e3)))
        assert found.real.rad() < 5


def test_a_real_value_keeps_its_digits_where_the_plain_one_loses_them():
    with precision(128):
        for w in (1.6e5, 1.9e5, 2.2e5):
            assert _sharp(arb(255.5), arb(w)).rel_accuracy_bits() >= 64
