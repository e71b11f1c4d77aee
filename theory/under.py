"""Steps under one set of hypotheses: the rules, with the domain said once. Nothing here makes a fact.

A chapter writes `d = Under(this.domain)` and then what it shows: `d.show(gt(x, 0), lower)`. Each method is one rule
of the kernel, which checks everything that it would check without this file.

Promised: no step is taken here that is not a rule's. May use: `kernel` and what stands below it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sympy import Basic

from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel import compose, rules
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.facts import Fact, Refutation
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.relations import eq


class Under(Domain):
    """A domain under which steps are taken; it is the domain, and goes wherever one is asked for.

    Parameters
    ----------
    *parts : Domain, or symbols, vectors and relations
        The hypotheses: those of one domain, or as `Domain` takes them.
    reach : mapping, optional
        How far draws go, per symbol.

    Examples
    --------
    >>> from modgap.theory.language.letters import z
    >>> from modgap.theory.language.relations import gt
    >>> d = Under(z, z > 1)
    >>> d.show(gt(z**2, z)).statement
    z**2 > z
    """

    def __init__(self, *parts: Any, reach: Mapping[Any, float] | None = None):
        if len(parts) == 1 and isinstance(parts[0], Domain):
            (given,) = parts
            parts = (*given.symbols, *given.vectors, *given.conditions)
            reach = {**given.reach, **(reach or {})}
        super().__init__(*parts, reach=reach)

    def further(self, *parts: Any, reach: Mapping[Any, float] | None = None) -> Under:
        """Return the same with further variables and conditions, and draws that go elsewhere: `Domain.further`."""
        return Under(super().further(*parts, reach=reach))

    def show(self, statement: Basic, *by: Fact) -> Fact:
        """Show a relation of real algebra, or a conjunction, from facts: `kernel.arithmetic`."""
        return arithmetic(statement, self, by)

    def each(self, *statements: Basic, by: Sequence[Fact] = ()) -> list[Fact]:
        """Show several relations of real algebra from the same facts."""
        return [self.show(statement, *by) for statement in statements]

    def equal(self, left: Any, right: Any, by: rules.NormalForm | None = None, given: Sequence[Fact] = ()) -> Fact:
        """Show an equation by a normal form, of rational functions by default: `rules.identity`."""
        return rules.identity(eq(left, right), self, by, given)

    def sign(self, statement: Basic, *given: Fact) -> Fact:
        """Show an inequality by the sign of its difference: `rules.sign`."""
        return rules.sign(statement, self, given)

    def combine(
        self,
        statement: Basic,
        *parts: tuple[Any, Fact],
        rests: Sequence[Any] = (),
        by: rules.NormalForm | None = None,
        given: Sequence[Fact] = (),
    ) -> Fact:
        """Show an inequality as a sum of factor · fact and of terms that are not negative: `rules.combination`."""
        return rules.combination(statement, self, parts, rests, by, given)

    def use(self, known: Claim | Fact, values: Mapping[Any, Any] | None = None, given: Sequence[Fact] = ()) -> Fact:
        """Use a claim or a fact here, at these values of its variables: `compose.specialise`."""
        return compose.specialise(_fact(known), values or {}, self, given)

    def asked(self, condition: Basic) -> Fact:
        """Use one of the hypotheses: `compose.hypothesis`."""
        return compose.hypothesis(condition, self)

    def both(self, *known: Claim | Fact) -> Fact:
        """Show the conjunction of what is known: `compose.both`."""
        return compose.both(*map(_fact, known), domain=self)

    def fails(self, statement: Basic, point: Point, *bounds: Fact) -> Refutation:
        """Refute a statement at a point: `evidence.rules.counterexample`."""
        return counterexample(statement, self, point, bounds)


def _fact(known: Claim | Fact) -> Fact:
    return known.fact if isinstance(known, Claim) else known
