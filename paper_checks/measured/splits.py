"""Random halves of the pairs: a method is fitted to one and measured on the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["split_halves"]


def split_halves(count: int, seed: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the indices of two random halves, ascending: to fit on, and to measure on (one more if odd)."""
    order = np.random.default_rng(seed).permutation(count)
    return np.sort(order[: count // 2]), np.sort(order[count // 2 :])
