"""The sign of an expression: what is shown, and for each method a false variant that is not."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sympy import Gt, Symbol

from modgap.theory.engines import signs
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.symbols import Dot, SphereIntegral
from modgap.theory.outcome import Undecided

x, y = sp.symbols("x y", real=True)
p, s = sp.symbols("p s", positive=True)
r = Symbol("r", nonnegative=True)
n = Symbol("n", integer=True, positive=True)
h = Symbol("h", integer=True, positive=True)
v = Symbol("v")

#: Each with a neighbour that is false somewhere on its domain.
POSITIVE = {
    "shift": (x * y - x - y + 2, x * y - x - y, Domain(x, y, x >= 1, y >= 1)),
    "strict bound": (x - 1, x - 2, Domain(x, x > 1)),
    "upper bound": (3 - x, 2 - x, Domain(x, x < 3)),
    "integer gap": (2 * n - 1, 2 * n - 2, Domain(n)),
    "bound by another variable": (x - y, y - x, Domain(x, y, x > y)),
    "two bounds": ((x - 1) * (3 - x), (x - 1) * (2 - x), Domain(x, x > 1, x < 3)),
    "Sturm": (x**2 - x + sp.Rational(1, 3), x**2 - x + sp.Rational(1, 5), Domain(x)),
    "Sturm between ends": (2 - x**2, 1 - x**2, Domain(x, x > -1, x < sp.Rational(7, 5))),
    "Sturm at an open end": (x**3 - x**2, x**3 - 2 * x**2, Domain(x, x > 1)),
    "rational": (1 / (p + 1) - 1 / (p + 2), 1 / (p + 2) - 1 / (p + 1), Domain(p)),
    "two negative factors": ((x - 1) * (y - 1), (x - 1) * (y + 1), Domain(x, y, x < 0, y < 0)),
    "odd power": (x**3, (x - 1) ** 3, Domain(x, x > 0)),
    "even power off its zero": ((x - 1) ** 2, (x - 2) ** 2, Domain(x, x > 1)),
    "exponential": (sp.exp(x), sp.exp(x) - 1, Domain(x)),
    "gamma": (sp.gamma(p) + 1, sp.gamma(p) - 1, Domain(p)),
    "root": (sp.sqrt(p) + p, sp.sqrt(p) - p, Domain(p)),
    "factorial": (sp.factorial(r) * p, sp.factorial(r) - 1, Domain(r, p)),
    "rising factorial": (sp.RisingFactorial(p, n), sp.RisingFactorial(p, n) - p, Domain(p, n)),
}


@pytest.mark.parametrize("name", POSITIVE)
def test_positive(name):
    true, false, domain = POSITIVE[name]
    assert signs.show_positive(true, domain) in (signs.SHIFT, signs.STURM)
    with pytest.raises(Undecided):
        signs.show_positive(false, domain)


NONNEGATIVE = {
    "zero": (sp.S.Zero, -sp.S.One, Domain()),
    "closed end": (x - 1, x - 2, Domain(x, x >= 1)),
    "square": ((x - y) ** 2, (x - y) ** 3, Domain(x, y)),
    "length": (Dot(v, v), Dot(v, v) - 1, Domain(h, free_vector(v, h))),
    "double root": (x**2 - 2 * x + 1, x**2 - 2 * x, Domain(x)),
    "root at both closed ends": (x * (1 - x), x * (1 - x) - sp.Rational(1, 5), Domain(x, x >= 0, x <= 1)),
    "nonnegative symbol": (r * p, r * (p - 1), Domain(r, p)),
}


@pytest.mark.parametrize("name", NONNEGATIVE)
def test_nonnegative(name):
    true, false, domain = NONNEGATIVE[name]
    assert signs.show_nonnegative(true, domain)
    with pytest.raises(Undecided):
        signs.show_positive(true, domain)
    with pytest.raises(Undecided):
        signs.show_nonnegative(false, domain)


def test_nonzero_has_one_strict_sign():
    assert signs.show_nonzero(x - 2, Domain(x, x < 1))
    assert signs.show_nonzero(-(x**2) - 1, Domain(x))
    for expr, domain in ((x, Domain(x)), (x - 1, Domain(x, x >= 1)), (x**2, Domain(x)), (x**2 - 2, Domain(x))):
        with pytest.raises(Undecided):
            signs.show_nonzero(expr, domain)


def test_what_is_given_counts_as_positive():
    f = sp.Function("f")(x)
    assert signs.show_positive(f + x**2 * f, Domain(x, x > 0), given=[f])
    for false in (f - 1, -f, f * x):
        with pytest.raises(Undecided):
            signs.show_positive(false, Domain(x), given=[f])


def test_irrational_ends():
    assert signs.show_positive(sp.pi - x, Domain(x, x < 3))
    assert signs.show_nonnegative(sp.pi / 2 - p, Domain(p, p <= sp.pi / 2))
    with pytest.raises(Undecided):
        signs.show_positive(sp.Rational(3, 2) - p, Domain(p, p <= sp.pi / 2))


coefficients = st.lists(st.integers(-6, 6), min_size=1, max_size=5)


@settings(max_examples=120, deadline=None)
@given(coefficients, st.integers(-4, 3), st.integers(1, 5), st.booleans(), st.booleans())
def test_sturm_and_shift_never_show_what_a_point_denies(factors, low, width, open_low, open_high):
    high = low + width
    domain = Domain(x, (x > low) if open_low else (x >= low), (x < high) if open_high else (x <= high))
    polynomial = sp.Poly(factors, x).as_expr()
    assume(not polynomial.is_number)
    points = [sp.Rational(4 * low + k, 4) for k in range(4 * width + 1)]
    inside = points[int(open_low) : len(points) - int(open_high)]
    for show, fails in ((signs.show_positive, sp.Le), (signs.show_nonnegative, sp.Lt)):
        try:
            show(polynomial, domain)
        except Undecided:
            continue
        assert not any(fails(polynomial.subs(x, at), 0) for at in inside)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(-3, 3)), max_size=5), st.integers(-2, 2))
def test_two_variables_never_show_what_a_point_denies(terms, bound):
    polynomial = sum((c * x**i * y**j for i, j, c in terms), sp.S.Zero)
    domain = Domain(x, y, x >= bound, y >= x)
    try:
        signs.show_positive(polynomial, domain)
    except Undecided:
        return
    for low in (0, sp.Rational(1, 2), 3):
        for more in (0, sp.Rational(1, 3), 7):
            assert Gt(polynomial.subs({x: bound + low, y: bound + low + more}), 0)


def test_a_root_is_not_negative():
    a, b = sp.symbols("a b", positive=True)
    domain = Domain(a, b)
    assert signs.show_nonnegative(sp.sqrt(a**2 - 2 * a * b + b**2), domain) == signs.SHIFT
    for expr in (sp.sqrt(a - b), -sp.sqrt(a**2 - 2 * a * b + b**2)):
        with pytest.raises(Undecided):
            signs.show_nonnegative(expr, domain)
    with pytest.raises(Undecided):
        signs.show_positive(sp.sqrt(a**2 - 2 * a * b + b**2), domain)


# --- ends: affine or concave in a bounded variable -----------------------------------------------------------------

_t, _u = sp.symbols("t u", real=True)
_k, _b = sp.symbols("k b", positive=True)
_c, _d = sp.symbols("c d")
_h = sp.Symbol("h", integer=True, positive=True)
BOX = Domain(_t, _u, _k, _b, _t >= -1, _t <= 1, _u >= -1, _u <= 1)
UNITS = Domain(_h, unit_vector(_c, _h), unit_vector(_d, _h))
FREE = Domain(_h, unit_vector(_c, _h), free_vector(_d, _h))
SQUARED_LENGTH = _k**2 + 2 * _k * _b * _t + _b**2


@pytest.mark.parametrize(
    ("expr", "domain"),
    [
        (SQUARED_LENGTH, BOX),
        (1 - _t**2, BOX),
        (_b**2 * (1 - sp.Rational(3, 4) * _t**2) + _k**2 - _k * _b * _t, BOX),
        (2 - _t - _u, BOX),
        (1 + Dot(_c, _d), UNITS),
        (SQUARED_LENGTH, Domain(_t, _k, _b, _t >= -1)),
        (SQUARED_LENGTH, Domain(_t, _u, _k, _b, _u >= -1, _t > _u, _t <= 1)),
    ],
)
def test_ends_show(expr, domain):
    signs.show_nonnegative(expr, domain)


@pytest.mark.parametrize(
    ("expr", "domain"),
    [
        (_t**2 - sp.Rational(1, 4), BOX),
        (_t * _u, BOX),
        (_b**2 * (1 - _t**2) + _k**2 - 2 * _k * _b * _t, BOX),
        (_k**2 + 2 * _k * _b * _t + _b**2 - sp.Rational(1, 1000), BOX),
        (_k**2 + 3 * _k * _b * _t + _b**2, BOX),
        (_t + sp.Rational(1, 2), Domain(_t, _t >= -1)),
        (1 - _t, Domain(_t, _t >= -1)),
        (1 - _t**2, Domain(_t, _t <= 1)),
        (1 - _t**3 * 2, BOX),
        (Dot(_c, _d) + sp.Rational(9, 10), UNITS),
        (1 - Dot(_c, _d), FREE),
        (sp.hyper((), (sp.Rational(1, 2),), -_k), BOX),
        (sp.hyper((), (_t,), _k), BOX),
        (SphereIntegral(_t, _c), BOX),
        (HyperplaneIntegral(_h, _c, _d), UNITS),
    ],
)
def test_ends_do_not_show(expr, domain):
    """Each is negative, or undefined, somewhere on its domain."""
    with pytest.raises(Undecided):
        signs.show_nonnegative(expr, domain)


def test_strictly_only_where_both_ends_are():
    signs.show_positive(SQUARED_LENGTH, Domain(_t, _k, _b, _t > -1, _t <= 1, _k >= 2 * _b))
    with pytest.raises(Undecided):
        signs.show_positive(SQUARED_LENGTH, BOX)


# --- even powers, and answers that are remembered ------------------------------------------------------------------

_A, _B = sp.symbols("a b", real=True)
_HALF_PLANE = Domain(_A, _B, _A >= 0)


def test_an_even_power_of_what_is_real_is_not_negative():
    assert signs.show_sign((sp.sqrt(_A) - _B) ** 2, _HALF_PLANE, strict=False)


@pytest.mark.parametrize(
    ("expr", "domain", "strict"),
    [
        ((sp.sqrt(_A) - _B) ** 2, _HALF_PLANE, True),
        ((sp.sqrt(_A) - _B) ** 3, _HALF_PLANE, False),
        ((sp.sqrt(_A) - _B) ** 2, Domain(_A, _B), False),
        ((sp.sqrt(_A - 1) - _B) ** 2, _HALF_PLANE, False),
    ],
)
def test_other_powers_and_roots_of_what_may_be_negative_are_left_open(expr, domain, strict):
    with pytest.raises(Undecided):
        signs.show_sign(expr, domain, strict=strict)


def test_a_remembered_answer_names_what_it_relied_on_again():
    expr, domain = sp.exp(_B) + 1, Domain(_B)
    noted = []
    for _ in range(2):
        with signs.noting() as relied_on:
            signs.show_sign(expr, domain, strict=True)
        noted.append(set(relied_on))
    assert noted[0] == noted[1]
    assert any("e^x > 0" in reason for reason in noted[1])


def test_an_answer_is_not_remembered_for_another_question():
    expr = _A - _B
    assert signs.show_sign(expr, Domain(_A, _B), strict=True, given=[expr])
    for domain in (Domain(_A, _B), Domain(_A, _B, _A >= _B)):
        with pytest.raises(Undecided):
            signs.show_sign(expr, domain, strict=True)
