"""Synthetic embeddings of known geometry, and encoded data sets on disk."""

import json
import math

import numpy as np
import torch

from modgap.numerics.contrastive.constraints import Subspace, hyperplanes
from modgap.paper_checks.io.encoded import encoded_folder, file_sha256
from modgap.paper_checks.measured.pairs import Pairs


def hyperplane_pairs(dim=12, count=160, degrees=60.0, concentration=6.0, seed=0):
    """Return pairs of Theorem 4: centres orthogonal to C at the angle of the hyperplanes, equal coordinates."""
    constraint = Subspace(*hyperplanes(dim, math.radians(degrees)), concentration, count, seed)
    centre = torch.eye(dim - 1, dtype=torch.float64)[-1:]
    x, y = (rows[0].numpy() for rows in constraint.configuration(constraint.within.place(centre, centre)))
    return Pairs(x, y, "two hyperplanes", "none")


def write_encoded(root, data_set, model, **arrays):
    """Write an encoded data set: images (N, h) and classes, labels or texts, owner; rows are normalised."""
    folder = encoded_folder(root, data_set, model)
    folder.mkdir(parents=True)
    for name, array in arrays.items():
        kind = np.int64 if name in ("owner", "labels") else np.float32
        values = np.asarray(array, dtype=kind)
        if kind is np.float32:
            values /= np.linalg.norm(values, axis=1, keepdims=True)
        np.save(folder / f"{name}.npy", values)
    files = {path.name: file_sha256(path) for path in sorted(folder.glob("*.npy"))}
    dim = np.asarray(arrays["images"]).shape[1]
    manifest = {"format": 1, "data_set": data_set, "model": model, "pretrained": "openai", "dim": dim, "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder
