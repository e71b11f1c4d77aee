"""Which theorems' conclusions a configuration meets, whatever the loss that it is an optimum of."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor

from modgap.numerics.contrastive.constraints import hyperplanes
from modgap.numerics.contrastive.loss import mcl_loss, simplex_bound, theorem1_bound
from modgap.numerics.contrastive.optimize import VANISHING_MEAN, Geometry
from modgap.numerics.embeddings.metrics import alignment, uniformity
from modgap.paper_checks.searches.problem import ANGLE_TOLERANCE, COORDINATE_TOLERANCE, Problem

__all__ = ["Conclusion", "conclusions", "spread"]

# Means as long as this are those of a cone: what finitely many points, or batches drawn once, leave is shorter.
CONE_MEAN = 0.1


@dataclass(frozen=True)
class Conclusion:
    """What a theorem says of an optimum, and whether a configuration is so.

    Attributes
    ----------
    says : str
        In words.
    claims : tuple of str
        The claims of the ledger that conclude so of InfoNCE under this constraint, under their own hypotheses; none
        where it is said on paper only.
    value, within : float or None
        What was measured, and how large it may be; the value is None where it is undefined.
    met : bool
    """

    says: str
    claims: tuple[str, ...]
    value: float | None
    within: float
    met: bool

    def document(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {**asdict(self), "claims": list(self.claims)}


def spread(x: Tensor, y: Tensor) -> tuple[float, tuple[float, float] | None]:
    """Return Wang and Isola's alignment of the pairs, and the uniformity of each modality (None of a single pair)."""
    if len(x) < 2:
        return float((x - y).square().sum()), None
    first, second = x.double().numpy(), y.double().numpy()
    return alignment(first, second), (uniformity(first), uniformity(second))


def conclusions(problem: Problem, x: Tensor, y: Tensor, shape: Geometry) -> list[Conclusion]:
    """Return what the theorems conclude of optima under this constraint, held against one configuration.

    Parameters
    ----------
    problem : Problem
    x, y : Tensor, shape (N, h)
        On the host; of the pair of centres N is 1.
    shape : Geometry
        Theirs.
    """
    x, y = x.double(), y.double()
    return {"none": _free, "cone": _cones, "subspace": _hyperplanes}[problem.constraint](problem, x, y, shape)


def _small(says: str, value: float | None, within: float, *claims: str) -> Conclusion:
    return Conclusion(says, claims, value, within, value is not None and abs(value) <= within)


def _free(problem: Problem, x: Tensor, y: Tensor, shape: Geometry) -> list[Conclusion]:
    means = max(shape.mean_norms)
    apart = float((x.mean(0) - y.mean(0)).norm())
    out = [
        _small("pairs are aligned", shape.pair_distance_max, COORDINATE_TOLERANCE, "thm.1"),
        _small("the gap closes: the means agree", apart, COORDINATE_TOLERANCE, "cor.1"),
        _small("the concentration vanishes: so do the means", means, VANISHING_MEAN, "cor.1.concentration"),
    ]
    if problem.temperature is not None:
        tau, n = problem.temperature, len(x)
        floor = max(theorem1_bound(problem.dim, tau), simplex_bound(n, tau))
        excess = float(mcl_loss(x, y, tau)) - 2 * math.log(n) - floor
        out.append(
            _small("InfoNCE at this temperature is at its bound", excess, problem.loss_tolerance, "thm.1.finite")
        )
    cone = shape.pair_distance_max if means > CONE_MEAN else None
    out.append(_small("pairs are aligned in one common cone", cone, COORDINATE_TOLERANCE))
    return out


def _cones(problem: Problem, x: Tensor, y: Tensor, shape: Geometry) -> list[Conclusion]:
    claim = "thm.2" if problem.centres else "thm.2.population"
    return [_small("the gap is 0", shape.gap_degrees, ANGLE_TOLERANCE, claim)]


def _hyperplanes(problem: Problem, x: Tensor, y: Tensor, shape: Geometry) -> list[Conclusion]:
    assert problem.angle is not None
    if problem.centres:
        return [_small("the centres share a point of C, gap 0", shape.gap_degrees, 1.0, "thm.3.centre.shared")]
    # The first h - 2 columns of both bases span C, the last are e_A and e_B.
    frames = [torch.from_numpy(frame) for frame in hyperplanes(problem.dim, math.radians(problem.angle))]
    u, v = x @ frames[0], y @ frames[1]
    across = float((u[:, :-1] - v[:, :-1]).norm(dim=1).max())
    height = float(torch.maximum(u[:, -1].abs().max(), v[:, -1].abs().max()))
    off = None if shape.gap_degrees is None else shape.gap_degrees - problem.angle
    return [
        _small("the gap is the angle of the hyperplanes", off, 1.0, "thm.3.population.perp.every"),
        _small("projections on C agree", across, COORDINATE_TOLERANCE, "paper.thm.4.a8"),
        _small("all points lie in C", height, COORDINATE_TOLERANCE, "thm.3.free.below"),
    ]
