"""Theorem 3 for the population, with a centre shared in C: bounds on the loss, in every dimension.

log M(√v) is concave in v, so that Jensen's inequality bounds the mean of log M(|κp + βDx|) by what needs two moments of
a von Mises–Fisher law, or, given the coordinate across C, by an integral over one variable. By these bounds laws that
share a centre beat the centres of the paper in dimensions where the loss itself would take a double integral.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Symbol, log, sqrt

from modgap.theory.bessel.bounds import upper_linear
from modgap.theory.bessel.functions import positive as bessel_positive
from modgap.theory.bessel.functions import ratio_positive, riccati
from modgap.theory.bessel.shape import FALLING, over_x_decreasing
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, part
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, h, kappa, nu, rho, z
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.subspaces import SharedLoss, across_mean, given_across, square_of_tilt
from modgap.theory.language.symbols import U1, U2, IvRatio, SphereMGF, order_of
from modgap.theory.subspace.perpendicular import A_AT, SCALARS, D, _slope_and_form
from modgap.theory.trusted import planes as trusted_plane
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted.planes import disc
from modgap.theory.under import Under

#: Where the tangent touches log M.
r = Symbol("r", positive=True)
SHARED = SharedLoss(h, rho, kappa, beta)
REACH = {h: 2, kappa: 3, beta: 3, r: 5}
TILT = square_of_tilt(rho, kappa, beta, U1, U2)
LOGS = log(SphereMGF(D, sqrt(TILT)))
OWN = log(SphereMGF(D, kappa))
#: −2β E xᵀDx for x ∼ vMF(p, κ): E (x·e)² = A(κ)/κ.
ALIGNED = -2 * beta * (1 - (1 - rho) * A_AT / kappa)
#: E |κp + βDx|².
MEAN_SQUARE = kappa**2 + 2 * kappa * beta * A_AT + beta**2 * (1 - (1 - rho**2) * A_AT / kappa)
CLOSED = ALIGNED + 2 * log(SphereMGF(D, sqrt(MEAN_SQUARE))) - 2 * OWN
GIVEN_ACROSS = across_mean(D, kappa, log(SphereMGF(D, sqrt(given_across(TILT, D, kappa)))))
CONDITIONAL = ALIGNED + 2 * GIVEN_ACROSS - 2 * OWN


@lemma
def _squared_length(d: Domain) -> Fact:
    """|κp + βDx|² is a sum of squares."""
    inner = Under(disc(d))
    rests = [(kappa + beta * U1) ** 2, beta**2 * rho**2 * U2**2]
    within = inner.asked(1 - U1**2 - U2**2 >= 0)
    return inner.combine(ge(TILT, 0), (beta**2, within), rests=rests)


@lemma
def _falling() -> Fact:
    """A(z)/z decreases."""
    return Under(h, h >= 3, z).use(part(over_x_decreasing.fact, FALLING), {nu: order_of(D)})


@cache
def _split(d: Domain) -> tuple[Fact, ...]:
    """What is averaged is the logarithm of M and the height over C, of which E (x·e)² = A/κ is known."""
    own = [(sp.Integer(2), LOGS), (-2 * beta, 1 - (1 - rho) * U2**2)]
    height = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), U2**2)]
    linear = [trusted_plane.plane_mean_is_linear(each, D, kappa, d) for each in (own, height)]
    axis = Under(h, h >= 3, z)
    equation = axis.use(riccati, {nu: order_of(D)})
    squares = trusted_subspace.axis_mean_of_square(*_slope_and_form(), equation, kappa, d)
    across = trusted_plane.plane_mean_of_square_across(D, kappa, d)
    return (trusted.definition(SHARED, d), *linear, squares, across)


@claim(
    id="thm.3.population.shared.tangent",
    title="The population loss with a shared centre, by a tangent",
    relation="ours",
    source="Theorem 3, for the population",
    domain=Domain(*SCALARS, r, reach=REACH),
    statement=le(
        SHARED, ALIGNED + 2 * log(SphereMGF(D, r)) + IvRatio(order_of(D), r) / r * (MEAN_SQUARE - r**2) - 2 * OWN
    ),
)
def tangent(this: Claim):
    """With a centre shared in C and equal coordinates the loss is bounded by two moments, for every r > 0.

    log M(√v) is concave, so log M(|κp + βDx|) ≤ log M(r) + (A(r)/2r)(|κp + βDx|² − r²), of which the mean needs
    E x·p = A(κ) and E (x·e)² = A(κ)/κ alone.
    """
    d = Under(this.domain)
    square = _squared_length(d)
    below = trusted_subspace.log_mgf_tangent(*_slope_and_form(), _falling(), square, r)
    steepness = IvRatio(order_of(D), r) / (2 * r)
    parts = [
        (log(SphereMGF(D, r)) + steepness * (kappa**2 + beta**2 - r**2), sp.S.One),
        (steepness * 2 * kappa * beta, U1),
        (-steepness * beta**2 * (1 - rho**2), U2**2),
    ]
    polynomial = sum((factor * of for factor, of in parts), sp.S.Zero)
    pointwise = Under(square.domain).show(le(LOGS, polynomial), below)
    logs = chain(
        trusted_plane.plane_mean_compares(pointwise, D, kappa, d),
        trusted_plane.plane_mean_is_linear(parts, D, kappa, d),
    )
    centre = trusted_plane.plane_mean_of_centre(D, kappa, d)
    cosine = trusted_subspace.axis_mean_of_cosine(*_slope_and_form(), kappa, d)
    at_r = d.use(ratio_positive, {nu: order_of(D), z: r})
    return d.show(this.statement, *_split(d), logs, centre, cosine, at_r)


@claim(
    id="thm.3.population.shared.upper",
    title="The population loss with a shared centre, from above, in closed form",
    relation="ours",
    source="Theorem 3, for the population",
    domain=Domain(*SCALARS, reach=REACH),
    statement=le(SHARED, CLOSED),
)
def upper(this: Claim):
    """The tangent that touches at r² = E |κp + βDx|²: the loss is at most that of Jensen's inequality.

    In floating point what is lost vanishes as κ → ∞ at a fixed ratio β/κ; no claim says so.
    """
    d = Under(this.domain)
    positives = (bessel_positive, ratio_positive, upper_linear)
    known = [d.use(c, {nu: order_of(D), z: kappa}) for c in positives]
    positive = d.show(gt(MEAN_SQUARE, 0), *known)
    root = d.show(gt(sqrt(MEAN_SQUARE), 0), positive, *known)
    return d.use(tangent, {r: sqrt(MEAN_SQUARE)}, given=[root, positive, *known])


@claim(
    id="thm.3.population.shared.conditional",
    title="The population loss with a shared centre, from above, by one integral",
    relation="ours",
    source="Theorem 3, for the population",
    domain=Domain(*SCALARS, reach=REACH),
    statement=le(SHARED, CONDITIONAL),
)
def conditional(this: Claim):
    """Jensen's inequality given the coordinate x·e across C: the bound is an integral over that coordinate alone.

    Given x·e = u, the mean of x·p is √(1−u²) A(κ√(1−u²)) with A of the order of one dimension less.
    """
    d = Under(this.domain)
    square = _squared_length(d)
    logs = trusted_plane.log_mgf_given_across(*_slope_and_form(), _falling(), square, kappa, d)
    return d.show(this.statement, *_split(d), logs)


CLAIMS = (tangent, upper, conditional)
