"""What the theorems on means refuse: a call that goes through, and with one thing wrong."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import Eq, Ge, Gt, Le, Lt, S, Symbol, exp, log, symbols

from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import X1, Y1, P, PairLaw, X, Y
from modgap.theory.language.domain import Domain, coupling, free_vector, unit_vector, unit_vectors, vector_across
from modgap.theory.language.letters import beta, h, x
from modgap.theory.language.means import G, Law, M, U
from modgap.theory.language.symbols import U1, Dot
from modgap.theory.outcome import Undecided
from modgap.theory.trusted import means
from tests.theory.assumptions import assumed, r
from tests.theory.trusted.wrong_calls import asked, called

Q, g2 = symbols("Q g'")
c = Symbol("c", positive=True)
loose = Symbol("r", real=True)
k, H = symbols("k H", integer=True, positive=True)
GAUSS, SPHERE, PAIR, OTHER = Law(h, G, beta), Law(h, U), PairLaw(h, P, (X, Y)), PairLaw(h, P, (X1, Y1))
D = Domain(h, beta, h >= 2, unit_vector(M, h))
WITH_G, WITH_U = D.further(free_vector(G, h)), D.further(unit_vector(U, h))
COUPLED = D.further(coupling(P, h))
WITH_PAIR = COUPLED.further(unit_vector(X, h), unit_vector(Y, h))
TILT, WEIGHT = exp(beta * Dot(M, G)), exp(beta * Dot(X, Y))
ON_SPHERE = exp(beta * Dot(M, U))
JUMPS = 2 + sp.floor(Dot(M, U))
LARGE = exp(9 * beta)
JUMP = "floor in .* is not seen to be continuous"
RANGE, ASKS = "range over", "asks something of"


# --- what a variable of a law ranges over, and means of two functions ------------------------------------------------


def pointwise(kind=Le, left: Any = TILT, right: Any = 2 * TILT, domain=WITH_G) -> Fact:
    return assumed(r(kind, left, right), domain)


compares = asked(means.mean_compares, {"law": GAUSS, "pointwise": pointwise()})
of_pairs = asked(
    means.mean_compares, {"law": PAIR, "pointwise": pointwise(left=WEIGHT, right=exp(beta), domain=WITH_PAIR)}
)
on_sphere = asked(
    means.mean_compares, {"law": SPHERE, "pointwise": pointwise(left=ON_SPHERE, right=exp(beta), domain=WITH_U)}
)


def pairs(domain: Domain, law: Any = PAIR) -> Fact:
    return of_pairs(law=law, pointwise=pointwise(left=WEIGHT, right=exp(beta), domain=domain))


def sphere(domain: Domain) -> Fact:
    return on_sphere(pointwise=pointwise(left=ON_SPHERE, right=exp(beta), domain=domain))


COMPARES = {
    "a strict comparison": (lambda: compares(pointwise=pointwise(Lt)), "is no equation and no inequality ≤"),
    "a comparison from above": (lambda: compares(pointwise=pointwise(Ge, 2 * TILT, TILT)), "is no equation"),
    "an inverse temperature that may be negative": (
        lambda: compares(law=Law(h, G, loose), pointwise=pointwise(domain=WITH_G.further(loose))),
        "not known to be positive",
    ),
    "unit vectors for all": (lambda: compares(pointwise=pointwise(domain=D.further(unit_vector(G, h)))), RANGE),
    "vectors of another space": (
        lambda: sphere(Domain(h, H, beta, h >= 2, unit_vector(M, H), unit_vector(U, H))),
        RANGE,
    ),
    "vectors across another one": (lambda: sphere(D.further(vector_across(U, h, M))), RANGE),
    "no vector": (lambda: compares(pointwise=pointwise(left=beta, right=2 * beta, domain=D)), RANGE),
    "a half space": (lambda: compares(pointwise=pointwise(domain=WITH_G.further(r(Ge, Dot(M, G), 0)))), ASKS),
    "a half sphere": (lambda: sphere(WITH_U.further(r(Ge, Dot(M, U), 0))), ASKS),
    "pairs at an acute angle": (lambda: pairs(WITH_PAIR.further(r(Ge, Dot(X, Y), 0))), ASKS),
    "pairs of another dimension": (lambda: pairs(WITH_PAIR, PairLaw(H, P, (X, Y))), RANGE),
    "queries of one kind": (
        lambda: pairs(COUPLED.further(free_vector(X, h), unit_vector(Y, h))),
        RANGE,
    ),
    "a coupling that is not declared": (lambda: pairs(WITH_PAIR, PairLaw(h, Q, (X, Y))), "does not declare Q"),
    "a vector across the variable": (lambda: sphere(WITH_U.further(vector_across(Q, h, U))), "Q"),
    "a smaller function that jumps": (
        lambda: on_sphere(pointwise=pointwise(left=JUMPS, right=S(9), domain=WITH_U)),
        JUMP,
    ),
    "a larger function that jumps": (
        lambda: on_sphere(pointwise=pointwise(left=S.Zero, right=JUMPS, domain=WITH_U)),
        JUMP,
    ),
    "a smaller function of either sign": (
        lambda: compares(pointwise=pointwise(left=Dot(M, G), right=exp(Dot(M, G)))),
        "^the sign of <g, m>",
    ),
    "two functions of either sign": (lambda: compares(pointwise=pointwise(Eq, Dot(M, G), Dot(G, M))), "<g, m>"),
}

# --- constants and sums ----------------------------------------------------------------------------------------------

factor = asked(means.constant_factor, {"law": GAUSS, "factor": beta, "of": TILT, "domain": WITH_G})
total = asked(means.mean_of_sum, {"law": GAUSS, "terms": [TILT, beta], "domain": WITH_G})
constant = asked(means.mean_of_constant, {"law": GAUSS, "constant": beta, "domain": D})


def half_known(of: Any, domain: Domain) -> Fact:
    """That a function is positive, where a hypothesis makes it so."""
    return assumed(r(Gt, of, 0), domain.further(r(Gt, of, 0)))


ACUTE = half_known(Dot(M, G), WITH_G)
CONSTANTS = {
    "a factor that is no constant": (lambda: factor(factor=TILT), "it is no constant"),
    "a factor that may be negative": (lambda: factor(factor=loose, domain=WITH_G.further(loose)), "sign of r"),
    "a function of either sign": (lambda: factor(of=Dot(M, G)), "sign of <g, m>"),
    "a function that is positive in a half space": (
        lambda: factor(of=Dot(M, G), given=[ACUTE]),
        "needs hypotheses",
    ),
    "nothing to add": (lambda: total(terms=[]), "nothing to add"),
    "a term of either sign": (lambda: total(terms=[TILT, Dot(M, G)]), "sign of <g, m>"),
    "a constant that speaks of the variable": (lambda: constant(constant=TILT), "or they are not bound"),
    "a variable that is declared": (lambda: constant(domain=WITH_G), "or they are not bound"),
    "a constant that is not defined": (lambda: constant(constant=log(loose), domain=D.further(loose)), "needs r > 0"),
    "a constant that is defined elsewhere": (
        lambda: constant(
            constant=log(loose),
            domain=D.further(loose),
            given=[half_known(loose, Domain(loose))],
        ),
        "needs",
    ),
    "no dimension": (lambda: constant(law=Law(h - 2, G, beta)), "h - 2"),
    "half a dimension": (lambda: constant(law=Law(h / 2, G, beta)), "that there is"),
    "a temperature that may be negative": (
        lambda: constant(law=Law(h, G, loose), domain=D.further(loose)),
        "that there is",
    ),
    "a coupling in another dimension": (
        lambda: constant(law=PairLaw(h + 1, P, (X, Y)), domain=COUPLED),
        "that there is",
    ),
}

# --- positive means --------------------------------------------------------------------------------------------------

BOUND = assumed(r(Eq, GAUSS.mean(TILT), exp(beta / 2)), D)
some = asked(means.positive_mean, {"law": SPHERE, "of": ON_SPHERE, "domain": WITH_U})
gaussian = asked(means.positive_mean, {"law": GAUSS, "of": TILT, "domain": WITH_G, "finite": BOUND})


def bound(kind=Le, mean: Any = None, most: Any = LARGE, domain=D) -> Fact:
    return assumed(r(kind, GAUSS.mean(TILT) if mean is None else mean, most), domain)


NO_BOUND = "does not bound"
POSITIVE = {
    "a function of either sign": (lambda: some(of=Dot(M, U)), "sign of <m, u>"),
    "a function that jumps": (lambda: some(of=JUMPS, given=[assumed(r(Gt, JUMPS, 0), WITH_U)]), JUMP),
    "a function that is not defined": (lambda: some(of=1 + log(Dot(M, U)) ** 2), "needs <m, u> > 0"),
    "nothing that bounds the mean": (lambda: gaussian(finite=None), "nothing shows that"),
    "a bound from below": (lambda: gaussian(finite=bound(Ge, most=1)), NO_BOUND),
    "a bound on another mean": (lambda: gaussian(finite=bound(mean=GAUSS.mean(exp(Dot(M, G))))), NO_BOUND),
    "a bound by another mean": (
        lambda: gaussian(finite=bound(most=Law(h, g2, beta).mean(2 * exp(beta * Dot(M, g2))))),
        NO_BOUND,
    ),
    "a bound for cold laws": (lambda: gaussian(finite=bound(domain=D.further(beta > 9))), "needs hypotheses"),
}

# --- two means in turn, and other names ------------------------------------------------------------------------------

BOTH = WITH_G.further(unit_vector(U, h))
JOINT = exp(beta * Dot(U, G))
tonelli = asked(means.tonelli, {"outer": GAUSS, "inner": SPHERE, "of": JOINT, "domain": BOTH})
renamed = asked(means.renamed, {"law": SPHERE, "of": ON_SPHERE, "other": Law(h, Q), "domain": D})
TURNS = {
    "one variable for both": (lambda: tonelli(inner=Law(h, G), domain=WITH_G, of=TILT), RANGE),
    "a function of either sign": (lambda: tonelli(of=Dot(U, G)), "sign of"),
    "a half sphere": (lambda: tonelli(domain=BOTH.further(r(Ge, Dot(M, U), 0))), ASKS),
    "a temperature that is averaged over": (
        lambda: tonelli(outer=SPHERE, inner=Law(h, G, beta + exp(Dot(M, U))), domain=BOTH),
        "not known to be positive",
    ),
}
NAMES = {
    "a name that the function speaks of": (lambda: renamed(other=Law(h, M)), "is taken"),
    "a name that the function binds": (
        lambda: renamed(of=Law(h, Q).mean(exp(Dot(U, Q)))),
        "is taken",
    ),
    "a name that is declared": (
        lambda: renamed(domain=D.further(unit_vector(Q, h))),
        "is taken",
    ),
    "a variable that is declared": (lambda: renamed(domain=WITH_U), "is taken"),
    "another dimension": (lambda: renamed(other=Law(H, Q), domain=D.further(H)), "under other names"),
    "a Gaussian law": (lambda: renamed(other=Law(h, Q, beta)), "under other names"),
    "another temperature": (
        lambda: renamed(law=GAUSS, of=TILT, other=Law(h, Q, 2 * beta)),
        "under other names",
    ),
    "one name for two": (
        lambda: renamed(law=PAIR, of=WEIGHT, other=PairLaw(h, P, (Q, Q)), domain=COUPLED),
        "uplicate",
    ),
    "a function that jumps": (lambda: renamed(of=JUMPS), JUMP),
    "a function that is not defined": (lambda: renamed(of=log(Dot(M, U))), "needs"),
    "a sphere of no dimension": (lambda: renamed(law=Law(h - 2, U), of=exp(beta), other=Law(h - 2, Q)), "h - 2"),
    "a temperature of either sign": (
        lambda: renamed(law=Law(h, G, loose), of=exp(beta), other=Law(h, Q, loose), domain=D.further(loose)),
        "not known to be positive",
    ),
    "a coupling that is not declared": (
        lambda: renamed(law=PAIR, of=WEIGHT, other=OTHER),
        "P",
    ),
    "a Gaussian mean of either sign": (lambda: renamed(law=GAUSS, of=Dot(M, G), other=Law(h, Q, beta)), "<g, m>"),
}

# --- Cauchy–Schwarz --------------------------------------------------------------------------------------------------

ROOT = exp(beta * Dot(M, G))


def square(kind=Eq, left: Any = ROOT**2, right: Any = ROOT**2, domain=WITH_G) -> Fact:
    return assumed(r(kind, left, right), domain)


def finite(of: Any, kind=Le, most: Any = LARGE, domain=D, law=GAUSS) -> Fact:
    return assumed(r(kind, law.mean(of), most), domain)


ONE, OTHER_ONE = exp(beta * Dot(M, G)) * 2, exp(beta * Dot(M, G)) / 2
schwarz = asked(
    means.cauchy_schwarz,
    {"law": GAUSS, "c": ROOT, "product": square(right=ONE * OTHER_ONE), "finite": (finite(ONE), finite(OTHER_ONE))},
)
ON_U = exp(beta * Dot(M, U))
NOT_MEANS = "are not means"
SCHWARZ = {
    "numbers for means": (lambda: schwarz(finite=(assumed(r(Le, beta, beta), D), finite(OTHER_ONE))), NOT_MEANS),
    "means over another law": (
        lambda: schwarz(finite=(finite(ONE, law=Law(h, G, 2 * beta)), finite(OTHER_ONE))),
        "are not means over",
    ),
    "a mean that is only positive": (
        lambda: schwarz(finite=(assumed(r(Gt, Law(h, G, beta).mean(exp(Dot(G, G))), 0), D), finite(OTHER_ONE))),
        NO_BOUND,
    ),
    "a mean above something": (lambda: schwarz(finite=(finite(ONE, Ge, 0), finite(OTHER_ONE))), NO_BOUND),
    "a square that is at most a product": (
        lambda: schwarz(product=square(Le, right=ONE * OTHER_ONE)),
        "does not say that the square",
    ),
    "another square": (lambda: schwarz(c=2 * ROOT), "does not say that the square"),
    "a root of either sign": (
        lambda: schwarz(
            c=Dot(M, G),
            product=square(left=Dot(M, G) ** 2, right=Dot(M, G) ** 2),
            finite=(finite(Dot(M, G) ** 2 * ONE, most=3), finite(1 / ONE, most=3)),
        ),
        "<g, m>",
    ),
    "a bound for cold laws": (
        lambda: schwarz(finite=(finite(ONE, domain=D.further(beta > 9)), finite(OTHER_ONE))),
        "needs hypotheses",
    ),
    "a square in a half space": (
        lambda: schwarz(product=square(right=ONE * OTHER_ONE, domain=WITH_G.further(r(Ge, Dot(M, G), 0)))),
        ASKS,
    ),
}

# --- laws that do not change under rotations -------------------------------------------------------------------------

laplace = asked(means.gaussian_laplace, {"law": GAUSS, "vector": 2 * M, "domain": D})
turned = asked(means.rotation, {"law": SPHERE, "vector": beta * M, "domain": D})
zero = asked(means.mean_is_zero, {"law": SPHERE, "vector": M, "domain": D})
SPEAKS = "or .* speaks of"
OF_H = D.further(H, unit_vector(Q, H))
ROTATIONS = {
    "Laplace: a law on the sphere": (lambda: laplace(law=SPHERE), "is no Gaussian law"),
    "Laplace: a temperature that may be negative": (
        lambda: laplace(law=Law(h, G, loose), domain=D.further(loose)),
        "is no Gaussian law",
    ),
    "Laplace: the variable": (lambda: laplace(vector=G, domain=WITH_G), SPEAKS),
    "Laplace: a vector of another space": (lambda: laplace(vector=Q, domain=OF_H), "is not a vector of"),
    "Laplace: no vector": (lambda: laplace(vector=S.Zero), "is not a vector of"),
    "Laplace: a number": (lambda: laplace(vector=beta), "not a"),
    "Laplace: a multiple that is not defined": (
        lambda: laplace(vector=log(loose) * M, domain=D.further(loose)),
        "needs r > 0",
    ),
    "rotation: one dimension": (lambda: turned(domain=Domain(h, beta, unit_vector(M, h))), "h - 2"),
    "rotation: half a dimension": (
        lambda: turned(law=Law(h + S.Half, U)),
        "no integer",
    ),
    "rotation: the coordinate of the sphere": (lambda: turned(domain=D.further(U1), vector=U1 * M), "is taken"),
    "rotation: a Gaussian law": (lambda: turned(law=GAUSS), "is not uniform"),
    "rotation: the variable": (lambda: turned(vector=U, domain=WITH_U), SPEAKS),
    "rotation: a vector of another space": (lambda: turned(vector=Q, domain=OF_H), "is not a vector of"),
    "zero: a Gaussian law": (lambda: zero(law=GAUSS), "is not uniform"),
    "zero: the variable": (lambda: zero(vector=U, domain=WITH_U), SPEAKS),
    "zero: a vector of another space": (lambda: zero(vector=Q, domain=OF_H), "is not a vector of"),
    "zero: no dimension": (lambda: zero(law=Law(h - 2, U)), "is not a vector of"),
    "zero: no vector": (lambda: zero(vector=S.Zero), "is not a vector of"),
    "Laplace: a temperature of either sign": (
        lambda: laplace(law=Law(h, G, loose), domain=D.further(loose)),
        "is no Gaussian law",
    ),
    "ball: a free vector": (lambda: means.in_ball(G, WITH_G), "in the unit ball"),
    "ball: a family": (
        lambda: means.in_ball(x, Domain(h, k, unit_vectors(x, k, h))),
        "in the unit ball",
    ),
}

# --- functions of one coordinate -------------------------------------------------------------------------------------

square_mean = asked(means.mean_of_square, {"law": SPHERE, "vector": beta * M, "domain": D})
TALL = Symbol("t", real=True)
INFINITE = GAUSS.mean(exp(beta * Dot(G, G)))


def along(kind=Le, of: Any = None, most: Any = LARGE, domain=D) -> Fact:
    return assumed(r(kind, SPHERE.mean(ON_SPHERE if of is None else of), most), domain)


coordinate = asked(
    means.mean_of_coordinate,
    {"law": SPHERE, "of": exp(beta * TALL), "height": TALL, "axis": M, "known": along()},
)
NOT_UNIFORM, OF_MORE = "is not uniform on the sphere", "is no function of one coordinate"
COORDINATES = {
    "square: a Gaussian law": (lambda: square_mean(law=GAUSS), NOT_UNIFORM),
    "square: the variable": (lambda: square_mean(vector=U, domain=WITH_U), SPEAKS),
    "square: a vector of another space": (lambda: square_mean(vector=Q, domain=OF_H), "is not a vector of"),
    "one dimension": (lambda: coordinate(known=along(domain=Domain(h, beta, unit_vector(M, h)))), "h - 2"),
    "a Gaussian law": (lambda: coordinate(law=GAUSS), NOT_UNIFORM),
    "an axis across a vector": (
        lambda: coordinate(
            known=along(domain=Domain(h, beta, h >= 2, unit_vector(Q, h), vector_across(M, h, Q))),
        ),
        NOT_UNIFORM,
    ),
    "an axis at an angle": (
        lambda: coordinate(known=along(domain=D.further(unit_vector(Q, h), r(Ge, Dot(M, Q), 0)))),
        "is not shown for every m",
    ),
    "a bound that goes with the axis": (
        lambda: coordinate(known=along(most=exp(beta) + Dot(M, Q) ** 2, domain=D.further(unit_vector(Q, h)))),
        "is not shown for every m",
    ),
    "the first coordinate besides": (
        lambda: coordinate(of=exp(beta * TALL) + U1, known=along(of=ON_SPHERE + U1, domain=D.further(U1))),
        OF_MORE,
    ),
    "a coordinate that is declared": (lambda: coordinate(known=along(domain=D.further(U1))), "binds .*u_1"),
    "the point that is averaged over": (
        lambda: coordinate(of=exp(beta * TALL) + Dot(U, U), known=along(of=ON_SPHERE + Dot(U, U), most=9 * LARGE)),
        OF_MORE,
    ),
    "a function of a vector": (
        lambda: coordinate(
            of=exp(beta * TALL) + Dot(Q, Q), known=along(of=ON_SPHERE + Dot(Q, Q), domain=D.further(unit_vector(Q, h)))
        ),
        OF_MORE,
    ),
    "a mean that may be infinite": (
        lambda: coordinate(of=exp(beta * TALL) * INFINITE, known=along(of=ON_SPHERE * INFINITE, most=INFINITE)),
        "may be one between infinite means",
    ),
    "a strict bound": (lambda: coordinate(known=along(Lt)), "does not bound the mean of"),
    "a bound on another mean": (lambda: coordinate(of=exp(2 * beta * TALL)), "does not bound the mean of"),
}

GOOD = {
    "the square of a coordinate": square_mean, "a function of a coordinate": coordinate,
    "means compare": compares, "means over pairs": of_pairs, "means over the sphere": on_sphere,
    "a constant factor": factor, "a sum": total, "a constant": constant, "a positive mean": some,
    "a positive Gaussian mean": gaussian, "Tonelli": tonelli, "other names": renamed, "Cauchy–Schwarz": schwarz,
    "Laplace": laplace, "rotation": turned, "zero": zero, "ball": lambda: means.in_ball(M, D),
}  # fmt: skip
CASES = {
    "compare": COMPARES, "constants": CONSTANTS, "positive": POSITIVE, "turns": TURNS, "names": NAMES,
    "Cauchy–Schwarz": SCHWARZ, "of rotations": ROTATIONS, "coordinate": COORDINATES,
}  # fmt: skip
WRONG = {f"{name}: {what}": wrong for name, cases in CASES.items() for what, wrong in cases.items()}


test_what_a_theorem_says_goes_through, test_one_thing_wrong_is_refused = called(GOOD, WRONG)


def test_compact_laws_alone_where_they_are_needed():
    for law in (SPHERE, PAIR):
        means.only_compact(law)
    with pytest.raises(Undecided, match="does not live on a compact set"):
        means.only_compact(GAUSS)
