"""Maps of embeddings to the plane by UMAP (McInnes, Healy and Melville 2018), seeded."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.extras import installing
from modgap.numerics.checks import InputError

__all__ = ["plane"]

NEIGHBOURS, SPREAD = 15, 0.1


def plane(rows: NDArray[np.float64], seed: int = 0, target: str = "TARGET") -> NDArray[np.float64]:
    """Return coordinates of the rows in the plane, shape (N, 2), by UMAP with the cosine as similarity.

    Parameters
    ----------
    rows : ndarray, shape (N, h)
        N >= 4.
    seed : int
        The same seed gives the same map; distances between far clusters mean nothing.
    target : str
        What needs it, for the message.

    Raises
    ------
    InputError
        Where umap-learn is not installed.
    """
    umap = _library(target)
    # More neighbours than rows are not to be had.
    neighbours = min(NEIGHBOURS, len(rows) - 1)
    # Of few rows the spectral start finds no eigenvectors; those of a PCA do, too.
    start = "spectral" if len(rows) > 50 else "pca"
    mapper = umap.UMAP(
        n_neighbors=neighbours, min_dist=SPREAD, metric="cosine", init=start, random_state=seed, n_jobs=1
    )
    return np.asarray(mapper.fit_transform(rows), dtype=np.float64)


def _library(target: str) -> Any:
    with warnings.catch_warnings():
        # Its import warns that TensorFlow, which is not used, is not installed.
        warnings.filterwarnings("ignore", category=ImportWarning)
        try:
            import umap
        except ImportError:
            expected = f"the extra 'figures' ({installing('figures')})"
            raise InputError(target, "no umap-learn installed", expected) from None
    return umap
