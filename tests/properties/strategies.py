"""Hypothesis strategies made from the hypotheses of claims: one road with the seeded draws, other dice."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from modgap.theory.language.domain import Domain


class HypothesisChooser:
    """Takes the numbers of a draw from Hypothesis, which then can shrink them."""

    def __init__(self, draw):
        self.draw = draw

    def integer(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def real(self, low: float, high: float) -> float:
        near_low = st.floats(-12, 0).map(lambda e: min(high, low + (high - low) * 10**e))
        return self.draw(st.one_of(st.floats(low, high), near_low))

    def vectors(self, count: int, dim: int) -> np.ndarray:
        entries = st.floats(-1, 1, width=32).map(lambda v: round(v, 4))
        rows = st.lists(entries, min_size=dim, max_size=dim).filter(lambda row: max(map(abs, row)) > 0)
        return np.array(self.draw(st.lists(rows, min_size=count, max_size=count)))


@st.composite
def points(draw, domain: Domain):
    """Draw a point within the one-variable bounds of a domain."""
    return domain.draw(HypothesisChooser(draw))
