"""The contrastive loss: on pairs, across processes, of a population, and its minimisation under constraints.

May use: `bessel`, `vmf`, `checks`; needs torch.
"""

from modgap.extras import require

require("modgap.numerics.contrastive", "torch")
