"""The test sets of CIFAR-10 and CIFAR-100, from their Python pickles, of which nothing but arrays and text is admitted.

A pickle may name any function for the reader to call. `PlainUnpickler` admits what the data sets consist of (lists,
dictionaries, byte strings, integers, NumPy arrays) and refuses every other name before anything is called.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from modgap.numerics.checks import InputError
from modgap.paper_checks.encoding.sources import ImageArray, Labelled, require_present

__all__ = ["TEMPLATES", "PlainUnpickler", "cifar10", "cifar100"]

#: The prompts for both: the 18 that CLIP's authors publish for CIFAR (openai/CLIP, data/prompts.md), as in the print.
_LOOKS = ("", "blurry ", "black and white ", "low contrast ", "high contrast ", "bad ", "good ")
TEMPLATES = tuple(
    prompt
    for article in ("a", "the")
    for prompt in (
        *(f"a {look}photo of {article} {{}}." for look in _LOOKS),
        *(f"a photo of {article} {size} {{}}." for size in ("small", "big")),
    )
)
SOURCE = "{folder}/, unpacked from {archive} of https://www.cs.toronto.edu/~kriz/cifar.html"
SIDE, CHANNELS = 32, 3
_RECONSTRUCT = np.empty(0).__reduce__()[0]
#: The only names a pickle may mention, as written by NumPy before and after 2.0.
_ADMITTED: dict[tuple[str, str], Any] = {
    ("numpy.core.multiarray", "_reconstruct"): _RECONSTRUCT,
    ("numpy._core.multiarray", "_reconstruct"): _RECONSTRUCT,
    ("numpy", "ndarray"): np.ndarray,
    ("numpy", "dtype"): np.dtype,
}


class PlainUnpickler(pickle.Unpickler):
    """An unpickler that admits NumPy arrays and the built-in containers, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Return an admitted object.

        Raises
        ------
        pickle.UnpicklingError
            For any other name.
        """
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"it names {module}.{name}, which is not admitted") from None


def cifar10(root: Path, limit: int | None = None) -> Labelled:
    """Read the test set of CIFAR-10: `cifar-10-batches-py/test_batch` and `batches.meta`.

    Parameters
    ----------
    root : Path
        The folder that holds `cifar-10-batches-py`.
    limit : int, optional
        Take only the first so many images.

    Raises
    ------
    MissingDataError
        If a file is missing.
    InputError
        If a file is not of that form, or its pickle names anything but arrays.
    """
    source = SOURCE.format(folder="cifar-10-batches-py", archive="cifar-10-python.tar.gz")
    return _read("cifar10", root / "cifar-10-batches-py", "test_batch", b"labels", "batches.meta", b"label_names",
                 source, limit)  # fmt: skip


def cifar100(root: Path, limit: int | None = None) -> Labelled:
    """Read the test set of CIFAR-100 with its 100 fine classes: `cifar-100-python/test` and `meta`.

    Parameters and errors are those of `cifar10`.
    """
    source = SOURCE.format(folder="cifar-100-python", archive="cifar-100-python.tar.gz")
    return _read("cifar100", root / "cifar-100-python", "test", b"fine_labels", "meta", b"fine_label_names",
                 source, limit)  # fmt: skip


def _read(
    name: str, folder: Path, batch: str, label_key: bytes, meta: str, name_key: bytes, source: str, limit: int | None
) -> Labelled:
    batch_path, meta_path = (require_present(folder, file, source) for file in (batch, meta))

    def images(found: Any) -> tuple[Any, list[int]]:
        pixels, labels = found[b"data"], list(found[label_key])
        if pixels.dtype != np.uint8 or pixels.shape != (len(labels), CHANNELS * SIDE**2) or not labels:
            raise ValueError(f"{pixels.dtype} values of shape {pixels.shape} for {len(labels)} labels")
        return pixels.reshape(-1, CHANNELS, SIDE, SIDE).transpose(0, 2, 3, 1), labels

    class_names = _unpickled(meta_path, lambda found: [name.decode("ascii") for name in found[name_key]])
    pixels, labels = _unpickled(batch_path, images)
    if not set(labels) <= set(range(len(class_names))):
        raise InputError("--root", f"'{batch_path}' with labels beyond the {len(class_names)} classes", "its classes")
    return Labelled(
        name,
        tuple(ImageArray(f"{batch}[{row}]", image) for row, image in enumerate(pixels[:limit])),
        tuple(labels[:limit]),
        tuple(name.replace("_", " ") for name in class_names),
        TEMPLATES,
        len(labels),
    )


def _unpickled(path: Path, use: Callable[[Any], Any]) -> Any:
    """Return what `use` makes of the unpickled file, with one message for whatever is wrong with it."""
    try:
        with path.open("rb") as file:
            return use(PlainUnpickler(file, encoding="bytes").load())
    # A damaged pickle can fail in its own way at every opcode; none of them runs code that is not admitted.
    except Exception as error:
        got = f"'{path}' ({type(error).__name__}: {error})"
        raise InputError("--root", got, "the data set's own pickle, unchanged") from None
