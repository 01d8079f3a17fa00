"""Areas by class, site, commodity and place: geodesic, union before sum (DOMAIN 3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.numbers import AreaRow, AreasRequest, AreasResult, PlaceRow
from mining_monitor.contract.results import Notice
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.monitoring.places import Place, extent_polygon, read_places
from mining_monitor.engine.monitoring.sector_map import (
    SITE_CODE,
    Ground,
    SectorMap,
    load_map,
    name_of,
    overlapping_pairs,
    polygonal,
)
from mining_monitor.engine.monitoring.space import areas_m2
from mining_monitor.engine.monitoring.tables import read_lookup, require_table, write_csv
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, BY_KEY

#: ``grouping`` of all sectors together, of the polygons of an overlay, and of a joined table.
TOTAL, OVERLAY, ATTRIBUTE = "total", "overlay", "attribute"

#: Columns of the LAMES metadata that are joined where none are named (DOMAIN 1.6).
_LAMES_KEY, _LAMES_FIELD = "ID", "Metal/Commodity"

#: ``group`` of what lies in no polygon of the overlay.
OUTSIDE = "outside"

#: Sum by union from which ground counts as mapped more than once (LAMES: 1.0005).
_MAPPED_TWICE = 1.05

_COLUMNS = (
    "grouping", "group", "class", "class_key", "sectors", "sum_m2", "union_m2", "union_ha", "below_sectors",
    "below_m2", "below_share",
)  # fmt: skip


@dataclass(frozen=True)
class Units:
    """Minimum mappable unit in m2: of all classes, and where it differs by LAMES code."""

    min_area_m2: float
    by_code: Mapping[int, float]

    def of(self, code: int) -> float:
        """Return the unit of a class."""
        return self.by_code.get(code, self.min_area_m2)


def sum_areas(request: AreasRequest, job: Job) -> AreasResult:
    """Sum up the areas of sectors.

    Raises
    ------
    AnnotationsError, ParameterError, ExtentError, OutputError
    """
    require_table(request.table, (request.source.path, request.overlay, request.attributes))
    units = _units(request)
    sectors = load_map(request.source, job)
    place = None if request.extent is None else extent_polygon(request.extent)
    if place is not None:
        sectors = sectors.cut(place)
    rows = [*area_rows(sectors, units, TOTAL, [""] * len(sectors), job)]
    for grouping, groups in _groupings(request, sectors):
        rows += area_rows(sectors, units, grouping, groups, job)
    places = [] if place is None else [Place("", place)]
    overlay = read_places(request.overlay, request.overlay_layer, request.overlay_field) if request.overlay else []
    rows += _overlay_rows(sectors, units, overlay, job)
    total = next((row for row in rows if row.code is None), None)
    table = write_areas(request.table, rows) if request.table else None
    return AreasResult(
        rows=tuple(rows),
        places=tuple(_place_row(sectors, each, job) for each in (*places, *overlay)) if sectors.observed else (),
        sectors=len(sectors),
        sum_m2=total.sum_m2 if total else 0.0,
        union_m2=total.union_m2 if total else 0.0,
        observed_m2=None if sectors.observed is None else area_m2(sectors.observed),
        mapped_outside_observed_m2=_outside_m2(sectors),
        table=table,
        warnings=(
            *sectors.notices,
            *_overlap_notices(overlay),
            *_unobserved_notice(sectors),
            *_twice_notice(sectors, total),
        ),
    )


def _units(request: AreasRequest) -> Units:
    by_key = request.min_area_by_class or {}
    unknown = sorted(set(by_key) - set(BY_KEY))
    if unknown:
        raise ParameterError(f"'{unknown[0]}' is no class; known are {', '.join(BY_KEY)}.", name="min_area_by_class")
    if request.min_area_m2 < 0 or any(value < 0 for value in by_key.values()):
        raise ParameterError("The minimum mappable unit is below 0 m2; give 0 or more.", name="min_area_m2")
    return Units(request.min_area_m2, {BY_KEY[key].code: value for key, value in by_key.items()})


def _groupings(request: AreasRequest, sectors: SectorMap) -> Iterable[tuple[str, list[str]]]:
    """Yield each grouping with the group of every sector."""
    for field in request.by:
        if len(sectors) and not any(field in row for row in sectors.rows):
            raise ParameterError(f"The sectors have no field '{field}' to group by.", name="by", field=field)
        yield field, [_text(row.get(field)) for row in sectors.rows]
    if request.attributes:
        field = request.attributes_field or _LAMES_FIELD
        lookup = read_lookup(request.attributes, request.attributes_key or _LAMES_KEY, field)
        yield ATTRIBUTE, [lookup.get(_text(row.get("site_id")), "") for row in sectors.rows]


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def area_rows(sectors: SectorMap, units: Units, grouping: str, groups: Sequence[str], job: Job) -> list[AreaRow]:
    """Return a row for each group (all its classes but the whole-site class) and for each class in it.

    Parameters
    ----------
    groups : sequence of str
        Group of each sector.
    """
    least = np.array([units.of(code) for code in sectors.codes.tolist()], dtype=np.float64)
    measured = _Measured(sectors, areas_m2(sectors.geometries), sectors.whole_m2 < least)
    names = np.array(groups, dtype=object)
    rows: list[AreaRow] = []
    for group in sorted(set(groups)):
        job.check()
        members = np.flatnonzero(names == group)
        codes = sectors.codes[members]
        rows.append(_row(measured, grouping, group, None, members[codes != SITE_CODE]))
        for code in sorted(set(codes.tolist())):
            rows.append(_row(measured, grouping, group, code, members[codes == code]))
    return rows


@dataclass(frozen=True)
class _Measured:
    """Sectors with their areas in m2 and whether each is below the minimum mappable unit of its class."""

    sectors: SectorMap
    areas: npt.NDArray[np.float64]
    is_below: npt.NDArray[np.bool_]


def _row(measured: _Measured, grouping: str, group: str, code: int | None, members: npt.NDArray[np.int_]) -> AreaRow:
    below = members[measured.is_below[members]]
    return AreaRow(
        grouping=grouping,
        group=group,
        code=code,
        key="all" if code is None else BY_CODE[code].key,
        sectors=len(members),
        sum_m2=float(measured.areas[members].sum()),
        union_m2=union_m2(measured.sectors.geometries[members]),
        below_sectors=len(below),
        below_m2=float(measured.areas[below].sum()),
        sources=tuple(name_of(measured.sectors.rows[index]) for index in members.tolist()),
    )


def union_m2(geometries: npt.NDArray[Any]) -> float:
    """Return the geodesic area of the ground that polygons cover together."""
    alone = np.ones(len(geometries), dtype=bool)
    pairs = overlapping_pairs(geometries)
    alone[[index for pair in pairs for index in pair]] = False
    joined = polygonal(shapely.union_all(geometries[~alone])) if pairs else shapely.Polygon()
    return float(sum(area_m2(geometry) for geometry in geometries[alone])) + area_m2(joined)


def _overlay_rows(sectors: SectorMap, units: Units, overlay: list[Place], job: Job) -> list[AreaRow]:
    """Return rows for what lies in each place of an overlay, and outside all of them."""
    rows: list[AreaRow] = []
    for place in overlay:
        inside = sectors.cut(place.geometry)
        rows += area_rows(inside, units, OVERLAY, [place.name] * len(inside), job)
    if overlay:
        covered = shapely.union_all([place.geometry for place in overlay])
        rest = _rest(sectors, covered)
        rows += area_rows(rest, units, OVERLAY, [OUTSIDE] * len(rest), job)
    return rows


def _rest(sectors: SectorMap, covered: Any) -> SectorMap:
    rest = Ground(polygonal(covered)).outside(sectors.geometries)
    return replace(sectors, geometries=rest).only(~shapely.is_empty(rest))


def _place_row(sectors: SectorMap, place: Place, job: Job) -> PlaceRow:
    job.check()
    whole = area_m2(place.geometry)
    observed = area_m2(polygonal(shapely.intersection(sectors.observed, place.geometry)))
    inside = sectors.cut(place.geometry)
    mapped = union_m2(inside.geometries[inside.codes != SITE_CODE])
    return PlaceRow(place.name, whole, observed, max(0.0, whole - observed), mapped)


def _outside_m2(sectors: SectorMap) -> float | None:
    if sectors.observed is None:
        return None
    return union_m2(_rest(sectors.only(sectors.codes != SITE_CODE), sectors.observed).geometries)


def _overlap_notices(overlay: list[Place]) -> tuple[Notice, ...]:
    shapes = np.empty(len(overlay), dtype=object)
    shapes[:] = [place.geometry for place in overlay]
    pairs = overlapping_pairs(shapes)
    if not pairs:
        return ()
    first, second = (overlay[index].name for index in pairs[0])
    message = f"{len(pairs)} pairs of overlay polygons overlap ('{first}', '{second}'): their rows do not add up."
    return (Notice("overlay-overlaps", message, {"count": len(pairs), "first": first, "second": second}),)


def _unobserved_notice(sectors: SectorMap) -> tuple[Notice, ...]:
    if sectors.observed is not None:
        return ()
    message = "The file does not say what was observed: no sector does not mean no mine there."
    return (Notice("observed-unknown", message, {}),)


def _twice_notice(sectors: SectorMap, total: AreaRow | None) -> tuple[Notice, ...]:
    """Tell when images of several dates map the same ground: their sum is the ground of all of them together."""
    scenes = {_text(row.get("scene_id")) or _text(row.get("observed_at"))[:10] for row in sectors.rows} - {""}
    if total is None or len(scenes) < 2 or total.sum_m2 <= _MAPPED_TWICE * total.union_m2:
        return ()
    message = (
        f"Sectors of {len(scenes)} images lie over each other: areas are those of all dates together. Filter by image "
        "for one date, or compare dates with 'Detect change'."
    )
    return (Notice("several-dates", message, {"count": len(scenes)}),)


def write_areas(path: str, rows: Sequence[AreaRow]) -> str:
    """Write the rows as CSV and return the path."""
    return write_csv(path, _COLUMNS, (
        (
            row.grouping, row.group, row.code, row.key, row.sectors, round(row.sum_m2, 3), round(row.union_m2, 3),
            round(row.union_m2 / 1e4, 4), row.below_sectors, round(row.below_m2, 3),
            round(row.below_m2 / row.sum_m2, 6) if row.sum_m2 else None,
        )
        for row in rows
    ))  # fmt: skip
