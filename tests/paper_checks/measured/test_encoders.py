"""The table over encoders: a line for each set that is at hand, and the page that holds it."""

import math

import numpy as np
import pytest

from modgap.paper_checks.io.arrays import REAL_DATA
from modgap.paper_checks.measured.encoders import encoders, line, text
from modgap.paper_checks.measured.page import PAGE, TABLE, between
from modgap.paper_checks.measured.pairs import REAL_SETS, Pairs, embedded_pairs, file_pairs, find_pairs, real_pairs


def pairs(temperature):
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(2, 60, 6)) + 2 * np.eye(6)[:2, None]
    sides = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    return Pairs(*sides, "made here", "nobody", temperature)


def test_a_line_of_pairs_whose_temperature_is_not_known():
    known, unknown = line(pairs(0.1)), line(pairs(None))
    assert math.isnan(unknown.preferred)
    assert 0 <= known.preferred <= 90
    assert known.gap == unknown.gap
    assert sum(known.shares) == pytest.approx(1)
    table = text([known, unknown]).splitlines()
    assert len(table) == 4
    assert "| – |" in table[3]
    assert "| – |" not in table[2]


def test_the_embedded_sample_has_its_line():
    found = line(embedded_pairs())
    assert (found.pairs, found.dim) == (1000, 64)
    assert 20 < found.gap < 35
    assert found.recalls[0] > 0.25


def test_a_file_is_known_by_its_name(tmp_path):
    array = np.random.default_rng(0).normal(size=(2, 9, 4)).astype(np.float32)
    array /= np.linalg.norm(array, axis=2, keepdims=True)
    np.save(tmp_path / "own.npy", array)
    np.save(tmp_path / "modalitygap_convirt.npy", array)
    assert find_pairs(str(tmp_path / "own.npy")).temperature is None
    assert file_pairs(tmp_path / "modalitygap_convirt.npy").temperature == 0.1


def test_missing_sets_are_named(monkeypatch, tmp_path):
    monkeypatch.setenv("MODGAP_DATA", str(tmp_path))
    lines, missing = encoders()
    assert len(lines) == 1
    assert len(missing) == len(REAL_SETS)
    assert "modalitygap_convirt.npy: missing" in "".join(missing)


def test_every_set_has_a_checksum():
    assert set(REAL_SETS) <= set(REAL_DATA)


# --- the real sets ---------------------------------------------------------------------------------------------------

# The gaps that the description of the data states, from whoever measured them first.
GAPS = {
    "mscoco_clip_vitb16_500.npy": 72.01, "modalitygap_convirt.npy": 69.8, "modalitygap_convirt_random.npy": 92.2,
    "modalitygap_videoclip.npy": 87.4, "modalitygap_videoclip_random.npy": 72.0, "modalitygap_clasp.npy": 80.0,
    "modalitygap_clasp_random.npy": 80.3, "cifar10_vitb32_laion2b_848.npz": 72.21,
}  # fmt: skip


@pytest.mark.real_data
@pytest.mark.parametrize("name", GAPS)
def test_gaps_are_those_that_the_data_are_described_by(name):
    from modgap.numerics.gap import modality_gap

    found = real_pairs(name)
    images, texts = found.images, found.texts
    if "class" in found.data:
        # Ten classes stand for the texts there, each once.
        texts = np.unique(texts, axis=0)
        first, second = images.mean(axis=0), texts.mean(axis=0)
        cosine = first @ second / np.linalg.norm(first) / np.linalg.norm(second)
        assert math.degrees(math.acos(cosine)) == pytest.approx(GAPS[name], abs=0.1)
        return
    assert math.degrees(modality_gap(images, texts)) == pytest.approx(GAPS[name], abs=0.06)


@pytest.mark.real_data
def test_of_five_captions_the_first_is_taken():
    found = real_pairs("flickr8k_vitb32_100x5.npz")
    assert found.images.shape == found.texts.shape == (100, 512)
    assert len(np.unique(found.images, axis=0)) == 100


@pytest.mark.real_data
@pytest.mark.slow
def test_the_page_has_the_table():
    page = PAGE.read_text(encoding="utf-8")
    lines, missing = encoders()
    assert not missing
    assert between(page, text(lines), TABLE) == page
