"""What commands share: status and progress on a terminal, warnings, folders, JSON values."""

from __future__ import annotations

import math
import os
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from modgap.numerics.checks import InputError

if TYPE_CHECKING:
    from rich.table import Table

__all__ = [
    "ARGUMENTS",
    "collected_warnings",
    "counted",
    "each_with_progress",
    "jsonable",
    "nested",
    "output_folder",
    "print_table",
    "say_written",
    "told",
    "warn",
    "with_progress",
    "with_status",
    "writable_folder",
]

#: What messages call the two files of embeddings.
ARGUMENTS = ("IMAGES.npy", "TEXTS.npy")
T = TypeVar("T")


def counted(number: int, what: str) -> str:
    """Return '1 claim', '2 claims'."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def print_table(table: Table, **options: Any) -> None:
    """Print a table; a pipe has no width to fit into, a terminal folds what is long."""
    from rich.console import Console

    Console(width=None if Console().is_terminal else 240, **options).print(table)


def with_status(message: str, work: Callable[[], T]) -> T:
    """Do the work, with a spinner on stderr if that is a terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    with console.status(message) if console.is_terminal else nullcontext():
        return work()


def with_progress(message: str, work: Callable[[Callable[[int, int], None] | None], T]) -> T:
    """Do the work, which reports what is done and of how much, with a bar on stderr if that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    if not console.is_terminal:
        return work(None)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(message)
        return work(lambda done, total: progress.update(task, completed=done, total=total))


def each_with_progress(
    message: str,
    work: Callable[[Any], dict[str, Any]],
    items: Sequence[Any],
    jobs: int,
    lines: bool,
    line: Callable[[dict[str, Any]], str],
) -> list[dict[str, Any]]:
    """Work on items in processes; return the results in the order of the items.

    On a terminal there is a bar on stderr; with `lines` a line for each result, as soon as it is there.
    """
    from modgap.theory.verification.workers import each

    found: dict[Any, dict[str, Any]] = {}
    with told(message, len(items), lines) as tell:
        for item, result in each(work, items, jobs):
            found[item] = result
            tell(line(result))
    return [found[item] for item in items]


@contextmanager
def told(message: str, total: int, lines: bool) -> Iterator[Callable[[str], None]]:
    """Give a function that tells on stderr of each thing done: by a line, or on a terminal by a bar."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    if lines:
        yield lambda what: click.echo(what, err=True)
    elif not console.is_terminal:
        yield lambda _: None
    else:
        with Progress(*Progress.get_default_columns()[:2], MofNCompleteColumn(), TextColumn("{task.fields[last]}"),
                      console=console, transient=True) as bar:  # fmt: skip
            task = bar.add_task(message, total=total, last="")
            yield lambda what: bar.update(task, advance=1, last=what)


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Collect the messages of warnings, each once, into the list that it gives; complete when it is left."""
    notes: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield notes
    notes.extend(dict.fromkeys(str(w.message) for w in caught))


def warn(notes: Iterable[str]) -> None:
    """Print each note as a warning on stderr."""
    for note in notes:
        click.echo(f"modgap: warning: {note}", err=True)


def writable_folder(path: str, option: str) -> Path:
    """Return the folder, made if need be, or raise `InputError` in the name of the option."""
    folder, expected = Path(path), "a folder that can be written to"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(option, f"'{path}' ({error.strerror})", expected) from None
    if not os.access(folder, os.W_OK):
        raise InputError(option, f"'{path}' (not writable)", expected)
    return folder


@contextmanager
def output_folder(path: str, option: str) -> Iterator[Path]:
    """Give a folder to write to, made if need be; what was made for nothing goes again.

    Raises
    ------
    InputError
        In the name of the option, if the folder, or in the block a file of it, cannot be written.
    """
    folder = Path(path)
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        yield writable_folder(path, option)
    except BaseException as error:
        for place in made:
            # One that holds something stays, and so do those above it.
            with suppress(OSError):
                place.rmdir()
        if isinstance(error, InputError) and error.argument == "--out" != option:
            raise InputError(option, error.got, error.expected) from None
        raise


def say_written(written: Iterable[Path], before: Collection[Path] = ()) -> None:
    """Say on stderr which files were written, and which of them took the place of `before`."""
    for what, paths in (
        ("wrote", [path for path in written if path not in before]),
        ("replaced", [path for path in written if path in before]),
    ):
        if paths:
            click.echo(f"modgap: {what} {', '.join(map(str, paths))}", err=True)


def jsonable(value: Any) -> Any:
    """Return the value for `json.dumps`: keys as text, arrays as lists, null for what is no finite number."""
    if isinstance(value, dict):
        return {str(key): jsonable(item) for key, item in value.items()}
    if hasattr(value, "tolist"):
        return jsonable(value.tolist())
    if isinstance(value, list | tuple):
        return [jsonable(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def nested(flat: dict[str, T]) -> dict[str, Any]:
    """Return the values of names that are joined by dots as dictionaries within each other."""
    out: dict[str, Any] = {}
    for name, value in flat.items():
        *parents, last = name.split(".")
        inner = out
        for parent in parents:
            inner = inner.setdefault(parent, {})
        inner[last] = value
    return out
