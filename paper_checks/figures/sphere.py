"""Drawing on the unit sphere of three dimensions: its outline, great circles, arrows, arcs and labels."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.patheffects import withStroke
from mpl_toolkits.mplot3d.art3d import Poly3DCollection
from numpy.typing import NDArray

from modgap.paper_checks.figures.style import BLACK

__all__ = ["arc", "arrow", "great_circle", "label", "set_scene"]

FloatArray = NDArray[np.float64]


def set_scene(axes: Any, elevation: float = 20, azimuth: float = -35, zoom: float = 1.25) -> None:
    """Draw the sphere as a faint net, seen from far away, without coordinate axes.

    The axes are made with computed_zorder=False: what is drawn later, or has a higher zorder, lies above.
    """
    u, v = np.mgrid[0 : 2 * np.pi : 25j, 0 : np.pi : 13j]
    net = np.cos(u) * np.sin(v), np.sin(u) * np.sin(v), np.cos(v)
    axes.plot_wireframe(*net, color="0.87", linewidth=0.25, zorder=0)
    axes.set_proj_type("ortho")
    axes.view_init(elevation, azimuth)
    axes.set_box_aspect((1, 1, 1), zoom=zoom)
    axes.set(xlim=(-1, 1), ylim=(-1, 1), zlim=(-1, 1))
    axes.set_axis_off()


def great_circle(axes: Any, first: FloatArray, second: FloatArray, colour: str, name: str | None = None) -> None:
    """Draw the plane of two orthonormal vectors as a disc with its great circle."""
    t = np.linspace(0, 2 * np.pi, 181)[:, None]
    circle = np.cos(t) * first + np.sin(t) * second
    axes.add_collection3d(Poly3DCollection([circle], facecolor=colour, alpha=0.1, linewidth=0, zorder=1))
    axes.plot(*circle.T, color=colour, linewidth=0.9, label=name, zorder=2)


def arrow(axes: Any, end: FloatArray, colour: str = BLACK, start: FloatArray | None = None, width: float = 1.1) -> None:
    """Draw an arrow from the centre of the sphere, or from `start`."""
    origin = np.zeros(3) if start is None else start
    step = end - origin
    head = min(0.3, 0.1 / max(float(np.linalg.norm(step)), 1e-9))
    axes.quiver(*origin, *step, color=colour, linewidth=width, arrow_length_ratio=head, zorder=6)


def arc(axes: Any, start: FloatArray, end: FloatArray, radius: float = 1.0, **line: Any) -> FloatArray:
    """Draw the shorter great-circle arc between two unit vectors at a radius; return its middle."""
    angle = np.arccos(np.clip(start @ end, -1, 1))
    t = np.linspace(0, 1, 41)[:, None]
    points = radius * (np.sin((1 - t) * angle) * start + np.sin(t * angle) * end) / np.sin(angle)
    axes.plot(*points.T, **{"color": BLACK, "linewidth": 0.9, "zorder": 5, **line})
    return points[20]


def label(axes: Any, point: FloatArray, text: str, colour: str = BLACK, **place: Any) -> None:
    """Write at a point of space, above whatever is drawn there, with a white edge."""
    edge = [withStroke(linewidth=2, foreground="white")]
    place = {"ha": "center", "va": "center", **place}
    axes.text(*point, text, color=colour, fontsize=7.5, zorder=20, path_effects=edge, **place)
