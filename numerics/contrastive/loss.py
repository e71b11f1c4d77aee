"""The multimodal contrastive (InfoNCE, CLIP) loss in bounded memory, its population form, and its lower bounds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import Tensor

from modgap.numerics.bessel.functions import log_sphere_mgf_scaled
from modgap.numerics.checks import InputError, require_temperature, require_unit_norms

__all__ = ["mcl_loss", "population_loss", "simplex_bound", "theorem1_bound"]

# Side of the square tiles of the N x N similarity matrix. On a CPU each thread's share of a tile should stay in its
# core's own cache while it is worked on (256 KiB in float32); on a GPU a tile must be large to keep it busy (64 MiB).
TILE, TILE_ON_GPU = 256, 4096
# Many problems at once share a tile's room, but no tile is smaller than this.
SMALLEST_TILE = 64

# How far a row's norm may be from 1: above what normalising in that precision leaves (for float64, also what
# normalising in float32 before widening leaves), below what would change the loss visibly.
UNIT_NORM_TOLERANCE = {torch.float64: 1e-6, torch.float32: 1e-4, torch.float16: 4e-3, torch.bfloat16: 2e-2}


def mcl_loss(x: Tensor, y: Tensor, temperature: float | Tensor) -> Tensor:
    """Return the symmetric InfoNCE loss L_N, the mean over pairs of both directions' cross-entropies, summed.

    L_N = (1/N) Σ_i [ -log softmax_j(x_i·y_j/τ)_i - log softmax_j(x_j·y_i/τ)_i ]   (Definition 1 of
    arXiv 2510.03268; CLIP's loss is half of it).

    Parameters
    ----------
    x, y : Tensor, shape (..., N, h)
        Unit rows; row i of both is a pair. Leading axes number independent problems. float64, float32, float16 or
        bfloat16; half precision is accumulated in float32.
    temperature : float or Tensor
        τ > 0, one or of a shape that broadcasts to the leading axes. It may require a gradient (be learnable).

    Returns
    -------
    Tensor, shape (...)
        Nats, in float64 if either input is float64, else float32. Differentiable once in x, y and temperature.

    Raises
    ------
    InputError
        (a ValueError) If shapes differ, a row is not of unit norm, or the temperature is not finite and positive.

    Notes
    -----
    The N × N similarities exist only one tile at a time, forward and backward, so memory grows as N h. Logits are
    taken relative to the positive pair's, and the sums over j ≠ i are kept apart from it: a pair costs
    log(1 + e^{R_i}), R_i = log Σ_{j≠i} e^{(x_i·y_j - x_i·y_i)/τ}, and pulls by e^{R_i}/(1 + e^{R_i}). So neither the
    loss nor any derivative loses digits where a softmax is near 1. With ε the machine epsilon of the result's dtype,
    the relative errors of the loss, of each row of the gradients (against the sum of the lengths of its terms) and of
    the derivative in τ (against the sum of its terms' sizes) are below 8ε(1 + 1/τ) + ε√h/τ, which is what the rounding
    of the logits comes to, as long as e^{R_i} does not underflow (at R = -87 in float32, -708 in float64; then the
    pull is 0).

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics.loss import mcl_loss
    >>> x = torch.eye(4, dtype=torch.float64)
    >>> round(mcl_loss(x, x, 0.5).item(), 6)
    0.681506
    """
    x, y, beta = _prepare(x, y, temperature)
    n = x.shape[-2]
    return _streamed(x, y, beta, x.new_full((n,), 1 / n), None)


def population_loss(x: Tensor, y: Tensor, temperature: float | Tensor, weights: ArrayLike | None = None) -> Tensor:
    """Return the population loss of the coupling that puts mass w_i on the pair (x_i, y_i).

    𝓛(π) = -2β E_π[x·y] + E_x log E_y' e^{β x·y'} + E_y log E_x' e^{β x'·y},   β = 1/τ,

    the limit of L_N - 2 log N for iid pairs from π, and exactly L_N - 2 log N for N equal weights. It is at least
    `theorem1_bound(h, τ)` for every coupling.

    Parameters
    ----------
    x, y : Tensor, shape (..., N, h)
        Unit rows, as for `mcl_loss`.
    temperature : float or Tensor
        τ > 0, as for `mcl_loss`.
    weights : array_like, shape (N,), optional
        Masses w_i >= 0, divided by their sum; equal when left out. They are constants: no gradient flows to them.

    Returns
    -------
    Tensor, shape (...)
        Nats; differentiable once in x, y and temperature.

    Raises
    ------
    InputError
        As `mcl_loss`, and if the weights are not N finite numbers >= 0 with a positive sum.

    Examples
    --------
    >>> import torch
    >>> from modgap.numerics.loss import population_loss
    >>> x = torch.eye(4, dtype=torch.float64)
    >>> round(population_loss(x, x, 0.5).item(), 6)
    -2.091083
    """
    x, y, beta = _prepare(x, y, temperature)
    mass = _normalised_weights(weights, x.shape[-2]).to(x)
    return _streamed(x, y, beta, mass, mass.log())


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
    their difference is about -(h-1) log β; `numerics.bessel.log_sphere_mgf_scaled` has it to full relative accuracy.

    Examples
    --------
    >>> from modgap.numerics.loss import theorem1_bound
    >>> round(float(theorem1_bound(512, 0.01)), 6)
    -180.822325
    """
    dims, temperatures = np.asarray(dim), np.asarray(temperature, dtype=np.float64)
    if dims.dtype.kind not in "iu" or np.any(dims < 1):
        raise InputError("dim", repr(dim), "integers >= 1")
    for value in temperatures.flat:
        require_temperature(float(value))
    bound = 2 * log_sphere_mgf_scaled(dims, 1 / temperatures)
    return float(bound) if np.ndim(bound) == 0 else bound


def simplex_bound(pairs: int, temperature: float) -> float:
    """Return 2 log((1 + (N-1) e^{-βN/(N-1)})/N), below which L_N - 2 log N is in no dimension.

    Parameters
    ----------
    pairs : int
        N >= 1.
    temperature : float
        τ = 1/β > 0.

    Returns
    -------
    float
        Nats.

    Raises
    ------
    InputError
        (a ValueError) If an argument is out of range.

    Notes
    -----
    By Jensen each direction of L_N is at least log(1 + (N-1) e^a), a the mean of β(x_i·y_j - x_i·y_i) over i ≠ j,
    which is -βN/(N-1) times the trace of the cross-covariance of x and y, and that trace is at most 1. The value is
    reached by x_i = y_i at the corners of a regular simplex, which needs N <= h + 1 (Lu and Steinerberger 2022,
    arXiv 2012.08465); above that `theorem1_bound` is the better one as N grows.

    Examples
    --------
    >>> from modgap.numerics.loss import simplex_bound
    >>> round(float(simplex_bound(4, 0.5)), 6)
    -2.393911
    """
    if pairs < 1:
        raise InputError("pairs", str(pairs), "an integer >= 1")
    require_temperature(temperature)
    if pairs == 1:
        return 0.0
    spread = -pairs / (temperature * (pairs - 1))
    return 2 * (math.log1p((pairs - 1) * math.exp(spread)) - math.log(pairs))


def _prepare(x: Tensor, y: Tensor, temperature: float | Tensor) -> tuple[Tensor, Tensor, Tensor]:
    for name, rows in (("x", x), ("y", y)):
        if not isinstance(rows, Tensor) or rows.dtype not in UNIT_NORM_TOLERANCE:
            got = f"a tensor of dtype {rows.dtype}" if isinstance(rows, Tensor) else type(rows).__name__
            raise InputError(name, got, "a torch tensor of dtype float64, float32, float16 or bfloat16")
        if rows.ndim < 2 or 0 in rows.shape:
            raise InputError(name, f"shape {tuple(rows.shape)}", "(N, h), one embedding a row, or (..., N, h)")
    if x.shape != y.shape:
        raise InputError("y", f"shape {tuple(y.shape)}", f"the shape {tuple(x.shape)} of x")
    dtype = torch.promote_types(torch.promote_types(x.dtype, y.dtype), torch.float32)
    for name, rows in (("x", x), ("y", y)):
        norms = torch.linalg.vector_norm(rows.detach().to(dtype), dim=-1)
        require_unit_norms(name, norms.flatten().cpu().numpy(), UNIT_NORM_TOLERANCE[rows.dtype])
    return x.to(dtype), y.to(dtype), _inverse_temperatures(temperature, x.shape[:-2], x.device, dtype)


def _inverse_temperatures(
    temperature: float | Tensor, problems: torch.Size, device: torch.device, dtype: torch.dtype
) -> Tensor:
    # A Python float must not pass through torch's default float32.
    tau = temperature if isinstance(temperature, Tensor) else torch.tensor(temperature, dtype=torch.float64)
    if tau.is_complex() or not _broadcasts(tau.shape, problems):
        raise InputError("temperature", f"a tensor of shape {tuple(tau.shape)}", "one real number > 0 for each problem")
    # Differences of logits go to 2/τ, and the derivative in τ holds 1/τ².
    most = torch.finfo(dtype).max
    for value in tau.detach().flatten().tolist():
        require_temperature(value, largest=math.sqrt(most) if tau.requires_grad else most / 8)
    beta = 1 / tau.to(device=device, dtype=dtype)
    return beta.reshape(()) if tau.numel() == 1 else beta


def _broadcasts(shape: torch.Size, problems: torch.Size) -> bool:
    if math.prod(shape) == 1:
        return True
    try:
        return torch.broadcast_shapes(shape, problems) == problems
    except RuntimeError:
        return False


def _normalised_weights(weights: ArrayLike | None, n: int) -> Tensor:
    mass = np.ones(n) if weights is None else np.array(weights, dtype=np.float64)
    if mass.shape != (n,):
        raise InputError("weights", f"shape {mass.shape}", f"({n},), one mass a pair")
    if not (np.all(mass >= 0) and 0 < mass.sum() < math.inf):
        raise InputError("weights", f"masses from {mass.min():g} to {mass.max():g}", "finite masses >= 0, not all 0")
    return torch.from_numpy(mass / mass.sum())


def _streamed(x: Tensor, y: Tensor, beta: Tensor, weight: Tensor, log_mass: Tensor | None) -> Tensor:
    """Lay the problems along one axis, and their losses out again."""
    problems = x.shape[:-2]
    flat = (-1, *x.shape[-2:])
    losses = _StreamedLoss.apply(x.reshape(flat), y.reshape(flat), beta.expand(problems).reshape(-1), weight, log_mass)
    return losses.reshape(problems)


def _tiles(scaled: Tensor, y: Tensor, log_mass: Tensor | None = None, paired: bool = True) -> Iterator[_Tile]:
    """Yield the logits block by block; row i of both is a pair unless the rows come from elsewhere than the columns."""
    problems = len(y)
    tile = math.isqrt(TILE**2 * torch.get_num_threads()) if y.device.type == "cpu" else TILE_ON_GPU
    side = max(tile // math.isqrt(problems), min(tile, SMALLEST_TILE))
    for rows in _slices(scaled.shape[1], side):
        for columns in _slices(y.shape[1], side):
            own = paired and rows == columns
            yield _Tile(rows, columns, own, scaled[:, rows] @ y[:, columns].mT, log_mass)


def _slices(n: int, side: int) -> list[slice]:
    return [slice(start, min(start + side, n)) for start in range(0, n, side)]


class _Tile:
    """A block of the logits βx_i·y_j, which is used up by `towards_columns`."""

    def __init__(self, rows: slice, columns: slice, own: bool, logits: Tensor, log_mass: Tensor | None) -> None:
        self.rows, self.columns, self.own, self.logits, self.log_mass = rows, columns, own, logits, log_mass

    def add_to(self, row: Tensor, column: Tensor, row_level: Tensor, column_level: Tensor) -> None:
        """Add the exponentials of the logits where i ≠ j, less the levels, to the logarithms of two running sums."""
        i, j = self.rows, self.columns
        row[:, i] = torch.logaddexp(row[:, i], self.towards_rows(row_level).logsumexp(2))
        column[:, j] = torch.logaddexp(column[:, j], self.towards_columns(column_level).logsumexp(1))

    def pull(self, row_level: Tensor, column_level: Tensor, excess: Tensor) -> Tensor:
        """Return the loss's derivatives in the logits: both softmaxes, and `excess` where i = j."""
        pull = self.towards_rows(row_level).exp_()
        pull += self.towards_columns(column_level).exp_()
        if self.own:
            pull.diagonal(dim1=1, dim2=2).copy_(excess[:, self.rows])
        return pull

    def towards_rows(self, level: Tensor) -> Tensor:
        """Return βx_i·y_j + log m_j - level_i, and -∞ where i = j."""
        block = self.logits - level[:, self.rows, None]
        return self._finish(block, None if self.log_mass is None else self.log_mass[self.columns])

    def towards_columns(self, level: Tensor) -> Tensor:
        """Return βx_i·y_j + log m_i - level_j, and -∞ where i = j."""
        block = self.logits.sub_(level[:, None, self.columns])
        return self._finish(block, None if self.log_mass is None else self.log_mass[self.rows, None])

    def _finish(self, block: Tensor, log_mass: Tensor | None) -> Tensor:
        if self.own:
            block.diagonal(dim1=1, dim2=2).fill_(-math.inf)
        return block if log_mass is None else block.add_(log_mass)


def _with_positive(others: Tensor, log_mass: Tensor | None = None) -> Tensor:
    """Return log(m_i + e^{R_i}) from R_i, the logarithm of the sum over j ≠ i."""
    return torch.logaddexp(torch.zeros_like(others) if log_mass is None else log_mass.expand_as(others), others)


def _share_of_others(others: Tensor, log_mass: Tensor | None = None) -> Tensor:
    """Return e^{R_i}/(m_i + e^{R_i}), one less the softmax of the positive pair, without the difference."""
    return torch.sigmoid(others if log_mass is None else others - log_mass)


class _StreamedLoss(torch.autograd.Function):
    """Σ_i w_i [log Σ_j m_j e^{β(x_i·y_j - x_i·y_i)} + log Σ_j m_j e^{β(x_j·y_i - x_i·y_i)}], one tile at a time.

    x and y have shape (problems, N, h), β one entry a problem; the weights w and masses m (None for ones) are the
    same for all. There are as few passes over a tile as its stability allows: on a CPU they cost as much as the
    products of matrices.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor, beta: Tensor, weight: Tensor, log_mass: Tensor | None) -> Tensor:
        with torch.autocast(x.device.type, enabled=False):
            scaled = x * beta[:, None, None]
            positive = (scaled * y).sum(2)
            row, column = torch.full_like(positive, -math.inf), torch.full_like(positive, -math.inf)
            for tile in _tiles(scaled, y, log_mass):
                tile.add_to(row, column, positive, positive)
            losses = (_with_positive(row, log_mass) + _with_positive(column, log_mass)) @ weight
        ctx.save_for_backward(x, y, beta, weight, log_mass, positive, row, column)
        return losses

    @staticmethod
    def backward(ctx: Any, grad_output: Tensor) -> tuple[Tensor, Tensor, Tensor, None, None]:
        if torch.is_grad_enabled():
            # Under create_graph=True the streamed gradient would silently count as a constant.
            raise RuntimeError("the streamed contrastive loss is differentiable once: create_graph is not supported")
        x, y, beta, weight, log_mass, positive, row, column = ctx.saved_tensors
        excess = -weight * (_share_of_others(row, log_mass) + _share_of_others(column, log_mass))
        # w_i times the softmax is the exponential of a logit less these levels.
        row, column = (_with_positive(others, log_mass) + positive - weight.log() for others in (row, column))
        grad_x, grad_y = torch.zeros_like(x), torch.zeros_like(y)
        with torch.autocast(x.device.type, enabled=False):
            for tile in _tiles(x * beta[:, None, None], y, log_mass):
                i, j = tile.rows, tile.columns
                pull = tile.pull(row, column, excess)
                grad_x[:, i].baddbmm_(pull, y[:, j])
                grad_y[:, j].baddbmm_(pull.mT, x[:, i])
            # The loss depends on x and β through βx, so that β dL/dβ = Σ_i x_i·dL/dx_i.
            grad_beta = grad_output * (x * grad_x).sum((1, 2))
        scale = (grad_output * beta)[:, None, None]
        return grad_x.mul_(scale), grad_y.mul_(scale), grad_beta, None, None
