"""The pairwise sigmoid loss (SigLIP's), the bias that is best for it, and what no configuration goes below."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn.functional import softplus

from modgap.numerics.checks import InputError, require_temperature

__all__ = ["best_bias", "sigmoid_loss", "sigmoid_simplex_bound"]

# Newton's steps and bisections of the bias, by turns.
STEPS = 120


def sigmoid_loss(x: Tensor, y: Tensor, temperature: float | Tensor, bias: float | Tensor) -> Tensor:
    """Return the pairwise sigmoid loss (Zhai et al. 2023): −(1/N) Σ_ij log σ(z_ij (x_i·y_j/τ + b)), z = ±1.

    Parameters
    ----------
    x, y : Tensor, shape (..., N, h)
        Unit rows; row i of both is a pair, z_ii = 1 and z_ij = −1. Leading axes number independent problems.
    temperature, bias : float or Tensor
        τ > 0 and b, of a shape that broadcasts to the leading axes. SigLIP starts at τ = 0.1 and b = −10.

    Returns
    -------
    Tensor, shape (...)
        Nats; differentiable in all arguments. The N × N scores are held at once.
    """
    scores = x @ y.mT / _wide(temperature) + _wide(bias)
    signs = 1 - 2 * torch.eye(x.shape[-2], dtype=scores.dtype, device=scores.device)
    return softplus(signs * scores).sum((-2, -1)) / x.shape[-2]


def best_bias(x: Tensor, y: Tensor, temperature: float | Tensor) -> Tensor:
    """Return the b that makes `sigmoid_loss` least, by which the mean of σ(x_i·y_j/τ + b) over all i, j is 1/N.

    Parameters
    ----------
    x, y : Tensor, shape (..., K, N, h)
        Unit rows. The axis before the last two numbers batches that have one bias in common.
    temperature : float or Tensor
        τ > 0, of a shape that broadcasts to the axes before K.

    Returns
    -------
    Tensor, shape (...)
        Without a gradient: at the best bias the loss has no slope in it, so that what is differentiated with it held
        fixed is the derivative of the least loss.

    Notes
    -----
    The loss is convex in b; it is within some 1e-15 nats of its least. Mismatched pairs do not change the bias, which
    depends on how many positives there are.
    """
    n = x.shape[-2]
    with torch.no_grad():
        scores = (x @ y.mT / _wide(temperature, 3)).flatten(-3)
        prior = -math.log(n - 1) if n > 1 else 0.0
        low, high = prior - scores.amax(-1), prior - scores.amin(-1)
        bias = 0.5 * (low + high)
        for count in range(STEPS):
            share = torch.sigmoid(scores + bias[..., None])
            mean = share.mean(-1)
            # Of the log odds, whose slope in b is between 0 and 1.
            off = torch.logit(mean) - prior
            low, high = torch.where(off < 0, bias, low), torch.where(off < 0, high, bias)
            newton = bias - off * mean * (1 - mean) / (share * (1 - share)).mean(-1)
            if bool(((newton - bias).abs() <= 1e-13 * (1 + bias.abs())).all()):
                break
            # Plateaus, where scores lie far apart, would hold up Newton's method by itself.
            inside = (newton > low) & (newton < high) & (count % 2 == 0)
            bias = torch.where(inside, newton, 0.5 * (low + high))
    return bias


def sigmoid_simplex_bound(pairs: int, temperature: float) -> float:
    """Return min over c of log(1 + e^{−c}) + (N−1) log(1 + e^{c−d}), d = N/(τ(N−1)), which no sigmoid loss is below.

    Parameters
    ----------
    pairs : int
        N >= 1.
    temperature : float
        τ > 0.

    Returns
    -------
    float
        Nats: a bound for every bias, dimension and configuration of unit vectors.

    Raises
    ------
    InputError
        (a ValueError) If an argument is out of range.

    Notes
    -----
    log(1 + e^t) is convex, so that the loss is at least log(1 + e^{−p−b}) + (N−1) log(1 + e^{q+b}), p and q the mean
    scores of pairs and of others; and p − q <= d, since the trace of the cross-covariance of x and y is at most 1. The
    regular simplex with x_i = y_i and the best bias attains it, which needs N <= h + 1.

    Examples
    --------
    >>> round(sigmoid_simplex_bound(2, 1.0), 6) == round(2 * math.log1p(math.exp(-1)), 6)
    True
    """
    if pairs < 1:
        raise InputError("pairs", str(pairs), "an integer >= 1")
    require_temperature(temperature)
    if pairs == 1:
        return 0.0
    d, others = pairs / (temperature * (pairs - 1)), pairs - 1
    # The root u = e^c of (N-1) e^{-d} u² + (N-2) e^{-d} u = 1, divided by e^{d/2} against overflow.
    low = (pairs - 2) * math.exp(-d / 2)
    c = d / 2 + math.log(2 / (low + math.sqrt(low**2 + 4 * others)))
    return _softplus(-c) + others * _softplus(c - d)


def _softplus(t: float) -> float:
    return max(t, 0.0) + math.log1p(math.exp(-abs(t)))


def _wide(value: float | Tensor, axes: int = 2) -> float | Tensor:
    """Give a number a problem so many further axes, those of its scores."""
    return value.reshape(*value.shape, *[1] * axes) if isinstance(value, Tensor) else value
