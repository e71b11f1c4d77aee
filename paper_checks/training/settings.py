"""What a run depends on beside its data, each value checked."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any

from modgap.numerics.checks import InputError

__all__ = ["CONSTRAINTS", "LOSSES", "Settings"]

CONSTRAINTS = ("none", "cone", "hyperplanes")
LOSSES = ("infonce", "sigmoid")


@dataclass(frozen=True)
class Settings:
    """The settings of a run.

    Attributes
    ----------
    dim : int
        h >= 2, of hyperplanes >= 4.
    temperature : float
        τ in [0.01, 10], where a learned one starts.
    learn_temperature : bool
        Whether τ is learned; as CLIP's it stays at 0.01 or above.
    constraint : str
        ``none``; ``cone``: the embeddings of a modality stay within `cone_degrees` of a centre that is learned;
        ``hyperplanes``: they lie in two hyperplanes at an angle.
    cone_degrees : float or None
        In (0, 90). In hyperplanes the centres of the cones are orthogonal to the intersection.
    angle_degrees : float or None
        Of the hyperplanes, in (0, 90].
    free_angle : bool
        Whether it is learned from there.
    start_gap : float or None
        Angle of the cones at the start, in [0, 180] degrees; None leaves them as the towers have them.
    noise : float
        Share of the pairs of every batch whose text is drawn anew, in [0, 1].
    loss : str
        ``infonce`` (`modgap.numerics.loss.mcl_loss`), or ``sigmoid``, as of SigLIP with a bias that is learned.
    epochs, batch, width : int
        Passes over the training pairs; pairs in a step; channels of the image tower's first layer.
    rate : float
        Adam's largest step length, reached after a tenth of all steps and left along a cosine.
    size, held_out, seed : int
        Pixels of the pictures; pairs held out; of the split, the start and the order.

    Raises
    ------
    InputError
        (a ValueError) Naming the option, where a value is out of range or does not go with another.
    """

    dim: int = 64
    temperature: float = 0.07
    learn_temperature: bool = False
    constraint: str = "none"
    cone_degrees: float | None = None
    angle_degrees: float | None = None
    free_angle: bool = False
    start_gap: float | None = None
    noise: float = 0.0
    loss: str = "infonce"
    epochs: int = 40
    batch: int = 512
    width: int = 24
    rate: float = 4e-3
    size: int = 24
    held_out: int = 1000
    seed: int = 0

    def __post_init__(self) -> None:
        planes = self.constraint == "hyperplanes"
        self._one_of("constraint", CONSTRAINTS)
        self._one_of("loss", LOSSES)
        self._whole("dim", 4 if planes else 2)
        for name, least in (("epochs", 1), ("batch", 2), ("width", 1), ("size", 8), ("held_out", 2), ("seed", 0)):
            self._whole(name, least)
        self._within("temperature", 0.01, 10)
        self._within("rate", 1e-6, 1)
        self._within("noise", 0, 1)
        self._within("start_gap", 0, 180)
        self._within("cone_degrees", 0.1, 89.9)
        self._within("angle_degrees", 0.1, 90)
        self._goes_with("angle_degrees", planes, "--constraint hyperplanes", needed=True)
        self._goes_with("free_angle", planes, "--constraint hyperplanes")
        self._goes_with("cone_degrees", self.constraint != "none", "a constraint", needed=self.constraint == "cone")
        self._goes_with("start_gap", not planes, "no hyperplanes, whose angle is --angle")

    def record(self) -> dict[str, Any]:
        """Return the settings as JSON values."""
        return dataclasses.asdict(self)

    def _one_of(self, name: str, values: tuple[str, ...]) -> None:
        if getattr(self, name) not in values:
            raise InputError(_option(name), repr(getattr(self, name)), f"one of {', '.join(values)}")

    def _whole(self, name: str, least: int) -> None:
        value = getattr(self, name)
        if not isinstance(value, int) or value < least:
            raise InputError(_option(name), repr(value), f"an integer of at least {least}")

    def _within(self, name: str, low: float, high: float) -> None:
        value = getattr(self, name)
        if value is not None and not (math.isfinite(value) and low <= value <= high):
            raise InputError(_option(name), f"{value:g}", f"a number from {low:g} to {high:g}")

    def _goes_with(self, name: str, holds: bool, what: str, needed: bool = False) -> None:
        value = getattr(self, name)
        given = value is not None and value is not False
        if given and not holds:
            raise InputError(_option(name), f"{value} with --constraint {self.constraint}", f"it with {what} only")
        if needed and holds and not given:
            raise InputError(_option(name), "nothing", f"a value with --constraint {self.constraint}")


def _option(name: str) -> str:
    return f"--{name.removesuffix('_degrees').replace('_', '-')}"
