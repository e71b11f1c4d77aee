"""Losses beside InfoNCE, mini-batches, and a gap vector that no score sees."""

from __future__ import annotations

import sympy as sp
from sympy import Symbol, cos, exp, log, pi

from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.infonce.population import forward, trace_fact
from modgap.theory.infonce.trace import COUPLINGS, MGF, PAIR, mgf_positive, partition, scores_positive, with_pair
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.rules import counterexample
from modgap.theory.language.couplings import X, Y
from modgap.theory.language.domain import Domain, unit_vector, vector_across
from modgap.theory.language.letters import beta, h
from modgap.theory.language.relations import eq, ge, le, sides
from modgap.theory.language.symbols import U1, Dot, sphere_mean
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.under import Under

# --- the decoupled loss ----------------------------------------------------------------------------------------------

MEAN_SCORE = PAIR.mean(partition(X))


@claim(
    id="thm.1.decoupled",
    title="The loss with one normaliser for all queries",
    relation="ours",
    source="Theorem 1, for the decoupled loss",
    domain=COUPLINGS,
    statement=ge(-beta * PAIR.mean(Dot(X, Y)) + log(MEAN_SCORE), -beta + log(MGF)),
)
def decoupled(this: Claim):
    """−β E x·y + log E_x E_{y'} e^{β x·y'} ≥ −β + log M_h(β) for every law of pairs: one partition function for all.

    By Jensen's inequality it is at least one direction of the InfoNCE loss. It is what a sigmoid loss tends to as the
    number of negatives grows, the bias being that of its least value (see the page beyond the print).
    """
    d = Under(this.domain)
    jensen = trusted_couplings.jensen_mean_logarithm(PAIR, scores_positive(X, with_pair(d)))
    pairs = with_pair(d)
    mean = trusted_measure.positive_mean(PAIR, partition(X), pairs, given=[scores_positive(X, pairs)])
    return d.combine(this.statement, (1, forward(trace_fact())), (1, jensen), given=[mgf_positive(), mean])


# --- mini-batches ----------------------------------------------------------------------------------------------------

n, k = Symbol("n", integer=True, positive=True), Symbol("k", integer=True)


def of_two(cosine: sp.Expr) -> sp.Expr:
    """Return one direction of the loss of a batch of two aligned pairs: log(1 + e^{β(x·x' − 1)})."""
    return log(1 + exp(beta * (cosine - 1)))


@claim(
    id="thm.1.batch.uniform",
    title="For mini-batches of two the uniform law is optimal",
    relation="ours",
    source="Theorem 1, for the mean loss of batches of two aligned pairs of the circle, drawn one by one",
    domain=Domain(beta, n, n >= 2, reach={beta: 20, n: 12}),
    statement=le(sphere_mean(sp.Integer(2), of_two(U1)), sp.Sum(of_two(cos(2 * pi * k / n)), (k, 0, n - 1)) / n),
)
def batch_of_two(this: Claim):
    """False at β = 10: the law of ten equally spaced points has the mean loss 0.09714 in each direction, the uniform
    law 0.09799.

    The bound of Theorem 1 holds for every size of batch. But log(1 + e^{β(cos t − 1)}) has negative Fourier
    coefficients, so that for batches of two uniform pairs of the circle are not the best.
    """
    return counterexample(this.statement, this.domain, {beta: 10, n: 10})


# --- a gap vector ----------------------------------------------------------------------------------------------------

g, g1, u, v = sp.symbols("g g' u v")
GAP = (h, h >= 3, unit_vector(g, h), unit_vector(g1, h))
a, b, c, d = sp.symbols("a b c d", real=True)


@claim(
    id="thm.1.gap_vector",
    title="Gap vectors orthogonal to what varies move all scores alike",
    relation="ours",
    source="what a gap costs the loss; compare Chowers et al. 2026",
    domain=Domain(*GAP, vector_across(u, h, g, g1), vector_across(v, h, g, g1), a, b, c, d),
    statement=eq(Dot(a * g + b * u, c * g1 + d * v), a * c * Dot(g, g1) + b * d * Dot(u, v)),
)
def gap_vector(this: Claim):
    """(a g + b u)·(c g' + d v) = ac g·g' + bd u·v for u, v ⟂ g, g': a constant and bd times the score of u and v.

    Softmax and ranks do not see the constant. So with a = cos α, b = sin α, c = cos γ, d = sin γ the loss is that of
    the pairs (u, v) at inverse temperature β sin α sin γ, in h − 2 dimensions, whatever the angle of g and g' is.
    """
    return Under(this.domain).equal(*sides(this.statement), InnerProducts())


CLAIMS = (decoupled, batch_of_two, gap_vector)
