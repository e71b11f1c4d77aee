"""What the ledger takes as given: every engine, definition and theorem, where it stands and what rests on it.

The names are those of the record's trust lists. The statement of a theorem and its proof in words or its reference are
the docstring of the one function of `theory.trusted` that cites it; what is checked before it is cited, and what it is
trusted to make exist, are read off that function. A definition is told by its symbol's docstring, an engine by the file
that names it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from pathlib import Path

from modgap.theory.engines.signs import ELEMENTARY
from modgap.theory.kernel.rules import BY_HAND, DEFINITION, count_by_hand
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
        Statement, hypotheses and proof or reference; of a definition what its symbol stands for, of an engine what it
        is asked for.
    source : str
        File and line of the function that cites it, of the symbol, or of the engine's name.
    claims : tuple of str
        The ids of all claims that rest on it, directly or through others.
    refused : tuple of str
        When the code refuses to cite it: what it checks of its premises, code between backticks.
    vouched : tuple of str
        What the theorem is trusted to make exist or be defined, as the code names it.
    """

    name: str
    kind: str
    words: str
    source: str
    claims: tuple[str, ...]
    refused: tuple[str, ...] = ()
    vouched: tuple[str, ...] = ()


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
        about = _cited().get(name) or _Place("", "")
        found.append(Item(name, kind(name), about.words, about.source, tuple(claims), about.refused, about.vouched))
    return tuple(sorted(found, key=lambda item: (KINDS.index(item.kind), -len(item.claims), item.name)))


def counts() -> dict[str, int]:
    """Return how many recorded claims are proved, how many of them rest on proofs in words, and on how many at most.

    Examples
    --------
    >>> found = counts()
    >>> found["proved"] == found["with none by hand"] + found["with some by hand"]
    True
    """
    each = [count_by_hand(entry["trusts"]) for entry in recorded().values() if entry["status"] == "proved"]
    none = each.count(0)
    return {
        "proved": len(each), "with none by hand": none, "with some by hand": len(each) - none,
        "most by hand": max(each, default=0),
    }  # fmt: skip


@dataclass(frozen=True)
class _Place:
    """Where an item stands, and what is said and checked there."""

    words: str
    source: str
    refused: tuple[str, ...] = ()
    vouched: tuple[str, ...] = ()


@cache
def _cited() -> dict[str, _Place]:
    """Return where each item stands, by its name.

    Also of the symbol whose definition is a reduction, of the function that gives plain reasons of positivity, of
    symbols that abbreviate, and of engines. A theorem's name is written in one function, or in the constant that one
    function refers to. Where that calls neither `cite` nor `by_hand` itself, it may be of both kinds, unless another
    function is plainly of one.
    """
    found: dict[str, _Place] = {}
    loose: dict[str, _Place] = {}
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {**_SHARED, **_constants(tree)}
        helpers = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for function in (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)):
            place = _Place(
                cleandoc(ast.get_docstring(function) or ""), _line(path, function),
                tuple(dict.fromkeys(_refusals(function, helpers, set()))), tuple(_vouched(function)),
            )  # fmt: skip
            calls = {n.func.id for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            for name in _texts(function, constants):
                for whole, maker in ((name, "cite"), (BY_HAND + name, "by_hand"), (ELEMENTARY + name, "note")):
                    plain = maker in calls or (maker == "by_hand" and name == _reduction(function))
                    (found if plain else loose).setdefault(whole, place)
            if isinstance(function, ast.ClassDef) and place.words:
                loose.setdefault(DEFINITION + function.name, _Place(place.words, place.source))
        for name, line in _engines(tree):
            loose.setdefault(name, _Place(cleandoc(ast.get_docstring(tree) or ""), _line(path, line)))
    return {**loose, **found}


#: Beginnings of names that files import from others.
_SHARED = {"DEFINITION": DEFINITION, "BY_HAND": BY_HAND, "ENGINE": ENGINE, "ELEMENTARY": ELEMENTARY}


def _line(path: Path, node: ast.AST) -> str:
    return f"theory/{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def _engines(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield the names of engines that a file assigns to constants, with the assignment."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for text in _texts(node, _SHARED):
                if text.startswith(ENGINE) and text != ENGINE:
                    yield text, node


def _refusals(function: ast.AST, helpers: dict[str, ast.FunctionDef], seen: set[str]) -> Iterator[str]:
    """Yield when a function, or one of its file that it calls, raises `Undecided`; values in the words are code."""
    for node in ast.walk(function):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            yield _sentence(node.exc.args[0])
        called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if called in helpers and called not in seen:
            seen.add(called)
            yield from _refusals(helpers[called], helpers, seen)


def _sentence(message: ast.expr) -> str:
    if isinstance(message, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"`{ast.unparse(part.value)}`"  # type: ignore[attr-defined]
            for part in message.values
        )
    return str(message.value) if isinstance(message, ast.Constant) else f"`{ast.unparse(message)}`"


def _vouched(function: ast.AST) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield from (ast.unparse(word.value) for word in node.keywords if word.arg == "defined")


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
