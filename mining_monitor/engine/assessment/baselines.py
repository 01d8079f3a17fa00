"""What needs no model: ground that is bare and bright in true colour. A model that is not better is not worth running.

The rule is fixed: nothing of it was fitted to any data set that it is measured on.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from mining_monitor.schema.classes import OTHER

NAME = "colour-rule"
TITLE = "Bare, bright ground by colour alone"

#: Excess green 2g - r - b of the chromatic coordinates at which plants begin (Woebbecke et al. 1995), and its spread.
_PLANTS, _SPREAD = 0.05, 0.02
#: Brightness (mean of red, green, blue, 0..255) from which ground counts as bright, and its spread.
_BRIGHT, _BRIGHT_SPREAD = 90.0, 12.0


def mine_score(rgb: npt.NDArray[np.floating] | npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Return 0..1, high where ground is bare and bright.

    Parameters
    ----------
    rgb : ndarray, shape (..., 3, row, col)
        Red, green, blue, 0..255.
    """
    values = np.asarray(rgb, np.float32)
    total = values.sum(axis=-3)
    green = values[..., 1, :, :] / np.maximum(total, 1.0)
    excess = 3.0 * green - 1.0
    bare = _rise((_PLANTS - excess) / _SPREAD)
    bright = _rise((total / 3.0 - _BRIGHT) / _BRIGHT_SPREAD)
    return np.asarray(bare * bright, np.float32)


def _rise(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * x)), np.float32)


class RuleSegmenter:
    """The rule as a segmenter (``models.segmenter``): it maps images as Detect would, and asks for no model.

    Parameters
    ----------
    code : int
        LAMES code of what the rule calls a mine.
    """

    name = NAME
    sha256 = ""
    band_roles: tuple[str, ...] = ("red", "green", "blue")
    value_range: Literal["dn", "reflectance", "rgb-8bit"] = "rgb-8bit"
    tile_size: int | None = None
    tile_multiple = 1
    overlap = 0.0
    gsd_m: float | None = None
    gsd_range_m: tuple[float, float] | None = None
    batch_size = 1
    at_once = 1
    provider = ""

    def __init__(self, code: int) -> None:
        self.class_codes: tuple[int, ...] = (OTHER, code)

    def predict(self, tiles: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the scores of other and mine, shape (n, 2, row, col)."""
        score = mine_score(tiles)
        return np.stack([1.0 - score, score], axis=1)

    def cancel(self) -> None:
        """Do nothing: a tile takes milliseconds."""
