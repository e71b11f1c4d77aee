"""Limits of functions of z, with the modulus said. Nothing here makes a fact: solvers do, of what has this form.

That f tends to L as z → ∞ is the statement L − ε < f < L + ε for every ε > 0 and every z above an explicit M(ε);
as z → 0+ it is the same for every z below an explicit δ(ε) > 0. Said so, a limit is an inequality like any other:
it is decided by the solvers and held against numbers.

Promised: a statement that `limit` shows is that of a limit. May use: `kernel` and what stands below it.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.core.relational import Equality, StrictGreaterThan, StrictLessThan

from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Undecided

#: How close the function is to come to its limit.
EPSILON = Symbol("epsilon", positive=True)


def near(expr: Expr, value: Expr) -> Basic:
    """Return L − ε < f < L + ε."""
    low = StrictGreaterThan(expr, value - EPSILON, evaluate=False)
    return sp.And(low, StrictLessThan(expr, value + EPSILON, evaluate=False), evaluate=False)


def eventually(domain: Domain, z: Symbol, *, above: Expr | None = None, below: Expr | None = None) -> Domain:
    """Return a domain with ε > 0 and z > M(ε), or z < δ(ε)."""
    side = StrictGreaterThan(z, above, evaluate=False) if below is None else StrictLessThan(z, below, evaluate=False)
    return Domain(EPSILON, *domain.symbols, *domain.conditions, side, reach={**domain.reach, EPSILON: 1})


@rule
def limit(statement: Basic, domain: Domain, z: Symbol, given: Sequence[Fact]) -> Fact:
    """Show that a function comes within any ε of its limit beyond the modulus that the domain names.

    Parameters
    ----------
    statement : sympy relation
        `near(f, L)` with L free of z.
    domain : Domain
        As `eventually` makes it: one condition on z, either z > M or z < δ with δ > 0, M and δ free of z.
    z : sympy.Symbol
        The variable.
    given : sequence of Fact
        Bounds on f on that domain.

    Raises
    ------
    Refuted, Undecided
        As `theory.kernel.arithmetic.arithmetic`; also undecided if statement or domain do not have that form.
    """
    conditions = [c for c in domain.conditions if c.has(z)]
    if len(conditions) != 1 or conditions[0].lhs != z or conditions[0].rhs.has(z):
        raise Undecided(f"{domain.hypotheses()} is not a neighbourhood of 0 or of infinity")
    lower = [part for part in statement.args if isinstance(part, StrictGreaterThan)]
    expr, value = (lower[0].lhs, lower[0].rhs + EPSILON) if lower else (EPSILON, EPSILON)
    if expr.has(EPSILON) or value.has(z, EPSILON) or statement != near(expr, value):
        raise Undecided(f"{statement} does not say that a function comes within ε of a limit")
    everywhere = Domain(*domain.symbols, *(c for c in domain.conditions if c not in conditions))
    if any(c.has(EPSILON) for c in everywhere.conditions):
        raise Undecided(f"{everywhere.hypotheses()} does not contain every ε > 0")
    modulus = conditions[0].rhs
    # A modulus that is undefined for some ε would leave nothing to show there.
    arithmetic(Equality(modulus, modulus, evaluate=False), everywhere)
    if isinstance(conditions[0], StrictLessThan):
        arithmetic(StrictGreaterThan(modulus, 0, evaluate=False), everywhere)
    elif not isinstance(conditions[0], StrictGreaterThan):
        raise Undecided(f"{conditions[0]} is neither z > M nor z < δ")
    return arithmetic(statement, domain, given)
