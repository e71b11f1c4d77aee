"""Theorem 3 for the population in four and more dimensions: certified counterexamples and regions.

The loss with a shared centre is a mean over two coordinates. What refutes the reported conclusion is what it implies by
a proved upper bound on that loss, so that the quadratures are over one variable.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp
from sympy import LessThan as Le
from sympy import StrictLessThan as Lt

from theory.centre_pair import beta, h, rho
from theory.claims import Claim, claim
from theory.compose import chain, specialise
from theory.domain import Domain
from theory.enclosure import Box
from theory.facts import Fact
from theory.rules import certify, counterexample
from theory.subspace_language import PerpendicularLoss, SharedLoss
from theory.subspace_population import box_around, on
from theory.subspace_shared import conditional, upper
from theory.vmf import kappa

SOURCE = "Theorem 3, as reported, for the population with equal concentrations"
#: τ = 0.01 and τ = 0.001, at angles φ = 60° and 75.01° between the hyperplanes.
COLD = {rho: Fraction(1, 2), kappa: 3, beta: 100}
WIDE_COLDER = {rho: Fraction(2587, 10000), kappa: 500, beta: 1000}


def conclusion(dim: int) -> Le:
    """Return what the reported conclusion says of two of its candidates in dimension h."""
    size = sp.Integer(dim)
    args = (size, rho, kappa, beta)
    return Le(PerpendicularLoss(*args), SharedLoss(*args), evaluate=False)


PARAMETERS = Domain(rho, rho < 1, kappa, beta, reach={kappa: 4, beta: 4})


def in_dimension(bound: Claim, dim: int, domain: Domain) -> Fact:
    """Return a bound on the loss with a shared centre in one dimension."""
    return specialise(bound.fact, {h: sp.Integer(dim)}, domain)


@claim(
    id="thm.3.population.in_four",
    title="In four dimensions the population loss is least at the angle of the hyperplanes",
    relation="false_as_reported",
    source=SOURCE,
    domain=PARAMETERS,
    statement=conclusion(4),
)
def in_four(this: Claim):
    """False for embeddings in R⁴ at φ = 60° too: at κ = 3, τ = 0.01 laws that share a centre in C have the smaller loss.

    The loss with a shared centre is bounded by Jensen's inequality given the coordinate across C
    (`thm.3.population.shared.conditional`).
    """
    bound = in_dimension(conditional, 4, this.domain)
    return counterexample(this.statement, this.domain, COLD, [bound])


@claim(
    id="thm.3.population.in_512",
    title="In 512 dimensions the population loss is least at the angle of the hyperplanes",
    relation="false_as_reported",
    source=SOURCE,
    domain=PARAMETERS,
    statement=conclusion(512),
)
def in_512(this: Claim):
    """False in the dimension of CLIP ViT-B as well, at a tenth of its temperature: κ = 500, τ = 0.001, φ = 75.01°."""
    bound = in_dimension(upper, 512, this.domain)
    return counterexample(this.statement, this.domain, WIDE_COLDER, [bound])


# --- regions ---------------------------------------------------------------------------------------------------------

REGION_4, REGION_8 = box_around("0.2", "3", "100", "0.002"), box_around("0.4", "3", "100", "0.002")


def _shared_wins(this: Claim, dim: int, box: Box) -> Fact:
    """Conclude from a proved bound on the one loss that is certified to lie below the other one."""
    bound = in_dimension(upper, dim, this.domain)
    perpendicular = this.statement.args[1]
    return chain(bound, certify(Lt(bound.statement.args[1], perpendicular, evaluate=False), box))


def _shared_is_less(dim: int) -> Lt:
    perpendicular, shared = conclusion(dim).args
    return Lt(shared, perpendicular, evaluate=False)


@claim(
    id="thm.3.population.in_four.shared_region",
    title="An open set of parameters in four dimensions where sharing a centre wins",
    relation="corrected",
    source=SOURCE,
    domain=on(REGION_4),
    statement=_shared_is_less(4),
)
def four_region(this: Claim):
    """On a box about φ = 78°, κ = 3, τ = 0.01."""
    return _shared_wins(this, 4, REGION_4)


@claim(
    id="thm.3.population.in_eight.shared_region",
    title="An open set of parameters in eight dimensions where sharing a centre wins",
    relation="corrected",
    source=SOURCE,
    domain=on(REGION_8),
    statement=_shared_is_less(8),
)
def eight_region(this: Claim):
    """On a box about φ = 66°, κ = 3, τ = 0.01."""
    return _shared_wins(this, 8, REGION_8)


CLAIMS = (in_four, in_512, four_region, eight_region)
