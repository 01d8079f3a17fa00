"""An extent on the earth: its polygon in EPSG:4326, and how much of it something else covers."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS
from shapely.errors import ShapelyError

from mining_monitor.contract.errors import ExtentError
from mining_monitor.contract.imagery import Extent
from mining_monitor.engine.imagery.crs import read_crs
from mining_monitor.engine.imagery.ground import EQUAL_AREA_CRS, transformer
from mining_monitor.schema.fields import STORAGE_CRS

#: Pieces that a side is cut into before it is transformed.
_PIECES = 32


def ground_area(extent: Extent) -> shapely.Geometry:
    """Return the polygon of an extent in EPSG:4326; across the antimeridian longitudes go on beyond 180.

    Raises
    ------
    ExtentError
        It is empty, or has no place on the earth.
    """
    crs = read_crs(extent.crs or STORAGE_CRS, name="the extent")
    shape = _shape(extent, crs)
    if crs != CRS.from_user_input(STORAGE_CRS):
        west, south, east, north = shape.bounds
        shape = shapely.segmentize(shape, max((east - west + north - south) / 2 / _PIECES, 1e-9))
        shape = shapely.transform(shape, lambda points: _to_degrees(points, crs))
    west, south, east, north = shape.bounds if not shape.is_empty else (math.nan,) * 4
    if not all(math.isfinite(value) for value in (west, south, east, north)):
        raise ExtentError("The extent has no place on the earth. Zoom to the place and try again.")
    shape = shapely.make_valid(shape).intersection(shapely.box(-540, -90, 540, 90))
    if shape.area == 0:
        raise ExtentError("The extent is empty. Draw it again.")
    return shape


def boxes(area: shapely.Geometry) -> list[tuple[float, float, float, float]]:
    """Return west, south, east, north of an area: two boxes where it crosses the antimeridian."""
    west, south, east, north = area.bounds
    if east - west >= 360:
        return [(-180.0, south, 180.0, north)]
    shift = 360 * math.floor((west + 180) / 360)
    west, east = west - shift, east - shift
    if east <= 180:
        return [(west, south, east, north)]
    return [(west, south, 180.0, north), (-180.0, south, east - 360, north)]


def covered_share(area: shapely.Geometry, footprint: shapely.Geometry) -> float:
    """Return the share of an area's ground that a footprint covers, 0..1; both in EPSG:4326."""
    moved = [shapely.transform(footprint, partial(_moved, degrees=degrees)) for degrees in (-360, 0, 360)]
    common = area.intersection(shapely.union_all(moved))
    whole = _equal_area(area)
    return min(max(_equal_area(common) / whole, 0.0), 1.0) if whole > 0 else 0.0


def _moved(points: npt.NDArray[np.float64], degrees: float) -> npt.NDArray[np.float64]:
    return np.column_stack([points[:, 0] + degrees, points[:, 1]])


def _shape(extent: Extent, crs: CRS) -> shapely.Geometry:
    box = (extent.west, extent.south, extent.east, extent.north)
    west, south, east, north = box
    if west > east and crs.is_geographic:
        east += 360
    if not all(math.isfinite(value) for value in box) or west >= east or south >= north:
        raise ExtentError(f"The extent {box} is empty. Draw it again.", extent=[str(value) for value in box])
    shape = shapely.box(west, south, east, north)
    if extent.polygon is None:
        return shape
    try:
        return shapely.make_valid(shapely.from_wkt(extent.polygon)).intersection(shape)
    except (ShapelyError, TypeError) as error:
        raise ExtentError(f"The polygon of the extent is no WKT: {error}.") from error


def _to_degrees(points: npt.NDArray[np.float64], crs: CRS) -> npt.NDArray[np.float64]:
    x, y = transformer(crs, STORAGE_CRS).transform(points[:, 0], points[:, 1])
    return np.column_stack([x, y])


def _equal_area(shape: shapely.Geometry) -> float:
    pieces = shapely.segmentize(shape, 0.5)

    def project(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        x, y = transformer(CRS.from_user_input(STORAGE_CRS), EQUAL_AREA_CRS).transform(points[:, 0], points[:, 1])
        return np.column_stack([x, y])

    return float(shapely.transform(pieces, project).area)
