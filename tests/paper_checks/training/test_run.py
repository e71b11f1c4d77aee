"""A run on pictures that can be learned: that it learns, that an interruption leaves no trace, what it refuses."""

import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.measured.pairs import find_pairs
from modgap.paper_checks.training import run as module
from modgap.paper_checks.training.pictures import Pictures
from modgap.paper_checks.training.run import read_trained, train
from modgap.paper_checks.training.settings import Settings

ROWS, COLUMNS = ("top", "upper", "lower", "bottom"), ("left", "west", "east", "right")
TINY = Settings(dim=4, temperature=0.1, size=16, width=4, batch=32, epochs=3, held_out=16, rate=1e-2)


@pytest.fixture(scope="module")
def pictures():
    """A bright square in one of sixteen places, named by it and a number, with some dust: 128 pairs."""
    rng = np.random.default_rng(0)
    pixels, texts = rng.integers(0, 20, (128, 1, 16, 16), dtype=np.uint8), []
    for k in range(128):
        row, column = k // 4 % 4, k % 4
        pixels[k, 0, 4 * row : 4 * row + 4, 4 * column : 4 * column + 4] += 200
        texts.append(f"{ROWS[row]} {COLUMNS[column]} {k // 16}")
    return Pictures(pixels, tuple(texts), {"test": "made here"})


def content(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


class StoppedError(Exception):
    pass


def stop_after(epoch):
    def progress(done, seen):
        if done == epoch:
            raise StoppedError

    return progress


def test_an_interrupted_run_ends_in_the_same_bytes(pictures, tmp_path):
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    train(pictures, TINY, whole)
    for epoch in (1, 2):
        with pytest.raises(StoppedError):
            train(pictures, TINY, parts, progress=stop_after(epoch))
        assert sorted(content(parts)) == ["checkpoint.npz"]
    train(pictures, TINY, parts)
    assert content(whole) == content(parts)
    assert len(content(whole)) == 6


def test_an_interruption_within_an_epoch_costs_that_epoch_alone(pictures, tmp_path, monkeypatch):
    """The state is written whole or not: a run killed in a step goes on from the epoch before."""
    train(pictures, TINY, tmp_path / "whole")
    rate, steps = module._Trainer._set_rate, []

    def killed(self, step):
        steps.append(step)
        if step == 4:
            raise StoppedError
        rate(self, step)

    monkeypatch.setattr(module._Trainer, "_set_rate", killed)
    with pytest.raises(StoppedError):
        train(pictures, TINY, tmp_path / "parts")
    monkeypatch.setattr(module._Trainer, "_set_rate", rate)
    train(pictures, TINY, tmp_path / "parts")
    assert steps == [0, 1, 2, 3, 4]
    assert content(tmp_path / "whole") == content(tmp_path / "parts")


def test_a_finished_run_is_read_and_not_repeated(pictures, tmp_path):
    first = train(pictures, TINY, tmp_path / "run")
    before = content(tmp_path / "run")
    again = train(pictures, TINY, tmp_path / "run", progress=stop_after(1))
    assert content(tmp_path / "run") == before
    assert again.record == first.record
    for part in module.PARTS:
        np.testing.assert_array_equal(again.embeddings[part], first.embeddings[part])
        np.testing.assert_allclose(np.linalg.norm(first.embeddings[part], axis=2), 1, atol=1e-6)
    assert first.embeddings["training"][0].shape == (112, 4)
    assert first.embeddings["held-out"][0].shape == (16, 4)


def test_the_seed_decides(pictures, tmp_path):
    first, second = (train(pictures, replace(TINY, epochs=1, seed=seed), tmp_path / str(seed)) for seed in (0, 1))
    assert not np.array_equal(first.embeddings["training"], second.embeddings["training"])


def test_it_learns_pairs_and_from_mismatched_ones_it_does_not(pictures, tmp_path):
    """Sixteen places among 128 pairs are worth −2 log 16 = −5.5 nats; without them there is nothing to gain."""
    settings = replace(TINY, epochs=40)
    learned = train(pictures, settings, tmp_path / "clean").record["history"][-1]
    lost = train(pictures, replace(settings, noise=1.0), tmp_path / "noise").record["history"][-1]
    assert learned["training/loss_minus_2logN"] < -2
    assert learned["held-out/loss_minus_2logN"] < -1
    assert lost["training/loss_minus_2logN"] > -0.5
    assert learned["training/excess"] > 0


def test_temperature_and_angle_move_where_they_are_free(pictures, tmp_path):
    planes = replace(TINY, constraint="hyperplanes", angle_degrees=60.0)
    for free in (False, True):
        settings = replace(planes, free_angle=free, learn_temperature=free)
        last = train(pictures, settings, tmp_path / str(free)).record["history"][-1]
        assert (last["angle_degrees"] != pytest.approx(60, abs=1e-3)) is free
        assert (last["temperature"] != pytest.approx(0.1, rel=1e-5)) is free


def test_a_folder_of_another_run_is_refused(pictures, tmp_path):
    with pytest.raises(StoppedError):
        train(pictures, TINY, tmp_path / "run", progress=stop_after(1))
    other = replace(TINY, seed=1)
    with pytest.raises(InputError, match=r"--out: got '.*checkpoint\.npz' \(of other data or settings\)"):
        train(pictures, other, tmp_path / "run")
    train(pictures, TINY, tmp_path / "run")
    with pytest.raises(InputError, match="which holds a run of other data or settings"):
        train(pictures, other, tmp_path / "run")
    fewer = Pictures(pictures.pixels[:100], pictures.texts[:100], pictures.sources)
    with pytest.raises(InputError, match="which holds a run of other data or settings"):
        train(fewer, TINY, tmp_path / "run")


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 cut short", None])
def test_a_damaged_checkpoint_is_named(pictures, tmp_path, damage):
    with pytest.raises(StoppedError):
        train(pictures, TINY, tmp_path, progress=stop_after(1))
    path = tmp_path / "checkpoint.npz"
    path.write_bytes(path.read_bytes()[:-100] if damage is None else damage)
    with pytest.raises(InputError, match=r"--out: got '.*checkpoint\.npz' \("):
        train(pictures, TINY, tmp_path)


def test_nothing_is_pickled(pictures, tmp_path):
    train(pictures, TINY, tmp_path)
    with np.load(tmp_path / "checkpoint.npz", allow_pickle=False) as found:
        arrays = {name: found[name] for name in found.files}
    assert all(array.dtype.kind in "fiU" for array in arrays.values())
    assert any(name.startswith("adam/") for name in arrays)


def test_a_batch_larger_than_the_data_is_refused(pictures, tmp_path):
    with pytest.raises(InputError, match="--batch: got 113; expected at most the 112 training pairs"):
        train(pictures, replace(TINY, batch=113), tmp_path)


def test_what_was_trained_is_found_as_pairs(pictures, tmp_path):
    trained = train(pictures, TINY, tmp_path)
    pairs = find_pairs(str(tmp_path))
    np.testing.assert_allclose(pairs.images, trained.embeddings["held-out"][0], atol=1e-6)
    assert pairs.temperature == pytest.approx(0.1)
    assert "made here" in pairs.data
    (tmp_path / "run.json").write_text(json.dumps({"format": 1}))
    with pytest.raises(InputError, match="expected a folder that `modgap train` has finished"):
        find_pairs(str(tmp_path))
    with pytest.raises(InputError, match="expected a folder that `modgap train` has finished"):
        read_trained(tmp_path / "none")
