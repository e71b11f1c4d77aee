"""What the optimiser may move: free points, rigid clouds (a cone), and either of them within subspaces.

A constraint is a parametrisation. Its *state* is one tensor (problems, 2, ...), which lies on a product of spheres or
of rotation groups; `configuration` turns it into the pairs (x, y), differentiably. The two manifolds have three
operations each, a line or two long.

`Free` moves every point on its sphere. `Cone` is what the hypothesis of Theorem 2, X ~ vMF(c, κ), means for finitely
many points: a sample of the law, fixed in the frame of its centre, moves as a rigid body, x_i = R_x ξ_i, and with it
the centre c_x = R_x m. Both modalities carry the same sample, so that with equal frames x_i = y_i: of the couplings
of two von Mises-Fisher laws of one concentration that is the best one where the centres agree. Were the points not
held by the frame they would leave the law at once. `Subspace` holds both modalities in subspaces of their own,
x_i = A u_i and y_i = B v_i with orthonormal columns, and moves u and v as `Free` or as `Cone` does.

No library is used. geoopt (0.5) has first-order optimisers and a line search for one parameter group, pymanopt (2.2)
solves one problem at a time; neither runs many problems in one tensor, each with a step and a stopping time of its
own, and what remains of them here is `gradient`, `retract` and `transport`, which are shorter than the adapters.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import Tensor

from modgap.numerics.checks import InputError
from modgap.numerics.vmf.law import VonMisesFisher

__all__ = [
    "Cone",
    "Constraint",
    "Free",
    "Manifold",
    "Rotations",
    "Spheres",
    "Subspace",
    "hyperplanes",
    "rotation_between",
]


# --- manifolds -------------------------------------------------------------------------------------------------------


class Manifold(Protocol):
    """A Riemannian manifold of states; vectors are tensors of the state's shape."""

    def gradient(self, state: Tensor, euclidean: Tensor) -> Tensor:
        """Return the Riemannian gradient of a function with this Euclidean one."""

    def retract(self, state: Tensor, step: Tensor) -> Tensor:
        """Return the point that a tangent vector leads to."""

    def transport(self, state: Tensor, vector: Tensor) -> Tensor:
        """Carry a tangent vector from nearby to the tangent space at `state`."""

    def norm(self, gradient: Tensor) -> Tensor:
        """Return each problem's gradient norm, by a scale that does not depend on the number of points."""


class Spheres:
    """Rows on unit spheres: normalisation as retraction, orthogonal projection as transport."""

    def gradient(self, state: Tensor, euclidean: Tensor) -> Tensor:
        """Return the part that is tangent to the spheres."""
        return self.transport(state, euclidean)

    def retract(self, state: Tensor, step: Tensor) -> Tensor:
        """Return the normalised sum."""
        return torch.nn.functional.normalize(state + step, dim=-1)

    def transport(self, state: Tensor, vector: Tensor) -> Tensor:
        """Project orthogonally to each row."""
        return vector - (vector * state).sum(-1, keepdim=True) * state

    def norm(self, gradient: Tensor) -> Tensor:
        """Return the root mean square of N ∂L/∂x_i: a mean over N points has partial derivatives of order 1/N."""
        return math.sqrt(gradient.shape[-2]) * torch.linalg.vector_norm(gradient.flatten(1), dim=1)


class Rotations:
    """Rotation matrices; a tangent vector at R is the antisymmetric Ω of RΩ, so that transport does nothing."""

    def gradient(self, state: Tensor, euclidean: Tensor) -> Tensor:
        """Return the antisymmetric part of Rᵀ∇, the gradient for the inner product tr(ΩᵀΩ')."""
        pulled = state.mT @ euclidean
        return (pulled - pulled.mT) / 2

    def retract(self, state: Tensor, step: Tensor) -> Tensor:
        """Return R e^Ω, with one Newton step towards an orthogonal matrix against the drift of rounding."""
        turned = state @ torch.linalg.matrix_exp(step)
        return 1.5 * turned - 0.5 * turned @ (turned.mT @ turned)

    def transport(self, state: Tensor, vector: Tensor) -> Tensor:
        """Return the vector: it is written in the body's own frame."""
        return vector

    def norm(self, gradient: Tensor) -> Tensor:
        """Return the Frobenius norm."""
        return torch.linalg.vector_norm(gradient.flatten(1), dim=1)


# --- constraints -----------------------------------------------------------------------------------------------------


class Constraint(Protocol):
    """A parametrisation of configurations of `pairs` pairs."""

    @property
    def dim(self) -> int:
        """Dimension h in which the points lie."""

    @property
    def manifold(self) -> Manifold:
        """Where the state lives."""

    def start(self, pairs: int, problems: int, seed: int) -> Tensor:
        """Return random states on the host, float64, the first axis numbering the problems."""

    def configuration(self, state: Tensor) -> tuple[Tensor, Tensor]:
        """Return (x, y), each of shape (problems, N, h)."""


@dataclass(frozen=True)
class Free:
    """Any unit vectors of R^dim.

    Parameters
    ----------
    dim : int
        h >= 2.
    """

    dim: int
    manifold = Spheres()

    def __post_init__(self) -> None:
        if not isinstance(self.dim, int) or self.dim < 2:
            raise InputError("dim", repr(self.dim), "an integer >= 2")

    def start(self, pairs: int, problems: int, seed: int) -> Tensor:
        """Return independent uniform points, shape (problems, 2, N, h)."""
        _require_count("pairs", pairs)
        _require_count("problems", problems)
        generator = torch.Generator().manual_seed(seed)
        points = torch.randn(problems, 2, pairs, self.dim, generator=generator, dtype=torch.float64)
        return torch.nn.functional.normalize(points, dim=-1)

    def configuration(self, state: Tensor) -> tuple[Tensor, Tensor]:
        """Return the two halves of the state."""
        return state[:, 0], state[:, 1]


class Cone:
    """A sample of vMF(mean_direction, concentration) in each modality, moved as a rigid body.

    Parameters
    ----------
    mean_direction : array_like, shape (h,)
        Unit vector m, the axis of the sample at rest.
    concentration : float
        κ > 0.
    pairs : int
        N >= 1, the size of the sample.
    seed : int
        Of the sample. For each point drawn the point opposite to it across the axis is in the sample too (for odd N
        all but one), so that the mean of the sample points along the axis and no direction across it is favoured.

    Raises
    ------
    InputError
        (a ValueError) For a direction that is not a unit vector, or a number out of range.
    """

    manifold = Rotations()

    def __init__(self, mean_direction: ArrayLike, concentration: float, pairs: int, seed: int = 0) -> None:
        _require_count("pairs", pairs)
        if not (math.isfinite(concentration) and concentration > 0):
            raise InputError(
                "concentration", f"{concentration:g}", "a finite number > 0: without it there is no centre"
            )
        law = VonMisesFisher(mean_direction, concentration)
        half = law.sample((pairs + 1) // 2, seed)
        axis = law.mean_direction
        opposite = 2 * np.outer(half @ axis, axis) - half
        sample = np.stack([half, opposite], axis=1).reshape(-1, law.dim)[:pairs]
        self.dim, self.concentration, self.pairs = law.dim, float(concentration), pairs
        self.mean_direction = torch.from_numpy(axis)
        self.sample = torch.from_numpy(sample / np.linalg.norm(sample, axis=1, keepdims=True))

    def start(self, pairs: int, problems: int, seed: int) -> Tensor:
        """Return independent uniform rotations, shape (problems, 2, h, h)."""
        if pairs != self.pairs:
            raise InputError("pairs", str(pairs), f"{self.pairs}, the size of the constraint's sample")
        _require_count("problems", problems)
        generator = torch.Generator().manual_seed(seed)
        normals = torch.randn(problems, 2, self.dim, self.dim, generator=generator, dtype=torch.float64)
        rotations, triangle = torch.linalg.qr(normals)
        rotations = rotations * triangle.diagonal(dim1=-2, dim2=-1).sign().unsqueeze(-2)
        # Half of the orthogonal matrices are reflections.
        flip = torch.ones_like(rotations[..., :1, :])
        flip[..., 0, 0] = torch.linalg.det(rotations).sign()
        return rotations * flip

    def place(self, x_centre: Tensor, y_centre: Tensor) -> Tensor:
        """Return the states with these centres (problems, h), each cloud turned there from rest the short way."""
        axis = self.mean_direction.to(x_centre)
        return torch.stack([rotation_between(axis, centre) for centre in (x_centre, y_centre)], dim=1)

    def configuration(self, state: Tensor) -> tuple[Tensor, Tensor]:
        """Return the two clouds, x_i = R_x ξ_i and y_i = R_y ξ_i."""
        clouds = self.sample.to(state) @ state.mT
        return clouds[:, 0], clouds[:, 1]


class Subspace:
    """x in the span of A and y in that of B, free there or, with a concentration, as clouds that move within.

    Parameters
    ----------
    A, B : array_like, shape (h, d)
        Orthonormal columns (to 1e-8), d >= 2.
    concentration : float, optional
        κ > 0 of the clouds, whose axis at rest is the last column; without it the points are free.
    pairs, seed : int
        Size and seed of the clouds' sample, as for `Cone`; without a concentration they are not used.

    Raises
    ------
    InputError
        (a ValueError) If the columns are not orthonormal, the shapes differ, or a number is out of range.
    """

    def __init__(
        self, A: ArrayLike, B: ArrayLike, concentration: float | None = None, pairs: int = 1, seed: int = 0
    ) -> None:
        x_frame, y_frame = _frame("A", A), _frame("B", B)
        if x_frame.shape != y_frame.shape:
            raise InputError("B", f"shape {tuple(y_frame.shape)}", f"the shape {tuple(x_frame.shape)} of A")
        self.frames = torch.stack([x_frame, y_frame])
        self.dim, inner = x_frame.shape
        self.within: Free | Cone = (
            Free(inner) if concentration is None else Cone(np.eye(inner)[-1], concentration, pairs, seed)
        )
        self.manifold: Manifold = self.within.manifold

    def start(self, pairs: int, problems: int, seed: int) -> Tensor:
        """Return random states in coordinates of the subspaces."""
        return self.within.start(pairs, problems, seed)

    def configuration(self, state: Tensor) -> tuple[Tensor, Tensor]:
        """Return the points in R^h."""
        x_frame, y_frame = self.frames.to(state)
        u, v = self.within.configuration(state)
        return u @ x_frame.mT, v @ y_frame.mT


# --- their parts -----------------------------------------------------------------------------------------------------


def hyperplanes(dim: int, angle: float) -> tuple[np.ndarray, np.ndarray]:
    """Return orthonormal bases A, B of two hyperplanes of R^dim at a dihedral angle.

    Parameters
    ----------
    dim : int
        h >= 3.
    angle : float
        φ in (0, π/2], radians.

    Returns
    -------
    (ndarray, ndarray)
        Shapes (h, h-1). The first h-2 columns of both are the same, a basis of C = A ∩ B; the last are e_A and e_B,
        the unit normals of C in either, with e_A·e_B = cos φ.

    Raises
    ------
    InputError
        (a ValueError) If an argument is out of range.
    """
    if not isinstance(dim, int) or dim < 3:
        raise InputError("dim", repr(dim), "an integer >= 3: two hyperplanes need a direction in common")
    if not 0 < angle <= math.pi / 2:
        raise InputError("angle", f"{math.degrees(angle):g} degrees", "an angle in (0, 90] degrees")
    frames = np.zeros((2, dim, dim - 1))
    frames[:, : dim - 2, : dim - 2] = np.eye(dim - 2)
    frames[0, dim - 2, dim - 2] = 1
    frames[1, dim - 2 :, dim - 2] = math.cos(angle), math.sin(angle)
    return frames[0], frames[1]


def rotation_between(start: Tensor, end: Tensor) -> Tensor:
    """Return the rotation in the plane of two unit vectors (..., h) that takes the first to the second.

    Where they are opposite the plane is chosen, and depends on the coordinates.
    """
    start, end = torch.broadcast_tensors(start, end)
    middle = start + end
    length = torch.linalg.vector_norm(middle, dim=-1, keepdim=True)
    smallest = start.abs().argmin(-1, keepdim=True)
    across = torch.zeros_like(start).scatter_(-1, smallest, 1.0)
    across = across - (across * start).sum(-1, keepdim=True) * start
    middle = torch.where(length > 1e-8, middle, across)
    middle = torch.nn.functional.normalize(middle, dim=-1)
    # Two reflections: start to -start, then across the middle.
    return _reflection(middle) @ _reflection(start)


def _reflection(v: Tensor) -> Tensor:
    return 2 * v.unsqueeze(-1) * v.unsqueeze(-2) - torch.eye(v.shape[-1], dtype=v.dtype, device=v.device)


def _frame(name: str, basis: Any) -> Tensor:
    columns = np.asarray(basis, dtype=np.float64)
    if columns.ndim != 2 or columns.shape[1] < 2:
        raise InputError(name, f"shape {columns.shape}", "(h, d) with d >= 2 columns")
    off = float(np.abs(columns.T @ columns - np.eye(columns.shape[1])).max())
    if not off <= 1e-8:
        raise InputError(name, f"columns that miss orthonormality by {off:.3g}", "orthonormal columns")
    return torch.from_numpy(columns)


def _require_count(name: str, value: int) -> None:
    if not isinstance(value, int) or value < 1:
        raise InputError(name, repr(value), "an integer >= 1")
