"""What the print reports in its tables, to compare with and never to stand in for a measurement.

The figures are those of tables 1 to 3 of arXiv 2510.03268v2 (Yi, Douady and Chen), all columns of them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SOURCE", "TABLES", "Row", "Table"]

SOURCE = "reported: tables 1 to 3 of the print, arXiv 2510.03268v2"

#: The quantities of a row, in the order of the columns, with their units.
ZERO_SHOT = (("gap", "degrees"), ("R@1", "%"), ("R@5", "%"))
RETRIEVAL = (
    ("gap", "degrees"),
    *((f"R@{k} {way}", "%") for way in ("image→text", "text→image") for k in (1, 5, 10)),
)


@dataclass(frozen=True)
class Row:
    """One row: a method on a data set, and what the print reports of it."""

    data_set: str
    model: str
    method: str
    reported: tuple[float | None, ...]


@dataclass(frozen=True)
class Table:
    """A table of the print: its title, its quantities and its rows."""

    title: str
    quantities: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def _rows(data_set: str, model: str, **reported: tuple[float | None, ...]) -> tuple[Row, ...]:
    return tuple(Row(data_set, model, method, figures) for method, figures in reported.items())


TABLES = {
    "table1": Table(
        "Zero-shot classification, CLIP ViT-B/32",
        ZERO_SHOT,
        _rows(
            "cifar10",
            "ViT-B-32",
            clip=(74.69, 89.00, 99.36),
            translation=(7.02, 80.97, 96.09),
            removal=(72.50, 14.91, 56.22),
            ssp=(5.37, 86.43, 99.27),
        )
        + _rows(
            "cifar100",
            "ViT-B-32",
            clip=(74.19, 65.23, 88.88),
            translation=(30.50, 54.46, 77.25),
            removal=(73.16, 6.44, 16.82),
            ssp=(30.39, 64.51, 88.79),
        )
        + _rows(
            "imagenet-1k-val",
            "ViT-B-32",
            clip=(71.02, 63.34, 88.82),
            translation=(51.68, 60.37, 86.93),
            removal=(69.71, 49.50, 78.55),
            ssp=(50.40, 62.45, 88.41),
        ),
    ),
    "table2": Table(
        "Zero-shot classification, CLIP ViT-L/14",
        ZERO_SHOT,
        _rows(
            "cifar10",
            "ViT-L-14",
            clip=(77.63, 95.12, 99.46),
            translation=(14.73, 92.39, 98.97),
            removal=(79.36, 12.23, 62.33),
            ssp=(13.27, 95.12, 99.46),
        )
        + _rows(
            "cifar100",
            "ViT-L-14",
            clip=(77.13, 78.44, 94.02),
            translation=(38.68, 71.13, 87.56),
            removal=(80.71, 9.57, 23.64),
            ssp=(37.73, 77.72, 93.99),
        )
        + _rows(
            "imagenet-1k-val",
            "ViT-L-14",
            clip=(77.29, 75.56, 94.58),
            translation=(62.61, 74.05, 94.10),
            removal=(76.84, 67.04, 89.76),
            ssp=(62.40, 75.26, 94.51),
        ),
    ),
    "table3": Table(
        "Retrieval on MSCOCO, CLIP ViT-L/14",
        RETRIEVAL,
        _rows(
            "mscoco-karpathy-test",
            "ViT-L-14",
            clip=(78.16, 56.06, 79.56, 86.84, 35.33, 59.96, 70.21),
            translation=(68.49, 54.14, 78.32, 86.30, 35.13, 59.79, 69.85),
            removal=(76.03, 49.56, 73.42, 82.18, 31.23, 54.29, 65.00),
            ssp=(68.06, 55.54, 78.94, 86.64, 35.22, 59.86, 70.22),
        ),
    ),
}
