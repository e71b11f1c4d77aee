"""The print's setup of its baselines: the least λ, as many dimensions as shared space projection leaves out."""

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings.align import removal, shared_space_projection, translation
from modgap.numerics.embeddings.gap import modality_gap
from modgap.paper_checks.io.arrays import load_pairs, real_data
from modgap.paper_checks.measured.scores import METHODS
from modgap.paper_checks.measured.setup import equal_removal, least_scale, least_translation
from tests.paper_checks.synthetic import hyperplane_pairs


def noisy_pairs():
    """Pairs near two hyperplanes of R¹², of which projection leaves some gap."""
    pairs, rng = hyperplane_pairs(), np.random.default_rng(1)
    offset = 0.4 * np.eye(12)[3]
    images = pairs.images + offset + 0.02 * rng.standard_normal((160, 12))
    return images / np.linalg.norm(images, axis=1, keepdims=True), pairs.texts


def gap_of(aligned):
    return modality_gap(aligned.x, aligned.y)


def test_the_scale_is_the_least_of_two_decimals():
    x, y = noisy_pairs()
    projected = gap_of(shared_space_projection(x, y))
    moved = least_translation(x, y)
    scale = least_scale(x, y, projected)
    assert 0.01 < scale < 1.5
    assert round(100 * scale) == pytest.approx(100 * scale, abs=1e-9)
    np.testing.assert_allclose(moved.fit.offset, translation(x, y, scale).fit.offset)
    assert gap_of(moved) < projected
    for hundredths in range(round(100 * scale)):
        assert gap_of(translation(x, y, hundredths / 100)) >= projected


def test_a_gap_that_is_there_already_needs_no_translation():
    x, y = noisy_pairs()
    assert least_scale(x, y, np.pi) == 0
    with pytest.raises(InputError, match=r"no λ from 0 to 2 with a gap below 0°"):
        least_scale(x, y, 0.0)


def test_removal_takes_as_many_dimensions_as_projection_leaves_out():
    x, y = noisy_pairs()
    fit = shared_space_projection(x, y).fit
    found = equal_removal(x, y)
    assert len(found.fit.removed) == 12 - fit.shared_dimension > 0
    assert found.x.shape == (160, fit.shared_dimension)
    np.testing.assert_array_equal(found.fit.removed, removal(x, y, 12 - fit.shared_dimension).fit.removed)
    rows = np.random.default_rng(0).standard_normal((30, 3)) + 1
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    with pytest.raises(InputError, match="3 shared dimensions of 3"):
        equal_removal(rows, rows)


def test_the_tables_use_them():
    assert (METHODS["translation"], METHODS["removal"]) == (least_translation, equal_removal)


@pytest.mark.real_data
def test_on_the_pairs_at_hand():
    """The rules on 500 pairs of MSCOCO, against shared space projection at a tolerance at which it applies."""
    x, y = load_pairs(real_data("mscoco_clip_vitb16_500.npy"))
    projected = gap_of(shared_space_projection(x, y, epsilon=0.05))
    scale = least_scale(x, y, projected)
    print(f"gap {np.degrees(modality_gap(x, y)):.2f}°, projected {np.degrees(projected):.2f}°, λ = {scale}")
    assert 0 < scale < 1
    assert gap_of(translation(x, y, scale)) < projected
    assert gap_of(translation(x, y, scale - 0.01)) >= projected
