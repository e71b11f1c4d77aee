"""Theorems of calculus for functions on [0, ∞) whose slopes are known on (0, ∞), each with its proof.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion at the
points p and q that it is asked for, and leaves its name in the trust list. That a function is continuous down to 0 is
checked: it is built of functions that are continuous where they are defined, and it is defined at every r ≥ 0.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Basic, Derivative, Eq, Expr, Symbol
from sympy.core.relational import Equality, GreaterThan, LessThan, StrictGreaterThan, StrictLessThan, Unequality

from modgap.theory.engines.definedness import show_defined
from modgap.theory.engines.known import common_domain
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand, cite
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import unfold
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.analysis import _CONTINUOUS as CONTINUOUS_ON_THE_OPEN_AXIS
from modgap.theory.trusted.analysis import _whole_axis

#: A variable that may be 0, in place of a positive one.
R = Symbol("r", nonnegative=True)

MEAN_VALUE = "the mean value theorem"

#: Functions that are continuous wherever they are defined.
_CONTINUOUS = (sp.Add, sp.Mul, sp.Pow, sp.log, sp.exp, sp.hyper, Symbol)


def _continuous_from_zero(expr: Expr, z: Symbol, domain: Domain, given: Sequence[Fact]) -> None:
    """Check that an expression is defined, hence continuous, for every z ≥ 0 and not for z > 0 alone."""
    _whole_axis(domain, z)
    _closure_is_free(domain)
    here = Domain(*(s for s in domain.symbols if s != z), R, *domain.conditions)
    common_domain(given, here)
    body = unfold(expr.xreplace({z: R}))
    strays = [n for n in sp.preorder_traversal(body) if n.has(R) and not isinstance(n, _CONTINUOUS)]
    if strays:
        raise Undecided(f"{strays[0]} is not seen to be continuous")
    show_defined(body, here, given)


def _closure_is_free(domain: Domain) -> None:
    """Check that a premise on z > 0 asks nothing of the variable that stands for z ≥ 0, which is bound."""
    if R in domain.symbols:
        raise Undecided(f"{R} is taken")


def _slope(fact: Fact) -> tuple[Expr, Symbol, Expr]:
    """Return (F, z, g) of a fact F' = g; that it holds for every z > 0 is asked where F is seen to be continuous."""
    if not isinstance(fact.statement, Equality) or not isinstance(fact.statement.lhs, Derivative):
        raise Undecided(f"{fact.statement} does not say what a derivative is")
    node = fact.statement.lhs
    if len(node.variables) != 1:
        raise Undecided(f"{node} is no first derivative")
    return node.expr, node.variables[0], fact.statement.rhs


def _falling(fact: Fact) -> tuple[Expr, Symbol]:
    """Return (f, z) of a fact f' < 0 for every z > 0."""
    node = fact.statement.args[0]
    first = isinstance(node, Derivative) and len(node.variables) == 1
    if not first or fact.statement != StrictLessThan(node, 0, evaluate=False):
        raise Undecided(f"{fact.statement} does not say that a derivative is negative")
    _whole_axis(fact.domain, node.variables[0])
    return node.expr, node.variables[0]


def _says(order: Sequence[Fact], *relations: Basic) -> bool:
    stated = {fact.statement for fact in order}
    return all(relation in stated for relation in relations)


def _not_negative(order: Sequence[Fact], *points: Expr) -> None:
    if not _says(order, *(GreaterThan(p, 0, evaluate=False) for p in points)):
        raise Undecided(f"no given fact says that {points} are not negative")


def _below(order: Sequence[Fact], p: Expr, q: Expr) -> bool:
    return _says(order, StrictLessThan(p, q, evaluate=False))


def _no_capture(z: Symbol, order: Sequence[Fact], domain: Domain) -> None:
    """Check that the points do not speak of z, and that their order holds on the domain: nothing is bound in it."""
    common_domain(order, domain)
    if z in domain.symbols:
        raise Undecided(f"{z} is bound here: {domain.hypotheses()} may not declare it")


@rule
def tangent_in_square(
    slope: Fact, falling: Fact, p: Expr, q: Expr, order: Sequence[Fact], domain: Domain, given: Sequence[Fact]
) -> Fact:
    """From F' = z f and f' < 0 on (0, ∞), F and f continuous on [0, ∞): F(q) ≤ F(p) + f(p)(q² − p²)/2 for p, q ≥ 0.

    It is strict if p ≠ q. Proof. φ(v) = F(√v) is continuous on [0, ∞) and φ'(v) = f(√v)/2 for v > 0. Let
    p ≠ q. By the mean value theorem φ(q²) − φ(p²) = f(r)(q² − p²)/2 for some r strictly between p and q, in particular
    r > 0. As f is continuous and decreases strictly on [0, ∞), f(r) < f(p) where q > p, and f(r) > f(p) where q < p;
    in both cases f(r)(q² − p²) < f(p)(q² − p²). For p = q both sides are equal. ∎

    Parameters
    ----------
    slope, falling : Fact
        F' = z f; f' < 0: both for every z > 0.
    p, q : sympy.Expr
        The points.
    order : sequence of Fact
        p ≥ 0, q ≥ 0 and, for the strict inequality, p < q, q < p or p ≠ q, on the domain.
    domain : Domain
        The domain of the conclusion.
    given : sequence of Fact
        What makes F and f defined at every r ≥ 0.
    """
    of, z, right = _slope(slope)
    f, variable = _falling(falling)
    if variable != z or right != z * f:
        raise Undecided(f"{slope.statement} is not F' = z f with the f of {falling.statement}")
    _continuous_from_zero(of, z, slope.domain, given)
    _continuous_from_zero(f, z, falling.domain, given)
    _not_negative(order, p, q)
    _no_capture(z, order, domain)
    apart = _below(order, p, q) or _below(order, q, p) or _says(order, Unequality(p, q, evaluate=False))
    kind = StrictLessThan if apart else LessThan
    bound = of.xreplace({z: p}) + f.xreplace({z: p}) * (q**2 - p**2) / 2
    statement = kind(of.xreplace({z: q}), bound, evaluate=False)
    theorem = f"{MEAN_VALUE}: a function whose slope decreases lies below its tangents"
    return by_hand(theorem, statement, domain, (slope, falling, *order, *given), binds=(z, R))


@rule
def mean_value_bound(
    slope: Fact, bound: Fact, p: Expr, q: Expr, order: Sequence[Fact], domain: Domain, given: Sequence[Fact]
) -> Fact:
    """From F' = g and g < c on (0, ∞), c constant, F continuous on [0, ∞), 0 ≤ p < q: F(q) − F(p) < c (q − p).

    Proof. F(q) − F(p) = g(r)(q − p) for some r strictly between p and q. ∎
    """
    of, z, g = _slope(slope)
    constant = bound.statement.args[1]
    if bound.statement != StrictLessThan(g, constant, evaluate=False) or constant.has(z):
        raise Undecided(f"{bound.statement} does not bound {g} by a constant")
    _whole_axis(bound.domain, z)
    _closure_is_free(bound.domain)
    _continuous_from_zero(of, z, slope.domain, given)
    _not_negative(order, p)
    _no_capture(z, order, domain)
    if not _below(order, p, q):
        raise Undecided(f"no given fact says that {p} < {q}")
    difference = of.xreplace({z: q}) - of.xreplace({z: p})
    statement = StrictLessThan(difference, constant * (q - p), evaluate=False)
    return by_hand(MEAN_VALUE, statement, domain, (slope, bound, *order, *given), binds=(z, R))


@rule
def integral_of_slope(
    slope: Fact, p: Expr, q: Expr, order: Sequence[Fact], domain: Domain, given: Sequence[Fact]
) -> Fact:
    """From F' = g on (0, ∞), F continuous on [0, ∞), g continuous on (0, ∞), 0 ≤ p < q: ∫_p^q g = F(q) − F(p).

    For p = 0 the integral is that from 0+, which exists as F is continuous at 0.
    """
    of, z, g = _slope(slope)
    _continuous_from_zero(of, z, slope.domain, given)
    if not all(isinstance(node, CONTINUOUS_ON_THE_OPEN_AXIS) for node in sp.preorder_traversal(g)):
        raise Undecided(f"{g} is not seen to be continuous")
    _not_negative(order, p)
    _no_capture(z, order, domain)
    if not _below(order, p, q):
        raise Undecided(f"no given fact says that {p} < {q}")
    difference = of.xreplace({z: q}) - of.xreplace({z: p})
    integral = sp.Integral(g, (z, p, q))
    statement = Eq(integral, difference, evaluate=False)
    theorem = "the fundamental theorem of calculus"
    return cite(theorem, statement, domain, (slope, *order, *given), binds=(z, R), defined=(integral,))


@rule
def decreases(falling: Fact, p: Expr, q: Expr, order: Sequence[Fact], domain: Domain, given: Sequence[Fact]) -> Fact:
    """From f' < 0 on (0, ∞), f continuous on [0, ∞), and 0 ≤ p ≤ q: f(q) ≤ f(p), strictly if p < q.

    Where `order` says that p > 0, f need not be continuous at 0: it is differentiable, hence continuous, on [p, q].
    """
    f, z = _falling(falling)
    _closure_is_free(falling.domain)
    if not _says(order, StrictGreaterThan(p, 0, evaluate=False)):
        _continuous_from_zero(f, z, falling.domain, given)
        _not_negative(order, p)
    _no_capture(z, order, domain)
    strict = _below(order, p, q)
    if not strict and not _says(order, LessThan(p, q, evaluate=False)):
        raise Undecided(f"no given fact says that {p} ≤ {q}")
    kind = StrictLessThan if strict else LessThan
    statement = kind(f.xreplace({z: q}), f.xreplace({z: p}), evaluate=False)
    theorem = f"{MEAN_VALUE}: a function with a negative derivative decreases"
    return cite(theorem, statement, domain, (falling, *order, *given), binds=(z, R))


@rule
def down_to_zero(
    inequality: Fact, z: Symbol, p: Expr, order: Sequence[Fact], domain: Domain, given: Sequence[Fact]
) -> Fact:
    """From f ≤ g (or f < g, ≥, >) for every z > 0, f and g continuous on [0, ∞), p ≥ 0: f(p) ≤ g(p) (or ≥)."""
    match inequality.statement:
        case LessThan() | StrictLessThan():
            kind = LessThan
        case GreaterThan() | StrictGreaterThan():
            kind = GreaterThan
        case _:
            raise Undecided(f"{inequality.statement} is no inequality between two functions")
    for side in inequality.statement.args:
        _continuous_from_zero(side, z, inequality.domain, given)
    _not_negative(order, p)
    _no_capture(z, order, domain)
    left, right = (side.xreplace({z: p}) for side in inequality.statement.args)
    theorem = "inequalities between continuous functions extend to the closure"
    return cite(theorem, kind(left, right, evaluate=False), domain, (inequality, *order, *given), binds=(z, R))
