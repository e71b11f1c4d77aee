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
