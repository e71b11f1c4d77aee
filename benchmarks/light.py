"""What users wait for, as ratios in one process, each beside what it cannot do without; and imports of the core.

`python -m benchmarks.light [N [THREADS]]` times N pairs of dimension 512 in double precision (8,192 by default; 50,000
takes some minutes) on THREADS threads (1), in CPU seconds and by the clock, which alone tells how far several threads
are used and is of no use on a busy machine. What each needs:

- recall in both directions: the product of all images with all texts, in tiles, with nothing done to them;
- `modgap gap` with recall, with and without the gap direction, and uniformity of all pairs: that product once; half of
  the product of each modality with itself (i < j); of each modality one QR decomposition of the rows, one decomposition
  with vectors of its factor, the singular values of the centred factor, and the second moments; and of the two
  principal subspaces the singular values that their angles come from;
- `modgap align --method ssp`, without intervals and with 1,000 resamples: a QR decomposition and a decomposition with
  vectors of each modality, the singular values of their overlap at the threshold and at four others; the product of all
  images with all texts before and, in the dimensions that are left, after; the projection of all rows; and, with
  intervals, the products of weights with rows and of centres with rows, before and after.

The first ratio is to the products of matrices alone, the second to these and the decompositions. Checks, normalisation,
exponentials, counting, and the rest are what the ratios leave to be seen.
"""

import math
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DIM, SEED, DEFAULT = 512, 0, 8192
EPSILON, GROUPS = 0.1, 100
RESAMPLES = 1000
MODULES = ("modgap.numerics.bessel", "modgap.numerics.gap")


def measured(work, repeats=2):
    """Return the least CPU seconds of this process, and the least by the clock."""
    clocks, best = (time.process_time, time.perf_counter), [math.inf, math.inf]
    for _ in range(repeats):
        starts = [clock() for clock in clocks]
        work()
        best = [min(least, clock() - start) for least, clock, start in zip(best, clocks, starts, strict=True)]
    return best


def pairs(n):
    """Pairs with a gap and some noise, of a spectrum that falls, so that not all directions are shared or lost."""
    import numpy as np

    rng = np.random.default_rng(SEED)
    scales = np.arange(1, DIM + 1) ** -0.5
    x = scales * (rng.standard_normal((n, DIM)) + 2)
    y = x + scales * rng.standard_normal((n, DIM))
    return [rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y)]


def blocks(x, y, half=False):
    """The product of all rows with all rows, tile by tile into one place, or of those i < j alone."""
    import numpy as np

    from modgap.numerics.embeddings.retrieval import TILE

    place = np.empty(TILE)
    for i in range(0, len(x), TILE[0]):
        # Of the same rows: TILE is a square.
        for j in range(i if half else 0, len(y), TILE[1]):
            rows, columns = x[i : i + TILE[0]], y[j : j + TILE[1]]
            np.matmul(rows, columns.T, out=place[: len(rows), : len(columns)])


def told(what, n, products, decompositions, work):
    print(f"{what} of {n} pairs, h = {DIM}")
    plain, taken = measured(products), measured(work)
    more = [0.0, 0.0] if decompositions is None else measured(decompositions)
    for clock, product, rest, seconds in zip(("CPU", "clock"), plain, more, taken, strict=True):
        words = f"  {clock}: {seconds:.2f} s, products {product:.2f} s, ratio {seconds / product:.2f}"
        if rest:
            words += f"; with decompositions {product + rest:.2f} s, ratio {seconds / (product + rest):.2f}"
        print(words, flush=True)


def recall(n):
    from modgap.numerics.embeddings.retrieval import recall

    x, y = pairs(n)
    told("recall", n, lambda: blocks(x, y), None, lambda: recall(x, y))


def gap(n):
    import numpy as np

    from modgap.numerics.embeddings.gap import principal_subspace
    from modgap.paper_checks.commands.gap import measure

    x, y = pairs(n)
    small = [np.linalg.qr(rows, mode="r") for rows in (x, y)]
    bases = [principal_subspace(factor) for factor in small]

    def products():
        blocks(x, y)
        for side in (x, y):
            blocks(side, side, half=True)
            side.T @ side

    def decompositions():
        for side, factor in zip((x, y), small, strict=True):
            triangle(side)
            np.linalg.svd(factor)
            np.linalg.svd(factor, compute_uv=False)
        np.linalg.svd(bases[0].T @ bases[1], compute_uv=False)
        np.linalg.svd(bases[0], compute_uv=False)

    told("modgap gap", n, products, decompositions, lambda: measure(x, y))


def align(n):
    import numpy as np

    from modgap.numerics.embeddings.align import fit_shared_space
    from modgap.numerics.embeddings.gap import principal_subspace

    x, y = pairs(n)
    small = [np.linalg.qr(rows, mode="r") for rows in (x, y)]
    bases = [principal_subspace(factor) for factor in small]
    basis = fit_shared_space(x, y, epsilon=EPSILON).basis
    after = x @ basis, y @ basis

    def products():
        blocks(x, y)
        blocks(*after)
        for side in (x, y):
            side @ basis

    def with_weights():
        products()
        weights = np.ones((64, n))
        for _ in range(0, RESAMPLES + GROUPS, len(weights)):
            for side in (x, y, *after):
                (weights @ side) @ side.T

    def decompositions():
        for side, factor in zip((x, y), small, strict=True):
            triangle(side)
            np.linalg.svd(factor)
        overlap = bases[0].T @ bases[1]
        np.linalg.svd(overlap)
        for _ in range(4):
            np.linalg.svd(overlap, compute_uv=False)

    told("modgap align, ssp", n, products, decompositions, lambda: aligned(x, y, 0))
    told(
        f"modgap align, ssp, {RESAMPLES} resamples,", n, with_weights, decompositions, lambda: aligned(x, y, RESAMPLES)
    )


def aligned(x, y, resamples):
    """All that the command does, into a file that is thrown away."""
    from modgap.paper_checks.commands.align import Job
    from modgap.paper_checks.commands.align_report import Part
    from modgap.paper_checks.io.npz import write_npz

    job = Job("ssp", {"epsilon": EPSILON}, x, y, None, SEED)
    fit, _ = job.fitted()
    with tempfile.TemporaryDirectory() as folder:
        write_npz(Path(folder) / "aligned.npz", job.arrays(fit))
    # Of more than 10,000 pairs the command takes 5,000 for the figures: here all.
    Part.of((x, y), fit.transform(x, y), len(x), resamples, SEED)


def triangle(rows):
    """The triangular factor of the rows, of blocks of 8,192."""
    import numpy as np

    above = np.empty((0, rows.shape[1]))
    for start in range(0, len(rows), 8192):
        above = np.linalg.qr(np.concatenate([above, rows[start : start + 8192]]), mode="r")
    return above


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
    import numpy  # noqa: F401 - a limit holds for what is loaded
    from threadpoolctl import threadpool_limits

    given = [int(word) for word in sys.argv[1:] if word.isdigit()]
    size, threads = (*given, *(DEFAULT, 1)[len(given) :])
    with threadpool_limits(threads):
        print(f"{threads} thread{'s' if threads > 1 else ''}")
        for part in (recall, gap, align):
            part(size)


if __name__ == "__main__":
    main()
