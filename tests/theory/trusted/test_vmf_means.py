"""Means under a von Mises–Fisher law: what the theorems conclude, and what they turn away."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp

from modgap.theory.balls import enclosure
from modgap.theory.language.domain import Domain, free_vector, unit_vector, vector_across
from modgap.theory.language.subspaces import axis_mean
from modgap.theory.language.symbols import U1, Dot
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.vmf_means import VonMisesFisherLaw, mean_compares, mean_is_linear, mean_of_cosine
from tests.theory.assumptions import make

kappa, beta = sp.symbols("kappa beta", positive=True)
t = sp.Symbol("t", real=True)
d = sp.Symbol("d", integer=True, positive=True)
c, x = sp.symbols("c x")
HERE = Domain(d, d >= 2, kappa, beta, t, unit_vector(c, d), unit_vector(x, d))
LAW = VonMisesFisherLaw(d, kappa, c, x)
ONE = (sp.S.One, sp.S.One)


def said(statement, domain=HERE):
    """Make a fact for the sake of its form; nothing of it is true."""
    return make("cite", statement, domain, "planted")


def test_conclusions():
    cosine = Dot(x, c)
    linear = mean_is_linear(LAW, [(beta, cosine), ONE], HERE)
    assert linear.statement == sp.Eq(LAW.mean(beta * cosine + 1), beta * LAW.mean(cosine) + 1, evaluate=False)
    assert x not in linear.domain.declared
    compared = mean_compares(LAW, said(sp.Le(cosine, 1, evaluate=False)))
    assert compared.statement == sp.Le(LAW.mean(cosine), LAW.mean(sp.S.One), evaluate=False)


OUTSIDE = Domain(d, d >= 2, kappa, beta, t, unit_vector(c, d))
BACK = VonMisesFisherLaw(d, kappa, -c, x)
s = sp.Symbol("s", real=True)
BENT = s + sp.log(2 + s)


def test_mean_of_a_function_of_the_cosine_with_the_centre():
    along, back = (mean_of_cosine(law, BENT, s, OUTSIDE) for law in (LAW, BACK))
    body = BENT.xreplace({s: Dot(x, c)})
    assert along.statement == sp.Eq(LAW.mean(body), axis_mean(d, kappa, BENT.xreplace({s: U1})), evaluate=False)
    assert back.statement == sp.Eq(BACK.mean(body), axis_mean(d, kappa, BENT.xreplace({s: -U1})), evaluate=False)


@pytest.mark.parametrize("law", [LAW, BACK], ids=["c", "-c"])
def test_both_sides_of_it_by_balls(law):
    """A quadrature in the angle on the circle against one in the height; and the other sign is another number."""
    point = {d: 2, kappa: 1.5, beta: 1.0, t: 0.0, c: np.array([0.6, 0.8])}
    sides = mean_of_cosine(law, BENT, s, OUTSIDE).statement.args
    left, right = (float(enclosure.value(side, point, OUTSIDE).mid()) for side in sides)
    assert abs(left - right) < 1e-12
    (other,) = (mean_of_cosine(one, BENT, s, OUTSIDE).statement.rhs for one in (LAW, BACK) if one != law)
    assert abs(left - float(enclosure.value(other, point, OUTSIDE).mid())) > 0.1


TURNED_AWAY = {
    "a cosine with what is no unit vector": lambda: mean_of_cosine(
        LAW, BENT, s, Domain(d, d >= 2, kappa, free_vector(c, d))
    ),
    "a centre of another space": lambda: mean_of_cosine(LAW, BENT, s, Domain(d, d >= 2, kappa, unit_vector(c, d + 1))),
    "a centre across something in another space": lambda: mean_of_cosine(
        LAW, BENT, s, Domain(d, d >= 2, kappa, unit_vector(t, d + 1), vector_across(c, d + 1, t))
    ),
    "twice a unit vector for a centre": lambda: mean_of_cosine(VonMisesFisherLaw(d, kappa, 2 * c, x), BENT, s, OUTSIDE),
    "a height that is declared": lambda: mean_of_cosine(LAW, BENT, s, OUTSIDE.further(s)),
    "a height that is the vector": lambda: mean_of_cosine(LAW, x, x, OUTSIDE),
    "a function of the vector": lambda: mean_of_cosine(LAW, s * Dot(x, c), s, OUTSIDE),
    "a function of the centre": lambda: mean_of_cosine(LAW, s * Dot(c, c), s, OUTSIDE),
    "a function of what the mean binds": lambda: mean_of_cosine(LAW, s * U1, s, OUTSIDE),
    "a function with a jump": lambda: mean_of_cosine(LAW, sp.sign(s), s, OUTSIDE),
    "a function that is undefined at an end": lambda: mean_of_cosine(LAW, sp.log(1 + s), s, OUTSIDE),
    "a function of a stranger": lambda: mean_of_cosine(LAW, s * sp.Symbol("stranger", real=True), s, OUTSIDE),
    "a cosine with a centre of S^0": lambda: mean_of_cosine(
        VonMisesFisherLaw(sp.S.One, kappa, c, x), BENT, s, Domain(kappa, unit_vector(c, 1))
    ),
    "a vector for a number": lambda: mean_is_linear(LAW, [(sp.S.One, x), ONE], HERE),
    "the square of a vector": lambda: mean_is_linear(LAW, [(sp.S.One, x**2), ONE], HERE),
    "no constant": lambda: mean_is_linear(LAW, [(Dot(x, c), Dot(x, c)), ONE], HERE),
    "a constant that is undefined": lambda: mean_is_linear(LAW, [(1 / t, Dot(x, c)), ONE], HERE),
    "an integrand that is undefined": lambda: mean_is_linear(LAW, [(sp.S.One, sp.log(Dot(x, c))), ONE], HERE),
    "a concentration that is undefined": lambda: mean_is_linear(
        VonMisesFisherLaw(d, sp.exp(1 / t), c, x), [(sp.S.One, Dot(x, c)), ONE], HERE
    ),
    "no concentration": lambda: mean_is_linear(VonMisesFisherLaw(d, t, c, x), [ONE], HERE),
    "its own centre": lambda: mean_is_linear(VonMisesFisherLaw(d, kappa, x, x), [ONE], HERE),
    "the sphere S^0": lambda: mean_is_linear(
        VonMisesFisherLaw(sp.S.One, kappa, c, x), [ONE], Domain(kappa, unit_vector(c, 1), unit_vector(x, 1))
    ),
    "a jump": lambda: mean_compares(LAW, said(sp.Le(sp.sign(Dot(x, c)), 1, evaluate=False))),
    "strictly": lambda: mean_compares(LAW, said(sp.Lt(Dot(x, c), 2, evaluate=False))),
    "a half of the sphere": lambda: mean_compares(
        LAW, said(sp.Ge(Dot(x, c), 0, evaluate=False), Domain(*HERE.symbols, *HERE.vectors, d >= 2, Dot(x, c) >= 0))
    ),
}


@pytest.mark.parametrize("case", TURNED_AWAY)
def test_turned_away(case):
    with pytest.raises(Undecided):
        TURNED_AWAY[case]()
