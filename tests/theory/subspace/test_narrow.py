"""Narrow cones: the parabolas that enclose the loss, by floating point, and what of them is not shown."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from modgap.numerics.bessel.functions import iv_ratio, iv_ratio_derivative
from modgap.numerics.contrastive.population import subspace_population_loss
from modgap.theory.kernel.status import Status
from modgap.theory.language.symbols import IvRatio, order_of
from modgap.theory.sphere.vmf import kappa
from modgap.theory.subspace import narrow
from modgap.theory.subspace.centres import h
from modgap.theory.subspace.narrow import D, k, parabola, q, slope
from tests.theory.variants import TURNED, fate

IDS = {"ids": lambda c: c.id}


@pytest.mark.parametrize("c", narrow.CLAIMS, **IDS)
def test_proved(c):
    assert c.verdict.status is Status.PROVED, c.verdict.reason


@pytest.mark.parametrize("c", narrow.CLAIMS, **IDS)
def test_turned_around(c):
    turned = TURNED[type(c.statement)](*c.statement.args, evaluate=False)
    assert fate(replace(c, statement=turned)) != "survived"


@pytest.mark.parametrize("change", ["a curvature of half", "the other curvature"])
def test_a_smaller_curvature_is_not_shown_from_above(change):
    curvature = slope(k) / 2 if change == "a curvature of half" else slope(k + 3 * kappa)
    statement = type(narrow.upper.statement)(narrow.upper.statement.lhs, parabola(curvature, 1 / k), evaluate=False)
    assert fate(replace(narrow.upper, statement=statement)) != "survived"


@pytest.mark.parametrize(("dim", "wide", "cold"), [(3, 30.0, 4.0), (6, 60.0, 3.0), (64, 900.0, 20.0)])
def test_the_loss_lies_between_the_parabolas(dim, wide, cold):
    order, a = (dim - 1) / 2 - 1, float(iv_ratio((dim - 1) / 2 - 1, wide))
    spread = (dim - 2) * a / wide

    def bound(at, across, cosine):
        own = -2 * cold * spread - 2 * cold * cosine * float(iv_ratio_derivative(order, wide))
        curved = float(iv_ratio_derivative(order, at)) * cold**2 * cosine**2 * (1 - spread)
        return own + curved + cold**2 * spread * across

    low, high = wide - cold, wide + cold
    for cosine in (0.0, 1 / cold, 0.5, 0.99):
        loss = subspace_population_loss(dim, math.acos(cosine), 1 / cold, wide, 0.0)
        assert bound(high, float(iv_ratio(order, high)) / high, cosine) <= loss + 1e-9
        assert loss <= bound(low, 1 / low, cosine) + 1e-9


def test_the_symbols_are_those_of_the_statement():
    assert narrow.upper.statement.rhs.has(IvRatio(order_of(D), k))
    assert narrow.lower.statement.rhs.has(IvRatio(order_of(D), q))
    assert h in narrow.upper.domain.symbols
