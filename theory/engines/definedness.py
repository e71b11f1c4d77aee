"""What an expression needs to be defined, and the check that a domain grants it.

A term that cancels still has to mean something: 1/x − 1/x = 0 is no equation at x = 0. What makes a fact shows first
that its statement is defined, function by function; a function of which nothing is known here is refused. What other
facts and hypotheses of the domain speak of is defined where these hold, and need not be shown again.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.core.relational import (
    Equality,
    GreaterThan,
    LessThan,
    Relational,
    StrictGreaterThan,
    StrictLessThan,
)

from modgap.theory.engines import signs
from modgap.theory.engines.known import K, Known, known_positive
from modgap.theory.engines.normal_forms import bilinear, quotient
from modgap.theory.language.cones import BestCosine, PairedCosine
from modgap.theory.language.couplings import CouplingMean, inside, show_continuous
from modgap.theory.language.domain import BINDERS, LAWS, PLAIN, Domain, Vectors, free_variables
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.independent import (
    DrawnDirection,
    DrawnDistance,
    DrawnLoss,
    NoneReaches,
    PairsChance,
    PairsMean,
)
from modgap.theory.language.means import GaussianMean, SphereAverage
from modgap.theory.language.samples import Draw, SampleMean
from modgap.theory.language.subspaces import CoupledCross, PlaneMean
from modgap.theory.language.substitution import from_below, substituted
from modgap.theory.language.symbols import (
    U1,
    U2,
    BesselZero,
    ConvolutionRoot,
    Defined,
    Dot,
    ExponentialIntegral,
    PrincipalCosine,
    RootOverlap,
    SphereIntegral,
    SphereMean,
    SphereMGF,
    SphereMoment,
    StruveL,
    unfold,
)
from modgap.theory.outcome import Undecided

#: An expression, its relation to 0, and the domain (extended by bound indices) on which that is needed.
Obligation = tuple[Expr, str, Domain]

#: What is defined, and analytic, where its parts are.
_PLAIN = (Symbol, sp.IndexedBase, sp.Add, sp.Mul, sp.Tuple, Relational, sp.And)

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
    sp.RisingFactorial: lambda a, k: (a, a + k),
    sp.besseli: lambda order, z: (z,),
    sp.besselk: lambda order, z: (z,),
    sp.acosh: lambda a: (a - 1,),
    sp.acos: lambda a: (1 - a**2,),
    sp.asin: lambda a: (1 - a**2,),
    sp.atanh: lambda a: (1 - a**2,),
    sp.tan: lambda a: (sp.cos(a) ** 2,),
}
#: Of these, the ones that are still defined (though not differentiable) where the expression is zero.
_CLOSED = (sp.acosh, sp.acos, sp.asin)

#: How each relation is shown.
SHOW = MappingProxyType({"≠": signs.show_nonzero, "≥": signs.show_nonnegative, ">": signs.show_positive})


# --- what is spoken of -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 14)
def parts_of(expr: Basic) -> frozenset[Basic]:
    """Return the parts of an expression that have a meaning wherever it has: not what is bound, nor single cases."""
    if expr.is_Atom or isinstance(expr, BINDERS):
        return frozenset({expr})
    if isinstance(expr, sp.Piecewise):
        return frozenset({expr})
    if isinstance(expr, Defined):
        return parts_of(expr.definition()) | {expr}
    inside: Iterable[Basic] = [expr.expr] if isinstance(expr, sp.Derivative) else expr.args
    return frozenset({expr}).union(*map(parts_of, inside))


@dataclass(frozen=True)
class Sources:
    """What may be taken for defined, and for positive: facts, and parts that a rule vouches for on its domain."""

    facts: Sequence[Known] = ()
    parts: frozenset[Basic] = frozenset()
    domain: Domain = field(default_factory=Domain)
    #: Roots and logarithms of which a rule has shown that what stands in them is in their range.
    in_range: frozenset[Basic] = frozenset()

    def speaks_of(self, expr: Basic, where: Domain) -> bool:
        """Tell whether an expression is known to be defined on a domain; a mean that may be infinite is not."""
        if any(expr in parts_of(condition) for condition in where.conditions):
            return not expr.has(GaussianMean)
        if expr in self.parts and self.domain.within(where):
            return True
        for fact in self.facts:
            if expr in parts_of(fact.statement) and holds_within(fact.domain, where):
                return fact.finite or not expr.has(GaussianMean)
        return False

    def mentions(self, expr: Basic, where: Domain) -> bool:
        """Tell whether a fact speaks of an expression on a domain, be it a number or infinite."""
        return any(expr in parts_of(f.statement) and holds_within(f.domain, where) for f in self.facts)

    def positive(self, where: Domain) -> dict[Expr, Known | None]:
        """Return what is known to be positive on a domain."""
        # A fact serves where its hypotheses are made: not for a bound variable of the same name.
        return known_positive([fact for fact in self.facts if fact.domain.within(where)], where)


def holds_within(inner: Domain, where: Domain) -> bool:
    """Tell whether wherever one domain is, the other one is for some values of the variables that it has besides.

    Of these nothing may be asked; numbers, and vectors that are free, of length one or in the ball, there always are.
    """
    if inner.within(where):
        return True
    besides = inner.declared - where.declared
    kinds = {v.kind for v in inner.vectors if v.symbol in besides}
    if not besides or not kinds <= {"free", "unit", "ball"}:
        return False
    # Vectors first: the number of a family, or its dimension, goes with the last family that has it.
    for symbol in sorted(besides, key=lambda one: one in inner.symbols):
        if any(symbol in free_variables(c) for c in inner.conditions):
            return False
        inner = inner.without(symbol)
    return inner.within(where)


# --- the check -------------------------------------------------------------------------------------------------------


def show_defined(statement: Basic, domain: Domain, given: Sequence[K] = ()) -> tuple[K, ...]:
    """Check that both sides are defined on the domain; return the given facts, which are premises of what uses this."""
    _settle(statement, Walk(Sources(given)).obligations(statement, domain), Sources(given))
    return tuple(dict.fromkeys(given))


def show_meaning(
    statement: Basic,
    domain: Domain,
    premises: Sequence[Known],
    parts: Iterable[Basic] = (),
    in_range: Iterable[Basic] = (),
) -> bool:
    """Check that a statement is defined on a domain, as facts say in which its parts occur; tell whether it is finite.

    Parameters
    ----------
    statement : sympy relation, or conjunction of relations
        What is stated.
    domain : Domain
        Where.
    premises : sequence of Known
        What is known there.
    parts : iterable of sympy expressions
        What a rule has shown to be defined otherwise.
    in_range : iterable of sympy expressions
        Roots and logarithms: a rule has shown that what stands in them is not negative, or positive, and no more.

    Returns
    -------
    bool
        False for a statement, with = or ≤, on means of positive functions that may be infinite.
    """
    known = Sources(premises, frozenset(parts), domain, frozenset(in_range))
    try:
        _settle(statement, Walk(known).obligations(statement, domain), known)
    except Undecided:
        if not statement.has(GaussianMean) or not isinstance(statement, Relational):
            raise
        for side in _that_may_be_infinite(statement):
            _settle(statement, Walk(known).up_to_infinity(side, domain), known)
        for side in set(statement.args) - set(_that_may_be_infinite(statement)):
            _settle(statement, Walk(known).obligations(side, domain), known)
        return False
    return True


def _that_may_be_infinite(statement: Relational) -> list[Expr]:
    """Return the sides of a relation that may be infinite in (0, ∞]: of a strict one the larger side alone."""
    match statement:
        case StrictLessThan():
            return [statement.rhs]
        case StrictGreaterThan():
            return [statement.lhs]
        case Equality() | LessThan() | GreaterThan():
            return [side for side in statement.args if side != 0]
    raise Undecided(f"{statement} is no relation between numbers of (0, ∞]")


def _settle(statement: Basic, found: Iterator[Obligation], known: Sources) -> None:
    for expr, relation, where in dict.fromkeys((unfold(e), r, d) for e, r, d in found):
        # First what is read off, as searches may take long.
        if relation in (">", "≠") and _is_series_at_a_known_place(expr, where, known):
            continue
        problem = _problem(expr, relation, where, ())
        if problem is None:
            continue
        positive = known.positive(where)
        if relation == "≥" and _stated_not_negative(expr, [f for f in known.facts if f.domain.within(where)]):
            continue
        problem = _problem(expr, relation, where, tuple(positive)) if positive else problem
        if problem is not None:
            raise Undecided(f"{statement} needs {expr} {relation} 0: {problem}")


def _is_series_at_a_known_place(expr: Expr, where: Domain, known: Sources) -> bool:
    """Tell whether an expression is ₀F₁(; b; w), b > 0, and what is known shows that w is not negative.

    It says so of w or of a positive multiple, or speaks of its root, which is defined only there.
    """
    if not isinstance(expr, sp.hyper) or expr.args[0] or _problem(expr.args[1][0], ">", where, ()) is not None:
        return False
    facts = [fact.statement for fact in known.facts if fact.domain.within(where)]
    for statement in (*facts, *where.conditions):
        places = [part.base for part in map(unfold, parts_of(statement)) if part.is_Pow and part.exp == sp.S.Half]
        if isinstance(statement, GreaterThan | StrictGreaterThan) and statement.rhs == 0:
            places.append(unfold(statement.lhs))
        if any(_is_positive_multiple(place, expr.args[2]) for place in places):
            signs.note(signs.ELEMENTARY + signs.SERIES)
            return True
    return False


def _is_positive_multiple(first: Expr, second: Expr) -> bool:
    one, rest = sp.expand(first).as_content_primitive()
    other, same = sp.expand(second).as_content_primitive()
    return bool(one > 0 and other > 0 and sp.expand(rest - same) == 0)


def _problem(expr: Expr, relation: str, where: Domain, known: tuple[Expr, ...]) -> str | None:
    """Return why a sign is not shown, or None where it is; what was relied on is noted as if it were shown anew."""
    problem, relied_on = _looked_at(expr, relation, where, known)
    signs.note(*relied_on)
    return problem


@lru_cache(maxsize=1 << 16)
def _looked_at(expr: Expr, relation: str, where: Domain, known: tuple[Expr, ...]) -> tuple[str | None, frozenset[str]]:
    with signs.noting() as relied_on:
        try:
            SHOW[relation](expr, where, known)
        except Undecided as reason:
            return str(reason), frozenset(relied_on)
    return None, frozenset(relied_on)


def _stated_not_negative(expr: Expr, given: Sequence[Known]) -> bool:
    """Tell whether a given fact says of just this expression that it is not negative."""
    stated = (fact.statement for fact in given if isinstance(fact.statement, GreaterThan) and fact.statement.rhs == 0)
    return any(unfold(statement.lhs) == expr for statement in stated)


def obligations(expr: Basic, domain: Domain, smooth: bool = False) -> Iterator[Obligation]:
    """Yield what an expression needs to be defined (to be differentiable, if `smooth`)."""
    return Walk(Sources()).obligations(expr, domain, smooth)


@dataclass(frozen=True)
class Walk:
    """Walks over an expression and yields what it needs to be defined."""

    known: Sources
    #: For each sample that is averaged over: from how many indices it is drawn, and how often.
    samples: tuple[tuple[Basic, Expr, Expr], ...] = ()

    def obligations(self, expr: Basic, domain: Domain, smooth: bool = False) -> Iterator[Obligation]:
        """Yield what an expression needs to be defined (to be differentiable, if `smooth`)."""
        if isinstance(expr, Symbol | sp.Rational) or (not smooth and self._spoken_of(expr, domain)):
            return
        for rule in (self._number, self._power, self._binder, self._mean, self._function, self._vector):
            found = rule(expr, domain, smooth)
            if found is not None:
                yield from found
                return
        if not isinstance(expr, _PLAIN):
            raise Undecided(f"nothing is known here of where {type(expr).__name__} is defined: {expr}")
        yield from self._all(expr.args, domain, smooth)

    def _spoken_of(self, expr: Basic, domain: Domain) -> bool:
        """Tell whether an expression is known to be defined, its draws from the samples that are averaged over too."""
        drawn = any(sample in free_variables(expr) for sample, _, _ in self.samples)
        return not drawn and self.known.speaks_of(expr, domain)

    def _all(self, exprs: Iterable[Basic], domain: Domain, smooth: bool = False) -> Iterator[Obligation]:
        for expr in exprs:
            yield from self.obligations(expr, domain, smooth)

    def up_to_infinity(self, expr: Basic, domain: Domain) -> Iterator[Obligation]:
        """Yield what an expression needs to be a number of (0, ∞]."""
        if isinstance(expr, GaussianMean) and self.known.mentions(expr, domain):
            # A fact speaks of it, and facts speak of means of positive functions only.
            return
        if not expr.has(GaussianMean):
            yield from self.obligations(expr, domain)
            yield expr, ">", domain
        elif isinstance(expr, sp.Mul | sp.Add):
            for part in expr.args:
                yield from self.up_to_infinity(part, domain)
        elif isinstance(expr, sp.Pow) and expr.exp.is_Rational and expr.exp.is_positive:
            yield from self.up_to_infinity(expr.base, domain)
        elif isinstance(expr, GaussianMean | CouplingMean | SphereAverage):
            yield from self.up_to_infinity(expr.integrand, self._averaged(expr, domain))
        else:
            raise Undecided(f"{expr} may be infinite, and is not read as a number of (0, ∞]")

    # --- kinds of nodes ---

    def _number(self, expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
        if isinstance(expr, sp.Number | sp.NumberSymbol) and expr.is_finite:
            return iter(())
        if isinstance(expr, sp.Number) or expr in (sp.I, sp.zoo, sp.nan):
            raise Undecided(f"{expr} is no real number")
        return None

    def _power(self, expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
        return self._of_power(expr, domain, smooth) if isinstance(expr, sp.Pow) else None

    def _of_power(self, expr: sp.Pow, domain: Domain, smooth: bool) -> Iterator[Obligation]:
        base, exponent = expr.args
        if isinstance(base, sp.gamma) and exponent.is_Integer and exponent.is_negative:
            # 1/Γ is entire, and zero at the poles of Γ.
            yield from self._all(base.args, domain, smooth)
            return
        yield from self._all(expr.args, domain, smooth)
        if (exponent.is_integer and exponent.is_nonnegative) or (not smooth and expr in self.known.in_range):
            return
        if exponent.is_integer:
            yield base, "≠", domain
        else:
            yield base, "≥" if exponent.is_Rational and exponent.is_positive and not smooth else ">", domain

    def _function(self, expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
        if isinstance(expr, sp.Piecewise):
            return self._cases(expr, domain, smooth)
        if isinstance(expr, Dot):
            dims = {space_of(side, domain) for side in expr.args if side != 0}
            if len(dims) > 1:
                raise Undecided(f"{expr} is an inner product of vectors of different spaces")
            return self._all(expr.args, domain, smooth)
        if isinstance(expr, Defined):
            return self._defined(expr, domain, smooth)
        if isinstance(expr, _TOTAL):
            _differentiable(expr, not smooth)
            return self._all(expr.args, domain)
        if isinstance(expr, sp.hyper):
            return self._series(expr, domain, smooth)
        if type(expr) in _OF_THE_LANGUAGE:
            _differentiable(expr, not smooth or isinstance(expr, ExponentialIntegral | SphereMoment))
            plain = [part for part in expr.args if not isinstance(part, sp.Lambda)]
            return iter([*self._all(plain, domain, smooth), *_OF_THE_LANGUAGE[type(expr)](expr, domain)])
        if type(expr) in _NEEDS:
            relation = "≥" if isinstance(expr, _CLOSED) and not smooth else ">"
            shown = not smooth and expr in self.known.in_range
            own = [] if shown else [(needed, relation, domain) for needed in _NEEDS[type(expr)](*expr.args)]
            return iter([*self._all(expr.args, domain, smooth), *own])
        return self._all(expr.args, domain, smooth) if isinstance(expr, _ENTIRE) else None

    def _defined(self, expr: Defined, domain: Domain, smooth: bool) -> Iterator[Obligation]:
        """A symbol is defined where its arguments are, of which its definition may have cancelled a part."""
        for part in expr.args:
            if not isinstance(part, sp.Lambda):
                yield from self.obligations(part, domain)
            elif strays := [n for n in sp.preorder_traversal(part.expr) if n.args and n.func(*n.args) != n]:
                raise Undecided(f"{strays[0]} in {expr} is not as SymPy writes it, and may cancel in its definition")
        yield from self.obligations(expr.definition(), domain, smooth)

    def _series(self, expr: sp.hyper, domain: Domain, smooth: bool) -> Iterator[Obligation]:
        above, below, argument = expr.args
        if len(above) > len(below):
            raise Undecided(f"{expr} is not shown to converge")
        yield from self._all((*above, *below, argument), domain, smooth)
        for parameter in below:
            yield parameter, ">", domain

    def _cases(self, expr: sp.Piecewise, domain: Domain, smooth: bool) -> Iterator[Obligation]:
        if expr.args[-1][1] != sp.true:
            raise Undecided(f"{expr} does not say what it is in all other cases")
        _differentiable(expr, not smooth)
        for value, condition in expr.args:
            extra = () if condition == sp.true else (condition,)
            yield from self._all(condition.args, domain)
            case = Domain(*domain.symbols, *domain.vectors, *domain.conditions, *extra)
            yield from self.obligations(value, case)

    # --- means ---

    def _mean(self, expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
        if isinstance(expr, SphereMean):
            return self._sphere_mean(expr, domain, smooth)
        if not isinstance(expr, PlaneMean | GaussianMean | CouplingMean | SphereAverage | SampleMean):
            return None
        _differentiable(expr, not smooth)
        if isinstance(expr, PlaneMean):
            return self._plane_mean(expr, domain)
        if isinstance(expr, SampleMean):
            return self._sample_mean(expr, domain)
        if isinstance(expr, GaussianMean):
            # A mean is a number only where a fact says that it is: such facts say that it is positive and finite.
            return iter([(expr, ">", domain)])
        show_continuous(expr.integrand)
        return self.obligations(expr.integrand, self._averaged(expr, domain))

    def _averaged(self, expr: GaussianMean | CouplingMean | SphereAverage, domain: Domain) -> Domain:
        """Return the domain on which a mean's integrand is averaged."""
        if not isinstance(expr, GaussianMean):
            return inside(expr, domain)
        dim, beta, _ = expr.args
        if not beta.is_positive:
            raise Undecided(f"the inverse temperature {beta} is not known to be positive")
        try:
            own = Vectors(expr.variable, dim, None, "free")
            return Domain(*domain.symbols, *domain.vectors, own, *domain.conditions)
        except ValueError as reason:
            raise Undecided(f"{expr} is no mean over a space: {reason}") from reason

    def _sample_mean(self, expr: SampleMean, domain: Domain) -> Iterator[Obligation]:
        """The mean over all N^n samples, whose draws are draws from 1, …, N."""
        count, size, function = expr.args
        (sample,) = function.variables
        if sample.assumptions0 != PLAIN or not all(c.is_integer and c.is_positive for c in (count, size)):
            raise Undecided(f"{expr} is no mean over samples: {count} and {size} are to be positive integers")
        yield from self._all((count, size), domain)
        inner = Domain(*domain.symbols, sample, *domain.vectors, *domain.conditions)
        yield from Walk(self.known, (*self.samples, (sample, count, size))).obligations(function.expr, inner)

    def _draw(self, expr: Draw, domain: Domain) -> Iterator[Obligation]:
        """The index of 1, …, N that the k-th draw brings, k ≥ 1, and k ≤ n where n draws are averaged over."""
        sample, position, count = expr.args
        plain = isinstance(sample, Symbol) and sample.assumptions0 == PLAIN and sample in domain.symbols
        if not plain or not position.is_integer or not (count.is_integer and count.is_positive):
            raise Undecided(f"{expr} is no draw of a sample that {domain.hypotheses()} declares")
        yield from self._all((position, count), domain)
        yield position - 1, "≥", domain
        for drawn, indices, size in self.samples:
            if drawn == sample and indices != count:
                raise Undecided(
                    f"{expr} is a draw from 1, …, {count}, and {sample} one of samples from 1, …, {indices}"
                )
            if drawn == sample:
                yield size - position, "≥", domain

    def _sphere_mean(self, expr: SphereMean, domain: Domain, smooth: bool) -> Iterator[Obligation]:
        """The mean of a continuous function of a coordinate, h ≥ 2."""
        dim, function = expr.args
        (u,) = function.variables
        yield from self.obligations(dim, domain)
        yield dim - 1, ">", domain
        if u.is_nonnegative or u.is_integer:
            raise Undecided(f"{u} in {expr} is assumed to be more than a coordinate is")
        # Defined everywhere is not enough: 1/u² for u > 0, and 0 else, has no mean.
        show_continuous(function.expr)
        yield from self.obligations(function.expr, _extended(domain, u, -sp.S.One, sp.S.One), smooth)

    def _plane_mean(self, expr: PlaneMean, domain: Domain) -> Iterator[Obligation]:
        """The mean of a continuous function of two coordinates over a sphere S^{d−1}, d ≥ 2."""
        dim, kappa, function = expr.args
        if not dim.is_integer:
            raise Undecided(f"the dimension {dim} is not known to be an integer")
        yield from self._all((dim, kappa), domain)
        yield dim - 1, ">", domain
        body = substituted(function.expr, dict(zip(function.variables, (U1, U2), strict=True)))
        show_continuous(body)
        yield from of_coordinates(body, domain)

    # --- binders ---

    def _binder(self, expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
        match expr:
            case sp.Lambda():
                raise Undecided(f"{expr} is no number, and nothing is known here of what takes it")
            case sp.Sum() | sp.Product():
                return self._sum(expr, domain, smooth)
            case sp.Integral():
                return self._integral(expr, domain, smooth)
            case sp.Derivative():
                if any(not isinstance(v, Symbol) or v.is_integer for v in expr.variables):
                    raise Undecided(f"{expr} is no derivative in a real variable")
                return self.obligations(expr.expr, domain, smooth=True)
            case sp.Subs() | sp.Limit():
                raise Undecided(f"nothing is known here of where {expr} is defined")
        return None

    def _sum(self, expr: sp.Sum | sp.Product, domain: Domain, smooth: bool) -> Iterator[Obligation]:
        for index, low, high in reversed(expr.limits):
            if not (low.is_integer and (high is sp.oo or high.is_integer)):
                raise Undecided(f"{index} does not run from an integer to an integer in {expr}")
            if index.assumptions0 != PLAIN and not index.is_integer:
                raise Undecided(f"{index} counts the terms of {expr} and is no integer")
            if index.is_nonnegative:
                # A bound variable is assumed to be no more than its range makes it.
                yield low - (1 if index.is_positive else 0), "≥", domain
            yield from self.obligations(low, domain, smooth)
            if high is sp.oo and len(expr.limits) > 1:
                raise Undecided(f"{expr} runs over several indices, and not all of them are shown to converge together")
            if high is sp.oo:
                domain = _extended(domain, index, low, None)
                # That a series converges does not say that it has a slope: that of cos(kx)/k² has none at 0.
                if smooth or not self.known.speaks_of(expr, domain):
                    show_converging(expr.function, index, domain)
            else:
                yield from self.obligations(high, domain, smooth)
                # With fewer than no terms a sum would be one of the terms between, taken off.
                yield high - low + 1, "≥", domain
                domain = _extended(domain, index, low, high)
        yield from self.obligations(expr.function, domain, smooth)

    def _integral(self, expr: sp.Integral, domain: Domain, smooth: bool) -> Iterator[Obligation]:
        """The integral of a continuous function over a bounded interval, from its lower end to its upper one."""
        show_continuous(expr.function)
        for variable, *ends in reversed(expr.limits):
            if len(ends) != 2:
                raise Undecided(f"{expr} is not an integral over an interval")
            yield from self._all(ends, domain, smooth)
            yield ends[1] - ends[0], "≥", domain
            if variable.is_integer:
                raise Undecided(f"{variable} is integrated over in {expr} and assumed to be an integer")
            if variable.is_nonnegative:
                yield ends[0], ">" if variable.is_positive else "≥", domain
            domain = _extended(domain, variable, *ends)
        yield from self.obligations(expr.function, domain, smooth)

    def _vector(self, expr: Basic, domain: Domain, smooth: bool) -> Iterator[Obligation] | None:
        """A member of a declared family needs an index within it."""
        if isinstance(expr, Draw):
            return self._draw(expr, domain)
        if not isinstance(expr, sp.Indexed):
            return None
        counts = [v.count for v in domain.vectors if v.symbol == expr.base and v.count is not None]
        if len(counts) != 1 or len(expr.indices) != 1 or not expr.indices[0].is_integer:
            raise Undecided(f"{expr} is not a member of a family that {domain.hypotheses()} declares")
        (index,) = expr.indices
        if isinstance(index, Draw) and index.args[2] == counts[0]:
            # A draw from 1, …, N is such an index.
            return self._draw(index, domain)
        own = [(index - 1, "≥", domain), (counts[0] - index, "≥", domain)]
        return iter([*self.obligations(index, domain), *own])


def _differentiable(expr: Basic, fine: bool) -> None:
    if not fine:
        raise Undecided(f"{expr} is not shown to be differentiable")


def _extended(domain: Domain, symbol: Symbol, low: Expr, high: Expr | None) -> Domain:
    sides: list[Relational] = [GreaterThan(symbol, low, evaluate=False)]
    if high is not None:
        sides.append(LessThan(symbol, high, evaluate=False))
    missing = {v for side in sides for v in free_variables(side)} - domain.declared - {symbol}
    if missing:
        raise Undecided(f"a bound of {symbol} speaks of undeclared {sorted(map(str, missing))}")
    if symbol in domain.declared:
        raise Undecided(f"{symbol} is bound here, and {domain.hypotheses()} declares it")
    try:
        return Domain(*domain.symbols, symbol, *domain.vectors, *domain.conditions, *sides)
    except ValueError as reason:
        raise Undecided(f"{symbol} is not bound here: {reason}") from reason


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

    def settled(node: Basic) -> Basic:
        if node == 1 - U1**2 - U2**2:
            return left
        if isinstance(node, sp.log) and isinstance(node.args[0], SphereMGF):
            dim, at = node.args[0].args
            found.append((dim, ">", disc))
            found.extend(o for part in (dim, at) for o in obligations(part, disc))
            return sp.Dummy("log", real=True)
        if isinstance(node, sp.Pow) and node.exp == sp.S.Half:
            for addend in sp.Add.make_args(node.base):
                found.append((addend, "≥", disc))
                found.extend(obligations(addend, disc))
            return sp.Dummy("root", nonnegative=True)
        return node

    bare = from_below(body, settled)
    yield from obligations(bare, disc.without(left) if not bare.has(left) else disc)
    yield from found


# --- functions of the language ---------------------------------------------------------------------------------------


def _integers(domain: Domain, *values: Expr) -> None:
    for value in values:
        if not value.is_integer:
            raise Undecided(f"{value} is not known to be an integer in {domain.hypotheses()}")


def _vectors_of(dim: Expr, domain: Domain, *vectors: Basic) -> None:
    for vector in vectors:
        if vector != 0 and space_of(vector, domain) != dim:
            raise Undecided(f"{vector} is no vector of R^({dim})")


def _of_sphere_integral(expr: SphereIntegral, domain: Domain) -> Iterator[Obligation]:
    dim, vector = expr.args
    _integers(domain, dim)
    _vectors_of(dim, domain, vector)
    yield dim, ">", domain


def _of_hyperplane_integral(expr: HyperplaneIntegral, domain: Domain) -> Iterator[Obligation]:
    dim, vector, normal = expr.args
    _integers(domain, dim)
    _vectors_of(dim, domain, vector, normal)
    yield dim - 1, ">", domain
    square = unfold(Dot(normal, normal))
    length = sp.expand(square.replace(lambda e: isinstance(e, Dot), lambda e: bilinear(e, domain)))
    if sp.expand(length) != 1:
        raise Undecided(f"{normal} is not seen to be a unit vector: its square is {length}")


def _of_sphere_moment(expr: SphereMoment, domain: Domain) -> Iterator[Obligation]:
    dim, vector, axis, power = expr.args
    _integers(domain, dim, power)
    _vectors_of(dim, domain, vector, axis)
    yield dim, ">", domain
    yield power, "≥", domain


def _of_principal_cosine(expr: PrincipalCosine, domain: Domain) -> Iterator[Obligation]:
    position, *bases, count = expr.args
    _integers(domain, position, count)
    yield position - 1, "≥", domain
    yield count - position, "≥", domain
    spaces = set()
    for basis in bases:
        (index,) = basis.variables
        within = _extended(domain, index, sp.S.One, count)
        spaces.add(space_of(basis.expr, within))
        yield from obligations(basis.expr, within)
    if len(spaces) != 1:
        raise Undecided(f"{expr} compares bases in different spaces")


def _of_convolution_root(expr: ConvolutionRoot, domain: Domain) -> Iterator[Obligation]:
    dim, kappa, roots, cosine = expr.args
    _integers(domain, dim, roots)
    yield dim - 2, ">", domain
    yield kappa, ">", domain
    yield roots, ">", domain
    yield 1 - cosine, "≥", domain
    yield 1 + cosine, "≥", domain


def is_unit(vector: Basic, dim: Expr, domain: Domain) -> bool:
    """Tell whether a vector, or its negative, is one that the domain declares as a unit vector of R^dim."""
    return any(
        v.symbol in (vector, -vector) and (v.dim, v.count) == (dim, None) and v.kind in ("unit", "across")
        for v in domain.vectors
    )


def _of_pairing(coupling: Basic, dim: Expr, kappa: Expr, centres: Sequence[Basic], domain: Domain):
    declared = [v for v in domain.vectors if v.symbol == coupling]
    if [v.kind for v in declared] != ["pairing"]:
        raise Undecided(f"{domain.hypotheses()} does not declare {coupling} as a coupling of two laws")
    _integers(domain, dim)
    for centre in centres:
        if not is_unit(centre, dim, domain):
            raise Undecided(f"{domain.hypotheses()} does not declare {centre} as a unit vector of R^({dim})")
    yield dim - 1, ">", domain
    yield kappa, ">", domain


def _of_paired_cosine(expr: PairedCosine, domain: Domain) -> Iterator[Obligation]:
    coupling, dim, kappa, *centres = expr.args
    return _of_pairing(coupling, dim, kappa, centres, domain)


def _of_coupled_cross(expr: CoupledCross, domain: Domain) -> Iterator[Obligation]:
    coupling, dim, kappa, *centres, e, _ = expr.args
    _vectors_of(dim, domain, e)
    return _of_pairing(coupling, dim, kappa, centres, domain)


def _of_best_cosine(expr: BestCosine, domain: Domain) -> Iterator[Obligation]:
    dim, cosine, *concentrations = expr.args
    _integers(domain, dim)
    yield dim - 1, ">", domain
    yield 1 - cosine, "≥", domain
    yield 1 + cosine, "≥", domain
    for kappa in concentrations:
        yield kappa, ">", domain


def _of_root_overlap(expr: RootOverlap, domain: Domain) -> Iterator[Obligation]:
    yield expr.args[0], ">", domain


def _of_bessel_zero(expr: BesselZero, domain: Domain) -> Iterator[Obligation]:
    order, index = expr.args
    _integers(domain, index)
    yield order + 1, ">", domain
    yield index, ">", domain


def _of_drawn(expr: DrawnDirection | DrawnDistance, domain: Domain) -> Iterator[Obligation]:
    """What is said of the first n pairs of a sample that the domain declares, n ≥ 1."""
    _, size, sample = expr.args[:3]
    _integers(domain, size)
    if not (isinstance(sample, Symbol) and sample.assumptions0 == PLAIN and sample in domain.symbols):
        raise Undecided(f"{sample} in {expr} is no sample that {domain.hypotheses()} declares")
    yield size - 1, "≥", domain


def _of_drawn_distance(expr: DrawnDistance, domain: Domain) -> Iterator[Obligation]:
    law = expr.args[3]
    if [v.kind for v in domain.vectors if v.symbol == law] != ["coupling"]:
        raise Undecided(f"{domain.hypotheses()} does not declare {law} as a coupling of unit vectors")
    yield from _of_drawn(expr, domain)


def _of_sample(expr: PairsMean | PairsChance, size: Expr, sample: Symbol, domain: Domain) -> None:
    """Check the law and that what is said of the sample is the loss of so many of its pairs, and nothing else."""
    law, body = expr.args[0], expr.integrand
    if [v.kind for v in domain.vectors if v.symbol == law] != ["coupling"]:
        raise Undecided(f"{domain.hypotheses()} does not declare {law} as a coupling of unit vectors")
    losses = body.atoms(DrawnDirection, DrawnDistance)
    if any(loss.args[1:3] != (size, sample) for loss in losses):
        raise Undecided(f"{body} speaks of other than {size} pairs of {sample}")
    besides = [part for loss in losses for part in (loss.args[0], *loss.args[3:])]
    if any(_stands_in(sample, part, losses) for part in (body, *besides)):
        raise Undecided(f"{body} speaks of {sample} other than by the loss of its pairs")


def _stands_in(variable: Symbol, expr: Basic, but: Container[Basic]) -> bool:
    """Tell whether a variable stands in an expression outside of certain parts of it.

    The expression is read as it is: with something put in place of these parts, others might vanish.
    """
    if expr in but:
        return False
    return expr == variable or any(_stands_in(variable, part, but) for part in expr.args)


def _of_pairs_mean(expr: PairsMean, domain: Domain) -> Iterator[Obligation]:
    _, size, _ = expr.args
    _integers(domain, size)
    yield size - 1, "≥", domain
    _of_sample(expr, size, expr.variable, domain)
    inner = Domain(*domain.symbols, expr.variable, *domain.vectors, *domain.conditions)
    yield from obligations(expr.integrand, inner)


def _of_pairs_chance(expr: PairsChance, domain: Domain) -> Iterator[Obligation]:
    _, low, high, _, _ = expr.args
    k, sample = expr.variables
    _integers(domain, low, high)
    yield low - 1, "≥", domain
    yield high - low, "≥", domain
    if not k.is_integer:
        raise Undecided(f"{k} in {expr} is no number of pairs")
    _of_sample(expr, k, sample, domain)
    inner = _extended(domain, k, low, high)
    yield from obligations(expr.integrand, Domain(*inner.symbols, sample, *inner.vectors, *inner.conditions))


def _of_none_reaches(expr: NoneReaches, domain: Domain) -> Iterator[Obligation]:
    law, times, _, _ = expr.args
    declared = [v for v in domain.vectors if v.symbol == law and v.kind == "coupling"]
    if len(declared) != 1 or len(expr.variables) % 2:
        raise Undecided(f"{expr} is not about pairs from a coupling that {domain.hypotheses()} declares")
    _integers(domain, times)
    yield times - 1, "≥", domain
    show_continuous(expr.integrand)
    if set(expr.variables) & domain.declared:
        raise Undecided(f"one of {expr.variables} is bound in {expr}, and {domain.hypotheses()} declares it")
    own = [Vectors(variable, declared[0].dim) for variable in expr.variables]
    yield from obligations(expr.integrand, Domain(*domain.symbols, *domain.vectors, *own, *domain.conditions))


def _of_struve(expr: StruveL, domain: Domain) -> Iterator[Obligation]:
    order, z = expr.args
    yield order + 1, ">", domain
    yield z, ">", domain


#: Functions of the language that have no definition that unfolds, and what their arguments are to be.
_OF_THE_LANGUAGE: dict[type, Callable[..., Iterator[Obligation]]] = {
    SphereIntegral: _of_sphere_integral,
    HyperplaneIntegral: _of_hyperplane_integral,
    SphereMoment: _of_sphere_moment,
    PrincipalCosine: _of_principal_cosine,
    ConvolutionRoot: _of_convolution_root,
    PairedCosine: _of_paired_cosine,
    CoupledCross: _of_coupled_cross,
    BestCosine: _of_best_cosine,
    RootOverlap: _of_root_overlap,
    BesselZero: _of_bessel_zero,
    StruveL: _of_struve,
    DrawnDirection: _of_drawn,
    DrawnLoss: _of_drawn,
    DrawnDistance: _of_drawn_distance,
    PairsMean: _of_pairs_mean,
    PairsChance: _of_pairs_chance,
    NoneReaches: _of_none_reaches,
}


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
