"""The shape of the Bessel ratio: increasing, concave, A/z decreasing, decreasing in the order, and its two limits.

Monotonicity is a bound read through the Riccati equation. Concavity and the order in ν come from linear equations
that A'' and A_μ − A_ν satisfy, with sources of one sign.
"""

from __future__ import annotations

import sympy as sp
from sympy import Abs, Derivative, Integral, Symbol, sqrt

from modgap.theory.bessel.bounds import (
    FROM_MINUS_HALF,
    HALF,
    by_squares,
    lower,
    lower_rational,
    lower_simple,
    on,
    upper,
    upper_linear,
    upper_one,
    upper_order,
)
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, REACH, A, ratio_facts, ratio_positive, riccati, start
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, part
from modgap.theory.kernel.equations import equation
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import nu, z
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import IvRatio
from modgap.theory.limits import EPSILON, eventually, limit, near
from modgap.theory.trusted.analysis import linear_right, odd_chord, sign_from_zero
from modgap.theory.under import Under

mu = Symbol("mu", real=True)
SLOPE = Derivative(A, z)
FALLING = lt(Derivative(A / z, z), 0)


# --- first derivatives ----------------------------------------------------------------------------------------------


@claim(
    id="bessel.ratio.increasing",
    title="The ratio increases",
    relation="ours",
    source="Amos 1974; Watson 1983 for the concentration of a von Mises–Fisher law, as recalled",
    domain=FROM_MINUS_HALF,
    statement=gt(SLOPE, 0),
)
def increasing(c: Claim):
    """A' > 0 for ν ≥ −½: in the Riccati equation that is the bound A < G_{ν+½,ν+½}. For −1 < ν < −½ it is false."""
    return Under(c.domain).show(c.statement, *on(c.domain, riccati, ratio_positive, upper))


@claim(
    id="bessel.ratio.over_x_decreasing",
    title="The ratio over its argument decreases",
    relation="as_reported",
    source="Theorem 2, its mathematics",
    domain=ABOVE_MINUS_ONE,
    statement=all_of(FALLING, lt(A / z, 1 / (2 * nu + 2))),
)
def over_x_decreasing(c: Claim):
    """A(z)/z decreases strictly, from its limit 1/(2ν+2) at zero: that is the bound A > G_{ν+1,ν+1}."""
    d = Under(c.domain)
    quotient = eq(Derivative(A / z, z), SLOPE / z - A / z**2)
    rule = equation(quotient, d, on(d, riccati), on(d, ratio_positive))
    known = [rule, *on(d, riccati, ratio_positive, lower_simple, upper_linear)]
    return d.both(*(d.show(relation, *known) for relation in c.statement.args))


@claim(
    id="bessel.ratio.slope",
    title="Slope, chord and tangent of the ratio",
    relation="ours",
    source="Theorem 2, its mathematics",
    domain=FROM_MINUS_HALF,
    statement=all_of(gt(SLOPE, 0), lt(SLOPE, A / z), lt(A / z, 1 / (2 * nu + 2))),
)
def slope(c: Claim):
    """0 < A' < A/z < 1/(2ν+2)."""
    d = Under(c.domain)
    known = on(d, riccati, ratio_positive, upper, lower_simple, upper_linear)
    return d.both(*(d.show(relation, *known) for relation in c.statement.args))


# --- the order ------------------------------------------------------------------------------------------------------

TWO_ORDERS = Under(mu, nu, z, mu > -1, nu > mu, reach={**REACH, mu: 60})


@claim(
    id="bessel.ratio.decreasing_in_order",
    title="The ratio decreases in the order",
    relation="ours",
    source="Amos 1974",
    domain=TWO_ORDERS,
    statement=gt(IvRatio(mu, z), IvRatio(nu, z)),
)
def decreasing_in_order(c: Claim):
    """A_μ > A_ν for −1 < μ < ν: the difference solves a linear equation with the source 2(ν−μ) A_ν/z."""
    d, other = Under(c.domain), IvRatio(mu, z)
    above = d.show(gt(nu, -1))

    def of_both(known: Claim) -> list[Fact]:
        return [d.use(known, {nu: mu}), d.use(known, given=[above])]

    ratio = [*of_both(ratio_positive), *of_both(start)]
    y, p, q, r = other - A, 2 * mu + 1, other + A, 2 * (nu - mu) * A / z
    linear = equation(eq(Derivative(y, z), linear_right(y, p, q, r, z)), d, of_both(riccati), ratio)
    found = sign_from_zero(
        linear,
        y,
        p,
        q,
        r,
        damping=d.show(ge(q, 0), *ratio),
        source=d.show(gt(r, 0), *ratio),
        near=d.show(ge(y, -z / (2 * nu + 2)), *ratio),
        order=d.show(gt(sp.expand(p + 1), 0)),
    )
    return d.show(c.statement, found, *ratio)


# --- concavity ------------------------------------------------------------------------------------------------------


@claim(
    id="bessel.ratio.concave",
    title="The ratio is strictly concave",
    relation="ours",
    source="Theorem 2, its mathematics",
    domain=FROM_MINUS_HALF,
    statement=lt(Derivative(A, (z, 2)), 0),
)
def concave(c: Claim):
    """A'' < 0 for ν ≥ −½: −A'' solves a linear equation with the source 2A'² + 2(2ν+1)(A − zA')/z³, and starts at 0.

    The source is positive because A increases and A/z decreases. Near zero, A'' ≤ (2ν+1) z/(2ν+2)².
    """
    d = Under(c.domain)
    bend, p = Derivative(A, (z, 2)), 2 * nu + 1
    y, q, r = -bend, 2 * A, 2 * SLOPE**2 + 2 * p * (A - z * SLOPE) / z**3
    ode, known = on(d, riccati), ratio_facts(d)
    linear = equation(eq(Derivative(y, z), linear_right(y, p, q, r, z)), d, ode, known)
    second = equation(eq(bend, -2 * A * SLOPE + p * (A - z * SLOPE) / z**2), d, ode, known)
    slopes = [part(on(d, slope)[0], relation) for relation in slope.statement.args]
    chord = d.show(le(A - z * SLOPE, z**3 / (2 * nu + 2) ** 2), *ode, *known)
    found = sign_from_zero(
        linear,
        y,
        p,
        q,
        r,
        damping=d.show(ge(q, 0), *known),
        source=d.show(gt(r, 0), *known, *slopes),
        near=d.show(ge(y, -p * z / (2 * nu + 2) ** 2), second, chord, *known, *slopes),
        order=d.show(gt(sp.expand(p + 1), 0)),
    )
    return d.show(c.statement, found)


CURVING = gt(Derivative(Derivative(A / z, z) / z, z), 0)


@claim(
    id="bessel.ratio.over_x_convex",
    title="The ratio over its argument decreases and is convex in z²",
    relation="ours",
    source="the first two cases of its complete monotonicity in z², which `bessel.hadamard` shows in another way",
    domain=ABOVE_MINUS_ONE,
    statement=all_of(FALLING, CURVING),
)
def over_x_convex(c: Claim):
    """With v = z², so that d/dv = (1/2z) d/dz: A/z has a negative first and a positive second derivative in v.

    Let u = −(A/z)'/z > 0. Then y = −u' solves a linear equation whose source is 2u (τ + 2A/z), where
    τ = 1 − A² − 2νA/z is positive by A < G_{ν,ν}; near zero y ≥ −2A²/z³ ≥ −2/((2ν+2)² z).
    """
    d = Under(c.domain)
    u, y, p, q = -FALLING.lhs / z, CURVING.lhs, 2 * nu + 5, 2 * A
    r = 2 * u * (1 - A**2 - 2 * nu * A / z + 2 * A / z)
    ode, known = on(d, riccati), [*ratio_facts(d), *on(d, upper_order)]
    linear = equation(eq(Derivative(y, z), linear_right(y, p, q, r, z)), d, ode, known)
    second = equation(eq(y, (2 * nu + 4 + 2 * z * A) * u / z - 2 * A**2 / z**3), d, ode, known)
    falling = part(on(d, over_x_decreasing)[0], FALLING)
    curving = sign_from_zero(
        linear,
        y,
        p,
        q,
        r,
        damping=d.show(ge(q, 0), *known),
        source=d.show(gt(r, 0), *known, falling),
        near=d.show(ge(y, -2 / (z * (2 * nu + 2) ** 2)), second, *known, falling),
        order=d.show(gt(sp.expand(p - 1), 0)),
    )
    return both(falling, curving)


k, b = Symbol("k", positive=True), Symbol("b", positive=True)


@claim(
    id="bessel.ratio.odd_integral",
    title="The ratio over an interval about k",
    relation="ours",
    source="Theorem 2, its mathematics",
    domain=Domain(nu, k, b, nu >= -HALF, reach={nu: 20, k: 30, b: 30}),
    statement=lt(Integral(A, (z, Abs(k - b), k + b)), 2 * b * IvRatio(nu, k)),
)
def odd_integral(c: Claim):
    """The integral of A from |k−b| to k+b is less than 2b A(k): concavity if b ≤ k, else also that A/z decreases.

    For A continued as an odd function it is the integral from k−b to k+b.
    """
    d = FROM_MINUS_HALF
    falling = part(on(d, over_x_decreasing)[0], FALLING)
    bending, above_zero = on(d, concave, ratio_positive)
    return odd_chord(bending, falling, above_zero, k, b, c.domain)


# --- the two ends ---------------------------------------------------------------------------------------------------


REMAINDERS = (
    ge(A, z / (2 * nu + 2) - z**3 / ((2 * nu + 2) ** 2 * (2 * nu + 4))),
    le(A, z / (2 * nu + 2)),
    ge(A, 1 - (2 * nu + 1) / (2 * z) - (2 * nu + 3) ** 2 / (8 * z**2)),
    le(A, 1 - (2 * nu + 1) / (2 * z) + (2 * nu + 1) ** 2 / (8 * z**2)),
)


@claim(
    id="bessel.ratio.asymptotic",
    title="The ratio near zero and far out, with remainders",
    relation="ours",
    source="DLMF 10.30.1 and 10.40.1; the remainders are ours",
    domain=FROM_MINUS_HALF,
    statement=all_of(*REMAINDERS),
)
def asymptotic(c: Claim):
    """A = z/(2ν+2) − O(z³) and A = 1 − (2ν+1)/(2z) + O(1/z²), the constants of both remainders being explicit.

    Far out the root in the lower bound of Amos is replaced by √(z² + c²) ≤ z + c²/(2z).
    """
    d, (first, second) = Under(c.domain), (nu + HALF, nu + 3 * HALF)
    line = z + second**2 / (2 * z)
    root = by_squares(sqrt(z**2 + second**2), line, d, d.sign(le(z**2 + second**2, line**2)))
    rational = d.show(gt(A, z / (first + z + second**2 / (2 * z))), root, *on(d, lower))
    bounds = [*on(d, lower_rational, start), rational, *on(d, upper)]
    parts = zip(REMAINDERS, bounds, strict=True)
    return d.both(*(d.show(r, bound, *on(d, ratio_positive)) for r, bound in parts))


@claim(
    id="bessel.ratio.limit.zero",
    title="Slope of the ratio at zero",
    relation="ours",
    source="DLMF 10.30.1",
    domain=eventually(ABOVE_MINUS_ONE, z, below=(2 * nu + 2) * sqrt((2 * nu + 4) * EPSILON)),
    statement=near(A / z, 1 / (2 * nu + 2)),
)
def limit_zero(c: Claim):
    """A(z)/z → 1/(2ν+2) as z → 0+."""
    return limit(c.statement, c.domain, z, on(c.domain, ratio_positive, lower_rational, start))


@claim(
    id="bessel.ratio.limit.infinity",
    title="The ratio tends to one",
    relation="ours",
    source="DLMF 10.40.1",
    domain=eventually(FROM_MINUS_HALF, z, above=(2 * nu + 2) / EPSILON),
    statement=near(A, sp.S.One),
)
def limit_infinity(c: Claim):
    """A(z) → 1 as z → ∞: a von Mises–Fisher law of large concentration has mean resultant length near 1."""
    return limit(c.statement, c.domain, z, on(c.domain, ratio_positive, lower, upper_one))


CLAIMS = (
    increasing,
    over_x_decreasing,
    slope,
    decreasing_in_order,
    concave,
    over_x_convex,
    odd_integral,
    asymptotic,
    limit_zero,
    limit_infinity,
)
