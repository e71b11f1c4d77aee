"""Theorems on functions of one variable that the Bessel chapter cites, each with its proof or its reference.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list.
"""

from __future__ import annotations

import sympy as sp
from sympy import Basic, Derivative, Expr, Symbol, besseli
from sympy.core.relational import Equality, GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.engines import signs
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand, cite
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import (
    BesselZero,
    ConvolutionRoot,
    Dot,
    IvRatio,
    SphereIntegral,
    SphereMGF,
    SphereMoment,
)
from modgap.theory.language.terms import sizes_speak_of
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.means import vector_of
from modgap.theory.trusted.series import K, sum_of_positive_terms

INTEGRATING_FACTOR = "an integrating factor keeps the sign: (z^p e^{∫q} y)' = z^p e^{∫q} r, and the mean value theorem"

UNDER_THE_INTEGRAL = "differentiation of f(|v|) = ∫ e^{v·x} dx under the integral sign over a compact set"

#: Functions that are continuous where they are defined, so that their integrals exist.
_CONTINUOUS = (sp.Add, sp.Mul, sp.Pow, Symbol, sp.Rational, IvRatio, besseli)


def _whole_axis(domain: Domain, z: Symbol) -> None:
    """Check that a domain has every z > 0 along with one."""
    if not (z in domain.symbols and z.is_positive and not z.is_integer):
        raise Undecided(f"{z} is not a positive real variable of {domain.hypotheses()}")
    if any(condition.has(z) for condition in domain.conditions) or sizes_speak_of(z, domain):
        raise Undecided(f"{domain.hypotheses()} does not contain every {z} > 0 along with one")


def _linear_equation(equation: Fact, y: Expr, p: Expr, q: Expr, r: Expr, z: Symbol) -> None:
    """Check that a fact is y' = −(q + p/z) y + r with a continuous q and an exponent p that does not depend on z."""
    _whole_axis(equation.domain, z)
    if equation.statement != Equality(Derivative(y, z), linear_right(y, p, q, r, z), evaluate=False):
        raise Undecided(f"{equation.statement} is not the linear equation of {y} with p = {p}, q = {q}, r = {r}")
    if p.has(z) or not all(isinstance(node, _CONTINUOUS) for node in sp.preorder_traversal(q)):
        raise Undecided(f"p = {p} depends on {z}, or q = {q} is not seen to be continuous")


def linear_right(y: Expr, p: Expr, q: Expr, r: Expr, z: Symbol) -> Expr:
    """Return −(q + p/z) y + r, the right side of the linear equations that the two theorems speak of."""
    return -(q + p / z) * y + r


def _sign_of(fact: Fact, expr: Expr) -> type:
    """Return whether a fact says expr > 0 or expr ≥ 0."""
    if isinstance(fact.statement, StrictGreaterThan | GreaterThan) and fact.statement.args == (expr, sp.S.Zero):
        return type(fact.statement)
    raise Undecided(f"{fact.statement} does not say that {expr} is positive, or not negative")


@rule
def sign_from_zero(
    equation: Fact, y: Expr, p: Expr, q: Expr, r: Expr, *, damping: Fact, source: Fact, near: Fact, order: Fact
) -> Fact:
    """From y' = −(q + p/z) y + r on (0, ∞), q ≥ 0, y ≥ −C z^m, p + m > 0: if r > 0 then y > 0; if r ≥ 0 then y ≥ 0.

    Proof. Let E(z) = z^p exp(∫_1^z q) > 0. Then (E y)' = E r, so by the mean value theorem E y does not decrease,
    and increases if r > 0. For z ≤ 1 the exponential is at most 1, as q ≥ 0, so E y ≥ −C z^{p+m}, which tends to 0
    as z → 0+. So E y ≥ 0 everywhere, and E y > 0 if r > 0: otherwise E y would be negative at a smaller z, and by
    monotonicity below that negative number all the way down to 0. ∎ The equation is singular at 0; that its other
    solutions, which differ from y by a multiple of 1/E, are excluded is what y ≥ −C z^m with p + m > 0 does.

    Parameters
    ----------
    equation : Fact
        y' = −(q + p/z) y + r for every z > 0.
    damping, source : Fact
        q ≥ 0; r > 0 or r ≥ 0.
    near : Fact
        y ≥ −C z^m, for every z > 0, C and m free of z.
    order : Fact
        p + m > 0.
    """
    z = equation.statement.args[0].variables[0]
    _linear_equation(equation, y, p, q, r, z)
    _sign_of(damping, q)
    if not isinstance(near.statement, GreaterThan) or near.statement.lhs != y:
        raise Undecided(f"{near.statement} does not bound {y} from below")
    bound, m = near.statement.rhs.as_coeff_exponent(z)
    if bound.has(z) or m.has(z):
        raise Undecided(f"{near.statement.rhs} is not a multiple of a power of {z}")
    if _sign_of(order, sp.expand(p + m)) is not StrictGreaterThan:
        raise Undecided(f"{order.statement} does not say that {p + m} is positive")
    statement = _sign_of(source, r)(y, sp.S.Zero, evaluate=False)
    return by_hand(INTEGRATING_FACTOR, statement, equation.domain, (equation, damping, source, near, order))


@rule
def sign_from_start(
    equation: Fact, y: Expr, p: Expr, q: Expr, r: Expr, *, source: Fact, start: Fact, reach: Fact
) -> Fact:
    """From y' = −(q + p/z) y + r on (0, ∞), r ≥ 0, and y > 0 for 0 < z < δ: y > 0 for every z > 0.

    Proof. With E as in `sign_from_zero`, E y does not decrease, and it is positive at every z < δ. ∎

    Parameters
    ----------
    equation, source : Fact
        As in `sign_from_zero`; r ≥ 0 is enough.
    start : Fact
        y > 0, on the domain of the equation with one further hypothesis z < δ.
    reach : Fact
        δ > 0.
    """
    z = equation.statement.args[0].variables[0]
    _linear_equation(equation, y, p, q, r, z)
    _sign_of(source, r)
    if _sign_of(start, y) is not StrictGreaterThan:
        raise Undecided(f"{start.statement} does not say that {y} is positive")
    extra = set(start.domain.conditions) - set(equation.domain.conditions)
    delta = reach.statement.args[0]
    if extra != {StrictLessThan(z, delta, evaluate=False)} or delta.has(z):
        raise Undecided(f"{start.domain.hypotheses()} is not the equation's domain with {z} < {delta}")
    if not (source.domain.within(equation.domain) and reach.domain.within(equation.domain)):
        raise Undecided(f"{source.statement}, or {reach.statement}, is not shown for every {z} > 0")
    if _sign_of(reach, delta) is not StrictGreaterThan:
        raise Undecided(f"{reach.statement} does not say that {delta} is positive")
    conclusion: Basic = StrictGreaterThan(y, 0, evaluate=False)
    return by_hand(INTEGRATING_FACTOR, conclusion, equation.domain, (equation, source, reach, start), binds=(z,))


# --- elementary bounds -----------------------------------------------------------------------------------------------


@rule
def logarithm_bounds(positive: Fact) -> Fact:
    """From u > 0: 1 − 1/u ≤ log u ≤ u − 1 (DLMF 4.5.1 and 4.5.2)."""
    u = positive.statement.lhs
    if _sign_of(positive, u) is not StrictGreaterThan:
        raise Undecided(f"{positive.statement} does not say that {u} is positive")
    below = GreaterThan(sp.log(u), 1 - 1 / u, evaluate=False)
    statement = sp.And(below, LessThan(sp.log(u), u - 1, evaluate=False), evaluate=False)
    return cite("1 − 1/u ≤ log u ≤ u − 1 for u > 0 (DLMF 4.5.1, 4.5.2)", statement, positive.domain, (positive,))


@rule
def at_least_first_term(terms: Fact) -> Fact:
    """From a_k > 0 for every k ≥ 0, Σ a_k convergent by the ratio test: Σ a_k ≥ a_0."""
    whole = sum_of_positive_terms(terms).statement.lhs
    statement = GreaterThan(whole, whole.function.subs(K, 0), evaluate=False)
    theorem = "a convergent series of positive terms is at least its first term"
    return cite(theorem, statement, terms.domain.without(K), (terms,), binds=(K,))


# --- zeros --------------------------------------------------------------------------------------------------------


@rule
def hadamard(order: Expr, z: Symbol, index: Symbol, domain: Domain) -> Fact:
    """d/dz log ₀F₁(; ν+1; z²/4) = Σ_n 2z/(j_{ν,n}² + z²) for ν > −1, from Hadamard's product over the zeros.

    Proof. F(w) = ₀F₁(; ν+1; w) is entire of order ½ with F(0) = 1, so F(w) = Π (1 − w/w_n) over its zeros, and
    Σ 1/|w_n| < ∞. As J_ν(x) = (x/2)^ν F(−x²/4)/Γ(ν+1), which for ν > −1 has only real zeros apart from 0 (Lommel;
    Watson 1944, section 15.27), simple ones, they are w_n = −j_{ν,n}²/4: that is DLMF 10.21.15 (there for ν ≥ 0;
    Watson 1944, section 15.41, has the general order). With w = z²/4 the product is Π (1 + z²/j_{ν,n}²). Its
    factors are at least 1 for real z, and it converges locally uniformly in the complex plane, so that its logarithm
    may be differentiated factor by factor. ∎
    """
    if order.has(z, index) or not (index.is_integer and index.is_positive) or index in domain.declared:
        raise Undecided(f"{order} speaks of {z} or {index}, or {index} is not free to count the zeros")
    signs.show_positive(order + 1, domain)
    _whole_axis(domain, z)
    term = 2 * z / (BesselZero(order, index) ** 2 + z**2)
    slope = Derivative(sp.log(sp.hyper((), (order + 1,), z**2 / 4)), z)
    statement = Equality(slope, sp.Sum(term, (index, 1, sp.oo)), evaluate=False)
    theorem = "Hadamard's product for J_ν, ν > −1, whose zeros are real (DLMF 10.21.15)"
    return by_hand(theorem, statement, domain, defined=(statement.rhs,))


# --- integrals -----------------------------------------------------------------------------------------------------


@rule
def odd_chord(concave: Fact, decreasing: Fact, positive: Fact, k: Symbol, b: Symbol, domain: Domain) -> Fact:
    """From f > 0, f'' < 0 and (f(z)/z)' < 0 on (0, ∞): ∫_{|k−b|}^{k+b} f < 2 b f(k) for all k, b > 0.

    Proof. Let b ≤ k. The tangent at k lies above the strictly concave f, and its mean over the interval of half-width
    b about k is f(k): so the integral is less than 2b f(k). Let b > k. The interval is the one of half-width k about
    b, so the integral is less than 2k f(b), and f(b)/b < f(k)/k. ∎ (f is bounded near 0, as it is positive and lies
    below a tangent, so the integral exists for k = b too.)
    """
    f, z = concave.statement.lhs.expr, concave.statement.lhs.variables[0]
    wanted = (
        StrictLessThan(Derivative(f, (z, 2)), 0, evaluate=False),
        StrictLessThan(Derivative(f / z, z), 0, evaluate=False),
        StrictGreaterThan(f, 0, evaluate=False),
    )
    if (concave.statement, decreasing.statement, positive.statement) != wanted:
        raise Undecided(f"{concave.statement}, {decreasing.statement}, {positive.statement} are not the premises")
    for fact in (concave, decreasing, positive):
        _whole_axis(fact.domain, z)
    if not {k, b} <= set(domain.symbols) or not (k.is_positive and b.is_positive):
        raise Undecided(f"{k} and {b} are not two positive variables of {domain.hypotheses()}")
    integral = sp.Integral(f, (z, sp.Abs(k - b), k + b))
    statement = StrictLessThan(integral, 2 * b * f.subs(z, k), evaluate=False)
    theorem = "a strictly concave function lies below its tangents (Hermite–Hadamard)"
    premises = (concave, decreasing, positive)
    return by_hand(theorem, statement, domain, premises, binds=(z,), defined=(integral,))


# --- moments on the sphere -------------------------------------------------------------------------------------------


def _rotation_invariant(integral: Fact) -> tuple[Expr, Symbol, Expr, Expr]:
    """Return (h, κ, c, f(κ)) of a fact ∫ e^{κ c·x} dx = f(κ) for every κ > 0 and unit c."""
    if not isinstance(integral.statement, Equality):
        raise Undecided(f"{integral.statement} is no equation")
    left, right = integral.statement.args
    factors, domain = left.args[1].args, integral.domain
    scale, *_ = (factor for factor in factors if factor in domain.symbols)
    centre, *_ = (v.symbol for v in domain.vectors if v.kind == "unit" and v.count is None and v.symbol in factors)
    if not isinstance(left, SphereIntegral) or left.args[1] != scale * centre or right.has(centre):
        raise Undecided(f"{integral.statement} is not the integral of e^(κ c·x) for a unit vector c")
    if any(condition.has(centre) for condition in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} does not contain every unit vector")
    _whole_axis(domain, scale)
    return left.args[0], scale, centre, right


@rule
def first_moment(integral: Fact, axis: Expr, domain: Domain) -> Fact:
    """From ∫ e^{κ c·x} dx = f(κ) for every κ > 0 and unit c: ∫ (e·x) e^{κ c·x} dx = f'(κ) (c·e).

    Proof. ∫ e^{v·x} dx = f(|v|) for v ≠ 0; differentiate in the direction e, under the integral of a smooth
    function over a compact set, at v = κc. ∎
    """
    dim, kappa, centre, f = _rotation_invariant(integral)
    vector_of(axis, dim, domain)
    statement = Equality(
        SphereMoment(dim, kappa * centre, axis, sp.S.One), Derivative(f, kappa) * Dot(centre, axis), evaluate=False
    )
    return by_hand(UNDER_THE_INTEGRAL, statement, domain, (integral,))


@rule
def second_moment(integral: Fact, axis: Expr, domain: Domain) -> Fact:
    """From the same: ∫ (e·x)² e^{κ c·x} dx = f''(κ) (c·e)² + (f'(κ)/κ) (|e|² − (c·e)²), the second derivative."""
    dim, kappa, centre, f = _rotation_invariant(integral)
    vector_of(axis, dim, domain)
    along, slope = Dot(centre, axis), Derivative(f, kappa)
    right = Derivative(f, (kappa, 2)) * along**2 + slope / kappa * (Dot(axis, axis) - along**2)
    statement = Equality(SphereMoment(dim, kappa * centre, axis, sp.Integer(2)), right, evaluate=False)
    return cite(UNDER_THE_INTEGRAL, statement, domain, (integral,))


@rule
def infinitely_divisible_law(dim: Expr, kappa: Expr, roots: Expr, cosine: Expr, domain: Domain) -> Fact:
    """The m-th convolution root of vMF(c, κ) on S^{h−1}, h ≥ 3, has a density that is not negative (Kent 1977)."""
    whole = dim.is_integer and roots.is_integer and roots.is_positive and kappa.is_positive
    if not whole or not {dim >= 3, cosine >= -1, cosine <= 1} <= set(domain.conditions):
        raise Undecided(f"{domain.hypotheses()} does not make h ≥ 3 and m ≥ 1 integers, κ > 0 and {cosine} a cosine")
    statement = GreaterThan(ConvolutionRoot(dim, kappa, roots, cosine), sp.S.Zero, evaluate=False)
    return cite("infinite divisibility of the von Mises–Fisher law (Kent 1977)", statement, domain)


# --- monotone and continuous functions -------------------------------------------------------------------------------


#: Functions that are continuous on the whole real line, and log M_h, M_h being at least 1.
_CONTINUOUS_EVERYWHERE = (sp.Add, sp.Mul, Symbol, sp.Rational, SphereMGF)


@rule
def at_zero_too(inequality: Fact, variable: Symbol, closed: Symbol) -> Fact:
    """From f(c) ≥ g(c) for all c > 0 of the domain, f and g continuous at c = 0: the same for c ≥ 0.

    The closed variable is a plain symbol, with the condition c ≥ 0 and the upper bounds of c, which are positive.
    """
    statement, domain = inequality.statement, inequality.domain
    if variable not in domain.symbols or not variable.is_positive or variable.is_integer or closed in domain.declared:
        raise Undecided(f"{variable} is no positive real variable of {domain.hypotheses()}, or {closed} is taken")
    if not isinstance(statement, GreaterThan):
        raise Undecided(f"{statement} is not of the form f ≥ g")
    for node in sp.preorder_traversal(statement):
        power = isinstance(node, sp.Pow) and node.exp.is_Integer and node.exp.is_positive
        logarithm = isinstance(node, sp.log) and isinstance(node.args[0], SphereMGF)
        known = isinstance(node, _CONTINUOUS_EVERYWHERE) or power or logarithm or node == statement
        known = known and not (isinstance(node, SphereMGF) and node.args[0].has(variable))
        if node.has(variable) and not known:
            raise Undecided(f"{node} is not seen to be continuous at {variable} = 0")
    about = [c for c in domain.conditions if c.has(variable)]
    bounds = [c.rhs for c in about if isinstance(c, LessThan) and c.lhs == variable and not c.rhs.has(variable)]
    if len(bounds) < len(about) or not all(bound.is_positive for bound in bounds):
        raise Undecided(f"{about} are not positive upper bounds of {variable}")
    kept = [closed if s == variable else s for s in domain.symbols]
    conditions = [c.xreplace({variable: closed}) for c in domain.conditions]
    wider = Domain(*kept, *domain.vectors, GreaterThan(closed, 0), *conditions, reach=domain.reach)
    theorem = "an inequality ≥ between continuous functions extends to the end of an interval"
    return cite(theorem, statement.xreplace({variable: closed}), wider, (inequality,), binds=(variable,))
