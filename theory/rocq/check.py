"""Have Rocq check the claims that are proved in `rocq/`, and record what it said.

A claim counts as kernel-checked only if its statement, written anew from the claim's object, is the one that was
compiled with its proof in this run, from sources whose digest is recorded with the result.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from modgap.theory.book import ledger
from modgap.theory.kernel.claims import Claim
from modgap.theory.rocq.children import run
from modgap.theory.rocq.statements import conclusions, statements

#: The development: beside this package in a checkout; an installed package has none.
SOURCES = Path(__file__).parents[2] / "rocq"

#: What a run with --record wrote.
RECORD = Path(__file__).parents[1] / "rocq.lock"


class NotCheckedError(Exception):
    """Rocq could not be asked, or did not agree; the message says which."""


@dataclass(frozen=True)
class Checked:
    """What Rocq checked: the digest of the sources, the statement digests of the claims, and its own last line."""

    sources: str
    claims: dict[str, str]
    summary: str


def listed(sources: Path = SOURCES) -> list[tuple[Claim, bool]]:
    """Return the claims of `rocq/claims`, each with whether its negation is what is proved (`not ID`)."""
    claims = []
    for line in (sources / "claims").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if words and not line.startswith("#"):
            claims.append((ledger()[words[-1]], words[0] == "not"))
    return claims


def modules(sources: Path = SOURCES) -> list[str]:
    """Return the modules of proofs of statements: all of `Ledger` but what is generated, and the language."""
    found = sorted(path.stem for path in (sources / "theories/Ledger").glob("*.v"))
    return [f"Ledger.{stem}" for stem in found if stem not in ("Language", "Statements", "Check")]


def generated(sources: Path = SOURCES) -> dict[Path, str]:
    """Return the generated files and their texts."""
    claims, folder = listed(sources), sources / "theories/Ledger"
    return {
        folder / "Statements.v": statements(claims),
        folder / "Check.v": conclusions(claims, modules(sources)),
    }


def digest(sources: Path = SOURCES) -> str:
    """Return the SHA-256 of all that is compiled and of what decides whether it passes."""
    names = ("_CoqProject", "axioms.allowed", "check.sh", "claims")
    paths = [*(sources / name for name in names), *sorted((sources / "theories").rglob("*.v"))]
    parts = [(path.relative_to(sources).as_posix(), path.read_text(encoding="utf-8")) for path in paths]
    return "sha256:" + hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def check(sources: Path = SOURCES, work: Path | None = None) -> Checked:
    """Compile the statements of the ledger with their proofs, and return what was checked.

    Parameters
    ----------
    sources : Path
        The folder of the development.
    work : Path, optional
        Where to compile; by default `build/rocq` beside it. What is there is deleted.

    Raises
    ------
    NotCheckedError
        If Rocq is missing, a generated file is not what the claims say now, or anything fails to compile or to recheck.
    """
    if not (sources / "check.sh").exists():
        raise NotCheckedError(f"there is no {sources}: the proofs come with the source, not with the installed package")
    if not all(map(shutil.which, ("coqc", "coqchk", "coq_makefile"))):
        raise NotCheckedError("coqc is not installed (Debian: apt-get install coq libcoq-coquelicot)")
    for path, text in generated(sources).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            raise NotCheckedError(
                f"{path.name} is not what the claims say now; `python -m modgap.theory.rocq` writes it"
            )
    before = digest(sources)
    command = ["sh", str(sources / "check.sh"), str(work or sources.parent / "build/rocq")]
    said = run(command)
    if said.returncode or "SKIPPED" in said.stdout:
        raise NotCheckedError("Rocq refused the proofs:\n" + (said.stdout + said.stderr).strip()[-2000:])
    if digest(sources) != before:
        raise NotCheckedError("the sources changed while they were being compiled")
    claims = {claim.id: claim.statement_digest for claim, _ in listed(sources)}
    return Checked(before, claims, said.stdout.strip().splitlines()[-1])


def write(checked: Checked) -> None:
    """Record what was checked."""
    document = {"sources": checked.sources, "claims": checked.claims}
    RECORD.write_text(json.dumps(document, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def kernel_checked(claim: Claim, sources: Path = SOURCES, record: Path = RECORD) -> bool:
    """Return whether the record says that Rocq checked this very statement, from the sources as they are now."""
    return recorded(sources, record).get(claim.id) == claim.statement_digest


def recorded(sources: Path, record: Path) -> dict[str, str]:
    """Return the recorded statement digests; none if the sources are not those that were compiled."""
    if not record.exists() or not (sources / "claims").exists():
        return {}
    document = json.loads(record.read_text(encoding="utf-8"))
    return document["claims"] if document["sources"] == digest(sources) else {}
