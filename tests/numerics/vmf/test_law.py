"""The von Mises–Fisher distribution: against SciPy where SciPy works, exact values, moments, and goodness of fit."""

import math

import numpy as np
import pytest
import scipy.integrate
import scipy.stats
import torch
from flint import arb, ctx

from modgap.numerics.bessel import functions as bessel
from modgap.numerics.checks import InputError
from modgap.numerics.vmf import _sampling as _vmf_sampling
from modgap.numerics.vmf.law import VonMisesFisher
from modgap.theory.balls import bessel as balls

ULP = 2.0**-52


def direction(dim, seed=0):
    c = np.random.default_rng([seed, dim]).standard_normal(dim)
    return c / np.linalg.norm(c)


@pytest.mark.parametrize(("dim", "concentration"), [(2, 0.5), (3, 2.0), (5, 10.0), (20, 40.0), (50, 300.0)])
def test_agrees_with_scipy_where_scipy_works(dim, concentration):
    c = direction(dim)
    ours, theirs = VonMisesFisher(c, concentration), scipy.stats.vonmises_fisher(c, concentration)
    x = ours.sample(50, seed=1)
    np.testing.assert_allclose(ours.log_density(x), theirs.logpdf(x), rtol=1e-12, atol=1e-11)
    assert ours.entropy() == pytest.approx(theirs.entropy(), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize(("dim", "concentration"), [(512, 10), (768, 10), (1024, 20), (1024, 100)])
def test_where_scipys_distribution_breaks(dim, concentration):
    c = np.eye(dim)[0]
    with np.errstate(all="ignore"):
        theirs = scipy.stats.vonmises_fisher(c, concentration)
        assert theirs.logpdf(c) == np.inf
        assert math.isnan(theirs.entropy())
    ours = VonMisesFisher(c, concentration)
    with ctx.workprec(200):
        area = arb(2).log() + arb(dim) / 2 * arb.pi().log() - (arb(dim) / 2).lgamma()
        log_m = balls.log_sphere_mgf(dim, concentration)
        density = float(concentration - log_m - area)
        entropy = float(area + log_m - concentration * balls.iv_ratio(dim / 2 - 1, concentration))
    assert ours.log_density(c) == pytest.approx(density, rel=1e-14)
    assert ours.entropy() == pytest.approx(entropy, rel=1e-14)


@pytest.mark.parametrize("dim", [2, 3, 8])
@pytest.mark.parametrize("concentration", [0.0, 1e-3, 1.0, 30.0])
def test_density_integrates_to_one(dim, concentration):
    law = VonMisesFisher(np.eye(dim)[0], concentration)
    ring = VonMisesFisher(np.eye(dim)[0], 0.0).log_density(np.eye(dim)[0])  # −log |S^{h−1}|
    shape = 0.5 * (dim - 1)
    marginal = math.lgamma(0.5 * dim) - math.lgamma(shape) - 0.5 * math.log(math.pi)

    def mass(angle):
        x = np.zeros(dim)
        x[0], x[1] = math.cos(angle), math.sin(angle)
        return math.exp(law.log_density(x) - ring + marginal) * math.sin(angle) ** (dim - 2)

    assert scipy.integrate.quad(mass, 0, math.pi)[0] == pytest.approx(1, abs=1e-10)


@pytest.mark.parametrize("dim", [2, 3, 64, 768, 4096])
@pytest.mark.parametrize("concentration", [0.0, 1e-6, 1.0, 100.0, 1e5, 1e6])
def test_kl_from_uniform_and_entropy_keep_their_digits(dim, concentration):
    law = VonMisesFisher(direction(dim), concentration)
    with ctx.workprec(300):
        exact = concentration * balls.iv_ratio(dim / 2 - 1, concentration) - balls.log_sphere_mgf(dim, concentration)
        expected = float(exact)
    assert law._divergence_from_uniform() == pytest.approx(expected, rel=8 * ULP, abs=0)
    assert law.kl_divergence(VonMisesFisher(direction(dim), 0.0)) == pytest.approx(expected, rel=1e-13, abs=1e-300)


@pytest.mark.parametrize("dim", [2, 3, 768])
@pytest.mark.parametrize(
    ("kappa", "other"), [(3.0, 3.0), (3.0, 3.001), (1.0, 900.0), (900.0, 1.0), (1e5, 1.01e5), (0.0, 7.0)]
)
def test_kl_divergence(dim, kappa, other):
    c, d = direction(dim), direction(dim, seed=1)
    order = dim / 2 - 1
    with ctx.workprec(300):
        cosine = sum((arb(float(a)) * arb(float(b)) for a, b in zip(c, d, strict=True)), arb(0))
        ratio = balls.iv_ratio(order, kappa)
        change = balls.log_sphere_mgf(dim, other) - balls.log_sphere_mgf(dim, kappa)
        exact = change + ratio * (arb(kappa) - arb(other) * cosine)
        same = float(change + ratio * (arb(kappa) - arb(other)))
        expected = float(exact)
    law = VonMisesFisher(c, kappa)
    assert law.kl_divergence(VonMisesFisher(d, other)) == pytest.approx(expected, rel=1e-13)
    assert law.kl_divergence(VonMisesFisher(c, other)) == pytest.approx(same, rel=1e-13, abs=1e-300)


def test_kl_of_equal_laws_is_zero_and_small_turns_are_seen():
    c = direction(768)
    law = VonMisesFisher(c, 500.0)
    assert law.kl_divergence(law) == 0
    turned = c + 1e-9 * direction(768, seed=2)
    turned /= np.linalg.norm(turned)
    apart = ((c - turned) ** 2).sum()
    assert law.kl_divergence(VonMisesFisher(turned, 500.0)) == pytest.approx(
        250 * bessel.iv_ratio(383, 500) * apart, rel=1e-6
    )


CASES = [(dim, kappa) for dim in (2, 3, 8, 64, 512) for kappa in (0.0, 1.0, 50.0, 1000.0, 1e6)] + [(4096, 500.0)]
LEVEL = 1e-4  # two-sided level of a single test; 26 cases and three statistics: about 1 in 130 to fail by chance


@pytest.mark.parametrize(("dim", "concentration"), CASES)
def test_sample_moments_and_distribution_of_the_cosine(dim, concentration):
    size = 20_000 if dim <= 64 else 2_000
    c = direction(dim)
    law = VonMisesFisher(c, concentration)
    x = law.sample(size, seed=20_251)
    assert x.shape == (size, dim)
    np.testing.assert_allclose(np.linalg.norm(x, axis=1), 1, atol=4e-15)
    order = dim / 2 - 1
    mean, variance = bessel.iv_ratio(order, concentration), bessel.iv_ratio_derivative(order, concentration)
    cosine = x @ c
    limit = scipy.stats.norm.isf(LEVEL / 2)
    assert abs(cosine.mean() - mean) <= limit * math.sqrt(variance / size)
    across = direction(dim, seed=3)
    across -= (across @ c) * c
    across /= np.linalg.norm(across)
    spread = mean / concentration if concentration else 1 / dim  # E (x·e)² = A/κ for e ⟂ c
    assert abs((x @ across).mean()) <= limit * math.sqrt(spread / size)
    # The marginal of 1 − x·c on a grid fine enough for the Kolmogorov distance.
    gap = np.linspace(0, 1, 40_001) ** 2 * min(2.0, 1 - mean + 40 * math.sqrt(variance))
    density = np.zeros_like(gap)
    inside = (gap > 0) & (gap < 2)
    log_density = -concentration * gap[inside] + (order - 0.5) * np.log(gap[inside] * (2 - gap[inside]))
    density[inside] = np.exp(log_density - log_density.max())
    if dim == 2:
        angle = np.linspace(0, math.pi, 400_001)[1:]
        weight = np.exp(-2 * concentration * np.sin(angle / 2) ** 2)
        cumulative = np.cumsum(weight) / weight.sum()
        uniform = np.interp(np.arctan2(abs(x @ np.array([-c[1], c[0]])), cosine), angle, cumulative)
    else:
        cumulative = scipy.integrate.cumulative_trapezoid(density, gap, initial=0)
        exact_gap = 0.5 * ((x - c) ** 2).sum(1)
        uniform = np.interp(exact_gap, gap, cumulative / cumulative[-1])
    assert scipy.stats.kstest(uniform, "uniform").pvalue > LEVEL


def test_a_wrong_concentration_would_be_found():
    law = VonMisesFisher(direction(512), 100.0)
    cosine = law.sample(2000, seed=5) @ law.mean_direction
    z = (cosine.mean() - bessel.iv_ratio(255, 105.0)) / math.sqrt(bessel.iv_ratio_derivative(255, 105.0) / 2000)
    assert abs(z) > 6


def test_samples_depend_on_the_seed_alone():
    law = VonMisesFisher(direction(40), 10.0)
    x = law.sample(30_000, seed=3)
    assert np.array_equal(x, law.sample(30_000, seed=3))
    assert not np.array_equal(x, law.sample(30_000, seed=4))
    first, second = (law.sample(5, np.random.default_rng(1)) for _ in range(2))
    assert np.array_equal(first, second)
    narrow = law.sample(1000, seed=3, dtype=np.float32)
    assert narrow.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(narrow, axis=1), 1, atol=1e-6)
    assert law.sample(0, seed=1).shape == (0, 40)


@pytest.mark.parametrize(("dim", "concentration"), [(2, 5.0), (3, 0.1), (64, 40.0), (768, 900.0), (3, 1e6)])
def test_fit_recovers_the_law(dim, concentration):
    law = VonMisesFisher(direction(dim), concentration)
    size = 20_000
    fitted = VonMisesFisher.fit(law.sample(size, seed=9))
    # Asymptotic standard error of κ̂: 1/√(n A'), plus its O(1/n) bias from the h − 1 directions.
    information = size * bessel.iv_ratio_derivative(dim / 2 - 1, concentration)
    bias = (dim - 1) / (2 * size * bessel.iv_ratio(dim / 2 - 1, concentration)) / (information / size)
    assert abs(fitted.concentration - concentration) <= 4 / math.sqrt(information) + 2 * bias / max(concentration, 1)
    assert fitted.mean_direction @ law.mean_direction > (0.5 if concentration < 1 else 0.95)


def test_fit_is_the_maximum_of_the_likelihood():
    x = VonMisesFisher(direction(10), 7.0).sample(500, seed=2)
    fitted = VonMisesFisher.fit(x)
    best = fitted.log_density(x).mean()
    for factor in (0.99, 1.01):
        assert VonMisesFisher(fitted.mean_direction, fitted.concentration * factor).log_density(x).mean() < best
    np.testing.assert_allclose(fitted.mean(), x.mean(0), rtol=1e-12)


def test_fit_without_direction():
    fitted = VonMisesFisher.fit(np.array([[0.0, 1.0], [0.0, -1.0]]))
    assert fitted.concentration == 0


@pytest.mark.gpu
def test_torch_gives_the_same_numbers_and_gradients():
    device = "cuda" if torch.cuda.is_available() else "cpu"
    c, d = direction(6), direction(6, seed=1)
    kappa = torch.tensor(4.0, dtype=torch.float64, device=device, requires_grad=True)
    law = VonMisesFisher(torch.tensor(c, device=device), kappa)
    other = VonMisesFisher(torch.tensor(d, device=device), torch.tensor(9.0, dtype=torch.float64, device=device))
    plain, plain_other = VonMisesFisher(c, 4.0), VonMisesFisher(d, 9.0)
    x = plain.sample(20, seed=1)
    points = torch.tensor(x, device=device)
    np.testing.assert_allclose(law.log_density(points).detach().cpu(), plain.log_density(x), rtol=1e-13)
    assert law.entropy().item() == pytest.approx(plain.entropy(), rel=1e-14)
    assert law.kl_divergence(other).item() == pytest.approx(plain.kl_divergence(plain_other), rel=1e-13)
    np.testing.assert_allclose(law.mean().detach().cpu(), plain.mean(), rtol=1e-14)
    (slope,) = torch.autograd.grad(law.entropy(), kappa)
    assert slope.item() == pytest.approx(-4.0 * bessel.iv_ratio_derivative(2, 4.0), rel=1e-13)
    (score,) = torch.autograd.grad(law.log_density(points).sum(), kappa)
    assert score.item() == pytest.approx((x @ c).sum() - 20 * bessel.iv_ratio(2, 4.0), rel=1e-12)
    assert law.sample(5, seed=1).shape == (5, 6)
    fitted = VonMisesFisher.fit(points)
    assert fitted.concentration.item() == pytest.approx(VonMisesFisher.fit(x).concentration, rel=1e-12)


@pytest.mark.gpu
@pytest.mark.parametrize("dim", [2, 3, 64])
def test_device_sampler(dim):
    device = "cuda" if torch.cuda.is_available() else "cpu"
    c = direction(dim)
    size, kappa = 20_000, 30.0
    x = _vmf_sampling.torch_device_points(torch.tensor(c, device=device), kappa, size, 1).cpu().numpy()
    np.testing.assert_allclose(np.linalg.norm(x, axis=1), 1, atol=1e-13)
    mean, variance = bessel.iv_ratio(dim / 2 - 1, kappa), bessel.iv_ratio_derivative(dim / 2 - 1, kappa)
    assert abs((x @ c).mean() - mean) <= 4 * math.sqrt(variance / size)
    rest = x - np.outer(x @ c, c)
    assert np.linalg.norm(rest.mean(0)) <= 4 * math.sqrt((dim - 1) * mean / kappa / size)
    assert (rest**2).sum(1).mean() == pytest.approx((dim - 1) * mean / kappa, rel=0.05)


@pytest.mark.parametrize(
    ("dim", "concentration"), [(2, 1.0), (2, 400.0), (3, 2.0), (5, 2.0), (768, 100.0), (768, 3000.0)]
)
def test_angular_velocity_holds_the_distribution_function(dim, concentration):
    # F(θ; κ) is constant along dθ/dκ, so ∂F/∂κ + g(θ)/Z dθ/dκ = 0; F by quadrature at κ ± ε.
    centre = math.acos(bessel.iv_ratio(dim / 2 - 1, concentration))
    width = 1 / math.sqrt(concentration + dim)
    theta = np.clip(centre + width * np.array([-1.5, -0.5, 0.3, 1.0, 2.0]), 1e-3, math.pi - 1e-3)

    def mass(kappa, upper):
        # Log density against its value at the centre, so that nothing overflows.
        def g(phi):
            lean = kappa * (math.cos(phi) - math.cos(centre))
            return (
                math.exp(lean + (dim - 2) * math.log(math.sin(phi) / math.sin(centre))) if phi > 0 else float(dim == 2)
            )

        low, high = max(0.0, centre - 20 * width), min(math.pi, centre + 20 * width)
        total = scipy.integrate.quad(g, low, high, points=[centre], epsabs=0, epsrel=1e-12, limit=200)[0]
        inner = scipy.integrate.quad(g, low, upper, epsabs=0, epsrel=1e-12, limit=200)[0]
        return inner / total, g(upper) / total

    velocity = _vmf_sampling.angular_velocity(dim, concentration, np.cos(theta), np.sin(theta))
    step = 1e-4 * concentration
    for angle, speed in zip(theta, velocity, strict=True):
        change = (mass(concentration + step, angle)[0] - mass(concentration - step, angle)[0]) / (2 * step)
        assert change == pytest.approx(speed * mass(concentration, angle)[1], rel=1e-5)


@pytest.mark.parametrize(("dim", "concentration"), [(2, 1.0), (3, 5.0), (5, 2.0), (64, 40.0), (512, 100.0)])
def test_pathwise_gradient_is_unbiased(dim, concentration):
    # d/dκ E c·x = A', and the gradient in c of E e·x is A e for e orthogonal to c.
    kappa = torch.tensor(concentration, dtype=torch.float64, requires_grad=True)
    c = torch.tensor(direction(dim), requires_grad=True)
    size = 4000
    x = VonMisesFisher(c, kappa).rsample(size, seed=11)
    cosines = x @ (c.detach() / torch.linalg.vector_norm(c.detach()))
    slope = bessel.iv_ratio_derivative(dim / 2 - 1, concentration)
    (mean_slope,) = torch.autograd.grad(cosines.mean(), kappa, retain_graph=True)
    angle = torch.arccos(cosines.detach().clamp(-1, 1)).numpy()
    speeds = np.sin(angle) * _vmf_sampling.angular_velocity(dim, concentration, np.cos(angle), np.sin(angle))
    assert abs(mean_slope.item() - slope) <= 4 * speeds.std() / math.sqrt(size)
    across = torch.tensor(direction(dim, seed=3))
    across = across - (across @ c.detach()) * c.detach()
    turning = torch.autograd.grad((x @ across).mean(), c)[0] @ across / (across @ across)
    mean_length = bessel.iv_ratio(dim / 2 - 1, concentration)
    assert abs(turning.item() - mean_length) <= 4 * math.sqrt(slope / size)  # Var c·x = A'


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: VonMisesFisher([1.0, 1.0], 1), "mean_direction"),
        (lambda: VonMisesFisher([1.0], 1), "mean_direction"),
        (lambda: VonMisesFisher([[1.0, 0.0]], 1), "mean_direction"),
        (lambda: VonMisesFisher([np.nan, 0.0], 1), "mean_direction"),
        (lambda: VonMisesFisher([1.0, 0.0], -1), "concentration"),
        (lambda: VonMisesFisher([1.0, 0.0], np.inf), "concentration"),
        (lambda: VonMisesFisher([1.0, 0.0], [1.0, 2.0]), "concentration"),
        (lambda: VonMisesFisher([1.0, 0.0], 1).log_density([1.0, 0.0, 0.0]), "x: got shape"),
        (lambda: VonMisesFisher([1.0, 0.0], 1).log_density([2.0, 0.0]), "unit vectors"),
        (lambda: VonMisesFisher([1.0, 0.0], 1).kl_divergence(VonMisesFisher([1.0, 0.0, 0.0], 1)), "dimension 2"),
        (lambda: VonMisesFisher([1.0, 0.0], 1).sample(-1, seed=0), "size"),
        (lambda: VonMisesFisher.fit([[1.0, 0.0], [1.0, 0.0]]), "coincide"),
        (lambda: VonMisesFisher.fit([1.0, 0.0]), "samples: got shape"),
        (lambda: VonMisesFisher.fit([[3.0, 0.0], [0.0, 1.0]]), "unit vectors"),
    ],
)
def test_bad_input(make, message):
    with pytest.raises(InputError, match=message):
        make()


def test_wrong_types():
    with pytest.raises(TypeError, match="mean_direction must be real"):
        VonMisesFisher(["a", "b"], 1)
    with pytest.raises(TypeError, match="pass both as tensors"):
        VonMisesFisher([1.0, 0.0], torch.tensor(1.0))
    with pytest.raises(TypeError, match="seed must be"):
        VonMisesFisher([1.0, 0.0], 1).sample(1, seed=None)
    with pytest.raises(TypeError, match="rsample needs"):
        VonMisesFisher([1.0, 0.0], 1).rsample(1, seed=0)
    with pytest.raises(TypeError, match="other must be"):
        VonMisesFisher([1.0, 0.0], 1).kl_divergence(3)
    with pytest.raises(TypeError, match="dtype must be"):
        VonMisesFisher([1.0, 0.0], 1).sample(1, seed=0, dtype=np.float16)


# --- concentrated laws -----------------------------------------------------------------------------------------------


def exact_log_density(law, x):
    """Of the directions of the exact float vectors, and its derivative in κ, in balls; rows of x."""
    c = [arb(float(v)) for v in law.mean_direction]
    kappa, dim = float(torch.as_tensor(law.concentration).detach()), law.dim
    found = []
    with ctx.workprec(400):
        area = arb(2).log() + arb(dim) / 2 * arb.pi().log() - (arb(dim) / 2).lgamma()
        scaled = balls.log_sphere_mgf(dim, kappa) - arb(kappa)
        complement = 1 - balls.iv_ratio(dim / 2 - 1, kappa)
        for row in x:
            row = [arb(float(v)) for v in row]
            lengths = sum(v * v for v in row).sqrt() * sum(v * v for v in c).sqrt()
            versine = 1 - sum(a * b for a, b in zip(row, c, strict=True)) / lengths
            found.append((float(-arb(kappa) * versine - scaled - area), float(complement - versine)))
    return np.array(found).T


@pytest.mark.parametrize("dim", [2, 3, 512])
@pytest.mark.parametrize("kappa", [1e2, 1e6, 1e8])
def test_float32_log_density_and_its_gradient_at_own_samples(dim, kappa):
    law = VonMisesFisher(torch.tensor(direction(dim), dtype=torch.float32), torch.tensor(kappa, requires_grad=True))
    x = law.sample(40, seed=3)
    value = law.log_density(x)
    (slope,) = torch.autograd.grad(value.sum(), law.concentration)
    exact, slopes = exact_log_density(law, x)
    # A few roundings of the largest number in the sum.
    assert abs(value.detach().numpy() - exact).max() <= 8 * 2.0**-23 * max(dim, abs(exact).max())
    terms = dim / kappa  # 1 − A and 1 − c·x are of this size each
    assert float(slope) == pytest.approx(slopes.sum(), abs=40 * 8 * 2.0**-23 * terms)


@pytest.mark.parametrize("kappa", [1e10, 1e20, 1e30])
def test_float64_log_density_at_the_mode_and_at_own_samples(kappa):
    law = VonMisesFisher(direction(512), kappa)
    x = np.vstack([law.mean_direction, law.sample(5, seed=4)])
    exact, _ = exact_log_density(law, x)
    np.testing.assert_allclose(law.log_density(x), exact, rtol=0, atol=1e-11)
    if kappa == 1e20:
        assert law.log_density(law.mean_direction) == pytest.approx(11296.6, rel=1e-5)


def test_log_density_is_of_the_direction():
    """Norms within the tolerance do not count, nor do blocks of rows."""
    law = VonMisesFisher(direction(64), 1e6)
    x = law.sample(20_000, seed=5)
    lengths = 1 + 9e-5 * np.random.default_rng(0).uniform(-1, 1, (20_000, 1))
    np.testing.assert_allclose(law.log_density(lengths * x), law.log_density(x), rtol=1e-9)
    np.testing.assert_allclose(law.log_density(-x[:5]), [law.log_density(-v) for v in x[:5]], rtol=1e-14)
    assert law.log_density(x.reshape(100, 200, 64)).shape == (100, 200)


def test_laws_are_copied_and_pickled():
    import copy
    import pickle

    class Module(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.law = VonMisesFisher(torch.eye(3)[0], 2.0)

    laws = [VonMisesFisher([1, 0, 0], 2.0), VonMisesFisher(torch.eye(3)[0], 2.0), Module().law]
    for law in laws:
        for other in (copy.deepcopy(law), copy.copy(law), pickle.loads(pickle.dumps(law))):
            assert float(other.entropy()) == float(law.entropy())
            assert other.mean_direction.tolist() == law.mean_direction.tolist()
    assert float(copy.deepcopy(Module()).law.entropy()) == float(laws[1].entropy())
    assert float(pickle.loads(pickle.dumps(Module().law)).entropy()) == float(laws[1].entropy())


@pytest.mark.parametrize("seed", range(50))
def test_one_row_has_no_fit(seed):
    rows = np.random.default_rng(seed).standard_normal((1, 8))
    rows = (rows / np.linalg.norm(rows)).astype(np.float32)
    for samples in (rows, np.repeat(rows, 7, axis=0), torch.from_numpy(rows), rows.astype(np.float64)):
        with pytest.raises(InputError, match=r"^samples: got points that all coincide"):
            VonMisesFisher.fit(samples)


def test_fit_does_not_depend_on_norms_within_the_tolerance():
    law = VonMisesFisher(direction(512), 1e6)
    x = law.sample(1000, seed=6)
    off = 1 + 9e-5 * np.random.default_rng(1).uniform(-1, 1, (1000, 1))
    fitted = VonMisesFisher.fit(x)
    assert fitted.concentration == pytest.approx(1e6, rel=0.01)
    assert VonMisesFisher.fit(off * x).concentration == pytest.approx(fitted.concentration, rel=1e-9)


@pytest.mark.parametrize(("dtype", "kappa"), [(np.float32, 1e9), (np.float32, 1e11), (np.float64, 1e25)])
@pytest.mark.parametrize("dim", [2, 3, 64])
def test_fit_of_concentrated_samples(dtype, kappa, dim):
    """κ is (h−1)/2 over the mean of 1 − cos, which n (h−1)/2 exponentials of mean 1/κ make up."""
    n = 4000
    x = VonMisesFisher(direction(dim), kappa).sample(n, seed=7, dtype=dtype)
    deviation = 5 / math.sqrt(n * (dim - 1) / 2)
    assert VonMisesFisher.fit(x).concentration == pytest.approx(kappa, rel=deviation)
    assert float(VonMisesFisher.fit(torch.from_numpy(x)).concentration) == pytest.approx(kappa, rel=deviation)


def test_fit_in_torch_is_differentiable():
    x = torch.from_numpy(VonMisesFisher(direction(4), 20.0).sample(30, seed=8)).requires_grad_()

    def fitted(x):
        return VonMisesFisher.fit(torch.nn.functional.normalize(x, dim=1)).concentration

    assert torch.autograd.gradcheck(fitted, x, eps=1e-7, rtol=1e-5)


@pytest.mark.parametrize("samples", [np.zeros((4, 3)), [[5, 0, 0], [-5, 0, 0]], [[1, 0, 0], [np.nan, 0, 0], [0, 1, 0]]])
def test_fit_refuses_what_is_no_unit_vector(samples):
    for value in (samples, torch.tensor(np.asarray(samples, dtype=float))):
        with pytest.raises(InputError, match=r"^samples: got vector [01] with a norm (1|4|nan) away from 1"):
            VonMisesFisher.fit(value)


def test_what_is_not_real_is_refused():
    rows = np.eye(3)
    for call in (
        lambda: VonMisesFisher.fit(rows + 1j),
        lambda: VonMisesFisher.fit(torch.eye(3) + 1j),
        lambda: VonMisesFisher(rows[0], 1.0).log_density(rows + 0j),
        lambda: VonMisesFisher(rows[0], 1.0).log_density(torch.eye(3)),
        lambda: VonMisesFisher(rows[0], "5"),
        lambda: VonMisesFisher(rows[0], True),
        lambda: VonMisesFisher(rows[0], 1j),
        lambda: VonMisesFisher(torch.eye(3)[0], True),
        lambda: VonMisesFisher(torch.eye(3)[0], torch.tensor(True)),
        lambda: VonMisesFisher(torch.eye(3, dtype=torch.complex64)[0], 1.0),
    ):
        with pytest.raises(TypeError, match=r"must be|is a torch tensor"):
            call()


@pytest.mark.parametrize("dim", [2, 3, 8])
@pytest.mark.parametrize("kappa", [5e-324, 1e-310, 1e-120])
def test_the_smallest_concentrations_are_uniform(dim, kappa):
    law = VonMisesFisher(np.eye(dim)[0], kappa)
    assert np.array_equal(law.sample(1000, 0), VonMisesFisher(np.eye(dim)[0], 0.0).sample(1000, 0))
    tensor = VonMisesFisher(
        torch.eye(dim, dtype=torch.float64)[0], torch.tensor(kappa, dtype=torch.float64, requires_grad=True)
    )
    x = tensor.rsample(1000, 0)
    (slope,) = torch.autograd.grad(x[:, 0].mean(), tensor.concentration)
    assert torch.isfinite(x).all()
    assert float(slope) == pytest.approx(1 / dim, rel=0.1)  # E dx_1/dκ = A'(0)


@pytest.mark.parametrize("dim", [2, 3, 4, 512])
@pytest.mark.parametrize("kappa", [8.9e307, 9e307, 1.79e308])
def test_sampling_ends_at_the_largest_concentrations(dim, kappa):
    rng = np.random.default_rng(0)
    cosine, sine = _vmf_sampling.cosines(dim, kappa, 2000, rng)
    # κ (1 − c·x) is a sum of (h−1)/2 exponentials: its mean, from the sines.
    assert np.mean((sine * math.sqrt(kappa)) ** 2) / 2 == pytest.approx((dim - 1) / 2, rel=0.15)
    assert (cosine == 1).all()
    assert np.isfinite(VonMisesFisher(np.ones(dim) / math.sqrt(dim), kappa).sample(9, 0)).all()


@pytest.mark.parametrize("kappa", [1e18, 1e99, 1.01e100, 1e155, 1e200, 1e300])
def test_kl_of_vast_concentrations(kappa):
    """(h−1)/2 (q − 1 − log q) with q = κ'/κ, to leading order in 1/κ."""
    law = VonMisesFisher([1, 0, 0], kappa)
    for q in (1.2, 0.9, 1 + 1e-6, 3.0):
        exact = q - 1 - math.log(q) if abs(q - 1) > 1e-3 else (q - 1) ** 2 / 2 - (q - 1) ** 3 / 3
        assert law.kl_divergence(VonMisesFisher([1, 0, 0], q * kappa)) == pytest.approx(exact, rel=1e-9)
    assert law.kl_divergence(VonMisesFisher([1, 0, 0], 1.2 * kappa)) == pytest.approx(0.0176784, rel=1e-5)


@pytest.mark.parametrize(("dim", "kappa"), [(3, 1e20), (3, 1e30), (4096, 1e6), (512, 1e4), (4096, 1e8)])
def test_kl_in_float32_and_its_gradient(dim, kappa):
    """∂KL/∂κ = −A'(κ)(κ' − κ), in Arb; 94 % off at (4096, 1e6) when A″ cancelled."""
    pole = torch.eye(dim)[0]
    first = torch.tensor(kappa, requires_grad=True)
    second = (1.05 * first.detach()).requires_grad_()
    value = VonMisesFisher(pole, first).kl_divergence(VonMisesFisher(pole, second))
    slopes = torch.autograd.grad(value, [first, second])
    a, b = float(first.detach()), float(second.detach())
    with ctx.workprec(600):
        ratios = [balls.iv_ratio(dim / 2 - 1, k) for k in (a, b)]
        mgfs = [balls.log_sphere_mgf(dim, k) for k in (a, b)]
        step = arb(b) - arb(a)
        slope = 1 - ratios[0] ** 2 - (dim - 1) * ratios[0] / arb(a)
        exact = [float(v) for v in (mgfs[1] - mgfs[0] - ratios[0] * step, -slope * step, ratios[1] - ratios[0])]
    for found, true in zip((value.detach(), *slopes), exact, strict=True):
        assert float(found) == pytest.approx(true, rel=1e-6)
