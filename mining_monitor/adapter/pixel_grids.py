"""On which pixels a copy of a layer lies: the layer's own, the tiles' own, or those of a ground sampling distance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional, Tuple
from urllib.parse import parse_qs

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
)

from mining_monitor.adapter.crs_cache import WGS84_ELLIPSOID
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ExtentError
from mining_monitor.schema.fields import STORAGE_CRS

#: Most pixels of a rendered picture: about 1,500 map tiles of 256 x 256.
MAX_PICTURE_PIXELS = 100_000_000

#: Most pixels of a copy.
MAX_COPY_PIXELS = 1_000_000_000

#: Share of a pixel that counts as rounding.
_ROUNDING = 1e-6

#: Half the width of the world in Web Mercator, in its metres.
_HALF_WORLD = 20_037_508.342789244

#: Pixels of a tile at a tile pixel ratio of 1, and the zoom at which every service ends that says nothing else.
_TILE_PIXELS, _MAX_ZOOM = 256, 18


@dataclass(frozen=True)
class PixelGrid:
    """The grid of a copy: its extent in the layer's CRS and its size."""

    rectangle: QgsRectangle
    width: int
    height: int


@dataclass(frozen=True)
class TileGrid(PixelGrid):
    """The pixels of an XYZ service at a zoom: ``left`` and ``top`` count them from the north-west of the world."""

    zoom: int
    left: int
    top: int
    tile_pixels: int = 256


def metres_per_unit(crs: QgsCoordinateReferenceSystem, place: QgsPointXY) -> Tuple[float, float]:
    """Return the length on the ground of one CRS unit in x and in y at a place, in metres.

    Measured on WGS 84 over a short step, so that Web Mercator gives ground lengths (DOMAIN 1.8). The step is moved to
    WGS 84 first: QgsDistanceArea measures NaN in projected CRSs where a worker was first to use the ellipsoid.

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
    measure.setEllipsoid(WGS84_ELLIPSOID)
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
            "The extent needs a picture of {} x {} pixels at {:.3g} m, more than {} million. Choose a smaller extent."
        ).format(width, height, gsd_m, limit // 1_000_000)
    raise ExtentError(text, width=width, height=height, limit=limit)


def tile_grid(
    rectangle: QgsRectangle, crs: QgsCoordinateReferenceSystem, source: str, gsd_m: float
) -> Optional[TileGrid]:
    """Lay a grid over a rectangle that has the pixels of an XYZ layer's tiles; None for any other source.

    The zoom is the coarsest whose ground sampling distance is at most ``gsd_m``, or the finest that there is: tiles are
    never resampled here, so a model learns how fine the picture really is and the engine averages what is too fine.
    (QGIS 3.44 draws a tile up to one pixel larger than it is; older ones pixel by pixel.)

    Raises
    ------
    ExtentError
        The picture would be too large.
    """
    members = {key: values[0] for key, values in parse_qs(source).items()}
    if members.get("type") != "xyz" or crs.authid() != "EPSG:3857" or members.get("tilePixelRatio", "0") not in "01":
        return None
    metres = max(metres_per_unit(crs, rectangle.center()))
    world = 2 * _HALF_WORLD / _TILE_PIXELS
    wanted = math.ceil(math.log2(world * metres / gsd_m) - _ROUNDING)
    zoom = min(max(wanted, int(members.get("zmin", 0))), int(members.get("zmax", _MAX_ZOOM)))
    size = world / 2**zoom
    left = math.floor((rectangle.xMinimum() + _HALF_WORLD) / size + _ROUNDING)
    right = math.ceil((rectangle.xMaximum() + _HALF_WORLD) / size - _ROUNDING)
    top = math.floor((_HALF_WORLD - rectangle.yMaximum()) / size + _ROUNDING)
    bottom = math.ceil((_HALF_WORLD - rectangle.yMinimum()) / size - _ROUNDING)
    width, height = max(1, right - left), max(1, bottom - top)
    _check_size(width, height, MAX_PICTURE_PIXELS, size * metres)
    west, north = left * size - _HALF_WORLD, _HALF_WORLD - top * size
    rectangle = QgsRectangle(west, north - height * size, west + width * size, north)
    return TileGrid(rectangle, width, height, zoom, left, top)
