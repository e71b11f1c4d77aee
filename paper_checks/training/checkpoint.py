"""The state of a run on disk: parameters, Adam's moments and what was seen, as arrays of an .npz file, whole or not."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.npz import write_npz

__all__ = ["load_checkpoint", "save_checkpoint"]

MODEL, MOMENTS, RECORD = "model", "adam", "record"


def save_checkpoint(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, record: dict[str, Any]) -> None:
    """Write the state under another name and rename it, so that an interruption leaves the old one or the new one.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    arrays: dict[str, Any] = {f"{MODEL}/{name}": _array(value) for name, value in model.state_dict().items()}
    for number, moments in optimizer.state_dict()["state"].items():
        arrays |= {f"{MOMENTS}/{number}/{name}": _array(value) for name, value in moments.items()}
    write_npz(path, {**arrays, RECORD: np.array(json.dumps(record, sort_keys=True))})


def load_checkpoint(path: Path, key: str, model: nn.Module, optimizer: torch.optim.Optimizer) -> dict[str, Any]:
    """Read the state into model and optimiser and return the record, whose key must be this. Nothing is unpickled.

    Raises
    ------
    InputError
        If the file is damaged or of another run.
    """
    expected = "a checkpoint of this very run, or a folder of its own"
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as found:
            arrays = {name: found[name] for name in found.files}
        record = json.loads(str(arrays.pop(RECORD)))
        if record["key"] != key:
            raise ValueError("of other data or settings")
        # Moments stand by their number, and Adam's own record of its groups is that of the fresh one.
        state = {
            name.removeprefix(f"{MODEL}/"): torch.from_numpy(a) for name, a in arrays.items() if name.startswith(MODEL)
        }
        model.load_state_dict(state)
        optimizer.load_state_dict({**optimizer.state_dict(), "state": _moments(arrays)})
    except (OSError, EOFError, ValueError, LookupError, AttributeError, RuntimeError, zipfile.BadZipFile) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError("--out", f"'{path}' ({reason})", expected) from None
    return record


def _moments(arrays: dict[str, NDArray[Any]]) -> dict[int, dict[str, torch.Tensor]]:
    out: dict[int, dict[str, torch.Tensor]] = {}
    for name, array in arrays.items():
        kind, *rest = name.split("/")
        if kind == MOMENTS:
            out.setdefault(int(rest[0]), {})[rest[1]] = torch.from_numpy(array)
    return out


def _array(value: torch.Tensor) -> NDArray[Any]:
    return value.detach().cpu().numpy()
