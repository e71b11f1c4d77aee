"""Draw how free pairs of two hyperplanes leave C = A ∩ B at the threshold β*: the mass across C at the optimum.

`python -m modgap.paper_checks.figures.free_threshold docs/free-threshold.png` (or .pdf, .svg) minimises the loss of N
free pairs on S_A × S_B from random starts, at temperatures on both sides of β*, A_{h/2−2}(β*) = 1 − cos φ
(`thm.3.free.below`, `thm.3.free.above`); some minutes. The curve is the least loss among the laws of random sign
(`thm.3.free.sign`).
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib.figure
import numpy as np
import torch
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from modgap.numerics.bessel.functions import log_sphere_mgf
from modgap.numerics.contrastive.constraints import Subspace, hyperplanes
from modgap.numerics.contrastive.optimize import geometry, optimise
from modgap.numerics.contrastive.population import collapse_threshold

#: (h, φ in degrees) of the panels, and β/β* of the points.
SETTINGS = ((4, 60), (5, 60), (5, 30), (6, 45))
RATIOS = np.array([0.5, 0.8, 0.9, 0.95, 1.05, 1.1, 1.2, 1.5, 2.0])
PAIRS, SEED = 96, 0
BLUE, ORANGE = "#3477b5", "#d2691e"


@dataclass(frozen=True)
class Optimum:
    """What the minimiser found at one temperature.

    Attributes
    ----------
    outside : float
        Mean of (x·e)² and (y·e)²: the share of the squared length across C.
    loss, collapsed : float
        Loss less 2 log N, nats, of the minimum and of the uniform law of C.
    pair_distance : float
        Largest |x_i − y_i| in the coordinates of the hyperplanes.
    mean : float
        The longer one of the two means.
    gap_degrees : float or None
        Angle of the means; None where one of them vanishes.
    converged : bool
        Whether the gradient vanishes.
    """

    outside: float
    loss: float
    collapsed: float
    pair_distance: float
    mean: float
    gap_degrees: float | None
    converged: bool


def optima(
    dim: int, degrees: float, betas: NDArray, start: torch.Tensor | None = None, pairs: int = PAIRS, **options: Any
) -> list[Optimum]:
    """Minimise over free pairs, one problem a temperature.

    Parameters
    ----------
    dim : int
        h ≥ 4.
    degrees : float
        φ.
    betas : array, shape (problems,)
        Inverse temperatures.
    start : Tensor, shape (problems, 2, N, h − 1), optional
        Coordinates in A and in B; random ones by default, from the seed 0.
    pairs : int
        N of random starts.
    **options
        As for `numerics.contrastive.optimize.minimise`.
    """
    constraint = Subspace(*hyperplanes(dim, math.radians(degrees)))
    state = constraint.start(pairs, len(betas), SEED) if start is None else start
    taus = torch.as_tensor(1 / betas)
    found = optimise(constraint, state, taus, **options)
    out = []
    for state, loss, beta, converged in zip(found.state, found.loss, betas, found.converged, strict=True):
        x, y = (points[0] for points in constraint.configuration(state[None]))
        shape = geometry(x, y)
        collapsed = -2 * beta + 2 * float(log_sphere_mgf(dim - 2, beta))
        distance = float((state[0] - state[1]).norm(dim=1).max())
        value = float(loss) - 2 * math.log(state.shape[1])
        outside = float((state[..., -1] ** 2).mean())
        out.append(
            Optimum(outside, value, collapsed, distance, max(shape.mean_norms), shape.gap_degrees, bool(converged))
        )
    return out


def cones(dim: int, problems: int, pairs: int, opposite: bool, spread: float = 0.1) -> torch.Tensor:
    """Return narrow cones about e_A and e_B, or about e_A and −e_B, the same draws around each."""
    noise = torch.randn(pairs, dim - 1, generator=torch.Generator().manual_seed(SEED), dtype=torch.float64) * spread
    centre = torch.zeros(dim - 1, dtype=torch.float64)
    centre[-1] = 1
    y = noise - centre if opposite else noise + centre
    state = torch.nn.functional.normalize(torch.stack([noise + centre, y]), dim=-1)
    return state.expand(problems, -1, -1, -1).clone()


def best_share(dim: int, degrees: float, beta: float) -> float:
    """Return the q in [0, 1] at which the law of random sign has the least loss."""
    rho = math.cos(math.radians(degrees))

    def loss(q: float) -> float:
        return float(
            -beta * (1 - q * (1 - rho)) + log_sphere_mgf(dim - 2, beta * (1 - q)) + np.log(np.cosh(beta * rho * q))
        )

    grid = np.linspace(0, 1, 201)
    k = int(np.argmin([loss(q) for q in grid]))
    bounds = (grid[max(k - 1, 0)], grid[min(k + 1, 200)])
    found = minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-10})
    return float(found.x) if found.fun < loss(0.0) - 1e-13 else 0.0


def draw(target: Path) -> None:
    """Write the picture to ``target`` (its suffix decides the format)."""
    figure = matplotlib.figure.Figure(figsize=(10, 2.9), layout="constrained")
    for axis, (dim, degrees) in zip(figure.subplots(1, len(SETTINGS), sharey=True), SETTINGS, strict=True):
        threshold = collapse_threshold(dim, math.radians(degrees))
        found = optima(dim, degrees, RATIOS * threshold)
        fine = np.linspace(RATIOS[0], RATIOS[-1], 120)
        shares = [best_share(dim, degrees, ratio * threshold) for ratio in fine]
        axis.axvline(1, color="0.6", linewidth=0.8)
        axis.plot(fine, shares, color=ORANGE, linewidth=1.4, label="best law of random sign")
        axis.plot(RATIOS, [o.outside for o in found], "o", color=BLUE, markersize=4, label=f"optimum of {PAIRS} pairs")
        axis.set_title(rf"$h = {dim}$, φ = {degrees}°, $\beta^* = {threshold:.4f}$", fontsize=9)
        axis.tick_params(labelsize=8)
        for ratio, o in zip(RATIOS, found, strict=True):
            print(f"h = {dim}, φ = {degrees}°, β/β* = {ratio:.2f}, seed {SEED}: {o}", flush=True)
    figure.axes[0].set_ylabel("share of squared length across C", fontsize=9)
    figure.axes[0].legend(fontsize=7, frameon=False)
    figure.supxlabel("β/β*, inverse temperature relative to the threshold", fontsize=9)
    figure.savefig(target, dpi=150)


def main() -> int:
    """Command line: the target file."""
    if len(sys.argv) != 2:
        print("usage: python -m modgap.paper_checks.figures.free_threshold TARGET.png", file=sys.stderr)
        return 2
    draw(Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
