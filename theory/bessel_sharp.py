"""Bounds of Ruiz-Antolín and Segura: two square roots, one in the other, sharp at zero and at infinity at once.

B_a(z) = z/(d + √(d² + z²)) with d = ν + ½ + λ/(2s), s = √(λ² + z²), λ = ν + (a+1)/2. With r = √(d² + z²) the residual
of B_a in the Riccati equation is B_a e/(z r s³), where e = (ν+½) s³ + λ s² − λ³/2 − λ r s². The sign of e is shown in
independent variables ν, z, s, r that satisfy the two equations of the roots; then the roots are put in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from theory.barriers import equation, rearrange
from theory.bessel import ABOVE_MINUS_ONE, REACH, A, nu, positive, ratio_positive, riccati, start, z
from theory.bessel_bounds import HALF, on
from theory.claims import Claim, claim
from theory.compose import specialise, substitute
from theory.domain import Domain
from theory.facts import Fact
from theory.rules import combination, sign
from theory.solvers import arithmetic
from theory.trusted_analysis import linear_right, sign_from_zero

#: Stand-ins for the two roots.
S, R = Symbol("s", positive=True), Symbol("r", positive=True)
ALPHA, P = nu + HALF, 2 * nu + 1
ABOVE_MINUS_HALF = Domain(nu, z, nu > -HALF, reach=REACH)


@dataclass(frozen=True)
class Sharp:
    """The bound B_a, with λ = `lam`, on a domain of orders."""

    lam: Expr
    domain: Domain

    @property
    def inner(self) -> Expr:
        """The root s."""
        return sqrt(self.lam**2 + z**2)

    def slope(self, s: Expr) -> Expr:
        """Return d in terms of s."""
        return ALPHA + self.lam / (2 * s)

    @property
    def outer(self) -> Expr:
        """The root r."""
        return sqrt(self.slope(self.inner) ** 2 + z**2)

    @property
    def bound(self) -> Expr:
        """The bound itself."""
        return z / (self.slope(self.inner) + self.outer)

    @property
    def roots(self) -> dict[Symbol, Expr]:
        """What the stand-ins stand for."""
        return {S: self.inner, R: self.outer}

    @property
    def square_of_r(self) -> sp.Basic:
        """The equation 4r²s² = (2(ν+½)s + λ)² + 4s²z² of the outer root."""
        return Eq(4 * R**2 * S**2, (2 * ALPHA * S + self.lam) ** 2 + 4 * S**2 * z**2)

    @property
    def abstract(self) -> Domain:
        """The orders, z, and any two positive s and r that satisfy the equations of the roots."""
        return Domain(
            *self.domain.symbols, S, R, *self.domain.conditions, Eq(S**2, self.lam**2 + z**2), self.square_of_r
        )

    def put_in(self, *facts: Fact) -> list[Fact]:
        """Put the roots into facts about the stand-ins."""
        squared = equation(self.square_of_r.xreplace(self.roots), self.domain)
        above_zero = arithmetic(Gt(self.outer, 0, evaluate=False), self.domain)
        return [specialise(fact, self.roots, self.domain, given=[squared, above_zero]) for fact in facts]

    def numerator(self, s: Expr, r: Expr) -> Expr:
        """Return e, whose sign is that of the residual."""
        return ALPHA * s**3 + self.lam * s**2 - self.lam**3 / 2 - self.lam * r * s**2


U, V = Symbol("u", real=True), Symbol("v", real=True)


def by_squares(smaller: Expr, larger: Expr, squares: Fact, domain: Domain) -> Fact:
    """Conclude u < v (or ≤) from u² < v² (or ≤) and v ≥ 0."""
    kind = type(squares.statement)
    plane = Domain(U, V, V >= 0, kind(U**2, V**2))
    return specialise(arithmetic(kind(U, V, evaluate=False), plane), {U: smaller, V: larger}, domain, given=[squares])


def by_residual(bound: Sharp, side: int, e_has_sign: Fact, at_zero: Fact) -> Fact:
    """Show B − A > 0 (side 1) or A − B > 0 (side −1) by the sign of the residual, given side·e > 0.

    Parameters
    ----------
    e_has_sign : Fact
        side·e > 0, in the stand-ins.
    at_zero : Fact
        d + r > 0, or for a lower bound d + r ≥ 2ν+2, in the stand-ins.
    """
    d, b, one = bound.domain, bound.bound, sp.S.One
    e_fact, sum_fact = bound.put_in(e_has_sign, at_zero)
    root, outer = bound.inner, bound.outer
    below = bound.slope(root) + outer
    denominator = arithmetic(Gt(below, 0, evaluate=False), bound.domain)
    known = [denominator, arithmetic(Gt(outer, 0, evaluate=False), d)]
    above_zero = sign(Gt(b, 0, evaluate=False), d, known)
    residual, factor = side * (sp.diff(b, z) - (1 - b**2 - P * b / z)), b / (z * outer * root**3)
    product = factor * e_fact.statement.lhs
    same = equation(Eq(product, residual, evaluate=False), d, given=known)
    source = combination(Gt(product, 0, evaluate=False), d, [(factor, e_fact)], given=[*known, above_zero])
    y, q = side * (b - A), A + b
    ratio = on(d, ratio_positive, start)
    linear = equation(
        Eq(Derivative(y, z), linear_right(y, P, q, residual, z), evaluate=False), d, on(d, riccati), ratio
    )
    return sign_from_zero(
        linear,
        y,
        P,
        q,
        residual,
        damping=combination(
            Ge(q, 0, evaluate=False), d, [(one, ratio[0]), (one, above_zero)], given=[*known, *on(d, positive)]
        ),
        source=substitute(source, same),
        near=_near(y, side, b, [*ratio, above_zero, sum_fact], known, d),
        order=arithmetic(Gt(P + 1, 0, evaluate=False), d),
    )


def _near(y: Expr, side: int, b: Expr, facts: list[Fact], known: list[Fact], d: Domain) -> Fact:
    """Return y ≥ −z/(2ν+2): for an upper bound as A ≤ z/(2ν+2), for a lower one as B is."""
    above, below, bound_above, sum_fact = facts
    one, line = sp.S.One, z / (2 * nu + 2)
    lower = [(one, above), (b * line / z, sum_fact)]
    parts = [(one, bound_above), (one, below)] if side == 1 else lower
    return combination(Ge(y, -line, evaluate=False), d, parts, given=[*known, bound_above, *on(d, positive)])


UPPER = Sharp(ALPHA, ABOVE_MINUS_HALF)
LOWER = Sharp(ALPHA + 1, ABOVE_MINUS_ONE)


@cache
def upper_difference() -> Fact:
    """Return B_0 − A > 0: with λ = ν+½, e = λ (s³ + s² − λ²/2 − r s²)."""
    where = UPPER.abstract
    inside = arithmetic(Gt(S**3 + S**2 - ALPHA**2 / 2 - R * S**2, 0, evaluate=False), where)
    e_above = combination(Gt(UPPER.numerator(S, R), 0, evaluate=False), where, [(ALPHA, inside)])
    return by_residual(UPPER, 1, e_above, arithmetic(Gt(UPPER.slope(S) + R, 0, evaluate=False), where))


@cache
def lower_difference() -> Fact:
    """Return A − B_2 > 0: e and d + r ≥ 2ν+2 are compared by squares, in which r is no longer a root."""
    where, lam = LOWER.abstract, LOWER.lam
    smaller, larger = LOWER.numerator(S, sp.S.Zero), lam * R * S**2
    q = (2 * ALPHA * S + lam) ** 2 + 4 * S**2 * (S**2 - lam**2)
    outer = arithmetic(Eq(q, 4 * R**2 * S**2, evaluate=False), where)
    beyond = arithmetic(Gt(S, lam, evaluate=False), where)

    def squares(statement: sp.Basic) -> Fact:
        """Show an inequality in ν and s alone, for s > λ, and put r in."""
        polynomial = sign(statement, Domain(nu, S, nu > -1, Gt(S, lam)))
        return substitute(specialise(polynomial, {}, where, given=[beyond]), outer)

    compared = by_squares(smaller, larger, squares(Lt(smaller**2, lam**2 * S**2 * q / 4, evaluate=False)), where)
    e_below = rearrange(compared, Gt(-LOWER.numerator(S, R), 0, evaluate=False))
    rest = 2 * S * (2 * nu + 2 - LOWER.slope(S))
    reached = by_squares(rest, 2 * R * S, squares(Le(rest**2, q, evaluate=False)), where)
    at_zero = combination(Ge(LOWER.slope(S) + R, 2 * nu + 2, evaluate=False), where, [(1 / (2 * S), reached)])
    return by_residual(LOWER, -1, e_below, at_zero)


@claim(
    id="bessel.ratio.upper.sharp",
    title="Upper bound with two roots",
    relation="restated",
    source="Ruiz-Antolín and Segura 2016, B_0, as recalled; at ν = −½ it is the constant 1",
    domain=ABOVE_MINUS_HALF,
    statement=Lt(A, UPPER.bound, evaluate=False),
)
def upper_sharp(c: Claim):
    """A < B_0 for ν > −½, as the residual has the sign of λ = ν + ½. Below −½ it is false for large z."""
    return rearrange(upper_difference(), c.statement)


@claim(
    id="bessel.ratio.lower.sharp",
    title="Lower bound with two roots",
    relation="restated",
    source="Ruiz-Antolín and Segura 2016, B_2, as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=Gt(A, LOWER.bound, evaluate=False),
)
def lower_sharp(c: Claim):
    """A > B_2 for ν > −1, where λ = ν + 3/2: (λ r s²)² − (e + λ r s²)² = (s² − λ²) K/4 with a positive polynomial K."""
    return rearrange(lower_difference(), c.statement)


CLAIMS = (upper_sharp, lower_sharp)
