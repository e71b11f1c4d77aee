"""What verification computed the last time it was recorded: `theory/ledger.lock`.

Nobody writes a status into it. `modgap verify --record` writes what the evidence came to, and every later
verification is held against it: status, statement, dependencies, trusted theorems.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from theory.claims import Claim, Verdict

PATH = Path(__file__).with_name("ledger.lock")


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


@cache
def recorded() -> dict[str, dict[str, Any]]:
    """Return the recorded entries by claim id; empty before the first record."""
    return json.loads(PATH.read_text(encoding="utf-8"))["claims"] if PATH.exists() else {}


def recorded_status(claim_id: str) -> str:
    """Return the recorded status of a claim, `unrecorded` where there is none."""
    return recorded().get(claim_id, {}).get("status", "unrecorded")


def differences(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Say how an entry differs from the recorded one, one sentence each."""
    out = [
        f"{key} was {before.get(key)}, is {now[key]}" for key in ("status", "statement") if before.get(key) != now[key]
    ]
    for key in ("rules", "depends", "trusts"):
        gained, lost = set(now[key]) - set(before.get(key, [])), set(before.get(key, [])) - set(now[key])
        out += [f"{key} gained {name!r}" for name in sorted(gained)] + [f"{key} lost {name!r}" for name in sorted(lost)]
    return out


def write(entries: dict[str, dict[str, Any]], order: Iterable[str]) -> None:
    """Record the entries of all claims, in the ledger's order."""
    document = {"digest": digest(entries), "claims": {name: entries[name] for name in order}}
    temporary = PATH.with_suffix(".tmp")
    temporary.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    temporary.replace(PATH)
    recorded.cache_clear()
