"""Theorem 3 for the population in four and more dimensions: certified counterexamples and regions.

The loss with a shared centre is a mean over two coordinates. What refutes the reported conclusion is what it implies by
a proved upper bound on that loss, so that the quadratures are over one variable.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp
from sympy import LessThan as Le
from sympy import StrictLessThan as Lt

from modgap.theory.evidence.rules import certify, counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, h, kappa, rho
from modgap.theory.language.relations import le, lt
from modgap.theory.language.subspaces import PerpendicularLoss, SharedLoss
from modgap.theory.subspace.population import box_around, on
from modgap.theory.subspace.shared import CLOSED, conditional, upper
from modgap.theory.under import Under

SOURCE = "Theorem 3, for the population with equal concentrations"
#: φ = 60° at τ = 0.01, and φ = 74.93° at τ = 1/300.
COLD = {rho: Fraction(1, 2), kappa: 3, beta: 100}
WIDE_COLDER = {rho: Fraction(26, 100), kappa: 60, beta: 300}


def conclusion(dim: int) -> Le:
    """Return what the reported conclusion says of two of its candidates in dimension h."""
    size = sp.Integer(dim)
    args = (size, rho, kappa, beta)
    return le(PerpendicularLoss(*args), SharedLoss(*args))


PARAMETERS = Under(rho, rho < 1, kappa, beta, reach={kappa: 3, beta: 3})


def in_dimension(bound: Claim, dim: int, domain: Domain) -> Fact:
    """Return a bound on the loss with a shared centre in one dimension."""
    return Under(domain).use(bound, {h: sp.Integer(dim)})


@claim(
    id="thm.3.population.in_four",
    title=(
        "In four dimensions centres at the angle of the hyperplanes have at most the population loss of a shared centre"
    ),
    relation="false_as_reported",
    source=SOURCE,
    domain=PARAMETERS,
    statement=conclusion(4),
)
def in_four(this: Claim):
    """False for embeddings in R⁴ at φ = 60° too: at κ = 3, τ = 0.01 sharing a centre in C has the smaller loss.

    The loss with a shared centre is bounded by Jensen's inequality given the coordinate across C
    (`thm.3.population.shared.conditional`).
    """
    bound = in_dimension(conditional, 4, this.domain)
    return counterexample(this.statement, this.domain, COLD, [bound])


@claim(
    id="thm.3.population.in_eight",
    title=(
        "In eight dimensions centres at the angle of the hyperplanes have at most the population loss of a "
        "shared centre"
    ),
    relation="false_as_reported",
    source=SOURCE,
    domain=PARAMETERS,
    statement=conclusion(8),
)
def in_eight(this: Claim):
    """False for embeddings in R⁸ at φ = 60°, κ = 3, τ = 0.01; here the bound in closed form is enough."""
    return counterexample(this.statement, this.domain, COLD, [in_dimension(upper, 8, this.domain)])


@claim(
    id="thm.3.population.in_64",
    title=(
        "In 64 dimensions centres at the angle of the hyperplanes have at most the population loss of a shared centre"
    ),
    relation="false_as_reported",
    source=SOURCE,
    domain=PARAMETERS,
    statement=conclusion(64),
)
def in_64(this: Claim):
    """False in R⁶⁴ at φ = 74.93°, κ = 60, τ = 1/300: the effect is none of small dimensions."""
    return counterexample(this.statement, this.domain, WIDE_COLDER, [in_dimension(upper, 64, this.domain)])


# --- regions ---------------------------------------------------------------------------------------------------------

REGION_4, REGION_8 = box_around("0.2", "3", "100", "0.002"), box_around("0.4", "3", "100", "0.002")


def bound_is_less(dim: int) -> Lt:
    """Return that the bound of `thm.3.population.shared.upper` lies below the loss with the paper's centres."""
    perpendicular, _ = conclusion(dim).args
    return lt(CLOSED.xreplace({h: sp.Integer(dim)}), perpendicular)


@claim(
    id="thm.3.population.in_four.shared_region",
    title=(
        "A box of parameters in four dimensions where a bound on the loss with a shared centre is below "
        "that at the angle of the hyperplanes"
    ),
    relation="corrected",
    source=SOURCE,
    domain=on(REGION_4),
    statement=bound_is_less(4),
)
def four_region(this: Claim):
    """On a box about φ = 78°, κ = 3, τ = 0.01, by the bound of `thm.3.population.shared.upper`."""
    return certify(this.statement, REGION_4)


@claim(
    id="thm.3.population.in_eight.shared_region",
    title=(
        "A box of parameters in eight dimensions where a bound on the loss with a shared centre is below "
        "that at the angle of the hyperplanes"
    ),
    relation="corrected",
    source=SOURCE,
    domain=on(REGION_8),
    statement=bound_is_less(8),
)
def eight_region(this: Claim):
    """On a box about φ = 66°, κ = 3, τ = 0.01, by the bound of `thm.3.population.shared.upper`."""
    return certify(this.statement, REGION_8)


CLAIMS = (in_four, in_eight, in_64, four_region, eight_region)
