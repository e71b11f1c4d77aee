"""Cited facts on order and on finite sums. Each function is one; it checks the form of its premises.

A family of terms is given by a fact for every index 1 ≤ j ≤ N; the conclusion no longer speaks of the index.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Basic, Eq, Expr, Lambda, Le, Sum, Symbol
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import show_defined
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand, cite
from modgap.theory.language.domain import Domain, bound_names, free_variables
from modgap.theory.language.symbols import U1, sphere_mean
from modgap.theory.outcome import Undecided

# --- order -----------------------------------------------------------------------------------------------------------


@rule
def exponential_increases(inequality: Fact) -> Fact:
    """From a ≤ b: e^a ≤ e^b."""
    left, right = _sides(inequality, LessThan)
    statement = Le(sp.exp(left), sp.exp(right), evaluate=False)
    return cite("the exponential function increases", statement, inequality.domain, (inequality,))


@rule
def exponential_chord(weight: Expr, exponent: Expr, domain: Domain) -> Fact:
    """For 0 ≤ t ≤ 1: e^{t a} ≤ 1 − t + t e^a, the exponential function being convex."""
    show_defined(sp.Tuple(weight, exponent), domain)
    signs.show_nonnegative(weight, domain)
    signs.show_nonnegative(1 - weight, domain)
    statement = Le(sp.exp(weight * exponent), 1 - weight + weight * sp.exp(exponent), evaluate=False)
    return cite("the exponential function is convex", statement, domain)


@rule
def power_increases(inequality: Fact, positive: Fact, exponent: Expr) -> Fact:
    """From 0 < a ≤ b and q > 0: a^q ≤ b^q."""
    smaller, larger = _sides(inequality, LessThan)
    if positive.statement != sp.Gt(smaller, 0, evaluate=False):
        raise Undecided(f"{positive.statement} does not say that {smaller} is positive")
    show_defined(exponent, inequality.domain)
    signs.show_positive(exponent, inequality.domain)
    statement = Le(smaller**exponent, larger**exponent, evaluate=False)
    return cite("positive powers of positive numbers increase", statement, inequality.domain, (inequality, positive))


def _sides(fact: Fact, kind: type) -> tuple[Expr, Expr]:
    if type(fact.statement) is not kind:
        raise Undecided(f"{fact.statement} is not of the kind {kind.__name__}")
    left, right = fact.statement.args  # type: ignore[attr-defined]
    return left, right


# --- finite sums -----------------------------------------------------------------------------------------------------


def bound_index(domain: Domain, index: Symbol, count: Expr) -> Domain:
    """Return the domain without an index, after checking that it ranges over all of 1, …, N and nothing else is asked.

    An index that the domain does not declare ranges freely: there the fact holds for every value.
    """
    if count.is_integer is not True:
        raise Undecided(f"the number of terms {count} is not known to be an integer")
    if index.is_integer is not True or free_variables(count) - domain.declared:
        raise Undecided(f"{index} is not an integer index up to {count}")
    asked = {c for c in domain.conditions if index in free_variables(c)}
    if not asked <= {sp.Ge(index, 1), Le(index, count)}:
        raise Undecided(f"{asked} asks more of {index} than 1 ≤ {index} ≤ {count}")
    if index in free_variables(count) or any(index in free_variables(v.dim) for v in domain.vectors):
        raise Undecided(f"{index} is no bound index: {count} or a dimension speaks of it")
    return domain.without(index)


@rule
def sum_compares(terms: Fact, index: Symbol, count: Expr) -> Fact:
    """From a_j R b_j for every j: Σ a_j R Σ b_j, for R among =, ≤, <, ≥, > (the strict ones because N ≥ 1)."""
    kinds = (Eq, LessThan, StrictLessThan, GreaterThan, StrictGreaterThan)
    if not isinstance(terms.statement, kinds) or not count.is_positive:
        raise Undecided(f"{terms.statement} is no relation between terms, or {count} may be zero")
    domain = bound_index(terms.domain, index, count)
    left, right = (Sum(side, (index, 1, count)) for side in terms.statement.args)
    statement = terms.statement.func(left, right, evaluate=False)
    return cite("finite sums compare term by term", statement, domain, (terms,), binds=(index,))


@rule
def sum_positive(terms: Fact, index: Symbol, count: Expr) -> Fact:
    """From a_j > 0 for every j, 1 ≤ j ≤ N and N ≥ 1: Σ a_j > 0."""
    left, right = _sides(terms, StrictGreaterThan)
    if right != 0 or not count.is_positive:
        raise Undecided(f"{terms.statement} does not say that the terms are positive")
    domain = bound_index(terms.domain, index, count)
    statement = sp.Gt(Sum(left, (index, 1, count)), 0, evaluate=False)
    return cite("a finite sum of positive terms is positive", statement, domain, (terms,), binds=(index,))


@rule
def sum_linear(parts: Sequence[tuple[Expr, Expr]], index: Symbol, count: Expr, domain: Domain) -> Fact:
    """Σ_j Σ_k c_k a_kj = Σ_k c_k Σ_j a_kj, for factors c_k that do not speak of j."""
    if any(index in free_variables(factor) for factor, _ in parts) or index in domain.declared:
        raise Undecided(f"a factor of {parts} speaks of {index}, or {index} is not bound")
    inside = sum((factor * term for factor, term in parts), sp.S.Zero)
    outside = sum((factor * Sum(term, (index, 1, count)) for factor, term in parts), sp.S.Zero)
    statement = Eq(Sum(inside, (index, 1, count)), outside, evaluate=False)
    _defined_sums([*(factor for factor, _ in parts), *(Sum(term, (index, 1, count)) for _, term in parts)], domain)
    return cite("finite sums are linear", statement, domain)


@rule
def sum_constant(constant: Expr, index: Symbol, count: Expr, domain: Domain) -> Fact:
    """Σ_{j=1}^N c = N c for c that does not speak of j."""
    if index in free_variables(constant) or index in domain.declared or not count.is_positive:
        raise Undecided(f"{constant} speaks of {index}, or {index} is not bound")
    statement = Eq(Sum(constant, (index, 1, count)), count * constant, evaluate=False)
    _defined_sums([*statement.args], domain)
    return cite("N equal terms sum to N times one", statement, domain)


@rule
def single_term(term: Expr, index: Symbol, domain: Domain) -> Fact:
    """Σ_{j=1}^1 a_j = a_1."""
    if index in domain.declared or index.is_integer is not True:
        raise Undecided(f"{index} is not a bound index")
    statement = Eq(Sum(term, (index, 1, 1)), term.subs(index, 1), evaluate=False)
    return cite("a sum of one term is that term", statement, domain)


@rule
def jensen_logarithm(terms: Fact, index: Symbol, count: Expr) -> Fact:
    """From p_j > 0 for every j: (1/N) Σ log p_j ≤ log((1/N) Σ p_j), the logarithm being concave."""
    left, right = _sides(terms, StrictGreaterThan)
    if right != 0 or not count.is_positive:
        raise Undecided(f"{terms.statement} does not say that the terms are positive")
    domain, limits = bound_index(terms.domain, index, count), (index, 1, count)
    mean = Sum(left, limits) / count
    statement = Le(Sum(sp.log(left), limits) / count, sp.log(mean), evaluate=False)
    return cite("Jensen's inequality for the logarithm", statement, domain, (terms,), binds=(index,))


@rule
def jensen_power(terms: Fact, exponent: Expr, index: Symbol, count: Expr) -> Fact:
    """From p_j > 0 for every j and 0 < q ≤ 1: (1/N) Σ p_j^q ≤ ((1/N) Σ p_j)^q, the power being concave."""
    left, right = _sides(terms, StrictGreaterThan)
    if right != 0 or not count.is_positive or index in free_variables(exponent):
        raise Undecided(f"{terms.statement} does not say that the terms are positive, or {exponent} speaks of {index}")
    show_defined(exponent, terms.domain)
    signs.show_positive(exponent, terms.domain)
    signs.show_nonnegative(1 - exponent, terms.domain)
    domain, limits = bound_index(terms.domain, index, count), (index, 1, count)
    mean = Sum(left, limits) / count
    statement = Le(Sum(left**exponent, limits) / count, mean**exponent, evaluate=False)
    return cite("Jensen's inequality for concave powers", statement, domain, (terms,), binds=(index,))


def _defined_sums(exprs: Sequence[Expr], domain: Domain) -> None:
    """Check that sums and factors are defined before an algebra system may cancel something in them."""
    for expr in exprs:
        show_defined(sp.sympify(expr), domain)


def no_capture(expr: Basic, *indices: Symbol) -> None:
    """Refuse an expression that binds one of the indices anew."""
    if bound_names(expr) & set(indices):
        raise Undecided(f"{expr} binds one of {indices} anew")


# --- absolute values -------------------------------------------------------------------------------------------------


@rule
def triangle(term: Expr, index: Symbol, count: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """|Σ_j a_j| ≤ Σ_j |a_j| for real a_j; the domain declares the index."""
    where, limits = bound_index(domain, index, count), (index, 1, count)
    show_defined(term, domain, given)
    statement = Le(sp.Abs(Sum(term, limits)), Sum(sp.Abs(term), limits), evaluate=False)
    return cite("the triangle inequality", statement, where, tuple(given), binds=(index,))


@rule
def hinge_increases(inequality: Fact) -> Fact:
    """From a ≤ b: |a| + a ≤ |b| + b, both being twice the positive part."""
    left, right = _sides(inequality, LessThan)
    statement = Le(sp.Abs(left) + left, sp.Abs(right) + right, evaluate=False)
    return cite("the positive part increases", statement, inequality.domain, (inequality,))


# --- points of the circle --------------------------------------------------------------------------------------------


@rule
def cosine_of_difference(a: Expr, b: Expr, domain: Domain) -> Fact:
    """cos a cos b + sin a sin b = cos(a − b) (DLMF 4.21.2)."""
    for angle in (a, b):
        show_defined(angle, domain)
    statement = Eq(sp.cos(a) * sp.cos(b) + sp.sin(a) * sp.sin(b), sp.cos(a - b), evaluate=False)
    return cite("the addition theorem of the cosine (DLMF 4.21.2)", statement, domain)


@rule
def turned_circle(function: Lambda, own: Symbol, index: Symbol, count: Expr, domain: Domain) -> Fact:
    """Σ_j f(cos(2πi/N − 2πj/N)) = Σ_j f(cos(2πj/N)): j ↦ i − j permutes the residues of N, and cos has period 2π.

    The domain declares the integer i, not the index j.
    """
    if index in domain.declared or not (index.is_integer and own.is_integer) or own not in domain.declared:
        raise Undecided(f"{own} is no declared integer, or {index} is not bound")
    if {own, index} & free_variables(function) or not (count.is_integer and count.is_positive):
        raise Undecided(f"{function} speaks of {own} or {index}, or {count} is no positive integer")
    no_capture(function.expr, own, index)
    step, limits = 2 * sp.pi / count, (index, 1, count)
    turned, plain = function(sp.cos(step * own - step * index)), function(sp.cos(step * index))
    # That it is defined on all of [−1, 1].
    show_defined(sphere_mean(sp.Integer(2), function(U1)), domain)
    theorem = "sums over the N-th roots of unity do not change when these are turned or mirrored"
    return cite(theorem, Eq(Sum(turned, limits), Sum(plain, limits), evaluate=False), domain)


@rule
def circle_mean(function: Lambda, increasing: Fact, index: Symbol, count: Expr, domain: Domain) -> Fact:
    """(1/N) Σ_j f(cos(2πj/N)) ≤ E_{u∼σ(S¹)} f(u_1) + 2(f(1) − f(−1))/N for an increasing f.

    Proof. f(cos θ) at the end of an arc of length 2π/N exceeds its mean over that arc by at most its variation there;
    over the whole circle the variation is 2(f(1) − f(−1)), as the cosine falls from 1 to −1 and rises again. ∎

    Parameters
    ----------
    function : sympy.Lambda
        f, an expression in one variable, defined on [−1, 1].
    increasing : Fact
        f(a) ≤ f(b) on a domain whose only condition on the real a and b is a ≤ b.
    """
    (variable,) = function.variables
    if index in domain.declared or index in free_variables(function) or not index.is_integer:
        raise Undecided(f"{index} is not bound")
    no_capture(function.expr, index)
    if variable != U1 or not (count.is_integer and count.is_positive):
        raise Undecided(f"{function} is no function of {U1}, or {count} is no positive integer")
    pairs = [c for c in increasing.domain.conditions if c not in domain.conditions]
    if len(pairs) != 1 or not isinstance(pairs[0], LessThan) or len(set(pairs[0].args)) != 2:
        raise Undecided(f"{increasing.domain.hypotheses()} does not compare two points")
    low, high = pairs[0].args
    signless = all(isinstance(s, Symbol) and s.is_real and s.is_nonnegative is None for s in (low, high))
    real = signless and not any(s.is_integer for s in (low, high))
    if increasing.statement != Le(function(low), function(high), evaluate=False) or {low, high} & domain.declared:
        raise Undecided(f"{increasing.statement} does not say that {function} increases, or {low}, {high} are taken")
    if not real:
        raise Undecided(f"{increasing.statement} does not say that {function} increases")
    mean = Sum(function(sp.cos(2 * sp.pi * index / count)), (index, 1, count)) / count
    bound = sphere_mean(sp.Integer(2), function.expr) + 2 * (function(sp.S.One) - function(-sp.S.One)) / count
    theorem = "a Riemann sum is off by at most the total variation over the number of its points"
    return by_hand(theorem, Le(mean, bound, evaluate=False), domain, (increasing,), binds=(low, high))
