"""Tables 1 to 3 on tiny encoded sets whose figures are known, and empty, named cells where there are none."""

import csv
import io
import json
import math

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.encoded import load_encoded
from modgap.paper_checks.measured import scores as method_scores
from modgap.paper_checks.measured.layout import csv_table, latex_table, text_table
from modgap.paper_checks.measured.reported import TABLES
from modgap.paper_checks.measured.scores import RowFigures, scores
from modgap.paper_checks.measured.tables import measure_table, write_table
from tests.paper_checks.synthetic import write_encoded

CLASSES = np.eye(4, 6)
OFFSET = np.eye(6)[4]


@pytest.fixture(autouse=True)
def few_draws(monkeypatch):
    monkeypatch.setattr(method_scores, "RESAMPLES", 40)


def labelled(root, data_set="cifar10", model="ViT-B-32", wrong=4):
    """Ten images a class at the class plus an offset; of each class `wrong` carry the next one's label in place."""
    own = np.repeat(np.arange(4), 10)
    labels = np.where(np.arange(40) % 10 < wrong, (own + 1) % 4, own)
    return write_encoded(root, data_set, model, images=CLASSES[own] + OFFSET, classes=CLASSES, labels=labels)


def captioned(root, count=30, dim=12, noise=0.05):
    """Images and two captions each of one content, apart by a direction of their own."""
    rng = np.random.default_rng(0)
    content = np.hstack([rng.standard_normal((count, dim - 2)), np.zeros((count, 2))])
    content /= np.linalg.norm(content, axis=1, keepdims=True)
    owner = np.repeat(np.arange(count), 2)
    texts = content[owner] + 1.5 * np.eye(dim)[-1] + noise * rng.standard_normal((2 * count, dim)) / math.sqrt(dim)
    images = content + 1.5 * np.eye(dim)[-2]
    return write_encoded(root, "mscoco-karpathy-test", "ViT-L-14", images=images, texts=texts, owner=owner)


def test_zero_shot_figures_are_the_known_ones(tmp_path):
    labelled(tmp_path)
    lines = {line.row.method: line for line in measure_table("table1", str(tmp_path)) if line.row.data_set == "cifar10"}
    gap, first, fifth = lines["clip"].measured
    # Means: Σe/4 + offset and Σe/4, of squares 5/4 and 1/4 and inner product 1/4.
    assert gap.estimate == pytest.approx(math.degrees(math.acos(1 / math.sqrt(5))), abs=1e-4)
    assert (first.estimate, fifth.estimate) == (pytest.approx(60), pytest.approx(100))
    assert 30 < first.low < 60 < first.high < 90
    # What is shared are differences of classes, whose mean vanishes; and removal of three takes a class with it.
    assert lines["ssp"].measured[1].estimate == pytest.approx(60)
    assert (lines["translation"].measured, lines["removal"].measured) == (None, None)
    assert "a mean that vanishes after shared space projection" in lines["translation"].missing
    assert "of which removal leaves nothing" in lines["removal"].missing


def test_retrieval_figures_are_the_known_ones(tmp_path):
    captioned(tmp_path)
    clip, *_, ssp = measure_table("table3", str(tmp_path))
    gap, image, image5, image10, text, text5, text10 = (figure.estimate for figure in clip.measured)
    # One unit of content to 1.5 of the modality's own direction.
    assert gap == pytest.approx(90, abs=10)
    assert (image, image5, image10, text, text5, text10) == (100,) * 6
    assert ssp.measured[0].estimate < gap - 10
    assert (clip.images, clip.pretrained, clip.missing) == (30, "openai", None)


def test_held_out_figures_are_of_the_other_half(tmp_path):
    folder = labelled(tmp_path, wrong=0)
    labels = np.load(folder / "labels.npy")
    encoded = load_encoded(folder)
    fitted, held = method_scores.split_halves(40, 0)
    # Labels of the half that is measured go wrong; those of the other stay.
    labels[held] = (labels[held] + 1) % 4
    spoilt = type(encoded)(encoded.images, None, None, encoded.classes, labels, encoded.manifest)
    assert scores(encoded, "clip", 0)[1].estimate == 100
    assert scores(spoilt, "clip", 0)[1].estimate == 0
    assert scores(spoilt, "clip")[1].estimate == pytest.approx(50)
    labels[:] = encoded.labels
    labels[fitted] = (labels[fitted] + 1) % 4
    assert scores(spoilt, "clip", 0)[1].estimate == 100


def test_figures_weigh_images_with_all_their_captions():
    x, texts = np.eye(3), np.vstack([np.eye(3), np.eye(3)[:1]])
    owner = np.array([0, 1, 2, 0])
    hits = [(np.array([True, False, True]), np.arange(3)), (np.array([True, True, False, False]), owner)]
    found = RowFigures(x, texts, owner, hits)(np.array([[1.0, 1.0, 1.0], [2.0, 0.0, 0.0]]))
    np.testing.assert_allclose(found["share 1"], [200 / 3, 100])
    np.testing.assert_allclose(found["share 2"], [50, 50])
    np.testing.assert_allclose(found["gap"], [math.degrees(math.acos(4 / math.sqrt(18))), 0], atol=1e-6)


def test_vanishing_means_leave_the_gap_undefined(tmp_path):
    rows = np.vstack([np.eye(3), -np.eye(3)])
    write_encoded(tmp_path, "cifar10", "ViT-L-14", images=rows, classes=rows, labels=range(6))
    lines = measure_table("table2", str(tmp_path))
    assert math.isnan(lines[0].measured[0].estimate)
    assert "undefined" in text_table("table2", lines)
    assert "a mean that vanishes after shared space projection" in lines[1].missing


def test_without_data_every_cell_is_empty_and_named(tmp_path):
    for name, table in TABLES.items():
        lines = measure_table(name, None)
        assert all(line.measured is None and line.held_out is None for line in lines)
        rows = list(csv.DictReader(io.StringIO(csv_table(name, lines))))
        assert len(rows) == len(table.quantities) * len(table.rows)
        assert {(row["measured"], row["held_out"]) for row in rows} == {("", "")}
        assert all("no --data folder was given" in row["missing"] for row in rows)
        printed = text_table(name, lines)
        for data_set in {row.data_set for row in table.rows}:
            assert f"empty: {data_set} by {table.rows[0].model}" in printed


def test_partly_at_hand_and_partly_named(tmp_path):
    labelled(tmp_path / "data")
    paths, lines = write_table("table1", str(tmp_path / "data"), tmp_path)
    assert [path.name for path in paths] == ["table1.txt", "table1.tex", "table1.csv", "table1.json"]
    assert [line.measured is None for line in lines] == [False, True, True, False] + [True] * 8
    document = json.loads(paths[3].read_text())
    assert document["rows"][0]["R@1"]["measured"] == pytest.approx(60)
    assert document["rows"][4]["R@1"] == {"reported": 65.23, "measured": None, "held_out": None,
                                          "measured_interval": None, "held_out_interval": None}  # fmt: skip
    assert "modgap encode cifar100" in document["rows"][4]["missing"]
    assert "2510.03268v2" in document["notes"][0]


def test_a_method_that_does_not_apply_is_named(tmp_path):
    # Images and classes in orthogonal subspaces: no direction is shared.
    images = np.repeat(np.eye(2, 6), 5, axis=0)
    write_encoded(tmp_path, "cifar10", "ViT-L-14", images=images, classes=np.eye(6)[2:4], labels=np.repeat([0, 1], 5))
    clip, _, _, ssp, *_ = measure_table("table2", str(tmp_path))
    assert clip.missing is None
    assert ssp.measured is None
    assert "cifar10 by ViT-L-14, ssp, measured: " in ssp.missing
    assert "d_overlap = 0" in ssp.missing


def test_latex_has_one_cell_a_figure(tmp_path):
    labelled(tmp_path)
    body = latex_table("table1", measure_table("table1", str(tmp_path))).split(r"\midrule")[1]
    rows = [row for row in body.splitlines() if row.endswith(r"\\")]
    assert {row.count("&") for row in rows} == {10}
    assert rows[0].startswith("CIFAR-10 & CLIP & 74.69 & 63.43 &")


def test_no_folder_is_bad_input(tmp_path):
    with pytest.raises(InputError, match="--data"):
        measure_table("table1", str(tmp_path / "none"))
