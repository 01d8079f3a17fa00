"""The training loop: AdamW on a one-cycle schedule, weighted cross-entropy, averaged weights."""

from __future__ import annotations

import copy
import logging
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from torch import nn

from mining_monitor.engine.training.chips import IGNORE_INDEX, ChipSource
from mining_monitor.engine.training.network import SectorNet
from mining_monitor.engine.training.settings import TrainingSettings

LOGGER = logging.getLogger(__name__)

_AVERAGE_DECAY = 0.995
_REPORT_STEPS = 100
_GENTLE_SHARE = 0.45


def train(settings: TrainingSettings, source: ChipSource, checkpoint: Path) -> None:
    """Train a network and write its averaged weights.

    Parameters
    ----------
    settings : TrainingSettings
        The run.
    source : ChipSource
        Scenes to learn from.
    checkpoint : Path
        Where the state dict goes; it is also written along the way.

    Notes
    -----
    Runs on the processor, in bfloat16 where that is safe. One thread draws the next chips while the network learns.
    """
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    model = SectorNet(len(settings.class_codes), settings.widths)
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload,unused-ignore]
    average = copy.deepcopy(model)
    loss_of = nn.CrossEntropyLoss(weight=_weights(settings), ignore_index=IGNORE_INDEX, label_smoothing=0.02)
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings.learning_rate, total_steps=settings.steps, pct_start=0.15
    )
    started, recent = time.monotonic(), 0.0
    with ThreadPoolExecutor(1) as reader:
        coming: Future[tuple[np.ndarray, np.ndarray]]
        coming = reader.submit(source.batch, settings.batch_size, rng, _strength(0, settings))
        for step in range(1, settings.steps + 1):
            images, targets = coming.result()
            coming = reader.submit(source.batch, settings.batch_size, rng, _strength(step, settings))
            corner = step % 2, step // 2 % 2
            recent += _learn(model, optimiser, loss_of, torch.from_numpy(images), torch.from_numpy(targets), corner)
            schedule.step()
            _follow(average, model, min(_AVERAGE_DECAY, step / (step + 10)))
            if step % _REPORT_STEPS == 0 or step == settings.steps:
                LOGGER.info("step %d: loss %.4f, %.0f s", step, recent / _REPORT_STEPS, time.monotonic() - started)
                recent = 0.0
                _save(average, checkpoint)


def _weights(settings: TrainingSettings) -> torch.Tensor:
    return torch.tensor([settings.class_weights[code] for code in settings.class_codes], dtype=torch.float32)


def _strength(step: int, settings: TrainingSettings) -> float:
    """Return how far chips are randomised: little at first, which lets shapes be learned much faster, then fully."""
    return min(1.0, 0.15 + 0.85 * step / (_GENTLE_SHARE * settings.steps))


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


@torch.no_grad()  # type: ignore[untyped-decorator,unused-ignore]
def _follow(average: SectorNet, model: SectorNet, decay: float) -> None:
    """Move the averaged weights towards the model's (Polyak averaging); counters and statistics alike."""
    current = model.state_dict()
    for name, value in average.state_dict().items():
        if value.dtype.is_floating_point:
            value.lerp_(current[name], 1.0 - decay)
        else:
            value.copy_(current[name])


def _save(model: SectorNet, checkpoint: Path) -> None:
    partial = checkpoint.with_suffix(".partial")
    torch.save(model.state_dict(), partial)
    partial.replace(checkpoint)
