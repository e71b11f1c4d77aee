"""Theorem 4: which pairs on two hyperplanes are optimal, given how far they lean towards their centres.

A and B are hyperplanes of R^h at an angle φ in (0, π/2], C = A ∩ B. No coordinates are chosen: e_A is the unit vector
of A orthogonal to C, n_A the unit normal of A on the side of e_B, and ρ = cos φ; then e_B = ρ e_A + √(1−ρ²) n_A is the
unit vector of B orthogonal to C, and n_B = ρ n_A − √(1−ρ²) e_A the unit normal of B. A unit vector of A is
x = √(1−a²) p + a e_A, one of B is y = √(1−b²) q + b e_B, with unit vectors p and q of C (`subspace.coordinates`).
"""

from __future__ import annotations

from functools import cache

import numpy as np
import sympy as sp
from sympy import Expr, Symbol, besseli, exp, log, sqrt

from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.engines.normal_forms import GammaProducts, InnerProducts
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain, free_vector, unit_vector, unit_vectors, vector_across
from modgap.theory.language.hyperplanes import AxisB, HyperplaneMGF, InA, InB, NormalB, PairLoss, Projection
from modgap.theory.language.letters import N, beta, h, i, j, kappa_x, kappa_y, nu, rho, x, y
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import Dot, LogScaledBessel, Norm, order_of
from modgap.theory.sphere import vmf
from modgap.theory.trusted import hyperplanes as trusted_hyperplanes
from modgap.theory.trusted import series as trusted
from modgap.theory.under import Under

a, b = sp.symbols("a b", real=True)
E_A, N_A, p, q, w, z = sp.symbols("e_A n_A p q w z")

E_B, N_B = AxisB(E_A, N_A, rho), NormalB(E_A, N_A, rho)

REACH = {h: 3, N: 4, beta: 20, kappa_x: 20, kappa_y: 20}
HYPERPLANES = (h, h >= 3, rho, rho < 1, unit_vector(E_A, h), vector_across(N_A, h, E_A))
IN_C = tuple(vector_across(direction, h, E_A, N_A) for direction in (p, q))


def leaning(number: Symbol) -> tuple:
    """Return the hypothesis −1 ≤ a ≤ 1 on the cosine of an embedding with its centre."""
    return (number, ge(number, -1), le(number, 1))


def inside(number: Symbol) -> tuple:
    """Return the hypothesis −1 < a < 1: the embedding has a direction in C."""
    return (number, gt(number, -1), lt(number, 1))


def in_A(direction: Expr, cosine: Expr) -> InA:
    """Return the unit vector of A with this direction in C and this cosine with e_A."""
    return InA(direction, cosine, E_A)


def in_B(direction: Expr, cosine: Expr) -> InB:
    """Return the unit vector of B with this direction in C and this cosine with e_B."""
    return InB(direction, cosine, E_B)


def P_C(vector: Expr) -> Projection:
    """Return the orthogonal projection on C."""
    return Projection(vector, E_A, N_A)


def P_B(vector: Expr) -> Projection:
    """Return the orthogonal projection on B."""
    return Projection(vector, N_B)


def by_inner_products(left: Expr, right: Expr, domain: Domain) -> Fact:
    """Show an equation by bilinearity and the declared inner products."""
    return Under(domain).equal(left, right, InnerProducts())


def square(vector: Expr) -> Dot:
    """Return |v|²."""
    return Dot(vector, vector)


# --- what is spoken of -----------------------------------------------------------------------------------------------

PAIRS = Under(
    h,
    N,
    unit_vectors(x, N, h),
    unit_vectors(y, N, h),
    i,
    i >= 1,
    i <= N,
    j,
    j >= 1,
    j <= N,
    reach={**REACH, i: 4, j: 4},
)

BY_DISTANCE = eq(square(x[i] - y[j]) - square(x[i] - y[i]), 2 * (Dot(x[i], y[i]) - Dot(x[i], y[j])))
COINCIDENT = le(Dot(x[i], x[j]), Dot(x[i], x[i]))


@claim(
    id="def.alignment",
    title="Perfect alignment",
    relation="ours",
    source="Section on pairwise alignment; Definition 8 is strict, and over the sample",
    domain=PAIRS,
    statement=all_of(BY_DISTANCE, COINCIDENT),
)
def alignment(this: Claim):
    """A pair is perfectly aligned if x_i·y_i ≥ x_i·y for every y that the other modality may hold, and so for y_i.

    Of a finite sample these y are y_1, …, y_N; of the population they are the support of the law of y. Since all are
    unit vectors, that says that no y is nearer to x_i than y_i is. Pairs with x_i = y_i are perfectly aligned.
    """
    d = Under(this.domain)
    nearer = identity(BY_DISTANCE, d, InnerProducts())
    positive = d.sign(ge(square(x[i] - x[j]), 0))
    own = d.combine(COINCIDENT, (sp.Rational(1, 2), positive), by=InnerProducts())
    return both(nearer, own)


WHOLE = eq(Dot(P_C(w) + Dot(w, E_A) * E_A, z), Dot(w, z))
SHARE = eq(square(P_C(w)), 1 - Dot(w, E_A) ** 2)


@claim(
    id="subspace.coordinates",
    title="Coordinates of a unit vector of a hyperplane",
    relation="as_reported",
    source="Theorem 4, its notation",
    domain=Domain(*HYPERPLANES, vector_across(w, h, N_A), free_vector(z, h), reach=REACH),
    statement=all_of(WHOLE, SHARE),
)
def coordinates(this: Claim):
    """A unit vector w of A is P_C w + a e_A with a = w·e_A and |P_C w|² = 1 − a²; the first holds against every z.

    With P_C w = √(1−a²) p this is the form in which the chapter writes unit vectors of A. Those of B are their images
    under the rotation of `cor.3`.
    """
    return both(*(identity(equation, this.domain, InnerProducts()) for equation in (WHOLE, SHARE)))


# --- the loss of a pair ----------------------------------------------------------------------------------------------

LAWS = ((E_A, kappa_x, N_A), (E_B, kappa_y, N_B))
GIVEN_BOTH = Under(*HYPERPLANES, *IN_C, beta, kappa_x, kappa_y, *leaning(a), *leaning(b), reach=REACH)
GIVEN_ONE = Under(*HYPERPLANES, *IN_C, beta, kappa_x, kappa_y, *leaning(a), reach=REACH)


def pair_loss(first: Expr, second: Expr) -> PairLoss:
    """Return the loss of a pair where x ∼ vMF(e_A, κ_x) on A and y ∼ vMF(e_B, κ_y) on B."""
    return PairLoss(h, beta, first, second, *LAWS)


@cache
def unit_normal(normal: Expr, domain: Domain) -> Fact:
    """|n|² = 1 for the normal of A or of B."""
    return by_inner_products(square(normal), sp.S.One, domain)


def length(vector: Expr, normal: Expr, squared: Expr, domain: Domain) -> Fact:
    """|v − (v·n) n| = √(what its square is)."""
    projected = Projection(vector, normal)
    defined = trusted.definition(Norm(projected), domain)
    return substitute(defined, by_inner_products(square(projected), squared, domain))


def lean_length(concentration: Expr, cosine: Expr) -> Expr:
    """Return β²(1−a²) + (κ + βρa)²: the square of the length of κ e_B + β P_B x, and of κ e_A + β P_A y."""
    return beta**2 * (1 - cosine**2) + (concentration + beta * rho * cosine) ** 2


def partition(vector: Expr, normal: Expr, squared: Expr, domain: Domain) -> Fact:
    """∫ e^{v·x} dx over the great sphere of a hyperplane depends on the length of the projection of v alone."""
    integral = trusted_hyperplanes.great_sphere(h, vector, unit_normal(normal, domain))
    return substitute(integral, length(vector, normal, squared, domain))


def unfolded(loss: PairLoss, domain: Domain) -> Fact:
    """The loss of a pair with its two partition functions written as quotients of integrals."""
    defined = trusted.definition(loss, domain)
    quotients = sorted(defined.statement.rhs.atoms(HyperplaneMGF), key=sp.default_sort_key)
    return substitute(defined, *(trusted.definition(quotient, domain) for quotient in quotients))


X, Y = in_A(p, a), in_B(q, b)
#: The y of the same b whose direction in C is that of x.
TURNED = in_B(p, b)


@claim(
    id="thm.4.directions",
    title="Theorem 4 without isometry: the directions in C agree",
    relation="ours",
    source="Theorem 4, without its hypothesis of intra-modal isometry",
    domain=GIVEN_BOTH,
    statement=eq(pair_loss(X, Y) - pair_loss(X, TURNED), beta * sqrt(1 - a**2) * sqrt(1 - b**2) * square(p - q)),
)
def directions(this: Claim):
    """Given a = x·c_x and b = y·c_y, the loss exceeds that at q = p by β√(1−a²)√(1−b²)|p−q|².

    So for |a|, |b| < 1 it is least if and only if the directions of P_C x and P_C y agree, whatever κ_x and κ_y are.
    The partition function of y depends on b alone, since |κ_x e_A + β P_A y|² does; what is left is −2β x·y.
    """
    difference = excess()
    return chain(difference, by_inner_products(difference.statement.rhs, this.statement.rhs, this.domain))


@cache
def excess() -> Fact:
    """ℓ(x, y) − ℓ(x, y*) = −2β(x·y − x·y*), where y* has the direction of x and the b of y."""
    domain = GIVEN_BOTH
    tilted = [kappa_x * E_A + beta * second for second in (Y, TURNED)]
    closed = [partition(v, N_A, lean_length(kappa_x, b), domain) for v in tilted]
    same = chain(closed[1], flip(closed[0]))
    losses = unfolded(pair_loss(X, Y), domain), substitute(unfolded(pair_loss(X, TURNED), domain), same)
    return rewrite(pair_loss(X, Y) - pair_loss(X, TURNED), *losses, domain=domain)


#: The y of the same cosine with its centre, in general and with the direction of x.
Y_IMS, TURNED_IMS = in_B(q, a), in_B(p, a)


@claim(
    id="thm.4",
    title="Theorem 4: the projections on C agree",
    relation="as_reported",
    source="Theorem 4",
    domain=GIVEN_ONE,
    statement=eq(pair_loss(X, Y_IMS) - pair_loss(X, TURNED_IMS), beta * square(P_C(X) - P_C(Y_IMS))),
)
def theorem(this: Claim):
    """With centres e_A and e_B and x·c_x = y·c_y = a (intra-modal isometry) P_C x = P_C y is optimal, and nothing else.

    A pair's loss exceeds that of the y of the same a with P_C x = P_C y by exactly β|P_C x − P_C y|². So it is least if
    and only if the projections agree. Nothing is asked of κ_x and κ_y. At |a| = 1 both projections are zero.
    """
    general = Under(this.domain).use(directions, {b: a})
    return chain(general, by_inner_products(general.statement.rhs, this.statement.rhs, this.domain))


def logarithm(concentration: Expr, cosine: Expr) -> Expr:
    """Return f(a) = G(√(β²(1−a²) + (κ+βρa)²)) − G(κ), with G of the order (h−1)/2 − 1 of the hyperplanes."""
    order = order_of(h - 1)
    return LogScaledBessel(order, sqrt(lean_length(concentration, cosine))) - LogScaledBessel(order, concentration)


INSIDE = Under(*HYPERPLANES, *IN_C, beta, kappa_x, kappa_y, *inside(a), *inside(b), reach=REACH)


@claim(
    id="thm.4.loss",
    title="The loss of a pair on two hyperplanes",
    relation="corrected",
    source="Theorem 4, its proof",
    domain=INSIDE,
    statement=eq(
        pair_loss(X, Y),
        -2 * beta * (sqrt(1 - a**2) * sqrt(1 - b**2) * Dot(p, q) + rho * a * b)
        + logarithm(kappa_y, a)
        + logarithm(kappa_x, b),
    ),
)
def loss_of_pair(this: Claim):
    """The loss of a pair in closed form: the two logarithms depend on a and on b alone."""
    domain = this.domain
    forward = log_partition(kappa_y, E_B, N_B, X, a, domain)
    backward = log_partition(kappa_x, E_A, N_A, Y, b, domain)
    cosine = by_inner_products(Dot(X, Y), sqrt(1 - a**2) * sqrt(1 - b**2) * Dot(p, q) + rho * a * b, domain)
    return substitute(trusted.definition(pair_loss(X, Y), domain), forward, backward, cosine)


@cache
def log_partition(kappa: Symbol, centre: Expr, normal: Expr, other: Expr, cosine: Expr, domain: Domain) -> Fact:
    """log E e^{β x·y'} = f(x·c_x), and the same with the roles exchanged: a generating function on a hyperplane."""
    d = Under(domain)
    tilted, squared = kappa * centre + beta * other, lean_length(kappa, cosine)
    squares = [beta**2 * (1 - cosine**2), (kappa + beta * rho * cosine) ** 2]
    longer = d.combine(gt(sp.expand(squared), 0), rests=squares)
    mgf = HyperplaneMGF(h, kappa, centre, beta * other, normal)
    integrals = [
        bessel_partition(tilted, normal, squared, d, longer),
        bessel_partition(kappa * centre, normal, kappa**2, d, d.sign(gt(kappa**2, 0))),
    ]
    quotient = rewrite(log(mgf), trusted.definition(mgf, d), *integrals, domain=d)
    values = {radius: sqrt(squared), concentration: kappa}
    return chain(quotient, d.use(log_quotient(), values, given=[longer]))


def bessel_partition(vector: Expr, normal: Expr, squared: Expr, domain: Domain, positive: Fact) -> Fact:
    """∫ e^{v·x} dx over the great sphere of a hyperplane in terms of a Bessel function, where Pv is not zero."""
    forms = chain(part(vmf.mgf.fact, vmf.MEAN_FORM), flip(part(vmf.mgf.fact, vmf.BESSEL_FORM)))
    values = {h: h - 1, vmf.z: sqrt(squared)}
    return substitute(partition(vector, normal, squared, domain), Under(domain).use(forms, values, given=[positive]))


radius, concentration = sp.symbols("r kappa", positive=True)


@cache
def log_quotient() -> Fact:
    """log of the quotient of two such integrals, at r and at κ, is G(r) − G(κ)."""
    d, order = Under(h, h >= 3, radius, concentration, reach=REACH), order_of(h - 1)
    scale = 2 * sp.pi ** ((h - 1) / 2) / sp.gamma((h - 1) / 2) * sp.gamma(order + 1)
    forms = [scale * (2 / z) ** order * besseli(order, z) for z in (radius, concentration)]
    difference = LogScaledBessel(order, radius) - LogScaledBessel(order, concentration)
    known = [d.use(bessel.positive, {nu: order, bessel.z: z}) for z in (radius, concentration)]
    quotient = eq(forms[0] / forms[1], exp(difference))
    turned = identity(quotient, d, GammaProducts(), given=known)
    value = d.equal(log(exp(difference)), difference, Logarithms(*known), given=known)
    return chain(rewrite(log(quotient.lhs), turned, domain=d, given=known), value)


# --- what is false without a hypothesis ------------------------------------------------------------------------------

AXES = {E_A: np.array([1.0, 0.0, 0.0]), N_A: np.array([0.0, 1.0, 0.0]), p: np.array([0.0, 0.0, 1.0])}
SIXTY_DEGREES = {h: 3, rho: 0.5, **AXES, q: AXES[p], beta: 2, kappa_x: 2, kappa_y: 2}


@claim(
    id="thm.4.norms",
    title="Without isometry the projections on C agree",
    relation="ours",
    source="Theorem 4, without its hypothesis of intra-modal isometry",
    domain=INSIDE,
    statement=eq(Norm(P_C(X)), Norm(P_C(TURNED))),
)
def norms(this: Claim):
    """Isometry cannot be dropped: where x·c_x ≠ y·c_y only the directions in C agree at the optimum, not the lengths.

    At a = 0.5 and b = 0.2 the projections have the lengths 0.866 and 0.980, whatever the directions are.
    """
    return counterexample(this.statement, this.domain, {**SIXTY_DEGREES, a: 0.5, b: 0.2})


@claim(
    id="thm.4.free",
    title="The optimal partner is isometric",
    relation="ours",
    source="Theorem 4, its hypothesis of intra-modal isometry taken for a conclusion",
    domain=GIVEN_BOTH,
    statement=ge(pair_loss(X, TURNED), pair_loss(X, TURNED_IMS)),
)
def free(this: Claim):
    """Isometry is a constraint, not a consequence: over all y of B the loss can be less at b ≠ a than at b = a."""
    return counterexample(this.statement, this.domain, {**SIXTY_DEGREES, a: 0.5, b: 0.2})


m = Symbol("m")
c, d = sp.symbols("c d", real=True)


def oblique_loss(second: Expr) -> PairLoss:
    """Return the loss of a pair whose x is of cosine a with the centre m, for both laws with that centre m in C."""
    first = sqrt(1 - a**2) * in_A(p, c) + a * m
    return PairLoss(h, beta, first, sqrt(1 - a**2) * second + a * m, (m, kappa_x, N_A), (m, kappa_y, N_B))


@claim(
    id="thm.4.oblique",
    title="Theorem 4 with centres in C",
    relation="ours",
    source="Theorem 4, without its hypothesis that the centres are orthogonal to C",
    domain=Domain(
        *(h, h >= 4, *HYPERPLANES[2:], vector_across(m, h, E_A, N_A), vector_across(p, h, E_A, N_A, m)),
        *(beta, kappa_x, kappa_y, *leaning(a), *leaning(c), *leaning(d)),
        reach=REACH,
    ),
    statement=ge(oblique_loss(in_B(p, d)), oblique_loss(in_B(p, c))),
)
def oblique(this: Claim):
    """The centres must be orthogonal to C: with both at a point m of C, a y of the same y·c_y = x·c_x can do better.

    Here x = a m + √(1−a²)(√(1−c²) p + c e_A). The y with P_C y = P_C x has the coordinate c too; another one, d, which
    leans less towards e_B, has a lower loss.
    """
    axes = dict(zip((E_A, N_A, m, p), np.eye(4), strict=True))
    point = {h: 4, rho: 0.5, beta: 2, kappa_x: 2, kappa_y: 2, a: 0.5, c: 0.7, d: 0.55}
    return counterexample(this.statement, this.domain, {**axes, **point})


CLAIMS = (alignment, coordinates, directions, theorem, loss_of_pair, norms, free, oblique)
