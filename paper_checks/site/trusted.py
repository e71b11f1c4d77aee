"""The page 'What is trusted': every engine, definition and theorem that claims of the site take as given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from modgap.paper_checks.site.docstrings import Docstring, parse
from modgap.paper_checks.site.library import Library
from modgap.paper_checks.site.terms import anchor
from modgap.theory.kernel.rules import BY_HAND, DEFINITION
from modgap.theory.verification.trust import KINDS, Item, items

__all__ = ["BELIEVED", "HEADINGS", "Shown", "anchors", "groups", "held"]

HEADINGS = {
    "by hand": "Theorems that are proved in words beside the code",
    "cited": "Theorems of the literature, and plain reasons",
    "definition": "Definitions",
    "engine": "Engines",
}
#: What has to be believed of an item of each kind, beside what is listed of it.
BELIEVED = {
    "by hand": "that the statement follows from the premises as the proof says; no machine has read the proof",
    "cited": "that the statement is true as it stands, and that the code says what the words say",
    "definition": "nothing about the world: the name stands for this. That it is what a reader takes it for is theirs "
    "to see",
    "engine": "that the program computes what it is asked for",
}


@dataclass(frozen=True)
class Shown:
    """An item as the page shows it; `name` is without the word for its kind."""

    item: Item
    anchor: str
    name: str
    about: Docstring
    claims: list[str]


@cache
def anchors() -> dict[str, str]:
    """Return where on the page each item of the record is, by its name; two that would share a place are numbered."""
    found: dict[str, str] = {}
    for item in items():
        wanted = f"trust-{anchor(item.name)[:60].strip('-')}"
        taken = sum(place == wanted or place.startswith(f"{wanted}--") for place in found.values())
        found[item.name] = f"{wanted}--{taken + 1}" if taken else wanted
    return found


def groups(library: Library) -> list[tuple[str, str, list[Shown]]]:
    """Return (kind, heading, items) of what the claims of the site trust; what most of them rest on comes first."""
    shown = [_shown(item, library) for item in items()]
    found = []
    for kind in KINDS:
        mine = [one for one in shown if one.item.kind == kind and one.claims]
        if mine:
            found.append((kind, HEADINGS[kind], sorted(mine, key=lambda one: -len(one.claims))))
    return found


def _shown(item: Item, library: Library) -> Shown:
    name = item.name.removeprefix(BY_HAND).removeprefix(DEFINITION).removeprefix("engine: ")
    claims = [claim for claim in item.claims if claim in library.entries]
    return Shown(item, anchors()[item.name], name, parse(item.words), claims)


def held(library: Library) -> dict[str, int]:
    """Return how many claims of the site are proved, how many of them rest on no proof in words, and so on."""
    proved = [entry for entry in library.entries.values() if entry["status"] == "proved"]
    return {
        "proved": len(proved),
        "none": sum(not entry["by_hand"] for entry in proved),
        "some": sum(entry["by_hand"] > 0 for entry in proved),
        "most": max((entry["by_hand"] for entry in proved), default=0),
        "rocq": sum(entry["kernel"] == "rocq" for entry in library.entries.values()),
    }
