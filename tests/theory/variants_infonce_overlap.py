"""False variants of the overlap argument: each must die."""

from __future__ import annotations

import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, Le, Lt, Rational, Symbol, exp, log

from modgap.theory.infonce import overlap as chapter
from modgap.theory.infonce.overlap import AT_G, HALF_SUM, PAIRS, c, factor, psi
from modgap.theory.infonce.trace import (
    COUPLINGS,
    FORM,
    GAUSS,
    MGF,
    F,
    R,
    W,
    beta,
    h,
    sphere_positive,
    tilt,
    tilts_positive,
    weight_finite,
)
from modgap.theory.kernel.rules import identity, sign
from modgap.theory.language.couplings import X, Y
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import Dot, SphereMGF
from modgap.theory.sphere.vmf import z
from modgap.theory.trusted import means as trusted_measure
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


def _product(overlap):
    root, domain = overlap * tilt(HALF_SUM) * R, PAIRS.further(*AT_G)
    given = [sphere_positive(), tilts_positive(COUPLINGS)]
    return identity(Eq(root**2, tilt(X) * F * W, evaluate=False), domain, FORM, given)


def _schwarz(root):
    square = Dot(HALF_SUM, HALF_SUM)
    product = _product(exp(-beta * (1 - square) / 2))
    finite = (chapter._tilt_against_keys(), weight_finite(COUPLINGS))
    return trusted_measure.cauchy_schwarz(GAUSS, root, product, finite, [sphere_positive(), tilts_positive(COUPLINGS)])


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
    Variant("overlap", "no factor", lambda: _product(sp.S.One)),
    Variant("overlap", "factor squared", lambda: _product(exp(-beta * (1 - SQUARE)))),
    Variant("overlap", "sign of the factor", lambda: _product(exp(beta * (1 - SQUARE) / 2))),
    Variant("overlap", "root of another function", lambda: _schwarz(tilt(HALF_SUM) * R)),
    Variant("overlap", "key for half-sum", lambda: _schwarz(exp(-beta * (1 - SQUARE) / 2) * tilt(Y) * R)),
]

VARIANTS = [*CLAIMS, *STEPS]
