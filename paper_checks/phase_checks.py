"""Where embeddings lie on the phase diagram of Theorem 3 (`paper_checks.phase_diagram`)."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from numerics.bessel import inverse_iv_ratio
from numerics.gap import modality_gap, principal_angles, principal_subspace, vmf_concentration
from numerics.population import collapse_threshold, predict_subspace, subspace_population_loss
from paper_checks.answers import Answer, drawn_means, multiplicities, range_of
from paper_checks.collapse_checks import smallest_nonzero
from paper_checks.pairs import Pairs

__all__ = ["phase"]

FloatArray = NDArray[np.float64]


def phase(pairs: Pairs) -> Answer:
    """Answer where β, the fitted concentration and φ put the pairs.

    The theory has one κ and one φ; the data have two concentrations and many angles. κ is the mean of the two, φ each
    of: the gap, the smallest non-zero and the largest principal angle of the 99 % subspaces.
    """
    beta = 1 / pairs.temperature
    kappa = _concentration(pairs.images, pairs.texts)
    kappa_range = range_of(_drawn_concentrations(pairs))
    angles = {
        "gap": math.degrees(modality_gap(pairs.images, pairs.texts)),
        "smallest non-zero angle": smallest_nonzero(pairs.images, pairs.texts),
        "largest angle": _largest(pairs.images, pairs.texts),
    }
    places = {name: _place(pairs, kappa, degrees) for name, degrees in angles.items() if not math.isnan(degrees)}
    at_gap, threshold = places["gap"], _collapse_angle(pairs.dim, beta)
    told = ", ".join(
        f"{place['gap_degrees']:.1f}° for φ = {place['angle_degrees']:.1f}° ({name})" for name, place in places.items()
    )
    where = "orthogonal to C, where the paper has them" if at_gap["tilt_degrees"] == 0 else "not orthogonal to C"
    border = at_gap["beta_limit"]
    limit = "at every β tried" if border is None else f"up to β = {border:.0f}"
    beyond = at_gap["angle_degrees"] > threshold
    sentence = (
        f"At β = {beta:g} and κ = {kappa:.0f} {kappa_range.text('.0f')}, that is β/κ = {beta / kappa:.3f} "
        f"[{beta / kappa_range.high:.3f}, {beta / kappa_range.low:.3f}], with φ the gap the centres of least vMF "
        f"population loss are {where}, {limit}, so that the theory is consistent with the gap but does not tell it: it "
        f"predicts {told}; without the vMF constraint pairs collapse onto C above φ = {threshold:.1f}° (a local "
        f"criterion), and the gap is {'beyond that, so that it is no optimum of free points' if beyond else 'below that'}."
    )
    figures = {"beta": beta, "kappa": kappa, "kappa_interval": [kappa_range.low, kappa_range.high], "places": places,
               "collapse_angle_degrees": threshold}  # fmt: skip
    return Answer("phase", "Where do β, κ and φ lie on the phase diagram?", sentence, figures)


def _place(pairs: Pairs, kappa: float, degrees: float) -> dict[str, float]:
    """Return the predicted tilt and gap at an angle φ, and up to which β centres orthogonal to C are best."""
    angle = math.radians(degrees)
    found = predict_subspace(pairs.dim, angle, pairs.temperature, kappa)
    return {
        "angle_degrees": degrees,
        "tilt_degrees": math.degrees(found.tilt),
        "gap_degrees": math.degrees(found.gap),
        "perpendicular_less_shared_nats": found.perpendicular - found.collapsed,
        "collapse_threshold_beta": collapse_threshold(pairs.dim, angle),
        "beta_limit": _beta_limit(pairs.dim, angle, kappa),
    }


def _beta_limit(dim: int, angle: float, kappa: float) -> Any:
    """Return the β at which centres orthogonal to C and in C have one loss; infinite if that is beyond 100 κ."""

    def difference(log_beta: float) -> float:
        ends = subspace_population_loss(dim, angle, math.exp(-log_beta), kappa, np.array([0.0, math.pi / 2]))
        return float(ends[0] - ends[1])

    low, high = math.log(1e-2 * kappa), math.log(100 * kappa)
    return math.exp(brentq(difference, low, high, xtol=1e-6)) if difference(low) < 0 < difference(high) else None


def _collapse_angle(dim: int, beta: float) -> float:
    """Return the angle above which free points collapse onto C at this β, in degrees (`thm.3.free`)."""
    return math.degrees(brentq(lambda angle: collapse_threshold(dim, angle) - beta, 1e-3, math.pi / 2 - 1e-3))


def _concentration(x: FloatArray, y: FloatArray) -> float:
    return (vmf_concentration(x.mean(axis=0)) + vmf_concentration(y.mean(axis=0))) / 2


def _drawn_concentrations(pairs: Pairs) -> FloatArray:
    """Return the mean of both fitted concentrations in each bootstrap draw."""
    weights = multiplicities(len(pairs.images))
    means = (drawn_means(rows, weights) for rows in (pairs.images, pairs.texts))
    fitted = [inverse_iv_ratio(pairs.dim / 2 - 1, np.linalg.norm(mean, axis=1)) for mean in means]
    return np.mean(fitted, axis=0)


def _largest(x: FloatArray, y: FloatArray) -> float:
    return math.degrees(float(principal_angles(principal_subspace(x), principal_subspace(y))[-1]))
