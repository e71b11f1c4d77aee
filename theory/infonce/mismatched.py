"""Pairs of which a share is mismatched: from an explicit share on, aligned uniform pairs are not optimal.

A law of aligned pairs with the density 1 + ε c·x has a mean of length ε/h, which mismatched pairs reward. Its partition
functions are M_h(β)(1 + εA c·x), A = A_{h/2−1}(β), so that its loss is known up to the mean of one logarithm.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Symbol, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.bounds import upper_one
from modgap.theory.bessel.functions import ratio_positive
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.engines.normal_forms import BesselRing, InnerProducts
from modgap.theory.infonce.trace import MGF
from modgap.theory.infonce.variants import eta
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import by_cases, chain, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.letters import beta, h, nu, z
from modgap.theory.language.means import Law, VonMisesFisherMean
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.symbols import U1, Dot, IvRatio, order_of, sphere_mean
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import vmf_means as means
from modgap.theory.trusted.analysis import linear_right, logarithm_bounds, sign_from_zero
from modgap.theory.under import Under

FORM = InnerProducts()
ZERO, ONE = sp.S.Zero, sp.S.One

# --- a logarithm ------------------------------------------------------------------------------------------------------

t = Symbol("t", real=True)


def cubic(at: sp.Expr) -> sp.Expr:
    """Return t − t²/2 + t³/3."""
    return at - at**2 / 2 + at**3 / 3


@lemma
def cubic_above() -> Fact:
    """z − z²/2 + z³/3 − log(1 + z) > 0 for z > 0: it has the slope z³/(1 + z), and is at least −z²/2."""
    d = Under(z)
    upper = part(logarithm_bounds(d.show(gt(1 + z, 0))), le(log(1 + z), z))
    y = cubic(z) - log(1 + z)
    return _grows(y, z**3 / (1 + z), d.combine(ge(y, -(z**2) / 2), (ONE, upper), rests=[z**3 / 3]))


@lemma
def cubic_below() -> Fact:
    """log(1 + z) − w − w²/2 − w³/3 > 0 for z > 0, w = z/(1 + z): it has the slope w³/(1 + z), and is at least −z²."""
    d, w = Under(z), z / (1 + z)
    lower = part(logarithm_bounds(d.show(gt(1 + z, 0))), ge(log(1 + z), 1 - 1 / (1 + z)))
    y = log(1 + z) + cubic(-w)
    return _grows(y, z**3 / (1 + z) ** 4, d.show(ge(y, -(z**2)), lower))


def _grows(y: sp.Expr, slope: sp.Expr, near: Fact) -> Fact:
    """Return y > 0 for every z > 0, from y' = slope > 0 and y ≥ −C z²."""
    d = Under(z)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    return sign_from_zero(
        d.equal(Derivative(y, z), linear_right(y, ZERO, ZERO, slope, z), ring),
        y,
        ZERO,
        ZERO,
        slope,
        damping=d.show(ge(ZERO, 0)),
        source=d.show(gt(slope, 0)),
        near=near,
        order=d.show(gt(sp.Integer(2), 0)),
    )


@claim(
    id="log.cubic",
    title="The logarithm is below its third Taylor polynomial",
    relation="ours",
    source="Taylor's theorem; what mismatched pairs need of it",
    domain=Domain(t, t > -1, reach={t: 4}),
    statement=le(log(1 + t), cubic(t)),
)
def log_cubic(this: Claim):
    """log(1 + t) ≤ t − t²/2 + t³/3 for every t > −1.

    The difference has the slope t³/(1 + t) for t > 0, and for t < 0, read in z = −t/(1 + t), a positive one too.
    """
    d = Under(this.domain)
    above, below = d.further(gt(t, 0)), d.further(le(t, 0))
    right = above.use(cubic_above(), {z: t}, [above.asked(gt(t, 0))])
    left, middle = below.further(gt(-t, 0)), below.further(le(-t, 0))
    return by_cases(
        above.combine(this.statement, (ONE, right)),
        by_cases(_below_zero(this, left), _at_zero(this, middle), below),
        d,
    )


def _at_zero(this: Claim, d: Under) -> Fact:
    upper = part(logarithm_bounds(d.show(gt(1 + t, 0))), le(log(1 + t), t))
    return d.show(this.statement, upper)


def _below_zero(this: Claim, d: Under) -> Fact:
    turned = -t / (1 + t)
    positive = d.show(gt(1 + t, 0))
    known = d.use(cubic_below(), {z: turned}, [d.show(gt(turned, 0))])
    inverse = substitute(known, d.equal(1 + turned, 1 / (1 + t), given=[positive]))
    return d.combine(this.statement, (ONE, inverse), by=Logarithms(positive), given=[positive])


# --- the law of density 1 + ε c·x -------------------------------------------------------------------------------------

epsilon = Symbol("epsilon", positive=True)
a, s = Symbol("a", positive=True), Symbol("s", real=True)
c, x, y, u, v = sp.symbols("c x y u v")
A = IvRatio(order_of(h), beta)
NUMBERS = (h, h >= 2, beta, epsilon, epsilon <= 1)
LEANING = (*NUMBERS, unit_vector(c, h))
UNIFORM, OTHER = Law(h, u), Law(h, v)


def weight(of: sp.Expr) -> sp.Expr:
    """Return 1 + ε c·x, the density of the law with respect to the uniform one."""
    return 1 + epsilon * Dot(c, of)


def leaning(by: sp.Expr, cosine: sp.Expr) -> sp.Expr:
    """Return 1 + εa c·x."""
    return 1 + epsilon * by * cosine


#: E e^{β x·y}/M_h(β) for y of the law, and E u·v for two independent points of it.
SCORES = VonMisesFisherMean(h, beta, x, sp.Lambda(y, weight(y)))
STRANGERS = UNIFORM.mean(OTHER.mean(weight(u) * weight(v) * Dot(u, v)))


def defined(domain: Domain) -> list[Fact]:
    """Return I_ν(β) > 0 and I_{ν+1}(β) > 0, ν = h/2 − 1."""
    return [Under(domain).use(bessel.positive, {nu: order, z: beta}) for order in (order_of(h), order_of(h) + 1)]


def partition(domain: Domain) -> Fact:
    """Return E e^{β x·y}/M_h(β) = 1 + εA c·x for a unit vector x: the mean of y under vMF(x, β) is A x."""
    d = Under(domain)
    law = means.VonMisesFisherLaw(h, beta, x, y)
    values = {vmf_moments.kappa: beta, vmf_moments.c: x, vmf_moments.e: c}
    moment = means.mean_of_moment(law, d.use(vmf_moments.mean, values, given=[d.equal(Dot(x, x), 1, FORM)]))
    linear = means.mean_is_linear(law, [(ONE, ONE), (epsilon, Dot(y, c))], d.further(unit_vector(y, h)))
    value = substitute(linear, moment)
    return chain(value, d.equal(value.statement.rhs, leaning(A, Dot(c, x)), FORM, given=defined(d)))


def curvature(by: sp.Expr) -> sp.Expr:
    """Return ε²a(1 − a/2 + εa/2 + ε²a²/3), what E (1 + ε c·x) log(1 + εa c·x) is at most, times h."""
    return epsilon**2 * by * (1 - by / 2 + epsilon * by / 2 + epsilon**2 * by**2 / 3)


def from_below(d: Under) -> Fact:
    """Return c·u ≥ −1."""
    return d.combine(ge(Dot(c, u), -1), (sp.Rational(1, 2), d.sign(ge(Dot(c + u, c + u), 0))), by=FORM)


def from_above(d: Under) -> Fact:
    """Return c·u ≤ 1."""
    return d.combine(le(Dot(c, u), 1), (sp.Rational(1, 2), d.sign(ge(Dot(c - u, c - u), 0))), by=FORM)


@lemma
def tilted() -> Fact:
    """(1 + εs) log(1 + εas) ≤ εas + ε²a(1 − a/2 + εa/2 + ε²a²/3) s² for |s| ≤ 1, 0 < a < 1 and 0 < ε ≤ 1."""
    d = Under(epsilon, epsilon <= 1, a, a < 1, s, s >= -1, s <= 1)
    argument, factor = 1 + epsilon * a * s, 1 + epsilon * s
    positive = d.show(gt(epsilon * a * s, -1))
    known = d.use(log_cubic, {t: epsilon * a * s}, [positive])
    rests = [
        epsilon**3 * a**2 * s**2 * ((1 + s) * (sp.Rational(1, 2) - a / 3) + a / 3),
        epsilon**4 * a**3 * s**2 * (1 - s**2) / 3,
    ]
    wanted = le(factor * log(argument), epsilon * a * s + curvature(a) * s**2)
    given = [d.show(ge(rest, 0)) for rest in rests]
    weight = d.show(ge(factor, 0))
    return d.combine(wanted, (factor, known), (ONE, given[0]), (ONE, given[1]), given=[weight])


@lemma
def tilted_mean() -> Fact:
    """E (1 + εu)(log M + log(1 + εau)) ≤ log M + ε²a(1 − a/2 + εa/2 + ε²a²/3)/h, u a coordinate of a uniform point."""
    numbers = Under(*NUMBERS, a, a < 1)
    outside = numbers.further(unit_vector(c, h))
    d = outside.further(unit_vector(u, h))
    cosine, size = Dot(c, u), log(MGF)
    known = d.use(tilted(), {s: cosine}, [from_below(d), from_above(d)])
    parts = [(size, ONE), (epsilon * size + epsilon * a, cosine), (curvature(a), cosine**2)]
    wanted = le(weight(u) * (size + log(leaning(a, cosine))), sum((factor * of for factor, of in parts), ZERO))
    pointwise = d.combine(wanted, (ONE, known))
    means_of = chain(
        trusted_measure.mean_compares(UNIFORM, pointwise), trusted_couplings.mean_is_linear(UNIFORM, parts, d)
    )
    zero, square = (
        rule(UNIFORM, c, outside) for rule in (trusted_measure.mean_is_zero, trusted_measure.mean_of_square)
    )
    one = trusted_measure.mean_of_constant(UNIFORM, ONE, outside)
    value = substitute(means_of, one, zero, square)
    bound = le(value.statement.lhs, size + curvature(a) / h)
    below = outside.combine(bound, (ONE, value), by=FORM, given=[value])
    function = (1 + epsilon * s) * (size + log(leaning(a, s)))
    return trusted_measure.mean_of_coordinate(UNIFORM, function, s, c, below)


@lemma
def scores_of_strangers() -> Fact:
    """E u·v = ε²/h² for two independent points of the law: for a uniform v, E (1 + ε c·v) u·v = ε c·u/h."""
    outside = Under(*LEANING)
    with_u = outside.further(unit_vector(u, h))
    d = with_u.further(unit_vector(v, h))
    quarter = epsilon / 4
    inner = [(ONE, Dot(u, v)), (quarter, Dot(u + c, v) ** 2), (-quarter, Dot(u - c, v) ** 2)]
    turned = _averaged(OTHER, weight(v) * Dot(u, v), inner, d)
    squares = [trusted_measure.mean_of_square(OTHER, w, with_u) for w in (u + c, u - c)]
    value = substitute(turned, trusted_measure.mean_is_zero(OTHER, u, with_u), *squares)
    own = with_u.equal(value.statement.rhs, epsilon * Dot(c, u) / h, FORM)
    factored = trusted_couplings.mean_is_linear(OTHER, [(weight(u), weight(v) * Dot(u, v))], d)
    each = rewrite(factored.statement.lhs, factored, value, own, domain=with_u)
    outer = trusted_measure.mean_compares(UNIFORM, each)
    parts = [(epsilon / h, Dot(c, u)), (epsilon**2 / h, Dot(c, u) ** 2)]
    spread = _averaged(UNIFORM, weight(u) * epsilon * Dot(c, u) / h, parts, with_u)
    moments = (rule(UNIFORM, c, outside) for rule in (trusted_measure.mean_is_zero, trusted_measure.mean_of_square))
    whole = substitute(chain(outer, spread), *moments)
    return chain(whole, outside.equal(whole.statement.rhs, epsilon**2 / h**2, FORM))


def _averaged(law: Law, of: sp.Expr, parts: list[tuple[sp.Expr, sp.Expr]], d: Under) -> Fact:
    """Return E f = Σ_k c_k E f_k for a uniform vector, where f = Σ_k c_k f_k."""
    same = d.equal(of, sum((factor * part for factor, part in parts), ZERO), FORM)
    return chain(trusted_measure.mean_compares(law, same), trusted_couplings.mean_is_linear(law, parts, d))


@claim(
    id="thm.1.noise.leaning",
    title="Partition function and length of the mean of the law of density 1 + ε c·x",
    relation="ours",
    source="Theorem 1, for data of which a share of the pairs is mismatched",
    domain=Domain(*LEANING, unit_vector(x, h), reach={h: 0, beta: 6}),
    statement=all_of(eq(SCORES, leaning(A, Dot(c, x))), eq(STRANGERS, epsilon**2 / h**2)),
)
def leaning_law(this: Claim):
    """E e^{β x·y}/M_h(β) = 1 + εA c·x for every x, and E u·v = ε²/h², for independent y, u, v of the density 1 + ε c·y.

    A = A_{h/2−1}(β). The first is the mean of 1 + ε c·y under vMF(x, β), whose density is e^{β x·y}/M_h(β); the second
    says that the mean of the law has the length ε/h.
    """
    d = Under(this.domain)
    return d.both(partition(d), d.use(scores_of_strangers()))


#: The loss of aligned pairs of the law, a share η of which is drawn anew (`thm.1.noise.leaning`).
LEANING_LOSS = -2 * beta * ((1 - eta) + eta * epsilon**2 / h**2) + 2 * sphere_mean(
    h, (1 + epsilon * U1) * (log(MGF) + log(leaning(A, U1)))
)
BEYOND = lt(h * A * (2 - A + epsilon * A + sp.Rational(2, 3) * epsilon**2 * A**2), 2 * beta * eta)


@claim(
    id="thm.1.noise.necessary",
    title=(
        "Beyond an explicit share of mismatched pairs, the closed form of the loss of aligned pairs that lean to one "
        "side is below that of aligned uniform ones"
    ),
    relation="ours",
    source="Theorem 1, for data of which a share of the pairs is mismatched",
    domain=Domain(*NUMBERS, eta, eta < 1, BEYOND, reach={h: 4, beta: 6}),
    statement=lt(LEANING_LOSS, -2 * beta * (1 - eta) + 2 * log(MGF)),
)
def necessary(this: Claim):
    """For hA(2 − A + εA + ⅔ε²A²) < 2βη, A = A_{h/2−1}(β), aligned pairs of density 1 + ε c·x beat aligned uniform ones.

    Where 2βη exceeds hA(2 − A) every small enough ε will do, so that 2βη ≤ hA(2 − A) is necessary for aligned uniform
    pairs to be optimal; that it is not sufficient is `thm.1.noise`. The left side is the loss of pairs x = y of that
    law, of which a share η is drawn anew, u = c·x: by `thm.1.noise.leaning` its partition function is M(1 + εAu), and
    the square of its mean ε²/h². That link is in words.
    """
    d = Under(this.domain)
    ratio = [d.use(fact, {nu: order_of(h), z: beta}) for fact in (upper_one, ratio_positive)]
    mean = d.use(tilted_mean(), {a: A}, ratio)
    parts = [(sp.Integer(2), mean), (epsilon**2 / h**2, d.asked(BEYOND))]
    return d.combine(this.statement, *parts, given=[*defined(d), mean])


CLAIMS = (log_cubic, leaning_law, necessary)
