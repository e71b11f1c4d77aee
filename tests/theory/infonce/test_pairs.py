"""The claims of the Theorem 1 chapter: their statuses, what they rest on, and the death of every false variant."""

from __future__ import annotations

from collections import Counter

import pytest

from modgap.theory.balls import enclosure
from modgap.theory.infonce import pairs as infonce
from modgap.theory.kernel.status import Status
from tests.theory.variants import dies
from tests.theory.variants_infonce import VARIANTS

PROVED = (
    infonce.trace,
    infonce.queries_in_ball,
    infonce.one_sided,
    infonce.temperatures,
    infonce.diagonal,
    infonce.finite,
    infonce.finite_strict,
    infonce.stable,
    infonce.stable_sharper,
    infonce.theorem,
    infonce.learnable_temperature,
)
REFUTED = (infonce.separate, infonce.ball_keys, infonce.long_queries, infonce.smaller_constant)


@pytest.mark.parametrize("claim", PROVED, ids=lambda c: c.id)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


@pytest.mark.parametrize("claim", REFUTED, ids=lambda c: c.id)
def test_refuted(claim):
    assert claim.verdict.status is Status.REFUTED, claim.verdict.reason


def test_ball_keys_value_is_that_of_the_notes():
    """L = −0.7324 < −0.6931 = −β + log cosh β at β = 20."""
    witness = infonce.ball_keys.verdict.witness
    left, right = (enclosure.value(s, witness, infonce.ball_keys.domain) for s in infonce.ball_keys.statement.args)
    assert round(float(left), 4) == -0.7324
    assert round(float(right), 4) == -0.6931


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.of}: {v.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)


def test_every_claim_and_step_has_variants():
    counts = Counter(v.of for v in VARIANTS)
    assert {c.id for c in PROVED} <= set(counts)
    assert min(counts.values()) >= 4, counts
