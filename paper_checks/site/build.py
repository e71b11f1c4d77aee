"""Writing the site: all of it under a temporary name, then in one step in the place of what was there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from modgap.paper_checks.site.front import FIGURES
from modgap.paper_checks.site.library import Library
from modgap.paper_checks.site.pages import texts
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
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise FileExistsError(f"{folder} holds other files")
    partial = folder.with_name(folder.name + ".part")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    count = 0
    for path, content in contents(library):
        target = partial / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    (partial / MARK).write_text("written by `modgap site`\n", encoding="utf-8")
    if folder.exists():
        shutil.rmtree(folder)
    partial.replace(folder)
    return count


def contents(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) for every file of the site; pictures only where they are at hand."""
    for path, text in texts(library):
        yield path, text.encode()
    for picture in FIGURES:
        if (ROOT / "docs" / picture.file).exists():
            yield f"pictures/{picture.file}", (ROOT / "docs" / picture.file).read_bytes()
