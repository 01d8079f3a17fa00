"""A running mean of weights: what is measured and shipped is smoother than what learns.

References
----------
Polyak and Juditsky 1992, SIAM Journal on Control and Optimization 30.
"""

from __future__ import annotations

import torch
from torch import nn


@torch.no_grad()  # type: ignore[untyped-decorator,unused-ignore]
def follow(average: nn.Module, model: nn.Module, decay: float) -> None:
    """Move the averaged weights towards the model's, counters and statistics alike.

    Parameters
    ----------
    average, model : Module
        Networks of one form; `average` is changed.
    decay : float
        Share of the old mean that stays, 0 (take the model's weights) to 1 (stand still).
    """
    current = model.state_dict()
    for name, value in average.state_dict().items():
        if value.dtype.is_floating_point:
            value.lerp_(current[name], 1.0 - decay)
        else:
            value.copy_(current[name])
