"""Theorems S1, S2 and Lemma 15 as printed: one direction of the loss, and how near points of a concentrated law are.

Theorem 1 and its lemmas are spoken of by the chapters on the contrastive loss: see the table of the print's items in
`theory.verification.items`.
"""

from __future__ import annotations

import numpy as np
from sympy import Expr, IndexedBase, S, Sum, Symbol, exp, log, sqrt, symbols

from modgap.theory.bessel.bounds import FROM_HALF, lower_linear, on, upper_one
from modgap.theory.bessel.functions import A, nu, ratio_positive, z
from modgap.theory.evidence.rules import counterexample
from modgap.theory.infonce import almost_sure
from modgap.theory.infonce.limit import s
from modgap.theory.infonce.pairs import ONE_SIDED, PAIRS
from modgap.theory.infonce.trace import FORM, MGF, OTHER, PAIR, N, beta, h
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import Y1, P, Y
from modgap.theory.language.domain import coupling, unit_vector, unit_vectors
from modgap.theory.language.letters import x, y
from modgap.theory.language.relations import ge, gt, le, lt
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import independent, means
from modgap.theory.trusted.kernels import Family, Weighted, positive_definite, score
from modgap.theory.under import Under


@claim(
    id="paper.eq.46",
    title="Theorem S2 as displayed: one direction of the loss is at least log M",
    relation="false_as_reported",
    source="Theorem S2, equation (46), as displayed: without −1/τ",
    domain=PAIRS,
    statement=ge(ONE_SIDED, log(MGF)),
)
def display_without_cosine(this: Claim):
    """The display (46) lacks the term −1/τ that (54) has, and is false without it: one pair with x = y has the value 0.

    With −1/τ it is `thm.1.one_sided`, which holds for every configuration of N pairs.
    """
    point = np.array([[1.0, 0.0, 0.0]])
    return counterexample(this.statement, this.domain, {h: 3, N: 1, beta: 1, x: point, y: point})


@claim(
    id="paper.lem.15.mean",
    title="The mean cosine of two points of a concentrated law is near one",
    relation="ours",
    source="Lemma 15, with an explicit bound in place of ≈",
    domain=FROM_HALF,
    statement=lt(1 - A**2, (2 * nu + 1) / z),
)
def mean_cosine(this: Claim):
    """1 − A_ν(κ)² < (2ν+1)/κ = (h−1)/κ, h ≥ 3: A_ν(κ)² is E x_i·x_j for independent x_i, x_j ∼ vMF(c, κ) (`vmf.mean`).

    As 1 − x_i·x_j is not negative, and above 1 where x_i·x_j < 0, Markov's inequality makes the probability of that at
    most 1 − A², and so less than (h−1)/κ: it tends to 0 as κ → ∞, which is what Lemma 15 says.
    """
    known = on(this.domain, lower_linear, upper_one, ratio_positive)
    return arithmetic(this.statement, this.domain, known)


@claim(
    id="paper.s1",
    title="Theorem S1: the chance that one direction is ever off its limit from m to M pairs, bounded free of M",
    relation="as_reported",
    source="Theorem S1; Lemmas 1 and 2 are its steps in the print",
    domain=almost_sure.IN_TIME.further(almost_sure.enough(almost_sure.ONE_WAY)),
    statement=almost_sure.eventually_near(almost_sure.ONE_WAY),
)
def limit_of_direction(this: Claim):
    """Pr(|L_k − log k − (−β E x·y + E log E' e^{β x·y'})| ≥ ε for some k ≥ m) ≤ 2e^{−ma}/(1 − e^{−a}), a = ε²/(8D²).

    It holds once m ε² ≥ 4C², for m ≤ k ≤ M and every M; the bound is free of M and tends to 0 as m → ∞, for every
    ε > 0: that this is almost sure convergence is said here, not in the statement. P is any law of pairs, where the
    print names none for a pair.
    """
    return almost_sure.almost_surely(almost_sure.ONE_WAY, this)


# --- Lemmas 1 and 2 --------------------------------------------------------------------------------------------------

#: A sample z_1, …, z_n, and a query.
sample, q = IndexedBase("z"), Symbol("q")
n = Symbol("n", integer=True, positive=True)
j, k = symbols("j k", integer=True)
TWO_SAMPLES = Under(
    *(h, N, n, beta, h >= 2, unit_vectors(y, N, h), unit_vectors(sample, n, h), unit_vector(q, h)),
    reach={h: 3, N: 4, n: 4, beta: 3},
)


def partition_of(family: IndexedBase, count: Expr) -> Expr:
    """Return the mean of e^{β q·w} over a family of keys w."""
    return Sum(exp(beta * Dot(q, family[k])), (k, 1, count)) / count


OF_LAW, OF_SAMPLE = partition_of(y, N), partition_of(sample, n)

#: The query, both sets of keys, and the keys of a law.
QUERY = Weighted(q)
KEYS = Weighted(y[j], S.One, Family(N, j), Family(N, k))
SAMPLE = Weighted(sample[j], S.One, Family(n, j), Family(n, k))
LAW = Weighted(Y, S.One, PAIR, OTHER)


def distance(first: Weighted, second: Weighted) -> Expr:
    """Return D², the square of the distance of two laws in the kernel e^{β x·y}."""
    own = [score(beta, part, part.again()) for part in (first, second)]
    return own[0] - 2 * score(beta, first, second.again()) + own[1]


def at_most_one_distance(this: Claim, keys: Weighted, difference: Expr, *named: Fact) -> Fact:
    """Return (F(q) − F_n(q))² ≤ e^β D²: the kernel is positive definite, the query set off against both laws."""
    d = Under(this.domain)
    parts = [(-difference * exp(-beta), QUERY), (S.One, keys), (-S.One, SAMPLE)]
    known = positive_definite(beta, parts, h, d)
    length = d.equal(exp(beta * Dot(q, q)), exp(beta), FORM)
    return d.combine(this.statement, (exp(beta), substitute(known, length, *named)))


@claim(
    id="paper.lem.1.uniform",
    title="Partition functions of two sets of keys differ by at most one distance, for all queries at once",
    relation="ours",
    source="Lemma 1, what makes the convergence uniform in the query",
    domain=TWO_SAMPLES,
    statement=le((OF_LAW - OF_SAMPLE) ** 2, exp(beta) * distance(KEYS, SAMPLE)),
)
def uniform_in_the_query(this: Claim):
    """(F(q) − F_n(q))² ≤ e^β D² for every unit q, D being the distance of two sets of keys in the kernel e^{β x·y}.

    So the convergence is uniform as soon as D → 0, without a net and in any dimension. For n independent keys of a law
    D² has the mean (e^β − E e^{β y·y'})/n.
    """
    return at_most_one_distance(this, KEYS, OF_LAW - OF_SAMPLE)


eps, m, M = almost_sure.eps, almost_sure.m, almost_sure.M
IN_TIME = almost_sure.IN_TIME.further(ge(m * eps**2, 4 * exp(beta)))
#: a of the tail 2 e^{−na}.
KERNEL_RATE = eps**2 / (8 * exp(beta))
FAR = independent.pairs_chance(P, m, M, eps**2, (k, s), independent.DrawnDistance(beta, k, s, P))


@claim(
    id="paper.lem.1.law",
    title="Partition functions of a law and of a set of keys differ by at most one distance, for all queries at once",
    relation="ours",
    source="Lemma 1, what makes the convergence uniform in the query",
    domain=Under(
        *(h, n, beta, h >= 2, coupling(P, h), unit_vectors(sample, n, h), unit_vector(q, h)),
        reach={h: 3, n: 4, beta: 3},
    ),
    statement=le(
        (PAIR.mean(exp(beta * Dot(q, Y))) - OF_SAMPLE) ** 2,
        exp(beta) * distance(LAW, SAMPLE),
    ),
)
def uniform_for_every_law(this: Claim):
    """(F(q) − F_n(q))² ≤ e^β D² for every unit q, with F(q) = E e^{β q·y} for the keys y of any law of pairs."""
    named = means.renamed(OTHER, exp(beta * Dot(q, Y1)), PAIR, Under(this.domain))
    return at_most_one_distance(this, LAW, PAIR.mean(exp(beta * Dot(q, Y))) - OF_SAMPLE, named)


@claim(
    id="paper.lem.1",
    title="Lemma 1, by one distance: the chance that keys are ever off their law from m to M pairs, bounded free of M",
    relation="as_reported",
    source="Lemma 1; with `paper.lem.1.law` it is the uniform convergence of partition functions",
    domain=IN_TIME,
    statement=le(FAR, 2 * exp(-m * KERNEL_RATE) / (1 - exp(-KERNEL_RATE))),
)
def lemma_1(this: Claim):
    """Pr(D_k ≥ ε for some k, m ≤ k ≤ M) ≤ 2e^{−ma}/(1 − e^{−a}), a = ε²/(8e^β), once m ε² ≥ 4e^β, for every M.

    D_k is the distance of the keys of a sample of k pairs and of the law in the kernel e^{β y·y'}. The bound is free of
    M and tends to 0 as m → ∞: D_k → 0 almost surely. The deviation of partition functions is at most e^{β/2} D_k for
    all unit queries at once (`paper.lem.1.law`), so that it tends to 0 uniformly, as Lemma 1 says; and as partition
    functions are at least e^{−β}, so does that of their logarithms, which is Lemma 2.
    """
    d = Under(this.domain)
    at_n = Under(h, beta, eps, m, n, h >= 2, *IN_TIME.vectors, ge(m * eps**2, 4 * exp(beta)), ge(n, m))
    c = Symbol("c", positive=True)
    length = Under(n, m, eps, c, ge(n, m), ge(m * eps**2, 4 * c**2)).show(le(c / sqrt(n), eps / 2))
    tail = independent.distance_tail(beta, P, n, at_n.use(length, {c: exp(beta / 2)}), eps / 2)
    return independent.union_of_tails(tail, n, m, M, KERNEL_RATE, d.sign(gt(KERNEL_RATE, 0)), d)


CLAIMS = (display_without_cosine, mean_cosine, limit_of_direction, uniform_in_the_query, uniform_for_every_law, lemma_1)
