"""`modgap encode`: the images and captions, or classes, of a data set through a CLIP model, into .npy files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.encoded import DATA_SETS

__all__ = ["COMMANDS", "encode"]


@click.command()
@click.argument("data_set", metavar="DATASET")
@click.option("--root", required=True, metavar="DIR", help="Folder of the data set, in its published layout.")
@click.option("--model", default="ViT-B-32", show_default=True, metavar="NAME",
              help="A model of open_clip, like ViT-B-32, ViT-B-16, ViT-L-14.")  # fmt: skip
@click.option("--pretrained", default="openai", show_default=True, metavar="TAG",
              help="Weights: a tag of open_clip, or a file.")  # fmt: skip
@click.option("--quick-gelu", is_flag=True, help="The weights of that file need QuickGELU, as OpenAI's do.")
@click.option("--out", required=True, metavar="DIR", help="Write to DIR/DATASET/NAME.")
@click.option("--batch-size", type=int, default=64, show_default=True, metavar="N", help="Images or texts at a time.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True)
@click.option("--limit", type=int, metavar="N", help="Encode only the first N images.")
def encode(
    data_set: str,
    root: str,
    model: str,
    pretrained: str,
    quick_gelu: bool,
    out: str,
    batch_size: int,
    device: str,
    limit: int | None,
) -> None:
    """Encode a data set with a CLIP model: images, and captions or class prompts, as unit rows.

    DATASET is one of mscoco-karpathy-test, mscoco-val2017, cifar10, cifar100 (their test sets), imagenet-1k-val. An
    interrupted run goes on where it stopped when the same command is given again. Needs what the extra `clip` brings.
    """
    if data_set not in DATA_SETS:
        raise InputError("DATASET", f"'{data_set}'", f"one of {', '.join(DATA_SETS)}")
    # Before pictures are looked for and a model is loaded.
    if batch_size < 1:
        raise InputError("--batch-size", str(batch_size), "an integer >= 1")
    from modgap.paper_checks.encoding.datasets import read_data_set
    from modgap.paper_checks.encoding.encoder import load_encoder
    from modgap.paper_checks.encoding.run import encode as run
    from modgap.paper_checks.io.encoded import encoded_folder

    there = encoded_folder(out, data_set, model).exists()
    data = read_data_set(data_set, Path(root), limit)
    encoder = load_encoder(model, pretrained, device, quick_gelu)
    folder = _with_progress(lambda progress: run(data, encoder, Path(out), batch_size, progress))
    click.echo(f"modgap: {f'{folder} is there already' if there else f'wrote {folder}'}", err=True)


def _with_progress(work: Callable[[Callable[[str, int, int], None]], Path]) -> Path:
    """Do the work, with one bar a stage on stderr if that is a terminal."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TextColumn("left:"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total, completed=done)
            bars.update(tasks[what], completed=done)

        return work(show)


COMMANDS = [encode]
