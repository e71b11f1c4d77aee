"""Alignment of paired embeddings, by the name that users know: see `numerics.embeddings.align`."""

from modgap.numerics.embeddings import align as _here
from modgap.numerics.embeddings.align import *  # noqa: F403

__all__ = _here.__all__
