"""How intervals are printed and written."""

import numpy as np
import pytest

from modgap.numerics.embeddings.bootstrap import Interval
from modgap.paper_checks.measured.intervals import Intervals, printed


def interval(low, high, note=""):
    return Interval(np.array(0.5), np.array(low), np.array(high), 0.95, note)


def test_printed_by_the_format_and_a_dash_for_none():
    assert printed(interval(0.1234, 0.9), ".2f") == "[0.12, 0.90]"
    assert printed(interval(np.nan, np.nan), ".2f") == "–"


def test_document_and_caption():
    found = Intervals({"a.b": interval(0, 1), "a.c": interval(np.nan, np.nan, "why")}, 10, 100, 7)
    document = found.document()
    assert {k: document[k] for k in ("level", "resamples", "seed", "pairs")} == {
        "level": 0.95, "resamples": 100, "seed": 7, "pairs": 10,
    }  # fmt: skip
    assert document["figures"]["a"]["c"]["note"] == "why"
    assert "note" not in document["figures"]["a"]["b"]
    whole = Intervals({"a.b": interval(0, 1)}, 10, 100, 7)
    assert whole.caption(10) == "BCa intervals from 100 resamples"
    assert whole.caption(30).endswith("of 10 of the pairs: wider than those of all would be")
    assert found.caption(10) == "BCa intervals from 100 resamples; –: no interval"
    assert found.cell({"a.b": ".0f", "a.c": ".0f", "unknown": ".0f"}) == "[0, 1]\n–"


@pytest.mark.parametrize(("n", "dim", "spectra"), [(40, 5, True), (8, 5, True), (7, 5, False)])
def test_spectra_only_where_rows_are_enough(capsys, n, dim, spectra):
    x, y = np.random.default_rng(0).normal(size=(2, n, dim)) + 2 * np.eye(dim)[:2, None]
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    found = Intervals.of(x, y, 30, 0)
    assert ("effective_rank.image" in found.figures) == spectra
    assert ("no intervals of ranks, angles and spectra" in capsys.readouterr().err) != spectra
