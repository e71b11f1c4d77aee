"""False variants of the Theorem 2 chapters: each must die, and each changed statement is certainly false somewhere.

A claim's statement is changed mechanically (turned around, a constant moved by a thousandth, a sign flipped, an order
shifted), or one of its hypotheses is dropped; the claim's own derivation has to turn it away. For the trusted theorems
of calculus a premise is left out or exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sympy as sp
from sympy import Basic, Eq
from sympy.core.relational import Equality, LessThan, StrictLessThan

from modgap.theory.balls import enclosure
from modgap.theory.bessel.functions import nu
from modgap.theory.cone import centres as cone
from modgap.theory.cone import lemmas as cone_lemmas
from modgap.theory.cone import population as cone_population
from modgap.theory.cone import trap as cone_trap
from modgap.theory.cone.centres import w
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.claims import Claim
from modgap.theory.language.cones import PartitionMean
from modgap.theory.language.domain import Domain
from modgap.theory.language.printing import parts
from modgap.theory.outcome import Outcome, Undecided
from tests.theory.variants import MILLI, TURNED, Variant

REFUTED = {"thm.2.monotone", "thm.2.trap.one"}
OPEN = {"thm.2.covariance"}
CHAPTERS = (cone_lemmas, cone, cone_trap, cone_population)
CLAIMS = [c for chapter in CHAPTERS for c in chapter.CLAIMS if c.id not in REFUTED | OPEN]

#: Hypotheses that no proof uses: w is a cosine, and what is said holds beyond, too.
IDLE = {sp.Le(w, 1)}


def _changes(relation: Basic) -> Iterator[tuple[str, Basic]]:
    left, right = relation.args
    if isinstance(relation, Equality):
        yield "left + 0.001", Eq(left + MILLI, right, evaluate=False)
        yield "left · 1.001", Eq(left * (1 + MILLI), right, evaluate=False)
        yield "left · (−1)", Eq(-left, right, evaluate=False)
        yield "ν + 1 on the left", Eq(left.xreplace({nu: nu + 1}), right, evaluate=False)
        return
    small = MILLI if isinstance(relation, LessThan | StrictLessThan) else -MILLI
    yield "turned around", TURNED[type(relation)](left, right, evaluate=False)
    yield "sharper by 0.001", type(relation)(left + small, right, evaluate=False)
    yield "right side · 1.001", type(relation)(left, right * (1 + MILLI), evaluate=False)
    yield "left side · (−1)", type(relation)(-left, right, evaluate=False)
    yield "ν + 1 on the left", type(relation)(left.xreplace({nu: nu + 1}), right, evaluate=False)


def changed_statements(claim: Claim) -> Iterator[Variant]:
    """Yield the claim with one relation of its statement changed."""
    for relation in parts(claim.statement):
        for name, change in _changes(relation):
            others = [p for p in parts(claim.statement) if p != relation]
            trivial = change == relation or isinstance(change, sp.logic.boolalg.BooleanAtom)
            if not trivial and change.free_symbols:
                statement = sp.And(*others, change, evaluate=False) if others else change
                yield Variant(f"{name}: {str(relation)[:60]}", replace(claim, statement=statement))


def dropped_hypotheses(claim: Claim) -> Iterator[Variant]:
    """Yield the claim with one hypothesis left out."""
    domain = claim.domain
    for condition in domain.conditions:
        if condition not in IDLE:
            kept = [c for c in domain.conditions if c != condition]
            wider = Domain(*domain.symbols, *domain.vectors, *kept, reach=domain.reach)
            yield Variant(f"without {condition}", replace(claim, domain=wider))


def is_false(variant: Variant, seed: int = 5) -> bool:
    """Tell whether a drawn point certainly violates a part of the statement."""
    chooser, domain = SeededChooser(seed), variant.claim.domain
    costly = domain.vectors or variant.claim.statement.has(sp.Integral, PartitionMean)
    for _ in range(25 if costly else 60):
        point = draw_point(domain, chooser)
        try:
            if enclosure.membership(point, domain) is not Outcome.SHOWN:
                continue
            for relation in parts(variant.claim.statement):
                if enclosure.compare(relation, point, domain, bits=128) is Outcome.REFUTED:
                    return True
        except (Undecided, ZeroDivisionError):
            continue
    return False
