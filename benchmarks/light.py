"""What users wait for, as ratios in one process, each beside the plain products it needs; and imports of the core.

`python -m benchmarks.light [N]` times, in CPU seconds of one thread, on N pairs of dimension 512 (8,192 by default;
50,000 takes some minutes): recall in both directions beside the blocked product of the same matrices with nothing done
to it; all that `modgap gap` measures (of more than 10,000 pairs recall and uniformity on 5,000 of them, as there)
beside the products of its parts; the fit of `modgap align --method ssp` and the transformed pairs beside theirs.
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


def pairs(n):
    """Pairs with a gap and some noise, of a spectrum that falls, so that not all directions are shared or lost."""
    import numpy as np

    rng = np.random.default_rng(SEED)
    scales = np.arange(1, DIM + 1) ** -0.5
    x = scales * (rng.standard_normal((n, DIM)) + 2)
    y = x + scales * rng.standard_normal((n, DIM))
    return [rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y)]


def blocks(x, y):
    """The product of all rows with all rows, tile by tile."""
    from modgap.numerics.embeddings.retrieval import TILE

    for i in range(0, len(x), TILE[0]):
        for j in range(0, len(y), TILE[1]):
            x[i : i + TILE[0]] @ y[j : j + TILE[1]].T


def told(what, n, plain, work):
    product, seconds = measured(plain), measured(work)
    ratio = seconds / product
    print(f"{what} of {n} pairs, h = {DIM}: {seconds:.2f} s, plain {product:.2f} s, ratio {ratio:.2f}", flush=True)


def recall(n):
    from modgap.numerics.embeddings.retrieval import recall

    x, y = pairs(n)
    told("recall", n, lambda: blocks(x, y), lambda: recall(x, y))


def gap(n):
    import numpy as np

    from modgap.paper_checks.commands.gap import measure
    from modgap.paper_checks.measured.sampling import sampled_rows

    x, y = pairs(n)
    rows = sampled_rows(np.arange(n), None, 0, "")

    def plain():
        moments(x, y)
        some = x[rows], y[rows]
        for first, second in ((some[0], some[1]), (some[0], some[0]), (some[1], some[1])):
            blocks(first, second)

    told("modgap gap", n, plain, lambda: measure(x, y, rows))


def align(n):
    from modgap.numerics.embeddings.align import fit_shared_space

    x, y = pairs(n)
    basis = fit_shared_space(x, y, epsilon=0.1).basis

    def plain():
        moments(x, y)
        (x @ basis, y @ basis)

    told("modgap align, ssp", n, plain, lambda: fit_shared_space(x, y, epsilon=0.1).transform(x, y, ("x", "y")))


def moments(x, y):
    """The second moments of both modalities and between them."""
    return x.T @ x, y.T @ y, x.T @ y


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
        size = int(sys.argv[1]) if len(sys.argv) == 2 and sys.argv[1].isdigit() else DEFAULT
        for part in (recall, gap, align):
            part(size)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
