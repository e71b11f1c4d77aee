"""Compiled inner loops of the von Mises–Fisher sampler."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from modgap.numerics.bessel._jit import kernel


@njit(fastmath={"reassoc", "contract"}, nogil=True)
def _dot(a, b):
    """Sum of products in an order the compiler may choose (vector accumulators)."""
    total = 0.0
    for i in range(a.size):
        total += a[i] * b[i]
    return total


@kernel
def place(samples, direction, cosines, sines):
    """Turn rows of normals, in place, into cosine · direction + sine · (unit tangent along the row).

    The tangent is the row's projection orthogonal to ``direction``, taken twice where the first has lost digits.
    """
    n, dim = samples.shape
    for i in range(n):
        row = samples[i]
        along = _dot(row, direction)
        before = _dot(row, row)
        for j in range(dim):
            row[j] -= along * direction[j]
        after = _dot(row, row)
        while after < 0.01 * before:
            along = _dot(row, direction)
            before = after
            for j in range(dim):
                row[j] -= along * direction[j]
            after = _dot(row, row)
        scale = sines[i] / math.sqrt(after)
        cosine = cosines[i]
        for j in range(dim):
            row[j] = scale * row[j] + cosine * direction[j]


@kernel
def place_on_circle(samples, direction, cosines, sines, signs):
    """In the plane the tangent is one of two: (−d_2, d_1) or its opposite."""
    for i in range(cosines.size):
        sine = sines[i] if signs[i] < 0.5 else -sines[i]
        samples[i, 0] = np.float64(cosines[i] * direction[0] - sine * direction[1])
        samples[i, 1] = np.float64(cosines[i] * direction[1] + sine * direction[0])


@kernel
def place_in_space(samples, direction, first, second, cosines, sines, normals):
    """In three dimensions two normals give the tangent in the orthonormal frame (``first``, ``second``)."""
    for i in range(cosines.size):
        a, b = normals[i, 0], normals[i, 1]
        scale = sines[i] / math.sqrt(a * a + b * b)
        for j in range(3):
            samples[i, j] = cosines[i] * direction[j] + scale * (a * first[j] + b * second[j])
