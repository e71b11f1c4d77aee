"""False variants of the overlap argument: each must die."""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, Le, Lt, Rational, Symbol, exp, log

from modgap.theory.infonce import overlap as chapter
from modgap.theory.infonce.overlap import AGAINST_UNIFORM, HALF_SUM, LENGTH, PAIRS, c, factor, psi
from modgap.theory.infonce.trace import FORM, MGF, OTHER, beta, h, known_of, of_other, with_pair
from modgap.theory.kernel.compose import rewrite
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language.couplings import Y1, X, Y
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import Dot, SphereMGF
from modgap.theory.sphere.vmf import z
from modgap.theory.trusted.analysis import at_zero_too
from modgap.theory.trusted.calculus import decreases
from tests.theory.assumptions import cite
from tests.theory.variants_infonce import Variant, _inequality, of_claim

SMALL = Rational(1, 1000)
LEFT, RIGHT = chapter.over_square.statement.args
ONE = sp.S.One


def _ge(a, b):
    return Ge(a, b, evaluate=False)


CLAIMS = [
    *of_claim(
        chapter.over_square,
        a_little_sharper=_ge(LEFT, RIGHT + SMALL),
        turned_around=Le(LEFT, RIGHT, evaluate=False),
        strict=Gt(LEFT, RIGHT, evaluate=False),
        first_power=_ge(LEFT, factor * log(SphereMGF(h, z))),
        dimension_below=_ge(LEFT, factor**2 * log(SphereMGF(h - 1, z))),
    ),
    *of_claim(
        chapter.exponent,
        a_little_sharper=_ge(psi(c), c**2 * psi(ONE) + SMALL),
        turned_around=Le(psi(c), c**2 * psi(ONE), evaluate=False),
        strict=Gt(psi(c), c**2 * psi(ONE), evaluate=False),
        no_square=_ge(psi(c), psi(ONE)),
        first_power=_ge(psi(c), c * psi(ONE)),
    ),
    *of_claim(
        chapter.condition,
        a_little_sharper=_ge(psi(c), psi(ONE) + SMALL),
        turned_around=Le(psi(c), psi(ONE), evaluate=False),
        strict=Gt(psi(c), psi(ONE), evaluate=False),
        at_least_zero=_ge(psi(c), 0),
    ),
    *of_claim(
        chapter.warm,
        a_little_sharper=Le(2 * log(MGF), beta - SMALL, evaluate=False),
        turned_around=_ge(2 * log(MGF), beta),
        four_times=Le(8 * log(MGF), beta, evaluate=False),
        half_the_bound=Le(2 * log(MGF), beta / 2, evaluate=False),
    ),
    *_inequality(chapter.trace_by_overlap, SMALL),
]

FALLING = Domain(z)
a, b = Symbol("a", positive=True), Symbol("b", positive=True)
ORDERED = Domain(a, b, a <= b)


def _falls(expr, domain=FALLING):
    return sign(Lt(expr, 0, evaluate=False), domain)


def _decreases(falling, left=a, right=b, domain=ORDERED):
    order = sign(Le(left, right, evaluate=False), domain)
    return decreases(falling, left, right, [order, sign(Gt(left, 0, evaluate=False), domain)], domain, [])


def _derivative(expr, domain=FALLING):
    """A fact d/dz expr < 0, from nothing but the shape: what the theorem must look at is not its truth."""
    return cite("planted", Lt(Derivative(expr, z), 0, evaluate=False), domain)


def _closed(inequality, variable=a, closed=c):
    return at_zero_too(inequality, variable, closed)


def _share(power, of_scores=2):
    """What is compared, as e^{-power} M(β|v|)^2 times the probability."""
    found = rewrite(AGAINST_UNIFORM.share, chapter._sphere_exponential(), domain=PAIRS, given=known_of(AGAINST_UNIFORM))
    wanted = exp(-power) * SphereMGF(h, beta * LENGTH) ** of_scores * exp(beta * Dot(X, Y)) / AGAINST_UNIFORM.partition
    given = [*known_of(AGAINST_UNIFORM), chapter._mgf_positive()]
    return identity(Eq(found.statement.rhs, wanted, evaluate=False), PAIRS, FORM, given)


def _pairwise(left=1, away=1):
    """Two pairs against each other: `away` is the sign of the keys' distance in the exponent."""
    both = with_pair(PAIRS, OTHER)
    query, other = (2 * v - k for v, k in ((HALF_SUM, Y), (of_other(HALF_SUM), Y1)))
    lengths = Dot(HALF_SUM, HALF_SUM) + Dot(of_other(HALF_SUM), of_other(HALF_SUM)) - Dot(query, Y) - Dot(other, Y1)
    scores = Dot(query, Y1) + Dot(other, Y)
    apart = Y - Y1 - HALF_SUM + of_other(HALF_SUM)
    square = sign(Ge(Dot(apart, apart), 0, evaluate=False), both)
    wanted = Le(left * Dot(HALF_SUM, of_other(HALF_SUM)), (lengths + away * scores) / 2, evaluate=False)
    return combination(wanted, both, [(Rational(1, 2), square)], [], FORM)


SQUARE = Dot(HALF_SUM, HALF_SUM)
STEPS = [
    Variant("decreases", "value, not a derivative", lambda: _decreases(_falls(-z))),
    Variant("decreases", "on a part of the axis", lambda: _decreases(_derivative(-z, Domain(z, z <= 1)))),
    Variant("decreases", "second derivative", lambda: _decreases(_derivative(-Derivative(z**2, z)), b, a)),
    Variant("decreases", "wrong order", lambda: _decreases(_derivative(-z), b, a)),
    Variant("closed end", "variable not declared", lambda: _closed(sign(_ge(a, a), Domain(a)), b)),
    Variant("closed end", "reciprocal", lambda: _closed(sign(_ge(1 / a, 0), Domain(a)))),
    Variant("closed end", "strict", lambda: _closed(sign(Gt(a, 0, evaluate=False), Domain(a)))),
    Variant("closed end", "lower bound", lambda: _closed(sign(_ge(a, 1), Domain(a, a >= 1)))),
    Variant("closed end", "name taken", lambda: _closed(sign(_ge(a, 0), Domain(a, c)))),
    Variant("overlap", "no factor", lambda: _share(sp.S.Zero)),
    Variant("overlap", "half the factor", lambda: _share(beta * SQUARE / 2)),
    Variant("overlap", "sign of the factor", lambda: _share(-beta * SQUARE)),
    Variant("overlap", "scores not squared", lambda: _share(beta * SQUARE, 1)),
    Variant("pair by pair", "twice the energy", lambda: _pairwise(left=2)),
    Variant("pair by pair", "no energy", lambda: _pairwise(left=0)),
    Variant("pair by pair", "keys away", lambda: _pairwise(away=-1)),
    Variant("pair by pair", "keys left out", lambda: _pairwise(away=0)),
]

VARIANTS = [*CLAIMS, *STEPS]
