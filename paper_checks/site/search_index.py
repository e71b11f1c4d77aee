"""What the search finds: one record for every page, every term of the glossary, and every part of the paper."""

from __future__ import annotations

import json
from collections.abc import Iterable

from markupsafe import Markup

from modgap.paper_checks.site.library import Library
from modgap.paper_checks.site.terms import Term

__all__ = ["embedded", "records"]


def records(library: Library, terms: Iterable[Term], pages: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Return (title, address, kind, text to search) of all that can be found; claims come first."""
    found = [
        {
            "title": entry["title"],
            "url": f"claims/{name}.html",
            "kind": entry["status"],
            "id": name,
            "text": " ".join(
                [entry["about"], entry["paragraph"], entry["source"], entry["relation"], *entry["trusts"]]
            ),
        }
        for name, entry in library.entries.items()
    ]
    found += [
        {"title": term.name, "url": f"glossary.html#{term.anchor}", "kind": "term", "id": "", "text": term.meaning}
        for term in terms
    ]
    return found + [{"title": name, "url": page, "kind": "page", "id": "", "text": ""} for page, name in pages]


def embedded(found: list[dict[str, str]]) -> Markup:
    """Return the records as JSON that can stand in a script element: nothing in it can end that element."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
