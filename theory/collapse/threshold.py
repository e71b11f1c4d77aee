"""The threshold β* of Theorem 3 without the von Mises–Fisher constraint, enclosed: A_{h/2−2}(β*) = 1 − cos φ.

A increases (`bessel.ratio.increasing`), so that its value on either side of a short interval encloses β*.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import sympy as sp
from sympy import Basic, Expr, Symbol, log

from modgap.theory.balls.enclosure import Box
from modgap.theory.evidence.rules import certify
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both
from modgap.theory.language.domain import Domain
from modgap.theory.language.relations import all_of, ge, gt, le, lt
from modgap.theory.language.symbols import IvRatio, SphereMGF, order_of

#: Points below and above the threshold, β* or, in degrees, φ*.
low, high = sp.symbols("beta_1 beta_2", positive=True)
phi_1, phi_2 = sp.symbols("phi_1 phi_2", positive=True)


def between(symbol: Symbol, start: str, end: str) -> Box:
    """Return the interval as a box."""
    return {symbol: (Fraction(start), Fraction(end))}


def certified(relations: Sequence[Basic], boxes: Sequence[Box]) -> tuple[Domain, sp.And]:
    """Return the boxes as hypotheses, and the conjunction of the relations, each of which is certified on its box."""
    sides = [(s, sp.Rational(a), sp.Rational(b)) for box in boxes for s, (a, b) in box.items()]
    domain = Domain(*(s for s, _, _ in sides), *(bound for s, a, b in sides for bound in (ge(s, a), le(s, b))))
    return domain, all_of(*relations)


def opening(degrees: Expr) -> Expr:
    """Return 1 − cos φ for an angle in degrees."""
    return 1 - sp.cos(sp.pi * degrees / 180)


def threshold(name: str, dim: int, degrees: int, ends: tuple[str, str], width: str = "0.01") -> Claim:
    """Return the claim that encloses β*(h, φ)."""
    order, share = order_of(sp.Integer(dim - 2)), opening(sp.Integer(degrees))
    before, after = (Fraction(end) + sign * Fraction(width) for end, sign in zip(ends, (-1, 1), strict=True))
    boxes = between(low, str(before), ends[0]), between(high, ends[1], str(after))
    relations = (
        lt(IvRatio(order, low), share),
        gt(IvRatio(order, high), share),
    )
    domain, statement = certified(relations, boxes)

    def enclosure(this: Claim):
        return both(*map(certify, relations, boxes), domain=this.domain)

    enclosure.__doc__ = (
        f"{ends[0]} < β* < {ends[1]}, as A increases: A < 1 − cos φ on an interval below β*, and > on one above."
    )
    return claim(
        id=f"thm.3.free.threshold.{name}",
        title=f"The threshold for h = {dim} and φ = {degrees}°",
        relation="ours",
        source="Theorem 3, for free laws on the two hyperplanes",
        domain=domain,
        statement=statement,
    )(enclosure)


four_60 = threshold("4_60", 4, 60, ("1.1593199207", "1.1593199208"))
five_60 = threshold("5_60", 5, 60, ("1.7967559847", "1.7967559848"))
five_30 = threshold("5_30", 5, 30, ("0.4063269561", "0.4063269562"))
six_45 = threshold("6_45", 6, 45, ("1.2449032219", "1.2449032220"))

CLIP = between(phi_1, "35.8", "35.815351"), between(phi_2, "35.815352", "35.83")
CLIP_RATIO = IvRatio(sp.Integer(254), sp.Integer(100))
AT_CLIP = (
    gt(CLIP_RATIO, opening(phi_1)),
    lt(CLIP_RATIO, opening(phi_2)),
)
CLIP_DOMAIN, CLIP_STATEMENT = certified(AT_CLIP, CLIP)


@claim(
    id="thm.3.free.threshold.clip",
    title="The angle of the threshold at CLIP's dimension and temperature",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes, read at h = 512 and τ = 0.01",
    domain=CLIP_DOMAIN,
    statement=CLIP_STATEMENT,
)
def clip(this: Claim):
    """35.815351° < φ* < 35.815352° for h = 512 and β = 100: collapse onto C is best in the family from φ* on."""
    return both(*map(certify, AT_CLIP, CLIP), domain=this.domain)


GLOBAL = between(phi_2, "36.147833", "90")


@claim(
    id="thm.3.free.global.clip",
    title=(
        "At CLIP's dimension and temperature the condition under which the collapse is an optimum holds "
        "from 36.147833° on"
    ),
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes, read at h = 512 and τ = 0.01",
    domain=certified([], [GLOBAL])[0],
    statement=le(2 * log(SphereMGF(510, sp.Integer(100))), 100 * opening(phi_2)),
)
def global_clip(this: Claim):
    """The condition of `thm.3.free.global` holds for h = 512, β = 100 and 36.147833° ≤ φ ≤ 90°.

    So there no law of pairs on the two hyperplanes, whatever it is, has a smaller loss than the collapse onto C.
    """
    return certify(this.statement, GLOBAL)


CLAIMS = (four_60, five_60, five_30, six_45, clip, global_clip)
