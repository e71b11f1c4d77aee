"""Turán inequalities: how far I_ν² is from I_{ν−1} I_{ν+1}.

The quotient of the Turán determinant by I_ν² is τ = A' + A/z, which is also the derivative of z I_ν'/I_ν over z. It
solves τ' = −2(A + (ν+1)/z) τ + 2/z, linear with A in its coefficients, so that bounds on A bound τ. The chapter ends
with statements of the literature, as recalled, that are false in their stated range.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp
from sympy import Derivative, Expr, Rational, besseli, log, sqrt

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
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, A, positive, ratio_facts, ratio_positive, riccati
from modgap.theory.engines.normal_forms import BesselRing
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import flip, substitute
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import nu, z
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt, sides
from modgap.theory.trusted.analysis import linear_right, sign_from_zero
from modgap.theory.under import Under

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
    statement=eq(TAU, IN_RATIOS),
)
def turan_ratio(c: Claim):
    """τ = (I_ν² − I_{ν−1}I_{ν+1})/I_ν² = 1 − A² − (2ν/z)A, which by the Riccati equation is A' + A/z."""
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    return Under(c.domain).equal(*sides(c.statement), ring, given=[positive.fact])


@claim(
    id="bessel.turan",
    title="Turán's inequality",
    relation="as_reported",
    source="Thiruvenkatachar and Nanjundiah 1951; Baricz 2010 for ν > −1, both as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=all_of(gt(DETERMINANT, 0), le(DETERMINANT, I**2 / (nu + 1))),
)
def turan(c: Claim):
    """0 < I_ν² − I_{ν−1} I_{ν+1} ≤ I_ν²/(ν+1) for ν > −1.

    Positivity is the bound A < G_{ν,ν}. The upper bound follows from A > G_{ν+1,ν+1} and A < z/(2ν+2).
    """
    d = Under(c.domain)
    by_turan = flip(*on(d, turan_ratio))
    bounds = [
        d.show(gt(IN_RATIOS, 0), *on(d, ratio_positive, upper_order)),
        d.show(lt(IN_RATIOS, 1 / (nu + 1)), *on(d, ratio_positive, lower_simple, upper_linear)),
    ]
    known = [*on(d, positive), *(substitute(bound, by_turan) for bound in bounds)]
    return d.show(c.statement, *known)


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
    statement=ge(TAU, 1 / (nu + HALF + sqrt(z**2 + (nu + HALF) ** 2))),
)
def turan_lower(c: Claim):
    """τ ≥ 1/(a + s), a = ν + ½, s = √(z² + a²): their difference solves a linear equation.

    Its source is a(2 − 1/s)/(z(a+s)), plus a multiple of the distance of A from its upper bound; s ≥ a ≥ ½.
    """
    d, b = Under(c.domain), c.statement.rhs
    y, p, q = IN_RATIOS - b, 2 * nu + 2, 2 * A
    r = 2 / z - sp.diff(b, z) - (q + p / z) * b
    ratio = [*ratio_facts(d), *on(d, upper)]
    ode = eq(Derivative(y, z), linear_right(y, p, q, r, z))
    bound = sign_from_zero(
        equation(ode, d, on(d, riccati), ratio),
        y,
        p,
        q,
        r,
        damping=d.show(ge(q, 0), *ratio),
        source=_source_at_the_bound(r, b, d),
        near=_not_below(y, b, d),
        order=d.show(gt(p, 0)),
    )
    return substitute(rearrange(bound, ge(IN_RATIOS, b)), _ratio_of_orders(c))


def _source_at_the_bound(r: Expr, b: Expr, d: Domain) -> Fact:
    """Return r ≥ 0: r falls with A at the rate 2b, and is not negative even where A is at its bound (s − a)/z."""
    here = Under(d)
    highest = (sqrt(z**2 + (nu + HALF) ** 2) - nu - HALF) / z
    below = here.show(lt(A, highest), *on(here, ratio_positive, upper))
    there = here.show(ge(r.subs(A, highest), 0))
    known = [here.show(gt(b, 0)), *on(here, positive)]
    return here.combine(ge(r, 0), (2 * b, below), (sp.S.One, there), given=known)


def _not_below(y: Expr, b: Expr, d: Domain) -> Fact:
    """Return τ − b ≥ −1, as τ > 0 and b ≤ 1."""
    here = Under(d)
    above = here.show(gt(IN_RATIOS, 0), *on(here, ratio_positive, upper_order))
    small = here.show(le(b, 1))
    one = sp.S.One
    return here.combine(ge(y, -1), (one, above), (one, small), given=on(here, positive))


@claim(
    id="bessel.turan.log_concave",
    title="The bound on the ratio that makes √z I_ν(z) logarithmically concave",
    relation="ours",
    source="Baricz 2010, as recalled",
    domain=FROM_HALF,
    statement=ge(A, (sqrt(z**2 + nu**2 - Rational(1, 4)) - nu - HALF) / z),
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
    statement=le(TAU, 1 / ROOT),
)
def turan_upper(c: Claim):
    """τ ≤ 1/s, s = √(z² + ν² − ¼), ν ≥ ½: their difference solves a linear equation.

    Its source is at least (ν² − ¼)/(z s³), by the bound on A that makes √z I_ν logarithmically concave.
    """
    d, b = Under(c.domain), c.statement.rhs
    y, p, q = b - IN_RATIOS, 2 * nu + 2, 2 * A
    r = sp.diff(b, z) + (q + p / z) * b - 2 / z
    ratio = [*ratio_facts(d), *on(d, lower_simple, upper_linear)]
    ode = eq(Derivative(y, z), linear_right(y, p, q, r, z))
    bound = sign_from_zero(
        equation(ode, d, on(d, riccati), ratio),
        y,
        p,
        q,
        r,
        damping=d.show(ge(q, 0), *ratio),
        source=d.show(ge(r, 0), *on(d, ratio_positive), *on(d, log_concave)),
        near=_not_far_below(y, b, d),
        order=d.show(gt(p, 0)),
    )
    return substitute(rearrange(bound, le(IN_RATIOS, b)), _ratio_of_orders(c))


def _not_far_below(y: Expr, b: Expr, d: Domain) -> Fact:
    """Return b − τ ≥ −1, as b > 0 and τ < 1/(ν+1) < 1."""
    here = Under(d)
    small = here.show(le(IN_RATIOS, 1), *on(here, ratio_positive, lower_simple, upper_linear))
    above = here.show(gt(b, 0))
    one = sp.S.One
    return here.combine(ge(y, -1), (one, above), (one, small), given=on(here, positive))


LOG_ROOT = log(sqrt(z) * I)


@claim(
    id="bessel.log_concave",
    title="√z I_ν(z) is logarithmically concave, as a second derivative",
    relation="ours",
    source="Baricz 2010, as recalled; `bessel.turan.log_concave` in other words",
    domain=FROM_HALF,
    statement=le(Derivative(LOG_ROOT, (z, 2)), 0),
)
def second_derivative(c: Claim):
    """(log √z I_ν)'' = 1 + (ν² − ¼)/z² − (A + (ν+½)/z)² is not positive, by the bound A ≥ (√(z²+ν²−¼) − ν − ½)/z."""
    d = Under(c.domain)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    in_ratio = 1 + (nu**2 - Rational(1, 4)) / z**2 - (A + (nu + HALF) / z) ** 2
    same = d.equal(c.statement.lhs, in_ratio, ring, given=on(d, positive))
    bound = d.show(le(in_ratio, 0), *on(d, ratio_positive, log_concave))
    return substitute(bound, flip(same))


@claim(
    id="bessel.log_derivative.increasing",
    title="z I_ν'(z)/I_ν(z) increases",
    relation="ours",
    source="Gronwall 1932, as recalled",
    domain=ABOVE_MINUS_ONE,
    statement=gt(Derivative(z * Derivative(I, z) / I, z), 0),
)
def log_derivative_increasing(c: Claim):
    """(z I_ν'/I_ν)' = z τ with the Turán ratio τ > 0: I_ν is logarithmically convex in log z."""
    d = Under(c.domain)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    same = d.equal(c.statement.lhs, z * IN_RATIOS, ring, given=on(d, positive))
    above = d.show(gt(z * IN_RATIOS, 0), *on(d, ratio_positive, upper_order))
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
    statement=lt(TAU, 1 / (z + nu)),
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
    statement=le(TAU, 1 / sqrt(z**2 + nu**2)),
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
    statement=ge(TAU, 1 / (nu + HALF + sqrt(z**2 + (nu + HALF) ** 2))),
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
    statement=lt(1 - A, (2 * nu + 1) / (2 * z)),
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
