"""A GeoTIFF of what the engine cannot open: tiles, WMS, memory and database rasters.

Values are copied as they are, on the layer's own grid. Pictures are rendered at the model's ground sampling
distance, in the layer's CRS, with their transparency as alpha band.
"""

from __future__ import annotations

import logging
import math
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, Optional, Tuple, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRectangle,
    QgsUnitTypes,
)

from mining_monitor.adapter.image_refs import Access, access, crs_text, extent_in_crs, provenance
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import CancelledError, ExtentError, ImageError, OutputError
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.schema.fields import STORAGE_CRS

LOGGER = logging.getLogger(__name__)

#: Most pixels of a rendered picture: about 1,500 map tiles of 256 x 256.
MAX_PICTURE_PIXELS = 100_000_000

#: Most pixels of a copy.
MAX_COPY_PIXELS = 1_000_000_000

#: Share of a pixel that counts as rounding.
_ROUNDING = 1e-6

#: Rows that are looked at together.
_STRIP_ROWS = 512

_CREATE_OPTIONS = ["COMPRESS=DEFLATE", "ZLEVEL=1", "TILED=YES", "BIGTIFF=IF_SAFER"]

#: WGS 84.
_ELLIPSOID = "EPSG:7030"


#: Metres, or a function that finds them out, or nobody knows.
GroundSamplingDistance = Union[float, Callable[[], Optional[float]], None]


@dataclass(frozen=True)
class PixelGrid:
    """The grid of a copy: its extent in the layer's CRS and its size."""

    rectangle: QgsRectangle
    width: int
    height: int


def metres_per_unit(crs: QgsCoordinateReferenceSystem, place: QgsPointXY) -> Tuple[float, float]:
    """Return the length on the ground of one CRS unit in x and in y at a place, in metres.

    Measured on WGS 84 over a short step, so that Web Mercator gives ground lengths (DOMAIN 1.8). The step is moved to
    WGS 84 first: on QGIS 3.22 QgsDistanceArea measures NaN in projected CRSs once a worker thread has written a file.

    Raises
    ------
    ExtentError
        The place cannot be transformed to WGS 84.
    """
    wgs84 = QgsCoordinateReferenceSystem(STORAGE_CRS)
    context = QgsProject.instance().transformContext()
    to_wgs84 = QgsCoordinateTransform(crs, wgs84, context)
    measure = QgsDistanceArea()
    measure.setSourceCrs(wgs84, context)
    measure.setEllipsoid(_ELLIPSOID)
    step = 1e-4 if crs.isGeographic() else 10.0
    ends = [QgsPointXY(place.x() + dx, place.y() + dy) for dx, dy in ((step, 0.0), (0.0, step))]
    try:
        start, *moved = [to_wgs84.transform(point) for point in (place, *ends)]
    except QgsCsException as error:
        raise ExtentError(
            tr("The extent cannot be transformed to the CRS of the image ({}).").format(crs.authid()), crs=crs.authid()
        ) from error
    metres = QgsUnitTypes.DistanceUnit.DistanceMeters
    x_m, y_m = (measure.convertLengthMeasurement(measure.measureLine(start, end), metres) for end in moved)
    return x_m / step, y_m / step


def picture_grid(rectangle: QgsRectangle, crs: QgsCoordinateReferenceSystem, gsd_m: float) -> PixelGrid:
    """Lay a grid over a rectangle whose pixels are ``gsd_m`` on the ground at its centre.

    Raises
    ------
    ExtentError
        The picture would be too large, or the rectangle has no size on the ground.
    """
    x_metres, y_metres = metres_per_unit(crs, rectangle.center())
    sizes = (gsd_m / x_metres, gsd_m / y_metres) if min(x_metres, y_metres) > 0 else (math.nan, math.nan)
    if not all(math.isfinite(size) and size > 0 for size in sizes):
        raise ExtentError(tr("The extent has no size on the ground in {}.").format(crs.authid()), crs=crs.authid())
    width = max(1, math.ceil(rectangle.width() / sizes[0] - _ROUNDING))
    height = max(1, math.ceil(rectangle.height() / sizes[1] - _ROUNDING))
    _check_size(width, height, MAX_PICTURE_PIXELS, gsd_m)
    west, north = rectangle.xMinimum(), rectangle.yMaximum()
    return PixelGrid(QgsRectangle(west, north - height * sizes[1], west + width * sizes[0], north), width, height)


def native_grid(rectangle: QgsRectangle, layer: QgsRasterLayer) -> PixelGrid:
    """Snap a rectangle outwards to the pixels of a layer.

    Raises
    ------
    ExtentError
        The rectangle misses the layer, or the copy would be too large.
    """
    full, provider = layer.extent(), layer.dataProvider()
    wanted = rectangle.intersect(full)
    if wanted.isEmpty():
        raise ExtentError(tr("The extent does not meet '{}'.").format(layer.name()), layer=layer.name())
    x_size, y_size = full.width() / provider.xSize(), full.height() / provider.ySize()
    left = math.floor((wanted.xMinimum() - full.xMinimum()) / x_size + _ROUNDING)
    right = math.ceil((wanted.xMaximum() - full.xMinimum()) / x_size - _ROUNDING)
    top = math.floor((full.yMaximum() - wanted.yMaximum()) / y_size + _ROUNDING)
    bottom = math.ceil((full.yMaximum() - wanted.yMinimum()) / y_size - _ROUNDING)
    width, height = max(1, right - left), max(1, bottom - top)
    _check_size(width, height, MAX_COPY_PIXELS, None)
    west, north = full.xMinimum() + left * x_size, full.yMaximum() - top * y_size
    return PixelGrid(QgsRectangle(west, north - height * y_size, west + width * x_size, north), width, height)


def _check_size(width: int, height: int, limit: int, gsd_m: Optional[float]) -> None:
    if width * height <= limit:
        return
    if gsd_m is None:
        text = tr("The extent needs a copy of {} x {} pixels, more than {} million. Choose a smaller extent.").format(
            width, height, limit // 1_000_000
        )
    else:
        text = tr(
            "The extent needs a picture of {} x {} pixels at {:g} m, more than {} million. Choose a smaller extent."
        ).format(width, height, gsd_m, limit // 1_000_000)
    raise ExtentError(text, width=width, height=height, limit=limit)


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
        self._name = layer.name()
        self._provenance: Dict[str, Any] = provenance(layer)
        rectangle = layer.extent() if extent is None else extent_in_crs(extent, layer.crs(), self._context)
        self._rectangle = rectangle.intersect(layer.extent())
        if self._rectangle.isEmpty():
            raise ExtentError(tr("The extent does not meet '{}'.").format(self._name), layer=self._name)
        self._gsd_m = gsd_m
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
            self._grid = picture_grid(self._rectangle, self._crs, gsd_m)
        return self._grid

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
