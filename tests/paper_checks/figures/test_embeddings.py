"""Figures 2 and 4: what is drawn is what was measured, on pairs of known geometry; UMAP seeded or said to be absent."""

import json
import sys

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.align import shared_space_projection
from modgap.paper_checks.figures import embeddings as embedding_figures
from modgap.paper_checks.figures.embeddings import fit_components, write_embeddings, write_projection
from modgap.paper_checks.figures.style import STYLE
from modgap.paper_checks.figures.umap_plane import plane
from modgap.paper_checks.measured.splits import split_halves
from tests.paper_checks.synthetic import hyperplane_pairs


@pytest.fixture
def quick(monkeypatch):
    """Two coordinates in place of UMAP, few rotations and cosines, coarse pictures."""
    monkeypatch.setitem(STYLE, "savefig.dpi", 40)
    monkeypatch.setattr(embedding_figures, "COSINES", 1000)
    monkeypatch.setattr(embedding_figures, "plane", lambda rows, seed, target: rows[:, :2])
    monkeypatch.setattr(embedding_figures, "ROTATIONS", 3)


def test_figure_2_of_two_hyperplanes(quick, tmp_path):
    pairs = hyperplane_pairs()
    paths, record = write_embeddings(pairs, tmp_path)
    assert [path.name for path in paths] == ["fig2.pdf", "fig2.png", "fig2.json"]
    found = record["figures"]
    assert found["gap_degrees"] == pytest.approx(60, abs=1e-9)
    assert found["subspace_dimensions"] == [11, 11]
    # Ten directions in common: two hyperplanes of twelve dimensions always have them.
    assert (found["shared_dimension"], found["shared_dimension_rotated"]) == (10, 10)
    cosines = np.einsum("ij,ij->i", pairs.images, pairs.texts)
    assert found["mean_cosines"]["paired"] == pytest.approx(cosines.mean())
    assert found["components_for_99_percent"] == {"image": 11, "text": 11}
    assert "two hyperplanes" in record["caption"]
    assert json.loads(paths[2].read_text())["limit"] is None


def test_figure_4_is_of_the_pairs_held_out(quick, tmp_path):
    pairs = hyperplane_pairs()
    _, record = write_projection(pairs, tmp_path)
    fitted, held = split_halves(160, 0)
    assert not set(fitted) & set(held)
    fit = shared_space_projection(pairs.images[fitted], pairs.texts[fitted], components=10).fit
    x, y = fit.transform(pairs.images[held], pairs.texts[held])
    assert record["figures"]["after"]["paired_cosine"] == pytest.approx(float(np.einsum("ij,ij->", x, y)) / 80)
    assert record["figures"]["after"]["paired_cosine"] > 1 - 1e-9 > record["figures"]["before"]["paired_cosine"]
    assert (record["epsilon"], record["held_out_pairs"]) == (1e-3, 80)


def drawn(monkeypatch, draw, *names):
    """What panels of figure 2 or 4 are given, and on which axes; no picture is written."""
    monkeypatch.setattr(embedding_figures, "write_figure", lambda *_: [])
    seen = {name: [] for name in names}
    for name in names:
        before = getattr(embedding_figures, name)

        def noted(axes, *given, name=name, before=before):
            seen[name].append((axes, given))
            return before(axes, *given)

        monkeypatch.setattr(embedding_figures, name, noted)
    draw()
    return [seen[name] for name in names]


def test_panels_of_figure_4_are_those_of_the_print(quick, tmp_path, monkeypatch):
    """Cosines after projection on all shared directions, a map of ten of them, and both before."""
    pairs = hyperplane_pairs(dim=16)
    names = ("draw_densities", "draw_plane")
    cosines, planes = drawn(monkeypatch, lambda: write_projection(pairs, tmp_path), *names)
    assert [given[0].shape for _, given in cosines] == [(80, 14), (80, 16)]
    assert [given[0].shape for _, given in planes] == [(80, 10), (80, 16)]
    # The print's (a) holds cosines and its (b) the map.
    figure = planes[0][0].get_figure()
    assert [panel.get_xlabel()[:6] for panel in figure.axes] == ["cosine", "UMAP 1", "cosine", "UMAP 1"]


def test_panel_c_of_figure_2_is_of_centred_singular_values(quick, tmp_path, monkeypatch):
    """Shares of the variance by rank, not added up, of rows whose mean has been taken off."""
    pairs = hyperplane_pairs()
    (((axes, _),),) = drawn(monkeypatch, lambda: write_embeddings(pairs, tmp_path), "draw_variance")
    for line, rows in zip(axes.get_lines(), (pairs.images, pairs.texts), strict=False):
        centred = np.linalg.svd(rows - rows.mean(axis=0), compute_uv=False) ** 2
        np.testing.assert_allclose(line.get_ydata(), 100 * centred / centred.sum(), atol=1e-9)
        uncentred = np.linalg.svd(rows, compute_uv=False) ** 2
        assert abs(line.get_ydata()[0] - 100 * uncentred[0] / uncentred.sum()) > 5


def test_tolerance_is_widened_only_as_far_as_needed():
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((2, 40, 100)) + 0.3
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    fit, epsilon = fit_components(x, y, 4)
    assert epsilon > 1e-3
    assert fit.shared_dimension == 4
    with pytest.raises(InputError, match="d_overlap"):
        shared_space_projection(x, y, epsilon=epsilon * (1 - 1e-6), components=4)
    with pytest.raises(InputError, match="a principal subspace of 3 dimensions"):
        fit_components(np.eye(3), np.eye(3), 4)


@pytest.mark.slow
def test_umap_is_seeded_and_keeps_clusters_apart():
    pytest.importorskip("umap", exc_type=ImportError)
    rng = np.random.default_rng(0)
    rows = np.repeat(np.eye(2, 8), 12, axis=0) + 0.05 * rng.standard_normal((24, 8))
    first = plane(rows, seed=1)
    assert first.shape == (24, 2)
    np.testing.assert_array_equal(first, plane(rows, seed=1))
    within = max(np.ptp(first[:12], axis=0).max(), np.ptp(first[12:], axis=0).max())
    assert np.linalg.norm(first[:12].mean(axis=0) - first[12:].mean(axis=0)) > within


def test_without_umap_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "umap", None)
    with pytest.raises(InputError, match=r"^fig2: got no umap-learn installed; expected .* 'figures' \(pip"):
        plane(np.eye(5), target="fig2")
