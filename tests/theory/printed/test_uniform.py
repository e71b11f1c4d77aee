"""Lemma 1 for one sample: the distance of two sets of keys, against NumPy, and what the theorem must refuse."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp

from modgap.theory.balls import enclosure
from modgap.theory.language.domain import coupling
from modgap.theory.language.letters import N, beta, h, y
from modgap.theory.outcome import Unproved
from modgap.theory.printed import uniform
from modgap.theory.printed.uniform import DISTANCE, TWO_SAMPLES, j, k, n, q, sample
from modgap.theory.trusted.independent import positive_kernel
from modgap.theory.under import Under
from tests.theory.variants_infonce import of_claim

RNG = np.random.default_rng(4)
KEYS, OTHERS = RNG.normal(size=(4, 3)), RNG.normal(size=(3, 3))
POINT = {h: 3, N: 4, n: 3, beta: 1.25, y: KEYS, sample: OTHERS}


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def test_the_distance_is_that_of_the_kernel():
    points, weights = np.vstack([unit(KEYS), unit(OTHERS)]), np.repeat([1 / 4, -1 / 3], [4, 3])
    wanted = weights @ np.exp(1.25 * points @ points.T) @ weights
    found = enclosure.value(DISTANCE, {**POINT, q: np.ones(3)}, TWO_SAMPLES)
    assert float(found) == pytest.approx(wanted, rel=1e-9)


def test_no_query_sees_more_than_the_bound_and_some_see_much_of_it():
    left, right = uniform.uniform_in_the_query.statement.args
    found = []
    for axis in unit(RNG.normal(size=(40, 3))):
        point = {**POINT, q: axis}
        found.append(float(enclosure.value(left, point, TWO_SAMPLES) / enclosure.value(right, point, TWO_SAMPLES)))
    assert 0.05 < max(found) <= 1


FALSE = of_claim(
    uniform.uniform_in_the_query,
    without_the_length=sp.Le((uniform.OF_LAW - uniform.OF_SAMPLE) ** 2, DISTANCE / 2, evaluate=False),
    the_deviation_itself=sp.Le(uniform.OF_LAW - uniform.OF_SAMPLE, DISTANCE, evaluate=False),
    other_temperature=sp.Le((uniform.OF_LAW - uniform.OF_SAMPLE) ** 2, DISTANCE * sp.exp(-beta), evaluate=False),
)


@pytest.mark.parametrize("variant", FALSE, ids=lambda f: f.name)
def test_false_variant_dies(variant):
    with pytest.raises(Unproved):
        raise AssertionError(f"survived: {variant.attempt()}")


t = sp.Symbol("t", real=True)
FAMILIES = ((y, N), (sample, n))


def _kernel(scale=beta, query=q, weight=t, families=FAMILIES, indices=(j, k), domain=None):
    return positive_kernel(scale, query, weight, families, indices, domain or TWO_SAMPLES.further(t))


P = sp.Symbol("P")
ATTACKS = {
    "a negative scale": lambda: _kernel(-beta),
    "a scale of any sign": lambda: _kernel(t),
    "a weight that is not defined": lambda: _kernel(weight=sp.log(t)),
    "a weight that speaks of an index": lambda: _kernel(weight=k),
    "one index twice": lambda: _kernel(indices=(j, j)),
    "an index that is declared": lambda: _kernel(domain=TWO_SAMPLES.further(t, j)),
    "families exchanged in size": lambda: _kernel(families=((y, n), (sample, N))),
    "a family for the query": lambda: _kernel(query=y),
    "a law for the query": lambda: _kernel(query=P, domain=Under(TWO_SAMPLES).further(t, coupling(P, h))),
    "a number of no vectors": lambda: _kernel(families=((y, N), (sample, t))),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_theorem_refuses(attack):
    assert _kernel().statement.rhs == 0
    with pytest.raises((Unproved, ValueError, TypeError)):
        raise AssertionError(f"survived: {ATTACKS[attack]()}")
