"""The alignment chapter: its statuses, what it rests on, its counterexamples, and false variants."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from modgap.numerics.bessel.functions import log_sphere_mgf
from modgap.numerics.vmf.law import VonMisesFisher
from modgap.theory.alignment import corollaries as alignment_corollaries
from modgap.theory.alignment import methods as alignment_methods
from modgap.theory.alignment import pairs as alignment
from modgap.theory.balls import enclosure
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.status import Status
from modgap.theory.outcome import Outcome, Undecided
from tests.theory.variants import dies, fate
from tests.theory.variants_alignment import STEPS, VARIANTS

CLAIMS = [*alignment.CLAIMS, *alignment_corollaries.CLAIMS, *alignment_methods.CLAIMS]
REFUTED = {
    "thm.4.norms", "thm.4.free", "thm.4.oblique", "cor.2.with_c", "cor.2.with_poles", "cor.2.with_right_angle",
    "cor.3.loss", "cor.3.loss.population", "cor.4.poles",
}  # fmt: skip
DRAWS = 100


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_status(claim):
    wanted = Status.REFUTED if claim.id in REFUTED else Status.PROVED
    assert claim.verdict.status is wanted, claim.verdict.reason


def test_theorem_rests_on_no_bessel_function():
    """The partition functions cancel; only their closed form needs Bessel functions."""
    assert [c.id for c in alignment.theorem.verdict.depends] == ["thm.4.directions"]
    assert alignment.directions.verdict.depends == ()
    assert not any("I_ν" in t for t in alignment.theorem.verdict.trusts)


def test_counterexample_without_isometry_has_the_reported_lengths():
    detail = alignment.norms.verdict.evidence[0]["detail"]
    assert detail["left"].startswith("[0.866025")
    assert detail["right"].startswith("[0.979795")


def test_rotation_raises_the_loss_by_what_its_page_says():
    detail = alignment_methods.rotation_loss.verdict.evidence[0]["detail"]
    assert detail["left"].startswith("[1.27482")
    assert detail["right"].startswith("[1.26976")


def test_population_loss_is_the_mean_of_the_pair_losses():
    """Its integral against drawn pairs, `thm.4.loss` at q = p and b = a: within five standard errors."""
    dim, beta, kappa, rho = 4, 3.0, 6.0, 0.7
    law = VonMisesFisher(np.eye(dim - 1)[0], kappa)
    print("seed 11")
    a = law.sample(100_000, np.random.default_rng(11))[:, 0]

    def f(cosine):
        length = np.sqrt(beta**2 * (1 - cosine**2) + (kappa + beta * rho * cosine) ** 2)
        return log_sphere_mgf(dim - 1, length) - log_sphere_mgf(dim - 1, kappa)

    losses = -2 * beta * (1 - a**2 + rho * a**2) + 2 * f(a)
    point = {alignment.h: dim, alignment.beta: beta, alignment_methods.kappa: kappa, alignment.rho: rho}
    whole = enclosure.value(alignment_methods.rotation_population_loss.statement.rhs, point)
    assert abs(losses.mean() - float(whole.mid())) < 5 * losses.std() / np.sqrt(len(losses))


def false_at_a_point(claim) -> bool:
    """Tell whether one of the seeded draws from its hypotheses certainly violates a claim's statement."""
    chooser = SeededChooser(7)
    for _ in range(DRAWS):
        point = draw_point(claim.domain, chooser)
        if enclosure.membership(point, claim.domain) is not Outcome.SHOWN:
            continue
        try:
            if enclosure.decide(claim.statement, point, claim.domain)[0] is Outcome.REFUTED:
                return True
        except Undecided:
            continue
    return False


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.claim.id}: {v.name}")
def test_false_variant_dies(variant):
    assert false_at_a_point(variant.claim), "the variant is not seen to be false"
    assert fate(variant.claim) != "survived"


@pytest.mark.parametrize("step", STEPS, ids=lambda s: f"{s.of}: {s.name}")
def test_wrong_premises_are_turned_away(step):
    dies(step.attempt)


def test_every_proved_claim_has_variants():
    counts = Counter(v.claim.id for v in VARIANTS)
    assert set(counts) == {c.id for c in CLAIMS} - REFUTED
    assert min(counts.values()) >= 4, counts
    assert min(Counter(s.of for s in STEPS).values()) >= 4
