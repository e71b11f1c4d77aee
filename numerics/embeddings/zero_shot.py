"""Zero-shot classification by the nearest class embedding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import embeddings, unit_rows
from modgap.numerics.embeddings.retrieval import (
    partner_ranks,
    require_cutoffs,
    require_rows_of,
    require_same_dimension,
    shares_within,
)

__all__ = ["label_ranks", "top_k_accuracy"]

NAMES = ("images", "classes")


def top_k_accuracy(
    images: Any, classes: Any, labels: Any, ks: Sequence[int] = (1, 5), names: tuple[str, str] = NAMES
) -> dict[int, float]:
    """Return the share of images whose own class is among the k most similar ones.

    Parameters
    ----------
    images : array_like, shape (N, h)
        Embeddings of images. Similarity is the cosine.
    classes : array_like, shape (C, h)
        One embedding a class, as the mean over its prompts.
    labels : array_like of int, shape (N,)
        The row of classes that each image belongs to.
    ks : sequence of int
        The k; where C <= k the accuracy is 1.
    names : pair of str
        What to call images and classes in messages.

    Returns
    -------
    dict
        {k: share}, shares in [0, 1].

    Raises
    ------
    InputError
        (a ValueError) As `numerics.checks.embeddings`; for differing dimensions, a label that is no row of classes,
        and a k that is not an integer >= 1.

    Notes
    -----
    Ties count against, as in `numerics.embeddings.retrieval.recall`: equal class embeddings classify nothing.
    """
    require_cutoffs(ks)
    return shares_within(label_ranks(images, classes, labels, names), ks)


def label_ranks(images: Any, classes: Any, labels: Any, names: tuple[str, str] = NAMES) -> NDArray[np.int64]:
    """Return the rank, from 1, of every image's own class; parameters and errors are those of `top_k_accuracy`."""
    first, second = (embeddings(name, v, min_rows=1) for name, v in zip(names, (images, classes), strict=True))
    require_same_dimension(first, second, names)
    rows = require_rows_of("labels", labels, len(first), len(second), names[1])
    first, second = unit_rows(names[0], first), unit_rows(names[1], second)
    return partner_ranks(first, second, (np.arange(len(first)), rows))
