"""The modality gap and the geometry of paired embeddings."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.bessel.functions import inverse_iv_ratio, inverse_iv_ratio_complement
from modgap.numerics.checks import paired_forms, resolution
from modgap.numerics.embeddings.summary import PairedSummary, Spectrum, paired_blocks, summarise
from modgap.numerics.embeddings.sums import RunningMean
from modgap.numerics.threads import spread

__all__ = [
    "EmbeddingGeometry",
    "PerModality",
    "UndefinedGapWarning",
    "effective_rank",
    "embedding_geometry",
    "geometry_of",
    "modality_gap",
    "principal_angles",
    "principal_subspace",
    "vanishes",
    "vmf_concentration",
]

FloatArray = NDArray[np.float64]

# The subspace of a modality holds this share of its squared singular values; a direction is shared where the cosine
# of its principal angle is above 1 - SHARED_EPSILON. Both are the values of the paper's shared space projection.
VARIANCE_SHARE = 0.99
SHARED_EPSILON = 1e-3


class UndefinedGapWarning(RuntimeWarning):
    """A modality's mean vanishes, so its centre and the gap angle are undefined."""


@dataclass(frozen=True)
class PerModality:
    """One figure for each modality: x are images, y are texts."""

    image: float
    text: float


@dataclass(frozen=True)
class EmbeddingGeometry:
    """The figures of `embedding_geometry`.

    Attributes
    ----------
    pairs, dim : int
        N and h.
    gap_degrees : float
        Angle between the centres, degrees in [0, 180]; NaN where a mean vanishes.
    gap_l2 : float
        Distance |x̄ - ȳ| of the means of the unit rows (Liang et al. 2022), in [0, 2].
    paired_cosine, unpaired_cosine : float
        Mean of x_i·y_i, and of x_i·y_j over i ≠ j.
    image_image_cosine, text_text_cosine : float
        Mean of x_i·x_j, and of y_i·y_j, over i ≠ j.
    principal_angles_degrees : tuple of float
        Between the two principal subspaces, ascending, degrees in [0, 90]; as many as the smaller one's dimension.
    effective_rank : PerModality
        In [1, min(N, h)].
    shared_dimension : int
        Number of principal angles with cosine above 1 - 1e-3.
    vmf_concentration : PerModality
        Maximum-likelihood concentration; 0 where the mean vanishes, inf where all rows agree.
    """

    pairs: int
    dim: int
    gap_degrees: float
    gap_l2: float
    paired_cosine: float
    unpaired_cosine: float
    image_image_cosine: float
    text_text_cosine: float
    principal_angles_degrees: tuple[float, ...]
    effective_rank: PerModality
    shared_dimension: int
    vmf_concentration: PerModality

    @property
    def few_rows(self) -> bool:
        """Whether N <= h: ranks and principal angles of so few rows say little about the population."""
        return self.pairs <= self.dim


def modality_gap(x: Any, y: Any, names: tuple[str, str] = ("x", "y")) -> float:
    """Return the angle between the centres of two modalities, in radians.

    Definition 2 of arXiv 2510.03268: arccos(c_x·c_y) with c = mean/|mean| of the unit rows.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings, N >= 2. Rows are normalised first, with a warning if a norm is off by more than 1e-3.
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    float
        In [0, π], accurate also near both ends; NaN, with an `UndefinedGapWarning`, where a mean vanishes (its norm
        is no more than rounding of the numbers given), as at the optimum of Theorem 1.

    Raises
    ------
    InputError
        (a ValueError) For a zero row, NaN or infinity, a wrong shape, or different shapes.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.gap import modality_gap
    >>> round(float(np.degrees(modality_gap(np.eye(3)[[0, 0]], np.eye(3)[[0, 1]]))), 6)
    45.0
    """
    first, second = paired_forms(x, y, names)
    means = RunningMean(first.shape[1]), RunningMean(first.shape[1])
    for pair in paired_blocks(first, second, names):
        for mean, rows in zip(means, pair, strict=True):
            mean.add(rows)
    return _angle_between_means(means[0].mean, means[1].mean, (resolution(x), resolution(y)), names)


def embedding_geometry(x: Any, y: Any, names: tuple[str, str] = ("x", "y")) -> EmbeddingGeometry:
    """Return gap, cosines, principal angles, ranks and concentrations of paired embeddings.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts, N >= 2; normalised first as in `modality_gap`. They are read in blocks
        of rows, so that a `numpy.memmap` may be larger than memory.
    names : pair of str
        What to call x and y in messages.

    Raises
    ------
    InputError
        (a ValueError) As `modality_gap`.

    Notes
    -----
    Subspaces and ranks are those of the unit rows as they are, not centred, as in the paper's shared space projection:
    the mean, and with it the gap, is part of them. Where N <= h (`few_rows`) they say little about the population.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.gap import embedding_geometry
    >>> found = embedding_geometry(x, y)
    >>> found.pairs, round(found.gap_degrees)
    (200, 88)
    """
    return geometry_of(summarise(x, y, names), names)


def geometry_of(summary: PairedSummary, names: tuple[str, str] = ("x", "y")) -> EmbeddingGeometry:
    """Return the same as `embedding_geometry` from the summary of the pairs."""
    x, y, n = summary.x, summary.y, summary.pairs
    gap = _angle_between_means(x.mean, y.mean, (x.rounding, y.rounding), names)
    angles = principal_angles(*(spectrum.subspace(VARIANCE_SHARE) for spectrum in summary.spectra))
    return EmbeddingGeometry(
        pairs=n,
        dim=summary.dim,
        gap_degrees=math.degrees(gap),
        gap_l2=float(np.linalg.norm(x.mean - y.mean)),
        paired_cosine=summary.paired_cosine,
        unpaired_cosine=_off_diagonal_mean(x.mean, y.mean, summary.paired_cosine, n),
        image_image_cosine=_off_diagonal_mean(x.mean, x.mean, 1.0, n),
        text_text_cosine=_off_diagonal_mean(y.mean, y.mean, 1.0, n),
        principal_angles_degrees=tuple(float(a) for a in np.degrees(angles)),
        effective_rank=PerModality(*(_rank_of(side.spectrum.singular_values) for side in (x, y))),
        shared_dimension=int(np.count_nonzero(np.cos(angles) > 1 - SHARED_EPSILON)),
        vmf_concentration=PerModality(
            *(vmf_concentration(side.mean, side.rounding, side.spread) for side in (x, y)),
        ),
    )


def principal_subspace(rows: FloatArray, share: float = VARIANCE_SHARE) -> FloatArray:
    """Return an orthonormal basis (h, d) of the right singular vectors holding `share` of the squared singular values.

    The rows are not centred; d is the least number that holds the share.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.gap import principal_subspace
    >>> rows = np.random.default_rng(0).normal(size=(50, 2)) @ np.eye(4)[:2]
    >>> principal_subspace(rows).shape
    (4, 2)
    """
    return Spectrum.of(rows).subspace(share)


def principal_angles(first: FloatArray, second: FloatArray) -> FloatArray:
    """Return the principal angles between the ranges of two orthonormal bases, ascending, radians in [0, π/2].

    Cosines and sines both come from singular values (Björck and Golub 1973), and each angle from the two together,
    so that all are accurate to rounding. `scipy.linalg.subspace_angles` (1.17) chooses between them by a mask that
    runs against the order of the angles: it takes the arccosine of the smallest one where the largest is above 45°.

    Parameters
    ----------
    first, second : ndarray, shapes (h, p) and (h, q)
        Orthonormal columns.

    Returns
    -------
    ndarray, shape (min(p, q),)

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.gap import principal_angles
    >>> np.degrees(principal_angles(np.eye(3)[:, :2], np.eye(3)[:, 1:])).round(6) + 0.0
    array([ 0., 90.])
    """
    large, small = (first, second) if first.shape[1] >= second.shape[1] else (second, first)
    overlap = large.T @ small
    matrices = overlap, small - large @ overlap
    cosines, sines = spread(lambda matrix: np.linalg.svd(matrix, compute_uv=False), matrices, large.size)
    return np.arctan2(sines[::-1], cosines)


def effective_rank(rows: FloatArray) -> float:
    """Return exp of the entropy of the singular values divided by their sum (Roy and Vetterli, EUSIPCO 2007).

    The singular values are those of the matrix as it is, as in that definition: the rows are not centred.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.gap import effective_rank
    >>> round(effective_rank(np.random.default_rng(0).normal(size=(500, 4))), 2)
    4.0
    """
    return _rank_of(np.asarray(np.linalg.svd(rows, compute_uv=False)))


def _rank_of(singular_values: NDArray[np.floating[Any]]) -> float:
    """Return the `effective_rank` of a matrix of these singular values."""
    p = singular_values / singular_values.sum()
    p = p[p > 0]
    return float(np.exp(-(p * np.log(p)).sum()))


def vmf_concentration(
    mean: FloatArray, rounding: float = float(np.finfo(np.float64).eps), spread: float | None = None
) -> float:
    """Return the maximum-likelihood vMF concentration κ of unit rows with this mean: A_{h/2-1}(κ) = |mean|.

    0 where |mean| is within rounding of 0, inf where the rows agree to the rounding of the numbers given.

    Parameters
    ----------
    mean : ndarray, shape (h,)
        Mean of the unit rows; its norm is the mean resultant length.
    rounding : float
        Machine epsilon of the numbers the rows were given in.
    spread : float, optional
        Mean of the squared distances of the rows from their mean, as from `numerics.embeddings.sums`: with it κ keeps
        its digits where the rows are concentrated. Without it 1 - |mean|², in which they are lost.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.gap import vmf_concentration
    >>> round(float(vmf_concentration(np.array([0.5, 0.0, 0.0]))), 6)
    1.796756
    """
    length = float(np.linalg.norm(mean))
    if vanishes(length, rounding):
        return 0.0
    if spread is None:
        # |mean| itself may be off by some ulps.
        spread = max(1 - length, 0.0) * (1 + length)
        coincide = spread <= 16 * float(np.finfo(np.float64).eps)
    else:
        coincide = spread <= (2 * rounding) ** 2
    if coincide:
        return math.inf
    if length < 0.5:
        return float(inverse_iv_ratio(len(mean) / 2 - 1, length))
    return float(inverse_iv_ratio_complement(len(mean) / 2 - 1, spread / (1 + length)))


def vanishes(length: Any, rounding: float, terms: int = 0) -> Any:
    """Tell whether a mean of this norm is none: no more than rounding of the numbers that the rows were given in.

    `terms` is the number of rows where they were added without compensation, which loses up to an ulp for each.

    Examples
    --------
    >>> from modgap.numerics.gap import vanishes
    >>> bool(vanishes(1e-17, 2.2e-16)), bool(vanishes(0.1, 2.2e-16))
    (True, False)
    """
    # Every coordinate of a row carries half an epsilon; a mean below two is indistinguishable from none.
    return length <= 2 * rounding + terms * np.finfo(np.float64).eps


def _angle_between_means(
    x_mean: FloatArray, y_mean: FloatArray, roundings: tuple[float, float], names: tuple[str, str]
) -> float:
    lengths = np.linalg.norm(x_mean), np.linalg.norm(y_mean)
    for name, length, rounding in zip(names, lengths, roundings, strict=True):
        if vanishes(length, rounding):
            warnings.warn(
                f"{name}: the mean vanishes (norm {length:.2g}), so its centre and the gap angle are undefined",
                UndefinedGapWarning,
                stacklevel=3,
            )
            return math.nan
    x_centre, y_centre = x_mean / lengths[0], y_mean / lengths[1]
    # Kahan's form of the angle: arccos loses half the digits near 0 and π.
    return 2 * math.atan2(float(np.linalg.norm(x_centre - y_centre)), float(np.linalg.norm(x_centre + y_centre)))


def _off_diagonal_mean(x_mean: FloatArray, y_mean: FloatArray, diagonal_mean: float, n: int) -> float:
    """Return the mean of x_i·y_j over i ≠ j from Σ_ij x_i·y_j = N² x̄·ȳ, without the N × N matrix."""
    return float((n * (x_mean @ y_mean) - diagonal_mean) / (n - 1))
