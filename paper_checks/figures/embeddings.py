"""Figures 2 and 4: embeddings before and after shared space projection.

Everything is computed from the pairs given; nothing is taken from the paper. Beside what is measured stands what
chance gives (`numerics.embeddings.null_models`), without which a spectrum or an angle of few rows cannot be read.
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

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.align import SharedSpaceProjection, shared_space_projection
from modgap.numerics.embeddings.gap import (
    SHARED_EPSILON,
    VARIANCE_SHARE,
    modality_gap,
    principal_angles,
    principal_subspace,
)
from modgap.numerics.embeddings.metrics import explained_variance, variance_shares
from modgap.numerics.embeddings.null_models import rotated_angles
from modgap.numerics.embeddings.retrieval import recall
from modgap.paper_checks.figures.gap import cosine_samples
from modgap.paper_checks.figures.style import COLOURS, FULL_WIDTH, house_style, label_panels, write_figure
from modgap.paper_checks.figures.umap_plane import plane
from modgap.paper_checks.measured.pairs import Pairs
from modgap.paper_checks.measured.splits import split_halves

__all__ = ["write_embeddings", "write_projection"]

FloatArray = NDArray[np.float64]

#: Random pairs of rows for a density, and rotations for what chance gives.
COSINES, ROTATIONS = 20_000, 50
SEED = 0
#: Directions kept in figure 4, as in the paper's.
COMPONENTS = 10
LOOKS = {
    "image to image": (COLOURS["image"], "-."),
    "text to text": (COLOURS["text"], ":"),
    "paired": (COLOURS["paired"], "-"),
    "unpaired": (COLOURS["unpaired"], "--"),
}


# --- panels ----------------------------------------------------------------------------------------------------------


def draw_densities(axes: Axes, images: FloatArray, texts: FloatArray) -> dict[str, float]:
    """Draw the densities of the four kinds of cosine; return their means."""
    samples, means = cosine_samples(images, texts, COSINES), {}
    for name, (colour, line) in LOOKS.items():
        cosines = samples[name]
        means[name] = float(cosines.mean())
        margin = 4 * float(cosines.std()) * len(cosines) ** -0.2
        grid = np.linspace(max(cosines.min() - margin, -1), min(cosines.max() + margin, 1), 300)
        density = gaussian_kde(cosines)(grid)
        axes.fill_between(grid, density, color=colour, alpha=0.1, linewidth=0)
        axes.plot(grid, density, color=colour, linestyle=line, label=f"{name}, mean {means[name]:.2f}")
    axes.set(xlabel="cosine similarity", ylabel="probability density")
    axes.set_ylim(bottom=0)
    axes.legend(handlelength=2.4)
    return means


def draw_plane(axes: Axes, images: FloatArray, texts: FloatArray, target: str) -> None:
    """Draw both modalities in one plane, partners joined by a line."""
    points = plane(np.vstack([images, texts]), SEED, target)
    first, second = points[: len(images)], points[len(images) :]
    lines = np.stack([first, second], axis=1)
    axes.plot(*lines.T, color="0.6", linewidth=0.25, alpha=0.25, zorder=1, rasterized=True)
    axes.scatter(first[:, 0], first[:, 1], s=5, color=COLOURS["image"], linewidths=0, label="image", zorder=2)
    axes.scatter(second[:, 0], second[:, 1], s=9, marker="^", facecolors="none", edgecolors=COLOURS["text"],
                 linewidths=0.5, label="text", zorder=2)  # fmt: skip
    axes.set(xlabel="UMAP 1 (arbitrary units)", ylabel="UMAP 2 (arbitrary units)", xticks=[], yticks=[])
    axes.legend(handletextpad=0.2, markerscale=1.5)


def draw_variance(axes: Axes, pairs: Pairs) -> dict[str, int]:
    """Draw the share of each component in the variance of the centred modalities; return how many hold 99 %."""
    enough = {}
    for name, rows, line in (("image", pairs.images, "-"), ("text", pairs.texts, "--")):
        shares = explained_variance(rows, name)
        enough[name] = int(np.searchsorted(np.cumsum(shares), VARIANCE_SHARE)) + 1
        axes.plot(np.arange(1, len(shares) + 1), 100 * shares, color=COLOURS[name], linestyle=line,
                  label=f"{name}: {enough[name]} components hold 99 %")  # fmt: skip
    axes.plot(*_even_variance(pairs), color=COLOURS["null"], linewidth=0.9, label="independent, equal variances")
    axes.set(xlabel="singular value of the centred rows, by rank", ylabel="share of the variance (%)")
    axes.set_ylim(bottom=0)
    axes.legend(loc="upper right")
    return enough


def _even_variance(pairs: Pairs) -> tuple[NDArray[np.int64], FloatArray]:
    """Return the same curve of as many rows without any preferred direction."""
    noise = np.random.default_rng(SEED).standard_normal(pairs.images.shape)
    shares = variance_shares(noise - noise.mean(axis=0))
    return np.arange(1, len(shares) + 1), 100 * shares


def draw_angles(axes: Axes, pairs: Pairs, gap_degrees: float) -> dict[str, Any]:
    """Draw the principal angles of the 99 % subspaces, those of random rotations, and the gap."""
    bases = principal_subspace(pairs.images), principal_subspace(pairs.texts)
    sizes = bases[0].shape[1], bases[1].shape[1]
    angles = np.degrees(principal_angles(*bases))
    null = np.degrees(rotated_angles(pairs.dim, sizes, ROTATIONS, SEED))
    low, high = np.quantile(null, [0.025, 0.975], axis=0)
    index = np.arange(1, len(angles) + 1)
    axes.plot(index, null.mean(axis=0), color=COLOURS["null"], linewidth=0.9, label="one side rotated at random")
    axes.fill_between(index, low, high, color=COLOURS["null"], alpha=0.3, linewidth=0)
    axes.plot(index, angles, color=COLOURS["paired"], label="measured")
    axes.axhline(gap_degrees, color=COLOURS["unpaired"], linestyle="--", linewidth=0.9,
                 label=f"modality gap {gap_degrees:.1f}°")  # fmt: skip
    axes.set(xlabel="index", ylabel="principal angle (degrees)", ylim=(0, 92), yticks=range(0, 91, 15))
    axes.legend(loc="lower right")
    return {"subspace_dimensions": list(sizes), "smallest_degrees": float(angles[0]),
            "shared_dimension": int(np.count_nonzero(np.cos(np.radians(angles)) > 1 - SHARED_EPSILON)),
            "shared_dimension_rotated": float(np.mean(np.cos(np.radians(null)) > 1 - SHARED_EPSILON) * len(angles)),
            }  # fmt: skip


# --- figures ---------------------------------------------------------------------------------------------------------


def write_embeddings(pairs: Pairs, folder: Path) -> tuple[list[Path], dict[str, Any]]:
    """Write figure 2 of these pairs to a folder; return the paths and the record."""
    gap = math.degrees(modality_gap(pairs.images, pairs.texts))
    with house_style():
        figure = Figure(figsize=(FULL_WIDTH, 5.6), layout="constrained")
        panels = list(figure.subplots(2, 2).flat)
        means = draw_densities(panels[0], pairs.images, pairs.texts)
        draw_plane(panels[1], pairs.images, pairs.texts, "fig2")
        enough = draw_variance(panels[2], pairs)
        angles = draw_angles(panels[3], pairs, gap)
        label_panels(panels)
        _footnote(figure, pairs)
    caption = (
        f"{pairs.title}; modality gap {gap:.2f}°. (a) Densities of the cosines of images, of texts, of pairs and of "
        f"others (Gaussian kernel; at most {COSINES} random pairs of rows). (b) UMAP of both modalities by the cosine, "
        "partners joined. (c) Share of each singular value of the centred rows in their variance, and of as many rows "
        "without a preferred direction. (d) Principal angles between the subspaces that hold 99 % of the squared "
        f"singular values (not centred), and mean and 95 % range of {ROTATIONS} random rotations of one of them. Seed "
        f"{SEED}."
    )
    figures = {"gap_degrees": gap, "mean_cosines": means, "components_for_99_percent": enough, **angles}
    record = {"figure": "fig2", "caption": caption, **pairs.record(), "seed": SEED, "figures": figures}
    return write_figure(figure, folder, "fig2", record), record


def write_projection(pairs: Pairs, folder: Path) -> tuple[list[Path], dict[str, Any]]:
    """Write figure 4: half of the pairs, held out, after and before the projection fitted to the other half.

    As in the print, cosines are those after projection on all shared directions, and the map is of few of them.
    """
    fitted, held = split_halves(len(pairs.images), SEED)
    fit, epsilon = fit_components(pairs.images[fitted], pairs.texts[fitted], COMPONENTS)
    whole = shared_space_projection(pairs.images[fitted], pairs.texts[fitted], epsilon=epsilon).fit
    before = pairs.images[held], pairs.texts[held]
    stages = {"all shared": whole.transform(*before), "after": fit.transform(*before), "before": before}
    figures = {name: _measured(*rows) for name, rows in stages.items()}
    names = {
        "all shared": f"{fit.shared_dimension} shared directions",
        "after": f"{COMPONENTS} directions",
        "before": "before projection",
    }
    with house_style():
        figure = Figure(figsize=(FULL_WIDTH, 5.6), layout="constrained")
        grid = figure.subplots(2, 2)
        for row, (densities, mapped) in zip(grid, (("all shared", "after"), ("before", "before")), strict=True):
            draw_densities(row[0], *stages[densities])
            draw_plane(row[1], *stages[mapped], "fig4")
            for panel, stage in zip(row, (densities, mapped), strict=True):
                recalled = 100 * figures[stage]["recall"]["image_to_text"][1]
                panel.set_title(f"{names[stage]}: gap {figures[stage]['gap_degrees']:.1f}°, R@1 {recalled:.0f} %")
        label_panels(list(grid.flat))
        _footnote(figure, pairs)
    how = (
        "with its usual tolerance"
        if epsilon == SHARED_EPSILON
        else f"with tolerance {epsilon:.2g} in place of {SHARED_EPSILON:g}, the least at which {COMPONENTS} are shared"
    )
    caption = (
        f"Shared space projection, fitted to {len(fitted)} and shown on the other {len(held)} of {pairs.title}, {how}. "
        f"(a) Densities of cosines after projection on all {fit.shared_dimension} shared directions, (b) UMAP after "
        f"projection on {COMPONENTS} of them; (c, d) the same before. Recall is image to text among the {len(held)} "
        f"held-out pairs. Seed {SEED}."
    )
    record = {"figure": "fig4", "caption": caption, **pairs.record(), "seed": SEED, "fitted_pairs": len(fitted),
              "held_out_pairs": len(held), "components": COMPONENTS, "epsilon": epsilon,
              "shared_dimension": fit.shared_dimension, "figures": figures}  # fmt: skip
    return write_figure(figure, folder, "fig4", record), record


def fit_components(x: FloatArray, y: FloatArray, components: int) -> tuple[SharedSpaceProjection, float]:
    """Fit the projection on so many directions; return it and its tolerance.

    Where the usual tolerance 1e-3 leaves fewer shared directions than that, it is the least that leaves as many.

    Raises
    ------
    InputError
        If a principal subspace has fewer dimensions.
    """
    cosines = np.linalg.svd(principal_subspace(x).T @ principal_subspace(y), compute_uv=False)
    if len(cosines) < components:
        raise InputError("pairs", f"a principal subspace of {len(cosines)} dimensions", f"at least {components}")
    # Just beyond the last one's cosine, so that rounding does not decide.
    epsilon = max(SHARED_EPSILON, (1 - float(cosines[components - 1])) * (1 + 1e-9) + 1e-12)
    return shared_space_projection(x, y, epsilon=epsilon, components=components).fit, epsilon


def _measured(x: FloatArray, y: FloatArray) -> dict[str, Any]:
    return {
        "gap_degrees": math.degrees(modality_gap(x, y)),
        "paired_cosine": float(np.einsum("ij,ij->", x, y)) / len(x),
        "recall": recall(x, y),
    }


def _footnote(figure: Figure, pairs: Pairs) -> None:
    if pairs.limit is not None:
        figure.supxlabel(pairs.limit, fontsize=6.5, style="italic")
