"""Counting in a tile of scores while it is in cache: what NumPy takes a pass and a mask for, each."""

from __future__ import annotations

from typing import Any

from modgap.numerics.bessel._jit import kernel


@kernel
def count_at_least(
    scores: Any, a: Any, b: Any, row_levels: Any, column_levels: Any, row_counts: Any, column_counts: Any
) -> None:
    """Add to each row's, and to each column's, count how many scores s_ij − a_i b_j are at least its level.

    All arrays are contiguous; scores (n, m) and levels are doubles, counts 64-bit integers. −inf counts nowhere.
    """
    for i in range(scores.shape[0]):
        offset, level, found = a[i], row_levels[i], 0
        for j in range(scores.shape[1]):
            score = scores[i, j] - offset * b[j]
            found += score >= level
            column_counts[j] += score >= column_levels[j]
        row_counts[i] += found
