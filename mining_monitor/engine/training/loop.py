"""The training loop: AdamW on a warmed-up cosine, weighted cross-entropy, averaged weights."""

from __future__ import annotations

import copy
import logging
import math
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from mining_monitor.engine.training.averaging import follow
from mining_monitor.engine.training.chips import IGNORE_INDEX, ChipSource
from mining_monitor.engine.training.network import SectorNet
from mining_monitor.engine.training.settings import TrainingSettings

LOGGER = logging.getLogger(__name__)

_AVERAGE_DECAY = 0.997
_REPORT_STEPS = 100
#: Shares of the run after which the learning rate is at its peak, and chips are fully randomised.
_WARM_SHARE, _GENTLE_SHARE = 0.05, 0.6


@dataclass(frozen=True)
class Pace:
    """How far a run is: by steps, or by time where minutes are set.

    Attributes
    ----------
    steps : int
        Steps of a run without a time limit.
    minutes : float or None
        Length of a run by the clock: as many steps as fit. Such a run does not repeat exactly.
    """

    steps: int
    minutes: float | None

    def progress(self, step: int, seconds: float) -> float:
        """Return the share of the run that is done, 0..1."""
        done = step / self.steps if self.minutes is None else seconds / (60.0 * self.minutes)
        return min(done, 1.0)


def learning_rate(peak: float, progress: float) -> float:
    """Return the learning rate: a short rise to the peak, then half a cosine down to zero."""
    if progress < _WARM_SHARE:
        return peak * (0.1 + 0.9 * progress / _WARM_SHARE)
    return peak * 0.5 * (1.0 + math.cos(math.pi * (progress - _WARM_SHARE) / (1.0 - _WARM_SHARE)))


def randomisation(strongest: float, progress: float) -> float:
    """Return how far chips are randomised: little at first, which lets shapes be learned much faster."""
    return strongest * min(1.0, 0.15 + 0.85 * progress / _GENTLE_SHARE)


def train(
    settings: TrainingSettings,
    source: ChipSource,
    checkpoint: Path,
    *,
    minutes: float | None = None,
    initial: Path | None = None,
) -> int:
    """Train a network, write its averaged weights and return the number of steps taken.

    Parameters
    ----------
    settings : TrainingSettings
        The run.
    source : ChipSource
        Scenes to learn from.
    checkpoint : Path
        Where the state dict goes; it is also written along the way.
    minutes : float, optional
        Train for this long instead of for the settings' steps.
    initial : Path, optional
        Weights to start from; chips are fully randomised from the first step then.

    Notes
    -----
    Runs on the processor, in bfloat16 where that is safe. One thread draws the next chips while the network learns.
    """
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    model = SectorNet(len(settings.class_codes), settings.widths)
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload,unused-ignore]
    if initial is not None:
        model.load_state_dict(torch.load(initial, map_location="cpu", weights_only=True))
    average = copy.deepcopy(model)
    loss_of = nn.CrossEntropyLoss(weight=_weights(settings), ignore_index=IGNORE_INDEX)
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay)
    pace, started = Pace(settings.steps, minutes), time.monotonic()
    step, progress, recent = 0, 0.0, 0.0
    gentle = 0.0 if initial is None else 1.0
    with ThreadPoolExecutor(1) as reader:
        coming: Future[tuple[np.ndarray, np.ndarray]]
        coming = reader.submit(source.batch, settings.batch_size, rng, randomisation(settings.strength, gentle))
        while progress < 1.0:
            images, targets = coming.result()
            coming = reader.submit(
                source.batch, settings.batch_size, rng, randomisation(settings.strength, max(progress, gentle))
            )
            for group in optimiser.param_groups:
                group["lr"] = learning_rate(settings.learning_rate, progress)
            corner = step % 2, step // 2 % 2
            recent += _learn(model, optimiser, loss_of, torch.from_numpy(images), torch.from_numpy(targets), corner)
            step += 1
            follow(average, model, min(_AVERAGE_DECAY, step / (step + 10)))
            progress = pace.progress(step, time.monotonic() - started)
            if step % _REPORT_STEPS == 0:
                LOGGER.info("step %d, %.0f %%: loss %.4f", step, 100 * progress, recent / _REPORT_STEPS)
                recent = 0.0
                _save(average, checkpoint)
    _save(average, checkpoint)
    return step


def _weights(settings: TrainingSettings) -> torch.Tensor:
    return torch.tensor([settings.class_weights[code] for code in settings.class_codes], dtype=torch.float32)


def _learn(
    model: SectorNet,
    optimiser: torch.optim.Optimizer,
    loss_of: nn.Module,
    images: torch.Tensor,
    targets: torch.Tensor,
    corner: tuple[int, int],
) -> float:
    """Take one step and return the loss; `corner` says which pixel of each two by two teaches the coarse scores."""
    row, col = corner
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model.coarse(images.contiguous(memory_format=torch.channels_last))
    loss = loss_of(scores.float(), targets[:, row::2, col::2])
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimiser.step()
    return float(loss.detach())


def _save(model: SectorNet, checkpoint: Path) -> None:
    partial = checkpoint.with_suffix(".partial")
    torch.save(model.state_dict(), partial)
    partial.replace(checkpoint)
