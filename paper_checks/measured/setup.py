"""The baselines of the print's tables as its setup (section D.1) has them, both measured by shared space projection.

Translation is by λ(μ_y − μ_x), λ being the least number of two decimals whose gap is below that of shared space
projection; removal takes away as many dimensions as that leaves out. The prompts are those of the encoded data: for
CIFAR OpenAI's 18 (`paper_checks.encoding.cifar`), for ImageNet its 80, and captions stand alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, embeddings, unit_rows
from modgap.numerics.embeddings.align import (
    Aligned,
    Removal,
    Translation,
    removal,
    shared_space_projection,
    translation,
)
from modgap.numerics.embeddings.gap import modality_gap

__all__ = ["ROUNDING", "equal_removal", "least_scale", "least_translation"]

FloatArray = NDArray[np.float64]

#: Means of unit rows shorter than this are rounding of single precision.
ROUNDING = 1e-7
#: λ is a multiple of 1/HUNDREDTHS, up to LARGEST.
HUNDREDTHS, LARGEST = 100, 2


def least_translation(x: Any, y: Any) -> Aligned[Translation]:
    """Translate by λ(μ_y − μ_x) with the λ of `least_scale`, measured against shared space projection of these pairs.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings.

    Returns
    -------
    Aligned
        As `numerics.embeddings.align.translation`.

    Raises
    ------
    InputError
        As shared space projection, where it does not apply to the pairs; or if no λ is large enough.
    """
    projected = shared_space_projection(x, y)
    if min(np.linalg.norm(side.mean(axis=0)) for side in (projected.x, projected.y)) <= ROUNDING:
        raise InputError("pairs", "a mean that vanishes after shared space projection", "a gap to undercut")
    return translation(x, y, least_scale(x, y, modality_gap(projected.x, projected.y)))


def least_scale(x: Any, y: Any, target: float) -> float:
    """Return the least λ of two decimals, 0 ≤ λ ≤ 2, for which translation by λ(μ_y − μ_x) has a gap below a target.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings.
    target : float
        The gap, in radians, that is to be undercut.

    Raises
    ------
    InputError
        If there is none.

    Examples
    --------
    >>> x = np.array([[1.0, 0.0, 0.1], [1.0, 0.1, 0.0]])
    >>> y = np.array([[0.0, 1.0, 0.1], [0.1, 1.0, 0.0]])
    >>> least_scale(x, y, np.radians(45))
    0.5
    """
    rows, others = (unit_rows(name, embeddings(name, side)) for name, side in (("x", x), ("y", y)))
    centre = others.mean(axis=0)
    offset = centre - rows.mean(axis=0)
    for step in range(LARGEST * HUNDREDTHS + 1):
        scale = step / HUNDREDTHS
        if _gap_when_moved(rows, scale * offset, centre) < target:
            return scale
    raise InputError(
        "pairs",
        f"no λ from 0 to {LARGEST} with a gap below {np.degrees(target):.4g}°",
        "a gap after shared space projection that translation by λ(μ_y − μ_x) undercuts",
    )


def _gap_when_moved(rows: FloatArray, offset: FloatArray, centre: FloatArray) -> float:
    """Return the angle between a centre and the mean of the rows, moved by an offset and normalised."""
    weights = 1 / np.sqrt(1 + 2 * rows @ offset + offset @ offset)
    mean = weights @ rows + weights.sum() * offset
    first, second = mean / np.linalg.norm(mean), centre / np.linalg.norm(centre)
    return float(2 * np.arctan2(np.linalg.norm(first - second), np.linalg.norm(first + second)))


def equal_removal(x: Any, y: Any) -> Aligned[Removal]:
    """Remove as many coordinates as shared space projection of these pairs leaves dimensions out.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings.

    Returns
    -------
    Aligned
        As `numerics.embeddings.align.removal`.

    Raises
    ------
    InputError
        As shared space projection; or if it leaves nothing out.
    """
    fit = shared_space_projection(x, y).fit
    left_out = len(fit.basis) - fit.basis.shape[1]
    if left_out == 0:
        raise InputError("pairs", f"{len(fit.basis)} shared dimensions of {len(fit.basis)}", "dimensions to remove")
    return removal(x, y, left_out)
