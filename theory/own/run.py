"""Deriving one's own claims, by the same rules and with the same report as the ledger's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

from modgap.theory.kernel.claims import Claim
from modgap.theory.own.guard import no_text
from modgap.theory.own.variants import proves_its_negation
from modgap.theory.verification import record
from modgap.theory.verification.run import finding_of

__all__ = ["verify"]

#: What a claim must come to, to count as shown.
SHOWN = ("proved", "certified", "tested", "cited")


def verify(
    claims: Sequence[Claim], level: str = "default", on_done: Callable[[dict[str, Any]], None] = lambda _: None
) -> dict[str, Any]:
    """Derive claims and return a report of the form of `verification.run.verify`; nothing is recorded of them.

    `ok` says whether a claim is shown; `changes` says why not. A derivation that ends in a rule which shows the
    opposite statement as well, shows nothing.
    """
    parts, entries = [], {}
    for claim in claims:
        with no_text():
            finding = finding_of(claim, level)
            both = proves_its_negation(claim)
        changes = [] if finding["status"] in SHOWN else [f"is {finding['status']}: {finding['evidence'][0]['what']}"]
        if both:
            changes.append("is derived, and so is its opposite: an error in modgap, please report it")
        entries[claim.id] = {name: finding[name] for name in record.FIELDS}
        parts.append(
            {
                "id": claim.id,
                "title": claim.title,
                "relation": claim.relation,
                "recorded": "unrecorded",
                "status": finding["status"],
                "ok": not changes,
                "changes": changes,
                "seconds": finding["seconds"],
                "hypotheses": claim.domain.hypotheses(),
                "depends": finding["depends"],
                "trusts": finding["trusts"],
                "evidence": finding["evidence"],
                "cached": False,
            }
        )
        on_done(parts[-1])
    return {
        "version": version("modgap"),
        "level": level,
        "digest": record.digest(entries),
        "ok": all(part["ok"] for part in parts),
        "claims": parts,
    }
