"""How many lines have to be right for a status to mean anything: what may make a fact, with all that it imports.

Counted from the sources that run. For `proved`: the kernel and everything of `theory` that it imports, directly or not,
and the same with the theorems that are believed. For every status, certified, tested and refuted among them: the same
with what balls decide. For the claims that Rocq has proved from definitions, what writes their statements for it, with
the symbols that it reads. Of each file the lines, and the lines of code: no blank line, comment or
docstring.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Size", "closure", "code_lines", "trust"]

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Size:
    """How much it is: files, lines, and lines that are code."""

    files: int
    lines: int
    code: int


def trust(root: Path = ROOT) -> dict[str, Size]:
    """Return the size of what is trusted for `proved`, without and with theorems, for every status, and for Rocq.

    Parameters
    ----------
    root : Path
        The folder of `theory`.

    Examples
    --------
    >>> found = trust()
    >>> found["kernel"].lines < found["kernel and trusted theorems"].lines
    True
    """
    kernel = closure([*(root / "kernel").glob("*.py")], root)
    believed = closure([*kernel, *(root / "trusted").glob("*.py")], root)
    numbers = closure([*kernel, root / "evidence/rules.py"], root)
    written = closure([root / "rocq/statements.py"], root)
    return {
        "kernel": _size(kernel),
        "kernel and trusted theorems": _size(believed),
        "every status": _size(numbers),
        "every status, with trusted theorems": _size(sorted({*numbers, *believed})),
        "statements in Rocq": _size(written),
    }


def closure(files: Iterable[Path], root: Path = ROOT) -> list[Path]:
    """Return files and every file of `theory` that they import, wherever in them the import stands."""
    found: set[Path] = set()
    todo = list(files)
    while todo:
        path = todo.pop()
        if path not in found:
            found.add(path)
            todo += _imported(path, root)
    return sorted(found)


def _imported(path: Path, root: Path) -> list[Path]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    files = []
    for name in names:
        if name.startswith("modgap.theory."):
            place = root.joinpath(*name.split(".")[2:])
            files += [f for f in (place.with_suffix(".py"), place / "__init__.py") if f.is_file()]
    return files


def code_lines(text: str) -> int:
    """Return how many lines of a source hold code."""
    inside: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            value = body[0].value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                inside |= set(range(value.lineno, (value.end_lineno or value.lineno) + 1))
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    code: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in silent:
            code |= set(range(token.start[0], token.end[0] + 1))
    return len(code - inside)


def _size(files: list[Path]) -> Size:
    texts = [path.read_text(encoding="utf-8") for path in files]
    return Size(len(files), sum(len(t.splitlines()) for t in texts), sum(map(code_lines, texts)))
