"""Theorem 3 for the population of concentrated laws: explicit bounds as κ → ∞ at fixed β, in every dimension.

To first order the loss of the identity coupling of laws with equal coordinates is −2β V, V the D-covariance of the law
(`theory.subspace.hot`). What is left is of the order 1/κ²: log M is almost linear where its argument is large. With
centres orthogonal to C the first order is less by 2(1−ρ)β/κ than with a shared centre in C, so that they win.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Expr, Symbol, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, lower, lower_simple, on, upper_one
from modgap.theory.bessel.functions import A, ratio_facts, ratio_positive, riccati
from modgap.theory.bessel.shape import SLOPE, increasing
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, substitute
from modgap.theory.kernel.equations import equation
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, unit_vector, vector_across
from modgap.theory.language.letters import beta, h, kappa, nu, rho, z
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.subspaces import CrossCosine, EqualCoordinatesLoss, log_partition_of
from modgap.theory.language.symbols import U1, Dot, IvRatio, SphereMGF, order_of
from modgap.theory.subspace.centres import FORM, e
from modgap.theory.subspace.couplings import AXIS, IN_SPACE, LAWS, LOSS, SQUARES, law, moments, partition_mean, x
from modgap.theory.subspace.couplings import every as coupled
from modgap.theory.subspace.hot import ALONG, REACH, covariance, q, square_across
from modgap.theory.subspace.perpendicular import A_AT, SCALARS, D, across, s, shared_facts
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted import vmf_means as means
from modgap.theory.trusted.calculus import decreases
from modgap.theory.under import Under

# --- the Bessel ratio far out ----------------------------------------------------------------------------------------

COMPLEMENT, STEADY = lt(1 - A, (nu + 1) / z), lt(SLOPE, (2 * nu + 2) / z**2)
SLOWING = lt(Derivative(A + (2 * nu + 2) / z, z), 0)


@claim(
    id="bessel.ratio.far",
    title="The ratio far out: how near it is to one, and how slowly it grows",
    relation="ours",
    source="what the population form of Theorem 3 needs for concentrated laws; bounds of Amos 1974 in other words",
    domain=FROM_MINUS_HALF,
    statement=all_of(COMPLEMENT, STEADY, SLOWING),
)
def far(this: Claim):
    """1 − A < (ν+1)/z and A' < (2ν+2)/z², so that A + (2ν+2)/z decreases: for every z > 0 and ν ≥ −½.

    A > z/(a + s) with a = ν + ½, s = √((ν + 3/2)² + z²), put into the Riccati equation, gives A' < (2ν+2)/(a + s)².
    """
    d = Under(this.domain)
    near = d.show(COMPLEMENT, *on(d, lower_simple))
    steady = _steady(d)
    whole = eq(SLOWING.lhs, SLOPE - (2 * nu + 2) / z**2)
    rule = equation(whole, d, on(d, riccati), ratio_facts(d))
    return d.both(near, steady, d.show(SLOWING, rule, steady))


def _steady(d: Domain) -> Fact:
    """Return A' < (2ν+2)/z²: the right side of the Riccati equation falls in A, and A exceeds its lower bound."""
    here = Under(d)
    law, bound, positive, defined = on(here, riccati, lower, ratio_positive, bessel.positive)
    low, linear = bound.statement.rhs, (2 * nu + 1) / z
    above = [here.show(relation) for relation in (gt(low, 0), ge(linear, 0))]
    parts = [(sp.S.One, fact) for fact in (positive, *above)]
    factor = here.combine(gt(A + low + linear, 0), *parts, given=[defined])
    falls = lt(1 - A**2 - linear * A, 1 - low**2 - linear * low)
    below = here.combine(falls, (factor.statement.lhs, bound), given=[defined, factor])
    ends = here.show(le(falls.rhs, (2 * nu + 2) / z**2))
    return chain(law, below, ends)


#: A shift of the concentration, and what it is applied to.
b = Symbol("b", nonnegative=True)
A_SHIFTED = IvRatio(order_of(D), kappa + b)
SHIFTED = Under(h, h >= 3, kappa, b, reach={h: 12, kappa: 60, b: 60})
GROWTH = le(A_AT * (A_SHIFTED - A_AT), D * b / kappa**2)
SHORTAGE = le(A_SHIFTED * (1 - A_AT) / (kappa + b), D / (2 * kappa**2))
PRODUCT = le(A_AT * A_SHIFTED / (kappa * (kappa + b)), 1 / kappa**2)


@claim(
    id="bessel.ratio.far.shifted",
    title="The ratio far out, at two concentrations",
    relation="ours",
    source="what the population form of Theorem 3 needs for concentrated laws",
    domain=SHIFTED,
    statement=all_of(GROWTH, SHORTAGE, PRODUCT),
)
def shifted(this: Claim):
    """A(A_b − A) ≤ (h−1)b/κ², A_b(1−A)/(κ+b) ≤ (h−1)/(2κ²), AA_b/(κ(κ+b)) ≤ 1/κ², A = A(κ), A_b = A(κ+b)."""
    d, order = Under(this.domain), {nu: order_of(D)}
    axis = Under(h, h >= 3, z)
    falls = axis.use(part(far.fact, SLOWING), order)
    apart = [d.show(relation) for relation in (gt(kappa, 0), le(kappa, kappa + b))]
    fallen = decreases(falls, kappa, kappa + b, apart, d, [])
    near = d.use(part(far.fact, COMPLEMENT), {**order, z: kappa})
    one, above = (d.use(fact, {**order, z: kappa}) for fact in (upper_one.fact, ratio_positive.fact))
    one_b, above_b = (d.use(fact, {**order, z: kappa + b}) for fact in (upper_one.fact, ratio_positive.fact))
    given = [*_defined(d, kappa, kappa + b), above, above_b]
    sum_ = kappa + b
    growth = d.combine(
        GROWTH, (A_AT, fallen), (D * b / kappa**2, one), rests=[A_AT * D * b**2 / (kappa**2 * sum_)], given=given
    )
    rest = D * b / (2 * kappa**2 * sum_)
    shortage = d.combine(SHORTAGE, (A_SHIFTED / sum_, near), (D / (2 * kappa * sum_), one_b), rests=[rest], given=given)
    factor = 1 / (kappa * sum_)
    product = d.combine(PRODUCT, (factor, one), (A_AT * factor, one_b), rests=[b / (kappa**2 * sum_)], given=given)
    return d.both(growth, shortage, product)


def _defined(d: Domain, *points: Expr) -> list[Fact]:
    """Return I_ν > 0 and I_{ν+1} > 0 at points, ν = (h−3)/2: A > 0, factor by factor."""
    orders = (order_of(D), order_of(D) + 1)
    return [Under(d).use(bessel.positive, {nu: order, z: point}) for order in orders for point in points]


# --- centres orthogonal to C ------------------------------------------------------------------------------------------


def remainder(shift: Expr, d: Domain) -> list[Fact]:
    """Return what `bessel.ratio.far.shifted` says at a shift."""
    return [Under(d).use(part(shifted.fact, relation), {b: shift}) for relation in (GROWTH, SHORTAGE, PRODUCT)]


@claim(
    id="thm.3.population.upper.concentrated",
    title="The population loss of concentrated laws with centres orthogonal to the intersection, from above",
    relation="ours",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*SCALARS, reach={**REACH, kappa: 40}),
    statement=le(ALONG, -2 * beta * covariance(sp.S.One) + D * (1 + 2 * rho**2) * beta**2 / kappa**2),
)
def upper(this: Claim):
    """Centres e_A, e_B and equal coordinates: the loss is at most −2β V(1) + (h−1)(1+2ρ²)β²/κ², for every β and κ.

    log M(√v) lies below its tangent at (κ+βρ)², the square of |κe + βDe|, and log M(κ+βρ) ≤ log M(κ) + βρA(κ+βρ).
    """
    d = Under(this.domain)
    slope, form, falling, rising = shared_facts()
    at = kappa + beta * rho
    a = IvRatio(order_of(D), at)
    heights = d.further(s, s >= -1, s <= 1)
    tangent = trusted_subspace.log_mgf_tangent(slope, form, falling, square_across(heights), at)
    parts = [
        (log(SphereMGF(D, at)) + a / (2 * at) * (beta**2 * (1 - rho**2) - 2 * kappa * beta * rho), sp.S.One),
        (a * kappa * beta * rho / at, s),
        (-a * beta**2 * (1 - rho**2) / (2 * at), s**2),
    ]
    polynomial = sum((factor * of for factor, of in parts), sp.S.Zero)
    pointwise = heights.show(le(across(s), polynomial), tangent)
    at_u = [(factor, of.xreplace({s: U1})) for factor, of in parts]
    logs = chain(
        trusted_subspace.axis_mean_compares(pointwise, s, D, kappa, d),
        trusted_subspace.axis_mean_is_linear(at_u, D, kappa, d),
    )
    support = trusted_subspace.log_mgf_support(slope, form, rising, kappa, at, d)
    defined = _defined(d, kappa, at)
    square = 1 - (h - 2) * A_AT / kappa
    tilt = -2 * kappa * beta * rho * (1 - A_AT) + beta**2 * (1 - rho**2) * (1 - square)
    first = -2 * beta * (1 - (1 - rho) * square) + 2 * a * beta * rho + a / at * tilt
    known = [*_along_in_means(d), logs, support, *defined]
    between = d.show(le(ALONG, first), *known)
    growth, shortage, product = remainder(beta * rho, d)
    factors = [(2 * beta * rho, growth), (2 * beta**2 * rho**2, shortage), (beta**2 * (1 - rho**2) * (h - 2), product)]
    wanted = le(first, this.statement.rhs)
    return chain(between, d.combine(wanted, *factors, rests=[beta**2 * (1 - rho**2) / kappa**2], given=defined))


def _along_in_means(d: Domain) -> list[Fact]:
    """Return the loss with centres e_A, e_B as 2 E log M(|κe + βDx|) and moments of u = x·e, and these moments."""
    slope, form, *_ = shared_facts()
    squares = Under(h, h >= 3, z).use(riccati, {nu: order_of(D)})
    own = [(sp.Integer(2), across(U1)), (-2 * beta, 1 - (1 - rho) * U1**2)]
    height = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), U1**2)]
    return [
        trusted.definition(ALONG, d, _defined(d, kappa)),
        *(trusted_subspace.axis_mean_is_linear(each, D, kappa, d) for each in (own, height)),
        trusted_subspace.axis_mean_of_cosine(slope, form, kappa, d),
        trusted_subspace.axis_mean_of_square(slope, form, squares, kappa, d),
    ]


# --- against every coupling ------------------------------------------------------------------------------------------

CONCENTRATED = lt(D * (3 * (1 - rho) * (1 - q) + (1 + 2 * rho**2) * beta), 2 * kappa * (1 - rho) * (1 - q))


def variance_far(d: Domain) -> tuple[Fact, Fact]:
    """Return 1 − A < (h−1)/(2κ), and A' < (h−1)/κ² with A' by the Riccati equation: they bound A/κ − A' from below."""
    here = Under(d)
    values = {nu: order_of(D), z: kappa}
    near, steady = (here.use(part(far.fact, relation), values) for relation in (COMPLEMENT, STEADY))
    return near, chain(flip(here.use(riccati, values)), steady)


@claim(
    id="thm.3.population.concentrated.bound",
    title=(
        "In an explicit range of large concentrations, the smaller the nearer a rival is, centres "
        "orthogonal to the intersection beat its first-order loss"
    ),
    relation="narrower",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*SCALARS, q, q < 1, CONCENTRATED, reach={**REACH, kappa: 200, beta: 2}),
    statement=lt(ALONG, -2 * beta * covariance(q)),
)
def bound(this: Claim):
    """For 2κ > (h−1)(3 + (1+2ρ²)β/((1−ρ)(1−q))) the loss with e_A, e_B is below −2β V(q).

    V(1) exceeds V(q) by (1−ρ)(1−q)(A/κ − A'), and A/κ − A' > 1/κ − 3(h−1)/(2κ²).
    """
    d = Under(this.domain)
    above = d.use(upper)
    gain, (near, steady) = 2 * beta * (1 - rho) * (1 - q), variance_far(d)
    parts = [(gain / kappa, near), (gain, steady), (beta / kappa**2, d.asked(CONCENTRATED))]
    return chain(above, d.combine(lt(above.statement.rhs, this.statement.rhs), *parts, given=_defined(d, kappa)))


@claim(
    id="thm.3.population.concentrated.every",
    title=(
        "In an explicit range of large concentrations every rival farther than an explicit angle from ±e_A, "
        "±e_B loses, over every coupling"
    ),
    relation="narrower",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*LAWS, lt(SQUARES, 1), CONCENTRATED.xreplace({q: SQUARES}), reach={**IN_SPACE, kappa: 200, beta: 2}),
    statement=lt(ALONG, LOSS),
)
def every(this: Claim):
    """For 2κ > (h−1)(3 + (1+2ρ²)β/((1−ρ)(1−q))) every coupling of vMF(c_x, κ) and vMF(c_y, κ) loses to e_A and e_B.

    q < 1 is the mean of (c_x·e)² and (c_y·e)² of the rival, and e_A, e_B are coupled by equal coordinates. The bound
    grows without limit as q → 1: at given h, κ, β, φ a neighbourhood of ±e_A, ±e_B stays open. As κ → ∞ at fixed β it
    shrinks to these centres, to which those at the optimum therefore tend.
    """
    d = Under(this.domain)
    squares = d.sign(ge(SQUARES, 0))
    return chain(d.use(bound, {q: SQUARES}, given=[squares]), d.use(coupled))


# --- a shared centre in C --------------------------------------------------------------------------------------------

p = Symbol("p")
SHARED = EqualCoordinatesLoss(h, rho, kappa, beta, e, p)
IN_C = (*AXIS, vector_across(p, D, e))
FROM_ABOVE = le(SHARED, -2 * beta * covariance(sp.S.Zero) + 3 * D * beta**2 / kappa**2)
FROM_BELOW = le(-2 * beta * covariance(sp.S.Zero), SHARED)


@claim(
    id="thm.3.population.shared.concentrated",
    title="The population loss with a shared centre in the intersection and equal coordinates, from both sides",
    relation="ours",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*IN_C, reach={**IN_SPACE, kappa: 6, beta: 3}),
    statement=all_of(FROM_ABOVE, FROM_BELOW),
)
def shared(this: Claim):
    """With one centre p in C and equal coordinates the loss lies between −2β V(0) and −2β V(0) + 3(h−1)β²/κ².

    From below log M(|κp + βDx|) ≥ log M(κ) + βA p·x; from above its tangent in v = |κp + βDx|² at (κ+β)² serves.
    """
    d = Under(this.domain)
    inside = d.further(unit_vector(x, D))
    logs, height = log_partition_of(x, p, e, D, rho, kappa, beta), CrossCosine(x, x, e, rho)
    defined = _defined(d, kappa, kappa + beta)
    first, second = moments(p, p, d)[0], moments(p, e, d)[1]
    own = means.mean_is_linear(law(p), [(sp.Integer(2), logs), (-2 * beta, height)], inside)
    squares = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), Dot(x, e) ** 2)]
    of_squares = sum((factor * of for factor, of in squares), sp.S.Zero)
    same = inside.equal(height, of_squares, FORM)
    heights = chain(means.mean_compares(law(p), same), means.mean_is_linear(law(p), squares, inside))
    mean = substitute(trusted.definition(SHARED, d, defined), own, heights, second)
    above = substitute(_tangent_mean(logs, inside, d), first, second)
    support = trusted_subspace.log_mgf_support(*_convex(), kappa, kappa + beta, d)
    below = partition_mean(p, p, d)
    growth, shortage, _ = remainder(beta, d)
    a = IvRatio(order_of(D), kappa + beta)
    rest = beta**2 * (1 - rho**2) * A_AT * a / (kappa * (kappa + beta))
    parts = [(sp.Integer(2), above), (sp.Integer(2), support), (2 * beta, growth), (2 * beta**2, shortage)]
    higher = le(mean.statement.rhs, FROM_ABOVE.rhs)
    smaller = le(FROM_BELOW.lhs, mean.statement.rhs)
    return d.both(
        chain(mean, d.combine(higher, *parts, rests=[rest], by=FORM, given=defined)),
        chain(d.combine(smaller, (sp.Integer(2), below), by=FORM, given=defined), flip(mean)),
    )


def _convex() -> tuple[Fact, Fact, Fact]:
    slope, form, _, rising = shared_facts()
    return slope, form, rising


def _tangent_mean(logs: Expr, inside: Domain, d: Domain) -> Fact:
    """Return E log M(|κp + βDx|) ≤ log M(κ+β) − A(κ+β)(2κβ E(1 − x·p) + β²(1−ρ²) E (x·e)²)/(2(κ+β))."""
    here = Under(inside)
    slope, form, falling, _ = shared_facts()
    at = kappa + beta
    a, length = IvRatio(order_of(D), at), logs.args[0].args[1]
    vector = length.args[0]
    square = here.combine(ge(Dot(vector, vector), 0), rests=[Dot(vector, vector)], by=FORM)
    tangent = trusted_subspace.log_mgf_tangent(slope, form, falling, square, at)
    tangent = substitute(tangent, flip(trusted.definition(length, here)))
    parts = [
        (log(SphereMGF(D, at)) - a * kappa * beta / at, sp.S.One),
        (a * kappa * beta / at, Dot(x, p)),
        (-a * beta**2 * (1 - rho**2) / (2 * at), Dot(x, e) ** 2),
    ]
    line = sum((factor * of for factor, of in parts), sp.S.Zero)
    defined = _defined(d, at)
    pointwise = here.combine(le(logs, line), (sp.S.One, tangent), by=FORM, given=defined)
    return chain(means.mean_compares(law(p), pointwise), means.mean_is_linear(law(p), parts, here, defined))


# --- the difference --------------------------------------------------------------------------------------------------

LEADING = -2 * (1 - rho) * beta / kappa
AT_MOST = le(ALONG - SHARED, LEADING + D * beta * (3 * (1 - rho) + (1 + 2 * rho**2) * beta) / kappa**2)
AT_LEAST = ge(ALONG - SHARED, LEADING - 3 * D * beta**2 / kappa**2)


@claim(
    id="thm.3.population.lower.concentrated",
    title="The population loss with centres orthogonal to the intersection, from below",
    relation="ours",
    source="Theorem 3, for the population",
    domain=Domain(*SCALARS, reach=REACH),
    statement=le(-2 * beta * covariance(sp.S.One), ALONG),
)
def along(this: Claim):
    """Centres e_A, e_B and equal coordinates: the loss is at least −2β V(1), since log M is convex."""
    d = Under(this.domain)
    slope, form, _, rising = shared_facts()
    heights = d.further(s, s >= -1, s <= 1)
    v = across(s).args[0].args[1] ** 2
    line = kappa + beta * rho * s
    squares = heights.combine(le(line**2, v), rests=[beta**2 * (1 - s**2)])
    grows = trusted_subspace.log_mgf_grows(squares, D)
    support = chain(trusted_subspace.log_mgf_support(slope, form, rising, line, kappa, heights), grows)
    parts = [(log(SphereMGF(D, kappa)), sp.S.One), (A_AT * beta * rho, s)]
    polynomial = sum((factor * of for factor, of in parts), sp.S.Zero)
    pointwise = heights.show(le(polynomial, across(s)), support)
    at_u = [(factor, of.xreplace({s: U1})) for factor, of in parts]
    compared = trusted_subspace.axis_mean_compares(pointwise, s, D, kappa, d)
    logs = chain(flip(trusted_subspace.axis_mean_is_linear(at_u, D, kappa, d)), compared)
    return d.show(this.statement, *_along_in_means(d), logs)


@claim(
    id="thm.3.population.concentrated",
    title=(
        "By how much the loss with centres orthogonal to the intersection differs from that with a shared "
        "one in it, from both sides"
    ),
    relation="narrower",
    source="Theorem 3, for the population as κ → ∞ at fixed β",
    domain=Domain(*IN_C, reach={**IN_SPACE, kappa: 6, beta: 3}),
    statement=all_of(AT_MOST, AT_LEAST),
)
def concentrated(this: Claim):
    """L(c ⟂ C) − L(c ∈ C) = −2(1−ρ)β/κ + O(1/κ²), with explicit constants and for every κ and β.

    Both losses are of the identity coupling. So c ⟂ C wins against c ∈ C for 2(1−ρ)κ > (h−1)(3(1−ρ) + (1+2ρ²)β).
    """
    d = Under(this.domain)
    near, steady = variance_far(d)
    values = {nu: order_of(D), z: kappa}
    one = d.use(upper_one, values)
    rises = chain(d.use(increasing, values), d.use(riccati, values))
    above, below = (d.use(part(shared.fact, relation)) for relation in (FROM_ABOVE, FROM_BELOW))
    most, least = d.use(upper), d.use(along)
    gain, given = 2 * beta * (1 - rho), _defined(d, kappa)
    unit = sp.S.One
    first = [(unit, most), (unit, below), (gain / kappa, near), (gain, steady)]
    second = [(unit, least), (unit, above), (gain / kappa, one), (gain, rises)]
    return d.both(d.combine(AT_MOST, *first, by=FORM, given=given), d.combine(AT_LEAST, *second, by=FORM, given=given))


CLAIMS = (far, shifted, upper, bound, every, along, shared, concentrated)
