"""Only the kernel makes facts and only the trusted rooms cite: held in every file of `theory`, however deep it lies."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from modgap import theory

ROOT = Path(theory.__file__).parent

#: What makes a fact, and what makes another one of a fact.
MAKERS = {"make", "Fact", "Refutation", "__setattr__", "__new__"}
#: Neither makes a fact: a child evaluator, a domain that is set up once.
ALLOWED = {"balls/evaluator.py": {"__new__"}, "language/domain.py": {"__setattr__"}}


def is_kernel(path: Path) -> bool:
    """Whether a file lies in the room of the rules; a chapter, a normal form or a cited theorem makes no fact."""
    return path.parts[0] == "kernel"


def makes_facts(path: Path) -> bool:
    """Whether a file lies in a room whose facts the gate takes; from `evidence` it takes none as proved."""
    return path.parts[0] in ("kernel", "evidence")


def is_trusted(path: Path) -> bool:
    return path.parts[0] == "trusted"


def files(root=ROOT):
    found = sorted(root.rglob("*.py"))
    # A search that stops at the first folder would see a handful.
    assert len(found) >= 94
    return [(path, path.relative_to(root)) for path in found]


def calls(path):
    """The names that a module calls, as far as they are not its own local ones."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported = {alias.asname or alias.name for node in imports for alias in node.names}
    real = {alias.asname: alias.name for node in imports for alias in node.names if alias.asname}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr
            elif isinstance(node.func, ast.Name) and node.func.id in imported:
                yield real.get(node.func.id, node.func.id)


def makers(root=ROOT):
    """Files outside of kernel and evidence that make a fact, and by what."""
    for path, where in files(root):
        if not makes_facts(where):
            found = MAKERS & set(calls(path)) - ALLOWED.get(where.as_posix(), set())
            found |= set(re.findall(r"dataclasses.*\breplace\b|import dataclasses", path.read_text(encoding="utf-8")))
            if found:
                yield where, found


def alterers(root=ROOT):
    """Files that import what turns one fact into another; `facts.py` alone labels facts by it."""
    for path, where in files(root):
        if path.name == "facts.py" and is_kernel(where):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom | ast.Import) else set()
            module = getattr(node, "module", None)
            found = {"dataclasses", "copy"} & names
            if module in ("dataclasses", "copy"):
                found |= {"replace", "copy"} & names
            if found:
                yield where, found


def citers(root=ROOT):
    """Files outside the trusted rooms that cite a theorem."""
    for path, where in files(root):
        if not is_trusted(where) and not (is_kernel(where) and path.name == "rules.py"):
            found = {"cite", "by_hand"} & set(calls(path))
            if found:
                yield where, found


@pytest.mark.parametrize("guard", [makers, alterers, citers])
def test_no_file_does_what_is_not_its_own(guard):
    assert not list(guard())


PLANTED = {
    makers: "from modgap.theory.kernel.facts import make\nmake()\n",
    alterers: "from copy import copy\ncopy(1)\n",
    citers: "from modgap.theory.kernel.rules import cite as quote\nquote()\n",
}


@pytest.mark.parametrize("guard", PLANTED)
def test_a_forger_is_found_in_every_folder(guard, tmp_path):
    root = tmp_path / "theory"
    # The same folders and files, but empty: what stands in them is asked above.
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT, root, ignore=ignored, copy_function=lambda _, copy: Path(copy).touch())
    rooms = [root, *(folder for folder in sorted(root.rglob("*")) if folder.is_dir()), root / "a" / "new" / "room"]
    for room in rooms:
        room.mkdir(parents=True, exist_ok=True)
        (room / "planted.py").write_text(PLANTED[guard])
    legal = {makers: makes_facts, citers: is_trusted}.get(guard, lambda where: False)
    planted = {(room / "planted.py").relative_to(root) for room in rooms}
    assert {path for path, _ in guard(root)} == {where for where in planted if not legal(where)}


CALLS = ("from modgap.theory.kernel.facts import Fact\nFact()", "from modgap.theory.kernel import facts\nfacts.make()")


@pytest.mark.parametrize("call", CALLS)
def test_the_search_for_makers_reads_names_and_attributes(call, tmp_path):
    planted = tmp_path / "planted.py"
    planted.write_text(call)
    assert MAKERS & set(calls(planted))


def test_what_is_proved_in_a_docstring_says_so_in_the_trust_list():
    seen = 0
    for path, where in files():
        if not is_trusted(where):
            continue
        for function in (n for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef)):
            called = {n.func.id for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            proved_here = "Proof." in (ast.get_docstring(function) or "")
            assert proved_here == ("by_hand" in called), f"{where}: {function.name}"
            seen += 1
    assert seen >= 150
