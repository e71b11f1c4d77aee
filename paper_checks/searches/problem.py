"""What is to be minimised: a constraint, sizes and a loss, checked in the words of the command line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.optimize import TOLERANCE
from modgap.paper_checks.searches.losses import BUILT_IN, EXPECTED

__all__ = ["ANGLE_TOLERANCE", "COORDINATE_TOLERANCE", "Finding", "Problem"]

# The accuracy to which the theory's value must be met, in nats, and an angle, in degrees.
LOSS_TOLERANCE, ANGLE_TOLERANCE = 1e-6, 0.01
# How far coordinates that the theory says are equal may differ.
COORDINATE_TOLERANCE = 1e-4
# The widest error of an angle that is put down to the slope of the loss.
MOST_ANGLE = 5.0
# Rounding of losses beyond which a search says nothing, in nats.
MOST_ROUNDING = 1e-3


class Finding(StrEnum):
    """How a result stands to the theorem."""

    MET = "met"
    #: Nothing contradicts the theorem, and the search does not show it either.
    UNDECIDED = "undecided"
    SHORT = "short"


@dataclass(frozen=True)
class Problem:
    """What to minimise.

    Attributes
    ----------
    constraint : str
        none, cone or subspace.
    dim, pairs : int
        h and N.
    temperature : float or None
        τ; None for a loss of one's own that needs none.
    concentration : float or None
        κ of the clouds, for a cone, and if given for subspaces.
    angle : float or None
        Dihedral angle of the two hyperplanes, degrees, for subspaces.
    seed, starts : int
        Of the random starts (and the clouds), and how many there are.
    centres : bool
        Whether the loss is that of the pair of centres, instead of all pairs.
    loss : str
        infonce, sigmoid (with its best bias), or the reference MODULE:FUNCTION of one's own.
    noise : float
        Share η of mismatched pairs.
    batch : int or None
        B, if the loss is that of mini-batches.
    at_least : float or None
        A value that the loss is said not to go below.
    """

    constraint: str
    dim: int
    pairs: int
    temperature: float | None
    concentration: float | None = None
    angle: float | None = None
    seed: int = 0
    starts: int = 4
    centres: bool = False
    loss: str = "infonce"
    noise: float = 0.0
    batch: int | None = None
    at_least: float | None = None

    def __post_init__(self) -> None:
        least = 3 if self.constraint == "subspace" else 2
        if self.constraint not in ("none", "cone", "subspace"):
            raise InputError("--constraint", repr(self.constraint), "none, cone or subspace")
        for name, value, low in (
            ("--dim", self.dim, least),
            ("--pairs", self.pairs, 2),
            ("--starts", self.starts, 1),
            ("--seed", self.seed, 0),
        ):
            if value < low:
                raise InputError(name, str(value), f"an integer >= {low}")
        self._check_loss()
        self._check_temperature()
        self._check_concentration()
        self._check_angle()

    def _check_temperature(self) -> None:
        tau, least = self.temperature, 256 * np.finfo(np.float64).eps / MOST_ROUNDING
        if tau is None:
            if not self.own:
                raise InputError("--temperature", "nothing", f"a finite number > 0, which {self.loss} needs")
        elif not (math.isfinite(tau) and tau > 0):
            raise InputError("--temperature", f"{tau:g}", "a finite number > 0")
        elif tau < least:
            found = f"a finite number > 0, at least {least:.1g}"
            why = "below it the rounding of the loss in double precision hides what is sought"
            raise InputError("--temperature", f"{tau:g}", f"{found}: {why}")

    def _check_loss(self) -> None:
        if self.loss not in BUILT_IN and not self.own:
            raise InputError("--loss", repr(self.loss), EXPECTED)
        if not 0 <= self.noise <= 1:
            raise InputError("--noise", f"{self.noise:g}", "a share of the pairs, from 0 to 1")
        if self.batch is not None and not 2 <= self.batch <= self.pairs:
            raise InputError("--batch", str(self.batch), f"an integer from 2 to the number of pairs, {self.pairs}")
        if self.at_least is not None and not math.isfinite(self.at_least):
            raise InputError("--at-least", f"{self.at_least:g}", "a finite number, in nats")
        for option, given in (("--noise", self.noise > 0), ("--batch", self.batch is not None)):
            if given and self.centres:
                raise InputError(option, "it with --loss centres", "it with a loss of all pairs")

    def _check_concentration(self) -> None:
        kappa = self.concentration
        if kappa is None:
            if self.constraint == "cone" or self.centres:
                raise InputError("--concentration", "nothing", "the concentration of the clouds, a number > 0")
        elif self.constraint == "none":
            raise InputError("--concentration", f"{kappa:g}", "no concentration without a constraint")
        elif not (math.isfinite(kappa) and kappa > 0):
            raise InputError("--concentration", f"{kappa:g}", "a finite number > 0")

    def _check_angle(self) -> None:
        if self.constraint != "subspace":
            if self.angle is not None:
                raise InputError("--angle", f"{self.angle:g}", "no angle unless the constraint is subspace")
        elif self.angle is None:
            raise InputError("--angle", "nothing", "the hyperplanes' dihedral angle in degrees, in (0, 90]")
        elif not 0 < self.angle <= 90:
            raise InputError("--angle", f"{self.angle:g}", "degrees in (0, 90]")

    @property
    def own(self) -> bool:
        """Whether the loss is one's own."""
        return ":" in self.loss

    @property
    def as_in_theory(self) -> bool:
        """Whether the loss is the one that the theorems speak of: InfoNCE of matched pairs, all in one batch."""
        return self.loss == "infonce" and not self.noise and self.batch is None

    @property
    def compared(self) -> int:
        """How many pairs are compared with each other: N, or B in mini-batches."""
        return self.batch or self.pairs

    @property
    def offset(self) -> float:
        """What L has more than what the theory speaks of: 2 log N, or 2 log B; nothing for other losses."""
        return 2 * math.log(self.compared) if self.loss == "infonce" else 0.0

    @property
    def beta(self) -> float:
        """1/τ, and 1 where there is no temperature."""
        return 1.0 if self.temperature is None else 1 / self.temperature

    @property
    def rounding(self) -> float:
        """What rounding may do to a loss: a few hundred ulps of it."""
        return 256 * np.finfo(np.float64).eps * (1 + self.beta + math.log(self.pairs))

    @property
    def loss_tolerance(self) -> float:
        """How far from the theory's value a loss counts as equal to it, in nats."""
        return max(LOSS_TOLERANCE, self.rounding)

    def stopping_angle(self, slope: float) -> float:
        """Return how far from an end, in degrees, a search may stop where the loss changes by slope · (1 - cos)."""
        if slope <= 0:
            return ANGLE_TOLERANCE
        # It stops at a derivative of TOLERANCE β.
        return min(max(ANGLE_TOLERANCE, math.degrees(2 * TOLERANCE * self.beta / slope)), MOST_ANGLE)
