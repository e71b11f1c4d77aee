"""Verification as a whole: time limits, the record, and what of the ledger may be recorded."""

from __future__ import annotations

import time

import pytest
import sympy as sp

from theory import record, verify
from theory.claims import claim
from theory.domain import Domain
from theory.rules import identity
from theory.sampling import EFFORT, LEVELS

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
    record.recorded.cache_clear()
    yield install
    record.recorded.cache_clear()


def test_a_derivation_that_runs_out_of_time_is_undecided_and_says_so(ledger_of, monkeypatch):
    def slow(c):
        time.sleep(5)
        return identity(c.statement, c.domain)

    ledger_of(planted(slow))
    monkeypatch.setitem(verify.TIME_LIMIT, "quick", 0.2)
    part, _ = verify.verify_one("planted", "quick")
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
