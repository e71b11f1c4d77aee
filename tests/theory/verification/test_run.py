"""Verification as a whole: levels, the record, and what of the ledger may be recorded."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import sympy as sp

from modgap import theory
from modgap.theory.evidence import sampling
from modgap.theory.kernel.asking import EFFORT, LEVELS
from modgap.theory.kernel.claims import claim
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain
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


def with_another_statement():
    about = {"id": "planted", "title": "", "relation": "ours", "source": "", "domain": Domain(z), "statement": OTHER}
    return claim(**about)(lambda c: identity(c.statement, c.domain))


def test_a_recorded_id_is_not_used_for_another_statement(ledger_of):
    ledger_of(planted(lambda c: identity(c.statement, c.domain)))
    verify.verify(level="quick", write_record=True)
    before = record.recorded()
    ledger_of(with_another_statement())
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


# --- levels and load ---------------------------------------------------------------------------------------------


def test_each_level_has_a_verdict_of_its_own(ledger_of):
    efforts = []

    def derive(c):
        efforts.append(EFFORT.get())
        return identity(c.statement, c.domain)

    first = planted(derive)
    second = claim(id="second", title="", relation="ours", source="", domain=Domain(z), statement=TRUE)(
        lambda c: first.fact
    )
    ledger_of(first, second)
    for level in ("quick", "default", "quick"):
        assert verify.find("second", level)["status"] == "proved"
    assert efforts == [LEVELS["quick"], LEVELS["default"]]


def test_drawn_evidence_is_that_of_the_level(ledger_of):
    statement = sp.Gt((z + 1) ** 2, z**2, evaluate=False)
    drawn = claim(id="drawn", title="", relation="ours", source="", domain=Domain(z), statement=statement)(
        lambda c: sampling.tested(c.statement, c.domain)
    )
    ledger_of(drawn)
    found = {level: verify.find("drawn", level) for level in ("quick", "default")}
    assert {f["status"] for f in found.values()} == {"tested"}
    assert found["quick"]["evidence"] != found["default"]["evidence"]


def test_no_clock_ends_a_derivation():
    """A limit in seconds would let a busy machine find less than an idle one."""
    clocks = re.compile(r"timeout|tlimit|setitimer|alarm\(|monotonic\(|perf_counter|process_time|time\.time")
    found, root = set(), Path(theory.__file__).parent
    for path in root.rglob("*.py"):
        known = path.relative_to(root).as_posix()
        found |= {(known, match) for match in clocks.findall(path.read_text(encoding="utf-8"))}
    # The seconds that a derivation took are reported, and decide nothing; nor does whether Rocq finds a proof of a step
    # within some seconds: what it does not find is reported as a gap.
    seconds_of_rocq = {("rocq/steps/report.py", "monotonic(")}
    assert found == {("kernel/claims.py", "perf_counter")} | seconds_of_rocq


@pytest.mark.slow
def test_a_busy_machine_finds_what_an_idle_one_finds():
    """Solvers that stop by the clock gave up on these at a load of six processes a core."""
    names = ("bessel.ratio.lower.sharp", "bessel.turan.upper", "thm.1.trace.overlap", "thm.3.free.sign")
    script = "while True: sum(range(10**6))"
    busy = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(6 * (os.cpu_count() or 1))]
    try:
        parts = [verify.verify_one(name, "quick") for name in names]
    finally:
        for process in busy:
            process.kill()
            process.wait()
    assert [(part["status"], part["ok"], part["changes"]) for part in parts] == [("proved", True, [])] * len(names)
