"""Places to look at: an extent or the polygons of an overlay, in EPSG:4326."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.errors import ShapelyError

from mining_monitor.contract.errors import ExtentError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.engine.annotation.sector_table import read_sectors
from mining_monitor.engine.imagery.crs import read_crs
from mining_monitor.engine.monitoring.sector_map import on_earth, polygonal, valid
from mining_monitor.schema.fields import STORAGE_CRS

#: Pieces that an edge is cut into before it is transformed.
_EDGE_PIECES = 64


@dataclass(frozen=True)
class Place:
    """A named polygon in EPSG:4326."""

    name: str
    geometry: Any


def extent_polygon(extent: Extent) -> Any:
    """Return the ground of an extent in EPSG:4326; an extent without CRS is in degrees.

    Raises
    ------
    ExtentError
        It has no size, its polygon is no WKT, or it lies outside its CRS.
    """
    shape = shapely.box(extent.west, extent.south, extent.east, extent.north)
    if not (extent.west < extent.east and extent.south < extent.north):
        raise ExtentError("The extent has no size: west must be below east and south below north.")
    if extent.polygon is not None:
        try:
            shape = shapely.intersection(shape, valid(shapely.from_wkt(extent.polygon)))
        except ShapelyError as error:
            raise ExtentError(f"The extent's polygon is no WKT: {error}.") from error
    crs = read_crs(extent.crs or STORAGE_CRS, name="the extent")
    longest = max(extent.east - extent.west, extent.north - extent.south)
    moved = _to_degrees(shapely.segmentize(shape, longest / _EDGE_PIECES), crs)
    place = polygonal(valid(moved))
    if shapely.is_empty(place):
        raise ExtentError("The extent's polygon has no area within its rectangle.")
    return place


def _to_degrees(shape: Any, crs: Any) -> Any:
    transformer = Transformer.from_crs(crs, STORAGE_CRS, always_xy=True)
    moved = shapely.transform(shape, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        raise ExtentError("The extent lies outside its coordinate reference system.")
    return moved


def read_places(path: str, layer: str, field: str) -> list[Place]:
    """Read the polygons of an overlay, those of one name joined; without ``field`` all are one place.

    Raises
    ------
    AnnotationsError, ParameterError
    """
    table = read_sectors(path, layer)
    if field and field not in table.columns:
        raise ParameterError(f"{path} has no field '{field}'; it has {', '.join(table.columns)}.", name="OVERLAY")
    by_name: dict[str, list[Any]] = {}
    for geometry, row in zip(table.geometries, table.rows, strict=True):
        polygon = on_earth(geometry)
        if polygon is not None:
            value = row.get(field) if field else table.name
            by_name.setdefault("" if value is None else str(value).strip(), []).append(polygon)
    return [Place(name, polygonal(shapely.union_all(shapes))) for name, shapes in sorted(by_name.items())]
