"""Geometry of paired embeddings, by the name that users know: see `numerics.embeddings.gap`."""

from modgap.numerics.embeddings.gap import (
    EmbeddingGeometry,
    PerModality,
    UndefinedGapWarning,
    effective_rank,
    embedding_geometry,
    geometry_of,
    modality_gap,
    principal_angles,
    principal_subspace,
    vanishes,
    vmf_concentration,
)

__all__ = [
    "EmbeddingGeometry",
    "PerModality",
    "UndefinedGapWarning",
    "effective_rank",
    "embedding_geometry",
    "geometry_of",
    "modality_gap",
    "principal_angles",
    "principal_subspace",
    "vanishes",
    "vmf_concentration",
]
