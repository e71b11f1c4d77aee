"""How statements are shown in plain text, read off the checked object."""

from __future__ import annotations

import sympy as sp
from sympy import Basic
from sympy.printing.str import StrPrinter


def parts(statement: Basic) -> list[Basic]:
    """Return the relations that a statement joins."""
    return list(statement.args) if isinstance(statement, sp.And) else [statement]


class _Plain(StrPrinter):
    def _print_Relational(self, expr):
        sign = {"==": "="}.get(expr.rel_op, expr.rel_op)
        return f"{self._print(expr.lhs)} {sign} {self._print(expr.rhs)}"

    def _print_And(self, expr):
        return " and ".join(self._print(arg) for arg in expr.args)

    def _print_besseli(self, expr):
        return f"I({', '.join(self._print(a) for a in expr.args)})"

    def _print_hyper(self, expr):
        return f"0F1(; {self._print(expr.args[1][0])}; {self._print(expr.args[2])})"

    def _print_Derivative(self, expr):
        body = self._print(expr.expr)
        for variable, order in reversed(expr.variable_count):
            power = "" if order == 1 else f"^{order}"
            body = f"d{power}/d{self._print(variable)}{power} {body if expr.expr.is_Function else f'({body})'}"
        return body


def plain(expr: Basic) -> str:
    """Return an expression or statement in plain text."""
    return _Plain().doprint(expr)
