"""log M_h as a function of the argument and of the dimension, which may here be any real h > 0.

Its derivative is A_ν, ν = h/2 − 1, so that it increases and is convex in the argument. In the dimension it decreases,
as A_ν does, and it is convex, because every term of the series of M_h is logarithmically convex in h.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Expr, Symbol, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.entire import hypergeometric
from modgap.theory.bessel.functions import positive
from modgap.theory.bessel.shape import decreasing_in_order, increasing, mu
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.engines.normal_forms import BesselRing
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import nu, z
from modgap.theory.language.relations import eq, ge, gt, le
from modgap.theory.language.symbols import IvRatio, SphereMGF
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.analysis import at_least_first_term, linear_right, logarithm_bounds, sign_from_zero
from modgap.theory.under import Under

h, g = Symbol("h", positive=True), Symbol("g", positive=True)
REACH = {h: 60, g: 60, z: 60}
ANY_DIMENSION = Under(h, z, reach=REACH)
TWO_DIMENSIONS = Under(g, h, z, h > g, reach=REACH)


def order(dim: Expr) -> Expr:
    """Return ν = h/2 − 1."""
    return dim / 2 - 1


def log_m(dim: Expr) -> Expr:
    """Return log M_h(z)."""
    return log(SphereMGF(dim, z))


def in_bessel(dim: Symbol, domain: Domain) -> Fact:
    """Return M_h = Γ(ν+1) (2/z)^ν I_ν(z)."""
    series = Under(domain).use(hypergeometric, {nu: order(dim)})
    return chain(trusted.definition(SphereMGF(dim, z), domain), flip(series))


def slope(of: Expr, value: Expr, domain: Domain, *dims: Symbol) -> Fact:
    """Return of' = value for an expression in log M_h, h one of `dims`: in the Bessel ring, then in M again."""
    d = Under(domain)
    forms = [in_bessel(dim, d) for dim in dims]
    scaled = of.xreplace({form.statement.lhs: form.statement.rhs for form in forms})
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    above_zero = [d.use(positive, {nu: order(dim)}) for dim in dims]
    same = d.equal(Derivative(scaled, z), value, ring, given=above_zero)
    return substitute(same, *map(flip, forms))


@claim(
    id="sphere.mgf.derivative",
    title="Derivative of log M",
    relation="ours",
    source="Theorem 1, its mathematics; DLMF 10.29.4",
    domain=ANY_DIMENSION,
    statement=eq(Derivative(log_m(h), z), IvRatio(order(h), z)),
)
def derivative(this: Claim):
    """(log M_h)' = A_ν with ν = h/2 − 1: the ratio is the mean of the first coordinate under the tilted law."""
    return slope(log_m(h), IvRatio(order(h), z), this.domain, h)


@claim(
    id="sphere.mgf.convex",
    title="log M is convex in the argument",
    relation="ours",
    source="Theorem 1, its mathematics",
    domain=Domain(h, z, h >= 1, reach=REACH),
    statement=gt(Derivative(log_m(h), (z, 2)), 0),
)
def convex(this: Claim):
    """(log M_h)'' = A_ν' > 0 for h ≥ 1. Below h = 1 the ratio does not increase everywhere, and log M is not convex."""
    d, ratio = Under(this.domain), IvRatio(order(h), z)
    above_zero = d.use(positive, {nu: order(h)})
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    scaled = in_bessel(h, d)
    rising = d.use(increasing, {nu: order(h)})
    return substitute(
        rising,
        d.equal(Derivative(ratio, z), Derivative(log(scaled.statement.rhs), (z, 2)), ring, given=[above_zero]),
        flip(scaled),
    )


# --- the dimension --------------------------------------------------------------------------------------------------


def _series(dim: Symbol, domain: Domain) -> Fact:
    """Return M_h as a series."""
    return chain(trusted.definition(SphereMGF(dim, z), domain), trusted.hyper_series(dim / 2, z**2 / 4, domain))


def _with_index(d: Domain) -> Domain:
    return d.further(trusted.K)


def _at_least_one(dim: Symbol, domain: Domain) -> Fact:
    """Return M_h ≥ 1: the first term of its series."""
    series = _series(dim, domain)
    terms = Under(_with_index(domain)).sign(gt(series.statement.rhs.function, 0))
    return substitute(at_least_first_term(terms), flip(series))


def _at_most_gaussian(dim: Symbol, domain: Domain) -> Fact:
    """Return log M_h ≤ z²/(2h), term by term."""
    d = Under(domain)
    series = _series(dim, d)
    exponential = trusted.exponential_series(z**2 / (2 * dim), d)
    terms = trusted.terms_by_ratio(series.statement.rhs.function, exponential.statement.rhs.function, _with_index(d))
    bound = chain(series, trusted.sum_termwise(terms), flip(exponential))
    positive_m = d.show(gt(SphereMGF(dim, z), 0), _at_least_one(dim, d))
    return chain(trusted.log_is_increasing(bound, positive_m), d.equal(log(sp.exp(z**2 / (2 * dim))), z**2 / (2 * dim)))


@claim(
    id="sphere.mgf.decreasing_in_dimension",
    title="log M decreases in the dimension",
    relation="ours",
    source="(log M_h)' = A_ν, and A_ν decreases in ν",
    domain=TWO_DIMENSIONS,
    statement=gt(log_m(g), log_m(h)),
)
def decreasing_in_dimension(this: Claim):
    """log M_g > log M_h for 0 < g < h: the slopes compare, and near zero log M_g ≥ 0 and log M_h ≤ z²/(2h)."""
    d, zero = Under(this.domain), sp.S.Zero
    y, r = log_m(g) - log_m(h), IvRatio(order(g), z) - IvRatio(order(h), z)
    ratios = d.use(decreasing_in_order, {mu: order(g), nu: order(h)})
    source = d.show(gt(r, 0), ratios)
    linear = slope(y, linear_right(y, zero, zero, r, z), d, g, h)
    one = _at_least_one(g, d)
    above = d.show(gt(SphereMGF(g, z), 0), one)
    at_zero = [_at_most_gaussian(h, d), one, logarithm_bounds(above)]
    found = sign_from_zero(
        linear,
        y,
        zero,
        zero,
        r,
        damping=d.show(ge(zero, 0)),
        source=source,
        near=d.show(ge(y, -(z**2) / (2 * h)), *at_zero),
        order=d.show(gt(sp.Integer(2), 0)),
    )
    return d.show(this.statement, found)


@claim(
    id="sphere.mgf.convex_in_dimension",
    title="log M is midpoint convex in the dimension",
    relation="ours",
    source="every term of the series is logarithmically convex in h",
    domain=Domain(g, h, z, reach=REACH),
    statement=le(2 * log_m((g + h) / 2), log_m(g) + log_m(h)),
)
def convex_in_dimension(this: Claim):
    """2 log M_{(g+h)/2} ≤ log M_g + log M_h for all real g, h > 0: being continuous in h, log M is convex in h.

    The k-th terms satisfy c_k² ≤ a_k b_k, as (x+i)(y+i) ≤ ((x+y)/2 + i)², and Cauchy–Schwarz does the rest.
    """
    d, middle = Under(this.domain), (g + h) / 2
    series = [_series(dim, d) for dim in (middle, g, h)]
    c, a, b = (s.statement.rhs.function for s in series)
    terms = trusted.terms_by_ratio(c**2, a * b, _with_index(d))
    sums = substitute(trusted.cauchy_schwarz_for_series(terms, c, a, b), *map(flip, series))
    above = [_at_least_one(dim, d) for dim in (middle, g, h)]
    known = [d.show(gt(one.statement.lhs, 0), one) for one in above]
    square = d.show(gt(sums.statement.lhs, 0), *known)
    logs = trusted.log_is_increasing(sums, square)
    left, right = (
        d.equal(log(side), wanted, Logarithms(*known), given=known)
        for side, wanted in zip(sums.statement.args, this.statement.args, strict=True)
    )
    return chain(flip(left), logs, right)


CLAIMS = (derivative, convex, decreasing_in_dimension, convex_in_dimension)
