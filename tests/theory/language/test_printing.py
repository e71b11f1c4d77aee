"""Statements as they are shown: read off the checked object, without ambiguity."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
import sympy as sp
from latex2mathml.converter import convert

from modgap.theory import language, ledger
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.latex import FORMS, glossary, hypotheses, latex
from modgap.theory.language.means import Mean
from modgap.theory.language.printing import parts, plain
from modgap.theory.language.subspaces import CrossCosine, axis_mean
from modgap.theory.language.symbols import (
    U1,
    Defined,
    Dot,
    ExponentialIntegral,
    IvRatio,
    Named,
    OfFunction,
    SphereIntegral,
    SphereMean,
    SphereMGF,
    SphereMoment,
    VonMisesFisherMGF,
    VonMisesFisherMoment,
    sphere_mean,
)

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
    for tex in [*map(latex, parts(claim.statement)), *hypotheses(claim.domain)]:
        assert convert(tex).startswith("<math")


@pytest.mark.parametrize("mean", [sphere_mean(z, sp.exp(U1)), SphereIntegral(z, a), VonMisesFisherMGF(z, z, a, b)])
def test_a_power_of_a_mean_shows_its_exponent(mean):
    assert latex(mean**2) == rf"\left({latex(mean)}\right)^{{2}}"


def test_a_quotient_of_means_is_no_product():
    mean = sphere_mean(z, sp.exp(U1))
    assert latex(1 / mean) == rf"\left({latex(mean)}\right)^{{-1}}"


def test_every_symbol_of_the_language_has_a_form_or_a_template():
    """A symbol without would be written by its name, or with nothing at all."""
    modules = [
        importlib.import_module(f"modgap.theory.language.{m.name}") for m in pkgutil.iter_modules(language.__path__)
    ]
    kinds = {k for m in modules for k in vars(m).values() if isinstance(k, type) and k.__module__ == m.__name__}
    abstract = {Named, OfFunction, Defined, Mean, ExponentialIntegral}
    for kind in {k for k in kinds if issubclass(k, sp.Function)} - abstract:
        assert kind in FORMS or getattr(kind, "template", ""), kind


# --- what a symbol binds unseen bears a name that nothing else bears ----------------------------------------------


x, h, w = sp.Symbol("x"), sp.Symbol("h", integer=True, positive=True), sp.Symbol("w", real=True)
TILDE_X = sp.Symbol("x'")


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (SphereIntegral(h, x), r"\int_{S^{h - 1}} e^{\left(x\right)\cdot x'}\,dx'"),
        (SphereIntegral(h, x + TILDE_X), r"\int_{S^{h - 1}} e^{\left(x + x'\right)\cdot x''}\,dx''"),
        (SphereIntegral(h, a), r"\int_{S^{h - 1}} e^{\left(a\right)\cdot x}\,dx"),
        (
            SphereMoment(h + 1, a, x, sp.Integer(2)),
            r"\int_{S^{h}} \left(x\cdot x'\right)^{2} e^{\left(a\right)\cdot x'}\,dx'",
        ),
        (VonMisesFisherMGF(h, z, x, a), r"\mathbb{E}_{x'\sim\mathrm{vMF}(x,z)}\left[e^{a\cdot x'}\right]"),
        (VonMisesFisherMGF(h, z, c, a + b), r"\mathbb{E}_{x\sim\mathrm{vMF}(c,z)}\left[e^{(a + b)\cdot x}\right]"),
        (
            VonMisesFisherMoment(h, z, c, a - x, sp.Integer(1)),
            r"\mathbb{E}_{x'\sim\mathrm{vMF}(c,z)}\left[\left((a - x)\cdot x'\right)^{1}\right]",
        ),
        (SphereMean(h, sp.Lambda(w, w)), r"\mathbb{E}_{u\sim\sigma(S^{h - 1})}\left[u_{1}\right]"),
        (SphereMean(h, sp.Lambda(w, w * U1)), r"\mathbb{E}_{u'\sim\sigma(S^{h - 1})}\left[u'_{1} u_{1}\right]"),
    ],
)
def test_latex_binds_no_name_that_an_argument_speaks_of(expr, text):
    """For a vector x, the integral of e^{x·x'} over x' was shown as that of e^{x·x} over x, which is another number."""
    assert latex(expr) == text


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (SphereIntegral(h, x), "Integral_sphere(exp((x).x'), dim=h)"),
        (SphereMoment(h, a, x, sp.Integer(2)), "Integral_sphere(<x, x'>^2 exp((a).x'), dim=h)"),
        (HyperplaneIntegral(h, x, a), "Integral_hyperplane(exp((x).x'), dim=h, normal=a)"),
    ],
)
def test_plain_text_binds_no_name_that_an_argument_speaks_of(expr, text):
    assert plain(expr) == text


def test_mean_names_the_coordinate_that_it_averages():
    assert latex(axis_mean(h, z, U1)).endswith(r"\left[u_{1}\right]")
    assert r"u_1=c\cdot x" in latex(axis_mean(h, z, U1))
