"""Derivations as a reader sees them: abbreviations are faithful, no step is empty, every step says where it holds."""

from __future__ import annotations

import pytest
import sympy as sp
from latex2mathml.converter import convert
from sympy import Eq

from modgap.paper_checks.documents.derivation import Abbreviations, document, numbered, render, steps_of
from modgap.theory import claim
from modgap.theory.language.printing import parts
from modgap.theory.language.symbols import definitions

AMOS = claim("bessel.ratio.amos")


@pytest.mark.parametrize("claim_id", ["bessel.ratio.amos", "bessel.ratio.lower.sharp", "bessel.ratio.upper.geometric"])
def test_abbreviations_put_back_give_the_statement(claim_id):
    statement = claim(claim_id).statement
    short = Abbreviations(statement)
    meanings = {letter: bound for bound, letter in short.bounds.items() if letter.is_Symbol}
    roots = {letter: sp.sqrt(base) for base, letter in reversed(short.roots.items())}
    for relation in parts(statement):
        for side, shortened in zip(relation.args, short(relation).args, strict=True):
            back = shortened.xreplace(meanings)
            for letter, root in roots.items():
                back = back.subs(letter, root)
            assert sp.simplify(back - side) == 0
            assert len(str(shortened)) <= len(str(side))


def test_letters_are_not_those_of_the_claim():
    s, r, z = sp.symbols("s r z")
    short = Abbreviations(sp.Gt(s, sp.sqrt(1 + r) + z, evaluate=False))
    assert not set(short.roots.values()) & {s, r, z}


def test_letters_are_not_those_of_a_step():
    sharp = claim("bessel.ratio.lower.sharp")
    letters = {str(letter) for letter in Abbreviations(sharp.statement, sharp.steps()).roots.values()}
    assert "s" in {str(v) for step in sharp.steps() for v in step.statement.free_symbols}
    assert "s" not in letters


def test_no_step_is_shown_twice():
    sharp = claim("bessel.ratio.lower.sharp")
    steps = steps_of(sharp, Abbreviations(sharp.statement, sharp.steps()))
    said = [(tuple(step.statement), tuple(step.where)) for step in steps if step.rule != "compose"]
    assert len(said) == len(set(said))


def test_steps_are_numbered_and_use_earlier_ones():
    steps = steps_of(AMOS, Abbreviations(AMOS.statement))
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert all(int(use) < step.number for step in steps for use in step.uses)
    assert not any(step.what == "special case" and len(step.uses) == 1 for step in steps)


def test_a_step_that_holds_near_zero_only_says_so():
    upper = claim("bessel.ratio.upper")
    steps = steps_of(upper, Abbreviations(upper.statement))
    assert any("<" in condition for step in steps for condition in step.where)


@pytest.mark.parametrize("form", ["html", "tex"])
def test_the_page_has_all_that_a_reader_wants(form):
    page = render([AMOS], form)
    for wanted in ("Hypotheses", "Statement", "Derivation", "In the steps", "rusts", "bessel.ratio.lower", "proved"):
        assert wanted in page
    assert "_{ν" not in page
    assert ("<sub>" if form == "html" else r"\textsubscript") in render([claim("bessel.ratio.lower")], form)


def test_every_formula_of_the_page_can_be_typeset():
    shown = document(AMOS)
    for tex in [*shown["abbreviations"], *(t for step in shown["steps"] for t in [*step.statement, *step.where])]:
        assert convert(tex).startswith("<math")


def test_what_equals_itself_is_called_defined():
    """A rule that leaves X = X has shown that X is defined; a reader is told that, and not the equation."""
    found = claim("thm.1.attained")
    facts, steps = numbered(found)[0], document(found)["steps"]
    same = [n for n, fact in enumerate(facts) if isinstance(fact.statement, Eq) and len(set(fact.statement.args)) == 1]
    assert same
    for n, step in enumerate(steps):
        assert step.plain.endswith(" is defined") == (n in same)
        assert step.statement[-1].endswith(r"\text{is defined}") == (n in same)


def test_a_statement_that_equals_itself_is_shown_as_it_is():
    last = document(claim("paper.lem.14.right_angle"))["steps"][-1]
    assert " = " in last.plain


def test_functions_that_only_steps_speak_of_are_defined():
    """T_a(g) of the Gaussian argument stands in no statement of a theorem."""
    found = claim("thm.1.trace.gaussian")
    told = document(found)["functions_of_steps"]
    assert any(meaning.startswith("T_{") and r"= e^{" in meaning for meaning in told)
    stated = {type(symbol) for symbol, _ in definitions(found.spoken)}
    spoken = {type(symbol) for fact in numbered(found)[0] for symbol, _ in definitions(fact.statement)}
    assert len(told) == len(spoken - stated) > 0
    for form, left in (("html", "In the steps"), ("tex", told[0])):
        assert left in render([found], form)
