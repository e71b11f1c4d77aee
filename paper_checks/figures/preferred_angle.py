"""Draw which angle between two hyperplanes the loss of two cones prefers, over temperature and concentration.

`python -m modgap.paper_checks.figures.preferred_angle docs/preferred-angle.png` (or .pdf, .svg) finds the root of the
slope S of the loss in cos φ (`thm.3.angle.tangent`) by quadrature, at h = 4, 64 and 512; some ten seconds.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

import matplotlib.figure
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from modgap.numerics.contrastive.population import preferred_angle

DIMENSIONS = (4, 64, 512)
#: κ/(h − 1) and β of the grid.
NARROWNESS, BETAS = np.geomspace(0.05, 500, 40), np.geomspace(0.2, 500, 40)
#: CLIP ViT-B/16 on MSCOCO.
CLIP = {"dim": 512, "kappa": 777.0, "beta": 100.0}


def angles(dim: int) -> NDArray[np.float64]:
    """Return the best angles in degrees, shape (betas, concentrations)."""
    return np.array([[math.degrees(preferred_angle(dim, 1 / b, k * (dim - 1))) for k in NARROWNESS] for b in BETAS])


def _draw(axes: Axes, dim: int) -> None:
    found = angles(dim)
    levels = np.linspace(0, 90, 19)
    filled = axes.contourf(NARROWNESS * (dim - 1), BETAS, found, levels=levels, cmap="cividis")
    axes.contour(NARROWNESS * (dim - 1), BETAS, found, levels=[0.5], colors="white", linewidths=1.2)
    if dim == CLIP["dim"]:
        axes.plot(CLIP["kappa"], CLIP["beta"], marker="*", markersize=11, color="white", markeredgecolor="black")
        axes.annotate("CLIP", (CLIP["kappa"], CLIP["beta"]), (6, 4), textcoords="offset points", color="black")
    axes.set(xscale="log", yscale="log", title=f"h = {dim}", xlabel="concentration κ")
    axes.figure.colorbar(filled, ax=axes, label="best angle φ (degrees)")


def draw() -> matplotlib.figure.Figure:
    """Return the figure."""
    figure = matplotlib.figure.Figure(figsize=(12, 3.6), layout="constrained")
    row = figure.subplots(1, len(DIMENSIONS))
    for axes, dim in zip(row, DIMENSIONS, strict=True):
        _draw(axes, dim)
    row[0].set_ylabel("inverse temperature β")
    return figure


def main(path: str) -> None:
    """Write the figure to a path."""
    draw().savefig(Path(path), dpi=150)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "docs/preferred-angle.png")
