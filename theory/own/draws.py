"""A statement held against points that are drawn from its own hypotheses, and against a search for a violation.

Floating point proposes points, balls decide each of them. What certainly violates the statement is shrunk:
its integers first, then the digits of its numbers.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import minimize
from sympy import Basic
from sympy.core.relational import Equality, GreaterThan, StrictGreaterThan, Unequality

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import Unsupported
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.facts import Refutation
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.printing import parts
from modgap.theory.outcome import Outcome, Undecided, Unproved

__all__ = ["SEED", "Findings", "Search", "descend", "hold", "shrunk"]

#: Of the draws, where none is given.
SEED = 20251003

#: Finds, from a point that meets the hypotheses, one where the statement is tighter.
Search = Callable[[Basic, Domain, Point], Point]


@dataclass
class Findings:
    """What came of the points that a statement was held against.

    Attributes
    ----------
    drawn, met : int
        How many points were drawn, and how many of them certainly meet every hypothesis.
    shown, undecided : int
        Of those, at how many balls show the statement, and how many they leave open: an equation holds to within
        its balls, or a precision did not suffice.
    searched : int
        How many searches were made.
    refutation : Refutation or None
        The certified counterexample, where there is one; found by "draws" or by "search" (`found_by`).
    reason : str
        Why nothing could be evaluated, where nothing could.
    """

    drawn: int = 0
    met: int = 0
    shown: int = 0
    undecided: int = 0
    searched: int = 0
    refutation: Refutation | None = None
    found_by: str = ""
    reason: str = ""
    points: list[Point] = field(default_factory=list, repr=False)


class _Violated(Exception):  # noqa: N818 (it is what is looked for)
    """A drawn point certainly violates the statement."""


def hold(
    statement: Basic, domain: Domain, examples: int = 100, seed: int = SEED, searches: Iterable[Search] = ()
) -> Findings:
    """Hold a statement against drawn points, and against what searches make of some of them.

    Parameters
    ----------
    statement : sympy relation, or conjunction of relations
    domain : Domain
    examples : int
        How many points that meet the hypotheses are wanted; at most ten times as many are drawn.
    seed : int
        Of the draws.
    searches : iterable of callable
        Each is started from a few of the points, the latest first.
    """
    findings = Findings()
    try:
        violating = _draw(statement, domain, examples, seed, findings)
        if violating is not None:
            small = shrunk(statement, domain, violating)
            findings.refutation, findings.found_by = counterexample(statement, domain, small), "draws"
            return findings
        for search in searches:
            for start in findings.points[-3:]:
                found = search(statement, domain, start)
                findings.searched += 1
                if _violates(statement, domain, found):
                    small = shrunk(statement, domain, found)
                    findings.refutation, findings.found_by = counterexample(statement, domain, small), "search"
                    return findings
    except Unsupported as reason:
        findings.reason = str(reason)
    return findings


def _draw(statement: Basic, domain: Domain, examples: int, seed: int, findings: Findings) -> Point | None:
    """Draw until enough points met the hypotheses; return the first that violates the statement, if one does."""
    from hypothesis import HealthCheck, Phase, assume, configuration, errors, given, settings
    from hypothesis import seed as seeded

    from modgap.theory.own.strategies import points

    violating: list[Point] = []

    @seeded(seed)
    @settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,), report_multiple_bugs=False, print_blob=False,
    )  # fmt: skip
    @given(points(domain))
    def at(point: Point) -> None:
        findings.drawn += 1
        assume(enclosure.membership(point, domain) is Outcome.SHOWN)
        findings.met += 1
        outcome, _ = enclosure.decide(statement, point, domain)
        if outcome is Outcome.REFUTED:
            violating.append(point)
            raise _Violated
        findings.points.append(point)
        findings.shown += outcome is Outcome.SHOWN
        findings.undecided += outcome is Outcome.UNDECIDED

    with tempfile.TemporaryDirectory() as folder:
        # Hypothesis keeps constants of the source beside the user's files otherwise.
        configuration.set_hypothesis_home_dir(folder)
        try:
            at()
        except _Violated:
            return violating[0]
        except errors.Unsatisfiable:
            pass
    return None


def _violates(statement: Basic, domain: Domain, point: Point) -> bool:
    """Tell whether a point certainly meets every hypothesis and certainly violates the statement."""
    try:
        if enclosure.membership(point, domain) is not Outcome.SHOWN:
            return False
        return enclosure.decide(statement, point, domain)[0] is Outcome.REFUTED
    except Unsupported:
        raise
    except Undecided:
        return False


def shrunk(statement: Basic, domain: Domain, point: Point) -> Point:
    """Return a violating point with smaller integers, fewer vectors and coordinates, and fewer digits.

    Each variable in turn gets the least value, or the fewest decimals, with which the point still violates.
    """
    small = dict(point)
    for symbol in (s for s in domain.symbols if s.is_integer):
        for value in range(small[symbol]):
            trial = _resized({**small, symbol: value}, domain)
            if trial is not None and _violates(statement, domain, trial):
                small = trial
                break
    for variable in small:
        if isinstance(small[variable], int):
            continue
        for decimals in range(13):
            rounded = np.round(np.asarray(small[variable], dtype=float), decimals)
            trial = {**small, variable: rounded if rounded.ndim else float(rounded)}
            if _violates(statement, domain, trial):
                small = trial
                break
    return small


def _resized(point: Point, domain: Domain) -> Point | None:
    """Return a point whose vectors are cut to the sizes that its integers ask for; None where they are no such."""
    scalars = {s: point[s] for s in domain.symbols}
    out = dict(point)
    for item in domain.vectors:
        sizes = [item.dim.subs(scalars), *([] if item.count is None else [item.count.subs(scalars)])]
        if item.kind not in ("unit", "ball", "free") or min(sizes) < 1:
            return None
        rows = np.atleast_2d(point[item.symbol])[: sizes[-1] if item.count is not None else 1, : int(sizes[0])]
        # What is left of a vector may be nothing; a unit vector is then the first of the axes.
        rows = np.where(rows.any(axis=1, keepdims=True), rows, np.eye(1, rows.shape[1]))
        out[item.symbol] = rows if item.count is not None else rows[0]
    return out


def descend(statement: Basic, domain: Domain, start: Point, evaluations: int = 120) -> Point:
    """Return the point that Nelder and Mead's method reaches from `start`, minimising the relative slack.

    It moves the real variables and all vectors, integers stay; the slack is the middle of its ball.
    """
    moving = [s for s in domain.symbols if not s.is_integer] + [v.symbol for v in domain.vectors]
    shapes = [np.shape(start[s]) for s in moving]
    sizes = [math.prod(shape) for shape in shapes]
    if not moving:
        return start

    def at(flat: np.ndarray) -> Point:
        values = np.split(flat, np.cumsum(sizes)[:-1])
        made = {s: v.reshape(h) if h else float(v[0]) for s, v, h in zip(moving, values, shapes, strict=True)}
        return {**start, **made}

    def objective(flat: np.ndarray) -> float:
        return min((_relative_slack(part, at(flat), domain) for part in parts(statement)), default=math.inf)

    flat = np.concatenate([np.ravel(np.asarray(start[s], dtype=float)) for s in moving])
    if not math.isfinite(objective(flat)):
        return start
    with np.errstate(all="ignore"):
        found = minimize(objective, flat, method="Nelder-Mead", options={"maxfev": evaluations, "adaptive": True})
    return at(found.x)


def _relative_slack(relation: Basic, point: Point, domain: Domain) -> float:
    """Return by how much a relation holds, relative to its sides; infinite where it cannot be told."""
    try:
        if enclosure.membership(point, domain) is not Outcome.SHOWN:
            return math.inf
        left, right = (float(enclosure.value(side, point, domain, 64).mid()) for side in relation.args)
        room = {Equality: -abs(left - right), Unequality: abs(left - right)}.get(type(relation))
        if room is None:
            room = left - right if isinstance(relation, GreaterThan | StrictGreaterThan) else right - left
        value = room / (abs(left) + abs(right) + 1e-300)
        return value if math.isfinite(value) else math.inf
    except Unsupported:
        raise
    except (Unproved, OverflowError, ValueError, ZeroDivisionError):
        return math.inf
