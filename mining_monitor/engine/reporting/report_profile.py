"""Profile ``report``: GeoJSON after RFC 7946, with the fields of a sector (CONTRACT 3)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import shapely

from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation.sector_table import SectorTable, class_of
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.reporting.generalise import generalise_row, to_cells
from mining_monitor.engine.reporting.geojson_text import geometry_text
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import COORDINATE_DECIMALS, SECTOR_FIELDS

_ISO_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_DATE_FIELDS = ("date", "date2")


def write_report(table: SectorTable, chosen: list[int], grids: list[str], notices: list[Notice]) -> Iterator[str]:
    """Yield RFC 7946: WGS 84, no ``crs`` member, exterior rings counter-clockwise, 7 decimals."""
    yield '{"type": "FeatureCollection", "features": [\n'
    bad_dates = 0
    for position, (index, grid) in enumerate(zip(chosen, grids, strict=True)):
        row, geometry = dict(table.rows[index]), table.geometries[index]
        bad_dates += sum(_is_bad_date(row.get(name)) for name in _DATE_FIELDS)
        properties = _properties(row)
        if properties["area_m2"] is None:
            properties["area_m2"] = area_m2(geometry)
        if grid != "none":
            geometry, properties = to_cells(geometry, grid), generalise_row(properties, grid)
        else:
            geometry = report_geometry(geometry)
        feature = json.dumps(properties, ensure_ascii=False, allow_nan=False)
        separator = ",\n" if position + 1 < len(chosen) else "\n"
        shape = geometry_text(geometry, _position)
        yield f'{{"type": "Feature", "geometry": {shape}, "properties": {feature}}}{separator}'
    yield "]}\n"
    if bad_dates:
        message = f"{bad_dates} dates are no ISO dates and were written as they are; correct them before you publish."
        notices.append(Notice("bad-dates", message, {"count": bad_dates}))


def _is_bad_date(value: Any) -> bool:
    return value not in (None, "") and not _ISO_DATE.fullmatch(str(value).strip())


def _properties(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of CONTRACT 3 in order: texts trimmed, numbers finite, what is absent null."""
    properties: dict[str, Any] = {}
    code = class_of(row)
    for field in SECTOR_FIELDS:
        value = row.get(field.name)
        if field.name == "class":
            value = code
        elif field.name == "class_key":
            value = BY_CODE[code].key if code in BY_CODE else None
        elif field.kind == "text" and value is not None:
            value = str(value).strip() or None
        elif field.kind == "real":
            value = _real(value)
        properties[field.name] = value
    return properties


def _real(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def report_geometry(geometry: Any) -> Any:
    """Return a 2-D geometry on the 7-decimal grid, exterior rings counter-clockwise.

    Vertices are rounded one by one, so that shared borders stay shared; a polygon that this makes invalid is
    mended on the same grid.
    """
    flat = shapely.force_2d(geometry)
    rounded = shapely.transform(flat, lambda xy: np.round(xy, COORDINATE_DECIMALS))
    if shapely.is_valid(flat) and not shapely.is_valid(rounded):
        mended = shapely.set_precision(flat, 10.0**-COORDINATE_DECIMALS)
        polygons = [p for p in shapely.get_parts(mended) if p.geom_type == "Polygon" and not p.is_empty]
        if polygons:
            rounded = polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)
    return shapely.orient_polygons(rounded, exterior_cw=False)


def _position(position: Any) -> str:
    return f"[{_rounded(position[0])}, {_rounded(position[1])}]"


def _rounded(value: float) -> str:
    return repr(round(float(value), COORDINATE_DECIMALS) + 0.0)
