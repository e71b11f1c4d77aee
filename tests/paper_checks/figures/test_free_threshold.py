"""The free optimum on both sides of the threshold, and what starts from two cones end in."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from modgap.numerics.contrastive.population import collapse_threshold
from modgap.paper_checks.figures import free_threshold


@pytest.mark.parametrize(("dim", "degrees"), free_threshold.SETTINGS)
def test_pairs_leave_the_intersection_at_the_threshold(dim, degrees):
    threshold = collapse_threshold(dim, math.radians(degrees))
    below, above = free_threshold.optima(dim, degrees, threshold * np.array([0.9, 1.1]), pairs=48, max_iterations=300)
    assert below.outside < 1e-4
    assert below.loss > below.collapsed - 1e-9
    assert above.outside > 0.01
    assert above.loss < above.collapsed - 1e-5
    expected = free_threshold.best_share(dim, degrees, 1.1 * threshold)
    assert abs(above.outside - expected) < 0.2 * expected
    for optimum in (below, above):
        assert optimum.gap_degrees is None or optimum.mean < 2e-3
        assert optimum.pair_distance < 1e-2


def test_best_share_vanishes_up_to_the_threshold():
    threshold = collapse_threshold(5, math.pi / 3)
    assert free_threshold.best_share(5, 60, 0.999 * threshold) == 0
    assert free_threshold.best_share(5, 60, 1.01 * threshold) > 0.001


def test_opposite_cones_keep_their_gap_at_low_temperature():
    """h = 8, β = 100: from either start the floor −2 log N is reached, and the gap stays where it was."""
    opposite, near = (
        free_threshold.optima(8, 60, np.array([100.0]), free_threshold.cones(8, 1, 48, side), max_iterations=300)[0]
        for side in (True, False)
    )
    assert abs(opposite.gap_degrees - 120) < 5
    assert abs(near.gap_degrees - 60) < 5
    assert abs(opposite.loss - near.loss) < 1e-3


def test_cones_are_unit_vectors_about_the_axes():
    state = free_threshold.cones(6, 2, 10, opposite=True)
    assert state.shape == (2, 2, 10, 5)
    assert torch.allclose(state.norm(dim=-1), torch.ones(2, 2, 10, dtype=torch.float64))
    assert state[:, 0, :, -1].min() > 0.5
    assert state[:, 1, :, -1].max() < -0.5


def test_usage(capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["free_threshold"])
    assert free_threshold.main() == 2
    assert "usage" in capsys.readouterr().err
