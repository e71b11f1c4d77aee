"""`check`, `refute`, `strategies`: what is true is held, what is false is refuted by a small certified point."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings

from modgap import theory
from modgap.theory.balls import enclosure
from modgap.theory.kernel.status import Status
from modgap.theory.outcome import Outcome
from modgap.theory.own.draws import descend, hold, shrunk
from modgap.theory.own.statements import Domain, Dot, eq, family, ge, gt, integer, le, lt, mean, positive, unit_vectors

z, h, N, i = positive("z"), integer("h"), integer("N"), integer("i")
x = family("x")
POINTS = Domain(h, N, unit_vectors(x, N, h), reach={h: 4, N: 3})


@pytest.mark.parametrize("statement", [ge(z + 1 / z, 2), gt(z**2 + 1, z), sp.And(gt(z, 0), lt(-z, z), evaluate=False)])
def test_what_is_true_is_held(statement):
    assert theory.check(statement, Domain(z), examples=30).status is Status.TESTED
    assert theory.refute(statement, Domain(z), examples=30) is None


@pytest.mark.parametrize("statement", [ge(z + 1 / z, 3), lt(z, 100), le(z, 999), eq(z**2, z)])
def test_what_is_false_is_refuted(statement):
    found = theory.refute(statement, Domain(z), examples=60)
    assert found is not None
    assert enclosure.decide(statement, found.point, found.domain)[0] is Outcome.REFUTED


def test_a_witness_is_small():
    found = theory.refute(ge(mean(Dot(x[i], x[i]), i, N), 2), POINTS, examples=20)
    assert (found.point[h], found.point[N]) == (1, 1)
    assert found.point[x].shape == (1, 1)
    assert theory.refute(lt(z, 10), Domain(z), examples=60).point[z] == round(
        theory.refute(lt(z, 10), Domain(z), examples=60).point[z]
    )


def test_search_finds_what_draws_miss():
    """(z - 7)^2 is less than 1/10^4 near 7 only."""
    statement, domain = ge((z - 7) ** 2, sp.Rational(1, 10**4)), Domain(z, reach={z: 20})
    assert hold(statement, domain, 20).refutation is None
    found = hold(statement, domain, 20, searches=[descend])
    assert found.found_by == "search"
    assert abs(found.refutation.point[z] - 7) < 0.01


def test_shrinking_keeps_the_violation():
    statement = lt(z, 10)
    small = shrunk(statement, Domain(z), {z: 123.456789})
    assert small == {z: 123.0}


def test_no_point_is_no_evidence():
    impossible = Domain(z, gt(z, 2 + z))
    assert hold(gt(z, 0), impossible, 10).met == 0
    verdict = theory.check(gt(z, 0), impossible, examples=5)
    assert verdict.status is Status.OPEN
    assert "draws meet" in verdict.reason


def test_strategies_meet_the_hypotheses():
    domain = theory.claim("thm.1.trace").domain

    @settings(max_examples=10, deadline=None, database=None)
    @given(theory.strategies(domain))
    def meets(point):
        assert enclosure.membership(point, domain) is Outcome.SHOWN

    meets()
