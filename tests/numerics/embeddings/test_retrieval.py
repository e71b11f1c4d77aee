"""Recall at k against sorting, ties, and what it must refuse."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modgap.numerics.checks import InputError, NormalisationWarning
from modgap.numerics.embeddings import retrieval
from modgap.numerics.embeddings.retrieval import partner_ranks, recall, recall_ranks


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
    found = recall(x, y, ks=(1, 3, 10, 79, 80, 200))
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
    with pytest.warns(NormalisationWarning, match=r"^texts: rows are not of unit norm"):
        assert recall(x, y * scales) == recall(x, y)


def test_mismatch_and_bad_cutoffs_are_refused():
    x, y = noisy_pairs()
    with pytest.raises(InputError, match=r"^TEXTS: got shape \(79, 6\); expected the shape \(80, 6\) of IMAGES"):
        recall(x, y[:79], names=("IMAGES", "TEXTS"))
    with pytest.raises(InputError, match=r"^ks: got 0; expected integers >= 1"):
        recall(x, y, ks=(1, 0))
    for wrong in (1.5, True):
        with pytest.raises(InputError, match=rf"^ks: got {wrong}"):
            recall(x, y, ks=(wrong,))


# --- several texts of an image ---------------------------------------------------------------------------------------


def captioned(n=40, dim=6, seed=4):
    """Images with one to five texts each, the texts in no order."""
    rng = np.random.default_rng(seed)
    owner = rng.permutation(np.repeat(np.arange(n), rng.integers(1, 6, size=n)))
    x = rng.normal(size=(n, dim))
    y = x[owner] + 1.2 * rng.normal(size=(len(owner), dim))
    return (*(rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y)), owner)


def captioned_by_sorting(x, y, owner, k):
    """Word by word: any text of the image among the first k; the text's own image among the first k."""
    cosines = x @ y.T
    images = [(owner[np.argsort(-row)[:k]] == i).any() for i, row in enumerate(cosines)]
    texts = [owner[j] in np.argsort(-column)[:k] for j, column in enumerate(cosines.T)]
    return np.mean(images), np.mean(texts)


@pytest.mark.parametrize("entries", [1, 200, 2**22])
def test_several_texts_equal_sorting(entries, monkeypatch):
    monkeypatch.setattr(retrieval, "BLOCK_ENTRIES", entries)
    x, y, owner = captioned()
    found = recall(x, y, owner, ks=(1, 2, 5, 10))
    for k in (1, 2, 5, 10):
        assert (found["image_to_text"][k], found["text_to_image"][k]) == captioned_by_sorting(x, y, owner, k)
    # Looking for the first text of each image alone, among all, is another and harder task.
    first = np.array([np.flatnonzero(owner == i)[0] for i in range(len(x))])
    assert np.mean(partner_ranks(x, y, (np.arange(len(x)), first)) <= 5) < found["image_to_text"][5]


@given(st.integers(1, 8), st.integers(0, 20), st.integers(0, 2**32 - 1))
def test_ranks_are_at_most_one_more_than_the_strangers(n, more, seed):
    rng = np.random.default_rng(seed)
    owner = np.concatenate([np.arange(n), rng.integers(n, size=more)])
    x, y = rng.integers(-1, 2, size=(n, 3)) + 0.5, rng.integers(-1, 2, size=(len(owner), 3)) + 0.5
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    ranks = recall_ranks(x, y, owner)
    cosines = x @ y.T
    for i, rank in enumerate(ranks["image_to_text"]):
        best = cosines[i, owner == i].max()
        # Coarse rows tie often; a text of another image that ties counts against, one of its own does not.
        assert rank == 1 + np.count_nonzero(cosines[i, owner != i] >= best - 1e-12)
    for j, rank in enumerate(ranks["text_to_image"]):
        assert rank == np.count_nonzero(cosines[:, j] >= cosines[owner[j], j] - 1e-12)


def test_owner_of_pairs_is_no_owner():
    x, y = noisy_pairs()
    assert recall(x, y, np.arange(len(x))) == recall(x, y)
    order = np.random.default_rng(1).permutation(len(x))
    assert recall(x, y[order], order) == recall(x, y)


def test_texts_of_one_image_are_no_rivals():
    """Five equal captions an image: under a rule that let them compete none would be first."""
    x, owner = np.eye(6), np.repeat(np.arange(6), 5)
    assert recall(x, x[owner], owner, ks=(1,)) == {"image_to_text": {1: 1.0}, "text_to_image": {1: 1.0}}


def test_memory_is_bounded_by_the_block(monkeypatch):
    """Peak of what NumPy takes: some blocks of cosines and no more, however many rows there are."""
    rng = np.random.default_rng(0)
    owner = np.repeat(np.arange(400), 5)
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in rng.normal(size=(2, 2000, 4)))
    peaks = {}
    for entries in (2**14, x[:400].shape[0] * y.shape[0]):
        monkeypatch.setattr(retrieval, "BLOCK_ENTRIES", entries)
        tracemalloc.start()
        partner_ranks(y, x[:400], (np.arange(2000), owner))
        partner_ranks(x[:400], y, (owner, np.arange(2000)))
        peaks[entries] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    small, whole = peaks.values()
    assert small < 2 * 8 * 2**14 + 8 * 20 * 2000
    assert whole > 8 * 400 * 2000


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda x, y, o: (x, y, o[:-1]), r"^owner: got int64 of shape \(\d+,\); expected \d+ integers, rows of images"),
        (lambda x, y, o: (x, y, o.astype(float)), "^owner: got float64 of shape"),
        (lambda x, y, o: (x, y, o + 1), "^owner: got 40 at \\d+; expected rows of images, from 0 to 39"),
        (lambda x, y, o: (x, y, o - 1), "^owner: got -1 at "),
        (lambda x, y, o: (x, y, np.where(o == 7, 8, o)), "^owner: got no text of row 7 of images; expected a text of"),
        (lambda x, y, o: (x, y[:, :5], o), r"^texts: got shape \(\d+, 5\); expected \(M, 6\), the dimension of images"),
    ],
)
def test_bad_owner(change, message):
    with pytest.raises(InputError, match=message):
        recall(*change(*captioned()))


@pytest.mark.parametrize("tile", [(1, 1), (7, 5), (512, 2048)])
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_one_pass_over_the_cosines_ranks_both_directions(tile, dtype, monkeypatch):
    """As each direction alone, with several captions of an image, equal rows, and ties."""
    from modgap.numerics.embeddings import retrieval

    monkeypatch.setattr(retrieval, "TILE", tile)
    rng = np.random.default_rng(3)
    owner = np.concatenate([np.arange(23), rng.integers(0, 23, 20)])
    rng.shuffle(owner)
    images = rng.standard_normal((23, 4)).astype(dtype).astype(float)
    images[5] = images[9]
    texts = images[owner] + rng.standard_normal((43, 4))
    texts[7], texts[30] = images[owner[7]], texts[12]
    images, texts = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (images, texts))
    columns = np.arange(43)
    found = retrieval.both_ranks(images, texts, owner)
    assert np.array_equal(found[0], retrieval.partner_ranks(images, texts, (owner, columns)))
    assert np.array_equal(found[1], retrieval.partner_ranks(texts, images, (columns, owner)))
    assert found[0].max() > 3


@pytest.mark.parametrize("tile", [(1, 1), (7, 5), (512, 1024)])
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16])
def test_one_product_ranks_with_and_without_a_direction(tile, dtype, monkeypatch):
    """As both rankings one by one, of rows and of what projecting leaves of them; equal rows and ties among them."""
    monkeypatch.setattr(retrieval, "TILE", tile)
    rng = np.random.default_rng(5)
    owner = rng.permutation(np.concatenate([np.arange(23), rng.integers(0, 23, 20)]))
    images = rng.standard_normal((23, 6)).astype(dtype).astype(float)
    texts = (images[owner] + 0.4 * rng.standard_normal((43, 6))).astype(dtype).astype(float)
    images[5] = images[9]
    texts[7], texts[30], texts[31] = images[owner[7]], texts[12], texts[13]
    images, texts = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (images, texts))
    g = images.mean(axis=0) - texts.mean(axis=0)
    g /= np.linalg.norm(g)
    # A text that differs from another one along g alone: no tie by cosines, one by what is left.
    texts[20] = texts[21] - 2 * (texts[21] @ g) * g
    whole, left = retrieval.ranks_with_and_without(images, texts, owner, g)
    rest = [rows - np.outer(rows @ g, g) for rows in (images, texts)]
    for found, (x, y) in ((whole, (images, texts)), (left, rest)):
        scores = x @ y.T
        for i, rank in enumerate(found[0]):
            best = scores[i, owner == i].max()
            assert rank == 1 + np.count_nonzero(scores[i, owner != i] >= best - 1e-13)
        for j, rank in enumerate(found[1]):
            assert rank == 1 + np.count_nonzero(np.delete(scores[:, j], owner[j]) >= scores[owner[j], j] - 1e-13)
    assert all((a == b).all() for a, b in zip(whole, retrieval.both_ranks(images, texts, owner), strict=True))
    assert left[0][owner[20]] > 1 or left[0][owner[21]] > 1
    assert any((a != b).any() for a, b in zip(whole, left, strict=True))


def test_without_any_direction_nothing_changes():
    x, y = noisy_pairs()
    whole, left = retrieval.ranks_with_and_without(x, y, np.arange(len(x)), np.zeros(6))
    assert all((a == b).all() for a, b in zip(whole, left, strict=True))


def test_rows_that_collapse_once_the_direction_is_gone_retrieve_nothing():
    """x_i = cos t_i g + sin t_i u: without g all are multiples of u; of equal heights they tie."""
    g, u = np.eye(37)[:2]
    x = np.tile(0.6 * g + 0.8 * u, (40, 1)) + 1e-3 * np.outer(np.random.default_rng(0).standard_normal(40), g)
    whole, left = retrieval.ranks_with_and_without(x, x, np.arange(40), g)
    assert (left[0] == 40).all()
    assert (left[1] == 40).all()
    assert (whole[0] < 40).any()


@pytest.mark.slow
def test_at_the_size_of_use_both_rankings_are_those_of_whole_matrices():
    rng = np.random.default_rng(6)
    x = rng.standard_normal((3000, 64))
    y = x + 2 * rng.standard_normal((3000, 64)) + 0.5
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    g = x.mean(axis=0) - y.mean(axis=0)
    g /= np.linalg.norm(g)
    found = retrieval.ranks_with_and_without(x, y, np.arange(3000), g)
    for ranks, (a, b) in zip(found, ((x, y), [rows - np.outer(rows @ g, g) for rows in (x, y)]), strict=True):
        scores = a @ b.T
        own = np.diag(scores) - 1e-12
        assert (ranks[0] == (scores >= own[:, None]).sum(axis=1)).all()
        assert (ranks[1] == (scores >= own).sum(axis=0)).all()
