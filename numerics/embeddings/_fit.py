"""What the alignment methods have in common: a fit to pairs, which then transforms these or other embeddings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError, checked_form
from modgap.numerics.embeddings.summary import unit_blocks

FloatArray = NDArray[np.float64]
NAMES = ("x", "y")


class Fit:
    """What a method learnt from pairs; `transform` applies it to the same or other embeddings."""

    method: ClassVar[str]

    @property
    def dim(self) -> int:
        """The dimension h of the embeddings that it was fitted to."""
        return self._dim()

    def _dim(self) -> int:
        raise NotImplementedError

    def _moved(self, side: int, rows: FloatArray) -> FloatArray:
        """Return rows of x (side 0) or of y (side 1), moved but not yet of length 1."""
        raise NotImplementedError

    def transform(self, x: Any, y: Any, names: tuple[str, str] = NAMES) -> tuple[FloatArray, FloatArray]:
        """Return the transformed embeddings, rows of length 1.

        Parameters
        ----------
        x, y : array_like, shapes (N, h) and (M, h)
            Embeddings of images and of texts; they need not be pairs. Rows are normalised first.
        names : pair of str
            What to call x and y in messages.

        Raises
        ------
        InputError
            (a ValueError) For a bad array, another dimension than that of the fit, or a row of which nothing is left.
        """
        return self._whole(x, y, names, quiet=False)

    def blocks(self, side: int, values: Any, name: str, quiet: bool = False) -> Iterator[FloatArray]:
        """Yield the transformed rows of x (side 0) or of y (side 1) in blocks; errors as `transform`."""
        array = checked_form(name, values, min_rows=1)
        if array.shape[1] != self.dim:
            raise InputError(name, f"shape {array.shape}", f"(N, {self.dim}), the dimension of the fit")
        first = 0
        for rows in unit_blocks(name, array, quiet=quiet):
            moved = self._moved(side, rows)
            lengths = np.linalg.norm(moved, axis=1, keepdims=True)
            # Of a row that the method left (nearly) nothing of, no direction is known.
            gone = lengths[:, 0] <= 4 * np.finfo(np.float64).eps * np.sqrt(moved.shape[1])
            if gone.any():
                found = f"row {first + int(gone.argmax())} of {len(array)}, of which {self.method} leaves nothing"
                raise InputError(name, found, "rows with a direction left")
            first += len(rows)
            yield moved / lengths

    def _whole(self, x: Any, y: Any, names: tuple[str, str], quiet: bool) -> tuple[FloatArray, FloatArray]:
        first, second = (
            np.concatenate(list(self.blocks(side, values, name, quiet)))
            for side, (values, name) in enumerate(zip((x, y), names, strict=True))
        )
        return first, second


F = TypeVar("F", bound=Fit)


@dataclass(frozen=True, eq=False)
class Aligned(Generic[F]):
    """Transformed pairs and the fit that transformed them; rows of `x` and `y` have length 1."""

    x: FloatArray
    y: FloatArray
    fit: F

    @classmethod
    def by(cls, fit: F, x: Any, y: Any, names: tuple[str, str]) -> Aligned[F]:
        """Transform the pairs that the fit was made from; of their norms it has warned already."""
        first, second = fit._whole(x, y, names, quiet=True)
        return cls(first, second, fit)


def require_share(name: str, value: float) -> None:
    """Raise `InputError` unless the value is in (0, 1]."""
    if not 0 < value <= 1:
        raise InputError(name, f"{value:g}", "a share in (0, 1]")


def require_epsilon(name: str, value: float) -> None:
    """Raise `InputError` unless the value is in (0, 1)."""
    if not 0 < value < 1:
        raise InputError(name, f"{value:g}", "a number in (0, 1)")


def require_count(name: str, value: int, most: int, what: str) -> None:
    """Raise `InputError` unless the value is an integer from 1 to `most`, which is called `what`."""
    if not isinstance(value, int | np.integer) or isinstance(value, bool) or not 1 <= value <= most:
        raise InputError(name, repr(value), f"an integer from 1 to {what} = {most}")
