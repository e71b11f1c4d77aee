"""SymPy expressions as Arb balls: every value comes with a rigorous bound on its error.

Arb (through python-flint) returns a ball that contains the exact value. What has no rigorous evaluation here
raises `Unsupported`, and what a ball cannot settle (the branch of a case distinction, a quadrature that does not
converge) raises `Undecided`; nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from fractions import Fraction
from itertools import chain
from typing import Any

import flint
import numpy as np
import sympy as sp
from flint import acb, arb, arb_mat, fmpq
from sympy import Basic
from sympy.core.relational import Equality, GreaterThan, LessThan, StrictGreaterThan, StrictLessThan, Unequality

from modgap.theory.balls import root_overlap
from modgap.theory.balls.holomorphy import Holomorphy
from modgap.theory.balls.quadrature import integral
from modgap.theory.balls.tape import Tape, limit_function, real_log, real_root
from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.domain import COUPLINGS, Domain, Point, Vectors
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.subspaces import AxisMean
from modgap.theory.language.symbols import (
    U1,
    Defined,
    Dot,
    sphere_mean,
    unfold,
)
from modgap.theory.outcome import Outcome, Undecided, conjunction

#: How many terms of a finite sum are added one by one, at most.
MOST_TERMS = 1_000_000

#: How often a quadrature may evaluate its integrand before it gives up.
MAX_EVALUATIONS = 4000

#: How a quadrature is done: to the working precision within that many evaluations, or to a fixed accuracy with more.
QUADRATURE: ContextVar[dict[str, Any]] = ContextVar("QUADRATURE", default={"eval_limit": MAX_EVALUATIONS})  # noqa: B039
PATIENT: dict[str, Any] = {"eval_limit": 30_000, "rel_tol": 2.0**-44}


class Unsupported(Undecided):
    """The expression has a node that has no rigorous evaluation here."""


#: Rules for further nodes, of `theory.balls.further`, by which facts are tested: no verdict rests on them.
FURTHER: dict[type, Callable[[Evaluator, Any], Any]] = {}

#: Whether what is computed is to be believed: then by the rules of this file alone.
BELIEVED: ContextVar[bool] = ContextVar("BELIEVED", default=False)


@contextmanager
def believed() -> Iterator[None]:
    """Leave out the further rules within the block."""
    token = BELIEVED.set(True)
    try:
        yield
    finally:
        BELIEVED.reset(token)


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Set Arb's working precision within the block."""
    before = flint.ctx.prec
    flint.ctx.prec = bits
    try:
        yield
    finally:
        flint.ctx.prec = before


# --- exact input -> balls ----------------------------------------------------------------------------------------


def ball(value: Any) -> arb:
    """Return the ball of one exact number: int, Fraction, float (its exact binary value), SymPy rational, arb."""
    match value:
        case arb() if value.is_finite():
            return value
        case int() | np.integer():
            return arb(int(value))
        case float() | np.floating() if math.isfinite(value):
            return arb(float(value))
        case Fraction():
            return arb(fmpq(value.numerator, value.denominator))
        case sp.Rational():
            return arb(fmpq(int(value.p), int(value.q)))
    raise Unsupported(f"no exact ball for {value!r} of type {type(value).__name__}")


def _direction(raw: Any) -> list[arb]:
    """Return raw/|raw|: the unit vector that the raw coordinates stand for, exactly normalised."""
    vector = [ball(v) for v in raw]
    norm = sum((v * v for v in vector), arb(0)).sqrt()
    if not norm > 0:
        raise Undecided("a raw vector of length zero stands for no direction")
    return [v / norm for v in vector]


def _frame(raw: np.ndarray) -> list[list[arb]]:
    """Return an orthonormal basis by Cayley's map of the skew part of `raw`, so that it is orthonormal exactly."""
    size = len(raw)
    entries = [[ball(float(v)) for v in row] for row in raw]
    skew = arb_mat(size, size, [entries[i][j] - entries[j][i] for i in range(size) for j in range(size)])
    one = arb_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])
    basis = (one + skew).solve(one - skew)
    return [[basis[i, j] for j in range(size)] for i in range(size)]


def _in_ball(raw: Any) -> list[arb]:
    """Return raw itself where it certainly lies in the unit ball, else its direction."""
    vector = [ball(v) for v in raw]
    return vector if sum((v * v for v in vector), arb(0)) <= 1 else _direction(raw)


_MAKERS: dict[str, Callable[[Any], list[arb]]] = {"unit": _direction, "ball": _in_ball}


def _pairs(raw: Any, queries: Callable[[Any], list[arb]]) -> list[tuple[arb, list[arb], list[arb]]]:
    """Return (mass, x, y) of every pair of a coupling of finitely many, the masses normalised exactly."""
    masses, dim = [ball(row[0]) for row in raw], (len(raw[0]) - 1) // 2
    total = sum(masses, arb(0))
    return [
        (mass / total, queries(row[1 : dim + 1]), _direction(row[dim + 1 :]))
        for mass, row in zip(masses, raw, strict=True)
    ]


def _across(raw: Any, normals: list[list[arb]]) -> list[arb]:
    """Return the direction of what is left of raw without its components along the normals (Gram–Schmidt)."""
    taken: list[list[arb]] = []
    for vector in [*normals, [ball(v) for v in raw]]:
        rest = vector
        for axis in taken:
            along = inner(rest, axis)
            rest = [v - along * a for v, a in zip(rest, axis, strict=True)]
        taken.append(_direction(rest))
    return taken[-1]


def _realise(item: Vectors, raw: Any, normals: list[list[arb]]) -> Any:
    if item.kind in COUPLINGS:
        return _pairs(raw, _in_ball if item.kind == "ball coupling" else _direction)
    if item.kind == "frame":
        return _frame(raw)
    if item.kind == "across":
        return _across(raw, normals) if item.count is None else [_across(row, normals) for row in raw]
    make = _MAKERS.get(item.kind, lambda row: [ball(v) for v in row])
    return make(raw) if item.count is None else [make(row) for row in raw]


class Env(dict[Basic, Any]):
    """The values of variables; to ask for another one settles nothing."""

    def __missing__(self, symbol: Basic) -> Any:
        raise Undecided(f"{symbol} has no value here")


class Evaluator:
    """Evaluates expressions at one point of a domain, at the current precision."""

    def __init__(self, point: Point, domain: Domain | None = None):
        declared = {v.symbol: v for v in domain.vectors if v.symbol in point} if domain else {}
        self._dots: dict[tuple, Any] = {}
        self.env = Env({s: _number(value) for s, value in point.items() if s not in declared})
        for symbol, item in declared.items():
            self.env[symbol] = _realise(item, point[symbol], [self.vector(normal) for normal in item.normals])

    def __call__(self, expr: Basic) -> Any:
        """Return the ball (real or complex) of a scalar expression."""
        if expr in self.env:
            return self.env[expr]
        for kind, rule in chain(_NODES.items(), () if BELIEVED.get() else FURTHER.items()):
            if isinstance(expr, kind):
                return rule(self, expr)
        if isinstance(expr, Defined):
            return self(expr.definition())
        if type(expr) in _FUNCTIONS:
            return _FUNCTIONS[type(expr)](*(self(a) for a in expr.args))
        raise Unsupported(f"no rigorous evaluation for {type(expr).__name__}: {expr}")

    def integer(self, expr: Basic) -> int:
        """Return the value of an expression that must be an exact integer."""
        value = self(expr)
        if not isinstance(value, arb) or not value.is_integer():
            raise Undecided(f"{expr} is not an exact integer here: {value}")
        return int(str(value.unique_fmpz()))

    def bound(self, symbol: Basic, value: Any) -> Evaluator:
        """Return an evaluator with one variable (an index, a variable of integration) set."""
        child = Evaluator.__new__(Evaluator)
        child.env = Env({**self.env, symbol: value})
        # Products of members of families are kept, but not where a family bears another value.
        child._dots = {} if isinstance(symbol, sp.IndexedBase) else self._dots
        return child

    def without(self, symbol: Basic) -> Evaluator:
        """Return an evaluator that knows no value of one variable, as it is bound in what is evaluated."""
        child = Evaluator.__new__(Evaluator)
        child.env = Env({s: value for s, value in self.env.items() if s != symbol})
        child._dots = {}
        return child

    def vector(self, expr: Basic) -> list[Any]:
        """Return the coordinates of a vector expression."""
        if isinstance(expr, sp.Indexed):
            return self.member(expr.base, self.integer(expr.indices[0]))
        if isinstance(expr, sp.Add):
            return [sum(parts, arb(0)) for parts in zip(*(self.vector(a) for a in expr.args), strict=True)]
        if isinstance(expr, sp.Mul):
            scalars, (head,) = [], [a for a in expr.args if self.is_vector(a)]
            scalars = [self(a) for a in expr.args if a is not head]
            factor = math.prod(scalars, start=arb(1))
            return [factor * v for v in self.vector(head)]
        if isinstance(expr, sp.Piecewise):
            return self.vector(self.branch(expr))
        if isinstance(expr, Defined):
            return self.vector(expr.definition())
        return self.env[expr]

    def member(self, family: Basic, index: int) -> list[Any]:
        """Return a member of a family, counted from 1."""
        if not 1 <= index <= len(self.env[family]):
            raise Undecided(f"{family} has no member {index} here")
        return self.env[family][index - 1]

    def is_vector(self, expr: Basic) -> bool:
        """Tell whether an expression is vector-valued here."""
        if isinstance(expr, sp.Indexed):
            return expr.base in self.env
        if isinstance(expr, sp.Symbol):
            return isinstance(self.env[expr], list)
        if isinstance(expr, Defined):
            return self.is_vector(expr.definition())
        return isinstance(expr, sp.Add | sp.Mul | sp.Piecewise) and any(self.is_vector(a) for a in expr.args)

    def is_complex(self) -> bool:
        """Tell whether a variable is complex here, as within a quadrature."""
        return any(isinstance(part, acb) for v in self.env.values() for part in (v if isinstance(v, list) else [v]))

    def branch(self, expr: sp.Piecewise) -> Basic:
        """Return the branch of a Piecewise that holds here."""
        for value, condition in expr.args:
            outcome = Outcome.SHOWN if condition == sp.true else self.compare(condition)
            if outcome is Outcome.SHOWN:
                return value
            if outcome is Outcome.UNDECIDED:
                break
        raise Undecided(f"the branch of {expr} is undecided here")

    def compare(self, statement: Basic) -> Outcome:
        """Return whether a relation, or a conjunction of them, holds here.

        ``a < b`` on balls is True only when it is certain, and False both when it is certainly not so and when
        the balls overlap; so each question is asked in both directions, and what neither answers is undecided.
        """
        if isinstance(statement, sp.And):
            return conjunction(self.compare(part) for part in statement.args)
        left, right = self(statement.args[0]), self(statement.args[1])
        yes, no = _ASKED[type(statement)](left, right)
        return Outcome.SHOWN if yes else Outcome.REFUTED if no else Outcome.UNDECIDED

    def dot(self, expr: Dot) -> Any:
        """Return an inner product; those between members of families are kept."""
        a, b = expr.args
        if not (isinstance(a, sp.Indexed) and isinstance(b, sp.Indexed)):
            return inner(self.vector(a), self.vector(b))
        key = (a.base, self.integer(a.indices[0]), b.base, self.integer(b.indices[0]))
        if key not in self._dots:
            self._dots[key] = inner(self.member(key[0], key[1]), self.member(key[2], key[3]))
        return self._dots[key]


def _number(value: Any) -> Any:
    return value if isinstance(value, arb | acb | list) else ball(value)


def inner(a: list, b: list) -> Any:
    """Return the inner product of two vectors."""
    return sum((s * t for s, t in zip(a, b, strict=True)), arb(0))


# --- one rule per kind of node -------------------------------------------------------------------------------------


def _power(ev: Evaluator, expr: sp.Pow) -> Any:
    base, exponent = ev(expr.base), expr.exp
    if exponent == sp.Rational(1, 2):
        return real_root(base)
    if exponent == 2:
        # Arb's power of a ball whose midpoint is 0 is not finite.
        return base * base
    if exponent.is_Integer:
        return base ** int(exponent)
    power = ev(exponent)
    if (
        isinstance(base, acb)
        and base.imag == 0
        and base.real < 0
        and not (isinstance(power, arb) and power.is_integer())
    ):
        # The real function is not defined there.
        return acb("nan")
    return base**power


def bessel_i(order: Any, z: Any) -> Any:
    """I_ν(z) = (z/2)^ν ₀F₁(; ν+1; z²/4)/Γ(ν+1): well conditioned at large order, where the plain one is not."""
    if isinstance(order, arb) and order.is_integer() and order < 0:
        order = -order
    return (z / 2) ** order * _regularised(order + 1, z * z / 4)


#: As near to a pole of ₀F₁(; b; w), and for b above so much, 1/Γ(b) and it are not multiplied.
NEAR_POLE, LOWEST = 2.0**-8, -64


def _regularised(below: Any, w: Any) -> Any:
    """₀F₁(; b; w)/Γ(b), entire in b; F(b) = bF(b+1) + wF(b+2), termwise, keeps the digits of b + n near b = −n."""
    middle = float(below.mid()) if isinstance(below, arb) and LOWEST < below < 0.5 else 1.0
    if abs(middle - round(middle)) > NEAR_POLE or middle > 0.5:
        return limit_function(below, w) * below.rgamma()
    steps = 1 - round(middle)
    here, above = (limit_function(below + k, w) * (below + k).rgamma() for k in (steps, steps + 1))
    for k in reversed(range(steps)):
        here, above = (below + k) * here + w * above, here
    return here


def _hyper(ev: Evaluator, expr: Basic) -> Any:
    numerator, denominator, argument = expr.args
    if len(numerator) or len(denominator) != 1:
        raise Unsupported(f"only ₀F₁ is evaluated, not {expr}")
    return limit_function(ev(denominator[0]), ev(argument))


def only_range(expr: sp.Sum | sp.Integral) -> sp.Tuple:
    """Return the variable of a sum or an integral, and its ends."""
    if len(expr.limits) != 1 or len(expr.limits[0]) != 3:
        raise Unsupported(f"multiple limits in {expr}, or none: nest sums and integrals")
    return expr.limits[0]


def _sum(ev: Evaluator, expr: sp.Sum) -> Any:
    index, low, high = only_range(expr)
    first = ev.integer(low)
    if high is sp.oo:
        if BELIEVED.get() or sp.Sum not in FURTHER:
            raise Unsupported(f"no rigorous evaluation of the infinite sum {expr}")
        return FURTHER[sp.Sum](ev, expr)
    last = ev.integer(high)
    if last < first - 1:
        # What shows it to be defined refuses it, and SymPy would count the terms in between with the other sign.
        raise Undecided(f"{expr} runs from {first} down to {last} at this point")
    if last - first >= MOST_TERMS:
        raise Undecided(f"{expr} has more than {MOST_TERMS:,} terms at this point, more than are added one by one")
    return sum((ev.bound(index, arb(k))(expr.function) for k in range(first, last + 1)), arb(0))


def within(radius: arb, is_complex: bool) -> Any:
    """Return the ball about 0 that holds every number of at most this modulus."""
    real = arb(0, radius)
    return acb(real, real) if is_complex else real


def _integrand(ev: Evaluator, function: Basic, variable: sp.Symbol) -> Callable[[acb, bool], acb]:
    """Return an integrand for Arb: on a tape where that serves, by a walk over the tree where it does not."""
    try:
        if not ev.is_complex():
            tape = Tape(ev, unfold(function), (variable,))
            return lambda t, analytic: tape((t,), analytic)
    except (Undecided, KeyError):
        pass
    inside = Holomorphy.of(function, variable)

    def walk(t: acb, analytic: bool) -> acb:
        here = ev.bound(variable, t)
        return acb("nan") if analytic and not inside.holds(here) else acb(here(inside.expr))

    return walk


def _integral(ev: Evaluator, expr: sp.Integral) -> Any:
    variable, low, high = only_range(expr)
    value = integral(_integrand(ev, expr.function, variable), acb(ev(low)), acb(ev(high)), **QUADRATURE.get())
    if not value.is_finite():
        raise Undecided(f"quadrature of {expr} does not converge at this precision")
    return value.real


def axis_mean(ev: Evaluator, expr: Defined) -> Any:
    """Evaluate by the definition, to a fixed relative accuracy: the logarithm of M_d makes the quadrature long.

    At low precision, or over a box of parameters, more accuracy would be wasted.
    """
    token = QUADRATURE.set({**PATIENT, "rel_tol": accuracy(ev)})
    try:
        return ev(expr.definition())
    finally:
        QUADRATURE.reset(token)


def accuracy(ev: Evaluator) -> float:
    """Return the relative accuracy that a quadrature is worth here."""
    numbers = [v for v in ev.env.values() if isinstance(v, arb) and abs(v) > 0]
    width = max((float((v.rad() / abs(v)).upper()) for v in numbers), default=0.0)
    return max(PATIENT["rel_tol"], 2.0 ** -(flint.ctx.prec // 3), width)


def _hyperplane_integral(ev: Evaluator, expr: HyperplaneIntegral) -> arb:
    """∫ e^{v·x} dx over S^{h−1} ∩ n^⊥, a sphere of one dimension less, on which v acts by its component in n^⊥."""
    dim, vector, normal = expr.args
    v, n = ev.vector(vector), ev.vector(normal)
    along = inner(v, n)
    across = [a - along * b for a, b in zip(v, n, strict=True)]
    radius = sp.Dummy("r", nonnegative=True)
    area = 2 * sp.pi ** ((dim - 1) / 2) / sp.gamma((dim - 1) / 2)
    length = inner(across, across).nonnegative_part().sqrt()
    return ev.bound(radius, length)(area * sphere_mean(dim - 1, sp.exp(radius * U1)))


def _coupling_mean(ev: Evaluator, expr: CouplingMean) -> Any:
    """Sum over the pairs of a coupling of finitely many."""
    x, y = expr.variables
    pairs = ev.env[expr.args[0]]
    return sum((mass * ev.bound(x, query).bound(y, key)(expr.integrand) for mass, query, key in pairs), arb(0))


def _kronecker(i: Any, j: Any) -> arb:
    if i == j:
        return arb(1)
    if i != j:
        return arb(0)
    raise Undecided(f"whether {i} and {j} are equal is not settled")


_NODES: dict[type, Callable[[Evaluator, Any], Any]] = {
    **root_overlap.nodes(),
    sp.Rational: lambda ev, e: ball(e),
    sp.Add: lambda ev, e: sum((ev(a) for a in e.args), arb(0)),
    sp.Mul: lambda ev, e: math.prod((ev(a) for a in e.args), start=arb(1)),
    sp.Pow: _power,
    sp.hyper: _hyper,
    sp.Sum: _sum,
    sp.Integral: _integral,
    sp.Piecewise: lambda ev, e: ev(ev.branch(e)),
    Dot: lambda ev, e: ev.dot(e),
    HyperplaneIntegral: _hyperplane_integral,
    CouplingMean: _coupling_mean,
    AxisMean: axis_mean,
    type(sp.pi): lambda ev, e: arb.pi(),
    type(sp.E): lambda ev, e: arb.const_e(),
}

_FUNCTIONS: dict[type, Callable[..., Any]] = {
    sp.exp: lambda v: v.exp(),
    sp.log: real_log,
    sp.cos: lambda v: v.cos(),
    sp.sin: lambda v: v.sin(),
    sp.gamma: lambda v: v.gamma(),
    sp.factorial: lambda v: (v + 1).gamma(),
    sp.RisingFactorial: lambda a, k: (a + k).gamma() / a.gamma(),
    sp.KroneckerDelta: _kronecker,
    sp.besseli: bessel_i,
    sp.Abs: abs,
}

#: Relation -> (certainly so, certainly not so). Equality is shown only for exact balls.
_ASKED: dict[type, Callable[[arb, arb], tuple[bool, bool]]] = {
    GreaterThan: lambda a, b: (a >= b, a < b),
    LessThan: lambda a, b: (a <= b, a > b),
    StrictGreaterThan: lambda a, b: (a > b, a <= b),
    StrictLessThan: lambda a, b: (a < b, a >= b),
    Equality: lambda a, b: (a == b, a != b),
    Unequality: lambda a, b: (a != b, a == b),
}
