"""Quadrature on spheres in floating point, and losses by it: other means than the balls that claims are checked by."""

from __future__ import annotations

import numpy as np
from scipy.special import gammaln, ive


def log_mgf(dim, z):
    """Return log M_d(z), z ≠ 0."""
    order, z = dim / 2 - 1, np.abs(z)
    return gammaln(order + 1) + order * np.log(2 / z) + np.log(ive(order, z)) + z


def ratio(dim, k):
    """Return A(κ) of the order d/2 − 1."""
    return ive(dim / 2, k) / ive(dim / 2 - 1, k)


def points(dim, size=48):
    """Return points of S^{d−1} and weights of the uniform law: equal angles on the circle, Gauss rules above."""
    if dim == 2:
        angle = 2 * np.pi * (np.arange(4 * size) + 0.3) / (4 * size)
        return np.column_stack([np.cos(angle), np.sin(angle)]), np.full(4 * size, 0.25 / size)
    nodes, weights = np.polynomial.legendre.leggauss(size)
    angle = np.pi * (nodes + 1) / 2
    weights = weights * np.sin(angle) ** (dim - 2)
    below, share = points(dim - 1, size // 2)
    heights = np.repeat(np.cos(angle), len(below))[:, None]
    around = np.tile(below, (size, 1)) * np.repeat(np.sin(angle), len(below))[:, None]
    return np.hstack([heights, around]), np.repeat(weights / weights.sum(), len(below)) * np.tile(share, size)


def law(dim, k, centre, size=48):
    """Return points and weights of vMF(c, κ)."""
    x, weights = points(dim, size)
    weights = weights * np.exp(k * (x @ centre - 1))
    return x, weights / weights.sum()


def across(dim, cosine):
    """Return D, with e the last vector of the basis."""
    return np.diag([1.0] * (dim - 1) + [cosine])


def partition(dim, cosine, k, b, own, other):
    """Return E log(M(|κc' + βDx|)/M(κ)) for x ∼ vMF(c, κ)."""
    x, weights = law(dim, k, own)
    length = np.linalg.norm(k * other + b * x @ across(dim, cosine), axis=1)
    return weights @ log_mgf(dim, length) - log_mgf(dim, k)


def equal_coordinates(dim, cosine, k, b, centre):
    """Return the loss of the identity coupling of vMF(c, κ) on both hyperplanes."""
    x, weights = law(dim, k, centre)
    height = weights @ np.einsum("ij,jk,ik->i", x, across(dim, cosine), x)
    return -2 * b * height + 2 * partition(dim, cosine, k, b, centre, centre)


def variance(dim, cosine, k, square):
    """Return V(q), the D-variance of vMF(c, κ), by the covariance of its points."""
    centre = np.zeros(dim)
    centre[-1], centre[0] = np.sqrt(square), np.sqrt(1 - square)
    x, weights = law(dim, k, centre)
    mean = weights @ x
    return float(np.trace(across(dim, cosine) @ (np.einsum("i,ij,ik->jk", weights, x, x) - np.outer(mean, mean))))
