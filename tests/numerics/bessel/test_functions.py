"""`numerics.bessel` against rigorous 200-bit balls at the exact double arguments, and its behaviour at the ends."""

import math
import multiprocessing
import os
import subprocess
import sys

import numpy as np
import pytest
from flint import arb, ctx

from modgap.numerics.bessel import functions as bessel
from modgap.theory.balls import bessel as balls

ULP = 2.0**-52
GOALS = {  # ulp; for log_iv in units of 2^-52 (1 + order + |order log(x/2)| + x)
    "iv_ratio": 3,
    "iv_ratio_complement": 4,
    "iv_ratio_derivative": 8,
    "log_sphere_mgf": 4,
    "log_iv": 4,
}
ORDERS = [-0.5, 0, 0.5, 1, 2, 5.5, 31, 255, 383, 511, 1e3, 2047.5, 1e4, 1e5, 1e6]
ARGUMENTS = [1e-300, 1e-8, 1e-3, 0.1, 1, 10, 31.6, 100, 256, 1e3, 1e4, 1e5, 1e6, 1e10, 1e300]
SMALLEST_NORMAL = 2.0**-1022


def log_uniform(rng, low, high, size):
    return np.exp(rng.uniform(math.log(low), math.log(high), size))


def first_argument(name, order):
    return 2 * order + 2 if name.startswith("log_sphere") else order


def error(name, value, order, x):
    """Error of a float in the unit of its goal; an absolute quantum where the exact value is subnormal."""
    with ctx.workprec(200):
        exact = getattr(balls, name)(first_argument(name, float(order)), float(x))
        if name == "log_iv":
            v, z = arb(float(order)), arb(float(x))
            unit = 1 + v + abs(v * (z / 2).log()) + z
        else:
            unit = abs(exact)
        if unit < SMALLEST_NORMAL:
            return 0.0 if abs(arb(value) - exact) <= 4 * arb(2) ** -1074 else math.inf
        return float((abs(arb(value) - exact) / unit).upper()) / ULP


def out_of_reach(order, x):
    """Where half an ulp of log I alone may exceed the goal of log_iv: |log I| ~ order log(order), |log(x/2)| ~ 0."""
    return order > 8e3 and 1 < x < 4


def worst(name, order, x, skip=lambda order, x: False):
    """Worst error over arrays, and where; the points of ``skip`` have a test of their own."""
    values = getattr(bessel, name)(first_argument(name, order), x)
    points = zip(values, order, x, strict=True)
    errors = [0.0 if skip(v, z) else error(name, float(f), v, z) for f, v, z in points]
    at = int(np.argmax(errors))
    return errors[at], f"{name} at order={order[at]!r}, x={x[at]!r}"


def assert_all_but_correctly_rounded(order, x):
    for value, v, z in zip(bessel.log_iv(order, x), order, x, strict=True):
        with ctx.workprec(200):
            assert abs(arb(float(value)) - balls.log_iv(float(v), float(z))) <= 0.6 * math.ulp(value), (v, z)


def assert_goal(name, order, x):
    order, x = np.asarray(order, dtype=float), np.asarray(x, dtype=float)
    if name == "log_iv":
        assert_all_but_correctly_rounded(
            *(side[[out_of_reach(v, z) for v, z in zip(order, x, strict=True)]] for side in (order, x))
        )
        got, where = worst(name, order, x, skip=out_of_reach)
    else:
        got, where = worst(name, order, x)
    assert got <= GOALS[name], f"{got:.2f} > {GOALS[name]}: {where}"


def ensembles(size, seed):
    """Log-uniform over the plane, over embeddings, over the small corner, half-integers, and next to order -1/2."""
    rng = np.random.default_rng(seed)
    yield log_uniform(rng, 1e-3, 1e6, size), log_uniform(rng, 1e-8, 1e10, size)
    yield log_uniform(rng, 1, 5e3, size), log_uniform(rng, 1e-2, 1e5, size)
    yield log_uniform(rng, 1e-2, 45, size), log_uniform(rng, 1, 60, size)
    yield rng.integers(0, 80, size) / 2 - 0.5, log_uniform(rng, 1e-2, 200, size)
    yield -0.5 + log_uniform(rng, 1e-16, 0.5, size), log_uniform(rng, 1e-3, 1e5, size)


@pytest.mark.parametrize("name", GOALS)
@pytest.mark.parametrize("order", ORDERS)
def test_grid(name, order):
    assert_goal(name, [order] * len(ARGUMENTS), ARGUMENTS)


@pytest.mark.parametrize("name", GOALS)
@pytest.mark.parametrize("ensemble", range(5))
def test_random_points(name, ensemble):
    order, x = list(ensembles(120, seed=3))[ensemble]
    assert_goal(name, order, x)


@pytest.mark.slow
@pytest.mark.parametrize("name", GOALS)
@pytest.mark.parametrize("ensemble", range(5))
def test_random_points_at_length(name, ensemble):
    size = 20_000 if ensemble == 0 else 5_000
    order, x = list(ensembles(size, seed=4))[ensemble]
    assert_goal(name, order, x)


@pytest.mark.parametrize("name", GOALS)
@pytest.mark.parametrize("s", [40.0, 60.0, 100.0, 250.0, 500.0, 1000.0, 8000.0])
def test_both_sides_of_every_border(name, s):
    angle = np.linspace(0.02, 1.55, 12)
    order, x = np.sin(angle) * s, np.cos(angle) * s
    near = np.concatenate([order * (1 - 1e-9), order * (1 + 1e-9)])
    assert_goal(name, near, np.concatenate([x * (1 - 1e-9), x * (1 + 1e-9)]))


@pytest.mark.parametrize("name", GOALS)
def test_around_the_borders_in_order(name):
    order = np.repeat(np.array([0.0, 4.0, 16.0]), 2) * np.tile([1 - 1e-15, 1 + 1e-15], 3) + np.tile([-1e-17, 0.0], 3)
    for x in (1e-140, 1e-8, 7.0, 39.9, 41.0, 1e3, 1e150):
        assert_goal(name, order, np.full(6, x))


@pytest.mark.parametrize("name", GOALS)
def test_beyond_1e150(name):
    order = np.array([0.0, 0.5, 383.0, 1e6, 1e6, 1e6])
    assert_goal(name, order, np.array([1.1e150, 1e200, 1e300, 1e151, 1.7e308, 9e150]))


@pytest.mark.parametrize("order", [1.1e150, 1e200, 1.5e308])
@pytest.mark.parametrize("x", [1e-300, 1e-100, 0.3, 2.0, 1e130])
def test_orders_beyond_1e150(order, x):
    # x² is nothing against the order: the leading term of the power series is exact (DLMF 10.25.2).
    log_iv = order * (math.log(x) - math.log(2) - math.log(order) + 1)
    assert bessel.log_iv(order, x) == pytest.approx(log_iv, rel=1e-14) or math.isinf(log_iv)
    assert bessel.iv_ratio(order, x) == pytest.approx(x / order / 2, rel=1e-14, abs=1e-322)
    assert bessel.iv_ratio_complement(order, x) == 1.0 - bessel.iv_ratio(order, x)
    assert bessel.iv_ratio_derivative(order, x) == pytest.approx(0.5 / order, rel=1e-14, abs=1e-322)
    assert bessel.log_sphere_mgf(order, x) == pytest.approx(x * (x / order / 2), rel=1e-14, abs=1e-322)


def test_scaled_log_mgf():
    # No goal was set for it; 4 ulp hold except next to dim = 1, where it tends to -log 2 through log Gamma.
    rng = np.random.default_rng(6)
    for order, x in list(ensembles(100, seed=5))[:4]:
        got, where = worst("log_sphere_mgf_scaled", order, x)
        assert got <= (8 if order.min() < 0 else 4.5), where
    order = -0.5 + log_uniform(rng, 1e-16, 0.5, 150)
    got, where = worst("log_sphere_mgf_scaled", order, log_uniform(rng, 1e-3, 1e5, 150))
    assert got <= 20, where


def test_log_iv_is_all_but_correctly_rounded_where_its_goal_is_out_of_reach():
    # Around x = 2, |order log(x/2)| vanishes while |log I| ~ order log(order): half an ulp of it exceeds the goal.
    rng = np.random.default_rng(9)
    assert_all_but_correctly_rounded(log_uniform(rng, 8e3, 1e6, 300), rng.uniform(1, 4, 300))


def test_ratio_never_exceeds_one():
    x = np.linspace(1.0, 200.0, 20_001)
    for order in (-0.5, -0.4999999, 0.0):
        assert bessel.iv_ratio(order, x).max() <= 1


@pytest.mark.parametrize("x", [5e-324, 1e-310, 2.3e-308])
def test_subnormal_arguments(x):
    for order in (-0.5, 0.0, 3.0, 383.0, 1e6):
        for name in GOALS:
            assert error(name, float(getattr(bessel, name)(first_argument(name, order), x)), order, x) <= GOALS[name]


def test_limits_at_zero_and_infinity():
    order = np.array([-0.5, -0.25, 0.0, 0.5, 383.0, 1e6])
    assert np.array_equal(bessel.iv_ratio(order, 0.0), np.zeros(6))
    assert np.array_equal(bessel.iv_ratio_complement(order, 0.0), np.ones(6))
    assert np.array_equal(bessel.iv_ratio_derivative(order, 0.0), 1 / (2 * order + 2))
    assert np.array_equal(bessel.log_sphere_mgf(2 * order + 2, 0.0), np.zeros(6))
    assert np.array_equal(bessel.log_iv(order, 0.0), [np.inf, np.inf, 0.0, -np.inf, -np.inf, -np.inf])
    assert np.array_equal(bessel.iv_ratio(order, np.inf), np.ones(6))
    assert np.array_equal(bessel.iv_ratio_complement(order, np.inf), np.zeros(6))
    assert np.array_equal(bessel.iv_ratio_derivative(order, np.inf), np.zeros(6))
    assert np.array_equal(bessel.log_sphere_mgf(2 * order + 2, np.inf), np.full(6, np.inf))
    assert np.array_equal(bessel.log_iv(order, np.inf), np.full(6, np.inf))
    assert bessel.log_sphere_mgf_scaled(1, np.inf) == -math.log(2)
    assert bessel.log_sphere_mgf_scaled(2, np.inf) == -np.inf


@pytest.mark.parametrize(("dim", "concentration"), [(512, 10), (768, 10), (1024, 20), (1024, 100)])
def test_where_scipys_scaled_bessel_function_underflows(dim, concentration):
    scipy_special = pytest.importorskip("scipy.special")
    order = dim / 2 - 1
    with np.errstate(divide="ignore"):
        assert np.log(scipy_special.ive(order, concentration)) == -np.inf  # the trap this module is for
    for name in GOALS:
        value = float(getattr(bessel, name)(first_argument(name, order), concentration))
        assert math.isfinite(value)
        assert error(name, value, order, concentration) <= GOALS[name]


NAMES = [*GOALS, "log_sphere_mgf_scaled"]


@pytest.mark.parametrize("name", NAMES)
def test_domain_errors_are_nan_with_a_warning(name):
    function = getattr(bessel, name)
    shift = 2 if name.startswith("log_sphere") else 0
    below = 1 - 1e-9 if shift else -0.5 - 1e-9
    for bad in [(below, 1.0), (3.0, -1e-300), (3.0, -np.inf), (np.inf, 1.0), (np.inf, np.inf), (-np.inf, 1.0)]:
        with pytest.warns(bessel.BesselDomainWarning, match="1 points outside"):
            assert math.isnan(function(*bad))
    with pytest.warns(bessel.BesselDomainWarning, match="2 points outside"):
        values = function([3.0, below, 3.0], [1.0, 1.0, -1.0])
    assert np.array_equal(np.isnan(values), [False, True, True])


@pytest.mark.parametrize("name", NAMES)
def test_nan_passes_silently(name):
    function = getattr(bessel, name)
    assert np.isnan(function([np.nan, 3.0, np.nan], [1.0, np.nan, np.nan])).all()


@pytest.mark.parametrize("name", [*NAMES, "inverse_iv_ratio"])
@pytest.mark.parametrize("bad", ["1", None, 1j, True, np.array([True]), [object()], np.longdouble(1)])
def test_wrong_types_raise(name, bad):
    function = getattr(bessel, name)
    with pytest.raises(TypeError, match="must be real numbers"):
        function(bad, 0.5)
    with pytest.raises(TypeError, match="must be real numbers"):
        function(3, bad)


def test_shapes_broadcast_and_scalars_stay_scalars():
    order, x = np.arange(5.0)[:, None], np.linspace(0.1, 9, 7)
    table = bessel.iv_ratio(order, x)
    assert table.shape == (5, 7)
    assert table[3, 2] == bessel.iv_ratio(3, x[2])
    assert isinstance(bessel.log_iv(2, 3), np.float64)
    assert bessel.log_iv(np.ones((0, 3)), 1.0).shape == (0, 3)
    assert bessel.iv_ratio(np.float32(2), np.int8(3)) == bessel.iv_ratio(2.0, 3.0)
    with pytest.raises(ValueError, match="broadcast"):
        bessel.iv_ratio(np.ones(2), np.ones(3))


@pytest.mark.parametrize("name", NAMES)
def test_large_strided_and_mixed_arrays_equal_pointwise_values(name):
    rng = np.random.default_rng(8)
    order = rng.choice([1.0, 3.5, 20.0, 383.0, 1e5], 300_000)[::2]
    x = log_uniform(rng, 1e-3, 1e6, 300_000)[::2]
    x[::1000] = 0.0
    function = getattr(bessel, name)
    values = function(first_argument(name, order), x)
    # Neighbours in a block may use more terms than a point needs: equal to rounding, not bit for bit.
    for i in rng.integers(0, x.size, 200):
        alone = function(first_argument(name, order[i]), x[i])
        scale = 1 + order[i] * (1 + abs(math.log(max(x[i], 1e-3) / 2))) + x[i] if name == "log_iv" else abs(alone)
        assert values[i] == alone or abs(values[i] - alone) <= 8 * ULP * scale


def test_one_compilation_serves_every_layout_of_arrays():
    from modgap.numerics.bessel import _kernels as _bessel_kernels

    bessel.iv_ratio(1.0, 2.0)
    compiled = len(_bessel_kernels.evaluate.signatures)
    frozen = np.linspace(0.0, 5.0, 12)
    frozen.flags.writeable = False
    for x in (frozen, frozen[::3], frozen.reshape(3, 4).T, np.asfortranarray(frozen.reshape(3, 4)), frozen[:1]):
        bessel.iv_ratio(np.broadcast_to(2.0, x.shape), x)
        bessel.iv_ratio(2, x)
    assert len(_bessel_kernels.evaluate.signatures) == compiled


def test_compiled_code_on_disk_is_renewed_when_any_source_changes():
    from modgap.numerics.bessel import _jit
    from modgap.numerics.bessel import _kernels as _bessel_kernels

    assert _bessel_kernels.evaluate._cache._cache_file._source_stamp == _jit._sources_digest()


def test_arguments_are_not_changed():
    x = np.linspace(0, 5, 9)
    kept = x.copy()
    bessel.log_iv(1.0, x)
    bessel.inverse_iv_ratio(1.0, x / 6)
    assert np.array_equal(x, kept)


def _in_child(queue):
    queue.put(float(bessel.log_iv(383.0, np.linspace(1, 9, 300_000)).sum()))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the platform cannot fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_threads_survive_a_fork():
    expected = float(bessel.log_iv(383.0, np.linspace(1, 9, 300_000)).sum())
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=_in_child, args=(queue,))
    child.start()
    assert queue.get(timeout=60) == expected
    child.join()


def test_importing_costs_no_compiler():
    code = "import sys; import modgap.numerics.bessel; assert not {'numba', 'torch'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("name", "order", "x", "goal"),
    [
        ("iv_ratio_derivative", -0.5 + 2.0**-54, 40.0001, 4),
        ("iv_ratio_complement", -0.5 + 2.0**-54, 40.0001, 4),
        ("log_sphere_mgf_scaled", (1.0000000000000004 - 2) / 2, 39.88007328723779, 5),
        ("log_sphere_mgf_scaled", 0.5e200 - 1, 1e-150, 4),
    ],
)
def test_ends_of_the_domain(name, order, x, goal):
    value = getattr(bessel, name)(first_argument(name, order), x)
    assert error(name, float(value), order, x) <= goal


@pytest.mark.parametrize(("order", "x"), [(1.7e308, 1.7e308), (1.7e308, 1e308), (1e308, 1.5e308), (3.0, 1.7e308)])
def test_log_iv_at_the_largest_numbers(order, x):
    """Debye's leading term; the rest is beyond double precision."""
    with ctx.workprec(200):
        v, z = arb(order), arb(x)
        s = (v * v + z * z).sqrt()
        exact = s + v * (z / (v + s)).log()
        assert abs(arb(float(bessel.log_iv(order, x))) - exact) <= 4 * ULP * (v + z)


def test_ends_of_the_domain_in_digits():
    assert bessel.log_iv(1.7e308, 1.7e308) == pytest.approx(9.058e307, rel=1e-3)
    assert bessel.log_sphere_mgf_scaled(1e200, 1e-150) == -1e-150


@pytest.mark.parametrize("seed", range(2))
def test_scaled_at_dimensions_below_two(seed):
    rng = np.random.default_rng(seed)
    order, x = -0.5 + log_uniform(rng, 1e-16, 0.5, 200), log_uniform(rng, 1e-3, 1e3, 200)
    got, where = worst("log_sphere_mgf_scaled", order, x)
    assert got <= 5, where


DAMAGE = [(suffix, length) for suffix in ("nbi", "nbc") for length in (0, 10, -20)]


# Each compiles anew: two of them by default.
@pytest.mark.parametrize(
    ("suffix", "length"), [pytest.param(*d, marks=[] if d[1] == -20 else [pytest.mark.slow]) for d in DAMAGE]
)
def test_a_damaged_file_of_the_compilers_cache_is_as_none(suffix, length, tmp_path):
    """The process that a cut left with half a file compiles again, and writes the file anew."""
    (tmp_path / "sums.py").write_text(
        "from modgap.numerics.bessel._jit import kernel\n\n\n@kernel\ndef total(x):\n    return x.sum()\n"
    )
    code = "import numpy as np, sums; assert sums.total(np.ones(3)) == 3"
    run = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{os.getcwd()}", "NUMBA_CACHE_DIR": str(tmp_path)}
    subprocess.run(run, check=True, env=environment)
    (damaged,) = tmp_path.rglob(f"*.{suffix}")
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:length])
    subprocess.run(run, check=True, env=environment)
    assert len(damaged.read_bytes()) > len(whole) // 2
