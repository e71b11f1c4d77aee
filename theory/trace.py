"""The softmax trace inequality: (1/N) Σ_i e^{β x_i·y_i} / ((1/N) Σ_j e^{β x_i·y_j}) ≤ e^β/M_h(β).

The proof compares the partition function with Gaussian means. With g ∼ N(0, I/β) and T_a = e^{β a·g − β|a|²/2} one
has E[T_a T_b] = e^{β a·b}, so that the partition function of a query x is E[T_x F], F = (1/N) Σ_j T_{y_j}. Each query
is first pushed along its own key until its sum with the key has length 2; then Cauchy–Schwarz compares F with
R = E_{u∼σ} T_u, and the average over the keys is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import sympy as sp
from sympy import Eq, Expr, IndexedBase, Symbol, exp, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt

from theory import trusted, trusted_measure, trusted_sums, vmf
from theory.compose import chain, flip, part, specialise, substitute
from theory.domain import Domain, free_vector, unit_vector, unit_vectors
from theory.exponentials import ExponentialSums
from theory.facts import Fact
from theory.gaussian import G, Law, M, Tilt, U
from theory.language import Dot, Norm, SphereMGF
from theory.normal_forms import InnerProducts
from theory.rules import combination, identity, sign

h = Symbol("h", integer=True, positive=True)
N = Symbol("N", integer=True, positive=True)
beta = Symbol("beta", positive=True)
mu = Symbol("mu", positive=True)
i, j = sp.symbols("i j", integer=True)
x, y = IndexedBase("x"), IndexedBase("y")
a, b = sp.symbols("a b")

REACH = {h: 6, N: 10, beta: 200, mu: 3}
INDEX_I, INDEX_J = (i, Ge(i, 1), Le(i, N)), (j, Ge(j, 1), Le(j, N))
KEYS = Domain(h, N, beta, h >= 2, unit_vectors(y, N, h), reach=REACH)
SCALARS = Domain(h, beta, h >= 2, reach=REACH)
FORM = ExponentialSums()

GAUSS, SPHERE, SPHERE_M = Law(h, G, beta), Law(h, U), Law(h, M)
MGF = SphereMGF(h, beta)


def more(domain: Domain, *parts: object) -> Domain:
    """Return a domain with further variables and conditions."""
    return domain.union(Domain(*domain.symbols, *domain.vectors, *parts, reach=REACH))


def partition(v: Expr) -> Expr:
    """Return (1/N) Σ_j e^{β v·y_j}."""
    return sp.Sum(exp(beta * Dot(v, y[j])), (j, 1, N)) / N


def tilt(v: Expr) -> Tilt:
    """Return T_v(g)."""
    return Tilt(beta, v, G)


#: F and R as functions of g, and the function 𝒲_i = T_{y_i} R²/F that is averaged last.
F = sp.Sum(tilt(y[j]), (j, 1, N)) / N
R = SPHERE.mean(tilt(U))
W = tilt(y[i]) * R**2 / F


def ratio(v: Expr) -> Expr:
    """Return e^{β v·y_i} / ((1/N) Σ_j e^{β v·y_j})."""
    return exp(beta * Dot(v, y[i])) / partition(v)


# --- Gaussian and spherical moments ----------------------------------------------------------------------------------


@cache
def moment() -> Fact:
    """E[T_a T_b] = e^{β a·b} for all vectors a, b."""
    domain = more(SCALARS, free_vector(a, h), free_vector(b, h))
    pointwise = more(domain, free_vector(G, h))
    constant, rest = exp(-beta * (Dot(a, a) + Dot(b, b)) / 2), exp(beta * Dot(a + b, G))
    same = identity(Eq(tilt(a) * tilt(b), constant * rest, evaluate=False), pointwise, FORM)
    means = trusted_measure.mean_compares(GAUSS, same)
    out = trusted_measure.constant_factor(GAUSS, constant, rest, pointwise)
    laplace = trusted_measure.gaussian_laplace(GAUSS, a + b, domain)
    value = substitute(chain(means, out), laplace)
    closed = Eq(value.statement.rhs, exp(beta * Dot(a, b)), evaluate=False)
    return chain(value, identity(closed, domain, FORM))


@cache
def mgf_positive() -> Fact:
    """M_h(β) > 0."""
    series = chain(trusted.definition(MGF, SCALARS), trusted.hyper_series(h / 2, beta**2 / 4, SCALARS))
    indexed = more(SCALARS, trusted.K)
    terms = sign(Gt(series.statement.rhs.function, 0, evaluate=False), indexed)
    return substitute(trusted.sum_of_positive_terms(terms), flip(series))


@cache
def sphere_exponential() -> Fact:
    """E_{u∼σ} e^{β m·u} = M_h(β) for a unit vector m."""
    domain = more(SCALARS, unit_vector(M, h))
    pointwise = more(domain, unit_vector(U, h))
    left, right = exp(beta * Dot(M, U)), exp(Dot(beta * M, U))
    scaled = trusted_measure.mean_compares(SPHERE, identity(Eq(left, right, evaluate=False), pointwise, FORM))
    turned = trusted_measure.rotation(SPHERE, beta * M, domain)
    length = identity(Eq(Norm(beta * M), beta, evaluate=False), domain, InnerProducts())
    mean = part(vmf.mgf.fact, vmf.MEAN_FORM)
    return chain(scaled, substitute(turned, length), specialise(mean, {vmf.z: beta}, domain))


@cache
def sphere_positive() -> Fact:
    """R(g) > 0 for every g."""
    return trusted_measure.positive_mean(SPHERE, tilt(U), more(SCALARS, free_vector(G, h), unit_vector(U, h)))


@cache
def tilt_against_sphere() -> Fact:
    """E[T_m R] = M_h(β) for a unit vector m."""
    domain = more(SCALARS, unit_vector(M, h))
    with_u = more(domain, unit_vector(U, h))
    with_both = more(with_u, free_vector(G, h))
    inside = flip(trusted_measure.constant_factor(SPHERE, tilt(M), tilt(U), with_both))
    joint = trusted_measure.mean_compares(GAUSS, inside, given=[sphere_positive()])
    swapped = trusted_measure.tonelli(GAUSS, SPHERE, tilt(M) * tilt(U), with_both)
    moments = trusted_measure.mean_compares(SPHERE, specialise(moment(), {a: M, b: U}, with_u))
    return chain(joint, swapped, moments, sphere_exponential())


@cache
def sphere_square() -> Fact:
    """E[R²] = M_h(β)."""
    with_g = more(SCALARS, free_vector(G, h))
    with_both = more(with_g, unit_vector(M, h))
    positive = [sphere_positive()]
    inside = trusted_measure.constant_factor(SPHERE_M, R, tilt(M), with_both, positive)
    square = flip(substitute(inside, flip(trusted_measure.renamed(SPHERE, tilt(U), M, with_g))))
    joint = trusted_measure.mean_compares(GAUSS, square, positive)
    swapped = trusted_measure.tonelli(GAUSS, SPHERE_M, R * tilt(M), with_both, positive)
    means = trusted_measure.mean_compares(SPHERE_M, tilt_against_sphere(), [mgf_positive()])
    return chain(joint, swapped, means, trusted_measure.mean_of_constant(SPHERE_M, MGF, SCALARS))


# --- keys: Cauchy–Schwarz --------------------------------------------------------------------------------------------

#: The midpoint m of a pushed query x' and its key y_i, so that x' = 2m − y_i.
PUSHED = 2 * M - y[i]
KEY = more(KEYS, *INDEX_I)
KEY_AND_MIDPOINT = more(KEY, unit_vector(M, h))
AT_G = (free_vector(G, h),)


def positive(expr: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Show that an expression is positive."""
    return combination(Gt(expr, 0, evaluate=False), domain, [], [expr], FORM, given)


@cache
def tilts_positive() -> Fact:
    """Σ_j T_{y_j}(g) > 0 for every g."""
    return trusted_sums.sum_positive(positive(tilt(y[j]), more(KEYS, *INDEX_J, *AT_G)), j, N)


def scores_positive(v: Expr, domain: Domain) -> Fact:
    """Σ_j e^{β v·y_j} > 0."""
    return trusted_sums.sum_positive(positive(exp(beta * Dot(v, y[j])), more(domain, *INDEX_J)), j, N)


@cache
def tilt_against_keys() -> Fact:
    """E[T_{x'} F] = (1/N) Σ_j e^{β x'·y_j}: the Gaussian form of the partition function."""
    domain = KEY_AND_MIDPOINT
    with_g = more(domain, *AT_G)
    product = tilt(PUSHED) * tilt(y[j])
    inside = identity(Eq(tilt(PUSHED) * F, 1 / N * sp.Sum(product, (j, 1, N)), evaluate=False), with_g, FORM)
    products = trusted_sums.sum_positive(positive(product, more(with_g, *INDEX_J)), j, N)
    means = trusted_measure.mean_compares(GAUSS, inside, [products])
    out = trusted_measure.constant_factor(GAUSS, 1 / N, inside.statement.rhs * N, with_g, [products])
    summed = trusted_measure.mean_of_sum(GAUSS, product, j, N, more(with_g, *INDEX_J))
    moments = trusted_sums.sum_compares(specialise(moment(), {a: PUSHED, b: y[j]}, more(domain, *INDEX_J)), j, N)
    return substitute(chain(means, out), summed, moments)


@cache
def weight_bound() -> Fact:
    """E[T_{y_i} R²/F] ≤ N M_h(β): the mean is finite."""
    domain = more(KEY, *AT_G)
    given = [sphere_positive(), tilts_positive()]
    terms = positive(tilt(y[j]), more(domain, *INDEX_J))
    member = trusted_sums.term_at_most_sum(terms, j, i, N)
    factor = N * R**2 / (N * F)
    pointwise = combination(Le(W, N * R**2, evaluate=False), domain, [(factor, member)], by=FORM, given=given)
    means = trusted_measure.mean_compares(GAUSS, pointwise, given)
    out = trusted_measure.constant_factor(GAUSS, N, R**2, domain, given)
    return substitute(chain(means, out), sphere_square())


@cache
def key_bound() -> Fact:
    """e^{β x'·y_i} / ((1/N) Σ_j e^{β x'·y_j}) ≤ (e^β/M_h(β)) · E[T_{y_i} R²/F]/M_h(β), x' = 2m − y_i, for unit m.

    By Cauchy–Schwarz, since T_{x'} F · T_{y_i} R²/F = (e^{−β(1 − m·y_i)} T_m R)².
    """
    domain = KEY_AND_MIDPOINT
    with_g = more(domain, *AT_G)
    on_g = [sphere_positive(), tilts_positive()]
    overlap = exp(-beta * (1 - Dot(M, y[i])))
    root = overlap * tilt(M) * R
    product = identity(Eq(root**2, tilt(PUSHED) * F * W, evaluate=False), with_g, FORM, on_g)
    queries, weights = tilt_against_keys(), weight_bound()
    schwarz = trusted_measure.cauchy_schwarz(GAUSS, root, product, (queries, weights), on_g)
    out = trusted_measure.constant_factor(GAUSS, overlap, tilt(M) * R, with_g, on_g)
    bound = substitute(schwarz, substitute(out, tilt_against_sphere()), queries)
    weight = trusted_measure.positive_mean(GAUSS, W, with_g, weights, on_g)
    given = [scores_positive(PUSHED, domain), mgf_positive(), weight]
    statement = Le(
        exp(beta * Dot(PUSHED, y[i])) / partition(PUSHED), exp(beta) / MGF**2 * GAUSS.mean(W), evaluate=False
    )
    factor = exp(beta) / (MGF**2 * partition(PUSHED))
    return combination(statement, domain, [(factor, bound)], by=FORM, given=given)


# --- queries: pushed along their keys --------------------------------------------------------------------------------


def aligned(u: Expr, v: Expr, domain: Domain) -> Fact:
    """u·v ≤ 1 for unit vectors: 2(1 − u·v) = |u − v|²."""
    square = sign(Ge(Dot(u - v, u - v), 0, evaluate=False), domain)
    return combination(Le(Dot(u, v), 1, evaluate=False), domain, [(sp.Rational(1, 2), square)], by=FORM)


def push(queries: Domain) -> Fact:
    """e^{β x·y_i}/F(x) ≤ e^{β x'·y_i}/F(x') for x' = x_i + (μ − 1) y_i and μ ≥ 1, F the partition function."""
    domain = more(queries, *INDEX_I, mu, mu >= 1)
    terms = more(domain, *INDEX_J)
    pushed = x[i] + mu * y[i] - y[i]
    before, after = beta * Dot(x[i], y[j]), beta * Dot(pushed, y[j])
    exponents = Le(after, before + beta * (mu - 1), evaluate=False)
    bound = combination(exponents, terms, [(beta * (mu - 1), aligned(y[i], y[j], terms))], by=FORM)
    sums = trusted_sums.sum_compares(trusted_sums.exponential_increases(bound), j, N)
    given = [scores_positive(x[i], domain), scores_positive(pushed, domain)]
    statement = Le(ratio(x[i]), ratio(pushed), evaluate=False)
    factor = ratio(x[i]) / (N * partition(pushed))
    return combination(statement, domain, [(factor, sums)], by=FORM, given=given)


#: μ = 1 + λ: the root of |x_i + μ y_i| = 2 that is at least 1.
COSINE, LENGTH = Dot(x[i], y[i]), Dot(x[i], x[i])
ROOT = sqrt(COSINE**2 + 4 - LENGTH)
SHIFT = ROOT - COSINE
MIDPOINT = x[i] / 2 + SHIFT * y[i] / 2


def shift_exists(queries: Domain) -> tuple[Fact, ...]:
    """(x·y)² + 4 − |x|² > 0, 1 + x·y ≤ its root, hence μ ≥ 1 and μ > 0; and |(x + μy)/2| = 1."""
    domain = more(queries, *INDEX_I)
    in_ball = trusted_measure.in_ball(x, i, domain)
    below = combination(Gt(ROOT**2, 0, evaluate=False), domain, [(1, in_ball)], [COSINE**2, 3], FORM)
    square = sign(Ge(Dot(x[i] - y[i], x[i] - y[i]), 0, evaluate=False), domain)
    larger = Le((1 + COSINE) ** 2, ROOT**2, evaluate=False)
    root = trusted_sums.root_at_least(combination(larger, domain, [(1, square), (2, in_ball)], by=FORM))
    at_least = combination(Ge(SHIFT, 1, evaluate=False), domain, [(1, root)], by=FORM, given=[below])
    above = combination(Gt(SHIFT, 0, evaluate=False), domain, [(1, root)], [1], FORM, given=[below])
    unit = identity(Eq(Dot(MIDPOINT, MIDPOINT), 1, evaluate=False), domain, FORM, given=[below])
    return below, at_least, above, unit


# --- the theorem -----------------------------------------------------------------------------------------------------


def query_bound(queries: Domain) -> Fact:
    """e^{β x_i·y_i} / ((1/N) Σ_j e^{β x_i·y_j}) ≤ (e^β/M_h(β)²) E[T_{y_i} R²/F] for every i."""
    domain = more(queries, *INDEX_I)
    given = shift_exists(queries)
    pushed = specialise(push(queries), {mu: SHIFT}, domain, given)
    return chain(pushed, specialise(key_bound(), {M: MIDPOINT}, domain, given))


@cache
def weights_average() -> Fact:
    """Σ_i E[T_{y_i} R²/F] = N M_h(β): the average is exact."""
    on_g = more(KEYS, *AT_G)
    given = [sphere_positive(), tilts_positive()]
    summed = flip(trusted_measure.mean_of_sum(GAUSS, W, i, N, more(on_g, *INDEX_I), given))
    total = identity(Eq(sp.Sum(W, (i, 1, N)), N * R**2, evaluate=False), on_g, FORM, given)
    means = trusted_measure.mean_compares(GAUSS, total, given)
    out = trusted_measure.constant_factor(GAUSS, N, R**2, on_g, given)
    return substitute(chain(summed, means, out), sphere_square())


def trace_bound(queries: Domain, statement: sp.Basic) -> Fact:
    """(1/N) Σ_i e^{β x_i·y_i} / ((1/N) Σ_j e^{β x_i·y_j}) ≤ e^β/M_h(β)."""
    sums = trusted_sums.sum_compares(query_bound(queries), i, N)
    factor = exp(beta) / MGF**2
    out = trusted_sums.sum_linear([(factor, GAUSS.mean(W))], i, N, queries)
    total = substitute(substitute(sums, out), weights_average())
    return combination(statement, queries, [(1 / N, total)], given=[mgf_positive()])
