"""`modgap train` from the outside, and the pairs that come with the package through every command that takes them."""

import hashlib
import json

import numpy as np
import pytest

from modgap.paper_checks.measured.pairs import embedded_pairs, embedded_sample

SMALL = ("--data", "elusive", "--size", 8, "--width", 2, "--dim", 4, "--epochs", 2, "--batch", 64, "--held-out", 50)


def test_a_small_run_and_the_gap_of_its_embeddings(modgap, tmp_path):
    status, out, err = modgap("train", *SMALL, "--device", "cpu", "--out", tmp_path / "run", "--json")
    assert status == 0
    assert err == f"modgap: {tmp_path / 'run'} holds the run\n"
    found = json.loads(out)
    assert found["data"]["sources"] == {"elusive": "Elusive Icons 2 (OFL-1.1)"}
    assert len(found["history"]) == 2
    sides = (tmp_path / "run" / f"held-out-{side}.npy" for side in ("images", "texts"))
    status, out, _ = modgap("gap", *sides, "--json")
    assert status == 0
    assert json.loads(out)["pairs"] == 50
    assert json.loads(out)["paired_cosine"] == pytest.approx(found["history"][-1]["held-out/paired_cosine"], abs=1e-6)
    again = modgap("train", *SMALL, "--device", "cpu", "--out", tmp_path / "run")
    assert again[0] == 0
    assert "50 of them held out" in again[1]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--data", "nothing"), "--data: got 'nothing'; expected some of material"),
        (("--dim", 1), "--dim: got 1; expected an integer of at least 2"),
        (("--constraint", "cone"), "--cone: got nothing; expected a value with --constraint cone"),
        (("--data", "material", "--data", "remix", "--root", "."), "--data: got material remix; expected one data set"),
        (("--data", "mscoco-val2017", "--root", "none"), "annotations/captions_val2017.json: missing"),
    ],
)
def test_bad_input_is_one_line(refused, tmp_path, options, complaint):
    assert complaint in refused("train", *options, "--out", tmp_path / "run")
    assert not (tmp_path / "run").exists()


# --- the pairs that come with the package ----------------------------------------------------------------------------


def test_the_sample_is_what_its_record_says():
    path = embedded_sample()
    record = json.loads(path.with_suffix(".json").read_bytes())
    assert hashlib.sha256(path.read_bytes()).hexdigest() == record["sha256"]
    assert path.stat().st_size < 400_000
    array = np.load(path, allow_pickle=False)
    assert (array.shape, array.dtype) == ((2, 1000, 64), np.float16)
    np.testing.assert_allclose(np.linalg.norm(array.astype(float), axis=2), 1, atol=5e-4)
    assert record["run"]["settings"]["seed"] == 0


def test_the_sample_has_more_rows_than_dimensions_a_gap_and_recall():
    pairs = embedded_pairs()
    assert pairs.limit is None
    assert pairs.temperature == 0.02
    assert "held out" in pairs.data


def test_gap_of_the_sample(modgap):
    status, out, err = modgap("gap", "--sample", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert (found["pairs"], found["dim"]) == (1000, 64)
    assert 20 < found["gap_degrees"] < 35
    assert found["recall"]["image_to_text"]["1"] > 0.25


def test_align_of_the_sample(modgap, tmp_path):
    options = ("--method", "translation", "--fit-share", 0.5, "--bootstrap", 0, "--out", tmp_path / "a.npz", "--json")
    status, out, _ = modgap("align", "--sample", *options)
    assert status == 0
    found = json.loads(out)
    assert found["pairs"] == 1000
    assert found["after"]["gap_degrees"] < found["before"]["gap_degrees"]


def test_files_or_the_sample_and_not_both(refused, tmp_path):
    assert "IMAGES.npy: got no file; expected one or two files of embeddings, or --sample" in refused("gap")
    assert "IMAGES.npy: got 'x.npy' and --sample" in refused("gap", "x.npy", "--sample")
    assert "--sample: got it with fig1" in refused("reproduce", "fig1", "--sample", "--out", tmp_path)
    assert "--sample: got it with --data" in refused("reproduce", "fig2", "--sample", "--data", tmp_path)


@pytest.mark.slow
def test_what_the_theory_predicts_of_the_sample(modgap, tmp_path):
    status, out, _ = modgap("reproduce", "predictions", "--sample", "--out", tmp_path)
    assert status == 0
    assert out.startswith("1000 pairs of Material Design Icons 6 (Apache-2.0), held out")
    assert "each lies in a hyperplane exactly" not in out
