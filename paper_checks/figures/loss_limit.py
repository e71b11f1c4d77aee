"""How fast L_N − 2 log N of N independent pairs comes to the population loss, against the bound of `mcl.limit`.

Two laws have a population loss in closed form: x uniform on the sphere with y = x, −2β + 2 log M_h(β), and with y = x
or y = −x by a fair coin, 2 log M_h(β). `python -m modgap.paper_checks.figures.loss_limit FILE` prints the measured mean
error and draws it beside the bound.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import torch
from matplotlib.figure import Figure
from rich.console import Console
from rich.table import Table

from modgap.numerics.contrastive.loss import mcl_loss, theorem1_bound
from modgap.theory.balls import enclosure
from modgap.theory.infonce.limit import RATE, beta, n

SIZES = tuple(2**k for k in range(4, 13))
SEED = 20251003


@dataclass(frozen=True)
class Law:
    """A law of pairs with a known population loss: x uniform on S^{dim−1}, and y = x, or y = ±x if `signed`."""

    dim: int
    inverse_temperature: float
    signed: bool = False

    @property
    def name(self) -> str:
        """What the legend says."""
        return f"y = {'±' * self.signed}x, h = {self.dim}, β = {self.inverse_temperature:g}"

    @property
    def population(self) -> float:
        """The population loss."""
        return (
            float(theorem1_bound(self.dim, 1 / self.inverse_temperature)) + 2 * self.inverse_temperature * self.signed
        )

    def draw(self, rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
        """Return `count` independent pairs of unit rows."""
        rows = rng.normal(size=(count, self.dim))
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows, rows * rng.choice([-1.0, 1.0], (count, 1)) if self.signed else rows


LAWS = (Law(2, 1.0), Law(8, 1.0), Law(64, 1.0), Law(3, 3.0), Law(64, 0.1, signed=True), Law(64, 1.0, signed=True))


def mean_error(law: Law, count: int, repeats: int, seed: int = SEED) -> tuple[float, float]:
    """Return the mean of |L_N − 2 log N − 𝓛| over `repeats` samples of N pairs, and its standard error."""
    if count < 1 or repeats < 2:
        raise ValueError(f"count must be at least 1 and repeats at least 2, got {count!r} and {repeats!r}")
    rng = np.random.default_rng([seed, law.dim, count])
    errors = []
    for _ in range(repeats):
        queries, keys = (torch.from_numpy(rows.copy()) for rows in law.draw(rng, count))
        loss = float(mcl_loss(queries, keys, 1 / law.inverse_temperature))
        errors.append(abs(loss - 2 * math.log(count) - law.population))
    return float(np.mean(errors)), float(np.std(errors, ddof=1) / math.sqrt(repeats))


def bound(law: Law, count: int) -> float:
    """Return the right side of the claim `mcl.limit`."""
    return float(enclosure.value(RATE, {beta: law.inverse_temperature, n: count}))


def table(measured: dict[Law, list[tuple[float, float]]]) -> Table:
    """Return mean errors and, in brackets, the bound over the error, one row per law."""
    out = Table(title=f"E|L_N − 2 log N − 𝓛| (bound over it), seed {SEED}")
    out.add_column("law")
    for size in SIZES:
        out.add_column(f"N = {size}", justify="right")
    for law, errors in measured.items():
        cells = (f"{e:.2e} ({bound(law, s) / e:.3g})" for s, (e, _) in zip(SIZES, errors, strict=True))
        out.add_row(law.name, *cells)
    return out


def figure(measured: dict[Law, list[tuple[float, float]]]) -> Figure:
    """Return the plot of measured errors, solid, and bounds, dotted, against N."""
    drawn = Figure(figsize=(7.5, 4.8), layout="constrained")
    axes = drawn.subplots()
    for law, errors in measured.items():
        (line,) = axes.plot(SIZES, [e for e, _ in errors], marker="o", markersize=3, label=law.name)
        axes.plot(SIZES, [bound(law, s) for s in SIZES], linestyle=":", color=line.get_color())
    axes.set(xscale="log", yscale="log", xlabel="pairs N", ylabel="nats")
    axes.set_title("Mean error of L_N − 2 log N (solid) and its proved bound (dotted)")
    axes.legend(fontsize=7, ncols=2)
    axes.grid(which="major", alpha=0.3)
    return drawn


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--repeats", default=60, show_default=True, type=click.IntRange(min=2), help="Samples of each size.")
def main(path: Path, repeats: int) -> None:
    """Print the table of mean errors and draw the figure to PATH."""
    measured = {law: [mean_error(law, size, repeats) for size in SIZES] for law in LAWS}
    Console(width=200).print(table(measured))
    figure(measured).savefig(path, dpi=150)


if __name__ == "__main__":
    main()
