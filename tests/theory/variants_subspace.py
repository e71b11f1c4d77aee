"""False variants of the Theorem 3 chapters: each is certainly false at a drawn point, and the derivation turns it away.

A relation of a claim's statement is turned around, moved by a thousandth, scaled by one, or given the wrong sign, or a
hypothesis is dropped or a domain widened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sympy as sp
from sympy import Basic, Eq
from sympy.core.relational import Equality, LessThan, StrictLessThan

from modgap.theory.balls import enclosure
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.claims import Claim
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.printing import parts
from modgap.theory.outcome import Outcome, Undecided
from tests.theory.variants import MILLI, TURNED, Variant


def _changes(relation: Basic) -> Iterator[tuple[str, Basic]]:
    left, right = relation.args
    if isinstance(relation, Equality):
        for name, side in (
            ("left + 0.001", left + MILLI),
            ("left − 0.001", left - MILLI),
            ("left · 1.001", left * (1 + MILLI)),
            ("left · (−1)", -left),
            ("left · 2", 2 * left),
        ):
            yield name, Eq(side, right, evaluate=False)
        return
    kind = type(relation)
    small = MILLI if isinstance(relation, LessThan | StrictLessThan) else -MILLI
    yield "turned around", TURNED[kind](left, right, evaluate=False)
    yield "sharper by 0.001", kind(left + small, right, evaluate=False)
    yield "right side · 1.001", kind(left, right * (1 + MILLI), evaluate=False)
    yield "right side · 0.999", kind(left, right * (1 - MILLI), evaluate=False)
    yield "left side · (−1)", kind(-left, right, evaluate=False)


def changed_statements(claim: Claim) -> Iterator[Variant]:
    """Yield the claim with one relation of its statement changed."""
    for relation in parts(claim.statement):
        others = [p for p in parts(claim.statement) if p != relation]
        for name, change in _changes(relation):
            if change != relation and change.free_symbols and claim.domain.speaks_of(change):
                statement = sp.And(*others, change, evaluate=False) if others else change
                yield Variant(f"{name}: {relation}", replace(claim, statement=statement))


def dropped_hypotheses(claim: Claim) -> Iterator[Variant]:
    """Yield the claim with one hypothesis left out."""
    domain = claim.domain
    for condition in domain.conditions:
        kept = [c for c in domain.conditions if c != condition]
        try:
            wider = Domain(*domain.symbols, *domain.vectors, *kept, reach=domain.reach)
        except ValueError:
            # Without that bound on the dimension there is no such space: the hypotheses are refused as such.
            continue
        yield Variant(f"without {condition}", replace(claim, domain=wider))


def point_of_failure(variant: Variant, tries: int = 60) -> Point | None:
    """Return a drawn point at which the statement certainly fails."""
    chooser, claim = SeededChooser(11), variant.claim
    for _ in range(tries):
        point = draw_point(claim.domain, chooser)
        try:
            if enclosure.membership(point, claim.domain) is not Outcome.SHOWN:
                continue
            if any(enclosure.compare(p, point, claim.domain) is Outcome.REFUTED for p in parts(claim.statement)):
                return point
        except Undecided:
            continue
    return None
