"""Two hyperplanes as the print has them: Definition 5, Theorems S5 and S6, Lemmas 12 and 13.

A and B are given by their unit normals n_A and n_B, φ in (0, π/2) is the angle of these, C = A ∩ B. A vector of A lies
in C just where its inner product with n_B is zero, and P_B x = x − (x·n_B) n_B. No coordinates are chosen.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import sympy as sp
from sympy import Eq, Expr, log

from modgap.theory.alignment import pairs as alignment
from modgap.theory.alignment.pairs import E_A, E_B
from modgap.theory.cone.centres import P, Q, log_of_quotient
from modgap.theory.cone.lemmas import mean_form, positive_in_dimension
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, hypothesis, specialise, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language.domain import Domain, unit_vector, vector_across
from modgap.theory.language.hyperplanes import HyperplaneMGF, Projection
from modgap.theory.language.printed import PrintedLoss, tilt
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import Dot, Norm, SphereMGF, order_of
from modgap.theory.printed import functions
from modgap.theory.printed.functions import beta, kappa
from modgap.theory.sphere import vmf
from modgap.theory.trusted import hyperplanes as trusted_hyperplanes
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import R
from modgap.theory.under import Under

h = vmf.h
x, y, c, n = sp.symbols("x y c n")
N_A, N_B = sp.symbols("n_A n_B")
REACH = {h: 4, kappa: 20, beta: 20}
ORDER = order_of(h - 1)
FORM = InnerProducts()
#: cos φ, the angle of the normals.
COS = Dot(N_A, N_B)
HYPERPLANES = (h, h >= 3, unit_vector(N_A, h), unit_vector(N_B, h), gt(COS, 0), lt(COS, 1))


def P_A(vector: Expr) -> Projection:
    """Return the orthogonal projection on A."""
    return Projection(vector, N_A)


def P_B(vector: Expr) -> Projection:
    """Return the orthogonal projection on B."""
    return Projection(vector, N_B)


def square(vector: Expr) -> Dot:
    """Return |v|²."""
    return Dot(vector, vector)


def by_inner_products(left: Expr, right: Expr, domain: Domain, given: tuple[Fact, ...] = ()) -> Fact:
    """Show an equation by bilinearity and the declared inner products."""
    return identity(eq(left, right), domain, FORM, given)


def loss(own: Expr, lean: Expr, t: Expr, concentration: Expr = kappa) -> PrintedLoss:
    """Return J̃_ν̃(w₁, w₂, t; κ, β) of the order ν̃ = (h−1)/2 − 1 of the hyperplanes."""
    return PrintedLoss(ORDER, *map(sp.sympify, (own, lean, t)), concentration, beta)


# --- Theorem S5: one direction of the loss of any pair ---------------------------------------------------------------

GREAT_SPHERE = Domain(
    *(h, h >= 3, kappa, beta, unit_vector(n, h), vector_across(c, h, n), unit_vector(x, h), unit_vector(y, h)),
    reach=REACH,
)
LENGTH = tilt(kappa, beta, Dot(x, c), Norm(Projection(x, n)))
DIRECTION = -beta * Dot(x, y) + log(HyperplaneMGF(h, kappa, c, beta * x, n))


@claim(
    id="paper.thm.s5",
    title="Theorem S5: one direction of the loss under the subspace constraint",
    relation="as_reported",
    source="Theorem S5, equation (218)",
    domain=GREAT_SPHERE,
    statement=eq(DIRECTION, loss(Dot(x, y), Dot(x, c), Norm(Projection(x, n)))),
)
def one_direction(this: Claim):
    """−β x·y + log E e^{β x·y'} = J̃(x·y, x·c, |P x|; κ, ν̃) for y' ∼ vMF(c, κ) on the sphere of the hyperplane n^⊥.

    That the empirical direction less log N tends to the left side is Theorem S1. In (221) and (323) of the print the
    last slot is written |P_B x_i| and |P_B c_x| in turn; (218) is the one that holds.
    """
    d = Under(this.domain)
    logs = log_partition(kappa, c, x, n, d)
    return d.show(this.statement, logs, value_of(this.statement.rhs, length_of(kappa, c, x, n, d), d))


@cache
def length_of(concentration: Expr, centre: Expr, other: Expr, normal: Expr, d: Domain) -> tuple[Fact, ...]:
    """Return |κc + βPx|² ≥ 0, its root M̃ ≥ 0, M_{h−1}(M̃) > 0, and |P(κc + βx)| = M̃."""
    size = tilt(concentration, beta, Dot(other, centre), Norm(Projection(other, normal)))
    projected = Projection(concentration * centre + beta * other, normal)
    sum_of_squares = sign(ge(square(projected), 0), d)
    real = combination(ge(size**2, 0), d, [(sp.S.One, sum_of_squares)], by=FORM)
    length = arithmetic(ge(size, 0), d, [real])
    mgf = specialise(positive_in_dimension(), {h: h - 1, R: size}, d, given=[real, length])
    return real, length, mgf, identity(eq(Norm(projected), size), d, FORM, given=[real])


def value_of(symbol: PrintedLoss, lengths: tuple[Fact, ...], d: Domain) -> Fact:
    """Return what a J̃ is, where its length is known to be real."""
    real, _, mgf, _ = lengths
    return trusted.definition(symbol, d, given=[real, mgf])


@cache
def log_partition(concentration: Expr, centre: Expr, other: Expr, normal: Expr, d: Domain) -> Fact:
    """Return log E e^{β x·y'} = log M_{h−1}(M̃) − log M_{h−1}(κ) for y' ∼ vMF(c, κ) on the sphere of n^⊥."""
    real, _, mgf, same = length_of(concentration, centre, other, normal, d)
    return log_partition_at(same, mgf, [real], (concentration, centre, other, normal), d)


def log_partition_at(same: Fact, mgf: Fact, real: list[Fact], role: tuple[Expr, Expr, Expr, Expr], d: Domain) -> Fact:
    """Return it at the length that |P(κc + βx)| equals, at which M_{h−1} is known to be positive."""
    concentration, centre, other, normal = role
    unit = by_inner_products(square(normal), sp.S.One, d)
    own = concentration * centre
    straight = by_inner_products(Norm(Projection(own, normal)), concentration, d)
    integrals = []
    for v, known in ((own + beta * other, same), (own, straight)):
        value = specialise(mean_form(), {h: h - 1, R: Norm(Projection(v, normal))}, d)
        integrals.append(substitute(trusted_hyperplanes.great_sphere(h, v, unit), value, known))
    expectation = HyperplaneMGF(h, concentration, centre, beta * other, normal)
    quotient = substitute(trusted.definition(expectation, d), *integrals)
    found = [mgf, specialise(positive_in_dimension(), {h: h - 1, R: concentration}, d)]
    ratio = eq(quotient.statement.rhs, mgf.statement.lhs / SphereMGF(h - 1, concentration))
    plain = identity(ratio, d, given=[*real, *found])
    values = dict(zip((P, Q), (f.statement.lhs for f in found), strict=True))
    logs = specialise(log_of_quotient(), values, d, [*real, *found])
    return substitute(logs, flip(plain), flip(quotient))


# --- Lemma 12 --------------------------------------------------------------------------------------------------------

IN_BOTH = Domain(*HYPERPLANES, vector_across(x, h, N_A), vector_across(y, h, N_B), reach=REACH)
OWN = Dot(x, y)
ACROSS_B, ACROSS_A = P_B(x), P_A(y)
BOUNDS = (le(OWN, Norm(ACROSS_B)), ge(OWN, -Norm(ACROSS_B)))


def _distance(k: int) -> Eq:
    """Return |P_B x ∓ |P_B x| y|² = 2|P_B x|(|P_B x| ∓ x·y)."""
    length = Norm(ACROSS_B)
    return eq(square(ACROSS_B - k * length * y), 2 * length * (length - k * OWN))


DISTANCES = (_distance(1), _distance(-1))


@claim(
    id="paper.lem.12",
    title="Lemma 12: the cosine of a pair is at most the length of the projection, and where it is equal",
    relation="as_reported",
    source="Lemma 12, conditions (C1) and (C2)",
    domain=IN_BOTH,
    statement=all_of(*BOUNDS, *DISTANCES),
)
def cosine_bound(this: Claim):
    """|x·y| ≤ |P_B x|, and |P_B x ∓ |P_B x| y|² = 2|P_B x|(|P_B x| ∓ x·y).

    So x·y = ±|P_B x| if and only if y = ±P_B x/|P_B x|: conditions (C1) and (C2); |P_B x| ≥ cos φ > 0 (`paper.eq.240`).
    """
    d = Under(this.domain)
    return both(*at_most_projection(x, y, N_B, d), *(_equation(e, d) for e in DISTANCES))


def _equation(equation: Eq, d: Domain) -> Fact:
    return identity(equation, d, FORM)


def at_most_projection(first: Expr, second: Expr, normal: Expr, d: Domain) -> list[Fact]:
    """Return x·y ≤ |P x| and x·y ≥ −|P x| for a unit y in n^⊥, P the projection on it: by Cauchy–Schwarz."""
    projected = Projection(first, normal)
    rest = projected - Dot(projected, second) * second
    positive = sign(ge(square(rest), 0), d)
    schwarz = le(Dot(first, second) ** 2, square(projected))
    known = [combination(schwarz, d, [(sp.S.One, positive)], by=FORM), trusted.definition(Norm(projected), d)]
    cosine, length = Dot(first, second), Norm(projected)
    relations = (le(cosine, length), ge(cosine, -length))
    return [arithmetic(relation, d, known) for relation in relations]


@claim(
    id="paper.lem.12.range",
    title="The projection on the other hyperplane is shorter than 1",
    relation="false_as_reported",
    source="Lemma 12, equations (282) and (283), used as (243)",
    domain=Domain(*HYPERPLANES, vector_across(x, h, N_A), reach=REACH),
    statement=lt(square(ACROSS_B), 1),
)
def range_of_length(this: Claim):
    """For x in C it is 1, as the print itself has it in (241): r(x) < 1 and |w| < 1 hold for x ∉ C only."""
    point = {h: 3, N_A: np.array([0.0, 0.0, 1.0]), N_B: np.array([4.0, 0.0, 3.0]), x: np.array([0.0, 1.0, 0.0])}
    return counterexample(this.statement, this.domain, point)


NOT_BELOW = ge(square(ACROSS_B), COS**2)
NOT_ABOVE = le(square(ACROSS_B), 1)
FROM_C = eq(1 - square(ACROSS_B), Dot(x, N_B) ** 2)


@claim(
    id="paper.eq.240",
    title="How long the projection on the other hyperplane is",
    relation="as_reported",
    source="equation (240), and the equality conditions after (241)",
    domain=Domain(*HYPERPLANES, vector_across(x, h, N_A), reach=REACH),
    statement=all_of(NOT_BELOW, NOT_ABOVE, FROM_C),
)
def length_range(this: Claim):
    """cos φ ≤ |P_B x| ≤ 1 for a unit x of A, and 1 − |P_B x|² = (x·n_B)²: it is 1 for x in C and nowhere else.

    n_B − cos φ n_A has the length sin φ, so that (x·n_B)² ≤ sin²φ, with equality just where x is along it: x ⟂ C.
    """
    d = Under(this.domain)
    return both(_long_enough(x, N_A, N_B, d), _short_enough(x, N_B, d), _equation(FROM_C, d))


def _long_enough(vector: Expr, own: Expr, other: Expr, d: Domain) -> Fact:
    """Return |P x|² ≥ cos²φ for a unit vector of one hyperplane, P the projection on the other."""
    axis = other - COS * own
    rest = (1 - COS**2) * vector - Dot(vector, other) * axis
    positive = sign(ge(square(rest), 0), d)
    sine = arithmetic(gt(1 - COS**2, 0), d)
    statement = ge(square(Projection(vector, other)), COS**2)
    return combination(statement, d, [(1 / (1 - COS**2), positive)], by=FORM, given=[sine])


def _short_enough(vector: Expr, other: Expr, d: Domain) -> Fact:
    squared = sign(ge(Dot(vector, other) ** 2, 0), d)
    statement = le(square(Projection(vector, other)), 1)
    return combination(statement, d, [(sp.S.One, squared)], by=FORM)


# --- Lemma 13 --------------------------------------------------------------------------------------------------------

#: P_B x − w y and P_A y − w x, w = x·y: both vanish just where the projections are collinear with the other vector.
LEFT_X, LEFT_Y = ACROSS_B - OWN * y, ACROSS_A - OWN * x
COLLINEAR = (
    eq(square(LEFT_X), 1 - Dot(x, N_B) ** 2 - OWN**2),
    eq(square(LEFT_Y), 1 - Dot(y, N_A) ** 2 - OWN**2),
    eq(Dot(x, N_B) * (COS**2 - OWN**2), OWN * Dot(LEFT_Y, N_B) - COS * Dot(LEFT_X, N_A)),
)


@claim(
    id="paper.lem.13",
    title="Lemma 13: where both projections are collinear with the other vector",
    relation="as_reported",
    source="Lemma 13, condition (C3)",
    domain=IN_BOTH,
    statement=all_of(*COLLINEAR),
)
def collinear(this: Claim):
    """P_B x = λ y and P_A y = μ x with λ, μ ≠ 0 if and only if x, y ⟂ C or x = ±y in C; then λ = μ = x·y.

    The factors can only be w = x·y. If both differences vanish, the third equation leaves x·n_B = 0, and then w² = 1
    by the first, so that x = ±y in C; or w² = cos²φ, and then (x·n_B)² = sin²φ, so that x, and likewise y, is
    orthogonal to C (`paper.eq.240`). Conversely each of these makes the first two right sides zero.
    """
    return both(*(_equation(e, this.domain) for e in COLLINEAR))


SIGNS = tuple(sp.symbols("k l", integer=True))


@claim(
    id="paper.lem.13.sign",
    title="Unit vectors of A and of B orthogonal to C have the cosine cos φ",
    relation="false_as_reported",
    source="Lemma 13, its last part: ⟨x, y⟩ = cos φ where x, y ⟂ C",
    domain=Domain(*alignment.HYPERPLANES, *SIGNS, *(eq(k**2, 1) for k in SIGNS), reach={h: 4}),
    statement=eq(Dot(SIGNS[0] * E_A, SIGNS[1] * E_B), alignment.rho),
)
def sign_of_cosine(this: Claim):
    """They are ±e_A and ±e_B and have ±cos φ: e_A and −e_B are both orthogonal to C, and −e_A·e_B = −cos φ.

    Under c_x·c_y > 0, as in Theorem 3, the sign is fixed and nothing is lost.
    """
    axes = {E_A: np.array([1.0, 0.0, 0.0]), alignment.N_A: np.array([0.0, 1.0, 0.0])}
    point = {h: 3, alignment.rho: 0.5, **axes, **dict(zip(SIGNS, (1, -1), strict=True))}
    return counterexample(this.statement, this.domain, point)


# --- Theorem S6 ------------------------------------------------------------------------------------------------------

c_x, c_y = sp.symbols("c_x c_y")
kappa_x, kappa_y = sp.symbols("kappa_x kappa_y", positive=True)
W = Dot(c_x, c_y)
T_X, T_Y = Norm(P_B(c_x)), Norm(P_A(c_y))
#: c_x in A and c_y in B with c_x·c_y > 0.
CENTRES = (
    *HYPERPLANES,
    *(kappa_x, kappa_y, beta, vector_across(c_x, h, N_A), vector_across(c_y, h, N_B), gt(W, 0)),
)
CENTRE_REACH = {h: 4, kappa_x: 20, kappa_y: 20, beta: 20}


def at_order(fact: Fact, point: dict[Expr, Expr], concentration: Expr, d: Domain, given: list[Fact]) -> Fact:
    """Use a fact on J̃ of every order at ν̃, at a concentration, and at values of its cosines and lengths."""
    return specialise(fact, {functions.nu: ORDER, functions.kappa: concentration, **point}, d, given=given)


@cache
def ranges(d: Domain) -> dict[str, Fact]:
    """Return where w = c_x·c_y, |P_B c_x| and |P_A c_y| lie: w ≤ each of them, and cos φ ≤ each of them ≤ 1."""
    out = {}
    for name, first, second, own, other in (("x", c_x, c_y, N_A, N_B), ("y", c_y, c_x, N_B, N_A)):
        length = Norm(Projection(first, other))
        defined = trusted.definition(length, d)
        squares = [_long_enough(first, own, other, d), _short_enough(first, other, d)]
        acute = hypothesis(gt(COS, 0), d)
        out[f"{name} above w"] = arithmetic(ge(length, W), d, [at_most_projection(first, second, other, d)[0]])
        out[f"{name} above cos"] = arithmetic(ge(length, COS), d, [*squares, defined, acute])
        out[f"{name} below 1"] = arithmetic(le(length, 1), d, [*squares, defined])
        out[f"{name} not negative"] = arithmetic(ge(length, 0), d, [defined])
    out["w not negative"] = arithmetic(ge(W, 0), d, [hypothesis(gt(W, 0), d)])
    out["w below 1"] = arithmetic(le(W, 1), d, [out["x above w"], out["x below 1"]])
    out["cos not negative"] = arithmetic(ge(COS, 0), d, [hypothesis(gt(COS, 0), d)])
    out["cos below 1"] = arithmetic(le(COS, 1), d)
    return out


@claim(
    id="paper.thm.s6",
    title="Theorem S6: one direction of the loss of the centres, from below",
    relation="as_reported",
    source="Theorem S6, equation (236)",
    domain=Domain(*CENTRES, reach=CENTRE_REACH),
    statement=le(loss(T_Y, T_Y, COS, kappa_y), loss(W, W, T_X, kappa_y)),
)
def one_direction_below(this: Claim):
    """Ĵ(|P_A c_y|, cos φ; κ_y) ≤ Ĵ(w, |P_B c_x|; κ_y), w = c_x·c_y: by Lemmas 10 and 5.

    Equality needs both, so that c_x ⟂ C and c_x = P_A c_y/|P_A c_y|: conditions (B4) and (B5). The right side depends
    on c_y and falls as c_y nears C (`paper.eq.212.bound`): it bounds the loss for each c_y, not for all of them.
    """
    d = Under(this.domain)
    known = ranges(d)
    u, w, s, t = functions.u, functions.w, functions.s, functions.t
    shorter = at_order(
        functions.not_falling(),
        {w: W, s: COS, t: T_X},
        kappa_y,
        d,
        [known["w not negative"], known["cos not negative"], known["x above cos"]],
    )
    nearer = at_order(
        functions.not_rising(),
        {u: W, w: T_Y, s: COS},
        kappa_y,
        d,
        [known[k] for k in ("w not negative", "y above w", "y below 1", "cos not negative", "cos below 1")],
    )
    return chain(nearer, shorter)


CLAIMS = (
    one_direction,
    cosine_bound,
    range_of_length,
    length_range,
    collinear,
    sign_of_cosine,
    one_direction_below,
)
