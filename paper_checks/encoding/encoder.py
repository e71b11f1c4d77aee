"""A CLIP model through open_clip: what turns images and texts into unit rows, and what identifies it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modgap.extras import installing
from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

__all__ = ["Encoder", "load_encoder", "open_clip"]

#: The packages on whose versions an embedding may depend.
PACKAGES = ("modgap", "open_clip_torch", "torch", "torchvision", "numpy", "pillow")


def _extra() -> str:
    return f"the optional packages for encoding: {installing('clip')}"


def open_clip() -> ModuleType:
    """Return the package open_clip, which is imported only where something is encoded.

    Raises
    ------
    InputError
        If it is not installed, or does not fit the torch that is.
    """
    try:
        import open_clip as package
    except ImportError as error:
        raise InputError("modgap encode", f"no usable open_clip ({error})", _extra()) from None
    # torchvision fails in this way when it was built for another torch.
    except RuntimeError as error:
        expected = f"torch and torchvision that were built for one another; {_extra()}"
        raise InputError("modgap encode", f"no usable open_clip ({error})", expected) from None
    return package


@dataclass(frozen=True)
class Encoder:
    """A model on a device, in float32.

    Attributes
    ----------
    facts : dict
        What the rows depend on: model, pretrained tag, digest of the weights, activation, device, versions.
    dim : int
        Embedding dimension h.
    prepare : callable
        From an image to the model's input, a tensor on the CPU.
    """

    facts: dict[str, Any]
    dim: int
    prepare: Callable[[Image], torch.Tensor]
    _model: Any
    _tokenizer: Callable[[Sequence[str]], torch.Tensor]
    _device: torch.device

    def images(self, prepared: Sequence[torch.Tensor]) -> NDArray[np.float32]:
        """Return the unit rows (n, h) of n prepared images."""
        import torch

        return self._rows(self._model.encode_image, torch.stack(list(prepared)))

    def texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit rows (n, h) of n texts, each cut off at the model's context length."""
        return self._rows(self._model.encode_text, self._tokenizer(list(texts)))

    def classes(self, names: Sequence[str], templates: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit rows (n, h) of n classes: the mean of the unit rows of all prompts, normalised."""
        prompts = [template.format(name) for name in names for template in templates]
        rows = self.texts(prompts).astype(np.float64).reshape(len(names), len(templates), -1).mean(axis=1)
        return _normalised(rows)

    def _rows(self, encode: Callable[[torch.Tensor], torch.Tensor], batch: torch.Tensor) -> NDArray[np.float32]:
        import torch

        # The patch embedding is a convolution, which cuDNN would otherwise round to TF32.
        with torch.inference_mode(), torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
            return _normalised(encode(batch.to(self._device)).double().cpu().numpy())


def load_encoder(model: str, pretrained: str, device: str = "auto", quick_gelu: bool = False) -> Encoder:
    """Load a model with its weights.

    Parameters
    ----------
    model : str
        A name of `open_clip.list_models()`, as ViT-B-32, ViT-B-16, ViT-L-14.
    pretrained : str
        A tag of `open_clip.list_pretrained_tags_by_model(model)`, as openai, whose weights are downloaded if they are
        not cached; or the path of a file of weights, .safetensors or as torch saves them.
    device : str
        auto, cpu or cuda.
    quick_gelu : bool
        Whether the weights of a file were trained with QuickGELU, as OpenAI's were. Of a tag open_clip knows it.

    Raises
    ------
    InputError
        If the model, tag or device is unknown, or the file does not hold weights of that model.
    MissingDataError
        If the weights of a tag are neither cached nor to be had.
    """
    from modgap.numerics.contrastive.optimize import resolve_device

    package, place = open_clip(), resolve_device(device)
    if model not in package.list_models():
        raise InputError("--model", f"'{model}'", "a name of open_clip.list_models(), like ViT-B-32")
    tag = package.get_pretrained_cfg(model, pretrained)
    file = _weights(package, model, pretrained, tag)
    quick = _quick_gelu(package, model, pretrained, tag, quick_gelu)
    try:
        loaded, _, prepare = package.create_model_and_transforms(
            model, pretrained=pretrained if tag else file, precision="fp32", device=place, force_quick_gelu=quick
        )
    except Exception as error:  # whatever torch, safetensors or open_clip say of a file that does not fit
        # Of several paragraphs (torch advises to unpickle anything at all) the first sentence is enough.
        reason = str(error).split("\n")[0].split(". ")[0]
        got = f"'{pretrained}' ({type(error).__name__}: {reason})"
        raise InputError("--pretrained", got, f"weights of the model {model}") from None
    loaded.eval()
    facts = {
        "model": model,
        "pretrained": pretrained if tag else os.path.basename(pretrained),
        "weights": _digest(loaded.state_dict()),
        "quick_gelu": quick,
        "preprocess": dict(sorted(loaded.visual.preprocess_cfg.items())),
        "device": _device_name(place),
        "versions": {name: version(name) for name in PACKAGES},
    }
    dim = int(package.get_model_config(model)["embed_dim"])
    return Encoder(facts, dim, prepare, loaded, _tokenizer(package, model), place)


def _weights(package: ModuleType, model: str, pretrained: str, tag: dict[str, Any]) -> str:
    """Return the path of the file of weights, downloaded by open_clip if need be."""
    if not tag:
        if os.path.isfile(pretrained):
            return pretrained
        known = ", ".join(package.list_pretrained_tags_by_model(model)) or "none"
        raise InputError("--pretrained", f"'{pretrained}'", f"a file of weights, or a tag of {model}: {known}")
    try:
        return package.download_pretrained(tag)
    except Exception as error:  # the network fails in more ways than can be listed
        origin = tag.get("hf_hub") or tag.get("url")
        raise MissingDataError(
            f"weights {pretrained} of {model}: neither cached nor to be had from {origin} ({type(error).__name__}). "
            "Go online once, or give the path of a file of weights as --pretrained."
        ) from None


def _tokenizer(package: ModuleType, model: str) -> Callable[[Sequence[str]], torch.Tensor]:
    try:
        return package.get_tokenizer(model)
    except Exception as error:  # models other than CLIP's own fetch theirs from the network
        reason = str(error).split("\n")[0]
        raise MissingDataError(f"tokenizer of {model}: not to be had ({type(error).__name__}: {reason})") from None


def _quick_gelu(package: ModuleType, model: str, pretrained: str, tag: dict[str, Any], asked: bool) -> bool:
    """Return whether the weights need QuickGELU.

    OpenAI's do, and the models' plain names do not have it. open_clip only warns of that, and the embeddings would be
    those of another network.
    """
    built_in = bool(package.get_model_config(model).get("quick_gelu", False))
    if not tag:
        return asked or built_in
    needed = bool(tag.get("quick_gelu", False))
    if (asked or built_in) and not needed:
        got = f"'{pretrained}', whose weights were trained without QuickGELU"
        raise InputError("--pretrained", got, f"weights with QuickGELU, or {model} without it")
    return needed


def _normalised(rows: NDArray[np.float64]) -> NDArray[np.float32]:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    if not (np.isfinite(norms) & (norms > 0)).all():
        raise InputError("--pretrained", "weights that encode to NaN, infinity or zero", "weights of a trained model")
    return (rows / norms).astype(np.float32)


def _digest(state: dict[str, torch.Tensor]) -> str:
    """Return the SHA-256 of the weights as loaded: names, types, shapes and values."""
    total = hashlib.sha256()
    for name, tensor in sorted(state.items()):
        array = np.ascontiguousarray(tensor.detach().cpu().numpy())
        total.update(f"{name} {array.dtype} {array.shape}\n".encode())
        total.update(array.reshape(-1).view(np.uint8).data)
    return total.hexdigest()


def _device_name(place: torch.device) -> str:
    import torch

    return "cpu" if place.type == "cpu" else f"{place.type}: {torch.cuda.get_device_name(place)}"
