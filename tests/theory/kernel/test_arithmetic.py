"""Real algebra by two solvers: true statements pass, false ones die with a point, ill-posed ones are undecided."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Eq, Rational, sqrt
from sympy import GreaterThan as Ge
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from modgap.theory.bessel.functions import A, nu, z
from modgap.theory.kernel import arithmetic as solvers
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Refuted, Undecided, Unproved
from tests.theory.assumptions import make

PLANE = Domain(nu, z)
HALF_PLANE = Domain(nu, z, nu > -1)
ROOT = sqrt(z**2 + nu**2)


@pytest.mark.parametrize(
    "statement",
    [
        Ge(z**2 + nu**2, 2 * nu * z, evaluate=False),
        Ge(ROOT, nu, evaluate=False),
        Gt(ROOT + nu, 0, evaluate=False),
        Gt(1 / (ROOT + nu), 0, evaluate=False),
        Eq((ROOT + nu) * (ROOT - nu), z**2, evaluate=False),
        Gt(z ** Rational(3, 2), 0, evaluate=False),
    ],
    ids=str,
)
def test_true_statements(statement):
    fact = arithmetic(statement, PLANE)
    assert fact.statement == statement
    assert {solvers.Z3, solvers.CVC5} <= set(fact.trusts)


@pytest.mark.parametrize(
    "statement",
    [
        Gt(z**2 + nu**2, 2 * nu * z, evaluate=False),
        Gt(ROOT, nu + Rational(1, 1000), evaluate=False),
        Ge(ROOT - nu - z, 0, evaluate=False),
        Eq(ROOT, nu, evaluate=False),
        Lt(sqrt(z**2), z, evaluate=False),
    ],
    ids=str,
)
def test_false_statements_die_with_a_point(statement):
    with pytest.raises(Refuted) as caught:
        arithmetic(statement, PLANE)
    assert set(caught.value.witness) >= {z}


@pytest.mark.parametrize(
    "statement",
    [
        Ge(1 / nu**2, 0, evaluate=False),
        Ge(z**2 / (nu - 1) ** 2, 0, evaluate=False),
        Ge(sqrt(nu), 0, evaluate=False),
        Ge(1 / (ROOT - z), 0, evaluate=False),
    ],
    ids=str,
)
def test_what_is_undefined_somewhere_is_not_shown(statement):
    """A solver alone would accept them: it may give x/0 any value, and √ of a negative number too."""
    with pytest.raises(Undecided):
        arithmetic(statement, PLANE)


def test_a_query_holds_no_division():
    query = arithmetic(Gt(1 / (ROOT + nu), 0, evaluate=False), PLANE).detail["query"]
    assert "/" not in query.replace("(/ 1 ", "")


def test_functions_need_a_fact_that_speaks_of_them():
    with pytest.raises(Undecided, match="speaks of"):
        arithmetic(Ge(A**2, 0, evaluate=False), HALF_PLANE)


def test_contradictory_facts_show_nothing():
    wrong = [
        make("test", Gt(A, 2, evaluate=False), HALF_PLANE, ""),
        make("test", Lt(A, 1, evaluate=False), HALF_PLANE, ""),
    ]
    with pytest.raises(Undecided, match="contradicts itself"):
        arithmetic(Gt(A, 3, evaluate=False), HALF_PLANE, wrong)


def test_facts_are_used_only_on_their_domain():
    fact = make("test", Gt(A, 0, evaluate=False), HALF_PLANE, "")
    with pytest.raises(Undecided, match="hypotheses"):
        arithmetic(Gt(2 * A, 0, evaluate=False), PLANE, [fact])


def test_an_equation_for_a_function_replaces_it():
    given = [make("test", Eq(A, z + 1, evaluate=False), HALF_PLANE, "")]
    arithmetic(Gt(A, 1, evaluate=False), HALF_PLANE, given)
    with pytest.raises(Unproved):
        arithmetic(Gt(A, Rational(11, 10), evaluate=False), HALF_PLANE, given)


def test_solvers_agree_with_each_other_on_known_answers():
    x = sp.Symbol("x", real=True)
    square_negative, _ = solvers.query([solvers.Constraint(x**2, "<")])
    two, _ = solvers.query([solvers.Constraint(x**2 - 2, "=")])
    assert (solvers.ask_z3(square_negative), solvers.ask_cvc5(square_negative)) == ("unsat", "unsat")
    assert (solvers.ask_z3(two), solvers.ask_cvc5(two)) == ("sat", "sat")


def test_one_solver_is_not_enough(monkeypatch):
    """Where cvc5 gives up, an exact method must confirm z3; where it disagrees, nothing is shown."""
    root = Gt(ROOT + nu, 0, evaluate=False)
    monkeypatch.setattr(solvers, "ask_cvc5", lambda text, timeout=0: "unknown")
    with pytest.raises(Undecided):
        arithmetic(root, PLANE)
    assert arithmetic(Gt(z + 1, 0, evaluate=False), PLANE).rule == "arithmetic"
    monkeypatch.setattr(solvers, "ask_cvc5", lambda text, timeout=0: "sat")
    with pytest.raises(Undecided, match="contradict"):
        arithmetic(Gt(z + 1, 0, evaluate=False), PLANE)
