"""Where the pixels of a rendering lie: coordinates of pixel centres in the sample world's metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

#: Real numbers; the engine keeps them in float32 wherever a whole picture is held.
FloatArray = npt.NDArray[np.floating[Any]]
CoordArray = npt.NDArray[np.float64]
MaskArray = npt.NDArray[np.bool_]
CodeArray = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Frame:
    """A regular, north-up grid of sample points.

    Attributes
    ----------
    x : ndarray of float64, shape (col,)
        Metres east of the world's origin, ascending.
    y : ndarray of float64, shape (row,)
        Metres north of the world's origin, descending.
    step_m : float
        Distance between neighbouring points in metres.
    """

    x: CoordArray
    y: CoordArray
    step_m: float

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.y), len(self.x)

    def crop(self, rows: slice, cols: slice) -> Frame:
        """Return the part of the grid in two slices."""
        return Frame(self.x[cols], self.y[rows], self.step_m)


def frame_of_pixels(row: int, col: int, shape: tuple[int, int], step_m: float) -> Frame:
    """Return the frame whose upper left pixel is pixel (`row`, `col`) of the world's endless grid.

    Parameters
    ----------
    row, col : int
        Index of the first pixel, counted south and east of the world's origin; may be negative.
    shape : (int, int)
        Rows and columns.
    step_m : float
        Size of a pixel in metres. Points are pixel centres.
    """
    x = (np.arange(col, col + shape[1], dtype=np.float64) + 0.5) * step_m
    y = -(np.arange(row, row + shape[0], dtype=np.float64) + 0.5) * step_m
    return Frame(x, y, step_m)
