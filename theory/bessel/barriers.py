"""Bounds on the Bessel ratio from its Riccati equation: the rule `barrier` and the algebra that it needs.

An algebraic b(ν, z) whose residual b' − (1 − b² − ((2ν+1)/z) b) has one sign for every z > 0 stays on one side of
A_ν, once it starts on that side at 0+. The difference y = b − A solves a linear equation whose coefficients contain
A and b themselves, and `trusted_analysis` reads its sign off the residual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp
from sympy import Basic, Derivative, Expr
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.kernel.asking import look_for_witness
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.relations import eq, ge, gt, lt
from modgap.theory.language.symbols import IvRatio
from modgap.theory.outcome import Refuted, Undecided
from modgap.theory.trusted.analysis import linear_right, sign_from_start, sign_from_zero
from modgap.theory.under import Under

# --- the differential field of the ratios ----------------------------------------------------------------------------


# --- the rule --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Start:
    """A barrier that is on its side for z < `below` already; then what happens at 0 does not matter."""

    below: Expr


def barrier(statement: Basic, domain: Domain, riccati: Fact, ratio: Sequence[Fact], start: Start | None = None) -> Fact:
    """Show A < b, A > b (or ≤, ≥) for an algebraic b(ν, z) on all z > 0, by the Riccati equation of A.

    Parameters
    ----------
    statement : sympy relation
        One of A < b, A ≤ b, A > b, A ≥ b with A = IvRatio(order, z).
    domain : Domain
        The orders; every z > 0.
    riccati : Fact
        A' = 1 − A² − ((2ν+1)/z) A on the domain.
    ratio : sequence of Fact
        0 < A ≤ z/(2ν+2), and whatever else is to be used about A.
    start : Start, optional
        Where the barrier is known to be on its side near 0; by default the orders at 0+ are compared.

    Raises
    ------
    Refuted
        If a point of the domain certainly violates the statement.
    Undecided
        If the residual is not of one sign, or the start at 0+ is wrong or not settled.
    """
    look_for_witness(statement, domain)
    try:
        return _barrier(statement, domain, riccati, ratio, start)
    except Refuted as reason:
        raise Undecided(f"{statement} is not shown by a barrier, as a step of it fails: {reason}") from reason


def _barrier(statement: Basic, domain: Domain, riccati: Fact, ratio: Sequence[Fact], start: Start | None) -> Fact:
    d = Under(domain)
    a, b, side = _sides(statement)
    order, z = a.args
    slope = _slope_of_ratio(riccati, a)
    strict = isinstance(statement, StrictLessThan | StrictGreaterThan)
    y = side * (b - a)
    residual = side * (sp.diff(b, z) - slope.xreplace({a: b}))
    p, q = 2 * order + 1, a + b
    linear = equation(eq(Derivative(y, z), linear_right(y, p, q, residual, z)), d, [riccati], ratio)
    if start is None:
        source = d.show((StrictGreaterThan if strict else GreaterThan)(residual, 0, evaluate=False))
        found = _from_zero(linear, y, p, q, residual, source, d, ratio)
    else:
        source = d.show(ge(residual, 0))
        found = _from_start(linear, y, p, q, residual, source, d, ratio, start)
    return rearrange(found, statement)


def _sides(statement: Basic) -> tuple[IvRatio, Expr, int]:
    """Return (A, b, 1) for an upper bound b of a ratio A, (A, b, −1) for a lower one."""
    match statement:
        case StrictLessThan() | LessThan() if isinstance(statement.lhs, IvRatio):
            a, b, side = statement.lhs, statement.rhs, 1
        case StrictGreaterThan() | GreaterThan() if isinstance(statement.lhs, IvRatio):
            a, b, side = statement.lhs, statement.rhs, -1
        case _:
            raise Undecided(f"{statement} is not a bound on a Bessel ratio")
    if b.atoms(sp.Function):
        raise Undecided(f"{b} is not algebraic")
    return a, b, side


def _slope_of_ratio(riccati: Fact, a: IvRatio) -> Expr:
    order, z = a.args
    wanted = eq(Derivative(a, z), 1 - a**2 - (2 * order + 1) / z * a)
    if riccati.statement != wanted:
        raise Undecided(f"{riccati.statement} is not the Riccati equation of {a}")
    return wanted.rhs


def _from_zero(
    linear: Fact, y: Expr, p: Expr, q: Expr, r: Expr, source: Fact, domain: Domain, ratio: Sequence[Fact]
) -> Fact:
    """Use that y ≥ −z/(p+1): for an upper barrier b ≥ 0 and A is below that, for a lower one b is."""
    d = Under(domain)
    z = linear.statement.lhs.variables[0]
    damping = d.show(ge(q, 0), *ratio)
    near = d.show(ge(y, -z / (p + 1)), *ratio)
    order = d.show(gt(sp.expand(p + 1), 0))
    return sign_from_zero(linear, y, p, q, r, damping=damping, source=source, near=near, order=order)


def _from_start(
    linear: Fact,
    y: Expr,
    p: Expr,
    q: Expr,
    r: Expr,
    source: Fact,
    domain: Domain,
    ratio: Sequence[Fact],
    start: Start,
) -> Fact:
    z = linear.statement.lhs.variables[0]
    before = lt(z, start.below)
    here = Under(domain.further(before))
    begin = here.show(gt(y, 0), *ratio)
    reach = Under(domain).show(gt(start.below, 0))
    return sign_from_start(linear, y, p, q, r, source=source, start=begin, reach=reach)


def amos(order: Expr, z: Expr, a: Expr, b: Expr) -> Expr:
    """Return G_{a,b}(z) = z/(a + √(b² + z²)), the form of the bounds of Amos."""
    return z / (a + sp.sqrt(b**2 + z**2))
