"""A valid mask in any CRS and resolution, read on a model's grid with nearest neighbour."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as RasterioWindow

from mining_monitor.contract.errors import ImageError
from mining_monitor.engine.files import is_device
from mining_monitor.engine.imagery.grid import Grid


class ValidMask:
    """An open valid mask. Ground where it is 0, its nodata value, masked or absent is not observed.

    Parameters
    ----------
    path : str
        Anything that GDAL opens; the first band counts. A mask without a CRS is taken to lie in the grid's CRS.
    grid : Grid
        The model's grid.

    Raises
    ------
    ImageError
        The mask cannot be opened.
    """

    def __init__(self, path: str, grid: Grid) -> None:
        self._path, self._width = path, grid.width
        crs = rasterio.crs.CRS.from_wkt(grid.crs.to_wkt())
        if is_device(path):
            raise self._failure(OSError("it is a pipe or a device"))
        try:
            self._source: Any = rasterio.open(path)
            self._nodata = self._source.nodata
            self._warped: Any = WarpedVRT(
                self._source, src_crs=self._source.crs or crs, crs=crs, transform=grid.transform, width=grid.width,
                height=grid.height, resampling=Resampling.nearest, add_alpha=self._source.nodata is None,
                tolerance=0.001,
            )  # fmt: skip
        except (RasterioError, OSError, ValueError) as error:
            raise self._failure(error) from error

    def close(self) -> None:
        """Close the file."""
        self._warped.close()
        self._source.close()

    def observed(self, row0: int, row1: int) -> npt.NDArray[np.bool_]:
        """Return True where rows row0..row1 of the grid count as observed, shape (row, col)."""
        window = RasterioWindow(0, row0, self._width, row1 - row0)
        try:
            values = self._warped.read(1, window=window)
            covered = self._warped.read_masks(1, window=window) > 0
        except (RasterioError, OSError, ValueError) as error:
            raise self._failure(error) from error
        observed = (values != 0) & covered
        if np.issubdtype(values.dtype, np.floating):
            observed &= np.isfinite(values)
        return np.asarray(observed, bool)

    def _failure(self, error: Exception) -> ImageError:
        return ImageError(
            f"The valid mask '{self._path}' cannot be read: {error}. Choose another mask or none.", path=self._path
        )
