"""Is intra-modal isometry violated, and what does shared space projection do to pairs that it has not seen?"""

from __future__ import annotations

import math
import warnings
from dataclasses import astuple
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.align import shared_space_projection
from modgap.numerics.embeddings.gap import SHARED_EPSILON, VARIANCE_SHARE, UndefinedGapWarning, modality_gap
from modgap.numerics.embeddings.metrics import compared_heights, isometry_error
from modgap.numerics.embeddings.retrieval import recall
from modgap.numerics.embeddings.weighted import IMS
from modgap.paper_checks.measured.answers import SEED, SPLITS, Answer, Interval, mean_intervals, range_of
from modgap.paper_checks.measured.pairs import Pairs
from modgap.paper_checks.measured.splits import split_halves

__all__ = ["SETTINGS", "isometry", "projection"]

FloatArray = NDArray[np.float64]

#: Heights that differ by less than this are equal to the rounding of single precision.
ROUNDING = 1e-6
#: Random pairings for what chance gives.
PAIRINGS = 200
#: Share of variance, tolerance, and directions kept: first the paper's, then wider ones and its figures' ten.
SETTINGS = (
    (VARIANCE_SHARE, SHARED_EPSILON, None),
    (VARIANCE_SHARE, 1e-2, None),
    (VARIANCE_SHARE, 1e-1, None),
    (VARIANCE_SHARE, 1e-1, 10),
    (1.0, 1e-1, None),
)
DIRECTIONS = ("image_to_text", "text_to_image")


def isometry(pairs: Pairs) -> Answer:
    """Answer whether x_i·c_x = y_i·c_y holds, the hypothesis of Theorem 4, and how far it is off."""
    found = isometry_error(pairs.images, pairs.texts)
    intervals = {name: mean_intervals(pairs)[f"ims_error.{name}"] for name in ("rms", "relative", "correlation")}
    rng = np.random.default_rng(SEED)
    order = (rng.permutation(len(pairs.images)) for _ in range(PAIRINGS))
    heights = _heights(pairs.images), _heights(pairs.texts)
    shuffled = range_of(float(compared_heights(heights[0], heights[1][rows])[IMS.index("relative")]) for rows in order)
    violated = intervals["rms"].low > ROUNDING
    better = found.relative < shuffled.low
    sentence = (
        f"{'Violated' if violated else 'Not violated'}: x·c_x and y·c_y differ by {found.rms:.3f} "
        f"{intervals['rms'].text('.3f')} root mean square, which is {found.relative:.2f} "
        f"{intervals['relative'].text('.2f')} of their joint spread."
    )
    details = [
        f"Random pairing gives {shuffled.text('.2f')} of the spread: the pairs are "
        f"{'nearer' if better else 'no nearer'} to isometry than that.",
        f"The two correlate by {found.correlation:.2f} {intervals['correlation'].text('.2f')}; isometry would be 1.",
    ]
    figures = {
        **{name: getattr(found, name) for name in IMS},
        **{f"{name}_interval": list(astuple(interval)) for name, interval in intervals.items()},
        "relative_at_random": list(astuple(shuffled)),
        "pairings": PAIRINGS,
    }
    return Answer("isometry", "Is intra-modal isometry (IMS) violated, and by how much?", sentence, details, figures)


def _heights(rows: FloatArray) -> FloatArray:
    """Return the cosines of the rows with their centre."""
    mean = rows.mean(axis=0)
    return rows @ (mean / np.linalg.norm(mean))


# --- projection ------------------------------------------------------------------------------------------------------


def projection(pairs: Pairs) -> Answer:
    """Answer whether projection raises the cosine of held-out pairs, and what that costs in recall."""
    splits = [split_halves(len(pairs.images), SEED + k) for k in range(SPLITS)]
    before = [_figures(pairs.images[held], pairs.texts[held]) for _, held in splits]
    found = [_setting(pairs, splits, before, *setting) for setting in SETTINGS]
    seen = _seen(pairs)
    measured = [result for result in found if result["recall_change"] is not None]
    rises = bool(measured) and all(result["paired_cosine_change"][0] > 0 for result in measured)
    costs = bool(measured) and all(result["recall_change"][d][1] < 0 for result in measured for d in DIRECTIONS)
    paired, image, text = (float(np.mean([b[name] for b in before])) for name in ("paired_cosine", *DIRECTIONS))
    held = len(splits[0][1])
    sentence = (
        "It applies at none of the settings."
        if not measured
        else f"{'It raises the paired cosine' if rises else 'It does not raise the paired cosine throughout'} and "
        f"{'costs recall' if costs else 'does not cost recall throughout'}; {_words(measured[0])}, from {paired:.2f} "
        f"and {100 * image:.0f} / {100 * text:.0f} %, on the {held} held-out pairs of {SPLITS} splits."
    )
    details = [f"When {_words(result)}." for result in found]
    details += [f"Fitted to all pairs and measured on them, the paper's settings {_seen_words(seen)}."]
    start_recall = dict(zip(DIRECTIONS, (image, text), strict=True))
    figures = {
        "splits": SPLITS,
        "held_out_pairs": held,
        "before": {"paired_cosine": paired, "recall_at_1": start_recall},
        "settings": found,
        "fitted_to_all_and_measured_on_them": seen,
    }
    question = "Does shared space projection raise the paired cosine, and what does it cost in held-out recall?"
    return Answer("projection", question, sentence, details, figures)


def _setting(
    pairs: Pairs,
    splits: list[tuple[NDArray[np.int64], NDArray[np.int64]]],
    before: list[dict[str, float]],
    variance: float,
    epsilon: float,
    components: int | None,
) -> dict[str, Any]:
    """Return what one setting does over the splits: ranges of the changes, split by split."""
    changes = []
    for (fitted, held), start in zip(splits, before, strict=True):
        x, y = pairs.images, pairs.texts
        try:
            fit = shared_space_projection(x[fitted], y[fitted], variance, epsilon, components).fit
        except InputError:
            # No direction shared, or fewer than asked for: the method does not apply.
            continue
        after = _figures(*fit.transform(x[held], y[held]))
        changes.append((fit.shared_dimension, start, after))
    result: dict[str, Any] = {
        "variance": variance,
        "epsilon": epsilon,
        "components": components,
        "applies_to_splits": len(changes),
        "shared_dimension": None,
        "paired_cosine_change": None,
        "recall_change": None,
    }
    if len(changes) == len(splits):
        result["shared_dimension"] = _range(dimension for dimension, _, _ in changes)
        for name in ("paired_cosine", "unpaired_cosine", "gap_degrees"):
            result[f"{name}_change"] = _range(after[name] - start[name] for _, start, after in changes)
        result["recall_change"] = {d: _range(after[d] - start[d] for _, start, after in changes) for d in DIRECTIONS}
    return result


def _seen(pairs: Pairs) -> dict[str, Any] | None:
    """Return what the paper's settings give when fitted to all pairs and measured on them; None if nothing."""
    try:
        aligned = shared_space_projection(pairs.images, pairs.texts)
    except InputError:
        return None
    return {"shared_dimension": aligned.fit.shared_dimension, **_figures(aligned.x, aligned.y)}


def _seen_words(seen: dict[str, Any] | None) -> str:
    if seen is None:
        return "do not apply either"
    recalls = " / ".join(f"{100 * seen[d]:.1f}" for d in DIRECTIONS)
    return f"keep {seen['shared_dimension']} directions, cosine {seen['paired_cosine']:.2f} and R@1 {recalls} %"


def _words(result: dict[str, Any]) -> str:
    kept = "" if result["components"] is None else f", {result['components']} directions"
    name = f"keeping {100 * result['variance']:g} %, ε = {result['epsilon']:g}{kept}"
    if result["recall_change"] is None:
        return f"{name}: applies to {result['applies_to_splits']} of {SPLITS} splits for want of shared directions"
    cosine = Interval(*result["paired_cosine_change"]).text("+.2f")
    costs = (Interval(*(100 * v for v in result["recall_change"][d])).text("+.0f") for d in DIRECTIONS)
    return f"{name}: paired cosine {cosine}, R@1 {' and '.join(costs)} points (image to text and back)"


def _figures(x: FloatArray, y: FloatArray) -> dict[str, float]:
    shares, count = recall(x, y, ks=(1,)), len(x)
    paired = float(np.einsum("ij,ij->", x, y)) / count
    everyone = float(x.mean(axis=0) @ y.mean(axis=0))
    with warnings.catch_warnings():
        # Projection may leave a modality without a mean: then the gap is NaN, and says so.
        warnings.simplefilter("ignore", UndefinedGapWarning)
        gap = math.degrees(modality_gap(x, y))
    return {
        "paired_cosine": paired,
        "unpaired_cosine": (count * everyone - paired) / (count - 1),
        "gap_degrees": gap,
        **{direction: shares[direction][1] for direction in DIRECTIONS},
    }


def _range(values: Any) -> list[float]:
    return list(astuple(range_of(values)))
