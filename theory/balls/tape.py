"""Expressions laid out for quadrature: each part is evaluated once a call, and what is constant once for all.

A quadrature evaluates its integrand some thousand times, for which a walk over the tree is too slow.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import flint
import sympy as sp
from flint import acb, arb
from sympy import Basic, Expr, Symbol

from modgap.theory.outcome import Undecided

_STEPS: dict[type, Callable[..., Any]] = {
    sp.Add: lambda *parts: sum(parts[1:], parts[0]),
    sp.Mul: lambda *parts: math.prod(parts[1:], start=parts[0]),
    sp.exp: lambda v: v.exp(),
    sp.cos: lambda v: v.cos(),
    sp.sin: lambda v: v.sin(),
}


def limit_function(below: Any, w: Any) -> Any:
    """₀F₁(; b; w) with b more bits than asked for: for large b as many are lost on the way."""
    before = flint.ctx.prec
    size = below.real if isinstance(below, acb) else below
    extra = math.ceil(float(size.mid())) if size > 16 and size < 10_000 else 0
    try:
        flint.ctx.prec = before + extra
        return w.hypgeom_0f1(below)
    finally:
        flint.ctx.prec = before


def off_the_cut(value: acb) -> bool:
    """Tell whether a ball certainly does not meet the closed negative axis."""
    return bool(value.real > 0 or value.imag > 0 or value.imag < 0)


def real_root(value: Any) -> Any:
    """Return sqrt of a ball, and nothing finite for a negative number, where the real function is undefined."""
    return _undefined_below_zero(value).sqrt()


def real_log(value: Any) -> Any:
    """Return log of a ball, and nothing finite for a negative number, where the real function is undefined."""
    return _undefined_below_zero(value).log()


def _undefined_below_zero(value: Any) -> Any:
    return acb("nan") if isinstance(value, acb) and value.imag == 0 and value.real < 0 else value


def _sharp(below: arb, w: arb) -> arb:
    """Return ₀F₁(; b; w) about a real number, with as many more bits as it takes to keep half of the caller's."""
    before, value = flint.ctx.prec, limit_function(below, w)
    try:
        while value.rel_accuracy_bits() < before // 2 and flint.ctx.prec < 8 * before:
            flint.ctx.prec *= 2
            value = limit_function(below, w)
    finally:
        flint.ctx.prec = before
    return value


def _log_about_the_axis(below: arb, w: acb) -> acb:
    """log ₀F₁(; b; w) on a wide ball with Re w ≥ 0, b ≥ ½, from its value at a real centre.

    By Hadamard's product (DLMF 10.21.15) the logarithm is holomorphic for Re w ≥ 0 and its derivative Σ 4/(j² + 4w) has
    there at most the modulus of Σ 4/(j² + 4 Re w) = 2A(z)/z, z² = 4 Re w, which decreases in Re w; and A(z)/z is at
    most 1/(b − ½ + √((b − ½)² + z²)) (Amos 1974, (9)).
    """
    low, order = arb(w.real.lower()), below - 0.5
    centre = arb(w.real.mid())
    slope = 2 / (order + (order * order + 4 * low).sqrt())
    radius = arb(0, (abs(w - centre) * slope).upper())
    return acb(_sharp(below, centre).log()) + acb(radius, radius)


#: Real balls of at least this relative radius count as ranges.
WIDE = 2.0**-20


class Tape:
    """A function of a few variables.

    The balls of values that it is called with must contain real ones: where every logarithm and root keeps off its
    cut on such a ball, the function is holomorphic there, and it is the continuation of the real one.

    Parameters
    ----------
    constant : callable
        Evaluates what does not speak of the variables.
    root : sympy.Expr
        The function.
    variables : sequence of sympy.Symbol
        Its variables.
    """

    def __init__(self, constant: Callable[[Expr], Any], root: Expr, variables: Sequence[Symbol]):
        self.constant, self.variables = constant, variables
        self.places: dict[Basic, int] = {v: n for n, v in enumerate(variables)}
        self.values: list[Any] = [None] * len(variables)
        self.steps: list[tuple[int, Callable[..., Any], tuple[int, ...]]] = []
        self.smooth = True
        self.root = self._place(root)

    def _place(self, expr: Expr) -> int:
        if expr in self.places:
            return self.places[expr]
        if not expr.has(*self.variables):
            self.values.append(self.constant(expr))
        else:
            step, parts = self._step(expr)
            places = tuple(self._place(part) for part in parts)
            self.values.append(None)
            self.steps.append((len(self.values) - 1, step, places))
        self.places[expr] = len(self.values) - 1
        return self.places[expr]

    def _step(self, expr: Expr) -> tuple[Callable[..., Any], tuple[Expr, ...]]:
        if type(expr) in _STEPS:
            return _STEPS[type(expr)], expr.args
        match expr:
            case sp.Pow() if expr.exp.is_Integer:
                power = int(expr.exp)
                # Arb's power of a ball whose midpoint is 0 is not finite.
                return (lambda v: v * v) if power == 2 else (lambda v: v**power), (expr.base,)
            case sp.Pow() if expr.exp == sp.S.Half:
                return (lambda v: real_root(self._checked(v))), (expr.base,)
            case sp.log() if _is_limit_function(expr.args[0]):
                below = self._parameter(expr.args[0])
                return (lambda w: self._log_of_series(below, w)), (expr.args[0].args[2],)
            case sp.log():
                return (lambda v: real_log(self._checked(v))), expr.args
            case sp.hyper() if _is_limit_function(expr):
                below = self._parameter(expr)
                return (lambda w: limit_function(below, w)), (expr.args[2],)
        raise Undecided(f"no quadrature on a tape of {type(expr).__name__}: {expr}")

    def _parameter(self, series: Expr) -> acb:
        """Return b of ₀F₁(; b; w), a constant."""
        (below,) = series.args[1]
        if below.has(*self.variables):
            raise Undecided(f"{series} has a parameter that is integrated over")
        return acb(self.constant(below))

    def _checked(self, value: Any) -> acb:
        self.smooth = self.smooth and off_the_cut(acb(value))
        return acb(value)

    def _log_of_series(self, below: acb, w: Any) -> acb:
        """log ₀F₁(; b; w) as s + log(e^{−s} ₀F₁), s = 2√w, as far as w and that factor keep off the cut, or directly.

        e^{−s} ₀F₁ hardly turns, where ₀F₁ itself turns around 0 as the imaginary part of s grows by 2π.
        """
        if w.imag == 0 and w.real >= 0 and w.real.rad() > WIDE * w.real and below.real > 0:
            # Over a range of real numbers, where it increases, its ends say more than a ball of complex ones.
            ends = [limit_function(below.real, arb(end)).log() for end in (w.real.lower(), w.real.upper())]
            return acb(ends[0].union(ends[1]))
        narrow = w.imag == 0 and below.imag == 0 and w.real.rel_accuracy_bits() > flint.ctx.prec // 2
        series = acb(_sharp(below.real, w.real)) if narrow else limit_function(below, acb(w))
        if series.is_finite() and off_the_cut(acb(w)):
            s = 2 * acb(w).sqrt()
            factor = series * (-s).exp()
            if off_the_cut(factor):
                return s + factor.log()
        if below.imag == 0 and below.real >= 0.5 and acb(w).real >= 0:
            return _log_about_the_axis(below.real, acb(w))
        return real_log(self._checked(series))

    def __call__(self, values: Sequence[acb], analytic: bool) -> acb:
        """Return the value, or NaN if a holomorphic function is asked for and it is not seen to be one there."""
        memory = list(self.values)
        memory[: len(values)] = values
        self.smooth = True
        for place, step, parts in self.steps:
            memory[place] = step(*(memory[part] for part in parts))
        return acb(memory[self.root]) if self.smooth or not analytic else acb("nan")


def _is_limit_function(expr: Basic) -> bool:
    """Tell whether an expression is a ₀F₁."""
    return isinstance(expr, sp.hyper) and not expr.args[0] and len(expr.args[1]) == 1
