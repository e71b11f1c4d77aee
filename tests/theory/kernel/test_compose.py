"""The logic between facts: each rule, and what it must not conclude."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, IndexedBase, Le, Lt, Sum, Symbol

from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.compose import both, chain, flip, part, rewrite, specialise, substitute
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.domain import Domain, free_vector, unit_vector, unit_vectors
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Undecided, Unproved

x, y = sp.symbols("x y", real=True)
p, s = sp.symbols("p s", positive=True)
n, h = sp.symbols("n h", integer=True, positive=True)
i = Symbol("i", integer=True)
u, v, w = sp.symbols("u v w")
a, b = IndexedBase("a"), IndexedBase("b")
ORDERED = Domain(x, y, x >= 1, y >= x)


def ge(left, right):
    return sign(Ge(left, right, evaluate=False), ORDERED)


def eq(left, right, domain=ORDERED):
    return identity(Eq(left, right, evaluate=False), domain)


# --- chain, flip, both, part -----------------------------------------------------------------------------------------


def test_chain_keeps_the_weakest_relation():
    one = sign(Lt(x, x + 1, evaluate=False), ORDERED)
    two = sign(Le(x + 1, x + y, evaluate=False), ORDERED)
    three = eq(x + y, (2 * x + 2 * y) / 2)
    assert chain(one, two).statement == Lt(x, x + y, evaluate=False)
    assert chain(two, three).statement == Le(x + 1, three.statement.rhs, evaluate=False)
    assert chain(three).statement == three.statement
    assert chain(one, two).premises == (one, two)


@pytest.mark.parametrize(
    "links",
    [
        lambda: (ge(y, x), sign(Le(x, 2 * y, evaluate=False), ORDERED)),
        lambda: (sign(Lt(x, x + 1, evaluate=False), ORDERED), sign(Lt(x, x + 2, evaluate=False), ORDERED)),
        lambda: (sign(Lt(x, x + 1, evaluate=False), ORDERED), sign(Gt(x + 2, x + 1, evaluate=False), Domain(y))),
    ],
    ids=["meets the wrong side", "does not meet", "undeclared"],
)
def test_broken_chains(links):
    with pytest.raises(Unproved):
        chain(*links())


def test_chain_within_a_domain_that_asks_less():
    with pytest.raises(Undecided):
        chain(ge(y, x), domain=Domain(x, y, x >= 1))


def test_flip_only_equations():
    assert flip(eq(x + x, 2 * x + 0 * y)).statement.args[0] == 2 * x
    with pytest.raises(Undecided):
        flip(ge(y, x))


def test_both_and_part():
    one, two = ge(y, x), ge(x, 1)
    together = both(one, two)
    assert part(together, two.statement).statement == two.statement
    for stray in (Ge(x, 2, evaluate=False), Gt(x, 1, evaluate=False)):
        with pytest.raises(Undecided):
            part(together, stray)
    with pytest.raises(Undecided):
        part(one, one.statement)


# --- substitute, rewrite ----------------------------------------------------------------------------------------------

EQUAL = Domain(x, y, Eq(x**2, y))


def square_is_y():
    return identity(Eq(x**2, y, evaluate=False), EQUAL, InnerProducts())


def test_substitute_keeps_the_hypotheses():
    found = substitute(eq(sp.exp(x**2), sp.exp(x**2), Domain(x, y)), square_is_y())
    assert found.statement == Eq(sp.exp(y), sp.exp(y), evaluate=False)
    assert found.domain.conditions == EQUAL.conditions
    with pytest.raises(Undecided):
        substitute(eq(sp.exp(x**2), sp.exp(x**2), Domain(x, y)), square_is_y(), domain=Domain(x, y))


def test_substitute_only_equations_and_only_what_occurs():
    target = eq(sp.exp(x**2), sp.exp(x**2), Domain(x, y))
    with pytest.raises(Undecided):
        substitute(target, sign(Ge(x**2, 0, evaluate=False), Domain(x)))
    with pytest.raises(Undecided):
        substitute(eq(sp.exp(x), sp.exp(x), Domain(x)), square_is_y())


def test_substitute_under_a_sum():
    total = eq(Sum(i * x**2, (i, 1, n)), Sum(i * x**2, (i, 1, n)), Domain(n, x, y))
    assert substitute(total, square_is_y()).statement.lhs == Sum(i * y, (i, 1, n))
    index = identity(Eq(x**2, i, evaluate=False), Domain(x, i, Eq(x**2, i)), InnerProducts())
    with pytest.raises(Undecided):
        substitute(total, index)


def test_substitute_under_a_derivative():
    slope = eq(Derivative(x**2, x), Derivative(x**2, x), Domain(x, y))
    with pytest.raises(Undecided):
        substitute(slope, square_is_y())
    factored = eq(x**2 - 1, (x - 1) * (x + 1), Domain(x, x > 0))
    slope = eq(Derivative(x**2 - 1, x), Derivative(x**2 - 1, x), Domain(x))
    assert substitute(slope, factored).statement.lhs == Derivative((x - 1) * (x + 1), x)
    up_to_the_end = eq(x**2 - 1, (x - 1) * (x + 1), Domain(x, x >= 0))
    with pytest.raises(Undecided):
        substitute(slope, up_to_the_end)


def test_rewrite():
    found = rewrite(sp.exp(x**2) + x, square_is_y(), domain=EQUAL)
    assert found.statement == Eq(sp.exp(x**2) + x, sp.exp(y) + x, evaluate=False)
    for undefined in (sp.log(x) + x**2, x**2 / (x + 1), 1 / (x**2 - y)):
        with pytest.raises(Undecided, match="needs"):
            rewrite(undefined, square_is_y(), domain=EQUAL)
    with pytest.raises(Undecided):
        rewrite(sp.exp(x**2), square_is_y(), domain=Domain(x, y))


# --- specialise -------------------------------------------------------------------------------------------------------


def test_specialise_meets_every_hypothesis():
    fact = sign(Gt(x * p, 0, evaluate=False), Domain(x, p, x > 1))
    found = specialise(fact, {x: y + 2, p: s**2}, Domain(y, s, y > 0))
    assert found.statement == Gt((y + 2) * s**2, 0, evaluate=False)
    assert found.domain == Domain(y, s, y > 0)
    for values, domain in (
        ({x: y + 2, p: s**2}, Domain(y, s)),
        ({x: y + 2, p: s - 1}, Domain(y, s, y > 0)),
        ({x: sp.S.One, p: s}, Domain(s)),
        ({x: s + 2}, Domain(s)),
        ({x: s + 2, p: y}, Domain(s)),
        ({x: sp.oo, p: s}, Domain(s)),
        ({x: sp.zoo, p: s}, Domain(s)),
        ({x: 2 + sp.I, p: s}, Domain(s)),
    ):
        with pytest.raises(Undecided):
            specialise(fact, values, domain)


def test_specialise_simultaneously():
    fact = sign(Ge(y - x, 0, evaluate=False), ORDERED)
    with pytest.raises(Undecided):
        specialise(fact, {x: y, y: x}, ORDERED)
    symmetric = eq((x - y) ** 2, (y - x) ** 2, Domain(x, y))
    assert specialise(symmetric, {x: y, y: 2 * x}, Domain(x, y)).statement.lhs == (y - 2 * x) ** 2


def test_specialise_integers():
    fact = sign(Ge(n, 1, evaluate=False), Domain(n))
    assert specialise(fact, {n: n + 3}, Domain(n)).statement == Ge(n + 3, 1, evaluate=False)
    for value in (p, sp.Rational(3, 2), sp.S.Zero, n - 1, n / 2):
        with pytest.raises(Undecided):
            specialise(fact, {n: value}, Domain(n, p))


def test_specialise_conditions_that_evaluate():
    fact = sign(Gt(x, 0, evaluate=False), Domain(x, x > 1))
    assert specialise(fact, {x: sp.Integer(3)}, Domain()).domain == Domain()
    for value in (0, 1, -2):
        with pytest.raises(Undecided):
            specialise(fact, {x: sp.Integer(value)}, Domain())


SPACE = Domain(h, p, free_vector(v, h), free_vector(w, h), unit_vector(u, h))


def test_specialise_vectors():
    fact = sign(Ge(Dot(v, v), 0, evaluate=False), Domain(h, free_vector(v, h)))
    value = p * u - 2 * w
    assert specialise(fact, {v: value}, SPACE).statement == Ge(Dot(value, value), 0, evaluate=False)
    for bad in (p, u + 1, Dot(u, w), Dot(u, w) * Symbol("t"), sp.S.Zero * u, u / (p - 1), u * w):
        with pytest.raises(Undecided):
            specialise(fact, {v: bad}, SPACE)


def test_specialise_to_another_space():
    m = Symbol("m", integer=True, positive=True)
    fact = sign(Ge(Dot(v, v), 0, evaluate=False), Domain(h, free_vector(v, h)))
    with pytest.raises(Undecided):
        specialise(fact, {v: w}, Domain(h, m, free_vector(w, m)))
    assert specialise(fact, {v: w, h: m}, Domain(m, free_vector(w, m)))


def test_specialise_unit_vectors_and_families():
    fact = identity(Eq(Dot(u, u), 1, evaluate=False), Domain(h, unit_vector(u, h)), InnerProducts())
    with pytest.raises(Undecided):
        specialise(fact, {u: v}, SPACE)
    with pytest.raises(Undecided):
        specialise(fact, {}, Domain(h, free_vector(u, h)))
    pair = Domain(h, n, unit_vectors(a, n, h), unit_vectors(b, n, h))
    total = eq(Sum(Dot(a[i], b[i]), (i, 1, n)), Sum(Dot(b[i], a[i]), (i, 1, n)), pair)
    assert specialise(total, {a: b, b: a}, pair).statement == total.statement
    with pytest.raises(Undecided):
        specialise(total, {a: b, b: a}, Domain(h, n, unit_vectors(a, n, h), unit_vectors(b, n + 1, h)))


def test_specialise_captures_nothing():
    total = eq(Sum(i * x, (i, 1, n)), Sum(x * i, (i, 1, n)), Domain(n, x))
    with pytest.raises(Undecided):
        specialise(total, {x: i}, Domain(n, i))
    slope = eq(Derivative(sp.exp(x * p), p), Derivative(sp.exp(p * x), p), Domain(x, p))
    for values in ({x: p}, {p: x**2 + 1}, {p: s, x: s}):
        with pytest.raises(Undecided):
            specialise(slope, values, Domain(x, p, s))
    assert specialise(slope, {p: s}, Domain(x, s)).statement.lhs == Derivative(sp.exp(x * s), s)


# --- what a special case may be made of ---------------------------------------------------------------------------

R = Symbol("r", nonnegative=True)


def of_nonnegative():
    return sign(Ge(R, 0, evaluate=False), Domain(R))


def test_a_given_fact_makes_a_value_nonnegative():
    domain = Domain(x, y, Ge(x, y))
    known = sign(Ge(x - y, 0, evaluate=False), domain)
    assert specialise(of_nonnegative(), {R: x - y}, domain, [known]).statement == Ge(x - y, 0, evaluate=False)


@pytest.mark.parametrize("value", [x - y, y - x, x])
def test_a_value_without_a_sign_is_no_nonnegative_one(value):
    domain = Domain(x, y)
    other = identity(Eq(x, x, evaluate=False), domain)
    with pytest.raises(Undecided):
        specialise(of_nonnegative(), {R: value}, domain, [other])


def test_real_values():
    """An inner product is real, as is a root that is shown to be defined; an undefined root is no value."""
    fact = identity(Eq(x - x, 0, evaluate=False), Domain(x))
    square = identity(Eq((x + 1) ** 2, x**2 + 2 * x + 1, evaluate=False), Domain(x))
    vectors = Domain(n, free_vector(u, n), free_vector(v, n))
    assert specialise(square, {x: Dot(u, v)}, vectors).statement.has(Dot)
    assert specialise(square, {x: sp.sqrt(p)}, Domain(p)).statement.has(sp.sqrt(p))
    for value in (sp.sqrt(x), sp.I, sp.I * x, 1 / x):
        with pytest.raises(Undecided):
            specialise(fact, {x: value}, Domain(x))
        with pytest.raises(Undecided):
            specialise(square, {x: value}, Domain(x))
