"""How to align optimal pairs after training: rotation (Corollary 3), projection on C (Corollary 4), translation.

The pairs are those of Theorem 4, x = √(1−a²) p + a e_A in A and y = √(1−a²) p + a e_B in B; for the projection also
pairs that are not isometric. The rotation R turns the plane of e_A and n_A by φ, from e_A to e_B and from n_A to n_B.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import sympy as sp
from sympy import Expr, Lambda, Symbol, sqrt

from modgap.theory.alignment.pairs import (
    AXES,
    E_A,
    E_B,
    HYPERPLANES,
    IN_C,
    N_A,
    N_B,
    P_C,
    REACH,
    a,
    b,
    by_inner_products,
    in_A,
    in_B,
    inside,
    leaning,
    p,
    q,
    square,
    w,
    z,
)
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import ratio_range
from modgap.theory.bessel.functions import z as argument
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain, free_vector, vectors_across
from modgap.theory.language.hyperplanes import LossOfPairs, OptimalPairsLoss, PlaneRotation
from modgap.theory.language.letters import N, beta, h, i, kappa, nu, rho, x
from modgap.theory.language.relations import all_of, eq, gt, le, lt
from modgap.theory.language.symbols import Dot, IvRatio, Norm, order_of
from modgap.theory.trusted import series as trusted
from modgap.theory.under import Under

m = Symbol("m", positive=True)
FREE = (free_vector(w, h), free_vector(z, h))
X, Y = in_A(p, a), in_B(p, a)


def inner_products(statement: sp.And, domain: Domain) -> Fact:
    """Show a conjunction of equations between inner products, one after the other."""
    return both(*(identity(equation, domain, InnerProducts()) for equation in statement.args))


def equations(*sides: tuple[Expr, Expr]) -> sp.And:
    """Return the conjunction of left = right."""
    return all_of(*(eq(left, right) for left, right in sides))


# --- Corollary 3: rotation -------------------------------------------------------------------------------------------


def R(vector: Expr) -> PlaneRotation:
    """Return the vector after the rotation that takes e_A to e_B."""
    return PlaneRotation(vector, E_A, N_A, rho)


@claim(
    id="cor.3",
    title="Corollary 3: a rotation aligns the optimal pairs",
    relation="narrower",
    source="Corollary 3",
    domain=Domain(*HYPERPLANES, IN_C[0], *leaning(a), *FREE, reach=REACH),
    statement=equations(
        (Dot(R(w), R(z)), Dot(w, z)),
        (Dot(R(E_A), z), Dot(E_B, z)),
        (Dot(R(p), z), Dot(p, z)),
        (Dot(R(w), N_B), Dot(w, N_A)),
        (Dot(R(X), z), Dot(Y, z)),
        (Dot(R(X), Y), sp.S.One),
    ),
)
def rotation(this: Claim):
    """R w = w + (w·e_A)(e_B − e_A) + (w·n_A)(n_B − n_A) keeps inner products, so it is a linear isometry.

    It takes e_A to e_B, fixes C, takes A to B (w·n_A = 0 puts w in A, R w·n_B = 0 puts R w in B), and takes x to y: the
    rotated pairs coincide, and so do the hyperplanes. Vectors are compared by their inner products with all z.
    """
    return inner_products(this.statement, this.domain)


ON_A = Under(*(HYPERPLANES), N, beta, vectors_across(x, N, h, N_A), reach=REACH)
STAY, TURN = Lambda(i, x[i]), Lambda(i, R(x[i]))


@claim(
    id="cor.3.loss",
    title="Rotation does not raise the loss",
    relation="ours",
    source="Corollary 3, read as a way to a lower loss",
    domain=ON_A,
    statement=le(LossOfPairs(TURN, TURN, beta, N), LossOfPairs(STAY, TURN, beta, N)),
)
def rotation_loss(this: Claim):
    """Alignment and loss are two things: rotating x onto y = R x makes pairs coincide and can raise the loss.

    Three pairs at cosines 1 and 0.95 from their centres, φ = 60°, β = 10: the loss goes from 1.2698 to 1.2748.
    """
    side = float(np.sqrt(1 - 0.95**2))
    points = np.array([[1, 0, 0], [0.95, 0, side], [0.95, 0, -side]])
    point = {h: 3, N: 3, rho: 0.5, beta: 10, E_A: AXES[E_A], N_A: AXES[N_A], x: points}
    return counterexample(this.statement, this.domain, point)


@claim(
    id="cor.3.loss.population",
    title="Rotation does not raise the population loss",
    relation="ours",
    source="Corollary 3, read as a way to a lower loss",
    domain=Domain(h, h >= 3, beta, kappa, rho, rho < 1, reach={**REACH, kappa: 20}),
    statement=le(OptimalPairsLoss(h, beta, kappa, 1), OptimalPairsLoss(h, beta, kappa, rho)),
)
def rotation_population_loss(this: Claim):
    """The same for the population: at h = 3, β = 5, κ = 20 and φ = 60° the loss goes from −0.4334 to −0.4255.

    Rotation turns ρ = cos φ into 1. The mean over a of the closed form of `thm.4.loss` is a one-dimensional integral.
    """
    return counterexample(this.statement, this.domain, {h: 3, beta: 5, kappa: 20, rho: 0.5})


# --- Corollary 4: shared space projection ----------------------------------------------------------------------------


def projected_cosine(first: Expr, second: Expr) -> Expr:
    """Return the cosine of two vectors once both are projected on C and renormalised."""
    return Dot(P_C(first) / Norm(P_C(first)), P_C(second) / Norm(P_C(second)))


ANY_PAIR = projected_cosine(X, in_B(q, b))
SAME_DIRECTION = projected_cosine(X, in_B(p, b))


@claim(
    id="cor.4",
    title="Corollary 4: shared space projection aligns the optimal pairs",
    relation="narrower",
    source="Corollary 4",
    domain=Domain(*HYPERPLANES, *IN_C, *inside(a), *inside(b), reach=REACH),
    statement=equations((ANY_PAIR, Dot(p, q)), (SAME_DIRECTION, sp.S.One)),
)
def shared_space(this: Claim):
    """After projection on C and renormalisation x·y is the cosine p·q of the directions in C: 1 for optimal pairs.

    Isometry is not needed: `thm.4.directions` gives q = p without it. Where |a| = 1 or |b| = 1 there is no direction.
    """
    domain = this.domain
    lengths = [(X, a), (in_B(q, b), b), (in_B(p, b), b)]
    given = [positive_length(vector, number, domain) for vector, number in lengths]
    return both(
        *(identity(equation, domain, InnerProducts(), given) for equation in this.statement.args), domain=domain
    )


def positive_length(vector: Expr, number: Symbol, domain: Domain) -> Fact:
    """|P_C x|² = 1 − a² > 0."""
    positive = Under(domain).combine(gt(1 - number**2, 0), rests=[1 - number**2])
    return substitute(positive, flip(by_inner_products(square(P_C(vector)), 1 - number**2, domain)))


@claim(
    id="cor.4.poles",
    title="Every embedding has a direction in C",
    relation="ours",
    source="Corollary 4, with embeddings orthogonal to C",
    domain=Domain(*HYPERPLANES, IN_C[0], *leaning(a), reach=REACH),
    statement=gt(Norm(P_C(X)), 0),
)
def shared_space_poles(this: Claim):
    """x = ±e_A must be excluded: its projection on C is zero and has no direction."""
    return counterexample(this.statement, this.domain, {h: 3, rho: 0.5, **AXES, a: 1})


# --- translation -----------------------------------------------------------------------------------------------------

#: A(κ), the mean resultant length of vMF(e_A, κ) on the great sphere of A, whose dimension is h − 1 (`vmf.mean`).
MEAN_LENGTH = IvRatio(order_of(h - 1), kappa)
BY_ANY = Under(*HYPERPLANES, IN_C[0], *leaning(a), m, m < 1, free_vector(z, h), reach=REACH)
BY_MEANS = Under(*HYPERPLANES, IN_C[0], *leaning(a), kappa, free_vector(z, h), reach={**REACH, kappa: 20})

#: x + μ_y − μ_x with the means μ_x = m e_A and μ_y = m e_B.
MOVED = X + m * E_B - m * E_A
TRANSLATED = MOVED / Norm(MOVED)
SQUARED = 1 + 2 * m * (1 - rho) * (m - a)


def with_means(expr: sp.Basic) -> sp.Basic:
    """Return what is said of any m in (0, 1), said of m = A(κ)."""
    return expr.xreplace({m: MEAN_LENGTH})


@cache
def at_means(fact: Fact, domain: Domain) -> Fact:
    """Use a fact on translation by m(e_B − e_A) at m = A(κ), since 0 < A(κ) < 1."""
    d = Under(domain)
    order = order_of(h - 1)
    values = {nu: order, argument: kappa}
    below = d.use(part(ratio_range.fact, lt(IvRatio(nu, argument), 1)), values)
    positive = [d.use(bessel.positive, {nu: n, argument: kappa}) for n in (order, order + 1)]
    return d.use(fact, {m: MEAN_LENGTH}, given=[below, *positive])


def moved_positive(domain: Domain) -> tuple[Fact, Fact]:
    """|x + μ_y − μ_x|² > 0: it is at least 1 − (1−ρ)/2, as m(1−m) ≤ 1/4; said of the vector and of its square."""
    positive = Under(domain).show(gt(sp.expand(SQUARED), 0))
    return positive, substitute(positive, by_inner_products(sp.expand(SQUARED), square(MOVED), domain))


SQUARE_OF_MOVED = (square(MOVED), SQUARED)
DIRECTION = (Dot(P_C(TRANSLATED), z), Dot(sqrt(1 - a**2) * p, z) / Norm(MOVED))
SHARE = (square(P_C(TRANSLATED)), (1 - a**2) / SQUARED)
TRANSLATION = equations(SQUARE_OF_MOVED, DIRECTION, SHARE)


@claim(
    id="translation",
    title="Translation by the difference of the means",
    relation="as_reported",
    source="The paper's comparison of methods, figure 5",
    domain=BY_MEANS,
    statement=with_means(TRANSLATION),
)
def translation(this: Claim):
    """x** = (x + μ_y − μ_x)/|x + μ_y − μ_x| keeps the direction of x in C and changes the length of its projection.

    With κ_x = κ_y = κ the means are A(κ) e_A and A(κ) e_B, and |P_C x**|² = (1−a²)/(1 + 2A(1−ρ)(A−a)), A = A(κ). This
    is |P_C y|² = 1 − a² if and only if P_C x = 0 or a = A(κ).
    """
    return at_means(translated(), this.domain)


@cache
def translated() -> Fact:
    """`translation` for any length m of the means."""
    given = moved_positive(BY_ANY)
    parts = (identity(equation, BY_ANY, InnerProducts(), given) for equation in TRANSLATION.args)
    return both(*parts, domain=BY_ANY)


BREAKS = gt((square(P_C(TRANSLATED)) - square(P_C(Y))) * (a - m), 0)
APART = (*inside(a), gt((a - m) ** 2, 0))


@claim(
    id="translation.breaks",
    title="Away from the mean cosine translation breaks the agreement of the projections on C",
    relation="as_reported",
    source="The paper's comparison of methods, figure 5",
    domain=Domain(
        *HYPERPLANES, IN_C[0], kappa, *(with_means(c) if c.is_Relational else c for c in APART), reach=BY_MEANS.reach
    ),
    statement=with_means(BREAKS),
)
def translation_breaks(this: Claim):
    """Where P_C x ≠ 0 and a ≠ A(κ), |P_C x**| ≠ |P_C y|: longer where a > A(κ), shorter where a < A(κ).

    So translation, unlike rotation and projection, does not make optimal pairs coincide.
    """
    d = Under(*HYPERPLANES, IN_C[0], m, m < 1, *APART, reach=REACH)
    given = moved_positive(d)
    share = d.equal(*SHARE, InnerProducts(), given)
    own = by_inner_products(square(P_C(Y)), 1 - a**2, d)
    closed = rewrite(BREAKS.lhs, share, own, domain=d, given=given)
    bound = d.show(gt(closed.statement.rhs, 0))
    return at_means(substitute(bound, flip(closed)), this.domain)


KEPT = eq(Dot(TRANSLATED.xreplace({a: m}), z), Dot(Y.xreplace({a: m}), z))


@claim(
    id="translation.kept",
    title="Translation aligns the pairs at the mean cosine",
    relation="ours",
    source="The paper's comparison of methods, figure 5, its exception",
    domain=BY_MEANS.without(a),
    statement=with_means(KEPT),
)
def translation_kept(this: Claim):
    """At a = A(κ) translation takes x to y exactly (told by inner products with all z): |x + μ_y − μ_x| = 1 there."""
    d = Under(BY_ANY.without(a))
    moved = MOVED.xreplace({a: m})
    length = substitute(trusted.definition(Norm(moved), d), by_inner_products(square(moved), sp.S.One, d))
    same = by_inner_products(Dot(moved, z), KEPT.rhs, d)
    positive = substitute(d.sign(gt(sp.S.One, 0)), flip(length))
    return at_means(chain(rewrite(KEPT.lhs, length, domain=d, given=[positive]), same), this.domain)


CLAIMS = (
    rotation,
    rotation_loss,
    rotation_population_loss,
    shared_space,
    shared_space_poles,
    translation,
    translation_breaks,
    translation_kept,
)
