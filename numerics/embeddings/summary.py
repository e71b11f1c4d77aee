"""What paired embeddings come to in one pass over blocks of rows: means, and factors that hold the spectra.

The rows may lie in memory or in a file that is mapped into it; of a mapped file no more than a block is held.
"""

from __future__ import annotations

import math
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import (
    farthest_from_one,
    finite_unit_rows,
    paired_forms,
    resolution,
    warn_of_norm,
)
from modgap.numerics.embeddings.sums import RunningMean
from modgap.numerics.threads import spread

__all__ = ["PairedSummary", "Spectrum", "Summary", "paired_blocks", "summarise", "taken", "unit_blocks"]

FloatArray = NDArray[np.float64]

# Numbers in a block of rows: 32 MiB in double precision.
BLOCK_ENTRIES = 2**22
# Rows scattered over a mapped file that are read before their pages are given back.
SCATTERED_ROWS = 256


@dataclass(frozen=True, eq=False)
class Spectrum:
    """Singular values of a matrix, descending, and its right singular vectors as rows of `right`."""

    singular_values: FloatArray
    right: FloatArray

    @classmethod
    def of(cls, matrix: FloatArray) -> Spectrum:
        """Decompose a matrix (n, h)."""
        _, singular_values, right = np.linalg.svd(matrix, full_matrices=False)
        return cls(singular_values, right)

    def dimension(self, share: float) -> int:
        """Return the least number of directions that hold a share of the squared singular values."""
        held = np.cumsum(self.singular_values**2)
        return int(np.searchsorted(held, share * held[-1])) + 1

    def subspace(self, share: float) -> FloatArray:
        """Return these directions as the columns of an orthonormal basis (h, d)."""
        return np.ascontiguousarray(self.right[: self.dimension(share)].T)


@dataclass(frozen=True, eq=False)
class Summary:
    """One modality's unit rows, summed up.

    Attributes
    ----------
    mean : ndarray, shape (h,)
        Mean of the unit rows, right to an ulp or so.
    spread : float
        Mean of the squared distances of the unit rows from it, 1 - |mean|² without cancellation.
    triangle : ndarray, shape (min(N, h + 1), h + 1)
        The triangular factor of the QR decomposition of the rows with a column of ones before them.
    rounding : float
        Machine epsilon of the numbers the rows were given in.
    """

    mean: FloatArray
    spread: float
    triangle: FloatArray
    rounding: float

    @property
    def factor(self) -> FloatArray:
        """A matrix of the same singular values and right singular vectors as the unit rows."""
        return self.triangle[:, 1:]

    @cached_property
    def spectrum(self) -> Spectrum:
        """The spectrum of the unit rows, decomposed once for all who ask."""
        return Spectrum.of(self.factor)

    @property
    def centred_factor(self) -> FloatArray:
        """The same of the unit rows less their mean: the ones span what the first row of the triangle holds."""
        return self.triangle[1:, 1:]


@dataclass(frozen=True, eq=False)
class PairedSummary:
    """Both modalities' summaries, the number N of pairs, and the mean of x_i·y_i."""

    x: Summary
    y: Summary
    pairs: int
    paired_cosine: float

    @property
    def dim(self) -> int:
        """h."""
        return len(self.x.mean)

    @property
    def spectra(self) -> tuple[Spectrum, Spectrum]:
        """The spectra of both, decomposed a thread each."""
        first, second = spread(lambda side: side.spectrum, (self.x, self.y), self.dim**2)
        return first, second


def summarise(
    x: Any, y: Any, names: tuple[str, str] = ("x", "y"), chosen: NDArray[np.bool_] | None = None
) -> PairedSummary:
    """Go once over paired embeddings, in blocks of rows, and return what means, spectra and angles follow from.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings, N >= 2; a `numpy.memmap` stays on its disk. Rows are normalised first, with a warning if a
        norm is off by more than 1e-3.
    names : pair of str
        What to call x and y in messages.
    chosen : ndarray of bool, shape (N,), optional
        Which pairs to sum up; all are read and checked.

    Raises
    ------
    InputError
        (a ValueError) For a zero row, NaN or infinity, a wrong shape, or different shapes.

    Notes
    -----
    The factors come from QR decompositions of one block after the other upon the factor so far. Unlike the Gram
    matrix XᵀX, whose eigenvalues are squares, they keep small singular values to the accuracy of an SVD of the rows.
    """
    first, second = paired_forms(x, y, names)
    n, dim = len(first) if chosen is None else int(chosen.sum()), first.shape[1]
    triangles, means, paired = [np.empty((0, dim + 1))] * 2, [RunningMean(dim), RunningMean(dim)], []
    for pair in paired_blocks(first, second, names, chosen):
        paired.append(float(np.einsum("ij,ij->i", *pair).sum()))
        for mean, rows in zip(means, pair, strict=True):
            mean.add(rows)
        # A side a thread: two threads in one decomposition wait for each other most of the time.
        sides = list(zip(triangles, pair, strict=True))
        triangles = list(spread(lambda side: _triangle(*side), sides, pair[0].size))
    left, right = (
        Summary(m.mean, m.spread, t, resolution(v)) for m, t, v in zip(means, triangles, (x, y), strict=True)
    )
    return PairedSummary(left, right, pairs=n, paired_cosine=math.fsum(paired) / n)


def _triangle(above: FloatArray, rows: FloatArray) -> FloatArray:
    stacked = np.empty((len(above) + len(rows), above.shape[1]))
    stacked[: len(above)], stacked[len(above) :, 0], stacked[len(above) :, 1:] = above, 1, rows
    return np.asarray(np.linalg.qr(stacked, mode="r"))


def paired_blocks(
    x: NDArray[Any],
    y: NDArray[Any],
    names: tuple[str, str],
    chosen: NDArray[np.bool_] | None = None,
    quiet: bool = False,
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield blocks of unit rows of both, of arrays that `numerics.checks.paired_forms` has passed."""
    sides = (unit_blocks(name, values, chosen, quiet) for name, values in zip(names, (x, y), strict=True))
    return zip(*sides, strict=True)


def unit_blocks(
    name: str, values: NDArray[Any], chosen: NDArray[np.bool_] | None = None, quiet: bool = False
) -> Iterator[FloatArray]:
    """Yield blocks of unit rows of a checked array, of all rows or the chosen ones.

    After the last, warn if a norm was off by more than 1e-3, unless this is to be quiet.
    """
    step = max(1, BLOCK_ENTRIES // values.shape[1])
    worst = 0, 1.0
    for start in range(0, len(values), step):
        rows, norms = finite_unit_rows(name, values[start : start + step], start, len(values))
        row = farthest_from_one(norms)
        if abs(norms[row] - 1) > abs(worst[1] - 1):
            worst = start + row, float(norms[row])
        yield rows if chosen is None else rows[chosen[start : start + step]]
        _let_go(values)
    if not quiet:
        warn_of_norm(name, *worst)


def taken(values: NDArray[Any], rows: NDArray[np.int64]) -> NDArray[Any]:
    """Return the rows of these numbers as an array in memory.

    One row of a mapped file maps its neighbourhood with it (64 KiB on Linux): scattered ones, a large file whole.
    """
    out = np.empty((len(rows), *values.shape[1:]), values.dtype)
    for start in range(0, len(rows), SCATTERED_ROWS):
        part = slice(start, start + SCATTERED_ROWS)
        out[part] = values[rows[part]]
        _let_go(values)
    return out


def _let_go(values: NDArray[Any]) -> None:
    """Give back the pages read of a file mapped for reading: they would count as this process's until it ends."""
    base: Any = values
    while isinstance(base, np.ndarray):
        if isinstance(base, np.memmap) and base.mode != "r":
            return
        base = base.base
    if isinstance(base, mmap.mmap) and hasattr(base, "madvise"):
        base.madvise(mmap.MADV_DONTNEED)
