"""Reading embeddings from files, and finding the real ones that tests and figures use."""

from __future__ import annotations

import hashlib
import math
import os
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.extras import installing
from modgap.numerics.checks import InputError

__all__ = ["REAL_DATA", "MissingDataError", "load_array", "load_pairs", "real_data"]

PAIRS = "a .npy, .npz or .pt file of embeddings"
#: What both modalities are called in a file that holds them by name.
SIDES = (("images", "texts"), ("image", "text"))
#: Ways in which reading a damaged file ends.
UNREADABLE = (ValueError, OSError, EOFError, OverflowError, TypeError, MemoryError, LookupError, zipfile.BadZipFile,
              zlib.error, NotImplementedError)  # fmt: skip
ZIP = b"PK"


def load_array(argument: str, path: str | os.PathLike[str]) -> NDArray[np.floating]:
    """Read one array of numbers: from a .npy file, or the only one of a .npz or .pt file. Nothing is ever unpickled.

    Parameters
    ----------
    argument : str
        What to call the file in a message, as IMAGES.npy.
    path : path
        The file. A .npy file is mapped, so that it may be larger than memory; others are read.

    Returns
    -------
    ndarray
        Floating-point numbers; integers, as of quantised embeddings, become float64.

    Raises
    ------
    InputError
        If the file is missing, of none of these kinds, cut short, or holds objects, text, truth values, complex
        numbers, or not one array alone.
    """
    arrays = _arrays(argument, path)
    if len(arrays) != 1:
        expected = "one array, or two of the names images and texts in the place of both files"
        raise InputError(argument, f"'{path}', which holds {_names(arrays)}", expected)
    return next(iter(arrays.values()))


def load_pairs(
    images: str | os.PathLike[str], texts: str | os.PathLike[str] | None = None
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Read paired embeddings: two files of shape (N, h), or one of shape (2, N, h) or with arrays images and texts.

    The rows themselves (NaN, zero, equal N and h) are checked where they are used, by `numerics.checks`.

    Raises
    ------
    InputError
        As `load_array`, or if the number of dimensions is wrong.
    """
    if texts is None:
        first, second = _both(images)
    else:
        first, second = load_array("IMAGES.npy", images), load_array("TEXTS.npy", texts)
    for argument, path, array in (("IMAGES.npy", images, first), ("TEXTS.npy", texts or images, second)):
        if array.ndim != 2:
            raise InputError(argument, f"'{path}' of shape {array.shape}", "shape (N, h), one embedding a row")
    return first, second


def _both(path: str | os.PathLike[str]) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Read both modalities from one file."""
    arrays = _arrays("IMAGES.npy", path)
    for x, y in SIDES:
        if x in arrays and y in arrays:
            return arrays[x], arrays[y]
    if len(arrays) != 1:
        raise InputError("IMAGES.npy", f"'{path}', which holds {_names(arrays)}", "the arrays images and texts in it")
    (array,) = arrays.values()
    if array.ndim != 3 or len(array) != 2:
        expected = "shape (2, N, h) where one file holds both modalities, or a second file TEXTS.npy"
        raise InputError("IMAGES.npy", f"'{path}' of shape {array.shape}", expected)
    return array[0], array[1]


def _names(arrays: Mapping[str, Any]) -> str:
    return f"the arrays {', '.join(arrays)}" if arrays else "no array of numbers"


def _arrays(argument: str, path: str | os.PathLike[str]) -> dict[str, NDArray[np.floating]]:
    """Return the arrays of a file by name; of several only those that hold real numbers."""
    shown = f"'{path}'"
    try:
        with open(path, "rb") as file:
            start = file.read(len(np.lib.format.MAGIC_PREFIX))
    except OSError as error:
        raise InputError(argument, f"{shown} ({error.strerror})", PAIRS) from None
    if start == np.lib.format.MAGIC_PREFIX:
        return {"": _real(argument, shown, _mapped(argument, path))}
    if not start.startswith(ZIP):
        raise InputError(argument, f"{shown}, which is in neither .npy, .npz nor .pt format", PAIRS)
    found = _of_torch(argument, path) if _is_of_torch(path) else _of_numpy(argument, path)
    if len(found) == 1:
        return {name: _real(argument, shown, array) for name, array in found.items()}
    return {name: _real(argument, shown, array) for name, array in found.items() if array.dtype.kind in "fiu"}


def _mapped(argument: str, path: str | os.PathLike[str]) -> NDArray[Any]:
    try:
        # Mapping compares the header's shape with the file's length before any memory is taken.
        with np.errstate(over="ignore"):
            array = np.load(path, mmap_mode="r", allow_pickle=False)
    except UNREADABLE as error:
        raise _unreadable(argument, path, error) from None
    # A header may say True for 1, or lengths whose product wraps round to the file's.
    if any(type(n) is not int for n in array.shape) or math.prod(array.shape) * array.itemsize > os.path.getsize(path):
        raise InputError(argument, f"'{path}', whose header holds the shape {array.shape}", PAIRS)
    return array


def _is_of_torch(path: str | os.PathLike[str]) -> bool:
    """Tell a file of torch.save from one of numpy.savez; both are zip archives."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith("/data.pkl") or name == "data.pkl" for name in archive.namelist())
    except UNREADABLE:
        return False


def _of_numpy(argument: str, path: str | os.PathLike[str]) -> dict[str, NDArray[Any]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                _check_header(archive, member)
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except UNREADABLE as error:
        raise _unreadable(argument, path, error) from None


def _check_header(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Compare a header's shape with the member's length before any memory is taken."""
    if not member.filename.endswith(".npy"):
        raise ValueError(f"{member.filename} is no array")
    with archive.open(member) as file:
        version = np.lib.format.read_magic(file)
        read = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}[version]
        shape, _, dtype = read(file)
        if not dtype.hasobject and math.prod(shape) * dtype.itemsize != member.file_size - file.tell():
            raise ValueError(f"{member.filename} is cut short")


def _of_torch(argument: str, path: str | os.PathLike[str]) -> dict[str, NDArray[Any]]:
    try:
        import torch
    except ModuleNotFoundError:
        how = f"torch, which reads it: {installing('torch')}; or a .npy file"
        raise InputError(argument, f"'{path}', a .pt file", how) from None
    try:
        # With weights_only nothing but tensors and plain containers is made, whatever the file asks for.
        found = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # torch's reader raises many kinds
        raise _unreadable(argument, path, error) from None
    if isinstance(found, torch.Tensor):
        found = {"": found}
    if not isinstance(found, Mapping):
        raise InputError(argument, f"'{path}', which holds a {type(found).__name__}", "a tensor, or tensors by name")
    tensors = {str(name): value.detach() for name, value in found.items() if isinstance(value, torch.Tensor)}
    # NumPy has no bfloat16.
    return {
        name: (value.float() if value.dtype == torch.bfloat16 else value.to_dense()).numpy()
        for name, value in tensors.items()
    }


def _unreadable(argument: str, path: str | os.PathLike[str], error: Exception) -> InputError:
    text = str(error).lower()
    objects = any(sign in text for sign in ("object arrays", "objects in dtype", "weights_only", "unpickl"))
    reason = "Python objects" if objects else "no readable array (empty or cut short?)"
    return InputError(argument, f"'{path}', which holds {reason}", PAIRS)


def _real(argument: str, shown: str, array: NDArray[Any]) -> NDArray[np.floating]:
    if array.dtype.kind in "iu":
        return np.asarray(array, dtype=np.float64)
    if array.dtype.kind != "f":
        raise InputError(argument, f"{shown}, which holds {array.dtype} values", PAIRS)
    return np.asarray(array)


@dataclass(frozen=True)
class RealData:
    """Where a file of real embeddings comes from, and how to know it."""

    sha256: str
    source: str


def _mind_the_gap(name: str) -> str:
    """Return where a file comes from whose name is another one there."""
    return (
        f"the file {name} of the public repository https://github.com/Weixin-Liang/Modality-Gap, folder "
        "Figure_1_Modality_Gap, commit 8e20cb2 (MIT License)"
    )


_DEEP_SUBSPACE = (
    "the public repository https://github.com/manu-kick/Deep-subspace-aligment-and-modality-gap-dimensions, "
    "commit 241b47d (no licence)"
)
_SEARCH = "the public repository https://github.com/Chia213/Search-Engine, commit 72b07e8 (no licence)"
_SPLICE = "the public repository https://github.com/AI4LIFE-GROUP/SpLiCE, data/means, commit 9a498102 (Apache-2.0)"

REAL_DATA = {
    "mscoco_clip_vitb16_500.npy": RealData(
        "7227280ace0f145d2c45afa8ab507a1cb280e9460aa271fe9052d08e35342adb",
        _mind_the_gap("features_clip.npy"),
    ),
    "mscoco_clip_random_500.npy": RealData(
        "c6a5f9ca3fba36d635fd47d20b3cdd5b9ac78dc462070240fdc2ee2786110403",
        _mind_the_gap("features_clip_random.npy"),
    ),
    "mscoco_clip_vitb16_500_rows.json": RealData(
        "b1067592ca001ace59f97ebfa1f54c99d14b5caf0670f59bcf5caf693e7b476b",
        _mind_the_gap("features_clip.npy")
        + ", with the captions of MSCOCO val2017 (https://cocodataset.org, CC BY 4.0)",
    ),
    "mscoco_train_image_means.npz": RealData(
        "ec200069f40f195b0e4e01f22c994b9c97c1e9ae12aec7c8cb074c3dc1a7e601", _SPLICE
    ),
    "modalitygap_convirt.npy": RealData(
        "8cfb9c31888d12726a3f8b551bed64f04b25d1c76d5353b0a3e9efeceb43edb9",
        _mind_the_gap("features_convirt.npy"),
    ),
    "modalitygap_convirt_random.npy": RealData(
        "2fd5698e712d5e0d72256a1b29044b2059818f0575ab12bfcb2c5ae13092007f",
        _mind_the_gap("features_convirt_random.npy"),
    ),
    "modalitygap_videoclip.npy": RealData(
        "53255cac6105c5c47dd1850d77de084957d5f83841ba9ae9254bf7ae998573da",
        _mind_the_gap("features_videoclip.npy"),
    ),
    "modalitygap_videoclip_random.npy": RealData(
        "c57ee05a606c4a9da0d71ad8b5d5c964d780af816890064a693eb178492c0f3b",
        _mind_the_gap("features_videoclip_random.npy"),
    ),
    "modalitygap_clasp.npy": RealData(
        "5a1d12a68729405003fe19b271a38ae35adab97c139e4b4a51d70b18c44bf628",
        _mind_the_gap("features_clasp.npy"),
    ),
    "modalitygap_clasp_random.npy": RealData(
        "2a159d008b7527e9fbd3de49daf9116d9500d1aaa250c3a5b009b162c5f4066b",
        _mind_the_gap("features_clasp_random.npy"),
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
    given = os.environ.get("MODGAP_DATA")
    path = Path(given or beside) / name
    if not path.is_file():
        found = "missing"
    elif (digest := hashlib.sha256(path.read_bytes()).hexdigest()) != known.sha256:
        found = f"another file (sha256 {digest})"
    else:
        return path
    # Of an installed package the folder beside lies in the environment's own, where nobody looks.
    shown = path if given or beside.is_dir() else name
    raise MissingDataError(
        f"{shown}: {found}; expected the file of sha256 {known.sha256}. It comes from {known.source}. "
        "Put it in a folder and name that folder in the environment variable MODGAP_DATA."
    )
