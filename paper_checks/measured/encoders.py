"""A table over encoders: the gap and what the theory has to say of it, for every real set at hand."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.population import preferred_angle
from modgap.numerics.embeddings.align import fit_shared_space
from modgap.numerics.embeddings.gap import UndefinedGapWarning, modality_gap, principal_subspace, vmf_concentration
from modgap.numerics.embeddings.metrics import isometry_error
from modgap.numerics.embeddings.offsets import score_parts
from modgap.numerics.embeddings.retrieval import recall
from modgap.numerics.embeddings.sums import mean_and_spread
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.measured.answers import SEED
from modgap.paper_checks.measured.pairs import REAL_SETS, Pairs, embedded_pairs, real_pairs
from modgap.paper_checks.measured.splits import split_halves

__all__ = ["Line", "encoders", "line", "text"]

#: Tolerance at which directions count as shared: of so few pairs the printed one shares none.
EPSILON = 0.1


@dataclass(frozen=True)
class Line:
    """What is said of one set; NaN where there is nothing to say.

    Attributes
    ----------
    model, data : str
    pairs, dim : int
        N and h.
    gap, preferred : float
        Degrees: measured, and the angle of least loss at the mean of the two concentrations and the temperature.
    concentrations : pair of float
        κ of images and texts.
    isometry : pair of float
        Difference of heights over their spread, and correlation.
    filled : pair of int
        Directions that hold 99 % of the squared singular values, of images and texts.
    shares : triple of float
        Of rows, columns and pairs in the variance of scores.
    recalls : triple of float
        Recall at 1, image to text; the same without the gap direction; change, held out, by shared space projection.
    """

    model: str
    data: str
    pairs: int
    dim: int
    gap: float
    preferred: float
    concentrations: tuple[float, float]
    isometry: tuple[float, float]
    filled: tuple[int, int]
    shares: tuple[float, float, float]
    recalls: tuple[float, float, float]


def line(pairs: Pairs) -> Line:
    """Measure one set."""
    x, y = pairs.images, pairs.texts
    spreads = (mean_and_spread(side) for side in (x, y))
    first, second = (vmf_concentration(mean, spread=spread) for mean, spread in spreads)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UndefinedGapWarning)
        gap = math.degrees(modality_gap(x, y))
    preferred = math.nan
    if pairs.temperature is not None:
        preferred = math.degrees(preferred_angle(pairs.dim, pairs.temperature, (first + second) / 2))
    ims, parts = isometry_error(x, y), score_parts(x, y)
    return Line(
        model=pairs.model,
        data=pairs.data,
        pairs=len(x),
        dim=pairs.dim,
        gap=gap,
        preferred=preferred,
        concentrations=(first, second),
        isometry=(ims.relative, ims.correlation),
        filled=(principal_subspace(x).shape[1], principal_subspace(y).shape[1]),
        shares=(parts.row, parts.column, parts.pair),
        recalls=(
            recall(x, y, ks=(1,))["image_to_text"][1],
            parts.recall_without["image_to_text"][1],
            _projected(pairs),
        ),
    )


def _projected(pairs: Pairs) -> float:
    """Return recall at 1 of one half after projection fitted to the other, less that before; NaN if not applicable."""
    fitted, held = split_halves(len(pairs.images), SEED)
    x, y = pairs.images, pairs.texts
    try:
        fit = fit_shared_space(x[fitted], y[fitted], epsilon=EPSILON)
    except InputError:
        return math.nan
    before, after = (recall(*sides, ks=(1,))["image_to_text"][1]
                     for sides in ((x[held], y[held]), fit.transform(x[held], y[held])))  # fmt: skip
    return after - before


def encoders() -> tuple[list[Line], list[str]]:
    """Return a line for the embedded sample and every real set, and of those that are missing what is said of them."""
    lines, missing = [line(embedded_pairs())], []
    for name in REAL_SETS:
        try:
            lines.append(line(real_pairs(name)))
        except MissingDataError as error:
            missing.append(str(error))
    return lines, missing


def text(lines: list[Line]) -> str:
    """Return the table in Markdown."""
    header = ("model", "data", "N, h", "gap", "preferred", "κ", "IMS", "99 % in", "rows / columns / pairs", "R@1")
    rows = [
        (
            found.model,
            found.data,
            f"{found.pairs}, {found.dim}",
            _degrees(found.gap),
            _degrees(found.preferred),
            " / ".join(f"{kappa:.0f}" for kappa in found.concentrations),
            f"{found.isometry[0]:.2f}, {found.isometry[1]:.2f}",
            " / ".join(map(str, found.filled)),
            " / ".join(f"{100 * share:.0f}" for share in found.shares),
            _recalls(found),
        )
        for found in lines
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *rows))


def _degrees(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.1f}°"


def _recalls(found: Line) -> str:
    """Return recalls in percent; of classes, which many images share, none."""
    if "class" in found.data:
        return "–"
    scores, parts, change = (100 * value for value in found.recalls)
    return f"{scores:.1f}, {parts:.1f}, {'–' if math.isnan(change) else f'{change:+.1f}'}"
