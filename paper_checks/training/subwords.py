"""What the text tower sees of a text: its words and their parts of two to four letters, as numbers of buckets."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

__all__ = ["BUCKETS", "Bags", "subwords"]

BUCKETS = 4096
LENGTHS = (2, 3, 4)


def subwords(text: str) -> list[int]:
    """Return the buckets of the words of a text, with marks at their ends, and of all parts of `LENGTHS` bytes.

    As in fastText (Bojanowski et al. 2017), with CRC-32 as the hash; an empty text has the bucket of an empty word.

    Examples
    --------
    >>> subwords("a") == subwords("A")
    True
    """
    out = []
    for word in text.lower().split() or [""]:
        marked = f"<{word}>".encode()
        parts = [marked] + [marked[at : at + n] for n in LENGTHS for at in range(len(marked) - n + 1)]
        out += [zlib.crc32(part) % BUCKETS for part in parts]
    return out


class Bags:
    """The subwords of many texts, one after the other.

    Parameters
    ----------
    texts : sequence of str
        N texts.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        bags = [subwords(text) for text in texts]
        self.lengths = np.array([len(bag) for bag in bags])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.buckets = np.array([bucket for bag in bags for bucket in bag])

    def rows(self, rows: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """Return the buckets of these texts in one line, and where each begins, as `torch.nn.EmbeddingBag` has it."""
        lengths = self.lengths[rows]
        begins = np.cumsum(lengths) - lengths
        within = np.arange(lengths.sum()) - np.repeat(begins, lengths)
        return torch.from_numpy(self.buckets[np.repeat(self.starts[rows], lengths) + within]), torch.from_numpy(begins)
