"""`modgap list`, `show`, `verify`, `cite`: the ledger of claims at the command line."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.console import counted, print_table, told

if TYPE_CHECKING:
    from modgap.theory.kernel.claims import Claim

__all__ = ["COMMANDS", "OWN", "chosen_claims", "find_claim", "ids_for_the_shell", "own_claims", "print_json"]

STYLES = {
    "proved": "green",
    "certified": "green",
    "tested": "yellow",
    "open": "magenta",
    "refuted": "red",
    "cited": "blue",
    "unrecorded": "dim",
}


#: One's own claims instead of the ledger's.
OWN = click.option("--ledger", "own", metavar="FILE.py", help="Claims of one's own, instead of the ledger's.")


def ids_for_the_shell(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the ids that go on as begun: for a shell that completes, which cannot wait until claims are made."""
    if context.params.get("own"):
        return []
    lock = Path(__file__).parents[2] / "theory" / "ledger.lock"
    known = json.loads(lock.read_text(encoding="utf-8"))["claims"]
    return [claim_id for claim_id in known if claim_id.startswith(begun)]


def find_claim(claim_id: str) -> Claim:
    """Return the claim of that id; raise `InputError` where there is none."""
    from modgap.theory import ledger

    try:
        return ledger()[claim_id]
    except KeyError:
        near = get_close_matches(claim_id, list(ledger()), 3, 0.5)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        expected = f"the id of a claim, one of those that `modgap list` names{hint}"
        raise InputError("ID", repr(claim_id), expected) from None


def chosen_claims(claim_ids: Sequence[str], own: str | None) -> list[Claim]:
    """Return the named claims, or all of them: of the ledger, or of a file of one's own."""
    from modgap.theory import ledger

    if own is None:
        return [find_claim(claim_id) for claim_id in claim_ids] or list(ledger().values())
    claims = own_claims(own)
    for claim_id in claim_ids:
        if claim_id not in claims:
            raise InputError("ID", repr(claim_id), f"the id of a claim of {own}: {', '.join(claims)}")
    return [claims[claim_id] for claim_id in dict.fromkeys(claim_ids)] or list(claims.values())


def own_claims(path: str) -> dict[str, Claim]:
    """Return the claims of a file; raise `InputError` where it does what it may not do."""
    from modgap.theory.own.guard import ForeignError
    from modgap.theory.own.load import load

    try:
        return load(path)
    except ForeignError as error:
        raise InputError("--ledger", str(error), "a file of claims, as docs/examples/your-own-statements.md") from None


def print_json(document: Any) -> None:
    """Print one JSON document."""
    # As bytes: JSON is UTF-8 whatever the locale is.
    click.echo(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False).encode())


def _styled(status: str, by_hand: int = 0) -> str:
    from modgap.theory.kernel.status import standing

    return f"[{STYLES[status]}]{status}[/]{standing(status, by_hand).removeprefix(status)}"


# --- list ----------------------------------------------------------------------------------------------------------


@click.command("list")
@click.option("--status", "statuses", multiple=True, type=click.Choice(list(STYLES)), help="Only of this status.")
@click.option("--kernel", type=click.Choice(["rocq", "python"]), help="Only what Rocq has checked too, or has not.")
@click.option("--chapter", "chapters", multiple=True, metavar="PREFIX", help="Only ids that begin so, as thm.1.")
@click.option("--search", "words", multiple=True, metavar="TEXT", help="Only claims that mention this text.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def list_claims(
    statuses: tuple[str, ...], kernel: str | None, chapters: tuple[str, ...], words: tuple[str, ...], as_json: bool
) -> None:
    """List claims with their recorded status; an option that is given several times allows each of its values.

    All texts of --search must occur, in id, title, source, explanation or statement, whatever their case.
    """
    from modgap.paper_checks.documents.claims import summary
    from modgap.theory import ledger
    from modgap.theory.verification.trust import counts

    rows = [
        row
        for claim in ledger().values()
        if _mentions(claim, words)
        and (row := summary(claim))
        and (not statuses or row["status"] in statuses)
        and kernel in (None, row["kernel"])
        and (not chapters or any(f"{claim.id}.".startswith(f"{chapter.rstrip('.')}.") for chapter in chapters))
    ]
    if as_json:
        print_json(rows)
        return
    from rich.table import Table

    table = Table(box=None, header_style="bold")
    for name in ("id", "status", "kernel", "kind"):
        table.add_column(name, no_wrap=True)
    for name in ("title", "source"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(
            row["id"],
            _styled(row["status"], row["by_hand"]),
            row["kernel"],
            row["relation"],
            row["title"],
            row["source"],
        )
    print_table(table)
    if rows and not (statuses or kernel or chapters or words):
        c, checked = counts(), sum(row["kernel"] == "rocq" for row in rows)
        click.echo(
            f"{counted(len(rows), 'claim')}; of {c['proved']} proved {c['with none by hand']} rest on no theorem "
            f"proved by hand (`modgap trusts`); {checked} claims are checked by Rocq too."
        )
    elif not rows:
        click.echo("No claim is such; `modgap list` names them all.")


def _mentions(claim: Claim, words: tuple[str, ...]) -> bool:
    text = " ".join([claim.id, claim.title, claim.source, claim.about, str(claim.statement) if words else ""])
    return all(word.casefold() in text.casefold() for word in words)


# --- show ----------------------------------------------------------------------------------------------------------


@click.command()
@click.argument("claim_id", metavar="ID", shell_complete=ids_for_the_shell)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def show(claim_id: str, as_json: bool) -> None:
    """Show one claim whole; its evidence is derived anew, with few drawn points."""
    from modgap.paper_checks.documents.claims import description
    from modgap.theory.verification.run import find

    claim = find_claim(claim_id)
    document = description(claim, find(claim.id, "quick"))
    if as_json:
        print_json(document)
    else:
        _print_claim(document)


def _print_claim(document: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]{document['id']}[/]  {escape(document['title'])}")
    status = _styled(document["computed_status"], document["by_hand"])
    console.print(f"{status}; {document['relation']} ({escape(document['source'])})\n")
    if document["kernel"] == "rocq":
        says = "refutes" if document["computed_status"] == "refuted" else "proves"
        console.print(f"[green]kernel-checked[/]: Rocq {says} this statement, from definitions (docs/kernel.md)\n")
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


def _evidence_line(step: dict[str, Any]) -> str:
    shows = step["detail"].get("shows")
    rest = ", ".join(f"{key} {value}" for key, value in step["detail"].items() if key != "shows")
    return f"{step['rule']}: {step['what']}" + (f" [{rest}]" if rest else "") + (f"  {shows}" if shows else "")


# --- verify --------------------------------------------------------------------------------------------------------


@click.command()
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, shell_complete=ids_for_the_shell)
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
@click.option(
    "--step", type=int, metavar="N", help="Take only this step of the one claim again, its engine asked anew."
)
@click.option("--progress", is_flag=True, help="Print a line per claim on stderr as it is settled.")
@OWN
@click.option("--unpublished", multiple=True, metavar="ID", help="An id whose recorded statement may change or go.")
def verify(
    claim_ids: tuple[str, ...],
    level: str,
    jobs: int,
    as_json: bool,
    no_cache: bool,
    write_record: bool,
    rocq: bool,
    step: int | None,
    progress: bool,
    own: str | None,
    unpublished: tuple[str, ...],
) -> int:
    """Derive claims anew, compute their statuses from the evidence, and compare with the record.

    A claim that was found as recorded by an earlier run of the same source and engines is not derived again. Verdicts
    are kept in $MODGAP_CACHE, by default ~/.cache/modgap/verdicts; --no-cache and --record derive everything.
    """
    from modgap.theory import ledger
    from modgap.theory.verification.cache import Cache, default_folder
    from modgap.theory.verification.run import verify as run

    if step is not None:
        if write_record or unpublished or rocq:
            raise InputError("--step", str(step), "it without --record, --unpublished and --rocq")
        return _verify_step(claim_ids, step, own, as_json)
    if own is not None:
        if write_record or unpublished:
            raise InputError("--ledger", own, "it without --record, which is for the ledger itself")
        return _verify_own(claim_ids, own, level, as_json, progress)
    chosen = [find_claim(claim_id).id for claim_id in claim_ids]
    if write_record and chosen:
        raise InputError("--record", f"it with {' '.join(chosen)}", "no ids, since only the whole ledger is recorded")
    if unpublished and not write_record:
        raise InputError("--unpublished", " ".join(unpublished), "it along with --record")
    if write_record:
        _check_restatements(unpublished)
    cache = None if no_cache or write_record else Cache(default_folder())
    with told("verifying", len(chosen) or len(ledger()), progress) as tell:
        report = run(
            chosen, level, jobs, lambda part: tell(f"{part['id']}: {part['status']}"), write_record, unpublished, cache
        )
    if as_json:
        print_json(report)
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
    click.echo(f"{checked.summary}. {counted(len(checked.claims), 'claim')}; sources {checked.sources}", err=True)
    return True


def _verify_step(claim_ids: tuple[str, ...], number: int, own: str | None, as_json: bool) -> int:
    """Take one step of one claim again; 1 if it falls short."""
    from modgap.paper_checks.commands.step import again, line

    if len(set(claim_ids)) != 1:
        raise InputError("--step", str(number), f"one ID beside it, not {len(set(claim_ids))}")
    found = again(chosen_claims(claim_ids, own)[0], number)
    if as_json:
        print_json(found)
    else:
        click.echo(line(found))
    return 0 if found["ok"] else 1


def _verify_own(claim_ids: tuple[str, ...], own: str, level: str, as_json: bool, progress: bool) -> int:
    """Derive claims of a file of one's own, which nothing is recorded of; 1 unless all are shown."""
    from modgap.theory.own.run import verify as run

    claims = chosen_claims(claim_ids, own)
    with told("verifying", len(claims), progress) as tell:
        report = run(claims, level, lambda part: tell(f"{part['id']}: {part['status']}"))
    if as_json:
        print_json(report)
    else:
        _print_report(report, recorded=False, outcomes=("all shown", "NOT all shown"))
    return 0 if report["ok"] else 1


def _check_restatements(unpublished: tuple[str, ...]) -> None:
    from modgap.theory import ledger
    from modgap.theory.verification.record import refuse_restatements

    try:
        refuse_restatements({name: claim.statement_digest for name, claim in ledger().items()}, unpublished)
    except ValueError as reason:
        raise InputError(
            "--record", str(reason), "every recorded id with the statement that it was published with"
        ) from None


def _print_report(
    report: dict[str, Any], recorded: bool, outcomes: tuple[str, str] = ("all as recorded", "NOT as recorded")
) -> None:
    from rich.console import Console
    from rich.table import Table

    difference = "differs" if outcomes[0] == "all as recorded" else "not shown"
    table = Table(box=None, header_style="bold")
    for name in ("claim", "status", "recorded", "seconds", ""):
        table.add_column(name, no_wrap=True)
    for part in report["claims"]:
        verdict = "" if part["ok"] else "[dim]new[/]" if recorded else f"[red]{difference}[/]"
        table.add_row(
            part["id"], _styled(part["status"], part["by_hand"]), part["recorded"], f"{part['seconds']:.2f}", verdict
        )
    print_table(table)
    console = Console(soft_wrap=True)
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
    outcome = "recorded" if recorded else outcomes[0] if report["ok"] else outcomes[1]
    what = report.get("part", counted(len(report["claims"]), "claim"))
    console.print(f"{what}{derived}: {summary}; {outcome}. Ledger {report['digest']}")


# --- cite ----------------------------------------------------------------------------------------------------------


@click.command()
@click.argument("claim_ids", metavar="ID...", nargs=-1, required=True, shell_complete=ids_for_the_shell)
@click.option("--latex", "as_latex", is_flag=True, help="Print a paragraph of LaTeX for each claim instead.")
def cite(claim_ids: tuple[str, ...], as_latex: bool) -> None:
    """Print BibTeX for claims: id, status, version, commit and digests, and once the paper that they are about.

    With --latex: title, hypotheses, statement, status and what is trusted, to be set with amsmath.
    """
    from modgap.paper_checks.documents.citation import bibtex, paragraph

    claims = [find_claim(claim_id) for claim_id in dict.fromkeys(claim_ids)]
    text = "\n\n".join(paragraph(claim) for claim in claims) if as_latex else bibtex(*claims)
    click.echo(text.encode())


# --- trusts --------------------------------------------------------------------------------------------------------


@click.command()
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, shell_complete=ids_for_the_shell)
@click.option("--words", is_flag=True, help="Print each statement with its hypotheses and its proof or reference.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def trusts(claim_ids: tuple[str, ...], words: bool, as_json: bool) -> None:
    """List what claims take as given: engines, definitions, cited theorems, theorems proved in words beside the code.

    Of all claims, if none is named. `rests` counts the claims of the ledger that rest on an item, directly or not.
    """
    from modgap.theory.verification.trust import KINDS, counts, items

    chosen = {find_claim(claim_id).id for claim_id in claim_ids}
    found = [item for item in items() if not chosen or chosen & set(item.claims)]
    if as_json:
        fields = ("name", "kind", "words", "source", "claims")
        print_json({"counts": counts(), "items": [{name: getattr(item, name) for name in fields} for item in found]})
        return
    for item in found:
        where = f"  [{item.source}]" if item.source else ""
        click.echo(f"{item.kind:<10} {len(item.claims):>3}  {item.name}{where}")
        for line in item.words.splitlines() if words else []:
            click.echo(f"                 {line}")
    by_kind = ", ".join(f"{sum(item.kind == what for item in found)} {what}" for what in KINDS)
    click.echo(f"{len(found)} items: {by_kind}.")
    if not chosen:
        c = counts()
        click.echo(f"{c['proved']} claims are proved: {c['with none by hand']} rest on no theorem by hand, "
                   f"{c['with some by hand']} on at least one.")  # fmt: skip


COMMANDS = [list_claims, show, verify, cite, trusts]
