"""Points drawn within the hypotheses of a domain. What draws is believed in nothing: balls decide at each point.

Points are drawn through a `Chooser`, so that a seeded generator and a property-testing library can walk the same road.
"""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from sympy import Symbol
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.language.domain import COUPLINGS, Domain, Point
from modgap.theory.outcome import Undecided

#: The most pairs that a drawn coupling has.
MAX_PAIRS = 6

#: How many coordinates a point has at most.
MOST_COORDINATES = 1_000_000

#: How far a draw goes from its bound where nothing limits it.
REACH_REAL, REACH_INTEGER = 1e3, 12


class Chooser(Protocol):
    """Where a draw takes its numbers from."""

    def integer(self, low: int, high: int) -> int:
        """Return an integer of [low, high]."""

    def real(self, low: float, high: float) -> float:
        """Return a number of [low, high]; the ends and their neighbourhoods should come up."""

    def vectors(self, count: int, dim: int) -> np.ndarray:
        """Return `count` nonzero raw vectors of R^dim."""


#: How far above the low end of its range an integer is drawn at most.
FARTHEST = 2**62


class SeededChooser:
    """Draws from a seeded NumPy generator: ends, neighbourhoods of the ends on a log scale, and the bulk."""

    def __init__(self, seed: int | np.random.SeedSequence):
        self.rng = np.random.default_rng(seed)

    def integer(self, low: int, high: int) -> int:
        """Return an integer of [low, high], the small ones more often."""
        if self.rng.random() < 0.5:
            high = min(high, low + 3)
        # Counted from the low end, which may lie beyond what the generator can count to.
        return low + int(self.rng.integers(0, min(max(high - low, 0), FARTHEST), endpoint=True))

    def real(self, low: float, high: float) -> float:
        """Return `low` or `high` now and then, else a point near `low`, near `high` or between."""
        mode = self.rng.integers(0, 8)
        if mode == 0:
            return low if self.rng.random() < 0.5 else high
        if mode <= 4:
            offset = (high - low) * 10 ** self.rng.uniform(-8, 0)
            return float(low + offset if mode <= 3 else high - offset)
        return float(self.rng.uniform(low, high))

    def vectors(self, count: int, dim: int) -> np.ndarray:
        """Return Gaussian vectors; sometimes clustered, antipodal or repeated, which is where bounds are tight."""
        out = self.rng.standard_normal((count, dim))
        mode = self.rng.integers(0, 4)
        if mode == 1:
            out = out[:1] + 10 ** self.rng.uniform(-3, 0) * out
        elif mode == 2:
            out = out[self.rng.integers(0, count, count)] * self.rng.choice([-1.0, 1.0], (count, 1))
        return out


def draw_point(domain: Domain, chooser: Chooser) -> Point:
    """Draw a point within the one-variable bounds; whether it meets every condition is for the caller to check.

    A bound that is another variable may ask for any number of vectors: where too many, `Undecided` says so.
    """
    point: Point = {}
    for symbol in domain.symbols:
        low, high = _range(domain, symbol, point)
        point[symbol] = (
            chooser.integer(math.ceil(low), math.floor(high)) if symbol.is_integer else chooser.real(low, high)
        )
    scalars = dict(point)
    for item in domain.vectors:
        dim = int(item.dim.subs(scalars))
        if item.kind in COUPLINGS:
            point[item.symbol] = _draw_coupling(chooser, dim)
            continue
        count = 1 if item.count is None else int(item.count.subs(scalars))
        if count * dim > MOST_COORDINATES:
            raise Undecided(f"{count} vectors of R^{dim} are more than are drawn")
        raw = chooser.vectors(count, dim)
        point[item.symbol] = raw[0] if item.count is None else raw
    return point


def _range(domain: Domain, symbol: Symbol, point: Point) -> tuple[float, float]:
    low = 0.0 if symbol.is_nonnegative else -math.inf
    if symbol.is_integer and symbol.is_positive:
        low = 1.0
    high = math.inf
    for bound in domain.bounds(symbol):
        value = bound.rhs.subs(point)
        if not (value.is_number and value.is_finite and value.is_extended_real):
            continue
        if isinstance(bound, GreaterThan | StrictGreaterThan):
            low = max(low, float(value))
        elif isinstance(bound, LessThan | StrictLessThan):
            high = min(high, float(value))
    reach = domain.reach.get(symbol, REACH_INTEGER if symbol.is_integer else REACH_REAL)
    if math.isinf(low) and math.isinf(high):
        return -reach, reach
    if math.isinf(high):
        return low, low + reach
    # Contradictory bounds leave no point; the draw then fails the check of its conditions.
    return (high - reach if math.isinf(low) else low), max(low, high)


def _draw_coupling(chooser: Chooser, dim: int) -> np.ndarray:
    """Draw a coupling of finitely many pairs: a row for each, its mass before normalisation, then x, then y."""
    count = chooser.integer(1, MAX_PAIRS)
    masses = [[chooser.real(0.01, 1.0)] for _ in range(count)]
    keys, others = chooser.vectors(count, dim), chooser.vectors(count, dim)
    queries = keys if chooser.integer(0, 1) else others
    return np.hstack([masses, queries, keys])
