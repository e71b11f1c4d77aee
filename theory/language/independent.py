"""Samples of independent pairs from a coupling: means over them, and chances that a function of them is large.

A sample s of a coupling P is a sequence of pairs (x_1, y_1), (x_2, y_2), … that are independent with the law P; what is
said of it here speaks of its first n pairs by their loss alone. Where P has finitely many atoms and n is small, means
and chances are finite sums, which balls evaluate as they stand.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, IndexedBase, Symbol

from modgap.theory.language.symbols import Defined, Dot, Named, OfFunction, fresh


class DrawnDirection(Named):
    """(1/n) Σ_k [log Σ_l e^{β x_k·y_l} − β x_k·y_k] of the first n pairs of a sample s; arguments: β, n, s."""

    plain = "L_direction"


class DrawnLoss(DrawnDirection):
    """L_n of the first n pairs of a sample s, both directions of Definition 1; arguments: β, n, s."""

    plain = "L"


class DrawnDistance(Named):
    """D² of the keys of the first n pairs of a sample s and of a coupling, in the kernel e^{β y·y'}.

    It is the mean of e^{β y·y'} over two keys of the sample, less twice that over one of the sample and one of the law,
    with that over two independent keys of the law. Arguments: β, n, s, the coupling.
    """

    plain = "D2"


class PairsMean(OfFunction):
    """E f(s) over samples s of n independent pairs from a coupling; arguments: the coupling, n, f as a Lambda of s."""

    def _sympystr(self, printer):
        law, size, _ = (printer._print(a) for a in self.args)
        return f"E_({self.variable} of {size} from {law})[{printer._print(self.integrand)}]"


class PairsChance(OfFunction):
    """Pr(f(k, s) ≥ c for some k with m ≤ k ≤ n) for a sample s of n independent pairs from a coupling.

    Arguments: the coupling, m, n, c, and f as a Lambda of k and s.
    """

    def _sympystr(self, printer):
        law, low, high, bound, _ = (printer._print(a) for a in self.args)
        k, sample = self.variables
        some = "" if self.at_once else f" for some {k} in {low}..{high}"
        return f"Pr_({sample} of {high} from {law})[{printer._print(self.shown)} >= {bound}{some}]"

    @property
    def at_once(self) -> bool:
        """Whether the range is of one number of pairs."""
        return self.args[1] == self.args[2]

    @property
    def shown(self) -> Expr:
        """The function as it is printed: of that number, where it is one."""
        return self.integrand.xreplace({self.variables[0]: self.args[1]}) if self.at_once else self.integrand


class NoneReaches(OfFunction):
    """Pr(f < c, n times over), f being of one pair from a coupling, or of several, and all of them independent.

    Arguments: the coupling, n, c, and f as a Lambda of x, y, and of x', y' if it is of two pairs.
    """

    def _sympystr(self, printer):
        law, times, bound, _ = (printer._print(a) for a in self.args)
        pairs = ", ".join(map(str, self.variables))
        often = "" if self.args[1] == 1 else f", {times} times over"
        return f"Pr_({pairs})~{law}[{printer._print(self.integrand)} < {bound}{often}]"


def pairs_mean(law: Symbol, size: Expr, sample: Symbol, of: Expr) -> PairsMean:
    """Return E_s of an expression that speaks of the loss of the n pairs of a sample."""
    return PairsMean(law, size, sp.Lambda(sample, of))


def pairs_chance(law: Symbol, low: Expr, high: Expr, bound: Expr, variables: tuple[Symbol, Symbol], of: Expr):
    """Return Pr(f(k, s) ≥ bound for some k with low ≤ k ≤ high)."""
    return PairsChance(law, low, high, bound, sp.Lambda(variables, of))


class WithOneMore(Defined):
    """(N+1) times one direction of the loss of N pairs (x_i, y_i) and one more pair (u, v), which is written apart."""

    plain = "Total_direction"

    def definition(self):
        x, y, beta, count, u, v = self.args
        i, j = (fresh(name, self.args, integer=True) for name in "ij")

        here, partner = sp.Indexed(x, i), sp.Indexed(y, i)

        def own(a, b):
            return beta * Dot(a, b)

        among = sp.Sum(sp.exp(own(sp.Indexed(x, i), sp.Indexed(y, j))), (j, 1, count)) + sp.exp(
            own(sp.Indexed(x, i), v)
        )
        last = sp.Sum(sp.exp(own(u, sp.Indexed(y, j))), (j, 1, count)) + sp.exp(own(u, v))
        pairs = sp.Sum(sp.log(among) - own(here, partner), (i, 1, count))
        return pairs + sp.log(last) - own(u, v)


class OfPairs(Defined):
    """N times one direction of the loss of N pairs (x_i, y_i): Σ_i [log Σ_j e^{β x_i·y_j} − β x_i·y_i]."""

    plain = "Total_direction"

    def definition(self):
        x, y, beta, count = self.args
        i, j = (fresh(name, self.args, integer=True) for name in "ij")

        def score(k):
            return beta * Dot(sp.Indexed(x, i), sp.Indexed(y, k))

        return sp.Sum(sp.log(sp.Sum(sp.exp(score(j)), (j, 1, count))) - score(i), (i, 1, count))


def grows_by(x: IndexedBase, y: IndexedBase, beta: Expr, count: Expr, u: Symbol, v: Symbol) -> Expr:
    """Return by how much N times one direction of the loss, less N log N, grows with one more pair (u, v)."""
    now = WithOneMore(x, y, beta, count, u, v) - (count + 1) * sp.log(count + 1)
    return now - (OfPairs(x, y, beta, count) - count * sp.log(count))
