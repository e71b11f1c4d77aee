"""Means of many rows: against exact sums, and the figures that depend on a mean that vanishes or on rows that agree."""

import math
from fractions import Fraction

import numpy as np
import pytest

from modgap.numerics.bessel.functions import iv_ratio_complement
from modgap.numerics.embeddings.gap import UndefinedGapWarning, embedding_geometry, modality_gap, vmf_concentration
from modgap.numerics.embeddings.sums import RunningMean, mean_and_spread
from modgap.numerics.vmf.law import VonMisesFisher

EPS = 2.0**-52


def unit(n, dim, seed):
    rows = np.random.default_rng(seed).standard_normal((n, dim))
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize("n", [1, 2, 7, 1000])
def test_the_mean_is_right_to_an_ulp_and_the_spread_to_some(n):
    rows = unit(n, 3, n)
    running = RunningMean(3)
    for start in range(0, n, 300):
        running.add(rows[start : start + 300])
    exact = [sum(map(Fraction, column)) / n for column in rows.T.tolist()]
    assert all(abs(Fraction(float(a)) - b) <= EPS * abs(b) + 1e-30 for a, b in zip(running.mean, exact, strict=True))
    squares = sum((Fraction(v) - m) ** 2 for row in rows.tolist() for v, m in zip(row, exact, strict=True)) / n
    assert running.spread == pytest.approx(float(squares), rel=1e-12, abs=1e-30)
    assert mean_and_spread(rows)[1] == pytest.approx(running.spread, rel=1e-13)


@pytest.mark.parametrize("n", [5000, 50_000])
def test_opposite_rows_have_no_centre_in_any_order(n):
    a = unit(n // 2, 8, 0)
    x = np.vstack([a, -a])
    shuffled = x[np.random.default_rng(1).permutation(n)]
    for rows in (x, shuffled, x.astype(np.float32)):
        for call in (modality_gap, lambda *pair: embedding_geometry(*pair).gap_degrees):
            with pytest.warns(UndefinedGapWarning, match="the mean vanishes"):
                assert math.isnan(call(rows, abs(rows)))


@pytest.mark.parametrize("seed", range(20))
def test_rows_that_agree_have_infinite_concentration(seed):
    row, n = unit(1, 2 + seed % 38, seed)[0], 100
    for dtype in (np.float64, np.float32):
        rows = np.tile(row.astype(dtype), (n, 1))
        found = embedding_geometry(rows, -rows).vmf_concentration
        assert (found.image, found.text) == (math.inf, math.inf)
        mean, spread = mean_and_spread(rows.astype(float) / np.linalg.norm(rows.astype(float), axis=1, keepdims=True))
        assert vmf_concentration(mean, np.finfo(dtype).eps, spread) == math.inf
        assert vmf_concentration(mean) == math.inf


@pytest.mark.parametrize("kappa", [1e4, 1e12, 1e20])
def test_concentrations_keep_their_digits_where_rows_nearly_agree(kappa):
    rows = VonMisesFisher(np.eye(16)[3], kappa).sample(3000, 2)
    found = embedding_geometry(rows, rows).vmf_concentration.image
    # |x_i − x_0|² has the digits that 1 − x_i·x_0 has lost.
    spread = np.mean(((rows - rows.mean(axis=0)) ** 2).sum(axis=1))
    assert iv_ratio_complement(7.0, found) == pytest.approx(1 - math.sqrt(1 - spread) if kappa < 1e6 else spread / 2,
                                                            rel=1e-8)  # fmt: skip
    assert found == pytest.approx(kappa, rel=0.05)
    assert found == pytest.approx(VonMisesFisher.fit(rows).concentration, rel=1e-9)
