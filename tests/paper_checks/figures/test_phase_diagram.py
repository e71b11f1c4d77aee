"""The phase diagram of Theorem 3: quadrature against certified values, limit against minimisation."""

from __future__ import annotations

import numpy as np
import pytest

from modgap.paper_checks.figures import phase_diagram

ENDS = np.array([0.0, np.pi / 2])


def difference(dim, kappa, beta, rho):
    """Return (loss with a shared centre) − (loss with centres orthogonal to C)."""
    across, shared = phase_diagram.losses(dim, kappa, beta, np.array([rho]), ENDS)[0]
    return shared - across


def test_difference_of_the_counterexample():
    """The certified enclosures of `thm.3.population` differ by 11.3998965516 − 16.6314833265."""
    assert abs(difference(3, 3.0, 100.0, 0.087) + 5.2315867749) < 1e-6


@pytest.mark.parametrize(
    ("dim", "kappa", "beta"), [(3, 3.0, 100.0), (4, 3.0, 100.0), (8, 0.7, 70.0), (512, 50.0, 500.0)]
)
def test_quadrature_has_converged(dim, kappa, beta, monkeypatch):
    coarse = difference(dim, kappa, beta, 0.5)
    monkeypatch.setattr(phase_diagram, "NODES_U", 300)
    monkeypatch.setattr(phase_diagram, "NODES_V", 120)
    assert abs(coarse - difference(dim, kappa, beta, 0.5)) < 1e-4 * max(1, abs(coarse))


@pytest.mark.parametrize("dim", [3, 4, 8])
def test_limit_of_large_concentration(dim):
    for ratio, rho in ((0.5, 0.3), (3.0, 0.5), (20.0, 0.8)):
        kappa = 2e4 * dim
        exact = phase_diagram.limit_difference(ratio, rho, dim)
        assert abs(difference(dim, kappa, ratio * kappa, rho) - exact) < 1e-2 * max(1, abs(exact))


@pytest.mark.parametrize(
    ("dim", "degrees", "expected"),
    [(3, 30, 156.83), (3, 60, 10.0), (3, 85, 2.967), (512, 30, 7.028), (512, 60, 1.573), (512, 85, 0.6806)],
)
def test_boundary(dim, degrees, expected):
    assert abs(phase_diagram.boundary(degrees, dim) / expected - 1) < 1e-3


def test_clip_lies_where_the_conclusion_holds():
    clip = phase_diagram.CLIP
    rho = float(np.cos(np.deg2rad(clip["angle"])))
    assert difference(clip["dim"], clip["kappa"], clip["ratio"] * clip["kappa"], rho) > 0


def test_usage(capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["phase_diagram"])
    assert phase_diagram.main() == 2
    assert "usage" in capsys.readouterr().err
