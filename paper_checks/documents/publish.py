"""Publish the statements of the ledger; with --check, see that none has changed (`make publish`).

What is published stays: see `theory.verification.published`. The check holds the list of today against the ledger and
against every list that the main line of the history holds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from modgap.theory import ledger
from modgap.theory.verification import published

__all__ = ["check", "history_complaints", "main"]


def check() -> list[str]:
    """Return what speaks against the list of published statements, or against the ledger."""
    return published.complaints({name: claim.statement_digest for name, claim in ledger().items()})


def history_complaints(path: Path) -> tuple[list[str], str]:
    """Return in what the list departs from those committed before it, and a sentence on what it was held against."""
    inside = _git(path.parent, "rev-parse", "--is-shallow-repository")
    if inside is None or inside.strip() != "false":
        return [], "no history at hand: the list was held against the ledger alone"
    commits = (_git(path.parent, "rev-list", "--first-parent", "HEAD", "--", path.name) or "").split()
    now = path.read_text(encoding="utf-8") if path.exists() else ""
    out = []
    for commit in commits:
        before = _git(path.parent, "show", f"{commit}:./{path.name}") or ""
        if not now.startswith(before):
            out.append(f"{path.name} does not go on where commit {commit[:12]} left off")
    return out, f"held against {len(commits)} commits"


def _git(folder: Path, *args: str) -> str | None:
    """Return what git prints, or None where it fails or is missing."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *args], capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _publish() -> None:
    path = published.PATH
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    text = published.extended(text, {name: claim.statement_digest for name, claim in ledger().items()})
    partial = path.with_suffix(".part")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)


def main(args: list[str] | None = None) -> int:
    """Publish or check; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m modgap.paper_checks.documents.publish", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a statement has changed")
    if not parser.parse_args(args).check:
        _publish()
        print(f"{len(published.published())} statements are published")
        return 0
    departures, extent = history_complaints(published.PATH)
    problems = check() + departures
    for problem in problems:
        print(f"modgap: {problem}", file=sys.stderr)
    print(f"published statements: {'CHANGED' if problems else 'unchanged'} ({extent})")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
