"""`modgap gap` from the outside: figures of the real embeddings, JSON, exit statuses, one-line messages."""

import json
import os
import subprocess
import sys
import warnings

import numpy as np
import pytest

from modgap.paper_checks.io.arrays import real_data


@pytest.fixture
def pairs(tmp_path):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(40, 4)) + np.array([2, 0, 0, 0])
    y = x + rng.normal(size=(40, 4)) + np.array([0, 2, 0, 0])
    paths = tmp_path / "images.npy", tmp_path / "texts.npy"
    for path, rows in zip(paths, (x, y), strict=True):
        np.save(path, rows / np.linalg.norm(rows, axis=1, keepdims=True))
    return paths


# The printed digits of the data's own description, from whoever measured them first.
REAL = {
    "mscoco_clip_vitb16_500.npy": {
        "gap": "72.01", "paired": "0.3099", "image_to_text": ("0.552", "0.808"), "text_to_image": ("0.506", "0.766"),
    },
    "mscoco_clip_random_500.npy": {
        "gap": "87.63", "paired": None, "image_to_text": ("0.002", None), "text_to_image": ("0.002", None),
    },
}  # fmt: skip


@pytest.mark.real_data
@pytest.mark.parametrize("name", REAL)
def test_real_embeddings_to_the_printed_digits(modgap, name):
    status, out, err = modgap("gap", "--json", real_data(name))
    assert status == 0
    assert err.count("\n") == 1
    assert "N = 500 rows in dimension h = 512" in err
    found, expected = json.loads(out), REAL[name]
    assert (found["pairs"], found["dim"]) == (500, 512)
    assert f"{found['gap_degrees']:.2f}" == expected["gap"]
    if expected["paired"] is not None:
        assert f"{found['paired_cosine']:.4f}" == expected["paired"]
    for direction in ("image_to_text", "text_to_image"):
        for k, share in zip(("1", "5"), expected[direction], strict=True):
            if share is not None:
                assert f"{found['recall'][direction][k]:.3f}" == share


@pytest.mark.real_data
def test_shuffled_captions_lose_the_recall_and_keep_the_gap(modgap, tmp_path):
    """The pairing is what the recall reads; the gap knows only the means."""
    images, texts = np.load(real_data("mscoco_clip_vitb16_500.npy"))
    np.save(tmp_path / "shifted.npy", np.stack([images, np.roll(texts, 1, axis=0)]))
    found = json.loads(modgap("gap", "--json", tmp_path / "shifted.npy")[1])
    assert f"{found['gap_degrees']:.2f}" == "72.01"
    assert found["recall"]["image_to_text"]["1"] < 0.02
    assert found["paired_cosine"] == pytest.approx(found["unpaired_cosine"], abs=0.01)


def test_json_has_the_keys_of_the_contract(modgap, pairs):
    status, out, err = modgap("gap", *pairs, "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert list(found) == [
        "pairs", "dim", "gap_degrees", "gap_l2", "paired_cosine", "unpaired_cosine", "image_image_cosine",
        "text_text_cosine", "principal_angles_degrees", "effective_rank", "shared_dimension", "vmf_concentration",
        "recall",
        # What goes beyond the contract follows it.
        "alignment", "uniformity", "ims_error", "explained_variance", "score_parts", "recall_sample",
    ]  # fmt: skip
    assert set(found["effective_rank"]) == set(found["vmf_concentration"]) == {"image", "text"}
    assert found["recall"] == {
        direction: {"1": shares["1"], "5": shares["5"], "10": shares["10"]}
        for direction, shares in found["recall"].items()
    }
    assert set(found["recall"]) == {"image_to_text", "text_to_image"}


def test_figures_beyond_the_contract(modgap, pairs):
    from modgap.numerics.embeddings.metrics import alignment, explained_variance, isometry_error, uniformity

    found = json.loads(modgap("gap", *pairs, "--json")[1])
    x, y = map(np.load, pairs)
    assert found["alignment"] == pytest.approx(alignment(x, y), rel=1e-12)
    assert found["uniformity"] == pytest.approx({"image": uniformity(x), "text": uniformity(y)}, rel=1e-12)
    assert found["ims_error"] == pytest.approx(vars(isometry_error(x, y)), rel=1e-12)
    assert found["explained_variance"]["text"] == pytest.approx(explained_variance(y).tolist(), rel=1e-12)
    assert found["recall_sample"] is None


# --- samples, large files and intervals ------------------------------------------------------------------------------


def test_recall_of_a_sample_is_said_and_seeded(modgap, pairs):
    status, out, err = modgap("gap", *pairs, "--json", "--recall-sample", 15, "--seed", 3)
    found, whole = json.loads(out), json.loads(modgap("gap", *pairs, "--json")[1])
    assert status == 0
    assert err == (
        "modgap: warning: recall, uniformity and the parts of scores are those of 15 of the 40 pairs, drawn at random; "
        "among fewer candidates recall is higher\n"
    )
    assert found["recall_sample"] == {"pairs": 15, "seed": 3}
    assert found["recall"] != whole["recall"]
    assert {k: v for k, v in found.items() if k not in ("recall", "uniformity", "score_parts", "recall_sample")} == {
        k: v for k, v in whole.items() if k not in ("recall", "uniformity", "score_parts", "recall_sample")
    }
    again, other = (json.loads(modgap("gap", *pairs, "--json", "--recall-sample", 15, "--seed", s)[1]) for s in (3, 4))
    assert again == found != other
    table = modgap("gap", *pairs, "--recall-sample", 15, "--seed", 3)[1]
    assert "* of 15 pairs drawn at random; seed 3" in table
    assert table.count(" *") == 7
    assert json.loads(modgap("gap", *pairs, "--json", "--recall-sample", 99)[1]) == whole


def test_many_pairs_are_sampled_unasked(modgap, tmp_path, monkeypatch):
    """Blocks, samples and a mapped file in half precision: the figures are those of the arrays in memory."""
    from modgap.numerics.checks import NormalisationWarning
    from modgap.numerics.embeddings import summary
    from modgap.numerics.embeddings.gap import embedding_geometry

    rows = np.random.default_rng(0).normal(size=(2, 10_001, 3)) + 2 * np.eye(3)[:2, None]
    rows = (rows / np.linalg.norm(rows, axis=2, keepdims=True)).astype(np.float16)
    np.save(tmp_path / "both.npy", rows)
    monkeypatch.setattr(summary, "BLOCK_ENTRIES", 3000)
    found = json.loads(modgap("gap", tmp_path / "both.npy", "--json")[1])
    assert found["recall_sample"] == {"pairs": 5000, "seed": 0}
    monkeypatch.undo()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NormalisationWarning)
        geometry = embedding_geometry(*rows)
    assert found["gap_degrees"] == pytest.approx(geometry.gap_degrees, rel=1e-12)
    assert found["effective_rank"]["image"] == pytest.approx(geometry.effective_rank.image, rel=1e-12)


def test_intervals(modgap, pairs):
    args = ("gap", *pairs, "--bootstrap", 100, "--seed", 5)
    status, out, err = modgap(*args, "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    plain = json.loads(modgap("gap", *pairs, "--json")[1])
    intervals = found.pop("intervals")
    assert found == plain
    figures = intervals.pop("figures")
    assert intervals == {"method": "bca", "level": 0.95, "resamples": 100, "seed": 5, "pairs": 40}

    def compare(figure, interval):
        """Every figure of the document has an interval that holds it, under the same keys."""
        if isinstance(interval, dict) and "estimate" in interval:
            count = np.size(interval["estimate"])
            np.testing.assert_allclose(np.ravel(interval["estimate"]), np.ravel(figure)[:count], atol=1e-12)
            ends = np.array([interval[end] for end in ("low", "high")], dtype=float)
            inside = (ends[0] <= interval["estimate"]) & (interval["estimate"] <= ends[1])
            assert (inside | np.isnan(ends[0])).all()
            return
        assert set(interval) == set(figure)
        for key in interval:
            compare(figure[key], interval[key])

    for name in set(plain) - {"pairs", "dim", "score_parts", "recall_sample"}:
        compare(plain[name], figures.pop(name))
    assert figures == {}
    table = modgap(*args)[1]
    low, high = (json.loads(out)["intervals"]["figures"]["gap_degrees"][end] for end in ("low", "high"))
    assert f"[{low:.2f}, {high:.2f}]" in table
    assert "BCa intervals from 100 resamples; seed 5" in table


@pytest.mark.real_data
def test_no_intervals_of_ranks_from_few_rows(modgap):
    source = real_data("mscoco_clip_vitb16_500.npy")
    _, out, err = modgap("gap", source, "--json", "--bootstrap", 100)
    found = json.loads(out)
    assert "no intervals of ranks, angles and spectra: a resample holds about 316 distinct rows, too few" in err
    figures = found["intervals"]["figures"]
    assert "effective_rank" not in figures
    assert figures["gap_degrees"]["low"] < found["gap_degrees"] < figures["gap_degrees"]["high"]
    # The paired cosine does not hold that of other pairs, the recall not that of chance.
    assert figures["paired_cosine"]["low"] > found["unpaired_cosine"]
    assert figures["recall"]["image_to_text"]["1"]["low"] > 0.4


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--bootstrap", 19], "--bootstrap: got 19; expected 0, for no intervals, or an integer of at least 20"),
        (["--recall-sample", 1], "--recall-sample: got 1; expected an integer of at least 2"),
        (["--seed", -1], "--seed: got -1; expected an integer of at least 0"),
    ],
)
def test_bad_options(refused, pairs, args, message):
    assert refused("gap", *pairs, *args) == f"modgap: {message}\n"


# --- output ----------------------------------------------------------------------------------------------------------


def test_table_shows_the_same_figures(modgap, pairs):
    found = json.loads(modgap("gap", *pairs, "--json")[1])
    status, out, _ = modgap("gap", *pairs)
    assert status == 0
    assert f"{found['gap_degrees']:.2f}°" in out
    assert f"{found['paired_cosine']:.4f}" in out
    assert ", ".join(f"{share:.3f}" for share in found["recall"]["text_to_image"].values()) in out


def test_vanishing_mean_is_null_with_a_reason(modgap, tmp_path):
    angles = 2 * np.pi * np.arange(8) / 8
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    np.save(tmp_path / "circle.npy", np.stack([circle, circle]))
    status, out, err = modgap("gap", "--json", tmp_path / "circle.npy")
    found = json.loads(out)
    assert status == 0
    assert found["gap_degrees"] is None
    assert found["vmf_concentration"] == {"image": 0.0, "text": 0.0}
    assert found["paired_cosine"] == pytest.approx(1)
    assert "IMAGES.npy: the mean vanishes" in err
    assert "undefined" in modgap("gap", tmp_path / "circle.npy")[1]


def test_unnormalised_rows_are_warned_of_once(modgap, pairs):
    images, texts = pairs
    np.save(texts, 3 * np.load(texts))
    status, _, err = modgap("gap", images, texts)
    assert status == 0
    assert err.count("\n") == 1
    assert err.startswith("modgap: warning: TEXTS.npy: rows are not of unit norm (row ")


def with_row(rows, index, value):
    rows[index] = value
    return rows


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda x, y: (with_row(x, 5, np.nan), y), "IMAGES.npy: got row 5 of 40, which holds NaN"),
        (lambda x, y: (x, with_row(y, 6, 0)), "TEXTS.npy: got row 6 of 40, which is zero"),
        (lambda x, y: (x, y[:39]), "TEXTS.npy: got shape (39, 4); expected the shape (40, 4) of IMAGES.npy"),
        (lambda x, y: (x, y[:, :3]), "TEXTS.npy: got shape (40, 3); expected the shape (40, 4) of IMAGES.npy"),
        (lambda x, y: (x[:1], y[:1]), "IMAGES.npy: got shape (1, 4); expected (N, h) with N >= 2 rows"),
        (lambda x, y: (x[0], y[0]), "of shape (4,); expected shape (N, h)"),
        (lambda x, y: (x * 1j, y), "which holds complex128 values; expected a .npy, .npz or .pt file of embeddings"),
        (lambda x, y: (x.astype(object), y), "which holds Python objects; expected a .npy, .npz or .pt file"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_and_status_2(refused, pairs, spoil, message):
    for path, rows in zip(pairs, spoil(*map(np.load, pairs)), strict=True):
        np.save(path, rows, allow_pickle=True)
    assert message in refused("gap", *pairs, "--json")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Missing command; expected one of the commands "),
        (["gpa"], "'gpa'"),
        (["gap"], "IMAGES.npy: got no file; expected one or two files of embeddings, or --sample"),
        (["gap", "a", "b", "c"], "unexpected extra argument (c)"),
        (["gap", "--jsn", "a"], "'--jsn'"),
        (["gap", "no-such.npy"], "IMAGES.npy: got 'no-such.npy' (No such file or directory); expected a .npy, .npz or"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(refused, args, message):
    assert message in refused(*args)


def test_figures_are_vector_and_raster(modgap, pairs, tmp_path):
    folder = tmp_path / "new" / "figures"
    status, _, err = modgap("gap", *pairs, "--figures", folder)
    assert status == 0
    for name in ("cosines", "spectrum"):
        assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF")
        assert (folder / f"{name}.png").read_bytes().startswith(b"\x89PNG")
        assert str(folder / f"{name}.pdf") in err


def test_figures_are_labelled_and_drawn_from_the_right_cosines(pairs):
    from modgap.numerics.embeddings.gap import embedding_geometry
    from modgap.paper_checks.figures.gap import cosine_figure, cosine_samples, spectrum_figure

    x, y = map(np.load, pairs)
    geometry = embedding_geometry(x, y)
    samples = cosine_samples(x, y)
    assert samples["unpaired"].mean() == pytest.approx(geometry.unpaired_cosine, rel=1e-12)
    assert samples["text to text"].mean() == pytest.approx(geometry.text_text_cosine, rel=1e-12)
    few = cosine_samples(x, y, size=1000)
    assert len(few["image to image"]) == 1000
    # No row is ever compared with itself.
    assert few["image to image"].max() < 1
    for figure in (cosine_figure(x, y, geometry), spectrum_figure(x, y, geometry)):
        assert all(axes.get_xlabel() and axes.get_ylabel() for axes in figure.axes)


def test_figure_says_when_rows_are_too_few(pairs):
    from modgap.numerics.embeddings.gap import embedding_geometry
    from modgap.paper_checks.figures.gap import spectrum_figure

    x, y = map(np.load, pairs)
    limits = [spectrum_figure(a, b, embedding_geometry(a, b)).get_supxlabel() for a, b in ((x, y), (x[:4], y[:4]))]
    assert limits[0] == ""
    assert limits[1].startswith("N = 4 ≤ h = 4")


def test_figures_folder_that_is_a_file(refused, pairs):
    assert refused("gap", *pairs, "--figures", pairs[0]).startswith("modgap: --figures: got ")


def shell(*args, **options):
    return subprocess.run(
        [sys.executable, "-W", "error", *args], capture_output=True, text=True, timeout=120, check=False, **options
    )


def test_version_starts_without_the_heavy_libraries():
    code = (
        "import sys; from modgap.paper_checks.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit as e: assert not e.code\n"
        "print({'torch', 'numba', 'matplotlib', 'scipy', 'sympy'} & set(sys.modules))"
    )
    done = shell("-c", code)
    assert done.returncode == 0, done.stderr
    version, heavy = done.stdout.splitlines()
    assert version.startswith("modgap 0.")
    assert heavy == "set()"


def test_reader_that_leaves_is_no_traceback(pairs):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "modgap.paper_checks.cli", "gap", "--json", *map(str, pairs)],
        stdout=write, stderr=subprocess.PIPE, text=True, timeout=120, check=False,
    )  # fmt: skip
    os.close(write)
    assert done.returncode == 1
    assert done.stderr == ""


def test_no_resamples_are_no_intervals(modgap, pairs):
    """0 means the same as for `modgap align`."""
    assert modgap("gap", *pairs, "--json", "--bootstrap", 0) == modgap("gap", *pairs, "--json")


def test_shares_of_what_does_not_vary_are_called_undefined(modgap, tmp_path):
    np.save(tmp_path / "pairs.npy", np.eye(4)[:2])
    status, out, _ = modgap("gap", tmp_path / "pairs.npy", tmp_path / "pairs.npy")
    assert status == 0
    assert "nan" not in out
    assert "0.000: undefined: nothing varies" in " ".join(out.replace("│", " ").split())


def test_words_of_the_table_have_a_legend(modgap, pairs):
    out = " ".join(modgap("gap", *pairs)[1].split())
    assert "IMS error: how far heights x·c_x and y·c_y differ" in out
    assert "seed" not in out


def test_resamples_are_judged_before_anything_is_read(refused):
    said = "modgap: --bootstrap: got -1; expected 0, for no intervals, or an integer of at least 20\n"
    assert refused("gap", "nowhere.npy", "--bootstrap", -1) == said


@pytest.mark.parametrize("command", [("gap",), ("align", "--method", "rotation", "--out", "out.npz")])
@pytest.mark.parametrize("rows", [2, 3])
def test_very_few_rows_give_figures_and_no_warnings_of_numpy(modgap, tmp_path, monkeypatch, command, rows):
    """A resample of two rows may hold one of them twice: concentrations are infinite there, and their changes NaN."""
    monkeypatch.chdir(tmp_path)
    x, y = np.random.default_rng(5).standard_normal((2, rows, 4))
    np.save("pairs.npy", np.stack([x, y]) / np.linalg.norm([x, y], axis=-1, keepdims=True))
    status, out, err = modgap(*command, "pairs.npy", "--bootstrap", 60)
    assert (status, "nan" in out) == (0, False)
    assert "Runtime" not in err
