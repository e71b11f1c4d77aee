"""One pass in blocks against the whole in memory; mapped files; memory."""

import sys
import tracemalloc
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modgap.numerics.checks import InputError, NormalisationWarning
from modgap.numerics.embeddings import summary
from modgap.numerics.embeddings.gap import embedding_geometry, modality_gap
from modgap.numerics.embeddings.summary import summarise, taken, unit_blocks


def two_cones(n=90, dim=5, seed=0):
    rng = np.random.default_rng(seed)
    rows = rng.normal(size=(2, n, dim)) * np.linspace(1.5, 1e-5, dim)
    rows[0, :, 0] += 2
    rows[1, :, 1] += 2
    return rows / np.linalg.norm(rows, axis=2, keepdims=True)


def gram(rows):
    return rows.T @ rows


@given(st.integers(2, 30), st.integers(1, 6), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_blocks_equal_the_whole(n, dim, entries, seed):
    x, y = two_cones(n, dim, seed) if dim > 1 else np.ones((2, n, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(summary, "BLOCK_ENTRIES", entries)
        found = summarise(x, y)
    assert found.paired_cosine == pytest.approx(np.einsum("ij,ij->", x, y) / n, rel=1e-13, abs=1e-15)
    for side, rows in ((found.x, x), (found.y, y)):
        np.testing.assert_allclose(side.mean, rows.mean(axis=0), atol=1e-15)
        np.testing.assert_allclose(gram(side.factor), gram(rows), atol=1e-14 * n)
        centred = rows - rows.mean(axis=0)
        np.testing.assert_allclose(gram(side.centred_factor), gram(centred), atol=1e-14 * n)
        # Small singular values to the accuracy of an SVD, which the eigenvalues of the Gram matrix have not.
        for factor, whole in ((side.factor, rows), (side.centred_factor, centred)):
            values, expected = (np.linalg.svd(a, compute_uv=False) for a in (factor, whole))
            kept = min(len(values), len(expected))
            np.testing.assert_allclose(values[:kept], expected[:kept], atol=2e-15 * n)
            assert (expected[kept:] < 2e-15 * n).all()


def test_geometry_of_blocks_is_that_of_the_whole(monkeypatch):
    x, y = two_cones()
    whole, gap = embedding_geometry(x, y), modality_gap(x, y)
    monkeypatch.setattr(summary, "BLOCK_ENTRIES", 35)
    blocks = embedding_geometry(x, y)
    assert modality_gap(x, y) == pytest.approx(gap, rel=1e-14)
    assert blocks.gap_degrees == pytest.approx(whole.gap_degrees, rel=1e-14)
    assert blocks.effective_rank.text == pytest.approx(whole.effective_rank.text, rel=1e-12)
    np.testing.assert_allclose(blocks.principal_angles_degrees, whole.principal_angles_degrees, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("mode", ["r", "r+", "c"])
def test_mapped_file_in_half_precision(tmp_path, monkeypatch, mode):
    rows = two_cones(n=4000, dim=8).astype(np.float16)
    np.save(tmp_path / "both.npy", rows)
    monkeypatch.setattr(summary, "BLOCK_ENTRIES", 8 * 100)
    mapped = np.load(tmp_path / "both.npy", mmap_mode=mode)
    if mode != "r":
        rows[0, 17], mapped[0, 17] = 0.25, 0.25
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        first, second = (summarise(a[0], a[1]) for a in (mapped, rows))
    assert {w.category for w in caught} <= {NormalisationWarning}
    np.testing.assert_array_equal(first.x.triangle, second.x.triangle)
    assert first.x.rounding == np.finfo(np.float16).eps
    # What was written into the map and not yet to the file is still there.
    np.testing.assert_array_equal(mapped, rows)


def test_memory_is_that_of_a_block(tmp_path, monkeypatch):
    np.save(tmp_path / "both.npy", two_cones(n=20_000, dim=8).astype(np.float32))
    monkeypatch.setattr(summary, "BLOCK_ENTRIES", 8 * 500)
    x, y = np.load(tmp_path / "both.npy", mmap_mode="r")
    tracemalloc.start()
    embedding_geometry(x, y)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * 8 * 8 * 500 < 8 * x.size / 1.5


def resident(path):
    """Bytes of a mapped file that count as this process's."""
    with open("/proc/self/smaps") as lines:
        current = False
        total = 0
        for line in lines:
            if not line.split()[0].endswith(":"):
                current = line.rstrip().endswith(str(path))
            elif current and line.startswith("Rss:"):
                total += 1024 * int(line.split()[1])
    return total


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc; elsewhere only memory is at stake, not the figures")
def test_pages_of_a_mapped_file_are_given_back(tmp_path):
    path = tmp_path / "rows.npy"
    np.save(path, np.random.default_rng(0).normal(size=(40_000, 16)))
    rows = np.random.default_rng(1).permutation(40_000)[:3000]
    for read in (lambda mapped: list(unit_blocks("x", mapped)), lambda mapped: taken(mapped, rows)):
        mapped = np.load(path, mmap_mode="r")
        mapped.sum()
        assert resident(path) >= mapped.nbytes
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NormalisationWarning)
            read(np.asarray(mapped))
        assert resident(path) < mapped.nbytes / 10
        del mapped
    np.testing.assert_array_equal(taken(np.load(path, mmap_mode="r"), rows), np.load(path)[rows])


def test_rows_are_counted_across_blocks(monkeypatch):
    monkeypatch.setattr(summary, "BLOCK_ENTRIES", 35)
    x, y = two_cones()
    y[66] = np.nan
    with pytest.raises(InputError, match=r"^b: got row 66 of 90, which holds NaN or infinity"):
        summarise(x, y, names=("a", "b"))
    y[66], y[30], y[80] = 0, 0.9 * y[30], 1.5 * y[80]
    with pytest.raises(InputError, match=r"^y: got row 66 of 90, which is zero"):
        summarise(x, y)
    y[66] = y[65]
    with pytest.warns(NormalisationWarning, match=r"^y: rows are not of unit norm \(row 80 has norm 1.5\)") as caught:
        summarise(x, y)
    assert len(caught) == 1
