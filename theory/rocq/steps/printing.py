"""The statements of steps as closed propositions of Rocq: those of `rocq.statements`, with a few symbols more.

A step says ``forall variables, hypotheses -> relations``. Division, logarithm and the like are total in Rocq; that a
step's terms are defined is not part of its proposition (it is of a claim's, in `Ledger.Statements`).
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp
from sympy import Basic, Expr

from modgap.theory.kernel.claims import Claim
from modgap.theory.rocq import statements
from modgap.theory.rocq.statements import Scope, UnprintableError, declared, natural, parts, real, relation
from modgap.theory.rocq.steps.reading import Step

__all__ = ["UnprintableError", "Wide", "hypotheses", "proposition", "variables"]


class Wide(Scope):
    """A scope in which series, factorials and the greater of two numbers have symbols too."""

    def beyond(self, expr: Expr) -> str:
        """Write what occurs in derivations and in no statement of a claim."""
        if isinstance(expr, sp.factorial):
            return f"(INR (fact {counted(expr.args[0], self)}))"
        if isinstance(expr, sp.RisingFactorial):
            return f"(rising {real(expr.args[0], self)} {counted(expr.args[1], self)})"
        if isinstance(expr, sp.Sum) and len(expr.limits) == 1:
            return self._sum(expr)
        if isinstance(expr, sp.Max | sp.Min) and len(expr.args) == 2:
            name = "Rmax" if isinstance(expr, sp.Max) else "Rmin"
            return f"({name} {real(expr.args[0], self)} {real(expr.args[1], self)})"
        if expr is sp.E:
            return "(exp 1)"
        return super().beyond(expr)

    def whole(self, exponent: Expr) -> str:
        """Write an exponent that is a natural number; empty where it is none."""
        if not (exponent.is_integer and exponent.is_nonnegative):
            return ""
        try:
            return counted(exponent, self)
        except UnprintableError:
            return ""

    def _sum(self, expr: sp.Sum) -> str:
        ((variable, low, high),) = expr.limits
        inner = self.extended(variable, "nat")
        body = f"(fun {inner.names[variable]} : nat => {real(expr.function, inner)})"
        if low == 0 and high is sp.oo:
            return f"(Series {body})"
        if low == 0:
            return f"(sumn (S {natural(high, self)}) {body})"
        return super().beyond(expr)


def counted(expr: Expr, scope: Scope) -> str:
    """Write a natural number that is a sum or a product of such."""
    if isinstance(expr, sp.Add | sp.Mul) and all(a.is_integer and a.is_nonnegative for a in expr.args):
        # The constant last: one more is written k + 1.
        ordered = sorted(expr.args, key=lambda a: a.is_Integer) if expr.is_Add else expr.args
        return f"({(' + ' if expr.is_Add else ' * ').join(counted(a, scope) for a in ordered)})%nat"
    return natural(expr, scope)


@dataclass(frozen=True)
class Hypotheses:
    """What stands before a step's relations: its scope, binders and hypotheses, and which variable each binder is."""

    scope: Scope
    binders: tuple[str, ...]
    written: tuple[str, ...]


def variables(step: Step | Claim) -> tuple[Basic, ...]:
    """Return the variables of a step in the order of their binders."""
    return (*step.domain.symbols, *(v.symbol for v in step.domain.vectors))


def hypotheses(step: Step | Claim) -> Hypotheses:
    """Return binders and hypotheses of a step, as its proposition has them."""
    scope, binders, written = declared(step.domain, Wide())
    for condition in step.domain.conditions:
        written += [relation(part, scope) for part in parts(condition)]
    return Hypotheses(scope, tuple(binders), tuple(dict.fromkeys(written)))


def proposition(step: Step | Claim) -> str:
    """Return what a step says as a closed proposition.

    Raises
    ------
    UnprintableError
        If it speaks of something that has no symbol in Rocq.
    """
    found = hypotheses(step)
    head = f"forall {' '.join(found.binders)},\n" if found.binders else ""
    premises = "".join(f"  ({h}) ->\n" for h in found.written)
    said = statements.conjunction([relation(part, found.scope) for part in parts(step.statement)])
    return f"{head}{premises}  ({said})"
