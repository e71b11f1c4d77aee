"""The contrastive loss and its bounds, by the name that users know: see `numerics.contrastive.loss`."""

from modgap.numerics.contrastive import loss as _here
from modgap.numerics.contrastive.loss import *  # noqa: F403

__all__ = _here.__all__
