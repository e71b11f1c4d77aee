"""The table of the print: every numbered item is there, what it rests on exists, and words and statuses agree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from modgap.paper_checks.commands.reproduce import TARGETS
from modgap.paper_checks.documents.citation import bibtex
from modgap.theory import ledger
from modgap.theory.verification.paper import ABSTRACT, ITEMS, KINDS, LATER, VERDICTS, as_data, mentions, speaking_of
from modgap.theory.verification.record import recorded_status

NAMES = [item.name for item in ITEMS]
NUMBERED = {"Definition": 9, "Theorem": 4, "Corollary": 4, "Lemma": 15, "Figure": 8, "Table": 3}
EQUATIONS = (7, 10, 14, 15, 46, 54, *range(212, 218), 236, *range(315, 322), 326, 343, 362, 379, 387)
CONDITIONS = [f"{letter}{n}" for letter, last in (("A", 12), ("B", 7), ("C", 3)) for n in range(1, last + 1)]


def test_every_numbered_item_of_the_print_has_an_entry():
    wanted = {f"{kind} {n}" for kind, last in NUMBERED.items() for n in range(1, last + 1)}
    wanted |= {f"Theorem S{n}" for n in range(1, 9)} | {f"Condition ({name})" for name in CONDITIONS}
    wanted |= {f"Equation ({n})" for n in EQUATIONS} | {"SSP algorithm"} | {f"SSP step {n}" for n in range(1, 8)}
    assert set(NAMES) == wanted
    assert len(NAMES) == len(wanted)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_every_item_rests_on_claims_that_exist(item):
    assert set(item.claims) <= set(ledger())
    assert len(set(item.claims)) == len(item.claims)
    assert item.says.endswith(".")
    assert item.verdict in VERDICTS
    assert bool(item.target) == item.name.startswith(("Figure", "Table"))
    assert item.claims or item.target
    for remark in item.remarks:
        assert remark.kind in KINDS
        assert remark.claims
        assert set(remark.claims) <= set(ledger())
        assert remark.text.endswith(".")


#: What the statuses of an item's claims must be for its verdict: whether one must be refuted, and whether none may be.
SHOWN = {"proved", "certified", "cited"}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_verdicts_agree_with_statuses(item):
    statuses = {name: recorded_status(name) for name in item.claims}
    if item.verdict in ("true", "true in part"):
        assert statuses[item.claims[0]] in SHOWN
    if item.verdict in ("false", "mended"):
        refuted_here = {name for name in item.claims if statuses[name] == "refuted"}
        mended_here = {name for name in item.claims if ledger()[name].relation in ("corrected", "narrower")}
        assert refuted_here or mended_here
    if item.verdict == "mended":
        assert set(statuses.values()) & SHOWN


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_wrong_steps_rest_on_something_refuted(item):
    for remark in item.remarks:
        if remark.kind == "wrong step":
            assert "refuted" in {recorded_status(name) for name in remark.claims}, remark.text


def test_the_abstract_rests_on_claims_that_exist():
    for sentence, found, claims in ABSTRACT:
        assert sentence.endswith(".")
        assert found.endswith(".")
        assert claims
        assert set(claims) <= set(ledger())


def test_the_table_is_data():
    rows = as_data(dict.fromkeys(ledger(), "proved"))
    assert [row["item"] for row in rows] == NAMES
    with pytest.raises(KeyError):
        as_data({})


def test_every_claim_on_the_paper_is_found():
    for claim in ledger().values():
        for name in mentions(claim):
            item = ITEMS[NAMES.index(name)]
            assert claim in speaking_of(item, ledger().values())


def test_claims_are_found_by_their_ids_too():
    for claim in ledger().values():
        if claim.id.startswith(("thm.3.", "paper.thm.3.")):
            assert "Theorem 3" in mentions(claim)
    with pytest.raises(ValueError, match=r"thm\.9\.new speaks of Theorem 9"):
        mentions(replace(ledger()["bessel.recurrence"], id="thm.9.new", source=""))


def test_an_item_that_the_paper_does_not_have_is_refused():
    for source in ("Theorem 5", "a remark on figure 9", "Corollary 9, its proof", "Theorem S9", "Lemma 16"):
        with pytest.raises(ValueError, match=r"expected items of the paper's list"):
            mentions(replace(ledger()["cor.1"], source=source))
    assert mentions(replace(ledger()["vmf.mean"], source="Theorem S5 and figure 5")) == {"Theorem S5", "Figure 5"}


def test_principal_claims_come_first():
    theorem = ITEMS[NAMES.index("Theorem 1")]
    found = [claim.id for claim in speaking_of(theorem, ledger().values())]
    assert found[: len(theorem.claims)] == list(theorem.claims)
    assert len(found) == len(set(found)) > 20


def test_what_reproduce_computes_is_on_the_list():
    of_the_paper = {target for target in TARGETS if target.startswith(("fig", "table"))}
    assert of_the_paper <= {item.target for item in ITEMS}


ROOT = Path(__file__).parents[3]
#: How the ledger spoke of the paper before its text was at hand, said so that this file does not say it.
GONE = ("re" + "stated", "as re" + "constructed")


def test_no_source_speaks_of_the_paper_as_of_something_not_at_hand():
    kinds = {".py", ".md", ".json", ".html", ".cff", ".toml", ".lock", ".v", ".tex", ".js", ".css"}
    folders = ("theory", "numerics", "paper_checks", "modgap", "docs", "tests", "benchmarks", "rocq")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds]
    files += [path for path in ROOT.iterdir() if path.suffix in kinds]
    assert len(files) > 300
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in files
        for word in GONE
        if word in path.read_text(encoding="utf-8", errors="replace").lower()
    ]
    assert not found


def test_both_versions_of_the_paper_are_named_wherever_it_is_cited():
    later = LATER["title"]
    for text in ((ROOT / "CITATION.cff").read_text(), (ROOT / "README.md").read_text(), bibtex(ledger()["thm.1"])):
        said = " ".join(text.split())
        assert "2510.03268" in said
        assert later in said
        assert "306" in said
    assert "abstract" in LATER["known"]
