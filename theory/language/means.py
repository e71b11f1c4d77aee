"""Gaussian vectors and points of the sphere: the means in which the softmax trace inequality is proved.

All functions that are averaged here are positive and continuous, so that their means exist in (0, ∞]; a fact that
compares such means speaks of numbers of (0, ∞] until a mean is shown to be finite.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp
from sympy import Expr, Symbol

from modgap.theory.language.symbols import Defined, Dot, OfFunction, SphereMGF, fresh

#: The Gaussian vector, and two names for a point of the sphere.
G, U, M = sp.symbols("g u m")


class Tilt(Defined):
    """T_a(g) = e^{β a·g − β|a|²/2}: the density of N(a, I/β) with respect to N(0, I/β), at g."""

    plain = "T"

    def definition(self):
        beta, a, g = self.args
        return sp.exp(beta * Dot(a, g) - beta * Dot(a, a) / 2)


class Mean(OfFunction):
    """A mean of a function of one vector, given as a Lambda of that vector."""

    is_commutative = True

    def _sympystr(self, printer):
        return f"{type(self).__name__}_{self.variable}[{printer._print(self.integrand)}]"


class GaussianMean(Mean):
    """E f(g) for g ∼ N(0, I/β) in R^h; arguments: h, β, f."""


class SphereAverage(Mean):
    """E f(u) for u uniform on the sphere S^{h−1}; arguments: h, f."""


class VonMisesFisherMean(Defined):
    """E f(x) for x ∼ vMF(c, κ) on S^{d−1}: the mean of f(u) e^{κ c·u} over the sphere divided by M_d(κ).

    Arguments: d, κ, c, f as a Lambda of the vector.
    """

    plain = "E_vMF"
    is_commutative = True

    def definition(self):
        dim, kappa, centre, function = self.args
        point = fresh(str(function.variables[0]), self.args)
        weight = sp.exp(kappa * Dot(centre, point))
        return SphereAverage(dim, sp.Lambda(point, function(point) * weight)) / SphereMGF(dim, kappa)

    def _sympystr(self, printer):
        _, kappa, centre, function = self.args
        law = f"{printer._print(function.variables[0])}~vMF({printer._print(centre)}, {printer._print(kappa)})"
        return f"{self.plain}_{law}[{printer._print(function.expr)}]"


@dataclass(frozen=True)
class Law:
    """The law of a vector: N(0, I/β) where `beta` is given, else uniform on the sphere."""

    dim: Expr
    variable: Symbol
    beta: Expr | None = None

    def __init_subclass__(cls) -> None:
        raise TypeError("laws are of one kind: they have no subclasses")

    @property
    def variables(self) -> tuple[Symbol, ...]:
        """What is averaged over, as a tuple."""
        return (self.variable,)

    @property
    def kind(self) -> str:
        """How a domain declares the vector: `free` in R^h or `unit`."""
        return "unit" if self.beta is None else "free"

    def mean(self, of: Expr) -> Expr:
        """Return the mean of an expression in the law's variable."""
        function = sp.Lambda(self.variable, of)
        return SphereAverage(self.dim, function) if self.beta is None else GaussianMean(self.dim, self.beta, function)
