"""Theorem 3 without the von Mises–Fisher constraint: what every law of pairs pays for mass across C.

Jensen's inequality in both logarithms leaves −2β times the D-covariance of the pair, which is at most the mean of the
two D-variances. So the loss is at least −2β + β(1−cos φ) E(b_x² + b_y²) + β(m_xᵀDm_x + m_yᵀDm_y), b the components
across C and m the means. A law that is no worse than the collapse onto C thus has little mass across C when β is small.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Expr, Rational, exp, log

from modgap.theory.collapse.optimum import ANY, COLLAPSED, FORM, LOSS, OTHER, PAIR, D, cross, mgf_positive, with_pair
from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import X1, Y1, PairLaw, X, Y
from modgap.theory.language.domain import Domain
from modgap.theory.language.letters import beta, h, rho, z
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.symbols import Dot
from modgap.theory.sphere import vmf
from modgap.theory.subspace.centres import e
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.under import Under

HALF = Rational(1, 2)


def height(x: Expr, y: Expr) -> Expr:
    """Return b_x² + b_y²."""
    return Dot(x, e) ** 2 + Dot(y, e) ** 2


#: E(b_x² + b_y²), and m_xᵀDm_x + m_yᵀDm_y as a mean over two independent pairs.
ACROSS = PAIR.mean(height(X, Y))
MEANS = PAIR.mean(OTHER.mean(cross(X, X1) + cross(Y, Y1)))
PAID = (1 - rho) * ACROSS + MEANS


@cache
def _jensen(first: Expr, second: Expr) -> Fact:
    """β E E' f ≤ E log E' e^{βf}, f = xᵀDy' or x'ᵀDy."""
    pairs, score = with_pair(ANY), cross(first, second)
    others = Under(with_pair(pairs, OTHER))
    positive = others.combine(gt(exp(beta * score), 0), rests=[exp(beta * score)], by=FORM)
    inner = trusted_couplings.jensen_mean_logarithm(OTHER, positive)
    plain = others.equal(log(exp(beta * score)), beta * score, Logarithms())
    out = trusted_couplings.mean_is_linear(OTHER, [(beta, score)], others)
    means = chain(flip(out), flip(trusted_measure.mean_compares(OTHER, plain)), inner)
    outer = trusted_couplings.mean_is_linear(PAIR, [(beta, OTHER.mean(score))], pairs)
    return chain(flip(outer), trusted_measure.mean_compares(PAIR, means))


Parts = list[tuple[Expr, Expr]]
ONE = sp.S.One


def _sum(parts: Parts) -> Expr:
    return sum((factor * of for factor, of in parts), sp.S.Zero)


def _averaged(law: PairLaw, pointwise: Fact, sides: tuple[Parts, Parts], domain: Domain, *known: Fact) -> Fact:
    """Average an inequality between two sums of parts, term by term; E 1 = 1."""
    left, right = (trusted_couplings.mean_is_linear(law, parts, pointwise.domain) for parts in sides)
    means = chain(flip(left), trusted_measure.mean_compares(law, pointwise), right)
    return substitute(means, trusted_measure.mean_of_constant(law, ONE, domain), *known)


@cache
def _covariance() -> Fact:
    """2 E xᵀDy − E E' xᵀDy' − E E' x'ᵀDy ≤ 2 − (1−ρ) E(b_x² + b_y²) − m_xᵀDm_x − m_yᵀDm_y.

    For two independent pairs that is the mean of (x−x')ᵀD(y−y') ≤ ½ (x−x')ᵀD(x−x') + ½ (y−y')ᵀD(y−y').
    """
    pairs = with_pair(ANY)
    quadruples = Under(with_pair(pairs, OTHER))
    apart = X - X1 - Y + Y1
    inside = apart - Dot(apart, e) * e
    rests = [HALF * Dot(inside, inside), HALF * rho * Dot(apart, e) ** 2]
    own, other = height(X, Y), height(X1, Y1)
    share, both_means = -HALF * (1 - rho), cross(X, X1) + cross(Y, Y1)
    left: Parts = [(cross(X, Y), ONE), (ONE, cross(X1, Y1)), (-ONE, cross(X, Y1)), (-ONE, cross(X1, Y))]
    right: Parts = [(sp.Integer(2), ONE), (share * own, ONE), (share, other), (-ONE, both_means)]
    pointwise = quadruples.combine(le(_sum(left), _sum(right)), rests=rests, by=FORM)
    renamed = [trusted_measure.renamed(OTHER, of, PAIR, ANY) for of in (cross(X1, Y1), other)]
    inner = _averaged(OTHER, pointwise, (left, right), pairs)
    score, square = OTHER.mean(cross(X1, Y1)), OTHER.mean(other)
    means = [OTHER.mean(of) for of in (cross(X, Y1), cross(X1, Y), both_means)]
    left = [(ONE, cross(X, Y)), (score, ONE), (-ONE, means[0]), (-ONE, means[1])]
    right = [(sp.Integer(2), ONE), (share, own), (share * square, ONE), (-ONE, means[2])]
    return _averaged(PAIR, inner, (left, right), ANY, *renamed)


@claim(
    id="thm.3.free.hot",
    title="Every law of pairs pays for mass across the intersection and for its means",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=ANY,
    statement=ge(LOSS, -2 * beta + beta * PAID),
)
def paid(this: Claim):
    """𝓛 ≥ −2β + β(1−cos φ) E(b_x² + b_y²) + β(m_xᵀDm_x + m_yᵀDm_y) for every law of pairs at every temperature."""
    d = Under(this.domain)
    loss = trusted.definition(LOSS, d)
    parts = [(1, _jensen(X, Y1)), (1, _jensen(X1, Y)), (beta, _covariance())]
    return substitute(d.combine(ge(loss.statement.rhs, -2 * beta + beta * PAID), *parts), flip(loss))


@claim(
    id="thm.3.free.hot.collapse",
    title=(
        "How far from the intersection, and how long in the mean, pairs are whose loss is near that of the "
        "collapse, at every temperature"
    ),
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes, in the limit of high temperature",
    domain=ANY,
    statement=le(PAID, beta / D + (LOSS - COLLAPSED) / beta),
)
def collapse(this: Claim):
    """(1−cos φ) E(b_x² + b_y²) + m_xᵀDm_x + m_yᵀDm_y ≤ β/(h−2) + (𝓛 − 𝓛_collapse)/β for every law of pairs.

    For a law with no larger loss than the collapse the last term is at most 0: as β → 0 all mass of such laws goes to
    C, and their means go to 0.
    """
    d = Under(this.domain)
    gaussian = d.use(vmf.gaussian, {h: D, z: beta})
    parts = [(1 / beta, d.use(paid)), (2 / beta, gaussian)]
    return d.combine(this.statement, *parts, given=[mgf_positive(d)])


CLAIMS = (paid, collapse)
