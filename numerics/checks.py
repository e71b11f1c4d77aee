"""Checks of arguments: bad input is named, shown, and told what was expected."""

from __future__ import annotations

import math
import sys
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "InputError",
    "NormalisationWarning",
    "checked_form",
    "divided_by_norms",
    "embeddings",
    "farthest_from_one",
    "finite_rows",
    "finite_unit_rows",
    "paired_embeddings",
    "paired_forms",
    "require_temperature",
    "require_unit_norms",
    "resolution",
    "unit_embeddings",
    "unit_rows",
    "warn_of_norm",
]

NORM_TOLERANCE = 1e-3
# Squared norms between these have lost nothing to underflow, and are no overflow.
PLAIN = 1e-250, 1e300


class InputError(ValueError):
    """Bad input. The message is one line that names the argument, its value and what was expected."""

    def __init__(self, argument: str, got: str, expected: str) -> None:
        super().__init__(f"{argument}: got {got}; expected {expected}")
        self.argument, self.got, self.expected = argument, got, expected


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
    return finite_rows(name, checked_form(name, values, min_rows))


def checked_form(name: str, values: Any, min_rows: int = 2) -> NDArray[Any]:
    """Return `values` as an array (N, h) of real numbers, not copied and not read; errors as `embeddings`."""
    array = np.asarray(values)
    if array.dtype.kind not in "fiu":
        raise InputError(name, f"an array of dtype {array.dtype}", "real floating-point numbers")
    if array.ndim != 2:
        raise InputError(name, f"shape {array.shape}", "a two-dimensional array (N, h), one embedding a row")
    if len(array) < min_rows or array.shape[1] == 0:
        raise InputError(name, f"shape {array.shape}", f"(N, h) with N >= {min_rows} rows and h >= 1")
    return array


def finite_rows(name: str, rows: NDArray[Any], first: int = 0, total: int | None = None) -> NDArray[np.float64]:
    """Return rows `first` and on, of `total`, in double precision; errors as `embeddings`, with the row's number."""
    return _finite(name, rows, first, total)[0]


def finite_unit_rows(
    name: str, rows: NDArray[Any], first: int = 0, total: int | None = None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return rows `first` and on, of `total`, at length 1, and the norms that they had; errors as `embeddings`."""
    return _divided(*_finite(name, rows, first, total))


def _finite(
    name: str, rows: NDArray[Any], first: int, total: int | None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return a copy in double precision, and its squared norms, which may overflow or underflow."""
    array = rows.astype(np.float64)
    squares = _squares(array)
    if _plain(squares).all():
        return array, squares
    peaks = np.abs(array).max(axis=1)
    total = len(array) if total is None else total
    for bad, what, expected in (
        (~np.isfinite(peaks), "holds NaN or infinity", "finite numbers only"),
        (peaks == 0, "is zero", "non-zero rows: a zero row has no direction"),
    ):
        if bad.any():
            raise InputError(name, f"row {first + int(bad.argmax())} of {total}, which {what}", expected)
    return array, squares


def paired_embeddings(
    x: Any, y: Any, names: tuple[str, str] = ("x", "y"), min_rows: int = 2
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return both arguments checked by `embeddings`, of one shape (N, h).

    Raises
    ------
    InputError
        If either is bad, or the shapes differ.
    """
    first, second = paired_forms(x, y, names, min_rows)
    return finite_rows(names[0], first), finite_rows(names[1], second)


def paired_forms(
    x: Any, y: Any, names: tuple[str, str] = ("x", "y"), min_rows: int = 2
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return both arguments checked by `checked_form`, of one shape, not copied and not read."""
    first, second = checked_form(names[0], x, min_rows), checked_form(names[1], y, min_rows)
    if first.shape != second.shape:
        raise InputError(
            names[1],
            f"shape {second.shape}",
            f"the shape {first.shape} of {names[0]}: row i of both is a pair of one dimension",
        )
    return first, second


def unit_rows(name: str, rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rows divided by their norms, with a `NormalisationWarning` if any norm is off by more than 1e-3."""
    unit, norms = divided_by_norms(rows)
    worst = farthest_from_one(norms)
    warn_of_norm(name, worst, norms[worst])
    return unit


def unit_embeddings(name: str, form: NDArray[Any]) -> NDArray[np.float64]:
    """Return the rows of an array that `checked_form` has passed at length 1, copied once; else as `unit_rows`."""
    unit, norms = finite_unit_rows(name, form)
    worst = farthest_from_one(norms)
    warn_of_norm(name, worst, norms[worst])
    return unit


def divided_by_norms(rows: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the rows at length 1, and the norms (N,) that they had."""
    return _divided(rows.copy(), _squares(rows))


def _divided(
    rows: NDArray[np.float64], squares: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the same, in the place of the rows, of these squared norms."""
    if _plain(squares).all():
        norms = np.sqrt(squares)
        rows /= norms[:, None]
        return rows, norms
    # Dividing by the peak first keeps the squares from overflow and underflow.
    peaks = np.abs(rows).max(axis=1, keepdims=True)
    rows /= peaks
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= lengths
    with np.errstate(over="ignore"):
        return rows, (peaks * lengths)[:, 0]


def _squares(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the squared norms of rows, which may overflow, underflow, or be NaN."""
    with np.errstate(all="ignore"):
        squares: NDArray[np.float64] = np.einsum("ij,ij->i", rows, rows)
        return squares


def _plain(squares: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which rows are finite, not zero, and so scaled that the root of this is their norm to the last digits."""
    return (squares > PLAIN[0]) & (squares < PLAIN[1])


def farthest_from_one(norms: NDArray[np.float64]) -> int:
    """Return the row of the norm farthest from 1."""
    return int(np.abs(norms - 1).argmax())


def warn_of_norm(name: str, row: int, norm: float) -> None:
    """Warn that rows are not of unit norm, if this row's, the worst of all, is off by more than 1e-3."""
    if abs(norm - 1) > NORM_TOLERANCE:
        warnings.warn(
            f"{name}: rows are not of unit norm (row {row} has norm {norm:.6g}); they have been normalised",
            NormalisationWarning,
            stacklevel=4,
        )


def resolution(values: Any) -> float:
    """Return the machine epsilon of the numbers as given: what is below it is rounding, not data."""
    if type(values).__module__.partition(".")[0] == "torch":
        return float(sys.modules["torch"].finfo(values.dtype).eps) if values.is_floating_point() else 2.0**-52
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


def require_temperature(value: float, name: str = "temperature", largest: float = sys.float_info.max) -> None:
    """Raise `InputError` unless the temperature is a finite positive number with 1/τ at most `largest`."""
    if not (math.isfinite(value) and value > 0):
        raise InputError(name, f"{value:g}", "a finite number > 0")
    # As a product: 1/τ itself may overflow.
    if value * largest < 1:
        raise InputError(
            name, f"{value:g}", f"a finite number > 0, at least {1 / largest:.2g}: 1/τ must be representable"
        )
