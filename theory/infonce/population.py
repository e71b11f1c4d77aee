"""Theorem 1 for couplings: any law of pairs, of which a configuration of N pairs is a special case.

The softmax trace inequality (`theory.infonce.trace`) bounds the mean softmax probability of the positive pair, Jensen's
inequality makes it a bound on the loss, and the cases of equality follow: the bound is reached by aligned pairs with
uniform marginals, and by nothing else. At that optimum both means vanish: the gap is closed.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Eq, besseli, exp, gamma, log
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce.trace import (
    BALL_COUPLINGS,
    COUPLINGS,
    EXCESS,
    FORM,
    LIKE_UNIFORM,
    MGF,
    OTHER,
    PAIR,
    SCALARS,
    SPHERE,
    UNLIKE_UNIFORM,
    beta,
    energy_bound,
    energy_of_uniform,
    h,
    mgf_positive,
    more,
    partition,
    positive,
    ratio,
    scores_positive,
    sphere_exponential,
    trace_bound,
    with_pair,
)
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import (
    both,
    by_cases,
    chain,
    contradiction,
    flip,
    hypothesis,
    part,
    rewrite,
    specialise,
    substitute,
)
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language.couplings import X1, Y1, P, PopulationLoss, X, Y
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.means import M, U
from modgap.theory.language.symbols import Dot, order_of
from modgap.theory.sphere import vmf
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted

nu = order_of(h)

TRACE = Le(PAIR.mean(ratio(X)), exp(beta) / MGF, evaluate=False)


@claim(
    id="thm.1.trace.population",
    title="Softmax trace inequality for couplings",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=COUPLINGS,
    statement=TRACE,
)
def trace(this: Claim):
    """The mean of e^{β x·y} over its partition function is at most e^β/M_h(β), whatever the law of the pair is.

    Each query is pushed along its key until their sum has length 2, which does not lower its probability. Then
    Cauchy–Schwarz compares the Gaussian form of its partition function with that of the uniform law, and the average
    over the keys is exact.
    """
    return trace_bound(this.domain)


@claim(
    id="thm.1.trace.population.ball",
    title="Softmax trace inequality for couplings with queries in the ball",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=BALL_COUPLINGS,
    statement=TRACE,
)
def trace_in_ball(this: Claim):
    """Only the keys must be normalised: queries may be any vectors of length at most 1."""
    return trace_bound(this.domain)


@claim(
    id="thm.1.trace.strict",
    title="The softmax trace inequality is strict unless the keys are uniform",
    relation="ours",
    source="Theorem 1, in a stronger form, its case of equality",
    domain=more(COUPLINGS, UNLIKE_UNIFORM),
    statement=Lt(*TRACE.args, evaluate=False),
)
def trace_strict(this: Claim):
    """Equality in Cauchy–Schwarz would make the keys uniform: their Laplace transform would be that of the sphere.

    That they are not uniform is said by their energy, E e^{β y·y'} > M_h(β); no law has less than the uniform one.
    """
    return trace_bound(this.domain)


@cache
def trace_fact() -> Fact:
    """Return the softmax trace inequality as one fact, so that what is built on it is built once."""
    return trace.fact


@cache
def strict_fact() -> Fact:
    """Return the strict one."""
    return trace_strict.fact


# --- the loss --------------------------------------------------------------------------------------------------------

LOSS = PopulationLoss(P, beta)
BOUND = -2 * beta + 2 * log(MGF)
#: One direction of the loss: −E log(e^{β x·y} / E' e^{β x·y'}).
ONE_SIDED = -PAIR.mean(log(ratio(X)))


@lemma
def one_direction(bound: Fact) -> Fact:
    """From a softmax trace inequality, strict or not: E log(e^{β x·y} / E' e^{β x·y'}) is at most β − log M_h(β)."""
    domain, pairs = bound.domain, with_pair(bound.domain)
    jensen = trusted_couplings.jensen_mean_logarithm(PAIR, positive(ratio(X), pairs, [scores_positive(X, pairs)]))
    logs = trusted.log_is_increasing(bound, positive(PAIR.mean(ratio(X)), domain))
    closed = Eq(log(exp(beta) / MGF), beta - log(MGF), evaluate=False)
    return chain(jensen, logs, identity(closed, domain, Logarithms(mgf_positive()), given=[mgf_positive()]))


@lemma
def logarithms_apart(domain: Domain) -> Fact:
    """E log(e^{β x·y} / Z(x)) = β E[x·y] − E log Z(x)."""
    pairs = with_pair(domain)
    scores = scores_positive(X, pairs)
    split = Eq(log(ratio(X)), beta * Dot(X, Y) - log(partition(X)), evaluate=False)
    means = trusted_measure.mean_compares(PAIR, identity(split, pairs, Logarithms(scores), given=[scores]))
    parts = [(beta, Dot(X, Y)), (-sp.S.One, log(partition(X)))]
    return chain(means, trusted_couplings.mean_is_linear(PAIR, parts, pairs))


@lemma
def forward(bound: Fact) -> Fact:
    """β E[x·y] − E log Z(x) is at most β − log M_h(β)."""
    return substitute(one_direction(bound), logarithms_apart(bound.domain))


def backward(domain: Domain) -> Fact:
    """The same with the roles of queries and keys exchanged."""
    return specialise(trusted_couplings.exchanged(forward(trace_fact())), {}, domain)


def loss_from(one: Fact, other: Fact, domain: Domain) -> Fact:
    """Add the bounds on the two directions."""
    loss = trusted.definition(LOSS, domain)
    kind = Ge if isinstance(one.statement, Le) else Gt
    statement = kind(loss.statement.rhs, BOUND, evaluate=False)
    added = combination(statement, domain, [(1, one), (1, other)], given=[mgf_positive()])
    return substitute(added, flip(loss))


@claim(
    id="thm.1.population",
    title="Theorem 1 for couplings: the lower bound",
    relation="ours",
    source="Theorem 1, for the law of a pair in place of its limit in N",
    domain=COUPLINGS,
    statement=Ge(LOSS, BOUND, evaluate=False),
)
def population(this: Claim):
    """The population loss of any law of pairs is at least −2β + 2 log M_h(β).

    Jensen's inequality turns the softmax trace inequality into a bound on each direction of the loss; the second
    direction is the first one of the law of (y, x).
    """
    domain = this.domain
    return loss_from(forward(trace_fact()), backward(domain), domain)


# --- equality --------------------------------------------------------------------------------------------------------

#: E|x − y|², which is 0 where pairs are aligned almost surely.
MISALIGNMENT = PAIR.mean(Dot(X - Y, X - Y))
STRICT = Gt(LOSS, BOUND, evaluate=False)


@claim(
    id="thm.1.energy",
    title="Uniform keys have the least energy",
    relation="ours",
    source="Theorem 1, what its case of equality is measured by",
    domain=COUPLINGS,
    statement=Ge(EXCESS, 0, evaluate=False),
)
def energy(this: Claim):
    """E e^{β y·y'} of two independent keys is at least M_h(β), its value for uniform keys."""
    return energy_bound(this.domain)


@claim(
    id="thm.1.equality.keys",
    title="Keys that are not uniform are not optimal",
    relation="as_reported",
    source="Theorem 1, its case of equality",
    domain=more(COUPLINGS, UNLIKE_UNIFORM),
    statement=STRICT,
)
def unlike_keys(this: Claim):
    """Where the keys are not uniform the loss is above the bound, as one of its two directions is."""
    domain = this.domain
    return loss_from(forward(strict_fact()), backward(domain), domain)


def cosine_from_misalignment(domain: Domain) -> Fact:
    """E[x·y] = 1 − ½ E|x − y|²."""
    pairs, square = with_pair(domain), Dot(X - Y, X - Y)
    half = sp.Rational(1, 2)
    means = trusted_measure.mean_compares(PAIR, identity(Eq(Dot(X, Y), 1 - half * square, evaluate=False), pairs, FORM))
    apart = trusted_couplings.mean_is_linear(PAIR, [(sp.S.One, sp.S.One), (-half, square)], pairs)
    return substitute(chain(means, apart), trusted_measure.mean_of_constant(PAIR, sp.S.One, domain))


@lemma
def with_uniform_keys(domain: Domain) -> Fact:
    """E log(e^{β x·y} / Z(x)) = β (1 − ½ E|x − y|²) − log M_h(β) where the keys are uniform, as then Z(x) = M_h(β)."""
    pairs = with_pair(domain)
    kernel = exp(beta * Dot(X, Y1))
    uniform = trusted_couplings.keys_are_uniform(OTHER, beta, energy_of_uniform(), kernel, U, pairs)
    unit = identity(Eq(Dot(X, X), 1, evaluate=False), pairs, FORM)
    constant = chain(uniform, specialise(sphere_exponential(), {M: X}, pairs, given=[unit]))
    logs = rewrite(log(partition(X)), constant, domain=pairs)
    means = trusted_measure.mean_compares(PAIR, logs)
    number = trusted_measure.mean_of_constant(PAIR, log(MGF), domain, [mgf_positive()])
    return substitute(logarithms_apart(domain), chain(means, number), cosine_from_misalignment(domain))


@claim(
    id="thm.1.equality.pairs",
    title="Pairs that are not aligned are not optimal",
    relation="as_reported",
    source="Theorem 1, its case of equality",
    domain=more(COUPLINGS, Gt(MISALIGNMENT, 0, evaluate=False)),
    statement=STRICT,
)
def misaligned(this: Claim):
    """Where E|x − y|² > 0 the loss is above the bound.

    If the keys are not uniform that is `thm.1.equality.keys`. If they are, the partition function of every query is
    M_h(β), and the loss depends on E[x·y] alone.
    """
    domain = this.domain
    unlike = specialise(unlike_keys.fact, {}, more(domain, UNLIKE_UNIFORM))
    alike = more(domain, LIKE_UNIFORM)
    values = chain(flip(logarithms_apart(alike)), with_uniform_keys(alike))
    gap = hypothesis(Gt(MISALIGNMENT, 0, evaluate=False), alike)
    less = Lt(values.statement.rhs, beta - log(MGF), evaluate=False)
    one = chain(values, combination(less, alike, [(beta / 2, gap)], given=[mgf_positive()]))
    return by_cases(unlike, loss_from(one, backward(alike), alike), domain)


# --- the theorem as reported -----------------------------------------------------------------------------------------

#: E|x − y|² + (E e^{β y·y'} − M_h(β)): two terms that are not negative, 0 only for aligned pairs with uniform keys.
DEPARTURE = MISALIGNMENT + EXCESS
AT_OPTIMUM = -beta * Dot(M, M) + log(SPHERE.mean(exp(beta * Dot(M, U))))


@claim(
    id="thm.1.attained",
    title="Aligned uniform pairs attain the bound",
    relation="as_reported",
    source="Theorem 1, its case of equality",
    domain=more(SCALARS, unit_vector(M, h)),
    statement=Eq(AT_OPTIMUM, -beta + log(MGF), evaluate=False),
)
def attained(this: Claim):
    """A pair (m, m) against keys u ∼ σ has this loss in each direction, whatever m is; so has the law of (m, m)."""
    score = rewrite(AT_OPTIMUM, sphere_exponential(), domain=this.domain)
    return chain(
        score,
        identity(Eq(score.statement.rhs, this.statement.rhs, evaluate=False), this.domain, FORM, [mgf_positive()]),
    )


@claim(
    id="thm.1",
    title="Theorem 1",
    relation="as_reported",
    source="Theorem 1; its limit over N is the population loss, see `mcl.limit`",
    domain=more(COUPLINGS, Gt(DEPARTURE, 0, evaluate=False), unit_vector(M, h)),
    statement=sp.And(
        Gt(LOSS, -2 * beta + 2 * log(gamma(nu + 1) * (2 / beta) ** nu * besseli(nu, beta)), evaluate=False),
        attained.statement,
        evaluate=False,
    ),
)
def theorem(this: Claim):
    """Every law of pairs other than the aligned uniform one has a loss above the bound, which that one attains.

    That a law is another one is said by E|x − y|² + (E e^{β y·y'} − M_h(β)) > 0. Both terms are never negative
    (`thm.1.energy`); they are 0 together only if x = y almost surely and y is uniform. The second part is said of each
    pair (m, m) against uniform keys: in each direction it has the same loss, so that the law of these pairs has it too.
    """
    domain = this.domain
    unlike = specialise(unlike_keys.fact, {}, more(domain, UNLIKE_UNIFORM))
    alike = more(domain, LIKE_UNIFORM)
    parts = [(1, hypothesis(Gt(DEPARTURE, 0, evaluate=False), alike)), (1, hypothesis(LIKE_UNIFORM, alike))]
    gap = combination(Gt(MISALIGNMENT, 0, evaluate=False), alike, parts, given=[mgf_positive()])
    strict = by_cases(unlike, specialise(misaligned.fact, {}, alike, given=[gap]), domain)
    form = specialise(part(vmf.mgf.fact, vmf.BESSEL_FORM), {vmf.z: beta}, domain)
    return both(substitute(strict, flip(form)), attained.fact, domain=domain)


# --- the gap at the optimum ------------------------------------------------------------------------------------------

#: |E x − E y|² and |E y|², as means over two independent pairs.
GAP = PAIR.mean(OTHER.mean(Dot(X - Y, X1 - Y1)))
LENGTH = PAIR.mean(OTHER.mean(Dot(Y, Y1)))


@claim(
    id="cor.1",
    title="The gap closes",
    relation="as_reported",
    source="Corollary 1",
    domain=more(COUPLINGS, Gt(GAP, 0, evaluate=False)),
    statement=STRICT,
)
def gap_closes(this: Claim):
    """A law of pairs whose means differ is not optimal, for |E x − E y|² ≤ E|x − y|².

    At the optimum the means are not only equal but 0 (`cor.1.concentration`): the centres, which are their directions,
    and with them the angle between the centres, are undefined there.
    """
    domain = this.domain
    pairs, quadruples = with_pair(domain), with_pair(with_pair(domain), OTHER)
    own, other = Dot(X - Y, X - Y), Dot(X1 - Y1, X1 - Y1)
    half = sp.Rational(1, 2)
    square = sign(Ge(Dot(X - Y - X1 + Y1, X - Y - X1 + Y1), 0, evaluate=False), quadruples)
    bound = Le(Dot(X - Y, X1 - Y1), half * own + half * other, evaluate=False)
    pointwise = combination(bound, quadruples, [(half, square)], by=FORM)
    inner = chain(
        trusted_measure.mean_compares(OTHER, pointwise),
        trusted_couplings.mean_is_linear(OTHER, [(half * own, sp.S.One), (half, other)], quadruples),
    )
    inner = substitute(
        inner,
        trusted_measure.mean_of_constant(OTHER, sp.S.One, pairs),
        trusted_measure.renamed(OTHER, other, PAIR, domain),
    )
    outer = chain(
        trusted_measure.mean_compares(PAIR, inner),
        trusted_couplings.mean_is_linear(PAIR, [(half, own), (half * MISALIGNMENT, sp.S.One)], pairs),
    )
    outer = substitute(outer, trusted_measure.mean_of_constant(PAIR, sp.S.One, domain))
    parts = [(1, hypothesis(Gt(GAP, 0, evaluate=False), domain)), (1, outer)]
    misalignment = combination(Gt(MISALIGNMENT, 0, evaluate=False), domain, parts)
    return specialise(misaligned.fact, {}, domain, given=[misalignment])


@claim(
    id="cor.1.concentration",
    title="The concentration vanishes",
    relation="as_reported",
    source="Corollary 1",
    domain=more(COUPLINGS, Gt(LENGTH, 0, evaluate=False)),
    statement=STRICT,
)
def concentration_vanishes(this: Claim):
    """A law of pairs whose keys have a mean other than 0 is not optimal, since uniform keys have the mean 0."""
    domain = this.domain
    unlike = specialise(unlike_keys.fact, {}, more(domain, UNLIKE_UNIFORM))
    alike = more(domain, LIKE_UNIFORM)
    pairs = with_pair(alike)
    uniform = trusted_couplings.keys_are_uniform(OTHER, beta, energy_of_uniform(), Dot(Y, Y1), U, pairs)
    inner = chain(uniform, trusted_measure.mean_is_zero(SPHERE, Y, pairs))
    outer = chain(trusted_measure.mean_compares(PAIR, inner), trusted_measure.mean_of_constant(PAIR, sp.S.Zero, alike))
    return by_cases(unlike, contradiction(outer, STRICT, alike, [mgf_positive()]), domain)


CLAIMS = (
    trace,
    trace_in_ball,
    trace_strict,
    population,
    energy,
    unlike_keys,
    misaligned,
    attained,
    theorem,
    gap_closes,
    concentration_vanishes,
)
