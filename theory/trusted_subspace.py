"""Theorems that the Theorem 3 chapters cite, each with its proof.

As in `theory.trusted`, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol
from sympy.core.relational import LessThan

from theory import signs
from theory.definedness import show_defined
from theory.domain import Domain
from theory.facts import Fact
from theory.language import IvRatio, SphereMGF
from theory.outcome import Undecided
from theory.rules import cite
from theory.trusted_analysis import _whole_axis


def increment_of_log_mgf(slope: Fact, form: Fact, k: Symbol, b: Symbol, domain: Domain) -> Fact:
    """From (log S)' = A and S = M_h for z > 0: log M_h(k+b) − log M_h(k−b) = ∫_{|k−b|}^{k+b} A for k, b > 0.

    Proof. M_h(z) = ₀F₁(; h/2; z²/4) is even and entire, and at least 1 on the real line, its series in z² having
    positive coefficients. So log M_h is even and continuous, log M_h(k−b) = log M_h(|k−b|), and the fundamental theorem
    of calculus holds on [|k−b|, k+b], from 0+ where k = b; A = I_{ν+1}/I_ν is continuous. ∎

    Parameters
    ----------
    slope, form : Fact
        d/dz log S(z) = A_ν(z) and S(z) = M_h(z), both for every z > 0.
    k, b : sympy.Symbol
        Positive variables of the domain.
    """
    if not (isinstance(slope.statement, Eq) and isinstance(form.statement, Eq)):
        raise Undecided(f"{slope.statement} and {form.statement} are not two equations")
    (scaled, mgf), (left, ratio) = form.statement.args, slope.statement.args
    if not isinstance(mgf, SphereMGF) or not isinstance(ratio, IvRatio):
        raise Undecided(f"{form.statement} does not speak of M, or {slope.statement} not of A")
    dim, z = mgf.args
    if left != Derivative(sp.log(scaled), z) or ratio.args[1] != z or dim.has(z):
        raise Undecided(f"{slope.statement} is not the derivative of the logarithm of {scaled}")
    for fact in (slope, form):
        _whole_axis(fact.domain, z)
    if not {k, b} <= set(domain.symbols) or not (k.is_positive and b.is_positive) or z in {k, b}:
        raise Undecided(f"{k} and {b} are not two positive variables of {domain.hypotheses()}")
    signs.show_positive(dim, domain)
    difference = sp.log(SphereMGF(dim, k + b)) - sp.log(SphereMGF(dim, k - b))
    statement = Eq(difference, sp.Integral(ratio, (z, sp.Abs(k - b), k + b)), evaluate=False)
    return cite("the fundamental theorem of calculus", statement, domain, (slope, form), binds=(z,))


def log_mgf_grows(squares: Fact, dim: Expr) -> Fact:
    """From p² ≤ q² for real p and q: log M_h(p) ≤ log M_h(q), h > 0.

    Proof. M_h(z) = Σ_k (z²/4)^k/((h/2)_k k!) has positive coefficients in z² ≥ 0 and starts with 1. ∎
    """
    left, right = squares.statement.args
    squared = isinstance(squares.statement, LessThan) and all(side.is_Pow and side.exp == 2 for side in (left, right))
    if not squared:
        raise Undecided(f"{squares.statement} does not compare two squares")
    signs.show_positive(dim, squares.domain)
    for side in (left, right):
        show_defined(side, squares.domain)
    smaller, larger = (sp.log(SphereMGF(dim, side.base)) for side in (left, right))
    theorem = "a power series with positive coefficients increases"
    return cite(theorem, LessThan(smaller, larger, evaluate=False), squares.domain, (squares,))


def log_mgf_is_even(squares: Fact, dim: Expr) -> Fact:
    """From p² = q² for real p and q: log M_h(p) = log M_h(q), h > 0, M_h being a function of z² (and at least 1)."""
    left, right = squares.statement.args
    if not isinstance(squares.statement, Eq) or not all(side.is_Pow and side.exp == 2 for side in (left, right)):
        raise Undecided(f"{squares.statement} does not equate two squares")
    signs.show_positive(dim, squares.domain)
    for side in (left, right):
        show_defined(side, squares.domain)
    statement = Eq(*(sp.log(SphereMGF(dim, side.base)) for side in (left, right)), evaluate=False)
    return cite("M_h(z) is a series in z²", statement, squares.domain, (squares,))
