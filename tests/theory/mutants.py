"""False variants of a statement, made mechanically: constants moved, signs flipped, relations turned around."""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp
from sympy import Basic

from modgap.theory.language.printing import parts
from tests.theory.variants import TURNED


def mutants(statement: Basic) -> Iterator[tuple[str, Basic]]:
    """Yield (what was changed, variant) for each relation of a statement."""
    for relation in parts(statement):
        left, right = relation.args
        if type(relation) in TURNED:
            yield "relation turned around", TURNED[type(relation)](left, right, evaluate=False)
            continue
        yield "left + 1/1000", sp.Eq(left + sp.Rational(1, 1000), right, evaluate=False)
        if right == 0:
            # A multiple of zero is zero: the variants below would be true.
            yield "left − 1/1000", sp.Eq(left - sp.Rational(1, 1000), right, evaluate=False)
            continue
        yield "left · 1001/1000", sp.Eq(left * sp.Rational(1001, 1000), right, evaluate=False)
        yield "sign of the left side", sp.Eq(-left, right, evaluate=False)
