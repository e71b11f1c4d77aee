"""Theorem 3 for the population, given that the centres are orthogonal to C: the smaller of the two angles wins.

The laws are vMF(±e_A, κ) on A and vMF(±e_B, κ) on B with one concentration. What equal signs gain in the partition
functions, at most 4βρA(κ)² because A(z)/z decreases and is convex in z², is less than what opposite signs lose in the
coupling, at least that much.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Derivative, Expr, Symbol, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, lower_simple, on, upper
from modgap.theory.bessel.functions import A, ratio_facts, ratio_positive, riccati
from modgap.theory.bessel.shape import FALLING, increasing, over_x_decreasing, slope
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, part
from modgap.theory.kernel.equations import equation
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, h, kappa, nu, rho, z
from modgap.theory.language.relations import eq, ge, gt, le, lt
from modgap.theory.language.subspaces import OppositeBound, PerpendicularLoss, axis_mean, log_partition_across
from modgap.theory.language.symbols import U1, IvRatio, SphereMGF, order_of
from modgap.theory.subspace import centres as centre_pair
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted.analysis import linear_right, sign_from_zero
from modgap.theory.under import Under


@claim(
    id="bessel.ratio.over_x_convex.algebraic",
    title="Convexity of the ratio over its argument, without derivatives",
    relation="ours",
    source="what the population form of Theorem 3 needs; a consequence of Hadamard's product for z^(−ν) I_ν(z)",
    domain=FROM_MINUS_HALF,
    statement=trusted_subspace.convexity(nu, z, A),
)
def over_x_convex(this: Claim):
    """(2ν+4+2zA)((2ν+2)A/z + A² − 1) > 2A² for ν ≥ −½: 4z⁴ times the second derivative of A/z in z² is positive.

    That derivative y solves y' = −(2A + (2ν+6)/z) y + r with r = w(2A/z − w/2)/z³, w = A/z − A'; 0 < w < A/z, as A
    increases and A/z decreases. Near zero, y ≥ −A²/(2z⁴) ≥ −z^{−2}/(2(2ν+2)²).
    """
    d = Under(this.domain)
    w = (2 * nu + 2) * A / z + A**2 - 1
    y, p, q = ((2 * nu + 4 + 2 * z * A) * w - 2 * A**2) / (4 * z**4), 2 * nu + 6, 2 * A
    r = w * (2 * A / z - w / 2) / z**3
    ode, known = on(d, riccati), [*ratio_facts(d), *on(d, upper, lower_simple)]
    linear = equation(eq(Derivative(y, z), linear_right(y, p, q, r, z)), d, ode, known)
    slopes = on(d, slope, riccati, ratio_positive)
    between = [d.show(relation, *slopes) for relation in (gt(w, 0), gt(A / z, w))]
    bound = -1 / (2 * (2 * nu + 2) ** 2 * z**2)
    near = d.show(ge(y, -(A**2) / (2 * z**4)), *between, *on(d, ratio_positive))
    start = d.show(ge(-(A**2) / (2 * z**4), bound), *ratio_facts(d))
    found = sign_from_zero(
        linear,
        y,
        p,
        q,
        r,
        damping=d.show(ge(q, 0), *known),
        source=d.show(gt(r, 0), *between, *on(d, ratio_positive)),
        near=_reversed(chain(start, near)),
        order=d.show(gt(sp.expand(p - 2), 0)),
    )
    return d.show(this.statement, found)


def _reversed(fact: Fact) -> Fact:
    """Return b ≥ a from a ≤ b, as a relation of the same two sides."""
    left, right = fact.statement.args
    return Under(fact.domain).show(ge(right, left), fact)


# --- the odd part of the partition function --------------------------------------------------------------------------

s = Symbol("s", real=True)
D = h - 1
SCALARS = (h, h >= 3, rho, rho < 1, kappa, beta)
ENDS = log(SphereMGF(D, kappa + beta * rho)) - log(SphereMGF(D, kappa - beta * rho))


def across(u: Expr) -> Expr:
    """Return log M_{h−1}(|κe + βDx|) for x·e = u."""
    return log_partition_across(D, rho, kappa, beta, u)


@cache
def _slope_and_form() -> tuple[Fact, Fact]:
    """Return (log S)' = A and S = M in dimension h−1, for every z > 0."""
    axis = Under(h, h >= 3, z)
    first, second = (axis.use(fact, {h: D}) for fact in centre_pair.slope_and_form())
    return first, second


@cache
def shared_facts() -> tuple[Fact, Fact, Fact, Fact]:
    """Return (log S)' = A, S = M, (A/z)' < 0 and A' > 0 in dimension h−1, for every z > 0."""
    axis, order = Under(h, h >= 3, z), {nu: order_of(D)}
    falling = axis.use(part(over_x_decreasing.fact, FALLING), order)
    return (*_slope_and_form(), falling, axis.use(increasing, order))


@claim(
    id="thm.3.odd_part",
    title="The odd part of the log partition function is at most its chord",
    relation="ours",
    source="Theorem 3, for the population",
    domain=Domain(*SCALARS, s, s >= 0, s <= 1, reach={h: 8, kappa: 20, beta: 20, s: 1}),
    statement=le(across(s) - across(-s), s * ENDS),
)
def odd_part(this: Claim):
    """F(s) − F(−s) ≤ s (log M(κ+βρ) − log M(κ−βρ)) for the log partition function F at height s = x·e over C."""
    order = {nu: order_of(D)}
    axis = Under(h, h >= 3, z)
    falling = axis.use(part(over_x_decreasing.fact, FALLING), order)
    convex = axis.use(over_x_convex, order)
    scalars = (kappa, beta, rho)
    return trusted_subspace.odd_part_below_chord(*_slope_and_form(), falling, convex, scalars, s, this.domain)


# --- the population --------------------------------------------------------------------------------------------------

A_AT = IvRatio(order_of(D), kappa)
OPPOSITE, ALONG = OppositeBound(h, rho, kappa, beta), PerpendicularLoss(h, rho, kappa, beta)


@claim(
    id="thm.3.population.perp",
    title="Centres orthogonal to the intersection: the smaller angle beats a bound on the larger one's population loss",
    relation="narrower",
    source="Theorem 3, for the population, with its conclusion c ⟂ C made a hypothesis",
    domain=Domain(*SCALARS, rho > 0, reach={h: 8, kappa: 10, beta: 10}),
    statement=gt(OPPOSITE, ALONG),
)
def perp(this: Claim):
    """With one concentration and centres ±e_A, ±e_B the population loss is less for the gap φ than for π − φ, φ < π/2.

    The right side is the loss for equal signs under the identity coupling, the best one; the left side bounds that for
    opposite signs from below, whatever the coupling (`thm.3.population.coupling`, m = 2A(κ)). What equal signs lose in
    the partition functions is at most 2A (log M(κ+βρ) − log M(κ−βρ)) < 4βρA², which they gain in the coupling.
    """
    d = Under(this.domain)
    parts = {"height": 1 - (1 - rho) * U1**2, "along": across(U1), "opposite": across(-U1)}
    defined = [d.use(bessel.positive, {nu: order_of(D), z: kappa})]
    means = [trusted.definition(symbol, d, defined) for symbol in (OPPOSITE, ALONG)]
    for key in ("along", "opposite"):
        weighted = [(sp.Integer(2), parts[key]), (-2 * beta, parts["height"])]
        means.append(trusted_subspace.axis_mean_is_linear(weighted, D, kappa, d))
    difference = [(sp.S.One, parts["along"]), (sp.S.NegativeOne, parts["opposite"])]
    odd = trusted_subspace.axis_mean_is_linear(difference, D, kappa, d)
    bound = trusted_subspace.axis_mean_of_odd(odd_part.fact, s, D, kappa, d)
    cosine = trusted_subspace.axis_mean_of_cosine(*_slope_and_form(), kappa, d)
    positive = d.use(ratio_positive, {nu: order_of(D), z: kappa})
    at = {h: D, centre_pair.k: kappa, centre_pair.b: beta * rho}
    chord = d.use(part(centre_pair.increment.fact, centre_pair.CHORD), at)
    below = d.show(lt(ENDS * axis_mean(D, kappa, U1), 2 * beta * rho * A_AT**2), chord, cosine, positive)
    return d.show(this.statement, *means, odd, bound, below)


CLAIMS = (over_x_convex, odd_part, perp)
