"""Theorem 1 for couplings: statuses, what they rest on, and the death of every false variant."""

from __future__ import annotations

from collections import Counter

import pytest

from modgap.theory.book import ledger
from modgap.theory.infonce import gaussian, population, stability
from modgap.theory.infonce import pairs as infonce
from modgap.theory.kernel.status import Status
from tests.theory.variants import dies
from tests.theory.variants_population import VARIANTS

CLAIMS = (*population.CLAIMS, *gaussian.CLAIMS, *stability.CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


def test_the_inequality_rests_on_the_theorems_of_its_proof_and_not_on_itself():
    trusts = " ".join(population.trace.verdict.trusts)
    for theorem in ("positive definite kernel", "Tonelli", "rotation invariant"):
        assert theorem in trusts
    for theorem in ("Gaussian", "Cauchy–Schwarz", "Jensen"):
        assert theorem not in trusts
    assert "injectivity" not in trusts
    assert [c.id for c in population.trace.verdict.depends] == ["sphere.mgf"]
    steps = [*population.trace.steps(), *population.trace_in_ball.steps(), *population.trace_strict.steps()]
    assert not any(s.rule == "cite" and s.statement.args == population.TRACE.args for s in steps)


def test_the_second_proof_is_by_gaussian_means_and_nothing_rests_on_it():
    (claim,) = gaussian.CLAIMS
    assert (claim.statement, claim.domain) == (population.trace.statement, population.trace.domain)
    assert "the Laplace transform of the Gaussian law" in claim.verdict.trusts
    assert claim.verdict.status is Status.PROVED
    assert [c.id for c in claim.verdict.depends] == ["sphere.mgf"]
    for other in ledger().values():
        if other.id.startswith(("thm.1", "cor.1", "thm.3.free")) and other is not claim:
            assert not any("Gaussian law" in trust for trust in other.verdict.trusts), other.id


def test_configurations_are_the_case_of_equal_masses():
    assert [c.id for c in infonce.trace.verdict.depends] == ["thm.1.trace.population"]
    assert [c.id for c in infonce.stable.verdict.depends] == ["thm.1.stability.population"]
    assert [c.id for c in infonce.stable_sharper.verdict.depends] == ["thm.1.stability.sharper.population"]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.of}: {v.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)


def test_every_claim_and_step_has_variants():
    counts = Counter(v.of for v in VARIANTS)
    assert {c.id for c in CLAIMS} <= set(counts)
    del counts["exchange of queries and keys"]
    assert min(counts.values()) >= 4, counts
