"""Sharpness of Theorem 1: statuses, certified points for ever smaller ε, the series of the excess, false variants."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from sympy import Le, Rational

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import precision
from modgap.theory.infonce import sharp as infonce_sharp
from modgap.theory.infonce.pairs import PAIRS, TRACE
from modgap.theory.infonce.sharp import CIRCLE, N, beta, e, epsilon
from modgap.theory.infonce.trace import h
from modgap.theory.kernel.status import Status
from modgap.theory.language.letters import x, y
from modgap.theory.outcome import Outcome, Unproved
from tests.theory.variants import dies
from tests.theory.variants_infonce_sharp import VARIANTS, WIDER


@pytest.mark.parametrize("claim", infonce_sharp.CLAIMS, ids=lambda c: c.id)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


@pytest.mark.parametrize(("digits", "count"), [(3, 6), (6, 10), (12, 16)])
def test_a_constant_smaller_by_epsilon_is_refuted_by_the_circle(digits, count):
    """At β = 1: each ε = 10⁻ᵈ with its own number of points, by balls."""
    angles = 2 * np.pi * np.arange(count) / count
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    point = {h: 2, N: count, beta: 1, x: circle, y: circle}
    smaller = Le(TRACE.lhs, (1 - Rational(1, 10**digits)) * TRACE.rhs, evaluate=False)
    assert enclosure.membership(point, PAIRS) is Outcome.SHOWN
    assert enclosure.decide(smaller, point, PAIRS)[0] is Outcome.REFUTED
    assert enclosure.decide(TRACE, point, PAIRS)[0] is Outcome.SHOWN


@pytest.mark.parametrize("count", range(1, 25))
@pytest.mark.parametrize("inverse_temperature", [Fraction(1, 2), Fraction(5), Fraction(20)])
def test_excess_is_that_of_the_aliases(count, inverse_temperature):
    """The regression fact, certified: the closed form is log(Σ_k I_{kN}(β)) − β, k over the integers (DLMF 10.35.3)."""
    frame = {e: np.array([[0.3, -1.0], [0.7, 0.2]])}
    point = {N: count, beta: inverse_temperature, **frame}
    left, right = (enclosure.value(s, point, CIRCLE) for s in infonce_sharp.circle.statement.args)
    with precision(128):
        z = enclosure.value(beta, point, CIRCLE)
        last = 1 + 160 // count
        aliases = z.bessel_i(0) + 2 * sum((z.bessel_i(k * count) for k in range(1, last + 1)), z * 0)
        series = aliases.log() - z
    assert left.overlaps(right)
    assert abs(right - series) < 1e-30


def test_too_few_points_do_not_come_close():
    """The hypothesis N ≥ 4 sinh(β)/ε is needed: the derivation asks for it, and without it the statement is false."""
    found = replace(infonce_sharp.sharp, domain=WIDER).result
    assert isinstance(found, Unproved)
    point = {N: 1, beta: 3, epsilon: Fraction(1, 10), e: np.array([[0.0, 1.0], [0.0, 0.0]])}
    assert enclosure.membership(point, WIDER) is Outcome.SHOWN
    assert enclosure.decide(infonce_sharp.sharp.statement, point, WIDER)[0] is Outcome.REFUTED


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.of}: {v.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)


def test_every_claim_has_variants():
    counts = Counter(v.of for v in VARIANTS)
    assert all(counts[c.id] >= 4 for c in infonce_sharp.CLAIMS)
