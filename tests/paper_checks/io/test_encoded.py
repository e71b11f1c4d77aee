"""The form of an encoded data set: what is read back, and the message for everything that can be missing or wrong."""

import json

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.io.encoded import CAPTIONED, DATA_SETS, encoded_folder, file_sha256, load_encoded

OWNER = [0, 0, 1, 2, 2, 2]


def unit(rows, dim=8):
    drawn = np.random.default_rng(rows).normal(size=(rows, dim))
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def write(tmp_path):
    """Write an encoded data set of three images; arrays may be replaced and manifest entries changed."""

    def run(data_set, arrays=None, **stated):
        folder = encoded_folder(tmp_path, data_set, "ViT-B-32")
        folder.mkdir(parents=True)
        whole = {"images": unit(3)}
        if data_set in CAPTIONED:
            whole |= {"texts": unit(6), "owner": np.array(OWNER)}
        else:
            whole |= {"classes": unit(2), "labels": np.array([1, 0, 1])}
        for name, array in (whole | (arrays or {})).items():
            np.save(folder / f"{name}.npy", array)
        files = {path.name: file_sha256(path) for path in sorted(folder.glob("*.npy"))}
        manifest = {"format": 1, "data_set": data_set, "model": "ViT-B-32", "pretrained": "openai", "dim": 8}
        (folder / "manifest.json").write_text(json.dumps(manifest | {"files": files} | stated))
        return folder

    return run


@pytest.mark.parametrize("data_set", DATA_SETS)
def test_reads_what_was_written(write, data_set):
    found = load_encoded(write(data_set), verify=True)
    np.testing.assert_array_equal(found.images, unit(3))
    assert found.manifest["data_set"] == data_set
    if data_set in CAPTIONED:
        np.testing.assert_array_equal(found.texts, unit(6))
        assert found.owner.tolist() == OWNER
        assert (found.classes, found.labels) == (None, None)
    else:
        np.testing.assert_array_equal(found.classes, unit(2))
        assert found.labels.tolist() == [1, 0, 1]
        assert (found.texts, found.owner) == (None, None)


def test_nothing_is_read_into_memory_and_nothing_can_be_overwritten(write):
    found = load_encoded(write("cifar10"))
    for array in (found.images, found.classes, found.labels):
        assert isinstance(array.base, np.memmap)
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_first_caption_of_each_image(write):
    folder = write("mscoco-val2017", {"owner": np.array([2, 0, 1, 1, 0, 2])})
    assert load_encoded(folder).first_texts().tolist() == [1, 2, 0]


def test_a_labelled_data_set_has_no_captions(write):
    with pytest.raises(InputError, match=r"^data set: got 'cifar10'; expected one with captions"):
        load_encoded(write("cifar10")).first_texts()


@pytest.mark.parametrize("name", ["manifest.json", "images.npy", "texts.npy", "owner.npy"])
def test_missing_file_says_how_to_make_it(write, name, tmp_path):
    folder = write("mscoco-karpathy-test")
    (folder / name).unlink()
    with pytest.raises(MissingDataError) as caught:
        load_encoded(folder)
    message = str(caught.value)
    assert message.startswith(f"{folder / name}: missing. Make it by `modgap encode mscoco-karpathy-test --root ")
    assert f"--model ViT-B-32 --pretrained openai --out {tmp_path}`" in message


def test_missing_folder(tmp_path):
    with pytest.raises(MissingDataError, match=r"ViT-L-14.manifest.json: missing. Make it by `modgap encode cifar100 "):
        load_encoded(encoded_folder(tmp_path, "cifar100", "ViT-L-14"))


def test_two_splits_of_mscoco_are_never_mixed_up(write, tmp_path):
    folder = write("mscoco-val2017")
    moved = encoded_folder(tmp_path, "mscoco-karpathy-test", "ViT-B-32")
    moved.parent.mkdir()
    folder.rename(moved)
    with pytest.raises(InputError, match=r"of data set 'mscoco-val2017' and model 'ViT-B-32'; expected those that"):
        load_encoded(moved)


def test_a_model_is_never_taken_for_another(write):
    folder = write("cifar10", model="ViT-L-14")
    with pytest.raises(InputError, match="model 'ViT-L-14'; expected those that the path names"):
        load_encoded(folder)


@pytest.mark.parametrize("name", ["images.npy", "texts.npy", "owner.npy"])
def test_changed_file_is_caught_by_its_digest(write, name):
    folder = write("mscoco-val2017")
    content = bytearray((folder / name).read_bytes())
    content[-8] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(InputError, match=rf"^{name}: got .* of sha256 [0-9a-f]{{64}}; expected sha256 "):
        load_encoded(folder, verify=True)


@pytest.mark.parametrize(
    ("name", "array", "message"),
    [
        ("images", unit(3).astype(np.float64), "with float64 values of shape"),
        ("images", unit(3, dim=7), r"of shape \(3, 7\); expected float32 values of shape \(rows, 8\)"),
        ("images", unit(3)[0], r"of shape \(8,\)"),
        ("texts", unit(6)[:0], r"of shape \(0, 8\)"),
        ("texts", np.arange(6), r"with float64 values of shape \(6,\); expected float32"),
        ("owner", np.array([0, 1]), r"of shape \(2,\); expected 6 int64 values from 0 to 2"),
        ("owner", np.array([0, 0, 1, 2, 2, 3]), "values from 0 to 3; expected 6 int64 values from 0 to 2"),
        ("owner", np.array([0, 0, 1, 2, 2, -1]), "values from -1 to 2"),
        ("owner", np.array([0, 0, 1, 1, 1, 1]), "leaves out images"),
        ("owner", np.array(OWNER, dtype=np.int32), "with int32 values"),
        ("owner", np.array(OWNER, dtype=object), "no readable array"),
    ],
)
def test_wrong_array(write, name, array, message):
    with pytest.raises(InputError, match=rf"^{name}.npy: got .*{message}"):
        load_encoded(write("mscoco-val2017", {name: array}))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "which is not JSON"),
        ("[]", "which holds no object"),
        ('{"format": 1}', "which holds no data_set, model, pretrained, dim, files"),
    ],
)
def test_wrong_manifest(write, content, message):
    folder = write("cifar10")
    (folder / "manifest.json").write_text(content)
    with pytest.raises(InputError, match=rf"^manifest.json: got .*{message}; expected a manifest written by"):
        load_encoded(folder)


def test_manifest_of_another_format(write):
    with pytest.raises(InputError, match="of format 2; expected format 1"):
        load_encoded(write("cifar10", format=2))


@pytest.mark.parametrize("model", ["", "../ViT-B-32", "hf-hub:some/model", ".hidden"])
def test_a_name_that_leaves_the_folder_is_refused(tmp_path, model):
    with pytest.raises(InputError, match=r"^--model: got "):
        encoded_folder(tmp_path, "cifar10", model)


def test_unknown_data_set(tmp_path):
    with pytest.raises(InputError, match=r"^data set: got 'mscoco'; expected one of mscoco-karpathy-test, mscoco-val"):
        encoded_folder(tmp_path, "mscoco", "ViT-B-32")
