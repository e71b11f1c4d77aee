"""What `modgap optimize` can minimise: InfoNCE and the sigmoid loss, mismatched and in mini-batches, and one's own.

A loss here takes many configurations at once, (x, y, temperatures) -> losses; one's own is any torch callable
loss(x, y) -> scalar, which is asked for each configuration by itself.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.loss import mcl_loss
from modgap.numerics.contrastive.pairing import minibatches, mismatch_cost, mismatched_rows
from modgap.numerics.contrastive.sigmoid import best_bias, sigmoid_loss

__all__ = ["BUILT_IN", "Loss", "Own", "built_in", "imported"]

#: (x, y, temperatures) -> losses, of shapes (problems, N, h), (problems, N, h), (problems,) -> (problems,).
Loss = Callable[[Tensor, Tensor, Tensor], Tensor]

#: The losses that have a name.
BUILT_IN = ("infonce", "sigmoid")
#: So often the partners of one's own loss are mismatched anew, where no batches do it.
REPAIRINGS = 16
EXPECTED = "infonce, centres, sigmoid, MODULE:FUNCTION or FILE.py:FUNCTION"


def built_in(name: str, pairs: int, noise: float = 0.0, batch: int | None = None, seed: int = 0) -> Loss:
    """Return InfoNCE or the sigmoid loss with its best bias, among mismatched pairs and in mini-batches.

    Parameters
    ----------
    name : str
        infonce or sigmoid.
    pairs : int
        N.
    noise : float
        Share of mismatched pairs, whose expected loss is taken (`numerics.contrastive.pairing.mismatch_cost`); with
        batches within each of them.
    batch : int, optional
        B: the mean over the batches of `numerics.contrastive.pairing.minibatches` is taken.
    seed : int
        Of the batches.
    """
    rows, _ = minibatches(pairs, batch or pairs, seed)
    of_batches = {"infonce": _infonce, "sigmoid": _sigmoid}[name]

    def loss(x: Tensor, y: Tensor, taus: Tensor) -> Tensor:
        where = rows.to(x.device)
        return of_batches(x[:, where], y[:, where], taus, noise)

    return loss


def _infonce(x: Tensor, y: Tensor, taus: Tensor, noise: float) -> Tensor:
    losses = mcl_loss(x, y, taus[:, None].expand(x.shape[:2])).mean(-1)
    return losses + (2 / taus * mismatch_cost(x, y, noise).mean(-1) if noise else 0)


def _sigmoid(x: Tensor, y: Tensor, taus: Tensor, noise: float) -> Tensor:
    bias = best_bias(x, y, taus)
    losses = sigmoid_loss(x, y, taus[:, None], bias[:, None]).mean(-1)
    return losses + (1 / taus * mismatch_cost(x, y, noise).mean(-1) if noise else 0)


# --- one's own -------------------------------------------------------------------------------------------------------


def imported(reference: str) -> Callable[..., Any]:
    """Return the callable that MODULE:FUNCTION or FILE.py:FUNCTION names; modules of the current folder are found.

    Raises
    ------
    InputError
        (a ValueError) In one line, if it is no such reference, does not import, or is not a callable.
    """
    where, _, name = reference.rpartition(":")
    if not where or not name.replace(".", "").isidentifier():
        raise InputError("--loss", repr(reference), EXPECTED)
    try:
        found: Any = _module(where)
    except (Exception, SystemExit) as error:
        raise InputError("--loss", repr(reference), f"a module that can be imported ({_told(error)})") from None
    for part in name.split("."):
        if not hasattr(found, part):
            raise InputError("--loss", repr(reference), f"a name that {where} has")
        found = getattr(found, part)
    if not callable(found) or isinstance(found, type):
        kind = "a class" if isinstance(found, type) else f"of type {type(found).__name__}"
        raise InputError("--loss", f"{reference!r}, which is {kind}", "a function of x and y, or an instance of one")
    return found


def _module(where: str) -> Any:
    if not where.endswith(".py"):
        here = os.getcwd()
        if here not in sys.path:
            sys.path.insert(0, here)
        return importlib.import_module(where)
    path = Path(where)
    if not path.is_file():
        raise FileNotFoundError("there is no such file")
    # Under a name of its own: it must not stand for a module that is called alike.
    name = f"modgap_loss_{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _told(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


class Own:
    """One's own loss, among mismatched pairs and in mini-batches.

    Parameters
    ----------
    reference : str
        What it is called in messages.
    function : callable
        loss(x, y) -> scalar, differentiable; x and y have unit rows, shape (N, h), float64, on the search's device.
    pairs, noise, batch, seed
        As for `built_in`; the mismatched partners are drawn, 16 times or once for each batch, and stay the same
        throughout.

    Raises
    ------
    InputError
        (a ValueError) From every call, in one line, if the function raises, returns no real scalar, or something
        that does not depend on x and y differentiably; from `check`, if it is not finite or not a function of x and y.
    """

    def __init__(
        self, reference: str, function: Callable[..., Any], pairs: int, noise: float, batch: int | None, seed: int
    ) -> None:
        self.reference, self.function = reference, function
        rows, _ = minibatches(pairs, batch or pairs, seed)
        self.x_rows = self.y_rows = rows
        if noise:
            generator = torch.Generator().manual_seed(seed)
            self.x_rows = rows.repeat_interleave(math.ceil(REPAIRINGS / len(rows)), 0)
            self.y_rows = torch.stack([mismatched_rows(own, noise, generator) for own in self.x_rows])

    def __call__(self, x: Tensor, y: Tensor, taus: Tensor) -> Tensor:
        """Return the loss of each configuration."""
        return torch.stack([self.of(own_x, own_y) for own_x, own_y in zip(x, y, strict=True)])

    def of(self, x: Tensor, y: Tensor) -> Tensor:
        """Return the loss of one configuration, (N, h) each."""
        pairs = zip(self.x_rows.to(x.device), self.y_rows.to(x.device), strict=True)
        if len(self.x_rows) == 1:
            return self._once(x, y)
        return torch.stack([self._once(x[i], y[j]) for i, j in pairs]).mean()

    def check(self, x: Tensor, y: Tensor) -> None:
        """Raise `InputError` where the loss cannot be minimised, as seen at one configuration."""
        x, y = x.detach().requires_grad_(), y.detach().requires_grad_()
        with torch.enable_grad():
            value = self.of(x, y)
            try:
                slopes = torch.autograd.grad(value, (x, y), allow_unused=True)
            except RuntimeError as error:
                expected = "one that torch can differentiate in x and y"
                raise self._unfit(f"a value without a gradient ({_told(error)})", expected) from None
        first = value.detach()
        values = [first, *(slope for slope in slopes if slope is not None)]
        if not all(bool(torch.isfinite(each).all()) for each in values):
            raise self._unfit(f"the value {float(first):g} or its gradient", "finite ones at random unit rows")
        if all(slope is None or not bool(slope.any()) for slope in slopes):
            raise self._unfit("a gradient of 0 at random unit rows", "a loss that depends on x and y")
        if float(self.of(x, y).detach()) != float(first):
            raise self._unfit("two values for one input", "a loss that draws nothing at random")

    def _once(self, x: Tensor, y: Tensor) -> Tensor:
        try:
            value = self.function(x, y)
        except Exception as error:
            raise self._unfit(_told(error), "a function of two tensors (N, h) that raises nothing") from None
        if not isinstance(value, Tensor) or value.numel() != 1 or value.is_complex():
            got = f"a tensor of shape {tuple(value.shape)}" if isinstance(value, Tensor) else type(value).__name__
            raise self._unfit(got, "one real number, as a torch tensor")
        if torch.is_grad_enabled() and not value.requires_grad:
            raise self._unfit("a tensor without a gradient", "one that torch can differentiate in x and y")
        return value.reshape(()).to(x.dtype)

    def _unfit(self, got: str, expected: str) -> InputError:
        return InputError("--loss", f"{got} from {self.reference!r}", expected)
