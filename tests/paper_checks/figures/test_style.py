"""Figures and files: whole or not at all, and the same bytes each time."""

import json

import pytest
from matplotlib.figure import Figure

from modgap.numerics.checks import InputError
from modgap.paper_checks.figures.style import house_style, label_panels, write_figure
from modgap.paper_checks.io.whole import write_whole


def drawn():
    with house_style():
        figure = Figure(figsize=(2, 1), dpi=40)
        panels = list(figure.subplots(1, 2))
        panels[0].plot([0, 1], [0, 1], label="line")
        label_panels(panels)
    return figure


def test_two_runs_give_the_same_bytes(tmp_path):
    runs = [tmp_path / "first", tmp_path / "second"]
    for folder in runs:
        folder.mkdir()
        paths = write_figure(drawn(), folder, "fig", {"caption": "φ", "gap": float("nan")})
        assert [path.name for path in paths] == ["fig.pdf", "fig.png", "fig.json"]
    for path in sorted(runs[0].iterdir()):
        assert path.read_bytes() == (runs[1] / path.name).read_bytes()
    assert b"CreationDate" not in (runs[0] / "fig.pdf").read_bytes()
    assert json.loads((runs[0] / "fig.json").read_text()) == {"caption": "φ", "gap": None}


def test_panels_are_lettered():
    assert [axes.texts[0].get_text() for axes in drawn().axes] == ["a", "b"]


def test_all_files_or_none(tmp_path):
    (tmp_path / "b").mkdir()
    with pytest.raises(InputError, match=r"--out: got '.*b' "):
        write_whole({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    with pytest.raises(InputError, match="No such file"):
        write_whole({tmp_path / "a": b"1", tmp_path / "none" / "c": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_files_are_replaced_and_nothing_else_is_left(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    assert write_whole({tmp_path / "a": b"new"}) == [tmp_path / "a"]
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"new"
