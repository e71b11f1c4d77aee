"""What the theorems of analysis refuse: calls that are right but for one thing, each turned away for that thing."""

from __future__ import annotations

from sympy import Derivative, Eq, Ge, Gt, Le, Lt, S, Symbol, exp, factorial, floor, log, sqrt, symbols

from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.symbols import Dot, SphereIntegral, SphereMGF, SphereMoment
from modgap.theory.trusted.analysis import (
    at_least_first_term,
    at_zero_too,
    first_moment,
    hadamard,
    infinitely_divisible_law,
    linear_right,
    logarithm_bounds,
    odd_chord,
    second_moment,
    sign_from_start,
    sign_from_zero,
)
from modgap.theory.trusted.series import K
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x, y = symbols("x y", real=True)
z, c, k, b = symbols("z c k b", positive=True)
n, h, m = symbols("n h m", integer=True, positive=True)
whole = Symbol("w", integer=True)
u, v, e = symbols("u v e")

Z = Domain(z, x)
NEAR = Z.further(r(Lt, z, 1))
F = sqrt(z)
CONCAVE, FALLS, POSITIVE = r(Lt, Derivative(F, (z, 2)), 0), r(Lt, Derivative(F / z, z), 0), r(Gt, F, 0)
POINTS = Domain(k, b, x)
COSINE = Domain(h, h >= 3, m, k, x, x >= -1, x <= 1)
CLOSABLE = Domain(c, c <= 2, n, x)
SPACE = Domain(h, k, unit_vector(u, h))

#: y' = −(q + p/z) y + r with y = z², p = 1, q = z: for its form; it need not hold.
Y, P, Q, SOURCE = z**2, S.One, z, z + 1
RADIUS = Domain(z, b)
SHORT = RADIUS.further(r(Lt, z, b))


def linear(domain, y=Y, p=P, q=Q, source=SOURCE):
    """The equation, and what its parts are."""
    equation = r(Eq, Derivative(y, z), linear_right(y, p, q, source, z))
    return {"equation": said(equation, domain), "y": y, "p": p, "q": q, "r": source}


def positive(expr, domain):
    return said(r(Gt, expr, 0), domain)


def not_negative(expr, domain):
    return said(r(Ge, expr, 0), domain)


def integral_of(vector=k * u, domain=SPACE, right=k**2, kind=Eq, left=None):
    return {"integral": said(r(kind, SphereIntegral(h, vector) if left is None else left, right), domain)}


FROM_ZERO = {
    **linear(Z), "damping": not_negative(Q, Z), "source": positive(SOURCE, Z),
    "near": said(r(Ge, Y, -x * z**x), Z), "order": positive(x + 1, Z),
}  # fmt: skip
FROM_START = {
    **linear(RADIUS), "source": not_negative(SOURCE, RADIUS), "start": positive(Y, SHORT),
    "reach": positive(b, RADIUS),
}  # fmt: skip
MOMENT = {**integral_of(), "axis": e, "domain": SPACE.further(free_vector(e, h))}


def about(statement, domain=CLOSABLE):
    return {"inequality": said(statement, domain)}


GOOD = {
    sign_from_zero: FROM_ZERO,
    sign_from_start: FROM_START,
    first_moment: MOMENT,
    second_moment: MOMENT,
    at_least_first_term: {"terms": positive(z**K / factorial(K), Domain(K, z))},
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
WIDE = "does not contain every z > 0 along with one"
LINEAR = "is not the linear equation of"
SEEN = "depends on z, or q = .* is not seen to be continuous"
POWER = "is not a multiple of a power of z"
SAYS = "does not say that {} is positive"
LITTLE = "is not the equation's domain with z < "
AXIS = "is not the integral of e.*for a unit vector c"

REFUSED = {
    "an equation near zero": (sign_from_zero, linear(NEAR), WIDE),
    "vectors of a space that grows": (
        sign_from_zero,
        {**linear(Z.further(free_vector(v, floor(z) + 1)))},
        WIDE,
    ),
    "another equation": (sign_from_zero, {"r": z, "source": positive(z, Z)}, LINEAR),
    "an exponent that moves": (
        sign_from_zero,
        {**linear(Z, p=z), "order": positive(x + z, Z)},
        SEEN,
    ),
    "a damping that is not seen to be continuous": (
        sign_from_zero,
        {**linear(Z, q=log(z)), "damping": not_negative(log(z), Z)},
        SEEN,
    ),
    "a damping of either sign": (sign_from_zero, {"damping": not_negative(z + x, Z)}, SAYS.format("z")),
    "a bound from above": (
        sign_from_zero,
        {"near": said(r(Le, Y, -x * z**x), Z)},
        "does not bound z[*]{2}2 from below",
    ),
    "a bound of something else": (sign_from_zero, {"near": said(r(Ge, z, -x * z**x), Z)}, "does not bound z[*]{2}2"),
    "a bound by a sum": (sign_from_zero, {"near": said(r(Ge, Y, -1 - z), Z), "order": positive(S.One, Z)}, POWER),
    "a bound by a power that moves": (
        sign_from_zero,
        {"near": said(r(Ge, Y, -(z**-z)), Z), "order": positive(1 - z, Z)},
        POWER,
    ),
    "powers that sum to zero": (sign_from_zero, {"order": not_negative(x + 1, Z)}, SAYS.format("x [+] 1")),
    "other powers": (sign_from_zero, {"order": positive(x + 2, Z)}, SAYS.format("x [+] 1")),
    "a source of either sign": (sign_from_zero, {"source": positive(z - x, Z)}, SAYS.format("z [+] 1")),
    "a source near zero": (sign_from_zero, {"source": positive(SOURCE, NEAR)}, "needs hypotheses"),
    "a source of either sign for all that starts": (
        sign_from_start,
        {"source": positive(z, RADIUS)},
        SAYS.format("z [+] 1"),
    ),
    "another equation for what starts": (
        sign_from_start,
        {"r": z, "source": not_negative(z, RADIUS)},
        LINEAR,
    ),
    "a start that may be zero": (sign_from_start, {"start": not_negative(Y, SHORT)}, SAYS.format("z[*]{2}2")),
    "a start elsewhere": (sign_from_start, {"start": positive(Y, RADIUS.further(r(Gt, z, b)))}, LITTLE),
    "a start under one more hypothesis": (
        sign_from_start,
        {"start": positive(Y, SHORT.further(r(Gt, z, b / 2)))},
        LITTLE,
    ),
    "a reach that moves": (
        sign_from_start,
        {"start": positive(Y, RADIUS.further(r(Lt, z, z / 2))), "reach": positive(z / 2, RADIUS)},
        LITTLE,
    ),
    "a source near zero only": (
        sign_from_start,
        {"source": not_negative(SOURCE, SHORT)},
        "is not shown for every z > 0",
    ),
    "a reach that may be zero": (sign_from_start, {"reach": not_negative(b, RADIUS)}, SAYS.format("b")),
    "a start with one more variable": (
        sign_from_start,
        {"start": positive(Y, SHORT.further(x))},
        "needs hypotheses",
    ),
    "terms that may be zero": (
        at_least_first_term,
        {"terms": not_negative(z**K / factorial(K), Domain(K, z))},
        "is not a relation between terms",
    ),
    "terms above −1": (
        at_least_first_term,
        {"terms": said(r(Gt, z**K / factorial(K), -1), Domain(K, z))},
        "terms are positive",
    ),
    "terms that do not fall": (at_least_first_term, {"terms": positive(2**K, Domain(K))}, "converge"),
    "an integral that is at least that": (first_moment, integral_of(kind=Ge), "is no equation"),
    "a moment": (first_moment, integral_of(left=SphereMoment(h, k * u, u, S.One)), AXIS),
    "twice the vector": (first_moment, integral_of(2 * k * u), AXIS),
    "an integral that depends on the vector": (
        first_moment,
        integral_of(right=k * Dot(u, v), domain=SPACE.further(free_vector(v, h))),
        AXIS,
    ),
    "unit vectors on one side": (
        first_moment,
        integral_of(domain=SPACE.further(unit_vector(v, h), r(Gt, Dot(u, v), 0))),
        "every unit vector",
    ),
    "a vector in the ball": (first_moment, integral_of(k * v, SPACE.further(free_vector(v, h))), "not of the form"),
    "a concentration near zero": (
        first_moment,
        integral_of(domain=SPACE.further(r(Lt, k, 1))),
        "does not contain every k > 0",
    ),
    "an axis elsewhere": (
        first_moment,
        {"domain": SPACE.further(m, free_vector(e, m))},
        "is not a vector of",
    ),
    "an axis elsewhere, twice": (
        second_moment,
        {"domain": SPACE.further(m, free_vector(e, m))},
        "is not a vector of",
    ),
    "what may be zero": (logarithm_bounds, {"positive": said(r(Ge, z, 0), Z)}, "does not say that z is positive"),
    "above −1": (logarithm_bounds, {"positive": said(r(Gt, z, -1), Z)}, "does not say that z is positive"),
    "an order that moves": (hadamard, {"order": x + z}, COUNTS),
    "an index of either sign": (hadamard, {"index": whole}, COUNTS),
    "an index that is declared": (hadamard, {"domain": Domain(x, x >= 0, z, n)}, COUNTS),
    "an order below −1": (hadamard, {"domain": Domain(x, z)}, "^the sign of x [+] 1 is not settled"),
    "a place of either sign": (hadamard, {"z": y, "domain": Domain(x, x >= 0, y)}, "y is not a positive real variable"),
    "a place that is a whole number": (
        hadamard,
        {"z": m, "domain": Domain(x, x >= 0, m)},
        "m is not a positive real variable",
    ),
    "a place that is not declared": (hadamard, {"z": c}, "c is not a positive real variable"),
    "zeros near zero": (hadamard, {"domain": Domain(x, x >= 0, z, r(Lt, z, 1))}, "does not contain every z > 0"),
    "what is not concave": (odd_chord, {"concave": said(r(Gt, *CONCAVE.args), Domain(z))}, "are not the premises"),
    "a chord near zero": (odd_chord, {"positive": said(POSITIVE, Domain(z, r(Lt, z, 1)))}, "does not contain every"),
    "a point that is not declared": (odd_chord, {"domain": POINTS.without(k)}, TWO),
    "a point of either sign": (odd_chord, {"k": x}, TWO),
    "the variable for a point": (odd_chord, {"k": z, "domain": POINTS.further(z)}, "speaks of z$"),
    "a domain that declares the variable": (odd_chord, {"domain": POINTS.further(z)}, "binds .*z"),
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
