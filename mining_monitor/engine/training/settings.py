"""What a training run depends on: one committed JSON file, read into frozen values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mining_monitor.schema.classes import BY_CODE


@dataclass(frozen=True)
class SceneSettings:
    """A set of sample-world scenes.

    Attributes
    ----------
    first_seed, count : int
        Seeds ``first_seed`` to ``first_seed + count - 1``.
    side_px : int
        Width and height.
    gsd_range_m : (float, float)
        Pixel sizes are drawn from this range, evenly in the logarithm.
    cloudy_share : float
        Share of the scenes that have some clouds, 0..1.
    """

    first_seed: int
    count: int
    side_px: int
    gsd_range_m: tuple[float, float]
    cloudy_share: float


@dataclass(frozen=True)
class TrainingSettings:
    """A training run.

    Attributes
    ----------
    name : str
        Name of the model and stem of its files.
    seed : int
        Seed of weights, chips and augmentation.
    scenes, held_out : SceneSettings
        Scenes to learn from, and scenes that are only looked at when the model is finished.
    widths : tuple of int
        Channels of the network at 1/2, 1/4, 1/8 and 1/16 of the resolution.
    chip_px, batch_size, steps : int
        Side of a chip, chips a step, steps.
    strength : float
        How far colours are randomised at most, 0..1.
    learning_rate, weight_decay : float
        Peak of the schedule, and AdamW's decay.
    class_weights : dict of int to float
        Weight of each LAMES code in the loss; its keys, in order, are the model's classes.
    """

    name: str
    seed: int
    scenes: SceneSettings
    held_out: SceneSettings
    widths: tuple[int, ...]
    chip_px: int
    batch_size: int
    steps: int
    strength: float
    learning_rate: float
    weight_decay: float
    class_weights: dict[int, float]

    @property
    def class_codes(self) -> tuple[int, ...]:
        """LAMES code of each output of the model, in order."""
        return tuple(sorted(self.class_weights))


def read_settings(path: Path) -> TrainingSettings:
    """Read a run's settings.

    Raises
    ------
    KeyError
        When a setting is missing.
    ValueError
        When a class is no LAMES code, or training and held-out seeds overlap.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    scenes, held_out = _scene_settings(data["scenes"]), _scene_settings(data["held_out"])
    weights = {int(code): float(weight) for code, weight in data["class_weights"].items()}
    unknown = sorted(set(weights) - set(BY_CODE))
    if unknown:
        raise ValueError(f"{path.name}: {unknown} are no LAMES codes.")
    first, second = sorted((scenes, held_out), key=lambda s: s.first_seed)
    if first.first_seed + first.count > second.first_seed:
        raise ValueError(f"{path.name}: the seeds of training and held-out scenes overlap.")
    return TrainingSettings(
        name=data["name"],
        seed=int(data["seed"]),
        scenes=scenes,
        held_out=held_out,
        widths=tuple(int(width) for width in data["widths"]),
        chip_px=int(data["chip_px"]),
        batch_size=int(data["batch_size"]),
        steps=int(data["steps"]),
        strength=float(data["strength"]),
        learning_rate=float(data["learning_rate"]),
        weight_decay=float(data["weight_decay"]),
        class_weights=weights,
    )


def _scene_settings(data: dict[str, Any]) -> SceneSettings:
    low, high = data["gsd_range_m"]
    return SceneSettings(
        first_seed=int(data["first_seed"]),
        count=int(data["count"]),
        side_px=int(data["side_px"]),
        gsd_range_m=(float(low), float(high)),
        cloudy_share=float(data["cloudy_share"]),
    )
