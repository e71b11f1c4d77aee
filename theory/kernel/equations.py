"""Equations in the field of ratios and roots, and inequalities with their terms moved across."""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Basic, Derivative, Symbol
from sympy.core.relational import Equality, Relational

from modgap.theory.engines.known import SYMPY, common_domain, slack
from modgap.theory.engines.ratio_field import RatioField, is_open
from modgap.theory.kernel.arithmetic import CVC5, Z3, Reader, algebraic, opaque
from modgap.theory.kernel.asking import look_for_witness
from modgap.theory.kernel.facts import Fact, make, rule
from modgap.theory.language.domain import Domain
from modgap.theory.language.means import GaussianMean
from modgap.theory.language.symbols import IvRatio
from modgap.theory.outcome import Undecided


@rule
def equation(statement: Basic, domain: Domain, riccati: Sequence[Fact] = (), given: Sequence[Fact] = ()) -> Fact:
    """Show an equation in the field of ratios and roots, both sides being defined and, where derived, differentiable.

    Radicands under a derivative are shown to be positive and denominators to vanish nowhere, by both solvers.

    Raises
    ------
    Refuted
        If a point of the domain certainly violates the equation.
    Undecided
        If the sides have different normal forms, or one is not shown to be defined.
    """
    if not isinstance(statement, Equality):
        raise Undecided(f"{statement} is not an equation")
    common_domain((*riccati, *given), domain)
    normal = RatioField(*riccati)
    rest = normal.reduce(statement.lhs - statement.rhs, domain)
    if rest != 0:
        look_for_witness(statement, domain)
        raise Undecided(f"the sides of {statement} differ: {rest} is not 0")
    for variable in {v for d in statement.atoms(Derivative) for v in d.variables}:
        is_open(domain, variable)
    if any(not fact.finite for fact in (*riccati, *given)):
        raise Undecided(f"what is given for {statement} may speak of infinite means")
    reader = Reader.of(domain, (*riccati, *given))
    for inner in (d.expr for d in statement.atoms(Derivative)):
        reader.cleared(reader.rational(inner, trusted=False, strict=True), "=", trusted=False)
    for side in statement.args:
        reader.cleared(reader.rational(side, trusted=False), "=", trusted=False)
    spoken = set().union(*(f.statement.atoms(IvRatio) for f in (*riccati, *given)))
    strays = {e for e in opaque(statement) if not isinstance(e, Derivative)} | statement.atoms(sp.Function)
    if not statement.atoms(IvRatio) <= spoken or strays - statement.atoms(IvRatio):
        raise Undecided(f"a function in {statement} is not known to be defined")
    trusts = (SYMPY, Z3, CVC5) if reader.answers else (SYMPY,)
    return make(
        "identity",
        statement,
        domain,
        f"both sides have one normal form ({normal.name})",
        trusts=trusts,
        premises=(*riccati, *given),
        # Derivatives: radicands in what is derived are positive there, denominators vanish nowhere, and ratios have
        # a slope.
        defined=algebraic(statement) | statement.atoms(Derivative),
        recheck=lambda other: equation(other, domain, riccati, given),
    )


@rule
def rearrange(fact: Fact, statement: Basic) -> Fact:
    """Conclude an inequality that says the same as a fact, terms moved from one side to the other."""
    (known, known_strict), (wanted, wanted_strict) = slack(fact.statement), slack(statement)
    if sp.expand(known - wanted) != 0 or (wanted_strict and not known_strict):
        raise Undecided(f"{statement} does not say the same as {fact.statement}")
    strays = _partial(statement) - _partial(fact.statement)
    if strays or statement.has(GaussianMean):
        raise Undecided(f"{fact.statement} does not show that {sorted(map(str, strays))} are defined")
    return make("compose", statement, fact.domain, "terms moved across", trusts=(SYMPY,), premises=(fact,))


def _partial(statement: Basic) -> set[Basic]:
    """Return the parts of a statement that may be undefined: all but sums, products and natural powers."""
    nodes = sp.preorder_traversal(statement)
    natural = (sp.Add, sp.Mul, Symbol, sp.Rational, Relational)
    powers = {e for e in statement.atoms(sp.Pow) if e.exp.is_Integer and e.exp.is_positive}
    return {e for e in nodes if not isinstance(e, natural) and e not in powers}
