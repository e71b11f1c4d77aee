"""Bounds on the Bessel ratio from its Riccati equation: the rule `barrier` and the algebra that it needs.

An algebraic b(ν, z) whose residual b' − (1 − b² − ((2ν+1)/z) b) has one sign for every z > 0 stays on one side of
A_ν, once it starts on that side at 0+. The difference y = b − A solves a linear equation whose coefficients contain
A and b themselves, and `trusted_analysis` reads its sign off the residual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp
from sympy import Basic, Derivative, Eq, Expr, Symbol
from sympy.core.relational import Equality, GreaterThan, LessThan, Relational, StrictGreaterThan, StrictLessThan

from theory.domain import Domain
from theory.facts import SYMPY, Fact, common_domain, make, rule, slack
from theory.gaussian import GaussianMean
from theory.language import IvRatio
from theory.outcome import Refuted, Undecided
from theory.rules import look_for_witness
from theory.solvers import CVC5, Z3, Reader, arithmetic, opaque
from theory.terms import is_open_in
from theory.trusted_analysis import linear_right, sign_from_start, sign_from_zero

# --- the differential field of the ratios ----------------------------------------------------------------------------


class RatioField:
    """Rational functions of z, the orders, ratios A_ν(z) and square roots, closed under d/dz by Riccati equations."""

    name = "rational functions of z, the orders, Bessel ratios and square roots"
    trusts: tuple[str, ...] = (SYMPY,)

    def __init__(self, *riccati: Fact):
        self.uses: tuple[Fact, ...] = riccati
        self._slope: dict[Expr, Expr] = {}
        for fact in riccati:
            left, right = fact.statement.args
            first = isinstance(left, Derivative) and isinstance(left.expr, IvRatio)
            if not (isinstance(fact.statement, Equality) and first and left.variables == left.expr.args[1:]):
                raise Undecided(f"{fact.statement} is not the equation of a ratio")
            _open(fact.domain, left.variables[0])
            self._slope[left.expr] = right

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return 0 where the expression vanishes once derivatives are taken and squares of roots replaced."""
        while inner := [d for d in expr.atoms(Derivative) if not d.expr.has(Derivative)]:
            expr = expr.xreplace({d: self._differentiate(d) for d in inner})
        ratios = {a: sp.Dummy(f"A_{n}") for n, a in enumerate(sorted(expr.atoms(IvRatio), key=sp.default_sort_key))}
        return _without_roots(expr.xreplace(ratios))

    def _differentiate(self, node: Derivative) -> Expr:
        ((z, count),) = node.variable_count
        result = node.expr
        for _ in range(int(count)):
            ratios = {
                a: sp.Dummy(f"A_{n}") for n, a in enumerate(sorted(result.atoms(IvRatio), key=sp.default_sort_key))
            }
            if not all(a in self._slope and a.args[1] == z and not a.args[0].has(z) for a in ratios):
                raise Undecided(f"no Riccati equation is given for every ratio in {result}")
            body = result.xreplace(ratios)
            if body.atoms(sp.Function):
                raise Undecided(f"{node.expr} is no algebraic function of {z} and ratios")
            slope = sp.diff(body, z) + sum(sp.diff(body, t) * self._slope[a] for a, t in ratios.items())
            result = slope.xreplace({t: a for a, t in ratios.items()})
        return result


def _open(domain: Domain, z: Symbol) -> None:
    """Check that a domain contains a neighbourhood in z of each of its points, so that facts may be differentiated."""
    if not is_open_in(domain, z):
        raise Undecided(f"{domain.hypotheses()} is not open in {z}: a fact on it may not be differentiated")


def _without_roots(expr: Expr) -> Expr:
    """Return the numerator of an expression modulo r² = radicand for every square root r in it, innermost last."""
    radicands: dict[Symbol, Expr] = {}
    while nested := [p for p in expr.atoms(sp.Pow) if p.exp.is_Rational and p.exp.q == 2 and not _has_root(p.base)]:
        for base in dict.fromkeys(p.base for p in nested):
            root = sp.Dummy(f"root_{len(radicands)}", positive=True)
            radicands[root] = base
            expr = expr.xreplace({p: root ** (2 * p.exp) for p in expr.atoms(sp.Pow) if p.base == base})
    numerator = sp.fraction(sp.together(expr))[0]
    for root, base in reversed(radicands.items()):
        top, bottom = sp.fraction(sp.together(base))
        square = sp.Poly(bottom * root**2 - top, root)
        numerator = sp.prem(sp.expand(numerator), square.as_expr(), root) if numerator.has(root) else numerator
    return sp.expand(numerator)


def _has_root(expr: Expr) -> bool:
    return any(p.exp.is_Rational and not p.exp.is_Integer for p in expr.atoms(sp.Pow))


@rule
def equation(statement: Basic, domain: Domain, riccati: Sequence[Fact] = (), given: Sequence[Fact] = ()) -> Fact:
    """Show an equation in the field of ratios and roots, both sides being defined and, where derived, differentiable.

    Radicands under a derivative are shown to be positive and denominators to vanish nowhere, by both solvers.

    Raises
    ------
    Refuted
        If a point of the domain certainly violates the equation.
    Undecided
        If the sides have different normal forms, or one is not shown to be defined.
    """
    if not isinstance(statement, Equality):
        raise Undecided(f"{statement} is not an equation")
    common_domain((*riccati, *given), domain)
    normal = RatioField(*riccati)
    rest = normal.reduce(statement.lhs - statement.rhs, domain)
    if rest != 0:
        look_for_witness(statement, domain)
        raise Undecided(f"the sides of {statement} differ: {rest} is not 0")
    for variable in {v for d in statement.atoms(Derivative) for v in d.variables}:
        _open(domain, variable)
    reader = Reader.of(domain, (*riccati, *given))
    for inner in (d.expr for d in statement.atoms(Derivative)):
        reader.cleared(reader.rational(inner, trusted=False, strict=True), "=", trusted=False)
    for side in statement.args:
        reader.cleared(reader.rational(side, trusted=False), "=", trusted=False)
    spoken = set().union(*(f.statement.atoms(IvRatio) for f in (*riccati, *given)))
    strays = {e for e in opaque(statement) if not isinstance(e, Derivative)} | statement.atoms(sp.Function)
    if not statement.atoms(IvRatio) <= spoken or strays - statement.atoms(IvRatio):
        raise Undecided(f"a function in {statement} is not known to be defined")
    trusts = (SYMPY, Z3, CVC5) if reader.answers else (SYMPY,)
    return make(
        "identity",
        statement,
        domain,
        f"both sides have one normal form ({normal.name})",
        trusts=trusts,
        premises=(*riccati, *given),
        recheck=lambda other: equation(other, domain, riccati, given),
    )


# --- the rule --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Start:
    """A barrier that is on its side for z < `below` already; then what happens at 0 does not matter."""

    below: Expr


@rule
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
    a, b, side = _sides(statement)
    order, z = a.args
    slope = _slope_of_ratio(riccati, a)
    strict = isinstance(statement, StrictLessThan | StrictGreaterThan)
    y = side * (b - a)
    residual = side * (sp.diff(b, z) - slope.xreplace({a: b}))
    p, q = 2 * order + 1, a + b
    linear = equation(
        Eq(Derivative(y, z), linear_right(y, p, q, residual, z), evaluate=False), domain, [riccati], ratio
    )
    if start is None:
        source = arithmetic((StrictGreaterThan if strict else GreaterThan)(residual, 0, evaluate=False), domain)
        found = _from_zero(linear, y, p, q, residual, source, domain, ratio)
    else:
        source = arithmetic(GreaterThan(residual, 0, evaluate=False), domain)
        found = _from_start(linear, y, p, q, residual, source, domain, ratio, start)
    return rearrange(found, statement)


@rule
def rearrange(fact: Fact, statement: Basic) -> Fact:
    """Conclude an inequality that says the same as a fact, terms moved from one side to the other."""
    (known, known_strict), (wanted, wanted_strict) = slack(fact.statement), slack(statement)
    if sp.expand(known - wanted) != 0 or (wanted_strict and not known_strict):
        raise Undecided(f"{statement} does not say the same as {fact.statement}")
    strays = _partial(statement) - _partial(fact.statement)
    if strays or statement.has(GaussianMean):
        raise Undecided(f"{fact.statement} does not show that {sorted(map(str, strays))} are defined")
    return make("compose", statement, fact.domain, "terms moved across", trusts=(SYMPY,), premises=(fact,))


def _partial(statement: Basic) -> set[Basic]:
    """Return the parts of a statement that may be undefined: all but sums, products and natural powers."""
    nodes = sp.preorder_traversal(statement)
    natural = (sp.Add, sp.Mul, Symbol, sp.Rational, Relational)
    powers = {e for e in statement.atoms(sp.Pow) if e.exp.is_Integer and e.exp.is_positive}
    return {e for e in nodes if not isinstance(e, natural) and e not in powers}


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
    wanted = Eq(Derivative(a, z), 1 - a**2 - (2 * order + 1) / z * a, evaluate=False)
    if riccati.statement != wanted:
        raise Undecided(f"{riccati.statement} is not the Riccati equation of {a}")
    return wanted.rhs


def _from_zero(
    linear: Fact, y: Expr, p: Expr, q: Expr, r: Expr, source: Fact, domain: Domain, ratio: Sequence[Fact]
) -> Fact:
    """Use that y ≥ −z/(p+1): for an upper barrier b ≥ 0 and A is below that, for a lower one b is."""
    z = linear.statement.lhs.variables[0]
    damping = arithmetic(GreaterThan(q, 0, evaluate=False), domain, ratio)
    near = arithmetic(GreaterThan(y, -z / (p + 1), evaluate=False), domain, ratio)
    order = arithmetic(StrictGreaterThan(sp.expand(p + 1), 0, evaluate=False), domain)
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
    before = StrictLessThan(z, start.below, evaluate=False)
    here = Domain(*domain.symbols, *domain.conditions, before, reach=domain.reach)
    begin = arithmetic(StrictGreaterThan(y, 0, evaluate=False), here, ratio)
    reach = arithmetic(StrictGreaterThan(start.below, 0, evaluate=False), domain)
    return sign_from_start(linear, y, p, q, r, source=source, start=begin, reach=reach)


def amos(order: Expr, z: Expr, a: Expr, b: Expr) -> Expr:
    """Return G_{a,b}(z) = z/(a + √(b² + z²)), the form of the bounds of Amos."""
    return z / (a + sp.sqrt(b**2 + z**2))
