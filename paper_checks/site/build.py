"""Writing the site: all of it under a temporary name, then in one step in the place of what was there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from modgap.numerics.checks import InputError
from modgap.paper_checks.site.front import FIGURES
from modgap.paper_checks.site.library import Library
from modgap.paper_checks.site.pages import texts
from modgap.paper_checks.site.reference import PICTURES
from modgap.paper_checks.site.sources import ROOT

__all__ = ["MARK", "contents", "write"]

#: A file by which a later run knows that the folder is its own to replace.
MARK = ".modgap-site"


def write(library: Library, folder: Path) -> int:
    """Write the site into a folder, in place of an earlier one; return how many files it has.

    Raises
    ------
    FileExistsError
        If the folder holds something other than a site.
    InputError
        If it cannot be written; an earlier site is then as it was.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise FileExistsError(f"{folder} holds other files")
    partial, before = (folder.with_name(f".{folder.name}.{suffix}") for suffix in ("part", "before"))
    for leftover in (partial, before):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        count = _fill(partial, library)
        if folder.exists():
            folder.replace(before)
        partial.replace(folder)
    except OSError as error:
        raise InputError("--out", f"'{folder}' ({error.strerror})", "a folder that can be written") from None
    finally:
        if before.exists() and not folder.exists():
            before.replace(folder)
        for leftover in (partial, before):
            shutil.rmtree(leftover, ignore_errors=True)
    return count


def _fill(folder: Path, library: Library) -> int:
    """Write every file and the mark into a new folder; return how many files there are."""
    folder.mkdir(parents=True)
    count = 0
    for path, content in contents(library):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    (folder / MARK).write_text("written by `modgap site`\n", encoding="utf-8")
    return count


def contents(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) for every file of the site; pictures only where they are at hand."""
    for path, text in texts(library):
        yield path, text.encode()
    for file in sorted({*(picture.file for picture in FIGURES), *(file for file, _ in PICTURES.values())}):
        if (ROOT / "docs" / file).exists():
            yield f"pictures/{file}", (ROOT / "docs" / file).read_bytes()
