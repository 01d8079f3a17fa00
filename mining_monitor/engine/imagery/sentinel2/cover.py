"""How much of an extent a scene shows clearly, from its scene classes at their own 20 m (DOMAIN 2.4)."""

from __future__ import annotations

import numpy as np
from affine import Affine

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import MaskRules
from mining_monitor.engine.imagery.extent import ExtentMask, window_of
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.sentinel2.grid import scene_grid
from mining_monitor.engine.imagery.sentinel2.masks import (
    REASONS,
    MaskLayers,
    PolygonMask,
    halo_px,
    reasons,
)
from mining_monitor.engine.imagery.sentinel2.reader import BandReader
from mining_monitor.engine.imagery.sentinel2.scene_classes import SceneClassReader
from mining_monitor.engine.imagery.sentinel2.sources import CLOUD_PROBABILITY, L1C_MASKS, SCENE_CLASSES, SceneSource
from mining_monitor.engine.progress import Job

_GSD_M = 20.0

#: Rows that are looked at together.
_ROWS = 1024


def cover_shares(scene: SceneSource, extent: Extent | None, rules: MaskRules, job: Job) -> dict[str, float]:
    """Return shares of the extent, 0..1: ``clear``, and one for each reason why the rest is not.

    Only what the scene's file covers of the extent is looked at.

    Raises
    ------
    BandsError
        The scene has no scene classes (L1C before baseline 04.00).
    ExtentError
        The extent does not meet the scene.
    """
    grid = _class_grid(scene)
    part = grid.window(window_of(extent, grid, image=scene.scene_id))
    inside = ExtentMask(extent, part, image=scene.scene_id)
    halo = halo_px(rules, _GSD_M)
    classes = SceneClassReader(scene, part, _GSD_M, halo)
    wants_probability = rules.cloud_probability is not None and CLOUD_PROBABILITY in scene.names()
    probability = (
        BandReader(scene, scene.band(CLOUD_PROBABILITY, _GSD_M), part, is_category=True, margin_px=halo)
        if wants_probability
        else None
    )
    counts = np.zeros(len(REASONS) + 1, np.int64)
    try:
        for row in range(0, part.height, _ROWS):
            job.check()
            window = Window(0, row, part.width, min(_ROWS, part.height - row))
            found = _window_reasons(classes, probability, part, window, rules, halo)
            asked = inside.inside(row, row + window.height)
            counts += np.bincount(found[asked] if asked is not None else found.ravel(), minlength=len(counts))
    finally:
        classes.close()
        if probability is not None:
            probability.close()
    total = max(int(counts.sum()), 1)
    shares = {REASONS[code]: float(counts[code] / total) for code in REASONS if counts[code]}
    return {"clear": float(counts[0] / total), **shares}


def _class_grid(scene: SceneSource) -> Grid:
    """Return the grid of 20 m that scene classes are looked at on; those of L1C have 60 m."""
    name = L1C_MASKS[0] if L1C_MASKS[0] in scene.names() and SCENE_CLASSES not in scene.names() else SCENE_CLASSES
    own = scene_grid(scene, name, _GSD_M)
    factor = max(round(own.transform.a / _GSD_M), 1)
    return Grid(own.crs, own.transform * Affine.scale(1 / factor), own.width * factor, own.height * factor)


def _window_reasons(
    classes: SceneClassReader, probability: BandReader | None, grid: Grid, window: Window, rules: MaskRules, halo: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    wide = Window(window.col_off - halo, window.row_off - halo, window.width + 2 * halo, window.height + 2 * halo)
    around = grid.window(wide)
    pixels = classes.read(wide)
    layers = MaskLayers(
        pixels.valid,
        np.zeros(pixels.valid.shape, bool),
        pixels.codes,
        None if probability is None else probability.read(wide).values.astype(np.uint8),
    )
    exclude, keep = PolygonMask(rules.exclude, grid.crs), PolygonMask(rules.keep, grid.crs)
    found = reasons(layers, rules, _GSD_M, exclude=exclude.inside(around), keep=keep.inside(around))
    return found[halo : halo + window.height, halo : halo + window.width]
