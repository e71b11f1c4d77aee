"""The uniform law of the unit vectors across an axis, as one of the couplings that a statement is on."""

from __future__ import annotations

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.core.relational import Relational

from modgap.theory.engines import signs
from modgap.theory.engines.normal_forms import bilinear
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand
from modgap.theory.language.couplings import CouplingMean, inside
from modgap.theory.language.domain import COUPLINGS, Domain, Vectors, bound_names, free_variables, vector_across
from modgap.theory.language.symbols import Dot, Norm, SphereMGF, unfold
from modgap.theory.outcome import Undecided


@rule
def uniform_across(fact: Fact, law: Symbol, e: Symbol, domain: Domain) -> Fact:
    """A statement on all couplings Q, said of the law of (u, u), u uniform on the unit vectors of R^n across e, n ≥ 3.

    E_Q e^{a·u + const} becomes e^{const} M_{n−1}(|a − (a·e)e|), a free of u. Proof. u lies in the space across e, of
    dimension n − 1 ≥ 2, where its law is rotation invariant; so E e^{a·u} depends on the length of the projection of a
    alone, and is M_{n−1} of it, M_{n−1}(z) = ₀F₁(; (n−1)/2; z²/4) being the mean of e^{z u_1} (DLMF 10.32.2). ∎

    Parameters
    ----------
    fact : Fact
        The statement; it asks nothing of Q, and speaks of it in means of exponentials only.
    law : Symbol
        Q.
    e : Symbol
        The axis, which the domain declares as a unit vector.
    domain : Domain
        The domain of the conclusion, without Q.
    """
    declared = next((v for v in fact.domain.vectors if v.symbol == law and v.kind in COUPLINGS), None)
    if declared is None or any(law in free_variables(c) for c in fact.domain.conditions):
        raise Undecided(f"{fact.statement} is not shown for every coupling {law}")
    if Vectors(e, declared.dim) not in domain.vectors or law in domain.declared:
        raise Undecided(f"{domain.hypotheses()} does not declare {e} as a unit vector, or it declares {law}")
    if e in bound_names(fact.statement):
        raise Undecided(f"{fact.statement} binds {e} itself")
    signs.show_nonnegative(declared.dim - 3, domain)
    statement = _Across(law, declared.dim, e).turned(fact.statement, domain)
    return by_hand("the uniform law across an axis is rotation invariant", statement, domain, (fact,), binds=(law,))


class _Across:
    """Replaces means over a law by what they are for the uniform law across an axis."""

    def __init__(self, law: Symbol, dim: Expr, e: Symbol):
        self.law, self.dim, self.e = law, dim, e

    def turned(self, expr: Basic, domain: Domain) -> Basic:
        """Return the expression with its means replaced; the domain declares what is bound around it."""
        if isinstance(expr, CouplingMean) and expr.args[0] == self.law:
            return self.mean(expr, domain)
        if isinstance(expr, CouplingMean):
            body = self.turned(expr.integrand, inside(expr, domain))
            return CouplingMean(expr.args[0], sp.Lambda(expr.variables, body))
        if not expr.args or self.law not in free_variables(expr):
            return expr
        if not isinstance(expr, sp.Add | sp.Mul | sp.Pow | sp.exp | sp.log | Relational | sp.And):
            raise Undecided(f"{expr} is not read here")
        parts = [self.turned(part, domain) for part in expr.args]
        return expr.func(*parts, evaluate=False) if isinstance(expr, Relational | sp.And) else expr.func(*parts)

    def mean(self, expr: CouplingMean, domain: Domain) -> Expr:
        """Return the mean of e^{a·u + const} over u across the axis, or of what does not depend on u."""
        query, key = expr.variables
        if {query, key} & domain.declared or query in free_variables(expr.integrand):
            raise Undecided(f"one of {query}, {key} is taken, or {expr} speaks of queries")
        here = Domain(*domain.symbols, *domain.vectors, vector_across(key, self.dim, self.e), *domain.conditions)
        body = self.turned(expr.integrand, here)
        if key not in free_variables(body):
            return body
        if not isinstance(body, sp.exp):
            raise Undecided(f"{body} is no exponential")
        exponent = sp.expand(self.inner(unfold(body.args[0]), here))
        constant, vector = sp.S.Zero, sp.S.Zero
        for addend in sp.Add.make_args(exponent):
            speaking = [f for f in sp.Mul.make_args(addend) if key in free_variables(f)]
            if not speaking:
                constant += addend
                continue
            (dot,) = speaking if len(speaking) == 1 else (None,)
            sides = [side for side in dot.args if side != key] if isinstance(dot, Dot) else []
            if len(sides) != 1:
                raise Undecided(f"{addend} is not linear in {key}")
            vector += addend / dot * sides[0]
        return sp.exp(constant) * SphereMGF(self.dim - 1, self.length(vector, here))

    def length(self, vector: Expr, domain: Domain) -> Expr:
        """Return the length of the projection of a vector across the axis, positive factors taken out."""
        square = sp.expand(self.inner(Dot(vector, vector) - Dot(vector, self.e) ** 2, domain))
        if not square.has(Dot):
            return sp.sqrt(square)
        names = {v.symbol for v in domain.vectors}
        factors = sp.Mul.make_args(sp.factor_terms(vector))
        scalars = [f for f in factors if not names & free_variables(f)]
        for factor in scalars:
            signs.show_positive(factor, domain)
        rest = sp.Mul(*(f for f in factors if names & free_variables(f)))
        return sp.Mul(*scalars) * Norm(rest - Dot(rest, self.e) * self.e)

    @staticmethod
    def inner(expr: Expr, domain: Domain) -> Expr:
        """Return an expression with its inner products expanded by bilinearity, lengths and orthogonalities used."""
        return expr.replace(lambda node: isinstance(node, Dot), lambda dot: bilinear(dot, domain))
