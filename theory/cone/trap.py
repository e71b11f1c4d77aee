"""The trap of Theorem 2: where the loss of the pair of centres rises from the widest gap on, exactly.

J is strictly concave with the slope S (`thm.2.tangent`), so that everything hangs on S(−1) = β(κ a_ν(|κ−β|) − 1),
a_ν(z) = A_ν(z)/z. If S(−1) ≤ 0, J decreases all the way. If S(−1) > 0, that is κ A(|κ−β|) > |κ−β|, J rises from
w = −1 to a maximum at w*, and the widest gap is a spurious local minimum: descent that starts beyond w* is held there.

The maximum is where √(κ² + 2κβw + β²) is the positive root z of z = κ A_ν(z). There is none for κ ≤ h = 2ν + 2, and
one for κ > h (`thm.2.trap.root`). Since a decreases, κ = z/A_ν(z) runs through all κ > h as z runs through (0, ∞), so
that what holds for the root is stated with z as the variable and κ = z/A_ν(z).
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp
from sympy import Derivative, Eq, Expr, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt
from sympy import Unequality as Ne

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import HALF, lower_simple, upper, upper_one
from modgap.theory.bessel.functions import nu, ratio_positive, z
from modgap.theory.cone.centres import (
    ABOVE_LAST,
    CHORD,
    CONE,
    beta,
    definitions,
    kappa,
    loss,
    s,
    steepness,
    tangent,
    tangents,
    u,
    w,
)
from modgap.theory.cone.lemmas import CONCAVE, over_x, over_x_bounds, positive, slope
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, part, specialise, substitute
from modgap.theory.kernel.equations import rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import counterexample
from modgap.theory.language.cones import ConeLoss, ConeSlope, RatioOverArgument, RootConcentration, TrapMaximum, length
from modgap.theory.language.domain import Domain
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R, decreases

REACH = {nu: 4, kappa: 60, beta: 60, z: 60, u: 2}
WIDEST = length(kappa, beta, sp.S.NegativeOne)
SLOPE = steepness(-1)
#: No trap.
NONE = Le(SLOPE, 0, evaluate=False)
TRAP = Gt(SLOPE, 0, evaluate=False)
ORDERS = (nu, kappa, beta, nu > -HALF)


# --- without a trap --------------------------------------------------------------------------------------------------


@claim(
    id="thm.2.trap.none",
    title="Without a trap the loss decreases in the cosine of the gap",
    relation="ours",
    source="Theorem 2",
    domain=CHORD.union(Domain(nu, kappa, beta, NONE)),
    statement=Lt(loss(w), loss(u), evaluate=False),
)
def none(this: Claim):
    """If S(−1) ≤ 0 then J(w) < J(u) for −1 ≤ u < w ≤ 1: the slope decreases in w, so that it is nowhere positive."""
    d = this.domain
    p, q = WIDEST, length(kappa, beta, u)
    order = [arithmetic(relation, d) for relation in (Ge(p, 0, evaluate=False), Le(p, q, evaluate=False))]
    steepest = decreases(part(slope.fact, CONCAVE), p, q, order, d, positive())
    return arithmetic(this.statement, d, [tangent(u, w, d, Lt), steepest, *definitions(d, u, sp.S.NegativeOne)[1::2]])


@cache
def at_widest(d: Domain) -> list[Fact]:
    """Return the bounds on a at |κ − β|, as √(κ² − 2κβ + β²), and what S(−1) is."""
    order = [arithmetic(Gt(nu, -HALF, evaluate=False), d)]
    return [specialise(over_x_bounds.fact, {R: WIDEST}, d, given=order), definitions(d, sp.S.NegativeOne)[1]]


@claim(
    id="thm.2.trap.never",
    title="No trap at high temperature",
    relation="ours",
    source="Theorem 2",
    domain=Domain(nu, kappa, beta, beta <= nu + HALF, reach={**REACH, nu: 60}),
    statement=NONE,
)
def never(this: Claim):
    """If 2β ≤ h − 1 = 2ν + 1 there is no trap, whatever the concentration."""
    return arithmetic(NONE, this.domain, at_widest(this.domain))


@claim(
    id="thm.2.trap.small",
    title="No trap at low concentration",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*ORDERS, kappa <= 2 * nu + 2, reach={**REACH, nu: 60}),
    statement=NONE,
)
def small(this: Claim):
    """If κ ≤ h = 2ν + 2 there is no trap, whatever the temperature: a_ν ≤ 1/h."""
    return arithmetic(NONE, this.domain, at_widest(this.domain))


@claim(
    id="thm.2.clip",
    title="No trap for CLIP",
    relation="ours",
    source="Theorem 2, read at h = 512 and τ = 0.01",
    domain=Domain(kappa, u, w, u >= -1, w > u, w <= 1, reach={kappa: 2000, u: 2}),
    statement=Lt(
        ConeLoss(sp.Integer(255), w, kappa, sp.Integer(100)),
        ConeLoss(sp.Integer(255), u, kappa, sp.Integer(100)),
        evaluate=False,
    ),
)
def clip(this: Claim):
    """At h = 512 and β = 100 the loss decreases in the cosine of the gap for every concentration: 2β ≤ h − 1."""
    d, values = this.domain, {nu: sp.Integer(255), beta: sp.Integer(100)}
    flat = specialise(never.fact, values, d)
    return specialise(none.fact, values, d, given=[flat])


# --- when there is one -----------------------------------------------------------------------------------------------


@claim(
    id="thm.2.trap.necessary",
    title="What a trap needs",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*ORDERS, TRAP, reach=REACH),
    statement=sp.And(
        Gt(kappa, 2 * nu + 2, evaluate=False),
        Gt(2 * beta, 2 * nu + 1, evaluate=False),
        Gt(kappa, beta**2 / (2 * beta - 2 * nu - 1), evaluate=False),
        evaluate=False,
    ),
)
def necessary(this: Claim):
    """A trap needs κ > h, 2β > h − 1 and κ > β²/(2β − h + 1), h = 2ν + 2: a low temperature for the dimension."""
    return arithmetic(this.statement, this.domain, at_widest(this.domain))


@claim(
    id="thm.2.trap.sufficient",
    title="What is enough for a trap",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*ORDERS, beta > nu + 1, Gt(kappa, beta**2 / (2 * beta - 2 * nu - 2)), reach=REACH),
    statement=TRAP,
)
def sufficient(this: Claim):
    """There is a trap if 2β > h and κ > β²/(2β − h), h = 2ν + 2: what it needs is only a little less."""
    return arithmetic(TRAP, this.domain, at_widest(this.domain))


# --- the root and the maximum ----------------------------------------------------------------------------------------


def at(point: Expr) -> Expr:
    """Return a_ν at a point."""
    return RatioOverArgument(nu, point)


FIRST, LAST = sqrt(kappa * (kappa - 2 * nu - 2)), sqrt(kappa * (kappa - 2 * nu - 1))


@claim(
    id="thm.2.trap.root",
    title="The root of z = κ A(z)",
    relation="ours",
    source="Theorem 2",
    domain=Domain(nu, kappa, z, nu >= -HALF, kappa > 2 * nu + 2, reach=REACH),
    statement=sp.And(
        Gt(kappa * at(FIRST), 1, evaluate=False),
        Lt(kappa * at(LAST), 1, evaluate=False),
        Lt(Derivative(at(z), z), 0, evaluate=False),
        evaluate=False,
    ),
)
def root(this: Claim):
    """For κ > h = 2ν + 2 the root is unique, and lies between √(κ(κ−h)) and √(κ(κ−h+1)).

    κ a is greater than 1 at the first and less at the second, is continuous, and decreases.
    """
    d = this.domain
    parts = []
    for point, bound, relation in ((FIRST, lower_simple, Gt), (LAST, upper, Lt)):
        above = [arithmetic(Gt(nu, -1, evaluate=False), d), arithmetic(Gt(point, 0, evaluate=False), d)]
        known = [specialise(c.fact, {z: point}, d, given=above) for c in (over_x, bound)]
        parts.append(arithmetic(relation(kappa * at(point), 1, evaluate=False), d, known))
    return both(*parts, specialise(part(slope.fact, CONCAVE), {}, d))


#: Two further variables: a second fraction of the way, and the argument of a, as z is the root.
t, T = sp.Symbol("t", real=True), sp.Symbol("T", positive=True)
#: The concentration of which z is the root, and the cosine at which κc + βc' has the length z.
CONCENTRATION = RootConcentration(nu, z)
MAXIMUM = TrapMaximum(nu, z, beta)
WITH_ROOT = (nu, z, beta, nu >= -HALF)
INSIDE = Lt((CONCENTRATION - beta) ** 2, z**2, evaluate=False)
OUTSIDE = Ge((CONCENTRATION - beta) ** 2, z**2, evaluate=False)


def of(symbol: type, point: Expr) -> Expr:
    """Return J or S at the concentration whose root is z."""
    return symbol(nu, sp.sympify(point), CONCENTRATION, beta)


@cache
def about_root(d: Domain) -> list[Fact]:
    """Return 0 < A < 1 and a = A/z at the root, I_ν, I_{ν+1} > 0 there, and what κ and w* are."""
    above = [arithmetic(Gt(nu, -1, evaluate=False), d)]
    known = [specialise(c.fact, {}, d, given=above) for c in (ratio_positive, upper_one, over_x, bessel.positive)]
    known.append(specialise(bessel.positive.fact, {nu: nu + 1}, d, given=above))
    return [*known, *(trusted.definition(symbol, d, known) for symbol in (CONCENTRATION, MAXIMUM))]


@claim(
    id="thm.2.trap.outside",
    title="No trap where the concentration and the inverse temperature are farther apart than the root",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, OUTSIDE, reach=REACH),
    statement=Le(of(ConeSlope, sp.S.NegativeOne), 0, evaluate=False),
)
def outside(this: Claim):
    """With z the root of z = κ A(z), there is no trap if |κ − β| ≥ z."""
    return rearrange(_widest_slope(this.domain), this.statement)


@cache
def _widest_slope(d: Domain) -> Fact:
    """Return the sign of S(−1), by comparing a at |κ − β| with a at the root, where κ a = 1."""
    p, known, inside = length(CONCENTRATION, beta, sp.S.NegativeOne), about_root(d), INSIDE in d.conditions
    first, last = (p, z) if inside else (z, p)
    relations = Ge(first, 0, evaluate=False), (Lt if inside else Le)(first, last, evaluate=False)
    order = [arithmetic(relation, d, known) for relation in relations]
    compared = decreases(_renamed(part(slope.fact, CONCAVE)), first, last, order, d, positive())
    symbol = of(ConeSlope, sp.S.NegativeOne)
    statement = (Gt if inside else Le)(symbol, 0, evaluate=False)
    at_widest = specialise(positive()[0], {R: p}, d, given=[arithmetic(Ge(p, 0, evaluate=False), d, known), *known])
    return arithmetic(statement, d, [compared, *known, trusted.definition(symbol, d, [*known, at_widest])])


def _renamed(fact: Fact) -> Fact:
    """Return a fact about every z > 0 as one about every t > 0, z being the root here."""
    return specialise(fact, {z: T}, Domain(nu, T, nu >= -HALF))


@claim(
    id="thm.2.trap.inside",
    title="A trap where the concentration and the inverse temperature are closer than the root",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, INSIDE, reach=REACH),
    statement=Gt(of(ConeSlope, sp.S.NegativeOne), 0, evaluate=False),
)
def inside(this: Claim):
    """With z the root of z = κ A(z), there is a trap if |κ − β| < z."""
    return rearrange(_widest_slope(this.domain), this.statement)


ALONG = -1 + s * (MAXIMUM + 1)
FARTHER = -1 + t * (MAXIMUM + 1)


@claim(
    id="thm.2.trap",
    title="The trap: the loss rises from the widest gap to w*",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, s, t, INSIDE, s >= 0, t > s, t <= 1, reach={**REACH, s: 1}),
    statement=sp.And(
        Gt(MAXIMUM, -1, evaluate=False),
        Lt(MAXIMUM, 1, evaluate=False),
        Lt(of(ConeLoss, ALONG), of(ConeLoss, FARTHER), evaluate=False),
        evaluate=False,
    ),
)
def trap(this: Claim):
    """If |κ − β| < z, z the root of z = κ A(z), then J increases on [−1, w*], w* = (z² − κ² − β²)/(2κβ) in (−1, 1).

    The two points −1 ≤ … < … ≤ w* are written −1 + s(w* + 1). The widest gap is then a local minimum, though not the
    least value (`thm.2.direction`): a descent in small steps that starts below w* is held there.
    """
    return both(*_peak(this.domain), _rising(this.domain))


@cache
def _peak(d: Domain) -> tuple[Fact, ...]:
    """Return −1 < w* and w* < 1."""
    relations = Gt(MAXIMUM, -1, evaluate=False), Lt(MAXIMUM, 1, evaluate=False)
    return tuple(arithmetic(relation, d, about_root(d)) for relation in relations)


@cache
def _rising(d: Domain) -> Fact:
    """Return J(first) < J(last) from J(last) − J(first) > S(last)(last − first), S being ≥ 0 up to w*."""
    known, place = about_root(d), [*about_root(d), *_peak(d)]
    ordered = Ge(ALONG, -1, evaluate=False), Gt(FARTHER, ALONG, evaluate=False), Le(FARTHER, 1, evaluate=False)
    given = [arithmetic(relation, d, place) for relation in ordered]
    values = {kappa: CONCENTRATION, u: ALONG, w: FARTHER}
    above = specialise(part(tangents.fact, ABOVE_LAST), values, d, given=[*given, *known])
    p = length(CONCENTRATION, beta, FARTHER)
    relations = Ge(p, 0, evaluate=False), Le(p, z, evaluate=False)
    order = [arithmetic(relation, d, place) for relation in relations]
    compared = decreases(_renamed(part(slope.fact, CONCAVE)), p, z, order, d, positive())
    real = arithmetic(Ge(p**2, 0, evaluate=False), d, place)
    there = specialise(positive()[0], {R: p}, d, given=[order[0], real, *place])
    steep = trusted.definition(of(ConeSlope, FARTHER), d, [*known, there])
    climbs = arithmetic(Ge(of(ConeSlope, FARTHER), 0, evaluate=False), d, [compared, *known, steep])
    statement = Lt(of(ConeLoss, ALONG), of(ConeLoss, FARTHER), evaluate=False)
    return arithmetic(statement, d, [above, climbs, *_peak(d)])


@claim(
    id="thm.2.trap.maximum",
    title="Where the loss is largest",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, w, INSIDE, w >= -1, w <= 1, Ne(w, MAXIMUM, evaluate=False), reach=REACH),
    statement=sp.And(
        Gt(MAXIMUM, -1, evaluate=False), Lt(of(ConeLoss, w), of(ConeLoss, MAXIMUM), evaluate=False), evaluate=False
    ),
)
def maximum(this: Claim):
    """If |κ − β| < z, z the root of z = κ A(z), J is largest at w* = (z² − κ² − β²)/(2κβ), where its slope vanishes."""
    return _highest(this.domain)


@cache
def _highest(d: Domain) -> Fact:
    """Return −1 < w* and J(w) < J(w*): the tangent at w* is level."""
    known, inner = about_root(d), _peak(d)[0]
    points = Domain(*CONE, u, w, u >= -1, w >= -1, Ne(w, u, evaluate=False))
    below = tangent(u, w, points, Ne)
    above = arithmetic(Ge(MAXIMUM, -1, evaluate=False), d, [inner])
    here = specialise(below, {kappa: CONCENTRATION, u: MAXIMUM}, d, given=[above, *known])
    size = arithmetic(Eq(length(CONCENTRATION, beta, MAXIMUM), z, evaluate=False), d, known)
    flat = substitute(trusted.definition(of(ConeSlope, MAXIMUM), d, known), size)
    less = Lt(of(ConeLoss, w), of(ConeLoss, MAXIMUM), evaluate=False)
    return both(inner, arithmetic(less, d, [here, flat, *known]))


# --- the pair --------------------------------------------------------------------------------------------------------

lamda = sp.Symbol("lambda", positive=True)


def both_ways(symbol: type, point: Expr) -> Expr:
    """Return J or S of both directions of the pair: at the concentrations κ and λ of the two cones."""
    return sum((symbol(nu, sp.sympify(point), k, beta) for k in (kappa, lamda)), sp.S.Zero)


PAIR_NONE = Le(both_ways(ConeSlope, sp.S.NegativeOne), 0, evaluate=False)
PAIR_BELOW = Lt(both_ways(ConeLoss, w) - both_ways(ConeLoss, u), both_ways(ConeSlope, u) * (w - u), evaluate=False)
PAIR_ABOVE = Gt(both_ways(ConeLoss, w) - both_ways(ConeLoss, u), both_ways(ConeSlope, w) * (w - u), evaluate=False)
PAIR_CHORD = CHORD.union(Domain(nu, lamda, reach={lamda: 60}))


@claim(
    id="thm.2.trap.pair",
    title="The pair's loss between its tangents",
    relation="ours",
    source="Theorem 2",
    domain=PAIR_CHORD,
    statement=sp.And(PAIR_BELOW, PAIR_ABOVE, evaluate=False),
)
def of_both(this: Claim):
    """The loss of the pair, the sum of two J, is strictly concave, too, with the sum of the slopes as its slope.

    So the pair has a trap exactly where the sum of the two slopes at w = −1 is positive.
    """
    d = this.domain
    known = [specialise(tangents.fact, values, d) for values in ({}, {kappa: lamda})]
    return both(*(arithmetic(relation, d, known) for relation in this.statement.args))


@claim(
    id="thm.2.trap.pair.none",
    title="Without a trap the pair's loss decreases in the cosine of the gap",
    relation="ours",
    source="Theorem 2",
    domain=PAIR_CHORD.union(Domain(nu, kappa, lamda, beta, PAIR_NONE)),
    statement=Lt(both_ways(ConeLoss, w), both_ways(ConeLoss, u), evaluate=False),
)
def pair_none(this: Claim):
    """If the two slopes at w = −1 add up to no more than 0, the loss of the pair decreases on all of [−1, 1]."""
    d = this.domain
    chord = specialise(part(of_both.fact, PAIR_BELOW), {}, d)
    steepest = []
    for k in (kappa, lamda):
        p, q = (length(k, beta, point) for point in (sp.S.NegativeOne, u))
        order = [arithmetic(relation, d) for relation in (Ge(p, 0, evaluate=False), Le(p, q, evaluate=False))]
        falls = decreases(part(slope.fact, CONCAVE), p, q, order, d, positive())
        slopes = [trusted.definition(ConeSlope(nu, point, k, beta), d) for point in (u, sp.S.NegativeOne)]
        less = Le(slopes[0].statement.lhs, slopes[1].statement.lhs, evaluate=False)
        steepest.append(arithmetic(less, d, [falls, *slopes]))
    return arithmetic(this.statement, d, [chord, *steepest])


@claim(
    id="thm.2.trap.one",
    title="A trap of one direction is a trap of the pair",
    relation="ours",
    source="a reading of Theorem 2 that is false",
    domain=Domain(nu, kappa, lamda, beta, nu > -HALF, TRAP, reach={**REACH, lamda: 60}),
    statement=Gt(both_ways(ConeSlope, sp.S.NegativeOne), 0, evaluate=False),
)
def one(this: Claim):
    """One cone that is concentrated enough does not make a trap: at h = 3, β = 100, κ = 60, λ = 1 there is none."""
    return counterexample(this.statement, this.domain, {nu: Fraction(1, 2), kappa: 60, lamda: 1, beta: 100})


CLAIMS = (
    none,
    never,
    small,
    clip,
    necessary,
    sufficient,
    root,
    inside,
    outside,
    trap,
    maximum,
    of_both,
    pair_none,
    one,
)
