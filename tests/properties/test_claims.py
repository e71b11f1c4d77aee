"""Every claim, held against points that Hypothesis draws from its own hypotheses, by its own statement."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from modgap.theory import ledger
from modgap.theory.balls import enclosure
from modgap.theory.evidence.sampling import find_point
from modgap.theory.language.printing import parts
from modgap.theory.outcome import Outcome
from modgap.theory.own.strategies import points
from modgap.theory.verification.record import recorded_status
from tests.shares import share

#: Points drawn for each claim: of a share of them by default, of all in the slow run.
FEW, MANY = 2, 25
CLAIMS = ledger().values()
#: An open claim may speak of what nothing here evaluates, as the best coupling of two laws; no other may.
EVALUATED = [c for c in CLAIMS if recorded_status(c.id) != "open"]
HELD = [c for c in CLAIMS if recorded_status(c.id) in ("proved", "certified", "tested", "cited")]


def hold(claim, met: Counter[str], examples: int):
    """Hold the claim's statement against one drawn point after the other; count what came of it."""

    @settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def at_drawn_points(data):
        point = data.draw(points(claim.domain))
        met["drawn"] += 1
        assume(enclosure.membership(point, claim.domain) is Outcome.SHOWN)
        outcome, bits = enclosure.decide(claim.statement, point, claim.domain)
        met[outcome.value] += 1
        note(f"{outcome.value} by balls of {bits} bits")
        assert outcome is not Outcome.REFUTED

    at_drawn_points()


@pytest.mark.parametrize("claim", share(HELD), ids=lambda c: c.id)
def test_statement_holds_at_drawn_points(claim):
    holds_at_drawn_points(claim, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("claim", HELD, ids=lambda c: c.id)
def test_statement_holds_at_many_drawn_points(claim):
    holds_at_drawn_points(claim, MANY)


def holds_at_drawn_points(claim, examples: int):
    met: Counter[str] = Counter()
    hold(claim, met, examples)
    print(f"{claim.id}: {dict(met)}")
    # A domain that draws never meet would pass for ever.
    assert met["shown"] + met["undecided"] >= examples


@pytest.mark.parametrize("claim", EVALUATED, ids=lambda c: c.id)
def test_balls_settle_the_statement_somewhere(claim):
    """A statement that balls cannot evaluate, or only to useless width, would make the test above empty."""
    point = find_point(claim.domain, seed=3)
    for part in parts(claim.statement):
        for side in (enclosure.value(side, point, claim.domain, bits=256) for side in part.args):
            assert side.is_finite()
            assert side.rad() <= 2**-40 * max(1, abs(side.mid()))


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_hypotheses_can_be_met(claim):
    assert enclosure.membership(find_point(claim.domain), claim.domain) is Outcome.SHOWN
