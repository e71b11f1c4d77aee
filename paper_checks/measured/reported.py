"""What the paper reports in its tables, to compare with and never to stand in for a measurement.

The figures are those of a secondary summary of arXiv 2510.03268 (Yi, Douady and Chen); the paper's own tables were not
at hand. Which of its tables holds which figure is therefore a reconstruction, by model and task.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SOURCE", "TABLES", "Row", "Table"]

SOURCE = (
    "reported: a secondary summary of arXiv 2510.03268; the paper's tables were not at hand, and which of them holds "
    "which figure is a reconstruction"
)

#: The quantities of a row, in the order of the columns, with their units.
ZERO_SHOT = (("gap", "degrees"), ("R@1", "%"), ("R@5", "%"))
RETRIEVAL = (("gap", "degrees"), ("R@1 image→text", "%"), ("R@1 text→image", "%"))


@dataclass(frozen=True)
class Row:
    """One row: a method on a data set, and what the paper reports of it (None where the summary has no figure)."""

    data_set: str
    model: str
    method: str
    reported: tuple[float | None, ...]


@dataclass(frozen=True)
class Table:
    """A table of the paper as reconstructed: its title, its quantities and its rows."""

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
        "Zero-shot classification before and after shared space projection, CLIP ViT-L/14",
        ZERO_SHOT,
        _rows("cifar10", "ViT-L-14", clip=(77.63, 95.12, None), ssp=(13.27, 95.12, None))
        + _rows("cifar100", "ViT-L-14", clip=(77.13, 78.44, None), ssp=(37.73, 77.72, None)),
    ),
    "table3": Table(
        "Retrieval on MSCOCO before and after shared space projection, CLIP ViT-L/14",
        RETRIEVAL,
        _rows("mscoco-karpathy-test", "ViT-L-14", clip=(78.16, 56.06, 35.33), ssp=(68.06, 55.54, 35.22)),
    ),
}
