"""What a data set is before it is encoded: images still to be read, with captions or with classes."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.io.encoded import file_sha256

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Captioned", "ImageArray", "ImageFile", "Labelled", "digest_of_lines", "require_present"]


@dataclass(frozen=True)
class ImageFile:
    """An image in a file.

    Attributes
    ----------
    root : Path
        The folder of the data set.
    name : str
        The path below it, with forward slashes.
    """

    root: Path
    name: str

    def digest(self) -> str:
        """Return the SHA-256 of the file.

        Raises
        ------
        MissingDataError
            If there is no such file.
        """
        path = self.root / self.name
        try:
            return file_sha256(path)
        except OSError as error:
            raise MissingDataError(f"{path}: {error.strerror}; the data set's annotations name this image") from None

    def read(self) -> Image:
        """Return the decoded image, in its own colour mode.

        Raises
        ------
        InputError
            If the file cannot be read or holds no whole image.
        """
        from PIL import Image

        path = self.root / self.name
        try:
            # Through memory, so that no file stays open however the decoder fails.
            image = Image.open(io.BytesIO(path.read_bytes()))
            image.load()
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
            # Pillow names the buffer, by its address, where we want the file.
            reason = "no image format that Pillow knows" if isinstance(error, Image.UnidentifiedImageError) else error
            raise InputError("image", f"'{path}' ({reason})", "a file with one whole image") from None
        return image


@dataclass(frozen=True)
class ImageArray:
    """An image in memory.

    Attributes
    ----------
    name : str
        What to call it.
    pixels : ndarray, shape (height, width, 3), uint8
        Red, green and blue.
    """

    name: str
    pixels: NDArray[np.uint8]

    def digest(self) -> str:
        """Return the SHA-256 of the pixels, row by row."""
        return hashlib.sha256(np.ascontiguousarray(self.pixels).tobytes()).hexdigest()

    def read(self) -> Image:
        """Return the image."""
        from PIL import Image

        return Image.fromarray(np.ascontiguousarray(self.pixels))


@dataclass(frozen=True)
class Captioned:
    """Images with captions.

    Attributes
    ----------
    name : str
        One of `paper_checks.io.encoded.CAPTIONED`.
    images : tuple of N
        In the order of the data set's own list.
    captions : tuple of M str
        Those of image 0 first, in the order of the data set's own list.
    owner : tuple of M int
        The image that each caption describes.
    whole : int
        How many images the whole data set has: N unless only some were asked for.
    """

    name: str
    images: tuple[ImageFile, ...]
    captions: tuple[str, ...]
    owner: tuple[int, ...]
    whole: int

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of the captions with their images' names."""
        names = (self.images[row].name for row in self.owner)
        lines = map(json.dumps, zip(names, self.captions, strict=True))
        return {"captions": digest_of_lines(lines)}


@dataclass(frozen=True)
class Labelled:
    """Images with one class each.

    Attributes
    ----------
    name : str
        One of `paper_checks.io.encoded.LABELLED`.
    images : tuple of N
        In the order of the data set.
    labels : tuple of N int
        Their classes.
    class_names : tuple of K str
        As they stand in the prompts.
    templates : tuple of str
        Prompts, with ``{}`` for the class's name.
    whole : int
        How many images the whole data set has: N unless only some were asked for.
    """

    name: str
    images: tuple[ImageFile | ImageArray, ...]
    labels: tuple[int, ...]
    class_names: tuple[str, ...]
    templates: tuple[str, ...]
    whole: int

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of the labels and of the classes' names."""
        return {
            "labels": digest_of_lines(map(str, self.labels)),
            "class_names": digest_of_lines(map(json.dumps, self.class_names)),
        }


def digest_of_lines(lines: Iterable[str]) -> str:
    """Return the SHA-256 of the lines in UTF-8, each ended by a line feed."""
    total = hashlib.sha256()
    for line in lines:
        total.update(f"{line}\n".encode())
    return total.hexdigest()


def require_present(root: Path, name: str, source: str, folder: bool = False) -> Path:
    """Return the path of a file (or folder) of a data set.

    Raises
    ------
    MissingDataError
        If it is missing; the message says what the layout is and where the data set comes from.
    """
    path = root / name
    if path.is_dir() if folder else path.is_file():
        return path
    raise MissingDataError(f"{path}: missing. --root names the folder with {source}.")
