"""The limit of the loss: L_n − 2 log n of n independent pairs is the population loss up to C(β)/√n in mean square.

The law π of the pairs has N atoms (x_i, y_i) of equal weight, so that its population loss is L_N − 2 log N of these
atoms. Subtracting it from L_n − 2 log n of a sample leaves the fluctuation of a mean of n independent terms, and for
each direction a mean of logarithms of relative errors A_k of partition functions. The own pair of a query is one of
the n terms of its partition function; the others are independent of it.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Abs, Expr, Symbol, exp, log, sqrt

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce.pairs import partition, ratio, scores_positive
from modgap.theory.infonce.trace import FORM, INDEX_I, INDEX_J, aligned, positive
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import unit_vectors
from modgap.theory.language.letters import N, beta, h, i, j, x, y
from modgap.theory.language.relations import eq, ge, gt, le
from modgap.theory.language.samples import Draw, SampleDirection, SampleLoss, sample_mean
from modgap.theory.language.symbols import Dot, MCLLoss
from modgap.theory.trusted import samples as trusted_sampling
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import logarithm_bounds
from modgap.theory.under import Under

#: The size n of the sample s, and two positions in it.
n = Symbol("n", integer=True, positive=True)
s = Symbol("s")
k, l = sp.symbols("k l", integer=True)
#: A second index of keys, as j is bound in the partition function.
r = Symbol("r", integer=True)

REACH = {h: 3, N: 2, n: 3, beta: 3}
ATOMS = Under(h, N, n, beta, h >= 2, unit_vectors(x, N, h), unit_vectors(y, N, h), reach=REACH)
INDEX_K, INDEX_L = (k, ge(k, 1), le(k, n)), (l, ge(l, 1), le(l, n))

#: L_n − 2 log n of the sampled pairs less that of the law.
ERROR = SampleLoss(x, y, beta, N, n, s) - 2 * log(n) - (MCLLoss(x, y, beta, N) - 2 * log(N))
#: The largest root mean square of the three parts of it, times √n.
OWN = 4 * beta
PARTITION = (exp(2 * beta) - 1) / 2 * sqrt(1 + 4 * exp(2 * beta) / n)
RATE = (4 * beta + (exp(2 * beta) - 1) * sqrt(1 + 4 * exp(2 * beta) / n)) / sqrt(n)


# --- one law: scores, partition functions, their relative second moment ----------------------------------------------

#: β x_i·y_j, the partition function of x_i, and the share e^{β x_i·y_r}/F(x_i) of y_r in it.
SCORE = beta * Dot(x[i], y[j])
F = partition(x[i])
SHARE = exp(beta * Dot(x[i], y[r])) / F
AT_I, AT_IJ = ATOMS.further(*INDEX_I), ATOMS.further(*INDEX_I, *INDEX_J)
AT_IR = AT_I.further(r, ge(r, 1), le(r, N))


@cache
def _score_bounds() -> tuple[Fact, Fact]:
    """e^{−β} ≤ e^{β x_i·y_j} ≤ e^β."""
    above = AT_IJ.combine(le(SCORE, beta), (beta, aligned(x[i], y[j], AT_IJ)), by=FORM)
    square = AT_IJ.sign(ge(Dot(x[i] + y[j], x[i] + y[j]), 0))
    below = AT_IJ.combine(le(-beta, SCORE), (beta / 2, square), by=FORM)
    return trusted_sums.exponential_increases(below), trusted_sums.exponential_increases(above)


def _sum_bounds() -> tuple[Fact, Fact]:
    """N e^{−β} ≤ Σ_j e^{β x_i·y_j} ≤ N e^β."""
    below, above = (trusted_sums.sum_compares(bound, j, N) for bound in _score_bounds())
    return (
        substitute(below, trusted_sums.sum_constant(exp(-beta), j, N, AT_I)),
        substitute(above, trusted_sums.sum_constant(exp(beta), j, N, AT_I)),
    )


#: Numbers that stand for e^{β x_i·y_j}, for Σ_j of them and of their squares, and for e^β.
E, S, Q, T, count = sp.symbols("E S Q T count", positive=True)
BETWEEN = (ge(E, 1 / T), le(E, T))
SUMS = (ge(S, count / T), le(S, count * T))


@cache
def _relative_second_moment() -> Fact:
    """(1/N) Σ_j (e^{β x_i·y_j}/F(x_i))² ≤ (e^β + e^{−β})²/4: the inequality of Kantorovich."""
    below, above = _score_bounds()
    square = Under(E, T, *BETWEEN).show(le(E**2, E * (T + 1 / T) - 1))
    squares = AT_IJ.use(square, {E: exp(SCORE), T: exp(beta)}, [_turned(below), above])
    width = exp(beta) + exp(-beta)
    summed = trusted_sums.sum_compares(squares, j, N)
    linear = trusted_sums.sum_linear([(width, exp(SCORE)), (-sp.S.One, sp.S.One)], j, N, AT_I)
    bound = substitute(summed, linear, trusted_sums.sum_constant(sp.S.One, j, N, AT_I))
    scalars = Under(S, Q, T, count, le(Q, S * (T + 1 / T) - count))
    lemma = scalars.show(le(count * Q / S**2, (T + 1 / T) ** 2 / 4))
    total = sp.Sum(exp(SCORE), (j, 1, N))
    values = {S: total, Q: bound.statement.lhs, T: exp(beta), count: N}
    rearranged = le(bound.statement.lhs, total * width - N)
    given = [AT_I.combine(rearranged, (sp.S.One, bound)), scores_positive(x[i], AT_I), _squares_positive()]
    found = AT_I.use(lemma, values, given)
    second = sp.Sum(SHARE**2, (r, 1, N)) / N
    return chain(AT_I.equal(second, found.statement.lhs, FORM), found)


def _squares_positive() -> Fact:
    return trusted_sums.sum_positive(positive(exp(2 * SCORE), AT_IJ), j, N)


def _turned(fact: Fact) -> Fact:
    """Read a ≤ b as b ≥ a."""
    left, right = fact.statement.args
    return Under(fact.domain).combine(ge(right, left), (sp.S.One, fact))


@cache
def _share_bounds() -> tuple[Fact, Fact]:
    """e^{−2β} ≤ e^{β x_i·y_r}/F(x_i) ≤ e^{2β}."""
    below, above = (AT_IR.use(bound, {j: r}) for bound in _score_bounds())
    low, high = _sum_bounds()
    given = [_turned(below), above, _turned(low), high, scores_positive(x[i], AT_IR)]
    values = {E: exp(beta * Dot(x[i], y[r])), S: sp.Sum(exp(SCORE), (j, 1, N)), T: exp(beta), count: N}
    here = Under(E, S, T, count, *BETWEEN, *SUMS)
    share = count * E / S
    bounds = (ge(share, 1 / T**2), le(share, T**2))
    lemmas = [AT_IR.use(here.show(bound), values, given) for bound in bounds]
    same = AT_IR.equal(SHARE, lemmas[0].statement.lhs, FORM)
    return chain(lemmas[0], same), chain(same, lemmas[1])


# --- a sample: relative errors of its partition functions ------------------------------------------------------------

#: Which atoms the positions k and l of a sample bring.
DRAWN = {i: Draw(s, k, N), r: Draw(s, l, N)}
SAMPLED, AT_K = ATOMS.further(s), ATOMS.further(s, *INDEX_K)
#: A_k = (1/n) Σ_l e^{β x_{s_k}·y_{s_l}}/F(x_{s_k}), with F inside the sum and outside of it.
INSIDE = sp.Sum(SHARE.subs(DRAWN), (l, 1, n)) / n
OUTSIDE = sp.Sum(exp(SCORE.subs({i: Draw(s, k, N), j: Draw(s, l, N)})), (l, 1, n)) / n / F.subs(DRAWN)
LOGS = sp.Sum(log(OUTSIDE), (k, 1, n)) / n
ERRORS = sp.Sum((INSIDE - 1) ** 2, (k, 1, n)) / n


def mean(of: Expr) -> Expr:
    """Return the mean over samples."""
    return sample_mean(N, n, s, of)


@cache
def _logarithm() -> Fact:
    """(log A_k)² ≤ e^{2β} (A_k − 1)², because A_k ≥ e^{−2β}."""
    low, _ = _share_bounds()
    terms = trusted_sampling.at_draws(low, DRAWN, AT_K.further(*INDEX_L))
    constant = trusted_sums.sum_constant(exp(-2 * beta), l, n, AT_K)
    summed = substitute(trusted_sums.sum_compares(terms, l, n), constant)
    same = AT_K.equal(OUTSIDE, INSIDE, FORM)
    least = substitute(AT_K.combine(ge(INSIDE, exp(-2 * beta)), (1 / n, summed)), flip(same))
    above_zero = positive(OUTSIDE, AT_K)
    square = trusted_sampling.square_of_logarithm(above_zero)
    a, q = Symbol("a", positive=True), Symbol("q")
    known = Under(a, q, T, le(q, (a - 1) ** 2 / a), ge(a, 1 / T**2))
    lemma = known.show(le(q, T**2 * (a - 1) ** 2))
    values = {a: OUTSIDE, q: log(OUTSIDE) ** 2, T: exp(beta)}
    bound = AT_K.use(lemma, values, [above_zero, square, least])
    turned = exp(2 * beta) * (INSIDE - 1) ** 2
    return chain(bound, AT_K.equal(bound.statement.rhs, turned, FORM, [above_zero]))


@cache
def _variance() -> Fact:
    """E_s (1/n) Σ_k (A_k − 1)² ≤ (e^{2β} − 1)²/n² + (e^β − e^{−β})²/(4n)."""
    one = AT_I.equal(sp.Sum(SHARE, (r, 1, N)) / N, 1, FORM, [scores_positive(x[i], AT_I)])
    spread = trusted_sampling.variance_given_own(SHARE, one, N, (i, r), (k, l), s, n)
    low, high = (AT_I.use(bound, {r: i}) for bound in _share_bounds())
    own = SHARE.subs(r, i)
    a = Symbol("a", positive=True)
    least = trusted_sums.exponential_increases(AT_I.sign(le(0, beta)))
    lemma = Under(a, T, ge(a, 1 / T**2), le(a, T**2), ge(T, 1)).show(le((a - 1) ** 2, (T**2 - 1) ** 2))
    near = AT_I.use(lemma, {a: own, T: exp(beta)}, [_turned(low), high, _turned(least), positive(own, AT_I)])
    p, v = sp.symbols("p v")
    size = Symbol("size", positive=True)
    limits = (le(p, (T**2 - 1) ** 2), le(v, (T + 1 / T) ** 2 / 4), ge(size, 1))
    term = p / size**2 + (size - 1) / size**2 * (v - 1)
    bound = (T**2 - 1) ** 2 / size**2 + (T - 1 / T) ** 2 / (4 * size)
    scalars = Under(p, v, T, size, *limits)
    first, second_limit = (scalars.show(limit) for limit in limits[:2])
    parts = [(1 / size**2, first), ((size - 1) / size**2, second_limit)]
    both = scalars.combine(le(term, bound), *parts, rests=[(T - 1 / T) ** 2 / (4 * size**2)])
    second = _relative_second_moment()
    values = {p: near.statement.lhs, v: second.statement.lhs, T: exp(beta), size: n}
    terms = AT_I.use(both, values, [near, second])
    summed = trusted_sums.sum_compares(terms, i, N)
    constant = trusted_sums.sum_constant(summed.statement.rhs.function, i, N, ATOMS)
    total = substitute(summed, constant)
    left, right = total.statement.args
    return chain(spread, ATOMS.combine(le(left / N, right / N), (1 / N, total)))


# --- the three parts of the error ------------------------------------------------------------------------------------

#: −log of the shares of the own key and of the own query: the loss of one pair, less 2 log N.
SWAP = {x: y, y: x}
SELF = ratio(x[i])
PAIR = -log(SELF) - log(SELF.xreplace(SWAP))
FLUCTUATION = sp.Sum(PAIR.subs(i, Draw(s, k, N)), (k, 1, n)) / n - sp.Sum(PAIR, (i, 1, N)) / N


@cache
def _logarithms() -> Fact:
    """E_s[((1/n) Σ_k log A_k)²] ≤ (the root mean square bound)²."""
    above_zero = positive(OUTSIDE, AT_K)
    jensen = trusted_sampling.square_of_mean(log(OUTSIDE), k, n, AT_K, [above_zero])
    summed = trusted_sums.sum_compares(_logarithm(), k, n)
    out = trusted_sums.sum_linear([(exp(2 * beta), (INSIDE - 1) ** 2)], k, n, SAMPLED)
    total = substitute(summed, out)
    pointwise = chain(jensen, SAMPLED.combine(le(total.statement.lhs / n, exp(2 * beta) * ERRORS), (1 / n, total)))
    means = trusted_sampling.sample_compares(pointwise, s, N, n)
    linear = trusted_sampling.sample_linear([(exp(2 * beta), ERRORS)], s, N, n, ATOMS)
    bound = substitute(means, linear)
    variance, factor = _variance(), exp(2 * beta)
    left, right = (factor * side for side in variance.statement.args)
    scaled = ATOMS.combine(le(left, right), (factor, variance))
    return chain(bound, scaled, ATOMS.equal(right, PARTITION**2 / n, FORM))


@cache
def _fluctuation() -> Fact:
    """E_s[((1/n) Σ_k ℓ_{s_k} − (1/N) Σ_i ℓ_i)²] ≤ 16 β²/n for the loss ℓ_i of one pair, which is at most 4β in size."""
    low, high = (AT_I.use(bound, {r: i}) for bound in _share_bounds())
    logs = [trusted.log_is_increasing(low, positive(exp(-2 * beta), AT_I))]
    logs.append(trusted.log_is_increasing(high, positive(SELF, AT_I)))
    logs += [AT_I.use(fact, SWAP) for fact in logs]
    size = AT_I.show(le(PAIR**2, 16 * beta**2), *logs)
    constant = trusted_sums.sum_constant(16 * beta**2, i, N, ATOMS)
    total = substitute(trusted_sums.sum_compares(size, i, N), constant)
    variance = trusted_sampling.variance_of_mean(PAIR, i, N, k, s, n, AT_I)
    return ATOMS.show(le(variance.statement.lhs, 16 * beta**2 / n), variance, total)


@cache
def _parts() -> Fact:
    """The error is the fluctuation and the two means of logarithms of relative errors."""
    population = trusted.definition(MCLLoss(x, y, beta, N), ATOMS)
    (whole,) = (t for t in population.statement.rhs.atoms(sp.Sum) if i in t.bound_symbols)
    split = [(sp.S.One, PAIR), (2 * log(N), sp.S.One)]
    terms = eq(whole.function, sum((c * t for c, t in split), sp.S.Zero))
    sums = trusted_sums.sum_compares(identity(terms, AT_I, Logarithms()), i, N)
    sums = chain(sums, trusted_sums.sum_linear(split, i, N, ATOMS))
    law = substitute(population, substitute(sums, trusted_sums.sum_constant(sp.S.One, i, N, ATOMS)))

    loss = trusted.definition(SampleLoss(x, y, beta, N, n, s), SAMPLED)
    (whole,) = (t for t in loss.statement.rhs.atoms(sp.Sum) if k in t.bound_symbols)
    drawn = PAIR.subs(i, Draw(s, k, N))
    split = [(sp.S.One, drawn), (sp.S.One, log(OUTSIDE)), (sp.S.One, log(OUTSIDE.xreplace(SWAP)))]
    split.append((2 * log(n), sp.S.One))
    terms = eq(whole.function, sum((c * t for c, t in split), sp.S.Zero))
    sums = trusted_sums.sum_compares(identity(terms, AT_K, Logarithms()), k, n)
    sums = chain(sums, trusted_sums.sum_linear(split, k, n, SAMPLED))
    sample = substitute(loss, substitute(sums, trusted_sums.sum_constant(sp.S.One, k, n, SAMPLED)))

    turned = rewrite(ERROR, sample, SAMPLED.use(law), domain=SAMPLED)
    parts = FLUCTUATION + LOGS + LOGS.xreplace(SWAP)
    return chain(turned, SAMPLED.equal(turned.statement.rhs, parts))


def _above_one() -> list[Fact]:
    """e^{2β} − 1 > 0, being at least 2β; and half of it."""
    bounds = logarithm_bounds(positive(exp(2 * beta), ATOMS))
    excess = exp(2 * beta) - 1
    return [ATOMS.show(gt(part, 0), bounds) for part in (excess, excess / 2)]


# --- the theorem -----------------------------------------------------------------------------------------------------


@claim(
    id="mcl.limit.square",
    title="Rate of the limit of the loss, in mean square, for laws of finitely many equal atoms",
    relation="ours",
    source="the limit in Theorem 1, with a rate",
    domain=ATOMS,
    statement=le(mean(ERROR**2), RATE**2),
)
def square(this: Claim):
    """L_n − 2 log n of n independent pairs is within C(β)/√n of the population loss, in root mean square.

    The law of the pairs has N atoms of equal weight. C is about 4β + e^{2β} − 1 for n above e^{2β}: the relative
    variance of a partition function of one term is at most sinh²β (Kantorovich), and a logarithm is steep where the
    sample misses the keys that matter. The own pair, which is in its own partition function, costs the second root.
    """
    d, parts = Under(this.domain), (FLUCTUATION, LOGS, LOGS.xreplace(SWAP))
    a, b = sp.symbols("a b", positive=True)
    weights = [(a + 2 * b) / weight for weight in (a, b, b)]
    weighted = SAMPLED.further(a, b)
    split = trusted_sampling.square_of_sum(parts, [a, b, b], weighted)
    means = trusted_sampling.sample_compares(split, s, N, n)
    squares = [(weight, part**2) for weight, part in zip(weights, parts, strict=True)]
    linear = trusted_sampling.sample_linear(squares, s, N, n, d.further(a, b))
    sizes = {a: OWN / sqrt(n), b: PARTITION / sqrt(n)}
    whole = d.use(substitute(means, linear), sizes, _above_one())
    error = chain(trusted_sampling.sample_compares(rewrite(ERROR**2, _parts(), domain=SAMPLED), s, N, n), whole)

    z, *means = sp.symbols("z u v w")
    total = sum((weight * m for weight, m in zip(weights, means, strict=True)), sp.S.Zero)
    limits = [le(z, total), *(le(m, size**2) for m, size in zip(means, (a, b, b), strict=True))]
    scalars = Under(a, b, z, *means, *limits)
    given = [(factor, scalars.show(limit)) for factor, limit in zip([1, *weights], limits, strict=True)]
    lemma = scalars.combine(le(z, (a + 2 * b) ** 2), *given)
    bounds = [_fluctuation(), _logarithms(), d.use(_logarithms(), SWAP)]
    values = {**sizes, z: error.statement.lhs, **{m: f.statement.lhs for m, f in zip(means, bounds, strict=True)}}
    found = d.use(lemma, values, [error, *bounds, *_above_one()])
    return chain(found, d.equal(found.statement.rhs, this.statement.rhs))


@claim(
    id="mcl.limit",
    title="Rate of the limit of the loss, for laws of finitely many equal atoms",
    relation="ours",
    source="the limit in Theorem 1, with a rate",
    domain=ATOMS,
    statement=le(mean(Abs(ERROR)), RATE),
)
def limit(this: Claim):
    """E |L_n − 2 log n − 𝓛(π)| ≤ (4β + (e^{2β} − 1) √(1 + 4e^{2β}/n))/√n for n independent pairs from the law π.

    The law has N atoms of equal weight, for any N; a bound that is free of N. So L_n − 2 log n tends to 𝓛(π) in mean.
    """
    excess, _ = _above_one()
    factor = sqrt(1 + 4 * exp(2 * beta) / n) / sqrt(n)
    rate = Under(this.domain).combine(gt(RATE, 0), (factor, excess), rests=[4 * beta / sqrt(n)])
    return trusted_sampling.mean_absolute_value(square.fact, rate)


# --- one direction ---------------------------------------------------------------------------------------------------

#: What one direction tends to: −β E x·y + E log E' e^{β x·y'} of the law; it is the mean of the losses of its pairs.
TERM, PARTED = -log(SELF), log(F)
LAW = -beta * (sp.Sum(Dot(x[i], y[i]), (i, 1, N)) / N) + sp.Sum(PARTED, (i, 1, N)) / N
DIRECTION_ERROR = SampleDirection(x, y, beta, N, n, s) - log(n) - LAW
DIRECTION_FLUCTUATION = sp.Sum(TERM.subs(i, Draw(s, k, N)), (k, 1, n)) / n - sp.Sum(TERM, (i, 1, N)) / N
#: Half of `RATE`.
DIRECTION_RATE = (OWN / 2 + PARTITION) / sqrt(n)


@cache
def law_of_direction() -> Fact:
    """Σ_i log F(x_i) is the sum of the losses of the pairs and of β x_i·y_i."""
    positive_sums = scores_positive(x[i], AT_I)
    split = [(sp.S.One, TERM), (beta, Dot(x[i], y[i]))]
    terms = eq(PARTED, sum((c * of for c, of in split), sp.S.Zero))
    sums = trusted_sums.sum_compares(identity(terms, AT_I, Logarithms(positive_sums), [positive_sums]), i, N)
    return chain(sums, trusted_sums.sum_linear(split, i, N, ATOMS))


@cache
def _direction_parts() -> Fact:
    """The error of one direction is its fluctuation and the mean of the logarithms of its relative errors."""
    loss = trusted.definition(SampleDirection(x, y, beta, N, n, s), SAMPLED)
    (whole,) = (t for t in loss.statement.rhs.atoms(sp.Sum) if k in t.bound_symbols)
    split = [(sp.S.One, TERM.subs(i, Draw(s, k, N))), (sp.S.One, log(OUTSIDE)), (log(n), sp.S.One)]
    terms = eq(whole.function, sum((c * of for c, of in split), sp.S.Zero))
    sums = trusted_sums.sum_compares(identity(terms, AT_K, Logarithms()), k, n)
    sums = chain(sums, trusted_sums.sum_linear(split, k, n, SAMPLED))
    sample = substitute(loss, substitute(sums, trusted_sums.sum_constant(sp.S.One, k, n, SAMPLED)))
    turned = rewrite(DIRECTION_ERROR, sample, SAMPLED.use(law_of_direction()), domain=SAMPLED)
    return chain(turned, SAMPLED.equal(turned.statement.rhs, DIRECTION_FLUCTUATION + LOGS))


@cache
def _direction_fluctuation() -> Fact:
    """E_s[((1/n) Σ_k ℓ_{s_k} − (1/N) Σ_i ℓ_i)²] ≤ 4 β²/n for one direction ℓ_i of the loss of one pair."""
    low, high = (AT_I.use(bound, {r: i}) for bound in _share_bounds())
    logs = [trusted.log_is_increasing(low, positive(exp(-2 * beta), AT_I))]
    logs.append(trusted.log_is_increasing(high, positive(SELF, AT_I)))
    size = AT_I.show(le(TERM**2, 4 * beta**2), *logs)
    constant = trusted_sums.sum_constant(4 * beta**2, i, N, ATOMS)
    total = substitute(trusted_sums.sum_compares(size, i, N), constant)
    variance = trusted_sampling.variance_of_mean(TERM, i, N, k, s, n, AT_I)
    return ATOMS.show(le(variance.statement.lhs, 4 * beta**2 / n), variance, total)


@claim(
    id="mcl.limit.direction",
    title="Rate of the limit of one direction of the loss, for laws of finitely many equal atoms",
    relation="ours",
    source="Theorem S1, with a rate, for finitely many equal atoms",
    domain=ATOMS,
    statement=le(mean(Abs(DIRECTION_ERROR)), DIRECTION_RATE),
)
def direction(this: Claim):
    """For one direction of L, E |L_n − log n − (−β E x·y + E log E' e^{β x·y'})| is at most half of the rate of both.

    The law of the pairs has N atoms of equal weight, for any N; the bound is free of N.
    """
    d, parts = Under(this.domain), (DIRECTION_FLUCTUATION, LOGS)
    a, b = sp.symbols("a b", positive=True)
    weights = [(a + b) / weight for weight in (a, b)]
    split = trusted_sampling.square_of_sum(parts, [a, b], SAMPLED.further(a, b))
    means = trusted_sampling.sample_compares(split, s, N, n)
    squares = [(weight, of**2) for weight, of in zip(weights, parts, strict=True)]
    linear = trusted_sampling.sample_linear(squares, s, N, n, d.further(a, b))
    sizes = {a: OWN / 2 / sqrt(n), b: PARTITION / sqrt(n)}
    whole = d.use(substitute(means, linear), sizes, _above_one())
    square_of = rewrite(DIRECTION_ERROR**2, _direction_parts(), domain=SAMPLED)
    error = chain(trusted_sampling.sample_compares(square_of, s, N, n), whole)

    z, *means = sp.symbols("z u v")
    total = sum((weight * of for weight, of in zip(weights, means, strict=True)), sp.S.Zero)
    limits = [le(z, total), *(le(of, size**2) for of, size in zip(means, (a, b), strict=True))]
    scalars = Under(a, b, z, *means, *limits)
    given = [(factor, scalars.show(bound)) for factor, bound in zip([1, *weights], limits, strict=True)]
    lemma = scalars.combine(le(z, (a + b) ** 2), *given)
    bounds = [_direction_fluctuation(), _logarithms()]
    values = {**sizes, z: error.statement.lhs, **{of: f.statement.lhs for of, f in zip(means, bounds, strict=True)}}
    found = d.use(lemma, values, [error, *bounds, *_above_one()])
    squared = chain(found, d.equal(found.statement.rhs, DIRECTION_RATE**2))
    excess, _ = _above_one()
    factor = sqrt(1 + 4 * exp(2 * beta) / n) / sqrt(n) / 2
    rate = d.combine(gt(DIRECTION_RATE, 0), (factor, excess), rests=[2 * beta / sqrt(n)])
    return trusted_sampling.mean_absolute_value(squared, rate)


CLAIMS = (square, limit, direction)
