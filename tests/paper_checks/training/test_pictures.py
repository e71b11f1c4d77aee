"""Pictures with names: what is rendered, that each occurs once, the split, and what is said when data lack."""

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.training import pictures as module
from modgap.paper_checks.training.pictures import ICON_FONTS, gather, of_images, read_pictures


@pytest.fixture(scope="module")
def icons():
    return read_pictures(["codicons"], 16)


def test_icons_are_drawn_and_named_once(icons):
    assert icons.pixels.shape == (len(icons.texts), 1, 16, 16)
    assert len(icons.texts) > 400
    assert len(set(icons.texts)) == len(icons.texts)
    assert len({picture.tobytes() for picture in icons.pixels}) == len(icons.texts)
    assert icons.pixels.reshape(len(icons.texts), -1).max(axis=1).min() > 0
    assert not any("-" in text for text in icons.texts)
    assert icons.sources == {"codicons": "Codicons (CC-BY-4.0)"}


def test_every_font_is_there_and_has_a_licence():
    for name, font in ICON_FONTS.items():
        assert font.licence in ("Apache-2.0", "MIT", "OFL-1.1", "CC-BY-4.0"), name
        assert module._only(module._package("qtawesome") / "fonts", f"{font.stem}-[0-9]*.ttf").is_file()


def test_neither_qt_nor_qtawesome_is_imported():
    code = (
        "import sys; from modgap.paper_checks.training.pictures import read_pictures; read_pictures(['elusive'], 8); "
        "print(sorted(name for name in sys.modules if name.startswith(('qt', 'Qt', 'PyQt', 'PySide'))))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_of_equal_pictures_and_of_equal_texts_the_first_is_kept():
    def picture(value):
        return Image.fromarray(np.full((8, 8), value, np.uint8))

    items = [(picture(1), "a"), (picture(1), "b"), (picture(2), "a"), (picture(0), "black"), (picture(3), "c"),
             (picture(4), "d"), (picture(5), "e")]  # fmt: skip
    found = gather(items, 8, {})
    assert found.texts == ("a", "c", "d", "e")
    assert found.pixels[:, 0, 0, 0].tolist() == [1, 3, 4, 5]


def test_coloured_images_of_a_user_come_from_the_middle():
    wide = np.zeros((8, 24, 3), np.uint8)
    wide[:, 8:16] = (10, 20, 30)
    images = [Image.fromarray(np.clip(wide + k * (wide > 0), 0, 255).astype(np.uint8)) for k in range(4)]
    found = of_images([lambda image=image: image for image in images], "abcd", 8, "own")
    assert found.pixels.shape == (4, 3, 8, 8)
    np.testing.assert_array_equal(found.pixels[0, :, 4, 4], [10, 20, 30])


def test_the_split_is_a_partition_and_follows_the_seed(icons):
    split = icons.split(100, 0)
    assert len(split.held_out) == 100
    assert sorted([*split.training, *split.held_out]) == list(range(len(icons.texts)))
    np.testing.assert_array_equal(split.held_out, icons.split(100, 0).held_out)
    assert not np.array_equal(split.held_out, icons.split(100, 1).held_out)
    with pytest.raises(InputError, match="--held-out: got 1; expected from 2 to"):
        icons.split(1, 0)


def test_the_digest_sees_pixels_and_texts(icons):
    other = module.Pictures(icons.pixels.copy(), icons.texts, icons.sources)
    assert other.digest() == icons.digest()
    other.pixels[0, 0, 0, 0] ^= 1
    assert other.digest() != icons.digest()
    assert module.Pictures(icons.pixels, icons.texts[::-1], icons.sources).digest() != icons.digest()


@pytest.mark.parametrize(
    ("names", "size", "complaint"),
    [
        (["nothing"], 16, "--data: got 'nothing'; expected some of material, remix"),
        ([], 16, "--data: got no source"),
        (["codicons"], 7, "--size: got 7; expected an integer of at least 8"),
    ],
)
def test_bad_sources_are_named(names, size, complaint):
    with pytest.raises(InputError, match=complaint):
        read_pictures(names, size)


def test_what_is_not_installed_is_named(monkeypatch, tmp_path):
    with pytest.raises(MissingDataError, match="font of Debian's package fonts-noto-color-emoji"):
        read_pictures(["emoji"], 16, tmp_path / "none.ttf")
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingDataError, match=r"pip install .*\[train\]'"):
        read_pictures(["codicons"], 16)
