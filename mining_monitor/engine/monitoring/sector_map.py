"""Sectors as a map of the ground: valid polygons with their class, and what was observed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation.raw_features import is_on_earth
from mining_monitor.engine.annotation.sector_table import SectorTable, class_of, read_sectors
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.neighbours import touching_pairs
from mining_monitor.engine.progress import Job
from mining_monitor.engine.vector_path import layer_names
from mining_monitor.schema.classes import BY_KEY
from mining_monitor.schema.fields import OBSERVED_TABLE
from mining_monitor.schema.review import REJECTED, STATES

#: The whole-site class lies over its sectors by design (DOMAIN 1.2): it is no part of a partition or a total.
SITE_CODE = BY_KEY["lsm"].code

#: Overlaps below this are numerical noise: about 0.1 mm2, in square degrees.
_NOISE_DEG2 = 1e-17

#: GEOS rounds a crossing to the nearest double, where two rings may cross anew: what it gives is mended again.
_PASSES = 8


@dataclass(frozen=True)
class SectorMap:
    """Sectors of one state.

    Attributes
    ----------
    geometries : ndarray of shapely geometries
        Valid polygons and multipolygons in EPSG:4326, 2-D.
    codes : ndarray of int
        LAMES code of each.
    rows : sequence of mappings
        Attributes of each.
    whole_m2 : ndarray of float64
        Geodesic area of each sector as it was read, before anything was cut.
    observed : shapely geometry or None
        Ground that could be seen, EPSG:4326; None: the source does not say.
    observed_at : tuple of str
        Dates of what was observed; the source's own date where it gives one.
    notices : tuple of Notice
    """

    geometries: npt.NDArray[Any]
    codes: npt.NDArray[np.int_]
    rows: Sequence[Mapping[str, Any]]
    whole_m2: npt.NDArray[np.float64]
    observed: Any = None
    observed_at: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def __len__(self) -> int:
        return len(self.geometries)

    def only(self, keep: npt.NDArray[np.bool_]) -> SectorMap:
        """Return the sectors for which ``keep`` is True."""
        rows = [row for row, is_kept in zip(self.rows, keep, strict=True) if is_kept]
        return replace(
            self, geometries=self.geometries[keep], codes=self.codes[keep], rows=rows, whole_m2=self.whole_m2[keep]
        )

    def cut(self, place: Any) -> SectorMap:
        """Return what lies within a polygon (EPSG:4326)."""
        cut = Ground(place).inside(self.geometries)
        observed = None if self.observed is None else polygonal(shapely.intersection(self.observed, place))
        return replace(self, geometries=cut, observed=observed).only(~shapely.is_empty(cut))


def load_map(source: SectorSource, job: Job) -> SectorMap:
    """Read sectors and what was observed.

    Raises
    ------
    AnnotationsError, ParameterError
    """
    unknown = [state for state in source.states if state not in STATES]
    if unknown:
        raise ParameterError(f"STATES holds '{unknown[0]}'; known are {', '.join(STATES)}.", name="STATES")
    table = read_sectors(source.path, source.layer, source.where)
    job.check()
    geometries, codes, rows, notices = _usable(table, source)
    job.check()
    observed, dates = read_observed(source, table.rows)
    array = np.empty(len(geometries), dtype=object)
    array[:] = geometries
    whole_m2 = np.array([area_m2(geometry) for geometry in geometries], dtype=np.float64)
    dates = (source.observed_at,) if source.observed_at else dates
    return SectorMap(array, np.array(codes, dtype=np.int_), rows, whole_m2, observed, dates, tuple(notices))


def _usable(
    table: SectorTable, source: SectorSource
) -> tuple[list[Any], list[int], list[Mapping[str, Any]], list[Notice]]:
    geometries: list[Any] = []
    codes: list[int] = []
    rows: list[Mapping[str, Any]] = []
    left_out = {"no-class": 0, "no-polygon": 0}
    for geometry, row in zip(table.geometries, table.rows, strict=True):
        if not _is_wanted(row.get("state"), source.states):
            continue
        polygon, code = on_earth(geometry), class_of(row)
        if polygon is None or code is None:
            left_out["no-polygon" if polygon is None else "no-class"] += 1
            continue
        geometries.append(polygon)
        codes.append(code)
        rows.append(row)
    return geometries, codes, rows, _left_out_notices(left_out, source.path)


def _is_wanted(state: Any, states: tuple[str, ...]) -> bool:
    """Tell whether a review state counts; sectors without one (LAMES as published) do unless states were named."""
    if states:
        return state in states
    return bool(state != REJECTED)


def _left_out_notices(left_out: dict[str, int], path: str) -> list[Notice]:
    words = {
        "no-class": "have none of the classes 0 to 9 and count nowhere; give them a class",
        "no-polygon": "have no polygon on the earth and count nowhere; mend or delete them",
    }
    return [
        Notice(f"left-out-{reason}", f"{count} sectors of {path} {words[reason]}.", {"count": count, "path": path})
        for reason, count in left_out.items()
        if count
    ]


def require_sectors(sectors: SectorMap, path: str, *, may_be_empty: bool = False) -> None:
    """Refuse a map that says nothing: read as "nothing is there", it would turn into figures.

    Parameters
    ----------
    may_be_empty : bool
        A layer without any sector will do; one whose sectors are all left out will not.

    Raises
    ------
    AnnotationsError
        No sector counts, and the file does not say what was observed.
    """
    if len(sectors) or sectors.observed is not None or (may_be_empty and not sectors.notices):
        return
    reasons = "".join(f" {notice.message}" for notice in sectors.notices)
    raise AnnotationsError(
        f"{path} has no sector that counts and does not say what was observed.{reasons} Choose a layer of sectors.",
        path=path,
    )


def on_earth(geometry: Any) -> Any:
    """Return a valid polygon or multipolygon with finite coordinates in degrees, else None."""
    if geometry is None or geometry.geom_type not in ("Polygon", "MultiPolygon"):
        return None
    if shapely.is_empty(geometry) or not is_on_earth(geometry):
        return None
    polygon = polygonal(valid(geometry))
    return None if shapely.is_empty(polygon) else polygon


def valid(geometry: Any) -> Any:
    """Return a 2-D geometry that is valid; holes stay holes, self-intersections become parts (DOMAIN 3.1)."""
    flat = shapely.force_2d(geometry)
    for _ in range(_PASSES):
        if shapely.is_valid(flat):
            return flat
        flat = shapely.make_valid(flat, method="structure", keep_collapsed=False)
    return shapely.make_valid(flat)


def polygonal(geometry: Any) -> Any:
    """Return the polygons of a geometry as one polygon or multipolygon; lines and points go."""
    if geometry.geom_type in ("Polygon", "MultiPolygon"):
        return geometry
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type in ("Polygon", "MultiPolygon")]
    parts = [p for part in parts for p in shapely.get_parts(part) if not p.is_empty]
    if not parts:
        return shapely.Polygon()
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


class Ground:
    """Ground to cut many polygons with: each meets only the parts that are near it.

    Parameters
    ----------
    geometry : shapely geometry, EPSG:4326
        Polygon or multipolygon; may have thousands of parts.
    """

    def __init__(self, geometry: Any) -> None:
        self._geometry = geometry
        self._parts = shapely.get_parts(geometry)
        self._tree = shapely.STRtree(self._parts)
        shapely.prepare(geometry)

    def inside(self, shapes: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return what of each polygon lies in the ground; empty polygons where nothing does."""
        covered = shapely.covers(self._geometry, shapes)
        return self._cut(shapes, ~covered, shapely.intersection)

    def outside(self, shapes: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return what of each polygon lies beside the ground; empty polygons where nothing does."""
        apart, covered = shapely.disjoint(self._geometry, shapes), shapely.covers(self._geometry, shapes)
        result = self._cut(shapes, ~apart & ~covered, shapely.difference)
        result[covered] = shapely.Polygon()
        return result

    def _cut(self, shapes: npt.NDArray[Any], is_cut: npt.NDArray[np.bool_], how: Any) -> npt.NDArray[Any]:
        result = np.empty(len(shapes), dtype=object)
        result[:] = shapes
        for index in np.flatnonzero(is_cut).tolist():
            near = self._tree.query(shapes[index], predicate="intersects")
            ground = shapely.multipolygons(self._parts[near]) if len(near) else shapely.Polygon()
            result[index] = polygonal(how(shapes[index], ground))
        return result


def read_observed(source: SectorSource, rows: Sequence[Mapping[str, Any]]) -> tuple[Any, tuple[str, ...]]:
    """Return what the runs of a project could observe and when; (None, ()) where the file does not say.

    Of a filtered source (``where``) only the runs count that its sectors name.
    """
    if OBSERVED_TABLE not in layer_names(source.path) or source.layer == OBSERVED_TABLE:
        return None, ()
    table = read_sectors(source.path, OBSERVED_TABLE)
    runs = {row.get("run_id") for row in rows if row.get("run_id")} if source.where else set()
    found = [
        (polygon, str(row.get("observed_at") or "").strip()[:10])
        for geometry, row in zip(table.geometries, table.rows, strict=True)
        if (not runs or row.get("run_id") in runs) and (polygon := on_earth(geometry)) is not None
    ]
    if not found:
        return None, ()
    return polygonal(shapely.union_all([polygon for polygon, _ in found])), _sorted_dates(d for _, d in found)


def _sorted_dates(dates: Any) -> tuple[str, ...]:
    return tuple(sorted({date for date in dates if date}))


def partition(sectors: SectorMap) -> SectorMap:
    """Give each piece of ground to one sector: where sectors overlap, the smaller one lies on top.

    The whole-site class is left out. Shape: as many sectors as before, those that are covered all over are left out.
    """
    sectors = sectors.only(sectors.codes != SITE_CODE)
    geometries = sectors.geometries.copy()
    areas = shapely.area(geometries)
    above: dict[int, list[int]] = {}
    for below, top in overlapping_pairs(geometries):
        if (areas[below], -below) < (areas[top], -top):
            below, top = top, below
        above.setdefault(below, []).append(top)
    for below, tops in above.items():
        rest = shapely.difference(sectors.geometries[below], shapely.union_all(sectors.geometries[tops]))
        geometries[below] = polygonal(rest)
    return replace(sectors, geometries=geometries).only(~shapely.is_empty(geometries))


def overlapping_pairs(geometries: npt.NDArray[Any]) -> list[tuple[int, int]]:
    """Return the index pairs (lower, higher) of polygons that share ground, not only a border."""
    found: list[tuple[int, int]] = []
    for first, second in touching_pairs(geometries):
        shared = shapely.area(shapely.intersection(geometries[first], geometries[second])) > _NOISE_DEG2
        found.extend(zip(first[shared].tolist(), second[shared].tolist(), strict=True))
    return found


def name_of(row: Mapping[str, Any]) -> str:
    """Return what a figure is traced back to: the sector's ``uuid``, else its ``Name``."""
    return str(row.get("uuid") or row.get("Name") or "").strip()
