"""Writing .npz files: what NumPy reads back, blocks of rows, whole or not at all."""

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.npz import RowBlocks, npz_target, write_npz


def read(path):
    with np.load(path, allow_pickle=False) as file:
        return {name: file[name] for name in file}


def test_numpy_reads_what_was_written(tmp_path):
    rows = np.random.default_rng(0).normal(size=(10, 3))
    blocks = RowBlocks(10, np.float32, lambda: (rows[i : i + 4] for i in range(0, 10, 4)))
    arrays = {"flags": np.array([True, False]), "name": np.array("ssp"), "number": np.array(7), "order": rows.T}
    write_npz(tmp_path / "a.npz", {"rows": blocks, **arrays})
    found = read(tmp_path / "a.npz")
    assert list(found) == ["rows", *arrays]
    np.testing.assert_array_equal(found["rows"], rows.astype(np.float32))
    assert found["rows"].dtype == np.float32
    for name, array in arrays.items():
        np.testing.assert_array_equal(found[name], array)


@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), KeyboardInterrupt(), InputError("x", "a", "b")]
)
def test_nothing_is_left_of_a_failure(tmp_path, failure):
    (tmp_path / "a.npz").write_bytes(b"old")

    def blocks():
        yield np.ones((2, 3))
        raise failure

    expected = InputError if isinstance(failure, OSError) else type(failure)
    with pytest.raises(expected):
        write_npz(tmp_path / "a.npz", {"rows": RowBlocks(4, float, blocks)})
    assert [path.name for path in tmp_path.iterdir()] == ["a.npz"]
    assert (tmp_path / "a.npz").read_bytes() == b"old"


def test_missing_rows_and_objects_are_no_file(tmp_path):
    with pytest.raises(ValueError, match="2 rows in blocks of an array of 4"):
        write_npz(tmp_path / "a.npz", {"rows": RowBlocks(4, float, lambda: [np.ones((2, 3))])})
    with pytest.raises(ValueError, match="Object arrays cannot be saved"):
        write_npz(tmp_path / "a.npz", {"objects": np.array([None])})
    assert list(tmp_path.iterdir()) == []


def test_target(tmp_path):
    assert npz_target(str(tmp_path / "a.npz")) == tmp_path / "a.npz"
    with pytest.raises(InputError, match=r"^--out: got 'a.npy'; expected a file name that ends in .npz"):
        npz_target("a.npy")
    with pytest.raises(InputError, match=r"^--file: got .*; expected a file in a folder that exists"):
        npz_target(str(tmp_path / "no" / "a.npz"), "--file")
