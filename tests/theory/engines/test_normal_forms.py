"""Normal forms: the chain rule in the Bessel ring, roots of squares, rising factorials of real parameters."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Derivative, Eq, Symbol, besseli, sqrt

from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.normal_forms import BesselRing, PerfectSquares, quotient
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Unproved

nu = bessel.nu
x = Symbol("x", positive=True)
a, b = sp.symbols("a b", positive=True)
DOMAIN = Domain(nu, x, nu > -1)


def ring():
    return BesselRing(bessel.recurrence.fact, bessel.derivative.fact)


def chain(right, argument=x**2 + 1, domain=DOMAIN):
    return identity(Eq(Derivative(besseli(nu, argument), x), right, evaluate=False), domain, ring())


def test_chain_rule():
    y = x**2 + 1
    assert chain(2 * x * (besseli(nu + 1, y) + nu / y * besseli(nu, y))).rule == "identity"


FALSE = {
    "no inner derivative": lambda: chain(besseli(nu + 1, x**2 + 1) + nu / (x**2 + 1) * besseli(nu, x**2 + 1)),
    "half of it": lambda: chain(x * (besseli(nu + 1, x**2 + 1) + nu / (x**2 + 1) * besseli(nu, x**2 + 1))),
    "argument may be negative": lambda: chain(besseli(nu + 1, x - 1) + nu / (x - 1) * besseli(nu, x - 1), x - 1),
    "order varies": lambda: identity(
        Eq(Derivative(besseli(x, x), x), besseli(x + 1, x) + besseli(x, x), evaluate=False), DOMAIN, ring()
    ),
    "root without absolute value": lambda: identity(
        Eq(sqrt(a**2 - 2 * a * b + b**2), a - b, evaluate=False), Domain(a, b), PerfectSquares()
    ),
    "root of a sum of squares": lambda: identity(
        Eq(sqrt(a**2 + b**2), a + b, evaluate=False), Domain(a, b), PerfectSquares()
    ),
}


#: Refuted at a point, where balls take a derivative from an integral along a circle.
LONG = ("no inner derivative", "half of it")


@pytest.mark.parametrize("name", [pytest.param(n, marks=[pytest.mark.slow] if n in LONG else []) for n in FALSE])
def test_false_identities_die(name):
    with pytest.raises(Unproved):
        raise AssertionError(f"survived: {FALSE[name]()}")


def test_roots_of_squares():
    for left, right in ((sqrt(a**2 - 2 * a * b + b**2), sp.Abs(a - b)), (sqrt(a**2 + 2 * a * b + b**2), a + b)):
        assert identity(Eq(left, right, evaluate=False), Domain(a, b), PerfectSquares()).rule == "identity"


def test_rising_factorial_of_a_real_parameter():
    k = Symbol("k", integer=True, nonnegative=True)
    ratio = quotient(sp.RisingFactorial(nu + 1, k + 1), sp.RisingFactorial(nu + 1, k))
    assert sp.simplify(ratio - (nu + 1 + k)) == 0
