"""The claims on the sphere, on log M_h, the von Mises–Fisher law and hyperplanes: statements and false variants."""

from __future__ import annotations

import pytest
import sympy as sp

from modgap.theory import ledger
from modgap.theory.balls import enclosure
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.status import Status
from modgap.theory.outcome import Outcome, Undecided
from tests.theory.variants import fate
from tests.theory.variants_vmf import CLAIMS, variants

IDS = {"ids": lambda c: c.id}
POINTS, VARIANTS = 200, 4
#: A quadrature on the sphere, or singular values, at every point: 200 points of these are for `make test-slow`.
COSTLY = ("vmf.", "sphere.exponential_integral", "subspace.")


@pytest.mark.parametrize("claim", CLAIMS, **IDS)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


def test_infinite_divisibility_is_cited():
    claim = ledger()["vmf.infinitely_divisible"]
    assert claim.verdict.status is Status.CITED
    assert "Kent 1977" in " ".join(claim.verdict.trusts)


def drawn(domain, count, seed=7):
    """Yield points of a domain."""
    chooser, met = SeededChooser(seed), 0
    while met < count:
        point = draw_point(domain, chooser)
        if enclosure.membership(point, domain) is Outcome.SHOWN:
            met += 1
            yield point


@pytest.mark.parametrize("claim", CLAIMS, **IDS)
def test_holds_at_random_points_by_balls(claim):
    """200 points of the domain; equations can only be confirmed by overlap, inequalities must be settled."""
    hold_at_points(claim, POINTS // 20 if claim.id.startswith(COSTLY) else POINTS)


@pytest.mark.slow
@pytest.mark.parametrize("claim", [c for c in CLAIMS if c.id.startswith(COSTLY)], **IDS)
def test_holds_at_all_random_points_by_balls(claim):
    hold_at_points(claim, POINTS)


def hold_at_points(claim, count):
    equation, settled = bool(claim.statement.atoms(sp.Eq)), 0
    for point in drawn(claim.domain, count):
        try:
            outcome = (
                enclosure.compare(claim.statement, point, claim.domain, bits=64)
                if equation
                else enclosure.decide(claim.statement, point, claim.domain)[0]
            )
        except Undecided:
            continue
        assert outcome is not Outcome.REFUTED, f"{claim.statement} is false at {point}"
        settled += outcome is Outcome.SHOWN
    assert equation or settled >= 0.9 * count


def point_of_failure(claim):
    for point in drawn(claim.domain, 12):
        try:
            if enclosure.decide(claim.statement, point, claim.domain)[0] is Outcome.REFUTED:
                return point
        except Undecided:
            continue
    return None


@pytest.mark.parametrize("claim", CLAIMS, **IDS)
def test_false_variants_die(claim):
    """Every variant that is false at a drawn point is turned away by the derivation; at least four are false."""
    deaths = {}
    for variant in variants(claim):
        if len(deaths) == VARIANTS + 1:
            break
        if point_of_failure(variant.claim) is None:
            continue
        deaths[variant.name] = fate(variant.claim)
        print(f"{claim.id} | {variant.name} | {deaths[variant.name]}")
        assert deaths[variant.name] != "survived"
    assert len(deaths) >= VARIANTS, f"only {len(deaths)} false variants of {claim.id}: {list(deaths)}"
