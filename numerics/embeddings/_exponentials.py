"""Exponentials in a tile of cosines while it is in cache: what NumPy takes a pass each for."""

from __future__ import annotations

from typing import Any

import numpy as np

from modgap.numerics.bessel._jit import inlined, kernel

LOG2_E = 1.4426950408889634
# log 2 in two parts, of which the first has so few digits that its products with the k below are exact.
LN2_HIGH, LN2_LOW = 0.6931471803691238, 1.9082149292705877e-10
# Added to a number of less than 2⁵¹ it leaves the nearest integer in the last digits.
SHIFTER = 1.5 * 2.0**52
# Below it exp is no normal number.
LEAST = -708.0


@inlined
def exponential(t: Any) -> Any:
    """exp(t) of t <= 0, with a relative error under 2⁻⁵²; 0 below -708. Without branches: loops are vectorised."""
    shifted = t * LOG2_E + SHIFTER
    k = shifted - SHIFTER
    r = (t - k * LN2_HIGH) - k * LN2_LOW
    # Taylor: |r| <= log(2)/2, and what is left out is under 5e-18. Neighbouring terms in pairs, as a chain would wait.
    square = r * r
    fourth = square * square
    low = (0.5 + r * (1 / 6.0)) + square * (1 / 24.0 + r * (1 / 120.0))
    middle = (1 / 720.0 + r * (1 / 5040.0)) + square * (1 / 40320.0 + r * (1 / 362880.0))
    high = (1 / 3628800.0 + r * (1 / 39916800.0)) + square * (1 / 479001600.0 + r * (1 / 6227020800.0))
    s = 1.0 + (r + square * (low + fourth * (middle + fourth * high)))
    # Times 2^k: k is added to the exponent.
    bits = np.int64(np.float64(s).view(np.int64) + (np.float64(shifted).view(np.int64) << 52))
    return bits.view(np.float64) if t >= LEAST else 0.0


@kernel
def add_exponentials(cosines: Any, largest: Any, rate: Any, sums: Any) -> None:
    """Add to each column's sum exp(rate (c − largest)) of its cosines, none of which is above the largest.

    Cosines above 1 by rounding count as 1. All arrays are contiguous; −inf adds nothing.
    """
    top = min(largest, 1.0)
    for i in range(cosines.shape[0]):
        for j in range(cosines.shape[1]):
            sums[j] += exponential(min(rate * (cosines[i, j] - top), 0.0))
