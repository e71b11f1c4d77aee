"""Draw the phase diagram of Theorem 3: which centres have the least population loss under the subspace constraint.

`python -m modgap.paper_checks.figures.phase_diagram docs/theorem-3-phases.png` (or .pdf, .svg) minimises the loss
directly on a grid of β/κ and φ, by deterministic quadrature, and draws the boundary of the limit κ → ∞ over it; about
two minutes.

The laws are vMF(c, κ) on both hyperplanes with equal coordinates c = cos α e + sin α p, p in C, coupled by the
identity (the best coupling there, `thm.3.population.coupling`). α = 0 is the paper's optimum, with gap φ; α = 90°
shares a centre in C, with gap 0. With x = u c + √(1−u²)(v c' + √(1−v²) w), c' = sin α e − cos α p, and w orthogonal to
both, the loss is a mean over u (the vMF law of x·c) and v (a coordinate on S^{h−3}).
"""

from __future__ import annotations

import sys
from pathlib import Path

import matplotlib.figure
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch
from numpy.typing import NDArray
from scipy.optimize import brentq

from modgap.numerics.bessel.functions import log_sphere_mgf

DIMENSIONS = (3, 4, 8, 64, 512)
#: κ/(h − 1) of the rows, and the range of β/κ: nearly uniform laws; that of CLIP (below); near the limit κ → ∞.
ROWS = ((0.03, (1.0, 3e4)), (1.5, (0.02, 300.0)), (50.0, (0.02, 300.0)))
COLUMNS = 60
ANGLES = np.linspace(2, 89.5, 46)
#: The angles α of the centre with e_A that are compared, in degrees.
LEANS = np.array([0.0, 10, 20, 35, 50, 65, 75, 80, 85, 90])
NODES_U, NODES_V, WIDTHS = 96, 32, 9.0
#: A loss counts as lower than those at both ends if it is so by more than this share of β: the quadrature is better.
MARGIN = 1e-7

# Okabe and Ito's palette, which colour-blind readers tell apart.
PERPENDICULAR, OBLIQUE, PARALLEL = "#8fc1e3", "#f0e2a0", "#e39a76"
BOUNDARY = "#222222"
#: CLIP ViT-B/16 on 500 pairs of MSCOCO val2017 (`modgap gap`): κ = 797 for images, 758 for texts, gap 72.0°; β = 100.
CLIP = {"dim": 512, "kappa": 777.0, "ratio": 100 / 777, "angle": 72.0}


# --- quadrature ------------------------------------------------------------------------------------------------------


def _rule(log_density, low: float, high: float, count: int) -> tuple[NDArray, NDArray]:
    """Return nodes and weights (of sum 1) for a density given by its logarithm, where it is not negligible."""
    grid = np.linspace(low, high, 20_001)[1:-1]
    logs = log_density(grid)
    kept = grid[logs > logs.max() - WIDTHS**2 / 2]
    step = (high - low) / 20_000
    nodes, weights = np.polynomial.legendre.leggauss(count)
    left, right = max(low, kept[0] - step), min(high, kept[-1] + step)
    points = (left + right) / 2 + (right - left) / 2 * nodes
    weights = weights * np.exp(log_density(points) - logs.max())
    return points, weights / weights.sum()


def axis_rule(dim: int, kappa: float) -> tuple[NDArray, NDArray]:
    """Return nodes cos θ and weights for the cosine of a point of vMF(c, κ) on S^{dim−1} with c."""
    angles, weights = _rule(lambda t: kappa * (np.cos(t) - 1) + (dim - 2) * np.log(np.sin(t)), 0.0, np.pi, NODES_U)
    return np.cos(angles), weights


def coordinate_rule(dim: int) -> tuple[NDArray, NDArray]:
    """Return nodes and weights for a coordinate of a uniform point of S^{dim−1}."""
    if dim == 1:
        return np.array([-1.0, 1.0]), np.array([0.5, 0.5])
    angles, weights = _rule(lambda t: (dim - 2) * np.log(np.sin(t)), 0.0, np.pi, NODES_V)
    return np.cos(angles), weights


def losses(dim: int, kappa: float, beta: float, rho: NDArray, leans: NDArray) -> NDArray:
    """Return the population loss of equal coordinates, shape (rho, leans), less what does not depend on α and ρ.

    Parameters
    ----------
    dim : int
        h ≥ 3.
    kappa, beta : float
        Concentration and inverse temperature.
    rho : array
        Cosines of the angle of the hyperplanes.
    leans : array
        α in radians.
    """
    (u, u_weights), (v, v_weights) = axis_rule(dim - 1, kappa), coordinate_rule(dim - 2)
    weights = np.outer(u_weights, v_weights)
    cos, sin = (f(leans)[:, None, None] for f in (np.cos, np.sin))
    across = cos * u[:, None] + sin * np.sqrt(1 - u[:, None] ** 2) * v
    square = across**2
    rho = rho[:, None, None, None]
    lengths = kappa**2 + 2 * kappa * beta * (u[:, None] - (1 - rho) * cos * across)
    lengths = lengths + beta**2 * (1 - (1 - rho**2) * square)
    logs = log_sphere_mgf(dim - 1, np.sqrt(np.maximum(lengths, 0)))
    return ((2 * logs + 2 * beta * (1 - rho) * square) * weights).sum((-1, -2))


def phases(dim: int, kappa: float, ratios: NDArray) -> NDArray:
    """Return 0 (perpendicular), 1 (oblique) or 2 (in C) on the grid, shape (ANGLES, ratios)."""
    rho, leans = np.cos(np.deg2rad(ANGLES)), np.deg2rad(LEANS)
    out = np.zeros((len(ANGLES), len(ratios)))
    for column, ratio in enumerate(ratios):
        values = losses(dim, kappa, ratio * kappa, rho, leans)
        ends = np.minimum(values[:, 0], values[:, -1])
        inside = values[:, 1:-1].min(axis=1) < ends - MARGIN * max(1, ratio * kappa)
        out[:, column] = np.where(inside, 1, np.where(values[:, 0] <= values[:, -1], 0, 2))
    return out


# --- the limit κ → ∞, β = bκ -----------------------------------------------------------------------------------------


def limit_difference(ratio: float, rho: float, dim: int) -> float:
    """Return lim (loss with a shared centre in C − loss with centres orthogonal to C), κ → ∞ at β = bκ."""
    b, d = ratio, dim - 1
    shared = -b * (d - 1) + b**2 * (d - 2 + rho**2) / (1 + b) - (d - 1) * np.log1p(b) + 2 * b * (1 - rho)
    across = -b * rho * (d - 1) + b**2 * (d - 1) / (1 + b * rho) - (d - 1) * np.log1p(b * rho)
    return float(shared - across + 2 * b * (1 - rho) * (d - 1))


def boundary(degrees: float, dim: int) -> float:
    """Return b*(φ, h): for κ → ∞ the centres orthogonal to C are best against those in C iff β/κ < b*."""
    rho = float(np.cos(np.deg2rad(degrees)))
    return float(brentq(limit_difference, 1e-3, 1e7, args=(rho, dim)))


# --- drawing ---------------------------------------------------------------------------------------------------------


def _panel(axis: Axes, dim: int, concentration: float, limits: tuple[float, float]) -> None:
    colours, ratios = ListedColormap([PERPENDICULAR, OBLIQUE, PARALLEL]), np.geomspace(*limits, COLUMNS)
    kappa = concentration * (dim - 1)
    found = phases(dim, kappa, ratios)
    axis.pcolormesh(ratios, ANGLES, found, cmap=colours, vmin=0, vmax=2, shading="nearest", rasterized=True)
    angles = np.linspace(ANGLES[0], ANGLES[-1], 200)
    axis.plot([boundary(a, dim) for a in angles], angles, color=BOUNDARY, linewidth=1.4)
    axis.set(xscale="log", xlim=limits, ylim=(ANGLES[0], ANGLES[-1]), yticks=[15, 30, 45, 60, 75])
    axis.set_title(rf"$h = {dim}$, $\kappa = {kappa:g}$", fontsize=9)
    axis.tick_params(labelsize=8)
    if dim == CLIP["dim"] and abs(kappa - CLIP["kappa"]) < 0.1 * kappa:
        axis.plot([CLIP["ratio"]], [CLIP["angle"]], "*", color=BOUNDARY, markersize=9)
        axis.annotate("CLIP", (CLIP["ratio"], CLIP["angle"]), (5, -11), textcoords="offset points", fontsize=8)


def draw(target: Path) -> None:
    """Write the picture to ``target`` (its suffix decides the format)."""
    figure = matplotlib.figure.Figure(figsize=(11, 7.6), layout="constrained")
    grid = figure.subplots(len(ROWS), len(DIMENSIONS), sharex="row", sharey=True)
    for row, (concentration, limits) in zip(grid, ROWS, strict=True):
        for axis, dim in zip(row, DIMENSIONS, strict=True):
            _panel(axis, dim, concentration, limits)
    figure.supylabel("angle φ of the hyperplanes (degrees)", fontsize=10)
    figure.supxlabel("β/κ = 1/(τκ), inverse temperature relative to the concentration (dimensionless)", fontsize=10)
    patches = [
        Patch(color=PERPENDICULAR, label=r"$c\perp C$, gap φ (the paper's optimum)"),
        Patch(color=OBLIQUE, label="oblique, gap between 0 and φ"),
        Patch(color=PARALLEL, label=r"$c\in C$, gap 0"),
    ]
    label = r"limit κ → ∞ of the border of $c\perp C$ and $c\in C$"
    (line,) = grid[0, 0].plot([], [], color=BOUNDARY, linewidth=1.4, label=label)
    figure.legend(handles=[*patches, line], loc="outside upper center", ncols=4, fontsize=9, frameon=False)
    figure.savefig(target, dpi=150)


def main() -> int:
    """Command line: the target file."""
    if len(sys.argv) != 2:
        print("usage: python -m modgap.paper_checks.figures.phase_diagram TARGET.png", file=sys.stderr)
        return 2
    draw(Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
