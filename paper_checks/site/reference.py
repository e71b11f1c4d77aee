"""The Python reference: public functions and classes with signature, docstring and source line, read off the files.

Nothing is imported for it, so that the pages are the same whatever extras are installed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from modgap.paper_checks.site.docstrings import Docstring, parse
from modgap.paper_checks.site.sources import ROOT

__all__ = ["MODULES", "PICTURES", "Entry", "Module", "files", "modules"]

#: The public modules, and the files in which they say what is public.
MODULES = {
    "modgap.numerics.bessel": "numerics/bessel/functions.py",
    "modgap.numerics.torch_bessel": "numerics/bessel/differentiable.py",
    "modgap.numerics.vmf": "numerics/vmf/law.py",
    "modgap.numerics.loss": "numerics/contrastive/loss.py",
    "modgap.numerics.gap": "numerics/embeddings/gap.py",
    "modgap.numerics.align": "numerics/embeddings/align.py",
    "modgap.theory": "theory/__init__.py",
}
#: Where names are that a module makes when they are first asked for, and names that are public for other modules.
LATE = {"check": "theory/own/checks.py", "refute": "theory/own/checks.py", "strategies": "theory/own/strategies.py"}
HIDDEN = {"source"}
#: Pictures that show what a module computes, in docs/, and what is to be seen.
PICTURES = {
    "modgap.numerics.bessel": (
        "bessel-regions.png",
        "A map of the plane of order and argument: which method computes the functions where, and the measured error.",
    ),
    "modgap.numerics.loss": (
        "capacity.png",
        "From how many pairs on the bound of Theorem 1 says more than that a probability is at most 1.",
    ),
}


@dataclass(frozen=True)
class Entry:
    """A public function, class or method.

    Attributes
    ----------
    name, kind, signature : str
        What it is called, 'function', 'class' or 'method', and how it is called.
    about : Docstring
        What its docstring says.
    source : str
        File and line in the repository.
    methods : list of Entry
        Of a class, its public methods and properties that have docstrings.
    """

    name: str
    kind: str
    signature: str
    about: Docstring
    source: str
    methods: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Module:
    """A public module: name, docstring, entries."""

    name: str
    about: Docstring
    entries: list[Entry]

    @property
    def page(self) -> str:
        """Where its page is on the site."""
        return f"reference/{self.name.removeprefix('modgap.')}.html"


@cache
def modules() -> tuple[Module, ...]:
    """Return the public modules; empty where the sources are not at hand."""
    return tuple(_module(name, file) for name, file in MODULES.items() if (ROOT / file).exists())


def _module(name: str, file: str) -> Module:
    tree = _tree(file)
    entries = [entry for public in _public(tree) if public not in HIDDEN and (entry := _entry(public, file))]
    return Module(name, parse(ast.get_docstring(tree) or ""), entries)


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def _public(tree: ast.Module) -> list[str]:
    """Return the names in `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


def _entry(name: str, file: str) -> Entry | None:
    """Return a name's entry, from the file that defines it; None for what is neither function nor class."""
    for node in _tree(file).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
            return _of(node, file, "class" if isinstance(node, ast.ClassDef) else "function")
        if isinstance(node, ast.ImportFrom) and any((alias.asname or alias.name) == name for alias in node.names):
            return _entry(name, _file(node.module or ""))
    return _entry(name, LATE[name]) if name in LATE and LATE[name] != file else None


def _file(module: str) -> str:
    path = module.removeprefix("modgap.").replace(".", "/")
    return f"{path}.py" if (ROOT / f"{path}.py").exists() else f"{path}/__init__.py"


def _of(node: ast.FunctionDef | ast.ClassDef, file: str, kind: str) -> Entry:
    about = parse(ast.get_docstring(node) or "")
    methods = list(_methods(node, file)) if isinstance(node, ast.ClassDef) else []
    return Entry(node.name, kind, _signature(node), about, f"{file}:{node.lineno}", methods)


def _methods(node: ast.ClassDef, file: str) -> Iterator[Entry]:
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and not part.name.startswith("_") and ast.get_docstring(part):
            yield _of(part, file, "property" if _is_property(part) else "method")


def _is_property(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(one) in ("property", "cached_property") for one in node.decorator_list)


def _signature(node: ast.FunctionDef | ast.ClassDef) -> str:
    """Return how something is called; a class as its `__init__` is, or as its fields say."""
    if isinstance(node, ast.FunctionDef):
        arguments = ast.unparse(node.args)
        returns = f" → {ast.unparse(node.returns)}" if node.returns else ""
        return node.name if _is_property(node) else f"{node.name}({_without_self(arguments)}){returns}"
    made = next((p for p in node.body if isinstance(p, ast.FunctionDef) and p.name == "__init__"), None)
    if made:
        return f"{node.name}({_without_self(ast.unparse(made.args))})"
    fields = [ast.unparse(p.target) for p in node.body if isinstance(p, ast.AnnAssign)]
    return f"{node.name}({', '.join(fields)})"


def _without_self(arguments: str) -> str:
    first, _, rest = arguments.partition(", ")
    return rest if first in ("self", "cls") else arguments


def files() -> set[str]:
    """Return the files that the reference points into."""
    found = {where for module in modules() for entry in module.entries for where in _sources(entry)}
    return {where.rpartition(":")[0] for where in found}


def _sources(entry: Entry) -> Iterator[str]:
    yield entry.source
    for method in entry.methods:
        yield method.source
