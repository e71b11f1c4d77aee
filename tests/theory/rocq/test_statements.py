"""Claims as Rocq propositions: what is written, what is asked to be defined, and what cannot be written."""

import re

import pytest
import sympy as sp
from sympy import Derivative, Symbol, log, sqrt
from sympy import GreaterThan as Ge
from sympy import StrictGreaterThan as Gt

from modgap.theory import claim, ledger
from modgap.theory.kernel.claims import Claim
from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.domain import Domain, coupling, free_vector, unit_vectors
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.means import SphereAverage
from modgap.theory.language.symbols import Dot, IvRatio, SphereIntegral, SphereMoment
from modgap.theory.rocq import statements
from modgap.theory.rocq.statements import UnprintableError, negation, proposition

x, z = Symbol("x", real=True), Symbol("z", positive=True)
n = Symbol("N", integer=True, positive=True)
law = Symbol("P")


def written(statement, *domain, of=proposition):
    made = Claim(
        id="some.claim",
        title="Some claim",
        relation="ours",
        source="none",
        about="",
        domain=Domain(*domain),
        statement=statement,
        derive=lambda _: None,
    )
    return " ".join(of(made).split())


def test_a_claim_is_hypotheses_definedness_and_relation():
    found = written(Gt(1 / x, 0, evaluate=False), x, Gt(x, 0))
    assert found == "forall (x : R), (x > 0) -> ((x <> 0) /\\ ((/ x) > 0))"


def test_a_refuted_claim_is_a_point_where_it_is_defined_and_false():
    found = written(Gt(1 / x, 0, evaluate=False), x, Ge(x, 1), of=negation)
    assert found == "exists (x : R), ((x >= 1) /\\ (x <> 0) /\\ (~ (((/ x) > 0))))"


@pytest.mark.parametrize(
    ("expr", "asked"),
    [
        (log(x), "(0 < x)"),
        (sqrt(x), "(0 <= x)"),
        (x**-2, "(x <> 0)"),
        (x**z, "(0 < x)"),
        (sp.cbrt(x), "(0 < x)"),
        (sp.gamma(x), "(0 < x)"),
        (Derivative(log(x), x), "(ex_derive (fun x : R => (ln x)) x)"),
        (IvRatio(x, z), "((besseli x z) <> 0)"),
    ],
)
def test_what_is_total_in_rocq_is_asked_to_be_defined(expr, asked):
    assert asked in written(Gt(expr, 0, evaluate=False), x, z)


def test_what_stands_under_a_sum_is_asked_for_each_term():
    i = Symbol("i", integer=True)
    found = written(Gt(sp.Sum(log(x + i), (i, 1, n)), 0, evaluate=False), x, n)
    assert "(forall i : nat, (1 <= i <= N)%nat -> 0 < (x + (INR i)))" in found


def test_vectors_are_coordinates_in_the_dimension_that_the_domain_declares():
    family, i = sp.IndexedBase("v"), Symbol("i", integer=True)
    norm = sp.Sum(Dot(sp.Indexed(family, i), sp.Indexed(family, i)), (i, 1, n))
    found = written(Ge(norm, 0, evaluate=False), n, unit_vectors(family, n, sp.Integer(3)))
    assert "forall i : nat, (1 <= i <= N)%nat -> dot 3%nat (v i) (v i) = 1" in found
    assert "(sum1 N (fun i : nat => (dot 3%nat (v i) (v i))))" in found


def test_what_has_no_symbol_is_named():
    with pytest.raises(UnprintableError, match="pi_c, a pairing"):
        proposition(claim("thm.2.coupling"))


def mean(of):
    return CouplingMean(law, sp.Lambda((Symbol("x"), Symbol("y")), of))


def over(of):
    return CouplingMean(law, sp.Lambda((Symbol("v"), Symbol("w")), of))


def test_a_coupling_is_any_of_its_functionals_and_its_means_are_asked_to_be_of_continuous_functions():
    inner = Dot(Symbol("x"), Symbol("y"))
    found = written(Gt(mean(sp.exp(inner)), 0, evaluate=False), coupling(law, sp.Integer(3)))
    function = "(fun x y : vector => (exp (dot 3%nat x y)))"
    assert found == (
        "forall (P : (vector -> vector -> R) -> R), (coupling 3%nat P) -> "
        f"((continuous_pairs 3%nat (spheres 3%nat) {function}) /\\ ((P {function}) > 0))"
    )


def test_queries_in_the_ball_make_another_set_of_pairs():
    found = written(Gt(mean(Dot(Symbol("x"), Symbol("y"))), 0, evaluate=False), coupling(law, n, "ball"), n)
    assert "(ball_coupling N P) ->" in found
    assert "(continuous_pairs N (ball_sphere N) (fun x y : vector => (dot N x y)))" in found
    assert " spheres" not in found


def test_what_stands_under_a_mean_is_asked_for_all_pairs_and_an_inner_mean_to_be_continuous_in_the_outer():
    inner = over(sp.exp(Dot(Symbol("x"), Symbol("w"))))
    found = written(Gt(mean(log(inner)), 0, evaluate=False), coupling(law, sp.Integer(3)))
    function = "(fun v w : vector => (exp (dot 3%nat w x)))"
    each = "forall x y : vector, spheres 3%nat x y -> "
    assert f"({each}continuous_pairs 3%nat (spheres 3%nat) {function})" in found
    assert f"({each}0 < (P {function}))" in found
    assert f"(continuous_pairs 3%nat (spheres 3%nat) (fun x y : vector => (ln (P {function}))))" in found


def test_a_pair_that_shadows_a_variable_keeps_apart_from_it():
    one = Gt(mean(Dot(Symbol("x"), Symbol("u"))), 0, evaluate=False)
    found = written(one, coupling(law, sp.Integer(3)), free_vector(Symbol("u"), sp.Integer(3)))
    assert "(fun x y : vector => (dot 3%nat u x))" in found
    taken = Symbol("y", real=True)
    found = written(Gt(mean(taken * Dot(Symbol("x"), Symbol("y"))), 0, evaluate=False), taken, coupling(law, n), n)
    assert "(fun x y_ : vector => (y * (dot N x y_)))" in found


def test_a_mean_under_no_declared_law_is_not_written():
    with pytest.raises(UnprintableError, match="the law u"):
        written(
            Gt(CouplingMean(Symbol("u"), sp.Lambda((Symbol("x"), Symbol("y")), 1)), 0, evaluate=False),
            free_vector(Symbol("u"), sp.Integer(3)),
        )


def test_an_integral_over_a_sphere_runs_through_a_point_of_a_free_name_and_is_asked_to_exist():
    u, v, r, three = Symbol("u"), Symbol("v"), Symbol("r", real=True), sp.Integer(3)
    found = written(Gt(r * SphereIntegral(three, u), 0, evaluate=False), r, free_vector(u, three))
    assert "(ex_sphere_integral 3%nat (fun u_ : vector => (exp (dot 3%nat u u_))))" in found
    assert "(r * (sphere_integral 3%nat (fun u_ : vector => (exp (dot 3%nat u u_)))))" in found
    both = (free_vector(u, three), free_vector(v, three))
    found = written(Gt(SphereMoment(three, v, u, sp.Integer(2)), 0, evaluate=False), *both)
    assert "(sphere_integral 3%nat (fun u_ : vector => (((dot 3%nat u u_) ^ 2) * (exp (dot 3%nat v u_)))))" in found
    found = written(Gt(HyperplaneIntegral(three, v, u), 0, evaluate=False), *both)
    assert "(ex_hyperplane_integral 3%nat u (fun u_ : vector => (exp (dot 3%nat v u_))))" in found


def test_an_average_over_a_sphere_is_asked_to_exist_and_its_function_to_be_defined_at_every_point():
    u, v, three = Symbol("u"), Symbol("v"), sp.Integer(3)
    inner = SphereAverage(three, sp.Lambda(v, log(Dot(u, v))))
    found = written(Gt(SphereAverage(three, sp.Lambda(u, inner)), 0, evaluate=False))
    function = "(fun v : vector => (ln (dot 3%nat u v)))"
    outer = "forall u : vector, dot 3%nat u u = 1 -> "
    assert f"({outer}(forall v : vector, dot 3%nat v v = 1 -> 0 < (dot 3%nat u v)))" in found
    assert f"({outer}ex_sphere_integral 3%nat {function})" in found
    assert f"(ex_sphere_integral 3%nat (fun u : vector => (sphere_average 3%nat {function})))" in found
    assert f"((sphere_average 3%nat (fun u : vector => (sphere_average 3%nat {function}))) > 0)" in found


def test_a_variable_keeps_clear_of_the_words_of_rocq():
    assert "forall (I_ : R)" in written(Gt(Symbol("I", real=True), 0, evaluate=False), Symbol("I", real=True))


def test_named_symbols_are_defined_from_their_own_definitions():
    assert statements.definition(IvRatio) == (
        "Definition IvRatio (nu z : R) : R :=\n  ((/ (besseli nu z)) * (besseli (1 + nu) z)).\n"
    )


def test_every_bound_variable_and_hypothesis_of_the_ledger_is_written():
    printable = 0
    for item in ledger().values():
        try:
            text = proposition(item)
        except UnprintableError:
            continue
        printable += 1
        quantified = re.match(r"forall (.*),\n", text)
        names = re.findall(r"\((\w+) : ", quantified[1]) if quantified else []
        assert len(names) == len(item.domain.symbols) + len(item.domain.vectors) == len(set(names)), item.id
        assert text.count(" ->\n") >= len(set(item.domain.conditions)), item.id
    assert printable >= 160
