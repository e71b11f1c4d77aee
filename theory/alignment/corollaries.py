"""Corollary 2: on two hyperplanes an optimal pair is not perfectly aligned, and where it is after all.

The pair is that of Theorem 4: x = √(1−b²) p + b e_A in A and y = √(1−b²) p + b e_B in B, with one direction p in C. The
point of B nearest to x is y* = P_B x/|P_B x|, with P_B x = √(1−b²) p + bρ e_B.
"""

from __future__ import annotations

import sympy as sp
from sympy import Symbol, sqrt

from modgap.theory.alignment.pairs import (
    AXES,
    E_A,
    E_B,
    HYPERPLANES,
    IN_C,
    P_B,
    REACH,
    b,
    by_inner_products,
    in_A,
    in_B,
    inside,
    leaning,
    p,
    q,
    square,
    z,
)
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.hyperplanes import Projection
from modgap.theory.language.letters import h, rho
from modgap.theory.language.relations import all_of, eq, ge, gt, le
from modgap.theory.language.symbols import Dot, Norm
from modgap.theory.trusted import series as trusted
from modgap.theory.under import Under

c = Symbol("c", real=True)
k = Symbol("k", integer=True)

X, Y = in_A(p, b), in_B(p, b)
PROJECTED = P_B(X)
#: y*: the point of B nearest to x, where P_B x is not zero.
NEAREST = PROJECTED / Norm(PROJECTED)
#: Any point of the sphere in B: the support of the population law of y.
ANY = in_B(q, c)
#: |P_B x|² = 1 − b²(1 − ρ²).
LEFT_OF_X = 1 - b**2 * (1 - rho**2)


def projected_square(domain: Domain) -> Fact:
    """|P_B x|² = 1 − b² sin²φ."""
    return by_inner_products(square(PROJECTED), LEFT_OF_X, domain)


LEAN = Under(*HYPERPLANES, IN_C[0], *leaning(b), reach=REACH)
WHERE = eq(Dot(PROJECTED, z), Dot(sqrt(1 - b**2) * p + b * rho * E_B, z))
LENGTH = eq(square(PROJECTED), LEFT_OF_X)


@claim(
    id="cor.2.projection",
    title="The projection of an embedding on the other hyperplane",
    relation="as_reported",
    source="Corollary 2, its proof",
    domain=LEAN.further(free_vector(z, h), reach=REACH),
    statement=all_of(WHERE, LENGTH),
)
def projection(this: Claim):
    """P_B x = √(1−b²) p + bρ e_B, told by its inner products with all z, and |P_B x|² = 1 − b² sin²φ.

    So P_B x is zero only where |b| = 1 and φ = π/2.
    """
    return both(*(identity(equation, this.domain, InnerProducts()) for equation in (WHERE, LENGTH)))


# --- the corollary ---------------------------------------------------------------------------------------------------

BETWEEN = Under(*HYPERPLANES, IN_C[0], *inside(b), gt(b**2, 0), reach=REACH)


def projected_positive(domain: Domain) -> Fact:
    """|P_B x|² > 0 for |b| < 1."""
    positive = Under(domain).show(gt(LEFT_OF_X, 0))
    return substitute(positive, flip(projected_square(domain)))


def cosine_with_nearest(domain: Domain, given: Fact) -> Fact:
    """x·y* = |P_B x|."""
    return Under(domain).equal(Dot(X, NEAREST), Norm(PROJECTED), InnerProducts(), [given])


@claim(
    id="cor.2",
    title="Corollary 2: off C and e_A the sphere of B has a point nearer to x than its partner in an optimal pair",
    relation="corrected",
    source="Corollary 2",
    domain=BETWEEN,
    statement=gt(Dot(X, NEAREST), Dot(X, Y)),
)
def corollary(this: Claim):
    """For φ in (0, π/2], ρ = cos φ, and 0 < |b| < 1, y* = P_B x/|P_B x| is nearer to x than its own partner y is.

    x·y* = |P_B x| = √(1 − b²(1−ρ²)) and x·y = 1 − b²(1−ρ); the difference of their squares is b²(1−b²)(1−ρ)². The
    point y* lies in the support of the population law of y; a finite sample need not hold a point nearer than y.
    """
    d = Under(this.domain)
    length = substitute(trusted.definition(Norm(PROJECTED), d), projected_square(d))
    nearest = chain(cosine_with_nearest(d, projected_positive(d)), length)
    own = by_inner_products(Dot(X, Y), 1 - b**2 * (1 - rho), d)
    larger = d.show(gt(nearest.statement.rhs, own.statement.rhs))
    return substitute(larger, flip(nearest), flip(own))


@claim(
    id="cor.2.nearest",
    title="The nearest point of the other hyperplane",
    relation="as_reported",
    source="Corollary 2, its proof",
    domain=Domain(*HYPERPLANES, *IN_C, *inside(b), *leaning(c), reach=REACH),
    statement=le(Dot(X, ANY), Dot(X, NEAREST)),
)
def nearest_point(this: Claim):
    """No unit vector √(1−c²) q + c e_B of B is nearer to x than y* = P_B x/|P_B x|, by Cauchy–Schwarz."""
    d = Under(this.domain)
    left_over = PROJECTED - Dot(PROJECTED, ANY) * ANY
    positive = d.sign(ge(square(left_over), 0))
    schwarz = d.combine(le(Dot(X, ANY) ** 2, square(PROJECTED)), (1, positive), by=InnerProducts())
    root = d.show(le(Dot(X, ANY), sqrt(square(PROJECTED))), schwarz)
    length = trusted.definition(Norm(PROJECTED), d)
    return chain(root, flip(length), flip(cosine_with_nearest(d, projected_positive(d))))


# --- its exceptions --------------------------------------------------------------------------------------------------


@claim(
    id="cor.2.in_c",
    title="Exception to Corollary 2: pairs in C are perfectly aligned",
    relation="ours",
    source="Corollary 2, its exception b = 0",
    domain=Domain(*HYPERPLANES, *IN_C, *leaning(c), reach=REACH),
    statement=le(Dot(X.subs(b, 0), ANY), Dot(X.subs(b, 0), Y.subs(b, 0))),
)
def in_c(this: Claim):
    """At b = 0, x = y = p lies in C: no point of B is nearer to x, the pair is perfectly aligned."""
    d = Under(this.domain)
    positive = d.sign(ge(square(p - ANY), 0))
    return d.combine(this.statement, (sp.Rational(1, 2), positive), by=InnerProducts())


@claim(
    id="cor.2.poles",
    title="Exception to Corollary 2: pairs orthogonal to C are perfectly aligned",
    relation="ours",
    source="Corollary 2, its exception |b| = 1",
    domain=Domain(*HYPERPLANES, IN_C[1], *leaning(c), k, eq(k**2, 1), reach={**REACH, k: 1}),
    statement=le(Dot(k * E_A, ANY), Dot(k * E_A, k * E_B)),
)
def poles(this: Claim):
    """At b = k = ±1, x = ±e_A and y = ±e_B: no point of B is nearer to x. At φ = π/2 all of them are equally near."""
    d = Under(this.domain)
    positive = d.sign(ge(square(k * E_B - ANY), 0))
    return d.combine(this.statement, (rho / 2, positive), by=InnerProducts())


RIGHT_ANGLE = Projection(k * E_A, -E_A)


@claim(
    id="cor.2.right_angle",
    title="Exception to Corollary 2: at a right angle there is no nearest point of e_A",
    relation="ours",
    source="Corollary 2, its exception φ = π/2 with u = 0",
    domain=Domain(h, h >= 3, unit_vector(E_A, h), k, eq(k**2, 1), reach={**REACH, k: 1}),
    statement=le(square(RIGHT_ANGLE), 0),
)
def right_angle(this: Claim):
    """At φ = π/2 the normal of B is −e_A, and P_B x = 0 for x = ±e_A: the direction y* is undefined."""
    zero = by_inner_products(1 + square(RIGHT_ANGLE), sp.S.One, this.domain)
    return Under(this.domain).show(this.statement, zero)


# --- what is false without a hypothesis ------------------------------------------------------------------------------

AT = {h: 3, **AXES}


@claim(
    id="cor.2.with_c",
    title="Corollary 2 with embeddings in C",
    relation="ours",
    source="Corollary 2, without its hypothesis that x is not in C",
    domain=Domain(*HYPERPLANES, IN_C[0], *inside(b), reach=REACH),
    statement=corollary.statement,
)
def with_c(this: Claim):
    """An x in C must be excluded: at b = 0 the nearest point of B is y itself."""
    return counterexample(this.statement, this.domain, {**AT, rho: 0.5, b: 0})


@claim(
    id="cor.2.with_poles",
    title="Corollary 2 with embeddings orthogonal to C",
    relation="ours",
    source="Corollary 2, without its hypothesis that x is not e_A or −e_A",
    domain=Domain(*HYPERPLANES, IN_C[0], *leaning(b), gt(b**2, 0), reach=REACH),
    statement=gt(Dot(X, sqrt(1 - b**2) * p + b * rho * E_B), sqrt(LEFT_OF_X) * Dot(X, Y)),
)
def with_poles(this: Claim):
    """x = ±e_A must be excluded: the inequality, multiplied by |P_B x| = √(1−b²(1−ρ²)), is an equality at |b| = 1.

    The multiplied form has a meaning at φ = π/2 too, where P_B x = 0.
    """
    return counterexample(this.statement, this.domain, {**AT, rho: 0.5, b: 1})


@claim(
    id="cor.2.with_right_angle",
    title="The projection on the other hyperplane has a direction",
    relation="ours",
    source="Corollary 2, with |b| = 1 and φ = π/2",
    domain=LEAN,
    statement=gt(square(PROJECTED), 0),
)
def with_right_angle(this: Claim):
    """|b| = 1 and φ = π/2 must not come together: there P_B x = 0 and y* is undefined."""
    return counterexample(this.statement, this.domain, {**AT, rho: 0, b: 1})


CLAIMS = (projection, corollary, nearest_point, in_c, poles, right_angle, with_c, with_poles, with_right_angle)
