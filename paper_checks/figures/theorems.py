"""Figures 3 and 5: the geometry of Theorem 3, Theorem 4 and the corollaries, drawn from the theory's own objects.

No point is placed by hand: every vector drawn is a term of a claim of `theory.alignment`,
evaluated by balls at a point of the claim's hypotheses; the clouds are the constraint of
`numerics.contrastive.constraints` at the centres that `numerics.contrastive.population` finds best.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import torch
from matplotlib.figure import Figure
from numpy.typing import NDArray
from sympy import Expr

from modgap.numerics.contrastive.constraints import Cone, Subspace, hyperplanes
from modgap.numerics.contrastive.population import predict_subspace
from modgap.numerics.vmf.law import VonMisesFisher
from modgap.paper_checks.figures.sphere import arc, arrow, great_circle, label, set_scene
from modgap.paper_checks.figures.style import BLACK, COLOURS, FULL_WIDTH, house_style, label_panels, write_figure
from modgap.theory.alignment.methods import BY_MEANS, MEAN_LENGTH, TRANSLATED, R, X, Y, kappa, with_means
from modgap.theory.alignment.pairs import E_A, E_B, N_A, P_B, P_C, a, h, p, rho, z
from modgap.theory.balls.enclosure import value
from modgap.theory.language.domain import Point
from modgap.theory.language.symbols import Dot

__all__ = ["coordinates", "point_of", "write_geometry", "write_translation"]

FloatArray = NDArray[np.float64]

SEED = 0
IMAGE, TEXT, MOVED = COLOURS["image"], COLOURS["text"], COLOURS["moved"]
#: Figure 3: angle of the hyperplanes, leaning of the pair drawn, temperature and concentration of the clouds.
ANGLE, LEANING, TEMPERATURE, CONCENTRATION, PAIRS = 60.0, 0.55, 0.2, 20.0, 60
#: The counterexample's setting (`thm.3.population`): at low temperature and wide angle a shared centre is better.
COLD = {"angle": 85.0, "temperature": 0.01, "concentration": 3.0}
#: Figure 5: concentration of the toy, its pairs in C, and the leaning of the pair in space.
TOY_CONCENTRATION, TOY_PAIRS, TOY_LEANING = 2.0, 40, -0.3


# --- vectors of the theory -------------------------------------------------------------------------------------------


def point_of(degrees: float, leaning: float, direction: FloatArray | None = None, concentration: float = 1.0) -> Point:
    """Return a point of the hypotheses of `translation`: e_A and n_A are the first axes, `direction` lies in C.

    Parameters
    ----------
    degrees : float
        Angle φ of the hyperplanes in (0, 90].
    leaning : float
        a = x·e_A in [-1, 1].
    direction : ndarray, shape (h - 2,), optional
        Coordinates of the unit vector p of C; without it h = 3 and p is the third axis.
    concentration : float
        κ, of which translation uses the mean length A(κ).
    """
    inner = np.ones(1) if direction is None else direction
    axes = np.eye(2 + len(inner))
    # Rational data stay exact: the cosine of 60 degrees is a half.
    cosine = round(math.cos(math.radians(degrees)), 15)
    placed = np.concatenate([[0.0, 0.0], inner])
    return {h: len(axes), rho: cosine, E_A: axes[0], N_A: axes[1], p: placed, a: leaning, kappa: concentration}


def coordinates(vector: Expr, point: Point) -> FloatArray:
    """Return the coordinates of a vector of the theory at a point: its inner products with the axes, by balls."""
    axes = np.eye(int(point[h]))
    return np.array([float(value(Dot(vector, z), {**point, z: axis}, BY_MEANS).mid()) for axis in axes])


# --- figure 3 --------------------------------------------------------------------------------------------------------


def _planes(axes: Any, degrees: float) -> None:
    """Draw A, B and C."""
    point = point_of(degrees, 0.0)
    e_a, e_b, in_c = (coordinates(v, point) for v in (E_A, E_B, p))
    great_circle(axes, e_a, in_c, IMAGE)
    great_circle(axes, e_b, in_c, TEXT)
    axes.plot(*np.array([-1.25 * in_c, 1.25 * in_c]).T, color=BLACK, linewidth=0.8, zorder=3)
    label(axes, -1.4 * in_c, "$C$")
    for name, vector, colour in (("$A$", e_a, IMAGE), ("$B$", e_b, TEXT)):
        label(axes, -0.8 * vector - 0.8 * in_c, name, colour)


def _clouds(axes: Any, degrees: float, temperature: float, concentration: float) -> dict[str, float]:
    """Draw both clouds where their population loss is least; return what was found."""
    angle = math.radians(degrees)
    found = predict_subspace(3, angle, temperature, concentration)
    constraint = Subspace(*hyperplanes(3, angle), concentration, PAIRS, SEED)
    cone = constraint.within
    assert isinstance(cone, Cone)
    # In coordinates of the subspaces: the axis of C first, e_A and e_B last.
    centre = torch.tensor([[math.sin(found.tilt), math.cos(found.tilt)]], dtype=torch.float64)
    x, y = (rows[0].numpy()[:, [1, 2, 0]] for rows in constraint.configuration(cone.place(centre, centre)))
    axes.scatter(*x.T, s=6, color=IMAGE, linewidths=0, depthshade=False, label="image", zorder=5)
    axes.scatter(*y.T, s=10, marker="^", facecolors="none", edgecolors=TEXT, linewidths=0.5, depthshade=False,
                 label="text", zorder=5)  # fmt: skip
    return {"angle_degrees": degrees, "temperature": temperature, "concentration": concentration,
            "gap_degrees": math.degrees(found.gap), "loss_perpendicular": found.perpendicular,
            "loss_shared_centre": found.collapsed}  # fmt: skip


def _optimum(axes: Any) -> dict[str, float]:
    _planes(axes, ANGLE)
    found = _clouds(axes, ANGLE, TEMPERATURE, CONCENTRATION)
    point = point_of(ANGLE, 0.0)
    e_a, e_b = coordinates(E_A, point), coordinates(E_B, point)
    for vector, name, colour in ((e_a, "$c_x = e_A$", IMAGE), (e_b, "$c_y = e_B$", TEXT)):
        arrow(axes, vector, colour)
        label(axes, 1.08 * vector, f"  {name}", colour, ha="left")
    middle = arc(axes, e_a, e_b, 0.45)
    label(axes, 1.3 * middle, "$φ$")
    axes.set_title(rf"$c \perp C$: gap $φ = {found['gap_degrees']:.0f}°$")
    return found


def _cold_optimum(axes: Any) -> dict[str, float]:
    _planes(axes, COLD["angle"])
    found = _clouds(axes, **{"degrees": COLD["angle"], **{k: v for k, v in COLD.items() if k != "angle"}})
    centre = coordinates(p, point_of(COLD["angle"], 0.0))
    arrow(axes, centre)
    label(axes, 0.55 * centre, "$c_x = c_y$", ha="right")
    axes.set_title(rf"cold, wide angle: gap ${found['gap_degrees']:.0f}°$")
    return found


def _pair(axes: Any) -> dict[str, float]:
    """Draw a pair of Theorem 4: its projections on C agree, and y is not what x is nearest to (Corollary 2)."""
    _planes(axes, ANGLE)
    point = point_of(ANGLE, LEANING)
    x, y, shadow, in_b = (coordinates(v, point) for v in (X, Y, P_C(X), P_B(X)))
    nearest = in_b / np.linalg.norm(in_b)
    for end, colour in ((x, IMAGE), (y, TEXT), (nearest, MOVED)):
        arrow(axes, end, colour)
    for end in (x, y):
        axes.plot(*np.array([end, shadow]).T, color="0.4", linewidth=0.8, linestyle=":", zorder=4)
    axes.plot(*np.array([x, in_b]).T, color=MOVED, linewidth=0.8, linestyle="--", zorder=4)
    axes.scatter(*shadow, s=10, color=BLACK, depthshade=False, zorder=7)
    label(axes, 1.14 * x, "$x$", IMAGE)
    label(axes, 1.14 * y, "$y$", TEXT)
    label(axes, 1.14 * nearest, "$y^*$", MOVED)
    label(axes, shadow, "$P_Cx = P_Cy$  ", ha="right")
    axes.set_title(rf"$x\cdot y = {x @ y:.2f} < x\cdot y^* = {x @ nearest:.2f}$")
    return {"leaning": LEANING, "x_y": float(x @ y), "x_nearest": float(x @ nearest)}


def _alignment(axes: Any) -> dict[str, float]:
    """Draw Corollaries 3 and 4: the rotation that takes A to B, and the projection on C."""
    _planes(axes, ANGLE)
    point = point_of(ANGLE, LEANING)
    x, y, turned = (coordinates(v, point) for v in (X, Y, R(X)))
    turns = [{**point, rho: math.cos(t * math.radians(ANGLE))} for t in np.linspace(0, 1, 25)]
    path = np.array([coordinates(R(X), turn) for turn in turns])
    axes.plot(*path.T, color=MOVED, linewidth=1.1, zorder=5)
    arrow(axes, path[-1], MOVED, path[-4], width=1.1)
    shadow = coordinates(P_C(X), point)
    for end, colour in ((x, IMAGE), (y, TEXT)):
        arrow(axes, end, colour)
        axes.plot(*np.array([end, shadow]).T, color="0.4", linewidth=0.8, linestyle=":", zorder=4)
    projected = shadow / np.linalg.norm(shadow)
    axes.scatter(*projected, s=14, color=COLOURS["paired"], depthshade=False, zorder=7)
    label(axes, 1.16 * x, "$x$", IMAGE)
    label(axes, 1.16 * y, "$Rx = y$", TEXT, ha="left")
    label(axes, projected, "$P_Cx/|P_Cx|$  ", COLOURS["paired"], ha="right", va="bottom")
    axes.set_title("rotation and projection align")
    return {"rotated_distance": float(np.linalg.norm(turned - y))}


def write_geometry(folder: Path) -> tuple[list[Path], dict[str, Any]]:
    """Write figure 3 to a folder; return the paths and the record."""
    panels = {"optimum": _optimum, "cold_optimum": _cold_optimum, "pair": _pair, "alignment": _alignment}
    with house_style():
        figure = Figure(figsize=(5.6, 5.6), layout="constrained")
        axes = [figure.add_subplot(2, 2, 1 + k, projection="3d", computed_zorder=False) for k in range(4)]
        figures = {}
        for panel, (name, draw) in zip(axes, panels.items(), strict=True):
            set_scene(panel)
            figures[name] = draw(panel)
        label_panels(axes)
    caption = (
        f"Two hyperplanes A (images, blue) and B (texts, vermilion) of three dimensions at φ = {ANGLE:g}°, "
        f"C = A ∩ B. (a) Clouds of concentration {CONCENTRATION:g} where their population loss at τ = "
        f"{TEMPERATURE:g} is least: centres orthogonal to C, gap φ. "
        f"(b) At φ = {COLD['angle']:g}°, τ = {COLD['temperature']:g} and concentration {COLD['concentration']:g} the "
        "loss is least at a shared centre in C, gap 0 (thm.3.population, refuted in general). "
        "(c) A pair of Theorem 4: equal projections on C; of the points of B, y* = P_B x/|P_B x| and not y is the "
        "nearest to x (Corollary 2). (d) The rotation R about C takes A to B and x to y (Corollary 3); projection on C "
        "and renormalisation takes both to one point (Corollary 4). Every vector is a term of these claims, evaluated "
        f"at one point of their hypotheses; clouds of {PAIRS} pairs, seed {SEED}. No data are involved."
    )
    record = {"figure": "fig3", "caption": caption, "data": None, "seed": SEED, "figures": figures}
    return write_figure(figure, folder, "fig3", record), record


# --- figure 5 --------------------------------------------------------------------------------------------------------


def _toy(axes: Any, moved: Expr) -> None:
    """Draw one pair in space, its translate and the three projections on C."""
    _planes(axes, ANGLE)
    point = point_of(ANGLE, TOY_LEANING, concentration=TOY_CONCENTRATION)
    x, y, end = (coordinates(v, point) for v in (X, Y, moved))
    means = [coordinates(with_means(MEAN_LENGTH * vector), point) for vector in (E_A, E_B)]
    arrow(axes, means[1], "0.45", means[0])
    for vector, colour in ((x, IMAGE), (y, TEXT), (end, MOVED)):
        arrow(axes, vector, colour)
        axes.plot(*np.array([vector, [0, 0, vector[2]]]).T, color=colour, linewidth=0.8, linestyle=":", zorder=4)
        axes.scatter(0, 0, vector[2], s=7, color=colour, depthshade=False, zorder=7)
    label(axes, 1.13 * x, "$x$", IMAGE)
    label(axes, 1.13 * y, "$y$", TEXT)
    label(axes, 1.16 * end, "$x^{**}$", MOVED)
    label(axes, means[1], "$μ_y-μ_x$", "0.35", va="bottom")
    axes.set_title(f"a pair with $x\\cdot c_x = {TOY_LEANING:g}$, $h = 3$")


def _projections(axes: Any, moved: Expr) -> float:
    """Draw projections on C in h = 4, where C is a plane; return the largest angle between P_C x** and P_C y."""
    law = VonMisesFisher(np.array([1.0, 0.0, 0.0]), TOY_CONCENTRATION)
    worst = 0.0
    for k, (leaning, *inner) in enumerate(law.sample(TOY_PAIRS, SEED)):
        direction = np.array(inner) / np.linalg.norm(inner)
        point = point_of(ANGLE, float(leaning), direction, TOY_CONCENTRATION)
        own, other = (coordinates(P_C(v), point)[2:] for v in (Y, moved))
        worst = max(worst, abs(math.atan2(own[0] * other[1] - own[1] * other[0], own @ other)))
        axes.plot(*np.array([own, other]).T, color="0.6", linewidth=0.6, zorder=1)
        axes.plot(*own, "^", color=TEXT, markerfacecolor="none", markersize=3.5, markeredgewidth=0.6,
                  label="$P_Cy$" if k == 0 else None)  # fmt: skip
        axes.plot(*other, "o", color=MOVED, markersize=2.6, markeredgewidth=0, label="$P_Cx^{**}$" if k == 0 else None)
    axes.plot([0], [0], "+", color=BLACK, markersize=5, markeredgewidth=0.7)
    axes.set(aspect="equal", xlabel="first coordinate in $C$", ylabel="second coordinate in $C$")
    axes.set_title("directions kept, lengths not, $h = 4$")
    axes.legend(loc="upper left", bbox_to_anchor=(0, 1.02), handletextpad=0.2, borderaxespad=0)
    return worst


def _lengths(axes: Any, moved: Expr) -> float:
    """Draw both lengths over a = x·c_x in h = 3; return A(κ), where they cross."""
    grid = np.linspace(-0.999, 0.999, 121)
    points = [point_of(ANGLE, float(leaning), concentration=TOY_CONCENTRATION) for leaning in grid]
    lengths = {name: [coordinates(P_C(v), point)[2] for point in points] for name, v in (("y", Y), ("moved", moved))}
    axes.plot(grid, lengths["y"], color=TEXT, label="$|P_Cy|$")
    axes.plot(grid, lengths["moved"], color=MOVED, linestyle="--", label="$|P_Cx^{**}|$")
    crossing = float(value(MEAN_LENGTH, {h: 3, kappa: TOY_CONCENTRATION}).mid())
    axes.axvline(crossing, color="0.6", linewidth=0.7, linestyle=":", zorder=4)
    axes.annotate(f"$A(κ) = {crossing:.2f}$", (crossing, 0.02), (-3, 0), textcoords="offset points", ha="right",
                  fontsize=7)  # fmt: skip
    axes.set(xlabel="$a = x\\cdot c_x = y\\cdot c_y$", ylabel="length of the projection on $C$", ylim=(0, 1.32))
    axes.set_title("equal only at $a = A(κ)$, $h = 3$")
    axes.legend(loc="upper left", ncols=2, columnspacing=1)
    return crossing


def write_translation(folder: Path) -> tuple[list[Path], dict[str, Any]]:
    """Write figure 5 to a folder; return the paths and the record."""
    moved = with_means(TRANSLATED)
    with house_style():
        figure = Figure(figsize=(FULL_WIDTH, 2.6), layout="constrained")
        axes = [
            figure.add_subplot(131, projection="3d", computed_zorder=False),
            *(figure.add_subplot(1, 3, k) for k in (2, 3)),
        ]
        set_scene(axes[0], zoom=1.4)
        _toy(axes[0], moved)
        worst, crossing = _projections(axes[1], moved), _lengths(axes[2], moved)
        label_panels(axes)
    caption = (
        f"Translation x** = (x + μ_y − μ_x)/|x + μ_y − μ_x| of optimal pairs on two hyperplanes at φ = {ANGLE:g}°, "
        f"both clouds of concentration κ = {TOY_CONCENTRATION:g}. (a) One pair in space; x** leaves both hyperplanes. "
        f"(b) Projections on C, a plane for h = 4, of {TOY_PAIRS} pairs: x** keeps the direction and not the length. "
        "(c) The lengths agree only where a = A(κ), the length of the means (claims translation, translation.breaks, "
        f"translation.kept). Every vector is a term of these claims; seed {SEED}. No data are involved."
    )
    figures = {"mean_length": crossing, "largest_turn_in_C_radians": worst}
    record = {"figure": "fig5", "caption": caption, "data": None, "seed": SEED, "figures": figures}
    return write_figure(figure, folder, "fig5", record), record
