"""The softmax trace inequality by Gaussian means: a second proof, which nothing else rests on.

The proof compares the partition function with Gaussian means. With g ∼ N(0, I/β) and T_a = e^{β a·g − β|a|²/2} one
has E[T_a T_b] = e^{β a·b}, so that the partition function of a query x is E[T_x F], F = E' T_{y'}. Each query is first
pushed along its own key until their sum has length 2; then Cauchy–Schwarz compares F with R = E_{u∼σ} T_u, and the
average over the keys is exact.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, exp

from modgap.theory.infonce.trace import (
    COUPLINGS,
    FORM,
    MGF,
    MIDPOINT,
    OTHER,
    PAIR,
    SCALARS,
    SHIFT,
    SPHERE,
    SPHERE_M,
    mgf_positive,
    mu,
    partition,
    positive,
    push,
    ratio,
    scores_positive,
    shift_exists,
    sphere_exponential,
    with_pair,
)
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import Y1, X, Y
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.letters import beta, h
from modgap.theory.language.means import G, Law, M, Tilt, U
from modgap.theory.language.relations import le
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.under import Under

a, b = sp.symbols("a b")
GAUSS = Law(h, G, beta)


def tilt(v: Expr) -> Tilt:
    """Return T_v(g)."""
    return Tilt(beta, v, G)


#: F and R as functions of g, and the function 𝒲 = T_y R²/F that is averaged last.
F = OTHER.mean(tilt(Y1))
R = SPHERE.mean(tilt(U))
W = tilt(Y) * R**2 / F


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


@lemma
def tilts_positive(queries: Domain) -> Fact:
    """F(g) > 0 for every g."""
    return trusted_measure.positive_mean(OTHER, tilt(Y1), with_pair(queries.further(*AT_G), OTHER))


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


@claim(
    id="thm.1.trace.gaussian",
    title="Softmax trace inequality for couplings, by Gaussian means",
    relation="ours",
    source="a second proof of the softmax trace inequality",
    domain=COUPLINGS,
    statement=le(PAIR.mean(ratio(X)), exp(beta) / MGF),
)
def trace_by_gaussian_means(this: Claim):
    """`thm.1.trace.population` once more. The partition function of a query is a Gaussian mean, Cauchy–Schwarz compares
    it with that of the uniform law, and the average over the keys is exact.
    """
    return average(query_bound(this.domain), scores_positive(X, with_pair(this.domain)), this.domain)


CLAIMS = (trace_by_gaussian_means,)
