"""What a law of pairs pays for not being the collapse: status, drawn laws, false variants."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sympy as sp

from modgap.theory.collapse import stability
from modgap.theory.collapse.optimum import ANY, COLLAPSED, LOSS
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain
from tests.theory.variants import fate


@pytest.mark.parametrize("claim", stability.CLAIMS, ids=lambda c: c.id)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


def without(condition, *instead):
    """Return the domain of the strict form with a hypothesis left out, or another in its place."""
    domain = stability.strict.domain
    kept = [c for c in domain.conditions if c != condition]
    assert len(kept) == len(domain.conditions) - 1
    return Domain(*domain.symbols, *domain.vectors, *kept, *instead, reach=domain.reach)


@pytest.mark.parametrize(
    "change",
    [
        {"statement": sp.Lt(LOSS, COLLAPSED, evaluate=False)},
        {"statement": sp.Gt(LOSS, COLLAPSED + sp.Rational(1, 1000), evaluate=False)},
        {"domain": without(stability.STRICT[0])},
        {"domain": without(stability.STRICT[0], stability.WITHIN)},
        {"domain": without(stability.STRICT[1])},
    ],
    ids=[
        "turned around",
        "by a thousandth",
        "without the condition",
        "with equality in it",
        "with the collapse itself",
    ],
)
def test_false_variants_of_the_strict_form_are_not_shown(change):
    """With equality in the condition a pair outside of C may cost nothing; and the collapse does not beat itself."""
    assert fate(replace(stability.strict, **change)) != "survived"


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        {"statement": sp.Ge(LOSS, COLLAPSED + 4 * stability.PAIR.mean(stability.PRICE), evaluate=False)},
        {"statement": sp.Le(LOSS, COLLAPSED + 2 * stability.PAIR.mean(stability.PRICE), evaluate=False)},
        {"domain": ANY},
    ],
    ids=["twice the price", "turned around", "without the condition"],
)
def test_false_variants_are_not_shown(change):
    assert fate(replace(stability.stability, **change)) != "survived"
