"""Where an expression is holomorphic in a variable, which Arb's quadrature has to know of what it integrates.

On an ellipse about a piece of the path Arb asks for values of a function that is analytic there, and bounds the error
of a Gauss rule by them; so a function has to say where it is not. Elsewhere it encloses the function's values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp
from flint import acb, arb
from sympy import Basic, Expr, Symbol

from modgap.theory.balls.quadrature import integral
from modgap.theory.balls.tape import off_the_cut
from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.domain import bound_names
from modgap.theory.language.means import GaussianMean, SphereAverage
from modgap.theory.language.symbols import Dot, unfold
from modgap.theory.outcome import Undecided

#: Kinds of nodes that are holomorphic wherever their values are finite; a mean is so if what is averaged is, which is
#: looked at too (over Gaussian vectors balls have closed forms alone at complex numbers).
_MEROMORPHIC = (
    *(sp.Add, sp.Mul, sp.exp, sp.cos, sp.sin, sp.gamma, sp.factorial, sp.RisingFactorial, sp.hyper, sp.Sum),
    *(Dot, SphereAverage, CouplingMean, GaussianMean, sp.Lambda),
)


@dataclass(frozen=True)
class Holomorphy:
    """Where an expression is holomorphic in a variable: its values are finite and these bases stay off the cut.

    Poles show as values that are not finite. A function that is not listed counts as nowhere holomorphic.
    """

    expr: Basic
    bases: tuple[tuple[Basic, Basic], ...]
    anywhere: bool

    @classmethod
    def of(cls, expr: Basic, variable: Symbol) -> Holomorphy:
        """Return the check for one expression, its definitions unfolded."""
        expr = unfold(expr)
        bases, anywhere = [], True
        for node in sp.preorder_traversal(expr):
            if node.is_Atom or isinstance(node, sp.Tuple) or not node.has(variable):
                continue
            match node:
                case sp.Pow():
                    bases.append((node.base, node.exp))
                case sp.log():
                    bases.append((node.args[0], sp.S.Half))
                case sp.besseli():
                    bases.append((node.args[1], node.args[0]))
                case _:
                    anywhere = anywhere and isinstance(node, _MEROMORPHIC)
        bound = bound_names(expr)
        return cls(expr, tuple((_free(base, bound), _free(exponent, bound)) for base, exponent in bases), anywhere)

    def holds(self, ev: Any) -> bool:
        """Tell whether no base of a power that is not an integer one meets the negative axis, at a ball of values."""
        return self.anywhere and all(
            exponent.is_Integer or _is_smooth(ev, base, exponent) for base, exponent in self.bases
        )


def _free(expr: Basic, bound: set[Basic]) -> Basic:
    """Return an expression, or in place of one that speaks of a variable bound further in something of no known value.

    What is bound may bear the name of a variable that has a value outside.
    """
    return sp.nan if bound & expr.free_symbols else expr


def _is_smooth(ev: Any, base: Basic, exponent: Basic) -> bool:
    """Tell whether a power is holomorphic at a ball of values: the exponent is an integer, or the base off the cut."""
    if exponent is not sp.nan:
        power = ev(exponent)
        if isinstance(power, arb) and power.is_integer():
            return True
    if base is sp.nan:
        return False
    return off_the_cut(acb(ev(base)))


def circle_mean(ev: Any, of: Expr, point: Symbol, **accuracy: Any) -> acb:
    """Return the mean of an expression over a point of the circle, by quadrature in the angle.

    Parameters
    ----------
    ev : theory.balls.evaluator.Evaluator
        Evaluates all that the expression speaks of but the point.
    of : sympy.Expr
        The expression.
    point : sympy.Symbol
        The point, a vector of R².
    accuracy : dict
        When Arb's quadrature stops (`rel_tol`, `abs_tol`) or gives up (`eval_limit`).

    Raises
    ------
    Undecided
        If the quadrature does not converge.
    """
    inside = Holomorphy.of(of, point)

    def integrand(t: acb, analytic: bool) -> acb:
        turn = 2 * acb.pi() * t
        here = ev.bound(point, [turn.cos(), turn.sin()])
        try:
            return acb("nan") if analytic and not inside.holds(here) else acb(here(of))
        except Undecided:
            # To the quadrature this means: no enclosure on this piece, cut it in two.
            return acb("nan")

    value = integral(integrand, acb(0), acb(1), **accuracy)
    if not value.is_finite():
        raise Undecided(f"quadrature of the mean of {of} over the circle does not converge at this precision")
    return value
