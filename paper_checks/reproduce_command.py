"""`modgap reproduce`: figures and tables of the paper, computed anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from numerics.checks import InputError
from paper_checks.console import with_status, writable_folder

__all__ = ["COMMANDS", "TARGETS", "reproduce"]


def _figure1(folder: Path) -> bool:
    """Figure 1: convergence under the three constraints."""
    from paper_checks.convergence_figure import write_convergence

    written, runs = write_convergence(folder)
    for name, run in runs.items():
        report = run.report
        click.echo(f"{name}: {'as the theory says' if report.met else 'falls short'} ({report.theorem})")
        for sentence in report.words:
            click.echo(f"  {sentence}")
    click.echo("modgap: wrote " + ", ".join(str(path) for path in written), err=True)
    return all(run.report.met for run in runs.values())


#: What can be reproduced: each writes to a folder and tells whether the theory was met.
TARGETS: dict[str, Callable[[Path], bool]] = {"fig1": _figure1}


@click.command()
@click.argument("target", metavar="TARGET")
@click.option("--out", metavar="DIR", default="build/reproduce", show_default=True, help="Where to write.")
def reproduce(target: str, out: str) -> int:
    """Compute a figure or table of the paper anew and write it to a folder."""
    if target not in TARGETS:
        raise InputError("TARGET", repr(target), f"one of {', '.join(TARGETS)}")
    folder = writable_folder(out, "--out")
    return 0 if with_status(f"computing {target} …", lambda: TARGETS[target](folder)) else 1


COMMANDS = [reproduce]
