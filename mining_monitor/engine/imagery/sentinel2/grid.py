"""The grid that scenes are read onto: 10, 20 or 60 m, aligned to the tiles' own pixels (DOMAIN 2.5)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from pyproj import CRS

from mining_monitor.contract.errors import ExtentError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.engine.imagery.crs import read_crs
from mining_monitor.engine.imagery.extent import window_of
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.ground import EQUAL_AREA_CRS, apply_affine, ground_gsd_m, spans_globe, transformer
from mining_monitor.engine.imagery.sentinel2.sources import SceneSource, damaged

#: Sizes of Sentinel-2 pixels.
RESOLUTIONS_M = (10.0, 20.0, 60.0)

#: Pieces that a side of a footprint is cut into before it is transformed to another CRS.
_PIECES = 32

#: Pixels that an output may have: a disk holds them, and 32-bit counts.
_MOST_PIXELS = 4_000_000_000


@dataclass(frozen=True)
class Target:
    """Where scenes are read to.

    Attributes
    ----------
    grid : Grid
    asked_pixels : float
        Pixels of ``grid``'s size that the asked extent has, those beyond all scenes included.
    """

    grid: Grid
    asked_pixels: float


def scene_grid(scene: SceneSource, name: str, resolution_m: float) -> Grid:
    """Return the grid of a scene's band, read from its file.

    Raises
    ------
    ImageError
        The file is missing, damaged, or not laid out north-up with square pixels.
    """
    band = scene.band(name, resolution_m)
    with scene.environment(), scene.open(band) as dataset:
        transform, width, height = dataset.transform, dataset.width, dataset.height
    if transform.b or transform.d or transform.a <= 0 or abs(transform.a + transform.e) > 1e-6 * transform.a:
        raise damaged(scene, band, ValueError("its pixels are not square and north-up"))
    return Grid(read_crs(scene.crs, name=scene.scene_id), transform, width, height)


def target_grid(
    scenes: Sequence[SceneSource], grids: Sequence[Grid], extent: Extent | None, crs: str, resolution_m: float
) -> Target:
    """Return the output's grid.

    In a UTM zone of the scenes it shares the pixel corners of the first scene of that zone, so that bands of 20 and
    60 m fall on whole pixels. In another CRS pixels measure ``resolution_m`` on the ground at the centre.

    Raises
    ------
    ParameterError, ExtentError
        The resolution or the CRS cannot be used; the extent meets no scene.
    """
    if resolution_m not in RESOLUTIONS_M:
        raise ParameterError(f"RESOLUTION is {resolution_m:g} m; it must be 10, 20 or 60.", name="RESOLUTION")
    names = ", ".join(scene.scene_id for scene in scenes[:3])
    chosen = read_crs(crs, name="the output") if crs else _best_zone(grids, extent, names)
    inside = [grid for grid in grids if grid.crs == chosen]
    whole = _whole(grids, chosen, inside[0] if inside else None, resolution_m)
    window = window_of(extent, whole, image=names)
    if window.width * window.height > _MOST_PIXELS or (spans_globe(whole) and extent is None):
        raise ExtentError(
            f"The output would be {window.width} x {window.height} pixels. Choose a smaller extent.",
            width=window.width, height=window.height,
        )  # fmt: skip
    asked = float(window.width * window.height) if extent is None else _asked_pixels(extent, whole, window)
    return Target(whole.window(window), asked)


def _best_zone(grids: Sequence[Grid], extent: Extent | None, names: str) -> CRS:
    """Return the zone whose scenes cover most of the extent; of equals the one that comes first."""
    shares: dict[str, tuple[float, CRS]] = {}
    asked = _extent_shape(extent, grids[0].crs) if extent is not None else None
    for grid in grids:
        key = grid.crs.to_wkt()
        if key in shares:
            continue
        shapes = [footprint(other, EQUAL_AREA_CRS) for other in grids if other.crs == grid.crs]
        union = shapely.union_all(shapes)
        shares[key] = ((union.intersection(asked) if asked is not None else union).area, grid.crs)
    area, crs = max(shares.values(), key=lambda item: item[0])
    if asked is not None and area <= 0:
        raise ExtentError(f"The extent does not meet '{names}'. Zoom to the scenes and try again.", image=names)
    return crs


def _edges(box: tuple[float, float, float, float]) -> shapely.Geometry:
    frame = shapely.box(*box)
    return shapely.segmentize(frame, max(box[2] - box[0], box[3] - box[1]) / _PIECES)


def footprint(grid: Grid, where: CRS | str | Grid) -> shapely.Geometry:
    """Return a grid's outline in another CRS or in pixels of another grid, with its edges cut into pieces."""
    to_crs = transformer(grid.crs, where.crs if isinstance(where, Grid) else where)

    def moved(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        x, y = to_crs.transform(*apply_affine(grid.transform, points[:, 0], points[:, 1]))
        return np.column_stack(apply_affine(~where.transform, x, y) if isinstance(where, Grid) else (x, y))

    return shapely.make_valid(shapely.transform(_edges((0, 0, grid.width, grid.height)), moved))


def _extent_shape(extent: Extent, default: CRS) -> shapely.Geometry | None:
    """Return an extent in the equal-area CRS; None where it cannot be expressed there (a view of the whole world)."""
    crs = read_crs(extent.crs, name="the extent") if extent.crs else default
    box = (extent.west, extent.south, extent.east, extent.north)
    if not all(math.isfinite(value) for value in box) or box[0] >= box[2] or box[1] >= box[3]:
        return None
    to_crs = transformer(crs, EQUAL_AREA_CRS)
    shape = shapely.transform(_edges(box), lambda p: np.column_stack(to_crs.transform(p[:, 0], p[:, 1])))
    return shapely.make_valid(shape) if np.isfinite(shapely.get_coordinates(shape)).all() else None


def _whole(grids: Sequence[Grid], crs: CRS, anchor: Grid | None, resolution_m: float) -> Grid:
    """Return the grid of all scenes together in a CRS, snapped to whole pixels."""
    shapes = [footprint(grid, crs) for grid in grids]
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    if not all(math.isfinite(value) for value in (west, south, east, north)):
        raise ParameterError(f"The scenes cannot be expressed in '{crs.name}'. Choose another CRS.", name="CRS")
    if anchor is not None:
        size = (resolution_m, resolution_m)
        corner = (anchor.transform.c, anchor.transform.f)
    else:
        size, corner = _ground_size(crs, (west, south, east, north), resolution_m), (0.0, 0.0)
    left, right = _snapped(west, east, corner[0], size[0])
    bottom, top = _snapped(south, north, corner[1], size[1])
    transform = Affine(size[0], 0.0, corner[0] + left * size[0], 0.0, -size[1], corner[1] + top * size[1])
    return Grid(crs, transform, max(right - left, 1), max(top - bottom, 1))


def _ground_size(crs: CRS, bounds: tuple[float, float, float, float], metres: float) -> tuple[float, float]:
    """Return the size of a pixel in units of a CRS that measures ``metres`` on the ground at the centre."""
    west, south, east, north = bounds
    side = max(east - west, north - south) / 1000
    probe = Grid(crs, Affine(side, 0, (west + east) / 2 - side / 2, 0, -side, (south + north) / 2 + side / 2), 1, 1)
    gsd = ground_gsd_m(probe)
    return side * metres / gsd[0], side * metres / gsd[1]


def _snapped(low: float, high: float, origin: float, size: float) -> tuple[int, int]:
    return math.floor((low - origin) / size + 1e-6), math.ceil((high - origin) / size - 1e-6)


def _asked_pixels(extent: Extent, whole: Grid, window: Window) -> float:
    """Return the pixels of the asked extent; where it cannot be measured, those of the window."""
    shape = _extent_shape(extent, whole.crs)
    seen = footprint(whole.window(window), EQUAL_AREA_CRS)
    pixels = float(window.width * window.height)
    if shape is None or seen.area <= 0 or shape.area <= seen.area:
        return pixels
    return pixels * float(shape.area) / float(seen.area)
