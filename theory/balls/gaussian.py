"""Balls for means over the sphere and over Gaussian vectors.

A function of g that is averaged is read as Σ c_k e^{w_k·g} · R(g)^p / Π D_l(g): exponentials, powers of the spherical
mean R(g) = E_{u∼σ} e^{β u·g − β/2} = e^{−β/2} M_h(β|g|), and denominators that are again sums of exponentials. In one
and two dimensions its mean is found by quadrature with a bound on what is cut off, independently of the closed forms
that derivations use; in higher ones only by the closed forms of E e^{w·g}, E e^{w·g} R and E R².
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import product
from typing import Any

import sympy as sp
from flint import acb, arb
from sympy import Basic, Expr, Symbol

from modgap.theory.balls import holomorphy
from modgap.theory.balls.quadrature import integral
from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.domain import free_variables
from modgap.theory.language.means import GaussianMean, SphereAverage, Tilt
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Undecided

Vector = list[Any]
#: Quadratures stop at this relative accuracy, and give up after so many evaluations (each may be a quadrature itself).
QUADRATURE_ENDS: dict[str, Any] = {"rel_tol": 2.0**-13, "abs_tol": 2.0**-60, "eval_limit": 600}
#: Whether means without a closed form are found by quadrature, which takes about a second each.
QUADRATURE: ContextVar[bool] = ContextVar("QUADRATURE", default=False)


def _inner(a: Vector, b: Vector) -> Any:
    return sum((s * t for s, t in zip(a, b, strict=True)), arb(0))


@dataclass(frozen=True, eq=False)
class Key:
    """What a denominator is: an expression, and what the variables in it stand for; two are one only if both are."""

    expr: Expr
    values: tuple[Any, ...]

    @classmethod
    def of(cls, ev: Any, expr: Expr) -> Key:
        """Return the key of an expression as it stands here."""
        names = sorted(free_variables(expr), key=sp.default_sort_key)
        return cls(expr, tuple(ev.env.get(name) for name in names))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Key) or self.expr != other.expr:
            return False
        return all(mine is theirs for mine, theirs in zip(self.values, other.values, strict=True))

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Exponentials:
    """Σ c_k e^{w_k·v} · R(v)^power / Π denominators, as a function of a vector v."""

    terms: tuple[tuple[Any, tuple[Any, ...]], ...]
    power: int = 0
    denominators: tuple[tuple[Key, Exponentials], ...] = ()

    def __mul__(self, other: Exponentials) -> Exponentials:
        terms = tuple(
            (c * d, tuple(s + t for s, t in zip(w, z, strict=True)))
            for (c, w), (d, z) in product(self.terms, other.terms)
        )
        return Exponentials(terms, self.power + other.power, self.denominators + other.denominators)

    def __add__(self, other: Exponentials) -> Exponentials:
        keys = [key for key, _ in self.denominators], [key for key, _ in other.denominators]
        if self.power != other.power or keys[0] != keys[1]:
            raise Undecided("a sum of unlike functions of a vector is not averaged here")
        return Exponentials(self.terms + other.terms, self.power, self.denominators)

    def at(self, v: Vector, radial: Callable[[Vector], Any]) -> Any:
        """Return the value at a vector."""
        value = sum((c * _inner(list(w), v).exp() for c, w in self.terms), arb(0)) * radial(v) ** self.power
        for _, denominator in self.denominators:
            value = value / denominator.at(v, radial)
        return value

    def growth(self, slope_of_radial: arb) -> tuple[arb, arb]:
        """Return C, K with |value at v| ≤ C e^{K|v|}; R(v) = e^{−slope/2} M_h(slope·|v|) is at most e^{slope·|v|}."""
        constant = sum((abs(c) for c, _ in self.terms), arb(0))
        slope = _largest([_length(w) for _, w in self.terms])
        if self.power > 0:
            slope = slope + self.power * slope_of_radial
        else:
            # As M_h is at least 1, R is at least e^{−β/2}: one over it does not fall as R grows.
            constant = constant * (-self.power * slope_of_radial / 2).exp()
        for _, below in self.denominators:
            if not all(c > 0 for c, _ in below.terms):
                raise Undecided("a denominator is not a sum of positive terms")
            c, w = below.terms[0]
            constant, slope = constant / c, slope + _length(w)
        return constant, slope


def _length(w: tuple[Any, ...]) -> arb:
    return _inner(list(w), list(w)).sqrt()


def _largest(values: list[arb]) -> arb:
    return arb(max(v.upper() for v in values))


# --- reading a function of a vector ----------------------------------------------------------------------------------


def read(ev: Any, expr: Expr, v: Symbol, dim: int, unit: bool) -> Exponentials:
    """Read an expression as a function of the vector v, which has length one if `unit`.

    The evaluator knows no value of v, whatever else bears its name: what is not read as such a function is refused.
    """
    if v in ev.env:
        ev = ev.without(v)
    if v not in free_variables(expr):
        return Exponentials(((ev(expr), (arb(0),) * dim),))
    match expr:
        case Tilt():
            return read(ev, expr.definition(), v, dim, unit)
        case sp.exp():
            return _exponential(ev, expr.args[0], v, dim, unit)
        case sp.Mul():
            parts = [read(ev, a, v, dim, unit) for a in expr.args]
            return _product(parts)
        case sp.Add():
            return _total([read(ev, a, v, dim, unit) for a in expr.args])
        case sp.Sum():
            ((index, low, high),) = expr.limits
            indices = range(ev.integer(low), ev.integer(high) + 1)
            return _total([read(ev.bound(index, arb(k)), expr.function, v, dim, unit) for k in indices])
        case CouplingMean():
            first, second = expr.variables
            pairs = ev.env[expr.args[0]]
            return _total(
                [
                    _scaled(mass, read(ev.bound(first, query).bound(second, key), expr.integrand, v, dim, unit))
                    for mass, query, key in pairs
                ]
            )
        case sp.Pow() if expr.exp.is_Integer:
            base = read(ev, expr.base, v, dim, unit)
            factor = base if expr.exp > 0 else _inverse(Key.of(ev, expr.base), base)
            return _product([factor] * abs(int(expr.exp)))
        case SphereAverage():
            return _spherical(ev, expr, v, dim, unit)
    raise Undecided(f"{expr} is not read as a function of {v}")


def _product(parts: list[Exponentials]) -> Exponentials:
    result = parts[0]
    for part in parts[1:]:
        result = result * part
    return result


def _scaled(factor: Any, of: Exponentials) -> Exponentials:
    return Exponentials(tuple((factor * c, w) for c, w in of.terms), of.power, of.denominators)


def _total(parts: list[Exponentials]) -> Exponentials:
    result = parts[0]
    for part in parts[1:]:
        result = result + part
    return result


def _inverse(key: Key, of: Exponentials) -> Exponentials:
    if len(of.terms) == 1 and not of.denominators:
        ((c, w),) = of.terms
        return Exponentials(((1 / c, tuple(-s for s in w)),), -of.power)
    if of.power or of.denominators:
        raise Undecided(f"1/({key}) is not read as a function of a vector")
    return Exponentials(((arb(1), (arb(0),) * len(of.terms[0][1])),), 0, ((key, of),))


def _exponential(ev: Any, exponent: Expr, v: Symbol, dim: int, unit: bool) -> Exponentials:
    constant, vector = arb(0), [arb(0)] * dim
    for addend in sp.Add.make_args(sp.expand(exponent)):
        dots = [f for f in sp.Mul.make_args(addend) if isinstance(f, Dot) and f.has(v)]
        if any(v in free_variables(f) for f in sp.Mul.make_args(addend) if f not in dots):
            raise Undecided(f"{addend} is not linear in {v}")
        if not dots:
            constant = constant + ev(addend)
            continue
        factor = ev(addend / dots[0])
        sides = [side for side in dots[0].args if side != v]
        if len(dots) > 1 or any(side.has(v) for side in sides) or (not sides and not unit):
            raise Undecided(f"{addend} is not linear in {v}")
        if sides:
            vector = [s + factor * t for s, t in zip(vector, ev.vector(sides[0]), strict=True)]
        else:
            constant = constant + factor
    return Exponentials(((constant.exp(), tuple(vector)),))


def _spherical(ev: Any, expr: SphereAverage, v: Symbol, dim: int, unit: bool) -> Exponentials:
    """E_u[T_u(v) · rest] = R(v) · rest for a rest that does not speak of u; E_u e^{b u·v} = M_h(b) where |v| = 1."""
    u = expr.variable
    if unit and isinstance(expr.integrand, sp.exp):
        scale = sp.cancel(expr.integrand.args[0] / Dot(u, v))
        if not {u, v} & free_variables(scale):
            return Exponentials(((mgf(dim, ev(scale) ** 2), (arb(0),) * dim),))
    speaking = [f for f in sp.Mul.make_args(expr.integrand) if u in f.free_symbols]
    if unit or len(speaking) != 1 or not isinstance(speaking[0], Tilt) or speaking[0].args[1:] != (u, v):
        raise Undecided(f"{expr} is not read as a function of {v}")
    rest = read(ev, expr.integrand / speaking[0], v, dim, unit)
    return rest * Exponentials(((arb(1), (arb(0),) * dim),), 1)


# --- means over the sphere -------------------------------------------------------------------------------------------


def mgf(dim: Any, square: Any) -> Any:
    """Return M_h at the number whose square is given: the mean of e^{w·u} over the sphere, |w|² = square."""
    return (square / 4).hypgeom_0f1(arb(dim) / 2)


def sphere_average(ev: Any, expr: SphereAverage) -> Any:
    """Return the mean over the sphere: by quadrature on the circle, by the closed form of E e^{w·u} above."""
    dim, v = ev.integer(expr.args[0]), expr.variable
    if dim == 1:
        return sum((ev.bound(v, [arb(sign)])(expr.integrand) for sign in (1, -1)), arb(0)) / 2
    try:
        function = read(ev, expr.integrand, v, dim, unit=True)
        return spherical_closed_form(function, dim)
    except Undecided:
        if dim != 2:
            raise
    value = holomorphy.circle_mean(ev, expr.integrand, v, **QUADRATURE_ENDS)
    return value if ev.is_complex() else value.real


def spherical_closed_form(function: Exponentials, dim: int) -> Any:
    """Σ c M_h(|w|), the mean of Σ c e^{w·u}."""
    if function.power or function.denominators:
        raise Undecided("this mean over the sphere has no closed form here")
    return sum((c * mgf(dim, _inner(list(w), list(w))) for c, w in function.terms), arb(0))


def circle_mean(function: Callable[[acb], Any]) -> Any:
    """Return the mean over a full turn of a function that is meromorphic in the angle."""
    return _integrate(lambda turn: function(turn * 2 * acb.pi()), arb(0), arb(1))


def _integrate(function: Callable[[acb], Any], low: arb, high: arb) -> Any:
    """Integrate a function that is meromorphic: where its values are finite, it is holomorphic."""
    value = integral(lambda t, _: acb(function(t)), acb(low), acb(high), **QUADRATURE_ENDS)
    if not value.is_finite():
        raise Undecided("a quadrature does not converge at this precision")
    return value


# --- Gaussian means --------------------------------------------------------------------------------------------------


def gaussian_mean(ev: Any, expr: GaussianMean) -> Any:
    """Return E f(g), g ∼ N(0, I/β): by quadrature in dimensions 1 and 2, else by a closed form.

    A sum that is not read whole is averaged addend by addend: as each is integrable, so is their sum.
    """
    dim, beta = ev.integer(expr.args[0]), ev(expr.args[1])
    addends = sp.Add.make_args(expr.integrand)
    try:
        function, square = _read_damped(ev, expr.integrand, expr.variable, dim)
    except Undecided:
        if len(addends) == 1:
            raise
        parts = [_read_damped(ev, addend, expr.variable, dim) for addend in addends]
        return sum((_mean(ev, part, square, dim, beta) for part, square in parts), arb(0))
    return _mean(ev, function, square, dim, beta)


def _mean(ev: Any, function: Exponentials, square: Any, dim: int, beta: Any) -> Any:
    """Return E e^{c|g|²} f(g), where c is None if no square is there."""
    if square is not None:
        return damped_closed_form(function, dim, beta, square)
    try:
        return gaussian_closed_form(function, dim, beta)
    except Undecided:
        if dim > 2 or not QUADRATURE.get() or ev.is_complex():
            raise
    return gaussian_quadrature(function, dim, beta)


def _read_damped(ev: Any, of: Expr, v: Symbol, dim: int) -> tuple[Exponentials, Any]:
    """Read a function of v as e^{c|v|²} f(v); return f, and c or None where no square is there."""
    parts = [_square_apart(factor, v) for factor in sp.Mul.make_args(of)]
    square = sp.Add(*(square for square, _ in parts))
    function = _product([read(ev, rest, v, dim, unit=False) for _, rest in parts])
    return function, None if square == 0 else ev(square)


def _square_apart(of: Expr, v: Symbol) -> tuple[Expr, Expr]:
    """Return c and f with e^{exponent} = e^{c|v|²} f; c is 0 where the function is no exponential."""
    if not isinstance(of, sp.exp) or v not in free_variables(of):
        return sp.S.Zero, of
    addends = sp.Add.make_args(sp.expand(of.args[0]))
    squares = [addend for addend in addends if Dot(v, v) in sp.Mul.make_args(addend)]
    factor = sp.Add(*(addend / Dot(v, v) for addend in squares))
    if v in free_variables(factor):
        return sp.S.Zero, of
    return factor, sp.exp(sp.Add(*(addend for addend in addends if addend not in squares)))


def damped_closed_form(function: Exponentials, dim: int, beta: Any, square: Any) -> Any:
    """Return E e^{c|g|² + w·g} = (1 − 2c/β)^{−h/2} e^{|w|²/(2(β − 2c))} for g ∼ N(0, I/β) and c < β/2."""
    width = beta - 2 * square
    if function.denominators or function.power or not (isinstance(width, arb) and width > 0):
        raise Undecided("this Gaussian mean has no closed form here")
    return gaussian_closed_form(function, dim, width) * (beta / width) ** (arb(dim) / 2)


def gaussian_closed_form(function: Exponentials, dim: int, beta: Any) -> Any:
    """Return E e^{w·g} = e^{|w|²/2β}, E e^{w·g} R = e^{|w|²/2β} M_h(|w|), or an enclosure of E e^{w·g} R².

    The last one is e^{|w|²/2β} E e^{w·(u+v) + β u·v} over independent points u, v of the sphere; it is at least its
    value M_h(β) at w = 0, being E cosh(w·g) R², and at most e^{|w|²/2β + 2|w|} M_h(β).
    """
    if function.denominators or function.power not in (0, 1, 2):
        raise Undecided("this Gaussian mean has no closed form here")
    total = arb(0)
    for c, w in function.terms:
        square = _inner(list(w), list(w))
        if function.power < 2:
            factor = (square / (2 * beta)).exp() * (mgf(dim, square) if function.power else arb(1))
        elif isinstance(square, arb):
            largest = (square.upper() / (2 * beta) + 2 * _largest([square]).sqrt()).exp()
            factor = mgf(dim, beta * beta) * arb(1).union(largest)
        else:
            raise Undecided("this Gaussian mean has no closed form here")
        total = total + c * factor
    return total


def gaussian_quadrature(function: Exponentials, dim: int, beta: arb) -> arb:
    """Integrate over a ball of radius r and bound what lies outside.

    With |f(g)| ≤ C e^{K|g|} and r ≥ 4K/β, the rest is at most C times the mean of e^{β|g|²/4} over |g| > r with respect
    to N(0, I/β): C·2e^{−βr²/4} in the plane, and no more on the line.
    """

    def radial(v: Vector) -> Any:
        return (-beta / 2).exp() * mgf(dim, beta * beta * _inner(v, v))

    constant, slope = function.growth(beta)
    wanted = _largest([constant.log() + 20, arb(1)])
    radius = _largest([4 * slope / beta, (4 * wanted / beta).sqrt()])
    outside = arb(0, (2 * constant * (-beta * radius * radius / 4).exp()).upper())
    density = beta / (2 * arb.pi())
    if dim == 1:
        line = _integrate(
            lambda t: function.at([t], radial) * (-beta * t * t / 2).exp() * density.sqrt(), -radius, radius
        )
        return line.real + outside

    def ring(r: acb) -> Any:
        try:
            around = circle_mean(lambda turn: function.at([r * turn.cos(), r * turn.sin()], radial))
        except Undecided:
            # To the outer quadrature this means: no analytic function here, cut the piece in two.
            return acb("nan")
        return around * r * (-beta * r * r / 2).exp() * beta

    return _integrate(ring, arb(0), radius).real + outside


def nodes() -> dict[type, Callable[[Any, Basic], Any]]:
    """Return the rules that evaluate the means."""
    return {SphereAverage: sphere_average, GaussianMean: gaussian_mean}
