"""`modgap site`: the reference as a static site, from the ledger alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from modgap.numerics.checks import InputError
from modgap.paper_checks.commands.ledger import find_claim
from modgap.paper_checks.io.console import output_folder

if TYPE_CHECKING:
    from modgap.paper_checks.site.library import Library
    from modgap.theory.kernel.claims import Claim

__all__ = ["COMMANDS"]


@click.command()
@click.argument("claim_ids", metavar="[ID]...", nargs=-1)
@click.option("--out", metavar="DIR", default="build/docs", show_default=True, help="Where to write the site.")
def site(claim_ids: tuple[str, ...], out: str) -> int:
    """Build the reference as a static site: of all claims, or of some and what they rest on."""
    from modgap.paper_checks.documents.derivation import with_ancestors
    from modgap.paper_checks.site.build import write
    from modgap.theory import ledger

    claims = with_ancestors([find_claim(i) for i in claim_ids]) if claim_ids else list(ledger().values())
    with output_folder(out, "--out") as folder:
        _check_folder(folder)
        library = _derived(claims)
        count = write(library, folder)
    click.echo(f"modgap: wrote {count} files; open {folder / 'index.html'}", err=True)
    return _report(library)


def _check_folder(folder: Path) -> None:
    """Refuse a folder that is not ours to replace, before minutes are spent."""
    from modgap.paper_checks.site.build import MARK

    if any(folder.iterdir()) and not (folder / MARK).exists():
        raise InputError("--out", str(folder), "an empty folder, a new one, or one that `modgap site` wrote")


def _derived(claims: list[Claim]) -> Library:
    """Derive the claims, with a progress bar on stderr, on a terminal only."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn

    from modgap.paper_checks.site.library import collect

    console = Console(stderr=True)
    if not console.is_terminal:
        return collect(claims)
    with Progress(*Progress.get_default_columns()[:2], MofNCompleteColumn(), TextColumn("{task.fields[last]}"),
                  console=console, transient=True) as bar:  # fmt: skip
        task = bar.add_task("deriving", total=len(claims), last="")
        return collect(claims, lambda name: bar.update(task, advance=1, last=name))


def _report(library: Library) -> int:
    """Say on stderr where a computed status is not the recorded one; return 1 if any is weaker or another."""
    from modgap.theory.verification.record import recorded_status

    differing = [name for name in library.entries if recorded_status(name) not in ("unrecorded", library.status(name))]
    for name in differing:
        was, now = recorded_status(name), library.status(name)
        click.echo(f"modgap: {name} is {now}, recorded as {was}; run `modgap verify`", err=True)
    return 1 if differing else 0


COMMANDS = [site]
