"""What the theory predicts for paired embeddings, held against them: one plain answer a question, with an interval.

Intervals are BCa bootstrap over pairs for means, and ranges over random halves for spectra and recalls, which
a pair drawn twice would falsify. What chance gives comes from `numerics.embeddings.null_models`. Everything is seeded.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from modgap.paper_checks.io.console import jsonable
from modgap.paper_checks.io.whole import write_whole
from modgap.paper_checks.measured.alignment import isometry, projection
from modgap.paper_checks.measured.answers import DRAWS, SEED, SPLITS, Answer
from modgap.paper_checks.measured.collapse import collapse, smallest_angle
from modgap.paper_checks.measured.pairs import Pairs
from modgap.paper_checks.measured.phase import phase, preferred
from modgap.paper_checks.measured.ranks import seen

__all__ = ["QUESTIONS", "answers", "document", "text", "write_predictions"]

QUESTIONS: tuple[Callable[[Pairs], Answer], ...] = (
    collapse,
    smallest_angle,
    phase,
    preferred,
    seen,
    isometry,
    projection,
)


def answers(pairs: Pairs) -> list[Answer]:
    """Return the answers, in the order of `QUESTIONS`; two of them need a temperature that is known."""
    asked = (question for question in QUESTIONS if pairs.temperature is not None or question not in (phase, preferred))
    return [question(pairs) for question in asked]


def document(pairs: Pairs, found: list[Answer]) -> dict[str, Any]:
    """Return data, seed and answers as JSON values."""
    return {
        **pairs.record(),
        "seed": SEED,
        "bootstrap_draws": DRAWS,
        "splits": SPLITS,
        "answers": {
            a.name: {"question": a.question, "answer": a.sentence, "details": a.details, "figures": a.figures}
            for a in found
        },
    }


def text(pairs: Pairs, found: list[Answer]) -> str:
    """Return the answers in Markdown."""
    limit = [] if pairs.limit is None else [f"Limit: {pairs.limit}."]
    how = f"Seed {SEED}; brackets hold 95 % of {DRAWS} bootstrap draws, {SPLITS} random halves, or chance, as said."
    lines = [f"{pairs.title}.", *limit, how]
    return "\n\n".join([*lines, *(part for a in found for part in _printed(a))])


def _printed(answer: Answer) -> list[str]:
    return [f"**{answer.question}** {answer.sentence}", "\n".join(f"* {detail}" for detail in answer.details)]


def write_predictions(pairs: Pairs, folder: Path) -> tuple[list[Path], list[Answer]]:
    """Write the answers as predictions.md and predictions.json to a folder; return the paths and the answers."""
    found = answers(pairs)
    contents = {
        "md": text(pairs, found),
        "json": json.dumps(jsonable(document(pairs, found)), indent=2, ensure_ascii=False, allow_nan=False),
    }
    return write_whole({folder / f"predictions.{s}": f"{c}\n".encode() for s, c in contents.items()}), found
