"""Closed terms that are too large to be evaluated are refused before anything evaluates them."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Eq, Integer, Pow, Rational, Symbol, besseli, exp, factorial, gamma, pi, sqrt

from modgap.theory.kernel.compose import hypothesis, specialise, substitute
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain
from modgap.theory.language.terms import DIGITS, refuse_strangers, refuse_towers
from modgap.theory.outcome import Undecided

x = Symbol("x", real=True)
n = Symbol("n", integer=True, positive=True)
D = Domain(x, n)
TOWER = exp(exp(exp(20)))
POWER = Pow(2, 3**30, evaluate=False)


def equation(left, right):
    return Eq(left, right, evaluate=False)


@pytest.mark.parametrize(
    "term",
    [
        *(TOWER, 1 / TOWER, exp(-exp(exp(20))), x + TOWER, exp(TOWER * x), POWER, Pow(POWER, -1, evaluate=False)),
        *(Integer(10) ** (DIGITS + 1), Rational(1, 10 ** (DIGITS + 1)), sp.sin(exp(exp(30))), sp.cosh(exp(11))),
        *(factorial(10**4, evaluate=False), gamma(exp(10)), besseli(1, exp(11)), pi ** (exp(11)), 2 ** exp(12)),
        *(
            sp.Sum(n * exp(exp(11)), (n, 1, 3)),
            sp.hyper((), (1,), exp(40)),
            exp(exp(9)) * exp(exp(9) + 1) * exp(exp(9) + pi),
        ),
    ],
)
def test_what_is_too_large_is_no_term(term):
    with pytest.raises(Undecided, match=f"more than {DIGITS} digits"):
        refuse_strangers(term)
    with pytest.raises(Undecided, match=f"more than {DIGITS} digits"):
        identity(equation(term, term), D)


@pytest.mark.parametrize(
    "term",
    [
        *(exp(10_000), exp(exp(9)), Integer(10) ** (DIGITS - 1), factorial(2_000, evaluate=False), exp(exp(exp(x)))),
        *(sqrt(2) ** 100, besseli(0, 1_000), sp.sin(10**20), 2**n, n**n, sp.Sum(exp(exp(n**3)), (n, 1, 100))),
        *(Integer(0), Integer(-5), sp.hyper((), (Rational(3, 2),), 1_000)),
    ],
)
def test_what_can_be_evaluated_is_a_term(term):
    refuse_strangers(term)


def test_no_value_builds_a_tower():
    """A value is put in place by SymPy, which evaluates what then is closed: 2^n at n = 3^30."""
    power = identity(equation(2**n, 2**n), D)
    with pytest.raises(Undecided, match="2\\*\\*n has more than"):
        specialise(power, {n: Integer(3) ** 30}, Domain(x))
    tower = identity(equation(exp(exp(x)), exp(exp(x))), D)
    with pytest.raises(Undecided, match="has more than"):
        specialise(tower, {x: exp(Integer(20))}, D)
    assert specialise(tower, {x: Integer(9)}, D).statement == equation(exp(exp(9)), exp(exp(9)))
    narrow = Domain(n, Symbol("m", integer=True), sp.Ge(2**n, n, evaluate=False))
    with pytest.raises(Undecided, match="has more than"):
        specialise(identity(equation(n, n), narrow), {n: Integer(3) ** 30}, narrow)
    at = hypothesis(equation(n, Integer(3) ** 30), here := Domain(n, equation(n, Integer(3) ** 30)))
    with pytest.raises(Undecided, match="has more than"):
        substitute(identity(equation(2**n, 2**n), here), at)


def test_hypotheses_and_what_stands_in_lists_are_looked_at():
    with pytest.raises(Undecided, match="has more than"):
        identity(equation(x, x), Domain(x, sp.Lt(x, TOWER, evaluate=False)))
    with pytest.raises(Undecided, match="has more than"):
        refuse_towers(sp.Tuple(x, sp.Lambda(x, x + TOWER)))
