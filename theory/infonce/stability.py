"""How far from the bound of Theorem 1 a law of pairs is, as far as its keys are spread and its pairs are not aligned.

In the proof of the softmax trace inequality each query is pushed along its key, which raises its probability. By how
much, is kept here: a step λ along the key gains −log E_η e^{−βλ(1 − y·y')} ≥ (λ/2) E_η(1 − e^{−2β(1 − y·y')}), η being
the softmax weights of the query, and λ is at least |x − y|²/4. As that is at most 1, a step of this length alone gains
(|x − y|²/4) E_η(1 − e^{−β(1 − y·y')}), which is more: by the factor 2/(1 + e^{−β(1 − y·y')}) within the mean.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Rational, Symbol, exp, log

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce import trace
from modgap.theory.infonce.trace import (
    COSINE,
    COUPLINGS,
    FORM,
    MGF,
    ONE_SIDED,
    OTHER,
    PAIR,
    aligned,
    mgf_positive,
    mu,
    partition,
    positive,
    ratio,
    scores_positive,
    trace_of_pushed,
    with_pair,
)
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import Y1, X, Y
from modgap.theory.language.letters import beta
from modgap.theory.language.relations import ge, le
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import logarithm_bounds
from modgap.theory.under import Under

#: E'[e^{β x·y'} (1 − e^{−2β(1 − y·y')})], and its quotient by Z(x): how far the keys that x sees are from y.
APART = OTHER.mean(exp(beta * Dot(X, Y1)) * (1 - exp(-2 * beta * (1 - Dot(Y, Y1)))))
SPREAD = APART / partition(X)
SQUARE = Dot(X - Y, X - Y)

PAIRS = with_pair(COUPLINGS)
#: μ = 1 + λ, the step along the key.
STEPS = PAIRS.further(mu, mu >= 1, mu <= 3)
PUSHED = X + mu * Y - Y
#: The root and the step of the proof, for queries of length 1.
ROOT = trace.ROOT.xreplace({Dot(X, X): sp.S.One})
SHIFT = ROOT - COSINE
STEP = PUSHED.subs(mu, SHIFT)
#: Half-way between the pushed query and its key.
MIDPOINT = X / 2 + SHIFT * Y / 2


# --- one pair --------------------------------------------------------------------------------------------------------


@lemma
def partition_of_pushed() -> Fact:
    """Z(x') ≤ e^{βλ} (Z(x) − (λ/2) E'[e^{β x·y'} (1 − e^{−2β(1 − y·y')})]), exponentials lying below their chords."""
    others, less = Under(with_pair(STEPS, OTHER)), (1 - mu) / 2
    far = 1 - Dot(Y, Y1)
    chord = trusted_sums.exponential_chord(-less, -2 * beta * far, others)
    score, gain = exp(beta * Dot(X, Y1)), exp(beta * (mu - 1))
    split = score + less * APART.integrand
    pointwise = others.combine(le(exp(beta * Dot(PUSHED, Y1)), gain * split), (gain * score, chord), by=FORM)
    means = trusted_measure.mean_compares(OTHER, pointwise)
    out = trusted_couplings.mean_is_linear(OTHER, [(gain, split)], others)
    inner = trusted_couplings.mean_is_linear(OTHER, [(sp.S.One, score), (less, APART.integrand)], others)
    return substitute(chain(means, out), inner)


@lemma
def gain_of_push() -> Fact:
    """log(e^{β x·y}/Z(x)) ≤ log(e^{β x'·y}/Z(x')) − (λ/2) SPREAD, from log u ≤ u − 1 at u = Z(x')/(e^{βλ} Z(x))."""
    return gained(STEPS, (mu - 1) / 2 * SPREAD, partition_of_pushed())


def gained(steps: Under, by: sp.Expr, pushed: Fact) -> Fact:
    """Return log(e^{β x·y}/Z(x)) ≤ log(e^{β x'·y}/Z(x')) − by, from Z(x') ≤ e^{βλ} Z(x) (1 − by) and log u ≤ u − 1."""
    given = [scores_positive(X, steps), scores_positive(PUSHED, steps)]
    u = partition(PUSHED) / (exp(beta * (mu - 1)) * partition(X))
    tangent = part(logarithm_bounds(positive(u, steps, given)), le(log(u), u - 1))
    difference = log(ratio(X)) - log(ratio(PUSHED))
    same = steps.equal(log(u), difference, Logarithms(*given), given=given)
    parts = [(1, substitute(tangent, same)), (exp(-beta * (mu - 1)) / partition(X), pushed)]
    return steps.combine(le(log(ratio(X)), log(ratio(PUSHED)) - by), *parts, by=FORM, given=given)


@lemma
def apart_not_negative() -> Fact:
    """E'[e^{β x·y'} (1 − e^{−2β(1 − y·y')})] ≥ 0."""
    others = Under(with_pair(PAIRS, OTHER))
    closer = others.combine(le(-2 * beta * (1 - Dot(Y, Y1)), 0), (2 * beta, aligned(Y, Y1, others)), by=FORM)
    falls = trusted_sums.exponential_increases(closer)
    pointwise = others.combine(le(0, APART.integrand), (exp(beta * Dot(X, Y1)), falls), by=FORM)
    means = trusted_measure.mean_compares(OTHER, pointwise)
    return chain(flip(trusted_measure.mean_of_constant(OTHER, sp.S.Zero, PAIRS)), means)


@cache
def step_bounds() -> tuple[Fact, ...]:
    """1 ≤ μ ≤ 3 and λ ≥ |x − y|²/4 for the step μ = 1 + λ that makes |x + μy| = 2."""
    unit = PAIRS.equal(Dot(X, X), 1, FORM)
    existence = tuple(substitute(fact, unit) for fact in trace.shift_exists(COUPLINGS))
    below = existence[0]
    square = (1 - COSINE) ** 2
    low = Rational(3, 2) + COSINE / 2
    squares = PAIRS.combine(le(low**2, ROOT**2), rests=[Rational(3, 4) * square], by=FORM)
    at_least = PAIRS.show(le(low, ROOT), squares)
    far = PAIRS.combine(ge((SHIFT - 1) / 2, SQUARE / 8), (Rational(1, 2), at_least), by=FORM, given=[below])
    opposite = aligned(X, -Y, PAIRS)
    other = PAIRS.combine(le(ROOT**2, (3 + COSINE) ** 2), (6, opposite), by=FORM)
    sum_ = PAIRS.combine(ge(3 + COSINE, 0), (1, opposite), rests=[2], by=FORM)
    at_most = PAIRS.show(le(ROOT, 3 + COSINE), other, sum_)
    short = PAIRS.combine(le(SHIFT, 3), (1, at_most), by=FORM, given=[below])
    return (*existence, far, short)


@lemma
def gain_of_pair() -> Fact:
    """log(e^{β x·y}/Z(x)) ≤ log(e^{β x'·y}/Z(x')) − |x − y|²/8 · SPREAD at the step of the proof."""
    given = step_bounds()
    pushed = PAIRS.use(gain_of_push(), {mu: SHIFT}, given)
    scores = scores_positive(X, PAIRS)
    spread = PAIRS.combine(ge(SPREAD, 0), (1 / partition(X), apart_not_negative()), by=FORM, given=[scores])
    statement = le(log(ratio(X)), log(ratio(STEP)) - SQUARE / 8 * SPREAD)
    return PAIRS.show(statement, pushed, spread, scores, given[0], given[-2])


@lemma
def bound_of_step() -> Fact:
    """E[e^{β x'·y}/Z(x')] ≤ e^β/M_h(β) at the step of the proof."""
    root, *_, length = step_bounds()[:4]
    return trace_of_pushed(COUPLINGS, MIDPOINT, root, length)


# --- the mean --------------------------------------------------------------------------------------------------------


@claim(
    id="thm.1.stability.population",
    title="Stability of the bound on one direction of the loss, for couplings",
    relation="ours",
    source="Theorem 1, its case of equality made quantitative",
    domain=COUPLINGS,
    statement=ge(ONE_SIDED + beta - log(MGF), PAIR.mean(SQUARE * SPREAD) / 8),
)
def stability(this: Claim):
    """A loss near the bound has its pairs aligned, as far as the keys are spread."""
    return from_pair(this, gain_of_pair(), Rational(1, 8), SPREAD)


def from_pair(this: Claim, pair: Fact, factor: sp.Expr, spread: sp.Expr) -> Fact:
    """Return the claim from what one pair gains by its push, factor · |x − y|² · spread."""
    given = step_bounds()
    share = PAIRS.use(positive(ratio(PUSHED), STEPS, [scores_positive(PUSHED, STEPS)]), {mu: SHIFT}, given)
    jensen = trusted_couplings.jensen_mean_logarithm(PAIR, share)
    bound = bound_of_step()
    logs = trusted.log_is_increasing(bound, positive(bound.statement.lhs, COUPLINGS, []))
    ends = COUPLINGS.equal(logs.statement.rhs, beta - log(MGF), Logarithms(mgf_positive()), given=[mgf_positive()])
    means = trusted_measure.mean_compares(PAIR, pair)
    parts = [(sp.S.One, log(ratio(STEP))), (-factor, SQUARE * spread)]
    apart = trusted_couplings.mean_is_linear(PAIR, parts, PAIRS)
    total = chain(means, apart)
    return COUPLINGS.combine(this.statement, (1, total), (1, chain(jensen, logs, ends)), given=[mgf_positive()])


# --- by a shorter step -----------------------------------------------------------------------------------------------

#: E'[e^{β x·y'} (1 − e^{−β(1 − y·y')})], and its quotient by Z(x).
NEAR = OTHER.mean(exp(beta * Dot(X, Y1)) * (1 - exp(-beta * (1 - Dot(Y, Y1)))))
SHARPER = NEAR / partition(X)

#: A step λ = μ − 1 that is no shorter than s ≤ 1.
s = Symbol("s", nonnegative=True)
LONGER = PAIRS.further(mu, s, s <= 1, mu >= 1 + s)


@lemma
def partition_of_longer() -> Fact:
    """Z(x') ≤ e^{βλ} (Z(x) − s E'[e^{β x·y'} (1 − e^{−β(1 − y·y')})]): e^{−λu} ≤ e^{−su}, below its chord."""
    others, far = Under(with_pair(LONGER, OTHER)), 1 - Dot(Y, Y1)
    score, gain = exp(beta * Dot(X, Y1)), exp(beta * (mu - 1))
    split = score - s * NEAR.integrand
    shorter = others.combine(
        le(-beta * (mu - 1) * far, -beta * s * far), (beta * (mu - 1 - s), aligned(Y, Y1, others)), by=FORM
    )
    falls = trusted_sums.exponential_increases(shorter)
    chord = trusted_sums.exponential_chord(s, -beta * far, others)
    parts = [(gain * score, falls), (gain * score, chord)]
    pointwise = others.combine(le(exp(beta * Dot(PUSHED, Y1)), gain * split), *parts, by=FORM)
    means = trusted_measure.mean_compares(OTHER, pointwise)
    out = trusted_couplings.mean_is_linear(OTHER, [(gain, split)], others)
    inner = trusted_couplings.mean_is_linear(OTHER, [(sp.S.One, score), (-s, NEAR.integrand)], others)
    return substitute(chain(means, out), inner)


@lemma
def gain_of_longer() -> Fact:
    """log(e^{β x·y}/Z(x)) ≤ log(e^{β x'·y}/Z(x')) − s SHARPER, from log u ≤ u − 1 at u = Z(x')/(e^{βλ} Z(x))."""
    return gained(LONGER, s * SHARPER, partition_of_longer())


@lemma
def sharper_gain_of_pair() -> Fact:
    """log(e^{β x·y}/Z(x)) ≤ log(e^{β x'·y}/Z(x')) − |x − y|²/4 · SHARPER at the step of the proof."""
    given, share = step_bounds(), (1 - COSINE) / 2
    opposite = aligned(X, -Y, PAIRS)
    at_most = PAIRS.combine(le(share, 1), (Rational(1, 2), opposite), by=FORM)
    at_least = PAIRS.combine(ge(share, 0), (Rational(1, 2), aligned(X, Y, PAIRS)), by=FORM)
    longer = PAIRS.combine(ge(SHIFT, 1 + share), (2, given[-2]), by=FORM)
    pushed = PAIRS.use(gain_of_longer(), {mu: SHIFT, s: share}, [*given, at_most, at_least, longer])
    scores = [scores_positive(X, PAIRS), PAIRS.use(scores_positive(PUSHED, STEPS), {mu: SHIFT}, given)]
    return PAIRS.combine(le(log(ratio(X)), log(ratio(STEP)) - SQUARE / 4 * SHARPER), (1, pushed), by=FORM, given=scores)


@claim(
    id="thm.1.stability.sharper.population",
    title="Stability of the bound on one direction of the loss, for couplings, by a larger bound",
    relation="ours",
    source="Theorem 1, its case of equality made quantitative",
    domain=COUPLINGS,
    statement=ge(ONE_SIDED + beta - log(MGF), PAIR.mean(SQUARE * SHARPER) / 4),
)
def sharper(this: Claim):
    """Twice the constant of `thm.1.stability.population`, and e^{−β(1 − y·y')} in place of its square."""
    return from_pair(this, sharper_gain_of_pair(), Rational(1, 4), SHARPER)


CLAIMS = (stability, sharper)
