"""What the theory predicts of the constrained losses: closed forms and quadratures, in floating point.

Notation: d the dimension of the sphere on which the laws live, κ their concentration, β = 1/τ, A = I_{d/2}/I_{d/2-1},
w the cosine of the gap angle. A *trap* is a local minimum of the loss at the widest gap, w = -1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import roots_jacobi
from torch import Tensor

from modgap.numerics.bessel import differentiable as torch_bessel
from modgap.numerics.bessel.functions import inverse_iv_ratio, iv_ratio, iv_ratio_derivative, log_sphere_mgf
from modgap.numerics.checks import require_temperature

__all__ = [
    "SubspacePrediction",
    "angle_slope",
    "centre_pair_loss",
    "centre_pair_slope",
    "collapse_threshold",
    "cone_population_loss",
    "cone_population_slope",
    "predict_subspace",
    "preferred_angle",
    "subspace_population_loss",
]

FloatArray = NDArray[np.float64]

# Nodes of the quadratures over the angle to the centre and over a direction across it, and how many standard
# deviations of the angle are covered: doubling any of them changes no figure by more than 1e-6.
ANGLE_NODES, ACROSS_NODES, REACH = 200, 64, 14
TILTS = 61


# --- the centre pair -------------------------------------------------------------------------------------------------


def centre_pair_loss(
    x_centre: Tensor,
    y_centre: Tensor,
    concentrations: tuple[float, float],
    temperature: float | Tensor,
    overlap: Tensor | None = None,
) -> Tensor:
    """Return the limit of L - 2 log N for the pair of centres among clouds X ~ vMF(c_x, κ_x), Y ~ vMF(c_y, κ_y).

    Parameters
    ----------
    x_centre, y_centre : Tensor, shape (..., d)
        Unit vectors, in coordinates of the subspaces if there is an overlap.
    concentrations : pair of float
        (κ_x, κ_y), >= 0.
    temperature : float or Tensor
        τ > 0, broadcast against the leading axes.
    overlap : Tensor, shape (d, d), optional
        AᵀB of the two subspaces' orthonormal bases; the identity when left out.

    Returns
    -------
    Tensor, shape (...)
        -2β c_x·c_y + log M(|κ_y c_y + β P_B c_x|) - log M(κ_y) + log M(|κ_x c_x + β P_A c_y|) - log M(κ_x), in nats.
    """
    seen_by_y = x_centre if overlap is None else x_centre @ overlap
    seen_by_x = y_centre if overlap is None else y_centre @ overlap.mT
    beta, dim = 1 / torch.as_tensor(temperature, dtype=x_centre.dtype, device=x_centre.device), x_centre.shape[-1]
    loss = -2 * beta * (seen_by_y * y_centre).sum(-1)
    for centre, seen, concentration in (
        (y_centre, seen_by_y, concentrations[1]),
        (x_centre, seen_by_x, concentrations[0]),
    ):
        length = torch.linalg.vector_norm(concentration * centre + beta[..., None] * seen, dim=-1)
        loss = loss + torch_bessel.log_sphere_mgf(dim, length) - float(log_sphere_mgf(dim, concentration))
    return loss


def centre_pair_slope(dim: int, temperature: float, concentrations: tuple[float, float], cosine: float = -1.0) -> float:
    """Return the derivative in w of the centre pair's loss: β Σ (κ A(m)/m - 1), m = √(κ² + 2κβw + β²).

    Positive at w = -1, it makes the widest gap a trap; else there is none, the loss being strictly concave in w.
    """
    require_temperature(temperature)
    beta = 1 / temperature
    return sum(
        beta * (kappa * _ratio_over(dim, math.sqrt(max(kappa**2 + 2 * kappa * beta * cosine + beta**2, 0.0))) - 1)
        for kappa in concentrations
    )


def _ratio_over(dim: int, z: float) -> float:
    """Return A(z)/z, and its limit 1/d at 0."""
    return float(iv_ratio(0.5 * dim - 1, z)) / z if z > 1e-8 else 1 / dim


# --- all pairs: von Mises-Fisher clouds of one concentration, carried along rigidly -----------------------------------


def cone_population_loss(dim: int, temperature: float, concentration: float) -> float:
    """Return the population loss of aligned pairs, x = y ~ vMF(c, κ): the loss at gap zero, in nats."""
    require_temperature(temperature)
    beta = 1 / temperature
    s, weight = _cosines(dim, concentration)
    length = np.sqrt(concentration**2 + 2 * concentration * beta * s + beta**2)
    logs = log_sphere_mgf(dim, length) - log_sphere_mgf(dim, concentration)
    return 2 * (float(weight @ logs) - beta)


def cone_population_slope(dim: int, temperature: float, concentration: float) -> float:
    """Return the derivative in w at w = -1 of the population loss of y = R x, R the rotation by the gap.

    Positive, it makes the widest gap a trap of the rigid clouds' loss; else there is none, the loss being concave in w.

    Notes
    -----
    The pairs' part is -2β(1 - (h-2)A(κ)/κ). The rest is 2 u(w), u(w) = E F(c_y·x) with F(s) = log M(√(κ²+2κβs+β²)):
    on the sphere the Laplacian of u in c_y is (1-w²)u'' - (h-1)w u', that is (h-1)u' at w = -1, and it may be taken
    under the mean, E[(1-s²)F''(s) - (h-1)s F'(s)] with s = c_y·x = -c_x·x. The coupling y = Rx is the best one at
    w = 1 and not at w = -1, so that this says nothing of the loss with the best coupling at every gap.
    """
    require_temperature(temperature)
    beta, order = 1 / temperature, 0.5 * dim - 1
    cosine, weight = _cosines(dim, concentration)
    s = -cosine
    z = np.sqrt(np.maximum(concentration**2 + 2 * concentration * beta * s + beta**2, 1e-16))
    ratio = iv_ratio(order, z) / z
    first = concentration * beta * ratio
    second = (concentration * beta) ** 2 * (iv_ratio_derivative(order, z) - ratio) / z**2
    spread = float(weight @ ((1 - s**2) * second - (dim - 1) * s * first)) / (dim - 1)
    return 2 * spread - 2 * beta * (1 - (dim - 2) * float(iv_ratio(order, concentration)) / concentration)


def _cosines(dim: int, concentration: float) -> tuple[FloatArray, FloatArray]:
    """Return nodes and weights of the law of c·x for x ~ vMF(c, κ) on S^{dim-1}."""
    theta, weight = _angles(dim, concentration)
    return np.cos(theta), weight


@cache
def _angles(dim: int, concentration: float) -> tuple[FloatArray, FloatArray]:
    """Gauss-Legendre over the angle to the centre, whose density is e^{κ cos θ} sin^{d-2} θ, about its mode."""
    sines = dim - 2
    cosine = 2 * concentration / (sines + math.hypot(sines, 2 * concentration)) if concentration > 0 else 0.0
    mode = math.acos(min(cosine, 1.0))
    stiffness = concentration * cosine + (sines / math.sin(mode) ** 2 if sines else 0.0)
    width = REACH / math.sqrt(max(stiffness, 1e-300))
    low, high = max(mode - width, 0.0), min(mode + width, math.pi)
    nodes, weights = np.polynomial.legendre.leggauss(ANGLE_NODES)
    theta = 0.5 * (low + high) + 0.5 * (high - low) * nodes
    sine = np.log(np.sin(theta)) if sines else 0.0
    log_density = concentration * (np.cos(theta) - math.cos(mode)) + sines * sine
    density = weights * np.exp(log_density - np.max(log_density))
    return theta, density / density.sum()


# --- subspaces -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SubspacePrediction:
    """The least population loss of rigid clouds with equal coordinates in two hyperplanes.

    Attributes
    ----------
    tilt : float
        Angle of the centres to C^⊥, radians: 0 where they are orthogonal to C, π/2 where they lie in C.
    gap : float
        Angle between them, radians: arccos(1 - (1 - cos φ) cos² tilt).
    loss : float
        Nats.
    perpendicular, collapsed : float
        The loss at tilt 0 and at tilt π/2.
    """

    tilt: float
    gap: float
    loss: float
    perpendicular: float
    collapsed: float


def subspace_population_loss(dim: int, angle: float, temperature: float, concentration: float, tilt: Any) -> Any:
    """Return -2β E xᵀDx + 2 E log M(|κc + βDx|) - 2 log M(κ) for x ~ vMF(c, κ) in coordinates of the hyperplanes.

    Parameters
    ----------
    dim : int
        h >= 3.
    angle : float
        Dihedral angle φ of the hyperplanes, radians; D = diag(1, ..., 1, cos φ).
    temperature, concentration : float
        τ > 0 and κ > 0.
    tilt : float or array_like
        Angle of c to the last axis, radians.

    Returns
    -------
    float or ndarray
        Nats, of the shape of `tilt`.
    """
    require_temperature(temperature)
    beta, inner, rho = 1 / temperature, dim - 1, math.cos(angle)
    theta, weight = _angles(inner, concentration)
    across, share = _across(inner)
    tilts = np.asarray(tilt, dtype=np.float64)[..., None, None]
    s = np.cos(theta)[:, None]
    height = np.cos(tilts) * s + np.sin(tilts) * np.sin(theta)[:, None] * across
    squares = (
        concentration**2
        + 2 * concentration * beta * (s - (1 - rho) * np.cos(tilts) * height)
        + beta**2 * (1 - (1 - rho**2) * height**2)
    )
    logs = log_sphere_mgf(inner, np.sqrt(np.maximum(squares, 0))) - log_sphere_mgf(inner, concentration)
    integrand = logs - beta * (1 - (1 - rho) * height**2)
    loss = 2 * np.einsum("...ij,i,j->...", integrand, weight, share)
    return float(loss) if np.ndim(tilt) == 0 else loss


@cache
def _across(dim: int) -> tuple[FloatArray, FloatArray]:
    """Return nodes and weights of a coordinate of the uniform law on S^{dim-2}."""
    if dim == 2:
        return np.array([-1.0, 1.0]), np.array([0.5, 0.5])
    nodes, weights = roots_jacobi(ACROSS_NODES, 0.5 * dim - 2, 0.5 * dim - 2)
    return nodes, weights / weights.sum()


def predict_subspace(dim: int, angle: float, temperature: float, concentration: float) -> SubspacePrediction:
    """Return where the population loss of clouds with equal coordinates is least, over the tilt of their centre.

    The tilts tried are 1.5 degrees apart. At all settings met so far the least loss is at an end, 0 or 90 degrees. That
    no pair of different coordinates does better is known in limits only, otherwise numerical (`thm.3.population`).
    """
    tilts = np.linspace(0, math.pi / 2, TILTS)
    losses = subspace_population_loss(dim, angle, temperature, concentration, tilts)
    k = int(losses.argmin())
    gap = 2 * math.asin(math.sqrt((1 - math.cos(angle)) / 2) * math.cos(tilts[k]))
    return SubspacePrediction(float(tilts[k]), gap, float(losses[k]), float(losses[0]), float(losses[-1]))


def angle_slope(dim: int, cosine: float, temperature: float, concentration: float) -> float:
    """Return S(s) = d𝓛/ds at s = cos φ, 𝓛 the population loss of centres e_A, e_B and equal coordinates.

    Parameters
    ----------
    dim : int
        h >= 3.
    cosine : float
        s = cos φ, in [0, 1].
    temperature, concentration : float
        τ > 0 and κ > 0.

    Returns
    -------
    float
        2β E[u((κ + βsu) A(z)/z - u)], z² = κ² + 2κβsu + β²(1 - (1 - s²)u²), u = x·e for x ~ vMF(e, κ), nats: where it
        is negative a smaller angle is better, where positive a larger one (`thm.3.angle.tangent`).
    """
    require_temperature(temperature)
    beta = 1 / temperature
    u, weight = _cosines(dim - 1, concentration)
    squares = concentration**2 + 2 * concentration * beta * cosine * u + beta**2 * (1 - (1 - cosine**2) * u**2)
    z = np.sqrt(np.maximum(squares, 1e-16))
    over = iv_ratio(0.5 * (dim - 1) - 1, z) / z
    return 2 * beta * float(weight @ (u * ((concentration + beta * cosine * u) * over - u)))


def preferred_angle(dim: int, temperature: float, concentration: float) -> float:
    """Return the angle φ in [0, π/2) between two hyperplanes at which the population loss of two cones is least.

    The cones are vMF(e_A, κ) and vMF(e_B, κ), coupled by equal coordinates. The loss is convex in cos φ and never least
    at a right angle (`thm.3.angle.convex`, `thm.3.angle.right`), so that this is the one root of its slope, or 0 where
    the slope is not positive at cos φ = 1. For narrow cones it tends to arccos min(1, τ).

    Parameters
    ----------
    dim : int
        h >= 3.
    temperature, concentration : float
        τ > 0 and κ > 0.

    Examples
    --------
    >>> round(math.degrees(preferred_angle(512, 0.01, 777)), 2)
    83.61
    """
    if angle_slope(dim, 1.0, temperature, concentration) <= 0:
        return 0.0
    return math.acos(brentq(lambda s: angle_slope(dim, s, temperature, concentration), 0.0, 1.0, xtol=1e-12))


def collapse_threshold(dim: int, angle: float) -> float:
    """Return β*, up to which free points of two hyperplanes collapse onto C (`thm.3.free`, a local criterion).

    At β* the second variation at the uniform law of C changes sign: I_{ν+1}(β*)/I_ν(β*) = 1 - cos φ, ν = (h-2)/2 - 1.
    Infinite at φ = 90 degrees.
    """
    return float(inverse_iv_ratio(0.5 * dim - 2, 1 - math.cos(angle)))
