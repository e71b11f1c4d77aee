"""An answer to one question about embeddings, and the intervals that go with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.embeddings.bootstrap import bootstrap_intervals
from modgap.numerics.embeddings.weighted import MeanFigures, Units
from modgap.paper_checks.measured.pairs import Pairs
from modgap.paper_checks.measured.splits import split_halves

__all__ = ["DRAWS", "SEED", "SPLITS", "Answer", "Interval", "mean_intervals", "over_halves", "range_of"]

FloatArray = NDArray[np.float64]

SEED = 0
#: Bootstrap draws of the pairs; random halves.
DRAWS, SPLITS = 1000, 20
LEVEL = 0.95


@dataclass(frozen=True)
class Interval:
    """A figure with the interval that holds 95 % of what resampling, splitting or chance gives."""

    low: float
    high: float

    def text(self, form: str) -> str:
        """Return the interval in print."""
        return f"[{self.low:{form}}, {self.high:{form}}]"

    def holds(self, value: float) -> bool:
        """Tell whether a value lies in the interval."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Answer:
    """What was asked, what was found in one sentence, what else was seen, and the figures behind it (JSON values)."""

    name: str
    question: str
    sentence: str
    details: list[str]
    figures: dict[str, Any]


def range_of(values: Iterable[float] | FloatArray) -> Interval:
    """Return the central 95 % range of the values."""
    low, high = np.quantile(np.asarray(list(values), dtype=float), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(low), float(high))


@lru_cache(maxsize=1)
def mean_intervals(pairs: Pairs) -> dict[str, Interval]:
    """Return bootstrap intervals of gap, cosines, concentrations and isometry error (BCa).

    Not of ranks, spectra and recalls: a pair drawn twice is one direction less, and its own rival.
    """
    figures = MeanFigures(Units(pairs.images, pairs.texts), ks=(1,))
    found = bootstrap_intervals([figures], DRAWS, LEVEL, SEED)
    return {name: Interval(float(interval.low), float(interval.high)) for name, interval in found.items()}


def over_halves(statistic: Callable[[FloatArray, FloatArray], float], pairs: Pairs, splits: int = SPLITS) -> Interval:
    """Return the 95 % range of a statistic over random halves of the pairs, without repetition."""
    halves = (split_halves(len(pairs.images), SEED + k)[0] for k in range(splits))
    return range_of(statistic(pairs.images[rows], pairs.texts[rows]) for rows in halves)
