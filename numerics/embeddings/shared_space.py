"""Shared space projection, and how many directions are shared as its two thresholds vary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, paired_forms
from modgap.numerics.embeddings._fit import (
    NAMES,
    Aligned,
    Fit,
    FloatArray,
    require_count,
    require_epsilon,
    require_share,
)
from modgap.numerics.embeddings.gap import SHARED_EPSILON, VARIANCE_SHARE
from modgap.numerics.embeddings.summary import PairedSummary, paired_blocks, summarise
from modgap.numerics.threads import spread

#: How shared directions are ranked: ours, and that of the print.
RANKINGS = ("variance", "printed")
#: The thresholds over which sensitivity is reported.
VARIANCES = (0.9, 0.95, VARIANCE_SHARE, 0.999)
EPSILONS = (1e-4, SHARED_EPSILON, 1e-2, 1e-1)

__all__ = [
    "SharedDimensions",
    "SharedSpaceProjection",
    "fit_shared_space",
    "fit_with_sensitivity",
    "printed_scores",
    "shared_dimensions",
    "shared_space_projection",
]


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

    def _dim(self) -> int:
        return len(self.basis)

    def _moved(self, side: int, rows: FloatArray) -> FloatArray:
        return rows @ self.basis


def shared_space_projection(
    x: Any,
    y: Any,
    variance: float = VARIANCE_SHARE,
    epsilon: float = SHARED_EPSILON,
    components: int | None = None,
    names: tuple[str, str] = NAMES,
    ranking: str = "variance",
) -> Aligned[SharedSpaceProjection]:
    """Project pairs on the directions shared by the principal subspaces of the two modalities, and renormalise.

    The algorithm of arXiv 2510.03268v2, appendix C: the right singular vectors of x, and of y, that hold `variance` of
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
        Keep only so many of the shared directions, by `ranking`.
    names : pair of str
        What to call x and y in messages.
    ranking : str
        "variance": those along which the coordinates vary most, the variances of both modalities (each about its own
        mean) being added. "printed": by step 5 of the print, see `printed_scores`, which measures no variance.

    Returns
    -------
    Aligned
        Transformed pairs of shape (N, k), k = `components` or else d_overlap, and the fit.

    Raises
    ------
    InputError
        (a ValueError) For bad pairs or parameters, and where no direction is shared (d_overlap = 0).

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.align import shared_space_projection
    >>> shared_space_projection(x, y, components=2).x.shape
    (200, 2)
    """
    fit = fit_shared_space(x, y, variance, epsilon, components, names, ranking=ranking)
    return Aligned.by(fit, x, y, names)


def fit_shared_space(
    x: Any,
    y: Any,
    variance: float = VARIANCE_SHARE,
    epsilon: float = SHARED_EPSILON,
    components: int | None = None,
    names: tuple[str, str] = NAMES,
    chosen: NDArray[np.bool_] | None = None,
    ranking: str = "variance",
) -> SharedSpaceProjection:
    """Return the fit alone of `shared_space_projection`, in one pass in blocks, to all or the chosen pairs.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.align import fit_shared_space
    >>> fit_shared_space(x[:100], y[:100], components=2).shared_dimension
    4
    """
    _require_thresholds(variance, epsilon, ranking)
    return _fit_of(summarise(x, y, names, chosen), x, y, variance, epsilon, components, names, chosen, ranking)


def fit_with_sensitivity(
    x: Any,
    y: Any,
    variance: float = VARIANCE_SHARE,
    epsilon: float = SHARED_EPSILON,
    components: int | None = None,
    names: tuple[str, str] = NAMES,
    chosen: NDArray[np.bool_] | None = None,
    ranking: str = "variance",
) -> tuple[SharedSpaceProjection, SharedDimensions]:
    """Return what `fit_shared_space` and, at its default thresholds, `shared_dimensions` do, from one pass."""
    _require_thresholds(variance, epsilon, ranking)
    summary = summarise(x, y, names, chosen)
    fit = _fit_of(summary, x, y, variance, epsilon, components, names, chosen, ranking)
    return fit, _dimensions_of(summary, VARIANCES, EPSILONS)


def _require_thresholds(variance: float, epsilon: float, ranking: str) -> None:
    require_share("variance", variance)
    require_epsilon("epsilon", epsilon)
    if ranking not in RANKINGS:
        raise InputError("ranking", repr(ranking), f"one of {', '.join(RANKINGS)}")


def _fit_of(
    summary: PairedSummary,
    x: Any,
    y: Any,
    variance: float,
    epsilon: float,
    components: int | None,
    names: tuple[str, str],
    chosen: NDArray[np.bool_] | None,
    ranking: str,
) -> SharedSpaceProjection:
    """Return the fit from the summary of the pairs, which the printed ranking alone reads once more."""
    bases = [spectrum.subspace(variance) for spectrum in summary.spectra]
    overlap = bases[0].T @ bases[1]
    ((left, cosines, _),) = spread(lambda part: np.linalg.svd(part, full_matrices=False), [overlap], overlap.size)
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
        require_count("components", components, shared, "d_overlap")
        if ranking == "printed":
            scores = printed_scores(x, y, basis, names, chosen)
        else:
            scores = np.sum([((s.centred_factor @ basis) ** 2).sum(axis=0) for s in (summary.x, summary.y)], axis=0)
        basis = basis[:, np.argsort(-scores, kind="stable")[:components]]
    return SharedSpaceProjection(basis, (bases[0].shape[1], bases[1].shape[1]), shared)


def printed_scores(
    x: Any, y: Any, basis: FloatArray, names: tuple[str, str] = NAMES, chosen: NDArray[np.bool_] | None = None
) -> FloatArray:
    """Return the score of each direction by step 5 of the print, equation (32), summed over the modalities.

    The print projects each row on each direction b_k, normalises what it gets and takes the variance over rows and
    coordinates. Normalising leaves sign(P_kn) b_k, so that the score is 1/h − (mean sign of P_k · mean entry of b_k)²:
    it measures on which side of the origin rows lie, and no variance.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings.
    basis : ndarray, shape (h, k)
        Orthonormal directions.

    Returns
    -------
    ndarray, shape (k,)
        Of [0, 2/h] each.

    Examples
    --------
    >>> rows = [[1.0, 0.0], [1.0, 1.0]]
    >>> printed_scores(rows, rows, np.eye(2)).tolist()
    [0.5, 0.875]
    """
    signs, count = np.zeros((2, basis.shape[1])), 0
    for block in paired_blocks(*paired_forms(x, y, names), names, chosen, quiet=True):
        count += len(block[0])
        signs += [np.sign(rows @ basis).sum(axis=0) for rows in block]
    return np.asarray((1 / len(basis) - (signs / count * basis.mean(axis=0)) ** 2).sum(axis=0))


# --- sensitivity -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class SharedDimensions:
    """How many directions are shared at each pair of thresholds.

    Attributes
    ----------
    variances, epsilons : tuple of float
        The thresholds.
    subspace_dimensions : ndarray of int, shape (len(variances), 2)
        Dimensions of the principal subspaces of x and of y.
    shared : ndarray of int, shape (len(variances), len(epsilons))
        d_overlap.
    """

    variances: tuple[float, ...]
    epsilons: tuple[float, ...]
    subspace_dimensions: NDArray[np.int64]
    shared: NDArray[np.int64]


def shared_dimensions(
    x: Any,
    y: Any,
    variances: Sequence[float] = VARIANCES,
    epsilons: Sequence[float] = EPSILONS,
    names: tuple[str, str] = NAMES,
    chosen: NDArray[np.bool_] | None = None,
) -> SharedDimensions:
    """Return d_overlap of the shared space projection over a grid of its two thresholds.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts, N >= 2. Rows are normalised first.
    variances : sequence of float
        Shares in (0, 1].
    epsilons : sequence of float
        In (0, 1).
    names : pair of str
        What to call x and y in messages.
    chosen : ndarray of bool, shape (N,), optional
        Which pairs to use.

    Raises
    ------
    InputError
        (a ValueError) For bad pairs or thresholds. No shared direction is an answer here, not an error.

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> x, y = (VonMisesFisher(axis, 3.0).sample(200, np.random.default_rng(0)) for axis in np.eye(4)[:2])
    >>> from modgap.numerics.align import shared_dimensions
    >>> shared_dimensions(x, y, variances=(0.9,), epsilons=(0.1,)).shared
    array([[4]])
    """
    for variance in variances:
        require_share("variances", variance)
    for epsilon in epsilons:
        require_epsilon("epsilons", epsilon)
    return _dimensions_of(summarise(x, y, names, chosen), variances, epsilons)


def _dimensions_of(summary: PairedSummary, variances: Sequence[float], epsilons: Sequence[float]) -> SharedDimensions:
    """Return the counts from one product: a subspace of a smaller share is spanned by the first directions."""
    first, second = summary.spectra
    overlap = first.right @ second.right.T
    dimensions = [(first.dimension(variance), second.dimension(variance)) for variance in variances]
    parts = [overlap[:rows, :columns] for rows, columns in dimensions]
    cosines = spread(lambda part: np.linalg.svd(part, compute_uv=False), parts, overlap.size)
    counts = [[np.count_nonzero(found > 1 - epsilon) for epsilon in epsilons] for found in cosines]
    return SharedDimensions(tuple(variances), tuple(epsilons), np.array(dimensions), np.array(counts))
