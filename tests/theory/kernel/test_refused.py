"""What the rules refuse, each for the reason that it gives: one check stands between each of these and a fact."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, IndexedBase, Le, Lt, Rational, S, Sum, Symbol, exp, sqrt, symbols

from modgap.theory.engines.exponentials import ExponentialSums, Logarithms
from modgap.theory.evidence import sampling
from modgap.theory.evidence.rules import certify, counterexample, implied_by
from modgap.theory.kernel import arithmetic as solvers
from modgap.theory.kernel import asking, facts, rules
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import claim
from modgap.theory.kernel.compose import by_cases, hypothesis, part, rewrite, specialise, substitute
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Refutation, rule
from modgap.theory.kernel.rules import by_hand, combination, identity, sign
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, free_vector, free_vectors, unit_vector, unit_vectors
from modgap.theory.language.means import Law
from modgap.theory.language.symbols import Dot, IvRatio
from modgap.theory.limits import EPSILON, eventually, limit, near
from modgap.theory.outcome import Outcome, Refuted, Undecided, Unproved
from tests.theory.assumptions import make
from tests.theory.calls import forged
from tests.theory.test_attacks import Impostor, Lax, Twin

x, y, w = symbols("x y w", real=True)
z = Symbol("z", positive=True)
j, k, n = symbols("j k n", integer=True)
N, h = symbols("N h", integer=True, positive=True)
u, v, g, s = symbols("u v g s")
D, DXY, DZ = Domain(x), Domain(x, y), Domain(z)


def r(kind, *sides):
    return kind(*sides, evaluate=False)


def assumed(statement, domain=D, **about):
    """A fact that a test assumes."""
    return make("assumed", statement, domain, "assumed", detail={}, **about)


def at(bound, domain=D):
    """A fact on a part of a domain: where x exceeds a bound."""
    narrow = domain.further(r(Gt, x, bound))
    return sign(r(Gt, x - bound, 0), narrow)


SQUARE = sign(r(Ge, x**2, 0), D)
SUM = sp.Sum(exp(j * x), (j, 1, N))


# --- facts -----------------------------------------------------------------------------------------------------------


def no_relation():
    return make("assumed", x, D, "", detail={})


def conjunction_of_no_relations():
    return make("assumed", sp.And(sp.Symbol("a"), sp.Symbol("b"), evaluate=False), D, "", detail={})


@rule
def forgetful(fact, other):
    return rearrange(other, other.statement)


def premise_that_is_lost():
    return forgetful(SQUARE, sign(r(Ge, x**4, 0), D))


@rule
def by_the_older(fact, older):
    """Names the older one alone, in which the other one is a premise."""
    return rearrange(older, older.statement)


def premise_that_was_altered_since_it_was_used():
    fact = sign(r(Ge, x**2, 0), D)
    older = rearrange(fact, r(Ge, x**2 + 1, 1))
    object.__setattr__(fact, "statement", r(Ge, -(x**2), 0))
    return by_the_older(fact, older)


def genuine_is_what_a_rule_made():
    facts.show_genuine([Impostor(r(Eq, x, x + 1))])


def twin_of_a_fact():
    facts.show_genuine([Twin(times=0)])


def premise_that_was_altered():
    premise = sign(r(Ge, x**2, 0), D)
    object.__setattr__(premise, "statement", r(Ge, x, 0))
    return make("assumed", r(Ge, x, 0), D, "", detail={}, premises=(premise,))


def vector_taken_for_a_number():
    return assumed(r(Eq, v, v), Domain(unit_vector(v, S(2))))


def domain_of_another_kind():
    return assumed(r(Ge, x**2, 0), Lax())


def index_that_is_declared():
    return assumed(r(Eq, SUM, SUM), Domain(x, N, j), defined=(SUM,))


def hypothesis_that_binds_one_name_twice():
    twice = Sum(j, (j, 1, N), (j, 1, N))
    return assumed(r(Ge, x**2, 0), Domain(x, N, r(Gt, twice, 0)))


# --- claims ----------------------------------------------------------------------------------------------------------


def claimed(statement, derive=lambda c: None, domain=D, relation="ours"):
    return claim(id="planted", title="", relation=relation, source="", domain=domain, statement=statement)(derive)


def claim_of_another_relation():
    return claimed(r(Ge, x**2, 0), relation="theirs")


def claim_that_is_no_relation():
    return claimed(sp.true)


def claim_of_undeclared_variables():
    return claimed(r(Ge, y**2, 0))


def derived_from(found):
    """What the derivation of a claim comes to that ends in this."""
    result = claimed(r(Ge, x**2, 0), lambda c: found).result
    if isinstance(result, Exception):
        raise result
    return result


def claim_that_is_not_shown():
    def derive(claim):
        raise Undecided("nobody knows")

    return claimed(r(Ge, x**2, 0), derive).fact


def derivation_on_a_premise_that_was_altered():
    premise = sign(r(Ge, x**2, 0), D)
    found = rearrange(premise, r(Ge, x**2, 0))
    object.__setattr__(premise, "strength", Status.TESTED)
    return derived_from(found)


def refutation_by_an_impostor():
    bound = Impostor(r(Le, x**2, -1))
    bound.premises = ()
    return counterexample(r(Ge, x**2, 0), D, {x: 1}, (bound,))


def refutation_of_a_claim_by_an_impostor():
    bound = Impostor(r(Le, x**2, -1))
    return derived_from(Refutation(r(Ge, x**2, 0), D, {x: 1}, "", {}, bounds=(bound,)))


# --- rules -----------------------------------------------------------------------------------------------------------


def identity_by_a_fact_of_another_domain():
    return identity(r(Eq, x, x), D, given=[at(1)])


def identity_by_a_form_of_another_domain():
    return identity(r(Eq, x, x), D, Logarithms(at(1)))


def identity_of_what_is_undefined():
    return identity(r(Eq, 1 / x, 1 / x), D)


class Said:
    """No fact, but it says something."""

    statement, domain, finite = r(Gt, x**2 + 1, 0), D, True


def normal_form_on_what_no_fact_says():
    return identity(r(Eq, x, x), D, Logarithms(Said()))


class Everything:
    """A normal form in which all is zero."""

    name, uses, trusts = "everything", (), ()

    def reduce(self, expr, domain):
        return S.Zero


def identity_by_a_form_of_another_kind():
    return identity(r(Eq, x, x + 1), D, Everything())


#: Infinite where z is small.
MEAN = Law(h, g, z).mean(exp(Dot(g, g)))


def identity_of_a_mean_that_may_be_infinite():
    return identity(r(Eq, MEAN, MEAN), Domain(h, z), ExponentialSums())


def rewriting_of_a_mean_that_may_be_infinite():
    return rewrite(z * MEAN, identity(r(Eq, z, z), Domain(h, z)), domain=Domain(h, z))


def sign_of_what_is_undefined():
    return sign(r(Gt, 1 / x**2, 0), D)


def combination_of_a_fact_of_another_domain():
    return combination(r(Gt, x - 1, 0), D, [(S.One, at(1))])


def combination_of_a_fact_on_what_is_undefined():
    wide = assumed(r(Ge, SUM, 0), Domain(x, N), defined=(SUM,))
    return combination(r(Ge, 0 * x, 0), Domain(x, N), [(S.Zero, wide)])


def combination_for_what_is_false():
    return combination(r(Gt, x, 0), D, [(S.One, SQUARE)])


def box_outside_of_the_assumptions():
    return certify(r(Gt, z + 5, 0), {z: (Fraction(-2), Fraction(-1))})


def counterexample_of_no_relation():
    return counterexample(r(Gt, x, sp.Float(0.5)), D, {x: -1})


def bound_that_is_an_equation():
    return implied_by(r(Le, x, y), r(Eq, y, w))


def by_hand_from_elsewhere():
    return by_hand("folklore", r(Ge, x**2, 0), D)


def derived(derivative, value, domain):
    return assumed(r(Eq, derivative, value), domain, defined=(derivative,))


# --- logic -----------------------------------------------------------------------------------------------------------


def rewriting_of_what_is_undefined():
    return rewrite(1 / x + y, identity(r(Eq, y, y + 0 * x), DXY), domain=DXY)


def equation_under_a_binder_of_its_variable():
    known = identity(r(Eq, Sum(j * x, (j, 1, N)), Sum(j * x, (j, 1, N))), Domain(x, N))
    return substitute(known, identity(r(Eq, j * x, x * j + 0), Domain(x, j)))


def special_case_by_a_fact_of_another_domain():
    return specialise(SQUARE, {}, D, [at(1)])


def value_that_a_statement_binds():
    d = Domain(x, N)
    return specialise(identity(r(Eq, SUM, SUM), d, ExponentialSums()), {x: x + j}, Domain(x, N, j))


def value_of_a_variable_that_a_hypothesis_binds():
    """In Σ_j jn > 0 the sum would take n for its index: Σ_n n² > 0, whatever n is."""
    known = assumed(r(Gt, n, 0), Domain(N, n, j, r(Gt, Sum(j * n, (j, 1, N)), 0)))
    return specialise(known, {j: n}, Domain(N, n, r(Gt, Sum(n * n, (n, 1, N)), 0)))


def derivative_in_a_constant():
    return specialise(derived(Derivative(x**2, x), 2 * x, D), {x: S.One}, D)


def derivative_in_a_half():
    return specialise(derived(Derivative(x**2, x), 2 * x, D), {x: S.Half}, D)


def derivative_in_a_product():
    return specialise(derived(Derivative(x**2, x), 2 * x, D), {x: 2 * x}, D)


def derivative_in_an_integer():
    return specialise(derived(Derivative(x**2, x), 2 * x, D), {x: n}, Domain(n))


def derivative_in_two_that_become_one():
    return specialise(derived(Derivative(x**2 * y, x), 2 * x * y, DXY), {x: y}, Domain(y))


def value_that_nobody_declares():
    return specialise(SQUARE, {x: y}, D)


def vector_for_a_number():
    return specialise(SQUARE, {x: v}, Domain(unit_vector(v, S(2))))


def half_for_an_integer():
    return specialise(sign(r(Ge, n**2, 0), Domain(n)), {n: S.Half}, Domain())


def sample_in_place_of_a_number():
    return specialise(SQUARE, {x: s}, Domain(s))


def family_of_another_size():
    f = IndexedBase("f")
    known = assumed(r(Ge, Dot(f[1], f[1]), 0), Domain(h, unit_vectors(f, 2, h)))
    other = IndexedBase("g")
    return specialise(known, {f: other}, Domain(h, unit_vectors(other, 3, h)))


def vector_of_another_length():
    known = assumed(r(Eq, Dot(u, u), 1), Domain(unit_vector(u, S(2))))
    return specialise(known, {u: 2 * v}, Domain(unit_vector(v, S(2))))


def vector_of_another_space():
    known = assumed(r(Ge, Dot(u, u), 0), Domain(free_vector(u, S(2))))
    return specialise(known, {u: v}, Domain(free_vector(v, S(3))))


def hypothesis_that_cancels_where_it_is_undefined():
    known = assumed(r(Gt, y**2, 0), Domain(x, y, r(Gt, x / y, 0)))
    return specialise(known, {x: w, y: w}, Domain(w))


def hypothesis_that_nobody_makes():
    return hypothesis(r(Ge, x, 1), Domain(x, r(Ge, x, 0)))


def part_of_what_has_no_parts():
    return part(SQUARE, x**2)


POSITIVE, NEGATIVE = Domain(x, r(Gt, x, 0)), Domain(x, r(Le, x, 0))


def case(statement, domain):
    return assumed(statement, domain)


def cases_of_two_statements():
    return by_cases(case(r(Ge, x**2, 0), POSITIVE), case(r(Ge, x**4, 0), NEGATIVE), D)


def cases_with_more_conditions():
    more = Domain(x, r(Gt, x, 0), r(Lt, x, 5))
    return by_cases(case(r(Ge, x**2, 0), more), case(r(Ge, x**2, 0), NEGATIVE), D)


def cases_that_leave_one_out():
    below = Domain(x, r(Lt, x, 0))
    return by_cases(case(r(Ge, x**2, 0), POSITIVE), case(r(Ge, x**2, 0), below), D)


def cases_of_different_things():
    below = Domain(x, y, r(Le, y, 0))
    return by_cases(case(r(Ge, x**2, 0), POSITIVE), case(r(Ge, x**2, 0), below), DXY)


def cases_of_an_undeclared_variable():
    above, below = (Domain(x, z, r(kind, x, 0)) for kind in (Gt, Le))
    return by_cases(case(r(Ge, x**2, 0), above), case(r(Ge, x**2, 0), below), D)


def cases_of_what_is_undefined():
    above, below = (Domain(x, r(kind, 1 / x, 0)) for kind in (Gt, Le))
    return by_cases(case(r(Ge, x**2, 0), above), case(r(Ge, x**2, 0), below), D)


# --- real algebra ----------------------------------------------------------------------------------------------------


def root_of_a_denominator_that_vanishes():
    return arithmetic(r(Ge, sqrt(1 / x) + x**2, sqrt(1 / x)), D)


def denominator_of_a_denominator():
    return arithmetic(r(Ge, x**2 + 1 / (2 + 1 / x**2), 1 / (2 + 1 / x**2)), D)


def pole_of_what_is_inverted():
    return arithmetic(r(Ge, 1 / (1 + 1 / x), 0), Domain(x, r(Ge, x, 0)))


def pole_that_cancels():
    return arithmetic(r(Ge, x**2 + 1 / x, 1 / x - 1), D)


def infinite(fact):
    return forged(fact, finite=False)


def variable_that_is_named_as_a_root():
    root = Symbol("root_0", real=True)
    return arithmetic(r(Ge, root**2, 0), Domain(root))


def false_at_a_model():
    return arithmetic(r(Ge, x**2, Rational(1, 1000)), D)


def infinite_mean_among_what_is_given():
    return arithmetic(r(Ge, x**4, 0), D, [infinite(SQUARE)])


def solvers_that_find_no_hypotheses_consistent():
    return arithmetic(r(Ge, x**2, 0), Domain(x, r(Gt, x, 1), r(Lt, x, 0)))


# --- equations -------------------------------------------------------------------------------------------------------


def equation_that_is_false():
    return equation(r(Eq, x**2 + 1, x**2 + 2), D)


def equation_that_is_false_at_few_points():
    return equation(r(Eq, (x - 1) * (x - 2), 0), Domain(x, r(Gt, x, 0), r(Lt, x, 0)))


def equation_that_is_an_inequality():
    return equation(r(Ge, x, x), D)


def equation_by_a_fact_of_another_domain():
    return equation(r(Eq, x, x), D, given=[at(1)])


def equation_by_an_infinite_mean():
    return equation(r(Eq, x, x), D, given=[infinite(SQUARE)])


def equation_on_a_ratio_that_nothing_speaks_of():
    ratio = IvRatio(x, z)
    return equation(r(Eq, ratio, ratio), Domain(x, z))


def equation_on_a_function():
    return equation(r(Eq, exp(x) - exp(x) + sp.log(x), sp.log(x)), D)


def equation_on_a_slope_at_the_end():
    slope = Derivative(x**2, x)
    return equation(r(Eq, slope, 2 * x), Domain(x, r(Ge, x, 0)))


def equation_on_the_slope_of_a_cone():
    slope = Derivative(sqrt(x**2 + y**2), x)
    return equation(r(Eq, slope, slope), DXY)


def rearranged_into_something_else():
    return rearrange(SQUARE, r(Ge, x**2, 1))


def rearranged_into_something_strict():
    return rearrange(SQUARE, r(Gt, x**2, 0))


def rearranged_over_what_is_undefined():
    return rearrange(SQUARE, r(Ge, x**2 + 1 / x, 1 / x))


def rearranged_over_a_gaussian_mean():
    mean = Law(h, g, z).mean(exp(Dot(g, g)))
    given = assumed(r(Gt, mean, 0), Domain(h, z), defined=(mean,))
    return rearrange(given, r(Gt, 2 * mean, mean))


# --- limits ----------------------------------------------------------------------------------------------------------

NEAR = near(1 / z, S.Zero)
FAR = eventually(DZ, z, above=1 / EPSILON)


def limit_on_two_conditions():
    return limit(NEAR, FAR.further(r(Gt, z, 5)), z, [])


def limit_on_a_condition_on_something_else():
    return limit(NEAR, Domain(EPSILON, z, r(Gt, 2 * z, 2 / EPSILON)), z, [])


def limit_on_a_condition_of_two_sides():
    return limit(NEAR, Domain(EPSILON, z, r(Gt, z, z / 2 + 1 / EPSILON)), z, [])


def limit_of_a_function_of_how_close():
    return limit(near(EPSILON / z, S.Zero), FAR, z, [])


def limit_that_moves():
    return limit(near(1 / z, 1 / z), FAR, z, [])


def limit_from_one_side_alone():
    return limit(sp.And(*NEAR.args[:1], r(Lt, 1 / z, 2 * EPSILON), evaluate=False), FAR, z, [])


def limit_for_some_closeness_alone():
    return limit(NEAR, FAR.further(r(Lt, EPSILON, 1)), z, [])


def limit_near_something_else():
    return limit(NEAR, Domain(EPSILON, z, r(Ge, z, 1 / EPSILON)), z, [])


def limit_below_nothing():
    return limit(near(z, S.Zero), eventually(DZ, z, below=EPSILON - 1), z, [])


def no_relation_at_all():
    return assumed(sp.And(evaluate=False))


def combination_of_what_may_be_infinite():
    first, second = (Law(h, g, z).mean(exp(c * Dot(g, g))) for c in (1, 2))
    bounds = [assumed(r(Ge, *sides), Domain(h, z)) for sides in ((first, 1 + second), (second, 1 + first))]
    return combination(r(Ge, S.Zero, 2), Domain(h, z), [(S.One, bound) for bound in bounds])


def vector_for_a_family():
    f = IndexedBase("f")
    known = assumed(r(Ge, Dot(f[1], f[1]), 0), Domain(h, free_vectors(f, 2, h)))
    return specialise(known, {f: v}, Domain(h, free_vector(v, h)))


def limit_that_is_only_near():
    statement = sp.And(r(Gt, 1 / z, -EPSILON), r(Lt, 1 / z, 2 * EPSILON), evaluate=False)
    return limit(statement, Domain(z, EPSILON, r(Gt, z, 1 / EPSILON)), z, [])


def pole_within_a_bound():
    return arithmetic(r(Ge, 1 / x**2, 0), D)


REFUSED = {
    twin_of_a_fact: "is not as a rule made it",
    premise_that_was_altered: "is not as a rule made it",
    vector_taken_for_a_number: "takes a vector, a law or a sample for a number",
    domain_of_another_kind: "is no domain",
    index_that_is_declared: "binds .'j'., which .* declares",
    identity_by_a_form_of_another_kind: "is no normal form of this language",
    hypothesis_that_cancels_where_it_is_undefined: "needs w ≠ 0",
    cases_of_what_is_undefined: "^1/x needs",
    pole_of_what_is_inverted: "^the solvers do not both show the denominator x:",
    pole_that_cancels: "^the solvers do not both show the denominator x:",
    no_relation_at_all: "is no relation",
    combination_of_what_may_be_infinite: "^.*GaussianMean.* needs",
    vector_for_a_family: r"is not shown to be a vector of R\^\(h\)",
    limit_that_is_only_near: "does not say that a function comes within",
    pole_within_a_bound: "^the solvers do not both show the denominator",
    no_relation: "is no relation, nor a conjunction",
    conjunction_of_no_relations: "is no relation, nor a conjunction",
    premise_that_is_lost: "forgetful does not name .* as premises",
    premise_that_was_altered_since_it_was_used: "is not as a rule made it",
    claim_that_is_not_shown: "it rests on planted, which is open",
    genuine_is_what_a_rule_made: "is not as a rule made it",
    hypothesis_that_binds_one_name_twice: "binds one of .* twice",
    claim_of_another_relation: "relation of planted: 'theirs', expected one of",
    claim_that_is_no_relation: "expected relations that are not evaluated",
    claim_of_undeclared_variables: "speaks of variables that its domain does not declare",
    derivation_on_a_premise_that_was_altered: "is not as a rule made it",
    refutation_by_an_impostor: "is not as a rule made it",
    refutation_of_a_claim_by_an_impostor: "is not as a rule made it",
    identity_by_a_fact_of_another_domain: "needs hypotheses that",
    identity_by_a_form_of_another_domain: "needs hypotheses that",
    identity_of_a_mean_that_may_be_infinite: "needs GaussianMean",
    rewriting_of_a_mean_that_may_be_infinite: "needs GaussianMean",
    derivative_in_a_half: "changes the variable of",
    derivative_in_a_product: "changes the variable of",
    sample_in_place_of_a_number: "s is not known to be real",
    identity_of_what_is_undefined: "needs x ≠ 0",
    normal_form_on_what_no_fact_says: "takes as given what no fact says",
    sign_of_what_is_undefined: "needs x ≠ 0",
    combination_of_a_fact_of_another_domain: "needs hypotheses that",
    combination_for_what_is_false: "^x > 0 is false at",
    box_outside_of_the_assumptions: "is not within the assumptions on its variables",
    counterexample_of_no_relation: "is no exact real number",
    bound_that_is_an_equation: "are not two inequalities",
    special_case_by_a_fact_of_another_domain: "needs hypotheses that",
    value_of_a_variable_that_a_hypothesis_binds: "speaks of a variable that .* binds",
    value_that_a_statement_binds: "speaks of a variable that .* binds",
    derivative_in_a_constant: "changes the variable of",
    derivative_in_an_integer: "changes the variable of",
    derivative_in_two_that_become_one: "changes the variable of",
    value_that_nobody_declares: "^y speaks of variables that .* does not declare",
    vector_for_a_number: "is a vector, and x is a number",
    half_for_an_integer: "is not known to be an integer",
    family_of_another_size: "is not shown to be a vector",
    vector_of_another_length: "is not shown to be a vector",
    vector_of_another_space: "is not shown to be a vector",
    hypothesis_that_nobody_makes: "does not ask that",
    part_of_what_has_no_parts: "is no part of",
    cases_of_two_statements: "are not one statement in two cases",
    cases_with_more_conditions: "are not one statement in two cases",
    cases_that_leave_one_out: "do not exclude each other",
    cases_of_different_things: "do not exclude each other",
    cases_of_an_undeclared_variable: "needs hypotheses that",
    root_of_a_denominator_that_vanishes: "do not both show the",
    denominator_of_a_denominator: "do not both show the denominator",
    equation_under_a_binder_of_its_variable: "speaks of a variable that .* binds",
    infinite_mean_among_what_is_given: "infinite means, and not of numbers alone",
    solvers_that_find_no_hypotheses_consistent: "contradicts itself",
    variable_that_is_named_as_a_root: "has a variable named as those",
    false_at_a_model: "a solver's model",
    equation_that_is_false: "is false at",
    equation_that_is_false_at_few_points: "the sides of .* differ",
    equation_that_is_an_inequality: "is not an equation",
    equation_by_a_fact_of_another_domain: "needs hypotheses that",
    equation_by_an_infinite_mean: "may speak of infinite means",
    equation_on_a_ratio_that_nothing_speaks_of: "is not known to be defined",
    equation_on_a_function: "is not known to be defined",
    equation_on_a_slope_at_the_end: "is not open in x",
    equation_on_the_slope_of_a_cone: r"do not both show the radicand of √\(x\*\*2 \+ y\*\*2\)",
    rearranged_into_something_else: "does not say the same as",
    rearranged_into_something_strict: "does not say the same as",
    rearranged_over_what_is_undefined: r"does not show that \['1/x'\] are defined",
    rearranged_over_a_gaussian_mean: r"does not show that \[\] are defined",
    limit_on_two_conditions: "is not a neighbourhood",
    limit_on_a_condition_on_something_else: "is not a neighbourhood",
    limit_on_a_condition_of_two_sides: "is not a neighbourhood",
    limit_of_a_function_of_how_close: "does not say that a function comes within",
    limit_that_moves: "does not say that a function comes within",
    limit_from_one_side_alone: "does not say that a function comes within",
    limit_for_some_closeness_alone: "does not contain every ε",
    limit_below_nothing: "epsilon - 1 > 0 is false at",
    limit_near_something_else: "is neither z > M nor z < δ",
}


@pytest.mark.parametrize(("attempt", "reason"), REFUSED.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_refused_for_its_reason(attempt, reason):
    with pytest.raises((Unproved, ValueError), match=reason):
        attempt()


def test_by_hand_is_for_theorems_alone():
    with pytest.raises(TypeError, match="only trusted may"):
        by_hand_from_elsewhere()


def test_theorems_are_cited_and_facts_made_by_their_rooms_alone():
    with pytest.raises(TypeError, match="only trusted and kernel may"):
        rules.cite("folklore", r(Ge, x**2, 0), D)
    with pytest.raises(TypeError, match="only kernel may"):
        facts.make("assumed", r(Ge, x**2, 0), D, "")


def test_a_fact_is_made_by_a_rule_alone():
    said = {name: getattr(SQUARE, name) for name in facts.Fact.__slots__ if name != "__weakref__"}
    with pytest.raises(TypeError, match="is made by a rule"):
        facts.Fact(**said)


def test_drawn_evidence_that_is_not_settled_is_none(monkeypatch):
    monkeypatch.setattr(sampling.enclosure, "decide", lambda *_: (Outcome.UNDECIDED, 64))
    with pytest.raises(Undecided, match="is not settled at"):
        sampling.tested(r(Ge, x**2, 0), D)


def test_what_no_draw_meets_an_adversary_finds():
    """The cosine of two drawn vectors is hardly ever 1/3 up to a thousandth; it is where that is looked for."""
    f = IndexedBase("f")
    close = (Dot(f[1], f[2]) - Rational(1, 3)) ** 2
    effort = asking.EFFORT.set(asking.LEVELS["quick"])
    try:
        with pytest.raises(Refuted, match="is false at"):
            sampling.tested(r(Ge, close, Rational(1, 10**6)), Domain(unit_vectors(f, 2, S(8))))
    finally:
        asking.EFFORT.reset(effort)


def test_a_second_opinion_is_asked_where_one_solver_gives_up(monkeypatch):
    """z3 says that x² ≥ 0 cannot fail and cvc5 that it does not know: Sturm's method must say so, too."""
    monkeypatch.setattr(solvers, "ask_cvc5", lambda *_: "unknown")
    assert arithmetic(r(Gt, x**2 + 1, 0), D).strength is Status.PROVED
    reader = solvers.Reader(D)
    assert not reader.confirmed([solvers.Constraint(x, "<")])


def test_what_is_known_is_asked_for_consistency_at_the_end(monkeypatch):
    answers = iter([True, False])
    monkeypatch.setattr(solvers.Reader, "consistent", lambda self: next(answers))
    with pytest.raises(Undecided, match=r"what is given for .* contradicts itself"):
        arithmetic(r(Gt, x**2 + 1, 0), D)


def test_a_model_that_balls_do_not_confirm_refutes_nothing(monkeypatch):
    """x > 1 holds at 2, and 0 is no point of the domain."""
    above = Domain(x, r(Gt, x, 1))
    for model in (2, 0):
        monkeypatch.setattr(sampling, "_point_of_model", lambda *_, at=model: {x: sp.Rational(at)})
        assert sampling.look_for_witness(r(Gt, x, 1), above, solver=True, tries=0) is None
    with pytest.raises(Refuted, match="a solver's model"):
        sampling.look_for_witness(r(Gt, x, 2), Domain(x), solver=True, tries=0)
