"""The limit of the loss for every law of pairs: in mean, with exponential tails, and so almost surely.

In mean: the rate of `theory.infonce.limit` is free of the number of atoms of the law, and laws of finitely many equal
atoms are dense. Tails: one more pair changes n times the loss, less n log n, by a bounded amount, so that McDiarmid's
inequality holds. Almost surely: these tails can be summed. No step asks for the dimension, or for the marginals.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sympy as sp
from sympy import Abs, Basic, Expr, exp, log, sqrt

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce import limit as of_atoms
from modgap.theory.infonce.limit import SWAP, k, n, s
from modgap.theory.infonce.pairs import scores_positive
from modgap.theory.infonce.trace import FORM, INDEX_I, INDEX_J, aligned, positive
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import DirectionLoss, P, PopulationLoss
from modgap.theory.language.domain import coupling, unit_vector, unit_vectors
from modgap.theory.language.independent import (
    DrawnDirection,
    DrawnLoss,
    OfPairs,
    WithOneMore,
    grows_by,
    pairs_chance,
    pairs_mean,
)
from modgap.theory.language.letters import N, beta, h, i, j, x, y
from modgap.theory.language.relations import all_of, ge, gt, le
from modgap.theory.language.samples import SampleLoss
from modgap.theory.language.symbols import Dot, MCLLoss
from modgap.theory.trusted import independent as trusted_independent
from modgap.theory.trusted import samples as trusted_sampling
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import logarithm_bounds
from modgap.theory.under import Under

#: One more pair, beside N of them; t and ε; the numbers of pairs between which a loss is looked at.
u, v = sp.symbols("u v")
t, eps = sp.symbols("t epsilon", positive=True)
m, M = sp.symbols("m M", integer=True, positive=True)

# --- one more pair ---------------------------------------------------------------------------------------------------

REACH = {h: 3, N: 4, beta: 3}
ONE_MORE = Under(
    *(h, N, beta, h >= 2, unit_vectors(x, N, h), unit_vectors(y, N, h), unit_vector(u, h), unit_vector(v, h)),
    reach=REACH,
)
AT_I, AT_IJ = ONE_MORE.further(*INDEX_I), ONE_MORE.further(*INDEX_I, *INDEX_J)
#: The most by which n times one direction of the loss, less n log n, changes with one more pair.
CHANGE = 2 * beta + exp(2 * beta) - 1
GROWS = grows_by(x, y, beta, N, u, v)

ONE_MORE_BOUNDS = (ge(GROWS, -CHANGE), le(GROWS, CHANGE))


def _score(a: Expr, b: Expr) -> Expr:
    return exp(beta * Dot(a, b))


@cache
def _score_between(a: Expr, b: Expr, d: Under) -> tuple[Fact, Fact, Fact, Fact]:
    """−β ≤ β a·b ≤ β for unit vectors, and e^{−β} ≤ e^{β a·b} ≤ e^β."""
    above = d.combine(le(beta * Dot(a, b), beta), (beta, aligned(a, b, d)), by=FORM)
    square = d.sign(ge(Dot(a + b, a + b), 0))
    below = d.combine(le(-beta, beta * Dot(a, b)), (beta / 2, square), by=FORM)
    return below, above, trusted_sums.exponential_increases(below), trusted_sums.exponential_increases(above)


@cache
def _keys_between(a: Expr, d: Under) -> tuple[Fact, Fact, Fact]:
    """N e^{−β} ≤ Σ_j e^{β a·y_j} ≤ N e^β, and the sum is positive."""
    with_j = d.further(*INDEX_J)
    low, high = (trusted_sums.sum_compares(f, j, N) for f in _score_between(a, y[j], with_j)[2:])
    low = substitute(low, trusted_sums.sum_constant(exp(-beta), j, N, d))
    high = substitute(high, trusted_sums.sum_constant(exp(beta), j, N, d))
    return low, high, trusted_sums.sum_positive(positive(_score(a, y[j]), with_j), j, N)


#: Numbers that stand for Σ_j e^{β a·y_j}, for e^{β a·v}, for e^β and for N.
S, E, T, count = sp.symbols("S E T count", positive=True)
SCALARS = Under(S, E, T, count, ge(count, 1), ge(T, 1), le(count / T, S), le(S, count * T), le(1 / T, E), le(E, T))


def _lemma(statement: Basic, a: Expr, d: Under) -> Fact:
    """Use what holds of S, E, T and N for the scores of a query a among N keys and one more."""
    low, high, above_zero = _keys_between(a, d)
    _, _, least, most = _score_between(a, v, d)
    one = d.show(ge(exp(beta), 1), logarithm_bounds(positive(exp(beta), d)))
    keys = d.show(le(N / exp(beta), low.statement.rhs), chain(d.equal(N / exp(beta), N * exp(-beta), FORM), low))
    score = chain(d.equal(1 / exp(beta), exp(-beta), FORM), least)
    given = [keys, d.show(le(high.statement.lhs, N * exp(beta)), high), score, most, one, above_zero]
    return d.use(SCALARS.show(statement), {S: low.statement.rhs, E: _score(a, v), T: exp(beta), count: N}, given)


@cache
def _of_a_query() -> tuple[Fact, Fact, Fact]:
    """|log(Σ_j e^{β x_i·y_j} + e^{β x_i·v}) − log Σ_j e^{β x_i·y_j} − log((N+1)/N)| ≤ (e^{2β} − 1)/N."""
    d, a = AT_I, x[i]
    keys, further = sp.Sum(_score(a, y[j]), (j, 1, N)), _score(a, v)
    factor, ratio = (S + E) * count / (S * (count + 1)), (keys + further) * N / (keys * (N + 1))
    above_zero = _keys_between(a, d)[2]
    bounds = logarithm_bounds(positive(ratio, d, [above_zero]))
    most = _lemma(le(factor - 1, (T**2 - 1) / count), a, d)
    least = _lemma(ge(1 - 1 / factor, -(T**2 - 1) / count), a, d)
    return bounds, most, least


#: What one more key adds to log Σ_j e^{β x_i·y_j}, less log((N+1)/N); and the term of the pair (u, v) itself, less log.
KEYS, LARGER = OfPairs(x, y, beta, N), WithOneMore(x, y, beta, N, u, v)
_AMONG = sp.Sum(_score(x[i], y[j]), (j, 1, N))
ADDED = log(_AMONG + _score(x[i], v)) - log(_AMONG) - log(N + 1) + log(N)
OWN = log(sp.Sum(_score(u, y[j]), (j, 1, N)) + _score(u, v)) - beta * Dot(u, v) - log(N + 1)


@cache
def _added() -> tuple[Fact, Fact]:
    """−(e^{2β} − 1) ≤ Σ_i (what one more key adds) ≤ e^{2β} − 1."""
    bounds, most, least = _of_a_query()
    above_zero = _keys_between(x[i], AT_I)[2]
    more = positive(_AMONG + _score(x[i], v), AT_I, [above_zero])
    same = AT_I.equal(ADDED, bounds.statement.args[0].lhs, Logarithms(above_zero, more), [above_zero, more])
    size = (exp(2 * beta) - 1) / N
    high = substitute(AT_I.show(le(same.statement.rhs, size), bounds, most), flip(same))
    low = substitute(AT_I.show(ge(same.statement.rhs, -size), bounds, least), flip(same))
    out = []
    for bound, total in ((low, 1 - exp(2 * beta)), (high, exp(2 * beta) - 1)):
        summed = trusted_sums.sum_compares(bound, i, N)
        constant = trusted_sums.sum_constant(bound.statement.rhs, i, N, ONE_MORE)
        whole = substitute(summed, constant)
        out.append(substitute(whole, ONE_MORE.equal(whole.statement.rhs, total, FORM)))
    return out[0], out[1]


@cache
def _own() -> tuple[Fact, Fact]:
    """−2β ≤ log(Σ_j e^{β u·y_j} + e^{β u·v}) − β u·v − log(N+1) ≤ 2β."""
    d = ONE_MORE
    low, high, above_zero = _keys_between(u, d)
    below, above, least, most = _score_between(u, v, d)
    total = sp.Sum(_score(u, y[j]), (j, 1, N)) + _score(u, v)
    more = positive(total, d, [above_zero])
    small, large = (N + 1) * exp(-beta), (N + 1) * exp(beta)
    at_least = d.combine(le(small, total), (1, low), (1, least), by=FORM, given=[above_zero])
    at_most = d.combine(le(total, large), (1, high), (1, most), by=FORM, given=[above_zero])
    logs = [trusted.log_is_increasing(at_least, positive(small, d)), trusted.log_is_increasing(at_most, more)]
    logs[0] = chain(d.equal(log(N + 1) - beta, log(small), Logarithms()), logs[0])
    logs[1] = chain(logs[1], d.equal(log(large), log(N + 1) + beta, Logarithms()))
    return (
        d.combine(ge(OWN, -2 * beta), (1, logs[0]), (1, above), given=[more]),
        d.combine(le(OWN, 2 * beta), (1, logs[1]), (1, below), given=[more]),
    )


@cache
def _grows() -> Fact:
    """N times the loss less N log N grows by Σ_i (what one more key adds) and the term of the pair itself."""
    d, now = ONE_MORE, trusted.definition(KEYS, ONE_MORE)
    then = trusted.definition(LARGER, d)
    (whole,) = (term for term in then.statement.rhs.atoms(sp.Sum) if i in term.bound_symbols)
    (before,) = (term for term in now.statement.rhs.atoms(sp.Sum) if i in term.bound_symbols)
    parts = [(sp.S.One, before.function), (sp.S.One, ADDED), (log(N + 1) - log(N), sp.S.One)]
    terms = AT_I.equal(whole.function, sum((c * f for c, f in parts), sp.S.Zero), FORM, [_keys_between(x[i], AT_I)[2]])
    sums = chain(trusted_sums.sum_compares(terms, i, N), trusted_sums.sum_linear(parts, i, N, d))
    split = substitute(sums, trusted_sums.sum_constant(sp.S.One, i, N, d))
    turned = rewrite(GROWS, substitute(then, split), now, domain=d)
    return chain(turned, d.equal(turned.statement.rhs, sp.Sum(ADDED, (i, 1, N)) + OWN))


@claim(
    id="mcl.limit.one_more",
    title="One more pair changes n times one direction of the loss, less n log n, by a bounded amount",
    relation="ours",
    source="the limit in Theorem 1 and in Theorem S1, for its tails",
    domain=ONE_MORE,
    statement=all_of(*ONE_MORE_BOUNDS),
)
def one_more(this: Claim):
    """|(N+1)(L_{N+1} − log(N+1)) − N(L_N − log N)| ≤ 2β + e^{2β} − 1, for one direction of the loss of any pairs.

    One more key raises the logarithm of a mean of e^{β x·y} over N keys by at most (e^{2β} − 1)/N in size, N times; the
    term of the new pair itself is at most 2β in size.
    """
    d, same = Under(this.domain), _grows()
    (low, high), ends = zip(_added(), _own(), strict=True), (ge, le)
    terms = [a.statement.args[0] + b.statement.args[0] for a, b in (low, high)]
    bounds = [
        d.combine(relation(term, sign * CHANGE), (1, a), (1, b))
        for relation, sign, term, (a, b) in zip(ends, (-1, 1), terms, (low, high), strict=True)
    ]
    return both(*(substitute(bound, flip(same)) for bound in bounds), domain=d)


# --- laws of pairs ---------------------------------------------------------------------------------------------------

LAWS = Under(h, n, beta, h >= 2, coupling(P, h), reach={h: 3, n: 2, beta: 3})
#: L_n − 2 log n of n independent pairs less the population loss, and one direction of both.
ERROR = DrawnLoss(beta, n, s) - 2 * log(n) - PopulationLoss(P, beta)
DIRECTION_ERROR = DrawnDirection(beta, n, s) - log(n) - DirectionLoss(P, beta)


@cache
def _error_of_atoms() -> Fact:
    """For N pairs of equal mass the error of `mcl.limit`, up to its sign, with the population loss spelled out."""
    atoms, at_i = of_atoms.ATOMS, of_atoms.AT_I
    population = trusted.definition(MCLLoss(x, y, beta, N), atoms)
    (whole,) = (term for term in population.statement.rhs.atoms(sp.Sum) if i in term.bound_symbols)
    logs = [of_atoms.PARTED, of_atoms.PARTED.xreplace(SWAP)]
    parts = [(sp.S.One, logs[0]), (sp.S.One, logs[1]), (2 * log(N), sp.S.One), (-2 * beta, Dot(x[i], y[i]))]
    sums_positive = [scores_positive(x[i], at_i)]
    sums_positive.append(at_i.use(sums_positive[0], SWAP))
    total = sum((c * of for c, of in parts), sp.S.Zero)
    terms = at_i.equal(whole.function, total, Logarithms(*sums_positive), sums_positive)
    sums = chain(trusted_sums.sum_compares(terms, i, N), trusted_sums.sum_linear(parts, i, N, atoms))
    law = substitute(population, substitute(sums, trusted_sums.sum_constant(sp.S.One, i, N, atoms)))
    sampled = of_atoms.SAMPLED
    inner = Abs(of_atoms.ERROR).args[0]
    turned = rewrite(inner, sampled.use(law), domain=sampled)
    means = [sp.Sum(of, (i, 1, N)) / N for of in (Dot(x[i], y[i]), *logs)]
    spelled = SampleLoss(x, y, beta, N, n, s) - 2 * log(n) - (-2 * beta * means[0] + means[1] + means[2])
    # SymPy writes |−e| as |e|, with the sign that it likes.
    sign = sp.S.One if inner == of_atoms.ERROR else -sp.S.One
    return chain(turned, sampled.equal(turned.statement.rhs, sp.Add(*(sign * part for part in spelled.args))))


@claim(
    id="mcl.limit.population",
    title="Rate of the limit of the loss, for every law of pairs",
    relation="ours",
    source="the limit in Theorem 1, with a rate",
    domain=LAWS,
    statement=le(pairs_mean(P, n, s, Abs(ERROR)), of_atoms.RATE),
)
def population(this: Claim):
    """E |L_n − 2 log n − 𝓛(P)| ≤ C(β)/√n for n independent pairs from any law P of pairs, in any dimension.

    The rate of `mcl.limit` is free of the number of atoms, and laws of finitely many equal atoms are dense.
    """
    turned = rewrite(Abs(of_atoms.ERROR), _error_of_atoms(), domain=of_atoms.SAMPLED)
    means = trusted_sampling.sample_compares(turned, s, N, n)
    atoms = chain(flip(means), of_atoms.limit.fact)
    return trusted_independent.of_every_coupling(atoms, P, n, s, Abs(ERROR), (x, y), this.domain)


@claim(
    id="mcl.limit.direction.population",
    title="Rate of the limit of one direction of the loss, for every law of pairs",
    relation="ours",
    source="Theorem S1, with a rate",
    domain=LAWS,
    statement=le(pairs_mean(P, n, s, Abs(DIRECTION_ERROR)), of_atoms.DIRECTION_RATE),
)
def direction(this: Claim):
    """One direction of L_n − log n is within C(β)/√n of −β E x·y + E log E' e^{β x·y'} in mean, for any law."""
    atoms = of_atoms.direction.fact
    return trusted_independent.of_every_coupling(atoms, P, n, s, Abs(DIRECTION_ERROR), (x, y), this.domain)


# --- tails -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    """A loss: w, what it differs by from its limit, that in mean, and a bound that does not speak of n, times √n."""

    weight: int
    error: Expr
    rate: Expr
    mean: Claim

    def chance(self, low: Expr, high: Expr, bound: Expr) -> Expr:
        """Return Pr(|error of the first k pairs| ≥ bound for some k, low ≤ k ≤ high)."""
        return pairs_chance(P, low, high, bound, (k, s), Abs(self.error.xreplace({n: k})))

    def exponent(self, excess: Expr) -> Expr:
        """Return a of the tail 2 e^{−na} for an excess over the mean."""
        return excess**2 / (2 * self.weight**2 * CHANGE**2)

    @property
    def constant(self) -> Expr:
        """C, with a rate of at most C/√n for every n."""
        return self.weight * CONSTANT


#: 2β + ((e^{2β} − 1)/2) √(1 + 4e^{2β}): what the rate of one direction comes to at n = 1.
CONSTANT = 2 * beta + (exp(2 * beta) - 1) / 2 * sqrt(1 + 4 * exp(2 * beta))
ONE_WAY = Kind(1, DIRECTION_ERROR, of_atoms.DIRECTION_RATE, direction)
BOTH_WAYS = Kind(2, ERROR, of_atoms.RATE, population)

TAILS = LAWS.further(t, reach={t: 10})
#: The size of a sample from which on the mean error is at most ε/2.
IN_TIME = Under(h, beta, eps, m, M, h >= 2, coupling(P, h), ge(M, m), reach={h: 3, beta: 0.25, eps: 10, m: 1, M: 1})


def enough(kind: Kind) -> Basic:
    """Return m ε² ≥ 4 C²."""
    return ge(m * eps**2, 4 * kind.constant**2)


@cache
def _change_positive() -> Fact:
    """2β + e^{2β} − 1 > 0."""
    d = Under(h, beta, h >= 2)
    return d.show(gt(CHANGE, 0), logarithm_bounds(positive(exp(2 * beta), d)))


def tail(mean: Fact, excess: Expr) -> Fact:
    """From E|Z_n| ≤ c: Pr(|Z_n| ≥ c + t) ≤ 2 e^{−n t²/(2 w² D²)}."""
    low, high = (part(one_more.fact, relation) for relation in ONE_MORE_BOUNDS)
    above_zero = Under(mean.domain).use(_change_positive())
    return trusted_independent.bounded_differences(mean, low, high, excess, above_zero)


def tail_statement(kind: Kind) -> Basic:
    """Return Pr(|Z_n| ≥ rate + t) ≤ 2 e^{−n t²/(2 w² D²)}."""
    return le(kind.chance(n, n, kind.rate + t), 2 * exp(-n * kind.exponent(t)))


@claim(
    id="mcl.limit.tail",
    title="The loss of a sample is exponentially seldom far from its limit",
    relation="ours",
    source="the limit in Theorem 1, with a rate",
    domain=TAILS,
    statement=tail_statement(BOTH_WAYS),
)
def both_ways_tail(this: Claim):
    """Pr(|L_n − 2 log n − 𝓛(P)| ≥ C(β)/√n + t) ≤ 2 exp(−n t²/(8D²)), D = 2β + e^{2β} − 1, for every law P of pairs.

    It holds in every dimension, and says how far the loss of n pairs may be from that of the population.
    """
    return tail(Under(this.domain).use(population), t)


@claim(
    id="mcl.limit.direction.tail",
    title="One direction of the loss of a sample is exponentially seldom far from its limit",
    relation="ours",
    source="Theorem S1, with a rate",
    domain=TAILS,
    statement=tail_statement(ONE_WAY),
)
def one_way_tail(this: Claim):
    """The same for one direction of the loss: 2 exp(−n t²/(2D²)) beyond C(β)/√n + t."""
    return tail(Under(this.domain).use(direction), t)


# --- almost surely ---------------------------------------------------------------------------------------------------


def eventually_near(kind: Kind) -> Basic:
    """Return Pr(|Z_k| ≥ ε for some k, m ≤ k ≤ M) ≤ 2 e^{−ma}/(1 − e^{−a}), a = ε²/(8 w² D²)."""
    rate = kind.exponent(eps / 2)
    return le(kind.chance(m, M, eps), 2 * exp(-m * rate) / (1 - exp(-rate)))


def _half(kind: Kind, d: Under) -> Fact:
    """C(β)/√n ≤ ε/2 for n ≥ m, where m ε² ≥ 4 C²."""
    b, q, c = sp.symbols("b q c", positive=True)
    scalars = Under(b, q, n, ge(q, 1))
    roots = scalars.show(le(sqrt(1 + 4 * q / n), sqrt(1 + 4 * q)))
    partial, whole = (2 * b + (q - 1) / 2 * root for root in roots.statement.args)
    smaller = scalars.combine(le(partial * kind.weight, whole * kind.weight), (kind.weight * (q - 1) / 2, roots))
    length = Under(n, m, eps, c, ge(n, m), ge(m * eps**2, 4 * c**2)).show(le(c / sqrt(n), eps / 2))
    at_most = scalars.combine(
        le(partial * kind.weight / sqrt(n), whole * kind.weight / sqrt(n)), (1 / sqrt(n), smaller)
    )
    one = d.show(ge(exp(2 * beta), 1), logarithm_bounds(positive(exp(2 * beta), d)))
    used = d.use(at_most, {b: beta, q: exp(2 * beta)}, [one])
    constant = d.show(gt(kind.constant, 0), one)
    return chain(
        d.equal(kind.rate, used.statement.lhs),
        used,
        d.equal(used.statement.rhs, kind.constant / sqrt(n)),
        d.use(length, {c: kind.constant}, [constant]),
    )


def almost_surely(kind: Kind, this: Claim) -> Fact:
    """Sum the tails from m on."""
    d = Under(this.domain)
    at_n = Under(h, beta, eps, m, n, h >= 2, coupling(P, h), enough(kind), ge(n, m))
    mean = chain(at_n.use(kind.mean), _half(kind, at_n))
    rate = kind.exponent(eps / 2)
    above_zero = d.combine(gt(rate, 0), rests=[rate], given=[d.use(_change_positive())])
    return trusted_independent.union_of_tails(tail(mean, eps / 2), n, m, M, rate, above_zero, d)


@claim(
    id="mcl.limit.almost_sure",
    title="The chance that the loss is ever off its limit from m to M pairs: a bound free of M, for every law of pairs",
    relation="as_reported",
    source="the limit in Theorem 1; almost surely, as in Theorem S1",
    domain=IN_TIME.further(enough(BOTH_WAYS)),
    statement=eventually_near(BOTH_WAYS),
)
def both_ways(this: Claim):
    """Pr(|L_k − 2 log k − 𝓛(P)| ≥ ε for some k ≥ m) ≤ 2e^{−ma}/(1 − e^{−a}), a = ε²/(32D²), once m ε² ≥ 16C².

    Said for m ≤ k ≤ M and every M, with a bound that is free of M. As m → ∞ it tends to 0 for every ε > 0: that this is
    almost sure convergence, over all k, is said here and not in the statement. P is any law of pairs on the sphere,
    of any dependence and any marginals.
    """
    return almost_surely(BOTH_WAYS, this)


CLAIMS = (one_more, population, direction, both_ways_tail, one_way_tail, both_ways)
