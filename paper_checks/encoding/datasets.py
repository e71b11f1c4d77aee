"""The data sets that can be encoded, each read from the folder layout in which it is published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from modgap.numerics.checks import InputError
from modgap.paper_checks.encoding.cifar import cifar10, cifar100
from modgap.paper_checks.encoding.imagenet import imagenet_val
from modgap.paper_checks.encoding.mscoco import karpathy_test, val2017
from modgap.paper_checks.encoding.sources import Captioned, Labelled

__all__ = ["READERS", "read_data_set"]

#: One reader a data set of `paper_checks.io.encoded.DATA_SETS`: folder and limit to images, with captions or classes.
READERS: dict[str, Callable[[Path, int | None], Captioned | Labelled]] = {
    "mscoco-karpathy-test": karpathy_test,
    "mscoco-val2017": val2017,
    "cifar10": cifar10,
    "cifar100": cifar100,
    "imagenet-1k-val": imagenet_val,
}


def read_data_set(name: str, root: Path, limit: int | None = None) -> Captioned | Labelled:
    """Read a data set's annotations; the images themselves are read when they are encoded.

    Parameters
    ----------
    name : str
        A key of `READERS`.
    root : Path
        The folder of the data set.
    limit : int, optional
        Take only the first so many images.

    Raises
    ------
    MissingDataError
        If the data set is not there; the message says what its layout is and where it comes from.
    InputError
        If the name is unknown, the limit below 1, or the data set damaged.
    """
    if name not in READERS:
        raise InputError("DATASET", f"'{name}'", f"one of {', '.join(READERS)}")
    if limit is not None and limit < 1:
        raise InputError("--limit", str(limit), "an integer >= 1")
    return READERS[name](root, limit)
