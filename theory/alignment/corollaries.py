"""Corollary 2: on two hyperplanes an optimal pair is not perfectly aligned, and where it is after all.

The pair is that of Theorem 4: x = √(1−b²) p + b e_A in A and y = √(1−b²) p + b e_B in B, with one direction p in C. The
point of B nearest to x is y* = P_B x/|P_B x|, with P_B x = √(1−b²) p + bρ e_B.
"""

from __future__ import annotations

import sympy as sp
from sympy import Eq, Symbol, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt

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
    h,
    in_A,
    in_B,
    inside,
    leaning,
    p,
    q,
    rho,
    square,
    z,
)
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, counterexample, identity, sign
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.hyperplanes import Projection
from modgap.theory.language.symbols import Dot, Norm
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums

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


LEAN = Domain(*HYPERPLANES, IN_C[0], *leaning(b), reach=REACH)
WHERE = Eq(Dot(PROJECTED, z), Dot(sqrt(1 - b**2) * p + b * rho * E_B, z), evaluate=False)
LENGTH = Eq(square(PROJECTED), LEFT_OF_X, evaluate=False)


@claim(
    id="cor.2.projection",
    title="The projection of an embedding on the other hyperplane",
    relation="as_reported",
    source="Corollary 2, its proof",
    domain=Domain(*LEAN.symbols, *LEAN.vectors, free_vector(z, h), *LEAN.conditions, reach=REACH),
    statement=sp.And(WHERE, LENGTH, evaluate=False),
)
def projection(this: Claim):
    """P_B x = √(1−b²) p + bρ e_B, told by its inner products with all z, and |P_B x|² = 1 − b² sin²φ.

    So P_B x is zero only where |b| = 1 and φ = π/2.
    """
    return both(*(identity(equation, this.domain, InnerProducts()) for equation in (WHERE, LENGTH)))


# --- the corollary ---------------------------------------------------------------------------------------------------

BETWEEN = Domain(*HYPERPLANES, IN_C[0], *inside(b), Gt(b**2, 0), reach=REACH)


def projected_positive(domain: Domain) -> Fact:
    """|P_B x|² > 0 for |b| < 1."""
    positive = arithmetic(Gt(LEFT_OF_X, 0, evaluate=False), domain)
    return substitute(positive, flip(projected_square(domain)))


def cosine_with_nearest(domain: Domain, given: Fact) -> Fact:
    """x·y* = |P_B x|."""
    return identity(Eq(Dot(X, NEAREST), Norm(PROJECTED), evaluate=False), domain, InnerProducts(), [given])


@claim(
    id="cor.2",
    title="Corollary 2: optimal pairs are not perfectly aligned",
    relation="corrected",
    source="Corollary 2",
    domain=BETWEEN,
    statement=Gt(Dot(X, NEAREST), Dot(X, Y), evaluate=False),
)
def corollary(this: Claim):
    """For φ in (0, π/2], ρ = cos φ, and 0 < |b| < 1, y* = P_B x/|P_B x| is nearer to x than its own partner y is.

    x·y* = |P_B x| = √(1 − b²(1−ρ²)) and x·y = 1 − b²(1−ρ); the difference of their squares is b²(1−b²)(1−ρ)². The
    point y* lies in the support of the population law of y; a finite sample need not hold a point nearer than y.
    """
    domain = this.domain
    length = substitute(trusted.definition(Norm(PROJECTED), domain), projected_square(domain))
    nearest = chain(cosine_with_nearest(domain, projected_positive(domain)), length)
    own = by_inner_products(Dot(X, Y), 1 - b**2 * (1 - rho), domain)
    larger = arithmetic(Gt(nearest.statement.rhs, own.statement.rhs, evaluate=False), domain)
    return substitute(larger, flip(nearest), flip(own))


@claim(
    id="cor.2.nearest",
    title="The nearest point of the other hyperplane",
    relation="as_reported",
    source="Corollary 2, its proof",
    domain=Domain(*HYPERPLANES, *IN_C, *inside(b), *leaning(c), reach=REACH),
    statement=Le(Dot(X, ANY), Dot(X, NEAREST), evaluate=False),
)
def nearest_point(this: Claim):
    """No unit vector √(1−c²) q + c e_B of B is nearer to x than y* = P_B x/|P_B x|, by Cauchy–Schwarz."""
    domain = this.domain
    left_over = PROJECTED - Dot(PROJECTED, ANY) * ANY
    positive = sign(Ge(square(left_over), 0, evaluate=False), domain)
    schwarz = Le(Dot(X, ANY) ** 2, square(PROJECTED), evaluate=False)
    root = trusted_sums.root_at_least(combination(schwarz, domain, [(1, positive)], by=InnerProducts()))
    length = trusted.definition(Norm(PROJECTED), domain)
    return chain(root, flip(length), flip(cosine_with_nearest(domain, projected_positive(domain))))


# --- its exceptions --------------------------------------------------------------------------------------------------


@claim(
    id="cor.2.in_c",
    title="Exception to Corollary 2: pairs in C are perfectly aligned",
    relation="ours",
    source="Corollary 2, its exception b = 0",
    domain=Domain(*HYPERPLANES, *IN_C, *leaning(c), reach=REACH),
    statement=Le(Dot(X.subs(b, 0), ANY), Dot(X.subs(b, 0), Y.subs(b, 0)), evaluate=False),
)
def in_c(this: Claim):
    """At b = 0, x = y = p lies in C: no point of B is nearer to x, the pair is perfectly aligned."""
    domain = this.domain
    positive = sign(Ge(square(p - ANY), 0, evaluate=False), domain)
    return combination(this.statement, domain, [(sp.Rational(1, 2), positive)], by=InnerProducts())


@claim(
    id="cor.2.poles",
    title="Exception to Corollary 2: pairs orthogonal to C are perfectly aligned",
    relation="ours",
    source="Corollary 2, its exception |b| = 1",
    domain=Domain(*HYPERPLANES, IN_C[1], *leaning(c), k, Eq(k**2, 1), reach={**REACH, k: 1}),
    statement=Le(Dot(k * E_A, ANY), Dot(k * E_A, k * E_B), evaluate=False),
)
def poles(this: Claim):
    """At b = k = ±1, x = ±e_A and y = ±e_B: no point of B is nearer to x. At φ = π/2 all of them are equally near."""
    positive = sign(Ge(square(k * E_B - ANY), 0, evaluate=False), this.domain)
    return combination(this.statement, this.domain, [(rho / 2, positive)], by=InnerProducts())


RIGHT_ANGLE = Projection(k * E_A, -E_A)


@claim(
    id="cor.2.right_angle",
    title="Exception to Corollary 2: at a right angle there is no nearest point of e_A",
    relation="ours",
    source="Corollary 2, its exception φ = π/2 with u = 0",
    domain=Domain(h, h >= 3, unit_vector(E_A, h), k, Eq(k**2, 1), reach={**REACH, k: 1}),
    statement=Le(square(RIGHT_ANGLE), 0, evaluate=False),
)
def right_angle(this: Claim):
    """At φ = π/2 the normal of B is −e_A, and P_B x = 0 for x = ±e_A: the direction y* is undefined."""
    zero = by_inner_products(1 + square(RIGHT_ANGLE), sp.S.One, this.domain)
    return arithmetic(this.statement, this.domain, given=[zero])


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
    domain=Domain(*HYPERPLANES, IN_C[0], *leaning(b), Gt(b**2, 0), reach=REACH),
    statement=Gt(Dot(X, sqrt(1 - b**2) * p + b * rho * E_B), sqrt(LEFT_OF_X) * Dot(X, Y), evaluate=False),
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
    statement=Gt(square(PROJECTED), 0, evaluate=False),
)
def with_right_angle(this: Claim):
    """|b| = 1 and φ = π/2 must not come together: there P_B x = 0 and y* is undefined."""
    return counterexample(this.statement, this.domain, {**AT, rho: 0, b: 1})


CLAIMS = (projection, corollary, nearest_point, in_c, poles, right_angle, with_c, with_poles, with_right_angle)
