"""The training loop: one batch of every set a step, averaged weights, looks at the places kept for it, resumable."""

from __future__ import annotations

import copy
import json
import logging
import math
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from mining_monitor.engine.training.averaging import follow
from mining_monitor.engine.training.real_world.canvases import Batch, Group, draw_batch
from mining_monitor.engine.training.real_world.loss import bag_loss, pixel_loss, soft_loss, storage_overlap
from mining_monitor.engine.training.real_world.network import Mapper
from mining_monitor.engine.training.real_world.settings import MapperSettings

LOGGER = logging.getLogger(__name__)
_REPORT_STEPS = 50
_WARM_STEPS = 100

#: Looks at a model and returns figures; "score" decides which weights are kept.
Look = Callable[[Mapper], dict[str, float]]


@dataclass
class Run:
    """A run under way: all that a checkpoint holds.

    Attributes
    ----------
    model, average : Mapper
        The weights that learn, and their running mean.
    optimiser : Optimizer
        With its moments.
    step : int
        Steps taken.
    best_score : float
        Best score of a look so far.
    looks : list of dict
        Figures of each look, with its step.
    """

    model: Mapper
    average: Mapper
    optimiser: torch.optim.Optimizer
    step: int = 0
    best_score: float = -math.inf
    looks: list[dict[str, float]] = field(default_factory=list)


def start_run(settings: MapperSettings, model: Mapper) -> Run:
    """Return a run at its first step; the encoder learns more slowly than the decoder."""
    encoder = {id(p) for p in model.encoder.parameters()}
    parts = [
        {"params": [p for p in model.parameters() if id(p) in encoder], "scale": settings.encoder_rate_share},
        {"params": [p for p in model.parameters() if id(p) not in encoder], "scale": 1.0},
    ]
    optimiser = torch.optim.AdamW(parts, lr=settings.learning_rate, weight_decay=settings.weight_decay)
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload,unused-ignore]
    return Run(model, copy.deepcopy(model), optimiser)


def fit(run: Run, settings: MapperSettings, groups: list[Group], folder: Path, look: Look) -> Path:
    """Train until the settings' steps are taken; return the file with the best averaged weights.

    A folder with a checkpoint of the same settings is continued. Stops early when `patience` looks brought nothing.
    """
    best, state = folder / "best.pt", folder / "state.pt"
    if state.exists():
        _restore(run, torch.load(state, map_location="cpu", weights_only=True))
        LOGGER.info("continued at step %d", run.step)
    rng = np.random.default_rng([settings.seed, run.step])
    recent, began = np.zeros(4), time.monotonic()
    with ThreadPoolExecutor(1) as reader:
        coming = _ask(reader, groups, settings, rng)
        while run.step < settings.steps:
            batch = coming.result()
            coming = _ask(reader, groups, settings, rng)
            _set_rate(run, settings)
            recent += _learn(run, settings, batch)
            run.step += 1
            follow(run.average, run.model, min(settings.average_decay, run.step / (run.step + 10)))
            if run.step % _REPORT_STEPS == 0:
                pace = (time.monotonic() - began) / _REPORT_STEPS
                LOGGER.info(
                    "step %d: pixels %.4f, bags %.4f, overlap %.4f, teacher %.4f, %.2f s a step",
                    run.step,
                    *recent / _REPORT_STEPS,
                    pace,
                )
                recent, began = np.zeros(4), time.monotonic()
            if run.step % settings.look_steps == 0 or run.step == settings.steps:
                _look(run, look, best)
                _keep(state, _state(run))
                if _is_stale(run, settings.patience):
                    LOGGER.info("stopped early: %d looks brought nothing", settings.patience)
                    break
    return best


def _ask(
    reader: ThreadPoolExecutor, groups: list[Group], settings: MapperSettings, rng: np.random.Generator
) -> Future[Batch]:
    return reader.submit(draw_batch, groups, settings.side_px, rng, settings.strength, settings.pale_share)


def _set_rate(run: Run, settings: MapperSettings) -> None:
    progress = run.step / settings.steps
    rate = (
        settings.learning_rate
        * min(1.0, (run.step + 1) / _WARM_STEPS)
        * (0.01 + 0.99 * math.cos(progress * math.pi / 2) ** 2)
    )
    for group in run.optimiser.param_groups:
        group["lr"] = rate * group["scale"]


def _learn(run: Run, settings: MapperSettings, batch: Batch) -> np.ndarray:
    """Take one step; return the parts of the loss: pixels, bags, overlap, teacher."""
    _set_norms(run.model, run.step < settings.settle_steps)
    images = torch.from_numpy(batch.images).contiguous(memory_format=torch.channels_last)
    log_p = torch.log_softmax(run.model.coarse(images), dim=1)
    row, col = run.step % 2, run.step // 2 % 2
    allowed = torch.from_numpy(batch.allowed)[:, row::2, col::2]
    said = torch.from_numpy(batch.soft)[:, :, row::2, col::2]
    parts = torch.stack(
        [
            pixel_loss(log_p, allowed),
            bag_loss(log_p, batch.bags, 2),
            storage_overlap(log_p, allowed),
            soft_loss(log_p, said),
        ]
    )
    loss = (parts * torch.tensor(settings.loss_weights)).sum()
    run.optimiser.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(run.model.parameters(), 2.0)
    run.optimiser.step()
    return np.asarray(parts.detach().numpy())


def _set_norms(model: Mapper, is_settling: bool) -> None:
    """Let batch norms follow the batches at first, and stand still afterwards.

    A batch is a fixed mixture of sets, one picture is not: with norms that follow, the network is another one in use.
    """
    model.train()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.train(is_settling)


def _look(run: Run, look: Look, best: Path) -> None:
    """Measure the averaged weights on the places kept for looking, and keep them when they are the best so far."""
    run.average.eval()
    figures = {**look(run.average), "step": float(run.step)}
    run.looks.append(figures)
    LOGGER.info("look: %s", json.dumps({key: round(value, 4) for key, value in figures.items()}))
    if figures["score"] > run.best_score:
        run.best_score = figures["score"]
        _keep(best, run.average.state_dict())


def _is_stale(run: Run, patience: int) -> bool:
    scores = [figures["score"] for figures in run.looks]
    return len(scores) > patience and max(scores[-patience:]) < max(scores)


def _state(run: Run) -> dict[str, Any]:
    return {
        "model": run.model.state_dict(),
        "average": run.average.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "step": run.step,
        "best_score": float(run.best_score),
        "looks": run.looks,
    }


def _restore(run: Run, state: dict[str, Any]) -> None:
    run.model.load_state_dict(state["model"])
    run.average.load_state_dict(state["average"])
    run.optimiser.load_state_dict(state["optimiser"])
    run.step, run.best_score, run.looks = state["step"], state["best_score"], state["looks"]


def _keep(path: Path, content: dict[str, Any]) -> None:
    """Write a file under another name and rename it when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    partial.replace(path)
