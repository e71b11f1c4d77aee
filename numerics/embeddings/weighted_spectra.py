"""Effective rank, explained variance and principal angles as functions of weights of the pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.embeddings.gap import SHARED_EPSILON, principal_angles, principal_subspace
from modgap.numerics.embeddings.weighted import Units

__all__ = ["SpectralFigures", "enough_rows"]

FloatArray = NDArray[np.float64]
#: Leading shares of variance that are reported.
LEADING = 10
# A resample of N holds about this share of them as distinct rows.
DISTINCT = 1 - np.exp(-1)
SIDES = ("image", "text")


class SpectralFigures:
    """Effective ranks, leading shares of variance, principal angles and the shared dimension.

    The principal subspaces keep the dimensions that they have with equal weights, so that the angles of all resamples
    are as many. All come from Gram matrices: enough for an interval, while `numerics.gap` takes the singular values.

    A resample holds about 0.63 N distinct rows. With N no larger than some multiples of h it has visibly smaller rank
    and larger angles than the sample has for that reason alone, and where 0.63 N <= h its rank is bounded by N
    instead of by the population: `notes` says so. Nor does the bootstrap hold for an angle of zero, the end of the
    range, for a share of variance that another one equals, or, being a count, for the shared dimension.
    """

    def __init__(self, units: Units) -> None:
        self.units, self._data = len(units), units
        self._dimensions = tuple(principal_subspace(rows).shape[1] for rows in (units.x, units.y))
        self.notes = self._notes(units.x.shape[1])

    def _notes(self, dim: int) -> dict[str, str]:
        notes = {
            "principal_angles_degrees": "angles near 0, the end of their range, are biased upwards in every resample",
            "shared_dimension": "a count: the level holds at best roughly",
        }
        if not enough_rows(self.units, dim):
            few = f"not to be trusted: a resample holds about {DISTINCT * self.units:.0f} distinct rows for h = {dim}"
            per_side = (f"{name}.{side}" for name in ("effective_rank", "explained_variance") for side in SIDES)
            notes = dict.fromkeys((*per_side, *notes), few)
        return notes

    def __call__(self, weights: FloatArray) -> dict[str, FloatArray]:
        """Return the figures, of shape (R,) or (R, k), for weights of shape (R, units)."""
        rows = [self._one(w) for w in weights]
        return {name: np.array([row[name] for row in rows]) for name in rows[0]}

    def _one(self, weights: FloatArray) -> dict[str, FloatArray]:
        data, found, bases = self._data, {}, []
        sides = ((data.x, weights), (data.y, weights[data.owner]))
        for name, (rows, w), d in zip(SIDES, sides, self._dimensions, strict=True):
            mean, gram = w @ rows / w.sum(), (rows.T * w) @ rows / w.sum()
            values, vectors = np.linalg.eigh(gram)
            found[f"effective_rank.{name}"] = _effective_rank(values)
            found[f"explained_variance.{name}"] = _leading_shares(gram - np.outer(mean, mean))
            bases.append(np.ascontiguousarray(vectors[:, ::-1][:, :d]))
        angles = principal_angles(*bases)
        found["principal_angles_degrees"] = np.degrees(angles)
        found["shared_dimension"] = np.array(float(np.count_nonzero(np.cos(angles) > 1 - SHARED_EPSILON)))
        return found


def enough_rows(units: int, dim: int) -> bool:
    """Whether a resample of so many units has more distinct rows than dimensions."""
    return bool(DISTINCT * units > dim)


def _effective_rank(eigenvalues: FloatArray) -> FloatArray:
    """Return exp of the entropy of the roots over their sum; what rounding left of a zero is none."""
    kept = eigenvalues[eigenvalues > eigenvalues[-1] * len(eigenvalues) * np.finfo(np.float64).eps]
    p = np.sqrt(kept) / np.sqrt(kept).sum()
    return np.exp(-(p * np.log(p)).sum())


def _leading_shares(covariance: FloatArray) -> FloatArray:
    values = np.linalg.eigvalsh(covariance)[::-1]
    return values[:LEADING] / np.trace(covariance)
