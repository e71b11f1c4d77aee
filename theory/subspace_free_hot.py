"""Theorem 3 without the von Mises–Fisher constraint: what every law of pairs pays for mass across C, at any temperature.

Jensen's inequality in both logarithms leaves −2β times the D-covariance of the pair, which is at most the mean of the
two D-variances. So the loss is at least −2β + β(1−cos φ) E(b_x² + b_y²) + β(m_xᵀDm_x + m_yᵀDm_y), b the components
across C and m the means. A law that is no worse than the collapse onto C thus has little mass across C when β is small.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Eq, Expr, Rational, exp, log
from sympy import LessThan as Le

from theory import trusted_couplings, trusted_measure
from theory.centre_pair import beta, e, rho
from theory.compose import chain, flip
from theory.couplings import X1, Y1, X, Y
from theory.exponentials import Logarithms
from theory.facts import Fact
from theory.language import Dot
from theory.rules import combination, identity
from theory.subspace_free_global import ANY, FORM, OTHER, PAIR, cross, with_pair

HALF = Rational(1, 2)
#: E(b_x² + b_y²), and m_xᵀDm_x + m_yᵀDm_y as a mean over two independent pairs.
ACROSS = PAIR.mean(Dot(X, e) ** 2 + Dot(Y, e) ** 2)
MEANS = PAIR.mean(OTHER.mean(cross(X, X1) + cross(Y, Y1)))
PAID = (1 - rho) * ACROSS + MEANS


@cache
def _jensen(first: Expr, second: Expr) -> Fact:
    """β E E' f ≤ E log E' e^{βf}, f = xᵀDy' or x'ᵀDy."""
    pairs, score = with_pair(ANY), cross(first, second)
    others = with_pair(pairs, OTHER)
    positive = combination(sp.Gt(exp(beta * score), 0, evaluate=False), others, [], [exp(beta * score)], by=FORM)
    inner = trusted_couplings.jensen_mean_logarithm(OTHER, positive)
    plain = identity(Eq(log(exp(beta * score)), beta * score, evaluate=False), others, Logarithms())
    means = chain(flip(trusted_measure.mean_compares(OTHER, plain)), inner)
    return trusted_measure.mean_compares(PAIR, means)


@cache
def _covariance() -> Fact:
    """E E' of xᵀDy − ½ xᵀDy' − ½ x'ᵀDy … is at most 1 − ½(1−ρ)(b_x² + b_y²) − ½ xᵀDx' − ½ yᵀDy' on average."""
    quadruples = with_pair(with_pair(ANY), OTHER)
    u, v = X - X1, Y - Y1
    apart = u - v
    inside = apart - Dot(apart, e) * e
    left = cross(X, Y) + cross(X1, Y1) - cross(X, Y1) - cross(X1, Y)
    right = 2 - HALF * (1 - rho) * sum(Dot(w, e) ** 2 for w in (X, Y, X1, Y1)) - cross(X, X1) - cross(Y, Y1)
    rests = [HALF * Dot(inside, inside), HALF * rho * Dot(apart, e) ** 2]
    return combination(Le(left, right, evaluate=False), quadruples, [], rests, by=FORM)


CLAIMS = ()
