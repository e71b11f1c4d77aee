"""Scripts that write exponentials and powers as products of few, so that what is left is real algebra.

Each e^{…} and each power with a symbolic exponent becomes a product of integer powers of e^{monomial}; the monomials
are of the exponents, and of the logarithms of bases. That it equals what it replaces is for Rocq to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import lcm

import sympy as sp
from sympy import Basic, Expr

from modgap.theory.engines.normal_forms import bilinear
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import Dot, unfold
from modgap.theory.outcome import Undecided
from modgap.theory.rocq.statements import Scope, UnprintableError, real

#: What binds variables: an exponential below it stays as it is.
BINDERS = (sp.Lambda, sp.Sum, sp.Integral, sp.Derivative)


def nodes(exprs: Iterable[Basic]) -> list[Expr]:
    """Return the outermost exponentials and powers with a symbolic exponent that stand outside of binders."""
    found: dict[Expr, None] = {}

    def visit(expr: Basic) -> None:
        if isinstance(expr, BINDERS):
            return
        if isinstance(expr, sp.exp) or (isinstance(expr, sp.Pow) and not expr.exp.is_Rational):
            found.setdefault(expr)
            return
        for part in expr.args:
            visit(part)

    for expr in exprs:
        visit(unfold(expr))
    return list(found)


def exponent(node: Expr, domain: Domain) -> dict[Expr, sp.Rational]:
    """Write the logarithm of an exponential or a power as rational multiples of monomials."""
    if isinstance(node, sp.exp):
        whole = node.args[0]
    else:
        factors = sp.Mul.make_args(sp.factor(node.base))
        whole = node.exp * sum((f.as_base_exp()[1] * _log(f.as_base_exp()[0]) for f in factors), sp.S.Zero)
    expanded = sp.expand(whole.replace(lambda e: isinstance(e, Dot), lambda e: bilinear(e, domain)))
    parts: dict[Expr, sp.Rational] = {}
    for addend in sp.Add.make_args(expanded):
        rational, monomial = addend.as_coeff_Mul(rational=True)
        if rational != 0:
            parts[monomial] = parts.get(monomial, sp.S.Zero) + rational
    return parts


def _log(base: Expr) -> Expr:
    if base.is_Rational:
        return sp.Add(*(sp.Mul(n, sp.log(p, evaluate=False)) for p, n in sp.factorrat(base).items() if p != 1))
    return sp.log(base, evaluate=False)


def _splittings(nodes: Iterable[Expr]) -> Iterator[str]:
    """Yield tactics that write the logarithms of numbers as those of primes."""
    rationals = {number for node in nodes for number in node.atoms(sp.Rational)}
    wholes = {int(abs(part)) for number in rationals for part in (number.p, number.q)} - {0, 1}
    for whole in sorted(wholes, reverse=True):
        while not sp.isprime(whole):
            prime = min(sp.primefactors(whole))
            yield f"rewrite ?(ln_split {whole} {prime} {whole // prime}) by lra"
            whole //= prime


def products(exprs: Iterable[Basic], domain: Domain, scope: Scope) -> list[str]:
    """Return tactics that write the exponentials of a goal as products; empty where that cannot be written."""
    try:
        found = {node: exponent(node, domain) for node in nodes(exprs)}
        return _tactics(found, scope) if found else []
    except (UnprintableError, Undecided, sp.PolynomialError, AttributeError):
        return []


def _tactics(found: dict[Expr, dict[Expr, sp.Rational]], scope: Scope) -> list[str]:
    dens: dict[Expr, int] = {}
    for parts in found.values():
        for monomial, rational in parts.items():
            dens[monomial] = lcm(dens.get(monomial, 1), int(rational.q))
    names = {monomial: f"m{n}" for n, monomial in enumerate(dens)}
    out = [f"pose ({names[m]} := {real(m / d, scope)})" for m, d in dens.items()]
    unfolded = f"unfold {', '.join(names.values())}; " if names else ""
    numbers = "; ".join(_splittings(found)) or "idtac"
    for node, parts in found.items():
        powers = [(names[m], int(r * dens[m])) for m, r in parts.items()]
        product = " * ".join(f"exp {m} ^ {p}" if p > 0 else f"/ exp {m} ^ {-p}" for m, p in powers) or "exp 0"
        out.append(
            f"try replace ({real(node, scope)}) with ({product}) by ({unfolded}one_exponential ltac:({numbers}))"
        )
    out.append("rewrite ?exp_0")
    for monomial, name in names.items():
        if isinstance(monomial, sp.log) and dens[monomial] == 1:
            # e^{log b} is b itself.
            base = real(monomial.args[0], scope)
            out.append(f"try (replace (exp {name}) with ({base}) by ({unfolded}rewrite exp_ln by pos; reflexivity))")
    for name in names.values():
        out.append(f"assert (0 < exp {name}) by apply exp_pos; generalize dependent (exp {name}); intros")
    return out
