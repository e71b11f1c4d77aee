"""The softmax trace inequality in floating point: it holds up to the rounding of the left side, which is bounded here.

With u = 2^{−53}, in dimension h and for N pairs, every input row being taken as the exact direction that it stands for:

* a normalised row is off by at most (h/2 + 2)u in each coordinate (h squares and their sum, hu; a root, which halves
  that and rounds; a division), so that a computed cosine is off by (h + 2(h/2 + 2))u = (2h + 4)u to first order, in
  whatever order its h products are added, and a score β cos by β(2h + 5)u;
* a score less the largest one, as computed, is rounded by 2βu. The largest one is the same number in numerator and
  denominator and cancels: log p̂_ii, from exponentials of such differences (2u each), a sum of N positive terms (Nu), a
  division and a product (2u), is off by twice β(2h + 7)u, and (N + 6)u: by u(β(4h + 14) + N + 6);
* the mean over i adds (N + 2)u, and the logarithm of it, at most 2β + log N in size, 2u(2β + N); the upper end of the
  ball on the right, at most β, is rounded to a double by βu.

Underflow only lowers the numerators, and leaves the denominators at least 1. In all the logarithm of the computed
trace is off by at most u(β(4h + 19) + 4N + 8); twice that covers the products of errors. The right side is a ball.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from modgap.theory.balls.bessel import log_sphere_mgf_scaled

U = 2.0**-53
KINDS = ("random", "duplicates", "antipodes", "all equal", "aligned", "nearly aligned", "opposite", "equally spaced")


def unit(rows):
    rows = np.asarray(rows, dtype=np.float64)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def configuration(kind, n, dim, seed, dtype):
    rng = np.random.default_rng(seed)
    y = rng.normal(size=(n, dim))
    match kind:
        case "random":
            x = rng.normal(size=(n, dim))
        case "duplicates":
            y = y[rng.integers(0, max(1, n // 3), n)]
            x = y[rng.permutation(n)]
        case "antipodes":
            y = y[rng.integers(0, max(1, n // 2), n)] * rng.choice([-1.0, 1.0], (n, 1))
            x = y
        case "all equal":
            y = np.repeat(y[:1], n, axis=0)
            x = y
        case "aligned":
            x = y
        case "nearly aligned":
            x = y + 1e-3 * rng.normal(size=(n, dim))
        case "opposite":
            x = -y
        case _:
            y = np.zeros((n, dim))
            angles = 2 * np.pi * np.arange(n) / n
            # On the line these are points of both signs: zero has none.
            y[:, 0] = np.cos(angles) if dim > 1 else (-1.0) ** np.arange(n)
            y[:, 1:2] = np.sin(angles)[:, None]
            x = y
    return x.astype(dtype), y.astype(dtype)


def log_trace(x, y, beta):
    scores = beta * (unit(x) @ unit(y).T)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    with np.errstate(divide="ignore"):
        # A trace that underflows counts as 0, which is on the safe side of the bound.
        return float(np.log(np.mean(len(x) * np.diag(powers) / powers.sum(axis=1))))


def rounding(n, dim, beta):
    return 2 * U * (beta * (4 * dim + 19) + 4 * n + 8)


def log_bound(dim, beta):
    return float((-log_sphere_mgf_scaled(dim, beta)).upper())


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(KINDS),
    st.integers(1, 40),
    st.integers(1, 24),
    st.floats(-6, 6).map(lambda exponent: 10.0**exponent),
    st.sampled_from([np.float32, np.float64]),
    st.integers(0, 2**32 - 1),
)
@example("random", 1, 2, 1e6, np.float64, 0)
@example("all equal", 40, 2, 1e6, np.float32, 1)
@example("equally spaced", 40, 2, 1.0, np.float64, 2)
@example("aligned", 40, 2, 1e-6, np.float64, 3)
@example("opposite", 2, 2, 1e3, np.float32, 1)
@example("equally spaced", 2, 1, 3.0, np.float64, 0)
@example("equally spaced", 40, 1, 1e6, np.float32, 0)
def test_trace_never_exceeds_the_bound(kind, n, dim, beta, dtype, seed):
    x, y = configuration(kind, n, dim, seed, dtype)
    assert log_trace(x, y, beta) <= log_bound(dim, beta) + rounding(n, dim, beta)


def test_one_pair_has_probability_one():
    x, y = configuration("random", 1, 3, 0, np.float64)
    assert log_trace(x, y, 7.0) == 0.0


@pytest.mark.parametrize("beta", [0.1, 1.0, 10.0])
def test_many_pairs_reach_the_bound(beta):
    """N ≫ h: equally spaced aligned points of the circle reach the bound, so that any smaller one would fail here."""
    x, y = configuration("equally spaced", 200, 2, 0, np.float64)
    assert abs(log_trace(x, y, beta) - log_bound(2, beta)) <= rounding(200, 2, beta)
