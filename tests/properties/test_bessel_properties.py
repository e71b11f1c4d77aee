"""Properties of the Bessel functions at random points of the whole domain, subnormal x and huge order included."""

import math
import warnings

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from modgap.numerics.bessel import functions as bessel

ULP = 2.0**-52
SUBNORMAL = 5e-324  # the spacing below 2^-1022, where relative accuracy ends
without_deadline = settings(deadline=None, max_examples=200)  # the first example may have to compile the kernels


def powers(low, high):
    return st.floats(low, high).map(lambda e: 10.0**e)


orders = st.one_of(st.floats(-0.5, 60.0), powers(-6, 9), st.integers(-1, 4096).map(lambda n: n / 2))
arguments = st.one_of(st.floats(0.0, 60.0, exclude_min=True), powers(-12, 12), st.floats(5e-324, 1e300))


def ratio(order, x):
    return float(bessel.iv_ratio(order, x))


def complement(order, x):
    return float(bessel.iv_ratio_complement(order, x))


@without_deadline
@given(orders, arguments)
@example(-0.5, 5e-324)
@example(-0.5, 44.5)
@example(1e9, 5e-324)
@example(0.0, 1e300)
def test_ratio_and_complement_share_one(order, x):
    a, c = ratio(order, x), complement(order, x)
    assert 0 <= a <= 1
    assert 0 <= c <= 1
    assert abs(a + c - 1) <= 4 * ULP
    assert float(bessel.iv_ratio_derivative(order, x)) >= 0


@without_deadline
@given(orders, arguments)
def test_recurrence(order, x):
    # I_ν = I_{ν+2} + (2(ν+1)/x) I_{ν+1} (DLMF 10.29.1), so x = A_ν (x A_{ν+1} + 2(ν+1)); ν + 1 is rounded.
    assert ratio(order, x) * (x * ratio(order + 1, x) + 2 * (order + 1)) == pytest.approx(
        x, rel=12 * ULP, abs=(4 * order + 8) * 5e-324
    )


@without_deadline
@given(orders, arguments)
def test_riccati_equation(order, x):
    a, c, slope = ratio(order, x), complement(order, x), float(bessel.iv_ratio_derivative(order, x))
    pull = (2 * order + 1) * (a / x)
    assume(x > 1e-300)
    assert slope == pytest.approx(c * (1 + a) - pull, abs=16 * ULP * (c * (1 + a) + pull) + 4 * SUBNORMAL)


@without_deadline
@given(orders, arguments, arguments)
def test_monotone_in_the_argument(order, x, y):
    x, y = min(x, y), max(x, y)
    assert ratio(order, x) <= ratio(order, y) * (1 + 6 * ULP)
    assert complement(order, x) >= complement(order, y) * (1 - 8 * ULP)
    dim = 2 * order + 2
    assert bessel.log_sphere_mgf(dim, x) <= bessel.log_sphere_mgf(dim, y) * (1 + 8 * ULP)
    if x > 1e-300:  # A/x decreases from 1/(2ν+2)
        assert ratio(order, x) / x * (1 + 8 * ULP) >= ratio(order, y) / y


@without_deadline
@given(orders, orders, arguments)
def test_monotone_in_the_order(order, other, x):
    order, other = min(order, other), max(order, other)
    assert ratio(order, x) * (1 + 6 * ULP) >= ratio(other, x)
    assert complement(order, x) <= complement(other, x) * (1 + 8 * ULP)
    larger, smaller = bessel.log_sphere_mgf(2 * order + 2, x), bessel.log_sphere_mgf(2 * other + 2, x)
    assert larger * (1 + 8 * ULP) >= smaller - 5e-324


@without_deadline
@given(orders, arguments)
def test_amos_bounds(order, x):
    # Amos 1974: G(ν+½, ν+3/2) ≤ A ≤ G(ν+½, ν+½), G(a, b) = x/(a + √(x² + b²)); and A ≤ x/(2ν+2).
    a, value = order + 0.5, ratio(order, x)
    assert value * (1 + 6 * ULP) >= x / (a + math.hypot(x, order + 1.5)) - 5e-324
    assert value <= x / (a + math.hypot(x, a)) * (1 + 6 * ULP) or a == 0
    assert value <= x / (2 * order + 2) * (1 + 6 * ULP) + 5e-324


@without_deadline
@given(orders, arguments)
def test_turan_inequality(order, x):
    # 0 < I_ν² − I_{ν−1} I_{ν+1} ≤ I_ν²/(ν+1) at ν = order + 1: the quotient is 1 − A_ν/A_{ν−1}.
    below, above = ratio(order, x), ratio(order + 1, x)
    assume(below > 1e-300)
    difference = below - above if below < 0.5 else complement(order + 1, x) - complement(order, x)
    noise = 8 * ULP * (below if below < 0.5 else complement(order + 1, x))
    assert difference >= -noise
    assert difference <= below / (order + 2) * (1 + 8 * ULP) + noise


@without_deadline
@given(orders, arguments)
def test_logarithms_agree_with_the_ratio(order, x):
    assume(x > 1e-150)
    step = float(bessel.log_iv(order + 1, x)) - float(bessel.log_iv(order, x))
    scale = 1 + order + abs((order + 1) * math.log(x / 2)) + x
    assert step == pytest.approx(math.log(ratio(order, x)), abs=12 * ULP * scale)


@without_deadline
@given(orders, arguments)
def test_log_mgf_is_log_iv_normalised_and_gaussian_bounded(order, x):
    dim = 2 * order + 2
    value, scaled = float(bessel.log_sphere_mgf(dim, x)), float(bessel.log_sphere_mgf_scaled(dim, x))
    assert 0 <= value <= x * (x / (2 * dim)) * (1 + 6 * ULP) + 5e-324
    assert scaled <= 0
    assert value - x == pytest.approx(scaled, abs=24 * ULP * (1 + x))


@without_deadline
@given(orders, arguments, st.floats(1.0, 3.0))
def test_slope_of_log_mgf_lies_between_the_ratios(order, x, factor):
    y = x * factor
    assume(1e-150 < x < y < 1e300)
    dim = 2 * order + 2
    low, high = float(bessel.log_sphere_mgf(dim, x)), float(bessel.log_sphere_mgf(dim, y))
    noise = 12 * ULP * high
    assert ratio(order, x) * (y - x) <= high - low + noise
    assert high - low <= ratio(order, y) * (y - x) + noise


@without_deadline
@given(orders, st.floats(5e-324, 1e-10))
def test_limits_at_zero(order, x):
    assert ratio(order, x) == pytest.approx(x / (2 * order + 2), rel=6 * ULP, abs=1e-323)
    assert float(bessel.iv_ratio_derivative(order, x)) == pytest.approx(1 / (2 * order + 2), rel=8 * ULP)
    assert float(bessel.log_sphere_mgf(2 * order + 2, x)) == pytest.approx(
        x * (x / (4 * order + 4)), rel=8 * ULP, abs=1e-322
    )


@without_deadline
@given(st.floats(-0.4375, 1e4), st.floats(1e27, 1e300))
def test_limits_at_infinity(order, x):
    assert complement(order, x) == pytest.approx((order + 0.5) / x, rel=8 * ULP, abs=1e-322)
    assert float(bessel.iv_ratio_derivative(order, x)) == pytest.approx((order + 0.5) / x / x, rel=16 * ULP, abs=1e-322)


@without_deadline
@given(orders, st.floats(1e-12, 1 - 1e-12))
def test_inverse_round_trip(order, r):
    assume(order == -0.5 or order > -0.4999)
    x = float(bessel.inverse_iv_ratio(order, r))
    assert ratio(order, x) == pytest.approx(r, rel=6 * ULP)
    sensitivity = x * float(bessel.iv_ratio_derivative(order, x)) / complement(order, x)
    assert complement(order, x) == pytest.approx(1 - r, rel=6 * ULP * (1 + sensitivity))


@without_deadline
@given(st.one_of(st.floats(max_value=-0.5, exclude_max=True), st.just(math.inf)), st.floats(allow_nan=False))
def test_no_bad_order_passes_silently(order, x):
    for function in (bessel.iv_ratio, bessel.iv_ratio_complement, bessel.iv_ratio_derivative, bessel.log_iv):
        with pytest.warns(bessel.BesselDomainWarning):
            assert math.isnan(function(order, x))


@without_deadline
@given(orders, st.floats(max_value=0.0, exclude_max=True))
def test_no_negative_argument_passes_silently(order, x):
    for function in (bessel.iv_ratio, bessel.iv_ratio_complement, bessel.iv_ratio_derivative, bessel.log_iv):
        with pytest.warns(bessel.BesselDomainWarning):
            assert math.isnan(function(order, x))


@without_deadline
@given(st.floats(-0.5, 1e300), st.floats(0.0, allow_infinity=True))
def test_inside_the_domain_nothing_warns_and_nothing_is_nan(order, x):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values = [
            bessel.iv_ratio(order, x),
            bessel.iv_ratio_complement(order, x),
            bessel.iv_ratio_derivative(order, x),
            bessel.log_iv(order, x),
            bessel.log_sphere_mgf(2 * order + 2, x),
            bessel.log_sphere_mgf_scaled(2 * order + 2, x),
        ]
    assert not any(math.isnan(value) for value in values)
