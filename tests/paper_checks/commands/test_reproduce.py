"""`modgap reproduce fig1`: drawn from searches that met the theory, labelled, and honest when one did not."""

import math

import numpy as np
import pytest

from modgap.paper_checks.cli import main
from modgap.paper_checks.figures import convergence as convergence_figure
from modgap.paper_checks.figures.convergence import convergence, draw
from modgap.paper_checks.searches.optimum import Problem
from tests.paper_checks.synthetic import write_encoded

SMALL = {
    "no constraint": Problem("none", 2, 12, 2.0, starts=1),
    "cone": Problem("cone", 3, 24, 0.5, concentration=5.0, starts=1),
    "subspaces": Problem("subspace", 3, 24, 0.2, concentration=20.0, angle=60.0, starts=1),
}


@pytest.fixture
def modgap(capsys, monkeypatch):
    monkeypatch.setattr(convergence_figure, "PROBLEMS", SMALL)

    def run(*args):
        with pytest.raises(SystemExit) as caught:
            main(["reproduce", *(str(arg) for arg in args)])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return run


def test_figure_is_written_with_its_words(modgap, tmp_path):
    status, out, err = modgap("fig1", "--out", tmp_path / "new")
    assert status == 0
    assert out.count("as the theory says") == 3
    assert (tmp_path / "new" / "fig1.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "new" / "fig1.png").read_bytes().startswith(b"\x89PNG")
    assert str(tmp_path / "new" / "fig1.pdf") in err


def test_history_ends_where_the_search_ended():
    run = convergence(SMALL["cone"])
    assert len(run.losses) == len(run.gaps) == int(run.report.minimum.iterations.max())
    assert run.losses[-1] == pytest.approx(run.report.losses[0], abs=1e-12)
    assert run.gaps[-1] == pytest.approx(run.report.shapes[0].gap_degrees, abs=1e-9)
    assert run.losses[0] > run.losses[-1]
    np.testing.assert_allclose(np.linalg.norm(run.after[0], axis=1), 1)
    assert not np.allclose(run.before[0], run.after[0])
    figure = draw({"cone": run})
    assert [axes.get_xlabel() for axes in figure.axes[:2]] == ["step", "step"]


def test_undefined_gap_is_said():
    run = convergence(SMALL["no constraint"])
    assert math.isnan(run.gaps[-1])
    assert any("undefined" in text.get_text() for axes in draw({"free": run}).axes for text in axes.texts)


def test_a_search_that_falls_short_is_status_1(modgap, tmp_path, monkeypatch):
    stopped = {"cone": Problem("cone", 3, 24, 0.5, concentration=5.0, starts=1)}
    monkeypatch.setattr(convergence_figure, "PROBLEMS", stopped)
    solve = convergence_figure.solve
    monkeypatch.setattr(convergence_figure, "solve", lambda *args, **options: solve(*args, max_iterations=1))
    status, out, _ = modgap("fig1", "--out", tmp_path)
    assert status == 1
    assert "falls short" in out


def test_theory_figures_need_no_data(modgap, tmp_path, monkeypatch):
    monkeypatch.setenv("MODGAP_DATA", str(tmp_path))
    status, out, err = modgap("fig5", "--out", tmp_path / "out")
    assert status == 0
    assert "No data are involved" in out
    assert str(tmp_path / "out" / "fig5.json") in err


@pytest.mark.parametrize("target", ["fig2", "fig4", "predictions"])
def test_missing_pairs_are_status_2_and_nothing_is_written(modgap, tmp_path, monkeypatch, target):
    monkeypatch.setenv("MODGAP_DATA", str(tmp_path / "none"))
    status, out, err = modgap(target, "--out", tmp_path / "out")
    assert (status, out) == (2, "")
    assert f"modgap: {target}: " in err
    assert "missing; expected the file of sha256" in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_tables_without_data_are_written_empty_with_status_1(modgap, tmp_path):
    status, out, _ = modgap("table3", "--out", tmp_path)
    assert status == 1
    assert "empty: mscoco-karpathy-test by ViT-L-14: no --data folder was given" in out
    assert out.rstrip("\n") == (tmp_path / "table3.txt").read_text().rstrip("\n")


def test_a_whole_table_is_status_0(modgap, tmp_path):
    rng = np.random.default_rng(0)
    shared, owner = rng.standard_normal((20, 6)) + 1, np.repeat(np.arange(20), 2)
    # Each modality has one coordinate of its own, so that two can be removed, and the means differ in what is shared.
    images, texts = np.zeros((20, 8)), np.zeros((40, 8))
    images[:, :6], images[:, 6] = shared, rng.standard_normal(20) + 2
    texts[:, :6], texts[:, 7] = (
        shared[owner] + 0.1 * rng.standard_normal((40, 6)) + np.eye(6)[0],
        rng.standard_normal(40) + 2,
    )
    write_encoded(tmp_path, "mscoco-karpathy-test", "ViT-L-14", images=images, texts=texts, owner=owner)
    status, out, _ = modgap("table3", "--data", tmp_path, "--out", tmp_path / "out")
    assert status == 0
    assert "empty: " not in out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["fig9"], "TARGET: got 'fig9'; expected one of fig1"),
        ([], "Missing argument 'TARGET'"),
        (["fig1", "--out", __file__], "--out: got "),
        (["fig2", "--data", __file__ + "/none"], "--data: got "),
        (["table1", "--data", __file__], "--data: got "),
    ],
)
def test_bad_input(modgap, args, message):
    status, out, err = modgap(*args)
    assert (status, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1
