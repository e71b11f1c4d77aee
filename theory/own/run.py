"""Deriving one's own claims, by the same rules and with the same report as the ledger's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from importlib.metadata import version
from typing import Any

from modgap.theory.kernel.asking import LEVELS
from modgap.theory.kernel.claims import Claim
from modgap.theory.own.draws import descend, hold
from modgap.theory.own.guard import no_text
from modgap.theory.own.variants import proves_its_negation
from modgap.theory.verification import record
from modgap.theory.verification.run import finding_of, part_of

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
            if finding["status"] == "open":
                finding = _refuted(claim, level) or finding
            both = proves_its_negation(claim)
        changes = [] if finding["status"] in SHOWN else [f"is {finding['status']}: {finding['evidence'][0]['what']}"]
        if both:
            changes.append("is derived, and so is its opposite: an error in modgap, please report it")
        entries[claim.id] = {name: finding[name] for name in record.FIELDS}
        parts.append({**part_of(claim, finding, "unrecorded", changes), "cached": False})
        on_done(parts[-1])
    return {
        "version": version("modgap"),
        "level": level,
        "digest": record.digest(entries),
        "ok": all(part["ok"] for part in parts),
        "claims": parts,
    }


def _refuted(claim: Claim, level: str) -> dict[str, Any] | None:
    """Return the finding of a certified counterexample to what a derivation did not show, where a search finds one."""
    found = hold(claim.statement, claim.domain, LEVELS[level].draws, searches=[descend]).refutation
    if found is None:
        return None
    against = Claim(**{f.name: getattr(claim, f.name) for f in fields(Claim)} | {"derive": lambda _: found})
    return finding_of(against, level)
