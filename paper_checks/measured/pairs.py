"""The paired embeddings that figures and predictions are computed from: the 500 at hand, or an encoded set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, embeddings, unit_rows
from modgap.paper_checks.io.arrays import MissingDataError, load_pairs, real_data
from modgap.paper_checks.io.encoded import CAPTIONED, Encoded, encoded_folder, load_encoded

__all__ = ["MODELS", "Pairs", "encoded_pairs", "find_pairs", "require_root", "sample_pairs"]

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
    temperature : float
        The temperature τ at which the model was trained: CLIP's logit scale ends at 100 (Radford et al. 2021).
    """

    images: FloatArray
    texts: FloatArray
    data: str
    model: str
    temperature: float = 0.01

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


def sample_pairs() -> Pairs:
    """Return the 500 pairs of `paper_checks.io.arrays.REAL_DATA`.

    Raises
    ------
    MissingDataError
        If they are not at hand.
    """
    found = load_pairs(real_data("mscoco_clip_vitb16_500.npy"))
    images, texts = (unit_rows(name, embeddings(name, rows)) for name, rows in zip(NAMES, found, strict=True))
    return Pairs(images, texts, "MSCOCO val2017 (its first 500 images, one caption each)", "CLIP ViT-B/16")


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
        `MODELS`.

    Raises
    ------
    InputError
        If there is no such folder.
    MissingDataError
        If nothing of the kind is at hand.
    """
    if folder is None:
        return sample_pairs()
    root = require_root(folder)
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
