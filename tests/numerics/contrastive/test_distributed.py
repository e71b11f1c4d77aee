"""The loss over several processes: value and gradients of the single-process one, bad input, and no N x N matrix.

The processes are started fresh, meet at a file in the test's own folder, and are ended if they take too long.
"""

import datetime
import multiprocessing

import pytest
import torch
from torch.nn import functional
from torch.utils._python_dispatch import TorchDispatchMode

from modgap.numerics.contrastive.loss import mcl_loss

TIMEOUT = 240
# Shards of different sizes, one of them of a single pair.
SHARDS = {2: [5, 9], 4: [6, 1, 4, 7]}
# Dtype, temperature, tolerance, and whether x = y, where every softmax of the positive is 1 to rounding.
CASES = [
    (torch.float64, 0.3, 1e-12, False),
    (torch.float64, 1e-3, 1e-10, False),
    (torch.float32, 0.05, 2e-5, False),
    (torch.float64, 1e-3, 1e-10, True),
]


def pairs(count, dtype, aligned=False):
    generator = torch.Generator().manual_seed(0)
    x, y = functional.normalize(torch.randn(2, count, 6, generator=generator, dtype=torch.float64), dim=-1).to(dtype)
    return x, x.clone() if aligned else y


def single(x, y, temperature):
    leaves = [x.clone().requires_grad_(), y.clone().requires_grad_(), torch.tensor(temperature, dtype=x.dtype)]
    leaves[2].requires_grad_()
    value = mcl_loss(*leaves)
    return value.detach(), torch.autograd.grad(3 * value, leaves)


class Watch(TorchDispatchMode):
    """Notes the largest tensor that is made."""

    largest = 0

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        out = function(*args, **(kwargs or {}))
        for tensor in out if isinstance(out, tuple | list) else [out]:
            if isinstance(tensor, torch.Tensor):
                self.largest = max(self.largest, tensor.numel())
        return out


def work(rank, size, folder):
    """One process: every case on its own shard; what it found goes to a file."""
    import torch.distributed as dist

    from modgap.numerics.checks import InputError
    from modgap.numerics.contrastive import loss
    from modgap.numerics.contrastive.distributed import distributed_mcl_loss

    torch.set_num_threads(1)
    loss.TILE = 4
    dist.init_process_group(
        "gloo", init_method=f"file://{folder}/meet", rank=rank, world_size=size,
        timeout=datetime.timedelta(seconds=TIMEOUT),
    )  # fmt: skip
    try:
        begin, end = sum(SHARDS[size][:rank]), sum(SHARDS[size][: rank + 1])
        found = []
        for dtype, temperature, _, aligned in CASES:
            x, y = (rows[begin:end].clone().requires_grad_() for rows in pairs(sum(SHARDS[size]), dtype, aligned))
            tau = torch.tensor(temperature, dtype=dtype, requires_grad=True)
            with Watch() as watch:
                value = distributed_mcl_loss(x, y, tau)
                gradients = torch.autograd.grad(3 * value, [x, y, tau])
            found.append((value.detach(), gradients, watch.largest))
        messages = []
        x, y = pairs(4, torch.float64)
        for spoilt, tau in ((2 * x if rank == 1 else x, 0.1), (x, 0.1 + 0.1 * (rank == 1))):
            try:
                distributed_mcl_loss(spoilt, y, tau)
                messages.append("")
            except InputError as error:
                messages.append(str(error))
        part = dist.new_group([0, 1])
        alone = float(distributed_mcl_loss(x, y, 0.1, part)) if rank < 2 else None
        torch.save((found, messages, alone), f"{folder}/{rank}.pt")
    finally:
        dist.destroy_process_group()


def run(size, folder):
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=work, args=(rank, size, str(folder)), daemon=True) for rank in range(size)]
    for process in processes:
        process.start()
    try:
        for process in processes:
            process.join(TIMEOUT)
        assert [process.exitcode for process in processes] == [0] * size
    finally:
        for process in processes:
            process.kill()
    return [torch.load(folder / f"{rank}.pt") for rank in range(size)]


@pytest.mark.parametrize("size", [2, pytest.param(4, marks=pytest.mark.slow)])
def test_equals_the_single_process(size, tmp_path):
    ranks = run(size, tmp_path)
    for case, (dtype, temperature, tolerance, aligned) in enumerate(CASES):
        value, gradients = single(*pairs(sum(SHARDS[size]), dtype, aligned), temperature)
        assert not aligned or 0 < value < 1e-16
        found = [rank[0][case] for rank in ranks]
        for other, _, largest in found:
            # A shard of features with a level beside them; the tiles are smaller.
            assert largest <= max(SHARDS[size]) * (6 + 1)
            torch.testing.assert_close(other, value, rtol=tolerance, atol=0)
        for k in range(2):
            joined = torch.cat([grads[k] for _, grads, _ in found])
            assert (joined - gradients[k]).abs().max() <= tolerance * gradients[k].abs().max()
        total = sum(grads[2] for _, grads, _ in found)
        torch.testing.assert_close(total, gradients[2], rtol=10 * tolerance, atol=0)
    off_norm, off_temperature = ([rank[1][k] for rank in ranks] for k in range(2))
    assert off_norm[1].startswith("x: got row")
    assert all(m == "x: got bad input on rank 1; expected good input on all ranks" for m in off_norm[:1] + off_norm[2:])
    # The temperatures themselves, not their reciprocals.
    taus = [0.1, 0.2, 0.1, 0.1][:size]
    assert all(message.startswith(f"temperature: got different values {taus}") for message in off_temperature)
    x, y = pairs(4, torch.float64)
    twice = float(mcl_loss(torch.cat([x, x]), torch.cat([y, y]), 0.1))
    assert [rank[2] for rank in ranks] == [pytest.approx(twice, rel=1e-12)] * 2 + [None] * (size - 2)
