"""The model through open_clip: rows against open_clip used by hand, the activation its weights need, bad weights."""

import sys

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.encoding.encoder import load_encoder
from modgap.paper_checks.encoding.sources import ImageFile
from modgap.paper_checks.io.arrays import MissingDataError
from tests.paper_checks import tiny_clip

open_clip = tiny_clip.import_open_clip()

import torch  # noqa: E402 - after open_clip, whose import may need a hand

TINY = tiny_clip.MODEL
PAPER_MODELS = ("ViT-B-32", "ViT-B-16", "ViT-L-14")


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    return str(tiny_clip.make_weights(tmp_path_factory.mktemp("weights"), seed=0))


@pytest.fixture
def by_hand(weights):
    """The tiny model as open_clip loads it, with QuickGELU or not."""

    def load(quick_gelu=False):
        model, _, prepare = open_clip.create_model_and_transforms(TINY, weights, force_quick_gelu=quick_gelu)
        return model.eval(), prepare

    return load


@pytest.fixture
def images(tmp_path):
    for seed in range(4):
        tiny_clip.draw_image(tmp_path / f"{seed}.jpg", seed, "L" if seed == 2 else "RGB")
    return [ImageFile(tmp_path, f"{seed}.jpg").read() for seed in range(4)]


def encoded(encoder, images):
    return encoder.images([encoder.prepare(image) for image in images])


def test_images_are_as_open_clip_encodes_them(weights, by_hand, images):
    model, prepare = by_hand()
    with torch.no_grad():
        expected = [model.encode_image(prepare(image)[None], normalize=True)[0].numpy() for image in images]
    rows = encoded(load_encoder(TINY, weights, "cpu"), images)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(rows, expected, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-7)
    assert np.abs(rows[:, None] - rows)[~np.eye(4, dtype=bool)].max(axis=1).min() > 1e-3, "images must differ"


def test_texts_and_classes_are_as_open_clip_encodes_them(weights, by_hand):
    model, _ = by_hand()
    tokenizer, encoder = open_clip.get_tokenizer(TINY), load_encoder(TINY, weights, "cpu")
    texts = ["a dog\n", "two cats", "word " * 200]
    with torch.no_grad():
        expected = model.encode_text(tokenizer(texts), normalize=True).numpy()
    np.testing.assert_allclose(encoder.texts(texts), expected, atol=1e-6)
    names, templates = ["tench", "goldfish", "hen"], ["a photo of a {}.", "the {}.", "{} art"]
    expected = open_clip.build_zero_shot_classifier(model, tokenizer, names, templates).T.numpy()
    classes = encoder.classes(names, templates)
    np.testing.assert_allclose(classes, expected, atol=1e-6)
    assert np.abs(classes - encoder.classes(names, templates[:1])).max() > 1e-3


@pytest.mark.parametrize("model", PAPER_MODELS)
def test_openais_weights_need_an_activation_that_the_plain_names_lack(model):
    """What the loader has to make good; if open_clip changes either, this says so."""
    assert open_clip.get_pretrained_cfg(model, "openai")["quick_gelu"]
    assert not open_clip.get_model_config(model).get("quick_gelu", False)


def test_a_tag_brings_its_activation(weights, by_hand, images, monkeypatch):
    tag = {**open_clip.get_pretrained_cfg("ViT-B-32", "openai"), "file": weights}
    monkeypatch.setitem(open_clip.pretrained._PRETRAINED, TINY, {"openai": tag})
    encoder = load_encoder(TINY, "openai", "cpu")
    assert (encoder.facts["quick_gelu"], encoder.facts["pretrained"]) == (True, "openai")
    model, prepare = by_hand(quick_gelu=True)
    with torch.no_grad():
        expected = model.encode_image(torch.stack([prepare(image) for image in images]), normalize=True).numpy()
    rows = encoded(encoder, images)
    np.testing.assert_allclose(rows, expected, atol=1e-6)
    with pytest.warns(UserWarning, match="QuickGELU mismatch"):
        naive, _, _ = open_clip.create_model_and_transforms(TINY, "openai")
    with torch.no_grad():
        wrong = naive.eval().encode_image(torch.stack([prepare(image) for image in images]), normalize=True).numpy()
    assert np.abs(rows - wrong).max() > 1e-4


def test_the_activation_of_a_file_is_what_the_user_says(weights, images):
    plain, quick = load_encoder(TINY, weights, "cpu"), load_encoder(TINY, weights, "cpu", quick_gelu=True)
    assert (plain.facts["quick_gelu"], quick.facts["quick_gelu"]) == (False, True)
    assert np.abs(encoded(plain, images) - encoded(quick, images)).max() > 1e-4


def test_an_activation_that_a_tag_does_not_have_is_refused(weights, monkeypatch):
    monkeypatch.setitem(open_clip.pretrained._PRETRAINED, TINY, {"other": {"file": weights}})
    with pytest.raises(InputError, match=r"^--pretrained: got 'other', whose weights were trained without QuickGELU"):
        load_encoder(TINY, "other", "cpu", quick_gelu=True)


def test_facts_tell_weights_apart(weights, tmp_path):
    first = load_encoder(TINY, weights, "cpu").facts
    assert first == load_encoder(TINY, weights, "cpu").facts
    assert (first["model"], first["pretrained"], first["device"]) == (TINY, "seed0.pt", "cpu")
    assert set(first["versions"]) == {"modgap", "open_clip_torch", "torch", "torchvision", "numpy", "pillow"}
    state = torch.load(weights)
    state["visual.proj"][0, 0] += 1e-6
    torch.save(state, tmp_path / "seed0.pt")
    other = load_encoder(TINY, str(tmp_path / "seed0.pt"), "cpu").facts
    assert other["weights"] != first["weights"]
    assert {**other, "weights": 0} == {**first, "weights": 0}


def test_weights_that_encode_to_nan_are_refused(weights, tmp_path, images):
    state = torch.load(weights)
    state["visual.proj"][0, 0] = torch.nan
    torch.save(state, tmp_path / "nan.pt")
    with pytest.raises(InputError, match=r"^--pretrained: got weights that encode to NaN"):
        encoded(load_encoder(TINY, str(tmp_path / "nan.pt"), "cpu"), images)


# --- what cannot be loaded -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "pretrained", "device", "message"),
    [
        ("ViT-B-33", "openai", "cpu", r"^--model: got 'ViT-B-33'; expected a name of open_clip.list_models\(\)"),
        ("ViT-B-32", "opnai", "cpu", r"^--pretrained: got 'opnai'; expected a file .* tag of ViT-B-32: openai, laion"),
        (TINY, "openai", "cpu", r"^--pretrained: got 'openai'; expected a file .* tag of modgap-tiny: none"),
        (TINY, "openai", "tpu", r"^device: got 'tpu'; expected auto, cpu or cuda"),
    ],
)
def test_unknown_names(model, pretrained, device, message, weights):
    with pytest.raises(InputError, match=message):
        load_encoder(model, pretrained, device)


def test_weights_of_another_model(weights):
    with pytest.raises(
        InputError, match=r"^--pretrained: got '.*seed0.pt' \(.*pos_embed.*\); expected weights of the model RN50$"
    ):
        load_encoder("RN50", weights, "cpu")


def test_a_file_that_holds_no_weights(tmp_path, weights):
    path = tmp_path / "weights.pt"
    path.write_bytes(b"no weights")
    with pytest.raises(InputError, match=r"^--pretrained: got '.*weights.pt' \(.*load failed\); expected weights"):
        load_encoder(TINY, str(path), "cpu")


def test_weights_that_cannot_be_downloaded(weights, monkeypatch):
    monkeypatch.setitem(open_clip.pretrained._PRETRAINED, TINY, {"absent": {"hf_hub": "modgap/absent/"}})
    with pytest.raises(MissingDataError, match="weights absent of modgap-tiny: neither cached nor to be had from mod"):
        load_encoder(TINY, "absent", "cpu")


def test_a_tokenizer_that_cannot_be_downloaded(weights, monkeypatch):
    config = tiny_clip.CONFIG | {"text_cfg": tiny_clip.CONFIG["text_cfg"] | {"hf_tokenizer_name": "modgap/absent"}}
    monkeypatch.setitem(open_clip.factory._MODEL_CONFIGS, TINY, config)
    with pytest.raises(MissingDataError, match=r"^tokenizer of modgap-tiny: not to be had \("):
        load_encoder(TINY, weights, "cpu")


def test_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "open_clip", None)
    with pytest.raises(InputError, match=r"^modgap encode: got no usable open_clip .*: pip install .*\[clip\]'"):
        load_encoder(TINY, "openai", "cpu")


def test_torchvision_of_another_build(monkeypatch):
    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            if name == "open_clip":
                raise RuntimeError("operator torchvision::nms does not exist")

    monkeypatch.delitem(sys.modules, "open_clip")
    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    with pytest.raises(InputError, match=r"nms does not exist\); expected torch and torchvision that were built for"):
        load_encoder(TINY, "openai", "cpu")
