"""Losses that the theorems do not speak of directly: mismatched pairs, mini-batches, the sigmoid loss, one's own."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import normalize

from modgap.numerics.bessel.functions import log_sphere_mgf_scaled
from modgap.numerics.contrastive.constraints import Free
from modgap.numerics.contrastive.loss import simplex_bound, theorem1_bound
from modgap.numerics.contrastive.optimize import VANISHING_MEAN, Geometry, Minimum, optimise
from modgap.numerics.contrastive.pairing import colder_rivals, minibatches, mismatch_threshold
from modgap.numerics.contrastive.sigmoid import sigmoid_simplex_bound
from modgap.paper_checks.searches.losses import Own, built_in, imported
from modgap.paper_checks.searches.problem import COORDINATE_TOLERANCE, Finding, Problem

__all__ = ["Further"]

# How far the starts that are laid out are moved at random.
PUSH = 0.05

Verdict = tuple[float | None, Finding, str, list[str]]


class Further:
    """Another loss under the constraint of a judge, held against what is known of it.

    Parameters
    ----------
    problem : Problem
    judge
        That of the constraint, for its starts and configurations.
    """

    def __init__(self, problem: Problem, judge: Any) -> None:
        self.problem, self.judge, self.constraint = problem, judge, judge.constraint
        p = problem
        if p.own:
            own = Own(p.loss, imported(p.loss), p.pairs, p.noise, p.batch, p.seed)
            x, y = self.constraint.configuration(judge.start()[:1])
            own.check(x[0], y[0])
            self.loss: Any = own
        else:
            self.loss = built_in(p.loss, p.pairs, p.noise, p.batch, p.seed)

    @property
    def offset(self) -> float:
        """What the minimised loss has more than what is reported."""
        return self.problem.offset

    def minimise(self, **options: Any) -> Minimum:
        """Minimise from random starts and, for free points, from three that are laid out."""
        start = self.judge.start()
        if isinstance(self.constraint, Free):
            start = torch.cat([start, _laid_out(start[0])])
        return optimise(self.constraint, start, 1 / self.problem.beta, loss=self.loss, **options)

    def configurations(self, state: Tensor) -> tuple[Tensor, Tensor]:
        """Return the pairs of each start."""
        return self.constraint.configuration(state)

    def verdict(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        """Return bound, finding, theorem and words."""
        p, best = self.problem, int(np.argmin(losses))
        if p.own:
            words = ["No theorem of the ledger speaks of a loss of one's own; its optimum is held against what they "
                     "conclude."]  # fmt: skip
            return p.at_least, Finding.UNDECIDED, "none", words
        known = _OfInfoNCE(p) if p.loss == "infonce" else _OfSigmoid(p)
        words, rounding = [*known.words, *self._batches()], p.rounding
        if losses[best] < known.bound - rounding:
            found = f"VIOLATED: {losses[best]:.12g} was found."
            return known.bound, Finding.SHORT, known.theorem, [*words, found]
        if losses[best] <= known.bound + p.loss_tolerance:
            reached = f"Reached within {losses[best] - known.bound:.1e} nats."
            return known.bound, Finding.MET, known.theorem, [*words, reached]
        said, finding = self._expected(losses[best], shapes[best], bool(minimum.converged[best]))
        return known.bound, finding, known.theorem, [*words, *said]

    def _batches(self) -> list[str]:
        p = self.problem
        if p.batch is None:
            return []
        rows, whole = minibatches(p.pairs, p.batch, p.seed)
        kind = "all of them" if whole else "drawn at random, the same throughout"
        return [f"Mean over {len(rows)} batches of {p.batch}, {kind}."]

    def _expected(self, loss: float, shape: Geometry, converged: bool) -> tuple[list[str], Finding]:
        """Return what is expected without a constraint, and whether it was found; nothing of it is a theorem."""
        p = self.problem
        if p.constraint != "none" or p.temperature is None:
            return ["Nothing more is known of this loss under this constraint."], Finding.UNDECIDED
        if not converged:
            return ["The search has not converged."], Finding.UNDECIDED
        aligned = shape.pair_distance_max <= COORDINATE_TOLERANCE
        level = max(shape.mean_norms) <= VANISHING_MEAN
        if p.noise and p.batch is None and p.loss == "infonce":
            return self._mismatched(loss, aligned, level)
        reference = self._aligned_uniform()
        words = [f"As many aligned uniform points at random have {reference:.6g}; the least found is {loss:.6g}."]
        fine = loss <= reference and aligned
        return words, Finding.MET if fine else Finding.UNDECIDED

    def _mismatched(self, loss: float, aligned: bool, level: bool) -> tuple[list[str], Finding]:
        p = self.problem
        assert p.temperature is not None
        uniform = 2 * float(log_sphere_mgf_scaled(p.dim, p.beta)) + 2 * p.beta * p.noise
        shape = "not aligned" if not aligned else "aligned, the means vanish" if level else "aligned in one common cone"
        rivals = ", ".join(f"{name} {v:.6g}" for name, v in colder_rivals(p.dim, p.temperature, p.noise).items())
        words = [
            f"Of N pairs as N grows, aligned uniform ones have {uniform:.9g}, and are no local minimum beyond "
            f"η = {mismatch_threshold(p.dim, p.temperature):.4g} (on paper; here η = {p.noise:g}).",
            f"Laws that score as at a higher temperature have: {rivals} (on paper).",
            f"Found {loss - uniform:+.3g} nats from the aligned uniform ones, {shape}.",
        ]
        return words, Finding.MET if loss <= uniform + p.loss_tolerance else Finding.UNDECIDED

    def _aligned_uniform(self) -> float:
        p = self.problem
        points = Free(p.dim).start(p.pairs, 1, p.seed + 1)[:, 0]
        return float(self.loss(points, points, points.new_full((1,), 1 / p.beta))) - p.offset


class _OfInfoNCE:
    """Every batch and every pairing obeys Theorem 1, and with them their mean."""

    def __init__(self, p: Problem) -> None:
        assert p.temperature is not None
        theorem, simplex = theorem1_bound(p.dim, p.temperature), simplex_bound(p.compared, p.temperature)
        self.bound, self.theorem = max(theorem, simplex), "thm.1.finite"
        size = "N" if p.batch is None else "B"
        self.words = [
            f"Theorem 1: no {p.compared} pairs have L_{size} - 2 log {size} below {theorem:.9g}, whoever is paired "
            "with whom, so that no mean over pairings or batches is below it."
        ]
        if simplex > theorem:
            self.words.append(f"So few pairs cannot go below {simplex:.9g} either, the regular simplex's value.")
        if p.batch is not None:
            self.words.append("In small batches the uniform law need not be optimal (thm.1.batch.uniform is refuted).")


class _OfSigmoid:
    """Convexity bounds it below by the regular simplex; with many pairs it is the loss with one normaliser."""

    def __init__(self, p: Problem) -> None:
        assert p.temperature is not None
        self.bound = sigmoid_simplex_bound(p.compared, p.temperature)
        self.theorem = "docs/beyond-the-print.md, on paper; with many pairs thm.1.decoupled"
        many = math.log(p.compared) + 1 + float(log_sphere_mgf_scaled(p.dim, p.beta))
        self.words = [
            f"With its best bias the sigmoid loss of {p.compared} pairs is at least {self.bound:.9g}, the regular "
            "simplex's value, in every dimension.",
            "As their number grows it comes to the loss with one normaliser, which aligned uniform pairs bring to "
            f"{many:.6g}.",
        ]


def _laid_out(random: Tensor) -> Tensor:
    """Return three starts near which optima may lie: aligned pairs, one common point, two opposite points."""
    x, y = random
    point = x[:1].expand_as(x)
    starts = torch.stack([torch.stack(pair) for pair in ((x, x), (point, point), (point, -point))])
    return normalize(starts + PUSH * torch.stack([y, x]), dim=-1)
