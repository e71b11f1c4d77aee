"""No symbol stands on a page of a claim without a definition there: by the objects, and by what is drawn."""

from __future__ import annotations

import re

import pytest
import sympy as sp
from sympy import IndexedBase, Symbol

from modgap.paper_checks.documents.derivation import numbered
from modgap.paper_checks.site.symbols import LETTERS, STANDARD, on_page
from modgap.theory import claim, ledger
from modgap.theory.kernel.asking import EFFORT, LEVELS
from modgap.theory.kernel.claims import Claim

#: Names that formulas spell out and that mean the same everywhere; d and E are those of derivatives and means.
PLAIN = {"log", "sin", "cos", "arccos", "max", "min", "cosh", "sinh", "tan", "exp", "sub", "vMF", "and", "otherwise",
         "for", "cone", "d", "∞", "True", "𝔼"}  # fmt: skip


def undefined(c: Claim, with_steps: bool = True) -> set[str]:
    """Return letters and functions of a claim that its page does not define, told from the objects alone."""
    facts = numbered(c)[0] if with_steps else []
    own, more = on_page(c, [(fact.statement, fact.domain) for fact in facts])
    defined = {name for sign in (*own, *more) for name in (sign.name, *sign.name.split(" "))}
    spoken = [c.statement, *c.domain.conditions]
    spoken += [part for fact in facts for part in (fact.statement, *fact.domain.conditions)]
    letters = {str(a) for part in spoken for a in part.atoms(Symbol, IndexedBase)}
    functions = {
        type(f).__name__
        for part in spoken
        for f in part.atoms(sp.Function)
        if not type(f).__module__.startswith("sympy.") or type(f).__name__ in STANDARD
    }
    return (letters | functions) - defined


def test_statements_and_hypotheses_of_the_whole_ledger_are_defined():
    assert {name: left for name, c in ledger().items() if (left := undefined(c, with_steps=False))} == {}


def test_steps_are_defined(library):
    token = EFFORT.set(LEVELS["quick"])
    try:
        assert {name: left for name in library.entries if (left := undefined(claim(name)))} == {}
    finally:
        EFFORT.reset(token)


@pytest.mark.slow
@pytest.mark.parametrize("name", ledger())
def test_every_step_of_the_ledger_is_defined(name):
    token = EFFORT.set(LEVELS["quick"])
    try:
        assert undefined(claim(name)) == set()
    finally:
        EFFORT.reset(token)


def test_a_letter_that_is_left_out_is_noticed(monkeypatch):
    from modgap.paper_checks.site import symbols

    monkeypatch.setattr(symbols, "_letter", lambda *_: symbols.Sign("", "", ""))
    assert {"h", "N", "beta", "x", "y"} <= undefined(claim("thm.1.finite"), with_steps=False)


# --- the page as it is drawn -----------------------------------------------------------------------------------------


def letters_of(html: str) -> set[str]:
    """Return the identifiers of the formulas in a piece of a page."""
    return {re.sub(r"&#x([0-9A-Fa-f]+);", lambda m: chr(int(m[1], 16)), name).strip()
            for name in re.findall(r"<mi[^>]*>([^<]+)</mi>", html)}  # fmt: skip


def undefined_on(page: str) -> set[str]:
    """Return what formulas of a page speak of and none of its lists of symbols has on its left side."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    lists = "".join(re.findall(r'<dl class="signs">.*?</dl>', main, re.DOTALL))
    listed = {name for block in re.findall(r"<dt>(.*?)</dt>", lists, re.DOTALL) for name in letters_of(block)}
    told = re.findall(r"<p>In the steps</p>(.*?)<ol", main, re.DOTALL)
    abbreviations = letters_of(told[0]) if told else set()
    return letters_of(main) - listed - abbreviations - PLAIN


def test_every_letter_that_is_drawn_is_defined_on_the_page(library, pages):
    assert {name: left for name in library.entries if (left := undefined_on(pages[f"claims/{name}.html"]))} == {}


def test_a_letter_that_is_drawn_and_not_defined_is_noticed(pages):
    page = pages["claims/thm.1.finite.html"]
    assert undefined_on(page.replace("</main>", "<math><mi>Q</mi></math></main>")) == {"Q"}
    assert "β" in undefined_on(page.replace('class="signs"', 'class="other"'))


def test_letters_of_a_room_come_before_those_of_all():
    signs = {sign.name: sign for sign in on_page(claim("thm.3.centre_perp"), [])[0]}
    assert signs["rho"].meaning == LETTERS["subspace/rho"]
    signs = {sign.name: sign for sign in on_page(claim("thm.1.finite"), [])[0]}
    assert signs["x"].meaning == LETTERS["infonce/x"]
    assert signs["beta"].formulas == [r"\beta > 0"]
