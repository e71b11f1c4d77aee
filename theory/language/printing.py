"""How statements are shown: read off the checked object, in LaTeX and in plain text."""

from __future__ import annotations

import sympy as sp
from sympy import Basic
from sympy.printing.latex import LatexPrinter
from sympy.printing.str import StrPrinter

from modgap.theory.language.symbols import definitions


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


class _Latex(LatexPrinter):
    def _print_hyper(self, expr, exp=None):
        above, below = ([self._print(a) for a in parameters] for parameters in expr.args[:2])
        name = rf"{{}}_{{{len(above)}}}F_{{{len(below)}}}"
        body = rf"{name}\left({','.join(above)};\,{','.join(below)};\,{self._print(expr.args[2])}\right)"
        return body if exp is None else rf"\left({body}\right)^{{{exp}}}"

    def _print_And(self, expr):
        return r"\quad\text{and}\quad ".join(self._print(arg) for arg in expr.args)


def plain(expr: Basic) -> str:
    """Return an expression or statement in plain text."""
    return _Plain().doprint(expr)


def latex(expr: Basic) -> str:
    """Return an expression or statement in LaTeX."""
    return _Latex({"fold_short_frac": False}).doprint(expr)


def glossary(statement: Basic) -> list[tuple[str, str, str]]:
    """Return (plain symbol, its meaning in plain text, symbol = meaning in LaTeX) for all abbreviations used."""
    return [
        (plain(symbol), plain(meaning), f"{latex(symbol)} = {latex(meaning)}")
        for symbol, meaning in definitions(statement)
    ]
