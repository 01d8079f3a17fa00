"""A class raster as a map: LAMES codes by pixel, 255 = not observed, with the ground that each pixel covers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.ground import PixelAreas, ToLonLat
from mining_monitor.engine.imagery.source import RasterImage, open_image
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import LAMES_CLASSES, NOT_OBSERVED
from mining_monitor.schema.fields import STORAGE_CRS

_RASTER_SUFFIXES = (".tif", ".tiff", ".vrt", ".img", ".png", ".jp2", ".asc")

#: Pixels that are read at once.
_PIXELS_AT_ONCE = 1 << 22


def is_raster(path: str) -> bool:
    """Tell by its name whether a file is a raster."""
    return Path(path).suffix.lower() in _RASTER_SUFFIXES


@dataclass(frozen=True)
class ClassBlock:
    """Whole rows of a class raster: ``codes`` uint8 and ``areas_m2`` float64, shape (row, col); 255 = not observed."""

    row_off: int
    codes: npt.NDArray[np.uint8]
    areas_m2: npt.NDArray[np.float64]


class ClassRaster:
    """An open class raster, optionally cut by a polygon in EPSG:4326 (pixel centres count)."""

    def __init__(self, image: RasterImage, place: Any = None) -> None:
        self._image = image
        self.grid: Grid = image.grid
        self._areas = PixelAreas.of(image.grid)
        self._to_degrees = ToLonLat(image.grid)
        self._place = place
        if place is not None:
            shapely.prepare(place)

    def blocks(self, job: Job) -> Iterator[ClassBlock]:
        """Yield the raster from top to bottom.

        Raises
        ------
        ImageError, ParameterError
            It is damaged, or a value is no class.
        """
        height = max(1, _PIXELS_AT_ONCE // self.grid.width)
        cols = np.arange(self.grid.width, dtype=np.float64)
        for row_off in range(0, self.grid.height, height):
            job.check()
            count = min(height, self.grid.height - row_off)
            rows = np.arange(row_off, row_off + count, dtype=np.float64)
            codes = self._codes(Window(0, row_off, self.grid.width, count))
            yield ClassBlock(row_off, codes, self._areas.at(*np.meshgrid(rows, cols, indexing="ij")))

    def _codes(self, window: Window) -> npt.NDArray[np.uint8]:
        pixels = self._image.read([1], window)
        values = np.where(pixels.valid, pixels.values[0], NOT_OBSERVED)
        known = np.isin(values, [*(c.code for c in LAMES_CLASSES), NOT_OBSERVED])
        if not known.all():
            odd = float(values[~known][0])
            raise ParameterError(
                f"'{self._image.name}' holds {odd:g}, which is none of the classes 0 to 9 (255: not observed). "
                "Choose a class raster.",
                name=self._image.name, value=odd,
            )  # fmt: skip
        codes = values.astype(np.uint8)
        if self._place is not None:
            cols, rows = np.meshgrid(np.arange(window.width) + 0.5, window.row_off + np.arange(window.height) + 0.5)
            lon, lat = self._to_degrees(cols, rows)
            codes[~shapely.contains_xy(self._place, lon, lat)] = NOT_OBSERVED
        return codes

    def positions(self, cols: npt.NDArray[np.float64], rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return (longitude, latitude) of positions on the grid (pixel corners are whole numbers), shape (n, 2)."""
        return np.column_stack(self._to_degrees(cols, rows))

    def at(self, lonlat: npt.NDArray[np.float64]) -> npt.NDArray[np.int_]:
        """Return the code at each position; 255 outside the raster."""
        to_crs = Transformer.from_crs(STORAGE_CRS, self.grid.crs, always_xy=True)
        x, y = to_crs.transform(lonlat[:, 0], lonlat[:, 1])
        cols, rows = ~self.grid.transform * (np.asarray(x), np.asarray(y))
        inside = np.isfinite(cols) & np.isfinite(rows)
        cols, rows = np.where(inside, cols, -1.0), np.where(inside, rows, -1.0)
        inside = (cols >= 0) & (rows >= 0) & (cols < self.grid.width) & (rows < self.grid.height)
        codes = np.full(len(lonlat), NOT_OBSERVED, dtype=np.int_)
        for index in np.flatnonzero(inside):
            codes[index] = self._codes(Window(int(cols[index]), int(rows[index]), 1, 1))[0, 0]
        return codes


@contextmanager
def open_class_raster(path: str, place: Any = None) -> Iterator[ClassRaster]:
    """Open a class raster.

    Raises
    ------
    ImageError, ImageWithoutCrsError, ParameterError
    """
    with open_image(ImageRef(path)) as image:
        bands = [band for band in image.bands if not band.is_alpha]
        if len(bands) != 1:
            raise ParameterError(
                f"'{image.name}' has {len(bands)} bands; a class raster has one. Choose a class raster.",
                name=image.name,
            )
        yield ClassRaster(image, place)
