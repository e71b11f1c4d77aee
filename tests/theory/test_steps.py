"""Every step of every derivation: what it says holds numerically, and its check turns false variants away."""

from __future__ import annotations

import pytest

from tests.theory.mutants import mutants
from theory import enclosure, ledger
from theory.balls import Unsupported
from theory.domain import SeededChooser
from theory.outcome import Outcome, Undecided, Unproved

POINTS, TRIES = 3, 200
CLAIMS = ledger().values()


def own_steps(claim):
    """The steps that the claim does not borrow from others."""
    return [step for step in claim.steps() if step.claim is None]


def settled_points(step) -> int:
    """Evaluate a step at drawn points until enough are settled; fail at the first that contradicts it."""
    chooser, settled = SeededChooser(1), 0
    for _ in range(TRIES):
        point = step.domain.draw(chooser)
        if enclosure.membership(point, step.domain) is not Outcome.SHOWN:
            continue
        try:
            outcome = enclosure.compare(step.statement, point, step.domain, bits=96)
        except Unsupported:
            raise
        except Undecided:
            continue
        assert outcome is not Outcome.REFUTED, f"{step.rule}: {step.statement} is false at {point}"
        settled += 1
        if settled == POINTS:
            break
    return settled


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_steps_hold_at_drawn_points(claim):
    """Cited steps too: a theorem cited wrongly is caught by its own numbers."""
    for step in own_steps(claim):
        assert settled_points(step) == POINTS, f"{step.rule}: {step.statement} could hardly be evaluated"


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_checks_reject_false_variants(claim):
    for step in own_steps(claim):
        if step.recheck is None or step.rule == "tested":
            continue
        for name, variant in mutants(step.statement):
            with pytest.raises(Unproved):
                raise AssertionError(f"accepted {name}: {step.recheck(variant).statement}")
