"""Zero-shot accuracy against sorting, and what it must refuse."""

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.zero_shot import label_ranks, top_k_accuracy


def classified(n=60, classes=12, dim=5, seed=0):
    rng = np.random.default_rng(seed)
    centres, labels = rng.normal(size=(classes, dim)), rng.integers(classes, size=n)
    rows = centres[labels] + 1.5 * rng.normal(size=(n, dim))
    return (*(a / np.linalg.norm(a, axis=1, keepdims=True) for a in (rows, centres)), labels)


def test_equals_sorting():
    x, c, labels = classified()
    found = top_k_accuracy(x, c, labels, ks=(1, 3, 5, 12, 40))
    order = np.argsort(-(x @ c.T), axis=1)
    assert found == {k: np.mean((order[:, :k] == labels[:, None]).any(axis=1)) for k in found}
    assert 0 < found[1] < found[3] < found[5] < found[12] == 1
    assert list(top_k_accuracy(x, c, labels)) == [1, 5]
    # The labels are what is read: those of the neighbours do worse.
    assert top_k_accuracy(x, c, np.roll(labels, 1))[1] < found[1]


def test_equal_classes_classify_nothing():
    x, c, labels = classified()
    assert (label_ranks(x, np.tile(c[:1], (12, 1)), labels) == 12).all()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda x, c, t: (x, c, t[:-1]), r"^labels: got int64 of shape \(59,\); expected 60 integers, rows of classes"),
        (lambda x, c, t: (x, c, t + 5), "^labels: got 1[2-6] at .*; expected rows of classes, from 0 to 11"),
        (lambda x, c, t: (x, c, t / 1), "^labels: got float64 of shape"),
        (
            lambda x, c, t: (x, c[:, :4], t),
            r"^classes: got shape \(12, 4\); expected \(M, 5\), the dimension of images",
        ),
        (lambda x, c, t: (x, 0 * c, t), "^classes: got row 0 of 12, which is zero"),
        (lambda x, c, t: (x, c, t, (0,)), "^ks: got 0; expected integers >= 1"),
    ],
)
def test_bad_input(change, message):
    with pytest.raises(InputError, match=message):
        top_k_accuracy(*change(*classified()))
