"""False variants of the limit of the loss for every law of pairs, and attacks on the theorems that it cites."""

from __future__ import annotations

import sympy as sp
from sympy import Abs, Ge, Gt, IndexedBase, Le, Symbol, exp, log

from modgap.theory.infonce import almost_sure as chapter
from modgap.theory.infonce import limit as of_atoms
from modgap.theory.infonce.almost_sure import (
    BOTH_WAYS,
    CHANGE,
    DIRECTION_ERROR,
    ERROR,
    GROWS,
    ONE_MORE_BOUNDS,
    ONE_WAY,
    M,
    P,
    eps,
    m,
    n,
    s,
    t,
)
from modgap.theory.infonce.trace import N, beta, h
from modgap.theory.kernel.compose import chain, part, specialise
from modgap.theory.kernel.rules import sign
from modgap.theory.language.couplings import DirectionLoss
from modgap.theory.language.domain import coupling
from modgap.theory.language.independent import DrawnDirection, pairs_mean
from modgap.theory.language.letters import x, y
from modgap.theory.printed import uniform
from modgap.theory.trusted import independent as trusted
from modgap.theory.under import Under
from tests.theory.variants_infonce import Variant, of_claim


def _le(a, b):
    return Le(a, b, evaluate=False)


def _ge(a, b):
    return Ge(a, b, evaluate=False)


def _tail(kind, low, high, bound, exponent):
    return _le(kind.chance(low, high, bound), 2 * exp(-exponent))


MEAN, DIRECTION_MEAN = (pairs_mean(P, n, s, Abs(error)) for error in (ERROR, DIRECTION_ERROR))
RATE, HALF = of_atoms.RATE, of_atoms.DIRECTION_RATE
A = {kind: kind.exponent(eps / 2) for kind in (ONE_WAY, BOTH_WAYS)}

#: False statements, by claim; opposite pairs refute them where balls can (see the tests).
FALSE = {
    chapter.one_more: {
        "half of the change": sp.And(*(kind.func(GROWS, kind.rhs / 4, evaluate=False) for kind in ONE_MORE_BOUNDS)),
        "it never grows": _le(GROWS, 0),
        "it never shrinks": _ge(GROWS, 0),
        "log missing": sp.And(_ge(GROWS + log(N + 1), -CHANGE), _le(GROWS + (N + 1) * log(N + 1), CHANGE)),
    },
    chapter.population: {
        "fifth of the rate": _le(MEAN, RATE / 5),
        "turned around": _ge(MEAN, RATE),
        "log n missing": _le(pairs_mean(P, n, s, Abs(ERROR + 2 * log(n))), RATE),
        "faster rate": _le(MEAN, RATE / n**2),
    },
    chapter.direction: {
        "fifth of the rate": _le(DIRECTION_MEAN, HALF / 5),
        "turned around": _ge(DIRECTION_MEAN, HALF),
        "log n missing": _le(pairs_mean(P, n, s, Abs(DIRECTION_ERROR + log(n))), HALF),
    },
    chapter.both_ways_tail: {
        "no allowance for the mean": _tail(BOTH_WAYS, n, n, t, 1000 * n * t**2),
        "another exponent": _tail(BOTH_WAYS, n, n, BOTH_WAYS.rate + t, 2 * n * BOTH_WAYS.exponent(t)),
        "half of the rate": _tail(BOTH_WAYS, n, n, BOTH_WAYS.rate / 2 + t, n * BOTH_WAYS.exponent(t)),
        "turned around": _ge(*chapter.both_ways_tail.statement.args),
    },
    chapter.one_way_tail: {
        "another exponent": _tail(ONE_WAY, n, n, ONE_WAY.rate + t, 2 * n * ONE_WAY.exponent(t)),
        "half of the rate": _tail(ONE_WAY, n, n, ONE_WAY.rate / 2 + t, n * ONE_WAY.exponent(t)),
    },
    chapter.both_ways: {
        "without the sum": _le(BOTH_WAYS.chance(m, M, eps), 2 * exp(-m * A[BOTH_WAYS])),
        "half of the distance": _le(BOTH_WAYS.chance(m, M, eps / 2), chapter.both_ways.statement.rhs),
        "from the next one on": _le(BOTH_WAYS.chance(m, M, eps), chapter.both_ways.statement.rhs * exp(-A[BOTH_WAYS])),
        "turned around": _ge(*chapter.both_ways.statement.args),
    },
    uniform.limit_of_direction: {
        "without the sum": _le(ONE_WAY.chance(m, M, eps), 2 * exp(-m * A[ONE_WAY])),
        "the other loss": _le(BOTH_WAYS.chance(m, M, eps), uniform.limit_of_direction.statement.rhs),
        "turned around": _ge(*uniform.limit_of_direction.statement.args),
    },
}
CLAIMS = [variant for claim, found in FALSE.items() for variant in of_claim(claim, **found)]


# --- the theorems ----------------------------------------------------------------------------------------------------


SIZE = Abs(DIRECTION_ERROR)


def _every_law(fact=None, law=P, size=n, of=SIZE, families=(x, y), domain=chapter.LAWS):
    return trusted.of_every_coupling(fact or of_atoms.direction.fact, law, size, s, of, families, domain)


def _bounds():
    return [part(chapter.one_more.fact, relation) for relation in ONE_MORE_BOUNDS]


def _differences(mean=None, low=None, high=None, excess=t, positive=None):
    known = mean or Under(chapter.TAILS).use(chapter.direction)
    below, above = _bounds()
    return trusted.bounded_differences(
        known, low or below, high or above, excess, positive or Under(known.domain).use(chapter._change_positive())
    )


AT_N = Under(h, beta, eps, m, n, h >= 2, coupling(P, h), chapter.enough(ONE_WAY), Ge(n, m))


def _tails(at=AT_N):
    return chapter.tail(chain(at.use(ONE_WAY.mean), chapter._half(ONE_WAY, at)), eps / 2)


def _union(tail=None, size=n, low=m, high=M, rate=A[ONE_WAY], domain=uniform.limit_of_direction.domain, positive=None):
    d = Under(domain)
    known = positive or d.combine(Gt(rate, 0, evaluate=False), rests=[rate], given=[d.use(chapter._change_positive())])
    return trusted.union_of_tails(tail or _tails(), size, low, high, rate, known, domain)


def _some_atoms(extra):
    return specialise(of_atoms.direction.fact, {}, of_atoms.ATOMS.further(*extra))


def _wider(fact, *extra):
    return specialise(fact, {}, Under(fact.domain).further(*extra))


other, q = Symbol("w", positive=True), Symbol("q", real=True)
Z = IndexedBase("z")

STEPS = [
    Variant("every law", "only many atoms", lambda: _every_law(_some_atoms([N >= 2]))),
    Variant("every law", "atoms of which something is asked", lambda: _every_law(_some_atoms([sp.Ge(N, n)]))),
    Variant("every law", "another function", lambda: _every_law(of=Abs(DIRECTION_ERROR + 1))),
    Variant("every law", "the loss of both directions", lambda: _every_law(of=Abs(ERROR))),
    Variant("every law", "another number of pairs", lambda: _every_law(size=n + 1)),
    Variant("every law", "families exchanged", lambda: _every_law(families=(y, x))),
    Variant("every law", "another family", lambda: _every_law(families=(Z, y))),
    Variant(
        "every law",
        "queries in the ball",
        lambda: _every_law(domain=Under(h, n, beta, h >= 2, coupling(P, h, queries="ball"))),
    ),
    Variant("every law", "another space", lambda: _every_law(domain=Under(h, n, beta, h >= 2, coupling(P, h + 1)))),
    Variant("every law", "a bound that speaks of N", lambda: _every_law(chapter.one_more.fact)),
    Variant("differences", "the lower bound twice", lambda: _differences(high=_bounds()[0])),
    Variant("differences", "bounds exchanged", lambda: _differences(*[None, *_bounds()[::-1]])),
    Variant("differences", "only many pairs", lambda: _differences(None, *(_wider(b, N >= 2) for b in _bounds()))),
    Variant("differences", "an excess that may be negative", lambda: _differences(excess=q)),
    Variant("differences", "another constant", lambda: _differences(positive=sign(Gt(beta, 0), Under(chapter.TAILS)))),
    Variant(
        "differences",
        "another temperature",
        lambda: _differences(None, *(Under(b.domain).further(other).use(b, {beta: other}) for b in _bounds())),
    ),
    Variant("differences", "no mean", lambda: _differences(chapter.both_ways_tail.fact)),
    Variant("union", "another start", lambda: _union(low=Symbol("l", integer=True, positive=True))),
    Variant("union", "larger rate", lambda: _union(rate=2 * A[ONE_WAY])),
    Variant("union", "more is asked of n", lambda: _union(_wider(_tails(), sp.Le(n, 5 * m)))),
    Variant("union", "no tail", lambda: _union(chapter.direction.fact)),
    Variant("union", "the end before the start", lambda: _union(low=M, high=m)),
    Variant("union", "a rate that may be 0", lambda: _union(positive=sign(Gt(eps, 0), Under(AT_N)))),
    Variant(
        "union",
        "no end",
        lambda: _union(domain=Under(h, beta, eps, m, h >= 2, coupling(P, h), chapter.enough(ONE_WAY))),
    ),
]

#: What means nothing: a loss of other pairs than are drawn, or of no sample, or a law that is none.
MEANINGLESS = {
    "more pairs than are drawn": pairs_mean(P, n, s, DrawnDirection(beta, n + 1, s)),
    "no pairs": pairs_mean(P, n - 1, s, DrawnDirection(beta, n - 1, s)),
    "the sample as a number": pairs_mean(P, n, s, s + DrawnDirection(beta, n, s)),
    "a law that is none": pairs_mean(h, n, s, DrawnDirection(beta, n, s)),
    "a loss of no sample": DrawnDirection(beta, n, h),
    "a chance before the first pair": ONE_WAY.chance(n - 1, n, t),
    "a chance that ends before it starts": ONE_WAY.chance(n + 1, n, t),
    "the limit of no law": pairs_mean(P, n, s, DrawnDirection(beta, n, s) - DirectionLoss(h, beta)),
}

VARIANTS = [*CLAIMS, *STEPS]
