"""Hypotheses as data: what a claim is about, checked, printed and drawn from one object.

A `Domain` holds the variables of a statement (scalars, vectors, families of vectors) and the conditions
on them. The assumptions that SymPy uses on a symbol (positive, integer) are printed as hypotheses too, so
nothing that a proof uses stays unsaid.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import (
    Equality,
    GreaterThan,
    LessThan,
    Relational,
    StrictGreaterThan,
    StrictLessThan,
    Unequality,
)

#: A point of a domain: each variable with an exact value (int, Fraction, float) or raw coordinates.
Point = dict[Basic, Any]

#: The relations that a condition, or a statement, may be.
RELATIONS = (GreaterThan, LessThan, StrictGreaterThan, StrictLessThan, Equality, Unequality)

#: The kinds of declared couplings.
COUPLINGS = ("coupling", "ball coupling")

#: The kinds of declared variables that are laws, and no vectors.
LAWS = (*COUPLINGS, "pairing")

#: All kinds of declared vectors and laws.
KINDS = ("free", "unit", "ball", "frame", "across", *LAWS)


@dataclass(frozen=True)
class Vectors:
    """A declared vector (count None) or family x_1..x_count in R^dim.

    Its kind: "free", "unit", in the unit "ball", an orthonormal "frame", or unit "across" the vectors in `normals`,
    that is orthogonal to each of them. A coupling of such vectors is declared likewise: its keys are unit, its queries
    unit ("coupling") or in the unit ball ("ball coupling"). A "pairing" is a coupling of two given laws; a draw of it
    is one number, which stands for one of a family.
    """

    symbol: Basic
    dim: Expr
    count: Expr | None = None
    kind: str = "unit"
    normals: tuple[Basic, ...] = ()

    def __init_subclass__(cls) -> None:
        raise TypeError("a declaration is of one kind: Vectors has no subclasses")

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.symbol} is declared of the kind {self.kind!r}, expected one of {KINDS}")

    @property
    def plain(self) -> str:
        """The hypothesis in words."""
        if self.kind in COUPLINGS:
            queries = "vectors of length at most 1" if self.kind == "ball coupling" else "unit vectors"
            return f"{self.symbol} a probability of pairs (x, y), x {queries} and y unit vectors in R^({self.dim})"
        names = f"{self.symbol}_1, ..., {self.symbol}_{self.count}" if self.count is not None else f"{self.symbol}"
        if self.kind == "pairing":
            return f"{self.symbol} a coupling of these laws"
        kinds = {"unit": "unit vectors", "across": "unit vectors", "free": "vectors", "frame": "orthonormal"}
        what = kinds.get(self.kind, "vectors of length at most 1") + " in"
        if self.count is None:
            what = what.replace("unit vectors", "a unit vector").replace("vectors", "a vector", 1)
            what = what.replace("a unit a vector", "a unit vector")
        across = f" orthogonal to {', '.join(map(str, self.normals))}" if self.normals else ""
        return f"{names} {what} R^({self.dim}){across}"


def unit_vector(symbol: Basic, dim: Expr) -> Vectors:
    """Declare one vector on the sphere S^{dim−1}."""
    return Vectors(symbol, sp.sympify(dim))


def unit_vectors(symbol: Basic, count: Expr, dim: Expr) -> Vectors:
    """Declare a family of `count` vectors on the sphere S^{dim−1}."""
    return Vectors(symbol, sp.sympify(dim), sp.sympify(count))


def vector_across(symbol: Basic, dim: Expr, *normals: Basic) -> Vectors:
    """Declare one vector on the sphere S^{dim−1} that is orthogonal to vectors declared before it."""
    return Vectors(symbol, sp.sympify(dim), None, "across", normals)


def vectors_across(symbol: Basic, count: Expr, dim: Expr, *normals: Basic) -> Vectors:
    """Declare a family of `count` vectors on the sphere S^{dim−1} that are orthogonal to vectors declared before it."""
    return Vectors(symbol, sp.sympify(dim), sp.sympify(count), "across", normals)


def ball_vectors(symbol: Basic, count: Expr, dim: Expr) -> Vectors:
    """Declare a family of `count` vectors of length at most 1 in R^dim."""
    return Vectors(symbol, sp.sympify(dim), sp.sympify(count), "ball")


def free_vectors(symbol: Basic, count: Expr, dim: Expr) -> Vectors:
    """Declare a family of `count` vectors of R^dim."""
    return Vectors(symbol, sp.sympify(dim), sp.sympify(count), "free")


def free_vector(symbol: Basic, dim: Expr) -> Vectors:
    """Declare one vector of R^dim."""
    return Vectors(symbol, sp.sympify(dim), None, "free")


def orthonormal_frame(symbol: Basic, dim: Expr) -> Vectors:
    """Declare an orthonormal basis of R^dim."""
    return Vectors(symbol, sp.sympify(dim), sp.sympify(dim), "frame")


def coupling(symbol: Basic, dim: Expr, queries: str = "unit") -> Vectors:
    """Declare a Borel probability of pairs (x, y), y on the sphere S^{dim−1}, x there too or in the unit ball."""
    return Vectors(symbol, sp.sympify(dim), None, "coupling" if queries == "unit" else "ball coupling")


def pairing(symbol: Basic) -> Vectors:
    """Declare a coupling of two laws that the statement names: a law of pairs with these marginals."""
    return Vectors(symbol, sp.S.One, None, "pairing")


@dataclass(frozen=True, init=False, eq=False)
class Domain:
    """Variables and the conditions on them. Two are equal if they make the same hypotheses in the same order."""

    symbols: tuple[Symbol, ...]
    vectors: tuple[Vectors, ...]
    conditions: tuple[Relational, ...]
    #: How far draws go, per symbol; it limits sampling, never the statement.
    reach: Mapping[Symbol, float]

    def __init_subclass__(cls) -> None:
        """Admit one kind beside this one: that of `theory.under`, which alters nothing of what is read of a domain."""
        reading = set(vars(Domain)) - {"__init__", "further", "__module__", "__doc__", "__dict__", "__weakref__"}
        known = cls.__module__ == "modgap.theory.under" and cls.__bases__ == (Domain,)
        if not known or Domain.__subclasses__() != [cls] or reading & set(vars(cls)):
            raise TypeError("hypotheses are of one kind: Domain has no further subclasses")

    def __init__(self, *parts: Any, reach: Mapping[Symbol, float] | None = None):
        symbols = tuple(p for p in parts if isinstance(p, Symbol))
        vectors = tuple(p for p in parts if isinstance(p, Vectors))
        conditions = tuple(p for p in parts if isinstance(p, Relational))
        strays = [p for p in parts if not isinstance(p, Symbol | Vectors | Relational)]
        if strays:
            raise TypeError(f"a domain is made of symbols, vectors and relations, got {strays!r}")
        _check_declarations(symbols, vectors, conditions)
        for name, value in (("symbols", symbols), ("vectors", vectors), ("conditions", conditions)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "reach", dict(reach or {}))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Domain) and self._hypotheses() == other._hypotheses()

    def __hash__(self) -> int:
        return hash(self._hypotheses())

    def _hypotheses(self) -> tuple[tuple[Any, ...], ...]:
        return self.symbols, self.vectors, self.conditions

    @property
    def declared(self) -> set[Basic]:
        """All variables, scalar and vector."""
        return set(self.symbols) | {v.symbol for v in self.vectors}

    def speaks_of(self, expr: Basic) -> bool:
        """Tell whether every free variable of `expr` is declared here."""
        return free_variables(expr) <= self.declared

    def within(self, other: Domain) -> bool:
        """Tell whether every hypothesis made here is literally made in `other` too."""
        return (
            set(self.symbols) <= set(other.symbols)
            and set(self.vectors) <= set(other.vectors)
            and set(self.conditions) <= set(other.conditions)
        )

    def union(self, other: Domain) -> Domain:
        """Return the domain that makes the hypotheses of both."""
        parts = [*self.symbols, *self.vectors, *self.conditions, *other.symbols, *other.vectors, *other.conditions]
        return Domain(*dict.fromkeys(parts), reach={**self.reach, **other.reach})

    def further(self, *parts: Any, reach: Mapping[Any, float] | None = None) -> Domain:
        """Return the domain with further variables and conditions, each once, and with draws that go elsewhere."""
        kept = dict.fromkeys((*self.symbols, *self.vectors, *self.conditions, *parts))
        return Domain(*kept, reach={**self.reach, **(reach or {})})

    def without(self, symbol: Symbol) -> Domain:
        """Return the domain with a scalar or vector and the conditions on it left out (for a bound variable)."""
        kept = [c for c in self.conditions if symbol not in free_variables(c)]
        vectors = [v for v in self.vectors if v.symbol != symbol]
        return Domain(*(s for s in self.symbols if s != symbol), *vectors, *kept, reach=self.reach)

    def bounds(self, symbol: Symbol) -> Iterator[Relational]:
        """Yield the inequalities that are linear in `symbol` with a numeric factor, solved for it."""
        for condition in self.conditions:
            if not isinstance(condition, GreaterThan | LessThan | StrictGreaterThan | StrictLessThan):
                continue
            difference = sp.expand(condition.lhs - condition.rhs)
            slope = difference.coeff(symbol)
            rest = sp.expand(difference - slope * symbol)
            if slope.is_Number and slope != 0 and symbol not in free_variables(rest):
                kind = type(condition) if slope > 0 else condition.reversed.func
                yield kind(symbol, -rest / slope, evaluate=False)

    def hypotheses(self) -> list[str]:
        """Return the hypotheses in words, one string each."""
        words = {"integer": "{} an integer", "real": "{} real", "positive": "{} > 0", "nonnegative": "{} >= 0"}
        out = [words[kind].format(symbol) for symbol in self.symbols for kind in assumed(symbol)]
        return [*out, *(v.plain for v in self.vectors), *map(str, self.conditions)]


def assumed(symbol: Symbol) -> list[str]:
    """Return what a variable is assumed to be, as far as one does not follow from another."""
    number = "integer" if symbol.is_integer else "real" if symbol.is_real and not symbol.is_nonnegative else ""
    sign = "positive" if symbol.is_positive else "nonnegative" if symbol.is_nonnegative else ""
    return [kind for kind in (number, sign) if kind]


#: The assumptions that a variable may carry: those that `Domain.hypotheses` states and that membership checks.
_KINDS: tuple[dict[str, bool], ...] = tuple(
    {**number, **sign}
    for number in ({}, {"real": True}, {"integer": True})
    for sign in ({}, {"positive": True}, {"nonnegative": True})
)
_ASSUMPTIONS = [Symbol("_", **kind).assumptions0 for kind in _KINDS]

#: The assumptions on a symbol of which nothing is assumed: a vector, a law, a sample.
PLAIN = MappingProxyType(_ASSUMPTIONS[0])


def states_assumptions(symbol: Symbol) -> bool:
    """Tell whether the assumptions on a symbol are among those that a domain states as hypotheses."""
    return type(symbol) in (Symbol, sp.Dummy) and symbol.assumptions0 in _ASSUMPTIONS


def _is_positive(size: Expr, conditions: tuple[Relational, ...]) -> bool:
    """Tell whether a size is positive by its assumptions, or as one that rises from its value at a lower bound."""
    if size.is_positive:
        return True
    lower = {c.lhs: c.rhs for c in conditions if isinstance(c, GreaterThan) and c.lhs.is_Symbol and c.rhs.is_Integer}
    (symbol, *others) = size.free_symbols or [None]
    rising = not others and symbol in lower and sp.expand(size).coeff(symbol).is_positive
    return bool(rising and sp.degree(size, symbol) == 1 and size.subs(symbol, lower[symbol]) > 0)


def _check_declarations(
    symbols: tuple[Symbol, ...], vectors: tuple[Vectors, ...], conditions: tuple[Relational, ...]
) -> None:
    """Refuse assumptions that are not stated, one name for two variables, and what speaks of undeclared ones."""
    for symbol in symbols:
        if not states_assumptions(symbol):
            raise ValueError(f"the assumptions on {symbol} are not among those that a domain states: {_KINDS}")
    scalars = set(symbols)
    items: dict[Basic, str] = {s: str(s) for s in scalars if not isinstance(s, sp.Dummy)}
    for item in vectors:
        if item.symbol in items:
            raise ValueError(f"{item.symbol} is declared twice")
        items[item.symbol] = str(item.symbol)
    names = sorted(items.values())
    for name, following in itertools.pairwise(names):
        if name == following:
            raise ValueError(f"two different variables bear the name {name}")
    declared = scalars | {v.symbol for v in vectors}
    for part in conditions:
        if type(part) not in RELATIONS or part.atoms(sp.Float):
            raise ValueError(f"condition {part}, expected a relation of exact expressions")
        missing = free_variables(part) - declared
        if missing:
            raise ValueError(f"condition {part} speaks of undeclared {sorted(map(str, missing))}")
    for item in vectors:
        if not (item.dim.is_integer and _is_positive(item.dim, conditions)):
            raise ValueError(f"the dimension {item.dim} of {item.symbol} is not known to be a positive integer")
        missing = (free_variables(item.dim) | free_variables(item.count or sp.S.Zero)) - scalars
        if missing:
            raise ValueError(f"the space of {item.symbol} speaks of undeclared {sorted(map(str, missing))}")
    _check_normals(scalars, vectors)


def _check_normals(scalars: set[Symbol], vectors: tuple[Vectors, ...]) -> None:
    """Refuse normals of anything but a vector across them, and normals that are not vectors declared before it."""
    before: dict[Basic, Vectors] = {}
    for item in vectors:
        for normal in item.normals:
            family = getattr(normal, "base", normal)
            stands = family in before and (before[family].count is None) == (family == normal)
            if not stands or before[family].dim != item.dim or not free_variables(normal) <= scalars | {family}:
                raise ValueError(f"{normal} is no vector of R^({item.dim}) declared before {item.symbol}")
        if bool(item.normals) != (item.kind == "across"):
            raise ValueError(f"{item.symbol} of the kind '{item.kind}' is declared with the normals {item.normals}")
        before[item.symbol] = item


#: What binds variables: means and bases by a Lambda, sums, products and integrals, and values at a point.
BINDERS = (sp.Lambda, ExprWithLimits, sp.Subs)


def bound_names(expr: Basic) -> set[Basic]:
    """Variables that an expression binds somewhere: of means, sums, integrals."""
    return {v for binder in expr.atoms(*BINDERS) for v in binder.variables}


@lru_cache(maxsize=1 << 16)
def free_variables(expr: Basic) -> frozenset[Basic]:
    """Free variables, an indexed family counted by its base alone.

    A label of a family is no variable where it only names the family; where it stands for itself it is one.
    """
    if isinstance(expr, Symbol | sp.IndexedBase):
        return frozenset({expr})
    if isinstance(expr, sp.Lambda | sp.Subs):
        inside = free_variables(expr.expr) - set(expr.variables)
        points = expr.point if isinstance(expr, sp.Subs) else ()
        return inside.union(*map(free_variables, points))
    if isinstance(expr, ExprWithLimits):
        found = free_variables(expr.function)
        for variable, *ends in expr.limits:
            found = (found - {variable}).union(*map(free_variables, ends))
        return found
    return frozenset().union(*map(free_variables, expr.args))
