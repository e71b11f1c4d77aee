"""SigLIP's loss (Zhai et al. 2023) as it starts training: temperature 0.1, bias -10."""

import torch
from torch.nn.functional import logsigmoid


def loss(x, y, temperature=0.1, bias=-10.0):
    """Return the mean over images of -sum_j log sigmoid(z_ij (x_i.y_j / temperature + bias)), z_ii = 1, else -1."""
    logits = x @ y.T / temperature + bias
    signs = 2 * torch.eye(len(x), dtype=x.dtype, device=x.device) - 1
    return -logsigmoid(signs * logits).sum() / len(x)
