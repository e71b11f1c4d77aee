"""Theorem 3 for the pair of centres: statuses, exact facts, special points, and the death of false variants."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from sympy import Eq

from modgap.theory.balls import enclosure
from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.compose import specialise
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, orthonormal_frame, unit_vector
from modgap.theory.language.symbols import SphereMGF
from modgap.theory.outcome import Outcome, Refuted, Undecided
from modgap.theory.sphere import vmf
from modgap.theory.subspace import centres as centre_pair
from modgap.theory.subspace.centres import REACH, b, beta, e, f, h, k, kappa_x, kappa_y, loss, rho
from modgap.theory.trusted import subspaces as trusted_subspace
from tests.theory.variants_subspace import changed_statements, dropped_hypotheses, point_of_failure

IDS = {"ids": lambda c: c.id}
REFUTED = (centre_pair.centre, centre_pair.lower_bound)
PROVED = [c for c in centre_pair.CLAIMS if c not in REFUTED]


@pytest.mark.parametrize("c", PROVED, **IDS)
def test_proved(c):
    assert c.verdict.status is Status.PROVED, c.verdict.reason


@pytest.mark.parametrize("c", REFUTED, **IDS)
def test_refuted_with_a_witness(c):
    assert c.verdict.status is Status.REFUTED
    assert c.relation == "false_as_reported"
    assert enclosure.decide(c.statement, c.verdict.witness, c.domain)[0] is Outcome.REFUTED


@pytest.mark.parametrize("c", PROVED, **IDS)
def test_a_false_variant_dies(c):
    assert turn_away(c, 1) == 1


@pytest.mark.slow
@pytest.mark.parametrize("c", PROVED, **IDS)
def test_false_variants_die(c):
    needed = [v for v in dropped_hypotheses(c) if v.name.removeprefix("without ") not in IDLE.get(c.id, set())]
    deaths = turn_away(c, 4)
    assert deaths >= 3
    assert deaths + len(needed) >= 4


def turn_away(c, most):
    """Find changed statements that are certainly false at a drawn point; the derivation turns each of them away."""
    deaths = {}
    for variant in changed_statements(c):
        if len(deaths) < most and point_of_failure(variant) is not None:
            deaths[variant.name] = variant.fate()
    print(c.id, deaths)
    assert "survived" not in deaths.values()
    return len(deaths)


#: Hypotheses that the derivation does not use: what is said holds without them, too.
IDLE = {
    "subspace.form": {"phi <= pi/2", "h >= 2", "h >= 3"},
    "thm.3.partition": {"rho < 1"},
    "thm.3.centre_perp": {"rho < 1"},
    "thm.3.every_gap": {"rho < 1"},
    "thm.3.axis": set(),
}


@pytest.mark.parametrize("c", PROVED, **IDS)
def test_hypotheses_are_needed(c):
    for variant in dropped_hypotheses(c):
        idle = variant.name.removeprefix("without ") in IDLE.get(c.id, set())
        assert (variant.fate() == "survived") is idle, variant.name


# --- the points that need care ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("dim", [3, 4, 512])
def test_concentration_that_cancels_the_tilt(dim):
    """κ = βρ, where κc + βDc' vanishes at opposite signs."""
    point = {h: dim, rho: Fraction(1, 2), kappa_x: 2, kappa_y: 2, beta: 4, e: np.eye(dim - 1)[0]}
    d = centre_pair.centre_perp.domain
    assert enclosure.compare(loss(e, -e) > loss(e, e), point, d, bits=256) is Outcome.SHOWN


def test_the_reported_optimum_loses_everywhere_on_a_grid():
    d = centre_pair.shared.domain
    for dim, degrees, kappa, tau in ((3, 1, 0.1, 10), (4, 60, 3, 0.01), (5, 89.9, 500, 0.01), (8, 30, 50, 0.07)):
        point = {h: dim, rho: float(np.cos(np.deg2rad(degrees))), kappa_x: kappa, kappa_y: 2 * kappa, beta: 1 / tau}
        point[f] = np.random.default_rng(dim).standard_normal((dim - 1, dim - 1))
        assert enclosure.compare(centre_pair.CHEAPER, point, d, bits=256) is Outcome.SHOWN


def test_parallel_planes_are_left_out():
    """At φ = 0 the reported optimum and the shared centre have one loss: ρ < 1 is what separates them."""
    wider = Domain(*(h, h >= 3, rho, kappa_x, kappa_y, beta, orthonormal_frame(f, h - 1)), reach=REACH)
    variant = replace(centre_pair.shared, domain=wider)
    assert isinstance(variant.result, Exception)
    point = {h: 3, rho: 1, kappa_x: 1, kappa_y: 1, beta: 1, f: np.array([[0.3, 1.0], [-0.2, 0.4]])}
    assert enclosure.compare(centre_pair.CHEAPER, point, wider, bits=128) is not Outcome.SHOWN


def test_the_theorem_is_not_its_own_premise():
    for c in PROVED:
        assert not any(step.rule == "cite" and step.statement == c.statement for step in c.steps()), c.id
    assert "sphere.mgf.increment" in {c.id for c in centre_pair.centre_perp.verdict.depends}


# --- the trusted steps refuse what they must not conclude from ------------------------------------------------------


def test_increment_asks_for_the_derivative_of_the_same_function():
    axis = Domain(h, h >= 2, centre_pair.z)
    scaled = SphereMGF(h, centre_pair.z)
    form = identity(Eq(scaled, scaled, evaluate=False), axis)
    wrong = identity(Eq(2 * centre_pair.RATIO, 2 * centre_pair.RATIO, evaluate=False), axis, given=[_positive(axis)])
    with pytest.raises(Undecided):
        trusted_subspace.increment_of_log_mgf(wrong, form, k, b, Domain(h, h >= 2, k, b))
    with pytest.raises(Undecided):
        trusted_subspace.increment_of_log_mgf(form, form, k, b, Domain(h, h >= 2, k, b))


def _positive(domain):
    return specialise(bessel.positive.fact, {bessel.nu: vmf.nu}, domain)


def test_growth_asks_for_squares():
    d = Domain(k, b)
    for relation in (sp.Le(-k, k + b, evaluate=False), sp.Ge((k + b) ** 2, k**2, evaluate=False)):
        with pytest.raises(Undecided):
            trusted_subspace.log_mgf_grows(sign(relation, d), h - 1)


def test_evenness_asks_for_squares_and_a_positive_dimension():
    d = Domain(k, b)
    line = identity(Eq((k + b) + 0, k + b, evaluate=False), d)
    square = identity(Eq((k - b) ** 2, (b - k) ** 2, evaluate=False), d)
    with pytest.raises(Undecided):
        trusted_subspace.log_mgf_is_even(line, sp.Integer(3))
    with pytest.raises(Undecided):
        trusted_subspace.log_mgf_is_even(square, sp.Integer(0))
    with pytest.raises(Undecided):
        trusted_subspace.log_mgf_is_even(sign(sp.Le((k - b) ** 2, (b + k) ** 2, evaluate=False), d), sp.Integer(3))


def test_evenness_takes_the_square_on_the_right_unrooted():
    d = Domain(k, b)
    square = identity(Eq((k - b) ** 2, k**2 - 2 * k * b + b**2, evaluate=False), d)
    found = trusted_subspace.log_mgf_is_even(square, sp.Integer(3)).statement
    logs = [sp.log(centre_pair.SphereMGF(3, root)) for root in (k - b, sp.sqrt(k**2 - 2 * k * b + b**2))]
    assert found == Eq(*logs, evaluate=False)


def test_a_unit_axis_is_needed():
    """eᵀDe is ρ, not 1."""
    d = Domain(h, h >= 3, rho, rho < 1, unit_vector(e, h - 1))
    with pytest.raises(Refuted):
        identity(Eq(centre_pair.CrossCosine(e, e, e, rho), 1, evaluate=False), d, InnerProducts())
