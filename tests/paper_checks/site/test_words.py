"""Every principal claim has a paragraph of its own, and the front page says what the ledger says."""

from __future__ import annotations

import re

import pytest

from modgap.paper_checks.site import front
from modgap.paper_checks.site.evidence import RULES
from modgap.paper_checks.site.restatement import GROUPS
from modgap.paper_checks.site.sources import ROOT
from modgap.paper_checks.site.words import PLAIN, RELATIONS, STATUSES, paragraph
from modgap.theory import claim, ledger
from modgap.theory.kernel.claims import RELATIONS as KINDS
from modgap.theory.kernel.status import Status
from modgap.theory.verification.paper import ITEMS
from modgap.theory.verification.record import recorded

FINDINGS = (*front.PRACTICE, *front.HOLDS, *front.FAILS, *front.UNSETTLED)
#: What pages put in front of a reader first: what the paper's items are stated by, main results, and findings.
PRINCIPAL = {
    *(item.claims[0] for item in ITEMS if re.match(r"(Theorem|Corollary) \d", item.name)),
    *(result.claim for group in GROUPS for result in group.results),
    *(name for finding in FINDINGS for name in finding.claims),
}


def test_every_paragraph_is_of_a_claim():
    assert set(PLAIN) <= set(ledger())


def test_principal_claims_have_a_paragraph():
    exempt = {"thm.1.one_pair", "mcl.limit.square", "thm.4.loss", "cor.2.in_c", "cor.2.poles"}
    assert sorted(PRINCIPAL - exempt - set(PLAIN)) == []
    assert len(PLAIN) >= 40


@pytest.mark.parametrize("name", PLAIN)
def test_paragraphs_are_plain(name):
    """No formulas but the few that a reader of the page can be expected to know, and no jargon of the code."""
    text = PLAIN[name]
    assert text.endswith(".")
    assert 8 <= len(text.split()) <= 90
    assert not any(mark in text for mark in ("\\", "∫", "Σ", "ᵀ", "_ν", "  "))
    for mentioned in text.split("`")[1::2]:
        assert mentioned in ledger()


def test_other_claims_have_a_generated_paragraph():
    for name, c in ledger().items():
        text = paragraph(c, recorded().get(name, {}).get("status", "open"))
        assert len(text.split()) >= 8
        if name not in PLAIN:
            assert c.about in text


def test_statuses_relations_and_rules_are_all_explained():
    assert set(STATUSES) == {status.value for status in Status}
    assert set(RELATIONS) == {kind.replace("_", " ") for kind in KINDS}
    assert {rule for entry in recorded().values() for rule in entry["rules"]} <= set(RULES)


def wrong(holds, fails, status) -> list[str]:
    """Say which findings the ledger does not bear out: what holds is shown, and what fails is led by a refutation."""
    shown = ("proved", "certified")
    found = [f.title for f in holds if not all(status(name) in shown for name in f.claims)]
    return found + [f.title for f in fails if status(f.claims[0]) != "refuted"]


def status_of(name):
    return recorded()[name]["status"]


def test_the_front_page_says_what_the_ledger_says():
    assert all(name in ledger() for finding in FINDINGS for name in finding.claims)
    assert wrong(front.HOLDS, front.FAILS, status_of) == []


def test_a_finding_in_the_wrong_place_is_noticed():
    assert wrong((*front.HOLDS, front.FAILS[0]), front.FAILS, status_of)
    assert wrong(front.HOLDS, (*front.FAILS, front.HOLDS[0]), status_of)
    assert wrong(front.HOLDS, front.FAILS, lambda name: "open" if name == "thm.1" else status_of(name))


def test_pictures_have_words_and_a_finding():
    pictures = {picture.file for picture in front.FIGURES}
    assert pictures == {finding.picture for finding in FINDINGS} - {""}
    assert all(len(picture.alt) > 80 and len(picture.caption) > 40 for picture in front.FIGURES)


def test_claims_named_in_backticks_exist():
    for name in PLAIN:
        assert claim(name).id == name


def test_what_to_take_from_it_stands_in_the_readme_too():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(front.PRACTICE) == 6
    assert [finding.title for finding in front.PRACTICE if f"**{finding.title}**" not in readme] == []


def test_nothing_to_take_from_it_rests_on_what_is_open():
    statuses = {status_of(name) for finding in front.PRACTICE for name in finding.claims}
    assert statuses <= {"proved", "certified", "refuted"}
