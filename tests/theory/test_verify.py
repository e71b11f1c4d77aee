"""Verification as a whole: time limits, the record, and what of the ledger may be recorded."""

from __future__ import annotations

import time

import pytest
import sympy as sp

from modgap.theory.kernel.claims import claim
from modgap.theory.kernel.rules import identity
from modgap.theory.kernel.sampling import EFFORT, LEVELS
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Undecided
from modgap.theory.verification import published, record
from modgap.theory.verification import run as verify

z = sp.Symbol("z", positive=True)
TRUE = sp.Eq((z + 1) ** 2, z**2 + 2 * z + 1, evaluate=False)


def planted(derive):
    return claim(id="planted", title="", relation="ours", source="", domain=Domain(z), statement=TRUE)(derive)


@pytest.fixture
def ledger_of(monkeypatch, tmp_path):
    """Put planted claims in the place of the ledger, with a record of their own."""

    def install(*claims):
        claims = {c.id: c for c in claims}
        monkeypatch.setattr(verify, "ledger", lambda: claims)

    monkeypatch.setattr(record, "PATH", tmp_path / "ledger.lock")
    monkeypatch.setattr(published, "PATH", tmp_path / "published.lock")
    record.recorded.cache_clear()
    yield install
    record.recorded.cache_clear()


def test_a_derivation_that_runs_out_of_time_is_undecided_and_says_so(ledger_of, monkeypatch):
    def slow(c):
        time.sleep(5)
        return identity(c.statement, c.domain)

    ledger_of(planted(slow))
    monkeypatch.setitem(verify.TIME_LIMIT, "quick", 0.2)
    part = verify.verify_one("planted", "quick")
    assert part["status"] == "open"
    assert "not settled within 0.2 s" in part["evidence"][0]["what"]


def test_what_is_recorded_is_found_again(ledger_of):
    ledger_of(planted(lambda c: identity(c.statement, c.domain)))
    first = verify.verify(level="quick", write_record=True)
    assert not first["ok"]
    second = verify.verify(level="quick")
    assert second["ok"]
    assert second["digest"] == first["digest"]
    assert second["claims"][0]["recorded"] == "proved"


def test_a_lost_proof_is_noticed(ledger_of):
    ledger_of(planted(lambda c: identity(c.statement, c.domain)))
    verify.verify(level="quick", write_record=True)
    ledger_of(planted(lambda c: identity(sp.Eq(z, z, evaluate=False), c.domain)))
    report = verify.verify(level="quick")
    assert not report["ok"]
    assert "status was proved, is open" in report["claims"][0]["changes"]


def test_a_part_of_the_ledger_is_not_recorded():
    with pytest.raises(ValueError, match="only the whole ledger"):
        verify.verify(["bessel.positive"], write_record=True)


def test_progress_is_reported_claim_by_claim(ledger_of):
    ledger_of(planted(lambda c: identity(c.statement, c.domain)))
    seen = []
    verify.verify(level="quick", on_done=seen.append)
    assert [part["id"] for part in seen] == ["planted"]


def test_effort_is_that_of_the_level(ledger_of):
    efforts = []

    def note(c):
        efforts.append(EFFORT.get())
        return identity(c.statement, c.domain)

    ledger_of(planted(note))
    verify.verify_one("planted", "full")
    assert efforts == [LEVELS["full"]]


# --- an id stands for one statement for ever ---------------------------------------------------------------------

OTHER = sp.Eq((z + 2) ** 2, z**2 + 4 * z + 4, evaluate=False)


def restated():
    about = {"id": "planted", "title": "", "relation": "ours", "source": "", "domain": Domain(z), "statement": OTHER}
    return claim(**about)(lambda c: identity(c.statement, c.domain))


def test_a_recorded_id_is_not_used_for_another_statement(ledger_of):
    ledger_of(planted(lambda c: identity(c.statement, c.domain)))
    verify.verify(level="quick", write_record=True)
    before = record.recorded()
    ledger_of(restated())
    with pytest.raises(ValueError, match="planted would be recorded with another statement"):
        verify.verify(level="quick", write_record=True)
    record.recorded.cache_clear()
    assert record.recorded() == before
    verify.verify(level="quick", write_record=True, unpublished=["planted"])
    assert record.recorded() != before


def test_a_recorded_id_does_not_vanish(ledger_of):
    ledger_of(planted(lambda c: identity(c.statement, c.domain)))
    verify.verify(level="quick", write_record=True)
    with pytest.raises(ValueError, match="planted would be recorded"):
        record.refuse_restatements({"another": "sha256:0"})
    with pytest.raises(ValueError, match="no claim is recorded as another"):
        record.refuse_restatements({}, ["another"])


def test_a_new_proof_of_the_same_statement_is_recorded(ledger_of):
    ledger_of(planted(lambda c: identity(sp.Eq(z, z, evaluate=False), c.domain)))
    verify.verify(level="quick", write_record=True)
    ledger_of(planted(lambda c: identity(c.statement, c.domain)))
    verify.verify(level="quick", write_record=True)
    assert record.recorded_status("planted") == "proved"


# --- time --------------------------------------------------------------------------------------------------------


def test_no_rule_takes_the_end_of_its_time_for_an_answer(ledger_of, monkeypatch):
    def stubborn(c):
        try:
            time.sleep(5)
        except Undecided:
            return identity(c.statement, c.domain)

    ledger_of(planted(stubborn))
    monkeypatch.setitem(verify.TIME_LIMIT, "quick", 0.2)
    part = verify.verify_one("planted", "quick")
    assert part["status"] == "open"


def test_time_that_ran_out_elsewhere_is_not_held_against_a_claim(ledger_of, monkeypatch):
    pauses = [5, 0]

    def slow_once(c):
        time.sleep(pauses.pop(0))
        return identity(c.statement, c.domain)

    first = planted(slow_once)
    second = claim(id="second", title="", relation="ours", source="", domain=Domain(z), statement=TRUE)(
        lambda c: first.fact
    )
    ledger_of(first, second)
    monkeypatch.setitem(verify.TIME_LIMIT, "quick", 0.2)
    assert verify.verify_one("second", "quick")["status"] == "open"
    assert verify.verify_one("planted", "quick")["status"] == "proved"
