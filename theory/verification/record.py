"""What verification computed the last time it was recorded: `theory/ledger.lock`.

Nobody writes a status into it. `modgap verify --record` writes what the evidence came to, and every later
verification is held against it: status, statement, dependencies, trusted theorems.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from modgap.theory.kernel.claims import Claim, Verdict
from modgap.theory.kernel.rules import count_by_hand
from modgap.theory.kernel.status import standing
from modgap.theory.verification.published import published

PATH = Path(__file__).parents[1] / "ledger.lock"

#: What is recorded of a claim.
FIELDS = ("status", "statement", "rules", "depends", "trusts")


def entry(claim: Claim, verdict: Verdict) -> dict[str, Any]:
    """Return what is recorded of a claim."""
    return {
        "status": verdict.status.value,
        "statement": claim.statement_digest,
        "rules": sorted({step["rule"] for step in verdict.evidence}),
        "depends": sorted(c.id for c in verdict.depends),
        "trusts": list(verdict.trusts),
    }


def digest(entries: dict[str, dict[str, Any]]) -> str:
    """Return the SHA-256 of statements, hypotheses and kinds of evidence; timings and order do not enter."""
    kernel = {name: [e["statement"], e["status"], e["rules"]] for name, e in entries.items()}
    return "sha256:" + hashlib.sha256(json.dumps(kernel, sort_keys=True).encode()).hexdigest()


def complaint() -> str | None:
    """Say whether the record was edited by hand: its digest is that of its entries, if nobody did."""
    if not PATH.exists():
        return None
    document = json.loads(PATH.read_text(encoding="utf-8"))
    if document["digest"] == digest(document["claims"]):
        return None
    return f"{PATH.name} was edited: its entries do not have the digest that it states"


@cache
def recorded() -> dict[str, dict[str, Any]]:
    """Return the recorded entries by claim id; empty before the first record."""
    return json.loads(PATH.read_text(encoding="utf-8"))["claims"] if PATH.exists() else {}


def recorded_status(claim_id: str) -> str:
    """Return the recorded status of a claim, `unrecorded` where there is none."""
    return recorded().get(claim_id, {}).get("status", "unrecorded")


def by_hand(claim_id: str) -> int:
    """Return on how many proofs in words a claim rests, its own and those of all that it depends on, as recorded."""
    return count_by_hand(recorded().get(claim_id, {}).get("trusts", ()))


def recorded_standing(claim_id: str) -> str:
    """Return the recorded status of a claim with the number of proofs in words that it rests on."""
    return standing(recorded_status(claim_id), by_hand(claim_id))


def differences(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Say how an entry differs from the recorded one, one sentence each."""
    out = [
        f"{key} was {before.get(key)}, is {now[key]}" for key in ("status", "statement") if before.get(key) != now[key]
    ]
    for key in ("rules", "depends", "trusts"):
        gained, lost = set(now[key]) - set(before.get(key, [])), set(before.get(key, [])) - set(now[key])
        out += [f"{key} gained {name!r}" for name in sorted(gained)] + [f"{key} lost {name!r}" for name in sorted(lost)]
    return out


def refuse_restatements(statements: Mapping[str, str], unpublished: Collection[str] = ()) -> None:
    """Refuse to record another statement under a recorded id, or to drop an id.

    Parameters
    ----------
    statements : mapping
        The digest of every claim's statement, by id.
    unpublished : collection of str
        Ids that nobody can have seen yet, so that they may still change or go.

    Raises
    ------
    ValueError
        Naming the ids: a changed statement takes a new id, and the old claim stays and says `superseded_by`.
    """
    settled = sorted(set(unpublished) & set(published()))
    if settled:
        raise ValueError(f"{', '.join(settled)} is published (theory/published.lock), and cannot be withdrawn")
    before = recorded()
    strays = sorted(set(unpublished) - set(before))
    if strays:
        raise ValueError(f"no claim is recorded as {', '.join(strays)}")
    lost = [name for name, e in before.items() if statements.get(name) != e["statement"] and name not in unpublished]
    if lost:
        raise ValueError(
            f"{', '.join(lost)} would be recorded with another statement, or none; an id is never reused: "
            "give the new statement a new id and let the old claim say superseded_by"
        )


def write(entries: dict[str, dict[str, Any]], order: Iterable[str]) -> None:
    """Record the entries of all claims, in the ledger's order."""
    document = {"digest": digest(entries), "claims": {name: entries[name] for name in order}}
    temporary = PATH.with_suffix(".tmp")
    temporary.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    temporary.replace(PATH)
    recorded.cache_clear()
