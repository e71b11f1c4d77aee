"""Corollary 2 and Lemma 15 in probability: against NumPy, the printed table, and what the theorems must refuse."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
import sympy as sp
from sympy import Gt, Le, Lt, exp

from modgap.theory.balls import enclosure
from modgap.theory.engines.definedness import show_defined
from modgap.theory.infonce.trace import FORM, OTHER, PAIR, aligned, with_pair
from modgap.theory.language.couplings import Y1, P, PairLaw, X, Y
from modgap.theory.language.domain import coupling
from modgap.theory.language.independent import NoneReaches
from modgap.theory.language.letters import h, kappa
from modgap.theory.language.symbols import Dot, StruveL
from modgap.theory.outcome import Outcome, Undecided, Unproved
from modgap.theory.printed import chances
from modgap.theory.printed.chances import KEYS, MISS, OBTUSE, TWO, c, n, t, v
from modgap.theory.trusted import independent as trusted
from modgap.theory.trusted import series
from modgap.theory.under import Under
from tests.theory.variants import dies
from tests.theory.variants_infonce import of_claim

RNG = np.random.default_rng(3)
UNITS = RNG.normal(size=(2, 4, 3))
MASSES = np.array([0.4, 0.3, 0.2, 0.1])
LAW = np.hstack([MASSES[:, None], *UNITS])
KEYS_OF_LAW = UNITS[1] / np.linalg.norm(UNITS[1], axis=1, keepdims=True)


def test_chances_are_those_of_independent_pairs():
    axis, level = np.array([0.0, 0.0, -1.0]), 0.1
    hits = KEYS_OF_LAW @ axis >= level
    point = {h: 3, n: 3, t: 1, c: level, P: LAW, v: axis}
    assert 0 < hits.sum() < 4
    assert float(enclosure.value(MISS, point, KEYS)) == pytest.approx((1 - MASSES @ hits) ** 3, rel=1e-12)
    obtuse = sum(MASSES[i] * MASSES[j] * (KEYS_OF_LAW[i] @ KEYS_OF_LAW[j] < 0) for i, j in product(range(4), repeat=2))
    assert 0 < obtuse < 1
    assert float(enclosure.value(OBTUSE, {h: 3, P: LAW}, TWO)) == pytest.approx(obtuse, rel=1e-12)


def test_a_law_that_charges_the_cap_misses_it_with_a_chance_below_one():
    """At a large t the quotient is below 1 where the cap is charged, and not where it is missed."""
    quotient = chances.QUOTIENT
    axis = KEYS_OF_LAW[3]
    for level, charged in ((0.9, True), (float((KEYS_OF_LAW @ axis)[:3].max()) + 1e-6, True)):
        value = float(enclosure.value(quotient, {h: 3, n: 1, t: 400, c: level, P: LAW, v: axis}, KEYS))
        assert (value < 0.9 + 1e-9) is charged
    away = np.cross(KEYS_OF_LAW[0], KEYS_OF_LAW[1])
    missed = float(np.max(KEYS_OF_LAW @ away / np.linalg.norm(away))) + 1e-3
    assert missed < 1
    assert float(enclosure.value(quotient, {h: 3, n: 1, t: 400, c: missed, P: LAW, v: away}, KEYS)) > 1


#: The print's table of P(x·c ≥ 0), by dimension: at κ = 1, 5, 10, 20, 30, 50, 100, 200.
TABLE = {
    128: (0.5353, 0.6710, 0.8117, 0.9609, 0.9956, 1.0, 1.0, 1.0),
    512: (0.5176, 0.5875, 0.6708, 0.8116, 0.9075, 0.9863, 1.0, 1.0),
    1024: (0.5125, 0.5621, 0.6227, 0.7340, 0.8258, 0.9409, 0.9991),
}


@pytest.mark.parametrize("dim", TABLE)
def test_the_printed_table(dim):
    right = chances.within_a_right_angle.statement.rhs
    for concentration, printed in zip((1, 5, 10, 20, 30, 50, 100, 200), TABLE[dim], strict=False):
        point = {chances.d2: dim - 2, kappa: concentration}
        value = float(enclosure.value(right, point, chances.within_a_right_angle.domain, bits=256))
        assert round(value, 4) == printed


def test_struve_against_its_closed_form():
    """L_{1/2}(z) = √(2/(πz)) (cosh z − 1)."""
    for z in (0.25, 2.0, 17.0):
        found = float(enclosure.value(StruveL(sp.S.Half, kappa), {kappa: z}, Under(kappa), bits=128))
        assert found == pytest.approx(np.sqrt(2 / (np.pi * z)) * (np.cosh(z) - 1), rel=1e-12)


# --- false variants --------------------------------------------------------------------------------------------------

MEAN = PAIR.mean(OTHER.mean(Dot(Y, Y1)))
FALSE = [
    *of_claim(
        chances.stays_aligned,
        one_power_more=Le(MISS, chances.QUOTIENT ** (n + 1), evaluate=False),
        without_the_tilt=Le(MISS, ((1 - PAIR.mean(Dot(v, Y))) / (1 - c) / 2) ** n, evaluate=False),
        queries_for_keys=Le(MISS, chances.QUOTIENT.xreplace({Dot(v, Y): Dot(v, X)}) ** n, evaluate=False),
    ),
    *of_claim(
        chances.seldom_obtuse,
        half=Le(OBTUSE, (1 - MEAN) / 2 - sp.Rational(1, 100), evaluate=False),
        square=Le(OBTUSE, (1 - MEAN) ** 2, evaluate=False),
    ),
]


@pytest.mark.parametrize("variant", FALSE, ids=lambda f: f"{f.of}: {f.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)


D, WITH_PAIR = Under(KEYS), with_pair(KEYS)
MOST = WITH_PAIR.combine(Le(Dot(v, Y), 1, evaluate=False), (1, aligned(v, Y, WITH_PAIR)), by=FORM)


def _markov(most=MOST, gap=None, pairs=(PAIR,), times=n, tilt=t, law=P, domain=D):
    return trusted.markov(law, pairs, most, gap or D.asked(Lt(c, 1)), times, domain, tilt)


def _some():
    some = WITH_PAIR.further(Gt(Dot(v, Y), 0))
    return Under(some).combine(Le(Dot(v, Y), 1, evaluate=False), (1, aligned(v, Y, some)), by=FORM)


ATTACKS = {
    "some pairs only": lambda: _markov(_some()),
    "another bound": lambda: _markov(gap=D.show(Lt(c, 2, evaluate=False), D.asked(Lt(c, 1)))),
    "no gap": lambda: _markov(gap=D.asked(sp.Ge(c, -1))),
    "a tilt that may be negative": lambda: _markov(tilt=c),
    "a tilt that speaks of the pair": lambda: _markov(tilt=exp(Dot(X, Y))),
    "one pair twice": lambda: _markov(pairs=(PAIR, PAIR)),
    "a pair of another law": lambda: _markov(pairs=(PairLaw(h, v, PAIR.variables),)),
    "no number of times": lambda: _markov(times=t),
    "the law asked about": lambda: _markov(
        domain=D.further(Gt(PAIR.mean(Dot(v, Y)), 0)), gap=D.further(Gt(PAIR.mean(Dot(v, Y)), 0)).asked(Lt(c, 1))
    ),
    "queries in the ball": lambda: _markov(domain=Under(h, n, t, c, h >= 2, c < 1, coupling(P, h, queries="ball"))),
    "half of a circle for a negative order": lambda: series.half_circle(-h, kappa, chances.theta, Under(h, kappa)),
    "half of a circle with the angle declared": lambda: series.half_circle(
        h, kappa, chances.theta, Under(h, kappa, chances.theta)
    ),
    "a whole circle at a negative argument": lambda: series.whole_circle(h, -kappa, chances.theta, Under(h, kappa)),
}
#: What is harmless: Markov's inequality holds for every law, so that more may be asked of it.
HARMLESS = {"the law asked about"}


@pytest.mark.parametrize("attack", sorted(set(ATTACKS) - HARMLESS))
def test_theorems_refuse(attack):
    with pytest.raises((Unproved, ValueError)):
        raise AssertionError(f"survived: {ATTACKS[attack]()}")


@pytest.mark.parametrize("attack", sorted(HARMLESS))
def test_theorems_hold_where_more_is_asked(attack):
    assert ATTACKS[attack]().statement == _markov().statement


@pytest.mark.parametrize(
    "term",
    [
        NoneReaches(P, n - 1, c, sp.Lambda(PAIR.variables, Dot(v, Y))),
        NoneReaches(v, n, c, sp.Lambda(PAIR.variables, Dot(v, Y))),
        NoneReaches(P, n, c, sp.Lambda(PAIR.variables[:1], Dot(v, X))),
        NoneReaches(P, n, c, sp.Lambda(PAIR.variables, sp.log(Dot(v, Y)))),
        NoneReaches(P, n, c, sp.Lambda(PAIR.variables, sp.floor(Dot(v, Y)))),
        StruveL(-kappa, kappa),
        StruveL(kappa, -kappa),
    ],
    ids=str,
)
def test_meaningless_terms_are_refused(term):
    with pytest.raises(Undecided):
        show_defined(term, KEYS.further(kappa))


def test_a_tie_is_not_decided_by_balls():
    point = {h: 2, n: 1, t: 1, c: 1, P: np.array([[1.0, 1.0, 0.0, 0.3, 0.7]]), v: np.array([0.3, 0.7])}
    value = enclosure.value(MISS, point, KEYS)
    assert value.contains(0)
    assert value.contains(1)
    assert enclosure.decide(Le(MISS, 0, evaluate=False), point, KEYS)[0] is Outcome.UNDECIDED
