"""The loss against a naive oracle, exact values, and what it must refuse."""

import mpmath
import numpy as np
import pytest
import torch
from torch.nn import functional

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive import loss
from modgap.numerics.contrastive.loss import mcl_loss, population_loss, theorem1_bound

TEMPERATURES = [10.0, 1.0, 0.07, 1e-2, 1e-4]


def unit(n, dim, seed, dtype=torch.float64):
    rows = torch.randn(n, dim, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return functional.normalize(rows, dim=1).to(dtype)


def naive(x, y, temperature):
    logits = x @ y.T / temperature
    pairs = torch.arange(len(x))
    return functional.cross_entropy(logits, pairs) + functional.cross_entropy(logits.T, pairs)


def value_and_gradients(function, x, y, temperature):
    leaves = [leaf.detach().clone().requires_grad_() for leaf in (x, y, torch.as_tensor(temperature, dtype=x.dtype))]
    value = function(*leaves)
    return value.detach(), torch.autograd.grad(value, leaves)


@pytest.fixture(params=[1, 4, 7, 64])
def tile(request, monkeypatch):
    """Small tiles, so that a small N crosses many of them, with a ragged last one."""
    monkeypatch.setattr(loss, "TILE", request.param)


@pytest.mark.usefixtures("tile")
@pytest.mark.parametrize("temperature", TEMPERATURES)
def test_equals_naive_value_and_gradients(temperature):
    x, y = unit(23, 5, 0), unit(23, 5, 1)
    value, gradients = value_and_gradients(mcl_loss, x, y, temperature)
    expected, expected_gradients = value_and_gradients(naive, x, y, temperature)
    torch.testing.assert_close(value, expected, rtol=1e-13, atol=0)
    for gradient, other in zip(gradients, expected_gradients, strict=True):
        assert (gradient - other).abs().max() <= 1e-12 * other.abs().max()


@pytest.mark.usefixtures("tile")
def test_gradcheck():
    x, y = unit(6, 3, 2).requires_grad_(), unit(6, 3, 3).requires_grad_()
    temperature = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
    weights = [0.1, 0.3, 0.0, 0.2, 0.25, 0.15]

    def on_sphere(function):
        return lambda a, b, t: function(functional.normalize(a, dim=1), functional.normalize(b, dim=1), t)

    assert torch.autograd.gradcheck(on_sphere(mcl_loss), (x, y, temperature))
    assert torch.autograd.gradcheck(on_sphere(lambda a, b, t: population_loss(a, b, t, weights)), (x, y, temperature))


@pytest.mark.parametrize("temperature", [1.0, 0.07, 1e-2, 1e-4])
@pytest.mark.parametrize("aligned", [True, False])
def test_float32_stays_within_rounding_of_float64(temperature, aligned):
    """The logits' rounding is an ulp or two of 1/τ; the loss may not be farther from the truth than that."""
    x = unit(300, 64, 4, torch.float32)
    y = x.clone() if aligned else unit(300, 64, 5, torch.float32)
    value, (grad_x, _, _) = value_and_gradients(mcl_loss, x, y, temperature)
    exact, (exact_x, _, _) = value_and_gradients(naive, x.double(), y.double(), temperature)
    assert value.dtype == grad_x.dtype == torch.float32
    ulps = 4 * torch.finfo(torch.float32).eps / temperature
    assert abs(value.double() - exact) <= ulps + 1e-5 * abs(exact)
    assert (grad_x.double() - exact_x).abs().max() <= (ulps + 1e-5) * max(1 / temperature / len(x), exact_x.abs().max())


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_is_accumulated_in_float32(dtype):
    x, y = functional.normalize(unit(200, 32, 6).to(dtype), dim=1), unit(200, 32, 7, dtype)
    value, gradients = value_and_gradients(mcl_loss, x, y, 0.05)
    exact, expected = value_and_gradients(naive, x.double(), y.double(), torch.as_tensor(0.05, dtype=dtype).double())
    assert value.dtype == torch.float32
    assert abs(value - exact) < 1e-4
    for gradient, other in zip(gradients, expected, strict=True):
        assert gradient.dtype == dtype
        assert (gradient.double() - other).abs().max() <= torch.finfo(dtype).eps * other.abs().max()


def test_autocast_does_not_lower_the_precision():
    x, y = unit(50, 16, 8, torch.float32), unit(50, 16, 9, torch.float32)
    outside, gradients = value_and_gradients(mcl_loss, x, y, 0.01)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        inside, others = value_and_gradients(mcl_loss, x, y, 0.01)
    assert inside == outside
    assert all(torch.equal(a, b) for a, b in zip(gradients, others, strict=True))


def test_one_pair_costs_nothing():
    x, y = unit(1, 4, 10), unit(1, 4, 11)
    value, gradients = value_and_gradients(mcl_loss, x, y, 0.01)
    assert value == 0
    assert all((gradient == 0).all() for gradient in gradients)


@pytest.mark.parametrize("n", [2, 3, 10, 101])
@pytest.mark.parametrize("beta", [0.1, 1.0, 10.0, 100.0, 1e4])
def test_aligned_circle_against_mpmath(n, beta):
    """x_i = y_i equally spaced on the circle: L_N - 2 log N = 2[-β + log(Σ_j e^{β cos 2πj/N} / N)]."""
    angles = 2 * np.pi * np.arange(n) / n
    circle = torch.from_numpy(np.column_stack([np.cos(angles), np.sin(angles)]))
    with mpmath.workdps(40):
        mean = mpmath.fsum(mpmath.exp(beta * (mpmath.cos(2 * mpmath.pi * j / n) - 1)) for j in range(n)) / n
        exact = float(2 * mpmath.log(mean))
    assert float(population_loss(circle, circle, 1 / beta)) == pytest.approx(exact, rel=1e-13, abs=1e-13 * beta)
    assert float(mcl_loss(circle, circle, 1 / beta)) == pytest.approx(
        exact + 2 * np.log(n), rel=1e-12, abs=1e-13 * beta
    )


@pytest.mark.parametrize(("dtype", "rel"), [(torch.float64, 1e-14), (torch.float32, 4e-6)])
@pytest.mark.parametrize("beta", [1.0, 20.0, 30.0, 37.5, 60.0, 80.0, 300.0, 700.0])
def test_small_loss_keeps_its_digits(beta, dtype, rel):
    """Two orthogonal aligned pairs: loss 2 log(1 + e^{-β}), pulls -βq and 2β²q with q = 1/(1 + e^β)."""
    if dtype == torch.float32 and beta > 80:
        return  # below the smallest float32 number: see the test of underflow
    x, tau = torch.eye(2, dtype=dtype), torch.tensor(1 / beta, dtype=dtype)
    value, (grad_x, _, grad_temperature) = value_and_gradients(mcl_loss, x, x, tau)
    beta = float(1 / tau)
    q = 1 / (1 + np.exp(beta))
    assert float(value) == pytest.approx(2 * np.log1p(np.exp(-beta)), rel=rel, abs=0)
    assert float(grad_temperature) == pytest.approx(2 * beta**2 * q, rel=rel, abs=0)
    assert float(grad_x[0, 0]) == pytest.approx(-beta * q, rel=rel, abs=0)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_six_orthogonal_pairs_at_a_softmax_near_one(dtype):
    """Loss 2 log(1 + 5 e^{-20}); reference values by mpmath at 40 digits."""
    x, tau = torch.eye(6, dtype=dtype), torch.tensor(0.05, dtype=dtype)
    value, (grad_x, _, grad_temperature) = value_and_gradients(mcl_loss, x, x, tau)
    rel = 1e-14 if dtype == torch.float64 else 5e-7
    assert float(value) == pytest.approx(2.0611536118176707e-08, rel=rel)
    assert float(grad_x[0, 0]) == pytest.approx(-6.8705120039892831e-08, rel=rel)
    assert float(grad_temperature) == pytest.approx(8.2446144047871397e-06, rel=rel)


def exact_loss(x, y, beta, mass=None):
    """Loss and derivatives by mpmath, each with the sum of the sizes of its terms: of x's rows, and of 1/β."""
    n = len(x)
    w = [mpmath.mpf(1) / n] * n if mass is None else [mpmath.mpf(m) / sum(mass) for m in mass]
    m = [1] * n if mass is None else w
    xs, ys = ([[mpmath.mpf(float(v)) for v in row] for row in rows] for rows in (x, y))
    s = [[beta * mpmath.fdot(a, b) for b in ys] for a in xs]
    rows = [mpmath.fsum(m[j] * mpmath.exp(s[i][j] - s[i][i]) for j in range(n) if j != i) for i in range(n)]
    columns = [mpmath.fsum(m[i] * mpmath.exp(s[i][j] - s[j][j]) for i in range(n) if i != j) for j in range(n)]
    if mass is None:
        value = sum(w[i] * (mpmath.log1p(rows[i]) + mpmath.log1p(columns[i])) for i in range(n))
    else:
        value = sum(w[i] * (mpmath.log(m[i] + rows[i]) + mpmath.log(m[i] + columns[i])) for i in range(n))

    def pull(i, j):
        if i == j:
            return -w[i] * (rows[i] / (m[i] + rows[i]) + columns[i] / (m[i] + columns[i]))
        by_row = w[i] * m[j] * mpmath.exp(s[i][j] - s[i][i]) / (m[i] + rows[i])
        return by_row + w[j] * m[i] * mpmath.exp(s[i][j] - s[j][j]) / (m[j] + columns[j])

    p = [[pull(i, j) for j in range(n)] for i in range(n)]
    grad_x = [[beta * mpmath.fsum(p[i][j] * ys[j][k] for j in range(n)) for k in range(len(xs[0]))] for i in range(n)]
    sizes = [beta * mpmath.fsum(abs(v) for v in p[i]) for i in range(n)]
    grad_tau = -beta * mpmath.fsum(p[i][j] * s[i][j] for i in range(n) for j in range(n))
    return value, grad_x, sizes, grad_tau, beta * sum(sizes)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize(
    ("gap", "mass"),
    [(gap, None) for gap in (0.0, 1.0, 15.0, 36.0, 38.0, 80.0, 300.0, 700.0)]
    + [(gap, [0.2, 0.0, 0.5, 0.1, 0.15, 0.05]) for gap in (1.0, 38.0, 80.0, 700.0)],
)
def test_relative_errors_over_logit_gaps_against_mpmath(gap, dtype, mass, monkeypatch):
    """The errors that the docstring of `mcl_loss` states; ``gap`` is the smallest of β(x_i·y_i - x_i·y_j)."""
    monkeypatch.setattr(loss, "TILE", 4)
    if dtype == torch.float32 and gap > 80:
        return  # below the smallest float32 number: see the test of underflow
    n, h = 6, 8
    y = unit(n, h, 50)
    x = functional.normalize(y + 0.1 * unit(n, h, 51), dim=1)
    least = float(
        min((x @ y.T).diagonal()[i] - v for i, row in enumerate(x @ y.T) for j, v in enumerate(row) if i != j)
    )
    assert least > 0.1
    x, y, tau = x.to(dtype), y.to(dtype), torch.tensor(least / gap if gap else 1e4, dtype=dtype)
    if mass is None:
        value, (grad_x, _, grad_tau) = value_and_gradients(mcl_loss, x, y, tau)
    else:
        value, (grad_x, _, grad_tau) = value_and_gradients(lambda *a: population_loss(*a, mass), x, y, tau)
    with mpmath.workdps(40):
        beta = 1 / mpmath.mpf(float(tau))
        exact, exact_x, sizes, exact_tau, size = exact_loss(x, y, beta, mass)
        eps = torch.finfo(dtype).eps
        bound = float(8 * eps * (1 + beta) + eps * mpmath.sqrt(h) * beta)
        # Pairs whose gap is wider may underflow where the narrowest does not.
        gone = float(n * beta) * torch.finfo(dtype).tiny
        if mass is None:
            assert abs(float(value) - exact) <= bound * exact
            assert exact > 20 * gone / beta
        for found, row, scale in zip(grad_x.tolist(), exact_x, sizes, strict=True):
            assert mpmath.norm([a - b for a, b in zip(found, row, strict=True)]) <= bound * scale + gone
        assert abs(float(grad_tau) - exact_tau) <= bound * size


def test_underflow_is_to_zero():
    """Where e^{R} is below the smallest number of the dtype the pull is 0, not NaN."""
    for dtype, beta in ((torch.float32, 200.0), (torch.float64, 2000.0)):
        x = torch.eye(3, dtype=dtype)
        value, gradients = value_and_gradients(mcl_loss, x, x, torch.tensor(1 / beta, dtype=dtype))
        assert value == 0
        assert all((gradient == 0).all() for gradient in gradients)


@pytest.mark.usefixtures("tile")
def test_aligned_distinct_rows_cost_nothing_at_low_temperature():
    """The positive pair's logit is 0 exactly: a rounding of 1e-7 in its cosine would be a loss of 1e-3 at τ = 1e-4."""
    x = unit(30, 16, 32, torch.float32)
    value, gradients = value_and_gradients(mcl_loss, x, x, 1e-4)
    assert value == 0
    assert all((gradient == 0).all() for gradient in gradients)


@pytest.mark.parametrize("function", [mcl_loss, population_loss])
def test_invariances(function):
    x, y = unit(40, 6, 12), unit(40, 6, 13)
    value = function(x, y, 0.1)
    rotation, _ = torch.linalg.qr(unit(6, 6, 14))
    order = torch.randperm(40, generator=torch.Generator().manual_seed(15))
    torch.testing.assert_close(function(x @ rotation, y @ rotation, 0.1), value, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(function(x[order], y[order], 0.1), value, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(function(y, x, 0.1), value, rtol=1e-12, atol=1e-12)
    assert abs(function(x, y[order], 0.1) - value) > 1e-3


def test_population_loss_of_weights_is_that_of_repeated_pairs():
    x, y = unit(5, 3, 16), unit(5, 3, 17)
    counts = [1, 0, 4, 2, 3]
    repeats = torch.tensor(counts)
    repeated = population_loss(x.repeat_interleave(repeats, 0), y.repeat_interleave(repeats, 0), 0.2)
    torch.testing.assert_close(population_loss(x, y, 0.2, counts), repeated, rtol=1e-13, atol=1e-13)
    torch.testing.assert_close(population_loss(x, y, 0.2), mcl_loss(x, y, 0.2) - 2 * np.log(5), rtol=1e-13, atol=1e-13)


def test_learnable_temperature_of_shape_one():
    x, y = unit(8, 3, 18), unit(8, 3, 19)
    log_scale = torch.nn.Parameter(torch.tensor([2.0], dtype=torch.float64))
    mcl_loss(x, y, torch.exp(-log_scale)).backward()
    step = 1e-5
    ahead, behind = (naive(x, y, np.exp(-(2.0 + s))) for s in (step, -step))
    assert log_scale.grad is not None
    assert float(log_scale.grad) == pytest.approx(float(ahead - behind) / (2 * step), rel=1e-7)


def test_memory_does_not_hold_the_similarities(monkeypatch):
    """No tensor of more than a tile's or an input's entries is made, forward or backward."""
    from torch.utils._python_dispatch import TorchDispatchMode

    largest = 0

    class Watch(TorchDispatchMode):
        def __torch_dispatch__(self, function, types, args=(), kwargs=None):
            nonlocal largest
            out = function(*args, **(kwargs or {}))
            for tensor in out if isinstance(out, tuple | list) else [out]:
                if isinstance(tensor, torch.Tensor):
                    largest = max(largest, tensor.numel())
            return out

    monkeypatch.setattr(loss, "TILE", 16)
    x, y = unit(400, 8, 20).requires_grad_(), unit(400, 8, 21).requires_grad_()
    with Watch():
        mcl_loss(x, y, 0.1).backward()
    assert largest == 400 * 8


@pytest.mark.parametrize("dim", [2, 3, 8, 512, 4096])
@pytest.mark.parametrize("beta", [1e-3, 0.5, 14.3, 100.0, 1e4])
def test_theorem1_bound_against_mpmath(dim, beta):
    with mpmath.workdps(60):
        log_mgf = mpmath.log(mpmath.hyp0f1(mpmath.mpf(dim) / 2, mpmath.mpf(beta) ** 2 / 4))
        exact = float(2 * (log_mgf - mpmath.mpf(beta)))
    # 1/(1/β) need not be β: an ulp of β either way, which moves the bound by less than an ulp of its own.
    assert theorem1_bound(dim, 1 / beta) == pytest.approx(exact, rel=8 * np.finfo(float).eps, abs=0)


@pytest.mark.parametrize(
    ("dim", "temperature", "exact"),
    [(2, 1e-300, -692.6134050), (3, 1e-17, -79.673726), (4, 1e-17, -117.88), (3, 1e200, -2e-200)],
)
def test_theorem1_bound_does_not_cancel(dim, temperature, exact):
    with mpmath.workdps(60):
        beta = 1 / mpmath.mpf(temperature)
        if beta > 1:  # log M is s - ((h-1)/2) log β and a constant, to far beyond double precision
            half = mpmath.mpf(dim) / 2
            leading = mpmath.loggamma(half) + (half - 1) * mpmath.log(2) - mpmath.log(2 * mpmath.pi) / 2
            reference = float(2 * (leading - (half - mpmath.mpf(1) / 2) * mpmath.log(beta)))
        else:
            reference = float(-2 * beta)
    assert theorem1_bound(dim, temperature) == pytest.approx(reference, rel=1e-15)
    assert theorem1_bound(dim, temperature) == pytest.approx(exact, rel=1e-4)


@pytest.mark.parametrize("temperature", [5e-324, 1e-310])
def test_temperatures_without_a_reciprocal_are_refused(temperature):
    x = unit(3, 2, 22)
    for call in (lambda: mcl_loss(x, x, temperature), lambda: theorem1_bound(3, temperature)):
        with pytest.raises(InputError, match=r"^temperature: got .*; expected a finite number > 0, at least .*1/τ"):
            call()
    assert theorem1_bound(3, 1e-300) == pytest.approx(-2 * np.log(2 * 1e300), rel=1e-15)


def test_temperatures_too_small_for_the_dtype_are_refused():
    x = unit(3, 2, 22, torch.float32)
    with pytest.raises(InputError, match=r"^temperature: got 1e-40; .* at least 2.4e-38: 1/τ must be representable"):
        mcl_loss(x, x, 1e-40)
    with pytest.raises(InputError, match=r"^temperature: got 1e-30; .* at least 5.4e-20"):
        mcl_loss(x, x, torch.tensor(1e-30, requires_grad=True))
    assert mcl_loss(x, x, 1e-30) == 0


def test_theorem1_bound_broadcasts():
    bound = theorem1_bound(np.array([[2], [512]]), np.array([0.01, 0.1, 1.0]))
    assert bound.shape == (2, 3)
    assert bound[1, 0] == theorem1_bound(512, 0.01)
    assert (np.diff(bound, axis=1) > 0).all()


@pytest.mark.parametrize("bad", [0.0, -1.0, float("nan"), float("inf")])
def test_bad_temperature(bad):
    x = unit(3, 2, 22)
    for call in (
        lambda: mcl_loss(x, x, bad),
        lambda: population_loss(x, x, bad),
        lambda: theorem1_bound(2, [0.1, bad]),
    ):
        with pytest.raises(InputError, match=r"^temperature: got (0|-1|nan|inf); expected a finite number > 0"):
            call()


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.float16, torch.bfloat16])
@pytest.mark.parametrize("factor", [1.05, float("nan"), 0.0])
def test_rows_off_the_sphere_are_refused(dtype, factor):
    x, y = unit(9, 4, 23, dtype), unit(9, 4, 24, dtype)
    y[6] *= factor
    with pytest.raises(ValueError, match=r"^y: got row 6 of norm .*; expected unit rows"):
        mcl_loss(x, y, 0.1)
    with pytest.raises(ValueError, match=r"^x: got row 6 of norm"):
        mcl_loss(y, x, 0.1)


def test_rows_normalised_in_float32_may_be_widened():
    x = functional.normalize(torch.randn(500, 768, generator=torch.Generator().manual_seed(25)), dim=1).double()
    assert torch.isfinite(mcl_loss(x, x, 0.1))


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (unit(3, 2, 0), unit(4, 2, 0), r"^y: got shape \(4, 2\); expected the shape \(3, 2\) of x"),
        (unit(3, 2, 0), unit(3, 3, 0), r"^y: got shape \(3, 3\)"),
        (unit(3, 2, 0)[0], unit(3, 2, 0), r"^x: got shape \(2,\); expected \(N, h\)"),
        (torch.zeros(0, 2), torch.zeros(0, 2), r"^x: got shape \(0, 2\)"),
        (torch.eye(2, dtype=torch.int64), torch.eye(2), r"^x: got a tensor of dtype torch.int64"),
        (np.eye(2), torch.eye(2), r"^x: got ndarray; expected a torch tensor"),
    ],
)
def test_bad_embeddings(x, y, message):
    with pytest.raises(InputError, match=message):
        mcl_loss(x, y, 0.1)


@pytest.mark.parametrize("weights", [[1, 1], [1, 1, -1], [0, 0, 0], [1, np.nan, 1], [1, np.inf, 1], [[1, 1, 1]]])
def test_bad_weights(weights):
    with pytest.raises(InputError, match=r"^weights: got"):
        population_loss(unit(3, 2, 26), unit(3, 2, 27), 0.1, weights)


@pytest.mark.parametrize("dim", [0, 2.5, -1, [3, 0], "8"])
def test_bad_dim(dim):
    with pytest.raises(InputError, match=r"^dim: got .*; expected integers >= 1"):
        theorem1_bound(dim, 0.1)


def test_temperature_of_many_elements_is_refused():
    with pytest.raises(InputError, match=r"^temperature: got a tensor of shape \(2,\)"):
        mcl_loss(unit(2, 2, 28), unit(2, 2, 29), torch.tensor([0.1, 0.2]))


def test_second_derivatives_are_refused_not_wrong():
    x = unit(4, 3, 30).requires_grad_()
    with pytest.raises(RuntimeError, match="differentiable once"):
        torch.autograd.grad(mcl_loss(x, unit(4, 3, 31), 0.1), x, create_graph=True)


@pytest.mark.usefixtures("tile")
@pytest.mark.parametrize("temperature", [0.3, torch.tensor([[0.3], [0.05]], dtype=torch.float64)])
def test_a_batch_of_problems_is_each_of_them(temperature):
    """Leading axes are independent problems, each with a temperature of its own if one likes."""
    x, y = (unit(2 * 3 * 11, 4, seed).reshape(2, 3, 11, 4) for seed in (40, 41))
    leaves = [x.clone().requires_grad_(), y.clone().requires_grad_()]
    values = mcl_loss(*leaves, temperature)
    assert values.shape == (2, 3)
    gradients = torch.autograd.grad((values * torch.arange(1, 7).reshape(2, 3)).sum(), leaves)
    for k in range(6):
        a, b = divmod(k, 3)
        tau = temperature if isinstance(temperature, float) else temperature[a, 0]
        value, expected = value_and_gradients(naive, x[a, b], y[a, b], tau)
        torch.testing.assert_close(values[a, b].detach(), value, rtol=1e-13, atol=0)
        for gradient, other in zip(gradients, expected[:2], strict=True):
            torch.testing.assert_close(gradient[a, b], (k + 1) * other, rtol=1e-11, atol=1e-13 * (k + 1))


def test_temperature_gradient_of_a_batch():
    x, y = unit(20, 3, 42).reshape(2, 10, 3), unit(20, 3, 43).reshape(2, 10, 3)
    tau = torch.tensor([0.2, 0.5], dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(mcl_loss(x, y, tau).sum(), tau)
    for k in range(2):
        _, (_, _, expected) = value_and_gradients(naive, x[k], y[k], tau[k].detach())
        assert float(gradient[k]) == pytest.approx(float(expected), rel=1e-12)


@pytest.mark.parametrize("temperature", [torch.tensor([0.1, 0.2, 0.3]), torch.tensor([[0.1], [0.2]])])
def test_temperatures_must_match_the_problems(temperature):
    x = unit(8, 2, 44).reshape(2, 4, 2)
    with pytest.raises(InputError, match=r"^temperature: got a tensor of shape"):
        mcl_loss(x, x, temperature)


@pytest.mark.parametrize("n", [1, 2, 3, 5])
@pytest.mark.parametrize("temperature", [1e-3, 0.1, 1.0, 10.0])
def test_simplex_reaches_its_bound(n, temperature):
    corners = torch.eye(n, dtype=torch.float64) - 1 / n
    corners = functional.normalize(corners, dim=1) if n > 1 else torch.ones(1, 1, dtype=torch.float64)
    value = float(population_loss(corners, corners, temperature))
    assert value == pytest.approx(loss.simplex_bound(n, temperature), rel=1e-12, abs=1e-13)


@pytest.mark.parametrize("n", [2, 5, 40])
@pytest.mark.parametrize("temperature", [1e-2, 0.3, 5.0])
def test_no_configuration_is_below_the_simplex_bound(n, temperature):
    for seed in range(20):
        y = unit(n, 3, seed)
        x = functional.normalize(y + 0.1 * seed * unit(n, 3, seed + 100), dim=1)
        assert float(population_loss(x, y, temperature)) >= loss.simplex_bound(n, temperature) - 1e-12 / temperature


def test_simplex_bound_refuses_bad_input():
    with pytest.raises(InputError, match=r"^pairs: got 0; expected an integer >= 1"):
        loss.simplex_bound(0, 0.1)
    with pytest.raises(InputError, match=r"^temperature: got -1"):
        loss.simplex_bound(3, -1.0)
