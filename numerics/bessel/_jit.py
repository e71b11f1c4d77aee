"""How this package compiles its kernels: without the interpreter lock, and kept on disk where that is possible.

Division follows IEEE 754 as in NumPy (no test for a zero divisor), without which no loop with a division is vectorised.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from numba import njit


@cache
def _sources_digest() -> str:
    """Digest of every private module of `numerics`: code and constants of all kernels are among them."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].glob("*/_*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def kernel(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile at the first call; cache the machine code unless no directory for it can be written.

    Numba renews its cache when the file of a function changes, but not when a callee or a constant elsewhere does.
    Hence the stamp that it compares is replaced by a digest of all sources involved.
    """
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        compiled = njit(cache=True, **options)(function)
    except RuntimeError:  # Numba finds no place for its cache
        return njit(**options)(function)
    with suppress(AttributeError, OSError):
        file = compiled._cache._cache_file
        file._source_stamp = _sources_digest()
        file._load_index, file._load_data = _forgiving(file._load_index, {}), _forgiving(file._load_data)
        file.save = _optional(file.save)
    return compiled


def _forgiving(load: Callable[..., Any], otherwise: Any = None) -> Callable[..., Any]:
    """Take a file of the cache that cannot be read, cut short for instance, as one that is not there.

    Numba then compiles, and writes it anew.
    """

    def attempt(*arguments: Any) -> Any:
        try:
            return load(*arguments)
        except Exception as error:  # a damaged pickle may raise anything
            if otherwise is None:
                raise OSError(f"unreadable: {error}") from error
            return dict(otherwise)

    return attempt


def _optional(save: Callable[..., None]) -> Callable[..., None]:
    """Go on where the disk refuses a file of the cache, being full for instance: the code is there."""

    def attempt(*arguments: Any) -> None:
        with suppress(OSError):
            save(*arguments)

    return attempt


def inlined(function: Callable[..., Any]) -> Callable[..., Any]:
    """Code that becomes part of the kernel that calls it, instead of being compiled on its own as well."""
    inline: Any = njit(inline="always", error_model="numpy")
    return inline(function)
