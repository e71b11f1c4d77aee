"""Constraints: their states stay where they should, gradients are those of the loss, configurations obey the law."""

import math

import numpy as np
import pytest
import torch

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.constraints import (
    Cone,
    Free,
    Rotations,
    Spheres,
    Subspace,
    hyperplanes,
    rotation_between,
)
from modgap.numerics.contrastive.loss import mcl_loss

AXIS = [0.0, 0.6, 0.8]


def constraints():
    A, B = hyperplanes(4, 1.1)
    return {
        "free": Free(3),
        "cone": Cone(AXIS, 7.0, 10, seed=1),
        "subspace": Subspace(A, B),
        "clouds in subspaces": Subspace(A, B, 5.0, 10, seed=2),
    }


each = pytest.mark.parametrize("name", constraints())


def off_manifold(manifold, state):
    if isinstance(manifold, Spheres):
        return float((state.norm(dim=-1) - 1).abs().max())
    identity = torch.eye(state.shape[-1], dtype=state.dtype)
    return max(float((state.mT @ state - identity).abs().max()), float((torch.linalg.det(state) - 1).abs().max()))


@each
def test_starts_are_on_the_manifold_and_seeded(name):
    constraint = constraints()[name]
    state = constraint.start(10, 3, seed=5)
    assert len(state) == 3
    assert off_manifold(constraint.manifold, state) < 1e-12
    assert torch.equal(state, constraint.start(10, 3, seed=5))
    assert not torch.equal(state, constraint.start(10, 3, seed=6))
    assert not torch.equal(state[0], state[1])


@each
def test_configurations_are_unit_rows(name):
    constraint = constraints()[name]
    for rows in constraint.configuration(constraint.start(10, 3, seed=0)):
        assert rows.shape == (3, 10, constraint.dim)
        torch.testing.assert_close(rows.norm(dim=-1), torch.ones(3, 10, dtype=torch.float64))


@each
def test_riemannian_gradient_is_the_slope_along_retractions(name):
    """d/dt f(retract(state, t v)) at 0 is the inner product of gradient and v, for tangent v."""
    constraint = constraints()[name]
    manifold = constraint.manifold
    state = constraint.start(10, 2, seed=3).requires_grad_()

    def loss(point):
        return mcl_loss(*constraint.configuration(point), 0.4)

    (euclidean,) = torch.autograd.grad(loss(state).sum(), state)
    point = state.detach()
    gradient = manifold.gradient(point, euclidean)
    vector = torch.randn(point.shape, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    vector = manifold.gradient(point, vector) if isinstance(manifold, Spheres) else vector - vector.mT
    step = 1e-5
    ahead, behind = (loss(manifold.retract(point, s * vector)) for s in (step, -step))
    torch.testing.assert_close(
        (ahead - behind) / (2 * step), (gradient * vector).flatten(1).sum(1), rtol=1e-7, atol=1e-9
    )


@each
def test_many_retractions_do_not_drift(name):
    constraint = constraints()[name]
    state = constraint.start(10, 2, seed=4)
    for k in range(200):
        vector = torch.randn(state.shape, generator=torch.Generator().manual_seed(k), dtype=torch.float64)
        tangent = vector - vector.mT if isinstance(constraint.manifold, Rotations) else vector
        state = constraint.manifold.retract(state, 0.3 * tangent)
    assert off_manifold(constraint.manifold, state) < 1e-13


def test_sphere_transport_is_tangent():
    state = Free(5).start(4, 2, 0)
    vector = Spheres().transport(state, torch.randn(state.shape, dtype=torch.float64))
    assert float((vector * state).sum(-1).abs().max()) < 1e-14


def test_free_starts_are_uniform():
    points = Free(3).start(20000, 1, 0)
    assert float(points.mean((0, 1, 2)).abs().max()) < 0.02
    torch.testing.assert_close((points[0, 0].mT @ points[0, 0]) / 20000, torch.eye(3).double() / 3, rtol=0, atol=0.01)


def test_random_rotations_have_no_preferred_frame():
    rotations = Cone(AXIS, 1.0, 2).start(2, 4000, 0).flatten(0, 1)
    assert float(rotations.mean(0).abs().max()) < 0.04
    torch.testing.assert_close((rotations**2).mean(0), torch.full((3, 3), 1 / 3).double(), rtol=0, atol=0.03)


@pytest.mark.parametrize("pairs", [1, 2, 9, 4000])
def test_cloud_is_a_symmetric_sample_of_the_law(pairs):
    cone = Cone(AXIS, 7.0, pairs, seed=3)
    axis = torch.tensor(AXIS, dtype=torch.float64)
    assert cone.sample.shape == (pairs, 3)
    torch.testing.assert_close(cone.sample.norm(dim=1), torch.ones(pairs).double())
    across = cone.sample - torch.outer(cone.sample @ axis, axis)
    if pairs % 2 == 0:
        assert float(across.sum(0).norm()) < 1e-12 * pairs
    if pairs == 4000:
        assert float((cone.sample @ axis).mean()) == pytest.approx(1 / math.tanh(7) - 1 / 7, abs=0.01)


def test_clouds_move_as_rigid_bodies_with_equal_coordinates():
    cone = Cone(AXIS, 7.0, 12)
    x, y = cone.configuration(cone.start(12, 3, seed=0))
    inside = cone.sample @ cone.sample.T
    torch.testing.assert_close(x @ x.mT, inside.expand(3, -1, -1))
    torch.testing.assert_close(y @ y.mT, inside.expand(3, -1, -1))


def test_placed_clouds_have_their_centres():
    cone = Cone(AXIS, 7.0, 12)
    centres = Free(3).start(2, 4, 1)[:, :, 0]
    x, y = cone.configuration(cone.place(centres[:, 0], centres[:, 1]))
    for rows, centre in ((x, centres[:, 0]), (y, centres[:, 1])):
        torch.testing.assert_close(torch.nn.functional.normalize(rows.mean(1), dim=-1), centre)


@pytest.mark.parametrize("dim", [2, 3, 4, 7])
def test_rotation_between(dim):
    a, b = Free(dim).start(1, 20, 0)[:, :, 0].unbind(1)
    b[0], b[1] = a[0], -a[1]
    turn = rotation_between(a, b)
    torch.testing.assert_close((turn @ a.unsqueeze(-1)).squeeze(-1), b)
    assert off_manifold(Rotations(), turn) < 1e-12
    # What is orthogonal to both stays: the trace of a rotation in one plane.
    cosines = (a * b).sum(-1)
    torch.testing.assert_close(turn.diagonal(dim1=1, dim2=2).sum(1), dim - 2 + 2 * cosines, rtol=0, atol=1e-12)


@pytest.mark.parametrize("degrees", [1, 60, 90])
def test_hyperplanes_meet_at_their_angle(degrees):
    A, B = hyperplanes(5, math.radians(degrees))
    np.testing.assert_allclose(A.T @ B, np.diag([1, 1, 1, math.cos(math.radians(degrees))]), atol=1e-15)


def test_points_stay_in_their_subspaces():
    A, B = hyperplanes(4, 0.7)
    constraint = Subspace(A, B)
    for rows, basis in zip(constraint.configuration(constraint.start(9, 2, 0)), (A, B), strict=True):
        within = rows @ torch.from_numpy(basis @ basis.T)
        torch.testing.assert_close(within, rows)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Free(1), r"^dim: got 1; expected an integer >= 2"),
        (lambda: Free(3).start(0, 1, 0), r"^pairs: got 0; expected an integer >= 1"),
        (lambda: Free(3).start(2, 0, 0), r"^problems: got 0"),
        (lambda: Cone(AXIS, 0.0, 3), r"^concentration: got 0; expected a finite number > 0"),
        (lambda: Cone(AXIS, math.inf, 3), r"^concentration: got inf"),
        (lambda: Cone([1.0, 1.0], 2.0, 3), r"^mean_direction: got norm 1\.41"),
        (lambda: Cone(AXIS, 2.0, 0), r"^pairs: got 0"),
        (lambda: Cone(AXIS, 2.0, 3).start(4, 1, 0), r"^pairs: got 4; expected 3"),
        (lambda: hyperplanes(2, 1.0), r"^dim: got 2; expected an integer >= 3"),
        (lambda: hyperplanes(3, 0.0), r"^angle: got 0 degrees; expected an angle in \(0, 90\] degrees"),
        (lambda: Subspace(np.eye(3)[:, :2], np.eye(4)[:, :2]), r"^B: got shape \(4, 2\)"),
        (lambda: Subspace(np.eye(3)[:, :1], np.eye(3)[:, :1]), r"^A: got shape \(3, 1\)"),
        (lambda: Subspace(np.eye(3)[:, :2], np.ones((3, 2))), r"^B: got columns that miss orthonormality by 3"),
    ],
)
def test_bad_input(make, message):
    with pytest.raises(InputError, match=message):
        make()
