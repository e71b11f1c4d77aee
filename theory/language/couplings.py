"""Couplings: probabilities of pairs (x, y), of which a configuration of N pairs is the case of N equal masses.

A coupling P is declared by the domain (`theory.language.domain.coupling`). Its keys y lie on the sphere, its queries x
on the sphere or in the unit ball; both sets are compact, so that means of continuous functions exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp
from sympy import Basic, Expr, Symbol

from modgap.theory.language.domain import COUPLINGS, Domain, Vectors
from modgap.theory.language.means import Mean, SphereAverage
from modgap.theory.language.symbols import Defined, Dot, fresh, unfold
from modgap.theory.outcome import Undecided

#: A coupling, a pair drawn from it, and another pair drawn from it.
P, X, Y, X1, Y1 = sp.symbols("P x y x' y'")


class CouplingMean(Mean):
    """E f(x, y) for a pair (x, y) drawn from a coupling; arguments: the coupling, f as a Lambda of the pair."""

    def _sympystr(self, printer):
        pair = ", ".join(printer._print(v) for v in self.variables)
        return f"E_({pair})~{printer._print(self.args[0])}[{printer._print(self.integrand)}]"


def declared_coupling(symbol: Symbol, domain: Domain) -> Vectors:
    """Return the declaration of a coupling; raise `Undecided` where there is none."""
    for item in domain.vectors:
        if item.symbol == symbol and item.kind in COUPLINGS:
            return item
    raise Undecided(f"{domain.hypotheses()} does not declare {symbol} as a coupling")


def pair_of(item: Vectors, variables: tuple[Symbol, Symbol]) -> tuple[Vectors, Vectors]:
    """Return the declarations of a pair that ranges over all pairs of a coupling's space."""
    x, y = variables
    return Vectors(x, item.dim, None, "ball" if item.kind == "ball coupling" else "unit"), Vectors(y, item.dim)


#: Means over compact sets: every continuous function has one.
CompactMean = CouplingMean | SphereAverage


def inside(mean: CompactMean, domain: Domain) -> Domain:
    """Return the domain on which a mean's integrand is averaged: what is bound there ranges over the whole space."""
    bound = mean.args[-1].variables
    try:
        for variable in bound:
            domain = domain.without(variable)
        if isinstance(mean, SphereAverage):
            own: tuple[Vectors, ...] = (Vectors(bound[0], mean.args[0]),)
        else:
            own = pair_of(declared_coupling(mean.args[0], domain), bound)
        return Domain(*domain.symbols, *domain.vectors, *own, *domain.conditions, reach=domain.reach)
    except ValueError as reason:
        raise Undecided(f"{mean} is no mean over a space: {reason}") from reason


#: Functions that are continuous, jointly in all that they speak of, where they are defined.
_CONTINUOUS = (
    *(sp.Add, sp.Mul, sp.Pow, sp.exp, sp.log, sp.hyper, sp.besseli, sp.gamma, sp.factorial, sp.sin, sp.cos, sp.Abs),
    *(Dot, SphereAverage, CouplingMean, sp.Lambda, sp.Tuple),
)


def show_continuous(expr: Expr) -> None:
    """Check that an expression is built from functions that are continuous, so that it has a mean over a compact set.

    A mean over a compact set of a jointly continuous function is continuous in the other variables.
    """
    for node in sp.preorder_traversal(unfold(expr)):
        finite = isinstance(node, sp.Sum) and not any(end.is_infinite for _, *ends in node.limits for end in ends)
        if not (node.is_Atom or finite or isinstance(node, _CONTINUOUS)):
            raise Undecided(f"{type(node).__name__} in {expr} is not seen to be continuous")


@dataclass(frozen=True)
class PairLaw:
    """The law of a pair of variables: a coupling of vectors of R^dim."""

    dim: Expr
    coupling: Symbol
    variables: tuple[Symbol, Symbol]

    def __init_subclass__(cls) -> None:
        raise TypeError("laws are of one kind: they have no subclasses")

    def mean(self, of: Expr) -> Expr:
        """Return the mean of an expression in the pair."""
        return CouplingMean(self.coupling, sp.Lambda(self.variables, of))


def two_pairs(law: Symbol, taken: Sequence[Basic]) -> tuple[PairLaw, PairLaw]:
    """Return a pair and another one, under names that no argument of a definition speaks of."""
    names: list[Symbol] = []
    for variable in (X, Y, X1, Y1):
        names.append(fresh(str(variable), (*taken, *names)))
    x, y, x1, y1 = names
    return PairLaw(sp.S.Zero, law, (x, y)), PairLaw(sp.S.Zero, law, (x1, y1))


class PopulationLoss(Defined):
    """𝓛(P) = −2β E[x·y] + E log E' e^{β x·y'} + E log E' e^{β x'·y}, the limit of L_N − 2 log N for pairs from P."""

    template, plain = r"\mathcal{{L}}\left({0};{1}\right)", "Loss"

    def definition(self):
        law, beta = self.args
        pair, other = two_pairs(law, self.args)
        (x, y), (x1, y1) = pair.variables, other.variables
        forward = sp.log(other.mean(sp.exp(beta * Dot(x, y1))))
        backward = sp.log(other.mean(sp.exp(beta * Dot(x1, y))))
        return -2 * beta * pair.mean(Dot(x, y)) + pair.mean(forward) + pair.mean(backward)


class DirectionLoss(Defined):
    """−β E[x·y] + E log E' e^{β x·y'}, the limit of one direction of L_N − 2 log N for pairs from P."""

    template, plain = r"\mathcal{{L}}^{{\to}}\left({0};{1}\right)", "Loss_direction"

    def definition(self):
        law, beta = self.args
        pair, other = two_pairs(law, self.args)
        (x, y), (_, y1) = pair.variables, other.variables
        return -beta * pair.mean(Dot(x, y)) + pair.mean(sp.log(other.mean(sp.exp(beta * Dot(x, y1)))))


class KeyEnergy(Defined):
    """E e^{β y·y'} for the keys y and y' of two independent pairs; it is least, M_h(β), where keys are uniform."""

    template, plain = r"\mathcal{{E}}_{{\mathrm{{key}}}}\left({0};{1}\right)", "KeyEnergy"

    def definition(self):
        law, beta = self.args
        pair, other = two_pairs(law, self.args)
        (_, y), (_, y1) = pair.variables, other.variables
        return pair.mean(other.mean(sp.exp(beta * Dot(y, y1))))
