"""The softmax trace inequality against an optimiser that tries to break it; the worst points are settled by balls."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from theory import enclosure
from theory.bessel_balls import log_sphere_mgf_scaled
from theory.infonce import PAIRS, TRACE
from theory.outcome import Outcome
from theory.trace import N, beta, h, x, y


def log_trace(raw, inverse_temperature):
    unit = torch.nn.functional.normalize(raw, dim=-1)
    logits = torch.log_softmax(inverse_temperature * unit[0] @ unit[1].T, dim=1)
    return torch.logsumexp(torch.diagonal(logits), dim=0)


def worst(dim, count, inverse_temperature, steps, seed):
    """Ascend from a start near alignment, which is where the supremum lies, and from an unrelated one."""
    rng = np.random.default_rng(seed)
    best, found = -np.inf, None
    for spread in (0.1, 10.0):
        keys = rng.normal(size=(count, dim))
        raw = torch.tensor(np.stack([keys + spread * rng.normal(size=keys.shape), keys]), requires_grad=True)
        optimiser = torch.optim.Adam([raw], lr=0.05)
        for _ in range(steps):
            optimiser.zero_grad()
            loss = -log_trace(raw, inverse_temperature)
            loss.backward()
            optimiser.step()
        value = float(log_trace(raw, inverse_temperature).detach())
        if value > best:
            best, found = value, raw.detach().numpy().copy()
    return best, found


@pytest.mark.slow
@pytest.mark.parametrize("inverse_temperature", [0.5, 3.0, 20.0])
@pytest.mark.parametrize(("dim", "count"), [(1, 4), (2, 12), (3, 16), (4, 16), (8, 24), (64, 40), (512, 16)])
def test_no_configuration_exceeds_the_bound(dim, count, inverse_temperature):
    best, (queries, keys) = worst(dim, count, inverse_temperature, 300, seed=dim)
    bound = float(-log_sphere_mgf_scaled(dim, inverse_temperature).mid())
    print(f"h={dim} N={count} beta={inverse_temperature}: log trace {best:.12g}, bound {bound:.12g}")
    point = {h: dim, N: count, beta: inverse_temperature, x: queries, y: keys}
    outcome, _ = enclosure.decide(TRACE, point, PAIRS)
    assert outcome is not Outcome.REFUTED
    # On the line two opposite points reach the bound, which balls cannot settle.
    assert outcome is Outcome.SHOWN or (dim == 1 and best == pytest.approx(bound, abs=1e-9))
