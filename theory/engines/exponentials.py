"""The normal form of the softmax chapter: rational functions of exponentials of inner products and of finite sums."""

from __future__ import annotations

from functools import cache
from math import lcm

import sympy as sp
from sympy import Expr, Sum, Symbol

from modgap.theory.engines import signs
from modgap.theory.engines.known import SYMPY, Known, known_positive
from modgap.theory.engines.normal_forms import bilinear, refuse_shadows
from modgap.theory.language.domain import Domain
from modgap.theory.language.means import Mean
from modgap.theory.language.symbols import Dot, unfold
from modgap.theory.outcome import Undecided


class ExponentialSums:
    """Rational functions of e^{polynomial in inner products} and of finite sums of such exponentials.

    Inner products are expanded by bilinearity, with the lengths that the domain declares. What does not speak of
    the index of a sum is taken out of it, and indices are given standard names. Then every e^{monomial}, every sum and
    every other function counts as an independent variable.
    """

    name = "rational functions of exponentials of inner products and their finite sums"
    uses: tuple[Known, ...] = ()
    trusts: tuple[str, ...] = (SYMPY, "finite sums are linear, and a bound index may be renamed")

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return 0 where the expression vanishes as a rational function of those variables."""
        opaque: dict[Expr, Expr] = {}
        body = _hide(unfold(expr), opaque)
        refuse_shadows(body, domain)
        body = body.replace(lambda e: isinstance(e, Dot), lambda e: bilinear(e, domain))
        return sp.cancel(sp.together(_exponentials_as_variables(_standard_sums(body))))


class Logarithms:
    """Linear combinations of logarithms of products: log of a product of positive factors is the sum of theirs.

    Parameters
    ----------
    positive : Known
        Facts `expression > 0` that make factors positive.
    """

    name = "logarithms of products of positive factors"
    trusts: tuple[str, ...] = (SYMPY,)

    def __init__(self, *positive: Known):
        self.uses: tuple[Known, ...] = positive

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return 0 where the expression vanishes as a rational function of the logarithms of the factors."""
        # That these facts hold here is asked by the rule that takes this form.
        opaque: dict[Expr, Expr] = {}
        known = tuple(_hide(e, opaque) for e in known_positive(self.uses, domain))
        plain = _hide(unfold(expr), opaque).replace(lambda e: isinstance(e, Dot), lambda e: bilinear(e, domain))
        refuse_shadows(plain, domain)
        expanded = plain.replace(sp.log, lambda of: _log(of, domain, known))
        return sp.cancel(sp.together(expanded))


def _log(of: Expr, domain: Domain, known: tuple[Expr, ...]) -> Expr:
    total = sp.S.Zero
    for factor in sp.Mul.make_args(of):
        base, power = (factor, sp.S.One) if isinstance(factor, sp.exp) else factor.as_base_exp()
        signs.show_positive(base, domain, known)
        total += power * (base.args[0] if isinstance(base, sp.exp) else sp.log(base))
    return total


def _hide(expr: Expr, opaque: dict[Expr, Expr]) -> Expr:
    """Replace means by new functions of the variables that they speak of, equal ones by equal ones."""
    if isinstance(expr, Mean):
        names = sorted((s for s in expr.free_symbols if isinstance(s, Symbol)), key=sp.default_sort_key)
        return opaque.setdefault(expr, sp.Function(f"mean_{len(opaque)}_{sp.Dummy().dummy_index}")(*names))
    if not expr.args or isinstance(expr, Dot | sp.Indexed):
        return expr
    return expr.func(*(_hide(a, opaque) for a in expr.args)) if expr.has(Mean) else expr


def _standard_sums(expr: Expr) -> Expr:
    """Bring every sum, innermost first, to Σ coefficient · Σ_k e^{what speaks of k}."""
    if not expr.has(Sum):
        return expr
    if not isinstance(expr, Sum):
        return expr.func(*(_standard_sums(a) for a in expr.args))
    if len(expr.limits) != 1:
        raise Undecided(f"{expr} runs over several indices at once: nest the sums")
    ((index, first, last),) = expr.limits
    inner = _standard_sums(expr.function)
    addends = (_split(addend, index) for addend in sp.Add.make_args(sp.expand(inner)))
    return sp.Add(*(coefficient * _sum(rest, index, first, last) for coefficient, rest in addends))


def _split(addend: Expr, index: Symbol) -> tuple[Expr, Expr]:
    """Write an addend as (factor that does not speak of the index) · e^{what does}."""
    outside, exponent = sp.S.One, sp.S.Zero
    for factor in sp.Mul.make_args(addend):
        if not factor.has(index):
            outside *= factor
        elif isinstance(factor, sp.exp):
            fixed, moving = sp.expand(factor.args[0]).as_independent(index, as_Add=True)
            outside, exponent = outside * sp.exp(fixed), exponent + moving
        else:
            raise Undecided(f"{factor} speaks of the index {index} and is no exponential")
    return outside, sp.exp(exponent)


def _sum(rest: Expr, index: Symbol, first: Expr, last: Expr) -> Expr:
    if not rest.has(index):
        return (last - first + 1) * rest
    depth = max((_depth(s) for s in rest.atoms(Sum)), default=0)
    standard = _standard_index(depth + 1)
    return Sum(rest.xreplace({index: standard}), (standard, first, last))


@cache
def _standard_index(depth: int) -> Symbol:
    return sp.Dummy(f"k_{depth}", integer=True)


def _depth(total: Sum) -> int:
    return 1 + max((_depth(s) for s in total.function.atoms(Sum)), default=0)


def _exponentials_as_variables(expr: Expr) -> Expr:
    """Replace sums by variables, and e^{r·monomial} by integer powers of one variable per monomial."""
    sums = {s: sp.Dummy("S") for s in expr.atoms(Sum)}
    expr = expr.xreplace(sums)
    exponents = {e: _monomials(e.args[0]) for e in expr.atoms(sp.exp)}
    denominators: dict[Expr, int] = {}
    for parts in exponents.values():
        for monomial, rational in parts.items():
            denominators[monomial] = lcm(denominators.get(monomial, 1), rational.q)
    variables = {monomial: sp.Dummy("E", positive=True) for monomial in denominators}
    values = {
        e: sp.Mul(*(variables[m] ** (r * denominators[m]) for m, r in parts.items())) for e, parts in exponents.items()
    }
    return expr.xreplace(values)


def _monomials(exponent: Expr) -> dict[Expr, sp.Rational]:
    """Write an exponent as Σ rational · monomial."""
    parts: dict[Expr, sp.Rational] = {}
    for addend in sp.Add.make_args(sp.expand(exponent)):
        rational, monomial = addend.as_coeff_Mul(rational=True)
        parts[monomial] = parts.get(monomial, sp.S.Zero) + rational
    return parts


#: The normal forms of this module.
NORMAL_FORMS = (ExponentialSums, Logarithms)
