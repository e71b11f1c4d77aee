"""How many threads linear algebra may use: one where a problem is so small that they would only wait for each other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["SMALL", "threads_for"]

#: Numbers in the largest matrix that is worked on at a time, below which one thread is as fast as several on idle
#: cores, and many times faster on busy ones.
SMALL = 2**22


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
