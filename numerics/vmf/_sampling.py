"""Sampling from the von Mises–Fisher distribution, in chunks of bounded size with a random stream each."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from modgap.numerics.bessel import functions as bessel
from modgap.numerics.bessel.functions import _pool
from modgap.numerics.vmf import _kernels as _vmf_kernels

_CHUNK_NUMBERS = 1 << 18
_VELOCITY_NODES = 64
_VELOCITY_CHUNK = 4096
# Two in three proposals are accepted at every concentration; so many rounds without one mean an error.
_MOST_IDLE = 100
# Below this the law of c·x is the uniform one to far beyond double precision, and κ·uniform would underflow.
_UNIFORM = 1e-100


def _streams(seed: int | np.random.Generator, count: int) -> list[np.random.Generator]:
    """Independent generators, one for each chunk, so that the points do not depend on the number of threads."""
    if isinstance(seed, np.random.Generator):
        root = np.random.SeedSequence(seed.integers(2**32, size=4, dtype=np.uint64).tolist())
    elif isinstance(seed, int | np.integer) and not isinstance(seed, bool) and seed >= 0:
        root = np.random.SeedSequence(int(seed))
    else:
        raise TypeError(f"seed must be a non-negative integer or a numpy.random.Generator, got {seed!r}")
    return [np.random.Generator(np.random.SFC64(child)) for child in root.spawn(count)]


def cosines(dim: int, concentration: float, size: int, rng: np.random.Generator) -> tuple[NDArray, NDArray]:
    """c·x and √(1 − (c·x)²) of ``size`` points: Ulrich's rejection as corrected by Wood (1994).

    The algorithm's w = 1 − g is carried as g = 2bZ/(1 − (1−b)Z), which keeps its digits at large concentration.
    """
    if dim == 3:
        return _cosines_in_space(concentration, size, rng)
    # (dim − 1)/(2κ + √(4κ² + (dim−1)²)), scaled down: 2κ may overflow.
    quarter = (dim - 1) / 4
    b = quarter / (concentration / 2 + math.hypot(concentration / 2, quarter))
    away = 2 * b / (1 + b)  # 1 − x0
    x0 = (1 - b) / (1 + b)
    accepted = np.empty(size)
    filled, idle = 0, 0
    while filled < size:
        wanted = int(1.6 * (size - filled)) + 16
        z = rng.beta(0.5 * (dim - 1), 0.5 * (dim - 1), wanted)
        gap = 2 * b * z / ((1 - z) + b * z)
        log_weight = concentration * (away - gap) + (dim - 1) * np.log((away + x0 * gap) / (away * (1 + x0)))
        gap = gap[log_weight >= -rng.standard_exponential(wanted)][: size - filled]
        accepted[filled : filled + gap.size] = gap
        filled += gap.size
        idle = 0 if gap.size else idle + 1
        if idle > _MOST_IDLE:
            raise ArithmeticError(f"no point accepted in {idle} rounds at dim={dim}, concentration={concentration:g}")
    return 1 - accepted, np.sqrt(accepted * (2 - accepted))


def _cosines_in_space(concentration: float, size: int, rng: np.random.Generator) -> tuple[NDArray, NDArray]:
    """For h = 3 the law of 1 − c·x is a truncated exponential: by inversion (Mardia and Jupp 2000, section 9.3.2)."""
    uniform = rng.random(size)
    if concentration < _UNIFORM:
        gap = 2 * uniform
    else:
        gap = np.log1p(uniform * math.expm1(-2 * concentration)) / -concentration
    np.minimum(gap, 2, out=gap)
    return 1 - gap, np.sqrt(gap * (2 - gap))


def _tangent_frame(direction: NDArray) -> tuple[NDArray, NDArray]:
    """Two unit vectors of R³ orthogonal to ``direction`` and to each other."""
    away = np.zeros(3)
    away[np.argmin(abs(direction))] = 1
    first = np.cross(direction, away)
    first /= np.linalg.norm(first)
    return first, np.cross(direction, first)


def _fill(out: NDArray, direction: NDArray, concentration: float, rng: np.random.Generator) -> None:
    size, dim = out.shape
    cosine, sine = cosines(dim, concentration, size, rng)
    if dim == 2:
        _vmf_kernels.place_on_circle(out, direction, cosine, sine, rng.random(size))
        return
    if dim == 3:
        normals = rng.standard_normal((size, 2))
        _vmf_kernels.place_in_space(out, direction, *_tangent_frame(direction), cosine, sine, normals)
        return
    rng.standard_normal(out=out, dtype=out.dtype)
    _vmf_kernels.place(out, direction, cosine, sine)


def points(
    direction: NDArray, concentration: float, size: int, seed: int | np.random.Generator, dtype: DTypeLike
) -> NDArray:
    """``size`` points as rows; see `numerics.vmf.law.VonMisesFisher.sample`."""
    kind: Any = np.dtype(dtype)
    if kind not in (np.dtype(np.float64), np.dtype(np.float32)):
        raise TypeError(f"dtype must be float64 or float32, got {kind}")
    out = np.empty((size, direction.size), kind)
    rows = max(1, _CHUNK_NUMBERS // direction.size)
    starts = range(0, size, rows)
    streams = _streams(seed, len(starts))
    jobs = [
        (out[start : start + rows], direction, concentration, rng) for start, rng in zip(starts, streams, strict=True)
    ]
    list(_pool().map(lambda job: _fill(*job), jobs))
    return out


def angular_velocity(dim: int, concentration: float, cosine: NDArray, sine: NDArray) -> NDArray:
    """−dθ/dκ of points at angle θ to the mean direction when their quantile is held fixed (implicit differentiation).

    With g(φ) = e^{κ cos φ} sin^{h−2} φ it is ∫_0^θ (cos φ − A) g(φ) dφ/g(θ), or by the vanishing of the whole integral
    ∫_θ^π (A − cos φ) g(φ) dφ/g(θ); the side on which the integrand is positive is taken, over 14 standard deviations.
    """
    order = 0.5 * dim - 1
    complement = float(bessel.iv_ratio_complement(order, concentration))
    nodes, weights = np.polynomial.legendre.leggauss(_VELOCITY_NODES)
    theta = np.arctan2(sine, cosine)
    inward = 1 - cosine < complement
    reach = 14 / math.sqrt(1 + concentration * (1 - complement) + dim)
    end = np.where(inward, np.maximum(theta - reach, 0), np.minimum(theta + reach, math.pi))
    velocity = np.empty_like(theta)
    for start in range(0, theta.size, _VELOCITY_CHUNK):
        part = slice(start, start + _VELOCITY_CHUNK)
        angle, half = theta[part, None], 0.5 * (end[part, None] - theta[part, None])
        phi = angle + half * (nodes + 1)
        lean = 2 * concentration * np.sin(0.5 * (angle + phi)) * np.sin(0.5 * (angle - phi))
        # A point at the pole stays there.
        moves = sine[part, None] > 0
        quotient = np.divide(np.sin(phi), sine[part, None], out=np.ones_like(phi), where=moves)
        weight = np.exp(lean + (dim - 2) * np.log(np.maximum(quotient, np.finfo(float).tiny))) * weights
        pull = complement - 2 * np.sin(0.5 * phi) ** 2
        velocity[part] = np.where(moves[:, 0], -half[:, 0] * (pull * weight).sum(1), 0.0)
    return velocity


def torch_points(direction: Any, concentration: float, size: int, seed: int | np.random.Generator) -> Any:
    """The same law on the direction's device: rejection on the host, normals and projection on the device."""
    import torch

    if direction.device.type == "cpu":
        kind = np.float64 if direction.dtype == torch.float64 else np.float32
        return torch.from_numpy(points(direction.double().numpy(), concentration, size, seed, kind))
    return torch_device_points(direction, concentration, size, seed)


def torch_device_points(direction: Any, concentration: Any, size: int, seed: int | np.random.Generator) -> Any:
    """`torch_points` by torch operations alone; differentiable in the direction and in a tensor concentration.

    The points turn with the direction c rigidly: to first order x moves by (x·c) dc − (x·dc) c, which is bounded.
    """
    import torch

    (rng,) = _streams(seed, 1)
    pole = direction.detach()
    wide = {"dtype": pole.dtype, "device": pole.device}
    kappa = float(concentration.detach()) if isinstance(concentration, torch.Tensor) else concentration
    angles = cosines(pole.shape[0], kappa, size, rng)
    cosine, sine = (torch.as_tensor(v).to(**wide).unsqueeze(1) for v in angles)
    if isinstance(concentration, torch.Tensor) and concentration.requires_grad:
        velocity = torch.as_tensor(angular_velocity(pole.shape[0], kappa, *angles)).to(**wide).unsqueeze(1)
        change = (concentration - concentration.detach()) * velocity
        cosine, sine = cosine + sine * change, sine - cosine * change
    generator = torch.Generator(pole.device).manual_seed(int(rng.integers(2**63)))
    x = cosine * pole + sine * _torch_tangents(pole, size, generator)
    if direction.requires_grad:
        turn = direction - pole
        x = x + (x @ pole).unsqueeze(1) * turn - (x @ turn).unsqueeze(1) * pole
    return x


def _torch_tangents(pole: Any, size: int, generator: Any) -> Any:
    """Uniform unit vectors orthogonal to ``pole``, as rows."""
    import torch

    normals = torch.randn((size, pole.shape[0]), generator=generator, dtype=pole.dtype, device=pole.device)
    if pole.shape[0] == 2:
        return torch.stack((-pole[1], pole[0])) * torch.sign(normals[:, :1])
    for _ in range(2):
        normals = normals - (normals @ pole).unsqueeze(1) * pole
    return normals / torch.linalg.vector_norm(normals, dim=1, keepdim=True)
