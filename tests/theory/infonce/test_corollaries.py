"""The corollaries of the softmax trace inequality: their statuses, what they rest on, and false variants."""

from __future__ import annotations

from collections import Counter

import pytest

from modgap.theory.infonce import corollaries
from modgap.theory.kernel.status import Status
from tests.theory.variants import dies
from tests.theory.variants_infonce_corollaries import VARIANTS


@pytest.mark.parametrize("claim", corollaries.CLAIMS, ids=lambda c: c.id)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


def test_they_rest_on_the_trace_inequality():
    assert [c.id for c in corollaries.probability.verdict.depends] == ["thm.1.trace"]
    assert [c.id for c in corollaries.hinge_loss.verdict.depends] == ["thm.1.probability"]
    assert [c.id for c in corollaries.power_loss.verdict.depends] == ["thm.1.probability"]
    assert "Jensen's inequality for concave powers" in corollaries.power_loss.verdict.trusts


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.of}: {v.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)


def test_every_claim_and_step_has_variants():
    counts = Counter(v.of for v in VARIANTS)
    assert {c.id for c in corollaries.CLAIMS} <= set(counts)
    assert min(counts.values()) >= 4, counts
