"""The print, item by item: what is proved and refuted of it, and the death of false variants."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from modgap.theory import ledger
from modgap.theory.balls import enclosure
from modgap.theory.kernel.status import Status
from modgap.theory.outcome import Outcome
from modgap.theory.printed import alignment, centres, chances, functions, hyperplanes, pairs, procedure, uniform
from modgap.theory.verification.record import recorded_status
from tests.theory.variants_subspace import changed_statements, point_of_failure

CHAPTERS = (uniform, functions, hyperplanes, centres, pairs, alignment, chances, procedure)
CLAIMS = [c for chapter in CHAPTERS for c in chapter.CLAIMS]
REFUTED = [c for c in CLAIMS if c.relation == "false_as_reported"]
PROVED = [c for c in CLAIMS if c not in REFUTED]
#: What is derived in a blink; the others are derived by `modgap verify`, and their variants in the slow run.
QUICK = {*alignment.CLAIMS, *uniform.CLAIMS, *chances.CLAIMS, *procedure.CLAIMS} & set(PROVED)
IDS = {"ids": lambda c: c.id}


def test_every_chapter_stands_in_the_ledger():
    assert len(CLAIMS) == len({c.id for c in CLAIMS})
    assert all(ledger()[c.id] is c for c in CLAIMS)
    assert all(c.id.startswith("paper.") for c in CLAIMS)


@pytest.mark.parametrize("c", REFUTED, **IDS)
def test_refuted_with_a_witness(c):
    assert c.verdict.status is Status.REFUTED, c.verdict.reason
    assert enclosure.decide(c.statement, c.verdict.witness, c.domain)[0] is Outcome.REFUTED


@pytest.mark.parametrize("c", PROVED, **IDS)
def test_recorded_as_proved(c):
    assert recorded_status(c.id) == "proved"


@pytest.mark.parametrize("c", sorted(QUICK, key=lambda c: c.id), **IDS)
def test_proved(c):
    assert c.verdict.status is Status.PROVED, c.verdict.reason


def _fates(c, count):
    false = (v for v in changed_statements(c) if point_of_failure(v) is not None)
    return {variant.name: variant.fate() for variant in islice(false, count)}


@pytest.mark.parametrize("c", sorted(QUICK, key=lambda c: c.id), **IDS)
def test_false_variants_die(c):
    fates = _fates(c, 2)
    assert fates
    assert "survived" not in fates.values()


@pytest.mark.slow
@pytest.mark.parametrize("c", [c for c in PROVED if c not in QUICK], **IDS)
def test_false_variants_of_the_longer_ones_die(c):
    assert c.verdict.status is Status.PROVED, c.verdict.reason
    fates = _fates(c, 3)
    assert len(fates) >= 2
    assert "survived" not in fates.values()


@pytest.mark.parametrize("dim", [4, 64, 512])
def test_theorem_3_fails_in_the_dimensions_that_the_print_takes_at_its_word(dim):
    """The print has ν̃ > 0, and so h ≥ 4: the same centres, in more dimensions."""
    point = {**centres.NEAR_C, centres.h: dim}
    for symbol in (centres.N_A, centres.N_B, centres.c_x, centres.c_y):
        point[symbol] = np.concatenate([point[symbol], np.zeros(dim - 3)])
    claim = centres.theorem
    assert enclosure.membership(point, claim.domain) is Outcome.SHOWN
    assert enclosure.decide(claim.statement, point, claim.domain)[0] is Outcome.REFUTED


def test_centres_in_the_intersection_are_outside_of_the_printed_hypotheses():
    """What the print excludes is excluded: `thm.3.centre`, with its centres in C, is another claim."""
    inside = {**centres.NEAR_C, centres.c_x: np.array([0.0, 1.0, 0.0])}
    assert enclosure.membership(inside, centres.theorem.domain) is not Outcome.SHOWN


@pytest.mark.parametrize("cosine", [0.05, 0.3, 0.5])
def test_theorem_4_is_further_off_where_pairs_lean_more(cosine):
    point = {**pairs.LEANING, pairs.a: cosine}
    assert enclosure.decide(pairs.limit.statement, point, pairs.limit.domain)[0] is Outcome.REFUTED
