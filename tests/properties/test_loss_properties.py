"""Theorem 1 at every N as a property of the loss: no configuration falls below the bound, up to rounding.

The rounding is bounded here. Let u be half the spacing of numbers at 1, β = 1/τ as rounded (the bound uses the same
number), and let every row stand for its exact direction: normalising leaves a norm within (h/2 + 2)u of 1 (h squares
and their sum, a root, a division).

* A computed cosine, also of a positive pair, is off by 2(h/2 + 2)u + hu = (2h + 4)u.
* An exponent β(cos_ij − cos_ii) is off by 2(2h + 4)βu, and by 2βu for the difference and 2βu for the product.
* Less the largest exponent, at most 4β in size, it is rounded by 4βu; an exponential is off by 2u, a sum of N positive
  terms by Nu relative, its logarithm by 2u log N and the result, at most 2β + log N in size, by 3u(2β + log N) in all:
  one direction of one pair is off by u(β(4h + 22) + N + 5 log N + 2).
* Both directions and their sum, at most S in size: twice that and uS. The mean of N such sums adds (N + 2)uS.
* For a law with masses m, log m is added to exponents and is itself rounded: with ℓ the largest |log m| that occurs,
  3uℓ more in each direction. Normalising the masses changes the law, for which the theorem holds just as well, but
  their sum is 1 within (N + 2)u only: that is 2(N + 2)u more in a logarithm of the sum, and (N + 2)uS in the mean.
* `theorem1_bound` is 2(log M − β) with log M ≤ β within 6 ulp, that is 12u: off by 2(12 + 2)βu (held to balls below).

Twice the sum covers the products of errors.
"""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from modgap.numerics.contrastive.loss import mcl_loss, population_loss, theorem1_bound
from modgap.theory.balls.bessel import log_sphere_mgf_scaled

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


def rounding(n, dim, temperature, unit=2.0**-53, largest_log_mass=0.0):
    """Return the bound of the docstring; S is at most 2(2β + log N)."""
    beta, log_n, log_mass = 1 / temperature, math.log(n), largest_log_mass
    one_direction = beta * (4 * dim + 22) + n + 5 * log_n + 2 + 3 * log_mass + 2 * (n + 2) * (log_mass > 0)
    size = 2 * (2 * beta + log_n)
    means = (2 * n + 6) * size
    return 2 * (unit * (2 * one_direction + means) + 2.0**-53 * (28 * beta + 4 * log_n))


@settings(deadline=None)
@given(st.integers(1, 600), temperatures)
def test_theorem1_bound_is_within_its_share_of_the_rounding(dim, temperature):
    exact = 2 * log_sphere_mgf_scaled(dim, 1 / temperature)
    assert abs(exact - theorem1_bound(dim, temperature)) <= 28 * 2.0**-53 * (1 / temperature) + 5e-324


@settings(deadline=None)
@given(couplings(), temperatures)
def test_no_coupling_falls_below_the_bound(coupling, temperature):
    x, y, weights = coupling
    loss = float(population_loss(x, y, temperature, weights))
    masses = weights[weights > 0] / weights.sum()
    allowed = rounding(*x.shape, temperature, largest_log_mass=float(-np.log(masses.min())) + 1)
    assert loss >= theorem1_bound(x.shape[1], temperature) - allowed


@settings(deadline=None)
@given(couplings(), temperatures, st.sampled_from([torch.float64, torch.float32]))
def test_finite_loss_is_never_negative_nor_below_the_bound(coupling, temperature, dtype):
    x, y, _ = coupling
    unit = torch.finfo(dtype).eps / 2
    # Normalised in its own precision, as a user of float32 would.
    x, y = (torch.nn.functional.normalize(rows.to(dtype), dim=1) for rows in (x, y))
    loss = float(mcl_loss(x, y, temperature))
    assert loss >= 0
    # In float32, β is rounded too: the bound has a slope of at most 2 in β.
    allowed = rounding(*x.shape, temperature, unit) + 2 * unit / temperature
    assert loss - 2 * math.log(len(x)) >= theorem1_bound(x.shape[1], temperature) - allowed


@pytest.mark.parametrize("temperature", [1e-3, 0.1, 1.0])
def test_the_rounding_allowed_is_small(temperature):
    """A bound on the rounding that allowed a tenth of a percent of β would test nothing."""
    assert rounding(24, 12, temperature) < 1e-12 * (1 + 1 / temperature)


def test_a_bound_raised_by_a_little_more_than_the_rounding_is_violated():
    """On the circle 200 aligned pairs reach the bound: the test above would see a bound that is too high."""
    turns = 2 * np.pi * np.arange(200) / 200
    circle = torch.from_numpy(np.column_stack([np.cos(turns), np.sin(turns)]))
    excess = float(mcl_loss(circle, circle, 0.5)) - 2 * math.log(200) - theorem1_bound(2, 0.5)
    assert excess < rounding(200, 2, 0.5) < 1e-11


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
        assert loss.item() >= bound - rounding(64, dim, temperature)
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
    # The angles, up to 2π, are off by 4πu and the coordinates by 2u: β(8π + 4)u in a difference of scores.
    points = 2 * 30 * 2.0**-53 * beta
    assert abs(excess - aliases) <= rounding(n, 2, temperature) + points + 1e-10 * aliases
