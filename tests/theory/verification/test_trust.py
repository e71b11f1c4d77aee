"""What is trusted: every item of every trust list, with its words and its place."""

from __future__ import annotations

from pathlib import Path

from modgap import theory
from modgap.theory.verification.record import recorded
from modgap.theory.verification.trust import counts, items

ROOT = Path(theory.__file__).parents[1]


def test_every_trusted_name_is_an_item_once():
    names = [item.name for item in items()]
    assert len(names) == len(set(names)) >= 100
    assert set(names) == {name for entry in recorded().values() for name in entry["trusts"]}


def test_every_theorem_has_its_statement_and_its_place():
    for item in items():
        if item.kind in ("by hand", "cited"):
            path, _, line = item.source.partition(":")
            assert (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1].startswith(("def ", "class "))
            assert item.words
        # What reduces a definition is told where the symbol is defined.
        if item.kind == "by hand" and item.source.startswith("theory/trusted/"):
            assert "Proof." in item.words, item.name


def test_counts_are_those_of_the_record():
    found = counts()
    assert found["proved"] == sum(entry["status"] == "proved" for entry in recorded().values())
    assert found["proved"] == found["with none by hand"] + found["with some by hand"]
    by_hand = {claim for item in items() if item.kind == "by hand" for claim in item.claims}
    assert found["with some by hand"] == len({c for c in by_hand if recorded()[c]["status"] == "proved"})


def test_every_item_says_what_it_is_and_where_it_stands():
    for item in items():
        path, _, line = item.source.partition(":")
        assert 0 < int(line) <= len((ROOT / path).read_text(encoding="utf-8").splitlines()), item.name
        assert len(item.words) >= 12, item.name


def test_what_is_refused_and_what_is_vouched_for_are_read_off_the_code():
    found = {item.name.removeprefix("by hand: "): item for item in items()}
    integrating = next(item for name, item in found.items() if name.startswith("an integrating factor"))
    assert any("does not bound `y` from below" in reason for reason in integrating.refused)
    # A helper of the file that it calls refuses too.
    assert any("does not say that `expr` is positive, or not negative" in reason for reason in integrating.refused)
    assert found["a convergent series may be multiplied term by term"].vouched == ("(statement.rhs,)",)
    assert found["N equal terms sum to N times one"].vouched == ()
