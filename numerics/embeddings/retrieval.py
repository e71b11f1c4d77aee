"""Recall at k of cross-modal retrieval by cosine, in bounded memory."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, checked_form, paired_forms, unit_embeddings
from modgap.numerics.embeddings._counts import count_at_least
from modgap.numerics.threads import spread

__all__ = ["both_ranks", "partner_ranks", "ranks_with_and_without", "recall", "recall_ranks", "shares_within"]

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
NAMES = ("images", "texts")

# Most cosines held at once: 32 MiB.
BLOCK_ENTRIES = 2**22
# Rows and columns of a tile of cosines: 8 MiB a thread. Smaller ones cost the product more than the cache saves.
TILE = 1024, 1024


def recall(
    images: Any,
    texts: Any,
    owner: Any = None,
    ks: Sequence[int] = (1, 5, 10),
    names: tuple[str, str] = NAMES,
) -> dict[str, dict[int, float]]:
    """Return the share of queries that have a partner among the k most similar candidates, in both directions.

    Parameters
    ----------
    images, texts : array_like, shapes (N, h) and (M, h)
        Embeddings. Similarity is the cosine.
    owner : array_like of int, shape (M,), optional
        The row of the image that each text describes; an image may have several texts, and must have one. Without it
        M = N, and row i of both is a pair.
    ks : sequence of int
        The k; where there are no more than k candidates the recall is 1.
    names : pair of str
        What to call images and texts in messages.

    Returns
    -------
    dict
        {"image_to_text": {k: share}, "text_to_image": {k: share}}, shares in [0, 1]. In the first the N images query
        the texts, and any text of the image is a hit; in the second the M texts query the images.

    Raises
    ------
    InputError
        (a ValueError) As `numerics.checks.embeddings`; for other shapes, an owner that is no row of images, an image
        without text, and a k that is not an integer >= 1.

    Notes
    -----
    Ties count against: a candidate as similar as the best partner ranks above it (see `partner_ranks`). Cosines are
    taken in blocks of 32 MiB, so that the memory beyond the rows in double precision does not grow with N M.
    """
    require_cutoffs(ks)
    ranks = recall_ranks(images, texts, owner, names)
    return {direction: shares_within(rank, ks) for direction, rank in ranks.items()}


def recall_ranks(images: Any, texts: Any, owner: Any = None, names: tuple[str, str] = NAMES) -> dict[str, IntArray]:
    """Return the rank, from 1, of every query's best partner: N ranks for "image_to_text", M for "text_to_image".

    Parameters and errors are those of `recall`.
    """
    if owner is None:
        first, second = paired_forms(images, texts, names)
        rows = np.arange(len(first))
    else:
        first, second = (checked_form(name, v, min_rows=1) for name, v in zip(names, (images, texts), strict=True))
        require_same_dimension(first, second, names)
        rows = checked_owner(owner, len(first), len(second), names)
    first, second = unit_embeddings(names[0], first), unit_embeddings(names[1], second)
    return dict(zip(("image_to_text", "text_to_image"), both_ranks(first, second, rows), strict=True))


def both_ranks(images: FloatArray, texts: FloatArray, owner: IntArray) -> tuple[IntArray, IntArray]:
    """Return the ranks of both directions from one pass over the cosines, tile by tile.

    Parameters
    ----------
    images, texts : ndarray, shapes (N, h) and (M, h)
        Unit rows.
    owner : ndarray of int, shape (M,)
        The image of each text; every image has one.

    Returns
    -------
    pair of ndarray of int, shapes (N,) and (M,)
        What `partner_ranks` says of images among texts, and of texts among images.
    """
    ranking = _Ranking(images, texts, owner)
    _rank_by_tiles(images, texts, owner, [ranking])
    return ranking.ranks


def ranks_with_and_without(
    images: FloatArray, texts: FloatArray, owner: IntArray, direction: FloatArray
) -> tuple[tuple[IntArray, IntArray], tuple[IntArray, IntArray]]:
    """Return what `both_ranks` does, and the same by the scores without their part along a direction g.

    With a_i = x_i·g and b_j = y_j·g, rows less their parts along g, a unit vector or zero, have the scores
    x_i·y_j − a_i b_j, so that both rankings come from one product of the matrices.
    """
    rankings = _Ranking(images, texts, owner), _Ranking(images, texts, owner, direction)
    _rank_by_tiles(images, texts, owner, rankings)
    return rankings[0].ranks, rankings[1].ranks


class _Ranking:
    """The ranks by the scores x_i·y_j − a_i b_j as they are counted, where a and b are coordinates along `direction`.

    A rival as similar as the best partner ranks above it. Scores that agree within rounding do so: a computed product
    of unit rows is off by h u, u = ε/2, so that two of equal rows differ by h ε at most. With a direction, b_j and its
    product with a_i are off by (h + 1) u more, and the difference by u.
    """

    def __init__(
        self, images: FloatArray, texts: FloatArray, owner: IntArray, direction: FloatArray | None = None
    ) -> None:
        dim, epsilon = images.shape[1], np.finfo(np.float64).eps
        own = _paired_products(images, texts, owner)
        if direction is None:
            rounding = dim * epsilon
            self._a, self._b = np.zeros(len(images)), np.zeros(len(texts))
        else:
            rounding = 2 * (dim + 1) * epsilon
            self._a, self._b = images @ direction, texts @ direction
            own -= self._a[owner] * self._b
        best = np.full(len(images), -np.inf)
        np.maximum.at(best, owner, own)
        self._levels = best - rounding, own - rounding
        self.ranks = np.ones(len(images), dtype=np.int64), np.ones(len(texts), dtype=np.int64)

    def counts(self, scores: FloatArray, rows: slice, columns: slice) -> tuple[IntArray, IntArray]:
        """Return the rivals, by row and by column, in a tile x_i·y_j with −inf where the two belong together."""
        found = np.zeros(scores.shape[0], dtype=np.int64), np.zeros(scores.shape[1], dtype=np.int64)
        count_at_least(
            scores,
            *(self._a[rows], self._b[columns]),
            *(self._levels[0][rows], self._levels[1][columns]),
            *found,
        )
        return found

    def add(self, found: tuple[IntArray, IntArray], rows: slice, columns: slice) -> None:
        """Take in the counts of a tile."""
        self.ranks[0][rows] += found[0]
        self.ranks[1][columns] += found[1]


def _paired_products(images: FloatArray, texts: FloatArray, owner: IntArray) -> FloatArray:
    paired = np.empty(len(texts))
    for start in range(0, len(texts), TILE[1]):
        part = slice(start, start + TILE[1])
        paired[part] = np.einsum("ij,ij->i", images[owner[part]], texts[part])
    return paired


def _rank_by_tiles(images: FloatArray, texts: FloatArray, owner: IntArray, rankings: Sequence[_Ranking]) -> None:
    """Give every tile of the product of all images with all texts to the rankings, in bounded memory."""
    order = np.argsort(owner, kind="stable")
    ends = np.searchsorted(owner[order], np.arange(0, len(images) + TILE[0], TILE[0]))
    held = threading.local()

    def counted(tile: tuple[slice, slice]) -> list[tuple[IntArray, IntArray]]:
        rows, columns = tile
        shape = rows.stop - rows.start, columns.stop - columns.start
        if not hasattr(held, "buffer"):
            held.buffer = np.empty(TILE[0] * TILE[1])
        scores = np.matmul(images[rows], texts[columns].T, out=held.buffer[: shape[0] * shape[1]].reshape(shape))
        block = rows.start // TILE[0]
        own = order[ends[block] : ends[block + 1]]
        here = own[(own >= columns.start) & (own < columns.stop)]
        # A partner is no rival, nor is a second caption of the image.
        scores[owner[here] - rows.start, here - columns.start] = -np.inf
        return [ranking.counts(scores, rows, columns) for ranking in rankings]

    tiles = [(rows, columns) for rows in _parts(len(images), TILE[0]) for columns in _parts(len(texts), TILE[1])]
    entries = min(len(images), TILE[0]) * min(len(texts), TILE[1])
    for tile, found in zip(tiles, spread(counted, tiles, entries), strict=True):
        for ranking, counts in zip(rankings, found, strict=True):
            ranking.add(counts, *tile)


def _parts(count: int, size: int) -> list[slice]:
    return [slice(start, min(start + size, count)) for start in range(0, count, size)]


def partner_ranks(
    queries: FloatArray, candidates: FloatArray, partners: tuple[IntArray, IntArray] | None = None
) -> IntArray:
    """Return for each query the rank, from 1, of the most similar of its partners.

    Parameters
    ----------
    queries, candidates : ndarray, shapes (Q, h) and (C, h)
        Unit rows.
    partners : pair of ndarray of int, shape (P,), optional
        Rows of queries and rows of candidates that belong together; every query occurs. Without it row i of both.

    Returns
    -------
    ndarray of int, shape (Q,)
        One more than the number of candidates at least as similar as the best partner that are no partners of the
        query themselves. The pessimistic rule: under the optimistic one, embeddings collapsed to a point would
        retrieve perfectly. Cosines that agree within rounding (h ε) are ties, since equal rows need not give equal
        bits.
    """
    if partners is None:
        partners = np.arange(len(queries)), np.arange(len(candidates))
    order = np.argsort(partners[0], kind="stable")
    query, candidate = partners[0][order], partners[1][order]
    rounding = queries.shape[1] * np.finfo(np.float64).eps
    ranks = np.empty(len(queries), dtype=np.int64)
    step = max(1, BLOCK_ENTRIES // len(candidates))
    for start in range(0, len(queries), step):
        cosines = queries[start : start + step] @ candidates.T
        own = slice(*np.searchsorted(query, (start, start + len(cosines))))
        at = query[own] - start, candidate[own]
        best = np.full(len(cosines), -np.inf)
        np.maximum.at(best, at[0], cosines[at])
        # A second caption of the image is no rival of the first.
        cosines[at] = -np.inf
        ranks[start : start + step] = 1 + np.count_nonzero(cosines >= best[:, None] - rounding, axis=1)
    return ranks


def shares_within(ranks: IntArray, ks: Sequence[int]) -> dict[int, float]:
    """Return for each k the share of ranks that are at most k."""
    return {int(k): float(np.mean(ranks <= k)) for k in ks}


# --- checks ----------------------------------------------------------------------------------------------------------


def require_cutoffs(ks: Sequence[int]) -> None:
    """Raise `InputError` unless every k is an integer of at least 1."""
    for k in ks:
        if not isinstance(k, int | np.integer) or isinstance(k, bool) or k < 1:
            raise InputError("ks", repr(k), "integers >= 1")


def require_same_dimension(first: FloatArray, second: FloatArray, names: tuple[str, str]) -> None:
    """Raise `InputError` unless both have rows of one length."""
    if first.shape[1] != second.shape[1]:
        raise InputError(names[1], f"shape {second.shape}", f"(M, {first.shape[1]}), the dimension of {names[0]}")


def require_rows_of(name: str, values: Any, count: int, rows: int, what: str) -> IntArray:
    """Return `count` integers in [0, rows), or raise `InputError`; `what` says what they are rows of."""
    array = np.asarray(values)
    if array.dtype.kind not in "iu" or array.shape != (count,):
        raise InputError(name, f"{array.dtype} of shape {array.shape}", f"{count} integers, rows of {what}")
    wrong = (array < 0) | (array >= rows)
    if wrong.any():
        at = int(wrong.argmax())
        raise InputError(name, f"{array[at]} at {at}", f"rows of {what}, from 0 to {rows - 1}")
    return array.astype(np.int64)


def checked_owner(owner: Any, images: int, texts: int, names: tuple[str, str]) -> IntArray:
    rows = require_rows_of("owner", owner, texts, images, names[0])
    without = np.bincount(rows, minlength=images) == 0
    if without.any():
        raise InputError("owner", f"no text of row {int(without.argmax())} of {names[0]}", "a text of every image")
    return rows
