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

import matplotlib
import numpy as np
import torch
from matplotlib.figure import Figure

from numerics.constraints import Constraint
from numerics.optimize import geometry
from paper_checks.gap_figures import BLACK, BLUE, STYLE, VERMILION
from paper_checks.optimum import Problem, Report, constraint_of, solve

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
    """

    report: Report
    losses: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    before: Any = None
    after: Any = None


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
    return Run(report, losses, gaps, before, after)


def _points(constraint: Constraint, state: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    x, y = constraint.configuration(state[:1])
    return x[0].cpu(), y[0].cpu()


def draw(runs: dict[str, Run]) -> Figure:
    """Return the figure: a column a constraint; loss, gap and sphere."""
    figure = Figure(figsize=(7.2, 6.4), layout="constrained")
    rows = np.array([[figure.add_subplot(3, len(runs), 1 + k + len(runs) * row, projection="3d" if row == 2 else None)
                      for k in range(len(runs))] for row in range(3)])  # fmt: skip
    for column, (name, run) in zip(rows.T, runs.items(), strict=True):
        steps = np.arange(1, len(run.losses) + 1)
        excess = np.maximum(np.array(run.losses) - run.report.bound, ROUNDING)
        column[0].loglog(steps, excess, color=BLUE)
        column[0].set(title=name, xlabel="step", ylabel="loss above the bound (nats)")
        column[1].semilogx(steps, run.gaps, color=BLACK)
        column[1].set(xlabel="step", ylabel="modality gap (degrees)", ylim=(-5, 185), xlim=column[0].get_xlim())
        if np.all(np.isnan(run.gaps[-1:])):
            column[1].text(0.5, 0.5, "undefined in the end:\nthe means vanish", transform=column[1].transAxes,
                           ha="center", fontsize=7)  # fmt: skip
        _sphere(column[2], run)
    figure.legend(*rows[2, 0].get_legend_handles_labels(), loc="outside lower center", ncols=4, markerscale=1.5)
    return figure


def _sphere(axes: Any, run: Run) -> None:
    u, v = np.mgrid[0 : 2 * np.pi : 25j, 0 : np.pi : 13j]
    axes.plot_wireframe(np.cos(u) * np.sin(v), np.sin(u) * np.sin(v), np.cos(v), color="0.85", linewidth=0.3)
    for (x, y), shade, when in ((run.before, 0.25, "first step"), (run.after, 1.0, "last")):
        axes.scatter(*x.T, s=5, color=BLUE, alpha=shade, label=f"x, {when}", depthshade=False)
        axes.scatter(*y.T, s=14, facecolors="none", edgecolors=VERMILION, alpha=shade, label=f"y, {when}",
                     linewidths=0.6, depthshade=False)  # fmt: skip
    axes.set_box_aspect((1, 1, 1))
    axes.set_axis_off()


def write_convergence(folder: Path) -> tuple[list[Path], dict[str, Run]]:
    """Write `fig1.pdf` and `fig1.png` to a folder; return the paths and the searches.

    Parameters
    ----------
    folder : Path
        An existing folder.
    """
    runs = {name: convergence(problem) for name, problem in PROBLEMS.items()}
    written = []
    with matplotlib.rc_context(STYLE):
        figure = draw(runs)
        for suffix in ("pdf", "png"):
            path = folder / f"fig1.{suffix}"
            # Without the date the same input gives the same file.
            figure.savefig(path, metadata={"CreationDate": None} if suffix == "pdf" else None)
            written.append(path)
    return written, runs
