"""Theorem 2: under the cone constraint the loss of the pair of centres is least where the centres agree.

One direction of that loss is J_ν(w; κ, β), w = cos Δ. It is strictly concave in w, so that its minimum over [−1, 1] is
at an end, and the end w = 1 is the lower one, because log M_h grows by less than 1 per unit of its argument. That J is
concave and not decreasing is why descent can be held at the widest gap: see `theory.cone.trap`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp
from sympy import Derivative, Expr, Integral, Symbol, log
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, HALF, on, upper_one
from modgap.theory.bessel.functions import A
from modgap.theory.cone.lemmas import (
    CONCAVE,
    IN_SQUARE,
    RISES,
    bessel_form,
    over_x,
    positive,
    positive_in_dimension,
    slope,
    vmf_mgf,
)
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.engines.normal_forms import BesselRing, InnerProducts, PerfectSquares
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, substitute
from modgap.theory.kernel.equations import rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.cones import CentrePairLoss, ConeLoss, ConeSlope, length
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.letters import beta, c_x, c_y, h, kappa, kappa_x, kappa_y, nu, z
from modgap.theory.language.relations import all_of, eq, ge, gt, lt
from modgap.theory.language.symbols import Dot, IvRatio, Norm
from modgap.theory.sphere import vmf
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R, integral_of_slope, mean_value_bound, tangent_in_square
from modgap.theory.under import Under

u, w, s = sp.symbols("u w s", real=True)
#: Draws of u ≥ −1 reach up to 1.
REACH = {nu: 8, kappa: 60, beta: 60, u: 2}
CONE = (nu, kappa, beta, nu >= -HALF)
CHORD = Under(*CONE, u, w, u >= -1, w > u, w <= 1, reach=REACH)


def loss(at: Expr) -> ConeLoss:
    """Return J_ν(w; κ, β)."""
    return ConeLoss(nu, sp.sympify(at), kappa, beta)


def steepness(at: Expr) -> ConeSlope:
    """Return S_ν(w; κ, β)."""
    return ConeSlope(nu, sp.sympify(at), kappa, beta)


def definitions(domain: Domain, *points: Expr) -> list[Fact]:
    """Return what J and S are at some values of w."""
    return [trusted.definition(symbol(sp.sympify(p)), domain) for p in points for symbol in (loss, steepness)]


# --- slope, tangents, concavity --------------------------------------------------------------------------------------

AT_W = length(kappa, beta, w)


@claim(
    id="thm.2.slope",
    title="Slope of one direction of the loss of the centres, in the cosine of the gap",
    relation="as_reported",
    source="Theorem 2",
    domain=Domain(*CONE, w, gt(kappa**2 + 2 * kappa * beta * w + beta**2, 0), reach={**REACH, w: 1}),
    statement=all_of(
        eq(Derivative(loss(w), w), steepness(w)), eq(steepness(w), beta * (kappa * IvRatio(nu, AT_W) / AT_W - 1))
    ),
)
def slope_in_w(this: Claim):
    """dJ/dw = S(w) = β(κ A_ν(m)/m − 1), m = √(κ² + 2κβw + β²), wherever m > 0, that is but for κ = β and w = −1."""
    return _slopes(this.domain)


@cache
def _slopes(d: Domain) -> Fact:
    """Return dJ/dw = S and what S is, by the derivatives of Bessel functions."""
    here = Under(d)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    above = here.show(gt(nu, -1))
    form, ratio, known = (here.use(fact, {z: AT_W}, given=[above]) for fact in (bessel_form, over_x, bessel.positive))
    scaled = loss(w).definition().xreplace({form.statement.rhs: form.statement.lhs})
    at_kappa = here.use(positive()[0], {R: kappa})
    right = beta * (kappa * IvRatio(nu, AT_W) / AT_W - 1)
    derived = here.equal(Derivative(scaled, w), right, ring, given=[known, at_kappa])
    of_loss = substitute(derived, form, flip(trusted.definition(loss(w), here)))
    of_slope = substitute(trusted.definition(steepness(w), here), ratio)
    value = chain(of_slope, here.equal(of_slope.statement.rhs, right, given=[known]))
    return both(chain(of_loss, flip(value)), value)


@cache
def tangent(at: Expr, to: Expr, d: Domain, apart: type | None = None) -> Fact:
    """Return J(to) − J(at) ≤ S(at)(to − at) for points of [−1, ∞).

    It is strict if `apart` is the relation (<, > or ≠) in which the hypotheses put the points.
    """
    here = Under(d)
    p, q = (length(kappa, beta, sp.sympify(point)) for point in (at, to))
    relations = [ge(p, 0), ge(q, 0)]
    if apart:
        relations.append(lt(q, p) if apart is Gt else apart(p, q, evaluate=False))
    known = [here.show(relation) for relation in relations]
    even = tangent_in_square(part(slope.fact, IN_SQUARE), part(slope.fact, CONCAVE), p, q, known, here, positive())
    statement = (Lt if apart else Le)(loss(to) - loss(at), steepness(at) * (to - at), evaluate=False)
    return here.show(statement, even, *definitions(here, at, to))


BELOW_FIRST = lt(loss(w) - loss(u), steepness(u) * (w - u))
ABOVE_LAST = gt(loss(w) - loss(u), steepness(w) * (w - u))


@claim(
    id="thm.2.tangent",
    title="Chords of one direction of the loss of the centres lie between its tangents",
    relation="ours",
    source="Theorem 2",
    domain=CHORD,
    statement=all_of(BELOW_FIRST, ABOVE_LAST),
)
def tangents(this: Claim):
    """S(w)(w − u) < J(w) − J(u) < S(u)(w − u) for −1 ≤ u < w ≤ 1: J is strictly concave with the slope S.

    So J increases on the values of w where S ≥ 0 and decreases on those where S ≤ 0, the former lying below the latter.
    It covers κ = β, where κc + βc' vanishes at w = −1 and A(m)/m is read as its limit 1/(2ν+2).
    """
    d = this.domain
    first, second = tangent(u, w, d, Lt), tangent(w, u, d, Gt)
    return both(first, rearrange(second, ABOVE_LAST))


BETWEEN = (1 - s) * u + s * w


@claim(
    id="thm.2.concave",
    title="One direction of the loss of the centres is strictly concave in the cosine of the gap",
    relation="as_reported",
    source="Theorem 2; κ = β included",
    domain=Domain(*CONE, u, w, s, u >= -1, w > u, w <= 1, s > 0, s < 1, reach=REACH),
    statement=gt(loss(BETWEEN), (1 - s) * loss(u) + s * loss(w)),
)
def concave(this: Claim):
    """J((1−s)u + sw) > (1−s)J(u) + sJ(w): both ends lie below the tangent in between."""
    d, between = Under(this.domain), Symbol("v", real=True)
    there = d.further(between, between >= -1, between > u, between < w)
    below = [tangent(between, u, there, Gt), tangent(between, w, there, Lt)]
    inside = [
        d.show(relation)
        for relation in (
            ge(BETWEEN, -1),
            gt(BETWEEN, u),
            lt(BETWEEN, w),
        )
    ]
    here = [d.use(fact, {between: BETWEEN}, given=inside) for fact in below]
    return d.show(this.statement, *here)


# --- the two ends ----------------------------------------------------------------------------------------------------

SCALARS = Under(*CONE, reach={nu: 3, kappa: 8, beta: 8})
BY_INTEGRAL = eq(loss(-1) - loss(1), 2 * beta - Integral(A, (z, sp.Abs(kappa - beta), kappa + beta)))
HIGHER = gt(loss(-1) - loss(1), 0)


@claim(
    id="thm.2.ends",
    title="By how much one direction of the loss of the centres at the widest gap exceeds that without one",
    relation="as_reported",
    source="Theorem 2",
    domain=SCALARS,
    statement=all_of(BY_INTEGRAL, HIGHER),
)
def ends(this: Claim):
    """J(−1) − J(1) = 2β − ∫ A from |κ−β| to κ+β, which is positive: A < 1, and the interval is no longer than 2β."""
    d = Under(this.domain)
    p, q = length(kappa, beta, sp.S.NegativeOne), length(kappa, beta, sp.S.One)
    order = [d.show(relation) for relation in (ge(p, 0), lt(p, q))]
    rises = part(slope.fact, RISES)
    (below_one,) = on(FROM_MINUS_HALF, upper_one)
    growth = mean_value_bound(rises, below_one, p, q, order, d, positive())
    area = integral_of_slope(rises, p, q, order, d, positive())
    values = definitions(d, sp.S.NegativeOne, sp.S.One)
    squares = [
        d.equal(p, sp.Abs(kappa - beta), PerfectSquares()),
        d.equal(q, kappa + beta, PerfectSquares()),
    ]
    exact = substitute(d.show(eq(loss(-1) - loss(1), 2 * beta - area.statement.lhs), area, *values), *squares)
    return both(exact, d.show(HIGHER, growth, *values))


@claim(
    id="thm.2.direction",
    title="One direction of the loss of the centres is least without a gap",
    relation="as_reported",
    source="Theorem 2",
    domain=Domain(*CONE, w, w >= -1, w < 1, reach=REACH),
    statement=gt(loss(w), loss(1)),
)
def direction(this: Claim):
    """J(w) > J(1) for −1 ≤ w < 1: J lies above its chord from −1 to 1, and J(−1) > J(1)."""
    d = Under(this.domain)
    below = [tangent(w, sp.sympify(end), d) for end in (-1, 1)]
    return d.show(this.statement, *below, d.use(part(ends.fact, HIGHER)))


# --- the pair of centres ---------------------------------------------------------------------------------------------

CENTRE_SCALARS = (*vmf.DIMENSION, kappa_x, kappa_y, beta)
CENTRES = (*CENTRE_SCALARS, unit_vector(c_x, h), unit_vector(c_y, h))
PAIR_REACH = {h: 24, kappa_x: 30, kappa_y: 30, beta: 30}
COSINE = Dot(c_x, c_y)
PAIR = CentrePairLoss(h, beta, c_x, kappa_x, c_y, kappa_y)
ALIGNED = CentrePairLoss(h, beta, c_x, kappa_x, c_x, kappa_y)
ORDER = vmf.nu


def of_pair(at: Expr) -> Expr:
    """Return J(w; κ_y) + J(w; κ_x)."""
    return ConeLoss(ORDER, sp.sympify(at), kappa_y, beta) + ConeLoss(ORDER, sp.sympify(at), kappa_x, beta)


@claim(
    id="thm.2.pair",
    title="The loss of the pair of centres",
    relation="as_reported",
    source="Theorem 2",
    domain=Domain(*CENTRES, reach=PAIR_REACH),
    statement=eq(PAIR, of_pair(COSINE)),
)
def pair(this: Claim):
    """The loss of the pair (c_x, c_y), less 2 log N, is J(w; κ_y) + J(w; κ_x) with w = c_x·c_y, as N → ∞.

    It is the population loss of that pair, with y ∼ vMF(c_y, κ_y) and x ∼ vMF(c_x, κ_x) in its partition functions.
    """
    return _value(c_y, this.domain)


def _value(other: Expr, d: Domain) -> Fact:
    """Return the loss of the pair (c_x, c) as a sum of two J, where c is c_y or c_x itself."""
    here = Under(d)
    cosine = Dot(c_x, other) if other != c_x else sp.S.One
    symbol = CentrePairLoss(h, beta, c_x, kappa_x, other, kappa_y)
    means = [_partition(kappa_y, other, c_x, cosine, here), _partition(kappa_x, c_x, other, cosine, here)]
    same = here.equal(Dot(c_x, other), cosine, InnerProducts())
    values = [trusted.definition(ConeLoss(ORDER, cosine, k, beta), here) for k in (kappa_x, kappa_y)]
    known = [trusted.definition(symbol, here), *means, same, *values]
    return here.show(eq(symbol, of_pair(cosine)), *known)


def _length_of(vector: Expr, size: Expr, d: Domain) -> Fact:
    """Return |κc + βc'| = √(κ² + 2κβw + β²), by bilinearity."""
    here = Under(d)
    square = here.sign(ge(Dot(vector, vector), 0))
    radicand = here.combine(ge(size**2, 0), (sp.S.One, square), by=InnerProducts())
    return here.equal(Norm(vector), size, InnerProducts(), given=[radicand])


def _length_of_sum(vector: Expr, total: Expr, size: Expr, d: Domain) -> Fact:
    """Return |κc + βc| = κ + β, written as the root of its square."""
    here = Under(d)
    straight = here.equal(Norm(vector), total, InnerProducts())
    return chain(straight, here.equal(total, size, PerfectSquares()))


P, Q = sp.symbols("p q", positive=True)


@cache
def log_of_quotient() -> Fact:
    """Return log(p/q) = log p − log q."""
    return Under(P, Q).equal(log(P / Q), log(P) - log(Q), Logarithms())


def _partition(concentration: Expr, centre: Expr, other: Expr, cosine: Expr, d: Domain) -> Fact:
    """Return log E e^{β c'·x} = log M_h(√(κ² + 2κβw + β²)) − log M_h(κ) for x ∼ vMF(c, κ), w = c·c'."""
    here = Under(d)
    vector = concentration * centre + beta * other
    mean = here.use(vmf_mgf, {vmf.c: centre, vmf.t: beta * other, kappa: concentration})
    size = length(concentration, beta, cosine)
    same = (
        _length_of(vector, size, here) if other != centre else _length_of_sum(vector, concentration + beta, size, here)
    )
    found = [here.use(positive_in_dimension(), {R: point}) for point in (Norm(vector), concentration)]
    logs = here.use(log_of_quotient(), dict(zip((P, Q), (f.statement.lhs for f in found), strict=True)), found)
    return substitute(substitute(logs, flip(mean)), same)


@claim(
    id="thm.2",
    title="Under the cone constraint the loss of the pair of centres is least without a gap",
    relation="as_reported",
    source="Theorem 2, (10)",
    domain=Domain(*CENTRES, lt(COSINE, 1), reach=PAIR_REACH),
    statement=gt(PAIR, ALIGNED),
)
def theorem(this: Claim):
    """Whatever the concentrations and the temperature, a gap Δ > 0 between the centres costs: w = cos Δ < 1.

    Equality holds for c_x = c_y alone, since unit vectors with c_x·c_y = 1 are equal. It is the loss of the one pair
    that sits at the centres, as N → ∞; `thm.2.population` speaks of all pairs.
    """
    d = Under(this.domain)
    sum_of_squares = d.sign(ge(Dot(c_x + c_y, c_x + c_y), 0))
    below = d.combine(ge(COSINE, -1), (sp.Rational(1, 2), sum_of_squares), by=InnerProducts())
    each = [d.use(direction, {nu: ORDER, w: COSINE, kappa: k}, given=[below]) for k in (kappa_x, kappa_y)]
    values = [d.use(pair), _value(c_x, d)]
    return d.show(this.statement, *each, *values)


# --- what is false ---------------------------------------------------------------------------------------------------


@claim(
    id="thm.2.monotone",
    title="The loss of the pair of centres decreases in the cosine of the gap",
    relation="ours",
    source="a reading of Theorem 2 that is false",
    domain=Domain(*CENTRE_SCALARS, u, w, u >= -1, w > u, w <= 1, reach={**PAIR_REACH, h: 4, beta: 60, u: 2}),
    statement=lt(of_pair(w), of_pair(u)),
)
def monotone(this: Claim):
    """A smaller gap need not have a smaller loss: for h = 3, β = κ_x = κ_y = 100 it rises from w = −1 to w = −0.9."""
    point = {h: 3, beta: 100, kappa_x: 100, kappa_y: 100, u: -1, w: Fraction(-9, 10)}
    return counterexample(this.statement, this.domain, point)


CLAIMS = (slope_in_w, tangents, concave, ends, direction, pair, theorem, monotone)
