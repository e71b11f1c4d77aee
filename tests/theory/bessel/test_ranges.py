"""The edge of every range: a hundredth below it, each bound of the Bessel chapter certainly fails somewhere.

That the rules do not show what is claimed beyond the edge either is in `test_bessel_chapter`.
"""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from itertools import product

import pytest
import sympy as sp
from sympy.core.relational import GreaterThan, StrictGreaterThan

from modgap.theory.balls import enclosure
from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.bessel import sharp as bessel_sharp
from modgap.theory.bessel import turan as bessel_turan
from modgap.theory.bessel.functions import nu, z
from modgap.theory.bessel.shape import b, k, mu
from modgap.theory.language.domain import Domain
from modgap.theory.language.printing import parts
from modgap.theory.outcome import Outcome, Undecided
from modgap.theory.sphere import generating as sphere_mgf

CHAPTERS = (bessel, bessel_bounds, bessel_sharp, bessel_shape, bessel_turan, sphere_mgf)
#: Equations hold wherever both sides are defined; a limit keeps its value, only its modulus would change.
NO_EDGE = {"bessel.ratio.limit.zero", "bessel.ratio.limit.infinity"}
BELOW = Fraction(1, 100)


def with_edge(claim) -> bool:
    inequality = not claim.statement.atoms(sp.Eq)
    refuted = claim.relation == "false_as_reported"
    return inequality and not refuted and claim.id not in NO_EDGE and bool(edges(claim))


def edges(claim) -> list:
    """The hypotheses that bound an order or a dimension from below by a number."""
    return [
        c
        for c in claim.domain.conditions
        if isinstance(c, GreaterThan | StrictGreaterThan) and c.rhs.is_Rational and c.lhs in {nu, mu, sphere_mgf.h}
    ]


CLAIMS = [c for chapter in CHAPTERS for c in chapter.CLAIMS if with_edge(c)]


def widened(claim, edge):
    kept = [c for c in claim.domain.conditions if c != edge]
    lower = edge.func(edge.lhs, edge.rhs - sp.Rational(1, 100))
    return dataclasses.replace(claim, domain=Domain(*claim.domain.symbols, *kept, lower, reach=claim.domain.reach))


def candidates(claim, edge):
    """Points at the widened edge."""
    order = Fraction(int(edge.rhs.p), int(edge.rhs.q)) - BELOW / 2
    arguments = [Fraction(10) ** n * m for n in range(-3, 6) for m in (1, 2, 5)]
    if order < -1:
        # Bounds that agree with A to higher order fail only between its pole, where I_ν vanishes, and their own.
        arguments += [Fraction(12, 100), *(Fraction(1405, 10_000) + Fraction(n, 50_000) for n in range(80))]
    choices = {z: arguments, nu: [order], mu: [order], sphere_mgf.h: [order], k: [Fraction(20), Fraction(2)]}
    if mu in claim.domain.symbols:
        choices[nu] = [order + 1]
    choices[b] = [Fraction(1)]
    symbols = claim.domain.symbols
    for values in product(*(choices[s] for s in symbols)):
        yield dict(zip(symbols, values, strict=True))


def failure(claim, edge):
    for point in candidates(claim, edge):
        if enclosure.membership(point, claim.domain) is not Outcome.SHOWN:
            continue
        for part in parts(claim.statement):
            try:
                if enclosure.compare(part, point, claim.domain, bits=256) is Outcome.REFUTED:
                    return point
            except Undecided:
                continue
    return None


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c.id)
def test_what_fails_at_the_edge(claim):
    for edge in edges(claim):
        wider = widened(claim, edge)
        point = failure(wider, edge)
        assert point is not None, f"{claim.id} may hold below {edge}"
        print(f"{claim.id} | {edge} | fails at { {str(s): str(v) for s, v in point.items()} }")


def test_every_bound_has_its_edge():
    assert len(CLAIMS) >= 25
