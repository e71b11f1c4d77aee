"""The Theorem 2 chapters: statuses, what they rest on, the points that need care, and the death of false variants."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain

import numpy as np
import pytest
import sympy as sp
from flint import arb

from modgap.theory import claim
from modgap.theory.balls import bessel as bessel_balls
from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import precision
from modgap.theory.bessel.functions import nu, z
from modgap.theory.cone import centres as cone
from modgap.theory.cone import population as cone_population
from modgap.theory.cone import trap as cone_trap
from modgap.theory.cone.centres import beta, c_x, c_y, h, kappa, kappa_x, kappa_y, loss, s, steepness, w
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.status import Status
from modgap.theory.language.cones import PartitionMean
from modgap.theory.language.symbols import LogScaledBessel
from modgap.theory.outcome import Outcome
from tests.theory.variants import MILLI
from tests.theory.variants_cone import CLAIMS, REFUTED, changed_statements, dropped_hypotheses, is_false

IDS = {"ids": lambda c: c.id}
SOME, FALSE_VARIANTS = 2, 4
HALF = Fraction(1, 2)


@pytest.mark.parametrize("c", CLAIMS, **IDS)
def test_proved(c):
    # The chord rests on a proof in words and on nothing else.
    expected = Status.CITED if c.id == "thm.2.population.concave" else Status.PROVED
    assert c.verdict.status is expected, c.verdict.reason


@pytest.mark.parametrize("name", sorted(REFUTED))
def test_refuted_with_a_witness(name):
    refuted = claim(name)
    assert refuted.verdict.status is Status.REFUTED
    assert enclosure.membership(refuted.verdict.witness, refuted.domain) is Outcome.SHOWN
    assert enclosure.decide(refuted.statement, refuted.verdict.witness, refuted.domain)[0] is Outcome.REFUTED


#: Claims that are sharp at points which draws do not meet: further variants below, and with the population form.
BY_HAND = {
    "thm.2.trap.necessary",
    "thm.2.coupling",
    "thm.2.population.odd",
    "thm.2.population.partition",
    "sphere.mgf.chord",
}


@pytest.mark.parametrize("c", CLAIMS, **IDS)
def test_some_false_variants_die(c):
    assert turn_away(c, SOME) == SOME


@pytest.mark.slow
@pytest.mark.parametrize("c", CLAIMS, **IDS)
def test_false_variants_die(c):
    statements = turn_away(c, FALSE_VARIANTS)
    assert statements >= (2 if c.id in BY_HAND else 3)
    assert c.id in BY_HAND or statements + len(c.domain.conditions) >= FALSE_VARIANTS


def turn_away(c, most):
    """Find changed statements that are certainly false at a drawn point; the derivation turns each of them away."""
    deaths = {}
    for variant in changed_statements(c):
        if len(deaths) < most and variant.name.split(":")[0] not in deaths and is_false(variant):
            deaths[variant.name.split(":")[0]] = variant.fate()
    for name, fate in deaths.items():
        print(f"{c.id} | {name} | {fate}")
    assert "survived" not in deaths.values()
    return len(deaths)


#: Where the solvers search long for what is false.
LONG = {"thm.2.trap", "thm.2.trap.maximum"}


@pytest.mark.parametrize(
    "c", [pytest.param(c, marks=[pytest.mark.slow] if c.id in LONG else []) for c in CLAIMS], **IDS
)
def test_hypotheses_are_needed(c):
    fates = {variant.name: variant.fate() for variant in dropped_hypotheses(c)}
    print(c.id, fates)
    assert fates
    assert "survived" not in fates.values()


SHARP = {
    "κ > h + 0.001": (kappa > 2 * nu + 2 + MILLI, {nu: HALF, kappa: Fraction(30005, 10000), beta: 3}),
    "2β > h − 1 + 0.001": (2 * beta > 2 * nu + 1 + MILLI, {nu: HALF, kappa: 10**5, beta: Fraction(10002, 10000)}),
    "κ > β²/(2β − h + 1) + 0.9": (
        kappa > beta**2 / (2 * beta - 2 * nu - 1) + Fraction(9, 10),
        {nu: HALF, kappa: Fraction(507, 10), beta: 100},
    ),
}


@pytest.mark.parametrize("name", SHARP)
def test_what_a_trap_needs_is_sharp(name):
    """A trap where a condition with another constant fails."""
    relation, point = SHARP[name]
    assert enclosure.membership(point, cone_trap.necessary.domain) is Outcome.SHOWN
    assert enclosure.decide(relation, point)[0] is Outcome.REFUTED


def test_the_theorem_rests_on_its_lemmas_and_not_on_itself():
    depends = {c.id for c in claim("thm.2").verdict.depends}
    assert {"thm.2.direction", "thm.2.pair"} <= depends
    for c in chain(cone.CLAIMS, cone_trap.CLAIMS):
        assert not any(step.rule == "cite" and step.statement == c.statement for step in c.steps()), c.id
    assert any("mean value theorem" in t for t in claim("thm.2").verdict.trusts)


# --- the point where κ = β and w = −1 --------------------------------------------------------------------------------


def test_theorem_where_centre_and_tilt_cancel():
    """κ_x = κ_y = β and c_y = −c_x: κc + βc' = 0, where the logarithm of z^{−ν} I_ν(z) is undefined."""
    point = {h: 3, kappa_x: 7, kappa_y: 7, beta: 7, c_x: np.array([1.0, 0, 0]), c_y: np.array([-1.0, 0, 0])}
    assert enclosure.decide(cone.theorem.statement, point, cone.theorem.domain)[0] is Outcome.SHOWN
    assert enclosure.compare(cone.pair.statement, point, cone.pair.domain) is not Outcome.REFUTED


def test_slope_where_centre_and_tilt_cancel():
    """S(−1) = β(β/h − 1) at κ = β: a trap iff β > h."""
    for dim, value in ((3, 2), (3, 5), (8, 7), (8, 9)):
        found = enclosure.value(steepness(-1), {nu: Fraction(dim, 2) - 1, kappa: value, beta: value})
        assert found.overlaps(arb(value) * (arb(value) / dim - 1))
        assert bool(found > 0) is (value > dim)


# --- against other means ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_loss_is_the_one_of_the_contract(seed):
    """J(w; κ, ν) = −βw + G_ν(√(κ² + 2κβw + β²)) − G_ν(κ), by Bessel functions and not by ₀F₁."""
    rng = np.random.default_rng(seed)
    point = {nu: float(rng.uniform(0, 30)), kappa: float(rng.uniform(0.1, 90)), beta: float(rng.uniform(0.1, 90))}
    point[w] = float(rng.uniform(-0.999, 1))
    size = sp.sqrt(kappa**2 + 2 * kappa * beta * w + beta**2)
    other = -beta * w + LogScaledBessel(nu, size) - LogScaledBessel(nu, kappa)
    difference = enclosure.value(loss(w) - other, point, bits=256)
    assert difference.contains(0)
    assert bool(difference.rad() < 1e-20)


def test_slope_by_the_ratio():
    with precision(128):
        for dim, k, b, cosine in ((3, 100, 100, -0.9), (512, 300, 100, -1.0), (16, 60, 90, 0.5)):
            size = (k**2 + 2 * k * b * cosine + b**2) ** 0.5
            found = enclosure.value(steepness(w), {nu: Fraction(dim, 2) - 1, kappa: k, beta: b, w: cosine}, bits=256)
            expected = b * (k * bessel_balls.iv_ratio(dim / 2 - 1, size) / size - 1)
            assert bool(abs(found - expected) < 1e-9)


# --- the trap in numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("dim", "least"), [(3, 51), (16, 54), (64, 74)])
def test_least_concentration_of_a_trap(dim, least):
    """At β = 100 the trap starts at κ of about 51 for h = 3, 54 for h = 16 and 74 for h = 64."""
    signs = [
        enclosure.decide(cone_trap.TRAP, {nu: Fraction(dim, 2) - 1, kappa: k, beta: 100})[0]
        for k in (least - 2, least + 2)
    ]
    assert signs == [Outcome.REFUTED, Outcome.SHOWN]


def test_no_trap_for_clip_against_balls():
    for k in (1, 50, 100, 500, 5000, 10**6):
        assert enclosure.decide(cone_trap.NONE, {nu: 255, kappa: k, beta: 100})[0] is Outcome.SHOWN
    # With a dimension of 200 − 1 the temperature is low enough.
    assert enclosure.decide(cone_trap.TRAP, {nu: Fraction(97, 2), kappa: 10**5, beta: 100})[0] is Outcome.SHOWN


def test_maximum_is_where_the_slope_vanishes():
    point = {nu: Fraction(1, 2), z: 99, beta: 100}
    slope = enclosure.value(cone_trap.of(cone_trap.ConeSlope, cone_trap.MAXIMUM), point, bits=256)
    assert slope.contains(0)
    assert bool(slope.rad() < 1e-30)


# --- outside the hypotheses ------------------------------------------------------------------------------------------

OUTSIDE = {
    "thm.2.direction": (cone.direction, w < 1, w >= 1),
    "thm.2.concave": (cone.concave, s < 1, s >= 1),
    "thm.2.trap.none": (cone_trap.none, cone_trap.NONE, cone_trap.TRAP),
    "thm.2.trap.never": (cone_trap.never, beta <= nu + sp.S.Half, beta > nu + sp.S.Half),
    "thm.2.trap.small": (cone_trap.small, kappa <= 2 * nu + 2, kappa > 2 * nu + 2),
    "thm.2.trap.necessary": (cone_trap.necessary, cone_trap.TRAP, cone_trap.NONE),
    "thm.2.trap.sufficient": (cone_trap.sufficient, beta > nu + 1, beta <= nu + 1),
    "thm.2.trap.inside": (cone_trap.inside, cone_trap.INSIDE, cone_trap.OUTSIDE),
    "thm.2.trap.outside": (cone_trap.outside, cone_trap.OUTSIDE, cone_trap.INSIDE),
    "thm.2.trap": (cone_trap.trap, cone_trap.t <= 1, cone_trap.t > 1),
    "thm.2.trap.maximum": (cone_trap.maximum, cone_trap.INSIDE, cone_trap.OUTSIDE),
    "thm.2.trap.pair.none": (cone_trap.pair_none, cone_trap.PAIR_NONE, None),
    "thm.2.population.unequal": (cone_population.unequal, cone_population.COVARIANCE, None),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_fails_outside_the_hypotheses_with_positive_probability(name):
    """With one hypothesis turned around, a part of the draws violates the conclusion, certainly."""
    held, dropped, turned = OUTSIDE[name]
    assert dropped in held.domain.conditions
    kept = [c for c in held.domain.conditions if c != dropped]
    reach = {**held.domain.reach, s: 2, cone_trap.t: 2}
    domain = cone.Domain(*held.domain.symbols, *kept, *([turned] if turned is not None else []), reach=reach)
    chooser, met, failed = SeededChooser(2), 0, 0
    enough = 25 if held.statement.has(PartitionMean) else 60
    for _ in range(400):
        point = draw_point(domain, chooser)
        if met == enough or enclosure.membership(point, domain) is not Outcome.SHOWN:
            continue
        met += 1
        try:
            failed += enclosure.compare(held.statement, point, domain) is Outcome.REFUTED
        except enclosure.Undecided:
            continue
    print(f"{name}: {failed} of {met} points outside the hypotheses violate the conclusion")
    assert met >= 20
    assert failed >= 1
