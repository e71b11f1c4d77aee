"""Attacks on the kernel: each asks for something false or meaningless, and must be turned away."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, IndexedBase, Integral, Le, Lt, Piecewise, Rational, Sum, Symbol, besseli

from modgap import theory
from modgap.theory.balls import enclosure
from modgap.theory.engines.normal_forms import BesselRing, GammaProducts, InnerProducts, PowerSeries
from modgap.theory.evidence.rules import certify, counterexample
from modgap.theory.kernel.claims import claim
from modgap.theory.kernel.compose import chain, flip, rewrite, specialise, substitute
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, free_vector, orthonormal_frame, unit_vector, unit_vectors
from modgap.theory.language.symbols import U1, Dot, MCLLoss, PrincipalCosine, sphere_mean, unfold
from modgap.theory.outcome import Outcome, Unproved
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.series import K
from tests.theory.assumptions import cite

REJECTED = (Unproved, ValueError)

x, y, w = sp.symbols("x y w", real=True)
r = Symbol("r", nonnegative=True)
z, p = sp.symbols("z p", positive=True)
nu = Symbol("nu", real=True)
n, m = sp.symbols("n m", integer=True, positive=True)
h = Symbol("h", integer=True, positive=True)
u, v = sp.symbols("u v")
q = IndexedBase("q")


def eq(left, right):
    return Eq(left, right, evaluate=False)


def gt(left, right=0):
    return Gt(left, right, evaluate=False)


def le(left, right):
    return Le(left, right, evaluate=False)


def negative(*symbols):
    """A domain on which all of the symbols are at most −1."""
    return Domain(*symbols, *(s <= -1 for s in symbols))


# --- equations with a hidden branch, pole or undefined side --------------------------------------------------------

FALSE_EQUATIONS = {
    "root of a square": (eq(sp.sqrt(u**2), u), Domain(u, u <= -1), GammaProducts()),
    "root of a product": (
        eq(sp.sqrt(x * y) * sp.sqrt(x * w), x * sp.sqrt(y * w)),
        negative(x, y, w),
        GammaProducts(),
    ),
    "two arguments": (eq(besseli(nu, z), besseli(nu, p)), Domain(nu, z, p), "series"),
    "order and argument at once": (
        eq(Derivative(besseli(z, z), z), besseli(z + 1, z) + besseli(z, z)),
        Domain(z),
        "series",
    ),
    "order and argument at once, ring": (
        eq(Derivative(besseli(z, z), z), besseli(z + 1, z) + besseli(z, z)),
        Domain(z),
        "ring",
    ),
    "name of a stand-in": (
        eq(
            Derivative(Symbol("F_0") * besseli(nu, z), z),
            2 * Symbol("F_0") * (besseli(nu + 1, z) + nu / z * besseli(nu, z)),
        ),
        Domain(nu, z, Symbol("F_0")),
        "ring",
    ),
    "sum that diverges": (eq(Sum(1 / K, (K, 1, sp.oo)), Sum(1 / K, (K, 1, sp.oo))), Domain(x), None),
    "sum over a pole": (eq(Sum(1 / (K - 2), (K, 0, n)), Sum(1 / (K - 2), (K, 0, n))), Domain(n), None),
    "integral over a pole": (eq(Integral(1 / x, (x, -1, 1)), Integral(1 / x, (x, -1, 1))), Domain(y), None),
    "tangent": (eq(sp.tan(x), sp.tan(x)), Domain(x), None),
    "factorial of a negative number": (eq(sp.factorial(x), sp.factorial(x)), Domain(x), None),
    "series outside its disc": (
        eq(sp.hyper((1, 1), (2,), x), sp.hyper((1, 1), (2,), x)),
        Domain(x),
        None,
    ),
    "derivative of a modulus": (eq(Derivative(sp.Abs(x), x), Derivative(sp.Abs(x), x)), Domain(x), None),
    "derivative of the lesser one": (
        eq(Derivative(sp.Min(x, y), x), Derivative(sp.Min(x, y), x)),
        Domain(x, y),
        None,
    ),
    "derivative at the end": (
        eq(Derivative(sp.sqrt(x), x), Derivative(sp.sqrt(x), x)),
        Domain(x, x >= 0),
        None,
    ),
    "piecewise without an else": (
        eq(Piecewise((1, x > 0)), Piecewise((1, x > 0))),
        Domain(x),
        None,
    ),
    "imaginary": (eq(sp.I * x, sp.I * x), Domain(x), None),
    "the last index is no integer": (
        eq(Piecewise((y, Le(n, x)), (n, True)) - Piecewise((y, Le(n, x)), (x + 1, True)), 0),
        Domain(n, x, y, n <= x + 1),
        InnerProducts(),
    ),
    "vector beyond the frame": (
        eq(Dot(q[h + 1], q[h + 1]), 1),
        Domain(h, orthonormal_frame(q, h)),
        InnerProducts(),
    ),
    "index that is no integer": (
        eq(Dot(q[x], q[x]), 1),
        Domain(h, x, x >= 1, x <= h, orthonormal_frame(q, h)),
        InnerProducts(),
    ),
    "free vector taken for a unit one": (eq(Dot(v, v), 1), Domain(h, free_vector(v, h)), InnerProducts()),
}


def normal_form(name):
    order, argument = theory.bessel.functions.nu, theory.bessel.functions.z
    if name == "series":
        return PowerSeries(trusted.bessel_series(order, argument, Domain(order, argument)))
    if name == "ring":
        return BesselRing(theory.claim("bessel.recurrence").fact, theory.claim("bessel.derivative").fact)
    return name


@pytest.mark.parametrize("name", FALSE_EQUATIONS)
def test_false_equations(name):
    statement, domain, form = FALSE_EQUATIONS[name]
    form = normal_form(form)
    with pytest.raises(REJECTED):
        identity(statement, domain, form)


def test_ring_takes_no_special_case_for_the_rule():
    at_one = eq(besseli(nu - 1, z) - besseli(nu + 1, z), 2 / z * besseli(nu, z))
    special = Domain(nu, z, Eq(nu, 1))
    fact = cite("true where ν = 1", at_one, special)
    with pytest.raises(REJECTED):
        BesselRing(fact, theory.claim("bessel.derivative").fact)


# --- signs ------------------------------------------------------------------------------------------------------------

FALSE_SIGNS = {
    "undefined where it would cancel": (gt((x**2 - 1) / (x - 1)), Domain(x, x >= 0)),
    "zero at a closed end": (gt(x), Domain(x, x >= 0)),
    "zero at a closed end, Sturm": (gt(x**2 - 2 * x + 1 + (x - 1) ** 3), Domain(x, x >= 1, x <= 5)),
    "double root inside": (gt((x - 2) ** 2), Domain(x, x >= 0)),
    "product of unknown signs": (Ge(x * y, 0, evaluate=False), Domain(x, y)),
    "bound by an unbounded variable": (gt(x), Domain(x, y, x > y)),
    "circular bounds": (gt(x), Domain(x, y, x >= y, y >= x)),
    "integer gap used for a real": (Ge(x - 1, 0, evaluate=False), Domain(x, x > 0)),
    "strict from non-strict bounds": (gt(x + y), Domain(x, y, x >= 0, y >= 0)),
    "upper bound taken for a lower": (gt(x), Domain(x, x <= 5)),
    "denominator of unknown sign": (gt(1 / x), Domain(x)),
    "logarithm outside": (Ge(sp.log(x) ** 2, 0, evaluate=False), Domain(x)),
    "imaginary square": (Ge(sp.I**2 * x**2, 0, evaluate=False), Domain(x)),
    "even power of an undefined": (Ge((1 / x) ** 2, 0, evaluate=False), Domain(x)),
    "exponential of an undefined": (gt(sp.exp(1 / x)), Domain(x)),
}


@pytest.mark.parametrize("name", FALSE_SIGNS)
def test_false_signs(name):
    with pytest.raises(REJECTED):
        sign(*FALSE_SIGNS[name])


def test_box_outside_the_assumptions():
    with pytest.raises(REJECTED):
        certify(Lt(z, 0, evaluate=False), {z: (Fraction(-3), Fraction(-1))})


# --- domains ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "assumption", [{"negative": True}, {"nonzero": True}, {"even": True}, {"imaginary": True}, {"rational": True}]
)
def test_assumptions_that_no_hypothesis_states(assumption):
    with pytest.raises(ValueError, match="assumption"):
        Domain(Symbol("s", **assumption))


def test_every_assumption_is_printed():
    assert any("0" in text for text in Domain(r).hypotheses())
    assert any("0" in text for text in Domain(K).hypotheses())


def test_one_name_for_two_variables():
    with pytest.raises(ValueError, match="name"):
        Domain(Symbol("h", positive=True), h)
    with pytest.raises(ValueError, match="name"):
        Domain(Symbol("h", positive=True)).union(Domain(h))


def test_one_vector_declared_twice():
    with pytest.raises(ValueError, match=r"twice|name"):
        Domain(h, free_vector(v, h)).union(Domain(h, unit_vector(v, h)))


def test_dimension_is_declared():
    with pytest.raises(ValueError, match="undeclared"):
        Domain(free_vector(v, h))


# --- special cases ----------------------------------------------------------------------------------------------------


def square():
    return sign(Ge(x**2, 0, evaluate=False), Domain(x))


def test_special_case_of_an_expression():
    with pytest.raises(REJECTED):
        specialise(square(), {x**2: sp.S.NegativeOne}, Domain())


def test_special_case_of_a_number():
    with pytest.raises(REJECTED):
        specialise(identity(eq(p / p + 1, 2), Domain(p)), {sp.Integer(2): sp.Integer(3)}, Domain(p))


def test_special_case_below_zero():
    with pytest.raises(REJECTED):
        specialise(sign(Ge(r, 0, evaluate=False), Domain(r)), {r: sp.S.NegativeOne}, Domain())


def test_special_case_imaginary():
    bare = Symbol("b")
    fact = sign(Ge(bare**2, 0, evaluate=False), Domain(bare, bare**2 + 2 >= 0))
    for value in (sp.I, sp.sqrt(y), 1 / y):
        with pytest.raises(REJECTED):
            specialise(fact, {bare: value}, Domain(y))


def test_special_case_undefined():
    fact = sign(gt(p), Domain(p))
    with pytest.raises(REJECTED):
        specialise(fact, {p: (x**2 - 1) / (x - 1)}, Domain(x, x >= 0))


def test_special_case_under_a_derivative():
    fact = theory.claim("bessel.derivative").fact
    order, argument = theory.bessel.functions.nu, theory.bessel.functions.z
    with pytest.raises(REJECTED):
        specialise(fact, {order: argument}, Domain(argument))


def test_special_case_of_a_bound_index():
    fact = trusted.exponential_series(x, Domain(x))
    with pytest.raises(REJECTED):
        specialise(fact, {x: K}, Domain(K))


def test_special_case_of_a_dimension_keeps_the_vectors_in_step():
    fact = identity(eq(Dot(v, v) * h, h * Dot(v, v)), Domain(h, free_vector(v, h)), InnerProducts())
    with pytest.raises(REJECTED):
        specialise(fact, {h: sp.Integer(3)}, Domain(h, free_vector(v, h)))


def test_special_case_with_an_undefined_factor():
    fact = sign(Ge(Dot(v, v), 0, evaluate=False), Domain(h, free_vector(v, h)))
    with pytest.raises(REJECTED):
        specialise(fact, {v: u / x}, Domain(h, x, free_vector(u, h)))


def test_special_case_is_no_unit_vector():
    fact = identity(eq(Dot(u, u), 1), Domain(h, unit_vector(u, h)), InnerProducts())
    with pytest.raises(REJECTED):
        specialise(fact, {u: 2 * v}, Domain(h, unit_vector(v, h)))


def test_special_case_drops_no_condition():
    fact = sign(gt(x), Domain(x, x > 1))
    with pytest.raises(REJECTED):
        specialise(fact, {}, Domain(x))
    with pytest.raises(REJECTED):
        specialise(fact, {x: sp.Integer(1)}, Domain())


# --- equals for equals ------------------------------------------------------------------------------------------------


def test_substitution_brings_in_a_bound_variable():
    a = Symbol("a", integer=True, nonnegative=True)
    domain = Domain(a, K, Eq(a, K))
    total = identity(eq(Sum(a, (K, 0, 3)), Sum(a, (K, 0, 3))), Domain(a))
    equal = identity(eq(a, K), domain, InnerProducts())
    with pytest.raises(REJECTED):
        substitute(total, equal)
    with pytest.raises(REJECTED, match="declares"):
        identity(total.statement, domain)


def test_substitution_of_terms_known_for_late_indices_only():
    late = Domain(K, x, Eq(K, 1))
    term = identity(eq(K * x, x), late, InnerProducts())
    total = identity(eq(Sum(K * x, (K, 0, 3)), Sum(K * x, (K, 0, 3))), Domain(x))
    with pytest.raises(REJECTED):
        substitute(total, term)


def test_substitution_of_what_is_equal_at_one_point_under_a_derivative():
    point = Domain(x, Eq(x, 1))
    equal = identity(eq(x**2, x), point, InnerProducts())
    slope = cite("slope", eq(Derivative(x**2, x), 2 * x), Domain(x))
    with pytest.raises(REJECTED):
        substitute(slope, equal)


def test_rewriting_what_is_undefined():
    equal = identity(eq(x + x, 2 * x), Domain(x))
    with pytest.raises(REJECTED):
        rewrite(sp.log(x) + 2 * x, flip(equal), domain=Domain(x))


def test_chain_of_opposite_directions():
    with pytest.raises(REJECTED):
        chain(sign(le(p, 2 * p), Domain(p)), sign(Ge(p, p / 2, evaluate=False), Domain(p)))


# --- cited theorems ---------------------------------------------------------------------------------------------------


def test_sum_needs_every_index():
    some = Domain(K, K >= 5)
    terms = sign(gt((K - 4) / sp.factorial(K)), some)
    with pytest.raises(REJECTED):
        trusted.sum_of_positive_terms(terms)


def test_sum_does_not_free_other_variables():
    terms = sign(gt((x + 1) / sp.factorial(K)), Domain(x, K, x >= K))
    with pytest.raises(REJECTED):
        trusted.sum_of_positive_terms(terms)


def test_sum_that_diverges():
    for term in (1 / (K + 1), 2**K, K + 1):
        with pytest.raises(REJECTED):
            trusted.sum_of_positive_terms(sign(gt(term), Domain(K)))


def test_induction_needs_every_index():
    late = Domain(K, K >= 5)
    with pytest.raises(REJECTED):
        trusted.terms_by_ratio(1 / sp.factorial(K), 1 / sp.factorial(K), late)


def test_scaling_makes_no_equation_of_an_inequality():
    terms = sign(le(1 / sp.factorial(K), 2 / sp.factorial(K)), Domain(K))
    sums = trusted.sum_termwise(terms)
    with pytest.raises(REJECTED):
        trusted.scaled_series(p, sums)


def test_scaling_by_the_undefined():
    series = trusted.exponential_series(x, Domain(x))
    with pytest.raises(REJECTED):
        trusted.scaled_series(1 / x, series)


CITED_OUTSIDE = {
    "series captures its index": lambda: trusted.bessel_series(K, z, Domain(K, z)),
    "exponential captures its index": lambda: trusted.exponential_series(K, Domain(K)),
    "hypergeometric captures its index": lambda: trusted.hyper_series(K + 1, z, Domain(K, z)),
    "Bessel function of a negative number": lambda: trusted.bessel_series(nu, x, Domain(nu, x)),
    "lower parameter at a pole": lambda: trusted.hyper_series(x, z, Domain(x, z)),
    "mean over the sphere S⁰": lambda: trusted.mean_of_exponential(z, trusted.even_moment(h, Domain(h, z, K))),
    "mean captures the coordinate": lambda: trusted.mean_of_exponential(
        U1, trusted.even_moment(h, Domain(h, U1, K, h >= 2))
    ),
    "moment over S⁰": lambda: trusted.even_moment(h, Domain(h, K)),
    "moment captures its index": lambda: trusted.mean_of_exponential(z, trusted.even_moment(K + 2, Domain(K, z))),
    "integral of a scalar": lambda: trusted.rotation_invariance(h, p, Domain(h, p, h >= 2)),
    "integral in another dimension": lambda: trusted.rotation_invariance(
        n, v, Domain(h, n, h >= 2, n >= 2, free_vector(v, h))
    ),
    "monotone on the wrong side": lambda: trusted.log_is_increasing(
        sign(le(x, x**2 + 1), Domain(x)), sign(gt(x**2 + 1), Domain(x))
    ),
    "cosine beyond a right angle": lambda: trusted.cosine_between_zero_and_one(p, Domain(p, p <= 4)),
}


@pytest.mark.parametrize("name", CITED_OUTSIDE)
def test_theorem_outside_its_hypotheses(name):
    with pytest.raises(REJECTED):
        CITED_OUTSIDE[name]()


GRAM_INDICES = sp.symbols("i j", integer=True, positive=True)


def angles_from(product, entry, *conditions):
    """The principal angles read off a Gram matrix with these entries."""
    i, j = GRAM_INDICES
    phi = Symbol("phi", positive=True)
    angle = (phi, Le(phi, sp.pi / 2))
    where = Domain(h, h >= 3, *angle, i, j, *conditions, orthonormal_frame(q, h))
    gram = cite("assumed", eq(product, sp.KroneckerDelta(i, j) * entry), where)
    ordered = trusted.cosine_between_zero_and_one(phi, Domain(*angle))
    k = Symbol("k", integer=True, positive=True)
    conclusion = Domain(h, h >= 3, *angle, k, k <= h - 1, orthonormal_frame(q, h))
    return trusted.singular_values_of_diagonal(gram, ordered, k, conclusion)


def diagonal_gram(order=None, factor=1):
    i, j = GRAM_INDICES
    phi = Symbol("phi", positive=True)
    condition = Le(i, h - 2) if order is None else order
    left = Piecewise((factor * q[i], Le(i, h - 2)), (q[h - 1], True))
    right = Piecewise((q[j] / factor, Le(j, h - 2)), (sp.cos(phi) * q[h - 1] + sp.sin(phi) * q[h], True))
    return Dot(left, right), Piecewise((1, condition), (sp.cos(phi), True))


def test_principal_angles_of_a_diagonal_gram_matrix():
    i, j = GRAM_INDICES
    whole = (i <= h - 1, j <= h - 1)
    assert isinstance(angles_from(*diagonal_gram(), *whole).statement, Eq)
    for gram, conditions in (
        (diagonal_gram(order=sp.Ge(i, 3)), whole),
        (diagonal_gram(factor=2), whole),
        (diagonal_gram(), (i <= h - 1, j <= h - 2)),
        (diagonal_gram(), (*whole, i >= 2)),
    ):
        with pytest.raises(REJECTED):
            angles_from(*gram, *conditions)


# --- balls ------------------------------------------------------------------------------------------------------------


def decided(statement, point, domain=None):
    try:
        return enclosure.decide(statement, point, domain)[0]
    except (*REJECTED, IndexError):
        return Outcome.UNDECIDED


t = Symbol("t", real=True)

#: True statements that a careless evaluation would refute.
TRUE_AT = {
    "index that is not exact": (le(1, sp.KroneckerDelta(x, y)), {x: Fraction(1, 3), y: Fraction(1, 3)}),
    "derivative near a pole": (Lt(Derivative(1 / (z - 1), z), -3, evaluate=False), {z: 1.5}),
    "derivative beyond a branch point": (gt(Derivative(sp.sqrt(z - 1), z), Rational(1, 2)), {z: 1.5}),
    "derivative of a logarithm's neighbour": (gt(Derivative(sp.log(z - 1), z), Rational(3, 2)), {z: 1.5}),
    "integral of a modulus": (le(1, Integral(sp.Abs(t), (t, -1, 1))), {}),
    "integral of a modulus, above": (le(Integral(sp.Abs(t), (t, -1, 1)), Rational(1000001, 1000000)), {}),
    "first vector does not follow the last": (gt(Dot(q[0], q[0]), 5), {q: np.array([[1.0], [2.0]])}),
}


@pytest.mark.parametrize("name", TRUE_AT)
def test_balls_do_not_refute_what_holds(name):
    statement, point = TRUE_AT[name]
    domain = Domain(unit_vectors(q, 2, 1)) if q in point else None
    assert decided(statement, point, domain) is not Outcome.REFUTED


def test_late_term_of_a_series_is_not_lost():
    total = Sum(1 / sp.factorial(K) + sp.KroneckerDelta(K, 150), (K, 0, sp.oo))
    assert decided(le(total, 3), {}) is not Outcome.SHOWN


def test_position_counts_from_one():
    cosine = PrincipalCosine(x, sp.Lambda(n, q[n]), sp.Lambda(m, q[m]), 2)
    domain = Domain(x, orthonormal_frame(q, 2))
    assert decided(gt(cosine), {x: 0, q: np.eye(2)}, domain) is Outcome.UNDECIDED


# --- points and verdicts ----------------------------------------------------------------------------------------------


def test_infinite_point_is_no_counterexample():
    with pytest.raises(REJECTED):
        counterexample(gt(1 / p), Domain(p), {p: float("inf")})


def test_negative_point_of_a_nonnegative_variable():
    with pytest.raises(REJECTED):
        counterexample(Ge(r, 0, evaluate=False), Domain(r), {r: -1})


def test_point_with_vectors_of_another_dimension():
    statement = Ge(h - Dot(v, v), 0, evaluate=False)
    domain = Domain(h, free_vector(v, h))
    with pytest.raises(REJECTED):
        counterexample(statement, domain, {h: 1, v: np.array([1.0, 1.0])})
    with pytest.raises(REJECTED):
        counterexample(statement, domain, {h: 1, v: np.array([float("inf")])})


def make_claim(statement, domain, derive):
    derive.__doc__ = "A planted claim."
    return claim(id="planted", title="planted", relation="ours", source="", domain=domain, statement=statement)(derive)


def test_refutation_on_a_weaker_domain():
    statement = Ge(x, 1, evaluate=False)
    planted = make_claim(statement, Domain(x, x >= 1), lambda this: counterexample(statement, Domain(x), {x: 0}))
    assert planted.verdict.status is Status.OPEN


def test_proof_on_a_smaller_domain():
    statement = gt(x)
    planted = make_claim(statement, Domain(x), lambda this: sign(statement, Domain(x, x > 1)))
    assert planted.verdict.status is Status.OPEN


def test_proof_of_something_else():
    planted = make_claim(gt(p), Domain(p), lambda this: sign(gt(2 * p), Domain(p)))
    assert planted.verdict.status is Status.OPEN


def test_contradictory_hypotheses_prove_nothing():
    domain = Domain(x, x > 1, x < 0)
    planted = make_claim(gt(-x * 2, 5), domain, lambda this: sign(this.statement, domain))
    assert planted.verdict.status is Status.OPEN


def test_citation_read_backwards_is_a_citation():
    statement = eq(Sum(x**K / sp.factorial(K), (K, 0, sp.oo)), sp.exp(x))
    planted = make_claim(statement, Domain(x), lambda this: flip(trusted.exponential_series(x, this.domain)))
    assert planted.verdict.status is Status.CITED


# --- definitions do not capture --------------------------------------------------------------------------------------


def test_definition_of_the_loss_keeps_its_index_apart():
    a, b = IndexedBase("a"), IndexedBase("b")
    i = Symbol("i", integer=True)
    assert i in unfold(MCLLoss(a, b, i, 2)).free_symbols


def test_definition_of_the_mean_keeps_its_angle_apart():
    theta = Symbol("theta", real=True)
    assert theta in unfold(sphere_mean(3, sp.exp(theta * U1))).free_symbols
