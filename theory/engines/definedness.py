"""What an expression needs to be defined, and the check that a domain grants it.

A term that cancels still has to mean something: 1/x − 1/x = 0 is no equation at x = 0. Every rule that asks an
algebra system about two sides shows first that both are defined, function by function; a function of which nothing
is known here is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.core.function import AppliedUndef
from sympy.core.relational import GreaterThan, LessThan, Relational

from modgap.theory.engines import signs
from modgap.theory.engines.known import K, known_positive
from modgap.theory.engines.normal_forms import quotient
from modgap.theory.language.couplings import CouplingMean, inside, show_continuous
from modgap.theory.language.domain import LAWS, Domain, free_variables
from modgap.theory.language.means import GaussianMean, SphereAverage
from modgap.theory.language.samples import Draw
from modgap.theory.language.subspaces import PlaneMean
from modgap.theory.language.symbols import U1, U2, BesselZero, Defined, Dot, SphereMean, SphereMGF, unfold
from modgap.theory.outcome import Undecided

#: An expression, its relation to 0, and the domain (extended by bound indices) on which that is needed.
Obligation = tuple[Expr, str, Domain]

#: What is defined, and analytic, where its parts are.
_PLAIN = (Symbol, sp.IndexedBase, sp.Add, sp.Mul, sp.Tuple, Relational, sp.And, sp.Function)

#: Functions that are analytic on the whole real line, and those that are merely defined there.
_ENTIRE = (sp.exp, sp.sin, sp.cos, sp.sinh, sp.cosh, sp.tanh, sp.atan, sp.asinh, sp.erf)
_TOTAL = (sp.Abs, sp.sign, sp.floor, sp.ceiling, sp.Max, sp.Min, sp.KroneckerDelta)

#: Functions defined (and analytic) where these expressions of their arguments are positive.
_NEEDS: dict[type, Callable[..., tuple[Expr, ...]]] = {
    sp.log: lambda a: (a,),
    sp.gamma: lambda a: (a,),
    sp.loggamma: lambda a: (a,),
    sp.digamma: lambda a: (a,),
    sp.factorial: lambda a: (a + 1,),
    sp.RisingFactorial: lambda a, k: (a, k + 1),
    sp.besseli: lambda order, z: (z,),
    sp.besselk: lambda order, z: (z,),
    BesselZero: lambda order, index: (order + 1, index),
    sp.acosh: lambda a: (a - 1,),
    sp.acos: lambda a: (1 - a**2,),
    sp.asin: lambda a: (1 - a**2,),
    sp.atanh: lambda a: (1 - a**2,),
    sp.tan: lambda a: (sp.cos(a) ** 2,),
}
#: Of these, the ones that are still defined (though not differentiable) where the expression is zero.
_CLOSED = (sp.acosh, sp.acos, sp.asin)

#: How each relation is shown.
SHOW = {"≠": signs.show_nonzero, "≥": signs.show_nonnegative, ">": signs.show_positive}


def obligations(expr: Basic, domain: Domain, smooth: bool = False) -> Iterator[Obligation]:
    """Yield what an expression needs to be defined (to be differentiable, if `smooth`).

    What is averaged by a Lambda (a basis, a mean over vectors) is left to the theorem that binds it.
    """
    for node_rule in (_of_number, _of_power, _of_binder, _of_function, _of_vector):
        found = node_rule(expr, domain, smooth)
        if found is not None:
            yield from found
            return
    if not isinstance(expr, _PLAIN):
        raise Undecided(f"nothing is known here of where {type(expr).__name__} is defined: {expr}")
    for part in expr.args:
        yield from obligations(part, domain, smooth)


def show_defined(statement: Basic, domain: Domain, given: Sequence[K] = ()) -> tuple[K, ...]:
    """Check that both sides are defined on the domain; return the given facts that this took."""
    needed: list[K] = []
    for expr, relation, where in dict.fromkeys((unfold(e), r, d) for e, r, d in obligations(statement, domain)):
        try:
            SHOW[relation](expr, where)
        except Undecided:
            # A fact serves where its hypotheses are made: not for a bound variable of the same name.
            here = [fact for fact in given if fact.domain.within(where)]
            if relation == "≥" and (stated := _stated_not_negative(expr, here)):
                needed += stated
                continue
            known = known_positive(here, where)
            try:
                SHOW[relation](expr, where, tuple(known))
            except Undecided as reason:
                raise Undecided(f"{statement} needs {expr} {relation} 0: {reason}") from reason
            needed += [fact for e, fact in known.items() if fact is not None and expr.has(e)]
    return tuple(dict.fromkeys(needed))


def _stated_not_negative(expr: Expr, given: Sequence[K]) -> list[K]:
    """Return a given fact that says of just this expression that it is not negative, if there is one."""
    stated = (fact for fact in given if isinstance(fact.statement, GreaterThan) and fact.statement.rhs == 0)
    return [fact for fact in stated if unfold(fact.statement.lhs) == expr][:1]


# --- kinds of nodes ------------------------------------------------------------------------------------------------


def _of_number(expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
    if isinstance(expr, sp.Number | sp.NumberSymbol) and expr.is_finite:
        return iter(())
    if isinstance(expr, sp.Number) or expr in (sp.I, sp.zoo, sp.nan):
        raise Undecided(f"{expr} is no real number")
    return None


def _of_power(expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
    if not isinstance(expr, sp.Pow):
        return None

    def found() -> Iterator[Obligation]:
        base, exponent = expr.args
        yield from obligations(base, domain, smooth)
        yield from obligations(exponent, domain, smooth)
        if exponent.is_integer and exponent.is_nonnegative:
            return
        if exponent.is_integer:
            yield base, "≠", domain
        else:
            yield base, "≥" if exponent.is_Rational and exponent.is_positive and not smooth else ">", domain

    return found()


def _of_function(expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
    if isinstance(expr, sp.Piecewise):
        return _of_cases(expr, domain, smooth)
    if isinstance(expr, SphereMean):
        return _of_sphere_mean(expr, domain, smooth)
    if isinstance(expr, PlaneMean):
        if smooth:
            raise Undecided(f"{expr} is not shown to be differentiable")
        return _of_plane_mean(expr, domain)
    if isinstance(expr, Dot):
        dims = {space_of(side, domain) for side in expr.args if side != 0}
        if len(dims) > 1:
            raise Undecided(f"{expr} is an inner product of vectors of different spaces")
        return None
    if isinstance(expr, GaussianMean) and smooth:
        raise Undecided(f"{expr} is not shown to be differentiable")
    if isinstance(expr, GaussianMean):
        # A mean is a number only where a fact says that it is: such facts say that it is positive and finite.
        return iter([(expr, ">", domain)])
    if isinstance(expr, CouplingMean | SphereAverage):
        if smooth:
            raise Undecided(f"{expr} is not shown to be differentiable")
        show_continuous(expr.integrand)
        return obligations(expr.integrand, inside(expr, domain))
    if isinstance(expr, Defined):
        return obligations(expr.definition(), domain, smooth)
    if isinstance(expr, _TOTAL):
        if smooth:
            raise Undecided(f"{expr} is not shown to be differentiable")
        return (o for a in expr.args for o in obligations(a, domain))
    if not isinstance(expr, sp.Function | sp.hyper):
        return None
    if isinstance(expr, sp.hyper):
        return _of_series(expr, domain, smooth)
    if isinstance(expr, BesselZero) and not (expr.args[1].is_integer and not smooth):
        raise Undecided(f"{expr} needs an integer index, and nothing is known here of its derivatives")
    if type(expr) in _NEEDS:
        relation = "≥" if isinstance(expr, _CLOSED) and not smooth else ">"
        own = [(needed, relation, domain) for needed in _NEEDS[type(expr)](*expr.args)]
        return iter([*(o for a in expr.args for o in obligations(a, domain, smooth)), *own])
    known = isinstance(expr, (*_ENTIRE, AppliedUndef)) or not type(expr).__module__.startswith("sympy.")
    if not known:
        raise Undecided(f"nothing is known here of where {type(expr).__name__} is defined: {expr}")
    return None


def _of_series(expr: sp.hyper, domain: Domain, smooth: bool) -> Iterator[Obligation]:
    above, below, argument = expr.args
    if len(above) > len(below):
        raise Undecided(f"{expr} is not shown to converge")
    for part in (*above, *below, argument):
        yield from obligations(part, domain, smooth)
    for parameter in below:
        yield parameter, ">", domain


def _of_cases(expr: sp.Piecewise, domain: Domain, smooth: bool) -> Iterator[Obligation]:
    if expr.args[-1][1] != sp.true:
        raise Undecided(f"{expr} does not say what it is in all other cases")
    if smooth:
        raise Undecided(f"{expr} is not shown to be differentiable")
    for value, condition in expr.args:
        extra = () if condition == sp.true else (condition,)
        case = Domain(*domain.symbols, *domain.vectors, *domain.conditions, *extra)
        for side in condition.args:
            yield from obligations(side, domain)
        yield from obligations(value, case)


def _of_sphere_mean(expr: SphereMean, domain: Domain, smooth: bool) -> Iterator[Obligation]:
    """The mean of a continuous function of a coordinate, h ≥ 2."""
    dim, function = expr.args
    yield from obligations(dim, domain)
    yield dim - 1, ">", domain
    coordinate = sp.Dummy("u", real=True)
    inner = _extended(domain, coordinate, -sp.S.One, sp.S.One)
    body = function.expr.subs(U1, coordinate) if function.variables == (U1,) else function(coordinate)
    yield from obligations(body, inner, smooth)


def _of_plane_mean(expr: PlaneMean, domain: Domain) -> Iterator[Obligation]:
    """The mean of a continuous function of two coordinates over a sphere S^{d−1}, d ≥ 2."""
    dim, kappa, function = expr.args
    if not dim.is_integer:
        raise Undecided(f"the dimension {dim} is not known to be an integer")
    for part in (dim, kappa):
        yield from obligations(part, domain)
    yield dim - 1, ">", domain
    body = function(U1, U2)
    show_continuous(body)
    yield from of_coordinates(body, domain)


def of_coordinates(body: Expr, domain: Domain) -> Iterator[Obligation]:
    """Yield what a function of two coordinates u_1 and u_2 of a point of a sphere needs to be defined.

    M_d, d > 0, is at least 1 on the real line, so that its logarithm is defined. A root is of a sum of terms that are
    not negative, the square 1 − u_1² − u_2² of what is left of the point among them.
    """
    if {U1, U2} & domain.declared:
        raise Undecided(f"{U1} or {U2} is taken in {domain.hypotheses()}")
    if free_variables(body) & {v.symbol for v in domain.vectors}:
        raise Undecided(f"{body} takes a vector for a number")
    left = sp.Dummy("w", nonnegative=True)
    sides = [GreaterThan(1 - u, 0, evaluate=False) for u in (U1, U2, -U1, -U2)]
    disc = Domain(*domain.symbols, U1, U2, left, *domain.vectors, *domain.conditions, *sides)
    found: list[Obligation] = []

    def settled(node: Expr) -> Expr:
        if isinstance(node, sp.log):
            dim, at = node.args[0].args
            found.append((dim, ">", disc))
            found.extend(o for part in (dim, at) for o in obligations(part, disc))
            return sp.Dummy("log", real=True)
        for addend in sp.Add.make_args(node.base):
            found.append((addend, "≥", disc))
            found.extend(obligations(addend, disc))
        return sp.Dummy("root", nonnegative=True)

    def is_special(node: Basic) -> bool:
        if isinstance(node, sp.log):
            return isinstance(node.args[0], SphereMGF)
        return isinstance(node, sp.Pow) and node.exp == sp.S.Half

    bare = body.xreplace({1 - U1**2 - U2**2: left}).replace(is_special, settled)
    yield from obligations(bare, disc)
    yield from found


def _of_binder(expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
    match expr:
        case sp.Lambda():
            return iter(())
        case sp.Sum() | sp.Product():
            return _of_sum(expr, domain, smooth)
        case sp.Integral():
            return _of_integral(expr, domain, smooth)
        case sp.Derivative():
            if any(not isinstance(v, Symbol) or v.is_integer for v in expr.variables):
                raise Undecided(f"{expr} is no derivative in a real variable")
            return obligations(expr.expr, domain, smooth=True)
        case sp.Subs() | sp.Limit():
            raise Undecided(f"nothing is known here of where {expr} is defined")
    return None


def _of_sum(expr: sp.Sum | sp.Product, domain: Domain, smooth: bool) -> Iterator[Obligation]:
    body = expr.function
    for index, low, high in reversed(expr.limits):
        if not (low.is_integer and (high is sp.oo or high.is_integer)):
            raise Undecided(f"{index} does not run from an integer to an integer in {expr}")
        yield from obligations(low, domain, smooth)
        fresh = sp.Dummy("index", integer=True, nonnegative=low.is_nonnegative or None)
        body = body.subs(index, fresh)
        if high is sp.oo:
            domain = _extended(domain, fresh, low, None)
            show_converging(body, fresh, domain)
        else:
            yield from obligations(high, domain, smooth)
            # With fewer than no terms a sum would be one of the terms between, taken off.
            yield high - low + 1, "≥", domain
            domain = _extended(domain, fresh, low, high)
    yield from obligations(body, domain, smooth)


def _of_integral(expr: sp.Integral, domain: Domain, smooth: bool) -> Iterator[Obligation]:
    """The integral of a continuous function over a bounded interval."""
    body = expr.function
    for variable, *ends in reversed(expr.limits):
        if len(ends) != 2:
            raise Undecided(f"{expr} is not an integral over an interval")
        for end in ends:
            yield from obligations(end, domain, smooth)
        fresh = sp.Dummy("variable", real=True)
        body, domain = body.subs(variable, fresh), _extended(domain, fresh, *ends)
    yield from obligations(body, domain, smooth)


def _extended(domain: Domain, symbol: Symbol, low: Expr, high: Expr | None) -> Domain:
    sides: list[Relational] = [GreaterThan(symbol, low, evaluate=False)]
    if high is not None:
        sides.append(LessThan(symbol, high, evaluate=False))
    missing = {v for side in sides for v in free_variables(side)} - domain.declared - {symbol}
    if missing:
        raise Undecided(f"a bound of {symbol} speaks of undeclared {sorted(map(str, missing))}")
    return Domain(*domain.symbols, symbol, *domain.vectors, *domain.conditions, *sides)


def _of_vector(expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
    """A member of a declared family needs an index within it."""
    if not isinstance(expr, sp.Indexed):
        return None
    counts = [v.count for v in domain.vectors if v.symbol == expr.base and v.count is not None]
    if len(counts) != 1 or len(expr.indices) != 1 or not expr.indices[0].is_integer:
        raise Undecided(f"{expr} is not a member of a family that {domain.hypotheses()} declares")
    (index,) = expr.indices
    if isinstance(index, Draw) and index.args[2] == counts[0]:
        # A draw from 1, …, N is such an index.
        return obligations(index.args[1], domain, smooth)
    return iter([(index - 1, "≥", domain), (counts[0] - index, "≥", domain)])


# --- vectors -------------------------------------------------------------------------------------------------------


def is_vector(expr: Basic, domain: Domain) -> bool:
    """Tell whether an expression speaks of a vector, other than within an inner product or another function."""
    if isinstance(expr, Symbol | sp.Indexed):
        return any(v.symbol == getattr(expr, "base", expr) and v.kind not in LAWS for v in domain.vectors)
    if isinstance(expr, sp.Piecewise):
        return any(is_vector(value, domain) for value, _ in expr.args)
    if isinstance(expr, Defined):
        return is_vector(expr.definition(), domain)
    return isinstance(expr, sp.Add | sp.Mul | sp.Pow) and any(is_vector(a, domain) for a in expr.args)


def space_of(vector: Basic, domain: Domain) -> Expr:
    """Return the dimension of the space of a linear combination of declared vectors; raise `Undecided` for others."""
    parts: Sequence[Basic] = ()
    if isinstance(vector, Defined):
        parts = (vector.definition(),)
    elif isinstance(vector, sp.Add):
        parts = vector.args
    elif isinstance(vector, sp.Piecewise):
        parts = [value for value, _ in vector.args]
    elif isinstance(vector, sp.Mul):
        parts = [a for a in vector.args if is_vector(a, domain)]
        parts = parts if len(parts) == 1 else ()
    elif isinstance(vector, Symbol | sp.Indexed):
        base, alone = getattr(vector, "base", vector), isinstance(vector, Symbol)
        for item in domain.vectors:
            if item.symbol == base and (item.count is None) is alone and item.kind not in LAWS:
                return item.dim
    dims = {space_of(part, domain) for part in parts}
    if len(dims) != 1:
        raise Undecided(f"{vector} is not a vector of one space that {domain.hypotheses()} declares")
    return dims.pop()


# --- series --------------------------------------------------------------------------------------------------------


def show_converging(term: Expr, index: Symbol, domain: Domain) -> None:
    """Check the ratio test: successive terms have a ratio, rational in the index, that tends to 0."""
    ratio = sp.cancel(sp.together(quotient(term.subs(index, index + 1), term)))
    numerator, denominator = sp.fraction(ratio)
    if not ratio.is_rational_function(index) or sp.degree(numerator, index) >= sp.degree(denominator, index):
        raise Undecided(f"the ratio test does not show that the series of {term} converges: ratio {ratio}")
    signs.show_nonzero(sp.LC(denominator, index), domain)
