"""Proofs in words: each link leads to a step that says what it names; steps that only put together are folded."""

from __future__ import annotations

import re

import pytest

from modgap.paper_checks.documents.derivation import document
from modgap.paper_checks.site import proofs
from modgap.theory import claim, ledger
from modgap.theory.kernel.asking import EFFORT, LEVELS

#: Theorems 1 to 4 as printed and ours, the corollaries, and the preferred angle of two cones.
REQUIRED = {
    "thm.1", "thm.1.finite", "thm.1.trace.population", "thm.2", "thm.2.population", "paper.thm.3", "paper.thm.3.fails",
    "paper.thm.3.perpendicular", "thm.3.centre_perp", "thm.4", "paper.thm.4.value", "paper.thm.4.a8",
    "paper.thm.4.a9.fails", "cor.1", "cor.2", "cor.3", "cor.4", "paper.cor.2.cap", "paper.cor.3.distinct",
    "paper.cor.4.distinct", "thm.3.angle.tangent", "thm.3.angle.convex", "thm.3.angle.right",
}  # fmt: skip


def words_of(name: str) -> list[str]:
    return proofs.LINK.sub(lambda link: link[1], proofs.text(name)).split()


@pytest.fixture
def steps(library):
    return library.entries["thm.1.finite"]["steps"]


def test_headline_claims_have_a_proof_of_half_a_page():
    assert set(proofs.headlines()) >= REQUIRED
    assert set(proofs.headlines()) <= set(ledger())
    for name in proofs.headlines():
        assert 40 <= len(words_of(name)) <= 320, name


@pytest.mark.parametrize("name", proofs.headlines())
def test_links_are_well_formed_and_name_what_their_steps_say(name):
    links = proofs.LINK.findall(proofs.text(name))
    assert proofs.text(name).count("[[") == len(links)
    assert all(says.strip() for *_, says in links)
    assert links or name == "paper.thm.3"
    mentioned = re.findall(r"`([^`]+)`", proofs.text(name))
    assert all(other in ledger() for other in mentioned)


def test_every_link_leads_to_a_step_that_says_so(library):
    present = [name for name in proofs.headlines() if name in library.entries]
    assert len(present) >= 3
    for name in present:
        check(name, library.entries[name]["steps"])


@pytest.mark.slow
@pytest.mark.parametrize("name", proofs.headlines())
def test_every_link_of_every_proof_leads_to_a_step(name):
    token = EFFORT.set(LEVELS["quick"])
    try:
        check(name, document(claim(name))["steps"])
    finally:
        EFFORT.reset(token)


def check(name, steps):
    for words, where, says in proofs.LINK.findall(proofs.text(name)):
        step = proofs.step_of(where, says, steps)
        assert says in step.plain, words
        assert step.claim == where or where in step.label or where in step.what, words


@pytest.mark.parametrize(
    ("where", "says"),
    [("thm.1.trace", "exp(beta)/M(h, gamma)"), ("no such theorem", "exp"), ("thm.1.energy", ""), ("", "not said")],
)
def test_a_link_to_no_step_is_an_error(where, says, steps):
    with pytest.raises(LookupError, match="no step"):
        proofs.step_of(where, says, steps)


def test_a_page_whose_proof_links_nowhere_is_not_made(monkeypatch, steps):
    monkeypatch.setattr(proofs, "text", lambda _: "As [[claimed|thm.1.trace|something else]]. ∎")
    with pytest.raises(LookupError):
        proofs.written("thm.1.finite", steps)


def test_the_proof_is_on_the_page_before_the_steps(library, pages):
    for name in library.entries:
        page = pages[f"claims/{name}.html"]
        assert ('id="proof"' in page) == (name in proofs.headlines())
        if name in proofs.headlines() and library.entries[name]["steps"]:
            proof = page.split('id="proof"')[1].split('id="derivation"')[0]
            numbers = re.findall(r'href="#step-(\d+)"', proof)
            assert set(map(int, numbers)) == proofs.linked(name, library.entries[name]["steps"])
            assert len(numbers) >= 3


def test_steps_are_folded_that_only_put_together(library):
    for name, entry in library.entries.items():
        linked = proofs.linked(name, entry["steps"])
        runs = proofs.runs(entry["steps"], linked)
        assert [step for _, steps in runs for step in steps] == entry["steps"]
        for folded, steps in runs:
            for step in steps:
                told = step.label or step.claim or step.number in linked or step.number == len(entry["steps"])
                if folded:
                    assert not told
                    assert step.rule == "compose" or step.what.startswith("definition of")
                else:
                    assert told or step.rule != "compose"


def test_every_step_is_on_the_page_whether_folded_or_not(library, pages):
    for name, entry in library.entries.items():
        page = pages[f"claims/{name}.html"]
        assert re.findall(r'<li id="step-(\d+)">', page) == [str(step.number) for step in entry["steps"]]
        folded = sum(folded for folded, _ in proofs.runs(entry["steps"], proofs.linked(name, entry["steps"])))
        assert page.count('<details class="folded">') == folded


def test_each_step_says_where_it_is_taken(library, pages):
    page = pages["claims/thm.1.finite.html"]
    for step in library.entries["thm.1.finite"]["steps"]:
        if not step.claim:
            file, _, line = step.source.partition(":")
            assert f'href="../{file.removesuffix(".py")}.html#line-{line}"' in page
