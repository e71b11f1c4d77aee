"""Means over the circle whose integrands are not entire: enclosed, and nowhere holomorphic across a cut."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from flint import acb
from scipy.integrate import quad

from modgap.theory.balls.evaluator import Evaluator, precision
from modgap.theory.balls.holomorphy import Holomorphy
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.means import SphereAverage, VonMisesFisherMean
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Undecided

a, u, v = sp.symbols("a u v")
t = sp.Symbol("t", real=True)
k = sp.Symbol("k", integer=True)
HERE = Domain(unit_vector(a, sp.Integer(2)))
COSINE = Dot(a, u)
INNER = SphereAverage(2, sp.Lambda(v, sp.exp(Dot(u, v) + COSINE)))

#: An integrand, and the same as a function of the cosine.
INTEGRANDS = {
    "|s|": (sp.sqrt(COSINE**2), abs),
    "a root that almost vanishes": (
        sp.sqrt(COSINE**2 + sp.Rational(1, 10**8)),
        lambda s: np.sqrt(s**2 + 1e-8),
    ),
    "a broken power": ((COSINE**2 + sp.Rational(1, 100)) ** sp.Rational(1, 4), lambda s: (s**2 + 0.01) ** 0.25),
    "a logarithm": (sp.log(COSINE + 2), lambda s: np.log(s + 2)),
    "a logarithm of a mean": (sp.log(INNER + 1), lambda s: np.log(np.i0(1.0) * np.exp(s) + 1)),
}


@pytest.mark.parametrize("name", INTEGRANDS)
def test_means_over_the_circle_are_enclosed(name):
    of, function = INTEGRANDS[name]
    exact = quad(lambda angle: function(np.cos(angle)), 0, np.pi, points=[np.pi / 2], epsabs=1e-11)[0] / np.pi
    with precision(80):
        at = Evaluator({a: np.array([1.0, 0.3])}, HERE)
        uniform, tilted = (at(mean(sp.Lambda(u, of))) for mean in (_uniform, _barely_tilted))
    assert abs(float((uniform - exact).mid())) <= float(uniform.rad()) + 1e-10
    assert float(uniform.rad()) < 2e-3
    assert abs(float((tilted - exact).mid())) <= float(tilted.rad()) + 1e-5


def _uniform(of):
    return SphereAverage(2, of)


def _barely_tilted(of):
    return VonMisesFisherMean(2, sp.Rational(1, 10**6), a, of)


def test_a_logarithm_that_is_undefined_has_no_mean():
    with precision(80), pytest.raises(Undecided):
        Evaluator({a: np.array([1.0, 0.3])}, HERE)(SphereAverage(2, sp.Lambda(u, sp.log(COSINE))))


def test_a_bound_index_does_not_take_the_value_of_a_variable_outside():
    """√(k − t) for k = −1 is not holomorphic at t = 0, even if a variable of the name k is 5 there."""
    total = sp.Sum(sp.sqrt(k - t), (k, -1, 1))
    disc = acb(0.0, 0.0).union(acb(0.1, 0.1)).union(acb(-0.1, -0.1))
    with precision(80):
        assert not Holomorphy.of(total, t).holds(Evaluator({k: 5}).bound(t, disc))
        assert Holomorphy.of(sp.sqrt(k - t), t).holds(Evaluator({k: 5}).bound(t, disc))
        assert Holomorphy.of(sp.Sum((k - t) ** 2, (k, -1, 1)), t).holds(Evaluator({k: 5}).bound(t, disc))


def test_what_a_mean_averages_is_looked_at():
    near = Evaluator({a: np.array([1.0, 0.3])}, HERE).bound(t, acb(1.0, 0.1))
    whole, rooted = (SphereAverage(2, sp.Lambda(u, f(t + COSINE))) for f in (sp.exp, sp.sqrt))
    with precision(80):
        assert Holomorphy.of(sp.log(whole), t).holds(near)
        assert not Holomorphy.of(rooted, t).holds(near)
