"""The overlap argument: statuses, independence from the first proof, certified failure beyond its range, variants."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from modgap.theory.balls import enclosure
from modgap.theory.infonce import overlap as infonce_overlap
from modgap.theory.infonce import population, trace
from modgap.theory.infonce.overlap import ENOUGH, c, psi
from modgap.theory.infonce.trace import beta, h
from modgap.theory.kernel.status import Status
from modgap.theory.language.couplings import P, X, Y
from modgap.theory.outcome import Outcome
from tests.theory.variants import dies
from tests.theory.variants_infonce_overlap import VARIANTS

OTHERS = (infonce_overlap.condition_dropped, infonce_overlap.root_overlap)
PROVED = [claim for claim in infonce_overlap.CLAIMS if claim not in OTHERS]


@pytest.mark.parametrize("claim", PROVED, ids=lambda c: c.id)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


def test_the_condition_is_needed():
    assert infonce_overlap.condition_dropped.verdict.status is Status.REFUTED


def test_second_proof_uses_neither_the_first_nor_its_bound_of_a_key():
    claim = infonce_overlap.trace_by_overlap
    assert population.trace not in claim.verdict.depends
    used = {step.statement for step in claim.steps()}
    assert trace.push(trace.COUPLINGS).statement not in used


@pytest.mark.parametrize("dim", [2, 3, 8, 512])
def test_the_range_ends_somewhere_beyond_h(dim):
    """2 log M ≤ β at β = h, and not at β = 40 h."""
    assert enclosure.decide(ENOUGH, {h: dim, beta: dim})[0] is Outcome.SHOWN
    assert enclosure.decide(ENOUGH, {h: dim, beta: 40 * dim})[0] is Outcome.REFUTED


def test_steps_hold_for_opposite_vectors_too():
    """x = −y has c = 0, the end that is reached by continuity alone."""
    here = np.array([0.0, 0.0, 1.0])
    pairs = np.array([[1.0, *here, *-here], [1.0, 1.0, 2.0, 3.0, -1.0, -2.0, -3.0]])
    point = {h: 3, beta: 2, P: pairs, X: here, Y: -here}
    for step in (infonce_overlap._mgf_positive(), infonce_overlap._query_bound()):
        assert enclosure.decide(step.statement, point, step.domain)[0] is Outcome.SHOWN
    assert enclosure.decide(psi(c) >= psi(1), {h: 3, beta: 2, c: 0})[0] is Outcome.SHOWN


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.of}: {v.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)


def test_every_claim_and_step_has_variants():
    counts = Counter(v.of for v in VARIANTS)
    assert {claim.id for claim in PROVED} <= set(counts)
    assert min(counts.values()) >= 4, counts
