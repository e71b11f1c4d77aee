"""When the bound of Theorem 1 says something: the least number of pairs at which it beats the trivial one.

The bound on the mean probability of the positive pair, e^β/(N M_h(β)) with β = 1/τ (claim `thm.1.trace`), is below 1
only if log N > β − log M_h(β). `python -m paper_checks.capacity FILE` prints a table and draws the figure.
"""

from __future__ import annotations

import math
from pathlib import Path

import click
import numpy as np
from matplotlib.figure import Figure
from rich.console import Console
from rich.table import Table

from theory import claim, enclosure
from theory.infonce import MGF, beta, h

DIMENSIONS = (2, 3, 8, 32, 128, 512, 1024)
TEMPERATURES = (1.0, 0.5, 0.2, 0.1, 0.07, 0.05, 0.02, 0.01)
BATCHES = {"256": 256, "32,768": 32_768, "4·10⁸ (LAION-400M)": 4e8}


def capacity(dim: int, temperature: float) -> float:
    """Return log N at which the bound of the claim `thm.1.trace` on the mean probability reaches 1, in nats.

    Parameters
    ----------
    dim : int
        Dimension h ≥ 2.
    temperature : float
        τ > 0.

    Raises
    ------
    ValueError
        If an argument is out of range.
    """
    if dim < 2:
        raise ValueError(f"dim must be at least 2, got {dim!r}")
    if not temperature > 0 or math.isinf(temperature):
        raise ValueError(f"temperature must be positive and finite, got {temperature!r}")
    bound = claim("thm.1.trace").statement.rhs
    if not bound.has(MGF):
        raise RuntimeError(f"the bound {bound} of thm.1.trace is not stated by {MGF}")
    value = enclosure.value(bound, {h: dim, beta: 1 / temperature}, bits=128)
    return float(value.log().mid())


def table() -> Table:
    """Return the capacities, one row per dimension."""
    out = Table(title="log N at which Theorem 1 starts to bind (nats)")
    out.add_column("h \\ τ")
    for temperature in TEMPERATURES:
        out.add_column(f"{temperature:g}", justify="right")
    for dim in DIMENSIONS:
        out.add_row(str(dim), *(f"{capacity(dim, t):.2f}" for t in TEMPERATURES))
    return out


def figure() -> Figure:
    """Return the plot of the capacity against τ, one line per dimension, with common numbers of pairs."""
    drawn = Figure(figsize=(7, 4.5), layout="constrained")
    axes = drawn.subplots()
    temperatures = np.geomspace(0.005, 1, 60)
    for dim in DIMENSIONS:
        axes.plot(temperatures, [capacity(dim, float(t)) for t in temperatures], label=f"h = {dim}")
    for name, count in BATCHES.items():
        axes.axhline(math.log(count), color="grey", linewidth=0.8, linestyle="--")
        axes.annotate(f"N = {name}", (1, math.log(count)), ha="right", va="bottom", fontsize=8, color="grey")
    axes.set(xscale="log", yscale="log", xlabel="temperature τ", ylabel="log N at which the bound binds (nats)")
    axes.set_ylim(0.05, None)
    axes.legend(fontsize=8, ncols=2)
    return drawn


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def main(path: Path) -> None:
    """Print the table of capacities and draw the figure to PATH."""
    Console().print(table())
    figure().savefig(path, dpi=150)


if __name__ == "__main__":
    main()
