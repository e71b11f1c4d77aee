"""Substitution over random expressions with nested binders: values by balls before and after agree."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import IndexedBase, Lambda, Sum, Symbol

from modgap.theory.balls.evaluator import Evaluator
from modgap.theory.language.domain import Domain, free_variables, free_vector, free_vectors
from modgap.theory.language.means import SphereAverage
from modgap.theory.language.substitution import substituted
from modgap.theory.language.symbols import Dot
from modgap.theory.language.terms import scopes
from modgap.theory.outcome import Undecided

x, y = sp.symbols("x y", real=True)
i, j, k = sp.symbols("i j k", integer=True)
u, v, w = sp.symbols("u v w")
f, g = IndexedBase("f"), IndexedBase("g")

DOMAIN = Domain(x, y, i, j, k, *(free_vector(s, sp.S.One) for s in (u, v, w)), *(free_vectors(s, 3, 1) for s in (f, g)))
POINT = {
    **{x: 2, y: -3, i: 1, j: 2, k: 3},
    **{s: np.array([0.25 * n]) for n, s in enumerate((u, v, w), start=1)},
    **{s: np.array([[0.5], [1.5], [-1.0]]) * n for n, s in enumerate((f, g), start=1)},
}

indices, vectors, families = (st.sampled_from(names) for names in ((i, j, k), (u, v, w), (f, g)))


@st.composite
def members(draw):
    """A vector of R¹: a name, a member of a family, or a multiple of one."""
    one = draw(st.one_of(vectors, st.builds(lambda a, n: a[n], families, indices)))
    return draw(st.sampled_from([one, 2 * one]))


def grown(inner):
    """Larger expressions: sums over an index and means over a vector, which bear the names of free ones."""
    return st.one_of(
        st.builds(sp.Add, inner, inner),
        st.builds(sp.Mul, inner, inner),
        st.builds(lambda body, n: Sum(body + 1, (n, 1, 3)), inner, indices),
        st.builds(lambda body, n, m: Sum(body + n, (n, 1, m)), inner, indices, st.just(sp.Integer(2))),
        st.builds(lambda body, a, b: SphereAverage(sp.S.One, Lambda(a, body + Dot(a, b))), inner, vectors, members()),
    )


EXPRESSIONS = st.recursive(
    st.one_of(
        st.sampled_from((x, y, i, j, k, sp.Integer(2))),
        st.builds(Dot, members(), members()),
    ),
    grown,
    max_leaves=8,
)

NUMBERS = st.sampled_from((x + y, y - i, i * j, sp.Integer(2), x, k + 1))
VALUES = st.dictionaries(
    st.sampled_from((x, y, i, j, k, u, v, w, f, g)),
    st.none(),
    max_size=4,
)


@st.composite
def values(draw):
    """Values of variables: indices by indices of 1, 2, 3, vectors by vectors, families by families."""
    chosen = draw(VALUES)
    kinds = {x: NUMBERS, y: NUMBERS, f: families, g: families, **dict.fromkeys((i, j, k), indices)}
    return {name: draw(kinds.get(name, members())) for name in chosen}


def value(ev, expr):
    return ev.env[expr] if expr in (f, g) else ev.vector(expr) if ev.is_vector(expr) else ev(expr)


def meaning(expr, given_values):
    """The value of an expression where variables have the values that these expressions have here."""
    here = Evaluator(POINT, DOMAIN)
    ev = here
    for name, what in given_values.items():
        ev = ev.bound(name, value(here, what))
    ev._dots = {}
    return ev(expr)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(EXPRESSIONS, values())
def test_values_agree(expr, new):
    try:
        before = meaning(expr, new)
    except Undecided:
        return
    after = Evaluator(POINT, DOMAIN)(substituted(expr, new))
    assert before.overlaps(after), f"{expr} at {new}: {before} is not {after}"


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(EXPRESSIONS, values())
def test_free_variables_are_those_of_the_values(expr, new):
    """Nothing is captured, nothing that is bound is replaced."""
    expected = free_variables(expr) - set(new)
    for name in free_variables(expr) & set(new):
        expected |= free_variables(sp.sympify(new[name]))
    assert free_variables(substituted(expr, new)) <= expected


CAPTURES = [
    (Sum(x * i, (i, 1, 3)), {x: i}, Sum(i * Symbol("i'", integer=True), (Symbol("i'", integer=True), 1, 3))),
    (SphereAverage(2, Lambda(u, Dot(u, v))), {v: u}, SphereAverage(2, Lambda(Symbol("u'"), Dot(Symbol("u'"), u)))),
    (Sum(Dot(f[i], f[i]), (i, 1, 3)), {f: g}, Sum(Dot(g[i], g[i]), (i, 1, 3))),
    (Sum(i, (i, 1, j)), {i: k}, Sum(i, (i, 1, j))),
]


@pytest.mark.parametrize(("expr", "new", "expected"), CAPTURES)
def test_bound_variables_make_room(expr, new, expected):
    found = substituted(expr, new)
    assert found == expected or sp.simplify(found - expected) == 0
    assert not scopes(found) & free_variables(found)


def test_nothing_is_evaluated():
    quotient = substituted(x / y, {x: k, y: k})
    assert quotient != 1
    assert quotient.has(k)
