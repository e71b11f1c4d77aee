"""False variants of the sharpness of Theorem 1: each must die."""

from __future__ import annotations

import sympy as sp
from sympy import Eq, Ge, Le, Rational, Symbol, cos, exp, log

from modgap.theory.infonce import sharp as chapter
from modgap.theory.infonce.sharp import CIRCLE, M2, MANY, PARTITION, POWER, epsilon, point
from modgap.theory.infonce.trace import INDEX_I, N, beta, i, j, positive
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import x, y
from modgap.theory.language.symbols import U1, Dot, MCLLoss
from modgap.theory.trusted import sums as trusted_sums
from tests.theory.variants_infonce import Variant, of_claim

SMALL = Rational(1, 1000)
LOSS = MCLLoss(x, y, beta, sp.S.One)
LINE_TRACE, LINE_BOUND = chapter.line.statement.args
SIDE = chapter.circle.statement.lhs
TRACE = chapter.sharp.statement.lhs
HALF = sp.Sum(POWER(cos(sp.pi * j / N)), (j, 1, N)) / N
WIDER = Domain(*MANY.symbols, *MANY.vectors, epsilon < 1, reach=MANY.reach)

CLAIMS = [
    *of_claim(
        chapter.one_pair,
        a_little_more=Eq(LOSS, SMALL, evaluate=False),
        score=Eq(LOSS, beta * Dot(x[1], y[1]), evaluate=False),
        log_two=Eq(LOSS, log(2), evaluate=False),
        one_direction=Eq(LOSS, beta, evaluate=False),
    ),
    *of_claim(
        chapter.circle,
        a_little_more=Eq(SIDE, -beta + log(PARTITION) + SMALL, evaluate=False),
        sign_of_beta=Eq(SIDE, beta + log(PARTITION), evaluate=False),
        half_the_circle=Eq(SIDE, -beta + log(HALF), evaluate=False),
        sum_not_mean=Eq(SIDE, -beta + log(N * PARTITION), evaluate=False),
        limit_at_every_N=Eq(SIDE, -beta + log(M2), evaluate=False),
    ),
    *of_claim(
        chapter.line,
        a_little_sharper=Le(LINE_TRACE, LINE_BOUND - SMALL, evaluate=False),
        strict=sp.Lt(LINE_TRACE, LINE_BOUND, evaluate=False),
        turned_around=Ge(LINE_TRACE, LINE_BOUND, evaluate=False),
        half=Le(LINE_TRACE, LINE_BOUND / 2, evaluate=False),
        without_the_exponential=Le(LINE_TRACE, LINE_BOUND * exp(-beta), evaluate=False),
    ),
    *of_claim(
        chapter.sharp,
        beyond_the_bound=Ge(TRACE, (1 + epsilon) * exp(beta) / M2, evaluate=False),
        turned_around=Le(TRACE, (1 - epsilon) * exp(beta) / M2, evaluate=False),
        no_M=Ge(TRACE, exp(beta) + 0 * M2, evaluate=False),
        bound_and_more=Ge(TRACE, exp(beta) / M2 + SMALL, evaluate=False),
    ),
]

AT_I = CIRCLE.further(*INDEX_I)
a, b = sp.symbols("a b", real=True)


def _increasing(function, *conditions):
    """A fact f(a) ≤ f(b) under given conditions, for a function that really increases or one that does not."""
    domain = CIRCLE.further(a, b, *conditions)
    return sign(Le(function(a), function(b), evaluate=False), domain)


def _mean(function, increasing, index=j, domain=CIRCLE):
    return trusted_sums.circle_mean(function, increasing, index, N, domain)


LINE, SQUARE = sp.Lambda(U1, U1), sp.Lambda(U1, U1**2)
LOG = sp.Lambda(U1, log(U1))

STEPS = [
    Variant("Riemann sum", "function that falls", lambda: _mean(SQUARE, _increasing(LINE, Le(a, b)))),
    Variant("Riemann sum", "no order", lambda: _mean(LINE, _increasing(SQUARE, Le(a, b), Ge(a, 0)))),
    Variant("Riemann sum", "index declared", lambda: _mean(LINE, _increasing(LINE, Le(a, b)), i, AT_I)),
    Variant("Riemann sum", "not defined", lambda: _mean(LOG, _increasing(LINE, Le(a, b)))),
    Variant("turned circle", "index declared", lambda: trusted_sums.turned_circle(POWER, i, i, N, AT_I)),
    Variant("turned circle", "no integer", lambda: trusted_sums.turned_circle(POWER, beta, j, N, CIRCLE)),
    Variant(
        "turned circle",
        "function of the index",
        lambda: trusted_sums.turned_circle(sp.Lambda(U1, U1 * i), i, j, N, AT_I),
    ),
    Variant("turned circle", "not defined", lambda: trusted_sums.turned_circle(LOG, i, j, N, AT_I)),
    Variant("one term", "index declared", lambda: trusted_sums.single_term(Dot(x[i], x[i]), i, AT_I)),
    Variant("one term", "no integer", lambda: trusted_sums.single_term(beta, Symbol("w"), CIRCLE)),
    Variant("one term", "two terms", lambda: chain_of_two()),
    Variant("one term", "real index", lambda: trusted_sums.single_term(beta, a, CIRCLE)),
    Variant("cosine", "wrong sign", lambda: _cosine_sum(1)),
    Variant("cosine", "twice", lambda: _cosine_sum(2)),
    Variant("cosine", "of other points", lambda: _product(point(j))),
    Variant("cosine", "not defined", lambda: trusted_sums.cosine_of_difference(1 / (i - 1), beta, AT_I)),
    Variant("hinge increases", "strict", lambda: trusted_sums.hinge_increases(positive(exp(beta), CIRCLE))),
    Variant("triangle inequality", "some terms", lambda: trusted_sums.triangle(beta, i, N, AT_I.further(Ge(i, 2)))),
]


def chain_of_two():
    total = sp.Sum(beta, (j, 1, 2))
    return identity(Eq(total, beta, evaluate=False), CIRCLE)


def _cosine_sum(factor):
    left = cos(beta) ** 2 - factor * sp.sin(beta) ** 2
    return identity(Eq(left, 1, evaluate=False), CIRCLE)


def _product(other):
    return identity(Eq(Dot(point(i), other), 1, evaluate=False), AT_I.further(j, Ge(j, 1), Le(j, N)))


VARIANTS = [*CLAIMS, *STEPS]
