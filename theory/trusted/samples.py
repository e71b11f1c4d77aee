"""Cited facts on means over samples, and the elementary inequalities that go with them. Each function is one.

A sample s is a sequence of n independent draws from 1, …, N; a mean over samples is a finite sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sympy as sp
from sympy import Abs, Eq, Expr, Le, Sum, Symbol
from sympy.core.relational import LessThan, StrictGreaterThan

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import show_defined
from modgap.theory.engines.known import common_domain, known_positive
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand, cite
from modgap.theory.language.domain import Domain, free_variables
from modgap.theory.language.samples import Draw, SampleMean, sample_mean
from modgap.theory.language.substitution import substituted
from modgap.theory.language.symbols import unfold
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.sums import bound_index, no_capture

# --- elementary inequalities -----------------------------------------------------------------------------------------


@rule
def square_of_logarithm(positive: Fact) -> Fact:
    """From a > 0: (log a)² ≤ (a − 1)²/a.

    Proof. log t ≤ (t − 1/t)/2 for t ≥ 1, as both sides vanish at 1 and the derivatives differ by (1 − 1/t)²/2; so
    |log t| ≤ |t − 1/t|/2 for t > 0. Put t = √a and square. ∎
    """
    a, zero = positive.statement.args
    if not isinstance(positive.statement, StrictGreaterThan) or zero != 0:
        raise Undecided(f"{positive.statement} does not say that something is positive")
    statement = Le(sp.log(a) ** 2, (a - 1) ** 2 / a, evaluate=False)
    return by_hand("|log t| ≤ |t − 1/t|/2 for t > 0", statement, positive.domain, (positive,))


@rule
def square_of_sum(terms: Sequence[Expr], weights: Sequence[Expr], domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """(Σ_k z_k)² ≤ Σ_k (W/w_k) z_k², W = Σ_k w_k, for real z_k and weights w_k > 0: the Cauchy–Schwarz inequality."""
    # That what is given holds here is asked of it as a premise.
    known = known_positive(given, domain)
    for w in weights:
        signs.show_positive(unfold(w), domain, tuple(known))
    for term in terms:
        show_defined(term, domain, given)
    weight = sp.Add(*weights)
    total = sum((weight / w * z**2 for z, w in zip(terms, weights, strict=True)), sp.S.Zero)
    statement = Le(sp.Add(*terms) ** 2, total, evaluate=False)
    return cite("the Cauchy–Schwarz inequality for finite sums", statement, domain, tuple(given))


@rule
def square_of_mean(term: Expr, index: Symbol, count: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """((1/n) Σ_k z_k)² ≤ (1/n) Σ_k z_k² for real z_k; the domain declares the index."""
    where = bound_index(domain, index, count)
    common_domain(given, domain)
    show_defined(term, domain, given)
    limits = (index, 1, count)
    statement = Le((Sum(term, limits) / count) ** 2, Sum(term**2, limits) / count, evaluate=False)
    return cite("Jensen's inequality for the square", statement, where, tuple(given), binds=(index,))


# --- samples ---------------------------------------------------------------------------------------------------------


@rule
def at_draws(fact: Fact, draws: Mapping[Symbol, Draw], domain: Domain) -> Fact:
    """From a fact for all indices i, j, … of 1, …, N: the same at draws of a sample, which are such indices.

    The domain declares the sample and the positions k ≥ 1: without these a draw is not defined.
    """
    replaced = set(draws)
    for index, draw in draws.items():
        # A bound of one index that is itself an index would be drawn too, and no longer bound the first.
        if not isinstance(draw, Draw) or replaced & free_variables(draw):
            raise Undecided(f"{draw} is no draw of a sample, or speaks of one of {list(draws)}")
        bound_index(fact.domain, index, draw.args[2])
    sides = (substituted(side, draws) for side in fact.statement.args)
    statement = fact.statement.func(*sides, evaluate=False)
    return cite("a draw from 1, …, N is one of these indices", statement, domain, (fact,), binds=tuple(draws))


@rule
def sample_compares(pointwise: Fact, sample: Symbol, count: Expr, size: Expr) -> Fact:
    """From f(s) ≤ g(s), or f(s) = g(s), for every sample s: the means over all samples compare likewise."""
    if not isinstance(pointwise.statement, Eq | LessThan):
        raise Undecided(f"{pointwise.statement} is no equation and no inequality ≤ between functions of a sample")
    if any(sample in free_variables(condition) for condition in pointwise.domain.conditions):
        raise Undecided(f"{pointwise.domain.hypotheses()} does not let {sample} be any sample")
    left, right = (sample_mean(count, size, sample, side) for side in pointwise.statement.args)
    statement = pointwise.statement.func(left, right, evaluate=False)
    domain = pointwise.domain.without(sample)
    return cite("means over samples compare as functions do", statement, domain, (pointwise,), binds=(sample,))


@rule
def sample_linear(parts: Sequence[tuple[Expr, Expr]], sample: Symbol, count: Expr, size: Expr, domain: Domain) -> Fact:
    """E_s Σ_k c_k f_k(s) = Σ_k c_k E_s f_k(s), for factors c_k that do not speak of s."""
    if sample in domain.declared or any(sample in free_variables(factor) for factor, _ in parts):
        raise Undecided(f"a factor of {parts} speaks of {sample}, or {sample} is not bound")
    inside = sum((factor * term for factor, term in parts), sp.S.Zero)
    outside = sum((factor * sample_mean(count, size, sample, term) for factor, term in parts), sp.S.Zero)
    statement = Eq(sample_mean(count, size, sample, inside), outside, evaluate=False)
    return cite("means over samples are linear", statement, domain)


@rule
def variance_of_mean(
    term: Expr, index: Symbol, count: Expr, position: Symbol, sample: Symbol, size: Expr, domain: Domain
) -> Fact:
    """E_s[((1/n) Σ_k f_{s_k} − f̄)²] = ((1/N) Σ_i f_i² − f̄²)/n with f̄ = (1/N) Σ_i f_i.

    Proof. The draws are independent, so that the variance of their mean is a n-th of that of one. ∎ The domain declares
    the index i, for which f_i is defined.
    """
    where = _sampled(term, index, count, position, sample, size, domain)
    no_capture(term, index, position, sample)
    mean = Sum(term, (index, 1, count)) / count
    drawn = term.subs(index, Draw(sample, position, count))
    spread = (Sum(drawn, (position, 1, size)) / size - mean) ** 2
    second = Sum(term**2, (index, 1, count)) / count
    statement = Eq(sample_mean(count, size, sample, spread), (second - mean**2) / size, evaluate=False)
    return by_hand("the variance of the mean of n independent draws is a n-th of that of one", statement, where)


@rule
def variance_given_own(
    term: Expr,
    mean_one: Fact,
    count: Expr,
    indices: tuple[Symbol, Symbol],
    positions: tuple[Symbol, Symbol],
    sample: Symbol,
    size: Expr,
) -> Fact:
    """From (1/N) Σ_j f_ij = 1 for every i: the mean over samples of (1/n) Σ_k ((1/n) Σ_l f_{s_k s_l} − 1)².

    It is (1/N) Σ_i [(f_ii − 1)²/n² + (n − 1)/n² · ((1/N) Σ_j f_ij² − 1)].

    Proof. Fix k and let s_k = i. The term l = k is f_ii; the other n − 1 terms are independent of mean 1 and variance
    (1/N) Σ_j f_ij² − 1, so that ((1/n) Σ_l (f_{s_k s_l} − 1))² has mean ((f_ii − 1)² + (n − 1) · variance)/n². ∎
    """
    (i, j), (k, other) = indices, positions
    total = Sum(term, (j, 1, count))
    if mean_one.statement != Eq(total / count, 1, evaluate=False):
        raise Undecided(f"{mean_one.statement} does not say that the mean of {term} over {j} is 1")
    where = _sampled(total, i, count, k, sample, size, mean_one.domain)
    if {j, other} & where.declared or len({i, j, k, other}) < 4 or not (j.is_integer and other.is_integer):
        raise Undecided(f"{j} and {other} are not two bound indices")
    no_capture(term, i, j, k, other, sample)
    own, drawn = term.subs(j, i), term.subs({i: Draw(sample, k, count), j: Draw(sample, other, count)})
    inner = Sum(drawn, (other, 1, size)) / size - 1
    spread = sample_mean(count, size, sample, Sum(inner**2, (k, 1, size)) / size)
    variance = Sum(term**2, (j, 1, count)) / count - 1
    value = Sum((own - 1) ** 2 / size**2 + (size - 1) / size**2 * variance, (i, 1, count)) / count
    theorem = "the mean of draws, one of which is fixed: the others are independent and vary about their mean"
    return by_hand(theorem, Eq(spread, value, evaluate=False), where, (mean_one,), binds=(i,))


@rule
def mean_absolute_value(square: Fact, positive: Fact) -> Fact:
    """From E_s Z² ≤ c² and c > 0: E_s |Z| ≤ c, by Cauchy–Schwarz."""
    mean, bound = square.statement.args
    c = positive.statement.lhs
    if not isinstance(square.statement, LessThan) or not isinstance(mean, SampleMean) or bound != c**2:
        raise Undecided(f"{square.statement} does not bound a mean square by the square of {c}")
    if positive.statement != sp.Gt(c, 0, evaluate=False) or not (mean.integrand.is_Pow and mean.integrand.exp == 2):
        raise Undecided(f"{positive.statement} does not say that {c} is positive, or no square is averaged")
    value = sample_mean(mean.args[0], mean.args[1], mean.variable, Abs(mean.integrand.base))
    statement = Le(value, c, evaluate=False)
    return cite("a mean absolute value is at most the root mean square", statement, square.domain, (square, positive))


def _sampled(
    term: Expr, index: Symbol, count: Expr, position: Symbol, sample: Symbol, size: Expr, domain: Domain
) -> Domain:
    """Check the variables of a theorem on samples; return the domain without the index."""
    where = bound_index(domain, index, count)
    show_defined(term, domain)
    if {position, sample} & (domain.declared | free_variables(term)) or position.is_integer is not True:
        raise Undecided(f"{position} or {sample} is not bound")
    if free_variables(size) - where.declared:
        raise Undecided(f"{size} is not declared")
    return where
