"""Time and peak memory of `modgap gap` and `modgap align` on files larger than is comfortable in memory.

`python -m benchmarks.large_files [N]` writes N pairs of dimension 512 in half precision into a temporary folder
(1 GiB a modality at N = 1,000,000) and runs each command in a process of its own; its peak is that of the whole
process, with the pages of the mapped files that it holds at a time. At N up to 20,000 the figures are held against
those of the arrays in memory.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

DIM, SEED, BLOCK = 512, 0, 10_000
# Pairs, so that `make bench` is done in a minute; 1,000,000 is for a machine that is not busy.
DEFAULT, COMPARED = 50_000, 20_000


def write_pairs(folder, n):
    """Rows about two centres with a falling spectrum, so that ranks and angles are no trivial ones."""
    rng = np.random.default_rng(SEED)
    scales = (np.arange(1, DIM + 1) ** -0.5).astype(np.float32)
    paths = [folder / "images.npy", folder / "texts.npy"]
    header = {"descr": "<f2", "fortran_order": False, "shape": (n, DIM)}
    # Written, not mapped: a child's peak as Linux counts it starts at what its parent held when it was forked.
    with open(paths[0], "wb") as images, open(paths[1], "wb") as texts:
        for file in (images, texts):
            np.lib.format.write_array_header_1_0(file, header)
        for start in range(0, n, BLOCK):
            size = min(BLOCK, n - start)
            common = rng.standard_normal((size, DIM), dtype=np.float32)
            for side, file in enumerate((images, texts)):
                rows = scales * (common + rng.standard_normal((size, DIM), dtype=np.float32))
                rows[:, side] += 4
                rows /= np.linalg.norm(rows, axis=1, keepdims=True)
                file.write(rows.astype("<f2").tobytes())
    return paths


def measured(*command):
    """Return the output, seconds and peak bytes of a command in a process of its own."""
    code = (
        "import resource, sys; from modgap.paper_checks.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, file=sys.stderr)"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *map(str, command)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout), time.perf_counter() - start, int(done.stderr.split()[-1])


def compare(found, paths):
    """Hold the figures against those of the whole arrays, by singular value decompositions of them."""
    from modgap.numerics.embeddings.gap import effective_rank, principal_angles, principal_subspace

    x, y = (np.load(path).astype(np.float64) for path in paths)
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    cosine = x.mean(axis=0) @ y.mean(axis=0) / np.prod([np.linalg.norm(rows.mean(axis=0)) for rows in (x, y)])
    angles = np.degrees(principal_angles(principal_subspace(x), principal_subspace(y)))
    off = max(
        abs(found["gap_degrees"] - np.degrees(np.arccos(cosine))),
        abs(found["effective_rank"]["text"] - effective_rank(y)),
        np.abs(np.subtract(found["principal_angles_degrees"], angles)).max(),
    )
    print(f"largest difference from the arrays in memory: {off:.1e}")
    assert off < 1e-8


def main():
    n = int(sys.argv[1]) if len(sys.argv) == 2 and sys.argv[1].isdigit() else DEFAULT
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_pairs(folder, n)
        size = sum(path.stat().st_size for path in paths)
        print(f"{n} pairs, h = {DIM}, float16, {size / 2**30:.2f} GiB in two files; {os.cpu_count()} processors")
        found, seconds, peak = measured("gap", *paths, "--json")
        print(f"gap: {seconds:.0f} s, peak {peak / 2**30:.2f} GiB; gap {found['gap_degrees']:.3f} degrees", flush=True)
        if n <= COMPARED:
            compare(found, paths)
        for method in ("translation", "rotation"):
            out = folder / "out.npz"
            arguments = ("--method", method, "--out", out, "--fit-share", 0.5, "--bootstrap", 0, "--json")
            found, seconds, peak = measured("align", *paths, *arguments)
            print(
                f"align, {method}: {seconds:.0f} s, peak {peak / 2**30:.2f} GiB, "
                f"wrote {out.stat().st_size / 2**30:.2f} GiB"
            )
            out.unlink()


if __name__ == "__main__":
    main()
