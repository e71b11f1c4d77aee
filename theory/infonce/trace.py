"""The softmax trace inequality: E[e^{β x·y} / E' e^{β x·y'}] ≤ e^β/M_h(β) for every coupling of queries x and keys y.

The proof compares the partition function with Gaussian means. With g ∼ N(0, I/β) and T_a = e^{β a·g − β|a|²/2} one
has E[T_a T_b] = e^{β a·b}, so that the partition function of a query x is E[T_x F], F = E' T_{y'}. Each query is first
pushed along its own key until their sum has length 2; then Cauchy–Schwarz compares F with R = E_{u∼σ} T_u, and the
average over the keys is exact. Where the inequality is strict, is said in `theory.infonce.equality`.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Expr, Symbol, exp, sqrt

from modgap.theory.engines.exponentials import ExponentialSums
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.compose import chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import X1, Y1, KeyEnergy, P, PairLaw, X, Y, declared_coupling, pair_of
from modgap.theory.language.domain import Domain, coupling, free_vector, unit_vector
from modgap.theory.language.letters import N, beta, h, i, j, z
from modgap.theory.language.means import G, Law, M, Tilt, U
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.symbols import Dot, Norm, SphereMGF
from modgap.theory.sphere import vmf
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.under import Under

mu = Symbol("mu", positive=True)
a, b = sp.symbols("a b")

REACH = {h: 6, N: 10, beta: 200, mu: 3}
INDEX_I, INDEX_J = (i, ge(i, 1), le(i, N)), (j, ge(j, 1), le(j, N))
SCALARS = Under(h, beta, h >= 2, reach=REACH)
#: Couplings of queries on the sphere, or in the unit ball, with keys on the sphere.
COUPLINGS = Under(h, beta, h >= 2, coupling(P, h), reach=REACH)
BALL_COUPLINGS = Under(h, beta, h >= 2, coupling(P, h, queries="ball"), reach=REACH)
FORM = ExponentialSums()

GAUSS, SPHERE, SPHERE_M = Law(h, G, beta), Law(h, U), Law(h, M)
PAIR, OTHER = PairLaw(h, P, (X, Y)), PairLaw(h, P, (X1, Y1))
MGF = SphereMGF(h, beta)


def with_pair(domain: Domain, law: PairLaw = PAIR) -> Under:
    """Return a domain with the variables of a pair, any of the coupling's space."""
    return Under(domain).further(*pair_of(declared_coupling(P, domain), law.variables))


def partition(v: Expr) -> Expr:
    """Return E' e^{β v·y'}, the partition function of v."""
    return OTHER.mean(exp(beta * Dot(v, Y1)))


def tilt(v: Expr) -> Tilt:
    """Return T_v(g)."""
    return Tilt(beta, v, G)


#: F and R as functions of g, and the function 𝒲 = T_y R²/F that is averaged last.
F = OTHER.mean(tilt(Y1))
R = SPHERE.mean(tilt(U))
W = tilt(Y) * R**2 / F


def ratio(v: Expr) -> Expr:
    """Return e^{β v·y} / E' e^{β v·y'}."""
    return exp(beta * Dot(v, Y)) / partition(v)


#: One direction of the loss: −E log(e^{β x·y} / E' e^{β x·y'}).
ONE_SIDED = -PAIR.mean(sp.log(ratio(X)))

# --- Gaussian and spherical moments ----------------------------------------------------------------------------------


@lemma
def moment() -> Fact:
    """E[T_a T_b] = e^{β a·b} for all vectors a, b."""
    d = Under(SCALARS.further(free_vector(a, h), free_vector(b, h)))
    pointwise = d.further(free_vector(G, h))
    constant, rest = exp(-beta * (Dot(a, a) + Dot(b, b)) / 2), exp(beta * Dot(a + b, G))
    same = pointwise.equal(tilt(a) * tilt(b), constant * rest, FORM)
    means = trusted_measure.mean_compares(GAUSS, same)
    out = trusted_measure.constant_factor(GAUSS, constant, rest, pointwise)
    laplace = trusted_measure.gaussian_laplace(GAUSS, a + b, d)
    value = substitute(chain(means, out), laplace)
    return chain(value, d.equal(value.statement.rhs, exp(beta * Dot(a, b)), FORM))


@lemma
def mgf_positive() -> Fact:
    """M_h(β) > 0."""
    series = chain(trusted.definition(MGF, SCALARS), trusted.hyper_series(h / 2, beta**2 / 4, SCALARS))
    indexed = Under(SCALARS.further(trusted.K))
    terms = indexed.sign(gt(series.statement.rhs.function, 0))
    return substitute(trusted.sum_of_positive_terms(terms), flip(series))


@lemma
def sphere_exponential() -> Fact:
    """E_{u∼σ} e^{β m·u} = M_h(β) for a unit vector m."""
    d = Under(SCALARS.further(unit_vector(M, h)))
    pointwise = d.further(unit_vector(U, h))
    left, right = exp(beta * Dot(M, U)), exp(Dot(beta * M, U))
    scaled = trusted_measure.mean_compares(SPHERE, pointwise.equal(left, right, FORM))
    turned = trusted_measure.rotation(SPHERE, beta * M, d)
    length = d.equal(Norm(beta * M), beta, InnerProducts())
    mean = part(vmf.mgf.fact, vmf.MEAN_FORM)
    return chain(scaled, substitute(turned, length), d.use(mean, {z: beta}))


@lemma
def sphere_positive() -> Fact:
    """R(g) > 0 for every g."""
    return trusted_measure.positive_mean(SPHERE, tilt(U), SCALARS.further(free_vector(G, h), unit_vector(U, h)))


@lemma
def tilt_against_sphere() -> Fact:
    """E[T_m R] = M_h(β) for a unit vector m."""
    domain = SCALARS.further(unit_vector(M, h))
    with_u = Under(domain.further(unit_vector(U, h)))
    with_both = with_u.further(free_vector(G, h))
    inside = flip(trusted_measure.constant_factor(SPHERE, tilt(M), tilt(U), with_both))
    joint = trusted_measure.mean_compares(GAUSS, inside, given=[sphere_positive()])
    swapped = trusted_measure.tonelli(GAUSS, SPHERE, tilt(M) * tilt(U), with_both)
    moments = trusted_measure.mean_compares(SPHERE, with_u.use(moment(), {a: M, b: U}))
    return chain(joint, swapped, moments, sphere_exponential())


@lemma
def sphere_square() -> Fact:
    """E[R²] = M_h(β)."""
    with_g = SCALARS.further(free_vector(G, h))
    with_both = with_g.further(unit_vector(M, h))
    positive = [sphere_positive()]
    inside = trusted_measure.constant_factor(SPHERE_M, R, tilt(M), with_both, positive)
    square = flip(substitute(inside, flip(trusted_measure.renamed(SPHERE, tilt(U), SPHERE_M, with_g))))
    joint = trusted_measure.mean_compares(GAUSS, square, positive)
    swapped = trusted_measure.tonelli(GAUSS, SPHERE_M, R * tilt(M), with_both, positive)
    means = trusted_measure.mean_compares(SPHERE_M, tilt_against_sphere(), [mgf_positive()])
    return chain(joint, swapped, means, trusted_measure.mean_of_constant(SPHERE_M, MGF, SCALARS))


# --- keys: Cauchy–Schwarz --------------------------------------------------------------------------------------------

#: The midpoint m of a pushed query x' and its key y, so that x' = 2m − y.
PUSHED = 2 * M - Y
AT_G = (free_vector(G, h),)
KEY = (unit_vector(Y, h),)


def positive(expr: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Show that an expression is positive."""
    return Under(domain).combine(gt(expr, 0), rests=[expr], by=FORM, given=given)


@lemma
def tilts_positive(queries: Domain) -> Fact:
    """F(g) > 0 for every g."""
    return trusted_measure.positive_mean(OTHER, tilt(Y1), with_pair(queries.further(*AT_G), OTHER))


def scores_positive(v: Expr, domain: Domain) -> Fact:
    """E' e^{β v·y'} > 0."""
    return trusted_measure.positive_mean(OTHER, exp(beta * Dot(v, Y1)), with_pair(domain, OTHER))


@lemma
def tilt_against_keys(queries: Domain) -> Fact:
    """E[T_{x'} F] = E' e^{β x'·y'}: the Gaussian form of the partition function."""
    domain = queries.further(*KEY, unit_vector(M, h))
    with_other = with_pair(domain.further(*AT_G), OTHER)
    product = tilt(PUSHED) * tilt(Y1)
    inside = flip(trusted_measure.constant_factor(OTHER, tilt(PUSHED), tilt(Y1), with_other))
    means = trusted_measure.mean_compares(GAUSS, inside, [tilts_positive(queries)])
    swapped = trusted_measure.tonelli(GAUSS, OTHER, product, with_other)
    pairs = Under(with_pair(domain, OTHER)).use(moment(), {a: PUSHED, b: Y1})
    return chain(means, swapped, trusted_measure.mean_compares(OTHER, pairs))


@lemma
def weight_finite(queries: Domain) -> Fact:
    """E[T_y R²/F] is a real number, and positive."""
    given = [sphere_positive(), tilts_positive(queries)]
    return trusted_couplings.finite_by_growth(GAUSS, W, positive(W, queries.further(*KEY, *AT_G), given))


@lemma
def key_bound(queries: Domain) -> Fact:
    """e^{β x'·y} / E' e^{β x'·y'} ≤ (e^β/M_h(β)) · E[T_y R²/F]/M_h(β), x' = 2m − y, for unit m.

    Cauchy–Schwarz is asked that T_{x'} F · T_y R²/F = (e^{−β(1 − m·y)} T_m R)².
    """
    d = Under(queries.further(*KEY, unit_vector(M, h)))
    with_g = d.further(*AT_G)
    given = [sphere_positive(), tilts_positive(queries)]
    overlap = exp(-beta * (1 - Dot(M, Y)))
    root = overlap * tilt(M) * R
    product = with_g.equal(root**2, tilt(PUSHED) * F * W, FORM, given)
    finite = (tilt_against_keys(queries), weight_finite(queries))
    schwarz = trusted_measure.cauchy_schwarz(GAUSS, root, product, finite, given)
    out = trusted_measure.constant_factor(GAUSS, overlap, tilt(M) * R, with_g, given[:1])
    bound = substitute(schwarz, substitute(out, tilt_against_sphere()), tilt_against_keys(queries))
    known = [scores_positive(PUSHED, d), mgf_positive(), weight_finite(queries)]
    factor = exp(beta) / (MGF**2 * partition(PUSHED))
    return d.combine(le(ratio(PUSHED), exp(beta) / MGF**2 * GAUSS.mean(W)), (factor, bound), by=FORM, given=known)


#: Where the keys are not uniform: E e^{β y·y'} > M_h(β).
EXCESS = trusted_couplings.energy_excess(P, h, beta)
UNLIKE_UNIFORM = gt(EXCESS, 0)
LIKE_UNIFORM = le(EXCESS, 0)


# --- queries: pushed along their keys --------------------------------------------------------------------------------


def aligned(u: Expr, v: Expr, domain: Domain) -> Fact:
    """u·v ≤ 1 for unit vectors: 2(1 − u·v) = |u − v|²."""
    d = Under(domain)
    square = d.sign(ge(Dot(u - v, u - v), 0))
    return d.combine(le(Dot(u, v), 1), (sp.Rational(1, 2), square), by=FORM)


def push(queries: Domain) -> Fact:
    """e^{β x·y}/Z(x) ≤ e^{β x'·y}/Z(x') for x' = x + (μ − 1) y and μ ≥ 1, Z the partition function."""
    d = Under(with_pair(queries.further(mu, mu >= 1)))
    others = Under(with_pair(d, OTHER))
    pushed = X + mu * Y - Y
    before, after = beta * Dot(X, Y1), beta * Dot(pushed, Y1)
    bound = others.combine(le(after, before + beta * (mu - 1)), (beta * (mu - 1), aligned(Y, Y1, others)), by=FORM)
    larger = trusted_sums.exponential_increases(bound)
    means = trusted_measure.mean_compares(
        OTHER, chain(larger, others.equal(larger.statement.rhs, exp(beta * (mu - 1)) * exp(before), FORM))
    )
    out = trusted_measure.constant_factor(OTHER, exp(beta * (mu - 1)), exp(before), others)
    given = [scores_positive(X, d), scores_positive(pushed, d)]
    statement = le(ratio(X), ratio(pushed))
    return d.combine(statement, (ratio(X) / partition(pushed), chain(means, out)), by=FORM, given=given)


#: μ = 1 + λ: the root of |x + μ y| = 2 that is at least 1.
COSINE, LENGTH = Dot(X, Y), Dot(X, X)
ROOT = sqrt(COSINE**2 + 4 - LENGTH)
SHIFT = ROOT - COSINE
MIDPOINT = X / 2 + SHIFT * Y / 2


def shift_exists(queries: Domain) -> tuple[Fact, ...]:
    """(x·y)² + 4 − |x|² > 0, 1 + x·y ≤ its root, hence μ ≥ 1 and μ > 0; and |(x + μy)/2| = 1."""
    d = Under(with_pair(queries))
    in_ball = trusted_measure.in_ball(X, d)
    below = d.combine(gt(ROOT**2, 0), (1, in_ball), rests=[COSINE**2, 3], by=FORM)
    square = d.sign(ge(Dot(X - Y, X - Y), 0))
    squares = d.combine(le((1 + COSINE) ** 2, ROOT**2), (1, square), (2, in_ball), by=FORM)
    # 2√a(√a − b) = (√a − b)² + a − b², for b = 1 + x·y.
    rest = (ROOT - 1 - COSINE) ** 2 / (2 * ROOT)
    root = d.combine(le(1 + COSINE, ROOT), (1 / (2 * ROOT), squares), rests=[rest], by=FORM, given=[below])
    at_least = d.combine(ge(SHIFT, 1), (1, root), by=FORM, given=[below])
    above = d.combine(gt(SHIFT, 0), (1, root), rests=[1], by=FORM, given=[below])
    unit = d.equal(Dot(MIDPOINT, MIDPOINT), 1, FORM, given=[below])
    return below, at_least, above, unit


# --- the theorem -----------------------------------------------------------------------------------------------------


@lemma
def query_bound(queries: Domain) -> Fact:
    """e^{β x·y} / E' e^{β x·y'} ≤ (e^β/M_h(β)²) E[T_y R²/F]."""
    d, given = Under(with_pair(queries)), shift_exists(queries)
    pushed = d.use(push(queries), {mu: SHIFT}, given)
    return chain(pushed, d.use(key_bound(queries), {M: MIDPOINT}, given))


@lemma
def weights_average(queries: Domain) -> Fact:
    """E[E[T_y R²/F]] = M_h(β): the average over the keys is exact."""
    d = Under(with_pair(queries.further(*AT_G)))
    given = [sphere_positive(), tilts_positive(queries)]
    swapped = trusted_measure.tonelli(PAIR, GAUSS, W, d, given)
    grouped = d.equal(W, R**2 / F * tilt(Y), FORM, given)
    out = trusted_measure.constant_factor(PAIR, R**2 / F, tilt(Y), d, given)
    total = chain(trusted_measure.mean_compares(PAIR, grouped, given), out)
    total = substitute(total, trusted_measure.renamed(PAIR, tilt(Y), OTHER, queries.further(*AT_G)))
    cancelled = Under(queries.further(*AT_G)).equal(total.statement.rhs, R**2, FORM, given)
    inner = trusted_measure.mean_compares(GAUSS, chain(total, cancelled), given)
    return chain(swapped, inner, sphere_square())


def average(pointwise: Fact, scores: Fact, queries: Domain) -> Fact:
    """From f(x, y) ≤ (e^β/M_h(β)²) E[T_y R²/F] for every pair: E f ≤ e^β/M_h(β)."""
    domain, factor = with_pair(queries), exp(beta) / MGF**2
    means = trusted_measure.mean_compares(PAIR, pointwise, [scores])
    out = trusted_measure.constant_factor(PAIR, factor, GAUSS.mean(W), domain, [mgf_positive(), weight_finite(queries)])
    total = substitute(chain(means, out), weights_average(queries))
    statement = le(total.statement.lhs, exp(beta) / MGF)
    return Under(queries).combine(statement, (1, total), given=[mgf_positive()])


@lemma
def trace_bound(queries: Domain) -> Fact:
    """E[e^{β x·y} / E' e^{β x·y'}] ≤ e^β/M_h(β)."""
    return average(query_bound(queries), scores_positive(X, with_pair(queries)), queries)


# --- the energy of the keys ------------------------------------------------------------------------------------------


def average_of_tilts(queries: Domain, factor: Expr, means: Fact) -> Fact:
    """E[factor · F] as the mean over the keys of E[factor · T_y], which `means` gives."""
    domain, given = with_pair(queries.further(*AT_G)), [sphere_positive(), tilts_positive(queries)]
    out = trusted_measure.constant_factor(PAIR, factor, tilt(Y), domain, given)
    own = substitute(out, trusted_measure.renamed(PAIR, tilt(Y), OTHER, queries.further(*AT_G)))
    joint = trusted_measure.mean_compares(GAUSS, flip(own), given)
    swapped = trusted_measure.tonelli(GAUSS, PAIR, factor * tilt(Y), domain, given)
    return chain(joint, swapped, trusted_measure.mean_compares(PAIR, means, [mgf_positive()]))


def tilt_against_tilts(queries: Domain) -> Fact:
    """E[T_y F] = E' e^{β y·y'}."""
    pairs = with_pair(queries)
    others = with_pair(pairs.further(*AT_G), OTHER)
    inside = flip(trusted_measure.constant_factor(OTHER, tilt(Y), tilt(Y1), others))
    means = trusted_measure.mean_compares(GAUSS, inside, [tilts_positive(queries)])
    swapped = trusted_measure.tonelli(GAUSS, OTHER, tilt(Y) * tilt(Y1), others)
    moments = Under(with_pair(pairs, OTHER)).use(moment(), {a: Y, b: Y1})
    return chain(means, swapped, trusted_measure.mean_compares(OTHER, moments))


def squares_of_tilts(queries: Domain) -> tuple[Fact, Fact]:
    """E F² = E e^{β y·y'} and E F R = M_h(β)."""
    pairs = Under(with_pair(queries))
    unit = pairs.equal(Dot(Y, Y), 1, FORM)
    keys = average_of_tilts(queries, F, tilt_against_tilts(queries))
    mixed = average_of_tilts(queries, R, pairs.use(tilt_against_sphere(), {M: Y}, [unit]))
    return keys, chain(mixed, trusted_measure.mean_of_constant(PAIR, MGF, queries, [mgf_positive()]))


def energy_bound(queries: Domain) -> Fact:
    """E e^{β y·y'} ≥ M_h(β), for M_h(β)² = (E[F R])² ≤ E[F²] E[R²] by Cauchy–Schwarz."""
    given = [sphere_positive(), tilts_positive(queries)]
    keys, mixed = squares_of_tilts(queries)
    product = Under(queries.further(*AT_G)).equal((F * R) ** 2, F**2 * R**2, FORM, given)
    schwarz = trusted_measure.cauchy_schwarz(GAUSS, F * R, product, (keys, sphere_square()), given)
    bound = substitute(schwarz, mixed, keys, sphere_square())
    energy = trusted.definition(KeyEnergy(P, beta), queries)
    statement = ge(energy.statement.rhs - MGF, 0)
    return substitute(Under(queries).combine(statement, (1 / MGF, bound), given=[mgf_positive()]), flip(energy))
