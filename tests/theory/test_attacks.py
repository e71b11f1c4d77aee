"""Attacks of an audit, by class: by public rules alone, each once made a false or meaningless fact come out proved.

H and R are the names under which the audit listed them; the others were found in closing their classes. An attack
passes if it is turned away, at whatever step.
"""

from __future__ import annotations

import copy
import dataclasses
from functools import partial

import numpy as np
import pytest
import sympy as sp
from flint import arb
from sympy import (
    Derivative,
    Eq,
    Float,
    Ge,
    Gt,
    IndexedBase,
    Integral,
    Lambda,
    Le,
    Lt,
    Mul,
    Piecewise,
    Pow,
    Rational,
    S,
    Sum,
    Symbol,
    exp,
    expand,
    log,
    sqrt,
    symbols,
)

from modgap.theory.balls import enclosure, gaussian
from modgap.theory.balls.gaussian import Exponentials
from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.exponentials import ExponentialSums, Logarithms
from modgap.theory.engines.normal_forms import BesselRing, InnerProducts
from modgap.theory.engines.ratio_field import RatioField
from modgap.theory.evidence import sampling
from modgap.theory.evidence.rules import certify, counterexample, held
from modgap.theory.evidence.sampling import find_point
from modgap.theory.kernel import asking, facts, rules
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.asking import look_for_witness
from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.compose import both, by_cases, chain, flip, hypothesis, specialise, substitute
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Fact, lemma, rule
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.kernel.status import Status
from modgap.theory.language.couplings import P, PairLaw, X, Y
from modgap.theory.language.domain import (
    Domain,
    Vectors,
    coupling,
    free_vector,
    unit_vector,
    unit_vectors,
    vector_across,
)
from modgap.theory.language.independent import DrawnDistance, DrawnLoss, NoneReaches, pairs_chance, pairs_mean
from modgap.theory.language.means import GaussianMean, Law, SphereAverage, Tilt, VonMisesFisherMean
from modgap.theory.language.samples import Draw, sample_mean
from modgap.theory.language.subspaces import AxisMean, plane_mean
from modgap.theory.language.symbols import U1, Defined, Dot, RootOverlap, SphereIntegral, SphereMGF, sphere_mean
from modgap.theory.outcome import Misread, Unproved
from modgap.theory.trusted import analysis, calculus, couplings, means, samples, series, sums

REJECTED = (Unproved, ValueError)

x, y, a, b, w, t = symbols("x y a b w t", real=True)
z, p, q, beta = symbols("z p q beta", positive=True)
n, i, j, k = symbols("n i j k", integer=True)
N, m, M, h = symbols("N m M h", integer=True, positive=True)
s, u, v, e, g = symbols("s u v e g")
D = Domain(x)


def r(kind, *sides):
    return kind(*sides, evaluate=False)


def positive(expr):
    return r(Gt, expr, 0)


# --- premises that contradict each other, or an empty set of cases ---------------------------------------------------


def h1_root_of_what_may_be_negative():
    known = [sign(r(Le, x, (x**2 + 1) ** 2), D), sign(r(Ge, x**2 + 1, 0), D)]
    return arithmetic(r(Ge, x, 0), D, [arithmetic(r(Le, sqrt(x), x**2 + 1), D, known)])


def h3_one_over_x_moved_across():
    one = combination(r(Gt, 1 / x + 1, 1 / x), D, [], [S.One])
    return arithmetic(positive(x**2), D, [rearrange(one, r(Gt, (x + 1) ** 2 / x - 1, x + 1 / x))])


def h20_contradictory_premises_of_an_equation():
    empty = Domain(x, x > 1, x < 0)
    ratio = equation(r(Eq, sqrt(x - 5), sqrt(x - 5)), empty)
    return ratio


def contradictory_facts_of_an_equation():
    d = Domain(x, x >= 1, x <= 0)
    return equation(r(Eq, sqrt(-(x**2) - 1) * 1, sqrt(-(x**2) - 1)), d)


def opposite_cases_on_an_undefined_expression():
    above = Domain(x, positive(1 / x))
    below = Domain(x, r(Le, 1 / x, 0))
    wanted = r(Ge, x**2, 0)
    return by_cases(sign(wanted, above), sign(wanted, below), D)


# --- undefined terms that enter by a citation or a rewriting ---------------------------------------------------------


def h2_single_term():
    return arithmetic(positive(x**2), D, [sums.single_term(1 / x, j, D)])


def h4_sample_linear():
    d = Domain(x, N, m)
    return arithmetic(positive(x**2), d, [flip(samples.sample_linear([(1 / x, S.One)], s, N, m, d))])


def h5_square_of_sum():
    weights = [S.One, (z**2 - 1) / (z - 1)]
    return arithmetic(positive((z - 1) ** 2), Domain(z), [samples.square_of_sum([S.One, S.One], weights, Domain(z))])


def h6_single_term_of_a_quotient():
    return sums.single_term(j * x / (x - y), j, Domain(x, y))


def h7_hypothesis_that_cancels():
    other = Symbol("w", real=True)
    known = arithmetic(positive(y**2), Domain(y, other, r(Eq, 1 / y, 1 / other)))
    return specialise(known, {y: x, other: x}, D)


def hypothesis_whose_undefined_factor_cancels():
    known = arithmetic(positive(y**2), Domain(y, w, positive(y / w)))
    return specialise(known, {y: x, w: x}, D)


def h21_mean_of_a_discontinuous_function():
    cases = Piecewise((1 / Dot(u, v), positive(Dot(u, v))), (0, True))
    d = Domain(h, unit_vector(u, h), unit_vector(v, h))
    known = means.positive_mean(Law(h, u), exp(cases), d)
    return arithmetic(positive(1 / known.statement.lhs), known.domain, [known])


def strictly_below_an_infinite_mean():
    """E e^{|g|²} is infinite for β = 1: a fact that it is positive does not make it a number."""
    law, of = Law(h, g, beta), exp(Dot(g, g))
    d = Domain(h, beta, free_vector(g, h))
    finite = couplings.finite_by_growth(law, of, sign(positive(of), d))
    return identity(r(Eq, law.mean(of) - law.mean(of), 0), Domain(h, beta), given=[finite])


def infinite_mean_is_subtracted():
    law, of = Law(h, g, beta), exp(Dot(g, g))
    d = Domain(h, beta, free_vector(g, h))
    same = means.mean_compares(law, identity(r(Eq, of, of), d, ExponentialSums()))
    return rearrange(same, r(Le, law.mean(of) - law.mean(of), 0))


def infinite_mean_for_the_solvers():
    law, of = Law(h, g, beta), exp(Dot(g, g))
    d = Domain(h, beta, free_vector(g, h))
    twice = means.constant_factor(law, S(2), of, d)
    return arithmetic(positive(law.mean(of)), Domain(h, beta), [twice])


def integral_whose_ends_are_in_reverse():
    f = Integral(1 / t, (t, 1, -1))
    return identity(r(Eq, f, f), D)


def integral_of_what_is_not_bounded():
    f = Integral(Piecewise((1 / t, t > 0), (0, True)), (t, 0, 1))
    return identity(r(Eq, f, f), D)


def double_sum_over_a_pole():
    total = Sum(1 / (j - 2), (j, i, i), (i, 2, 2))
    return identity(r(Eq, total, total), Domain(i, i >= 3))


def mean_over_samples_of_a_logarithm():
    mean = sample_mean(N, m, s, sp.log(x))
    return identity(r(Eq, mean, mean), Domain(x, N, m))


def integral_over_a_sphere_of_half_a_dimension():
    f = SphereIntegral(Rational(1, 2), v)
    return identity(r(Eq, f, f), Domain(h, free_vector(v, h)))


def overlap_below_zero():
    return identity(r(Eq, RootOverlap(x, y), RootOverlap(x, y)), Domain(x, y))


def function_of_nobody_knows_what():
    f = sp.Function("f")(x)
    return identity(r(Eq, f, f), D)


def function_that_is_assumed_to_be_positive():
    f = sp.Function("f", positive=True)(x)
    return specialise(sign(positive(exp(b)), Domain(b)), {b: f}, D)


def sample_beside_the_loss_of_its_pairs(of):
    """What is averaged is the loss times what is no number."""
    mean = pairs_mean(P, N, s, of)
    return identity(r(Eq, mean, mean), Domain(beta, N, h, coupling(P, h)))


def sample_times_the_loss_of_its_pairs():
    return sample_beside_the_loss_of_its_pairs(s * DrawnLoss(beta, N, s))


def power_of_a_sample_that_is_one():
    return sample_beside_the_loss_of_its_pairs(Pow(s * DrawnLoss(beta, N, s), 0, evaluate=False))


def sample_for_a_temperature():
    return sample_beside_the_loss_of_its_pairs(DrawnLoss(s, N, s))


def sample_for_the_temperature_of_a_distance():
    return sample_beside_the_loss_of_its_pairs(DrawnDistance(s, N, s, P))


def sample_times_a_loss_that_is_large():
    chance = pairs_chance(P, m, M, z, (k, s), s * DrawnLoss(beta, k, s))
    return identity(r(Eq, chance, chance), Domain(beta, z, m, M, h, m <= M, coupling(P, h)))


def undefined_factor_that_cancels_within_a_mean_of_coordinates():
    """What is put in the place of the logarithm had SymPy build the product anew."""
    mean = plane_mean(h + 1, z, Mul(x, 1 / x, log(SphereMGF(h, z * U1)), evaluate=False))
    return identity(r(Eq, mean, mean), Domain(h, z, x))


# --- floats ----------------------------------------------------------------------------------------------------------


def h9_float_that_swallows():
    f = Float(1e16)
    return specialise(sign(r(Gt, f * p + q, f * p), Domain(p, q)), {q: p}, Domain(p))


def h9b_float_below_zero():
    return sign(r(Ge, (x - 1) ** 2 - Float("1e-17"), 0), D)


def float_in_a_hypothesis():
    return hypothesis(r(Ge, x, Float(0.1)), Domain(x, r(Ge, x, Float(0.1))))


def float_as_a_value():
    return specialise(sign(r(Ge, x**2, 0), D), {x: 0.1}, Domain())


def imaginary_number():
    return sign(r(Ge, sp.I**2 * x, 0), Domain(x, x <= 0)) and sign(r(Gt, sp.exp(sp.I), 0), D)


# --- derivatives at points that are no neighbourhood -----------------------------------------------------------------


def h10_strict_and_not_open():
    d = Domain(x, positive(sqrt(2 * x - x**2 - 1) + 1))
    return substitute(equation(r(Eq, Derivative(x**2, x), 2 * x), D), arithmetic(r(Eq, x**2, x), d))


def not_open_for_the_ratio_field():
    nu = Symbol("nu", real=True)
    d = Domain(nu, z, nu > -1, positive(sqrt(2 * z - z**2 - 1) + 1))
    riccati = bessel.riccati.fact
    return RatioField(specialise(riccati, {}, d))


# --- objects of foreign kinds ----------------------------------------------------------------------------------------


class Anything:
    name, uses, trusts = "anything goes", (), ()

    def reduce(self, expr, domain):
        return S.Zero


class Better(InnerProducts):
    def reduce(self, expr, domain):
        return S.Zero


def foreign_normal_form():
    return identity(r(Eq, x, x + 1), D, Anything())


def subclass_of_a_normal_form():
    return identity(r(Eq, x, x + 1), D, Better())


def foreign_normal_form_of_a_combination():
    return combination(r(Gt, x, x + 1), D, [], [S.One], Anything())


def h11_normal_form_with_a_fact_of_another_domain():
    late = sign(positive(x - 1), Domain(x, x > 1))
    return identity(r(Eq, sp.log((x - 1) * (x - 1)), 2 * sp.log(x - 1)), D, Logarithms(late), [late])


def ratio_field_with_facts_of_another_domain():
    nu, zz = bessel.nu, bessel.z
    fact = bessel.riccati.fact
    return identity(fact.statement, Domain(nu, zz), RatioField(fact))


def subclass_of_a_law():
    class Loaded(Law):
        def mean(self, of):
            return super().mean(2 * of)

    return means.mean_of_constant(Loaded(h, u), S.One, Domain(h))


def subclass_of_a_pair_law():
    class Loaded(PairLaw):
        def mean(self, of):
            return super().mean(2 * of)

    return means.mean_of_constant(Loaded(h, P, (X, Y)), S.One, Domain(h, coupling(P, h)))


def subclass_of_a_domain():
    class Lax(Domain):
        def within(self, other):
            return True

    return Lax(x, x > 1)


def subclass_of_a_declaration():
    class Lax(Vectors):
        pass

    return Lax(v, S.One)


def unknown_kind_of_vectors():
    return Vectors(v, S.One, None, "any")


_COUNT = iter(range(100))


class Fickle(Defined):
    plain = "fickle"

    def definition(self):
        return sp.Integer(next(_COUNT))


def impure_definition():
    first = series.definition(Fickle(x), D)
    second = series.definition(Fickle(x), D)
    return chain(flip(first), second)


def function_that_is_assumed_to_be_an_integer():
    class Whole(sp.Function):
        is_integer = is_positive = True

    return sign(r(Ge, Whole(x), 1), D)


def symbol_of_a_foreign_kind():
    class Loud(Symbol):
        is_positive = True

    return sign(positive(Loud("loud")), Domain(Loud("loud")))


# --- one name bound twice --------------------------------------------------------------------------------------------


def h12_label_of_a_family():
    f, other = IndexedBase(j), IndexedBase("g")
    own, new = (Dot(F[1], F[1]) for F in (f, other))
    d = Domain(h, N, unit_vectors(f, N, h), r(Ge, j * own, 5))
    known = [(S.One, hypothesis(r(Ge, j * own, 5), d))]
    term = combination(positive(j * own - 4 * own), d, known, [S.One], by=InnerProducts())
    target = Domain(h, N, j, unit_vectors(other, N, h), r(Ge, j * new, 5))
    return specialise(sums.sum_positive(term, j, N), {f: other}, target)


def h13_point_that_the_function_binds():
    f, slope = -Sum(exp(z * m), (m, 1, N)), -Sum(m * exp(z * m), (m, 1, N))
    d, c = Domain(z, N), Domain(m, N, m >= 5)
    derived = identity(r(Eq, Derivative(f, z), slope), d, BesselRing(bessel.recurrence.fact, bessel.derivative.fact))
    fall = substitute(sign(r(Lt, slope, 0), d), flip(derived))
    above = sign(positive(S(3)), c)
    return calculus.decreases(fall, S(3), m, [sign(r(Lt, 3, m), c), above], c, [])


def h14_turned_circle():
    return sums.turned_circle(Lambda(U1, Sum(U1**N, (N, 1, 3))), i, j, N, Domain(i, N))


def h15_circle_mean():
    d = Domain(a, b, a <= b)
    increasing = sums.sum_compares(hypothesis(a <= b, d), N, S(3))
    return sums.circle_mean(Lambda(U1, Sum(U1, (N, 1, 3))), increasing, j, N, Domain(N))


def h16_size_of_a_configuration():
    A, B = IndexedBase("a"), IndexedBase("b")
    mean = PairLaw(h, P, (X, Y)).mean(Dot(X, Y))
    fact = identity(r(Eq, Sum(mean, (N, 1, 3)), 3 * mean), Domain(h, coupling(P, h)), ExponentialSums())
    return couplings.of_configuration(fact, A, B, N, Domain(h, N, unit_vectors(A, N, h), unit_vectors(B, N, h)))


def h17_index_and_size():
    return sums.sum_compares(sign(r(Le, N, N + 1), Domain(N)), N, N)


def h19_draws_from_another_law():
    known = hypothesis(i <= N, Domain(i, N, i >= 1, i <= N))
    drawn = samples.at_draws(known, {i: Draw(s, k, N)}, Domain(N, M, m, s, k, k >= 1))
    return samples.sample_compares(drawn, s, M, m)


def draw_beyond_the_sample():
    known = hypothesis(i <= N, Domain(i, N, i >= 1, i <= N))
    drawn = samples.at_draws(known, {i: Draw(s, k, N)}, Domain(N, m, s, k, k >= 1))
    return samples.sample_compares(drawn, s, N, m)


def numbers_between_integers():
    """n² − n ≥ 0 for n = 1, 2, …; of c ≥ 0 it says that c² ≥ c."""
    return analysis.at_zero_too(sign(r(Ge, N**2 - N, 0), Domain(N)), N, x)


def bound_of_the_variable_that_speaks_of_it():
    """c ≤ c q asks that q ≥ 1 where c > 0, and nothing where c = 0."""
    known = arithmetic(r(Ge, q * (1 + z), 1 + z), Domain(z, q, r(Le, z, z * q)))
    closed = analysis.at_zero_too(known, z, x)
    return specialise(closed, {x: S.Zero, q: S.Half}, Domain())


def function_that_increases_on_the_integers():
    """8t³ − 7t does, and falls between −1/2 and 1/2: its mean over three points of the circle is 2, and not ≤ 4/3."""

    def f(number):
        return 8 * number**3 - 7 * number

    def by_sign_of(e, statement, domain, above, below):
        cases = [domain.further(positive(e)), domain.further(r(Le, e, 0))]
        return by_cases(above(statement, cases[0]), below(statement, cases[1]), domain)

    def plain(statement, domain):
        return arithmetic(statement, domain)

    def taking(fact, values):
        return lambda statement, domain: arithmetic(statement, domain, [specialise(fact, values, domain)])

    product = r(Ge, k * (k + 1), 0)
    above, below = sign(r(Ge, N * (N + 1), 0), Domain(N)), sign(r(Ge, -N * (1 - N), 0), Domain(N))

    def not_above(statement, domain):
        return by_sign_of(-k, statement, domain, taking(below, {N: -k}), plain)

    whole = by_sign_of(k, product, Domain(k), taking(above, {N: k}), not_above)
    by_one = arithmetic(r(Le, f(k), f(k + 1)), Domain(k), [whole])
    by_more = arithmetic(r(Le, f(k), f(k + M + 1)), Domain(k, M))
    by_any = by_sign_of(
        m - 1, r(Le, f(k), f(k + m)), Domain(k, m), taking(by_more, {M: m - 1}), taking(by_one, {})
    )  # fmt: skip
    ordered = Domain(i, n, i <= n)
    rises = by_sign_of(n - i, r(Le, f(i), f(n)), ordered, taking(by_any, {k: i, m: n - i}), plain)
    return sums.circle_mean(Lambda(U1, f(U1)), rises, j, S(3), Domain())


def pochhammer_symbol_at_a_pole():
    """(a)_t = Γ(a + t)/Γ(a) has a pole at a = −t = 1/2."""
    symbol = sp.RisingFactorial(p, t)
    return identity(r(Eq, symbol, symbol), Domain(p, t, t > -1))


def double_series_that_diverges():
    """Each single one converges; over both it is Σ_j e^{3^j}/j!."""
    total = Sum(3 ** (i * j) / (sp.factorial(i) * sp.factorial(j)), (i, 0, S.Infinity), (j, 0, S.Infinity))
    return identity(r(Eq, total, total), Domain())


def series_of_sums_that_diverges():
    total = Sum(3 ** (i * j) / sp.factorial(j), (i, 0, j), (j, 0, S.Infinity))
    return identity(r(Eq, total, total), Domain())


def mean_of_a_coordinate_function_without_a_bound():
    mean = sphere_mean(h + 1, Piecewise((1 / U1, positive(U1)), (0, True)))
    return identity(r(Eq, mean, mean), Domain(h))


def quotient_that_cancels_in_a_definition():
    """M_h(x/x) is no number at x = 0; its definition has the square of x/x, which SymPy makes 1."""
    of = SphereMGF(h, Mul(x, Pow(x, -1), evaluate=False))
    return identity(r(Eq, of, of), Domain(h, x))


def quotient_that_cancels_in_a_mean():
    of = VonMisesFisherMean(h, z, u, Lambda(v, Mul(x, Pow(x, -1), exp(Dot(u, v)), evaluate=False)))
    return identity(r(Eq, of, of), Domain(h, h >= 2, x, z, unit_vector(u, h)))


def factor_that_vanishes_in_a_definition():
    """T_a(g) has β a·g and β|a|², of which nothing is left for a = 0."""
    of = Tilt(1 / x, S.Zero, g)
    return identity(r(Eq, of, of), Domain(h, x, free_vector(g, h)))


def symbol_of_which_nothing_is_assumed():
    """It may stand for a vector, a law or a sample; no hypothesis says that it is a number."""
    return sign(r(Ge, e**2, 0), Domain(e))


def symbol_that_is_compared_and_drawn_from():
    return identity(r(Eq, s, s), Domain(N, s, s >= 0, r(Le, Draw(s, S.One, N), N)))


def function_that_increases_from_a_point_to_itself():
    """Of f(u) = −u it says that 0 ≤ −4/N, for N ≥ 2."""
    increasing = sign(r(Le, -a, -a), Domain(N, a, r(Le, a, a)))
    return sums.circle_mean(Lambda(U1, -U1), increasing, i, N, Domain(N))


def draw_whose_bound_is_drawn():
    """From i ≤ m for all i of 1, …, m: what is drawn from 1, …, m at most what is drawn from 1, …, N."""
    known = hypothesis(i <= m, Domain(N, m, i, i >= 1, i <= m, m <= N))
    domain = Domain(N, m, s, k, j, k >= 1, j >= 1)
    return samples.at_draws(known, {i: Draw(s, k, m), m: Draw(s, j, N)}, domain)


def draw_whose_position_is_drawn():
    known = hypothesis(i <= N, Domain(N, i, j, i >= 1, i <= N, j >= 1, j <= N))
    draws = {i: Draw(s, j, N), j: Draw(s, k, N)}
    return samples.at_draws(known, draws, Domain(N, s, j, k, j >= 1, k >= 1))


def coordinate_within_its_own_mean():
    inner = sphere_mean(3, U1**2)
    outer = sphere_mean(4, inner)
    return identity(r(Eq, outer, outer), Domain(x))


def vector_within_its_own_mean():
    inner = Law(h, u).mean(Dot(u, v))
    outer = Law(h, u).mean(Dot(u, v) * inner)
    d = Domain(h, unit_vector(v, h))
    return identity(r(Eq, outer, outer), d, ExponentialSums())


def coordinate_within_a_function_that_a_definition_averages():
    """The definition put its own u_1 in place of t, where the mean within binds that name."""
    inner = sphere_mean(S(3), t * U1)
    return counterexample(r(Le, AxisMean(S(3), z, Lambda(t, inner)), Rational(1, 10)), Domain(z), {z: 1})


def mean_that_binds_a_declared_vector():
    d = Domain(h, unit_vector(v, h), unit_vector(u, h))
    mean = Law(h, u).mean(exp(Dot(u, v)))
    return identity(r(Eq, mean, mean), d, ExponentialSums())


def substitution_into_a_mean():
    d = Domain(h, free_vector(e, h), free_vector(v, h))
    mean = SphereAverage(h, Lambda(u, exp(Dot(u, e))))
    known = identity(r(Eq, mean, mean), d, ExponentialSums())
    return specialise(known, {e: u}, Domain(h, unit_vector(u, h), free_vector(v, h)))


# --- theorems at boundary cases, and premises of another form --------------------------------------------------------


def h18_derivative_with_respect_to_a_constant():
    c = Symbol("c")
    d = Domain(h, z, h >= 2, unit_vector(c, h))
    return analysis.first_moment(
        sign(positive(SphereIntegral(h, z * c)), d), e, Domain(h, z, h >= 2, unit_vector(c, h), free_vector(e, h))
    )


def sum_of_possibly_no_terms():
    count = Symbol("c", integer=True, nonnegative=True)
    return sums.sum_compares(sign(r(Lt, j, j + 1), Domain(j, count)), j, count)


def mean_in_another_dimension():
    return means.gaussian_laplace(Law(n, g, beta), v, Domain(n, h, beta, free_vector(v, h)))


# --- balls, points and guards ----------------------------------------------------------------------------------------


def r1_square_of_an_inner_product_taken_for_a_constant():
    d = Domain(unit_vector(e, 3), unit_vector(v, 3))
    mean = SphereAverage(S(3), Lambda(v, exp(Dot(e, v) ** 2)))
    point = {e: np.array([1.0, 0, 0]), v: np.array([0.0, 1, 0])}
    return counterexample(r(Gt, mean, Rational(6, 5)), d, point)


def value_of_a_mean(mean, domain, point):
    return enclosure.value(mean, point, domain)


def square_in_an_exponent():
    mean = SphereAverage(S(3), Lambda(v, exp(Dot(e, v) ** 2)))
    return value_of_a_mean(mean, Domain(unit_vector(e, 3)), {e: np.array([1.0, 0, 0])})


def sum_over_denominators_that_only_look_alike():
    """1/D(k) for k = 1, 2 has two denominators, though one expression."""
    f = IndexedBase("f")
    below = exp(Dot(f[k], g)) + exp(-Dot(f[k], g))
    mean = GaussianMean(S(1), S(1), Lambda(g, Sum(1 / below, (k, 1, 2))))
    token = gaussian.QUADRATURE.set(True)
    try:
        return value_of_a_mean(mean, Domain(unit_vectors(f, 2, 1)), {f: np.array([[1.0], [1.0]])})
    finally:
        gaussian.QUADRATURE.reset(token)


def point_of_an_empty_domain():
    return find_point(Domain(unit_vector(e, 1), vector_across(v, S(1), e)))


def counterexample_without_a_value():
    return counterexample(positive(x), D, {})


def counterexample_by_the_value_of_a_term():
    return counterexample(r(Gt, x**2, -1), D, {x: 1, x**2: -5})


def counterexample_by_the_value_of_a_number():
    return counterexample(r(Ge, x**2, -1), D, {x: 0, S.NegativeOne: 5})


def evidence_by_points_that_are_none():
    return held(positive(x), D, Endless(iter(())), {})


def evidence_by_the_values_of_a_term():
    return held(r(Lt, x**2, 0), D, [{x: 1, x**2: -5}] * 10**4, {})


def box_whose_items_are_not_its_own():
    class Wider(dict):
        def items(self):
            return {x: (0, 9)}.items()

    return certify(r(Lt, x, 2), Wider({x: (0, 1)}))


def sum_that_runs_backwards_for_balls():
    """To balls it had no terms, to the normal form −1 of them."""
    backwards = Sum(S.One, (k, 3, 1))
    seen = certify(r(Gt, backwards, -1), {x: (0, 1)})
    counted = identity(r(Eq, backwards, -1), seen.domain, ExponentialSums(), given=[seen])
    return both(seen, counted)


def maker_under_another_name():
    return facts.make("compose", positive(-(x**2)), D, "by an alias")


def citation_under_another_name():
    quote = getattr(rules, "ci" + "te")
    return quote("folklore", positive(-(x**2)), D)


def fact_of_the_type_of_a_fact():
    fact = sign(r(Ge, x**2, 0), D)
    return type(fact)(statement=positive(-(x**2)), domain=D, rule="sign", what="", detail={})


def fact_that_is_replaced():
    return dataclasses.replace(sign(r(Ge, x**2, 0), D), statement=positive(-(x**2)))


def fact_that_is_altered():
    fact = sign(r(Ge, x**2, 0), D)
    object.__setattr__(fact, "statement", positive(-(x**2)))
    return rearrange(fact, positive(-(x**2)))


def fact_that_is_altered_in_its_dictionary():
    fact = sign(r(Ge, x**2, 0), D)
    fact.__dict__["statement"] = positive(-(x**2))
    return fact


def fact_that_is_copied_and_altered():
    fact = copy.copy(sign(r(Ge, x**2, 0), D))
    object.__setattr__(fact, "statement", positive(-(x**2)))
    return rearrange(fact, positive(-(x**2)))


class Impostor:
    """Has all that a fact has."""

    def __init__(self, statement):
        genuine = sign(r(Ge, x**2, 0), D)
        said = {name: getattr(genuine, name) for name in Fact.__slots__ if name != "__weakref__"}
        vars(self).update({**said, "statement": statement})


def impostor_in_place_of_a_fact():
    return specialise(Impostor(r(Eq, x, x + 1)), {x: S.One}, Domain())


def impostor_read_backwards():
    return flip(Impostor(r(Eq, x, x + 1)))


class Twin:
    """Passes for a genuine fact where it is looked up, and says something else when it is read."""

    def __init__(self, times):
        self.genuine, self.times = identity(r(Eq, x, x), D), times

    def __hash__(self):
        return hash(self.genuine)

    def __eq__(self, other):
        return other is self or other is self.genuine

    def __getattr__(self, name):
        return getattr(self.genuine, name)

    @property
    def statement(self):
        self.times -= 1
        return r(Eq, x, x + 1) if self.times >= 0 else self.genuine.statement


class Lax:
    """Has all that a domain has, and declares whatever it is asked for."""

    def __getattr__(self, name):
        return getattr(D, name)

    def speaks_of(self, expr):
        return True


def impostor_in_place_of_a_domain():
    return identity(r(Eq, y, y), Lax())


def vector_taken_for_a_number():
    return identity(r(Eq, v, v), Domain(unit_vector(v, S(2))))


def vector_taken_for_a_number_within_a_definition():
    of = SphereMGF(h, v)
    return identity(r(Eq, of, of), Domain(h, unit_vector(v, h)))


def vector_taken_for_a_number_within_a_mean_of_coordinates():
    of = sphere_mean(h + 1, U1 * v)
    return identity(r(Eq, of, of), Domain(h, unit_vector(v, h)))


def vector_taken_for_a_number_in_an_event():
    chance = NoneReaches(P, m, z, Lambda((X, Y), X * Dot(X, Y)))
    return identity(r(Eq, chance, chance), Domain(h, m, z, coupling(P, h)))


def vector_of_a_real_name_in_a_mean():
    mean = SphereAverage(h, Lambda(x, x**2))
    return identity(r(Eq, mean, mean), Domain(h))


def vector_times_a_vector_in_an_inner_product():
    product = Dot(u * v, v)
    return identity(r(Eq, product, product), Domain(h, unit_vector(u, h), unit_vector(v, h)))


def sample_taken_for_a_number():
    return identity(r(Eq, s * Draw(s, S.One, N), s * Draw(s, S.One, N)), Domain(N, s))


def sample_taken_for_a_number_within_its_mean():
    mean = sample_mean(N, m, s, s * Draw(s, S.One, N))
    return identity(r(Eq, mean, mean), Domain(N, m))


def sample_times_a_vector():
    product = Dot(s * v, v) * Draw(s, S.One, N)
    return identity(r(Eq, product, product), Domain(h, N, s, unit_vector(v, h)))


def law_taken_for_a_number_within_a_mean():
    mean = Law(S(2), u).mean(u)
    return identity(r(Eq, mean, mean), D)


def integral_over_an_integer_that_a_theorem_vouches_for():
    return series.whole_circle(S.One, z, n, Domain(z))


def integral_over_a_vector_that_a_theorem_vouches_for():
    return series.whole_circle(S.One, z, v, Domain(z))


def subclass_of_a_fact():
    class Better(Fact):
        pass

    return Better


def mean_over_a_sphere_of_what_is_not_bounded():
    """Defined at every u, and yet of no mean."""
    mean = sphere_mean(S(2), Piecewise((1 / U1**2, U1 > 0), (0, True)))
    return identity(r(Eq, mean, mean), D)


def symbol_of_pochhammer_at_a_pole_of_gamma():
    """(1/2)_x = Γ(1/2 + x)/Γ(1/2) at x = −1/2."""
    return identity(r(Eq, sp.RisingFactorial(S.Half, x), sp.RisingFactorial(S.Half, x)), Domain(x, x > -1))


def slope_of_a_series_that_has_none():
    """Σ cos(kx)/k² converges everywhere, and has a corner at 0."""
    series_of_cosines = Sum(sp.cos(k * x) / k**2, (k, 1, sp.oo))
    slope = Derivative(series_of_cosines, x)
    return identity(r(Eq, slope, slope), Domain(x, r(Ge, series_of_cosines, -10)))


# --- every attack is turned away -------------------------------------------------------------------------------------

ATTACKS = [
    function
    for name, function in list(globals().items())
    if callable(function)
    and getattr(function, "__module__", "") == __name__
    and not isinstance(function, type)
    and name not in ("r", "positive", "value_of_a_mean", "sample_beside_the_loss_of_its_pairs")
]


#: Attacks on the makers of facts and on the kinds of what they are given, which Python's own errors turn away.
ON_KINDS = ("subclass_of_", "maker_under_", "citation_under_", "fact_of_the_type_", "fact_that_is_")


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_attack_is_turned_away(attack):
    """A call that a rule does not have, or breaks off at, is no attack."""
    errors = (*REJECTED, TypeError, AttributeError) if attack.__name__.startswith(ON_KINDS) else REJECTED
    with pytest.raises(errors) as caught:
        attack()
    assert type(caught.value) is not Misread


@pytest.mark.parametrize("of", [DrawnLoss(beta, N, s), DrawnDistance(beta, N, s, P), DrawnLoss(beta + x, N, s) ** 2])
def test_loss_of_the_pairs_of_a_sample_has_a_mean(of):
    mean = pairs_mean(P, N, s, of)
    assert identity(r(Eq, mean, mean), Domain(beta, x, N, h, coupling(P, h)))


def test_draws_within_bounds_that_are_not_drawn():
    known = sign(r(Le, i + j, N + M), Domain(N, M, i, j, i >= 1, i <= N, j >= 1, j <= M))
    draws = {i: Draw(s, k, N), j: Draw(s, n, M)}
    drawn = samples.at_draws(known, draws, Domain(N, M, s, k, n, k >= 1, n >= 1))
    assert drawn.statement == r(Le, Draw(s, k, N) + Draw(s, n, M), N + M)


def test_inequality_between_continuous_functions_holds_at_the_end_too():
    closed = analysis.at_zero_too(sign(r(Ge, z**2 + z, 0), Domain(z)), z, x)
    assert (closed.statement, closed.domain) == (r(Ge, x**2 + x, 0), Domain(x, x >= 0))


@pytest.mark.parametrize("times", range(5))
def test_twin_of_a_fact_is_turned_away(times):
    """However often it is read before it is looked up."""
    with pytest.raises(Unproved):
        flip(Twin(times))


def test_witness_of_a_statement_without_values_is_none():
    look_for_witness(positive(Dot(u, v)), D)


def test_what_is_only_tested_lowers_what_follows():
    """H8: a fact that made a denominator vanish nowhere was lost, and what it showed came out proved."""
    d, below = Domain(x, y, z), expand(z * (x**2 + y**2))
    drawn = sampling.tested(r(Gt, x**2 + y**2, 0), d)
    same = identity(r(Eq, (x + y) ** 2 / below, (x**2 + 2 * x * y + y**2) / below), d, given=[drawn])
    assert drawn in same.premises


def test_mean_of_a_positive_function_over_its_radial_part_is_bounded():
    """R2: 1/R, R the spherical mean, does not fall off as R grows; what is cut off of a quadrature counts with it."""

    constant, slope = Exponentials(((arb(1), (arb(0),)),), power=-1).growth(arb(2))
    assert constant >= arb(1).exp() * 0.999
    assert slope >= 0


# --- makers in the hands of others --------------------------------------------------------------------------------


def claimed(statement, derive):
    return Claim(
        id="own", title="own", relation="ours", source="", about="", domain=D, statement=statement, derive=derive
    )


FALSE = positive(-(x**2))


HANDED = {
    "to rule": lambda: rule(facts.make)("x", FALSE, D, "by a rule of one's own"),
    "to lemma": lambda: lemma(facts.make)("x", FALSE, D, "by a lemma"),
    "citation to rule": lambda: rule(rules.cite)("folklore", FALSE, D),
    "citation to lemma": lambda: lemma(rules.cite)("folklore", FALSE, D),
    "as a derivation": lambda: claimed(FALSE, partial(facts.make, statement=FALSE, domain=D, what="as it is")).fact,
}


@pytest.mark.parametrize("way", HANDED)
def test_maker_makes_nothing_for_whom_it_is_handed_to(way):
    """The frame that calls it is of the kernel, but the call is not written there."""
    with pytest.raises((TypeError, Unproved), match="makes a fact or cites a theorem"):
        HANDED[way]()


def run_as_if_in_the_kernel(source):
    """Run a line that calls makers, in a module of the kernel's room."""
    others = map(partial(facts.make, "x", FALSE), [D], ["handed on"])
    names = {"__name__": "modgap.theory.kernel.of_a_test", "make": facts.make, "others": others, "true": r(Ge, x, x)}
    exec(source, {**names, "D": D})


def test_call_that_is_written_in_the_kernel_makes_a_fact():
    run_as_if_in_the_kernel("make(\n'x', true, D, what='as it is')")


@pytest.mark.parametrize(
    "line",
    [
        "maker = make; maker('x', true, D, 'by another name')",
        "make('x', true, D, 'with a premise', premises=tuple(others))",
        "make('x', *others)",
        "[make for _ in others]",
    ],
)
def test_call_that_is_not_written_there_makes_none(line):
    """Neither by another name, nor while arguments are put together for a call that is written there."""
    with pytest.raises(TypeError, match="makes a fact or cites a theorem"):
        run_as_if_in_the_kernel(line)


def test_examiner_is_announced_by_nobody_else():
    with pytest.raises(TypeError, match="only evidence"):
        asking.announce(Lax())
    given = map(asking.announce, [Lax()])
    with pytest.raises(Unproved, match="only evidence"):
        held(r(Ge, x**2, 0), D, Endless(given), {})


class Endless:
    """Points without end, which come from elsewhere."""

    def __init__(self, given):
        self.given = given

    def __len__(self):
        return 10**6

    def __iter__(self):
        return self.given


def test_altered_fact_is_not_sealed_anew_by_a_lemma():
    fact = sign(r(Ge, x**2, 0), D)
    object.__setattr__(fact, "statement", FALSE)

    def derivation():
        """A square is below zero."""
        return fact

    with pytest.raises(Unproved, match="not as a rule made it"):
        lemma(derivation)()


def test_box_on_which_a_symbol_has_no_meaning_is_not_certified():
    """Balls find a number for M_{−3}, which no sphere has: that a statement means something is shown as of any fact."""
    box = {z: (1, 2)}
    assert certify(r(Gt, SphereMGF(3, z), 1), box).strength is Status.CERTIFIED
    for meaningless in (SphereMGF(-3, z) + 100, log(SphereMGF(-3, z) + 100), sqrt(SphereMGF(-3, z) + 100)):
        with pytest.raises(Unproved, match="needs -3/2 > 0"):
            certify(r(Gt, meaningless, 0), box)


def test_hypothesis_takes_no_vector_for_a_number():
    """u > 0 for a unit vector u says nothing, and what is shown under it as little."""
    assert sign(r(Ge, x, 1), Domain(x, x >= 1, h, unit_vector(u, h))).strength is Status.PROVED
    for asked in (r(Ge, u, 0), r(Ge, u + x, 0), r(Ge, exp(u), Dot(u, u))):
        with pytest.raises(Unproved, match="for a number"):
            sign(r(Ge, x, 1), Domain(x, x >= 1, h, unit_vector(u, h), asked))


def test_fact_whose_hypotheses_are_altered_is_none():
    fact = sign(r(Ge, x, 0), Domain(x, x >= 1))
    object.__setattr__(fact.domain, "conditions", ())
    with pytest.raises(Unproved, match="not as a rule made it"):
        both(fact, domain=D)


def test_fact_about_vectors_that_are_altered_is_none():
    fact = hypothesis(r(Ge, x, 0), Domain(x, x >= 0, unit_vector(u, h), h))
    object.__setattr__(fact.domain.vectors[0], "kind", "free")
    with pytest.raises(Unproved, match="not as a rule made it"):
        both(fact)


def test_claim_has_no_subclasses():
    with pytest.raises(TypeError, match="no subclasses"):

        class Shown(Claim):
            result = sign(r(Ge, x**2, 0), D)


def test_claim_that_is_altered_is_derived_anew():
    shown = r(Ge, x**2, 0)
    mine = claimed(shown, lambda this: sign(shown, D))
    assert mine.fact.strength is Status.PROVED
    object.__setattr__(mine, "statement", FALSE)
    assert mine.verdict.status is Status.OPEN
    with pytest.raises(Unproved, match="is not the claim's statement"):
        assert mine.fact
