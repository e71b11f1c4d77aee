"""Figures under weights: equal weights, subsets, and resamples against brute force without a unit's own copies."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.gap import embedding_geometry
from modgap.numerics.embeddings.metrics import alignment, explained_variance, isometry_error, uniformity
from modgap.numerics.embeddings.retrieval import recall
from modgap.numerics.embeddings.weighted import Compared, HitFigures, MeanFigures, PairwiseFigures, Units
from modgap.numerics.embeddings.weighted_spectra import SpectralFigures
from modgap.numerics.embeddings.zero_shot import label_ranks, top_k_accuracy


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def captioned(n=30, dim=4, most=3, seed=0):
    """Images about one direction, texts about another, one to `most` texts an image, in no order."""
    rng = np.random.default_rng(seed)
    owner = rng.permutation(np.repeat(np.arange(n), rng.integers(1, most + 1, size=n)))
    x = rng.normal(size=(n, dim)) + np.eye(dim)[0]
    return unit(x), unit(x[owner] + rng.normal(size=(len(owner), dim)) + np.eye(dim)[1]), owner


def everything(units):
    parts = [MeanFigures(units), PairwiseFigures(units), SpectralFigures(units)]
    return lambda weights: {name: v for part in parts for name, v in part(weights).items()}


def direct(x, y):
    """The same figures by the functions that users call, for one text an image."""
    geometry, isometry = embedding_geometry(x, y), isometry_error(x, y)
    recalls = {f"recall.{d}.{k}": s for d, shares in recall(x, y).items() for k, s in shares.items()}
    sides = {
        f"{name}.{side}": getattr(getattr(geometry, name), side)
        for name in ("effective_rank", "vmf_concentration")
        for side in ("image", "text")
    }
    names = ("gap_degrees", "gap_l2", "paired_cosine", "unpaired_cosine", "image_image_cosine", "text_text_cosine")
    return {
        **{name: getattr(geometry, name) for name in names},
        **sides,
        **recalls,
        **{f"ims_error.{name}": value for name, value in vars(isometry).items()},
        "alignment": alignment(x, y),
        "uniformity.image": uniformity(x),
        "uniformity.text": uniformity(y),
        "explained_variance.image": explained_variance(x)[:10],
        "explained_variance.text": explained_variance(y)[:10],
        "principal_angles_degrees": geometry.principal_angles_degrees,
        "shared_dimension": geometry.shared_dimension,
    }


def test_equal_weights_give_the_figures_themselves():
    x, y, _ = captioned(most=1)
    y = y[np.argsort(captioned(most=1)[2])]
    found, expected = everything(Units(x, y))(np.ones((1, len(x)))), direct(x, y)
    assert set(found) == set(expected)
    for name, value in expected.items():
        np.testing.assert_allclose(found[name][0], value, rtol=1e-9, atol=1e-9, err_msg=name)


def test_weights_of_0_and_1_give_the_figures_of_a_subset():
    """All but the recalls, whose candidates stay."""
    x, y, owner = captioned(most=1)
    y = y[np.argsort(owner)]
    chosen = np.random.default_rng(1).random(len(x)) < 0.7
    units = Units(x, y)
    found, expected = everything(units)(chosen[None].astype(float)), direct(x[chosen], y[chosen])
    for name in set(expected) - {n for n in expected if n.startswith("recall")}:
        np.testing.assert_allclose(found[name][0], expected[name], rtol=1e-9, atol=1e-8, err_msg=name)
    hits = np.array([recall(x, y, ks=(1,))["image_to_text"][1], found["recall.image_to_text.1"][0]])
    own = (x @ y.T).argmax(axis=1) == np.arange(len(x))
    np.testing.assert_allclose(hits, [own.mean(), own[chosen].mean()])


def expanded(weights):
    """Rows of a resample, each with the unit that it is a copy of."""
    return np.repeat(np.arange(len(weights)), weights)


@given(st.integers(0, 2**32 - 1), st.integers(1, 3))
def test_copies_of_a_unit_are_never_compared(seed, most):
    x, y, owner = captioned(n=8, most=most, seed=seed)
    weights = np.random.default_rng(seed).multinomial(8, np.full(8, 1 / 8))
    units = Units(x, y, owner)
    found = {**MeanFigures(units)(weights[None] * 1.0), **PairwiseFigures(units)(weights[None] * 1.0)}
    rows = expanded(weights)
    columns = np.concatenate([np.flatnonzero(owner == i) for i in rows])
    strangers = {
        "unpaired_cosine": (x[rows] @ y[columns].T)[rows[:, None] != owner[columns]],
        "image_image_cosine": (x[rows] @ x[rows].T)[rows[:, None] != rows],
        "text_text_cosine": (y[columns] @ y[columns].T)[owner[columns][:, None] != owner[columns]],
    }
    for name, cosines in strangers.items():
        np.testing.assert_allclose(found[name][0], cosines.mean(), atol=1e-12)
    for name, key in (("image", "image_image_cosine"), ("text", "text_text_cosine")):
        kernel = np.exp(-4 + 4 * strangers[key])
        np.testing.assert_allclose(found[f"uniformity.{name}"][0], np.log(kernel.mean()), atol=1e-12)
    paired = np.einsum("ij,ij->i", x[owner[columns]], y[columns])
    np.testing.assert_allclose(found["paired_cosine"][0], paired.mean(), atol=1e-12)
    heights = (v @ unit(v.mean(axis=0)) for v in (x[rows], y[columns]))
    a, b = (h for h in heights)
    a = x[owner[columns]] @ unit(x[rows].mean(axis=0))
    np.testing.assert_allclose(found["ims_error.rms"][0], np.sqrt(np.mean((a - b) ** 2)), atol=1e-12)


def test_recall_of_several_texts():
    x, y, owner = captioned()
    found, expected = MeanFigures(Units(x, y, owner))(np.ones((1, len(x)))), recall(x, y, owner)
    for direction, shares in expected.items():
        for k, share in shares.items():
            assert found[f"recall.{direction}.{k}"][0] == pytest.approx(share)


def test_zero_shot():
    rng = np.random.default_rng(0)
    x, classes, labels = unit(rng.normal(size=(50, 4))), unit(rng.normal(size=(7, 4))), rng.integers(7, size=50)
    figures = HitFigures("zero_shot", label_ranks(x, classes, labels))
    found = figures(np.ones((1, 50)))
    assert {int(n.split(".")[1]): v[0] for n, v in found.items()} == pytest.approx(top_k_accuracy(x, classes, labels))


def test_before_and_after_are_of_the_same_resample():
    x, y, owner = captioned()
    first, second = MeanFigures(Units(x, y, owner)), MeanFigures(Units(x, unit(y + x[owner]), owner))
    weights = np.random.default_rng(0).integers(1, 4, size=(5, len(x))) * 1.0
    found = Compared(first, second)(weights)
    assert set(found) == {f"{when}.{name}" for when in ("before", "after", "change") for name in first(weights)}
    np.testing.assert_array_equal(found["before.gap_l2"], first(weights)["gap_l2"])
    np.testing.assert_array_equal(found["change.gap_l2"], second(weights)["gap_l2"] - first(weights)["gap_l2"])
    with pytest.raises(ValueError, match="30 units before and 50 after"):
        Compared(first, HitFigures("a", np.ones(50, dtype=int)))


def test_vanishing_mean_leaves_gap_and_isometry_undefined():
    turn = 2 * np.pi * np.arange(8) / 8
    circle = np.column_stack([np.cos(turn), np.sin(turn)])
    found = MeanFigures(Units(circle, circle))(np.ones((1, 8)))
    assert np.isnan([found["gap_degrees"][0], found["ims_error.rms"][0]]).all()
    assert found["vmf_concentration.image"][0] == 0
    assert found["image_image_cosine"][0] == pytest.approx(-1 / 7)


def test_notes_where_rows_are_few():
    x, y, _ = captioned(n=6, most=1)
    assert (
        "a resample holds about 4 distinct rows for h = 4" in SpectralFigures(Units(x, y)).notes["effective_rank.image"]
    )
    x, y, _ = captioned(n=7, most=1)
    assert "effective_rank.image" not in SpectralFigures(Units(x, y)).notes


def test_bad_input():
    x, y, owner = captioned()
    with pytest.raises(InputError, match=r"^owner: got no text of row 3 of images"):
        Units(x, y, np.where(owner == 3, 4, owner))
    with pytest.raises(InputError, match=r"^texts: got shape"):
        Units(x, y)
    with pytest.raises(InputError, match=r"^ks: got 0"):
        MeanFigures(Units(x, y, owner), ks=(0,))
