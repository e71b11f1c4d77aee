"""Hypotheses as data: declared once, stated in full, drawn within bounds, dropped by nobody."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from sympy import Eq, IndexedBase, Symbol

from modgap.theory.balls.enclosure import membership
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.evidence.sampling import find_point
from modgap.theory.language.domain import (
    Domain,
    coupling,
    free_vector,
    orthonormal_frame,
    pairing,
    unit_vector,
    unit_vectors,
)
from modgap.theory.language.latex import hypotheses
from modgap.theory.outcome import Outcome, Undecided

x, y = sp.symbols("x y", real=True)
p = Symbol("p", positive=True)
r = Symbol("r", nonnegative=True)
n, h = sp.symbols("n h", integer=True, positive=True)
v, w = sp.symbols("v w")
q = IndexedBase("q")


def test_within_asks_for_every_hypothesis():
    weak, strong = Domain(x), Domain(x, x > 1)
    assert weak.within(strong)
    assert not strong.within(weak)
    assert not Domain(h, unit_vector(v, h)).within(Domain(h, free_vector(v, h)))
    assert not Domain(x, x > 1).within(Domain(x, x > 2))
    assert not Domain(Symbol("x", positive=True)).within(weak)


def test_union_makes_the_hypotheses_of_both():
    union = Domain(x, x > 1).union(Domain(x, y, y < x))
    assert set(union.symbols) == {x, y}
    assert set(union.conditions) == {x > 1, y < x}
    assert Domain(x, x > 1).within(union)


def test_without_leaves_out_one_variable():
    domain = Domain(x, y, n, x > 1, y > n, n >= 3)
    left = domain.without(n)
    assert left.symbols == (x, y)
    assert set(left.conditions) == {x > 1}
    with pytest.raises(ValueError, match="undeclared"):
        Domain(h, free_vector(v, h)).without(h)


@pytest.mark.parametrize(
    ("parts", "error", "message"),
    [
        ((x, y > 0), ValueError, "undeclared"),
        ((x, x**2), TypeError, "made of"),
        ((free_vector(v, h),), ValueError, "undeclared"),
        ((h, unit_vectors(q, n, h)), ValueError, "undeclared"),
        ((h, free_vector(v, h), unit_vector(v, h)), ValueError, "twice"),
        ((h, v, free_vector(v, h)), ValueError, "twice"),
        ((Symbol("h", positive=True), h), ValueError, "name"),
        ((Symbol("s", odd=True),), ValueError, "assumption"),
        ((Symbol("s", negative=True),), ValueError, "assumption"),
        ((x, sp.true), TypeError, "made of"),
        ((x, sp.And(x > 0, x < 1)), TypeError, "made of"),
    ],
)
def test_what_is_no_domain(parts, error, message):
    with pytest.raises(error, match=message):
        Domain(*parts)


def test_hypotheses_are_stated_in_full():
    domain = Domain(x, p, r, n, h, unit_vectors(q, n, h), free_vector(v, h), x > y, y)
    text = " | ".join(domain.hypotheses())
    for part in ("x real", "p > 0", "r >= 0", "n an integer", "n > 0", "unit vectors in R^(h)", "v a vector", "x > y"):
        assert part in text
    assert len(hypotheses(domain)) == len(domain.hypotheses())


@pytest.mark.parametrize(
    ("condition", "bound"),
    [
        (x > 2, x > 2),
        (sp.Ge(2 * x, y, evaluate=False), sp.Ge(x, y / 2, evaluate=False)),
        (sp.Lt(3 - x, 1, evaluate=False), sp.Gt(x, 2, evaluate=False)),
        (sp.Le(-2 * x, y, evaluate=False), sp.Ge(x, -y / 2, evaluate=False)),
    ],
)
def test_bounds_are_solved_for_the_variable(condition, bound):
    assert list(Domain(x, y, condition).bounds(x)) == [bound]


@pytest.mark.parametrize("condition", [x**2 > 1, x * y > 1, x + x**2 > 0, Eq(x, 1), sp.Ne(x, 1), sp.exp(x) > x])
def test_what_is_no_linear_bound(condition):
    assert list(Domain(x, y, condition).bounds(x)) == []


def test_draws_are_reproduced_and_meet_their_bounds():
    domain = Domain(n, x, p, x > 1, x < 3, n >= 2, n <= 4)
    for seed in range(30):
        point = draw_point(domain, SeededChooser(seed))
        assert point == draw_point(domain, SeededChooser(seed))
        assert isinstance(point[n], int)
        assert 2 <= point[n] <= 4
        assert 1 <= point[x] <= 3


def test_find_point_meets_every_condition():
    domain = Domain(h, n, x, y, h >= 2, x < y, Eq(n**2, 4), unit_vectors(q, n, h), reach={h: 4})
    point = find_point(domain)
    assert membership(point, domain) is Outcome.SHOWN
    assert point[q].shape == (2, point[h])


FRAME = Domain(h, orthonormal_frame(q, h))


@pytest.mark.parametrize(
    ("domain", "point", "outcome"),
    [
        (Domain(x, x > 1), {x: 2}, Outcome.SHOWN),
        (Domain(x, x > 1), {x: 1}, Outcome.REFUTED),
        (Domain(x, sp.Ge(x, sp.sqrt(2) ** 2, evaluate=False)), {x: 2}, Outcome.SHOWN),
        (Domain(p), {p: 0}, Outcome.REFUTED),
        (Domain(r), {r: 0}, Outcome.SHOWN),
        (Domain(r), {r: -1}, Outcome.REFUTED),
        (Domain(n), {n: 2.5}, Outcome.REFUTED),
        (Domain(n), {n: 0}, Outcome.REFUTED),
        (Domain(x, sp.Gt(sp.sin(x) ** 2 + sp.cos(x) ** 2, 1)), {x: 0.3}, Outcome.UNDECIDED),
        (Domain(h, free_vector(v, h)), {h: 2, v: np.ones(2)}, Outcome.SHOWN),
        (Domain(h, free_vector(v, h)), {h: 3, v: np.ones(2)}, Outcome.REFUTED),
        (Domain(h, free_vector(v, h)), {h: 2, v: np.array([1.0, np.nan])}, Outcome.REFUTED),
        (FRAME, {h: 2, q: np.ones((2, 2))}, Outcome.SHOWN),
        (FRAME, {h: 2, q: np.ones((3, 2))}, Outcome.REFUTED),
    ],
)
def test_membership(domain, point, outcome):
    assert membership(point, domain) is outcome


def test_a_pairing_is_stated():
    pi = sp.Symbol("pi_c")
    domain = Domain(pairing(pi))
    assert domain.hypotheses() == ["pi_c a coupling of these laws"]
    assert hypotheses(domain) == [r"\pi_{c}\text{ a coupling of these laws}"]
    assert pairing(pi) != free_vector(pi, sp.S.One)


def test_a_coupling_is_stated_and_drawn():
    law = sp.Symbol("P")
    for queries, words in (("unit", "x unit vectors"), ("ball", "x vectors of length at most 1")):
        domain = Domain(h, coupling(law, h, queries))
        assert words in domain.hypotheses()[-1]
        point = draw_point(domain, SeededChooser(3))
        assert point[law].shape[1] == 2 * point[h] + 1
        assert membership(point, domain) is Outcome.SHOWN
        assert membership({**point, law: -point[law]}, domain) is Outcome.REFUTED


def test_a_family_that_no_machine_holds_is_not_drawn():
    """A number of vectors that is at least another variable may be of any size."""
    domain = Domain(p, n, n >= p, unit_vectors(q, n, 3), reach={p: 1})
    assert len(draw_point(domain, SeededChooser(0))[q]) >= 1
    vast = Domain(p, n, p >= 10**30, n >= p, unit_vectors(q, n, 3))
    with pytest.raises(Undecided, match="more than are drawn"):
        draw_point(vast, SeededChooser(0))
