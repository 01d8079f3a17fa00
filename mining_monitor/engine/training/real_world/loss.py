"""What a step minimises: partial labels by pixel, bags by strongest pixels, storages by overlap, a teacher's word.

References
----------
Partial labels: Cour et al. 2011, JMLR 12 (the allowed classes share the likelihood). Bags: multiple-instance learning
with the mean of the strongest instances. Overlap: soft Jaccard, Rahman and Wang 2016.
"""

from __future__ import annotations

import torch
from torch import Tensor

from mining_monitor.engine.training.real_world.canvases import Bag
from mining_monitor.engine.training.real_world.samples import ANYTHING, CODES

#: Share of a bag's pixels that speak for it.
BAG_SHARE = 0.04
_STORAGE = CODES.index(8)
_TINY = 1e-5


def allowed_bits(allowed: Tensor) -> Tensor:
    """Return 0/1 for each class and pixel, shape (n, class, row, col), of bits, shape (n, row, col)."""
    shifts = torch.arange(len(CODES), device=allowed.device).view(1, -1, 1, 1)
    return (allowed.unsqueeze(1).to(torch.int64) >> shifts) & 1


def pixel_loss(log_p: Tensor, allowed: Tensor) -> Tensor:
    """Return minus the log-probability of the allowed classes, mean over pixels of which anything is known."""
    bits = allowed_bits(allowed)
    together = torch.logsumexp(log_p.masked_fill(bits == 0, -30.0), dim=1)
    is_known = (allowed != int(ANYTHING)) & (allowed != 255)
    return -(together * is_known).sum() / is_known.sum().clamp(min=1)


def bag_loss(log_p: Tensor, bags: tuple[Bag, ...], stride: int) -> Tensor:
    """Return the mean loss of bags: the strongest pixels must be the class, or must not be."""
    losses = []
    for bag in bags:
        rows, cols = (
            slice(bag.rows[0] // stride, bag.rows[1] // stride),
            slice(bag.cols[0] // stride, bag.cols[1] // stride),
        )
        p = log_p[bag.canvas, bag.output, rows, cols].exp().flatten()
        strongest = p.topk(max(1, int(BAG_SHARE * p.numel()))).values.mean().clamp(_TINY, 1 - _TINY)
        losses.append(-torch.log(strongest) if bag.is_present else -torch.log1p(-strongest))
    return torch.stack(losses).mean() if losses else log_p.sum() * 0.0


def soft_loss(log_p: Tensor, soft: Tensor) -> Tensor:
    """Return the mean cross-entropy against a teacher's probabilities, over pixels that it saw (0 where it saw none).

    Parameters
    ----------
    log_p, soft : Tensor, shape (n, class, row, col)
        Log-probabilities of the student; probabilities of the teacher, all 0 where it was not asked.
    """
    is_seen = soft.sum(dim=1) > 0.5
    return -(soft * log_p).sum() / is_seen.sum().clamp(min=1)


def storage_overlap(log_p: Tensor, allowed: Tensor) -> Tensor:
    """Return one minus the soft Jaccard index of storages over the pixels whose storage is decided."""
    bits = allowed_bits(allowed)[:, _STORAGE]
    is_storage = allowed == 1 << _STORAGE
    is_decided = (is_storage | (bits == 0)).float()
    p = log_p[:, _STORAGE].exp() * is_decided
    truth = is_storage.float()
    both = (p * truth).sum()
    return 1.0 - (both + 1.0) / ((p + truth).sum() - both + 1.0)
