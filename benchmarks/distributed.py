"""The loss over two processes of this machine, started with torchrun, beside the same pairs in one process.

`torchrun --standalone --nproc-per-node=P -m benchmarks.distributed` runs it with any P, on GPUs with nccl where there
are any. On one machine the processes share its cores, so the time says little; the value, the gradient and the memory
of a rank are what to look at.
"""

import os
import resource
import subprocess
import sys
import time

PAIRS, DIM, TEMPERATURE, SEED = 4096, 256, 0.05, 0


def pairs():
    import torch

    torch.manual_seed(SEED)
    return [torch.nn.functional.normalize(torch.randn(PAIRS, DIM), dim=1) for _ in range(2)]


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def rank():
    """What every process does."""
    import torch
    import torch.distributed as dist

    from modgap.numerics.contrastive.distributed import distributed_mcl_loss

    cuda = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ["LOCAL_RANK"])) if cuda else torch.device("cpu")
    if cuda:
        torch.cuda.set_device(device)
    dist.init_process_group("nccl" if cuda else "gloo")
    shard = slice(*(PAIRS * (dist.get_rank() + k) // dist.get_world_size() for k in (0, 1)))
    x, y = (rows[shard].clone().to(device).requires_grad_() for rows in pairs())
    before, start = peak(), time.perf_counter()
    loss = distributed_mcl_loss(x, y, TEMPERATURE)
    gradient, _ = torch.autograd.grad(loss, [x, y])
    squares = (gradient.double() ** 2).sum()
    dist.all_reduce(squares)
    if dist.get_rank() == 0:
        report(f"{dist.get_world_size()} processes ({dist.get_backend()}), rank 0", loss, squares, start, before)
    dist.destroy_process_group()


def single():
    import torch

    from modgap.numerics.contrastive.loss import mcl_loss

    x, y = (rows.requires_grad_() for rows in pairs())
    before, start = peak(), time.perf_counter()
    loss = mcl_loss(x, y, TEMPERATURE)
    gradient, _ = torch.autograd.grad(loss, [x, y])
    report("one process", loss, (gradient.double() ** 2).sum(), start, before)


def report(who, loss, squares, start, before):
    seconds, extra, length = time.perf_counter() - start, peak() - before, float(squares.sqrt())
    print(
        f"{who}: loss {float(loss.detach()):.7f}, |gradient in x| {length:.7f}, {seconds:.2f} s, {extra:.0f} MiB more"
    )


def main():
    import torch

    print(f"N = {PAIRS}, h = {DIM}, float32, seed {SEED}; one thread each")
    torch.set_num_threads(1)
    single()
    sys.stdout.flush()
    launch = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]
    subprocess.run([*launch, "-m", "benchmarks.distributed"], check=True, env={**os.environ, "OMP_NUM_THREADS": "1"})


if __name__ == "__main__":
    rank()
