"""What engines are told: statements that hold on a domain, and the names under which engines are trusted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from sympy import Basic, Expr, Rational
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.engines.signs import SYMPY as SYMPY
from modgap.theory.language.domain import Domain
from modgap.theory.language.means import GaussianMean
from modgap.theory.language.symbols import unfold
from modgap.theory.outcome import Undecided


class Known(Protocol):
    """A statement that holds on a domain; the kernel's facts are such."""

    @property
    def statement(self) -> Basic:
        """What holds."""

    @property
    def domain(self) -> Domain:
        """Where it holds."""

    @property
    def finite(self) -> bool:
        """Whether all that it speaks of are real numbers, and not numbers of (0, ∞]."""


#: What is given: facts, in the kernel.
K = TypeVar("K", bound=Known)

ARB = "engine: Arb ball arithmetic (python-flint)"


def common_domain(premises: Iterable[Known], domain: Domain | None = None) -> Domain:
    """Return `domain`, after checking that it makes every hypothesis of the premises; without it, their union."""
    premises = tuple(premises)
    if domain is None:
        domain = Domain()
        for premise in premises:
            try:
                domain = domain.union(premise.domain)
            except ValueError as reason:
                raise Undecided(f"{premise.statement} does not go together with the others: {reason}") from reason
        return domain
    for premise in premises:
        if not premise.domain.within(domain):
            raise Undecided(f"{premise.statement} needs hypotheses that {domain.hypotheses()} does not make")
    return domain


def slack(statement: Basic) -> tuple[Expr, bool]:
    """Return (expression that must be ≥ 0 or > 0, whether strictly) for an inequality."""
    match statement:
        case GreaterThan() | StrictGreaterThan():
            return statement.lhs - statement.rhs, isinstance(statement, StrictGreaterThan)
        case LessThan() | StrictLessThan():
            return statement.rhs - statement.lhs, isinstance(statement, StrictLessThan)
    raise Undecided(f"{statement} is not an inequality")


def known_positive(given: Sequence[K], domain: Domain) -> dict[Expr, K | None]:
    """Return the expressions known to be positive: by given facts, and by hypotheses of the domain itself (None)."""
    # That a mean of (0, ∞] is positive does not make it a number, neither as a hypothesis nor as a fact.
    asked = [c for c in domain.conditions if not c.lhs.is_Symbol and not c.has(GaussianMean)]
    sources: list[tuple[Basic, K | None]] = [(c, None) for c in asked]
    sources += [(fact.statement, fact) for fact in given if fact.finite]
    known: dict[Expr, K | None] = {}
    for statement, fact in sources:
        if isinstance(statement, StrictGreaterThan) and statement.rhs == 0:
            expr = unfold(statement.lhs)
            known[expr] = fact
            if expr.is_Pow and expr.exp == Rational(1, 2):
                known[expr.base] = fact
    return known
