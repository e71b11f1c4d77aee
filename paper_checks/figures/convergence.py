"""Figure 1: the loss minimised under the three constraints, in three dimensions, against what the theory says.

Without a constraint (Theorem 1), with clouds of one concentration (Theorem 2), and with such clouds in two planes
(Theorem 3): the loss above its bound and the gap by step, and the points on the sphere before and after. All of it is
computed here; nothing is taken from the paper.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from modgap.numerics.contrastive.constraints import Constraint, Subspace
from modgap.numerics.contrastive.optimize import geometry
from modgap.paper_checks.figures.sphere import great_circle, set_scene
from modgap.paper_checks.figures.style import BLACK, COLOURS, FULL_WIDTH, house_style, label_panels, write_figure
from modgap.paper_checks.searches.optimum import Problem, Report, constraint_of, solve

__all__ = ["PROBLEMS", "Run", "convergence", "draw", "write_convergence"]

#: One start each: the picture follows it.
PROBLEMS = {
    "no constraint": Problem("none", 3, 120, 0.5, seed=4, starts=1),
    "cone": Problem("cone", 3, 120, 0.2, concentration=20.0, seed=4, starts=1),
    "subspaces": Problem("subspace", 3, 120, 0.2, concentration=20.0, angle=60.0, seed=4, starts=1),
}
# Below this a loss is as good as at its bound.
ROUNDING = 1e-14
# Relative gradient norm at which a search ends: what follows could not be seen in the picture.
TOLERANCE = 1e-5


@dataclass
class Run:
    """A search that was watched: its steps, and its points before and after.

    Attributes
    ----------
    report : Report
    losses, gaps : list of float
        L_N - 2 log N and the gap in degrees (NaN where undefined) of the first start, by step.
    before, after : pair of ndarray
        x and y, each (N, h).
    planes : pair of ndarray, optional
        Orthonormal bases (h, 2) of the planes that hold x and y.
    """

    report: Report
    losses: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    before: Any = None
    after: Any = None
    planes: Any = None


def convergence(problem: Problem, device: str = "cpu") -> Run:
    """Minimise, and keep what happened on the way.

    Parameters
    ----------
    problem : Problem
        Of the pairs, in any dimension.
    device : str
        auto, cpu or cuda.
    """
    constraint, losses, gaps, states = constraint_of(problem), [], [], []

    def watch(step: int, values: torch.Tensor, norms: torch.Tensor, state: torch.Tensor) -> None:
        losses.append(float(values[0]) - 2 * math.log(problem.pairs))
        x, y = _points(constraint, state)
        gap = geometry(x, y).gap_degrees
        gaps.append(math.nan if gap is None else gap)
        states.append(state[:1].cpu())
        # Only the first and the last are drawn.
        del states[1:-1]

    report = solve(problem, device, watch, tolerance=TOLERANCE)
    before, after = (tuple(rows.numpy() for rows in _points(constraint, state)) for state in (states[0], states[-1]))
    planes = constraint.frames.numpy() if isinstance(constraint, Subspace) else None
    return Run(report, losses, gaps, before, after, planes)


def _points(constraint: Constraint, state: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    x, y = constraint.configuration(state[:1])
    return x[0].cpu(), y[0].cpu()


def draw(runs: dict[str, Run]) -> Figure:
    """Return the figure: a column a constraint; loss, gap and sphere."""
    figure = Figure(figsize=(FULL_WIDTH, 6.4), layout="constrained")
    space = {"projection": "3d", "computed_zorder": False}
    rows = np.array([[figure.add_subplot(3, len(runs), 1 + k + len(runs) * row, **(space if row == 2 else {}))
                      for k in range(len(runs))] for row in range(3)])  # fmt: skip
    for column, (name, run) in zip(rows.T, runs.items(), strict=True):
        steps = np.arange(1, len(run.losses) + 1)
        excess = np.maximum(np.array(run.losses) - run.report.bound, ROUNDING)
        column[0].loglog(steps, excess, color=COLOURS["image"])
        column[0].set(title=name, xlabel="step", ylabel="loss above the bound (nats)")
        column[1].semilogx(steps, run.gaps, color=BLACK)
        column[1].set(
            xlabel="step",
            ylabel="modality gap (degrees)",
            ylim=(-5, 185),
            yticks=range(0, 181, 45),
            xlim=column[0].get_xlim(),
        )
        if np.all(np.isnan(run.gaps[-1:])):
            column[1].text(0.5, 0.5, "undefined in the end:\nthe means vanish", transform=column[1].transAxes,
                           ha="center", fontsize=7)  # fmt: skip
        for panel in column[:2]:
            # Steps are counted in whole numbers, and a short search has no room for the labels between decades.
            panel.xaxis.set_major_formatter("{x:.0f}")
            panel.xaxis.set_minor_formatter(NullFormatter())
        _sphere(column[2], run)
    handles, names = rows[2, 0].get_legend_handles_labels()
    figure.legend(handles, names, loc="outside lower center", ncols=4, markerscale=1.5)
    label_panels(list(rows.flat))
    return figure


def _sphere(axes: Any, run: Run) -> None:
    set_scene(axes, zoom=1.4)
    if run.planes is not None:
        for plane, name in zip(run.planes, ("image", "text"), strict=True):
            great_circle(axes, plane[:, 0], plane[:, 1], COLOURS[name])
    for (x, y), shade, when in ((run.before, 0.3, "first step"), (run.after, 1.0, "last step")):
        axes.scatter(*x.T, s=5, color=COLOURS["image"], alpha=shade, label=f"x, {when}", depthshade=False,
                     linewidths=0, zorder=5)  # fmt: skip
        axes.scatter(*y.T, s=14, facecolors="none", edgecolors=COLOURS["text"], alpha=shade, label=f"y, {when}",
                     linewidths=0.6, depthshade=False, zorder=5)  # fmt: skip


def write_convergence(folder: Path) -> tuple[list[Path], dict[str, Run]]:
    """Write `fig1.pdf`, `fig1.png` and `fig1.json` to a folder; return the paths and the searches.

    Parameters
    ----------
    folder : Path
        An existing folder.
    """
    runs = {name: convergence(problem) for name, problem in PROBLEMS.items()}
    with house_style():
        figure = draw(runs)
    return write_figure(figure, folder, "fig1", _record(runs)), runs


def _record(runs: dict[str, Run]) -> dict[str, Any]:
    """Return the caption and, of each search, its setting and what it ended at."""
    caption = (
        "The contrastive loss minimised by Riemannian gradient descent in three dimensions from a random start, "
        "without a constraint (Theorem 1), with clouds of one concentration (Theorem 2), and with such clouds in "
        "two planes (Theorem 3). Above: the loss above the theory's bound, by step. Middle: the gap, undefined where "
        "the means vanish. Below: the points at the first step (faint) and the last; discs are the planes. No data are "
        "involved."
    )
    figures = {
        name: {
            **{key: value for key, value in vars(run.report.problem).items() if value is not None},
            "theorem": run.report.theorem,
            "bound": run.report.bound,
            "loss": run.losses[-1],
            "gap_degrees": None if math.isnan(run.gaps[-1]) else run.gaps[-1],
            "met": run.report.met,
            "words": run.report.words,
        }
        for name, run in runs.items()
    }
    return {"figure": "fig1", "caption": caption, "data": None, "figures": figures}
