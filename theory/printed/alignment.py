"""Corollaries 2 to 4 as printed: perfect alignment by Definition 8, which compares a pair with the sample, strictly.

A pair (x_i, y_i) is perfectly aligned if x_i·y_i > x_i·y_j and x_i·y_i > x_j·y_i for every j ≠ i of the sample. The
pairs are those of Theorem 4: x = √(1−b²) p + b e_A, y = √(1−b²) p + b e_B, with p in C. Against the whole sphere of B
such a pair is not aligned (`cor.2`); against a finite sample it may be (`paper.cor.2`), until the sample visits an open
cap about y* = P_B x/|P_B x| (`paper.cor.2.cap`).
"""

from __future__ import annotations

import numpy as np
import sympy as sp
from sympy import Expr, Symbol

from modgap.theory.alignment.corollaries import BETWEEN, NEAREST, PROJECTED, Y, projected_positive
from modgap.theory.alignment.corollaries import X as LEANING
from modgap.theory.alignment.corollaries import corollary as beyond_the_sample
from modgap.theory.alignment.pairs import (
    E_A,
    HYPERPLANES,
    IN_C,
    N_A,
    P_C,
    REACH,
    a,
    b,
    h,
    in_A,
    in_B,
    inside,
    p,
    q,
    rho,
    square,
    w,
)
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, hypothesis
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.hyperplanes import Projection
from modgap.theory.language.relations import all_of, eq, gt, le, lt
from modgap.theory.language.symbols import Dot, Norm
from modgap.theory.under import Under

FORM = InnerProducts()
#: Two pairs of Theorem 4: directions p and q in C, cosines a and b with their centres.
FIRST, SECOND = (in_A(p, a), in_B(p, a)), (in_A(q, b), in_B(q, b))
TWO_PAIRS = Domain(*HYPERPLANES, rho > 0, *IN_C, *inside(a), *inside(b), gt(a**2, 0), gt(b**2, 0), reach=REACH)
OWN = Dot(*FIRST)
OTHER = Dot(FIRST[0], SECOND[1])
AXES = {E_A: np.array([1.0, 0.0, 0.0]), N_A: np.array([0.0, 1.0, 0.0])}
LINE = np.array([0.0, 0.0, 1.0])

# --- Corollary 2 -----------------------------------------------------------------------------------------------------


@claim(
    id="paper.cor.2",
    title="Corollary 2 as printed: a pair with equal projections is not perfectly aligned in any sample",
    relation="false_as_reported",
    source="Corollary 2, condition (A10), with perfect alignment by Definition 8; already for N = 2",
    domain=TWO_PAIRS,
    statement=le(OWN, OTHER),
)
def not_aligned(this: Claim):
    """Two pairs with opposite directions in C are perfectly aligned, both of them, whatever the angle of the planes.

    Not to be aligned, (x_1, y_1) needs x_1·y_1 ≤ x_1·y_2 or x_1·y_1 ≤ x_2·y_1; the two right sides are equal
    (`paper.cor.2.symmetric`). The printed proof compares y_1 with all of the sphere of B instead (`cor.2`).
    """
    return counterexample(this.statement, this.domain, {**AXES, h: 3, rho: 0.5, p: LINE, q: -LINE, a: 0.5, b: 0.5})


@claim(
    id="paper.cor.2.symmetric",
    title="Two pairs with equal projections compare alike both ways",
    relation="ours",
    source="Definition 8 and condition (A8)",
    domain=TWO_PAIRS,
    statement=eq(OTHER, Dot(SECOND[0], FIRST[1])),
)
def symmetric(this: Claim):
    """x_1·y_2 = x_2·y_1 where P_C x_i = P_C y_i and x_i·c_x = y_i·c_y: both inequalities of Definition 8 are one."""
    return identity(this.statement, this.domain, FORM)


#: A point of the sphere of B, in the sample.
CAP = Domain(*HYPERPLANES, IN_C[0], *inside(b), gt(b**2, 0), unit_vector(w, h), reach=REACH)
NEARNESS = eq(Dot(PROJECTED, w), Norm(PROJECTED) * Dot(NEAREST, w))
OPEN = lt(Dot(LEANING, Y), Norm(PROJECTED))


@claim(
    id="paper.cor.2.cap",
    title="Corollary 2 for large samples: one point of the sample in an open cap is enough",
    relation="corrected",
    source="Corollary 2, condition (A10), for samples of enough pairs",
    domain=CAP,
    statement=all_of(NEARNESS, OPEN),
)
def cap(this: Claim):
    """For y' in B, x·y' = P_B x·y' = |P_B x| (y*·y'), and x·y < |P_B x|, where 0 < |b| < 1.

    So (x, y) is not perfectly aligned as soon as some y_j has y*·y_j ≥ (x·y)/|P_B x|, a number below 1: a cap about y*
    with interior. A von Mises–Fisher law gives every such cap a positive probability p, and n further pairs all miss it
    with probability (1 − p)^n: almost surely no given pair stays aligned as the sample grows.
    """
    d = Under(this.domain)
    positive = d.use(projected_positive(BETWEEN))
    near = identity(NEARNESS, d, FORM, [positive])
    larger = d.use(beyond_the_sample)
    length = d.equal(Dot(LEANING, NEAREST), Norm(PROJECTED), FORM, [positive])
    return both(near, d.show(OPEN, larger, length))


# --- Corollary 3 -----------------------------------------------------------------------------------------------------

#: Two unit vectors of A = B, the x = y of two pairs after rotation.
SAME = Domain(h, h >= 3, unit_vector(p, h), unit_vector(q, h), reach=REACH)


@claim(
    id="paper.cor.3",
    title="Corollary 3 as printed: with the hyperplanes rotated together every pair is perfectly aligned",
    relation="false_as_reported",
    source="Corollary 3, condition (A11), with the strict inequalities of Definition 8",
    domain=SAME,
    statement=gt(Dot(p, p), Dot(p, q)),
)
def rotated(this: Claim):
    """Where A = B, (A8) makes x_i = y_i, and x_i·y_i = 1 > x_i·y_j fails just where another pair repeats x_i.

    Two equal pairs are a counterexample; for different ones the corollary is true (`paper.cor.3.distinct`).
    """
    again = np.array([1.0, 0.0, 0.0])
    return counterexample(this.statement, this.domain, {h: 3, p: again, q: again})


@claim(
    id="paper.cor.3.distinct",
    title="Corollary 3 for different pairs: with the hyperplanes rotated together they are perfectly aligned",
    relation="narrower",
    source="Corollary 3, condition (A11), for pairs that do not repeat each other",
    domain=Domain(*SAME.symbols, *SAME.vectors, *SAME.conditions, gt(square(p - q), 0), reach=REACH),
    statement=gt(Dot(p, p), Dot(p, q)),
)
def rotated_apart(this: Claim):
    """With x_i = y_i and x_j = y_j ≠ x_i, x_i·y_i − x_i·y_j = |x_i − x_j|²/2 > 0, and so the other way round."""
    return _own_is_larger(p, q, this)


def _own_is_larger(first: Expr, second: Expr, this: Claim) -> Fact:
    """Return u·u > u·v for unit vectors u ≠ v."""
    apart = hypothesis(gt(square(p - q), 0), this.domain)
    return combination(this.statement, this.domain, [(sp.Rational(1, 2), apart)], by=FORM)


@claim(
    id="paper.eq.362",
    title="With the hyperplanes rotated together the projection on them is that on the intersection",
    relation="false_as_reported",
    source="equation (362), and 'A = B = C' in section 5.1",
    domain=Domain(h, h >= 3, *HYPERPLANES[4:], IN_C[0], a, gt(a, -1), lt(a, 1), reach=REACH),
    statement=eq(square(Projection(in_A(p, a), N_A)), square(P_C(in_A(p, a)))),
)
def projections_of_rotated(this: Claim):
    """Where A = B, P_B x = x, of length 1, and the projection on what was A ∩ B has the length √(1 − a²).

    Read with C = A ∩ B = A after the rotation, c_x ⟂ C and x ∉ C cannot hold for c_x, x in A.
    """
    return counterexample(this.statement, this.domain, {**AXES, h: 3, p: LINE, a: 0.5})


# --- Corollary 4 -----------------------------------------------------------------------------------------------------

TWO_DIRECTIONS = Domain(*HYPERPLANES, *IN_C, reach=REACH)


@claim(
    id="paper.cor.4",
    title="Corollary 4 as printed: the normalised projections on the intersection are perfectly aligned",
    relation="false_as_reported",
    source="Corollary 4, condition (A12), with the strict inequalities of Definition 8",
    domain=TWO_DIRECTIONS,
    statement=gt(Dot(p, p), Dot(p, q)),
)
def projected(this: Claim):
    """The projections of a pair agree, x*_i = y*_i = p_i; but a second pair of the same direction is as near.

    In R³ any three pairs have two of one direction (`paper.cor.4.three`); for different ones it is true
    (`paper.cor.4.distinct`), which vMF laws make almost sure for h ≥ 4.
    """
    return counterexample(this.statement, this.domain, {**AXES, h: 3, rho: 0.5, p: LINE, q: LINE})


@claim(
    id="paper.cor.4.distinct",
    title="Corollary 4 for different directions: the normalised projections are perfectly aligned",
    relation="narrower",
    source="Corollary 4, condition (A12), for pairs of different directions in C",
    domain=Domain(*HYPERPLANES, *IN_C, gt(square(p - q), 0), reach=REACH),
    statement=gt(Dot(p, p), Dot(p, q)),
)
def projected_apart(this: Claim):
    """x*_i·y*_i − x*_i·y*_j = |p_i − p_j|²/2 > 0 for the directions p_i ≠ p_j of two pairs in C."""
    return _own_is_larger(p, q, this)


f = Symbol("f")
SIGNS = sp.symbols("k_1 k_2 k_3", integer=True)
ON_LINE = [k * f for k in SIGNS]
TIES = sp.prod([1 - Dot(ON_LINE[n], ON_LINE[m]) for n, m in ((0, 1), (0, 2), (1, 2))])


@claim(
    id="paper.cor.4.three",
    title="In three dimensions two of any three pairs have the same normalised projection",
    relation="ours",
    source="Corollary 4 for h = 3, where C is a line",
    domain=Domain(unit_vector(f, 3), *SIGNS, *(eq(k**2, 1) for k in SIGNS), reach=dict.fromkeys(SIGNS, 1)),
    statement=eq(TIES, 0),
)
def three_on_a_line(this: Claim):
    """Unit vectors ±f of a line: of three, two are equal, so that Definition 8 fails for these two pairs."""
    d = Under(this.domain)
    products = sp.prod([1 - SIGNS[n] * SIGNS[m] for n, m in ((0, 1), (0, 2), (1, 2))])
    same = d.equal(TIES, products, FORM)
    return chain(same, d.show(eq(products, 0)))


CLAIMS = (
    not_aligned,
    symmetric,
    cap,
    rotated,
    rotated_apart,
    projections_of_rotated,
    projected,
    projected_apart,
    three_on_a_line,
)
