"""Which extra brings what: a light install lacks much, and says in one line how to get it."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

__all__ = ["EXTRAS", "MissingExtraError", "installing", "missing", "require"]

#: For each extra of the distribution the modules that it brings.
EXTRAS = {
    "torch": ("torch",),
    "theory": ("click", "cvc5", "flint", "hypothesis", "jinja2", "latex2mathml", "mpmath", "rich", "sympy", "z3"),
    "figures": ("matplotlib", "umap"),
    "train": ("emoji", "qtawesome"),
    "clip": ("PIL", "open_clip", "torchvision", "tqdm"),
}


class MissingExtraError(ModuleNotFoundError):
    """A module of an extra that is not installed."""


def installing(extra: str) -> str:
    """Return the command that adds an extra to the installation at hand.

    It names the place that pip has noted as where modgap came from: a checkout, a wheel, a repository. The name alone
    would be looked for on an index of packages, where another project may have it; it is given where pip noted
    nothing, which is when modgap came from an index.
    """
    try:
        noted = json.loads(distribution("modgap").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        noted = {}
    return f"pip install {_requirement(noted, extra)}"


def _requirement(noted: dict[str, Any], extra: str) -> str:
    url = noted.get("url", "")
    if url.startswith("file:"):
        place = unquote(urlsplit(url).path)
        if not Path(place).exists():
            # Where the checkout or the wheel was and is no more.
            return f"'FILE[{extra}]', where FILE is the wheel or the folder that modgap is installed from"
        return f"{'-e ' if noted.get('dir_info', {}).get('editable') else ''}'{place}[{extra}]'"
    if url:
        vcs = noted.get("vcs_info", {})
        kind = f"{vcs['vcs']}+" if vcs.get("vcs") else ""
        commit = f"@{vcs['commit_id']}" if vcs.get("commit_id") else ""
        return f"'modgap[{extra}] @ {kind}{url}{commit}'"
    return f"'modgap[{extra}]'"


def missing(module: str, user: str) -> MissingExtraError:
    """Return the error that says which extra brings a module, and who asked for it."""
    extra = next((name for name, modules in EXTRAS.items() if module.partition(".")[0] in modules), None)
    how = installing(extra) if extra else f"install {module}"
    return MissingExtraError(f"{user} needs {module}, which is not installed: {how}", name=module)


def require(user: str, *modules: str) -> None:
    """Raise `MissingExtraError` for the first of these modules that is not installed."""
    for module in modules:
        if find_spec(module) is None:
            raise missing(module, user)
