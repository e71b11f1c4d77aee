"""Lemma 1 for one sample: the distance of two sets of keys, against NumPy, and what the theorem must refuse."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp

from modgap.theory.balls import enclosure
from modgap.theory.infonce.trace import OTHER, PAIR
from modgap.theory.language.couplings import P
from modgap.theory.language.domain import coupling, unit_vector, unit_vectors
from modgap.theory.language.independent import DrawnDistance, pairs_chance, pairs_mean
from modgap.theory.language.letters import N, beta, h, y
from modgap.theory.outcome import Unproved
from modgap.theory.printed import uniform
from modgap.theory.printed.uniform import KERNEL_RATE, TWO_SAMPLES, M, eps, j, k, lemma_1, m, n, q, s, sample
from modgap.theory.trusted.independent import distance_tail
from modgap.theory.trusted.kernels import Family, Weighted, positive_definite
from modgap.theory.under import Under
from tests.theory.variants import dies
from tests.theory.variants_infonce import of_claim

RNG = np.random.default_rng(4)
DISTANCE = uniform.distance(uniform.KEYS, uniform.SAMPLE)
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

LAW = uniform.uniform_for_every_law
FALSE += of_claim(
    LAW,
    four_times=sp.Le(4 * LAW.statement.lhs, LAW.statement.rhs, evaluate=False),
    half=sp.Le(LAW.statement.lhs, LAW.statement.rhs / 2, evaluate=False),
)
FALSE += of_claim(
    lemma_1,
    half_of_the_distance=sp.Le(
        pairs_chance(P, m, M, eps**2 / 4, (k, s), DrawnDistance(beta, k, s, P)), lemma_1.statement.rhs, evaluate=False
    ),
    twice_the_rate=sp.Le(
        uniform.FAR, 2 * sp.exp(-2 * m * KERNEL_RATE) / (1 - sp.exp(-2 * KERNEL_RATE)), evaluate=False
    ),
    without_the_sum=sp.Le(uniform.FAR, 2 * sp.exp(-m * KERNEL_RATE), evaluate=False),
    turned_around=sp.Ge(*lemma_1.statement.args, evaluate=False),
)


def test_the_distance_of_a_sample_and_its_law_is_that_of_the_kernel():
    masses = np.array([0.5, 0.2, 0.2, 0.1])
    law = np.hstack([masses[:, None], RNG.normal(size=(4, 3)), KEYS])
    points, wanted = unit(KEYS), 0.0
    kernel = np.exp(1.25 * points @ points.T)
    for first in range(4):
        for second in range(4):
            weights = np.bincount([first, second], minlength=4) / 2 - masses
            wanted += masses[first] * masses[second] * (weights @ kernel @ weights)
    domain = Under(h, n, beta, h >= 2, coupling(P, h))
    mean = pairs_mean(P, n, s, DrawnDistance(beta, n, s, P))
    found = float(enclosure.value(mean, {h: 3, n: 2, beta: 1.25, P: law}, domain))
    assert found == pytest.approx(wanted, rel=1e-9)
    # (e^β − E e^{β y·y'})/n, which the proof of its tail uses.
    assert found == pytest.approx((np.exp(1.25) - masses @ kernel @ masses) / 2, rel=1e-9)
    # And as much as the distance that the deviation is bounded by.
    both = {h: 3, n: 2, beta: 1.25, P: law, sample: KEYS[:2], q: np.ones(3)}
    bound = float(enclosure.value(LAW.statement.rhs, both, LAW.domain)) / np.exp(1.25)
    weights = np.array([0.5, 0.5, 0, 0]) - masses
    assert bound == pytest.approx(weights @ kernel @ weights, rel=1e-9)


@pytest.mark.parametrize("variant", FALSE, ids=lambda f: f.name)
def test_false_variant_dies(variant):
    dies(variant.attempt)


t = sp.Symbol("t", real=True)
FAMILIES = ((y, N), (sample, n))


def of_family(family, count, indices):
    """The members of a family, under two names of their index."""
    first, second = (Family(count, index) for index in indices)
    return Weighted(family[indices[0]], sp.S.One, first, second)


def _kernel(scale=beta, query=q, weight=t, families=FAMILIES, indices=(j, k), domain=None):
    keys, others = (of_family(*family, indices) for family in families)
    parts = [(weight, Weighted(query)), (sp.S.One, keys), (-sp.S.One, others)]
    return positive_definite(scale, parts, h, domain or TWO_SAMPLES.further(t))


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
    with pytest.raises((Unproved, ValueError)):
        raise AssertionError(f"survived: {ATTACKS[attack]()}")


OF_LAW = Under(h, n, beta, t, h >= 2, coupling(P, h), unit_vectors(sample, n, h), unit_vector(q, h))
LATE = Under(h, n, beta, eps, h >= 2, coupling(P, h), sp.Le(sp.exp(beta / 2) / sp.sqrt(n), eps / 2, evaluate=False))
ENOUGH = LATE.asked(LATE.conditions[-1])


def _of_law(scale=beta, pairs=(PAIR, OTHER), family=(sample, n), indices=(j, k), weight=t, domain=OF_LAW):
    keys = Weighted(pairs[0].variables[1], sp.S.One, *pairs)
    parts = [(weight, Weighted(q)), (sp.S.One, keys), (-sp.S.One, of_family(*family, indices))]
    return positive_definite(scale, parts, h, domain)


def _tail(scale=beta, law=P, size=n, mean=ENOUGH, excess=eps / 2):
    return distance_tail(scale, law, size, mean, excess)


OF_LAWS = {
    "a negative scale": lambda: _of_law(-beta),
    "one pair twice": lambda: _of_law(pairs=(PAIR, PAIR)),
    "another size": lambda: _of_law(family=(sample, n + 1)),
    "one index twice": lambda: _of_law(indices=(k, k)),
    "a weight that speaks of a pair": lambda: _of_law(weight=PAIR.variables[0]),
    "no law": lambda: _of_law(domain=Under(h, n, beta, t, h >= 2, unit_vectors(sample, n, h), unit_vector(q, h))),
    "a tail at another temperature": lambda: _tail(scale=2 * beta),
    "a tail for another number": lambda: _tail(size=n + 1),
    "a tail without an excess": lambda: _tail(excess=-eps),
    "a tail of no law": lambda: _tail(law=h),
    "a tail with queries in the ball": lambda: _tail(
        mean=(ball := Under(h, n, beta, eps, h >= 2, coupling(P, h, queries="ball"), LATE.conditions[-1])).asked(
            ball.conditions[-1]
        )
    ),
}


@pytest.mark.parametrize("attack", OF_LAWS)
def test_theorems_on_laws_refuse(attack):
    assert _of_law().statement.rhs == 0
    assert _tail().statement.rhs.has(eps)
    with pytest.raises((Unproved, ValueError)):
        raise AssertionError(f"survived: {OF_LAWS[attack]()}")
