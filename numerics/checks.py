"""Checks of arguments: bad input is named, shown, and told what was expected."""

from __future__ import annotations

import math
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "InputError",
    "NormalisationWarning",
    "embeddings",
    "paired_embeddings",
    "require_temperature",
    "require_unit_norms",
    "resolution",
    "unit_rows",
]

NORM_TOLERANCE = 1e-3


class InputError(ValueError):
    """Bad input. The message is one line that names the argument, its value and what was expected."""

    def __init__(self, argument: str, got: str, expected: str) -> None:
        super().__init__(f"{argument}: got {got}; expected {expected}")


class NormalisationWarning(UserWarning):
    """Rows were not of unit norm and have been normalised."""


def embeddings(name: str, values: Any, min_rows: int = 2) -> NDArray[np.float64]:
    """Return `values` as a float64 array (N, h) of finite, non-zero rows.

    Parameters
    ----------
    name : str
        What to call the argument in a message.
    values : array_like, shape (N, h)
        Real numbers, one embedding a row.
    min_rows : int
        Least N accepted.

    Raises
    ------
    InputError
        If it is not such an array; the message says which row offends, and how.
    """
    array = np.asarray(values)
    if array.dtype.kind not in "fiu":
        raise InputError(name, f"an array of dtype {array.dtype}", "real floating-point numbers")
    if array.ndim != 2:
        raise InputError(name, f"shape {array.shape}", "a two-dimensional array (N, h), one embedding a row")
    if len(array) < min_rows or array.shape[1] == 0:
        raise InputError(name, f"shape {array.shape}", f"(N, h) with N >= {min_rows} rows and h >= 1")
    array = array.astype(np.float64)
    peaks = np.abs(array).max(axis=1)
    _reject_row(name, ~np.isfinite(peaks), peaks, "holds NaN or infinity", "finite numbers only")
    _reject_row(name, peaks == 0, peaks, "is zero", "non-zero rows: a zero row has no direction")
    return array


def _reject_row(name: str, bad: NDArray[np.bool_], rows: NDArray[np.float64], what: str, expected: str) -> None:
    if bad.any():
        raise InputError(name, f"row {int(bad.argmax())} of {len(rows)}, which {what}", expected)


def paired_embeddings(
    x: Any, y: Any, names: tuple[str, str] = ("x", "y"), min_rows: int = 2
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return both arguments checked by `embeddings`, of one shape (N, h).

    Raises
    ------
    InputError
        If either is bad, or the shapes differ.
    """
    first, second = embeddings(names[0], x, min_rows), embeddings(names[1], y, min_rows)
    if first.shape != second.shape:
        raise InputError(
            names[1],
            f"shape {second.shape}",
            f"the shape {first.shape} of {names[0]}: row i of both is a pair of one dimension",
        )
    return first, second


def unit_rows(name: str, rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rows divided by their norms, with a `NormalisationWarning` if any norm is off by more than 1e-3."""
    # Dividing by the peak first keeps the squares from overflow and underflow.
    peaks = np.abs(rows).max(axis=1, keepdims=True)
    scaled = rows / peaks
    lengths = np.linalg.norm(scaled, axis=1, keepdims=True)
    with np.errstate(over="ignore"):
        norms = (peaks * lengths)[:, 0]
    off = np.abs(norms - 1)
    if off.max() > NORM_TOLERANCE:
        worst = int(off.argmax())
        warnings.warn(
            f"{name}: rows are not of unit norm (row {worst} has norm {norms[worst]:.6g}); they have been normalised",
            NormalisationWarning,
            stacklevel=3,
        )
    return scaled / lengths


def resolution(values: Any) -> float:
    """Return the machine epsilon of the numbers as given: what is below it is rounding, not data."""
    dtype = np.asarray(values).dtype
    return float(np.finfo(dtype if dtype.kind == "f" else np.float64).eps)


def require_unit_norms(name: str, norms: NDArray[Any], tolerance: float) -> None:
    """Raise `InputError` for the row whose norm is farthest from 1, if that is farther than `tolerance` (or NaN)."""
    off = np.abs(norms - 1)
    if not np.all(off <= tolerance):
        worst = int(np.argmax(np.where(np.isnan(off), np.inf, off)))
        raise InputError(
            name,
            f"row {worst} of norm {norms[worst]:.9g}",
            f"unit rows, norm 1 within {tolerance:g}: normalise first",
        )


def require_temperature(value: float) -> None:
    """Raise `InputError` unless the temperature is a finite positive number."""
    if not (math.isfinite(value) and value > 0):
        raise InputError("temperature", f"{value:g}", "a finite number > 0")
