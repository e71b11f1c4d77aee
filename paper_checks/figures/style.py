"""The house style of all figures: one palette, one set of fonts and lines, and files that depend on the input alone."""

from __future__ import annotations

import io
import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.figure import Figure

from modgap.paper_checks.io.console import jsonable
from modgap.paper_checks.io.whole import write_whole

__all__ = ["COLOURS", "FULL_WIDTH", "HALF_WIDTH", "house_style", "label_panels", "write_figure"]

# Okabe and Ito's colours, told apart by every common kind of colour vision; lines differ by their dashes too.
BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
BLUE, VERMILION, PURPLE, GREY = "#0072B2", "#D55E00", "#CC79A7", "#999999"
#: What has which colour in every figure.
COLOURS = {"image": BLUE, "text": VERMILION, "paired": GREEN, "unpaired": BLACK, "null": GREY, "moved": PURPLE}

#: Inches: one and two columns of a journal.
HALF_WIDTH, FULL_WIDTH = 3.5, 7.2

STYLE: Any = {
    "font.family": "DejaVu Sans",
    "mathtext.fontset": "dejavusans",
    "font.size": 7.5,
    "axes.titlesize": 8,
    "axes.labelsize": 7.5,
    "legend.fontsize": 7,
    "xtick.labelsize": 7,
    "ytick.labelsize": 7,
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.minor.width": 0.4,
    "ytick.minor.width": 0.4,
    "lines.linewidth": 1.2,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "legend.frameon": False,
    "pdf.fonttype": 42,
    "savefig.dpi": 300,
}
# Without a date the same input gives the same bytes.
METADATA: dict[str, Any] = {"pdf": {"CreationDate": None}, "png": None}


def house_style() -> AbstractContextManager[None]:
    """Return the context in which every figure is drawn and written."""
    return matplotlib.rc_context(STYLE)


def label_panels(axes: list[Any]) -> None:
    """Put a bold letter at the upper left of each panel, in order."""
    for letter, panel in zip("abcdefghijkl", axes, strict=False):
        # A three-dimensional axis places text by three coordinates, and by two with text2D.
        place = getattr(panel, "text2D", panel.text)
        place(-0.02, 1.04, letter, transform=panel.transAxes, ha="right", va="bottom", weight="bold", size=9)


def write_figure(figure: Figure, folder: Path, name: str, record: dict[str, Any] | None = None) -> list[Path]:
    """Write a figure as PDF and PNG, and what it shows as JSON beside them; all or none.

    Parameters
    ----------
    figure : Figure
        Drawn within `house_style`.
    folder : Path
        An existing folder.
    name : str
        The files' name without a suffix.
    record : dict, optional
        Caption, data, seed and figures: JSON values.

    Returns
    -------
    list of Path
    """
    contents = {}
    with house_style():
        for suffix, metadata in METADATA.items():
            buffer = io.BytesIO()
            figure.savefig(buffer, format=suffix, metadata=metadata)
            contents[folder / f"{name}.{suffix}"] = buffer.getvalue()
    if record is not None:
        text = json.dumps(jsonable(record), indent=2, allow_nan=False, ensure_ascii=False) + "\n"
        contents[folder / f"{name}.json"] = text.encode()
    return write_whole(contents)
