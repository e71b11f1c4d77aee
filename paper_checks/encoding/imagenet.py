"""The validation set of ImageNet-1k, in the layout `val/<WordNet id>/*.JPEG`."""

from __future__ import annotations

import re
from pathlib import Path

from modgap.numerics.checks import InputError
from modgap.paper_checks.encoding.sources import ImageFile, Labelled, require_present

__all__ = ["imagenet_val"]

CLASSES = 1000
NAMES = "classnames.txt"
SOURCE = (
    "val/<WordNet id>/*.JPEG, the layout that torchvision.datasets.ImageNet makes of ILSVRC2012_img_val.tar "
    "(https://image-net.org, after registration)"
)
_WORDNET_ID = re.compile(r"n\d{8}")


def imagenet_val(root: Path, limit: int | None = None) -> Labelled:
    """Read ImageNet-1k's validation set. A class is a folder; classes are numbered in the order of their WordNet ids.

    The names of the classes are open_clip's, which stand in that order; prompts are open_clip's 80 templates. A file
    `classnames.txt` in `root`, with lines ``<WordNet id> <name>`` for every folder, takes precedence: it also serves
    a subset of the classes.

    Parameters
    ----------
    root : Path
        The folder that holds `val`.
    limit : int, optional
        Take only the first so many images, in the order of classes and file names.

    Raises
    ------
    MissingDataError
        If `val` is missing.
    InputError
        If its folders are not 1000 classes and `classnames.txt` does not name them.
    """
    val = require_present(root, "val", SOURCE, folder=True)
    classes = sorted(path.name for path in val.iterdir() if path.is_dir())
    strange = [name for name in classes if not _WORDNET_ID.fullmatch(name)]
    if strange or not classes:
        got = f"'{val}' with {f'the folder {strange[0]}' if strange else 'no folders'}"
        raise InputError("--root", got, "folders named by WordNet ids, like n01440764")
    names = _listed_names(root / NAMES, classes) if (root / NAMES).is_file() else _known_names(val, classes)
    whole = [
        (label, f"val/{wordnet_id}/{path.name}")
        for label, wordnet_id in enumerate(classes)
        for path in sorted((val / wordnet_id).iterdir())
        if path.suffix.lower() in (".jpeg", ".jpg", ".png")
    ]
    if not whole:
        raise InputError("--root", f"'{val}' without any image", "files named *.JPEG")
    found = whole[:limit]
    return Labelled(
        "imagenet-1k-val",
        tuple(ImageFile(root, name) for _, name in found),
        tuple(label for label, _ in found),
        names,
        _templates(),
        len(whole),
    )


def _listed_names(path: Path, classes: list[str]) -> tuple[str, ...]:
    lines = [line.split(maxsplit=1) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    listed = {line[0]: line[1].strip() for line in lines if len(line) == 2}
    if lacking := [wordnet_id for wordnet_id in classes if wordnet_id not in listed]:
        raise InputError("--root", f"'{path}', which does not name {lacking[0]}", "a line `<WordNet id> <name>` each")
    return tuple(listed[wordnet_id] for wordnet_id in classes)


def _known_names(val: Path, classes: list[str]) -> tuple[str, ...]:
    if len(classes) != CLASSES:
        raise InputError("--root", f"'{val}' with {len(classes)} folders", f"{CLASSES}, or a file {NAMES} beside val")
    from modgap.paper_checks.encoding.encoder import open_clip

    return tuple(open_clip().IMAGENET_CLASSNAMES)


def _templates() -> tuple[str, ...]:
    from modgap.paper_checks.encoding.encoder import open_clip

    return tuple(template("{}") for template in open_clip().OPENAI_IMAGENET_TEMPLATES)
