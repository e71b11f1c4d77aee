"""docs/the-print.md is what the table of the print and the record make it."""

from __future__ import annotations

import pytest

from modgap.paper_checks.documents.the_print import PATH, document
from modgap.theory import ledger
from modgap.theory.verification.paper import ABSTRACT, ITEMS
from modgap.theory.verification.record import recorded_status

RECORDED = {name: recorded_status(name) for name in ledger()}


def test_the_page_is_up_to_date():
    assert PATH.read_text(encoding="utf-8") == document(RECORDED)


def test_every_item_and_sentence_has_its_row():
    text = document(RECORDED)
    assert all(f"\n| {item.name} | " in text for item in ITEMS)
    assert all(sentence in text for sentence, _, _ in ABSTRACT)


def test_an_unknown_status_is_no_page():
    with pytest.raises(KeyError):
        document({})


def test_the_tone_is_fair():
    """What is true is said first; no word of judgement on people."""
    text = document(RECORDED)
    assert text.index("Theorems 1 and 2 are true") < text.index("false as printed")
    for word in ("careless", "sloppy", "wrongly claim", "mistaken authors", "trivial", "obviously"):
        assert word not in text.lower()
