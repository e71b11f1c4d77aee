"""`modgap optimize`: minimise the loss under a constraint and hold the result against the theorem."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from modgap.paper_checks.searches.optimum import Problem, Report

__all__ = ["COMMANDS", "optimize"]


@click.command()
@click.option(
    "--constraint", type=click.Choice(["none", "cone", "subspace"]), required=True, help="What holds the points."
)
@click.option("--dim", metavar="H", type=int, required=True, help="Embedding dimension.")
@click.option("--pairs", metavar="N", type=int, required=True, help="Number of pairs.")
@click.option("--temperature", metavar="T", type=float, required=True, help="Temperature of the loss.")
@click.option("--concentration", metavar="K", type=float, help="Concentration of the clouds (cone; subspace if given).")
@click.option("--angle", metavar="DEG", type=float, help="Dihedral angle of the two hyperplanes (subspace).")
@click.option("--loss", "loss_of", type=click.Choice(["pairs", "centres"]), default="pairs", show_default=True,
              help="The loss of all pairs, or the limit of that of the pair of centres.")  # fmt: skip
@click.option("--seed", metavar="S", type=int, default=0, show_default=True, help="Of the starts and the clouds.")
@click.option("--starts", metavar="M", type=int, default=4, show_default=True, help="Random starts, run at once.")
@click.option("--max-iterations", metavar="K", type=int, default=2000, show_default=True, help="Steps at most.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def optimize(as_json: bool, device: str, max_iterations: int, loss_of: str, **numbers: Any) -> int:
    """Minimise the contrastive loss and hold the result against the theorem.

    Without a constraint the bound of Theorem 1 must be approached. Under the cone constraint both modalities are
    clouds of concentration K, moved as rigid bodies: the gap must close, or end in the trap that is predicted. Under
    the subspace constraint they lie in two hyperplanes at an angle, as clouds if there is a concentration, else free.
    The exit status is 1 if a result falls short of the theorem; a search that has not converged, or cannot tell,
    contradicts nothing: it says so, with status 0.
    """
    from modgap.paper_checks.searches.optimum import Problem, solve

    problem = Problem(**numbers, centres=loss_of == "centres")
    report = _with_progress(problem, lambda callback: solve(problem, device, callback, max_iterations=max_iterations))
    if as_json:
        click.echo(json.dumps(report.document(), indent=2, allow_nan=False))
    else:
        _print(report)
    return 1 if report.finding == "short" else 0


def _with_progress(problem: Problem, work: Any) -> Report:
    """Do the work, showing step and loss on stderr if that is a terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        return work(None)
    import math

    with console.status("minimising …") as status:

        def show(iteration: int, losses: Any, norms: Any, state: Any) -> None:
            offset = 0.0 if problem.centres else 2 * math.log(problem.pairs)
            least, steepest = float(losses.min()) - offset, float(norms.max())
            status.update(f"step {iteration}: least L − 2 log N {least:.9g}, largest relative gradient {steepest:.1e}")

        return work(show)


def _print(report: Report) -> None:
    from rich.console import Console
    from rich.table import Table

    found = report.document()
    gap = found["gap_degrees"]
    rows = [
        ("loss L_N", f"{found['loss']:.12g}"),
        ("L_N − 2 log N", f"{found['loss_minus_2logN']:.12g}"),
        ("bound", f"{found['bound']:.12g}"),
        ("excess", f"{found['excess']:.3e}"),
        ("modality gap", "undefined: a mean vanishes" if gap is None else f"{gap:.6g}°"),
        ("lengths of the means", ", ".join(f"{length:.3g}" for length in found["mean_norms"])),
        ("largest |x_i − y_i|", f"{found['pair_distance_max']:.3e}"),
        ("steps", f"{found['iterations']}{'' if found['converged'] else ', not converged'}"),
        ("device, seed", f"{found['device']}, {found['seed']}"),
    ]
    table = Table(title=f"{found['pairs']} pairs in dimension {found['dim']}, best of {len(found['starts'])} starts",
                  show_header=False)  # fmt: skip
    for name, value in rows:
        table.add_row(name, value)
    console = Console(highlight=False)
    console.print(table)
    for sentence in report.words:
        click.echo(sentence)
    click.echo(_conclusion(report))


def _conclusion(report: Report) -> str:
    if report.finding == "short":
        return f"Falls short of {report.theorem}."
    if report.met:
        return f"As the theory says ({report.theorem})."
    converged = bool(report.minimum.converged[report.best])
    why = "Not decided by this search" if converged else "Search not converged"
    return f"{why}; consistent with the theorem ({report.theorem})."


COMMANDS = [optimize]
