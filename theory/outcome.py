"""Three outcomes, kept apart everywhere: shown, refuted, undecided."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any


class Outcome(Enum):
    """What a check found out. Undecided is neither of the other two."""

    SHOWN = "shown"
    REFUTED = "refuted"
    UNDECIDED = "undecided"

    def __bool__(self) -> bool:
        raise TypeError("an Outcome has three values: compare it with Outcome.SHOWN, REFUTED or UNDECIDED")

    def negated(self) -> Outcome:
        """Return the outcome for the negated statement."""
        return _NEGATED[self]


_NEGATED = {
    Outcome.SHOWN: Outcome.REFUTED,
    Outcome.REFUTED: Outcome.SHOWN,
    Outcome.UNDECIDED: Outcome.UNDECIDED,
}


def conjunction(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the outcome of 'all of them': one refuted refutes, one undecided leaves it undecided."""
    found = set(outcomes)
    for outcome in (Outcome.REFUTED, Outcome.UNDECIDED):
        if outcome in found:
            return outcome
    return Outcome.SHOWN


class Unproved(Exception):  # noqa: N818 (undecided is no error)
    """A rule did not show what it was asked to show; the message says why."""

    outcome = Outcome.UNDECIDED


class Undecided(Unproved):
    """The rule's method does not settle the question."""


class Misread(Undecided):
    """A rule broke off at what it was given: that is not of the form that the rule reads, and no check said so."""


class Refuted(Unproved):
    """The rule found the statement to be false, at `witness` where there is one."""

    outcome = Outcome.REFUTED

    def __init__(self, reason: str, witness: Any = None):
        super().__init__(reason)
        self.witness = witness
