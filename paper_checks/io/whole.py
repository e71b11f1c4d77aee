"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from modgap.numerics.checks import InputError

__all__ = ["new_file_mode", "write_whole"]


def write_whole(contents: Mapping[Path, bytes], argument: str = "--out") -> list[Path]:
    """Write several files: each under a name of its own beside its place, and renamed once all are there.

    Parameters
    ----------
    contents : mapping of Path to bytes
        What to write where; the folders exist.
    argument : str
        What to call the place in a message.

    Returns
    -------
    list of Path
        The files written, in the order given.

    Raises
    ------
    InputError
        If a file cannot be written; then none of them is.
    """
    for path in contents:
        if path.is_dir():
            raise InputError(argument, f"'{path}' (a folder)", "a file that can be written")
    written: list[tuple[str, Path]] = []
    try:
        for path, data in contents.items():
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
                written.append((file.name, path))
                file.write(data)
                os.fchmod(file.fileno(), new_file_mode())
        while written:
            os.replace(*written[0])
            del written[0]
    except OSError as error:
        shown = f"'{written[-1][1] if written else path}' ({error.strerror})"
        raise InputError(argument, shown, "a file that can be written") from None
    finally:
        for temporary, _ in written:
            Path(temporary).unlink(missing_ok=True)
    return list(contents)


def new_file_mode() -> int:
    """Return the permissions that a new file gets here, which a temporary file lacks."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
