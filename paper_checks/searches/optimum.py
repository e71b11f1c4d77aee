"""A loss minimised under a constraint, and the result held against what the theory predicts, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor

from modgap.numerics.contrastive.constraints import Cone, Constraint, Free, Subspace, hyperplanes
from modgap.numerics.contrastive.loss import mcl_loss, population_loss, simplex_bound, theorem1_bound
from modgap.numerics.contrastive.optimize import (
    TOLERANCE,
    Callback,
    Geometry,
    Minimum,
    geometry,
    optimise,
    optimise_centres,
    resolve_device,
)
from modgap.numerics.contrastive.population import (
    centre_pair_loss,
    centre_pair_slope,
    collapse_threshold,
    cone_population_slope,
    predict_subspace,
)
from modgap.numerics.threads import threads_for
from modgap.paper_checks.searches.conclusions import Conclusion, conclusions, spread
from modgap.paper_checks.searches.further import Further
from modgap.paper_checks.searches.problem import COORDINATE_TOLERANCE, Finding, Problem

__all__ = ["Finding", "Problem", "Report", "constraint_of", "solve"]


# A finite cloud decides only roughly where an oblique or a sample-dependent optimum lies, in degrees.
SAMPLE_ANGLE_TOLERANCE = 5.0
# A loss that changes by less than so many of the search's relative tolerances over all gaps is flat for it.
FLAT = 20
# An angle at which the slope of the loss is measured, radians.
STEP = 0.1


@dataclass(frozen=True)
class Report:
    """What came of it.

    Attributes
    ----------
    problem : Problem
    losses : list of float
        L_N - 2 log N of each start, nats (less 2 log B with mini-batches; of other losses than InfoNCE themselves).
    shapes : list of Geometry
        Of each start.
    minimum : Minimum
        Of all starts.
    bound : float or None
        What the theory says of that, nats: see `theorem`; None where it says nothing.
    finding : Finding
        Whether every start ended where the theory says, or what the search left undecided.
    theorem : str
        The claims that were held against.
    words : list of str
        What was expected, and what was found.
    device : str
    conclusions : list of Conclusion
        Which theorems' conclusions the best start meets, whatever the loss.
    alignment, uniformity : float
        Wang and Isola's figures of the best start; the second of images and of texts, None of a single pair.
    best_pairs : (Tensor, Tensor)
        The pairs of the best start, (N, h) each.
    """

    problem: Problem
    losses: list[float]
    shapes: list[Geometry]
    minimum: Minimum
    bound: float | None
    finding: Finding
    theorem: str
    words: list[str] = field(default_factory=list)
    device: str = "cpu"
    conclusions: list[Conclusion] = field(default_factory=list)
    alignment: float = math.nan
    uniformity: tuple[float, float] | None = None
    best_pairs: tuple[Tensor, Tensor] | None = None

    @property
    def met(self) -> bool:
        """Whether the result is what the theory says."""
        return self.finding is Finding.MET

    @property
    def best(self) -> int:
        """The start of the least loss."""
        return int(np.argmin(self.losses))

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        p, k, shape = self.problem, self.best, self.shapes[self.best]
        return {
            "loss": self.losses[k] + p.offset,
            "loss_minus_2logN": self.losses[k],
            "bound": self.bound,
            "excess": None if self.bound is None else self.losses[k] - self.bound,
            "gap_degrees": shape.gap_degrees,
            "mean_norms": list(shape.mean_norms),
            "pair_distance_max": shape.pair_distance_max,
            "iterations": int(self.minimum.iterations[k]),
            "converged": bool(self.minimum.converged[k]),
            "device": self.device,
            "seed": p.seed,
            "constraint": p.constraint,
            "dim": p.dim,
            "pairs": p.pairs,
            "temperature": p.temperature,
            "concentration": p.concentration,
            "angle_degrees": p.angle,
            "loss_of": "centres" if p.centres else "pairs",
            "loss_function": p.loss,
            "noise": p.noise,
            "batch": p.batch,
            "at_least": p.at_least,
            "alignment": self.alignment,
            "uniformity": self.uniformity and dict(zip(("image", "text"), self.uniformity, strict=True)),
            "conclusions": [conclusion.document() for conclusion in self.conclusions],
            "gradient_norm": float(self.minimum.gradient_norm[k]),
            "starts": [
                {"loss_minus_2logN": loss, "gap_degrees": shape.gap_degrees, "converged": bool(done)}
                for loss, shape, done in zip(self.losses, self.shapes, self.minimum.converged, strict=True)
            ],
            "theorem": self.theorem,
            "met": self.met,
            "finding": self.finding.value,
            "words": self.words,
        }


def solve(problem: Problem, device: str = "auto", callback: Callback | None = None, **options: Any) -> Report:
    """Minimise from random starts, all at once, and hold each result against the theory.

    Parameters
    ----------
    problem : Problem
    device : str
        auto, cpu or cuda.
    callback : callable, optional
        As for `numerics.contrastive.optimize.minimise`, like further options.

    Returns
    -------
    Report

    Raises
    ------
    InputError
        (a ValueError) If there is no such device.
    """
    with threads_for(problem.starts * problem.pairs * max(problem.pairs, problem.dim)):
        return _solve(problem, device, callback, **options)


def _solve(problem: Problem, device: str, callback: Callback | None, **options: Any) -> Report:
    where = resolve_device(device)
    judge = _judge(problem, where)
    minimum = judge.minimise(callback=callback, **options)
    losses = [float(loss) - judge.offset for loss in minimum.loss]
    x, y = judge.configurations(minimum.state)
    shapes = [geometry(*pair) for pair in zip(x, y, strict=True)]
    bound, finding, theorem, words = judge.verdict(losses, shapes, minimum)
    best = int(np.argmin(losses))
    finding, words = _held_against(problem, losses[best] + problem.offset, finding, words)
    pairs = x[best].detach().cpu(), y[best].detach().cpu()
    return Report(
        problem, losses, shapes, minimum, bound, finding, theorem, words, where.type,
        conclusions(problem, *pairs, shapes[best]), *spread(*pairs), pairs,
    )  # fmt: skip


def _held_against(problem: Problem, loss: float, finding: Finding, words: list[str]) -> tuple[Finding, list[str]]:
    """Compare with the value that the user says is a lower bound; only a smaller loss tells anything for certain."""
    said = problem.at_least
    if said is None:
        return finding, words
    if loss < said - problem.rounding * (1 + abs(said)):
        return Finding.SHORT, [*words, f"VIOLATED: {loss:.12g} was found; it was said not to go below {said:g}."]
    return finding, [*words, f"Nothing below {said:g} was found: the least is {loss - said:.3g} nats above it."]


def constraint_of(problem: Problem) -> Constraint:
    """Return the constraint that `solve` minimises under; its configurations are those of the callback's states."""
    return _judge(problem, torch.device("cpu")).constraint


def _judge(problem: Problem, device: torch.device) -> Any:
    judge = {"none": _Unconstrained, "cone": _Cones, "subspace": _Subspaces}[problem.constraint](problem, device)
    return judge if problem.as_in_theory else Further(problem, judge)


Verdict = tuple[float, Finding, str, list[str]]


def _number(value: float) -> str:
    return "∞" if math.isinf(value) else f"{value:.4g}"


def _met(holds: bool) -> Finding:
    return Finding.MET if holds else Finding.SHORT


class _Judge:
    """One constraint: how it is minimised, and what is expected of the result."""

    constraint: Free | Cone | Subspace

    def __init__(self, problem: Problem, device: torch.device) -> None:
        self.problem, self.device = problem, device
        #: τ; further losses than InfoNCE may have none, and ask no theorem for a value.
        self.temperature = 1 / problem.beta if problem.temperature is None else problem.temperature

    @property
    def offset(self) -> float:
        """What the minimised loss has more than L_N - 2 log N."""
        return 0.0 if self.problem.centres else self.problem.offset

    def start(self) -> Tensor:
        p = self.problem
        return self.constraint.start(p.pairs, p.starts, p.seed).to(self.device)

    def minimise(self, **options: Any) -> Minimum:
        return optimise(self.constraint, self.start(), self.temperature, **options)

    def configurations(self, state: Tensor) -> tuple[Tensor, Tensor]:
        return self.constraint.configuration(state)

    def verdict(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        raise NotImplementedError

    def state_loss(self, state: Tensor) -> float:
        """Return L_N - 2 log N of one state."""
        x, y = self.constraint.configuration(state)
        return float(mcl_loss(x[0], y[0], self.temperature)) - 2 * math.log(self.problem.pairs)

    def at_the_floor(self, losses: list[float], found: str) -> Verdict:
        """Where N pairs separate perfectly the loss is flat, and whatever the other theorems say cannot be seen."""
        floor = simplex_bound(self.problem.pairs, self.temperature)
        words = f"{self.problem.pairs} pairs are so few that the loss is at its floor {floor:.9g}, and flat: no gap is"
        met = min(losses) >= floor - self.problem.rounding
        more = f"{words} better than another. More pairs, or a higher temperature."
        return floor, _met(met), "thm.1.finite", [more, found]

    def centres_start(self, dim: int) -> Tensor:
        return Free(dim).start(1, self.problem.starts, self.problem.seed).to(self.device)

    @property
    def concentrations(self) -> tuple[float, float]:
        kappa = self.problem.concentration or 0.0
        return kappa, kappa


# --- Theorem 1 -------------------------------------------------------------------------------------------------------


class _Unconstrained(_Judge):
    """The bound of Theorem 1 holds for every N; whether N points come close to it is another matter."""

    def __init__(self, problem: Problem, device: torch.device) -> None:
        super().__init__(problem, device)
        self.constraint = Free(problem.dim)

    def verdict(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        p, best = self.problem, int(np.argmin(losses))
        bound, simplex = theorem1_bound(p.dim, self.temperature), simplex_bound(p.pairs, self.temperature)
        floor, loss, distance = max(bound, simplex), losses[best], shapes[best].pair_distance_max
        words = [f"Theorem 1: no {p.pairs} pairs have L_N - 2 log N below {bound:.9g}, the value of x = y uniform."]
        if simplex > bound:
            words.append(f"So few pairs cannot go below {simplex:.9g} either, the regular simplex's value.")
        apart = f"pairs agree to {distance:.1e}"
        if loss < floor - p.rounding:
            return bound, Finding.SHORT, "thm.1.finite", [*words, f"VIOLATED: {loss:.12g} was found."]
        if loss - floor <= p.loss_tolerance:
            return bound, Finding.MET, "thm.1.finite", [*words, f"Reached within {loss - floor:.1e} nats; {apart}."]
        reference = self._aligned_loss()
        few = f"{loss - floor:.3g} nats above: {p.pairs} points of S^{p.dim - 1} are too few to reach it"
        if bool(minimum.converged[best]) and loss <= reference:
            words.append(f"{few}; below {reference:.6g}, the value of as many aligned random points; {apart}.")
            return bound, Finding.MET, "thm.1.finite", words
        why = "the search has not converged" if loss <= reference else f"aligned random points reach {reference:.6g}"
        # The theorem is a bound from below: nothing above it contradicts it.
        words.append(f"Not reached: {loss - floor:.3g} nats above, and {why}.")
        return bound, Finding.UNDECIDED, "thm.1.finite", words

    def _aligned_loss(self) -> float:
        """The loss of x = y, N uniform points: the least that a search must beat."""
        p = self.problem
        points = Free(p.dim).start(p.pairs, 1, p.seed + 1).to(self.device)[0, 0]
        return float(population_loss(points, points, self.temperature))


# --- Theorem 2 -------------------------------------------------------------------------------------------------------


class _Cones(_Judge):
    """The gap closes, unless the start lies in the basin of the widest gap and that is a trap."""

    def __init__(self, problem: Problem, device: torch.device) -> None:
        super().__init__(problem, device)
        assert problem.concentration is not None
        axis = np.eye(problem.dim)[-1]
        self.cone = self.constraint = Cone(axis, problem.concentration, problem.pairs, problem.seed)

    def minimise(self, **options: Any) -> Minimum:
        if self.problem.centres:
            start = self.centres_start(self.problem.dim)
            return optimise_centres(self.problem.dim, start, self.temperature, self.concentrations, **options)
        return super().minimise(**options)

    def configurations(self, state: Tensor) -> tuple[Tensor, Tensor]:
        return (state[:, 0], state[:, 1]) if self.problem.centres else super().configurations(state)

    def verdict(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        p = self.problem
        bound, widest = self._at_gap(0.0), self._at_gap(math.pi)
        if p.centres:
            slope, theorem = centre_pair_slope(p.dim, self.temperature, self.concentrations), "thm.2, thm.2.trap"
        else:
            slope, theorem = cone_population_slope(p.dim, self.temperature, self.concentrations[0]), "thm.2.population"
            if bound - simplex_bound(p.pairs, self.temperature) <= p.loss_tolerance:
                return self.at_the_floor(losses, f"At gap 0 the loss is {bound:.9g}.")
        trap = slope > 0
        words = [
            f"Theorem 2: the loss is least at gap 0, where it is {bound:.9g}.",
            f"At the widest gap its slope is {slope:.3g}: "
            + ("positive, so that gap 180° is a trap." if trap else "not positive, so that there is no trap."),
        ]
        if abs(widest - bound) <= max(p.loss_tolerance, FLAT * TOLERANCE * p.beta):
            words.append(
                f"From gap 0 to 180° the loss changes by {widest - bound:.1e} nats, so little that the search cannot "
                "tell one gap from another: the clouds are too concentrated, or the temperature too high."
            )
            below = min(losses) < bound - p.loss_tolerance
            return bound, Finding.SHORT if below else Finding.UNDECIDED, theorem, words
        lost = self._sorted_out(losses, shapes, (bound, widest), trap, words)
        finding = Finding.MET if not lost else Finding.UNDECIDED
        for k in lost:
            gap_text = "undefined" if shapes[k].gap_degrees is None else f"{shapes[k].gap_degrees:.4g}°"
            converged = bool(minimum.converged[k])
            words.append(
                f"Start {k} ended at gap {gap_text}, {losses[k] - bound:.3g} nats from the value at gap 0, "
                + ("where it converged." if converged else "without converging.")
            )
            if converged or losses[k] < bound - p.loss_tolerance:
                finding = Finding.SHORT
        return bound, finding, theorem, words

    def _sorted_out(
        self,
        losses: list[float],
        shapes: list[Geometry],
        ends: tuple[float, float],
        trap: bool,
        words: list[str],
    ) -> list[int]:
        """Count the starts that closed the gap or ended in the trap, and return the others."""
        p, (bound, widest) = self.problem, ends
        steepness = 1 - math.cos(STEP)
        slopes = [(self._at_gap(at) - end) / steepness for at, end in ((STEP, bound), (math.pi - STEP, widest))]
        near, far = (p.stopping_angle(slope) for slope in slopes)
        allowed = max(p.loss_tolerance, slopes[0] * (1 - math.cos(math.radians(near))))
        closed, trapped, lost = [], [], []
        for k, (loss, shape) in enumerate(zip(losses, shapes, strict=True)):
            gap = shape.gap_degrees if shape.gap_degrees is not None else math.nan
            if gap <= near and abs(loss - bound) <= allowed:
                closed.append(k)
            elif trap and gap >= 180 - far and loss > bound:
                trapped.append(k)
            else:
                lost.append(k)
        words.append(f"Of {p.starts} starts {len(closed)} closed the gap, {len(trapped)} ended in the trap.")
        return lost

    def _at_gap(self, gap: float) -> float:
        """The loss where the centres are so far apart, radians, and the clouds are carried along the short way."""
        p, axis = self.problem, self.cone.mean_direction[None].to(self.device)
        across = torch.zeros_like(axis)
        across[0, 0] = 1.0  # the axis is the last coordinate's
        other = math.cos(gap) * axis + math.sin(gap) * across
        if p.centres:
            return float(centre_pair_loss(axis, other, self.concentrations, self.temperature))
        return self.state_loss(self.cone.place(axis, other))


# --- Theorem 3 -------------------------------------------------------------------------------------------------------


# What is known of the end that the quadrature predicts; that it is the paper's one everywhere is refuted.
POPULATION = {
    "orthogonal to C": "thm.3.population.perp.every; against other centres thm.3.population.concentrated.every "
    "and thm.3.population.hot.every, where they apply",
    "in C": "thm.3.population.shared_region, where it applies",
    "oblique to C": "a quadrature of the population loss, no claim",
}


class _Subspaces(_Judge):
    """Two hyperplanes: clouds end orthogonal to C or collapsed onto it, free points by the temperature."""

    def __init__(self, problem: Problem, device: torch.device) -> None:
        super().__init__(problem, device)
        assert problem.angle is not None
        self.angle = math.radians(problem.angle)
        frames = hyperplanes(problem.dim, self.angle)
        self.constraint = Subspace(*frames, problem.concentration, problem.pairs, problem.seed)
        self.overlap = torch.from_numpy(frames[0].T @ frames[1]).to(device)

    def minimise(self, **options: Any) -> Minimum:
        p, inner = self.problem, self.problem.dim - 1
        if not p.centres:
            return super().minimise(**options)
        # Besides random centres two pairs near the candidates, c in C and c orthogonal to C.
        random = self.centres_start(inner)
        near = torch.eye(inner, dtype=torch.float64, device=self.device)[[0, -1]][:, None, None].expand(2, 2, 1, inner)
        start = torch.cat([random, torch.nn.functional.normalize(near + 0.02 * random[:1], dim=-1)])
        return optimise_centres(inner, start, self.temperature, self.concentrations, self.overlap, **options)

    def start(self) -> Tensor:
        """Random states and, for clouds, both of the theory's candidates a little out of place.

        At low temperature finite clouds have many local minima; the claim is about the lowest.
        """
        random = super().start()
        if self.problem.concentration is None:
            return random
        candidates = torch.cat([self._tilted(tilt) for tilt in (0.0, math.pi / 2)])
        push = 0.02 * random[:2] if len(random) > 1 else 0.02 * random.expand(2, -1, -1, -1)
        return torch.cat([random, self.constraint.manifold.retract(candidates, push - push.mT)])

    def configurations(self, state: Tensor) -> tuple[Tensor, Tensor]:
        if not self.problem.centres:
            return super().configurations(state)
        x_frame, y_frame = self.constraint.frames.to(state)  # type: ignore[union-attr]
        return state[:, 0] @ x_frame.mT, state[:, 1] @ y_frame.mT

    def verdict(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        if self.problem.centres:
            return self._centres(losses, shapes)
        if self.problem.concentration is None:
            return self._free(losses, shapes, minimum)
        return self._clouds(losses, shapes, minimum)

    def _centres(self, losses: list[float], shapes: list[Geometry]) -> Verdict:
        p, best = self.problem, int(np.argmin(losses))
        c = torch.eye(p.dim - 1, dtype=torch.float64, device=self.device)[:1]
        bound = float(centre_pair_loss(c, c, self.concentrations, self.temperature, self.overlap))
        gap = shapes[best].gap_degrees
        words = [
            f"Centre pair with free centres: least at c_x = c_y in C (gap 0), where it is {bound:.9g}; "
            "the paper's c orthogonal to C, gap φ, is not the minimum.",
            f"Found gap {gap:.4g}°, {losses[best] - bound:.1e} nats above; so low came "
            f"{sum(loss <= bound + p.loss_tolerance for loss in losses)} of {len(losses)} starts.",
        ]
        met = abs(losses[best] - bound) <= p.loss_tolerance and gap is not None and gap <= 1.0
        # The claim that c orthogonal to C is the minimum, thm.3.centre, is refuted by this one.
        return bound, _met(met), "thm.3.centre.shared", words

    def _clouds(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        p, best = self.problem, int(np.argmin(losses))
        assert p.concentration is not None
        expected = predict_subspace(p.dim, self.angle, self.temperature, p.concentration)
        ends = {"orthogonal to C": 0.0, "in C": math.pi / 2, "oblique to C": expected.tilt}
        values = {name: self._at_tilt(tilt) for name, tilt in ends.items()}
        name = next(name for name, tilt in ends.items() if abs(tilt - expected.tilt) < 1e-3)
        bound, gap = values[name], shapes[best].gap_degrees
        if bound - simplex_bound(p.pairs, self.temperature) <= p.loss_tolerance:
            return self.at_the_floor(losses, f"At the predicted gap the loss is {bound:.9g}.")
        words = [
            f"Theorem 3's population loss is least with centres {name}, gap {math.degrees(expected.gap):.4g}°"
            f" (orthogonal less in C: {expected.perpendicular - expected.collapsed:+.4g} nats; these clouds: "
            f"{values['orthogonal to C'] - values['in C']:+.4g}).",
            f"Found gap {'undefined' if gap is None else f'{gap:.4g}°'}, {losses[best] - bound:+.2e} nats from "
            f"these clouds' loss there, {bound:.9g}.",
        ]
        tolerance = SAMPLE_ANGLE_TOLERANCE if name == "oblique to C" else 1.0
        there = gap is not None and abs(gap - math.degrees(expected.gap)) <= tolerance
        converged = bool(minimum.converged[best])
        finding = Finding.MET if there and converged else Finding.SHORT if converged else Finding.UNDECIDED
        if finding is not Finding.MET and min(values, key=values.__getitem__) != name:
            words.append(f"These {p.pairs} points order the three otherwise: they are too few to stand for the law.")
            finding = Finding.UNDECIDED
        return bound, finding, POPULATION[name], words

    def _at_tilt(self, tilt: float) -> float:
        """The clouds' loss with both centres at one angle to the last axis, in coordinates."""
        return self.state_loss(self._tilted(tilt))

    def _tilted(self, tilt: float) -> Tensor:
        cone = self.constraint.within  # type: ignore[union-attr]
        assert isinstance(cone, Cone)
        centre = torch.zeros(1, self.problem.dim - 1, dtype=torch.float64, device=self.device)
        centre[0, 0], centre[0, -1] = math.sin(tilt), math.cos(tilt)
        return cone.place(centre, centre)

    def _free(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        p, best = self.problem, int(np.argmin(losses))
        threshold = collapse_threshold(p.dim, self.angle)
        u, v = minimum.state[best]
        height = float(torch.maximum(u[:, -1].abs().max(), v[:, -1].abs().max()))
        apart = float(torch.linalg.vector_norm(u - v, dim=1).max())
        found = f"largest |b| {height:.1e}, coordinates agree to {apart:.1e}"
        floor = simplex_bound(p.pairs, self.temperature)
        if losses[best] - floor <= p.loss_tolerance:
            return self.at_the_floor(losses, f"Found {found}.")
        converged = bool(minimum.converged[best])
        if p.beta < threshold:
            bound = theorem1_bound(p.dim - 2, self.temperature)
            excess = losses[best] - max(bound, floor)
            words = [
                f"Free points at β = {p.beta:.4g} < β* = {_number(threshold)} collapse onto C: x = y, gap undefined, "
                f"L_N - 2 log N = {bound:.9g} as N grows.",
                f"Found {excess:+.2e} nats from it, {found}.",
            ]
            met = -p.rounding <= excess <= p.loss_tolerance and max(height, apart) <= COORDINATE_TOLERANCE
            finding = Finding.UNDECIDED if not met and not converged and excess > 0 else _met(met)
            return bound, finding, "thm.3.free.second_variation, thm.3.free.below", words
        bound = theorem1_bound(p.dim - 1, self.temperature)
        words = [
            f"Free points at β = {p.beta:.4g} > β* = {_number(threshold)} leave C: P_C x = P_C y and equal heights b, "
            f"gap undefined; L_N - 2 log N >= {bound:.9g} (thm.1.queries_in_ball in dimension h - 1).",
            f"Found {losses[best] - bound:.3g} nats above, {found}.",
        ]
        met = apart <= COORDINATE_TOLERANCE < height and losses[best] >= bound - p.rounding
        finding = Finding.UNDECIDED if not converged and losses[best] >= bound - p.rounding else _met(met)
        return bound, finding, "thm.3.free.above, thm.1.queries_in_ball", words
