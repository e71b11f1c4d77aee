"""The theorems of calculus that the cone chapters cite: what they conclude, and premises that they turn away."""

from __future__ import annotations

from functools import cache

import pytest
import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, Le, Lt, Ne, exp, log

from modgap.theory.bessel.bounds import FROM_MINUS_HALF, on, upper_one
from modgap.theory.bessel.functions import A, nu, z
from modgap.theory.cone.lemmas import CONCAVE, IN_SQUARE, RISES, M, a, positive, slope
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.compose import part, specialise
from modgap.theory.kernel.rules import combination
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.calculus import (
    R,
    decreases,
    down_to_zero,
    integral_of_slope,
    mean_value_bound,
    tangent_in_square,
)
from tests.theory.assumptions import make

p, q = sp.symbols("p q", positive=True)
HALF = sp.Rational(1, 2)
HERE = Domain(nu, p, q, nu >= -HALF, p < q)
ANY = Domain(nu, p, q, nu >= -HALF)


@cache
def facts():
    rises, square, concave = (part(slope.fact, s) for s in (RISES, IN_SQUARE, CONCAVE))
    return rises, square, concave, on(FROM_MINUS_HALF, upper_one)[0]


def order(*relations, domain=HERE):
    return [arithmetic(relation, domain) for relation in relations]


def said(statement, domain=FROM_MINUS_HALF):
    """Make a fact for the sake of its form; nothing of it is true."""
    return make("cite", statement, domain, "planted")


ASCENDING = (Ge(p, 0, evaluate=False), Ge(q, 0, evaluate=False), Lt(p, q, evaluate=False))


def tangent(slope_fact=None, falling=None, relations=ASCENDING, given=None, domain=HERE):
    _, square, concave, _ = facts()
    known = positive() if given is None else given
    return tangent_in_square(slope_fact or square, falling or concave, p, q, order(*relations), domain, known)


def growth(slope_fact=None, bound=None, relations=ASCENDING, given=None):
    rises, _, _, below = facts()
    known = positive() if given is None else given
    return mean_value_bound(slope_fact or rises, bound or below, p, q, order(*relations), HERE, known)


def area(slope_fact=None, relations=ASCENDING, given=None, points=(p, q), domain=HERE):
    known = positive() if given is None else given
    return integral_of_slope(slope_fact or facts()[0], *points, order(*relations), domain, known)


def fall(falling=None, relations=ASCENDING, given=None, points=(p, q)):
    known = positive() if given is None else given
    return decreases(falling or facts()[2], *points, order(*relations), HERE, known)


def closed(inequality=None, variable=z, relations=ASCENDING, given=None):
    known = positive() if given is None else given
    fact = inequality or said(Le(a, 1 / (2 * nu + 2), evaluate=False))
    return down_to_zero(fact, variable, p, order(*relations), HERE, known)


def test_conclusions():
    at_p, at_q = log(M.xreplace({z: p})), log(M.xreplace({z: q}))
    slope_at_p = a.xreplace({z: p})
    assert tangent().statement == Lt(at_q, at_p + slope_at_p * (q**2 - p**2) / 2, evaluate=False)
    assert growth().statement == Lt(at_q - at_p, q - p, evaluate=False)
    assert area().statement == Eq(sp.Integral(A, (z, p, q)), at_q - at_p, evaluate=False)
    assert fall().statement == Lt(a.xreplace({z: q}), slope_at_p, evaluate=False)
    assert closed().statement == Le(slope_at_p, 1 / (2 * nu + 2), evaluate=False)


def test_weak_where_the_points_may_agree():
    ordered = order(*ASCENDING[:2], domain=ANY)
    _, square, concave, _ = facts()
    assert isinstance(tangent_in_square(square, concave, p, q, ordered, ANY, positive()).statement, sp.Le)
    weak = [*ASCENDING[:2], Le(p, q, evaluate=False)]
    assert isinstance(fall(relations=weak).statement, sp.Le)
    assert isinstance(closed(said(Lt(a, 1, evaluate=False))).statement, sp.Le)


TURNED_AWAY = {
    "tangent: slope of another function": lambda: tangent(facts()[0]),
    "tangent: f increases": lambda: tangent(falling=said(Gt(Derivative(a, z), 0, evaluate=False))),
    "tangent: f does not increase": lambda: tangent(falling=said(Le(Derivative(a, z), 0, evaluate=False))),
    "tangent: another f": lambda: tangent(falling=said(Lt(Derivative(2 * a, z), 0, evaluate=False))),
    "tangent: second derivative": lambda: tangent(falling=said(Lt(Derivative(a, (z, 2)), 0, evaluate=False))),
    "tangent: q may be negative": lambda: tangent(relations=ASCENDING[:1]),
    "tangent: logarithm not defined at 0": lambda: tangent(said(Eq(Derivative(log(z), z), z * a, evaluate=False))),
    "tangent: only beyond 1": lambda: tangent(facts()[1], specialise_beyond_one(facts()[2])),
    "growth: bound of another function": lambda: growth(bound=said(Lt(2 * A, 1, evaluate=False))),
    "growth: bound that varies": lambda: growth(bound=said(Lt(A, z, evaluate=False))),
    "growth: bound from below": lambda: growth(bound=said(Gt(A, 1, evaluate=False))),
    "growth: points not in order": lambda: growth(relations=ASCENDING[:2]),
    "growth: F not continuous at 0": lambda: growth(said(Eq(Derivative(log(z), z), A, evaluate=False))),
    "area: points not in order": lambda: area(relations=ASCENDING[:2]),
    "area: no derivative": lambda: area(said(Eq(log(M), A, evaluate=False))),
    "area: F not continuous at 0": lambda: area(said(Eq(Derivative(1 / z, z), A, evaluate=False))),
    "area: end that is bound": lambda: area(points=(p, z)),
    "area: integrand of unknown kind": lambda: area(said(Eq(Derivative(log(M), z), sp.floor(z), evaluate=False))),
    "fall: f increases": lambda: fall(said(Gt(Derivative(a, z), 0, evaluate=False))),
    "fall: not defined at 0": lambda: fall(said(Lt(Derivative(A / z, z), 0, evaluate=False))),
    "fall: points apart, not in order": lambda: fall(relations=(*ASCENDING[:2], Ne(p, q, evaluate=False))),
    "fall: the other way": lambda: fall(points=(q, p)),
    "closure: an equation": lambda: closed(said(Eq(a, A / z, evaluate=False))),
    "closure: one side not defined at 0": lambda: closed(said(Le(A / z, 1, evaluate=False))),
    "closure: a jump": lambda: closed(said(Le(sp.floor(z), exp(z), evaluate=False))),
    "closure: other variable": lambda: closed(variable=nu),
    "closure: p may be negative": lambda: closed(relations=()),
    "closure: r is taken": lambda: closed(said(Le(a, R, evaluate=False), Domain(nu, z, R, nu >= -HALF))),
}


#: −(r − 1)z falls in z for r > 1 alone; with p for a larger q, the conclusion would be false.
ONLY_FOR_SOME_R = Lt(Derivative(-(R - 1) * z, z), 0, evaluate=False), Domain(z, R, R > 1)
POSITIVE = Gt(p, 0, evaluate=False)


def test_from_a_positive_point_a_condition_on_r_is_not_dropped():
    there = Domain(p, q, R, p < q)
    with pytest.raises(Undecided, match="taken"):
        decreases(said(*ONLY_FOR_SOME_R), p, q, order(POSITIVE, Lt(p, q, evaluate=False), domain=there), there, [])


def test_a_bound_on_the_slope_does_not_speak_of_r():
    bound = said(Lt(A, R, evaluate=False), Domain(nu, z, R, nu >= -HALF, R > 1))
    there = Domain(nu, p, q, R, nu >= -HALF, p < q)
    with pytest.raises(Undecided, match="taken"):
        mean_value_bound(facts()[0], bound, p, q, order(*ASCENDING, domain=there), there, positive())


@pytest.mark.parametrize("between", [z, R], ids=["the variable", "the variable that may be 0"])
def test_points_are_in_order_on_the_domain_itself(between):
    """p < q follows from p < z < q; but z is bound, and q may be less than p."""
    falls = said(Lt(Derivative(-z, z), 0, evaluate=False), Domain(z))
    there = Domain(p, q, between, p < between, between < q)
    below = [arithmetic(Lt(a, b, evaluate=False), there) for a, b in ((p, between), (between, q))]
    less = combination(Lt(p, q, evaluate=False), there, [(sp.S.One, fact) for fact in below])
    at_least = order(POSITIVE, domain=Domain(p, q))
    with pytest.raises(Undecided, match="does not make"):
        decreases(falls, p, q, [*at_least, less], Domain(p, q), [])


def specialise_beyond_one(fact):
    return specialise(fact, {}, Domain(nu, z, nu >= -HALF, z > 1))


@pytest.mark.parametrize("name", TURNED_AWAY)
def test_premises_are_checked(name):
    with pytest.raises(Undecided):
        raise AssertionError(f"survived: {TURNED_AWAY[name]().statement}")
