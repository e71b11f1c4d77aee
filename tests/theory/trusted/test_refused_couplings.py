"""What the theorems on couplings refuse: a call that goes through, and with one thing wrong."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Abs, Eq, Ge, Gt, Le, Lt, S, Symbol, exp, log, sqrt, symbols

from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import X1, Y1, DirectionLoss, KeyEnergy, P, PairLaw, X, Y
from modgap.theory.language.domain import Domain, coupling, free_vector, unit_vector, unit_vectors
from modgap.theory.language.independent import DrawnDirection, NoneReaches, pairs_mean
from modgap.theory.language.letters import N, beta, h, i, j, x, y
from modgap.theory.language.means import G, Law, M, Tilt, U
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import couplings
from tests.theory.assumptions import assumed, r
from tests.theory.trusted.wrong_calls import asked, called

n = Symbol("n", integer=True, positive=True)
s, v, Q = symbols("s v Q")
X2, Y2 = symbols("x'' y''")
loose = Symbol("r", real=True)
PAIR, OTHER = PairLaw(h, P, (X, Y)), PairLaw(h, P, (X1, Y1))
COUPLINGS = Domain(h, beta, h >= 2, coupling(P, h))
BALL = Domain(h, beta, h >= 2, coupling(P, h, "ball"))
OF_PAIR = (unit_vector(X, h), unit_vector(Y, h))
FAMILIES = (unit_vectors(x, N, h), unit_vectors(y, N, h))
ATOMS = Domain(h, beta, N, h >= 2, *FAMILIES)


# --- the coupling that a configuration is ----------------------------------------------------------------------------


def mean_at_most(of: Any = None, domain=COUPLINGS, most: Any = 1) -> Fact:
    return assumed(r(Le, PAIR.mean(Dot(X, Y)) if of is None else of, most), domain)


configuration = asked(couplings.of_configuration, {"fact": mean_at_most(), "x": x, "y": y, "count": N, "domain": ATOMS})
THREE_DEEP = PAIR.mean(OTHER.mean(PairLaw(h, P, (X2, Y2)).mean(Dot(X, Y1) * Dot(X2, Y))))
EXCESS = r(Gt, couplings.energy_excess(P, h, beta), 0)
NOT_EVERY, NO_PAIRS, NO_MEAN = "is not shown for every coupling", "does not declare N pairs", "other than in a mean"
LAWS = Domain(h, n, beta, h >= 2, coupling(P, h))
#: The error of one direction of the loss of a sample, which is not that of the other direction.
ERROR = DrawnDirection(beta, n, s) - log(n) - DirectionLoss(P, beta)
CONFIGURATION = {
    "two couplings": (lambda: configuration(fact=mean_at_most(domain=COUPLINGS.further(coupling(Q, h)))), NOT_EVERY),
    "positive cosines": (
        lambda: configuration(fact=mean_at_most(domain=COUPLINGS.further(r(Gt, PAIR.mean(Dot(X, Y)), 0)))),
        NOT_EVERY,
    ),
    "keys that are not uniform, on the line": (
        lambda: configuration(fact=mean_at_most(domain=Domain(h, beta, coupling(P, h), EXCESS))),
        NOT_EVERY,
    ),
    "queries of another dimension": (
        lambda: configuration(domain=Domain(h, beta, N, h >= 2, unit_vectors(x, N, S(3)), FAMILIES[1])),
        NO_PAIRS,
    ),
    "fewer keys": (
        lambda: configuration(domain=Domain(h, beta, N, n, h >= 2, FAMILIES[0], unit_vectors(y, n, h))),
        NO_PAIRS,
    ),
    "an index that is declared": (lambda: configuration(domain=ATOMS.further(i)), "is taken"),
    "an index of the statement": (
        lambda: configuration(
            fact=mean_at_most(PAIR.mean(i * Dot(X, Y)), COUPLINGS.further(i), Abs(i)), domain=ATOMS.further(i)
        ),
        "is taken",
    ),
    "a mean in a mean in a mean": (lambda: configuration(fact=mean_at_most(THREE_DEEP)), "a mean within a mean"),
    "the pair of a mean around a symbol that is one": (
        lambda: configuration(fact=mean_at_most(PAIR.mean(Dot(X, Y) * KeyEnergy(P, beta)), most=exp(beta))),
        "anew",
    ),
    "a chance": (
        lambda: configuration(
            fact=mean_at_most(NoneReaches(P, S.One, S.Zero, sp.Lambda((X, Y), Dot(X, Y))), COUPLINGS)
        ),
        NO_MEAN,
    ),
}

# --- queries and keys exchanged --------------------------------------------------------------------------------------

exchanged = asked(couplings.exchanged, {"fact": mean_at_most(PAIR.mean(OTHER.mean(Dot(X, Y1))))})
EXCHANGED = {
    "queries in the ball": (lambda: exchanged(fact=mean_at_most(domain=BALL)), "do not range over the same set"),
    "positive cosines": (
        lambda: exchanged(fact=mean_at_most(domain=COUPLINGS.further(r(Gt, PAIR.mean(Dot(X, Y)), 0)))),
        NOT_EVERY,
    ),
    "the loss of a sample, which stays": (
        lambda: exchanged(fact=mean_at_most(pairs_mean(P, n, s, Abs(ERROR)), LAWS, exp(beta) / sqrt(n))),
        NO_MEAN,
    ),
    "a chance, which stays": (
        lambda: exchanged(
            fact=mean_at_most(
                NoneReaches(P, n, S.Zero, sp.Lambda((X, Y), Dot(v, Y))),
                LAWS.further(unit_vector(v, h)),
                OTHER.mean(exp(-Dot(v, Y1))) ** n,
            )
        ),
        NO_MEAN,
    ),
}

# --- means -----------------------------------------------------------------------------------------------------------

WITH_PAIR = COUPLINGS.further(*OF_PAIR)
GAUSS = Law(h, G, beta)
WITH_G = Domain(h, beta, h >= 2, free_vector(G, h))
JUMPS = sp.floor(Dot(X, Y))
WEIGHT = exp(beta * Dot(X, Y))
linear = asked(
    couplings.mean_is_linear, {"law": PAIR, "parts": [(beta, Dot(X, Y)), (-S.One, WEIGHT)], "domain": WITH_PAIR}
)
LINEAR = {
    "a Gaussian law": (
        lambda: linear(law=GAUSS, parts=[(S.One, exp(Dot(G, G))), (S.One, S.One)], domain=WITH_G),
        "on a compact set",
    ),
    "a factor that is no constant": (lambda: linear(parts=[(Dot(X, Y), S.One)]), "is no constant"),
    "a function that jumps": (lambda: linear(parts=[(S.One, JUMPS)]), "floor in .* is not seen to be continuous"),
    "a function that is not defined": (lambda: linear(parts=[(beta, log(Dot(X, Y)))]), "needs <x, y> > 0"),
    "a factor that is not defined": (
        lambda: linear(parts=[(log(loose), Dot(X, Y))], domain=WITH_PAIR.further(loose)),
        "needs r > 0",
    ),
}


def pointwise(kind=Lt, left: Any = None, right: Any = 2 * WEIGHT, domain=WITH_PAIR) -> Fact:
    return assumed(r(kind, WEIGHT if left is None else left, right), domain)


BELL = exp(-beta * Dot(G, G))


def positive(of: Any = WEIGHT, kind=Gt, domain=WITH_PAIR, right: Any = 0) -> Fact:
    return assumed(r(kind, of, right), domain)


jensen = asked(couplings.jensen_mean_logarithm, {"law": PAIR, "positive": positive()})
JENSEN = {
    "a Gaussian law": (lambda: jensen(law=GAUSS, positive=positive(BELL, domain=WITH_G)), "on a compact set"),
    "a function that may be 0": (lambda: jensen(positive=positive(kind=Ge)), "does not say that a function"),
    "a function above −1": (lambda: jensen(positive=positive(right=-1)), "does not say that a function"),
    "a function that jumps": (lambda: jensen(positive=positive(2 + JUMPS)), "floor in .* is not seen to be continuous"),
}

# --- Gaussian means that are finite ----------------------------------------------------------------------------------

SPHERE = Law(h, U)
AT_M = WITH_G.further(unit_vector(M, h))
ON_SPHERE = Domain(h, beta, h >= 2, unit_vector(U, h), unit_vector(M, h))


def growing(of: Any, law: Any = GAUSS, domain=AT_M, kind=Gt) -> Fact:
    return couplings.finite_by_growth(law, of, positive(of, kind, domain))


GROWS = {
    "a tilt": lambda: growing(Tilt(beta, M, G)),
    "a power of a mean of tilts": lambda: growing(SPHERE.mean(exp(Dot(U, G)) * exp(Dot(M, U))) ** (-S.Half)),
    "a constant": lambda: growing(beta * exp(beta * Dot(M, G))),
}
LINEARLY = "is not linear in g"
GROWTH = {
    "a law of pairs": (lambda: growing(WEIGHT, PAIR, WITH_PAIR), "is not Gaussian"),
    "a law on the sphere": (lambda: growing(exp(Dot(M, U)), SPHERE, ON_SPHERE), "is not Gaussian"),
    "a function that may be 0": (lambda: growing(exp(Dot(M, G)), kind=Ge), "does not say that"),
    "a Gaussian mean, which may be infinite": (
        lambda: growing(Law(h, M, beta).mean(exp(Dot(M, G))), domain=WITH_G),
        "is not shown to be finite",
    ),
    "a square in the exponent": (lambda: growing(exp(beta * Dot(G, G))), LINEARLY),
    "a product in the exponent": (lambda: growing(exp(Dot(M, G) * Dot(M, G))), LINEARLY),
    "a tilt by itself": (lambda: growing(Tilt(beta, G, M)), LINEARLY),
    "a cosine hyperbolic": (lambda: growing(sp.cosh(Dot(M, G))), "at most exponentially"),
    "a factor with a square in the exponent": (lambda: growing(beta * exp(Dot(G, G))), LINEARLY),
    "a power of a sum": (lambda: growing((1 + exp(Dot(M, G))) ** S.Half), "at most exponentially"),
    "a mean of squares in the exponent": (lambda: growing(SPHERE.mean(exp(Dot(U, G) ** 2))), LINEARLY),
    "a weight of changing sign": (
        lambda: growing(SPHERE.mean((2 + Dot(M, U)) * exp(Dot(U, G)) * Dot(M, U))),
        "sign of <m, u>",
    ),
    "a weight that jumps": (
        lambda: growing(SPHERE.mean((2 + sp.floor(Dot(M, U))) * exp(Dot(U, G)))),
        "floor in .* is not seen to be continuous",
    ),
}

GOOD = {
    "configuration": configuration, "exchanged": exchanged, "linear": linear, "jensen": jensen,
    **{f"growth: {name}": call for name, call in GROWS.items()},
}  # fmt: skip
CASES = {
    "configuration": CONFIGURATION, "exchanged": EXCHANGED, "linear": LINEAR, "jensen": JENSEN,
    "growth": GROWTH,
}  # fmt: skip
WRONG = {f"{name}: {what}": wrong for name, cases in CASES.items() for what, wrong in cases.items()}


def test_keys_that_are_not_uniform_may_be_finitely_many():
    asked_of_keys = COUPLINGS.further(EXCESS)
    found = configuration(fact=mean_at_most(domain=asked_of_keys))
    assert found.statement == r(Le, sp.Sum(Dot(x[i], y[i]), (i, 1, N)) / N, 1)


def test_a_configuration_within_a_configuration():
    of = KeyEnergy(P, beta)
    inner = sp.Sum(exp(beta * Dot(y[i], y[j])), (j, 1, N)) / N
    found = configuration(fact=assumed(r(Eq, of, of), COUPLINGS))
    assert found.statement.lhs == sp.Sum(inner, (i, 1, N)) / N


test_what_a_theorem_says_goes_through, test_one_thing_wrong_is_refused = called(GOOD, WRONG)
