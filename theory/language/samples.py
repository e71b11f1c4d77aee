"""Samples from a law with finitely many atoms: means over all index sequences.

A law with N atoms of equal weight (a weight k/N is an atom that occurs k times) is sampled n times independently:
the sample is a sequence s of indices, each of the N^n sequences being equally likely. A mean over samples is thus a
finite sum, which balls evaluate as it stands where N^n is small.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, Symbol

from modgap.theory.language.symbols import Defined, Dot, OfFunction, fresh


class Draw(sp.Function):
    """s_k, the index in 1, …, N that the k-th draw of a sample s brings; arguments: s, k, N."""

    is_integer = True
    is_positive = True

    def _sympystr(self, printer):
        return f"{printer._print(self.args[0])}({printer._print(self.args[1])})"


class SampleMean(OfFunction):
    """E_s f(s) over the N^n equally likely index sequences s; arguments: N, n, f as a Lambda of s."""

    def _sympystr(self, printer):
        count, size, _ = (printer._print(a) for a in self.args)
        return f"E_{{{self.variable} in (1..{count})^{size}}}[{printer._print(self.integrand)}]"


def sample_mean(count: Expr, size: Expr, sample: Symbol, of: Expr) -> SampleMean:
    """Return E_s of an expression that speaks of draws of the sample."""
    return SampleMean(count, size, sp.Lambda(sample, of))


class SampleLoss(Defined):
    """L_n of the n pairs that a sample s draws from N: the loss of Definition 1 on (x_{s_1}, y_{s_1}), …."""

    plain = "L_sample"

    def definition(self):
        x, y, beta, count, size, sample = self.args
        k, other = (fresh(name, self.args, integer=True) for name in "kl")

        def score(a, b):
            return beta * Dot(x[Draw(sample, a, count)], y[Draw(sample, b, count)])

        forward = sp.log(sp.Sum(sp.exp(score(k, other)), (other, 1, size)))
        backward = sp.log(sp.Sum(sp.exp(score(other, k)), (other, 1, size)))
        return sp.Sum(forward + backward - 2 * score(k, k), (k, 1, size)) / size


class SampleDirection(Defined):
    """One direction of L_n of the n pairs that a sample draws from N: (1/n) Σ_k [log Σ_l e^{β x_k·y_l} − β x_k·y_k]."""

    plain = "L_sample_direction"

    def definition(self):
        x, y, beta, count, size, sample = self.args
        k, other = (fresh(name, self.args, integer=True) for name in "kl")

        def score(b):
            return beta * Dot(x[Draw(sample, k, count)], y[Draw(sample, b, count)])

        partition = sp.log(sp.Sum(sp.exp(score(other)), (other, 1, size)))
        return sp.Sum(partition - score(k), (k, 1, size)) / size
