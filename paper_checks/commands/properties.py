"""`modgap test`: property tests of claims, drawn from their own hypotheses."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from modgap.extras import installing
from modgap.numerics.checks import InputError
from modgap.paper_checks.commands.ledger import OWN, chosen_claims, ids_for_the_shell, print_json
from modgap.paper_checks.io.console import counted, each_with_progress, print_table

if TYPE_CHECKING:
    from modgap.paper_checks.searches.properties import Plan

__all__ = ["COMMANDS"]


@click.command("test")
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, shell_complete=ids_for_the_shell)
@click.option("--examples", type=click.IntRange(1), default=25, show_default=True, metavar="N",
              help="Points wanted for each claim that meet its hypotheses.")  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=20251003, show_default=True, metavar="S", help="Of the draws.")
@click.option("--adversary", is_flag=True, help="Search for a violation from some of the points, by minimisation.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True,
              help="Where torch reads statements about configurations.")  # fmt: skip
@OWN
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes; by default one per core.")
@click.option("--progress", is_flag=True, help="Print a line per claim on stderr as it is tested.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def test(
    claim_ids: tuple[str, ...],
    examples: int,
    seed: int,
    adversary: bool,
    device: str,
    own: str | None,
    jobs: int,
    progress: bool,
    as_json: bool,
) -> int:
    """Hold claims against points drawn from their own hypotheses; of all claims, if none is named.

    Each point is decided by ball arithmetic, which alone can refute. A violation is shrunk and certified. Beside that
    the statement's float twin (torch for configurations, mpmath for numbers) is compared with the balls. The status
    is 0 if all is as recorded, 1 if a claim that is recorded as true is violated, if no point met the hypotheses, or
    if the twin differs.
    """
    from importlib.metadata import version

    from modgap.paper_checks.searches.properties import Plan, run

    claims = chosen_claims(claim_ids, own)
    plan = Plan(examples, seed, adversary, _device(device), own)
    parts = each_with_progress("testing", partial(run, plan=plan), [c.id for c in claims], jobs, progress, _line)
    report = {
        "version": version("modgap"),
        "seed": seed,
        "examples": examples,
        "adversary": adversary,
        "device": plan.device,
        "ok": all(part["ok"] for part in parts),
        "claims": parts,
    }
    if as_json:
        print_json(report)
    else:
        _print(report, plan)
    return 0 if report["ok"] else 1


def _device(device: str) -> str:
    """Return cpu or cuda; CPU where torch is not installed, unless CUDA is asked for."""
    if device == "cpu":
        return device
    try:
        from modgap.numerics.contrastive.optimize import resolve_device
    except ModuleNotFoundError:
        if device == "cuda":
            raise InputError("--device", "cuda", f"cpu, as torch is not installed: {installing('torch')}") from None
        return "cpu"
    return resolve_device(device).type


def _line(part: dict[str, Any]) -> str:
    return f"{part['id']}: {part['outcome']}"


def _print(report: dict[str, Any], plan: Plan) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold")
    for name in ("claim", "outcome", "drawn", "met", "shown", "open", "searches", "float twin", "seconds"):
        table.add_column(name, no_wrap=True)
    for part in report["claims"]:
        colour = "green" if part["ok"] else "red"
        twin = part["twin"]
        agreement = "none" if twin is None else f"{twin['largest_difference']:.0e}"
        counts = (str(part[name]) for name in ("drawn", "met", "shown", "undecided", "searches"))
        table.add_row(part["id"], f"[{colour}]{part['outcome']}[/]", *counts, agreement, f"{part['seconds']:.2f}")
    # A pipe has no width to fit into.
    print_table(table, highlight=False)
    console = Console(soft_wrap=True, highlight=False)
    for part in report["claims"]:
        for line in _details(part):
            console.print(f"{part['id']}: {line}", markup=False)
    outcomes: dict[str, int] = {}
    for part in report["claims"]:
        outcomes[part["outcome"]] = outcomes.get(part["outcome"], 0) + 1
    summary = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items())
    verdict = "all as recorded" if report["ok"] else "NOT as recorded"
    if plan.ledger:
        verdict = "nothing violated" if report["ok"] else "NOT all of them hold"
    console.print(f"{counted(len(report['claims']), 'claim')}: {summary}; {verdict}. Seed {report['seed']}")


def _details(part: dict[str, Any]) -> list[str]:
    out = []
    if witness := part["witness"]:
        at = ", ".join(f"{name} = {value}" for name, value in witness["point"].items())
        out.append(f"fails at {at}: {witness['left']} and {witness['right']} (by {witness['found_by']})")
    if part["reason"]:
        out.append(part["reason"])
    twin = part["twin"]
    if twin is not None and twin["largest_difference"] > twin["tolerance"]:
        out.append(f"the float twin ({twin['engine']}) differs by {twin['largest_difference']:.1e} from the balls")
    if part["variants"] is not None:
        fallen = [what for what, refuted in part["variants"].items() if refuted]
        standing = [what for what, refuted in part["variants"].items() if not refuted]
        out.append(f"altered statements refuted: {', '.join(fallen) or 'none'}"
                   + (f"; not refuted: {', '.join(standing)}" if standing else ""))  # fmt: skip
    return out


COMMANDS = [test]
