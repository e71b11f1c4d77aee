"""Statements and hypotheses in LaTeX, read off the checked object. No fact depends on it: nothing that makes one asks.

How each symbol is written stands in `FORMS`; a symbol that is not there is written by its template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import sympy as sp
from sympy import Basic, Symbol
from sympy.printing.latex import LatexPrinter

from modgap.theory.language.cones import BestCosine, PairedCosine
from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.domain import COUPLINGS, Domain, Vectors, assumed, bound_names
from modgap.theory.language.hyperplanes import HyperplaneIntegral, HyperplaneMGF, LossOfPairs, Projection
from modgap.theory.language.independent import (
    DrawnDirection,
    DrawnDistance,
    DrawnLoss,
    NoneReaches,
    OfPairs,
    PairsChance,
    PairsMean,
    WithOneMore,
)
from modgap.theory.language.means import GaussianMean, SphereAverage, Tilt, VonMisesFisherMean
from modgap.theory.language.printing import plain
from modgap.theory.language.samples import Draw, SampleDirection, SampleLoss, SampleMean
from modgap.theory.language.subspaces import AcrossMean, AxisMean, CoupledCross, CrossCosine, PlaneMean
from modgap.theory.language.symbols import (
    BesselZero,
    ConvolutionRoot,
    Defined,
    Dot,
    PrincipalCosine,
    RootOverlap,
    SphereIntegral,
    SphereMean,
    SphereMoment,
    StruveL,
    VonMisesFisherMGF,
    VonMisesFisherMoment,
    definitions,
    fresh,
)

#: What prints an expression within another one.
Print = Callable[[Any], str]


class _Latex(LatexPrinter):
    def _print_hyper(self, expr, exp=None):
        above, below = ([self._print(a) for a in parameters] for parameters in expr.args[:2])
        name = rf"{{}}_{{{len(above)}}}F_{{{len(below)}}}"
        body = rf"{name}\left({','.join(above)};\,{','.join(below)};\,{self._print(expr.args[2])}\right)"
        return body if exp is None else rf"\left({body}\right)^{{{exp}}}"

    def _print_And(self, expr):
        return r"\quad\text{and}\quad ".join(self._print(arg) for arg in expr.args)

    def _print(self, expr, **kwargs):
        form = FORMS.get(type(expr)) or (_template if isinstance(expr, Defined) else None)
        if form is None:
            return super()._print(expr, **kwargs)
        body, exp = form(expr, self._print), kwargs.get("exp")
        if exp is None:
            return body
        return rf"{body}^{{{exp}}}" if isinstance(expr, _BARE) else rf"\left({body}\right)^{{{exp}}}"


def latex(expr: Basic) -> str:
    """Return an expression or statement in LaTeX."""
    return _Latex({"fold_short_frac": False}).doprint(expr)


def glossary(statement: Basic) -> list[tuple[str, str, str]]:
    """Return (plain symbol, its meaning in plain text, symbol = meaning in LaTeX) for all abbreviations used."""
    return [
        (plain(symbol), plain(meaning), f"{latex(symbol)} = {latex(meaning)}")
        for symbol, meaning in definitions(statement)
    ]


# --- hypotheses ------------------------------------------------------------------------------------------------------


#: How what a variable is assumed to be is written.
_ASSUMED = {
    "integer": r"{}\in\mathbb{{Z}}",
    "real": r"{}\in\mathbb{{R}}",
    "positive": "{} > 0",
    "nonnegative": r"{} \geq 0",
}


def hypotheses(domain: Domain) -> list[str]:
    """Return the hypotheses of a domain in LaTeX, one string each."""
    out = [_ASSUMED[kind].format(latex(symbol)) for symbol in domain.symbols for kind in assumed(symbol)]
    return [*out, *map(declaration, domain.vectors), *map(latex, domain.conditions)]


def declaration(item: Vectors) -> str:
    """Return in LaTeX what a vector, a family or a law is declared to be."""
    name, dim = latex(item.symbol), latex(item.dim)
    if item.kind == "pairing":
        return rf"{name}\text{{ a coupling of these laws}}"
    if item.count is not None:
        name = rf"{name}_1,\dots,{name}_{{{latex(item.count)}}}"
    home = {"unit": rf"S^{{{latex(item.dim - 1)}}}", "free": rf"\mathbb{{R}}^{{{dim}}}"}
    home["ball"] = rf"\bar{{B}}^{{{dim}}}"
    home["across"] = rf"{home['unit']}\cap\{{{','.join(map(latex, item.normals))}\}}^{{\perp}}"
    if item.kind == "frame":
        return rf"{name}\text{{ orthonormal in }}\mathbb{{R}}^{{{dim}}}"
    if item.kind in COUPLINGS:
        queries = home["ball" if item.kind == "ball coupling" else "unit"]
        return rf"{name}\text{{ a probability on }}{queries}\times {home['unit']}"
    return rf"{name}\in {home[item.kind]}"


# --- symbols ---------------------------------------------------------------------------------------------------------


def _template(expr: Any, p: Print) -> str:
    return expr.template.format(*map(p, expr.args))


def _mean(law: str) -> Callable[[Any, Print], str]:
    """Return how a mean of a function of one vector is written, its law filled with the arguments before it."""
    return lambda e, p: _expected(rf"{p(e.variable)}\sim {law.format(*map(p, e.args[:-1]))}", p(e.integrand))


def _expected(law: str, of: str) -> str:
    return rf"\mathbb{{E}}_{{{law}}}\left[{of}\right]"


def _coordinate_mean(centre: str, coordinates: str) -> Callable[[Any, Print], str]:
    def form(expr: Any, p: Print) -> str:
        dim, kappa, function = expr.args
        law = rf"{coordinates},\,x\sim\mathrm{{vMF}}_{{{p(dim)}}}({centre},{p(kappa)})"
        return _expected(law, p(function(*expr.coordinates)))

    return form


def _vmf(centre: str, kappa: str) -> str:
    return rf"\mathrm{{vMF}}({centre},{kappa})"


def _vmf_mean(expr: Any, p: Print) -> str:
    _, kappa, centre, function = expr.args
    return _expected(rf"{p(function.variables[0])}\sim{_vmf(p(centre), p(kappa))}", p(function.expr))


def _vmf_mgf(expr: Any, p: Print) -> str:
    _, kappa, centre, t = expr.args
    x = _bound("x", expr, p)
    return _expected(rf"{x}\sim{_vmf(p(centre), p(kappa))}", rf"e^{{{_factor(t, p)}\cdot {x}}}")


def _vmf_moment(expr: Any, p: Print) -> str:
    _, kappa, centre, axis, power = expr.args
    x = _bound("x", expr, p)
    along = rf"\left({_factor(axis, p)}\cdot {x}\right)"
    return _expected(rf"{x}\sim{_vmf(p(centre), p(kappa))}", rf"{along}^{{{p(power)}}}")


def _hyperplane_mgf(expr: Any, p: Print) -> str:
    _, kappa, centre, t, normal = map(p, expr.args)
    x = _bound("xi", expr, p)
    return _expected(rf"{x}\sim{_vmf(centre, kappa)},\,{x}\perp {normal}", rf"e^{{\left({t}\right)\cdot {x}}}")


def _coupling_mean(expr: Any, p: Print) -> str:
    return _expected(rf"({','.join(map(p, expr.variables))})\sim {p(expr.args[0])}", p(expr.integrand))


def _sample_mean(expr: Any, p: Print) -> str:
    count, size, _ = map(p, expr.args)
    return _expected(rf"{p(expr.variable)}\in\{{1,\dots,{count}\}}^{{{size}}}", p(expr.integrand))


def _bound(name: str, expr: Any, p: Print) -> str:
    """Return the name of what a symbol binds unseen: with primes, where an argument speaks of that name."""
    return p(fresh(name, expr.args))


def _sphere_mean(expr: Any, p: Print) -> str:
    dim, function = expr.args
    # The point bears a prime where the function speaks of another one of that name, or of its coordinate.
    taken = {str(s) for s in function.free_symbols | bound_names(function.expr)}
    point = "u"
    while {point, f"{point}_1"} & taken:
        point += "'"
    return _expected(rf"{point}\sim\sigma(S^{{{p(dim - 1)}}})", p(function(Symbol(f"{point}_1", real=True))))


def _sphere_integral(expr: Any, p: Print) -> str:
    dim, vector = expr.args
    x = _bound("x", expr, p)
    return rf"\int_{{S^{{{p(dim - 1)}}}}} e^{{\left({p(vector)}\right)\cdot {x}}}\,d{x}"


def _hyperplane_integral(expr: Any, p: Print) -> str:
    dim, vector, normal = expr.args
    sphere, x = rf"S^{{{p(dim - 1)}}}\cap\{{{p(normal)}\}}^{{\perp}}", _bound("xi", expr, p)
    return rf"\int_{{{sphere}}} e^{{\left({p(vector)}\right)\cdot {x}}}\,d{x}"


def _sphere_moment(expr: Any, p: Print) -> str:
    dim, vector, axis, power = expr.args
    x = _bound("x", expr, p)
    along = rf"\left({_factor(axis, p)}\cdot {x}\right)^{{{p(power)}}}"
    return rf"\int_{{S^{{{p(dim - 1)}}}}} {along} e^{{\left({p(vector)}\right)\cdot {x}}}\,d{x}"


def _factor(vector: Any, p: Print) -> str:
    """Return a vector as it stands in an inner product: with brackets, unless it is a name."""
    return p(vector) if isinstance(vector, Symbol | sp.Indexed | Defined) else f"({p(vector)})"


def _dot(expr: Any, p: Print) -> str:
    first, second = expr.args
    if first == second:
        return rf"\left|{p(first)}\right|^{{2}}"
    return rf"{_factor(first, p)}\cdot {_factor(second, p)}"


def _cross_cosine(expr: Any, p: Print) -> str:
    x, y, _, rho = expr.args
    x, y = (rf"\left({p(v)}\right)" if v.is_Add or v.is_Mul else p(v) for v in (x, y))
    return rf"{x}^{{\top}} D_{{{p(rho)}}}\, {y}"


def _projection(expr: Any, p: Print) -> str:
    vector, *normals = map(p, expr.args)
    return rf"P_{{\{{{','.join(normals)}\}}^{{\perp}}}}\left({vector}\right)"


def _loss_of_pairs(expr: Any, p: Print) -> str:
    first, second, beta, count = expr.args
    pair = ",".join(p(family(Symbol("i", integer=True))) for family in (first, second))
    return rf"L_{{{p(count)}}}\left({pair};{p(beta)}\right)"


def _of_sample(head: str) -> Callable[[Any, Print], str]:
    def form(expr: Any, p: Print) -> str:
        x, y, beta, _, size, sample = map(p, expr.args)
        return rf"{head}_{{{size}}}\left({x}_{{{sample}}},{y}_{{{sample}}};{beta}\right)"

    return form


def _with_one_more(expr: Any, p: Print) -> str:
    x, y, beta, count, u, v = map(p, expr.args)
    return rf"({count}+1)L^{{\to}}_{{{count}+1}}\left(({x},{u}),({y},{v});{beta}\right)"


def _drawn(head: str) -> Callable[[Any, Print], str]:
    def form(expr: Any, p: Print) -> str:
        beta, size, sample = map(p, expr.args)
        return rf"{head}_{{{size}}}\left({sample};{beta}\right)"

    return form


def _pairs_chance(expr: Any, p: Print) -> str:
    law, low, high, bound, _ = map(p, expr.args)
    k, sample = map(p, expr.variables)
    which = "" if expr.at_once else rf"\max_{{{low}\leq {k}\leq {high}}} "
    return rf"\Pr_{{{sample}\sim {law}^{{{high}}}}}\left[{which}{p(expr.shown)}\geq {bound}\right]"


def _none_reaches(expr: Any, p: Print) -> str:
    law, times, bound, _ = map(p, expr.args)
    power = "" if expr.args[1] == 1 else rf"^{{{times}}}"
    pairs = ",".join(map(p, expr.variables))
    return rf"\Pr_{{({pairs})\sim {law}}}\left[{p(expr.integrand)}<{bound}\right]{power}"


def _root_overlap(expr: Any, p: Print) -> str:
    beta, theta = map(p, expr.args)
    shifted = rf"T_{{{beta}}}\left(u-\tfrac{{{theta}}}{{2}}\right)T_{{{beta}}}\left(u+\tfrac{{{theta}}}{{2}}\right)"
    return rf"\frac{{1}}{{2\pi}}\int_0^{{2\pi}}\sqrt{{{shifted}}}\,du"


def _filled(template: str) -> Callable[[Any, Print], str]:
    return lambda e, p: template.format(*map(p, e.args))


#: Symbols of whose power the exponent is written without brackets around what it is of.
_BARE = (BesselZero, StruveL, Tilt, Draw)

#: How symbols are written: each takes the expression, and what prints its parts.
FORMS: Mapping[type, Callable[[Any, Print], str]] = MappingProxyType(
    {
        BesselZero: _filled("j_{{{0}, {1}}}"),
        StruveL: _filled(r"\mathbf{{L}}_{{{0}}}\left({1}\right)"),
        SphereMean: _sphere_mean,
        SphereIntegral: _sphere_integral,
        HyperplaneIntegral: _hyperplane_integral,
        SphereMoment: _sphere_moment,
        Dot: _dot,
        PrincipalCosine: _filled(r"\cos\theta_{{{0}}}\left(A, B\right)"),
        VonMisesFisherMGF: _vmf_mgf,
        VonMisesFisherMoment: _vmf_moment,
        VonMisesFisherMean: _vmf_mean,
        HyperplaneMGF: _hyperplane_mgf,
        ConvolutionRoot: _filled(r"p_{{1/{2}}}^{{\mathrm{{vMF}}}}\left({3};{0},{1}\right)"),
        RootOverlap: _root_overlap,
        Tilt: _filled(r"T_{{{1}}}\left({2}\right)"),
        GaussianMean: _mean(r"N(0,I_{{{0}}}/{1})"),
        SphereAverage: _mean(r"\sigma(S^{{{0}-1}})"),
        CouplingMean: _coupling_mean,
        SampleMean: _sample_mean,
        PairsMean: lambda e, p: _expected(rf"{p(e.variable)}\sim {p(e.args[0])}^{{{p(e.args[1])}}}", p(e.integrand)),
        AxisMean: _coordinate_mean("c", r"u_1=c\cdot x"),
        AcrossMean: _coordinate_mean("p", r"u_1=e\cdot x"),
        PlaneMean: _coordinate_mean("p", r"u_1=p\cdot x,\,u_2=e\cdot x"),
        PairedCosine: lambda e, p: _expected(rf"\left(x,y\right)\sim {p(e.args[0])}", r"x\cdot y"),
        CoupledCross: lambda e, p: _expected(
            rf"\left(x,y\right)\sim {p(e.args[0])}", rf"x^{{\top}} D_{{{p(e.args[-1])}}}\, y"
        ),
        BestCosine: _filled(r"W_{{{0}}}\left({1};{2},{3}\right)"),
        CrossCosine: _cross_cosine,
        Projection: _projection,
        LossOfPairs: _loss_of_pairs,
        Draw: _filled("{0}_{{{1}}}"),
        SampleLoss: _of_sample("L"),
        SampleDirection: _of_sample(r"L^{\to}"),
        DrawnDirection: _drawn(r"L^{\to}"),
        DrawnLoss: _drawn("L"),
        DrawnDistance: _filled(r"D^{{2}}_{{{1}}}\left({2},{3};{0}\right)"),
        PairsChance: _pairs_chance,
        NoneReaches: _none_reaches,
        WithOneMore: _with_one_more,
        OfPairs: _filled(r"{3}L^{{\to}}_{{{3}}}\left({0},{1};{2}\right)"),
    }
)
