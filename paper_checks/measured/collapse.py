"""Do embeddings collapse to subspaces as Theorem 3 supposes, and is their gap the angle that it names?"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.embeddings.gap import (
    SHARED_EPSILON,
    VARIANCE_SHARE,
    effective_rank,
    modality_gap,
    principal_angles,
    principal_subspace,
)
from modgap.numerics.embeddings.null_models import isotropic_geometry, rotated_angles
from modgap.paper_checks.measured.answers import SEED, Answer, Interval, mean_intervals, over_halves, range_of
from modgap.paper_checks.measured.pairs import Pairs

__all__ = ["collapse", "smallest_angle"]

FloatArray = NDArray[np.float64]

#: Angles closer than this count as near, whatever their intervals.
NEAR_DEGREES = 1.0
#: A least squared singular value below this share of the mean one is rounding.
ROUNDING = 1e-10
#: Draws of the null models.
ISOTROPIC_DRAWS, ROTATIONS = 20, 50
#: Shares of the squared singular values at which the smallest angle is taken, beside the usual one.
SHARES = (0.90, 0.95, VARIANCE_SHARE, 0.999)


def collapse(pairs: Pairs) -> Answer:
    """Answer whether dimension collapse holds."""
    filled = {"image": _filled(pairs.images), "text": _filled(pairs.texts)}
    bases = principal_subspace(pairs.images), principal_subspace(pairs.texts)
    position = _position(pairs, bases)
    fewer = all(found["dimension"] < found["chance"][0] for found in filled.values())
    closer = position["median_degrees"] < position["median_degrees_rotated"][0]
    shared = position["shared_dimension"] > position["shared_dimension_rotated"][1]
    image, text = filled["image"], filled["text"]
    chance = Interval(min(f["chance"][0] for f in filled.values()), max(f["chance"][1] for f in filled.values()))
    sentence = (
        f"{'In part' if fewer else 'No'}: 99 % of the squared singular values lie in {image['dimension']} image and "
        f"{text['dimension']} text directions, {'fewer than' if fewer else 'against'} the {chance.text('.0f')} of as "
        f"many rows without collapse, {'but' if fewer else 'and'} {_exactly(pairs)}."
    )
    details = [
        f"Effective rank {filled[name]['effective_rank']:.1f} of {name}s, "
        f"{Interval(*filled[name]['effective_rank_chance']).text('.1f')} without collapse."
        for name in filled
    ]
    details += [
        f"Median principal angle of the two subspaces {position['median_degrees']:.1f}°, after a random rotation of "
        f"one {Interval(*position['median_degrees_rotated']).text('.1f')}°: they lie "
        f"{'nearer to each other than' if closer else 'no nearer to each other than'} by chance.",
        f"Shared directions {position['shared_dimension']}, after a random rotation "
        f"{Interval(*position['shared_dimension_rotated']).text('.0f')}: {'more' if shared else 'no more'} than by "
        "chance.",
    ]
    figures = {"filled": filled, "position": position, "hyperplane_testable": pairs.limit is None}
    question = "Does dimension collapse hold?"
    return Answer("collapse", question, sentence, details, figures)


def _filled(rows: FloatArray) -> dict[str, Any]:
    """Return how many directions hold 99 %, the effective rank, and what chance gives."""
    dimensions, ranks = isotropic_geometry(rows, VARIANCE_SHARE, ISOTROPIC_DRAWS, SEED)
    chance, ranks_chance = range_of(dimensions), range_of(ranks)
    return {
        "dimension": principal_subspace(rows).shape[1],
        "chance": [chance.low, chance.high],
        "effective_rank": effective_rank(rows),
        "effective_rank_chance": [ranks_chance.low, ranks_chance.high],
        "draws": ISOTROPIC_DRAWS,
    }


def _position(pairs: Pairs, bases: tuple[FloatArray, FloatArray]) -> dict[str, Any]:
    """Return smallest and median principal angle and shared dimension, and what random rotations give."""
    angles = np.degrees(principal_angles(*bases))
    null = np.degrees(rotated_angles(pairs.dim, (bases[0].shape[1], bases[1].shape[1]), ROTATIONS, SEED))
    ranges = {
        "smallest_degrees_rotated": range_of(null[:, 0]),
        "median_degrees_rotated": range_of(np.median(null, axis=1)),
        "shared_dimension_rotated": range_of(_shared(null)),
    }
    return {
        "smallest_degrees": float(angles[0]),
        "median_degrees": float(np.median(angles)),
        "shared_dimension": int(_shared(angles)),
        **{name: [found.low, found.high] for name, found in ranges.items()},
        "rotations": ROTATIONS,
    }


def _shared(degrees: FloatArray) -> Any:
    """Return how many principal angles count as zero: cosine above 1 − 1e-3."""
    return np.count_nonzero(np.cos(np.radians(degrees)) > 1 - SHARED_EPSILON, axis=-1)


def _exactly(pairs: Pairs) -> str:
    """Say whether each modality lies in a hyperplane of its own, where the number of rows lets one ask."""
    if pairs.limit is not None:
        return (
            f"with {len(pairs.images)} rows in dimension {pairs.dim}, which always lie in hyperplanes, it cannot be "
            "told whether either modality has one of its own"
        )
    squares = [np.linalg.svd(rows, compute_uv=False) ** 2 for rows in (pairs.images, pairs.texts)]
    least = [float(s[-1] / s.mean()) for s in squares]
    if max(least) < ROUNDING:
        return "each lies in a hyperplane exactly"
    return f"not both lie in hyperplanes exactly (the least direction holds {max(least):.2g} of the mean one)"


# --- the smallest non-zero angle -------------------------------------------------------------------------------------


def smallest_angle(pairs: Pairs) -> Answer:
    """Answer whether the gap is near the smallest non-zero principal angle."""
    gap = math.degrees(modality_gap(pairs.images, pairs.texts))
    gap_range = mean_intervals(pairs)["gap_degrees"]
    by_share = {share: smallest_nonzero(pairs.images, pairs.texts, share) for share in SHARES}
    angle = by_share[VARIANCE_SHARE]
    angle_range = over_halves(smallest_nonzero, pairs)
    reach = {"image": _reach(pairs.images, pairs.texts), "text": _reach(pairs.texts, pairs.images)}
    near = gap_range.holds(angle) or angle_range.holds(gap) or abs(gap - angle) <= NEAR_DEGREES
    listed = ", ".join(f"{value:.1f}° at {100 * share:g} %" for share, value in by_share.items())
    near = gap_range.holds(angle) or angle_range.holds(gap) or abs(gap - angle) <= NEAR_DEGREES
    sentence = (
        f"{'Yes' if near else 'No'}: the gap is {gap:.2f}° {gap_range.text('.2f')}, the smallest non-zero principal "
        f"angle of the 99 % subspaces {angle:.2f}° (over random halves {angle_range.text('.2f')})."
    )
    details = [
        f"That angle depends on the share of the squared singular values kept: {listed}.",
        f"The image centre is {reach['image']:.1f}° from the texts' subspace and the text centre {reach['text']:.1f}° "
        f"from the images'; with centres orthogonal to C both would be the gap.",
    ]
    figures = {
        "gap_degrees": gap,
        "gap_interval": [gap_range.low, gap_range.high],
        "smallest_nonzero_degrees": {f"{share:g}": value for share, value in by_share.items()},
        "smallest_nonzero_over_halves": [angle_range.low, angle_range.high],
        "centre_to_other_subspace_degrees": reach,
    }
    question = "Is the gap near the smallest non-zero principal angle?"
    return Answer("smallest_angle", question, sentence, details, figures)


def smallest_nonzero(x: FloatArray, y: FloatArray, share: float = VARIANCE_SHARE) -> float:
    """Return the smallest principal angle whose cosine is not above 1 − 1e-3, in degrees; NaN if there is none."""
    angles = principal_angles(principal_subspace(x, share), principal_subspace(y, share))
    above = angles[np.cos(angles) <= 1 - SHARED_EPSILON]
    return math.degrees(float(above[0])) if len(above) else math.nan


def _reach(own: FloatArray, other: FloatArray) -> float:
    """Return the angle between the centre of one modality and the 99 % subspace of the other, in degrees."""
    centre = own.mean(axis=0)
    return math.degrees(float(principal_angles(centre[:, None] / np.linalg.norm(centre), principal_subspace(other))[0]))
