"""Theorem 1 for couplings: any law of pairs, of which a configuration of N pairs is a special case.

The softmax trace inequality (`theory.infonce.trace`) bounds the mean softmax probability of the positive pair, Jensen's
inequality makes it a bound on the loss, and the cases of equality follow: the bound is reached by aligned pairs with
uniform marginals, and by nothing else. At that optimum both means vanish: the gap is closed.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import besseli, exp, gamma, log

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce import equality
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
    energy_bound,
    mgf_positive,
    partition,
    positive,
    ratio,
    scores_positive,
    sphere_exponential,
    trace_bound,
    with_pair,
)
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import by_cases, chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import X1, Y1, P, PopulationLoss, X, Y
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.letters import beta, h, z
from modgap.theory.language.means import M, U
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import Dot, order_of
from modgap.theory.sphere import vmf
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.under import Under

nu = order_of(h)

TRACE = le(PAIR.mean(ratio(X)), exp(beta) / MGF)


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

    Each query is pushed along its key until their sum has length 2, which does not lower its probability. Weighted by
    the new probabilities, the points half-way between queries and keys have an energy that is bounded above pair by
    pair, and below as the kernel e^{β x·y} is positive definite.
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
    domain=COUPLINGS.further(UNLIKE_UNIFORM),
    statement=lt(*TRACE.args),
)
def trace_strict(this: Claim):
    """Either pairs are not aligned, and the push loses something, or the comparison of pairs does: 1/Z(y) varies.

    That keys are not uniform is said by their energy, E e^{β y·y'} > M_h(β); no law has less than the uniform one.
    """
    return equality.trace_strict()


@claim(
    id="thm.1.trace.misaligned",
    title="What pairs that are not aligned cost in the softmax trace inequality, as far as their keys vary",
    relation="ours",
    source="Theorem 1, in a stronger form, its case of equality made quantitative",
    domain=COUPLINGS,
    statement=le(
        TRACE.lhs,
        TRACE.rhs - beta * exp(-8 * beta) / 16 * (1 - equality.LENGTH) * equality.MISALIGNMENT,
    ),
)
def trace_misaligned(this: Claim):
    """E e^{β x·y}/Z(x) ≤ e^β/M_h(β) − (β/16) e^{−8β} (1 − |E y|²) E|x − y|².

    The push of a query along its key raises its probability as |x − y|² and the mean of 1 − y·y' do, and that mean
    is at least (1 − |E y|²)/4 for every y. The constant is far from the best.
    """
    bound = equality.trace_with_misalignment()
    return Under(this.domain).combine(this.statement, (sp.S.One, bound), given=[mgf_positive()])


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


@lemma
def one_direction(bound: Fact) -> Fact:
    """From a softmax trace inequality, strict or not: E log(e^{β x·y} / E' e^{β x·y'}) is at most β − log M_h(β)."""
    d, pairs = Under(bound.domain), with_pair(bound.domain)
    jensen = trusted_couplings.jensen_mean_logarithm(PAIR, positive(ratio(X), pairs, [scores_positive(X, pairs)]))
    logs = trusted.log_is_increasing(bound, positive(PAIR.mean(ratio(X)), d))
    return chain(
        jensen, logs, d.equal(log(exp(beta) / MGF), beta - log(MGF), Logarithms(mgf_positive()), given=[mgf_positive()])
    )


@lemma
def logarithms_apart(domain: Domain) -> Fact:
    """E log(e^{β x·y} / Z(x)) = β E[x·y] − E log Z(x)."""
    pairs = Under(with_pair(domain))
    scores = scores_positive(X, pairs)
    means = trusted_measure.mean_compares(
        PAIR, pairs.equal(log(ratio(X)), beta * Dot(X, Y) - log(partition(X)), Logarithms(scores), given=[scores])
    )
    parts = [(beta, Dot(X, Y)), (-sp.S.One, log(partition(X)))]
    return chain(means, trusted_couplings.mean_is_linear(PAIR, parts, pairs))


@lemma
def forward(bound: Fact) -> Fact:
    """β E[x·y] − E log Z(x) is at most β − log M_h(β)."""
    return substitute(one_direction(bound), logarithms_apart(bound.domain))


def backward(domain: Domain) -> Fact:
    """The same with the roles of queries and keys exchanged."""
    return Under(domain).use(trusted_couplings.exchanged(forward(trace_fact())))


def loss_from(one: Fact, other: Fact, domain: Domain) -> Fact:
    """Add the bounds on the two directions."""
    loss = trusted.definition(LOSS, domain)
    kind = Ge if isinstance(one.statement, Le) else Gt
    statement = kind(loss.statement.rhs, BOUND, evaluate=False)
    added = Under(domain).combine(statement, (1, one), (1, other), given=[mgf_positive()])
    return substitute(added, flip(loss))


@claim(
    id="thm.1.population",
    title="Theorem 1 for couplings: the lower bound",
    relation="ours",
    source="Theorem 1, for the law of a pair in place of its limit in N",
    domain=COUPLINGS,
    statement=ge(LOSS, BOUND),
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
MISALIGNMENT = equality.MISALIGNMENT
STRICT = gt(LOSS, BOUND)


@claim(
    id="thm.1.energy",
    title="Uniform keys have the least energy",
    relation="ours",
    source="Theorem 1, what its case of equality is measured by",
    domain=COUPLINGS,
    statement=ge(EXCESS, 0),
)
def energy(this: Claim):
    """E e^{β y·y'} of two independent keys is at least M_h(β), its value for uniform keys."""
    return energy_bound(this.domain)


@claim(
    id="thm.1.equality.keys",
    title="Keys that are not uniform are not optimal",
    relation="as_reported",
    source="Theorem 1, its case of equality",
    domain=COUPLINGS.further(UNLIKE_UNIFORM),
    statement=STRICT,
)
def unlike_keys(this: Claim):
    """Where the keys are not uniform the loss is above the bound, as one of its two directions is."""
    domain = this.domain
    return loss_from(forward(strict_fact()), backward(domain), domain)


@claim(
    id="thm.1.equality.pairs",
    title="Pairs that are not aligned are not optimal",
    relation="as_reported",
    source="Theorem 1, its case of equality",
    domain=COUPLINGS.further(gt(MISALIGNMENT, 0)),
    statement=STRICT,
)
def misaligned(this: Claim):
    """Where E|x − y|² > 0 the loss is above the bound: pushing a query along its key raises its probability.

    By how much, depends on how far the other keys are from its own. Where all keys are one, e^{β x·y}/Z(x) is 1, which
    is less than e^β/M_h(β).
    """
    return loss_from(forward(equality.trace_misaligned()), backward(this.domain), this.domain)


# --- the theorem as reported -----------------------------------------------------------------------------------------

#: E|x − y|² + (E e^{β y·y'} − M_h(β)): two terms that are not negative, 0 only for aligned pairs with uniform keys.
DEPARTURE = MISALIGNMENT + EXCESS
AT_OPTIMUM = -beta * Dot(M, M) + log(SPHERE.mean(exp(beta * Dot(M, U))))


@claim(
    id="thm.1.attained",
    title="Aligned uniform pairs attain the bound, each direction of it at every pair",
    relation="as_reported",
    source="Theorem 1, its case of equality",
    domain=SCALARS.further(unit_vector(M, h)),
    statement=eq(AT_OPTIMUM, -beta + log(MGF)),
)
def attained(this: Claim):
    """A pair (m, m) against keys u ∼ σ has this loss in each direction, whatever m is; so has the law of (m, m)."""
    score = rewrite(AT_OPTIMUM, sphere_exponential(), domain=this.domain)
    return chain(
        score,
        Under(this.domain).equal(score.statement.rhs, this.statement.rhs, FORM, [mgf_positive()]),
    )


@claim(
    id="thm.1",
    title="Theorem 1",
    relation="as_reported",
    source="Theorem 1; its limit over N is the population loss, see `mcl.limit`",
    domain=COUPLINGS.further(gt(DEPARTURE, 0), unit_vector(M, h)),
    statement=all_of(
        gt(LOSS, -2 * beta + 2 * log(gamma(nu + 1) * (2 / beta) ** nu * besseli(nu, beta))), attained.statement
    ),
)
def theorem(this: Claim):
    """Every law of pairs other than the aligned uniform one has a loss above the bound, which that one attains.

    That a law is another one is said by E|x − y|² + (E e^{β y·y'} − M_h(β)) > 0. Both terms are never negative
    (`thm.1.energy`); they are 0 together only if x = y almost surely and y is uniform. The second part is said of each
    pair (m, m) against uniform keys: in each direction it has the same loss, so that the law of these pairs has it too.
    """
    d = Under(this.domain)
    unlike = d.further(UNLIKE_UNIFORM).use(unlike_keys)
    alike = d.further(LIKE_UNIFORM)
    parts = [(1, alike.asked(gt(DEPARTURE, 0))), (1, alike.asked(LIKE_UNIFORM))]
    gap = alike.combine(gt(MISALIGNMENT, 0), *parts, given=[mgf_positive()])
    strict = by_cases(unlike, alike.use(misaligned, given=[gap]), d)
    form = d.use(part(vmf.mgf.fact, vmf.BESSEL_FORM), {z: beta})
    return d.both(substitute(strict, flip(form)), attained.fact)


# --- the gap at the optimum ------------------------------------------------------------------------------------------

#: |E x − E y|² and |E y|², as means over two independent pairs.
GAP = PAIR.mean(OTHER.mean(Dot(X - Y, X1 - Y1)))
LENGTH = equality.LENGTH


@claim(
    id="cor.1",
    title="Corollary 1: laws of pairs whose means differ are not optimal",
    relation="as_reported",
    source="Corollary 1",
    domain=COUPLINGS.further(gt(GAP, 0)),
    statement=STRICT,
)
def gap_closes(this: Claim):
    """A law of pairs whose means differ is not optimal, for |E x − E y|² ≤ E|x − y|².

    At the optimum the means are not only equal but 0 (`cor.1.concentration`): the centres, which are their directions,
    and with them the angle between the centres, are undefined there.
    """
    d = Under(this.domain)
    pairs, quadruples = with_pair(d), Under(with_pair(with_pair(d), OTHER))
    own, other = Dot(X - Y, X - Y), Dot(X1 - Y1, X1 - Y1)
    half = sp.Rational(1, 2)
    square = quadruples.sign(ge(Dot(X - Y - X1 + Y1, X - Y - X1 + Y1), 0))
    pointwise = quadruples.combine(le(Dot(X - Y, X1 - Y1), half * own + half * other), (half, square), by=FORM)
    inner = chain(
        trusted_measure.mean_compares(OTHER, pointwise),
        trusted_couplings.mean_is_linear(OTHER, [(half * own, sp.S.One), (half, other)], quadruples),
    )
    inner = substitute(inner, trusted_measure.mean_of_constant(OTHER, sp.S.One, pairs))
    outer = chain(
        trusted_measure.mean_compares(PAIR, inner),
        trusted_couplings.mean_is_linear(PAIR, [(half, own), (half * OTHER.mean(other), sp.S.One)], pairs),
    )
    outer = substitute(
        outer,
        trusted_measure.mean_of_constant(PAIR, sp.S.One, d),
        trusted_measure.renamed(OTHER, other, PAIR, d),
    )
    parts = [(1, d.asked(gt(GAP, 0))), (1, outer)]
    misalignment = d.combine(gt(MISALIGNMENT, 0), *parts)
    return d.use(misaligned, given=[misalignment])


@claim(
    id="cor.1.concentration",
    title="Corollary 1: laws of pairs whose keys have a mean are not optimal",
    relation="as_reported",
    source="Corollary 1",
    domain=COUPLINGS.further(gt(LENGTH, 0)),
    statement=STRICT,
)
def concentration_vanishes(this: Claim):
    """A law of pairs whose keys have a mean other than 0 is not optimal: such keys are not uniform, by their energy."""
    return Under(this.domain).use(unlike_keys, given=[equality.unlike_where_mean()])


CLAIMS = (
    trace,
    trace_in_ball,
    trace_strict,
    trace_misaligned,
    population,
    energy,
    unlike_keys,
    misaligned,
    attained,
    theorem,
    gap_closes,
    concentration_vanishes,
)
