"""Draw the map of the (order, x) plane: which method `numerics.bessel` uses where, and its measured error.

`python -m modgap.paper_checks.figures.bessel_regions docs/bessel-regions.png` evaluates the functions at cell centres
against 200-bit Arb balls; half a minute.
"""

from __future__ import annotations

import sys
from pathlib import Path

import matplotlib.figure
import numpy as np
from flint import arb, ctx
from numpy.typing import NDArray

from modgap.numerics.bessel import _regions as regions
from modgap.numerics.bessel import functions as bessel
from modgap.theory.balls import bessel as bessel_balls

CELLS = 44
SAMPLES = 3
SEED = 7
GOALS = {
    "iv_ratio": 3.0,
    "iv_ratio_complement": 4.0,
    "iv_ratio_derivative": 8.0,
    "log_sphere_mgf": 4.0,
    "log_iv": 4.0,
}
LOG_ORDER = (-2.0, 6.0)
LOG_X = (-3.0, 8.0)
METHODS = [
    "recurrence (ratios), power series (log M)",
    "expansion in 1/s, 16 to 8 terms",
    "expansion in 1/s, 7 to 3 terms",
]


def _grid() -> tuple[NDArray, NDArray]:
    return np.linspace(*LOG_ORDER, CELLS + 1), np.linspace(*LOG_X, CELLS + 1)


def _unit(name: str, order: float, x: float, exact: arb) -> arb:
    """What an error is measured by: the value itself, for log I the size of its terms."""
    if name != "log_iv":
        return abs(exact)
    return 1 + arb(order) + abs(order * (arb(x) / 2).log()) + arb(x)


def _error(name: str, first: float, order: float, x: float, value: float) -> float:
    exact = getattr(bessel_balls, name)(first, x)
    return float((abs(arb(value) - exact) / _unit(name, order, x, exact)).mid()) * 2**52


def measured_errors(name: str, rng: np.random.Generator) -> NDArray:
    """Worst error in 2^−52 units of a few random points in each cell, shape (x cells, order cells)."""
    log_order, log_x = _grid()
    worst = np.zeros((CELLS, CELLS))
    for _ in range(SAMPLES):
        shift = rng.random((2, CELLS, CELLS))
        order = 10 ** (log_order[:-1] + shift[0] * np.diff(log_order))
        x = 10 ** (log_x[:-1, None] + shift[1] * np.diff(log_x)[:, None])
        first = 2 * order + 2 if name == "log_sphere_mgf" else order
        values = getattr(bessel, name)(first, x)
        points = zip(first.flat, order.flat, x.flat, values.flat, strict=True)
        errors = [_error(name, *map(float, point)) for point in points]
        worst = np.maximum(worst, np.reshape(errors, worst.shape))
    return worst


def _method_map() -> tuple[NDArray, NDArray, NDArray]:
    log_order, log_x = (np.linspace(*limits, 600) for limits in (LOG_ORDER, LOG_X))
    s = np.hypot(10**log_order, 10 ** log_x[:, None])
    return log_order, log_x, np.digitize(s, [regions.S_BORDERS[0], regions.FAR_BORDER])


def draw(target: Path) -> None:
    """Write the picture to ``target`` (its suffix decides the format)."""
    rng = np.random.default_rng(SEED)
    figure = matplotlib.figure.Figure(figsize=(15, 8.5), layout="constrained")
    axes = figure.subplots(2, 3)
    _draw_methods(axes[0, 0])
    with ctx.workprec(200):
        for axis, (name, goal) in zip(axes.flat[1:], GOALS.items(), strict=True):
            _draw_errors(axis, name, goal, measured_errors(name, rng))
    for axis in axes.flat:
        axis.set_xlabel("log₁₀ order")
        axis.set_ylabel("log₁₀ x")
    figure.supxlabel(
        f"s = √(order² + x²); white lines: tiers from s = {', '.join(f'{s:g}' for s in regions.S_BORDERS)}.  "
        f"Errors: worst of {SAMPLES} random points per cell (seed {SEED}) against 200-bit Arb balls;\n1 ulp = 2⁻⁵² "
        "relative, for log_iv 2⁻⁵² (1 + order + |order·log(x/2)| + x).  Not on the map: −1/2 ≤ order < 0, arguments "
        "beyond 1e150, limits.",
        fontsize=9,
    )
    figure.savefig(target, dpi=110)


def _draw_methods(axis: matplotlib.axes.Axes) -> None:
    log_order, log_x, method = _method_map()
    colours = ["#d9a441", "#4e9a8f", "#3f6fa8"]
    axis.contourf(log_order, log_x, method, levels=[-0.5, 0.5, 1.5, 2.5], colors=colours)
    s = np.hypot(10**log_order, 10 ** log_x[:, None])
    axis.contour(log_order, log_x, s, levels=regions.S_BORDERS, colors="white", linewidths=0.7)
    axis.axvline(np.log10(regions.MGF_DIRECT_ORDER), color="black", linestyle=":", linewidth=0.8)
    axis.axvline(np.log10(regions.STIRLING_ORDER), color="black", linestyle="--", linewidth=0.8)
    for colour, label in zip(colours, METHODS, strict=True):
        axis.plot([], [], "s", color=colour, label=label)
    axis.plot([], [], "k:", label="log M, left: from log Γ")
    axis.plot([], [], "k--", label="log M, right: Stirling's series")
    axis.legend(loc="upper left", fontsize=8)
    axis.set_title("method")


def _draw_errors(axis: matplotlib.axes.Axes, name: str, goal: float, errors: NDArray) -> None:
    log_order, log_x = _grid()
    image = axis.pcolormesh(log_order, log_x, errors, cmap="viridis", vmin=0, vmax=goal)
    axis.figure.colorbar(image, ax=axis, label=f"ulp (goal {goal:g})")
    axis.set_title(f"{name}: worst {errors.max():.2f} ulp")


def main() -> int:
    """Command line: the target file."""
    if len(sys.argv) != 2:
        print("usage: python -m modgap.paper_checks.figures.bessel_regions TARGET.png", file=sys.stderr)
        return 2
    draw(Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
