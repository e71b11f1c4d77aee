"""Seeded bootstrap intervals, by resampling pairs: an image with all its texts is one unit.

`bootstrap_intervals` takes figures as functions of weights (`numerics.embeddings.weighted`,
`numerics.embeddings.weighted_spectra`), so that all figures come from the same resamples, and `paired_intervals` puts
these together for embeddings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.weighted import MeanFigures, PairwiseFigures, UnitFigures, Units
from modgap.numerics.embeddings.weighted_spectra import SpectralFigures

__all__ = ["Interval", "bootstrap_intervals", "limits", "paired_intervals"]

FloatArray = NDArray[np.float64]
METHODS = ("bca", "percentile")
#: Groups of the jackknife that the acceleration comes from; its error is about 0.4 over this number.
GROUPS = 100
LEAST_RESAMPLES = 20
#: Resamples that differ by no more than this share of their size agree: it is what sums of weights lose.
ROUNDING = 64 * float(np.finfo(np.float64).eps)
# Most weights held at once: 32 MiB.
BLOCK_ENTRIES = 2**22
# Most resamples between two reports.
MOST_ROWS = 64

NO_VARIATION = "all resamples agree: the sample shows no variation, which is not to say that there is none"
BIASED = "no interval: resampling moves the figure farther than it spreads it, as noise does a distance near 0"
UNDEFINED = "undefined in some resamples, which were left out"


@dataclass(frozen=True, eq=False)
class Interval:
    """An estimate and the ends of its interval, each of shape () or (k,).

    Attributes
    ----------
    estimate, low, high : ndarray
        The ends hold elementwise, not for all elements together. NaN where the figure is undefined, and where the
        interval would not hold the estimate itself.
    level : float
        Nominal coverage.
    note : str
        Why the level is not to be trusted; empty where nothing is known against it.
    """

    estimate: FloatArray
    low: FloatArray
    high: FloatArray
    level: float
    note: str = ""


def paired_intervals(
    images: Any,
    texts: Any,
    owner: Any = None,
    ks: Sequence[int] = (1, 5, 10),
    spectra: bool = True,
    pairwise: bool = True,
    names: tuple[str, str] = ("images", "texts"),
    **options: Any,
) -> dict[str, Interval]:
    """Return bootstrap intervals of the figures of paired embeddings.

    Parameters
    ----------
    images, texts, owner, ks, names
        As for `numerics.embeddings.retrieval.recall`; at least 2 images.
    spectra : bool
        Whether ranks, shares of variance and angles are among them: two decompositions (h, h) a resample.
    pairwise : bool
        Whether uniformity is: N² operations a resample.
    **options
        Of `bootstrap_intervals`.

    Returns
    -------
    dict
        Intervals by the name of the figure, parts joined by dots: "gap_degrees", "recall.image_to_text.1".

    Raises
    ------
    InputError
        (a ValueError) As `recall`, and as `bootstrap_intervals`.
    """
    units = Units(images, texts, owner, names)
    figures: list[UnitFigures] = [MeanFigures(units, ks)]
    if pairwise:
        figures.append(PairwiseFigures(units))
    if spectra:
        figures.append(SpectralFigures(units))
    return bootstrap_intervals(figures, **options)


def bootstrap_intervals(
    figures: Sequence[UnitFigures],
    resamples: int = 1000,
    level: float = 0.95,
    seed: int = 0,
    method: str = "bca",
    report: Callable[[int, int], None] | None = None,
) -> dict[str, Interval]:
    """Return intervals of figures of the same units.

    Parameters
    ----------
    figures : sequence of UnitFigures
        Functions of weights; each resample is given to all of them.
    resamples : int
        How many, at least 20.
    level : float
        Nominal coverage, in (0, 1).
    seed : int
        Of the resamples and of the groups of the jackknife, at least 0.
    method : {"bca", "percentile"}
        Efron's bias-corrected and accelerated interval (JASA 1987), or the quantiles of the resampled figures.
    report : callable, optional
        Called with the number of evaluations done and of all.

    Raises
    ------
    InputError
        (a ValueError) For a bad parameter.

    Notes
    -----
    Distances and angles of means are biased upwards by the noise of the means, in high dimension by as much as they
    scatter, and resamples are biased once more. BCa corrects for that, the percentiles do not; where the bias exceeds
    1.96 standard deviations (at the level 0.95) there is no interval.

    The acceleration comes from the jackknife that leaves out one of (at most) 100 random groups of units at a time.
    Its cube over the 3/2nd power of the square has the same limit as that of the ordinary jackknife.
    """
    _check(figures, resamples, level, seed, method)
    units, rng = figures[0].units, np.random.default_rng(seed)
    groups = min(GROUPS, units) if method == "bca" else 0
    done = 0

    def evaluated(blocks: Iterable[FloatArray]) -> dict[str, FloatArray]:
        nonlocal done
        found: list[dict[str, FloatArray]] = []
        for weights in blocks:
            found.append(_values(figures, weights))
            done += len(weights)
            if report is not None:
                report(done, groups + resamples)
        return {name: np.concatenate([part[name] for part in found]) for name in found[0]} if found else {}

    estimates = _values(figures, np.ones((1, units)))
    grouped = evaluated(_left_out(units, groups, rng))
    resampled = evaluated(_resamples(units, resamples, rng))
    notes = {name: note for figure in figures for name, note in figure.notes.items()}
    return {
        name: _interval(values[0], resampled[name], grouped.get(name), level, notes.get(name, ""))
        for name, values in estimates.items()
    }


def _values(figures: Sequence[UnitFigures], weights: FloatArray) -> dict[str, FloatArray]:
    return {name: values for figure in figures for name, values in figure(weights).items()}


def _resamples(units: int, count: int, rng: np.random.Generator) -> Iterator[FloatArray]:
    for size in _sizes(units, count):
        yield rng.multinomial(units, np.full(units, 1 / units), size=size).astype(np.float64)


def _left_out(units: int, groups: int, rng: np.random.Generator) -> Iterator[FloatArray]:
    """Yield weights that leave out one group of units after the other."""
    group = rng.permutation(np.arange(units) % max(groups, 1))
    first = 0
    for size in _sizes(units, groups):
        yield (group != np.arange(first, first + size)[:, None]).astype(np.float64)
        first += size


def _sizes(units: int, count: int) -> list[int]:
    step = min(max(1, BLOCK_ENTRIES // units), MOST_ROWS)
    return [min(step, count - start) for start in range(0, count, step)]


# --- limits ----------------------------------------------------------------------------------------------------------


def limits(
    estimate: float, resampled: FloatArray, grouped: FloatArray | None = None, level: float = 0.95
) -> tuple[float, float]:
    """Return the ends of the interval of one figure.

    Parameters
    ----------
    estimate : float
        Of the sample.
    resampled : ndarray, shape (R,)
        Of the resamples.
    grouped : ndarray, shape (G,), optional
        Of the sample without one group (or unit) at a time; with it the interval is BCa, without it the percentile one.
    level : float
        Nominal coverage.

    Returns
    -------
    pair of float
        Two of the resampled values.
    """
    tails = np.array([(1 - level) / 2, (1 + level) / 2])
    if grouped is not None:
        below = np.mean(resampled < estimate) + np.mean(resampled == estimate) / 2
        # With all of R on one side the share is known to be under 1/R only.
        bias = ndtri(np.clip(below, 0.5 / len(resampled), 1 - 0.5 / len(resampled)))
        shifted = bias + ndtri(tails)
        tails = ndtr(bias + shifted / (1 - _acceleration(grouped) * shifted))
    low, high = np.quantile(resampled, tails, method="inverted_cdf")
    return float(low), float(high)


def _acceleration(grouped: FloatArray) -> float:
    if not np.isfinite(grouped).all():
        return 0.0
    influence = grouped.mean() - grouped
    scale = float((influence**2).sum())
    return float((influence**3).sum()) / (6 * scale**1.5) if scale > 0 else 0.0


def _interval(
    estimate: FloatArray, resampled: FloatArray, grouped: FloatArray | None, level: float, note: str
) -> Interval:
    """Return the interval of a figure of shape () or (k,), elementwise."""
    ends = np.full((2, estimate.size), np.nan)
    notes = [note]
    for i, value in enumerate(estimate.reshape(-1)):
        values = resampled.reshape(len(resampled), -1)[:, i]
        defined = values[~np.isnan(values)]
        if len(defined) < len(values):
            notes.append(UNDEFINED)
        if np.isnan(value) or len(defined) < LEAST_RESAMPLES:
            continue
        if _agree(defined):
            ends[:, i] = value
            notes.append(NO_VARIATION)
            continue
        others = None if grouped is None else grouped.reshape(len(grouped), -1)[:, i]
        low, high = limits(float(value), defined, None if others is None or np.isnan(others).any() else others, level)
        if not low <= value <= high:
            notes.append(BIASED)
            continue
        ends[:, i] = low, high
    lows, highs = ends.reshape(2, *estimate.shape)
    return Interval(estimate, lows, highs, level, "; ".join(dict.fromkeys(n for n in notes if n)))


def _agree(values: FloatArray) -> bool:
    """Tell whether all values are one number: weighted means of it differ in their last digits."""
    if not np.isfinite(values).all():
        return bool((values == values[0]).all())
    return bool(np.ptp(values) <= ROUNDING * np.abs(values).max())


def _check(figures: Sequence[UnitFigures], resamples: int, level: float, seed: int, method: str) -> None:
    if len({figure.units for figure in figures}) != 1:
        raise InputError("figures", f"{[f.units for f in figures]} units", "figures of the same units")
    if resamples < LEAST_RESAMPLES:
        raise InputError("resamples", str(resamples), f"an integer of at least {LEAST_RESAMPLES}")
    if not 0 < level < 1:
        raise InputError("level", f"{level:g}", "a number in (0, 1)")
    if seed < 0:
        raise InputError("seed", str(seed), "an integer of at least 0")
    if method not in METHODS:
        raise InputError("method", repr(method), f"one of {', '.join(METHODS)}")
