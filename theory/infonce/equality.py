"""When the softmax trace inequality is strict: where pairs are not aligned, and where keys are not uniform.

Each step of its proof is kept with what it loses. A push along the key loses in proportion to |x − y|² and to how far
the keys are from y; the comparison of two aligned pairs in proportion to the variance of 1/Z(y), Z the partition
function. Where keys hardly vary, or pairs are nearly aligned, e^{β x·y'} is compared with the pair's own term instead.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Expr, Rational, Symbol, exp, log

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce import stability
from modgap.theory.infonce.trace import (
    COUPLINGS,
    EXCESS,
    FORM,
    MGF,
    OTHER,
    PAIR,
    SCALARS,
    SPHERE,
    SPHERE_M,
    SPHERE_V,
    SPHERE_V1,
    THIRD,
    UNLIKE_UNIFORM,
    V1,
    Y2,
    V,
    aligned,
    keys_against_sphere,
    mgf_positive,
    mu,
    partition,
    positive,
    push,
    ratio,
    scores_positive,
    sphere_exponential,
    sphere_scores,
    uniform_energy,
    with_pair,
)
from modgap.theory.kernel.compose import by_cases, chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import Y1, KeyEnergy, P, X, Y
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.letters import beta, h, z
from modgap.theory.language.means import M, U
from modgap.theory.language.relations import ge, gt, le, lt
from modgap.theory.language.symbols import Dot, SphereMGF
from modgap.theory.sphere import vmf
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import logarithm_bounds
from modgap.theory.trusted.kernels import Weighted, positive_definite
from modgap.theory.under import Under

PAIRS = with_pair(COUPLINGS)
OTHERS = with_pair(PAIRS, OTHER)

#: |x − y|², 1 − y·y', and the mean of the latter over the other keys.
SQUARE = stability.SQUARE
APART = 1 - Dot(Y, Y1)
FAR = OTHER.mean(APART)
#: E|x − y|², |E y|², and 1 − |E y|².
MISALIGNMENT = PAIR.mean(SQUARE)
LENGTH = PAIR.mean(OTHER.mean(Dot(Y, Y1)))
VARIED = 1 - LENGTH
#: The same of two other pairs, for where a pair is being looked at.
VARIED_OTHERS = 1 - OTHER.mean(THIRD.mean(Dot(Y1, Y2)))

MISALIGNED, ALIGNED = gt(MISALIGNMENT, 0), le(MISALIGNMENT, 0)
STRICT = lt(PAIR.mean(ratio(X)), exp(beta) / MGF)
ONE = sp.S.One


def above_tangent(s: Expr, d: Domain) -> Fact:
    """e^s ≥ 1 + s, from log u ≤ u − 1 at u = e^s."""
    u = positive(exp(s), d)
    tangent = part(logarithm_bounds(u), le(log(exp(s)), exp(s) - 1))
    return Under(d).combine(ge(exp(s), 1 + s), (ONE, tangent), by=Logarithms(u), given=[u])


@lemma
def mgf_below() -> Fact:
    """M_h(β) < e^β: E e^{β m·u} ≤ e^β (1 − β e^{−2β} E(1 − m·u)), as 1 − e^{−s} ≥ s e^{−s}, and E m·u = 0."""
    at_m = Under(SCALARS.further(unit_vector(M, h)))
    d = Under(at_m.further(unit_vector(U, h)))
    cosine, least = Dot(M, U), exp(-beta)
    s = beta * (1 - cosine)
    gap = d.combine(ge(1 - cosine, 0), (ONE, aligned(M, U, d)), by=FORM)
    p, q = sp.symbols("p q", positive=True)
    v = Symbol("v", nonnegative=True)
    product = Under(p, q, v, le(q, p)).show(le(q * v, p * v))
    known = [gap, score_at_least(M, U, d)]
    far = d.use(product, {p: exp(beta * cosine), q: least, v: 1 - cosine}, known)
    bound = exp(beta) - beta * least * (1 - cosine)
    parts = [(exp(beta * cosine), above_tangent(s, d)), (beta, far)]
    pointwise = d.combine(le(exp(beta * cosine), bound), *parts, by=FORM)
    means = chain(flip(sphere_exponential()), trusted_measure.mean_compares(SPHERE, pointwise))
    split = trusted_couplings.mean_is_linear(SPHERE, [(exp(beta) - beta * least, ONE), (beta * least, cosine)], d)
    turned = trusted_measure.mean_compares(SPHERE, d.equal(bound, split.statement.lhs.integrand, FORM))
    means = substitute(chain(means, turned), split)
    zero = trusted_measure.mean_is_zero(SPHERE, M, at_m)
    total = substitute(means, zero, trusted_measure.mean_of_constant(SPHERE, ONE, at_m))
    sides, known = total.statement.args, [mgf_positive()]
    constants = [trusted_measure.mean_of_constant(SPHERE_M, side, SCALARS, known) for side in sides]
    over_m = substitute(trusted_measure.mean_compares(SPHERE_M, total), *constants)
    return SCALARS.combine(lt(MGF, exp(beta)), (ONE, over_m), rests=[beta * least], by=FORM, given=[mgf_positive()])


# --- pairs that are not aligned --------------------------------------------------------------------------------------

#: What a push loses: (β/4) e^{−8β} |x − y|² (1 − y·E y').
LOSS_OF_PUSH = beta * exp(-8 * beta) / 4


def partition_at_most(v: Expr) -> Fact:
    """E' e^{β v·y'} ≤ e^β for a unit vector v of the pair."""
    below = OTHERS.combine(le(beta * Dot(v, Y1), beta), (beta, aligned(v, Y1, OTHERS)), by=FORM)
    means = trusted_measure.mean_compares(OTHER, trusted_sums.exponential_increases(below))
    return chain(means, trusted_measure.mean_of_constant(OTHER, exp(beta), PAIRS))


def score_at_least(u: Expr, v: Expr, d: Domain) -> Fact:
    """e^{β u·v} ≥ e^{−β} for unit vectors."""
    here = Under(d)
    square = here.sign(ge(Dot(u + v, u + v), 0))
    return trusted_sums.exponential_increases(here.combine(le(-beta, beta * Dot(u, v)), (beta / 2, square), by=FORM))


@lemma
def ratio_at_least() -> Fact:
    """e^{−2β} ≤ e^{β x·y}/E' e^{β x·y'}."""
    scores = scores_positive(X, PAIRS)
    parts = [(exp(-2 * beta) / partition(X), partition_at_most(X)), (1 / partition(X), score_at_least(X, Y, PAIRS))]
    return PAIRS.combine(le(exp(-2 * beta), ratio(X)), *parts, by=FORM, given=[scores])


@lemma
def ratio_at_most() -> Fact:
    """e^{β x·y}/E' e^{β x·y'} ≤ e^{2β}."""
    least = trusted_measure.mean_compares(OTHER, score_at_least(X, Y1, OTHERS))
    least = chain(flip(trusted_measure.mean_of_constant(OTHER, exp(-beta), PAIRS)), least)
    most = trusted_sums.exponential_increases(
        PAIRS.combine(le(beta * Dot(X, Y), beta), (beta, aligned(X, Y, PAIRS)), by=FORM)
    )
    parts = [(exp(2 * beta) / partition(X), least), (1 / partition(X), most)]
    return PAIRS.combine(le(ratio(X), exp(2 * beta)), *parts, by=FORM, given=[scores_positive(X, PAIRS)])


@lemma
def apart_at_least() -> Fact:
    """E'[e^{β x·y'} (1 − e^{−2β(1 − y·y')})] ≥ 2β e^{−5β} E'(1 − y·y'), as 1 − e^{−s} ≥ s e^{−s}."""
    s = 2 * beta * APART
    near = aligned(Y, Y1, OTHERS)
    tangent = above_tangent(s, OTHERS)
    far = score_at_least(Y, Y1, OTHERS)
    score = exp(beta * Dot(X, Y1))
    # e^{x·y'β}(1 − e^{−s}) ≥ e^{x·y'β} s e^{−s}, with e^{−s} = e^{−2β} (e^{β y·y'})² ≥ e^{−4β} and e^{x·y'β} ≥ e^{−β}.
    low = [score_at_least(X, Y1, OTHERS), far]
    gap = OTHERS.combine(ge(APART, 0), (ONE, near), by=FORM)
    a, b, c = sp.symbols("a b c", positive=True)
    v = Symbol("v", nonnegative=True)
    scalars = Under(a, b, c, v, ge(a, c), ge(b, c))
    product = scalars.show(ge(a * b**2 * v, c**3 * v))
    values = {a: score, b: exp(beta * Dot(Y, Y1)), c: exp(-beta), v: APART}
    known = [*(_turned(fact) for fact in low), gap]
    least = OTHERS.use(product, values, known)
    bound = le(2 * beta * exp(-5 * beta) * APART, stability.APART.integrand)
    pointwise = OTHERS.combine(bound, (score * exp(-s), tangent), (2 * beta * exp(-2 * beta), least), by=FORM)
    means = trusted_measure.mean_compares(OTHER, pointwise)
    factor = [(2 * beta * exp(-5 * beta), APART)]
    return chain(flip(trusted_couplings.mean_is_linear(OTHER, factor, OTHERS)), means)


def _turned(fact: Fact) -> Fact:
    """Read a ≤ b as b ≥ a, and the other way round."""
    left, right = fact.statement.args
    kind = ge if isinstance(fact.statement, sp.LessThan) else le
    return Under(fact.domain).combine(kind(right, left), (ONE, fact), by=FORM)


@lemma
def far_not_negative() -> Fact:
    """E'(1 − y·y') ≥ 0."""
    near = OTHERS.combine(le(0, APART), (ONE, aligned(Y, Y1, OTHERS)), by=FORM)
    means = trusted_measure.mean_compares(OTHER, near)
    return _turned(chain(flip(trusted_measure.mean_of_constant(OTHER, sp.S.Zero, PAIRS)), means))


@lemma
def ratio_of_pushed() -> Fact:
    """p ≤ p' (1 − (λ/2) SPREAD) for the probabilities of the query and of the pushed one."""
    steps = stability.STEPS
    given = [scores_positive(X, steps), scores_positive(stability.PUSHED, steps)]
    after = ratio(stability.PUSHED)
    statement = le(ratio(X), after * (1 - (mu - 1) / 2 * stability.SPREAD))
    factor = exp(beta * Dot(X, Y)) / (partition(X) * partition(stability.PUSHED))
    return steps.combine(statement, (factor, stability.partition_of_pushed()), by=FORM, given=given)


@lemma
def loss_of_push() -> Fact:
    """p ≤ p' − (β/4) e^{−8β} |x − y|² E'(1 − y·y') at the step of the proof."""
    given = stability.step_bounds()
    step = PAIRS.use(ratio_of_pushed(), {mu: stability.SHIFT}, given)
    grown = PAIRS.use(push(COUPLINGS), {mu: stability.SHIFT}, given)
    far = given[-2]
    scores = scores_positive(X, PAIRS)
    inverse = PAIRS.combine(
        ge(1 / partition(X), exp(-beta)), (exp(-beta) / partition(X), partition_at_most(X)), by=FORM, given=[scores]
    )
    p, q, c, b = sp.symbols("p q c b", positive=True)
    w, s, f, l = sp.symbols("w s f l", nonnegative=True)
    i = Symbol("i", positive=True)
    hypotheses = (le(p, q * (1 - l * s * i)), ge(q, c**2), ge(l, w / 8), ge(s, 2 * b * c**5 * f), ge(i, c))
    scalars = Under(p, q, c, b, w, s, f, l, i, *hypotheses)
    bound = scalars.show(le(p, q - b * c**8 / 4 * w * f))
    shift = (stability.SHIFT - 1) / 2
    values = {p: ratio(X), q: ratio(stability.STEP), c: exp(-beta), b: beta, w: SQUARE, f: FAR, i: 1 / partition(X)}
    values |= {s: stability.APART, l: shift}
    nonnegative = [PAIRS.sign(ge(SQUARE, 0)), _turned(stability.apart_not_negative()), far_not_negative()]
    apart = _turned(apart_at_least())
    after = PAIRS.use(
        positive(ratio(stability.PUSHED), stability.STEPS, [scores_positive(stability.PUSHED, stability.STEPS)]),
        {mu: stability.SHIFT},
        given,
    )
    least = chain(ratio_at_least(), grown)
    root = PAIRS.use(scores_positive(stability.PUSHED, stability.STEPS), {mu: stability.SHIFT}, given)
    high = PAIRS.combine(
        ge(ratio(stability.STEP), exp(-2 * beta)), (ONE, least), by=FORM, given=[root, scores, given[0]]
    )
    move = PAIRS.combine(ge(shift, 0), (sp.S.Half, given[1]), by=FORM, given=[given[0]])
    known = [step, high, far, apart, inverse, *nonnegative, scores, after, move, positive(ratio(X), PAIRS, [scores])]
    return PAIRS.use(bound, values, known)


@lemma
def far_at_least() -> Fact:
    """E'(1 − y·y') ≥ (1 − |E y|²)/4, as 1 − y'·y'' ≤ 2 (1 − y·y') + 2 (1 − y·y'') for unit vectors."""
    both = Under(with_pair(OTHERS, THIRD))
    other = 1 - Dot(Y, Y2)
    square = both.sign(ge(Dot(2 * Y - Y1 - Y2, 2 * Y - Y1 - Y2), 0))
    pointwise = both.combine(le(1 - Dot(Y1, Y2), 2 * APART + 2 * other), (sp.S.Half, square), by=FORM)
    means = trusted_measure.mean_compares(THIRD, pointwise)
    left = trusted_couplings.mean_is_linear(THIRD, [(ONE, ONE), (-ONE, Dot(Y1, Y2))], both)
    right = trusted_couplings.mean_is_linear(THIRD, [(2 * APART, ONE), (sp.Integer(2), other)], both)
    constant = trusted_measure.mean_of_constant(THIRD, ONE, OTHERS)
    inner = substitute(substitute(means, left, right), constant)
    outer = trusted_measure.mean_compares(OTHER, inner)
    cosine = THIRD.mean(Dot(Y1, Y2))
    left = trusted_couplings.mean_is_linear(OTHER, [(ONE, ONE), (-ONE, cosine)], OTHERS)
    right = trusted_couplings.mean_is_linear(OTHER, [(sp.Integer(2), APART), (2 * THIRD.mean(other), ONE)], OTHERS)
    constant = trusted_measure.mean_of_constant(OTHER, ONE, PAIRS)
    named = trusted_measure.renamed(THIRD, other, OTHER, PAIRS)
    total = substitute(substitute(outer, left, right), constant, named)
    return PAIRS.combine(ge(FAR, VARIED_OTHERS / 4), (Rational(1, 4), total), by=FORM)


@lemma
def length_of_others() -> Fact:
    """E' E'' y'·y'' = |E y|², whatever the pairs are called."""
    named = trusted_measure.renamed(OTHER, THIRD.mean(Dot(Y1, Y2)), PAIR, COUPLINGS)
    inner = trusted_measure.mean_compares(PAIR, trusted_measure.renamed(THIRD, Dot(Y, Y2), OTHER, PAIRS))
    return chain(named, inner)


@lemma
def trace_with_misalignment() -> Fact:
    """E p ≤ e^β/M_h(β) − (β/16) e^{−8β} (1 − |E y|²) E|x − y|²."""
    given = stability.step_bounds()
    scores = PAIRS.use(scores_positive(stability.PUSHED, stability.STEPS), {mu: stability.SHIFT}, given)
    bound = stability.bound_of_step()
    weight = LOSS_OF_PUSH * VARIED_OTHERS / 4
    parts = [(ONE, loss_of_push()), (LOSS_OF_PUSH * SQUARE, far_at_least())]
    pointwise = PAIRS.combine(
        le(ratio(X) + weight * SQUARE, ratio(stability.STEP)),
        *parts,
        by=FORM,
        given=[scores_positive(X, PAIRS), scores, given[0]],
    )
    means = trusted_measure.mean_compares(PAIR, pointwise)
    left = trusted_couplings.mean_is_linear(PAIR, [(ONE, ratio(X)), (weight, SQUARE)], PAIRS)
    total = substitute(chain(substitute(means, left), bound), length_of_others())
    return COUPLINGS.combine(
        le(PAIR.mean(ratio(X)), exp(beta) / MGF - LOSS_OF_PUSH * VARIED / 4 * MISALIGNMENT),
        (ONE, total),
        given=[mgf_positive()],
    )


@lemma
def trace_misaligned_varied() -> Fact:
    """E p < e^β/M_h(β) where pairs are not aligned and keys vary."""
    d = COUPLINGS.further(MISALIGNED, gt(VARIED, 0))
    bound = d.use(trace_with_misalignment())
    lost = d.combine(gt(VARIED * MISALIGNMENT, 0), (VARIED, d.asked(MISALIGNED)), by=FORM)
    return d.combine(STRICT, (ONE, bound), (LOSS_OF_PUSH / 4, lost), by=FORM, given=[mgf_positive()])


# --- keys that do not vary, pairs that are aligned: e^{β x·y'} against another term ----------------------------------

#: How far Z(x) may fall below what it is compared with, as a share.
eps = Symbol("epsilon", positive=True)


@lemma
def against_own_term() -> Fact:
    """(1 − ε) p ≤ 1 + (β²/(2ε)) e^{2β} E'(1 − y·y'): Z(x) is nearly e^{β x·y} where all keys are near y."""
    pairs, others = Under(PAIRS.further(eps)), Under(OTHERS.further(eps))
    step = beta * Dot(X, Y1 - Y)
    weight = beta**2 / (2 * eps)
    # 2ε/β |x|² and β/(2ε) |y − y'|² bound 2 x·(y − y').
    square = others.sign(ge(Dot(2 * eps * X / beta - (Y - Y1), 2 * eps * X / beta - (Y - Y1)), 0))
    tangent = above_tangent(step, others)
    own = exp(beta * Dot(X, Y))
    least = own * (1 - eps - weight * APART)
    pointwise = others.combine(
        ge(exp(beta * Dot(X, Y1)), least), (own, tangent), (own * beta**2 / (4 * eps), square), by=FORM
    )
    means = trusted_measure.mean_compares(OTHER, _turned(pointwise))
    parts = [(own * (1 - eps), ONE), (-own * weight, APART)]
    split = chain(
        trusted_measure.mean_compares(OTHER, others.equal(least, sum((a * b for a, b in parts), sp.S.Zero), FORM)),
        trusted_couplings.mean_is_linear(OTHER, parts, others),
    )
    constant = trusted_measure.mean_of_constant(OTHER, ONE, pairs)
    low = chain(flip(substitute(split, constant)), means)
    scores = scores_positive(X, pairs)
    statement = le((1 - eps) * ratio(X), 1 + weight * exp(2 * beta) * FAR)
    p, q = sp.symbols("p q", positive=True)
    f = Symbol("f", nonnegative=True)
    product = Under(p, q, f, le(p, q)).show(le(f * p, f * q))
    known = [far_not_negative(), ratio_at_most(), positive(ratio(X), PAIRS, [scores_positive(X, PAIRS)])]
    apart = PAIRS.use(product, {p: ratio(X), q: exp(2 * beta), f: FAR}, known)
    return pairs.combine(statement, (1 / partition(X), low), (weight, apart), by=FORM, given=[scores])


@lemma
def against_aligned() -> Fact:
    """(1 − ε) p ≤ e^β/Z(y) + (β²/(4ε)) e^{2β} |x − y|²: Z(x) is nearly Z(y) where x is near y."""
    pairs, others = Under(PAIRS.further(eps)), Under(OTHERS.further(eps))
    weight = beta**2 / (4 * eps)
    step = beta * Dot(X - Y, Y1)
    v = X - Y + 2 * eps * Y1 / beta
    square = others.sign(ge(Dot(v, v), 0))
    tangent = above_tangent(step, others)
    own = exp(beta * Dot(Y, Y1))
    least = own * (1 - eps - weight * SQUARE)
    pointwise = others.combine(ge(exp(beta * Dot(X, Y1)), least), (own, tangent), (own * weight, square), by=FORM)
    means = trusted_measure.mean_compares(OTHER, _turned(pointwise))
    split = trusted_couplings.mean_is_linear(OTHER, [(1 - eps - weight * SQUARE, own)], others)
    low = chain(flip(split), means)
    known = [scores_positive(X, pairs), scores_positive(Y, pairs)]
    most = trusted_sums.exponential_increases(
        pairs.combine(le(beta * Dot(X, Y), beta), (beta, aligned(X, Y, PAIRS)), by=FORM)
    )
    statement = le((1 - eps) * ratio(X), exp(beta) / partition(Y) + weight * exp(2 * beta) * SQUARE)
    facts = [(ratio(X) / partition(Y), low), (1 / partition(Y), most), (weight * SQUARE, ratio_at_most())]
    return pairs.combine(statement, *facts, by=FORM, given=known)


@lemma
def trace_with_one_key() -> Fact:
    """E p < e^β/M_h(β) where keys do not vary: then E p ≤ 1/(1 − ε) for every ε."""
    d = COUPLINGS.further(le(VARIED, 0))
    pairs = Under(PAIRS.further(eps))
    weight = beta**2 * exp(2 * beta) / (2 * eps)
    means = trusted_measure.mean_compares(PAIR, against_own_term())
    left = trusted_couplings.mean_is_linear(PAIR, [(1 - eps, ratio(X))], pairs)
    right = trusted_couplings.mean_is_linear(PAIR, [(ONE, ONE), (weight, FAR)], pairs)
    at = Under(COUPLINGS.further(eps))
    constant = trusted_measure.mean_of_constant(PAIR, ONE, at)
    total = substitute(means, left, right, constant, mean_of_far())
    here = d.further(eps)
    bound = here.combine(
        le((1 - eps) * PAIR.mean(ratio(X)), 1), (ONE, total), (weight, here.asked(le(VARIED, 0))), by=FORM
    )
    share = d.combine(lt(MGF * exp(-beta), 1), (exp(-beta), mgf_below()), by=FORM, given=[mgf_positive()])
    return strict_at(bound, exp(-beta), [share], d)


@lemma
def mean_of_far() -> Fact:
    """E E'(1 − y·y') = 1 − |E y|²."""
    inner = trusted_couplings.mean_is_linear(OTHER, [(ONE, ONE), (-ONE, Dot(Y, Y1))], OTHERS)
    inner = substitute(inner, trusted_measure.mean_of_constant(OTHER, ONE, PAIRS))
    outer = chain(
        trusted_measure.mean_compares(PAIR, inner),
        trusted_couplings.mean_is_linear(PAIR, [(ONE, ONE), (-ONE, OTHER.mean(Dot(Y, Y1)))], PAIRS),
    )
    return substitute(outer, trusted_measure.mean_of_constant(PAIR, ONE, COUPLINGS))


def strict_at(bound: Fact, level: Expr, known: Sequence[Fact], d: Under) -> Fact:
    """From (1 − ε) E p ≤ e^β D for every ε > 0, where D > 0 and M D < 1: E p < e^β/M, at ε = (1 − M D)/2."""
    m, q, b, w = sp.symbols("m q b w", positive=True)
    scalars = Under(m, q, b, w, lt(m * q, 1), le((1 - (1 - m * q) / 2) * w, b * q))
    found = scalars.show(lt(w, b / m))
    positive_mean = positive(PAIR.mean(ratio(X)), d)
    room = d.combine(gt((1 - MGF * level) / 2, 0), (sp.S.Half, known[0]), by=FORM, given=[mgf_positive(), *known[1:]])
    at = d.use(bound, {eps: (1 - MGF * level) / 2}, [room, mgf_positive(), *known[1:]])
    values = {m: MGF, q: level, b: exp(beta), w: PAIR.mean(ratio(X))}
    return d.use(found, values, [known[0], at, positive_mean, mgf_positive(), *known[1:]])


# --- aligned pairs whose keys are not uniform: 1/Z varies with the key ------------------------------------------------

#: s(y) = M/Z(y); it is 1 for all y where keys are uniform.
Z = partition(Y)
S = MGF / Z
INVERSE, INVERSE_SQUARE = PAIR.mean(1 / Z), PAIR.mean(1 / Z**2)


def inverse_of(y: Expr) -> Expr:
    """Return 1/Z(y), Z a mean over a third pair."""
    return 1 / THIRD.mean(exp(beta * Dot(y, Y2)))


#: 1/Z of a key and of another one, e^{β y·y'} and a bound below it.
C, C1, SCORE, LOW = inverse_of(Y), inverse_of(Y1), exp(beta * Dot(Y, Y1)), exp(-beta)
#: 1/Z 1/Z' e^{β y·y'} + q (1/Z² + 1/Z'²)/2 and (1/Z² + 1/Z'²) e^{β y·y'}/2 + q/(Z Z'), term by term.
SMALL = [(ONE, C * C1 * SCORE), (LOW * C**2 / 2, ONE), (LOW / 2, C1**2)]
LARGE = [(C**2 / 2, SCORE), (Rational(1, 2), C1**2 * SCORE), (LOW * C, C1)]


def added(parts: Sequence[tuple[Expr, Expr]]) -> Expr:
    """Return Σ factor · function."""
    return sum((factor * of for factor, of in parts), sp.S.Zero)


@lemma
def inverses_apart() -> Fact:
    """(1/Z − 1/Z')² (e^{β y·y'} − e^{−β}) ≥ 0."""
    part_ = (C - C1) ** 2 / 2, score_at_least(Y, Y1, OTHERS)
    return OTHERS.combine(le(added(SMALL), added(LARGE)), part_, by=FORM)


@lemma
def inverses_exchanged() -> Fact:
    """E E' e^{β y·y'}/Z'² = E 1/Z."""
    swapped = trusted_measure.tonelli(PAIR, OTHER, C1**2 * SCORE, OTHERS)
    out = trusted_measure.constant_factor(PAIR, C1**2, SCORE, OTHERS)
    others = with_pair(COUPLINGS, OTHER)
    inner = substitute(out, trusted_measure.renamed(PAIR, SCORE, THIRD, others))
    means = chain(swapped, trusted_measure.mean_compares(OTHER, inner))
    return chain(means, trusted_measure.renamed(OTHER, C1, PAIR, COUPLINGS))


@lemma
def energy_of_inverses() -> Fact:
    """E E' e^{β y·y'}/(Z Z') ≥ M (E 1/Z)²: the kernel is positive definite."""
    mean, score = PAIR.mean(C), exp(beta * Dot(Y, V1))
    keys, model = Weighted(Y, C, PAIR, OTHER), Weighted(V, ONE, SPHERE_V, SPHERE_V1)
    form = positive_definite(beta, [(ONE, keys), (-mean, model)], h, COUPLINGS)
    with_v = PAIRS.further(unit_vector(V1, h))
    inner = trusted_measure.constant_factor(SPHERE_V1, C, score, with_v)
    inner = substitute(inner, sphere_scores(Y, SPHERE_V1, PAIRS, PAIRS.equal(Dot(Y, Y), 1, FORM)))
    mixed = trusted_measure.mean_compares(PAIR, inner, [mgf_positive()])
    mixed = chain(mixed, trusted_measure.constant_factor(PAIR, MGF, C, PAIRS, [mgf_positive()]))
    statement = ge(PAIR.mean(OTHER.mean(C * C1 * SCORE)), MGF * mean**2)
    return COUPLINGS.combine(statement, (ONE, substitute(form, mixed, uniform_energy())), given=[mgf_positive()])


def under_own_name(of: Expr) -> Fact:
    """E f(1/Z), with Z a mean over a third pair or over the second one."""
    named = trusted_measure.renamed(THIRD, exp(beta * Dot(Y, Y2)), OTHER, PAIRS)
    return trusted_measure.mean_compares(PAIR, rewrite(of, named, domain=PAIRS))


@lemma
def inverses_positive() -> Fact:
    """E 1/Z > 0."""
    return positive(INVERSE, COUPLINGS)


@lemma
def inverse_squares_positive() -> Fact:
    """E 1/Z² > 0."""
    return positive(INVERSE_SQUARE, COUPLINGS)


@lemma
def variance_bound() -> Fact:
    """M (E 1/Z)² + e^{−β} E 1/Z² ≤ E 1/Z + e^{−β} (E 1/Z)²."""
    linear = trusted_couplings.mean_is_linear
    inner = trusted_measure.mean_compares(OTHER, inverses_apart())
    inner = substitute(inner, *(linear(OTHER, parts, OTHERS) for parts in (SMALL, LARGE)))
    own = trusted_measure.renamed(OTHER, SCORE, THIRD, PAIRS)
    inner = substitute(inner, trusted_measure.mean_of_constant(OTHER, ONE, PAIRS), own)
    mixed, far = OTHER.mean(C * C1 * SCORE), OTHER.mean(C1**2 * SCORE)
    small = [(ONE, mixed), (LOW / 2, C**2), (LOW * OTHER.mean(C1**2) / 2, ONE)]
    large = [(Rational(1, 2), C), (Rational(1, 2), far), (LOW * OTHER.mean(C1), C)]
    outer = trusted_measure.mean_compares(PAIR, inner)
    outer = substitute(outer, *(linear(PAIR, parts, PAIRS) for parts in (small, large)))
    outer = substitute(outer, trusted_measure.mean_of_constant(PAIR, ONE, COUPLINGS), inverses_exchanged())
    outer = substitute(outer, *(trusted_measure.renamed(OTHER, of, PAIR, COUPLINGS) for of in (C1**2, C1)))
    one, square = PAIR.mean(C), PAIR.mean(C**2)
    statement = le(MGF * one**2 + LOW * square, one + LOW * one**2)
    total = COUPLINGS.combine(statement, (ONE, outer), (ONE, energy_of_inverses()), by=FORM, given=[mgf_positive()])
    return substitute(total, *map(under_own_name, (C, C**2)))


@lemma
def squares_at_least() -> Fact:
    """E 1/Z² ≥ (E 1/Z)²."""
    d = Symbol("d", real=True)
    at = Under(PAIRS.further(d))
    known = [scores_positive(Y, at)]
    pointwise = at.combine(le(2 * d / Z - d**2, 1 / Z**2), rests=[(1 / Z - d) ** 2], by=FORM, given=known)
    means = trusted_measure.mean_compares(PAIR, pointwise)
    split = trusted_couplings.mean_is_linear(PAIR, [(2 * d, 1 / Z), (-(d**2), ONE)], at)
    constant = trusted_measure.mean_of_constant(PAIR, ONE, Under(COUPLINGS.further(d)))
    found = COUPLINGS.use(substitute(means, split, constant), {d: INVERSE})
    return COUPLINGS.combine(ge(INVERSE_SQUARE, INVERSE**2), (ONE, found), by=FORM)


@lemma
def excess_at_most() -> Fact:
    """E e^{β y·y'} − M ≤ M (1 − E s) + e^β E (1 − s)², as Z = M/s ≤ e^β."""
    known = [scores_positive(Y, PAIRS), mgf_positive()]
    right = 2 * MGF - MGF**2 / Z + exp(beta) * (1 - S) ** 2
    pointwise = PAIRS.combine(le(Z, right), ((1 - S) ** 2, partition_at_most(Y)), by=FORM, given=known)
    parts = [(2 * MGF + exp(beta), ONE), (-(MGF**2) - 2 * MGF * exp(beta), 1 / Z), (MGF**2 * exp(beta), 1 / Z**2)]
    same = PAIRS.equal(right, sum((a * b for a, b in parts), sp.S.Zero), FORM, known)
    split = chain(trusted_measure.mean_compares(PAIR, same), trusted_couplings.mean_is_linear(PAIR, parts, PAIRS))
    constant = trusted_measure.mean_of_constant(PAIR, ONE, COUPLINGS)
    means = substitute(trusted_measure.mean_compares(PAIR, pointwise), split, constant)
    energy = trusted.definition(KeyEnergy(P, beta), COUPLINGS)
    return substitute(means, flip(energy))


@lemma
def inverse_below() -> Fact:
    """M E 1/Z < 1 where keys are not uniform."""
    d = COUPLINGS.further(UNLIKE_UNIFORM)
    m, q, b, r, k, e = sp.symbols("m q b r k e", positive=True)
    variance, excess = variance_bound(), excess_at_most()
    values = {m: MGF, q: LOW, b: exp(beta), r: INVERSE, k: INVERSE_SQUARE, e: KeyEnergy(P, beta)}
    back = {value: symbol for symbol, value in values.items()}
    asked = [fact.statement.xreplace(back) for fact in (variance, excess)]
    asked += [ge(k, r**2), gt(e - m, 0)]
    scalars = Under(m, q, b, r, k, e, *asked)
    first, second, squares, room = (scalars.asked(hypothesis) for hypothesis in asked)
    weak = scalars.combine(le(m * r, 1), (1 / r, first), (q / r, squares))
    total = m + b + b * m**2 * r / q
    parts = [(1 / total, room), (1 / total, second), (b * m**2 / (q * total), first), (b * m * r / total, weak)]
    found = scalars.combine(lt(m * r, 1), *parts)
    known = [variance, excess, squares_at_least(), d.asked(UNLIKE_UNIFORM), mgf_positive()]
    known += [inverses_positive(), inverse_squares_positive(), positive(KeyEnergy(P, beta), d)]
    return d.use(found, values, known)


@lemma
def trace_aligned() -> Fact:
    """E p < e^β/M_h(β) where pairs are aligned and keys are not uniform: E p ≤ e^β E 1/Z/(1 − ε) for every ε."""
    d = Under(COUPLINGS.further(UNLIKE_UNIFORM, ALIGNED))
    pairs = Under(PAIRS.further(eps))
    weight = beta**2 * exp(2 * beta) / (4 * eps)
    means = trusted_measure.mean_compares(PAIR, against_aligned())
    left = trusted_couplings.mean_is_linear(PAIR, [(1 - eps, ratio(X))], pairs)
    right = trusted_couplings.mean_is_linear(PAIR, [(exp(beta), 1 / Z), (weight, SQUARE)], pairs)
    total = substitute(means, left, right)
    here = Under(d.further(eps))
    statement = le((1 - eps) * PAIR.mean(ratio(X)), exp(beta) * INVERSE)
    bound = here.combine(statement, (ONE, total), (weight, here.asked(ALIGNED)), by=FORM)
    return strict_at(bound, INVERSE, [inverse_below(), inverses_positive()], d)


# --- both ------------------------------------------------------------------------------------------------------------


@lemma
def trace_misaligned() -> Fact:
    """E p < e^β/M_h(β) where pairs are not aligned."""
    d = COUPLINGS.further(MISALIGNED)
    return by_cases(trace_misaligned_varied(), Under(d.further(le(VARIED, 0))).use(trace_with_one_key()), d)


@lemma
def trace_strict() -> Fact:
    """E p < e^β/M_h(β) where keys are not uniform."""
    d = COUPLINGS.further(UNLIKE_UNIFORM)
    apart = Under(d.further(MISALIGNED)).use(trace_misaligned())
    return by_cases(apart, trace_aligned(), d)


# --- keys with a mean are not uniform --------------------------------------------------------------------------------

#: How far along m, and with which weight, the point is that is set off against the keys, beside the uniform law.
sigma, lam = sp.symbols("sigma lambda", positive=True)
AT_M = Under(COUPLINGS.further(unit_vector(M, h), sigma, lam))


SHIFTED_SCORES = OTHER.mean(exp(beta * sigma * Dot(M, Y1)))


@lemma
def shifted_against_sphere() -> Fact:
    """E_u e^{β u·σm} = M_h(βσ)."""
    here = Under(SCALARS.further(unit_vector(M, h), sigma))
    with_v = here.further(unit_vector(V, h))
    same = with_v.equal(exp(beta * Dot(V, sigma * M)), exp(beta * sigma * Dot(M, V)), FORM)
    named = trusted_measure.renamed(SPHERE_V, exp(beta * sigma * Dot(M, V)), SPHERE, here)
    value = here.use(sphere_exponential(), {beta: beta * sigma})
    return chain(trusted_measure.mean_compares(SPHERE_V, same), named, value)


@lemma
def shifted_against_keys() -> Fact:
    """E e^{β y·σm} = E' e^{βσ m·y'}, by another name."""
    pairs = Under(with_pair(AT_M))
    same = pairs.equal(exp(beta * Dot(Y, sigma * M)), exp(beta * sigma * Dot(M, Y)), FORM)
    named = trusted_measure.renamed(PAIR, exp(beta * sigma * Dot(M, Y)), OTHER, AT_M)
    return chain(trusted_measure.mean_compares(PAIR, same), named)


@lemma
def shifted_scores_at_least() -> Fact:
    """E' e^{βσ m·y'} ≥ 1 + βσ m·E y'."""
    at_m = Under(with_pair(AT_M, OTHER))
    tangent = _turned(above_tangent(beta * sigma * Dot(M, Y1), at_m))
    split = trusted_couplings.mean_is_linear(OTHER, [(ONE, ONE), (beta * sigma, Dot(M, Y1))], at_m)
    least = substitute(trusted_measure.mean_compares(OTHER, tangent), split)
    return substitute(least, trusted_measure.mean_of_constant(OTHER, ONE, AT_M))


@lemma
def excess_along() -> Fact:
    """E e^{β y·y'} − M + λ² e^{βσ²} + 2λ M_h(βσ) ≥ 2λ (1 + βσ |E y|²)."""
    keys, model = Weighted(Y, ONE, PAIR, OTHER), Weighted(V, ONE, SPHERE_V, SPHERE_V1)
    parts = [(ONE, keys), (-ONE, model), (-lam, Weighted(sigma * M))]
    form = positive_definite(beta, parts, h, AT_M)
    known = [keys_against_sphere(COUPLINGS), uniform_energy(), shifted_against_sphere(), shifted_against_keys()]
    form = substitute(form, *known, flip(trusted.definition(KeyEnergy(P, beta), COUPLINGS)))
    other = SphereMGF(h, beta * sigma)
    statement = ge(
        EXCESS + lam**2 * exp(beta * sigma**2) + 2 * lam * other, 2 * lam * (1 + beta * sigma * OTHER.mean(Dot(M, Y1)))
    )
    at_m = AT_M.combine(statement, (ONE, form), (2 * lam, shifted_scores_at_least()), by=FORM, given=[mgf_positive()])
    pairs, here = Under(PAIRS.further(sigma, lam)), Under(COUPLINGS.further(sigma, lam))
    at_key = pairs.use(at_m, {M: Y})
    constant, varying = at_key.statement.args
    parts = [(2 * lam, ONE), (2 * lam * beta * sigma, OTHER.mean(Dot(Y, Y1)))]
    same = pairs.equal(varying, sum((factor * of for factor, of in parts), sp.S.Zero), FORM)
    split = chain(trusted_measure.mean_compares(PAIR, same), trusted_couplings.mean_is_linear(PAIR, parts, pairs))
    means = substitute(trusted_measure.mean_compares(PAIR, _turned(at_key)), split)
    means = substitute(means, trusted_measure.mean_of_constant(PAIR, constant, here, [mgf_positive()]))
    return substitute(means, trusted_measure.mean_of_constant(PAIR, ONE, COUPLINGS))


@lemma
def length_at_most() -> Fact:
    """|E y|² ≤ 1."""
    inner = trusted_measure.mean_compares(OTHER, aligned(Y, Y1, OTHERS))
    inner = chain(inner, trusted_measure.mean_of_constant(OTHER, ONE, PAIRS))
    means = trusted_measure.mean_compares(PAIR, inner)
    return chain(means, trusted_measure.mean_of_constant(PAIR, ONE, COUPLINGS))


@lemma
def unlike_where_mean() -> Fact:
    """E e^{β y·y'} > M_h(β) where |E y|² > 0, at βσ = |E y|²/2 and λ = |E y|⁴ e^{−βσ²}/4."""
    d = COUPLINGS.further(gt(LENGTH, 0))
    x, w = sp.symbols("x w", real=True)
    s, c, m = sp.symbols("s c m", positive=True)
    v = s**2 / (4 * c)
    whole = le(2 * v + s * v * s, c * v**2 + 2 * m * v + x)
    hypotheses = (whole, le(w, s**2 / 16), ge(w, 1 - 1 / m), le(s, 1))
    scalars = Under(x, w, s, c, m, *hypotheses)
    first, *small, unit = (scalars.asked(known) for known in hypotheses)
    low = scalars.combine(le(m * (1 - s**2 / 16), 1), *((m, known) for known in small))
    most = scalars.combine(le(m, Rational(16, 15)), (Rational(16, 15), low), (m * (1 + s) / 15, unit))
    parts = [(ONE, first), (2 * v, low), (v * s**2 / 8, most)]
    found = scalars.combine(gt(x, 0), *parts, rests=[v * s**2 * (Rational(3, 4) - Rational(2, 15))])
    size = LENGTH / (2 * beta)
    values = {
        x: EXCESS,
        s: LENGTH,
        c: exp(beta * size**2),
        m: SphereMGF(h, LENGTH / 2),
        w: log(SphereMGF(h, LENGTH / 2)),
    }
    asked = d.asked(gt(LENGTH, 0))
    mean_positive = d.use(mgf_positive(), {beta: LENGTH / 2}, [asked])
    along = d.use(excess_along(), {sigma: size, lam: v.xreplace(values)}, [asked])
    along = d.combine(whole.xreplace(values), (ONE, along), by=FORM, given=[mean_positive, asked, mgf_positive()])
    gauss = d.use(vmf.gaussian, {z: LENGTH / 2}, [asked])
    rest = LENGTH**2 / 16 - LENGTH**2 / (8 * h)
    above = d.combine(le(values[w], LENGTH**2 / 16), (ONE, gauss), rests=[rest], given=[mean_positive])
    below = part(logarithm_bounds(mean_positive), hypotheses[2].xreplace(values))
    return d.use(found, values, [along, above, below, length_at_most(), asked, mean_positive])
