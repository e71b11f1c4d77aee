"""Every picture of docs/ is shown on a page, and drawn by `make docs` or by the experiments that it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PICTURES = sorted(path.name for path in (ROOT / "docs").glob("*.png"))
#: Drawn from trained models: `modgap reproduce convergence`.
TRAINED = {"experiments.png"}


def drawn() -> set[str]:
    """The pictures that the recipe of `make docs` names."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\ndocs:")[1].split("\n\n")[0]
    return {word.removeprefix("docs/") for word in recipe.split() if word.endswith(".png")}


def test_every_picture_is_drawn():
    assert drawn() == set(PICTURES) - TRAINED


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_shown(name):
    pages = [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    assert any(name in page.read_text(encoding="utf-8") for page in pages)
