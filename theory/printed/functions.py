"""The functions J and J̃ of the print: Definitions 4 and 6, and Lemmas 5 to 11 on how they rise, fall and bend.

Both are −βw plus log M_h at the length of a tilted mean, h = 2ν + 2. As (log M)' = A_ν lies in (0, 1) and A_ν(z)/z
falls, log M rises by less than 1 per unit of its argument and is strictly concave in the square of it. The print
has ν > 0; what is said here holds for every ν ≥ −½.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Derivative, Expr, Symbol, besseli, log
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import FROM_MINUS_HALF, HALF, on, upper_one
from modgap.theory.bessel.functions import A, nu, z
from modgap.theory.bessel.shape import FALLING, over_x_decreasing
from modgap.theory.cone.lemmas import CONCAVE, IN_SQUARE, RISES, SCALED, bessel_form, over_x, positive, slope
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.engines.normal_forms import BesselRing
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, hypothesis, part, specialise, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity
from modgap.theory.language.cones import ConeLoss, RatioOverArgument
from modgap.theory.language.domain import Domain
from modgap.theory.language.printed import PrintedBesselLoss, PrintedLoss, tilt
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import LogScaledBessel, SphereMGF
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R, mean_value_bound, tangent_in_square
from modgap.theory.under import Under

kappa, beta = sp.symbols("kappa beta", positive=True)
#: The three arguments of J̃, and a second value of w.
own, w, u, t, s = sp.symbols("w_1 w u t s", real=True)
v = Symbol("v", real=True)
REACH = {nu: 6, kappa: 30, beta: 30, own: 1, w: 1, u: 1, t: 1, s: 1, v: 1}
ORDERS = (nu, kappa, beta, nu >= -HALF)
RADICAND = kappa**2 + 2 * kappa * beta * w + beta**2 * t**2


def loss(first: Expr, second: Expr, third: Expr, concentration: Expr = kappa) -> PrintedLoss:
    """Return J̃_ν(w₁, w₂, t; κ, β)."""
    return PrintedLoss(nu, *map(sp.sympify, (first, second, third)), concentration, beta)


def hat(at: Expr, third: Expr, concentration: Expr = kappa) -> PrintedLoss:
    """Return Ĵ(w, t) = J̃(w, w, t)."""
    return loss(at, at, third, concentration)


def values(domain: Domain, *losses: PrintedLoss) -> list[Fact]:
    """Return what these J̃ are."""
    return [trusted.definition(item, domain) for item in losses]


@cache
def _where_real() -> Fact:
    """Return what J̃(w₁, w, t) is where M̃ is real."""
    d = Domain(*ORDERS, own, w, t, ge(RADICAND, 0))
    real = hypothesis(d.conditions[-1], d)
    length = arithmetic(ge(tilt(kappa, beta, w, t), 0), d, [real])
    mgf = specialise(positive()[0], {R: tilt(kappa, beta, w, t)}, d, given=[real, length])
    return trusted.definition(loss(own, w, t), d, given=[real, mgf])


def real_values(domain: Domain, *points: tuple[Expr, Expr, Expr]) -> list[Fact]:
    """Return what J̃ is at some (w₁, w₂, t), M̃ being shown to be real there by arithmetic."""
    found = []
    for point in points:
        replaced = dict(zip((own, w, t), map(sp.sympify, point), strict=True))
        real = arithmetic(ge(RADICAND.xreplace(replaced), 0), domain)
        found.append(specialise(_where_real(), replaced, domain, given=[real]))
    return found


# --- log M: its growth and its tangents ------------------------------------------------------------------------------


def compared(domain: Domain, *relations: sp.Basic) -> list[Fact]:
    """Return inequalities between lengths, each by arithmetic."""
    return [arithmetic(relation, domain) for relation in relations]


def grows_less(p: Expr, q: Expr, domain: Domain) -> Fact:
    """Return log M(q) − log M(p) < q − p for 0 ≤ p < q: (log M)' = A < 1."""
    order = compared(domain, ge(p, 0), lt(p, q))
    (below_one,) = on(FROM_MINUS_HALF, upper_one)
    return mean_value_bound(part(slope.fact, RISES), below_one, p, q, order, domain, positive())


def tangent(at: Expr, to: Expr, domain: Domain, apart: type | None = None) -> Fact:
    """Return log M(to) ≤ log M(at) + a(at)(to² − at²)/2 for lengths, strictly where they are `apart` (at R to)."""
    relations = [ge(at, 0), ge(to, 0)]
    if apart:
        relations.append(lt(to, at) if apart is Gt else apart(at, to, evaluate=False))
    order = compared(domain, *relations)
    slopes = part(slope.fact, IN_SQUARE), part(slope.fact, CONCAVE)
    return tangent_in_square(*slopes, at, to, order, domain, positive())


@cache
def steepness_positive(at: Expr, domain: Domain) -> Fact:
    """Return a_ν(r) > 0 at a length r ≥ 0."""
    above = [specialise(fact, {fact.domain.symbols[-1]: at}, domain) for fact in positive()]
    return arithmetic(
        gt(RatioOverArgument(nu, at), 0),
        domain,
        [trusted.definition(RatioOverArgument(nu, at), domain, above), *above],
    )


def rises(p: Expr, q: Expr, domain: Domain) -> Fact:
    """Return log M(p) < log M(q) for 0 ≤ p < q, from the tangent at q."""
    below = tangent(q, p, domain, Gt)
    order = compared(domain, ge(p, 0), lt(p, q))
    mgf = [log(SphereMGF(2 * nu + 2, at)) for at in (p, q)]
    return arithmetic(lt(*mgf), domain, [below, steepness_positive(q, domain), *order])


# --- Definitions 4 and 6 ---------------------------------------------------------------------------------------------


@claim(
    id="paper.def.6",
    title="The function J̃ of the print, where it has a value",
    relation="as_reported",
    source="Definition 6, equations (12) and (13)",
    domain=Domain(*ORDERS, own, w, t, gt(RADICAND, 0), reach=REACH),
    statement=eq(PrintedBesselLoss(nu, own, w, t, kappa, beta), loss(own, w, t)),
)
def definition_six(this: Claim):
    """Equation (12) is −βw₁ + log M_{2ν+2}(M̃) − log M_{2ν+2}(κ) wherever M̃ > 0, the constants Γ(ν+1) 2^ν cancel.

    The right side has its limit as its value where M̃ = 0; where κ² + 2κβw₂ + β²t² < 0, J̃ has no real value
    (`paper.def.6.domain`).
    """
    return _in_bessel_functions(tilt(kappa, beta, w, t), this)


def _in_bessel_functions(length: Expr, this: Claim) -> Fact:
    d = Under(this.domain)
    found = [d.show(gt(length, 0))]
    points = (length, kappa)
    known = [d.use(bessel.positive, {nu: nu, z: at}, given=[*found, _above(d)]) for at in points]
    logs = [d.use(log_forms(), {z: at}, given=found) for at in points]
    unfolded = trusted.definition(this.statement.lhs, d, given=[*found, *known])
    return d.show(this.statement, unfolded, *values(d, this.statement.rhs), *logs)


def _above(d: Domain) -> Fact:
    return arithmetic(gt(nu, -1), d)


@cache
def log_forms() -> Fact:
    """Return G_ν(z) = log M_{2ν+2}(z) − log(Γ(ν+1) 2^ν) for z > 0."""
    d = FROM_MINUS_HALF
    known = on(d, bessel.positive)
    constant = log(sp.gamma(nu + 1) * 2**nu)
    target = eq(LogScaledBessel(nu, z), log(SCALED) - constant)
    turned = identity(target, d, Logarithms(*known), given=known)
    return substitute(turned, *on(d, bessel_form))


@claim(
    id="paper.def.6.domain",
    title="J̃ has a real value on the whole domain that the print states",
    relation="false_as_reported",
    source="Definition 6: J̃ is said to be real on [−1, 1] × [−1, 1] × [0, 1], and M̃ on [−1, 1] × [0, 1]",
    domain=Domain(*ORDERS, w, ge(w, -1), le(w, 1), t, ge(t, 0), le(t, 1), reach=REACH),
    statement=ge(RADICAND, 0),
)
def domain_six(this: Claim):
    """What is under the root of M̃ can be negative: at κ = β = 1, w₂ = −1, t = 0 it is −1.

    Where J̃ is used in the print, w₂ = x·c and t = |P x|, so that w₂² ≤ t² and the radicand is |κc + βPx|² ≥ 0.
    """
    return counterexample(this.statement, this.domain, {nu: 1, kappa: 1, beta: 1, w: -1, t: 0})


@claim(
    id="paper.def.6.used",
    title="J̃ has a real value wherever the print uses it",
    relation="ours",
    source="Definition 6, with what Theorems 3 and 4 put into it",
    domain=Domain(*ORDERS, w, t, ge(t, 0), le(w**2, t**2), reach=REACH),
    statement=ge(RADICAND, 0),
)
def used_six(this: Claim):
    """κ² + 2κβw + β²t² ≥ (κ + βw)² ≥ 0 where |w| ≤ t, as it is for w = x·c, t = |P x| and a unit vector c."""
    return arithmetic(this.statement, this.domain)


@claim(
    id="paper.def.4",
    title="The function J of the print is J̃ at three equal cosines",
    relation="as_reported",
    source="Definition 4, and the remark before Definition 6",
    domain=Domain(*ORDERS, w, ge(w, -1), le(w, 1), reach=REACH),
    statement=eq(ConeLoss(nu, w, kappa, beta), hat(w, 1)),
)
def definition_four(this: Claim):
    """J(w) = J̃(w, w, 1), for every w of [−1, 1]: the radicand κ² + 2κβw + β² ≥ (κ − β)² is never negative."""
    d = Under(this.domain)
    cone = trusted.definition(this.statement.lhs, d)
    return d.show(this.statement, cone, *values(d, hat(w, 1)))


# --- Lemma 5 ---------------------------------------------------------------------------------------------------------

SHARE = (s, ge(s, 0), le(s, 1))


@claim(
    id="paper.lem.5.decreasing",
    title="Lemma 5: one direction of the loss falls as the cosine rises",
    relation="as_reported",
    source="Lemma 5, its first part; for w ∈ [0, 1] and so for the printed [0, s]",
    domain=Domain(*ORDERS, u, w, *SHARE, ge(u, 0), gt(w, u), le(w, 1), reach=REACH),
    statement=gt(hat(u, s), hat(w, s)),
)
def decreasing(this: Claim):
    """Ĵ(u, s) > Ĵ(w, s) for 0 ≤ u < w ≤ 1 and s in [0, 1]: on all of [0, 1], not on [0, s] alone.

    With p < q the two lengths, log M(q) − log M(p) < q − p = 2κβ(w − u)/(p + q) ≤ β(w − u), as p, q ≥ κ.
    """
    d = Under(this.domain)
    p, q = (tilt(kappa, beta, at, s) for at in (u, w))
    step = d.show(le(q - p, beta * (w - u)))
    return d.show(this.statement, grows_less(p, q, d), step, *values(d, hat(u, s), hat(w, s)))


BETWEEN = (1 - v) * u + v * w
REAL_AT_U = ge(kappa**2 + 2 * kappa * beta * u + beta**2 * s**2, 0)


@claim(
    id="paper.lem.5.concave",
    title="Lemma 5: one direction of the loss is strictly concave in the cosine where it is real",
    relation="corrected",
    source="Lemma 5, its second part, with the domain on which M̃ is real",
    domain=Domain(*ORDERS, u, w, v, *SHARE, gt(w, u), le(w, 1), gt(v, 0), lt(v, 1), REAL_AT_U, reach=REACH),
    statement=gt(hat(BETWEEN, s), (1 - v) * hat(u, s) + v * hat(w, s)),
)
def concave(this: Claim):
    """Ĵ((1−v)u + vw, s) > (1−v)Ĵ(u, s) + vĴ(w, s) from the least u at which M̃ is real on, M̃ = 0 included.

    Both ends lie below the tangent of log M in the square of its argument, which is linear in w.
    """
    d = Under(this.domain)
    middle = Symbol("w_0", real=True)
    there = Domain(*d.symbols, middle, *d.conditions, gt(middle, u), lt(middle, w), reach=d.reach)
    inside = compared(d, gt(BETWEEN, u), lt(BETWEEN, w))
    below = [_below_tangent(middle, end, kind, there) for end, kind in ((u, Gt), (w, Lt))]
    here = [d.use(fact, {middle: BETWEEN}, given=inside) for fact in below]
    return d.show(this.statement, *here)


def _below_tangent(at: Expr, to: Expr, apart: type, d: Domain) -> Fact:
    """Return Ĵ(to, s) − Ĵ(at, s) < β(κ a_ν(M̃) − 1)(to − at), with M̃ the length at the first point."""
    lengths = [tilt(kappa, beta, point, s) for point in (at, to)]
    slope_there = beta * (kappa * RatioOverArgument(nu, lengths[0]) - 1)
    statement = lt(hat(to, s) - hat(at, s), slope_there * (to - at))
    return arithmetic(
        statement, d, [tangent(lengths[0], lengths[1], d, apart), *real_values(d, (at, at, s), (to, to, s))]
    )


@claim(
    id="paper.lem.5.domain",
    title="The length of Lemma 5 is real for every cosine above −1",
    relation="false_as_reported",
    source="Lemma 5: M̃ is said to be positive on (−1, 1] for every s ∈ [0, 1]",
    domain=Domain(*ORDERS, w, gt(w, -1), le(w, 1), *SHARE, reach=REACH),
    statement=ge(kappa**2 + 2 * kappa * beta * w + beta**2 * s**2, 0),
)
def domain_five(this: Claim):
    """For s < 1 it need not be: κ = β = 1, s = 0, w = −9/10 gives M̃² = −4/5. At s = 1, as Theorem 2 uses it, it is."""
    return counterexample(this.statement, this.domain, {nu: 1, kappa: 1, beta: 1, w: sp.Rational(-9, 10), s: 0})


# --- Lemmas 6 to 9 ---------------------------------------------------------------------------------------------------


@cache
def _lengths_apart() -> Fact:
    """Return q − p ≤ 2βw for p² = κ² − 2κβw + β² and q² = κ² + 2κβw + β², p, q ≥ 0: (181) and (182) of the print."""
    p, q = sp.symbols("p q", nonnegative=True)
    squares = [eq(r**2, kappa**2 + k * 2 * kappa * beta * w + beta**2) for r, k in ((p, -1), (q, 1))]
    d = Domain(p, q, kappa, beta, w, gt(w, 0), le(w, 1), *squares)
    product = arithmetic(ge(p**2 * q**2, (kappa**2 - beta**2) ** 2), d)
    root = arithmetic(ge(p * q, kappa**2 - beta**2), d, [product])
    total = arithmetic(ge(p + q, 2 * kappa), d, [root])
    apart = arithmetic(ge(4 * kappa * beta * w + p**2, q**2), d)
    given = [arithmetic(gt(p + q, 0), d, [total])]
    parts = [(2 * beta * w / (p + q), total), (1 / (p + q), apart)]
    return combination(le(q - p, 2 * beta * w), d, parts, given=given)


@claim(
    id="paper.lem.6",
    title="Lemma 6: in one direction of the loss an obtuse gap costs more than its acute mirror image",
    relation="as_reported",
    source="Lemma 6",
    domain=Domain(*ORDERS, w, gt(w, 0), le(w, 1), reach=REACH),
    statement=lt(ConeLoss(nu, w, kappa, beta), ConeLoss(nu, -w, kappa, beta)),
)
def mirror(this: Claim):
    """J(w) < J(−w) for 0 < w ≤ 1: with a < b the two lengths, log M(b) − log M(a) < b − a ≤ 2βw.

    The last inequality is (181) and (182) of the print: (a + b)² ≥ 4κ² and (b − a)(a + b) = 4κβw.
    """
    d = Under(this.domain)
    a, b = (tilt(kappa, beta, at, sp.S.One) for at in (-w, w))
    losses = [ConeLoss(nu, at, kappa, beta) for at in (w, -w)]
    p, q = _lengths_apart().domain.symbols[:2]
    step = d.use(_lengths_apart(), {p: a, q: b})
    return d.show(this.statement, grows_less(a, b, d), step, *(trusted.definition(x, d) for x in losses))


SLOPE_OF_LOG = eq(Derivative(LogScaledBessel(nu, z), z), A)


@claim(
    id="paper.lem.7",
    title="Lemma 7: the slope of log(z^{−ν} I_ν(z)) lies between 0 and 1",
    relation="as_reported",
    source="Lemma 7, equations (189) to (191)",
    domain=FROM_MINUS_HALF,
    statement=all_of(SLOPE_OF_LOG, gt(A, 0), lt(A, 1)),
)
def slope_of_log(this: Claim):
    """G' = I_{ν+1}/I_ν, by I_ν' = I_{ν+1} + (ν/z) I_ν, and 0 < I_{ν+1} < I_ν: the step that the print quotes."""
    d = Under(this.domain)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    first = identity(SLOPE_OF_LOG, d, ring, given=on(d, bessel.positive))
    return both(first, *on(d, bessel.ratio_positive, upper_one))


@claim(
    id="paper.lem.8",
    title="Lemma 8: the ratio over its argument decreases",
    relation="as_reported",
    source="Lemma 8",
    domain=over_x_decreasing.domain,
    statement=FALLING,
)
def ratio_falls(this: Claim):
    """(A_ν(z)/z)' < 0, which is Turán's inequality I_{ν+2} I_ν < I_{ν+1}²."""
    return part(over_x_decreasing.fact, FALLING)


a, b = sp.symbols("a b", positive=True)
QUOTIENT = log(besseli(nu, a) / besseli(nu, b))


@claim(
    id="paper.lem.9",
    title="Lemma 9: how much log I_ν falls from b to a",
    relation="as_reported",
    source="Lemma 9",
    domain=Domain(nu, a, b, nu >= -HALF, a < b, reach={nu: 6, a: 30, b: 30}),
    statement=gt(QUOTIENT, nu * log(a / b) + (a - b)),
)
def fall_of_log(this: Claim):
    """log(I_ν(a)/I_ν(b)) > ν log(a/b) + (a − b) for 0 < a < b: log(z^{−ν} I_ν(z)) − z decreases.

    In (208) of the print L(a) stands on both sides, and its hypothesis is written 0 < b < a; what it means is this.
    """
    d = Under(this.domain)
    step = grows_less(a, b, d)
    logs = [d.use(log_forms(), {z: at}) for at in (a, b)]
    known = [d.use(bessel.positive, {z: at}, given=[_above(d)]) for at in (a, b)]
    unfolded = [trusted.definition(LogScaledBessel(nu, at), d, given=known) for at in (a, b)]
    split = eq(QUOTIENT - nu * log(a / b), log(a ** (-nu) * besseli(nu, a)) - log(b ** (-nu) * besseli(nu, b)))
    return d.show(this.statement, step, *logs, *unfolded, identity(split, d, Logarithms(*known), given=known))


# --- Lemmas 10 and 11 ------------------------------------------------------------------------------------------------


@claim(
    id="paper.lem.10",
    title="Lemma 10: one direction of the loss rises with the length of the projection",
    relation="as_reported",
    source="Lemma 10; t = 0 included",
    domain=Domain(*ORDERS, w, ge(w, 0), le(w, 1), s, t, ge(s, 0), gt(t, s), le(t, 1), reach=REACH),
    statement=lt(hat(w, s), hat(w, t)),
)
def rises_in_length(this: Claim):
    """Ĵ(w, s) < Ĵ(w, t) for 0 ≤ s < t ≤ 1 and 0 ≤ w ≤ 1: log M rises strictly."""
    d = Under(this.domain)
    p, q = (tilt(kappa, beta, w, at) for at in (s, t))
    return d.show(this.statement, rises(p, q, d), *values(d, hat(w, s), hat(w, t)))


@claim(
    id="paper.lem.11",
    title="Lemma 11: at centres orthogonal to C one direction of the loss falls as the angle closes",
    relation="as_reported",
    source="Lemma 11",
    domain=Domain(*ORDERS, u, w, ge(u, 0), gt(w, u), le(w, 1), reach=REACH),
    statement=gt(hat(u, u), hat(w, w)),
)
def along_the_axis(this: Claim):
    """Ĵ(u, u) > Ĵ(w, w) for 0 ≤ u < w ≤ 1: the lengths are κ + βu and κ + βw, and log M rises by less than they."""
    d = Under(this.domain)
    lengths = [tilt(kappa, beta, at, at) for at in (u, w)]
    straight = compared(d, *(eq(p, kappa + beta * at) for p, at in zip(lengths, (u, w), strict=True)))
    return d.show(this.statement, grows_less(lengths[0], lengths[1], d), *straight, *values(d, hat(u, u), hat(w, w)))


# --- Lemmas 5 and 10 with equality let in ----------------------------------------------------------------------------


@cache
def not_rising() -> Fact:
    """Return Ĵ(w, s) ≤ Ĵ(u, s) for 0 ≤ u ≤ w ≤ 1 and 0 ≤ s ≤ 1."""
    d = Domain(*ORDERS, u, w, *SHARE, ge(u, 0), ge(w, u), le(w, 1))
    p, q = (tilt(kappa, beta, at, s) for at in (u, w))
    longer = compared(d, gt(p, 0), ge(p, kappa))
    known = [specialise(fact, {z: p}, d, given=longer[:1]) for fact in on(FROM_MINUS_HALF, over_x, upper_one)]
    steep = RatioOverArgument(nu, p)
    bound = arithmetic(le(kappa * steep, 1), d, [*longer, *known, steepness_positive(p, d)])
    squares = arithmetic(eq(q**2 - p**2, 2 * kappa * beta * (w - u)), d)
    statement = le(hat(w, s), hat(u, s))
    return arithmetic(statement, d, [tangent(p, q, d), bound, squares, *values(d, hat(u, s), hat(w, s))])


@cache
def not_falling() -> Fact:
    """Return Ĵ(w, s) ≤ Ĵ(w, t) for 0 ≤ s ≤ t and w ≥ 0."""
    d = Domain(*ORDERS, w, ge(w, 0), s, t, ge(s, 0), ge(t, s))
    p, q = (tilt(kappa, beta, w, at) for at in (s, t))
    known = [tangent(q, p, d), steepness_positive(q, d), *values(d, hat(w, s), hat(w, t))]
    return arithmetic(le(hat(w, s), hat(w, t)), d, known)


@cache
def near_the_end() -> Fact:
    """Return Ĵ(w, t) ≤ Ĵ(1, 1) + β(1 − w) for w and t in [0, 1]: log M rises."""
    d = Domain(*ORDERS, w, ge(w, 0), le(w, 1), t, ge(t, 0), le(t, 1))
    end = hat(sp.S.One, sp.S.One)
    p, q = tilt(kappa, beta, w, t), tilt(kappa, beta, sp.S.One, sp.S.One)
    squares = arithmetic(le(p**2, q**2), d)
    known = [squares, tangent(q, p, d), steepness_positive(q, d), *values(d, hat(w, t), end)]
    return arithmetic(le(hat(w, t), end + beta * (1 - w)), d, known)


CLAIMS = (
    definition_four,
    definition_six,
    domain_six,
    used_six,
    decreasing,
    concave,
    domain_five,
    mirror,
    slope_of_log,
    ratio_falls,
    fall_of_log,
    rises_in_length,
    along_the_axis,
)
