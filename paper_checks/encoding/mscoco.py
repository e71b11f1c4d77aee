"""MSCOCO with its captions: val2017, and Karpathy's test split of 2014.

The two have 5000 images each and share only 593 of them. All captions are taken, as both files have a few images with
more than five; `paper_checks.io.encoded.Encoded.owner` tells them apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from modgap.numerics.checks import InputError
from modgap.paper_checks.encoding.sources import Captioned, ImageFile, require_present

__all__ = ["karpathy_test", "val2017"]

VAL2017 = (
    "annotations/captions_val2017.json and val2017/*.jpg, from annotations_trainval2017.zip and val2017.zip of "
    "https://cocodataset.org/#download"
)
KARPATHY = (
    "dataset_coco.json (caption_datasets.zip of Karpathy and Fei-Fei, "
    "https://cs.stanford.edu/people/karpathy/deepimagesent/) and val2014/*.jpg (val2014.zip of "
    "https://cocodataset.org/#download)"
)
#: The name of an image, and its captions.
Item = tuple[str, list[str]]


def val2017(root: Path, limit: int | None = None) -> Captioned:
    """Read MSCOCO val2017: `annotations/captions_val2017.json` and `val2017/`.

    Images come in the order of the annotations' list ``images``, the captions of each in the order of ``annotations``.

    Parameters
    ----------
    root : Path
        The folder of the data set.
    limit : int, optional
        Take only the first so many images, with their captions.

    Raises
    ------
    MissingDataError
        If the annotations or the folder of images are missing.
    InputError
        If the annotations are not of that form.
    """
    path = require_present(root, "annotations/captions_val2017.json", VAL2017)
    require_present(root, "val2017", VAL2017, folder=True)

    def items(found: Any) -> Iterable[Item]:
        captions: dict[int, list[str]] = {image["id"]: [] for image in found["images"]}
        for annotation in found["annotations"]:
            captions[annotation["image_id"]].append(annotation["caption"])
        return [(f"val2017/{image['file_name']}", captions[image["id"]]) for image in found["images"]]

    return _captioned("mscoco-val2017", root, path, items, limit)


def karpathy_test(root: Path, limit: int | None = None) -> Captioned:
    """Read Karpathy's test split of MSCOCO: `dataset_coco.json` and `val2014/`.

    Images come in the order of the list ``images``, restricted to the split ``test``. The folder of each is what the
    file says (``filepath``): all of the test split lie in val2014.

    Parameters and errors are those of `val2017`.
    """
    path = require_present(root, "dataset_coco.json", KARPATHY)
    require_present(root, "val2014", KARPATHY, folder=True)

    def items(found: Any) -> Iterable[Item]:
        return [
            (f"{image['filepath']}/{image['filename']}", [sentence["raw"] for sentence in image["sentences"]])
            for image in found["images"]
            if image["split"] == "test"
        ]

    return _captioned("mscoco-karpathy-test", root, path, items, limit)


def _captioned(name: str, root: Path, path: Path, items: Any, limit: int | None) -> Captioned:
    expected = "the annotations of the data set, unchanged"
    try:
        whole = list(items(json.loads(path.read_bytes())))
    except (ValueError, LookupError, TypeError) as error:
        raise InputError("--root", f"'{path}' ({type(error).__name__}: {error})", expected) from None
    for image, captions in whole:
        if not captions or not all(isinstance(caption, str) and caption.strip() for caption in captions):
            raise InputError("--root", f"'{path}', where {image} has no caption or an empty one", expected)
        if ".." in Path(image).parts or Path(image).is_absolute():
            raise InputError("--root", f"'{path}', which names the image {image}", "images below the folder")
    if not whole:
        raise InputError("--root", f"'{path}' without any image", expected)
    found = whole[:limit]
    return Captioned(
        name,
        tuple(ImageFile(root, image) for image, _ in found),
        tuple(caption for _, captions in found for caption in captions),
        tuple(row for row, (_, captions) in enumerate(found) for _ in captions),
        len(whole),
    )
