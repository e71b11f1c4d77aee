"""Theorem 3 for the population: which centres are best for laws of embeddings on the two hyperplanes.

x ∼ vMF(c_x, κ) on A, y ∼ vMF(c_y, κ) on B, and the loss is that of the best coupling of the two laws. The paper
concludes that c_x = e_A, c_y = e_B, with gap φ, is best. For equal coordinates c_x = c_y the identity is the best
coupling (`thm.3.population.coupling`), so that the loss is a mean over one law.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp
from sympy import Symbol

from modgap.theory.balls.enclosure import Box
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.evidence.rules import certify, counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, substitute
from modgap.theory.language.couplings import P, PairLaw, X, Y
from modgap.theory.language.domain import Domain, coupling, unit_vector
from modgap.theory.language.letters import beta, h, kappa, kappa_x, kappa_y, rho
from modgap.theory.language.relations import ge, gt, le, lt
from modgap.theory.language.subspaces import CrossCosine, PerpendicularLoss, SharedLossInSpace
from modgap.theory.language.symbols import Dot
from modgap.theory.subspace.centres import SCALARS as TWO_CONCENTRATIONS
from modgap.theory.subspace.centres import e
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.under import Under

m = Symbol("m", real=True)
SCALARS = tuple(part for part in TWO_CONCENTRATIONS if part not in (kappa_x, kappa_y))
PAIR = PairLaw(h - 1, P, (X, Y))


def cross(x: sp.Expr, y: sp.Expr) -> CrossCosine:
    """Return xᵀDy."""
    return CrossCosine(x, y, e, rho)


# --- couplings -------------------------------------------------------------------------------------------------------

OWN = PAIR.mean(cross(X, X)) / 2 + PAIR.mean(cross(Y, Y)) / 2
SHIFT = PAIR.mean(Dot(X - Y, e))


@claim(
    id="thm.3.population.coupling",
    title="How well the two laws can be coupled at most",
    relation="ours",
    source="Theorem 3, for the best coupling",
    domain=Domain(h, h >= 3, rho, rho <= 1, m, unit_vector(e, h - 1), coupling(P, h - 1), reach={h: 6, m: 2}),
    statement=le(PAIR.mean(cross(X, Y)), OWN - rho * m * SHIFT + rho * m**2 / 2),
)
def best_coupling(this: Claim):
    """E xᵀDy ≤ ½ E xᵀDx + ½ E yᵀDy − ρm E(x−y)·e + ½ρm² for every coupling and every number m.

    With m = 0: if x and y have one law of coordinates, the identity coupling is best, as it attains E xᵀDx. With
    m = E(x−y)·e the rest is −½ρ (E(x−y)·e)², what laws with different means lose.
    """
    d = this.domain
    pairs = Under(d.further(*(unit_vector(v, h - 1) for v in (X, Y))))
    half, apart = sp.Rational(1, 2), Dot(X - Y, e)
    across = X - Y - apart * e
    bound = half * cross(X, X) + half * cross(Y, Y) - rho * m * apart + rho * m**2 / 2
    rests = [half * Dot(across, across), half * rho * (apart - m) ** 2]
    pointwise = pairs.combine(le(cross(X, Y), bound), rests=rests, by=InnerProducts())
    parts = [(half, cross(X, X)), (half, cross(Y, Y)), (-rho * m, apart), (rho * m**2 / 2, sp.S.One)]
    means = chain(trusted_measure.mean_compares(PAIR, pointwise), trusted_couplings.mean_is_linear(PAIR, parts, pairs))
    return substitute(means, trusted_measure.mean_of_constant(PAIR, sp.S.One, d))


# --- what is false ---------------------------------------------------------------------------------------------------

PERPENDICULAR = PerpendicularLoss(sp.Integer(3), rho, kappa, beta)
SHARED = SharedLossInSpace(rho, kappa, beta)
IN_SPACE = Under(rho, rho < 1, kappa, beta, reach={kappa: 10, beta: 10})
#: κ = 3, τ = 0.01, φ = arccos 0.087 = 85.01°.
WIDE_AND_COLD = {rho: Fraction(87, 1000), kappa: 3, beta: 100}


@claim(
    id="thm.3.population",
    title=(
        "In three dimensions centres at the angle of the hyperplanes have at most the population loss of a "
        "shared centre"
    ),
    relation="false_as_reported",
    source="Theorem 3, for the population in R³ with equal concentrations",
    domain=IN_SPACE,
    statement=le(PERPENDICULAR, SHARED),
)
def population(this: Claim):
    """At low temperature and a wide angle, laws that share a centre in C, with gap 0, have the smaller population loss.

    If c ⟂ C with gap φ were always the optimum, the loss there, which by `thm.3.population.coupling` is that of the
    identity coupling, would be at most the loss of any coupling of any other two laws: here, of the identity coupling
    of two laws about one point of C. The witness has h = 3, κ = 3, τ = 0.01 and φ = arccos 0.087, or 85.01°.
    """
    return counterexample(this.statement, this.domain, WIDE_AND_COLD)


# --- regions ---------------------------------------------------------------------------------------------------------


def box_around(ratio: str, concentration: str, inverse_temperature: str, share: str) -> Box:
    """Return the box whose sides start at these numbers and are so large a share of them."""
    lows = (Fraction(text) for text in (ratio, concentration, inverse_temperature))
    return {s: (low, low * (1 + Fraction(share))) for s, low in zip((rho, kappa, beta), lows, strict=True)}


def on(box: Box) -> Domain:
    """Return the box as hypotheses."""
    sides = [(ge(s, sp.Rational(low)), le(s, sp.Rational(high))) for s, (low, high) in box.items()]
    return Domain(*box, *(side for pair in sides for side in pair))


COLD, WARM = box_around("0.087", "6", "50", "0.005"), box_around("0.5", "3", "3", "0.02")


@claim(
    id="thm.3.population.shared_region",
    title="A box of parameters in three dimensions where a shared centre beats those at the angle of the hyperplanes",
    relation="corrected",
    source="Theorem 3, for the population in R³ with equal concentrations",
    domain=on(COLD),
    statement=lt(SHARED, PERPENDICULAR),
)
def shared_region(this: Claim):
    """The counterexample is no accident of one point: here on a box about φ = 85°, κ = 6, τ = 0.02."""
    return certify(this.statement, COLD)


@claim(
    id="thm.3.population.perpendicular_region",
    title="A box of parameters in three dimensions where centres orthogonal to C win against a shared one in it",
    relation="narrower",
    source="Theorem 3, for the population in R³ with equal concentrations",
    domain=on(WARM),
    statement=gt(SHARED, PERPENDICULAR),
)
def perpendicular_region(this: Claim):
    """On a box about φ = 60°, κ = 3, τ = 1/3 the reported optimum beats laws that share a centre in C."""
    return certify(this.statement, WARM)


CLAIMS = (best_coupling, population, shared_region, perpendicular_region)
