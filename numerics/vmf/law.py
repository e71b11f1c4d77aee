"""The von Mises–Fisher distribution on the unit sphere S^{h−1} of R^h: NumPy float64 and torch.

The density against surface measure is D_h(κ) e^{κ c·x}, D_h(κ) = κ^ν/((2π)^{ν+1} I_ν(κ)), ν = h/2 − 1 (Mardia and Jupp,
Directional Statistics, 2000, section 9.3.2); κ = 0 is the uniform law.  Everything goes through log M_h(κ) − κ and the
ratio A_ν of `numerics.bessel`, so no dimension and no concentration under- or overflows:

    log D_h(κ) = −log M_h(κ) − log |S^{h−1}|,   E x = A_ν(κ) c,   entropy = log |S^{h−1}| − (κ A_ν(κ) − log M_h(κ)).

A distribution made from a torch tensor computes in torch: `log_density`, `mean`, `entropy` and `kl_divergence` are then
differentiable in the concentration and the mean direction.
"""

from __future__ import annotations

import math
import sys
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from modgap.numerics.bessel import functions as bessel
from modgap.numerics.checks import InputError

__all__ = ["VonMisesFisher"]

_UNIT_TOLERANCE = 1e-4
_NODES = 24


def _is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def _number(value: Any) -> float:
    return float(value.detach()) if _is_tensor(value) else float(value)


def _bessel_for(value: Any) -> Any:
    if _is_tensor(value):
        from modgap.numerics.bessel import differentiable as torch_bessel

        return torch_bessel
    return bessel


def _log_area(dim: int) -> float:
    """log of the area 2π^{h/2}/Γ(h/2) of S^{h−1}."""
    return math.log(2.0) + 0.5 * dim * math.log(math.pi) - math.lgamma(0.5 * dim)


@cache
def _quadrature() -> tuple[np.ndarray, np.ndarray]:
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    return 0.5 * (nodes + 1.0), 0.5 * weights


def _direction(value: Any) -> Any:
    """The mean direction, of unit norm to full precision."""
    if not _is_tensor(value):
        value = np.asarray(value)
        if value.dtype.kind not in "iuf":
            raise TypeError(f"mean_direction must be real, got dtype {value.dtype}")
        value = value.astype(np.float64)
    if value.ndim != 1 or value.shape[0] < 2:
        raise InputError("mean_direction", f"shape {tuple(value.shape)}", "(h,) with h >= 2")
    norm = (value * value).sum() ** 0.5
    if not abs(_number(norm) - 1.0) <= _UNIT_TOLERANCE:
        raise InputError("mean_direction", f"norm {_number(norm):.6g}", "a unit vector")
    return value / norm


def _concentration(value: Any, direction: Any) -> Any:
    if _is_tensor(direction):
        torch = sys.modules["torch"]
        value = torch.as_tensor(value, dtype=direction.dtype, device=direction.device)
    elif _is_tensor(value):
        raise TypeError("concentration is a torch tensor but mean_direction is not; pass both as tensors")
    else:
        value = np.asarray(value, dtype=np.float64)
    if value.ndim or not 0.0 <= _number(value) < math.inf:
        raise InputError("concentration", f"{value}", "one finite number >= 0")
    return value if _is_tensor(value) else value[()]


def _size(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < 0:
        raise InputError("size", repr(value), "an integer >= 0")
    return int(value)


class VonMisesFisher:
    """The law with density proportional to exp(concentration · mean_direction·x) on the unit sphere.

    Parameters
    ----------
    mean_direction : array_like or torch.Tensor, shape (h,)
        Unit vector c, h ≥ 2 (renormalised if its norm is within 1e-4 of 1).
    concentration : float or 0-dimensional Tensor
        κ, 0 ≤ κ < ∞.

    Raises
    ------
    InputError
        (a ValueError) For a wrong shape, a direction that is not of unit norm, or a bad concentration.
    TypeError
        For values that are not real numbers.
    """

    def __init__(self, mean_direction: Any, concentration: Any) -> None:
        self.mean_direction = _direction(mean_direction)
        self.concentration = _concentration(concentration, self.mean_direction)
        self.dim = int(self.mean_direction.shape[0])
        self._bessel = _bessel_for(self.mean_direction)

    def __repr__(self) -> str:
        return f"VonMisesFisher(dim={self.dim}, concentration={_number(self.concentration):g})"

    @property
    def _order(self) -> float:
        return 0.5 * self.dim - 1.0

    def log_density(self, x: Any) -> Any:
        """Log density against surface measure at unit vectors.

        Parameters
        ----------
        x : array_like or Tensor, shape (..., h)
            Unit vectors (to 1e-4).

        Returns
        -------
        float, ndarray or Tensor, shape (...)
            κ (c·x − 1) − (log M_h(κ) − κ) − log |S^{h−1}|, in nats.

        Raises
        ------
        InputError
            If the last axis is not h or a vector is not of unit norm.
        """
        if not _is_tensor(self.mean_direction):
            x = np.asarray(x, dtype=np.float64)
        self._check_points(x)
        scaled = self._bessel.log_sphere_mgf_scaled(self.dim, self.concentration)
        return self.concentration * (x @ self.mean_direction - 1.0) - (scaled + _log_area(self.dim))

    def _check_points(self, x: Any) -> None:
        if x.ndim < 1 or x.shape[-1] != self.dim:
            raise InputError("x", f"shape {tuple(x.shape)}", f"(..., {self.dim})")
        x = x.detach() if _is_tensor(x) else x
        worst = _number(abs((x * x).sum(-1) - 1.0).max()) if math.prod(x.shape) else 0.0
        if not worst <= 2.0 * _UNIT_TOLERANCE:
            raise InputError("x", f"a squared norm {worst:.3g} away from 1", "unit vectors")

    def mean_resultant_length(self) -> Any:
        """|E x| = A_ν(κ)."""
        return self._bessel.iv_ratio(self._order, self.concentration)

    def mean(self) -> Any:
        """E x = A_ν(κ) c, shape (h,)."""
        return self.mean_resultant_length() * self.mean_direction

    def _divergence_from_uniform(self) -> Any:
        """KL from the uniform law, κ A − log M ≥ 0, by whichever form does not cancel."""
        kappa = self.concentration
        ratio = self._bessel.iv_ratio(self._order, kappa)
        if _number(ratio) < 0.5:
            return kappa * ratio - self._bessel.log_sphere_mgf(self.dim, kappa)
        complement = self._bessel.iv_ratio_complement(self._order, kappa)
        return -kappa * complement - self._bessel.log_sphere_mgf_scaled(self.dim, kappa)

    def entropy(self) -> Any:
        """Differential entropy against surface measure, in nats."""
        return _log_area(self.dim) - self._divergence_from_uniform()

    def kl_divergence(self, other: VonMisesFisher) -> Any:
        """KL(self ‖ other) = [log M(κ') − log M(κ) − A(κ)(κ' − κ)] + A(κ) κ' (1 − c·c'), in nats.

        The bracket, a Bregman divergence, is evaluated without cancellation: where κ' is near κ it is the integral
        (κ'−κ)² ∫_0^1 (1−t) A'(κ + t(κ'−κ)) dt.

        Parameters
        ----------
        other : VonMisesFisher
            Of the same dimension and kind (NumPy or torch).

        Raises
        ------
        InputError
            If the dimensions differ.
        """
        if not isinstance(other, VonMisesFisher):
            raise TypeError(f"other must be a VonMisesFisher, got {type(other).__name__}")
        if other.dim != self.dim or _is_tensor(other.mean_direction) != _is_tensor(self.mean_direction):
            raise InputError("other", f"{other!r}", f"dimension {self.dim} and the same kind of arrays")
        apart = self.mean_direction - other.mean_direction
        turn = 0.5 * (apart * apart).sum()
        return self._bregman(other.concentration) + self.mean_resultant_length() * other.concentration * turn

    def _bregman(self, new: Any) -> Any:
        """log M(new) − log M(κ) − A(κ)(new − κ)."""
        kappa = self.concentration
        step = new - kappa
        if abs(_number(step)) > 0.5 * math.hypot(min(_number(kappa), _number(new)), self._order + 1.0):
            scaled = self._bessel.log_sphere_mgf_scaled
            complement = self._bessel.iv_ratio_complement(self._order, kappa)
            return (scaled(self.dim, new) - scaled(self.dim, kappa)) + complement * step
        t, weights = _quadrature()
        if _is_tensor(step):
            t, weights = (sys.modules["torch"].as_tensor(v, dtype=step.dtype, device=step.device) for v in (t, weights))
        return (
            step * step * (weights * (1.0 - t) * self._bessel.iv_ratio_derivative(self._order, kappa + step * t)).sum()
        )

    @classmethod
    def fit(cls, samples: Any) -> VonMisesFisher:
        """Maximum likelihood: c = x̄/|x̄| and A_ν(κ) = |x̄|.

        Parameters
        ----------
        samples : array_like or Tensor, shape (n, h)
            Unit vectors (to 1e-4).

        Returns
        -------
        VonMisesFisher
            With κ = 0 and the first axis as (meaningless) direction if the mean is exactly zero.

        Raises
        ------
        InputError
            For a wrong shape, vectors not of unit norm, or points that all coincide (κ would be infinite).
        """
        if not _is_tensor(samples):
            samples = np.asarray(samples, dtype=np.float64)
        if samples.ndim != 2 or samples.shape[0] < 1 or samples.shape[1] < 2:
            raise InputError("samples", f"shape {tuple(samples.shape)}", "(n, h) with n >= 1 and h >= 2")
        mean = samples.mean(0)
        length = (mean * mean).sum() ** 0.5
        if _number(length) == 0.0:
            mean = mean + 0.0
            mean[0] = 1.0
            return cls(mean, 0.0)
        fitted = cls(mean / length, 0.0)
        fitted._check_points(samples)
        if not _number(length) < 1.0 - 1e-15:
            raise InputError("samples", "points that all coincide", "some spread: their likelihood has no maximum")
        fitted.concentration = _bessel_for(samples).inverse_iv_ratio(fitted._order, length)
        return fitted

    def sample(self, size: int, seed: int | np.random.Generator, dtype: DTypeLike = np.float64) -> Any:
        """Independent points: Wood's rejection for c·x (1994) and a projected normal for the direction in the tangent.

        Parameters
        ----------
        size : int
            Number n ≥ 0 of points.
        seed : int or numpy.random.Generator
            The same seed gives the same points, whatever the number of threads.
        dtype : float64 or float32
            Of the result and the normals; a torch distribution uses its own dtype.

        Returns
        -------
        ndarray or Tensor, shape (n, h)
            Unit vectors, on the mean direction's device.
        """
        from modgap.numerics.vmf import _sampling as _vmf_sampling

        size = _size(size)
        if _is_tensor(self.mean_direction):
            return _vmf_sampling.torch_points(self.mean_direction.detach(), _number(self.concentration), size, seed)
        return _vmf_sampling.points(self.mean_direction, _number(self.concentration), size, seed, dtype)

    def rsample(self, size: int, seed: int | np.random.Generator) -> Any:
        """Points of a torch distribution that carry unbiased gradients in the mean direction and the concentration.

        The gradient in κ is by implicit reparameterisation (Figurnov, Mohamed and Mnih 2018): the angle θ moves so that
        its distribution function stays put, dθ/dκ = −∫_0^θ (cos φ − A) g(φ) dφ/g(θ), g(φ) = e^{κ cos φ} sin^{h−2} φ,
        by quadrature for each point.  First derivatives only.

        Parameters and errors as in `sample`.

        Raises
        ------
        TypeError
            If the distribution is not a torch one.
        """
        from modgap.numerics.vmf import _sampling as _vmf_sampling

        if not _is_tensor(self.mean_direction):
            raise TypeError("rsample needs a distribution made from torch tensors")
        return _vmf_sampling.torch_device_points(self.mean_direction, self.concentration, _size(size), seed)
