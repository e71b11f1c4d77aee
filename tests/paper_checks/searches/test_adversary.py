"""The softmax trace inequality against an optimiser that tries to break it; the worst points are settled by balls."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sympy import Rational

from modgap.paper_checks.searches import adversary
from modgap.theory.balls import enclosure
from modgap.theory.infonce.trace import N, beta, h
from modgap.theory.language.letters import x, y
from modgap.theory.outcome import Outcome


def test_log_trace_is_that_of_the_claim():
    rng = np.random.default_rng(0)
    raw = rng.normal(size=(2, 5, 3))
    point = {h: 3, N: 5, beta: 2.0, x: raw[0], y: raw[1]}
    exact = enclosure.value(adversary.TRACE.lhs, point, adversary.EVERY_DIMENSION).log()
    assert float(exact) == pytest.approx(float(adversary.log_trace(torch.tensor(raw), 2.0)), rel=1e-12)


@pytest.mark.parametrize("inverse_temperature", [0.5, 5.0])
@pytest.mark.parametrize(("dim", "count"), [(1, 3), (2, 6), (3, 6), (4, 6), (8, 6), (64, 5), (512, 4)])
def test_no_configuration_exceeds_the_bound(dim, count, inverse_temperature):
    found = adversary.attack(dim, count, inverse_temperature, iterations=40)
    print(f"h={dim} N={count} beta={inverse_temperature} seed={adversary.SEED}: {found.slack} {found.verdict}")
    assert found.outcome is Outcome.SHOWN
    # The ascent must have gone somewhere: the trace of unrelated pairs is about 1, that of aligned ones is larger.
    assert found.log_trace > 0.05


def test_two_opposite_points_of_the_line_reach_the_bound():
    """h = 1, where the claims are silent: equality, which balls cannot settle, to 300 digits."""
    points = np.array([[1.0], [-1.0]])
    found = adversary.settle(1, 3.0, 0.0, np.stack([points, points]))
    assert found.outcome is Outcome.UNDECIDED
    assert max(map(abs, found.slack)) < 1e-300


def test_the_optimiser_comes_near_the_bound_on_the_circle():
    assert adversary.attack(2, 8, 0.5, iterations=100).slack[1] < 1e-6


def test_a_smaller_bound_would_be_seen_to_fail(monkeypatch):
    """The harness has teeth: with the bound lowered by 1e-3 the same attack is reported as a violation."""
    lowered = adversary.TRACE.func(adversary.TRACE.lhs, adversary.TRACE.rhs * Rational(999, 1000), evaluate=False)
    monkeypatch.setattr(adversary, "TRACE", lowered)
    found = adversary.attack(2, 8, 0.5, iterations=100)
    assert found.outcome is Outcome.REFUTED
    assert found.verdict == "VIOLATED"


@pytest.mark.parametrize(("arguments", "message"), [((0, 1, 1.0), "dim and count"), ((2, 2, -1.0), "must be positive")])
def test_bad_arguments(arguments, message):
    with pytest.raises(ValueError, match=message):
        adversary.attack(*arguments)


@pytest.mark.slow
@pytest.mark.parametrize("size", adversary.SIZES, ids=str)
@pytest.mark.parametrize("inverse_temperature", adversary.INVERSE_TEMPERATURES)
def test_no_configuration_of_the_table_exceeds_the_bound(size, inverse_temperature):
    found = adversary.attack(*size, inverse_temperature)
    print(f"{size} beta={inverse_temperature} seed={adversary.SEED}: {found.slack} {found.verdict}")
    on_the_line = size == (1, 2)
    assert found.outcome is Outcome.SHOWN or (on_the_line and max(map(abs, found.slack)) < 1e-15)
