"""`modgap list`, `show`, `verify`, `cite`: the ledger of claims at the command line."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import click

from modgap.numerics.checks import InputError

if TYPE_CHECKING:
    from modgap.theory.kernel.claims import Claim

__all__ = ["COMMANDS", "find_claim"]

STYLES = {
    "proved": "green",
    "certified": "green",
    "tested": "yellow",
    "open": "magenta",
    "refuted": "red",
    "cited": "blue",
    "unrecorded": "dim",
}


def find_claim(claim_id: str) -> Claim:
    """Return the claim of that id; raise `InputError` where there is none."""
    from modgap.theory import ledger

    try:
        return ledger()[claim_id]
    except KeyError:
        raise InputError("ID", repr(claim_id), "the id of a claim, one of those that `modgap list` names") from None


def _print_json(document: Any) -> None:
    # As bytes: JSON is UTF-8 whatever the locale is.
    click.echo(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False).encode())


def _styled(status: str, by_hand: int = 0) -> str:
    from modgap.theory.kernel.status import standing

    return f"[{STYLES[status]}]{status}[/]{standing(status, by_hand).removeprefix(status)}"


# --- list ----------------------------------------------------------------------------------------------------------


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def list_claims(as_json: bool) -> None:
    """List every claim with its recorded status."""
    from modgap.paper_checks.documents.claims import summary
    from modgap.theory import ledger

    rows = [summary(claim) for claim in ledger().values()]
    if as_json:
        _print_json(rows)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold")
    for name in ("id", "status", "kind"):
        table.add_column(name, no_wrap=True)
    for name in ("title", "source"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(row["id"], _styled(row["status"], row["by_hand"]), row["relation"], row["title"], row["source"])
    # A pipe has no width to fit into; a terminal folds the long columns.
    Console(width=None if Console().is_terminal else 240).print(table)


# --- show ----------------------------------------------------------------------------------------------------------


@click.command()
@click.argument("claim_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def show(claim_id: str, as_json: bool) -> None:
    """Show one claim whole; its evidence is derived anew, with few drawn points."""
    from modgap.paper_checks.documents.claims import description
    from modgap.theory.verification.run import find

    claim = find_claim(claim_id)
    document = description(claim, find(claim.id, "quick"))
    if as_json:
        _print_json(document)
    else:
        _print_claim(document)


def _print_claim(document: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]{document['id']}[/]  {escape(document['title'])}")
    status = _styled(document["computed_status"], document["by_hand"])
    console.print(f"{status}; {document['relation']} ({escape(document['source'])})\n")
    if _kernel_checked(document["id"]):
        console.print("[green]kernel-checked[/]: Rocq proves this statement from definitions (rocq/, docs/kernel.md)\n")
    console.print(escape(document["about"]) + "\n")
    sections = {
        "hypotheses": document["hypotheses"]["plain"],
        "statement": [document["statement"]["plain"]],
        "in LaTeX": [document["statement"]["latex"]],
        "where": [meaning["plain"] for meaning in document["definitions"]],
        "steps": [", ".join(f"{count} {rule}" for rule, count in document["rules"].items())],
        "evidence": [_evidence_line(step) for step in document["evidence"]],
        "depends on": document["depends"],
        "trusts": document["trusts"],
    }
    for name, lines in sections.items():
        for line in lines or ["nothing"]:
            console.print(f"[bold]{name:<11}[/]{escape(line)}")
            name = ""


def _kernel_checked(claim_id: str) -> bool:
    from modgap.theory.rocq.check import kernel_checked

    return kernel_checked(find_claim(claim_id))


def _evidence_line(step: dict[str, Any]) -> str:
    shows = step["detail"].get("shows")
    rest = ", ".join(f"{key} {value}" for key, value in step["detail"].items() if key != "shows")
    return f"{step['rule']}: {step['what']}" + (f" [{rest}]" if rest else "") + (f"  {shows}" if shows else "")


# --- verify --------------------------------------------------------------------------------------------------------


@click.command()
@click.argument("claim_ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--level",
    type=click.Choice(["quick", "default", "full"]),
    default="default",
    show_default=True,
    help="How many points are drawn and searched; exact derivations are the same at every level.",
)
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes; by default one per core.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
@click.option("--no-cache", is_flag=True, help="Derive every claim, whatever is kept of earlier runs.")
@click.option("--record", "write_record", is_flag=True, help="Record what was computed in theory/ledger.lock.")
@click.option("--rocq", is_flag=True, help="Have Rocq check the claims that are proved in rocq/ too (needs coqc).")
@click.option("--unpublished", multiple=True, metavar="ID", help="An id whose recorded statement may change or go.")
def verify(
    claim_ids: tuple[str, ...],
    level: str,
    jobs: int,
    as_json: bool,
    no_cache: bool,
    write_record: bool,
    rocq: bool,
    unpublished: tuple[str, ...],
) -> int:
    """Derive claims anew, compute their statuses from the evidence, and compare with the record.

    A claim that was found as recorded by an earlier run of the same source and engines is not derived again. Verdicts
    are kept in $MODGAP_CACHE, by default ~/.cache/modgap/verdicts; --no-cache and --record derive everything.
    """
    from modgap.theory.verification.cache import Cache, default_folder
    from modgap.theory.verification.run import verify as run

    chosen = [find_claim(claim_id).id for claim_id in claim_ids]
    if write_record and chosen:
        raise InputError("--record", f"it with {' '.join(chosen)}", "no ids, since only the whole ledger is recorded")
    if unpublished and not write_record:
        raise InputError("--unpublished", " ".join(unpublished), "it along with --record")
    if write_record:
        _check_restatements(unpublished)
    cache = None if no_cache or write_record else Cache(default_folder())
    report = _with_progress(
        lambda on_done: run(chosen, level, jobs, on_done, write_record, unpublished, cache), len(chosen)
    )
    if as_json:
        _print_json(report)
    else:
        _print_report(report, write_record)
    agreed = not rocq or _ask_rocq(chosen, write_record)
    return 0 if agreed and (report["ok"] or write_record) else 1


def _ask_rocq(chosen: list[str], write_record: bool) -> bool:
    """Compile the second kernel's proofs and say on stderr which claims they are of; return whether Rocq agreed."""
    from modgap.theory.rocq.check import NotCheckedError, check, write

    try:
        checked = check()
    except NotCheckedError as reason:
        click.echo(f"rocq: NOT CHECKED. {reason}", err=True)
        return False
    if write_record:
        write(checked)
    for claim_id in checked.claims:
        if not chosen or claim_id in chosen:
            click.echo(f"{claim_id}: kernel-checked", err=True)
    click.echo(f"{checked.summary}. {len(checked.claims)} claims; sources {checked.sources}", err=True)
    return True


def _check_restatements(unpublished: tuple[str, ...]) -> None:
    from modgap.theory import ledger
    from modgap.theory.verification.record import refuse_restatements

    try:
        refuse_restatements({name: claim.statement_digest for name, claim in ledger().items()}, unpublished)
    except ValueError as reason:
        raise InputError(
            "--record", str(reason), "every recorded id with the statement that it was published with"
        ) from None


def _with_progress(run: Any, chosen: int) -> dict[str, Any]:
    """Run with a progress bar on stderr, on a terminal only."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn

    from modgap.theory import ledger

    console = Console(stderr=True)
    if not console.is_terminal:
        return run(lambda _: None)
    with Progress(*Progress.get_default_columns()[:2], MofNCompleteColumn(), TextColumn("{task.fields[last]}"),
                  console=console, transient=True) as bar:  # fmt: skip
        task = bar.add_task("verifying", total=chosen or len(ledger()), last="")
        return run(lambda part: bar.update(task, advance=1, last=f"{part['id']}: {part['status']}"))


def _print_report(report: dict[str, Any], recorded: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold")
    for name in ("claim", "status", "recorded", "seconds", ""):
        table.add_column(name, no_wrap=True)
    for part in report["claims"]:
        verdict = "" if part["ok"] else "[dim]new[/]" if recorded else "[red]differs[/]"
        table.add_row(
            part["id"], _styled(part["status"], part["by_hand"]), part["recorded"], f"{part['seconds']:.2f}", verdict
        )
    console = Console(soft_wrap=True)
    console.print(table)
    for part in report["claims"]:
        for change in [] if recorded else part["changes"]:
            console.print(f"{part['id']}: {change}", markup=False)
        if part["status"] == "open":
            console.print(f"{part['id']} is open: {part['evidence'][0]['what']}", markup=False)
    for complaint in report.get("complaints", []):
        console.print(complaint, markup=False)
    counts: dict[str, int] = {}
    for part in report["claims"]:
        counts[part["status"]] = counts.get(part["status"], 0) + 1
    summary = ", ".join(f"{counts[status]} {status}" for status in STYLES if status in counts)
    kept = sum(part["cached"] for part in report["claims"])
    derived = f" ({kept} of them from an earlier run; --no-cache derives them anew)" if kept else ""
    outcome = "recorded" if recorded else "all as recorded" if report["ok"] else "NOT as recorded"
    what = report.get("part", f"{len(report['claims'])} claims")
    console.print(f"{what}{derived}: {summary}; {outcome}. Ledger {report['digest']}")


# --- cite ----------------------------------------------------------------------------------------------------------


@click.command()
@click.argument("claim_id", metavar="ID")
def cite(claim_id: str) -> None:
    """Print BibTeX for a claim: id, status, version and digests, and the paper that it is about."""
    from modgap.paper_checks.documents.citation import bibtex

    click.echo(bibtex(find_claim(claim_id)).encode())


COMMANDS = [list_claims, show, verify, cite]
