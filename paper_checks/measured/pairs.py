"""The paired embeddings that figures and predictions are computed from: the 500 at hand, or an encoded set."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, embeddings, unit_rows
from modgap.paper_checks.io.arrays import MissingDataError, load_pairs, real_data
from modgap.paper_checks.io.encoded import CAPTIONED, Encoded, encoded_folder, load_encoded

__all__ = [
    "MODELS",
    "REAL_SETS",
    "Pairs",
    "embedded_pairs",
    "embedded_sample",
    "encoded_pairs",
    "file_pairs",
    "find_pairs",
    "given_pairs",
    "real_pairs",
    "require_root",
    "sample_pairs",
    "trained_pairs",
]

FloatArray = NDArray[np.float64]

NAMES = ("images", "texts")
#: The models of the paper's tables and figures, in the order in which figures look for them.
MODELS = ("ViT-B-32", "ViT-B-16", "ViT-L-14")


@dataclass(frozen=True, eq=False)
class Pairs:
    """Paired embeddings and what they are.

    Attributes
    ----------
    images, texts : ndarray, shape (N, h)
        Unit rows; row i of both is a pair.
    data, model : str
        Whose images and captions, and encoded by which model.
    temperature : float or None
        The temperature τ at which the model was trained: CLIP's logit scale ends at 100 (Radford et al. 2021). None
        where it is not known.
    """

    images: FloatArray
    texts: FloatArray
    data: str
    model: str
    temperature: float | None = 0.01

    @property
    def dim(self) -> int:
        """The dimension h."""
        return self.images.shape[1]

    @property
    def limit(self) -> str | None:
        """What so few pairs cannot tell, or None where N > h."""
        if len(self.images) > self.dim:
            return None
        return (
            f"N = {len(self.images)} ≤ h = {self.dim}: any so few rows lie in a subspace; ranks, shared dimension and "
            "principal angles say little about the population"
        )

    @property
    def title(self) -> str:
        """One line for a caption."""
        return f"{len(self.images)} pairs of {self.data}, {self.model}, h = {self.dim}"

    def record(self) -> dict[str, Any]:
        """Return the same as JSON values."""
        pairs, dim = self.images.shape
        return {"data": self.data, "model": self.model, "pairs": pairs, "dim": dim, "limit": self.limit}


@dataclass(frozen=True)
class RealSet:
    """What a file of `modgap.paper_checks.io.arrays.REAL_DATA` holds: data, model, and its temperature if known."""

    data: str
    model: str
    temperature: float | None


_VAL2017 = "MSCOCO val2017 (its first 500 images, one caption each)"
_CHESTS, _VIDEOS, _PROTEINS = "chest radiographs and reports", "videos and texts", "proteins and texts"
#: Temperatures: CLIP's ends at 0.01 (Radford et al. 2021), ConVIRT's is 0.1 (Zhang et al. 2020). A model that was not
#: trained is given that of its trained fellow.
REAL_SETS = {
    "mscoco_clip_vitb16_500.npy": RealSet(_VAL2017, "CLIP ViT-B/16", 0.01),
    "mscoco_clip_random_500.npy": RealSet(_VAL2017, "CLIP ViT-B/16, untrained", 0.01),
    "flickr8k_vitb32_100x5.npz": RealSet("Flickr8k (100 images, one caption each)", "CLIP ViT-B/32", 0.01),
    "cifar10_vitb32_laion2b_848.npz": RealSet("CIFAR-10 (848 images with their class)", "OpenCLIP ViT-B/32", 0.01),
    "modalitygap_convirt.npy": RealSet(_CHESTS, "ConVIRT", 0.1),
    "modalitygap_convirt_random.npy": RealSet(_CHESTS, "ConVIRT, untrained", 0.1),
    "modalitygap_videoclip.npy": RealSet(_VIDEOS, "VideoCLIP", None),
    "modalitygap_videoclip_random.npy": RealSet(_VIDEOS, "VideoCLIP, untrained", None),
    "modalitygap_clasp.npy": RealSet(_PROTEINS, "CLASP", None),
    "modalitygap_clasp_random.npy": RealSet(_PROTEINS, "CLASP, untrained", None),
}


def sample_pairs() -> Pairs:
    """Return the 500 pairs of `paper_checks.io.arrays.REAL_DATA`.

    Raises
    ------
    MissingDataError
        If they are not at hand.
    """
    return real_pairs("mscoco_clip_vitb16_500.npy")


def real_pairs(name: str) -> Pairs:
    """Return the pairs of a key of `REAL_SETS`; of several captions of an image the first, of a class its name.

    Raises
    ------
    MissingDataError
        If they are not at hand.
    """
    path, known = real_data(name), REAL_SETS[name]
    if path.suffix == ".npy":
        found: Any = load_pairs(path)
    else:
        with np.load(path, allow_pickle=False) as arrays:
            if "image_id" in arrays:
                first = np.sort(np.unique(arrays["image_id"], return_index=True)[1])
                found = arrays["image"][first], arrays["text"][first]
            else:
                found = arrays["image"], arrays["class_text"][arrays["label"]]
    return _pairs(found, known.data, known.model, known.temperature)


def file_pairs(path: Path) -> Pairs:
    """Return the pairs of a file (2, N, h), by what `REAL_SETS` says of its name, if its temperature is known there.

    Raises
    ------
    InputError
        If it is not of that form.
    """
    if path == embedded_sample():
        return embedded_pairs()
    known = REAL_SETS.get(path.name, RealSet(path.name, "a model that the file does not name", None))
    return _pairs(load_pairs(path), known.data, known.model, known.temperature)


def trained_pairs(folder: Path) -> Pairs:
    """Return the held-out pairs of a folder that `modgap train` has finished.

    Raises
    ------
    InputError
        If it is not whole.
    """
    try:
        record = json.loads((folder / "run.json").read_bytes())
        sources, last = record["data"]["sources"], record["history"][-1]
        dim, temperature = record["settings"]["dim"], last["temperature"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise InputError("--data", f"'{folder}' ({error})", "a folder that `modgap train` has finished") from None
    found = load_pairs(folder / "held-out-images.npy", folder / "held-out-texts.npy")
    model = f"a model of `modgap train` (h = {dim}, τ = {temperature:.3g})"
    return _pairs(found, f"{', '.join(sources.values())}, held out", model, temperature)


def embedded_sample() -> Path:
    """Return the file of the pairs that come with the package, shape (2, N, h), float16."""
    return Path(__file__).parents[1] / "sample" / "pairs.npy"


def embedded_pairs() -> Pairs:
    """Return the pairs that come with the package: held-out icons and names in a model of `modgap train`."""
    path = embedded_sample()
    record = json.loads(path.with_suffix(".json").read_bytes())
    return _pairs(load_pairs(path), record["data"], record["model"], record["temperature"])


def given_pairs(images: str | None, texts: str | None, sample: bool) -> tuple[Any, Any]:
    """Return the arrays of the files that a command was given, or those that come with the package.

    Raises
    ------
    InputError
        As `load_pairs`; and where there are neither files nor the wish for the sample, or both.
    """
    if sample == (images is not None):
        got = "no file" if images is None else f"'{images}' and --sample"
        raise InputError("IMAGES.npy", got, "one or two files of embeddings, or --sample")
    return load_pairs(embedded_sample()) if images is None else load_pairs(images, texts)


def _pairs(found: Any, data: str, model: str, temperature: float | None) -> Pairs:
    images, texts = (unit_rows(name, embeddings(name, rows)) for name, rows in zip(NAMES, found, strict=True))
    return Pairs(images, texts, data, model, temperature)


def encoded_pairs(encoded: Encoded) -> Pairs:
    """Return each image of a captioned data set with its first caption.

    Raises
    ------
    InputError
        If the data set has no captions, or fewer than two images.
    """
    first = encoded.first_texts()
    assert encoded.texts is not None
    images = unit_rows("images.npy", embeddings("images.npy", encoded.images))
    texts = unit_rows("texts.npy", embeddings("texts.npy", encoded.texts[first]))
    manifest = encoded.manifest
    data = f"{manifest['data_set']} (the first caption of each image)"
    return Pairs(images, texts, data, f"{manifest['model']} ({manifest['pretrained']})")


def find_pairs(folder: str | None) -> Pairs:
    """Return the 500 pairs or, given a folder, the first captioned set that `modgap encode` wrote there.

    Parameters
    ----------
    folder : str, optional
        ``DIR`` of ``DIR/<data set>/<model>/``. Data sets are tried in the order of `CAPTIONED`, models in that of
        `MODELS`. Or a file that `modgap gap` takes, or a folder of `modgap train`.

    Raises
    ------
    InputError
        If there is no such folder.
    MissingDataError
        If nothing of the kind is at hand.
    """
    if folder is None:
        return sample_pairs()
    if Path(folder).is_file():
        return file_pairs(Path(folder))
    root = require_root(folder)
    if (root / "run.json").is_file():
        return trained_pairs(root)
    for data_set in CAPTIONED:
        for model in MODELS:
            place = encoded_folder(root, data_set, model)
            if place.is_dir():
                return encoded_pairs(load_encoded(place))
    raise MissingDataError(
        f"{root}: holds no encoded pairs; expected {' or '.join(CAPTIONED)} by one of {', '.join(MODELS)}, "
        "as `modgap encode` writes them"
    )


def require_root(folder: str) -> Path:
    """Return the folder of encoded sets, or raise `InputError` if there is none."""
    root = Path(folder)
    if not root.is_dir():
        raise InputError("--data", f"'{folder}'", "a folder of encoded data sets, as `modgap encode` writes them")
    return root
