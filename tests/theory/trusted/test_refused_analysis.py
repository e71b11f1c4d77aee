"""What the theorems of analysis refuse: calls that are right but for one thing, each turned away for that thing."""

from __future__ import annotations

from sympy import Derivative, Ge, Gt, Le, Lt, Symbol, exp, log, sqrt, symbols

from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import SphereMGF
from modgap.theory.trusted.analysis import at_zero_too, hadamard, infinitely_divisible_law, logarithm_bounds, odd_chord
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x, y = symbols("x y", real=True)
z, c, k, b = symbols("z c k b", positive=True)
n, h, m = symbols("n h m", integer=True, positive=True)
whole = Symbol("w", integer=True)

Z = Domain(z, x)
NEAR = Z.further(r(Lt, z, 1))
F = sqrt(z)
CONCAVE, FALLS, POSITIVE = r(Lt, Derivative(F, (z, 2)), 0), r(Lt, Derivative(F / z, z), 0), r(Gt, F, 0)
POINTS = Domain(k, b, x)
COSINE = Domain(h, h >= 3, m, k, x, x >= -1, x <= 1)
CLOSABLE = Domain(c, c <= 2, n, x)


def about(statement, domain=CLOSABLE):
    return {"inequality": said(statement, domain)}


GOOD = {
    logarithm_bounds: {"positive": said(r(Gt, z, 0), Z)},
    hadamard: {"order": x, "z": z, "index": n, "domain": Domain(x, x >= 0, z)},
    odd_chord: {
        "concave": said(CONCAVE, Z.without(x)), "decreasing": said(FALLS, Z.without(x)),
        "positive": said(POSITIVE, Z.without(x)), "k": k, "b": b, "domain": POINTS,
    },
    infinitely_divisible_law: {"dim": h, "kappa": k, "roots": m, "cosine": x, "domain": COSINE},
    at_zero_too: {**about(r(Ge, c**2 + log(SphereMGF(n, c)), -1)), "variable": c, "closed": y},
}  # fmt: skip

TWO = "are not two positive variables"
THREE = "does not make h ≥ 3 and m ≥ 1 integers"
OPEN = "is no positive real variable of|is taken"
END = "is not seen to be continuous at c = 0"
COUNTS = "speaks of z or n, or n is not free|is not free to count the zeros"

REFUSED = {
    "what may be zero": (logarithm_bounds, {"positive": said(r(Ge, z, 0), Z)}, "does not say that z is positive"),
    "above −1": (logarithm_bounds, {"positive": said(r(Gt, z, -1), Z)}, "does not say that z is positive"),
    "an order that moves": (hadamard, {"order": x + z}, COUNTS),
    "an index of either sign": (hadamard, {"index": whole}, COUNTS),
    "an index that is declared": (hadamard, {"domain": Domain(x, x >= 0, z, n)}, COUNTS),
    "an order below −1": (hadamard, {"domain": Domain(x, z)}, "^the sign of x [+] 1 is not settled"),
    "zeros near zero": (hadamard, {"domain": Domain(x, x >= 0, z, r(Lt, z, 1))}, "does not contain every z > 0"),
    "what is not concave": (odd_chord, {"concave": said(r(Gt, *CONCAVE.args), Domain(z))}, "are not the premises"),
    "a chord near zero": (odd_chord, {"positive": said(POSITIVE, Domain(z, r(Lt, z, 1)))}, "does not contain every"),
    "a point that is not declared": (odd_chord, {"domain": POINTS.without(k)}, TWO),
    "a point of either sign": (odd_chord, {"k": x}, TWO),
    "the variable for a point": (odd_chord, {"k": z, "domain": POINTS.further(z)}, TWO),
    "a circle": (infinitely_divisible_law, {"domain": Domain(h, m, k, x, x >= -1, x <= 1)}, THREE),
    "half a root": (infinitely_divisible_law, {"roots": k}, THREE),
    "a concentration of either sign": (infinitely_divisible_law, {"kappa": x}, THREE),
    "no cosine": (infinitely_divisible_law, {"domain": Domain(h, h >= 3, m, k, x, x >= -1)}, THREE),
    "a variable that is not declared": (at_zero_too, {"variable": z}, OPEN),
    "a variable of either sign": (at_zero_too, {"variable": x}, OPEN),
    "positive integers": (at_zero_too, {"variable": n}, OPEN),
    "a closed variable that is declared": (at_zero_too, {"closed": x}, OPEN),
    "a strict inequality": (at_zero_too, about(r(Gt, c**2, -1)), "is not of the form f ≥ g"),
    "a pole at zero": (at_zero_too, about(r(Ge, 1 / c, 0)), END),
    "a root at zero": (at_zero_too, about(r(Ge, sqrt(c), 0)), END),
    "a logarithm at zero": (at_zero_too, about(r(Ge, log(c), x)), END),
    "an exponential": (at_zero_too, about(r(Ge, exp(c), x)), END),
    "a dimension that goes to zero": (at_zero_too, about(r(Ge, log(SphereMGF(c, 1)), x)), END),
    "numbers from one on": (
        at_zero_too,
        about(r(Ge, c**2, c), CLOSABLE.further(c >= 1)),
        "are not positive upper bounds of c",
    ),
    "a bound of either sign": (at_zero_too, about(r(Ge, c, x), Domain(c, x, c <= x)), "are not positive upper bounds"),
    "a bound of a multiple": (at_zero_too, about(r(Ge, c, x), Domain(c, x, r(Le, 2 * c, 1))), "are not positive upper"),
}


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
