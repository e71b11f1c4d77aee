"""Numerical evidence: a statement held against drawn points and against an adversary, each verdict by balls.

Floating point proposes points; it decides nothing. A point that certainly violates the statement refutes it,
and a point that balls cannot settle is counted and leaves the evidence short.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import sympy as sp
import z3
from scipy.optimize import minimize
from sympy import Basic, Expr

from modgap.theory.balls import enclosure
from modgap.theory.balls import further as further  # Which announces itself to the evaluator.
from modgap.theory.engines.known import slack
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.evidence.rules import counterexample, held
from modgap.theory.kernel.arithmetic import STEPS, Reader, query
from modgap.theory.kernel.asking import EFFORT, announce
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.symbols import Dot, unfold
from modgap.theory.outcome import Outcome, Refuted, Undecided

#: The seed of all drawn evidence; it is recorded with it.
SEED = 20251003


def find_point(domain: Domain, seed: int = 0, tries: int = 400) -> Point:
    """Return a drawn point that certainly meets every hypothesis; raise `Undecided` if none of `tries` draws does."""
    chooser = SeededChooser(seed)
    for _ in range(tries):
        point = draw_point(domain, chooser)
        if enclosure.membership(point, domain) is Outcome.SHOWN:
            return point
    raise Undecided(f"none of {tries} draws meets the hypotheses {domain.hypotheses()}")


@rule
def tested(statement: Basic, domain: Domain, seed: int = SEED) -> Fact:  # noqa: PT028
    """Hold an inequality against drawn points and an adversary. Its fact is worth `tested`, never more.

    Raises
    ------
    Refuted
        With the point, if one certainly violates the statement.
    Undecided
        If a point could not be settled, or no draw met the hypotheses.
    """
    effort, chooser = EFFORT.get(), SeededChooser(seed)
    met: list[Point] = []
    drawn = 0
    while len(met) < effort.draws:
        point, drawn = draw_point(domain, chooser), drawn + 1
        if enclosure.membership(point, domain) is Outcome.SHOWN:
            met.append(point)
        if drawn > 20 * effort.draws:
            raise Undecided(f"only {len(met)} of {drawn} draws meet the hypotheses {domain.hypotheses()}")
    proposed: list[Point] = []
    worst = math.inf
    if domain.vectors:
        adversary = Adversary(statement, domain)
        proposed = [adversary.attack(point) for point in met[: effort.starts]]
        proposed = [point for point in proposed if enclosure.membership(point, domain) is Outcome.SHOWN]
        for found in proposed:
            worst = min(worst, float(enclosure.value(slack(statement)[0], found, domain).mid()))
    detail: dict[str, Any] = {
        "seed": seed,
        "drawn": drawn,
        "met": len(met),
        "searches": effort.starts if domain.vectors else 0,
    }
    # What was not drawn was not tested: the reader is told how far the draws went.
    detail |= {f"{s} drawn": f"{min(p[s] for p in met):.4g} to {max(p[s] for p in met):.4g}" for s in domain.symbols}
    if math.isfinite(worst):
        detail["closest_approach"] = float(f"{worst:.6g}")
    return held(statement, domain, [*met, *proposed], detail, lambda other: tested(other, domain, seed))


#: Not one of pytest's tests, whatever its name.
tested.__test__ = False  # type: ignore[attr-defined]


class Adversary:
    """Searches for configurations of vectors at which an inequality comes closest to failing."""

    def __init__(self, statement: Basic, domain: Domain):
        self.slack, self.domain = unfold_vectors(slack(statement)[0], domain), domain

    def attack(self, start: Point, iterations: int = 200) -> Point:
        """Return the point reached from `start` by minimising the slack over all vectors, scalars kept."""
        families = [v.symbol for v in self.domain.vectors]
        shapes = [np.shape(start[f]) for f in families]
        sizes = [math.prod(shape) for shape in shapes]
        function = self._compiled(start)

        def point_at(flat: np.ndarray) -> Point:
            parts = np.split(flat, np.cumsum(sizes)[:-1])
            return {**start, **{f: p.reshape(s) for f, p, s in zip(families, parts, shapes, strict=True)}}

        def objective(flat: np.ndarray) -> float:
            point = point_at(flat)
            value = function(*(_normalised(np.atleast_2d(point[f])) for f in families))
            return value if math.isfinite(value) else math.inf

        flat = np.concatenate([np.ravel(start[f]) for f in families])
        if not math.isfinite(objective(flat)):
            return start
        with np.errstate(all="ignore"):
            result = minimize(objective, flat, method="L-BFGS-B", options={"maxiter": iterations})
        return point_at(result.x)

    def _compiled(self, point: Point) -> Callable[..., float]:
        """Compile the slack at fixed scalars; what does not depend on the vectors is computed by balls once."""
        names = [v.symbol for v in self.domain.vectors]
        scalars = {s: point[s] for s in self.domain.symbols}
        fixed, varying = self.slack.as_independent(*names, as_Add=True)
        constant = float(enclosure.value(fixed, scalars, self.domain).mid())
        numbers = {s: v if isinstance(v, int) else sp.Float(v) for s, v in scalars.items()}
        families = [sp.IndexedBase(f"family_{n}") for n in range(len(names))]
        body = varying.subs(numbers).xreplace(dict(zip(names, families, strict=True)))
        compiled = sp.lambdify(families, body, [{"Dot": lambda a, b: float(a @ b)}, "math"])

        def function(*vectors: np.ndarray) -> float:
            # The language counts from 1.
            padded = [np.vstack([np.full(v.shape[1], np.nan), v]) for v in vectors]
            try:
                return constant + float(compiled(*padded))
            except OverflowError:
                return math.inf

        return function


def unfold_vectors(expr: Expr, domain: Domain) -> Expr:
    """Unfold the defined symbols that speak of vectors; the others stay, to be computed by balls."""
    names = {v.symbol for v in domain.vectors}
    parts = {d: unfold(d) for d in expr.atoms(sp.Function) if not isinstance(d, Dot) and d.has(*names)}
    return sp.expand(expr.xreplace(parts), deep=False)


def _normalised(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


# --- what the kernel asks for ----------------------------------------------------------------------------------------


def look_for_witness(statement: Basic, domain: Domain, solver: bool = False, tries: int = 12) -> None:
    """Raise `Refuted` if a seeded draw certainly violates the statement; say nothing otherwise.

    So may a point that a `solver` says violates it, if the statement is of real algebra: rounded, balls decide at it.
    """
    chooser = SeededChooser(0)
    for _ in range(tries):
        try:
            point = draw_point(domain, chooser)
            if enclosure.membership(point, domain) is not Outcome.SHOWN:
                continue
            outcome, bits = enclosure.decide(statement, point, domain)
        except Undecided:
            continue
        if outcome is Outcome.REFUTED:
            raise Refuted(f"{statement} is false at {point} (balls of {bits} bits)", point)
    model = _point_of_model(statement, domain) if solver else None
    if model is not None and enclosure.membership(model, domain) is Outcome.SHOWN:
        outcome, bits = enclosure.decide(statement, model, domain)
        if outcome is Outcome.REFUTED:
            raise Refuted(f"{statement} is false at {model} (a solver's model, balls of {bits} bits)", model)


def _point_of_model(statement: Basic, domain: Domain) -> Point | None:
    """Return what z3 says violates a statement of real algebra, up to rounding; None where it says nothing."""
    if domain.vectors:
        return None
    try:
        reader = Reader.of(domain, ())
        wrong = reader.constraint(statement, trusted=True).negated()
    except Undecided:
        return None
    if reader.atoms:
        return None
    text, names = query([*reader.known, wrong])
    solver = z3.SolverFor("QF_NRA")
    solver.set("ctrl_c", False)
    solver.set("rlimit", STEPS["z3"])
    solver.from_string(text)
    if solver.check() != z3.sat:
        return None
    found = solver.model()
    return {s: _fraction(found.eval(z3.Real(names[s]), True)) if s in names else Fraction(1) for s in domain.symbols}


def _fraction(value: Any) -> Fraction:
    return (value if z3.is_rational_value(value) else value.approx(20)).as_fraction()


class Balls:
    """What the kernel asks, answered by draws and balls."""

    find_point = staticmethod(find_point)
    look_for_witness = staticmethod(look_for_witness)
    counterexample = staticmethod(counterexample)


announce(Balls())
