"""Theorems from analysis and linear algebra that derivations cite: the whole of what is believed, in one file.

Each function is one theorem. It checks the form of its premises and what of its hypotheses a machine can check,
computes the conclusion, and leaves its name in the trust list. Numbers are those of the NIST Digital Library of
Mathematical Functions (DLMF) where it has the theorem.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy as sp
from sympy import Basic, Eq, Expr, Lambda, Le, Sum, Symbol, besseli
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import show_defined
from modgap.theory.engines.known import known_positive
from modgap.theory.engines.normal_forms import GammaProducts, InnerProducts, linear_parts, quotient
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import DEFINITION, by_hand, cite, identity, sign
from modgap.theory.language.domain import Domain, free_variables
from modgap.theory.language.symbols import (
    U1,
    Cosh,
    Defined,
    Dot,
    Norm,
    PrincipalCosine,
    SphereIntegral,
    StruveL,
    sphere_mean,
    unfold,
)
from modgap.theory.outcome import Undecided

#: The index of series.
K = Symbol("k", integer=True, nonnegative=True)


# --- integrals over an angle -----------------------------------------------------------------------------------------


def angle_integral(order: Expr, z: Expr, angle: Symbol, end: Expr) -> sp.Integral:
    """Return ∫_0^end e^{z cos θ} sin^{2ν}θ dθ."""
    return sp.Integral(sp.exp(z * sp.cos(angle)) * sp.sin(angle) ** (2 * order), (angle, 0, end))


@rule
def half_circle(order: Expr, z: Expr, angle: Symbol, domain: Domain) -> Fact:
    """∫_0^{π/2} e^{z cos θ} sin^{2ν}θ dθ = (√π Γ(ν+½)/2)(z/2)^{−ν}(I_ν(z) + L_ν(z)) for ν ≥ 0 and z > 0.

    Proof. Expand e^{z cos θ} and integrate term by term, all terms being positive: the k-th gives
    z^k/k! · ½ B((k+1)/2, ν+½). By Γ(m+½) = (2m)! √π/(4^m m!), the even ones k = 2m are
    (√π Γ(ν+½)/2) (z/2)^{2m}/(m! Γ(m+ν+1)), which add up to the part of I_ν; and by Γ(m+3/2) =
    (2m+1)! √π/(2^{2m+1} m!), the odd ones k = 2m+1 are (√π Γ(ν+½)/2) (z/2)^{2m+1}/(Γ(m+3/2) Γ(m+ν+3/2)), which add up
    to that of L_ν (DLMF 10.25.2, 11.2.2). ∎
    """
    left = angle_integral(order, z, angle, sp.pi / 2)
    right = _circle_factor(order, z, domain) / 2 * (sp.besseli(order, z) + StruveL(order, z))
    theorem = "the integral of e^{z cos θ} sin^{2ν}θ over half of [0, π], term by term"
    return by_hand(theorem, Eq(left, right, evaluate=False), domain, defined=(left, right))


@rule
def whole_circle(order: Expr, z: Expr, angle: Symbol, domain: Domain) -> Fact:
    """∫_0^π e^{z cos θ} sin^{2ν}θ dθ = √π Γ(ν+½)(z/2)^{−ν} I_ν(z) for ν ≥ 0 and z > 0 (DLMF 10.32.2)."""
    left = angle_integral(order, z, angle, sp.pi)
    right = _circle_factor(order, z, domain) * sp.besseli(order, z)
    return cite("Poisson's integral for I_ν (DLMF 10.32.2)", Eq(left, right, evaluate=False), domain, defined=(left,))


def _circle_factor(order: Expr, z: Expr, domain: Domain) -> Expr:
    """Return √π Γ(ν+½)(z/2)^{−ν}, after checking that ν ≥ 0 and z > 0."""
    signs.show_nonnegative(order, domain)
    signs.show_positive(z, domain)
    return sp.sqrt(sp.pi) * sp.gamma(order + sp.S.Half) * (z / 2) ** (-order)


# --- definitions -----------------------------------------------------------------------------------------------------


@rule
def definition(symbol: Defined, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Unfold a defined symbol where what it stands for is defined, by facts `expression > 0` if need be."""
    meaning = symbol.definition()
    used = show_defined(meaning, domain, given)
    return cite(f"{DEFINITION}{type(symbol).__name__}", Eq(symbol, meaning, evaluate=False), domain, used)


@rule
def bessel_series(order: Expr, z: Expr, domain: Domain) -> Fact:
    """I_ν(z) = Σ_k (z/2)^{2k+ν}/(k! Γ(ν+k+1)), z > 0, any real ν (1/Γ being zero at the poles of Γ)."""
    _speaks_of_no(K, order, z)
    show_defined(sp.Tuple(order, z), domain)
    signs.show_positive(unfold(z), domain, tuple(known_positive((), domain)))
    term = (z / 2) ** (2 * K + order) / (sp.factorial(K) * sp.gamma(order + K + 1))
    statement = Eq(besseli(order, z), Sum(term, (K, 0, sp.oo)), evaluate=False)
    return cite("definition of I_ν by its power series (DLMF 10.25.2)", statement, domain)


@rule
def hyper_series(parameter: Expr, argument: Expr, domain: Domain) -> Fact:
    """₀F₁(; b; w) = Σ_k w^k/((b)_k k!)."""
    _speaks_of_no(K, parameter, argument)
    show_defined(sp.Tuple(parameter, argument), domain)
    signs.show_positive(parameter, domain)
    term = argument**K / (sp.RisingFactorial(parameter, K) * sp.factorial(K))
    statement = Eq(sp.hyper((), (parameter,), argument), Sum(term, (K, 0, sp.oo)), evaluate=False)
    return cite("definition of ₀F₁ by its power series (DLMF 16.2.1)", statement, domain)


@rule
def exponential_series(argument: Expr, domain: Domain) -> Fact:
    """e^w = Σ_k w^k/k!."""
    _speaks_of_no(K, argument)
    show_defined(argument, domain)
    statement = Eq(sp.exp(argument), Sum(argument**K / sp.factorial(K), (K, 0, sp.oo)), evaluate=False)
    return cite("the exponential series (DLMF 4.2.19)", statement, domain)


@rule
def cosh_series(argument: Expr, domain: Domain) -> Fact:
    """cosh w = Σ_k w^{2k}/(2k)!."""
    _speaks_of_no(K, argument)
    show_defined(argument, domain)
    series = Sum(argument ** (2 * K) / sp.factorial(2 * K), (K, 0, sp.oo))
    return cite("the series of cosh (DLMF 4.33.2)", Eq(Cosh(argument), series, evaluate=False), domain)


# --- series ----------------------------------------------------------------------------------------------------------

# That the series of a conclusion converge is asked where the fact is made: the conclusion is not defined otherwise.


def _series_sides(fact: Fact, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    if not isinstance(fact.statement, kinds):
        raise Undecided(f"{fact.statement} is not a relation between terms")
    _every_index(fact.domain)
    left, right = fact.statement.args  # type: ignore[attr-defined]
    return left, right


@rule
def sum_of_positive_terms(terms: Fact) -> Fact:
    """If a_k > 0 for every k ≥ 0 and Σ a_k converges, then Σ a_k > 0."""
    term, zero = _series_sides(terms, (StrictGreaterThan,))
    if zero != 0:
        raise Undecided(f"{terms.statement} does not say that the terms are positive")
    statement = sp.Gt(Sum(term, (K, 0, sp.oo)), 0, evaluate=False)
    return _bind("a convergent series of positive terms is positive", statement, terms)


@rule
def sum_termwise(terms: Fact) -> Fact:
    """If a_k = b_k for every k ≥ 0 and one series converges, or a_k ≤ b_k and both do, their sums relate likewise."""
    left, right = _series_sides(terms, (sp.Eq, LessThan))
    limits = (K, 0, sp.oo)
    statement = terms.statement.func(Sum(left, limits), Sum(right, limits), evaluate=False)
    return _bind("convergent series compare term by term", statement, terms)


@rule
def cauchy_schwarz_for_series(terms: Fact, c: Expr, a: Expr, b: Expr) -> Fact:
    """From c_k² ≤ a_k b_k and a_k, b_k, c_k > 0 for every k ≥ 0, all series converging: (Σ c_k)² ≤ Σ a_k · Σ b_k.

    Proof. Σ c_k ≤ Σ √a_k √b_k ≤ √(Σ a_k) √(Σ b_k). ∎
    """
    if _series_sides(terms, (LessThan,)) != (c**2, a * b):
        raise Undecided(f"{terms.statement} does not say that c_k² ≤ a_k b_k")
    premises = [terms]
    for term in (c, a, b):
        premises.append(sign(sp.Gt(term, 0, evaluate=False), terms.domain))
    total_c, total_a, total_b = (Sum(term, (K, 0, sp.oo)) for term in (c, a, b))
    statement = LessThan(total_c**2, total_a * total_b, evaluate=False)
    return by_hand("the Cauchy–Schwarz inequality for series", statement, terms.domain.without(K), premises, binds=(K,))


@rule
def scaled_series(factor: Expr, series: Fact) -> Fact:
    """From F = Σ a_k: c F = Σ c a_k."""
    left, right = series.statement.args
    if not isinstance(series.statement, Eq) or not isinstance(right, Sum):
        raise Undecided(f"{series.statement} is not a series to be multiplied by {factor}")
    _speaks_of_no(right.limits[0][0], factor)
    show_defined(factor, series.domain)
    statement = Eq(factor * left, Sum(factor * right.function, *right.limits), evaluate=False)
    theorem = "a convergent series may be multiplied term by term"
    return cite(theorem, statement, series.domain, (series,), defined=(statement.rhs,))


def _bind(theorem: str, statement: Basic, terms: Fact) -> Fact:
    """Cite a theorem that binds the index: the conclusion's domain is without it."""
    return cite(theorem, statement, terms.domain.without(K), (terms,), binds=(K,))


@rule
def terms_by_ratio(smaller: Expr, larger: Expr, domain: Domain) -> Fact:
    """a_k ≤ b_k for all k ≥ 0 from a_0 = b_0 > 0, positive terms and a_{k+1}/a_k ≤ b_{k+1}/b_k, by induction."""
    _every_index(domain)
    start = identity(Eq(smaller.subs(K, 0), larger.subs(K, 0), evaluate=False), domain.without(K), GammaProducts())
    ratios, premises = [], [start]
    for term in (smaller, larger):
        positive = sign(sp.Gt(term, 0, evaluate=False), domain)
        ratio = sp.cancel(sp.together(quotient(term.subs(K, K + 1), term)))
        step = identity(Eq(term.subs(K, K + 1), ratio * term, evaluate=False), domain, GammaProducts())
        ratios.append(ratio)
        premises += [positive, step]
    premises.append(sign(Le(ratios[0], ratios[1], evaluate=False), domain))
    return cite("induction on the index", Le(smaller, larger, evaluate=False), domain, premises)


@rule
def log_is_increasing(inequality: Fact, positive: Fact) -> Fact:
    """From 0 < a ≤ b: log a ≤ log b, and < from <."""
    if not isinstance(inequality.statement, LessThan | StrictLessThan):
        raise Undecided(f"{inequality.statement} is not of the form a ≤ b or a < b")
    smaller, larger = inequality.statement.args
    if positive.statement != sp.Gt(smaller, 0, evaluate=False):
        raise Undecided(f"{inequality.statement} and {positive.statement} are not of the form a ≤ b, a > 0")
    statement = inequality.statement.func(sp.log(smaller), sp.log(larger), evaluate=False)
    return cite("the logarithm increases", statement, inequality.domain, (inequality, positive))


def _speaks_of_no(index: Symbol, *exprs: Expr) -> None:
    """Refuse what would be captured by an index that the conclusion binds."""
    if any(index in sp.sympify(expr).free_symbols for expr in exprs):
        raise Undecided(f"{exprs} speak of {index}, which is bound here")


def _every_index(domain: Domain) -> None:
    """Check that a domain has the index, and all of its values 0, 1, … whatever the other variables are."""
    if K not in domain.symbols or any(K in free_variables(c) for c in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} does not have every {K} ≥ 0")


# --- the sphere ------------------------------------------------------------------------------------------------------


def _sphere(dim: Expr, domain: Domain) -> None:
    """Check that a dimension is an integer of at least 2."""
    if not dim.is_integer:
        raise Undecided(f"the dimension {dim} is not known to be an integer")
    signs.show_nonnegative(dim - 2, domain)


@rule
def mean_of_exponential(z: Expr, moments: Fact) -> Fact:
    """E_{u∼σ} e^{z u_1} = Σ_k z^{2k}/(2k)! · m_k, given the even moments E u_1^{2k} = m_k for every k."""
    _every_index(moments.domain)
    _speaks_of_no(K, z)
    _speaks_of_no(U1, z)
    show_defined(z, moments.domain)
    moment, value = moments.statement.args
    if not isinstance(moments.statement, sp.Eq) or moment != sphere_mean(moment.args[0], U1 ** (2 * K)):
        raise Undecided(f"{moments.statement} does not give the even moments of a coordinate")
    left = sphere_mean(moment.args[0], sp.exp(z * U1))
    statement = Eq(left, Sum(z ** (2 * K) / sp.factorial(2 * K) * value, (K, 0, sp.oo)), evaluate=False)
    theorem = "integration of the exponential series term by term; odd moments vanish by symmetry"
    return cite(theorem, statement, moments.domain.without(K), (moments,), binds=(K,))


@rule
def even_moment(dim: Expr, domain: Domain) -> Fact:
    """E_{u∼σ} u_1^{2k} = Γ(h/2) Γ(k+1/2)/(√π Γ(h/2+k)), h ≥ 2, by Wallis' integral in polar coordinates."""
    _sphere(dim, domain)
    value = sp.gamma(dim / 2) * sp.gamma(K + sp.Rational(1, 2)) / (sp.sqrt(sp.pi) * sp.gamma(dim / 2 + K))
    statement = Eq(sphere_mean(dim, U1 ** (2 * K)), value, evaluate=False)
    return cite("the trigonometric form of the Beta integral (DLMF 5.12.2)", statement, domain)


@rule
def rotation_invariance(dim: Expr, vector: Expr, domain: Domain) -> Fact:
    """∫_{S^{h−1}} e^{v·x} dx = |S^{h−1}| E_{u∼σ} e^{|v| u_1}, |S^{h−1}| = 2π^{h/2}/Γ(h/2)."""
    _sphere(dim, domain)
    show_defined(vector, domain)
    spaces = {v.symbol: v.dim for v in domain.vectors}
    parts = linear_parts(vector, domain)
    if not parts or any(spaces[getattr(v, "base", v)] != dim for v in parts):
        raise Undecided(f"{vector} is not a vector of R^({dim})")
    area = 2 * sp.pi ** (dim / 2) / sp.gamma(dim / 2)
    mean = sphere_mean(dim, sp.exp(Norm(vector) * U1))
    statement = Eq(SphereIntegral(dim, vector), area * mean, evaluate=False)
    theorem = "the sphere's surface measure is rotation invariant, of total 2π^{h/2}/Γ(h/2) (DLMF 5.19.4)"
    return cite(theorem, statement, domain)


# --- subspaces -------------------------------------------------------------------------------------------------------


@rule
def singular_values_of_diagonal(gram: Fact, ordered: Fact, position: Symbol, domain: Domain) -> Fact:
    """Principal cosines are the singular values of the cross Gram matrix; those of a diagonal one are its entries.

    Parameters
    ----------
    gram : Fact
        a_i·b_j = δ_ij d_i for all indices i, j, with bases a and b of the two subspaces.
    ordered : Fact
        0 ≤ the entry that may differ from 1 ≤ 1, so that the entries d_1, d_2, … decrease and are not negative.
    position : Symbol
        The index of the principal angle.
    domain : Domain
        The domain of the conclusion; it must bound `position` as the Gram matrix's indices are bounded.
    """
    if not isinstance(gram.statement, Eq):
        raise Undecided(f"{gram.statement} is no equation")
    product, diagonal = gram.statement.args
    (delta,) = diagonal.atoms(sp.KroneckerDelta)
    i, j = delta.args
    entry = diagonal / delta
    last = entry.args[-1][0] if isinstance(entry, sp.Piecewise) else None
    bounds = sp.And(GreaterThan(last, 0), LessThan(last, 1), evaluate=False)
    simple = isinstance(entry, sp.Piecewise) and [v for v, _ in entry.args] == [1, last] and not entry.has(j)
    decreasing = simple and isinstance(entry.args[0][1], LessThan) and entry.args[0][1].lhs == i
    simple = decreasing and not sp.Tuple(last, entry.args[0][1].rhs).has(i)
    if not isinstance(product, Dot) or not simple or ordered.statement != bounds:
        raise Undecided(f"{gram.statement} is not a diagonal Gram matrix with entries 1, …, 1, d, 0 ≤ d ≤ 1")
    row, column = sorted(product.args, key=lambda side: side.has(j))
    (count,) = {bound.rhs for bound in gram.domain.bounds(i) if isinstance(bound, LessThan)}
    for index in (i, j):
        _whole_range(index, count, gram.domain)
    if any({i, j} & free_variables(c) for c in ordered.domain.conditions):
        raise Undecided(f"{ordered.domain.hypotheses()} asks something of {i} or {j}")
    for side, index, other in ((row, i, j), (column, j, i)):
        _orthonormal(side, index, other, gram.domain)
    if not (position.is_integer and position.is_positive and Le(position, count) in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} does not keep {position} in 1, …, {count}")
    cosine = PrincipalCosine(position, Lambda(i, row), Lambda(j, column), count)
    statement = Eq(cosine, entry.subs(i, position), evaluate=False)
    theorem = "principal cosines are the singular values of the cross Gram matrix (Björck and Golub 1973)"
    return cite(theorem, statement, domain, (gram, ordered), binds=(i, j))


def _whole_range(index: Symbol, count: Expr, domain: Domain) -> None:
    """Check that an index ranges over all of 1, …, count."""
    about = {c for c in domain.conditions if index in free_variables(c)}
    if not (index.is_integer and index.is_positive) or about != {Le(index, count)}:
        raise Undecided(f"{domain.hypotheses()} does not let {index} range over 1, …, {count}")


def _orthonormal(member: Expr, index: Symbol, other: Symbol, domain: Domain) -> None:
    """Check that a family of vectors is orthonormal."""
    if member.has(other):
        raise Undecided(f"{member} speaks of {other}")
    product = Dot(member, member.subs(index, other))
    identity(Eq(product, sp.KroneckerDelta(index, other), evaluate=False), domain, InnerProducts())


@rule
def cosine_between_zero_and_one(angle: Symbol, domain: Domain) -> Fact:
    """0 ≤ cos φ ≤ 1 for φ in [0, π/2]."""
    if not {Le(angle, sp.pi / 2)} <= set(domain.conditions) or not angle.is_nonnegative:
        raise Undecided(f"{domain.hypotheses()} does not keep {angle} in [0, π/2]")
    statement = sp.And(GreaterThan(sp.cos(angle), 0), LessThan(sp.cos(angle), 1), evaluate=False)
    return cite("0 ≤ cos φ ≤ 1 on [0, π/2] (DLMF 4.14)", statement, domain)
