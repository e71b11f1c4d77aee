"""Substitution: values in place of variables, without capture and without a rewriting in passing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import sympy as sp
from sympy import Basic, Symbol
from sympy.concrete.expr_with_limits import ExprWithLimits

from modgap.theory.language.domain import bound_names, free_variables

#: What stands in the trust list of a step in which SymPy builds terms anew and may evaluate them in passing.
EVALUATION = "engine: SymPy, automatic evaluation of terms that are built anew"


def substituted(expr: Basic, values: Mapping[Basic, Basic]) -> Basic:
    """Return an expression with values in place of its free variables, all at once, nothing evaluated.

    Variables are symbols and families; a family is replaced by a family. A bound variable that a value speaks of is
    renamed first, so that nothing is captured; a variable that is bound is none that is replaced.

    Parameters
    ----------
    expr : sympy.Basic
        An expression, or a relation of expressions.
    values : mapping
        A value for each variable that is replaced.
    """
    here = {variable: sp.sympify(value) for variable, value in values.items() if variable in free_variables(expr)}
    if not here:
        return expr
    if expr in here:
        return here[expr]
    if isinstance(expr, sp.Lambda):
        names, body = _renamed(expr.variables, expr.expr, here)
        return sp.Lambda(names, substituted(body, _without(here, names)))
    if isinstance(expr, sp.Subs):
        names, body = _renamed(expr.variables, expr.expr, here)
        points = tuple(substituted(point, here) for point in expr.point)
        return expr.func(substituted(body, _without(here, names)), names, points)
    if isinstance(expr, ExprWithLimits):
        return _with_limits(expr, here)
    return _rebuilt(expr, [substituted(part, here) for part in expr.args])


def from_below(expr: Basic, change: Callable[[Basic], Basic]) -> Basic:
    """Return an expression whose parts are changed one by one, innermost first, and nothing else: none is evaluated."""
    return change(_rebuilt(expr, [from_below(part, change) for part in expr.args]))


def _without(values: Mapping[Basic, Basic], names: tuple[Basic, ...]) -> dict[Basic, Basic]:
    return {variable: value for variable, value in values.items() if variable not in names}


def _with_limits(expr: ExprWithLimits, values: Mapping[Basic, Basic]) -> Basic:
    """Substitute in a sum or an integral, one limit after the other from the outermost one on."""
    *inner, (variable, *ends) = expr.limits
    body = expr.func(expr.function, *inner) if inner else expr.function
    (name,), body = _renamed((variable,), body, values)
    ends = [substituted(end, values) for end in ends]
    body = substituted(body, _without(values, (name,)))
    return expr.func(body, (name, *ends))


def _renamed(
    variables: tuple[Basic, ...], body: Basic, values: Mapping[Basic, Basic]
) -> tuple[tuple[Basic, ...], Basic]:
    """Return bound variables that no value speaks of, and the body in terms of them."""
    spoken = frozenset().union(*map(free_variables, values.values()))
    labels = {base.label for value in values.values() for base in value.atoms(sp.IndexedBase)}
    if not (set(variables) & (spoken | labels)):
        return variables, body
    taken = {str(s) for s in spoken | labels | free_variables(body) | bound_names(body)}
    new: dict[Basic, Basic] = {}
    for variable in variables:
        name = str(variable)
        while name in taken:
            name += "'"
        taken.add(name)
        new[variable] = Symbol(name, **variable._assumptions_orig)
    return tuple(new.values()), substituted(body, new)


def _rebuilt(expr: Basic, parts: list[Basic]) -> Basic:
    """Put changed parts together, without any evaluation where SymPy lets one choose."""
    if list(expr.args) == parts:
        return expr
    try:
        return expr.func(*parts, evaluate=False)
    except TypeError:
        return expr.func(*parts)
