"""Any polygon layer that GDAL opens, as raw features."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shapely

from mining_monitor.engine.annotation.raw_features import RawFeature, RawFile, is_on_earth, joined
from mining_monitor.engine.annotation.rings import polygon_parts
from mining_monitor.engine.annotation.sector_table import read_sectors


def read_layer(path: str, layer: str = "", check: Callable[[], None] = lambda: None, where: str = "") -> RawFile:
    """Read a layer; coordinates are brought to EPSG:4326.

    Raises
    ------
    AnnotationsError
        The file cannot be read, has no such layer, no CRS, or no polygons.
    """
    check()
    table = read_sectors(path, layer, where, keep_odd=True)
    features = []
    for number, (geometry, row) in enumerate(zip(table.geometries, table.rows, strict=True), 1):
        check()
        shape, missing = _polygonal(geometry)
        features.append(RawFeature(number, row, shape, missing))
    return RawFile("layer", table.name, features)


def _polygonal(geometry: Any) -> tuple[Any, str]:
    if geometry is None or shapely.is_empty(geometry):
        return None, "no geometry"
    flat = shapely.force_2d(geometry)
    parts = [flat] if flat.geom_type == "Polygon" else polygon_parts(flat)
    if not parts:
        return None, "no polygon"
    shape = joined(parts)
    return (shape, "") if is_on_earth(shape) else (None, "coordinates beyond the earth")
