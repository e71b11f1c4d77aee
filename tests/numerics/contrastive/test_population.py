"""What the theory predicts, against closed forms, finite differences and samples."""

import math

import numpy as np
import pytest
import torch

from modgap.numerics.bessel.functions import log_sphere_mgf
from modgap.numerics.contrastive.constraints import Cone, hyperplanes
from modgap.numerics.contrastive.loss import mcl_loss
from modgap.numerics.contrastive.population import (
    centre_pair_loss,
    centre_pair_slope,
    collapse_threshold,
    cone_population_loss,
    cone_population_slope,
    predict_subspace,
    preferred_angle,
    subspace_population_loss,
)
from modgap.numerics.vmf.law import VonMisesFisher


def centres(cosine, dim):
    x, y = torch.zeros(2, 1, dim, dtype=torch.float64)
    x[0, 0], y[0, 0], y[0, 1] = 1, cosine, math.sqrt(1 - cosine**2)
    return x, y


@pytest.mark.parametrize(
    ("dim", "beta", "kappas"), [(3, 2.0, (5.0, 5.0)), (3, 20.0, (30.0, 4.0)), (64, 50.0, (9.0, 80.0))]
)
def test_centre_pair_slope_is_its_derivative(dim, beta, kappas):
    for cosine in (-0.999, -0.2, 0.7):
        ahead, behind = (float(centre_pair_loss(*centres(cosine + s, dim), kappas, 1 / beta)) for s in (1e-6, -1e-6))
        slope = centre_pair_slope(dim, 1 / beta, kappas, cosine)
        assert slope == pytest.approx((ahead - behind) / 2e-6, rel=1e-5, abs=1e-6)


def test_centre_pair_loss_is_the_limit_of_the_sampled_one():
    """−log softmax of the pair of centres among N sampled ones, both ways, less 2 log N."""
    x, y = centres(0.3, 4)
    clouds = [VonMisesFisher(c[0].numpy(), kappa).sample(400_000, 1) for c, kappa in ((x, 3.0), (y, 6.0))]
    beta = 4.0
    sampled = -2 * beta * 0.3
    sampled += np.log(np.mean(np.exp(beta * clouds[1] @ x[0].numpy())))
    sampled += np.log(np.mean(np.exp(beta * clouds[0] @ y[0].numpy())))
    assert float(centre_pair_loss(x, y, (3.0, 6.0), 1 / beta)) == pytest.approx(sampled, abs=0.02)


@pytest.mark.parametrize(("dim", "beta"), [(2, 1.5), (3, 10.0), (16, 30.0)])
def test_trap_of_the_centre_pair_needs_a_concentration_above_the_dimension(dim, beta):
    """At κ = β the slope is κ/h − 1 for each direction: the trap begins at β = h exactly (`thm.2.trap`)."""
    assert centre_pair_slope(dim, 1 / beta, (beta, beta)) == pytest.approx(2 * beta * (beta / dim - 1))
    assert centre_pair_slope(dim, 1 / beta, (dim, dim)) < 0


def test_clip_has_no_trap():
    assert max(centre_pair_slope(512, 0.01, (kappa, kappa)) for kappa in np.geomspace(1, 1e6, 60)) < 0


@pytest.mark.parametrize(("dim", "beta", "kappa"), [(2, 5.0, 4.0), (3, 30.0, 20.0), (8, 10.0, 40.0)])
def test_cone_population_slope_against_a_sample(dim, beta, kappa):
    """The slope of −2β E x·y + 2u(w) near w = −1, y = Rx, from points of the law."""
    law = VonMisesFisher(np.eye(dim)[0], kappa)
    points = law.sample(400_000, 2)

    def loss(cosine):
        turn = np.eye(dim)
        turn[:2, :2] = [[cosine, -math.sqrt(1 - cosine**2)], [math.sqrt(1 - cosine**2), cosine]]
        turned = points @ turn.T
        logs = log_sphere_mgf(dim, np.linalg.norm(kappa * turn[:, 0] + beta * points, axis=1))
        return 2 * (np.mean(logs) - beta * np.mean(np.sum(points * turned, axis=1)))

    step = 2e-3
    # The loss is smooth in w at −1 only for the law itself, so the sample's slope has some noise and some bias.
    sampled = (loss(-1 + step) - loss(-1)) / step
    assert cone_population_slope(dim, 1 / beta, kappa) == pytest.approx(sampled, abs=0.1 * beta)


def test_cone_population_loss_is_the_limit_of_aligned_clouds():
    cone = Cone([0, 0, 1.0], 10.0, 6000, seed=1)
    finite = float(mcl_loss(cone.sample, cone.sample, 0.2)) - 2 * math.log(6000)
    assert cone_population_loss(3, 0.2, 10.0) == pytest.approx(finite, abs=0.02)


@pytest.mark.parametrize(("dim", "kappa"), [(3, 5.0), (4, 5.0), (9, 30.0)])
@pytest.mark.parametrize("tilt", [0.0, 0.8, math.pi / 2])
def test_subspace_population_loss_is_the_limit_of_clouds(dim, kappa, tilt):
    frames = hyperplanes(dim, 1.0)
    cone = Cone(np.eye(dim - 1)[-1], kappa, 4000, seed=1)
    centre = torch.zeros(1, dim - 1, dtype=torch.float64)
    centre[0, 0], centre[0, -1] = math.sin(tilt), math.cos(tilt)
    x, y = (points[0] @ torch.from_numpy(basis).T for points, basis in zip(
        cone.configuration(cone.place(centre, centre)), frames, strict=True))  # fmt: skip
    finite = float(mcl_loss(x, y, 0.2)) - 2 * math.log(4000)
    assert subspace_population_loss(dim, 1.0, 0.2, kappa, tilt) == pytest.approx(finite, abs=0.04)


def test_parallel_hyperplanes_are_the_cone():
    """As φ → 0 both subspaces are one of dimension h − 1, and every tilt gives the aligned loss there."""
    losses = subspace_population_loss(4, 1e-9, 0.1, 12.0, [0.0, 0.5, 1.5])
    np.testing.assert_allclose(losses, cone_population_loss(3, 0.1, 12.0), rtol=1e-9)


@pytest.mark.parametrize(
    ("dim", "degrees", "temperature", "kappa", "tilt"),
    [
        (3, 60, 0.01, 30, 0),
        (512, 60, 0.01, 500, 0),
        (3, 85, 0.01, 3, 90),
        (4, 60, 0.01, 3, 90),
        (512, 75, 1e-3, 500, 90),
    ],
)
def test_predicted_regimes(dim, degrees, temperature, kappa, tilt):
    """Both sides of the phase boundary, at points where the finite-N loss was computed too."""
    expected = predict_subspace(dim, math.radians(degrees), temperature, kappa)
    assert math.degrees(expected.tilt) == pytest.approx(tilt, abs=1e-6)
    assert math.degrees(expected.gap) == pytest.approx(degrees if tilt == 0 else 0, abs=1e-6)
    assert (expected.perpendicular < expected.collapsed) == (tilt == 0)


@pytest.mark.parametrize(("dim", "degrees", "expected"), [(4, 60, 1.159), (5, 60, 1.797), (5, 30, 0.406)])
def test_collapse_threshold(dim, degrees, expected):
    assert collapse_threshold(dim, math.radians(degrees)) == pytest.approx(expected, abs=1e-3)


def test_collapse_threshold_on_a_line():
    """For h = 3, C is a line and I_{1/2}/I_{−1/2} = tanh."""
    assert math.tanh(collapse_threshold(3, 1.0)) == pytest.approx(1 - math.cos(1.0))


# --- the preferred angle ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("temperature", [0.1, 0.5])
def test_concentrated_laws_prefer_arccos_of_the_temperature(temperature):
    found = preferred_angle(8, temperature, 1e4)
    assert math.degrees(found) == pytest.approx(math.degrees(math.acos(temperature)), abs=0.5)


@pytest.mark.parametrize(("dim", "temperature", "concentration"), [(512, 0.01, 777), (8, 0.2, 20)])
def test_the_preferred_angle_has_the_least_loss(dim, temperature, concentration):
    def loss(angle):
        return subspace_population_loss(dim, angle, temperature, concentration, 0.0)

    best = preferred_angle(dim, temperature, concentration)
    assert all(loss(best) <= loss(angle) + 1e-9 for angle in np.radians(np.arange(1.0, 90.0, 4.0)))
    assert math.radians(50) < best < math.radians(89)


def test_hot_and_wide_laws_prefer_no_angle():
    assert preferred_angle(512, 1.0, 50) == 0
