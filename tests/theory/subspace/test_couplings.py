"""The population loss of every coupling: statuses, false variants, quadrature, and what trusted steps must refuse."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import sympy as sp
from scipy.special import logsumexp

from modgap.numerics.bessel import iv_ratio
from modgap.theory.balls import enclosure
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel.compose import specialise
from modgap.theory.kernel.rules import sign
from modgap.theory.kernel.status import Status
from modgap.theory.language.couplings import P, PopulationLoss
from modgap.theory.language.domain import Domain, coupling, free_vector, pairing, unit_vector
from modgap.theory.language.means import VonMisesFisherMean
from modgap.theory.language.subspaces import CrossPopulationLoss
from modgap.theory.language.symbols import Dot, IvRatio, order_of
from modgap.theory.outcome import Outcome, Undecided
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.sphere.vmf import kappa
from modgap.theory.subspace import couplings
from modgap.theory.subspace.centres import beta, c_x, c_y, e, h, rho
from modgap.theory.subspace.couplings import CROSS, LAWS, LOSS, D, law, pi, x
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted import vmf_means as means
from tests.theory import sphere_rules as rules
from tests.theory.variants import TURNED, fate
from tests.theory.variants_subspace import changed_statements, dropped_hypotheses, point_of_failure

IDS = {"ids": lambda c: c.id}


@pytest.mark.parametrize("c", couplings.CLAIMS, **IDS)
def test_proved(c):
    """All but one; that one is a proof in words, and says so."""
    assert c.verdict.status is (Status.CITED if c is couplings.hot_all else Status.PROVED), c.verdict.reason


#: Hypotheses that a derivation does not use; that q < 1 follows from the other one.
IDLE = {"thm.3.population.hot.every": {"<c_x, e>**2/2 + <c_y, e>**2/2 < 1"}}


@pytest.mark.parametrize("c", couplings.CLAIMS, **IDS)
def test_turned_around(c):
    turned = replace(c, statement=TURNED[type(c.statement)](*c.statement.args, evaluate=False))
    assert fate(turned) != "survived"


@pytest.mark.slow
@pytest.mark.parametrize("c", couplings.CLAIMS, **IDS)
def test_false_variants_die(c):
    false = [v for v in changed_statements(c) if point_of_failure(v, tries=8) is not None]
    dropped = [v for v in dropped_hypotheses(c) if v.name.removeprefix("without ") not in IDLE.get(c.id, set())]
    fates = {v.name: v.fate() for v in [*false, *dropped]}
    print(c.id, fates)
    assert len(fates) >= 3
    assert "survived" not in fates.values()


def test_a_wider_range_of_temperatures_is_not_proved():
    """Twice the range of `thm.3.population.hot.every`: the derivation has nothing to offer there."""
    wider = sp.Lt(couplings.HOTTER.lhs, 2 * couplings.HOTTER.rhs, evaluate=False)
    d = Domain(*LAWS, sp.Lt(couplings.SQUARES, 1), wider, reach=couplings.hot_every.domain.reach)
    assert fate(replace(couplings.hot_every, domain=d)) != "survived"


# --- against other means ---------------------------------------------------------------------------------------------

POINT = {h: 3, rho: 0.3, kappa: 2.5, beta: 3.0, pi: np.array([0.0])}
CENTRES = {c_x: np.array([0.6, 0.8]), c_y: np.array([-0.28, 0.96]), e: np.array([0.0, 1.0])}


def test_loss_of_independent_laws():
    """The definition of the loss by sums over a product of two grids, with no closed form of a partition function."""
    (x_, w), (y, v) = (rules.law(2, 2.5, CENTRES[c]) for c in (c_x, c_y))
    scores = 3.0 * x_ @ rules.across(2, 0.3) @ y.T
    expected = -2 * w @ scores @ v + w @ logsumexp(scores, b=v, axis=1) + v @ logsumexp(scores.T, b=w, axis=1)
    found = enclosure.value(LOSS, {**POINT, **CENTRES}, Domain(*LAWS))
    assert abs(float(found.mid()) - expected) < 1e-9


def test_cross_cosine_of_the_reflected_coupling():
    """y = Rx with the reflection R that takes c_x to c_y, of weight 3/4, and independent x and y."""
    x_, w = rules.law(2, 2.5, CENTRES[c_x])
    apart = CENTRES[c_x] - CENTRES[c_y]
    reflection = np.eye(2) - 2 * np.outer(apart, apart) / (apart @ apart)
    turned = w @ np.einsum("ij,jk,ik->i", x_, rules.across(2, 0.3) @ reflection, x_)
    alone = rules.ratio(2, 2.5) ** 2 * CENTRES[c_x] @ rules.across(2, 0.3) @ CENTRES[c_y]
    found = enclosure.value(CROSS, {**POINT, **CENTRES, pi: np.array([3.0])}, Domain(*LAWS))
    assert abs(float(found.mid()) - (0.75 * turned + 0.25 * alone)) < 1e-9


@pytest.mark.parametrize(("dim", "k", "b", "cosine"), [(2, 2.0, 4.0, 0.3), (3, 3.0, 5.0, 0.1), (4, 6.0, 2.0, 0.7)])
def test_bound_by_quadrature(dim, k, b, cosine):
    """−2β V(q) below the loss where balls do not evaluate it: reflected and independent laws about drawn centres."""
    rng = np.random.default_rng(dim)
    form = rules.across(dim, cosine)
    for _ in range(6):
        c, d = rng.standard_normal((2, dim))
        c, d = c / np.linalg.norm(c), d / np.linalg.norm(d)
        x_, w = rules.law(dim, k, c)
        apart = (c - d) / np.linalg.norm(c - d)
        image = x_ - 2 * np.outer(x_ @ apart, apart)
        pairings = [w @ np.einsum("ij,jk,ik->i", x_, form, image), rules.ratio(dim, k) ** 2 * c @ form @ d]
        logs = rules.partition(dim, cosine, k, b, c, d) + rules.partition(dim, cosine, k, b, d, c)
        bound = -2 * b * rules.variance(dim, cosine, k, (c[-1] ** 2 + d[-1] ** 2) / 2)
        assert all(-2 * b * cross + logs >= bound - 1e-9 for cross in pairings)
    # Where laws are hardly concentrated and the temperature is high nothing much is lost: the bound is no weak one.
    mild = rules.equal_coordinates(dim, cosine, 0.5, 0.01, c)
    assert abs(mild / (-0.02 * rules.variance(dim, cosine, 0.5, c[-1] ** 2)) - 1) < 0.02


def test_bound_of_the_coupled_cosine_is_tight_and_its_constants_needed():
    """y = Rx, R the reflection that takes c_x to c_y, of narrow laws: the bound is met up to the spread of the laws."""
    k, cosine, c, d = 400.0, 0.9, CENTRES[c_x], CENTRES[c_y]
    axis = Domain(h, h >= 3, kappa, unit_vector(vmf_moments.c, D), free_vector(vmf_moments.e, D))
    moments = (specialise(claim.fact, {vmf_moments.h: D}, axis) for claim in (vmf_moments.mean, vmf_moments.second))
    fact = trusted_subspace.coupled_cross(CROSS, *moments, Domain(*LAWS))
    bound = float(enclosure.value(fact.statement.rhs, {**POINT, **CENTRES, kappa: k, rho: cosine}, Domain(*LAWS)).mid())
    x_, w = rules.law(2, k, c, size=400)
    apart = (c - d) / np.linalg.norm(c - d)
    form = rules.across(2, cosine)
    met = w @ np.einsum("ij,jk,ik->i", x_, form, x_ - 2 * np.outer(x_ @ apart, apart))
    assert 0 <= bound - met < 0.01
    # Without its last term, or with twice that, it would be far off or false.
    last = rules.ratio(2, k) ** 2 * (c - d) @ form @ (c - d) / 2
    assert last > 0.1
    assert bound - last < met < bound + last - 0.1


@pytest.mark.parametrize(("dim", "k", "b", "cosine"), [(2, 2.0, 4.0, 0.3), (3, 3.0, 5.0, 0.1), (4, 6.0, 2.0, 0.7)])
def test_opposite_centres_by_quadrature(dim, k, b, cosine):
    """The loss of reflected and of independent laws about e and −e, above that of equal coordinates about e."""
    pole = np.eye(dim)[-1]
    x_, w = rules.law(dim, k, pole)
    form = rules.across(dim, cosine)
    image = x_ - 2 * np.outer(x_ @ pole, pole)
    logs = rules.partition(dim, cosine, k, b, pole, -pole) + rules.partition(dim, cosine, k, b, -pole, pole)
    pairings = [w @ np.einsum("ij,jk,ik->i", x_, form, image), -(rules.ratio(dim, k) ** 2) * cosine]
    along = rules.equal_coordinates(dim, cosine, k, b, pole)
    assert all(-2 * b * cross + logs > along for cross in pairings)
    # At a right angle the signs of the centres decide nothing for the reflected coupling.
    right = rules.across(dim, 0.0)
    even = rules.partition(dim, 0.0, k, b, pole, -pole) + rules.partition(dim, 0.0, k, b, -pole, pole)
    reflected = -2 * b * w @ np.einsum("ij,jk,ik->i", x_, right, image) + even
    assert abs(reflected - rules.equal_coordinates(dim, 0.0, k, b, pole)) < 1e-9


def test_opposite_centres_at_a_right_angle_are_not_proved_to_lose():
    """For φ = 90° the reflected coupling has the same loss."""
    claim = couplings.perp_every
    kept = [c for c in claim.domain.conditions if c != sp.Gt(rho, 0)]
    assert len(kept) == len(claim.domain.conditions) - 1
    domain = Domain(*claim.domain.symbols, *claim.domain.vectors, *kept, reach=claim.domain.reach)
    assert fate(replace(claim, domain=domain)) != "survived"


def test_opposite_centres_are_drawn():
    """Balls hold the claim at its points: −e is a centre as e is."""
    claim, chooser = couplings.perp_every, SeededChooser(2)
    point = draw_point(claim.domain, chooser)
    assert enclosure.compare(claim.statement, point, claim.domain) is Outcome.SHOWN
    turned = sp.Gt(*claim.statement.args, evaluate=False)
    assert enclosure.compare(turned, point, claim.domain) is Outcome.REFUTED


# --- all centres ------------------------------------------------------------------------------------------------------


def best_range(dim, k, cosine):
    """Return β₀ up to which the theorem reaches, by its two conditions, and A, A' and C there."""
    ratio = rules.ratio(dim, k)
    slope = 1 - ratio**2 - (dim - 1) * ratio / k
    b = 1.0
    for _ in range(60):
        size = 4 * (k + b) ** 2 + 10 * (k + b) + 4
        room = 16 * dim * (1 - cosine) * (ratio / k - slope) / (np.pi**2 * size)
        b = min(dim * cosine * slope * ratio**2 / 2, room)
    return b, ratio, slope, size


@pytest.mark.parametrize(("dim", "k", "cosine"), [(2, 1.0, 0.5), (2, 20.0, 0.9), (3, 2.0, 0.3)])
def test_steps_of_the_proof_by_quadrature(dim, k, cosine):
    """Step 3 bounds what the partition functions lose near e, step 4 what opposite centres lose in any coupling."""
    b, ratio, slope, size = best_range(dim, k, cosine)
    form, pole, rng = rules.across(dim, cosine), np.eye(dim)[-1], np.random.default_rng(dim)

    def beyond(c, d):
        logs = rules.partition(dim, cosine, k, b, c, d) + rules.partition(dim, cosine, k, b, d, c)
        return logs - 2 * b * ratio**2 * c @ form @ d

    least = beyond(pole, pole)
    assert least <= b**2 / dim
    for spread in (3.0, 0.3, 0.01):
        for side in (1, -1):
            c, d = rng.standard_normal((2, dim)) * spread + np.outer((1, side), pole)
            c, d = c / np.linalg.norm(c), d / np.linalg.norm(d)
            q = (c[-1] ** 2 + d[-1] ** 2) / 2
            if c[-1] * d[-1] >= 0:
                assert least - beyond(c, d) <= b**2 * size * np.pi**2 * (1 - q) / (8 * dim) + 1e-13
            else:
                image = np.eye(dim) - 2 * np.outer(c - d, c - d) / ((c - d) @ (c - d))
                x_, w = rules.law(dim, k, c)
                z = x_ - x_ @ image
                spread_of = w @ ((z - w @ z) ** 2).sum(1)
                assert 4 * spread_of >= slope * ratio**2 * ((c - d) @ (c - d)) - 1e-12
                assert (c - d) @ (c - d) >= 2 * q


def test_all_centres_are_drawn():
    claim, chooser, met = couplings.hot_all, SeededChooser(5), 0
    for _ in range(200):
        point = draw_point(claim.domain, chooser)
        if enclosure.membership(point, claim.domain) is Outcome.SHOWN:
            met += 1
            assert enclosure.compare(claim.statement, point, claim.domain) is not Outcome.REFUTED
        if met == 3:
            return
    pytest.fail("no draw met the hypotheses")


@pytest.mark.parametrize("number", range(2))
def test_the_range_of_all_centres_is_asked_for(number):
    """Without one of the bounds on β, with a weaker one, or with c_x = c_y = ±e admitted, nothing is concluded."""
    claim, bound = couplings.hot_all, couplings.BEST[number]
    weaker = sp.Lt(bound.lhs, 2 * bound.rhs, evaluate=False)
    apart = sp.Lt(Dot(c_x, e) * Dot(c_y, e), 1, evaluate=False)
    for left_out, instead in ((bound, ()), (bound, (weaker,)), (apart, ()), (sp.Gt(rho, 0, evaluate=False), ())):
        kept = [c for c in claim.domain.conditions if c != left_out]
        assert len(kept) == len(claim.domain.conditions) - 1
        domain = Domain(*claim.domain.symbols, *claim.domain.vectors, *kept, *instead, reach=claim.domain.reach)
        assert fate(replace(claim, domain=domain)) != "survived"


@pytest.mark.parametrize(("dim", "k", "r"), [(2, 1.0, 0.5), (3, 4.0, 0.2), (7, 0.3, 0.9), (40, 60.0, 0.7)])
def test_the_range_of_all_centres_is_what_the_proof_ends_with(dim, k, r):
    """At the end of each range the two sides that steps 3 and 4 compare, per β, are equal: no constant is too large.

    Step 4 has β/d against ρA'A²/2, step 3 π²βC/8d against 2(1−ρ)δ; that β/d is at most 2(1−ρ)δ too follows.
    """
    ratio = float(iv_ratio(dim / 2 - 1, k))
    slope = 1 - ratio**2 - (dim - 1) * ratio / k
    spread = 2 * (1 - r) * (ratio / k - slope)
    numbers = {h: dim + 1, kappa: k, rho: r}
    ratios = {IvRatio(order_of(D), kappa).xreplace(numbers): ratio}
    fourth, third = (bound.xreplace(numbers).xreplace(ratios) for bound in couplings.BEST)
    for bound, needed, allowed in (
        (fourth, beta / dim, r * slope * ratio**2 / 2),
        (third, sp.pi**2 * beta * (4 * (k + beta) ** 2 + 10 * (k + beta) + 4) / (8 * dim), spread),
    ):
        end = sp.nsolve(bound.lhs - bound.rhs, beta, 1e-3)
        assert end > 0
        assert float(needed.subs(beta, end)) == pytest.approx(allowed, rel=1e-9)
    assert min(float(sp.nsolve(b.lhs - b.rhs, beta, 1e-3)) for b in (fourth, third)) / dim < spread


ANY = Domain(h, h >= 3, rho, rho <= 1, beta, unit_vector(e, D), coupling(P, D), reach={h: 6, beta: 20})


def test_one_hyperplane_has_the_loss_of_theorem_1():
    domain = ANY
    point = draw_point(domain, SeededChooser(3)) | {h: 4, rho: 1, beta: 2.0}
    point[P] = np.array([[1.0, *np.eye(3)[0], *np.eye(3)[1]], [2.0, *np.eye(3)[2], 0.6, 0.0, 0.8]])
    point[e] = np.array([0.0, 0.6, 0.8])
    ours, theirs = (
        enclosure.value(loss, point, domain) for loss in (CrossPopulationLoss(P, beta, e, rho), PopulationLoss(P, beta))
    )
    assert abs(float(ours.mid()) - float(theirs.mid())) < 1e-12


def test_definitions_keep_their_names_apart():
    """A law whose arguments are named as what a definition binds is averaged over another name."""
    inside = VonMisesFisherMean(D, kappa, x, sp.Lambda(x, Dot(x, x))).definition()
    assert x in inside.free_symbols
    assert x in CrossPopulationLoss(P, beta, x, rho).definition().free_symbols


# --- the trusted steps refuse what they must not conclude from -------------------------------------------------------

CENTRE = Domain(h, h >= 3, kappa, unit_vector(e, D), unit_vector(c_x, D))
WITH_X = Domain(h, h >= 3, kappa, unit_vector(e, D), unit_vector(c_x, D), unit_vector(x, D))
SMALL = sign(sp.Ge(Dot(x, e) ** 2, 0, evaluate=False), WITH_X)


def on_part_of_the_sphere():
    half = Domain(*WITH_X.symbols, *WITH_X.vectors, *WITH_X.conditions, sp.Ge(Dot(x, e), 0))
    return means.mean_compares(law(c_x), sign(sp.Ge(Dot(x, e), 0, evaluate=False), half))


def about_a_vector_of_any_length():
    long = Domain(h, h >= 3, kappa, free_vector(c_x, D), unit_vector(x, D), unit_vector(e, D))
    return means.mean_compares(law(c_x), sign(sp.Ge(Dot(x, e) ** 2, 0, evaluate=False), long))


def of_another_law():
    values = {vmf_moments.h: D, vmf_moments.c: e, vmf_moments.e: c_x}
    return means.mean_of_moment(law(c_x), specialise(vmf_moments.mean.fact, values, CENTRE))


def coupled(domain, first=None, second=None):
    axis = Domain(h, h >= 3, kappa, unit_vector(vmf_moments.c, D), free_vector(vmf_moments.e, D))
    facts = [specialise(c.fact, {h: D}, axis) for c in (vmf_moments.mean, vmf_moments.second)]
    return trusted_subspace.coupled_cross(CROSS, first or facts[0], second or facts[1], domain)


REFUSED = {
    "half of the sphere": on_part_of_the_sphere,
    "a centre of any length": about_a_vector_of_any_length,
    "the moment of another law": of_another_law,
    "a factor that is no constant": lambda: means.mean_is_linear(law(c_x), [(Dot(x, e), Dot(x, e))], WITH_X),
    "what is not continuous": lambda: means.mean_is_linear(law(c_x), [(kappa, sp.sign(Dot(x, e)))], WITH_X),
    "a law about its own variable": lambda: means.mean_compares(law(x), SMALL),
    "a concentration that is 0": lambda: means.mean_compares(means.VonMisesFisherLaw(D, sp.S.Zero, c_x, x), SMALL),
    "no coupling": lambda: coupled(Domain(*LAWS[:-1])),
    "no unit vector": lambda: coupled(Domain(*(p for p in LAWS if p != unit_vector(c_y, D)), free_vector(c_y, D))),
    "an angle that may be anything": lambda: coupled(Domain(*(p for p in LAWS if p != (rho < 1)))),
    "the mean for a second moment": lambda: coupled(Domain(*LAWS), second=vmf_moments.mean.fact),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    with pytest.raises(Undecided):
        REFUSED[name]()


def test_mean_compares():
    found = means.mean_compares(law(c_x), SMALL)
    assert found.statement == sp.Ge(law(c_x).mean(Dot(x, e) ** 2), law(c_x).mean(sp.S.Zero), evaluate=False)
    assert x not in found.domain.declared


NUMBERED = tuple(enumerate((c_x, c_y, e)))


@pytest.mark.parametrize(
    ("vectors", "change"),
    [
        ((c_x, c_y, e), {kappa: -1.0}),
        ((c_x, c_y, e), {h: 5}),
        ((c_x, c_y), {}),
        ((c_x, e), {}),
    ],
    ids=["no concentration", "another dimension", "an axis of any length", "a centre of any length"],
)
def test_balls_know_no_value_where_there_is_no_law(vectors, change):
    """The formulas for the coupling that is drawn would give a number there all the same."""
    point = {h: 4, rho: 0.3, kappa: 2.0, pi: np.array([0.5]), **{v: np.array([1.0, n, 0.5]) for n, v in NUMBERED}}
    declared = Domain(
        h, h >= 3, pairing(pi), *(unit_vector(v, D) if v in vectors else free_vector(v, D) for _, v in NUMBERED)
    )
    with pytest.raises(Undecided, match="no mean"):
        enclosure.value(CROSS, {**point, **change}, declared)


def test_rotation_is_for_the_uniform_law_alone():
    """A von Mises–Fisher law is not rotation invariant, and its mean is not zero."""
    for theorem in (trusted_measure.rotation, trusted_measure.mean_is_zero):
        with pytest.raises((Undecided, AttributeError)):
            theorem(law(c_x), e, CENTRE)
