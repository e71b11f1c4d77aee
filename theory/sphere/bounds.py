"""Elementary bounds on log M_h, the logarithm of the generating function of the sphere.

(log M_h)' = A_ν, and the bounds of Amos G_{a,b} on A have elementary integrals J_{a,b}; both start at zero.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Expr, Rational, log, sqrt

from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.normal_forms import BesselRing
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, substitute
from modgap.theory.kernel.equations import rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import h, z
from modgap.theory.language.relations import ge, gt, lt
from modgap.theory.language.symbols import IvRatio, SphereMGF
from modgap.theory.sphere.vmf import BESSEL_FORM, REACH, SPHERE, gaussian, mgf, nu
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.analysis import at_least_first_term, linear_right, logarithm_bounds, sign_from_zero
from modgap.theory.under import Under

HALF = Rational(1, 2)
LOG_M = log(SphereMGF(h, z))
#: M_h in terms of I_ν, where it can be differentiated.
SCALED = BESSEL_FORM.lhs
RATIO = IvRatio(nu, z)
BOUNDED = SPHERE.further(reach={**REACH, z: 200})


def integral_of_amos(a: Expr, b: Expr) -> Expr:
    """Return J_{a,b}(z) = √(z² + b²) − b − a log((a + √(z² + b²))/(a + b)), whose derivative is G_{a,b}."""
    root = sqrt(z**2 + b**2)
    return root - b - a * log((a + root) / (a + b))


def _in_bessel() -> Fact:
    """Return M_h = Γ(ν+1)(2/z)^ν I_ν(z), read from left to right."""
    return flip(part(BOUNDED.use(mgf), BESSEL_FORM))


def _integrated(this: Claim, y: Expr, bound: Fact, near: Fact) -> Fact:
    """Conclude y > 0 from y' > 0 and y ≥ −C z², and write M_h for its Bessel form."""
    d, r = Under(this.domain), bound.statement.lhs
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    known = [d.use(bessel.positive, {bessel.nu: nu})]
    zero = sp.S.Zero
    slope = d.equal(Derivative(y, z), linear_right(y, zero, zero, r, z), ring, given=known)
    damping = d.show(ge(zero, 0))
    order = d.show(gt(sp.Integer(2), 0))
    found = sign_from_zero(slope, y, zero, zero, r, damping=damping, source=bound, near=near, order=order)
    return rearrange(substitute(found, flip(_in_bessel())), this.statement)


def _amos(known: Claim, difference: Expr) -> Fact:
    """Return a bound on A_ν at ν = h/2 − 1, as `difference > 0`."""
    fact = BOUNDED.use(known, {bessel.nu: nu})
    return rearrange(fact, gt(difference, 0))


@claim(
    id="sphere.mgf.upper",
    title="Upper bound on log M",
    relation="ours",
    source="the upper bound G_{ν,ν+2} of Amos 1974, integrated",
    domain=BOUNDED,
    statement=lt(LOG_M, integral_of_amos(nu, nu + 2)),
)
def upper(this: Claim):
    """log M_h(z) < J_{ν,ν+2}(z): the slopes compare by A < G_{ν,ν+2}, and near zero J ≥ 0 and log M ≤ z²/(2h)."""
    d, a, b = Under(this.domain), nu, nu + 2
    root = sqrt(z**2 + b**2)
    quotient = d.show(gt((a + root) / (a + b), 0))
    y = integral_of_amos(a, b) - log(SCALED)
    start = substitute(d.use(gaussian), _in_bessel())
    near = d.show(ge(y, -(z**2) / (2 * h)), start, logarithm_bounds(quotient))
    return _integrated(this, y, _amos(bessel_bounds.upper_origin, z / (a + root) - RATIO), near)


@claim(
    id="sphere.mgf.lower",
    title="Lower bound on log M",
    relation="ours",
    source="the lower bound G_{ν+½,ν+3/2} of Amos 1974, integrated",
    domain=BOUNDED,
    statement=gt(LOG_M, integral_of_amos(nu + HALF, nu + 3 * HALF)),
)
def lower(this: Claim):
    """log M_h(z) > J_{ν+½,ν+3/2}(z): the slopes compare by A > G_{ν+½,ν+3/2}; near zero M ≥ 1 and J ≤ z²/(2ν+3)."""
    d, a, b = Under(this.domain), nu + HALF, nu + 3 * HALF
    root = sqrt(z**2 + b**2)
    quotient = d.show(gt((a + root) / (a + b), 0))
    y = log(SCALED) - integral_of_amos(a, b)
    start = substitute(_log_m_not_negative(d), _in_bessel())
    near = d.show(ge(y, -(z**2) / (2 * b)), start, logarithm_bounds(quotient))
    return _integrated(this, y, _amos(bessel_bounds.lower, RATIO - z / (a + root)), near)


def _log_m_not_negative(d: Domain) -> Fact:
    """Return log M_h ≥ 0: the series of M_h starts with 1."""
    here = Under(d)
    series = chain(trusted.definition(SphereMGF(h, z), here), trusted.hyper_series(h / 2, z**2 / 4, here))
    indexed = here.further(trusted.K)
    terms = indexed.sign(gt(series.statement.rhs.function, 0))
    at_least = substitute(at_least_first_term(terms), flip(series))
    positive = here.show(gt(SphereMGF(h, z), 0), at_least)
    return here.show(ge(LOG_M, 0), at_least, logarithm_bounds(positive))


CLAIMS = (upper, lower)
