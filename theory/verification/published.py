"""The statements that have been published: `theory/published.lock`, to which lines are only ever added.

A line holds an id, the digest of its statement, and the SHA-256 of the line together with the link of the line
before. So a line that is edited, moved or taken out breaks the chain, and whoever mends the chain has changed every
line below: nothing that `make record` or a slip of the hand does. That the file of today goes on where each committed
one left off is checked against the history (`python -m modgap.paper_checks.documents.publish --check`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

PATH = Path(__file__).parents[1] / "published.lock"

_LINE = re.compile(r"(?P<id>[a-z][a-z0-9_.]*) (?P<statement>sha256:[0-9a-f]{64}) (?P<link>[0-9a-f]{64})")


class ChainError(ValueError):
    """The list of published statements is not what was published."""


def _link(before: str, claim_id: str, statement: str) -> str:
    return hashlib.sha256(f"{before} {claim_id} {statement}".encode()).hexdigest()


def parse(text: str) -> dict[str, str]:
    """Return the digests of the published statements by id.

    Raises
    ------
    ChainError
        Naming the first line that is not as it was published.
    """
    found: dict[str, str] = {}
    link = ""
    if text and not text.endswith("\n"):
        raise ChainError(f"{PATH.name}: the last line is cut off")
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        match = _LINE.fullmatch(line)
        link = _link(link, match["id"], match["statement"]) if match else ""
        if match is None or match["link"] != link or match["id"] in found:
            raise ChainError(f"{PATH.name}: line {number} is not as it was published")
        found[match["id"]] = match["statement"]
    return found


def published() -> dict[str, str]:
    """Return the digests of the published statements by id; empty before anything is published."""
    return parse(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}


def complaints(statements: Mapping[str, str | None]) -> list[str]:
    """Say what speaks against publishing a ledger, one sentence each.

    Parameters
    ----------
    statements : mapping
        By the id of every claim of the ledger the digest of its statement, or None where that is not looked at.
    """
    try:
        before = published()
    except ChainError as reason:
        return [str(reason)]
    lost = [f"{name} was published and is gone" for name in before if name not in statements]
    changed = [
        f"{name} was published with another statement; a changed statement takes a new id"
        for name, digest in statements.items()
        if digest is not None and before.get(name, digest) != digest
    ]
    return lost + changed


def extended(text: str, statements: Mapping[str, str]) -> str:
    """Return the list with the statements added that are not on it; raise `ValueError` where one speaks against it."""
    before = parse(text)
    altered = [name for name, digest in statements.items() if before.get(name, digest) != digest]
    if altered:
        raise ValueError(f"{', '.join(altered)} would be published with another statement")
    link = text.split()[-1] if text else ""
    for name, digest in statements.items():
        if name not in before:
            link = _link(link, name, digest)
            text += f"{name} {digest} {link}\n"
    return text
