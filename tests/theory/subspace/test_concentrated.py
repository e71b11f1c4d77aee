"""Theorem 3 for concentrated populations: statuses, the rate by quadrature in several dimensions, false variants."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import sympy as sp

from modgap.theory.balls import enclosure
from modgap.theory.bessel.functions import z
from modgap.theory.bessel.shape import increasing
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.compose import part, specialise
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain
from modgap.theory.language.printing import parts
from modgap.theory.outcome import Undecided
from modgap.theory.sphere.vmf import kappa
from modgap.theory.subspace import concentrated
from modgap.theory.subspace.centres import beta, e, h, rho
from modgap.theory.subspace.concentrated import D, p
from modgap.theory.subspace.perpendicular import shared_facts
from modgap.theory.trusted import calculus as trusted_calculus
from modgap.theory.trusted import subspaces as trusted_subspace
from tests.theory import sphere_rules as rules
from tests.theory.variants import TURNED, fate
from tests.theory.variants_subspace import changed_statements, dropped_hypotheses, point_of_failure

IDS = {"ids": lambda c: c.id}


@pytest.mark.parametrize("c", concentrated.CLAIMS, **IDS)
def test_proved(c):
    assert c.verdict.status is Status.PROVED, c.verdict.reason


#: Claims whose balls take quadratures on the circle, or whose false variants the solvers search long for.
LONG = (concentrated.far, concentrated.upper, concentrated.every, concentrated.shared, concentrated.concentrated)
#: Hypotheses that the derivation does not use: these follow from the others.
IDLE = {
    "thm.3.population.concentrated.bound": {"rho < 1", "q < 1"},
    "thm.3.population.concentrated.every": {"<c_x, e>**2/2 + <c_y, e>**2/2 < 1"},
}


@pytest.mark.parametrize("c", concentrated.CLAIMS[1:], **IDS)
def test_turned_around(c):
    first, *rest = parts(c.statement)
    turned = TURNED[type(first)](*first.args, evaluate=False)
    statement = sp.And(turned, *rest, evaluate=False) if rest else turned
    assert fate(replace(c, statement=statement)) != "survived"


@pytest.mark.parametrize(
    "c", [pytest.param(c, marks=pytest.mark.slow if c in LONG else []) for c in concentrated.CLAIMS], **IDS
)
def test_false_variants_die(c):
    false = [v for v in changed_statements(c) if point_of_failure(v, tries=12) is not None][:4]
    dropped = [v for v in dropped_hypotheses(c) if v.name.removeprefix("without ") not in IDLE.get(c.id, set())]
    fates = {v.name: v.fate() for v in [*false, *dropped]}
    print(c.id, fates)
    assert len(fates) >= 2
    assert "survived" not in fates.values()


#: Sharper constants, each false somewhere: the derivation must not reach them.
SHARPER = {
    "no remainder": (
        concentrated.upper,
        sp.Le(concentrated.ALONG, -2 * beta * concentrated.covariance(sp.S.One), evaluate=False),
    ),
    "a tenth of the remainder with a shared centre": (
        concentrated.shared,
        sp.And(
            sp.Le(
                concentrated.SHARED,
                -2 * beta * concentrated.covariance(sp.S.Zero) + D * beta**2 / (10 * kappa**2),
                evaluate=False,
            ),
            concentrated.FROM_BELOW,
            evaluate=False,
        ),
    ),
    "twice the leading term": (
        concentrated.concentrated,
        sp.And(
            sp.Le(
                concentrated.ALONG - concentrated.SHARED,
                concentrated.AT_MOST.rhs + concentrated.LEADING,
                evaluate=False,
            ),
            concentrated.AT_LEAST,
            evaluate=False,
        ),
    ),
}


@pytest.mark.parametrize("name", SHARPER)
def test_sharper_constants_are_not_proved(name):
    c, statement = SHARPER[name]
    assert fate(replace(c, statement=statement)) != "survived"


# --- by quadrature in dimensions where balls do not evaluate ---------------------------------------------------------


def losses(dim, cosine, k, b):
    """Return the losses with centres orthogonal to C and with a shared one in C, d = h − 1."""
    axes = np.eye(dim)
    return tuple(rules.equal_coordinates(dim, cosine, k, b, axes[i]) for i in (-1, 0))


@pytest.mark.parametrize("dim", [2, 3, 4])
def test_rate(dim):
    """κ (L(c ⟂ C) − L(c ∈ C)) tends to −2(1−ρ)β; its distance halves as κ doubles."""
    cosine, b = 0.4, 1.5
    found = []
    for k in (20.0, 40.0):
        along, shared = losses(dim, cosine, k, b)
        found.append(abs(k * (along - shared) / (-2 * (1 - cosine) * b) - 1))
    assert found[1] < 0.12
    assert 1.6 < found[0] / found[1] < 2.4


@pytest.mark.parametrize("dim", [2, 3, 4])
def test_bounds(dim):
    """The claims' own formulas, at drawn parameters, against losses by quadrature in every dimension."""
    rng = np.random.default_rng(dim)
    for _ in range(12):
        k, b, cosine = 10 ** rng.uniform(-1, 1.5), 10 ** rng.uniform(-1, 1), rng.choice([0.0, rng.uniform(), 0.99])
        along, shared = losses(dim, cosine, k, b)
        at = {h: dim + 1, kappa: k, beta: b, rho: cosine}

        def value(expr, at=at):
            return float(enclosure.value(expr, at).mid())

        slack = 1e-9 * (1 + b)
        assert along <= value(concentrated.upper.statement.rhs) + slack
        assert along >= value(concentrated.along.statement.lhs) - slack
        assert shared <= value(concentrated.FROM_ABOVE.rhs) + slack
        assert shared >= value(concentrated.FROM_BELOW.lhs) - slack
        assert along - shared <= value(concentrated.AT_MOST.rhs) + slack
        assert along - shared >= value(concentrated.AT_LEAST.rhs) - slack


def test_shared_loss_of_balls():
    point = {h: 3, kappa: 4.0, beta: 6.0, rho: 0.2, e: np.array([0.6, 0.8]), p: np.array([1.0, 1.0])}
    found = enclosure.value(concentrated.SHARED, point, concentrated.shared.domain)
    assert abs(float(found.mid()) - losses(2, 0.2, 4.0, 6.0)[1]) < 1e-9


def test_first_order_is_the_variance_of_the_law():
    for dim, k, square in ((2, 3.0, 0.0), (3, 1.0, 0.3), (4, 8.0, 1.0)):
        found = enclosure.value(concentrated.covariance(sp.Rational(str(square))), {h: dim + 1, kappa: k, rho: 0.3})
        assert abs(float(found.mid()) - rules.variance(dim, 0.3, k, square)) < 1e-9


# --- the trusted steps refuse what they must not conclude from -------------------------------------------------------

LAW = Domain(h, h >= 3, kappa)


def support(**change):
    slope, form, _, rising = shared_facts()
    asked = {"rising": rising, "at": -kappa, "base": kappa, "domain": LAW, **change}
    return trusted_subspace.log_mgf_support(slope, form, asked["rising"], asked["at"], asked["base"], asked["domain"])


def test_support_serves_points_of_either_sign():
    assert support().statement.rhs.has(concentrated.A_AT)


@pytest.mark.parametrize(
    "change",
    [
        lambda: {"rising": shared_facts()[2]},
        lambda: {"base": -kappa},
        lambda: {"base": sp.S.Zero},
        lambda: {"at": sp.log(-kappa)},
        lambda: {"at": z, "domain": Domain(h, h >= 3, kappa, z)},
    ],
    ids=["A/z for A", "a negative base", "base 0", "a point that is undefined", "a variable that is bound"],
)
def test_support_refuses(change):
    asked = change()
    with pytest.raises(Undecided):
        support(**asked)


def test_decreasing_from_a_positive_point():
    """A + (2ν+2)/z has a pole at 0: it decreases from a point that is said to be positive, and from no other."""
    b, falls = concentrated.b, part(concentrated.far.fact, concentrated.SLOWING)
    falls = specialise(falls, {concentrated.nu: concentrated.order_of(D)}, Domain(h, h >= 3, z))
    domain = Domain(h, h >= 3, kappa, b)
    relations = sp.Gt(kappa, 0, evaluate=False), sp.Le(kappa, kappa + b, evaluate=False)
    order = [arithmetic(relation, domain) for relation in relations]
    assert trusted_calculus.decreases(falls, kappa, kappa + b, order, domain, []).statement.lhs.has(b)
    at_least = [arithmetic(sp.Ge(kappa, 0, evaluate=False), domain), order[1]]
    with pytest.raises(Undecided):
        trusted_calculus.decreases(falls, kappa, kappa + b, at_least, domain, [])
    with pytest.raises(Undecided):
        trusted_calculus.decreases(falls, kappa + b, kappa, order, domain, [])
    with pytest.raises(Undecided):
        trusted_calculus.decreases(increasing.fact, kappa, kappa + b, order, domain, [])


def test_growth_asks_for_a_square_on_the_left():
    below = arithmetic(sp.Le(-kappa, kappa, evaluate=False), LAW)
    with pytest.raises(Undecided):
        trusted_subspace.log_mgf_grows(below, D)
