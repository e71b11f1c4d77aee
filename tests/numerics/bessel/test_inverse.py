"""`inverse_iv_ratio`: round trips within the conditioning, ends, and errors."""

import math

import numpy as np
import pytest

from modgap.numerics.bessel import functions as bessel

ULP = 2.0**-52


def round_trip(order, r):
    """Errors of A(x) against r and of 1 − A(x) against 1 − r, in ulp, where x is the inverse."""
    x = bessel.inverse_iv_ratio(order, r)
    return abs(bessel.iv_ratio(order, x) / r - 1) / ULP, abs(bessel.iv_ratio_complement(order, x) / (1 - r) - 1) / ULP


def both_ends(rng, size):
    """r from 1e-12 to 1 − 1e-12, log-uniform towards both ends."""
    distance = np.exp(rng.uniform(math.log(1e-12), math.log(0.5), size))
    return np.where(rng.random(size) < 0.5, distance, 1 - distance)


@pytest.mark.parametrize("order", [0.0, 0.5, 1.0, 31.0, 383.0, 2047.5, 1e6])
def test_round_trip_reproduces_ratio_and_complement(order):
    r = np.concatenate([both_ends(np.random.default_rng(1), 2000), [1e-12, 0.5, 1 - 1e-12]])
    ratio, complement = round_trip(order, r)
    assert ratio.max() <= 4
    assert complement.max() <= 6


def test_round_trip_over_log_uniform_orders():
    rng = np.random.default_rng(2)
    ratio, complement = round_trip(np.exp(rng.uniform(math.log(1e-3), math.log(1e6), 20_000)), both_ends(rng, 20_000))
    assert ratio.max() <= 4
    assert complement.max() <= 6


def test_next_to_order_minus_half_within_the_conditioning():
    # There 1 − A falls like 2 e^{−2x}: rounding x alone moves it by x |A'|/(1 − A) ≈ 2x ulp.
    rng = np.random.default_rng(3)
    order, r = -0.5 + np.exp(rng.uniform(math.log(1e-15), math.log(0.5), 5000)), both_ends(rng, 5000)
    x = bessel.inverse_iv_ratio(order, r)
    ratio, complement = round_trip(order, r)
    sensitivity = x * bessel.iv_ratio_derivative(order, x) / bessel.iv_ratio_complement(order, x)
    assert ratio.max() <= 4
    assert (complement / (1 + sensitivity)).max() <= 4


def test_closed_forms():
    assert bessel.inverse_iv_ratio(-0.5, 0.75) == pytest.approx(math.atanh(0.75), rel=1e-15)
    assert bessel.inverse_iv_ratio(0.5, 1 / math.tanh(2.0) - 0.5) == pytest.approx(2.0, rel=1e-14)  # Langevin
    assert bessel.inverse_iv_ratio(383, 1e-300) == pytest.approx(768e-300, rel=1e-15)
    assert bessel.inverse_iv_ratio(383, 1 - 1e-13) == pytest.approx(383.5 / (1 - (1 - 1e-13)), rel=1e-10)


def test_ends_shapes_and_nan():
    assert bessel.inverse_iv_ratio(3, 0) == 0
    assert bessel.inverse_iv_ratio(3, 1) == np.inf
    assert math.isnan(bessel.inverse_iv_ratio(np.nan, 0.5))
    assert math.isnan(bessel.inverse_iv_ratio(1, np.nan))
    assert bessel.inverse_iv_ratio(np.ones((2, 1)), np.full(3, 0.2)).shape == (2, 3)
    assert isinstance(bessel.inverse_iv_ratio(1, 0.5), np.float64)


@pytest.mark.parametrize(("order", "r"), [(-0.6, 0.5), (np.inf, 0.5), (1, -1e-9), (1, 1 + 1e-9)])
def test_domain_errors(order, r):
    with pytest.warns(bessel.BesselDomainWarning, match="0 <= r <= 1"):
        assert math.isnan(bessel.inverse_iv_ratio(order, r))


@pytest.mark.parametrize("order", [-0.3, 0.0, 0.5, 31.0, 255.0, 1e6])
def test_complement_is_reproduced_where_one_less_it_has_no_digits(order):
    c = np.concatenate([10.0 ** -np.arange(0.5, 280, 7), [0.1, 0.4, 0.6, 0.9, 1 - 1e-12]])
    x = bessel.inverse_iv_ratio_complement(order, c)
    off = abs(bessel.iv_ratio_complement(order, x) / c - 1) / ULP
    sensitivity = x * bessel.iv_ratio_derivative(order, x) / bessel.iv_ratio_complement(order, x)
    assert (off / (1 + sensitivity)).max() <= 6
    assert bessel.inverse_iv_ratio_complement(order, 1e-200) == pytest.approx((order + 0.5) * 1e200, rel=4 * ULP)


def test_complement_at_the_ends():
    assert bessel.inverse_iv_ratio_complement(3, [0.0, 1.0]).tolist() == [np.inf, 0.0]
    assert bessel.inverse_iv_ratio_complement(-0.5, 1e-30) == pytest.approx(0.5 * math.log(2e30), rel=1e-15)
    with pytest.warns(bessel.BesselDomainWarning, match="0 <= c <= 1"):
        assert math.isnan(bessel.inverse_iv_ratio_complement(3, 1.5))
