"""Theorem 3 without the von Mises–Fisher constraint: collapse onto C and the laws of random sign next to it.

Pairs may lie anywhere on the unit spheres of A and of B, in the coordinates of R^{h−1}. The collapse onto C has aligned
pairs, uniform on the sphere of C. The law of random sign moves a share q of the squared length across C, with a fair
sign s: x = y = (√(1−q) u, √q s). Its loss falls below that of the collapse for some q if and only if
A(β) > 1 − cos φ, A being the Bessel ratio of order (h−2)/2 − 1: so in this family the threshold β* is the one root
of A(β*) = 1 − cos φ. All these laws have the mean 0, so that their centres, and the angle between these, are undefined.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol, exp, log, sqrt
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.bessel.functions import nu, ratio_positive, riccati, z
from modgap.theory.bessel.shape import FALLING, over_x_decreasing
from modgap.theory.engines.exponentials import ExponentialSums, Logarithms
from modgap.theory.infonce import trace
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, hypothesis, part, specialise, substitute
from modgap.theory.kernel.equations import equation
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.means import Law, M, U
from modgap.theory.language.subspaces import RandomSignLoss, RandomSignPartition, sign_weight
from modgap.theory.language.symbols import Cosh, Dot, IvRatio, SphereMGF, order_of
from modgap.theory.subspace import centres as centre_pair
from modgap.theory.subspace.centres import beta, h, rho
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted.analysis import at_least_first_term, decreases, logarithm_bounds
from modgap.theory.trusted.calculus import R, down_to_zero

#: The share of the squared length that lies across C.
q = Symbol("q", nonnegative=True)
SIGNS = (1, -1)
#: The dimension of C, and the Bessel ratio that belongs to it.
D = h - 2
ORDER = order_of(D)
RATIO = IvRatio(ORDER, beta)
FORM = ExponentialSums()
REACH = {h: 8, beta: 8, q: 1}
SCALARS = (h, h >= 4, rho, rho < 1, beta, unit_vector(M, D))
AXIS = Domain(h, h >= 4, z)
FAMILY = Domain(*SCALARS, q, q < 1, reach=REACH)
AROUND = Law(D, U)

LOSS, COLLAPSED = (RandomSignLoss(h, rho, beta, share, M) for share in (q, sp.S.Zero))


def partition(s: int) -> RandomSignPartition:
    """Return E' e^{β xᵀDx'} for the point x with the sign s."""
    return RandomSignPartition(h, rho, beta, q, M, sp.Integer(s))


# --- cosh ------------------------------------------------------------------------------------------------------------

COSH_BOUNDS = (Ge(log(Cosh(R)), 0, evaluate=False), Le(log(Cosh(R)), R**2 / 2, evaluate=False))


@claim(
    id="cosh.gaussian",
    title="A fair sign is sub-Gaussian",
    relation="ours",
    source="the dimension 1 of `sphere.mgf.gaussian`",
    domain=Domain(R, reach={R: 10}),
    statement=sp.And(*COSH_BOUNDS, evaluate=False),
)
def cosh_bounds(this: Claim):
    """0 ≤ log cosh r ≤ r²/2 for r ≥ 0: the series compare term by term, as (2k)! ≥ 2^k k!."""
    d, indexed = Domain(z, reach={z: 10}), Domain(z, trusted.K, reach={z: 10})
    series, exponential = trusted.cosh_series(z, d), trusted.exponential_series(z**2 / 2, d)
    terms = series.statement.rhs.function
    positive_terms = sign(Gt(terms, 0, evaluate=False), indexed)
    least = substitute(at_least_first_term(positive_terms), flip(series))
    positive = arithmetic(Gt(Cosh(z), 0, evaluate=False), d, [least])
    ratios = trusted.terms_by_ratio(terms, exponential.statement.rhs.function, indexed)
    bound = chain(series, trusted.sum_termwise(ratios), flip(exponential))
    closed = identity(Eq(log(exp(z**2 / 2)), z**2 / 2, evaluate=False), d)
    above = chain(trusted.log_is_increasing(bound, positive), closed)
    below = arithmetic(Ge(log(Cosh(z)), 0, evaluate=False), d, [least, logarithm_bounds(positive)])
    not_negative = arithmetic(Ge(R, 0, evaluate=False), this.domain)
    return both(*(down_to_zero(fact, z, R, [not_negative], this.domain, []) for fact in (below, above)))


# --- the loss in closed form -----------------------------------------------------------------------------------------

WEIGHT = SphereMGF(D, beta * (1 - q)) * Cosh(beta * rho * q)
PARTITIONS = tuple(Eq(partition(s), WEIGHT, evaluate=False) for s in SIGNS)
#: L(0) = −2β + 2 log M(β).
ON_C = Eq(COLLAPSED, -2 * beta + 2 * log(SphereMGF(D, beta)), evaluate=False)
CLOSED = -2 * beta * (1 - q * (1 - rho)) + 2 * (log(SphereMGF(D, beta * (1 - q))) + log(Cosh(beta * rho * q)))

IN_CLOSED_FORM = Eq(LOSS, CLOSED, evaluate=False)


def _with_point(domain: Domain, point: Symbol = U) -> Domain:
    """Return the domain with a point of the sphere of C."""
    return Domain(*domain.symbols, *domain.vectors, unit_vector(point, D), *domain.conditions, reach=REACH)


@cache
def _shrunk(domain: Domain) -> Fact:
    """Return β(1−q) > 0."""
    return sign(Gt(beta * (1 - q), 0, evaluate=False), domain)


@cache
def _positive(domain: Domain) -> list[Fact]:
    """Return M(β) > 0, M(β(1−q)) > 0 and cosh(βρq) > 0."""
    at = [
        specialise(trace.mgf_positive(), {h: D, beta: value}, domain, given=[_shrunk(domain)])
        for value in (beta, beta * (1 - q))
    ]
    return [*at, trace.positive(Cosh(beta * rho * q), domain)]


@claim(
    id="thm.3.free.partition",
    title="Partition function of the law of random sign",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=FAMILY,
    statement=sp.And(*PARTITIONS, evaluate=False),
)
def partition_function(this: Claim):
    """E' e^{β xᵀDx'} = M_{h−2}(β(1−q)) cosh(βρq) for every point x = (√(1−q) m, ±√q) of the law of random sign."""
    d = this.domain
    with_u = _with_point(d)
    unit = identity(Eq(Dot(M, M), 1, evaluate=False), d, FORM)
    mean = specialise(trace.sphere_exponential(), {h: D, beta: beta * (1 - q)}, d, given=[_shrunk(d), unit])
    plain, means = mean.statement.lhs.integrand, {}
    for sign_of in SIGNS:
        factor, weight = exp(sign_of * beta * rho * q), sign_weight(rho, beta, q, (M, 1), (U, sign_of))
        split = identity(Eq(weight, factor * plain, evaluate=False), with_u, FORM)
        apart = trusted_measure.mean_compares(AROUND, split)
        out = trusted_measure.constant_factor(AROUND, factor, plain, with_u)
        means[sign_of] = substitute(chain(apart, out), mean)
    halves = []
    for s in SIGNS:
        total = substitute(trusted.definition(partition(s), d), *means.values())
        halves.append(chain(total, identity(Eq(total.statement.rhs, WEIGHT, evaluate=False), d, FORM)))
    return both(*halves)


@claim(
    id="thm.3.free.sign",
    title="Loss of the law of random sign",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=FAMILY,
    statement=sp.And(
        IN_CLOSED_FORM,
        ON_C,
        evaluate=False,
    ),
)
def loss(this: Claim):
    """−2β(1 − q(1−cos φ)) + 2 log M_{h−2}(β(1−q)) + 2 log cosh(βq cos φ); at q = 0 the loss of the collapse onto C.

    All means of these laws are 0: u and −u have one law, and so have s and −s. The gap angle is undefined.
    """
    d = this.domain
    values = [specialise(part(partition_function.fact, relation), {}, d) for relation in PARTITIONS]
    total = substitute(trusted.definition(LOSS, d, _positive(d)), *values)
    height = identity(Eq(Dot(sqrt(1 - q) * M, sqrt(1 - q) * M), 1 - q, evaluate=False), d, FORM)
    total = substitute(total, height)
    closed = identity(Eq(total.statement.rhs, CLOSED, evaluate=False), d, Logarithms(*_positive(d)), given=_positive(d))
    family = chain(total, closed)
    return both(family, _collapsed(family, d))


def _collapsed(family: Fact, d: Domain) -> Fact:
    """Return L(0) = −2β + 2 log M(β)."""
    at_zero = specialise(family, {q: sp.S.Zero}, d)
    plain = Eq(at_zero.statement.rhs, ON_C.rhs, evaluate=False)
    return chain(at_zero, identity(plain, d, Logarithms(*_positive(d)), given=_positive(d)))


# --- the loss next to that of the collapse ---------------------------------------------------------------------------


@cache
def _along_axis() -> tuple[Fact, Fact]:
    """Return (log S)' = A and S = M in dimension h − 2, for every z > 0."""
    first, second = (specialise(fact, {h: D}, AXIS) for fact in centre_pair.slope_and_form())
    return first, second


def _at_most(equation: Fact) -> Fact:
    """Return a ≤ b from a = b."""
    return arithmetic(Le(*equation.statement.args, evaluate=False), equation.domain, [equation])


def _at_least(equation: Fact) -> Fact:
    """Return a ≥ b from a = b."""
    return arithmetic(Ge(*equation.statement.args, evaluate=False), equation.domain, [equation])


def _closed_forms(d: Domain) -> list[Fact]:
    """Return the two losses in closed form."""
    return [specialise(part(loss.fact, p), {}, d) for p in (IN_CLOSED_FORM, ON_C)]


def _cosh_bounds(d: Domain) -> list[Fact]:
    """Return 0 ≤ log cosh(βρq) and log cosh(βρq) ≤ (βρq)²/2."""
    return [specialise(part(cosh_bounds.fact, bound), {R: beta * rho * q}, d) for bound in COSH_BOUNDS]


def _defined(d: Domain, *at: Expr) -> list[Fact]:
    """Return what makes the losses and the Bessel ratios at these points defined."""
    ratios = [
        specialise(bessel.positive.fact, {nu: ORDER, z: point}, d, given=[sign(Gt(point, 0, evaluate=False), d)])
        for point in (beta, *at)
    ]
    return [*_positive(d), *ratios]


@claim(
    id="thm.3.free.upper",
    title="Loss of the law of random sign, from above",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=FAMILY,
    statement=Le(LOSS - COLLAPSED, -beta * q * (2 * (RATIO - (1 - rho)) - q * (RATIO + beta * rho**2)), evaluate=False),
)
def upper(this: Claim):
    """L(q) − L(0) ≤ −βq (2(A − (1−ρ)) − q(A + βρ²)), A = A(β): log M is concave in the square, log cosh t ≤ t²/2."""
    d = this.domain
    falling = specialise(part(over_x_decreasing.fact, FALLING), {nu: ORDER}, AXIS)
    square = sign(Ge(beta**2 * (1 - q) ** 2, 0, evaluate=False), d)
    tangent = trusted_subspace.log_mgf_tangent(*_along_axis(), falling, square, beta)
    root = tangent.statement.lhs.args[0].args[1]
    same = identity(Eq(*(sp.Pow(side, 2, evaluate=False) for side in (root, beta * (1 - q))), evaluate=False), d)
    even = trusted_subspace.log_mgf_is_even(same, D)
    free, collapsed = _closed_forms(d)
    parts = [(1, _at_most(free)), (1, _at_least(collapsed)), (2, substitute(tangent, even)), (2, _cosh_bounds(d)[1])]
    return combination(this.statement, d, parts, given=_defined(d))


MIDWAY = IvRatio(ORDER, beta * (1 - q / 2))


@claim(
    id="thm.3.free.lower",
    title="Loss of the law of random sign, from below",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, reach=REACH),
    statement=Gt(LOSS - COLLAPSED, 2 * beta * q * (1 - rho - MIDWAY), evaluate=False),
)
def lower(this: Claim):
    """L(q) − L(0) > 2βq (1−ρ − A(β(1−q/2))): on an interval about k log M rises by less than A(k) times its length."""
    d = this.domain
    middle, half = beta * (1 - q / 2), beta * q / 2
    given = [sign(Gt(expr, 0, evaluate=False), d) for expr in (middle, half)]
    chord = part(centre_pair.increment.fact, centre_pair.CHORD)
    rise = specialise(chord, {h: D, centre_pair.k: middle, centre_pair.b: half}, d, given=given)
    ends = [identity(Eq(a, b, evaluate=False), d) for a, b in ((middle + half, beta), (middle - half, beta * (1 - q)))]
    free, collapsed = _closed_forms(d)
    parts = [(1, _at_least(free)), (1, _at_most(collapsed)), (2, substitute(rise, *ends)), (2, _cosh_bounds(d)[0])]
    return combination(this.statement, d, parts, given=_defined(d, middle))


ABOVE = Lt(q * (RATIO + beta * rho**2), 2 * (RATIO - (1 - rho)), evaluate=False)


@claim(
    id="thm.3.free.above",
    title="Above the threshold collapse is not optimal",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, ABOVE, reach=REACH),
    statement=Lt(LOSS, COLLAPSED, evaluate=False),
)
def above(this: Claim):
    """If A(β) > 1 − cos φ, every small q > 0 has a smaller loss than the collapse: q < 2(A − (1−ρ))/(A + βρ²)."""
    d = this.domain
    parts = [(1, specialise(upper.fact, {}, d)), (beta * q, hypothesis(ABOVE, d))]
    return combination(this.statement, d, parts, given=_defined(d))


MODEST = Le(q * (RATIO + beta * rho**2), RATIO - (1 - rho), evaluate=False)


@claim(
    id="thm.3.free.gain",
    title="How much is gained above the threshold",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q < 1, MODEST, reach=REACH),
    statement=Le(LOSS, COLLAPSED - beta * q * (RATIO - (1 - rho)), evaluate=False),
)
def gain(this: Claim):
    """Up to q = (A − (1−ρ))/(A + βρ²), which is below 1, the gain is at least βq(A − (1−ρ))."""
    d = this.domain
    parts = [(1, specialise(upper.fact, {}, d)), (beta * q, hypothesis(MODEST, d))]
    return combination(this.statement, d, parts, given=_defined(d))


CALM = Le(RATIO, 1 - rho, evaluate=False)


@claim(
    id="thm.3.free.below",
    title="Up to the threshold collapse is best in the family",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, CALM, reach=REACH),
    statement=Gt(LOSS, COLLAPSED, evaluate=False),
)
def below(this: Claim):
    """If A(β) ≤ 1 − cos φ, the loss of every law of random sign is above that of the collapse: A increases.

    For q = 1 all mass is across C, u has no part in it, and the loss is −2β cos φ + 2 log cosh(β cos φ).
    """
    d = this.domain
    parts = [(1, specialise(lower.fact, {}, d)), (2 * beta * q, _steady(d)), (2 * beta * q, hypothesis(CALM, d))]
    return combination(this.statement, d, parts, given=_defined(d, MIDWAY.args[1]))


def _steady(d: Domain) -> Fact:
    """Return A(β(1−q/2)) ≤ A(β): A increases."""
    middle = MIDWAY.args[1]
    rising = specialise(bessel_shape.increasing.fact, {nu: ORDER}, AXIS)
    ode, known = (specialise(c.fact, {nu: ORDER}, AXIS) for c in (riccati, ratio_positive))
    ratio = IvRatio(ORDER, z)
    turned = equation(Eq(Derivative(-ratio, z), -Derivative(ratio, z), evaluate=False), AXIS, [ode], [known])
    falling = arithmetic(Lt(Derivative(-ratio, z), 0, evaluate=False), AXIS, [turned, rising])
    order, positive = sign(Le(middle, beta, evaluate=False), d), sign(Gt(middle, 0, evaluate=False), d)
    return decreases(falling, middle, beta, order, positive)


#: The coefficient of q in the loss of the law of random sign, and what the rest is at most.
SECOND = 2 * beta * (1 - rho - RATIO)
NO_LESS = Lt(SECOND * q, LOSS - COLLAPSED, evaluate=False)
NO_MORE = Le(LOSS - COLLAPSED, SECOND * q + beta * (RATIO + beta * rho**2) * q**2, evaluate=False)


@claim(
    id="thm.3.free.second_variation",
    title="The second variation at the collapse along the laws of random sign, with its remainder",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, reach=REACH),
    statement=sp.And(NO_LESS, NO_MORE, evaluate=False),
)
def second_variation(this: Claim):
    """L = L(0) + 2β(1−ρ−A(β)) ε² + O(ε⁴) for points moved by ±ε across C, q = ε²: its sign changes at the threshold.

    The remainder is positive and at most β(A + βρ²)ε⁴. Directions other than a random sign are no part of this claim.
    """
    d = this.domain
    middle = MIDWAY.args[1]
    below_ = [(1, specialise(lower.fact, {}, d)), (2 * beta * q, _steady(d))]
    above_ = [(1, specialise(upper.fact, {}, d))]
    return both(
        combination(NO_LESS, d, below_, given=_defined(d, middle)),
        combination(NO_MORE, d, above_, given=_defined(d)),
        domain=d,
    )


@claim(
    id="thm.3.free.bracket",
    title="Where the threshold lies",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(h, h >= 4, rho, rho > 0, rho < 1, reach=REACH),
    statement=sp.And(
        Lt(IvRatio(ORDER, D * (1 - rho)), 1 - rho, evaluate=False),
        Gt(IvRatio(ORDER, D * (1 - rho) / (rho * (2 - rho))), 1 - rho, evaluate=False),
        evaluate=False,
    ),
)
def bracket(this: Claim):
    """(h−2)(1−ρ) < β* < (h−2)(1−ρ)/(ρ(2−ρ)), ρ = cos φ: by A(z) < z/(h−2) and the bound G_{ν+1,ν+1} < A of Amos."""
    d, share = this.domain, 1 - rho
    low, high = D * share, D * share / (rho * (2 - rho))
    given = [sign(Gt(at, 0, evaluate=False), d) for at in (low, high)]
    first = specialise(bessel_bounds.upper_linear.fact, {nu: ORDER, z: low}, d, given=given)
    second = specialise(bessel_bounds.lower_simple.fact, {nu: ORDER, z: high}, d, given=given)
    bounds = zip(this.statement.args, (first, second), strict=True)
    return both(*(arithmetic(relation, d, [fact, *given]) for relation, fact in bounds))


CLAIMS = (cosh_bounds, partition_function, loss, upper, lower, above, gain, below, second_variation, bracket)
