"""The rule `limit`: a limit with its modulus, and what is not one."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Rational, sqrt

from modgap.theory.bessel.bounds import FROM_MINUS_HALF, lower, lower_rational, on, upper_one
from modgap.theory.bessel.functions import A, nu, ratio_positive, start, z
from modgap.theory.limits import EPSILON, eventually, limit, near
from modgap.theory.outcome import Refuted, Undecided, Unproved


def far(modulus):
    domain = eventually(FROM_MINUS_HALF, z, above=modulus)
    return domain, on(domain, ratio_positive, lower, upper_one)


def test_limits_of_the_ratio():
    domain, given = far((2 * nu + 2) / EPSILON)
    assert limit(near(A, sp.S.One), domain, z, given).domain == domain


@pytest.mark.parametrize("value", [Rational(999, 1000), Rational(1001, 1000), sp.S.Zero])
def test_another_value_is_refuted(value):
    domain, given = far((2 * nu + 2) / EPSILON)
    with pytest.raises(Unproved):
        limit(near(A, value), domain, z, given)


def test_too_small_a_modulus_is_refuted():
    domain, given = far(1 / EPSILON)
    with pytest.raises(Refuted):
        limit(near(A, sp.S.One), domain, z, given)


def test_a_neighbourhood_must_not_be_empty():
    """z < −ε would make everything true."""
    domain = eventually(FROM_MINUS_HALF, z, below=-EPSILON)
    with pytest.raises(Unproved):
        limit(near(A / z, sp.S.One), domain, z, on(domain, ratio_positive, lower_rational, start))


def test_the_value_must_not_depend_on_the_argument():
    domain, given = far((2 * nu + 2) / EPSILON)
    with pytest.raises(Undecided, match="limit"):
        limit(near(A, 1 - 1 / z), domain, z, given)


def test_a_modulus_must_not_depend_on_the_argument():
    domain, given = far(sqrt(z) / EPSILON)
    with pytest.raises(Undecided, match="neighbourhood"):
        limit(near(A, sp.S.One), domain, z, given)
