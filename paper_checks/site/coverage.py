"""The coverage of the paper: every item of its list, the claims on it, and what is unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from modgap.paper_checks.commands.reproduce import TARGETS
from modgap.paper_checks.site.library import Library
from modgap.theory import ledger
from modgap.theory.verification.paper import ITEMS, Item, speaking_of

__all__ = ["Row", "rows"]


@dataclass(frozen=True)
class Row:
    """An item as the page shows it: the claims that state it, and those that speak of it besides."""

    item: Item
    anchor: str
    basis: str
    principal: list[str]
    besides: list[str]


def rows(library: Library) -> list[Row]:
    """Return the rows of the coverage page, in the paper's order."""
    found = []
    for item in ITEMS:
        ids = [claim.id for claim in speaking_of(item, ledger().values()) if claim.id in library.entries]
        principal = [name for name in ids if name in item.claims]
        found.append(Row(item, _anchor(item.name), _basis(item), principal, [n for n in ids if n not in principal]))
    return found


def _anchor(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower())


def _basis(item: Item) -> str:
    """Say how the item is covered; of a figure or table, whether a command computes it anew."""
    if item.target:
        return f"computed anew: modgap reproduce {item.target}" if item.target in TARGETS else "not reproduced"
    return item.basis
