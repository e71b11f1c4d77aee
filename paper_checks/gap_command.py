"""`modgap gap`: the geometry of paired embeddings, as a table, as JSON, and as figures."""

from __future__ import annotations

import json
import math
import os
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from numerics.checks import InputError
from paper_checks.data import load_pairs

if TYPE_CHECKING:
    from numerics.gap import EmbeddingGeometry

__all__ = ["COMMANDS", "gap", "measure"]

ARGUMENTS = ("IMAGES.npy", "TEXTS.npy")
T = TypeVar("T")
Recall = dict[str, dict[int, float]]


@click.command()
@click.argument("images", metavar="IMAGES.npy")
@click.argument("texts", metavar="[TEXTS.npy]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
@click.option("--figures", metavar="DIR", help="Write figures (PDF and PNG) to DIR.")
def gap(images: str, texts: str | None, as_json: bool, figures: str | None) -> None:
    """Measure the modality gap and the geometry of paired embeddings.

    IMAGES.npy and TEXTS.npy hold floating-point arrays (N, h); row i of both is a pair. One file of shape (2, N, h)
    may stand for both. Rows are normalised first. Angles are in degrees.
    """
    folder = None if figures is None else _folder(figures)
    x, y = load_pairs(images, texts)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        geometry, recalls = _with_status("measuring …", lambda: measure(x, y))
    notes = list(dict.fromkeys(str(w.message) for w in caught))
    if geometry.few_rows:
        notes.append(
            f"N = {geometry.pairs} rows in dimension h = {geometry.dim}: where N <= h, ranks, shared dimension and "
            "principal angles say little about the population"
        )
    for note in notes:
        click.echo(f"modgap: warning: {note}", err=True)
    if folder is not None:
        from paper_checks.gap_figures import write_figures

        written = _with_status("drawing …", lambda: write_figures(x, y, geometry, folder))
        click.echo("modgap: wrote " + ", ".join(str(path) for path in written), err=True)
    if as_json:
        click.echo(json.dumps(document(geometry, recalls), indent=2, allow_nan=False))
    else:
        _print_table(geometry, recalls)


COMMANDS = [gap]


def measure(x: Any, y: Any) -> tuple[EmbeddingGeometry, Recall]:
    """Return the geometry and the recalls of paired embeddings."""
    from numerics.gap import embedding_geometry
    from numerics.retrieval import recall

    return embedding_geometry(x, y, names=ARGUMENTS), recall(x, y, names=ARGUMENTS)


def document(geometry: EmbeddingGeometry, recalls: Recall) -> dict[str, Any]:
    """Return the JSON document: the figures of `EmbeddingGeometry` and the recalls, null for what is undefined."""
    return _jsonable({**asdict(geometry), "recall": recalls})


def _folder(path: str, option: str = "--figures") -> Path:
    folder, expected = Path(path), "a folder that can be written to"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(option, f"'{path}' ({error.strerror})", expected) from None
    if not os.access(folder, os.W_OK):
        raise InputError(option, f"'{path}' (not writable)", expected)
    return folder


def _jsonable(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_jsonable(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _with_status(message: str, work: Callable[[], T]) -> T:
    """Do the work, with a spinner on stderr if that is a terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    with console.status(message) if console.is_terminal else nullcontext():
        return work()


def _print_table(geometry: EmbeddingGeometry, recalls: Recall) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{geometry.pairs} pairs in dimension {geometry.dim}", show_header=False)
    for name, value in _rows(geometry, recalls):
        table.add_row(name, value)
    Console().print(table)


def _rows(geometry: EmbeddingGeometry, recalls: Recall) -> list[tuple[str, str]]:
    g, angles = geometry, geometry.principal_angles_degrees
    undefined = "undefined: a mean vanishes"
    return [
        ("modality gap", undefined if math.isnan(g.gap_degrees) else f"{g.gap_degrees:.2f}°"),
        ("distance of the means", f"{g.gap_l2:.4f}"),
        ("cosine, paired", f"{g.paired_cosine:.4f}"),
        ("cosine, unpaired", f"{g.unpaired_cosine:.4f}"),
        ("cosine, image to image", f"{g.image_image_cosine:.4f}"),
        ("cosine, text to text", f"{g.text_text_cosine:.4f}"),
        ("principal angles", f"{len(angles)}, from {angles[0]:.2f}° to {angles[-1]:.2f}°"),
        ("shared dimension", str(g.shared_dimension)),
        ("effective rank, image / text", f"{g.effective_rank.image:.1f} / {g.effective_rank.text:.1f}"),
        ("vMF concentration, image / text", f"{g.vmf_concentration.image:.1f} / {g.vmf_concentration.text:.1f}"),
        *(
            (f"recall at {', '.join(map(str, shares))}, {direction.replace('_', ' ')}", _join(shares))
            for direction, shares in recalls.items()
        ),
    ]


def _join(shares: dict[int, float]) -> str:
    return ", ".join(f"{share:.3f}" for share in shares.values())
