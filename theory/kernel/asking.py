"""Who is asked for points: that hypotheses can be met, that a statement fails somewhere. No proof rests on an answer.

Numbers stand above this room, so that nothing that is proved can depend on them. What computes with numbers announces
itself here; where nobody has, a search finds nothing, and no claim is known to speak of anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

from sympy import Basic

from modgap.theory.kernel.facts import Fact, Refutation, only_from
from modgap.theory.language.domain import Domain, Point
from modgap.theory.outcome import Undecided


@dataclass(frozen=True)
class Effort:
    """How many points are drawn and how many searches the adversary starts."""

    draws: int
    starts: int


LEVELS = {"quick": Effort(40, 2), "default": Effort(200, 6), "full": Effort(2000, 60)}

#: The effort of the verification that is under way.
EFFORT: ContextVar[Effort] = ContextVar("EFFORT", default=LEVELS["default"])


class Examiner(Protocol):
    """What looks for points and decides at them by balls."""

    def find_point(self, domain: Domain) -> Point:
        """Return a point that certainly meets every hypothesis, or raise `Undecided`."""

    def look_for_witness(self, statement: Basic, domain: Domain, solver: bool) -> None:
        """Raise `Refuted` where a point is found that certainly violates the statement."""

    def counterexample(self, statement: Basic, domain: Domain, point: Point, bounds: Sequence[Fact]) -> Refutation:
        """Return the refutation of a statement at a point, or raise `Undecided`."""


_EXAMINERS: list[Examiner] = []


def announce(examiner: Examiner) -> None:
    """Have an examiner asked from now on."""
    only_from("evidence")
    _EXAMINERS[:] = [examiner]


def find_point(domain: Domain) -> Point:
    """Return a point that certainly meets every hypothesis; raise `Undecided` where none is found."""
    return _asked().find_point(domain)


def look_for_witness(statement: Basic, domain: Domain, solver: bool = False) -> None:
    """Raise `Refuted` if a point is found that certainly violates the statement; say nothing otherwise.

    A solver may be asked for one too, where the statement is of real algebra.
    """
    if _EXAMINERS:
        _asked().look_for_witness(statement, domain, solver)


def counterexample(statement: Basic, domain: Domain, point: Point, bounds: Sequence[Fact] = ()) -> Refutation:
    """Return the refutation of a statement at a point, once balls have decided it."""
    return _asked().counterexample(statement, domain, point, bounds)


def _asked() -> Examiner:
    if not _EXAMINERS:
        raise Undecided("nobody is there to be asked for points: import modgap.theory.evidence.sampling")
    return _EXAMINERS[-1]
