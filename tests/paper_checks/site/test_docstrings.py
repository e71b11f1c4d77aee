"""Docstrings are taken apart as the NumPy convention has them."""

from __future__ import annotations

from modgap.paper_checks.site.docstrings import Entry, parse

TEXT = """Say something
on two lines.

Proof. A second paragraph. ∎

Parameters
----------
a, b : float
    What they are,
    at length.
c : int, optional

Raises
------
ValueError
    If a < 0.

Examples
--------
>>> 1 + 1
2
"""


def test_sections_are_found():
    found = parse(TEXT)
    assert found.paragraphs == ["Say something on two lines.", "Proof. A second paragraph. ∎"]
    assert found.summary == found.paragraphs[0]
    assert found.entries["Parameters"] == [
        Entry("a, b", "float", "What they are, at length."),
        Entry("c", "int, optional", ""),
    ]
    assert found.entries["Raises"] == [Entry("ValueError", "", "If a < 0.")]
    assert found.texts["Examples"] == ">>> 1 + 1\n2"


def test_what_has_no_sections_is_text():
    assert parse("One line.").paragraphs == ["One line."]
    assert parse("").summary == ""
    assert parse("A list - of - things\n\n---- no heading").entries == {}


def test_an_empty_section_is_no_error():
    assert parse("Do.\n\nReturns\n-------").entries == {"Returns": []}


def test_code_is_between_single_backticks():
    assert parse("Broadcast against ``order``.").summary == "Broadcast against `order`."
