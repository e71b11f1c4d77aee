"""Which pairs figures and predictions are computed from."""

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.measured.pairs import find_pairs, sample_pairs
from tests.paper_checks.synthetic import write_encoded

IMAGES, TEXTS, OWNER = np.eye(3, 4), np.eye(6, 4) + 0.5, [1, 0, 0, 2, 2, 1]


@pytest.mark.real_data
def test_the_500_pairs_and_their_limit():
    pairs = find_pairs(None)
    assert pairs.images.shape == pairs.texts.shape == (500, 512)
    np.testing.assert_allclose(np.linalg.norm(pairs.images, axis=1), 1)
    assert "N = 500 ≤ h = 512" in pairs.record()["limit"]
    assert "ViT-B/16" in pairs.title


def test_missing_pairs_are_named(monkeypatch, tmp_path):
    monkeypatch.setenv("MODGAP_DATA", str(tmp_path))
    with pytest.raises(MissingDataError, match=r"mscoco_clip_vitb16_500\.npy: missing; expected the file of sha256"):
        sample_pairs()


def test_an_encoded_set_gives_each_image_its_first_caption(tmp_path):
    write_encoded(tmp_path, "mscoco-val2017", "ViT-L-14", images=IMAGES, texts=TEXTS, owner=OWNER)
    pairs = find_pairs(str(tmp_path))
    expected = TEXTS[[1, 0, 3]]
    np.testing.assert_allclose(pairs.texts, expected / np.linalg.norm(expected, axis=1, keepdims=True), atol=1e-7)
    assert pairs.data.startswith("mscoco-val2017")
    assert pairs.model == "ViT-L-14 (openai)"


def test_karpathy_and_the_smaller_model_come_first(tmp_path):
    for data_set, model in (("mscoco-val2017", "ViT-B-32"), ("mscoco-karpathy-test", "ViT-L-14"),
                            ("mscoco-karpathy-test", "ViT-B-16")):  # fmt: skip
        write_encoded(tmp_path, data_set, model, images=IMAGES, texts=TEXTS, owner=OWNER)
    pairs = find_pairs(str(tmp_path))
    assert pairs.data.startswith("mscoco-karpathy-test")
    assert pairs.model == "ViT-B-16 (openai)"


def test_enough_pairs_have_no_limit(tmp_path):
    rows = np.vstack([np.eye(4), np.ones((1, 4))])
    write_encoded(tmp_path, "mscoco-val2017", "ViT-B-32", images=rows, texts=rows, owner=range(5))
    assert find_pairs(str(tmp_path)).limit is None


def test_a_folder_without_pairs_and_no_folder(tmp_path):
    with pytest.raises(MissingDataError, match="holds no encoded pairs; expected mscoco-karpathy-test or"):
        find_pairs(str(tmp_path))
    with pytest.raises(InputError, match=r"--data: got '.*none'; expected a folder of encoded data sets"):
        find_pairs(str(tmp_path / "none"))
