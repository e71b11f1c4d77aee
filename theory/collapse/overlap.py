"""The overlap of two laws of pairs: what bounds the softmax probabilities of one law by the energy of another.

With x̃ = √D x one has xᵀDy = x̃·ỹ, so that `theory.infonce.trace.compared` speaks of queries x̃ and keys ỹ, and of
points ũ of any other law. The point half-way between query and key is the midpoint of x̃ and ỹ; no query is moved. Here
√D is I − (1−r) e eᵀ, r² = ρ = cos φ.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, Symbol, exp

from modgap.theory.infonce.trace import (
    COUPLINGS,
    FORM,
    OTHER,
    PAIR,
    THIRD,
    Y2,
    Comparison,
    compared,
    known_of,
    with_pair,
)
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import Y1, PairLaw, X, Y
from modgap.theory.language.domain import Domain, coupling, unit_vector
from modgap.theory.language.letters import beta, h
from modgap.theory.language.relations import le
from modgap.theory.language.symbols import Dot
from modgap.theory.subspace.centres import e
from modgap.theory.trusted import means as trusted_measure

#: The law that P is compared with, and pairs drawn from it, of which the keys u, u' and u'' matter.
Q, V, U, V1, U1, V2, U2 = sp.symbols("Q v u v' u' v'' u''")
#: The square root of ρ = cos φ.
r = Symbol("r", nonnegative=True)
MODEL, MODEL_1, MODEL_2 = (PairLaw(h, Q, pair) for pair in ((V, U), (V1, U1), (V2, U2)))
TWO = COUPLINGS.further(r, r <= 1, coupling(Q, h), unit_vector(e, h))


def bent(x: Expr) -> Expr:
    """Return x̃ = x − (1−r)(x·e) e."""
    return x - (1 - r) * Dot(x, e) * e


#: The midpoint of x̃ and ỹ.
MIDPOINT = bent(X) / 2 + bent(Y) / 2
APART = bent(X) - bent(Y)
PARTITION = OTHER.mean(exp(beta * Dot(bent(X), bent(Y1))))
AT_MIDPOINT = MODEL.mean(exp(beta * Dot(MIDPOINT, bent(U))))
ENERGY = MODEL_1.mean(MODEL.mean(exp(beta * Dot(bent(U1), bent(U)))))
SHARE = exp(-beta * Dot(APART, APART) / 4) * AT_MIDPOINT**2 / PARTITION
PAIRS = with_pair(TWO)


#: Queries x̃ and keys ỹ, compared with Q.
AGAINST_LAW = Comparison(TWO, bent(Y), MIDPOINT, (MODEL, MODEL_1, MODEL_2), bent(U))


def partition_positive(domain: Domain) -> Fact:
    """E' e^{β xᵀDy'} > 0."""
    return trusted_measure.positive_mean(OTHER, exp(beta * Dot(bent(X), bent(Y1))), with_pair(domain, OTHER))


@claim(
    id="thm.3.free.overlap",
    title="Overlap inequality for two laws",
    relation="ours",
    source="the overlap argument for Theorem 1, `thm.1.trace.overlap`, with any other law in place of the uniform one",
    domain=TWO,
    statement=le(PAIR.mean(SHARE), ENERGY),
)
def overlap(this: Claim):
    """E_P[e^{−β|x̃ − ỹ|²/4} (E_Q e^{β m·ũ})²/E' e^{β x̃·ỹ'}] ≤ E_Q E_Q' e^{β ũ·ũ'}, m the midpoint of x̃ and ỹ.

    P and Q are any two laws of pairs on the sphere; x̃ shortens the component of x along e by r.
    """
    known = known_of(AGAINST_LAW)
    named = trusted_measure.renamed(THIRD, AGAINST_LAW.towards(Y2), OTHER, PAIRS)
    share = rewrite(AGAINST_LAW.share, named, domain=PAIRS, given=known)
    own = PAIRS.equal(share.statement.rhs, SHARE, FORM, [partition_positive(PAIRS), *known])
    means = trusted_measure.mean_compares(PAIR, chain(share, own), known)
    inner = trusted_measure.renamed(
        MODEL_2, exp(beta * Dot(bent(U1), bent(U2))), MODEL, trusted_measure.drawn(MODEL_1, TWO)
    )
    return substitute(compared(AGAINST_LAW), means, trusted_measure.mean_compares(MODEL_1, inner))


CLAIMS = (overlap,)
