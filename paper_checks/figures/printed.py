"""Figures 6, 7 and 8 of the print: its construction in R⁴, how far pairs lean towards their centres, singular values.

Figure 6 is drawn from terms of the theory, evaluated by balls, with no data; 7 and 8 from the pairs given.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from scipy.stats import gaussian_kde

from modgap.paper_checks.figures.style import COLOURS, FULL_WIDTH, house_style, label_panels, write_figure
from modgap.paper_checks.figures.theorems import coordinates, point_of
from modgap.paper_checks.measured.pairs import Pairs
from modgap.theory.alignment.pairs import E_A, E_B, N_A, a, in_A, in_B, p
from modgap.theory.language.hyperplanes import Projection
from modgap.theory.language.symbols import Norm

__all__ = ["write_leaning", "write_projection_in_four", "write_singular_values"]

FloatArray = NDArray[np.float64]
IMAGE, TEXT, MOVED = COLOURS["image"], COLOURS["text"], COLOURS["moved"]
#: Figure 6: angle of the hyperplanes, and of the four pairs the angle in C and the cosine with the centre.
ANGLE = 60.0
PAIRS = ((20.0, 0.85), (110.0, 0.35), (200.0, 0.6), (300.0, 0.15))
#: Figure 8: how many values its last two panels show.
SHOWN = 50


def cosines_with_centre(rows: FloatArray) -> FloatArray:
    """Return cos θ_i of every unit row with the direction of their mean."""
    mean = rows.mean(axis=0)
    return np.asarray(rows @ (mean / np.linalg.norm(mean)))


def singular_shares(rows: FloatArray) -> FloatArray:
    """Return the shares of the squared singular values, in per cent, descending."""
    squares = np.linalg.svd(rows, compute_uv=False) ** 2
    return np.asarray(100 * squares / squares.sum())


# --- figure 6 --------------------------------------------------------------------------------------------------------


def _four() -> dict[str, FloatArray]:
    """Return x, y, their projections on C and these normalised, as coordinates in R⁴: e_A, n_A, and a basis of C."""
    x, y = in_A(p, a), in_B(p, a)
    on_c = Projection(x, E_A, N_A)
    terms = {
        "x": x,
        "y": y,
        "projection of x": on_c,
        "projection of y": Projection(y, E_A, N_A),
        "x*": on_c / Norm(on_c),
    }
    found: dict[str, list[FloatArray]] = {name: [] for name in terms}
    for degrees, leaning in PAIRS:
        turned = math.radians(degrees)
        point = point_of(ANGLE, leaning, np.array([math.cos(turned), math.sin(turned)]))
        for name, vector in terms.items():
            found[name].append(coordinates(vector, point))
    return {name: np.array(rows) for name, rows in found.items()}


def _own_space(axes: Any, rows: FloatArray, projected: FloatArray, height: FloatArray, colour: str, name: str) -> None:
    """Draw points of one hyperplane over the plane C, each with its projection."""
    turn = np.linspace(0, 2 * np.pi, 97)
    axes.plot(np.cos(turn), np.sin(turn), 0 * turn, color=COLOURS["null"], linewidth=0.8)
    axes.plot(np.cos(turn), 0 * turn, np.sin(turn), color=colour, linewidth=0.5, alpha=0.5)
    for row, foot, up in zip(rows, projected, height, strict=True):
        axes.plot([row[2], foot[2]], [row[3], foot[3]], [up, 0], color=colour, linewidth=0.7)
    axes.scatter(rows[:, 2], rows[:, 3], height, color=colour, s=12, label=name)
    axes.scatter(projected[:, 2], projected[:, 3], 0 * height, color=MOVED, s=8)
    axes.set(xlabel="C", ylabel="C", zlabel="$e_A$" if name == "images" else "$e_B$", box_aspect=(1, 1, 1))
    axes.legend(loc="upper left")


def write_projection_in_four(folder: Path) -> tuple[list[Path], dict[str, Any]]:
    """Write figure 6 to a folder; return the paths and the record."""
    found = _four()
    axis = coordinates(E_B, point_of(ANGLE, 0.5, np.array([1.0, 0.0])))
    apart = float(np.abs(found["projection of x"] - found["projection of y"]).max())
    with house_style():
        figure = Figure(figsize=(FULL_WIDTH, 2.8), layout="constrained")
        panels = [
            figure.add_subplot(131, projection="3d"),
            figure.add_subplot(132, projection="3d"),
            figure.add_subplot(133),
        ]
        _own_space(panels[0], found["x"], found["projection of x"], found["x"][:, 0], IMAGE, "images")
        _own_space(panels[1], found["y"], found["projection of y"], found["y"] @ axis, TEXT, "texts")
        turn = np.linspace(0, 2 * np.pi, 193)
        panels[2].plot(np.cos(turn), np.sin(turn), color=COLOURS["null"], linewidth=0.8)
        for foot, star in zip(found["projection of x"], found["x*"], strict=True):
            panels[2].plot([foot[2], star[2]], [foot[3], star[3]], color=MOVED, linewidth=0.8)
        panels[2].scatter(*found["projection of x"][:, 2:].T, color=MOVED, s=10, label="$P_C x = P_C y$")
        panels[2].scatter(*found["x*"][:, 2:].T, color=COLOURS["paired"], s=16, label="$x^* = y^*$")
        panels[2].set(aspect="equal", xlabel="C", ylabel="C")
        panels[2].legend(loc="center")
        label_panels(panels)
    caption = (
        f"Four pairs with P_C x = P_C y on two hyperplanes of R⁴ at φ = {ANGLE:g}°, where C is a plane. (a) Images "
        f"in A "
        "over C, with their projections. (b) Texts in B. (c) The projections, and normalised the points x* = y* of the "
        "unit circle of C (claim paper.cor.4.distinct). Every vector is a term of the theory. No data are involved."
    )
    record = {"figure": "fig6", "caption": caption, "data": None, "figures": {"largest_difference_in_C": apart}}
    return write_figure(figure, folder, "fig6", record), record


# --- figures 7 and 8 -------------------------------------------------------------------------------------------------


def _modalities(pairs: Pairs) -> tuple[tuple[str, FloatArray, str, str], ...]:
    return (("image", pairs.images, IMAGE, "-"), ("text", pairs.texts, TEXT, "--"))


def write_leaning(pairs: Pairs, folder: Path) -> tuple[list[Path], dict[str, Any]]:
    """Write figure 7 of these pairs: the density of cos θ_i, of each row with the centre of its modality."""
    shares = {}
    with house_style():
        figure = Figure(figsize=(FULL_WIDTH / 2, 2.4), layout="constrained")
        axes = figure.subplots()
        for name, rows, colour, line in _modalities(pairs):
            cosines = cosines_with_centre(rows)
            shares[name] = float(np.mean(cosines > 0))
            grid = np.linspace(min(0.0, float(cosines.min())), 1, 400)
            axes.plot(grid, gaussian_kde(cosines)(grid), color=colour, linestyle=line, label=f"{name}s")
        axes.set(xlabel="cosine with the centre", ylabel="density", ylim=(0, None))
        axes.legend()
    caption = (
        f"{pairs.title}. Densities (Gaussian kernel) of the cosine cos θ of every row with the centre of its modality; "
        f"acute for {100 * shares['image']:.2f} % of the images and {100 * shares['text']:.2f} % of the texts, as "
        f"Theorem "
        "4 of the print asks of its pairs."
    )
    record = {"figure": "fig7", "caption": caption, **pairs.record(), "figures": {"share_acute": shares}}
    return write_figure(figure, folder, "fig7", record), record


def _draw_shares(axes: Axes, pairs: Pairs, centred: bool, first: int, last: int | None) -> dict[str, float]:
    """Draw shares of squared singular values by rank; return the first one drawn of each modality."""
    leading = {}
    for name, rows, colour, line in _modalities(pairs):
        shares = singular_shares(rows - rows.mean(axis=0) if centred else rows)[first - 1 : last]
        axes.plot(np.arange(first, first + len(shares)), shares, color=colour, linestyle=line, label=f"{name}s")
        leading[name] = float(shares[0])
    axes.set(xlabel="rank", ylabel="share (%)", ylim=(0, None))
    axes.legend()
    return leading


def write_singular_values(pairs: Pairs, folder: Path) -> tuple[list[Path], dict[str, Any]]:
    """Write figure 8 of these pairs: shares of squared singular values, all, the 2nd to 50th, and centred."""
    with house_style():
        figure = Figure(figsize=(FULL_WIDTH, 2.4), layout="constrained")
        panels = list(figure.subplots(1, 3))
        first = _draw_shares(panels[0], pairs, False, 1, None)
        _draw_shares(panels[1], pairs, False, 2, SHOWN)
        centred = _draw_shares(panels[2], pairs, True, 1, SHOWN)
        label_panels(panels)
    caption = (
        f"{pairs.title}. Shares of the squared singular values: (a) all, rows not centred; (b) the 2nd to {SHOWN}th of "
        f"these; (c) the 1st to {SHOWN}th of the centred rows. The first of the rows as they are holds "
        f"{first['image']:.1f} % of images and {first['text']:.1f} % of texts."
    )
    figures = {"first_share_percent": first, "first_share_centred_percent": centred}
    record = {"figure": "fig8", "caption": caption, **pairs.record(), "figures": figures}
    return write_figure(figure, folder, "fig8", record), record
