"""The loss minimised under a constraint, and the result held against what the theory predicts, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor

from modgap.numerics.checks import InputError, require_temperature
from modgap.numerics.contrastive.constraints import Cone, Constraint, Free, Subspace, hyperplanes
from modgap.numerics.contrastive.loss import mcl_loss, population_loss, simplex_bound, theorem1_bound
from modgap.numerics.contrastive.optimize import (
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

__all__ = ["Problem", "Report", "constraint_of", "solve"]

# The accuracy to which the theory's value must be met, in nats, and an angle, in degrees.
LOSS_TOLERANCE, ANGLE_TOLERANCE = 1e-6, 0.01
# A finite cloud decides only roughly where an oblique or a sample-dependent optimum lies, in degrees.
SAMPLE_ANGLE_TOLERANCE = 5.0
# How far coordinates that the theory says are equal may differ.
COORDINATE_TOLERANCE = 1e-4


@dataclass(frozen=True)
class Problem:
    """What to minimise.

    Attributes
    ----------
    constraint : str
        none, cone or subspace.
    dim, pairs : int
        h and N.
    temperature : float
        τ.
    concentration : float or None
        κ of the clouds, for a cone, and if given for subspaces.
    angle : float or None
        Dihedral angle of the two hyperplanes, degrees, for subspaces.
    seed, starts : int
        Of the random starts (and the clouds), and how many there are.
    centres : bool
        Whether the loss is that of the pair of centres, instead of all pairs.
    """

    constraint: str
    dim: int
    pairs: int
    temperature: float
    concentration: float | None = None
    angle: float | None = None
    seed: int = 0
    starts: int = 4
    centres: bool = False

    def __post_init__(self) -> None:
        least = 3 if self.constraint == "subspace" else 2
        if self.constraint not in ("none", "cone", "subspace"):
            raise InputError("--constraint", repr(self.constraint), "none, cone or subspace")
        for name, value, low in (
            ("--dim", self.dim, least),
            ("--pairs", self.pairs, 2),
            ("--starts", self.starts, 1),
            ("--seed", self.seed, 0),
        ):
            if value < low:
                raise InputError(name, str(value), f"an integer >= {low}")
        if not (math.isfinite(self.temperature) and self.temperature > 0):
            raise InputError("--temperature", f"{self.temperature:g}", "a finite number > 0")
        self._check_concentration()
        self._check_angle()

    def _check_concentration(self) -> None:
        kappa = self.concentration
        if kappa is None:
            if self.constraint == "cone" or self.centres:
                raise InputError("--concentration", "nothing", "the concentration of the clouds, a number > 0")
        elif self.constraint == "none":
            raise InputError("--concentration", f"{kappa:g}", "no concentration without a constraint")
        elif not (math.isfinite(kappa) and kappa > 0):
            raise InputError("--concentration", f"{kappa:g}", "a finite number > 0")

    def _check_angle(self) -> None:
        if self.constraint != "subspace":
            if self.angle is not None:
                raise InputError("--angle", f"{self.angle:g}", "no angle unless the constraint is subspace")
        elif self.angle is None:
            raise InputError("--angle", "nothing", "the hyperplanes' dihedral angle in degrees, in (0, 90]")
        elif not 0 < self.angle <= 90:
            raise InputError("--angle", f"{self.angle:g}", "degrees in (0, 90]")

    @property
    def beta(self) -> float:
        """1/τ."""
        return 1 / self.temperature

    @property
    def rounding(self) -> float:
        """What rounding may do to a loss: a few hundred ulps of it."""
        return 256 * np.finfo(np.float64).eps * (1 + self.beta + math.log(self.pairs))


@dataclass(frozen=True)
class Report:
    """What came of it.

    Attributes
    ----------
    problem : Problem
    losses : list of float
        L_N - 2 log N of each start, nats.
    shapes : list of Geometry
        Of each start.
    minimum : Minimum
        Of all starts.
    bound : float
        What the theory says of L_N - 2 log N, nats: see `theorem`.
    met : bool
        Whether every start ended where the theory says.
    theorem : str
        The claims that were held against.
    words : list of str
        What was expected, and what was found.
    device : str
    """

    problem: Problem
    losses: list[float]
    shapes: list[Geometry]
    minimum: Minimum
    bound: float
    met: bool
    theorem: str
    words: list[str] = field(default_factory=list)
    device: str = "cpu"

    @property
    def best(self) -> int:
        """The start of the least loss."""
        return int(np.argmin(self.losses))

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        p, k, shape = self.problem, self.best, self.shapes[self.best]
        return {
            "loss": self.losses[k] + 2 * math.log(p.pairs),
            "loss_minus_2logN": self.losses[k],
            "bound": self.bound,
            "excess": self.losses[k] - self.bound,
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
            "gradient_norm": float(self.minimum.gradient_norm[k]),
            "starts": [
                {"loss_minus_2logN": loss, "gap_degrees": shape.gap_degrees, "converged": bool(done)}
                for loss, shape, done in zip(self.losses, self.shapes, self.minimum.converged, strict=True)
            ],
            "theorem": self.theorem,
            "met": self.met,
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
    where = resolve_device(device)
    require_temperature(problem.temperature)
    judge = _judge(problem, where)
    minimum = judge.minimise(callback=callback, **options)
    losses = [float(loss) - judge.offset for loss in minimum.loss]
    shapes = [geometry(x, y) for x, y in zip(*judge.configurations(minimum.state), strict=True)]
    bound, met, theorem, words = judge.verdict(losses, shapes, minimum)
    return Report(problem, losses, shapes, minimum, bound, met, theorem, words, where.type)


def constraint_of(problem: Problem) -> Constraint:
    """Return the constraint that `solve` minimises under; its configurations are those of the callback's states."""
    return _judge(problem, torch.device("cpu")).constraint


def _judge(problem: Problem, device: torch.device) -> _Judge:
    return {"none": _Unconstrained, "cone": _Cones, "subspace": _Subspaces}[problem.constraint](problem, device)


Verdict = tuple[float, bool, str, list[str]]


class _Judge:
    """One constraint: how it is minimised, and what is expected of the result."""

    constraint: Free | Cone | Subspace

    def __init__(self, problem: Problem, device: torch.device) -> None:
        self.problem, self.device = problem, device

    @property
    def offset(self) -> float:
        """What the minimised loss has more than L_N - 2 log N."""
        return 0.0 if self.problem.centres else 2 * math.log(self.problem.pairs)

    def start(self) -> Tensor:
        p = self.problem
        return self.constraint.start(p.pairs, p.starts, p.seed).to(self.device)

    def minimise(self, **options: Any) -> Minimum:
        return optimise(self.constraint, self.start(), self.problem.temperature, **options)

    def configurations(self, state: Tensor) -> tuple[Tensor, Tensor]:
        return self.constraint.configuration(state)

    def verdict(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        raise NotImplementedError

    def state_loss(self, state: Tensor) -> float:
        """Return L_N - 2 log N of one state."""
        x, y = self.constraint.configuration(state)
        return float(mcl_loss(x[0], y[0], self.problem.temperature)) - 2 * math.log(self.problem.pairs)

    def at_the_floor(self, losses: list[float], found: str) -> Verdict:
        """Where N pairs separate perfectly the loss is flat, and whatever the other theorems say cannot be seen."""
        floor = simplex_bound(self.problem.pairs, self.problem.temperature)
        words = f"{self.problem.pairs} pairs are so few that the loss is at its floor {floor:.9g}, and flat: no gap is"
        met = min(losses) >= floor - self.problem.rounding
        return floor, met, "thm.1.finite", [f"{words} better than another. More pairs, or a higher temperature.", found]

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
        bound, simplex = theorem1_bound(p.dim, p.temperature), simplex_bound(p.pairs, p.temperature)
        floor, loss, distance = max(bound, simplex), losses[best], shapes[best].pair_distance_max
        words = [f"Theorem 1: no {p.pairs} pairs have L_N - 2 log N below {bound:.9g}, the value of x = y uniform."]
        if simplex > bound:
            words.append(f"So few pairs cannot go below {simplex:.9g} either, the regular simplex's value.")
        apart = f"pairs agree to {distance:.1e}"
        if loss < floor - p.rounding:
            return bound, False, "thm.1.finite", [*words, f"VIOLATED: {loss:.12g} was found."]
        if loss - floor <= LOSS_TOLERANCE:
            return bound, True, "thm.1.finite", [*words, f"Reached within {loss - floor:.1e} nats; {apart}."]
        reference = self._aligned_loss()
        few = f"{loss - floor:.3g} nats above: {p.pairs} points of S^{p.dim - 1} are too few to reach it"
        if bool(minimum.converged[best]) and loss <= reference:
            words.append(f"{few}; below {reference:.6g}, the value of as many aligned random points; {apart}.")
            return bound, True, "thm.1.finite", words
        why = "the search has not converged" if loss <= reference else f"aligned random points reach {reference:.6g}"
        return bound, False, "thm.1.finite", [*words, f"Not reached: {loss - floor:.3g} nats above, and {why}."]

    def _aligned_loss(self) -> float:
        """The loss of x = y, N uniform points: the least that a search must beat."""
        p = self.problem
        points = Free(p.dim).start(p.pairs, 1, p.seed + 1).to(self.device)[0, 0]
        return float(population_loss(points, points, p.temperature))


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
            return optimise_centres(self.problem.dim, start, self.problem.temperature, self.concentrations, **options)
        return super().minimise(**options)

    def configurations(self, state: Tensor) -> tuple[Tensor, Tensor]:
        return (state[:, 0], state[:, 1]) if self.problem.centres else super().configurations(state)

    def verdict(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        p = self.problem
        kappa, centre = self.concentrations[0], self.cone.mean_direction[None].to(self.device)
        if p.centres:
            bound = float(centre_pair_loss(centre, centre, self.concentrations, p.temperature))
            slope, theorem = centre_pair_slope(p.dim, p.temperature, self.concentrations), "thm.2, thm.2.trap"
        else:
            bound = self.state_loss(self.cone.place(centre, centre))
            slope, theorem = cone_population_slope(p.dim, p.temperature, kappa), "thm.2.population"
            if bound - simplex_bound(p.pairs, p.temperature) <= LOSS_TOLERANCE:
                return self.at_the_floor(losses, f"At gap 0 the loss is {bound:.9g}.")
        trap = slope > 0
        words = [
            f"Theorem 2: the loss is least at gap 0, where it is {bound:.9g}.",
            f"At the widest gap its slope is {slope:.3g}: "
            + ("positive, so that gap 180° is a trap." if trap else "not positive, so that there is no trap."),
        ]
        closed, trapped, lost = [], [], []
        for k, (loss, shape) in enumerate(zip(losses, shapes, strict=True)):
            gap = shape.gap_degrees if shape.gap_degrees is not None else math.nan
            if gap <= ANGLE_TOLERANCE and abs(loss - bound) <= LOSS_TOLERANCE:
                closed.append(k)
            elif trap and gap >= 180 - ANGLE_TOLERANCE and loss > bound:
                trapped.append(k)
            else:
                lost.append(k)
        words.append(f"Of {p.starts} starts {len(closed)} closed the gap, {len(trapped)} ended in the trap.")
        for k in lost:
            gap_text = "undefined" if shapes[k].gap_degrees is None else f"{shapes[k].gap_degrees:.4g}°"
            words.append(
                f"Start {k} ended at gap {gap_text}, {losses[k] - bound:.3g} nats from the value at gap 0, "
                + ("where it converged." if bool(minimum.converged[k]) else "without converging.")
            )
        return bound, not lost, theorem, words


# --- Theorem 3 -------------------------------------------------------------------------------------------------------


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
        return optimise_centres(inner, start, p.temperature, self.concentrations, self.overlap, **options)

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
        bound = float(centre_pair_loss(c, c, self.concentrations, p.temperature, self.overlap))
        gap = shapes[best].gap_degrees
        words = [
            f"Centre pair with free centres: least at c_x = c_y in C (gap 0), where it is {bound:.9g}; "
            "the paper's c orthogonal to C, gap φ, is not the minimum.",
            f"Found gap {gap:.4g}°, {losses[best] - bound:.1e} nats above; so low came "
            f"{sum(loss <= bound + LOSS_TOLERANCE for loss in losses)} of {len(losses)} starts.",
        ]
        met = abs(losses[best] - bound) <= LOSS_TOLERANCE and gap is not None and gap <= 1.0
        return bound, met, "thm.3.centre", words

    def _clouds(self, losses: list[float], shapes: list[Geometry], minimum: Minimum) -> Verdict:
        p, best = self.problem, int(np.argmin(losses))
        assert p.concentration is not None
        expected = predict_subspace(p.dim, self.angle, p.temperature, p.concentration)
        ends = {"orthogonal to C": 0.0, "in C": math.pi / 2, "oblique to C": expected.tilt}
        values = {name: self._at_tilt(tilt) for name, tilt in ends.items()}
        name = next(name for name, tilt in ends.items() if abs(tilt - expected.tilt) < 1e-3)
        bound, gap = values[name], shapes[best].gap_degrees
        if bound - simplex_bound(p.pairs, p.temperature) <= LOSS_TOLERANCE:
            return self.at_the_floor(losses, f"At the predicted gap the loss is {bound:.9g}.")
        words = [
            f"Theorem 3's population loss is least with centres {name}, gap {math.degrees(expected.gap):.4g}°"
            f" (orthogonal less in C: {expected.perpendicular - expected.collapsed:+.4g} nats; these clouds: "
            f"{values['orthogonal to C'] - values['in C']:+.4g}).",
            f"Found gap {'undefined' if gap is None else f'{gap:.4g}°'}, {losses[best] - bound:+.2e} nats from "
            f"these clouds' loss there, {bound:.9g}.",
        ]
        tolerance = SAMPLE_ANGLE_TOLERANCE if name == "oblique to C" else 1.0
        met = gap is not None and abs(gap - math.degrees(expected.gap)) <= tolerance and bool(minimum.converged[best])
        if not met and min(values, key=values.__getitem__) != name:
            words.append(f"These {p.pairs} points order the three otherwise: they are too few to stand for the law.")
        return bound, met, "thm.3.population", words

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
        floor = simplex_bound(p.pairs, p.temperature)
        if losses[best] - floor <= LOSS_TOLERANCE:
            return self.at_the_floor(losses, f"Found {found}.")
        if p.beta < threshold:
            bound = theorem1_bound(p.dim - 2, p.temperature)
            excess = losses[best] - max(bound, floor)
            words = [
                f"Free points at β = {p.beta:.4g} < β* = {threshold:.4g} collapse onto C: x = y, gap undefined, "
                f"L_N - 2 log N = {bound:.9g} as N grows.",
                f"Found {excess:+.2e} nats from it, {found}.",
            ]
            met = -p.rounding <= excess <= LOSS_TOLERANCE and max(height, apart) <= COORDINATE_TOLERANCE
            return bound, met, "thm.3.free", words
        bound = theorem1_bound(p.dim - 1, p.temperature)
        words = [
            f"Free points at β = {p.beta:.4g} > β* = {threshold:.4g} leave C: P_C x = P_C y and equal heights b, "
            f"gap undefined; L_N - 2 log N >= {bound:.9g} (thm.1.queries_in_ball in dimension h - 1).",
            f"Found {losses[best] - bound:.3g} nats above, {found}.",
        ]
        met = apart <= COORDINATE_TOLERANCE < height and losses[best] >= bound - p.rounding
        return bound, met and bool(minimum.converged[best]), "thm.3.free", words
