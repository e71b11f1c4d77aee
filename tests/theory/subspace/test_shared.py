"""A centre shared in C: statuses, the loss against other means, and the death of false variants."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from scipy.special import ive
from sympy import LessThan as Le

from modgap.theory.balls import enclosure
from modgap.theory.evidence.rules import counterexample, implied_by
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import sign
from modgap.theory.kernel.status import Status
from modgap.theory.language.cones import PartitionMean
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.hyperplanes import OptimalPairsLoss
from modgap.theory.language.subspaces import (
    OppositeBound,
    PerpendicularLoss,
    SharedLoss,
    SharedLossInSpace,
    across_mean,
    axis_mean,
    plane_mean,
)
from modgap.theory.language.symbols import U1, U2, IvRatio, SphereMGF, unfold
from modgap.theory.outcome import Outcome, Undecided
from modgap.theory.sphere.vmf import kappa
from modgap.theory.subspace import shared as subspace_shared
from modgap.theory.subspace import wide as subspace_wide
from modgap.theory.subspace.centres import beta, h, rho
from modgap.theory.subspace.perpendicular import A_AT, D, _slope_and_form
from modgap.theory.subspace.shared import CLOSED, SHARED, _falling, _squared_length
from modgap.theory.trusted import planes as trusted_plane
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace

IDS = {"ids": lambda c: c.id}
REFUTED = [subspace_wide.in_four, subspace_wide.in_eight, subspace_wide.in_64]
WARM = {h: 4, rho: Fraction(1, 2), kappa: 3, beta: 3}


@pytest.mark.parametrize("c", subspace_shared.CLAIMS, **IDS)
def test_proved(c):
    assert c.verdict.status is Status.PROVED, c.verdict.reason


@pytest.mark.parametrize("c", REFUTED, **IDS)
def test_refuted_through_a_proved_bound(c):
    verdict = c.verdict
    assert verdict.status is Status.REFUTED, verdict.reason
    (bound,) = verdict.depends
    assert bound.verdict.status is Status.PROVED
    assert set(bound.verdict.trusts) <= set(verdict.trusts)


@pytest.mark.parametrize("c", [subspace_wide.four_region, subspace_wide.eight_region], **IDS)
def test_certified(c):
    assert c.verdict.status is Status.CERTIFIED, c.verdict.reason
    turned = sp.Gt(*c.statement.args, evaluate=False)
    assert isinstance(replace(c, statement=turned).result, Exception)


# --- the loss against other means ------------------------------------------------------------------------------------


def by_product_rule(dim: int, k: float, b: float, cosine: float) -> float:
    """The same loss in other coordinates: Gauss–Legendre in the height over C and in that along p, for d ≥ 3."""
    d, order = dim - 1, (dim - 1) / 2 - 1

    def log_scaled(x):
        return np.log(ive(order, x)) + x - order * np.log(x)

    nodes, weights = np.polynomial.legendre.leggauss(120)
    angle, weights = np.pi * (nodes + 1) / 2, weights
    across = np.cos(angle)[:, None]
    along = np.sin(angle)[:, None] * np.cos(angle)[None, :]
    density = np.sin(angle)[:, None] ** (d - 2) * np.sin(angle)[None, :] ** (d - 3) * np.exp(k * (along - 1))
    density = density * weights[:, None] * weights[None, :]
    length = np.sqrt(k**2 + 2 * k * b * along + b**2 * (1 - (1 - cosine**2) * across**2))
    each = 2 * (log_scaled(length) - log_scaled(k)) - 2 * b * (1 - (1 - cosine) * across**2)
    return float((each * density).sum() / density.sum())


@pytest.mark.parametrize(("dim", "k", "b", "cosine"), [(4, 3.0, 3.0, 0.5), (5, 1.0, 2.0, 0.9), (6, 2.0, 1.0, 0.1)])
def test_shared_loss_by_floating_point(dim, k, b, cosine):
    found = enclosure.value(SHARED, {h: dim, kappa: k, beta: b, rho: cosine})
    assert abs(float(found.mid()) - by_product_rule(dim, k, b, cosine)) < 2e-5
    assert found.rad() < 1e-3


def test_in_space_it_is_the_loss_on_the_circle():
    point = {kappa: Fraction(3, 2), beta: 2, rho: Fraction(1, 3)}
    shared = enclosure.value(SHARED, {**point, h: 3}, bits=256)
    in_space = enclosure.value(SharedLossInSpace(rho, kappa, beta), point, bits=256)
    assert shared.overlaps(in_space)
    assert abs(shared - in_space) < 1e-10


@pytest.mark.parametrize("dim", [3, 4, 7])
def test_moments(dim):
    """E x·p = A and E (x·e)² = A/κ, the latter also by the law of the coordinate across."""
    point = {h: dim, kappa: Fraction(5, 2)}
    ratio = enclosure.value(A_AT, point)
    for mean, expected in (
        (plane_mean(D, kappa, U1), ratio),
        (plane_mean(D, kappa, U2**2), ratio / 2.5),
        (across_mean(D, kappa, U1**2), ratio / 2.5),
    ):
        found = enclosure.value(mean, point)
        assert found.overlaps(expected)
        assert found.rad() < 1e-2


# --- false variants --------------------------------------------------------------------------------------------------

WRONG = {
    "wrong dimension": CLOSED.xreplace({A_AT: A_AT.func(A_AT.args[0] + 1, kappa)}),
    "sign of the alignment": CLOSED + 4 * beta * (1 - (1 - rho) * A_AT / kappa),
    "below the loss": CLOSED - 1,
    "shorter mean square": CLOSED.xreplace({kappa**2: kappa**2 / 2}),
}


@pytest.mark.parametrize("name", WRONG)
def test_false_bounds_die(name):
    # What the derivation rests on is shown, so that it is the bound that is turned away.
    assert isinstance(subspace_shared.upper.result, Fact)
    c = replace(subspace_shared.upper, statement=Le(SHARED, WRONG[name], evaluate=False))
    assert isinstance(c.result, Undecided)
    assert "the derivation ends in" in str(c.result)


def test_what_is_true_is_not_refuted():
    """At moderate temperature the paper's centres win, and no bound makes a counterexample of that."""
    c = subspace_wide.in_four
    for bound in (subspace_shared.upper, subspace_shared.conditional):
        given = [subspace_wide.in_dimension(bound, 4, c.domain)]
        with pytest.raises(Undecided):
            counterexample(c.statement, c.domain, {s: v for s, v in WARM.items() if s != h}, given)


def test_a_bound_must_continue_the_inequality():
    a, b, x, y = sp.symbols("a b x y", real=True)
    assert implied_by(Le(a, b), Le(b, x)) == Le(a, x)
    assert implied_by(Le(a, b), sp.Ge(a, y)) == Le(y, b)
    assert implied_by(sp.Lt(a, b), Le(b, x)) == sp.Lt(a, x)
    for wrong in (Le(x, b), Le(a, x), sp.Eq(b, x), Le(x, y)):
        with pytest.raises(Undecided):
            implied_by(Le(a, b), wrong)


def test_a_bound_of_another_dimension_is_refused():
    c = subspace_wide.in_four
    with pytest.raises(Undecided):
        counterexample(
            c.statement, c.domain, subspace_wide.COLD, [subspace_wide.in_dimension(subspace_shared.upper, 8, c.domain)]
        )


# --- the trusted steps refuse what they must not conclude from -------------------------------------------------------

LAW = Domain(h, h >= 3, rho, rho < 1, kappa, beta)


def test_plane_means_ask_for_defined_functions():
    for of in (sp.sqrt(U1), 1 / U1, sp.log(U1), sp.sign(U2)):
        with pytest.raises(Undecided):
            trusted_plane.plane_mean_is_linear([(beta, of)], D, kappa, LAW)
    with pytest.raises(Undecided):
        trusted_plane.plane_mean_is_linear([(U1, U2)], D, kappa, LAW)
    with pytest.raises(Undecided):
        trusted_plane.plane_mean_of_square_across(h - 2, kappa, LAW)


def mean_is_linear(of, domain=LAW, factor=sp.S.One, dim=D, concentration=kappa):
    return trusted_plane.plane_mean_is_linear([(factor, of)], dim, concentration, domain)


def test_plane_means_ask_that_constants_be_defined():
    """ρ E[u_1/ρ] = E u_1 would say that E u_1 = 0 where ρ = 0, and E[u_1/ρ] = E[u_1]/ρ that ρ is not 0."""
    assert isinstance(mean_is_linear(beta * U1 / kappa), Fact)
    for of in (U1 / rho, U1 * sp.log(kappa - 5), U1 * sp.sqrt(kappa - 5), sp.log(kappa - 5)):
        with pytest.raises(Undecided):
            mean_is_linear(of, factor=rho)
    for factor in (1 / rho, sp.log(kappa - 5), IvRatio(-3, kappa), IvRatio(h, rho)):
        with pytest.raises(Undecided):
            mean_is_linear(U1, factor=factor)
        with pytest.raises(Undecided):
            trusted_subspace.axis_mean_is_linear([(factor, U1)], D, kappa, LAW)
    with pytest.raises(Undecided):
        trusted_subspace.axis_mean_is_linear([(rho, U1 / rho)], D, kappa, LAW)


def test_plane_means_ask_for_m_of_a_dimension_and_ratios_that_are_constant():
    assert isinstance(mean_is_linear(sp.log(SphereMGF(D, beta * U1)) * IvRatio(h, kappa)), Fact)
    for of in (
        sp.log(SphereMGF(D - 7, beta * U1)),
        sp.log(SphereMGF(U1, beta)),
        IvRatio(U1 - 2, kappa),
        IvRatio(h, U2 + 2),
        IvRatio(-3, kappa),
        sp.log(SphereMGF(D, sp.sqrt(kappa + 2 * U1))),
    ):
        with pytest.raises(Undecided):
            mean_is_linear(of)


def test_plane_means_take_no_vector_for_a_number():
    e = sp.Symbol("e")
    wide = Domain(*LAW.symbols, *LAW.conditions, unit_vector(e, D))
    with pytest.raises(Undecided):
        trusted_plane.plane_mean_is_linear([(sp.S.One, e * U1), (sp.S.One, U2)], D, kappa, wide)


def test_a_coordinate_is_no_parameter():
    """With κ called u_1, E u e^{κu} would become E u e^{u²}."""
    named = Domain(U1, U1 > 0, rho, beta)
    three = sp.Integer(3)
    with pytest.raises(Undecided):
        trusted_plane.plane_mean_of_centre(three, U1, named)
    with pytest.raises(Undecided):
        trusted_plane.plane_mean_of_square_across(three, U1, named)
    with pytest.raises(Undecided):
        trusted_subspace.axis_mean_of_cosine(*_slope_and_form(), U1, Domain(h, h >= 3, U1, U1 > 0))
    for symbol in (
        axis_mean(three, U1, U1),
        across_mean(three, U1, U1),
        SharedLoss(three + 1, rho, U1, beta),
        SharedLoss(three + 1, rho, U2, beta),
        PerpendicularLoss(three, rho, U1, beta),
        OppositeBound(three, rho, U1, beta),
        SharedLossInSpace(rho, U1, beta),
        PartitionMean(three, rho, U1, beta, beta),
        OptimalPairsLoss(three, beta, U1, rho),
    ):
        with pytest.raises(Undecided):
            unfold(symbol)
        with pytest.raises(Undecided):
            trusted.definition(symbol, named)


def test_means_over_spheres_of_no_dimension():
    size = sp.Symbol("d", positive=True)
    domain = Domain(size, size >= 2, kappa)
    with pytest.raises(Undecided):
        mean_is_linear(U1, domain, dim=size)
    with pytest.raises(Undecided):
        trusted_subspace.axis_mean_is_linear([(sp.S.One, U1)], size, kappa, domain)


def test_comparison_asks_for_the_whole_disc():
    disc = trusted_plane.disc(LAW)
    whole = sign(Le(U1**2, U1**2 + 1, evaluate=False), disc)
    assert isinstance(trusted_plane.plane_mean_compares(whole, D, kappa, LAW), Fact)
    half = sign(Le(-U1, 0, evaluate=False), Domain(*disc.symbols, *disc.conditions, U1 >= 0))
    with pytest.raises(Undecided):
        trusted_plane.plane_mean_compares(half, D, kappa, LAW)


def test_conditional_bound_asks_for_its_premises():
    slope, form = _slope_and_form()
    square = _squared_length(LAW)
    with pytest.raises(Undecided):
        trusted_plane.log_mgf_given_across(slope, form, slope, square, kappa, LAW)
    bent = sign(sp.Ge(U1**2, 0, evaluate=False), trusted_plane.disc(LAW))
    with pytest.raises(Undecided):
        trusted_plane.log_mgf_given_across(slope, form, _falling(), bent, kappa, LAW)


def test_an_undecided_quadrature_is_not_a_value():
    point = {**WARM, h: 3, beta: 10**6}
    assert enclosure.decide(Le(SHARED, -(10**9), evaluate=False), point)[0] is not Outcome.SHOWN
