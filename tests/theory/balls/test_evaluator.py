"""Balls contain the values of an independent evaluation, and leave open what they cannot settle."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import numpy as np
import pytest
import sympy as sp
from flint import acb, arb
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sympy import Derivative, Eq, Ge, Gt, IndexedBase, Integral, KroneckerDelta, Lambda, Le, Lt, Ne, Piecewise, Sum

from modgap.theory.balls.enclosure import value
from modgap.theory.balls.evaluator import Evaluator, Unsupported, ball, precision
from modgap.theory.balls.holomorphy import Holomorphy
from modgap.theory.balls.tape import Tape
from modgap.theory.language.domain import Domain, free_vector, orthonormal_frame, unit_vectors
from modgap.theory.language.symbols import U1, Dot, IvRatio, PrincipalCosine, SphereIntegral, sphere_mean, unfold
from modgap.theory.outcome import Outcome, Undecided
from modgap.theory.trusted.series import K

x, y, t = sp.symbols("x y t", real=True)
z = sp.Symbol("z", positive=True)
nu = sp.Symbol("nu", real=True)
h, n, m = sp.symbols("h n m", integer=True, positive=True)
u = sp.Symbol("u")
q, a = IndexedBase("q"), IndexedBase("a")

mpmath.mp.dps = 60


def agrees(enclosed, reference, digits=25):
    """Hold a ball against a reference good to 45 digits: it must contain it and be narrow."""
    mid, rad = mpmath.mpf(enclosed.mid().str(70, radius=False)), mpmath.mpf(float(enclosed.rad()))
    size = 1 + abs(reference)
    return abs(mid - reference) <= rad + mpmath.mpf(10) ** -45 * size and rad <= size * mpmath.mpf(10) ** -digits


orders = st.sampled_from([-7, -3, -1, 0, 1, 2, 40, 900]) | st.fractions(-8, 60, max_denominator=64)
arguments = st.sampled_from([Fraction(1, 10**6), Fraction(1, 2), 1, 30, 700]) | st.fractions(Fraction(1, 64), 90)
QUICK = settings(max_examples=40, deadline=None)


def mp(number):
    return mpmath.mpf(number.numerator) / number.denominator


@QUICK
@given(orders, arguments)
def test_bessel_functions(order, argument):
    order, argument = Fraction(order), Fraction(argument)
    reference = mpmath.besseli(mp(order), mp(argument))
    found = value(sp.besseli(nu, z), {nu: order, z: argument}, bits=256)
    with precision(256):
        around = arb(mpmath.nstr(reference, 50)) * (1 + arb(0, "1e-40"))
        assert found.overlaps(around)
        assert argument > 100 or found.rad() <= abs(found) * arb("1e-30")


@QUICK
@given(st.fractions(Fraction(1, 8), 30), st.integers(0, 25))
def test_gamma_factorial_and_rising_factorial(real, count):
    point = {x: real, n: count}
    assert agrees(value(sp.gamma(x), point, bits=256), mpmath.gamma(mp(real)), 8)
    assert agrees(value(sp.factorial(n), point, bits=256), mpmath.factorial(count), 15)
    found = value(sp.RisingFactorial(x, n), point, bits=256)
    assert agrees(found, mpmath.rf(mp(real), count), 8)


@QUICK
@given(st.fractions(Fraction(1, 8), 20), st.fractions(-20, 20))
def test_hypergeometric_function(parameter, argument):
    found = value(sp.hyper((), (z,), x), {z: parameter, x: argument}, bits=256)
    assert agrees(found, mpmath.hyp0f1(mp(parameter), mp(argument)), 15)


def test_a_sum_of_more_terms_than_can_be_added_is_undecided():
    index = sp.Symbol("k", integer=True)
    long = Sum(index**2, (index, 1, n))
    few, many = (Evaluator({n: count}, Domain(n)) for count in (3, 10**40))
    assert few(long) == 14
    with pytest.raises(Undecided, match="more than are added one by one"):
        many(long)


@QUICK
@given(st.fractions(-9, 9))
def test_infinite_sum_with_its_tail(argument):
    found = value(Sum(x**K / sp.factorial(K), (K, 0, sp.oo)), {x: argument}, bits=256)
    assert agrees(found, mpmath.exp(mp(argument)), 15)


@QUICK
@given(st.integers(2, 9), st.fractions(Fraction(1, 9), 9))
def test_mean_over_the_sphere(dim, argument):
    found = value(sphere_mean(h, sp.exp(z * U1)), {h: dim, z: argument}, bits=128)
    reference = mpmath.hyp0f1(mpmath.mpf(dim) / 2, mp(argument) ** 2 / 4)
    assert agrees(found, reference, 12)


@QUICK
@given(st.fractions(0, 8), st.fractions(Fraction(1, 4), 20))
# SymPy writes the derivative of I_ν with I_{ν−1}, whose series has a pole near ν = 0 that 1/Γ(ν) takes away.
@example(Fraction(3, 10**29), Fraction(3))
@example(Fraction(3, 10**35), Fraction(1, 4) + Fraction(27, 10**8))
def test_derivative(order, argument):
    found = value(Derivative(IvRatio(nu, z), z), {nu: order, z: argument}, bits=128)
    o, w = mp(order), mp(argument)
    ratio = mpmath.besseli(o + 1, w) / mpmath.besseli(o, w)
    assert agrees(found, 1 - ratio**2 - (2 * o + 1) / w * ratio, 12)


@pytest.mark.parametrize(
    ("expr", "at", "reference"),
    [
        (1 / (z - 1), Fraction(3, 2), lambda w: -1 / (w - 1) ** 2),
        (sp.sqrt(z - 1), Fraction(5, 4), lambda w: 1 / (2 * mpmath.sqrt(w - 1))),
        (sp.log(z), Fraction(1, 50), lambda w: 1 / w),
        (z ** sp.Rational(-7, 3), 5, lambda w: -mpmath.mpf(7) / 3 * w ** (-mpmath.mpf(10) / 3)),
    ],
)
def test_derivative_near_singularities(expr, at, reference):
    assert agrees(value(Derivative(expr, z), {z: at}), reference(mp(Fraction(at))), 12)


def test_derivative_of_what_is_not_differentiable():
    corner = Piecewise((x, x < 1), (2 * x, True))
    for function, at in ((sp.Abs(x), 0), (sp.Max(x, 1), 1), (corner, 1), (sp.log(-x), 1), (sp.floor(x), 1)):
        with pytest.raises(Undecided):
            value(Derivative(function, x), {x: at})
    assert not value(Derivative(sp.sqrt(x), x), {x: 0}).is_finite()


def test_integral_of_a_modulus_contains_its_value():
    assert value(Integral(sp.Abs(t), (t, -1, 1)), {}).contains(1)
    assert value(Integral(sp.sqrt(1 - t**2), (t, -1, 1)), {}).overlaps(arb.pi() / 2)


def test_an_integrand_that_cannot_be_evaluated_says_so():
    free, y = sp.Symbol("n"), sp.Symbol("y", real=True)
    with pytest.raises(Unsupported, match="no rigorous evaluation for Symbol: n"):
        value(Integral(free, (y, 1, 2)), {})


def test_sphere_integral():
    found = value(SphereIntegral(h, u), {h: 3, u: np.array([1.0, 2.0, 2.0])}, Domain(h, free_vector(u, h)))
    assert agrees(found, 4 * mpmath.pi * mpmath.sinh(3) / 3, 12)


def test_principal_cosines_are_sorted():
    phi = Fraction(1, 3)
    plane = Piecewise((a[n], Le(n, 1)), (sp.cos(x) * a[2] + sp.sin(x) * a[3], True))
    domain = Domain(x, orthonormal_frame(a, 3))
    for k, reference in ((1, mpmath.mpf(1)), (2, mpmath.cos(mp(phi)))):
        cosine = PrincipalCosine(sp.Integer(k), Lambda(m, a[m]), Lambda(n, plane), 2)
        found = value(cosine, {x: phi, a: np.array([[1.0, 0.3, 0], [2, 1, 0.2], [0, 1, 1]])}, domain, bits=256)
        assert agrees(found, reference, 10)


def test_unit_vectors_and_frames_are_exactly_so():
    domain = Domain(unit_vectors(q, 2, 3), orthonormal_frame(a, 3))
    point = {q: np.array([[1.0, 2, 3], [0, 0, 5]]), a: np.arange(9.0).reshape(3, 3)}
    for expr, exact in ((Dot(q[1], q[1]), 1), (Dot(a[1], a[2]), 0), (Dot(a[3], a[3]), 1)):
        found = value(expr, point, domain)
        assert found.contains(exact)
        assert found.rad() < 1e-30


# --- what stays open -------------------------------------------------------------------------------------------------

WIDE, NARROW, EQUAL = arb(1, 0.5), arb(3, 0.25), arb(1)


@pytest.mark.parametrize(
    ("relation", "left", "right", "outcome"),
    [
        (Lt, WIDE, NARROW, Outcome.SHOWN),
        (Gt, WIDE, NARROW, Outcome.REFUTED),
        (Ge, NARROW, WIDE, Outcome.SHOWN),
        (Ne, NARROW, WIDE, Outcome.SHOWN),
        (Eq, NARROW, WIDE, Outcome.REFUTED),
        (Eq, EQUAL, EQUAL, Outcome.SHOWN),
        (Le, EQUAL, EQUAL, Outcome.SHOWN),
        (Lt, EQUAL, EQUAL, Outcome.REFUTED),
        *((kind, WIDE, WIDE, Outcome.UNDECIDED) for kind in (Lt, Le, Gt, Ge, Eq, Ne)),
        *((kind, arb(1), arb(1, 1e-9), Outcome.UNDECIDED) for kind in (Lt, Le, Gt, Ge, Eq, Ne)),
        (Lt, arb(1, 0.5), arb(2, 0.5), Outcome.UNDECIDED),
    ],
)
def test_comparison_has_three_values(relation, left, right, outcome):
    statement = relation(x, y, evaluate=False)
    assert Evaluator({x: left, y: right}).compare(statement) is outcome


@pytest.mark.parametrize("kind", [Lt, Le, Gt, Ge, Eq, Ne])
def test_the_undefined_settles_nothing(kind):
    statement = kind(sp.sqrt(x), 1, evaluate=False)
    assert Evaluator({x: arb(-1)}).compare(statement) is Outcome.UNDECIDED


def test_conjunctions():
    true, false, open_ = (Lt(x, bound, evaluate=False) for bound in (5, 0, 1))
    at = Evaluator({x: WIDE})
    assert at.compare(sp.And(true, open_, evaluate=False)) is Outcome.UNDECIDED
    assert at.compare(sp.And(true, false, evaluate=False)) is Outcome.REFUTED
    assert at.compare(sp.And(open_, false, evaluate=False)) is Outcome.REFUTED


def test_open_branch_and_open_index():
    at = Evaluator({x: WIDE, y: arb(1)})
    with pytest.raises(Undecided):
        at(Piecewise((1, x > 1), (2, True)))
    with pytest.raises(Undecided):
        at(KroneckerDelta(x, y))
    assert at(KroneckerDelta(y, 1)) == 1
    assert at(KroneckerDelta(y, 2)) == 0


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), "1", 1j, sp.pi, None])
def test_numbers_without_an_exact_ball(bad):
    with pytest.raises(Unsupported):
        ball(bad)


def test_functions_without_a_rigorous_evaluation():
    with pytest.raises(Unsupported):
        value(sp.zeta(x), {x: 3})
    with pytest.raises(Undecided):
        value(Sum(1 / (K + 1), (K, 0, 10**9), (n, 1, 2)), {})


def test_precision_is_put_back():
    import flint

    before = flint.ctx.prec
    with pytest.raises(ZeroDivisionError), precision(77):
        raise ZeroDivisionError
    assert flint.ctx.prec == before


@pytest.mark.parametrize("count", [0, 1, 2, 7, 30])
@pytest.mark.parametrize("apart", [Fraction(1, 10**30), -Fraction(1, 10**20), Fraction(0), Fraction(1, 100)])
def test_bessel_functions_at_and_near_negative_integer_orders(count, apart):
    order = apart - count
    found = value(sp.besseli(nu, z), {nu: order, z: Fraction(5, 2)}, bits=256)
    with mpmath.workdps(120):
        # At an integer order mpmath is slow, and I_{−n} = I_n.
        reference = mpmath.besseli(mp(order if apart else count), mpmath.mpf(5) / 2)
    assert agrees(found, reference, 30)


# --- quadratures -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("of", [sp.sqrt(t), sp.log(t), t ** sp.Rational(1, 3), 1 / sp.sqrt(t), sp.log(1 + t**3 - 1)])
def test_an_integral_over_what_is_undefined_is_no_value(of):
    with pytest.raises(Undecided):
        value(Integral(of, (t, -1, 1)), {})
    assert value(Integral(of, (t, 1, 2)), {}).is_finite()


def test_a_bound_variable_is_not_taken_for_the_free_one_of_its_name():
    """The parameter of a series may be what is integrated over."""
    expr = Integral(sp.hyper((), (z,), z), (z, 1, 2))
    with mpmath.workdps(30):
        reference = mpmath.quad(lambda w: mpmath.hyp0f1(w, w), [1, 2])
    for point in ({}, {z: 5}):
        assert abs(float(value(expr, point).mid()) - float(reference)) < 1e-12


def test_tape_and_tree_agree():
    """Random expressions on complex balls and real points: both enclose one value, and holomorphic is holomorphic."""
    rng, found = np.random.default_rng(7), 0
    for _ in range(60):
        expr = _random(rng, 3)
        if any(power.exp not in (-1, 2, sp.S.Half) for power in expr.atoms(sp.Pow)) or not expr.has(t):
            # SymPy has made another power of two, which is none for the tape.
            continue
        tape, walk = Tape(Evaluator({}), unfold(expr), (t,)), Holomorphy.of(expr, t)
        for _ in range(4):
            at = rng.uniform(-2, 2)
            real = acb(arb(at, float(rng.choice([0, 1e-3]))))
            for here in (real, acb(real.real, arb(0, 10 ** rng.uniform(-6, -1)))):
                low = tape((here,), False)
                high = Evaluator({t: here})(walk.expr)
                found += low.is_finite() and acb(high).is_finite()
                if here.imag == 0 and low.is_finite() and acb(high).is_finite():
                    assert low.overlaps(acb(high)), (expr, here)
                smooth = tape((here,), True)
                if smooth.is_finite():
                    # At the real point within it is real, and within what is claimed on the whole ball.
                    inner = tape((acb(arb(at)),), False)
                    assert inner.imag.contains(0), (expr, at)
                    assert smooth.overlaps(inner), (expr, at)
    assert found > 200


def _random(rng, depth):
    if depth == 0:
        return [t, t, sp.Rational(int(rng.integers(1, 9)), 3), 1 + t**2][rng.integers(4)]
    a, b = (_random(rng, depth - 1) for _ in range(2))
    order = sp.Rational(int(rng.integers(1, 40)), 2)
    series = sp.hyper((), (order,), a**2)
    return [a + b, a * b, sp.exp(a / 4), sp.cos(a), a**2, 1 / (1 + a**2), sp.sqrt(1 + a**2), sp.sqrt(a), sp.log(a)][
        rng.integers(9)
    ] + [0, series, sp.log(series), sp.log(sp.hyper((), (order,), a))][rng.integers(4)]
