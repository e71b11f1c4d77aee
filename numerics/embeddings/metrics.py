"""Further figures of paired embeddings: alignment, uniformity, intra-modal isometry, explained variance."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import embeddings, paired_embeddings, paired_forms, unit_rows
from modgap.numerics.embeddings._exponentials import add_exponentials
from modgap.numerics.embeddings.summary import PairedSummary, paired_blocks, summarise
from modgap.numerics.embeddings.sums import mean_and_spread
from modgap.numerics.threads import spread

__all__ = [
    "IsometryError",
    "alignment",
    "explained_variance",
    "isometry_error",
    "kernel_blocks",
    "uniformity",
    "uniformity_of",
    "variance_shares",
]

FloatArray = NDArray[np.float64]
NAMES = ("x", "y")

# Most kernel values held at once: 32 MiB.
BLOCK_ENTRIES = 2**22
# Rows, and columns, of a tile of cosines: 8 MiB a thread. Smaller ones cost the product more than the cache saves.
SIDE = 1024
# The exponent of Wang and Isola's uniformity.
UNIFORMITY_RATE = 2.0


def alignment(x: Any, y: Any, names: tuple[str, str] = NAMES) -> float:
    """Return the mean of |x_i − y_i|² over pairs, in [0, 4]: 0 where all pairs coincide.

    The alignment loss of Wang and Isola (ICML 2020) with exponent 2, equal to 2 − 2 (mean of x_i·y_i).

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings. Rows are normalised first.
    names : pair of str
        What to call x and y in messages.

    Raises
    ------
    InputError
        (a ValueError) As `numerics.checks.paired_embeddings`.
    """
    first, second = paired_embeddings(x, y, names)
    difference = unit_rows(names[0], first) - unit_rows(names[1], second)
    return float(np.einsum("ij,ij->", difference, difference) / len(first))


def uniformity(x: Any, rate: float = UNIFORMITY_RATE, name: str = "x") -> float:
    """Return log of the mean of exp(−t |x_i − x_j|²) over i ≠ j, in [−4t, 0]: the lower, the more uniform.

    The uniformity loss of Wang and Isola (ICML 2020), of one modality. Takes N²h operations, in bounded memory.

    Parameters
    ----------
    x : array_like, shape (N, h)
        Embeddings, N >= 2. Rows are normalised first.
    rate : float
        t > 0.
    name : str
        What to call x in messages.

    Raises
    ------
    InputError
        (a ValueError) As `numerics.checks.embeddings`.
    """
    return uniformity_of(unit_rows(name, embeddings(name, x)), rate)


def uniformity_of(rows: FloatArray, rate: float = UNIFORMITY_RATE) -> float:
    """Return the same of unit rows, from the products of the pairs i < j alone."""
    n, held = len(rows), threading.local()

    def logarithm(tile: tuple[int, int]) -> float:
        """Return the logarithm of the sum of a tile's kernel values over i ≠ j, taken from the largest of them."""
        part, others = (rows[start : start + SIDE] for start in tile)
        if not hasattr(held, "buffer"):
            held.buffer = np.empty(SIDE * SIDE)
        cosines = np.matmul(part, others.T, out=held.buffer[: len(part) * len(others)].reshape(len(part), -1))
        if tile[0] == tile[1]:
            np.fill_diagonal(cosines, -np.inf)
        largest, sums = float(cosines.max()), np.zeros(len(others))
        if largest == -np.inf:  # a last row by itself
            return largest
        add_exponentials(cosines, largest, 2 * rate, sums)
        # From the largest, so that no sum underflows; rounding may make it exceed 1.
        return 2 * rate * min(largest - 1, 0.0) + math.log(sums.sum())

    starts = range(0, n, SIDE)
    tiles = [(i, j) for i in starts for j in starts if i <= j]
    # Pairs of different blocks stand for themselves and for those with i and j exchanged.
    twice = [0.0 if i == j else math.log(2) for i, j in tiles]
    logarithms = list(spread(logarithm, tiles, min(n, SIDE) ** 2))
    return float(np.logaddexp.reduce(np.add(logarithms, twice))) - math.log(n * (n - 1))


def kernel_blocks(rows: FloatArray, rate: float = UNIFORMITY_RATE) -> Any:
    """Yield (slice of i, block of exp(−t |x_i − x_j|²) over all j) for unit rows, with 0 where i = j."""
    step = max(1, BLOCK_ENTRIES // len(rows))
    for start in range(0, len(rows), step):
        block = _kernel(rows[start : start + step] @ rows.T, rate)
        block[np.arange(len(block)), start + np.arange(len(block))] = 0
        yield slice(start, start + len(block)), block


def _kernel(cosines: FloatArray, rate: float) -> FloatArray:
    """Return exp(−t |x_i − x_j|²) in the place of the cosines x_i·x_j."""
    # |x_i − x_j|² = 2 − 2 x_i·x_j, which rounding may make negative.
    cosines -= 1
    np.minimum(cosines, 0, out=cosines)
    cosines *= 2 * rate
    return np.exp(cosines, out=cosines)


# --- intra-modal isometry --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class IsometryError:
    """How far paired embeddings are from intra-modal isometry, the hypothesis of Theorem 4: x_i·c_x = y_i·c_y.

    c = mean/|mean| are the centres, a_i = x_i·c_x and b_i = y_i·c_y the heights.

    Attributes
    ----------
    shift : float
        Mean of a_i − b_i, which is the difference of the mean resultant lengths |x̄| − |ȳ|.
    rms : float
        Root of the mean of (a_i − b_i)²; 0 if and only if the hypothesis holds.
    spread : float
        √(var a + var b).
    relative : float
        rms / spread: 0 where the hypothesis holds, 1 where heights of one mean are uncorrelated, above 1 where they
        are shifted or anticorrelated; 0 where nothing varies and nothing differs, inf where only something differs.
    correlation : float
        Pearson's, of a and b; NaN where one of them does not vary.
    """

    shift: float
    rms: float
    spread: float
    relative: float
    correlation: float


def isometry_error(x: Any, y: Any, names: tuple[str, str] = NAMES) -> IsometryError:
    """Return how far pairs are from x_i·c_x = y_i·c_y (IMS), the hypothesis of Theorem 4 of arXiv 2510.03268.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings, N >= 2. Rows are normalised first, and read in blocks.
    names : pair of str
        What to call x and y in messages.

    Raises
    ------
    InputError
        (a ValueError) As `numerics.checks.paired_embeddings`.

    Notes
    -----
    Where a mean vanishes its direction is rounding, and the figures say nothing.
    """
    return isometry_of(summarise(x, y, names), x, y, names)


def isometry_of(summary: PairedSummary, x: Any, y: Any, names: tuple[str, str] = NAMES) -> IsometryError:
    """Return the same as `isometry_error`, given the summary of the pairs."""
    centres = [
        side.mean / max(float(np.linalg.norm(side.mean)), np.finfo(float).tiny) for side in (summary.x, summary.y)
    ]
    blocks = paired_blocks(*paired_forms(x, y, names), names, quiet=True)
    a, b = (
        np.concatenate(parts)
        for parts in zip(*((first @ centres[0], second @ centres[1]) for first, second in blocks), strict=True)
    )
    return IsometryError(*(float(v) for v in compared_heights(a, b)))


def compared_heights(a: FloatArray, b: FloatArray, weights: FloatArray | None = None) -> tuple[FloatArray, ...]:
    """Return the five figures of `IsometryError` from the heights (..., N), with weights of the pairs (..., N)."""
    w = np.full(a.shape, 1 / a.shape[-1]) if weights is None else weights / weights.sum(axis=-1, keepdims=True)
    # Pairwise sums: heights that agree are to have a mean that does.
    a_mean, b_mean = ((w * v).sum(axis=-1, keepdims=True) for v in (a, b))
    apart_a, apart_b, differences = a - a_mean, b - b_mean, a - b
    var_a, var_b, covariance, squares = (
        np.einsum("...j,...j,...j->...", w, first, second)
        for first, second in (
            (apart_a, apart_a), (apart_b, apart_b), (apart_a, apart_b), (differences, differences)
        )
    )  # fmt: skip
    rms, spread = np.sqrt(squares), np.sqrt(var_a + var_b)
    rounding = 16 * np.finfo(np.float64).eps
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = np.where(rms <= rounding, 0.0, np.where(spread <= rounding, np.inf, rms / spread))
        varies = (var_a > rounding**2) & (var_b > rounding**2)
        correlation = np.where(varies, covariance / np.sqrt(var_a * var_b), np.nan)
    return (a_mean - b_mean)[..., 0], rms, spread, relative, correlation


# --- spectra ---------------------------------------------------------------------------------------------------------


def explained_variance(x: Any, name: str = "x") -> FloatArray:
    """Return the shares of variance along the principal axes of the rows less their mean, descending, with sum 1.

    Parameters
    ----------
    x : array_like, shape (N, h)
        Embeddings, N >= 2. Rows are normalised first, then centred.
    name : str
        What to call x in messages.

    Returns
    -------
    ndarray, shape (min(N, h),)
        The squared singular values of the centred rows over their sum; NaN where all rows agree.

    Raises
    ------
    InputError
        (a ValueError) As `numerics.checks.embeddings`.
    """
    rows = unit_rows(name, embeddings(name, x))
    return variance_shares(rows - mean_and_spread(rows)[0])


def variance_shares(centred: FloatArray) -> FloatArray:
    """Return the squared singular values of a centred matrix, or of its factor, over their sum."""
    squares = np.linalg.svd(centred, compute_uv=False) ** 2
    total = squares.sum()
    # The mean of N equal rows is off by rounding, which is no variance.
    negligible = (max(centred.shape) * np.finfo(np.float64).eps) ** 2 * len(centred)
    return squares / total if total > negligible else np.full_like(squares, np.nan)
