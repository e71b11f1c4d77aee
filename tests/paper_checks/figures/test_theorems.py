"""Figures 3 and 5 draw terms of the claims: their coordinates against closed forms, and what the pictures say."""

import json
import math

import numpy as np
import pytest

from modgap.numerics.bessel.functions import iv_ratio
from modgap.numerics.embeddings.align import translation
from modgap.paper_checks.figures import theorems as theory_drawings
from modgap.paper_checks.figures.style import STYLE
from modgap.paper_checks.figures.theorems import coordinates, point_of, write_geometry, write_translation
from modgap.theory.alignment.methods import TRANSLATED, R, X, Y, with_means
from modgap.theory.alignment.pairs import E_B, P_B, P_C


def test_coordinates_are_those_of_the_hyperplanes():
    point = point_of(60.0, 0.3)
    height = math.sqrt(1 - 0.3**2)
    np.testing.assert_allclose(coordinates(X, point), [0.3, 0, height], atol=1e-15)
    np.testing.assert_allclose(coordinates(E_B, point), [0.5, math.sqrt(0.75), 0], atol=1e-15)
    np.testing.assert_allclose(coordinates(P_C(X), point), coordinates(P_C(Y), point), atol=1e-15)
    np.testing.assert_allclose(coordinates(R(X), point), coordinates(Y, point), atol=1e-15)
    assert np.linalg.norm(coordinates(P_B(X), point) - coordinates(Y, point)) > 0.1


def test_translate_is_that_of_the_method():
    # Pairs that balance across the centres, so that the sample's means are along them; the claim takes m = A(κ).
    kappa = 2.0
    mean = iv_ratio(0.0, kappa)
    leanings = np.array([mean, mean, mean - 0.4, mean - 0.4, mean + 0.1, mean + 0.1])
    leanings += mean - leanings.mean()
    signs = np.array([1, -1, 1, -1, 1, -1])
    points = [point_of(60.0, float(a), np.array([float(s)]), kappa) for a, s in zip(leanings, signs, strict=True)]
    x, y, moved = (np.array([coordinates(v, point) for point in points]) for v in (X, Y, with_means(TRANSLATED)))
    np.testing.assert_allclose(translation(x, y).x, moved, atol=1e-12)


@pytest.fixture
def coarse(monkeypatch):
    monkeypatch.setitem(STYLE, "savefig.dpi", 40)


def test_figure_3_says_what_the_theory_says(coarse, tmp_path):
    paths, record = write_geometry(tmp_path)
    assert [path.name for path in paths] == ["fig3.pdf", "fig3.png", "fig3.json"]
    found = record["figures"]
    assert found["optimum"]["gap_degrees"] == pytest.approx(60)
    assert found["cold_optimum"]["gap_degrees"] == pytest.approx(0, abs=1e-9)
    assert found["cold_optimum"]["loss_shared_centre"] < found["cold_optimum"]["loss_perpendicular"] - 1
    assert found["pair"]["x_y"] < found["pair"]["x_nearest"]
    assert found["alignment"]["rotated_distance"] < 1e-12
    assert json.loads(paths[2].read_text())["data"] is None


def test_figure_5_says_what_the_theory_says(coarse, tmp_path, monkeypatch):
    monkeypatch.setattr(theory_drawings, "TOY_PAIRS", 6)
    _, record = write_translation(tmp_path)
    assert record["figures"]["largest_turn_in_C_radians"] < 1e-12
    assert record["figures"]["mean_length"] == pytest.approx(iv_ratio(0.0, theory_drawings.TOY_CONCENTRATION))
