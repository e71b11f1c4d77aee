"""What an expression needs to be defined, and given facts that grant it."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Ge, Symbol, sqrt

from modgap.theory.engines.definedness import show_defined, show_meaning
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.language.domain import Domain
from modgap.theory.language.subspaces import plane_mean, square_of_tilt
from modgap.theory.language.symbols import U1, U2, SphereMGF
from modgap.theory.outcome import Undecided
from tests.theory.assumptions import make

a, b = sp.symbols("a b", positive=True)
w = Symbol("w", real=True)
DOMAIN = Domain(a, b, w, sp.Le(w**2, 1))
RADICAND = a**2 + 2 * a * b * w + b**2


def test_a_given_fact_makes_a_root_defined():
    fact = arithmetic(Ge(RADICAND, 0, evaluate=False), DOMAIN)
    assert show_defined(sqrt(RADICAND), DOMAIN, [fact]) == (fact,)


@pytest.mark.parametrize(
    "given",
    [
        [],
        [make("cite", Ge(RADICAND + 1, 0, evaluate=False), DOMAIN, "of another expression")],
        [make("cite", sp.Le(RADICAND, 0, evaluate=False), DOMAIN, "the other way")],
        [make("cite", Ge(0, RADICAND, evaluate=False), DOMAIN, "sides exchanged")],
    ],
)
def test_other_facts_do_not(given):
    with pytest.raises(Undecided):
        show_defined(sqrt(RADICAND), DOMAIN, given)


def test_not_negative_is_not_enough_for_a_logarithm_or_a_denominator():
    fact = arithmetic(Ge(RADICAND, 0, evaluate=False), DOMAIN)
    for expr in (sp.log(RADICAND), 1 / RADICAND):
        with pytest.raises(Undecided):
            show_defined(expr, DOMAIN, [fact])


@pytest.mark.parametrize(
    "of",
    [
        *(1 / U1, sp.log(U1), sqrt(U1), sqrt(1 - 2 * U1**2 - U2**2), sp.sign(U1), sp.floor(U2)),
        *(U1 * sp.log(w), U1 / w, U1 * sqrt(w), sp.log(SphereMGF(w, U1)), sp.log(SphereMGF(U1, w))),
    ],
    ids=str,
)
def test_a_mean_over_the_plane_asks_for_what_it_averages(of):
    with pytest.raises(Undecided):
        show_defined(plane_mean(sp.Integer(3), a, of) ** 2, DOMAIN)


def test_a_mean_over_the_plane_of_what_is_defined():
    for of in (U1, U2**2 / a, sqrt(1 - U1**2 - U2**2), sp.log(SphereMGF(3, sqrt(square_of_tilt(w, a, b, U1, U2))))):
        show_defined(plane_mean(sp.Integer(3), a, of), DOMAIN)
    for dim in (sp.S.One, sp.S.Half * 5, a):
        with pytest.raises(Undecided):
            show_defined(plane_mean(dim, a, U1), DOMAIN)
    with pytest.raises(Undecided):
        show_defined(plane_mean(sp.Integer(3), a, U1), Domain(a, U2))


# --- series at places that are known not to be negative ------------------------------------------------------------

_P, _Q = sp.symbols("p q", real=True)


def _inverse(parameter, place):
    return sp.Gt(1 / sp.hyper((), (parameter,), place), 0, evaluate=False)


@pytest.mark.parametrize("condition", [_P + _Q >= 0, 3 * _P + 3 * _Q >= 0, sp.sqrt(_P + _Q) > 0])
def test_a_series_is_positive_where_its_place_is_known_not_to_be_negative(condition):
    show_meaning(_inverse(2, _P + _Q), Domain(_P, _Q, condition), ())


@pytest.mark.parametrize(
    ("parameter", "place", "conditions"),
    [
        (2, _P + _Q, ()),
        (2, _P + _Q, (_P - _Q >= 0,)),
        (2, _P + _Q, (_P + _Q <= 0,)),
        (2, -_P - _Q, (_P + _Q >= 0,)),
        (_P, _P + _Q, (_P + _Q >= 0,)),
        (sp.Rational(-1, 2), _P + _Q, (_P + _Q >= 0,)),
    ],
)
def test_a_series_elsewhere_may_vanish(parameter, place, conditions):
    with pytest.raises(Undecided):
        show_meaning(_inverse(parameter, place), Domain(_P, _Q, *conditions), ())
