"""What the false variants of every chapter share: a claim with one change, and how its own derivation meets it."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Rational
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.facts import Fact

MILLI = Rational(1, 1000)

#: The relation that holds exactly where another does not.
TURNED = {
    GreaterThan: StrictLessThan,
    LessThan: StrictGreaterThan,
    StrictGreaterThan: LessThan,
    StrictLessThan: GreaterThan,
}


def fate(claim: Claim) -> str:
    """Run a variant through the derivation of the claim; return how it died, or `survived`."""
    result = claim.result
    if isinstance(result, Fact):
        return "survived"
    return f"rejected: {str(result)[:90]}" if isinstance(result, Exception) else "refuted at a point"


@dataclass(frozen=True)
class Variant:
    """A claim with one change: what was changed, and the claim."""

    name: str
    claim: Claim

    def fate(self) -> str:
        """Return how the derivation turns the variant away, or `survived`."""
        return fate(self.claim)
