"""What a foreign file may do: state claims and use rules. It makes no fact, no rule and no engine.

A file is read before it is run. It may import what `IMPORTS` names, call it, define functions and state claims. What
could make a fact, or change what the rules are made of, is refused by name: classes (a normal form of one's own shows
anything), assignments to attributes, names that begin with an underscore, code made of text. While foreign claims are
derived SymPy reads no text either, as it would run it. Beside that the kernel counts a fact only if it has made it.

The guard stops mistakes and shortcuts. Python has no wall that keeps out whoever sets out to deceive, who could as
well edit the package; a status is worth what a run of the unchanged package on the shown file comes to.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Iterator
from contextlib import contextmanager

import sympy
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
    "importlib", "modules", "subprocess", "ctypes", "inspect", "gc",
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
    aliases = {a.asname or a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    for node in ast.walk(tree):
        if problem := _problem(node, aliases):
            raise ForeignError(f"{name}, line {getattr(node, 'lineno', 1)}: {problem}")
    return tree


def _problem(node: ast.AST, aliases: set[str]) -> str | None:
    match node:
        case ast.Import():
            strays = [a.name for a in node.names if a.name not in IMPORTS or a.name.startswith("modgap")]
            return f"imports {strays[0]}; a file of claims imports {_importable()}" if strays else None
        case ast.ImportFrom():
            return _strays(node)
        case ast.Attribute():
            if not isinstance(node.ctx, ast.Load):
                return f"assigns to the attribute {node.attr}; a file of claims changes nothing that it was given"
            if isinstance(node.value, ast.Name) and node.value.id in aliases and _is_module("sympy", node.attr):
                return f"reaches into the module {node.attr}"
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
        if alias.name == "*" or (allowed is not None and alias.name not in allowed) or _is_module(module, alias.name):
            return f"imports {alias.name} from {module}" + (f"; expected one of {sorted(allowed)}" if allowed else "")
        if problem := _name(alias.name) or _name(alias.asname or ""):
            return problem
    return None


def _name(name: str) -> str | None:
    if (name.startswith("_") and name != "_") or name in _FORBIDDEN or name.startswith(_FRAMES):
        return f"uses the name {name}; a file of claims uses rules, and makes no fact"
    return None


def _is_module(module: str, name: str) -> bool:
    return module == "sympy" and isinstance(getattr(sympy, name, None), types.ModuleType)


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
