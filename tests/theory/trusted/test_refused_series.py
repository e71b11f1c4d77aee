"""What the theorems on series, angles and the sphere refuse: calls that are right but for one thing."""

from __future__ import annotations

from sympy import (
    Eq,
    Ge,
    Gt,
    IndexedBase,
    KroneckerDelta,
    Le,
    Lt,
    Piecewise,
    S,
    Sum,
    Symbol,
    cos,
    exp,
    factorial,
    oo,
    pi,
    sin,
    symbols,
)

from modgap.theory.language.domain import Domain, free_vector, orthonormal_frame, unit_vector
from modgap.theory.language.symbols import U1, Dot, IvRatio, sphere_mean
from modgap.theory.trusted.series import (
    K,
    bessel_series,
    cauchy_schwarz_for_series,
    cosh_series,
    cosine_between_zero_and_one,
    definition,
    even_moment,
    exponential_series,
    half_circle,
    hyper_series,
    log_is_increasing,
    mean_of_exponential,
    rotation_invariance,
    scaled_series,
    singular_values_of_diagonal,
    sum_of_positive_terms,
    sum_termwise,
    terms_by_ratio,
    whole_circle,
)
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x, y, t = symbols("x y t", real=True)
z, w = symbols("z w", positive=True)
nu, phi = symbols("nu phi", nonnegative=True)
i, j, position = symbols("i j p", integer=True, positive=True)
h, d = symbols("h d", integer=True, positive=True)
whole = Symbol("n", integer=True)
anywhere = Symbol("i", integer=True)
v, e = symbols("v e")
q = IndexedBase("q")

D = Domain(x, y, z, w, nu)
EVERY = D.further(K)
FIFTH = D.further(K, K >= 5)
SPACE = Domain(h, h >= 2, x, z, unit_vector(v, h))
MOMENTS = SPACE.further(K)

TERM = z**K / factorial(K)
#: A series that the ratio test does not show to converge.
WILD = z**K
SHRINKING = z**K / factorial(2 * K)
PART = Sum(y**K / factorial(K), (K, 0, oo))
MOMENT = r(Eq, sphere_mean(h, U1 ** (2 * K)), 1 / (K + 1))
SQUARES = r(Le, TERM**2, TERM * TERM)


def terms(statement, domain=EVERY):
    return {"terms": said(statement, domain)}


def series(statement, domain=D):
    return {"series": said(statement, domain)}


def moments(statement, domain=MOMENTS):
    return {"moments": said(statement, domain)}


# Bases of two hyperplanes at the angle φ.
ORDER = Domain(phi, phi <= pi / 2)
FRAME = ORDER.further(h, h >= 2, orthonormal_frame(q, h))
INDICES = FRAME.further(i, i <= h - 1, j, j <= h - 1)
COSINE = cos(phi)
ACROSS_A, ACROSS_B = q[h - 1], COSINE * q[h - 1] + sin(phi) * q[h]


def entry(index=i, last=COSINE):
    return Piecewise((1, index <= h - 2), (last, True))


def basis(index, last):
    return Piecewise((q[index], index <= h - 2), (last, True))


A, B = basis(i, ACROSS_A), basis(j, ACROSS_B)


def gram(row=A, column=B, of=None, domain=INDICES, kind=Eq):
    return {"gram": said(r(kind, Dot(row, column), KroneckerDelta(i, j) * (entry() if of is None else of)), domain)}


def ordered(least, most, domain=ORDER):
    return {"ordered": said(r(Ge, *least) & r(Le, *most), domain)}


ANGLE = {"order": nu, "z": z, "angle": t, "domain": D}

GOOD = {
    half_circle: ANGLE,
    whole_circle: ANGLE,
    definition: {"symbol": IvRatio(nu, z), "domain": D},
    bessel_series: {"order": x, "z": z, "domain": D},
    hyper_series: {"parameter": z, "argument": x, "domain": D},
    exponential_series: {"argument": x, "domain": D},
    cosh_series: {"argument": x, "domain": D},
    sum_of_positive_terms: terms(r(Gt, TERM, 0)),
    sum_termwise: terms(r(Le, SHRINKING, TERM)),
    cauchy_schwarz_for_series: {**terms(SQUARES), "c": TERM, "a": TERM, "b": TERM},
    scaled_series: {"factor": x, **series(r(Eq, exp(y), PART))},
    terms_by_ratio: {"smaller": SHRINKING, "larger": TERM, "domain": EVERY},
    log_is_increasing: {"inequality": said(r(Le, z, w), D), "positive": said(r(Gt, z, 0), D)},
    mean_of_exponential: {"z": x, **moments(MOMENT)},
    even_moment: {"dim": h, "domain": MOMENTS},
    rotation_invariance: {"dim": h, "vector": x * v, "domain": SPACE},
    singular_values_of_diagonal: {
        **gram(), **ordered((COSINE, 0), (COSINE, 1)),
        "position": position, "domain": FRAME.further(position, position <= h - 1),
    },
    cosine_between_zero_and_one: {"angle": phi, "domain": ORDER},
}  # fmt: skip

ANGLES = "is no real variable to be integrated over"
UNDECLARED = "speaks of variables that .* does not declare"
BOUND = "speak of k, which is bound here"
TERMS = "is not a relation between terms"
RATIO = "the ratio test does not show"
EVERY_K = "does not have every k ≥ 0"
DIAGONAL = "is not a diagonal Gram matrix"


def sign_of(what):
    return f"^the sign of {what} is not settled"


REFUSED = {
    # --- integrals over an angle ---
    "an order of either sign": (half_circle, {"order": x}, sign_of("x")),
    "an argument of either sign": (whole_circle, {"z": x}, sign_of("x")),
    "an angle that is declared": (half_circle, {"domain": D.further(t)}, "binds .'t'., which .* declares"),
    "an angle of the order": (half_circle, {"order": t**2}, UNDECLARED),
    "an angle of the argument": (whole_circle, {"z": exp(t)}, UNDECLARED),
    "an angle that is no number": (half_circle, {"angle": v}, ANGLES),
    "an angle that is an integer": (whole_circle, {"angle": whole}, ANGLES),
    # --- definitions ---
    "a definition by what holds elsewhere": (
        definition,
        {"given": [said(r(Gt, x, 0), D.further(x > 0))]},
        "needs hypotheses that",
    ),
    "the definition of what is undefined": (definition, {"symbol": IvRatio(x, z)}, r"^besseli\(.* needs"),
    "an order that is an index": (bessel_series, {"order": K, "domain": EVERY}, BOUND),
    "an order that is undefined": (bessel_series, {"order": 1 / x}, r"^\(1/x, z\) needs"),
    "a Bessel function of either sign": (bessel_series, {"z": y}, sign_of("y")),
    "a parameter that is an index": (hyper_series, {"parameter": K + 1, "domain": EVERY}, BOUND),
    "a parameter that is undefined": (hyper_series, {"argument": 1 / x}, r"^\(z, 1/x\) needs"),
    "a parameter of either sign": (hyper_series, {"parameter": y}, sign_of("y")),
    "the exponential of an index": (exponential_series, {"argument": K, "domain": EVERY}, BOUND),
    "the exponential of what is undefined": (exponential_series, {"argument": 1 / x}, "^1/x needs"),
    "the cosine of an index": (cosh_series, {"argument": K, "domain": EVERY}, BOUND),
    "the cosine of what is undefined": (cosh_series, {"argument": 1 / x}, "^1/x needs"),
    # --- series ---
    "terms that are not negative": (sum_of_positive_terms, terms(r(Ge, TERM, 0)), TERMS),
    "terms from the fifth on": (sum_of_positive_terms, terms(r(Gt, TERM, 0), FIFTH), EVERY_K),
    "terms of no index": (sum_of_positive_terms, terms(r(Gt, z, 0), D), EVERY_K),
    "terms above −1": (sum_of_positive_terms, terms(r(Gt, TERM, -1)), "does not say that the terms are positive"),
    "positive terms of any sum": (sum_of_positive_terms, terms(r(Gt, WILD, 0)), RATIO),
    "terms that differ": (sum_termwise, terms(r(Lt, SHRINKING, TERM)), TERMS),
    "a comparison from the fifth on": (sum_termwise, terms(r(Le, SHRINKING, TERM), FIFTH), EVERY_K),
    "a bound of any sum": (sum_termwise, terms(r(Le, TERM, WILD)), RATIO),
    "any sum below a bound": (sum_termwise, terms(r(Le, WILD, TERM)), RATIO),
    "terms that are no squares": (
        cauchy_schwarz_for_series,
        terms(r(Le, TERM**2, SHRINKING * TERM)),
        "does not say that c_k² ≤ a_k b_k",
    ),
    "terms of squares of any sum": (
        cauchy_schwarz_for_series,
        {**terms(r(Le, WILD**2, TERM * WILD**2 / TERM)), "c": WILD, "b": WILD**2 / TERM},
        RATIO,
    ),
    "terms of squares of either sign": (
        cauchy_schwarz_for_series,
        {**terms(r(Le, (y * TERM) ** 2, (y * TERM) ** 2)), **dict.fromkeys("cab", y * TERM)},
        "is false at",
    ),
    "no series": (scaled_series, series(r(Eq, exp(y), y)), "is not a series to be multiplied"),
    "a bound of a series": (scaled_series, series(r(Ge, exp(y), PART)), "is not a series to be multiplied"),
    "a factor that is an index": (scaled_series, {"factor": K, **series(r(Eq, exp(y), PART), D)}, BOUND),
    "a factor that is undefined": (scaled_series, {"factor": 1 / x}, "^1/x needs"),
    "induction from the fifth on": (terms_by_ratio, {"domain": FIFTH}, EVERY_K),
    "induction from another start": (terms_by_ratio, {"smaller": SHRINKING / 2}, "1/2, 1. is false at"),
    "induction on what grows more": (terms_by_ratio, {"smaller": TERM, "larger": SHRINKING}, "is false at"),
    "a logarithm from above": (log_is_increasing, {"inequality": said(r(Ge, w, z), D)}, "is not of the form a ≤ b"),
    "a logarithm above −1": (
        log_is_increasing,
        {"positive": said(r(Gt, z, -1), D)},
        "are not of the form a ≤ b, a > 0",
    ),
    # --- the sphere ---
    "moments from the fifth on": (mean_of_exponential, moments(MOMENT, SPACE.further(K, K >= 5)), EVERY_K),
    "an exponent that is an index": (mean_of_exponential, {"z": K}, BOUND),
    "an exponent that is averaged": (mean_of_exponential, {"z": x * U1}, "speak of u_1, which is bound here"),
    "an exponent that is undefined": (mean_of_exponential, {"z": 1 / x}, "^1/x needs"),
    "bounds of moments": (mean_of_exponential, moments(r(Ge, *MOMENT.args)), "does not give the even moments"),
    "moments in as many dimensions as the index": (
        mean_of_exponential,
        moments(r(Eq, sphere_mean(K + 2, U1 ** (2 * K)), 1 / (K + 1))),
        UNDECLARED,
    ),
    "odd moments": (
        mean_of_exponential,
        moments(r(Eq, sphere_mean(h, U1 ** (2 * K + 1)), 1 / (K + 1))),
        "does not give the even moments",
    ),
    "moments in half a dimension": (even_moment, {"dim": z, "domain": MOMENTS}, "is not known to be an integer"),
    "moments on two points": (even_moment, {"dim": h - 1}, sign_of("h - 3")),
    "a dimension that is averaged": (even_moment, {"dim": h + U1, "domain": MOMENTS}, "is not known to be an integer"),
    "a sphere in half a dimension": (rotation_invariance, {"dim": z}, "is not known to be an integer"),
    "two points": (rotation_invariance, {"dim": h - 1}, sign_of("h - 3")),
    "a vector that is undefined": (rotation_invariance, {"vector": v / x}, "^v/x needs"),
    "a turned coordinate": (rotation_invariance, {"domain": SPACE.further(U1)}, "binds .'u_1'., which .* declares"),
    "no vector": (rotation_invariance, {"vector": S.Zero}, "is not a vector of R"),
    "a vector of another space": (
        rotation_invariance,
        {"vector": e, "domain": SPACE.further(free_vector(e, h + 1))},
        "is not a vector of R",
    ),
    # --- subspaces ---
    "a bound of a Gram matrix": (singular_values_of_diagonal, gram(kind=Le), "is no equation"),
    "a Gram matrix of numbers": (
        singular_values_of_diagonal,
        {"gram": said(r(Eq, phi, KroneckerDelta(i, j) * entry()), INDICES)},
        DIAGONAL,
    ),
    "a Gram matrix of one entry": (singular_values_of_diagonal, gram(of=COSINE), "is not of the form"),
    "entries that start with 2": (
        singular_values_of_diagonal,
        gram(of=Piecewise((2, i <= h - 2), (COSINE, True))),
        DIAGONAL,
    ),
    "entries that grow": (
        singular_values_of_diagonal,
        gram(of=Piecewise((1, i > 1), (COSINE, True))),
        DIAGONAL,
    ),
    "an entry that moves": (
        singular_values_of_diagonal,
        {**gram(of=entry(last=COSINE / i)), **ordered((COSINE / i, 0), (COSINE / i, 1), ORDER.further(i))},
        DIAGONAL,
    ),
    "entries of the other index": (singular_values_of_diagonal, gram(of=entry(j)), DIAGONAL),
    "an entry above −1": (singular_values_of_diagonal, ordered((COSINE, -1), (COSINE, 1)), DIAGONAL),
    "an entry below 2": (singular_values_of_diagonal, ordered((COSINE, 0), (COSINE, 2)), DIAGONAL),
    "an entry for some indices": (
        singular_values_of_diagonal,
        ordered((COSINE, 0), (COSINE, 1), ORDER.further(i, i >= 2)),
        "asks something of i or j",
    ),
    "rows from the second on": (
        singular_values_of_diagonal,
        gram(domain=INDICES.further(i >= 2)),
        "does not let i range over 1",
    ),
    "rows from anywhere on": (
        singular_values_of_diagonal,
        {
            "gram": said(
                gram()["gram"].statement.xreplace({i: anywhere}),
                FRAME.further(anywhere, anywhere <= h - 1, j, j <= h - 1),
            )
        },
        "does not let i range over 1",
    ),
    "fewer columns than rows": (
        singular_values_of_diagonal,
        gram(domain=FRAME.further(i, i <= h - 1, j, j <= h - 2)),
        "does not let j range over 1",
    ),
    "rows that speak of columns": (
        singular_values_of_diagonal,
        gram(row=A + KroneckerDelta(j, h) * q[h]),
        "speaks of j",
    ),
    "columns that speak of rows": (
        singular_values_of_diagonal,
        gram(column=B + KroneckerDelta(i, h) * q[h]),
        "speaks of i",
    ),
    "rows of any length": (singular_values_of_diagonal, gram(row=basis(i, 2 * q[h - 1])), "is false at|differ by"),
    "columns of any length": (singular_values_of_diagonal, gram(column=basis(j, 2 * q[h])), "is false at|differ by"),
    "a position beyond the last": (
        singular_values_of_diagonal,
        {"domain": FRAME.further(position, position <= h)},
        "does not keep p in 1",
    ),
    "a position that may be none": (
        singular_values_of_diagonal,
        {"position": whole, "domain": FRAME.further(whole, whole <= h - 1)},
        "does not keep n in 1",
    ),
    "a position between two": (
        singular_values_of_diagonal,
        {"position": z, "domain": FRAME.further(z, z <= h - 1)},
        "does not keep z in 1",
    ),
    "an angle above a right one": (cosine_between_zero_and_one, {"domain": Domain(phi)}, "does not keep phi in"),
    "an angle of either sign": (
        cosine_between_zero_and_one,
        {"angle": x, "domain": Domain(x, x <= pi / 2)},
        "does not keep x in",
    ),
}


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
