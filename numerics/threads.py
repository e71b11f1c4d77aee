"""How many threads linear algebra may use, and work on independent parts that is spread over as many.

One is enough where a problem is so small that several would only wait for each other.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

__all__ = ["FEW", "MOST", "SMALL", "spread", "threads_for"]

P = TypeVar("P")
R = TypeVar("R")

#: Numbers in the largest matrix that is worked on at a time, below which one thread is as fast as several on idle
#: cores, and many times faster on busy ones.
SMALL = 2**22
#: Numbers in the largest part, up to which parts are worked on in turn: threads would take longer to begin.
FEW = 2**16
#: Threads that parts are spread over at most: each has a tile in memory.
MOST = 16


@contextmanager
def threads_for(entries: int) -> Iterator[None]:
    """Hold NumPy's and torch's linear algebra to one thread inside, if no matrix has more than so many entries.

    Parameters
    ----------
    entries : int
        Numbers in the largest matrix.

    Examples
    --------
    >>> import numpy as np
    >>> with threads_for(500 * 512):
    ...     singular = np.linalg.svd(np.eye(3), compute_uv=False)
    """
    if entries > SMALL:
        yield
        return
    from threadpoolctl import threadpool_limits

    torch = sys.modules.get("torch")
    before = None if torch is None else torch.get_num_threads()
    with threadpool_limits(1):
        if torch is not None:
            torch.set_num_threads(1)
        try:
            yield
        finally:
            if torch is not None:
                torch.set_num_threads(before)


def spread(work: Callable[[P], R], parts: Iterable[P], entries: int = SMALL) -> Iterator[R]:
    """Yield what the work gives of each part, in order, on as many threads as linear algebra may use.

    Linear algebra itself has one thread in each part, so that what is done between its products is spread as well, and
    no result depends on the number of threads. Where matrices are small the parts are done in turn, and how many
    threads linear algebra has is left as it is. The work is to release the interpreter lock where it takes its time.

    Parameters
    ----------
    work : callable
        Called from several threads at once.
    parts : iterable
        What it is called with.
    entries : int
        Numbers in the largest matrix that a part makes or takes; where they are few the parts are done in turn.

    Examples
    --------
    >>> list(spread(lambda n: n * n, [1, 2, 3]))
    [1, 4, 9]
    """
    if entries <= FEW:
        yield from map(work, parts)
        return
    from threadpoolctl import threadpool_info, threadpool_limits

    # The least: a library that was loaded after a limit was set knows nothing of it.
    allowed = min((library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"), default=1)
    with threadpool_limits(1, user_api="blas"):
        if allowed == 1:
            yield from map(work, parts)
            return
        pool = ThreadPoolExecutor(min(allowed, MOST))
        try:
            yield from pool.map(work, parts)
        finally:
            # Who interrupts is not to wait for all that is left.
            pool.shutdown(cancel_futures=True)
