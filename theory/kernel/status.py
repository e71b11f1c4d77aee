"""The statuses of a claim, and which of two is the weaker."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Status(Enum):
    """What a claim's evidence is worth, strongest first; refuted and cited stand apart."""

    PROVED = "proved"
    CERTIFIED = "certified"
    TESTED = "tested"
    OPEN = "open"
    REFUTED = "refuted"
    CITED = "cited"


def standing(status: str, by_hand: int) -> str:
    """Return a status with the number of proofs in words that it rests on, as it is displayed beside a claim."""
    return status if not by_hand else f"{status}, resting on {by_hand} proof{'s' if by_hand > 1 else ''} in words"


_ORDER = [Status.PROVED, Status.CERTIFIED, Status.TESTED, Status.OPEN]


def weakest(statuses: Iterable[Status]) -> Status:
    """Return the weakest status among those of the steps and claims that a derivation rests on.

    A cited claim does not weaken what rests on it: the theorem is in the trust list. A refuted one
    leaves what rests on it open.
    """
    found = Status.PROVED
    for status in statuses:
        if status is Status.CITED:
            continue
        status = Status.OPEN if status is Status.REFUTED else status
        found = max(found, status, key=_ORDER.index)
    return found
