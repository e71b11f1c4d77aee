"""Every step of every derivation: what it says holds numerically, and its check turns false variants away."""

from __future__ import annotations

import random

import numpy as np
import pytest
import sympy as sp

from modgap.paper_checks.documents.untested import PATH, listed
from modgap.theory import ledger
from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import Unsupported
from modgap.theory.infonce import trace
from modgap.theory.language.couplings import X1, Y1, P, X, Y
from modgap.theory.language.means import M
from modgap.theory.outcome import Outcome, Undecided, Unproved
from modgap.theory.verification.untested import points, why_untested
from tests.shares import share
from tests.theory.mutants import mutants

#: Points at which a step is held by default, and in the slow run.
ONE, POINTS = 1, 3
CLAIMS = ledger().values()


def own_steps(claim):
    """The steps that the claim does not borrow from others."""
    return [step for step in claim.steps() if step.claim is None]


def some_steps(claim):
    """One step of each rule that the claim uses, drawn by its id; every step of every claim is held in the slow run."""
    rules = {}
    for step in own_steps(claim):
        rules.setdefault(step.rule, []).append(step)
    draw = random.Random(claim.id)
    return [draw.choice(steps) for steps in rules.values()]


def settled_points(step, wanted: int) -> int:
    """Evaluate a step at drawn points until enough are settled; fail at the first that contradicts it."""
    settled = 0
    for point in points(step.domain):
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
        if settled == wanted:
            break
    return settled


def nearly_uniform(seed: int) -> dict:
    """Pairs on the circle, each key turned by one angle, whose 48 keys are equally spaced.

    They differ from the uniform law by aliases of the size I_48(β)/I_0(β), below 10⁻⁵⁰ for β ≤ 2.
    """
    rng = np.random.default_rng(seed)
    turns = 2 * np.pi * (np.arange(48) + rng.uniform()) / 48
    angle, other = 1.3 * (seed + 1), rng.uniform(0, 6)
    pairs = np.column_stack([np.ones(48), *(f(turns + a) for a in (angle, 0.0) for f in (np.cos, np.sin))])
    point = {trace.h: 2, trace.beta: 0.5 + 0.5 * seed, P: pairs}
    return point | {v: np.array([np.cos(other + n), np.sin(other + n)]) for n, v in enumerate((X, Y, X1, Y1, M))}


def holds_nearly(step, point) -> bool:
    """Whether a step on uniform keys holds at nearly uniform ones, up to what their aliases and rounding make."""
    here = {symbol: value for symbol, value in point.items() if symbol in step.domain.declared}
    left, right = (enclosure.value(side, here, step.domain, bits=96) for side in step.statement.args)
    slack = 1e-12
    match step.statement:
        case sp.Eq():
            return bool(abs(left - right) < slack)
        case sp.Ge() | sp.Gt():
            return bool(left > right - slack)
    return bool(left < right + slack)


#: The page that lists the steps that no point tests; a step that a point tests after all must not stand there.
UNTESTED = PATH.read_text(encoding="utf-8")


#: Variants with a multiple of the left side: true where that is 0 throughout.
OF_A_MULTIPLE = ("left · 1001/1000", "sign of the left side")


def vanishes(step) -> bool:
    """Whether the very check of a step shows that its left side is 0."""
    try:
        step.recheck(sp.Eq(step.statement.lhs, 0, evaluate=False))
    except Unproved:
        return False
    return True


def hold_steps(claim, steps, wanted: int) -> None:
    """Cited steps too: a theorem cited wrongly is caught by its own numbers."""
    untested = listed(claim, UNTESTED)
    for step in steps:
        if trace.LIKE_UNIFORM in step.domain.conditions:
            # No coupling of finitely many pairs, and so none that is drawn, has uniform keys.
            assert all(holds_nearly(step, nearly_uniform(seed)) for seed in range(wanted)), step.statement
            continue
        if any(step is fact for fact in untested):
            assert why_untested(step), f"{step.rule}: {step.statement} is listed as untested, yet a point tests it"
            continue
        assert settled_points(step, wanted) == wanted, f"{step.rule}: {step.statement} could hardly be evaluated"


@pytest.mark.parametrize("claim", share(CLAIMS), ids=lambda c: c.id)
def test_some_steps_hold_at_a_drawn_point(claim):
    hold_steps(claim, some_steps(claim), ONE)


@pytest.mark.slow
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_steps_hold_at_drawn_points(claim):
    hold_steps(claim, own_steps(claim), POINTS)


def turn_variants_away(steps) -> None:
    for step in steps:
        if step.recheck is None or step.rule == "tested":
            continue
        for name, variant in mutants(step.statement):
            if name in OF_A_MULTIPLE and vanishes(step):
                continue
            with pytest.raises(Unproved):
                raise AssertionError(f"accepted {name}: {step.recheck(variant).statement}")


@pytest.mark.parametrize("claim", share(CLAIMS), ids=lambda c: c.id)
def test_some_checks_reject_false_variants(claim):
    turn_variants_away(some_steps(claim))


@pytest.mark.slow
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_checks_reject_false_variants(claim):
    turn_variants_away(own_steps(claim))
