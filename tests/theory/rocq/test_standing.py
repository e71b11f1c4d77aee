"""Which kernel stands behind a claim is read from the record of Rocq, of these sources and of this very statement."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from modgap.theory import claim, ledger
from modgap.theory.rocq import check, standing
from modgap.theory.rocq.standing import KERNELS, kernel


@pytest.fixture
def fresh():
    """Nothing that was read is kept, before or after."""
    standing._recorded.cache_clear()
    yield
    standing._recorded.cache_clear()


@pytest.fixture
def recorded(tmp_path, monkeypatch, fresh):
    """A development of one file and a record of it, as a run with Rocq would leave it."""
    (tmp_path / "theories").mkdir()
    for name in ("_CoqProject", "axioms.allowed", "check.sh", "claims", "theories/A.v"):
        (tmp_path / name).write_text(name)
    lock = tmp_path / "rocq.lock"
    one = claim("bessel.turan")
    lock.write_text(json.dumps({"sources": check.digest(tmp_path), "claims": {one.id: one.statement_digest}}))
    monkeypatch.setattr(check, "SOURCES", tmp_path)
    monkeypatch.setattr(check, "RECORD", lock)
    return tmp_path


def test_what_the_record_names_is_checked_and_nothing_else(recorded):
    assert {c.id for c in ledger().values() if kernel(c) == "rocq"} == {"bessel.turan"}


def test_another_statement_under_the_id_is_not(recorded):
    one = claim("bessel.turan")
    relation = one.statement.args[0]
    assert kernel(replace(one, statement=relation)) == "python"


def test_sources_that_were_changed_since_are_not(recorded):
    (recorded / "theories/A.v").write_text("another")
    assert kernel(claim("bessel.turan")) == "python"


def test_without_sources_nothing_is(recorded, monkeypatch):
    monkeypatch.setattr(check, "SOURCES", recorded / "nowhere")
    assert kernel(claim("bessel.turan")) == "python"


@pytest.mark.skipif(not check.SOURCES.exists(), reason="there is no rocq/ beside an installed package")
def test_it_agrees_with_the_question_about_one_claim(fresh):
    for name in ("thm.1.trace", "thm.1.overlap", "thm.3.lower_bound", "bessel.positive"):
        assert (kernel(claim(name)) == "rocq") == check.kernel_checked(claim(name))
        assert kernel(claim(name)) in KERNELS
