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
from sympy import Derivative, Expr, sqrt
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt
from sympy import Unequality as Ne

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import HALF, lower_simple, upper, upper_one
from modgap.theory.bessel.functions import ratio_positive
from modgap.theory.cone.centres import ABOVE_LAST, CHORD, CONE, definitions, loss, s, steepness, tangent, tangents, u, w
from modgap.theory.cone.lemmas import CONCAVE, over_x, over_x_bounds, positive, slope
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, part, substitute
from modgap.theory.kernel.equations import rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.cones import ConeLoss, ConeSlope, RatioOverArgument, RootConcentration, TrapMaximum, length
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, kappa, nu, z
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R, decreases
from modgap.theory.under import Under

REACH = {nu: 4, kappa: 60, beta: 60, z: 60, u: 2}
WIDEST = length(kappa, beta, sp.S.NegativeOne)
SLOPE = steepness(-1)
#: No trap.
NONE = le(SLOPE, 0)
TRAP = gt(SLOPE, 0)
ORDERS = (nu, kappa, beta, nu > -HALF)


# --- without a trap --------------------------------------------------------------------------------------------------


@claim(
    id="thm.2.trap.none",
    title="Without a trap one direction of the loss of the centres decreases in the cosine of the gap",
    relation="ours",
    source="Theorem 2",
    domain=CHORD.union(Domain(nu, kappa, beta, NONE)),
    statement=lt(loss(w), loss(u)),
)
def none(this: Claim):
    """If S(−1) ≤ 0 then J(w) < J(u) for −1 ≤ u < w ≤ 1: the slope decreases in w, so that it is nowhere positive."""
    d = Under(this.domain)
    p, q = WIDEST, length(kappa, beta, u)
    order = [d.show(relation) for relation in (ge(p, 0), le(p, q))]
    steepest = decreases(part(slope.fact, CONCAVE), p, q, order, d, positive())
    return d.show(this.statement, tangent(u, w, d, Lt), steepest, *definitions(d, u, sp.S.NegativeOne)[1::2])


@cache
def at_widest(d: Domain) -> list[Fact]:
    """Return the bounds on a at |κ − β|, as √(κ² − 2κβ + β²), and what S(−1) is."""
    here = Under(d)
    order = [here.show(gt(nu, -HALF))]
    return [here.use(over_x_bounds, {R: WIDEST}, given=order), definitions(here, sp.S.NegativeOne)[1]]


@claim(
    id="thm.2.trap.never",
    title="No trap of one direction up to the inverse temperature ν + ½",
    relation="ours",
    source="Theorem 2",
    domain=Domain(nu, kappa, beta, beta <= nu + HALF, reach={**REACH, nu: 60}),
    statement=NONE,
)
def never(this: Claim):
    """If 2β ≤ h − 1 = 2ν + 1 there is no trap, whatever the concentration."""
    return Under(this.domain).show(NONE, *at_widest(this.domain))


@claim(
    id="thm.2.trap.small",
    title="No trap of one direction up to the concentration 2ν + 2",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*ORDERS, kappa <= 2 * nu + 2, reach={**REACH, nu: 60}),
    statement=NONE,
)
def small(this: Claim):
    """If κ ≤ h = 2ν + 2 there is no trap, whatever the temperature: a_ν ≤ 1/h."""
    return Under(this.domain).show(NONE, *at_widest(this.domain))


@claim(
    id="thm.2.clip",
    title="In 512 dimensions at β = 100 one direction of the loss of the centres decreases in the cosine of the gap",
    relation="ours",
    source="Theorem 2, read at h = 512 and τ = 0.01",
    domain=Domain(kappa, u, w, u >= -1, w > u, w <= 1, reach={kappa: 2000, u: 2}),
    statement=lt(
        ConeLoss(sp.Integer(255), w, kappa, sp.Integer(100)), ConeLoss(sp.Integer(255), u, kappa, sp.Integer(100))
    ),
)
def clip(this: Claim):
    """At h = 512 and β = 100 J decreases in the cosine of the gap for every concentration: 2β ≤ h − 1."""
    d, values = Under(this.domain), {nu: sp.Integer(255), beta: sp.Integer(100)}
    flat = d.use(never, values)
    return d.use(none, values, given=[flat])


# --- when there is one -----------------------------------------------------------------------------------------------


@claim(
    id="thm.2.trap.necessary",
    title="What a trap of one direction needs",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*ORDERS, TRAP, reach=REACH),
    statement=all_of(gt(kappa, 2 * nu + 2), gt(2 * beta, 2 * nu + 1), gt(kappa, beta**2 / (2 * beta - 2 * nu - 1))),
)
def necessary(this: Claim):
    """A trap needs κ > h, 2β > h − 1 and κ > β²/(2β − h + 1), h = 2ν + 2: a low temperature for the dimension."""
    return Under(this.domain).show(this.statement, *at_widest(this.domain))


@claim(
    id="thm.2.trap.sufficient",
    title="What is enough for a trap of one direction",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*ORDERS, beta > nu + 1, gt(kappa, beta**2 / (2 * beta - 2 * nu - 2)), reach=REACH),
    statement=TRAP,
)
def sufficient(this: Claim):
    """There is a trap if 2β > h and κ > β²/(2β − h), h = 2ν + 2: what it needs is only a little less."""
    return Under(this.domain).show(TRAP, *at_widest(this.domain))


# --- the root and the maximum ----------------------------------------------------------------------------------------


def at(point: Expr) -> Expr:
    """Return a_ν at a point."""
    return RatioOverArgument(nu, point)


FIRST, LAST = sqrt(kappa * (kappa - 2 * nu - 2)), sqrt(kappa * (kappa - 2 * nu - 1))


@claim(
    id="thm.2.trap.root",
    title="Between what the root of z = κ A(z) lies",
    relation="ours",
    source="Theorem 2",
    domain=Domain(nu, kappa, z, nu >= -HALF, kappa > 2 * nu + 2, reach=REACH),
    statement=all_of(gt(kappa * at(FIRST), 1), lt(kappa * at(LAST), 1), lt(Derivative(at(z), z), 0)),
)
def root(this: Claim):
    """For κ > h = 2ν + 2 the root is unique, and lies between √(κ(κ−h)) and √(κ(κ−h+1)).

    κ a is greater than 1 at the first and less at the second, is continuous, and decreases.
    """
    d = Under(this.domain)
    parts = []
    for point, bound, relation in ((FIRST, lower_simple, Gt), (LAST, upper, Lt)):
        above = [d.show(gt(nu, -1)), d.show(gt(point, 0))]
        known = [d.use(c, {z: point}, given=above) for c in (over_x, bound)]
        parts.append(d.show(relation(kappa * at(point), 1, evaluate=False), *known))
    return both(*parts, d.use(part(slope.fact, CONCAVE)))


#: Two further variables: a second fraction of the way, and the argument of a, as z is the root.
t, T = sp.Symbol("t", real=True), sp.Symbol("T", positive=True)
#: The concentration of which z is the root, and the cosine at which κc + βc' has the length z.
CONCENTRATION = RootConcentration(nu, z)
MAXIMUM = TrapMaximum(nu, z, beta)
WITH_ROOT = (nu, z, beta, nu >= -HALF)
INSIDE = lt((CONCENTRATION - beta) ** 2, z**2)
OUTSIDE = ge((CONCENTRATION - beta) ** 2, z**2)


def of(symbol: type, point: Expr) -> Expr:
    """Return J or S at the concentration whose root is z."""
    return symbol(nu, sp.sympify(point), CONCENTRATION, beta)


@cache
def about_root(d: Domain) -> list[Fact]:
    """Return 0 < A < 1 and a = A/z at the root, I_ν, I_{ν+1} > 0 there, and what κ and w* are."""
    here = Under(d)
    above = [here.show(gt(nu, -1))]
    known = [here.use(c, given=above) for c in (ratio_positive, upper_one, over_x, bessel.positive)]
    known.append(here.use(bessel.positive, {nu: nu + 1}, given=above))
    return [*known, *(trusted.definition(symbol, here, known) for symbol in (CONCENTRATION, MAXIMUM))]


@claim(
    id="thm.2.trap.outside",
    title="No trap of one direction where the concentration and the inverse temperature differ by the root or more",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, OUTSIDE, reach=REACH),
    statement=le(of(ConeSlope, sp.S.NegativeOne), 0),
)
def outside(this: Claim):
    """With z the root of z = κ A(z), there is no trap if |κ − β| ≥ z."""
    return rearrange(_widest_slope(this.domain), this.statement)


@cache
def _widest_slope(d: Domain) -> Fact:
    """Return the sign of S(−1), by comparing a at |κ − β| with a at the root, where κ a = 1."""
    here = Under(d)
    p, known, inside = (
        length(CONCENTRATION, beta, sp.S.NegativeOne),
        about_root(here),
        INSIDE in here.conditions,
    )
    first, last = (p, z) if inside else (z, p)
    relations = ge(first, 0), (Lt if inside else Le)(first, last, evaluate=False)
    order = [here.show(relation, *known) for relation in relations]
    compared = decreases(_renamed(part(slope.fact, CONCAVE)), first, last, order, here, positive())
    symbol = of(ConeSlope, sp.S.NegativeOne)
    statement = (Gt if inside else Le)(symbol, 0, evaluate=False)
    at_widest = here.use(positive()[0], {R: p}, given=[here.show(ge(p, 0), *known), *known])
    return here.show(statement, compared, *known, trusted.definition(symbol, here, [*known, at_widest]))


def _renamed(fact: Fact) -> Fact:
    """Return a fact about every z > 0 as one about every t > 0, z being the root here."""
    return Under(nu, T, nu >= -HALF).use(fact, {z: T})


@claim(
    id="thm.2.trap.inside",
    title="A trap of one direction where the concentration and the inverse temperature are closer than the root",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, INSIDE, reach=REACH),
    statement=gt(of(ConeSlope, sp.S.NegativeOne), 0),
)
def inside(this: Claim):
    """With z the root of z = κ A(z), there is a trap if |κ − β| < z."""
    return rearrange(_widest_slope(this.domain), this.statement)


ALONG = -1 + s * (MAXIMUM + 1)
FARTHER = -1 + t * (MAXIMUM + 1)


@claim(
    id="thm.2.trap",
    title="The trap: one direction of the loss of the centres rises from the widest gap to w*",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, s, t, INSIDE, s >= 0, t > s, t <= 1, reach={**REACH, s: 1}),
    statement=all_of(gt(MAXIMUM, -1), lt(MAXIMUM, 1), lt(of(ConeLoss, ALONG), of(ConeLoss, FARTHER))),
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
    relations = gt(MAXIMUM, -1), lt(MAXIMUM, 1)
    return tuple(Under(d).show(relation, *about_root(d)) for relation in relations)


@cache
def _rising(d: Domain) -> Fact:
    """Return J(first) < J(last) from J(last) − J(first) > S(last)(last − first), S being ≥ 0 up to w*."""
    here = Under(d)
    known, place = about_root(here), [*about_root(here), *_peak(here)]
    ordered = ge(ALONG, -1), gt(FARTHER, ALONG), le(FARTHER, 1)
    given = [here.show(relation, *place) for relation in ordered]
    values = {kappa: CONCENTRATION, u: ALONG, w: FARTHER}
    above = here.use(part(tangents.fact, ABOVE_LAST), values, given=[*given, *known])
    p = length(CONCENTRATION, beta, FARTHER)
    relations = ge(p, 0), le(p, z)
    order = [here.show(relation, *place) for relation in relations]
    compared = decreases(_renamed(part(slope.fact, CONCAVE)), p, z, order, here, positive())
    real = here.show(ge(p**2, 0), *place)
    there = here.use(positive()[0], {R: p}, given=[order[0], real, *place])
    steep = trusted.definition(of(ConeSlope, FARTHER), here, [*known, there, real])
    climbs = here.show(ge(of(ConeSlope, FARTHER), 0), compared, *known, steep)
    return here.show(lt(of(ConeLoss, ALONG), of(ConeLoss, FARTHER)), above, climbs, *_peak(here))


@claim(
    id="thm.2.trap.maximum",
    title="Where in a trap one direction of the loss of the centres is largest",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*WITH_ROOT, w, INSIDE, w >= -1, w <= 1, Ne(w, MAXIMUM, evaluate=False), reach=REACH),
    statement=all_of(gt(MAXIMUM, -1), lt(of(ConeLoss, w), of(ConeLoss, MAXIMUM))),
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
    above = Under(d).show(ge(MAXIMUM, -1), inner)
    here = Under(d).use(below, {kappa: CONCENTRATION, u: MAXIMUM}, given=[above, *known])
    size = Under(d).show(eq(length(CONCENTRATION, beta, MAXIMUM), z), *known)
    flat = substitute(trusted.definition(of(ConeSlope, MAXIMUM), d, known), size)
    return both(inner, Under(d).show(lt(of(ConeLoss, w), of(ConeLoss, MAXIMUM)), here, flat, *known))


# --- the pair --------------------------------------------------------------------------------------------------------

lamda = sp.Symbol("lambda", positive=True)


def both_ways(symbol: type, point: Expr) -> Expr:
    """Return J or S of both directions of the pair: at the concentrations κ and λ of the two cones."""
    return sum((symbol(nu, sp.sympify(point), k, beta) for k in (kappa, lamda)), sp.S.Zero)


PAIR_NONE = le(both_ways(ConeSlope, sp.S.NegativeOne), 0)
PAIR_BELOW = lt(both_ways(ConeLoss, w) - both_ways(ConeLoss, u), both_ways(ConeSlope, u) * (w - u))
PAIR_ABOVE = gt(both_ways(ConeLoss, w) - both_ways(ConeLoss, u), both_ways(ConeSlope, w) * (w - u))
PAIR_CHORD = CHORD.union(Domain(nu, lamda, reach={lamda: 60}))


@claim(
    id="thm.2.trap.pair",
    title="Chords of the loss of the pair of centres lie between its tangents",
    relation="ours",
    source="Theorem 2",
    domain=PAIR_CHORD,
    statement=all_of(PAIR_BELOW, PAIR_ABOVE),
)
def of_both(this: Claim):
    """The loss of the pair, the sum of two J, is strictly concave, too, with the sum of the slopes as its slope.

    So the pair has a trap exactly where the sum of the two slopes at w = −1 is positive.
    """
    d = Under(this.domain)
    known = [d.use(tangents, values) for values in ({}, {kappa: lamda})]
    return both(*(d.show(relation, *known) for relation in this.statement.args))


@claim(
    id="thm.2.trap.pair.none",
    title="If the slopes at the widest gap sum to at most 0, the loss of the pair of centres decreases in the cosine",
    relation="ours",
    source="Theorem 2",
    domain=PAIR_CHORD.union(Domain(nu, kappa, lamda, beta, PAIR_NONE)),
    statement=lt(both_ways(ConeLoss, w), both_ways(ConeLoss, u)),
)
def pair_none(this: Claim):
    """If the two slopes at w = −1 add up to no more than 0, the loss of the pair decreases on all of [−1, 1]."""
    d = Under(this.domain)
    chord = d.use(part(of_both.fact, PAIR_BELOW))
    steepest = []
    for k in (kappa, lamda):
        p, q = (length(k, beta, point) for point in (sp.S.NegativeOne, u))
        order = [d.show(relation) for relation in (ge(p, 0), le(p, q))]
        falls = decreases(part(slope.fact, CONCAVE), p, q, order, d, positive())
        slopes = [trusted.definition(ConeSlope(nu, point, k, beta), d) for point in (u, sp.S.NegativeOne)]
        steepest.append(d.show(le(slopes[0].statement.lhs, slopes[1].statement.lhs), falls, *slopes))
    return d.show(this.statement, chord, *steepest)


@claim(
    id="thm.2.trap.one",
    title="A trap of one direction is a trap of the pair",
    relation="ours",
    source="a reading of Theorem 2 that is false",
    domain=Domain(nu, kappa, lamda, beta, nu > -HALF, TRAP, reach={**REACH, lamda: 60}),
    statement=gt(both_ways(ConeSlope, sp.S.NegativeOne), 0),
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
