"""False neighbours of a statement: what a checker that is worth anything must not let pass."""

from __future__ import annotations

import sympy as sp
from sympy import Basic
from sympy.core.relational import (
    Equality,
    GreaterThan,
    LessThan,
    StrictGreaterThan,
    StrictLessThan,
    Unequality,
)

from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.facts import Fact
from modgap.theory.outcome import Unproved

__all__ = ["negation", "neighbours", "proves_its_negation"]

_OPPOSITE = {
    GreaterThan: StrictLessThan,
    StrictGreaterThan: LessThan,
    LessThan: StrictGreaterThan,
    StrictLessThan: GreaterThan,
    Equality: Unequality,
    Unequality: Equality,
}


def _parts(statement: Basic) -> tuple[Basic, ...]:
    return statement.args if isinstance(statement, sp.And) else (statement,)


def negation(statement: Basic) -> Basic:
    """Return the opposite of the first relation: false wherever the statement holds."""
    first = _parts(statement)[0]
    return _OPPOSITE[type(first)](*first.args, evaluate=False)


def neighbours(statement: Basic) -> dict[str, Basic]:
    """Return altered statements by what was altered; where there is room between the sides some may be true.

    The first relation is reversed, its tighter side moved by a tenth and by 1 against the claim, or scaled by it.
    """
    first = _parts(statement)[0]
    left, right = first.args
    out = {"reversed": negation(statement)}
    if isinstance(first, Unequality):
        return out
    sign = -1 if isinstance(first, LessThan | StrictLessThan) else 1
    for step in (sp.Rational(1, 10), sp.S.One):
        out[f"moved by {step}"] = first.func(left, right + sign * step, evaluate=False)
    out["a side scaled by 11/10"] = first.func(left * sp.Rational(10, 11), right, evaluate=False)
    return out


def proves_its_negation(claim: Claim) -> bool:
    """Tell whether the derivation of a claim, asked the same of the opposite statement, shows that too.

    It must not: one of the two is false wherever there is a point. Each rule that ends a derivation can be asked
    again of another statement.
    """
    result = claim.result
    if not isinstance(result, Fact) or result.recheck is None:
        return False
    try:
        return result.recheck(negation(claim.statement)).statement == negation(claim.statement)
    except Unproved:
        return False
