"""Statements as they are shown: read off the checked object, without ambiguity."""

from __future__ import annotations

import pytest
import sympy as sp
from latex2mathml.converter import convert

from modgap.theory import ledger
from modgap.theory.language.printing import glossary, latex, parts, plain
from modgap.theory.language.subspaces import CrossCosine
from modgap.theory.language.symbols import Dot, IvRatio, SphereMGF

a, b, c = sp.symbols("a b c")
z = sp.Symbol("z", positive=True)


def test_relations_read_as_written():
    assert plain(sp.Eq(IvRatio(0, z), z / 2, evaluate=False)) == "A(0, z) = z/2"
    assert plain(sp.And(z >= 1, z < 2)) == "z >= 1 and z < 2"


def test_derivatives_say_their_order():
    first, second = sp.Derivative(IvRatio(0, z), z), sp.Derivative(IvRatio(0, z), (z, 2))
    assert (plain(first), plain(second)) == ("d/dz A(0, z)", "d^2/dz^2 A(0, z)")
    assert plain(sp.Derivative(IvRatio(0, z) / z, z)) == "d/dz (A(0, z)/z)"


def test_combinations_in_inner_products_are_parenthesised():
    assert latex(Dot(a, b)) == r"a\cdot b"
    assert latex(Dot(a, 2 * b + c)) in (r"a\cdot (2 b + c)", r"(2 b + c)\cdot a")
    assert latex(Dot(a, 2 * b)) in (r"a\cdot (2 b)", r"(2 b)\cdot a")


def test_combinations_in_products_of_hyperplanes_are_parenthesised():
    rho = sp.Symbol("rho")
    assert latex(CrossCosine(a, b, c, rho)) == r"a^{\top} D_{\rho}\, b"
    assert latex(CrossCosine(a, b + c, c, rho)) == r"a^{\top} D_{\rho}\, \left(b + c\right)"
    assert latex(CrossCosine(-a, b, c, rho)) == r"\left(- a\right)^{\top} D_{\rho}\, b"


def test_hypergeometric_functions_are_written_in_one_line():
    assert latex(sp.hyper((), (z,), 2)) == r"{}_{0}F_{1}\left(;\,z;\,2\right)"
    assert convert(latex(sp.hyper((a,), (b, c), z) ** 2)).startswith("<math")


def test_glossary_names_every_abbreviation_once():
    entries = glossary(sp.Le(SphereMGF(3, z), SphereMGF(3, z) + IvRatio(1, z), evaluate=False))
    assert sorted(symbol for symbol, _, _ in entries) == ["A(1, z)", "M(3, z)"]


@pytest.mark.parametrize("claim", ledger().values(), ids=lambda claim: claim.id)
def test_every_statement_can_be_typeset(claim):
    for tex in [*map(latex, parts(claim.statement)), *claim.domain.hypotheses(latex=True)]:
        assert convert(tex).startswith("<math")
