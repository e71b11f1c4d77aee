"""The parts of scores, against the whole N × N matrix, and what ranks see of them."""

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.retrieval import recall
from modgap.numerics.embeddings.scores import score_parts


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def pairs():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 5)) + np.eye(5)[0]
    return unit(x), unit(x + rng.normal(size=(60, 5)) + [0, 1.5, 0, 0, 0])


def test_shares_are_those_of_the_whole_matrix(pairs):
    x, y = pairs
    scores = x @ y.T
    mean = scores.mean()
    rows, columns = scores.mean(axis=1) - mean, scores.mean(axis=0) - mean
    rest = scores - mean - rows[:, None] - columns
    found = score_parts(x, y)
    assert found.mean == pytest.approx(mean)
    assert found.row_share == pytest.approx((rows**2).mean() / scores.var())
    assert found.column_share == pytest.approx((columns**2).mean() / scores.var())
    assert found.pair_share == pytest.approx((rest**2).mean() / scores.var())
    assert found.row_share + found.column_share + found.pair_share == pytest.approx(1)


def test_recalls_are_those_of_the_scores_and_of_what_is_left_of_them(pairs):
    x, y = pairs
    found, whole = score_parts(x, y), recall(x, y, ks=(1,))
    assert found.recall_image_to_text[0] == whole["image_to_text"][1]
    assert found.recall_text_to_image[0] == whole["text_to_image"][1]
    rest = (x - x.mean(axis=0)) @ (y - y.mean(axis=0)).T
    assert found.recall_image_to_text[1] == (rest.argmax(axis=1) == np.arange(60)).mean()
    assert found.recall_text_to_image[1] == (rest.argmax(axis=0) == np.arange(60)).mean()


def test_an_orthogonal_gap_is_not_seen_and_one_within_the_spans_is(pairs):
    u = unit(np.random.default_rng(1).normal(size=(60, 3)))
    u = np.vstack([u, -u])
    away = np.zeros((120, 1)), np.ones((120, 1))
    found = score_parts(unit(np.hstack([u, away[1], away[0]])), unit(np.hstack([u, away[0], away[1]])))
    assert found.pair_share == pytest.approx(1)
    assert found.recall_image_to_text == (1.0, 1.0)
    assert score_parts(*pairs).column_share > 0.05


def test_scores_that_do_not_vary_have_no_shares():
    assert np.isnan(score_parts(np.ones((3, 2)) / 2**0.5, np.ones((3, 2)) / 2**0.5).pair_share)


def test_bad_pairs_are_named():
    with pytest.raises(InputError, match="texts: got shape"):
        score_parts(np.eye(3), np.eye(4), ("images", "texts"))
