"""A second proof of the softmax trace inequality, where 2 log M_h(β) ≤ β: by the overlap of a query and its key.

The first proof pushes each query until its sum with the key has length 2. Here the query stays where it is, and m is
half the sum. With c = |x + y|/2 the comparison with the uniform law gives E[e^{Ψ(c)} e^{β x·y}/Z(x)] ≤ M_h(β),
Ψ(c) = −βc² + 2 log M_h(βc), which is enough where Ψ(c) ≥ Ψ(1). As log M_h(z)/z² decreases, Ψ(c) ≥ c² Ψ(1), and that is
at least Ψ(1) where Ψ(1) ≤ 0 = Ψ(0).
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Derivative, Expr, Rational, Symbol, exp, log

from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.engines.normal_forms import BesselRing, InnerProducts
from modgap.theory.evidence.rules import counterexample
from modgap.theory.evidence.sampling import tested
from modgap.theory.infonce.population import TRACE
from modgap.theory.infonce.trace import (
    COUPLINGS,
    FORM,
    MGF,
    OTHER,
    PAIR,
    SPHERE,
    THIRD,
    UNIFORM,
    Y2,
    Comparison,
    compared,
    known_of,
    mgf_positive,
    ratio,
    scores_positive,
    uniform_energy,
    with_pair,
)
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import X, Y
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.letters import beta, h, z
from modgap.theory.language.means import U
from modgap.theory.language.relations import ge, gt, le, lt
from modgap.theory.language.symbols import Dot, IvRatio, Norm, RootOverlap, SphereMGF
from modgap.theory.sphere import vmf
from modgap.theory.sphere.bounds import BOUNDED, SCALED
from modgap.theory.sphere.vmf import nu
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import (
    at_least_first_term,
    at_zero_too,
    linear_right,
    logarithm_bounds,
    sign_from_zero,
)
from modgap.theory.trusted.calculus import decreases
from modgap.theory.under import Under

# --- log M_h(z)/z² decreases -----------------------------------------------------------------------------------------

RATIO = IvRatio(nu, z)
LOG_M = log(SCALED)
factor, t = sp.symbols("lambda t", positive=True)
SMALLER = BOUNDED.further(factor, factor <= 1, reach={factor: 1})


def _at_order(known: Claim) -> Fact:
    return BOUNDED.use(known, {bessel.nu: nu})


@cache
def _above_half() -> Fact:
    """2 log M_h(z) − z A(z) > 0: its derivative is A − z A', and A' < A/z."""
    y_, ring = 2 * LOG_M - z * RATIO, BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    source = RATIO - z * (1 - RATIO**2 - (2 * nu + 1) / z * RATIO)
    known = [_at_order(c) for c in (bessel.riccati, bessel_shape.slope, bessel.ratio_positive)]
    positive_source = BOUNDED.show(gt(source, 0), *known)
    defined = [_at_order(bessel.positive)]
    zero = sp.S.Zero
    linear = BOUNDED.equal(Derivative(y_, z), linear_right(y_, zero, zero, source, z), ring, given=defined)
    near = BOUNDED.show(ge(y_, -(z**2) / h), _log_not_negative(), _at_order(bessel_bounds.upper_linear))
    damping = BOUNDED.show(ge(zero, 0))
    order = BOUNDED.show(gt(sp.Integer(2), 0))
    return sign_from_zero(
        linear, y_, zero, zero, source, damping=damping, source=positive_source, near=near, order=order
    )


def _log_not_negative() -> Fact:
    """log M_h(z) ≥ 0: the series of M_h starts with 1."""
    series = chain(trusted.definition(SphereMGF(h, z), BOUNDED), trusted.hyper_series(h / 2, z**2 / 4, BOUNDED))
    indexed = BOUNDED.further(trusted.K)
    terms = indexed.sign(gt(series.statement.rhs.function, 0))
    least = substitute(at_least_first_term(terms), flip(series))
    above_zero = BOUNDED.show(gt(SphereMGF(h, z), 0), least)
    found = BOUNDED.show(ge(log(SphereMGF(h, z)), 0), least, logarithm_bounds(above_zero))
    return substitute(found, flip(part(BOUNDED.use(vmf.mgf), vmf.BESSEL_FORM)))


@claim(
    id="sphere.mgf.over_square",
    title="log M over the square of its argument does not increase",
    relation="ours",
    source="the overlap argument for Theorem 1",
    domain=SMALLER,
    statement=ge(log(SphereMGF(h, factor * z)), factor**2 * log(SphereMGF(h, z))),
)
def over_square(this: Claim):
    """log M_h(λz) ≥ λ² log M_h(z) for 0 < λ ≤ 1: the derivative of log M_h(z)/z² is −(2 log M_h − z A)/z³ < 0."""
    here, ring = Under(this.domain), BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    defined, above = [_at_order(bessel.positive)], _above_half()
    quotient = Derivative(LOG_M / z**2, z)
    slope = BOUNDED.equal(quotient, -above.statement.lhs / z**3, ring, given=defined)
    # The slope is said of t, as z is one of the two places here.
    falling = Under(h, t, h >= 2).use(BOUNDED.show(lt(quotient, 0), slope, above), {z: t})
    order = here.sign(le(factor * z, z))
    found = decreases(falling, factor * z, z, [order, here.sign(gt(factor * z, 0))], here, [])
    form = part(vmf.mgf.fact, vmf.BESSEL_FORM)
    in_m = substitute(found, *(here.use(form, {z: at}) for at in (z, factor * z)))
    return here.combine(this.statement, (factor**2 * z**2, in_m), given=_positive_m(here))


def _positive_m(domain: Domain) -> list[Fact]:
    return [Under(domain).use(mgf_positive(), {beta: at}) for at in (z, factor * z)]


# --- Ψ is least at an end --------------------------------------------------------------------------------------------

#: c = |x + y|/2, positive or only not negative.
c_, c = Symbol("c_0", positive=True), Symbol("c")
REACH = {h: 6, beta: 200, c: 1, c_: 1}


def psi(at: Expr) -> Expr:
    """Return Ψ = −βc² + 2 log M_h(βc)."""
    return -beta * at**2 + 2 * log(SphereMGF(h, beta * at))


WITHIN = Under(h, beta, c, h >= 2, c >= 0, c <= 1, reach=REACH)
ENOUGH = le(2 * log(MGF), beta)
COLD = WITHIN.further(ENOUGH, reach={**REACH, beta: 10})


@claim(
    id="thm.1.overlap.psi",
    title="The exponent of the overlap argument",
    relation="ours",
    source="the overlap argument for Theorem 1",
    domain=WITHIN,
    statement=ge(psi(c), c**2 * psi(sp.S.One)),
)
def exponent(this: Claim):
    """Ψ(c) ≥ c² Ψ(1) on [0, 1]. So the least value of Ψ there is Ψ(0) = 0 or Ψ(1): the condition 2 log M ≤ β, that is
    Ψ(1) ≤ Ψ(0), is enough for Ψ ≥ Ψ(1), and needed at c = 0.
    """
    within = Under(h, beta, c_, h >= 2, c_ <= 1, reach=REACH)
    known = within.use(over_square, {z: beta, factor: c_})
    positive_m = [within.use(mgf_positive(), {beta: at}) for at in (beta, beta * c_)]
    return at_zero_too(within.combine(ge(psi(c_), c_**2 * psi(sp.S.One)), (2, known), given=positive_m), c_, c)


@claim(
    id="thm.1.overlap.condition",
    title="Where the exponent of the overlap argument is least at c = 1",
    relation="ours",
    source="the overlap argument for Theorem 1",
    domain=COLD,
    statement=ge(psi(c), psi(sp.S.One)),
)
def condition(this: Claim):
    """If 2 log M_h(β) ≤ β then Ψ(c) ≥ Ψ(1) on [0, 1]; as Ψ(0) = 0 the condition is needed too."""
    d = Under(this.domain)
    known = d.use(exponent)
    return d.show(this.statement, known)


@claim(
    id="thm.1.overlap.condition_dropped",
    title="The exponent of the overlap argument is least at c = 1, without its condition",
    relation="ours",
    source="the overlap argument for Theorem 1",
    domain=WITHIN,
    statement=ge(psi(c), psi(sp.S.One)),
)
def condition_dropped(this: Claim):
    """At h = 2 and β = 10 the exponent is smaller at c = 0, opposite vectors, than at c = 1: 2 log M is above β."""
    return counterexample(this.statement, this.domain, {h: 2, beta: 10, c: 0})


WARM = Under(h, beta, h >= 2, beta <= h, reach=REACH)


@claim(
    id="thm.1.overlap.range",
    title="The condition of the overlap argument holds up to β = h",
    relation="ours",
    source="the overlap argument for Theorem 1",
    domain=WARM,
    statement=ENOUGH,
)
def warm(this: Claim):
    """2 log M_h(β) ≤ β for β ≤ h: as log M_h(β) ≤ β²/(2h)."""
    d = Under(this.domain)
    known = d.use(vmf.gaussian, {z: beta})
    return d.combine(this.statement, (2, known), rests=[beta * (h - beta) / h], given=[mgf_positive()])


# --- queries that are not moved --------------------------------------------------------------------------------------

#: Half the sum of a query and its key, and its length c.
HALF_SUM = X / 2 + Y / 2
LENGTH = sp.sqrt(Dot(HALF_SUM, HALF_SUM))
COLD = COUPLINGS.further(ENOUGH)
PAIRS = with_pair(COUPLINGS)
w = Symbol("w", real=True)


@cache
def _mean_at(value: Expr, domain: Domain) -> Fact:
    """E_{u∼σ} e^{w u_1} = M_h(w) for every real w, as `sphere.mgf` for w > 0."""
    plain = Domain(h, h >= 2, w)
    indexed = Domain(h, h >= 2, w, trusted.K)
    closed = flip(trusted.hyper_series(h / 2, w**2 / 4, plain))
    integrated = trusted.mean_of_exponential(w, trusted.even_moment(h, indexed))
    terms = integrated.statement.rhs.function, closed.statement.lhs.function
    values = vmf.equal_terms(*terms, indexed)
    unfolded = flip(trusted.definition(SphereMGF(h, w), plain))
    return Under(domain).use(chain(integrated, trusted.sum_termwise(values), closed, unfolded), {w: value})


@cache
def _sphere_exponential() -> Fact:
    """E_{u∼σ} e^{β v·u} = M_h(β|v|) for the half-sum v of a query and its key."""
    with_u = Under(PAIRS.further(unit_vector(U, h)))
    scaled = with_u.equal(exp(beta * Dot(HALF_SUM, U)), exp(Dot(beta * HALF_SUM, U)), FORM)
    turned = trusted_measure.rotation(SPHERE, beta * HALF_SUM, PAIRS)
    length = PAIRS.equal(Norm(beta * HALF_SUM), beta * LENGTH, InnerProducts())
    mean = substitute(turned, length, _mean_at(beta * LENGTH, PAIRS))
    return chain(trusted_measure.mean_compares(SPHERE, scaled), mean)


@cache
def _mgf_positive() -> Fact:
    """M_h(β|v|) > 0, even for v = 0."""
    exponential = exp(beta * Dot(HALF_SUM, U))
    mean = trusted_measure.positive_mean(SPHERE, exponential, PAIRS.further(unit_vector(U, h)))
    return substitute(mean, _sphere_exponential())


#: Queries as they are, compared with the uniform law.
AGAINST_UNIFORM = Comparison(COUPLINGS, Y, HALF_SUM, UNIFORM, U)


def _length_within_one() -> tuple[Fact, Fact]:
    """0 ≤ |x + y|/2 ≤ 1."""
    square = PAIRS.sign(ge(Dot(HALF_SUM, HALF_SUM), 0))
    apart = PAIRS.sign(ge(Dot(X - Y, X - Y), 0))
    parts = [(Rational(1, 4), apart)]
    short = PAIRS.combine(le(Dot(HALF_SUM, HALF_SUM), 1), *parts, by=FORM)
    return (
        PAIRS.show(ge(LENGTH, 0), square),
        PAIRS.show(le(LENGTH, 1), square, short),
    )


@cache
def _share() -> Fact:
    """What is compared is e^{−β|v|²} M_h(β|v|)² e^{β x·y}/Z(x)."""
    pairs, known = Under(PAIRS), known_of(AGAINST_UNIFORM)
    named = trusted_measure.renamed(THIRD, AGAINST_UNIFORM.towards(Y2), OTHER, PAIRS)
    found = rewrite(AGAINST_UNIFORM.share, _sphere_exponential(), named, domain=PAIRS, given=known)
    factor = exp(-beta * Dot(HALF_SUM, HALF_SUM)) * SphereMGF(h, beta * LENGTH) ** 2
    given = [*known, scores_positive(X, pairs), _mgf_positive()]
    return chain(found, pairs.equal(found.statement.rhs, factor * ratio(X), FORM, given))


def _query_bound() -> Fact:
    """e^{−β} M_h(β)² e^{β x·y}/Z(x) is at most what is compared, where 2 log M_h(β) ≤ β."""
    d = Under(with_pair(COLD))
    given = [_mgf_positive(), mgf_positive()]
    least = d.use(condition, {c: LENGTH}, [*_length_within_one(), *given])
    turned = le(least.statement.rhs, least.statement.lhs)
    powers = trusted_sums.exponential_increases(d.combine(turned, (1, least), given=given))
    share, scores = _share(), scores_positive(X, d)
    statement = le(exp(-beta) * MGF**2 * ratio(X), share.statement.rhs)
    bound = d.combine(statement, (ratio(X), powers), by=FORM, given=[*given, scores])
    return chain(bound, flip(share))


@claim(
    id="thm.1.trace.overlap",
    title="Softmax trace inequality by overlap, where 2 log M ≤ β",
    relation="ours",
    source="a second proof of the softmax trace inequality on a part of its range",
    domain=COLD.further(reach={beta: 8}),
    statement=TRACE,
)
def trace_by_overlap(this: Claim):
    """The softmax trace inequality where 2 log M_h(β) ≤ β, as for every β ≤ h, with no query moved.

    It does not rest on the push of the first proof, but on the same comparison of pairs with the uniform law.
    """
    d, factor = Under(this.domain), exp(-beta) * MGF**2
    given = [scores_positive(X, with_pair(COLD)), mgf_positive()]
    means = trusted_measure.mean_compares(PAIR, _query_bound(), given)
    out = trusted_measure.constant_factor(PAIR, factor, ratio(X), with_pair(d), given)
    total = chain(substitute(means, out), compared(AGAINST_UNIFORM), uniform_energy())
    return d.combine(this.statement, (exp(beta) / MGF**2, total), given=[mgf_positive()])


# --- the overlap of convolution roots --------------------------------------------------------------------------------

theta = Symbol("theta", real=True)
QUARTER = Rational(1, 4)


@claim(
    id="thm.1.overlap",
    title="Overlap of two convolution roots of the von Mises law",
    relation="ours",
    source="a route to Theorem 1 on the sphere alone, that is not needed",
    domain=Domain(beta, theta, ge(beta, Rational(1, 10)), le(beta, 5), ge(theta, QUARTER), le(theta, sp.pi)),
    statement=ge(RootOverlap(beta, theta), exp(-beta * (1 - sp.cos(theta)) / 2)),
)
def root_overlap(this: Claim):
    """On the circle, ∫ √(T_x T_y) dσ ≥ e^{−β(1 − x·y)/2} for the convolution root T of the von Mises law.

    It would give a proof of the softmax trace inequality by roots on the sphere. Tested for 1/10 ≤ β ≤ 5 and angles
    from 1/4 on; a proof is missing, and so is a test on spheres of higher dimension.
    """
    return tested(this.statement, this.domain)


CLAIMS = (over_square, exponent, condition, condition_dropped, warm, trace_by_overlap, root_overlap)
