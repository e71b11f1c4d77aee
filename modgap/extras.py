"""Which extra brings what: a light install lacks much, and says in one line how to get it."""

from __future__ import annotations

from importlib.util import find_spec

__all__ = ["EXTRAS", "MissingExtraError", "missing", "require"]

#: For each extra of the distribution the modules that it brings.
EXTRAS = {
    "torch": ("torch",),
    "theory": ("click", "cvc5", "flint", "jinja2", "latex2mathml", "mpmath", "rich", "sympy", "z3"),
    "figures": ("matplotlib", "umap"),
    "train": ("emoji", "qtawesome"),
    "clip": ("PIL", "open_clip", "torchvision", "tqdm"),
}


class MissingExtraError(ModuleNotFoundError):
    """A module of an extra that is not installed."""


def missing(module: str, user: str) -> MissingExtraError:
    """Return the error that says which extra brings a module, and who asked for it."""
    extra = next((name for name, modules in EXTRAS.items() if module.partition(".")[0] in modules), None)
    how = f"pip install 'modgap[{extra}]'" if extra else f"install {module}"
    return MissingExtraError(f"{user} needs {module}, which is not installed: {how}", name=module)


def require(user: str, *modules: str) -> None:
    """Raise `MissingExtraError` for the first of these modules that is not installed."""
    for module in modules:
        if find_spec(module) is None:
            raise missing(module, user)
