"""Theorems that the Theorem 3 chapters cite, each with its proof.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import is_unit, show_defined
from modgap.theory.engines.known import common_domain, known_positive
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand, cite
from modgap.theory.language.domain import Domain, Vectors, free_variables
from modgap.theory.language.subspaces import (
    CoupledCross,
    CoupledLoss,
    PerpendicularLoss,
    axis_mean,
    log_partition_across,
)
from modgap.theory.language.symbols import U1, U2, Dot, IvRatio, SphereMGF, VonMisesFisherMoment, order_of
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.analysis import _whole_axis
from modgap.theory.trusted.cones import _mean_of_law


def _slope_of_log_mgf(slope: Fact, form: Fact) -> tuple[Expr, Symbol, IvRatio]:
    """Return (h, z, A_ν(z)) of the facts d/dz log S(z) = A_ν(z) and S(z) = M_h(z), both for every z > 0."""
    if not (isinstance(slope.statement, Eq) and isinstance(form.statement, Eq)):
        raise Undecided(f"{slope.statement} and {form.statement} are not two equations")
    (scaled, mgf), (left, ratio) = form.statement.args, slope.statement.args
    if not isinstance(mgf, SphereMGF) or not isinstance(ratio, IvRatio):
        raise Undecided(f"{form.statement} does not speak of M, or {slope.statement} not of A")
    dim, z = mgf.args
    if left != Derivative(sp.log(scaled), z) or ratio.args != (order_of(dim), z) or dim.has(z):
        raise Undecided(f"{slope.statement} is not the derivative of the logarithm of {scaled}")
    for fact in (slope, form):
        _whole_axis(fact.domain, z)
    return dim, z, ratio


@rule
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
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    if not {k, b} <= set(domain.symbols) or not (k.is_positive and b.is_positive) or z in {k, b}:
        raise Undecided(f"{k} and {b} are not two positive variables of {domain.hypotheses()}")
    signs.show_positive(dim, domain)
    difference = sp.log(SphereMGF(dim, k + b)) - sp.log(SphereMGF(dim, k - b))
    integral = sp.Integral(ratio, (z, sp.Abs(k - b), k + b))
    statement = Eq(difference, integral, evaluate=False)
    theorem = "the fundamental theorem of calculus"
    return by_hand(theorem, statement, domain, (slope, form), binds=(z,), defined=(integral,))


@rule
def log_mgf_grows(squares: Fact, dim: Expr) -> Fact:
    """From p² ≤ q², or p² ≤ v and q = √v, for real p and q: log M_h(p) ≤ log M_h(q), h > 0.

    Proof. M_h(z) = Σ_k (z²/4)^k/((h/2)_k k!) has positive coefficients in z² ≥ 0 and starts with 1. ∎
    """
    left, right = squares.statement.args
    if not (isinstance(squares.statement, LessThan) and left.is_Pow and left.exp == 2):
        raise Undecided(f"{squares.statement} does not compare two squares")
    signs.show_positive(dim, squares.domain)
    for side in (left, right):
        show_defined(side, squares.domain)
    roots = left.base, right.base if right.is_Pow and right.exp == 2 else sp.sqrt(right)
    smaller, larger = (sp.log(SphereMGF(dim, root)) for root in roots)
    theorem = "a power series with positive coefficients increases"
    return by_hand(theorem, LessThan(smaller, larger, evaluate=False), squares.domain, (squares,))


@rule
def log_mgf_is_even(squares: Fact, dim: Expr) -> Fact:
    """From p² = q², or p² = v and q = √v, for real p and q: log M_h(p) = log M_h(q), h > 0.

    M_h is a function of z² and at least 1.
    """
    left, right = squares.statement.args
    if not (isinstance(squares.statement, Eq) and left.is_Pow and left.exp == 2):
        raise Undecided(f"{squares.statement} does not equate two squares")
    signs.show_positive(dim, squares.domain)
    for side in (left, right):
        show_defined(side, squares.domain)
    roots = left.base, right.base if right.is_Pow and right.exp == 2 else sp.sqrt(right)
    statement = Eq(*(sp.log(SphereMGF(dim, root)) for root in roots), evaluate=False)
    return cite("M_h(z) is a series in z²", statement, squares.domain, (squares,))


# --- the population --------------------------------------------------------------------------------------------------


@rule
def odd_part_below_chord(
    slope: Fact, form: Fact, falling: Fact, convex: Fact, scalars: tuple[Symbol, ...], s: Symbol, domain: Domain
) -> Fact:
    """F(s) − F(−s) ≤ s (F(1) − F(−1)) for 0 ≤ s ≤ 1, F(s) = log M_h(√(κ² + 2κβρs + β²(1 − (1−ρ²)s²))), 0 ≤ ρ ≤ 1.

    Proof. Let φ(v) = log M_h(√v) and a(v) = A(z)/z, z = √v. As (log M_h)' = A, φ' = a/2, which is continuous on
    [0, ∞) and decreases. By the Riccati equation 2v a' = 1 − va² − (2ν+2)a and so 2v a'' = −a² − (2ν+4+2va) a'; that
    is 4z⁴ a'' = (2ν+4+2zA)((2ν+2)A/z + A² − 1) − 2A², which is positive: φ' is convex.
    Let P(s) = κ² + β²(1 − (1−ρ²)s²), Q = 2κβρ. Then F(s) − F(−s) = φ(P+Qs) − φ(P−Qs), which is s times
    Q ∫_0^1 [φ'(P(s)+Qst) + φ'(P(s)−Qst)] dt. As P(s) ≥ P(1) and φ' decreases, the bracket does not decrease if P(s) is
    replaced by P(1), whereby P(1) − Qst ≥ (κ − βρ)² ≥ 0; and as φ' is convex, it does not decrease if s is replaced by
    1. What is left is F(1) − F(−1). ∎

    Parameters
    ----------
    slope, form : Fact
        d/dz log S(z) = A_ν(z) and S(z) = M_h(z), both for every z > 0.
    falling, convex : Fact
        (A/z)' < 0 and (2ν+4+2zA)((2ν+2)A/z + A² − 1) > 2A², both for every z > 0.
    scalars : tuple of Symbol
        κ, β, ρ, of which the domain asks that κ, β > 0 and 0 ≤ ρ ≤ 1.
    s : Symbol
        The variable, of which it asks that 0 ≤ s ≤ 1.
    """
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    wanted = StrictLessThan(Derivative(ratio / z, z), 0, evaluate=False), convexity(ratio.args[0], z, ratio)
    if (falling.statement, convex.statement) != wanted:
        raise Undecided(f"{falling.statement} and {convex.statement} do not say that A/z decreases and is convex")
    for fact in (falling, convex):
        _whole_axis(fact.domain, z)
    kappa, beta, rho = scalars
    if any(symbol not in domain.symbols for symbol in (*scalars, s)) or z in domain.symbols:
        raise Undecided(f"{(*scalars, s)} are not all variables of {domain.hypotheses()}, or {z} is taken")
    for positive in (kappa, beta):
        signs.show_positive(positive, domain)
    for nonnegative in (rho, 1 - rho, s, 1 - s):
        signs.show_nonnegative(nonnegative, domain)

    def odd(u: Expr) -> Expr:
        return log_partition_across(dim, rho, kappa, beta, u) - log_partition_across(dim, rho, kappa, beta, -u)

    ends = sp.log(SphereMGF(dim, kappa + beta * rho)) - sp.log(SphereMGF(dim, kappa - beta * rho))
    statement = LessThan(odd(s), s * ends, evaluate=False)
    theorem = "a decreasing convex slope: the odd part of log M(√·) lies below its chord"
    return by_hand(theorem, statement, domain, (slope, form, falling, convex), binds=(z,))


def convexity(order: Expr, z: Expr, ratio: Expr) -> StrictGreaterThan:
    """Return (2ν+4+2zA)((2ν+2)A/z + A² − 1) > 2A²: that A/z is convex in z²."""
    slack = (2 * order + 2) * ratio / z + ratio**2 - 1
    return StrictGreaterThan((2 * order + 4 + 2 * z * ratio) * slack, 2 * ratio**2, evaluate=False)


#: Functions that are continuous where they are defined; log M is defined everywhere, M being at least 1.
_CONTINUOUS = (sp.Add, sp.Mul, sp.Pow, sp.log, SphereMGF, Symbol, sp.Rational)


def _law(dim: Expr, kappa: Expr, domain: Domain) -> None:
    """Check that vMF(e, κ) on S^{d−1} is a law: κ > 0 and d ≥ 2, and neither speaks of the cosine that is averaged."""
    if kappa.has(U1, U2) or dim.has(U1, U2):
        raise Undecided(f"{U1} and {U2} are bound here: neither {kappa} nor {dim} may speak of them")
    if not dim.is_integer or {U1, U2} & domain.declared:
        raise Undecided(f"the dimension {dim} is not known to be an integer, or {U1} or {U2} is taken")
    show_defined(kappa, domain)
    signs.show_positive(kappa, domain)
    signs.show_nonnegative(dim - 2, domain)


def _ranges(s: Symbol, low: int, fact: Fact, domain: Domain, but_ends: bool = False) -> None:
    """Check that a fact holds for every real s of [low, 1], but its ends perhaps, and that s is bound afterwards."""
    bounds = {GreaterThan(s, low, evaluate=False), LessThan(s, 1, evaluate=False)}
    if but_ends:
        bounds |= {StrictGreaterThan(s, low, evaluate=False), StrictLessThan(s, 1, evaluate=False)}
    asked = {condition for condition in fact.domain.conditions if condition.has(s)}
    real = s in fact.domain.symbols and not s.is_integer and not (low < 0 and s.is_nonnegative)
    if not real or asked - bounds or domain.speaks_of(s) or fact.statement.has(U1):
        raise Undecided(f"{fact.domain.hypotheses()} does not let {s} range over [{low}, 1], or it is not bound")


def _defined_factor(factor: Expr, domain: Domain) -> None:
    """Check that a factor is defined; A_ν(z) is for ν > −1 and z > 0, where I_ν(z) > 0 (DLMF 10.25.2)."""
    for order, at in (ratio.args for ratio in factor.atoms(IvRatio)):
        show_defined(sp.Tuple(order, at), domain)
        signs.show_positive(order + 1, domain)
        signs.show_positive(at, domain)
    show_defined(factor.replace(IvRatio, lambda *_: sp.Dummy("ratio", real=True)), domain)


def _continuous(of: Expr) -> None:
    strays = [node for node in sp.preorder_traversal(of) if not isinstance(node, _CONTINUOUS)]
    if strays:
        raise Undecided(f"{strays[0]} in {of} is not seen to be continuous")


@rule
def axis_mean_of_odd(chord: Fact, s: Symbol, dim: Expr, kappa: Symbol, domain: Domain) -> Fact:
    """From O(s) ≤ c s on [0, 1], O odd and continuous: E O(u) ≤ c E u for u = x·e, x ∼ vMF(e, κ) on S^{d−1}.

    Proof. The density p of u on [−1, 1] is proportional to e^{κu}(1−u²)^{(d−3)/2}, so p(u) ≥ p(−u) for u > 0. Both O
    and u are odd, and E (O(u) − cu) = ∫_0^1 (p(u) − p(−u))(O(u) − cu) du ≤ 0. ∎
    """
    left, right = chord.statement.args
    c = right.xreplace({s: sp.S.One})
    odd = sp.expand(left + left.xreplace({s: -s})) == 0
    if not isinstance(chord.statement, LessThan) or not odd or sp.expand(c * s - right) != 0:
        raise Undecided(f"{chord.statement} does not bound an odd function of {s} by a multiple of it")
    _ranges(s, 0, chord, domain)
    _continuous(left)
    _law(dim, kappa, domain)
    statement = LessThan(axis_mean(dim, kappa, left.xreplace({s: U1})), c * axis_mean(dim, kappa, U1), evaluate=False)
    return by_hand("a von Mises–Fisher law leans to its centre", statement, domain, (chord,), binds=(s,))


@rule
def axis_mean_of_cosine(slope: Fact, form: Fact, kappa: Symbol, domain: Domain) -> Fact:
    """From (log S)' = A and S = M_d for z > 0: E u = A(κ) for u = x·e, x ∼ vMF(e, κ) on S^{d−1}, d ≥ 2.

    Proof. M_d(κ) = E_{u∼σ} e^{κu_1}; differentiate under the mean over a compact set, and divide by M_d(κ). ∎
    """
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    _law(dim, kappa, domain)
    statement = Eq(axis_mean(dim, kappa, U1), ratio.xreplace({z: kappa}), evaluate=False)
    return by_hand("differentiation under the mean over a compact set", statement, domain, (slope, form), binds=(z,))


@rule
def axis_mean_is_linear(parts: list[tuple[Expr, Expr]], dim: Expr, kappa: Symbol, domain: Domain) -> Fact:
    """E Σ_k c_k g_k(u) = Σ_k c_k E g_k(u) for continuous g_k and constants c_k, u = x·e, x ∼ vMF(e, κ); E 1 = 1.

    All of them are defined, g_k on the whole of [−1, 1].
    """
    _law(dim, kappa, domain)
    for factor, of in parts:
        if factor.has(U1):
            raise Undecided(f"{factor} is no constant")
        _defined_factor(factor, domain)
        _continuous(of)
        show_defined(axis_mean(dim, kappa, of), domain)
    whole = sum((factor * of for factor, of in parts), sp.S.Zero)
    apart = sum((factor * (axis_mean(dim, kappa, of) if of != 1 else of) for factor, of in parts), sp.S.Zero)
    statement = Eq(axis_mean(dim, kappa, whole), apart, evaluate=False)
    return cite("means of continuous functions are linear", statement, domain)


@rule
def log_mgf_tangent(
    slope: Fact, form: Fact, falling: Fact, square: Fact, kappa: Expr, given: Sequence[Fact] = ()
) -> Fact:
    """From v ≥ 0 and (A/z)' < 0: log M_h(√v) ≤ log M_h(κ) + (A(κ)/(2κ)) (v − κ²), κ > 0.

    Proof. φ(v) = log M_h(√v) has the slope A(√v)/(2√v) for v > 0, which decreases, and φ is continuous on [0, ∞): it
    is concave there, and lies below its tangent at κ². ∎

    Parameters
    ----------
    slope, form : Fact
        d/dz log S(z) = A_ν(z) and S(z) = M_h(z), both for every z > 0.
    falling : Fact
        (A/z)' < 0 for every z > 0.
    square : Fact
        v ≥ 0.
    kappa : sympy.Expr
        κ.
    given : sequence of Fact
        What shows that κ > 0, where its form does not.
    """
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    v, zero = square.statement.args
    if not isinstance(square.statement, GreaterThan) or zero != 0:
        raise Undecided(f"{square.statement} does not say that a square is not negative")
    if falling.statement != StrictLessThan(Derivative(ratio / z, z), 0, evaluate=False):
        raise Undecided(f"{falling.statement} does not say that A/z decreases")
    _whole_axis(falling.domain, z)
    domain = square.domain
    show_defined(kappa, domain, given)
    # What is bound in the facts on M is a variable like any other in what is given.
    common_domain(given, domain)
    signs.show_positive(kappa, domain, tuple(known_positive(given, domain)))
    bound = sp.log(SphereMGF(dim, kappa)) + ratio.xreplace({z: kappa}) / (2 * kappa) * (v - kappa**2)
    # M is at least 1, as v is not negative.
    left = sp.log(SphereMGF(dim, sp.sqrt(v)))
    statement = LessThan(left, bound, evaluate=False)
    theorem = "a concave function lies below its tangents"
    return by_hand(theorem, statement, domain, (slope, form, falling, square, *given), binds=(z,), defined=(left,))


@rule
def log_mgf_support(slope: Fact, form: Fact, rising: Fact, at: Expr, base: Expr, domain: Domain) -> Fact:
    """From A' > 0: log M_h(p) ≥ log M_h(q) + A(q)(p − q) for every real p and every q > 0.

    Proof. M_h is a series in z² and at least 1 on the real line, so that log M_h is even and has a derivative that is
    odd and continuous. For z > 0 that is A, which increases; being odd and continuous, it increases on the whole line.
    So log M_h is convex, and lies above its tangent at q. ∎

    Parameters
    ----------
    slope, form : Fact
        d/dz log S(z) = A_ν(z) and S(z) = M_h(z), both for every z > 0.
    rising : Fact
        A' > 0 for every z > 0.
    at, base : sympy.Expr
        p and q.
    domain : Domain
        The domain of the conclusion.
    """
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    if rising.statement != StrictGreaterThan(Derivative(ratio, z), 0, evaluate=False):
        raise Undecided(f"{rising.statement} does not say that {ratio} increases")
    _whole_axis(rising.domain, z)
    if z in domain.symbols:
        raise Undecided(f"{z} is bound here")
    signs.show_positive(dim, domain)
    for point in (at, base):
        show_defined(point, domain)
    signs.show_positive(base, domain)
    bound = sp.log(SphereMGF(dim, base)) + ratio.xreplace({z: base}) * (at - base)
    statement = GreaterThan(sp.log(SphereMGF(dim, at)), bound, evaluate=False)
    theorem = "a convex function lies above its tangents"
    return by_hand(theorem, statement, domain, (slope, form, rising), binds=(z,))


@rule
def log_mgf_parabola(
    slope: Fact, form: Fact, bending: Fact, riccati: Fact, points: tuple[Expr, Expr, Expr], order: Sequence[Fact]
) -> Fact:
    """From A'' < 0: log M_h(p) ≤ log M_h(q) + A(q)(p − q) + A'(k)(p − q)²/2 for 0 < k ≤ p, q; ≥ for 0 < p, q ≤ k.

    Proof. log M_h has the derivative A on (0, ∞) and A' decreases there. By Taylor's theorem with the remainder as an
    integral, log M_h(p) − log M_h(q) − A(q)(p − q) = ∫_q^p (p − r) A'(r) dr, where (p − r) dr keeps the sign of its
    integral (p − q)²/2 ≥ 0, and A'(r) ≤ A'(k) where k ≤ r, A'(r) ≥ A'(k) where r ≤ k. ∎

    Parameters
    ----------
    slope, form : Fact
        d/dz log S(z) = A_ν(z) and S(z) = M_h(z), both for every z > 0.
    bending, riccati : Fact
        A'' < 0, and the Riccati equation of A, by which A'(k) is written; both for every z > 0.
    points : three expressions
        k, p and q.
    order : sequence of Fact
        k ≤ p and k ≤ q, or p ≤ k and q ≤ k; and that the least of them is positive, on the domain of the conclusion.
    """
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    nu = ratio.args[0]
    if bending.statement != StrictLessThan(Derivative(ratio, (z, 2)), 0, evaluate=False):
        raise Undecided(f"{bending.statement} does not say that {ratio} is concave")
    value = 1 - ratio**2 - (2 * nu + 1) / z * ratio
    if riccati.statement != Eq(Derivative(ratio, z), value, evaluate=False):
        raise Undecided(f"{riccati.statement} is not the Riccati equation of {ratio}")
    for fact in (bending, riccati):
        _whole_axis(fact.domain, z)
    k, p, q = points
    stated = {fact.statement for fact in order}
    domain = common_domain(order)

    def says(*relations: sp.Basic) -> bool:
        return set(relations) <= stated

    positive = [StrictGreaterThan(point, 0, evaluate=False) for point in points]
    if says(LessThan(k, p, evaluate=False), LessThan(k, q, evaluate=False), positive[0]):
        kind = LessThan
    elif says(LessThan(p, k, evaluate=False), LessThan(q, k, evaluate=False), *positive[1:]):
        kind = GreaterThan
    else:
        raise Undecided(f"no given facts say that {k} is positive and below {p} and {q}, or above them and they are")
    if z in domain.symbols:
        raise Undecided(f"{z} is bound here")
    line = sp.log(SphereMGF(dim, q)) + ratio.xreplace({z: q}) * (p - q)
    bound = line + value.xreplace({z: k}) * (p - q) ** 2 / 2
    statement = kind(sp.log(SphereMGF(dim, p)), bound, evaluate=False)
    theorem = "Taylor's theorem for a function whose second derivative decreases"
    # M is at least 1, and I_ν is positive where its argument is.
    premises = (slope, form, bending, riccati, *order)
    return by_hand(theorem, statement, domain, premises, binds=(z,), defined=(statement,))


@rule
def axis_mean_of_square(slope: Fact, form: Fact, riccati: Fact, kappa: Symbol, domain: Domain) -> Fact:
    """From (log S)' = A, S = M_d and the Riccati equation of A: E u² = 1 − (d−1)A(κ)/κ for u = x·e, x ∼ vMF(e, κ).

    Proof. Differentiating E_{u∼σ} e^{κu_1} twice under the mean, E u² = (log M_d)''(κ) + (log M_d)'(κ)² = A' + A²,
    which by the Riccati equation is 1 − (2ν+1)A/κ, 2ν + 1 = d − 1. ∎
    """
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    order = ratio.args[0]
    wanted = Eq(Derivative(ratio, z), 1 - ratio**2 - (2 * order + 1) / z * ratio, evaluate=False)
    if riccati.statement != wanted:
        raise Undecided(f"{riccati.statement} is not the Riccati equation of {ratio}")
    _whole_axis(riccati.domain, z)
    _law(dim, kappa, domain)
    value = 1 - (dim - 1) * ratio.xreplace({z: kappa}) / kappa
    statement = Eq(axis_mean(dim, kappa, U1**2), value, evaluate=False)
    theorem = "differentiation under the mean over a compact set"
    return by_hand(theorem, statement, domain, (slope, form, riccati), binds=(z,))


@rule
def axis_mean_compares(pointwise: Fact, s: Symbol, dim: Expr, kappa: Symbol, domain: Domain) -> Fact:
    """From f(s) ≤ g(s) for −1 < s < 1, both continuous on [−1, 1]: E f(u) ≤ E g(u) for u = x·e, x ∼ vMF(e, κ).

    The law is on S^{d−1}. The premise may leave the ends out: what is continuous there obeys it there too.
    """
    left, right = pointwise.statement.args
    if not isinstance(pointwise.statement, LessThan):
        raise Undecided(f"{pointwise.statement} is not a comparison ≤")
    _ranges(s, -1, pointwise, domain, but_ends=True)
    _law(dim, kappa, domain)
    sides = [side.xreplace({s: U1}) for side in (left, right)]
    for side in sides:
        _continuous(side.replace(IvRatio, lambda order, at: _constant(at)))
    statement = LessThan(*(axis_mean(dim, kappa, side) for side in sides), evaluate=False)
    return cite("means compare as functions do", statement, domain, (pointwise,), binds=(s,))


def _constant(at: Expr) -> Expr:
    """Return a stand-in for a function of what is not averaged."""
    if at.has(U1):
        raise Undecided(f"a Bessel ratio of {at} is not seen to be continuous in it")
    return sp.Dummy("constant")


@rule
def coupled_cross(law: CoupledCross, mean: Fact, second: Fact, domain: Domain) -> Fact:
    """E_π[xᵀDy] ≤ 1 − (1−ρ)(S_x + S_y)/2 − A²(c_x−c_y)ᵀD(c_x−c_y)/2 for every coupling π of two laws vMF(c, κ).

    S is E (x·e)² under each law, A = A_ν(κ), e a unit vector, D = I − (1−ρ)eeᵀ and 0 ≤ ρ ≤ 1. Proof. D is positive
    semidefinite, so that for z = x − y the mean of (z − E z)ᵀD(z − E z) is not negative: E zᵀDz ≥ (E z)ᵀD(E z). By the
    premise on means E z = A(c_x − c_y). On the sphere xᵀDx = 1 − (1−ρ)(x·e)², so that E zᵀDz is
    2 − (1−ρ)(S_x + S_y) − 2 E xᵀDy. ∎

    Parameters
    ----------
    law : CoupledCross
        E_π[xᵀDy]; the domain declares π as a coupling, and c_x, c_y and e, or their negatives, as unit vectors of R^d.
    mean, second : Fact
        E (x·v) = A(κ) c·v and E (x·v)² = (A/κ)|v|² + (1 − dA/κ)(c·v)² for every κ > 0, unit c and vector v.
    domain : Domain
        The domain of the conclusion.
    """
    coupling, dim, kappa, first, other, e, rho = law.args
    _law(dim, kappa, domain)
    show_defined(rho, domain)
    for nonnegative in (rho, 1 - rho):
        signs.show_nonnegative(nonnegative, domain)
    if Vectors(coupling, sp.S.One, None, "pairing") not in domain.vectors:
        raise Undecided(f"{domain.hypotheses()} does not declare {coupling} as a coupling")
    if any(coupling in free_variables(c) for c in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} asks something of {coupling}")
    for vector in (first, other, e):
        if not is_unit(vector, dim, domain):
            raise Undecided(f"{domain.hypotheses()} does not declare {vector} as a unit vector of R^({dim})")
    k, c, v = _mean_of_law(mean, dim)
    ratio = IvRatio(order_of(dim), k)
    value = ratio / k * Dot(v, v) + (1 - dim * ratio / k) * Dot(c, v) ** 2
    wanted = Eq(VonMisesFisherMoment(dim, k, c, v, sp.Integer(2)), value, evaluate=False)
    if second.statement != wanted or not second.domain.within(mean.domain):
        raise Undecided(f"{second.statement} is not the second moment of vMF(c, κ) in dimension {dim}")
    ratio = IvRatio(order_of(dim), kappa)
    squares = sum(
        (ratio / kappa + (1 - dim * ratio / kappa) * Dot(centre, e) ** 2 for centre in (first, other)), sp.S.Zero
    )
    apart = first - other
    bound = 1 - (1 - rho) * squares / 2 - ratio**2 * (Dot(apart, apart) - (1 - rho) * Dot(apart, e) ** 2) / 2
    theorem = "a covariance with respect to D ≥ 0 is not negative"
    return by_hand(theorem, LessThan(law, bound, evaluate=False), domain, (mean, second), binds=(k, c, v))


def best_centres_range(dim: Expr, kappa: Expr, beta: Expr, rho: Expr) -> tuple[StrictLessThan, StrictLessThan]:
    """Return 2β < dρA'A² and π²Cβ < 16d(1−ρ)(A/κ − A'), C = 4(κ+β)² + 10(κ+β) + 4, A' by the Riccati equation."""
    ratio = IvRatio(order_of(dim), kappa)
    slope = 1 - ratio**2 - (dim - 1) * ratio / kappa
    size = 4 * (kappa + beta) ** 2 + 10 * (kappa + beta) + 4
    return (
        StrictLessThan(2 * beta, dim * rho * slope * ratio**2, evaluate=False),
        StrictLessThan(sp.pi**2 * size * beta, 16 * dim * (1 - rho) * (ratio / kappa - slope), evaluate=False),
    )


@rule
def best_centres(loss: CoupledLoss, riccati: Fact, falling: Fact, domain: Domain) -> Fact:
    """Below an explicit β the centres e_A, e_B have less loss than every coupling about c_x, c_y, but c_x = c_y = ±e.

    x ∼ vMF(c_x, κ) and y ∼ vMF(c_y, κ) on S^{d−1}, d = h − 1 ≥ 2, 0 < ρ < 1, A = A(κ), δ = A/κ − A' > 0, and
    2β < dρA'A², π²Cβ < 16dδ(1−ρ) with C = 4(κ+β)² + 10(κ+β) + 4. Proof. Step by step:

    1. Let z = x − y, v = E z = A(c_x−c_y), ζ = z − v. As E xᵀDy = ½E xᵀDx + ½E yᵀDy − ½vᵀDv − ½E ζᵀDζ, the loss is
       −2βV(q) + G(c_x, c_y) + βE ζᵀDζ: q is the mean of (c_x·e)² and (c_y·e)², V(1) − V(q) = (1−ρ)(1−q)δ, and G what
       the partition functions have beyond 2βA² c_xᵀDc_y. With Φ(w) = log M_d(|w|) that is the sum of
       E ∫_0^β (β−t) D²Φ(κc+tDx)[Dx, Dx] dt over (c, x) = (c_y, x) and (c_x, y): G ≥ 0. The loss with e_A, e_B is
       −2βV(1) + G(e, e), for y = x.
    2. Derivatives of Φ are cumulants of the law vMF along w, of a vector of length one whose variance in any
       direction is at most 1/d (A' < A/z ≤ 1/d). So |D²Φ| ≤ 1/d, |D³Φ| ≤ 2/d and |D⁴Φ| ≤ 4/d in the norm of symmetric
       forms, which their diagonals attain (Banach).
    3. If c_x·e and c_y·e have one sign, let it be +, at angles a and b from e, and move both from e along great
       circles, in the time s ∈ [0, 1], with their laws. G is even in s, as it is the same where C is reflected to −C.
       Its second derivative is at most β²C(a²+b²)/(2d) in size: that of D²Φ(w)[u, u] along one direction, u = Dx, is
       D⁴Φ[w', w', u, u] + D³Φ[w", u, u] + 4D³Φ[w', u', u] + 2D²Φ[u", u] + 2D²Φ[u', u'], with |u'| ≤ a, |u"| ≤ a²,
       |w'| ≤ κb + ta, |w"| ≤ κb² + ta²; add the other direction. So G(e, e) − G(c_x, c_y) ≤ β²C(a²+b²)/(4d), and
       a² + b² ≤ (π²/4)(sin² a + sin² b) = (π²/2)(1−q). This is less than 2β(1−ρ)(1−q)δ where q < 1. Where q = 1
       centres of one sign are c_x = c_y = ±e.
    4. Else (c_x·e)(c_y·e) ≤ 0. From |x| = |y| = 1 follows 2y·z + |z|² = 0, so y·v + |v|²/2 = −((x+y)/2 + v/2)·ζ, of
       size at most 2|ζ|. Hence 4E|ζ|² ≥ Var(y·v) ≥ A'|v|² (A' < A/κ is the least variance), and |c_x−c_y|² ≥ 2q. So
       βE ζᵀDζ ≥ βρA'A²q/2, while G(e, e) ≤ β²/d, which is less than 2β(1−ρ)(1−q)δ + βρA'A²q/2, as β/d is less than
       ρA'A²/2 and than 2(1−ρ)δ: the latter since 16/(π²C) < 2. ∎

    Parameters
    ----------
    loss : CoupledLoss
        The loss of the coupling; the domain asks for both bounds on β and (c_x·e)(c_y·e) < 1, and nothing of π.
    riccati, falling : Fact
        The Riccati equation of A = (log M_d)', by which A' is written, and (A/z)' < 0, both for every z > 0.
    domain : Domain
        The domain of the conclusion.
    """
    coupling, of, rho, kappa, beta, e, first, other = loss.args
    z = falling.statement.lhs.variables[0]
    dim, ratio = of - 1, IvRatio(order_of(of - 1), z)
    wanted = Eq(Derivative(ratio, z), 1 - ratio**2 - (2 * ratio.args[0] + 1) / z * ratio, evaluate=False)
    below = StrictLessThan(Derivative(ratio / z, z), 0, evaluate=False)
    if (riccati.statement, falling.statement) != (wanted, below):
        raise Undecided(f"{riccati.statement} and {falling.statement} are not what is needed of {ratio}")
    for fact in (riccati, falling):
        _whole_axis(fact.domain, z)
    _law(dim, kappa, domain)
    show_defined(sp.Tuple(rho, beta), domain)
    for positive in (rho, 1 - rho, beta):
        signs.show_positive(positive, domain)
    # That the loss is defined says that the domain declares a coupling, and unit vectors of R^d.
    show_defined(loss, domain)
    if any(coupling in free_variables(c) for c in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} asks something of {coupling}")
    apart = StrictLessThan(Dot(first, e) * Dot(other, e), 1, evaluate=False)
    if not is_unit(e, dim, domain) or not {apart, *best_centres_range(dim, kappa, beta, rho)} <= set(domain.conditions):
        raise Undecided(f"{domain.hypotheses()} does not ask for the range of β, or admits c_x = c_y = ±e")
    statement = StrictLessThan(PerpendicularLoss(of, rho, kappa, beta), loss, evaluate=False)
    theorem = (
        "e_A and e_B are the best centres at high temperature: the loss is even about them, its curvature explicit"
    )
    return by_hand(theorem, statement, domain, (riccati, falling), binds=(z,))
