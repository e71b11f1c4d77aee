"""Facts: statements that hold on a domain, together with how that is known.

A fact is made by `make`, which only the files of this room call (a test holds them to it), and a claim counts as shown
only by a fact whose statement is the claim's own. What a rule does not check itself stands in the fact's `trusts`: the
engine that it asked, the theorem that it cited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, wraps
from typing import Any

from sympy import Basic, Function, Indexed, Symbol

from modgap.theory.engines.known import ARB
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.means import Mean, VonMisesFisherMean
from modgap.theory.outcome import Undecided


@dataclass(frozen=True, eq=False, kw_only=True)
class Fact:
    """One step of a derivation, with the steps that it used.

    Attributes
    ----------
    statement : sympy relation, or conjunction of relations
        What holds.
    domain : Domain
        Where it holds.
    rule, what : str
        The rule that showed it, and what was checked in words.
    strength : Status
        What this one step is worth: proved, certified or tested.
    trusts : tuple of str
        Engines and cited theorems that this one step rests on.
    premises : tuple of Fact
        The facts that this step used.
    detail : mapping
        Figures of the check.
    recheck : callable or None
        The same check asked of another statement; raises `Unproved` where that one is not shown.
    claim : object or None
        The claim that states this fact, if one does.
    label : str
        What a reader should know this step by; empty for a step on the way.
    """

    statement: Basic
    domain: Domain
    rule: str
    what: str
    strength: Status = Status.PROVED
    trusts: tuple[str, ...] = ()
    premises: tuple[Fact, ...] = ()
    detail: Mapping[str, Any]
    recheck: Callable[[Basic], Fact] | None = None
    claim: Any = None
    label: str = ""

    def steps(self) -> Iterator[Fact]:
        """Yield the steps of this derivation, premises first, each once; another claim is one step."""
        seen: set[int] = set()

        def walk(fact: Fact) -> Iterator[Fact]:
            if id(fact) in seen:
                return
            seen.add(id(fact))
            if fact.claim is None:
                for premise in fact.premises:
                    yield from walk(premise)
            yield fact

        return walk(self)


def make(rule: str, statement: Basic, domain: Domain, what: str, **rest: Any) -> Fact:
    """Return a fact, after checking that its domain declares every variable that it speaks of."""
    if not domain.speaks_of(statement):
        raise Undecided(f"{statement} speaks of variables that {domain.hypotheses()} does not declare")
    if _takes_for_a_number(statement, {v.symbol for v in domain.vectors}):
        raise Undecided(f"{statement} takes a vector, or a law, for a number")
    return Fact(statement=statement, domain=domain, rule=rule, what=what, detail=rest.pop("detail", {}), **rest)


def lemma(derivation: Callable[..., Fact]) -> Callable[..., Fact]:
    """Derive a fact once per set of arguments and label it by the first line of the docstring: a lemma for readers."""
    label = (derivation.__doc__ or "").strip().splitlines()[0]

    @cache
    @wraps(derivation)
    def derived(*args: Any) -> Fact:
        return replace(derivation(*args), label=label)

    return derived


def _takes_for_a_number(expr: Basic, names: set[Basic]) -> bool:
    """Tell whether a vector or a law stands where a number is meant; functions of this language take vectors."""
    if isinstance(expr, Mean | VonMisesFisherMean):
        return _takes_for_a_number(expr.args[-1].expr, names | set(expr.args[-1].variables))
    if isinstance(expr, Symbol | Indexed):
        return getattr(expr, "base", expr) in names
    if isinstance(expr, Function) and not type(expr).__module__.startswith("sympy."):
        return False
    return any(_takes_for_a_number(part, names) for part in expr.args)


@dataclass(frozen=True, eq=False)
class Refutation:
    """A certified counterexample: a point that satisfies every hypothesis and violates the statement.

    Where the statement is an inequality, it may be what it implies by known `bounds` on its sides that fails there.
    """

    statement: Basic
    domain: Domain
    point: Point
    what: str
    detail: Mapping[str, Any]
    trusts: tuple[str, ...] = (ARB,)
    bounds: tuple[Fact, ...] = ()
