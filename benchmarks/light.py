"""What users wait for, as ratios in one process: recall beside the plain product it needs, and imports of the core.

`python -m benchmarks.light [N]` times, in CPU seconds of one thread, recall in both directions on N pairs of dimension
512 and the blocked product of the same matrices with nothing done to it (8,192 by default; 50,000 takes some minutes).
"""

import os
import subprocess
import sys
import time

DIM, SEED, DEFAULT = 512, 0, 8192
MODULES = ("modgap.numerics.bessel", "modgap.numerics.gap")


def measured(work, repeats=2):
    """Return the least CPU seconds of this thread."""
    best = float("inf")
    for _ in range(repeats):
        start = time.thread_time()
        work()
        best = min(best, time.thread_time() - start)
    return best


def recall(n):
    import numpy as np

    from modgap.numerics.embeddings.retrieval import TILE, recall

    rng = np.random.default_rng(SEED)
    x = rng.standard_normal((n, DIM)) + 2
    y = x + 4 * rng.standard_normal((n, DIM))
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))

    def plain():
        for i in range(0, n, TILE[0]):
            for j in range(0, n, TILE[1]):
                x[i : i + TILE[0]] @ y[j : j + TILE[1]].T

    product, both = measured(plain), measured(lambda: recall(x, y))
    print(f"recall of {n} pairs, h = {DIM}: {both:.2f} s, plain product {product:.2f} s, ratio {both / product:.2f}")


def imports():
    for module in MODULES:
        code = f"import time; start = time.process_time(); import {module}; print(time.process_time() - start)"
        seconds = min(
            float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
            for _ in range(3)
        )
        print(f"import {module}: {seconds:.2f} s of CPU")


def main():
    imports()
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        recall(int(sys.argv[1]) if len(sys.argv) == 2 and sys.argv[1].isdigit() else DEFAULT)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
