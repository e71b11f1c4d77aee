"""Shared space projection, step 5 as printed: what its score is.

The projections P_kn of the n-th embedding on the k-th common direction b_k are turned into vectors P_kn b_k of R^h,
these are normalised, and the variance of all their entries, over embeddings and coordinates, ranks the directions.
"""

from __future__ import annotations

import numpy as np
import sympy as sp
from sympy import Expr, IndexedBase, Symbol

from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.language.domain import free_vector, orthonormal_frame, unit_vector
from modgap.theory.language.letters import N, h
from modgap.theory.language.relations import eq, ge, gt, le
from modgap.theory.language.symbols import Dot
from modgap.theory.under import Under

#: A direction, another one, and the vector whose coordinates are all 1.
b, c, ones = sp.symbols("b c w")
#: How many of the N projections on the direction are positive; the others are negative.
m = Symbol("m", integer=True, nonnegative=True)
REACH = {h: 5, N: 6}
ROWS = Under(h, N, m, le(m, N), unit_vector(b, h), free_vector(ones, h), reach=REACH)


def entries(direction: Expr, power: int) -> Expr:
    """Return the mean over rows and coordinates of the entries, or of their squares, of m rows b and N − m rows −b."""
    row = (lambda v: Dot(v, ones)) if power == 1 else (lambda v: Dot(v, v))
    return (m * row(direction) + (N - m) * row(-direction)) / (N * h)


def score(direction: Expr) -> Expr:
    """Return 1/h − (mean sign · mean coordinate)²."""
    return 1 / h - ((2 * m - N) / N * Dot(direction, ones) / h) ** 2


@claim(
    id="paper.ssp.5",
    title="What the printed score of step 5 of shared space projection is",
    relation="corrected",
    source="SSP, step 5, equation (32): the variance of normalised projections",
    domain=ROWS,
    statement=eq(entries(b, 2) - entries(b, 1) ** 2, score(b)),
)
def printed_score(this: Claim):
    """Normalised, P_kn b_k is b_k or −b_k: the score is 1/h − (mean sign of P_kn · mean coordinate of b_k)².

    How far the projections spread has gone from it: it is 1/h for every direction whose projections are as often
    positive as negative, and else prefers directions with a small mean coordinate. `modgap align --ranking variance`,
    the default, takes the variance of the projections; `--ranking printed` takes this score.
    """
    score_of, value = this.statement.args
    return Under(this.domain).equal(score_of, value, InnerProducts())


p, q, r, s = sp.symbols("p q r s", positive=True)
#: The coordinate axes, and the mean coordinate of a vector.
axes, j = IndexedBase("f"), Symbol("j", integer=True)
TWO = Under(
    *(h, p, q, r, s, gt((p - q) ** 2, (r - s) ** 2), unit_vector(b, h), unit_vector(c, h), orthonormal_frame(axes, h)),
    reach={h: 5},
)


def mean_coordinate(vector: Expr) -> Expr:
    """Return the mean of the coordinates of a vector."""
    return sp.Sum(Dot(vector, axes[j]), (j, 1, h)) / h


@claim(
    id="paper.ssp.5.ranking",
    title="The printed score of step 5 ranks directions by how much the projections on them vary",
    relation="false_as_reported",
    source="SSP, step 5, for two embeddings whose projections p, q on one and r, s on the other direction are positive",
    domain=TWO,
    statement=ge(1 / h - mean_coordinate(b) ** 2, 1 / h - mean_coordinate(c) ** 2),
)
def ranks_by_variance(this: Claim):
    """The direction (1, 1)/√2 of R² has the score 0 and (1, −1)/√2 has ½, however much more varies along the first.

    All signs being positive, the score of `paper.ssp.5` is 1/h less the square of the mean coordinate.
    """
    first, second = np.array([1.0, 1.0]), np.array([1.0, -1.0])
    point = {h: 2, p: 9, q: 1, r: 2, s: 1, b: first, c: second, axes: np.zeros((2, 2))}
    return Under(this.domain).fails(this.statement, point)


CLAIMS = (printed_score, ranks_by_variance)
