"""Claims as closed propositions of Rocq, over the symbols of `rocq/theories/Ledger/Language.v`.

A claim becomes ``forall variables, hypotheses -> defined /\\ relation``. Division, logarithm, square root, powers and
derivatives are total functions in Rocq: *defined* says that each is used where it means what it should (a nonzero
denominator, a positive argument, an existing derivative), also under sums, where it is quantified. Defined symbols are
unfolded, so that only primitives have to be believed: I_ν as its power series, ₀F₁, Γ, inner products, finite sums.
Positive integers become natural numbers; a vector of R^h is its coordinates. A coupling is its means of continuous
functions: a claim about couplings speaks of every positive, normalised linear functional on them, and says of each
function that it is averaged over that it is continuous on the compact set of pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.core.relational import (
    Equality,
    GreaterThan,
    LessThan,
    Relational,
    StrictGreaterThan,
    StrictLessThan,
    Unequality,
)

from modgap.theory.language import cones, subspaces, symbols
from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.domain import Domain, Vectors
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.means import SphereAverage
from modgap.theory.language.symbols import Defined, Dot, SphereIntegral, SphereMoment


class Stated(Protocol):
    """What is read of a claim: its hypotheses and statement, never how it is derived; the kernel is not needed."""

    @property
    def id(self) -> str: ...

    @property
    def domain(self) -> Domain: ...

    @property
    def statement(self) -> Basic: ...


RELATIONS: dict[type[Basic], str] = {
    Equality: "=",
    Unequality: "<>",
    GreaterThan: ">=",
    StrictGreaterThan: ">",
    LessThan: "<=",
    StrictLessThan: "<",
}

FUNCTIONS: dict[type[Basic], str] = {
    sp.exp: "exp",
    sp.log: "ln",
    sp.sin: "sin",
    sp.cos: "cos",
    sp.Abs: "Rabs",
    sp.gamma: "Gamma",
    sp.besseli: "besseli",
}

#: Integrals over unit spheres, of exponentials of a linear function and of their moments.
SPHERES = (SphereIntegral, HyperplaneIntegral, SphereMoment)

#: Defined symbols of numbers that keep their names in Rocq, where they are defined from the same ``definition()``.
NAMED: dict[type[Defined], tuple[str, ...]] = {
    symbols.IvRatio: ("nu", "z"),
    symbols.OddRatio: ("nu", "z"),
    symbols.Cosh: ("t",),
    symbols.SphereMGF: ("h", "z"),
    symbols.LogScaledBessel: ("nu", "z"),
    cones.RatioOverArgument: ("nu", "z"),
    cones.ConeLoss: ("nu", "w", "kappa", "beta"),
    cones.ConeSlope: ("nu", "w", "kappa", "beta"),
    cones.RootConcentration: ("nu", "z"),
    cones.TrapMaximum: ("nu", "z", "beta"),
    subspaces.AxisLoss: ("h", "s", "kappa", "beta"),
}

#: The kinds of couplings, each with the predicate on its means and the compact set of its pairs.
COUPLINGS = {"coupling": ("coupling", "spheres"), "ball coupling": ("ball_coupling", "ball_sphere")}

#: Words that a variable cannot be called.
TAKEN = frozenset({"I", "O", "S", "exp", "ln", "sin", "cos", "sqrt", "dot", "in", "at", "fun", "forall", "let", "PI"})


class UnprintableError(Exception):
    """A claim speaks of something that has no symbol in Rocq yet; the message names it."""


@dataclass(frozen=True)
class Scope:
    """What the variables of a statement are called, and of which type they are: R, nat, Z, vector, family, coupling."""

    names: dict[Basic, str] = field(default_factory=dict)
    types: dict[Basic, str] = field(default_factory=dict)
    dims: dict[Basic, Expr] = field(default_factory=dict)

    def extended(self, symbol: Basic, kind: str, dim: Expr | None = None) -> Scope:
        """Return the scope with one more variable, under a name that is free."""
        name = re.sub(r"\W", "_", str(symbol).replace("'", "_prime"))
        while name in TAKEN or (name in self.names.values() and self.names.get(symbol) != name):
            name += "_"
        dims = self.dims if dim is None else {**self.dims, symbol: dim}
        return type(self)({**self.names, symbol: name}, {**self.types, symbol: kind}, dims)

    def beyond(self, expr: Expr) -> str:
        """Write a number that has no symbol here; a claim's statement speaks of none."""
        raise UnprintableError(f"{type(expr).__name__}: {expr}")

    def whole(self, exponent: Expr) -> str:
        """Write an exponent as a natural number; empty where powers are to be those of positive numbers."""
        return ""


# --- terms ----------------------------------------------------------------------------------------------------------


def is_vector(expr: Basic, scope: Scope) -> bool:
    """Return whether an expression is a vector."""
    if isinstance(expr, sp.Indexed):
        return True
    if isinstance(expr, Symbol):
        return scope.types.get(expr) == "vector"
    if isinstance(expr, Defined):
        return is_vector(expr.definition(), scope)
    return isinstance(expr, sp.Add | sp.Mul) and any(is_vector(a, scope) for a in expr.args)


def number(value: sp.Rational) -> str:
    """Write a rational number."""
    if value.q != 1:
        return f"({number(sp.Integer(value.p))} / {value.q})"
    return str(value.p) if value >= 0 else f"({value.p})"


def natural(expr: Expr, scope: Scope) -> str:
    """Write a natural number: a count, a dimension or an index."""
    if expr.is_Integer and expr >= 0:
        return f"{expr}%nat"
    if isinstance(expr, Symbol) and expr in scope.names:
        return {"nat": "{}", "Z": "(Z.to_nat {})"}[scope.types[expr]].format(scope.names[expr])
    if isinstance(expr, sp.Add) and len(expr.args) == 2 and expr.args[0].is_Integer:
        shift, base = expr.args
        return f"({natural(base, scope)} {'+' if shift > 0 else '-'} {abs(shift)})%nat"
    raise UnprintableError(f"the natural number {expr}")


def vector(expr: Expr, scope: Scope) -> str:
    """Write a vector expression."""
    if expr == 0:
        return "vzero"
    if isinstance(expr, Defined):
        return vector(expr.definition(), scope)
    if isinstance(expr, Symbol) and expr in scope.names:
        return scope.names[expr]
    if isinstance(expr, sp.Indexed):
        if expr.base not in scope.names:
            raise UnprintableError(f"the family {expr.base}")
        return f"({scope.names[expr.base]} {natural(expr.indices[0], scope)})"
    if isinstance(expr, sp.Add):
        first, *others = (vector(a, scope) for a in expr.args)
        for other in others:
            first = f"(vadd {first} {other})"
        return first
    if isinstance(expr, sp.Mul):
        (inner,) = [a for a in expr.args if is_vector(a, scope)]
        scalars = [a for a in expr.args if a is not inner]
        factor = scalars[0] if len(scalars) == 1 else sp.Mul(*scalars, evaluate=False)
        return f"(vscal {real(factor, scope)} {vector(inner, scope)})"
    raise UnprintableError(f"the vector {expr}")


def dimension(exprs: Iterable[Basic], scope: Scope) -> str:
    """Write the dimension of the space in which vector expressions live."""
    atoms = {a for expr in exprs for a in expr.atoms(Symbol, sp.IndexedBase) if a in scope.dims}
    dims = {scope.dims[a] for a in atoms}
    if len(dims) != 1:
        raise UnprintableError(f"vectors of dimensions {sorted(map(str, dims))}")
    return natural(dims.pop(), scope)


def real(expr: Expr, scope: Scope) -> str:
    """Write a real expression."""
    if expr in scope.names:
        form = {"R": "{}", "nat": "(INR {})", "Z": "(IZR {})"}.get(scope.types[expr])
        if form is None:
            raise UnprintableError(f"{expr} as a number")
        return form.format(scope.names[expr])
    if isinstance(expr, sp.Rational):
        return number(expr)
    if expr is sp.pi:
        return "PI"
    if isinstance(expr, sp.Add):
        return "(" + " + ".join(real(a, scope) for a in expr.args) + ")"
    if isinstance(expr, sp.Mul):
        return "(" + " * ".join(real(a, scope) for a in expr.args) + ")"
    if isinstance(expr, sp.Pow):
        return _power(expr, scope)
    if isinstance(expr, Dot):
        a, b = expr.args
        return f"(dot {dimension(expr.args, scope)} {vector(a, scope)} {vector(b, scope)})"
    if isinstance(expr, Defined) and type(expr) not in NAMED:
        return real(expr.definition(), scope)
    if type(expr) in NAMED:
        return f"({type(expr).__name__} {' '.join(real(a, scope) for a in expr.args)})"
    if type(expr) in FUNCTIONS:
        return f"({FUNCTIONS[type(expr)]} {' '.join(real(a, scope) for a in expr.args)})"
    if isinstance(expr, sp.hyper):
        return f"(hyper0F1 {' '.join(real(a, scope) for a in _entire(expr))})"
    if isinstance(expr, SPHERES):
        return f"({_over_sphere(expr, scope)})"
    if isinstance(expr, CouplingMean):
        inner, _, _ = _pairs(expr, scope)
        return f"({scope.names[expr.args[0]]} {_of_pairs(expr, inner)})"
    if isinstance(expr, SphereAverage):
        return f"(sphere_average {_averaged(expr, scope)[2]})"
    return _bound(expr, scope)


def _over_sphere(expr: Expr, scope: Scope) -> str:
    """Write an integral over a sphere, without its brackets, as a function of the point that it runs through."""
    dim, tilt, *others = expr.args
    point, space = "u", natural(dim, scope)
    while point in scope.names.values():
        point += "_"
    integrand = f"(exp (dot {space} {vector(tilt, scope)} {point}))"
    if isinstance(expr, HyperplaneIntegral):
        return f"hyperplane_integral {space} {vector(others[0], scope)} (fun {point} : vector => {integrand})"
    if isinstance(expr, SphereMoment):
        axis, power = others
        integrand = f"(((dot {space} {vector(axis, scope)} {point}) ^ {power}) * {integrand})"
    return f"sphere_integral {space} (fun {point} : vector => {integrand})"


def _averaged(mean: SphereAverage, scope: Scope) -> tuple[Scope, str, str]:
    """Return the scope of an average's point, the dimension of its space, and both with the function."""
    dim = mean.args[0]
    inner, space = scope.extended(mean.variable, "vector", dim), natural(dim, scope)
    point = inner.names[mean.variable]
    return inner, space, f"{space} (fun {point} : vector => {real(mean.integrand, inner)})"


def _pairs(mean: CouplingMean, scope: Scope) -> tuple[Scope, str, str]:
    """Return the scope of a mean's pairs, the dimension of their space, and the compact set that they run through."""
    law = mean.args[0]
    if scope.types.get(law) not in COUPLINGS:
        raise UnprintableError(f"the law {law}")
    inner, dim = scope, natural(scope.dims[law], scope)
    for variable in mean.variables:
        inner = inner.extended(variable, "vector", scope.dims[law])
    return inner, dim, f"{COUPLINGS[scope.types[law]][1]} {dim}"


def _of_pairs(mean: CouplingMean, inner: Scope) -> str:
    names = " ".join(inner.names[variable] for variable in mean.variables)
    return f"(fun {names} : vector => {real(mean.integrand, inner)})"


def _entire(expr: sp.hyper) -> tuple[Expr, Expr]:
    above, below, argument = expr.args
    if len(above) or len(below) != 1:
        raise UnprintableError(f"the hypergeometric function {expr}")
    return below[0], argument


def _power(expr: sp.Pow, scope: Scope) -> str:
    base, exponent = expr.args
    if exponent.is_Rational and exponent.q == 2:
        root = f"(sqrt {real(base, scope)})"
        power = root if abs(exponent.p) == 1 else f"({root} ^ {abs(exponent.p)})"
        return power if exponent > 0 else f"(/ {power})"
    if exponent.is_Integer:
        power = real(base, scope) if abs(exponent) == 1 else f"({real(base, scope)} ^ {abs(exponent)})"
        return power if exponent > 0 else f"(/ {power})"
    if whole := scope.whole(exponent):
        return f"({real(base, scope)} ^ {whole})"
    return f"(Rpower {real(base, scope)} {real(exponent, scope)})"


def _bound(expr: Expr, scope: Scope) -> str:
    """Write a sum, a derivative or an integral."""
    if isinstance(expr, sp.Derivative):
        ((variable, order),) = expr.variable_count
        body, at = _function(expr.expr, variable, scope), scope.names[variable]
        return f"(Derive {body} {at})" if order == 1 else f"(Derive_n {body} {order} {at})"
    if isinstance(expr, sp.Sum | sp.Integral) and len(expr.limits) == 1 and len(expr.limits[0]) == 3:
        ((variable, low, high),) = expr.limits
        if isinstance(expr, sp.Integral):
            return f"(RInt {_function(expr.function, variable, scope)} {real(low, scope)} {real(high, scope)})"
        if low == 1 and high is not sp.oo:
            inner = scope.extended(variable, "nat")
            return f"(sum1 {natural(high, scope)} (fun {inner.names[variable]} : nat => {real(expr.function, inner)}))"
    return scope.beyond(expr)


def _function(body: Expr, variable: Basic, scope: Scope) -> str:
    inner = scope.extended(variable, "R")
    return f"(fun {inner.names[variable]} : R => {real(body, inner)})"


# --- where a term is defined ----------------------------------------------------------------------------------------


def defined(expr: Basic, scope: Scope) -> list[str]:
    """Return the propositions that say that an expression is defined, innermost first."""
    if isinstance(expr, sp.Sum):
        ((variable, _, high),) = expr.limits
        inner = scope.extended(variable, "nat")
        name, count = inner.names[variable], natural(high, scope)
        return [f"(forall {name} : nat, (1 <= {name} <= {count})%nat -> {p})" for p in defined(expr.function, inner)]
    if isinstance(expr, sp.Integral):
        ((variable, low, high),) = expr.limits
        inner, ends = scope.extended(variable, "R"), f"{real(low, scope)} {real(high, scope)}"
        name = inner.names[variable]
        within = f"forall {name} : R, Rmin {ends} < {name} < Rmax {ends} -> "
        own = [f"({within}{p})" for p in defined(expr.function, inner)]
        edges = [*defined(low, scope), *defined(high, scope)]
        return [*edges, *own, f"ex_RInt {_function(expr.function, variable, scope)} {ends}"]
    if isinstance(expr, sp.Derivative):
        ((variable, order),) = expr.variable_count
        body, at = _function(expr.expr, variable, scope), scope.names[variable]
        orders = [f"ex_derive_n {body} {k} {at}" for k in range(2, order + 1)]
        return [*defined(expr.expr, scope), f"ex_derive {body} {at}", *orders]
    if isinstance(expr, CouplingMean):
        inner, dim, pairs = _pairs(expr, scope)
        names = " ".join(inner.names[variable] for variable in expr.variables)
        each = f"forall {names} : vector, {pairs} {names} -> "
        own = [f"({each}{p})" for p in defined(expr.integrand, inner)]
        return [*own, f"continuous_pairs {dim} ({pairs}) {_of_pairs(expr, inner)}"]
    if isinstance(expr, SphereAverage):
        inner, space, averaged = _averaged(expr, scope)
        point = inner.names[expr.variable]
        each = f"forall {point} : vector, dot {space} {point} {point} = 1 -> "
        return [*(f"({each}{p})" for p in defined(expr.integrand, inner)), f"ex_sphere_integral {averaged}"]
    if isinstance(expr, Defined):
        return defined(expr.definition(), scope)
    inside = [p for a in expr.args if isinstance(a, Basic) and not isinstance(a, sp.Tuple) for p in defined(a, scope)]
    if isinstance(expr, sp.Indexed | Symbol):
        return []
    return [*inside, *_own_condition(expr, scope)]


def _own_condition(expr: Basic, scope: Scope) -> list[str]:
    if isinstance(expr, sp.Pow):
        base, exponent = expr.args
        if not (exponent.is_Integer or (exponent.is_Rational and exponent.q == 2)):
            return [f"0 < {real(base, scope)}"]
        conditions = [f"0 <= {real(base, scope)}"] if exponent.q == 2 and not base.is_Rational else []
        if exponent < 0 and not base.is_Rational:
            conditions.append(f"{real(base, scope)} <> 0")
        return conditions
    if isinstance(expr, sp.log | sp.gamma):
        return [f"0 < {real(expr.args[0], scope)}"]
    if isinstance(expr, sp.besseli):
        return [f"0 < {real(expr.args[1], scope)}"]
    if isinstance(expr, sp.hyper):
        return [f"0 < {real(_entire(expr)[0], scope)}"]
    if isinstance(expr, SPHERES):
        return [f"ex_{_over_sphere(expr, scope)}"]
    return []


# --- propositions ---------------------------------------------------------------------------------------------------


def parts(statement: Basic) -> tuple[Basic, ...]:
    """Return the relations of a statement."""
    return statement.args if isinstance(statement, sp.And) else (statement,)


def relation(statement: Basic, scope: Scope) -> str:
    """Write one relation."""
    if not isinstance(statement, Relational):
        raise UnprintableError(f"the statement {statement}")
    a, b = statement.args
    return f"{real(a, scope)} {RELATIONS[type(statement)]} {real(b, scope)}"


def declared(domain: Domain, scope: Scope | None = None) -> tuple[Scope, list[str], list[str]]:
    """Return the scope of a domain, its binders, and the hypotheses that are declared with its variables."""
    scope, binders, hypotheses = scope or Scope(), [], []
    for symbol in domain.symbols:
        kind = "R" if not symbol.is_integer else "nat" if symbol.is_nonnegative else "Z"
        scope = scope.extended(symbol, kind)
        name = scope.names[symbol]
        binders.append(f"({name} : {kind})")
        bound = "<" if symbol.is_positive else "<=" if symbol.is_nonnegative else None
        if bound:
            hypotheses.append(f"0 {bound} {real(symbol, scope)}")
        elif symbol.is_nonzero or symbol.is_real is False or symbol.is_even is not None:
            raise UnprintableError(f"the variable {symbol}")
    for item in domain.vectors:
        if item.kind in COUPLINGS:
            written, kind = "(vector -> vector -> R) -> R", item.kind
        else:
            written, kind = ("vector", "vector") if item.count is None else ("nat -> vector", "family")
        scope = scope.extended(item.symbol, kind, item.dim)
        binders.append(f"({scope.names[item.symbol]} : {written})")
    for item in domain.vectors:
        hypotheses += _declaration(item, scope)
    return scope, binders, hypotheses


def _declaration(item: Vectors, scope: Scope) -> list[str]:
    name, dim = scope.names[item.symbol], natural(item.dim, scope)
    if item.kind in COUPLINGS:
        return [f"{COUPLINGS[item.kind][0]} {dim} {name}"]
    lengths = {"unit": "= 1", "across": "= 1", "ball": "<= 1", "free": None, "frame": None}
    if item.kind not in lengths:
        raise UnprintableError(f"{item.symbol}, a {item.kind}")
    if item.kind == "frame":
        if item.count is None:
            raise UnprintableError(f"{item.symbol}, a frame without a count")
        span = f"(1 <= i <= {natural(item.count, scope)})%nat -> (1 <= j <= {natural(item.count, scope)})%nat"
        return [f"forall i j : nat, {span} -> dot {dim} ({name} i) ({name} j) = (if Nat.eqb i j then 1 else 0)"]
    each = name if item.count is None else f"({name} i)"
    length = lengths[item.kind]
    facts = [f"dot {dim} {each} {each} {length}"] if length else []
    facts += [f"dot {dim} {each} {vector(normal, scope)} = 0" for normal in item.normals]
    if item.count is None:
        return facts
    return [f"forall i : nat, (1 <= i <= {natural(item.count, scope)})%nat -> {fact}" for fact in facts]


def _read(claim: Stated) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return a claim's binders, its hypotheses, where its statement is defined, and its relations."""
    scope, binders, hypotheses = declared(claim.domain)
    for condition in claim.domain.conditions:
        hypotheses += [relation(p, scope) for p in parts(condition)]
    relations = [relation(part, scope) for part in parts(claim.statement)]
    where = dict.fromkeys(p for part in parts(claim.statement) for p in defined(part, scope))
    return binders, list(dict.fromkeys(hypotheses)), list(where), relations


def proposition(claim: Stated) -> str:
    """Return a claim as a closed proposition: under its hypotheses it is defined and holds.

    Raises
    ------
    UnprintableError
        If it speaks of something that has no symbol in Rocq.
    """
    binders, hypotheses, where, relations = _read(claim)
    head = f"forall {' '.join(binders)},\n" if binders else ""
    premises = "".join(f"  ({h}) ->\n" for h in hypotheses)
    return f"{head}{premises}  ({conjunction([*where, *relations])})"


def negation(claim: Stated) -> str:
    """Return that a claim fails as a closed proposition: somewhere under its hypotheses it is defined and false.

    Raises
    ------
    UnprintableError
        If it speaks of something that has no symbol in Rocq.
    """
    binders, hypotheses, where, relations = _read(claim)
    head = f"exists {' '.join(binders)},\n" if binders else ""
    return f"{head}  ({conjunction([*hypotheses, *where, f'~ ({conjunction(relations)})'])})"


def conjunction(propositions: Sequence[str]) -> str:
    """Write that several propositions hold."""
    return " /\\\n   ".join(f"({p})" for p in propositions)


def name(claim_id: str) -> str:
    """Return what a claim is called in Rocq."""
    return re.sub(r"\W", "_", claim_id)


def definition(symbol: type[Defined]) -> str:
    """Return the definition of a named symbol, read from its ``definition()`` at real variables."""
    variables = [Symbol(name, real=True) for name in NAMED[symbol]]
    scope = Scope()
    for variable in variables:
        scope = scope.extended(variable, "R")
    names = " ".join(scope.names[variable] for variable in variables)
    return f"Definition {symbol.__name__} ({names} : R) : R :=\n  {real(symbol(*variables).definition(), scope)}.\n"


CHECK_HEADER = """(** * Each statement of the ledger beside its proof

    Written by modgap.theory.rocq.statements from the list of claims; an edit here is lost. *)"""

HEADER = """(** * The statements of the ledger that are proved in Rocq

    Written by modgap.theory.rocq.statements from the claims' own objects, and written anew before each check: an edit
    here is lost. Each is a closed proposition over the symbols of [Ledger.Language]. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Ledger.Language.
Open Scope R_scope.
"""


def statement(claim: Stated, refuted: bool) -> str:
    """Return the definition of a claim's statement, or of its negation, under the name that a proof has to meet."""
    # Not by its title: words may be mended without what was compiled being another source.
    head = f"(** [{claim.id}]{', refuted' if refuted else ''}. *)"
    written = negation(claim) if refuted else proposition(claim)
    return f"{head}\nDefinition {name(claim.id)} : Prop :=\n{written}.\n"


def statements(claims: Sequence[tuple[Stated, bool]]) -> str:
    """Return the text of `Statements.v`, for claims each with whether it is refuted."""
    return "\n".join([HEADER, *map(definition, NAMED), *(statement(*claim) for claim in claims)])


def conclusions(claims: Sequence[tuple[Stated, bool]], modules: Sequence[str]) -> str:
    """Return the text of `Check.v`: each statement together with its proof, and what they all assume."""
    # The statement by its full name, which no module of proofs can redefine.
    stated = "Definition {0}_checked : Modgap.Ledger.Statements.{0} := {0}_holds."
    checks = [stated.format(name(claim.id)) for claim, _ in claims]
    everything = ", ".join(f"{name(c.id)}_checked" for c, _ in claims)
    closing = f"\nDefinition everything := ({everything}).\nPrint Assumptions everything.\n"
    lines = [CHECK_HEADER, f"From Modgap Require Ledger.Statements.\nFrom Modgap Require Import {' '.join(modules)}."]
    return "\n".join([*lines, "", *checks, closing])
