"""The trap of Theorem 2: descents in floating point against what the claims say, and the figure."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from modgap.paper_checks.figures import trap

RADIANS = math.pi / 180


@pytest.mark.parametrize(("dim", "held"), [(3, True), (16, True), (64, True), (512, False)])
def test_descent_ends_where_the_claims_say(dim, held):
    """From 175°, which is beyond w* in each trapped case, descent is held at 180°; else it reaches 0°."""
    assert trap.has_trap(dim, 100, 0.01) is held
    if held:
        assert math.cos(175 * RADIANS) < trap.maximum(dim, 100, 0.01)
    gaps = trap.descend_centres(dim)
    assert gaps[0] == 175
    assert abs(gaps[-1] - (180 if held else 0)) < 0.01
    assert (np.diff(gaps) >= -1e-6).all() if held else (np.diff(gaps) <= 1e-6).all()


@pytest.mark.parametrize("side", [1, -1])
def test_the_maximum_parts_the_descents(side):
    """Two degrees beyond w* descent goes to 180°, two degrees before it to 0°."""
    peak = math.degrees(math.acos(trap.maximum(3, 100, 0.01)))
    gaps = trap.descend_centres(3, start=peak + 2 * side, steps=600)
    assert abs(gaps[-1] - (180 if side > 0 else 0)) < 0.5


def test_maximum_is_that_of_the_curve():
    cosines = np.linspace(-0.6, -0.4, 41)
    values = trap.curve(3, 100, 0.01, cosines)
    assert abs(cosines[values.argmax()] - trap.maximum(3, 100, 0.01)) <= 0.005


def test_curve_and_descended_loss_agree():
    """Twice J, up to J(1), is the loss that is descended."""
    first, second = torch.tensor([[1, 0, 0], [math.cos(2), math.sin(2), 0]], dtype=torch.float64)
    found = float(trap.centre_pair_loss(first, second, 100, 0.01) - trap.centre_pair_loss(first, first, 100, 0.01))
    assert found == pytest.approx(2 * trap.curve(3, 100, 0.01, np.array([math.cos(2.0)]))[0], rel=1e-10)


def test_finitely_many_pairs_are_held_too():
    """N = 60 pairs in three dimensions, their clouds turned rigidly: the whole loss L_N rises from the widest gap."""
    print(f"seed {trap.SEED}")
    gaps = trap.descend_pairs(3, steps=150, pairs=60)
    assert gaps[-1] > 179
    assert (np.diff(gaps) >= -1e-9).all()


def test_few_pairs_in_many_dimensions_feel_no_force():
    """300 pairs in 512 dimensions are told apart at any gap: the loss is zero and the gap stays."""
    gaps = trap.descend_pairs(512, steps=3, pairs=100)
    assert gaps[-1] == pytest.approx(175, abs=1e-6)


def test_figure_and_table():
    assert trap.table().row_count == 4


@pytest.mark.slow
def test_figure(tmp_path):
    trap.figure().savefig(tmp_path / "trap.pdf")
    assert (tmp_path / "trap.pdf").stat().st_size > 5000
