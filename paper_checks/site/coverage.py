"""The paper item by item: what is printed, what is found of it, and the claims that this rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from modgap.paper_checks.commands.reproduce import TARGETS
from modgap.paper_checks.site.library import Library
from modgap.theory import ledger
from modgap.theory.verification.paper import ABSTRACT, ITEMS, KINDS, LATER, VERDICTS, Item, speaking_of

__all__ = ["Row", "page", "rows"]


@dataclass(frozen=True)
class Row:
    """An item as the page shows it: the claims that state it, and those that speak of it besides."""

    item: Item
    anchor: str
    basis: str
    remarks: list[tuple[str, str, list[str]]]
    principal: list[str]
    besides: list[str]


def rows(library: Library) -> list[Row]:
    """Return the rows of the page, in the paper's order."""
    found = []
    for item in ITEMS:
        ids = [claim.id for claim in speaking_of(item, ledger().values()) if claim.id in library.entries]
        principal = [name for name in ids if name in item.claims]
        remarks = [(KINDS[r.kind], r.text, [c for c in r.claims if c in library.entries]) for r in item.remarks]
        besides = [n for n in ids if n not in principal]
        found.append(Row(item, _anchor(item.name), _basis(item), remarks, principal, besides))
    return found


def page(library: Library) -> dict[str, Any]:
    """Return what the page is rendered from: rows, the abstract with what is found of it, and the later version."""
    abstract = [(says, found, [c for c in claims if c in library.entries]) for says, found, claims in ABSTRACT]
    return {"rows": rows(library), "abstract": abstract, "later": LATER}


def _anchor(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _basis(item: Item) -> str:
    """Say what is found of an item; of a figure or table, whether a command computes it anew."""
    if item.target:
        return f"computed anew: modgap reproduce {item.target}" if item.target in TARGETS else "not reproduced"
    return VERDICTS[item.verdict]
