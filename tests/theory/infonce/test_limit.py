"""The limit of the loss: status, trusted theorems, the steps against exact means over all samples, false variants."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from sympy import Abs

from modgap.theory.balls import enclosure
from modgap.theory.infonce import limit as mcl_limit
from modgap.theory.infonce.limit import ATOMS, ERROR, N, beta, h, mean, n, x, y
from modgap.theory.kernel.status import Status
from modgap.theory.outcome import Outcome
from tests.theory.variants import dies
from tests.theory.variants_mcl_limit import FALSE, VARIANTS


@pytest.mark.parametrize("claim", mcl_limit.CLAIMS, ids=lambda c: c.id)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


def test_it_rests_on_no_other_claim_and_not_on_itself():
    assert mcl_limit.square.verdict.depends == ()
    assert [c.id for c in mcl_limit.limit.verdict.depends] == ["mcl.limit.square"]
    assert "the mean of draws, one of which is fixed" in " ".join(mcl_limit.limit.verdict.trusts)


def opposite_pairs(size):
    """Two pairs of opposite points at a small inverse temperature, where the bound is within a factor of five."""
    points = np.array([[1.0, 0.0], [-1.0, 0.0]])
    return {h: 2, N: 2, n: size, beta: Fraction(1, 100), x: points, y: -points}


def test_mean_over_samples_is_the_mean_over_all_index_sequences():
    """The mean of the claim against NumPy over N^n resampled configurations."""
    rng = np.random.default_rng(0)
    units = rng.normal(size=(2, 3, 2))
    units /= np.linalg.norm(units, axis=2, keepdims=True)

    def loss(a, b):
        scores = 1.5 * a @ b.T
        rows, columns = (np.log(np.exp(scores).sum(axis=axis)) for axis in (1, 0))
        return np.mean(rows + columns - 2 * np.diag(scores)) - 2 * np.log(len(a))

    draws = [list(d) for d in product(range(3), repeat=3)]
    errors = [abs(loss(units[0][d], units[1][d]) - loss(*units)) for d in draws]
    point = {h: 2, N: 3, n: 3, beta: 1.5, x: units[0], y: units[1]}
    value = enclosure.value(mean(Abs(ERROR)), point, ATOMS)
    assert float(value) == pytest.approx(np.mean(errors), rel=1e-12)


@pytest.mark.parametrize("step", ["_relative_second_moment", "_share_bounds", "_variance", "_fluctuation"])
def test_steps_hold_at_drawn_laws(step):
    found = getattr(mcl_limit, step)()
    for fact in found if isinstance(found, tuple) else (found,):
        for seed in range(4):
            rng = np.random.default_rng(seed)
            point = {h: 2, N: 2, n: 2, beta: float(rng.exponential()), x: rng.normal(size=(2, 2))}
            point |= {y: rng.normal(size=(2, 2)), mcl_limit.i: 1, mcl_limit.r: 2}
            here = {symbol: value for symbol, value in point.items() if symbol in fact.domain.declared}
            assert enclosure.decide(fact.statement, here, fact.domain)[0] is Outcome.SHOWN


@pytest.mark.parametrize(
    ("size", "statement"), [pytest.param(*case, id=name) for found in FALSE.values() for name, case in found.items()]
)
def test_false_statement_is_refuted_by_opposite_pairs(size, statement):
    point = opposite_pairs(size)
    assert enclosure.membership(point, ATOMS) is Outcome.SHOWN
    assert enclosure.decide(statement, point, ATOMS)[0] is Outcome.REFUTED


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.of}: {v.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)
