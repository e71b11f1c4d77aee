"""The contrastive loss and its bounds, by the name that users know: see `numerics.contrastive.loss`."""

from modgap.numerics.contrastive.loss import (
    mcl_loss,
    population_loss,
    simplex_bound,
    theorem1_bound,
)

__all__ = [
    "mcl_loss",
    "population_loss",
    "simplex_bound",
    "theorem1_bound",
]
