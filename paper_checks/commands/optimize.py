"""`modgap optimize`: minimise the loss under a constraint and hold the result against the theorem."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from modgap.paper_checks.io.console import say_written
from modgap.paper_checks.io.npz import npz_target, write_npz

if TYPE_CHECKING:
    from modgap.paper_checks.searches.optimum import Problem, Report

__all__ = ["COMMANDS", "optimize"]


@click.command()
@click.option(
    "--constraint", type=click.Choice(["none", "cone", "subspace"]), required=True, help="What holds the points."
)
@click.option("--dim", metavar="H", type=int, required=True, help="Embedding dimension.")
@click.option("--pairs", metavar="N", type=int, required=True, help="Number of pairs.")
@click.option("--temperature", metavar="T", type=float, help="Temperature of the loss; one's own may need none.")
@click.option("--concentration", metavar="K", type=float, help="Concentration of the clouds (cone; subspace if given).")
@click.option("--angle", metavar="DEG", type=float, help="Dihedral angle of the two hyperplanes (subspace).")
@click.option(
    "--loss",
    "loss",
    metavar="LOSS",
    default="infonce",
    show_default=True,
    help="infonce (or pairs), of all pairs; centres, the limit of that of the pair of centres; sigmoid, at "
    "its best bias; MODULE:FUNCTION or FILE.py:FUNCTION, a torch callable loss(x, y) of one's own.",
)
@click.option("--noise", metavar="RATE", type=float, default=0.0, help="Share of the pairs that are mismatched.")
@click.option("--batch", metavar="B", type=int, help="The mean loss of mini-batches of B pairs.")
@click.option("--at-least", metavar="V", type=float, help="A bound of one's own, in nats: is it ever violated?")
@click.option("--out", metavar="FILE.npz", help="Write the pairs that were found, arrays images and texts.")
@click.option("--seed", metavar="S", type=int, default=0, show_default=True, help="Of the starts and the clouds.")
@click.option("--starts", metavar="M", type=int, default=4, show_default=True, help="Random starts, run at once.")
@click.option("--max-iterations", metavar="K", type=int, default=2000, show_default=True, help="Steps at most.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def optimize(as_json: bool, device: str, max_iterations: int, loss: str, out: str | None, **values: Any) -> int:
    """Minimise the contrastive loss and hold the result against the theorem.

    Without a constraint the bound of Theorem 1 must be approached. Under the cone constraint both modalities are
    clouds of concentration K, moved as rigid bodies: the gap must close, or end in the trap that is predicted. Under
    the subspace constraint they lie in two hyperplanes at an angle, as clouds if there is a concentration, else free.
    Mismatched pairs, mini-batches and other losses are held against what is known of them; whatever the loss, the
    report says which theorems' conclusions the optimum meets. The exit status is 1 if a result falls short of the
    theorem, or of --at-least; a search that has not converged, or cannot tell, contradicts nothing: it says so, with
    status 0.
    """
    from modgap.paper_checks.searches.optimum import Problem, solve

    name = {"pairs": "infonce", "centres": "infonce"}.get(loss, loss)
    target = None if out is None else npz_target(out)
    before = {target} if target is not None and target.exists() else set()
    problem = Problem(**values, loss=name, centres=loss == "centres")
    report = _with_progress(problem, lambda callback: solve(problem, device, callback, max_iterations=max_iterations))
    if target is not None and report.best_pairs is not None:
        images, texts = report.best_pairs
        write_npz(target, {"images": images.numpy(), "texts": texts.numpy()})
    if as_json:
        click.echo(json.dumps(report.document(), indent=2, allow_nan=False))
    else:
        _print(report)
    if target is not None:
        say_written([target], before)
    return 1 if report.finding == "short" else 0


def _with_progress(problem: Problem, work: Any) -> Report:
    """Do the work, showing step and loss on stderr if that is a terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        return work(None)
    with console.status("minimising …") as status:
        offset = 0.0 if problem.centres else problem.offset

        def show(iteration: int, losses: Any, norms: Any, state: Any) -> None:
            least, steepest = float(losses.min()) - offset, float(norms.max())
            status.update(f"step {iteration}: least {least:.9g}, largest relative gradient {steepest:.1e}")

        return work(show)


def _print(report: Report) -> None:
    from rich.console import Console
    from rich.table import Table

    found = report.document()
    gap, uniformity = found["gap_degrees"], found["uniformity"]
    size = "N" if report.problem.batch is None else "B"
    rows = [
        (f"loss L_{size}" if report.problem.offset else "loss", f"{found['loss']:.12g}"),
        *([(f"L_{size} − 2 log {size}", f"{found['loss_minus_2logN']:.12g}")] if report.problem.offset else []),
        *(
            []
            if found["bound"] is None
            else [("bound", f"{found['bound']:.12g}"), ("excess", f"{found['excess']:.3e}")]
        ),
        ("modality gap", "undefined: a mean vanishes" if gap is None else f"{gap:.6g}°"),
        ("lengths of the means", ", ".join(f"{length:.3g}" for length in found["mean_norms"])),
        ("largest |x_i − y_i|", f"{found['pair_distance_max']:.3e}"),
        ("alignment, mean |x_i − y_i|²", f"{found['alignment']:.3e}"),
        *(
            []
            if uniformity is None
            else [("uniformity, image / text", "{image:.4f} / {text:.4f}".format(**uniformity))]
        ),
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
    console = Console(soft_wrap=True, highlight=False)
    console.print("Conclusions of theorems, held against this optimum:")
    for conclusion in report.conclusions:
        claims = f" ({', '.join(conclusion.claims)})" if conclusion.claims else " (on paper)"
        value = "undefined" if conclusion.value is None else f"{conclusion.value:.2g}"
        console.print(
            f"  {'met    ' if conclusion.met else 'not met'}  {conclusion.says}{claims}: {value}", markup=False
        )
    click.echo(_conclusion(report))


def _conclusion(report: Report) -> str:
    if report.finding == "short":
        return (
            "Falls short of the bound that was given."
            if report.theorem == "none"
            else f"Falls short of {report.theorem}."
        )
    if report.theorem == "none":
        return "Not held against a theorem's value: none speaks of this loss."
    if report.met:
        return f"As the theory says ({report.theorem})."
    converged = bool(report.minimum.converged[report.best])
    why = "Not decided by this search" if converged else "Search not converged"
    return f"{why}; consistent with the theorem ({report.theorem})."


COMMANDS = [optimize]
