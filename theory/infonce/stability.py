"""How far from the bound of Theorem 1 a law of pairs is, as far as its keys are spread and its pairs are not aligned.

In the proof of the softmax trace inequality each query is pushed along its key, which raises its probability. By how
much, is kept here: a step λ along the key gains −log E_η e^{−βλ(1 − y·y')} ≥ (λ/2) E_η(1 − e^{−2β(1 − y·y')}), η being
the softmax weights of the query, and λ is at least |x − y|²/4.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Eq, Rational, exp, log
from sympy import GreaterThan as Ge
from sympy import LessThan as Le

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce import trace
from modgap.theory.infonce.population import ONE_SIDED
from modgap.theory.infonce.trace import (
    COSINE,
    COUPLINGS,
    FORM,
    MGF,
    OTHER,
    PAIR,
    aligned,
    average,
    beta,
    key_bound,
    mgf_positive,
    more,
    mu,
    partition,
    positive,
    ratio,
    scores_positive,
    with_pair,
)
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, specialise, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.kernel.rules import combination, identity
from modgap.theory.language.couplings import Y1, X, Y
from modgap.theory.language.means import M
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import logarithm_bounds

#: E'[e^{β x·y'} (1 − e^{−2β(1 − y·y')})], and its quotient by Z(x): how far the keys that x sees are from y.
APART = OTHER.mean(exp(beta * Dot(X, Y1)) * (1 - exp(-2 * beta * (1 - Dot(Y, Y1)))))
SPREAD = APART / partition(X)
SQUARE = Dot(X - Y, X - Y)

PAIRS = with_pair(COUPLINGS)
#: μ = 1 + λ, the step along the key.
STEPS = more(PAIRS, mu, mu >= 1, mu <= 3)
PUSHED = X + mu * Y - Y
#: The root and the step of the proof, for queries of length 1.
ROOT = trace.ROOT.xreplace({Dot(X, X): sp.S.One})
SHIFT = ROOT - COSINE
STEP = PUSHED.subs(mu, SHIFT)


# --- one pair --------------------------------------------------------------------------------------------------------


@lemma
def partition_of_pushed() -> Fact:
    """Z(x') ≤ e^{βλ} (Z(x) − (λ/2) E'[e^{β x·y'} (1 − e^{−2β(1 − y·y')})]), exponentials lying below their chords."""
    others, less = with_pair(STEPS, OTHER), (1 - mu) / 2
    far = 1 - Dot(Y, Y1)
    chord = trusted_sums.exponential_chord(-less, -2 * beta * far, others)
    score, gain = exp(beta * Dot(X, Y1)), exp(beta * (mu - 1))
    split = score + less * APART.integrand
    bound = Le(exp(beta * Dot(PUSHED, Y1)), gain * split, evaluate=False)
    pointwise = combination(bound, others, [(gain * score, chord)], by=FORM)
    means = trusted_measure.mean_compares(OTHER, pointwise)
    out = trusted_couplings.mean_is_linear(OTHER, [(gain, split)], others)
    inner = trusted_couplings.mean_is_linear(OTHER, [(sp.S.One, score), (less, APART.integrand)], others)
    return substitute(chain(means, out), inner)


@lemma
def gain_of_push() -> Fact:
    """log(e^{β x·y}/Z(x)) ≤ log(e^{β x'·y}/Z(x')) − (λ/2) SPREAD, from log u ≤ u − 1 at u = Z(x')/(e^{βλ} Z(x))."""
    given = [scores_positive(X, STEPS), scores_positive(PUSHED, STEPS)]
    u = partition(PUSHED) / (exp(beta * (mu - 1)) * partition(X))
    bounds = logarithm_bounds(positive(u, STEPS, given))
    tangent = part(bounds, Le(log(u), u - 1, evaluate=False))
    difference = log(ratio(X)) - log(ratio(PUSHED))
    same = identity(Eq(log(u), difference, evaluate=False), STEPS, Logarithms(*given), given=given)
    statement = Le(log(ratio(X)), log(ratio(PUSHED)) - (mu - 1) / 2 * SPREAD, evaluate=False)
    parts = [(1, substitute(tangent, same)), (exp(-beta * (mu - 1)) / partition(X), partition_of_pushed())]
    return combination(statement, STEPS, parts, by=FORM, given=given)


@lemma
def apart_not_negative() -> Fact:
    """E'[e^{β x·y'} (1 − e^{−2β(1 − y·y')})] ≥ 0."""
    others = with_pair(PAIRS, OTHER)
    closer = combination(
        Le(-2 * beta * (1 - Dot(Y, Y1)), 0, evaluate=False), others, [(2 * beta, aligned(Y, Y1, others))], by=FORM
    )
    falls = trusted_sums.exponential_increases(closer)
    pointwise = combination(Le(0, APART.integrand, evaluate=False), others, [(exp(beta * Dot(X, Y1)), falls)], by=FORM)
    means = trusted_measure.mean_compares(OTHER, pointwise)
    return chain(flip(trusted_measure.mean_of_constant(OTHER, sp.S.Zero, PAIRS)), means)


@cache
def step_bounds() -> tuple[Fact, ...]:
    """1 ≤ μ ≤ 3 and λ ≥ |x − y|²/4 for the step μ = 1 + λ that makes |x + μy| = 2."""
    unit = identity(Eq(Dot(X, X), 1, evaluate=False), PAIRS, FORM)
    existence = tuple(substitute(fact, unit) for fact in trace.shift_exists(COUPLINGS))
    below = existence[0]
    square = (1 - COSINE) ** 2
    low = Le((Rational(3, 2) + COSINE / 2) ** 2, ROOT**2, evaluate=False)
    at_least = trusted_sums.root_at_least(combination(low, PAIRS, [], [Rational(3, 4) * square], FORM))
    far = combination(
        Ge((SHIFT - 1) / 2, SQUARE / 8, evaluate=False), PAIRS, [(Rational(1, 2), at_least)], by=FORM, given=[below]
    )
    opposite = aligned(X, -Y, PAIRS)
    high = Le(ROOT**2, (3 + COSINE) ** 2, evaluate=False)
    other = combination(high, PAIRS, [(6, opposite)], by=FORM)
    sum_ = combination(Ge(3 + COSINE, 0, evaluate=False), PAIRS, [(1, opposite)], [2], FORM)
    at_most = trusted_sums.root_at_most(other, sum_)
    short = combination(Le(SHIFT, 3, evaluate=False), PAIRS, [(1, at_most)], by=FORM, given=[below])
    return (*existence, far, short)


@lemma
def gain_of_pair() -> Fact:
    """log(e^{β x·y}/Z(x)) ≤ log(e^{β x'·y}/Z(x')) − |x − y|²/8 · SPREAD at the step of the proof."""
    given = step_bounds()
    pushed = specialise(gain_of_push(), {mu: SHIFT}, PAIRS, given)
    scores = scores_positive(X, PAIRS)
    spread = combination(
        Ge(SPREAD, 0, evaluate=False), PAIRS, [(1 / partition(X), apart_not_negative())], by=FORM, given=[scores]
    )
    statement = Le(log(ratio(X)), log(ratio(STEP)) - SQUARE / 8 * SPREAD, evaluate=False)
    return arithmetic(statement, PAIRS, [pushed, spread, scores, given[0], given[-2]])


# --- the mean --------------------------------------------------------------------------------------------------------


@claim(
    id="thm.1.stability.population",
    title="Stability of the bound for couplings",
    relation="ours",
    source="Theorem 1, its case of equality made quantitative",
    domain=COUPLINGS,
    statement=Ge(ONE_SIDED + beta - log(MGF), PAIR.mean(SQUARE * SPREAD) / 8, evaluate=False),
)
def stability(this: Claim):
    """A loss near the bound has its pairs aligned, as far as the keys are spread."""
    given = step_bounds()
    scores = specialise(scores_positive(PUSHED, STEPS), {mu: SHIFT}, PAIRS, given)
    key = specialise(key_bound(COUPLINGS), {M: X / 2 + SHIFT * Y / 2}, PAIRS, given)
    share = specialise(positive(ratio(PUSHED), STEPS, [scores_positive(PUSHED, STEPS)]), {mu: SHIFT}, PAIRS, given)
    jensen = trusted_couplings.jensen_mean_logarithm(PAIR, share)
    bound = average(key, scores, COUPLINGS)
    logs = trusted.log_is_increasing(bound, positive(bound.statement.lhs, COUPLINGS, []))
    closed = Eq(logs.statement.rhs, beta - log(MGF), evaluate=False)
    ends = identity(closed, COUPLINGS, Logarithms(mgf_positive()), given=[mgf_positive()])
    means = trusted_measure.mean_compares(PAIR, gain_of_pair())
    parts = [(sp.S.One, log(ratio(STEP))), (-Rational(1, 8), SQUARE * SPREAD)]
    apart = trusted_couplings.mean_is_linear(PAIR, parts, PAIRS)
    total = chain(means, apart)
    return combination(this.statement, COUPLINGS, [(1, total), (1, chain(jensen, logs, ends))], given=[mgf_positive()])


CLAIMS = (stability,)
