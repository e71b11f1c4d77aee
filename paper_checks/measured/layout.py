"""How the tables are laid out: plain text, LaTeX, CSV and JSON of the same rows."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from typing import Any

from modgap.numerics.embeddings.bootstrap import Interval
from modgap.paper_checks.measured.reported import SOURCE, TABLES, Row

__all__ = ["SEED", "Measured", "csv_table", "document", "latex_table", "text_table"]

SEED = 0
#: What the names of rows mean in print.
METHOD_NAMES = {"clip": "CLIP", "translation": "translation", "removal": "removal", "ssp": "SSP"}
DATA_NAMES = {
    "cifar10": "CIFAR-10",
    "cifar100": "CIFAR-100",
    "imagenet-1k-val": "ImageNet-1K",
    "mscoco-karpathy-test": "MSCOCO (Karpathy test)",
}
CSV_HEAD = ["table", "data_set", "model", "method", "quantity", "unit", "reported", "measured", "held_out",
            "measured_low", "measured_high", "held_out_low", "held_out_high", "missing"]  # fmt: skip
COLUMNS = ("reported", "measured", "held out")
NOTES = (
    SOURCE,
    "measured: fitted to the pairs that it is measured on; zero-shot pairs are an image and its class, retrieval pairs "
    "an image and each of its captions",
    f"held out: fitted to a random half of the images and measured on the other half (seed {SEED}); of retrieval the "
    "gallery is that half, so that its recalls are higher than those of the whole",
    "translation: by λ(μ_y − μ_x), λ the least of two decimals whose gap is below that of SSP; removal: of as many "
    "coordinates as SSP leaves dimensions out, those first in which the means differ most (section D.1 of the print)",
    "prompts: for CIFAR OpenAI's 18, for ImageNet its 80; captions as they are",
    "95 % bootstrap intervals of what is measured, over the images, are in the .csv and the .json",
)


@dataclass(frozen=True)
class Measured:
    """A row of a table and what was measured of it; None where it could not be, with the reason."""

    row: Row
    measured: list[Interval] | None = None
    held_out: list[Interval] | None = None
    missing: str | None = None
    images: int | None = None
    pretrained: str | None = None


def _figures(line: Measured, index: int) -> tuple[float | None, ...]:
    """Return what is reported, measured and held out of one quantity of a row."""
    found = (None if f is None else float(f[index].estimate) for f in (line.measured, line.held_out))
    return (line.row.reported[index], *found)


def _intervals(line: Measured, index: int) -> tuple[list[float] | None, ...]:
    """Return the intervals of what was measured and held out of one quantity of a row."""
    return tuple(
        None if f is None else [float(f[index].low), float(f[index].high)] for f in (line.measured, line.held_out)
    )


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return "undefined" if math.isnan(value) else f"{value:.2f}"


def missing_notes(lines: list[Measured]) -> list[str]:
    """Return why cells are empty, each reason once."""
    return list(dict.fromkeys(f"empty: {line.missing}" for line in lines if line.missing is not None))


def text_table(name: str, lines: list[Measured]) -> str:
    """Return the table in plain text, with its notes."""
    table = TABLES[name]
    heads = ["data set", "method", *(f"{column}" for _ in table.quantities for column in COLUMNS)]
    body = [
        [DATA_NAMES[line.row.data_set], METHOD_NAMES[line.row.method],
         *(_cell(v) for k in range(len(table.quantities)) for v in _figures(line, k))]
        for line in lines
    ]  # fmt: skip
    widths = [max(len(row[k]) for row in [heads, *body]) for k in range(len(heads))]
    groups = [_width(widths[:2]), *(_width(widths[2 + 3 * k : 5 + 3 * k]) for k in range(len(table.quantities)))]
    titles = ["", *(f"{quantity} ({_unit(unit)})" for quantity, unit in table.quantities)]
    top = "  ".join(title.center(width) for title, width in zip(titles, groups, strict=True))
    rule = "-" * _width(widths)
    rows = ["  ".join(_aligned(row, widths)) for row in [heads, *body]]
    notes = [*NOTES, *missing_notes(lines)]
    return "\n".join([f"{name}. {table.title}", "", top.rstrip(), rows[0], rule, *rows[1:], "", *notes])


def _aligned(row: list[str], widths: list[int]) -> list[str]:
    return [c.ljust(w) if k < 2 else c.rjust(w) for k, (c, w) in enumerate(zip(row, widths, strict=True))]


def _width(widths: list[int]) -> int:
    return sum(widths) + 2 * (len(widths) - 1)


def _unit(unit: str) -> str:
    return "°" if unit == "degrees" else unit


def latex_table(name: str, lines: list[Measured]) -> str:
    r"""Return the table in LaTeX (booktabs), the notes as comments above it."""
    table = TABLES[name]
    count = len(table.quantities)
    head = " & ".join(rf"\multicolumn{{3}}{{c}}{{{_tex(q)} ({_tex(_unit(u))})}}" for q, u in table.quantities)
    rules = "".join(rf"\cmidrule(lr){{{3 + 3 * k}-{5 + 3 * k}}}" for k in range(count))
    body = [
        " & ".join(
            [_tex(DATA_NAMES[line.row.data_set]), _tex(METHOD_NAMES[line.row.method])]
            + [_cell(v) for k in range(count) for v in _figures(line, k)]
        )
        + r" \\"
        for line in lines
    ]
    return "\n".join([
        *(f"% {note}" for note in [*NOTES, *missing_notes(lines)]),
        rf"\begin{{tabular}}{{ll{'rrr' * count}}}",
        r"\toprule",
        rf" & & {head} \\",
        rules,
        " & ".join(["data set", "method", *(list(COLUMNS) * count)]) + r" \\",
        r"\midrule",
        *body,
        r"\bottomrule",
        r"\end{tabular}",
        "",
    ])  # fmt: skip


def _tex(text: str) -> str:
    return text.replace("%", r"\%").replace("→", r"$\to$").replace("°", r"$^\circ$")


def csv_table(name: str, lines: list[Measured]) -> str:
    """Return the table as CSV, one line a figure."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_HEAD)
    for line in lines:
        row = line.row
        for k, (quantity, unit) in enumerate(TABLES[name].quantities):
            ends = [end for interval in _intervals(line, k) for end in (interval or (None, None))]
            cells = ["" if v is None else repr(v) for v in (*_figures(line, k), *ends)]
            start = [name, row.data_set, row.model, row.method, quantity, unit]
            writer.writerow([*start, *cells, line.missing or ""])
    return out.getvalue()


def document(name: str, lines: list[Measured]) -> dict[str, Any]:
    """Return the table as JSON values, null for what is not reported or not measured."""
    table = TABLES[name]
    rows = [
        {
            "data_set": line.row.data_set,
            "model": line.row.model,
            "pretrained": line.pretrained,
            "images": line.images,
            "method": line.row.method,
            "missing": line.missing,
            **{
                quantity: {
                    **dict(zip(("reported", "measured", "held_out"), _figures(line, k), strict=True)),
                    **dict(zip(("measured_interval", "held_out_interval"), _intervals(line, k), strict=True)),
                }
                for k, (quantity, _) in enumerate(table.quantities)
            },
        }
        for line in lines
    ]
    units = dict(table.quantities)
    return {"table": name, "title": table.title, "units": units, "seed": SEED, "notes": NOTES, "rows": rows}
