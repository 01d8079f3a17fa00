"""Magic select: a click becomes nested regions along the edges of the image and of the last run's class map."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from rasterio.features import shapes
from shapely.geometry import shape

from mining_monitor.contract.growing import GrownStep, GrowRegionRequest, GrowRegionResult
from mining_monitor.engine.annotation import growing_flood as flood
from mining_monitor.engine.annotation.growing_ground import Ground, read_ground
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.imagery.ground import ToLonLat
from mining_monitor.engine.imagery.source import open_image
from mining_monitor.engine.progress import Job

#: Outlines are simplified to this share of a cell.
_SIMPLIFY_CELLS = 0.6

#: Decimals of a degree: 1 cm (DOMAIN 1.4).
_DECIMALS = 7

#: Beyond 180 degrees begins another polygon: the side of the click is kept.
_EARTH = shapely.box(-180, -90, 180, 90)

#: Regions below this many cells are no first guess.
_GUESS_CELLS = 25


def grow_region(request: GrowRegionRequest, job: Job) -> GrowRegionResult:
    """Grow a region from the points of a request.

    Raises
    ------
    ExtentError
        A point lies beside the image or where it has no data.
    ImageError, ImageWithoutCrsError, ParameterError
    """
    begin = time.monotonic()
    with open_image(request.image) as image:
        ground = read_ground(image, request, job.check)
    job.check()
    picture, valid = flood.picture_of(ground.cells), ground.cells.valid
    reached = flood.costs(ground.cells, picture, ground.seeds)
    edges, place = flood.Edges(picture, valid), _placer(ground, request.points[0][0])
    steps, likeness = [], []
    for region in flood.nested(reached, valid, ground.seeds[0], job.check):
        polygon = _outline(region, place)
        if polygon is not None:
            steps.append(GrownStep(shapely.to_wkt(polygon, rounding_precision=_DECIMALS), area_m2(polygon)))
            likeness.append(edges.likeness(region) if region.size >= _GUESS_CELLS else 0.0)
    return GrowRegionResult(
        steps=tuple(steps),
        guess=int(np.argmax(likeness)) if likeness else 0,
        cell_m=ground.cell_m,
        has_scores=ground.cells.classes is not None,
        seconds=time.monotonic() - begin,
    )


def _placer(ground: Ground, lon: float) -> Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]:
    """Return what puts corners of cells into EPSG:4326, near a longitude: nothing jumps at 180 degrees."""
    to_lonlat = ToLonLat(ground.grid)

    def place(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        lons, lats = to_lonlat(points[:, 0], points[:, 1])
        turns = np.where(np.isfinite(lons), np.round((lons - lon) / 360), 0)
        return np.column_stack((lons - 360 * turns, lats))

    return place


def _outline(
    region: flood.Region, place: Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]
) -> shapely.Polygon | None:
    """Return the polygon of a region in EPSG:4326; None where it has no position on the earth."""
    transform = Affine.translation(region.col_off, region.row_off)
    found = shapes(region.mask.astype(np.uint8), mask=region.mask, connectivity=4, transform=transform)
    simple = shapely.simplify(shape(next(found)[0]), _SIMPLIFY_CELLS)
    placed = shapely.transform(simple, place)
    west, _, east, _ = shapely.bounds(placed)
    if not np.isfinite(shapely.get_coordinates(placed)).all():
        return None
    if west < -180 or east > 180:
        placed = shapely.intersection(placed, _EARTH)
    rounded = shapely.set_precision(placed, 10.0**-_DECIMALS)
    parts = [part for part in shapely.get_parts(rounded) if isinstance(part, shapely.Polygon)]
    return max(parts, key=lambda part: part.area, default=None)
