"""What balls decide: a relation on a box of parameters, at points, and a counterexample. Nothing here is `proved`.

The gate takes facts from this room as `certified` or `tested` alone, so that no mistake in a ball reaches a proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import sympy as sp
from sympy import Basic, Symbol
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import believed
from modgap.theory.engines.known import ARB, common_domain
from modgap.theory.kernel.asking import EFFORT
from modgap.theory.kernel.facts import Fact, Refutation, ancestors, make, rule, show_genuine, show_terms
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.symbols import Defined
from modgap.theory.outcome import Outcome, Refuted, Undecided


@rule
@believed()
def certify(statement: Basic, box: Mapping[Symbol, tuple[Fraction, Fraction]]) -> Fact:
    """Show a relation on a box of parameters by subdivision into balls. The domain of the fact is that box."""
    # Read once: what is looked through and what the fact says must be one box.
    box = {symbol: (low, high) for symbol, (low, high) in box.items()}
    boxes = enclosure.certify_over_box(statement, box)
    sides = [
        side
        for symbol, (low, high) in box.items()
        for side in (sp.Ge(symbol, sp.Rational(low)), sp.Le(symbol, sp.Rational(high)))
        if side != sp.true
    ]
    if sp.false in sides:
        raise Undecided(f"the box {box} is not within the assumptions on its variables")
    return make(
        "enclosure",
        statement,
        Domain(*box, *sides),
        f"ball arithmetic on {boxes} sub-boxes",
        strength=Status.CERTIFIED,
        detail={"boxes": boxes},
        trusts=(ARB,),
        # Balls are no numbers where what is under a root, or in a logarithm, is not shown to be positive.
        in_range=set(_roots_and_logarithms(statement)),
        recheck=lambda other: certify(other, box),
    )


def _roots_and_logarithms(expr: Basic) -> Iterator[Basic]:
    """Yield the roots and logarithms in an expression, within what its symbols stand for too."""
    for node in sp.preorder_traversal(expr):
        if isinstance(node, sp.log) or (isinstance(node, sp.Pow) and node.exp.is_Rational and not node.exp.is_Integer):
            yield node
        elif isinstance(node, Defined):
            yield from _roots_and_logarithms(node.definition())


@believed()
def counterexample(statement: Basic, domain: Domain, point: Point, bounds: Sequence[Fact] = ()) -> Refutation:
    """Refute a statement at a point: the hypotheses hold there and the statement fails, both certainly.

    With `bounds`, facts that hold on the domain, what fails is the inequality that the statement implies by them: from
    a ≤ b, and b ≤ c or c ≤ a, follows a ≤ c or c ≤ b.
    """
    show_terms(statement, domain)
    point = _of_variables(point, domain)
    if enclosure.membership(point, domain) is not Outcome.SHOWN:
        raise Undecided(f"{point} is not shown to satisfy {domain.hypotheses()}")
    show_genuine({fact for bound in bounds for fact in ancestors(bound)})
    common_domain(bounds, domain)
    implied = statement
    for bound in bounds:
        implied = implied_by(implied, bound.statement)
    outcome, bits = enclosure.decide(implied, point, domain)
    if outcome is not Outcome.REFUTED:
        raise Undecided(f"{implied} is {outcome.value} at {point}: no counterexample")
    parts = implied.args if isinstance(implied, sp.And) else (implied,)
    false = next(part for part in parts if enclosure.decide(part, point, domain)[0] is Outcome.REFUTED)
    shown = bits if bounds else max(bits, 128)
    left, right = (enclosure.value(side, point, domain, shown).str(12) for side in false.args)
    detail = {"left": left, "right": right, "bits": bits}
    what = "the hypotheses hold and the statement fails at this point"
    if bounds:
        what = "the hypotheses hold, and what the statement implies by known bounds fails at this point"
        detail["implied"] = str(implied)
    return Refutation(statement, domain, point, what, detail, bounds=tuple(bounds))


def _of_variables(point: Point, domain: Domain) -> Point:
    """Return what a point says of the variables of a domain, read once: of any other term it would be a wrong value."""
    return {variable: value for variable, value in point.items() if variable in domain.declared}


def implied_by(statement: Basic, bound: Basic) -> Basic:
    """Return what two inequalities imply together, one of which starts where the other one ends."""
    if not all(isinstance(s, LessThan | StrictLessThan | GreaterThan | StrictGreaterThan) for s in (statement, bound)):
        raise Undecided(f"{statement} and {bound} are not two inequalities")
    ends = [(s.args if isinstance(s, LessThan | StrictLessThan) else s.args[::-1]) for s in (statement, bound)]
    strict = any(isinstance(s, StrictLessThan | StrictGreaterThan) for s in (statement, bound))
    (low, high), (below, above) = ends
    if below == high:
        high = above
    elif above == low:
        low = below
    else:
        raise Undecided(f"{bound} bounds no side of {statement}")
    return (StrictLessThan if strict else LessThan)(low, high, evaluate=False)


@rule
@believed()
def held(
    statement: Basic,
    domain: Domain,
    points: Sequence[Point],
    detail: Mapping[str, Any],
    recheck: Callable[[Basic], Fact] | None = None,
) -> Fact:
    """Hold an inequality against points of its domain, as many as are asked for. Its fact is worth `tested`, no more.

    Where the points come from is for the reader to be told: in `detail`.

    Raises
    ------
    Refuted
        With the point, if one certainly violates the statement.
    Undecided
        If there are too few points, one is not certainly of the domain, or one could not be settled.
    """
    points = [_of_variables(point, domain) for point in points]
    if len(points) < EFFORT.get().draws:
        raise Undecided(f"{statement} is held against {len(points)} points, expected {EFFORT.get().draws}")
    for point in points:
        if enclosure.membership(point, domain) is not Outcome.SHOWN:
            raise Undecided(f"{point} is not shown to satisfy {domain.hypotheses()}")
        outcome, bits = enclosure.decide(statement, point, domain)
        if outcome is Outcome.REFUTED:
            raise Refuted(f"{statement} is false at {point} (balls of {bits} bits)", point)
        if outcome is Outcome.UNDECIDED:
            raise Undecided(f"{statement} is not settled at {point} by balls of {bits} bits")
    return make(
        "tested",
        statement,
        domain,
        "drawn points and an adversary's, decided by balls",
        strength=Status.TESTED,
        detail=detail,
        trusts=(ARB,),
        recheck=recheck,
    )
