"""What the ledger takes as given: every engine, definition and theorem, where it stands and what rests on it.

The names are those of the record's trust lists. The statement of a theorem, what of its hypotheses is checked and what
is believed, and its proof in words or its reference are the docstring of the one function of `theory.trusted` that
cites it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from pathlib import Path

from modgap.theory.engines.signs import ELEMENTARY
from modgap.theory.kernel.rules import BY_HAND, DEFINITION
from modgap.theory.verification.record import recorded

__all__ = ["KINDS", "Item", "counts", "items", "kind"]

ROOT = Path(__file__).parents[1]

#: The kinds of trusted items, the most worth reading first.
KINDS = ("by hand", "cited", "definition", "engine")
ENGINE = "engine: "


@dataclass(frozen=True)
class Item:
    """Something that is taken as given.

    Attributes
    ----------
    name : str
        As trust lists call it.
    kind : str
        One of `KINDS`: proved in words beside the code, taken from the literature, an abbreviation, a program.
    words : str
        Statement, hypotheses and proof or reference; empty for an engine or a definition.
    source : str
        File and line of the function that cites it, below `theory/`; empty where there is none.
    claims : tuple of str
        The ids of all claims that rest on it, directly or through others.
    """

    name: str
    kind: str
    words: str
    source: str
    claims: tuple[str, ...]


def kind(name: str) -> str:
    """Return the kind of a name in a trust list."""
    for prefix, found in ((BY_HAND, "by hand"), (DEFINITION, "definition"), (ENGINE, "engine")):
        if name.startswith(prefix):
            return found
    return "cited"


@cache
def items() -> tuple[Item, ...]:
    """Return everything that the record's claims trust, by kind and then by how many claims rest on it."""
    resting: dict[str, list[str]] = {}
    for claim_id, entry in recorded().items():
        for name in entry["trusts"]:
            resting.setdefault(name, []).append(claim_id)
    found = []
    for name, claims in resting.items():
        words, source = _cited().get(name, ("", ""))
        found.append(Item(name, kind(name), words, source, tuple(claims)))
    return tuple(sorted(found, key=lambda item: (KINDS.index(item.kind), -len(item.claims), item.name)))


def counts() -> dict[str, int]:
    """Return how many recorded claims are proved, and how many of them rest on no proof in words."""
    proved = [entry for entry in recorded().values() if entry["status"] == "proved"]
    none = sum(not any(kind(name) == "by hand" for name in entry["trusts"]) for entry in proved)
    return {"proved": len(proved), "with none by hand": none, "with some by hand": len(proved) - none}


@cache
def _cited() -> dict[str, tuple[str, str]]:
    """Return (docstring, file and line) of the function that names a theorem, by the theorem's name.

    Also of the symbol whose definition is a reduction, and of the function that gives plain reasons of positivity.
    A theorem's name is written in one function, or in the constant that one function refers to. Where that calls
    neither `cite` nor `by_hand` itself, it may be of both kinds, unless another function is plainly of one.
    """
    found: dict[str, tuple[str, str]] = {}
    loose: dict[str, tuple[str, str]] = {}
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value.value, str)
        }
        for function in (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)):
            words = cleandoc(ast.get_docstring(function) or "")
            where = f"theory/{path.relative_to(ROOT).as_posix()}:{function.lineno}"
            calls = {n.func.id for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            for name in _texts(function, constants):
                for whole, maker in ((name, "cite"), (BY_HAND + name, "by_hand"), (ELEMENTARY + name, "note")):
                    plain = maker in calls or (maker == "by_hand" and name == _reduction(function))
                    (found if plain else loose).setdefault(whole, (words, where))
    return {**loose, **found}


def _reduction(symbol: ast.AST) -> str:
    """Return the theorem by which the definition of a symbol is a reduction, if it is one."""
    for node in getattr(symbol, "body", []):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "reduction":
            return ast.literal_eval(node.value)
    return ""


def _texts(function: ast.AST, constants: dict[str, str]) -> Iterator[str]:
    """Yield every text that a function holds or refers to."""
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Name) and node.id in constants:
            yield constants[node.id]
        elif isinstance(node, ast.JoinedStr):
            yield "".join(_piece(part, constants) for part in node.values)


def _piece(part: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
        return constants.get(part.value.id, "?")
    return str(part.value) if isinstance(part, ast.Constant) else "?"
