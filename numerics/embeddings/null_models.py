"""What chance alone gives: subspaces in random position, and rows without any collapse.

Two questions are kept apart. How few directions a modality fills is compared with a sample of the von Mises-Fisher law
of the same mean resultant length, which fills all of them evenly (`isotropic_geometry`). How two modalities'
subspaces lie to each other is compared with the same spectra after a random rotation of one of them
(`rotated_angles`): a rotation keeps every singular value, so that only the relative position is tested.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.embeddings.gap import effective_rank, principal_angles, principal_subspace, vmf_concentration
from modgap.numerics.embeddings.sums import mean_and_spread
from modgap.numerics.vmf.law import VonMisesFisher

__all__ = ["isotropic_geometry", "rotated_angles"]

FloatArray = NDArray[np.float64]


def rotated_angles(dim: int, dimensions: tuple[int, int], draws: int, seed: int = 0) -> FloatArray:
    """Return the principal angles between a subspace and a uniformly rotated one, `draws` times.

    Parameters
    ----------
    dim : int
        h, of the space.
    dimensions : pair of int
        Of the two subspaces.
    draws : int
        Number of rotations (Haar measure).
    seed : int
        Of the draws.

    Returns
    -------
    ndarray, shape (draws, min(dimensions))
        Radians, ascending in each row. Only the dimensions matter: the first subspace may be any.
    """
    large, small = max(dimensions), min(dimensions)
    rng = np.random.default_rng(seed)
    fixed = np.eye(dim)[:, :large]
    turned = (np.linalg.qr(rng.standard_normal((dim, small)))[0] for _ in range(draws))
    return np.array([principal_angles(fixed, columns) for columns in turned])


def isotropic_geometry(
    rows: FloatArray, share: float, draws: int, seed: int = 0
) -> tuple[NDArray[np.int64], FloatArray]:
    """Return dimension and effective rank of samples that do not collapse: vMF of the rows' mean, as many rows.

    Parameters
    ----------
    rows : ndarray, shape (N, h)
        Unit rows with a mean.
    share : float
        In (0, 1], of the squared singular values that the dimension holds (`numerics.gap.principal_subspace`).
    draws, seed : int
        Number of samples, and their seed.

    Returns
    -------
    (ndarray of int, ndarray), each of shape (draws,)
        Dimensions of the principal subspaces, and effective ranks.
    """
    mean, spread = mean_and_spread(rows)
    law = VonMisesFisher(mean / np.linalg.norm(mean), vmf_concentration(mean, spread=spread))
    seeds = np.random.SeedSequence(seed).generate_state(draws)
    samples = [law.sample(len(rows), int(s)) for s in seeds]
    dimensions = np.array([principal_subspace(sample, share).shape[1] for sample in samples])
    return dimensions, np.array([effective_rank(sample) for sample in samples])
