"""Arrays that grow row by row in a folder that gets its final name when all is there."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.encoded import file_sha256

__all__ = ["Partial"]

RECORD = "progress.json"


class Partial:
    """A folder ``.<name>.<key>.partial`` beside the final one.

    Rows are appended to .npy files whose header states the final shape. After they have reached the disk the record
    `progress.json` counts them. The record states the key; one of another key, or none, counts for nothing.

    Parameters
    ----------
    folder : Path
        The final folder, which must not exist.
    key : str
        Hexadecimal digest of all that the rows depend on.

    Raises
    ------
    InputError
        Here and from every method, if the disk refuses.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self.folder, self.key = folder, key
        self.path = folder.with_name(f".{folder.name}.{key[:16]}.partial")
        with _disk_errors(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
        self.done = self._recorded()

    def _recorded(self) -> dict[str, int]:
        try:
            found = json.loads((self.path / RECORD).read_bytes())
            return {str(name): int(done) for name, done in found["done"].items()} if found["key"] == self.key else {}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return {}

    def start(self, name: str, shape: tuple[int, int]) -> int:
        """Return how many rows the file holds, after making it if it does not hold what the record says."""
        path, done = self.path / name, self.done.get(name, 0)
        with _disk_errors(path):
            if done and path.is_file() and path.stat().st_size >= _offset(shape, done):
                return done
            path.write_bytes(_header(shape))
            self._record(name, 0)
        return 0

    def append(self, name: str, shape: tuple[int, int], done: int, rows: NDArray[np.float32]) -> int:
        """Write rows after the first `done`, record them when they are on the disk, and return how many there are."""
        path = self.path / name
        with _disk_errors(path):
            with path.open("r+b") as file:
                file.seek(_offset(shape, done))
                file.write(np.ascontiguousarray(rows, dtype="<f4").tobytes())
                file.flush()
                os.fsync(file.fileno())
            self._record(name, done + len(rows))
        return done + len(rows)

    def save(self, name: str, array: NDArray[Any]) -> None:
        """Write a whole array."""
        with _disk_errors(self.path / name):
            np.save(self.path / name, array, allow_pickle=False)

    def finish(self, manifest: str, content: Callable[[dict[str, str]], dict[str, Any]]) -> None:
        """Write the manifest, made from the digests of all files, and give the folder its final name."""
        with _disk_errors(self.path):
            (self.path / RECORD).unlink()
            files = {path.name: file_sha256(path) for path in sorted(self.path.glob("*.npy"))}
            text = json.dumps(content(files), indent=2, ensure_ascii=False, allow_nan=False)
            (self.path / manifest).write_text(text + "\n", encoding="utf-8")
            self.path.rename(self.folder)

    def _record(self, name: str, done: int) -> None:
        self.done[name] = done
        beside = self.path / f"{RECORD}.new"
        beside.write_text(json.dumps({"key": self.key, "done": self.done}))
        beside.replace(self.path / RECORD)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says of a path into bad input."""
    try:
        yield
    except OSError as error:
        raise InputError("--out", f"'{path}' ({error.strerror})", "a folder to write to") from None


def _offset(shape: tuple[int, int], rows: int) -> int:
    return len(_header(shape)) + rows * shape[1] * np.dtype("<f4").itemsize


def _header(shape: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": "<f4", "fortran_order": False, "shape": shape})
    return buffer.getvalue()
