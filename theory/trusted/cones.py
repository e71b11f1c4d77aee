"""Theorems on von Mises–Fisher laws that the population form of Theorem 2 cites, each with its proof.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, Symbol
from sympy.core.relational import Equality, GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.engines import signs
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand
from modgap.theory.language.cones import PairedCosine, PartitionMean, log_partition
from modgap.theory.language.domain import Domain, free_variables
from modgap.theory.language.symbols import (
    Dot,
    IvRatio,
    Norm,
    SphereMGF,
    VonMisesFisherMGF,
    VonMisesFisherMoment,
    order_of,
)
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.series import _sphere


def _positive_symbols(domain: Domain, *values: Expr) -> None:
    for value in values:
        signs.show_positive(value, domain)


def _cosine(w: Symbol, domain: Domain) -> None:
    low, high = {GreaterThan(w, -1), StrictGreaterThan(w, -1)}, {LessThan(w, 1), StrictLessThan(w, 1)}
    if not (low & set(domain.conditions) and high & set(domain.conditions)):
        raise Undecided(f"{domain.hypotheses()} does not keep {w} in [−1, 1]")


@rule
def concave_in_cosine(mgf: Fact, dim: Expr, w: Symbol, kappa: Expr, other: Expr, beta: Expr, domain: Domain) -> Fact:
    """P(w) ≥ ((1+w)/2) P(1) + ((1−w)/2) P(−1) for P(w) = E_{x∼vMF(c,κ)} F(e·x), c·e = w, −1 ≤ w ≤ 1: P is concave.

    Here F(s) = log M_h(√v) up to a constant, v = κ'² + β² + 2κ'βs. Proof. By Hadamard's product for z^{−ν} I_ν(z)
    (DLMF 10.21.15), log M_h(√v) = Σ_k log(1 + v/j_k²), with j_k > 0 the zeros of J_ν; v ≥ 0 on the sphere. By
    Frullani's integral log(1 + v/j²) = ∫_0^∞ (1 − e^{−τv/j²}) e^{−τ}/τ dτ. All integrands are ≥ 0, so that by Tonelli's
    theorem P is, up to the constant, a sum of integrals over τ, with positive weights, of 1 − E e^{−τv/j²}. As v is
    affine in e·x, E e^{−τv/j²} = C E e^{−r e·x} with C, r > 0 free of w, and by the premise E e^{−r e·x} is
    M_h(√(κ² + r² − 2κrw))/M_h(κ). The power series of M_h(√·) has positive coefficients, so that it is convex on
    [0, ∞), and its argument is affine in w: so E e^{−r e·x} is convex in w, and 1 − E e^{−τv/j²} concave. Sums and
    integrals of concave functions that are finite are concave; P is finite, F being bounded on the sphere. ∎

    Parameters
    ----------
    mgf : Fact
        E e^{t·x} = M_h(|κc + t|)/M_h(κ) for every vector t and x ∼ vMF(c, κ), c any unit vector.
    dim, kappa, other, beta : sympy.Expr
        h ≥ 2 and κ, κ', β > 0.
    w : Symbol
        The cosine, which the domain keeps in [−1, 1].
    domain : Domain
        The domain of the conclusion.
    """
    _sphere(dim, domain)
    _positive_symbols(domain, kappa, other, beta)
    _cosine(w, domain)
    left = mgf.statement.args[0]
    if not isinstance(left, VonMisesFisherMGF):
        raise Undecided(f"{mgf.statement} is not the generating function of a von Mises–Fisher law")
    h, k, c, t = left.args
    wanted = Equality(left, SphereMGF(h, Norm(k * c + t)) / SphereMGF(h, k), evaluate=False)
    if mgf.statement != wanted or h != dim:
        raise Undecided(f"{mgf.statement} is not the generating function of vMF(c, κ) in dimension {dim}")
    _for_every(mgf, {k: "positive", c: "unit", t: "free"})

    def at(point: Expr) -> Expr:
        return PartitionMean(dim, sp.sympify(point), kappa, other, beta)

    chord = (1 + w) / 2 * at(sp.S.One) + (1 - w) / 2 * at(sp.S.NegativeOne)
    theorem = "Hadamard's product of I_ν (DLMF 10.21.15), Frullani's integral and Tonelli: E log M_h is concave in w"
    statement = GreaterThan(at(w), chord, evaluate=False)
    return by_hand(theorem, statement, domain, (mgf,), binds=(k, c, t))


def _for_every(fact: Fact, kinds: dict[Expr, str]) -> None:
    """Check that a fact holds for every positive number, unit vector or free vector that these symbols stand for."""
    declared = {v.symbol: v.kind for v in fact.domain.vectors if v.count is None}
    for symbol, kind in kinds.items():
        number = isinstance(symbol, Symbol) and symbol in fact.domain.symbols and symbol.is_positive
        free = number and not symbol.is_integer if kind == "positive" else declared.get(symbol) == kind
        if not free or any(symbol in free_variables(c) for c in fact.domain.conditions):
            raise Undecided(f"{fact.domain.hypotheses()} does not let {symbol} be anything of the kind '{kind}'")


def _mean_of_law(mean: Fact, dim: Expr) -> tuple[Expr, ...]:
    """Return (κ, c, e) of a fact E (x·e) = A_ν(κ)(c·e), x ∼ vMF(c, κ), for every κ > 0, unit c and vector e."""
    left = mean.statement.args[0]
    if not isinstance(left, VonMisesFisherMoment):
        raise Undecided(f"{mean.statement} is not the mean of a von Mises–Fisher law")
    h, k, c, e, power = left.args
    wanted = Equality(left, IvRatio(order_of(h), k) * Dot(c, e), evaluate=False)
    if mean.statement != wanted or h != dim or power != 1:
        raise Undecided(f"{mean.statement} is not the mean of vMF(c, κ) in dimension {dim}")
    _for_every(mean, {k: "positive", c: "unit", e: "free"})
    return k, c, e


@rule
def odd_part(
    bound: Fact, s: Symbol, mean: Fact, dim: Expr, kappa: Expr, other: Expr, beta: Expr, domain: Domain
) -> Fact:
    """From F(s) − F(−s) < K s for 0 < s ≤ 1: P(1) − P(−1) < K A_ν(κ), P(w) = E_{x∼vMF(c,κ)} F(e·x), c·e = w.

    Proof. P(1) − P(−1) = E O(t) with O(s) = F(s) − F(−s) and t = c·x. The density p of t is e^{κt} times an even
    function, so that p(t) > p(−t) for t > 0. As O is odd, E O(t) = ∫_0^1 O(t)(p(t) − p(−t)) dt, which is less than
    K ∫_0^1 t (p(t) − p(−t)) dt = K E t = K A(κ) by the premise on the mean. ∎

    Parameters
    ----------
    bound : Fact
        F(s) − F(−s) < K s on a domain that has every s of (0, 1].
    s : Symbol
        The variable.
    mean : Fact
        E (x·e) = A_ν(κ)(c·e) for every κ > 0, unit c and vector e.
    dim, kappa, other, beta : sympy.Expr
        h ≥ 2, and κ, κ', β > 0, F(s) = log M_h(√(κ'² + 2κ'βs + β²)) − log M_h(κ').
    domain : Domain
        The domain of the conclusion.
    """
    _sphere(dim, domain)
    _positive_symbols(domain, kappa, other, beta)
    binds = _mean_of_law(mean, dim)
    right = bound.statement.args[1]
    odd = log_partition(dim, s, other, beta) - log_partition(dim, -s, other, beta)
    factor = sp.cancel(right / s)
    if bound.statement != StrictLessThan(odd, factor * s, evaluate=False) or factor.has(s):
        raise Undecided(f"{bound.statement} does not compare the odd part of F with a multiple of {s}")
    about = {c for c in bound.domain.conditions if s in free_variables(c)}
    whole = s in bound.domain.symbols and s.is_real and s.is_integer is not True
    if not whole or not about <= {StrictGreaterThan(s, 0), LessThan(s, 1)} or s in domain.symbols:
        raise Undecided(f"{bound.domain.hypotheses()} does not contain every {s} of (0, 1]")
    ends = [PartitionMean(dim, point, kappa, other, beta) for point in (sp.S.One, sp.S.NegativeOne)]
    statement = StrictLessThan(ends[0] - ends[1], factor * IvRatio(order_of(dim), kappa), evaluate=False)
    theorem = "the mean of an odd function under a law whose density is larger at t than at −t, t > 0"
    return by_hand(theorem, statement, domain, (bound, mean), binds={bound: (s,), mean: binds})


@rule
def coupled_cosine(coupling: Symbol, mean: Fact, dim: Expr, kappa: Expr, first: Expr, second: Expr, d: Domain) -> Fact:
    """2 − 2 E_π[x·y] ≥ |A c_x − A c_y|², A = A_ν(κ), for every coupling π of vMF(c_x, κ) and vMF(c_y, κ).

    Proof. |x| = |y| = 1, so that the left side is E_π|x − y|², which by Jensen's inequality is at least |E x − E y|²;
    the means are those of the marginals, by the premise A c_x and A c_y. ∎ That π is a coupling and the centres
    are unit vectors of R^h is what `PairedCosine` needs to be defined.
    """
    _sphere(dim, d)
    _positive_symbols(d, kappa)
    binds = _mean_of_law(mean, dim)
    if any(coupling in free_variables(c) for c in d.conditions):
        raise Undecided(f"{d.hypotheses()} asks something of {coupling}")
    difference = IvRatio(order_of(dim), kappa) * (first - second)
    paired = PairedCosine(coupling, dim, kappa, first, second)
    statement = GreaterThan(2 - 2 * paired, Dot(difference, difference), evaluate=False)
    return by_hand("Jensen's inequality for the squared distance of a coupling", statement, d, (mean,), binds=binds)
