"""What chance gives: against exact laws of random subspaces, and against rows that do collapse."""

import numpy as np
import pytest

from modgap.numerics.embeddings.gap import effective_rank, principal_subspace
from modgap.numerics.embeddings.null_models import isotropic_geometry, rotated_angles


def test_subspaces_share_what_their_dimensions_force():
    angles = rotated_angles(10, (7, 6), 8)
    assert angles.shape == (8, 6)
    np.testing.assert_allclose(angles[:, :3], 0, atol=1e-7)
    assert angles[:, 3].min() > 1e-3


def test_lines_meet_at_the_angle_of_a_uniform_point():
    # cos² of the angle of two random lines is Beta(1/2, (h-1)/2): mean 1/h, variance 2(h-1)/(h²(h+2)).
    dim, draws = 5, 4000
    squares = np.cos(rotated_angles(dim, (1, 1), draws, seed=3)) ** 2
    error = np.sqrt(2 * (dim - 1) / (dim**2 * (dim + 2)) / draws)
    assert abs(squares.mean() - 1 / dim) < 4 * error
    assert abs(squares.mean() - 1 / (dim - 1)) > 4 * error


def test_seed_decides():
    np.testing.assert_array_equal(rotated_angles(6, (3, 2), 2, 1), rotated_angles(6, (3, 2), 2, 1))
    assert not np.array_equal(rotated_angles(6, (3, 2), 2, 1), rotated_angles(6, (3, 2), 2, 2))


def test_samples_without_collapse_fill_more_than_rows_with_one():
    rng = np.random.default_rng(0)
    rows = np.zeros((60, 20))
    rows[:, :6] = rng.standard_normal((60, 6)) + 1
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    dimensions, ranks = isotropic_geometry(rows, 0.99, 5)
    assert principal_subspace(rows).shape[1] == 6
    assert dimensions.min() >= 17
    assert ranks.min() > effective_rank(rows) + 5


def test_rows_of_the_law_itself_are_within_its_range():
    rng = np.random.default_rng(1)
    rows = rng.standard_normal((200, 16)) + 0.5
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    dimensions, ranks = isotropic_geometry(rows, 0.99, 20)
    assert dimensions.min() <= principal_subspace(rows).shape[1] <= dimensions.max()
    assert effective_rank(rows) == pytest.approx(ranks.mean(), rel=0.02)
