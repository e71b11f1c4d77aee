"""Minimise the contrastive loss under a constraint: many problems at once, by Riemannian L-BFGS.

`minimise` is the method: limited-memory BFGS (Nocedal and Wright 2006, chapter 7) with retraction and vector transport
(Huang, Gallivan and Absil 2015), every inner product, step length and stopping time being each problem's own while all
problems share one tensor and one evaluation. `optimise` applies it to the loss of N pairs, `optimise_centres` to the
loss of a pair of centres among von Mises-Fisher clouds.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from modgap.numerics.checks import InputError, require_temperature
from modgap.numerics.contrastive.constraints import Constraint, Manifold, Spheres
from modgap.numerics.contrastive.loss import mcl_loss
from modgap.numerics.contrastive.population import centre_pair_loss

__all__ = ["Geometry", "Minimum", "geometry", "minimise", "optimise", "optimise_centres", "resolve_device"]

# A mean shorter than this has no direction: at the optimum of Theorem 1 the means vanish, and what finitely many points
# and the search leave of them is below it.
VANISHING_MEAN = 1e-3

# The free optimum is flat: modes finer than the points' spacing hardly cost anything. At a relative gradient norm of
# 1e-6 the loss is within 1e-9 or so of its minimum there, and the pairs agree to 1e-6.
TOLERANCE = 1e-6

#: (iteration, losses, relative gradient norms, states), called with all problems after every iteration.
Callback = Callable[[int, Tensor, Tensor, Tensor], None]
#: Losses of the states whose problems have these numbers.
Objective = Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True)
class Minimum:
    """What `minimise` found, one entry a problem.

    Attributes
    ----------
    state : Tensor, shape (problems, ...)
        Where it ended.
    loss : Tensor
        Nats.
    gradient_norm : Tensor
        Riemannian, divided by the problem's scale.
    iterations : Tensor of int
        Steps taken.
    converged : Tensor of bool
        Whether the gradient norm is at most the tolerance; where not, steps ran out or rounding stopped the descent.
    """

    state: Tensor
    loss: Tensor
    gradient_norm: Tensor
    iterations: Tensor
    converged: Tensor


@dataclass(frozen=True)
class Geometry:
    """What a configuration looks like.

    Attributes
    ----------
    gap_degrees : float or None
        Angle between the centres; None where a mean is shorter than 1e-3.
    mean_norms : pair of float
        |x̄| and |ȳ|.
    pair_distance_max : float
        Largest |x_i - y_i|.
    """

    gap_degrees: float | None
    mean_norms: tuple[float, float]
    pair_distance_max: float


def resolve_device(name: str) -> torch.device:
    """Return the device of that name: auto, cpu or cuda.

    Raises
    ------
    InputError
        (a ValueError) For another name, or cuda where there is none.
    """
    if name not in ("auto", "cpu", "cuda"):
        raise InputError("device", repr(name), "auto, cpu or cuda")
    there = torch.cuda.is_available()
    if name == "cuda" and not there:
        raise InputError("device", "'cuda'", "auto or cpu: torch sees no CUDA device here")
    return torch.device("cuda" if there and name != "cpu" else "cpu")


def geometry(x: Tensor, y: Tensor) -> Geometry:
    """Return the gap, the means and the largest distance of a pair, of one configuration (N, h)."""
    x_mean, y_mean = x.double().mean(0), y.double().mean(0)
    lengths = float(x_mean.norm()), float(y_mean.norm())
    gap = None
    if min(lengths) >= VANISHING_MEAN:
        a, b = x_mean / lengths[0], y_mean / lengths[1]
        gap = math.degrees(2 * math.atan2(float((a - b).norm()), float((a + b).norm())))
    return Geometry(gap, lengths, float((x - y).double().norm(dim=1).max()))


# --- the losses ------------------------------------------------------------------------------------------------------


def optimise(
    constraint: Constraint,
    start: Tensor,
    temperature: float | Tensor,
    tolerance: float = TOLERANCE,
    loss: Callable[[Tensor, Tensor, Tensor], Tensor] = mcl_loss,
    **options: Any,
) -> Minimum:
    """Minimise L_N, or another loss, over the configurations of a constraint.

    Parameters
    ----------
    constraint : Constraint
        `Free`, `Cone` or `Subspace`.
    start : Tensor, shape (problems, ...)
        States, as `constraint.start` makes them; their dtype and device are those of the search.
    temperature : float or Tensor, shape (problems,)
        τ > 0.
    tolerance : float
        Convergence means a gradient norm of at most this over τ, the scale of the loss's derivatives.
    loss : callable
        (x, y, temperatures) -> losses, of shapes (problems, N, h), (problems, N, h), (problems,) -> (problems,).
    **options
        As for `minimise`.

    Returns
    -------
    Minimum

    Raises
    ------
    InputError
        (a ValueError) For a bad temperature.
    """
    taus = _temperatures(temperature, start)

    def of_states(state: Tensor, which: Tensor) -> Tensor:
        return loss(*constraint.configuration(state), taus[which])

    return minimise(of_states, constraint.manifold, start, 1 / taus, tolerance, **options)


def optimise_centres(
    dim: int,
    start: Tensor,
    temperature: float | Tensor,
    concentrations: tuple[float, float],
    overlap: Tensor | None = None,
    tolerance: float = TOLERANCE,
    **options: Any,
) -> Minimum:
    """Minimise `centre_pair_loss` over pairs of centres; states have shape (problems, 2, 1, dim).

    Parameters and errors as for `optimise` and `centre_pair_loss`.
    """
    if start.shape[1:] != (2, 1, dim):
        raise InputError("start", f"shape {tuple(start.shape)}", f"(problems, 2, 1, {dim})")
    taus = _temperatures(temperature, start)

    def loss(state: Tensor, which: Tensor) -> Tensor:
        return centre_pair_loss(state[:, 0, 0], state[:, 1, 0], concentrations, taus[which], overlap)

    return minimise(loss, Spheres(), start, 1 / taus, tolerance, **options)


def _temperatures(temperature: float | Tensor, start: Tensor) -> Tensor:
    taus = torch.as_tensor(temperature, dtype=torch.float64)
    for value in taus.flatten().tolist():
        require_temperature(value)
    return taus.to(start).expand(len(start))


# --- the method ------------------------------------------------------------------------------------------------------


def minimise(
    loss: Objective,
    manifold: Manifold,
    start: Tensor,
    scale: Tensor,
    tolerance: float = TOLERANCE,
    max_iterations: int = 2000,
    memory: int = 6,
    callback: Callback | None = None,
) -> Minimum:
    """Minimise many functions at once on a manifold.

    Parameters
    ----------
    loss : callable
        (states, problem numbers) -> losses, differentiable. It is called with those problems only that still need it.
    manifold : Manifold
        Of the states.
    start : Tensor, shape (problems, ...)
        Where to begin.
    scale : Tensor, shape (problems,)
        The size of the loss's derivatives: gradient norms are measured by it, and its rounding is some ulps of it.
    tolerance : float
        Relative gradient norm at which a problem has converged.
    max_iterations, memory : int
        Steps at most, and how many of them L-BFGS remembers.
    callback : callable, optional
        Called after every iteration, for progress and histories.

    Returns
    -------
    Minimum
    """
    search = _Search(loss, manifold, start, scale, tolerance, memory)
    for iteration in range(1, max_iterations + 1):
        if not search.running.any():
            break
        search.step()
        if callback is not None:
            callback(iteration, search.loss, search.norm, search.state)
    return Minimum(search.state, search.loss, search.norm, search.iterations, search.norm <= tolerance)


class _Search:
    """The state of `minimise`: where each problem is, its gradient, and the steps that it remembers."""

    SUFFICIENT = 1e-4
    HALVINGS = 30
    ULPS = 8

    def __init__(
        self, loss: Objective, manifold: Manifold, start: Tensor, scale: Tensor, tolerance: float, memory: int
    ) -> None:
        self.objective, self.manifold, self.scale, self.tolerance = loss, manifold, scale, tolerance
        self.state = start.detach().clone()
        everyone = torch.arange(len(start), device=start.device)
        self.loss, self.gradient = self._evaluate(self.state, everyone)
        self.memory: deque[tuple[Tensor, Tensor, Tensor]] = deque(maxlen=memory)
        self.iterations = torch.zeros(len(start), dtype=torch.long, device=start.device)
        # Whether a problem's last search failed along the plain gradient: then rounding is all that is left.
        self.stuck = torch.zeros(len(start), dtype=torch.bool, device=start.device)
        self.remembers = torch.zeros_like(self.stuck)

    @property
    def norm(self) -> Tensor:
        return self.manifold.norm(self.gradient) / self.scale

    @property
    def running(self) -> Tensor:
        return ~self.stuck & (self.norm > self.tolerance)

    def step(self) -> None:
        """Move every problem that is running once, and remember how its gradient changed."""
        which = self.running.nonzero().flatten()
        direction = self._direction()
        downhill = _dot(direction, self.gradient) < 0
        direction = torch.where(_wide(downhill, direction), direction, -self.gradient)
        plain = ~self.remembers | ~downhill
        # Without a memory the length of the first step is a guess: a tenth of a radian for the fastest mover.
        fastest = torch.linalg.vector_norm(direction.flatten(1), ord=math.inf, dim=1).clamp_min(1e-300)
        length = torch.where(plain, 0.1 / fastest, torch.ones_like(fastest))
        gradient_before = self.gradient
        moved, taken = self._line_search(which, direction, length)
        self.iterations[moved] += 1
        failed = torch.zeros_like(self.stuck)
        failed[which] = True
        failed[moved] = False
        self.stuck |= failed & plain
        self.remembers = (self.remembers | _mask(self.stuck, moved)) & ~failed
        self._remember(_mask(self.stuck, moved), taken, gradient_before, failed)

    def _evaluate(self, state: Tensor, which: Tensor) -> tuple[Tensor, Tensor]:
        leaf = state.detach().requires_grad_()
        with torch.enable_grad():
            losses = self.objective(leaf, which)
            (gradient,) = torch.autograd.grad(losses.sum(), leaf)
        return losses.detach(), self.manifold.gradient(leaf.detach(), gradient)

    def _line_search(self, which: Tensor, direction: Tensor, length: Tensor) -> tuple[Tensor, Tensor]:
        """Halve each problem's step until its loss decreases; return the problems that moved, and the steps taken."""
        slope = _dot(direction, self.gradient)
        state, loss, gradient = self.state.clone(), self.loss.clone(), self.gradient.clone()
        taken, moved = torch.zeros_like(direction), []
        resolution = self.ULPS * torch.finfo(loss.dtype).eps * (self.scale + self.loss.abs())
        for _ in range(self.HALVINGS):
            step = _wide(length[which], direction) * direction[which]
            trial = self.manifold.retract(self.state[which], step)
            value, trial_gradient = self._evaluate(trial, which)
            limit = self.loss[which] + self.SUFFICIENT * length[which] * slope[which]
            # Where the decrease drowns in rounding, a gradient that has become smaller tells of progress.
            smaller = self.manifold.norm(trial_gradient) < self.manifold.norm(self.gradient[which])
            good = (value <= limit) | ((value <= self.loss[which] + resolution[which]) & smaller)
            done = which[good]
            state[done], loss[done], gradient[done], taken[done] = (
                trial[good], value[good], trial_gradient[good], step[good],
            )  # fmt: skip
            moved.append(done)
            which = which[~good]
            if not len(which):
                break
            length = length.clone()
            length[which] *= 0.5
        self.state, self.loss, self.gradient = state, loss, gradient
        return torch.cat(moved), taken

    def _remember(self, moved: Tensor, taken: Tensor, gradient_before: Tensor, failed: Tensor) -> None:
        """Keep (step, change of gradient, 1/their product) at the new states; without curvature they count as none."""
        carry = self.manifold.transport
        kept = [
            (carry(self.state, s), carry(self.state, y), torch.where(failed, 0.0, rho)) for s, y, rho in self.memory
        ]
        step = carry(self.state, taken)
        change = self.gradient - carry(self.state, gradient_before)
        product = _dot(step, change)
        curved = moved & (product > 1e-10 * (_dot(step, step) * _dot(change, change)).sqrt())
        rho = torch.where(curved, 1 / torch.where(curved, product, 1.0), 0.0)
        self.memory = deque([*kept, (step, change, rho)], maxlen=self.memory.maxlen)

    def _direction(self) -> Tensor:
        """Return minus the inverse Hessian's estimate times the gradient, by the two loops of L-BFGS."""
        q, weights = self.gradient, []
        for step, change, rho in reversed(self.memory):
            weight = rho * _dot(step, q)
            q = q - _wide(weight, q) * change
            weights.append(weight)
        scale = torch.ones_like(self.loss)
        for _, change, rho in self.memory:
            # The last pair with curvature has the last word.
            usable = rho > 0
            size = torch.where(usable, rho * _dot(change, change), 1.0)
            scale = torch.where(usable, 1 / size, scale)
        q = _wide(scale, q) * q
        for (step, change, rho), weight in zip(self.memory, reversed(weights), strict=True):
            q = q + _wide(weight - rho * _dot(change, q), q) * step
        return -q


def _dot(a: Tensor, b: Tensor) -> Tensor:
    return (a * b).flatten(1).sum(1)


def _wide(values: Tensor, like: Tensor) -> Tensor:
    """Give one value a problem the dimensions of its state."""
    return values.reshape(-1, *[1] * (like.dim() - 1))


def _mask(like: Tensor, which: Tensor) -> Tensor:
    mask = torch.zeros_like(like)
    mask[which] = True
    return mask
