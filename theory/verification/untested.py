"""Facts that no drawn point could test: each fact of each derivation is evaluated by balls at points of its domain.

A proof needs no such test. But a fact that was evaluated nowhere is one that only the rules vouch for, so that it is
worth knowing by name. Points are drawn with a fixed seed, and draws are counted: the list is the same on any machine.
Hypotheses that leave a coupling one key alone are met by no draw, so that points with such couplings are tried too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from sympy import Basic

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import Unsupported
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import COUPLINGS, Domain, Point
from modgap.theory.language.printing import plain
from modgap.theory.outcome import Outcome, Refuted, Undecided

__all__ = ["TRIES", "Untested", "points", "untested", "why_untested"]

#: Draws in search of one point at which a fact is tested, and as many couplings of one pair.
TRIES = 200

#: Precision in bits of the balls.
BITS = 96


@dataclass(frozen=True)
class Untested:
    """A fact that no point could test.

    Attributes
    ----------
    claim : str
        The id of the claim in whose derivation it stands.
    number : int
        Which of the claim's steps it is, from 1.
    rule, statement : str
        The rule that made it, and what it says.
    why : str
        Why no point tested it.
    """

    claim: str
    number: int
    rule: str
    statement: str
    why: str


def untested(claim: Claim) -> list[Untested]:
    """Return the facts of a claim's own derivation that no point tests; those of other claims are theirs.

    Raises
    ------
    Refuted
        If a fact is false at a point of its domain.
    """
    found = []
    for number, fact in enumerate(claim.steps(), 1):
        if fact.claim is None and (why := why_untested(fact)):
            found.append(Untested(claim.id, number, fact.rule, plain(fact.statement), why))
    return found


def points(domain: Domain, tries: int = TRIES) -> Iterator[Point]:
    """Yield the points at which facts are tested: drawn ones, then as many with the couplings made of one pair.

    Whether a point meets the hypotheses is for the caller to check.
    """
    yield from _draws(domain, tries)
    laws = [item for item in domain.vectors if item.kind in COUPLINGS]
    if laws:
        for count, point in enumerate(_draws(domain, tries)):
            yield point | {law.symbol: _one_pair(point[law.symbol], equal=count % 2 == 0) for law in laws}


def _draws(domain: Domain, tries: int) -> Iterator[Point]:
    chooser = SeededChooser(1)
    return (draw_point(domain, chooser) for _ in range(tries))


def _one_pair(raw: np.ndarray, equal: bool) -> np.ndarray:
    """Return one pair: its key e is the first unit vector, whose length balls know; its query is e too, or drawn."""
    dim = raw.shape[1] // 2
    axis = np.eye(dim)[0]
    return np.array([[1.0, *(axis if equal else raw[0, 1 : dim + 1]), *axis]])


def why_untested(fact: Fact, tries: int = TRIES) -> str:
    """Return why no point tests a fact; nothing where one does: its sides have values there that do not deny it.

    Raises
    ------
    Refuted
        If the fact is false at a point of its domain that was tried.
    """
    unmet, tried, why = Counter[Basic](), 0, ""
    for point in points(fact.domain, tries):
        tried += 1
        if enclosure.membership(point, fact.domain) is not Outcome.SHOWN:
            unmet.update(_not_met(point, fact.domain))
            continue
        try:
            outcome = enclosure.compare(fact.statement, point, fact.domain, BITS)
        except Unsupported as reason:
            return f"it has no value by balls: {reason}"
        except Undecided as reason:
            why = f"no ball could be computed: {reason}"
            continue
        if outcome is Outcome.REFUTED:
            raise Refuted(f"{fact.rule}: {fact.statement} is false at {point}", point)
        return ""
    never = [plain(condition) for condition, count in unmet.most_common() if count == tried]
    most = [plain(condition) for condition, _ in unmet.most_common(1)]
    if why or not most:
        return why or "no point was drawn that meets the hypotheses"
    if never:
        return f"no point was drawn that meets {' and '.join(never)}"
    return f"no point was drawn that meets all hypotheses; most seldom met: {most[0]}"


def _not_met(point: Point, domain: Domain) -> Iterator[Basic]:
    for condition in domain.conditions:
        try:
            outcome = enclosure.compare(condition, point, domain)
        except Undecided:
            outcome = Outcome.UNDECIDED
        if outcome is not Outcome.SHOWN:
            yield condition
