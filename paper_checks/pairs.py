"""The paired embeddings that figures and predictions are computed from: the 500 at hand, or an encoded set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from numerics.checks import embeddings, unit_rows
from paper_checks.data import load_pairs, real_data

__all__ = ["Pairs", "find_pairs", "sample_pairs"]

FloatArray = NDArray[np.float64]


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
        The temperature τ at which the model was trained.
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
    """Return the 500 pairs of `paper_checks.data.REAL_DATA`.

    Raises
    ------
    MissingDataError
        If they are not at hand.
    """
    rows = load_pairs(real_data("mscoco_clip_vitb16_500.npy"))
    images, texts = (unit_rows(name, embeddings(name, part)) for name, part in zip(("images", "texts"), rows))
    return Pairs(images, texts, "MSCOCO val2017 (its first 500 images, one caption each)", "CLIP ViT-B/16")


def find_pairs(folder: str | None) -> Pairs:
    """Return the 500 pairs, or those of the encoded MSCOCO set that `folder` holds."""
    return sample_pairs()
