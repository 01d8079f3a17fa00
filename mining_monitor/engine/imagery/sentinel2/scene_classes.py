"""Scene classes on any grid: SCL of L2A, or the cloud masks that L1C has since baseline 04.00, in SCL's codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.sentinel2.reader import BandReader
from mining_monitor.engine.imagery.sentinel2.sources import L1C_MASKS, SCENE_CLASSES, SceneSource

#: SCL's codes of what the masks of L1C tell (opaque cloud, cirrus, snow), and of everything else ("unclassified").
_L1C_CODES = (9, 10, 11)
_UNCLASSIFIED = 7

#: What is said of a scene for which nobody knows where it is cloudy.
WITHOUT_CLASSES = (
    "has no scene classes (L1C before 04.00, or a file is missing): clouds and shadow are not masked there. Detect can "
    "look for them itself: 'Leave out clouds and their shadows'."
)


@dataclass(frozen=True)
class Classes:
    """Codes of SCL, uint8 of shape (row, col), and where there are any."""

    codes: npt.NDArray[np.uint8]
    valid: npt.NDArray[np.bool_]


def has_scene_classes(scene: SceneSource) -> bool:
    """Tell whether it is known where a scene is cloudy."""
    names = scene.names()
    return SCENE_CLASSES in names or set(L1C_MASKS) <= set(names)


class SceneClassReader:
    """Reads scene classes on a grid, nearest pixel only.

    Raises
    ------
    BandsError
        The scene has none.
    """

    def __init__(self, scene: SceneSource, grid: Grid, resolution_m: float, margin_px: int) -> None:
        names = scene.names()
        self._is_scl = SCENE_CLASSES in names or not set(L1C_MASKS) <= set(names)
        wanted = (SCENE_CLASSES,) if self._is_scl else L1C_MASKS
        self.readers: Sequence[BandReader] = [
            BandReader(scene, scene.band(name, resolution_m), grid, is_category=True, margin_px=margin_px)
            for name in wanted
        ]

    def read(self, window: Window) -> Classes:
        """Read a window, which may reach beyond the grid by the margin."""
        pixels = [reader.read(window) for reader in self.readers]
        if self._is_scl:
            return Classes(pixels[0].values.astype(np.uint8), pixels[0].valid)
        codes = np.full(pixels[0].values.shape, _UNCLASSIFIED, np.uint8)
        for code, one in reversed(list(zip(_L1C_CODES, pixels))):  # cloud wins over cirrus and snow
            codes[one.values > 0] = code
        valid = np.asarray(np.logical_and.reduce([one.valid for one in pixels]), bool)
        return Classes(np.where(valid, codes, np.uint8(0)), valid)

    def close(self) -> None:
        """Close the files."""
        for reader in self.readers:
            reader.close()
