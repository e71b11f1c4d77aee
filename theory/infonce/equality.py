"""When the softmax trace inequality is strict: where pairs are not aligned, and where keys are not uniform.

Each step of its proof is kept with what it loses. A push along the key loses in proportion to |x − y|² and to how far
the keys are from y; Cauchy–Schwarz, for aligned pairs, in proportion to the variance of 1/Z(y), Z the partition
function. Where keys hardly vary, or pairs are nearly aligned, e^{β x·y'} is compared with the pair's own term instead.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Expr, Rational, Symbol, exp, log

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.infonce import stability
from modgap.theory.infonce.trace import (
    AT_G,
    COUPLINGS,
    EXCESS,
    FORM,
    GAUSS,
    MGF,
    OTHER,
    PAIR,
    SCALARS,
    SPHERE,
    SPHERE_M,
    UNLIKE_UNIFORM,
    F,
    R,
    a,
    aligned,
    average,
    b,
    key_bound,
    mgf_positive,
    moment,
    mu,
    partition,
    positive,
    push,
    ratio,
    scores_positive,
    sphere_exponential,
    sphere_positive,
    sphere_square,
    squares_of_tilts,
    tilt,
    tilt_against_sphere,
    tilt_against_tilts,
    tilts_positive,
    with_pair,
)
from modgap.theory.kernel.compose import by_cases, chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import Y1, KeyEnergy, P, PairLaw, X, Y
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.letters import beta, h, z
from modgap.theory.language.means import G, M, U
from modgap.theory.language.relations import ge, gt, le, lt
from modgap.theory.language.symbols import Dot, SphereMGF
from modgap.theory.sphere import vmf
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import logarithm_bounds
from modgap.theory.under import Under

PAIRS = with_pair(COUPLINGS)
OTHERS = with_pair(PAIRS, OTHER)
#: A third pair, to compare two keys that are not y.
THIRD = PairLaw(h, P, sp.symbols("x'' y''"))
Y2 = THIRD.variables[1]

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
    key = PAIRS.use(key_bound(COUPLINGS), {M: X / 2 + stability.SHIFT * Y / 2}, given)
    scores = PAIRS.use(scores_positive(stability.PUSHED, stability.STEPS), {mu: stability.SHIFT}, given)
    bound = average(key, scores, COUPLINGS)
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


# --- aligned pairs whose keys are not uniform: what Cauchy–Schwarz loses ----------------------------------------------

#: s(y) = M/Z(y); it is 1 for all y where keys are uniform.
Z = partition(Y)
S = MGF / Z
#: E 1/Z, E 1/Z², and a function of g below T_y and F, with the mean of its square.
INVERSE, INVERSE_SQUARE = PAIR.mean(1 / Z), PAIR.mean(1 / Z**2)
LOW = exp(-beta - beta * Dot(G, G) / 2)
FLOOR = GAUSS.mean(LOW**2)
#: R E[T_y/Z] and F E[T_y/Z²], which Cauchy–Schwarz compares with R².
WITH_ONE, WITH_SQUARE = R * PAIR.mean(tilt(Y) / Z), F * PAIR.mean(tilt(Y) / Z**2)
WITH_G, PAIRS_G = COUPLINGS.further(*AT_G), PAIRS.further(*AT_G)


def tilt_at_least(v: Expr, d: Domain) -> Fact:
    """T_v ≥ e^{−β − β|g|²/2} for a unit vector v."""
    here = Under(d)
    square = here.sign(ge(Dot(G + v, G + v), 0))
    exponent = beta * Dot(v, G) - beta * Dot(v, v) / 2
    low = here.combine(le(-beta - beta * Dot(G, G) / 2, exponent), (beta / 2, square), by=FORM)
    found = trusted_sums.exponential_increases(low)
    return here.combine(le(LOW, tilt(v)), (ONE, found), by=FORM)


@lemma
def tilts_at_least() -> Fact:
    """F ≥ e^{−β − β|g|²/2}."""
    others = with_pair(WITH_G, OTHER)
    means = trusted_measure.mean_compares(OTHER, tilt_at_least(Y1, others), [positive(LOW, others)])
    return chain(flip(trusted_measure.mean_of_constant(OTHER, LOW, WITH_G)), means)


@lemma
def loss_of_schwarz() -> Fact:
    """R² + F E s² T_y + q (E s)² ≥ 2R E s T_y + q E s² for every g, q = e^{−2β − β|g|²}."""
    known = [sphere_positive(), tilts_positive(COUPLINGS), scores_positive(Y, PAIRS), mgf_positive()]
    r = R / F
    left = R**2 / F * tilt(Y) + F * S**2 * tilt(Y) - 2 * R * S * tilt(Y)
    right = LOW**2 * (r**2 - 2 * r * S + S**2)
    parts = [(F * (r - S) ** 2, tilt_at_least(Y, PAIRS_G)), (LOW * (r - S) ** 2, tilts_at_least())]
    pointwise = PAIRS_G.combine(le(right, left), *parts, by=FORM, given=known)
    means = trusted_measure.mean_compares(PAIR, pointwise)
    lefts = [(R**2 / F, tilt(Y)), (MGF**2 * F, tilt(Y) / Z**2), (-2 * MGF * R, tilt(Y) / Z)]
    rights = [(LOW**2 * r**2, ONE), (-2 * MGF * LOW**2 * r, 1 / Z), (MGF**2 * LOW**2, 1 / Z**2)]
    means = substitute(means, _split(left, lefts, known), _split(right, rights, known))
    means = substitute(means, trusted_measure.mean_of_constant(PAIR, ONE, WITH_G))
    means = substitute(means, trusted_measure.renamed(PAIR, tilt(Y), OTHER, WITH_G))
    low, high = (MGF**2 * LOW**2 * value for value in (INVERSE_SQUARE, INVERSE**2))
    statement = le(low + 2 * MGF * WITH_ONE, R**2 + MGF**2 * WITH_SQUARE + high)
    rests = [LOW**2 * (r - MGF * INVERSE) ** 2]
    return Under(WITH_G).combine(
        statement, (ONE, means), rests=rests, by=FORM, given=[known[0], known[1], mgf_positive()]
    )


def _split(whole: Expr, parts: list[tuple[Expr, Expr]], known: Sequence[Fact]) -> Fact:
    same = PAIRS_G.equal(whole, sum((a * b for a, b in parts), sp.S.Zero), FORM, known)
    return chain(trusted_measure.mean_compares(PAIR, same), trusted_couplings.mean_is_linear(PAIR, parts, PAIRS_G))


def weighted_positive(weight: Expr) -> Fact:
    """E w T_y > 0 for a positive weight w of the key."""
    return trusted_measure.positive_mean(PAIR, tilt(Y) * weight, PAIRS_G, given=[scores_positive(Y, PAIRS)])


def averaged(factor: Expr, weight: Expr, mean: Fact) -> Fact:
    """E_g[factor · E_y w T_y] = E_y[w E_g[factor · T_y]], the inner mean by a fact, for positive functions."""
    given = [sphere_positive(), tilts_positive(COUPLINGS), scores_positive(Y, PAIRS)]
    out = trusted_measure.constant_factor(PAIR, factor, tilt(Y) * weight, PAIRS_G, given)
    joint = trusted_measure.mean_compares(GAUSS, flip(out), [*given[:2], weighted_positive(weight)])
    swapped = trusted_measure.tonelli(GAUSS, PAIR, factor * tilt(Y) * weight, PAIRS_G, given)
    inside = trusted_measure.constant_factor(GAUSS, weight, factor * tilt(Y), PAIRS_G, given)
    inner = substitute(inside, mean)
    return chain(
        joint, swapped, trusted_measure.mean_compares(PAIR, inner, [scores_positive(Y, PAIRS), mgf_positive()])
    )


@lemma
def floor_positive() -> Fact:
    """0 < E_g e^{−2β − β|g|²} ≤ 1."""
    square = SCALARS.further(*AT_G).sign(ge(Dot(G, G), 0))
    d = Under(square.domain)
    low = d.combine(le(-2 * beta - beta * Dot(G, G), 0), (beta, square), rests=[2 * beta], by=FORM)
    below = d.combine(le(LOW**2, 1), (ONE, trusted_sums.exponential_increases(low)), by=FORM)
    means = trusted_measure.mean_compares(GAUSS, below)
    finite = chain(means, trusted_measure.mean_of_constant(GAUSS, ONE, SCALARS))
    return trusted_measure.positive_mean(GAUSS, LOW**2, d, finite)


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
    """M + q M² (E 1/Z)² ≥ M² E 1/Z + q M² E 1/Z², q = E_g e^{−2β − β|g|²}."""
    unit = PAIRS.equal(Dot(Y, Y), 1, FORM)
    mixed = averaged(R, 1 / Z, PAIRS.use(tilt_against_sphere(), {M: Y}, [unit]))
    out = trusted_measure.constant_factor(PAIR, MGF, 1 / Z, PAIRS, [mgf_positive(), scores_positive(Y, PAIRS)])
    mixed = substitute(mixed, out)
    square = averaged(F, 1 / Z**2, tilt_against_tilts(COUPLINGS))
    known = [
        sphere_positive(),
        tilts_positive(COUPLINGS),
        mgf_positive(),
        inverses_positive(),
        inverse_squares_positive(),
    ]
    known += [weighted_positive(1 / Z), weighted_positive(1 / Z**2)]
    pointwise = loss_of_schwarz()
    means = trusted_measure.mean_compares(GAUSS, pointwise, known)
    small, large = pointwise.statement.args
    terms = [list(side.args) for side in (small, large)]
    split = [trusted_measure.mean_of_sum(GAUSS, part_, WITH_G, known) for part_ in terms]
    means = substitute(means, *split)
    factors = [
        (MGF**2 * INVERSE_SQUARE, LOW**2),
        (MGF**2 * INVERSE**2, LOW**2),
        (2 * MGF, WITH_ONE),
        (MGF**2, WITH_SQUARE),
    ]
    for factor, of in factors:
        means = substitute(means, trusted_measure.constant_factor(GAUSS, factor, of, WITH_G, known))
    return substitute(means, sphere_square(), mixed, square)


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
    values = {m: MGF, q: FLOOR, b: exp(beta), r: INVERSE, k: INVERSE_SQUARE, e: KeyEnergy(P, beta)}
    back = {value: symbol for symbol, value in values.items()}
    asked = [fact.statement.xreplace(back) for fact in (variance, excess)]
    asked += [ge(k, r**2), gt(e - m, 0)]
    scalars = Under(m, q, b, r, k, e, *asked)
    first, second, squares, room = (scalars.asked(hypothesis) for hypothesis in asked)
    weak = scalars.combine(le(m * r, 1), (1 / m, first), (q * m, squares))
    total = m + b + b * m / q
    parts = [(1 / total, room), (1 / total, second), (b / (q * total), first), (b * m * r / total, weak)]
    found = scalars.combine(lt(m * r, 1), *parts)
    known = [variance, excess, squares_at_least(), d.asked(UNLIKE_UNIFORM), mgf_positive(), floor_positive()]
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

#: How far along m, and by how much, F is compared with R + λ T_{σm}.
sigma, lam = sp.symbols("sigma lambda", positive=True)
SHIFTED = tilt(sigma * M)
AT_M = Under(COUPLINGS.further(unit_vector(M, h), sigma, lam))
AT_MG = Under(AT_M.further(*AT_G))


@lemma
def shifted_square() -> Fact:
    """E T_{σm}² = e^{βσ²}."""
    here = Under(SCALARS.further(unit_vector(M, h), sigma))
    square = here.use(moment(), {a: sigma * M, b: sigma * M})
    turned = here.further(*AT_G).equal(SHIFTED**2, SHIFTED * SHIFTED)
    value = here.equal(square.statement.rhs, exp(beta * sigma**2), FORM)
    return chain(trusted_measure.mean_compares(GAUSS, turned), square, value)


@lemma
def shifted_against_sphere() -> Fact:
    """E R T_{σm} = M_h(βσ)."""
    here = Under(SCALARS.further(unit_vector(M, h), sigma))
    both = Under(here.further(*AT_G, unit_vector(U, h)))
    inside = flip(trusted_measure.constant_factor(SPHERE, SHIFTED, tilt(U), both))
    joint = trusted_measure.mean_compares(GAUSS, inside, given=[sphere_positive()])
    swapped = trusted_measure.tonelli(GAUSS, SPHERE, SHIFTED * tilt(U), both)
    pairs = Under(here.further(unit_vector(U, h))).use(moment(), {a: sigma * M, b: U})
    value = Under(pairs.domain).equal(pairs.statement.rhs, exp(beta * sigma * Dot(M, U)), FORM)
    moments = trusted_measure.mean_compares(SPHERE, chain(pairs, value))
    return chain(joint, swapped, moments, here.use(sphere_exponential(), {beta: beta * sigma}))


SHIFTED_SCORES = OTHER.mean(exp(beta * sigma * Dot(M, Y1)))


@lemma
def shifted_against_keys() -> Fact:
    """E F T_{σm} = E' e^{βσ m·y'}."""
    others = Under(with_pair(AT_MG, OTHER))
    inside = flip(trusted_measure.constant_factor(OTHER, SHIFTED, tilt(Y1), others))
    means = trusted_measure.mean_compares(GAUSS, inside, [tilts_positive(COUPLINGS)])
    swapped = trusted_measure.tonelli(GAUSS, OTHER, SHIFTED * tilt(Y1), others)
    at_m = Under(with_pair(AT_M, OTHER))
    score = at_m.use(moment(), {a: sigma * M, b: Y1})
    value = at_m.equal(score.statement.rhs, SHIFTED_SCORES.integrand, FORM)
    return chain(means, swapped, trusted_measure.mean_compares(OTHER, chain(score, value)))


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
    known = [sphere_positive(), tilts_positive(COUPLINGS)]
    small, large = [2 * F * R, 2 * lam * F * SHIFTED], [F**2, R**2, lam**2 * SHIFTED**2, 2 * lam * R * SHIFTED]
    pointwise = AT_MG.combine(le(sp.Add(*small), sp.Add(*large)), rests=[(F - R - lam * SHIFTED) ** 2], given=known)
    means = trusted_measure.mean_compares(GAUSS, pointwise, known)
    means = substitute(means, *(trusted_measure.mean_of_sum(GAUSS, terms, AT_MG, known) for terms in (small, large)))
    factors = [(sp.Integer(2), F * R), (2 * lam, F * SHIFTED), (lam**2, SHIFTED**2), (2 * lam, R * SHIFTED)]
    means = substitute(means, *(trusted_measure.constant_factor(GAUSS, c, of, AT_MG, known) for c, of in factors))
    keys, mixed = squares_of_tilts(COUPLINGS)
    means = substitute(means, keys, mixed, sphere_square(), shifted_square(), shifted_against_sphere())
    means = substitute(means, shifted_against_keys(), flip(trusted.definition(KeyEnergy(P, beta), COUPLINGS)))
    other = SphereMGF(h, beta * sigma)
    statement = ge(
        EXCESS + lam**2 * exp(beta * sigma**2) + 2 * lam * other, 2 * lam * (1 + beta * sigma * OTHER.mean(Dot(M, Y1)))
    )
    at_m = AT_M.combine(statement, (ONE, means), (2 * lam, shifted_scores_at_least()), by=FORM, given=[mgf_positive()])
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
