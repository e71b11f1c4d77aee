"""Hypothesis strategies made from hypotheses: points of a domain, which Hypothesis can shrink."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from modgap.theory.balls import enclosure
from modgap.theory.evidence.draws import draw_point
from modgap.theory.language.domain import Domain, Point
from modgap.theory.outcome import Outcome

__all__ = ["HypothesisChooser", "points", "strategies"]


class HypothesisChooser:
    """Takes the numbers of a draw from Hypothesis, which then can shrink them."""

    def __init__(self, draw: Any):
        self.draw = draw

    def integer(self, low: int, high: int) -> int:
        """Return an integer of [low, high]."""
        return self.draw(st.integers(low, high))

    def real(self, low: float, high: float) -> float:
        """Return a number of [low, high], often near the lower end."""
        near_low = st.floats(-12, 0).map(lambda e: min(high, low + (high - low) * 10**e))
        return self.draw(st.one_of(st.floats(low, high), near_low))

    def vectors(self, count: int, dim: int) -> np.ndarray:
        """Return `count` nonzero raw vectors of R^dim, with entries of four decimals."""
        entries = st.floats(-1, 1, width=32).map(lambda v: round(v, 4))
        rows = st.lists(entries, min_size=dim, max_size=dim).filter(lambda row: max(map(abs, row)) > 0)
        return np.array(self.draw(st.lists(rows, min_size=count, max_size=count)))


@st.composite
def points(draw: Any, domain: Domain) -> Point:
    """Draw a point within the one-variable bounds of a domain; other conditions are for the caller to check."""
    return draw_point(domain, HypothesisChooser(draw))


def strategies(domain: Domain) -> st.SearchStrategy[Point]:
    """Return a strategy of points that certainly meet every hypothesis of a domain.

    Parameters
    ----------
    domain : Domain
        The hypotheses.

    Returns
    -------
    SearchStrategy of Point
        Each point maps variables to exact numbers, vectors to raw coordinates (of unit vectors the direction counts).

    Examples
    --------
    >>> from hypothesis import given
    >>> from modgap import theory
    >>> @given(theory.strategies(theory.claim("bessel.ratio.upper.one").domain))
    ... def holds(point):
    ...     assert len(point) == 2
    >>> holds()
    """
    return points(domain).filter(lambda point: enclosure.membership(point, domain) is Outcome.SHOWN)
