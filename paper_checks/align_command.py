"""`modgap align`: the alignment methods on paired embeddings, with what they change, into an .npz file."""

from __future__ import annotations

import json
import math
import os
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import numpy as np
from numpy.typing import NDArray

from numerics.checks import InputError
from paper_checks.data import load_pairs
from paper_checks.gap_command import ARGUMENTS, _jsonable, _with_status

if TYPE_CHECKING:
    from numerics.align import Aligned, Fit

__all__ = ["COMMANDS", "align"]

METHODS = ("ssp", "rotation", "translation", "removal")
#: The options that a method takes; given to another one they are bad usage.
OPTIONS = {"ssp": ("variance", "epsilon", "components"), "rotation": ("variance",), "removal": ("count",)}
#: With fewer pairs than this in either part, a mean or a fit says nothing.
LEAST_PAIRS = 2


@click.command()
@click.argument("images", metavar="IMAGES.npy")
@click.argument("texts", metavar="[TEXTS.npy]", required=False)
@click.option("--method", required=True, type=click.Choice(METHODS), help="How to align.")
@click.option("--out", required=True, metavar="FILE.npz", help="Where to write the transformed pairs.")
@click.option("--variance", type=float, help="ssp, rotation: share of the squared singular values kept (default 0.99).")
@click.option("--epsilon", type=float, help="ssp: a direction is shared if its cosine exceeds 1 - EPSILON (0.001).")
@click.option("--components", type=int, help="ssp: keep only so many of the shared directions.")
@click.option("--count", type=int, help="removal: how many coordinates to leave out (default 1).")
@click.option("--fit", "share", type=float, help="Fit on this share of the pairs, drawn at random; report on the rest.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of that draw.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def align(
    images: str, texts: str | None, method: str, out: str, share: float | None, seed: int, as_json: bool, **given: Any
) -> None:
    """Align paired embeddings after training, and say what that does to gap and retrieval.

    IMAGES.npy and TEXTS.npy are as for `modgap gap`. FILE.npz gets the arrays `images` and `texts`, transformed (all
    pairs, rows of length 1), `fitted` (which of them the method was fitted to), `method` and what it kept. Without
    --fit the method is fitted to the pairs that it is evaluated on, which flatters it.
    """
    target = _target(out)
    options = _options(method, given)
    x, y = load_pairs(images, texts)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        fitted = _fitted_rows(len(x), len(y), share, seed)
        aligned, moved = _with_status("aligning …", lambda: _apply(method, options, x, y, fitted))
        held = fitted if share is None else ~fitted
        document = {
            "method": method,
            "options": options,
            "kept": _kept(aligned.fit),
            "pairs": len(x),
            "fitted_pairs": int(fitted.sum()),
            "evaluated_on": "the pairs it was fitted to" if share is None else "held-out pairs",
            "evaluated_pairs": int(held.sum()),
            "seed": None if share is None else seed,
            "before": _figures(x[held], y[held]),
            "after": _figures(moved[0][held], moved[1][held]),
        }
    for note in dict.fromkeys(str(w.message) for w in caught):
        click.echo(f"modgap: warning: {note}", err=True)
    _save(target, x.dtype, method, aligned.fit, moved, fitted)
    if as_json:
        click.echo(json.dumps(_jsonable(document), indent=2, allow_nan=False))
    else:
        _print_table(document)
    click.echo(f"modgap: wrote {target}", err=True)


COMMANDS = [align]


# --- bad usage -------------------------------------------------------------------------------------------------------


def _target(out: str) -> Path:
    path = Path(out)
    if path.suffix != ".npz":
        raise InputError("--out", f"'{out}'", "a file name that ends in .npz")
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise InputError("--out", f"'{out}'", "a file in a folder that exists and can be written to")
    return path


def _options(method: str, given: dict[str, Any]) -> dict[str, Any]:
    options = {name: value for name, value in given.items() if value is not None}
    for name in options:
        if name not in OPTIONS.get(method, ()):
            takers = ", ".join(m for m, names in OPTIONS.items() if name in names)
            raise InputError(f"--{name}", f"{options[name]} with --method {method}", f"the method {takers}")
    return options


def _fitted_rows(first: int, second: int, share: float | None, seed: int) -> NDArray[np.bool_]:
    """Return which pairs the method is fitted to; unequal files are told apart where the pairs are checked."""
    chosen = np.ones(first, dtype=bool)
    if share is None or first != second:
        return chosen
    count = round(share * first) if math.isfinite(share) else 0
    if not LEAST_PAIRS <= count <= first - LEAST_PAIRS:
        raise InputError(
            "--fit", f"{share:g} of {first} pairs", f"a share that leaves {LEAST_PAIRS} pairs on both sides"
        )
    if seed < 0:
        raise InputError("--seed", str(seed), "an integer of at least 0")
    chosen[np.random.default_rng(seed).permutation(first)[count:]] = False
    return chosen


# --- work ------------------------------------------------------------------------------------------------------------


def _apply(
    method: str, options: dict[str, Any], x: NDArray[Any], y: NDArray[Any], fitted: NDArray[np.bool_]
) -> tuple[Aligned[Any], tuple[NDArray[np.float64], NDArray[np.float64]]]:
    from numerics import align as methods
    from numerics.checks import paired_embeddings

    calls: dict[str, Callable[..., Aligned[Any]]] = {
        "ssp": methods.shared_space_projection,
        "rotation": methods.hyperplane_rotation,
        "translation": methods.translation,
        "removal": methods.removal,
    }
    paired_embeddings(x, y, ARGUMENTS)
    aligned = calls[method](x[fitted], y[fitted], **options, names=ARGUMENTS)
    return aligned, aligned.fit.transform(x, y, ARGUMENTS)


def _figures(x: NDArray[Any], y: NDArray[Any]) -> dict[str, Any]:
    """Return the gap in degrees, the mean cosine of pairs and of others, and the recalls."""
    from numerics.checks import paired_embeddings, unit_rows
    from numerics.gap import modality_gap
    from numerics.retrieval import recall

    first, second = (
        unit_rows(name, rows) for name, rows in zip(ARGUMENTS, paired_embeddings(x, y, ARGUMENTS), strict=True)
    )
    n, paired = len(first), float(np.einsum("ij,ij->", first, second)) / len(first)
    everyone = float(first.mean(axis=0) @ second.mean(axis=0))
    return {
        "gap_degrees": math.degrees(modality_gap(first, second, ARGUMENTS)),
        "paired_cosine": paired,
        "unpaired_cosine": (n * everyone - paired) / (n - 1),
        "recall": recall(first, second, names=ARGUMENTS),
    }


def _arrays(fit: Fit) -> dict[str, NDArray[Any]]:
    """Return what a fit kept, as arrays by name."""
    return {name: np.asarray(value) for name, value in vars(fit).items()}


def _kept(fit: Fit) -> dict[str, Any]:
    """Return what a fit kept in short: numbers as they are, of a matrix its shape."""
    return {
        name: array.tolist() if array.ndim == 0 or array.dtype.kind == "i" else {"shape": list(array.shape)}
        for name, array in _arrays(fit).items()
    }


def _save(
    target: Path,
    dtype: np.dtype[Any],
    method: str,
    fit: Fit,
    moved: tuple[NDArray[np.float64], NDArray[np.float64]],
    fitted: NDArray[np.bool_],
) -> None:
    """Write the file whole or not at all: under another name in the same folder, then renamed.

    Embeddings come in single precision unless the input had double. Nothing is pickled.
    """
    kind = np.float64 if dtype.itemsize >= 8 else np.float32
    images, texts = (rows.astype(kind) for rows in moved)
    arrays: dict[str, Any] = {"images": images, "texts": texts, "fitted": fitted, "method": np.array(method)}
    arrays |= _arrays(fit)
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            try:
                np.savez(file, **arrays)
                file.flush()
                os.fsync(file.fileno())
                os.chmod(file.name, 0o666 & ~_umask())
                os.replace(file.name, target)
            except BaseException:
                os.unlink(file.name)
                raise
    except OSError as error:
        raise InputError("--out", f"'{target}' ({error.strerror})", "a file that can be written") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


# --- the table -------------------------------------------------------------------------------------------------------


def _print_table(document: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    where = f"{document['evaluated_pairs']} pairs: {document['evaluated_on']}"
    table = Table("", "before", "after", title=f"{document['method']}, fitted to {document['fitted_pairs']}; {where}")
    before, after = document["before"], document["after"]
    for title, name, form in (
        ("modality gap", "gap_degrees", "{:.2f}°"),
        ("cosine, paired", "paired_cosine", "{:.4f}"),
        ("cosine, unpaired", "unpaired_cosine", "{:.4f}"),
    ):
        table.add_row(title, *("undefined" if math.isnan(f[name]) else form.format(f[name]) for f in (before, after)))
    for direction, shares in before["recall"].items():
        cells = (" / ".join(f"{s:.3f}" for s in f["recall"][direction].values()) for f in (before, after))
        table.add_row(f"recall at {'/'.join(map(str, shares))}, {direction.replace('_to_', ' → ')}", *cells)
    for name, value in document["kept"].items():
        shown = " × ".join(map(str, value["shape"])) if isinstance(value, dict) else str(value)
        table.add_row(f"kept: {name.replace('_', ' ')}", "", shown)
    Console().print(table)
