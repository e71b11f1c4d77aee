"""Tests of one room of the theory run in one worker, whatever file they stand in."""

from __future__ import annotations

import pytest

from tests.conftest import room_of


@pytest.mark.parametrize(
    ("nodeid", "room"),
    [
        ("tests/theory/test_ledger.py::test_verdict_is_the_recorded_one[bessel.ratio.riccati]", "bessel"),
        ("tests/theory/test_steps.py::test_some_checks_reject_false_variants[paper.lem.14]", "printed"),
        ("tests/properties/test_claims.py::test_hypotheses_can_be_met[thm.1.finite]", "infonce"),
        ("tests/theory/subspace/test_centres.py::test_proved[thm.3.axis]", "subspace"),
        ("tests/theory/kernel/test_rules.py::test_a_rule", "kernel"),
    ],
)
def test_room(nodeid, room):
    assert room_of(nodeid) == room


@pytest.mark.parametrize("nodeid", ["tests/theory/test_guards.py::test_count", "tests/test_rooms.py::test_floor[1-2]"])
def test_what_derives_nothing_runs_anywhere(nodeid):
    assert room_of(nodeid) == nodeid
