"""Decisions by Arb balls: at a point, over a box of parameters, and whether a point meets the hypotheses."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import sympy as sp
from flint import arb
from sympy import Basic
from sympy.core.relational import Equality, GreaterThan, StrictGreaterThan

from modgap.theory.balls.evaluator import Evaluator, Unsupported, ball, precision
from modgap.theory.language.domain import COUPLINGS, Domain, Point, Vectors
from modgap.theory.outcome import Outcome, Refuted, Undecided, conjunction

#: Working precisions in bits, tried in turn until a question is settled.
PRECISIONS = (64, 128, 256, 512, 1024)


def compare(statement: Basic, point: Point, domain: Domain | None = None, bits: int = 128) -> Outcome:
    """Return whether a relation (or a conjunction of them) holds at a point, by balls of `bits` precision."""
    with precision(bits):
        return Evaluator(point, domain).compare(statement)


def decide(statement: Basic, point: Point, domain: Domain | None = None) -> tuple[Outcome, int]:
    """Compare at rising precision until the question is settled; return the outcome and the last precision."""
    outcome, bits = Outcome.UNDECIDED, 0
    # Balls can refute an equation but never show one, so that high precision is wasted on it.
    for bits in PRECISIONS[:2] if statement.atoms(Equality) else PRECISIONS:
        try:
            outcome = compare(statement, point, domain, bits)
        except Unsupported:
            raise
        except Undecided:
            continue
        if outcome is not Outcome.UNDECIDED:
            break
    return outcome, bits


def value(expr: Basic, point: Point, domain: Domain | None = None, bits: int = 128) -> arb:
    """Return the ball of an expression at a point."""
    with precision(bits):
        return Evaluator(point, domain)(expr)


def membership(point: Point, domain: Domain) -> Outcome:
    """Return whether a point satisfies every hypothesis of a domain, the symbols' own assumptions included."""
    if domain.declared - set(point):
        return Outcome.UNDECIDED
    outcomes = []
    for symbol in domain.symbols:
        number = ball(point[symbol])
        if symbol.is_integer:
            outcomes.append(Outcome.SHOWN if number.is_integer() else Outcome.REFUTED)
        if symbol.is_nonnegative:
            kind = StrictGreaterThan if symbol.is_positive else GreaterThan
            outcomes.append(compare(kind(number_symbol := sp.Dummy(), 0), {number_symbol: number}))
    if not all(_has_shape(item, point) for item in domain.vectors):
        outcomes.append(Outcome.REFUTED)
        return conjunction(outcomes)
    if domain.vectors and not _realised(point, domain):
        return conjunction([*outcomes, Outcome.UNDECIDED])
    outcomes += [decide(condition, point, domain)[0] for condition in domain.conditions]
    return conjunction(outcomes)


def _realised(point: Point, domain: Domain) -> bool:
    """Tell whether raw coordinates stand for vectors of the kinds declared; there may be none, as across R¹ in R¹."""
    try:
        with precision(PRECISIONS[0]):
            Evaluator(point, domain)
    except Undecided:
        return False
    return True


def _has_shape(item: Vectors, point: Point) -> bool:
    """Tell whether raw coordinates are finite and as many as the declaration says."""
    raw = np.asarray(point[item.symbol], dtype=float)
    scalars = {s: v for s, v in point.items() if isinstance(s, sp.Symbol) and np.ndim(v) == 0}
    if item.kind in COUPLINGS:
        right = raw.ndim == 2 and len(raw) > 0 and raw.shape[1] == 2 * item.dim.subs(scalars) + 1
        return bool(right and np.isfinite(raw).all() and (raw[:, 0] > 0).all())
    sizes = [item.dim] if item.count is None else [item.count, item.dim]
    return bool(np.isfinite(raw).all()) and list(raw.shape) == [size.subs(scalars) for size in sizes]


# --- certified signs over a box --------------------------------------------------------------------------------------

Box = Mapping[sp.Symbol, tuple[Fraction, Fraction]]


def certify_over_box(statement: Basic, box: Box, *, max_boxes: int = 20_000) -> int:
    """Show a relation on a whole box of parameters by subdivision; return how many sub-boxes it took.

    Raises
    ------
    Undecided
        If more than `max_boxes` sub-boxes are needed.
    Refuted
        If the relation certainly fails on a whole sub-box.
    """
    queue, used = [dict(box)], 0
    while queue:
        current, used = queue.pop(), used + 1
        if used > max_boxes:
            raise Undecided(f"{statement} is not settled on the box after {max_boxes} sub-boxes")
        point = {s: ball(low).union(ball(high)) for s, (low, high) in current.items()}
        try:
            outcome = compare(statement, point)
        except Unsupported:
            raise
        except Undecided:
            outcome = Outcome.UNDECIDED
        if outcome is Outcome.REFUTED:
            raise Refuted(f"{statement} fails on a whole sub-box", current)
        if outcome is Outcome.UNDECIDED:
            queue += _halves(current)
    return used


def _halves(box: dict) -> list[dict]:
    """Cut a box in two along its widest side, relative to the size of the numbers."""
    widest = max(box, key=lambda s: (box[s][1] - box[s][0]) / (1 + abs(box[s][0])))
    low, high = box[widest]
    middle = (low + high) / 2
    return [{**box, widest: (low, middle)}, {**box, widest: (middle, high)}]
