"""Geometry of paired embeddings, by the name that users know: see `numerics.embeddings.gap`."""

from modgap.numerics.embeddings import gap as _here
from modgap.numerics.embeddings.gap import *  # noqa: F403

__all__ = _here.__all__
