"""Which expressions are terms of the language: exact, of closed kinds, and with bound variables kept apart.

A variable that is bound somewhere in a statement is bound nowhere else around that place, and is no variable of the
statement's domain. So nothing that a rule puts in place of a variable is captured without being seen: what it speaks
of is declared, and a statement that binds a declared variable is refused.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import StrictGreaterThan, StrictLessThan

from modgap.theory.language.domain import BINDERS, Domain, free_variables, states_assumptions
from modgap.theory.outcome import Undecided

#: Where the language is defined: no function of another package is a term.
_PACKAGE = __name__.removesuffix(".language.terms")

#: No real numbers, and numbers that are not exact.
_STRANGE = (sp.Float, sp.core.numbers.ImaginaryUnit, sp.core.numbers.ComplexInfinity, sp.core.numbers.NaN)


def refuse_strangers(*exprs: Basic) -> None:
    """Refuse floats, imaginary numbers, and nodes of a kind that neither SymPy nor this language defines."""
    for expr in exprs:
        _exact(expr)


@lru_cache(maxsize=1 << 14)
def _exact(expr: Basic) -> None:
    refuse_towers(expr)
    for node in sp.preorder_traversal(expr):
        if isinstance(node, _STRANGE):
            raise Undecided(f"{node} in {expr} is no exact real number")
        if not is_of_the_language(type(node)):  # type: ignore[arg-type]
            raise Undecided(f"{type(node).__name__} in {expr} is of no kind that this language defines")
        if isinstance(node, Symbol) and not states_assumptions(node):
            raise Undecided(f"the assumptions on {node} are not among those that a domain states")
        if isinstance(node, sp.IndexedBase) and (node.shape is not None or not isinstance(node.label, Symbol)):
            raise Undecided(f"{node} is not the plain name of a family")


#: How many digits a closed term may have, before its point or after: SymPy evaluates such terms in passing.
DIGITS = 10_000

#: Functions that may be as large as the exponential of an argument, or as a power of it by itself.
_GROWING = (sp.exp, sp.sinh, sp.cosh, sp.besseli, sp.besselk, sp.hyper)
_FACTORIALS = (sp.factorial, sp.gamma, sp.RisingFactorial, sp.FallingFactorial, sp.binomial)


def refuse_towers(expr: Basic, values: Mapping[Basic, Basic] | None = None) -> None:
    """Refuse an expression, values put in place of parts of it, with closed terms too large to be evaluated: e^(e^99).

    Their size is bounded from above by that of their parts: none is evaluated, nor is anything put in place of a part.
    """
    _digits(expr, values or {}, {})


def _digits(expr: Basic, values: Mapping[Basic, Basic], seen: dict[Basic, float | None]) -> float | None:
    """Return how many digits a number has at most, cancellation aside; None for what is no closed term."""
    if expr in values:
        return _digits(values[expr], {}, {})
    if expr not in seen:
        seen[expr] = size = _digits_of(expr, [_digits(part, values, seen) for part in expr.args])
        if size is not None and size > DIGITS:
            raise Undecided(f"{_named(expr)} has more than {DIGITS} digits, or may have: it is not evaluated here")
    return seen[expr]


def _named(expr: Basic) -> str:
    return "a fraction" if isinstance(expr, sp.Rational) else str(expr)


def _digits_of(expr: Basic, parts: list[float | None]) -> float | None:
    if isinstance(expr, sp.Rational):
        return math.log10(max(abs(int(expr.p)), 1)) + math.log10(int(expr.q))
    sizes = [size for size in parts if size is not None]
    if len(sizes) < len(parts) or not isinstance(expr, Expr | sp.Tuple) or (expr.is_Atom and not expr.is_number):
        return None
    if not sizes:
        return 1.0
    largest = max(sizes)
    # Of what has 308 digits or more no double is the value; an exponential of it has too many in any case.
    value = 10.0**largest if largest < 300 else math.inf
    if isinstance(expr, sp.Pow):
        return sizes[0] * (10.0 ** sizes[1] if sizes[1] < 300 else math.inf) if sizes[0] else 0.0
    if isinstance(expr, sp.Mul):
        return sum(sizes)
    if isinstance(expr, sp.Add):
        return largest + math.log10(len(sizes))
    if isinstance(expr, _FACTORIALS):
        return value * (largest + 1)
    return value * math.log10(math.e) if isinstance(expr, _GROWING) else largest


@lru_cache(maxsize=1 << 10)
def is_of_the_language(kind: Hashable) -> bool:
    """Tell whether a class of nodes is one that SymPy or a module of this package defines under its own name."""
    assert isinstance(kind, type)
    home = kind.__module__
    inside = home.startswith("sympy.") or home == _PACKAGE or home.startswith(f"{_PACKAGE}.")
    return inside and getattr(sys.modules.get(home), kind.__qualname__, None) is kind


def keep_apart(expr: Basic, domain: Domain) -> None:
    """Refuse an expression that binds a variable of the domain, or one variable within another one's scope."""
    bound = scopes(expr)
    if taken := bound & domain.declared:
        raise Undecided(f"{expr} binds {sorted(map(str, taken))}, which {domain.hypotheses()} declares")
    labels = {base.label for base in expr.atoms(sp.IndexedBase)}
    if mixed := labels & (bound | domain.declared):
        raise Undecided(f"{sorted(map(str, mixed))} name a family and a variable in {expr}")


def sizes_speak_of(z: Symbol, domain: Domain) -> bool:
    """Tell whether dimension or number of some vectors depends on z: they are other vectors for another z."""
    return any(z in free_variables(size) for v in domain.vectors for size in (v.dim, v.count) if size is not None)


def is_open_in(domain: Domain, z: Symbol) -> bool:
    """Tell whether a domain has, with each point, all points near it in z: facts on it may be differentiated.

    So it does where all that it asks of z are strict inequalities between rational functions of z: those are
    continuous where they are defined. A root may be defined at one point only, whatever is asked of it.
    """
    if z.is_integer or (z.is_nonnegative and not z.is_positive) or sizes_speak_of(z, domain):
        return False
    about = [c for c in domain.conditions if z in free_variables(c)]
    return all(isinstance(c, StrictGreaterThan | StrictLessThan) and _is_rational(c.lhs - c.rhs, z) for c in about)


def _is_rational(expr: Expr, z: Symbol) -> bool:
    constants = {f: sp.Dummy() for f in expr.atoms(sp.Function, ExprWithLimits) if z not in free_variables(f)}
    return bool(expr.xreplace(constants).is_rational_function(z))


@lru_cache(maxsize=1 << 14)
def scopes(expr: Basic) -> frozenset[Basic]:
    """Return the variables that an expression binds; refuse one that is bound within its own scope or range.

    Nor is one an integer, or no number, that is integrated over: a theorem vouches for its integrals, but not for that.
    """
    if not expr.has(*BINDERS):
        return frozenset()
    if isinstance(expr, ExprWithLimits):
        bound = scopes(expr.function)
        for variable, *ends in expr.limits:
            if isinstance(expr, sp.Integral) and (variable.is_integer or not variable.is_real):
                raise Undecided(f"{variable} in {expr} is no real variable to be integrated over")
            around = frozenset().union(*map(scopes, ends))
            if variable in around or variable in frozenset().union(*map(free_variables, ends)):
                raise Undecided(f"the range of {variable} in {expr} speaks of {variable}")
            bound = _with_own(expr, bound, (variable,)) | around
        return bound
    bound = frozenset().union(*map(scopes, expr.args))
    if isinstance(expr, sp.Lambda | sp.Subs):
        if not all(isinstance(v, Symbol) for v in expr.variables):
            raise Undecided(f"{expr} binds what is no variable")
        bound = _with_own(expr, scopes(expr.expr), expr.variables) | bound
    return bound


def _with_own(expr: Basic, inner: frozenset[Basic], own: Iterable[Basic]) -> frozenset[Basic]:
    own = tuple(own)
    if len(set(own)) < len(own) or inner & set(own):
        raise Undecided(f"{expr} binds one of {own} twice")
    return inner | set(own)
