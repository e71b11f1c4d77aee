"""The limit of the loss for every law of pairs: status and trust, balls against NumPy, tails, false variants."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from math import comb

import numpy as np
import pytest
from sympy import Abs

from modgap.theory.balls import enclosure
from modgap.theory.engines.definedness import holds_within, show_defined
from modgap.theory.infonce import almost_sure as chapter
from modgap.theory.infonce import limit as mcl_limit
from modgap.theory.infonce.almost_sure import BOTH_WAYS, ONE_WAY, P, m, n, s, t
from modgap.theory.infonce.trace import N, beta, h
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, unit_vectors
from modgap.theory.language.independent import pairs_mean
from modgap.theory.language.latex import latex
from modgap.theory.language.letters import x, y
from modgap.theory.outcome import Outcome, Undecided
from modgap.theory.printed import chances, uniform
from tests.theory.variants import dies
from tests.theory.variants_almost_sure import FALSE, MEANINGLESS, VARIANTS

CLAIMS = (*chapter.CLAIMS, uniform.limit_of_direction)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_shown(claim):
    # A statement that a theorem carries over from finitely many atoms, and nothing else, counts as cited.
    wanted = Status.CITED if claim is chapter.direction else Status.PROVED
    assert claim.verdict.status is wanted, claim.verdict.reason


def test_what_carries_almost_sure_convergence_is_named():
    by_hand = {trust for trust in uniform.limit_of_direction.verdict.trusts if trust.startswith("by hand: ")}
    named = " ".join(by_hand)
    assert "laws of finitely many equal atoms are dense" in named
    assert "McDiarmid" in named
    assert "the union bound" in named


def law(masses, queries, keys):
    return np.hstack([np.array(masses)[:, None], queries, keys])


def loss(a, b, both, inverse_temperature):
    scores = inverse_temperature * a @ b.T
    rows, columns = (np.log(np.exp(scores).sum(axis=axis)) for axis in (1, 0))
    direction = np.mean(rows - np.diag(scores))
    return direction + np.mean(columns - np.diag(scores)) if both else direction


def limit(masses, a, b, both, inverse_temperature):
    scores = inverse_temperature * a @ b.T
    direction = masses @ np.log(np.exp(scores) @ masses) - masses @ np.diag(scores)
    backward = masses @ np.log(masses @ np.exp(scores)) - masses @ np.diag(scores)
    return direction + backward if both else direction


@pytest.mark.parametrize("kind", [ONE_WAY, BOTH_WAYS], ids=["direction", "both"])
def test_means_and_chances_are_those_of_independent_pairs(kind):
    rng = np.random.default_rng(5)
    units = rng.normal(size=(2, 3, 2))
    units /= np.linalg.norm(units, axis=2, keepdims=True)
    masses, both = np.array([0.5, 0.3, 0.2]), kind is BOTH_WAYS
    wanted, size = limit(masses, *units, both, 1.5), 2 if both else 1
    found = []
    for drawn in product(range(3), repeat=3):
        first = (units[:, list(drawn[:k])] for k in (2, 3))
        errors = [abs(loss(*pairs, both, 1.5) - size * np.log(len(pairs[0])) - wanted) for pairs in first]
        found.append((np.prod(masses[list(drawn)]), *errors))
    mass, _, last = np.array(found).T
    largest = np.max(np.array(found)[:, 1:], axis=1)
    level = float(np.median(largest)) + 1e-3
    at = {h: 2, n: 3, m: 2, beta: 1.5, t: level, P: law(masses, *units)}
    domain = chapter.TAILS.further(m)
    mean = enclosure.value(pairs_mean(P, n, s, Abs(kind.error)), at, domain)
    assert float(mean) == pytest.approx(mass @ last, rel=1e-9)
    chance = float(enclosure.value(kind.chance(m, n, t), at, domain))
    assert chance == pytest.approx(mass @ (largest >= level), rel=1e-9)
    assert 0.05 < chance < 0.95


#: Two opposite pairs at a small inverse temperature, of equal mass: the rate is within a factor of five there.
OPPOSITE = law([0.5, 0.5], [[1.0, 0.0], [-1.0, 0.0]], [[-1.0, 0.0], [1.0, 0.0]])
SMALL = Fraction(1, 100)


def _pairs(count, sense, first, second):
    """Equal pairs (e, ±e), and one more pair (±e, ±e)."""
    one = np.array([[1.0, 0.0]])
    pairs = {x: np.tile(one, (count, 1)), y: np.tile(sense * one, (count, 1))}
    return {h: 2, N: count, beta: SMALL, **pairs, chapter.u: first * one[0], chapter.v: second * one[0]}


AT_OPPOSITE = [{h: 2, n: size, beta: SMALL, P: OPPOSITE} for size in (1, 2, 3)]
POINTS = {
    chapter.one_more: [_pairs(3, *signs) for signs in product((1.0, -1.0), repeat=3)],
    chapter.population: AT_OPPOSITE,
    chapter.direction: AT_OPPOSITE,
}


@pytest.mark.parametrize("claim", POINTS, ids=lambda c: c.id)
def test_false_statements_are_false(claim):
    for name, statement in FALSE[claim].items():
        assert Outcome.REFUTED in [enclosure.decide(statement, at, claim.domain)[0] for at in POINTS[claim]], name


def binomial_tail(count, inverse_temperature, bound):
    """Pr(|Z_n| ≥ bound), one direction, for two opposite pairs of equal mass, exactly up to rounding."""
    total, e = 0.0, np.exp(inverse_temperature)
    wanted = -inverse_temperature + np.log((e + 1 / e) / 2)
    for k in range(count + 1):
        share = k / count
        value = share * np.log(share * e + (1 - share) / e) + (1 - share) * np.log(share / e + (1 - share) * e)
        total += comb(count, k) / 2**count * (abs(value - inverse_temperature - wanted) >= bound)
    return total


@pytest.mark.parametrize("count", [16, 128, 512])
def test_tail_of_two_aligned_pairs_is_below_the_bound(count):
    """Where balls cannot follow: the chance of a sample of many pairs, from the binomial law."""
    for excess in (0.0, 0.05, 0.2, 0.5):
        rate = float(ONE_WAY.rate.subs({n: count, beta: Fraction(1, 4)}))
        bound = 2 * np.exp(-count * float(ONE_WAY.exponent(t).subs({t: excess, beta: Fraction(1, 4)})))
        assert binomial_tail(count, 0.25, rate + excess) <= bound
    # Without an allowance for the mean, and with a hundredth of the change, it is not.
    small = 2 * np.exp(-count * float(ONE_WAY.exponent(t).subs({t: 0.002, beta: Fraction(1, 4)})) * 100**2 * 40)
    assert binomial_tail(count, 0.25, 0.0) > small


def test_the_bound_on_the_union_tends_to_zero():
    bound = uniform.limit_of_direction.statement.rhs
    at = {beta: Fraction(1, 2), chapter.eps: Fraction(1, 2)}
    values = [float(bound.subs(at).subs(m, 10**power)) for power in (3, 4, 5)]
    assert values[0] > values[1] > values[2]
    assert values[2] < 1e-20


@pytest.mark.parametrize("name", MEANINGLESS)
def test_meaningless_terms_are_refused(name):
    with pytest.raises(Undecided):
        show_defined(MEANINGLESS[name], chapter.TAILS)


def test_the_number_of_a_family_goes_with_the_family():
    """What holds for some N pairs holds where they are not spoken of, in whatever order they are left out."""
    inner = Domain(h, N, h >= 2, unit_vectors(x, N, h), unit_vectors(y, N, h))
    assert holds_within(inner, Domain(h, h >= 2))
    assert not holds_within(Domain(*inner.symbols, *inner.vectors, *inner.conditions, N >= 3), Domain(h, h >= 2))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.of}: {v.name}")
def test_false_variant_dies(variant):
    dies(variant.attempt)


@pytest.mark.parametrize("claim", [*CLAIMS, mcl_limit.direction, *chances.CLAIMS], ids=lambda c: c.id)
def test_formulas_are_printed_whole(claim):
    """A backslash that Python read as the start of a control character would be missing in LaTeX."""
    assert latex(claim.statement).isprintable()
    assert str(claim.statement).isprintable()


def test_a_chance_of_one_number_of_pairs_is_printed_without_a_range():
    assert r"\max_{m\leq k\leq M}" in latex(ONE_WAY.chance(m, chapter.M, t))
    single = ONE_WAY.chance(n, n, t)
    assert r"\max" not in latex(single)
    assert "L^{\\to}_{n}" in latex(single)
    assert str(single).endswith(">= t]")
    assert str(chances.OBTUSE).endswith("< 0]")


def test_each_claim_has_variants():
    assert set(FALSE) == set(CLAIMS)
    assert min(Counter(variant.of for variant in VARIANTS).values()) >= 2
