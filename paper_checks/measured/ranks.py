"""What do ranks see of the gap? The scores' part along the gap direction, cut into offsets and a pair part."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.embeddings.offsets import ScoreParts, parts_and_recall, score_parts
from modgap.paper_checks.measured.answers import Answer, over_halves
from modgap.paper_checks.measured.pairs import Pairs

__all__ = ["seen"]

FloatArray = NDArray[np.float64]
DIRECTIONS = ("image_to_text", "text_to_image")


def _moving(parts: ScoreParts, direction: str) -> float:
    """Return the share in the variance of all scores of what lies along the gap and is no offset of the query."""
    own = parts.gap_row if direction == DIRECTIONS[0] else parts.gap_column
    return parts.gap_share * (1 - own) if parts.gap_share > 0 else parts.gap_share


def seen(pairs: Pairs) -> Answer:
    """Answer which share of the scores lies along the gap and can move ranks: all of it but the query's own offset."""
    parts, recalls = parts_and_recall(pairs.images, pairs.texts, ks=(1,))
    moving = {name: _moving(parts, name) for name in DIRECTIONS}

    def over(direction: str) -> Any:
        return over_halves(lambda x, y: 100 * _moving(score_parts(x, y), direction), pairs)

    halves = {name: over(name) for name in DIRECTIONS}
    told = [f"{100 * moving[name]:.1f} % (over random halves {halves[name].text('.1f')})" for name in DIRECTIONS]
    sentence = (
        f"Of the variance of all scores {told[0]} lies along the gap direction and can move ranks of texts for an "
        f"image, {told[1]} those of images for a text; what is constant of the gap moves none."
    )
    with_gap, without = (" / ".join(f"{100 * r[name][1]:.1f}" for name in DIRECTIONS)
                         for r in (recalls, parts.recall_without))  # fmt: skip
    details = [
        f"Of all scores: image offsets {_percent(parts.row)}, text offsets {_percent(parts.column)}, "
        f"pair part {_percent(parts.pair)}.",
        f"Along the gap direction {_percent(parts.gap_share)}, of which image offsets {_percent(parts.gap_row)}, "
        f"text offsets {_percent(parts.gap_column)}, pair part {_percent(parts.gap_pair)}.",
        f"R@1 {with_gap} % (image to text and back), without the gap direction, not normalised again, {without} %.",
        "A gap that is one vector for all pairs, orthogonal to what varies, would move no rank, whatever its angle "
        "(`thm.1.gap_vector`).",
    ]
    figures = {
        "moving": moving,
        "moving_percent_halves": {name: [interval.low, interval.high] for name, interval in halves.items()},
        "shares": {"row": parts.row, "column": parts.column, "pair": parts.pair},
        "gap_share": parts.gap_share,
        "gap_shares": {"row": parts.gap_row, "column": parts.gap_column, "pair": parts.gap_pair},
        "recall_at_1": {name: recalls[name][1] for name in DIRECTIONS},
        "recall_at_1_without": {name: parts.recall_without[name][1] for name in DIRECTIONS},
    }
    return Answer("ranks", "What do ranks see of the gap?", sentence, details, figures)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
