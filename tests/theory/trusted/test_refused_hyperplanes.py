"""What the theorems on the great sphere of a hyperplane refuse: calls that are right but for one thing."""

from __future__ import annotations

from sympy import Eq, Ge, S, symbols

from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.symbols import U1, Dot, Norm
from modgap.theory.trusted.hyperplanes import great_sphere
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x, z = symbols("x z", real=True)
h, d = symbols("h d", integer=True, positive=True)
n, v, w = symbols("n v w")

SPACE = Domain(h, h >= 3, x, z, unit_vector(n, h), free_vector(v, h), free_vector(w, h + 1))
CIRCLE = Domain(h, h >= 2, unit_vector(n, h), free_vector(v, h))
LENGTH = r(Eq, Dot(n, n), 1)


def unit(statement, domain=SPACE):
    return {"unit": said(statement, domain)}


GOOD = {great_sphere: {"dim": h, "vector": x * v, **unit(LENGTH)}}

LENGTHS = "does not say that a vector has length 1"
VECTOR = r"is not a vector of R\^\(h\)"

REFUSED = {
    "a vector of length at least 1": (unit(r(Ge, Dot(n, n), 1)), LENGTHS),
    "a vector of length 2": (unit(r(Eq, Dot(n, n), 4)), LENGTHS),
    "a length that is no inner product": (unit(r(Eq, Norm(n), 1)), LENGTHS),
    "an inner product of two": (unit(r(Eq, Dot(n, v), 1)), LENGTHS),
    "half a dimension": ({"dim": z}, "the dimension z is not known to be an integer"),
    "a great sphere of two points": ({"vector": v, **unit(LENGTH, CIRCLE)}, "^the sign of h - 3 is not settled"),
    "a vector of another space": ({"vector": w}, VECTOR),
    "a number for a vector": ({"vector": S.Zero}, VECTOR),
    "a normal of another space": (unit(r(Eq, Dot(w, w), 1)), VECTOR),
    "a vector that is undefined": ({"vector": v / x}, "needs x ≠ 0"),
    "a normal of any length": (unit(r(Eq, Dot(v, v), 1)), "is not seen to be a unit vector"),
}
REFUSED = {case: (great_sphere, changes, words) for case, (changes, words) in REFUSED.items()}
REFUSED["a coordinate that is declared"] = (
    great_sphere,
    unit(LENGTH, SPACE.further(U1)),
    "binds .'u_1'., which .* declares",
)


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
