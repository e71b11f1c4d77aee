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
from modgap.numerics.checks import InputError, resolution

__all__ = ["VonMisesFisher"]

_UNIT_TOLERANCE = 1e-4
_NODES = 24
# Numbers of an array worked on at once.
_BLOCK = 1 << 20
# Above this concentration κ² A'(κ) is h/2 − 1/2 to far beyond double precision, and κ² is near overflow.
_VAST = 1e100


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


def _real(name: str, value: Any) -> Any:
    """Return a tensor of floats as it is, other real numbers as a float64 array."""
    if _is_tensor(value):
        if not value.is_floating_point():
            raise TypeError(f"{name} must be a tensor of floats, got dtype {value.dtype}")
        return value
    array = np.asarray(value)
    if array.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be real, got dtype {array.dtype}")
    return array.astype(np.float64)


def _direction(value: Any) -> Any:
    """The mean direction, of unit norm to full precision."""
    value = _real("mean_direction", value)
    if value.ndim != 1 or value.shape[0] < 2:
        raise InputError("mean_direction", f"shape {tuple(value.shape)}", "(h,) with h >= 2")
    norm = (value * value).sum() ** 0.5
    if not abs(_number(norm) - 1.0) <= _UNIT_TOLERANCE:
        raise InputError("mean_direction", f"norm {_number(norm):.6g}", "a unit vector")
    return value / norm


def _concentration(value: Any, direction: Any) -> Any:
    if _is_tensor(value) and not _is_tensor(direction):
        raise TypeError("concentration is a torch tensor but mean_direction is not; pass both as tensors")
    value = _real("concentration", value)
    if value.ndim or not 0.0 <= _number(value) < math.inf:
        raise InputError("concentration", f"{value}", "one finite number >= 0")
    if not _is_tensor(direction):
        return value[()]
    value = sys.modules["torch"].as_tensor(value, dtype=direction.dtype, device=direction.device)
    if not _number(value) < math.inf:
        raise InputError("concentration", f"inf in {direction.dtype}", "one finite number >= 0")
    return value


def _require_unit(name: str, x: Any) -> None:
    """Raise `InputError` for the vector whose norm is farthest from 1, if that is farther than 1e-4 (or NaN)."""
    if not math.prod(x.shape):
        return
    x = x.detach() if _is_tensor(x) else x
    off = abs((x * x).sum(-1) ** 0.5 - 1.0).reshape(-1)
    unknown = off != off
    row = int((unknown * 1).argmax()) if bool(unknown.any()) else int(off.argmax())
    if not _number(off[row]) <= _UNIT_TOLERANCE:
        where = f"vector {row}" if x.ndim > 1 else "a vector"
        raise InputError(name, f"{where} with a norm {_number(off[row]):.3g} away from 1", "unit vectors")


def _versine(x: Any, c: Any) -> Any:
    """1 − cos of the angle between rows of ``x`` and ``c``, from differences: neither small angles nor norms hurt."""
    apart, radial = x - c, ((x - c) * (x + c)).sum(-1)
    norm, length = (x * x).sum(-1) ** 0.5, (c * c).sum() ** 0.5
    # |x − c|² = (|x| − |c|)² + 2|x||c|(1 − cos).
    return ((apart * apart).sum(-1) - (radial / (norm + length)) ** 2) / (2.0 * norm * length)


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

    Examples
    --------
    >>> import numpy as np
    >>> from modgap.numerics.vmf import VonMisesFisher
    >>> law = VonMisesFisher(np.eye(512)[0], 10.0)
    >>> round(float(law.entropy()), 4)
    -868.0657
    >>> round(float(law.log_density(np.eye(512)[0])), 4)
    877.8705
    >>> law.sample(3, np.random.default_rng(0)).shape
    (3, 512)
    """

    def __init__(self, mean_direction: Any, concentration: Any) -> None:
        self.mean_direction = _direction(mean_direction)
        self.concentration = _concentration(concentration, self.mean_direction)
        self.dim = int(self.mean_direction.shape[0])

    def __repr__(self) -> str:
        return f"VonMisesFisher(dim={self.dim}, concentration={_number(self.concentration):g})"

    @property
    def _bessel(self) -> Any:
        # Looked up, not kept: a law that holds a module could be neither copied nor pickled.
        return _bessel_for(self.mean_direction)

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
            −κ (1 − c·x) − (log M_h(κ) − κ) − log |S^{h−1}|, in nats, of the directions x/|x|. 1 − c·x comes from
            |x − c|², so that no digit is lost where κ is large and x near c.

        Raises
        ------
        InputError
            If the last axis is not h or a vector is not of unit norm.
        TypeError
            If x is not real, or a tensor where the distribution is not a torch one.
        """
        if _is_tensor(x) != _is_tensor(self.mean_direction):
            if _is_tensor(x):
                raise TypeError("x is a torch tensor but the distribution is not made from tensors")
            x = sys.modules["torch"].as_tensor(_real("x", x)).to(self.mean_direction)
        x = _real("x", x)
        if x.ndim < 1 or x.shape[-1] != self.dim:
            raise InputError("x", f"shape {tuple(x.shape)}", f"(..., {self.dim})")
        _require_unit("x", x)
        scaled = self._bessel.log_sphere_mgf_scaled(self.dim, self.concentration)
        return -self.concentration * self._versines(x) - (scaled + _log_area(self.dim))

    def _versines(self, x: Any) -> Any:
        """1 − c·x; in blocks of NumPy rows, for the sake of memory."""
        if _is_tensor(x) or x.size <= _BLOCK:
            return _versine(x, self.mean_direction)
        rows = x.reshape(-1, self.dim)
        step = max(1, _BLOCK // self.dim)
        parts = [_versine(rows[k : k + step], self.mean_direction) for k in range(0, len(rows), step)]
        return np.concatenate(parts).reshape(x.shape[:-1])

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
        """log M(new) − log M(κ) − A(κ)(new − κ), in float64 throughout: float32 has not the range of A'."""
        kappa = self.concentration
        if _is_tensor(kappa):
            return self._wide_bregman(kappa.double(), new.double()).to(kappa.dtype)
        return self._wide_bregman(kappa, new)

    def _wide_bregman(self, kappa: Any, new: Any) -> Any:
        step, least = new - kappa, min(_number(kappa), _number(new))
        if abs(_number(step)) > 0.5 * math.hypot(least, self._order + 1.0):
            scaled = self._bessel.log_sphere_mgf_scaled
            complement = self._bessel.iv_ratio_complement(self._order, kappa)
            return (scaled(self.dim, new) - scaled(self.dim, kappa)) + complement * step
        t, weights = _quadrature()
        if _is_tensor(step):
            t, weights = (sys.modules["torch"].as_tensor(v, device=step.device) for v in (t, weights))
        at = kappa + step * t
        if least > _VAST:
            return (weights * (1.0 - t) * (step / at) ** 2).sum() * (self._order + 0.5)
        return step * step * (weights * (1.0 - t) * self._bessel.iv_ratio_derivative(self._order, at)).sum()

    @classmethod
    def fit(cls, samples: Any) -> VonMisesFisher:
        """Maximum likelihood: c = x̄/|x̄| and A_ν(κ) = |x̄| of the normalised samples.

        Parameters
        ----------
        samples : array_like or Tensor, shape (n, h)
            Unit vectors (to 1e-4); they are normalised first.

        Returns
        -------
        VonMisesFisher
            With κ = 0 and the first axis as (meaningless) direction if the mean is zero to rounding. A torch law is
            differentiable in the samples.

        Raises
        ------
        InputError
            For a wrong shape, vectors not of unit norm, or points that all coincide to the rounding of the numbers
            given (κ would be infinite).
        TypeError
            For samples that are not real.

        Notes
        -----
        All is done in float64. Where the samples are concentrated κ comes from 1 − |x̄| = Σ|x_i − x̄|²/n (1 + |x̄|)⁻¹,
        without the cancellation of the difference.
        """
        rounding = resolution(samples)
        samples = _real("samples", samples)
        if samples.ndim != 2 or samples.shape[0] < 1 or samples.shape[1] < 2:
            raise InputError("samples", f"shape {tuple(samples.shape)}", "(n, h) with n >= 1 and h >= 2")
        _require_unit("samples", samples)
        rows = samples.double() if _is_tensor(samples) else samples
        rows = rows / (rows * rows).sum(-1)[:, None] ** 0.5
        mean = rows.mean(0)
        length = (mean * mean).sum() ** 0.5
        if _number(length) <= 2.0 * rounding:
            pole = 0.0 * samples[0]
            pole[0] = 1.0
            return cls(pole, 0.0)
        apart = rows - mean
        spread = (apart * apart).sum() / rows.shape[0]
        if not _number(spread) > (2.0 * rounding) ** 2:
            raise InputError("samples", "points that all coincide", "some spread: their likelihood has no maximum")
        centre = mean / length
        fitted = cls(centre.to(samples.dtype) if _is_tensor(samples) else centre, 0.0)
        functions = _bessel_for(samples)
        if _number(length) < 0.5:
            concentration = functions.inverse_iv_ratio(fitted._order, length)
        else:
            concentration = functions.inverse_iv_ratio_complement(fitted._order, spread / (1.0 + length))
        fitted.concentration = concentration.to(samples.dtype) if _is_tensor(samples) else concentration
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
