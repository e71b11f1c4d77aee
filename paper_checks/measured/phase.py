"""Where embeddings lie on the phase diagram of Theorem 3 (`paper_checks.figures.phase_diagram`)."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from modgap.numerics.contrastive.population import (
    collapse_threshold,
    predict_subspace,
    preferred_angle,
    subspace_population_loss,
)
from modgap.numerics.embeddings.gap import modality_gap, principal_angles, principal_subspace, vmf_concentration
from modgap.numerics.embeddings.sums import mean_and_spread
from modgap.paper_checks.measured.answers import Answer, mean_intervals
from modgap.paper_checks.measured.collapse import smallest_nonzero
from modgap.paper_checks.measured.pairs import Pairs

__all__ = ["phase", "preferred"]

FloatArray = NDArray[np.float64]


def phase(pairs: Pairs) -> Answer:
    """Answer where β, the fitted concentration and φ put the pairs.

    The theory has one κ and one φ; the data have two concentrations and many angles. κ is the mean of the two, φ each
    of: the gap, the smallest non-zero and the largest principal angle of the 99 % subspaces.
    """
    if pairs.temperature is None:
        raise ValueError("the phase needs a temperature")
    beta, sides = 1 / pairs.temperature, (("image", pairs.images), ("text", pairs.texts))
    means = {name: mean_and_spread(rows) for name, rows in sides}
    fitted = {name: vmf_concentration(mean, spread=spread) for name, (mean, spread) in means.items()}
    kappa = sum(fitted.values()) / 2
    intervals = {name: mean_intervals(pairs)[f"vmf_concentration.{name}"] for name in fitted}
    angles = {
        "gap": math.degrees(modality_gap(pairs.images, pairs.texts)),
        "smallest non-zero angle": smallest_nonzero(pairs.images, pairs.texts),
        "largest angle": _largest(pairs.images, pairs.texts),
    }
    places = {
        name: _place(pairs.dim, pairs.temperature, kappa, degrees)
        for name, degrees in angles.items()
        if not math.isnan(degrees)
    }
    at_gap, threshold = places["gap"], _collapse_angle(pairs.dim, beta)
    perpendicular, border = at_gap["tilt_degrees"] == 0, at_gap["beta_limit"]
    told_kappa = " and ".join(f"{fitted[n]:.0f} {intervals[n].text('.0f')} of {n}s" for n in fitted)
    sentence = (
        f"{'Where the paper has its optimum' if perpendicular else 'Outside of the region of the paper'}: at β = "
        f"{beta:g} and κ = {told_kappa}, so that β/κ = {beta / kappa:.3f}, with φ the gap, the vMF population loss is "
        f"least at centres {'orthogonal to C' if perpendicular else 'not orthogonal to C'}"
        f"{'' if border is None else f', and up to β = {border:.0f}'}."
    )
    beyond = at_gap["angle_degrees"] > threshold
    details = [
        f"For φ = {place['angle_degrees']:.1f}° ({name}) the predicted gap is {place['gap_degrees']:.1f}°."
        for name, place in places.items()
    ]
    details += [
        "So the theory is consistent with the gap if the gap is taken for φ, and does not tell it from the subspaces.",
        f"Without the vMF constraint pairs collapse onto C above φ = {threshold:.1f}° (a local criterion); this gap is "
        f"{'beyond that, and by that criterion of no optimum of free points' if beyond else 'below that'}.",
    ]
    figures = {
        "beta": beta,
        "kappa": fitted,
        "kappa_intervals": {name: [interval.low, interval.high] for name, interval in intervals.items()},
        "places": places,
        "collapse_angle_degrees": threshold,
    }
    return Answer("phase", "Where do β, κ and φ lie on the phase diagram?", sentence, details, figures)


def preferred(pairs: Pairs) -> Answer:
    """Answer which angle between the hyperplanes the population loss prefers at the data's κ and τ, beside the gap."""
    if pairs.temperature is None:
        raise ValueError("the preferred angle needs a temperature")
    means = [mean_and_spread(rows) for rows in (pairs.images, pairs.texts)]
    kappa = sum(vmf_concentration(mean, spread=spread) for mean, spread in means) / 2
    best = math.degrees(preferred_angle(pairs.dim, pairs.temperature, kappa))
    gap, interval = math.degrees(modality_gap(pairs.images, pairs.texts)), mean_intervals(pairs)["gap_degrees"]
    limit = math.degrees(math.acos(min(1.0, pairs.temperature)))
    sentence = (
        f"At κ = {kappa:.0f} and τ = {pairs.temperature:g} the loss of two like cones in two hyperplanes, with centres "
        f"orthogonal to the intersection, is least at an angle of {best:.1f}°; the gap is {gap:.1f}° "
        f"{interval.text('.1f')}."
    )
    hotter = math.degrees(preferred_angle(pairs.dim, 1.0, kappa))
    details = [
        "The paper's condition (A7) wants the smallest angle that there is: `thm.3.angle` refutes it for populations.",
        f"For narrower and narrower cones it would be arccos min(1, τ) = {limit:.1f}°; at τ = 1 it is {hotter:.1f}°.",
        "That the loss prefers a wide angle speaks for a wide gap; the model has one κ and fixes the centres, and its "
        "angle is not the gap.",
    ]
    figures = {
        "kappa": kappa,
        "preferred_degrees": best,
        "limit_degrees": limit,
        "gap_degrees": gap,
        "gap_interval": [interval.low, interval.high],
    }
    return Answer("preferred", "Which angle of the hyperplanes does the loss prefer?", sentence, details, figures)


def _place(dim: int, temperature: float, kappa: float, degrees: float) -> dict[str, float]:
    """Return the predicted tilt and gap at an angle φ, and up to which β centres orthogonal to C are best."""
    angle = math.radians(degrees)
    found = predict_subspace(dim, angle, temperature, kappa)
    return {
        "angle_degrees": degrees,
        "tilt_degrees": math.degrees(found.tilt),
        "gap_degrees": math.degrees(found.gap),
        "perpendicular_less_shared_nats": found.perpendicular - found.collapsed,
        "collapse_threshold_beta": collapse_threshold(dim, angle),
        "beta_limit": _beta_limit(dim, angle, kappa),
    }


def _beta_limit(dim: int, angle: float, kappa: float) -> Any:
    """Return the β at which centres orthogonal to C and in C have one loss; infinite if that is beyond 100 κ."""

    def difference(log_beta: float) -> float:
        ends = subspace_population_loss(dim, angle, math.exp(-log_beta), kappa, np.array([0.0, math.pi / 2]))
        return float(ends[0] - ends[1])

    low, high = math.log(1e-2 * kappa), math.log(100 * kappa)
    return math.exp(brentq(difference, low, high, xtol=1e-6)) if difference(low) < 0 < difference(high) else None


def _collapse_angle(dim: int, beta: float) -> float:
    """Return the angle above which free points collapse onto C at this β, in degrees."""
    return math.degrees(brentq(lambda angle: collapse_threshold(dim, angle) - beta, 1e-3, math.pi / 2 - 1e-3))


def _largest(x: FloatArray, y: FloatArray) -> float:
    return math.degrees(float(principal_angles(principal_subspace(x), principal_subspace(y))[-1]))
