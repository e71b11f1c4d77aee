"""What the theorems on samples refuse: calls that are right but for one thing, each turned away for that thing."""

from __future__ import annotations

from sympy import Eq, Ge, Gt, Le, Lt, S, Sum, Symbol, sqrt, symbols

from modgap.theory.language.domain import Domain
from modgap.theory.language.samples import Draw, sample_mean
from modgap.theory.trusted.samples import (
    at_draws,
    mean_absolute_value,
    sample_compares,
    sample_linear,
    square_of_logarithm,
    square_of_mean,
    square_of_sum,
    variance_given_own,
    variance_of_mean,
)
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x, y = symbols("x y", real=True)
z, c = symbols("z c", positive=True)
i, j, k, m = symbols("i j k m", integer=True)
N, n = symbols("N n", integer=True, positive=True)
M = Symbol("M", integer=True, positive=True)
s = Symbol("s")
whole, typed = Symbol("w", integer=True), Symbol("s", integer=True)

D = Domain(x, y, z)
OVER = Domain(N, n, x, i, i >= 1, i <= N)
AT = Domain(N, n, s, k, k >= 1)
SAMPLED = Domain(N, n, x, s)
F = Draw(s, S.One, N)


def bounded(statement, domain=SAMPLED):
    return {"pointwise": said(statement, domain)}


def mean_one(term, domain=OVER, value=S.One):
    return {"term": term, "mean_one": said(r(Eq, Sum(term, (j, 1, N)) / N, value), domain)}


def mean_square(kind, of, bound):
    return {"square": said(r(kind, of, bound), Domain(N, n, x, c))}


def square(of):
    return sample_mean(N, n, s, of)


GOOD = {
    square_of_logarithm: {"positive": said(r(Gt, z, 0), D)},
    square_of_sum: {"terms": (x, y), "weights": (S.One, z), "domain": D},
    square_of_mean: {"term": x + i, "index": i, "count": N, "domain": OVER},
    at_draws: {
        "fact": said(r(Le, i, N), Domain(N, i, i >= 1, i <= N)),
        "draws": {i: Draw(s, k, N)},
        "domain": AT,
    },
    sample_compares: {**bounded(r(Le, F, N)), "sample": s, "count": N, "size": n},
    sample_linear: {"parts": [(x, F), (S.One, S.One)], "sample": s, "count": N, "size": n, "domain": Domain(N, n, x)},
    variance_of_mean: {
        "term": i * x, "index": i, "count": N, "position": k, "sample": s, "size": n, "domain": OVER,
    },
    variance_given_own: {
        **mean_one(i * x * j), "count": N, "indices": (i, j), "positions": (k, m), "sample": s, "size": n,
    },
    mean_absolute_value: {
        **mean_square(Le, square((F - x) ** 2), c**2), "positive": said(r(Gt, c, 0), Domain(N, n, x, c)),
    },
}  # fmt: skip

ANY = "does not let s be any sample"
INTEGERS = "are to be positive integers"
UNBOUND = "is not bound"
TWO = "are not two bound indices"
SQUARE = "does not bound a mean square"

REFUSED = {
    "what may be zero": (square_of_logarithm, {"positive": said(r(Ge, z, 0), D)}, "that something is positive"),
    "above −1": (square_of_logarithm, {"positive": said(r(Gt, z, -1), D)}, "that something is positive"),
    "a weight below zero": (square_of_sum, {"weights": (S(2), S(-1))}, "^the sign of -1 is not settled"),
    "terms that cancel": (square_of_sum, {"terms": (sqrt(x), -sqrt(x))}, r"^sqrt\(x\) needs x ≥ 0"),
    "given elsewhere": (square_of_sum, {"given": [said(r(Gt, x, 0), Domain(x, x > 0))]}, "needs hypotheses"),
    "a term that is not defined": (square_of_mean, {"term": sqrt(x)}, r"^sqrt\(x\) needs x ≥ 0"),
    "given from the third term on": (
        square_of_mean,
        {"given": [said(r(Gt, i - 2, 0), Domain(i, i >= 3))]},
        "needs hypotheses",
    ),
    "no draw": (at_draws, {"draws": {i: N}}, "is no draw of a sample"),
    "a draw at the index": (
        at_draws,
        {"draws": {i: Draw(s, i, N)}, "domain": AT.further(i, i >= 1)},
        "speaks of one of",
    ),
    "of the first five": (
        at_draws,
        {"fact": said(r(Le, i, 5), Domain(N, i, i >= 1, i <= N, i <= 5))},
        "asks more of i than",
    ),
    "any position": (at_draws, {"domain": AT.without(k).further(k)}, "needs k - 1 ≥ 0"),
    "no position": (
        at_draws,
        {"draws": {i: Draw(s, x, N)}, "domain": AT.further(x, x >= 1)},
        "is no draw of a sample",
    ),
    "no sample": (at_draws, {"domain": AT.without(s)}, "speaks of variables"),
    "a number for a sample": (
        at_draws,
        {"draws": {i: Draw(typed, k, N)}, "domain": AT.without(s).further(typed)},
        "is no draw of a sample",
    ),
    "strictly": (sample_compares, bounded(r(Lt, F, N + 1)), "is no equation and no inequality"),
    "no draws": (sample_compares, {"size": whole, **bounded(r(Le, F, N), SAMPLED.further(whole))}, INTEGERS),
    "half a draw": (sample_compares, {"size": z, **bounded(r(Le, F, N), SAMPLED.further(z))}, INTEGERS),
    "from none": (sample_compares, {"count": whole, **bounded(r(Le, F, N), SAMPLED.further(whole))}, INTEGERS),
    "samples that begin with 1": (sample_compares, bounded(r(Le, F, N), SAMPLED.further(r(Le, F, 1))), ANY),
    "a factor that is drawn": (sample_linear, {"parts": [(F, F), (S.One, S.One)]}, UNBOUND),
    "a sample that is declared": (sample_linear, {"domain": SAMPLED}, UNBOUND),
    "roots of what is negative": (variance_of_mean, {"term": sqrt(-i)}, r"^sqrt\(-i\) needs"),
    "a position that is declared": (variance_of_mean, {"domain": OVER.further(k)}, "k or s is not bound"),
    "a position in the term": (variance_of_mean, {"term": i * k}, "k or s is not bound"),
    "a position that is no integer": (variance_of_mean, {"position": y}, "y or s is not bound"),
    "a size of which nothing is said": (variance_of_mean, {"size": M}, "M is not declared"),
    "a term that binds the position": (variance_of_mean, {"term": Sum(i * k, (k, 1, N))}, "binds one of .* anew"),
    "another mean": (variance_given_own, mean_one(i * x * j, value=S(2)), "does not say that the mean"),
    "a position declared": (variance_given_own, mean_one(i * x * j, OVER.further(m)), TWO),
    "one position for two": (variance_given_own, {"positions": (k, k)}, TWO),
    "half a position": (variance_given_own, {"positions": (k, y)}, TWO),
    "a term that binds a position": (variance_given_own, mean_one(Sum(i * m * j, (m, 1, N))), "binds one of .* anew"),
    "from below": (mean_absolute_value, mean_square(Ge, square((F - x) ** 2), c**2), SQUARE),
    "no mean": (mean_absolute_value, mean_square(Le, x**2, c**2), SQUARE),
    "another bound": (mean_absolute_value, mean_square(Le, square((F - x) ** 2), c), SQUARE),
    "a bound of zero": (mean_absolute_value, {"positive": said(r(Ge, c, 0), Domain(c))}, "that c is positive"),
    "a cube": (mean_absolute_value, mean_square(Le, square((F - x) ** 3), c**2), "no square is averaged"),
    "a square and one": (mean_absolute_value, mean_square(Le, square((F - x) ** 2 + 1), c**2), "no square is averaged"),
}


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
