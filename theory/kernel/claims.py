"""Claims: statements with permanent ids, and their verdicts, computed from evidence."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import sympy as sp
from sympy import Basic
from sympy.core.relational import Relational

from modgap.theory.engines.signs import ELEMENTARY, ENGINE
from modgap.theory.kernel.asking import EFFORT, counterexample, find_point
from modgap.theory.kernel.facts import Fact, Refutation, ancestors, make, show_genuine
from modgap.theory.kernel.rules import BY_HAND, DEFINITION
from modgap.theory.kernel.status import Status, weakest
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.symbols import definitions, reductions
from modgap.theory.outcome import Refuted, Undecided, Unproved

#: How a claim stands to the paper's print.
RELATIONS = ("as_reported", "narrower", "corrected", "false_as_reported", "ours")


#: The claims whose derivations are under way.
_UNDER_WAY: ContextVar[frozenset[int]] = ContextVar("_UNDER_WAY", default=frozenset())


@dataclass(frozen=True)
class Verdict:
    """What a claim's evidence comes to."""

    status: Status
    evidence: tuple[dict[str, Any], ...]
    depends: tuple[Claim, ...]
    trusts: tuple[str, ...]
    seconds: float
    reason: str = ""
    witness: Point | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Claim:
    """A statement about a domain, under a permanent id, with the derivation that is to show or refute it.

    Attributes
    ----------
    id, title : str
        The permanent name, never reused for another statement, and a short title.
    relation : str
        How it stands to the paper's print: one of `RELATIONS`.
    source : str
        Where in the paper or the literature it comes from.
    about : str
        What it means, in plain words.
    domain : Domain
        Its hypotheses.
    statement : sympy relation, or conjunction of relations
        What is claimed.
    derive : callable
        Takes the claim, returns a `Fact` with its statement, or a `Refutation` of it, or raises `Unproved`.
    superseded_by : str or None
        The id of the claim that replaces this one, where one does.
    """

    id: str
    title: str
    relation: str
    source: str
    about: str
    domain: Domain
    statement: Basic
    derive: Callable[[Claim], Fact | Refutation] = field(repr=False)
    superseded_by: str | None = None

    def __init_subclass__(cls) -> None:
        raise TypeError("a claim is of one kind: Claim has no subclasses")

    def __post_init__(self):
        if self.relation not in RELATIONS:
            raise ValueError(f"relation of {self.id}: {self.relation!r}, expected one of {RELATIONS}")
        parts = self.statement.args if isinstance(self.statement, sp.And) else (self.statement,)
        if not all(isinstance(part, Relational) for part in parts):
            raise ValueError(f"statement of {self.id}: {self.statement}, expected relations that are not evaluated")
        if not self.domain.speaks_of(self.statement):
            raise ValueError(f"statement of {self.id} speaks of variables that its domain does not declare")

    @cached_property
    def _kept(self) -> dict[Any, Any]:
        """What was derived so far, by the effort of the level that it was derived at, and of which statement."""
        return {}

    def _key(self, kind: str) -> tuple[Any, ...]:
        """Return where a result is kept: nothing that was derived of another statement is taken for one of this."""
        return kind, EFFORT.get(), self.statement, self.domain, self.derive

    @property
    def result(self) -> Fact | Refutation | Unproved:
        """What the derivation came to, derived once for each level of numerical evidence (`EFFORT`)."""
        key = self._key("result")
        if key not in self._kept:
            self._kept[key] = self._derived()
        return self._kept[key]

    def _derived(self) -> Fact | Refutation | Unproved:
        """Derive; a witness met on the way counts if it refutes this statement."""
        under_way = _UNDER_WAY.get()
        if id(self) in under_way:
            raise Undecided(f"{self.id} would rest on itself")
        token = _UNDER_WAY.set(under_way | {id(self)})
        try:
            find_point(self.domain)
            found = self.derive(self)
            if found.statement != self.statement:
                raise Undecided(f"the derivation ends in {found.statement}, which is not the claim's statement")
            if isinstance(found, Fact):
                show_genuine(ancestors(found))
            if isinstance(found, Refutation):
                return counterexample(self.statement, self.domain, found.point, found.bounds)
            if not found.domain.within(self.domain):
                raise Undecided(f"the derivation needs more than the claim's hypotheses: {found.domain.hypotheses()}")
            return found
        except Refuted as reason:
            try:
                return counterexample(self.statement, self.domain, reason.witness or {})
            except Unproved:
                return reason
        except Unproved as reason:
            return reason
        finally:
            _UNDER_WAY.reset(token)

    @property
    def verdict(self) -> Verdict:
        """The status that the evidence comes to, at the level that is under way."""
        key = self._key("verdict")
        if key not in self._kept:
            self._kept[key] = self._judged()
        return self._kept[key]

    def _judged(self) -> Verdict:
        start = time.perf_counter()
        result = self.result
        seconds = time.perf_counter() - start
        if isinstance(result, Fact):
            return self._judge(result, seconds)
        if isinstance(result, Refutation):
            evidence = _evidence("counterexample", result.what, {"point": result.point, **result.detail})
            bounds = [self._judge(bound, seconds) for bound in result.bounds]
            if not all(bound.status in (Status.PROVED, Status.CERTIFIED) for bound in bounds):
                return not_shown(Undecided("a bound that the counterexample needs is not shown here"), seconds)
            depends = tuple(dict.fromkeys(c for bound in bounds for c in bound.depends))
            trusts = {*result.trusts, *(t for bound in bounds for t in bound.trusts), *self._reductions()}
            return Verdict(Status.REFUTED, (evidence,), depends, tuple(sorted(trusts)), seconds, witness=result.point)
        return not_shown(result, seconds)

    def _judge(self, fact: Fact, seconds: float) -> Verdict:
        steps = list(fact.steps())
        own = [s for s in steps if s.claim is None]
        depends = tuple(dict.fromkeys(s.claim for s in steps if s.claim is not None))
        status = weakest([*(s.strength for s in own), *(c.verdict.status for c in depends)])
        trusts = {t for s in own for t in s.trusts} | {t for c in depends for t in c.verdict.trusts}
        theorems = set(filter(is_theorem, trusts))
        own_theorems = {t for s in own for t in s.trusts if is_theorem(t)}
        only_logic = {s.rule for s in own} <= {"cite", "compose"} and status is Status.PROVED
        repeated = len(theorems) == 1 and all(c.verdict.status is Status.CITED for c in depends)
        if only_logic and (own_theorems or repeated):
            # Theorems and nothing but logic around them: that is a citation, however it is turned.
            status = Status.CITED
        evidence = tuple(_evidence(s.rule, s.what, {"shows": s.statement, **s.detail}) for s in own)
        trusts |= self._reductions(*(s.statement for s in own))
        return Verdict(status, evidence, depends, tuple(sorted(trusts)), seconds)

    def _reductions(self, *statements: Basic) -> set[str]:
        """Return the proofs in words by which symbols of the claim and of its steps stand for what they say."""
        return {BY_HAND + theorem for theorem in reductions(sp.Tuple(self.spoken, *statements))}

    @property
    def fact(self) -> Fact:
        """The claim as a fact for other derivations; raises `Undecided` where it is not shown."""
        if not isinstance(self.result, Fact):
            raise Undecided(f"it rests on {self.id}, which is {self.verdict.status.value}. {self.verdict.reason}")
        status = self.verdict.status
        return make(
            "claim", self.statement, self.domain, self.title, strength=status, premises=(self.result,), claim=self
        )

    @property
    def spoken(self) -> Basic:
        """Statement and conditions together: all that a reader has to be told the symbols of."""
        return sp.Tuple(self.statement, *self.domain.conditions)

    def steps(self) -> Iterator[Fact]:
        """Yield the derivation's steps in reading order; none for a claim that is refuted or open."""
        if isinstance(self.result, Fact):
            yield from self.result.steps()

    @cached_property
    def statement_digest(self) -> str:
        """SHA-256 of the statement, the definitions that it unfolds to, and the hypotheses."""
        unfolded = [meaning for _, meaning in definitions(self.spoken)]
        symbolic = [self.statement, *unfolded, *self.domain.symbols, *self.domain.conditions]
        parts = [self.id, *map(sp.srepr, symbolic), *(v.plain for v in self.domain.vectors)]
        return "sha256:" + hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def claim(**about: Any) -> Callable[[Callable[[Claim], Fact | Refutation]], Claim]:
    """Turn a derivation into the claim that it derives; the docstring of the derivation is its plain explanation."""

    def decorate(derive: Callable[[Claim], Fact | Refutation]) -> Claim:
        text = " ".join((derive.__doc__ or "").split())
        return Claim(about=text, derive=derive, **about)

    return decorate


def is_theorem(trust: str) -> bool:
    """Tell whether an item of a trust list is a theorem, and no definition, engine or plain reason of positivity."""
    return not trust.startswith((DEFINITION, ENGINE, ELEMENTARY))


def not_shown(reason: Unproved, seconds: float) -> Verdict:
    """Return the verdict on a claim that is neither shown nor refuted."""
    evidence = _evidence("none", f"not shown: {reason}", {"outcome": reason.outcome.value})
    return Verdict(Status.OPEN, (evidence,), (), (), seconds, reason=str(reason))


def _evidence(rule: str, what: str, detail: dict[str, Any]) -> dict[str, Any]:
    return {"rule": rule, "what": what, "detail": detail}
