"""The rule `barrier`: sharp bounds pass, false ones are turned away at the step that fails."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Derivative, Eq, Rational, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel.barriers import Start, amos, barrier
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, on
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, A, nu, ratio_facts, riccati, z
from modgap.theory.engines.ratio_field import RatioField
from modgap.theory.kernel.equations import equation
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Refuted, Undecided, Unproved
from modgap.theory.trusted.analysis import sign_from_zero
from tests.theory.assumptions import make

HALF = Rational(1, 2)
MILLI = Rational(1, 1000)


def by_barrier(statement, domain, start=None):
    return barrier(statement, domain, on(domain, riccati)[0], ratio_facts(domain), start)


@pytest.mark.parametrize(
    "statement",
    [
        Lt(A, amos(nu, z, nu + HALF, nu + HALF) * (1 - MILLI), evaluate=False),
        Lt(A, amos(nu, z, nu + HALF + MILLI, nu + HALF), evaluate=False),
        Gt(A, amos(nu, z, nu + HALF - MILLI, nu + 3 * HALF), evaluate=False),
        Gt(A, amos(nu, z, nu, nu), evaluate=False),
        Lt(A, amos(nu, z, nu + 1, nu + 1), evaluate=False),
        Gt(A, z / (2 * nu + 2), evaluate=False),
        Lt(A, z / (2 * nu + 2 + MILLI), evaluate=False),
        Lt(A, 1 - MILLI, evaluate=False),
    ],
    ids=str,
)
def test_false_barriers_are_turned_away(statement):
    with pytest.raises(Unproved):
        by_barrier(statement, FROM_MINUS_HALF)


@pytest.mark.parametrize(
    ("statement", "domain"),
    [
        (Le(A, amos(nu, z, nu + HALF, nu + HALF), evaluate=False), ABOVE_MINUS_ONE),
        (Lt(A, 1, evaluate=False), ABOVE_MINUS_ONE),
        (Gt(A, 1 - (2 * nu + 1) / (2 * z), evaluate=False), FROM_MINUS_HALF),
    ],
    ids=str,
)
def test_beyond_its_range_a_bound_is_refuted(statement, domain):
    """At the edge of the range the residual changes sign, and beyond it the bound itself is false."""
    with pytest.raises(Refuted):
        by_barrier(statement, domain)


def test_a_true_bound_that_is_no_barrier_is_undecided():
    """A < (G + 1)/2 holds, as A < G < 1, but its residual changes sign."""
    b = (amos(nu, z, nu + HALF, nu + HALF) + 1) / 2
    with pytest.raises(Undecided):
        by_barrier(Lt(A, b, evaluate=False), FROM_MINUS_HALF)


def test_the_start_must_be_on_the_right_side():
    """A strict bound with zero residual at ν = −½ needs a start, and not one that reaches too far."""
    bound = Lt(A, amos(nu, z, nu + HALF, nu + HALF), evaluate=False)
    with pytest.raises(Undecided):
        by_barrier(bound, FROM_MINUS_HALF)
    with pytest.raises(Undecided):
        by_barrier(bound, FROM_MINUS_HALF, Start(2 * nu + 3))
    assert by_barrier(bound, FROM_MINUS_HALF, Start(sqrt(2 * nu + 2))).statement == bound


def test_a_barrier_must_hold_for_every_z():
    part = Domain(nu, z, nu > -1, Lt(z, 1, evaluate=False))
    with pytest.raises(Undecided):
        by_barrier(Lt(A, z / (2 * nu + 2), evaluate=False), part)


def test_only_the_riccati_equation_of_the_ratio_will_do():
    wrong = make("test", Eq(Derivative(A, z), 1 - A**2, evaluate=False), ABOVE_MINUS_ONE, "")
    with pytest.raises(Undecided, match="Riccati"):
        barrier(Lt(A, z / (2 * nu + 2), evaluate=False), ABOVE_MINUS_ONE, wrong, ratio_facts(ABOVE_MINUS_ONE))


def test_the_singular_point_needs_an_order():
    """y = z^{−p} solves y' = −(p/z) y; y' = −(p/z) y + r allows −z^{−p}, which p + m > 0 excludes."""
    y, p, r = -1 / z + z / 100, sp.Integer(1), Rational(1, 50)
    domain = Domain(z)

    def fact(statement):
        return make("test", statement, domain, "")

    steps = {
        "damping": fact(Ge(sp.S.Zero, 0, evaluate=False)),
        "source": fact(Gt(r, 0, evaluate=False)),
        "near": fact(Ge(y, -1 / z, evaluate=False)),
        "order": fact(Gt(sp.Integer(1), 0, evaluate=False)),
    }
    linear = equation(Eq(Derivative(y, z), -p / z * y + r, evaluate=False), domain)
    with pytest.raises(Undecided, match="positive"):
        sign_from_zero(linear, y, p, sp.S.Zero, r, **steps)


@pytest.mark.parametrize(
    "statement",
    [
        Eq(Derivative(A**2, z), 2 * A * (1 - A**2) - (2 * nu + 1) / z * A**2, evaluate=False),
        Eq(Derivative(sqrt(z**2 + A**2), z), 0, evaluate=False),
        Eq(Derivative(A, z), 1 - A**2 - 2 * nu / z * A, evaluate=False),
    ],
    ids=str,
)
def test_false_equations_are_turned_away(statement):
    with pytest.raises(Unproved):
        equation(statement, ABOVE_MINUS_ONE, [riccati.fact], ratio_facts(ABOVE_MINUS_ONE))


def test_the_field_recognises_zero_through_nested_roots():
    inner = sqrt(z**2 + nu**2)
    outer = sqrt(inner + z)
    expr = Derivative(outer, z) * 2 * outer - (z / inner + 1)
    assert RatioField(riccati.fact).reduce(expr, ABOVE_MINUS_ONE) == 0
    assert RatioField(riccati.fact).reduce(expr + z, ABOVE_MINUS_ONE) != 0
