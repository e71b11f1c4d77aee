"""Experiments on the loss: Theorem 1's bound, mismatched pairs, a learned temperature, the sigmoid loss."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from modgap.numerics.bessel import inverse_iv_ratio, iv_ratio
from modgap.numerics.loss import theorem1_bound
from modgap.paper_checks.experiments.plan import BASE, FAMILIES, NOISE, TEMPERATURES
from modgap.paper_checks.experiments.results import (
    AGREE,
    CANNOT_TELL,
    DISAGREE,
    Result,
    Runs,
    Seeded,
    at_end,
    seeded,
    table,
)
from modgap.paper_checks.training.run import PARTS, Trained

__all__ = ["bound", "learned_temperature", "means_distance", "noise", "noise_threshold", "sigmoid"]


#: Cones nearer to each other than this count as one, degrees.
ONE_CONE = 15.0


def means_distance(models: list[Trained], part: str = "training") -> Seeded:
    """Return |x̄ − ȳ|, which is defined where the angle is not, at the end."""

    def distance(seen: dict[str, float | None]) -> float | None:
        a, b, gap = (seen[f"{part}/{key}"] for key in ("image_mean", "text_mean", "gap_degrees"))
        if a is None or b is None or gap is None:
            return None
        return math.sqrt(max(0.0, a**2 + b**2 - 2 * a * b * math.cos(math.radians(gap))))

    return seeded(distance(model.record["history"][-1]) for model in models)


def bound(runs: Runs) -> Result:
    """Ask whether models without a constraint come near Theorem 1's bound, and what their means and gap do."""
    names = {f"free-t{t:g}": (f"{t:g}", f"{theorem1_bound(BASE.dim, t):.2f}") for t in TEMPERATURES}
    columns: dict[str, Any] = {
        "training, above": lambda m: at_end(m, "training/excess"),
        "held out, above": lambda m: at_end(m, "held-out/excess"),
        "mean, images": lambda m: at_end(m, "training/image_mean"),
        "distance of the means": means_distance,
    }
    rows, record = table(runs, names, columns, ".2f")
    unconstrained = [name for name, family in FAMILIES.items() if family.settings.constraint == "none"]
    least = min(
        seen[f"{part}/excess"]
        for name in unconstrained
        for model in runs[name]
        for seen in model.record["history"]
        for part in PARTS
    )
    hot, cold = (at_end(runs[f"free-t{t:g}"], "training/excess") for t in (TEMPERATURES[-1], TEMPERATURES[0]))
    low, high = TEMPERATURES[0], TEMPERATURES[-1]
    sentence = (
        f"The bound is {'never crossed' if least > 0 else 'crossed'}, by any of the models without a constraint after "
        f"any epoch on either part (least excess {least:.2f} nats), and none is near it: training pairs end "
        f"{hot.text('.2f')} nats above it at τ = {high:g} and {cold.text('.1f')} at τ = {low:g}. So the theorem holds "
        "and does not describe where training ends; what is said of the optimum itself these models cannot test."
    )
    header = ("τ", "bound", *columns)
    record["least_excess"] = least
    return Result("bound", "Do models without a constraint come near the bound of Theorem 1?",
                  ("thm.1.finite", "thm.1.bound", "cor.1"), AGREE if least > 0 else DISAGREE, sentence, header, rows,
                  record)  # fmt: skip


def noise_threshold(dim: int, temperature: float) -> float:
    """Return the rate of mismatched pairs up to which aligned uniform pairs can be optimal: hA(2 − A)τ/2, A(1/τ)."""
    ratio = float(iv_ratio(0.5 * dim - 1, 1 / temperature))
    return dim * ratio * (2 - ratio) * temperature / 2


def noise(runs: Runs) -> Result:
    """Ask whether mismatched pairs make cones, and no gaps."""
    names = {f"noise-{n:g}": (f"{n:g}",) for n in (0.0, *NOISE)}
    columns: dict[str, Any] = {
        "mean, images": lambda m: at_end(m, "training/image_mean"),
        "mean, texts": lambda m: at_end(m, "training/text_mean"),
        "gap (degrees)": lambda m: at_end(m, "training/gap_degrees"),
        "R@1 held out": lambda m: at_end(m, "held-out/text_to_image"),
    }
    rows, record = table(runs, names, columns, ".2f")
    clean, most = (at_end(runs[f"noise-{n:g}"], "training/image_mean") for n in (0.0, NOISE[-1]))
    gap = at_end(runs[f"noise-{NOISE[-1]:g}"], "training/gap_degrees")
    threshold = noise_threshold(4, 0.1)
    cones, no_gap = most.interval.low > clean.interval.high, gap.interval.high < ONE_CONE
    apart = most.interval.high < clean.interval.low
    verdict = AGREE if cones and no_gap else DISAGREE if apart else CANNOT_TELL
    sentence = (
        f"In dimension 4 at τ = 0.1, where the threshold is η = {threshold:.2f}, the mean of the images is "
        f"{clean.text('.2f')} long without mismatched pairs and {most.text('.2f')} at η = {NOISE[-1]:g}; the two cones "
        f"are then {gap.text('.1f')}° apart."
    )
    record["threshold"] = threshold
    claims = ("thm.1.noise.uniform", "thm.1.noise.necessary", "thm.1.noise")
    return Result("noise", "Do mismatched pairs make a common cone, and no gap?", claims, verdict, sentence,
                  ("η", *columns), rows, record)  # fmt: skip


def learned_temperature(runs: Runs) -> Result:
    """Ask whether a learned temperature goes where the aligned uniform law would have it, A(1/τ) = 1 − η."""
    predicted = {n: float(inverse_iv_ratio(1.0, 1 - n)) for n in NOISE}
    names = {f"learned-noise-{n:g}": (f"{n:g}", f"{predicted[n]:.2f}") for n in NOISE}
    columns: dict[str, Any] = {
        "1/τ": lambda m: seeded(1 / model.record["history"][-1]["temperature"] for model in m),
        "mean, images": lambda m: at_end(m, "training/image_mean"),
        "paired cosine": lambda m: at_end(m, "training/paired_cosine"),
    }
    rows, record = table(runs, names, columns, ".2f")
    found = {n: columns["1/τ"](runs[f"learned-noise-{n:g}"]) for n in NOISE}
    held = [found[n].interval.holds(predicted[n]) for n in NOISE]
    falls = all(found[a].interval.low > found[b].interval.high for a, b in pairwise(NOISE))
    decided = all(math.isfinite(value.interval.high) for value in found.values())
    verdict = CANNOT_TELL if not decided or (any(held) and not all(held)) else AGREE if all(held) else DISAGREE
    outcome = {AGREE: "agree", DISAGREE: "do not agree", CANNOT_TELL: "cannot be told from so few seeds"}[verdict]
    said = ", ".join(f"{found[n].text('.2f')} at η = {n:g} (predicted {predicted[n]:.2f})" for n in NOISE)
    sentence = (
        f"1/τ ends at {said}. It {'falls' if falls else 'does not clearly fall'} as η grows, as predicted; the values "
        f"themselves {outcome}: the prediction is for pairs that are otherwise "
        "aligned and uniform, and those of these models are not."
    )
    return Result("learned_temperature", "Where does a learned temperature go among mismatched pairs?",
                  (), verdict, sentence, ("η", "1/τ predicted", *columns), rows, record)  # fmt: skip


def sigmoid(runs: Runs) -> Result:
    """Ask how the sigmoid loss compares with InfoNCE at one temperature."""
    names = {"free-t0.1": ("InfoNCE",), "sigmoid": ("sigmoid",)}
    columns: dict[str, Any] = {
        "distance of the means": means_distance,
        "mean, images": lambda m: at_end(m, "training/image_mean"),
        "gap (degrees)": lambda m: at_end(m, "training/gap_degrees"),
        "R@1 held out": lambda m: at_end(m, "held-out/text_to_image"),
        "above Theorem 1's bound": lambda m: at_end(m, "training/excess"),
    }
    rows, record = table(runs, names, columns, ".2f")
    one, other = (means_distance(runs[name]) for name in names)
    larger = other.interval.low > one.interval.high
    less = other.interval.high < one.interval.low
    sentence = (
        f"From a gap of 90° at τ = 0.1 the means end {other.text('.2f')} apart with the sigmoid loss and "
        f"{one.text('.2f')} with InfoNCE: the sigmoid loss, whose bias takes part in the score, "
        f"{'keeps more of the gap' if larger else 'keeps less of the gap' if less else 'cannot be told from it'}."
    )
    return Result("sigmoid", "Does the sigmoid loss treat the gap as InfoNCE does?", ("thm.1.decoupled",), CANNOT_TELL,
                  sentence, ("loss", *columns), rows, record)  # fmt: skip
