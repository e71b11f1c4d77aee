"""Alignment, uniformity, isometry and spectra against brute force and configurations of known value."""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modgap.numerics.checks import InputError, NormalisationWarning
from modgap.numerics.embeddings import metrics
from modgap.numerics.embeddings._exponentials import add_exponentials
from modgap.numerics.embeddings.metrics import alignment, explained_variance, isometry_error, uniformity


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def pairs(n=40, dim=5, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, dim)) + [2, 0, 0, 0, 0][:dim]
    return unit(x), unit(x + rng.normal(size=(n, dim)) + [0, 1, 0, 0, 0][:dim])


def test_alignment_against_the_definition():
    x, y = pairs()
    expected = np.mean([math.dist(a, b) ** 2 for a, b in zip(x, y, strict=True)])
    assert alignment(x, y) == pytest.approx(expected, rel=1e-13)
    assert alignment(x, x) == 0
    assert alignment(x, -x) == pytest.approx(4)
    assert alignment(x, y[::-1]) > alignment(x, y)


@pytest.mark.parametrize("side", [1, 7, 512])
def test_uniformity_against_the_definition(side, monkeypatch):
    monkeypatch.setattr(metrics, "SIDE", side)
    x, _ = pairs()
    others = [math.exp(-2 * math.dist(a, b) ** 2) for i, a in enumerate(x) for j, b in enumerate(x) if i != j]
    assert uniformity(x) == pytest.approx(math.log(np.mean(others)), rel=1e-12)
    assert uniformity(x, rate=0.5) > uniformity(x)
    # With the rows' distances to themselves it would be another number.
    assert uniformity(x) < math.log((sum(others) + len(x)) / len(x) ** 2) - 0.01


def test_uniformity_of_known_configurations():
    assert uniformity(np.tile([[0.6, 0.8]], (5, 1))) == pytest.approx(0, abs=1e-14)
    assert uniformity(np.array([[1.0, 0], [-1, 0]])) == pytest.approx(-8)
    assert uniformity(np.eye(7)) == pytest.approx(-4)
    # exp(−4t) is no number here; its logarithm is.
    assert uniformity(np.array([[1.0, 0], [-1, 0]]), rate=1e4) == pytest.approx(-4e4, rel=1e-15)
    circle = np.exp(2j * np.pi * np.arange(2000) / 2000)
    # On the circle E exp(−2|x−y|²) = exp(−4) I_0(4).
    assert uniformity(np.column_stack([circle.real, circle.imag])) == pytest.approx(
        math.log(math.exp(-4) * np.i0(4)), abs=2e-3
    )


def test_exponentials_are_right_to_an_ulp():
    rng = np.random.default_rng(0)
    # Cosines whose exponents −rate (1 − c) are exact: multiples of 2⁻⁴⁰ in [−1, 1], and powers of 2 as rates.
    for rate in (2.0**-20, 1.0, 4.0, 256.0):
        cosines = np.append(np.round(rng.uniform(-1, 1, 4000) * 2**40) / 2**40, [1.0, -1.0, np.nextafter(1, 2)])
        found = np.zeros(len(cosines))
        add_exponentials(cosines[None], cosines.max(), rate, found)
        for cosine, value in zip(cosines[::7], found[::7], strict=True):
            right = mpmath.exp(rate * (min(cosine, 1.0) - 1))
            assert abs(mpmath.mpf(value) - right) <= 2.0**-52 * right
    nothing = np.zeros(3)
    add_exponentials(np.array([[-np.inf, -1.0, 1.0]]), 1.0, 400.0, nothing)
    assert nothing.tolist() == [0.0, 0.0, 1.0]


def hyperplanes(a, b, seed=0):
    """Pairs of heights a and b over two directions at 60°, the rest symmetric, so that these are the centres."""
    rng = np.random.default_rng(seed)
    half = unit(rng.normal(size=(len(a) // 2, 3)))
    u = np.concatenate([half, -half])
    a, b = (np.concatenate([v[: len(a) // 2]] * 2)[:, None] for v in (a, b))
    zero = np.zeros_like(a)
    x = np.hstack([np.sqrt(1 - a**2) * u, a, zero])
    return x, np.hstack([np.sqrt(1 - b**2) * u, b / 2, b * math.sqrt(0.75)]), a[:, 0], b[:, 0]


def test_isometry_of_theorem_4_and_of_what_violates_it():
    rng = np.random.default_rng(1)
    a, b = rng.uniform(0.2, 0.9, size=(2, 4000))
    x, y, _, _ = hyperplanes(a, a)
    holds = isometry_error(x, y)
    assert holds.rms == pytest.approx(0, abs=1e-15)
    assert holds.relative == pytest.approx(0, abs=1e-14)
    assert holds.correlation == pytest.approx(1)
    x, y, a, b = hyperplanes(a, b)
    found = isometry_error(x, y)
    assert found.shift == pytest.approx(a.mean() - b.mean(), abs=1e-13)
    assert found.rms == pytest.approx(np.sqrt(np.mean((a - b) ** 2)), rel=1e-12)
    assert found.spread == pytest.approx(np.sqrt(a.var() + b.var()), rel=1e-12)
    assert found.correlation == pytest.approx(np.corrcoef(a, b)[0, 1], abs=1e-12)
    # Independent heights of one mean: no better than chance.
    assert found.relative == pytest.approx(1, abs=0.05)
    assert isometry_error(x, np.roll(y, 1, axis=0)).rms != pytest.approx(found.rms)
    shift = np.linalg.norm(x.mean(axis=0)) - np.linalg.norm(y.mean(axis=0))
    assert found.shift == pytest.approx(shift, abs=1e-13)


def test_isometry_where_nothing_varies():
    x = np.tile([[1.0, 0, 0]], (6, 1))
    same = isometry_error(x, x[:, ::-1])
    assert (same.relative, same.rms) == (0, 0)
    assert math.isnan(same.correlation)
    ring = np.array([[0.5, math.sqrt(0.75) * c, math.sqrt(0.75) * s] for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))])
    assert isometry_error(x[:4], ring).relative == math.inf


@given(st.integers(2, 20), st.integers(2, 6), st.integers(0, 2**32 - 1))
def test_isometry_needs_no_common_frame(n, dim, seed):
    """Each modality may be turned by itself: only the heights over its own centre count."""
    rng = np.random.default_rng(seed)
    x, y = unit(rng.normal(size=(2, n, dim)) + 1)
    turn = np.linalg.qr(rng.normal(size=(dim, dim)))[0]
    plain, turned = isometry_error(x, y), isometry_error(x, y @ turn)
    assert turned.rms == pytest.approx(plain.rms, abs=1e-10)
    assert turned.shift == pytest.approx(plain.shift, abs=1e-10)
    assert isometry_error(x, x @ turn).rms == pytest.approx(0, abs=1e-12)


def test_explained_variance_is_of_the_centred_rows():
    x, _ = pairs(n=300)
    shares = explained_variance(x)
    expected = np.sort(np.linalg.eigvalsh(np.cov(x.T)))[::-1]
    np.testing.assert_allclose(shares, expected / expected.sum(), rtol=1e-11)
    uncentred = np.linalg.svd(x, compute_uv=False) ** 2
    assert shares[0] < 0.8 * uncentred[0] / uncentred.sum()
    assert np.isnan(explained_variance(np.tile(x[:1], (9, 1)))).all()


@pytest.mark.parametrize("function", [alignment, isometry_error])
def test_bad_pairs(function):
    x, y = pairs()
    with pytest.raises(InputError, match=r"^B: got shape \(39, 5\); expected the shape \(40, 5\) of A"):
        function(x, y[:39], names=("A", "B"))
    with pytest.warns(NormalisationWarning, match="^y: rows are not of unit norm"):
        function(x, 2 * y)


@pytest.mark.parametrize("function", [uniformity, explained_variance])
def test_bad_rows(function):
    with pytest.raises(InputError, match=r"^x: got shape \(1, 2\); expected \(N, h\) with N >= 2"):
        function(np.ones((1, 2)))
