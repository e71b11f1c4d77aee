"""The trap of Theorem 2 in pictures and in descent: where the loss holds two modalities at the widest gap.

The curves are the loss J of the claims `thm.2.*`, enclosed by balls; the descents are plain gradient descents in
floating point, of the loss of the pair of centres and of the loss of finitely many pairs whose two clouds are turned
rigidly. `python -m modgap.paper_checks.figures.trap FILE` prints a table and draws the figure.
"""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path

import click
import numpy as np
import torch
from matplotlib.figure import Figure
from rich.console import Console
from rich.table import Table
from scipy.optimize import brentq
from torch import Tensor

from modgap.numerics.bessel.differentiable import log_sphere_mgf
from modgap.numerics.bessel.functions import iv_ratio
from modgap.numerics.contrastive.loss import mcl_loss
from modgap.numerics.vmf.law import VonMisesFisher
from modgap.theory.balls import enclosure
from modgap.theory.bessel import functions as bessel
from modgap.theory.cone import centres as cone
from modgap.theory.cone import trap as cone_trap
from modgap.theory.outcome import Outcome

CONCENTRATION, TEMPERATURE, START = 100.0, 0.01, 175.0
TRAPPED, FREE = 3, 512
STEPS, PAIRS, SEED = 400, 300, 0

#: Okabe and Ito's palette, which is told apart without colour vision; the lines differ in style, too.
BLUE, VERMILION, GREY = "#0072B2", "#D55E00", "#666666"


# --- from the claims -------------------------------------------------------------------------------------------------


def has_trap(dim: int, concentration: float, temperature: float) -> bool:
    """Tell by balls whether the loss rises from the widest gap on, S(−1) > 0; raise ValueError where it is a tie."""
    point = {bessel.nu: Fraction(dim, 2) - 1, cone.kappa: concentration, cone.beta: 1 / temperature}
    outcome, _ = enclosure.decide(cone_trap.TRAP, point)
    if outcome is Outcome.UNDECIDED:
        raise ValueError(f"the slope at the widest gap is not told from 0 for {point}")
    return outcome is Outcome.SHOWN


def curve(dim: int, concentration: float, temperature: float, cosines: np.ndarray) -> np.ndarray:
    """Return J(w) − J(1), nats, one direction of the loss of the pair of centres."""
    point = {bessel.nu: Fraction(dim, 2) - 1, cone.kappa: concentration, cone.beta: 1 / temperature}
    difference = cone.loss(cone.w) - cone.loss(1)
    return np.array([float(enclosure.value(difference, {**point, cone.w: float(w)}, bits=256)) for w in cosines])


def maximum(dim: int, concentration: float, temperature: float) -> float:
    """Return w*, the cosine up to which the loss rises, where there is a trap.

    The root z of z = κ A(z) is found in floating point, between the bounds of `thm.2.trap.root`.
    """
    order, k = dim / 2 - 1, concentration
    low, high = (math.sqrt(k * (k - dim + shift)) for shift in (0, 1))
    root = brentq(lambda z: k * float(iv_ratio(order, z)) / z - 1, low, high, xtol=1e-13)
    point = {bessel.nu: Fraction(dim, 2) - 1, bessel.z: root, cone.beta: 1 / temperature}
    return float(enclosure.value(cone_trap.MAXIMUM, point, bits=128))


# --- descents --------------------------------------------------------------------------------------------------------


def centre_pair_loss(first: Tensor, second: Tensor, concentration: float, temperature: float) -> Tensor:
    """Return the loss of the pair of centres less 2 log N as N → ∞, both cones having one concentration."""
    dim, beta = len(first), 1 / temperature
    kappa = torch.tensor(concentration, dtype=first.dtype)
    lengths = [torch.linalg.vector_norm(kappa * a + beta * b) for a, b in ((first, second), (second, first))]
    partitions = sum(log_sphere_mgf(dim, r) - log_sphere_mgf(dim, kappa) for r in lengths)
    return partitions - 2 * beta * (first @ second)


def descend_centres(
    dim: int,
    concentration: float = CONCENTRATION,
    temperature: float = TEMPERATURE,
    start: float = START,
    steps: int = STEPS,
) -> np.ndarray:
    """Return the gap in degrees along a gradient descent of the loss of the pair of centres on the sphere.

    Both centres move against the tangential part of their gradients, by τ² times it, and are normalised again. The
    curvature is of the order of β², so that longer steps would leap over the trap.
    """
    centres = np.zeros((2, dim))
    centres[0, 0], centres[1, :2] = 1, (math.cos(math.radians(start)), math.sin(math.radians(start)))
    points = torch.tensor(centres)
    gaps = [start]
    for _ in range(steps):
        points.requires_grad_()
        (slope,) = torch.autograd.grad(centre_pair_loss(points[0], points[1], concentration, temperature), points)
        points = points.detach()
        tangential = slope - (slope * points).sum(1, keepdim=True) * points
        points = torch.nn.functional.normalize(points - temperature**2 * tangential, dim=1)
        gaps.append(_angle(points))
    return np.array(gaps)


def _angle(points: Tensor) -> float:
    """Return the angle of two unit vectors in degrees, accurate near 0 and 180, too."""
    apart, together = (torch.linalg.vector_norm(points[0] + sign * points[1]) for sign in (-1, 1))
    return math.degrees(2 * math.atan2(float(apart), float(together)))


def cloud(dim: int, concentration: float, pairs: int, seed: int) -> Tensor:
    """Return N points of vMF(e_1, κ): the cloud that both modalities are turned copies of."""
    return torch.tensor(VonMisesFisher(np.eye(dim)[0], concentration).sample(pairs, seed))


def turned(points: Tensor, angle: Tensor) -> Tensor:
    """Return the points turned by an angle in the plane of the first two axes."""
    c, s = torch.cos(angle), torch.sin(angle)
    return torch.column_stack([c * points[:, 0] - s * points[:, 1], s * points[:, 0] + c * points[:, 1], points[:, 2:]])


def descend_pairs(
    dim: int,
    concentration: float = CONCENTRATION,
    temperature: float = TEMPERATURE,
    start: float = START,
    steps: int = STEPS,
    pairs: int = PAIRS,
    seed: int = SEED,
) -> np.ndarray:
    """Return the gap in degrees along a gradient descent of L_N over the angle between two like clouds of N pairs."""
    points = cloud(dim, concentration, pairs, seed)
    angle = torch.tensor(math.radians(start), dtype=torch.float64)
    gaps = [start]
    for _ in range(steps):
        angle.requires_grad_()
        (slope,) = torch.autograd.grad(mcl_loss(points, turned(points, angle), temperature), angle)
        angle = (angle - temperature**2 * slope).detach()
        gaps.append(math.degrees(float(angle)))
    return np.array(gaps)


# --- what is shown ---------------------------------------------------------------------------------------------------


def table() -> Table:
    """Return what balls say of the trap, and where the descents of the pair of centres end."""
    out = Table(title=f"κ = {CONCENTRATION:g}, τ = {TEMPERATURE:g}, descent from {START:g}°, {STEPS} steps")
    for head in ("h", "trap", "w*", "Δ of w*", "Δ at the end"):
        out.add_column(head, justify="right")
    for dim in (TRAPPED, 16, 64, FREE):
        trap = has_trap(dim, CONCENTRATION, TEMPERATURE)
        peak = maximum(dim, CONCENTRATION, TEMPERATURE) if trap else math.nan
        end = descend_centres(dim)[-1]
        cells = ("yes", f"{peak:.4f}", f"{math.degrees(math.acos(peak)):.2f}°") if trap else ("no", "", "")
        out.add_row(str(dim), *cells, f"{end:.2f}°")
    return out


def figure() -> Figure:
    """Return the picture: J over w for a trapped and a free case, and the gap along the descents."""
    drawn = Figure(figsize=(10, 4), layout="constrained")
    left, right = drawn.subplots(1, 2)
    cosines = np.concatenate([np.linspace(-1, -0.99, 15), np.linspace(-0.98, 1, 80)])
    for dim, colour, style in ((TRAPPED, VERMILION, "-"), (FREE, BLUE, "--")):
        left.plot(cosines, curve(dim, CONCENTRATION, TEMPERATURE, cosines), style, color=colour, label=f"h = {dim}")
    peak = maximum(TRAPPED, CONCENTRATION, TEMPERATURE)
    top = curve(TRAPPED, CONCENTRATION, TEMPERATURE, np.array([peak]))[0]
    left.plot([peak], [top], "o", color=VERMILION, label=f"w* = {peak:.3f}")
    left.set(xlabel="w = cos Δ", ylabel="J(w) − J(1), nats")
    left.set_title(f"one direction of the pair's loss, κ = {CONCENTRATION:g}, τ = {TEMPERATURE:g}", fontsize=10)
    left.legend()
    right.plot(descend_centres(TRAPPED), "-", color=VERMILION, label=f"h = {TRAPPED}, pair of centres")
    right.plot(descend_pairs(TRAPPED), ":", color=GREY, label=f"h = {TRAPPED}, {PAIRS} pairs")
    right.plot(descend_centres(FREE), "--", color=BLUE, label=f"h = {FREE}, pair of centres")
    right.set(xscale="symlog", xlabel="gradient step", ylabel="gap Δ in degrees", ylim=(-5, 185))
    right.set_title(f"descent from Δ = {START:g}°", fontsize=10)
    right.legend()
    return drawn


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def main(path: Path) -> None:
    """Print the table and draw the figure to PATH (its suffix decides the format)."""
    Console().print(table())
    figure().savefig(path, dpi=150)


if __name__ == "__main__":
    main()
