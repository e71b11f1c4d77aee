"""What is compared with what: mismatched pairs, and mini-batches."""

from __future__ import annotations

import math
from itertools import combinations

import torch
from torch import Tensor

from modgap.numerics.bessel.functions import inverse_iv_ratio, iv_ratio, log_sphere_mgf
from modgap.numerics.checks import InputError, require_temperature

__all__ = ["colder_rivals", "minibatches", "mismatch_cost", "mismatch_threshold", "mismatched_rows"]

#: Up to so many batches all of them are taken.
MOST_BATCHES = 500
#: In partitions at random, how often two points should be in one batch; and how many rows all batches may have.
MEETINGS, MOST_ROWS = 20, 100_000


def mismatch_cost(x: Tensor, y: Tensor, rate: float) -> Tensor:
    """Return η (mean of x_i·y_i − x̄·ȳ): what the mean score of pairs loses where a share η is drawn anew.

    Parameters
    ----------
    x, y : Tensor, shape (..., N, h)
        Row i of both is a pair.
    rate : float
        η in [0, 1]: with this probability the partner of a point is any of the N, each as likely.

    Returns
    -------
    Tensor, shape (...)

    Notes
    -----
    Partners change neither the points nor, therefore, partition functions. So the expected loss is that of the pairs
    plus 2/τ times this (InfoNCE, both directions) or 1/τ times this (sigmoid loss); and it is the mean of the loss of
    the pairs, at weight 1 − η, and of its mean over all permutations of partners, at weight η, whence every lower
    bound for pairs is one for mismatched pairs.
    """
    return rate * ((x * y).sum(-1).mean(-1) - (x.mean(-2) * y.mean(-2)).sum(-1))


def mismatch_threshold(dim: int, temperature: float) -> float:
    """Return hA(2 − A)τ/2, A = I_{h/2}(β)/I_{h/2−1}(β), a share of mismatched pairs beyond which alignment gives way.

    Beyond it aligned uniform pairs are no minimum: a small shift of all pairs in one direction lowers the loss of many
    pairs.

    Parameters
    ----------
    dim : int
        h >= 2.
    temperature : float
        τ = 1/β > 0.

    Notes
    -----
    A first-order condition, on paper (docs/beyond-the-print.md), held against minimisation. It is necessary only:
    rivals far away may win before it (`colder_rivals`).

    Examples
    --------
    >>> round(mismatch_threshold(2, 0.2), 3)
    0.198
    """
    require_temperature(temperature)
    ratio = float(iv_ratio(0.5 * dim - 1, 1 / temperature))
    return dim * ratio * (2 - ratio) * temperature / 2


def colder_rivals(dim: int, temperature: float, rate: float) -> dict[str, float]:
    """Return the losses, less 2 log N, of two laws that score as at a higher temperature than they are given.

    Parameters
    ----------
    dim : int
        h >= 2.
    temperature, rate : float
        τ = 1/β > 0, and the share η of mismatched pairs.

    Returns
    -------
    dict of str to float
        Nats. ``signs``: x_k = a_k s_k and y_k = b_k s_k with independent signs s, which score as h coordinates of ±1
        at any inverse temperature c <= β/h, h (2 log cosh c − 2c(1 − η)). ``orthogonal cones`` (h >= 4): x = cos a·g +
        sin a·u and y = cos a·g' + sin a·u with g, g', u orthogonal and u uniform, at any b <= β,
        −2b(1 − η) + 2 log M_{h−2}(b). Each at its best temperature. Both have x̄·ȳ = 0.

    Notes
    -----
    Where pairs are mismatched a colder softmax is too sure: the best inverse temperature of aligned uniform pairs has
    A(b) = 1 − η. Unit vectors can have it though τ is fixed, by a part that scores nothing.
    """
    require_temperature(temperature)
    beta, kept = 1 / temperature, 1 - rate
    c = min(math.atanh(kept) if kept < 1 else math.inf, beta / dim)
    out = {"signs": 2 * dim * (c + math.log1p(math.exp(-2 * c)) - math.log(2) - c * kept)}
    if dim >= 4:
        b = min(float(inverse_iv_ratio(0.5 * (dim - 2) - 1, kept)) if kept < 1 else math.inf, beta)
        out["orthogonal cones"] = 2 * float(log_sphere_mgf(dim - 2, b)) - 2 * b * kept
    return out


def mismatched_rows(rows: Tensor, rate: float, generator: torch.Generator) -> Tensor:
    """Return row numbers in which a share has been moved round: `round(rate n)` of them, none left in its place.

    Raises
    ------
    InputError
        (a ValueError) If that is a single row, which has no other to change with.
    """
    moved = round(rate * len(rows))
    if moved == 1 or (moved == 0 and rate > 0):
        raise InputError("--noise", f"{rate:g} of {len(rows)} pairs", "a rate that mismatches two pairs or more")
    chosen = torch.randperm(len(rows), generator=generator)[:moved]
    out = rows.clone()
    out[chosen] = rows[chosen.roll(1)]
    return out


def minibatches(pairs: int, size: int, seed: int = 0) -> tuple[Tensor, bool]:
    """Return which rows are in which batch, for the mean loss of a random batch.

    Parameters
    ----------
    pairs, size : int
        N and B, 2 <= B <= N.
    seed : int
        Of the partitions.

    Returns
    -------
    Tensor of int, shape (batches, B)
        All of them where they are few; else N/B disjoint batches (rows left over are left out) from each of so many
        random partitions that two points meet some 20 times, or as often as 100,000 rows allow.
    bool
        Whether they are all.

    Raises
    ------
    InputError
        (a ValueError) If the size is out of range.
    """
    if not 2 <= size <= pairs:
        raise InputError("--batch", str(size), f"an integer from 2 to the number of pairs, {pairs}")
    if math.comb(pairs, size) <= MOST_BATCHES:
        return torch.tensor(list(combinations(range(pairs), size))), True
    partitions = math.ceil(MEETINGS * (pairs - 1) / (size - 1))
    partitions = max(1, min(partitions, MOST_ROWS // pairs))
    generator = torch.Generator().manual_seed(seed)
    whole = pairs - pairs % size
    rows = [torch.randperm(pairs, generator=generator)[:whole].reshape(-1, size) for _ in range(partitions)]
    return torch.cat(rows), False
