"""Corollary 2 and Lemma 15 as what they are about: chances, under any law of pairs.

A pair (x, y) of Theorem 4 stays perfectly aligned by Definition 8 only as long as no other key y_j of the sample comes
into the cap of those with y*·y_j ≥ (x·y)/|P_B x|, a number below 1 (`paper.cor.2.cap`).
"""

from __future__ import annotations

import sympy as sp
from sympy import Symbol, besseli, exp

from modgap.theory.infonce.trace import FORM, OTHER, PAIR, aligned, with_pair
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, rewrite, substitute
from modgap.theory.language.couplings import Y1, P, Y
from modgap.theory.language.domain import coupling, unit_vector
from modgap.theory.language.independent import NoneReaches
from modgap.theory.language.letters import h, kappa
from modgap.theory.language.relations import eq, ge, gt, le, lt
from modgap.theory.language.symbols import Dot, StruveL, order_of
from modgap.theory.trusted import independent as trusted
from modgap.theory.trusted.series import angle_integral, half_circle, whole_circle
from modgap.theory.under import Under

n = Symbol("n", integer=True, positive=True)
t = Symbol("t", positive=True)
c = Symbol("c", real=True)
#: The point of the sphere of B that is nearest to x.
v = Symbol("v")

REACH = {h: 3, n: 5, t: 6, c: 1}
KEYS = Under(h, n, t, c, h >= 2, c < 1, ge(c, -1), coupling(P, h), unit_vector(v, h), reach=REACH)
MISS = NoneReaches(P, n, c, sp.Lambda(PAIR.variables, Dot(v, Y)))
QUOTIENT = (exp(t) - PAIR.mean(exp(t * Dot(v, Y)))) / (exp(t) - exp(t * c))


@claim(
    id="paper.cor.2.chance",
    title="Corollary 2 in probability: the chance that a pair stays aligned among n further pairs",
    relation="corrected",
    source="Corollary 2, condition (A10), with perfect alignment by Definition 8",
    domain=KEYS,
    statement=le(MISS, QUOTIENT**n),
)
def stays_aligned(this: Claim):
    """Pr(y*·y_j < c for each of n independent keys) ≤ ((e^t − E e^{t y*·Y})/(e^t − e^{tc}))^n, for every t > 0 and law.

    With y* = P_B x/|P_B x| and c = (x·y)/|P_B x| < 1 (`paper.cor.2.cap`) no other y_j in B keeps (x, y) from being
    perfectly aligned just in that event. Where the law charges the cap y*·y ≥ c + δ for some δ > 0, as every von
    Mises–Fisher law does, E e^{t y*·Y} > e^{tc} for large t: the quotient is below 1, its powers can be summed, and
    almost surely no given pair is perfectly aligned in samples of all large N. For a finite sample it may be
    (`paper.cor.2`).
    """
    d = Under(this.domain)
    pairs = with_pair(d)
    most = pairs.combine(le(Dot(v, Y), 1), (1, aligned(v, Y, pairs)), by=FORM)
    return trusted.markov(P, (PAIR,), most, d.asked(lt(c, 1)), n, d, t)


TWO = Under(h, h >= 2, coupling(P, h), reach=REACH)
OBTUSE = NoneReaches(P, sp.S.One, sp.S.Zero, sp.Lambda((*PAIR.variables, *OTHER.variables), Dot(Y, Y1)))


@claim(
    id="paper.lem.15.chance",
    title="Lemma 15 in probability: two points of one law are seldom at an obtuse angle if their mean cosine is large",
    relation="ours",
    source="Lemma 15, for P(x_i·x_j < 0) as printed, with an explicit bound in place of ≈",
    domain=TWO,
    statement=le(OBTUSE, 1 - PAIR.mean(OTHER.mean(Dot(Y, Y1)))),
)
def seldom_obtuse(this: Claim):
    """P(y·y' < 0) ≤ 1 − E y·y' for independent y, y' of any law on the sphere.

    For y, y' ∼ vMF(c, κ) the mean is A_ν(κ)² (`vmf.mean`), and 1 − A² < (h−1)/κ for h ≥ 3 (`paper.lem.15.mean`): so
    P(x_i·x_j ≥ 0) > 1 − (h−1)/κ, which tends to 1 as κ → ∞. The print proves P(x·c ≥ 0) in place of it.
    """
    d = Under(this.domain)
    pairs = with_pair(with_pair(d), OTHER)
    most = pairs.combine(le(Dot(Y, Y1), 1), (1, aligned(Y, Y1, pairs)), by=FORM)
    bound = trusted.markov(P, (PAIR, OTHER), most, d.show(lt(0, 1)), sp.S.One, d)
    return d.combine(this.statement, (1, bound))


# --- the Struve function ---------------------------------------------------------------------------------------------

theta = Symbol("theta", real=True)
#: h − 2, and ν.
d2 = Symbol("d", integer=True, nonnegative=True)
LAW = Under(d2, kappa, reach={d2: 12, kappa: 20})
ORDER = order_of(d2 + 2)
HALF, WHOLE = (angle_integral(ORDER, kappa, theta, end) for end in (sp.pi / 2, sp.pi))
INSIDE = besseli(ORDER, kappa)


@claim(
    id="paper.eq.387",
    title="The probability that a point of a von Mises–Fisher law is within a right angle of its centre",
    relation="as_reported",
    source="Lemma 15, equations (385) to (387)",
    domain=LAW,
    statement=eq(HALF / WHOLE, (1 + StruveL(ORDER, kappa) / INSIDE) / 2),
)
def within_a_right_angle(this: Claim):
    """P(x·c ≥ 0) = ½(1 + L_ν(κ)/I_ν(κ)) for x ∼ vMF(c, κ) on S^{h−1}, h = d + 2, ν = d/2; L_ν is Struve's modified one.

    The angle θ between x and c has a density proportional to e^{κ cos θ} sin^{h−2}θ. In the print p stands for h in
    (385), and (387) lacks the argument of I_ν; the entries of its table agree to all printed digits.
    """
    d = Under(this.domain)
    half, whole = half_circle(ORDER, kappa, theta, d), whole_circle(ORDER, kappa, theta, d)
    above_zero = d.sign(gt(whole.statement.rhs, 0))
    positive = substitute(above_zero, flip(whole))
    quotient = rewrite(HALF / WHOLE, half, whole, domain=d, given=[positive])
    return chain(quotient, d.equal(quotient.statement.rhs, this.statement.rhs, given=[above_zero, half]))


CLAIMS = (stays_aligned, seldom_obtuse, within_a_right_angle)
