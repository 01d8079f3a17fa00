"""A GeoTIFF of what the engine cannot open: tiles, WMS, memory and database rasters.

Values are copied as they are, on the layer's own grid. Pictures are rendered at the model's ground sampling
distance, in the layer's CRS, with their transparency as alpha band; map tiles at the zoom that is at least as fine.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, Optional, Union

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProject,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
)

from mining_monitor.adapter import compat, crs_cache
from mining_monitor.adapter.image_refs import Access, access, crs_text, extent_in_crs, provenance
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.pictures import Patch, PictureFile, provider_patches, tile_patches
from mining_monitor.adapter.pixel_grids import (
    PixelGrid,
    TileGrid,
    metres_per_unit,
    native_grid,
    picture_grid,
    tile_grid,
)
from mining_monitor.adapter.tile_fetch import TileFetcher, TileService
from mining_monitor.contract.errors import (
    CancelledError,
    ExtentError,
    ImageError,
    MiningMonitorError,
    OutputError,
)
from mining_monitor.contract.imagery import Extent, ImageRef

LOGGER = logging.getLogger(__name__)

__all__ = ["GroundSamplingDistance", "PixelGrid", "RasterCopy", "metres_per_unit", "native_grid", "picture_grid"]

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
        grid = self.grid()
        try:
            if self._is_picture:
                self._write_picture(grid, feedback)
            else:
                self._write_values(grid, feedback)
        finally:
            self._feedback = None
        LOGGER.info("copied '%s' to %d x %d pixels", self._name, grid.width, grid.height)
        return ImageRef(path=str(self.path), crs=crs_text(self._crs) or None, **self._provenance)

    def _write_values(self, grid: PixelGrid, feedback: _CopyFeedback) -> None:
        writer = QgsRasterFileWriter(str(self.path))
        writer.setOutputFormat("GTiff")
        compat.set_creation_options(writer, _CREATE_OPTIONS)
        outcome = writer.writeRaster(
            self._pipe, grid.width, grid.height, grid.rectangle, self._crs, self._context, feedback
        )
        if feedback.isCanceled() or self._is_cancelled.is_set():
            self.path.unlink(missing_ok=True)
            raise CancelledError(tr("Cancelled."))
        if outcome != QgsRasterFileWriter.NoError:
            self.path.unlink(missing_ok=True)
            raise OutputError(
                tr("A copy of '{}' could not be written to {}.").format(self._name, self.path), path=str(self.path)
            )

    def _write_picture(self, grid: PixelGrid, feedback: _CopyFeedback) -> None:
        """Write what the service delivers, patch by patch; nothing at all is an error."""
        file = PictureFile(self.path, grid, self._crs, _CREATE_OPTIONS)
        try:
            for patch in self._patches(grid, feedback):
                file.write(patch)
                feedback.tell((patch.row + patch.image.height()) / grid.height)
                if feedback.is_over():
                    raise CancelledError(tr("Cancelled."))
            file.close()
            if not file.has_pixels:
                raise self._nothing(feedback)
        except MiningMonitorError:
            file.discard()
            raise

    def _patches(self, grid: PixelGrid, feedback: _CopyFeedback) -> Iterator[Patch]:
        service = TileService.of_source(self._source)
        if isinstance(grid, TileGrid) and service is not None:
            return tile_patches(grid, TileFetcher(service, should_cancel=feedback.is_over, feedback=feedback))
        return provider_patches(self._pipe.provider(), grid, feedback, feedback.is_over)

    def _nothing(self, feedback: QgsRasterBlockFeedback) -> ImageError:
        errors = list(dict.fromkeys(feedback.errors()))
        for error in errors[:5]:
            LOGGER.warning("'%s': %s", self._name, error)
        reason = f" ({errors[0]})" if errors else ""
        return ImageError(
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

    def is_over(self) -> bool:
        """Tell whether nobody wants the copy any more."""
        return bool(self.isCanceled()) or self._should_cancel()

    def tell(self, fraction: float) -> None:
        """Report how much is there."""
        if self._on_progress is not None:
            self._on_progress(min(1.0, fraction))

    def _tick(self, percent: float) -> None:
        self.tell(percent / 100.0)
        if self._should_cancel():
            self.cancel()
