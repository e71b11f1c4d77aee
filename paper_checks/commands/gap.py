"""`modgap gap`: the geometry of paired embeddings, as a table, as JSON, and as figures."""

from __future__ import annotations

import json
import math
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click
import numpy as np
from numpy.typing import NDArray

from modgap.numerics.threads import threads_for
from modgap.paper_checks.io.console import (
    ARGUMENTS,
    collected_warnings,
    jsonable,
    output_folder,
    say_written,
    warn,
    with_status,
)
from modgap.paper_checks.measured.intervals import Intervals, check_resamples
from modgap.paper_checks.measured.pairs import given_pairs
from modgap.paper_checks.measured.sampling import MOST_PAIRS, SAMPLE_PAIRS, sampled_rows, unit_pairs_of

if TYPE_CHECKING:
    from modgap.numerics.embeddings.gap import EmbeddingGeometry, PerModality
    from modgap.numerics.embeddings.metrics import IsometryError
    from modgap.numerics.embeddings.offsets import ScoreParts

__all__ = ["COMMANDS", "Measured", "gap", "measure"]

FloatArray = NDArray[np.float64]
LEGEND = "IMS error: how far heights x·c_x and y·c_y differ, in units of their spread (0: intra-modal isometry)"
SAMPLE_HELP = (
    "Pairs, drawn at random, that recall and uniformity are measured on "
    f"(all, or {SAMPLE_PAIRS} of more than {MOST_PAIRS})."
)


@click.command()
@click.argument("images", metavar="[IMAGES.npy]", required=False)
@click.argument("texts", metavar="[TEXTS.npy]", required=False)
@click.option("--sample", "embedded", is_flag=True, help="The pairs that come with the package, in place of files.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
@click.option("--figures", metavar="DIR", help="Write figures (PDF and PNG) to DIR.")
@click.option("--recall-sample", "sample", type=int, metavar="N", help=SAMPLE_HELP)
@click.option(
    "--bootstrap", "resamples", type=int, metavar="R", help="Add 95 % intervals from R resamples of the pairs; 0: none."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of the sample and of the resamples.")
def gap(
    images: str | None,
    texts: str | None,
    embedded: bool,
    as_json: bool,
    figures: str | None,
    sample: int | None,
    resamples: int | None,
    seed: int,
) -> None:
    """Measure the modality gap and the geometry of paired embeddings.

    IMAGES.npy and TEXTS.npy hold arrays of numbers (N, h); row i of both is a pair. One file of shape (2, N, h), or
    one with arrays images and texts, may stand for both; .npz and .pt files are read as well (nothing is unpickled).
    Rows are normalised first. Angles are in degrees. Files .npy may be larger than memory.
    """
    check_resamples(resamples)
    with nullcontext() if figures is None else output_folder(figures, "--figures") as folder:
        x, y = given_pairs(images, texts, embedded)
        click.get_current_context().with_resource(threads_for(x.size))
        rows = sampled_rows(np.arange(len(x)), sample, seed, "--recall-sample")
        with collected_warnings() as notes:
            measured = with_status("measuring …", lambda: measure(x, y, rows))
        warn([*notes, *measured.limits()])
        drawn = unit_pairs_of(x, y, rows)
        intervals = Intervals.of(*drawn, resamples, seed) if resamples else None
        if folder is not None:
            from modgap.paper_checks.figures.gap import write_figures

            before = set(folder.iterdir())
            written = with_status("drawing …", lambda: write_figures(*drawn, measured.geometry, folder))
            say_written(written, before)
        if as_json:
            click.echo(json.dumps(jsonable(document(measured, intervals, seed)), indent=2, allow_nan=False))
        else:
            _print_table(measured, intervals, seed)


COMMANDS = [gap]


# --- measuring -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Measured:
    """The figures of paired embeddings; recall, uniformity and score parts are those of `sampled` pairs."""

    geometry: EmbeddingGeometry
    recall: dict[str, dict[int, float]]
    alignment: float
    uniformity: PerModality
    ims_error: IsometryError
    explained_variance: dict[str, FloatArray]
    scores: ScoreParts
    sampled: int

    @property
    def of_sample(self) -> bool:
        """Whether recall, uniformity and score parts are those of a part of the pairs."""
        return self.sampled < self.geometry.pairs

    def limits(self) -> list[str]:
        """Return what the reader is to know about the figures."""
        notes, g = [], self.geometry
        if g.few_rows:
            notes.append(
                f"N = {g.pairs} rows in dimension h = {g.dim}: where N <= h, ranks, shared dimension and "
                "principal angles say little about the population"
            )
        if self.of_sample:
            notes.append(
                f"recall, uniformity and the parts of scores are those of {self.sampled} of the {g.pairs} pairs, "
                "drawn at random; "
                "among fewer candidates recall is higher"
            )
        return notes


def measure(x: NDArray[Any], y: NDArray[Any], rows: NDArray[np.int64] | None = None) -> Measured:
    """Return the figures of paired embeddings, read in blocks; recall and uniformity on the given rows (all)."""
    from modgap.numerics.embeddings.gap import PerModality, geometry_of
    from modgap.numerics.embeddings.metrics import isometry_of, uniformity_of, variance_shares
    from modgap.numerics.embeddings.offsets import parts_and_recall
    from modgap.numerics.embeddings.summary import summarise
    from modgap.numerics.threads import spread

    summary = summarise(x, y, ARGUMENTS)
    geometry = geometry_of(summary, ARGUMENTS)
    drawn = unit_pairs_of(x, y, np.arange(len(x)) if rows is None else rows)
    scores, recall = parts_and_recall(*drawn)
    shares = spread(lambda side: variance_shares(side.centred_factor), (summary.x, summary.y))
    return Measured(
        geometry=geometry,
        recall=recall,
        alignment=2 - 2 * geometry.paired_cosine,
        uniformity=PerModality(*(uniformity_of(side) for side in drawn)),
        ims_error=isometry_of(summary, x, y, ARGUMENTS),
        explained_variance=dict(zip(("image", "text"), shares, strict=True)),
        scores=scores,
        sampled=len(drawn[0]),
    )


def document(measured: Measured, intervals: Intervals | None, seed: int) -> dict[str, Any]:
    """Return the JSON document: the figures of `EmbeddingGeometry`, the recalls, and what goes beyond them."""
    m = measured
    return {
        **asdict(m.geometry),
        "recall": m.recall,
        "alignment": m.alignment,
        "uniformity": asdict(m.uniformity),
        "ims_error": asdict(m.ims_error),
        "explained_variance": m.explained_variance,
        "score_parts": asdict(m.scores),
        "recall_sample": {"pairs": m.sampled, "seed": seed} if m.of_sample else None,
        **({} if intervals is None else {"intervals": intervals.document()}),
    }


# --- the table -------------------------------------------------------------------------------------------------------


def _print_table(measured: Measured, intervals: Intervals | None, seed: int) -> None:
    from rich.console import Console
    from rich.table import Table

    g = measured.geometry
    title = f"{g.pairs} pairs in dimension {g.dim}"
    seeded = [LEGEND]
    if measured.of_sample:
        seeded.append(f"* of {measured.sampled} pairs drawn at random")
    if intervals is not None:
        seeded.append(intervals.caption(g.pairs))
    caption = "; ".join(seeded) + (f"; seed {seed}" if len(seeded) > 1 else "")
    table = Table(title=title, caption=caption, show_header=intervals is not None)
    for heading in ("", "", *(() if intervals is None else ("95 % interval",))):
        table.add_column(heading)
    for name, value, keys in _rows(measured):
        cells = () if intervals is None else (intervals.cell(keys),)
        table.add_row(name, value, *cells)
    Console().print(table)


def _rows(measured: Measured) -> list[tuple[str, str, dict[str, str]]]:
    """Return (name, value, {name of a figure: how to print it}) for each line."""
    g, star = measured.geometry, " *" if measured.of_sample else ""
    angles = g.principal_angles_degrees
    undefined = "undefined: a mean vanishes"
    ims, m = measured.ims_error.relative, measured.scores
    return [
        ("modality gap", undefined if math.isnan(g.gap_degrees) else f"{g.gap_degrees:.2f}°", {"gap_degrees": ".2f"}),
        ("distance of the means", f"{g.gap_l2:.4f}", {"gap_l2": ".4f"}),
        ("cosine, paired", f"{g.paired_cosine:.4f}", {"paired_cosine": ".4f"}),
        ("cosine, unpaired", f"{g.unpaired_cosine:.4f}", {"unpaired_cosine": ".4f"}),
        ("cosine, image to image", f"{g.image_image_cosine:.4f}", {"image_image_cosine": ".4f"}),
        ("cosine, text to text", f"{g.text_text_cosine:.4f}", {"text_text_cosine": ".4f"}),
        ("alignment", f"{measured.alignment:.4f}", {"alignment": ".4f"}),
        (f"uniformity, image / text{star}", *_two(measured.uniformity, "uniformity", ".3f")),
        ("IMS error, relative", undefined if math.isnan(ims) else f"{ims:.3f}", {"ims_error.relative": ".3f"}),
        ("principal angles", f"{len(angles)}: {angles[0]:.2f}° to {angles[-1]:.2f}°", {}),
        ("shared dimension", str(g.shared_dimension), {"shared_dimension": ".0f"}),
        ("effective rank, image / text", *_two(g.effective_rank, "effective_rank", ".1f")),
        ("vMF concentration, image / text", *_two(g.vmf_concentration, "vmf_concentration", ".1f")),
        (f"variance of scores: image offset, text offset, pair part{star}", _shares(m.row, m.column, m.pair), {}),
        (
            f"share of that along the gap direction, and its parts{star}",
            "undefined: all scores agree"
            if math.isnan(m.gap_share)
            else f"{m.gap_share:.3f}: {_shares(m.gap_row, m.gap_column, m.gap_pair)}",
            {},
        ),
        (f"recall at 1 without the gap direction, not normalised again{star}", _without(m), {}),
        *(
            (
                f"recall at {', '.join(map(str, shares))}, {direction.replace('_', ' ')}{star}",
                ", ".join(f"{share:.3f}" for share in shares.values()),
                {f"recall.{direction}.{k}": ".3f" for k in shares},
            )
            for direction, shares in measured.recall.items()
        ),
    ]


def _shares(*shares: float) -> str:
    if any(map(math.isnan, shares)):
        return "undefined: nothing varies"
    return ", ".join(f"{share:.3f}" for share in shares)


def _without(parts: ScoreParts) -> str:
    return ", ".join(f"{shares[1]:.3f} {name.replace('_', ' ')}" for name, shares in parts.recall_without.items())


def _two(values: PerModality, name: str, form: str) -> tuple[str, dict[str, str]]:
    return f"{values.image:{form}} / {values.text:{form}}", {f"{name}.{side}": form for side in ("image", "text")}
