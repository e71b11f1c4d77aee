"""The page 'What is trusted': every item, with what is checked, what is believed, and the claims that rest on it."""

from __future__ import annotations

import re

import pytest

from modgap.paper_checks.site import pages as pages_module
from modgap.paper_checks.site.library import Library
from modgap.paper_checks.site.trusted import BELIEVED, HEADINGS, anchors, groups, held
from modgap.theory.verification import record
from modgap.theory.verification.trust import KINDS, counts, items
from tests.paper_checks.site import checks


@pytest.fixture(scope="module")
def shown(library):
    return {one.item.name: one for _, _, found in groups(library) for one in found}


def test_every_item_has_a_place_of_its_own():
    places = anchors()
    assert set(places) == {item.name for item in items()}
    assert len(set(places.values())) == len(places)


def test_every_trust_of_every_claim_is_on_the_page(library, shown, pages):
    for name, entry in library.entries.items():
        page = pages[f"claims/{name}.html"]
        for trust in entry["trusts"]:
            assert name in shown[trust].claims, (name, trust)
            assert f'href="../trust.html#{shown[trust].anchor}"' in page
            assert f'id="{shown[trust].anchor}"' in pages["trust.html"]


def test_nothing_is_on_the_page_that_no_claim_rests_on(library, shown):
    for name, one in shown.items():
        assert one.claims
        assert all(name in library.entries[claim]["trusts"] for claim in one.claims)


def test_each_item_says_what_is_believed_and_where_it_stands(shown, pages):
    articles = dict(re.findall(r'<article class="trusted" id="([^"]+)"(.*?)</article>', pages["trust.html"], re.S))
    assert set(articles) == {one.anchor for one in shown.values()}
    for one in shown.values():
        text = articles[one.anchor]
        assert "Believed:" in text
        assert one.item.source in text
        assert ("is refused in" in text) == bool(one.item.refused)
        assert all(f'href="claims/{claim}.html"' in text for claim in one.claims)
    assert set(BELIEVED) == set(HEADINGS) == set(KINDS)


def test_the_page_of_the_whole_ledger_has_every_item_and_every_proof_in_words():
    """The record says what rests on what; nothing has to be derived for this page."""
    everything = Library(
        {name: {"status": e["status"], "by_hand": record.by_hand(name), "kernel": "python", "trusts": e["trusts"],
                "depends": e["depends"], "title": name} for name, e in record.recorded().items()}
    )  # fmt: skip
    page = pages_module._trust(everything)
    assert checks.syntax_errors(page) == []
    assert checks.repeated_ids(checks.parse(page)) == []
    assert page.count('<article class="trusted"') == len(items())
    proofs = [item for item in items() if "Proof." in item.words]
    assert page.count("Proof. ") >= len(proofs) >= 25
    assert held(everything)["most"] == counts()["most by hand"] >= 3


def test_counts_are_of_what_the_site_shows(library, pages):
    found = held(library)
    proved = [entry for entry in library.entries.values() if entry["status"] == "proved"]
    assert found["proved"] == len(proved) == found["none"] + found["some"]
    assert found["most"] == max(entry["by_hand"] for entry in proved)
    for page in ("index.html", "trust.html", "claims.html"):
        assert f"{found['none']}" in pages[page]
    assert f"Of the {found['proved']} proved claims {found['none']} rest on no theorem" in pages["index.html"]


def test_the_readme_counts_the_same():
    from modgap.paper_checks.documents.readme import counts as written

    c = counts()
    assert f"Of the {c['proved']} proved claims {c['with none by hand']} rest on no theorem" in written()
    assert f"{c['with some by hand']} on at least one, at most {c['most by hand']}" in written()


def test_kernel_checked_claims_have_a_badge_and_others_none(library, pages):
    kernels = {entry["kernel"] for entry in library.entries.values()}
    for name, entry in library.entries.items():
        head = pages[f"claims/{name}.html"].split("<h2", 1)[0]
        assert ("kernel-checked</a>" in head) == (entry["kernel"] == "rocq"), name
    listed = pages["claims.html"]
    assert listed.count("kernel-checked</a>") == held(library)["rocq"] + 1
    assert kernels <= {"rocq", "python"}
