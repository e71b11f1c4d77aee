"""Tables 1 to 3 of the paper, measured: beside each figure reported stands the one measured, or an empty cell.

An empty cell is named below the table, with what is missing. A reported figure never stands in place of a measurement.
"""

from __future__ import annotations

import json
from pathlib import Path

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.bootstrap import Interval
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.io.console import jsonable
from modgap.paper_checks.io.encoded import Encoded, encoded_folder, load_encoded
from modgap.paper_checks.io.whole import write_whole
from modgap.paper_checks.measured.layout import SEED, Measured, csv_table, document, latex_table, text_table
from modgap.paper_checks.measured.pairs import require_root
from modgap.paper_checks.measured.reported import TABLES, Row
from modgap.paper_checks.measured.scores import scores

__all__ = ["measure_table", "write_table"]


def measure_table(name: str, folder: str | None) -> list[Measured]:
    """Measure every row of a table for which encoded data are at hand.

    Parameters
    ----------
    name : str
        A key of `paper_checks.measured.reported.TABLES`.
    folder : str, optional
        ``DIR`` of ``DIR/<data set>/<model>/``.

    Raises
    ------
    InputError
        If there is no such folder, or a file in it is not of the right form.
    """
    root = None if folder is None else require_root(folder)
    opened: dict[tuple[str, str], Encoded | str] = {}
    out = []
    for row in TABLES[name].rows:
        key = (row.data_set, row.model)
        if key not in opened:
            opened[key] = _open(root, *key)
        encoded = opened[key]
        out.append(Measured(row, missing=encoded) if isinstance(encoded, str) else _measure(row, encoded))
    return out


def _open(root: Path | None, data_set: str, model: str) -> Encoded | str:
    if root is None:
        made = f"modgap encode {data_set} --root <folder of the data set> --model {model} --pretrained openai --out DIR"
        return f"{data_set} by {model}: no --data folder was given; `{made}` makes what --data DIR then fills it from"
    try:
        return load_encoded(encoded_folder(root, data_set, model))
    except MissingDataError as error:
        return f"{data_set} by {model}: {error}"


def _measure(row: Row, encoded: Encoded) -> Measured:
    figures: dict[str, list[Interval] | None] = {}
    reasons = []
    for column, seed in (("measured", None), ("held out", SEED)):
        try:
            figures[column] = scores(encoded, row.method, seed)
        except InputError as error:
            figures[column] = None
            reasons.append(f"{row.data_set} by {row.model}, {row.method}, {column}: {error}")
    images, pretrained = len(encoded.images), encoded.manifest["pretrained"]
    return Measured(row, figures["measured"], figures["held out"], "; ".join(reasons) or None, images, pretrained)


def write_table(name: str, folder: str | None, out: Path) -> tuple[list[Path], list[Measured]]:
    """Measure a table and write it as .txt, .tex, .csv and .json to a folder; all or none."""
    lines = measure_table(name, folder)
    texts = {
        "txt": text_table(name, lines) + "\n",
        "tex": latex_table(name, lines),
        "csv": csv_table(name, lines),
        "json": json.dumps(jsonable(document(name, lines)), indent=2, ensure_ascii=False, allow_nan=False) + "\n",
    }
    return write_whole({out / f"{name}.{suffix}": text.encode() for suffix, text in texts.items()}), lines
