"""Areas on the ellipsoid: the only ones that are ever reported (DOMAIN 3.1)."""

from __future__ import annotations

from typing import Any

import shapely
from pyproj import Geod

_WGS84 = Geod(ellps="WGS84")


def area_m2(geometry: Any) -> float:
    """Return the geodesic area on WGS 84 of a polygon or multipolygon in EPSG:4326, holes subtracted.

    References
    ----------
    Karney 2013, through PROJ; DOMAIN 3.1.
    """
    if shapely.is_empty(geometry):
        return 0.0
    area, _ = _WGS84.geometry_area_perimeter(shapely.orient_polygons(shapely.force_2d(geometry)))
    return abs(float(area))
