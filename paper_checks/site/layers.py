"""Where to draw the nodes of a dependency graph: in layers from left to right, as Sugiyama, Tagawa and Toda (1981) do.

Nothing depends on chance, clocks or the order of hashes: the same graph has the same drawing.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

__all__ = ["Layout", "lay_out", "reduced"]

#: A node, or a bend of an edge: (source, target, layer).
Point = Hashable

SWEEPS = 24

#: Room for a line that passes between the nodes of a layer, in rows.
BEND = 0.35


@dataclass(frozen=True)
class Layout:
    """Layers of a drawing, and heights in units of one row.

    Attributes
    ----------
    layer, height : dict
        The column of each node and bend, and its height in rows, at least 1 apart within a column.
    edges : list of tuple
        Each edge as the nodes and bends that it runs through, source first.
    """

    layer: dict[Point, int]
    height: dict[Point, float]
    edges: list[tuple[Point, ...]]


def reduced(rests_on: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the transitive reduction: a claim reached through another one is not drawn again."""
    above: dict[str, set[str]] = {}

    def reach(name: str) -> set[str]:
        if name not in above:
            above[name] = set().union(*({other} | reach(other) for other in rests_on[name]))
        return above[name]

    return {name: [o for o in others if not any(o in reach(p) for p in others)] for name, others in rests_on.items()}


def lay_out(rests_on: Mapping[str, Sequence[str]]) -> Layout:
    """Lay out an acyclic graph; what a node rests on stands to its left."""
    layer = _layers(rests_on)
    paths = [_path(other, name, layer) for name, others in rests_on.items() for other in others]
    points = dict(layer)
    for source, *bends, _ in paths:
        points |= {bend: points[source] + n for n, bend in enumerate(bends, start=1)}
    columns: list[list[Point]] = [[] for _ in range(max(points.values(), default=-1) + 1)]
    for point, column in points.items():
        columns[column].append(point)
    left: dict[Point, list[Point]] = {point: [] for point in points}
    right: dict[Point, list[Point]] = {point: [] for point in points}
    for path in paths:
        for a, b in pairwise(path):
            right[a].append(b)
            left[b].append(a)
    _order(columns, left, right)
    return Layout(points, _heights(columns, left, right, set(rests_on)), paths)


def _layers(rests_on: Mapping[str, Sequence[str]]) -> dict[Point, int]:
    """Return the longest way from a source to each node; a source is moved right, next to the first that needs it."""
    layer: dict[Point, int] = {}

    def depth(name: str) -> int:
        if name not in layer:
            layer[name] = 1 + max((depth(other) for other in rests_on[name]), default=-1)
        return layer[name]

    for name in rests_on:
        depth(name)
    for name in rests_on:
        users = [layer[other] for other, others in rests_on.items() if name in others]
        if users and not rests_on[name]:
            layer[name] = min(users) - 1
    return {name: layer[name] for name in rests_on}


def _path(source: str, target: str, layer: Mapping[Point, int]) -> tuple[Point, ...]:
    bends = ((source, target, n) for n in range(layer[source] + 1, layer[target]))
    return (source, *bends, target)


def _order(columns: list[list[Point]], left: Mapping[Point, list[Point]], right: Mapping[Point, list[Point]]) -> None:
    """Order each column by the mean place of the neighbours, sweeping to and fro; ties keep their order."""
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        neighbours = left if forward else right
        places = {point: place for column in columns for place, point in enumerate(column)}
        for column in columns if forward else reversed(columns):
            column.sort(key=lambda point: _mean([places[n] for n in neighbours[point]], places[point]))
            places |= {point: place for place, point in enumerate(column)}


def _heights(
    columns: list[list[Point]], left: Mapping[Point, list[Point]], right: Mapping[Point, list[Point]], nodes: set[Point]
) -> dict[Point, float]:
    """Return heights near the mean of the neighbours', a row apart for nodes and less for lines that pass by."""
    tallest = max(map(len, columns), default=0)
    height = {p: n + (tallest - len(column)) / 2 for column in columns for n, p in enumerate(column)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wanted = [_mean([height[n] for n in left[p] + right[p]], height[p]) for p in column]
            sizes = [1.0 if p in nodes else BEND for p in column]
            height |= dict(zip(column, _spread(wanted, sizes), strict=True))
    lowest = min(height.values(), default=0.0)
    return {point: round(value - lowest, 2) for point, value in height.items()}


def _spread(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Return the heights closest to those wanted, in least squares, that leave room for the sizes.

    Less the room before it each height must not fall: isotonic regression, solved by pooling adjacent violators.
    """
    room = [0.0, *accumulate((a + b) / 2 for a, b in pairwise(sizes))]
    pools: list[tuple[float, int]] = []
    for n, value in enumerate(wanted):
        mean, size = value - room[n], 1
        while pools and pools[-1][0] > mean:
            other, count = pools.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        pools.append((mean, size))
    flat = [mean for mean, size in pools for _ in range(size)]
    return [value + room[n] for n, value in enumerate(flat)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
