"""A first run on made-up pixels: which tile sizes a model takes, and how large its scores are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.plan import Plan
from mining_monitor.engine.models.runtime import RUNTIME_ERRORS, Runtime, explain, run_options

#: Tile sides that tell the multiples apart: each is divisible by its key and by no higher power of two.
PROBE_SIDES = {1: 97, 2: 98, 4: 100, 8: 104, 16: 112, 32: 96, 64: 192, 128: 384, 256: 256}

#: Values that pixels mostly have, by value range: (centre, spread).
TYPICAL_VALUES = {"dn": (2000.0, 900.0), "reflectance": (0.2, 0.09), "rgb-8bit": (120.0, 45.0)}


@dataclass(frozen=True)
class ProbeResult:
    """What the first run showed: tile sides are a multiple of ``tile_multiple``, scores ``factor`` times coarser."""

    tile_multiple: int
    factor: int


def probe_tiles(card: ModelCard, side: int, count: int = 1, seed: int = 1) -> npt.NDArray[np.float32]:
    """Return made-up tiles (n, band, row, col) in the card's value range: smooth patches with some grain."""
    rng = np.random.default_rng(seed)
    bands = max(len(card.band_roles), 1)
    centre, spread = TYPICAL_VALUES[card.value_range]
    coarse = rng.normal(0.0, 1.0, (count, bands, side // 8 + 1, side // 8 + 1))
    smooth = coarse.repeat(8, axis=2).repeat(8, axis=3)[:, :, :side, :side]
    values = centre + spread * (0.9 * smooth + 0.3 * rng.normal(0.0, 1.0, smooth.shape))
    highest = {"dn": 10000.0, "reflectance": 1.0, "rgb-8bit": 255.0}[card.value_range]
    return np.clip(values, 0.0, highest).astype(np.float32)


def run_plan(runtime: Runtime, plan: Plan, tiles: npt.NDArray[np.float32], options: Any) -> npt.NDArray[Any]:
    """Run tiles (n, band, row, col) in one go and return what came out as (n, class, row, col), unchanged otherwise.

    A model with a fixed number of tiles gets empty ones to fill up. ONNX Runtime's own errors come through.
    """
    count = tiles.shape[0]
    if plan.batch is not None and count < plan.batch:
        empty = np.zeros((plan.batch - count, *tiles.shape[1:]), tiles.dtype)
        tiles = np.concatenate([tiles, empty])
    feed = {one.name: one.prepare(tiles) for one in plan.inputs}
    raw = np.asarray(runtime.session.run([plan.output.name], feed, options)[0])
    return plan.output.arrange(raw)[:count]


def probe(card: ModelCard, runtime: Runtime, plan: Plan) -> ProbeResult:
    """Find out what the ONNX file does not say; nothing is run when it says everything.

    Raises
    ------
    ModelError
        The model runs at no tile size that was tried, or its scores fit its tiles by no whole factor.
    """
    if card.kind == "patch-classification":
        return ProbeResult(1, 1)
    if plan.tile_size is not None:
        size = plan.output_size or _try(card, runtime, plan, plan.tile_size)
        if isinstance(size, str):
            raise ModelError(
                f"The model {card.name} fails on a tile of {plan.tile_size} pixels: {size}.", model=card.name
            )
        return ProbeResult(1, whole_factor(card, (plan.tile_size, plan.tile_size), size))
    reason, ill_fitting = "", None
    for multiple, side in PROBE_SIDES.items():
        outcome = _try(card, runtime, plan, side)
        if isinstance(outcome, str):
            reason = reason or outcome
            continue
        if side % outcome[0] == 0 and side % outcome[1] == 0 and outcome[0] == outcome[1]:
            return ProbeResult(multiple, side // outcome[0])
        ill_fitting = ill_fitting or ((side, side), outcome)
    if ill_fitting is not None:
        whole_factor(card, *ill_fitting)
    raise ModelError(
        f"The model {card.name} runs at none of the tile sizes {', '.join(map(str, PROBE_SIDES.values()))}: {reason}. "
        "State its tile size in the card.",
        model=card.name,
        reason=reason,
    )


def whole_factor(card: ModelCard, tile: tuple[int, int], size: tuple[int, int]) -> int:
    """Return how many times smaller the scores are than the tile.

    Raises
    ------
    ModelError
        It is no whole number, or not the same in both directions.
    """
    rows, cols = size
    if rows > 0 and cols > 0 and tile[0] % rows == 0 and tile[1] % cols == 0 and tile[0] // rows == tile[1] // cols:
        return tile[0] // rows
    raise ModelError(
        f"The model {card.name} gives scores of {rows} x {cols} pixels for a tile of {tile[0]} x {tile[1]}: they "
        "cannot be laid over the image. Export it so that scores have the tile's size, or a whole fraction of it.",
        model=card.name,
        tile=list(tile),
        scores=[rows, cols],
    )


def _try(card: ModelCard, runtime: Runtime, plan: Plan, side: int) -> tuple[int, int] | str:
    """Return height and width of the scores, or the reason why the run failed."""
    try:
        scores = run_plan(runtime, plan, probe_tiles(card, side), run_options())
    except RUNTIME_ERRORS as error:
        return explain(error)
    return scores.shape[2], scores.shape[3]
