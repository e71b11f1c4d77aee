"""An encoded data set on disk: unit embeddings of its images and of its captions or classes, with a manifest.

The layout is ``DIR/<data set>/<model>/``, with the data set one of `DATA_SETS` and the model a name of open_clip's:

``images.npy``
    (N, h) float32, one unit row an image.
``texts.npy``, ``owner.npy``
    Of a captioned data set: (M, h) float32, one unit row a caption, and (M,) int64, the row of its image.
``classes.npy``, ``labels.npy``
    Of a labelled data set: (K, h) float32, one unit row a class, and (N,) int64, the class of each image.
``manifest.json``
    What was encoded by which model, and the SHA-256 of every other file. No wall-clock time is in it.

Karpathy's test split of MSCOCO and val2017 have 5000 images each, but share only 593: the name of the data set stands
in the path and in the manifest, and the two must agree.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError, load_array

__all__ = ["CAPTIONED", "DATA_SETS", "LABELLED", "Encoded", "encoded_folder", "file_sha256", "load_encoded"]

#: Data sets whose images carry captions, and those whose images carry a class.
CAPTIONED = ("mscoco-karpathy-test", "mscoco-val2017")
LABELLED = ("cifar10", "cifar100", "imagenet-1k-val")
DATA_SETS = CAPTIONED + LABELLED

MANIFEST = "manifest.json"
FORMAT = 1
#: What every manifest states, beside the digests of `files`.
_STATED = ("format", "data_set", "model", "pretrained", "dim", "files")


@dataclass(frozen=True)
class Encoded:
    """The embeddings of one data set by one model. All arrays are memory-mapped and read-only.

    Attributes
    ----------
    images : ndarray, shape (N, h), float32
        Unit rows, one an image.
    texts : ndarray, shape (M, h), float32, or None
        Unit rows, one a caption; None for a labelled data set.
    owner : ndarray, shape (M,), int64, or None
        The row of `images` that each caption describes.
    classes : ndarray, shape (K, h), float32, or None
        Unit rows, one a class: the mean over the prompt templates; None for a captioned data set.
    labels : ndarray, shape (N,), int64, or None
        The row of `classes` to which each image belongs.
    manifest : dict
        The content of manifest.json.
    """

    images: NDArray[np.float32]
    texts: NDArray[np.float32] | None
    owner: NDArray[np.int64] | None
    classes: NDArray[np.float32] | None
    labels: NDArray[np.int64] | None
    manifest: dict[str, Any]

    def first_texts(self) -> NDArray[np.int64]:
        """Return for each image the row of its first caption, shape (N,): ``texts[first_texts()]`` pairs with images.

        Raises
        ------
        InputError
            If the data set has no captions.
        """
        if self.owner is None:
            raise InputError("data set", f"'{self.manifest['data_set']}'", f"one with captions: {', '.join(CAPTIONED)}")
        return np.unique(self.owner, return_index=True)[1]


def encoded_folder(root: str | os.PathLike[str], data_set: str, model: str) -> Path:
    """Return where an encoded data set lies under `root`, whether or not it is there.

    Raises
    ------
    InputError
        If the data set is unknown, or the model's name cannot name a folder.
    """
    if data_set not in DATA_SETS:
        raise InputError("data set", f"'{data_set}'", f"one of {', '.join(DATA_SETS)}")
    if not model or model.startswith(".") or not set("/\\:").isdisjoint(model):
        raise InputError("--model", f"'{model}'", "a model's name as open_clip.list_models() gives it, like ViT-B-32")
    return Path(root) / data_set / model


def load_encoded(folder: str | os.PathLike[str], verify: bool = False) -> Encoded:
    """Open an encoded data set, memory-mapped.

    Parameters
    ----------
    folder : path
        ``DIR/<data set>/<model>``, as `encoded_folder` gives it.
    verify : bool
        Also compare the SHA-256 of every file with the manifest, which reads them whole.

    Raises
    ------
    MissingDataError
        If the folder or one of its files is missing; the message says how to make it.
    InputError
        If a file is not of the form above, the manifest is of another data set or model than the path says, or a
        digest differs.
    """
    path = Path(folder)
    manifest = _manifest(path)
    if verify:
        _compare_digests(path, manifest)
    images = _rows(path, "images.npy", manifest)
    if manifest["data_set"] in CAPTIONED:
        texts = _rows(path, "texts.npy", manifest)
        owner = _indices(path, "owner.npy", len(texts), len(images))
        if len(np.unique(owner)) != len(images):
            raise InputError("owner.npy", f"'{path / 'owner.npy'}', which leaves out images", "a caption of each image")
        return Encoded(images, texts, owner, None, None, manifest)
    classes = _rows(path, "classes.npy", manifest)
    return Encoded(images, None, None, classes, _indices(path, "labels.npy", len(images), len(classes)), manifest)


def file_sha256(path: str | os.PathLike[str]) -> str:
    """Return the SHA-256 of a file's content, as hexadecimal digits."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _present(folder: Path, name: str) -> Path:
    path = folder / name
    if path.is_file():
        return path
    raise MissingDataError(
        f"{path}: missing. Make it by `modgap encode {folder.parent.name} --root <folder of the data set> "
        f"--model {folder.name} --pretrained openai --out {folder.parent.parent}`."
    )


def _manifest(folder: Path) -> dict[str, Any]:
    path, expected = _present(folder, MANIFEST), "a manifest written by `modgap encode`"
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        raise InputError(MANIFEST, f"'{path}', which is not JSON", expected) from None
    if not isinstance(found, dict) or (lacking := [name for name in _STATED if name not in found]):
        what = "no object" if not isinstance(found, dict) else f"no {', '.join(lacking)}"
        raise InputError(MANIFEST, f"'{path}', which holds {what}", expected)
    if found["format"] != FORMAT:
        raise InputError(MANIFEST, f"'{path}' of format {found['format']!r}", f"format {FORMAT}")
    stated = (found["data_set"], found["model"])
    if stated != (folder.parent.name, folder.name) or stated[0] not in DATA_SETS:
        raise InputError(
            MANIFEST,
            f"'{path}' of data set {stated[0]!r} and model {stated[1]!r}",
            f"those that the path names, <data set>/<model>, with a data set among {', '.join(DATA_SETS)}",
        )
    return found


def _compare_digests(folder: Path, manifest: dict[str, Any]) -> None:
    for name, stated in manifest["files"].items():
        if (digest := file_sha256(_present(folder, name))) != stated:
            raise InputError(name, f"'{folder / name}' of sha256 {digest}", f"sha256 {stated}, as the manifest says")


def _rows(folder: Path, name: str, manifest: dict[str, Any]) -> NDArray[np.float32]:
    rows = load_array(name, _present(folder, name))
    if rows.dtype != np.float32 or rows.ndim != 2 or len(rows) == 0 or rows.shape[1] != manifest["dim"]:
        expected = f"float32 values of shape (rows, {manifest['dim']})"
        raise InputError(name, f"'{folder / name}' with {rows.dtype} values of shape {rows.shape}", expected)
    return rows


def _indices(folder: Path, name: str, count: int, below: int) -> NDArray[np.int64]:
    path, expected = _present(folder, name), f"{count} int64 values from 0 to {below - 1}"
    try:
        found = np.load(path, mmap_mode="r", allow_pickle=False)
    except (ValueError, OSError, EOFError):
        raise InputError(name, f"'{path}', which holds no readable array", expected) from None
    if found.dtype != np.int64 or found.shape != (count,):
        raise InputError(name, f"'{path}' with {found.dtype} values of shape {found.shape}", expected)
    if count and not 0 <= found.min() <= found.max() < below:
        raise InputError(name, f"'{path}' with values from {found.min()} to {found.max()}", expected)
    return np.asarray(found)
