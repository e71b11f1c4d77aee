"""An optimiser that tries to break the softmax trace inequality; its worst configurations are settled by balls.

`python -m modgap.paper_checks.searches.adversary` maximises the logarithm of the trace over configurations in
dimensions 1 to 512 by L-BFGS, and prints for each the distance to the bound that floating point found and the verdict
of ball arithmetic on exactly normalised vectors. One dimension is part of the evidence, though the claims on
configurations have h ≥ 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click
import numpy as np
import torch
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import Evaluator, precision
from modgap.theory.infonce.pairs import REACH, TRACE
from modgap.theory.infonce.trace import N, beta, h
from modgap.theory.language.domain import Domain, unit_vectors
from modgap.theory.language.letters import x, y
from modgap.theory.outcome import Outcome

#: The hypotheses of the inequality without h ≥ 2.
EVERY_DIMENSION = Domain(h, N, beta, unit_vectors(x, N, h), unit_vectors(y, N, h), reach=REACH)
#: (h, N): on the line two pairs reach the bound; elsewhere N is enough to come near it, or about h.
SIZES = ((1, 2), (1, 5), (2, 12), (3, 16), (4, 24), (8, 24), (64, 70), (512, 24))
INVERSE_TEMPERATURES = (0.1, 1.0, 5.0, 20.0, 100.0)
SEED = 20251003


@dataclass(frozen=True)
class Attack:
    """The worst configuration that was found, and what balls say of the inequality there."""

    dim: int
    count: int
    inverse_temperature: float
    log_trace: float
    #: log(bound) less log(trace), by balls: the ends of an interval that contains it.
    slack: tuple[float, float]
    outcome: Outcome
    queries: np.ndarray
    keys: np.ndarray

    @property
    def verdict(self) -> str:
        """`holds`, `VIOLATED`, or `equal up to …` where balls cannot separate the sides (on the line, equality)."""
        if self.outcome is Outcome.UNDECIDED:
            return f"equal up to {max(map(abs, self.slack)):.0e}"
        return "holds" if self.outcome is Outcome.SHOWN else "VIOLATED"


def log_trace(raw: torch.Tensor, inverse_temperature: float) -> torch.Tensor:
    """Return the logarithm of Σ_i softmax_j(β x_i·y_j)_i for raw rows, shape (2, N, h), which are normalised."""
    unit = torch.nn.functional.normalize(raw, dim=-1)
    logits = torch.log_softmax(inverse_temperature * unit[0] @ unit[1].T, dim=1)
    return torch.logsumexp(torch.diagonal(logits), dim=0)


def ascend(start: np.ndarray, inverse_temperature: float, iterations: int) -> tuple[float, np.ndarray]:
    """Return the value and the raw rows that L-BFGS reaches from `start`, maximising `log_trace`."""

    def objective(flat: np.ndarray) -> tuple[float, np.ndarray]:
        raw = torch.tensor(flat.reshape(start.shape), requires_grad=True)
        value = -log_trace(raw, inverse_temperature)
        value.backward()
        assert raw.grad is not None
        return value.item(), raw.grad.numpy().ravel()

    options = {"maxiter": iterations, "ftol": 1e-15, "gtol": 1e-10}
    result = minimize(objective, start.ravel(), jac=True, method="L-BFGS-B", options=options)
    return -float(result.fun), result.x.reshape(start.shape)


def attack(dim: int, count: int, inverse_temperature: float, seed: int = SEED, iterations: int = 300) -> Attack:
    """Return the worst of three ascents: from aligned pairs, from nearly aligned ones, from unrelated ones.

    Parameters
    ----------
    dim, count : int
        h ≥ 1 and N ≥ 1.
    inverse_temperature : float
        β > 0.
    seed : int
        Of the starts.
    iterations : int
        Of each ascent.

    Raises
    ------
    ValueError
        If an argument is out of range.
    """
    if dim < 1 or count < 1:
        raise ValueError(f"dim and count must be at least 1, got {dim!r} and {count!r}")
    if not 0 < inverse_temperature < np.inf:
        raise ValueError(f"inverse_temperature must be positive and finite, got {inverse_temperature!r}")
    rng = np.random.default_rng([seed, dim, count])
    keys = rng.normal(size=(count, dim))
    found = []
    for spread in (0.0, 0.1, 10.0):
        start = np.stack([keys + spread * rng.normal(size=keys.shape), keys])
        found.append(ascend(start, inverse_temperature, iterations))
    value, raw = max(found, key=lambda pair: pair[0])
    return settle(dim, inverse_temperature, value, raw)


def settle(dim: int, inverse_temperature: float, value: float, raw: np.ndarray) -> Attack:
    """Decide the inequality by balls at raw rows, exactly normalised."""
    queries, keys = raw
    point = {h: dim, N: len(keys), beta: inverse_temperature, x: queries, y: keys}
    if enclosure.membership(point, EVERY_DIMENSION) is not Outcome.SHOWN:
        raise ValueError(f"the optimiser left the hypotheses {EVERY_DIMENSION.hypotheses()}")
    outcome, bits = enclosure.decide(TRACE, point, EVERY_DIMENSION)
    with precision(max(bits, 256)):
        left, right = (Evaluator(point, EVERY_DIMENSION)(side) for side in TRACE.args)
        slack = (right / left).log()
        ends = float(slack.lower()), float(slack.upper())
    return Attack(dim, len(keys), inverse_temperature, value, ends, outcome, queries, keys)


def attacks(seed: int = SEED) -> Iterator[Attack]:
    """Yield the attacks of the table."""
    for dim, count in SIZES:
        for inverse_temperature in INVERSE_TEMPERATURES:
            yield attack(dim, count, inverse_temperature, seed)


@click.command()
@click.option("--seed", default=SEED, show_default=True, help="Seed of the starts.")
def main(seed: int) -> None:
    """Attack the softmax trace inequality and print what came of it."""
    table = Table(title=f"log(bound) − log(trace) at the worst configurations found, seed {seed}")
    for column in ("h", "N", "β", "log trace", "slack", "by balls"):
        table.add_column(column, justify="right")
    for a in attacks(seed):
        slack = f"{sum(a.slack) / 2:.3g}"
        table.add_row(str(a.dim), str(a.count), f"{a.inverse_temperature:g}", f"{a.log_trace:.6g}", slack, a.verdict)
    Console().print(table)


if __name__ == "__main__":
    main()
