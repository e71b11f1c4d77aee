"""`modgap train`: a small CLIP of one's own, from pictures and their names to embeddings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.console import jsonable, output_folder

if TYPE_CHECKING:
    from modgap.paper_checks.training.pictures import Pictures
    from modgap.paper_checks.training.settings import Settings

__all__ = ["COMMANDS", "train"]


@click.command()
@click.option("--data", "sources", multiple=True, metavar="SOURCE", default=("material",), show_default=True,
              help="Pictures and names: material, remix, phosphor, fontawesome, elusive, codicons, emoji; may be "
              "repeated. Or, with --root, mscoco-val2017 or mscoco-karpathy-test.")  # fmt: skip
@click.option("--root", metavar="DIR", help="Folder of MSCOCO, in its published layout.")
@click.option("--emoji-font", metavar="FILE", help="Colour emoji font, if not where Debian has it.")
@click.option("--out", required=True, metavar="DIR", help="Gets model, embeddings and record; a run goes on there.")
@click.option("--dim", type=int, metavar="H", default=64, show_default=True, help="Embedding dimension.")
@click.option("--temperature", type=float, metavar="T", default=0.07, show_default=True, help="Of the loss.")
@click.option("--learn-temperature", is_flag=True, help="Learn it from there, not below 0.01.")
@click.option("--constraint", default="none", show_default=True, metavar="none|cone|hyperplanes",
              help="What holds the embeddings.")  # fmt: skip
@click.option("--cone", "cone_degrees", type=float, metavar="DEG", help="Half angle of the cones.")
@click.option("--angle", "angle_degrees", type=float, metavar="DEG", help="Angle of the hyperplanes.")
@click.option("--free-angle", is_flag=True, help="Learn the angle of the hyperplanes from there.")
@click.option("--start-gap", type=float, metavar="DEG", help="Turn the cones of the start to this angle.")
@click.option("--noise", type=float, metavar="R", default=0.0, show_default=True,
              help="Share of pairs whose text is drawn anew.")  # fmt: skip
@click.option("--loss", default="infonce", show_default=True, metavar="infonce|sigmoid")
@click.option("--epochs", type=int, metavar="N", default=40, show_default=True, help="Passes over the pairs.")
@click.option("--batch", type=int, metavar="B", default=512, show_default=True, help="Pairs in a step.")
@click.option("--width", type=int, metavar="N", default=24, show_default=True, help="Of the image tower.")
@click.option("--rate", type=float, default=4e-3, show_default=True, help="Largest step length of Adam.")
@click.option("--size", type=int, metavar="PIXELS", default=24, show_default=True, help="Of the pictures.")
@click.option("--held-out", type=int, metavar="N", default=1000, show_default=True, help="Pairs kept for measuring.")
@click.option("--seed", type=int, metavar="S", default=0, show_default=True, help="Of split, start and order.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def train(
    sources: tuple[str, ...],
    root: str | None,
    emoji_font: str | None,
    out: str,
    device: str,
    as_json: bool,
    **values: Any,
) -> None:
    """Train two small towers, one for pictures and one for texts, by the contrastive loss.

    The pictures are those of icon fonts or emoji, which the extra `train` brings, each with its name; some
    are held out. DIR gets training-images.npy, training-texts.npy, held-out-images.npy, held-out-texts.npy, the model
    (checkpoint.npz) and run.json with settings and what was seen. An interrupted run goes on at its last epoch when
    the same command is given again, and on one CPU ends in the same bytes. With the defaults about two minutes.
    """
    from modgap.numerics.contrastive.optimize import resolve_device
    from modgap.paper_checks.training.run import train as run
    from modgap.paper_checks.training.settings import Settings

    settings = Settings(**values)
    pictures = _pictures(sources, root, emoji_font, settings.size)
    there = resolve_device(device)
    with output_folder(out, "--out") as place:
        found = _with_progress(settings, lambda progress: run(pictures, settings, place, there, progress))
    last = found.record["history"][-1]
    if as_json:
        click.echo(json.dumps(jsonable(found.record), indent=2, allow_nan=False))
    else:
        _print(last, pictures, settings)
    click.echo(f"modgap: {found.folder} holds the run", err=True)


COMMANDS = [train]


def _pictures(sources: tuple[str, ...], root: str | None, emoji_font: str | None, size: int) -> Pictures:
    from modgap.paper_checks.encoding.datasets import read_data_set
    from modgap.paper_checks.encoding.sources import Captioned
    from modgap.paper_checks.training.pictures import of_images, read_pictures

    if root is None:
        return read_pictures(sources, size, None if emoji_font is None else Path(emoji_font))
    if len(sources) != 1:
        raise InputError("--data", " ".join(sources), "one data set with --root")
    found = read_data_set(sources[0], Path(root))
    if not isinstance(found, Captioned):
        raise InputError("--data", f"'{sources[0]}', which has classes", "a data set with captions")
    first: dict[int, str] = {}
    for owner, caption in zip(found.owner, found.captions, strict=True):
        first.setdefault(owner, caption)
    images = {row: found.images[row].read for row in first}
    return of_images(images.values(), first.values(), size, found.name)


def _with_progress(settings: Settings, work: Any) -> Any:
    """Do the work with a bar on stderr if that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as bars:
        task = bars.add_task("training …", total=settings.epochs)

        def show(epoch: int, seen: dict[str, float]) -> None:
            recall = seen["held-out/text_to_image"]
            bars.update(task, completed=epoch, description=f"epoch {epoch}: R@1 held out {recall:.3f}")

        return work(show)


def _print(seen: dict[str, Any], pictures: Pictures, settings: Settings) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{len(pictures.texts)} pairs, {settings.held_out} of them held out, h = {settings.dim}",
                  caption=f"of {settings.held_out} pairs of either part; seed {settings.seed}")  # fmt: skip
    for heading in ("", "training", "held out"):
        table.add_column(heading)
    for name, key, form in _ROWS:
        cells = (seen[f"{part}/{key}"] for part in ("training", "held-out"))
        table.add_row(name, *("undefined: a mean vanishes" if cell is None else f"{cell:{form}}" for cell in cells))
    for key in ("temperature", "angle_degrees"):
        if key in seen:
            table.add_row(key.replace("_degrees", " (degrees)"), f"{seen[key]:.4g}", "")
    Console().print(table)


_ROWS = (
    ("L_N − 2 log N", "loss_minus_2logN", ".3f"),
    ("above Theorem 1's bound", "excess", ".3f"),
    ("modality gap (degrees)", "gap_degrees", ".2f"),
    ("length of the image mean", "image_mean", ".3f"),
    ("length of the text mean", "text_mean", ".3f"),
    ("cosine, paired", "paired_cosine", ".3f"),
    ("recall at 1, image to text", "image_to_text", ".3f"),
    ("recall at 1, text to image", "text_to_image", ".3f"),
)
