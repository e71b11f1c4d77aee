"""The picture of the experiments: loss and bound, means, gaps and angles of the models that were trained."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from modgap.paper_checks.experiments.bounds import noise_threshold
from modgap.paper_checks.experiments.page import page, results
from modgap.paper_checks.experiments.plan import ANGLES, NOISE, STARTS, TEMPERATURES
from modgap.paper_checks.experiments.results import Result, Runs, Seeded, at_end
from modgap.paper_checks.figures.style import (
    BLACK,
    BLUE,
    COLOURS,
    FULL_WIDTH,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SKY,
    VERMILION,
    house_style,
    label_panels,
    write_figure,
)
from modgap.paper_checks.io.whole import write_whole

__all__ = ["draw", "write_experiments"]

SHADES = (BLUE, SKY, GREEN, ORANGE, VERMILION, PURPLE)


def draw(runs: Runs) -> Figure:
    """Return the figure of six panels."""
    figure = Figure(figsize=(FULL_WIDTH, 4.8), layout="constrained")
    panels = figure.subplots(2, 3)
    _losses(panels[0, 0], runs)
    _temperatures(panels[0, 1], runs)
    _starts(panels[0, 2], runs)
    _angles(panels[1, 0], runs)
    _noise(panels[1, 1], runs)
    _recalls(panels[1, 2], runs)
    label_panels(list(panels.flat))
    return figure


def _by_epoch(axes: Any, runs: Runs, name: str, key: str, **style: Any) -> None:
    """Draw the mean over seeds by epoch, and each seed faintly."""
    values = np.array(
        [[math.nan if seen[key] is None else seen[key] for seen in model.record["history"]] for model in runs[name]]
    )
    epochs = np.arange(1, values.shape[1] + 1)
    axes.plot(epochs, values.T, color=style["color"], alpha=0.25, linewidth=0.6)
    axes.plot(epochs, values.mean(axis=0), **style)
    axes.set_xlabel("epoch")


def _losses(axes: Any, runs: Runs) -> None:
    for t, shade in zip(TEMPERATURES, SHADES, strict=True):
        _by_epoch(axes, runs, f"free-t{t:g}", "training/excess", color=shade, label=f"τ = {t:g}")
    axes.set(yscale="log", ylabel="loss above the bound (nats)", ylim=(0.1, 100))
    axes.legend(ncols=2, loc="lower left")


def _bars(axes: Any, places: Any, values: list[Seeded], **style: Any) -> None:
    means = np.array([value.mean for value in values])
    spread = np.array([[value.mean - value.interval.low, value.interval.high - value.mean] for value in values]).T
    axes.errorbar(places, means, spread, capsize=2, elinewidth=0.6, **style)


def _temperatures(axes: Any, runs: Runs) -> None:
    for side, marker in (("image", "o"), ("text", "s")):
        ends = [at_end(runs[f"free-t{t:g}"], f"training/{side}_mean") for t in TEMPERATURES]
        _bars(axes, TEMPERATURES, ends, color=COLOURS[side], marker=marker, markersize=3, label=f"{side} mean")
    axes.set(xscale="log", xlabel="temperature τ", ylabel="length of the mean", ylim=(0, 1))
    axes.legend()


def _starts(axes: Any, runs: Runs) -> None:
    for t, shade in ((0.02, BLUE), (0.2, VERMILION)):
        for start, dashes in ((STARTS[0], ":"), (90.0, "-"), (STARTS[1], "--")):
            name = f"free-t{t:g}" if start == 90 else f"start-g{start:g}-t{t:g}"
            label = f"τ = {t:g}" if start == 90 else None
            _by_epoch(axes, runs, name, "training/gap_degrees", color=shade, linestyle=dashes, label=label)
    axes.set(ylabel="gap (degrees)", ylim=(0, 180), yticks=range(0, 181, 45))
    axes.legend()


def _angles(axes: Any, runs: Runs) -> None:
    kinds = {"free": "planes", "cones, τ = 0.1": "planes-cone-t0.1", "cones, τ = 0.5": "planes-cone-t0.5"}
    for (title, kind), shade in zip(kinds.items(), (BLACK, BLUE, VERMILION), strict=True):
        for start, dashes in zip(ANGLES, ("-", "--"), strict=True):
            label = title if start == ANGLES[0] else None
            _by_epoch(axes, runs, f"{kind}-a{start:g}", "angle_degrees", color=shade, linestyle=dashes, label=label)
    axes.set(ylabel="angle φ of the hyperplanes (degrees)")
    axes.legend()


def _noise(axes: Any, runs: Runs) -> None:
    rates = (0.0, *NOISE)
    for side, marker in (("image", "o"), ("text", "s")):
        ends = [at_end(runs[f"noise-{n:g}"], f"training/{side}_mean") for n in rates]
        _bars(axes, rates, ends, color=COLOURS[side], marker=marker, markersize=3, label=f"{side} mean")
    axes.axvline(noise_threshold(4, 0.1), color=GREY, linestyle=":", label="threshold")
    axes.set(xlabel="share of mismatched pairs η", ylabel="length of the mean", ylim=(0, 1))
    axes.legend()


def _recalls(axes: Any, runs: Runs) -> None:
    for start, shade in ((STARTS[0], SKY), (STARTS[1], VERMILION)):
        name = f"start-g{start:g}-t0.02"
        _by_epoch(axes, runs, name, "held-out/text_to_image", color=shade, label=f"start {start:g}°")
    _by_epoch(axes, runs, "free-t0.02", "held-out/text_to_image", color=BLACK, label="start 90°")
    axes.set(ylabel="recall at 1 held out, τ = 0.02")
    axes.legend()


def write_experiments(runs: Runs, folder: Path) -> tuple[list[Path], list[Result]]:
    """Write `experiments.md`, and figure and figures as `experiments.pdf`, `.png`, `.json`; return paths and results.

    Parameters
    ----------
    runs : dict
        As `modgap.paper_checks.experiments.plan.run_all` returns them.
    folder : Path
        An existing folder.
    """
    found = results(runs)
    with house_style():
        figure = draw(runs)
    record = {
        "figure": "experiments",
        "caption": _CAPTION,
        "data": next(iter(runs.values()))[0].record["data"],
        "results": {
            r.name: {"question": r.question, "claims": r.claims, "verdict": r.verdict, "answer": r.sentence,
                     "figures": r.figures}
            for r in found
        },
    }  # fmt: skip
    written = write_figure(figure, folder, "experiments", record)
    return [*written, *write_whole({folder / "experiments.md": page(found, runs).encode()})], found


_CAPTION = (
    "Small two-tower models trained on icons and their names; bold lines are means over three seeds, bars 95 % "
    "intervals. a: loss above the bound of Theorem 1. b: lengths of the means at the end, by temperature. c: gap from "
    "starts of 30 (dotted), 90 and 150 (dashed) degrees. d: a free angle between two hyperplanes, from 20 and 80 "
    "(dashed) degrees. e: lengths of the means among mismatched pairs, in dimension 4. f: recall of held-out pairs."
)
