"""Re-derive claims, compute their statuses, and hold them against the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from typing import Any

from modgap.theory.book import ledger
from modgap.theory.kernel.asking import EFFORT, LEVELS
from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.rules import count_by_hand
from modgap.theory.rocq.standing import kernel
from modgap.theory.verification import published, record, source
from modgap.theory.verification.cache import Cache
from modgap.theory.verification.told import told
from modgap.theory.verification.workers import each


def find(claim_id: str, level: str) -> dict[str, Any]:
    """Derive one claim; return what would be recorded of it, its evidence, and the seconds that it took.

    No clock ends a derivation: searches and solvers count their steps, so that a busy machine finds what an idle one
    finds.
    """
    return finding_of(ledger()[claim_id], level)


def finding_of(claim: Claim, level: str) -> dict[str, Any]:
    """Derive a claim, of the ledger or not; return what `find` does."""
    token = EFFORT.set(LEVELS[level])
    try:
        verdict = claim.verdict
    finally:
        EFFORT.reset(token)
    found = record.entry(claim, verdict)
    return {**found, "seconds": round(verdict.seconds, 3), "evidence": told(verdict)}


def verify_one(claim_id: str, level: str) -> dict[str, Any]:
    """Derive one claim and hold it against the record; return its part of the report."""
    return _held_against_record(ledger()[claim_id], find(claim_id, level))


def _entry(finding: dict[str, Any]) -> dict[str, Any]:
    return {name: finding[name] for name in record.FIELDS}


def _held_against_record(claim: Claim, finding: dict[str, Any]) -> dict[str, Any]:
    changes = record.differences(record.recorded().get(claim.id, {}), _entry(finding))
    return part_of(claim, finding, record.recorded_status(claim.id), changes)


def part_of(claim: Claim, finding: dict[str, Any], recorded: str, changes: list[str]) -> dict[str, Any]:
    """Return a claim's part of the report: what was found, what is recorded, and what speaks against it."""
    return {
        "id": claim.id,
        "title": claim.title,
        "relation": claim.relation,
        "recorded": recorded,
        "status": finding["status"],
        "ok": not changes,
        "changes": changes,
        "seconds": finding["seconds"],
        "hypotheses": claim.domain.hypotheses(),
        "depends": finding["depends"],
        "trusts": finding["trusts"],
        "by_hand": count_by_hand(finding["trusts"]),
        "kernel": kernel(claim),
        "evidence": finding["evidence"],
    }


def verify(
    ids: Sequence[str] = (),
    level: str = "default",
    jobs: int = 1,
    on_done: Callable[[dict[str, Any]], None] = lambda _: None,
    write_record: bool = False,
    unpublished: Sequence[str] = (),
    cache: Cache | None = None,
) -> dict[str, Any]:
    """Verify claims and return the report of the contract; `complaints` is there if the record itself is at fault.

    Parameters
    ----------
    ids : sequence of str
        Claims to verify; all of them if empty.
    level : {'quick', 'default', 'full'}
        How much numerical evidence is gathered; exact derivations are the same at every level.
    jobs : int
        Number of processes.
    on_done : callable
        Called with each claim's part of the report as it is finished.
    write_record : bool
        Whether to record what was found; all claims must be verified for that.
    unpublished : sequence of str
        Ids that may be recorded with another statement, or dropped, as nobody can have seen them yet.
    cache : Cache, optional
        Where verdicts of earlier runs are looked up and new ones kept. What is recorded is always derived anew.

    Raises
    ------
    KeyError
        If an id is unknown.
    ValueError
        If a part of the ledger is to be recorded, or another statement under a recorded id.
    """
    chosen = list(dict.fromkeys(ids)) or list(ledger())
    for claim_id in chosen:
        ledger()[claim_id]
    if write_record and set(chosen) != set(ledger()):
        raise ValueError("only the whole ledger is recorded")
    if write_record:
        record.refuse_restatements({name: ledger()[name].statement_digest for name in chosen}, unpublished)
    found: dict[str, dict[str, Any]] = {}
    parts: dict[str, dict[str, Any]] = {}
    for claim_id, finding, cached in _findings(chosen, level, jobs, None if write_record else cache):
        found[claim_id] = finding
        parts[claim_id] = {**_held_against_record(ledger()[claim_id], finding), "cached": cached}
        on_done(parts[claim_id])
    entries = {claim_id: _entry(found[claim_id]) for claim_id in chosen}
    if write_record:
        record.write(entries, chosen)
    complaints, whole = _complaints(chosen), set(chosen) == set(ledger())
    return {
        "version": version("modgap"),
        "level": level,
        # A part has no digest of its own: it is held against that of the ledger that is recorded.
        "digest": record.digest(entries if whole else record.recorded()),
        "ok": all(part["ok"] for part in parts.values()) and not complaints,
        "claims": [parts[claim_id] for claim_id in chosen],
        **({} if whole else {"part": f"{len(chosen)} of the {len(ledger())} claims of the ledger"}),
        **({"complaints": complaints} if complaints else {}),
    }


def _complaints(chosen: Sequence[str]) -> list[str]:
    """Return what is wrong with the record as a whole, and with what was published of the chosen claims."""
    statements = {name: claim.statement_digest if name in chosen else None for name, claim in ledger().items()}
    return [*filter(None, [record.complaint(), source.stale()]), *published.complaints(statements)]


def _findings(
    chosen: list[str], level: str, jobs: int, cache: Cache | None
) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield (id, finding, whether it was kept from an earlier run); what is not as recorded is derived, not kept."""
    missing = []
    for claim_id in chosen:
        claim = ledger()[claim_id]
        kept = cache.load(claim, level) if cache else None
        if kept and not record.differences(record.recorded().get(claim_id, {}), _entry(kept)):
            yield claim_id, kept, True
        else:
            missing.append(claim_id)
    for claim_id, finding in _derived(missing, level, jobs):
        if cache:
            cache.store(ledger()[claim_id], level, finding)
        yield claim_id, finding, False


def _derived(chosen: list[str], level: str, jobs: int) -> Iterator[tuple[str, dict[str, Any]]]:
    return each(partial(find, level=level), chosen, jobs)
