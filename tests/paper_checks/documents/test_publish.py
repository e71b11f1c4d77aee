"""The check that CI runs: the list of published statements goes on where each committed one left off."""

from __future__ import annotations

import subprocess

import pytest

from modgap.paper_checks.documents import publish
from modgap.theory.verification import published

A, B = (f"sha256:{letter * 64}" for letter in "ab")


@pytest.fixture
def repository(tmp_path):
    def git(*args):
        me = ["-c", "user.name=me", "-c", "user.email=me@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", tmp_path, *me, *args], check=True, capture_output=True)

    git("init", "-q")
    return tmp_path, git


def test_a_list_that_was_made_anew_is_noticed(repository):
    folder, git = repository
    path = folder / "published.lock"
    for statements in ({"one": A}, {"one": A, "two": B}):
        path.write_text(published.extended(path.read_text() if path.exists() else "", statements))
        git("add", ".")
        git("commit", "-qm", "more")
    assert publish.history_complaints(path) == ([], "held against 2 commits")
    path.write_text(published.extended("", {"one": B, "two": B}))
    published.parse(path.read_text())
    departures, _ = publish.history_complaints(path)
    assert len(departures) == 2
    git("add", ".")
    git("commit", "-qm", "another statement of one")
    assert len(publish.history_complaints(path)[0]) == 2
    path.unlink()
    assert len(publish.history_complaints(path)[0]) == 3


def test_without_history_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert publish.history_complaints(tmp_path / "published.lock") == (
        [],
        "no history at hand: the list was held against the ledger alone",
    )


def test_the_check_fails_with_the_ledger(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(published, "PATH", tmp_path / "published.lock")
    published.PATH.write_text(published.extended("", {"bessel.derivative": A, "gone": B}))
    assert publish.main(["--check"]) == 1
    said = capsys.readouterr().err
    assert "bessel.derivative was published with another statement" in said
    assert "gone was published and is gone" in said
    with pytest.raises(ValueError, match=r"bessel\.derivative would be published"):
        publish.main([])
    published.PATH.unlink()
    assert publish.main([]) == 0
    assert publish.main(["--check"]) == 0
