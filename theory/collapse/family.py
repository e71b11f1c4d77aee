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
from sympy import Derivative, Expr, Symbol, exp, log, sqrt

from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.bessel.functions import ratio_positive, riccati
from modgap.theory.bessel.shape import FALLING, over_x_decreasing
from modgap.theory.engines.exponentials import ExponentialSums, Logarithms
from modgap.theory.infonce import trace
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, substitute
from modgap.theory.kernel.equations import equation
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.letters import beta, h, nu, rho, z
from modgap.theory.language.means import Law, M, U
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.language.subspaces import RandomSignLoss, RandomSignPartition, sign_weight
from modgap.theory.language.symbols import Cosh, Dot, IvRatio, SphereMGF, order_of
from modgap.theory.subspace import centres as centre_pair
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted.analysis import at_least_first_term, logarithm_bounds
from modgap.theory.trusted.calculus import R, decreases, down_to_zero
from modgap.theory.under import Under

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
AXIS = Under(h, h >= 4, z)
FAMILY = Under(*SCALARS, q, q < 1, reach=REACH)
AROUND = Law(D, U)

LOSS, COLLAPSED = (RandomSignLoss(h, rho, beta, share, M) for share in (q, sp.S.Zero))


def partition(s: int) -> RandomSignPartition:
    """Return E' e^{β xᵀDx'} for the point x with the sign s."""
    return RandomSignPartition(h, rho, beta, q, M, sp.Integer(s))


# --- cosh ------------------------------------------------------------------------------------------------------------

COSH_BOUNDS = (ge(log(Cosh(R)), 0), le(log(Cosh(R)), R**2 / 2))


@claim(
    id="cosh.gaussian",
    title="A fair sign is sub-Gaussian",
    relation="ours",
    source="the dimension 1 of `sphere.mgf.gaussian`",
    domain=Domain(R, reach={R: 10}),
    statement=all_of(*COSH_BOUNDS),
)
def cosh_bounds(this: Claim):
    """0 ≤ log cosh r ≤ r²/2 for r ≥ 0: the series compare term by term, as (2k)! ≥ 2^k k!."""
    d, indexed = Under(z, reach={z: 10}), Under(z, trusted.K, reach={z: 10})
    series, exponential = trusted.cosh_series(z, d), trusted.exponential_series(z**2 / 2, d)
    terms = series.statement.rhs.function
    positive_terms = indexed.sign(gt(terms, 0))
    least = substitute(at_least_first_term(positive_terms), flip(series))
    positive = d.show(gt(Cosh(z), 0), least)
    ratios = trusted.terms_by_ratio(terms, exponential.statement.rhs.function, indexed)
    bound = chain(series, trusted.sum_termwise(ratios), flip(exponential))
    closed = d.equal(log(exp(z**2 / 2)), z**2 / 2)
    above = chain(trusted.log_is_increasing(bound, positive), closed)
    below = d.show(ge(log(Cosh(z)), 0), least, logarithm_bounds(positive))
    not_negative = Under(this.domain).show(ge(R, 0))
    return both(*(down_to_zero(fact, z, R, [not_negative], this.domain, []) for fact in (below, above)))


# --- the loss in closed form -----------------------------------------------------------------------------------------

WEIGHT = SphereMGF(D, beta * (1 - q)) * Cosh(beta * rho * q)
PARTITIONS = tuple(eq(partition(s), WEIGHT) for s in SIGNS)
#: L(0) = −2β + 2 log M(β).
ON_C = eq(COLLAPSED, -2 * beta + 2 * log(SphereMGF(D, beta)))
CLOSED = -2 * beta * (1 - q * (1 - rho)) + 2 * (log(SphereMGF(D, beta * (1 - q))) + log(Cosh(beta * rho * q)))

IN_CLOSED_FORM = eq(LOSS, CLOSED)


def _with_point(domain: Domain, point: Symbol = U) -> Domain:
    """Return the domain with a point of the sphere of C."""
    return domain.further(unit_vector(point, D), reach=REACH)


@cache
def _shrunk(domain: Domain) -> Fact:
    """Return β(1−q) > 0."""
    return Under(domain).sign(gt(beta * (1 - q), 0))


@cache
def _positive(domain: Domain) -> list[Fact]:
    """Return M(β) > 0, M(β(1−q)) > 0 and cosh(βρq) > 0."""
    at = [
        Under(domain).use(trace.mgf_positive(), {h: D, beta: value}, given=[_shrunk(domain)])
        for value in (beta, beta * (1 - q))
    ]
    return [*at, trace.positive(Cosh(beta * rho * q), domain)]


@claim(
    id="thm.3.free.partition",
    title="Partition function of the law of random sign",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=FAMILY,
    statement=all_of(*PARTITIONS),
)
def partition_function(this: Claim):
    """E' e^{β xᵀDx'} = M_{h−2}(β(1−q)) cosh(βρq) for every point x = (√(1−q) m, ±√q) of the law of random sign."""
    d = Under(this.domain)
    with_u = Under(_with_point(d))
    unit = d.equal(Dot(M, M), 1, FORM)
    mean = d.use(trace.sphere_exponential(), {h: D, beta: beta * (1 - q)}, given=[_shrunk(d), unit])
    plain, means = mean.statement.lhs.integrand, {}
    for sign_of in SIGNS:
        factor, weight = exp(sign_of * beta * rho * q), sign_weight(rho, beta, q, (M, 1), (U, sign_of))
        split = with_u.equal(weight, factor * plain, FORM)
        apart = trusted_measure.mean_compares(AROUND, split)
        out = trusted_measure.constant_factor(AROUND, factor, plain, with_u)
        means[sign_of] = substitute(chain(apart, out), mean)
    halves = []
    for s in SIGNS:
        total = substitute(trusted.definition(partition(s), d), *means.values())
        halves.append(chain(total, d.equal(total.statement.rhs, WEIGHT, FORM)))
    return both(*halves)


@claim(
    id="thm.3.free.sign",
    title="Loss of the law of random sign",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=FAMILY,
    statement=all_of(IN_CLOSED_FORM, ON_C),
)
def loss(this: Claim):
    """−2β(1 − q(1−cos φ)) + 2 log M_{h−2}(β(1−q)) + 2 log cosh(βq cos φ); at q = 0 the loss of the collapse onto C.

    All means of these laws are 0: u and −u have one law, and so have s and −s. The gap angle is undefined.
    """
    d = Under(this.domain)
    values = [d.use(part(partition_function.fact, relation)) for relation in PARTITIONS]
    total = substitute(trusted.definition(LOSS, d, _positive(d)), *values)
    height = d.equal(Dot(sqrt(1 - q) * M, sqrt(1 - q) * M), 1 - q, FORM)
    total = substitute(total, height)
    closed = d.equal(total.statement.rhs, CLOSED, Logarithms(*_positive(d)), given=_positive(d))
    family = chain(total, closed)
    return both(family, _collapsed(family, d))


def _collapsed(family: Fact, d: Domain) -> Fact:
    """Return L(0) = −2β + 2 log M(β)."""
    here = Under(d)
    at_zero = here.use(family, {q: sp.S.Zero})
    return chain(
        at_zero,
        here.equal(at_zero.statement.rhs, ON_C.rhs, Logarithms(*_positive(here)), given=_positive(here)),
    )


# --- the loss next to that of the collapse ---------------------------------------------------------------------------


@cache
def _along_axis() -> tuple[Fact, Fact]:
    """Return (log S)' = A and S = M in dimension h − 2, for every z > 0."""
    first, second = (AXIS.use(fact, {h: D}) for fact in centre_pair.slope_and_form())
    return first, second


def _at_most(equation: Fact) -> Fact:
    """Return a ≤ b from a = b."""
    return Under(equation.domain).show(le(*equation.statement.args), equation)


def _at_least(equation: Fact) -> Fact:
    """Return a ≥ b from a = b."""
    return Under(equation.domain).show(ge(*equation.statement.args), equation)


def _closed_forms(d: Domain) -> list[Fact]:
    """Return the two losses in closed form."""
    return [Under(d).use(part(loss.fact, p)) for p in (IN_CLOSED_FORM, ON_C)]


def _cosh_bounds(d: Domain) -> list[Fact]:
    """Return 0 ≤ log cosh(βρq) and log cosh(βρq) ≤ (βρq)²/2."""
    return [Under(d).use(part(cosh_bounds.fact, bound), {R: beta * rho * q}) for bound in COSH_BOUNDS]


def _defined(d: Domain, *at: Expr) -> list[Fact]:
    """Return what makes the losses and the Bessel ratios at these points defined."""
    here = Under(d)
    ratios = [
        here.use(bessel.positive, {nu: ORDER, z: point}, given=[here.sign(gt(point, 0))]) for point in (beta, *at)
    ]
    return [*_positive(here), *ratios]


@claim(
    id="thm.3.free.upper",
    title="Loss of the law of random sign, from above",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=FAMILY,
    statement=le(LOSS - COLLAPSED, -beta * q * (2 * (RATIO - (1 - rho)) - q * (RATIO + beta * rho**2))),
)
def upper(this: Claim):
    """L(q) − L(0) ≤ −βq (2(A − (1−ρ)) − q(A + βρ²)), A = A(β): log M is concave in the square, log cosh t ≤ t²/2."""
    d = Under(this.domain)
    falling = AXIS.use(part(over_x_decreasing.fact, FALLING), {nu: ORDER})
    square = d.sign(ge(beta**2 * (1 - q) ** 2, 0))
    tangent = trusted_subspace.log_mgf_tangent(*_along_axis(), falling, square, beta)
    root = tangent.statement.lhs.args[0].args[1]
    same = d.equal(*(sp.Pow(side, 2, evaluate=False) for side in (root, beta * (1 - q))))
    even = trusted_subspace.log_mgf_is_even(same, D)
    free, collapsed = _closed_forms(d)
    parts = [
        (1, _at_most(free)),
        (1, _at_least(collapsed)),
        (2, substitute(tangent, even)),
        (2, _cosh_bounds(d)[1]),
    ]
    return d.combine(this.statement, *parts, given=_defined(d))


MIDWAY = IvRatio(ORDER, beta * (1 - q / 2))


@claim(
    id="thm.3.free.lower",
    title="Loss of the law of random sign, from below",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, reach=REACH),
    statement=gt(LOSS - COLLAPSED, 2 * beta * q * (1 - rho - MIDWAY)),
)
def lower(this: Claim):
    """L(q) − L(0) > 2βq (1−ρ − A(β(1−q/2))): on an interval about k log M rises by less than A(k) times its length."""
    d = Under(this.domain)
    middle, half = beta * (1 - q / 2), beta * q / 2
    given = [d.sign(gt(expr, 0)) for expr in (middle, half)]
    chord = part(centre_pair.increment.fact, centre_pair.CHORD)
    rise = d.use(chord, {h: D, centre_pair.k: middle, centre_pair.b: half}, given=given)
    ends = [d.equal(a, b) for a, b in ((middle + half, beta), (middle - half, beta * (1 - q)))]
    free, collapsed = _closed_forms(d)
    parts = [
        (1, _at_least(free)),
        (1, _at_most(collapsed)),
        (2, substitute(rise, *ends)),
        (2, _cosh_bounds(d)[0]),
    ]
    return d.combine(this.statement, *parts, given=_defined(d, middle))


ABOVE = lt(q * (RATIO + beta * rho**2), 2 * (RATIO - (1 - rho)))


@claim(
    id="thm.3.free.above",
    title="Above the threshold some laws of random sign beat the collapse",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, ABOVE, reach=REACH),
    statement=lt(LOSS, COLLAPSED),
)
def above(this: Claim):
    """If A(β) > 1 − cos φ, every small q > 0 has a smaller loss than the collapse: q < 2(A − (1−ρ))/(A + βρ²)."""
    d = Under(this.domain)
    parts = [(1, d.use(upper)), (beta * q, d.asked(ABOVE))]
    return d.combine(this.statement, *parts, given=_defined(d))


MODEST = le(q * (RATIO + beta * rho**2), RATIO - (1 - rho))


@claim(
    id="thm.3.free.gain",
    title="How much laws of random sign gain above the threshold",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q < 1, MODEST, reach=REACH),
    statement=le(LOSS, COLLAPSED - beta * q * (RATIO - (1 - rho))),
)
def gain(this: Claim):
    """Up to q = (A − (1−ρ))/(A + βρ²), which is below 1, the gain is at least βq(A − (1−ρ))."""
    d = Under(this.domain)
    parts = [(1, d.use(upper)), (beta * q, d.asked(MODEST))]
    return d.combine(this.statement, *parts, given=_defined(d))


CALM = le(RATIO, 1 - rho)


@claim(
    id="thm.3.free.below",
    title="Up to the threshold the collapse beats every law of random sign with 0 < q < 1",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, CALM, reach=REACH),
    statement=gt(LOSS, COLLAPSED),
)
def below(this: Claim):
    """If A(β) ≤ 1 − cos φ, the loss of every law of random sign is above that of the collapse: A increases.

    For q = 1 all mass is across C, u has no part in it, and the loss is −2β cos φ + 2 log cosh(β cos φ).
    """
    d = Under(this.domain)
    parts = [(1, d.use(lower)), (2 * beta * q, _steady(d)), (2 * beta * q, d.asked(CALM))]
    return d.combine(this.statement, *parts, given=_defined(d, MIDWAY.args[1]))


def _steady(d: Domain) -> Fact:
    """Return A(β(1−q/2)) ≤ A(β): A increases."""
    middle = MIDWAY.args[1]
    rising = AXIS.use(bessel_shape.increasing, {nu: ORDER})
    ode, known = (AXIS.use(c, {nu: ORDER}) for c in (riccati, ratio_positive))
    ratio = IvRatio(ORDER, z)
    turned = equation(eq(Derivative(-ratio, z), -Derivative(ratio, z)), AXIS, [ode], [known])
    falling = AXIS.show(lt(Derivative(-ratio, z), 0), turned, rising)
    order, positive = Under(d).sign(le(middle, beta)), Under(d).sign(gt(middle, 0))
    return decreases(falling, middle, beta, [order, positive], Under(d), [])


#: The coefficient of q in the loss of the law of random sign, and what the rest is at most.
SECOND = 2 * beta * (1 - rho - RATIO)
NO_LESS = lt(SECOND * q, LOSS - COLLAPSED)
NO_MORE = le(LOSS - COLLAPSED, SECOND * q + beta * (RATIO + beta * rho**2) * q**2)


@claim(
    id="thm.3.free.second_variation",
    title="The second variation at the collapse along the laws of random sign, with its remainder",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, q, q > 0, q < 1, reach=REACH),
    statement=all_of(NO_LESS, NO_MORE),
)
def second_variation(this: Claim):
    """L = L(0) + 2β(1−ρ−A(β)) ε² + O(ε⁴) for points moved by ±ε across C, q = ε²: its sign changes at the threshold.

    The remainder is positive and at most β(A + βρ²)ε⁴. Directions other than a random sign are no part of this claim.
    """
    d = Under(this.domain)
    middle = MIDWAY.args[1]
    below_ = [(1, d.use(lower)), (2 * beta * q, _steady(d))]
    above_ = [(1, d.use(upper))]
    return d.both(
        d.combine(NO_LESS, *below_, given=_defined(d, middle)),
        d.combine(NO_MORE, *above_, given=_defined(d)),
    )


@claim(
    id="thm.3.free.bracket",
    title="Where the threshold lies",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(h, h >= 4, rho, rho > 0, rho < 1, reach=REACH),
    statement=all_of(
        lt(IvRatio(ORDER, D * (1 - rho)), 1 - rho), gt(IvRatio(ORDER, D * (1 - rho) / (rho * (2 - rho))), 1 - rho)
    ),
)
def bracket(this: Claim):
    """(h−2)(1−ρ) < β* < (h−2)(1−ρ)/(ρ(2−ρ)), ρ = cos φ: by A(z) < z/(h−2) and the bound G_{ν+1,ν+1} < A of Amos."""
    d, share = Under(this.domain), 1 - rho
    low, high = D * share, D * share / (rho * (2 - rho))
    given = [d.sign(gt(at, 0)) for at in (low, high)]
    first = d.use(bessel_bounds.upper_linear, {nu: ORDER, z: low}, given=given)
    second = d.use(bessel_bounds.lower_simple, {nu: ORDER, z: high}, given=given)
    bounds = zip(this.statement.args, (first, second), strict=True)
    return both(*(d.show(relation, fact, *given) for relation, fact in bounds))


CLAIMS = (cosh_bounds, partition_function, loss, upper, lower, above, gain, below, second_variation, bracket)
