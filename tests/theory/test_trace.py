"""The means in the proof of the softmax trace inequality, against quadrature that knows nothing of the proof."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb

from theory import enclosure, trace
from theory.balls import precision
from theory.domain import unit_vectors
from theory.gaussian_balls import QUADRATURE, Exponentials, circle_mean, gaussian_closed_form, gaussian_quadrature, mgf
from theory.outcome import Outcome
from theory.trace import N, beta, h, i, x, y


@pytest.fixture(autouse=True)
def _quadrature():
    token = QUADRATURE.set(True)
    yield
    QUADRATURE.reset(token)


@pytest.mark.parametrize("dim", [1, 2])
@pytest.mark.parametrize("power", [0, 1, 2])
def test_closed_forms_of_gaussian_means(dim, power):
    """E e^{w·g}, E e^{w·g} R and E R², each by two-fold quadrature."""
    rng = np.random.default_rng(dim)
    w = tuple(arb(v if power < 2 else 0.0) for v in rng.normal(size=dim))
    function = Exponentials(((arb(1.5), w),), power)
    with precision(80):
        exact = gaussian_closed_form(function, dim, arb(0.7))
        found = gaussian_quadrature(function, dim, arb(0.7))
    assert exact.overlaps(found)
    assert found.rad() < 1e-3 * exact


def test_generating_function_of_the_circle():
    with precision(80):
        found = circle_mean(lambda turn: (1.3 * turn.cos()).exp()).real
        assert found.overlaps(mgf(2, arb(1.3) ** 2))
    assert found.rad() < 1e-4


def point(seed, count):
    rng = np.random.default_rng(seed)
    chosen = {h: 2, N: count, beta: 0.4, i: 1, y: rng.normal(size=(count, 2)), x: rng.normal(size=(count, 2))}
    return chosen | {trace.M: rng.normal(size=2), trace.G: rng.normal(size=2)}


STEPS = [
    trace.weight_bound,
    trace.key_bound,
    trace.weights_average,
    trace.tilt_against_sphere,
    trace.tilt_against_keys,
    trace.sphere_square,
]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("step", STEPS, ids=lambda s: s.__name__)
def test_steps_with_unlike_keys(step, seed):
    """Where E[T_y R²/F] has no closed form (two keys that differ), it is found by quadrature."""
    fact = step()
    here = {k: v for k, v in point(seed, 2).items() if k in fact.domain.declared}
    with precision(80):
        outcome = enclosure.compare(fact.statement, here, fact.domain, bits=80)
        sides = [enclosure.value(side, here, fact.domain, bits=80) for side in fact.statement.args]
    assert outcome is not Outcome.REFUTED
    assert outcome is Outcome.SHOWN or all(side.rad() < 1e-3 for side in sides)


@pytest.mark.slow
def test_bound_of_a_query_is_the_chain_of_push_and_key():
    pairs = trace.more(trace.KEYS, unit_vectors(x, N, h))
    fact = trace.query_bound(pairs)
    here = {k: v for k, v in point(3, 2).items() if k in fact.domain.declared}
    assert enclosure.compare(fact.statement, here, fact.domain, bits=80) is Outcome.SHOWN
