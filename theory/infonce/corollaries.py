"""What the softmax trace inequality says of other losses and of probabilities.

The inequality bounds a mean of softmax probabilities. Every loss that is a convex, decreasing function of the
probability of the positive pair inherits a bound; the powers are a family that contains the linear loss 1 − p (q = 1)
and tends to −log p as q → 0.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Eq, Symbol, exp
from sympy import GreaterThan as Ge
from sympy import LessThan as Le

from modgap.theory.infonce import pairs as infonce
from modgap.theory.infonce.pairs import PAIRS, ratio
from modgap.theory.infonce.trace import FORM, INDEX_I, MGF, N, beta, i, j, mgf_positive, more, positive, x, y
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, specialise, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import sums as trusted_sums

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
    statement=Le(sp.Sum(PROBABILITY, (i, 1, N)) / N, LIMIT, evaluate=False),
)
def probability(this: Claim):
    """On average the softmax gives the positive pair a probability of at most e^β/(N M_h(β))."""
    share = Eq(PROBABILITY, 1 / N * ratio(x[i]), evaluate=False)
    shares = trusted_sums.sum_compares(identity(share, more(this.domain, *INDEX_I), FORM), i, N)
    total = chain(shares, trusted_sums.sum_linear([(1 / N, ratio(x[i]))], i, N, this.domain))
    summed = substitute(infonce.trace.fact, flip(total))
    return combination(this.statement, this.domain, [(1 / N, summed)], given=[mgf_positive()])


# --- other losses ----------------------------------------------------------------------------------------------------


@cache
def _powers(domain: Domain) -> Fact:
    """(1/N) Σ_i p_i^q ≤ (e^β/(N M_h(β)))^q, by Jensen's inequality."""
    bound = specialise(probability.fact, {}, domain)
    mean = positive(bound.statement.lhs, domain)
    jensen = trusted_sums.jensen_power(positive(PROBABILITY, more(domain, *INDEX_I)), q, i, N)
    return chain(jensen, trusted_sums.power_increases(bound, mean, q))


@claim(
    id="thm.1.loss.power",
    title="Power losses of the softmax probability",
    relation="ours",
    source="Theorem 1, for other losses",
    domain=more(PAIRS, q, Le(q, 1)),
    statement=Ge(sp.Sum((1 - PROBABILITY**q) / q, (i, 1, N)) / N, (1 - LIMIT**q) / q, evaluate=False),
)
def power_loss(this: Claim):
    """For 0 < q ≤ 1 the loss (1 − p^q)/q of the probability p of the positive pair is bounded as the logarithm is.

    The linear loss 1 − p is q = 1, and the logarithmic loss is the limit q → 0.
    """
    domain = this.domain
    loss = this.statement.lhs.atoms(sp.Sum)
    (total,) = (s for s in loss if i in s.bound_symbols)
    parts = [(1 / q, sp.S.One), (-1 / q, PROBABILITY**q)]
    split = Eq(total.function, sum((factor * term for factor, term in parts), sp.S.Zero), evaluate=False)
    terms = trusted_sums.sum_compares(identity(split, more(domain, *INDEX_I)), i, N)
    value = chain(terms, trusted_sums.sum_linear(parts, i, N, domain))
    value = substitute(value, trusted_sums.sum_constant(sp.S.One, i, N, domain))
    statement = Ge(value.statement.rhs / N, this.statement.rhs, evaluate=False)
    return substitute(combination(statement, domain, [(1 / q, _powers(domain))], given=[mgf_positive()]), flip(value))


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
    domain=Domain(*PAIRS.symbols, t, *PAIRS.vectors, *PAIRS.conditions, reach={**PAIRS.reach, t: 1}),
    statement=Ge(sp.Sum(hinge(PROBABILITY), (i, 1, N)) / N, hinge(LIMIT), evaluate=False),
)
def hinge_loss(this: Claim):
    """The mean of (t − p)_+ over the pairs is at least its value at the bound e^β/(N M_h(β)), for every threshold t.

    A convex loss ψ on (0, 1] that does not increase is, up to a constant, a mixture of such hinges with nonnegative
    weights (and the limit of finite ones), so that it is bounded likewise: (1/N) Σ_i ψ(p_i) ≥ ψ(min(1, e^β/(N M))).
    """
    domain = this.domain
    indexed, gap = more(domain, *INDEX_I), t - PROBABILITY
    (total,) = (s for s in this.statement.lhs.atoms(sp.Sum) if i in s.bound_symbols)
    half = sp.Rational(1, 2)
    halves = [(half, sp.Abs(gap)), (half, gap)]
    split = Eq(total.function, sum((factor * term for factor, term in halves), sp.S.Zero), evaluate=False)
    sums = trusted_sums.sum_compares(identity(split, indexed), i, N)
    sums = chain(sums, trusted_sums.sum_linear(halves, i, N, domain))
    gaps = trusted_sums.sum_linear([(t, sp.S.One), (-sp.S.One, PROBABILITY)], i, N, domain)
    gaps = substitute(gaps, trusted_sums.sum_constant(sp.S.One, i, N, domain))
    value = substitute(sums, gaps)

    signless = substitute(trusted_sums.triangle(gap, i, N, indexed), gaps)
    mean = gaps.statement.rhs
    bound = specialise(probability.fact, {}, domain)
    above = Le(N * (t - LIMIT), mean, evaluate=False)
    larger = trusted_sums.hinge_increases(combination(above, domain, [(N, bound)], given=[mgf_positive()]))
    statement = Ge(value.statement.rhs / N, this.statement.rhs, evaluate=False)
    parts = [(half / N, signless), (half / N, larger)]
    return substitute(combination(statement, domain, parts, given=[mgf_positive()]), flip(value))


CLAIMS = (probability, power_loss, hinge_loss)
