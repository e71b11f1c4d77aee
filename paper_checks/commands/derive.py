"""`modgap derive`: the derivations, regenerated from the ledger as HTML, TeX, PDF or JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from modgap.numerics.checks import InputError
from modgap.paper_checks.commands.ledger import OWN, chosen_claims, ids_for_the_shell
from modgap.paper_checks.io.console import output_folder, say_written
from modgap.paper_checks.io.whole import write_whole

if TYPE_CHECKING:
    from modgap.theory.kernel.claims import Claim

__all__ = ["COMMANDS"]

ENGINES = ("lualatex", "xelatex", "pdflatex")


@click.command()
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, shell_complete=ids_for_the_shell)
@click.option("--format", "form", type=click.Choice(["html", "tex", "pdf", "json"]), default="html", show_default=True)
@OWN
@click.option("--out", metavar="DIR", help="Write derivations.FORMAT to DIR; without it, print (not for pdf).")
def derive(claim_ids: tuple[str, ...], form: str, own: str | None, out: str | None) -> None:
    """Regenerate the derivations of claims and of what they rest on, step by step; of all claims, if none is named."""
    claims = chosen_claims(claim_ids, own)
    if form == "pdf":
        if out is None:
            raise InputError("--out", "nothing", "a folder for the PDF")
        _write(Path(out), "pdf", _typeset(claims))
        return
    text = _json(claims) if form == "json" else _rendered(claims, form)
    if out is None:
        # As bytes: the document is UTF-8 whatever the locale is.
        click.echo(text.encode())
    else:
        _write(Path(out), form, text.encode())


def _rendered(claims: list[Claim], form: str) -> str:
    from modgap.paper_checks.documents.derivation import render, with_ancestors

    return render(with_ancestors(claims), form)


def _json(claims: list[Claim]) -> str:
    from modgap.paper_checks.documents.claims import ledger_document
    from modgap.paper_checks.documents.derivation import with_ancestors

    return json.dumps(ledger_document(with_ancestors(claims)), indent=2, ensure_ascii=False, allow_nan=False)


def _write(folder: Path, form: str, content: bytes) -> None:
    """Write the whole document or nothing."""
    with output_folder(str(folder), "--out"):
        before = set(folder.iterdir())
        say_written(write_whole({folder / f"derivations.{form}": content}), before)


def _typeset(claims: list[Claim]) -> bytes:
    """Return a PDF made by the first TeX engine that is installed."""
    engine = next(filter(None, map(shutil.which, ENGINES)), None)
    if engine is None:
        raise InputError("--format", "pdf", f"one of {', '.join(ENGINES)} installed; --format tex gives the source")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "derivations.tex")
        source.write_text(_rendered(claims, "tex"), encoding="utf-8")
        run = [engine, "-interaction=nonstopmode", "-halt-on-error", source.name]
        # The contents are known after the first run and move the pages in the second.
        for _ in range(3):
            done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                raise click.ClickException(f"{Path(engine).name} failed: {done.stdout[-300:]}")
        return source.with_suffix(".pdf").read_bytes()


COMMANDS = [derive]
