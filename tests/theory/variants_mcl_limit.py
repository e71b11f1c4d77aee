"""False variants of the limit of the loss: each must die."""

from __future__ import annotations

import sympy as sp
from sympy import Abs, Eq, Ge, Le, Symbol, exp, log

from modgap.theory.infonce import limit as chapter
from modgap.theory.infonce.limit import (
    AT_I,
    AT_IR,
    AT_K,
    ATOMS,
    DIRECTION_ERROR,
    DIRECTION_RATE,
    DRAWN,
    ERROR,
    INDEX_L,
    RATE,
    SAMPLED,
    SHARE,
    mean,
    n,
    r,
    s,
)
from modgap.theory.infonce.pairs import scores_positive
from modgap.theory.infonce.trace import FORM, N, beta, i, positive
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import x, y
from modgap.theory.language.samples import Draw
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import samples as trusted_sampling
from tests.theory.variants_infonce import Variant, of_claim

K, L = chapter.k, chapter.l


def _le(a, b):
    return Le(a, b, evaluate=False)


SQUARE, ABSOLUTE, DIRECTION = mean(ERROR**2), mean(Abs(ERROR)), mean(Abs(DIRECTION_ERROR))
#: False statements, each with the size of a sample at which opposite pairs refute it.
FALSE = {
    chapter.square: {
        "quarter of the rate": (2, _le(SQUARE, RATE**2 / 16)),
        "faster rate": (3, _le(SQUARE, RATE**2 / n**3)),
        "no rate": (2, _le(SQUARE, 0)),
        "turned around": (2, Ge(SQUARE, RATE**2, evaluate=False)),
        "partition functions alone": (2, _le(SQUARE, (exp(2 * beta) - 1) ** 2 / (4 * n))),
        "log n missing": (2, _le(mean((ERROR + 2 * log(n)) ** 2), RATE**2)),
    },
    chapter.limit: {
        "fifth of the rate": (1, _le(ABSOLUTE, RATE / 5)),
        "faster rate": (3, _le(ABSOLUTE, RATE / n**2)),
        "turned around": (2, Ge(ABSOLUTE, RATE, evaluate=False)),
        "log N missing": (2, _le(mean(Abs(ERROR - 2 * log(N))), RATE)),
        "without the law": (2, _le(ABSOLUTE + 2 * log(N), RATE)),
    },
    chapter.direction: {
        "fifth of the rate": (1, _le(DIRECTION, DIRECTION_RATE / 5)),
        "faster rate": (3, _le(DIRECTION, DIRECTION_RATE / n**2)),
        "turned around": (2, Ge(DIRECTION, DIRECTION_RATE, evaluate=False)),
        "log n missing": (2, _le(mean(Abs(DIRECTION_ERROR + log(n))), DIRECTION_RATE)),
        "the other sign of the cosine": (
            2,
            _le(mean(Abs(DIRECTION_ERROR - 2 * beta * sp.Sum(Dot(x[i], y[i]), (i, 1, N)) / N)), DIRECTION_RATE / 4),
        ),
    },
}
CLAIMS = [
    variant
    for claim, found in FALSE.items()
    for variant in of_claim(claim, **{name: statement for name, (_, statement) in found.items()})
]


def _one(domain=AT_I):
    total = sp.Sum(SHARE, (r, 1, N)) / N
    return identity(Eq(total, 1, evaluate=False), domain, FORM, [scores_positive(x[i], domain)])


def _given_own(fact=None, indices=(i, r), positions=(K, L), term=SHARE):
    return trusted_sampling.variance_given_own(term, fact or _one(), N, indices, positions, s, n)


def _share():
    return positive(SHARE, AT_IR)


def _drawn_at(draws, domain=None):
    return trusted_sampling.at_draws(_share(), draws, domain or AT_K.further(*INDEX_L))


def _half():
    some = AT_IR.further(Ge(r, 2))
    return trusted_sampling.at_draws(positive(SHARE, some), DRAWN, AT_K.further(*INDEX_L))


def _pointwise(domain=SAMPLED):
    return identity(Eq(s * 0 + beta, beta, evaluate=False), domain)


a = Symbol("a", real=True)

STEPS = [
    Variant("draws", "only some indices", _half),
    Variant("draws", "an index that is no draw", lambda: _drawn_at({i: K, r: DRAWN[r]})),
    Variant("draws", "draws from another number", lambda: _drawn_at({i: Draw(s, K, N + 1), r: DRAWN[r]})),
    Variant("draws", "no position", lambda: _drawn_at(DRAWN, SAMPLED)),
    Variant("draws", "no sample", lambda: _drawn_at(DRAWN, AT_I.further(*chapter.INDEX_K, *INDEX_L))),
    Variant("variance given own", "another mean", lambda: _given_own(term=SHARE**2)),
    Variant("variance given own", "mean over the other index", lambda: _given_own(indices=(r, i))),
    Variant("variance given own", "one position twice", lambda: _given_own(positions=(K, K))),
    Variant("variance given own", "some atoms only", lambda: _given_own(_one(AT_I.further(Ge(i, 2))))),
    Variant(
        "variance of a mean",
        "index not declared",
        lambda: trusted_sampling.variance_of_mean(Dot(x[i], y[i]), i, N, K, s, n, ATOMS),
    ),
    Variant(
        "variance of a mean",
        "term with the position",
        lambda: trusted_sampling.variance_of_mean(K * Dot(x[i], y[i]), i, N, K, s, n, AT_I),
    ),
    Variant(
        "variance of a mean",
        "term not defined",
        lambda: trusted_sampling.variance_of_mean(log(Dot(x[i], y[i])), i, N, K, s, n, AT_I),
    ),
    Variant(
        "variance of a mean",
        "size with an index",
        lambda: trusted_sampling.variance_of_mean(Dot(x[i], y[i]), i, N, K, s, Symbol("w", positive=True), AT_I),
    ),
    Variant(
        "means over samples",
        "factor with the sample",
        lambda: trusted_sampling.sample_linear([(Draw(s, 1, N), beta)], s, N, n, ATOMS),
    ),
    Variant(
        "means over samples",
        "strict inequality",
        lambda: trusted_sampling.sample_compares(positive(exp(beta), SAMPLED), s, N, n),
    ),
    Variant(
        "means over samples",
        "sample not bound",
        lambda: trusted_sampling.sample_linear([(sp.S.One, beta)], s, N, n, SAMPLED),
    ),
    Variant(
        "square of a sum",
        "negative weight",
        lambda: trusted_sampling.square_of_sum([beta, beta], [beta, -beta], ATOMS),
    ),
    Variant(
        "square of a sum",
        "weight that may be zero",
        lambda: trusted_sampling.square_of_sum([beta, beta], [beta, n - 1], ATOMS),
    ),
    Variant(
        "square of a sum",
        "term not defined",
        lambda: trusted_sampling.square_of_sum([log(beta - 1), beta], [beta, beta], ATOMS),
    ),
    Variant(
        "square of a mean",
        "some positions",
        lambda: trusted_sampling.square_of_mean(beta, K, n, AT_K.further(Ge(K, 2))),
    ),
    Variant(
        "square of a logarithm",
        "not positive",
        lambda: trusted_sampling.square_of_logarithm(sign(Ge(a**2, 0, evaluate=False), Domain(a))),
    ),
    Variant(
        "mean absolute value",
        "bound that may be negative",
        lambda: trusted_sampling.mean_absolute_value(chapter.square.fact, positive(exp(beta), ATOMS)),
    ),
    Variant(
        "mean absolute value",
        "no mean of a square",
        lambda: trusted_sampling.mean_absolute_value(_pointwise(), positive(beta, ATOMS)),
    ),
]

VARIANTS = [*CLAIMS, *STEPS]

#: A term that binds the position of the sample itself: putting the draw into it would change what the draw means.
BINDS_POSITION = sp.Sum(K * Dot(x[i], y[i]), (K, 1, N))
VARIANTS += [
    Variant(
        "variance of a mean",
        "term that binds the position",
        lambda: trusted_sampling.variance_of_mean(BINDS_POSITION, i, N, K, s, n, AT_I),
    ),
]
