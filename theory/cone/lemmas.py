"""What Theorem 2 needs of the sphere's generating function: every real order, and z = 0 included.

M_{2ν+2}(z) = ₀F₁(; ν+1; z²/4) is even and entire, so that log M and a = A/z, which the Bessel chapter knows for z > 0
alone, are continued to z = 0. Bounds on a are those of Amos on A, divided by z.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Basic, Derivative, besseli, gamma, log
from sympy.core.relational import Relational

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.barriers import amos
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, HALF, lower_simple, on, upper, upper_linear
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, A
from modgap.theory.bessel.shape import FALLING, over_x_decreasing
from modgap.theory.engines.normal_forms import BesselRing, GammaProducts, InnerProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.cones import RatioOverArgument
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.letters import h, kappa, nu, z
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import Norm, SphereIntegral, SphereMGF, VonMisesFisherMGF
from modgap.theory.sphere import vmf
from modgap.theory.sphere.vmf import c, t, v
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.analysis import at_least_first_term
from modgap.theory.trusted.calculus import R, down_to_zero
from modgap.theory.under import Under

REACH = {nu: 20, z: 60, R: 60}
M = SphereMGF(2 * nu + 2, z)
#: M_{2ν+2} in terms of I_ν, where it can be differentiated.
SCALED = gamma(nu + 1) * (2 / z) ** nu * besseli(nu, z)
a = RatioOverArgument(nu, z)
CLOSED_ABOVE_MINUS_ONE = Under(nu, R, nu > -1, reach=REACH)
CLOSED = Under(nu, R, nu >= -HALF, reach=REACH)


def at_zero_too(expr: Basic) -> Basic:
    """Return an expression, or a relation, in z > 0 as one in r ≥ 0."""
    if isinstance(expr, Relational):
        return expr.func(*map(at_zero_too, expr.args), evaluate=False)
    return expr.xreplace({z: R})


@claim(
    id="sphere.mgf.bessel",
    title="The generating function as a Bessel function, for every order",
    relation="ours",
    source="DLMF 10.39.9",
    domain=ABOVE_MINUS_ONE,
    statement=eq(SCALED, M),
)
def bessel_form(this: Claim):
    """Γ(ν+1)(2/z)^ν I_ν(z) = ₀F₁(; ν+1; z²/4): the two power series have the same terms."""
    d = this.domain
    indexed = Under(d.further(trusted.K))
    closed = flip(trusted.hyper_series(nu + 1, z**2 / 4, d))
    scaled = trusted.scaled_series(gamma(nu + 1) * (2 / z) ** nu, trusted.bessel_series(nu, z, d))
    sums = trusted.sum_termwise(
        indexed.equal(scaled.statement.rhs.function, closed.statement.lhs.function, GammaProducts())
    )
    return chain(scaled, sums, closed, flip(trusted.definition(M, d)))


@claim(
    id="sphere.mgf.at_least_one",
    title="The generating function is at least 1",
    relation="ours",
    source="the first term of the power series",
    domain=CLOSED_ABOVE_MINUS_ONE,
    statement=ge(at_zero_too(M), 1),
)
def at_least_one(this: Claim):
    """M(r) ≥ M(0) = 1 for every r ≥ 0, so that log M is defined and continuous down to 0."""
    d = ABOVE_MINUS_ONE
    series = chain(trusted.definition(M, d), trusted.hyper_series(nu + 1, z**2 / 4, d))
    indexed = Under(d.further(trusted.K))
    terms = indexed.sign(gt(series.statement.rhs.function, 0))
    bound = substitute(at_least_first_term(terms), flip(series))
    not_negative = Under(this.domain).show(ge(R, 0))
    return down_to_zero(bound, z, R, [not_negative], this.domain, [])


@cache
def positive() -> list[Fact]:
    """Return M_{2ν+2}(r) > 0 and M_{2ν+4}(r) > 0 for r ≥ 0, ν ≥ −½."""
    above = [CLOSED.show(gt(order, -1)) for order in (nu, nu + 1)]
    least = [
        CLOSED.use(at_least_one, {nu: order}, given=[fact]) for order, fact in zip((nu, nu + 1), above, strict=True)
    ]
    return [CLOSED.show(gt(fact.statement.lhs, 0), fact) for fact in least]


@claim(
    id="bessel.ratio.over_x",
    title="The ratio over its argument, continued to zero",
    relation="ours",
    source="Theorem 2: what is needed where the concentration equals the inverse temperature",
    domain=ABOVE_MINUS_ONE,
    statement=eq(a, A / z),
)
def over_x(this: Claim):
    """a_ν(z) = M_{2ν+4}(z)/((2ν+2) M_{2ν+2}(z)) is A_ν(z)/z for z > 0, and at z = 0 its limit 1/(2ν+2)."""
    d = Under(this.domain)
    unfolded = trusted.definition(a, d)
    forms = [flip(d.use(bessel_form, {nu: order})) for order in (nu + 1, nu)]
    quotient = substitute(unfolded, *forms)
    known = [bessel.positive.fact, d.use(bessel.positive, {nu: nu + 1})]
    return chain(quotient, d.equal(quotient.statement.rhs, A / z, GammaProducts(), given=known))


RISES, IN_SQUARE, CONCAVE = (
    eq(Derivative(log(M), z), A),
    eq(Derivative(log(M), z), z * a),
    lt(Derivative(a, z), 0),
)


@claim(
    id="sphere.mgf.slope",
    title="Slope of the logarithm of the generating function",
    relation="ours",
    source="DLMF 10.29.4, in other words",
    domain=FROM_MINUS_HALF,
    statement=all_of(RISES, IN_SQUARE, CONCAVE),
)
def slope(this: Claim):
    """(log M)' = A = z a, and a decreases: log M is a strictly concave function of z²."""
    d = Under(this.domain)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    (bessel_positive,) = on(d, bessel.positive)
    form, ratio, falling = on(d, bessel_form, over_x, over_x_decreasing)
    first = substitute(d.equal(Derivative(log(SCALED), z), A, ring, given=[bessel_positive]), form)
    times = d.show(eq(A, z * a), ratio, *on(d, bessel.ratio_positive))
    third = substitute(part(falling, FALLING), flip(ratio))
    return d.both(first, chain(first, times), third)


LOWER, UPPER, TANGENT = (
    ge(a, amos(nu, z, nu + 1, nu + 1) / z),
    le(a, amos(nu, z, nu + HALF, nu + HALF) / z),
    le(a, 1 / (2 * nu + 2)),
)


@claim(
    id="bessel.ratio.over_x.bounds",
    title="Bounds on the ratio over its argument, zero included",
    relation="ours",
    source="the bounds of Amos 1974, divided by the argument",
    domain=Domain(nu, R, nu > -HALF, reach=REACH),
    statement=all_of(*(at_zero_too(relation) for relation in (LOWER, UPPER, TANGENT))),
)
def over_x_bounds(this: Claim):
    """1/(ν+1+√((ν+1)²+r²)) ≤ a_ν(r) ≤ 1/(ν+½+√((ν+½)²+r²)) and a_ν(r) ≤ 1/(2ν+2), for every r ≥ 0."""
    d = Under(this.domain)
    open_axis = Under(nu, z, nu > -HALF)
    known = on(open_axis, over_x, lower_simple, upper, upper_linear, bessel.ratio_positive)
    not_negative = d.show(ge(R, 0))
    above = d.show(ge(nu, -HALF))
    given = [d.use(fact, given=[above]) for fact in positive()]
    bounds = (open_axis.show(relation, *known) for relation in (LOWER, UPPER, TANGENT))
    return both(*(down_to_zero(bound, z, R, [not_negative], d, given) for bound in bounds))


# --- over the sphere, at every vector -------------------------------------------------------------------------------


@cache
def mean_form() -> Fact:
    """Return E e^{r u_1} = M_h(r) for u uniform on the sphere and r ≥ 0."""
    scalars = Domain(*vmf.DIMENSION, R, reach=vmf.REACH)
    indexed = Domain(*vmf.DIMENSION, R, trusted.K, reach=vmf.REACH)
    closed = flip(trusted.hyper_series(h / 2, R**2 / 4, scalars))
    integrated = trusted.mean_of_exponential(R, trusted.even_moment(h, indexed))
    terms = vmf.equal_terms(integrated.statement.rhs.function, closed.statement.lhs.function, indexed)
    return chain(integrated, trusted.sum_termwise(terms), closed, flip(trusted.definition(SphereMGF(h, R), scalars)))


@claim(
    id="sphere.exponential_integral.everywhere",
    title="Integral of an exponential over the sphere, zero included",
    relation="ours",
    source="Mardia and Jupp 2000, section 9.3, in terms of the generating function",
    domain=Domain(*vmf.DIMENSION, free_vector(v, h), reach=vmf.REACH),
    statement=eq(SphereIntegral(h, v), 2 * sp.pi ** (h / 2) / gamma(h / 2) * SphereMGF(h, Norm(v))),
)
def exponential_integral(this: Claim):
    """The integral of e^{v·x} over the sphere is its area times M_h(|v|), for every vector v."""
    turned = trusted.rotation_invariance(h, v, this.domain)
    return substitute(turned, Under(this.domain).use(mean_form(), {R: Norm(v)}))


@claim(
    id="vmf.mgf.everywhere",
    title="Moment generating function of the von Mises–Fisher distribution, everywhere",
    relation="ours",
    source="Theorem 2; `vmf.mgf` without its hypothesis on κc + t",
    domain=Domain(*vmf.DIMENSION, kappa, unit_vector(c, h), free_vector(t, h), reach=vmf.REACH),
    statement=eq(VonMisesFisherMGF(h, kappa, c, t), SphereMGF(h, Norm(kappa * c + t)) / SphereMGF(h, kappa)),
)
def vmf_mgf(this: Claim):
    """E e^{t·x} = M_h(|κc + t|)/M_h(κ) for every vector t: t = −κc, where G_ν is undefined, included."""
    d = Under(this.domain)
    unfolded = trusted.definition(VonMisesFisherMGF(h, kappa, c, t), d)
    length = d.equal(Norm(kappa * c), kappa, InnerProducts())
    above = d.use(exponential_integral, {v: kappa * c + t})
    below = substitute(d.use(exponential_integral, {v: kappa * c}), length)
    quotient = substitute(unfolded, above, below)
    at_kappa = d.use(positive_in_dimension(), {R: kappa})
    return chain(quotient, d.equal(quotient.statement.rhs, this.statement.rhs, given=[at_kappa]))


@cache
def positive_in_dimension() -> Fact:
    """Return M_h(r) > 0 for r ≥ 0."""
    d = Under(*vmf.DIMENSION, R)
    least = d.use(at_least_one, {nu: h / 2 - 1})
    return d.show(gt(SphereMGF(h, R), 0), least)


CLAIMS = (bessel_form, at_least_one, over_x, slope, over_x_bounds, exponential_integral, vmf_mgf)
