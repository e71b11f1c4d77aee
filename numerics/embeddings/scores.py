"""What the scores of paired embeddings are made of: offsets of rows, offsets of columns, and what tells pairs apart.

A score x_i·y_j is m + r_i + c_j + p_ij with m = x̄·ȳ, r_i = (x_i − x̄)·ȳ, c_j = x̄·(y_j − ȳ) and
p_ij = (x_i − x̄)·(y_j − ȳ). Softmax over j, and so ranks of image to text, do not see m and r_i; ranks of text to
image do not see m and c_j. So a gap (the part of x̄ and ȳ that differs) moves ranks by offsets alone, and one that
is orthogonal to both centred spans moves none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from modgap.numerics.checks import paired_embeddings, unit_rows
from modgap.numerics.embeddings.retrieval import partner_ranks, shares_within

__all__ = ["ScoreParts", "score_parts"]

NAMES = ("x", "y")


@dataclass(frozen=True)
class ScoreParts:
    """The parts of all N² scores.

    Attributes
    ----------
    mean : float
        m.
    row_share, column_share, pair_share : float
        Shares of r_i, c_j and p_ij in the variance of the scores; they add up to 1 (NaN where scores do not vary).
    recall_image_to_text, recall_text_to_image : pair of float
        Recall at 1 of the scores, and of the pair part p_ij alone.
    """

    mean: float
    row_share: float
    column_share: float
    pair_share: float
    recall_image_to_text: tuple[float, float]
    recall_text_to_image: tuple[float, float]


def score_parts(x: Any, y: Any, names: tuple[str, str] = NAMES) -> ScoreParts:
    """Return what the scores x_i·y_j of paired embeddings are made of.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Images and texts, N >= 2. Rows are normalised first.
    names : pair of str
        What to call them in messages.

    Raises
    ------
    InputError
        (a ValueError) As `modgap.numerics.checks.paired_embeddings`.

    Examples
    --------
    A gap that is orthogonal to all that varies takes no part:

    >>> import numpy as np
    >>> u = np.array([[1.0, 0, 0], [-0.5, 0.75**0.5, 0], [-0.5, -(0.75**0.5), 0]])
    >>> parts = score_parts((u + [0, 0, 1]) / 2**0.5, (u - [0, 0, 1]) / 2**0.5)
    >>> round(parts.pair_share, 6), parts.recall_image_to_text
    (1.0, (1.0, 1.0))
    """
    first, second = paired_embeddings(x, y, names)
    first, second = unit_rows(names[0], first), unit_rows(names[1], second)
    means = first.mean(axis=0), second.mean(axis=0)
    u, v = first - means[0], second - means[1]
    rows, columns = float(np.mean((u @ means[1]) ** 2)), float(np.mean((v @ means[0]) ** 2))
    # Σ_ij (u_i·v_j)² is the inner product of the two Gram matrices of coordinates.
    pairs = float(np.sum((u.T @ u) * (v.T @ v))) / len(u) ** 2
    total = rows + columns + pairs
    shares = [part / total if total > 0 else float("nan") for part in (rows, columns, pairs)]
    at_one = {
        name: tuple(float(shares_within(partner_ranks(*sides), (1,))[1]) for sides in both)
        for name, both in (("image", ((first, second), (u, v))), ("text", ((second, first), (v, u))))
    }
    return ScoreParts(float(means[0] @ means[1]), *shares, at_one["image"], at_one["text"])  # type: ignore[arg-type]
