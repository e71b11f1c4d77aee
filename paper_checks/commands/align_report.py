"""What an alignment method changes, on the pairs it was fitted to and on the others: figures, intervals, the table.

Intervals are for the fit as it is: what another draw of the fitted pairs would have changed is not in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.paper_checks.io.console import nested
from modgap.paper_checks.measured.intervals import Intervals, computed_intervals, printed

__all__ = ["Part", "print_report"]

FloatArray = NDArray[np.float64]
TITLES = {"fitted": "fitted pairs", "held_out": "held-out pairs"}
CHANGE_FORMS = {".2f": ".2f", ".4f": ".3f", ".3f": ".3f"}
#: The lines of the table, by the name of the figure: what to call it, and how to print it.
LINES = {
    "gap_degrees": ("modality gap, degrees", ".2f"),
    "gap_l2": ("distance of the means", ".4f"),
    "paired_cosine": ("cosine, paired", ".4f"),
    "unpaired_cosine": ("cosine, unpaired", ".4f"),
    **{
        f"recall.{direction}.{k}": (f"R@{k}, {direction.replace('_to_', ' → ')}", ".3f")
        for direction in ("image_to_text", "text_to_image")
        for k in (1, 5, 10)
    },
}


@dataclass(frozen=True, eq=False)
class Part:
    """The figures before and after, of so many pairs or of a sample of them.

    Attributes
    ----------
    figures : dict
        By before.NAME, after.NAME and change.NAME.
    pairs, sampled : int
        How many the part has, and how many the figures are of.
    intervals : Intervals, optional
        Of the figures.
    """

    figures: dict[str, float]
    pairs: int
    sampled: int
    intervals: Intervals | None

    @classmethod
    def of(
        cls,
        before: tuple[FloatArray, FloatArray],
        after: tuple[FloatArray, FloatArray],
        pairs: int,
        resamples: int,
        seed: int,
    ) -> Part:
        """Measure the same pairs before and after; no intervals where there are to be no resamples."""
        from modgap.numerics.embeddings.weighted import Compared, MeanFigures, Units

        compared = Compared(*(MeanFigures(Units(*rows)) for rows in (before, after)))
        figures = {name: float(values[0]) for name, values in compared(np.ones((1, compared.units))).items()}
        intervals = None
        if resamples != 0:
            found = computed_intervals([compared], resamples, seed)
            intervals = Intervals(found, compared.units, resamples, seed)
        return cls(figures, pairs, compared.units, intervals)

    @property
    def before(self) -> dict[str, Any]:
        """The figures before, as the JSON of `modgap gap` names them."""
        found: dict[str, Any] = nested(self.figures)["before"]
        return found

    @property
    def after(self) -> dict[str, Any]:
        """The figures after."""
        found: dict[str, Any] = nested(self.figures)["after"]
        return found

    def document(self) -> dict[str, Any]:
        """Return the JSON value."""
        return {
            "pairs": self.pairs,
            "sampled_pairs": self.sampled,
            **nested(self.figures),
            "intervals": None if self.intervals is None else self.intervals.document(),
        }

    def title(self, name: str) -> str:
        """Return what the part is called in the table."""
        of = "" if self.sampled == self.pairs else f"{self.sampled}, drawn at random, of "
        return f"{of}{self.pairs} {TITLES[name]}"

    def cells(self, name: str, form: str) -> list[str]:
        """Return before, after, and the change with its interval."""
        before, after, change = (self.figures[f"{when}.{name}"] for when in ("before", "after", "change"))
        if np.isnan(change):
            return [*("undefined" if np.isnan(v) else f"{v:{form}}" for v in (before, after)), ""]
        short = CHANGE_FORMS[form]
        interval = "" if self.intervals is None else f" {printed(self.intervals.figures[f'change.{name}'], short)}"
        return [f"{before:{form}}", f"{after:{form}}", f"{change:+{short}}{interval}"]


def print_report(document: dict[str, Any], parts: dict[str, Part]) -> None:
    """Print one table: each part's figures, then what the method kept."""
    from rich.console import Console
    from rich.table import Table

    title = f"{document['method']}, fitted to {document['fitted_pairs']} of {document['pairs']} pairs"
    intervals = parts["fitted"].intervals
    caption = ["R@k: recall at k"]
    if intervals is not None:
        caption.append(f"[·, ·]: 95 % BCa interval, {intervals.resamples} resamples")
    caption.append(f"seed {document['seed']}")
    table = Table("", "before", "after", "change", title=title, caption="; ".join(caption))
    for name, part in parts.items():
        table.add_section()
        table.add_row(part.title(name))
        for figure, (label, form) in LINES.items():
            table.add_row(f"  {label}", *part.cells(figure, form))
    table.add_section()
    for name, value in document["kept"].items():
        shown = " × ".join(map(str, value["shape"])) if isinstance(value, dict) else str(value)
        table.add_row(f"kept: {name.replace('_', ' ')}", "", shown)
    if document["sensitivity"] is not None:
        _add_sensitivity(table, document["sensitivity"])
    Console().print(table)


def _add_sensitivity(table: Any, found: dict[str, Any]) -> None:
    table.add_section()
    table.add_row("d_overlap at epsilon", "", "", ", ".join(f"{epsilon:g}" for epsilon in found["epsilons"]))
    for variance, counts in zip(found["variances"], found["shared"], strict=True):
        table.add_row(f"  variance {variance:g}", "", "", ", ".join(map(str, counts)))
