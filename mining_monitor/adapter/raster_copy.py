"""A GeoTIFF of what the engine cannot open: tiles, WMS, memory and database rasters.

Values are copied as they are, on the layer's own grid. Pictures are rendered at the model's ground sampling
distance, in the layer's CRS, with their transparency as alpha band; map tiles at the zoom that is at least as fine.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Optional, Union

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProject,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRectangle,
)

from mining_monitor.adapter import crs_cache
from mining_monitor.adapter.image_refs import Access, access, crs_text, extent_in_crs, provenance
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.pixel_grids import PixelGrid, metres_per_unit, native_grid, picture_grid, tile_grid
from mining_monitor.contract.errors import CancelledError, ExtentError, ImageError, OutputError
from mining_monitor.contract.imagery import Extent, ImageRef

LOGGER = logging.getLogger(__name__)

__all__ = ["GroundSamplingDistance", "PixelGrid", "RasterCopy", "metres_per_unit", "native_grid", "picture_grid"]

#: Rows that are looked at together.
_STRIP_ROWS = 512

_CREATE_OPTIONS = ["COMPRESS=DEFLATE", "ZLEVEL=1", "TILED=YES", "BIGTIFF=IF_SAFER"]

#: Metres, or a function that finds them out, or nobody knows.
GroundSamplingDistance = Union[float, Callable[[], Optional[float]], None]


class RasterCopy:
    """A copy that is planned in the main thread and written in a worker.

    Everything is taken from the layer when it is made; ``write`` touches no layer.

    Parameters
    ----------
    layer : QgsRasterLayer
        Not of ``Access.FILE``.
    extent : Extent or None
        None: the whole layer.
    gsd_m : float, callable or None
        The model's ground sampling distance, for pictures; a callable is asked in the worker.
    folder : Path
        Where the GeoTIFF goes.

    Raises
    ------
    ExtentError
        The extent misses the layer, or the copy would be too large.
    ImageError
        The layer may not be analysed, or its copy has no CRS.
    """

    def __init__(
        self, layer: QgsRasterLayer, extent: Optional[Extent], *, gsd_m: GroundSamplingDistance, folder: Path
    ) -> None:
        self._context: QgsCoordinateTransformContext = QgsProject.instance().transformContext()
        self._is_picture = access(layer) is Access.PICTURE
        self._crs = layer.crs()
        crs_cache.keep(self._crs)
        self._name = layer.name()
        self._provenance: Dict[str, Any] = provenance(layer)
        rectangle = layer.extent() if extent is None else extent_in_crs(extent, layer.crs(), self._context)
        self._rectangle = rectangle.intersect(layer.extent())
        if self._rectangle.isEmpty():
            raise ExtentError(tr("The extent does not meet '{}'.").format(self._name), layer=self._name)
        self._gsd_m = gsd_m
        self._source = layer.source()
        self._grid = None if self._is_picture else native_grid(rectangle, layer)
        if not callable(gsd_m):
            self._grid = self.grid()
        self.path = Path(folder) / "image.tif"
        self._is_cancelled = threading.Event()
        self._feedback: Optional[QgsRasterBlockFeedback] = None
        self._pipe = QgsRasterPipe()
        if not self._pipe.set(layer.dataProvider().clone()):
            raise ImageError(tr("The layer '{}' cannot be copied.").format(self._name), layer=self._name)

    def grid(self) -> PixelGrid:
        """Return the grid of the copy; asks for the ground sampling distance where it was given as a callable.

        Raises
        ------
        ExtentError
            The picture would be too large.
        ImageError
            Nobody knows the ground sampling distance.
        """
        if self._grid is None:
            gsd_m = self._gsd_m() if callable(self._gsd_m) else self._gsd_m
            if not gsd_m:
                raise ImageError(
                    tr("'{}' is a map service without a resolution of its own, and the model names none.").format(
                        self._name
                    ),
                    layer=self._name,
                )
            self._grid = self._lay(gsd_m)
        return self._grid

    def _lay(self, gsd_m: float) -> PixelGrid:
        return tile_grid(self._rectangle, self._crs, self._source, gsd_m) or picture_grid(
            self._rectangle, self._crs, gsd_m
        )

    def cancel(self) -> None:
        """Stop ``write``, also in the middle of a block; safe from any thread."""
        self._is_cancelled.set()
        feedback = self._feedback
        if feedback is not None:
            feedback.cancel()

    def write(
        self,
        *,
        should_cancel: Optional[Callable[[], bool]] = None,
        on_progress: Optional[Callable[[float], None]] = None,
    ) -> ImageRef:
        """Write the GeoTIFF and name it as an image; for a worker thread.

        Raises
        ------
        CancelledError, ImageError, OutputError
        """
        feedback = self._feedback = _CopyFeedback(
            lambda: self._is_cancelled.is_set() or (should_cancel is not None and should_cancel()), on_progress
        )
        self.path.parent.mkdir(parents=True, exist_ok=True)
        writer = QgsRasterFileWriter(str(self.path))
        writer.setOutputFormat("GTiff")
        writer.setCreateOptions([*_CREATE_OPTIONS, *(["ALPHA=YES"] if self._is_picture else [])])
        grid = self.grid()
        outcome = writer.writeRaster(
            self._pipe, grid.width, grid.height, grid.rectangle, self._crs, self._context, feedback
        )
        self._feedback = None
        if feedback.isCanceled() or self._is_cancelled.is_set():
            self.path.unlink(missing_ok=True)
            raise CancelledError(tr("Cancelled."))
        if outcome != QgsRasterFileWriter.NoError:
            self.path.unlink(missing_ok=True)
            raise OutputError(
                tr("A copy of '{}' could not be written to {}.").format(self._name, self.path), path=str(self.path)
            )
        self._check_delivery(feedback)
        LOGGER.info("copied '%s' to %d x %d pixels", self._name, grid.width, grid.height)
        return ImageRef(path=str(self.path), crs=crs_text(self._crs) or None, **self._provenance)

    def _check_delivery(self, feedback: QgsRasterBlockFeedback) -> None:
        """A service that delivered nothing is an error; single tiles that are missing count as not observed."""
        errors = list(dict.fromkeys(feedback.errors()))
        for error in errors[:5]:
            LOGGER.warning("'%s': %s", self._name, error)
        if self._is_picture and not _has_visible_pixels(self.path):
            reason = f" ({errors[0]})" if errors else ""
            self.path.unlink(missing_ok=True)
            raise ImageError(
                tr("'{}' delivered no picture here{}. Check the connection and the extent.").format(self._name, reason),
                layer=self._name,
            )


class _CopyFeedback(QgsRasterBlockFeedback):
    """Asks for cancellation whenever QGIS reports progress; that happens at every block."""

    def __init__(self, should_cancel: Callable[[], bool], on_progress: Optional[Callable[[float], None]]) -> None:
        super().__init__()
        self._should_cancel = should_cancel
        self._on_progress = on_progress
        self.progressChanged.connect(self._tick)

    def _tick(self, percent: float) -> None:
        if self._on_progress is not None:
            self._on_progress(percent / 100.0)
        if self._should_cancel():
            self.cancel()


def _has_visible_pixels(path: Path) -> bool:
    """Tell whether the alpha band of a picture has a value above 0; stops at the first."""
    layer = QgsRasterLayer(str(path), "picture", "gdal")
    provider = layer.dataProvider()
    if not layer.isValid() or provider.bandCount() < 4:
        return bool(layer.isValid())
    full, width, height = layer.extent(), provider.xSize(), provider.ySize()
    for top in range(0, height, _STRIP_ROWS):
        rows = min(_STRIP_ROWS, height - top)
        north = full.yMaximum() - full.height() * top / height
        strip = QgsRectangle(full.xMinimum(), north - full.height() * rows / height, full.xMaximum(), north)
        block = provider.block(4, strip, width, rows)  # kept: its bytes are not copied (QGIS_NOTES 3)
        if bytes(block.data()).strip(b"\0"):
            return True
    return False
