"""The differential field of Bessel ratios and square roots, closed under d/dz by Riccati equations."""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Expr, Symbol
from sympy.core.relational import Equality

from modgap.theory.engines.known import SYMPY, Known
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import IvRatio
from modgap.theory.language.terms import is_open_in
from modgap.theory.outcome import Undecided


class RatioField:
    """Rational functions of z, the orders, ratios A_ν(z) and square roots, closed under d/dz by Riccati equations."""

    name = "rational functions of z, the orders, Bessel ratios and square roots"
    trusts: tuple[str, ...] = (SYMPY,)

    def __init__(self, *riccati: Known):
        self.uses: tuple[Known, ...] = riccati
        self._slope: dict[Expr, Expr] = {}
        for fact in riccati:
            left, right = fact.statement.args
            first = isinstance(left, Derivative) and isinstance(left.expr, IvRatio)
            if not (isinstance(fact.statement, Equality) and first and left.variables == left.expr.args[1:]):
                raise Undecided(f"{fact.statement} is not the equation of a ratio")
            is_open(fact.domain, left.variables[0])
            self._slope[left.expr] = right

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return 0 where the expression vanishes once derivatives are taken and squares of roots replaced."""
        while inner := [d for d in expr.atoms(Derivative) if not d.expr.has(Derivative)]:
            expr = expr.xreplace({d: self._differentiate(d) for d in inner})
        ratios = {a: sp.Dummy(f"A_{n}") for n, a in enumerate(sorted(expr.atoms(IvRatio), key=sp.default_sort_key))}
        return _without_roots(expr.xreplace(ratios))

    def _differentiate(self, node: Derivative) -> Expr:
        ((z, count),) = node.variable_count
        result = node.expr
        for _ in range(int(count)):
            ratios = {
                a: sp.Dummy(f"A_{n}") for n, a in enumerate(sorted(result.atoms(IvRatio), key=sp.default_sort_key))
            }
            if not all(a in self._slope and a.args[1] == z and not a.args[0].has(z) for a in ratios):
                raise Undecided(f"no Riccati equation is given for every ratio in {result}")
            body = result.xreplace(ratios)
            if body.atoms(sp.Function):
                raise Undecided(f"{node.expr} is no algebraic function of {z} and ratios")
            slope = sp.diff(body, z) + sum(sp.diff(body, t) * self._slope[a] for a, t in ratios.items())
            result = slope.xreplace({t: a for a, t in ratios.items()})
        return result


def is_open(domain: Domain, z: Symbol) -> None:
    """Check that a domain contains a neighbourhood in z of each of its points, so that facts may be differentiated."""
    if not is_open_in(domain, z):
        raise Undecided(f"{domain.hypotheses()} is not open in {z}: a fact on it may not be differentiated")


def _without_roots(expr: Expr) -> Expr:
    """Return the numerator of an expression modulo r² = radicand for every square root r in it, innermost last."""
    radicands: dict[Symbol, Expr] = {}
    while nested := [p for p in expr.atoms(sp.Pow) if p.exp.is_Rational and p.exp.q == 2 and not _has_root(p.base)]:
        for base in dict.fromkeys(p.base for p in nested):
            root = sp.Dummy(f"root_{len(radicands)}", positive=True)
            radicands[root] = base
            expr = expr.xreplace({p: root ** (2 * p.exp) for p in expr.atoms(sp.Pow) if p.base == base})
    numerator = sp.fraction(sp.together(expr))[0]
    for root, base in reversed(radicands.items()):
        top, bottom = sp.fraction(sp.together(base))
        square = sp.Poly(bottom * root**2 - top, root)
        numerator = sp.prem(sp.expand(numerator), square.as_expr(), root) if numerator.has(root) else numerator
    return sp.expand(numerator)


def _has_root(expr: Expr) -> bool:
    return any(p.exp.is_Rational and not p.exp.is_Integer for p in expr.atoms(sp.Pow))
