"""Attacks on the rules of analysis: each asks for something false or undefined, and must be turned away."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, IndexedBase, Le, Lt, Rational, S, Sum, Symbol, besseli, exp, sqrt

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.shape import increasing
from modgap.theory.engines.exponentials import ExponentialSums
from modgap.theory.engines.normal_forms import BesselRing
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.compose import flip
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.domain import Domain, free_vector, unit_vectors
from modgap.theory.language.means import Law, SphereAverage
from modgap.theory.language.symbols import U1, BesselZero, Dot, IvRatio, sphere_mean
from modgap.theory.limits import EPSILON, eventually, limit, near
from modgap.theory.outcome import Unproved
from modgap.theory.sphere import vmf
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import first_moment, hadamard, linear_right, sign_from_start
from modgap.theory.trusted.series import K
from tests.theory.assumptions import cite

x, nu = sp.symbols("x nu", real=True)
z, beta = sp.symbols("z beta", positive=True)
h, n = sp.symbols("h n", integer=True, positive=True)
j = Symbol("j", integer=True)
a, g, u, m = sp.symbols("a g u m")
GAUSS, SPHERE = Law(h, g, beta), Law(h, u)


def eq(left, right):
    return Eq(left, right, evaluate=False)


def gt(left, right=0):
    return Gt(left, right, evaluate=False)


def ge(left, right=0):
    return Ge(left, right, evaluate=False)


def below(bound):
    return Lt(z, bound, evaluate=False)


ONE_POSITIVE = gt(S.One)
UNDEFINED = {
    "fractions that cancel": gt(1 / x + 1, 1 / x),
    "roots that cancel": gt(sqrt(x) + 1, sqrt(x)),
    "fractions that cancel when they are put together": gt((x + nu) / x - nu / x),
    "fractions on both sides that do": gt((x + nu) / x, nu / x),
    "divergent sum": ge(Sum(1 / K, (K, 1, sp.oo)) ** 2),
    "imaginary": ge((x + sp.I) ** 2),
    "power of a negative number": gt(x**sp.pi + 1, x**sp.pi),
}


@pytest.mark.parametrize("name", UNDEFINED)
def test_solvers_are_asked_only_of_what_is_defined(name):
    with pytest.raises(Unproved):
        arithmetic(UNDEFINED[name], Domain(x))


@pytest.mark.parametrize("name", ["atom_0", "root_0"])
def test_stand_ins_of_the_solvers(name):
    variable, domain = Symbol(name, real=True), bessel.ABOVE_MINUS_ONE.union(Domain(Symbol(name, real=True)))
    stated = gt(variable) if name == "atom_0" else ge(variable + sqrt(1 + bessel.nu**2))
    with pytest.raises(Unproved):
        arithmetic(stated, domain, [bessel.ratio_positive.fact])


def test_quotients_of_functions_that_a_fact_equates():
    one, other, domain = IvRatio(nu, z), IvRatio(nu + 1, z), Domain(nu, z, nu > -1)
    same = cite("given", eq(one, other), domain)
    with pytest.raises(Unproved):
        arithmetic(gt(1 / one - 1 / other + 1), domain, [same])


def test_infinite_means():
    infinite, domain = GAUSS.mean(exp(beta * Dot(g, g))), Domain(h, beta)
    known = cite("means in (0, ∞] compare", Le(GAUSS.mean(S.One), infinite, evaluate=False), domain)
    statement = ge(infinite - GAUSS.mean(S.One))
    with pytest.raises(Unproved):
        arithmetic(statement, domain, [known])
    with pytest.raises(Unproved):
        rearrange(known, statement)


def test_rearranged_statement_is_defined():
    with pytest.raises(Unproved):
        rearrange(cite("1 > 0", ONE_POSITIVE, Domain(x)), gt(1 + 1 / x, 1 / x))


def test_a_definition_where_it_divides_by_zero():
    """I_{−3/2} has a zero, and the definition of A would exclude it if it could be had for every order."""
    with pytest.raises(Unproved):
        arithmetic(
            gt(besseli(bessel.nu, bessel.z) ** 2),
            bessel.ALL_ORDERS,
            [flip(trusted.definition(bessel.A, bessel.ALL_ORDERS))],
        )


def test_an_equation_that_holds_where_its_fractions_are_defined():
    with pytest.raises(Unproved):
        equation(eq((x + nu) / x - nu / x, 1), Domain(x, nu))


# --- the field of ratios ---------------------------------------------------------------------------------------------


def test_an_inequality_is_no_riccati_equation():
    with pytest.raises(Unproved):
        equation(eq(Derivative(bessel.A, bessel.z), 0), increasing.domain, [increasing.fact])


def test_a_second_derivative_is_no_riccati_equation():
    given = cite("given", eq(Derivative(bessel.A, (bessel.z, 2)), bessel.A), bessel.ABOVE_MINUS_ONE)
    with pytest.raises(Unproved):
        equation(eq(Derivative(bessel.A, bessel.z), bessel.A), bessel.ABOVE_MINUS_ONE, [given])


def test_an_equation_at_one_point_is_not_differentiated():
    point = bessel.ABOVE_MINUS_ONE.union(Domain(bessel.z, Eq(bessel.z, 1)))
    slope = Derivative(bessel.A, bessel.z)
    there = cite("given", eq(slope, 1 - bessel.A**2 - (2 * bessel.nu + 1) * bessel.A), point)
    bend = eq(Derivative(bessel.A, (bessel.z, 2)), -2 * bessel.A * slope - (2 * bessel.nu + 1) * slope)
    with pytest.raises(Unproved):
        equation(bend, point, [there])


def test_stand_in_of_a_ratio():
    name = Symbol("A_0")
    with pytest.raises(Unproved):
        equation(eq(name, bessel.A), bessel.ABOVE_MINUS_ONE.union(Domain(name)), [bessel.riccati.fact])


def test_a_slope_in_the_denominator():
    slope = Derivative(bessel.A, bessel.z)
    with pytest.raises(Unproved):
        equation(eq((slope + 1) / slope, 1 + 1 / slope), bessel.ABOVE_MINUS_ONE, [bessel.riccati.fact])


# --- comparison ------------------------------------------------------------------------------------------------------


def test_a_source_that_is_positive_near_zero_only():
    domain, y, r = Domain(z), z * (1 - z), 1 - 2 * z
    linear = equation(eq(Derivative(y, z), linear_right(y, S.Zero, S.Zero, r, z)), domain)
    source = arithmetic(ge(r), Domain(z, below(Rational(1, 2))))
    start = arithmetic(gt(y), Domain(z, below(S.One)))
    reach = cite("1 > 0", ONE_POSITIVE, domain)
    with pytest.raises(Unproved):
        sign_from_start(linear, y, S.Zero, S.Zero, r, source=source, start=start, reach=reach)


def test_a_reach_that_is_positive_only_where_it_is_reached():
    domain, near_zero = Domain(x, z), Domain(x, z, below(x))
    linear = equation(eq(Derivative(x, z), linear_right(x, S.Zero, S.Zero, S.Zero, z)), domain)
    source, start = cite("0 ≥ 0", ge(S.Zero), domain), arithmetic(gt(x), near_zero)
    with pytest.raises(Unproved):
        sign_from_start(linear, x, S.Zero, S.Zero, S.Zero, source=source, start=start, reach=start)


def test_a_limit_for_large_epsilon_only():
    domain = eventually(Domain(z, EPSILON, EPSILON > 1), z, above=S.One)
    with pytest.raises(Unproved):
        limit(near(1 / (1 + z), Rational(1, 2)), domain, z, [])


@pytest.mark.parametrize("modulus", [sqrt(EPSILON - 1) + 10, 10 + 1 / (EPSILON - 1) ** 2], ids=str)
def test_a_modulus_that_is_not_defined_for_small_epsilon(modulus):
    """1/(1+z) does not tend to 1/2; where the modulus is undefined its hypothesis would be false, and show anything."""
    domain = eventually(Domain(z), z, above=modulus)
    with pytest.raises(Unproved):
        limit(near(1 / (1 + z), Rational(1, 2)), domain, z, [])


def test_moment_along_a_vector_of_another_space():
    fact = vmf.normaliser.fact
    with pytest.raises(Unproved):
        first_moment(fact, a, fact.domain.union(Domain(n, free_vector(a, n))))


def test_partial_fractions_outside_their_order():
    n = Symbol("n", integer=True, positive=True)
    for order, domain in ((bessel.nu, bessel.ALL_ORDERS), (bessel.z, Domain(bessel.z)), (n, Domain(bessel.z, n))):
        with pytest.raises(Unproved):
            hadamard(order, bessel.z, n, domain)


def test_a_zero_needs_an_order_and_an_integer_index():
    for zero, domain in ((BesselZero(x, 1), Domain(x)), (BesselZero(z, x), Domain(x, z))):
        with pytest.raises(Unproved):
            identity(eq(zero, zero), domain)
        with pytest.raises(Unproved):
            sign(gt(zero), domain)


def test_two_families_of_orders_do_not_mix():
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    other, domain = Symbol("mu", real=True), bessel.ALL_ORDERS.union(Domain(Symbol("mu", real=True)))
    for right in (besseli(other, bessel.z), besseli(bessel.nu + Rational(1, 2), bessel.z)):
        with pytest.raises(Unproved):
            identity(eq(besseli(bessel.nu, bessel.z), right), domain, ring)
    mixed = besseli(other + 1, bessel.z) * besseli(bessel.nu - 1, bessel.z)
    split = besseli(other + 1, bessel.z) * (
        besseli(bessel.nu + 1, bessel.z) + 2 * bessel.nu / bessel.z * besseli(bessel.nu, bessel.z)
    )
    assert identity(eq(mixed, split), domain, ring).rule == "identity"


def test_cauchy_schwarz_for_other_terms():
    c, a, b = 1 / sp.factorial(K), 2 / sp.factorial(K), 1 / sp.factorial(K)
    terms = sign(Le(c**2, a * b, evaluate=False), Domain(K))
    assert trusted.cauchy_schwarz_for_series(terms, c, a, b).statement.lhs == Sum(c, (K, 0, sp.oo)) ** 2
    for wrong in ((a, a, b), (c, c, b), (-c, a, b), (c, -a, -b)):
        with pytest.raises(Unproved):
            trusted.cauchy_schwarz_for_series(terms, *wrong)
    with pytest.raises(Unproved):
        trusted.cauchy_schwarz_for_series(sign(Le(S.One, 2, evaluate=False), Domain(K)), S.One, S(2), S.One)


def test_known_sums_keep_their_sign():
    """A known positive sum may stand for a variable; its negative, and a multiple of an unknown, may not."""
    known = [cite("given", gt(x + nu), Domain(x, nu))]
    assert sign(gt((x + nu) * 3), Domain(x, nu), known).rule == "sign"
    for wrong in (gt(-x - nu), gt(x * (x + nu)), gt(x + nu - 1), gt(1 / (x + nu) - 1)):
        with pytest.raises(Unproved):
            sign(wrong, Domain(x, nu), known)


def test_bounds_that_speak_of_each_other():
    """y > x > −1 does not make y positive, nor y − x − 1; y − x it does."""
    domain = Domain(nu, x, nu > -1, x > nu)
    assert sign(gt(x - nu), domain).rule == "sign"
    for wrong in (gt(x), gt(x - nu - 1), gt(nu - x), gt(x + nu + 1)):
        with pytest.raises(Unproved):
            sign(wrong, domain)


# --- means and sums --------------------------------------------------------------------------------------------------


def test_renaming_captures_nothing():
    inner = SphereAverage(h, sp.Lambda(m, exp(beta * Dot(u, m))))
    with pytest.raises(Unproved):
        trusted_measure.renamed(SPHERE, inner, Law(h, m), Domain(h, beta, h >= 2))


def test_rotation_captures_no_coordinate():
    with pytest.raises(Unproved):
        trusted_measure.rotation(SPHERE, U1 * a, Domain(h, U1, h >= 2, free_vector(a, h)))


def test_laplace_transform_at_an_undefined_vector():
    with pytest.raises(Unproved):
        trusted_measure.gaussian_laplace(GAUSS, a / x, Domain(h, x, beta, free_vector(a, h)))


def test_a_mean_is_not_a_function_of_that_name():
    domain = Domain(h, beta, free_vector(a, h))
    mean = GAUSS.mean(exp(beta * Dot(a, g)))
    closed = trusted_measure.gaussian_laplace(GAUSS, a, domain)
    pointwise = domain.union(Domain(h, free_vector(g, h)))
    finite = trusted_measure.positive_mean(GAUSS, exp(beta * Dot(a, g)), pointwise, closed)
    with pytest.raises(Unproved):
        identity(eq(mean, sp.Function("mean_0")(h)), domain, ExponentialSums(), given=[finite])


def test_moments_known_for_one_index_only():
    domain = Domain(h, K, z, h >= 2, K <= 0)
    first = cite("the mean of 1", eq(sphere_mean(h, U1 ** (2 * K)), S.One), domain)
    with pytest.raises(Unproved):
        trusted.mean_of_exponential(z, first)


def test_number_of_terms_is_an_integer():
    terms = cite("given", gt(z), Domain(z, j, j >= 1, j <= z))
    with pytest.raises(Unproved):
        trusted_sums.sum_positive(terms, j, z)


def test_only_what_is_declared_lies_in_the_ball():
    family = IndexedBase("y")
    domain = Domain(h, n, unit_vectors(family, n, h), free_vector(a, h))
    for vector in (a, family, Symbol("elsewhere")):
        with pytest.raises(Unproved):
            trusted_measure.in_ball(vector, domain)
