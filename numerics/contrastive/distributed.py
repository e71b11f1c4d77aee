"""The contrastive loss of pairs that are spread over several processes, in memory that does not grow with their number.

Every rank of a torch.distributed group holds a shard of the pairs. The shards of y travel round a ring; x stays. At
each step a rank meets one shard of y, adds to its own rows' partition functions, and adds to that shard's columns'
partition functions, which travel with it and are complete when they come home. Backward the shards go round again and
bring home their gradients. The N x N similarities exist one tile at a time, and a rank holds three shards: its x, and
the y it works on while the next one arrives. All-gather, which moves as many bytes, would hold all N y's on every
rank; the ring holds N/P, and overlaps each transfer with the products of matrices that it pays for. The idea is that of
ring attention (Liu, Zaharia and Abbeel 2023, arXiv 2310.01889), and of Inf-CL for this loss (Cheng et al. 2024,
arXiv 2410.17243). `docs/scaling.md` has the volumes.

Start the processes with torchrun and call `torch.distributed.init_process_group`, with gloo on CPUs and nccl on GPUs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.loss import _prepare, _share_of_others, _tiles, _with_positive

__all__ = ["distributed_mcl_loss"]

# Transfers under way at the same time are told apart by these.
FEATURES, SUMS = 1, 2


def distributed_mcl_loss(
    x: Tensor, y: Tensor, temperature: float | Tensor, group: dist.ProcessGroup | None = None
) -> Tensor:
    """Return `numerics.loss.mcl_loss` of the pairs of all ranks; each passes its own shard.

    Parameters
    ----------
    x, y : Tensor, shape (n, h)
        This rank's pairs, n >= 1 of them; shards may differ in size. Unit rows, as for `mcl_loss`.
    temperature : float or Tensor with one element
        τ > 0, the same on all ranks.
    group : ProcessGroup, optional
        The processes that take part; all by default.

    Returns
    -------
    Tensor, shape ()
        The loss over all N = Σ n pairs, in nats, the same on all ranks. Differentiable once; forward and backward are
        collective: every rank must call them.

    Raises
    ------
    InputError
        (a ValueError) On every rank, if one has bad input or the ranks do not agree on h, dtype and temperature.

    Notes
    -----
    Backward gives each rank the gradient of the one loss in its own shard. What all ranks share (the temperature, or
    the weights of encoders before it) gets a share of its gradient on each rank: sum them. DistributedDataParallel
    averages, so multiply the loss by the number of ranks there.
    """
    ring = _Ring(group)
    x, y, beta, sizes = _agree(ring, x, y, temperature)
    return _RingLoss.apply(x, y, beta.reshape(1), ring, sizes)


def _agree(ring: _Ring, x: Tensor, y: Tensor, temperature: float | Tensor) -> tuple[Tensor, Tensor, Tensor, list[int]]:
    """Check the input here and elsewhere, so that no rank waits for one that has given up."""
    refusal: InputError | None = None
    mine = [-1.0, 0.0, 0.0, 0.0]
    device = x.device if isinstance(x, Tensor) else torch.device("cpu")
    try:
        x, y, beta = _prepare(x, y, temperature)
        if x.ndim != 2 or beta.numel() != 1:
            raise InputError("x", f"shape {tuple(x.shape)}", "(n, h), this rank's shard of one problem")
        mine = [float(len(x)), float(x.shape[1]), float(torch.finfo(x.dtype).bits), float(beta)]
    except InputError as error:
        refusal = error
    table = ring.gather(torch.tensor(mine, dtype=torch.float64, device=device))
    if refusal is not None:
        raise refusal
    for name, column in (("x", table[:, 0]), ("h", table[:, 1]), ("dtype", table[:, 2]), ("temperature", table[:, 3])):
        if name == "x" and bool((column < 0).any()):
            raise InputError("x", f"bad input on rank {int(column.argmin())}", "good input on all ranks")
        if name != "x" and bool((column != column[0]).any()):
            values = [float(f"{1 / v if name == 'temperature' else v:.7g}") for v in column.tolist()]
            raise InputError(name, f"different values {values} on the ranks", "the same on all of them")
    return x, y, beta, [int(n) for n in table[:, 0]]


class _Ring:
    """The ranks of a group in a circle: each sends to the next and receives from the one before."""

    def __init__(self, group: dist.ProcessGroup | None) -> None:
        self.group = group
        self.rank, self.size = dist.get_rank(group), dist.get_world_size(group)
        self.next, self.previous = ((self.rank + step) % self.size for step in (1, -1))

    def home(self, step: int) -> int:
        """Return the rank whose shard is here after so many steps."""
        return (self.rank - step) % self.size

    def gather(self, values: Tensor) -> Tensor:
        """Return every rank's values, as rows."""
        rows = [torch.empty_like(values) for _ in range(self.size)]
        dist.all_gather(rows, values, group=self.group)
        return torch.stack(rows)

    def sum(self, value: Tensor) -> Tensor:
        """Return the sum over the ranks."""
        dist.all_reduce(value, group=self.group)
        return value

    def stay(self, outgoing: Tensor, rows: int, tag: int) -> Callable[[], Tensor]:
        """Send nothing."""
        return lambda: outgoing

    def pass_on(self, outgoing: Tensor, rows: int, tag: int) -> Callable[[], Tensor]:
        """Start to send a shard on and to receive one of so many rows; return how to wait for it."""
        if self.size == 1:
            return self.stay(outgoing, rows, tag)
        incoming = outgoing.new_empty(rows, *outgoing.shape[1:])
        outgoing = outgoing.contiguous()
        works = dist.batch_isend_irecv([self._operation(dist.isend, outgoing, self.next, tag),
                                        self._operation(dist.irecv, incoming, self.previous, tag)])  # fmt: skip

        def wait(sent: Tensor = outgoing) -> Tensor:
            # `sent` must outlive the transfer.
            for work in works:
                work.wait()
            return incoming

        return wait

    def _operation(self, kind: Any, tensor: Tensor, peer: int, tag: int) -> dist.P2POp:
        if self.group is not None:
            peer = dist.get_global_rank(self.group, peer)
        return dist.P2POp(kind, tensor, peer, self.group, tag)


class _RingLoss(torch.autograd.Function):
    """`numerics.loss._StreamedLoss` with the columns' side of it in motion."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor, beta: Tensor, ring: _Ring, sizes: list[int]) -> Tensor:
        with torch.autocast(x.device.type, enabled=False):
            scaled = x * beta
            positive = (scaled * y).sum(1)
            row = torch.full_like(positive, -math.inf)
            # What travels: y with its level β x_j·y_j, and its sums.
            visitor, sums = torch.cat([y, positive[:, None]], dim=1), torch.full_like(positive, -math.inf)
            for step in range(ring.size):
                # The last hop would only bring the features home.
                hop = ring.pass_on if step + 1 < ring.size else ring.stay
                arriving = hop(visitor, sizes[ring.home(step + 1)], FEATURES)
                for tile in _tiles(scaled[None], visitor[None, :, :-1], paired=step == 0):
                    tile.add_to(row[None], sums[None], positive[None], visitor[None, :, -1])
                sums = ring.pass_on(sums, sizes[ring.home(step + 1)], SUMS)()
                visitor = arriving()
            loss = ring.sum((_with_positive(row) + _with_positive(sums)).sum() / sum(sizes))
        ctx.save_for_backward(x, y, beta, positive, row, sums)
        ctx.ring, ctx.sizes = ring, sizes
        return loss

    @staticmethod
    def backward(ctx: Any, grad_output: Tensor) -> tuple[Tensor, Tensor, Tensor, None, None]:
        if torch.is_grad_enabled():
            raise RuntimeError("the streamed contrastive loss is differentiable once: create_graph is not supported")
        x, y, beta, positive, row, column = ctx.saved_tensors
        ring, sizes = ctx.ring, ctx.sizes
        pairs = sum(sizes)
        excess = -(_share_of_others(row) + _share_of_others(column)) / pairs
        row_level, column_level = (_with_positive(others) + positive + math.log(pairs) for others in (row, column))
        grad_x = torch.zeros_like(x)
        with torch.autocast(x.device.type, enabled=False):
            scaled = x * beta
            visitor, grad_y = torch.cat([y, column_level[:, None]], dim=1), torch.zeros_like(y)
            for step in range(ring.size):
                # The last hop would only bring the features home.
                hop = ring.pass_on if step + 1 < ring.size else ring.stay
                arriving = hop(visitor, sizes[ring.home(step + 1)], FEATURES)
                features, level = visitor[None, :, :-1], visitor[None, :, -1]
                for tile in _tiles(scaled[None], features, paired=step == 0):
                    pull = tile.pull(row_level[None], level, excess[None])[0]
                    grad_x[tile.rows].addmm_(pull, features[0, tile.columns])
                    grad_y[tile.columns].addmm_(pull.mT, x[tile.rows])
                grad_y = ring.pass_on(grad_y, sizes[ring.home(step + 1)], SUMS)()
                visitor = arriving()
            grad_beta = grad_output * (x * grad_x).sum().reshape(1)
        scale = grad_output * beta
        return grad_x.mul_(scale), grad_y.mul_(scale), grad_beta, None, None
