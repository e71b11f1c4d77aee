"""What a foreign file may do: state claims and use rules. It makes no fact, no rule and no engine.

A file is read before it is run. It may import what `IMPORTS` names, call it, define functions and state claims. What
could make a fact, or change what the rules are made of, is refused by name: classes (a normal form of one's own shows
anything), assignments to attributes, names that begin with an underscore, code made of text. A module may be
named before a dot alone, so that what is taken from it is seen. While foreign claims are
derived SymPy reads no text either, as it would run it. Beside that the kernel counts a fact only if it has made it.

The guard stops mistakes and shortcuts. Python has no wall that keeps out whoever sets out to deceive, who could as
well edit the package; a status is worth what a run of the unchanged package on the shown file comes to.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from sympy.core.sympify import converter

__all__ = ["IMPORTS", "ForeignError", "check", "no_text"]

#: Modules that may be imported, with the names that may be taken from them; None for every public name.
IMPORTS: dict[str, set[str] | None] = {
    "__future__": None,
    "fractions": {"Fraction"},
    "functools": {"cache", "partial", "reduce"},
    "itertools": None,
    "math": None,
    "sympy": None,
    "modgap": {"theory"},
    "modgap.theory": {"claim", "ledger"},
    "modgap.theory.kernel.claims": {"Claim", "claim"},
    "modgap.theory.kernel.rules": {"combination", "identity", "sign"},
    "modgap.theory.evidence.rules": {"certify", "counterexample"},
    "modgap.theory.kernel.arithmetic": {"arithmetic"},
    "modgap.theory.kernel.equations": {"equation", "rearrange"},
    "modgap.theory.evidence.sampling": {"tested"},
    "modgap.theory.kernel.compose": {
        "both", "by_cases", "chain", "flip", "hypothesis", "part", "rewrite", "specialise",
        "substitute",
    },
}  # fmt: skip
#: Rooms of the package that may be imported from whole.
ROOMS = ("modgap.theory.language.", "modgap.theory.trusted.", "modgap.theory.engines.", "modgap.theory.own.statements")

_FORBIDDEN = {
    # what makes facts, or others of them
    "make", "Fact", "Refutation", "cite", "by_hand", "lemma", "replace_fact", "object", "type", "super", "classmethod",
    # what reaches past names, or runs text
    "getattr", "setattr", "delattr", "hasattr", "vars", "dir", "globals", "locals", "eval", "exec", "compile", "open",
    "input", "breakpoint", "memoryview", "help", "sympify", "parse_expr", "lambdify", "sys", "os", "builtins",
    "importlib", "import_module", "attrgetter", "methodcaller", "modules", "subprocess", "ctypes", "inspect", "gc",
}  # fmt: skip
_FRAMES = ("gi_", "cr_", "ag_", "tb_", "f_back", "f_globals", "f_locals", "f_builtins", "func_")
_STATEMENTS = (ast.ClassDef, ast.AsyncFunctionDef, ast.Await, ast.Global, ast.Nonlocal, ast.Delete)


class ForeignError(ValueError):
    """A file does what a foreign file may not do; the message is one line that names the place."""


def check(text: str, name: str) -> ast.Module:
    """Return the parsed file, or raise `ForeignError` for the first thing that it may not do."""
    try:
        tree = ast.parse(text, name)
    except SyntaxError as error:
        raise ForeignError(f"{name}, line {error.lineno}: {error.msg}") from None
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    for made in tree.body:
        if isinstance(made, ast.FunctionDef) and names.count(made.name) > 1:
            raise ForeignError(f"{name}, line {made.lineno}: {made.name} is defined twice, and the first one lost")
    for node in ast.walk(tree):
        if problem := _problem(node):
            raise ForeignError(f"{name}, line {getattr(node, 'lineno', 1)}: {problem}")
    modules = _modules_of(tree)
    before_a_dot = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        found = _module(node, modules)
        if found is not None and not (id(node) in before_a_dot and _may_be_read(found)):
            line = getattr(node, "lineno", 1)
            raise ForeignError(f"{name}, line {line}: reaches into the module {found.__name__}, or hands it on")
    return tree


def _modules_of(tree: ast.Module) -> dict[str, types.ModuleType]:
    """Return the names that stand for modules; what is imported here has been seen to be allowed."""
    found: dict[str, types.ModuleType] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {a.asname or a.name: import_module(a.name) for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if (module := _taken(node.module or "", alias.name)) is not None:
                    found[alias.asname or alias.name] = module
    return found


def _taken(module: str, name: str) -> types.ModuleType | None:
    """Return the module that `from module import name` takes; None where it takes no module."""
    try:
        home = import_module(module)
        taken = getattr(home, name) if hasattr(home, name) else import_module(f"{module}.{name}")
    except ImportError:
        return None
    return taken if isinstance(taken, types.ModuleType) else None


def _module(node: ast.AST, modules: dict[str, types.ModuleType]) -> types.ModuleType | None:
    """Return the module that a name, or a name with attributes, stands for; None where it stands for none."""
    if isinstance(node, ast.Name):
        return modules.get(node.id)
    if isinstance(node, ast.Attribute) and (base := _module(node.value, modules)) is not None:
        found = getattr(base, node.attr, None)
        return found if isinstance(found, types.ModuleType) else None
    return None


def _may_be_read(module: types.ModuleType) -> bool:
    """Tell whether public names may be taken from a module: it is one of those that may be imported."""
    return module.__name__ in IMPORTS or f"{module.__name__}.".startswith(ROOMS)


def _problem(node: ast.AST) -> str | None:
    match node:
        case ast.Import():
            strays = [a.name for a in node.names if a.name not in IMPORTS or a.name.startswith("modgap")]
            return f"imports {strays[0]}; a file of claims imports {_importable()}" if strays else None
        case ast.ImportFrom():
            return _strays(node)
        case ast.Attribute():
            if not isinstance(node.ctx, ast.Load):
                return f"assigns to the attribute {node.attr}; a file of claims changes nothing that it was given"
            return _name(node.attr)
        case ast.Name():
            return _name(node.id)
        case ast.keyword() if node.arg is not None:
            return _name(node.arg)
        case ast.arg():
            return _name(node.arg)
        case ast.FunctionDef():
            return None if node.name == "_" else _name(node.name)
    if isinstance(node, _STATEMENTS):
        return f"has a {type(node).__name__}; a file of claims defines functions and states claims"
    return None


def _strays(node: ast.ImportFrom) -> str | None:
    module = node.module or ""
    if node.level or not (module in IMPORTS or f"{module}.".startswith(ROOMS)):
        return f"imports from {'.' * node.level}{module}; a file of claims imports from {_importable()}"
    allowed = IMPORTS.get(module)
    for alias in node.names:
        listed = alias.name != "*" and (allowed is None or alias.name in allowed)
        taken = _taken(module, alias.name) if listed else None
        if not listed or not (taken is None or _may_be_read(taken) or alias.name in (allowed or ())):
            return f"imports {alias.name} from {module}" + (f"; expected one of {sorted(allowed)}" if allowed else "")
        if problem := _name(alias.name) or _name(alias.asname or ""):
            return problem
    return None


def _name(name: str) -> str | None:
    if (name.startswith("_") and name != "_") or name in _FORBIDDEN or name.startswith(_FRAMES):
        return f"uses the name {name}; a file of claims uses rules, and makes no fact"
    return None


def _importable() -> str:
    return "sympy, fractions, math, itertools, functools, modgap.theory.own.statements and the rooms of modgap.theory"


def _refuse(text: str) -> None:
    raise ForeignError(f"the text {text!r} where an expression is meant: SymPy would run it as code")


@contextmanager
def no_text() -> Iterator[None]:
    """Let SymPy take no text for an expression in the block."""
    before = converter.get(str)
    converter[str] = _refuse
    try:
        yield
    finally:
        if before is None:
            del converter[str]
        else:
            converter[str] = before
