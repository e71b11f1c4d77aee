"""Theorem 3 for free pairs: statuses, the family of random signs by floating point, adversaries, false variants."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from scipy.integrate import quad
from scipy.special import iv
from sympy import exp, log

from modgap.numerics.bessel.functions import iv_ratio, log_sphere_mgf
from modgap.numerics.contrastive.population import collapse_threshold
from modgap.theory.balls import enclosure
from modgap.theory.collapse import family as subspace_free
from modgap.theory.collapse import hot as subspace_free_hot
from modgap.theory.collapse import optimum as all_laws
from modgap.theory.collapse import overlap as two_laws
from modgap.theory.collapse import threshold as subspace_free_threshold
from modgap.theory.collapse.family import q
from modgap.theory.kernel.status import Status
from modgap.theory.language.couplings import CouplingMean, P
from modgap.theory.language.domain import Domain, coupling, unit_vector
from modgap.theory.language.means import M
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Outcome, Undecided
from modgap.theory.subspace.centres import beta, e, h, rho
from modgap.theory.trusted.across import uniform_across
from tests.theory.assumptions import cite
from tests.theory.variants_subspace import changed_statements, dropped_hypotheses, point_of_failure

IDS = {"ids": lambda c: c.id}
PROVED = [*subspace_free.CLAIMS, *all_laws.CLAIMS, *subspace_free_hot.CLAIMS, *two_laws.CLAIMS]


@pytest.mark.parametrize("c", PROVED, **IDS)
def test_proved(c):
    assert c.verdict.status is Status.PROVED, c.verdict.reason


@pytest.mark.parametrize("c", subspace_free_threshold.CLAIMS, **IDS)
def test_certified(c):
    assert c.verdict.status is Status.CERTIFIED, c.verdict.reason


# --- false variants --------------------------------------------------------------------------------------------------

#: Hypotheses that the statement does not need: hyperplanes may coincide or be lines, and q may be 0.
IDLE = {"h >= 4", "rho < 1", "beta > 0"}
CHANGED = [c for c in PROVED if c not in two_laws.CLAIMS and c is not all_laws.exponent]


@pytest.mark.parametrize("c", CHANGED, **IDS)
def test_false_variants_die(c):
    deaths = {}
    for variant in changed_statements(c):
        if len(deaths) < 3 and point_of_failure(variant, tries=120) is not None:
            deaths[variant.name] = variant.fate()
    print(c.id, deaths)
    assert deaths
    assert "survived" not in deaths.values()


@pytest.mark.parametrize(
    "c",
    [subspace_free.above, subspace_free.gain, subspace_free.below, all_laws.enough, all_laws.exponent],
    **IDS,
)
def test_needed_hypotheses_cannot_be_dropped(c):
    fates = {v.name: v.fate() for v in dropped_hypotheses(c) if v.name.removeprefix("without ") not in IDLE}
    assert fates
    assert "survived" not in fates.values()


def test_global_bound_needs_its_condition():
    """Beyond the threshold the law of random sign is below the collapse: no bound for all laws there."""
    wider = replace(all_laws.trace_inequality, domain=all_laws.ANY)
    assert isinstance(wider.result, Exception)
    wider = replace(all_laws.global_bound, domain=all_laws.ANY)
    assert isinstance(wider.result, Exception)


def test_thresholds_shifted_by_a_millionth_are_refused():
    low, high = subspace_free_threshold.low, subspace_free_threshold.high
    for c in (subspace_free_threshold.four_60, subspace_free_threshold.five_30):
        for symbol, shift in ((low, 1), (high, -1)):
            moved = c.statement.xreplace({symbol: symbol + sp.Rational(shift, 10**6)})
            assert isinstance(replace(c, statement=moved).result, Exception)


@pytest.mark.parametrize(
    ("name", "dim", "degrees"), [("4_60", 4, 60), ("5_60", 5, 60), ("5_30", 5, 30), ("6_45", 6, 45)]
)
def test_enclosures_agree_with_floating_point(name, dim, degrees):
    c = next(c for c in subspace_free_threshold.CLAIMS if c.id.endswith(name))
    ends = [float(bound.rhs) for bound in c.domain.conditions]
    found = collapse_threshold(dim, np.deg2rad(degrees))
    assert ends[1] <= found <= ends[2]


# --- by floating point -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("b", "cosine", "share"), [(2.0, 0.5, 0.3), (7.0, 0.9, 0.6), (0.4, 0.0, 0.1)])
def test_loss_of_random_sign_by_quadrature(b, cosine, share):
    """h = 4, where C is a plane: the definition by quadrature over the angle and both signs."""

    def weight(angle, sign):
        return np.exp(b * ((1 - share) * np.cos(angle) + cosine * share * sign)) / (2 * np.pi)

    mean = sum(quad(weight, 0, 2 * np.pi, args=(sign,))[0] for sign in (1, -1)) / 2
    expected = -2 * b * (1 - share * (1 - cosine)) + 2 * np.log(mean)
    point = {h: 4, rho: cosine, beta: b, q: share, M: np.array([0.6, 0.8])}
    for side in (subspace_free.LOSS, subspace_free.CLOSED):
        assert abs(float(enclosure.value(side, point, subspace_free.FAMILY).mid()) - expected) < 1e-9


def test_random_sign_gains_exactly_beyond_the_threshold():
    for dim, degrees in ((4, 60), (7, 25), (12, 80)):
        threshold, cosine = collapse_threshold(dim, np.deg2rad(degrees)), np.cos(np.deg2rad(degrees))
        shares = np.geomspace(1e-3, 0.9, 60)
        for ratio in (0.98, 1.02):
            b = ratio * threshold
            gain = 2 * b * shares * (1 - cosine) + 2 * np.log(np.cosh(b * cosine * shares))
            gain += 2 * (log_sphere_mgf(dim - 2, b * (1 - shares)) - log_sphere_mgf(dim - 2, b))
            assert bool(gain.min() < 0) is (ratio > 1)


def test_no_configuration_is_below_the_collapse():
    """Random and adversarial configurations at the end of the range of the global bound."""
    rng = np.random.default_rng(3)
    worst = np.inf
    for _ in range(300):
        dim, cosine = int(rng.integers(4, 8)), rng.uniform(0, 0.95)
        b = (dim - 2) * (1 - cosine)
        x, y = rng.standard_normal((2, int(rng.integers(1, 40)), dim - 1))
        x[:, -1] *= rng.choice([0, 0.3, 3])
        y = x + rng.choice([0, 0.1, 2]) * y
        x, y = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in (x, y))
        scores = b * (x * np.append(np.ones(dim - 2), cosine)) @ y.T
        one, other = (np.log(np.exp(s).mean(axis=1)) for s in (scores, scores.T))
        loss = -2 * np.diag(scores).mean() + one.mean() + other.mean()
        worst = min(worst, loss + 2 * b - 2 * log_sphere_mgf(dim - 2, b))
    assert -1e-12 < worst < 0.1


def test_range_and_threshold_are_in_order():
    """(h−2)(1−ρ) < the end of the global bound < β*: what lies between is open."""
    for dim, degrees in ((4, 60), (5, 30), (512, 36.1)):
        cosine, threshold = np.cos(np.deg2rad(degrees)), collapse_threshold(dim, np.deg2rad(degrees))
        assert 2 * log_sphere_mgf(dim - 2, (dim - 2) * (1 - cosine)) < (dim - 2) * (1 - cosine) ** 2
        assert 2 * log_sphere_mgf(dim - 2, threshold) > threshold * (1 - cosine)
        assert abs(iv_ratio(dim / 2 - 2, threshold) - (1 - cosine)) < 1e-12


def test_overlap_at_two_laws():
    """Two pairs against another law, by hand."""
    rng = np.random.default_rng(1)
    d = two_laws.overlap.domain
    for _ in range(5):
        rows = [np.hstack([rng.uniform(0.1, 1, (n, 1)), rng.standard_normal((n, 6))]) for n in (2, 3)]
        point = {
            two_laws.h: 3,
            beta: 2.0,
            two_laws.r: Fraction(1, 2),
            P: rows[0],
            two_laws.Q: rows[1],
            e: [0, 0.6, 0.8],
        }
        point[e] = np.array(point[e])
        assert enclosure.decide(two_laws.overlap.statement, point, d)[0] is Outcome.SHOWN
        turned = sp.Ge(*two_laws.overlap.statement.args, evaluate=False)
        assert enclosure.decide(turned, point, d)[0] is Outcome.REFUTED


# --- the uniform law across an axis ----------------------------------------------------------------------------------

Q, V, U = two_laws.Q, two_laws.V, two_laws.U
WITH_LAW = Domain(h, h >= 4, coupling(Q, h), unit_vector(e, h))
WITHOUT = Domain(h, h >= 4, unit_vector(e, h))


def _fact(of, domain=WITH_LAW):
    return cite("for this test", sp.Ge(CouplingMean(Q, sp.Lambda((V, U), of)), 0, evaluate=False), domain)


def test_uniform_law_across_an_axis():
    found = uniform_across(_fact(exp(3 * Dot(e, U))), Q, e, WITHOUT).statement.lhs
    assert float(enclosure.value(found, {h: 4}, Domain(h)).mid()) == 1
    a = sp.Symbol("a")
    wide, kept = (Domain(*d.symbols, *d.vectors, unit_vector(a, h), *d.conditions) for d in (WITH_LAW, WITHOUT))
    found = uniform_across(_fact(exp(2 * Dot(a, U)), wide), Q, e, kept).statement.lhs
    point = {h: 4, e: np.array([0, 0, 0, 1.0]), a: np.array([0.6, 0, 0, 0.8])}
    x = 2 * 0.6
    expected = np.sinh(x) / x
    assert abs(float(enclosure.value(found, point, kept).mid()) - expected) < 1e-12
    assert abs(np.sqrt(np.pi / (2 * x)) * iv(0.5, x) - expected) < 1e-12


@pytest.mark.parametrize("of", [exp(Dot(e, V)), log(1 + Dot(e, U) ** 2), Dot(U, e)], ids=str)
def test_uniform_law_reads_exponentials_of_keys_alone(of):
    with pytest.raises(Undecided):
        uniform_across(_fact(of), Q, e, WITHOUT)


def test_uniform_law_asks_for_every_law_an_axis_and_a_circle():
    fact = _fact(exp(Dot(e, U)))
    asked = Domain(*WITH_LAW.symbols, *WITH_LAW.vectors, *WITH_LAW.conditions, fact.statement)
    with pytest.raises(Undecided):
        uniform_across(cite("for this test", fact.statement, asked), Q, e, WITHOUT)
    with pytest.raises(Undecided):
        uniform_across(fact, Q, e, Domain(h, h >= 4))
    with pytest.raises(Undecided):
        uniform_across(
            _fact(exp(Dot(e, U)), Domain(h, h >= 2, coupling(Q, h), unit_vector(e, h))),
            Q,
            e,
            Domain(h, h >= 2, unit_vector(e, h)),
        )


def test_uniform_law_is_across_the_axis_that_is_meant():
    """Within a mean over a vector that is called e too, u is not orthogonal to that one."""
    other = sp.Symbol("P")
    wide, kept = (Domain(*d.symbols, *d.vectors, coupling(other, h), *d.conditions) for d in (WITH_LAW, WITHOUT))
    for name, right in ((sp.Symbol("x"), True), (e, False)):
        mean = CouplingMean(
            other, sp.Lambda((name, sp.Symbol("y")), CouplingMean(Q, sp.Lambda((V, U), exp(Dot(name, U)))))
        )
        if right:
            fact = cite("for this test", sp.Ge(mean, 0, evaluate=False), wide)
            assert uniform_across(fact, Q, e, kept).statement.has(other)
            continue
        # No fact binds a name that its domain declares.
        with pytest.raises(Undecided, match="binds"):
            cite("for this test", sp.Ge(mean, 0, evaluate=False), wide)
