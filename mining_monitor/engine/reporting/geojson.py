"""GeoJSON in two profiles: ``lames`` as published, ``report`` as RFC 7946 (CONTRACT 3)."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.contract.results import ExportResult, Notice
from mining_monitor.engine.annotation.sector_table import SectorTable, class_of, read_sectors
from mining_monitor.engine.files import is_same_file, whole_file
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.generalise import (
    DARWIN_CORE_TERMS,
    GRIDS,
    SENSITIVE_CODES,
    SENSITIVE_GRID,
    generalise_row,
    to_cells,
)
from mining_monitor.engine.reporting.release_note import note_release
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import (
    COORDINATE_DECIMALS,
    LAMES_KML_LEFTOVERS,
    LAMES_PROPERTY_ORDER,
    SECTOR_FIELDS,
)
from mining_monitor.schema.review import REJECTED, STATES

PROFILES = ("lames", "report")

_ISO_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_DATE_FIELDS = ("date", "date2")
#: LAMES pads these with one blank on either side (DOMAIN 1.3).
_PADDED = ("date", "date2", "system")
#: Layers that cross the antimeridian go on to 360 degrees; NaN and anything larger is no place.
_LONGEST_DEG = 360.0
_BINARY_NOISE = re.compile(r"(0{5}|9{5})\d$")
_LAMES_CRS = '"crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },\n'


def export_geojson(request: ExportGeoJsonRequest, job: Job, *, is_release: bool = True) -> ExportResult:
    """Write sectors as GeoJSON; the file is whole or absent.

    A file that stays with whoever made it (``detect --out x.geojson``) is no release and needs no note.

    Raises
    ------
    ParameterError, AnnotationsError, OutputError
    """
    _check(request)
    table = read_sectors(request.input, request.layer, request.where)
    chosen, left_out = _choose(table, request.states)
    notices = list(_without_class(table, chosen))
    write = _write_lames if request.profile == "lames" else _write_report
    path = Path(request.output)
    digest = hashlib.sha256()
    grids = _grids(request, table, chosen, notices)
    with whole_file(path) as partial, partial.open("wb") as file:
        for text in write(table, chosen, grids, notices):
            job.check()
            data = text.encode("utf-8")
            digest.update(data)
            file.write(data)
        if is_release and "none" in grids and (_is_asked_for(request) or _shows_artisanal(table, chosen, grids)):
            note_release(request, path, digest.hexdigest(), [class_of(table.rows[index]) for index in chosen])
    return ExportResult(str(path), len(chosen), digest.hexdigest(), left_out, tuple(notices))


def _check(request: ExportGeoJsonRequest) -> None:
    if request.profile not in PROFILES:
        raise ParameterError(
            f"PROFILE is '{request.profile}'; it must be one of {', '.join(PROFILES)}.", name="PROFILE"
        )
    if request.generalise not in ("", *GRIDS):
        raise ParameterError(
            f"GENERALISE is '{request.generalise}'; it must be one of {', '.join(GRIDS)}.", name="GENERALISE"
        )
    unknown = [state for state in request.states if state not in STATES]
    if unknown:
        raise ParameterError(f"STATES holds '{unknown[0]}'; known are {', '.join(STATES)}.", name="STATES")
    if not request.output:
        raise ParameterError("OUTPUT is empty; name the file to write.", name="OUTPUT")
    if is_same_file(Path(request.input), Path(request.output)):
        raise ParameterError(f"OUTPUT is {request.output}, which is also read. Choose another name.", name="OUTPUT")


def _choose(table: SectorTable, states: tuple[str, ...]) -> tuple[list[int], dict[str, int]]:
    """Return the indices to write and how many are left out by reason.

    Sectors of files without review states (LAMES as published) count as chosen unless states were named.
    """
    wanted = states or tuple(state for state in STATES if state != REJECTED)
    chosen: list[int] = []
    left_out: dict[str, int] = {}
    for index, (geometry, row) in enumerate(zip(table.geometries, table.rows, strict=True)):
        state = row.get("state")
        if geometry is None or shapely.is_empty(geometry):
            reason = "no geometry"
        elif geometry.geom_type not in ("Polygon", "MultiPolygon"):
            reason = "no polygon"
        elif not _is_on_earth(geometry):
            reason = "coordinates beyond the earth"
        elif state not in wanted and not (not states and state in (None, "")):
            reason = f"state {state or 'none'}"
        else:
            chosen.append(index)
            continue
        left_out[reason] = left_out.get(reason, 0) + 1
    return chosen, left_out


def _is_on_earth(geometry: Any) -> bool:
    """Tell whether all coordinates are degrees; NaN and infinity are none."""
    xy = shapely.get_coordinates(geometry)
    return bool((np.abs(xy) <= (_LONGEST_DEG, 90.0 + 1e-9)).all())


def _grids(request: ExportGeoJsonRequest, table: SectorTable, chosen: list[int], notices: list[Notice]) -> list[str]:
    """Return the grid of each sector to write.

    Artisanal sites are generalised unless somebody asks for exact places or states a purpose (DOMAIN 4.5): where
    people dig for their living is released on purpose or not at all. Profile ``lames`` gives back what it was given.
    """
    if request.generalise or request.purpose.strip() or request.profile == "lames":
        return [request.generalise or "none"] * len(chosen)
    grids = [SENSITIVE_GRID if class_of(table.rows[index]) in SENSITIVE_CODES else "none" for index in chosen]
    count = len(grids) - grids.count("none")
    if count:
        message = (
            f"{count} artisanal sites were written as cells of {SENSITIVE_GRID} degrees. To release where they are, "
            "choose no generalisation, or state the purpose and the recipient."
        )
        notices.append(Notice("artisanal-generalised", message, {"count": count, "grid": SENSITIVE_GRID}))
    return grids


def _is_asked_for(request: ExportGeoJsonRequest) -> bool:
    """Tell whether somebody chose full resolution; profile ``lames`` gives back what it was given."""
    return bool(request.purpose.strip()) or (request.profile == "report" and request.generalise == "none")


def _shows_artisanal(table: SectorTable, chosen: list[int], grids: list[str]) -> bool:
    return any(
        grid == "none" and class_of(table.rows[index]) in SENSITIVE_CODES
        for index, grid in zip(chosen, grids, strict=True)
    )


def _without_class(table: SectorTable, chosen: list[int]) -> tuple[Notice, ...]:
    count = sum(class_of(table.rows[index]) is None for index in chosen)
    if not count:
        return ()
    message = f"{count} sectors have none of the classes 0 to 9 and were written without one; give them a class."
    return (Notice("no-class", message, {"count": count}),)


# profile lames ------------------------------------------------------------------------------------------------------


def _write_lames(table: SectorTable, chosen: list[int], grids: list[str], notices: list[Notice]) -> Iterator[str]:
    """Yield the file as the published one is laid out: one feature a line, CRS84 member, 3-D coordinates."""
    name = json.dumps(table.name, ensure_ascii=False)
    yield f'{{\n"type": "FeatureCollection",\n"name": {name},\n{_LAMES_CRS}"features": [\n'
    for position, (index, grid) in enumerate(zip(chosen, grids, strict=True)):
        row, geometry = dict(table.rows[index]), table.geometries[index]
        if grid != "none":
            geometry, row = to_cells(geometry, grid), generalise_row(row, grid)
        properties = json.dumps(lames_properties(row), ensure_ascii=False)
        properties = "{ " + properties[1:-1] + " }"
        separator = ",\n" if position + 1 < len(chosen) else "\n"
        yield (
            f'{{ "type": "Feature", "properties": {properties}, '
            f'"geometry": {_geometry_text(geometry, _lames_position)} }}{separator}'
        )
    yield "]\n}\n"


def lames_properties(row: Mapping[str, Any]) -> dict[str, Any]:
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


def _lames_position(position: Any) -> str:
    x, y = position[0], position[1]
    z = position[2] if len(position) > 2 and np.isfinite(position[2]) else 0.0
    return f"[ {_number(x)}, {_number(y)}, {_number(z)} ]"


def _number(value: float) -> str:
    """Write a coordinate as GDAL wrote the published file: 17 digits, 15 where the rest is binary noise."""
    text = format(float(value), ".17g")
    if _BINARY_NOISE.search(format(float(value), "#.17g")):
        text = format(float(value), ".15g")
    return text if any(mark in text for mark in ".en") else text + ".0"


# profile report -----------------------------------------------------------------------------------------------------


def _write_report(table: SectorTable, chosen: list[int], grids: list[str], notices: list[Notice]) -> Iterator[str]:
    """Yield RFC 7946: WGS 84, no ``crs`` member, exterior rings counter-clockwise, 7 decimals."""
    yield '{"type": "FeatureCollection", "features": [\n'
    bad_dates = 0
    for position, (index, grid) in enumerate(zip(chosen, grids, strict=True)):
        row, geometry = dict(table.rows[index]), table.geometries[index]
        bad_dates += sum(_is_bad_date(row.get(name)) for name in _DATE_FIELDS)
        properties = report_properties(row)
        if properties["area_m2"] is None:
            properties["area_m2"] = area_m2(geometry)
        if grid != "none":
            geometry, properties = to_cells(geometry, grid), generalise_row(properties, grid)
        else:
            geometry = report_geometry(geometry)
        feature = json.dumps(properties, ensure_ascii=False, allow_nan=False)
        separator = ",\n" if position + 1 < len(chosen) else "\n"
        shape = _geometry_text(geometry, _report_position)
        yield f'{{"type": "Feature", "geometry": {shape}, "properties": {feature}}}{separator}'
    yield "]}\n"
    if bad_dates:
        message = f"{bad_dates} dates are no ISO dates and were written as they are; correct them before you publish."
        notices.append(Notice("bad-dates", message, {"count": bad_dates}))


def _is_bad_date(value: Any) -> bool:
    return value not in (None, "") and not _ISO_DATE.fullmatch(str(value).strip())


def report_properties(row: Mapping[str, Any]) -> dict[str, Any]:
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


def _report_position(position: Any) -> str:
    return f"[{_rounded(position[0])}, {_rounded(position[1])}]"


def _rounded(value: float) -> str:
    return repr(round(float(value), COORDINATE_DECIMALS) + 0.0)


# both ---------------------------------------------------------------------------------------------------------------


def _geometry_text(geometry: Any, write_position: Callable[[Any], str]) -> str:
    """Return the geometry member; blanks inside brackets as in the published file where positions have them."""
    blank = " " if write_position is _lames_position else ""

    def brackets(parts: list[str]) -> str:
        return f"[{blank}" + ", ".join(parts) + f"{blank}]"

    def polygon(shape: Any) -> str:
        rings = [shape.exterior, *shape.interiors]
        has_z = bool(shape.has_z)
        positions = (shapely.get_coordinates(ring, include_z=has_z) for ring in rings)
        return brackets([brackets([write_position(p) for p in ring.tolist()]) for ring in positions])

    if geometry.geom_type == "Polygon":
        coordinates = polygon(geometry)
    else:
        coordinates = brackets([polygon(part) for part in shapely.get_parts(geometry)])
    blanks = "{ " if blank else "{", " }" if blank else "}"
    return f'{blanks[0]}"type": "{geometry.geom_type}", "coordinates": {coordinates}{blanks[1]}'
