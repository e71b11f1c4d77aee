"""`numerics.torch_bessel`: values, derivatives to second order, dtypes and devices."""

import math

import numpy as np
import pytest
import torch

from modgap.numerics.bessel import _differentiable_kernels as _torch_bessel_kernels
from modgap.numerics.bessel import differentiable as torch_bessel
from modgap.numerics.bessel import functions as bessel

ULP, ULP32 = 2.0**-52, 2.0**-23
NAMES = ["iv_ratio", "iv_ratio_complement", "iv_ratio_derivative", "log_iv", "log_sphere_mgf", "log_sphere_mgf_scaled"]
ORDERS = [-0.5, -0.3, 0.0, 0.5, 3.0, 31.0, 383.0]
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def first_argument(name, order):
    return 2 * order + 2 if name.startswith("log_sphere") else order


def points(**options):
    return torch.tensor([1e-2, 0.3, 2.0, 15.0, 50.0, 800.0], dtype=torch.float64, **options)


def bind(name, order):
    return lambda x: getattr(torch_bessel, name)(first_argument(name, order), x)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("order", ORDERS)
def test_first_and_second_derivatives_by_finite_differences(name, order):
    x = points(requires_grad=True)
    assert torch.autograd.gradcheck(bind(name, order), x, eps=1e-7, atol=1e-6, rtol=1e-5)
    assert torch.autograd.gradgradcheck(bind(name, order), x, eps=1e-7, atol=1e-6, rtol=1e-5)


@pytest.mark.parametrize("order", [-0.5, 0.0, 3.0, 383.0])
def test_inverse_derivatives_by_finite_differences(order):
    r = torch.tensor([0.01, 0.3, 0.9], dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(lambda r: torch_bessel.inverse_iv_ratio(order, r), r, eps=1e-8, rtol=1e-4)
    assert torch.autograd.gradgradcheck(lambda r: torch_bessel.inverse_iv_ratio(order, r), r, eps=1e-8, rtol=1e-3)


def derivatives(function, x):
    x = x.clone().requires_grad_()
    (first,) = torch.autograd.grad(function(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return first.detach().numpy(), second.numpy()


@pytest.mark.parametrize("order", [-0.5, 0.0, 0.5, 31.0, 383.0, 1e6])
def test_derivatives_are_the_closed_forms(order):
    x = torch.logspace(-3, 6, 40, dtype=torch.float64)
    z = x.numpy()
    ratio, slope = bessel.iv_ratio(order, z), bessel.iv_ratio_derivative(order, z)
    first, second = derivatives(bind("log_sphere_mgf", order), x)
    assert np.array_equal(first, ratio)
    assert np.array_equal(second, slope)
    first, second = derivatives(bind("log_sphere_mgf_scaled", order), x)
    assert np.array_equal(first, -bessel.iv_ratio_complement(order, z))
    assert np.array_equal(second, slope)
    first, second = derivatives(bind("log_iv", order), x)
    np.testing.assert_allclose(first, ratio + order / z, rtol=4 * ULP)
    np.testing.assert_allclose(second, slope - order / z**2, rtol=8 * ULP, atol=8 * ULP * abs(order / z**2).max())
    first, second = derivatives(bind("iv_ratio", order), x)
    assert np.array_equal(first, slope)
    riccati = -2 * ratio * slope - (2 * order + 1) * (slope / z - ratio / z**2)
    np.testing.assert_allclose(second, riccati, atol=1e-13 * (1 + (2 * abs(order) + 1) * (ratio / z**2)).max())


@pytest.mark.parametrize("order", [0.0, 3.0, 383.0])
def test_second_derivative_of_the_ratio_keeps_its_digits_at_large_argument(order):
    x = torch.tensor([1e3, 1e5], dtype=torch.float64)
    _, second = derivatives(bind("iv_ratio", order), x)
    step = 1e-5 * x.numpy()
    around = bessel.iv_ratio_derivative(order, x.numpy() + step) - bessel.iv_ratio_derivative(order, x.numpy() - step)
    np.testing.assert_allclose(second, around / (2 * step), rtol=1e-7)


def test_derivatives_at_zero():
    zero = torch.zeros(1, dtype=torch.float64)
    for order in (0.0, 3.0):
        first, second = derivatives(bind("log_sphere_mgf", order), zero)
        assert (first, second) == (0.0, 1 / (2 * order + 2))
        first, second = derivatives(bind("iv_ratio", order), zero)
        assert (first, second) == (1 / (2 * order + 2), 0.0)
    assert derivatives(bind("log_iv", 0.0), zero) == (0.0, 0.5)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_values_are_those_of_numpy_rounded_once(name, dtype):
    rng = np.random.default_rng(0)
    x = torch.tensor(np.exp(rng.uniform(-8, 12, 300)), dtype=dtype)
    for order in (-0.5, 0.0, 7.5, 383.0, 1e5):
        result = bind(name, order)(x)
        expected = getattr(bessel, name)(first_argument(name, order), x.double().numpy())
        assert result.dtype == dtype
        assert torch.equal(result, torch.from_numpy(expected).to(dtype))


def tower(function, x, depth):
    """The function and its derivatives up to an order."""
    found = [function(x)]
    for _ in range(depth):
        found.append(torch.autograd.grad(found[-1].sum(), x, create_graph=True)[0])
    return [value.detach().numpy() for value in found]


@pytest.mark.parametrize("name", NAMES)
def test_float32_is_float64_rounded_through_three_derivatives(name):
    x = torch.cat([torch.logspace(-37, 8, 150), torch.tensor([100.0, 1e4])]).to(torch.float32)
    for order in (0.0, 0.5, 31.0, 255.0, 2047.0):
        function = bind(name, order)
        narrow = tower(function, x.requires_grad_(), 3)
        wide = tower(function, x.detach().double().requires_grad_(), 3)
        for got, true in zip(narrow, wide, strict=True):
            normal = (abs(true) > 2.0**-126) & (abs(true) < 3e38)
            assert (abs(got[normal] - true[normal]) / abs(true[normal])).max() <= ULP32


def test_derivatives_of_log_mgf_at_zero_to_the_fifth():
    """1/h at the second, -6/(h²(h+2)) at the fourth: E e^{xu} = 1 + x²/(2h) + 3x⁴/(24 h(h+2)) + ..."""
    h = 512
    x = torch.zeros((), dtype=torch.float64, requires_grad=True)
    found = tower(lambda x: torch_bessel.log_sphere_mgf(h, x), x, 5)
    assert found[:4] == [0.0, 0.0, 1 / h, 0.0]
    assert found[4] == pytest.approx(-6 / (h**2 * (h + 2)), rel=1e-15)
    assert found[5] == 0.0


def test_the_sixth_derivative_is_refused_not_wrong():
    x = torch.ones((), dtype=torch.float64, requires_grad=True)
    value = torch_bessel.log_sphere_mgf(8, x)
    for _ in range(5):
        (value,) = torch.autograd.grad(value, x, create_graph=True)
    with pytest.raises(NotImplementedError, match=r"derivatives of the ratio .* up to the fourth"):
        torch.autograd.grad(value, x)


# Second derivatives of the ratio from the Riccati equation in Arb at 900 bits.
SECOND = [
    (2047.0, 100.0, -8.69235221e-09),
    (255.0, 1e4, -4.91499242e-10),
    (255.0, 1e8, -5.10998049e-22),
    (255.0, 1e12, -5.11e-34),
    (255.0, 1e16, -5.11e-46),
    (255.0, 1e-37, -4.45295401e-45),
]


@pytest.mark.parametrize(("order", "x", "rounded"), SECOND)
def test_second_derivative_of_the_ratio_against_balls(order, x, rounded):
    from tests.numerics.bessel.test_higher import exact

    for dtype, rel in ((torch.float64, 6 * ULP), (torch.float32, ULP32)):
        z = torch.tensor(x, dtype=dtype, requires_grad=True)
        (slope,) = torch.autograd.grad(torch_bessel.iv_ratio_derivative(order, z), z)
        true = float(exact(order, float(z.detach()))[1])
        assert true == pytest.approx(rounded, rel=1e-8 if dtype == torch.float64 else 1e-6)
        assert float(slope) == pytest.approx(true, rel=rel, abs=2.0**-149 if dtype == torch.float32 else 0)


@pytest.mark.parametrize("x", [0.0, 1e-300, 1e-160, 1e-155, 1e-20, 1e-9])
def test_higher_derivatives_of_the_ratio_at_tiny_arguments(x):
    """A‴ = -6/(h²(h+2)) and A⁗ = 240 x/(h³ (h+2) (h+4)) to leading order."""
    h = 8
    z = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    found = tower(lambda z: torch_bessel.iv_ratio_derivative(h / 2 - 1, z), z, 3)
    assert found[2] == pytest.approx(-6 / (h**2 * (h + 2)), rel=1e-15)
    assert found[3] == pytest.approx(240 * x / (h**3 * (h + 2) * (h + 4)), rel=1e-14)


# torch itself warns of its own script compiler, which forward mode loads.
@pytest.mark.filterwarnings("ignore:.torch.jit.script:DeprecationWarning")
@pytest.mark.parametrize("name", [*NAMES, "inverse_iv_ratio"])
def test_function_transforms(name):
    order = 3.0
    points = torch.tensor([0.1, 0.5, 0.9], dtype=torch.float64)
    function = bind(name, order)
    leaf = points.clone().requires_grad_()
    (expected,) = torch.autograd.grad(function(leaf).sum(), leaf)
    assert torch.equal(torch.func.vmap(function)(points), function(points))
    assert torch.equal(torch.func.vmap(torch.func.grad(function))(points), expected)
    value, slope = torch.func.jvp(function, (points,), (torch.ones_like(points),))
    assert torch.equal(value, function(points))
    assert torch.equal(slope, expected)
    assert function(points.to("meta")).shape == points.shape


def test_vmap_over_the_order():
    orders, x = torch.tensor([0.0, 1.0, 7.5], dtype=torch.float64), torch.tensor([[0.5], [3.0]], dtype=torch.float64)
    found = torch.func.vmap(lambda order: torch_bessel.iv_ratio(order, x))(orders)
    assert torch.equal(found, torch_bessel.iv_ratio(orders[:, None, None], x))
    found = torch.func.vmap(torch_bessel.iv_ratio, in_dims=(0, 1))(orders[:1], x)
    assert torch.equal(found, torch_bessel.iv_ratio(orders[:1], x).T)


@pytest.mark.gpu
@pytest.mark.parametrize("name", NAMES)
def test_device_kernels_agree_with_the_compiled_ones(name):
    rng = np.random.default_rng(1)
    size = 2000
    order = np.concatenate(
        [np.exp(rng.uniform(-5, 14, size)), rng.integers(0, 60, size) / 2, rng.uniform(-0.5, 0, 20), [0.0, 3.0, 1e160]]
    )
    x = np.concatenate([np.exp(rng.uniform(-18, 23, size)), np.exp(rng.uniform(-3, 5, size)), rng.uniform(0, 80, 20)])
    x = np.concatenate([x, [0.0, np.inf, 1e155]])
    kind = NAMES.index(name)
    first = first_argument(name, order)
    values, bad = _torch_bessel_kernels.evaluate(
        kind, torch.tensor(first, device=DEVICE), torch.tensor(x, device=DEVICE)
    )
    expected = getattr(bessel, name)(first, x)
    assert bad == 0
    assert values.device.type == DEVICE
    got = values.cpu().numpy()
    infinite = np.isinf(expected)
    assert np.array_equal(got[infinite], expected[infinite])
    scale = abs(expected)
    if name == "log_iv":
        with np.errstate(divide="ignore", invalid="ignore"):
            scale = 1 + order + abs(order * np.log(x / 2)) + x
    usual = ~infinite & (scale > 0)
    assert (abs(got[usual] - expected[usual]) / scale[usual]).max() <= 8 * ULP


_KIND_ORDER = ["_RATIO", "_COMPLEMENT", "_DERIVATIVE", "_LOG", "_MGF", "_SCALED"]


def test_names_are_listed_in_the_order_of_the_kinds():
    assert [getattr(bessel, kind) for kind in _KIND_ORDER] == list(range(len(NAMES)))


@pytest.mark.gpu
def test_on_the_device_with_gradients():
    x = torch.linspace(0.1, 900.0, 50, dtype=torch.float32, device=DEVICE, requires_grad=True)
    torch_bessel.log_sphere_mgf(768, x).sum().backward()
    assert x.grad.device.type == DEVICE
    np.testing.assert_allclose(x.grad.cpu(), bessel.iv_ratio(383, x.detach().cpu().numpy()), rtol=4 * ULP32)
    r = torch.tensor([0.0, 0.5, 1.0], dtype=torch.float64, device=DEVICE)
    assert torch_bessel.inverse_iv_ratio(383, r).tolist() == [0.0, bessel.inverse_iv_ratio(383, 0.5), math.inf]


def test_orders_broadcast_and_promote():
    x = torch.linspace(1, 5, 3)
    table = torch_bessel.iv_ratio(torch.tensor([[1.0], [2.0]]), x)
    assert table.shape == (2, 3)
    assert table.dtype == torch.float32
    assert torch_bessel.iv_ratio(torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64), x).dtype == torch.float64
    grown = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    torch_bessel.iv_ratio(torch.arange(4), grown).sum().backward()
    for order in (3, 3.0, np.int64(3), np.float64(3), np.float32(3), torch.tensor(3)):
        assert torch.equal(torch_bessel.iv_ratio(order, x), torch_bessel.iv_ratio(3.0, x))
    assert grown.grad == pytest.approx(sum(bessel.iv_ratio_derivative(k, 2.0) for k in range(4)), rel=1e-15)


def test_bad_input():
    x = torch.ones(2, dtype=torch.float64)
    with pytest.raises(TypeError, match="must be a float32 or float64 tensor"):
        torch_bessel.iv_ratio(1, torch.ones(2, dtype=torch.int64))
    with pytest.raises(TypeError, match="must be a float32 or float64 tensor"):
        torch_bessel.iv_ratio(1, 2.0)
    with pytest.raises(TypeError, match="order must be"):
        torch_bessel.iv_ratio("1", x)
    with pytest.raises(TypeError, match="order must be real"):
        torch_bessel.iv_ratio(torch.tensor(1j), x)
    with pytest.raises(ValueError, match="not differentiable"):
        torch_bessel.iv_ratio(torch.tensor(1.0, requires_grad=True), x)
    with pytest.warns(bessel.BesselDomainWarning, match="1 points outside"):
        assert torch.isnan(torch_bessel.log_iv(-1.0, x[:1])).all()


@pytest.mark.gpu
def test_domain_errors_on_the_device():
    order = torch.tensor([-1.0, 2.0, 2.0], dtype=torch.float64, device=DEVICE)
    values, bad = _torch_bessel_kernels.evaluate(0, order, torch.tensor([1.0, -1.0, 1.0], device=DEVICE).double())
    assert bad == 2
    assert torch.isnan(values).tolist() == [True, True, False]
