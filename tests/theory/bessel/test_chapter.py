"""The Bessel chapter: statuses, statements against numbers, and false variants of every claim."""

from __future__ import annotations

import pytest
import sympy as sp

from modgap.theory.balls import enclosure
from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import entire as bessel_entire
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.bessel import sharp as bessel_sharp
from modgap.theory.bessel import turan as bessel_turan
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.status import Status
from modgap.theory.outcome import Outcome, Undecided
from tests.theory.variants import fate
from tests.theory.variants_bessel import changed_statements, point_of_failure, widened_domains

CHAPTERS = (bessel, bessel_bounds, bessel_sharp, bessel_shape, bessel_turan, bessel_entire)
CLAIMS = [claim for chapter in CHAPTERS for claim in chapter.CLAIMS]
REFUTED = {"bessel.turan.joshi_bissu", "bessel.turan.root", "bessel.turan.lower.half", "bessel.ratio.complement.half"}
SHOWN = [c for c in CLAIMS if c.id not in REFUTED]
IDS = {"ids": lambda c: c.id}
POINTS = 200
SOME, VARIANTS = 2, 4


@pytest.mark.parametrize("claim", SHOWN, **IDS)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


@pytest.mark.parametrize("claim", [c for c in CLAIMS if c.id in REFUTED], **IDS)
def test_refuted_with_a_witness(claim):
    assert claim.verdict.status is Status.REFUTED
    assert enclosure.membership(claim.verdict.witness, claim.domain) is Outcome.SHOWN
    assert enclosure.decide(claim.statement, claim.verdict.witness, claim.domain)[0] is Outcome.REFUTED


#: A quadrature or a sum over zeros at every point: 200 points of these are for `make test-slow`.
COSTLY = {"bessel.ratio.odd_integral", "bessel.hadamard", "bessel.derivative", "bessel.log_derivative.increasing"}


@pytest.mark.parametrize("claim", SHOWN, **IDS)
def test_holds_at_random_points_by_balls(claim):
    """200 points of the domain; equations can only be confirmed by overlap, inequalities must be settled."""
    hold_at_points(claim, POINTS // 10 if claim.id in COSTLY else POINTS)


@pytest.mark.slow
@pytest.mark.parametrize("claim", [c for c in SHOWN if c.id in COSTLY], **IDS)
def test_holds_at_all_random_points_by_balls(claim):
    hold_at_points(claim, POINTS)


def hold_at_points(claim, count):
    """Draw points until `count` of them meet the hypotheses; none may contradict the statement."""
    equation = bool(claim.statement.atoms(sp.Eq))
    chooser, met, settled = SeededChooser(7), 0, 0
    while met < count:
        point = draw_point(claim.domain, chooser)
        if enclosure.membership(point, claim.domain) is not Outcome.SHOWN:
            continue
        met += 1
        try:
            outcome = _outcome(claim, point)
        except Undecided:
            continue
        assert outcome is not Outcome.REFUTED, f"{claim.statement} is false at {point}"
        settled += outcome is Outcome.SHOWN
    assert equation or settled >= (0.7 if claim.statement.atoms(sp.Integral) else 0.9) * count


def _outcome(claim, point):
    """Ask the balls; more bits show no equation, and would only make a quadrature slow."""
    if claim.statement.atoms(sp.Eq, sp.Integral):
        return enclosure.compare(claim.statement, point, claim.domain, bits=64)
    return enclosure.decide(claim.statement, point, claim.domain)[0]


@pytest.mark.parametrize("claim", [c for c in SHOWN if c.id not in COSTLY], **IDS)
def test_some_false_variants_die(claim):
    assert turn_away(claim, SOME) == SOME


@pytest.mark.slow
@pytest.mark.parametrize("claim", SHOWN, **IDS)
def test_false_variants_die(claim):
    """At least four kinds of variants are false."""
    assert turn_away(claim, VARIANTS + 2) >= VARIANTS


def turn_away(claim, most):
    """Find variants that are false at a grid point; the derivation has to turn each of them away."""
    deaths = {}
    for name, variant in [*widened_domains(claim), *changed_statements(claim)]:
        kind = name.split(":")[0]
        point = None if kind in deaths or len(deaths) >= most else point_of_failure(variant)
        if point is None:
            continue
        deaths[kind] = fate(variant)
        where = {str(symbol): str(value) for symbol, value in point.items()}
        print(f"{claim.id} | {name} | false at {where} | {deaths[kind]}")
        assert deaths[kind] != "survived"
        assert fate(variant) != "survived"
    return len(deaths)
