"""The multimodal contrastive (InfoNCE, CLIP) loss in bounded memory, its population form, and Theorem 1's bound."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import Tensor

from numerics.bessel import log_sphere_mgf
from numerics.checks import InputError, require_temperature, require_unit_norms

__all__ = ["mcl_loss", "population_loss", "theorem1_bound"]

# Side of the square tiles of the N x N similarity matrix: 4 MiB in float32, a few of which are alive at a time.
TILE = 1024

# How far a row's norm may be from 1: above what normalising in that precision leaves (for float64, also what
# normalising in float32 before widening leaves), below what would change the loss visibly.
UNIT_NORM_TOLERANCE = {torch.float64: 1e-6, torch.float32: 1e-4, torch.float16: 4e-3, torch.bfloat16: 2e-2}


def mcl_loss(x: Tensor, y: Tensor, temperature: float | Tensor) -> Tensor:
    """Return the symmetric InfoNCE loss L_N, the mean over pairs of both directions' cross-entropies, summed.

    L_N = (1/N) Σ_i [ -log softmax_j(x_i·y_j/τ)_i - log softmax_j(x_j·y_i/τ)_i ]   (Definition 1 of
    arXiv 2510.03268; CLIP's loss is half of it).

    Parameters
    ----------
    x, y : Tensor, shape (N, h)
        Unit rows; row i of both is a pair. float64, float32, float16 or bfloat16; half precision is
        accumulated in float32.
    temperature : float or Tensor with one element
        τ > 0. A tensor may require a gradient (a learnable temperature).

    Returns
    -------
    Tensor, shape ()
        Nats, in float64 if either input is float64, else float32. Differentiable once in x, y and temperature.

    Raises
    ------
    InputError
        (a ValueError) If shapes differ, a row is not of unit norm, or the temperature is not finite and positive.

    Notes
    -----
    The N × N similarities exist only one tile at a time, forward and backward, so memory grows as N h. Logits are
    taken relative to the positive pair's, exactly 0 for it: the loss is never negative, and stays accurate where
    it is small against 1/τ.
    """
    x, y, beta = _prepare(x, y, temperature)
    n = len(x)
    return _StreamedLoss.apply(x, y, beta, x.new_full((n,), 1 / n), x.new_zeros(n))


def population_loss(x: Tensor, y: Tensor, temperature: float | Tensor, weights: ArrayLike | None = None) -> Tensor:
    """Return the population loss of the coupling that puts mass w_i on the pair (x_i, y_i).

    𝓛(π) = -2β E_π[x·y] + E_x log E_y' e^{β x·y'} + E_y log E_x' e^{β x'·y},   β = 1/τ,

    the limit of L_N - 2 log N for iid pairs from π, and exactly L_N - 2 log N for N equal weights. It is at least
    `theorem1_bound(h, τ)` for every coupling.

    Parameters
    ----------
    x, y : Tensor, shape (N, h)
        Unit rows, as for `mcl_loss`.
    temperature : float or Tensor with one element
        τ > 0.
    weights : array_like, shape (N,), optional
        Masses w_i >= 0, divided by their sum; equal when left out. They are constants: no gradient flows to them.

    Returns
    -------
    Tensor, shape ()
        Nats; differentiable once in x, y and temperature.

    Raises
    ------
    InputError
        As `mcl_loss`, and if the weights are not N finite numbers >= 0 with a positive sum.
    """
    x, y, beta = _prepare(x, y, temperature)
    mass = _normalised_weights(weights, len(x)).to(x)
    return _StreamedLoss.apply(x, y, beta, mass, mass.log())


def theorem1_bound(dim: ArrayLike, temperature: ArrayLike) -> Any:
    """Return -2/τ + 2 log M_h(1/τ), the infimum of the population loss over all couplings on S^{h-1} (Theorem 1).

    Parameters
    ----------
    dim : int array_like
        Dimension h >= 1 of the ambient space.
    temperature : float array_like
        τ > 0.

    Returns
    -------
    float or ndarray
        Nats, never positive, broadcast over both arguments.

    Raises
    ------
    InputError
        (a ValueError) If a dimension is not an integer >= 1, or a temperature is not finite and positive.

    Notes
    -----
    M_h(β) is the moment generating function of a coordinate on the sphere. The two terms cancel for large β, where
    their difference is about -(h-1) log β: the absolute error is then some ulps of 2β (1e-12 at β = 1e4).
    """
    dims, temperatures = np.asarray(dim), np.asarray(temperature, dtype=np.float64)
    if dims.dtype.kind not in "iu" or np.any(dims < 1):
        raise InputError("dim", repr(dim), "integers >= 1")
    for value in temperatures.flat:
        require_temperature(float(value))
    beta = 1 / temperatures
    bound = 2 * (log_sphere_mgf(dims, beta) - beta)
    return float(bound) if np.ndim(bound) == 0 else bound


def _prepare(x: Tensor, y: Tensor, temperature: float | Tensor) -> tuple[Tensor, Tensor, Tensor]:
    for name, rows in (("x", x), ("y", y)):
        if not isinstance(rows, Tensor) or rows.dtype not in UNIT_NORM_TOLERANCE:
            got = f"a tensor of dtype {rows.dtype}" if isinstance(rows, Tensor) else type(rows).__name__
            raise InputError(name, got, "a torch tensor of dtype float64, float32, float16 or bfloat16")
        if rows.ndim != 2 or 0 in rows.shape:
            raise InputError(name, f"shape {tuple(rows.shape)}", "(N, h), one embedding a row")
    if x.shape != y.shape:
        raise InputError("y", f"shape {tuple(y.shape)}", f"the shape {tuple(x.shape)} of x")
    dtype = torch.promote_types(torch.promote_types(x.dtype, y.dtype), torch.float32)
    for name, rows in (("x", x), ("y", y)):
        norms = torch.linalg.vector_norm(rows.detach().to(dtype), dim=1)
        require_unit_norms(name, norms.cpu().numpy(), UNIT_NORM_TOLERANCE[rows.dtype])
    # A Python float must not pass through torch's default float32.
    tau = temperature if isinstance(temperature, Tensor) else torch.tensor(temperature, dtype=torch.float64)
    if tau.numel() != 1 or tau.is_complex():
        raise InputError("temperature", f"a tensor of shape {tuple(tau.shape)}", "one real number > 0")
    require_temperature(float(tau.detach()))
    return x.to(dtype), y.to(dtype), 1 / tau.reshape(()).to(device=x.device, dtype=dtype)


def _normalised_weights(weights: ArrayLike | None, n: int) -> Tensor:
    mass = np.ones(n) if weights is None else np.array(weights, dtype=np.float64)
    if mass.shape != (n,):
        raise InputError("weights", f"shape {mass.shape}", f"({n},), one mass a pair")
    if not (np.all(mass >= 0) and 0 < mass.sum() < math.inf):
        raise InputError("weights", f"masses from {mass.min():g} to {mass.max():g}", "finite masses >= 0, not all 0")
    return torch.from_numpy(mass / mass.sum())


def _tiles(x: Tensor, y: Tensor, positive: Tensor, beta: Tensor) -> Iterator[tuple[slice, slice, Tensor, Tensor]]:
    """Yield (rows, columns, β(x_i·y_j - x_i·y_i), β(x_i·y_j - x_j·y_j)) over all tiles; 0 exactly where i = j."""
    slices = [slice(start, min(start + TILE, len(x))) for start in range(0, len(x), TILE)]
    for rows in slices:
        for columns in slices:
            cosines = x[rows] @ y[columns].T
            by_row = (cosines - positive[rows, None]).mul_(beta)
            by_column = cosines.sub_(positive[columns]).mul_(beta)
            if rows == columns:
                by_row.fill_diagonal_(0)
                by_column.fill_diagonal_(0)
            yield rows, columns, by_row, by_column


class _StreamedLoss(torch.autograd.Function):
    """Σ_i w_i [log Σ_j m_j e^{β(x_i·y_j - x_i·y_i)} + log Σ_j m_j e^{β(x_j·y_i - x_i·y_i)}], one tile at a time."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor, beta: Tensor, weight: Tensor, log_mass: Tensor) -> Tensor:
        row, column = torch.full_like(log_mass, -math.inf), torch.full_like(log_mass, -math.inf)
        with torch.autocast(x.device.type, enabled=False):
            positive = (x * y).sum(1)
            for i, j, by_row, by_column in _tiles(x, y, positive, beta):
                row[i] = torch.logaddexp(row[i], by_row.add_(log_mass[j]).logsumexp(1))
                column[j] = torch.logaddexp(column[j], by_column.add_(log_mass[i, None]).logsumexp(0))
        ctx.save_for_backward(x, y, beta, weight, log_mass, positive, row, column)
        return (weight * (row + column)).sum()

    @staticmethod
    def backward(ctx: Any, grad_output: Tensor) -> tuple[Tensor, Tensor, Tensor, None, None]:
        if torch.is_grad_enabled():
            # Under create_graph=True the streamed gradient would silently count as a constant.
            raise RuntimeError("the streamed contrastive loss is differentiable once: create_graph is not supported")
        x, y, beta, weight, log_mass, positive, row, column = ctx.saved_tensors
        grad_x, grad_y = torch.zeros_like(x), torch.zeros_like(y)
        log_scale_grad = torch.zeros((), dtype=torch.float64, device=x.device)
        # Softmax minus one on the diagonal, without cancellation where the softmax is near one.
        excess = weight * (torch.expm1(log_mass - row) + torch.expm1(log_mass - column))
        with torch.autocast(x.device.type, enabled=False):
            for i, j, by_row, by_column in _tiles(x, y, positive, beta):
                p = (by_row + (log_mass[j] - row[i, None])).exp_().mul_(weight[i, None])
                q = (by_column + (log_mass[i, None] - column[j])).exp_().mul_(weight[j])
                log_scale_grad += torch.dot(p.view(-1), by_row.view(-1)) + torch.dot(q.view(-1), by_column.view(-1))
                pull = p.add_(q)
                if i == j:
                    pull.diagonal().copy_(excess[i])
                grad_x[i].addmm_(pull, y[j])
                grad_y[j].addmm_(pull.T, x[i])
        scale = grad_output * beta
        grad_beta = grad_output * (log_scale_grad / beta).to(beta.dtype)
        return grad_x.mul_(scale), grad_y.mul_(scale), grad_beta, None, None
