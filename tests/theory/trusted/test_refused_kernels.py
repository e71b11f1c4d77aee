"""What the theorem on the positive definite kernel refuses: a call that goes through, and with one thing wrong."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from flint import arb
from sympy import Gt, IndexedBase, S, Symbol, exp, log, sqrt, symbols

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import precision
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import count_by_hand
from modgap.theory.language.couplings import X1, Y1, P, PairLaw, X, Y
from modgap.theory.language.domain import Domain, coupling, unit_vector, unit_vectors
from modgap.theory.language.letters import beta, h
from modgap.theory.language.means import G, Law, M, U
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Outcome
from modgap.theory.trusted.kernels import Family, Weighted, positive_definite
from tests.theory.assumptions import assumed
from tests.theory.trusted.wrong_calls import called

e, v, w, q = symbols("e v w q")
k = Symbol("k", integer=True, positive=True)
real, t = Symbol("r", real=True), Symbol("t", positive=True)
AT = Domain(h, beta, t, h >= 2, coupling(P, h), unit_vector(e, h))
PAIR, OTHER = PairLaw(h, P, (X, Y)), PairLaw(h, P, (X1, Y1))
SPHERE, SPHERE_M = Law(h, U), Law(h, M)
KEYS = Weighted(X / 2 + Dot(X, e) * Y, 2 + Dot(X, Y), PAIR, OTHER)
POINTS = Weighted(U, S.One, SPHERE, SPHERE_M)
Q, z, z1 = symbols("Q z z'")
LAWS = PairLaw(h, Q, (z, v)), PairLaw(h, Q, (z1, w))
PARTS = ((S.One, KEYS), (-t, POINTS), (-S(3), Weighted(t * e)))


def definite(parts: Any = PARTS, of: Any = beta, dim: Any = h, domain: Any = AT, given: Any = ()) -> Fact:
    """Return what the theorem says of these."""
    return positive_definite(of, list(parts), dim, domain, list(given))


def keys(point: Any = X, weight: Any = S.One, law: Any = PAIR, other: Any = OTHER) -> Fact:
    """Return what it says of one law of points."""
    return definite([(S.One, Weighted(point, weight, law, other))])


def needing(*given: Fact) -> Fact:
    """Return what it says where a weight is defined by what is given only."""
    domain = AT.further(real)
    return definite([(S.One, Weighted(Y, sqrt(real + Dot(X, Y)), PAIR, OTHER))], domain=domain, given=given)


def roots() -> list[Fact]:
    """Return that r + x·y > 0 for all pairs, of either name."""
    pairs = [(X, Y), (X1, Y1)]
    domains = [AT.further(real, *(unit_vector(one, h) for one in pair)) for pair in pairs]
    return [
        assumed(Gt(real + Dot(*pair), 0, evaluate=False), domain) for pair, domain in zip(pairs, domains, strict=True)
    ]


N, n, m = symbols("N n m", integer=True, positive=True)
i, j = symbols("i j", integer=True)
y, z_, x = IndexedBase("y"), IndexedBase("z"), IndexedBase("x")
LOOSE = Symbol("l", real=True)
SETS = Domain(h, N, n, t, beta, h >= 2, unit_vectors(y, N, h), unit_vectors(z_, n, h), unit_vector(q, h))


def members(family: Any = y, count: Any = N, first: Any = i, second: Any = j) -> Weighted:
    """Return the members of a family, under two names of their index."""
    return Weighted(family[first], S.One, Family(count, first), Family(count, second))


def sets(keys: Any = None, other: Any = None, factor: Any = t, at: Any = q, of: Any = beta, domain: Any = SETS) -> Fact:
    """Return what it says of a vector and two families."""
    parts = [(factor, Weighted(at)), (S.One, keys or members()), (-S.One, other or members(z_, n))]
    return definite(parts, of=of, domain=domain)


HELD = {
    "two families": sets,
    "a family and a law": lambda: definite(
        [(S.One, members(z_, n)), (-t, Weighted(X, S.One, PAIR, OTHER))],
        domain=Domain(h, n, t, beta, h >= 2, coupling(P, h), unit_vectors(z_, n, h)),
    ),
    "one law twice": lambda: definite([(S.One, KEYS), (t, KEYS)]),
    "fewer of a family": lambda: sets(members(count=n), domain=SETS.further(n <= N)),
    "three laws": definite,
    "a vector": lambda: definite([(real, Weighted(e))], domain=AT.further(real)),
    "keys with weights": lambda: keys(Y, Dot(X, Y)),
    "weights of either sign": lambda: keys(X - Y, -exp(Dot(X, Y))),
    "no dependence on what is drawn": lambda: keys(e),
    "what is given": lambda: needing(*roots()),
    "inverse temperature 0": lambda: definite(of=S.Zero),
}


REFUSED = {
    "a vector that is not declared": (lambda: sets(at=v), "not a linear combination|does not declare"),
    "a vector beside families, of another space": (
        lambda: sets(at=v, domain=SETS.further(m, unit_vector(v, m))),
        "not a vector",
    ),
    "a family for a vector": (lambda: sets(at=y), "."),
    "more than the members of a family": (lambda: sets(members(count=N + 1)), "≥ 0"),
    "a family of another size": (lambda: sets(members(count=n)), "≥ 0"),
    "a number that is none": (lambda: sets(members(count=t)), "integer"),
    "a temperature that goes with the first index": (lambda: sets(of=i**2, factor=S.Zero), "it is no constant"),
    "a temperature that goes with the second index": (lambda: sets(of=j**2, factor=S.Zero), "it is no constant"),
    "a factor that speaks of an index": (lambda: sets(factor=i), "it is no constant"),
    "a factor that is not defined": (lambda: sets(factor=log(LOOSE), domain=SETS.further(LOOSE)), "needs l > 0"),
    "an index that is declared": (lambda: sets(domain=SETS.further(i)), "names for different draws"),
    "one index for both draws": (lambda: sets(members(second=i)), "names for different draws"),
    "one index for two families": (lambda: sets(members(first=j, second=i)), "names for different draws"),
    "an index that is no integer": (lambda: sets(members(first=real)), "integer"),
    "two sizes for the two draws": (
        lambda: sets(Weighted(y[i], S.One, Family(N, i), Family(n, j))),
        "under other names",
    ),
    "a law and a family for the two draws": (lambda: keys(law=PAIR, other=Family(N, j)), "not of the form"),
    "pairs from two laws": (
        lambda: definite(
            [(S.One, Weighted(X, S.One, PAIR, PairLaw(h, Q, (X1, Y1))))], domain=AT.further(coupling(Q, h))
        ),
        "under other names",
    ),
    "a temperature of either sign": (lambda: definite(of=real, domain=AT.further(real)), "may be negative"),
    "one name for two laws": (
        lambda: definite([(S.One, KEYS), (S.One, Weighted(X1, S.One, OTHER, PAIR))]),
        "names for different draws",
    ),
    "one name for two draws": (lambda: keys(law=PAIR, other=PAIR), "names for different draws"),
    "a name that is declared": (lambda: definite(domain=AT.further(unit_vector(U, h))), "names for different draws"),
    "a factor that is drawn": (lambda: definite([(Dot(X, e), KEYS)]), "it is no constant"),
    "a temperature that is drawn": (lambda: definite([(S.One, KEYS)], of=exp(Dot(X, e))), "may be negative"),
    "a point of the other draw": (lambda: keys(X1), "that is not"),
    "a weight of another law": (
        lambda: definite([(S.One, Weighted(X, Dot(U, X) + 2, PAIR, OTHER)), (t, POINTS)]),
        "that is not",
    ),
    "a weight that binds the other name": (lambda: keys(X, OTHER.mean(exp(Dot(X, Y1)))), "that is not"),
    "a weighted vector": (lambda: definite([(S.One, Weighted(e, S(2)))]), "neither one vector nor drawn"),
    "one draw only": (lambda: keys(other=None), "neither one vector nor drawn"),
    "a draw of no law": (lambda: keys(law=None), "neither one vector nor drawn"),
    "a Gaussian law": (
        lambda: definite([(S.One, Weighted(G, S.One, Law(h, G, beta), Law(h, v, beta)))]),
        "on a compact set",
    ),
    "a Gaussian law beside the sphere": (lambda: keys(U, law=SPHERE, other=Law(h, v, beta)), "on a compact set"),
    "a sphere of no whole dimension": (
        lambda: definite([(S.One, Weighted(U, S.One, Law(t, U), Law(t, M)))], dim=t),
        "does not say that there is",
    ),
    "another sphere under the second name": (
        lambda: keys(U, law=SPHERE, other=Law(h + 1, M)),
        "under other names",
    ),
    "a sphere for a coupling": (lambda: keys(law=PAIR, other=SPHERE), "not of the form"),
    "a coupling of another space": (
        lambda: definite([(S.One, Weighted(X, S.One, PairLaw(h + 1, P, (X, Y)), PairLaw(h + 1, P, (X1, Y1))))]),
        "does not say that there is",
    ),
    "a number for a point": (lambda: keys(Dot(X, Y)), "not a linear combination"),
    "a number for a vector": (lambda: definite([(S.One, Weighted(t))]), "not a linear combination"),
    "a vector of another space": (
        lambda: definite([(S.One, Weighted(e)), (S.One, Weighted(q))], domain=AT.further(unit_vector(q, h + 1))),
        "not a vector",
    ),
    "points of another space": (lambda: definite([(S.One, POINTS)], dim=h + 1), "not a vector"),
    "a weight that is not defined": (lambda: keys(X, 1 / Dot(X, Y)), "≠ 0"),
    "a weight that is not continuous": (lambda: keys(X, sp.sign(Dot(X, Y))), "continuous"),
    "a root that nothing is given of": (needing, "≥"),
    "a root given of one draw only": (lambda: needing(roots()[0]), "≥"),
    "what is given on a condition": (
        lambda: definite([(S.One, KEYS)], given=[assumed(Gt(real, 0, evaluate=False), AT.further(real, real > 0))]),
        "hypotheses",
    ),
}


test_calls_that_are_right, test_calls_with_one_thing_wrong = called(HELD, REFUSED)


def test_it_is_no_proof_in_words_and_names_what_is_given():
    fact = needing(*roots())
    assert [premise.statement for premise in fact.premises] == [root.statement for root in roots()]
    assert not count_by_hand(fact.trusts)


@pytest.mark.parametrize("seed", range(3))
def test_the_form_is_not_negative_and_no_more_than_that(seed):
    """At drawn couplings of three pairs; for one vector set off against itself it is 0."""
    rng = np.random.default_rng(seed)
    pairs = np.hstack([rng.uniform(0.2, 1.0, (3, 1)), rng.normal(size=(3, 6))])
    vector = rng.normal(size=3)
    fact = definite([*PARTS, (-t, Weighted(v, S.One, *LAWS))], domain=AT.further(coupling(Q, h)))
    point = {h: 3, beta: 0.5 + seed, t: 0.4, P: pairs, Q: pairs[:2], e: vector}
    declared = {symbol: value for symbol, value in point.items() if symbol is not Q}
    with precision(80):
        assert enclosure.compare(fact.statement, point, fact.domain, bits=80) is Outcome.SHOWN
        other = positive_definite(beta, [(S.One, Weighted(e)), (-S.One, Weighted(e))], h, AT)
        value = enclosure.value(other.statement.lhs, declared, AT, bits=80)
    assert value.contains(arb(0))
    assert value.rad() < 1e-9
