"""log M_h as a function of the argument and of the dimension, which may here be any real h > 0.

Its derivative is A_ν, ν = h/2 − 1, so that it increases and is convex in the argument. In the dimension it decreases,
as A_ν does, and it is convex, because every term of the series of M_h is logarithmically convex in h.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol, log
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.entire import hypergeometric
from modgap.theory.bessel.functions import nu, positive, z
from modgap.theory.bessel.shape import decreasing_in_order, increasing, mu
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.engines.normal_forms import BesselRing
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, specialise, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import IvRatio, SphereMGF
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.analysis import at_least_first_term, linear_right, logarithm_bounds, sign_from_zero

h, g = Symbol("h", positive=True), Symbol("g", positive=True)
REACH = {h: 60, g: 60, z: 60}
ANY_DIMENSION = Domain(h, z, reach=REACH)
TWO_DIMENSIONS = Domain(g, h, z, h > g, reach=REACH)


def order(dim: Expr) -> Expr:
    """Return ν = h/2 − 1."""
    return dim / 2 - 1


def log_m(dim: Expr) -> Expr:
    """Return log M_h(z)."""
    return log(SphereMGF(dim, z))


def in_bessel(dim: Symbol, domain: Domain) -> Fact:
    """Return M_h = Γ(ν+1) (2/z)^ν I_ν(z)."""
    series = specialise(hypergeometric.fact, {nu: order(dim)}, domain)
    return chain(trusted.definition(SphereMGF(dim, z), domain), flip(series))


def slope(of: Expr, value: Expr, domain: Domain, *dims: Symbol) -> Fact:
    """Return of' = value for an expression in log M_h, h one of `dims`: in the Bessel ring, then in M again."""
    forms = [in_bessel(dim, domain) for dim in dims]
    scaled = of.xreplace({form.statement.lhs: form.statement.rhs for form in forms})
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    above_zero = [specialise(positive.fact, {nu: order(dim)}, domain) for dim in dims]
    same = identity(Eq(Derivative(scaled, z), value, evaluate=False), domain, ring, given=above_zero)
    return substitute(same, *map(flip, forms))


@claim(
    id="sphere.mgf.derivative",
    title="Derivative of log M",
    relation="ours",
    source="Theorem 1, its mathematics; DLMF 10.29.4",
    domain=ANY_DIMENSION,
    statement=Eq(Derivative(log_m(h), z), IvRatio(order(h), z), evaluate=False),
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
    statement=Gt(Derivative(log_m(h), (z, 2)), 0, evaluate=False),
)
def convex(this: Claim):
    """(log M_h)'' = A_ν' > 0 for h ≥ 1. Below h = 1 the ratio does not increase everywhere, and log M is not convex."""
    d, ratio = this.domain, IvRatio(order(h), z)
    above_zero = specialise(positive.fact, {nu: order(h)}, d)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    scaled = in_bessel(h, d)
    bend = Eq(Derivative(ratio, z), Derivative(log(scaled.statement.rhs), (z, 2)), evaluate=False)
    rising = specialise(increasing.fact, {nu: order(h)}, d)
    return substitute(rising, identity(bend, d, ring, given=[above_zero]), flip(scaled))


# --- the dimension --------------------------------------------------------------------------------------------------


def _series(dim: Symbol, domain: Domain) -> Fact:
    """Return M_h as a series."""
    return chain(trusted.definition(SphereMGF(dim, z), domain), trusted.hyper_series(dim / 2, z**2 / 4, domain))


def _with_index(d: Domain) -> Domain:
    return Domain(*d.symbols, trusted.K, *d.conditions, reach=d.reach)


def _at_least_one(dim: Symbol, domain: Domain) -> Fact:
    """Return M_h ≥ 1: the first term of its series."""
    series = _series(dim, domain)
    terms = sign(Gt(series.statement.rhs.function, 0, evaluate=False), _with_index(domain))
    return substitute(at_least_first_term(terms), flip(series))


def _at_most_gaussian(dim: Symbol, domain: Domain) -> Fact:
    """Return log M_h ≤ z²/(2h), term by term."""
    series = _series(dim, domain)
    exponential = trusted.exponential_series(z**2 / (2 * dim), domain)
    terms = trusted.terms_by_ratio(
        series.statement.rhs.function, exponential.statement.rhs.function, _with_index(domain)
    )
    bound = chain(series, trusted.sum_termwise(terms), flip(exponential))
    positive_m = arithmetic(Gt(SphereMGF(dim, z), 0, evaluate=False), domain, [_at_least_one(dim, domain)])
    closed = Eq(log(sp.exp(z**2 / (2 * dim))), z**2 / (2 * dim), evaluate=False)
    return chain(trusted.log_is_increasing(bound, positive_m), identity(closed, domain))


@claim(
    id="sphere.mgf.decreasing_in_dimension",
    title="log M decreases in the dimension",
    relation="ours",
    source="(log M_h)' = A_ν, and A_ν decreases in ν",
    domain=TWO_DIMENSIONS,
    statement=Gt(log_m(g), log_m(h), evaluate=False),
)
def decreasing_in_dimension(this: Claim):
    """log M_g > log M_h for 0 < g < h: the slopes compare, and near zero log M_g ≥ 0 and log M_h ≤ z²/(2h)."""
    d, zero = this.domain, sp.S.Zero
    y, r = log_m(g) - log_m(h), IvRatio(order(g), z) - IvRatio(order(h), z)
    ratios = specialise(decreasing_in_order.fact, {mu: order(g), nu: order(h)}, d)
    source = arithmetic(Gt(r, 0, evaluate=False), d, [ratios])
    linear = slope(y, linear_right(y, zero, zero, r, z), d, g, h)
    one = _at_least_one(g, d)
    above = arithmetic(Gt(SphereMGF(g, z), 0, evaluate=False), d, [one])
    at_zero = [_at_most_gaussian(h, d), one, logarithm_bounds(above)]
    found = sign_from_zero(
        linear,
        y,
        zero,
        zero,
        r,
        damping=arithmetic(Ge(zero, 0, evaluate=False), d),
        source=source,
        near=arithmetic(Ge(y, -(z**2) / (2 * h), evaluate=False), d, at_zero),
        order=arithmetic(Gt(sp.Integer(2), 0, evaluate=False), d),
    )
    return arithmetic(this.statement, d, [found])


@claim(
    id="sphere.mgf.convex_in_dimension",
    title="log M is convex in the dimension",
    relation="ours",
    source="every term of the series is logarithmically convex in h",
    domain=Domain(g, h, z, reach=REACH),
    statement=Le(2 * log_m((g + h) / 2), log_m(g) + log_m(h), evaluate=False),
)
def convex_in_dimension(this: Claim):
    """2 log M_{(g+h)/2} ≤ log M_g + log M_h for all real g, h > 0: being continuous in h, log M is convex in h.

    The k-th terms satisfy c_k² ≤ a_k b_k, as (x+i)(y+i) ≤ ((x+y)/2 + i)², and Cauchy–Schwarz does the rest.
    """
    d, middle = this.domain, (g + h) / 2
    series = [_series(dim, d) for dim in (middle, g, h)]
    c, a, b = (s.statement.rhs.function for s in series)
    terms = trusted.terms_by_ratio(c**2, a * b, _with_index(d))
    sums = substitute(trusted.cauchy_schwarz_for_series(terms, c, a, b), *map(flip, series))
    above = [_at_least_one(dim, d) for dim in (middle, g, h)]
    known = [arithmetic(Gt(one.statement.lhs, 0, evaluate=False), d, [one]) for one in above]
    square = arithmetic(Gt(sums.statement.lhs, 0, evaluate=False), d, known)
    logs = trusted.log_is_increasing(sums, square)
    left, right = (
        identity(Eq(log(side), wanted, evaluate=False), d, Logarithms(*known), given=known)
        for side, wanted in zip(sums.statement.args, this.statement.args, strict=True)
    )
    return chain(flip(left), logs, right)


CLAIMS = (derivative, convex, decreasing_in_dimension, convex_in_dimension)
