"""The preferred angle: how the population loss of two cones in two hyperplanes depends on the angle between these.

x ∼ vMF(e_A, κ) on A and y ∼ vMF(e_B, κ) on B are coupled by equal coordinates, the best coupling. The paper's Theorems
3 and 4 want the loss to fall as the hyperplanes close. It is convex in the cosine of their angle, so that it has one
valley; a right angle is never at its bottom; and at CLIP's size that lies near 84°, far from 0.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp
from sympy import Expr, Rational, Symbol, sqrt

from modgap.theory.bessel.functions import ratio_positive, riccati
from modgap.theory.cone.lemmas import at_least_one, over_x
from modgap.theory.evidence.rules import certify, counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, h, kappa, nu, rho, z
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.subspaces import AngleSlope, PerpendicularLoss, angle_slope_at, log_partition_across
from modgap.theory.language.symbols import U1, IvRatio, SphereMGF, order_of
from modgap.theory.subspace.concentrated import _defined
from modgap.theory.subspace.hot import SLOPE_AT
from modgap.theory.subspace.perpendicular import A_AT, D, s, shared_facts
from modgap.theory.subspace.population import on
from modgap.theory.trusted import calculus as trusted_calculus
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted.calculus import R
from modgap.theory.under import Under

#: Further cosines of the angle between the hyperplanes.
sigma, m = Symbol("sigma", nonnegative=True), Symbol("m", nonnegative=True)
REACH = {h: 8, kappa: 10, beta: 10}


def loss(cosine: Expr, dim: Expr = h) -> PerpendicularLoss:
    """Return the loss at a cosine of the angle between the hyperplanes."""
    return PerpendicularLoss(dim, cosine, kappa, beta)


def partition(cosine: Expr, u: Expr) -> Expr:
    """Return log M_{h−1}(|κe + βDx|) for x·e = u."""
    return log_partition_across(D, cosine, kappa, beta, u)


def square(cosine: Expr, u: Expr) -> Expr:
    """Return |κe + βDx|²."""
    return partition(cosine, u).args[0].args[1] ** 2


# --- convexity -------------------------------------------------------------------------------------------------------

#: What a length is compared with: r > 0, and a number p whose square is at most w.
r, p, w = Symbol("r", positive=True), Symbol("p", real=True), Symbol("w", nonnegative=True)


@cache
def _ratio() -> Fact:
    """A(z) = z a(z), A of the order (h−3)/2."""
    d, order = Under(h, h >= 3, z), {nu: order_of(D)}
    quotient = d.use(over_x, order)
    positive = d.use(ratio_positive, order)
    times = d.show(eq(IvRatio(order_of(D), z), z * quotient.statement.lhs), quotient, positive)
    return substitute(times, trusted.definition(quotient.statement.lhs, d))


@cache
def _support() -> Fact:
    """log M(√w) ≥ log M(r) + r a(r)(p − r) where p² ≤ w: log M increases and is convex."""
    d = Under(h, h >= 3, r, p, w, p**2 <= w)
    slope, form, _, rising = shared_facts()
    grows = trusted_subspace.log_mgf_grows(d.show(le(p**2, w)), D)
    support = chain(trusted_subspace.log_mgf_support(slope, form, rising, p, r, d), grows)
    return substitute(support, d.use(_ratio(), {z: r}))


COSINES = (h, h >= 3, rho, rho < 1, sigma, sigma < 1, kappa, beta)


def each(cosine: Expr, u: Expr) -> Expr:
    """Return what the loss averages: 2 log M(|κe + βDx|) − 2β xᵀDx for x·e = u."""
    return 2 * partition(cosine, u) - 2 * beta * (1 - (1 - cosine) * u**2)


def slope_at(u: Expr) -> Expr:
    """Return the slope of that in the cosine ρ."""
    return angle_slope_at(u, h, rho, kappa, beta)


@cache
def _tangent() -> Fact:
    """What is averaged at σ lies above its tangent at ρ, for −1 < x·e = s ≤ 1."""
    d = Under(*COSINES, s, s > -1, s <= 1)
    own, other, line = square(rho, s), square(sigma, s), kappa + beta * rho * s
    inner = line * (kappa + beta * sigma * s) + beta**2 * (1 - s**2)
    positive = d.use(_length_positive())
    rest = beta**2 * (1 - s) * (1 + s) * (beta * s * (sigma - rho)) ** 2 / own
    schwarz = d.combine(le(inner**2 / own, other), rests=[rest], given=[positive])
    rests = [(kappa + beta * sigma * s) ** 2, beta**2 * (1 - s) * (1 + s)]
    not_negative = d.combine(ge(other, 0), rests=rests)
    at = {r: sqrt(own), p: inner / sqrt(own), w: other}
    above = d.use(_support(), at, given=[positive, schwarz, not_negative])
    given = [positive, _mgf_positive(sqrt(own), d, positive)]
    return d.combine(le(each(rho, s) + (sigma - rho) * slope_at(s), each(sigma, s)), (2, above), given=given)


def _mgf_positive(at: Expr, d: Domain, square: Fact) -> Fact:
    """Return M_{h−1}(√v) > 0 from v > 0."""
    here = Under(d)
    above = here.show(ge(order_of(D), -1))
    least = here.use(at_least_one, {nu: order_of(D), R: at}, given=[square, above])
    return here.show(gt(SphereMGF(D, at), 0), least)


@cache
def _length_positive() -> Fact:
    """|κe + βDx|² > 0 for −1 < x·e ≤ 1."""
    d = Under(h, h >= 3, rho, rho < 1, kappa, beta, s, s > -1, s <= 1)
    rests = [(1 + s) * (kappa + beta * rho) ** 2 / 2, (1 - s) * (kappa - beta * rho) ** 2 / 2]
    rests.append(beta**2 * (1 - s) * (1 + s) * (1 - rho) * (1 + rho))
    return d.combine(gt(square(rho, s), 0), rests=rests)


SLOPE = AngleSlope(h, rho, kappa, beta)


@claim(
    id="thm.3.angle.tangent",
    title="The loss of two like cones about e_A and e_B lies above its tangents in the cosine of their angle",
    relation="ours",
    source="Theorems 3 and 4, whose conditions (A7) and (A9) want the loss to fall as the angle does",
    domain=Domain(*COSINES, reach=REACH),
    statement=ge(loss(sigma), loss(rho) + (sigma - rho) * SLOPE),
)
def tangent(this: Claim):
    """𝓛(σ) ≥ 𝓛(ρ) + (σ − ρ) S(ρ) for all cosines ρ, σ of the angle, and every h, κ and β: the sign of S decides.

    κe + βDx is linear in the cosine, and log M of the length of a vector is convex; the rest is linear in the cosine.
    Where S(ρ) ≥ 0 no smaller angle is better, where S(ρ) ≤ 0 no larger one: the loss has one valley.
    """
    d = Under(this.domain)
    compared = trusted_subspace.axis_mean_compares(_tangent(), s, D, kappa, d)
    parts = [(sp.S.One, each(rho, U1)), (sigma - rho, slope_at(U1))]
    apart = substitute(compared, trusted_subspace.axis_mean_is_linear(parts, D, kappa, d))
    values = [trusted.definition(symbol, d) for symbol in (loss(sigma), loss(rho), SLOPE)]
    return d.show(this.statement, apart, *values)


@claim(
    id="thm.3.angle.convex",
    title="The loss of two like cones about e_A and e_B is convex in the cosine of their angle",
    relation="ours",
    source="Theorems 3 and 4, whose conditions (A7) and (A9) want the loss to fall as the angle does",
    domain=Domain(*COSINES, m, rho <= m, m <= sigma, reach=REACH),
    statement=le((sigma - rho) * loss(m), (sigma - m) * loss(rho) + (m - rho) * loss(sigma)),
)
def convex(this: Claim):
    """Between two cosines ρ ≤ m ≤ σ the loss is at most on the chord: it lies above its tangent at m at both ends.

    So where it is less at m than at ρ and at σ, no cosine outside [ρ, σ] is as good.
    """
    d = Under(this.domain)
    below = d.show(lt(m, 1))
    low, high = (d.use(tangent, {rho: m, sigma: end}, given=[below]) for end in (rho, sigma))
    return d.combine(this.statement, (sigma - m, low), (m - rho, high))


# --- a right angle ----------------------------------------------------------------------------------------------------

RIGHT = loss(sp.S.Zero)
SMALL = lt(beta * rho * A_AT / kappa, 2 * SLOPE_AT)


@cache
def _opening() -> tuple[Fact, Fact]:
    """What is averaged at ρ lies below a tangent in |κe + βDx|², whose slope a(r), r at a right angle, is ≤ A(κ)/κ."""
    d = Under(h, h >= 3, rho, rho < 1, kappa, beta, s, s >= -1, s <= 1)
    own, at_right = square(rho, s), square(sp.S.Zero, s)
    slope, form, falling, _ = shared_facts()
    rests = [(kappa + beta * rho * s) ** 2, beta**2 * (1 - s) * (1 + s)]
    not_negative = d.combine(ge(own, 0), rests=rests)
    below = trusted_subspace.log_mgf_tangent(slope, form, falling, not_negative, sqrt(at_right))
    order = [d.show(relation) for relation in (gt(kappa, 0), le(kappa, sqrt(at_right)))]
    less = trusted_calculus.decreases(falling, kappa, sqrt(at_right), order, d, [])
    return below, less


def at_right_angle(u: Expr) -> Expr:
    """Return a(r), r = |κe + βDx| at ρ = 0 and x·e = u: an even function of u."""
    length = sqrt(square(sp.S.Zero, u))
    return SphereMGF(D + 2, length) / (D * SphereMGF(D, length))


@claim(
    id="thm.3.angle.right",
    title="For two like cones about e_A and e_B an explicit range of angles below a right one beats it",
    relation="ours",
    source="Theorem 3, for the population with centres orthogonal to C and equal concentrations",
    domain=Domain(h, h >= 3, rho, rho > 0, rho < 1, kappa, beta, SMALL, reach=REACH),
    statement=lt(loss(rho), RIGHT),
)
def right(this: Claim):
    """For 0 < cos φ < 2κA'(κ)/(βA(κ)) the loss is below that of orthogonal hyperplanes, for every h, κ and β.

    log M is concave in the square of its argument, so that 𝓛(ρ) − 𝓛(0) ≤ E[(2κβρu + β²ρ²u²) a(r) − 2βρu²] with
    r² = κ² + β²(1 − u²). As a(r) ≤ A/κ is even in u and the law leans to u > 0, that is at most −2βρA' + β²ρ²A/κ.
    """
    d = Under(this.domain)
    below, less = _opening()
    inside = Under(below.domain)
    at = sqrt(square(sp.S.Zero, s))
    positive = [inside.show(gt(square(sp.S.Zero, s), 0))]
    in_quotients = inside.use(_ratio(), {z: at}, given=positive)
    below, less = (substitute(fact, in_quotients) for fact in (below, less))
    given = [
        *positive,
        _mgf_positive(at, inside, positive[0]),
        *_defined(inside, kappa),
        inside.use(ratio_positive, {nu: order_of(D), z: kappa}),
    ]
    slope, over = at_right_angle(s), A_AT / kappa
    less = inside.combine(le(slope, over), (1, less), given=given)
    line = each(sp.S.Zero, s) + 2 * kappa * beta * rho * (s * slope) + (beta**2 * rho**2 * over - 2 * beta * rho) * s**2
    pointwise = inside.combine(le(each(rho, s), line), (2, below), (beta**2 * rho**2 * s**2, less), given=given)
    compared = trusted_subspace.axis_mean_compares(pointwise, s, D, kappa, d)
    parts = [(sp.S.One, each(sp.S.Zero, U1)), (2 * kappa * beta * rho, U1 * at_right_angle(U1))]
    parts.append((beta**2 * rho**2 * over - 2 * beta * rho, U1**2))
    means = trusted_subspace.axis_mean_is_linear(parts, D, kappa, d)
    half = Under(h, h >= 3, rho, rho < 1, kappa, beta, s, s >= 0, s <= 1)
    given = [half.use(fact) for fact in given]
    chord = half.combine(le(s * slope, over * s), (s, half.use(less)), given=given)
    odd = trusted_subspace.axis_mean_of_odd(chord, s, D, kappa, d)
    mgf_slope, form, *_ = shared_facts()
    cosine = trusted_subspace.axis_mean_of_cosine(mgf_slope, form, kappa, d)
    equation = Under(h, h >= 3, z).use(riccati, {nu: order_of(D)})
    squares = trusted_subspace.axis_mean_of_square(mgf_slope, form, equation, kappa, d)
    own = d.use(ratio_positive, {nu: order_of(D), z: kappa})
    values = [trusted.definition(symbol, d) for symbol in (loss(rho), RIGHT)]
    return d.show(this.statement, compared, means, odd, cosine, squares, own, *values, d.asked(SMALL))


# --- at CLIP's size ---------------------------------------------------------------------------------------------------

CLIP = sp.Integer(512)
#: CLIP ViT-B/16 on MSCOCO: κ fitted to its images and texts, and its inverse temperature.
CLIP_SIZE = {kappa: (Fraction(777), Fraction(777)), beta: (Fraction(100), Fraction(100))}
#: Cosines of 84.9°, 83.63° and 82.5°, rounded.
WIDER, BEST, NARROWER = (Rational(numerator, 10_000) for numerator in (889, 1110, 1306))


@claim(
    id="thm.3.angle.clip",
    title="At CLIP's size the loss of like cones about e_A, e_B at cos φ = 0.111 is below those at 0.0889 and 0.1306",
    relation="ours",
    source="Theorem 3, whose condition (A7) wants the smallest angle that there is",
    domain=on(CLIP_SIZE),
    statement=all_of(lt(loss(BEST, CLIP), loss(WIDER, CLIP)), lt(loss(BEST, CLIP), loss(NARROWER, CLIP))),
)
def clip(this: Claim):
    """At h = 512, κ = 777, τ = 0.01 the loss at cos φ = 0.111 is below that at 0.0889 and at 0.1306.

    As the loss is convex in cos φ (`thm.3.angle.convex`), every best angle is between these: 82.4° < φ < 85°.
    """
    return certify(this.statement, CLIP_SIZE)


@claim(
    id="thm.3.angle",
    title="In 512 dimensions the loss of two like cones about e_A and e_B falls as their angle closes",
    relation="false_as_reported",
    source="Theorem 3, condition (A7), for the population with centres orthogonal to C and equal concentrations",
    domain=Domain(rho, sigma, rho <= sigma, sigma < 1, kappa, beta, reach={kappa: 900, beta: 100}),
    statement=le(loss(sigma, CLIP), loss(rho, CLIP)),
)
def closing(this: Claim):
    """False at CLIP's size: at h = 512, κ = 777, τ = 0.01 the loss is −90.657 at 83.6° and −89.656 at 20°.

    So among pairs of hyperplanes that make an angle of at least φ_min = 20° the best do not have Δ = φ_min.
    """
    at = {rho: Fraction(1110, 10_000), sigma: Fraction(93969, 100_000), kappa: 777, beta: 100}
    return counterexample(this.statement, this.domain, at)


CLAIMS = (tangent, convex, right, clip, closing)
