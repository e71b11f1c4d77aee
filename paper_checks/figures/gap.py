"""Figures of `modgap gap`: densities of cosines, singular values and principal angles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from modgap.numerics.checks import paired_embeddings, unit_rows
from modgap.numerics.embeddings.gap import EmbeddingGeometry
from modgap.paper_checks.figures.style import COLOURS, house_style, write_figure

__all__ = ["cosine_figure", "cosine_samples", "spectrum_figure", "write_figures"]

FloatArray = NDArray[np.float64]

# Which colour a kind of cosine has.
KINDS = ("paired", "unpaired", "image", "text")
# Off-diagonal cosines are drawn from this many random pairs of rows at most, with a fixed seed.
SAMPLE = 200_000
SEED = 0


def write_figures(x: Any, y: Any, geometry: EmbeddingGeometry, folder: Path) -> list[Path]:
    """Write `cosines` and `spectrum` to the folder, each as PDF and PNG, and return the paths.

    Parameters
    ----------
    x, y : array_like, shape (N, h)
        Paired embeddings of images and texts; normalised first.
    geometry : EmbeddingGeometry
        Their figures.
    folder : Path
        An existing folder.
    """
    images, texts = (unit_rows(name, rows) for name, rows in zip("xy", paired_embeddings(x, y), strict=True))
    with house_style():
        figures = {
            "cosines": cosine_figure(images, texts, geometry),
            "spectrum": spectrum_figure(images, texts, geometry),
        }
    written = [path for name, figure in figures.items() for path in write_figure(figure, folder, name)]
    return written


def cosine_samples(images: FloatArray, texts: FloatArray, size: int = SAMPLE) -> dict[str, FloatArray]:
    """Return cosines by kind: all N paired ones, and the rest at `size` random pairs i ≠ j (seed 0) or all of them."""
    i, j = _distinct_pairs(len(images), size)
    return {
        "paired": np.einsum("ij,ij->i", images, texts),
        "unpaired": _cosines(images, texts, i, j),
        "image to image": _cosines(images, images, i, j),
        "text to text": _cosines(texts, texts, i, j),
    }


def _distinct_pairs(n: int, size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if n * (n - 1) <= size:
        i, j = np.nonzero(~np.eye(n, dtype=bool))
        return i, j
    rng = np.random.default_rng(SEED)
    i = rng.integers(n, size=size)
    return i, (i + rng.integers(1, n, size=size)) % n


def _cosines(a: FloatArray, b: FloatArray, i: NDArray[np.int64], j: NDArray[np.int64]) -> FloatArray:
    def blocks() -> Iterator[FloatArray]:
        for start in range(0, len(i), 4096):
            part = slice(start, start + 4096)
            yield np.einsum("ij,ij->i", a[i[part]], b[j[part]])

    return np.concatenate(list(blocks()))


def cosine_figure(images: FloatArray, texts: FloatArray, geometry: EmbeddingGeometry) -> Figure:
    """Draw the densities of paired, unpaired and within-modality cosines of unit rows."""
    samples = cosine_samples(images, texts)
    # The means are exact, not those of the sample.
    g = geometry
    means = (g.paired_cosine, g.unpaired_cosine, g.image_image_cosine, g.text_text_cosine)
    looks = zip(samples.items(), means, [COLOURS[kind] for kind in KINDS], ("-", "--", "-.", ":"), strict=True)
    low, high = min(s.min() for s in samples.values()), max(s.max() for s in samples.values())
    edges = np.linspace(low, max(high, low + 1e-6), 101).tolist()
    figure = Figure(figsize=(4.5, 2.8), layout="constrained")
    axes = figure.subplots()
    for (name, cosines), mean, colour, line in looks:
        axes.hist(cosines, edges, density=True, histtype="stepfilled", color=colour, alpha=0.15)
        axes.hist(
            cosines,
            edges,
            density=True,
            histtype="step",
            color=colour,
            linestyle=line,
            label=f"{name}, mean {mean:.3f}",
        )
    axes.set_xlabel("cosine similarity")
    axes.set_ylabel("probability density")
    gap = "undefined" if np.isnan(geometry.gap_degrees) else f"{geometry.gap_degrees:.2f}°"
    axes.set_title(f"{geometry.pairs} pairs, h = {geometry.dim}, modality gap {gap}")
    axes.legend()
    return figure


def spectrum_figure(images: FloatArray, texts: FloatArray, geometry: EmbeddingGeometry) -> Figure:
    """Draw the singular values of both modalities and the principal angles between their 99 % subspaces."""
    figure = Figure(figsize=(6.5, 2.8), layout="constrained")
    left, right = figure.subplots(1, 2)
    _draw_singular_values(left, images, texts)
    angles = geometry.principal_angles_degrees
    right.plot(np.arange(1, len(angles) + 1), angles, color=COLOURS["paired"], marker=".", markersize=3, linewidth=1)
    right.set_xlabel("index")
    right.set_ylabel("principal angle (degrees)")
    right.set_ylim(0, 92)
    right.set_title(f"{len(angles)} angles, {geometry.shared_dimension} shared directions")
    if geometry.few_rows:
        limit = f"N = {geometry.pairs} ≤ h = {geometry.dim}: so few rows say little about the population"
        figure.supxlabel(limit, fontsize=7, style="italic")
    return figure


def _draw_singular_values(axes: Axes, images: FloatArray, texts: FloatArray) -> None:
    for name, rows, line in (("image", images, "-"), ("text", texts, "--")):
        singular_values = np.linalg.svd(rows, compute_uv=False)
        # What is left below rounding is not part of the spectrum, and has no place on a logarithmic axis.
        kept = singular_values[singular_values > singular_values[0] * max(rows.shape) * np.finfo(np.float64).eps]
        axes.semilogy(
            np.arange(1, len(kept) + 1), kept / np.linalg.norm(kept), color=COLOURS[name], linestyle=line, label=name
        )
    axes.set_xlabel("index")
    axes.set_ylabel("singular value / root sum of squares")
    axes.set_title("uncentred spectrum of the unit rows")
    axes.legend()
