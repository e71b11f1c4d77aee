"""Algebraic bounds on the Bessel ratio A_ν, each a barrier of its Riccati equation.

Write G_{a,b}(z) = z/(a + √(b² + z²)). With s = √(b² + z²), the residual of G_{a,b} is
((2ν+1−2a) s² + (a − a² − b² + (2ν+1)a) s + b²) / (s (a+s)²), so that a bound is the sign of a quadratic in s ≥ |b|.
Every claim states the largest range of ν on which its barrier works; `tests/theory/test_bessel_ranges.py` shows what
fails beyond it.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, Rational, Symbol, sqrt

from modgap.theory.bessel.barriers import Start, amos, barrier
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, REACH, A, ratio_facts, ratio_positive, riccati
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import nu, z
from modgap.theory.language.relations import all_of, gt, lt
from modgap.theory.under import Under

HALF = Rational(1, 2)
FROM_MINUS_HALF = Under(nu, z, nu >= -HALF, reach=REACH)
FROM_ZERO = Under(nu, z, nu >= 0, reach=REACH)
FROM_HALF = Under(nu, z, nu >= HALF, reach=REACH)


def on(domain: Domain, *claims: Claim) -> list[Fact]:
    """Return the facts of claims about ν and z, on a domain of their hypotheses or stronger ones."""
    d = Under(domain)
    stronger = [d.show(c) for c in _missing(d, claims)]
    return [d.use(c, given=stronger) for c in claims]


def _missing(domain: Domain, claims: tuple[Claim, ...]) -> list[sp.Basic]:
    wanted = dict.fromkeys(condition for c in claims for condition in c.domain.conditions)
    return [condition for condition in wanted if condition not in domain.conditions]


def by_barrier(c: Claim, start: Start | None = None) -> Fact:
    """Show a claim as a barrier of the Riccati equation."""
    (equation,) = on(c.domain, riccati)
    return barrier(c.statement, c.domain, equation, ratio_facts(c.domain), start)


U, V = Symbol("u", real=True), Symbol("v", real=True)


def by_squares(smaller: Expr, larger: Expr, domain: Domain, *given: Fact) -> Fact:
    """Conclude u < v (or ≤) from u² < v² (or ≤), which is given first, and v ≥ 0."""
    kind = type(given[0].statement)
    plane = Under(U, V, V >= 0, kind(U**2, V**2))
    return Under(domain).use(plane.show(kind(U, V, evaluate=False)), {U: smaller, V: larger}, given=given)


# --- lower bounds ---------------------------------------------------------------------------------------------------


@claim(
    id="bessel.ratio.lower.simple",
    title="Lower bound that follows the ratio from zero",
    relation="ours",
    source="Amos 1974, inequality (11) as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=gt(A, amos(nu, z, nu + 1, nu + 1)),
)
def lower_simple(c: Claim):
    """A > G_{ν+1,ν+1}: the residual is −z²/(s(ν+1+s)²), both sides start as z/(2ν+2). It says that A/z decreases."""
    return by_barrier(c)


@claim(
    id="bessel.ratio.lower",
    title="Lower bound of Amos, with ν + ½ outside the root and ν + 3/2 inside",
    relation="ours",
    source="Amos 1974, inequality (16) as recalled; greatest of its form for ν ≥ −1 by Hornik and Grün 2013",
    domain=ABOVE_MINUS_ONE,
    statement=gt(A, amos(nu, z, nu + HALF, nu + 3 * HALF)),
)
def lower(c: Claim):
    """A > G_{ν+½,ν+3/2}: with b = ν + 3/2 the residual is −b(s − b)/(s(a+s)²), and both sides start as z/(2ν+2)."""
    return by_barrier(c)


@claim(
    id="bessel.ratio.lower.rational",
    title="Rational lower bound near zero",
    relation="ours",
    source="the continued fraction of the ratio (DLMF 10.33.1), cut after two terms",
    domain=ABOVE_MINUS_ONE,
    statement=gt(A, z / (2 * nu + 2 + z**2 / (2 * nu + 4))),
)
def lower_rational(c: Claim):
    """A > z/(2ν+2 + z²/(2ν+4)), which is exact to the order z³ at zero."""
    return by_barrier(c)


@claim(
    id="bessel.ratio.lower.linear",
    title="From order ½ on the ratio falls short of one by less than (2ν+1)/(2z)",
    relation="ours",
    source="1 − A < (2ν+1)/(2z); false below ν = ½, see `bessel.ratio.complement.half`",
    domain=FROM_HALF,
    statement=gt(A, 1 - (2 * nu + 1) / (2 * z)),
)
def lower_linear(c: Claim):
    """1 − A < (2ν+1)/(2z) from ν = ½ on. The bound is negative near zero, so A starts above it there."""
    return by_barrier(c, Start(nu + HALF))


# --- upper bounds ---------------------------------------------------------------------------------------------------


@claim(
    id="bessel.ratio.upper.linear",
    title="The tangent at zero is an upper bound",
    relation="ours",
    source="Amos 1974",
    domain=ABOVE_MINUS_ONE,
    statement=lt(A, z / (2 * nu + 2)),
)
def upper_linear(c: Claim):
    """A < z/(2ν+2): the residual of the tangent is its own square."""
    return by_barrier(c)


@claim(
    id="bessel.ratio.upper.one",
    title="The ratio is less than one",
    relation="as_reported",
    source="Soni 1965 for ν > −½, as recalled",
    domain=FROM_MINUS_HALF,
    statement=lt(A, 1),
)
def upper_one(c: Claim):
    """A < 1 for ν ≥ −½: the residual of the constant 1 is (2ν+1)/z. Below ν = −½ the ratio exceeds 1 for large z."""
    return by_barrier(c, Start(2 * nu + 2))


@claim(
    id="bessel.ratio.upper",
    title="Upper bound that follows the ratio to infinity",
    relation="ours",
    source="Amos 1974, inequality (16) as recalled; Segura 2011",
    domain=FROM_MINUS_HALF,
    statement=lt(A, amos(nu, z, nu + HALF, nu + HALF)),
)
def upper(c: Claim):
    """A < G_{ν+½,ν+½} for ν ≥ −½: the residual has the sign of ν + ½. It says that A increases."""
    return by_barrier(c, Start(sqrt(2 * nu + 2)))


@claim(
    id="bessel.ratio.upper.origin",
    title="Upper bound that follows the ratio from zero",
    relation="ours",
    source="Amos 1974, inequality (11) as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=lt(A, amos(nu, z, nu, nu + 2)),
)
def upper_origin(c: Claim):
    """A < G_{ν,ν+2}: with b = ν + 2 the residual is (s − b)²/(s(a+s)²)."""
    return by_barrier(c)


@claim(
    id="bessel.ratio.upper.order",
    title="Upper bound that makes the Turán determinant positive",
    relation="ours",
    source="Amos 1974, inequality (9) as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=lt(A, amos(nu, z, nu, nu)),
)
def upper_order(c: Claim):
    """A < G_{ν,ν}: the residual is 1/s."""
    return by_barrier(c)


@claim(
    id="bessel.ratio.upper.geometric",
    title="Upper bound with the geometric mean of two orders",
    relation="ours",
    source="Simpson and Spector 1984, as recalled in Hornik and Grün 2013",
    domain=FROM_MINUS_HALF,
    statement=lt(A, z / (nu + HALF + sqrt((nu + HALF) * (nu + 3 * HALF) + z**2))),
)
def upper_geometric(c: Claim):
    """A < G_{ν+½,b} with b² = (ν+½)(ν+3/2): the residual is b²/(s(a+s)²), which needs ν ≥ −½."""
    return by_barrier(c, Start(sqrt(2 * nu + 2) / 2))


# --- the pairs that later chapters quote ----------------------------------------------------------------------------


@claim(
    id="bessel.ratio.range",
    title="Range of the ratio",
    relation="as_reported",
    source="Amos 1974",
    domain=FROM_MINUS_HALF,
    statement=all_of(gt(A, 0), lt(A, 1)),
)
def ratio_range(c: Claim):
    """0 < A_ν(z) < 1: the mean resultant length of a von Mises–Fisher law lies strictly between 0 and 1."""
    return both(*on(c.domain, ratio_positive, upper_one), domain=c.domain)


@claim(
    id="bessel.ratio.amos",
    title="The bounds of Amos",
    relation="ours",
    source="Amos 1974, inequality (16) as recalled",
    domain=FROM_MINUS_HALF,
    statement=all_of(lower.statement, upper.statement),
)
def amos_bounds(c: Claim):
    """A stays between two bounds that start at zero on its two sides, as neither has a residual that changes its sign.

    The residual is that in the Riccati equation of A; the bounds differ by O(1/z²) at infinity.
    """
    return both(*on(c.domain, lower, upper), domain=c.domain)


@claim(
    id="bessel.ratio.amos_simple",
    title="The simple bounds of Amos",
    relation="ours",
    source="Amos 1974, inequality (11) as recalled, and the tangent at zero",
    domain=ABOVE_MINUS_ONE,
    statement=all_of(lower_simple.statement, upper_linear.statement),
)
def amos_simple(c: Claim):
    """G_{ν+1,ν+1} < A < z/(2ν+2), both exact to first order at zero."""
    return both(*on(c.domain, lower_simple, upper_linear), domain=c.domain)


CLAIMS = (
    lower_simple,
    lower,
    lower_rational,
    lower_linear,
    upper_linear,
    upper_one,
    upper,
    upper_origin,
    upper_order,
    upper_geometric,
    ratio_range,
    amos_bounds,
    amos_simple,
)
