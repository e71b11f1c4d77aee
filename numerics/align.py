"""Alignment of paired embeddings, by the name that users know: see `numerics.embeddings.align`."""

from modgap.numerics.embeddings.align import (
    Aligned,
    Fit,
    HyperplaneRotation,
    Removal,
    SharedDimensions,
    SharedSpaceProjection,
    Translation,
    fit_removal,
    fit_rotation,
    fit_shared_space,
    fit_translation,
    hyperplane_rotation,
    removal,
    shared_dimensions,
    shared_space_projection,
    translation,
)

__all__ = [
    "Aligned",
    "Fit",
    "HyperplaneRotation",
    "Removal",
    "SharedDimensions",
    "SharedSpaceProjection",
    "Translation",
    "fit_removal",
    "fit_rotation",
    "fit_shared_space",
    "fit_translation",
    "hyperplane_rotation",
    "removal",
    "shared_dimensions",
    "shared_space_projection",
    "translation",
]
