"""Re-derive claims, compute their statuses, and hold them against the record."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from theory import record
from theory.book import ledger
from theory.claims import not_shown
from theory.outcome import OutOfTime
from theory.sampling import EFFORT, LEVELS

#: Seconds that one claim may take; what takes longer is undecided, and says so.
TIME_LIMIT = {"quick": 60.0, "default": 240.0, "full": 3600.0}


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTime` in the block when it has run too long (in the main thread of a POSIX process)."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def expire(*_: Any) -> None:
        raise OutOfTime(f"not settled within {seconds:g} s")

    before = signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def verify_one(claim_id: str, level: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Derive one claim; return (its part of the report, what would be recorded of it)."""
    claim = ledger()[claim_id]
    token = EFFORT.set(LEVELS[level])
    try:
        with time_limit(TIME_LIMIT[level]):
            verdict = claim.verdict
    except OutOfTime as reason:
        verdict = not_shown(reason, TIME_LIMIT[level])
    finally:
        EFFORT.reset(token)
    entry = record.entry(claim, verdict)
    changes = record.differences(record.recorded().get(claim_id, {}), entry)
    return {
        "id": claim.id,
        "title": claim.title,
        "relation": claim.relation,
        "recorded": record.recorded_status(claim_id),
        "status": verdict.status.value,
        "ok": not changes,
        "changes": changes,
        "seconds": round(verdict.seconds, 3),
        "hypotheses": claim.domain.hypotheses(),
        "depends": entry["depends"],
        "trusts": entry["trusts"],
        "evidence": list(verdict.evidence),
    }, entry


def verify(
    ids: Sequence[str] = (),
    level: str = "default",
    jobs: int = 1,
    on_done: Callable[[dict[str, Any]], None] = lambda _: None,
    write_record: bool = False,
    unpublished: Sequence[str] = (),
) -> dict[str, Any]:
    """Verify claims and return the report of the contract.

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
    done: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
    for claim_id, result in _results(chosen, level, jobs):
        done[claim_id] = result
        on_done(result[0])
    entries = {claim_id: done[claim_id][1] for claim_id in chosen}
    if write_record:
        record.write(entries, chosen)
    parts = [done[claim_id][0] for claim_id in chosen]
    return {
        "version": version("modgap"),
        "level": level,
        "digest": record.digest(entries),
        "ok": all(part["ok"] for part in parts),
        "claims": parts,
    }


def _results(chosen: list[str], level: str, jobs: int) -> Iterator[tuple[str, tuple[dict[str, Any], dict[str, Any]]]]:
    if jobs == 1 or len(chosen) == 1:
        for claim_id in chosen:
            yield claim_id, verify_one(claim_id, level)
        return
    with ProcessPoolExecutor(min(jobs, len(chosen)), mp_context=multiprocessing.get_context("spawn")) as pool:
        pending = {pool.submit(verify_one, claim_id, level): claim_id for claim_id in chosen}
        for future in as_completed(pending):
            yield pending[future], future.result()
