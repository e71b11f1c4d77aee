"""Theorem 3 for the population at high temperature: an explicit range of β in which centres orthogonal to C are best.

To first order in β the loss is −2β times the D-covariance of the pairs, whatever the coupling. For a von Mises–Fisher
law with centre c it is V(q), q = (c·e)², which increases in q up to c = ±e; the next order is bounded exactly, log M
being concave in the square of its argument.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, Symbol, log

from modgap.theory.bessel.bounds import upper_linear
from modgap.theory.bessel.functions import positive as bessel_positive
from modgap.theory.bessel.functions import ratio_positive, riccati
from modgap.theory.bessel.shape import FALLING, over_x_decreasing
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, part
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, h, kappa, nu, rho, z
from modgap.theory.language.relations import ge, le, lt
from modgap.theory.language.subspaces import PerpendicularLoss
from modgap.theory.language.symbols import U1, SphereMGF
from modgap.theory.subspace.perpendicular import A_AT, SCALARS, D, _slope_and_form, across, s
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.under import Under

#: A'(κ), by the Riccati equation.
SLOPE_AT = 1 - A_AT**2 - (h - 2) * A_AT / kappa
#: The squared cosine of a centre with the axis across C: 1 for c = ±e, 0 for c in C.
q = Symbol("q", nonnegative=True)
ALONG = PerpendicularLoss(h, rho, kappa, beta)
REACH = {h: 8, kappa: 10, beta: 10, q: 1}


def covariance(at: Expr) -> Expr:
    """Return V(q) = E xᵀDx − m ᵀDm for x ∼ vMF(c, κ) on S^{h−2} with mean m = A(κ)c, q = (c·e)².

    xᵀDx = 1 − (1−ρ)(x·e)², and E (x·e)² = A/κ + (1 − (h−1)A/κ) q.
    """
    second = A_AT / kappa + (1 - D * A_AT / kappa) * at
    return 1 - (1 - rho) * second - A_AT**2 * (1 - (1 - rho) * at)


@claim(
    id="thm.3.population.upper",
    title="The population loss with centres orthogonal to the intersection, from above",
    relation="ours",
    source="Theorem 3, for the population at high temperature",
    domain=Domain(*SCALARS, reach=REACH),
    statement=le(ALONG, -2 * beta * covariance(sp.S.One) + beta**2 * A_AT / kappa),
)
def upper(this: Claim):
    """Centres e_A, e_B and equal coordinates: the loss is at most −2β V(1) + β² A(κ)/κ, for every β > 0.

    log M(√v) is concave, so log M(|κe + βDx|) ≤ log M(κ) + (A/2κ)(|κe + βDx|² − κ²); the mean of the right side needs
    E u = A and E u² = 1 − (h−2)A/κ alone, u = x·e.
    """
    d = Under(this.domain)
    axis = Under(h, h >= 3, z)
    order = {nu: A_AT.args[0]}
    facts = _slope_and_form()
    falling = axis.use(part(over_x_decreasing.fact, FALLING), order)
    heights = d.further(s, s >= -1, s <= 1)
    tangent = trusted_subspace.log_mgf_tangent(*facts, falling, square_across(heights), kappa)
    parts = [
        (log(SphereMGF(D, kappa)) + A_AT * beta**2 / (2 * kappa), sp.S.One),
        (A_AT * beta * rho, s),
        (-A_AT * beta**2 * (1 - rho**2) / (2 * kappa), s**2),
    ]
    polynomial = sum((factor * of for factor, of in parts), sp.S.Zero)
    pointwise = heights.show(le(across(s), polynomial), tangent)
    at_u = [(factor, of.xreplace({s: U1})) for factor, of in parts]
    logs = chain(
        trusted_subspace.axis_mean_compares(pointwise, s, D, kappa, d),
        trusted_subspace.axis_mean_is_linear(at_u, D, kappa, d),
    )
    cosine = trusted_subspace.axis_mean_of_cosine(*facts, kappa, d)
    equation = axis.use(riccati, order)
    squares = trusted_subspace.axis_mean_of_square(*facts, equation, kappa, d)
    own = [(sp.Integer(2), across(U1)), (-2 * beta, 1 - (1 - rho) * U1**2)]
    height = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), U1**2)]
    split = [trusted_subspace.axis_mean_is_linear(each, D, kappa, d) for each in (own, height)]
    positive = d.use(ratio_positive, {**order, z: kappa})
    small = d.use(upper_linear, {**order, z: kappa})
    known = [trusted.definition(ALONG, d), *split, logs, cosine, squares, positive, small]
    return d.show(this.statement, *known)


def square_across(heights: Domain) -> Fact:
    """Return |κe + βDx|² ≥ 0: it is (κ + βρs)² + β²(1 − s²) for x·e = s."""
    v = across(s).args[0].args[1] ** 2
    return Under(heights).combine(ge(v, 0), rests=[(kappa + beta * rho * s) ** 2, beta**2 * (1 - s**2)])


HOT = lt(beta * A_AT / kappa, 2 * (1 - rho) * (1 - q) * (A_AT / kappa - SLOPE_AT))


@claim(
    id="thm.3.population.hot",
    title=(
        "In an explicit range of high temperatures, the smaller the nearer a rival is, centres orthogonal "
        "to the intersection beat its first-order loss"
    ),
    relation="narrower",
    source="Theorem 3, for the population in the limit of high temperature",
    domain=Domain(*SCALARS, q, q < 1, HOT, reach=REACH),
    statement=lt(ALONG, -2 * beta * covariance(q)),
)
def hot(this: Claim):
    """For β < 2(1−ρ)(1−q)(1 − κA'/A) the loss with e_A, e_B is below −2β V(q).

    For centres c_x, c_y with q the mean of (c_x·e)² and (c_y·e)², −2β V(q) is what Jensen's inequality and that of
    Cauchy and Schwarz for D leave of the loss, whatever the coupling; that step is `thm.3.population.every`, and both
    together are `thm.3.population.hot.every`. As β → 0 the centres at the optimum tend to ±e_A and ±e_B, since κA' < A
    leaves room for every q < 1.
    """
    d = Under(this.domain)
    bound = d.use(upper)
    positive = d.use(bessel_positive, {nu: A_AT.args[0], z: kappa})
    higher = lt(bound.statement.rhs, -2 * beta * covariance(q))
    return chain(bound, d.combine(higher, (beta, d.asked(HOT)), given=[positive]))


CLAIMS = (upper, hot)
