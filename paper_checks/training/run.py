"""Training from settings and pictures to a folder with the model, the embeddings of both parts, and what was seen.

Order, shifts and noise of an epoch come from a generator of their own, seeded by seed and epoch; the step length
depends on the step alone. So a checkpoint at the end of an epoch, with the parameters and Adam's moments, is all that
a run needs to go on as if it had not been interrupted.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.optimize import geometry
from modgap.numerics.embeddings.retrieval import recall
from modgap.numerics.loss import mcl_loss, theorem1_bound
from modgap.paper_checks.io.whole import write_whole
from modgap.paper_checks.training.checkpoint import load_checkpoint, save_checkpoint
from modgap.paper_checks.training.pictures import Pictures
from modgap.paper_checks.training.settings import Settings
from modgap.paper_checks.training.subwords import Bags
from modgap.paper_checks.training.towers import TwoTowers

__all__ = ["PARTS", "RECORD", "Trained", "figures", "read_trained", "train"]

FORMAT = 1
RECORD, CHECKPOINT = "run.json", "checkpoint.npz"
#: The two parts of the pairs, as in the names of files.
PARTS = ("training", "held-out")
#: Pairs that go through the towers at a time when nothing is learned.
AT_A_TIME = 1024
#: Called after every epoch with how many are done and what was seen.
Progress = Callable[[int, dict[str, float]], None]


@dataclass(frozen=True, eq=False)
class Trained:
    """What a run left behind.

    Attributes
    ----------
    folder : Path
        Where it is.
    embeddings : dict of str to pair of ndarray, float32
        By part: images and texts, unit rows (N, h).
    record : dict
        Settings, data, versions, and by epoch what was seen (`history`).
    """

    folder: Path
    embeddings: dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]
    record: dict[str, Any]


def train(
    pictures: Pictures,
    settings: Settings,
    folder: Path,
    device: torch.device | None = None,
    progress: Progress = lambda epoch, seen: None,
) -> Trained:
    """Train, or go on where an interrupted run of the same data and settings stopped; return what it came to.

    Parameters
    ----------
    pictures : Pictures
        The data, of `settings.size` pixels.
    settings : Settings
        All else that the result depends on.
    folder : Path
        Gets `checkpoint.npz` after every epoch, and in the end `run.json` and four arrays of embeddings.
    device : torch.device, optional
        The CPU by default. On others the last bits may differ from run to run.
    progress : callable
        Told of every epoch.

    Raises
    ------
    InputError
        If the folder holds another run, or cannot be written to, or a batch is larger than the training part.
    """
    trainer = _Trainer(pictures, settings, device or torch.device("cpu"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("--out", f"'{folder}' ({error.strerror})", "a folder to write to") from None
    if (folder / RECORD).is_file():
        return _same(folder, trainer.key)
    history = trainer.resumed(folder)
    for epoch in range(len(history), settings.epochs):
        trainer.epoch(epoch)
        history.append(trainer.seen())
        save_checkpoint(folder / CHECKPOINT, trainer.model, trainer.optimizer, trainer.state(history))
        progress(epoch + 1, history[-1])
    embeddings = {part: trainer.embeddings(rows) for part, rows in trainer.parts.items()}
    return _written(folder, embeddings, trainer.record(history))


def read_trained(folder: Path) -> Trained:
    """Read what `train` wrote.

    Raises
    ------
    InputError
        If it is not whole.
    """
    expected = "a folder that `modgap train` has finished"
    try:
        record = json.loads((folder / RECORD).read_bytes())
        embeddings = {}
        for part in PARTS:
            first, second = (np.load(folder / name, allow_pickle=False) for name in _names(part))
            embeddings[part] = first, second
        if record["format"] != FORMAT:
            raise ValueError(f"format {record['format']}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("--data", f"'{folder}' ({error})", expected) from None
    return Trained(folder, embeddings, record)


def figures(x: Tensor, y: Tensor, temperature: float) -> dict[str, float]:
    """Return what is seen of embeddings after every epoch: loss against the bound, gap, means, cosine, recall at 1.

    `gap_degrees` is NaN where a mean is shorter than 1e-3, `excess` the loss L_N − 2 log N less Theorem 1's bound.
    """
    x, y = x.double(), y.double()
    shape, shares = geometry(x, y), recall(x.numpy(), y.numpy(), ks=(1,))
    loss = float(mcl_loss(x, y, temperature)) - 2 * math.log(len(x))
    return {
        "loss_minus_2logN": loss,
        "excess": loss - theorem1_bound(x.shape[1], temperature),
        "gap_degrees": math.nan if shape.gap_degrees is None else shape.gap_degrees,
        "image_mean": shape.mean_norms[0],
        "text_mean": shape.mean_norms[1],
        "paired_cosine": float((x * y).sum(1).mean()),
        "image_to_text": shares["image_to_text"][1],
        "text_to_image": shares["text_to_image"][1],
    }


# --- how it is trained -----------------------------------------------------------------------------------------------


class _Trainer:
    """Model, optimiser and data of a run."""

    def __init__(self, pictures: Pictures, settings: Settings, device: torch.device) -> None:
        split = pictures.split(settings.held_out, settings.seed)
        if settings.batch > len(split.training):
            raise InputError("--batch", str(settings.batch), f"at most the {len(split.training)} training pairs")
        self.settings, self.device, self.pictures = settings, device, pictures
        self.parts = dict(zip(PARTS, (split.training, split.held_out), strict=True))
        self.pixels, self.bags = torch.from_numpy(pictures.pixels).to(device), Bags(pictures.texts)
        generator = torch.Generator().manual_seed(settings.seed)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(settings.seed)
            self.model = TwoTowers(settings, pictures.pixels.shape[1])
        some = self.parts["training"][:AT_A_TIME]
        self.model.set_start(self.pixels[some].cpu(), self.bags.rows(some), generator)
        self.model.to(device)
        self.optimizer = torch.optim.Adam(self.model.groups(), lr=settings.rate)
        self.key = hashlib.sha256(json.dumps(self._facts(), sort_keys=True).encode()).hexdigest()

    def _facts(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "settings": self.settings.record(),
            "data": {
                "sources": self.pictures.sources,
                "pairs": len(self.pictures.texts),
                "sha256": self.pictures.digest(),
            },
            "device": self.device.type,
            "torch": torch.__version__,
        }

    @property
    def steps(self) -> int:
        """Steps of an epoch; pairs left over wait for the next one."""
        return len(self.parts["training"]) // self.settings.batch

    def epoch(self, epoch: int) -> None:
        """Go once over the training pairs."""
        s, rng = self.settings, np.random.default_rng([self.settings.seed, epoch])
        order = rng.permutation(self.parts["training"])
        for step in range(self.steps):
            rows = order[step * s.batch : (step + 1) * s.batch]
            self._set_rate(epoch * self.steps + step)
            # A shift by a pixel either way, of all pictures of the batch.
            pixels = torch.roll(self.pixels[rows], tuple(rng.integers(-1, 2, 2).tolist()), (2, 3))
            x, y = self.model(pixels, self._bags(self._noisy(rows, rng)))
            self.optimizer.zero_grad()
            self.model.loss(x, y).backward()
            self.optimizer.step()

    def _noisy(self, rows: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
        """Return the rows of the texts: a share of them is drawn anew from all training pairs."""
        if not self.settings.noise:
            return rows
        drawn = rng.choice(self.parts["training"], len(rows))
        return np.where(rng.random(len(rows)) < self.settings.noise, drawn, rows)

    def _set_rate(self, step: int) -> None:
        total = self.steps * self.settings.epochs
        warm = max(1, total // 10)
        share = (step + 1) / warm if step < warm else (1 + math.cos(math.pi * (step - warm) / max(1, total - warm))) / 2
        for group in self.optimizer.param_groups:
            group["lr"] = self.settings.rate * group["pace"] * share

    def _bags(self, rows: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        buckets, starts = self.bags.rows(rows)
        return buckets.to(self.device), starts.to(self.device)

    def embeddings(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return unit embeddings of these pairs."""
        with torch.no_grad():
            found = [self.model(self.pixels[part], self._bags(part)) for part in _blocks(rows)]
        first, second = (torch.cat(side).cpu().numpy() for side in zip(*found, strict=True))
        return first, second

    def seen(self) -> dict[str, float]:
        """Return the figures of as many training pairs as are held out, and of those, and what else is learned."""
        temperature, out = float(self.model.temperature.detach()), {}
        for part, rows in self.parts.items():
            x, y = self.embeddings(rows[: self.settings.held_out])
            out |= {f"{part}/{k}": v for k, v in figures(torch.from_numpy(x), torch.from_numpy(y), temperature).items()}
        head = self.model.head.state_dict()
        angle = {"angle_degrees": math.degrees(float(head["angle"]))} if "angle" in head else {}
        return {**out, "temperature": temperature, **angle}

    # --- its state

    def state(self, history: list[dict[str, float]]) -> dict[str, Any]:
        """Return what the checkpoint states beside its arrays; NaN is null."""
        return {"key": self.key, "history": _jsonable(history)}

    def record(self, history: list[dict[str, float]]) -> dict[str, Any]:
        """Return what `run.json` states."""
        return {**self._facts(), **self.state(history)}

    def resumed(self, folder: Path) -> list[dict[str, float]]:
        """Take up the checkpoint of the folder, if there is one, and return what was seen so far."""
        path = folder / CHECKPOINT
        if not path.is_file():
            return []
        return load_checkpoint(path, self.key, self.model, self.optimizer)["history"]


def _blocks(rows: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    return (rows[at : at + AT_A_TIME] for at in range(0, len(rows), AT_A_TIME))


def _jsonable(history: list[dict[str, float]]) -> list[dict[str, float | None]]:
    return [{k: None if v is None or math.isnan(v) else v for k, v in seen.items()} for seen in history]


def _names(part: str) -> tuple[str, str]:
    return f"{part}-images.npy", f"{part}-texts.npy"


def _same(folder: Path, key: str) -> Trained:
    found = read_trained(folder)
    if found.record["key"] != key:
        raise InputError("--out", f"'{folder}', which holds a run of other data or settings", "a folder of its own")
    return found


def _written(folder: Path, embeddings: dict[str, Any], record: dict[str, Any]) -> Trained:
    contents = {}
    for part, sides in embeddings.items():
        for name, side in zip(_names(part), sides, strict=True):
            buffer = io.BytesIO()
            np.save(buffer, side, allow_pickle=False)
            contents[folder / name] = buffer.getvalue()
    # The record comes last: a folder that has it is whole.
    text = json.dumps(record, indent=2, sort_keys=True, allow_nan=False)
    write_whole({**contents, folder / RECORD: f"{text}\n".encode()})
    return Trained(folder, embeddings, record)
