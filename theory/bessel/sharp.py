"""Bounds of Ruiz-Antolín and Segura: two square roots, one in the other, sharp at zero and at infinity at once.

B_a(z) = z/(d + r) with r = √(d² + z²), d = ν + ½ + λ/(2s), s = √(λ² + z²), λ = ν + (a+1)/2. The residual of B_a in
the Riccati equation is B_a e/(z r s³), where e = (ν+½) s³ + λ s² − λ³/2 − λ r s². Its sign is found by comparing
squares, in which r is no longer a root: what is left are polynomials in ν and s > λ, as z² = s² − λ².
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

from modgap.theory.bessel.bounds import HALF, by_squares, on
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, REACH, A, nu, positive, ratio_positive, riccati, start, z
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import specialise, substitute
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, sign
from modgap.theory.language.domain import Domain
from modgap.theory.trusted.analysis import linear_right, sign_from_zero

#: The inner root as a variable.
S = Symbol("s", positive=True)
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
        return sqrt(self.square(self.inner))

    def square(self, s: Expr) -> Expr:
        """Return r² = d² + s² − λ² in terms of s."""
        return self.slope(s) ** 2 + s**2 - self.lam**2

    @property
    def bound(self) -> Expr:
        """The bound itself."""
        return z / (self.slope(self.inner) + self.outer)

    def numerator(self, s: Expr, r: Expr) -> Expr:
        """Return e, whose sign is that of the residual."""
        return ALPHA * s**3 + self.lam * s**2 - self.lam**3 / 2 - self.lam * r * s**2

    def at_root(self, statement: sp.Basic) -> Fact:
        """Show an inequality between rational functions of ν and any s > λ, and put the inner root in for s."""
        orders = [c for c in self.domain.conditions if not c.has(z)]
        everywhere = sign(statement, Domain(nu, S, *orders, Gt(S, self.lam)))
        beyond = arithmetic(Gt(self.inner, self.lam, evaluate=False), self.domain)
        return specialise(everywhere, {S: self.inner}, self.domain, given=[beyond])


def by_residual(bound: Sharp, side: int, e_has_sign: Fact, at_zero: Fact) -> Fact:
    """Show B − A > 0 (side 1) or A − B > 0 (side −1) by the sign of the residual, given side·e > 0.

    Parameters
    ----------
    e_has_sign : Fact
        side·e > 0.
    at_zero : Fact
        d + r > 0, or for a lower bound d + r ≥ 2ν+2.
    """
    d, b, one = bound.domain, bound.bound, sp.S.One
    root, outer = bound.inner, bound.outer
    below = bound.slope(root) + outer
    denominator = arithmetic(Gt(below, 0, evaluate=False), bound.domain)
    known = [denominator, arithmetic(Gt(outer, 0, evaluate=False), d)]
    above_zero = sign(Gt(b, 0, evaluate=False), d, known)
    residual, factor = side * (sp.diff(b, z) - (1 - b**2 - P * b / z)), b / (z * outer * root**3)
    product = factor * e_has_sign.statement.lhs
    same = equation(Eq(product, residual, evaluate=False), d, given=known)
    source = combination(Gt(product, 0, evaluate=False), d, [(factor, e_has_sign)], given=[*known, above_zero])
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
        near=_near(y, side, b, [*ratio, above_zero, at_zero], known, d),
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
    d, root, r = UPPER.domain, UPPER.inner, UPPER.outer

    def larger(s: Expr) -> Expr:
        return s**3 + s**2 - ALPHA**2 / 2

    squares = UPPER.at_root(Lt(S**4 * UPPER.square(S), larger(S) ** 2, evaluate=False))
    compared = by_squares(r * root**2, larger(root), d, squares, UPPER.at_root(Ge(larger(S), 0, evaluate=False)))
    e_above = combination(Gt(UPPER.numerator(root, r), 0, evaluate=False), d, [(ALPHA, compared)])
    return by_residual(UPPER, 1, e_above, arithmetic(Gt(UPPER.slope(root) + r, 0, evaluate=False), d))


@cache
def lower_difference() -> Fact:
    """Return A − B_2 > 0: both e < 0 and d + r ≥ 2ν+2 are found by comparing squares."""
    d, lam, root, r = LOWER.domain, LOWER.lam, LOWER.inner, LOWER.outer
    outer = arithmetic(Gt(r, 0, evaluate=False), d)

    def smaller(s: Expr) -> Expr:
        return LOWER.numerator(s, sp.S.Zero)

    def rest(s: Expr) -> Expr:
        return 2 * s * (2 * nu + 2 - LOWER.slope(s))

    squares = LOWER.at_root(Lt(smaller(S) ** 2, lam**2 * S**4 * LOWER.square(S), evaluate=False))
    compared = by_squares(smaller(root), lam * r * root**2, d, squares, outer)
    e_below = rearrange(compared, Gt(-LOWER.numerator(root, r), 0, evaluate=False))
    reached = by_squares(
        rest(root), 2 * root * r, d, LOWER.at_root(Le(rest(S) ** 2, 4 * S**2 * LOWER.square(S), evaluate=False)), outer
    )
    half = [(1 / (2 * root), reached)]
    at_zero = combination(Ge(LOWER.slope(root) + r, 2 * nu + 2, evaluate=False), d, half, given=[outer])
    return by_residual(LOWER, -1, e_below, at_zero)


@claim(
    id="bessel.ratio.upper.sharp",
    title="Upper bound with two roots",
    relation="ours",
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
    relation="ours",
    source="Ruiz-Antolín and Segura 2016, B_2, as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=Gt(A, LOWER.bound, evaluate=False),
)
def lower_sharp(c: Claim):
    """A > B_2 for ν > −1, where λ = ν + 3/2: (λ r s²)² − (e + λ r s²)² = (s² − λ²) K/4 with a positive polynomial K."""
    return rearrange(lower_difference(), c.statement)


CLAIMS = (upper_sharp, lower_sharp)
