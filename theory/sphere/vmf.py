"""The uniform law on the sphere and the von Mises–Fisher distribution.

The generating function M_h of one coordinate is found by integrating the exponential series; every integral
of e^{v·x} over the sphere follows by rotation, and with it normaliser and moment generating function.
"""

from __future__ import annotations

import sympy as sp
from sympy import Eq, Symbol, besseli, exp, gamma, log
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt

from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.normal_forms import GammaProducts, InnerProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, specialise, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.symbols import (
    U1,
    LogScaledBessel,
    Norm,
    SphereIntegral,
    SphereMGF,
    VonMisesFisherMGF,
    order_of,
    sphere_mean,
)
from modgap.theory.trusted import series as trusted

h = Symbol("h", integer=True, positive=True)
z = Symbol("z", positive=True)
kappa = Symbol("kappa", positive=True)
c, t, v = sp.symbols("c t v")

DIMENSION = (h, h >= 2)
REACH = {h: 40, z: 100, kappa: 100}
SPHERE = Domain(*DIMENSION, z, reach=REACH)

nu = order_of(h)
MEAN_FORM = Eq(sphere_mean(h, exp(z * U1)), SphereMGF(h, z), evaluate=False)
BESSEL_FORM = Eq(gamma(nu + 1) * (2 / z) ** nu * besseli(nu, z), SphereMGF(h, z), evaluate=False)


def _with_index(domain: Domain) -> Domain:
    return Domain(*domain.symbols, trusted.K, *domain.vectors, *domain.conditions, reach=REACH)


def equal_terms(left: sp.Expr, right: sp.Expr, domain: Domain) -> Fact:
    """Show that two products of powers and Gamma functions agree for every index."""
    return identity(Eq(left, right, evaluate=False), domain, GammaProducts())


@claim(
    id="sphere.mgf",
    title="Moment generating function of a coordinate of the sphere",
    relation="as_reported",
    source="Theorem 1, its mathematics; DLMF 10.32.2 in other words",
    domain=SPHERE,
    statement=sp.And(MEAN_FORM, BESSEL_FORM, evaluate=False),
)
def mgf(this: Claim):
    """A uniform point u of the sphere has E e^{z u_1} = M_h(z), a ₀F₁ and, scaled, a Bessel function I_ν."""
    domain, indexed = this.domain, _with_index(this.domain)
    closed = flip(trusted.hyper_series(h / 2, z**2 / 4, domain))
    unfolded = flip(trusted.definition(SphereMGF(h, z), domain))

    integrated = trusted.mean_of_exponential(z, trusted.even_moment(h, indexed))
    values = equal_terms(integrated.statement.rhs.function, closed.statement.lhs.function, indexed)
    first = chain(integrated, trusted.sum_termwise(values), closed, unfolded)

    series = trusted.bessel_series(nu, z, domain)
    scale = gamma(nu + 1) * (2 / z) ** nu
    scaled = trusted.scaled_series(scale, series)
    values = equal_terms(scaled.statement.rhs.function, closed.statement.lhs.function, indexed)
    second = chain(scaled, trusted.sum_termwise(values), closed, unfolded)
    return both(first, second)


@claim(
    id="sphere.mgf.gaussian",
    title="The sphere is sub-Gaussian",
    relation="ours",
    source="Theorem 1, its mathematics",
    domain=SPHERE,
    statement=Le(log(SphereMGF(h, z)), z**2 / (2 * h), evaluate=False),
)
def gaussian(this: Claim):
    """log M_h(z) is at most z²/(2h), its value for a Gaussian coordinate of the same variance 1/h."""
    domain, indexed = this.domain, _with_index(this.domain)
    series = trusted.hyper_series(h / 2, z**2 / 4, domain)
    defined = chain(trusted.definition(SphereMGF(h, z), domain), series)
    exponential = trusted.exponential_series(z**2 / (2 * h), domain)
    terms = trusted.terms_by_ratio(series.statement.rhs.function, exponential.statement.rhs.function, indexed)
    bound = chain(defined, trusted.sum_termwise(terms), flip(exponential))
    positive_terms = sign(Gt(series.statement.rhs.function, 0, evaluate=False), indexed)
    positive = substitute(trusted.sum_of_positive_terms(positive_terms), flip(defined))
    logs = trusted.log_is_increasing(bound, positive)
    return chain(logs, identity(Eq(log(exp(z**2 / (2 * h))), z**2 / (2 * h), evaluate=False), domain))


@claim(
    id="sphere.exponential_integral",
    title="Integral of an exponential over the sphere",
    relation="ours",
    source="Mardia and Jupp 2000, section 9.3, for a general vector",
    domain=Domain(*DIMENSION, free_vector(v, h), Gt(Norm(v), 0), reach=REACH),
    statement=Eq(SphereIntegral(h, v), (2 * sp.pi) ** (h / 2) * besseli(nu, Norm(v)) / Norm(v) ** nu, evaluate=False),
)
def exponential_integral(this: Claim):
    """The integral of e^{v·x} over the sphere depends on the length of v alone, through one Bessel function."""
    domain = this.domain
    forms = chain(part(mgf.fact, MEAN_FORM), flip(part(mgf.fact, BESSEL_FORM)))
    turned = substitute(trusted.rotation_invariance(h, v, domain), specialise(forms, {z: Norm(v)}, domain))
    closed = Eq(turned.statement.rhs, this.statement.rhs, evaluate=False)
    return chain(turned, identity(closed, domain, GammaProducts()))


@claim(
    id="vmf.normaliser",
    title="Normaliser of the von Mises–Fisher density",
    relation="as_reported",
    source="Mardia and Jupp 2000, section 9.3",
    domain=Domain(*DIMENSION, kappa, unit_vector(c, h), reach=REACH),
    statement=Eq(
        SphereIntegral(h, kappa * c), (2 * sp.pi) ** (nu + 1) * besseli(nu, kappa) / kappa**nu, evaluate=False
    ),
)
def normaliser(this: Claim):
    """The density D_h(κ) e^{κ c·x} integrates to one with D_h(κ) = κ^ν/((2π)^{ν+1} I_ν(κ))."""
    domain = this.domain
    length = identity(Eq(Norm(kappa * c), kappa, evaluate=False), domain, InnerProducts())
    positive = substitute(sign(Gt(kappa, 0, evaluate=False), domain), flip(length))
    integral = specialise(exponential_integral.fact, {v: kappa * c}, domain, given=[positive])
    return substitute(integral, length)


@claim(
    id="vmf.mgf",
    title="Moment generating function of the von Mises–Fisher distribution",
    relation="as_reported",
    source="Theorem 2",
    domain=Domain(*DIMENSION, kappa, unit_vector(c, h), free_vector(t, h), Gt(Norm(kappa * c + t), 0), reach=REACH),
    statement=Eq(
        VonMisesFisherMGF(h, kappa, c, t),
        exp(LogScaledBessel(nu, Norm(kappa * c + t)) - LogScaledBessel(nu, kappa)),
        evaluate=False,
    ),
)
def vmf_mgf(this: Claim):
    """E e^{t·x} compares the normaliser at κc + t with that at κ; it is the loss's partition function in the cone."""
    domain = this.domain
    unfolded = trusted.definition(VonMisesFisherMGF(h, kappa, c, t), domain)
    numerator = specialise(exponential_integral.fact, {v: kappa * c + t}, domain)
    denominator = specialise(normaliser.fact, {}, domain)
    quotient = substitute(unfolded, numerator, denominator)
    lengths = [
        specialise(bessel.positive.fact, {bessel.nu: nu, bessel.z: argument}, domain)
        for argument in (Norm(kappa * c + t), kappa)
    ]
    closed = Eq(quotient.statement.rhs, this.statement.rhs, evaluate=False)
    return chain(quotient, identity(closed, domain, GammaProducts(), given=lengths))


CLAIMS = (mgf, gaussian, exponential_integral, normaliser, vmf_mgf)
