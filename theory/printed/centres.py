"""Theorem 3 as printed: the pair of centres on two hyperplanes, with every hypothesis that the print makes.

The print asks c_x in A, c_y in B, neither in C, c_x·c_y > 0 and 0 < φ_min ≤ φ < π/2, and concludes that the loss of the
pair is at least its value at centres orthogonal to C with the gap φ_min. It is not, whatever the parameters are
(`paper.thm.3.fails`): the loss is above 2f(1) for all such centres (`paper.thm.3.infimum`), f(1) being its value at a
shared centre in C, and as near to it as one likes where both centres near one point of C (`paper.thm.3.approach`).
With c_x, c_y ⟂ C as a hypothesis the theorem is true (`paper.thm.3.perpendicular`).
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import sympy as sp
from sympy import Expr, Symbol, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le

from modgap.theory.alignment import pairs as alignment
from modgap.theory.alignment.pairs import E_A, E_B, rho
from modgap.theory.cone.lemmas import positive_in_dimension
from modgap.theory.engines.normal_forms import PerfectSquares
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, specialise, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity
from modgap.theory.language.domain import Domain, free_variables
from modgap.theory.language.hyperplanes import InA, InB, PairLoss, Projection
from modgap.theory.language.printed import tilt
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import Dot, Norm
from modgap.theory.printed import functions
from modgap.theory.printed.hyperplanes import (
    CENTRE_REACH,
    CENTRES,
    COS,
    FORM,
    N_A,
    N_B,
    T_X,
    T_Y,
    W,
    at_order,
    beta,
    by_inner_products,
    c_x,
    c_y,
    h,
    kappa_x,
    kappa_y,
    length_of,
    log_partition,
    log_partition_at,
    loss,
    ranges,
    square,
    value_of,
)
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R
from modgap.theory.under import Under

#: cos φ_min, the cosine of the least angle that the print allows.
m = Symbol("m", positive=True)
PAIR = PairLoss(h, beta, c_x, c_y, (c_x, kappa_x, N_A), (c_y, kappa_y, N_B))
PRINTED = loss(W, W, T_X, kappa_y) + loss(W, W, T_Y, kappa_x)
OUTSIDE = (gt(Dot(c_x, N_B) ** 2, 0), gt(Dot(c_y, N_A) ** 2, 0))
LEAST = (m, m < 1, le(COS, m))


def at_angle(cosine: Expr) -> Expr:
    """Return Ĵ(s, s; κ_y) + Ĵ(s, s; κ_x), the loss of centres orthogonal to C at an angle of cosine s."""
    return loss(cosine, cosine, cosine, kappa_y) + loss(cosine, cosine, cosine, kappa_x)


# --- the limit -------------------------------------------------------------------------------------------------------


@claim(
    id="paper.thm.3.limit",
    title="Theorem 3: the loss of the pair of centres",
    relation="as_reported",
    source="Theorem 3, the equation in (14)",
    domain=Domain(*CENTRES, reach=CENTRE_REACH),
    statement=eq(PAIR, PRINTED),
)
def limit(this: Claim):
    """The loss of the pair (c_x, c_y), less 2 log N as N → ∞, is Ĵ(w, |P_B c_x|; κ_y) + Ĵ(w, |P_A c_y|; κ_x).

    The left side is the population loss of that pair: −2β c_x·c_y plus log E e^{β c_x·y} + log E e^{β c_y·x}
    for y ∼ vMF(c_y, κ_y) on the sphere of B and x ∼ vMF(c_x, κ_x) on that of A.
    """
    d = Under(this.domain)
    roles = ((kappa_y, c_y, c_x, N_B), (kappa_x, c_x, c_y, N_A))
    logs = [log_partition(*role, d) for role in roles]
    symbols = (loss(W, W, T_X, kappa_y), loss(W, W, T_Y, kappa_x))
    values = [value_of(s, length_of(*role, d), d) for s, role in zip(symbols, roles, strict=True)]
    return d.show(this.statement, trusted.definition(PAIR, d), *logs, *values)


# --- the infimum -----------------------------------------------------------------------------------------------------


@claim(
    id="paper.thm.3.infimum",
    title="Theorem 3: the loss of every pair of printed centres is above that of a shared centre in the intersection",
    relation="corrected",
    source="Theorem 3; the true bound in place of the printed one",
    domain=Domain(*CENTRES, OUTSIDE[0], reach=CENTRE_REACH),
    statement=gt(PRINTED, at_angle(sp.S.One)),
)
def infimum(this: Claim):
    """Ĵ(w, |P_B c_x|; κ_y) + Ĵ(w, |P_A c_y|; κ_x) > Ĵ(1, 1; κ_y) + Ĵ(1, 1; κ_x), if c_x or c_y is not in C.

    As |P_B c_x| and |P_A c_y| are at least w (Lemma 12), each direction is at least Ĵ(w, w) (Lemma 10), which falls
    strictly up to w = 1 (Lemma 11); and w < 1, as c_x ∈ A∖C and c_y ∈ B differ. Nothing is asked of φ_min.
    """
    d = Under(this.domain)
    known = ranges(d)
    apart = c_x - c_y - Dot(c_x, N_B) * N_B
    rest = d.sign(ge(square(apart), 0))
    outside = d.asked(OUTSIDE[0])
    half = sp.Rational(1, 2)
    below = combination(lt(W, 1), d, [(half, rest), (half, outside)], by=FORM)
    u, w, s, t = functions.u, functions.w, functions.s, functions.t
    steps = []
    for concentration, length, name in ((kappa_y, T_X, "x"), (kappa_x, T_Y, "y")):
        given = [known["w not negative"], known[f"{name} above w"]]
        steps.append(at_order(functions.not_falling(), {w: W, s: W, t: length}, concentration, d, given))
        given = [known["w not negative"], d.show(gt(sp.S.One, W), below)]
        steps.append(at_order(functions.along_the_axis.fact, {u: W, w: sp.S.One}, concentration, d, given))
    return d.show(this.statement, *steps)


#: A point of C, and how far the centres are from it.
q = alignment.p
t = Symbol("t", real=True)
NEAR_X, NEAR_Y = InA(q, t, E_A), InB(q, t, E_B)
FAMILY = Domain(
    *alignment.HYPERPLANES,
    *(rho > 0, alignment.IN_C[0], kappa_x, kappa_y, beta, t, gt(t, 0), lt(t, 1)),
    reach={**CENTRE_REACH, t: 1},
)
NORMAL_B = alignment.N_B
NEAR_W = Dot(NEAR_X, NEAR_Y)
NEAR = loss(NEAR_W, NEAR_W, Norm(Projection(NEAR_X, NORMAL_B)), kappa_y) + loss(
    NEAR_W, NEAR_W, Norm(Projection(NEAR_Y, alignment.N_A)), kappa_x
)
#: 2β(1 − cos φ) t².
PRICE = 2 * beta * (1 - rho) * t**2
CLOSE = le(NEAR, at_angle(sp.S.One) + PRICE)
MEETS = (
    gt(Dot(NEAR_X, NORMAL_B) ** 2, 0),
    gt(Dot(NEAR_Y, alignment.N_A) ** 2, 0),
    gt(NEAR_W, 0),
)


@claim(
    id="paper.thm.3.approach",
    title="Theorem 3: printed centres near one point of the intersection come as near to that loss as one likes",
    relation="corrected",
    source="Theorem 3; with `paper.thm.3.infimum` this is the infimum, and that it is not attained",
    domain=FAMILY,
    statement=all_of(CLOSE, *MEETS),
)
def approach(this: Claim):
    """c_x = √(1−t²) q + t e_A and c_y = √(1−t²) q + t e_B, q in C, cost at most 2β(1 − cos φ)t² more than a shared q.

    For 0 < t < 1 they meet the printed hypotheses: c_x·n_B and c_y·n_A are not 0 and c_x·c_y = 1 − (1 − cos φ)t² is
    positive. The lengths κ² + 2κβw + β²|P c|² are at most (κ + β)², and log M rises.
    """
    d = Under(this.domain)
    parts = [_near(d), *(_meets(relation, d) for relation in MEETS)]
    return both(*parts)


def _meets(relation: sp.Basic, d: Domain) -> Fact:
    """Return one of the printed hypotheses at these centres."""
    left = relation.lhs
    values = {0: t**2 * (1 - rho**2), 1: t**2 * (1 - rho**2), 2: 1 - (1 - rho) * t**2}
    value = values[MEETS.index(relation)]
    equal = by_inner_products(left, value, d)
    return substitute(arithmetic(gt(value, 0), d), flip(equal))


def _near(d: Domain) -> Fact:
    """Return the bound on the loss, direction by direction."""
    cosine = by_inner_products(NEAR_W, 1 - (1 - rho) * t**2, d)
    inside = [arithmetic(relation(NEAR_W, end, evaluate=False), d, [cosine]) for relation, end in ((Ge, 0), (Le, 1))]
    steps = [cosine]
    for concentration, centre, normal in ((kappa_y, NEAR_X, NORMAL_B), (kappa_x, NEAR_Y, alignment.N_A)):
        projected = Projection(centre, normal)
        squared = by_inner_products(square(projected), 1 - t**2 * (1 - rho**2), d)
        defined = substitute(trusted.definition(Norm(projected), d), squared)
        length = [arithmetic(r(Norm(projected), end, evaluate=False), d, [defined]) for r, end in ((Ge, 0), (Le, 1))]
        point = {functions.w: NEAR_W, functions.t: Norm(projected)}
        steps.append(at_order(functions.near_the_end(), point, concentration, d, [*inside, *length]))
    return arithmetic(CLOSE, d, steps)


# --- the printed bound -----------------------------------------------------------------------------------------------

LEAST_ANGLE = (m, m < 1, le(rho, m))
#: How far the printed bound is above the infimum.
EXCESS = at_angle(m) - at_angle(sp.S.One)
ABOVE = gt(EXCESS, 0)
VIOLATED = lt(NEAR, at_angle(m))
SMALL = lt(PRICE, EXCESS)


#: The parameters of the theorem: no centres, and nothing that has to be small.
PARAMETERS = Domain(
    *(symbol for symbol in FAMILY.symbols if symbol != t),
    *(c for c in FAMILY.conditions if free_variables(c) <= set(FAMILY.symbols) - {t}),
    *LEAST_ANGLE,
    reach=CENTRE_REACH,
)


@claim(
    id="paper.thm.3.excess",
    title="The printed bound of Theorem 3 is above the infimum, for every choice of the parameters",
    relation="ours",
    source="Theorem 3: how far its inequality (14) fails",
    domain=PARAMETERS,
    statement=ABOVE,
)
def excess(this: Claim):
    """With s = cos φ_min < 1: Ĵ(s, s; κ_y) + Ĵ(s, s; κ_x) > Ĵ(1, 1; κ_y) + Ĵ(1, 1; κ_x), by Lemma 11.

    So there is always a t in (0, 1) as `paper.thm.3.fails` asks for, and the printed theorem fails for all parameters.
    """
    return _excess(this.domain)


@claim(
    id="paper.thm.3.fails",
    title="Theorem 3 as printed fails at centres near enough to one point of the intersection",
    relation="corrected",
    source="Theorem 3: its inequality (14) under its printed hypotheses",
    domain=Domain(*FAMILY.symbols, *FAMILY.vectors, *FAMILY.conditions, *LEAST_ANGLE, SMALL, reach=FAMILY.reach),
    statement=all_of(ABOVE, VIOLATED, *MEETS),
)
def fails(this: Claim):
    """For all h ≥ 3, κ_x, κ_y, τ > 0, 0 < φ_min ≤ φ < π/2 there are centres as printed with a loss below its bound.

    With s = cos φ_min, ε = Ĵ(s, s; κ_y) + Ĵ(s, s; κ_x) − Ĵ(1, 1; κ_y) − Ĵ(1, 1; κ_x) is positive for all parameters
    (`paper.thm.3.excess`), so that there are t in (0, 1) with 2β(1 − cos φ)t² < ε. For each of them c_x = √(1−t²) q + t
    e_A and c_y = √(1−t²) q + t e_B meet the printed hypotheses, and the loss of the pair is below the bound, its
    infimum being ε below.
    """
    d = Under(this.domain)
    above = _excess(d)
    near = approach.fact
    bound = part(near, CLOSE)
    small = d.asked(SMALL)
    return both(above, d.show(VIOLATED, bound, small), *(part(near, relation) for relation in MEETS), domain=d)


def _excess(d: Domain) -> Fact:
    """Return that the printed bound is above the infimum, by Lemma 11."""
    point = {functions.u: m, functions.w: sp.S.One}
    falls = [at_order(functions.along_the_axis.fact, point, k, d, []) for k in (kappa_y, kappa_x)]
    return arithmetic(ABOVE, d, falls)


# --- with the conclusion c ⟂ C made a hypothesis ---------------------------------------------------------------------

AXES = PairLoss(h, beta, E_A, E_B, (E_A, kappa_x, alignment.N_A), (E_B, kappa_y, NORMAL_B))
AT_AXES = eq(AXES, at_angle(rho))


@claim(
    id="paper.thm.3.perpendicular",
    title="Theorem 3 with centres orthogonal to C: the loss of the pair is least at the least angle",
    relation="narrower",
    source="Theorem 3 with (A6) as a hypothesis: its inequality, and (A7)",
    domain=Domain(
        *alignment.HYPERPLANES,
        *(rho > 0, m, m < 1, lt(rho, m), kappa_x, kappa_y, beta),
        reach=CENTRE_REACH,
    ),
    statement=all_of(AT_AXES, gt(AXES, at_angle(m))),
)
def perpendicular(this: Claim):
    """With c_x, c_y ⟂ C and c_x·c_y > 0 the loss is Ĵ(cos φ, cos φ; κ_y) + Ĵ(cos φ, cos φ; κ_x): least at φ = φ_min.

    Such centres are e_A, e_B or −e_A, −e_B, with the gap φ. For φ > φ_min, cos φ < cos φ_min, and the loss is above the
    printed bound by Lemma 11; at φ = φ_min it is the bound. So there (A7) holds, and nothing else attains it.
    """
    d = Under(this.domain)
    roles = ((kappa_y, E_B, E_A, NORMAL_B), (kappa_x, E_A, E_B, alignment.N_A))
    known = [trusted.definition(AXES, d), by_inner_products(Dot(E_A, E_B), rho, d)]
    for role in roles:
        known += [_along(role, d), _straight(role[0], d)]
    equal = d.show(AT_AXES, *known)
    point = {functions.u: rho, functions.w: m}
    falls = [at_order(functions.along_the_axis.fact, point, k, d, []) for k in (kappa_y, kappa_x)]
    return both(equal, d.show(gt(AXES, at_angle(m)), equal, *falls))


def _along(role: tuple[Expr, Expr, Expr, Expr], d: Domain) -> Fact:
    """Return log E e^{β e·y'} = log M_{h−1}(κ + β cos φ) − log M_{h−1}(κ), e and the centre being e_A and e_B."""
    concentration, centre, other, normal = role
    length = concentration + beta * rho
    projected, squared = Projection(concentration * centre + beta * other, normal), sp.expand(length**2)
    norm = substitute(trusted.definition(Norm(projected), d), by_inner_products(square(projected), squared, d))
    same = chain(norm, identity(eq(sqrt(squared), length), d, PerfectSquares()))
    mgf = specialise(positive_in_dimension(), {h: h - 1, R: length}, d)
    return log_partition_at(same, mgf, [], role, d)


def _straight(concentration: Expr, d: Domain) -> Fact:
    """Return what Ĵ(cos φ, cos φ) is, its length being κ + β cos φ."""
    length = arithmetic(eq(tilt(concentration, beta, rho, rho), concentration + beta * rho), d)
    return substitute(trusted.definition(loss(rho, rho, rho, concentration), d), length)


# --- what is false ---------------------------------------------------------------------------------------------------

#: h = 3, cos φ = 3/5, C the second axis; both centres nearly along it.
NEAR_C = {
    **{h: 3, beta: 2, kappa_x: 5, kappa_y: 5, m: Fraction(7, 10)},
    **{N_A: np.array([0.0, 0.0, 1.0]), N_B: np.array([4.0, 0.0, 3.0])},
    **{c_x: np.array([0.01, 1.0, 0.0]), c_y: np.array([-0.006, 1.0, 0.008])},
}


@claim(
    id="paper.thm.3",
    title="Theorem 3 as printed: the loss of the pair of centres is at least that at the least angle",
    relation="false_as_reported",
    source="Theorem 3, the inequality in (14) under its printed hypotheses",
    domain=Domain(*CENTRES, *LEAST, *OUTSIDE, reach=CENTRE_REACH),
    statement=ge(PRINTED, at_angle(m)),
)
def theorem(this: Claim):
    """With c_x ∈ A∖C, c_y ∈ B∖C, c_x·c_y > 0 and 0 < φ_min ≤ φ < π/2, as printed, the loss can be below the bound.

    Centres a hundredth of a radian off one point of C do better, here and for all parameters (`paper.thm.3.fails`).
    """
    return counterexample(this.statement, this.domain, NEAR_C)


@claim(
    id="paper.eq.212.bound",
    title="The bound of Theorem S6 is largest where the other centre is orthogonal to the intersection",
    relation="ours",
    source="equations (212) to (215): what the bound on one direction is worth over all centres",
    domain=Domain(*CENTRES, gt(T_Y, COS), reach=CENTRE_REACH),
    statement=lt(loss(T_Y, T_Y, COS, kappa_y), loss(COS, COS, COS, kappa_y)),
)
def bound_falls(this: Claim):
    """Ĵ(|P_A c_y|, cos φ; κ_y) < Ĵ(cos φ, cos φ; κ_y) wherever |P_A c_y| > cos φ, which is wherever c_y is not ⟂ C.

    So the right side of (212) has its largest value, over c_y, at the point at which (212) and (213) are equalities
    together. That point need not minimise the left side, and does not: here (215) fails.
    """
    d = Under(this.domain)
    known = ranges(d)
    point = {functions.u: COS, functions.w: T_Y, functions.s: COS}
    given = [known[k] for k in ("cos not negative", "cos below 1", "y below 1")] + [d.asked(d.conditions[-1])]
    found = at_order(functions.decreasing.fact, point, kappa_y, d, given)
    return d.show(this.statement, found)


@claim(
    id="paper.eq.215",
    title="Equality in both of (212) and (213) marks the least sum",
    relation="false_as_reported",
    source="equation (215), the step from (212), (213) and Lemma 13",
    domain=Domain(*CENTRES, *OUTSIDE, reach=CENTRE_REACH),
    statement=ge(PRINTED, at_angle(COS)),
)
def step_to_the_sum(this: Claim):
    """It does not: the sum of the two directions is less where both centres are near one point of C.

    (212) and (213) bound each direction below by a function of the other centre. That both are equalities at c_x, c_y ⟂
    C alone does not make the sum least there, as those bounds are lower elsewhere (`paper.eq.212.bound`).
    """
    point = {symbol: value for symbol, value in NEAR_C.items() if symbol != m}
    return counterexample(this.statement, this.domain, point)


CLAIMS = (limit, infimum, approach, excess, fails, perpendicular, theorem, bound_falls, step_to_the_sum)
