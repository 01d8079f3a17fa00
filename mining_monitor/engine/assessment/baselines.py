"""What needs no model: ground that is bare and bright in true colour. A model that is not better is not worth running.

The rule is fixed: nothing of it was fitted to any data set that it is measured on.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

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
