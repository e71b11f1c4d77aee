"""Other losses, batches and gap vectors: statuses, numbers by floating point, false variants."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import sympy as sp

from modgap.numerics.bessel.functions import log_sphere_mgf
from modgap.theory.infonce import variants
from modgap.theory.infonce.trace import MGF, PAIR, beta, partition
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.status import Status
from modgap.theory.language.couplings import X, Y
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.symbols import Dot

RNG = np.random.default_rng(20261128)


@pytest.mark.parametrize(
    ("c", "status"),
    [
        (variants.decoupled, Status.PROVED),
        (variants.batch_of_two, Status.REFUTED),
        (variants.gap_vector, Status.PROVED),
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
    assert not isinstance(replace(variants.decoupled, statement=statement).result, Fact)


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
    assert not isinstance(replace(variants.gap_vector, domain=loose).result, Fact)
