"""What runs where and when: a room of the theory in one worker, long tests in the slow run, shares by default."""

from __future__ import annotations

import pytest

from modgap import theory
from tests.conftest import LONG, long_names, room_of
from tests.shares import share


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


@pytest.mark.parametrize(
    ("nodeid", "place"),
    [
        ("tests/paper_checks/site/test_pages.py::test_links", "tests/paper_checks/site"),
        ("tests/test_distribution.py::test_the_core_computes", "tests/test_distribution.py"),
        ("tests/paper_checks/test_full_disk.py::test_nothing[half]", "tests/paper_checks/test_full_disk.py"),
        ("tests/theory/test_fuzz.py::test_random_derivations_hold[1]", "tests/theory/test_fuzz.py"),
    ],
)
def test_what_shares_fixtures_or_takes_longest_runs_in_one_worker(nodeid, place):
    assert room_of(nodeid) == place


@pytest.mark.parametrize("nodeid", ["tests/theory/test_guards.py::test_count", "tests/test_rooms.py::test_floor[1-2]"])
def test_what_derives_nothing_runs_anywhere(nodeid):
    assert room_of(nodeid) == nodeid


def test_a_long_test_is_known_by_its_id_and_by_its_claim():
    assert "paper.lem.14" in LONG
    assert long_names("tests/theory/test_ledger.py::test_verdict_is_the_recorded_one[paper.lem.14]") == {"paper.lem.14"}
    assert long_names("tests/theory/test_printed.py::test_dies[paper.lem.14: turned around]") == {"paper.lem.14"}
    single = next(line for line in LONG if line.startswith("tests/"))
    assert long_names(single) == {single}
    assert long_names("tests/theory/test_ledger.py::test_verdict_is_the_recorded_one[paper.lem.13]") == set()


def test_a_share_is_of_one_size_and_changes_little_with_further_claims():
    claims = list(theory.ledger().values())
    whole, before = share(claims), share(claims[:-10])
    assert len(whole) == len(before) == 80
    assert len(set(whole) & set(before)) >= 70
    assert share(claims, len(claims)) == claims
    assert {claim.id.partition(".")[0] for claim in whole} >= {"bessel", "thm", "paper"}
