"""Work on many items in processes of its own, which end with whoever is interrupted."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TypeVar

from modgap.stopping import end_without_parent

__all__ = ["each"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def each(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[tuple[Item, Result]]:
    """Yield (item, what the work on it returned) as they are finished; in this process if one is enough."""
    if jobs == 1 or len(items) <= 1:
        for item in items:
            yield item, work(item)
        return
    pool = ProcessPoolExecutor(
        min(jobs, len(items)), mp_context=multiprocessing.get_context("spawn"), initializer=end_without_parent
    )
    try:
        pending = {pool.submit(work, item): item for item in items}
        for future in as_completed(pending):
            yield pending[future], future.result()
    except BaseException:
        # Who is interrupted waits for nobody: a worker may be hours from its next step in Python, and keeps nothing.
        for worker in multiprocessing.active_children():
            worker.kill()
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()
