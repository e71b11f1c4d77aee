"""Encoding a data set: in batches, resumable, and all or nothing.

Rows that are finished are kept in a folder of their own, whose key is a digest of all that they depend on: content of
the images, captions, prompts, weights, batch size, device, versions. So a run goes on from what the same run left
behind and from nothing else; its batches are those of an uninterrupted run, and so are its rows, bit for bit. When all
is there, the folder gets its final name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError
from modgap.paper_checks.encoding.sources import Captioned, ImageArray, ImageFile, Labelled, digest_of_lines
from modgap.paper_checks.io.encoded import FORMAT, MANIFEST, encoded_folder, load_encoded
from modgap.paper_checks.io.partial import Partial

if TYPE_CHECKING:
    import torch

    from modgap.paper_checks.encoding.encoder import Encoder

__all__ = ["encode"]

#: Called with what is done (``images``, …), how many of it so far, and how many there are.
Progress = Callable[[str, int, int], None]
Images = Sequence[ImageFile | ImageArray]
Rows = Iterator[NDArray[np.float32]]


def encode(
    data: Captioned | Labelled,
    encoder: Encoder,
    out: Path,
    batch_size: int = 64,
    progress: Progress = lambda what, done, total: None,
) -> Path:
    """Encode a data set, or what an interrupted run left of it.

    Parameters
    ----------
    data : Captioned or Labelled
        The data set.
    encoder : Encoder
        The model.
    out : Path
        The result comes to ``out/<data set>/<model>``, in the form that `paper_checks.io.encoded` describes.
    batch_size : int
        Images or texts that go through the model at a time.
    progress : callable
        Told of every batch.

    Returns
    -------
    Path
        The folder of the encoded data set. If it is there already, made in the same way, nothing is encoded.

    Raises
    ------
    InputError
        If the folder is taken by something else, an image cannot be read, or nothing can be written.
    MissingDataError
        If an image is missing.
    """
    if batch_size < 1:
        raise InputError("--batch-size", str(batch_size), "an integer >= 1")
    folder = encoded_folder(out, data.name, encoder.facts["model"])
    manifest = _manifest(data, encoder, batch_size, progress)
    if folder.exists():
        return _same(folder, manifest)
    partial = Partial(folder, hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest())
    for stage in _stages(data, encoder, batch_size):
        _run(stage, partial, encoder.dim, progress)
    if isinstance(data, Captioned):
        partial.save("owner.npy", np.array(data.owner, dtype=np.int64))
    else:
        partial.save("labels.npy", np.array(data.labels, dtype=np.int64))
    partial.finish(MANIFEST, lambda files: manifest | {"files": files})
    return folder


# --- what is encoded -------------------------------------------------------------------------------------------------


def _manifest(data: Captioned | Labelled, encoder: Encoder, batch_size: int, progress: Progress) -> dict[str, Any]:
    """Return the manifest but for the digests of the files to be made, as it reads back from JSON."""
    stated: dict[str, Any] = {"format": FORMAT, "data_set": data.name, **encoder.facts, "dim": encoder.dim}
    stated |= {"batch_size": batch_size, "images": len(data.images), "whole_images": data.whole}
    if isinstance(data, Captioned):
        stated |= {"texts": len(data.captions)}
    else:
        stated |= {"class_names": data.class_names, "templates": data.templates}
    stated["sources"] = {"images": _digest_of_images(data.images, progress), **data.digests()}
    return json.loads(json.dumps(stated))


def _digest_of_images(images: Images, progress: Progress) -> str:
    """Return the SHA-256 of the lines that sha256sum prints for the images, in their order."""

    def lines() -> Iterator[str]:
        for done, image in enumerate(images, 1):
            yield f"{image.digest()}  {image.name}"
            progress("checksums", done, len(images))

    return digest_of_lines(lines())


def _same(folder: Path, manifest: dict[str, Any]) -> Path:
    """Return the folder if it holds what the manifest says, whole."""
    expected = "a folder in which this data set and model are not encoded yet"
    if not (folder / MANIFEST).is_file():
        raise InputError("--out", f"'{folder}', which was not made by `modgap encode`", expected)
    found = load_encoded(folder, verify=True).manifest
    if differing := [name for name in manifest if found.get(name) != manifest[name]]:
        raise InputError("--out", f"'{folder}', encoded with other values of {', '.join(differing)}", expected)
    return folder


# --- how it is encoded -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Stage:
    """One array of embeddings: so many rows, so many at a time, and the rows of a series of slices."""

    name: str
    count: int
    size: int
    rows: Callable[[list[slice]], Rows]


def _stages(data: Captioned | Labelled, encoder: Encoder, size: int) -> list[_Stage]:
    images = _Stage("images", len(data.images), size, lambda slices: _image_rows(data.images, encoder, slices))
    if isinstance(data, Captioned):
        captions = data.captions
        return [images, _Stage("texts", len(captions), size, lambda s: (encoder.texts(captions[part]) for part in s))]
    names, templates = data.class_names, data.templates
    at_a_time = max(1, size // len(templates))
    return [
        images,
        _Stage("classes", len(names), at_a_time, lambda s: (encoder.classes(names[part], templates) for part in s)),
    ]


def _run(stage: _Stage, partial: Partial, dim: int, progress: Progress) -> None:
    file, shape = f"{stage.name}.npy", (stage.count, dim)
    done = partial.start(file, shape)
    progress(stage.name, done, stage.count)
    for rows in stage.rows([slice(at, at + stage.size) for at in range(done, stage.count, stage.size)]):
        done = partial.append(file, shape, done, rows)
        progress(stage.name, done, stage.count)


def _image_rows(images: Images, encoder: Encoder, slices: list[slice]) -> Rows:
    """Encode the slices one by one, while threads read and prepare the images of the next one."""

    def prepared(image: ImageFile | ImageArray) -> torch.Tensor:
        return encoder.prepare(image.read())

    pool = ThreadPoolExecutor()
    try:
        waiting = [pool.submit(prepared, image) for part in slices[:1] for image in images[part]]
        for following in [*slices[1:], slice(0, 0)]:
            batch, waiting = waiting, [pool.submit(prepared, image) for image in images[following]]
            if batch:
                yield encoder.images([future.result() for future in batch])
    finally:
        pool.shutdown(cancel_futures=True)
