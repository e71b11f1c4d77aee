"""What is a number, and what is a vector, a law or a sample: none of these may stand where a number is meant."""

from __future__ import annotations

from functools import lru_cache

import sympy as sp
from sympy import Basic, Symbol
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.language.cones import PairedCosine
from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.domain import PLAIN, Domain
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.independent import (
    DrawnDirection,
    DrawnDistance,
    DrawnLoss,
    NoneReaches,
    PairsChance,
    PairsMean,
)
from modgap.theory.language.means import Mean
from modgap.theory.language.samples import Draw
from modgap.theory.language.subspaces import CoupledCross
from modgap.theory.language.symbols import Defined, Dot, PrincipalCosine, SphereIntegral, SphereMoment, unfold

#: Where functions that have no definition take a vector, a law or a sample: positions of their arguments.
_NO_NUMBERS: dict[type, tuple[int, ...]] = {
    Dot: (0, 1),
    SphereIntegral: (1,),
    HyperplaneIntegral: (1, 2),
    SphereMoment: (1, 2),
    PrincipalCosine: (1, 2),
    PairedCosine: (0, 3, 4),
    CoupledCross: (0, 3, 4, 5),
    CouplingMean: (0,),
    Draw: (0,),
    DrawnDirection: (2,),
    DrawnLoss: (2,),
    DrawnDistance: (2, 3),
    PairsMean: (0,),
    PairsChance: (0,),
    NoneReaches: (0,),
}


#: What is between real numbers alone.
_INEQUALITIES = (GreaterThan, LessThan, StrictGreaterThan, StrictLessThan)

#: Where functions take a sample.
_SAMPLE_AT: dict[type, int] = {Draw: 0, DrawnDirection: 2, DrawnLoss: 2, DrawnDistance: 2}


def takes_for_a_number(statement: Basic, domain: Domain) -> bool:
    """Tell whether a vector, a law or a sample stands where a number is meant, in hypotheses and definitions too.

    Vectors and laws are what a domain declares as such. A plain symbol, of which nothing is assumed, is a number where
    the domain's inequalities take it for one and nothing is drawn from it; where a mean binds it, it is a sample or a
    vector.
    """
    names = frozenset(v.symbol for v in domain.vectors)
    if plain := frozenset(filter(_is_plain, domain.symbols)):
        said = (unfold(statement), *map(unfold, domain.conditions))
        drawn = {part.args[_SAMPLE_AT[type(part)]] for one in said for part in one.atoms(*_SAMPLE_AT)}
        compared = [c for c in domain.conditions if isinstance(c, _INEQUALITIES)]
        names |= drawn | {one for one in plain if not any(_as_number(c, frozenset({one})) for c in compared)}
    return any(_as_number(one, names) for one in (statement, *domain.conditions))


def _is_plain(symbol: Symbol) -> bool:
    return bool(symbol.assumptions0 == PLAIN)


@lru_cache(maxsize=1 << 16)
def _as_number(expr: Basic, names: frozenset[Basic]) -> bool:
    """Tell whether one of these names is taken for a number in what is a number itself."""
    if isinstance(expr, Symbol | sp.Indexed | sp.IndexedBase):
        return getattr(expr, "base", expr) in names
    if isinstance(expr, Defined):
        return _as_number(expr.definition(), names)
    if isinstance(expr, sp.Lambda):
        return _as_number(expr.expr, names.union(filter(_is_plain, expr.variables)))
    if isinstance(expr, Mean | NoneReaches):
        # What these bind are vectors, whatever is assumed of their names.
        names |= set(expr.args[-1].variables)
    others = _NO_NUMBERS.get(type(expr), ())
    return any((_as_vector if place in others else _as_number)(part, names) for place, part in enumerate(expr.args))


def _as_vector(expr: Basic, names: frozenset[Basic]) -> bool:
    """Tell whether one of these names is taken for a number in a linear combination of vectors, or in a mere name."""
    if isinstance(expr, Symbol):
        return False
    if isinstance(expr, sp.Indexed):
        return any(_as_number(index, names) for index in expr.indices)
    if isinstance(expr, Defined):
        return _as_vector(expr.definition(), names)
    if isinstance(expr, sp.Lambda):
        return _as_vector(expr.expr, names.union(filter(_is_plain, expr.variables)))
    if isinstance(expr, sp.Add):
        return any(_as_vector(part, names) for part in expr.args)
    if isinstance(expr, sp.Mul):
        vectors = [factor for factor in expr.args if _as_number(factor, names)]
        return len(vectors) > 1 or any(_as_vector(factor, names) for factor in vectors)
    if isinstance(expr, sp.Piecewise):
        return any(_as_vector(value, names) or _as_number(condition, names) for value, condition in expr.args)
    return _as_number(expr, names)
