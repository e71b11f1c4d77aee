"""Balls for means over a von Mises–Fisher law of a function of two coordinates, by nested quadrature in two angles."""

from __future__ import annotations

from collections.abc import Callable

import flint
import sympy as sp
from flint import acb, arb
from sympy import Expr, Symbol

from modgap.theory.balls.quadrature import integral
from modgap.theory.language.subspaces import PlaneMean
from modgap.theory.language.symbols import SphereMGF
from modgap.theory.outcome import Undecided

#: The function of one or two angles that is averaged; the flag asks for NaN where it is not holomorphic.
Integrand = Callable[[tuple[acb, ...], bool], acb]

#: How often one quadrature may evaluate its integrand, and into how many pieces an inner range is cut for a bound.
EVALUATIONS, PIECES = 1500, 12
#: The accuracy follows the precision that is asked for, 2^(−bits/6), up to that of the most bits; the quadrature itself
#: needs no more than so many.
MOST_BITS, WORKING_BITS = 256, 128
#: A ball of angles wider than this is no point of a quadrature rule, but a range over which a bound is asked for.
POINT = 2.0**-20


def integrand(dim: int, expr: PlaneMean) -> tuple[Expr, tuple[Symbol, ...]]:
    """Return what is to be integrated over angles in [0, π], and these angles.

    x·p = cos t and x·e = sin t cos s, with densities proportional to sin^{d−2} t and sin^{d−3} s; on the circle
    x·e = ± sin t, each with probability one half.
    """
    if dim < 2:
        raise Undecided(f"{expr} is no mean over a sphere of dimension at least 1")
    _, kappa, function = expr.args
    t, s = sp.Dummy("t", real=True), sp.Dummy("s", real=True)
    law = sp.exp(kappa * sp.cos(t)) / SphereMGF(sp.Integer(dim), kappa)
    if dim == 2:
        return law * sum(function(sp.cos(t), sign * sp.sin(t)) for sign in (1, -1)) / (2 * sp.pi), (t,)
    weights = [_density(d, angle) for d, angle in ((dim, t), (dim - 1, s))]
    return law * weights[0] * weights[1] * function(sp.cos(t), sp.sin(t) * sp.cos(s)), (t, s)


def _density(dim: int, angle: Symbol) -> Expr:
    """Return the density of the angle between a uniform point of S^{dim−1} and an axis."""
    half = sp.Rational(dim, 2)
    return sp.gamma(half) / (sp.sqrt(sp.pi) * sp.gamma(half - sp.S.Half)) * sp.sin(angle) ** (dim - 2)


def mean(dim: int, function: Integrand) -> arb:
    """Integrate over the angles, to an accuracy that follows the working precision from far."""
    asked = flint.ctx.prec
    if asked > MOST_BITS:
        raise Undecided("a quadrature over two angles is not made more accurate than that")
    accuracy = 2.0 ** -max(12, asked // 6)
    flint.ctx.prec = min(asked, WORKING_BITS)
    try:
        if dim == 2:
            value = _integrate(lambda t, analytic: function((t,), analytic), accuracy)
        else:
            value = _integrate(lambda t, analytic: _inner(t, analytic, function, accuracy), accuracy)
    finally:
        flint.ctx.prec = asked
    if not value.is_finite():
        raise Undecided("a quadrature over angles does not converge at this precision")
    return value.real


def _inner(t: acb, analytic: bool, function: Integrand, accuracy: float) -> acb:
    """Integrate over the inner angle at a point t, or bound that integral over a range of t.

    Where the integrand is holomorphic in both angles at once on every piece, the inner integral is holomorphic in t.
    """
    if not analytic and max(t.real.rad(), t.imag.rad()) <= POINT:
        return _integrate(lambda s, asked: function((t, s), asked), accuracy)
    width = arb.pi() / PIECES
    pieces = (acb((k * width).union((k + 1) * width)) for k in range(PIECES))
    return sum((function((t, s), analytic) for s in pieces), acb(0)) * width


def _integrate(function: Callable[[acb, bool], acb], accuracy: float) -> acb:
    return integral(function, acb(0), acb(arb.pi()), rel_tol=accuracy, abs_tol=accuracy, eval_limit=EVALUATIONS)
