"""The entire function behind I_ν: z^{−ν} I_ν(z) is a power series in z², so the ratio A_ν is odd, with poles ±ij.

With F_ν(w) = ₀F₁(; ν+1; w) the series of I_ν says I_ν(z) = (z/2)^ν F_ν(z²/4)/Γ(ν+1). F_ν vanishes exactly at −j²/4, j
running over the positive zeros of J_ν; Hadamard's product over them gives A_ν as a series of partial fractions.
"""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Expr, Sum, Symbol, besseli, gamma, hyper, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.functions import ABOVE_MINUS_ONE, REACH, A, positive
from modgap.theory.engines.normal_forms import BesselRing, GammaProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import nu, z
from modgap.theory.language.relations import all_of, eq, gt
from modgap.theory.language.symbols import BesselZero, OddRatio
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.analysis import hadamard
from modgap.theory.under import Under

#: The index of the positive zeros of J_ν.
N = Symbol("n", integer=True, positive=True)


def entire(order: Expr) -> Expr:
    """Return F_ν(z²/4) = ₀F₁(; ν+1; z²/4)."""
    return hyper((), (order + 1,), z**2 / 4)


SCALED = gamma(nu + 1) * (2 / z) ** nu * besseli(nu, z)


@claim(
    id="bessel.hypergeometric",
    title="The entire function behind the Bessel function",
    relation="ours",
    source="DLMF 10.39.9",
    domain=ABOVE_MINUS_ONE,
    statement=eq(SCALED, entire(nu)),
)
def hypergeometric(c: Claim):
    """Γ(ν+1) (2/z)^ν I_ν(z) = ₀F₁(; ν+1; z²/4), whose value at z = 0 is 1: the two series agree term by term."""
    d = c.domain
    indexed = Under(d.further(trusted.K, reach=REACH))
    scaled = trusted.scaled_series(gamma(nu + 1) * (2 / z) ** nu, trusted.bessel_series(nu, z, d))
    closed = flip(trusted.hyper_series(nu + 1, z**2 / 4, d))
    return chain(
        scaled,
        trusted.sum_termwise(
            indexed.equal(scaled.statement.rhs.function, closed.statement.lhs.function, GammaProducts())
        ),
        closed,
    )


@claim(
    id="bessel.ratio.odd",
    title="The ratio continued to the real line is odd",
    relation="ours",
    source="DLMF 10.25.2 and 10.39.9",
    domain=ABOVE_MINUS_ONE,
    statement=all_of(eq(A, OddRatio(nu, z)), eq(OddRatio(nu, -z), -OddRatio(nu, z))),
)
def odd(c: Claim):
    """A_ν(z) = (z/(2ν+2)) F_{ν+1}(z²/4)/F_ν(z²/4). The right side is analytic on the real line, odd, and 0 at 0.

    So an integral of the continued ratio from k − b to k + b is one of A_ν from |k − b| to k + b.
    """
    d = Under(c.domain)
    series = [flip(d.use(hypergeometric, {nu: nu + n})) for n in (1, 0)]
    orders = [d.use(positive, {nu: nu + n}) for n in (0, 1)]
    quotient = substitute(trusted.definition(OddRatio(nu, z), d, [_above_zero(d)]), *series)
    start = trusted.definition(A, d, orders)
    continued = chain(
        start, d.equal(start.statement.rhs, quotient.statement.rhs, GammaProducts(), given=orders), flip(quotient)
    )
    return d.both(continued, _odd(d))


def _above_zero(domain: Domain) -> Fact:
    """Return F_ν(z²/4) > 0."""
    return substitute(Under(domain).sign(gt(SCALED, 0), positive.fact), hypergeometric.fact)


def _odd(domain: Domain) -> Fact:
    """Return the oddness, read off the definition: only the factor in front of the two even functions changes sign."""
    sides = [trusted.definition(OddRatio(nu, at), domain, [_above_zero(domain)]) for at in (z, -z)]
    return Under(domain).show(eq(OddRatio(nu, -z), -OddRatio(nu, z)), *sides)


@claim(
    id="bessel.hadamard",
    title="Partial fractions of the ratio",
    relation="ours",
    source="logarithmic derivative of Hadamard's product (DLMF 10.21.15; for ν > −1 Watson 1944, 15.41, as recalled)",
    domain=Domain(nu, z, nu > -1, reach={nu: 10, z: 100}),
    statement=eq(A / z, Sum(2 / (BesselZero(nu, N) ** 2 + z**2), (N, 1, sp.oo))),
)
def partial_fractions(c: Claim):
    """A_ν(z)/z = Σ 2/(j² + z²) over the positive zeros j of J_ν, ν > −1; every term is completely monotone in z².

    The product is a theorem that is cited; that its logarithmic derivative is A_ν is derived.
    """
    d = Under(c.domain)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    slope = d.equal(Derivative(log(SCALED), z), A, ring, given=[d.use(positive)])
    product = hadamard(nu, z, N, d)
    return trusted.scaled_series(1 / z, chain(flip(substitute(slope, hypergeometric.fact)), product))


CLAIMS = (hypergeometric, odd, partial_fractions)
