"""What an alignment method does to an encoded data set: gap, zero-shot accuracy, recall.

A method is fitted to pairs: of a labelled data set an image with its class, of a captioned one an image with each of
its captions. It is measured twice, on the pairs that it was fitted to (all of them) and, fitted to a random half of
the images, on the other half.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import embeddings, unit_rows
from modgap.numerics.embeddings import align
from modgap.numerics.embeddings.bootstrap import Interval, bootstrap_intervals
from modgap.numerics.embeddings.retrieval import recall_ranks
from modgap.numerics.embeddings.zero_shot import label_ranks
from modgap.paper_checks.io.encoded import Encoded
from modgap.paper_checks.measured import setup
from modgap.paper_checks.measured.splits import split_halves

__all__ = ["METHODS", "RowFigures", "scores"]

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

#: Bootstrap draws of the images.
RESAMPLES = 1000
#: The methods of the tables; None leaves the embeddings as they are.
METHODS: dict[str, Callable[..., align.Aligned[Any]] | None] = {
    "clip": None,
    "translation": setup.least_translation,
    "removal": setup.equal_removal,
    "ssp": align.shared_space_projection,
}


class RowFigures:
    """The gap and the shares of a row, by weights of the images (`numerics.embeddings.weighted.UnitFigures`).

    Parameters
    ----------
    x, partners : ndarray, shapes (N, h) and (M, h)
        Unit rows; `owner` tells whose partner each is.
    owner : ndarray of int, shape (M,)
        The row of x.
    hits : sequence of (ndarray of bool, ndarray of int)
        Shares: which queries are answered, and to which row of x each query belongs.
    """

    def __init__(
        self, x: FloatArray, partners: FloatArray, owner: IntArray, hits: list[tuple[NDArray[np.bool_], IntArray]]
    ) -> None:
        self.units, self.notes = len(x), dict[str, str]()
        self._x, self._sums = x, np.zeros_like(x)
        np.add.at(self._sums, owner, partners)
        self._hits = [(np.bincount(rows, found, len(x)), np.bincount(rows, minlength=len(x))) for found, rows in hits]

    def __call__(self, weights: FloatArray) -> dict[str, FloatArray]:
        """Return gap in degrees and the shares in per cent, `share 1` and so on, each of shape (R,)."""
        centres = [_directions(weights @ rows / len(self._x)) for rows in (self._x, self._sums)]
        # Where a mean vanishes its direction is rounding, and the gap undefined.
        half = np.arctan2(*(np.linalg.norm(centres[0] + sign * centres[1], axis=1) for sign in (-1, 1)))
        shares = {
            f"share {n}": 100 * (weights @ found) / (weights @ asked) for n, (found, asked) in enumerate(self._hits, 1)
        }
        return {"gap": np.degrees(2 * half), **shares}


def _directions(means: FloatArray) -> FloatArray:
    """Return the unit vectors along the means, NaN where one is no more than rounding."""
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    return means / np.where(lengths > setup.ROUNDING, lengths, np.nan)


def scores(encoded: Encoded, method: str, seed: int | None = None) -> list[Interval]:
    """Return the figures of one row with their intervals: the gap in degrees, and recalls in per cent.

    Parameters
    ----------
    encoded : Encoded
        Of a labelled data set: gap between images and their classes, accuracy at 1 and at 5. Of a captioned one: gap
        between images and captions, recall at 1, 5 and 10 from image to text and from text to image.
    method : str
        A key of `METHODS`.
    seed : int, optional
        Of the halves; without it the method is measured on what it was fitted to.

    Raises
    ------
    InputError
        As the method, where it does not apply to the data (no shared direction, too few images).

    Notes
    -----
    95 % bootstrap intervals over the images measured (an image with all its captions is one unit); the fit, the classes
    and the candidates stay.
    """
    count = len(encoded.images)
    fitted, held = (np.arange(count), np.arange(count)) if seed is None else split_halves(count, seed)
    measure = _zero_shot if encoded.labels is not None else _retrieval
    figures = measure(encoded, METHODS[method], fitted, held)
    return list(bootstrap_intervals([figures], RESAMPLES).values())


def _zero_shot(encoded: Encoded, method: Any, fitted: IntArray, held: IntArray) -> RowFigures:
    assert encoded.classes is not None
    assert encoded.labels is not None
    labels = encoded.labels[held]
    pairs = encoded.images[fitted], encoded.classes[encoded.labels[fitted]]
    images, classes = _moved(method, pairs, (encoded.images[held], encoded.classes))
    ranks, rows = label_ranks(images, classes, labels), np.arange(len(held))
    return RowFigures(images, classes[labels], rows, [(ranks <= k, rows) for k in (1, 5)])


def _retrieval(encoded: Encoded, method: Any, fitted: IntArray, held: IntArray) -> RowFigures:
    assert encoded.texts is not None
    assert encoded.owner is not None
    count = len(encoded.images)
    # Every caption is a pair with its image.
    (seen, partner), (rows, owner) = (_captions(encoded.owner, images, count) for images in (fitted, held))
    pairs = encoded.images[fitted][partner], encoded.texts[seen]
    images, texts = _moved(method, pairs, (encoded.images[held], encoded.texts[rows]))
    ranks = recall_ranks(images, texts, owner)
    ways = (("image_to_text", np.arange(len(held))), ("text_to_image", owner))
    hits = [(ranks[way] <= k, asked) for way, asked in ways for k in (1, 5, 10)]
    return RowFigures(images, texts, owner, hits)


def _moved(method: Any, pairs: tuple[Any, Any], rows: tuple[Any, Any]) -> tuple[FloatArray, FloatArray]:
    """Fit the method to pairs and return other rows transformed; without a method, as they are."""
    if method is not None:
        return method(*pairs).fit.transform(*rows)
    return unit_rows("images", embeddings("images", rows[0])), unit_rows("texts", embeddings("texts", rows[1], 1))


def _captions(owner: IntArray, images: IntArray, count: int) -> tuple[IntArray, IntArray]:
    """Return the captions of some images, and which of those images each belongs to."""
    place = np.full(count, -1)
    place[images] = np.arange(len(images))
    rows = np.flatnonzero(place[owner] >= 0)
    return rows, place[owner[rows]]
