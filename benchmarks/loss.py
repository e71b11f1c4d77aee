"""Time and peak memory of the streamed loss, forward and backward, beside the naive one and open_clip's formula.

`python -m benchmarks.loss [LARGEST_N]` measures every N in a process of its own, so that the peak is that of this one
call; the bytes that Python, torch and the features themselves take are subtracted. At each N the three losses run one
after the other, the best of the repetitions counts, and the ratios to the streamed loss are the figures to keep. The
naive ones stop where their similarity matrices would not fit into half of the memory that is free.

open_clip's ClipLoss (mlfoundations/open_clip, src/open_clip/loss.py, one process) scales the image features, takes
both matrices of logits by a product each, and halves the sum of both cross-entropies; it is written out here from that
description, doubled, so that all have one value. The chunked one takes both cross-entropies a block of rows at a time
and forms each block anew in the backward pass (torch.utils.checkpoint), which is what one writes who is short of
memory.
"""

import json
import os
import resource
import subprocess
import sys
import time

SIZES = (1024, 2048, 4096, 8192, 16384, 32768, 65536)
DIM, TEMPERATURE, SEED = 512, 0.01, 0
# How many N x N float32 matrices are alive at once, counted from the peaks at small N with some room.
MATRICES = {"naive": 5, "open_clip": 6, "chunked": 0}
CHUNK = 1024


def naive(x, y, temperature):
    import torch
    from torch.nn import functional

    logits, pairs = x @ y.T / temperature, torch.arange(len(x))
    return functional.cross_entropy(logits, pairs) + functional.cross_entropy(logits.T, pairs)


def open_clip(x, y, temperature):
    import torch
    from torch.nn import functional

    scale, pairs = 1 / temperature, torch.arange(len(x))
    per_image, per_text = scale * x @ y.T, scale * y @ x.T
    return 2 * (functional.cross_entropy(per_image, pairs) + functional.cross_entropy(per_text, pairs)) / 2


def chunked(x, y, temperature):
    from torch.nn import functional
    from torch.utils.checkpoint import checkpoint

    def block(rows, columns, at):
        import torch

        logits = rows @ columns.T / temperature
        pairs = torch.arange(at, at + len(rows))
        return functional.cross_entropy(logits, pairs, reduction="sum")

    total = 0
    for at in range(0, len(x), CHUNK):
        for first, second in ((x, y), (y, x)):
            total = total + checkpoint(block, first[at : at + CHUNK], second, at, use_reentrant=False)
    return total / len(x)


def streamed(x, y, temperature):
    from modgap.numerics.contrastive.loss import mcl_loss

    return mcl_loss(x, y, temperature)


LOSSES = {"streamed": streamed, "naive": naive, "open_clip": open_clip, "chunked": chunked}


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def features(n):
    import torch

    torch.manual_seed(SEED)
    x, y = (torch.nn.functional.normalize(torch.randn(n, DIM), dim=1) for _ in range(2))
    return x.requires_grad_(), y.requires_grad_()


def child(name, n, repeats):
    """Print seconds (best), extra bytes at the peak, and the value of one loss at one N."""
    import torch

    small = features(8)
    torch.autograd.grad(LOSSES[name](*small, TEMPERATURE), small)
    pairs = features(n)
    before, best = peak_bytes(), float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        value = LOSSES[name](*pairs, TEMPERATURE)
        torch.autograd.grad(value, pairs)
        best = min(best, time.perf_counter() - start)
    result = {"seconds": best, "extra": peak_bytes() - before, "value": float(value.detach()), "peak": peak_bytes()}
    print(json.dumps(result))


def measure(name, n):
    repeats = max(1, min(5, (8192 // n) ** 2))
    command = [sys.executable, "-m", "benchmarks.loss", "--child", name, str(n), str(repeats)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def free_bytes():
    with open("/proc/meminfo") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("MemAvailable")) * 1024


def table(largest):
    import torch

    print(
        f"torch {torch.__version__}, {torch.get_num_threads()} threads, float32, h = {DIM}, temperature {TEMPERATURE}"
    )
    print(
        "seconds for forward and backward, MiB beyond the features; ratios: the other's figure over the streamed one's"
    )
    heads = [f"{name:>17}" for name in LOSSES] + [f"{f'ratio {name}':>15}" for name in MATRICES]
    print(f"{'N':>6}  {'  '.join(heads)}")
    for n in (n for n in SIZES if n <= largest):
        found = {"streamed": measure("streamed", n)}
        for name, matrices in MATRICES.items():
            if matrices * 4 * n * n < free_bytes() / 2:
                found[name] = measure(name, n)
                off = abs(found[name]["value"] - found["streamed"]["value"])
                assert off <= 1e-4 * abs(found["streamed"]["value"]), f"{name} and streamed differ by {off} at N = {n}"
        cells = [_cell(found.get(name)) for name in LOSSES]
        ratios = [f"{_ratio(found.get(name), found['streamed']):>15}" for name in MATRICES]
        print(f"{n:6}  {'  '.join([*(f'{cell:>17}' for cell in cells), *ratios])}", flush=True)
        if n == SIZES[-1]:
            print(f"the whole process of the streamed loss at N = {n}: {found['streamed']['peak'] / 2**30:.2f} GiB")


def _cell(found):
    return "does not fit" if found is None else f"{found['seconds']:8.3f} {found['extra'] / 2**20:8.1f}"


def _ratio(other, ours):
    if other is None:
        return "-"
    return f"{other['seconds'] / ours['seconds']:5.2f} {other['extra'] / max(ours['extra'], 2**20):7.1f}"


def main():
    # `make bench` stops at a size that takes a minute; the whole range is for a machine that is not busy.
    largest = int(sys.argv[1]) if len(sys.argv) == 2 and sys.argv[1].isdigit() else 8192
    print(f"{os.cpu_count()} processors, seed {SEED}")
    table(largest)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
