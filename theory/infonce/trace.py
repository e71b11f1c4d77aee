"""The softmax trace inequality: E[e^{β x·y} / E' e^{β x·y'}] ≤ e^β/M_h(β) for every coupling of queries x and keys y.

Each query is first pushed along its own key until their sum has length 2: its probability grows. With m half of that
sum, c = e^{−2β(1 − m·y)}/Z(x') is e^{−β} times the new probability, Z the partition function. Pair by pair
c c' e^{β m·m'} is at most the mean of c² and c'² times what their queries give to the other's key, so that
E E' c c' e^{β m·m'} ≤ E c; and as e^{β x·y} is a positive definite kernel it is at least M_h(β) (E c)². No Gaussian
vector occurs; the proof by Gaussian means is in `theory.infonce.gaussian`. Where the inequality is strict, is said in
`theory.infonce.equality`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import sympy as sp
from sympy import Expr, Symbol, exp, sqrt

from modgap.theory.engines.exponentials import ExponentialSums
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.compose import chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import X1, Y1, KeyEnergy, P, PairLaw, X, Y, declared_coupling, pair_of
from modgap.theory.language.domain import Domain, coupling, free_vector, unit_vector
from modgap.theory.language.letters import N, beta, h, i, j, z
from modgap.theory.language.means import Law, M, U
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.symbols import Dot, Norm, SphereMGF
from modgap.theory.sphere import vmf
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.kernels import Weighted, positive_definite
from modgap.theory.trusted.means import AnyLaw
from modgap.theory.under import Under

mu = Symbol("mu", positive=True)

REACH = {h: 6, N: 10, beta: 200, mu: 3}
INDEX_I, INDEX_J = (i, ge(i, 1), le(i, N)), (j, ge(j, 1), le(j, N))
SCALARS = Under(h, beta, h >= 2, reach=REACH)
#: Couplings of queries on the sphere, or in the unit ball, with keys on the sphere.
COUPLINGS = Under(h, beta, h >= 2, coupling(P, h), reach=REACH)
BALL_COUPLINGS = Under(h, beta, h >= 2, coupling(P, h, queries="ball"), reach=REACH)
FORM = ExponentialSums()

SPHERE, SPHERE_M = Law(h, U), Law(h, M)
PAIR, OTHER = PairLaw(h, P, (X, Y)), PairLaw(h, P, (X1, Y1))
MGF = SphereMGF(h, beta)


def with_pair(domain: Domain, law: PairLaw = PAIR) -> Under:
    """Return a domain with the variables of a pair, any of the coupling's space."""
    return Under(domain).further(*pair_of(declared_coupling(P, domain), law.variables))


def partition(v: Expr) -> Expr:
    """Return E' e^{β v·y'}, the partition function of v."""
    return OTHER.mean(exp(beta * Dot(v, Y1)))


def ratio(v: Expr) -> Expr:
    """Return e^{β v·y} / E' e^{β v·y'}."""
    return exp(beta * Dot(v, Y)) / partition(v)


#: One direction of the loss: −E log(e^{β x·y} / E' e^{β x·y'}).
ONE_SIDED = -PAIR.mean(sp.log(ratio(X)))

# --- the sphere, and what is positive ---------------------------------------------------------------------------------


@lemma
def mgf_positive() -> Fact:
    """M_h(β) > 0."""
    series = chain(trusted.definition(MGF, SCALARS), trusted.hyper_series(h / 2, beta**2 / 4, SCALARS))
    indexed = Under(SCALARS.further(trusted.K))
    terms = indexed.sign(gt(series.statement.rhs.function, 0))
    return substitute(trusted.sum_of_positive_terms(terms), flip(series))


@lemma
def sphere_exponential() -> Fact:
    """E_{u∼σ} e^{β m·u} = M_h(β) for a unit vector m."""
    d = Under(SCALARS.further(unit_vector(M, h)))
    pointwise = d.further(unit_vector(U, h))
    left, right = exp(beta * Dot(M, U)), exp(Dot(beta * M, U))
    scaled = trusted_measure.mean_compares(SPHERE, pointwise.equal(left, right, FORM))
    turned = trusted_measure.rotation(SPHERE, beta * M, d)
    length = d.equal(Norm(beta * M), beta, InnerProducts())
    mean = part(vmf.mgf.fact, vmf.MEAN_FORM)
    return chain(scaled, substitute(turned, length), d.use(mean, {z: beta}))


def positive(expr: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Show that an expression is positive."""
    return Under(domain).combine(gt(expr, 0), rests=[expr], by=FORM, given=given)


def scores_positive(v: Expr, domain: Domain, *given: Fact) -> Fact:
    """E' e^{β v·y'} > 0."""
    return trusted_measure.positive_mean(OTHER, exp(beta * Dot(v, Y1)), with_pair(domain, OTHER), given=given)


#: Where the keys are not uniform: E e^{β y·y'} > M_h(β).
EXCESS = trusted_couplings.energy_excess(P, h, beta)
UNLIKE_UNIFORM = gt(EXCESS, 0)
LIKE_UNIFORM = le(EXCESS, 0)


# --- two laws compared -----------------------------------------------------------------------------------------------

#: A third pair, over which partition functions are means where two pairs are looked at.
THIRD = PairLaw(h, P, sp.symbols("x'' y''"))
Y2 = THIRD.variables[1]

m, m1, k, k1 = sp.symbols("m m' k k'")
s, s1, p, p1 = sp.symbols("s s' p p'", positive=True)


def shared(points: Sequence[Expr], scores: Expr, partition_: Expr) -> Expr:
    """Return s² e^{−β|m|² + β(2m − k)·k}/Z, for points m and k."""
    half, key = points
    return scores**2 * exp(beta * (Dot(2 * half - key, key) - Dot(half, half))) / partition_


def weight(points: Sequence[Expr], scores: Expr, partition_: Expr) -> Expr:
    """Return s e^{−β|m|² + β(2m − k)·k}/Z, for points m and k."""
    return shared(points, scores, partition_) / scores


def towards(points: Sequence[Expr], scores: Expr, partition_: Expr, other: Expr) -> Expr:
    """Return half of what a weight squared gives against another key k': s² e^{−β|m|² + β(2m − k)·(k + k')}/(2Z²)."""
    half, key = points
    return shared(points, scores, partition_) / (2 * partition_) * exp(beta * Dot(2 * half - key, other))


@lemma
def pair_by_pair() -> Fact:
    """w w' e^{β m·m'} ≤ ½ w² e^{β(|m|² − q·k + q·k')} + ½ w'² e^{β(|m'|² − q'·k' + q'·k)}, q = 2m − k, w any weights.

    The exponents differ by half the square of (k − k') − (m − m').
    """
    vectors = [free_vector(v, h) for v in (m, m1, k, k1)]
    d = Under(SCALARS.further(*vectors, s, s1, p, p1))
    apart = k - k1 - m + m1
    square = d.sign(ge(Dot(apart, apart), 0))
    queries = 2 * m - k, 2 * m1 - k1
    lengths = Dot(m, m) - Dot(queries[0], k) + Dot(m1, m1) - Dot(queries[1], k1)
    exponent = beta * (lengths + Dot(queries[0], k1) + Dot(queries[1], k)) / 2
    larger = trusted_sums.exponential_increases(d.combine(le(beta * Dot(m, m1), exponent), (beta / 2, square), by=FORM))
    first, other = ((m, k), s, p), ((m1, k1), s1, p1)
    left, right = weight(*first), weight(*other)
    sides = towards(*first, k1) + towards(*other, k)
    # w e^{β(|m|² − q·k + q·k')/2}, and the same of the other.
    roots = (
        left * exp(beta * (Dot(m, m) + Dot(queries[0], k1 - k)) / 2),
        right * exp(beta * (Dot(m1, m1) + Dot(queries[1], k - k1)) / 2),
    )
    statement = le(left * right * exp(beta * Dot(m, m1)), sides)
    return d.combine(statement, (left * right, larger), rests=[(roots[0] - roots[1]) ** 2 / 2], by=FORM)


@dataclass(frozen=True)
class Comparison:
    """Pairs of a coupling, and a law whose points they are compared with.

    Attributes
    ----------
    domain : Domain
        It declares the coupling.
    key, half : sympy.Expr
        k, in the key of the coupling's pair, and m, in the pair: its query is taken to be 2m − k.
    laws : tuple of laws
        The other law under three names.
    point : sympy.Expr
        n, in what is drawn by the first of them.
    given : tuple of Fact
        What makes m defined.
    """

    domain: Under
    key: Expr
    half: Expr
    laws: tuple[AnyLaw, AnyLaw, AnyLaw]
    point: Expr
    given: tuple[Fact, ...] = ()

    @property
    def points(self) -> tuple[Expr, Expr]:
        """m and k."""
        return self.half, self.key

    @property
    def query(self) -> Expr:
        """2m − k."""
        return 2 * self.half - self.key

    @property
    def scores(self) -> Expr:
        """E_Q e^{β m·n}."""
        return self.laws[0].mean(exp(beta * Dot(self.half, self.point)))

    @property
    def partition(self) -> Expr:
        """E'' e^{β q·k''}."""
        return THIRD.mean(self.towards(Y2))

    @property
    def share(self) -> Expr:
        """(E_Q e^{β m·n})² e^{−β|m|² + β q·k}/E'' e^{β q·k''}."""
        return shared(self.points, self.scores, self.partition)

    @property
    def weight(self) -> Expr:
        """The share over E_Q e^{β m·n}."""
        return weight(self.points, self.scores, self.partition)

    def towards(self, y: Expr) -> Expr:
        """Return e^{β q·k} for the key k of another pair."""
        return exp(beta * Dot(self.query, self.key.xreplace({Y: y})))

    def named(self, law: AnyLaw) -> Expr:
        """Return n in what the other law draws under another name."""
        return self.point.xreplace(dict(zip(self.laws[0].variables, law.variables, strict=True)))

    @property
    def energy(self) -> Expr:
        """E_Q E_Q e^{β n·n'}, the law under its last two names."""
        points = [self.named(law) for law in self.laws[1:]]
        return self.laws[1].mean(self.laws[2].mean(exp(beta * Dot(*points))))


def of_other(expr: Expr) -> Expr:
    """Return the same of the other pair."""
    return expr.xreplace({X: X1, Y: Y1})


@cache
def known_of(c: Comparison) -> tuple[Fact, ...]:
    """Return what makes a pair's share defined and positive: Z > 0, E_Q e^{β m·n} > 0, and what is given."""
    pairs, law = with_pair(c.domain), c.laws[0]
    partition_ = trusted_measure.positive_mean(THIRD, c.towards(Y2), with_pair(pairs, THIRD), given=c.given)
    scores = trusted_measure.positive_mean(
        law, exp(beta * Dot(c.half, c.point)), trusted_measure.drawn(law, pairs), given=c.given
    )
    return partition_, scores, *c.given


@cache
def _known_of_other(c: Comparison) -> tuple[Fact, ...]:
    others = with_pair(c.domain, OTHER)
    return tuple(others.use(fact, {X: X1, Y: Y1}) for fact in known_of(c))


@lemma
def weights_of_pairs(c: Comparison) -> Fact:
    """w w' e^{β m·m'} ≤ half of what either weight squared gives against the other's key."""
    both = with_pair(with_pair(c.domain), OTHER)
    values = {m: c.half, k: c.key, s: c.scores, p: c.partition}
    values |= {m1: of_other(c.half), k1: of_other(c.key), s1: of_other(c.scores), p1: of_other(c.partition)}
    return both.use(pair_by_pair(), values, [*known_of(c), *_known_of_other(c)])


def _against_other(c: Comparison) -> Fact:
    """E' of what a weight squared gives against another key: half the share."""
    pairs, both = with_pair(c.domain), with_pair(with_pair(c.domain), OTHER)
    out = trusted_measure.constant_factor(OTHER, c.share / (2 * c.partition), c.towards(Y1), both, known_of(c))
    return substitute(out, trusted_measure.renamed(OTHER, c.towards(Y1), THIRD, pairs, c.given))


def _mean_of_share(c: Comparison) -> Fact:
    """E share/2 = (E share)/2."""
    return trusted_measure.constant_factor(PAIR, sp.S.Half, c.share, with_pair(c.domain), known_of(c))


def _against_first(c: Comparison) -> Fact:
    """E E' of what the other weight squared gives against the key: half the mean of the share, as means exchange."""
    pairs, others = with_pair(c.domain), with_pair(c.domain, OTHER)
    both, known = with_pair(pairs, OTHER), _known_of_other(c)
    share, score = of_other(c.share), exp(beta * Dot(of_other(c.query), c.key))
    factor = share / (2 * of_other(c.partition))
    swapped = trusted_measure.tonelli(PAIR, OTHER, factor * score, both, known)
    out = trusted_measure.constant_factor(PAIR, factor, score, both, known)
    inner = substitute(out, trusted_measure.renamed(PAIR, score, THIRD, others, known))
    means = chain(swapped, trusted_measure.mean_compares(OTHER, inner, known))
    return substitute(
        means, trusted_measure.renamed(OTHER, share / 2, PAIR, c.domain, [*known_of(c), *known]), _mean_of_share(c)
    )


@lemma
def energy_of_weights(c: Comparison) -> Fact:
    """E E' w w' e^{β m·m'} ≤ E share."""
    pairs, both = with_pair(c.domain), with_pair(with_pair(c.domain), OTHER)
    known, pointwise = [*known_of(c), *_known_of_other(c)], weights_of_pairs(c)
    first = towards(c.points, c.scores, c.partition, of_other(c.key))
    second = pointwise.statement.rhs - first
    split = trusted_measure.mean_of_sum(OTHER, [first, second], both, known)
    inner = substitute(trusted_measure.mean_compares(OTHER, pointwise, known), split, _against_other(c))
    rest = trusted_measure.positive_mean(OTHER, second, both, given=known)
    given = [*known_of(c), rest]
    split = trusted_measure.mean_of_sum(PAIR, [c.share / 2, OTHER.mean(second)], pairs, given)
    return substitute(trusted_measure.mean_compares(PAIR, inner, given), split, _mean_of_share(c), _against_first(c))


@lemma
def scores_of_weights(c: Comparison) -> Fact:
    """E E_Q w e^{β m·n} = E share."""
    pairs, law, known = with_pair(c.domain), c.laws[2], known_of(c)
    score = exp(beta * Dot(c.half, c.named(law)))
    out = trusted_measure.constant_factor(law, c.weight, score, trusted_measure.drawn(law, pairs), known)
    inner = substitute(out, trusted_measure.renamed(law, score, c.laws[0], pairs, c.given))
    return trusted_measure.mean_compares(PAIR, inner, known)


@lemma
def compared(c: Comparison) -> Fact:
    """E[(E_Q e^{β m·n})² e^{−β|m|² + β q·k}/E'' e^{β q·k''}] ≤ E_Q E_Q e^{β n·n'}, q = 2m − k, for every law Q.

    With the weights w = E_Q e^{β m·n} e^{−β|m|² + β q·k}/Z(q) one has E E' w w' e^{β m·m'} ≤ S, S the mean on the left,
    pair by pair; and E E_Q w e^{β m·n} = S. As the kernel is positive definite, S² ≤ S E_Q E_Q e^{β n·n'}.
    """
    keys = Weighted(c.half, c.weight, PAIR, OTHER)
    model = Weighted(c.named(c.laws[1]), sp.S.One, c.laws[1], c.laws[2])
    mean = PAIR.mean(c.share)
    known = [*known_of(c), *_known_of_other(c)]
    form = positive_definite(beta, [(c.energy, keys), (-mean, model)], h, c.domain, known)
    form = substitute(form, scores_of_weights(c))
    share = trusted_measure.positive_mean(PAIR, c.share, with_pair(c.domain), given=known_of(c))
    below = energy_of_weights(c)
    values = {SHARE: mean, ENERGY: c.energy, WEIGHTS: below.statement.lhs}
    return c.domain.use(schwarz(), values, [form, below, share, positive(c.energy, c.domain)])


#: E share, E_Q E_Q e^{β n·n'} and E E' w w' e^{β m·m'}.
SHARE, ENERGY = sp.symbols("S E", positive=True)
WEIGHTS = Symbol("W", real=True)


@lemma
def schwarz() -> Fact:
    """S ≤ E from W ≤ S and W E² − 2 S² E + S² E ≥ 0."""
    form, below = ge(WEIGHTS * ENERGY**2 - SHARE**2 * ENERGY, 0), le(WEIGHTS, SHARE)
    d = Under(SHARE, ENERGY, WEIGHTS, form, below)
    return d.combine(le(SHARE, ENERGY), (1 / (ENERGY * SHARE), d.asked(form)), (ENERGY / SHARE, d.asked(below)))


# --- queries: pushed along their keys --------------------------------------------------------------------------------


def aligned(u: Expr, v: Expr, domain: Domain) -> Fact:
    """u·v ≤ 1 for unit vectors: 2(1 − u·v) = |u − v|²."""
    d = Under(domain)
    square = d.sign(ge(Dot(u - v, u - v), 0))
    return d.combine(le(Dot(u, v), 1), (sp.Rational(1, 2), square), by=FORM)


def push(queries: Domain) -> Fact:
    """e^{β x·y}/Z(x) ≤ e^{β x'·y}/Z(x') for x' = x + (μ − 1) y and μ ≥ 1, Z the partition function."""
    d = Under(with_pair(queries.further(mu, mu >= 1)))
    others = Under(with_pair(d, OTHER))
    pushed = X + mu * Y - Y
    before, after = beta * Dot(X, Y1), beta * Dot(pushed, Y1)
    bound = others.combine(le(after, before + beta * (mu - 1)), (beta * (mu - 1), aligned(Y, Y1, others)), by=FORM)
    larger = trusted_sums.exponential_increases(bound)
    means = trusted_measure.mean_compares(
        OTHER, chain(larger, others.equal(larger.statement.rhs, exp(beta * (mu - 1)) * exp(before), FORM))
    )
    out = trusted_measure.constant_factor(OTHER, exp(beta * (mu - 1)), exp(before), others)
    given = [scores_positive(X, d), scores_positive(pushed, d)]
    statement = le(ratio(X), ratio(pushed))
    return d.combine(statement, (ratio(X) / partition(pushed), chain(means, out)), by=FORM, given=given)


#: μ = 1 + λ: the root of |x + μ y| = 2 that is at least 1.
COSINE, LENGTH = Dot(X, Y), Dot(X, X)
ROOT = sqrt(COSINE**2 + 4 - LENGTH)
SHIFT = ROOT - COSINE
MIDPOINT = X / 2 + SHIFT * Y / 2


def shift_exists(queries: Domain) -> tuple[Fact, ...]:
    """(x·y)² + 4 − |x|² > 0, 1 + x·y ≤ its root, hence μ ≥ 1 and μ > 0; and |(x + μy)/2| = 1."""
    d = Under(with_pair(queries))
    in_ball = trusted_measure.in_ball(X, d)
    below = d.combine(gt(ROOT**2, 0), (1, in_ball), rests=[COSINE**2, 3], by=FORM)
    square = d.sign(ge(Dot(X - Y, X - Y), 0))
    squares = d.combine(le((1 + COSINE) ** 2, ROOT**2), (1, square), (2, in_ball), by=FORM)
    # 2√a(√a − b) = (√a − b)² + a − b², for b = 1 + x·y.
    rest = (ROOT - 1 - COSINE) ** 2 / (2 * ROOT)
    root = d.combine(le(1 + COSINE, ROOT), (1 / (2 * ROOT), squares), rests=[rest], by=FORM, given=[below])
    at_least = d.combine(ge(SHIFT, 1), (1, root), by=FORM, given=[below])
    above = d.combine(gt(SHIFT, 0), (1, root), rests=[1], by=FORM, given=[below])
    unit = d.equal(Dot(MIDPOINT, MIDPOINT), 1, FORM, given=[below])
    return below, at_least, above, unit


# --- the theorem -----------------------------------------------------------------------------------------------------

#: Two further names for a point of the sphere, and the uniform law under three.
V, V1 = sp.symbols("v v'")
SPHERE_V, SPHERE_V1 = Law(h, V), Law(h, V1)
UNIFORM = (SPHERE, SPHERE_V, SPHERE_V1)


def sphere_scores(point: Expr, law: Law, domain: Domain, *length: Fact) -> Fact:
    """E_{u∼σ} e^{β m·u} = M_h(β) for a point of length one, u under the name that a law gives it."""
    value = Under(domain).use(sphere_exponential(), {M: point}, length)
    if law == SPHERE:
        return value
    named = trusted_measure.renamed(law, exp(beta * Dot(point, law.variable)), SPHERE, domain, length)
    return chain(named, value)


@lemma
def uniform_energy() -> Fact:
    """E E' e^{β u·u'} = M_h(β) for two independent points of the sphere."""
    inner = sphere_scores(V, SPHERE_V1, SCALARS.further(unit_vector(V, h)))
    means = trusted_measure.mean_compares(SPHERE_V, inner, [mgf_positive()])
    return chain(means, trusted_measure.mean_of_constant(SPHERE_V, MGF, SCALARS, [mgf_positive()]))


@lemma
def keys_against_sphere(queries: Domain) -> Fact:
    """E E_u e^{β y·u} = M_h(β)."""
    pairs = with_pair(queries)
    inner = sphere_scores(Y, SPHERE_V1, pairs, pairs.equal(Dot(Y, Y), 1, FORM))
    means = trusted_measure.mean_compares(PAIR, inner, [mgf_positive()])
    return chain(means, trusted_measure.mean_of_constant(PAIR, MGF, queries, [mgf_positive()]))


@lemma
def trace_of_pushed(queries: Domain, half: Expr, root: Fact, length: Fact) -> Fact:
    """E[e^{β x'·y} / E' e^{β x'·y'}] ≤ e^β/M_h(β) for queries x' = 2m − y, where m has length one."""
    c = Comparison(Under(queries), Y, half, UNIFORM, U, (root,))
    pairs, known = with_pair(queries), [*known_of(c), mgf_positive()]
    named = trusted_measure.renamed(THIRD, c.towards(Y2), OTHER, pairs, c.given)
    share = rewrite(c.share, sphere_scores(half, SPHERE, pairs, length, root), named, domain=pairs, given=known)
    factor, after = MGF**2 * exp(-beta), ratio(c.query)
    given = [*known, scores_positive(c.query, pairs, root)]
    share = chain(share, pairs.equal(share.statement.rhs, factor * after, FORM, given))
    out = trusted_measure.constant_factor(PAIR, factor, after, pairs, given)
    means = chain(trusted_measure.mean_compares(PAIR, share, known), out)
    total = substitute(compared(c), means, uniform_energy())
    mean = trusted_measure.positive_mean(PAIR, after, pairs, given=given)
    return Under(queries).use(cleared(), {SHARE: PAIR.mean(after)}, [total, mean, mgf_positive()])


@lemma
def cleared() -> Fact:
    """S ≤ e^β/M_h(β) from M_h(β)² e^{−β} S ≤ M_h(β)."""
    asked = le(MGF**2 * exp(-beta) * SHARE, MGF)
    d = Under(SCALARS.further(SHARE, asked))
    part_ = exp(beta) / MGF**2, d.asked(asked)
    return d.combine(le(SHARE, exp(beta) / MGF), part_, by=FORM, given=[mgf_positive()])


@lemma
def trace_bound(queries: Domain) -> Fact:
    """E[e^{β x·y} / E' e^{β x·y'}] ≤ e^β/M_h(β)."""
    pairs, given = with_pair(queries), shift_exists(queries)
    pushed = pairs.use(push(queries), {mu: SHIFT}, given)
    means = trusted_measure.mean_compares(PAIR, pushed, [scores_positive(X, pairs), given[0]])
    return chain(means, trace_of_pushed(queries, MIDPOINT, given[0], given[-1]))


# --- the energy of the keys ------------------------------------------------------------------------------------------


@lemma
def energy_bound(queries: Domain) -> Fact:
    """E e^{β y·y'} ≥ M_h(β): the kernel is positive definite, and E_u e^{β y·u} = M_h(β) for every key."""
    keys, model = Weighted(Y, sp.S.One, PAIR, OTHER), Weighted(V, sp.S.One, SPHERE_V, SPHERE_V1)
    form = positive_definite(beta, [(sp.S.One, keys), (-sp.S.One, model)], h, queries)
    known = keys_against_sphere(queries), uniform_energy(), flip(trusted.definition(KeyEnergy(P, beta), queries))
    statement = ge(KeyEnergy(P, beta) - MGF, 0)
    return Under(queries).combine(statement, (1, substitute(form, *known)), given=[mgf_positive()])
