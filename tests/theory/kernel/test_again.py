"""A step can be taken again: the rule that made a fact is asked anew, and may refuse."""

from __future__ import annotations

import inspect

import pytest

from modgap.theory import claim
from modgap.theory.kernel import rules
from modgap.theory.kernel.facts import ancestors, origin
from modgap.theory.language.letters import z
from modgap.theory.language.relations import eq, gt
from modgap.theory.outcome import Unproved
from modgap.theory.under import Under
from modgap.theory.verification.again import again

CLAIMS = ("bessel.ratio.riccati", "thm.2.pair", "def.alignment")


@pytest.mark.parametrize("name", CLAIMS)
def test_every_step_of_a_derivation_can_be_taken_again(name):
    for step in claim(name).steps():
        if step.claim is None:
            made = again(step)
            assert made is not step
            assert (made.statement, made.rule, made.strength) == (step.statement, step.rule, step.strength)


@pytest.mark.parametrize("name", CLAIMS)
def test_a_step_knows_the_line_of_its_chapter(name):
    for step in claim(name).steps():
        if step.claim is None:
            where = origin(step)
            rooms = ("kernel", "evidence", "engines", "balls", "language", "trusted", "under.py")
            assert not any(f"/theory/{room}" in where.file for room in rooms), where


def test_the_line_is_that_of_the_call():
    d = Under(z, z > 1)
    fact = d.show(gt(z**2, z))
    line = inspect.currentframe().f_lineno - 1
    assert (origin(fact).file, origin(fact).line) == (__file__, line)


def test_a_rule_that_refuses_now_is_noticed(monkeypatch):
    d = Under(z, z > 1)
    fact = d.equal((z + 1) ** 2, z**2 + 2 * z + 1)
    assert again(fact).statement == eq((z + 1) ** 2, z**2 + 2 * z + 1)
    monkeypatch.setattr(rules.RationalFunctions, "reduce", lambda *_: z)
    with pytest.raises(Unproved, match="differ by z"):
        again(fact)


def test_a_rule_that_makes_another_thing_now_is_noticed(monkeypatch):
    d = Under(z, z > 1)
    fact = d.sign(gt(z, 0))
    assert again(fact).trusts == fact.trusts
    monkeypatch.setattr(rules, "SYMPY", "engine: another")
    with pytest.raises(Unproved, match="does not make"):
        again(fact)


def test_a_claim_used_as_a_fact_is_no_step_of_a_rule():
    known = claim("bessel.ratio.riccati").fact
    assert origin(known) is None
    with pytest.raises(Unproved, match="not made by one step"):
        again(known)


def test_a_premise_with_the_same_statement_is_not_taken_for_the_step():
    """What is compared is made now: none of what the step rests on."""
    d = Under(z, z > 1)
    step = d.use(d.asked(z > 1))
    assert again(step) not in ancestors(step)
