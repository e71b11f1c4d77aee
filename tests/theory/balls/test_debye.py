"""The expansion polynomials, exactly: they solve the Riccati equation, agree with the literature, fill the tables."""

from fractions import Fraction
from pathlib import Path

import flint
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modgap.numerics.bessel import _regions as regions
from modgap.theory.balls import debye

F = Fraction


def test_checked_in_tables_are_what_the_derivation_gives():
    tables = Path(regions.__file__).with_name("_tables.py")
    assert tables.read_text(encoding="utf-8") == debye.tables_source()


@pytest.mark.parametrize("terms", [0, 1, 2, 5, 9, 16])
def test_truncated_expansion_solves_the_riccati_equation_up_to_the_omitted_terms(terms):
    residual = debye.riccati_residual(terms)
    assert min(residual) == terms  # every lower power of 1/s cancels exactly, this one does not
    leading = tuple(-2 * c for c in debye._multiply(debye._ONE_MINUS_U, debye.ratio_polynomial(terms + 1)))
    assert debye._trim(residual[terms]) == debye._trim(leading)


def test_a_wrong_polynomial_would_leave_a_residual(monkeypatch):
    true = debye.ratio_polynomial
    wrong = {2: (F(1), F(1), F(1))}
    monkeypatch.setattr(debye, "ratio_polynomial", lambda k: wrong.get(k) or true(k))
    assert min(debye.riccati_residual(5)) < 5


def test_log_polynomials_are_the_logarithm_of_olvers_u_polynomials():
    # DLMF 10.41.10: U_1 = (3p − 5p³)/24, U_2 = (81p² − 462p⁴ + 385p⁶)/1152; divided by p^k, with u = p².
    u1 = (F(3, 24), F(-5, 24))
    u2 = (F(81, 1152), F(-462, 1152), F(385, 1152))
    half_square = tuple(-c / 2 for c in debye._multiply(u1, u1))
    assert debye.log_polynomial(1) == u1
    assert debye.log_polynomial(2) == debye._add(u2, half_square)


@pytest.mark.parametrize("k", range(1, 17))
def test_at_x_zero_the_expansion_is_stirlings_series(k):
    assert debye.evaluate(debye.log_polynomial(k), F(1)) == -debye.stirling_coefficient(k)


@given(st.integers(1, 16), st.fractions(0, 1, max_denominator=50))
def test_mgf_polynomial_is_the_divided_difference(k, u):
    p = debye.log_polynomial(k)
    assert debye.evaluate(p, u) - debye.evaluate(p, F(1)) == (1 - u) * debye.evaluate(debye.mgf_polynomial(k), u)


def test_derivative_polynomials_against_a_numerical_derivative():
    order, x = flint.arb(60), flint.arb(70)

    def truncated(table, first):
        s = (order**2 + x**2).sqrt()
        u = order**2 / s**2
        terms = ((k, debye_poly) for k, debye_poly in enumerate(table, start=first))
        return sum((_arb(p, u) / s**k for k, p in terms), flint.arb(0)), s

    ratio, s = truncated([debye.ratio_polynomial(k) for k in range(25)], 0)
    slope, _ = truncated([debye.derivative_polynomial(k) for k in range(25)], 0)
    a = x * (1 / (s + order) + ratio / s**2)
    derivative = order / (s * (s + order)) + slope / s**2
    riccati = 1 - a**2 - (2 * order + 1) * a / x
    assert abs(float(derivative - riccati)) < 1e-15
    assert float(derivative) > 1e-3


def _arb(p, u):
    total = flint.arb(0)
    for c in reversed(p):
        total = total * u + flint.arb(flint.fmpq(c.numerator, c.denominator))
    return total


@pytest.mark.parametrize("bad", [-1, -5])
def test_negative_index_is_refused(bad):
    with pytest.raises(ValueError, match="k must be"):
        debye.ratio_polynomial(bad)
    with pytest.raises(ValueError, match="k must be"):
        debye.log_polynomial(bad)


@pytest.mark.parametrize("tier", range(len(regions.S_BORDERS)))
def test_first_omitted_term_is_below_rounding_at_every_border(tier):
    s = regions.S_BORDERS[tier]
    u = numpy.linspace(0, 1, 1001)
    order, x = numpy.sqrt(u) * s, numpy.sqrt(1 - u) * s

    def omitted(polynomial, terms):
        coefficients = [float(c) for c in polynomial(terms[tier] + 1)]
        return abs(numpy.polynomial.polynomial.polyval(u, coefficients)) / s ** (terms[tier] + 1)

    ratio = omitted(debye.ratio_polynomial, regions.RATIO_TERMS) / s**2
    complement = order * (1 + order / (s + x)) / (s + order) + x / s**2 / 2
    assert (ratio * (s + order)).max() < 2.0**-56
    assert (ratio * x / complement).max() < 2.0**-56
    derivative = omitted(debye.derivative_polynomial, regions.DERIVATIVE_TERMS) / s**2
    assert (derivative / (order / (s * (s + order)) + (0.5 - u) / s**2)).max() < 2.0**-55
    mgf = omitted(debye.mgf_polynomial, regions.MGF_TERMS)
    assert (2 * mgf * (s + order) / s**2).max() < 2.0**-56
    assert (omitted(debye.log_polynomial, regions.LOG_TERMS) / (1 + s)).max() < 2.0**-56
