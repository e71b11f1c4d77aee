"""The coverage of the paper: every item is there, the claims that it names exist, every claim on it is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from modgap.paper_checks.commands.reproduce import TARGETS
from modgap.theory import ledger
from modgap.theory.verification.paper import ITEMS, UNSEEN, mentions, speaking_of

NAMES = [item.name for item in ITEMS]


def test_the_list_of_the_paper_is_whole():
    numbered = {"Definition": 2, "Theorem": 4, "Corollary": 4, "Figure": 5, "Table": 3}
    wanted = {f"{kind} {n}" for kind, last in numbered.items() for n in range(1, last + 1)} | {"SSP algorithm"}
    assert set(NAMES) == wanted
    assert len(NAMES) == len(wanted)
    assert "31 theorems" in UNSEEN
    assert "427 equations" in UNSEEN


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_every_item_names_claims_that_exist_and_how_it_is_known(item):
    assert set(item.claims) <= set(ledger())
    assert len(set(item.claims)) == len(item.claims)
    assert item.says.endswith(".")
    assert bool(item.target) == item.name.startswith(("Figure", "Table"))
    if not item.target:
        assert item.claims
        assert item.basis in ("as reported", "reconstruction")


def test_every_claim_on_the_paper_is_found():
    for claim in ledger().values():
        for name in mentions(claim):
            item = ITEMS[NAMES.index(name)]
            assert claim in speaking_of(item, ledger().values())


def test_claims_are_found_by_their_ids_too():
    for claim in ledger().values():
        if claim.id.startswith("thm.3."):
            assert "Theorem 3" in mentions(claim)
    with pytest.raises(ValueError, match=r"thm\.9\.new speaks of Theorem 9"):
        mentions(replace(ledger()["bessel.recurrence"], id="thm.9.new", source=""))


def test_an_item_that_the_paper_does_not_have_is_refused():
    for source in ("Theorem 5", "a remark on figure 7", "Corollary 9, its proof"):
        with pytest.raises(ValueError, match=r"expected items of the paper's list"):
            mentions(replace(ledger()["cor.1"], source=source))
    assert mentions(replace(ledger()["vmf.mean"], source="Theorem 1 and figure 5")) == {"Theorem 1", "Figure 5"}


def test_principal_claims_come_first():
    theorem = ITEMS[NAMES.index("Theorem 1")]
    found = [claim.id for claim in speaking_of(theorem, ledger().values())]
    assert found[: len(theorem.claims)] == list(theorem.claims)
    assert len(found) == len(set(found)) > 20


def test_what_reproduce_computes_is_on_the_list():
    of_the_paper = {target for target in TARGETS if target.startswith(("fig", "table"))}
    assert len(of_the_paper) == 8
    assert of_the_paper <= {item.target for item in ITEMS}
