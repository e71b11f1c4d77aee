"""Theorem 1 at every N as a property of the loss: no configuration falls below the bound."""

import math

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from numerics.loss import mcl_loss, population_loss, theorem1_bound

seeds = st.integers(0, 2**32 - 1)
temperatures = st.floats(-4, 1).map(lambda exponent: 10.0**exponent)


def unit_rows(rng, n, dim):
    rows = rng.normal(size=(n, dim))
    return torch.from_numpy(rows / np.linalg.norm(rows, axis=1, keepdims=True))


@st.composite
def couplings(draw):
    """Pairs from unrelated to equal, spread to collapsed, with weights from equal to nearly all on one pair."""
    rng = np.random.default_rng(draw(seeds))
    n, dim = draw(st.integers(1, 24)), draw(st.integers(2, 12))
    centre, spread = unit_rows(rng, 1, dim), draw(st.sampled_from([0.0, 1.0, 100.0]))
    y = torch.nn.functional.normalize(unit_rows(rng, n, dim) + spread * centre, dim=1)
    x = torch.nn.functional.normalize(y + draw(st.sampled_from([0.0, 1e-3, 0.3, 10.0])) * unit_rows(rng, n, dim), dim=1)
    return x, y, rng.exponential(size=n) ** draw(st.sampled_from([0.0, 1.0, 10.0]))


def rounding(temperature):
    return 16 * np.finfo(np.float64).eps * (1 + 1 / temperature)


@settings(deadline=None)
@given(couplings(), temperatures)
def test_no_coupling_falls_below_the_bound(coupling, temperature):
    x, y, weights = coupling
    loss = float(population_loss(x, y, temperature, weights))
    assert loss >= theorem1_bound(x.shape[1], temperature) - rounding(temperature)


@settings(deadline=None)
@given(couplings(), temperatures)
def test_finite_loss_is_never_negative_nor_below_the_bound(coupling, temperature):
    x, y, _ = coupling
    loss = float(mcl_loss(x, y, temperature))
    assert loss >= 0
    assert loss - 2 * math.log(len(x)) >= theorem1_bound(x.shape[1], temperature) - rounding(temperature)


@settings(max_examples=10, deadline=None)
@given(seeds, st.integers(2, 4), st.floats(0.2, 3))
def test_descent_approaches_the_bound_and_never_passes_it(seed, dim, temperature):
    """The adversary: gradient descent on the loss itself, ending near the optimum in a small dimension."""
    rng = np.random.default_rng(seed)
    x, y = (unit_rows(rng, 64, dim).requires_grad_() for _ in range(2))
    optimiser = torch.optim.Adam([x, y], lr=0.05)
    bound = theorem1_bound(dim, temperature)
    for _ in range(150):
        optimiser.zero_grad()
        loss = population_loss(*(torch.nn.functional.normalize(rows, dim=1) for rows in (x, y)), temperature)
        loss.backward()
        optimiser.step()
        assert loss.item() >= bound - rounding(temperature)
    assert loss.item() <= bound + 0.2 * abs(bound)


@settings(deadline=None)
@given(st.integers(2, 400), temperatures)
def test_aligned_circle_exceeds_the_bound_by_its_aliases(n, temperature):
    """By Poisson summation the excess of N equally spaced aligned pairs is 2 log(1 + 2 Σ_k I_{kN}(β)/I_0(β))."""
    beta = 1 / temperature
    angles = 2 * np.pi * np.arange(n) / n
    circle = torch.from_numpy(np.column_stack([np.cos(angles), np.sin(angles)]))
    excess = float(population_loss(circle, circle, temperature)) - theorem1_bound(2, temperature)
    # I_m(β)/I_0(β) <= exp(-m²/(2β + m)) or so: beyond this m nothing is left in float64.
    orders = n * np.arange(1, 2 + int((50 + 12 * math.sqrt(beta)) / n))
    aliases = 2 * math.log1p(2 * float(np.sum(special.ive(orders, beta))) / special.ive(0, beta))
    assert abs(excess - aliases) <= rounding(temperature) + 1e-10 * aliases
