"""Reading a file of one's own claims, under guard."""

from __future__ import annotations

import builtins
from pathlib import Path
from types import MappingProxyType
from typing import Any

from modgap.theory.book import ledger
from modgap.theory.kernel.claims import Claim
from modgap.theory.own import guard

__all__ = ["load"]

#: What Python itself gives to a file of claims.
_NAMES = (
    "ArithmeticError", "AssertionError", "Exception", "False", "IndexError", "KeyError", "None", "True",
    "TypeError", "ValueError", "abs", "all", "any", "bool", "dict", "divmod", "enumerate", "filter", "float",
    "format", "frozenset", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min",
    "next", "pow", "print", "property", "range", "repr", "reversed", "round", "set", "slice", "sorted", "str",
    "sum", "tuple", "zip",
)  # fmt: skip


def load(path: str | Path) -> dict[str, Claim]:
    """Run a file of claims and return them by id, in the order in which the file states them.

    Parameters
    ----------
    path : path
        A Python file; see `theory.own.guard` for what it may do. Its claims are the values of its names.

    Raises
    ------
    ForeignError
        Naming file and line, if the file cannot be read, does what it may not do, fails, states no claim, or gives a
        claim an id that the ledger has, or that another one has.
    """
    name = str(path)
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise guard.ForeignError(f"{name}: {getattr(error, 'strerror', None) or 'no text in UTF-8'}") from None
    tree = guard.check(text, name)
    allowed = {n: getattr(builtins, n) for n in _NAMES if hasattr(builtins, n)} | {"__import__": _import}
    names: dict[str, Any] = {"__builtins__": allowed, "__name__": f"own claims of {name}"}
    try:
        with guard.no_text():
            exec(compile(tree, name, "exec"), names)
    except guard.ForeignError as error:
        raise guard.ForeignError(f"{name}: {error}") from None
    except Exception as error:
        line = _line(error, name)
        where = name if line is None else f"{name}, line {line}"
        raise guard.ForeignError(f"{where}: {type(error).__name__}: {' '.join(str(error).split())}") from None
    return _claims(name, names)


def _claims(name: str, names: dict[str, Any]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    theirs = MappingProxyType(dict(ledger()))
    for value in names.values():
        if not isinstance(value, Claim) or theirs.get(value.id) is value or found.get(value.id) is value:
            continue
        if value.id in theirs or value.id in found:
            raise guard.ForeignError(f"{name}: the id {value.id!r} is taken; give the claim another one")
        found[value.id] = value
    if not found:
        raise guard.ForeignError(f"{name}: no claim; state one by the decorator `claim`, and keep it under a name")
    return found


def _import(module: str, *args: Any) -> Any:
    """Import as the guard allows, once more as the file runs."""
    if module not in guard.IMPORTS and not f"{module}.".startswith(guard.ROOMS):
        raise guard.ForeignError(f"imports {module}")
    return builtins.__import__(module, *args)


def _line(error: BaseException, name: str) -> int | None:
    """Return the last line of the file that an error came through."""
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
