"""The float twin of a statement: the same SymPy relation, evaluated in floating point and held against balls.

Nothing is spelled a second time. A statement about configurations is read by torch in double precision, one about
numbers is unfolded and handed to mpmath. What neither has a word for has no twin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import mpmath
import numpy as np
import sympy as sp
from sympy import Basic, Expr

from modgap.theory.balls import enclosure
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.printing import parts
from modgap.theory.language.symbols import unfold
from modgap.theory.outcome import Undecided

__all__ = ["TOLERANCE", "Twin", "compare"]

#: How far a side may be from its ball, relative to the larger side (or 1).
TOLERANCE = 1e-9
DIGITS = 30


@dataclass(frozen=True)
class Twin:
    """What came of the comparison.

    Attributes
    ----------
    engine : str
        Who evaluated: mpmath, or torch.
    compared, points : int
        At how many of how many points both sides were finite on both roads.
    largest_difference : float
        Of a side, relative to the larger side (or 1).
    """

    engine: str
    compared: int
    points: int
    largest_difference: float

    @property
    def agrees(self) -> bool:
        """Whether no difference exceeds `TOLERANCE`."""
        return self.largest_difference <= TOLERANCE


def compare(statement: Basic, domain: Domain, points: list[Point], device: str = "cpu") -> Twin | None:
    """Return how the float twin compares with balls at some points, or None where there is no twin."""
    if any(v.kind not in ("unit", "ball", "free") for v in domain.vectors):
        return None
    of_families = bool(domain.vectors)
    differences = []
    try:
        for point in points:
            read = _torch(domain, point, device) if of_families else _mpmath(domain, point)
            differences += [_difference(part, domain, point, read) for part in parts(statement)]
    except (NotImplementedError, NameError, TypeError, AttributeError, ValueError, KeyError, ModuleNotFoundError):
        return None
    finite = [d for d in differences if d is not None]
    if not finite:
        return None
    engine = "torch, float64" if of_families else f"mpmath, {DIGITS} digits"
    return Twin(engine, len(finite), len(differences), max(finite))


def _difference(relation: Basic, domain: Domain, point: Point, read: Any) -> float | None:
    try:
        balls = [enclosure.value(side, point, domain) for side in relation.args]
        values = [read(side) for side in relation.args]
    except (Undecided, OverflowError, ZeroDivisionError):
        return None
    if not all(ball.is_finite() and float(ball.rad()) <= TOLERANCE * (1 + abs(float(ball.mid()))) for ball in balls):
        return None
    exact = [float(ball.mid()) for ball in balls]
    if not np.isfinite([*values, *exact]).all():
        return None
    scale = max(1.0, *map(abs, exact))
    return max(abs(value - right) / scale for value, right in zip(values, exact, strict=True))


def _mpmath(domain: Domain, point: Point) -> Any:
    symbols = list(domain.symbols)
    numbers = [int(v) if isinstance(v := point[s], int | np.integer) else mpmath.mpf(float(v)) for s in symbols]

    def read(side: Expr) -> float:
        body = unfold(side).replace(sp.Derivative, lambda *of: sp.Derivative(*of).doit())
        if body.atoms(sp.Integral, sp.Sum):
            raise NotImplementedError("a sum or an integral")
        with mpmath.workdps(DIGITS):
            value = sp.lambdify(symbols, body, "mpmath")(*numbers)
            return float(mpmath.mpf(value))

    return read


def _torch(domain: Domain, point: Point, device: str) -> Any:
    import torch

    from modgap.paper_checks.searches.configurations import Reader

    families, scalars = {}, {s: point[s] for s in domain.symbols}
    for item in domain.vectors:
        if item.count is None:
            raise NotImplementedError("a single vector")
        rows = torch.as_tensor(np.asarray(point[item.symbol], dtype=np.float64), device=device)[None]
        families[item.symbol] = torch.nn.functional.normalize(rows, dim=-1) if item.kind == "unit" else rows

    return lambda side: float(Reader(scalars, families)(unfold(side), {}).flatten()[0])
