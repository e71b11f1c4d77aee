"""Recall at k against sorting, ties, and what it must refuse."""

import numpy as np
import pytest

from numerics import retrieval
from numerics.checks import InputError, NormalisationWarning
from numerics.retrieval import partner_ranks, recall


def noisy_pairs(n=80, dim=6, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, dim))
    y = x + 1.2 * rng.normal(size=(n, dim))
    return tuple(rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))


def by_sorting(queries, candidates, k):
    hits = 0
    for i, query in enumerate(queries):
        hits += i in np.argsort([-float(np.dot(query, candidate)) for candidate in candidates])[:k]
    return hits / len(queries)


@pytest.mark.parametrize("entries", [1, 80, 1000, 2**22])
def test_equals_sorting(entries, monkeypatch):
    monkeypatch.setattr(retrieval, "BLOCK_ENTRIES", entries)
    x, y = noisy_pairs()
    found = recall(x, y, at=(1, 3, 10, 79, 80, 200))
    for k, share in found["image_to_text"].items():
        assert share == by_sorting(x, y, k)
    for k, share in found["text_to_image"].items():
        assert share == by_sorting(y, x, k)
    # A configuration on which the two directions and the k all differ.
    assert 0 < found["image_to_text"][1] < found["image_to_text"][10] < found["image_to_text"][80] == 1
    assert found["image_to_text"] != found["text_to_image"]


def test_default_cutoffs_and_directions():
    assert {d: list(s) for d, s in recall(*noisy_pairs()).items()} == {
        "image_to_text": [1, 5, 10],
        "text_to_image": [1, 5, 10],
    }


def test_swap_and_permutation():
    x, y = noisy_pairs()
    order = np.random.default_rng(1).permutation(len(x))
    there = recall(x, y)
    assert recall(x[order], y[order]) == there
    assert recall(y, x) == {"image_to_text": there["text_to_image"], "text_to_image": there["image_to_text"]}
    assert recall(x, y[order])["image_to_text"][1] < there["image_to_text"][1]


def test_collapsed_embeddings_retrieve_nothing():
    """All rows equal: under an optimistic tie rule recall at 1 would be 1."""
    row = np.random.default_rng(2).normal(size=37)
    rows = np.tile(row / np.linalg.norm(row), (50, 1))
    assert set(recall(rows, rows)["image_to_text"].values()) == {0.0}
    assert (partner_ranks(rows, rows) == 50).all()


def test_a_duplicate_counts_against_its_twin_only():
    x, y = np.eye(20), np.eye(20)
    y[7] = y[3]
    ranks = partner_ranks(x, y)
    # Query 7 is orthogonal to every candidate, its own included: all 20 tie.
    assert ranks[7] == 20
    assert ranks[3] == 2
    assert (np.delete(ranks, [3, 7]) == 1).all()


def test_cosine_is_what_ranks():
    x, y = noisy_pairs()
    scales = np.random.default_rng(3).uniform(0.01, 100, size=(len(x), 1))
    with pytest.warns(NormalisationWarning, match=r"^y: rows are not of unit norm"):
        assert recall(x, y * scales) == recall(x, y)


def test_mismatch_and_bad_cutoffs_are_refused():
    x, y = noisy_pairs()
    with pytest.raises(InputError, match=r"^TEXTS: got shape \(79, 6\); expected the shape \(80, 6\) of IMAGES"):
        recall(x, y[:79], names=("IMAGES", "TEXTS"))
    with pytest.raises(InputError, match=r"^at: got 0; expected integers >= 1"):
        recall(x, y, at=(1, 0))
    with pytest.raises(InputError, match=r"^at: got 1.5"):
        recall(x, y, at=(1.5,))
