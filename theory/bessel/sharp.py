"""Bounds of Ruiz-Antolín and Segura: two square roots, one in the other, sharp at zero and at infinity at once.

B_a(z) = z/(d + r) with r = √(d² + z²), d = ν + ½ + λ/(2s), s = √(λ² + z²), λ = ν + (a+1)/2. The residual of B_a in
the Riccati equation is B_a e/(z r s³), where e = (ν+½) s³ + λ s² − λ³/2 − λ r s². Its sign is found by comparing
squares, in which r is no longer a root: what is left are polynomials in ν and s > λ, as z² = s² − λ².
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sympy as sp
from sympy import Derivative, Expr, Symbol, sqrt

from modgap.theory.bessel.bounds import HALF, by_squares, on
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, REACH, A, positive, ratio_positive, riccati, start
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import substitute
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import nu, z
from modgap.theory.language.relations import eq, ge, gt, le, lt
from modgap.theory.trusted.analysis import linear_right, sign_from_zero
from modgap.theory.under import Under

#: The inner root as a variable.
S = Symbol("s", positive=True)
ALPHA, P = nu + HALF, 2 * nu + 1
ABOVE_MINUS_HALF = Under(nu, z, nu > -HALF, reach=REACH)


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
        d = Under(self.domain)
        orders = [c for c in d.conditions if not c.has(z)]
        everywhere = Under(nu, S, *orders, gt(S, self.lam)).sign(statement)
        beyond = d.show(gt(self.inner, self.lam))
        return d.use(everywhere, {S: self.inner}, given=[beyond])


def by_residual(bound: Sharp, side: int, e_has_sign: Fact, at_zero: Fact) -> Fact:
    """Show B − A > 0 (side 1) or A − B > 0 (side −1) by the sign of the residual, given side·e > 0.

    Parameters
    ----------
    e_has_sign : Fact
        side·e > 0.
    at_zero : Fact
        d + r > 0, or for a lower bound d + r ≥ 2ν+2.
    """
    d, b, one = Under(bound.domain), bound.bound, sp.S.One
    root, outer = bound.inner, bound.outer
    below = bound.slope(root) + outer
    denominator = Under(bound.domain).show(gt(below, 0))
    known = [denominator, d.show(gt(outer, 0))]
    above_zero = d.sign(gt(b, 0), *known)
    residual, factor = side * (sp.diff(b, z) - (1 - b**2 - P * b / z)), b / (z * outer * root**3)
    product = factor * e_has_sign.statement.lhs
    same = equation(eq(product, residual), d, given=known)
    source = d.combine(gt(product, 0), (factor, e_has_sign), given=[*known, above_zero])
    y, q = side * (b - A), A + b
    ratio = on(d, ratio_positive, start)
    linear = equation(eq(Derivative(y, z), linear_right(y, P, q, residual, z)), d, on(d, riccati), ratio)
    return sign_from_zero(
        linear,
        y,
        P,
        q,
        residual,
        damping=d.combine(ge(q, 0), (one, ratio[0]), (one, above_zero), given=[*known, *on(d, positive)]),
        source=substitute(source, same),
        near=_near(y, side, b, [*ratio, above_zero, at_zero], known, d),
        order=d.show(gt(P + 1, 0)),
    )


def _near(y: Expr, side: int, b: Expr, facts: list[Fact], known: list[Fact], d: Domain) -> Fact:
    """Return y ≥ −z/(2ν+2): for an upper bound as A ≤ z/(2ν+2), for a lower one as B is."""
    above, below, bound_above, sum_fact = facts
    one, line = sp.S.One, z / (2 * nu + 2)
    lower = [(one, above), (b * line / z, sum_fact)]
    parts = [(one, bound_above), (one, below)] if side == 1 else lower
    return Under(d).combine(ge(y, -line), *parts, given=[*known, bound_above, *on(d, positive)])


UPPER = Sharp(ALPHA, ABOVE_MINUS_HALF)
LOWER = Sharp(ALPHA + 1, ABOVE_MINUS_ONE)


@cache
def upper_difference() -> Fact:
    """Return B_0 − A > 0: with λ = ν+½, e = λ (s³ + s² − λ²/2 − r s²)."""
    d, root, r = Under(UPPER.domain), UPPER.inner, UPPER.outer

    def larger(s: Expr) -> Expr:
        return s**3 + s**2 - ALPHA**2 / 2

    squares = UPPER.at_root(lt(S**4 * UPPER.square(S), larger(S) ** 2))
    compared = by_squares(r * root**2, larger(root), d, squares, UPPER.at_root(ge(larger(S), 0)))
    e_above = d.combine(gt(UPPER.numerator(root, r), 0), (ALPHA, compared))
    return by_residual(UPPER, 1, e_above, d.show(gt(UPPER.slope(root) + r, 0)))


@cache
def lower_difference() -> Fact:
    """Return A − B_2 > 0: both e < 0 and d + r ≥ 2ν+2 are found by comparing squares."""
    d, lam, root, r = Under(LOWER.domain), LOWER.lam, LOWER.inner, LOWER.outer
    outer = d.show(gt(r, 0))

    def smaller(s: Expr) -> Expr:
        return LOWER.numerator(s, sp.S.Zero)

    def rest(s: Expr) -> Expr:
        return 2 * s * (2 * nu + 2 - LOWER.slope(s))

    squares = LOWER.at_root(lt(smaller(S) ** 2, lam**2 * S**4 * LOWER.square(S)))
    compared = by_squares(smaller(root), lam * r * root**2, d, squares, outer)
    e_below = rearrange(compared, gt(-LOWER.numerator(root, r), 0))
    reached = by_squares(
        rest(root), 2 * root * r, d, LOWER.at_root(le(rest(S) ** 2, 4 * S**2 * LOWER.square(S))), outer
    )
    half = [(1 / (2 * root), reached)]
    at_zero = d.combine(ge(LOWER.slope(root) + r, 2 * nu + 2), *half, given=[outer])
    return by_residual(LOWER, -1, e_below, at_zero)


@claim(
    id="bessel.ratio.upper.sharp",
    title="Upper bound with two roots",
    relation="ours",
    source="Ruiz-Antolín and Segura 2016, B_0, as recalled; at ν = −½ it is the constant 1",
    domain=ABOVE_MINUS_HALF,
    statement=lt(A, UPPER.bound),
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
    statement=gt(A, LOWER.bound),
)
def lower_sharp(c: Claim):
    """A > B_2 for ν > −1, where λ = ν + 3/2: (λ r s²)² − (e + λ r s²)² = (s² − λ²) K/4 with a positive polynomial K."""
    return rearrange(lower_difference(), c.statement)


CLAIMS = (upper_sharp, lower_sharp)
