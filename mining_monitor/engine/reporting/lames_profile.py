"""Profile ``lames``: GeoJSON as it was published, byte for byte on a round trip (CONTRACT 3)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation.sector_table import SectorTable, class_of
from mining_monitor.engine.reporting.generalise import DARWIN_CORE_TERMS, generalise_row, to_cells
from mining_monitor.engine.reporting.geojson_text import geometry_text
from mining_monitor.schema.fields import LAMES_KML_LEFTOVERS, LAMES_PROPERTY_ORDER

#: LAMES pads these with one blank on either side (DOMAIN 1.3).
_PADDED = ("date", "date2", "system")
_BINARY_NOISE = re.compile(r"(0{5}|9{5})\d$")
_LAMES_CRS = '"crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },\n'


def write_lames(table: SectorTable, chosen: list[int], grids: list[str], notices: list[Notice]) -> Iterator[str]:
    """Yield the file as the published one is laid out: one feature a line, CRS84 member, 3-D coordinates."""
    name = json.dumps(table.name, ensure_ascii=False)
    yield f'{{\n"type": "FeatureCollection",\n"name": {name},\n{_LAMES_CRS}"features": [\n'
    for position, (index, grid) in enumerate(zip(chosen, grids, strict=True)):
        row, geometry = dict(table.rows[index]), table.geometries[index]
        if grid != "none":
            geometry, row = to_cells(geometry, grid), generalise_row(row, grid)
        properties = json.dumps(_properties(row), ensure_ascii=False)
        properties = "{ " + properties[1:-1] + " }"
        separator = ",\n" if position + 1 < len(chosen) else "\n"
        yield (
            f'{{ "type": "Feature", "properties": {properties}, '
            f'"geometry": {geometry_text(geometry, _position, blank=" ")} }}{separator}'
        )
    yield "]\n}\n"


def _properties(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the published properties in their order; ``date2`` only where there is one (DOMAIN 1.3)."""
    properties: dict[str, Any] = {}
    for key in LAMES_PROPERTY_ORDER:
        if key in LAMES_KML_LEFTOVERS:
            properties[key] = row.get(key, LAMES_KML_LEFTOVERS[key])
        elif key == "class":
            properties[key] = class_of(row)
        elif key == "date2" and row.get(key) in (None, ""):
            continue
        elif key in _PADDED:
            properties[key] = _padded(row.get(key))
        else:
            properties[key] = None if row.get(key) is None else str(row[key])
    properties.update({term: row[term] for term in DARWIN_CORE_TERMS if term in row})
    return properties


def _padded(value: Any) -> str | None:
    """Return a text with one blank on either side; one that has blanks already stays byte for byte."""
    if value is None:
        return None
    text = str(value)
    return text if text != text.strip() else f" {text} "


def _position(position: Any) -> str:
    x, y = position[0], position[1]
    z = position[2] if len(position) > 2 and np.isfinite(position[2]) else 0.0
    return f"[ {_number(x)}, {_number(y)}, {_number(z)} ]"


def _number(value: float) -> str:
    """Write a coordinate as GDAL wrote the published file: 17 digits, 15 where the rest is binary noise."""
    text = format(float(value), ".17g")
    if _BINARY_NOISE.search(format(float(value), "#.17g")):
        text = format(float(value), ".15g")
    return text if any(mark in text for mark in ".en") else text + ".0"
