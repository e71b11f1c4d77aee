"""Means of unit rows to the last digit, and how far the rows spread about them.

Adding N rows one after the other loses up to N ulps, which is what a mean that vanishes, or rows that agree, are told
by. Here the error of every addition is kept and added at the end (Knuth's two-sum, in the order of pairwise summation),
so that the mean is right to an ulp or so, and 1 − |mean|² comes from differences of rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["RunningMean", "mean_and_spread"]

FloatArray = NDArray[np.float64]

# Numbers in a part that is summed at once: 1 MiB, to stay in cache through the halvings.
PART = 2**17


class RunningMean:
    """The mean of unit rows that come in blocks, and the mean of their squared distances from it."""

    def __init__(self, dim: int) -> None:
        self._sum, self._lost = np.zeros(dim), np.zeros(dim)
        self._origin = np.zeros(dim)
        self._squares, self._count = 0.0, 0

    def add(self, rows: FloatArray) -> None:
        """Take in a block of rows (n, dim)."""
        if not len(rows):
            return
        if not self._count:
            self._origin = rows[0].copy()
        step = max(1, PART // rows.shape[1])
        for start in range(0, len(rows), step):
            part = rows[start : start + step]
            total, lost = _summed(part)
            self._sum, error = _two_sum(self._sum, total)
            self._lost += error + lost
            apart = part - self._origin
            self._squares += float(np.einsum("ij,ij->i", apart, apart).sum())
        self._count += len(rows)

    @property
    def mean(self) -> FloatArray:
        """The mean, shape (dim,)."""
        return (self._sum + self._lost) / self._count

    @property
    def spread(self) -> float:
        """The mean of |x_i − mean|², which is 1 − |mean|² without its cancellation: 0 where all rows agree."""
        shift = self.mean - self._origin
        return max(self._squares / self._count - float(shift @ shift), 0.0)


def mean_and_spread(rows: FloatArray) -> tuple[FloatArray, float]:
    """Return the mean of unit rows (N, h) and the mean of their squared distances from it."""
    running = RunningMean(rows.shape[1])
    running.add(rows)
    return running.mean, running.spread


def _two_sum(a: FloatArray, b: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return a + b rounded, and what the rounding lost."""
    total = a + b
    shadow = total - a
    return total, (a - (total - shadow)) + (b - shadow)


def _summed(rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the sum of the rows by halving, and what its additions lost."""
    lost = np.zeros(rows.shape[1])
    while len(rows) > 1:
        half = len(rows) // 2
        total, error = _two_sum(rows[:half], rows[half : 2 * half])
        lost += error.sum(axis=0)
        rows = np.concatenate([total, rows[2 * half :]]) if len(rows) % 2 else total
    return rows[0], lost
