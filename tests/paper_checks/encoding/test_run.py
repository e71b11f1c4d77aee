"""Encoding whole data sets with a tiny model: order, owners, resumption, digests, and the command from the outside."""

import hashlib
import json
import shutil

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.cli import main
from modgap.paper_checks.encoding.datasets import read_data_set
from modgap.paper_checks.encoding.encoder import Encoder, load_encoder
from modgap.paper_checks.encoding.run import encode
from modgap.paper_checks.io.encoded import DATA_SETS, file_sha256, load_encoded
from modgap.paper_checks.io.partial import Partial
from tests.paper_checks import tiny_clip

open_clip = tiny_clip.import_open_clip()
TINY = tiny_clip.MODEL
WRITERS = {
    "mscoco-karpathy-test": tiny_clip.karpathy,
    "mscoco-val2017": tiny_clip.val2017,
    "cifar10": tiny_clip.cifar10,
    "cifar100": tiny_clip.cifar100,
    "imagenet-1k-val": tiny_clip.imagenet,
}
CAPTIONS = sum(tiny_clip.CAPTIONS)


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    folder = tmp_path_factory.mktemp("weights")
    return [str(tiny_clip.make_weights(folder, seed)) for seed in (0, 1)]


@pytest.fixture(scope="module")
def encoder(weights):
    return load_encoder(TINY, weights[0], "cpu")


@pytest.fixture(scope="module")
def other_encoder(weights):
    return load_encoder(TINY, weights[1], "cpu")


@pytest.fixture
def val2017(tmp_path):
    tiny_clip.val2017(tmp_path / "coco")
    return read_data_set("mscoco-val2017", tmp_path / "coco")


@pytest.fixture
def counted(monkeypatch):
    """Count what goes through the model, and stop it at a given batch as Ctrl-C would."""
    found = {"images": 0, "texts": 0, "batches": 0, "stop": None}

    def counting(name):
        original = getattr(Encoder, name)

        def run(self, rows):
            if found["batches"] == found["stop"]:
                raise KeyboardInterrupt
            found["batches"] += 1
            found[name] += len(rows)
            return original(self, rows)

        return run

    for name in ("images", "texts"):
        monkeypatch.setattr(Encoder, name, counting(name))
    return found


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def hidden(out):
    return sorted(path.name for path in out.rglob(".*"))


# --- what comes out --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_data_set_row_by_row(name, tmp_path, encoder):
    """Each row is that of its image or text encoded alone; each caption and label belongs to its image."""
    WRITERS[name](tmp_path / "root")
    data = read_data_set(name, tmp_path / "root")
    folder = encode(data, encoder, tmp_path / "out", batch_size=5)
    assert folder == tmp_path / "out" / name / TINY
    found = load_encoded(folder, verify=True)
    alone = np.concatenate([encoder.images([encoder.prepare(image.read())]) for image in data.images])
    np.testing.assert_allclose(found.images, alone, atol=1e-6)
    assert len(found.images) == len(data.images) == found.manifest["images"] == found.manifest["whole_images"]
    if found.texts is not None:
        alone = np.concatenate([encoder.texts([caption]) for caption in data.captions])
        np.testing.assert_allclose(found.texts, alone, atol=1e-6)
        assert tuple(found.owner) == data.owner
        assert found.manifest["texts"] == len(data.captions)
    else:
        alone = np.concatenate([encoder.classes([name], data.templates) for name in data.class_names])
        np.testing.assert_allclose(found.classes, alone, atol=1e-6)
        assert tuple(found.labels) == data.labels
        assert tuple(found.manifest["templates"]) == data.templates
        assert tuple(found.manifest["class_names"]) == data.class_names
    assert hidden(tmp_path / "out") == []


def test_manifest_states_what_was_encoded(tmp_path, val2017, encoder):
    folder = encode(val2017, encoder, tmp_path, batch_size=5)
    found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert found["files"] == {name: file_sha256(folder / name) for name in ("images.npy", "owner.npy", "texts.npy")}
    stated = {"format": 1, "data_set": "mscoco-val2017", "model": TINY, "pretrained": "seed0.pt", "dim": 16}
    stated |= {"images": 12, "whole_images": 12, "texts": CAPTIONS, "batch_size": 5, "device": "cpu"}
    assert {name: found[name] for name in stated} == stated
    lines = [f"{file_sha256(image.root / image.name)}  {image.name}\n" for image in val2017.images]
    assert found["sources"]["images"] == hashlib.sha256("".join(lines).encode()).hexdigest()
    assert str(tmp_path) not in json.dumps(found)


def test_two_runs_write_the_same_bytes(tmp_path, val2017, encoder):
    first, second = (encode(val2017, encoder, tmp_path / name) for name in ("first", "second"))
    assert content(first) == content(second)


def test_rows_do_not_depend_on_the_batch(tmp_path, val2017, encoder):
    runs = [load_encoded(encode(val2017, encoder, tmp_path / str(size), size)) for size in (1, 5, 200)]
    for run in runs[1:]:
        np.testing.assert_allclose(run.images, runs[0].images, atol=1e-6)
        np.testing.assert_allclose(run.texts, runs[0].texts, atol=1e-6)


def test_source_digests_tell_a_changed_image_and_a_changed_caption(tmp_path, val2017, encoder):
    stated = load_encoded(encode(val2017, encoder, tmp_path / "a")).manifest["sources"]
    path = val2017.images[4].root / val2017.images[4].name
    tiny_clip.draw_image(path, 99)
    image = load_encoded(encode(val2017, encoder, tmp_path / "b")).manifest["sources"]
    assert image["images"] != stated["images"]
    assert image["captions"] == stated["captions"]
    annotations = tmp_path / "coco/annotations/captions_val2017.json"
    annotations.write_text(annotations.read_text().replace("caption 0 of", "Caption 0 of", 1))
    again = read_data_set("mscoco-val2017", tmp_path / "coco")
    assert load_encoded(encode(again, encoder, tmp_path / "c")).manifest["sources"]["captions"] != stated["captions"]


# --- interruption ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stop", [0, 1, 2, 3, 5, 15])
def test_resumes_where_it_stopped(tmp_path, val2017, encoder, counted, stop):
    """12 images are 3 batches of 5; then come 13 of captions. The bytes are those of an uninterrupted run."""
    counted["stop"] = stop
    with pytest.raises(KeyboardInterrupt):
        encode(val2017, encoder, tmp_path / "out", batch_size=5)
    before = dict(counted)
    assert before["batches"] == stop
    assert not (tmp_path / "out/mscoco-val2017" / TINY).exists()
    counted["stop"] = None
    folder = encode(val2017, encoder, tmp_path / "out", batch_size=5)
    assert (counted["images"], counted["texts"], counted["batches"]) == (12, CAPTIONS, 16)
    assert content(folder) == content(encode(val2017, encoder, tmp_path / "whole", batch_size=5))
    assert hidden(tmp_path / "out") == []


def test_classes_resume_too(tmp_path, encoder, counted):
    tiny_clip.imagenet(tmp_path / "root")
    data = read_data_set("imagenet-1k-val", tmp_path / "root")
    counted["stop"] = 3
    with pytest.raises(KeyboardInterrupt):
        encode(data, encoder, tmp_path / "out", batch_size=10)
    counted["stop"] = None
    folder = encode(data, encoder, tmp_path / "out", batch_size=10)
    assert (counted["images"], counted["texts"]) == (12, 3 * 80)
    assert content(folder) == content(encode(data, encoder, tmp_path / "whole", batch_size=10))


def interrupted(data, encoder, out, counted):
    """Leave two batches of images behind, and count from nought."""
    counted["stop"] = 2
    with pytest.raises(KeyboardInterrupt):
        encode(data, encoder, out, batch_size=5)
    counted.update(images=0, texts=0, batches=0, stop=None)


def test_never_resumes_from_another_model(tmp_path, val2017, encoder, other_encoder, counted):
    interrupted(val2017, encoder, tmp_path / "out", counted)
    folder = encode(val2017, other_encoder, tmp_path / "out", batch_size=5)
    assert (counted["images"], counted["texts"]) == (12, CAPTIONS)
    assert content(folder) == content(encode(val2017, other_encoder, tmp_path / "whole", batch_size=5))


@pytest.mark.parametrize("change", ["image", "caption", "batch size"])
def test_never_resumes_from_other_data(tmp_path, val2017, encoder, counted, change):
    interrupted(val2017, encoder, tmp_path / "out", counted)
    if change == "image":
        path = val2017.images[0].root / val2017.images[0].name
        raw = bytearray(path.read_bytes())
        raw[15] ^= 1  # a digit of the density, in a file of the same length
        path.write_bytes(raw)
    if change == "caption":
        annotations = tmp_path / "coco/annotations/captions_val2017.json"
        annotations.write_text(annotations.read_text().replace("caption 0 of", "Caption 0 of", 1))
        val2017 = read_data_set("mscoco-val2017", tmp_path / "coco")
    encode(val2017, encoder, tmp_path / "out", batch_size=4 if change == "batch size" else 5)
    assert (counted["images"], counted["texts"]) == (12, CAPTIONS)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "progress.json").unlink(),
        lambda folder: (folder / "progress.json").write_text("{"),
        lambda folder: (folder / "progress.json").write_text('{"key": "0", "done": {"images.npy": 10}}'),
        lambda folder: (folder / "images.npy").write_bytes((folder / "images.npy").read_bytes()[:-1]),
        lambda folder: (folder / "images.npy").unlink(),
    ],
)
def test_remains_that_do_not_fit_the_record_count_for_nothing(tmp_path, val2017, encoder, counted, spoil):
    interrupted(val2017, encoder, tmp_path / "out", counted)
    [name] = hidden(tmp_path / "out")
    spoil(tmp_path / "out/mscoco-val2017" / name)
    folder = encode(val2017, encoder, tmp_path / "out", batch_size=5)
    assert counted["images"] == 12
    assert content(folder) == content(encode(val2017, encoder, tmp_path / "whole", batch_size=5))


def test_rows_count_only_once_they_are_recorded(tmp_path, val2017, encoder, counted, monkeypatch):
    """Killed between writing and recording, the batch is encoded again."""
    record, calls = Partial._record, []

    def dying(self, name, done):
        calls.append(done)
        if done == 10:
            raise KeyboardInterrupt
        record(self, name, done)

    with monkeypatch.context() as patch:
        patch.setattr(Partial, "_record", dying)
        with pytest.raises(KeyboardInterrupt):
            encode(val2017, encoder, tmp_path / "out", batch_size=5)
    assert calls == [0, 5, 10]
    folder = encode(val2017, encoder, tmp_path / "out", batch_size=5)
    assert counted["images"] == 17
    assert content(folder) == content(encode(val2017, encoder, tmp_path / "whole", batch_size=5))


def test_final_names_appear_only_when_all_is_there(tmp_path, val2017, encoder):
    final, seen = tmp_path / "out/mscoco-val2017" / TINY, []

    def progress(what, done, total):
        seen.append((what, done, total))
        assert not final.exists()

    encode(val2017, encoder, tmp_path / "out", 5, progress)
    images = [("images", done, 12) for done in (0, 5, 10, 12)]
    assert [call for call in seen if call[0] == "images"] == images
    assert seen[-1] == ("texts", CAPTIONS, CAPTIONS)
    assert seen[11] == ("checksums", 12, 12)


# --- what is there already -------------------------------------------------------------------------------------------


def test_a_second_run_encodes_nothing(tmp_path, val2017, encoder, counted):
    folder = encode(val2017, encoder, tmp_path / "out", batch_size=5)
    before, batches = content(folder), counted["batches"]
    assert encode(val2017, encoder, tmp_path / "out", batch_size=5) == folder
    assert counted["batches"] == batches
    assert content(folder) == before


def test_another_models_rows_are_never_overwritten(tmp_path, val2017, encoder, other_encoder):
    folder = encode(val2017, encoder, tmp_path / "out")
    before = content(folder)
    with pytest.raises(InputError, match=r"^--out: got .*, encoded with other values of pretrained, weights; exp"):
        encode(val2017, other_encoder, tmp_path / "out")
    assert content(folder) == before


def test_a_changed_file_is_noticed(tmp_path, val2017, encoder):
    folder = encode(val2017, encoder, tmp_path / "out")
    rows = np.load(folder / "texts.npy")
    rows[7, 3] += 1e-6
    np.save(folder / "texts.npy", rows)
    with pytest.raises(InputError, match=r"^texts.npy: got .* of sha256 .*; expected sha256 .*, as the manifest says"):
        encode(val2017, encoder, tmp_path / "out")


def test_a_folder_of_something_else_is_left_alone(tmp_path, val2017, encoder):
    folder = tmp_path / "out/mscoco-val2017" / TINY
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("precious")
    with pytest.raises(InputError, match=r"^--out: got .*, which was not made by `modgap encode`; expected a folder"):
        encode(val2017, encoder, tmp_path / "out")
    assert content(folder) == {"thesis.txt": b"precious"}


def test_full_disk_leaves_nothing_behind_under_the_final_name(tmp_path, val2017, encoder, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match=r"^--out: got '.*images.npy' \(No space left on device\); expected a folder"):
        encode(val2017, encoder, tmp_path / "out")
    assert not (tmp_path / "out/mscoco-val2017" / TINY).exists()


def test_out_that_is_a_file(tmp_path, val2017, encoder):
    (tmp_path / "out").write_text("")
    with pytest.raises(InputError, match=r"^--out: got .*\(Not a directory\); expected a folder to write to"):
        encode(val2017, encoder, tmp_path / "out")


# --- from the outside ------------------------------------------------------------------------------------------------


@pytest.fixture
def modgap(capsys):
    """Run the command line in this process; return (exit status, stdout, stderr)."""

    def run(*args):
        with pytest.raises(SystemExit) as caught:
            main(["encode", *(str(arg) for arg in args)])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return run


@pytest.fixture
def options(tmp_path, weights):
    return ["--model", TINY, "--pretrained", weights[0], "--out", tmp_path / "out", "--device", "cpu"]


def test_command_is_quiet_in_a_pipe(modgap, tmp_path, val2017, options, encoder):
    command = ["mscoco-val2017", "--root", tmp_path / "coco", "--batch-size", 5, *options]
    folder = tmp_path / "out/mscoco-val2017" / TINY
    assert modgap(*command) == (0, "", f"modgap: wrote {folder}\n")
    assert content(folder) == content(encode(val2017, encoder, tmp_path / "same", batch_size=5))
    assert modgap(*command) == (0, "", f"modgap: {folder} is there already\n")


def test_limit(modgap, tmp_path, val2017, options):
    assert modgap("mscoco-val2017", "--root", tmp_path / "coco", "--limit", 3, *options)[0] == 0
    found = load_encoded(tmp_path / "out/mscoco-val2017" / TINY)
    assert (len(found.images), len(found.texts)) == (3, 16)
    assert (found.manifest["images"], found.manifest["whole_images"]) == (3, 12)


def test_progress_on_a_terminal(modgap, tmp_path, val2017, options, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    status, out, err = modgap("mscoco-val2017", "--root", tmp_path / "coco", *options)
    assert (status, out) == (0, "")
    for stage, count in (("checksums", 12), ("images", 12), ("texts", CAPTIONS)):
        assert stage in err
        assert f"{count}/{count}" in err


def test_unreadable_image_is_named(modgap, tmp_path, val2017, options):
    path = val2017.images[11].root / val2017.images[11].name
    path.write_bytes(path.read_bytes()[:200])
    status, out, err = modgap("mscoco-val2017", "--root", tmp_path / "coco", *options)
    assert (status, out) == (2, "")
    assert err.startswith(f"modgap: image: got '{path}' (")
    assert err.count("\n") == 1
    assert not (tmp_path / "out/mscoco-val2017" / TINY).exists()


def test_a_bad_batch_size_is_met_before_anything_is_read(modgap, tmp_path):
    status, _, err = modgap("cifar10", "--root", tmp_path / "none", "--out", tmp_path / "o", "--batch-size", 0)
    assert (status, err) == (2, "modgap: --batch-size: got 0; expected an integer >= 1\n")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (["mnist"], "DATASET: got 'mnist'; expected one of mscoco-karpathy-test"),
        (["cifar10"], "cifar-10-batches-py/test_batch: missing. --root names the folder with cifar-10-batches-py/"),
        (["mscoco-val2017", "--batch-size", 0], "--batch-size: got 0; expected an integer >= 1"),
        (["mscoco-val2017", "--limit", 0], "--limit: got 0; expected an integer >= 1"),
        (["mscoco-val2017", "--model", "../x"], "--model: got '../x'; expected a model's name"),
        (["mscoco-val2017", "--model", "ViT-B-33"], "--model: got 'ViT-B-33'; expected a name of open_clip"),
        (["mscoco-val2017", "--pretrained", "none"], "--pretrained: got 'none'; expected a file of weights, or a tag"),
    ],
)
def test_bad_input_is_one_line_and_status_2(modgap, tmp_path, val2017, options, change, message):
    status, out, err = modgap(change[0], "--root", tmp_path / "coco", *options, *change[1:])
    assert (status, out) == (2, "")
    assert err.startswith("modgap: ")
    assert err.count("\n") == 1
    assert message in err
    assert not (tmp_path / "out").exists()


def test_missing_image_is_named(modgap, tmp_path, val2017, options):
    (tmp_path / "coco" / val2017.images[5].name).unlink()
    status, _, err = modgap("mscoco-val2017", "--root", tmp_path / "coco", *options)
    assert status == 2
    assert f"{val2017.images[5].name}: No such file or directory; the data set's annotations name this image" in err


def test_data_sets_of_one_root_are_kept_apart(modgap, tmp_path, val2017, options):
    """Both splits of MSCOCO in one folder, as users have them, come to folders of their own."""
    tiny_clip.karpathy(tmp_path / "coco")
    for name, images in (("mscoco-val2017", 12), ("mscoco-karpathy-test", 3)):
        assert modgap(name, "--root", tmp_path / "coco", *options)[0] == 0
        assert load_encoded(tmp_path / "out" / name / TINY).manifest["images"] == images
    folders = [tmp_path / "out" / name / TINY for name in ("mscoco-val2017", "mscoco-karpathy-test")]
    shutil.rmtree(folders[1])
    folders[0].rename(folders[1])
    with pytest.raises(InputError, match="of data set 'mscoco-val2017'"):
        load_encoded(folders[1])
