"""Bootstrap intervals as the commands compute, print and write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.console import nested, warn, with_progress

if TYPE_CHECKING:
    from modgap.numerics.embeddings.bootstrap import Interval
    from modgap.numerics.embeddings.weighted import UnitFigures

__all__ = ["Intervals", "check_resamples", "computed_intervals"]

FloatArray = NDArray[np.float64]
LEVEL = 0.95


@dataclass(frozen=True, eq=False)
class Intervals:
    """The intervals of figures of so many pairs, by name, parts joined by dots."""

    figures: dict[str, Interval]
    pairs: int
    resamples: int
    seed: int

    @classmethod
    def of(cls, x: FloatArray, y: FloatArray, resamples: int, seed: int) -> Intervals:
        """Return those of all figures of unit rows; of spectra only where there are rows enough, with a warning."""
        from modgap.numerics.embeddings.weighted import MeanFigures, PairwiseFigures, Units
        from modgap.numerics.embeddings.weighted_spectra import DISTINCT, SpectralFigures, enough_rows

        units = Units(x, y)
        n, dim = x.shape
        figures: list[UnitFigures] = [MeanFigures(units), PairwiseFigures(units)]
        if enough_rows(n, dim):
            figures.append(SpectralFigures(units))
        else:
            few = f"no intervals of ranks, angles and spectra: a resample holds about {DISTINCT * n:.0f} distinct rows"
            warn([f"{few}, too few for dimension h = {dim}"])
        return cls(computed_intervals(figures, resamples, seed), n, resamples, seed)

    def document(self) -> dict[str, Any]:
        """Return the JSON value: how they were computed, and by the names of the document estimate, low and high."""
        values = {
            name: {"estimate": i.estimate, "low": i.low, "high": i.high, **({"note": i.note} if i.note else {})}
            for name, i in self.figures.items()
        }
        return {
            "method": "bca",
            "level": LEVEL,
            "resamples": self.resamples,
            "seed": self.seed,
            "pairs": self.pairs,
            "figures": nested(values),
        }

    def caption(self, pairs: int) -> str:
        """Return how they were computed, in words, where there are so many pairs in all."""
        part = "" if self.pairs == pairs else f" of {self.pairs} of the pairs: wider than those of all would be"
        dashes = any(i.low.ndim == 0 and np.isnan(i.low) for i in self.figures.values())
        return f"BCa intervals from {self.resamples} resamples{part}{'; –: no interval' if dashes else ''}"

    def cell(self, forms: dict[str, str]) -> str:
        """Return the intervals of the named figures in print, each by its format, on lines of their own."""
        return "\n".join(printed(self.figures[name], form) for name, form in forms.items() if name in self.figures)


def printed(interval: Interval, form: str) -> str:
    """Return [low, high], or a dash where there is none."""
    if np.isnan(interval.low):
        return "–"
    return f"[{float(interval.low):{form}}, {float(interval.high):{form}}]"


def check_resamples(resamples: int | None) -> None:
    """Raise `InputError` where --bootstrap is neither 0 (no intervals) nor enough; to be called before measuring."""
    from modgap.numerics.embeddings.bootstrap import LEAST_RESAMPLES

    if resamples and resamples < LEAST_RESAMPLES:
        expected = f"0, for no intervals, or an integer of at least {LEAST_RESAMPLES}"
        raise InputError("--bootstrap", str(resamples), expected)


def computed_intervals(figures: list[UnitFigures], resamples: int, seed: int) -> dict[str, Interval]:
    """Return intervals, with progress on a terminal."""
    from modgap.numerics.embeddings.bootstrap import bootstrap_intervals

    return with_progress(
        "resampling …",
        lambda report: bootstrap_intervals(figures, resamples, LEVEL, seed, report=report),
    )
