"""Theorem 4 as printed: a pair on two hyperplanes, given how far it leans towards its centres.

In (326) and (343) the print puts x_i·c_x for x_i·c_y, and cos θ for cos θ cos φ in its limit: with that mended the
limit is `paper.thm.4.value`. Given φ, (A8) is then true, for all pairs together and within intra-modal isometry
(`paper.thm.4.a8`). That the loss falls as φ falls to φ_min, (A9), holds for the function that the print has
(`paper.lem.14`) and fails for the loss, for all parameters, at pairs that lean little (`paper.thm.4.a9.fails`).
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import numpy as np
import sympy as sp
from sympy import Eq, Expr, sqrt
from sympy import StrictGreaterThan as Gt

from modgap.theory.alignment import pairs as alignment
from modgap.theory.alignment.pairs import E_A, E_B, IN_C, N_A, P_C, REACH, a, beta, in_A, in_B, p, q, rho
from modgap.theory.cone.lemmas import LOWER, at_zero_too, over_x_bounds
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, hypothesis, part, specialise
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity
from modgap.theory.language.cones import RatioOverArgument
from modgap.theory.language.domain import Domain, vectors_across
from modgap.theory.language.hyperplanes import PairLoss, Projection
from modgap.theory.language.printed import PrintedLoss, tilt
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt, sides
from modgap.theory.language.symbols import Dot, Norm
from modgap.theory.printed import functions
from modgap.theory.printed.functions import kappa, nu, steepness_positive, tangent
from modgap.theory.printed.hyperplanes import by_inner_products, length_of, log_partition, loss, square, value_of
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R
from modgap.theory.under import Under

h = alignment.h
#: A pair of one concentration and one cosine a = cos θ with its centres: intra-modal isometry.
X, Y = in_A(p, a), in_B(q, a)
LAWS = ((E_A, kappa, N_A), (E_B, kappa, alignment.N_B))
PAIR = PairLoss(h, beta, X, Y, *LAWS)
ACUTE = (a, gt(a, 0), lt(a, 1))
GIVEN = Domain(*alignment.HYPERPLANES, *(rho > 0, *IN_C, kappa, beta, *ACUTE), reach={**REACH, h: 3, kappa: 20})
W = Dot(X, Y)
T_X, T_Y = Norm(Projection(X, alignment.N_B)), Norm(Projection(Y, N_A))


def both_directions(own: Expr, lean: Expr) -> Expr:
    """Return J̃(w₁, w₂, |P_B x|; κ) + J̃(w₁, w₂, |P_A y|; κ)."""
    return loss(own, lean, T_X) + loss(own, lean, T_Y)


# --- the limit -------------------------------------------------------------------------------------------------------


@claim(
    id="paper.thm.4.value",
    title="Theorem 4, its limit mended: the loss of a pair",
    relation="corrected",
    source="Theorem 4 and S7, the equation in (15) and (320), with x_i·c_y = cos θ cos φ in the second slot",
    domain=GIVEN,
    statement=all_of(
        eq(PAIR, loss(W, Dot(X, E_B), T_X) + loss(W, Dot(Y, E_A), T_Y)),
        eq(Dot(X, E_B), rho * a),
        eq(Dot(Y, E_A), rho * a),
    ),
)
def value(this: Claim):
    """The loss of (x, y), less 2 log N, is J̃(x·y, cos θ cos φ, |P_B x|; κ) + J̃(x·y, cos θ cos φ, |P_A y|; κ).

    This is Theorem S5 in both directions: the second slot is x·c_y, and c_y = e_B, so that x·c_y = cos θ cos φ.
    """
    d = Under(this.domain)
    roles = ((kappa, E_B, X, alignment.N_B), (kappa, E_A, Y, N_A))
    logs = [log_partition(*role, d) for role in roles]
    symbols = (loss(W, Dot(X, E_B), T_X), loss(W, Dot(Y, E_A), T_Y))
    values = [value_of(s, length_of(*role, d), d) for s, role in zip(symbols, roles, strict=True)]
    first, *rest = _parts(this.statement)
    total = d.show(first, trusted.definition(PAIR, d), *logs, *values)
    return both(total, *(by_inner_products(*sides(equation), d) for equation in rest))


def _parts(statement: sp.And) -> list[Eq]:
    """Return the equations of a conjunction, that of the loss of the pair first."""
    return sorted(statement.args, key=lambda e: not e.has(PairLoss))


#: h = 4, κ = 6, τ = 1/2, cos φ = 1/2, cos θ = 16/25, one direction in C.
AXES = dict(zip((E_A, N_A, p), np.eye(4)[:3], strict=True))
LEANING = {**AXES, q: AXES[p], h: 4, rho: Fraction(1, 2), kappa: 6, beta: 2, a: Fraction(16, 25)}


@claim(
    id="paper.thm.4.limit",
    title="Theorem 4 as printed: the loss of a pair by its cosine with its own centre",
    relation="false_as_reported",
    source="Theorem 4 and S7, the equation in (15), (320) and (342), w_i being read for cos Δ in the first slot",
    domain=GIVEN,
    statement=eq(PAIR, both_directions(W, a)),
)
def limit(this: Claim):
    """The second slot is x_i·c_y and not x_i·c_x: with cos θ in it the formula is not the loss of the pair.

    At h = 4, κ = 6, τ = ½, φ = 60° and cos θ = 0.64 the two sides are apart by more than a half.
    """
    return counterexample(this.statement, this.domain, LEANING)


@claim(
    id="paper.thm.4.limit.display",
    title="Theorem 4 as displayed: the loss of a pair by the gap",
    relation="false_as_reported",
    source="Theorem 4, the equation in (15) and (319), letter by letter: cos Δ in the first slot",
    domain=GIVEN,
    statement=eq(PAIR, both_directions(rho, a)),
)
def display(this: Claim):
    """In (315), (320) and (342) the first slot is w_i = x_i·y_i: cos Δ in (15) and (319) is a misprint of it."""
    return counterexample(this.statement, this.domain, LEANING)


@claim(
    id="paper.eq.326",
    title="A point of one hyperplane has the same cosine with both centres",
    relation="false_as_reported",
    source="the step before equation (326): x_i·c_y = x_i·c_x = y_i·c_x; and (343)",
    domain=GIVEN,
    statement=eq(Dot(X, E_B), Dot(X, E_A)),
)
def same_cosine(this: Claim):
    """x·c_y = cos φ x·c_x, where c_x and c_y are orthogonal to C: they agree at φ = 0 or x ⟂ c_x alone.

    Isometry gives x_i·c_x = y_i·c_y, which is another pair of cosines.
    """
    return counterexample(this.statement, this.domain, LEANING)


# --- (A8) ------------------------------------------------------------------------------------------------------------

N, i, j = alignment.N, alignment.i, alignment.j
x = alignment.x
LEAN_I, LEAN_J = Dot(x[i], E_A), Dot(x[j], E_A)


def partner(index: Expr) -> Expr:
    """Return y*_i = P_C x_i + (x_i·e_A) e_B, the point of B that shares its projection on C and its cosine with x_i."""
    return P_C(x[index]) + Dot(x[index], E_A) * E_B


FAMILY = Domain(
    *(h, h >= 3, N, rho, rho < 1, *alignment.HYPERPLANES[4:], vectors_across(x, N, h, N_A)),
    *(i, ge(i, 1), le(i, N), j, ge(j, 1), le(j, N)),
    reach={h: 3, N: 4, i: 4, j: 4},
)
GRAM = (
    eq(Dot(partner(i), partner(j)), Dot(x[i], x[j])),
    eq(Dot(partner(i), E_B), LEAN_I),
    eq(square(P_C(partner(i)) - P_C(x[i])), 0),
)


@claim(
    id="paper.thm.4.a8.isometry",
    title="(A8) for all pairs together can be had with an intra-modal isometry",
    relation="ours",
    source="Definition 7 and condition (A8), from Definition 7 itself: equal Gram matrices",
    domain=FAMILY,
    statement=all_of(*GRAM),
)
def isometry(this: Claim):
    """y*_i = P_C x_i + (x_i·e_A) e_B has y*_i·y*_j = x_i·x_j, y*_i·e_B = x_i·e_A and P_C y*_i = P_C x_i, for all i, j.

    So the pairs (x_i, y*_i) meet Definition 7 and (A8) together, for any x_1, …, x_N of A. By `paper.thm.4.a8` each has
    the least loss among the y of B with the same cosine with c_y, which is what Definition 7 leaves free of it.
    """
    return both(*(identity(equation, this.domain, alignment.InnerProducts()) for equation in GRAM))


@claim(
    id="paper.thm.4.a8",
    title="Theorem 4 at a given angle: the projections on the intersection agree",
    relation="as_reported",
    source="Theorem 4, condition (A8), for any given φ; x_i·c_x = y_i·c_y from Definition 7",
    domain=GIVEN,
    statement=eq(PAIR - PairLoss(h, beta, X, in_B(p, a), *LAWS), beta * square(P_C(X) - P_C(Y))),
)
def projections_agree(this: Claim):
    """A pair's loss exceeds that of the pair with P_C y = P_C x by β|P_C x − P_C y|²: least if and only if (A8).

    Definition 7 makes the Gram matrices equal, and with them x_i·c_x = y_i·c_y for the centres that they determine.
    """
    d = Under(this.domain)
    values = {alignment.kappa_x: kappa, alignment.kappa_y: kappa}
    return d.use(alignment.theorem, values)


# --- Lemma 14 and (A9) -----------------------------------------------------------------------------------------------

r, s = sp.symbols("r s", real=True)
ANGLES = (r, s, ge(r, 0), gt(s, r), le(s, 1))
SCALARS = functions.ORDERS
LEAN = (a, gt(a, 0), le(a, 1))
REACH_14 = {nu: 6, kappa: 30, beta: 30, a: 1, r: 1, s: 1}


def own_cosine(at: Expr) -> Expr:
    """Return x·y = cos²θ cos φ + sin²θ of a pair with (A8), at cos φ."""
    return a**2 * at + 1 - a**2


def squared_length(at: Expr) -> Expr:
    """Return |P_B x|² = cos²θ cos²φ + sin²θ."""
    return a**2 * at**2 + 1 - a**2


def printed(at: Expr) -> PrintedLoss:
    """Return the function J̄ of Lemma 14, with cos θ in the second slot, at cos φ."""
    at = sp.sympify(at)
    return functions.loss(own_cosine(at), a, sqrt(squared_length(at)))


def mended(at: Expr) -> PrintedLoss:
    """Return one direction of the loss of a pair with (A8), with cos θ cos φ in the second slot, at cos φ."""
    at = sp.sympify(at)
    return functions.loss(own_cosine(at), a * at, sqrt(squared_length(at)))


def lengths(of: PrintedLoss) -> Expr:
    """Return the length M̃ of a J̃."""
    _, _, lean, t, concentration, _ = of.args
    return tilt(concentration, beta, lean, t)


@claim(
    id="paper.lem.14",
    title="Lemma 14: the printed function falls as the angle closes",
    relation="as_reported",
    source="Lemma 14, for θ < π/2",
    domain=Domain(*SCALARS, *LEAN, *ANGLES, reach=REACH_14),
    statement=gt(printed(r), printed(s)),
)
def falls(this: Claim):
    """J̄(r) > J̄(s) for 0 ≤ r < s ≤ 1 and cos θ > 0: but J̄ is not the loss of a pair (`paper.thm.4.limit`).

    With p < q the two lengths, log M(q) − log M(p) < q − p = β² cos²θ (s² − r²)/(p + q), and p + q ≥ β(r + s).
    """
    d = Under(this.domain)
    p_, q_ = (lengths(printed(at)) for at in (r, s))
    step = _apart(p_, q_, d)
    values = [trusted.definition(printed(at), d) for at in (r, s)]
    return d.show(this.statement, functions.grows_less(p_, q_, d), step, *values)


T, V, U = sp.symbols("T V U", positive=True)


@cache
def _share() -> Fact:
    """Return VU/T ≤ V for T ≥ U."""
    d = Domain(T, V, U, T >= U)
    return combination(le(V * U / T, V), d, [(V / T, hypothesis(T >= U, d))])


def _apart(first: Expr, second: Expr, d: Domain) -> Fact:
    """Return q − p ≤ β cos²θ (s − r) from q² − p² = β² cos²θ (s² − r²), p ≥ βr and q ≥ βs."""
    total, price, floor = first + second, beta * a**2 * (s - r), beta * (s + r)
    floors = [arithmetic(ge(x_, beta * at), d) for x_, at in ((first, r), (second, s))]
    above = combination(ge(total, floor), d, [(sp.S.One, fact) for fact in floors])
    positive = arithmetic(gt(total, 0), d, [above])
    step = specialise(_share(), {T: total, V: price, U: floor}, d, given=[above, positive])
    same = identity(eq(second - first, price * floor / total), d, given=[positive])
    return chain(same, step)


@claim(
    id="paper.lem.14.right_angle",
    title="Lemma 14 at a right angle with the centre: the printed function is constant",
    relation="corrected",
    source="Lemma 14, which says strictly decreasing for θ = π/2, too",
    domain=Domain(*SCALARS, *ANGLES, reach=REACH_14),
    statement=eq(printed(r).xreplace({a: sp.S.Zero}), printed(s).xreplace({a: sp.S.Zero})),
)
def constant(this: Claim):
    """At θ = π/2 the derivative (379) has the factor cos²θ = 0: J̄ does not depend on φ and is not strictly decreasing.

    Theorem 4 has θ in the open interval (0, π/2), so that nothing rests on it.
    """
    d = Under(this.domain)
    return d.show(this.statement, *[trusted.definition(side, d) for side in this.statement.args])


@claim(
    id="paper.thm.4.a9",
    title="The loss of a pair with (A8) falls as the angle of the hyperplanes falls",
    relation="false_as_reported",
    source="Theorem 4, condition (A9), for the mended limit `paper.thm.4.value`",
    domain=Domain(
        h, h >= 3, kappa, beta, *ACUTE, r, s, gt(r, 0), gt(s, r), lt(s, 1), reach={h: 6, kappa: 20, beta: 20}
    ),
    statement=le(*(2 * mended(at).xreplace({nu: functions.HALF * (h - 1) - 1}) for at in (s, r))),
)
def gap_is_least(this: Claim):
    """It can rise: h = 512, κ = 100, τ = 1/100 and cos θ = 0.0872 (85°), from φ = 80° to φ = 60°.

    A pair that leans little towards its centres gains little in x·y where the hyperplanes close, and its partition
    functions grow (`paper.thm.4.a9.fails`).
    """
    point = {h: 512, kappa: 100, beta: 100, a: Fraction(872, 10000), r: Fraction(1736, 10000), s: Fraction(1, 2)}
    return counterexample(this.statement, this.domain, point)


#: ν + 1 + √((ν+1)² + (κ+β)²): 1/a_ν(z) is at most this for z ≤ κ + β.
STEEP = nu + 1 + sqrt((nu + 1) ** 2 + (kappa + beta) ** 2)


@claim(
    id="paper.thm.4.a9.fails",
    title="Condition (A9) fails for every choice of the parameters, at pairs that lean little",
    relation="corrected",
    source="Theorem 4, condition (A9), for the mended limit `paper.thm.4.value`",
    domain=Domain(*SCALARS, nu > -functions.HALF, *LEAN, *ANGLES, le(a * STEEP, kappa), reach=REACH_14),
    statement=lt(mended(r), mended(s)),
)
def least_angle_fails(this: Claim):
    """Where cos θ (ν+1+√((ν+1)²+(κ+β)²)) ≤ κ, the loss of a pair with (A8) rises strictly in cos φ on all of [0, 1].

    With p < q the lengths at r < s, log M(q) − log M(p) > a_ν(q)(q² − p²)/2 ≥ a_ν(q) κβ cos θ (s − r), while the price
    of the cosine is β cos²θ (s − r); and a_ν(q) ≥ 1/(ν+1+√((ν+1)²+q²)), q ≤ κ + β.
    """
    q_ = lengths(mended(s))
    steep = _steep_enough(q_, this.domain)
    return specialise(_rises_where_steep(), {}, this.domain, given=[steep])


#: That the slope of log M makes up for the price of the cosine.
MAKES_UP = ge(kappa * RatioOverArgument(nu, lengths(mended(s))), a)


@cache
def _rises_where_steep() -> Fact:
    """Return that the loss rises in cos φ where κ a_ν(q) ≥ cos θ."""
    d = Domain(*SCALARS, *LEAN, *ANGLES)
    p_, q_ = (lengths(mended(at)) for at in (r, s))
    known = [
        tangent(q_, p_, d, Gt),
        arithmetic(ge(q_**2 - p_**2, 2 * kappa * beta * a * (s - r)), d),
        steepness_positive(q_, d),
        *(trusted.definition(mended(at), d) for at in (r, s)),
    ]
    where = Domain(*d.symbols, *d.conditions, MAKES_UP)
    return arithmetic(lt(mended(r), mended(s)), where, known)


def _steep_enough(length: Expr, d: Domain) -> Fact:
    """Return κ a_ν(q) ≥ cos θ from a_ν(q) ≥ 1/(ν+1+√((ν+1)²+q²)), q ≤ κ + β, and the hypothesis."""
    small = Domain(*SCALARS, nu > -functions.HALF, *LEAN, *ANGLES)
    inside = [arithmetic(x_, small) for x_ in (ge(length, 0), le(length, kappa + beta))]
    bound = specialise(part(over_x_bounds.fact, at_zero_too(LOWER)), {R: length}, small, given=inside)
    g, order, lean, total = sp.symbols("g k l t", positive=True)
    at = sp.Symbol("q", nonnegative=True)
    given = (ge(g, 1 / (order + sqrt(order**2 + at**2))), le(at, total))
    scalars = Domain(g, order, total, at, *given)
    enough = arithmetic(ge(g * (order + sqrt(order**2 + total**2)), 1), scalars)
    values = {g: RatioOverArgument(nu, length), order: nu + 1, at: length, total: kappa + beta}
    least = specialise(enough, values, small, given=[bound, *inside, steepness_positive(length, small)])
    steep = Domain(g, lean, kappa, total, ge(g * total, 1), le(lean * total, kappa))
    product = arithmetic(ge(kappa * g, lean), steep)
    values = {g: RatioOverArgument(nu, length), lean: a, total: STEEP}
    known = [least, steepness_positive(length, small), hypothesis(a > 0, small)]
    return specialise(product, values, d, given=[*known, hypothesis(d.conditions[-1], d)])


CLAIMS = (
    value,
    limit,
    display,
    same_cosine,
    isometry,
    projections_agree,
    falls,
    constant,
    gap_is_least,
    least_angle_fails,
)
