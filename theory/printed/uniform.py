"""Theorems S1, S2 and Lemma 15 as printed: one direction of the loss, and how near points of a concentrated law are.

Theorem 1 and its lemmas are spoken of by the chapters on the contrastive loss: see the table of the print's items in
`theory.verification.items`.
"""

from __future__ import annotations

import numpy as np
from sympy import GreaterThan as Ge
from sympy import StrictLessThan as Lt
from sympy import log

from modgap.theory.bessel.bounds import FROM_HALF, lower_linear, on, upper_one
from modgap.theory.bessel.functions import A, nu, ratio_positive, z
from modgap.theory.infonce import almost_sure
from modgap.theory.infonce.pairs import ONE_SIDED, PAIRS
from modgap.theory.infonce.trace import MGF, N, beta, h
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.rules import counterexample
from modgap.theory.language.letters import x, y


@claim(
    id="paper.eq.46",
    title="Theorem S2 as displayed: one direction of the loss is at least log M",
    relation="false_as_reported",
    source="Theorem S2, equation (46), as displayed: without −1/τ",
    domain=PAIRS,
    statement=Ge(ONE_SIDED, log(MGF), evaluate=False),
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
    statement=Lt(1 - A**2, (2 * nu + 1) / z, evaluate=False),
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
    title="Theorem S1: one direction of the loss less log N tends to its limit almost surely, for every law of pairs",
    relation="as_reported",
    source="Theorem S1; Lemmas 1 and 2 are its steps in the print",
    domain=almost_sure.IN_TIME.further(almost_sure.enough(almost_sure.ONE_WAY)),
    statement=almost_sure.eventually_near(almost_sure.ONE_WAY),
)
def limit_of_direction(this: Claim):
    """Pr(|L_k − log k − (−β E x·y + E log E' e^{β x·y'})| ≥ ε for some k ≥ m) ≤ 2e^{−ma}/(1 − e^{−a}), a = ε²/(8D²).

    It holds once m ε² ≥ 4C², for m ≤ k ≤ M and every M; the bound is free of M and tends to 0 as m → ∞, for every
    ε > 0: almost sure convergence, with its rate. P is any law of pairs, where the print names none for a pair.
    """
    return almost_sure.almost_surely(almost_sure.ONE_WAY, this)


CLAIMS = (display_without_cosine, mean_cosine, limit_of_direction)
