"""The dependency graph as SVG that one can click: of all claims, of a chapter, and around one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from modgap.paper_checks.site.layers import lay_out, reduced
from modgap.paper_checks.site.library import SYMBOLS, Library

__all__ = ["FILTERS", "around", "chapter", "whole"]

ROW, PAD, GAP, HIGH = 30, 12, 56, 22
#: Width of one letter of a label, in the fixed-width font at its size.
LETTER = 6.7
#: Around one node at most so many of those that rest on it are drawn; the page lists them all.
MOST = 12
#: How wide the arcs of a list are, in which each claim has a row: narrow enough for a phone.
ARCS = 32
#: What one can leave out of a drawing, beside statuses, and the class of what belongs there.
FILTERS = {
    "rocq": "checked by Rocq",
    "python": "not checked by Rocq",
    "free": "resting on no proof in words",
    "hand": "resting on proofs in words",
}


@dataclass(frozen=True)
class Node:
    """One claim as it is drawn."""

    id: str
    label: str
    title: str
    status: str
    kinds: str
    left: float
    top: float
    width: float
    here: bool


def whole(library: Library) -> dict[str, Any]:
    """Return the drawing of all claims that rest on another or that another rests on; the rest are listed apart."""
    return _of(library, list(library.entries))


def chapter(library: Library, names: Sequence[str]) -> dict[str, Any]:
    """Return what the page on a chapter's graph draws: layers for a wide screen, a list with arcs for a narrow one.

    What the chapter's claims rest on elsewhere is not drawn; `outside` counts it by chapter, as (chapter, count).
    """
    within = set(names)
    elsewhere = {other for name in names for other in library.rests_on(name)} - within
    outside = [(anchor, about, len(elsewhere & set(ids))) for anchor, about, ids in library.chapters]
    return {
        "layers": _of(library, names),
        "list": _arcs(library, names),
        "outside": [(anchor, about, count) for anchor, about, count in outside if count],
    }


def _of(library: Library, names: Sequence[str]) -> dict[str, Any]:
    """Return the drawing of some claims in layers; those that no line joins stand in rows below."""
    below = _within(library, names)
    joined = [name for name in names if below[name] or any(name in others for others in below.values())]
    alone = [name for name in names if name not in joined]
    drawing = _draw(library, reduced({name: below[name] for name in joined}))
    nodes, bottom = _in_rows(library, alone, drawing["height"] + ROW, max(drawing["width"], 600))
    drawing["width"] = max([drawing["width"], *(round(node.left + node.width) + PAD for node in nodes)])
    return {**drawing, "nodes": drawing["nodes"] + nodes, "height": bottom, "alone": alone}


def _within(library: Library, names: Sequence[str]) -> dict[str, list[str]]:
    """Return what each of some claims rests on among these."""
    chosen = set(names)
    return {name: [other for other in library.rests_on(name) if other in chosen] for name in names}


def _arcs(library: Library, names: Sequence[str]) -> dict[str, Any]:
    """Return a drawing with one claim a row, in the ledger's order, and an arc on the left for each line."""
    below = reduced(_within(library, names))
    nodes = [_node(library, name, PAD + ARCS, _top(n)) for n, name in enumerate(names)]
    row = {node.id: n for n, node in enumerate(nodes)}
    edges = []
    for name in names:
        for other in below[name]:
            far = abs(row[name] - row[other])
            left = round(PAD + ARCS * (1 - min(1.0, 0.3 + far / 20)), 1)
            start, end = (_top(row[n]) + HIGH / 2 for n in (other, name))
            at = PAD + ARCS
            edges.append((other, name, f"M{at:g},{start:g}C{left:g},{start:g} {left:g},{end:g} {at:g},{end:g}"))
    wide = max((node.left + node.width for node in nodes), default=0) + PAD
    kinds = {node.id: node.kinds for node in nodes}
    return {"nodes": nodes, "edges": edges, "kinds": kinds, "width": round(wide), "height": len(nodes) * ROW + PAD}


def around(library: Library, claim_id: str) -> dict[str, Any] | None:
    """Return the drawing of a claim with what it rests on and what rests on it; None where there is neither."""
    below, above = library.rests_on(claim_id), library.used_by(claim_id)
    if not below and not above:
        return None
    rests_on: dict[str, Sequence[str]] = dict.fromkeys(below, ())
    rests_on |= {claim_id: below} | dict.fromkeys(above[:MOST], (claim_id,))
    return {**_draw(library, rests_on, claim_id), "more": max(0, len(above) - MOST)}


def _in_rows(library: Library, names: Sequence[str], top: float, width: float) -> tuple[list[Node], int]:
    """Return nodes without edges, row by row below a drawing, and where the last row ends."""
    nodes: list[Node] = []
    left = float(PAD)
    for name in names:
        label = _label(library, name)
        if left + _wide(label) > width:
            left, top = float(PAD), top + ROW
        nodes.append(_node(library, name, round(left, 1), top))
        left += _wide(label) + PAD
    return nodes, round(top + HIGH + PAD)


def _node(library: Library, name: str, left: float, top: float, here: bool = False) -> Node:
    label, entry = _label(library, name), library.entries[name]
    kinds = f"is-{library.status(name)} is-{entry['kernel']} is-{'hand' if entry['by_hand'] else 'free'}"
    return Node(name, label, entry["title"], library.status(name), kinds, left, top, _wide(label), here)


def _label(library: Library, name: str) -> str:
    return f"{SYMBOLS[library.status(name)]} {name}"


def _draw(library: Library, rests_on: Mapping[str, Sequence[str]], here: str | None = None) -> dict[str, Any]:
    layout = lay_out(rests_on)
    labels = {name: _label(library, name) for name in rests_on}
    lefts, widths = _columns(layout.layer, labels)
    nodes = [
        _node(library, name, lefts[layout.layer[name]], _top(layout.height[name]), name == here) for name in rests_on
    ]
    edges = []
    for path in layout.edges:
        places = [
            (
                lefts[layout.layer[p]],
                lefts[layout.layer[p]] + (_wide(labels[p]) if p in labels else widths[layout.layer[p]]),
                _top(layout.height[p]) + HIGH / 2,
            )
            for p in path
        ]
        edges.append((str(path[0]), str(path[-1]), _curve(places)))
    wide = lefts[-1] + widths[-1] + PAD if lefts else 0
    high = max((node.top for node in nodes), default=0) + HIGH + PAD
    high = max(high, *(_top(value) + PAD for value in layout.height.values())) if nodes else high
    kinds = {node.id: node.kinds for node in nodes}
    return {"nodes": nodes, "edges": edges, "kinds": kinds, "width": round(wide), "height": round(high)}


def _columns(layer: Mapping[Any, int], labels: Mapping[str, str]) -> tuple[list[float], list[float]]:
    """Return left edges and widths of the columns, each as wide as its widest label."""
    widths = [0.0] * (max(layer.values(), default=-1) + 1)
    for name, label in labels.items():
        widths[layer[name]] = max(widths[layer[name]], _wide(label))
    lefts, at = [], float(PAD)
    for width in widths:
        lefts.append(round(at, 1))
        at += width + GAP
    return lefts, widths


def _wide(label: str) -> float:
    return round(len(label) * LETTER + 16, 1)


def _top(height: float) -> float:
    return round(PAD + height * ROW, 1)


def _curve(places: Sequence[tuple[float, float, float]]) -> str:
    """Return the path of an edge: out of the right of one box, straight through the bends, into the left of another."""
    (_, x, y), *rest = places
    path = f"M{x:g},{y:g}"
    for n, (left, right, at) in enumerate(rest):
        middle = (x + left) / 2
        path += f"C{middle:g},{y:g} {middle:g},{at:g} {left:g},{at:g}"
        if n < len(rest) - 1:
            path += f"H{right:g}"
            x = right
        y = at
    return path
