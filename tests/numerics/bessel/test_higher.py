"""The second to fourth derivative of the ratio against the Riccati equation in balls, at the exact double arguments."""

import math

import numpy as np
import pytest
from flint import arb, ctx

from modgap.numerics.bessel import functions as bessel
from modgap.theory.balls import bessel as balls

ULP = 2.0**-52
KINDS = [bessel._SECOND, bessel._THIRD, bessel._FOURTH]
# ulp of A″, of |A‴| + A'/s² and of |A⁗| + |A″|/s², s = 1 + √(ν² + x²): the statement of `numerics.torch_bessel`.
GOALS = [6, 8, 32]
SMALLEST_NORMAL = 2.0**-1022


def exact(order, x):
    """A', A″, A‴, A⁗ in balls: each sum of the Riccati equation loses bits where x is far from order."""
    spread = abs(math.log2(x)) + math.log2(1 + abs(order))
    with ctx.workprec(int(300 + 12 * spread)):
        z, w, a = arb(x), 2 * arb(order) + 1, balls.iv_ratio(order, x)
        b = a / z
        first = 1 - a * a - w * b
        b = (first - b) / z
        second = -2 * a * first - w * b
        b = (second - 2 * b) / z
        third = -2 * (first * first + a * second) - w * b
        b = (third - 3 * b) / z
        return first, second, third, -2 * (3 * first * second + a * third) - w * b


def errors(order, x):
    """Worst errors of the three derivatives in the units of `GOALS`, and where."""
    order, x = np.asarray(order, dtype=float), np.asarray(x, dtype=float)
    found = [bessel._evaluate(kind, order, x)[0] for kind in KINDS]
    most, where = [0.0] * 3, [(math.nan, math.nan)] * 3
    for i, (v, z) in enumerate(zip(order.tolist(), x.tolist(), strict=True)):
        values = exact(v, z)
        s = 1 + math.hypot(v, z)
        for k in range(3):
            true = values[k + 1]
            unit = abs(true) + (abs(values[k - 1]) / s / s if k else 0)
            if unit < SMALLEST_NORMAL:
                assert abs(found[k][i]) <= 2 * SMALLEST_NORMAL
                continue
            off = float((abs(arb(float(found[k][i])) - true) / unit).upper()) / ULP
            if not off <= most[k]:
                most[k], where[k] = off, (v, z)
    return most, where


def ensembles(size, seed):
    rng = np.random.default_rng(seed)

    def uniform(low, high):
        return np.exp(rng.uniform(math.log(low), math.log(high), size))

    yield uniform(1e-3, 1e6), uniform(1e-8, 1e10)
    yield uniform(1, 5e3), uniform(1e-2, 1e5)
    yield uniform(1e-2, 110), uniform(1, 120)
    yield rng.integers(0, 80, size) / 2 - 0.5, uniform(1e-2, 200)
    yield -0.5 + uniform(1e-16, 0.5), uniform(1e-3, 1e5)
    yield uniform(1e-3, 1e6), uniform(1e-90, 1e-8)
    yield uniform(1e-3, 1e6), uniform(1e10, 1e70)


@pytest.mark.parametrize("ensemble", range(7))
def test_random_points(ensemble):
    most, where = errors(*list(ensembles(12, seed=5))[ensemble])
    assert all(off <= goal for off, goal in zip(most, GOALS, strict=True)), (most, where)


@pytest.mark.slow
@pytest.mark.parametrize("ensemble", range(7))
def test_random_points_at_length(ensemble):
    most, where = errors(*list(ensembles(1500, seed=6))[ensemble])
    print(most, where)
    assert all(off <= goal for off, goal in zip(most, GOALS, strict=True)), (most, where)


def test_where_the_terms_of_the_fourth_nearly_cancel():
    most, where = errors(
        [45.47111354094747, 36.5, 457172.9140337485], [55.17282574187543, 43.214215494247966, 525503.479]
    )
    assert all(off <= goal for off, goal in zip(most, GOALS, strict=True)), (most, where)
    assert most[2] < 32


def test_the_borders_between_methods():
    """Both sides of every border agree with the balls: power series, Riccati, expansion in 1/s, and order -1/2."""
    order, x = [], []
    for v in (-0.5, -0.5 + 2.0**-54, -0.2, 0.0, 0.5, 20.0, 60.0, 99.0):
        series = math.sqrt(0.16 * (v + 1) * (v + 5))
        for border in (0.5, series, 40.0, math.sqrt(100.0**2 - v * v), 250.0, 1000.0, 8000.0):
            order += [v, v]
            x += [border * (1 - 1e-12), border * (1 + 1e-12)]
    most, where = errors(order, x)
    assert all(off <= goal for off, goal in zip(most, GOALS, strict=True)), (most, where)


@pytest.mark.parametrize("dim", [1, 2, 3, 512, 4096])
def test_at_zero_and_infinity(dim):
    order = dim / 2 - 1
    second, third, fourth = (bessel._evaluate(kind, np.array(order), np.array([0.0, np.inf]))[0] for kind in KINDS)
    assert second.tolist() == [0.0, 0.0]
    assert third == pytest.approx([-6 / (dim**2 * (dim + 2)), 0.0], rel=4 * ULP)
    assert fourth.tolist() == [0.0, 0.0]
