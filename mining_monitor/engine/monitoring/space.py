"""Flat spaces to work in: one that keeps areas, one that keeps short distances."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.imagery.ground import EQUAL_AREA_CRS, WGS84
from mining_monitor.schema.fields import STORAGE_CRS

#: Longest edge in degrees when polygons go to equal-area space: the area error of an edge stays far below 1e-6.
_EDGE_DEG = 0.1


def to_equal_area(geometry: Any) -> Any:
    """Return a geometry (EPSG:4326) in equal-area space, metres."""
    return shapely.transform(shapely.segmentize(geometry, _EDGE_DEG), _mover(STORAGE_CRS, EQUAL_AREA_CRS))


def from_equal_area(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return positions in equal-area space as (longitude, latitude), shape (n, 2)."""
    return _mover(EQUAL_AREA_CRS, STORAGE_CRS)(xy)


def _mover(source: str, target: str) -> Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]:
    transformer = Transformer.from_crs(source, target, always_xy=True)
    return lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))


class LocalMetres:
    """Degrees to metres and back around a geometry: a scale for each axis, taken at its middle.

    Distances within 10 km of the middle are right to about one part in a thousand (at 60 degrees of latitude), which is
    what a tolerance of metres needs; areas are never taken here.
    """

    def __init__(self, geometry: Any) -> None:
        west, south, east, north = shapely.bounds(geometry).tolist()
        self._origin = np.array([(west + east) / 2, (south + north) / 2])
        sine = math.sin(math.radians(self._origin[1]))
        flat = 1 - WGS84.es * sine**2
        normal, meridian = WGS84.a / math.sqrt(flat), WGS84.a * (1 - WGS84.es) / flat**1.5
        parallel = max(normal * math.sqrt(1 - sine**2), 1.0)
        self._metres = np.radians(np.array([parallel, meridian]))

    def flat(self, geometry: Any) -> Any:
        """Return a geometry in metres from the middle."""
        return shapely.transform(geometry, lambda xy: (xy - self._origin) * self._metres)

    def back(self, geometry: Any) -> Any:
        """Return a geometry in EPSG:4326."""
        return shapely.transform(geometry, lambda xy: xy / self._metres + self._origin)


def surroundings(geometry: Any, distance_m: float) -> Any:
    """Return the ground within about a distance of a polygon (EPSG:4326): holes filled, the outline simplified.

    The outline is within a fiftieth of the distance: for neighbourhoods, where exact buffers of outlines with
    thousands of vertices would take minutes.
    """
    metres = LocalMetres(geometry)
    shells = shapely.polygons(shapely.get_exterior_ring(shapely.get_parts(metres.flat(geometry))))
    plain = shapely.simplify(shapely.union_all(shells), distance_m / 50)
    return metres.back(shapely.buffer(plain, distance_m, quad_segs=4))


def areas_m2(geometries: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Return the geodesic area of each polygon or multipolygon in EPSG:4326."""
    return np.array([area_m2(geometry) for geometry in geometries], dtype=np.float64)
