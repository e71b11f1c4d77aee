"""Relations and conjunctions as they are written: SymPy's, never evaluated on the way.

SymPy answers `1 > 0` by `true` and takes `x >= x - 1` for `true` too; a statement must stay what it says.
"""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Basic, Expr
from sympy.core.relational import Equality, GreaterThan, LessThan, StrictGreaterThan, StrictLessThan


def eq(left: Any, right: Any) -> Equality:
    """Return left = right.

    Examples
    --------
    >>> eq(1, 1)
    Eq(1, 1)
    """
    return Equality(left, right, evaluate=False)


def lt(left: Any, right: Any) -> StrictLessThan:
    """Return left < right."""
    return StrictLessThan(left, right, evaluate=False)


def le(left: Any, right: Any) -> LessThan:
    """Return left ≤ right."""
    return LessThan(left, right, evaluate=False)


def gt(left: Any, right: Any) -> StrictGreaterThan:
    """Return left > right."""
    return StrictGreaterThan(left, right, evaluate=False)


def ge(left: Any, right: Any) -> GreaterThan:
    """Return left ≥ right."""
    return GreaterThan(left, right, evaluate=False)


def all_of(*relations: Basic) -> sp.And:
    """Return the conjunction of relations.

    Examples
    --------
    >>> all_of(lt(0, 1), lt(1, 2))
    (0 < 1) & (1 < 2)
    """
    return sp.And(*relations, evaluate=False)


def sides(relation: Basic) -> tuple[Expr, Expr]:
    """Return the two sides of a relation.

    Examples
    --------
    >>> sides(lt(0, 1))
    (0, 1)
    """
    left, right = relation.args
    return left, right
