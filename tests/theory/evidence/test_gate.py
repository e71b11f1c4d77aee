"""What the gate takes from the room of numbers: nothing as proved, and no point that is not of the domain."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Eq, Ge, Symbol

from modgap.theory.balls import enclosure, evaluator
from modgap.theory.evidence.rules import certify, counterexample, held
from modgap.theory.kernel import asking, facts
from modgap.theory.kernel.claims import claim
from modgap.theory.kernel.rules import identity
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Outcome, Refuted, Undecided
from tests.theory.assumptions import _by

x = Symbol("x", real=True)
k = Symbol("k", integer=True, nonnegative=True)
D = Domain(x, x > 1)
TRUE = Ge(x**2, 0, evaluate=False)
make = _by(facts.make, "evidence")


@pytest.mark.parametrize("strength", [{}, {"strength": Status.PROVED}, {"strength": Status.CITED}])
def test_nothing_is_proved_by_numbers(strength):
    with pytest.raises(TypeError, match="makes a fact or cites a theorem; only kernel may"):
        make("enclosure", TRUE, D, "by balls", **strength)


@pytest.mark.parametrize("strength", [Status.CERTIFIED, Status.TESTED])
def test_what_is_worth_less_is_taken(strength):
    assert make("enclosure", TRUE, D, "by balls", strength=strength).strength is strength


@pytest.fixture
def few(monkeypatch):
    token = asking.EFFORT.set(asking.Effort(2, 0))
    yield
    asking.EFFORT.reset(token)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("points", "why"),
    [
        ([{x: 2}], "held against 1 points, expected 2"),
        ([{x: 2}, {x: 1}], "not shown to satisfy"),
        ([{x: 2}, {}], "not shown to satisfy"),
    ],
)
def test_points_are_enough_and_of_the_domain(points, why):
    with pytest.raises(Undecided, match=why):
        held(TRUE, D, points, {})


@pytest.mark.usefixtures("few")
def test_what_fails_at_a_point_is_refuted_and_what_holds_is_tested():
    with pytest.raises(Refuted, match="false at"):
        held(Ge(x, 3, evaluate=False), D, [{x: 2}, {x: 4}], {})
    with pytest.raises(Undecided, match="not settled"):
        held(Ge(sp.sqrt(x), sp.sqrt(2), evaluate=False), D, [{x: 2}, {x: 4}], {})
    assert held(TRUE, D, [{x: 2}, {x: 4}], {}).strength is Status.TESTED


def test_a_box_makes_a_certified_fact():
    assert certify(TRUE, {x: (1, 2)}).strength is Status.CERTIFIED


def test_only_evidence_announces_itself():
    with pytest.raises(TypeError, match="only evidence may"):
        asking.announce(object())


def test_where_nobody_is_asked_no_claim_speaks_of_anything(monkeypatch):
    monkeypatch.setattr(asking, "_EXAMINERS", [])
    assert asking.look_for_witness(Ge(x, 3), D) is None
    with pytest.raises(Undecided, match="nobody is there"):
        asking.find_point(D)
    with pytest.raises(Undecided, match="nobody is there"):
        asking.counterexample(Ge(x, 3), D, {x: 2})


def test_no_verdict_rests_on_the_further_rules():
    """They serve tests and searches: a counterexample that needs one is none."""
    series = sp.Sum(x**k / sp.factorial(k), (k, 0, sp.oo))
    false = Ge(1, series, evaluate=False)
    assert enclosure.decide(false, {x: 2}, D)[0] is Outcome.REFUTED
    with pytest.raises(Undecided, match="no rigorous evaluation of the infinite sum"):
        counterexample(false, D, {x: 2})
    with pytest.raises(Undecided, match="no rigorous evaluation for Derivative"):
        certify(Ge(sp.Derivative(x**2, x), 0, evaluate=False), {x: (1, 2)})


def test_no_further_rule_is_one_of_those_that_are_believed():
    assert len(evaluator.FURTHER) > 15
    assert set(evaluator.FURTHER) & set(evaluator._NODES) == {sp.Sum}


@pytest.mark.usefixtures("few")
def test_nor_does_what_is_tested():
    with pytest.raises(Undecided, match="no rigorous evaluation for Derivative"):
        held(Ge(sp.Derivative(x**2, x), 0, evaluate=False), D, [{x: 2}, {x: 4}], {})


def test_a_claim_on_what_no_point_meets_is_open():
    square = Eq((x + 1) ** 2, x**2 + 2 * x + 1, evaluate=False)

    def on(domain):
        about = {"title": "", "relation": "ours", "source": "", "domain": domain}
        return claim(id="planted", statement=square, **about)(lambda this: identity(this.statement, this.domain))

    assert on(Domain(x, x >= 2, x <= 3)).verdict.status is Status.PROVED
    assert on(Domain(x, x >= 2, x <= 1)).verdict.status is Status.OPEN
