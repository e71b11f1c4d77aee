"""Moments, divergence and entropy of the von Mises–Fisher distribution."""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Symbol, besseli, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.normal_forms import BesselRing, InnerProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.letters import h, kappa, z
from modgap.theory.language.relations import eq, ge
from modgap.theory.language.symbols import (
    ConvolutionRoot,
    Dot,
    IvRatio,
    VonMisesFisherDivergence,
    VonMisesFisherEntropy,
    VonMisesFisherMoment,
)
from modgap.theory.sphere.vmf import DIMENSION, REACH, c, normaliser, nu
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.analysis import first_moment, infinitely_divisible_law, second_moment
from modgap.theory.under import Under

e, other = sp.symbols("e c_2")
LAW = (*DIMENSION, kappa, unit_vector(c, h))
A = IvRatio(nu, kappa)

#: ∫ e^{κ c·x} dx as a function of κ, and what its derivative is.
F = normaliser.statement.rhs
SLOPE = (2 * sp.pi) ** (nu + 1) * besseli(nu + 1, kappa) / kappa**nu


def slope(domain: Domain) -> Fact:
    """Return d/dκ (2π)^{ν+1} I_ν(κ)/κ^ν = (2π)^{ν+1} I_{ν+1}(κ)/κ^ν."""
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    return Under(domain).equal(Derivative(F, kappa), SLOPE, ring)


def positive(domain: Domain) -> Fact:
    """Return I_ν(κ) > 0."""
    return Under(domain).use(bessel.positive, {bessel.nu: nu, z: kappa})


@claim(
    id="vmf.mean",
    title="Mean of the von Mises–Fisher distribution",
    relation="ours",
    source="Mardia and Jupp 2000, section 9.3",
    domain=Domain(*LAW, free_vector(e, h), reach=REACH),
    statement=eq(VonMisesFisherMoment(h, kappa, c, e, sp.S.One), A * Dot(c, e)),
)
def mean(this: Claim):
    """E x = A_ν(κ) c, said of every component: E (x·e) = A_ν(κ) (c·e)."""
    moment = substitute(first_moment(normaliser.fact, e, this.domain), slope(this.domain))
    return _closed(this, moment)


def _closed(this: Claim, moment: Fact) -> Fact:
    """Divide a moment by the total and bring the quotient to the form of the claim, in the Bessel ring."""
    d = Under(this.domain)
    quotient = substitute(trusted.definition(this.statement.lhs, d), moment, normaliser.fact)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    return chain(quotient, d.equal(quotient.statement.rhs, this.statement.rhs, ring, given=[positive(d)]))


@claim(
    id="vmf.second_moment",
    title="Second moments of the von Mises–Fisher distribution",
    relation="ours",
    source="Mardia and Jupp 2000, section 9.3; for e orthogonal to c it is A(κ)/κ",
    domain=Domain(*LAW, free_vector(e, h), reach=REACH),
    statement=eq(
        VonMisesFisherMoment(h, kappa, c, e, sp.Integer(2)),
        A / kappa * Dot(e, e) + (1 - h * A / kappa) * Dot(c, e) ** 2,
    ),
)
def second(this: Claim):
    """E (x·e)² = (A/κ)|e|² + (1 − hA/κ)(c·e)² for every vector e; for a unit e ⟂ c it is A(κ)/κ."""
    d = Under(this.domain)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    moment = substitute(
        second_moment(normaliser.fact, e, d),
        slope(d),
        d.equal(Derivative(F, (kappa, 2)), F - (h - 1) / kappa * SLOPE, ring),
    )
    return _closed(this, moment)


@claim(
    id="vmf.kl",
    title="Divergence of two von Mises–Fisher laws of one concentration",
    relation="ours",
    source="Mardia and Jupp 2000, section 9.3, in other words",
    domain=Domain(*LAW, unit_vector(other, h), reach=REACH),
    statement=eq(VonMisesFisherDivergence(h, kappa, c, other), kappa * IvRatio(nu, kappa) * (1 - Dot(c, other))),
)
def kl(this: Claim):
    """KL(vMF(c, κ) ‖ vMF(c', κ)) = κ A(κ) (1 − c·c'): the mean, read along κ(c − c')."""
    d = Under(this.domain)
    unfolded = trusted.definition(this.statement.lhs, d)
    along = d.use(mean, {e: kappa * (c - other)})
    value = substitute(unfolded, along)
    return chain(value, d.equal(value.statement.rhs, this.statement.rhs, InnerProducts(), given=[positive(d)]))


@claim(
    id="vmf.entropy",
    title="Entropy of the von Mises–Fisher distribution",
    relation="ours",
    source="Mardia and Jupp 2000, section 9.3, in other words",
    domain=Domain(*LAW, reach=REACH),
    statement=eq(VonMisesFisherEntropy(h, kappa, c), log(F) - kappa * IvRatio(nu, kappa)),
)
def entropy(this: Claim):
    """H = log((2π)^{ν+1} I_ν(κ)/κ^ν) − κ A(κ)."""
    d = Under(this.domain)
    unfolded = trusted.definition(this.statement.lhs, d)
    along = d.use(mean, {e: c})
    value = substitute(unfolded, along, normaliser.fact)
    return chain(value, d.equal(value.statement.rhs, this.statement.rhs, InnerProducts(), given=[positive(d)]))


m = Symbol("m", integer=True, positive=True)
x = Symbol("x", real=True)


@claim(
    id="vmf.infinitely_divisible",
    title="The von Mises–Fisher distribution is infinitely divisible",
    relation="ours",
    source="Kent 1977; stated for h ≥ 3, on the circle it takes another series",
    domain=Domain(h, h >= 3, kappa, m, x, x >= -1, x <= 1, reach={h: 12, kappa: 20, m: 3}),
    statement=ge(ConvolutionRoot(h, kappa, m, x), 0),
)
def infinitely_divisible(this: Claim):
    """For every m there is a law of which vMF(c, κ) is the m-fold convolution by rotations. Cited, not proved."""
    return infinitely_divisible_law(h, kappa, m, x, this.domain)


CLAIMS = (mean, second, kl, entropy, infinitely_divisible)
