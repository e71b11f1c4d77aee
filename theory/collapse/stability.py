"""Theorem 3 without the von Mises–Fisher constraint: what a law of pairs pays for not being the collapse onto C.

The bound of `theory.collapse.optimum` throws two terms away: ¼βρ|x − y|² in the exponent of each pair, and what
log M(βc) ≥ c² log M(β) leaves where c < 1. Kept, they make the bound strict for every law whose pairs are not aligned
in C.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import exp, log

from modgap.theory.collapse.optimum import (
    COLLAPSED,
    FORM,
    HOT,
    IN_C,
    LENGTH,
    LOSS,
    MGF,
    PAIR,
    PARTITION,
    RATIO,
    D,
    _bent,
    _known,
    _length_positive,
    _length_within_one,
    _scores_positive,
    _share,
    _shares_in_cross,
    cross,
    mgf_positive,
    with_pair,
)
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce import overlap as infonce_overlap
from modgap.theory.infonce.overlap import c
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import X, Y
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, h, rho
from modgap.theory.language.relations import ge, gt, le, lt
from modgap.theory.language.symbols import Dot, SphereMGF
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.under import Under

#: β(1−ρ) − 2 log M(β), which is not negative where collapse is shown to be an optimum.
MARGIN = beta * (1 - rho) - 2 * log(MGF)
#: What one direction of the loss pays for a pair: 1 − c² = ¼(4 − |part of x + y in C|²) and ¼|x − y|².
PRICE = MARGIN * (1 - Dot(IN_C, IN_C) / 4) + beta * rho * Dot(X - Y, X - Y) / 4
WEIGHTED = RATIO * exp(PRICE)


@cache
def _pair_bound() -> Fact:
    """e^{β xᵀDy} e^{price}/Z(x) ≤ (e^β/M(β)²) e^{−β|x̃ − ỹ|²/4} M(βc)²/Z(x)."""
    d, length = Under(with_pair(HOT)), LENGTH
    given = [mgf_positive(d), *_length_positive()]
    least = d.use(infonce_overlap.exponent, {h: D, c: length}, given=[*_length_within_one(), *given])
    apart = _bent(X) - _bent(Y)
    score = beta * cross(X, Y) + beta * Dot(apart, apart) / 4 + PRICE
    at_length = SphereMGF(D, beta * length)
    statement = le(score + 2 * log(MGF), beta + 2 * log(at_length))
    powers = trusted_sums.exponential_increases(d.combine(statement, (1, least), by=FORM, given=given))
    factor = exp(-beta * Dot(apart, apart) / 4) / (MGF**2 * PARTITION)
    wanted = le(WEIGHTED, exp(beta) / MGF**2 * _share())
    return d.combine(wanted, (factor, powers), by=FORM, given=[*given, _scores_positive(d)])


@cache
def _trace() -> Fact:
    """E[e^{β xᵀDy} e^{price}/Z(x)] ≤ e^β/M(β)."""
    d, factor, bound = HOT, exp(beta) / MGF**2, _pair_bound()
    pairs = bound.domain
    out = trusted_measure.constant_factor(PAIR, factor, _share(), pairs, [*_known(pairs)])
    means = chain(trusted_measure.mean_compares(PAIR, bound, [_scores_positive(pairs), mgf_positive(pairs)]), out)
    statement = le(PAIR.mean(WEIGHTED), exp(beta) / MGF)
    return d.combine(statement, (1, means), (factor, _shares_in_cross()), by=FORM, given=[mgf_positive(d)])


@cache
def _forward() -> Fact:
    """β E[xᵀDy] − E log Z(x) + E price ≤ β − log M(β), by Jensen's inequality."""
    d, pairs = HOT, Under(with_pair(HOT))
    positive, scores = mgf_positive(d), _scores_positive(pairs)
    inside = mgf_positive(pairs)
    weighted = pairs.combine(gt(WEIGHTED, 0), rests=[WEIGHTED], by=FORM, given=[scores, inside])
    jensen = trusted_couplings.jensen_mean_logarithm(PAIR, weighted)
    mean_positive = trusted_measure.positive_mean(PAIR, WEIGHTED, pairs, given=[scores, inside])
    logs = trusted.log_is_increasing(_trace(), mean_positive)
    bound = chain(jensen, logs, d.equal(log(exp(beta) / MGF), beta - log(MGF), Logarithms(positive), given=[positive]))
    same = pairs.equal(
        log(WEIGHTED), beta * cross(X, Y) - log(PARTITION) + PRICE, Logarithms(scores), given=[scores, inside]
    )
    parts = [(beta, cross(X, Y)), (-sp.S.One, log(PARTITION)), (sp.S.One, PRICE)]
    means = trusted_measure.mean_compares(PAIR, same)
    return substitute(bound, chain(means, trusted_couplings.mean_is_linear(PAIR, parts, pairs)))


@claim(
    id="thm.3.free.global.stability",
    title="What a law of pairs pays for not being aligned in the intersection, where 2 log M ≤ β(1 − cos φ)",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=HOT,
    statement=ge(LOSS, COLLAPSED + 2 * PAIR.mean(PRICE)),
)
def stability(this: Claim):
    """The loss exceeds that of the collapse by E[½(β(1−ρ) − 2 log M)(4 − |(x+y)_C|²) + ½βρ|x − y|²] at least.

    (x+y)_C is the part of x + y in C. For 2 log M(β) < β(1−ρ), M = M_{h−2}, as for β < (h−2)(1−ρ), equality asks that
    |(x+y)_C| = 2 almost surely, that is x = y in C. So every optimum is a law of aligned pairs in C, and by
    `thm.1.equality.keys` in dimension h − 2 it is the uniform one.
    """
    d = Under(this.domain)
    one = _forward()
    other = d.use(trusted_couplings.exchanged(one))
    pairs, turned = Under(with_pair(d)), PRICE.xreplace({Dot(X - Y, X - Y): Dot(Y - X, Y - X)})
    same = pairs.equal(turned, PRICE, FORM, given=[mgf_positive(pairs)])
    other = substitute(other, trusted_measure.mean_compares(PAIR, same))
    loss = trusted.definition(LOSS, d)
    added = d.combine(
        ge(loss.statement.rhs, this.statement.rhs), (1, one), (1, other), by=FORM, given=[mgf_positive(d)]
    )
    return substitute(added, flip(loss))


#: How far a pair is from lying in C with x = y, in the mean: 1 − ¼|(x+y)_C|².
OUTSIDE = PAIR.mean(1 - Dot(IN_C, IN_C) / 4)
WITHIN = le(2 * log(MGF), beta * (1 - rho))
STRICT = (lt(*WITHIN.args), gt(OUTSIDE, 0))


@claim(
    id="thm.3.free.global.strict",
    title=(
        "In four dimensions or more, where 2 log M < β(1 − cos φ), pairs not aligned in the intersection have more "
        "loss than the collapse"
    ),
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*HOT.symbols, *HOT.vectors, *(c for c in HOT.conditions if c != WITHIN), *STRICT, reach=HOT.reach),
    statement=gt(LOSS, COLLAPSED),
)
def strict(this: Claim):
    """For 2 log M(β) < β(1−ρ) the loss exceeds that of the collapse unless x = y in C almost surely.

    Pairs are there just where |(x+y)_C| = 2. Of the laws of such pairs the uniform one alone is optimal, as their loss
    is that of Theorem 1 in dimension h − 2 (`thm.1`); that step is in words.
    """
    d = Under(this.domain)
    pairs = Under(with_pair(d))
    apart = Dot(X - Y, X - Y)
    parts = [(MARGIN, 1 - Dot(IN_C, IN_C) / 4), (beta * rho / 4, apart)]
    same = pairs.equal(PRICE, sum((factor * of for factor, of in parts), sp.S.Zero), FORM, given=[mgf_positive(pairs)])
    means = chain(trusted_measure.mean_compares(PAIR, same), trusted_couplings.mean_is_linear(PAIR, parts, pairs))
    within = d.show(WITHIN, d.asked(STRICT[0]))
    above = substitute(d.use(stability, given=[within]), means)
    distance = trusted_measure.mean_compares(PAIR, pairs.combine(le(sp.S.Zero, apart), rests=[apart], by=FORM))
    distance = chain(flip(trusted_measure.mean_of_constant(PAIR, sp.S.Zero, d)), distance)
    known = [(sp.S.One, above), (2 * OUTSIDE, d.asked(STRICT[0])), (beta * rho / 2, distance)]
    return d.combine(this.statement, *known, by=FORM, given=[mgf_positive(d), d.asked(STRICT[1])])


CLAIMS = (stability, strict)
