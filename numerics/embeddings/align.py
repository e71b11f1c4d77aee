"""Aligning paired embeddings after training: shared space projection, rotation, translation, removal of dimensions.

Each method is fitted to pairs and can then be applied to others: ``shared_space_projection(x, y)`` returns the
transformed pairs together with the fit, and ``fit.transform(x_other, y_other)`` applies it. What the theory says of
them on two hyperplanes is in the claims `cor.3` (rotation), `cor.4` (projection) and `translation`.

A figure measured on the pairs that a method was fitted to says little about others: rotation uses which row belongs to
which, and with fewer pairs than dimensions it can align pairs at random. Fit on one part, evaluate on another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, paired_forms
from modgap.numerics.embeddings._fit import NAMES, Aligned, Fit, FloatArray, require_count, require_share
from modgap.numerics.embeddings.gap import VARIANCE_SHARE
from modgap.numerics.embeddings.shared_space import (
    SharedDimensions,
    SharedSpaceProjection,
    fit_shared_space,
    shared_dimensions,
    shared_space_projection,
)
from modgap.numerics.embeddings.summary import paired_blocks, summarise

__all__ = [
    "Aligned",
    "Fit",
    "HyperplaneRotation",
    "Removal",
    "SharedDimensions",
    "SharedSpaceProjection",
    "Translation",
    "fit_removal",
    "fit_rotation",
    "fit_shared_space",
    "fit_translation",
    "hyperplane_rotation",
    "removal",
    "shared_dimensions",
    "shared_space_projection",
    "translation",
]

# --- rotation --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class HyperplaneRotation(Fit):
    """An isometry from the principal subspace of x to that of y; y stays as it is.

    Attributes
    ----------
    source, target : ndarray, shape (h, d)
        Orthonormal bases of the two subspaces.
    rotation : ndarray, shape (d, d)
        Orthogonal: x becomes source-coordinates times `rotation`, read in `target`.
    """

    source: FloatArray
    target: FloatArray
    rotation: FloatArray

    method: ClassVar[str] = "rotation"

    def _dim(self) -> int:
        return len(self.source)

    def _moved(self, side: int, rows: FloatArray) -> FloatArray:
        return rows @ self.source @ self.rotation @ self.target.T if side == 0 else rows


def hyperplane_rotation(
    x: Any, y: Any, variance: float = VARIANCE_SHARE, names: tuple[str, str] = NAMES
) -> Aligned[HyperplaneRotation]:
    """Rotate the principal subspace of x onto that of y so that pairs come as near to each other as they can.

    Corollary 3 of arXiv 2510.03268 rotates one hyperplane onto another about their intersection. This is its
    generalisation to principal subspaces: among the isometries from the one to the other, the one of least
    Σ|R x_i − y_i|² (orthogonal Procrustes, Schönemann 1966). On pairs that satisfy Theorem 4 and span their
    hyperplanes, that sum is zero for the corollary's rotation alone, so that the two agree. Both subspaces are given
    the larger of the two dimensions that hold the share `variance`; what x has outside of its own is dropped.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts, N >= 2. Rows are normalised first.
    variance : float
        In (0, 1].
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    Aligned
        The rotated x and the unchanged y, of shape (N, h), and the fit.

    Raises
    ------
    InputError
        (a ValueError) For bad pairs, or a variance outside of (0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(3)[:2])
    >>> x, y = x @ np.eye(4)[:3], y @ np.eye(4)[1:]
    >>> from modgap.numerics.align import hyperplane_rotation
    >>> aligned = hyperplane_rotation(x, y)
    >>> aligned.fit.rotation.shape
    (3, 3)
    """
    return Aligned.by(fit_rotation(x, y, variance, names), x, y, names)


def fit_rotation(
    x: Any,
    y: Any,
    variance: float = VARIANCE_SHARE,
    names: tuple[str, str] = NAMES,
    chosen: NDArray[np.bool_] | None = None,
) -> HyperplaneRotation:
    """Return the fit alone of `hyperplane_rotation`, in two passes in blocks, to all or the chosen pairs.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(3)[:2])
    >>> x, y = x @ np.eye(4)[:3], y @ np.eye(4)[1:]
    >>> from modgap.numerics.align import fit_rotation
    >>> fit_rotation(x[:100], y[:100]).dim
    4
    """
    require_share("variance", variance)
    summary = summarise(x, y, names, chosen)
    spectra = summary.spectra
    d = max(spectrum.dimension(variance) for spectrum in spectra)
    source, target = (np.ascontiguousarray(spectrum.right[:d].T) for spectrum in spectra)
    cross = np.zeros((d, d))
    for first, second in paired_blocks(*paired_forms(x, y, names), names, chosen, quiet=True):
        cross += (first @ source).T @ (second @ target)
    left, _, right = np.linalg.svd(cross)
    return HyperplaneRotation(source, target, left @ right)


# --- translation -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Translation(Fit):
    """Addition of a multiple of the difference of the means to x, and renormalisation; y stays as it is.

    Attributes
    ----------
    offset : ndarray, shape (h,)
        λ times the mean of the unit rows of y less that of x.
    """

    offset: FloatArray

    method: ClassVar[str] = "translation"

    def _dim(self) -> int:
        return len(self.offset)

    def _moved(self, side: int, rows: FloatArray) -> FloatArray:
        return rows + self.offset if side == 0 else rows


def translation(x: Any, y: Any, scale: float = 1.0, names: tuple[str, str] = NAMES) -> Aligned[Translation]:
    """Move x by a multiple of the difference of the means, x** = (x + λ(μ_y − μ_x))/|·|, as Liang et al. (2022) do.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts, N >= 2. Rows are normalised first.
    scale : float
        λ, a finite number; 1 is the whole difference.
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    Aligned
        The translated x and the unchanged y, of shape (N, h), and the fit.

    Raises
    ------
    InputError
        (a ValueError) For bad pairs or a bad scale.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.align import translation
    >>> aligned = translation(x, y)
    >>> aligned.x.shape, type(aligned.fit).__name__
    ((200, 4), 'Translation')
    """
    return Aligned.by(fit_translation(x, y, scale, names), x, y, names)


def fit_translation(
    x: Any, y: Any, scale: float = 1.0, names: tuple[str, str] = NAMES, chosen: NDArray[np.bool_] | None = None
) -> Translation:
    """Return the fit alone of `translation`, in one pass in blocks, to all or the chosen pairs.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.align import fit_translation
    >>> fit = fit_translation(x[:100], y[:100])
    >>> fit.offset.shape
    (4,)
    """
    if not np.isfinite(scale):
        raise InputError("scale", repr(scale), "a finite number")
    summary = summarise(x, y, names, chosen)
    return Translation(scale * (summary.y.mean - summary.x.mean))


# --- removal of dimensions -------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Removal(Fit):
    """Removal of coordinates from both modalities, and renormalisation.

    Attributes
    ----------
    dimension : int
        h, the dimension before.
    removed : ndarray of int
        The coordinates left out, counted from 0, the one of the largest mean difference first.
    """

    dimension: int
    removed: NDArray[np.int64]

    method: ClassVar[str] = "removal"

    def _dim(self) -> int:
        return self.dimension

    def _moved(self, side: int, rows: FloatArray) -> FloatArray:
        return np.delete(rows, self.removed, axis=1)


def removal(x: Any, y: Any, count: int = 1, names: tuple[str, str] = NAMES) -> Aligned[Removal]:
    """Leave out the coordinates in which the means of the modalities differ most.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts, N >= 2. Rows are normalised first.
    count : int
        How many coordinates to remove, at least 1 and fewer than h.
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    Aligned
        The pairs with h − count coordinates, and the fit.

    Raises
    ------
    InputError
        (a ValueError) For bad pairs or a bad count, and where nothing is left of a row.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.align import removal
    >>> removal(x, y, count=1).fit.removed.shape
    (1,)
    """
    return Aligned.by(fit_removal(x, y, count, names), x, y, names)


def fit_removal(
    x: Any, y: Any, count: int = 1, names: tuple[str, str] = NAMES, chosen: NDArray[np.bool_] | None = None
) -> Removal:
    """Return the fit alone of `removal`, in one pass in blocks, to all or the chosen pairs.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.align import fit_removal
    >>> fit_removal(x[:100], y[:100]).dim
    4
    """
    summary = summarise(x, y, names, chosen)
    require_count("count", count, summary.dim - 1, "h - 1")
    difference = np.abs(summary.x.mean - summary.y.mean)
    return Removal(summary.dim, np.argsort(-difference, kind="stable")[:count])
