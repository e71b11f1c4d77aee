"""Row offsets, column offsets and pair parts of scores, against the matrix of scores itself."""

from __future__ import annotations

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.offsets import parts_and_recall, score_parts, without_gap_direction
from modgap.numerics.embeddings.retrieval import recall

RNG = np.random.default_rng(20261128)


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def cones(n=60, h=7, spread=1.0):
    centres = np.zeros((2, h))
    centres[0, :2], centres[1, :2] = (1.2, 0.9), (1.2, -0.9)
    shared = RNG.standard_normal((n, h))
    return [unit(c + spread * (shared + 0.4 * RNG.standard_normal((n, h)))) for c in centres]


def parts_of(scores):
    """Return the three variances of a matrix of scores by their definition."""
    row, column = scores.mean(1) - scores.mean(), scores.mean(0) - scores.mean()
    pair = scores - scores.mean() - row[:, None] - column[None, :]
    return np.array([(row**2).mean(), (column**2).mean(), (pair**2).mean()])


@pytest.mark.parametrize("spread", [0.05, 0.5, 3.0])
def test_shares_are_those_of_the_matrix_of_scores(spread):
    x, y = cones(spread=spread)
    got, scores = score_parts(x, y), x @ y.T
    wanted = parts_of(scores)
    assert np.allclose([got.row, got.column, got.pair], wanted / wanted.sum(), atol=1e-9)
    g = x.mean(0) - y.mean(0)
    g /= np.linalg.norm(g)
    along = parts_of(np.outer(x @ g, y @ g))
    assert np.allclose([got.gap_row, got.gap_column, got.gap_pair], along / along.sum(), atol=1e-9)
    assert got.gap_share == pytest.approx(along.sum() / scores.var(), rel=1e-9)


def test_a_constant_gap_vector_moves_no_rank():
    u = unit(RNG.standard_normal((80, 6)))
    v = unit(u + 0.7 * RNG.standard_normal((80, 6)))
    x = np.column_stack([np.full(80, np.cos(0.4)), np.zeros(80), np.sin(0.4) * u])
    y = np.column_stack([np.full(80, np.cos(0.9) * 0.3), np.full(80, np.cos(0.9) * np.sqrt(0.91)), np.sin(0.9) * v])
    assert np.allclose(np.linalg.norm(y, axis=1), 1)
    assert recall(x, y) == recall(u, v)


def test_without_the_gap_direction_recall_is_that_of_what_is_left():
    x, y = cones()
    left = without_gap_direction(x, y)
    assert (
        np.allclose(left[0].mean(0), left[1].mean(0), atol=1e-12)
        or abs((left[0].mean(0) - left[1].mean(0)) @ (x.mean(0) - y.mean(0))) < 1e-12
    )
    scores = left[0] @ left[1].T
    own = np.diag(scores)
    share = float((((scores >= own[:, None]).sum(1)) <= 1).mean())
    assert score_parts(x, y).recall_without["image_to_text"][1] == share


def test_a_column_offset_moves_ranks_and_a_row_offset_does_not():
    scores = RNG.standard_normal((30, 30))
    ranks = (scores >= np.diag(scores)[:, None]).sum(1)
    rows = scores + RNG.standard_normal((30, 1))
    columns = scores + 3 * RNG.standard_normal((1, 30))
    assert ((rows >= np.diag(rows)[:, None]).sum(1) == ranks).all()
    assert ((columns >= np.diag(columns)[:, None]).sum(1) != ranks).any()


def test_one_and_the_same_rows():
    x = np.tile([[1.0, 0.0]], (4, 1))
    got = score_parts(x, x)
    assert np.isnan(got.row)
    assert np.isnan(got.gap_share)


def test_bad_input():
    with pytest.raises(InputError, match="x"):
        score_parts(np.zeros((3, 4)), np.ones((3, 4)))


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_recalls_come_with_the_parts(dtype):
    x, y = (rows.astype(dtype).astype(float) for rows in cones())
    x, y = unit(x), unit(y)
    parts, found = parts_and_recall(x, y)
    assert found == recall(x, y)
    assert parts.recall_without == score_parts(x, y).recall_without != found
