"""Random pairs of rows, for figures whose cost grows with the square of their number."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, finite_unit_rows
from modgap.numerics.embeddings.summary import taken
from modgap.paper_checks.io.console import ARGUMENTS

__all__ = ["MOST_PAIRS", "SAMPLE_PAIRS", "sampled_rows", "unit_pairs_of"]

#: Above this many pairs a sample stands for all; so many pairs it has.
MOST_PAIRS, SAMPLE_PAIRS = 10_000, 5_000


def sampled_rows(rows: NDArray[np.int64], size: int | None, seed: int, option: str) -> NDArray[np.int64]:
    """Return `size` of the rows at random, ascending; by default all, or `SAMPLE_PAIRS` of more than `MOST_PAIRS`.

    Raises
    ------
    InputError
        For a size below 2, in the name of the option, and a negative seed.
    """
    if size is not None and size < 2:
        raise InputError(option, str(size), "an integer of at least 2")
    if seed < 0:
        raise InputError("--seed", str(seed), "an integer of at least 0")
    if size is None:
        size = SAMPLE_PAIRS if len(rows) > MOST_PAIRS else len(rows)
    if size >= len(rows):
        return rows
    return np.sort(np.random.default_rng(seed).choice(rows, size, replace=False))


def unit_pairs_of(
    x: NDArray[Any], y: NDArray[Any], rows: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return these rows of checked arrays at length 1; of their norms a pass over all has warned already."""
    first, second = (
        finite_unit_rows(name, taken(values, rows))[0] for name, values in zip(ARGUMENTS, (x, y), strict=True)
    )
    return first, second
