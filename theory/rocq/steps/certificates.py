"""Certificates that a polynomial is nonnegative where others are: its negation makes a sum of products vanish.

    Σ λ_k Π g + Σ μ_j m_j e_j = 0,   λ_k ≥ 0,   one product of positive g with λ_k > 0,

with g among what is nonnegative and -poly, m_j monomials, and e_j among what is zero. The coefficients solve linear
equations over the rationals, exactly; Rocq checks the identity by `ring`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, islice

import sympy as sp
import z3
from sympy import Expr

#: How much z3 may do for one certificate, in its own units, which are not of time.
EFFORT = 20_000_000

#: How many products are tried, of which degree at most, and by how much that may exceed the polynomial's.
MOST, DEGREE, BEYOND = 1300, 8, 4


@dataclass(frozen=True)
class Known:
    """A polynomial that is positive or nonnegative."""

    value: Expr
    strict: bool


@dataclass(frozen=True)
class Certificate:
    """A sum that is zero, and cannot be if the polynomial is not as it is claimed to be.

    Attributes
    ----------
    terms : tuple
        Coefficient and factors of each product, a positive one first.
    zeros : tuple
        Of each equation that is used, the multiplier and what is zero.
    """

    terms: tuple[tuple[sp.Rational, tuple[Expr, ...]], ...]
    zeros: tuple[tuple[Expr, Expr], ...]


def certificate(poly: Expr, known: Sequence[Known], zero: Sequence[Expr], strict: bool) -> Certificate | None:
    """Return a certificate that a polynomial is nonnegative, or positive; None where none was found."""
    given = [Known(sp.expand(-poly), not strict), *known]
    variables = sorted(sp.Tuple(*(k.value for k in given), *zero).free_symbols, key=str)
    if not variables or not all(e.is_polynomial(*variables) for e in (*(k.value for k in given), *zero)):
        return None
    lowest = sp.Poly(poly, *variables).total_degree()
    for degree in range(lowest, min(DEGREE, lowest + BEYOND) + 1):
        products = list(islice(_products(given, degree, variables), MOST + 1))
        if len(products) > MOST:
            return None
        found = _solved(products, list(islice(_multiples(zero, degree, variables), MOST)))
        if found is not None:
            return found
    return None


def _solved(
    products: Sequence[tuple[tuple[Known, ...], sp.Poly]], multiples: Sequence[tuple[sp.Poly, sp.Poly]]
) -> Certificate | None:
    """Return a sum of some products and multiples that is zero with a positive product among them."""
    lambdas = [z3.Real(f"l{n}") for n in range(len(products))]
    mus = [z3.Real(f"m{n}") for n in range(len(multiples))]
    sums: dict[tuple[int, ...], list[z3.ArithRef]] = {}
    polys = [*(p for _, p in products), *(m * e for m, e in multiples)]
    for unknown, body in zip([*lambdas, *mus], polys, strict=True):
        for monomial, coefficient in body.terms():
            sums.setdefault(monomial, []).append(z3.RealVal(str(coefficient)) * unknown)
    solver = z3.SolverFor("QF_LRA")
    solver.set("rlimit", EFFORT)
    solver.add(*(unknown >= 0 for unknown in lambdas), *(z3.Sum(addends) == 0 for addends in sums.values()))
    positive = [u for u, (factors, _) in zip(lambdas, products, strict=True) if all(k.strict for k in factors)]
    solver.add(z3.Sum(positive) > 0)
    if solver.check() != z3.sat:
        return None
    model = solver.model()
    terms = [
        (value, factors) for u, (factors, _) in zip(lambdas, products, strict=True) if (value := _value(model, u)) != 0
    ]
    terms.sort(key=lambda term: not all(k.strict for k in term[1]))
    zeros: dict[Expr, Expr] = {}
    for unknown, (multiplier, equation) in zip(mus, multiples, strict=True):
        e = equation.as_expr()
        zeros[e] = zeros.get(e, sp.S.Zero) + _value(model, unknown) * multiplier.as_expr()
    return Certificate(
        tuple((value, tuple(k.value for k in factors)) for value, factors in terms),
        tuple((multiplier, e) for e, multiplier in zeros.items() if multiplier != 0),
    )


def _products(
    known: Sequence[Known], degree: int, variables: Sequence[Expr]
) -> Iterator[tuple[tuple[Known, ...], sp.Poly]]:
    """Yield the products of known polynomials up to a degree, the empty one first."""
    polys = {k: sp.Poly(k.value, *variables) for k in known}
    for count in range(degree + 1):
        for factors in combinations_with_replacement(known, count):
            if sum(polys[k].total_degree() for k in factors) <= degree:
                product = sp.Poly(1, *variables)
                for k in factors:
                    product *= polys[k]
                yield factors, product


def _multiples(zero: Sequence[Expr], degree: int, variables: Sequence[Expr]) -> Iterator[tuple[sp.Poly, sp.Poly]]:
    """Yield what is zero with each monomial by which it stays below a degree."""
    for equation in zero:
        body = sp.Poly(equation, *variables)
        for count in range(degree - body.total_degree() + 1):
            for factors in combinations_with_replacement(variables, count):
                yield sp.Poly(sp.Mul(*factors), *variables), body


def _value(model: z3.ModelRef, unknown: z3.ArithRef) -> sp.Rational:
    value = model.eval(unknown, model_completion=True)
    return sp.Rational(value.numerator_as_long(), value.denominator_as_long())
