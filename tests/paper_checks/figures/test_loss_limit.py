"""The measured error of the loss of a sample against the proved bound, at small size."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from modgap.numerics.contrastive.loss import population_loss
from modgap.paper_checks.figures import loss_limit
from modgap.paper_checks.figures.loss_limit import LAWS, Law


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
def test_measured_error_is_below_the_bound_and_falls(law):
    (small, spread), (large, _) = (loss_limit.mean_error(law, count, 20) for count in (16, 256))
    print(f"{law.name} seed={loss_limit.SEED}: {small:.3g} at 16, {large:.3g} at 256")
    assert small - 4 * spread <= loss_limit.bound(law, 16)
    assert large <= loss_limit.bound(law, 256)
    assert large < small / 2


def test_error_of_signed_pairs_has_the_order_of_the_bound():
    """The rate is the right one in N, and in β near zero: there the bound is within a factor of six."""
    law = Law(64, 0.1, signed=True)
    for count in (64, 1024):
        error, _ = loss_limit.mean_error(law, count, 30)
        assert error < loss_limit.bound(law, count) < 6 * error


@pytest.mark.parametrize("signed", [False, True])
def test_population_losses_are_those_of_spread_samples(signed):
    """64 equally spaced points of the circle, each with y = x, or each once with y = x and once with y = −x."""
    turns = 2 * np.pi * np.arange(64) / 64
    circle = torch.from_numpy(np.column_stack([np.cos(turns), np.sin(turns)]))
    x, y = (torch.cat([circle, circle]), torch.cat([circle, -circle])) if signed else (circle, circle)
    assert float(population_loss(x, y, 1.0)) == pytest.approx(Law(2, 1.0, signed).population, rel=1e-13)


def test_bound_is_that_of_the_claim():
    expected = (4 * 0.5 + (math.e - 1) * math.sqrt(1 + 4 * math.e / 16)) / 4
    assert loss_limit.bound(Law(2, 0.5), 16) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("arguments", [(0, 5), (4, 1)])
def test_bad_arguments(arguments):
    with pytest.raises(ValueError, match="count must be at least 1"):
        loss_limit.mean_error(LAWS[0], *arguments)
