"""What the softmax trace inequality says of other losses and of probabilities.

The inequality bounds a mean of softmax probabilities. Every loss that is a convex, decreasing function of the
probability of the positive pair inherits a bound; the powers are a family that contains the linear loss 1 − p (q = 1)
and tends to −log p as q → 0.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Symbol, exp

from modgap.theory.infonce import pairs as infonce
from modgap.theory.infonce.pairs import PAIRS, ratio
from modgap.theory.infonce.trace import FORM, INDEX_I, MGF, mgf_positive, positive
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import N, beta, i, j, x, y
from modgap.theory.language.relations import ge, le
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.under import Under

#: The exponent of the power losses.
q = Symbol("q", positive=True)

#: The softmax probability of the positive pair: e^{β x_i·y_i}/Σ_j e^{β x_i·y_j}.
PROBABILITY = exp(beta * Dot(x[i], y[i])) / sp.Sum(exp(beta * Dot(x[i], y[j])), (j, 1, N))
LIMIT = exp(beta) / (N * MGF)


# --- probabilities ---------------------------------------------------------------------------------------------------


@claim(
    id="thm.1.probability",
    title="Mean softmax probability of the positive pair",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=PAIRS,
    statement=le(sp.Sum(PROBABILITY, (i, 1, N)) / N, LIMIT),
)
def probability(this: Claim):
    """On average the softmax gives the positive pair a probability of at most e^β/(N M_h(β))."""
    indexed = Under(this.domain).further(*INDEX_I)
    shares = trusted_sums.sum_compares(indexed.equal(PROBABILITY, 1 / N * ratio(x[i]), FORM), i, N)
    total = chain(shares, trusted_sums.sum_linear([(1 / N, ratio(x[i]))], i, N, this.domain))
    summed = substitute(infonce.trace.fact, flip(total))
    return Under(this.domain).combine(this.statement, (1 / N, summed), given=[mgf_positive()])


# --- other losses ----------------------------------------------------------------------------------------------------


@cache
def _powers(domain: Domain) -> Fact:
    """(1/N) Σ_i p_i^q ≤ (e^β/(N M_h(β)))^q, by Jensen's inequality."""
    bound = Under(domain).use(probability)
    mean = positive(bound.statement.lhs, domain)
    jensen = trusted_sums.jensen_power(positive(PROBABILITY, domain.further(*INDEX_I)), q, i, N)
    return chain(jensen, trusted_sums.power_increases(bound, mean, q))


@claim(
    id="thm.1.loss.power",
    title="Power losses of the softmax probability",
    relation="ours",
    source="Theorem 1, for other losses",
    domain=PAIRS.further(q, le(q, 1)),
    statement=ge(sp.Sum((1 - PROBABILITY**q) / q, (i, 1, N)) / N, (1 - LIMIT**q) / q),
)
def power_loss(this: Claim):
    """For 0 < q ≤ 1 the loss (1 − p^q)/q of the probability p of the positive pair is bounded as the logarithm is.

    The linear loss 1 − p is q = 1, and the logarithmic loss is the limit q → 0.
    """
    d = Under(this.domain)
    loss = this.statement.lhs.atoms(sp.Sum)
    (total,) = (s for s in loss if i in s.bound_symbols)
    parts = [(1 / q, sp.S.One), (-1 / q, PROBABILITY**q)]
    terms = trusted_sums.sum_compares(
        d.further(*INDEX_I).equal(total.function, sum((factor * term for factor, term in parts), sp.S.Zero)), i, N
    )
    value = chain(terms, trusted_sums.sum_linear(parts, i, N, d))
    value = substitute(value, trusted_sums.sum_constant(sp.S.One, i, N, d))
    statement = ge(value.statement.rhs / N, this.statement.rhs)
    return substitute(d.combine(statement, (1 / q, _powers(d)), given=[mgf_positive()]), flip(value))


#: A threshold, and the loss (t − p)_+ = (|t − p| + t − p)/2 of a probability p.
t = Symbol("t", real=True)


def hinge(p: sp.Expr) -> sp.Expr:
    """Return the positive part of t − p."""
    return (sp.Abs(t - p) + t - p) / 2


@claim(
    id="thm.1.loss.hinge",
    title="Hinge losses of the softmax probability",
    relation="ours",
    source="Theorem 1, for other losses",
    domain=PAIRS.further(t, reach={t: 1}),
    statement=ge(sp.Sum(hinge(PROBABILITY), (i, 1, N)) / N, hinge(LIMIT)),
)
def hinge_loss(this: Claim):
    """The mean of (t − p)_+ over the pairs is at least its value at the bound e^β/(N M_h(β)), for every threshold t.

    A convex loss ψ on (0, 1] that does not increase is, up to a constant, a mixture of such hinges with nonnegative
    weights (and the limit of finite ones), so that it is bounded likewise: (1/N) Σ_i ψ(p_i) ≥ ψ(min(1, e^β/(N M))).
    """
    d = Under(this.domain)
    indexed, gap = d.further(*INDEX_I), t - PROBABILITY
    (total,) = (s for s in this.statement.lhs.atoms(sp.Sum) if i in s.bound_symbols)
    half = sp.Rational(1, 2)
    halves = [(half, sp.Abs(gap)), (half, gap)]
    sums = trusted_sums.sum_compares(
        indexed.equal(total.function, sum((factor * term for factor, term in halves), sp.S.Zero)), i, N
    )
    sums = chain(sums, trusted_sums.sum_linear(halves, i, N, d))
    gaps = trusted_sums.sum_linear([(t, sp.S.One), (-sp.S.One, PROBABILITY)], i, N, d)
    gaps = substitute(gaps, trusted_sums.sum_constant(sp.S.One, i, N, d))
    value = substitute(sums, gaps)

    signless = substitute(trusted_sums.triangle(gap, i, N, indexed), gaps)
    mean = gaps.statement.rhs
    bound = d.use(probability)
    larger = trusted_sums.hinge_increases(d.combine(le(N * (t - LIMIT), mean), (N, bound), given=[mgf_positive()]))
    statement = ge(value.statement.rhs / N, this.statement.rhs)
    parts = [(half / N, signless), (half / N, larger)]
    return substitute(d.combine(statement, *parts, given=[mgf_positive()]), flip(value))


CLAIMS = (probability, power_loss, hinge_loss)
