"""Derivations as steps: what of a fact is needed to say it again, and to prove it again, elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sympy as sp
from sympy import Basic, Expr

from modgap.theory.kernel.claims import Claim, is_theorem
from modgap.theory.kernel.facts import Fact, origin
from modgap.theory.kernel.rules import DEFINITION
from modgap.theory.language.domain import Domain


@dataclass(frozen=True, eq=False)
class Step:
    """One step of a derivation.

    Attributes
    ----------
    rule, what : str
        The rule that made it, and what was checked in words.
    statement, domain : sympy relation, Domain
        What holds where.
    premises : tuple of Step
        The steps that it used.
    cited : str
        The theorem or definition that a citation cites; empty for other rules.
    values : mapping
        For a special case, what stands in place of variables.
    factors, rests : tuple
        For a combination, the factor of each inequality, and the further terms.
    claim : str
        The id of the claim that states it, if one does.
    checked : bool
        Whether it is a claim that Rocq proves from definitions, and is taken from there: without its derivation.
    trusts : frozenset of str
        What our kernel says that this one step rests on.
    """

    rule: str
    what: str
    statement: Basic
    domain: Domain
    premises: tuple[Step, ...] = ()
    cited: str = ""
    values: Mapping[Basic, Any] = field(default_factory=dict)
    factors: tuple[tuple[Expr, Step], ...] = ()
    rests: tuple[Expr, ...] = ()
    claim: str = ""
    checked: bool = False
    trusts: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The rule as it is counted: of the logic between facts, which part of it."""
        if self.checked:
            return "claim from definitions"
        return self.what if self.rule == "compose" else self.rule

    @property
    def theorem(self) -> str:
        """The theorem that it takes from outside; empty for definitions and for what is no citation."""
        return self.cited if self.cited and is_theorem(self.cited) else ""

    @property
    def definition(self) -> bool:
        """Whether it only says what a symbol abbreviates."""
        return self.cited.startswith(DEFINITION)


def derivation(step: Step) -> Iterator[Step]:
    """Yield all steps that a step rests on, premises first, each once, those of other claims too; itself last."""
    seen: set[int] = set()
    stack: list[tuple[Step, bool]] = [(step, False)]
    while stack:
        found, ready = stack.pop()
        if ready:
            yield found
        elif id(found) not in seen:
            seen.add(id(found))
            stack.append((found, True))
            stack += [(premise, False) for premise in reversed(found.premises)]


class Reader:
    """Reads facts as steps; a fact that several derivations use is one step.

    Parameters
    ----------
    checked : collection of str
        The claims that are taken from their proofs from definitions, where a derivation uses them.
    """

    def __init__(self, checked: Collection[str] = ()) -> None:
        self._checked = checked
        self._steps: dict[int, Step] = {}
        self._kept: list[Fact] = []

    def claim(self, claim: Claim) -> Step | None:
        """Return the step that states a claim; None where its derivation does not show it."""
        if not isinstance(claim.result, Fact):
            return None
        return Step("claim", claim.title, claim.statement, claim.domain, (self.step(claim.result),), claim=claim.id)

    def step(self, fact: Fact) -> Step:
        """Return a fact as a step."""
        if id(fact) not in self._steps:
            # Kept alive, as it is known by its address.
            self._kept.append(fact)
            self._steps[id(fact)] = self._read(fact)
        return self._steps[id(fact)]

    def _read(self, fact: Fact) -> Step:
        checked = fact.claim is not None and fact.claim.id in self._checked
        premises = () if checked else tuple(map(self.step, fact.premises))
        given = _given(fact)
        return Step(
            fact.rule,
            fact.what,
            fact.statement,
            fact.domain,
            premises,
            cited=fact.what if fact.rule == "cite" else "",
            values={k: sp.sympify(v) for k, v in dict(given.get("values", {})).items()},
            factors=tuple((sp.sympify(factor), self.step(part)) for factor, part in given.get("parts", ())),
            rests=tuple(map(sp.sympify, given.get("rests", ()))),
            claim=fact.claim.id if fact.claim is not None else "",
            checked=checked,
            trusts=frozenset() if checked else frozenset(fact.trusts),
        )


def _given(fact: Fact) -> dict[str, Any]:
    """Return what the rule that made a fact was given, where that rule was the whole step."""
    step = origin(fact)
    if step is None or fact.claim is not None:
        return {}
    call = step.call
    if (fact.what, call.func.__name__) == ("special case", "specialise"):
        return _bound(call.args, call.keywords, ("fact", "values", "domain", "given"))
    if (fact.rule, call.func.__name__) == ("combination", "combination"):
        return _bound(call.args, call.keywords, ("statement", "domain", "parts", "rests", "by", "given"))
    return {}


def _bound(args: tuple[Any, ...], keywords: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {**dict(zip(names, args, strict=False)), **keywords}
