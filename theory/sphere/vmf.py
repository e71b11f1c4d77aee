"""The uniform law on the sphere and the von Mises–Fisher distribution.

The generating function M_h of one coordinate is found by integrating the exponential series; every integral
of e^{v·x} over the sphere follows by rotation, and with it normaliser and moment generating function.
"""

from __future__ import annotations

import sympy as sp
from sympy import besseli, exp, gamma, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.normal_forms import GammaProducts, InnerProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.letters import h, kappa, z
from modgap.theory.language.relations import all_of, eq, gt, le
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
from modgap.theory.under import Under

c, t, v = sp.symbols("c t v")

DIMENSION = (h, h >= 2)
REACH = {h: 40, z: 100, kappa: 100}
SPHERE = Under(*DIMENSION, z, reach=REACH)

nu = order_of(h)
MEAN_FORM = eq(sphere_mean(h, exp(z * U1)), SphereMGF(h, z))
BESSEL_FORM = eq(gamma(nu + 1) * (2 / z) ** nu * besseli(nu, z), SphereMGF(h, z))


def _with_index(domain: Domain) -> Domain:
    return domain.further(trusted.K, reach=REACH)


def equal_terms(left: sp.Expr, right: sp.Expr, domain: Domain) -> Fact:
    """Show that two products of powers and Gamma functions agree for every index."""
    return Under(domain).equal(left, right, GammaProducts())


@claim(
    id="sphere.mgf",
    title="Moment generating function of a coordinate of the sphere",
    relation="as_reported",
    source="Theorem 1, its mathematics; DLMF 10.32.2 in other words",
    domain=SPHERE,
    statement=all_of(MEAN_FORM, BESSEL_FORM),
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
    statement=le(log(SphereMGF(h, z)), z**2 / (2 * h)),
)
def gaussian(this: Claim):
    """log M_h(z) is at most z²/(2h), its value for a Gaussian coordinate of the same variance 1/h."""
    d, indexed = Under(this.domain), Under(_with_index(this.domain))
    series = trusted.hyper_series(h / 2, z**2 / 4, d)
    defined = chain(trusted.definition(SphereMGF(h, z), d), series)
    exponential = trusted.exponential_series(z**2 / (2 * h), d)
    terms = trusted.terms_by_ratio(series.statement.rhs.function, exponential.statement.rhs.function, indexed)
    bound = chain(defined, trusted.sum_termwise(terms), flip(exponential))
    positive_terms = indexed.sign(gt(series.statement.rhs.function, 0))
    positive = substitute(trusted.sum_of_positive_terms(positive_terms), flip(defined))
    logs = trusted.log_is_increasing(bound, positive)
    return chain(logs, d.equal(log(exp(z**2 / (2 * h))), z**2 / (2 * h)))


@claim(
    id="sphere.exponential_integral",
    title="Integral of an exponential over the sphere",
    relation="ours",
    source="Mardia and Jupp 2000, section 9.3, for a general vector",
    domain=Domain(*DIMENSION, free_vector(v, h), gt(Norm(v), 0), reach=REACH),
    statement=eq(SphereIntegral(h, v), (2 * sp.pi) ** (h / 2) * besseli(nu, Norm(v)) / Norm(v) ** nu),
)
def exponential_integral(this: Claim):
    """The integral of e^{v·x} over the sphere depends on the length of v alone, through one Bessel function."""
    d = Under(this.domain)
    forms = chain(part(mgf.fact, MEAN_FORM), flip(part(mgf.fact, BESSEL_FORM)))
    turned = substitute(trusted.rotation_invariance(h, v, d), d.use(forms, {z: Norm(v)}))
    return chain(turned, d.equal(turned.statement.rhs, this.statement.rhs, GammaProducts()))


@claim(
    id="vmf.normaliser",
    title="Normaliser of the von Mises–Fisher density",
    relation="as_reported",
    source="Mardia and Jupp 2000, section 9.3",
    domain=Domain(*DIMENSION, kappa, unit_vector(c, h), reach=REACH),
    statement=eq(SphereIntegral(h, kappa * c), (2 * sp.pi) ** (nu + 1) * besseli(nu, kappa) / kappa**nu),
)
def normaliser(this: Claim):
    """The density D_h(κ) e^{κ c·x} integrates to one with D_h(κ) = κ^ν/((2π)^{ν+1} I_ν(κ))."""
    d = Under(this.domain)
    length = d.equal(Norm(kappa * c), kappa, InnerProducts())
    positive = substitute(d.sign(gt(kappa, 0)), flip(length))
    integral = d.use(exponential_integral, {v: kappa * c}, given=[positive])
    return substitute(integral, length)


@claim(
    id="vmf.mgf",
    title="Moment generating function of the von Mises–Fisher distribution",
    relation="as_reported",
    source="Theorem 2",
    domain=Domain(*DIMENSION, kappa, unit_vector(c, h), free_vector(t, h), gt(Norm(kappa * c + t), 0), reach=REACH),
    statement=eq(
        VonMisesFisherMGF(h, kappa, c, t), exp(LogScaledBessel(nu, Norm(kappa * c + t)) - LogScaledBessel(nu, kappa))
    ),
)
def vmf_mgf(this: Claim):
    """E e^{t·x} compares the normaliser at κc + t with that at κ; it is the loss's partition function in the cone."""
    d = Under(this.domain)
    unfolded = trusted.definition(VonMisesFisherMGF(h, kappa, c, t), d)
    numerator = d.use(exponential_integral, {v: kappa * c + t})
    denominator = d.use(normaliser)
    quotient = substitute(unfolded, numerator, denominator)
    lengths = [d.use(bessel.positive, {bessel.nu: nu, z: argument}) for argument in (Norm(kappa * c + t), kappa)]
    return chain(quotient, d.equal(quotient.statement.rhs, this.statement.rhs, GammaProducts(), given=lengths))


CLAIMS = (mgf, gaussian, exponential_integral, normaliser, vmf_mgf)
