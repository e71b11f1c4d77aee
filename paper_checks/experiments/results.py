"""What an experiment found: a verdict, a sentence, a table, and intervals over seeds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import t as student

from modgap.paper_checks.measured.answers import Interval
from modgap.paper_checks.training.run import Trained

__all__ = ["AGREE", "CANNOT_TELL", "DISAGREE", "Result", "Runs", "Seeded", "at_end", "cell", "seeded", "table"]

AGREE, DISAGREE, CANNOT_TELL = "agrees", "does not agree", "cannot tell"
#: The models of every family, by seed.
Runs = dict[str, list[Trained]]
LEVEL = 0.95


@dataclass(frozen=True)
class Seeded:
    """Mean over seeds, with Student's 95 % interval for it; values that are undefined are left out and counted."""

    mean: float
    interval: Interval
    undefined: int

    def text(self, form: str) -> str:
        """Return mean and interval in print."""
        if math.isnan(self.mean):
            return "undefined"
        if math.isinf(self.interval.high):
            return f"(one seed) {self.mean:{form}}"
        left_out = f" ({self.undefined} undefined)" if self.undefined else ""
        return f"{self.mean:{form}} {self.interval.text(form)}{left_out}"

    def record(self) -> dict[str, Any]:
        """Return the same as JSON values."""
        return {"mean": self.mean, "low": self.interval.low, "high": self.interval.high, "undefined": self.undefined}


@dataclass(frozen=True)
class Result:
    """What one experiment found.

    Attributes
    ----------
    name, question : str
        The question that was put.
    claims : tuple of str
        Ids of the claims it is about.
    verdict : str
        `AGREE`, `DISAGREE` or `CANNOT_TELL`, of experiment with theory.
    sentence : str
        The answer, with its intervals.
    header, rows : sequences of str
        The table behind it.
    figures : dict
        The same as JSON values.
    """

    name: str
    question: str
    claims: tuple[str, ...]
    verdict: str
    sentence: str
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    figures: dict[str, Any]


def seeded(values: Iterable[float | None]) -> Seeded:
    """Return mean and interval of one value a seed."""
    found = np.array([math.nan if value is None else value for value in values], dtype=float)
    there = found[~np.isnan(found)]
    undefined = len(found) - len(there)
    if len(there) == 0:
        return Seeded(math.nan, Interval(math.nan, math.nan), undefined)
    mean = float(there.mean())
    if len(there) == 1:
        return Seeded(mean, Interval(-math.inf, math.inf), undefined)
    half = float(student.ppf((1 + LEVEL) / 2, len(there) - 1) * there.std(ddof=1) / math.sqrt(len(there)))
    return Seeded(mean, Interval(mean - half, mean + half), undefined)


def at_end(models: Sequence[Trained], key: str) -> Seeded:
    """Return a figure of the last epoch's `history`, over the seeds."""
    return seeded(model.record["history"][-1][key] for model in models)


def cell(models: Sequence[Trained], key: str, form: str) -> str:
    """Return the same in print."""
    return at_end(models, key).text(form)


def table(
    runs: Runs, names: Mapping[str, tuple[str, ...]], columns: dict[str, Callable[[list[Trained]], Seeded]], form: str
) -> tuple[list[tuple[str, ...]], dict[str, Any]]:
    """Return the rows of a table, a family each with its labels first, and the same as JSON values."""
    rows, record = [], {}
    for name, labels in names.items():
        found = {title: measure(runs[name]) for title, measure in columns.items()}
        rows.append((*labels, *(value.text(form) for value in found.values())))
        record[name] = {title: value.record() for title, value in found.items()}
    return rows, record
