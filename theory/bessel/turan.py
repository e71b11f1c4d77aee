"""Turán inequalities: how far I_ν² is from I_{ν−1} I_{ν+1}.

The quotient of the Turán determinant by I_ν² is τ = A' + A/z, which is also the derivative of z I_ν'/I_ν over z. It
solves τ' = −2(A + (ν+1)/z) τ + 2/z, linear with A in its coefficients, so that bounds on A bound τ. The chapter ends
with statements of the literature, as recalled, that are false in their stated range.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp
from sympy import Derivative, Eq, Expr, Rational, besseli, log, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.barriers import Start
from modgap.theory.bessel.bounds import (
    FROM_HALF,
    FROM_MINUS_HALF,
    FROM_ZERO,
    HALF,
    by_barrier,
    lower_simple,
    on,
    upper,
    upper_linear,
    upper_order,
)
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, A, nu, positive, ratio_facts, ratio_positive, riccati, z
from modgap.theory.engines.normal_forms import BesselRing
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import flip, substitute
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, counterexample, identity
from modgap.theory.language.domain import Domain
from modgap.theory.trusted.analysis import linear_right, sign_from_zero

I = besseli(nu, z)
DETERMINANT = I**2 - besseli(nu - 1, z) * besseli(nu + 1, z)
TAU = DETERMINANT / I**2

IN_RATIOS = 1 - A**2 - 2 * nu / z * A


@claim(
    id="bessel.turan.ratio",
    title="The Turán ratio in terms of the Bessel ratio",
    relation="ours",
    source="DLMF 10.29; Thiruvenkatachar and Nanjundiah 1951",
    domain=ABOVE_MINUS_ONE,
    statement=Eq(TAU, IN_RATIOS, evaluate=False),
)
def turan_ratio(c: Claim):
    """τ = (I_ν² − I_{ν−1}I_{ν+1})/I_ν² = 1 − A² − (2ν/z)A, which by the Riccati equation is A' + A/z."""
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    return identity(c.statement, c.domain, ring, given=[positive.fact])


@claim(
    id="bessel.turan",
    title="Turán's inequality",
    relation="as_reported",
    source="Thiruvenkatachar and Nanjundiah 1951; Baricz 2010 for ν > −1, both as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=sp.And(
        Gt(DETERMINANT, 0, evaluate=False), Le(DETERMINANT, I**2 / (nu + 1), evaluate=False), evaluate=False
    ),
)
def turan(c: Claim):
    """0 < I_ν² − I_{ν−1} I_{ν+1} ≤ I_ν²/(ν+1) for ν > −1.

    Positivity is the bound A < G_{ν,ν}. The upper bound follows from A > G_{ν+1,ν+1} and A < z/(2ν+2).
    """
    d = c.domain
    by_turan = flip(*on(d, turan_ratio))
    bounds = [
        arithmetic(Gt(IN_RATIOS, 0, evaluate=False), d, on(d, ratio_positive, upper_order)),
        arithmetic(Lt(IN_RATIOS, 1 / (nu + 1), evaluate=False), d, on(d, ratio_positive, lower_simple, upper_linear)),
    ]
    known = [*on(d, positive), *(substitute(bound, by_turan) for bound in bounds)]
    return arithmetic(c.statement, d, known)


# --- sharper bounds -------------------------------------------------------------------------------------------------


def _ratio_of_orders(c: Claim) -> Fact:
    """Return τ = 1 − A² − (2ν/z) A, read from right to left, on the claim's domain."""
    return flip(*on(c.domain, turan_ratio))


@claim(
    id="bessel.turan.lower",
    title="Lower bound of the Turán ratio",
    relation="corrected",
    source="Segura 2011, as recalled, there for ν ≥ −½; true from ν = 0 on, see `bessel.turan.lower.half`",
    domain=FROM_ZERO,
    statement=Ge(TAU, 1 / (nu + HALF + sqrt(z**2 + (nu + HALF) ** 2)), evaluate=False),
)
def turan_lower(c: Claim):
    """τ ≥ 1/(a + s), a = ν + ½, s = √(z² + a²): their difference solves a linear equation.

    Its source is a(2 − 1/s)/(z(a+s)), plus a multiple of the distance of A from its upper bound; s ≥ a ≥ ½.
    """
    d, b = c.domain, c.statement.rhs
    y, p, q = IN_RATIOS - b, 2 * nu + 2, 2 * A
    r = 2 / z - sp.diff(b, z) - (q + p / z) * b
    ratio = [*ratio_facts(d), *on(d, upper)]
    ode = Eq(Derivative(y, z), linear_right(y, p, q, r, z), evaluate=False)
    bound = sign_from_zero(
        equation(ode, d, on(d, riccati), ratio),
        y,
        p,
        q,
        r,
        damping=arithmetic(Ge(q, 0, evaluate=False), d, ratio),
        source=_source_at_the_bound(r, b, d),
        near=_not_below(y, b, d),
        order=arithmetic(Gt(p, 0, evaluate=False), d),
    )
    return substitute(rearrange(bound, Ge(IN_RATIOS, b, evaluate=False)), _ratio_of_orders(c))


def _source_at_the_bound(r: Expr, b: Expr, d: Domain) -> Fact:
    """Return r ≥ 0: r falls with A at the rate 2b, and is not negative even where A is at its bound (s − a)/z."""
    highest = (sqrt(z**2 + (nu + HALF) ** 2) - nu - HALF) / z
    below = arithmetic(Lt(A, highest, evaluate=False), d, on(d, ratio_positive, upper))
    there = arithmetic(Ge(r.subs(A, highest), 0, evaluate=False), d)
    known = [arithmetic(Gt(b, 0, evaluate=False), d), *on(d, positive)]
    return combination(Ge(r, 0, evaluate=False), d, [(2 * b, below), (sp.S.One, there)], given=known)


def _not_below(y: Expr, b: Expr, d: Domain) -> Fact:
    """Return τ − b ≥ −1, as τ > 0 and b ≤ 1."""
    above = arithmetic(Gt(IN_RATIOS, 0, evaluate=False), d, on(d, ratio_positive, upper_order))
    small = arithmetic(Le(b, 1, evaluate=False), d)
    one = sp.S.One
    return combination(Ge(y, -1, evaluate=False), d, [(one, above), (one, small)], given=on(d, positive))


@claim(
    id="bessel.turan.log_concave",
    title="√z I_ν(z) is logarithmically concave",
    relation="ours",
    source="Baricz 2010, as recalled",
    domain=FROM_HALF,
    statement=Ge(A, (sqrt(z**2 + nu**2 - Rational(1, 4)) - nu - HALF) / z, evaluate=False),
)
def log_concave(c: Claim):
    """(log √z I_ν)'' ≤ 0 for ν ≥ ½, in the form A ≥ (√(z² + ν² − ¼) − ν − ½)/z that the Riccati equation gives it."""
    return by_barrier(c, Start(sqrt(nu + HALF)))


ROOT = sqrt(z**2 + nu**2 - Rational(1, 4))


@claim(
    id="bessel.turan.upper",
    title="Upper bound of the Turán ratio",
    relation="ours",
    source="Baricz 2010, as recalled; from order ½ on, see `bessel.turan.root` for what fails below",
    domain=FROM_HALF,
    statement=Le(TAU, 1 / ROOT, evaluate=False),
)
def turan_upper(c: Claim):
    """τ ≤ 1/s, s = √(z² + ν² − ¼), ν ≥ ½: their difference solves a linear equation.

    Its source is at least (ν² − ¼)/(z s³), by the bound on A that makes √z I_ν logarithmically concave.
    """
    d, b = c.domain, c.statement.rhs
    y, p, q = b - IN_RATIOS, 2 * nu + 2, 2 * A
    r = sp.diff(b, z) + (q + p / z) * b - 2 / z
    ratio = [*ratio_facts(d), *on(d, lower_simple, upper_linear)]
    ode = Eq(Derivative(y, z), linear_right(y, p, q, r, z), evaluate=False)
    bound = sign_from_zero(
        equation(ode, d, on(d, riccati), ratio),
        y,
        p,
        q,
        r,
        damping=arithmetic(Ge(q, 0, evaluate=False), d, ratio),
        source=arithmetic(Ge(r, 0, evaluate=False), d, [*on(d, ratio_positive), *on(d, log_concave)]),
        near=_not_far_below(y, b, d),
        order=arithmetic(Gt(p, 0, evaluate=False), d),
    )
    return substitute(rearrange(bound, Le(IN_RATIOS, b, evaluate=False)), _ratio_of_orders(c))


def _not_far_below(y: Expr, b: Expr, d: Domain) -> Fact:
    """Return b − τ ≥ −1, as b > 0 and τ < 1/(ν+1) < 1."""
    small = arithmetic(Le(IN_RATIOS, 1, evaluate=False), d, on(d, ratio_positive, lower_simple, upper_linear))
    above = arithmetic(Gt(b, 0, evaluate=False), d)
    one = sp.S.One
    return combination(Ge(y, -1, evaluate=False), d, [(one, above), (one, small)], given=on(d, positive))


LOG_ROOT = log(sqrt(z) * I)


@claim(
    id="bessel.log_concave",
    title="√z I_ν(z) is logarithmically concave, as a second derivative",
    relation="ours",
    source="Baricz 2010, as recalled; `bessel.turan.log_concave` in other words",
    domain=FROM_HALF,
    statement=Le(Derivative(LOG_ROOT, (z, 2)), 0, evaluate=False),
)
def second_derivative(c: Claim):
    """(log √z I_ν)'' = 1 + (ν² − ¼)/z² − (A + (ν+½)/z)² is not positive, by the bound A ≥ (√(z²+ν²−¼) − ν − ½)/z."""
    d = c.domain
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    in_ratio = 1 + (nu**2 - Rational(1, 4)) / z**2 - (A + (nu + HALF) / z) ** 2
    same = identity(Eq(c.statement.lhs, in_ratio, evaluate=False), d, ring, given=on(d, positive))
    bound = arithmetic(Le(in_ratio, 0, evaluate=False), d, on(d, ratio_positive, log_concave))
    return substitute(bound, flip(same))


@claim(
    id="bessel.log_derivative.increasing",
    title="z I_ν'(z)/I_ν(z) increases",
    relation="ours",
    source="Gronwall 1932, as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=Gt(Derivative(z * Derivative(I, z) / I, z), 0, evaluate=False),
)
def log_derivative_increasing(c: Claim):
    """(z I_ν'/I_ν)' = z τ with the Turán ratio τ > 0: I_ν is logarithmically convex in log z."""
    d = c.domain
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    same = identity(Eq(c.statement.lhs, z * IN_RATIOS, evaluate=False), d, ring, given=on(d, positive))
    above = arithmetic(Gt(z * IN_RATIOS, 0, evaluate=False), d, on(d, ratio_positive, upper_order))
    return substitute(above, flip(same))


# --- statements of the literature that are false as recalled --------------------------------------------------------


def witness(order: str, argument: str) -> dict:
    """Return the point of a counterexample, in exact decimals."""
    return {nu: Fraction(order), z: Fraction(argument)}


@claim(
    id="bessel.turan.joshi_bissu",
    title="Turán ratio below 1/(z + ν)",
    relation="false_as_reported",
    source="Joshi and Bissu 1991, as recalled; the article was not at hand, so the misreading may be ours",
    domain=FROM_ZERO,
    statement=Lt(TAU, 1 / (z + nu), evaluate=False),
)
def joshi_bissu(c: Claim):
    """False for ν ≥ 0: for ν well below z both sides are near 1/z, and the left one is the larger."""
    return counterexample(c.statement, c.domain, witness("168.18", "1158"))


@claim(
    id="bessel.turan.root",
    title="Turán ratio at most 1/√(z² + ν²) from order 0 on",
    relation="false_as_reported",
    source="as recalled from the literature that follows Joshi and Bissu 1991; no source was at hand",
    domain=FROM_ZERO,
    statement=Le(TAU, 1 / sqrt(z**2 + nu**2), evaluate=False),
)
def root(c: Claim):
    """False for ν ≥ 0."""
    return counterexample(c.statement, c.domain, witness("0.361", "172.85"))


@claim(
    id="bessel.turan.lower.half",
    title="Lower bound of the Turán ratio from order −½ on",
    relation="false_as_reported",
    source="Segura 2011, as recalled; the article was not at hand, so the misreading may be ours",
    domain=FROM_MINUS_HALF,
    statement=Ge(TAU, 1 / (nu + HALF + sqrt(z**2 + (nu + HALF) ** 2)), evaluate=False),
)
def lower_half(c: Claim):
    """False below ν = 0 for small z: at zero the left side is 1/(ν+1), the right one 1/(2ν+1)."""
    return counterexample(c.statement, c.domain, witness("-0.463", "0.00064"))


@claim(
    id="bessel.ratio.complement.half",
    title="1 − A below (2ν+1)/(2z) from order −½ on",
    relation="false_as_reported",
    source="as recalled from the asymptotic expansion (DLMF 10.40.1) read as a bound; no source was at hand",
    domain=FROM_MINUS_HALF,
    statement=Lt(1 - A, (2 * nu + 1) / (2 * z), evaluate=False),
)
def complement_half(c: Claim):
    """False below ν = ½, as (4ν²−1)/(8z²) is negative there; true above: `bessel.ratio.lower.linear`."""
    return counterexample(c.statement, c.domain, witness("0.3", "50"))


CLAIMS = (
    turan_ratio,
    turan,
    turan_lower,
    log_concave,
    turan_upper,
    second_derivative,
    log_derivative_increasing,
    joshi_bissu,
    root,
    lower_half,
    complement_half,
)
