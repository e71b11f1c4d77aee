"""The trace inequality against any law, and in a cone: statuses, false variants, numbers by floating point."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sympy import Le, Lt, Rational, exp

from modgap.theory.infonce import cones
from modgap.theory.infonce.trace import PAIR, X, beta, ratio
from modgap.theory.kernel.rules import count_by_hand
from modgap.theory.kernel.status import Status
from tests.theory.variants import fate

SMALL = Rational(1, 1000)
ANY, CONE = (claim.statement for claim in (cones.any_law, cones.cone))


@pytest.mark.parametrize("claim", cones.CLAIMS, ids=lambda c: c.id)
def test_proved_by_rules_alone(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason
    assert not count_by_hand(claim.verdict.trusts)


VARIANTS = {
    "constant a little sharper": (cones.any_law, Le(ANY.lhs, (1 - SMALL) * ANY.rhs, evaluate=False)),
    "turned around": (cones.any_law, Le(ANY.rhs, ANY.lhs, evaluate=False)),
    "strict": (cones.any_law, Lt(*ANY.args, evaluate=False)),
    "no exponential": (cones.any_law, Le(ANY.lhs, cones.ENERGY, evaluate=False)),
    "weight not squared": (
        cones.any_law,
        Le(PAIR.mean(cones.AT * ratio(X)), exp(beta) * cones.ENERGY, evaluate=False),
    ),
    "weight at the query": (
        cones.any_law,
        Le(PAIR.mean(cones.scores_of_law(X) ** 2 * ratio(X)), exp(beta) * cones.ENERGY, evaluate=False),
    ),
    "level without what is below it": (
        cones.cone,
        Le(CONE.lhs, exp(beta) * cones.ENERGY, evaluate=False),
    ),
    "half of what is below": (
        cones.cone,
        Le(CONE.lhs, exp(beta) * cones.ENERGY + cones.level * PAIR.mean(cones.BELOW) / 2, evaluate=False),
    ),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_false_variant_dies(name):
    claim, statement = VARIANTS[name]
    assert fate(replace(claim, statement=statement)) != "survived"


def unit(rng, *shape):
    v = rng.standard_normal(shape)
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def midpoints(x, y):
    cosine = (x * y).sum(1, keepdims=True)
    return x / 2 + (np.sqrt(cosine**2 + 3) - cosine) * y / 2


def test_the_inequality_on_drawn_laws():
    rng = np.random.default_rng(20261129)
    for h, b in ((2, 4.0), (3, 12.0), (6, 3.0)):
        x, y, q = unit(rng, 30, h), unit(rng, 30, h), unit(rng, 12, h)
        m = midpoints(x, y)
        assert np.allclose(np.linalg.norm(m, axis=1), 1)
        share = np.exp(b * (x * y).sum(1)) / np.exp(b * x @ y.T).mean(1)
        left = (np.exp(b * m @ q.T).mean(1) ** 2 * share).mean()
        assert left <= np.exp(b) * np.exp(b * q @ q.T).mean()


def least_energy(points, b, steps=20000):
    """Return the weights of least energy by multiplicative steps, and that energy."""
    kernel, weights = np.exp(b * points @ points.T), np.full(len(points), 1 / len(points))
    for _ in range(steps):
        potential = kernel @ weights
        weights = weights * np.exp(-0.5 * potential / potential.max())
        weights = weights / weights.sum()
    return weights, weights @ kernel @ weights


def test_pairs_in_an_arc_against_its_law_of_least_energy():
    """In an arc of the circle every law of pairs, found adversarially or drawn, has E p ≤ e^β/D."""
    b, half = 4.0, np.radians(50)
    angles = np.linspace(-half, half, 101)
    points = np.column_stack([np.cos(angles), np.sin(angles)])
    _, energy = least_energy(points, b)
    rng = np.random.default_rng(7)
    for _ in range(200):
        first = rng.uniform(-half, half, 8)
        second = np.clip(first + rng.normal(size=8) * rng.choice([0.0, 0.1, 1.0]), -half, half)
        share = np.exp(b * np.cos(first - second)) / np.exp(b * np.cos(first[:, None] - second)).mean(1)
        assert share.mean() <= np.exp(b) / energy * (1 + 1e-6)
