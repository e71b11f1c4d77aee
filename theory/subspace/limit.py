"""Theorem 3 for the population in the limit κ → ∞ at a fixed ratio b = β/κ: where its conclusion holds and where not.

Laplace's method gives the limit of (loss with a shared centre in C) − (loss with centres orthogonal to C), for equal
coordinates; that limit is taken as the definition here, and the claims are on its sign.
"""

from __future__ import annotations

from sympy import Symbol, log

from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import h, rho
from modgap.theory.language.relations import gt, le, lt
from modgap.theory.language.symbols import Defined
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.analysis import logarithm_bounds
from modgap.theory.under import Under

b = Symbol("b", positive=True)


class LimitDifference(Defined):
    """The limit κ → ∞, β = bκ, of the loss with a shared centre in C less that with centres orthogonal to C.

    The O(1) terms of the two losses by Laplace's method, where terms that they share cancel, are
    −b(h−2) + b²(h−3+ρ²)/(1+b) − (h−2) log(1+b) + 2b(1−ρ) and
    −bρ(h−2) + b²(h−2)/(1+bρ) − (h−2) log(1+bρ) − 2b(1−ρ)(h−2). Arguments: h, ρ, b.
    """

    reduction = "the limit of the difference of two losses as κ → ∞ with β/κ fixed, by Laplace's method"
    template, plain = r"\Delta_{{{0}}}\left({1},{2}\right)", "Delta"

    def definition(self):
        dim, cosine, ratio = self.args
        free = dim - 2
        rational = -ratio * (1 - cosine) * free + 2 * ratio * (1 - cosine) * (1 + free)
        squares = (free - 1 + cosine**2) / (1 + ratio) - free / (1 + ratio * cosine)
        return rational + ratio**2 * squares - free * log((1 + ratio) / (1 + ratio * cosine))


DIFFERENCE = LimitDifference(h, rho, b)
SCALARS = (h, h >= 3, rho, rho < 1, b)
REACH = {h: 40, b: 4}
#: (1+b)(1+bρ) Δ/((1−ρ) b) with the logarithm replaced by its upper bound 1 − 1/u at u = (1+b)/(1+bρ).
NUMERATOR = h * (1 + b) * (1 + b * rho) - (h - 2) * (1 + b * rho) - b * (1 + rho) - b**2 * (h - 2 + rho + rho**2)


def _known(d: Domain) -> list[Fact]:
    positive = Under(d).sign(gt((1 + b) / (1 + b * rho), 0))
    return [trusted.definition(DIFFERENCE, d), logarithm_bounds(positive)]


@claim(
    id="thm.3.limit.perpendicular",
    title=(
        "Up to an explicit ratio of inverse temperature and concentration the limit function has the sign "
        "that favours centres orthogonal to the intersection"
    ),
    relation="narrower",
    source="Theorem 3, for the population in the limit κ → ∞, β = bκ",
    domain=Domain(*SCALARS, le((h - 2) * b**2, 1), reach=REACH),
    statement=gt(DIFFERENCE, 0),
)
def perpendicular(this: Claim):
    """For b = β/κ ≤ 1/√(h−2) the limit of the difference is positive, at every angle: log u ≤ u − 1 is enough."""
    return Under(this.domain).show(this.statement, *_known(this.domain))


@claim(
    id="thm.3.limit.shared",
    title=(
        "In an explicit range of ratios of inverse temperature and concentration the limit function has the "
        "sign that favours a shared centre"
    ),
    relation="corrected",
    source="Theorem 3, for the population in the limit κ → ∞, β = bκ",
    domain=Domain(*SCALARS, lt(NUMERATOR, 0), reach={**REACH, b: 400}),
    statement=lt(DIFFERENCE, 0),
)
def shared(this: Claim):
    """Where a quadratic in b is negative, the limit of the difference is: so for every φ > 0° and h once b is large.

    The coefficient of b² is −(1−ρ)(h−2−ρ), negative for h ≥ 3; log u ≥ 1 − 1/u is enough.
    """
    return Under(this.domain).show(this.statement, *_known(this.domain))


CLAIMS = (perpendicular, shared)
