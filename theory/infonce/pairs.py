"""The contrastive loss and the family of Theorem 1: how low it can be without constraint.

The heart is the softmax trace inequality (`theory.infonce.trace`), a bound on the mean softmax probability of the
positive pair that holds for every configuration of finitely many pairs. Jensen's inequality makes of it a bound on
the loss.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import numpy as np
import sympy as sp
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import Symbol, besseli, exp, log
from sympy import gamma as gamma_function

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.evidence.rules import certify, counterexample
from modgap.theory.infonce import population, stability
from modgap.theory.infonce.trace import FORM, INDEX_I, MGF, SPHERE, aligned, mgf_positive, positive, sphere_exponential
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, ball_vectors, free_vectors, unit_vector, unit_vectors
from modgap.theory.language.letters import N, beta, h, i, j, x, y, z
from modgap.theory.language.means import M, U
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.symbols import Dot, LogPartitionMean, MCLLoss, SphereMGF, order_of
from modgap.theory.sphere import vmf
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.under import Under

gamma = Symbol("gamma", positive=True)
nu = order_of(h)
REACH = {h: 6, N: 10, beta: 200}
SIZES = (h, N, beta, h >= 2)
PAIRS = Under(*SIZES, unit_vectors(x, N, h), unit_vectors(y, N, h), reach=REACH)
POINTS = Under(*SIZES, unit_vectors(x, N, h), reach=REACH)
QUERIES_IN_BALL = Under(*SIZES, ball_vectors(x, N, h), unit_vectors(y, N, h), reach=REACH)


def partition(v: sp.Expr) -> sp.Expr:
    """Return (1/N) Σ_j e^{β v·y_j}, the partition function of v among the keys of a configuration."""
    return sp.Sum(exp(beta * Dot(v, y[j])), (j, 1, N)) / N


def ratio(v: sp.Expr) -> sp.Expr:
    """Return e^{β v·y_i} / ((1/N) Σ_j e^{β v·y_j})."""
    return exp(beta * Dot(v, y[i])) / partition(v)


def scores_positive(v: sp.Expr, domain: Domain) -> Fact:
    """Return Σ_j e^{β v·y_j} > 0."""
    terms = positive(exp(beta * Dot(v, y[j])), domain.further(j, ge(j, 1), le(j, N)))
    return trusted_sums.sum_positive(terms, j, N)


#: (1/N) Σ_i e^{β x_i·y_i} / ((1/N) Σ_j e^{β x_i·y_j}): N times the mean softmax probability of the positive pair.
TRACE = le(sp.Sum(ratio(x[i]), (i, 1, N)) / N, exp(beta) / MGF)


# --- the softmax trace inequality ------------------------------------------------------------------------------------


@claim(
    id="thm.1.trace",
    title="Softmax trace inequality",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=PAIRS,
    statement=TRACE,
)
def trace(this: Claim):
    """The mean softmax probability of the positive pair is at most e^β/(N M_h(β)), whatever the N pairs are.

    Each query is pushed along its key until their sum has length 2, which does not lower its probability. Then
    Cauchy–Schwarz compares the Gaussian form of its partition function with that of the uniform law, and the average
    over the keys is exact.
    """
    return trusted_couplings.of_configuration(population.trace.fact, x, y, N, this.domain)


@claim(
    id="thm.1.queries_in_ball",
    title="Softmax trace inequality for queries in the ball",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=QUERIES_IN_BALL,
    statement=TRACE,
)
def queries_in_ball(this: Claim):
    """Only the keys must be normalised: queries may be any vectors of length at most 1."""
    return trusted_couplings.of_configuration(population.trace_in_ball.fact, x, y, N, this.domain)


# --- one direction of the loss ----------------------------------------------------------------------------------------

#: −(1/N) Σ_i log(e^{β x_i·y_i}/((1/N) Σ_j e^{β x_i·y_j})): one direction of the loss, less log N.
ONE_SIDED = -sp.Sum(log(ratio(x[i])), (i, 1, N)) / N


@cache
def one_direction(trace_fact: Fact) -> Fact:
    """The softmax trace inequality and Jensen's for the logarithm: `ONE_SIDED` ≥ −β + log M_h(β)."""
    d = Under(trace_fact.domain)
    jensen = trusted_sums.jensen_logarithm(positive(ratio(x[i]), d.further(*INDEX_I)), i, N)
    logs = trusted.log_is_increasing(trace_fact, positive(TRACE.lhs, d))
    bound = chain(
        jensen, logs, d.equal(log(exp(beta) / MGF), beta - log(MGF), Logarithms(mgf_positive()), given=[mgf_positive()])
    )
    kind = Ge if isinstance(bound.statement, Le) else Gt
    return d.combine(kind(ONE_SIDED, -beta + log(MGF), evaluate=False), (1, bound), given=[mgf_positive()])


@claim(
    id="thm.1.one_sided",
    title="Each direction of the loss alone",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=QUERIES_IN_BALL,
    statement=ge(ONE_SIDED, -beta + log(MGF)),
)
def one_sided(this: Claim):
    """Each direction of the loss is bounded by itself, and its queries need only have length at most 1."""
    return one_direction(queries_in_ball.fact)


@claim(
    id="thm.1.temperatures",
    title="A temperature for each direction",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=PAIRS.further(gamma),
    statement=ge(
        ONE_SIDED + ONE_SIDED.xreplace({x: y, y: x, beta: gamma}), -beta + log(MGF) - gamma + log(SphereMGF(h, gamma))
    ),
)
def temperatures(this: Claim):
    """The directions may have inverse temperatures β and γ of their own: the two bounds are added."""
    d = Under(this.domain)
    forward = one_direction(trace.fact)
    backward = d.use(forward, {x: y, y: x, beta: gamma})
    given = [mgf_positive(), d.use(mgf_positive(), {beta: gamma})]
    return d.combine(this.statement, (1, forward), (1, backward), given=given)


@claim(
    id="thm.1.diagonal",
    title="Uniformity bound",
    relation="as_reported",
    source="Wang and Isola 2020, the uniformity loss; Theorem 1 with x = y",
    domain=POINTS,
    statement=ge(LogPartitionMean(x, x, beta, N), log(MGF)),
)
def diagonal(this: Claim):
    """The mean log partition function of points of the sphere among themselves is at least that of the uniform law."""
    d = Under(this.domain)
    bound = d.use(one_direction(trace.fact), {y: x})
    defined = trusted.definition(LogPartitionMean(x, x, beta, N), d)
    own = ratio(x[i]).xreplace({y: x})
    (logs,) = (s for s in defined.statement.rhs.atoms(sp.Sum) if i in s.bound_symbols)
    parts = [(-sp.S.One, log(own)), (beta, sp.S.One)]
    terms = d.further(*INDEX_I).equal(logs.function, beta - log(own), Logarithms())
    sums = chain(trusted_sums.sum_compares(terms, i, N), trusted_sums.sum_linear(parts, i, N, d))
    value = substitute(defined, substitute(sums, trusted_sums.sum_constant(sp.S.One, i, N, d)))
    return substitute(d.combine(ge(value.statement.rhs, log(MGF)), (1, bound), given=[mgf_positive()]), flip(value))


# --- the loss --------------------------------------------------------------------------------------------------------


def both_directions(forward: Fact, other: Fact, domain: Domain) -> Fact:
    """Add the bounds on one direction and, with the roles exchanged, on the other one: a bound on L_N − 2 log N."""
    d = Under(domain)
    backward = d.use(other, {x: y, y: x})
    defined = trusted.definition(MCLLoss(x, y, beta, N), d)
    (loss_sum,) = (s for s in defined.statement.rhs.atoms(sp.Sum) if i in s.bound_symbols)
    logs = [log(ratio(x[i])), log(ratio(x[i]).xreplace({x: y, y: x}))]
    parts = [(-sp.S.One, logs[0]), (-sp.S.One, logs[1]), (2 * log(N), sp.S.One)]
    split = sum((factor * term for factor, term in parts), sp.S.Zero)
    terms = d.further(*INDEX_I).equal(loss_sum.function, split, Logarithms())
    sums = chain(trusted_sums.sum_compares(terms, i, N), trusted_sums.sum_linear(parts, i, N, d))
    loss = substitute(defined, substitute(sums, trusted_sums.sum_constant(sp.S.One, i, N, d)))
    kind, bound = type(forward.statement), -2 * beta + 2 * log(MGF)
    both = d.combine(
        kind(loss.statement.rhs - 2 * log(N), bound, evaluate=False),
        (1, forward),
        (1, backward),
        given=[mgf_positive()],
    )
    return substitute(both, flip(loss))


@claim(
    id="thm.1.finite",
    title="Theorem 1 for every number of pairs",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=PAIRS,
    statement=ge(MCLLoss(x, y, beta, N) - 2 * log(N), -2 * beta + 2 * log(SphereMGF(h, beta))),
)
def finite(this: Claim):
    """No configuration of finitely many pairs has a loss below the paper's limit; temperature is 1/β.

    By Jensen's inequality each direction of the loss is at least −log of the mean softmax probability of the positive
    pair, which the softmax trace inequality bounds; the other direction is the same with the roles exchanged.
    """
    return both_directions(one_direction(trace.fact), one_direction(trace.fact), this.domain)


@claim(
    id="thm.1.finite.strict",
    title="No configuration of finitely many pairs attains the bound",
    relation="ours",
    source="Theorem 1, its case of equality, for every number of pairs",
    domain=PAIRS,
    statement=gt(MCLLoss(x, y, beta, N) - 2 * log(N), -2 * beta + 2 * log(SphereMGF(h, beta))),
)
def finite_strict(this: Claim):
    """Finitely many keys are never uniform on the sphere, h ≥ 2, so the bound is approached and never reached."""
    strict = trusted_couplings.of_configuration(population.trace_strict.fact, x, y, N, this.domain)
    return both_directions(one_direction(strict), one_direction(trace.fact), this.domain)


@claim(
    id="thm.1.bound",
    title="The lower bound of Theorem 1, as printed",
    relation="narrower",
    source="Theorem 1",
    domain=PAIRS,
    statement=ge(
        MCLLoss(x, y, beta, N) - 2 * log(N),
        -2 * beta + 2 * log(gamma_function(nu + 1) * (2 / beta) ** nu * besseli(nu, beta)),
    ),
)
def theorem(this: Claim):
    """The paper's bound as printed, with β = 1/τ, at every N and so in the limit.

    The paper adds that the bound is reached only by aligned pairs with uniform marginals; that part is no part of this
    claim.
    """
    form = Under(this.domain).use(part(vmf.mgf.fact, vmf.BESSEL_FORM), {z: beta})
    return substitute(finite.fact, flip(form))


@claim(
    id="thm.1.learnable_temperature",
    title="The bound of Theorem 1 at a lower temperature is a lower bound as well",
    relation="ours",
    source="Theorem 1, its use with a learnable temperature",
    domain=PAIRS.further(gamma, ge(gamma, beta)),
    statement=ge(MCLLoss(x, y, beta, N) - 2 * log(N), -2 * gamma + 2 * log(SphereMGF(h, gamma))),
)
def learnable_temperature(this: Claim):
    """Where the inverse temperature is learnt but capped at γ, the bound at γ holds: M_h(γ) ≤ e^{γ−β} M_h(β)."""
    d, key = Under(this.domain), y[1]
    unit = d.equal(Dot(key, key), 1, FORM)
    here = d.use(sphere_exponential(), {M: key}, given=[unit])
    there = d.use(sphere_exponential(), {M: key, beta: gamma}, given=[unit])
    with_u = d.further(unit_vector(U, h))
    cosine = Dot(key, U)
    exponents = le(gamma * cosine, gamma - beta + beta * cosine)
    bound = with_u.combine(exponents, (gamma - beta, aligned(key, U, with_u)), by=FORM)
    larger = trusted_sums.exponential_increases(bound)
    split = with_u.equal(larger.statement.rhs, exp(gamma - beta) * exp(beta * cosine), FORM)
    means = trusted_measure.mean_compares(SPHERE, chain(larger, split))
    out = trusted_measure.constant_factor(SPHERE, exp(gamma - beta), exp(beta * cosine), with_u)
    both = substitute(chain(means, out), there, here)
    given = [mgf_positive(), d.use(mgf_positive(), {beta: gamma})]
    logs = trusted.log_is_increasing(both, given[1])
    logs = chain(logs, d.equal(log(both.statement.rhs), gamma - beta + log(MGF), Logarithms(*given), given=given))
    defined = d.use(finite)
    loss = trusted.definition(MCLLoss(x, y, beta, N), d)
    statement = this.statement.xreplace({loss.statement.lhs: loss.statement.rhs})
    return substitute(d.combine(statement, (1, substitute(defined, loss)), (2, logs), given=given), flip(loss))


# --- how far from the bound ------------------------------------------------------------------------------------------

#: Σ_j e^{β x_i·y_j} (1 − e^{−2β(1 − y_i·y_j)}) / Σ_j e^{β x_i·y_j}: how far the keys that x_i sees are from y_i.
SPREAD = sp.Sum(exp(beta * Dot(x[i], y[j])) * (1 - exp(-2 * beta * (1 - Dot(y[i], y[j])))), (j, 1, N)) / (
    N * partition(x[i])
)


@claim(
    id="thm.1.stability",
    title="Stability of the bound on one direction of the loss",
    relation="ours",
    source="Theorem 1, its equality case made quantitative",
    domain=Domain(*SIZES, unit_vectors(x, N, h), unit_vectors(y, N, h), reach={**REACH, beta: 30}),
    statement=ge(ONE_SIDED + beta - log(MGF), sp.Sum(Dot(x[i] - y[i], x[i] - y[i]) * SPREAD, (i, 1, N)) / (8 * N)),
)
def stable(this: Claim):
    """A loss near the bound has its pairs aligned, as far as the keys are spread."""
    return trusted_couplings.of_configuration(stability.stability.fact, x, y, N, this.domain)


#: The same with e^{−β(1 − y_i·y_j)}.
SHARPER = sp.Sum(exp(beta * Dot(x[i], y[j])) * (1 - exp(-beta * (1 - Dot(y[i], y[j])))), (j, 1, N)) / (
    N * partition(x[i])
)


@claim(
    id="thm.1.stability.sharper",
    title="Stability of the bound on one direction of the loss, by a larger bound",
    relation="ours",
    source="Theorem 1, its equality case made quantitative",
    domain=stable.domain,
    statement=ge(ONE_SIDED + beta - log(MGF), sp.Sum(Dot(x[i] - y[i], x[i] - y[i]) * SHARPER, (i, 1, N)) / (4 * N)),
)
def stable_sharper(this: Claim):
    """Twice the constant of `thm.1.stability`, and e^{−β(1 − y_i·y_j)} in place of its square.

    More than twice this constant is false at small β: for x_i = −y_i uniform the left side is 2β, and the mean of
    |x_i − y_i|² times the sum is near 4β.
    """
    return trusted_couplings.of_configuration(stability.sharper.fact, x, y, N, this.domain)


# --- what is false ---------------------------------------------------------------------------------------------------


@claim(
    id="thm.1.separate",
    title="The partition function alone is not bounded below by the uniform one",
    relation="ours",
    source="a step that a proof of Theorem 1 must not take",
    domain=PAIRS,
    statement=ge(LogPartitionMean(x, y, beta, N), log(SphereMGF(h, beta))),
)
def separate(this: Claim):
    """The two parts of the loss cannot be bounded one at a time: opposite point masses make the second part −β."""
    opposite = {h: 3, N: 1, beta: 1, x: np.array([[1.0, 0.0, 0.0]]), y: np.array([[-1.0, 0.0, 0.0]])}
    return counterexample(this.statement, this.domain, opposite)


@claim(
    id="thm.1.ball_keys",
    title="Keys in the ball, the line included",
    relation="ours",
    source="a generalisation of Theorem 1 that fails",
    domain=Domain(h, N, beta, ball_vectors(x, N, h), ball_vectors(y, N, h), reach=REACH),
    statement=ge(ONE_SIDED, -beta + log(MGF)),
)
def ball_keys(this: Claim):
    """Keys must be normalised: on the line, x = y ∈ {−1, 0, 1} at β = 20 goes below the bound."""
    points = np.array([[-1.0], [0.0], [1.0]])
    return counterexample(this.statement, this.domain, {h: 1, N: 3, beta: 20, x: points, y: points})


@claim(
    id="thm.1.long_queries",
    title="Queries longer than the keys",
    relation="ours",
    source="a generalisation of Theorem 1 that fails",
    domain=Domain(*SIZES, free_vectors(x, N, h), unit_vectors(y, N, h), reach=REACH),
    statement=TRACE,
)
def long_queries(this: Claim):
    """Queries must not be longer than 1: long ones act as a larger inverse temperature."""
    points = np.array([[1.0, 0.0], [-1.0, 0.0]])
    return counterexample(this.statement, this.domain, {h: 2, N: 2, beta: 0.5, x: 4 * points, y: points})


@claim(
    id="thm.1.smaller_constant",
    title="A constant smaller by one part in 10¹² in the softmax trace inequality",
    relation="ours",
    source="sharpness of Theorem 1",
    domain=PAIRS,
    statement=le(TRACE.lhs, (1 - sp.Rational(1, 10**12)) * TRACE.rhs),
)
def smaller_constant(this: Claim):
    """Not even that can be saved: 32 equally spaced points of the circle, each its own pair, come nearer at β = 1."""
    angles = 2 * np.pi * np.arange(32) / 32
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    return counterexample(this.statement, this.domain, {h: 2, N: 32, beta: 1, x: circle, y: circle})


# --- when the bound says something -----------------------------------------------------------------------------------


@claim(
    id="thm.1.capacity",
    title="At CLIP's dimension and temperature the bound is vacuous below e^90 pairs",
    relation="ours",
    source="Theorem 1, read at h = 512 and τ = 0.01",
    domain=Domain(beta, ge(beta, 100), le(beta, 100)),
    statement=gt(beta - log(SphereMGF(512, beta)), 90),
)
def capacity(this: Claim):
    """The bound beats the trivial one (a probability is at most 1) only where log N > β − log M_h(β).

    At h = 512 and τ = 0.01 that needs log N > 90: no batch comes near it, so the theorem does not bind for CLIP.
    """
    return certify(this.statement, {beta: (Fraction(100), Fraction(100))})


CLAIMS = (
    trace,
    queries_in_ball,
    one_sided,
    temperatures,
    diagonal,
    finite,
    finite_strict,
    theorem,
    learnable_temperature,
    stable,
    stable_sharper,
    separate,
    ball_keys,
    long_queries,
    smaller_constant,
    capacity,
)
