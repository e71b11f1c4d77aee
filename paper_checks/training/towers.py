"""Two small towers and what holds their embeddings: nothing, a cone each, or two hyperplanes."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from modgap.numerics.contrastive.sigmoid import sigmoid_loss
from modgap.numerics.loss import mcl_loss
from modgap.paper_checks.training.settings import Settings
from modgap.paper_checks.training.subwords import BUCKETS

__all__ = ["TwoTowers", "sigmoid_loss"]

HIDDEN, WORD = 256, 128
#: CLIP's logit scale is held at 100 or below.
LEAST_TEMPERATURE = 0.01


class TwoTowers(nn.Module):
    """A convolutional tower for pictures, a bag of subwords for texts, and a head that puts both on the sphere.

    Parameters
    ----------
    settings : Settings
        Their sizes, the constraint and the loss.
    channels : int
        Of the pictures.
    """

    def __init__(self, settings: Settings, channels: int) -> None:
        super().__init__()
        self.settings = settings
        self.head: nn.Module = _HEADS[settings.constraint](settings)
        out = settings.dim - 1 if settings.constraint == "hyperplanes" else settings.dim
        self.image = _image_tower(settings.size, channels, settings.width, out)
        self.words = nn.EmbeddingBag(BUCKETS, WORD, mode="mean")
        self.text = nn.Sequential(nn.Linear(WORD, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, out))
        self.log_scale = nn.Parameter(
            torch.tensor(-math.log(settings.temperature)), requires_grad=settings.learn_temperature
        )
        # SigLIP starts at a bias that makes all pairs unlikely.
        self.bias = nn.Parameter(torch.tensor(-10.0), requires_grad=settings.loss == "sigmoid")

    @property
    def temperature(self) -> Tensor:
        """The temperature τ now."""
        return torch.exp(-self.log_scale).clamp(min=LEAST_TEMPERATURE)

    def forward(self, pixels: Tensor, bags: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Return unit embeddings of as many pictures and texts, each (n, h)."""
        return self.head(*self.raw(pixels, bags))

    def raw(self, pixels: Tensor, bags: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Return what the towers give to the head."""
        return self.image(pixels.float() / 255), self.text(self.words(*bags))

    def loss(self, x: Tensor, y: Tensor) -> Tensor:
        """Return the loss that is trained on, nats."""
        if self.settings.loss == "sigmoid":
            return sigmoid_loss(x, y, self.temperature, self.bias)
        return mcl_loss(x, y, self.temperature)

    def set_start(self, pixels: Tensor, bags: tuple[Tensor, Tensor], generator: torch.Generator) -> None:
        """Turn the cones that the towers have at the start, seen on these pairs, to `start_gap` degrees."""
        if self.settings.start_gap is None:
            return
        centres = _two_directions(self.settings.dim, math.radians(self.settings.start_gap), generator)
        with torch.no_grad():
            if isinstance(self.head, _Cone):
                self.head.centres.copy_(centres)
                return
            for tower, rows, centre in zip((self.image, self.text), self.raw(pixels, bags), centres, strict=True):
                mean, last = rows.mean(0), tower[-1]
                last.bias += mean.norm() * centre.to(mean) - mean

    def groups(self) -> list[dict[str, Any]]:
        """Return the parameters that are learned, in two groups: single numbers and centres move ten times as fast."""
        few = {"log_scale", "bias", "head.angle", "head.centres"}
        learned = [(name, p) for name, p in self.named_parameters() if p.requires_grad]
        return [
            {"params": [p for name, p in learned if name not in few], "pace": 1.0},
            {"params": [p for name, p in learned if name in few], "pace": 10.0},
        ]


def _image_tower(size: int, channels: int, width: int, out: int) -> nn.Sequential:
    """Return three strided convolutions and two linear layers."""
    side = math.ceil(math.ceil(math.ceil(size / 2) / 2) / 2)
    return nn.Sequential(
        nn.Conv2d(channels, width, 3, 2, 1), nn.ReLU(),
        nn.Conv2d(width, 2 * width, 3, 2, 1), nn.ReLU(),
        nn.Conv2d(2 * width, 4 * width, 3, 2, 1), nn.ReLU(), nn.Flatten(),
        nn.Linear(4 * width * side**2, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, out),
    )  # fmt: skip


def _two_directions(dim: int, angle: float, generator: torch.Generator) -> Tensor:
    """Return two random unit vectors at an angle, shape (2, dim)."""
    first, other = torch.randn(2, dim, generator=generator, dtype=torch.float64)
    first = normalize(first, dim=0)
    across = normalize(other - (other @ first) * first, dim=0)
    return torch.stack([first, math.cos(angle) * first + math.sin(angle) * across])


# --- heads -----------------------------------------------------------------------------------------------------------


def _in_cone(rows: Tensor, centre: Tensor, reach: float) -> Tensor:
    """Return unit rows at angles of at most arcsin(1/reach) from the centre."""
    return normalize(reach * centre + normalize(rows, dim=1), dim=1)


class _Free(nn.Module):
    def __init__(self, settings: Settings) -> None:
        super().__init__()

    def forward(self, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        return normalize(x, dim=1), normalize(y, dim=1)


class _Cone(nn.Module):
    """A hard cone each, about centres that are learned."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.reach = 1 / math.sin(math.radians(settings.cone_degrees or 0))
        self.centres = nn.Parameter(normalize(torch.randn(2, settings.dim), dim=1))

    def forward(self, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        a, b = normalize(self.centres, dim=1)
        return _in_cone(x, a, self.reach), _in_cone(y, b, self.reach)


class _Hyperplanes(nn.Module):
    """Two hyperplanes with e_A·e_B = cos φ, their intersection the first h − 2 coordinates; in them free, or cones."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        start = torch.tensor(math.radians(settings.angle_degrees or 0))
        self.angle = nn.Parameter(start, requires_grad=settings.free_angle)
        self.reach = None if settings.cone_degrees is None else 1 / math.sin(math.radians(settings.cone_degrees))
        self.register_buffer("axis", torch.eye(settings.dim - 1)[-1], persistent=False)

    def forward(self, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        if self.reach is None:
            u, v = normalize(x, dim=1), normalize(y, dim=1)
        else:
            axis = self.get_buffer("axis")
            u, v = (_in_cone(rows, axis, self.reach) for rows in (x, y))
        last = v[:, -1:]
        y_out = torch.cat([v[:, :-1], last * torch.cos(self.angle), last * torch.sin(self.angle)], dim=1)
        return torch.cat([u, torch.zeros_like(u[:, :1])], dim=1), y_out


_HEADS: dict[str, Any] = {"none": _Free, "cone": _Cone, "hyperplanes": _Hyperplanes}
