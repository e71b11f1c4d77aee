"""Aligning paired embeddings after training: shared space projection, rotation, translation, removal of dimensions.

Each method is fitted to pairs and can then be applied to others: ``shared_space_projection(x, y)`` returns the
transformed pairs together with the fit, and ``fit.transform(x_other, y_other)`` applies it. What the theory says of
them on two hyperplanes is in the claims `cor.3` (rotation), `cor.4` (projection) and `translation`.

A figure measured on the pairs that a method was fitted to says little about others: rotation uses which row belongs to
which, and with fewer pairs than dimensions it can align pairs at random. Fit on one part, evaluate on another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from numerics.checks import InputError, embeddings, paired_embeddings, unit_rows
from numerics.gap import SHARED_EPSILON, VARIANCE_SHARE, principal_subspace

__all__ = [
    "Aligned",
    "HyperplaneRotation",
    "Removal",
    "SharedSpaceProjection",
    "Translation",
    "hyperplane_rotation",
    "removal",
    "shared_space_projection",
    "translation",
]

FloatArray = NDArray[np.float64]
NAMES = ("x", "y")


class Fit:
    """What a method learnt from pairs; `transform` applies it to the same or other embeddings."""

    method: ClassVar[str]

    @property
    def dim(self) -> int:
        """The dimension h of the embeddings that it was fitted to."""
        raise NotImplementedError

    def _moved(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        raise NotImplementedError

    def transform(self, x: Any, y: Any, names: tuple[str, str] = NAMES) -> tuple[FloatArray, FloatArray]:
        """Return the transformed embeddings, rows of length 1.

        Parameters
        ----------
        x, y : array_like, shapes (N, h) and (M, h)
            Embeddings of images and of texts; they need not be pairs. Rows are normalised first.
        names : pair of str
            What to call x and y in messages.

        Raises
        ------
        InputError
            (a ValueError) For a bad array, another dimension than that of the fit, or a row of which nothing is left.
        """
        rows = [
            unit_rows(name, embeddings(name, values, min_rows=1)) for name, values in zip(names, (x, y), strict=True)
        ]
        for name, array in zip(names, rows, strict=True):
            if array.shape[1] != self.dim:
                raise InputError(name, f"shape {array.shape}", f"(N, {self.dim}), the dimension of the fit")
        return self._of_unit_rows(rows[0], rows[1], names)

    def _of_unit_rows(self, x: FloatArray, y: FloatArray, names: tuple[str, str]) -> tuple[FloatArray, FloatArray]:
        first, second = self._moved(x, y)
        return _renormalised(names[0], first, self.method), _renormalised(names[1], second, self.method)


F = TypeVar("F", bound=Fit)


@dataclass(frozen=True, eq=False)
class Aligned(Generic[F]):
    """Transformed pairs and the fit that transformed them; rows of `x` and `y` have length 1."""

    x: FloatArray
    y: FloatArray
    fit: F


# --- shared space projection ---------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class SharedSpaceProjection(Fit):
    """Projection on the directions that both modalities' principal subspaces share.

    Attributes
    ----------
    basis : ndarray, shape (h, k)
        Orthonormal directions; transformed rows are coordinates with respect to them.
    subspace_dimensions : pair of int
        Dimensions of the principal subspaces of x and of y.
    shared_dimension : int
        d_overlap: how many of their principal angles have a cosine above 1 − epsilon.
    """

    basis: FloatArray
    subspace_dimensions: tuple[int, int]
    shared_dimension: int

    method: ClassVar[str] = "ssp"

    @property
    def dim(self) -> int:
        """The dimension h of the embeddings that it was fitted to."""
        return len(self.basis)

    def _moved(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        return x @ self.basis, y @ self.basis


def shared_space_projection(
    x: Any,
    y: Any,
    variance: float = VARIANCE_SHARE,
    epsilon: float = SHARED_EPSILON,
    components: int | None = None,
    names: tuple[str, str] = NAMES,
) -> Aligned[SharedSpaceProjection]:
    """Project pairs on the directions shared by the principal subspaces of the two modalities, and renormalise.

    The algorithm of arXiv 2510.03268 as reported: the right singular vectors of x, and of y, that hold `variance` of
    the squared singular values (rows are not centred) span the two subspaces; of their principal vectors, those with a
    cosine above 1 − epsilon are shared, and their representatives in the subspace of x are the basis.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts, N >= 2. Rows are normalised first.
    variance : float
        In (0, 1].
    epsilon : float
        In (0, 1).
    components : int, optional
        Keep only so many of the shared directions: those along which the coordinates vary most, the variances of both
        modalities (each about its own mean) being added.
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    Aligned
        Transformed pairs of shape (N, k), k = `components` or else d_overlap, and the fit.

    Raises
    ------
    InputError
        (a ValueError) For bad pairs or parameters, and where no direction is shared (d_overlap = 0).
    """
    first, second = _unit_pairs(x, y, names)
    _require_share("variance", variance)
    if not 0 < epsilon < 1:
        raise InputError("epsilon", f"{epsilon:g}", "a number in (0, 1)")
    bases = principal_subspace(first, variance), principal_subspace(second, variance)
    left, cosines, _ = np.linalg.svd(bases[0].T @ bases[1], full_matrices=False)
    shared = int(np.count_nonzero(cosines > 1 - epsilon))
    if shared == 0:
        found = f"d_overlap = 0 (subspaces of dimensions {bases[0].shape[1]} and {bases[1].shape[1]}, largest cosine "
        raise InputError(
            " and ".join(names),
            f"{found}{cosines[0]:.6g})",
            f"a principal angle of cosine above 1 - {epsilon:g}: raise epsilon or variance, or align otherwise",
        )
    basis = bases[0] @ left[:, :shared]
    if components is not None:
        _require_count("components", components, shared, "d_overlap")
        spread = (first @ basis).var(axis=0) + (second @ basis).var(axis=0)
        basis = basis[:, np.argsort(-spread, kind="stable")[:components]]
    fit = SharedSpaceProjection(basis, (bases[0].shape[1], bases[1].shape[1]), shared)
    return _aligned(fit, first, second, names)


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

    @property
    def dim(self) -> int:
        """The dimension h of the embeddings that it was fitted to."""
        return len(self.source)

    def _moved(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        return x @ self.source @ self.rotation @ self.target.T, y


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
    """
    first, second = _unit_pairs(x, y, names)
    _require_share("variance", variance)
    bases = [principal_subspace(rows, variance) for rows in (first, second)]
    d = max(basis.shape[1] for basis in bases)
    source, target = (
        basis if basis.shape[1] == d else _leading(rows, d) for basis, rows in zip(bases, (first, second), strict=True)
    )
    left, _, right = np.linalg.svd((first @ source).T @ (second @ target))
    return _aligned(HyperplaneRotation(source, target, left @ right), first, second, names)


def _leading(rows: FloatArray, count: int) -> FloatArray:
    """Return the first right singular vectors as columns."""
    _, _, right = np.linalg.svd(rows, full_matrices=False)
    return np.ascontiguousarray(right[:count].T)


# --- translation -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Translation(Fit):
    """Addition of the difference of the means to x, and renormalisation; y stays as it is.

    Attributes
    ----------
    offset : ndarray, shape (h,)
        The mean of the unit rows of y less that of x.
    """

    offset: FloatArray

    method: ClassVar[str] = "translation"

    @property
    def dim(self) -> int:
        """The dimension h of the embeddings that it was fitted to."""
        return len(self.offset)

    def _moved(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        return x + self.offset, y


def translation(x: Any, y: Any, names: tuple[str, str] = NAMES) -> Aligned[Translation]:
    """Move x by the difference of the means, x** = (x + μ_y − μ_x)/|·|, as Liang et al. (2022) do.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts, N >= 2. Rows are normalised first.
    names : pair of str
        What to call x and y in messages.

    Returns
    -------
    Aligned
        The translated x and the unchanged y, of shape (N, h), and the fit.

    Raises
    ------
    InputError
        (a ValueError) For bad pairs.
    """
    first, second = _unit_pairs(x, y, names)
    return _aligned(Translation(second.mean(axis=0) - first.mean(axis=0)), first, second, names)


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

    @property
    def dim(self) -> int:
        """The dimension h of the embeddings that it was fitted to."""
        return self.dimension

    def _moved(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        return np.delete(x, self.removed, axis=1), np.delete(y, self.removed, axis=1)


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
    """
    first, second = _unit_pairs(x, y, names)
    dim = first.shape[1]
    _require_count("count", count, dim - 1, "h - 1")
    difference = np.abs(first.mean(axis=0) - second.mean(axis=0))
    removed = np.argsort(-difference, kind="stable")[:count]
    return _aligned(Removal(dim, removed), first, second, names)


# --- checks ----------------------------------------------------------------------------------------------------------


def _unit_pairs(x: Any, y: Any, names: tuple[str, str]) -> tuple[FloatArray, FloatArray]:
    first, second = paired_embeddings(x, y, names)
    return unit_rows(names[0], first), unit_rows(names[1], second)


def _aligned(fit: F, x: FloatArray, y: FloatArray, names: tuple[str, str]) -> Aligned[F]:
    return Aligned(*fit._of_unit_rows(x, y, names), fit)


def _renormalised(name: str, rows: FloatArray, method: str) -> FloatArray:
    """Return the rows at length 1; of a row that the method left (nearly) nothing of, no direction is known."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    gone = lengths[:, 0] <= 4 * np.finfo(np.float64).eps * np.sqrt(rows.shape[1])
    if gone.any():
        row = int(gone.argmax())
        raise InputError(
            name, f"row {row} of {len(rows)}, of which {method} leaves nothing", "rows with a direction left"
        )
    return rows / lengths


def _require_share(name: str, value: float) -> None:
    if not 0 < value <= 1:
        raise InputError(name, f"{value:g}", "a share in (0, 1]")


def _require_count(name: str, value: int, most: int, what: str) -> None:
    if not isinstance(value, int | np.integer) or isinstance(value, bool) or not 1 <= value <= most:
        raise InputError(name, repr(value), f"an integer from 1 to {what} = {most}")
