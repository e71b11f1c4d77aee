"""Figures 6 to 8: what is drawn is the theory's, or what was measured, on pairs of known geometry."""

import numpy as np
import pytest

from modgap.paper_checks.figures import printed
from modgap.paper_checks.figures.style import STYLE
from tests.paper_checks.synthetic import hyperplane_pairs


@pytest.fixture(autouse=True)
def coarse(monkeypatch):
    monkeypatch.setitem(STYLE, "savefig.dpi", 40)


def test_figure_6_is_of_the_theory(tmp_path):
    found = printed._four()
    x, y = found["x"], found["y"]
    np.testing.assert_allclose(np.linalg.norm(x, axis=1), 1)
    np.testing.assert_allclose(x @ x.T, y @ y.T, atol=1e-12)
    np.testing.assert_allclose(x[:, 0], [leaning for _, leaning in printed.PAIRS])
    np.testing.assert_allclose(x[:, 1], 0, atol=1e-15)
    np.testing.assert_allclose(np.linalg.norm(found["x*"], axis=1), 1)
    paths, record = printed.write_projection_in_four(tmp_path)
    assert [path.name for path in paths] == ["fig6.pdf", "fig6.png", "fig6.json"]
    assert record["figures"]["largest_difference_in_C"] < 1e-12


def test_figure_7_says_how_many_lean_towards_their_centre(tmp_path):
    pairs = hyperplane_pairs()
    _, record = printed.write_leaning(pairs, tmp_path)
    mean = pairs.images.mean(axis=0)
    assert record["figures"]["share_acute"]["image"] == np.mean(pairs.images @ mean > 0)


def test_figure_8_has_all_the_variance(tmp_path):
    pairs = hyperplane_pairs()
    shares = printed.singular_shares(pairs.images)
    assert shares.sum() == pytest.approx(100)
    assert shares[-1] == pytest.approx(0, abs=1e-9)
    _, record = printed.write_singular_values(pairs, tmp_path)
    assert record["figures"]["first_share_percent"]["image"] == shares[0]
    assert record["figures"]["first_share_centred_percent"]["image"] < shares[0]
