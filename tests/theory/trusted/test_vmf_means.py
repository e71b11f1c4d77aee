"""Means under a von Mises–Fisher law: what the theorems conclude, and what they turn away."""

from __future__ import annotations

import pytest
import sympy as sp

from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.vmf_means import VonMisesFisherLaw, mean_compares, mean_is_linear
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


TURNED_AWAY = {
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
