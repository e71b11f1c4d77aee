"""Theorem 3 for the population of concentrated laws: explicit bounds as κ → ∞ at fixed β, in every dimension.

To first order the loss of the identity coupling of laws with equal coordinates is −2β V, V the D-covariance of the law
(`theory.subspace.hot`). What is left is of the order 1/κ²: log M is almost linear where its argument is large. With
centres orthogonal to C the first order is less by 2(1−ρ)β/κ than with a shared centre in C, so that they win.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol, log
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, lower, lower_simple, on, upper_one
from modgap.theory.bessel.functions import A, nu, ratio_facts, ratio_positive, riccati, z
from modgap.theory.bessel.shape import SLOPE, increasing
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, hypothesis, part, specialise, substitute
from modgap.theory.kernel.equations import equation
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language.domain import Domain, unit_vector, vector_across
from modgap.theory.language.subspaces import CrossCosine, EqualCoordinatesLoss, log_partition_of
from modgap.theory.language.symbols import U1, Dot, IvRatio, SphereMGF, order_of
from modgap.theory.sphere.vmf import kappa
from modgap.theory.subspace.centres import FORM, beta, e, h, rho
from modgap.theory.subspace.couplings import AXIS, IN_SPACE, LAWS, LOSS, SQUARES, law, moments, partition_mean, x
from modgap.theory.subspace.couplings import every as coupled
from modgap.theory.subspace.hot import ALONG, REACH, covariance, q, square_across
from modgap.theory.subspace.perpendicular import A_AT, SCALARS, D, across, s, shared_facts
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted import vmf_means as means
from modgap.theory.trusted.calculus import decreases

# --- the Bessel ratio far out ----------------------------------------------------------------------------------------

COMPLEMENT, STEADY = Lt(1 - A, (nu + 1) / z, evaluate=False), Lt(SLOPE, (2 * nu + 2) / z**2, evaluate=False)
SLOWING = Lt(Derivative(A + (2 * nu + 2) / z, z), 0, evaluate=False)


@claim(
    id="bessel.ratio.far",
    title="The ratio far out: how near it is to one, and how slowly it grows",
    relation="ours",
    source="what the population form of Theorem 3 needs for concentrated laws; bounds of Amos 1974 in other words",
    domain=FROM_MINUS_HALF,
    statement=sp.And(COMPLEMENT, STEADY, SLOWING, evaluate=False),
)
def far(this: Claim):
    """1 − A < (ν+1)/z and A' < (2ν+2)/z², so that A + (2ν+2)/z decreases: for every z > 0 and ν ≥ −½.

    A > z/(a + s) with a = ν + ½, s = √((ν + 3/2)² + z²), put into the Riccati equation, gives A' < (2ν+2)/(a + s)².
    """
    d = this.domain
    near = arithmetic(COMPLEMENT, d, on(d, lower_simple))
    steady = _steady(d)
    whole = Eq(SLOWING.lhs, SLOPE - (2 * nu + 2) / z**2, evaluate=False)
    rule = equation(whole, d, on(d, riccati), ratio_facts(d))
    return both(near, steady, arithmetic(SLOWING, d, [rule, steady]), domain=d)


def _steady(d: Domain) -> Fact:
    """Return A' < (2ν+2)/z²: the right side of the Riccati equation falls in A, and A exceeds its lower bound."""
    law, bound, positive, defined = on(d, riccati, lower, ratio_positive, bessel.positive)
    low, linear = bound.statement.rhs, (2 * nu + 1) / z
    above = [arithmetic(relation, d) for relation in (Gt(low, 0, evaluate=False), Ge(linear, 0, evaluate=False))]
    parts = [(sp.S.One, fact) for fact in (positive, *above)]
    factor = combination(Gt(A + low + linear, 0, evaluate=False), d, parts, given=[defined])
    falls = Lt(1 - A**2 - linear * A, 1 - low**2 - linear * low, evaluate=False)
    below = combination(falls, d, [(factor.statement.lhs, bound)], given=[defined, factor])
    ends = arithmetic(Le(falls.rhs, (2 * nu + 2) / z**2, evaluate=False), d)
    return chain(law, below, ends)


#: A shift of the concentration, and what it is applied to.
b = Symbol("b", nonnegative=True)
A_SHIFTED = IvRatio(order_of(D), kappa + b)
SHIFTED = Domain(h, h >= 3, kappa, b, reach={h: 12, kappa: 60, b: 60})
GROWTH = Le(A_AT * (A_SHIFTED - A_AT), D * b / kappa**2, evaluate=False)
SHORTAGE = Le(A_SHIFTED * (1 - A_AT) / (kappa + b), D / (2 * kappa**2), evaluate=False)
PRODUCT = Le(A_AT * A_SHIFTED / (kappa * (kappa + b)), 1 / kappa**2, evaluate=False)


@claim(
    id="bessel.ratio.far.shifted",
    title="The ratio far out, at two concentrations",
    relation="ours",
    source="what the population form of Theorem 3 needs for concentrated laws",
    domain=SHIFTED,
    statement=sp.And(GROWTH, SHORTAGE, PRODUCT, evaluate=False),
)
def shifted(this: Claim):
    """A(A_b − A) ≤ (h−1)b/κ², A_b(1−A)/(κ+b) ≤ (h−1)/(2κ²), AA_b/(κ(κ+b)) ≤ 1/κ², A = A(κ), A_b = A(κ+b)."""
    d, order = this.domain, {nu: order_of(D)}
    axis = Domain(h, h >= 3, z)
    falls = specialise(part(far.fact, SLOWING), order, axis)
    apart = [
        arithmetic(relation, d) for relation in (Gt(kappa, 0, evaluate=False), Le(kappa, kappa + b, evaluate=False))
    ]
    fallen = decreases(falls, kappa, kappa + b, apart, d, [])
    near = specialise(part(far.fact, COMPLEMENT), {**order, z: kappa}, d)
    one, above = (specialise(fact, {**order, z: kappa}, d) for fact in (upper_one.fact, ratio_positive.fact))
    one_b, above_b = (specialise(fact, {**order, z: kappa + b}, d) for fact in (upper_one.fact, ratio_positive.fact))
    given = [*_defined(d, kappa, kappa + b), above, above_b]
    sum_ = kappa + b
    growth = combination(
        GROWTH, d, [(A_AT, fallen), (D * b / kappa**2, one)], [A_AT * D * b**2 / (kappa**2 * sum_)], given=given
    )
    rest = D * b / (2 * kappa**2 * sum_)
    shortage = combination(
        SHORTAGE, d, [(A_SHIFTED / sum_, near), (D / (2 * kappa * sum_), one_b)], [rest], given=given
    )
    factor = 1 / (kappa * sum_)
    product = combination(PRODUCT, d, [(factor, one), (A_AT * factor, one_b)], [b / (kappa**2 * sum_)], given=given)
    return both(growth, shortage, product, domain=d)


def _defined(d: Domain, *points: Expr) -> list[Fact]:
    """Return I_ν > 0 and I_{ν+1} > 0 at points, ν = (h−3)/2: A > 0, factor by factor."""
    orders = (order_of(D), order_of(D) + 1)
    return [specialise(bessel.positive.fact, {nu: order, z: point}, d) for order in orders for point in points]


# --- centres orthogonal to C ------------------------------------------------------------------------------------------


def remainder(shift: Expr, d: Domain) -> list[Fact]:
    """Return what `bessel.ratio.far.shifted` says at a shift."""
    return [specialise(part(shifted.fact, relation), {b: shift}, d) for relation in (GROWTH, SHORTAGE, PRODUCT)]


@claim(
    id="thm.3.population.upper.concentrated",
    title="The population loss of concentrated laws with centres orthogonal to the intersection, from above",
    relation="ours",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*SCALARS, reach={**REACH, kappa: 40}),
    statement=Le(ALONG, -2 * beta * covariance(sp.S.One) + D * (1 + 2 * rho**2) * beta**2 / kappa**2, evaluate=False),
)
def upper(this: Claim):
    """Centres e_A, e_B and equal coordinates: the loss is at most −2β V(1) + (h−1)(1+2ρ²)β²/κ², for every β and κ.

    log M(√v) lies below its tangent at (κ+βρ)², the square of |κe + βDe|, and log M(κ+βρ) ≤ log M(κ) + βρA(κ+βρ).
    """
    d = this.domain
    slope, form, falling, rising = shared_facts()
    at = kappa + beta * rho
    a = IvRatio(order_of(D), at)
    heights = Domain(*d.symbols, s, *d.conditions, s >= -1, s <= 1)
    tangent = trusted_subspace.log_mgf_tangent(slope, form, falling, square_across(heights), at)
    parts = [
        (log(SphereMGF(D, at)) + a / (2 * at) * (beta**2 * (1 - rho**2) - 2 * kappa * beta * rho), sp.S.One),
        (a * kappa * beta * rho / at, s),
        (-a * beta**2 * (1 - rho**2) / (2 * at), s**2),
    ]
    polynomial = sum((factor * of for factor, of in parts), sp.S.Zero)
    pointwise = arithmetic(Le(across(s), polynomial, evaluate=False), heights, [tangent])
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
    between = arithmetic(Le(ALONG, first, evaluate=False), d, known)
    growth, shortage, product = remainder(beta * rho, d)
    factors = [(2 * beta * rho, growth), (2 * beta**2 * rho**2, shortage), (beta**2 * (1 - rho**2) * (h - 2), product)]
    wanted = Le(first, this.statement.rhs, evaluate=False)
    return chain(between, combination(wanted, d, factors, [beta**2 * (1 - rho**2) / kappa**2], given=defined))


def _along_in_means(d: Domain) -> list[Fact]:
    """Return the loss with centres e_A, e_B as 2 E log M(|κe + βDx|) and moments of u = x·e, and these moments."""
    slope, form, *_ = shared_facts()
    squares = specialise(riccati.fact, {nu: order_of(D)}, Domain(h, h >= 3, z))
    own = [(sp.Integer(2), across(U1)), (-2 * beta, 1 - (1 - rho) * U1**2)]
    height = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), U1**2)]
    return [
        trusted.definition(ALONG, d, _defined(d, kappa)),
        *(trusted_subspace.axis_mean_is_linear(each, D, kappa, d) for each in (own, height)),
        trusted_subspace.axis_mean_of_cosine(slope, form, kappa, d),
        trusted_subspace.axis_mean_of_square(slope, form, squares, kappa, d),
    ]


# --- against every coupling ------------------------------------------------------------------------------------------

CONCENTRATED = Lt(
    D * (3 * (1 - rho) * (1 - q) + (1 + 2 * rho**2) * beta), 2 * kappa * (1 - rho) * (1 - q), evaluate=False
)


def variance_far(d: Domain) -> tuple[Fact, Fact]:
    """Return 1 − A < (h−1)/(2κ), and A' < (h−1)/κ² with A' by the Riccati equation: they bound A/κ − A' from below."""
    values = {nu: order_of(D), z: kappa}
    near, steady = (specialise(part(far.fact, relation), values, d) for relation in (COMPLEMENT, STEADY))
    return near, chain(flip(specialise(riccati.fact, values, d)), steady)


@claim(
    id="thm.3.population.concentrated.bound",
    title="For concentrated laws centres orthogonal to the intersection beat the first-order loss of all others",
    relation="narrower",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*SCALARS, q, q < 1, CONCENTRATED, reach={**REACH, kappa: 200, beta: 2}),
    statement=Lt(ALONG, -2 * beta * covariance(q), evaluate=False),
)
def bound(this: Claim):
    """For 2κ > (h−1)(3 + (1+2ρ²)β/((1−ρ)(1−q))) the loss with e_A, e_B is below −2β V(q).

    V(1) exceeds V(q) by (1−ρ)(1−q)(A/κ − A'), and A/κ − A' > 1/κ − 3(h−1)/(2κ²).
    """
    d = this.domain
    above = specialise(upper.fact, {}, d)
    gain, (near, steady) = 2 * beta * (1 - rho) * (1 - q), variance_far(d)
    parts = [(gain / kappa, near), (gain, steady), (beta / kappa**2, hypothesis(CONCENTRATED, d))]
    higher = Lt(above.statement.rhs, this.statement.rhs, evaluate=False)
    return chain(above, combination(higher, d, parts, given=_defined(d, kappa)))


@claim(
    id="thm.3.population.concentrated.every",
    title="For concentrated laws every rival farther than an explicit angle from ±e_A, ±e_B loses, over every coupling",
    relation="narrower",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*LAWS, Lt(SQUARES, 1), CONCENTRATED.xreplace({q: SQUARES}), reach={**IN_SPACE, kappa: 200, beta: 2}),
    statement=Lt(ALONG, LOSS, evaluate=False),
)
def every(this: Claim):
    """For 2κ > (h−1)(3 + (1+2ρ²)β/((1−ρ)(1−q))) every coupling of vMF(c_x, κ) and vMF(c_y, κ) loses to e_A and e_B.

    q < 1 is the mean of (c_x·e)² and (c_y·e)² of the rival, and e_A, e_B are coupled by equal coordinates. The bound
    grows without limit as q → 1: at given h, κ, β, φ a neighbourhood of ±e_A, ±e_B stays open. As κ → ∞ at fixed β it
    shrinks to these centres, to which those at the optimum therefore tend.
    """
    d = this.domain
    squares = sign(Ge(SQUARES, 0, evaluate=False), d)
    return chain(specialise(bound.fact, {q: SQUARES}, d, given=[squares]), specialise(coupled.fact, {}, d))


# --- a shared centre in C --------------------------------------------------------------------------------------------

p = Symbol("p")
SHARED = EqualCoordinatesLoss(h, rho, kappa, beta, e, p)
IN_C = (*AXIS, vector_across(p, D, e))
FROM_ABOVE = Le(SHARED, -2 * beta * covariance(sp.S.Zero) + 3 * D * beta**2 / kappa**2, evaluate=False)
FROM_BELOW = Le(-2 * beta * covariance(sp.S.Zero), SHARED, evaluate=False)


@claim(
    id="thm.3.population.shared.concentrated",
    title="The population loss with a shared centre in the intersection, from both sides",
    relation="ours",
    source="Theorem 3, for the population of concentrated laws",
    domain=Domain(*IN_C, reach={**IN_SPACE, kappa: 6, beta: 3}),
    statement=sp.And(FROM_ABOVE, FROM_BELOW, evaluate=False),
)
def shared(this: Claim):
    """With one centre p in C and equal coordinates the loss lies between −2β V(0) and −2β V(0) + 3(h−1)β²/κ².

    From below log M(|κp + βDx|) ≥ log M(κ) + βA p·x; from above its tangent in v = |κp + βDx|² at (κ+β)² serves.
    """
    d = this.domain
    inside = Domain(*d.symbols, *d.vectors, unit_vector(x, D), *d.conditions, reach=d.reach)
    logs, height = log_partition_of(x, p, e, D, rho, kappa, beta), CrossCosine(x, x, e, rho)
    defined = _defined(d, kappa, kappa + beta)
    first, second = moments(p, p, d)[0], moments(p, e, d)[1]
    own = means.mean_is_linear(law(p), [(sp.Integer(2), logs), (-2 * beta, height)], inside)
    squares = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), Dot(x, e) ** 2)]
    of_squares = sum((factor * of for factor, of in squares), sp.S.Zero)
    same = identity(Eq(height, of_squares, evaluate=False), inside, FORM)
    heights = chain(means.mean_compares(law(p), same), means.mean_is_linear(law(p), squares, inside))
    mean = substitute(trusted.definition(SHARED, d, defined), own, heights, second)
    above = substitute(_tangent_mean(logs, inside, d), first, second)
    support = trusted_subspace.log_mgf_support(*_convex(), kappa, kappa + beta, d)
    below = partition_mean(p, p, d)
    growth, shortage, _ = remainder(beta, d)
    a = IvRatio(order_of(D), kappa + beta)
    rest = beta**2 * (1 - rho**2) * A_AT * a / (kappa * (kappa + beta))
    parts = [(sp.Integer(2), above), (sp.Integer(2), support), (2 * beta, growth), (2 * beta**2, shortage)]
    higher = Le(mean.statement.rhs, FROM_ABOVE.rhs, evaluate=False)
    smaller = Le(FROM_BELOW.lhs, mean.statement.rhs, evaluate=False)
    return both(
        chain(mean, combination(higher, d, parts, [rest], by=FORM, given=defined)),
        chain(combination(smaller, d, [(sp.Integer(2), below)], by=FORM, given=defined), flip(mean)),
        domain=d,
    )


def _convex() -> tuple[Fact, Fact, Fact]:
    slope, form, _, rising = shared_facts()
    return slope, form, rising


def _tangent_mean(logs: Expr, inside: Domain, d: Domain) -> Fact:
    """Return E log M(|κp + βDx|) ≤ log M(κ+β) − A(κ+β)(2κβ E(1 − x·p) + β²(1−ρ²) E (x·e)²)/(2(κ+β))."""
    slope, form, falling, _ = shared_facts()
    at = kappa + beta
    a, length = IvRatio(order_of(D), at), logs.args[0].args[1]
    vector = length.args[0]
    square = combination(Ge(Dot(vector, vector), 0, evaluate=False), inside, [], [Dot(vector, vector)], by=FORM)
    tangent = trusted_subspace.log_mgf_tangent(slope, form, falling, square, at)
    tangent = substitute(tangent, flip(trusted.definition(length, inside)))
    parts = [
        (log(SphereMGF(D, at)) - a * kappa * beta / at, sp.S.One),
        (a * kappa * beta / at, Dot(x, p)),
        (-a * beta**2 * (1 - rho**2) / (2 * at), Dot(x, e) ** 2),
    ]
    line = sum((factor * of for factor, of in parts), sp.S.Zero)
    defined = _defined(d, at)
    pointwise = combination(Le(logs, line, evaluate=False), inside, [(sp.S.One, tangent)], by=FORM, given=defined)
    return chain(means.mean_compares(law(p), pointwise), means.mean_is_linear(law(p), parts, inside, defined))


# --- the difference --------------------------------------------------------------------------------------------------

LEADING = -2 * (1 - rho) * beta / kappa
AT_MOST = Le(ALONG - SHARED, LEADING + D * beta * (3 * (1 - rho) + (1 + 2 * rho**2) * beta) / kappa**2, evaluate=False)
AT_LEAST = Ge(ALONG - SHARED, LEADING - 3 * D * beta**2 / kappa**2, evaluate=False)


@claim(
    id="thm.3.population.lower.concentrated",
    title="The population loss with centres orthogonal to the intersection, from below",
    relation="ours",
    source="Theorem 3, for the population",
    domain=Domain(*SCALARS, reach=REACH),
    statement=Le(-2 * beta * covariance(sp.S.One), ALONG, evaluate=False),
)
def along(this: Claim):
    """Centres e_A, e_B and equal coordinates: the loss is at least −2β V(1), since log M is convex."""
    d = this.domain
    slope, form, _, rising = shared_facts()
    heights = Domain(*d.symbols, s, *d.conditions, s >= -1, s <= 1)
    v = across(s).args[0].args[1] ** 2
    line = kappa + beta * rho * s
    squares = combination(Le(line**2, v, evaluate=False), heights, [], [beta**2 * (1 - s**2)])
    grows = trusted_subspace.log_mgf_grows(squares, D)
    support = chain(trusted_subspace.log_mgf_support(slope, form, rising, line, kappa, heights), grows)
    parts = [(log(SphereMGF(D, kappa)), sp.S.One), (A_AT * beta * rho, s)]
    polynomial = sum((factor * of for factor, of in parts), sp.S.Zero)
    pointwise = arithmetic(Le(polynomial, across(s), evaluate=False), heights, [support])
    at_u = [(factor, of.xreplace({s: U1})) for factor, of in parts]
    compared = trusted_subspace.axis_mean_compares(pointwise, s, D, kappa, d)
    logs = chain(flip(trusted_subspace.axis_mean_is_linear(at_u, D, kappa, d)), compared)
    return arithmetic(this.statement, d, [*_along_in_means(d), logs])


@claim(
    id="thm.3.population.concentrated",
    title="Concentrated laws: how much centres orthogonal to the intersection win by",
    relation="narrower",
    source="Theorem 3, for the population as κ → ∞ at fixed β",
    domain=Domain(*IN_C, reach={**IN_SPACE, kappa: 6, beta: 3}),
    statement=sp.And(AT_MOST, AT_LEAST, evaluate=False),
)
def concentrated(this: Claim):
    """L(c ⟂ C) − L(c ∈ C) = −2(1−ρ)β/κ + O(1/κ²), with explicit constants and for every κ and β.

    Both losses are of the identity coupling. So c ⟂ C wins against c ∈ C for 2(1−ρ)κ > (h−1)(3(1−ρ) + (1+2ρ²)β).
    """
    d = this.domain
    near, steady = variance_far(d)
    values = {nu: order_of(D), z: kappa}
    one = specialise(upper_one.fact, values, d)
    rises = chain(specialise(increasing.fact, values, d), specialise(riccati.fact, values, d))
    above, below = (specialise(part(shared.fact, relation), {}, d) for relation in (FROM_ABOVE, FROM_BELOW))
    most, least = specialise(upper.fact, {}, d), specialise(along.fact, {}, d)
    gain, given = 2 * beta * (1 - rho), _defined(d, kappa)
    unit = sp.S.One
    first = [(unit, most), (unit, below), (gain / kappa, near), (gain, steady)]
    second = [(unit, least), (unit, above), (gain / kappa, one), (gain, rises)]
    return both(
        combination(AT_MOST, d, first, by=FORM, given=given),
        combination(AT_LEAST, d, second, by=FORM, given=given),
        domain=d,
    )


CLAIMS = (far, shifted, upper, bound, every, along, shared, concentrated)
