"""The optimiser: it finds known minima, each problem by itself, and the loss's optima are those of the theorems."""

import math

import numpy as np
import pytest
import torch

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.constraints import Cone, Free, Rotations, Spheres, Subspace, hyperplanes
from modgap.numerics.contrastive.loss import simplex_bound, theorem1_bound
from modgap.numerics.contrastive.optimize import geometry, minimise, optimise, optimise_centres, resolve_device
from modgap.numerics.contrastive.population import (
    centre_pair_loss,
    centre_pair_slope,
    collapse_threshold,
    cone_population_slope,
)


def matrix(dim, seed):
    a = torch.randn(dim, dim, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return (a + a.T) / 2


def test_least_eigenvalue():
    """xᵀAx on the sphere: its minimum is the least eigenvalue, for every matrix of the batch."""
    matrices = torch.stack([matrix(6, seed) for seed in range(5)])
    start = torch.nn.functional.normalize(torch.ones(5, 1, 6, dtype=torch.float64), dim=-1)

    def loss(state, which):
        return torch.einsum("bi,bij,bj->b", state[:, 0], matrices[which], state[:, 0])

    found = minimise(loss, Spheres(), start, torch.ones(5).double(), tolerance=1e-9)
    torch.testing.assert_close(found.loss, torch.linalg.eigvalsh(matrices)[:, 0], rtol=0, atol=1e-12)
    assert found.converged.all()
    assert found.iterations.max() < 80


def test_procrustes():
    """The rotation nearest a matrix, by the singular value decomposition."""
    target = torch.stack([matrix(4, seed) + 2 * torch.eye(4) for seed in range(3)])
    start = Cone(np.eye(4)[0], 1.0, 1).start(1, 3, seed=0)[:, :1]

    def loss(state, which):
        return -(state[:, 0] * target[which]).sum((1, 2))

    found = minimise(loss, Rotations(), start, torch.ones(3).double(), tolerance=1e-9)
    u, values, vt = torch.linalg.svd(target)
    values[:, -1] *= torch.linalg.det(u @ vt).sign()
    torch.testing.assert_close(-found.loss, values.sum(1), rtol=0, atol=1e-10)


def test_problems_do_not_touch_each_other():
    """Among other companions a problem takes the very same steps, bit for bit, and alone the same up to rounding.

    Held while all are searched: where one has converged it leaves the tensor, and vector units round an entry by its
    place in it, so that late steps differ in the last bit.
    """
    constraint, taus = Free(3), torch.tensor([0.3, 2.0, 0.05], dtype=torch.float64)
    start = constraint.start(7, 3, seed=1)
    together = optimise(constraint, start, taus, max_iterations=10)
    for k in range(3):
        others, changed = constraint.start(7, 3, seed=2), torch.tensor([1.0, 0.1, 0.7], dtype=torch.float64)
        others[k], changed[k] = start[k], taus[k]
        assert float(optimise(constraint, others, changed, max_iterations=10).loss[k]) == float(together.loss[k])
        alone = optimise(constraint, start[k : k + 1], taus[k], max_iterations=10)
        torch.testing.assert_close(alone.loss[0], together.loss[k], rtol=1e-12, atol=1e-13)


def test_loss_decreases_and_callback_sees_it():
    seen = []
    constraint = Free(4)
    found = optimise(constraint, constraint.start(12, 2, 0), 0.2, callback=lambda *args: seen.append(args[:3]))
    assert [step for step, _, _ in seen] == list(range(1, int(found.iterations.max()) + 1))
    losses = torch.stack([loss for _, loss, _ in seen])
    assert (losses.diff(dim=0) <= 1e-13).all()
    torch.testing.assert_close(losses[-1], found.loss)


def test_too_few_steps_is_not_converged():
    constraint = Free(3)
    found = optimise(constraint, constraint.start(12, 2, 0), 0.2, max_iterations=3)
    assert not found.converged.any()
    assert found.iterations.tolist() == [3, 3]


def test_float32():
    constraint = Free(5)
    found = optimise(constraint, constraint.start(5, 3, 0).float(), 0.5, tolerance=1e-4)
    assert found.state.dtype == torch.float32
    np.testing.assert_allclose(found.loss - 2 * math.log(5), simplex_bound(5, 0.5), atol=1e-5)


# --- the theorems ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("dim", "pairs", "temperature"), [(2, 16, 1.0), (2, 24, 0.5), (3, 60, 2.0)])
def test_free_points_approach_the_bound_and_align(dim, pairs, temperature):
    """Theorem 1, where N suffices: within 1e-6 from every start, and x_i = y_i to 1e-5."""
    constraint = Free(dim)
    found = optimise(constraint, constraint.start(pairs, 2, seed=0), temperature, tolerance=5e-6)
    excess = found.loss - 2 * math.log(pairs) - theorem1_bound(dim, temperature)
    assert (excess > -1e-13).all()
    assert (excess < 1e-6).all()
    for x, y in zip(*constraint.configuration(found.state), strict=True):
        shape = geometry(x, y)
        assert shape.pair_distance_max < 1e-5
        assert shape.gap_degrees is None
        assert max(shape.mean_norms) < 1e-4


def test_few_points_become_a_simplex():
    constraint = Free(6)
    found = optimise(constraint, constraint.start(7, 3, seed=0), 0.5)
    np.testing.assert_allclose(found.loss - 2 * math.log(7), simplex_bound(7, 0.5), atol=1e-11)


@pytest.mark.parametrize(("dim", "beta", "kappa", "trap"), [(3, 10.0, 20.0, True), (16, 2.0, 20.0, False)])
def test_cone_closes_the_gap_or_ends_in_the_predicted_trap(dim, beta, kappa, trap):
    """Theorem 2 for rigid clouds: the gap goes to 0, or from nearby to 180° where the population's slope says so."""
    cone = Cone(np.eye(dim)[-1], kappa, 100, seed=1)
    assert (cone_population_slope(dim, 1 / beta, kappa) > 0) == trap
    turn = math.radians(178)
    x_centre, y_centre = torch.zeros(2, 1, dim, dtype=torch.float64)
    x_centre[0, 0], y_centre[0, 0], y_centre[0, 1] = 1, math.cos(turn), math.sin(turn)
    start = torch.cat([cone.start(100, 5, seed=0), cone.place(x_centre, y_centre)])
    found = optimise(cone, start, 1 / beta)
    assert found.converged.all()
    gaps = [geometry(x, y).gap_degrees for x, y in zip(*cone.configuration(found.state), strict=True)]
    closed, widest = (sum(abs(gap - end) < 0.01 for gap in gaps) for end in (0, 180))
    assert closed > 0
    assert closed + widest == 6
    assert (gaps[-1] > 90) == (widest > 0) == trap


@pytest.mark.parametrize(("dim", "beta", "kappa"), [(3, 10.0, 20.0), (3, 10.0, 2.9), (8, 20.0, 15.0), (64, 30.0, 90.0)])
def test_centre_pair_trap_is_where_its_slope_says(dim, beta, kappa):
    """`thm.2.trap`: from a degree short of the widest gap, the search ends there or at 0 by the sign of the slope."""
    turn = math.radians(179)
    start = torch.zeros(1, 2, 1, dim, dtype=torch.float64)
    start[0, 0, 0, 0], start[0, 1, 0, 0], start[0, 1, 0, 1] = 1, math.cos(turn), math.sin(turn)
    found = optimise_centres(dim, start, 1 / beta, (kappa, kappa))
    cosine = float((found.state[0, 0] * found.state[0, 1]).sum())
    trap = centre_pair_slope(dim, 1 / beta, (kappa, kappa)) > 0
    assert cosine == pytest.approx(-1 if trap else 1, abs=1e-9)


def clouds_in_hyperplanes(dim, degrees, kappa, pairs, tilt):
    """Clouds with both centres near one tilt, and a constraint that lets them go."""
    constraint = Subspace(*hyperplanes(dim, math.radians(degrees)), kappa, pairs, seed=1)
    centre = torch.zeros(1, dim - 1, dtype=torch.float64)
    centre[0, 0], centre[0, -1] = math.sin(tilt), math.cos(tilt)
    return constraint, constraint.within.place(centre, centre)


@pytest.mark.parametrize(
    ("dim", "degrees", "beta", "kappa", "gap"),
    [(3, 60, 10.0, 30.0, 60), (4, 60, 100.0, 3.0, 0), (3, 85, 100.0, 3.0, 0)],
)
def test_clouds_in_hyperplanes_end_in_the_predicted_regime(dim, degrees, beta, kappa, gap):
    """Gap φ, or gap 0 with the centres in C: from a little beside either, the lower minimum is the predicted one."""
    losses, gaps = [], []
    for tilt in (0.05, math.pi / 2 - 0.05):
        constraint, start = clouds_in_hyperplanes(dim, degrees, kappa, 300, tilt)
        found = optimise(constraint, start, 1 / beta)
        losses.append(float(found.loss[0]))
        x, y = constraint.configuration(found.state)
        gaps.append(geometry(x[0], y[0]).gap_degrees)
    assert gaps[int(np.argmin(losses))] == pytest.approx(gap, abs=0.01)


@pytest.mark.parametrize("side", [0.8, 1.5])
def test_free_points_in_hyperplanes_collapse_below_the_threshold(side):
    """`thm.3.free`: P_C x = P_C y and equal heights always; heights 0, and the value of C's sphere, below β*."""
    constraint = Subspace(*hyperplanes(4, math.radians(60)))
    beta = side * collapse_threshold(4, math.radians(60))
    found = optimise(constraint, constraint.start(24, 2, seed=0), 1 / beta)
    u, v = found.state.unbind(1)
    assert float((u - v).norm(dim=-1).max()) < 1e-5
    height = float(u[..., -1].abs().max())
    excess = found.loss - 2 * math.log(24) - theorem1_bound(2, 1 / beta)
    if side < 1:
        assert height < 1e-3
        assert (excess.abs() < 1e-6).all()
    else:
        assert height > 0.3
        assert (excess < -1e-3).all()
        assert (found.loss - 2 * math.log(24) > theorem1_bound(3, 1 / beta)).all()


def test_centre_pair_in_hyperplanes_falls_into_the_intersection():
    """`thm.3.centre` is false: free centres end together in C, below every pair orthogonal to C."""
    A, B = hyperplanes(4, 1.0)
    overlap = torch.from_numpy(A.T @ B)
    found = optimise_centres(3, Free(3).start(1, 5, 0), 0.2, (6.0, 6.0), overlap)
    together, upright = torch.eye(3, dtype=torch.float64)[[0, 2]]
    least, claimed = (float(centre_pair_loss(c[None], c[None], (6.0, 6.0), 0.2, overlap)) for c in (together, upright))
    assert float(found.loss.min()) == pytest.approx(least, abs=1e-10)
    assert least < claimed - 0.1


# --- devices and input -----------------------------------------------------------------------------------------------


@pytest.mark.gpu
def test_on_the_device_there_is():
    """Thousands of starts on a GPU, a few on a CPU: Theorem 1's bound is approached and never passed."""
    device = resolve_device("auto")
    starts = 2000 if device.type == "cuda" else 8
    constraint = Free(3)
    found = optimise(constraint, constraint.start(32, starts, seed=3).to(device), 2.0, tolerance=1e-5)
    assert found.state.device.type == device.type
    excess = found.loss.cpu() - 2 * math.log(32) - theorem1_bound(3, 2.0)
    print(f"{device}: {starts} starts, excess {float(excess.min()):.2e} to {float(excess.max()):.2e}")
    assert (excess > -1e-12).all()
    assert (excess < 1e-6).all()


def test_geometry_of_known_points():
    x = torch.tensor([[1.0, 0.0], [0.6, 0.8]], dtype=torch.float64)
    y = x @ torch.tensor([[0.0, 1.0], [-1.0, 0.0]], dtype=torch.float64)
    shape = geometry(x, y)
    assert shape.gap_degrees == pytest.approx(90)
    assert shape.pair_distance_max == pytest.approx(math.sqrt(2))
    assert shape.mean_norms == pytest.approx((math.sqrt(0.8), math.sqrt(0.8)))
    assert geometry(torch.cat([x, -x]), torch.cat([x, x])).gap_degrees is None


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: optimise(Free(3), Free(3).start(4, 2, 0), 0.0), r"^temperature: got 0"),
        (lambda: optimise_centres(3, Free(4).start(1, 1, 0), 0.1, (1.0, 1.0)), r"^start: got shape \(1, 2, 1, 4\)"),
        (lambda: resolve_device("tpu"), r"^device: got 'tpu'; expected auto, cpu or cuda"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(InputError, match=message):
        call()


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
def test_no_cuda_is_said():
    with pytest.raises(InputError, match=r"^device: got 'cuda'; expected auto or cpu"):
        resolve_device("cuda")
