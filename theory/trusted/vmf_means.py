"""Theorems on means of functions of a vector under a von Mises–Fisher law.

A function is one theorem: it checks the form of its premises, computes the conclusion, and leaves its name in the trust
list. What is averaged is continuous on the sphere, which is compact, so that it has a mean; what makes a fact asks
that of every mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp
from sympy import Eq, Expr, Symbol
from sympy.core.relational import GreaterThan, LessThan

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import is_unit, show_defined
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand, cite
from modgap.theory.language.couplings import show_continuous
from modgap.theory.language.domain import Domain, Vectors, free_variables
from modgap.theory.language.means import VonMisesFisherMean
from modgap.theory.language.subspaces import axis_mean
from modgap.theory.language.symbols import U1, U2, Dot, VonMisesFisherMoment
from modgap.theory.outcome import Undecided


@dataclass(frozen=True)
class VonMisesFisherLaw:
    """The law vMF(c, κ) of a vector of S^{d−1}; its centre is a declared unit vector, or the negative of one."""

    dim: Expr
    kappa: Expr
    centre: Expr
    variable: Symbol

    def __init_subclass__(cls) -> None:
        raise TypeError("laws are of one kind: they have no subclasses")

    def mean(self, of: Expr) -> Expr:
        """Return the mean of an expression in the law's variable."""
        return VonMisesFisherMean(self.dim, self.kappa, self.centre, sp.Lambda(self.variable, of))

    def exists(self, domain: Domain) -> None:
        """Check that there is such a law: κ > 0, d ≥ 2, |c| = 1, and the variable is free to be bound."""
        show_defined(self.kappa, domain)
        signs.show_positive(self.kappa, domain)
        signs.show_nonnegative(self.dim - 2, domain)
        if not is_unit(self.centre, self.dim, domain):
            raise Undecided(f"{domain.hypotheses()} does not declare {self.centre} as a unit vector of R^({self.dim})")
        if self.variable in domain.declared | free_variables(self.kappa):
            raise Undecided(f"{self.variable} is taken")

    def bound(self, domain: Domain) -> Domain:
        """Return the domain without the variable, after checking that it ranges over the whole sphere."""
        if Vectors(self.variable, self.dim) not in domain.vectors:
            raise Undecided(f"{domain.hypotheses()} does not let {self.variable} range over the sphere of {self}")
        if any(self.variable in free_variables(c) for c in domain.conditions):
            raise Undecided(f"{domain.hypotheses()} asks something of {self.variable}")
        outside = domain.without(self.variable)
        self.exists(outside)
        return outside


@rule
def mean_compares(law: VonMisesFisherLaw, pointwise: Fact) -> Fact:
    """From f(x) ≤ g(x), or ≥, or =, for every unit vector x, both continuous: the same of E f and E g."""
    if not isinstance(pointwise.statement, LessThan | GreaterThan | Eq):
        raise Undecided(f"{pointwise.statement} is no equation and no inequality ≤ or ≥ between functions")
    domain = law.bound(pointwise.domain)
    statement = pointwise.statement.func(*(law.mean(side) for side in pointwise.statement.args), evaluate=False)
    return cite("means compare as functions do", statement, domain, (pointwise,), binds=(law.variable,))


@rule
def mean_is_linear(
    law: VonMisesFisherLaw, parts: Sequence[tuple[Expr, Expr]], domain: Domain, given: Sequence[Fact] = ()
) -> Fact:
    """E Σ_k c_k f_k = Σ_k c_k E f_k for continuous f_k, constants c_k, and E 1 = 1; the domain declares the vector."""
    where = law.bound(domain)
    for factor, of in parts:
        if law.variable in free_variables(factor):
            raise Undecided(f"{factor} speaks of {law.variable}: it is no constant")
        show_defined(of, domain, given)
        show_defined(factor, where, given)
    whole = sum((factor * of for factor, of in parts), sp.S.Zero)
    apart = sum((factor * (law.mean(of) if of != 1 else of) for factor, of in parts), sp.S.Zero)
    statement = Eq(law.mean(whole), apart, evaluate=False)
    return cite("means of continuous functions are linear", statement, where, tuple(given), binds=(law.variable,))


@rule
def mean_of_moment(law: VonMisesFisherLaw, moment: Fact) -> Fact:
    """From E (x·e)^n = a as a quotient of integrals over the sphere: the mean of (x·e)^n is a.

    Both are ∫ (x·e)^n e^{κc·x} dx/∫ e^{κc·x} dx; with respect to the uniform law the denominator is M_d(κ).
    """
    left, value = moment.statement.args
    if not isinstance(moment.statement, Eq) or not isinstance(left, VonMisesFisherMoment):
        raise Undecided(f"{moment.statement} is not a moment of a von Mises–Fisher law")
    dim, kappa, centre, axis, power = left.args
    law.exists(moment.domain)
    if (dim, kappa, centre) != (law.dim, law.kappa, law.centre):
        raise Undecided(f"{moment.statement} is not a moment of {law}")
    statement = Eq(law.mean(Dot(law.variable, axis) ** power), value, evaluate=False)
    return cite(
        "M_d is the integral of the exponential over the sphere (`sphere.mgf`)", statement, moment.domain, (moment,)
    )


@rule
def mean_of_cosine(law: VonMisesFisherLaw, of: Expr, height: Symbol, domain: Domain) -> Fact:
    """E g(x·e) = E g(u) for x ∼ vMF(e, κ), and E g(−u) for x ∼ vMF(−e, κ): u is the cosine of x with its centre.

    Proof. The uniform law σ of the sphere is invariant under rotations, one of which takes the centre c to the first
    vector of the basis: the mean of g(±c·v) e^{κ c·v} over v ∼ σ is that of g(±v_1) e^{κ v_1}. Both sides are these,
    divided by M_d(κ) (`AxisMean`). ∎

    Parameters
    ----------
    law : VonMisesFisherLaw
        vMF(e, κ) or vMF(−e, κ), where the domain declares e as a unit vector.
    of : sympy.Expr
        g, an expression in `height` that is continuous on [−1, 1].
    height : sympy.Symbol
        The variable of g.
    domain : Domain
        The domain of the conclusion, which declares neither the law's variable nor `height`.
    """
    law.exists(domain)
    toward = isinstance(law.centre, Symbol)
    axis = law.centre if toward else -law.centre
    if {U1, U2} & (free_variables(of) | free_variables(law.dim) | free_variables(law.kappa) | domain.declared):
        raise Undecided(f"{U1} and {U2} are bound here")
    if height in domain.declared or height == law.variable or law.variable in free_variables(of):
        raise Undecided(f"{height} or {law.variable} is taken")
    if {v.symbol for v in domain.vectors} & free_variables(of):
        raise Undecided(f"{of} is no function of one coordinate")
    left = law.mean(of.xreplace({height: Dot(law.variable, axis)}))
    right = axis_mean(law.dim, law.kappa, of.xreplace({height: U1 if toward else -U1}))
    show_continuous(of)
    # g is defined on the whole of [−1, 1], where every cosine lies.
    show_defined(right, domain)
    theorem = "the uniform law of the sphere is invariant under rotations"
    return by_hand(theorem, Eq(left, right, evaluate=False), domain, (), defined=(left,))
