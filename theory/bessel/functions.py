"""Modified Bessel functions of the first kind and their ratio A_ν = I_{ν+1}/I_ν.

Everything starts from the power series. Two facts read off it, the recurrence and the derivative, make the
rational functions of ν, z, I_ν(z), I_{ν+1}(z) a ring in which identities are decided; the Riccati equation of
the ratio is the first of them. The series also shows where the ratio starts: 0 < A_ν(z) ≤ z/(2ν+2). From these
three, `bessel_bounds` and `bessel_sharp` draw the bounds on A, `bessel_shape` its shape, `bessel_turan` the Turán
inequalities; `bessel_entire` has the odd continuation of A and its partial fractions.
"""

from __future__ import annotations

from sympy import Derivative, besseli

from modgap.theory.engines.normal_forms import BesselRing, PowerSeries
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import nu, z
from modgap.theory.language.relations import eq, gt, le, sides
from modgap.theory.language.symbols import IvRatio
from modgap.theory.trusted import series as trusted
from modgap.theory.under import Under

REACH = {nu: 60, z: 100}
ALL_ORDERS = Under(nu, z, reach=REACH)
ABOVE_MINUS_ONE = Under(nu, z, nu > -1, reach=REACH)

A = IvRatio(nu, z)


@claim(
    id="bessel.recurrence",
    title="Recurrence in the order",
    relation="ours",
    source="the print's appendix; DLMF 10.29.1",
    domain=ALL_ORDERS,
    statement=eq(besseli(nu - 1, z) - besseli(nu + 1, z), 2 * nu / z * besseli(nu, z)),
)
def recurrence(c: Claim):
    """Three neighbouring orders are linearly dependent, so that two of them carry all the others."""
    return Under(c.domain).equal(*sides(c.statement), PowerSeries(trusted.bessel_series(nu, z, c.domain)))


@claim(
    id="bessel.derivative",
    title="Derivative",
    relation="as_reported",
    source="DLMF 10.29.2",
    domain=ALL_ORDERS,
    statement=eq(Derivative(besseli(nu, z), z), besseli(nu + 1, z) + nu / z * besseli(nu, z)),
)
def derivative(c: Claim):
    """The derivative of a Bessel function is a combination of two neighbouring ones."""
    return Under(c.domain).equal(*sides(c.statement), PowerSeries(trusted.bessel_series(nu, z, c.domain)))


@claim(
    id="bessel.positive",
    title="Positivity",
    relation="ours",
    source="DLMF 10.37",
    domain=ABOVE_MINUS_ONE,
    statement=gt(besseli(nu, z), 0),
)
def positive(c: Claim):
    """I_ν(z) > 0, because every term of its series is positive. It keeps the ratio A_ν defined."""
    series = trusted.bessel_series(nu, z, c.domain)
    term = series.statement.rhs.function
    terms = Under(c.domain).further(trusted.K, reach=REACH).sign(gt(term, 0))
    return substitute(trusted.sum_of_positive_terms(terms), flip(series))


@claim(
    id="bessel.ratio.riccati",
    title="Riccati equation of the ratio",
    relation="ours",
    source="Amos 1974, after DLMF 10.29",
    domain=ABOVE_MINUS_ONE,
    statement=eq(Derivative(A, z), 1 - A**2 - (2 * nu + 1) / z * A),
)
def riccati(c: Claim):
    """The ratio A solves a first-order equation with rational coefficients: every bound on A is a barrier for it."""
    ring = BesselRing(recurrence.fact, derivative.fact)
    return Under(c.domain).equal(*sides(c.statement), ring, given=[positive.fact])


@claim(
    id="bessel.ratio.positive",
    title="The ratio is positive",
    relation="ours",
    source="Amos 1974",
    domain=ABOVE_MINUS_ONE,
    statement=gt(A, 0),
)
def ratio_positive(c: Claim):
    """A_ν(z) > 0: both Bessel functions in the quotient are positive."""
    d = Under(c.domain)
    above = d.use(positive, {nu: nu + 1})
    return d.show(c.statement, trusted.definition(A, d, [positive.fact]), positive.fact, above)


@claim(
    id="bessel.ratio.start",
    title="The ratio starts below its tangent at zero",
    relation="ours",
    source="the power series; the weak form of the upper bound in `bessel.ratio.amos_simple`",
    domain=ABOVE_MINUS_ONE,
    statement=le(A, z / (2 * nu + 2)),
)
def start(c: Claim):
    """A_ν(z) ≤ z/(2ν+2), term by term: the k-th terms of I_{ν+1} and I_ν have the quotient z/(2ν+2+2k).

    It tells which solution of the Riccati equation A is: the one that vanishes at the singular point z = 0.
    """
    slope = z / (2 * nu + 2)
    above, below = (trusted.bessel_series(order, z, c.domain) for order in (nu + 1, nu))
    scaled = trusted.scaled_series(slope, below)
    indexed = c.domain.further(trusted.K)
    terms = trusted.terms_by_ratio(above.statement.rhs.function, scaled.statement.rhs.function, indexed)
    bound = chain(above, trusted.sum_termwise(terms), flip(scaled))
    return Under(c.domain).show(c.statement, trusted.definition(A, c.domain, [positive.fact]), positive.fact, bound)


def ratio_facts(domain: Domain) -> list:
    """Return 0 < A ≤ z/(2ν+2) on a smaller domain: what barriers know of A besides its equation."""
    return [Under(domain).use(known) for known in (ratio_positive, start)]


CLAIMS = (recurrence, derivative, positive, riccati, ratio_positive, start)
