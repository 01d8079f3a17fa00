"""Class and confidence rasters: GeoTIFFs, written in whole blocks as rows come in."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.enums import ColorInterp
from rasterio.errors import RasterioError
from rasterio.windows import Window

from mining_monitor.contract.errors import DiskFullError, OutputError
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.schema.classes import LAMES_CLASSES, NOT_OBSERVED

_BLOCK = 512
_ERRORS = (RasterioError, OSError)


class RowWriter:
    """A one-band GeoTIFF that takes rows from the top and keeps at most one row of blocks in memory.

    Parameters
    ----------
    path : Path
    grid : Grid
    dtype : str
    nodata : float
    """

    def __init__(self, path: Path, grid: Grid, *, dtype: str, nodata: float) -> None:
        self.path, self._grid = path, grid
        self._buffer = np.empty((min(_BLOCK, grid.height), grid.width), dtype)
        self._filled = self._written = 0
        is_tiled = grid.width > _BLOCK and grid.height > _BLOCK
        blocks = {"tiled": True, "blockxsize": _BLOCK, "blockysize": _BLOCK} if is_tiled else {}
        try:
            self._dataset: Any = rasterio.open(
                path, "w", driver="GTiff", width=grid.width, height=grid.height, count=1, dtype=dtype, nodata=nodata,
                crs=rasterio.crs.CRS.from_wkt(grid.crs.to_wkt()), transform=grid.transform, compress="deflate",
                zlevel=1, predictor=3 if dtype == "float32" else 1, bigtiff="if_safer", **blocks,
            )  # fmt: skip
        except _ERRORS as error:
            raise output_error(path, error) from error

    @property
    def dataset(self) -> Any:
        """The open rasterio dataset, for tags and colours before the first row."""
        return self._dataset

    def write(self, rows: npt.NDArray[Any]) -> None:
        """Append rows, shape (row, col).

        Raises
        ------
        DiskFullError, OutputError
        """
        taken = 0
        while taken < len(rows):
            count = min(len(self._buffer) - self._filled, len(rows) - taken)
            self._buffer[self._filled : self._filled + count] = rows[taken : taken + count]
            self._filled += count
            taken += count
            if self._filled == len(self._buffer) or self._written + self._filled == self._grid.height:
                self._flush()

    def close(self) -> None:
        """Finish the file and check that what was written last can be read.

        Raises
        ------
        DiskFullError, OutputError
        """
        last = self._buffer[self._last - 1] if self._written else None
        try:
            self._dataset.close()
            if last is not None:
                with rasterio.open(self.path) as written:
                    found = written.read(1, window=Window(0, self._written - 1, self._grid.width, 1))[0]
                if not np.array_equal(found, last, equal_nan=self._buffer.dtype.kind == "f"):
                    raise OSError("what was written last does not read back")
        except _ERRORS as error:
            raise output_error(self.path, error) from error

    def abandon(self) -> None:
        """Close without a check, after a failure elsewhere."""
        self._dataset.close()

    def _flush(self) -> None:
        window = Window(0, self._written, self._grid.width, self._filled)
        try:
            self._dataset.write(self._buffer[: self._filled], 1, window=window)
        except _ERRORS as error:
            raise output_error(self.path, error) from error
        self._written += self._filled
        self._last, self._filled = self._filled, 0


def class_writer(path: Path, grid: Grid) -> RowWriter:
    """Return a writer of a class raster: uint8, 0..9, 255 = not observed, LAMES colours (DOMAIN 1.7)."""
    writer = RowWriter(path, grid, dtype="uint8", nodata=NOT_OBSERVED)
    colours = {c.code: (*bytes.fromhex(c.colour[1:]), 255) for c in LAMES_CLASSES}
    colours[0] = (0, 0, 0, 0)
    colours[NOT_OBSERVED] = (0, 0, 0, 0)
    writer.dataset.colorinterp = [ColorInterp.palette]
    writer.dataset.write_colormap(1, colours)
    writer.dataset.set_band_description(1, "LAMES class")
    writer.dataset.update_tags(1, **{f"CLASS_{c.code}": c.key for c in LAMES_CLASSES}, CLASS_255="not observed")
    return writer


def confidence_writer(path: Path, grid: Grid) -> RowWriter:
    """Return a writer of a confidence raster: float32, 0..1, NaN = not observed."""
    writer = RowWriter(path, grid, dtype="float32", nodata=float("nan"))
    writer.dataset.set_band_description(1, "score of the class")
    return writer


def output_error(path: Path, error: Exception) -> OutputError:
    """Return the error that says why a file could not be written."""
    is_full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "no space left" in str(error).lower()
    if is_full:
        return DiskFullError(
            f"The disk is full: '{path.name}' could not be written to {path.parent}. Make room and run again.",
            path=str(path),
        )
    return OutputError(f"'{path}' could not be written: {error}. Choose another place.", path=str(path))
