"""The inverse of the ratio in x: Newton's method inside a bracket from the Amos bounds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Triple = Callable[[FloatArray, FloatArray], tuple[FloatArray, FloatArray, FloatArray]]

_MAX_ITERATIONS = 100
_TOLERANCE = 2.0**-52


def _bracket(order: FloatArray, r: FloatArray, c: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Lower and upper bound of the solution, 0 < r < 1, c = 1 − r.

    Below: A_ν ≤ x/(ν+½+√((ν+½)²+x²)) (Amos 1974), A_ν ≤ x/(2ν+2) and A_ν ≤ A_{−1/2} = tanh x.  Above:
    A_ν ≥ x/(ν+½+√((ν+3/2)²+x²)).  x/(a+√(b²+x²)) = r has the root x = r (a+√(a²+(1−r²)(b²−a²)))/(1−r²).
    """
    a = order + 0.5
    gap = c * (1.0 + r)
    low = np.maximum(r * (2.0 * order + 2.0), np.maximum(2.0 * a * r / gap, arctanh(r, c)))
    high = r * (a + np.sqrt(a * a + gap * (2.0 * order + 2.0))) / gap
    return low * (1.0 - 1e-15), high * (1.0 + 1e-15)


def arctanh(r: FloatArray, c: FloatArray) -> FloatArray:
    """Return artanh r, c = 1 − r."""
    return np.where(r < 0.5, np.arctanh(np.minimum(r, 0.5)), 0.5 * np.log((1.0 + r) / c))


def solve(order: FloatArray, r: FloatArray, c: FloatArray, evaluate: Triple) -> FloatArray:
    """x with A_ν(x) = r for one-dimensional arrays, −1/2 < ν, 0 < r < 1, given with c = 1 − r to all its digits.

    Newton's method runs on A/(1 − A) = r/c, which is almost linear in x from end to end (x/(2ν+2) at 0,
    x/(ν+½) at infinity) and uses the complement where r is near 1.  A step that would leave the bracket is replaced by
    the bracket's geometric mean.
    """
    low, high = _bracket(order, r, c)
    x = np.sqrt(low) * np.sqrt(high)
    active = np.arange(x.size)
    for _ in range(_MAX_ITERATIONS):
        nu, target, rest, point = order[active], r[active], c[active], x[active]
        a, complement, slope = evaluate(nu, point)
        residual = a * rest - target * complement
        low[active] = np.where(residual <= 0.0, point, low[active])
        high[active] = np.where(residual >= 0.0, point, high[active])
        new = point - residual * complement / (rest * slope)
        outside = ~((new >= low[active]) & (new <= high[active]))
        new[outside] = (np.sqrt(low[active]) * np.sqrt(high[active]))[outside]
        x[active] = new
        active = active[np.abs(new - point) > _TOLERANCE * point]
        if active.size == 0:
            break
    return x
