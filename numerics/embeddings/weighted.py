"""Figures of paired embeddings as functions of weights of the pairs: what resampling them comes to.

A unit is an image with all its texts. A resample that holds unit i w_i times is the row w of weights, and the copies of
a unit are never compared with each other: a pair of copies is no pair of observations, and its cosine of 1 would raise
every mean over i ≠ j, as a copy of the partner would spoil every recall.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.bessel.functions import inverse_iv_ratio, inverse_iv_ratio_complement
from modgap.numerics.checks import checked_form, paired_forms, resolution, unit_embeddings
from modgap.numerics.embeddings.gap import vanishes
from modgap.numerics.embeddings.metrics import compared_heights, kernel_blocks
from modgap.numerics.embeddings.retrieval import both_ranks, checked_owner, require_cutoffs, require_same_dimension
from modgap.numerics.embeddings.sums import mean_and_spread

__all__ = ["Compared", "HitFigures", "MeanFigures", "PairwiseFigures", "UnitFigures", "Units"]

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
WHEN = ("before", "after", "change")
IMS = ("shift", "rms", "spread", "relative", "correlation")


class UnitFigures(Protocol):
    """Figures as functions of the weights of units.

    Attributes
    ----------
    units : int
        How many there are.
    notes : dict
        By name of a figure, why its bootstrap interval is not to be trusted.
    """

    units: int
    notes: dict[str, str]

    def __call__(self, weights: FloatArray) -> dict[str, FloatArray]:
        """Return figures of shape (R,) or (R, k) by name, for weights of shape (R, units)."""
        ...


class Units:
    """Images with their texts, sorted by image, rows of length 1.

    Parameters
    ----------
    images, texts, owner, names
        As for `numerics.embeddings.retrieval.recall`.

    Attributes
    ----------
    x, y : ndarray, shapes (N, h) and (M, h)
        Unit rows; the texts of an image follow each other.
    owner : ndarray of int, shape (M,)
        Ascending.
    counts : ndarray, shape (N,)
        Number of texts of an image.
    roundings : pair of float
        Machine epsilons of the numbers that images and texts were given in.
    """

    def __init__(
        self, images: Any, texts: Any, owner: Any = None, names: tuple[str, str] = ("images", "texts")
    ) -> None:
        if owner is None:
            first, second = paired_forms(images, texts, names)
            rows = np.arange(len(first))
        else:
            first, second = checked_form(names[0], images), checked_form(names[1], texts)
            require_same_dimension(first, second, names)
            rows = checked_owner(owner, len(first), len(second), names)
        self.x, self.y = unit_embeddings(names[0], first), unit_embeddings(names[1], second)
        self.owner = rows
        if owner is not None:
            order = np.argsort(rows, kind="stable")
            self.y, self.owner = self.y[order], rows[order]
        self.counts = np.bincount(rows).astype(float)
        self.roundings = resolution(images), resolution(texts)

    def __len__(self) -> int:
        return len(self.x)

    def summed(self, values: NDArray[Any]) -> FloatArray:
        """Return the sums over each image's texts of values (M, ...)."""
        given = np.asarray(values, dtype=float)
        if self.paired:
            return given
        return np.add.reduceat(given, np.searchsorted(self.owner, np.arange(len(self))))

    @property
    def paired(self) -> bool:
        """Whether each image has one text, so that owner is 0, 1, …"""
        return len(self.x) == len(self.y)

    def spread_over_texts(self, values: FloatArray) -> FloatArray:
        """Return values of images (R, N) as values of their texts (R, M)."""
        return values if self.paired else values[:, self.owner]

    def hits(self, ks: Sequence[int]) -> tuple[FloatArray, FloatArray]:
        """Return by image (N, len(ks)): whether it finds a text of its own, and how many of its texts find it."""
        image_ranks, text_ranks = both_ranks(self.x, self.y, self.owner)
        return (image_ranks[:, None] <= ks).astype(float), self.summed(text_ranks[:, None] <= ks)


class MeanFigures:
    """Gap, cosines, alignment, concentrations, isometry error and recalls.

    Means over i ≠ j are over different units: an image is never compared with its own texts, nor a text with another
    one of its image. Recalls keep the candidates as they are; what is resampled are the queries.
    """

    def __init__(self, units: Units, ks: Sequence[int] = (1, 5, 10)) -> None:
        require_cutoffs(ks)
        self.units, self.ks = len(units), ks
        self.notes: dict[str, str] = {}
        self._data = units
        self._sums = units.summed(units.y)
        self._squares = np.einsum("ij,ij->i", self._sums, self._sums)
        self._paired = np.einsum("ij,ij->i", units.x, self._sums)
        self._hits = units.hits(ks)
        # Squared distances from a point near all means of resamples: spreads are theirs less a small square.
        self._origins = mean_and_spread(units.x)[0], self._sums.sum(axis=0) / units.counts.sum()
        self._distances = (
            _squared_distances(units.x, self._origins[0]),
            units.summed(_squared_distances(units.y, self._origins[1])),
        )

    def __call__(self, weights: FloatArray) -> dict[str, FloatArray]:
        """Return the figures, each of shape (R,), for weights of shape (R, units)."""
        data, squared = self._data, weights**2
        n, m = weights.sum(axis=1), weights @ data.counts
        x_mean, y_mean = weights @ data.x / n[:, None], weights @ self._sums / m[:, None]
        x_length, y_length = (
            _lengths(mean, rounding, len(data.y))
            for mean, rounding in zip((x_mean, y_mean), data.roundings, strict=True)
        )
        x_spread, y_spread = (
            _spreads(weights @ distances / total, _squared_distances(mean, origin), rounding)
            for distances, total, mean, origin, rounding in zip(
                self._distances, (n, m), (x_mean, y_mean), self._origins, data.roundings, strict=True
            )
        )
        paired = weights @ self._paired / m
        dim = data.x.shape[1]
        with np.errstate(divide="ignore", invalid="ignore"):
            x_centre, y_centre = x_mean / x_length[:, None], y_mean / y_length[:, None]
            figures = {
                "gap_degrees": _angles_degrees(x_centre, y_centre),
                "gap_l2": np.linalg.norm(x_mean - y_mean, axis=1),
                "paired_cosine": paired,
                "unpaired_cosine": (n * m * _dots(x_mean, y_mean) - squared @ self._paired)
                / (n * m - squared @ data.counts),
                "image_image_cosine": (n**2 * _dots(x_mean, x_mean) - squared.sum(axis=1))
                / (n**2 - squared.sum(axis=1)),
                "text_text_cosine": (m**2 * _dots(y_mean, y_mean) - squared @ self._squares)
                / (m**2 - squared @ data.counts**2),
                "vmf_concentration.image": _concentrations(dim, x_length, x_spread),
                "vmf_concentration.text": _concentrations(dim, y_length, y_spread),
                "alignment": 2 - 2 * paired,
            }
            figures |= self._isometry(weights, x_centre, y_centre)
        for direction, hits, total in (("image_to_text", self._hits[0], n), ("text_to_image", self._hits[1], m)):
            shares = weights @ hits / total[:, None]
            figures |= {f"recall.{direction}.{k}": shares[:, i] for i, k in enumerate(self.ks)}
        return figures

    def _isometry(self, weights: FloatArray, x_centre: FloatArray, y_centre: FloatArray) -> dict[str, FloatArray]:
        data = self._data
        heights = data.spread_over_texts(x_centre @ data.x.T), y_centre @ data.y.T
        found = compared_heights(*heights, data.spread_over_texts(weights))
        return {f"ims_error.{name}": values for name, values in zip(IMS, found, strict=True)}


class PairwiseFigures:
    """Uniformity of both modalities, over pairs of different units; N² operations a resample."""

    def __init__(self, units: Units) -> None:
        self.units = len(units)
        self.notes: dict[str, str] = {}
        self._data = units

    def __call__(self, weights: FloatArray) -> dict[str, FloatArray]:
        """Return the figures, each of shape (R,), for weights of shape (R, units)."""
        data = self._data
        sides = (("image", data.x, np.arange(len(data))), ("text", data.y, data.owner))
        return {f"uniformity.{name}": _uniformity(rows, unit, weights[:, unit]) for name, rows, unit in sides}


def _uniformity(rows: FloatArray, unit: IntArray, weights: FloatArray) -> FloatArray:
    total, count = np.zeros(len(weights)), np.zeros(len(weights))
    for part, kernel in kernel_blocks(rows):
        kernel[unit[part, None] == unit] = 0
        total += np.einsum("rj,rj->r", weights[:, part] @ kernel, weights)
    sums = weights.sum(axis=1)
    first = np.searchsorted(unit, np.arange(unit[-1] + 1))
    count = sums**2 - (np.add.reduceat(weights, first, axis=1) ** 2).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(total / count)


class HitFigures:
    """Shares of queries within the first k, from the rank of each: recall, or zero-shot accuracy.

    Parameters
    ----------
    name : str
        Figures are called name.k.
    ranks : ndarray of int, shape (N,)
        As from `numerics.embeddings.zero_shot.label_ranks`; each query is a unit, the candidates stay.
    ks : sequence of int
        The k.
    """

    def __init__(self, name: str, ranks: IntArray, ks: Sequence[int] = (1, 5)) -> None:
        require_cutoffs(ks)
        self.units = len(ranks)
        self.notes: dict[str, str] = {}
        self._names = [f"{name}.{k}" for k in ks]
        self._hits = (ranks[:, None] <= np.asarray(ks)).astype(float)

    def __call__(self, weights: FloatArray) -> dict[str, FloatArray]:
        """Return the shares, each of shape (R,), for weights of shape (R, N)."""
        shares = weights @ self._hits / weights.sum(axis=1, keepdims=True)
        return dict(zip(self._names, shares.T, strict=True))


class Compared:
    """Figures before and after a treatment of the same units, and their change: resampled together, as they are paired.

    Figures that both have are called before.NAME, after.NAME and change.NAME (after less before).
    """

    def __init__(self, before: UnitFigures, after: UnitFigures) -> None:
        if before.units != after.units:
            raise ValueError(f"{before.units} units before and {after.units} after: no pairs")
        self.units = before.units
        self.notes = {f"{when}.{name}": n for when in WHEN for f in (before, after) for name, n in f.notes.items()}
        self._before, self._after = before, after

    def __call__(self, weights: FloatArray) -> dict[str, FloatArray]:
        """Return the figures, each of shape (R,) or (R, k), for weights of shape (R, units)."""
        before, after = self._before(weights), self._after(weights)
        out: dict[str, FloatArray] = {}
        for name in before:
            if name in after:
                # Where rows agree, as in a resample of two, a concentration is infinite: of two such the change is NaN.
                with np.errstate(invalid="ignore"):
                    change = after[name] - before[name]
                out |= {f"{w}.{name}": v for w, v in zip(WHEN, (before[name], after[name], change), strict=True)}
        return out


def _lengths(means: FloatArray, rounding: float, terms: int) -> FloatArray:
    """Return the norms of means, 0 where a mean vanishes: its centre, and what follows from it, is then NaN."""
    lengths = np.linalg.norm(means, axis=1)
    return np.where(vanishes(lengths, rounding, terms), 0.0, lengths)


def _squared_distances(rows: FloatArray, origin: FloatArray) -> FloatArray:
    apart = rows - origin
    return np.einsum("ij,ij->i", apart, apart)


def _dots(a: FloatArray, b: FloatArray) -> FloatArray:
    return np.einsum("ij,ij->i", a, b)


def _angles_degrees(a: FloatArray, b: FloatArray) -> FloatArray:
    # Kahan's form, as in `numerics.gap`.
    half = np.arctan2(np.linalg.norm(a - b, axis=1), np.linalg.norm(a + b, axis=1))
    return np.degrees(2 * half)


def _spreads(squares: FloatArray, shifts: FloatArray, rounding: float) -> FloatArray:
    """Return mean squared distances from the means, given those from an origin; 0 where they are rounding alone."""
    spreads = squares - shifts
    return np.where(spreads <= (2 * rounding) ** 2 + 16 * np.finfo(np.float64).eps * squares, 0.0, spreads)


def _concentrations(dim: int, lengths: FloatArray, spreads: FloatArray) -> FloatArray:
    """Return κ, from 1 - |mean| where that is small; inf where the rows agree."""
    order, wide = dim / 2 - 1, lengths < 0.5
    found = np.full(len(lengths), np.nan)
    found[wide] = inverse_iv_ratio(order, lengths[wide])
    found[~wide] = inverse_iv_ratio_complement(order, np.clip(spreads[~wide] / (1 + lengths[~wide]), 0, 1))
    return found
