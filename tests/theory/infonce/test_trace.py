"""The means in the proof of the softmax trace inequality, against quadrature that knows nothing of the proof."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb
from sympy import exp

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import precision
from modgap.theory.balls.gaussian import (
    QUADRATURE,
    Exponentials,
    circle_mean,
    gaussian_closed_form,
    gaussian_quadrature,
    mgf,
)
from modgap.theory.infonce import equality, gaussian, population, stability, trace
from modgap.theory.infonce.trace import beta, h
from modgap.theory.kernel.rules import count_by_hand
from modgap.theory.kernel.status import Status
from modgap.theory.language.couplings import P, X, Y
from modgap.theory.language.means import Tilt, U
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Outcome, Undecided


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


def test_a_square_in_the_exponent_of_a_gaussian_mean():
    """E e^{−2β|g|² + w·g − 1} in the plane, by a sum over a grid; a square that is too large has no mean."""
    grid = np.linspace(-12, 12, 1201)
    first, second = np.meshgrid(grid, grid)
    strength, w = 0.7, np.array([0.4, -1.1])
    weight = np.exp(-strength * (first**2 + second**2) / 2) * strength / (2 * np.pi)
    exponent = -2 * strength * (first**2 + second**2) + w[0] * first + w[1] * second - 1
    found = np.sum(weight * np.exp(exponent)) * (grid[1] - grid[0]) ** 2
    vector = trace.free_vector(trace.M, h)
    domain = trace.SCALARS.further(vector)
    here = {h: 2, beta: strength, trace.M: w}
    quadratic, linear = Dot(gaussian.G, gaussian.G), Dot(trace.M, gaussian.G)
    mean = gaussian.GAUSS.mean(exp(-2 * beta * quadratic + linear - 1))
    with precision(80):
        exact = enclosure.value(mean, here, domain, bits=80)
    assert abs(float(exact) - found) < 1e-9
    with pytest.raises(Undecided):
        enclosure.value(gaussian.GAUSS.mean(exp(beta * quadratic + linear)), here, domain, bits=80)


def test_a_gaussian_mean_of_unlike_addends():
    """E [e^{w·g} + 3|w|² e^{−2β|g|² + w·g} + R²] is found by addends; one without a mean has the sum refused."""
    domain = trace.SCALARS.further(trace.free_vector(trace.M, h))
    here = {h: 2, beta: 0.7, trace.M: np.array([0.4, -1.1])}
    linear, quadratic = exp(Dot(trace.M, gaussian.G)), Dot(gaussian.G, gaussian.G)
    radial = trace.SPHERE.mean(Tilt(beta, U, gaussian.G))
    parts = [linear, 3 * Dot(trace.M, trace.M) * exp(-2 * beta * quadratic) * linear, radial**2]
    with precision(80):
        whole = enclosure.value(gaussian.GAUSS.mean(sum(parts)), here, domain, bits=80)
        sizes = [enclosure.value(gaussian.GAUSS.mean(part), here, domain, bits=80) for part in parts]
        square = arb(0.4) ** 2 + arb(-1.1) ** 2
        damped = 3 * square * (square / (10 * arb(0.7))).exp() / 5
    assert whole.overlaps(sum(sizes, arb(0)))
    assert sizes[1].overlaps(damped)
    assert max(whole.rad(), sizes[1].rad()) < 1e-9
    unbounded = gaussian.GAUSS.mean(linear + exp(beta * quadratic))
    with pytest.raises(Undecided):
        enclosure.value(unbounded, here, domain, bits=80)


def test_generating_function_of_the_circle():
    with precision(80):
        found = circle_mean(lambda turn: (1.3 * turn.cos()).exp()).real
        assert found.overlaps(mgf(2, arb(1.3) ** 2))
    assert found.rad() < 1e-4


def point(seed, count, dim=2):
    rng = np.random.default_rng(seed)
    pairs = np.hstack([rng.uniform(0.2, 1.0, (count, 1)), rng.normal(size=(count, 2 * dim))])
    chosen = {h: dim, beta: 0.4, P: pairs, X: rng.normal(size=dim), Y: rng.normal(size=dim)}
    return chosen | {trace.M: rng.normal(size=dim), gaussian.G: rng.normal(size=dim)}


def settled(fact, here, bits=80):
    """Whether a step holds at a point, or its sides are close balls that do not exclude it."""
    here = {k: v for k, v in here.items() if k in fact.domain.declared}
    with precision(bits):
        outcome = enclosure.compare(fact.statement, here, fact.domain, bits=bits)
        sides = [enclosure.value(side, here, fact.domain, bits=bits) for side in fact.statement.args]
    assert outcome is not Outcome.REFUTED
    return outcome is Outcome.SHOWN or all(side.rad() < 1e-3 for side in sides)


COUPLINGS = trace.COUPLINGS
UNLIKE = COUPLINGS.further(trace.UNLIKE_UNIFORM)
STEPS = {
    "tilt_against_sphere": lambda: gaussian.tilt_against_sphere(),
    "sphere_square": lambda: gaussian.sphere_square(),
    "tilt_against_keys": lambda: gaussian.tilt_against_keys(COUPLINGS),
    "weight_finite": lambda: gaussian.weight_finite(COUPLINGS),
    "key_bound": lambda: gaussian.key_bound(COUPLINGS),
    "query_bound": lambda: gaussian.query_bound(COUPLINGS),
    "weights_average": lambda: gaussian.weights_average(COUPLINGS),
}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("step", STEPS)
def test_steps_with_unlike_keys(step, seed):
    """Where E[T_y R²/F] has no closed form (two keys that differ), it is found by quadrature."""
    assert settled(STEPS[step](), point(seed, 2))


def test_energy_excess_is_the_distance_of_two_laplace_transforms():
    """E e^{β y·y'} − M = E (F − R)² over a Gaussian vector, by quadrature."""
    here = point(5, 2)
    squares = [(gaussian.F**2, 1), (gaussian.F * gaussian.R, -2), (gaussian.R**2, 1)]
    distance = sum(factor * gaussian.GAUSS.mean(product) for product, factor in squares)
    declared = {k: v for k, v in here.items() if k in (h, beta, P)}
    with precision(80):
        energy = enclosure.value(trace.EXCESS, declared, COUPLINGS, bits=80)
        found = enclosure.value(distance, declared, COUPLINGS, bits=80)
    assert energy.overlaps(found)
    assert energy > 0
    assert found.rad() < 1e-3


STABILITY = {
    "partition_of_pushed": stability.partition_of_pushed,
    "gain_of_push": stability.gain_of_push,
    "apart_not_negative": stability.apart_not_negative,
    "gain_of_pair": stability.gain_of_pair,
    "partition_of_longer": stability.partition_of_longer,
    "gain_of_longer": stability.gain_of_longer,
    "sharper_gain_of_pair": stability.sharper_gain_of_pair,
}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("step", STABILITY)
def test_steps_of_stability(step, seed):
    fact = STABILITY[step]()
    here = point(seed, 3, dim=3) | {trace.mu: 1 + 0.5 * seed, stability.s: min(0.5 * seed, 1)}
    assert settled(fact, here)


EQUALITY = {
    name: getattr(equality, name)
    for name in (
        "mgf_below",
        "apart_at_least",
        "ratio_of_pushed",
        "loss_of_push",
        "far_at_least",
        "trace_with_misalignment",
        "against_own_term",
        "against_aligned",
        "inverses_exchanged",
        "energy_of_inverses",
        "variance_bound",
        "squares_at_least",
        "excess_at_most",
        "excess_along",
    )
}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("step", EQUALITY)
def test_steps_of_equality(step, seed):
    """What the push and the comparison of pairs lose, at couplings of three pairs that nothing was fitted to."""
    fact = EQUALITY[step]()
    numbers = {
        trace.mu: 1 + 0.5 * seed,
        equality.eps: 0.1 + 0.4 * seed,
        equality.sigma: 0.3 + seed,
        equality.lam: 0.2 + seed,
    }
    assert settled(fact, point(seed, 3) | numbers)


def test_the_case_of_equality_rests_on_no_proof_in_words():
    for claim in (
        population.trace_strict,
        population.theorem,
        population.gap_closes,
        population.concentration_vanishes,
    ):
        assert claim.verdict.status is Status.PROVED
        assert not count_by_hand(claim.verdict.trusts), claim.id


def test_one_key_for_all_is_not_misaligned_enough():
    """Where all keys are one, the push loses nothing: that case needs the comparison with the own term."""
    one = point(1, 1) | {P: np.array([[1.0, 1.0, 0.0, 0.0, 1.0]])}
    fact = equality.trace_with_misalignment()
    declared = {k: v for k, v in one.items() if k in fact.domain.declared}
    with precision(80):
        right = enclosure.value(fact.statement.rhs, declared, fact.domain, bits=80)
        level = enclosure.value(equality.STRICT.rhs, declared, fact.domain, bits=80)
    assert right.overlaps(level)
