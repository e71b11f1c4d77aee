"""False variants of the claims of the Bessel chapter: at least four per claim, and how each of them dies.

A variant changes one relation of a statement, or widens the domain. It has to be false: a point at which it certainly
fails is found by looking at a fixed grid of exact points, among them the ends at which the bounds are sharp.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

import sympy as sp
from sympy import Basic, Rational
from sympy.core.relational import Equality

from modgap.theory.balls import enclosure
from modgap.theory.bessel.functions import REACH, nu, z
from modgap.theory.bessel.shape import EPSILON, b, k, mu
from modgap.theory.kernel.claims import Claim
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Outcome, Undecided
from tests.theory.variants import MILLI, TURNED

ORDERS = [Fraction(n) for n in ("-2.5", "-1.6", "-1.2", "-1.01", "-0.999", "-0.9", "-0.6", "-0.5", "-0.49", "-0.4")]
ORDERS += [Fraction(n) for n in ("-0.01", "0", "0.1", "0.3", "0.49", "0.5", "1", "3", "20")]
ARGUMENTS = [Fraction(10) ** n * m for n in range(-4, 5) for m in (1, 3)]
SHARPNESS = [Fraction(1, 1000), Fraction(1, 100), Fraction(1, 2), Fraction(2)]

Change = Callable[[Basic], Basic]


def _parts(statement: Basic) -> tuple[Basic, ...]:
    return statement.args if isinstance(statement, sp.And) else (statement,)


def _sides(left: Change, right: Change) -> Change:
    return lambda part: part.func(left(part.lhs), right(part.rhs), evaluate=False)


def _same(side: Basic) -> Basic:
    return side


#: What may be done to one relation; which of these make it false depends on the relation.
CHANGES: dict[str, Change] = {
    "relation turned around": lambda part: TURNED[type(part)](*part.args, evaluate=False),
    "right side · 1.001": _sides(_same, lambda side: side * (1 + MILLI)),
    "right side · 0.999": _sides(_same, lambda side: side * (1 - MILLI)),
    "right side + 0.001": _sides(_same, lambda side: side + MILLI),
    "right side − 0.001": _sides(_same, lambda side: side - MILLI),
    "ν → ν − ½ on the right": _sides(_same, lambda side: side.subs(nu, nu - Rational(1, 2))),
    "ν → ν + ½ on the right": _sides(_same, lambda side: side.subs(nu, nu + Rational(1, 2))),
    "ν → ν + 1 on the left": _sides(lambda side: side.subs(nu, nu + 1), _same),
    "z → 1.001 z on the right": _sides(_same, lambda side: side.subs(z, z * (1 + MILLI))),
    "left side · (−1)": _sides(lambda side: -side, _same),
    "one more factor z on the left": _sides(lambda side: z * side, _same),
    "one more derivative on the left": _sides(lambda side: sp.Derivative(side, z), _same),
}


def changed_statements(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """Yield the claim with one relation of its statement changed."""
    for part in _parts(claim.statement):
        for name, change in CHANGES.items():
            if isinstance(part, Equality) and name == "relation turned around":
                continue
            variant = change(part)
            spoken = claim.domain.speaks_of(variant) and not isinstance(variant, sp.logic.boolalg.BooleanAtom)
            if not spoken or variant == part:
                continue
            others = [p for p in _parts(claim.statement) if p != part]
            statement = sp.And(*others, variant, evaluate=False) if others else variant
            yield f"{name}: {part}", dataclasses.replace(claim, statement=statement)


def widened_domains(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """Yield the claim with one hypothesis left out, or an order lower by a half admitted."""
    domain = claim.domain
    for condition in domain.conditions:
        kept = [c for c in domain.conditions if c != condition]
        loosened = condition.func(condition.lhs + Rational(1, 2), condition.rhs)
        for name, conditions in (("dropped", kept), ("loosened by ½", [*kept, loosened])):
            wider = Domain(*domain.symbols, *domain.vectors, *conditions, reach={**REACH, **domain.reach})
            yield f"{condition} {name}", dataclasses.replace(claim, domain=wider)


def grid(domain: Domain) -> Iterator[dict]:
    """Yield exact points of a domain in ν, z and, where it has them, μ and ε."""
    choices = {
        nu: ORDERS,
        z: ARGUMENTS,
        mu: ORDERS,
        EPSILON: SHARPNESS,
        k: [Fraction(1, 2), Fraction(7)],
        b: [Fraction(1, 100), Fraction(3)],
    }
    symbols = [s for s in domain.symbols if s in choices]
    for values in product(*(choices[s][:: 3 if s is mu or (k in symbols and s is nu) else 1] for s in symbols)):
        yield dict(zip(symbols, values, strict=True))


def point_of_failure(claim: Claim) -> dict | None:
    """Return a point of the domain at which the statement certainly fails, if the grid has one."""
    for point in grid(claim.domain):
        try:
            if enclosure.membership(point, claim.domain) is not Outcome.SHOWN:
                continue
            for part in _parts(claim.statement):
                if enclosure.compare(part, point, claim.domain, bits=256) is Outcome.REFUTED:
                    return point
        except (Undecided, ZeroDivisionError):
            continue
    return None
