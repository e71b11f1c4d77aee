"""Theorem 2: under the cone constraint the loss of the pair of centres is least where the centres agree.

One direction of that loss is J_ν(w; κ, β), w = cos Δ. It is strictly concave in w, so that its minimum over [−1, 1] is
at an end, and the end w = 1 is the lower one, because log M_h grows by less than 1 per unit of its argument. That J is
concave and not decreasing is why descent can be held at the widest gap: see `theory.cone.trap`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp
from sympy import Derivative, Eq, Expr, Integral, Symbol, log
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, HALF, on, upper_one
from modgap.theory.bessel.functions import A, nu, z
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
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, specialise, substitute
from modgap.theory.kernel.equations import rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, counterexample, identity, sign
from modgap.theory.language.cones import CentrePairLoss, ConeLoss, ConeSlope, length
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.symbols import Dot, IvRatio, Norm
from modgap.theory.sphere import vmf
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R, integral_of_slope, mean_value_bound, tangent_in_square

kappa, beta = vmf.kappa, Symbol("beta", positive=True)
u, w, s = sp.symbols("u w s", real=True)
#: Draws of u ≥ −1 reach up to 1.
REACH = {nu: 8, kappa: 60, beta: 60, u: 2}
CONE = (nu, kappa, beta, nu >= -HALF)
CHORD = Domain(*CONE, u, w, u >= -1, w > u, w <= 1, reach=REACH)


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
    title="Slope of the loss in the cosine of the gap",
    relation="as_reported",
    source="Theorem 2",
    domain=Domain(*CONE, w, Gt(kappa**2 + 2 * kappa * beta * w + beta**2, 0), reach={**REACH, w: 1}),
    statement=sp.And(
        Eq(Derivative(loss(w), w), steepness(w), evaluate=False),
        Eq(steepness(w), beta * (kappa * IvRatio(nu, AT_W) / AT_W - 1), evaluate=False),
        evaluate=False,
    ),
)
def slope_in_w(this: Claim):
    """dJ/dw = S(w) = β(κ A_ν(m)/m − 1), m = √(κ² + 2κβw + β²), wherever m > 0, that is but for κ = β and w = −1."""
    return _slopes(this.domain)


@cache
def _slopes(d: Domain) -> Fact:
    """Return dJ/dw = S and what S is, by the derivatives of Bessel functions."""
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    above = arithmetic(Gt(nu, -1, evaluate=False), d)
    form, ratio, known = (
        specialise(fact.fact, {z: AT_W}, d, given=[above]) for fact in (bessel_form, over_x, bessel.positive)
    )
    scaled = loss(w).definition().xreplace({form.statement.rhs: form.statement.lhs})
    at_kappa = specialise(positive()[0], {R: kappa}, d)
    right = beta * (kappa * IvRatio(nu, AT_W) / AT_W - 1)
    derived = identity(Eq(Derivative(scaled, w), right, evaluate=False), d, ring, given=[known, at_kappa])
    of_loss = substitute(derived, form, flip(trusted.definition(loss(w), d)))
    of_slope = substitute(trusted.definition(steepness(w), d), ratio)
    same = Eq(of_slope.statement.rhs, right, evaluate=False)
    value = chain(of_slope, identity(same, d, given=[known]))
    return both(chain(of_loss, flip(value)), value)


@cache
def tangent(at: Expr, to: Expr, d: Domain, apart: type | None = None) -> Fact:
    """Return J(to) − J(at) ≤ S(at)(to − at) for points of [−1, ∞).

    It is strict if `apart` is the relation (<, > or ≠) in which the hypotheses put the points.
    """
    p, q = (length(kappa, beta, sp.sympify(point)) for point in (at, to))
    relations = [Ge(p, 0, evaluate=False), Ge(q, 0, evaluate=False)]
    if apart:
        relations.append(Lt(q, p, evaluate=False) if apart is Gt else apart(p, q, evaluate=False))
    known = [arithmetic(relation, d) for relation in relations]
    even = tangent_in_square(part(slope.fact, IN_SQUARE), part(slope.fact, CONCAVE), p, q, known, d, positive())
    statement = (Lt if apart else Le)(loss(to) - loss(at), steepness(at) * (to - at), evaluate=False)
    return arithmetic(statement, d, [even, *definitions(d, at, to)])


BELOW_FIRST = Lt(loss(w) - loss(u), steepness(u) * (w - u), evaluate=False)
ABOVE_LAST = Gt(loss(w) - loss(u), steepness(w) * (w - u), evaluate=False)


@claim(
    id="thm.2.tangent",
    title="Chords of the loss lie between its tangents",
    relation="ours",
    source="Theorem 2",
    domain=CHORD,
    statement=sp.And(BELOW_FIRST, ABOVE_LAST, evaluate=False),
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
    title="The loss is strictly concave in the cosine of the gap",
    relation="as_reported",
    source="Theorem 2; κ = β included",
    domain=Domain(*CONE, u, w, s, u >= -1, w > u, w <= 1, s > 0, s < 1, reach=REACH),
    statement=Gt(loss(BETWEEN), (1 - s) * loss(u) + s * loss(w), evaluate=False),
)
def concave(this: Claim):
    """J((1−s)u + sw) > (1−s)J(u) + sJ(w): both ends lie below the tangent in between."""
    d, between = this.domain, Symbol("v", real=True)
    there = Domain(*d.symbols, between, *d.conditions, between >= -1, between > u, between < w)
    below = [tangent(between, u, there, Gt), tangent(between, w, there, Lt)]
    inside = [
        arithmetic(relation, d)
        for relation in (
            Ge(BETWEEN, -1, evaluate=False),
            Gt(BETWEEN, u, evaluate=False),
            Lt(BETWEEN, w, evaluate=False),
        )
    ]
    here = [specialise(fact, {between: BETWEEN}, d, given=inside) for fact in below]
    return arithmetic(this.statement, d, here)


# --- the two ends ----------------------------------------------------------------------------------------------------

SCALARS = Domain(*CONE, reach={nu: 3, kappa: 8, beta: 8})
BY_INTEGRAL = Eq(loss(-1) - loss(1), 2 * beta - Integral(A, (z, sp.Abs(kappa - beta), kappa + beta)), evaluate=False)
HIGHER = Gt(loss(-1) - loss(1), 0, evaluate=False)


@claim(
    id="thm.2.ends",
    title="The widest gap against none",
    relation="as_reported",
    source="Theorem 2",
    domain=SCALARS,
    statement=sp.And(BY_INTEGRAL, HIGHER, evaluate=False),
)
def ends(this: Claim):
    """J(−1) − J(1) = 2β − ∫ A from |κ−β| to κ+β, which is positive: A < 1, and the interval is no longer than 2β."""
    d = this.domain
    p, q = length(kappa, beta, sp.S.NegativeOne), length(kappa, beta, sp.S.One)
    order = [arithmetic(relation, d) for relation in (Ge(p, 0, evaluate=False), Lt(p, q, evaluate=False))]
    rises = part(slope.fact, RISES)
    (below_one,) = on(FROM_MINUS_HALF, upper_one)
    growth = mean_value_bound(rises, below_one, p, q, order, d, positive())
    area = integral_of_slope(rises, p, q, order, d, positive())
    values = definitions(d, sp.S.NegativeOne, sp.S.One)
    difference = Eq(loss(-1) - loss(1), 2 * beta - area.statement.lhs, evaluate=False)
    squares = [
        identity(Eq(p, sp.Abs(kappa - beta), evaluate=False), d, PerfectSquares()),
        identity(Eq(q, kappa + beta, evaluate=False), d, PerfectSquares()),
    ]
    exact = substitute(arithmetic(difference, d, [area, *values]), *squares)
    return both(exact, arithmetic(HIGHER, d, [growth, *values]))


@claim(
    id="thm.2.direction",
    title="One direction of the loss is least without a gap",
    relation="as_reported",
    source="Theorem 2",
    domain=Domain(*CONE, w, w >= -1, w < 1, reach=REACH),
    statement=Gt(loss(w), loss(1), evaluate=False),
)
def direction(this: Claim):
    """J(w) > J(1) for −1 ≤ w < 1: J lies above its chord from −1 to 1, and J(−1) > J(1)."""
    d = this.domain
    below = [tangent(w, sp.sympify(end), d) for end in (-1, 1)]
    return arithmetic(this.statement, d, [*below, specialise(part(ends.fact, HIGHER), {}, d)])


# --- the pair of centres ---------------------------------------------------------------------------------------------

h = vmf.h
c_x, c_y = sp.symbols("c_x c_y")
kappa_x, kappa_y = sp.symbols("kappa_x kappa_y", positive=True)
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
    statement=Eq(PAIR, of_pair(COSINE), evaluate=False),
)
def pair(this: Claim):
    """The loss of the pair (c_x, c_y), less 2 log N, is J(w; κ_y) + J(w; κ_x) with w = c_x·c_y, as N → ∞.

    It is the population loss of that pair, with y ∼ vMF(c_y, κ_y) and x ∼ vMF(c_x, κ_x) in its partition functions.
    """
    return _value(c_y, this.domain)


def _value(other: Expr, d: Domain) -> Fact:
    """Return the loss of the pair (c_x, c) as a sum of two J, where c is c_y or c_x itself."""
    cosine = Dot(c_x, other) if other != c_x else sp.S.One
    symbol = CentrePairLoss(h, beta, c_x, kappa_x, other, kappa_y)
    means = [_partition(kappa_y, other, c_x, cosine, d), _partition(kappa_x, c_x, other, cosine, d)]
    same = identity(Eq(Dot(c_x, other), cosine, evaluate=False), d, InnerProducts())
    values = [trusted.definition(ConeLoss(ORDER, cosine, k, beta), d) for k in (kappa_x, kappa_y)]
    known = [trusted.definition(symbol, d), *means, same, *values]
    return arithmetic(Eq(symbol, of_pair(cosine), evaluate=False), d, known)


def _length_of(vector: Expr, size: Expr, d: Domain) -> Fact:
    """Return |κc + βc'| = √(κ² + 2κβw + β²), by bilinearity."""
    square = sign(Ge(Dot(vector, vector), 0, evaluate=False), d)
    radicand = combination(Ge(size**2, 0, evaluate=False), d, [(sp.S.One, square)], by=InnerProducts())
    return identity(Eq(Norm(vector), size, evaluate=False), d, InnerProducts(), given=[radicand])


def _length_of_sum(vector: Expr, total: Expr, size: Expr, d: Domain) -> Fact:
    """Return |κc + βc| = κ + β, written as the root of its square."""
    straight = identity(Eq(Norm(vector), total, evaluate=False), d, InnerProducts())
    return chain(straight, identity(Eq(total, size, evaluate=False), d, PerfectSquares()))


P, Q = sp.symbols("p q", positive=True)


@cache
def log_of_quotient() -> Fact:
    """Return log(p/q) = log p − log q."""
    return identity(Eq(log(P / Q), log(P) - log(Q), evaluate=False), Domain(P, Q), Logarithms())


def _partition(concentration: Expr, centre: Expr, other: Expr, cosine: Expr, d: Domain) -> Fact:
    """Return log E e^{β c'·x} = log M_h(√(κ² + 2κβw + β²)) − log M_h(κ) for x ∼ vMF(c, κ), w = c·c'."""
    vector = concentration * centre + beta * other
    mean = specialise(vmf_mgf.fact, {vmf.c: centre, vmf.t: beta * other, vmf.kappa: concentration}, d)
    size = length(concentration, beta, cosine)
    same = _length_of(vector, size, d) if other != centre else _length_of_sum(vector, concentration + beta, size, d)
    found = [specialise(positive_in_dimension(), {R: point}, d) for point in (Norm(vector), concentration)]
    logs = specialise(log_of_quotient(), dict(zip((P, Q), (f.statement.lhs for f in found), strict=True)), d, found)
    return substitute(substitute(logs, flip(mean)), same)


@claim(
    id="thm.2",
    title="Under the cone constraint the loss of the pair of centres is least without a gap",
    relation="as_reported",
    source="Theorem 2, (10)",
    domain=Domain(*CENTRES, Lt(COSINE, 1, evaluate=False), reach=PAIR_REACH),
    statement=Gt(PAIR, ALIGNED, evaluate=False),
)
def theorem(this: Claim):
    """Whatever the concentrations and the temperature, a gap Δ > 0 between the centres costs: w = cos Δ < 1.

    Equality holds for c_x = c_y alone, since unit vectors with c_x·c_y = 1 are equal. It is the loss of the one pair
    that sits at the centres, as N → ∞; `thm.2.population` speaks of all pairs.
    """
    d = this.domain
    sum_of_squares = sign(Ge(Dot(c_x + c_y, c_x + c_y), 0, evaluate=False), d)
    below = combination(Ge(COSINE, -1, evaluate=False), d, [(sp.Rational(1, 2), sum_of_squares)], by=InnerProducts())
    each = [specialise(direction.fact, {nu: ORDER, w: COSINE, kappa: k}, d, given=[below]) for k in (kappa_x, kappa_y)]
    values = [specialise(pair.fact, {}, d), _value(c_x, d)]
    return arithmetic(this.statement, d, [*each, *values])


# --- what is false ---------------------------------------------------------------------------------------------------


@claim(
    id="thm.2.monotone",
    title="The loss of the pair of centres decreases in the cosine of the gap",
    relation="ours",
    source="a reading of Theorem 2 that is false",
    domain=Domain(*CENTRE_SCALARS, u, w, u >= -1, w > u, w <= 1, reach={**PAIR_REACH, h: 4, beta: 60, u: 2}),
    statement=Lt(of_pair(w), of_pair(u), evaluate=False),
)
def monotone(this: Claim):
    """A smaller gap need not have a smaller loss: for h = 3, β = κ_x = κ_y = 100 it rises from w = −1 to w = −0.9."""
    point = {h: 3, beta: 100, kappa_x: 100, kappa_y: 100, u: -1, w: Fraction(-9, 10)}
    return counterexample(this.statement, this.domain, point)


CLAIMS = (slope_in_w, tangents, concave, ends, direction, pair, theorem, monotone)
