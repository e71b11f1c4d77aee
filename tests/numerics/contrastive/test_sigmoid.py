"""The sigmoid loss pair by pair, the bias that is best for it, and the simplex's bound."""

import math

import pytest
import torch
from scipy.optimize import minimize_scalar

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.constraints import Free
from modgap.numerics.contrastive.sigmoid import best_bias, sigmoid_loss, sigmoid_simplex_bound


def configurations(pairs, dim, problems=3, seed=0):
    return Free(dim).start(pairs, problems, seed).unbind(1)


def test_pair_by_pair():
    x, y = configurations(4, 3)
    found = sigmoid_loss(x, y, torch.tensor([0.1, 0.5, 2.0], dtype=torch.float64), torch.tensor([-3.0, 0.0, 1.0]))
    for k, (tau, bias) in enumerate([(0.1, -3.0), (0.5, 0.0), (2.0, 1.0)]):
        total = 0.0
        for i in range(4):
            for j in range(4):
                z = 1 if i == j else -1
                total += math.log1p(math.exp(-z * (float(x[k, i] @ y[k, j]) / tau + bias)))
        assert float(found[k]) == pytest.approx(total / 4, rel=1e-12)


@pytest.mark.parametrize("tau", [0.01, 0.2, 5.0])
def test_the_best_bias_is_best_for_all_batches_together(tau):
    x, y = Free(3).start(6, 8, 1).reshape(2, 4, 2, 6, 3).unbind(2)  # two problems of four batches
    found = best_bias(x, y, torch.full((2,), tau, dtype=torch.float64))
    for k in range(2):

        def loss(b, k=k):
            return float(sigmoid_loss(x[k], y[k], tau, b).mean())

        span = 1 / tau + 10
        by_search = minimize_scalar(loss, bounds=(-span, span), method="bounded", options={"xatol": 1e-10})
        assert loss(float(found[k])) <= by_search.fun + 1e-12
        share = torch.sigmoid(x[k] @ y[k].mT / tau + found[k]).mean()
        assert float(share) == pytest.approx(1 / 6, rel=1e-9)


def test_the_gradient_at_the_best_bias_is_that_of_the_least_loss():
    x, y = (side[:1, None] for side in configurations(5, 3))

    def least(rows):
        return sigmoid_loss(rows, y, 0.3, best_bias(rows, y, 0.3)[:, None]).sum()

    moved = torch.zeros_like(x)
    moved[0, 0, 0, 0] = 1e-6
    leaf = x.clone().requires_grad_()
    (slope,) = torch.autograd.grad(least(leaf), leaf)
    assert float(slope[0, 0, 0, 0]) == pytest.approx(float(least(x + moved) - least(x - moved)) / 2e-6, abs=1e-8)


@pytest.mark.parametrize(("pairs", "dim"), [(2, 2), (4, 3), (7, 8)])
@pytest.mark.parametrize("tau", [1e-5, 0.05, 1.0])
def test_the_simplex_attains_its_bound(pairs, dim, tau):
    corners = torch.eye(pairs, max(pairs, dim)).double()
    corners = torch.nn.functional.normalize(corners - corners.mean(0), dim=1)
    value = float(sigmoid_loss(corners, corners, tau, best_bias(corners[None], corners[None], tau)))
    assert value == pytest.approx(sigmoid_simplex_bound(pairs, tau), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("tau", [0.05, 0.5, 3.0])
@pytest.mark.parametrize("bias", [-10.0, -1.0, 0.0, 4.0])
def test_nothing_is_below_the_bound(tau, bias):
    for pairs in (2, 3, 9):
        x, y = configurations(pairs, 3, 20)
        aligned = sigmoid_loss(x, x, tau, bias)
        least = float(torch.cat([sigmoid_loss(x, y, tau, bias), aligned]).min())
        assert least >= sigmoid_simplex_bound(pairs, tau) * (1 - 1e-12)


@pytest.mark.parametrize(("pairs", "tau", "name"), [(0, 1.0, "pairs"), (3, 0.0, "temperature")])
def test_bad_input(pairs, tau, name):
    with pytest.raises(InputError, match=f"^{name}: got"):
        sigmoid_simplex_bound(pairs, tau)
