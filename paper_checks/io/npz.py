"""Writing an .npz file whole or not at all, of arrays that need not fit into memory."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.whole import new_file_mode

__all__ = ["RowBlocks", "npz_target", "write_npz"]


@dataclass(frozen=True)
class RowBlocks:
    """An array that comes in blocks of rows.

    Attributes
    ----------
    rows : int
        N, of all blocks together.
    dtype
        Of the file.
    blocks : callable
        Returns the blocks, arrays (·, d), at least one.
    """

    rows: int
    dtype: DTypeLike
    blocks: Callable[[], Iterable[NDArray[Any]]]


def npz_target(path: str, option: str = "--out") -> Path:
    """Return the path, or raise `InputError` in the name of the option where no .npz file can be put there."""
    target = Path(path)
    if target.suffix != ".npz":
        raise InputError(option, f"'{path}'", "a file name that ends in .npz")
    if target.is_dir() or not target.parent.is_dir() or not os.access(target.parent, os.W_OK):
        raise InputError(option, f"'{path}'", "a file in a folder that exists and can be written to")
    return target


def write_npz(target: Path, arrays: dict[str, NDArray[Any] | RowBlocks], option: str = "--out") -> None:
    """Write the file under another name in the same folder and then rename it. Nothing is pickled.

    Raises
    ------
    InputError
        In the name of the option, where the file cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            try:
                with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
                    for name, array in arrays.items():
                        with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                            _write_member(member, array)
                file.flush()
                os.fsync(file.fileno())
                os.chmod(file.name, new_file_mode())
                os.replace(file.name, target)
            except BaseException:
                os.unlink(file.name)
                raise
    except OSError as error:
        raise InputError(option, f"'{target}' ({error.strerror})", "a file that can be written") from None


def _write_member(member: Any, array: NDArray[Any] | RowBlocks) -> None:
    if not isinstance(array, RowBlocks):
        np.lib.format.write_array(member, array, allow_pickle=False)
        return
    dtype, written = np.dtype(array.dtype), 0
    for block in array.blocks():
        if not written:
            shape = (array.rows, *block.shape[1:])
            descr = np.lib.format.dtype_to_descr(dtype)
            np.lib.format.write_array_header_1_0(member, {"descr": descr, "fortran_order": False, "shape": shape})
        member.write(np.ascontiguousarray(block, dtype=dtype).data)
        written += len(block)
    if written != array.rows:
        raise ValueError(f"{written} rows in blocks of an array of {array.rows}")
