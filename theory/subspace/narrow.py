"""The preferred angle of narrow cones: the loss as a parabola in the cosine, with explicit remainders.

For κ > β everything that log M is asked for lies in [κ − β, κ + β], where it is nearly linear: its second derivative
A' is between A'(κ + β) and A'(κ − β). So the loss is −2βρA'(κ) + A'β²ρ² up to what does not depend on ρ, least near
ρ = 1/β = τ.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Expr, Symbol, log, sqrt

from modgap.theory.bessel.bounds import upper_one
from modgap.theory.bessel.functions import nu, ratio_positive, riccati, z
from modgap.theory.bessel.functions import positive as bessel_positive
from modgap.theory.bessel.shape import concave
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import specialise, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination
from modgap.theory.language.domain import Domain
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.symbols import U1, IvRatio, SphereMGF, order_of
from modgap.theory.sphere.vmf import kappa
from modgap.theory.subspace.centres import beta, h, rho
from modgap.theory.subspace.concentrated import _along_in_means, _defined
from modgap.theory.subspace.perpendicular import A_AT, D, s, shared_facts
from modgap.theory.subspace.preferred import loss, partition, square
from modgap.theory.trusted import calculus as trusted_calculus
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.under import Under

#: What log M is asked for lies in [κ − β, κ + β]: above k, below q.
k, q = Symbol("k", positive=True), Symbol("q", positive=True)
NARROW = (h, h >= 3, rho, rho < 1, kappa, beta)
REACH = {h: 8, kappa: 40, beta: 5, k: 40, q: 60}
#: E (1 − u²) for u = x·e.
SPREAD = (h - 2) * A_AT / kappa
LOW, HIGH = (*NARROW, k, le(k + beta, kappa)), (*NARROW, q, ge(q, kappa + beta), gt(kappa, beta))


def slope(at: Expr) -> Expr:
    """Return A'(z) by the Riccati equation."""
    ratio = IvRatio(order_of(D), at)
    return 1 - ratio**2 - (h - 2) * ratio / at


def parabola(curvature: Expr, across: Expr) -> Expr:
    """Return −2β E(1−u²) − 2βρA'(κ) + curvature · β²ρ² E u² + β² E(1−u²) · across."""
    own = -2 * beta * SPREAD - 2 * beta * rho * slope(kappa)
    return own + curvature * beta**2 * rho**2 * (1 - SPREAD) + beta**2 * SPREAD * across


@cache
def _facts() -> tuple[Fact, ...]:
    """Return (log S)' = A, S = M, (A/z)' < 0, A'' < 0 and the Riccati equation, for every z > 0."""
    axis, order = Domain(h, h >= 3, z), {nu: order_of(D)}
    first, form, falling, _ = shared_facts()
    bending, equation = (specialise(fact, order, axis) for fact in (concave.fact, riccati.fact))
    return first, form, falling, bending, equation


@cache
def _heights() -> tuple[Domain, Expr, dict[str, Fact]]:
    """Return the heights s = x·e, w = κ + βρs, and 0 < k ≤ w, k ≤ κ."""
    d = Domain(*LOW, s, s >= -1, s <= 1)
    w = kappa + beta * rho * s
    relations = {
        "k": gt(k, 0),
        "below": le(k, w),
        "kappa below": le(k, kappa),
        "w": gt(w, 0),
    }
    return d, w, {name: arithmetic(relation, d) for name, relation in relations.items()}


def _compared(pointwise: Fact, curvature: Expr, across: Expr, d: Domain) -> Fact:
    """Return what the mean of log M(|κe + βDx|) is compared with: log M(κ), A·βρu, curvature and across terms."""
    parts = [
        (log(SphereMGF(D, kappa)) + beta**2 * across / 2, sp.S.One),
        (A_AT * beta * rho, U1),
        (curvature * beta**2 * rho**2 / 2 - beta**2 * across / 2, U1**2),
    ]
    means = trusted_subspace.axis_mean_is_linear(parts, D, kappa, d)
    return substitute(trusted_subspace.axis_mean_compares(pointwise, s, D, kappa, d), means)


def _line(curvature: Expr, across: Expr) -> Expr:
    parts = [
        (log(SphereMGF(D, kappa)) + beta**2 * across / 2, sp.S.One),
        (A_AT * beta * rho, s),
        (curvature * beta**2 * rho**2 / 2 - beta**2 * across / 2, s**2),
    ]
    return sum((factor * of for factor, of in parts), sp.S.Zero)


@claim(
    id="thm.3.angle.narrow.upper",
    title="For β < κ the loss of like cones about e_A and e_B is below a parabola in the cosine of their angle",
    relation="ours",
    source="Theorem 3, for the population with centres orthogonal to C and equal concentrations",
    domain=Domain(*LOW, reach=REACH),
    statement=le(loss(rho), parabola(slope(k), 1 / k)),
)
def upper(this: Claim):
    """For 0 < k ≤ κ − β: 𝓛 ≤ −2βE(1−u²) − 2βρA'(κ) + A'(k)β²ρ²E u² + β²E(1−u²)/k, E(1−u²) = (h−2)A/κ.

    log M(√v) lies below its tangent at w², w = κ + βρu, whose slope A(w)/2w is at most 1/(2k); and log M(w) below the
    parabola of curvature A'(k) that touches it at κ.
    """
    d = Under(this.domain)
    first, form, falling, bending, equation = _facts()
    inside, w, order = _heights()
    v = square(rho, s)
    positive = combination(ge(v, 0), inside, [], [w**2, beta**2 * (1 - s) * (1 + s)])
    tangent = trusted_subspace.log_mgf_tangent(first, form, falling, positive, w, [order["w"]])
    touching = trusted_subspace.log_mgf_parabola(
        first, form, bending, equation, (k, w, kappa), [order[name] for name in ("below", "kappa below", "k")]
    )
    ratio = IvRatio(order_of(D), w)
    one = specialise(upper_one.fact, {nu: order_of(D), z: w}, inside, given=[order["w"]])
    given = [*order.values(), *_defined_at(w, inside, order["w"]), *_defined(inside, kappa)]
    given += _defined(inside, k)
    short = arithmetic(le(ratio / w, 1 / k), inside, [one, *order.values()])
    wanted = le(partition(rho, s), _line(slope(k), 1 / k))
    factor = beta**2 * (1 - s) * (1 + s) / 2
    pointwise = combination(wanted, inside, [(1, tangent), (1, touching), (factor, short)], given=given)
    logs = _compared(pointwise, slope(k), 1 / k, d)
    return _in_moments(this, logs, d, k)


def _defined_at(at: Expr, d: Domain, positive: Fact) -> list[Fact]:
    """Return I_ν > 0 and I_{ν+1} > 0 at a point."""
    orders = (order_of(D), order_of(D) + 1)
    return [specialise(bessel_positive.fact, {nu: o, z: at}, d, given=[positive]) for o in orders]


def _in_moments(this: Claim, logs: Fact, d: Domain, point: Expr) -> Fact:
    """Put the moments of u and the definition of the loss in."""
    known = [specialise(ratio_positive.fact, {nu: order_of(D), z: at}, d) for at in (point, kappa)]
    return arithmetic(this.statement, d, [logs, *_along_in_means(d), *known])


@claim(
    id="thm.3.angle.narrow.lower",
    title="For β < κ the loss of like cones about e_A and e_B is above a parabola in the cosine of their angle",
    relation="ours",
    source="Theorem 3, for the population with centres orthogonal to C and equal concentrations",
    domain=Domain(*HIGH, reach=REACH),
    statement=ge(loss(rho), parabola(slope(q), IvRatio(order_of(D), q) / q)),
)
def lower(this: Claim):
    """For β < κ and q ≥ κ + β: 𝓛 ≥ −2βE(1−u²) − 2βρA'(κ) + A'(q)β²ρ²E u² + β²E(1−u²)A(q)/q, E(1−u²) = (h−2)A/κ.

    With the bound from above at k = κ − β: as κ → ∞ at fixed β both curvatures and both last terms agree up to 1/κ³,
    A' being (h−2)/(2κ²) up to that. So 𝓛 is a constant plus ((h−2)/κ²)(β²ρ²/2 − βρ) + O(1/κ³), least near ρ = τ.
    """
    d = Under(this.domain)
    first, form, falling, bending, equation = _facts()
    inside = Domain(*HIGH, s, s >= -1, s <= 1)
    w, v = kappa + beta * rho * s, square(rho, s)
    length, tilt = sqrt(v), beta**2 * (1 - s) * (1 + s)
    above = arithmetic(gt(w, 0), inside)
    positive = combination(gt(v, 0), inside, [(w, above)], [tilt])
    order = [arithmetic(le(at, q), inside) for at in (w, kappa, length)]
    own = arithmetic(gt(kappa, 0), inside)
    root = arithmetic(gt(length, 0), inside, [positive])
    touching = trusted_subspace.log_mgf_parabola(
        first, form, bending, equation, (q, w, kappa), [order[0], order[1], above, own]
    )
    # Expanded, as the root of a square would be rewritten to an absolute value.
    expanded = sp.expand(w**2)
    same = trusted_subspace.log_mgf_grows(combination(le(w**2, expanded), inside, [], []), D)
    whole = combination(ge(expanded, 0), inside, [], [w**2])
    tangent = trusted_subspace.log_mgf_tangent(first, form, falling, whole, length, [positive, root])
    less = trusted_calculus.decreases(falling, length, q, [root, order[2]], inside, [])
    across = IvRatio(order_of(D), q) / q
    wanted = ge(partition(rho, s), _line(slope(q), across))
    given = [above, positive, root, *_defined_at(length, inside, root), *_defined(inside, kappa, q)]
    parts = [(1, same), (1, tangent), (1, touching), (tilt / 2, less)]
    pointwise = combination(le(*reversed(wanted.args)), inside, parts, given=given)
    return _in_moments(this, _compared(pointwise, slope(q), across, d), d, q)


CLAIMS = (upper, lower)
