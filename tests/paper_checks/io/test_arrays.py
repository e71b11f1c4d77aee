"""Reading embeddings, and the messages for every way a file can be wrong."""

import hashlib
import io
import os
import pickle

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.io import arrays as data
from modgap.paper_checks.io.arrays import REAL_DATA, MissingDataError, load_array, load_pairs, real_data


def save(path, array, **options):
    np.save(path, array, **options)
    return path


@pytest.mark.parametrize("dtype", ["<f8", ">f8", "f4", "f2"])
def test_reads_what_was_written(tmp_path, dtype):
    array = np.arange(12.0).reshape(4, 3).astype(dtype)
    read = load_array("IMAGES.npy", save(tmp_path / "a.npy", array))
    assert read.dtype == array.dtype
    np.testing.assert_array_equal(read, array)


def test_one_file_stands_for_two(tmp_path):
    both = np.random.default_rng(0).normal(size=(2, 5, 3))
    paths = [save(tmp_path / name, rows) for name, rows in zip("xy", both, strict=True) for name in [f"{name}.npy"]]
    for loaded in (load_pairs(save(tmp_path / "both.npy", both)), load_pairs(*paths)):
        np.testing.assert_array_equal(loaded, both)


class Bomb:
    """Unpickling this makes a folder."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (os.mkdir, (str(self.path),))


def test_objects_are_never_unpickled(tmp_path):
    mark = tmp_path / "executed"
    array = np.array([[Bomb(mark)]], dtype=object)
    path = save(tmp_path / "objects.npy", array, allow_pickle=True)
    np.load(path, allow_pickle=True)
    assert mark.exists()
    mark.rmdir()
    with pytest.raises(InputError, match=r"^IMAGES.npy: got '.*objects.npy', which holds Python objects; expected a"):
        load_array("IMAGES.npy", path)
    assert not mark.exists()


def npz(array):
    buffer = io.BytesIO()
    np.savez(buffer, array)
    return buffer.getvalue()


def npy(array):
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"0.1 0.2\n0.3 0.4\n", "in neither .npy, .npz nor .pt format"),
        (b"", "in neither .npy, .npz nor .pt format"),
        (pickle.dumps([1.0, 2.0]), "in neither .npy, .npz nor .pt format"),
        (npz(np.eye(3))[:200], "no readable array"),
        (npz(np.eye(3, dtype=bool)), "holds bool values"),
        (npy(np.eye(3))[:-8], "no readable array"),
        (npy(np.eye(3))[:40], "no readable array"),
        (npy(np.eye(3, dtype=bool)), "holds bool values"),
        (npy(np.eye(3) * 1j), "holds complex128 values"),
        (npy(np.array([["a", "b"]])), "holds <U1 values"),
    ],
)
def test_wrong_content(tmp_path, content, message):
    path = tmp_path / "wrong.npy"
    path.write_bytes(content)
    with pytest.raises(InputError, match=rf"^TEXTS.npy: got '.*wrong.npy', which .*{message}.*; expected a .npy, .npz"):
        load_array("TEXTS.npy", path)


@pytest.mark.parametrize("dtype", ["i1", "u1", "i8"])
def test_integers_are_numbers(tmp_path, dtype):
    array = np.arange(12).reshape(4, 3).astype(dtype)
    read = load_array("IMAGES.npy", save(tmp_path / "a.npy", array))
    assert read.dtype == np.float64
    np.testing.assert_array_equal(read, array)


def test_npz_of_one_array_and_of_both_modalities(tmp_path):
    both = np.random.default_rng(0).normal(size=(2, 5, 3))
    np.savez(tmp_path / "one.npz", both)
    np.savez_compressed(tmp_path / "named.npz", images=both[0], texts=both[1], caption=["a", "b"], label=np.arange(5))
    np.savez(tmp_path / "image.npz", image=both[0], text=both[1])
    for name in ("one", "named", "image"):
        np.testing.assert_array_equal(load_pairs(tmp_path / f"{name}.npz"), both)
    np.savez(tmp_path / "x.npz", both[0])
    np.testing.assert_array_equal(load_pairs(tmp_path / "x.npz", save(tmp_path / "y.npy", both[1])), both)
    np.savez(tmp_path / "other.npz", a=both[0], b=both[1])
    message = r"^IMAGES.npy: got '.*other.npz', which holds the arrays a, b; expected the arrays images and texts"
    with pytest.raises(InputError, match=message):
        load_pairs(tmp_path / "other.npz")
    with pytest.raises(InputError, match=r"^TEXTS.npy: got '.*other.npz', which holds the arrays a, b; expected one"):
        load_pairs(tmp_path / "x.npz", tmp_path / "other.npz")


@pytest.mark.parametrize("kind", ["float32", "float64", "float16", "bfloat16", "int8"])
def test_pt_of_a_tensor_and_of_tensors_by_name(tmp_path, kind):
    torch = pytest.importorskip("torch")
    both = torch.arange(30).reshape(2, 5, 3).to(getattr(torch, kind))
    torch.save(both, tmp_path / "one.pt")
    torch.save({"images": both[0], "texts": both[1].clone().requires_grad_(both.is_floating_point()), "epoch": 3},
               tmp_path / "named.pt")  # fmt: skip
    for name in ("one", "named"):
        np.testing.assert_array_equal(load_pairs(tmp_path / f"{name}.pt"), both.double().numpy())


def test_nothing_in_a_pt_or_npz_file_is_unpickled(tmp_path):
    torch = pytest.importorskip("torch")
    mark = tmp_path / "executed"
    torch.save({"images": Bomb(mark)}, tmp_path / "bomb.pt")
    np.savez(tmp_path / "bomb.npz", images=np.array([Bomb(mark)], dtype=object))
    for name in ("bomb.pt", "bomb.npz"):
        with pytest.raises(InputError, match="which holds Python objects"):
            load_pairs(tmp_path / name)
    assert not mark.exists()


@pytest.mark.parametrize("content", [[1.0, 2.0], "text", {}])
def test_pt_without_tensors(tmp_path, content):
    torch = pytest.importorskip("torch")
    torch.save(content, tmp_path / "odd.pt")
    with pytest.raises(InputError, match=r"^IMAGES.npy: got '.*odd.pt', which holds (a list|a str|no array)"):
        load_pairs(tmp_path / "odd.pt")


def test_npz_header_that_claims_a_huge_array(tmp_path):
    import zipfile

    path = tmp_path / "huge.npz"
    with zipfile.ZipFile(path, "w") as archive, archive.open("images.npy", "w") as file:
        header = {"descr": "<f8", "fortran_order": False, "shape": (1000, 10**12)}
        np.lib.format.write_array_header_1_0(file, header)
        file.write(bytes(800))
    with pytest.raises(InputError, match="no readable array"):
        load_array("IMAGES.npy", path)


def test_header_that_claims_a_huge_array(tmp_path):
    """The claim is compared with the file's length before memory is taken."""
    path = tmp_path / "huge.npy"
    with path.open("wb") as file:
        header = {"descr": "<f8", "fortran_order": False, "shape": (1000, 10**12)}
        np.lib.format.write_array_header_1_0(file, header)
        file.write(bytes(800))
    with pytest.raises(InputError, match="no readable array"):
        load_array("IMAGES.npy", path)


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(InputError, match=r"^IMAGES.npy: got '.*none.npy' \(No such file or directory\)"):
        load_array("IMAGES.npy", tmp_path / "none.npy")
    with pytest.raises(InputError, match=r"^IMAGES.npy: got '.*' \(Is a directory\)"):
        load_array("IMAGES.npy", tmp_path)


@pytest.mark.parametrize("shape", [(4, 3), (3, 4, 3), (2, 4), (2, 2, 4, 3)])
def test_lone_file_of_wrong_shape(tmp_path, shape):
    path = save(tmp_path / "lone.npy", np.ones(shape))
    with pytest.raises(InputError, match=r"^IMAGES.npy: got .* of shape .*; expected shape \(2, N, h\)"):
        load_pairs(path)


def test_second_file_of_wrong_dimension(tmp_path):
    good, both = save(tmp_path / "a.npy", np.ones((4, 3))), save(tmp_path / "b.npy", np.ones((2, 4, 3)))
    with pytest.raises(InputError, match=r"^TEXTS.npy: got .* of shape \(2, 4, 3\); expected shape \(N, h\)"):
        load_pairs(good, both)
    with pytest.raises(InputError, match=r"^IMAGES.npy: got .* of shape \(2, 4, 3\); expected shape \(N, h\)"):
        load_pairs(both, good)


@pytest.mark.real_data
@pytest.mark.parametrize("name", REAL_DATA)
def test_real_data_is_at_hand(name):
    """Never skipped: without the files this fails and says where they come from."""
    assert hashlib.sha256(real_data(name).read_bytes()).hexdigest() == REAL_DATA[name].sha256


@pytest.mark.parametrize("name", REAL_DATA)
def test_missing_real_data_says_where_it_comes_from(name, tmp_path, monkeypatch):
    monkeypatch.setenv("MODGAP_DATA", str(tmp_path))
    with pytest.raises(MissingDataError) as caught:
        real_data(name)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / name}: missing; expected the file of sha256 {REAL_DATA[name].sha256}.")
    assert "public repository https://github.com/" in message
    assert "commit" in message
    assert "MODGAP_DATA" in message


def test_a_file_that_was_renamed_is_named_as_where_it_comes_from(tmp_path, monkeypatch):
    monkeypatch.setenv("MODGAP_DATA", str(tmp_path))
    for name, there in (
        ("mscoco_clip_vitb16_500", "features_clip"),
        ("modalitygap_clasp_random", "features_clasp_random"),
    ):
        with pytest.raises(MissingDataError, match=rf"It comes from the file {there}\.npy of the public repository"):
            real_data(f"{name}.npy")


def test_without_a_folder_the_name_alone_is_said(tmp_path, monkeypatch):
    """As from a wheel: the folder beside the package would be one of the environment."""
    monkeypatch.delenv("MODGAP_DATA", raising=False)
    monkeypatch.setattr(data, "__file__", str(tmp_path / "lib/modgap/io/arrays.py"))
    with pytest.raises(MissingDataError, match=r"^mscoco_clip_vitb16_500\.npy: missing; expected"):
        real_data("mscoco_clip_vitb16_500.npy")


def test_altered_real_data_is_refused(tmp_path, monkeypatch):
    name = "mscoco_clip_vitb16_500.npy"
    (tmp_path / name).write_bytes(b"something else")
    monkeypatch.setenv("MODGAP_DATA", str(tmp_path))
    with pytest.raises(
        MissingDataError, match=rf"another file \(sha256 {hashlib.sha256(b'something else').hexdigest()}"
    ):
        real_data(name)


def test_without_the_variable_the_folder_beside_the_repository_is_used(monkeypatch):
    monkeypatch.delenv("MODGAP_DATA", raising=False)
    repository = data.Path(data.__file__).parents[2]
    try:
        found = str(real_data("mscoco_clip_random_500.npy"))
    except MissingDataError as error:
        found = str(error)
    beside = repository.parent / "shared" / "data"
    # Where there is no such folder its path would help nobody, and the file is named alone.
    shown = beside / "mscoco_clip_random_500.npy" if beside.is_dir() else "mscoco_clip_random_500.npy"
    assert found.startswith(str(shown))


@pytest.mark.parametrize(
    "shape",
    ["(-300, 16)", "(-300, -16)", "(1, -16)", f"({2**70}, 16)", "(2**70, 16)", "(True, 16)", "(1.5, 16)",
     f"({2**62}, 16)", f"({2**33}, {2**33})", f"({2**62}, 4)", "'a'", "16"],
)  # fmt: skip
def test_headers_of_impossible_shapes(shape, tmp_path):
    """One line, never a traceback, a warning, or memory for what the header promises."""
    header = (f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}").ljust(117) + "\n"
    path = tmp_path / "a.npy"
    path.write_bytes(b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode() + bytes(64 * 300))
    with pytest.raises(InputError, match=r"^IMAGES.npy: got .*, (which holds no readable array|whose header)"):
        load_array("IMAGES.npy", path)
