"""What the theorems on order and finite sums refuse: calls that are right but for one thing."""

from __future__ import annotations

from sympy import Ge, Gt, IndexedBase, Lambda, Le, Lt, S, Sum, Symbol, exp, log, sqrt, symbols

from modgap.theory.language.domain import Domain, unit_vectors
from modgap.theory.language.symbols import U1
from modgap.theory.trusted.sums import (
    circle_mean,
    cosine_of_difference,
    exponential_chord,
    exponential_increases,
    hinge_increases,
    jensen_logarithm,
    jensen_power,
    power_increases,
    single_term,
    sum_compares,
    sum_constant,
    sum_linear,
    sum_positive,
    triangle,
    turned_circle,
)
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x, y, a, b = symbols("x y a b", real=True)
z, q = symbols("z q", positive=True)
i, j, k = symbols("i j k", integer=True)
N, M = symbols("N M", integer=True, positive=True)
whole, least = Symbol("w", integer=True), Symbol("l", nonnegative=True)
f = IndexedBase("f")

D = Domain(x, y, z, q)
OUTSIDE = Domain(N, x, y, z, q, j, j >= 1, j <= N)
OVER = OUTSIDE.further(i, i >= 1, i <= N)
CIRCLE = Domain(N, x, j)
SQUARE = Lambda(U1, U1**2)
RISE = Lambda(U1, U1**3)
RISING = r(Le, a**3, b**3)
PAIR = Domain(N, x, j, a, b, r(Le, a, b))


def terms(statement, domain=OVER):
    return {"terms": said(statement, domain)}


def rising(statement=RISING, domain=PAIR):
    return {"increasing": said(statement, domain)}


POSITIVE = {**terms(r(Gt, z + i, 0)), "index": i, "count": N}
GOOD = {
    exponential_increases: {"inequality": said(r(Le, x, y), D)},
    exponential_chord: {"weight": S.Half, "exponent": x, "domain": D},
    power_increases: {"inequality": said(r(Le, x, z), D), "positive": said(r(Gt, x, 0), D), "exponent": q},
    sum_compares: {**terms(r(Le, x * i, y)), "index": i, "count": N},
    sum_positive: POSITIVE,
    sum_linear: {"parts": [(x, i * z), (S.One, y)], "index": i, "count": N, "domain": OUTSIDE},
    sum_constant: {"constant": x, "index": i, "count": N, "domain": OUTSIDE},
    single_term: {"term": x * i, "index": i, "domain": OUTSIDE},
    jensen_logarithm: POSITIVE,
    jensen_power: {**POSITIVE, "exponent": S.Half},
    triangle: {"term": x * i, "index": i, "count": N, "domain": OVER},
    hinge_increases: {"inequality": said(r(Le, x, y), D)},
    cosine_of_difference: {"a": x, "b": y, "domain": D},
    turned_circle: {"function": SQUARE, "own": j, "index": i, "count": N, "domain": CIRCLE},
    circle_mean: {"function": RISE, **rising(), "index": i, "count": N, "domain": CIRCLE},
}

KIND = "is not of the kind"
TERMS = "does not say that the terms are positive"
BOUND = "is not bound"
POINTS = "does not compare two points"
RISES = "does not say that .* increases"
WITH_W = OVER.further(whole)


def sign_of(what):
    return f"^the sign of {what} is not settled"


REFUSED = {
    # --- order ---
    "exponentials from above": (exponential_increases, {"inequality": said(r(Ge, x, y), D)}, KIND),
    "a chord of what is undefined": (exponential_chord, {"exponent": 1 / x}, r"^\(1/2, 1/x\) needs"),
    "a weight of either sign": (exponential_chord, {"weight": x}, sign_of("x")),
    "a weight above one": (exponential_chord, {"weight": z}, sign_of("1 - z")),
    "powers of what is compared strictly": (power_increases, {"inequality": said(r(Lt, x, y), D)}, KIND),
    "powers of either sign": (power_increases, {"positive": said(r(Ge, x, 0), D)}, "does not say that x is positive"),
    "an exponent that is undefined": (power_increases, {"exponent": exp(1 / x)}, r"^exp\(1/x\) needs"),
    "an exponent of either sign": (power_increases, {"exponent": y}, sign_of("y")),
    "a positive part from above": (hinge_increases, {"inequality": said(r(Ge, x, y), D)}, KIND),
    # --- indices ---
    "half a term": (sum_compares, {"count": z}, "the number of terms z is not known to be an integer"),
    "an index that is no integer": (sum_compares, {"index": y}, "is not an integer index up to N"),
    "so many as nobody declares": (sum_compares, {"count": M}, "is not an integer index up to M"),
    "terms from the second on": (sum_compares, terms(r(Le, x, y), OVER.further(i >= 2)), "asks more of i"),
    "as many as the index": (
        sum_compares,
        {**terms(r(Le, x, M), Domain(x, M)), "index": M, "count": M},
        "M is no bound index",
    ),
    "a space of as many dimensions": (
        sum_compares,
        {**terms(r(Le, x, y), Domain(N, x, y, M, unit_vectors(f, 2, M))), "index": M},
        "M is no bound index",
    ),
    # --- sums ---
    "terms that differ": (sum_compares, terms(r(Gt, x, y) & r(Gt, y, x)), "is no relation between terms"),
    "sums of no terms": (sum_compares, {"count": whole, **terms(r(Lt, x, y), WITH_W)}, "may be zero"),
    "terms that may be zero": (sum_positive, terms(r(Ge, z, 0)), KIND),
    "terms above −1": (sum_positive, terms(r(Gt, z, -1)), TERMS),
    "no positive terms": (sum_positive, {"count": whole, **terms(r(Gt, z, 0), WITH_W)}, TERMS),
    "a factor that is summed": (sum_linear, {"parts": [(i, i), (S.One, y)]}, BOUND),
    "a sum over what is declared": (sum_linear, {"domain": OVER}, BOUND),
    "parts that cancel": (sum_linear, {"parts": [(1 / x, y), (-1 / x, y)]}, "^1/x needs"),
    "a constant that is summed": (sum_constant, {"constant": i}, BOUND),
    "a constant over what is declared": (sum_constant, {"domain": OVER}, BOUND),
    "no constants": (sum_constant, {"count": whole, "domain": OUTSIDE.further(whole)}, BOUND),
    "a constant that is undefined": (sum_constant, {"constant": log(x)}, r"^Sum\(log\(x\), .* needs"),
    "one term over what is declared": (single_term, {"domain": OVER}, "i is not a bound index"),
    "one term over a number": (single_term, {"index": a}, "a is not a bound index"),
    "logarithms of terms above −1": (jensen_logarithm, terms(r(Gt, z, -1)), TERMS),
    "logarithms of no terms": (jensen_logarithm, {"count": whole, **terms(r(Gt, z, 0), WITH_W)}, TERMS),
    "powers of terms above −1": (jensen_power, terms(r(Gt, z, -1)), TERMS),
    "powers of no terms": (jensen_power, {"count": whole, **terms(r(Gt, z, 0), WITH_W)}, TERMS),
    "a power that is summed": (jensen_power, {"exponent": 1 / (1 + i**2)}, "speaks of i"),
    "a power that is undefined": (jensen_power, {"exponent": 1 / (1 + exp(1 / x))}, "^1/.* needs"),
    "a power of either sign": (jensen_power, {"exponent": x}, sign_of("x")),
    "a power above one": (jensen_power, {"exponent": S(2)}, sign_of("-1")),
    "absolute values of what is undefined": (triangle, {"term": sqrt(x) * i}, r"^i\*sqrt\(x\) needs"),
    # --- the circle ---
    "the cosine of what is undefined": (cosine_of_difference, {"a": 1 / x, "b": 1 / x}, "^1/x needs"),
    "a turned index that is declared": (turned_circle, {"domain": CIRCLE.further(i)}, BOUND),
    "a turned index that is no integer": (turned_circle, {"index": a}, BOUND),
    "a turn by a number": (turned_circle, {"own": x}, "x is no declared integer"),
    "a turn by what is not declared": (turned_circle, {"domain": CIRCLE.without(j)}, "j is no declared integer"),
    "a function of the turn": (turned_circle, {"function": Lambda(U1, U1 * j)}, "speaks of j or i"),
    "so many as may be none": (
        turned_circle,
        {"count": whole, "domain": CIRCLE.further(whole)},
        "is no positive integer",
    ),
    "a function that binds the index": (turned_circle, {"function": Lambda(U1, Sum(U1**i, (i, 1, N)))}, "binds one of"),
    "a function with a pole": (turned_circle, {"function": Lambda(U1, 1 / U1)}, "^E_sphere.* needs"),
    "a mean over what is declared": (
        circle_mean,
        {"domain": CIRCLE.further(i), **rising(domain=PAIR.further(i))},
        BOUND,
    ),
    "a function of the index": (circle_mean, {"function": Lambda(U1, U1**3 + i)}, BOUND),
    "an index that is a number": (circle_mean, {"index": y}, BOUND),
    "a function that sums": (circle_mean, {"function": Lambda(U1, Sum(U1**3, (i, 1, N)))}, "binds one of"),
    "a function of another": (circle_mean, {"function": Lambda(x, x**3)}, "is no function of u_1"),
    "a function that is not defined at some points": (
        circle_mean,
        {"function": Lambda(U1, 1 / U1), **rising(r(Le, 1 / a, 1 / b))},
        "≠ 0",
    ),
    "a circle of no points": (circle_mean, {"count": whole, "domain": CIRCLE.further(whole)}, "is no positive integer"),
    "nothing that is compared": (circle_mean, rising(r(Le, x**3, x**3), CIRCLE), POINTS),
    "what is compared strictly": (circle_mean, rising(domain=PAIR.without(b).further(b, r(Lt, a, b))), POINTS),
    "one point for two": (circle_mean, rising(r(Le, a**3, a**3), CIRCLE.further(a, r(Le, a, a))), POINTS),
    "what falls": (circle_mean, rising(r(Le, b**3, a**3)), RISES),
    "points that are declared": (circle_mean, {"domain": CIRCLE.further(a, b)}, "are taken"),
    "points that are not negative": (
        circle_mean,
        rising(r(Le, least**3, b**3), CIRCLE.further(least, b, r(Le, least, b))),
        RISES,
    ),
}


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
