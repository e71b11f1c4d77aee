"""False variants of the corollaries of the softmax trace inequality: each must die."""

from __future__ import annotations

import sympy as sp
from sympy import Ge, Le, Rational, exp

from modgap.theory.infonce import corollaries
from modgap.theory.infonce.corollaries import LIMIT, PROBABILITY, q, t
from modgap.theory.infonce.pairs import PAIRS, ratio
from modgap.theory.infonce.trace import FORM, INDEX_I, MGF, N, beta, i, positive
from modgap.theory.kernel.compose import specialise
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.letters import x, y
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import sums as trusted_sums
from tests.theory.variants_infonce import Variant, of_claim

SMALL = Rational(1, 1000)
MEAN = corollaries.probability.statement.lhs
LOSS, BOUND = corollaries.power_loss.statement.args

CLAIMS = [
    *of_claim(
        corollaries.probability,
        sharper=Le(MEAN, LIMIT - SMALL, evaluate=False),
        strict=sp.Lt(MEAN, LIMIT, evaluate=False),
        turned_around=Ge(MEAN, LIMIT, evaluate=False),
        over_N_squared=Le(MEAN, LIMIT / N, evaluate=False),
        square_of_M=Le(MEAN, exp(beta) / (N * MGF**2), evaluate=False),
        no_exponential=Le(MEAN, 1 / (N * MGF), evaluate=False),
    ),
    *of_claim(
        corollaries.power_loss,
        sharper=Ge(LOSS, BOUND + SMALL, evaluate=False),
        strict=sp.Gt(LOSS, BOUND, evaluate=False),
        turned_around=Le(LOSS, BOUND, evaluate=False),
        power_not_divided=Ge(LOSS, 1 - LIMIT**q + SMALL, evaluate=False),
        no_N=Ge(LOSS, (1 - (LIMIT / N) ** q) / q, evaluate=False),
        twice_the_power=Ge(LOSS, (1 - LIMIT ** (2 * q)) / q, evaluate=False),
    ),
]

HINGE_LOSS, HINGE_BOUND = corollaries.hinge_loss.statement.args
CLAIMS += of_claim(
    corollaries.hinge_loss,
    sharper=Ge(HINGE_LOSS, HINGE_BOUND + SMALL, evaluate=False),
    strict=sp.Gt(HINGE_LOSS, HINGE_BOUND, evaluate=False),
    turned_around=Le(HINGE_LOSS, HINGE_BOUND, evaluate=False),
    no_N=Ge(HINGE_LOSS, corollaries.hinge(LIMIT / N), evaluate=False),
    hinge_upwards=Ge(HINGE_LOSS, corollaries.hinge(corollaries.t) + t, evaluate=False),
    no_positive_part=Ge(HINGE_LOSS, t - LIMIT + SMALL, evaluate=False),
)

ANY_POWER = PAIRS.further(q)
CONCAVE = PAIRS.further(q, Le(q, 1))


def _terms(domain):
    return positive(PROBABILITY, domain.further(*INDEX_I))


def _not_positive():
    square = sign(Ge(Dot(x[i] - y[i], x[i] - y[i]), 0, evaluate=False), CONCAVE.further(*INDEX_I))
    return trusted_sums.jensen_power(square, q, i, N)


def _at_most(domain):
    return specialise(corollaries.probability.fact, {}, domain)


STEPS = [
    Variant("Jensen for powers", "convex power", lambda: trusted_sums.jensen_power(_terms(ANY_POWER), q, i, N)),
    Variant("Jensen for powers", "square", lambda: trusted_sums.jensen_power(_terms(PAIRS), sp.Integer(2), i, N)),
    Variant("Jensen for powers", "negative", lambda: trusted_sums.jensen_power(_terms(CONCAVE), -q, i, N)),
    Variant("Jensen for powers", "terms not positive", _not_positive),
    Variant("Jensen for powers", "other number", lambda: trusted_sums.jensen_power(_terms(CONCAVE), q, i, N + 1)),
    Variant(
        "powers increase",
        "negative power",
        lambda: trusted_sums.power_increases(_at_most(CONCAVE), positive(MEAN, CONCAVE), -q),
    ),
    Variant(
        "powers increase",
        "power without a sign",
        lambda: trusted_sums.power_increases(_at_most(CONCAVE), positive(MEAN, CONCAVE), q - 1),
    ),
    Variant(
        "powers increase",
        "another number is positive",
        lambda: trusted_sums.power_increases(_at_most(CONCAVE), positive(ratio(x[1]), PAIRS), q),
    ),
    Variant(
        "powers increase",
        "an equation",
        lambda: trusted_sums.power_increases(
            identity(sp.Eq(MEAN, MEAN, evaluate=False), CONCAVE, FORM), positive(MEAN, CONCAVE), q
        ),
    ),
]

VARIANTS = [*CLAIMS, *STEPS]
