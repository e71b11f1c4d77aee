"""Data sets read from their published layouts: order, owners, labels, and what is said of everything missing or odd."""

import io
import json
import pickle

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.encoding.cifar import PlainUnpickler
from modgap.paper_checks.encoding.datasets import READERS, read_data_set
from modgap.paper_checks.encoding.imagenet import CLASSES
from modgap.paper_checks.encoding.sources import Captioned, ImageFile
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.io.encoded import CAPTIONED, DATA_SETS
from tests.paper_checks import tiny_clip
from tests.paper_checks.io.test_arrays import Bomb


def test_every_data_set_has_a_reader():
    assert tuple(READERS) == DATA_SETS


def test_val2017_keeps_captions_with_their_images(tmp_path):
    captions = tiny_clip.val2017(tmp_path)
    data = read_data_set("mscoco-val2017", tmp_path)
    assert isinstance(data, Captioned)
    assert [image.name for image in data.images] == [f"val2017/{id_:012d}.jpg" for id_ in captions]
    assert data.captions == tuple(text for texts in captions.values() for text in texts)
    assert data.owner == tuple(row for row, texts in enumerate(captions.values()) for _ in texts)
    assert (len(data.images), len(data.captions), data.whole) == (12, sum(tiny_clip.CAPTIONS), 12)
    assert data.images[3].read().mode == "L"


def test_karpathys_test_split_only(tmp_path):
    names = tiny_clip.karpathy(tmp_path)
    data = read_data_set("mscoco-karpathy-test", tmp_path)
    assert [image.name for image in data.images] == names == [f"val2014/COCO_{at}.jpg" for at in (1, 3, 5)]
    assert data.captions[:6] == tuple(
        f"sentence {j} of {at}" for at, j in ((1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (3, 0))
    )
    assert data.owner == (0,) * 5 + (1,) * 5 + (2,) * 5


@pytest.mark.parametrize(("name", "write"), [("cifar10", tiny_clip.cifar10), ("cifar100", tiny_clip.cifar100)])
def test_cifar(tmp_path, name, write):
    pixels, labels = write(tmp_path)
    data = read_data_set(name, tmp_path)
    np.testing.assert_array_equal([np.asarray(image.read()) for image in data.images], pixels)
    assert data.labels == tuple(labels)
    assert data.class_names == (("airplane", "automobile", "bird") if name == "cifar10" else ("apple", "aquarium fish"))
    assert len(set(data.templates)) == len(data.templates) == 18
    assert data.templates[0] == "a photo of a {}."
    some = {"a black and white photo of the {}.", "a good photo of a {}.", "a photo of the big {}."}
    assert some < set(data.templates)
    assert all(prompt.count("{}") == 1 and prompt.endswith(".") for prompt in data.templates)


def test_the_pickles_are_those_of_python_2(tmp_path):
    """The test's own files have the opcodes of the real ones, whose keys and strings are bytes."""
    tiny_clip.cifar10(tmp_path)
    raw = (tmp_path / "cifar-10-batches-py/test_batch").read_bytes()
    assert b"cnumpy.core.multiarray\n_reconstruct\n" in raw
    assert b"X" + (4).to_bytes(4, "little") + b"data" not in raw
    found = pickle.loads(raw.replace(b"numpy.core", b"numpy._core"), encoding="bytes")
    assert set(found) == {b"data", b"labels", b"batch_label"}


def test_imagenet(tmp_path):
    tiny_clip.import_open_clip()
    tiny_clip.imagenet(tmp_path)
    data = read_data_set("imagenet-1k-val", tmp_path)
    names = [image.name for image in data.images]
    assert names == sorted(names)
    assert [name.split("/")[1] for name in names] == [id_ for id_ in tiny_clip.WORDNET for _ in range(4)]
    assert data.labels == (0,) * 4 + (1,) * 4 + (2,) * 4
    assert data.class_names == tuple(tiny_clip.WORDNET.values())
    assert len(data.templates) == 80
    assert data.templates[0] == "a bad photo of a {}."
    assert all(template.count("{}") == 1 for template in data.templates)


def test_imagenet_with_all_classes_takes_open_clips_names(tmp_path):
    tiny_clip.import_open_clip()
    for k in range(CLASSES):
        (tmp_path / "val" / f"n{k + 10**7:08d}").mkdir(parents=True)
    tiny_clip.draw_image(tmp_path / "val/n10000002/a.JPEG", 0)
    data = read_data_set("imagenet-1k-val", tmp_path)
    assert (data.labels, len(data.class_names)) == ((2,), CLASSES)
    assert data.class_names[:3] == ("tench", "goldfish", "great white shark")


@pytest.mark.parametrize("name", DATA_SETS)
def test_limit_takes_the_first(tmp_path, name):
    tiny_clip.import_open_clip()
    write = {
        "mscoco-karpathy-test": tiny_clip.karpathy,
        "mscoco-val2017": tiny_clip.val2017,
        "imagenet-1k-val": tiny_clip.imagenet,
    }
    write.get(name, getattr(tiny_clip, name, None))(tmp_path)
    whole, part = read_data_set(name, tmp_path), read_data_set(name, tmp_path, 2)
    assert [image.name for image in part.images] == [image.name for image in whole.images[:2]]
    assert part.whole == whole.whole == len(whole.images) > 2
    if name in CAPTIONED:
        assert part.captions == whole.captions[: len(part.owner)]
        assert set(part.owner) == {0, 1}
        assert whole.owner[len(part.owner)] == 2
    else:
        assert part.labels == whole.labels[:2]
        assert part.class_names == whole.class_names
    with pytest.raises(InputError, match=r"^--limit: got 0; expected an integer >= 1"):
        read_data_set(name, tmp_path, 0)


# --- missing and odd -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "first", "source"),
    [
        ("mscoco-karpathy-test", "dataset_coco.json", "cs.stanford.edu"),
        ("mscoco-val2017", "annotations/captions_val2017.json", "cocodataset.org"),
        ("cifar10", "cifar-10-batches-py/test_batch", "cs.toronto.edu"),
        ("cifar100", "cifar-100-python/test", "cs.toronto.edu"),
        ("imagenet-1k-val", "val", "image-net.org"),
    ],
)
def test_missing_data_says_what_and_where_from(tmp_path, name, first, source):
    with pytest.raises(MissingDataError) as caught:
        read_data_set(name, tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / first}: missing. --root names the folder with ")
    assert source in str(caught.value)


def test_missing_folder_of_images(tmp_path):
    tiny_clip.val2017(tmp_path)
    (tmp_path / "val2017").rename(tmp_path / "elsewhere")
    with pytest.raises(MissingDataError, match=r"val2017: missing\. --root names"):
        read_data_set("mscoco-val2017", tmp_path)


def test_unknown_data_set(tmp_path):
    with pytest.raises(
        InputError, match=r"^DATASET: got 'mnist'; expected one of mscoco-karpathy-test, mscoco-val2017"
    ):
        read_data_set("mnist", tmp_path)


def changed(path, change):
    found = json.loads(path.read_text())
    change(found)
    path.write_text(json.dumps(found))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda found: found.pop("images"), "KeyError: 'images'"),
        (lambda found: found["annotations"].append({"image_id": 1, "caption": "x"}), "KeyError: 1"),
        (lambda found: found["images"].append({"id": 1, "file_name": "1.jpg"}), "val2017/1.jpg has no caption"),
        (lambda found: found["annotations"][0].update(caption=" \n"), "has no caption or an empty one"),
        (lambda found: found["images"][0].update(file_name="../../etc/passwd"), "names the image val2017/../../etc"),
        (lambda found: (found["images"].clear(), found["annotations"].clear()), "without any image"),
    ],
)
def test_damaged_annotations(tmp_path, change, message):
    tiny_clip.val2017(tmp_path)
    changed(tmp_path / "annotations/captions_val2017.json", change)
    with pytest.raises(InputError, match=rf"^--root: got '.*captions_val2017.json'.*{message}"):
        read_data_set("mscoco-val2017", tmp_path)


def test_annotations_that_are_no_json(tmp_path):
    tiny_clip.karpathy(tmp_path)
    (tmp_path / "dataset_coco.json").write_text("{")
    with pytest.raises(InputError, match=r"^--root: got '.*dataset_coco.json' \(JSONDecodeError"):
        read_data_set("mscoco-karpathy-test", tmp_path)


def test_a_malicious_pickle_is_refused_and_runs_nothing(tmp_path):
    tiny_clip.cifar10(tmp_path)
    mark, path = tmp_path / "executed", tmp_path / "cifar-10-batches-py/test_batch"
    raw = pickle.dumps({b"data": Bomb(mark), b"labels": [0]})
    pickle.loads(raw)
    assert mark.exists()  # read by pickle itself, it does run
    mark.rmdir()
    path.write_bytes(raw)
    with pytest.raises(InputError, match=r"^--root: got '.*test_batch' \(UnpicklingError: it names posix.mkdir, which"):
        read_data_set("cifar10", tmp_path)
    assert not mark.exists()


@pytest.mark.parametrize(
    ("module", "name"),
    [("builtins", "eval"), ("numpy", "load"), ("numpy", "ndarray.tofile"), ("numpy.core.multiarray", "fromfile")],
)
def test_no_other_name_is_admitted(module, name):
    with pytest.raises(pickle.UnpicklingError, match="not admitted"):
        PlainUnpickler(io.BytesIO(f"c{module}\n{name}\n.".encode())).load()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"data": np.zeros((2, 3072), np.uint8)}, "KeyError"),
        (
            {"data": np.zeros((2, 3072), np.uint8), "labels": [0]},
            r"ValueError: uint8 values of shape \(2, 3072\) for 1",
        ),
        ({"data": np.zeros((1, 3072)), "labels": [0]}, "ValueError: float64 values"),
        ({"data": np.zeros((1, 3072), np.uint8), "labels": [3]}, "labels beyond the 3 classes"),
        ([], "TypeError"),
    ],
)
def test_damaged_cifar(tmp_path, value, message):
    tiny_clip.cifar10(tmp_path)
    tiny_clip.python2_pickle(tmp_path / "cifar-10-batches-py/test_batch", value)
    with pytest.raises(InputError, match=rf"^--root: got '.*test_batch'.*{message}"):
        read_data_set("cifar10", tmp_path)


def test_cut_short_pickle(tmp_path):
    tiny_clip.cifar10(tmp_path)
    path = tmp_path / "cifar-10-batches-py/test_batch"
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(InputError, match=r"^--root: got '.*test_batch' \("):
        read_data_set("cifar10", tmp_path)


@pytest.mark.parametrize(
    ("listed", "extra", "message"),
    [
        (None, None, "with 3 folders; expected 1000, or a file classnames.txt beside val"),
        ({"n01440764": "tench"}, None, "classnames.txt', which does not name n01443537"),
        (tiny_clip.WORDNET, "thumbnails", "with the folder thumbnails; expected folders named by WordNet ids"),
    ],
)
def test_imagenet_whose_classes_are_not_known(tmp_path, listed, extra, message):
    tiny_clip.imagenet(tmp_path, listed)
    if extra:
        (tmp_path / "val" / extra).mkdir()
    with pytest.raises(InputError, match=rf"^--root: got '.*{message}"):
        read_data_set("imagenet-1k-val", tmp_path)


@pytest.mark.parametrize("damage", [lambda raw: b"", lambda raw: raw[:-300], lambda raw: b"text", lambda raw: raw[40:]])
def test_unreadable_image_is_named(tmp_path, damage):
    tiny_clip.draw_image(tmp_path / "a.jpg", 0)
    (tmp_path / "a.jpg").write_bytes(damage((tmp_path / "a.jpg").read_bytes()))
    with pytest.raises(
        InputError, match=rf"^image: got '{tmp_path / 'a.jpg'}' \((?!.*BytesIO).*; expected a file with"
    ):
        ImageFile(tmp_path, "a.jpg").read()


def test_missing_image_is_named(tmp_path):
    image = ImageFile(tmp_path, "val2017/none.jpg")
    with pytest.raises(MissingDataError, match=r"none.jpg: No such file or directory; the data set's annotations"):
        image.digest()
    with pytest.raises(InputError, match=r"^image: got '.*none.jpg' \(.*No such file"):
        image.read()
