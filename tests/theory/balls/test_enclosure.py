"""Decisions by balls: rising precision, whole boxes, and nothing settled that overlaps."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from sympy import Eq, Ge, Gt, Le, Lt, Piecewise, Symbol

from modgap.theory.balls.enclosure import PRECISIONS, certify_over_box, compare, decide
from modgap.theory.balls.evaluator import Unsupported
from modgap.theory.outcome import Outcome, Refuted, Undecided, conjunction

x, y = sp.symbols("x y", real=True)
p = Symbol("p", positive=True)
UNIT = {x: (Fraction(0), Fraction(1))}


def lt(left, right):
    return Lt(left, right, evaluate=False)


def test_precision_rises_as_far_as_it_takes():
    tiny = sp.Rational(1, 10**60)
    statement = lt(sp.sin(x) ** 2 + sp.cos(x) ** 2, 1 + tiny)
    assert compare(statement, {x: 1}, bits=64) is Outcome.UNDECIDED
    outcome, bits = decide(statement, {x: 1})
    assert outcome is Outcome.SHOWN
    assert 128 < bits <= PRECISIONS[-1]


def test_equality_is_never_shown_by_overlap():
    statement = Eq(sp.sin(x) ** 2 + sp.cos(x) ** 2, 1, evaluate=False)
    assert decide(statement, {x: 1})[0] is Outcome.UNDECIDED
    assert decide(Eq(sp.sin(x), 1, evaluate=False), {x: 1})[0] is Outcome.REFUTED


def test_boundary_of_a_strict_inequality_stays_open():
    one = sp.sin(x) ** 2 + sp.cos(x) ** 2
    for statement in (lt(one, 1), Gt(one, 1, evaluate=False), Le(one, 1, evaluate=False), Ge(one, 1, evaluate=False)):
        assert decide(statement, {x: 1})[0] is Outcome.UNDECIDED


def test_conjunction_with_an_open_part():
    open_ = Eq(sp.sin(x) ** 2 + sp.cos(x) ** 2, 1, evaluate=False)
    true, false = lt(x, 2), lt(x, 0)
    assert decide(sp.And(open_, true, evaluate=False), {x: 1})[0] is Outcome.UNDECIDED
    assert decide(sp.And(open_, false, evaluate=False), {x: 1})[0] is Outcome.REFUTED


def test_conjunction_of_outcomes():
    shown, refuted, undecided = Outcome.SHOWN, Outcome.REFUTED, Outcome.UNDECIDED
    assert conjunction([]) is shown
    assert conjunction([shown, undecided]) is undecided
    assert conjunction([undecided, refuted, shown]) is refuted
    assert [o.negated() for o in (shown, refuted, undecided)] == [refuted, shown, undecided]
    with pytest.raises(TypeError):
        bool(undecided)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (lt(x * (1 - x), sp.Rational(26, 100)), lt(x * (1 - x), sp.Rational(24, 100))),
        (lt(sp.exp(x), 1 + x + x**2), lt(sp.exp(x), 1 + x)),
        (lt(sp.Abs(x - sp.Rational(1, 2)), sp.Rational(3, 5)), lt(sp.Abs(x - sp.Rational(1, 2)), sp.Rational(2, 5))),
    ],
)
def test_boxes(true, false):
    strictly_inside = {x: (Fraction(1, 64), Fraction(1))}
    assert certify_over_box(true, strictly_inside) >= 1
    with pytest.raises((Refuted, Undecided)):
        certify_over_box(false, strictly_inside, max_boxes=3000)


def test_box_that_touches_the_boundary_stays_open():
    with pytest.raises(Undecided):
        certify_over_box(Gt(x, 0, evaluate=False), UNIT, max_boxes=300)


def test_box_with_a_bad_corner_is_refuted():
    with pytest.raises(Refuted) as caught:
        certify_over_box(lt(x + y, sp.Rational(19, 10)), {**UNIT, y: (Fraction(0), Fraction(1))})
    corner = caught.value.witness
    assert corner[x][0] + corner[y][0] >= Fraction(19, 10)


def test_box_across_a_case_distinction_stays_open():
    cases = Piecewise((1, x < sp.Rational(1, 3)), (2, True))
    assert certify_over_box(lt(x, 2 * cases), {x: (Fraction(2, 5), Fraction(1))}) >= 1
    with pytest.raises(Undecided):
        certify_over_box(lt(x, 2 * cases), UNIT, max_boxes=300)


def test_box_over_a_pole_stays_open():
    with pytest.raises(Undecided):
        certify_over_box(Gt(1 / x**2, 0, evaluate=False), {x: (Fraction(-1), Fraction(1))}, max_boxes=300)


def test_box_over_an_index_stays_open():
    statement = Le(sp.KroneckerDelta(x, 1), 0, evaluate=False)
    with pytest.raises(Undecided):
        certify_over_box(statement, {x: (Fraction(1, 2), Fraction(2))}, max_boxes=300)


def test_what_cannot_be_enclosed_is_said():
    with pytest.raises(Unsupported):
        decide(Gt(sp.zeta(x), 0, evaluate=False), {x: 3})
