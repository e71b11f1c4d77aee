"""Pictures with names: icon fonts of the `qtawesome` distribution, emoji, or a user's own captioned images.

Only the font and charmap files of `qtawesome` are read; the package itself, which needs Qt, is never imported.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from modgap.extras import installing
from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["EMOJI", "ICON_FONTS", "SOURCES", "IconFont", "Pictures", "Split", "gather", "of_images", "read_pictures"]

#: A picture and its text, as a source yields them.
Item = tuple["Image", str]


@dataclass(frozen=True)
class IconFont:
    """An icon font of the `qtawesome` distribution: stem of its files' names, what it is, and under which licence."""

    stem: str
    title: str
    licence: str


#: Licences as the READMEs of qtawesome and of the fonts state them. Logos of brands are left out.
ICON_FONTS = {
    "material": IconFont("materialdesignicons6-webfont", "Material Design Icons 6", "Apache-2.0"),
    "remix": IconFont("remixicon", "Remix Icon 2", "Apache-2.0"),
    "phosphor": IconFont("phosphor", "Phosphor Icons 1", "MIT"),
    "fontawesome": IconFont("fontawesome6-solid-webfont", "Font Awesome Free 6, solid", "OFL-1.1"),
    "elusive": IconFont("elusiveicons-webfont", "Elusive Icons 2", "OFL-1.1"),
    "codicons": IconFont("codicon", "Codicons", "CC-BY-4.0"),
}
EMOJI = "emoji"
SOURCES = (*ICON_FONTS, EMOJI)

#: Where Debian's fonts-noto-color-emoji puts the font (SIL Open Font License 1.1), and the size of its bitmaps.
EMOJI_FONT, EMOJI_SIZE = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"), 109
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


@dataclass(frozen=True, eq=False)
class Pictures:
    """Pictures and their texts, each of either once.

    Attributes
    ----------
    pixels : ndarray, shape (N, channels, size, size), uint8
        One channel where all sources are without colour, else three.
    texts : tuple of N str
        What they show.
    sources : dict of str to str
        Names of the sources, and what each is, with its licence.
    """

    pixels: NDArray[np.uint8]
    texts: tuple[str, ...]
    sources: dict[str, str]

    def digest(self) -> str:
        """Return the SHA-256 of shape, pixels and texts."""
        total = hashlib.sha256(json.dumps([self.pixels.shape, self.texts]).encode())
        total.update(np.ascontiguousarray(self.pixels).tobytes())
        return total.hexdigest()

    def split(self, held_out: int, seed: int) -> Split:
        """Return which pairs are held out, and which are trained on.

        Raises
        ------
        InputError
            Where fewer than two pairs would be left on either side.
        """
        if not 2 <= held_out <= len(self.texts) - 2:
            raise InputError("--held-out", str(held_out), f"from 2 to {len(self.texts) - 2} of {len(self.texts)} pairs")
        order = np.random.default_rng(seed).permutation(len(self.texts))
        return Split(np.sort(order[held_out:]), np.sort(order[:held_out]))


@dataclass(frozen=True, eq=False)
class Split:
    """Rows of the pairs that are trained on and of those that are held out, ascending."""

    training: NDArray[np.int64]
    held_out: NDArray[np.int64]


def read_pictures(names: Iterable[str], size: int = 24, emoji_font: Path | None = None) -> Pictures:
    """Render the named sources.

    Parameters
    ----------
    names : iterable of str
        Of `SOURCES`, in this order; of a picture or text that occurs twice the first is kept.
    size : int
        Height and width in pixels, at least 8.
    emoji_font : Path, optional
        A colour emoji font with bitmaps of 109 pixels; by default Debian's.

    Raises
    ------
    InputError
        For an unknown name, none at all, or a size below 8.
    MissingDataError
        If the package or font of a source is not installed.
    """
    chosen = list(dict.fromkeys(names))
    if not chosen:
        raise InputError("--data", "no source", f"some of {', '.join(SOURCES)}")
    for name in chosen:
        if name not in SOURCES:
            raise InputError("--data", f"'{name}'", f"some of {', '.join(SOURCES)}")
    described, items = {}, []
    for name in chosen:
        if name == EMOJI:
            font = emoji_font or EMOJI_FONT
            described[name] = "names of the package emoji (BSD), glyphs of Noto Color Emoji (OFL-1.1)"
            items.append(_emoji(font, size))
        else:
            described[name] = f"{ICON_FONTS[name].title} ({ICON_FONTS[name].licence})"
            items.append(_icons(ICON_FONTS[name], size))
    return gather((item for source in items for item in source), size, described)


def gather(items: Iterable[Item], size: int, sources: dict[str, str]) -> Pictures:
    """Return pictures of this size with their texts, each picture and each text once, the first of equals.

    Raises
    ------
    InputError
        For a size below 8, and where fewer than four pairs are left.
    """
    if size < 8:
        raise InputError("--size", str(size), "an integer of at least 8 pixels")
    pixels: list[NDArray[np.uint8]] = []
    texts: list[str] = []
    seen: set[bytes | str] = set()
    for picture, text in items:
        array = np.asarray(picture)
        content = array.tobytes()
        if content in seen or text in seen or not array.any():
            continue
        seen |= {content, text}
        pixels.append(array)
        texts.append(text)
    if len(texts) < 4:
        raise InputError("--data", f"{len(texts)} different pairs", "at least 4")
    coloured = any(array.ndim == 3 for array in pixels)
    return Pictures(np.stack([_channels(array, coloured) for array in pixels]), tuple(texts), sources)


def of_images(images: Iterable[Callable[[], Image]], texts: Iterable[str], size: int, name: str) -> Pictures:
    """Return a user's captioned images: the square in the middle of each, in colour, at this size."""
    from PIL import Image, ImageOps

    def items() -> Iterator[Item]:
        for read, text in zip(images, texts, strict=True):
            yield ImageOps.fit(read().convert("RGB"), (size, size), Image.Resampling.BICUBIC), text

    return gather(items(), size, {name: "images and captions of the data set"})


def _channels(array: NDArray[np.uint8], coloured: bool) -> NDArray[np.uint8]:
    if array.ndim == 3:
        return np.moveaxis(array, -1, 0)
    return np.repeat(array[None], 3 if coloured else 1, axis=0)


def _icons(font: IconFont, size: int) -> Iterator[Item]:
    """Yield the icons in white on black, with their names in words."""
    from PIL import Image, ImageDraw, ImageFont

    folder = _package("qtawesome") / "fonts"
    charmap = json.loads(_only(folder, f"{font.stem}-charmap-*.json").read_bytes())
    face = ImageFont.truetype(_only(folder, f"{font.stem}-[0-9]*.ttf"), size)
    for name, point in sorted(charmap.items()):
        picture = Image.new("L", (size, size))
        ImageDraw.Draw(picture).text((size / 2, size / 2), chr(int(point, 16)), fill=255, font=face, anchor="mm")
        yield picture, name.replace("-", " ")


def _emoji(path: Path, size: int) -> Iterator[Item]:
    """Yield the emoji of one skin tone on black, with their English names."""
    from PIL import Image, ImageDraw, ImageFont

    _package("emoji")
    import emoji

    if not path.is_file():
        raise MissingDataError(f"{path}: missing. It is the font of Debian's package fonts-noto-color-emoji.")
    face = ImageFont.truetype(path, EMOJI_SIZE)
    whole = emoji.STATUS["fully_qualified"]
    for symbol, facts in sorted(emoji.EMOJI_DATA.items()):
        if facts["status"] != whole or not SKIN_TONES.isdisjoint(symbol):
            continue
        picture = Image.new("RGB", (136, 128))
        ImageDraw.Draw(picture).text((0, 0), symbol, font=face, embedded_color=True)
        yield picture.resize((size, size), Image.Resampling.BOX), facts["en"].strip(":").replace("_", " ")


def _package(name: str) -> Path:
    """Return the folder of an installed package without importing it."""
    found = importlib.util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise MissingDataError(f"The package {name} is not installed. Install it by: {installing('train')}.")
    return Path(found.submodule_search_locations[0])


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise MissingDataError(
            f"{folder}: holds {len(found)} files {pattern}, expected one. Install it by: {installing('train')}."
        )
    return found[0]
