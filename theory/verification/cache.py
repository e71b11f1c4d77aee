"""Verdicts kept between runs, so that an unchanged claim is not derived again.

A verdict is kept under everything that it depends on: the claim and its statement, the level, the source of `theory`
and the versions of interpreter and engines. One changed byte of the source makes every kept verdict void.

The cache can spare work, never change an outcome for the better. An entry is used only if it is whole, sealed by the
SHA-256 of its content, owned and writable by the user alone, filed under the very key that is asked for, and equal
to the record; whatever else is found is passed over and the claim derived. So a failure is always found by deriving.
Verdicts that say `open` are not kept: another run may settle what this one had no time for.

The seal is against damage and mistakes. It is no signature: whoever may write to the user's cache can compute a seal
for a verdict of their own making, just as they could edit the source. Where that matters, and for all that is
recorded or published, nothing is taken from the cache (`--no-cache`).
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.status import Status
from modgap.theory.verification import record, source

#: The form of an entry; another form is another key.
FORM = 1

#: For how many versions of source and engines verdicts are kept; the ones used longest ago go first.
KEPT = 4

FIELDS = {*record.FIELDS, "seconds", "evidence"}


def default_folder() -> Path | None:
    """Return `$MODGAP_CACHE`, or `modgap/verdicts` in the user's cache folder; None where there is no home."""
    if chosen := os.environ.get("MODGAP_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "modgap" / "verdicts"
    except RuntimeError:
        return None


class Cache:
    """Findings on claims (see `theory.verification.run.find`) in a folder; where that cannot be used, nothing is kept.

    Parameters
    ----------
    folder : Path or None
        Where they are; it is made when first needed. None keeps nothing.
    """

    def __init__(self, folder: Path | None):
        self._folder = folder
        self._about = {"form": FORM, "source": source.AT_IMPORT, "environment": source.environment()}
        self._generation = _hash(self._about)

    def load(self, claim: Claim, level: str) -> dict[str, Any] | None:
        """Return the finding kept for a claim, or None where there is none that can be relied on."""
        if self._folder is None:
            return None
        path = self._path(claim, level)
        try:
            entry = json.loads(_read_own(path))
            sound = set(entry) == {"key", "finding", "seal"} and entry["key"] == self._key(claim, level)
            if not sound or entry["seal"] != _hash([entry["key"], entry["finding"]]):
                return None
            finding = entry["finding"]
            return finding if _is_finding(finding) and finding["statement"] == claim.statement_digest else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def store(self, claim: Claim, level: str, finding: dict[str, Any]) -> None:
        """Keep a finding, whole or not at all; not one that is open, nor one of a source that was edited meanwhile."""
        if self._folder is None or not _is_finding(finding) or source.digest() != source.AT_IMPORT:
            return
        key, path = self._key(claim, level), self._path(claim, level)
        # A folder that cannot be written to, a full disk or evidence that is no JSON costs a derivation, nothing else.
        with suppress(OSError, TypeError, ValueError):
            content = json.dumps({"key": key, "finding": finding, "seal": _hash([key, finding])})
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False) as file:
                file.write(content)
            os.replace(file.name, path)
            self._forget_old()

    def _key(self, claim: Claim, level: str) -> dict[str, Any]:
        return {**self._about, "claim": claim.id, "statement": claim.statement_digest, "level": level}

    def _path(self, claim: Claim, level: str) -> Path:
        assert self._folder is not None
        return self._folder / self._generation / f"{claim.id}.{level}.json"

    def _forget_old(self) -> None:
        """Remove the folders of all but the latest versions of source and engines."""
        assert self._folder is not None
        folders = [f for f in self._folder.iterdir() if re.fullmatch("[0-9a-f]{64}", f.name)]
        for old in sorted(folders, key=lambda f: f.stat().st_mtime, reverse=True)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)


def _read_own(path: Path) -> str:
    """Read a file that belongs to the user and that nobody else may write to; raise `OSError` for another."""
    # Without waiting, in case that it is a pipe.
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), encoding="utf-8") as file:
        about = os.fstat(file.fileno())
        foreign = hasattr(os, "geteuid") and (about.st_uid != os.geteuid() or about.st_mode & 0o022)
        if foreign or not stat.S_ISREG(about.st_mode):
            raise PermissionError(f"{path} is not the user's own")
        return file.read()


def _hash(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _is_finding(finding: Any) -> bool:
    """Say whether this is a whole finding that settles its claim."""
    if not isinstance(finding, dict) or set(finding) != FIELDS:
        return False
    evidence, names, seconds = finding["evidence"], [*finding["depends"], *finding["trusts"]], finding["seconds"]
    return (
        finding["status"] in {status.value for status in Status if status is not Status.OPEN}
        and bool(evidence)
        and all(set(step) == {"rule", "what", "detail"} for step in evidence)
        and finding["rules"] == sorted({step["rule"] for step in evidence})
        and all(isinstance(name, str) for name in names)
        and isinstance(seconds, int | float)
        and math.isfinite(seconds)
    )
