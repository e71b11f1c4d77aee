"""What of a score is an offset of its row, of its column, or says something about the pair.

Rows x_i and y_j are cut along the gap direction g = (x̄ − ȳ)/|x̄ − ȳ|, the direction between the two means:
x_i = a_i g + u_i, y_j = b_j g + v_j with u, v ⟂ g. A score x_i·y_j is then a_i b_j + u_i·v_j. Like every matrix, that
of the scores is a constant, an offset r_i of its row, an offset c_j of its column, and a pair part with no mean in rows
and columns. Softmax over a row, and the rank of a text for an image, do not change with r_i; those of an image for a
text do not change with c_j. So of a gap vector that is constant in each modality nothing is seen by loss or ranks, and
what is seen of a gap at all is what varies from row to row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import paired_embeddings, unit_rows

__all__ = ["ScoreParts", "score_parts", "without_gap_direction"]

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class ScoreParts:
    """How the variance of all N² scores x_i·y_j, and of those a_i b_j along the gap direction, is made up.

    Attributes
    ----------
    row, column, pair : float
        Shares of the variance of the scores that are offsets of images (rows), of texts (columns), and neither; they
        add up to 1 (NaN where all scores agree).
    gap_row, gap_column, gap_pair : float
        The same for the part a_i b_j of the scores along the gap direction.
    gap_share : float
        Variance of a_i b_j over that of the scores.
    recall_without : dict
        Recall at 1, 5 and 10 by the scores u_i·v_j, in both directions.
    """

    row: float
    column: float
    pair: float
    gap_row: float
    gap_column: float
    gap_pair: float
    gap_share: float
    recall_without: dict[str, dict[int, float]]


def _shares(row: float, column: float, whole: float) -> tuple[float, float, float]:
    """Return the shares of the variance of row and column offsets, and of what is left."""
    if whole <= 0:
        return (float("nan"),) * 3
    return row / whole, column / whole, max(0.0, 1 - (row + column) / whole)


def score_parts(x: Any, y: Any, names: tuple[str, str] = ("x", "y")) -> ScoreParts:
    """Return what of the scores of paired embeddings are offsets of rows and of columns, and what is about pairs.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings, N >= 2; rows are normalised first.
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    ScoreParts

    Raises
    ------
    InputError
        (a ValueError) As `numerics.embeddings.gap.modality_gap`.

    Notes
    -----
    The offset of row i is x_i·ȳ − x̄·ȳ, whose variance is ȳᵀ Cov(x) ȳ; the variance of all scores is
    E (x·y)² − (x̄·ȳ)² over independent rows, tr(S_x S_y) − (x̄·ȳ)² with the second moments S. So no N × N matrix is held
    but for the recalls, which are taken in blocks.

    Examples
    --------
    >>> import numpy as np
    >>> u = np.random.default_rng(0).standard_normal((50, 4))
    >>> u /= np.linalg.norm(u, axis=1, keepdims=True)
    >>> tilt = lambda sign: np.column_stack([np.full(50, 0.6 * sign), 0.8 * u])  # a constant gap vector
    >>> parts = score_parts(tilt(1), tilt(-1))
    >>> round(parts.gap_share, 12)
    0.0
    """
    first, second = (unit_rows(n, v) for n, v in zip(names, paired_embeddings(x, y, names), strict=True))
    means = first.mean(0), second.mean(0)
    row, column = float(np.var(first @ means[1])), float(np.var(second @ means[0]))
    moments = [rows.T @ rows / len(rows) for rows in (first, second)]
    whole = float(np.sum(moments[0] * moments[1]) - (means[0] @ means[1]) ** 2)
    direction = means[0] - means[1]
    length = float(np.linalg.norm(direction))
    a, b = (np.zeros(len(first)),) * 2 if length == 0 else (first @ direction / length, second @ direction / length)
    gap_row, gap_column = float(np.var(a) * b.mean() ** 2), float(np.var(b) * a.mean() ** 2)
    gap_whole = float((a**2).mean() * (b**2).mean() - (a.mean() * b.mean()) ** 2)
    rest = without_gap_direction(first, second)
    return ScoreParts(
        *_shares(row, column, whole),
        *_shares(gap_row, gap_column, gap_whole),
        gap_share=gap_whole / whole if whole > 0 else float("nan"),
        recall_without=_recall_of_scores(*rest),
    )


def without_gap_direction(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return rows less their part along x̄ − ȳ, not normalised again: what is left of the scores is u_i·v_j."""
    direction = x.mean(0) - y.mean(0)
    length = float(np.linalg.norm(direction))
    if length == 0:
        return x, y
    g = direction / length
    return x - np.outer(x @ g, g), y - np.outer(y @ g, g)


def _recall_of_scores(x: FloatArray, y: FloatArray, ks: tuple[int, ...] = (1, 5, 10)) -> dict[str, dict[int, float]]:
    """Return recalls by inner products, not cosines; ties count against, as in `retrieval.recall`."""
    out = {}
    for name, queries, candidates in (("image_to_text", x, y), ("text_to_image", y, x)):
        ranks = np.empty(len(queries), dtype=np.int64)
        step = max(1, 2**22 // len(candidates))
        for start in range(0, len(queries), step):
            scores = queries[start : start + step] @ candidates.T
            own = scores[np.arange(len(scores)), np.arange(start, start + len(scores))]
            ranks[start : start + step] = (scores >= own[:, None]).sum(1)
        out[name] = {k: float((ranks <= k).mean()) for k in ks}
    return out
