"""Reading embeddings from files, and finding the real ones that tests and figures use."""

from __future__ import annotations

import hashlib
import math
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError

__all__ = ["REAL_DATA", "MissingDataError", "load_array", "load_pairs", "real_data"]

PAIRS = "a .npy file of floating-point embeddings"


def load_array(argument: str, path: str | os.PathLike[str]) -> NDArray[np.floating]:
    """Read one floating-point array from a .npy file. Nothing in the file is ever unpickled.

    Parameters
    ----------
    argument : str
        What to call the file in a message, as IMAGES.npy.
    path : path
        The file.

    Raises
    ------
    InputError
        If the file is missing, no .npy array, cut short, or holds objects, text, integers or complex numbers.
    """
    shown = f"'{path}'"
    try:
        with open(path, "rb") as file:
            start = file.read(len(np.lib.format.MAGIC_PREFIX))
    except OSError as error:
        raise InputError(argument, f"{shown} ({error.strerror})", PAIRS) from None
    if start != np.lib.format.MAGIC_PREFIX:
        kind = "a zip archive (.npz?)" if start.startswith(b"PK") else "not in .npy format"
        raise InputError(argument, f"{shown}, which is {kind}", PAIRS)
    try:
        # Mapping compares the header's shape with the file's length before any memory is taken.
        with np.errstate(over="ignore"):
            array = np.load(path, mmap_mode="r", allow_pickle=False)
    except (ValueError, OSError, EOFError, OverflowError, TypeError) as error:
        objects = "object arrays" in str(error).lower() or "objects in dtype" in str(error)
        reason = "Python objects" if objects else "no readable array (empty or cut short?)"
        raise InputError(argument, f"{shown}, which holds {reason}", PAIRS) from None
    # A header may say True for 1, or lengths whose product wraps round to the file's.
    if any(type(n) is not int for n in array.shape) or math.prod(array.shape) * array.itemsize > os.path.getsize(path):
        raise InputError(argument, f"{shown}, whose header holds the shape {array.shape}", PAIRS)
    if array.dtype.kind != "f":
        raise InputError(argument, f"{shown}, which holds {array.dtype} values", PAIRS)
    return np.asarray(array)


def load_pairs(
    images: str | os.PathLike[str], texts: str | os.PathLike[str] | None = None
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Read paired embeddings: two files of shape (N, h), or one of shape (2, N, h).

    The rows themselves (NaN, zero, equal N and h) are checked where they are used, by `numerics.checks`.

    Raises
    ------
    InputError
        As `load_array`, or if the number of dimensions is wrong.
    """
    first = load_array("IMAGES.npy", images)
    if texts is None:
        if first.ndim != 3 or len(first) != 2:
            expected = "shape (2, N, h) where one file holds both modalities, or a second file TEXTS.npy"
            raise InputError("IMAGES.npy", f"'{images}' of shape {first.shape}", expected)
        return first[0], first[1]
    second = load_array("TEXTS.npy", texts)
    for argument, path, array in (("IMAGES.npy", images, first), ("TEXTS.npy", texts, second)):
        if array.ndim != 2:
            raise InputError(argument, f"'{path}' of shape {array.shape}", "shape (N, h), one embedding a row")
    return first, second


@dataclass(frozen=True)
class RealData:
    """Where a file of real embeddings comes from, and how to know it."""

    sha256: str
    source: str


_MIND_THE_GAP = (
    "the public repository https://github.com/Weixin-Liang/Modality-Gap, folder Figure_1_Modality_Gap, "
    "commit 8e20cb2 (MIT License)"
)
_DEEP_SUBSPACE = (
    "the public repository https://github.com/manu-kick/Deep-subspace-aligment-and-modality-gap-dimensions, "
    "commit 241b47d (no licence)"
)
_SEARCH = "the public repository https://github.com/Chia213/Search-Engine, commit 72b07e8 (no licence)"
_SPLICE = "the public repository https://github.com/AI4LIFE-GROUP/SpLiCE, data/means, commit 9a498102 (Apache-2.0)"

REAL_DATA = {
    "mscoco_clip_vitb16_500.npy": RealData(
        "7227280ace0f145d2c45afa8ab507a1cb280e9460aa271fe9052d08e35342adb", _MIND_THE_GAP
    ),
    "mscoco_clip_random_500.npy": RealData(
        "c6a5f9ca3fba36d635fd47d20b3cdd5b9ac78dc462070240fdc2ee2786110403", _MIND_THE_GAP
    ),
    "mscoco_clip_vitb16_500_rows.json": RealData(
        "b1067592ca001ace59f97ebfa1f54c99d14b5caf0670f59bcf5caf693e7b476b",
        f"{_MIND_THE_GAP}, with the captions of MSCOCO val2017 (https://cocodataset.org, CC BY 4.0)",
    ),
    "mscoco_train_image_means.npz": RealData(
        "ec200069f40f195b0e4e01f22c994b9c97c1e9ae12aec7c8cb074c3dc1a7e601", _SPLICE
    ),
    "modalitygap_convirt.npy": RealData(
        "8cfb9c31888d12726a3f8b551bed64f04b25d1c76d5353b0a3e9efeceb43edb9", _MIND_THE_GAP
    ),
    "modalitygap_convirt_random.npy": RealData(
        "2fd5698e712d5e0d72256a1b29044b2059818f0575ab12bfcb2c5ae13092007f", _MIND_THE_GAP
    ),
    "modalitygap_videoclip.npy": RealData(
        "53255cac6105c5c47dd1850d77de084957d5f83841ba9ae9254bf7ae998573da", _MIND_THE_GAP
    ),
    "modalitygap_videoclip_random.npy": RealData(
        "c57ee05a606c4a9da0d71ad8b5d5c964d780af816890064a693eb178492c0f3b", _MIND_THE_GAP
    ),
    "modalitygap_clasp.npy": RealData(
        "5a1d12a68729405003fe19b271a38ae35adab97c139e4b4a51d70b18c44bf628", _MIND_THE_GAP
    ),
    "modalitygap_clasp_random.npy": RealData(
        "2a159d008b7527e9fbd3de49daf9116d9500d1aaa250c3a5b009b162c5f4066b", _MIND_THE_GAP
    ),
    "cifar10_vitb32_laion2b_848.npz": RealData(
        "5b53f8715f15f35106c80ed55b6636a47a93c9589431fa7c7235c2782480c52b", _DEEP_SUBSPACE
    ),
    "flickr8k_vitb32_100x5.npz": RealData("812052a3761ae5e450cca5e265663905f43a0b7e8d106e299fef5346710ffcc4", _SEARCH),
}


class MissingDataError(FileNotFoundError):
    """A file of real embeddings is not at hand, or is not the one its checksum names."""


def real_data(name: str) -> Path:
    """Return the path of a file of real embeddings, after comparing its SHA-256.

    It is looked for in the folder named by the environment variable MODGAP_DATA, or else in ../shared/data beside
    the repository.

    Parameters
    ----------
    name : str
        A key of `REAL_DATA`.

    Raises
    ------
    MissingDataError
        If it is missing or differs; the message says where it comes from.
    """
    known = REAL_DATA[name]
    beside = Path(__file__).resolve().parents[3] / "shared" / "data"
    path = Path(os.environ.get("MODGAP_DATA") or beside) / name
    if not path.is_file():
        found = "missing"
    elif (digest := hashlib.sha256(path.read_bytes()).hexdigest()) != known.sha256:
        found = f"another file (sha256 {digest})"
    else:
        return path
    raise MissingDataError(
        f"{path}: {found}; expected the file of sha256 {known.sha256}. It comes from {known.source}. "
        "Put it in a folder and name that folder in the environment variable MODGAP_DATA."
    )
