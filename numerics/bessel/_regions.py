"""How the (order, x) plane is divided among methods, and how many terms each needs. See `numerics.bessel`."""

from __future__ import annotations

from math import sqrt

import numpy as np

S_BORDERS = (40.0, 60.0, 100.0, 250.0, 500.0, 1000.0, 8000.0)
"""Lower ends, in s = √(order² + x²), of the tiers of the expansion in 1/s; below the first: recurrence and series."""

FAR_BORDER = 250.0
"""Points on the two sides of this s are run apart, each lot with the terms that its least s needs."""

RATIO_TERMS = (15, 12, 10, 7, 6, 5, 4)
DERIVATIVE_TERMS = (16, 13, 11, 8, 7, 6, 4)
LOG_TERMS = (11, 9, 7, 6, 5, 4, 3)
MGF_TERMS = (12, 9, 8, 6, 5, 4, 3)

HUGE = 1e150
"""Above this the leading term is exact and squares are scaled to avoid overflow."""

TINY = 1e-140
"""Below this log I is its leading term to far beyond double precision, and x/order might underflow."""

MGF_DIRECT_ORDER = 4.0
"""Below this order log M is summed from log Γ; above, from terms that are all proportional to x²."""

STIRLING_ORDER = 16.0
"""From this order on log Γ is Stirling's series with `STIRLING_TERMS` terms."""

STIRLING_TERMS = 6

ORDER_CELL = 4.0
X_CELL = 2.0
_ORDER_CELLS = 10
_X_CELLS = 20


def _amos(order: float, x: float) -> tuple[float, float]:
    """Lower and upper bound of the ratio (Amos 1974, (9) and (11)), order ≥ −1/2."""
    a = order + 0.5
    return x / (a + sqrt((order + 1.5) ** 2 + x * x)), x / (a + sqrt(a * a + x * x))


def recurrence_steps(order: float, x: float, bits: int = 76) -> int:
    """Steps of the backward recurrence after which a seed within the Amos bounds is right to ``bits`` bits.

    A relative error e of A_{k} becomes −A_{k−1}A_k e in A_{k−1}, and A_k is below its upper Amos bound.
    """
    damping, k, above = 1.0, order, _amos(order, x)[1]
    for steps in range(1, 200):
        k += 1.0
        lower, upper = _amos(k, x)
        damping *= above * upper
        above = upper
        if damping * (upper - lower) <= lower * 2.0**-bits:
            return steps
    raise ArithmeticError(f"no step count for order={order!r}, x={x!r}")


def series_terms(order: float, x: float, bits: int = 58) -> int:
    """Terms of Σ t^j/(j! (ν+1)_j), t = x²/4, after which the tail is below 2^−bits of M − 1, by its geometric bound."""
    t = x * x / 4
    term, total = 1.0, 0.0
    for j in range(1, 300):
        term *= t / (j * (order + j))
        total += term
        quotient = t / ((j + 1) * (order + j + 1))
        if quotient < 1 and term * quotient / (1 - quotient) <= total * 2.0**-bits:
            return j
    raise ArithmeticError(f"no term count for order={order!r}, x={x!r}")


def _cells() -> tuple[np.ndarray, np.ndarray]:
    """Counts for each cell of the quarter disc s < 40, at its worst corner: lowest order, largest x."""
    steps = np.empty((_ORDER_CELLS, _X_CELLS), dtype=np.int64)
    terms = np.empty_like(steps)
    for i in range(_ORDER_CELLS):
        order = i * ORDER_CELL if i else -0.5
        for j in range(_X_CELLS):
            steps[i, j] = recurrence_steps(order, (j + 1) * X_CELL)
            terms[i, j] = series_terms(order, (j + 1) * X_CELL)
    return steps, terms


CELL_STEPS, CELL_TERMS = _cells()
