"""What the false variants of every chapter share: a claim with one change, and how its own derivation meets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sympy import Rational
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.facts import Fact
from modgap.theory.outcome import Misread, Unproved

MILLI = Rational(1, 1000)

#: The relation that holds exactly where another does not.
TURNED = {
    GreaterThan: StrictLessThan,
    LessThan: StrictGreaterThan,
    StrictGreaterThan: LessThan,
    StrictLessThan: GreaterThan,
}


def fate(claim: Claim) -> str:
    """Run a variant through the derivation of the claim; return how it died, or `survived`.

    Where a rule breaks off at what it cannot read, the variant is not turned away: nothing has judged it.
    """
    result = claim.result
    if isinstance(result, Fact):
        return "survived"
    if isinstance(result, Misread):
        raise AssertionError(f"not judged: {result}")
    return f"rejected: {str(result)[:90]}" if isinstance(result, Exception) else "refuted at a point"


def dies(attempt: Callable[[], object]) -> None:
    """Ask for something false; fail where it is answered, and where a rule breaks off before it is judged."""
    try:
        found = attempt()
    except Misread as reason:
        raise AssertionError(f"not judged: {reason}") from reason
    except Unproved:
        return
    raise AssertionError(f"survived: {str(found)[:200]}")


@dataclass(frozen=True)
class Variant:
    """A claim with one change: what was changed, and the claim."""

    name: str
    claim: Claim

    def fate(self) -> str:
        """Return how the derivation turns the variant away, or `survived`."""
        return fate(self.claim)
