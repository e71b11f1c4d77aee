"""When the bound of Theorem 1 says something: the least number of pairs at which it beats the trivial one.

The bound on the mean probability of the positive pair, e^β/(N M_h(β)) with β = 1/τ (claim `thm.1.trace`), is below 1
only if log N > β − log M_h(β). `python -m modgap.paper_checks.figures.capacity FILE` prints two tables and draws the
figure; every number is the midpoint of a ball, and a test holds them to the claim's own statement.
"""

from __future__ import annotations

import math
from pathlib import Path

import click
import matplotlib
import numpy as np
from flint import arb
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from rich.console import Console
from rich.table import Table

from modgap.theory.balls.bessel import log_sphere_mgf_scaled

DIMENSIONS = (2, 3, 8, 32, 128, 512, 1024)
TEMPERATURES = (1.0, 0.5, 0.2, 0.1, 0.07, 0.05, 0.02, 0.01)
#: Numbers of pairs that are common: a batch on one device, the batch of CLIP (Radford et al. 2021), LAION-400M.
BATCHES = {"256": 256, "32,768": 32_768, "4·10⁸": 400_000_000}
#: Where CLIP (ViT-B) ends its training: dimension, temperature.
CLIP = (512, 0.01)


def capacity_ball(dim: int, temperature: float) -> arb:
    """Return β − log M_h(β), the log N at which the bound of `thm.1.trace` reaches 1, as a ball.

    Parameters
    ----------
    dim : int
        Dimension h ≥ 2.
    temperature : float
        τ > 0; β is 1/τ as rounded to a double.

    Returns
    -------
    arb
        Nats.

    Raises
    ------
    ValueError
        If an argument is out of range.
    """
    if dim < 2:
        raise ValueError(f"dim must be at least 2, got {dim!r}")
    if not temperature > 0 or math.isinf(temperature):
        raise ValueError(f"temperature must be positive and finite, got {temperature!r}")
    return -log_sphere_mgf_scaled(dim, 1 / temperature)


def capacity(dim: int, temperature: float) -> float:
    """Return the midpoint of `capacity_ball`."""
    return float(capacity_ball(dim, temperature).mid())


def largest_temperature(dim: int, count: int) -> float:
    """Return the τ above which the bound says something about `count` pairs, to three digits, by bisection.

    β − log M_h(β) increases in β from 0 to infinity, as its slope 1 − A is positive.
    """
    low, high = 1e-18, 1e6
    while high / low > 1.0005:
        middle = math.sqrt(low * high)
        low, high = (low, middle) if capacity(dim, middle) < math.log(count) else (middle, high)
    return high


def table() -> Table:
    """Return the capacities, one row per dimension."""
    out = Table(title="log N at which Theorem 1 starts to bind (nats)")
    out.add_column("h \\ τ")
    for temperature in TEMPERATURES:
        out.add_column(f"{temperature:g}", justify="right")
    for dim in DIMENSIONS:
        out.add_row(str(dim), *(f"{capacity(dim, t):.2f}" for t in TEMPERATURES))
    return out


def table_of_temperatures() -> Table:
    """Return the temperatures above which the bound says something, one row per dimension, one column per N."""
    out = Table(title="τ above which Theorem 1 binds N pairs")
    out.add_column("h \\ N")
    for name in BATCHES:
        out.add_column(name, justify="right")
    for dim in DIMENSIONS:
        out.add_row(str(dim), *(f"{largest_temperature(dim, count):.3g}" for count in BATCHES.values()))
    return out


def figure() -> Figure:
    """Return two views of the capacity: against τ for each dimension, and as a map of (h, τ)."""
    drawn = Figure(figsize=(11, 4.6), layout="constrained")
    left, right = drawn.subplots(1, 2)
    _against_temperature(left)
    _map(right)
    return drawn


def _against_temperature(axes: Axes) -> None:
    temperatures = np.geomspace(0.005, 1, 60)
    shades = np.linspace(0, 0.9, len(DIMENSIONS))
    for dim, shade in zip(DIMENSIONS, shades, strict=True):
        values = [capacity(dim, float(t)) for t in temperatures]
        axes.plot(temperatures, values, label=f"h = {dim}", color=matplotlib.colormaps["viridis"](shade))
    for name, count in BATCHES.items():
        axes.axhline(math.log(count), color="grey", linewidth=0.8, linestyle="--")
        axes.annotate(f"N = {name}", (1, math.log(count)), ha="right", va="bottom", fontsize=8, color="grey")
    axes.plot([CLIP[1]], [capacity(*CLIP)], "r*", markersize=11)
    axes.annotate("CLIP", (CLIP[1], capacity(*CLIP)), xytext=(6, 4), textcoords="offset points", color="red")
    axes.set(xscale="log", yscale="log", xlabel="temperature τ", ylabel="log N (nats)")
    axes.set_title("Least log N at which the bound binds", fontsize=10)
    axes.set_ylim(0.3, 250)
    axes.legend(fontsize=8, ncols=2, loc="lower left")


def _map(axes: Axes) -> None:
    dims = np.unique(np.geomspace(2, 2048, 50).round().astype(int))
    temperatures = np.geomspace(0.005, 1, 50)
    decades = np.array([[capacity(int(d), float(t)) / math.log(10) for d in dims] for t in temperatures])
    levels = [0, 1, 2, 4, 6, 9, 13, 20, 40, 80]
    filled = axes.contourf(dims, temperatures, decades, levels=levels, cmap="magma_r", extend="max")
    axes.figure.colorbar(filled, ax=axes, label="log₁₀ N", ticks=levels)
    lines = [math.log10(count) for count in BATCHES.values()]
    axes.contour(dims, temperatures, decades, levels=lines, colors="k", linewidths=1, linestyles="--")
    for name, count in BATCHES.items():
        at = (dims[-1], largest_temperature(int(dims[-1]), count))
        axes.annotate(f"N = {name}", at, xytext=(-4, 2), textcoords="offset points", ha="right", fontsize=8)
    axes.plot([CLIP[0]], [CLIP[1]], "c*", markersize=11, markeredgecolor="k")
    axes.annotate("CLIP", CLIP, xytext=(7, 3), textcoords="offset points", color="white")
    axes.set(xscale="log", yscale="log", xlabel="dimension h", ylabel="temperature τ")
    axes.set_title("Below its line a batch of N pairs is not bound", fontsize=10)


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def main(path: Path) -> None:
    """Print the tables and draw the figure to PATH."""
    console = Console()
    console.print(table())
    console.print(table_of_temperatures())
    figure().savefig(path, dpi=150)


if __name__ == "__main__":
    main()
