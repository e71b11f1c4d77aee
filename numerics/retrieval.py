"""Recall at k of cross-modal retrieval by cosine, in bounded memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from numerics.checks import InputError, paired_embeddings, unit_rows

__all__ = ["partner_ranks", "recall"]

# Most cosines held at once: 32 MiB.
BLOCK_ENTRIES = 2**22


def recall(
    x: Any, y: Any, at: Sequence[int] = (1, 5, 10), names: tuple[str, str] = ("x", "y")
) -> dict[str, dict[int, float]]:
    """Return the share of queries whose partner is among the k most similar candidates, in both directions.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Embeddings of images and texts; row i of both is a pair. Similarity is the cosine.
    at : sequence of int
        The k; where k >= N the recall is 1.
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    dict
        {"image_to_text": {k: share}, "text_to_image": {k: share}}, shares in [0, 1]; rows of x query rows of y in
        the first, the other way round in the second.

    Raises
    ------
    InputError
        (a ValueError) As `numerics.checks.paired_embeddings`, and if a k is not an integer >= 1.

    Notes
    -----
    Ties count against: a candidate as similar as the partner ranks above it (see `partner_ranks`).
    """
    for k in at:
        if not isinstance(k, int | np.integer) or k < 1:
            raise InputError("at", repr(k), "integers >= 1")
    first, second = paired_embeddings(x, y, names)
    first, second = unit_rows(names[0], first), unit_rows(names[1], second)
    ranks = {"image_to_text": partner_ranks(first, second), "text_to_image": partner_ranks(second, first)}
    return {direction: {int(k): float(np.mean(rank <= k)) for k in at} for direction, rank in ranks.items()}


def partner_ranks(queries: NDArray[np.float64], candidates: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each query the rank, from 1, of the candidate of the same row.

    Parameters
    ----------
    queries, candidates : ndarray, shape (N, h)
        Unit rows.

    Returns
    -------
    ndarray of int, shape (N,)
        The number of candidates at least as similar as the partner, itself included. The pessimistic rule: under
        the optimistic one, embeddings collapsed to a point would retrieve perfectly. Cosines that agree within
        rounding (h ε) are ties, since equal rows need not give equal bits.
    """
    n, dim = queries.shape
    rounding = dim * np.finfo(np.float64).eps
    partner = np.einsum("ij,ij->i", queries, candidates)
    ranks = np.empty(n, dtype=np.int64)
    step = max(1, BLOCK_ENTRIES // n)
    for start in range(0, n, step):
        rows = slice(start, start + step)
        ranks[rows] = np.count_nonzero(queries[rows] @ candidates.T >= partner[rows, None] - rounding, axis=1)
    return ranks
