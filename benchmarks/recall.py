"""Time and peak memory of recall at the size of MSCOCO's 5k test: 5,000 images, 25,000 texts, h = 512.

Measured in a process of its own, as `benchmarks.loss` does; the limit to stay within is 2 GiB for the whole process.
"""

import json
import resource
import subprocess
import sys
import time

IMAGES, TEXTS_EACH, DIM, SEED = 5000, 5, 512, 0
LIMIT = 2 * 2**30


def child():
    import numpy as np

    from modgap.numerics.embeddings.retrieval import recall

    rng = np.random.default_rng(SEED)
    owner = np.repeat(np.arange(IMAGES), TEXTS_EACH)
    x = rng.standard_normal((IMAGES, DIM), dtype=np.float32)
    y = x[owner] + 6 * rng.standard_normal((len(owner), DIM), dtype=np.float32)
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    start = time.perf_counter()
    found = recall(x, y, owner)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"seconds": seconds, "before": before, "peak": peak, "recall": found}))


def main():
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.recall", "--child"], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    print(f"{IMAGES} images, {IMAGES * TEXTS_EACH} texts, h = {DIM}, float32, seed {SEED}")
    print(f"{found['seconds']:.1f} s; peak {found['peak'] / 2**30:.2f} GiB, {found['before'] / 2**30:.2f} before")
    print("recall", found["recall"])
    assert found["peak"] <= LIMIT, f"the peak exceeds {LIMIT / 2**30:.0f} GiB"


if __name__ == "__main__":
    child() if sys.argv[1:2] == ["--child"] else main()
