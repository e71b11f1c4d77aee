"""What the theorems of calculus refuse: calls that are right but for one thing, each turned away for that thing."""

from __future__ import annotations

from sympy import Derivative, Eq, Ge, Gt, Le, Lt, Symbol, exp, log, sign, symbols

from modgap.theory.language.domain import Domain
from modgap.theory.trusted.calculus import (
    R,
    decreases,
    down_to_zero,
    integral_of_slope,
    mean_value_bound,
    tangent_in_square,
)
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x = Symbol("x", real=True)
z, c, p, q = symbols("z c p q", positive=True)
n = Symbol("n", integer=True, positive=True)
a, b = symbols("a b", nonnegative=True)

Z = Domain(c, z)
D = Domain(c, a, b, x)
NEAR = Z.further(r(Lt, z, 1))

#: F = c z³ and its slope; e^{−cz} has a negative one.
F, SLOPE = c * z**3, 3 * c * z**2
FALL = exp(-c * z)


def slope(right=SLOPE, left=None, domain=Z, kind=Eq):
    return {"slope": said(r(kind, Derivative(F, z) if left is None else left, right), domain)}


def falling(statement=None, domain=Z):
    return {"falling": said(r(Lt, Derivative(FALL, z), 0) if statement is None else statement, domain)}


def order(*statements, domain=D):
    return {"order": [said(statement, domain) for statement in statements]}


POINTS = {"p": a, "q": b, **order(r(Ge, a, 0), r(Ge, b, 0), r(Lt, a, b)), "domain": D, "given": ()}
IN_SQUARE = slope(z * FALL)

GOOD = {
    tangent_in_square: {**IN_SQUARE, **falling(), **POINTS},
    mean_value_bound: {**slope(), "bound": said(r(Lt, SLOPE, x), Domain(c, x, z)), **POINTS},
    integral_of_slope: {**slope(), **POINTS},
    decreases: {**falling(), **POINTS},
    down_to_zero: {
        "inequality": said(r(Lt, FALL, exp(c * z)), Z), "z": z, "p": a, **order(r(Ge, a, 0)), "domain": D, "given": (),
    },
}  # fmt: skip

AXIS = "is not a positive real variable"
EVERY = "does not contain every z > 0"
CONTINUOUS = "is not seen to be continuous"
FALLS = "does not say that a derivative is negative"
SIGN = "are not negative"
TAKEN = "r is taken"
BOUND = "z is bound here"
ORDER = "no given fact says that a"

REFUSED = {
    "a slope from below": (integral_of_slope, slope(kind=Gt), "does not say what a derivative is"),
    "no slope": (integral_of_slope, slope(left=z), "does not say what a derivative is"),
    "a second derivative": (integral_of_slope, slope(left=Derivative(F, (z, 2))), "is no first derivative"),
    "a slope near zero": (integral_of_slope, slope(domain=NEAR), EVERY),
    "a slope in a real variable": (integral_of_slope, slope(x, Derivative(x**2, x), Domain(x)), AXIS),
    "a function that jumps": (integral_of_slope, slope(SLOPE, Derivative(sign(z - 1) * F, z)), CONTINUOUS),
    "a function with a pole at zero": (integral_of_slope, slope(1 / z, Derivative(log(z), z)), "needs r > 0"),
    "what is given elsewhere": (
        integral_of_slope,
        {"given": [said(r(Gt, c, 1), Domain(c, c > 1))]},
        "needs hypotheses",
    ),
    "what is given of the closure near zero": (
        integral_of_slope,
        {"given": [said(r(Gt, 1 - R, 0), Domain(R, r(Lt, R, 1)))]},
        "needs hypotheses",
    ),
    "a slope that jumps": (integral_of_slope, slope(sign(z - 1)), CONTINUOUS),
    "a start of either sign": (integral_of_slope, order(r(Lt, a, b)), SIGN),
    "points in no order": (integral_of_slope, order(r(Ge, a, 0)), ORDER),
    "an order that holds elsewhere": (
        integral_of_slope,
        order(r(Ge, a, 0), r(Lt, a, b), domain=D.further(a <= 1)),
        "needs hypotheses",
    ),
    "points where the variable is declared": (integral_of_slope, {"domain": D.further(z)}, BOUND),
    "a variable that is taken": (integral_of_slope, slope(domain=Z.further(R)), TAKEN),
    # --- tangents in the square ---
    "what does not fall": (tangent_in_square, falling(r(Gt, Derivative(FALL, z), 0)), FALLS),
    "what falls twice": (tangent_in_square, falling(r(Lt, Derivative(FALL, (z, 2)), 0)), FALLS),
    "no derivative that falls": (tangent_in_square, falling(r(Lt, FALL, 0)), FALLS),
    "what falls near zero": (tangent_in_square, falling(domain=NEAR), EVERY),
    "another slope": (tangent_in_square, slope(FALL), "is not F' = z f"),
    "a slope in another variable": (
        tangent_in_square,
        falling(r(Lt, Derivative(z * exp(-p), p), 0), Domain(z, p)),
        "is not F' = z f",
    ),
    "an end of either sign": (tangent_in_square, order(r(Ge, a, 0), r(Lt, a, b)), SIGN),
    "a factor that falls in another variable": (
        tangent_in_square,
        {
            **slope(z * exp(-p), Derivative(z**2 * exp(-p) / 2, z), Z.further(p)),
            **falling(r(Lt, Derivative(exp(-p), p), 0), Domain(p)),
            "domain": D.further(p),
        },
        "is not F' = z f",
    ),
    "a tangent of what jumps": (
        tangent_in_square,
        slope(z * FALL, Derivative(sign(z - 1) * F, z)),
        CONTINUOUS,
    ),
    "a factor with a pole at zero": (
        tangent_in_square,
        {**slope(-z * log(z)), **falling(r(Lt, Derivative(-log(z), z), 0))},
        "needs r > 0",
    ),
    "a tangent where the variable is declared": (tangent_in_square, {"domain": D.further(z)}, BOUND),
    # --- the mean value theorem ---
    "a bound from below": (mean_value_bound, {"bound": said(r(Gt, SLOPE, x), Domain(c, x, z))}, "by a constant"),
    "a bound that moves": (mean_value_bound, {"bound": said(r(Lt, SLOPE, z), Z)}, "by a constant"),
    "a bound near zero": (mean_value_bound, {"bound": said(r(Lt, SLOPE, x), NEAR.further(x))}, EVERY),
    "a bound where the closure is taken": (
        mean_value_bound,
        {"bound": said(r(Lt, SLOPE, x), Domain(c, x, z, R))},
        TAKEN,
    ),
    "a mean value from a start of either sign": (mean_value_bound, order(r(Lt, a, b)), SIGN),
    "a mean value in no order": (mean_value_bound, order(r(Ge, a, 0)), ORDER),
    "a mean value where the variable is declared": (mean_value_bound, {"domain": D.further(z)}, BOUND),
    "a mean value of what jumps": (mean_value_bound, slope(SLOPE, Derivative(sign(z - 1) * F, z)), CONTINUOUS),
    # --- what decreases ---
    "what rises": (decreases, falling(r(Gt, Derivative(FALL, z), 0)), FALLS),
    "a closure that is taken": (decreases, falling(domain=Z.further(R)), TAKEN),
    "what falls from a pole": (decreases, falling(r(Lt, Derivative(-log(z), z), 0)), "needs r > 0"),
    "what falls from a start of either sign": (decreases, order(r(Lt, a, b)), SIGN),
    "what falls in no order": (decreases, order(r(Ge, a, 0)), ORDER),
    "what falls where the variable is declared": (decreases, {"domain": D.further(z)}, BOUND),
    "what falls near zero alone": (
        decreases,
        {
            **falling(domain=NEAR),
            **order(r(Gt, p, 0), r(Lt, p, q), domain=Domain(p, q)),
            "p": p,
            "q": q,
            "domain": Domain(c, p, q),
        },
        EVERY,
    ),
    "what falls for some values of the variable of closures": (
        decreases,
        {
            **falling(r(Lt, Derivative(R * FALL, z), 0), Z.further(R, r(Gt, R, 1))),
            **order(r(Gt, p, 0), r(Lt, p, q), domain=Domain(p, q)),
            "p": p,
            "q": q,
            "domain": Domain(c, p, q, R),
        },
        TAKEN,
    ),
    "an order near zero of the variable of closures": (
        decreases,
        {
            "p": R,
            "order": [said(r(Ge, R, 0), D.further(R)), said(r(Lt, R, b), D.further(R, r(Lt, R, 1)))],
            "domain": D.further(R),
        },
        "needs hypotheses",
    ),
    # --- closures ---
    "an equation": (down_to_zero, {"inequality": said(r(Eq, FALL, F), Z)}, "is no inequality between"),
    "an inequality near zero": (down_to_zero, {"inequality": said(r(Lt, FALL, F), NEAR)}, EVERY),
    "a side that jumps": (down_to_zero, {"inequality": said(r(Lt, FALL, 2 + sign(z - 1)), Z)}, CONTINUOUS),
    "a side with a pole": (down_to_zero, {"inequality": said(r(Lt, log(z), F), Z)}, "needs r > 0"),
    "a point of either sign": (down_to_zero, {"order": ()}, SIGN),
    "a point where the variable is declared": (down_to_zero, {"domain": D.further(z)}, BOUND),
    "an integer for a variable": (
        down_to_zero,
        {"inequality": said(r(Lt, exp(-n), exp(n)), Domain(n)), "z": n},
        AXIS,
    ),
}


def test_strict_where_the_order_is():
    apart = tangent_in_square(**GOOD[tangent_in_square])
    same = tangent_in_square(**{**GOOD[tangent_in_square], **order(r(Ge, a, 0), r(Ge, b, 0))})
    assert (type(apart.statement), type(same.statement)) == (Lt, Le)
    weakly = decreases(**{**GOOD[decreases], **order(r(Ge, a, 0), r(Le, a, b))})
    assert (type(decreases(**GOOD[decreases]).statement), type(weakly.statement)) == (Lt, Le)


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
