"""The preferred angle: statuses, the loss and its slope by floating point, false variants."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import sympy as sp

from modgap.numerics.contrastive.population import angle_slope, preferred_angle, subspace_population_loss
from modgap.theory.balls import enclosure
from modgap.theory.kernel import facts
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain
from modgap.theory.language.subspaces import AngleSlope
from modgap.theory.outcome import Undecided
from modgap.theory.sphere.vmf import kappa
from modgap.theory.subspace import preferred
from modgap.theory.subspace.centres import beta, rho
from modgap.theory.subspace.perpendicular import s
from modgap.theory.trusted import subspaces as trusted_subspace
from tests.theory.variants import TURNED, fate

STATUSES = {
    preferred.tangent: Status.PROVED,
    preferred.convex: Status.PROVED,
    preferred.right: Status.PROVED,
    preferred.clip: Status.CERTIFIED,
    preferred.closing: Status.REFUTED,
}
IDS = {"ids": lambda c: c.id}
AT = {"h": 6, "kappa": 9.0, "beta": 4.0}


def value(expr, **numbers):
    point = {rho: numbers["rho"], kappa: numbers["kappa"], beta: numbers["beta"]}
    return float(enclosure.value(expr, point, Domain(rho, kappa, beta), 64).mid())


@pytest.mark.parametrize("c", preferred.CLAIMS, **IDS)
def test_status(c):
    assert c.verdict.status is STATUSES[c], c.verdict.reason


@pytest.mark.parametrize("c", [preferred.tangent, preferred.convex, preferred.right], **IDS)
def test_turned_around(c):
    turned = TURNED[type(c.statement)](*c.statement.args, evaluate=False)
    assert fate(replace(c, statement=turned)) != "survived"


def test_the_slope_is_the_derivative_of_the_loss():
    for h, kappa_, beta_, cosine in ((3, 2.0, 5.0, 0.4), (512, 777.0, 100.0, 0.3), (6, 9.0, 4.0, 0.9)):
        step = 1e-4
        ends = [
            subspace_population_loss(h, math.acos(c), 1 / beta_, kappa_, 0.0) for c in (cosine - step, cosine + step)
        ]
        assert angle_slope(h, cosine, 1 / beta_, kappa_) == pytest.approx((ends[1] - ends[0]) / (2 * step), rel=1e-4)


def test_the_slope_by_balls_is_that_by_floating_point():
    symbol = AngleSlope(sp.Integer(6), rho, kappa, beta)
    for cosine in (0.25, 0.75):
        ball = value(symbol, rho=cosine, kappa=9.0, beta=4.0)
        assert ball == pytest.approx(angle_slope(6, cosine, 0.25, 9.0), rel=1e-6)


def test_the_loss_falls_towards_the_preferred_angle_from_both_sides():
    for h, kappa_, tau in ((512, 777.0, 0.01), (8, 20.0, 0.2), (4, 50.0, 0.01)):
        best = preferred_angle(h, tau, kappa_)
        angles = np.linspace(0.02, math.pi / 2, 24)
        losses = np.array([subspace_population_loss(h, a, tau, kappa_, 0.0) for a in angles])
        below, above = losses[angles < best], losses[angles > best]
        assert (np.diff(below) < 0).all()
        assert (np.diff(above) > 0).all()


def test_at_clips_size_it_is_in_the_certified_interval():
    best = math.cos(preferred_angle(512, 0.01, 777.0))
    assert float(preferred.WIDER) < best < float(preferred.NARROWER)


def test_concentrated_laws_prefer_the_arc_cosine_of_the_temperature():
    for tau in (0.05, 0.3):
        errors = [abs(math.cos(preferred_angle(6, tau, k)) - tau) for k in (1e3, 1e4)]
        assert errors[1] < errors[0] / 5
    assert preferred_angle(6, 2.0, 1e4) == 0.0


def test_clips_interval_cannot_be_moved():
    """A cosine outside of the valley in the place of its bottom: the comparison is refused."""
    far = preferred.loss(sp.Rational(3, 10), preferred.CLIP)
    statement = sp.Lt(far, preferred.loss(preferred.NARROWER, preferred.CLIP), evaluate=False)
    with pytest.raises(Exception, match="fails on a whole sub-box"):
        preferred.certify(statement, preferred.CLIP_SIZE)


# --- the comparison of means, where the premise leaves out an end ---------------------------------------------------


def test_means_compare_where_an_end_is_left_out_but_not_more():
    fact = preferred._tangent()
    d = preferred.tangent.domain
    assert trusted_subspace.axis_mean_compares(fact, s, preferred.D, kappa, d).statement.args
    inner = replace(fact, seal=facts._SEAL, domain=Domain(*fact.domain.symbols, *fact.domain.conditions, s >= 0))
    with pytest.raises(Undecided, match="does not let s range"):
        trusted_subspace.axis_mean_compares(inner, s, preferred.D, kappa, d)


def test_what_is_not_defined_at_an_end_has_no_mean():
    open_end = Domain(kappa, s, s > -1, s < 1)
    statement = sp.Le(sp.log(1 + s), 1 + s, evaluate=False)
    wild = replace(preferred._tangent(), seal=facts._SEAL, domain=open_end, statement=statement, premises=())
    with pytest.raises(Undecided):
        trusted_subspace.axis_mean_compares(wild, s, sp.Integer(3), kappa, Domain(kappa))
