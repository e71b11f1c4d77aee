"""Other losses, batches and gap vectors: statuses, numbers by floating point, false variants."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import sympy as sp

from modgap.numerics.bessel.functions import iv_ratio, log_sphere_mgf
from modgap.theory.infonce import variants
from modgap.theory.infonce.trace import MGF, PAIR, beta, partition
from modgap.theory.kernel.status import Status
from modgap.theory.language.couplings import X, Y
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.symbols import Dot
from tests.theory.variants import fate

RNG = np.random.default_rng(20261128)


@pytest.mark.parametrize(
    ("c", "status"),
    [
        (variants.decoupled, Status.PROVED),
        (variants.batch_of_two, Status.REFUTED),
        (variants.gap_vector, Status.PROVED),
        (variants.gap_capacity, Status.CERTIFIED),
        (variants.three_modalities, Status.PROVED),
        (variants.noisy_uniform, Status.REFUTED),
        (variants.noisy_clip, Status.CERTIFIED),
        (variants.noise, Status.REFUTED),
        (variants.ball, Status.OPEN),
    ],
    ids=lambda v: getattr(v, "id", v.name if isinstance(v, Status) else None),
)
def test_status(c, status):
    assert c.verdict.status is status, c.verdict.reason


def test_the_decoupled_loss_on_drawn_pairs():
    for h, b in ((2, 3.0), (5, 20.0)):
        x, y = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in RNG.standard_normal((2, 40, h)))
        for other in (x, y, -x):
            loss = -b * (x * other).sum(1).mean() + np.log(np.exp(b * x @ other.T).mean())
            assert loss >= -b + log_sphere_mgf(h, b) - 1e-12


@pytest.mark.parametrize(
    "statement",
    [
        sp.Ge(-beta * PAIR.mean(Dot(X, Y)) + sp.log(PAIR.mean(partition(X))), -beta + 2 * sp.log(MGF), evaluate=False),
        sp.Le(-beta * PAIR.mean(Dot(X, Y)) + sp.log(PAIR.mean(partition(X))), -beta + sp.log(MGF), evaluate=False),
        sp.Ge(-2 * beta * PAIR.mean(Dot(X, Y)) + sp.log(PAIR.mean(partition(X))), -beta + sp.log(MGF), evaluate=False),
    ],
)
def test_other_bounds_on_the_decoupled_loss_are_not_shown(statement):
    assert fate(replace(variants.decoupled, statement=statement)) != "survived"


def test_the_batch_of_two_by_floating_point():
    b, angles = 10.0, 2 * np.pi * np.arange(4096) / 4096
    uniform = np.log1p(np.exp(b * (np.cos(angles) - 1))).mean()
    ten = np.log1p(np.exp(b * (np.cos(2 * np.pi * np.arange(10) / 10) - 1))).mean()
    assert ten < uniform
    assert uniform == pytest.approx(0.0979888439525, rel=1e-10)
    assert ten == pytest.approx(0.0971372680319, rel=1e-10)


def test_a_gap_vector_changes_loss_and_ranks_only_by_the_temperature():
    n, h, b, a1, a2 = 30, 5, 12.0, 0.7, 1.1
    u, v = (w / np.linalg.norm(w, axis=1, keepdims=True) for w in RNG.standard_normal((2, n, h)))
    for angle in (0.0, 1.0, 3.0):
        x = np.column_stack([np.full(n, np.cos(a1)), np.zeros(n), np.sin(a1) * u])
        along = [np.full(n, np.cos(a2) * part) for part in (np.cos(angle), np.sin(angle))]
        y = np.column_stack([*along, np.sin(a2) * v])
        both = (b * x @ y.T, b * np.sin(a1) * np.sin(a2) * u @ v.T)
        loss = [np.mean(np.log(np.exp(s).sum(1)) - np.diag(s)) for s in both]
        assert loss[0] == pytest.approx(loss[1], rel=1e-12)


def test_a_gap_vector_that_is_not_orthogonal_is_seen():
    d = variants.gap_vector.domain
    loose = Domain(*d.symbols, *d.vectors[:2], *(unit_vector(w.symbol, w.dim) for w in d.vectors[2:]), *d.conditions)
    assert fate(replace(variants.gap_vector, domain=loose)) != "survived"


# --- what a gap leaves, three modalities, mismatched pairs ------------------------------------------------------------


def test_the_loss_of_an_orthoplex_with_a_gap():
    """1,020 pairs of R^512 at β = 100 with any gap and sin α sin γ = 1/4 have the loss that is certified."""
    u = np.vstack([np.eye(510), -np.eye(510)])
    expected = 2 * np.log1p(1018 * np.exp(-25) + np.exp(-50))
    assert 2.5e-8 < expected < 3e-8
    for angle in (0.5, 3.0):
        x = np.column_stack([np.full((1020, 2), [np.cos(np.pi / 6), 0]), 0.5 * u])
        y = np.column_stack([np.full((1020, 2), np.cos(np.pi / 6) * np.array([np.cos(angle), np.sin(angle)])), 0.5 * u])
        assert np.allclose(np.linalg.norm(x, axis=1), 1)
        scores = 100 * x @ y.T
        off = np.exp(scores - np.diag(scores)[:, None])
        np.fill_diagonal(off, 0)
        assert 2 * np.log1p(off.sum(1)).mean() == pytest.approx(expected, rel=1e-6)


def test_the_bound_in_510_dimensions_needs_e_to_the_24_pairs():
    assert 24 < 25 - log_sphere_mgf(510, 25.0) < 24.5


@pytest.mark.parametrize("factor", [sp.Rational(101, 100), sp.Integer(2)])
def test_more_than_three_bounds_for_three_modalities_is_not_shown(factor):
    left, right = variants.three_modalities.statement.args
    for statement in (sp.Ge(left, right + factor, evaluate=False), sp.Ge(left, factor * right, evaluate=False)):
        assert fate(replace(variants.three_modalities, statement=statement)) != "survived"
    two = sum(variants.PAIRED[:2], sp.S.Zero)
    assert fate(replace(variants.three_modalities, statement=sp.Ge(two, right / 2, evaluate=False))) != "survived"


def noisy_cone(h, b, eta, k):
    """Return the loss of aligned pairs of vMF(c, κ) with a share η of independent ones, by Gauss–Legendre."""
    t, weights = np.polynomial.legendre.leggauss(800)
    density = (h - 3) / 2 * np.log1p(-(t**2)) + k * t
    p = weights * np.exp(density - density.max())
    p /= p.sum()
    own = (1 - eta) + eta * iv_ratio(h / 2 - 1, k) ** 2
    logs = log_sphere_mgf(h, np.sqrt(k * k + 2 * k * b * t + b * b)) - log_sphere_mgf(h, k)
    return -2 * b * own + 2 * (p * logs).sum()


def test_where_noise_makes_a_cone():
    """Just above the threshold of thm.1.noise narrow cones gain, just below they lose; the witnesses lie above it."""
    for h, b in ((3, 4.0), (8, 10.0), (512, 100.0)):
        ratio = iv_ratio(h / 2 - 1, b)
        threshold = h * ratio * (2 - ratio) / (2 * b)
        for share, sign in ((0.97, 1), (1.03, -1)):
            uniform = -2 * b * (1 - share * threshold) + 2 * log_sphere_mgf(h, b)
            # Small against h, so that the term in κ² decides, and large enough for rounding.
            assert sign * (noisy_cone(h, b, share * threshold, 0.05 * h) - uniform) > 0
    assert noisy_cone(3, 4.0, 0.5, 2.0) == pytest.approx(-0.444140914501, abs=1e-9)


def test_a_threshold_twice_as_large_is_false():
    """Above the threshold the statement of thm.1.noise fails, so that its condition is needed."""
    h, b = 3, 4.0
    ratio = iv_ratio(h / 2 - 1, b)
    eta = min(0.99, 2 * h * ratio * (2 - ratio) / (2 * b))
    assert noisy_cone(h, b, eta, 2.0) < -2 * b * (1 - eta) + 2 * log_sphere_mgf(h, b)


def test_the_law_of_signs_has_the_loss_that_is_said():
    """−2β[(1 − η) E x·y + η m_x·m_y] + E log E + … of its four points is 4 log cosh c − 4c(1 − η), c = βab."""
    rate, inverse = 0.45, 2.0
    rows = variants.SIGNS.astype(float)
    queries, keys = rows[:, 1:3], rows[:, 3:]
    assert np.allclose((queries**2).sum(1), 1)
    assert np.allclose(queries.mean(0), 0)
    scores = inverse * queries @ keys.T
    logs = np.log(np.exp(scores).mean(0)).mean() + np.log(np.exp(scores).mean(1)).mean()
    c = inverse * 24 * 7 / 625
    loss = logs - 2 * (1 - rate) * np.diag(scores).mean()
    assert loss == pytest.approx(4 * math.log(math.cosh(c)) - 4 * c * (1 - rate), abs=1e-12)
    assert loss == pytest.approx(-0.630561792174, abs=1e-10)
    assert loss < -2 * inverse * (1 - rate) + 2 * log_sphere_mgf(2, inverse)
