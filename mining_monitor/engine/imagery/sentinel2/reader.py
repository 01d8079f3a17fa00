"""Bands of a scene on any grid: whole pixels where the grids fit together, else warped (DOMAIN 2.5).

Nodata never bleeds: pixels without a value have no weight. Categories are taken from the nearest pixel only.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as RasterioWindow

from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.sentinel2.sources import SceneSource, SourceBand, damaged

#: Pixels whose corners are nearer to one another than this share of a pixel coincide.
_SAME = 1e-4

#: Error of GDAL's warper in pixels.
_WARP_TOLERANCE_PX = 0.01


@dataclass(frozen=True)
class BandPixels:
    """Raw numbers of a band.

    Attributes
    ----------
    values : ndarray of float32, shape (row, col)
        Invalid pixels hold 0.
    valid : ndarray of bool
    """

    values: npt.NDArray[np.float32]
    valid: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class _Fit:
    """How source pixels and target pixels fit together along both axes: ``up`` times finer or ``down`` times coarser.

    ``col``, ``row``: the target's corner in pixels of the finer of the two grids.
    """

    up: int
    down: int
    col: int
    row: int


class BandReader:
    """Reads windows of one band of a scene on a grid; opened at the first read.

    Parameters
    ----------
    scene : SceneSource
    band : SourceBand
    grid : Grid
        North-up.
    is_category : bool
        Take the nearest pixel.
    margin_px : int
        How far windows may reach beyond the grid.
    """

    def __init__(
        self, scene: SceneSource, band: SourceBand, grid: Grid, *, is_category: bool = False, margin_px: int = 0
    ) -> None:
        self.scene, self.band, self.grid = scene, band, grid
        self._is_category, self._margin = is_category, margin_px
        self._stack = ExitStack()
        self._source: Any = None
        self._warped: Any = None
        self._fit: _Fit | None = None

    def close(self) -> None:
        """Close what is open."""
        self._stack.close()
        self._source = self._warped = None

    def read(self, window: Window) -> BandPixels:
        """Read a window; what lies beyond the scene is invalid.

        Raises
        ------
        ImageError
            The file is missing, damaged or incomplete.
        """
        try:
            with self.scene.environment():
                self._open()
                if self._fit is None:
                    return self._read_warped(window)
                return self._read_fitting(self._fit, window)
        except (RasterioError, OSError, ValueError) as error:
            raise damaged(self.scene, self.band, error) from error

    def _open(self) -> None:
        if self._source is not None:
            return
        self._source = self._stack.enter_context(self.scene.open(self.band))
        if self._source.count < self.band.index:
            raise ValueError(f"the file has {self._source.count} bands, not {self.band.index}")
        self._fit = self._fitting()
        if self._fit is None:
            self._warped = self._stack.enter_context(self._warp())

    def _fitting(self) -> _Fit | None:
        source, target = self._source.transform, self.grid.transform
        own_crs = rasterio.crs.CRS.from_user_input(self.scene.crs)
        is_plain = not (source.b or source.d or target.b or target.d) and source.e < 0 and target.e < 0
        if not is_plain or own_crs != rasterio.crs.CRS.from_wkt(self.grid.crs.to_wkt()):
            return None
        ratio = source.a / target.a
        if abs(source.e / target.e - ratio) > _SAME * ratio:
            return None
        up, down = max(round(ratio), 1), max(round(1 / ratio), 1)
        if abs(up / down - ratio) > _SAME * ratio:
            return None
        fine = min(source.a, target.a)
        col, row = (target.c - source.c) / fine, (source.f - target.f) / fine
        if abs(col - round(col)) > _SAME * 10 or abs(row - round(row)) > _SAME * 10:
            return None
        return _Fit(up, down, round(col), round(row))

    def _read_fitting(self, fit: _Fit, window: Window) -> BandPixels:
        """Read whole source pixels: each target pixel is part of one, or the mean of ``down`` x ``down``."""
        col, row = window.col_off * fit.down + fit.col, window.row_off * fit.down + fit.row
        cols, rows = window.width * fit.down, window.height * fit.down
        first_col, first_row = col // fit.up, row // fit.up
        last_col, last_row = -(-(col + cols) // fit.up), -(-(row + rows) // fit.up)
        values, valid = self._read_padded(first_col, first_row, last_col, last_row)
        if fit.up > 1:
            top, left = row - first_row * fit.up, col - first_col * fit.up
            part = (slice(top, top + rows), slice(left, left + cols))
            values = values.repeat(fit.up, 0).repeat(fit.up, 1)[part]
            valid = valid.repeat(fit.up, 0).repeat(fit.up, 1)[part]
        if fit.down > 1:
            return self._reduced(values, valid, fit.down)
        return BandPixels(np.where(valid, values, np.float32(0)), valid)

    def _read_padded(
        self, col0: int, row0: int, col1: int, row1: int
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        values = np.zeros((row1 - row0, col1 - col0), np.float32)
        valid = np.zeros(values.shape, bool)
        left, right = max(col0, 0), min(col1, self._source.width)
        top, bottom = max(row0, 0), min(row1, self._source.height)
        if left < right and top < bottom:
            raw = self._source.read(self.band.index, window=RasterioWindow(left, top, right - left, bottom - top))
            inside = (slice(top - row0, bottom - row0), slice(left - col0, right - col0))
            values[inside] = raw
            valid[inside] = self._has_value(raw)
        return values, valid

    def _has_value(self, raw: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
        nodata = self.band.nodata
        if nodata is None:
            return np.ones(raw.shape, bool)
        return np.asarray((raw != nodata) & np.isfinite(raw), bool)

    def _reduced(self, values: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_], factor: int) -> BandPixels:
        """Return the pixel nearest to the centre, or the mean of valid pixels where they are at least half."""
        rows, cols = values.shape[0] // factor, values.shape[1] // factor
        if self._is_category:
            pick = (slice(factor // 2, None, factor), slice(factor // 2, None, factor))
            return BandPixels(np.where(valid[pick], values[pick], np.float32(0)), valid[pick])
        blocks = np.where(valid, values, np.float32(0)).reshape(rows, factor, cols, factor)
        counts = valid.reshape(rows, factor, cols, factor).sum(axis=(1, 3))
        is_valid = counts * 2 >= factor * factor
        means = blocks.sum(axis=(1, 3), dtype=np.float64) / np.maximum(counts, 1)
        return BandPixels(np.where(is_valid, means, 0).astype(np.float32), is_valid)

    def _warp(self) -> Any:
        margin, transform = self._margin, self.grid.transform
        return WarpedVRT(
            self._source, crs=rasterio.crs.CRS.from_wkt(self.grid.crs.to_wkt()),
            src_crs=rasterio.crs.CRS.from_user_input(self.scene.crs),
            transform=transform * Affine.translation(-margin, -margin),
            width=self.grid.width + 2 * margin, height=self.grid.height + 2 * margin,
            resampling=Resampling.nearest if self._is_category else Resampling.bilinear,
            src_nodata=self.band.nodata, nodata=self.band.nodata, add_alpha=self.band.nodata is None,
            tolerance=_WARP_TOLERANCE_PX,
        )  # fmt: skip

    def _read_warped(self, window: Window) -> BandPixels:
        margin = self._margin
        region = RasterioWindow(window.col_off + margin, window.row_off + margin, window.width, window.height)
        raw = self._warped.read(self.band.index, window=region)
        if self.band.nodata is None:
            valid = self._warped.read(self._warped.count, window=region) > 0
        else:
            valid = self._has_value(raw)
        return BandPixels(np.where(valid, raw, 0).astype(np.float32), np.asarray(valid, bool))
