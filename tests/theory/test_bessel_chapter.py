"""The Bessel chapter: statuses, statements against numbers, and false variants of every claim."""

from __future__ import annotations

import pytest
import sympy as sp

from tests.theory.variants_bessel import changed_statements, fate, point_of_failure, widened_domains
from theory import bessel, bessel_bounds, bessel_shape, bessel_turan, enclosure
from theory.domain import SeededChooser
from theory.facts import Fact
from theory.outcome import Outcome, Undecided
from theory.status import Status

CLAIMS = [*bessel.CLAIMS, *bessel_bounds.CLAIMS, *bessel_shape.CLAIMS, *bessel_turan.CLAIMS]
REFUTED = {"bessel.turan.joshi_bissu", "bessel.turan.root", "bessel.turan.lower.half", "bessel.ratio.complement.half"}
SHOWN = [c for c in CLAIMS if c.id not in REFUTED]
IDS = {"ids": lambda c: c.id}
POINTS = 200
VARIANTS = 4


@pytest.mark.parametrize("claim", SHOWN, **IDS)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


@pytest.mark.parametrize("claim", [c for c in CLAIMS if c.id in REFUTED], **IDS)
def test_refuted_with_a_witness(claim):
    assert claim.verdict.status is Status.REFUTED
    assert enclosure.membership(claim.verdict.witness, claim.domain) is Outcome.SHOWN
    assert enclosure.decide(claim.statement, claim.verdict.witness, claim.domain)[0] is Outcome.REFUTED


@pytest.mark.parametrize("claim", SHOWN, **IDS)
def test_holds_at_random_points_by_balls(claim):
    """200 points of the domain; equations can only be confirmed by overlap, inequalities must be settled."""
    equation = bool(claim.statement.atoms(sp.Eq))
    count = POINTS if not claim.statement.atoms(sp.Derivative, sp.Integral) else POINTS // 10
    chooser, met, settled = SeededChooser(7), 0, 0
    while met < count:
        point = claim.domain.draw(chooser)
        if enclosure.membership(point, claim.domain) is not Outcome.SHOWN:
            continue
        met += 1
        try:
            outcome, _ = enclosure.decide(claim.statement, point, claim.domain)
        except Undecided:
            continue
        assert outcome is not Outcome.REFUTED, f"{claim.statement} is false at {point}"
        settled += outcome is Outcome.SHOWN
    assert equation or settled >= (0.7 if claim.statement.atoms(sp.Integral) else 0.9) * count


@pytest.mark.parametrize("claim", SHOWN, **IDS)
def test_false_variants_die(claim):
    """Every variant that is false at a grid point is turned away by the derivation; at least four kinds are false."""
    deaths = {}
    for name, variant in [*widened_domains(claim), *changed_statements(claim)]:
        kind = name.split(":")[0]
        point = None if kind in deaths or len(deaths) >= 2 * VARIANTS else point_of_failure(variant)
        if point is None:
            continue
        deaths[kind] = fate(variant)
        where = {str(symbol): str(value) for symbol, value in point.items()}
        print(f"{claim.id} | {name} | false at {where} | {deaths[kind]}")
        assert deaths[kind] != "survived"
        assert not isinstance(variant.result, Fact)
    assert len(deaths) >= VARIANTS, f"only {len(deaths)} false variants of {claim.id}: {list(deaths)}"
