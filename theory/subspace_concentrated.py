"""Theorem 3 for the population of concentrated laws: explicit bounds as κ → ∞ at fixed β, in every dimension.

To first order the loss of the identity coupling of laws with equal coordinates is −2β V, V the D-covariance of the law
(`theory.subspace_hot`). What is left is of the order 1/κ²: log M is almost linear where its argument is large. With
centres orthogonal to C the first order is less by 2(1−ρ)β/κ than with a shared centre in C, so that they win.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol, log
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from theory import bessel, trusted, trusted_subspace
from theory.barriers import equation
from theory.bessel import A, nu, ratio_facts, ratio_positive, riccati, z
from theory.bessel_bounds import FROM_MINUS_HALF, lower, lower_simple, on, upper_one
from theory.bessel_shape import SLOPE
from theory.centre_pair import beta, h, rho
from theory.claims import Claim, claim
from theory.compose import both, chain, part, specialise
from theory.domain import Domain
from theory.facts import Fact
from theory.language import U1, IvRatio, SphereMGF, order_of
from theory.rules import combination
from theory.solvers import arithmetic
from theory.subspace_hot import ALONG, REACH, covariance, square_across
from theory.subspace_perpendicular import A_AT, SCALARS, D, across, s, shared_facts
from theory.trusted_calculus import decreases
from theory.vmf import kappa

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
    source="Theorem 3, as reconstructed, for the population of concentrated laws",
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
    squares = specialise(riccati.fact, {nu: order_of(D)}, Domain(h, h >= 3, z))
    moments = [
        trusted_subspace.axis_mean_of_cosine(slope, form, kappa, d),
        trusted_subspace.axis_mean_of_square(slope, form, squares, kappa, d),
    ]
    own = [(sp.Integer(2), across(U1)), (-2 * beta, 1 - (1 - rho) * U1**2)]
    height = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), U1**2)]
    split = [trusted_subspace.axis_mean_is_linear(each, D, kappa, d) for each in (own, height)]
    defined = _defined(d, kappa, at)
    square = 1 - (h - 2) * A_AT / kappa
    tilt = -2 * kappa * beta * rho * (1 - A_AT) + beta**2 * (1 - rho**2) * (1 - square)
    first = -2 * beta * (1 - (1 - rho) * square) + 2 * a * beta * rho + a / at * tilt
    known = [trusted.definition(ALONG, d, defined), *split, logs, *moments, support, *defined]
    between = arithmetic(Le(ALONG, first, evaluate=False), d, known)
    growth, shortage, product = remainder(beta * rho, d)
    factors = [(2 * beta * rho, growth), (2 * beta**2 * rho**2, shortage), (beta**2 * (1 - rho**2) * (h - 2), product)]
    wanted = Le(first, this.statement.rhs, evaluate=False)
    return chain(between, combination(wanted, d, factors, [beta**2 * (1 - rho**2) / kappa**2], given=defined))


CLAIMS = (far, shifted, upper)
