"""A part's figures before and after, of the same pairs, and its lines in the table."""

import numpy as np
import pytest

from modgap.numerics.embeddings.gap import embedding_geometry
from modgap.numerics.embeddings.retrieval import recall
from modgap.paper_checks.commands.align_report import Part


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


@pytest.fixture
def pairs():
    rng = np.random.default_rng(0)
    x = unit(rng.normal(size=(40, 4)) + 2 * np.eye(4)[0])
    y = unit(x + 0.8 * rng.normal(size=(40, 4)) + [0, 2, 0, 0])
    return (x, y), (x, unit(y - [0, 1, 0, 0]))


def test_figures_before_and_after(pairs):
    part = Part.of(*pairs, 100, 50, 3)
    for found, rows in ((part.before, pairs[0]), (part.after, pairs[1])):
        assert found["gap_degrees"] == pytest.approx(embedding_geometry(*rows).gap_degrees)
        shares = {d: {str(k): s for k, s in of.items()} for d, of in recall(*rows).items()}
        assert found["recall"] == shares
    document = part.document()
    assert (document["pairs"], document["sampled_pairs"]) == (100, 40)
    assert document["change"]["gap_l2"] == pytest.approx(part.after["gap_l2"] - part.before["gap_l2"])
    assert part.title("held_out") == "40, drawn at random, of 100 held-out pairs"


def test_cells(pairs):
    part = Part.of(*pairs, 40, 50, 3)
    before, after, change = part.cells("gap_degrees", ".2f")
    assert change.startswith(f"{part.figures['change.gap_degrees']:+.2f} [")
    assert (before, after) == tuple(f"{f['gap_degrees']:.2f}" for f in (part.before, part.after))
    plain = Part.of(*pairs, 40, 0, 3)
    assert plain.document()["intervals"] is None
    assert "[" not in plain.cells("gap_degrees", ".2f")[2]


def test_undefined_is_said():
    turn = 2 * np.pi * np.arange(8) / 8
    circle = np.column_stack([np.cos(turn), np.sin(turn)])
    part = Part.of((circle, circle), (circle, circle), 8, 0, 0)
    assert part.cells("gap_degrees", ".2f") == ["undefined", "undefined", ""]
