"""Where to look: an extent in any CRS becomes a window of the image; a polygon becomes a mask of its pixels."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS
from rasterio.features import rasterize
from shapely.errors import ShapelyError

from mining_monitor.contract.errors import ExtentError
from mining_monitor.contract.imagery import Extent
from mining_monitor.engine.imagery.crs import read_crs
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.ground import apply_affine, transformer

#: Pieces that an edge is cut into before it is transformed to another CRS.
_EDGE_PIECES = 32

#: Shares of a pixel below this count as rounding when a window snaps outwards.
_SNAP = 1e-6

_Box = tuple[float, float, float, float]


def window_of(extent: Extent | None, grid: Grid, *, image: str) -> Window:
    """Return the window of an extent: snapped outwards to whole pixels and clipped to the image.

    Raises
    ------
    ExtentError
        The extent misses the image, has no size, or cannot be transformed to the image's CRS.
    """
    whole = Window(0, 0, grid.width, grid.height)
    if extent is None:
        return whole
    crs = read_crs(extent.crs, name="the extent") if extent.crs else grid.crs
    box = _checked_box(extent, crs)
    if crs != grid.crs:
        box = _cut_to_footprint(box, grid, crs, image)
    cols, rows = _to_pixels(_edge_points(box), crs, grid, image)
    left, right = _snapped(cols.min(), cols.max(), grid.width)
    top, bottom = _snapped(rows.min(), rows.max(), grid.height)
    if left >= right or top >= bottom:
        raise _miss(image)
    return Window(left, top, right - left, bottom - top)


class ExtentMask:
    """The polygon of an extent on the model's grid: tells which pixel centres lie inside, a band of rows at a time."""

    def __init__(self, extent: Extent | None, grid: Grid, *, image: str) -> None:
        self.geometry: shapely.Geometry | None = None
        self._width = grid.width
        if extent is None or extent.polygon is None:
            return
        crs = read_crs(extent.crs, name="the extent") if extent.crs else grid.crs
        polygon = _read_polygon(extent.polygon)
        if crs != grid.crs:
            longest = max(polygon.bounds[2] - polygon.bounds[0], polygon.bounds[3] - polygon.bounds[1])
            polygon = shapely.segmentize(polygon, max(longest / (4 * _EDGE_PIECES), 1e-12))

        def to_pixels(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return np.column_stack(_to_pixels(points, crs, grid, image))

        self.geometry = shapely.make_valid(shapely.transform(polygon, to_pixels))
        if not self.geometry.intersects(shapely.box(0, 0, grid.width, grid.height)):
            raise _miss(image)

    def inside(self, row0: int, row1: int) -> npt.NDArray[np.bool_] | None:
        """Return True where pixel centres of rows row0..row1 lie inside, shape (row, col); None: everywhere."""
        if self.geometry is None:
            return None
        shape = (row1 - row0, self._width)
        part = shapely.clip_by_rect(self.geometry, -1, row0 - 1, self._width + 1, row1 + 1)
        if part.is_empty or part.area == 0:
            return np.zeros(shape, bool)
        moved = shapely.transform(part, lambda points: points - (0, row0))
        return np.asarray(rasterize([(moved, 1)], out_shape=shape, dtype="uint8"), bool)


def _checked_box(extent: Extent, crs: CRS) -> _Box:
    box = (extent.west, extent.south, extent.east, extent.north)
    west, south, east, north = box
    if west > east and crs.is_geographic:
        east += 360  # across the antimeridian
    if not all(math.isfinite(value) for value in box) or west >= east or south >= north:
        raise ExtentError(f"The extent {box} is empty. Draw it again.", extent=[str(value) for value in box])
    return west, south, east, north


def _edge_points(box: _Box) -> npt.NDArray[np.float64]:
    west, south, east, north = box
    steps = np.linspace(0, 1, _EDGE_PIECES + 1)
    x, y = west + (east - west) * steps, south + (north - south) * steps
    edges = [(x, np.full_like(x, south)), (x, np.full_like(x, north)), (np.full_like(y, west), y)]
    edges.append((np.full_like(y, east), y))
    return np.concatenate([np.column_stack(edge) for edge in edges])


def _to_pixels(
    points: npt.NDArray[np.float64], crs: CRS, grid: Grid, image: str
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    x, y = points[:, 0], points[:, 1]
    if crs != grid.crs:
        x, y = transformer(crs, grid.crs).transform(x, y)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise ExtentError(
            f"The extent cannot be expressed in the coordinate system of '{image}' ({grid.crs.name}). "
            "Zoom to the image and try again.",
            image=image, crs=grid.crs.name,
        )  # fmt: skip
    return apply_affine(~grid.transform, np.asarray(x, float), np.asarray(y, float))


def _cut_to_footprint(box: _Box, grid: Grid, crs: CRS, image: str) -> _Box:
    """Cut an extent in another CRS to the image's surroundings, so that a view of the whole world can be used."""
    if box[2] > 180 and crs.is_geographic:
        return box
    corners = _edge_points((0, 0, grid.width, grid.height))
    x, y = apply_affine(grid.transform, corners[:, 0], corners[:, 1])
    x, y = transformer(grid.crs, crs).transform(x, y)
    if not (np.isfinite(x).all() and np.isfinite(y).all()) or (crs.is_geographic and np.ptp(x) > 180):
        return box
    margin_x, margin_y = 0.05 * np.ptp(x), 0.05 * np.ptp(y)
    west, south = max(box[0], x.min() - margin_x), max(box[1], y.min() - margin_y)
    east, north = min(box[2], x.max() + margin_x), min(box[3], y.max() + margin_y)
    if west >= east or south >= north:
        raise _miss(image)
    return float(west), float(south), float(east), float(north)


def _snapped(low: float, high: float, size: int) -> tuple[int, int]:
    return max(math.floor(low + _SNAP), 0), min(math.ceil(high - _SNAP), size)


def _read_polygon(text: str) -> shapely.Geometry:
    try:
        polygon = shapely.make_valid(shapely.from_wkt(text))
    except ShapelyError as error:
        raise ExtentError(f"The polygon of the extent is no WKT: {error}.") from error
    if polygon.area == 0:
        raise ExtentError("The polygon of the extent has no area. Draw it again.")
    return polygon


def _miss(image: str) -> ExtentError:
    return ExtentError(f"The extent does not meet '{image}'. Zoom to the image and try again.", image=image)
