"""What the uniform law across an axis is not put in place of: calls that are right but for one thing."""

from __future__ import annotations

import pytest
from sympy import Gt, Lambda, Le, Piecewise, exp, sin, symbols

from modgap.theory.language.couplings import CouplingMean, P, X, Y
from modgap.theory.language.domain import Domain, coupling, unit_vector
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.across import uniform_across
from tests.theory.assumptions import r, said

beta = symbols("beta", positive=True)
t = symbols("t", real=True)
d, h = symbols("d h", integer=True, positive=True)
a, e, Q, W, V = symbols("a e Q w v")

SCALARS = (d, d >= 3, h, h >= 3, beta, t)
OUTSIDE = Domain(*SCALARS, unit_vector(a, d), unit_vector(e, d))
LAW = OUTSIDE.further(coupling(Q, d))


def mean(of, law=Q, variables=(X, Y)):
    return CouplingMean(law, Lambda(variables, of))


def of(left, domain=LAW):
    return {"fact": said(r(Le, left, beta), domain)}


TILT = exp(beta * Dot(a, Y))
GOOD = {**of(mean(TILT)), "law": Q, "e": e, "domain": OUTSIDE}

ANY = "is not shown for every coupling"
AXIS = "as a unit vector, or it declares Q"
#: Y itself, or a, by the sign of a cosine.
BENT = Piecewise((Y, Dot(Y, a) > 0), (a, True))

REFUSED = {
    "no law": ({"law": P}, ANY),
    "a vector for a law": ({"law": a}, ANY),
    "some laws": (of(mean(TILT), LAW.further(r(Gt, mean(TILT), 1))), ANY),
    "an axis that is not declared": ({"domain": OUTSIDE.without(e)}, AXIS),
    "an axis of another space": ({"domain": OUTSIDE.without(e).further(unit_vector(e, h))}, AXIS),
    "a law that is kept": ({"domain": LAW}, AXIS),
    "an axis that is bound": (
        of(mean(exp(Dot(a, e)), P, (X, e)) + mean(TILT), LAW.without(e).further(coupling(P, d))),
        "binds e itself",
    ),
    "the circle": (
        {**of(mean(TILT), Domain(d, beta, unit_vector(a, d), coupling(Q, d))),
         "domain": Domain(d, beta, unit_vector(a, d), unit_vector(e, d))},
        "^the sign of d - 3 is not settled",
    ),
    "another function of a mean": (of(sin(mean(TILT))), "is not read here"),
    "a query that is declared": ({"domain": OUTSIDE.further(unit_vector(X, d))}, "is taken"),
    "a key that is declared": ({"domain": OUTSIDE.further(unit_vector(Y, d))}, "is taken"),
    "a function of queries": (of(mean(exp(beta * Dot(a, X)))), "speaks of queries"),
    "a square": (of(mean(Dot(a, Y) ** 2)), "is no exponential"),
    "the exponential of a square": (of(mean(exp(Dot(a, Y) ** 2))), "is not linear in y"),
    "a vector that bends": (of(mean(exp(Dot(BENT, Y)))), "is not a linear combination"),
    "a factor of either sign": (of(mean(exp(t * Dot(a, Y)))), "^the sign of t is not settled"),
}  # fmt: skip


def test_right_call_is_answered():
    assert uniform_across(**GOOD).domain == OUTSIDE


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case):
    changes, words = REFUSED[case]
    with pytest.raises(Undecided, match=words):
        uniform_across(**{**GOOD, **changes})
