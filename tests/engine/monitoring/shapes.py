"""Small sector files whose areas are known."""

from __future__ import annotations

import math

import numpy as np
import pyogrio
import shapely

#: WGS 84.
_A, _F = 6378137.0, 1 / 298.257223563


def metres_per_degree(latitude):
    """Return metres of one degree of longitude and latitude on WGS 84."""
    e2 = _F * (2 - _F)
    sine = math.sin(math.radians(latitude))
    meridian = _A * (1 - e2) / (1 - e2 * sine**2) ** 1.5
    normal = _A / math.sqrt(1 - e2 * sine**2)
    return math.radians(normal * math.cos(math.radians(latitude))), math.radians(meridian)


def box_m(west_m, south_m, width_m, height_m, origin=(-69.0, -23.0)):
    """Return a rectangle in EPSG:4326 with its corner at metres east and north of ``origin``."""
    _, y = metres_per_degree(origin[1])
    south, north = origin[1] + south_m / y, origin[1] + (south_m + height_m) / y
    x, _ = metres_per_degree((south + north) / 2)
    return shapely.box(origin[0] + west_m / x, south, origin[0] + (west_m + width_m) / x, north)


def moved_m(geometry, east_m, north_m, latitude=-23.0):
    """Return a geometry shifted by metres."""
    x, y = metres_per_degree(latitude)
    return shapely.transform(geometry, lambda xy: xy + np.array([east_m / x, north_m / y]))


def write_layer(path, geometries, crs="EPSG:4326", layer="sectors", **columns):
    """Write geometries (EPSG:4326, moved to ``crs``) with columns as a GeoPackage or GeoJSON layer."""
    from pyproj import Transformer

    to_crs = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    moved = shapely.transform(np.array(geometries, dtype=object), lambda xy: np.column_stack(to_crs.transform(*xy.T)))
    data = [np.array(values, dtype=object if isinstance(values[0], (str, type(None))) else None)
            for values in columns.values()]  # fmt: skip
    kinds = {g.geom_type for g in geometries}
    pyogrio.raw.write(
        str(path), geometry=shapely.to_wkb(moved), field_data=data, fields=list(columns), layer=layer, crs=crs,
        geometry_type=kinds.pop() if len(kinds) == 1 else "Unknown", append=path.exists(),
        driver="GPKG" if path.suffix == ".gpkg" else "GeoJSON",
    )  # fmt: skip
    return path
