"""JSON Schemas (draft 2020-12) of what the commands print as JSON; they are part of the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["NAMES", "schema"]

#: `ledger` is of `modgap derive --format json`, the others of the command of that name with --json.
NAMES = ("ledger", "verify", "test", "gap", "optimize")


def schema(name: str) -> dict[str, Any]:
    """Return a schema by its name, one of `NAMES`."""
    return json.loads(
        files("modgap.paper_checks").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
    )
