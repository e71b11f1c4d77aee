"""The parabola that touches log M: where its premises are turned away, and its two sides by floating point."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import sympy as sp
from sympy import Derivative

from modgap.numerics.bessel.functions import iv_ratio, iv_ratio_derivative, log_sphere_mgf
from modgap.theory.bessel.functions import z
from modgap.theory.kernel import facts
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Undecided
from modgap.theory.subspace.narrow import _facts
from modgap.theory.trusted.subspaces import log_mgf_parabola


def forged(fact: Fact, **changes: Any) -> Fact:
    """Return a fact that says something else, as no rule would make it."""
    return replace(fact, **changes, seal=facts._SEAL)


k, p, q = sp.symbols("k p q", positive=True)
BELOW = Domain(k, p, q, k <= p, k <= q)


def order(*relations, domain=BELOW):
    return [arithmetic(relation, domain) for relation in relations]


def test_both_sides_by_floating_point():
    rng = np.random.default_rng(20261128)
    for dim in (2, 5, 511):
        nu = dim / 2 - 1
        for low, high, at in np.sort(rng.uniform(0.1, 3 * dim, (40, 3)), axis=1):
            line = log_sphere_mgf(dim, high) + iv_ratio(nu, high) * (at - high)
            top = line + iv_ratio_derivative(nu, low) * (at - high) ** 2 / 2
            assert log_sphere_mgf(dim, at) <= top + 1e-9
            line = log_sphere_mgf(dim, low) + iv_ratio(nu, low) * (high - low)
            bottom = line + iv_ratio_derivative(nu, at) * (high - low) ** 2 / 2
            assert log_sphere_mgf(dim, high) >= bottom - 1e-9


def test_points_that_are_not_in_order_are_turned_away():
    slope, form, _, bending, riccati = _facts()
    free = slope.domain.without(slope.statement.lhs.variables[0])
    where = free.further(*BELOW.symbols, *BELOW.conditions)
    known = order(sp.Le(k, p, evaluate=False), sp.Le(k, q, evaluate=False), sp.Gt(k, 0, evaluate=False), domain=where)
    log_mgf_parabola(slope, form, bending, riccati, (k, p, q), known)
    for points, given in (((p, k, q), known), ((k, p, q), known[:1]), ((k, p, q), known[:2])):
        with pytest.raises(Undecided, match="no given facts say"):
            log_mgf_parabola(slope, form, bending, riccati, points, given)


def test_what_does_not_say_that_the_ratio_is_concave_is_turned_away():
    slope, form, falling, bending, riccati = _facts()
    known = order(sp.Le(k, p, evaluate=False), sp.Le(k, q, evaluate=False), sp.Gt(k, 0, evaluate=False))
    for wrong in (falling, forged(bending, statement=sp.Gt(*bending.statement.args, evaluate=False))):
        with pytest.raises(Undecided, match="concave"):
            log_mgf_parabola(slope, form, wrong, riccati, (k, p, q), known)
    other = forged(riccati, statement=sp.Eq(riccati.statement.lhs, 2 * riccati.statement.rhs, evaluate=False))
    with pytest.raises(Undecided, match="Riccati"):
        log_mgf_parabola(slope, form, bending, other, (k, p, q), known)
    assert Derivative in {type(node) for node in sp.preorder_traversal(bending.statement)}
    assert z not in BELOW.symbols
