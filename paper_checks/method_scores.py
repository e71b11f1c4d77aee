"""What an alignment method does to an encoded data set: gap, zero-shot accuracy, recall.

A method is fitted to pairs: of a labelled data set an image with its class, of a captioned one an image with each of
its captions. It is measured twice, on the pairs that it was fitted to (all of them) and, fitted to a random half of
the images, on the other half.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from numerics import align
from numerics.gap import modality_gap
from numerics.retrieval import recall
from numerics.zero_shot import top_k_accuracy
from paper_checks.encoded import Encoded
from paper_checks.splits import split_halves

__all__ = ["METHODS", "fit_and_held", "scores"]

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

#: The methods of the tables; None leaves the embeddings as they are.
METHODS: dict[str, Callable[..., align.Aligned[Any]] | None] = {
    "clip": None,
    "translation": align.translation,
    "removal": align.removal,
    "ssp": align.shared_space_projection,
}


def fit_and_held(encoded: Encoded, seed: int | None) -> tuple[IntArray, IntArray]:
    """Return the images to fit on and to measure on: all of them twice, or two random halves."""
    count = len(encoded.images)
    return (np.arange(count), np.arange(count)) if seed is None else split_halves(count, seed)


def scores(encoded: Encoded, method: str, seed: int | None = None) -> tuple[float, ...]:
    """Return the figures of one row: the gap in degrees, and two recalls in per cent.

    Parameters
    ----------
    encoded : Encoded
        Of a labelled data set: gap between images and their classes, accuracy at 1 and at 5. Of a captioned one: gap
        between images and captions, recall at 1 from image to text and from text to image.
    method : str
        A key of `METHODS`.
    seed : int, optional
        Of the halves; without it the method is measured on what it was fitted to.

    Raises
    ------
    InputError
        As the method, where it does not apply to the data (no shared direction, too few images).
    """
    fitted, held = fit_and_held(encoded, seed)
    measure = _zero_shot if encoded.labels is not None else _retrieval
    return measure(encoded, METHODS[method], fitted, held)


def _zero_shot(encoded: Encoded, method: Any, fitted: IntArray, held: IntArray) -> tuple[float, ...]:
    assert encoded.classes is not None
    assert encoded.labels is not None
    images, classes, labels = encoded.images[held], encoded.classes, encoded.labels[held]
    if method is not None:
        fit = method(encoded.images[fitted], classes[encoded.labels[fitted]]).fit
        images, classes = fit.transform(images, classes)
    shares = top_k_accuracy(images, classes, labels, (1, 5))
    return _gap(images, classes[labels]), 100 * shares[1], 100 * shares[5]


def _retrieval(encoded: Encoded, method: Any, fitted: IntArray, held: IntArray) -> tuple[float, ...]:
    assert encoded.texts is not None
    assert encoded.owner is not None
    rows, owner = _captions(encoded.owner, held, len(encoded.images))
    images, texts = encoded.images[held], encoded.texts[rows]
    if method is not None:
        # Every caption is a pair with its image.
        own, partner = _captions(encoded.owner, fitted, len(encoded.images))
        fit = method(encoded.images[fitted][partner], encoded.texts[own]).fit
        images, texts = fit.transform(images, texts)
    shares = recall(images, texts, owner)
    return _gap(images[owner], texts), 100 * shares["image_to_text"][1], 100 * shares["text_to_image"][1]


def _captions(owner: IntArray, images: IntArray, count: int) -> tuple[IntArray, IntArray]:
    """Return the captions of some images, and which of those images each belongs to."""
    place = np.full(count, -1)
    place[images] = np.arange(len(images))
    rows = np.flatnonzero(place[owner] >= 0)
    return rows, place[owner[rows]]


def _gap(x: Any, y: Any) -> float:
    return math.degrees(modality_gap(x, y))
