"""The grid of an image: CRS, affine transform and size; the block of pixels that never travels without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from affine import Affine
from pyproj import CRS


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels: offsets and size in columns and rows (rasterio's words)."""

    col_off: int
    row_off: int
    width: int
    height: int


@dataclass(frozen=True)
class Grid:
    """A raster's geometry.

    Attributes
    ----------
    crs : pyproj.CRS
    transform : affine.Affine
        Pixel corners (col, row) to CRS coordinates (x, y); may be south-up or rotated.
    width, height : int
        Columns and rows.
    """

    crs: CRS
    transform: Affine
    width: int
    height: int

    def window(self, window: Window) -> Grid:
        """Return the grid of a window of this one."""
        transform = self.transform * Affine.translation(window.col_off, window.row_off)
        return Grid(self.crs, transform, window.width, window.height)


@dataclass(frozen=True)
class Block:
    """Pixels with their valid mask and grid.

    Attributes
    ----------
    values : ndarray of float32, shape (band, row, col)
        Bands in the order that the model asks for; invalid pixels hold 0.
    valid : ndarray of bool, shape (row, col)
        True = observed.
    grid : Grid
    """

    values: npt.NDArray[np.float32]
    valid: npt.NDArray[np.bool_]
    grid: Grid

    def __post_init__(self) -> None:
        shape: Any = (self.grid.height, self.grid.width)
        if self.values.shape[1:] != shape or self.valid.shape != shape:
            raise ValueError(f"values {self.values.shape} and valid {self.valid.shape} do not fit a grid of {shape}")
